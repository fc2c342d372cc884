//! The engines that pages are read with: ours, over a real server, and others beside it.
//!
//! Responsible for running each on one page at a time and telling its text and its cost. Not responsible for scoring.

mod cache;
mod liasse;
mod rapidocr;
mod tesseract;

use std::path::Path;

use serde::{Deserialize, Serialize};

pub(crate) use cache::Cached;
pub(crate) use liasse::{Flight, Liasse, Source};
pub(crate) use rapidocr::RapidOcr;
pub(crate) use tesseract::Tesseract;

/// What reading one page took.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Cost {
    /// Wall clock, one page at a time.
    pub(crate) seconds: f64,
    /// Processor time over all cores. Unlike the wall clock it hardly depends on what else the machine is doing. `None`
    /// where the engine runs out of sight.
    pub(crate) cpu_seconds: Option<f64>,
    /// It was measured in an earlier run and comes from the cache.
    #[serde(skip_deserializing, default)]
    pub(crate) from_cache: bool,
}

/// Another engine, to compare with.
pub(crate) trait Peer {
    /// Name, version, and whatever else changes its output: `tesseract 5.3.0`.
    fn version(&self) -> &str;

    /// Reads a page's image. `language` is a BCP 47 tag.
    ///
    /// # Errors
    /// When the engine fails on this page.
    fn read(&mut self, image: &Path, language: &str) -> anyhow::Result<(String, Cost)>;
}
