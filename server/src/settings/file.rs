//! The configuration file: TOML, one key for each setting.
//!
//! Responsible for reading it and for writing the commented default one. Values go through the same text form as flags
//! and environment variables, so that there is one way to read each.

use std::{fmt::Write as _, fs, path::Path};

use toml::Value;

use super::{Settings, SettingsError};

/// A value in TOML: numbers and truth values bare, everything else as a string.
pub(super) fn as_toml(text: &str) -> String {
    let is_number = text.parse::<f64>().is_ok() && text.starts_with(|c: char| c.is_ascii_digit());
    if is_number || text == "true" || text == "false" {
        text.to_owned()
    } else {
        Value::String(text.to_owned()).to_string()
    }
}

/// A configuration file with every setting at its default, commented out, below what it does.
pub fn default_file() -> String {
    let mut text = String::from(
        "# Configuration of liasse-server. Every setting is at its default here: take the # away to change one.\n\
         # An environment variable (in brackets) wins over this file, a flag wins over both.\n",
    );
    let mut section = "";
    for entry in Settings::entries() {
        if entry.section != section {
            section = entry.section;
            // Writing to a string cannot fail.
            let _ = write!(text, "\n## {section}\n");
        }
        let _ = write!(text, "\n# {} [{}]\n# {} = {}\n", entry.help, entry.env, entry.key, entry.default);
    }
    text
}

impl Settings {
    /// Takes over what a configuration file says.
    ///
    /// # Errors
    /// [`SettingsError`] when it cannot be read, has a key that does not exist, or a value that does not fit.
    pub fn read_file(&mut self, path: &Path) -> Result<(), SettingsError> {
        let text = fs::read_to_string(path)
            .map_err(|e| SettingsError::Unreadable { path: path.display().to_string(), message: e.to_string() })?;
        self.read_text(&text, path)
    }

    fn read_text(&mut self, text: &str, path: &Path) -> Result<(), SettingsError> {
        let malformed = |message: String| SettingsError::Malformed { path: path.display().to_string(), message };
        let table: toml::Table = text.parse().map_err(|e: toml::de::Error| malformed(e.to_string()))?;
        for (key, value) in table {
            let value = match value {
                Value::String(text) => text,
                Value::Integer(number) => number.to_string(),
                Value::Float(number) => number.to_string(),
                Value::Boolean(value) => value.to_string(),
                _ => return Err(malformed(format!("{key}: expected a string, a number, true or false"))),
            };
            match self.set(&key, &value) {
                Some(Ok(())) => (),
                Some(Err(message)) => return Err(malformed(format!("{key}: {message}"))),
                None => return Err(malformed(format!("there is no setting called {key}"))),
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use bytesize::ByteSize;
    use liasse_models::Device;

    use super::*;
    use crate::settings::{LogFormat, Optional};

    fn read(text: &str) -> Result<Settings, SettingsError> {
        let mut settings = Settings::default();
        settings.read_text(text, Path::new("liasse.toml"))?;
        Ok(settings)
    }

    /// The default file with the comment marks of its settings taken away.
    fn uncommented() -> String {
        default_file()
            .lines()
            .filter_map(|line| line.strip_prefix("# "))
            .filter(|line| Settings::entries().iter().any(|e| line.starts_with(&format!("{} = ", e.key))))
            .collect::<Vec<_>>()
            .join("\n")
    }

    #[test]
    fn the_default_file_changes_nothing() {
        assert_eq!(read(&default_file()), Ok(Settings::default()));
        assert_eq!(uncommented().lines().count(), Settings::entries().len());
        assert_eq!(read(&uncommented()), Ok(Settings::default()));
    }

    #[test]
    fn every_kind_of_value_is_taken() {
        let text = "listen = '[::1]:0'\nmetrics_listen = '127.0.0.1:9100'\ndevice = 'cuda:1'\nlog_format = 'json'\n\
                    max_page_bytes = '3 MiB'\nbytes_at_work = 1000\ndrain_seconds = 3\n\
                    max_blur = 0.25\nmax_skew_degrees = 5";
        let settings = read(text).unwrap();
        assert_eq!(settings.listen.to_string(), "[::1]:0");
        assert_eq!(settings.metrics_listen, Optional(Some("127.0.0.1:9100".parse().unwrap())));
        assert_eq!(settings.device, Device::Cuda(1));
        assert_eq!(settings.log_format, LogFormat::Json);
        assert_eq!(settings.max_page_bytes, ByteSize::mib(3));
        assert_eq!(settings.bytes_at_work, ByteSize::b(1000));
        assert_eq!(settings.drain_seconds, 3);
        assert_eq!((settings.max_blur, settings.max_skew_degrees), (0.25, 5.0));
    }

    #[test]
    fn faults_are_named() {
        let message = |text| read(text).unwrap_err().to_string();
        assert!(message("listen = 'here'").contains("listen"));
        assert!(message("strange = 1").contains("strange"));
        assert!(message("drain_seconds = -1").contains("drain_seconds"));
        assert!(message("device = ['cpu']").contains("device"));
        assert!(message("device = ").contains("liasse.toml"));
    }
}
