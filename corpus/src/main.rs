//! `liasse-corpus`: streams of drawn lines and pages for training, and drawn pages with their truth in files.
#![expect(clippy::print_stderr, reason = "a command tells the person who typed it how it went")]

use anyhow::Context;
use clap::{Args, Parser, Subcommand};
use liasse_corpus::lines::LineSource;
use liasse_corpus::pages::{PageRecord, PageSource};
use std::io::{self, BufWriter, Write};
use std::path::PathBuf;

/// Draws synthetic French mail with its ground truth.
#[derive(Parser)]
#[command(version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Args)]
struct Sources {
    /// Seed: the same seed draws the same again.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// Folder of TrueType and OpenType files to draw with, beside the bundled faces; may be given
    /// several times.
    #[arg(long)]
    fonts_dir: Vec<PathBuf>,
    /// Folder of French text files (.txt) to take sentences from.
    #[arg(long)]
    text_dir: Option<PathBuf>,
    /// Share of what is drawn that is hardly degraded, 0 to 1.
    #[arg(long, default_value_t = 0.25)]
    clean: f32,
}

#[derive(Subcommand)]
enum Command {
    /// Writes line records to the standard output, for the training of the recogniser.
    StreamLines {
        #[command(flatten)]
        sources: Sources,
        /// Height of the lines in pixels.
        #[arg(long, default_value_t = 40)]
        height: usize,
        /// How many records; without it they never end.
        #[arg(long)]
        count: Option<u64>,
        /// Index of the first record.
        #[arg(long, default_value_t = 0)]
        start: u64,
    },
    /// Writes page records to the standard output, for the training of the detector.
    StreamPages {
        #[command(flatten)]
        sources: Sources,
        /// No page has more pixels than this: larger scans are drawn as they look when reduced to it.
        #[arg(long, default_value_t = 2_200_000)]
        max_pixels: usize,
        /// How many records; without it they never end.
        #[arg(long)]
        count: Option<u64>,
        /// Index of the first record.
        #[arg(long, default_value_t = 0)]
        start: u64,
    },
    /// Lists the faces there are to draw with: class, weight, marks (bold, italic, extreme, narrow, old book), family, file.
    Faces {
        #[command(flatten)]
        sources: Sources,
    },
}

fn main() -> anyhow::Result<()> {
    match Cli::parse().command {
        Command::StreamPages { sources, max_pixels, count, start } => {
            let source = PageSource::new(
                sources.seed,
                Some(max_pixels),
                &sources.fonts_dir,
                sources.text_dir.as_deref(),
                sources.clean,
            )
            .context("cannot prepare the drawing of pages")?;
            eprintln!("{} faces", source.face_count());
            let mut pen = source.pen();
            let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
            let end = count.map_or(u64::MAX, |n| start.saturating_add(n));
            let one = |index: u64| {
                let page = pen.draw(index);
                PageRecord { image: page.image, truth: page.truth }
            };
            quietly((start..end).map(one).try_for_each(|record| record.write(&mut out)).and_then(|()| out.flush()))
        }
        Command::Faces { sources } => {
            let source = LineSource::new(1, 40, &sources.fonts_dir, None, 0.0).context("cannot look for faces")?;
            let mut out = BufWriter::new(io::stdout().lock());
            quietly(source.describe_faces().iter().try_for_each(|line| writeln!(out, "{line}")).and_then(|()| out.flush()))
        }
        Command::StreamLines { sources, height, count, start } => {
            let source = LineSource::new(
                sources.seed,
                height,
                &sources.fonts_dir,
                sources.text_dir.as_deref(),
                sources.clean,
            )
            .context("cannot prepare the drawing of lines")?;
            eprintln!("{} faces", source.face_count());
            let mut pen = source.pen();
            let mut out = BufWriter::with_capacity(1 << 18, io::stdout().lock());
            let end = count.map_or(u64::MAX, |n| start.saturating_add(n));
            quietly((start..end).try_for_each(|index| pen.draw(index).write(&mut out)).and_then(|()| out.flush()))
        }
    }
}

/// A reader that has had enough is no error.
fn quietly(result: io::Result<()>) -> anyhow::Result<()> {
    match result {
        Err(e) if e.kind() == io::ErrorKind::BrokenPipe => Ok(()),
        other => other.context("cannot write the records"),
    }
}
