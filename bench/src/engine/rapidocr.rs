//! RapidOCR (PP-OCR's networks in ONNX Runtime), as its users start it: one Python process that stays, default settings.
//!
//! Its boxes come sorted from the top down and from left to right; each is a line of the text.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};

use anyhow::{Context, bail};
use serde::Deserialize;

use super::{Cost, Peer};

const RUNNER: &str = include_str!("rapidocr_runner.py");

/// A running RapidOCR; ended when dropped.
pub(crate) struct RapidOcr {
    version: String,
    process: Child,
    pages: ChildStdin,
    answers: BufReader<ChildStdout>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Answer {
    Ready { rapidocr: String, onnxruntime: String },
    Text { text: String, seconds: f64, cpu_seconds: f64 },
    Error { error: String },
}

impl RapidOcr {
    /// Starts RapidOCR with the Python interpreter of an environment that has the packages `rapidocr` and `onnxruntime`.
    ///
    /// # Errors
    /// One sentence saying that it could not be started.
    pub(crate) fn start(python: &Path, threads: usize) -> anyhow::Result<Self> {
        let mut process = Command::new(python)
            .args(["-c", RUNNER, &threads.to_string()])
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {}", python.display()))?;
        let (Some(pages), Some(answers)) = (process.stdin.take(), process.stdout.take()) else {
            bail!("{} has no standard input or output", python.display());
        };
        let mut this = Self { version: String::new(), process, pages, answers: BufReader::new(answers) };
        match this.answer().with_context(|| format!("RapidOCR does not start with {}", python.display()))? {
            Answer::Ready { rapidocr, onnxruntime } => {
                this.version = format!("rapidocr {rapidocr} (onnxruntime {onnxruntime})");
                Ok(this)
            }
            _ => bail!("RapidOCR's runner did not say its version"),
        }
    }

    fn answer(&mut self) -> anyhow::Result<Answer> {
        let mut line = String::new();
        if self.answers.read_line(&mut line)? == 0 {
            bail!("it ended; what it said is above");
        }
        Ok(serde_json::from_str(&line)?)
    }
}

impl Peer for RapidOcr {
    fn version(&self) -> &str {
        &self.version
    }

    fn read(&mut self, image: &Path, _language: &str) -> anyhow::Result<(String, Cost)> {
        let path = image.to_str().with_context(|| format!("{} is not UTF-8", image.display()))?;
        if path.contains('\n') {
            bail!("a file name with a line end cannot be given to RapidOCR: {path:?}");
        }
        writeln!(self.pages, "{path}")?;
        self.pages.flush()?;
        match self.answer()? {
            Answer::Text { text, seconds, cpu_seconds } => {
                Ok((text, Cost { seconds, cpu_seconds: Some(cpu_seconds), from_cache: false }))
            }
            Answer::Error { error } => bail!("RapidOCR: {error}"),
            Answer::Ready { .. } => bail!("RapidOCR's runner started twice"),
        }
    }
}

impl Drop for RapidOcr {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to stop.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}
