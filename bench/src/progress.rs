//! Showing how far a long run has come.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar on standard error, gone when dropped; nothing where standard error is no terminal.
pub(crate) struct Progress(ProgressBar);

impl Progress {
    /// A bar for `pages` pages.
    pub(crate) fn new(what: &str, pages: usize) -> Self {
        let bar = ProgressBar::new(pages as u64).with_message(what.to_owned());
        if let Ok(style) = ProgressStyle::with_template("{msg} {bar:30} {pos}/{len} pages, {eta} left") {
            bar.set_style(style);
        }
        Self(bar)
    }

    /// One page more is done.
    pub(crate) fn step(&self) {
        self.0.inc(1);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.0.finish_and_clear();
    }
}
