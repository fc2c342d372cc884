//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};
use liasse_corpus::Kinds;

use crate::engine::Source;
use crate::index::Half;

/// Accuracy and speed of Liasse, beside other engines.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 120)]
pub(crate) struct Arguments {
    /// Cores that this program and all it starts may use; without it, every one.
    #[arg(long, global = true, value_name = "N")]
    pub(crate) threads: Option<usize>,
    #[command(subcommand)]
    pub(crate) command: Command,
}

/// What to measure.
#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Score readings of pages whose text is known: character and word error rates, words found, spaces, accents,
    /// confidence.
    Accuracy(AccuracyArguments),
    /// Types and fields of drawn pages, by kind of page and class of field.
    Documents(DocumentsArguments),
    /// Types and fields of real pages, beside what a person read off them.
    RealDocuments(RealDocumentsArguments),
    /// Where documents begin in drawn batches of several, by what told it.
    Separation(SeparationArguments),
    /// Which way up pages lie, as they are and turned by 90, 180 and 270 degrees.
    Orientation(OrientationArguments),
    /// Fit how rare words and layouts are on pages of mail, for types learned by example.
    Rarity(RarityArguments),
    /// Pages a second, latency, time per stage and memory of a server at work.
    Speed(SpeedArguments),
}

/// Which pages are read.
#[derive(Debug, Args)]
pub(crate) struct Selection {
    /// Pages: JSON lines with id, image, truth_file or truth_text, source, and optionally lang and truth_case (ignore).
    /// Paths are relative to the file.
    #[arg(long, value_name = "INDEX.jsonl")]
    pub(crate) index: PathBuf,
    /// Which half of the pages (docs/accuracy.md says how they are split).
    #[arg(long, value_enum, default_value_t = Half::Development)]
    pub(crate) half: Half,
    /// Only pages of this source; can be given several times.
    #[arg(long, value_name = "SOURCE")]
    pub(crate) only: Vec<String>,
}

/// Which server reads them.
#[derive(Debug, Args)]
pub(crate) struct ServerArguments {
    /// A server that runs already (http://host:port). Its memory and processor time are not seen.
    #[arg(long, value_name = "URL", conflicts_with = "weights")]
    pub(crate) server: Option<String>,
    /// Start a server (the liasse-server beside this program) with the weights of this folder.
    #[arg(long, value_name = "DIR", default_value = "models/weights")]
    pub(crate) weights: PathBuf,
    /// Pages in flight when throughput is measured.
    #[arg(long, value_name = "N", default_value_t = 16)]
    pub(crate) in_flight: usize,
}

impl ServerArguments {
    /// Where the server is.
    pub(crate) fn source(&self) -> Source {
        match &self.server {
            Some(url) => Source::Url(url.clone()),
            None => Source::Weights(self.weights.clone()),
        }
    }
}

/// Of `accuracy`.
#[derive(Debug, Args)]
pub(crate) struct AccuracyArguments {
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[command(flatten)]
    pub(crate) server: ServerArguments,
    /// Read the pages with Tesseract, too.
    #[arg(long)]
    pub(crate) tesseract: bool,
    /// Read the pages with RapidOCR, too: the Python of an environment that has it.
    #[arg(long, value_name = "PYTHON")]
    pub(crate) rapidocr: Option<PathBuf>,
    /// Only the other engines, without a server of ours.
    #[arg(long, conflicts_with_all = ["gallery", "server"])]
    pub(crate) peers_only: bool,
    /// Keep what the other engines read in this file, and take it from there in later runs.
    #[arg(long, value_name = "FILE")]
    pub(crate) cache: Option<PathBuf>,
    /// Write everything that was measured, the readings included, to this file.
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,
    /// Write a gallery of our worst lines, the lines not found, and the pages with what was found, to this folder.
    #[arg(long, value_name = "DIR")]
    pub(crate) gallery: Option<PathBuf>,
    /// Lines of each kind in the gallery.
    #[arg(long, value_name = "N", default_value_t = 300, requires = "gallery")]
    pub(crate) gallery_lines: usize,
}

/// Of `speed`.
#[derive(Debug, Args)]
pub(crate) struct SpeedArguments {
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[command(flatten)]
    pub(crate) server: ServerArguments,
    /// How often the pages are read.
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub(crate) repeat: usize,
    /// Submit at the pace of a line, so many files a second, instead of as fast as they are read; what has to wait because
    /// --in-flight is reached counts from when it was due.
    #[arg(long, value_name = "FILES_PER_SECOND", value_parser = positive)]
    pub(crate) pace: Option<f64>,
    /// Read the pages (once) with Tesseract, too: one process per core, each with one thread.
    #[arg(long)]
    pub(crate) tesseract: bool,
    /// Write what was measured to this file.
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,
}

/// Of `documents`.
#[derive(Debug, Args)]
pub(crate) struct DocumentsArguments {
    /// Seed that the pages are drawn from.
    #[arg(long, value_name = "N")]
    pub(crate) seed: u64,
    /// How many pages.
    #[arg(long, value_name = "N", default_value_t = 150)]
    pub(crate) pages: u64,
    /// Folder of fonts beside the bundled ones; can be given several times.
    #[arg(long, value_name = "DIR")]
    pub(crate) fonts: Vec<PathBuf>,
    /// What kinds of pages are drawn.
    #[arg(long, value_enum, default_value = "mail", conflicts_with = "learn")]
    pub(crate) kinds: Kinds,
    /// Take the pages' true words in their places instead of reading pixels: the rules alone, without a server.
    #[arg(long)]
    pub(crate) true_words: bool,
    /// Only those of the pages that are drawn as this kind, such as `courrier_particulier`; can be given several times.
    #[arg(long, value_name = "KIND", requires = "true_words")]
    pub(crate) drawn_as: Vec<String>,
    /// Folder of types that are added to the shipped ones, or take their place where they have their names. For trying rules: with
    /// --true-words or --kept.
    #[arg(long, value_name = "DIR")]
    pub(crate) types: Option<PathBuf>,
    /// Print everything that was told wrongly or missed.
    #[arg(long)]
    pub(crate) misses: bool,
    /// Switch the shipped types off and learn 16 from five drawn pages each, of this seed; as many pages of each kind are scored
    /// as make up --pages.
    #[arg(long, value_name = "SEED")]
    pub(crate) learn: Option<u64>,
    /// Write the readings of pages of which anything was told wrongly or missed into this folder, in the form that
    /// `liasse types try TYPE PAGE.json` takes.
    #[arg(long, value_name = "DIR")]
    pub(crate) readings: Option<PathBuf>,
    /// Keep what is read of the pages in this folder, take from there what was read before, and let this program's rules look at it
    /// and not the server's: for trying rules. Begin a new folder when the networks or the drawing of pages have changed.
    #[arg(long, value_name = "DIR", conflicts_with = "true_words")]
    pub(crate) kept: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) server: ServerArguments,
    /// Write what was measured to this file.
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,
}

/// Of `real-documents`.
#[derive(Debug, Args)]
pub(crate) struct RealDocumentsArguments {
    /// What the pages are and say, and where they lie.
    #[arg(long, value_name = "FILE", default_value = "documents/tests/real_pages.toml")]
    pub(crate) truth: PathBuf,
    #[command(flatten)]
    pub(crate) server: ServerArguments,
}

/// Of `orientation`.
#[derive(Debug, Args)]
pub(crate) struct OrientationArguments {
    #[command(flatten)]
    pub(crate) selection: Selection,
    #[command(flatten)]
    pub(crate) server: ServerArguments,
}

/// Of `rarity`.
#[derive(Debug, Args)]
pub(crate) struct RarityArguments {
    /// Seed that the pages are drawn from.
    #[arg(long, value_name = "N")]
    pub(crate) seed: u64,
    /// How many pages, of which those of kinds that learning is measured on are left out.
    #[arg(long, value_name = "N", default_value_t = 6000)]
    pub(crate) pages: u64,
    /// Folder of fonts beside the bundled ones; can be given several times.
    #[arg(long, value_name = "DIR")]
    pub(crate) fonts: Vec<PathBuf>,
    /// Folder of French text files to take sentences from.
    #[arg(long, value_name = "DIR")]
    pub(crate) texts: Option<PathBuf>,
    /// The table, documents/src/learn/rarity.bin.
    #[arg(long, value_name = "FILE")]
    pub(crate) out: PathBuf,
}

/// Of `separation`.
#[derive(Debug, Args)]
pub(crate) struct SeparationArguments {
    /// Seed that the batches are drawn from.
    #[arg(long, value_name = "N")]
    pub(crate) seed: u64,
    /// How many batches.
    #[arg(long, value_name = "N", default_value_t = 50)]
    pub(crate) batches: u64,
    /// Documents of a batch.
    #[arg(long, value_name = "N", default_value_t = 8)]
    pub(crate) documents: usize,
    /// Have a server read the pages, instead of taking their true words in their places.
    #[arg(long)]
    pub(crate) pixels: bool,
    /// Keep what is read of the pages in this folder, and take from there what was read before.
    #[arg(long, value_name = "DIR", requires = "pixels")]
    pub(crate) kept: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) server: ServerArguments,
    /// Print every place that was told wrongly.
    #[arg(long)]
    pub(crate) misses: bool,
    /// Write what was measured to this file.
    #[arg(long, value_name = "FILE")]
    pub(crate) json: Option<PathBuf>,
}

fn positive(text: &str) -> Result<f64, String> {
    match text.parse() {
        Ok(number) if number > 0.0 && f64::is_finite(number) => Ok(number),
        _ => Err(format!("{text:?} is no number above 0")),
    }
}
