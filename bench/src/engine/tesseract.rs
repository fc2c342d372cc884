//! Tesseract, as its users start it: one process per page, default settings.

use std::path::Path;
use std::process::{Command, Stdio};
use std::time::Instant;

use anyhow::{Context, bail};

use super::{Cost, Peer};

/// The program `tesseract`.
pub(crate) struct Tesseract {
    version: String,
    languages: Vec<String>,
    threads: usize,
}

impl Tesseract {
    /// Looks for the program. `threads` is given to it as OMP_THREAD_LIMIT.
    ///
    /// # Errors
    /// One sentence saying what is not installed.
    pub(crate) fn find(threads: usize) -> anyhow::Result<Self> {
        let said = |argument: &str| -> anyhow::Result<String> {
            let output =
                Command::new("tesseract").arg(argument).output().context("the program tesseract is not installed")?;
            Ok(String::from_utf8_lossy(&output.stdout).into_owned() + &String::from_utf8_lossy(&output.stderr))
        };
        let version = said("--version")?.lines().next().unwrap_or_default().trim().to_owned();
        let languages = said("--list-langs")?.lines().skip(1).map(|line| line.trim().to_owned()).collect();
        Ok(Self { version, languages, threads })
    }
}

impl Peer for Tesseract {
    fn version(&self) -> &str {
        &self.version
    }

    fn read(&mut self, image: &Path, language: &str) -> anyhow::Result<(String, Cost)> {
        let language = match language.split('-').next().unwrap_or_default() {
            "fr" => "fra",
            "en" => "eng",
            "de" => "deu",
            "es" => "spa",
            "it" => "ita",
            "pt" => "por",
            "nl" => "nld",
            other => bail!("no Tesseract language is known for {other}"),
        };
        if !self.languages.iter().any(|installed| installed == language) {
            bail!("Tesseract's language {language} is not installed (tesseract-ocr-{language})");
        }
        let (started, cpu) = (Instant::now(), ended_children_seconds()?);
        let output = Command::new("tesseract")
            .arg(image)
            .args(["-", "-l", language])
            .env("OMP_THREAD_LIMIT", self.threads.to_string())
            .stdin(Stdio::null())
            .output()?;
        let cost = Cost {
            seconds: started.elapsed().as_secs_f64(),
            cpu_seconds: Some(ended_children_seconds()? - cpu),
            from_cache: false,
        };
        if !output.status.success() {
            bail!("tesseract failed ({}): {}", output.status, String::from_utf8_lossy(&output.stderr).trim());
        }
        Ok((String::from_utf8_lossy(&output.stdout).into_owned(), cost))
    }
}

/// Processor time of the child processes of this one that have ended. Pages are read one after the other, so what is added
/// meanwhile is the one process's.
fn ended_children_seconds() -> anyhow::Result<f64> {
    let stat = procfs::process::Process::myself()?.stat()?;
    Ok((stat.cutime + stat.cstime) as f64 / procfs::ticks_per_second() as f64)
}
