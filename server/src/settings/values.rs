//! Kinds of values that settings have and the standard library has not.

use std::{fmt, str::FromStr};

/// A value that can be absent; it is written `none` then.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Optional<T>(
    /// The value.
    pub Option<T>,
);

impl<T: FromStr> FromStr for Optional<T> {
    type Err = T::Err;

    fn from_str(text: &str) -> Result<Self, T::Err> {
        if text == "none" { Ok(Self(None)) } else { text.parse().map(|value| Self(Some(value))) }
    }
}

impl<T: fmt::Display> fmt::Display for Optional<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.0 {
            None => f.write_str("none"),
            Some(value) => value.fmt(f),
        }
    }
}

/// What pages are straightened and cut on.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum ImageDevice {
    /// The processor.
    #[default]
    Cpu,
    /// A GPU by Vulkan: the one whose name contains this, or the first.
    Wgpu(Option<String>),
}

impl FromStr for ImageDevice {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            None if text == "cpu" => Ok(Self::Cpu),
            None if text == "wgpu" => Ok(Self::Wgpu(None)),
            Some(("wgpu", name)) if !name.trim().is_empty() => Ok(Self::Wgpu(Some(name.trim().to_owned()))),
            _ => Err(format!("{text:?} is no device for images; expected cpu, wgpu or wgpu:NAME")),
        }
    }
}

impl fmt::Display for ImageDevice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Cpu => f.write_str("cpu"),
            Self::Wgpu(None) => f.write_str("wgpu"),
            Self::Wgpu(Some(name)) => write!(f, "wgpu:{name}"),
        }
    }
}

/// How log lines look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum LogFormat {
    /// For people.
    #[default]
    Text,
    /// One JSON object a line, for machines.
    Json,
}

impl FromStr for LogFormat {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "text" => Ok(Self::Text),
            "json" => Ok(Self::Json),
            _ => Err(format!("{text:?} is no log format; expected text or json")),
        }
    }
}

impl fmt::Display for LogFormat {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Text => "text",
            Self::Json => "json",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_for_images_are_read_as_they_are_written() {
        for text in ["cpu", "wgpu", "wgpu:Some RTX: 2"] {
            assert_eq!(text.parse::<ImageDevice>().unwrap().to_string(), text);
        }
        for text in ["", "gpu", "wgpu:", "wgpu: ", "cpu:0"] {
            assert!(text.parse::<ImageDevice>().unwrap_err().contains("wgpu:NAME"), "{text:?}");
        }
    }
}
