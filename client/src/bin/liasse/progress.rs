//! How far a command is, and how it went.
//!
//! Responsible for the bar, for what is said on standard error beside it, and for the summary.

use std::time::Instant;

use indicatif::{ProgressBar, ProgressStyle};

use crate::{batch::File, inputs::Input, output};

/// Counts files and pages.
pub(crate) struct Progress {
    started: Instant,
    bar: ProgressBar,
    files: usize,
    pages: usize,
    failed: usize,
}

impl Progress {
    /// For so many files.
    pub(crate) fn new(files: usize) -> Self {
        // The bar draws itself on standard error, and only where that is a terminal.
        let bar = ProgressBar::new(files as u64);
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} files, {msg}{eta} left") {
            bar.set_style(style);
        }
        Self { started: Instant::now(), bar, files: 0, pages: 0, failed: 0 }
    }

    /// Says that a file, or a path that was typed, could not be read.
    pub(crate) fn fail(&mut self, why: &str) {
        self.failed += 1;
        self.say(why);
    }

    /// Says that a file was not sent.
    pub(crate) fn unsent(&mut self, why: &str) {
        self.fail(why);
        self.bar.inc(1);
    }

    /// Says something about the files.
    pub(crate) fn say(&self, what: &str) {
        self.bar.suspend(|| eprintln!("liasse: {what}"));
    }

    /// Prints on standard output.
    ///
    /// # Errors
    /// When nobody takes it.
    pub(crate) fn print(&self, text: &str) -> anyhow::Result<()> {
        self.bar.suspend(|| output::print(text))
    }

    /// Says which pages of a file could not be read; whether all could.
    pub(crate) fn failures(&self, input: &Input, file: &File) -> bool {
        for failure in &file.failures {
            // A page id may stand for a path too long to be one.
            let place = if failure.page_number > 0 { format!(", page {}", failure.page_number) } else { String::new() };
            self.say(&format!("{}{place}: {}", input.path.display(), failure.refusal));
        }
        file.failures.is_empty()
    }

    /// Counts a file that was answered, with the pages of it that were read.
    pub(crate) fn file(&mut self, good: bool, pages: usize) {
        self.pages += pages;
        if good {
            self.files += 1;
        } else {
            self.failed += 1;
        }
        self.bar.set_message(format!("{} pages, {} failed, ", self.pages, self.failed));
        self.bar.inc(1);
    }

    /// Says how it went; whether nothing failed.
    pub(crate) fn end(self) -> bool {
        self.bar.finish_and_clear();
        let seconds = self.started.elapsed().as_secs_f64();
        let Self { files, pages, failed, .. } = self;
        eprintln!(
            "{files} files read, {failed} failed, {pages} pages in {seconds:.1} s ({:.1} pages/s)",
            pages as f64 / seconds.max(f64::MIN_POSITIVE)
        );
        failed == 0
    }
}
