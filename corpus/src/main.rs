//! `liasse-corpus`: streams of drawn lines and pages for training, and drawn pages with their truth in files.
#![expect(clippy::print_stderr, reason = "a command tells the person who typed it how it went")]

use anyhow::Context;
use clap::{Args, Parser, Subcommand, ValueEnum};
use indicatif::{ProgressBar, ProgressStyle};
use liasse_corpus::files::{Format, IndexRow, encode};
use liasse_corpus::{Corpus, Kinds, Options};
use rayon::prelude::*;
use std::fs;
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::time::Instant;

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
    /// Folder of TrueType and OpenType files to draw with, beside the bundled faces; may be given several times.
    #[arg(long)]
    fonts_dir: Vec<PathBuf>,
    /// Folder of French text files (.txt) to take sentences from.
    #[arg(long)]
    text_dir: Option<PathBuf>,
    /// Share of what is drawn that is hardly degraded, 0 to 1.
    #[arg(long, default_value_t = 0.25)]
    clean: f32,
    /// What kinds of pages are drawn; lines stay as they are.
    #[arg(long, value_enum, default_value = "mail")]
    kinds: Kinds,
}

impl Sources {
    fn open(self, max_pixels: Option<usize>) -> anyhow::Result<Corpus> {
        let options = Options {
            seed: self.seed,
            fonts: self.fonts_dir,
            texts: self.text_dir,
            clean: self.clean,
            max_pixels,
            kinds: self.kinds,
        };
        let corpus = Corpus::new(options)?;
        eprintln!("{} faces", corpus.face_count());
        Ok(corpus)
    }
}

#[derive(Args)]
struct Range {
    /// How many; without it they never end.
    #[arg(long)]
    count: Option<u64>,
    /// Index of the first.
    #[arg(long, default_value_t = 0)]
    start: u64,
}

impl Range {
    fn indices(&self) -> std::ops::Range<u64> {
        self.start..self.count.map_or(u64::MAX, |n| self.start.saturating_add(n))
    }
}

#[derive(Clone, Copy, ValueEnum)]
enum FileFormat {
    /// JPEG of several qualities; black and white pages as TIFF, CCITT group 4.
    Jpeg,
    Png,
    Tiff,
}

#[derive(Subcommand)]
enum Command {
    /// Draws pages into a folder: an image and a JSON of truth each, and index.jsonl over all.
    Draw {
        #[command(flatten)]
        sources: Sources,
        /// How many pages.
        #[arg(long)]
        pages: u64,
        /// The folder, made if it is not there.
        #[arg(long)]
        out: PathBuf,
        #[arg(long, value_enum, default_value = "jpeg")]
        format: FileFormat,
    },
    /// Writes line records to the standard output, for the training of the recogniser.
    StreamLines {
        #[command(flatten)]
        sources: Sources,
        /// Height of the lines in pixels, 8 to 256.
        #[arg(long, default_value_t = 40)]
        height: usize,
        #[command(flatten)]
        range: Range,
    },
    /// Writes page records to the standard output, for the training of the detector.
    StreamPages {
        #[command(flatten)]
        sources: Sources,
        /// No page has more pixels than this: larger scans are drawn as they look when reduced to it.
        #[arg(long, default_value_t = 2_200_000)]
        max_pixels: usize,
        #[command(flatten)]
        range: Range,
    },
    /// Lists the faces there are to draw with: class, weight, marks (bold, italic, extreme, narrow, old book), family, file.
    Faces {
        #[command(flatten)]
        sources: Sources,
    },
}

fn main() -> anyhow::Result<()> {
    match Cli::parse().command {
        Command::Draw { sources, pages, out, format } => draw(&sources.open(None)?, pages, &out, format),
        Command::StreamLines { sources, height, range } => {
            let corpus = sources.open(None)?;
            let mut pen = corpus.line_pen(height);
            let mut out = BufWriter::with_capacity(1 << 18, io::stdout().lock());
            quietly(range.indices().try_for_each(|index| pen.draw(index).write(&mut out)).and_then(|()| out.flush()))
        }
        Command::StreamPages { sources, max_pixels, range } => {
            let corpus = sources.open(Some(max_pixels))?;
            let mut pen = corpus.page_pen();
            let mut out = BufWriter::with_capacity(1 << 20, io::stdout().lock());
            let mut one = |index: u64| pen.record(index).write(&mut out);
            quietly(range.indices().try_for_each(&mut one).and_then(|()| out.flush()))
        }
        Command::Faces { sources } => {
            let corpus = sources.open(None)?;
            let mut out = BufWriter::new(io::stdout().lock());
            let mut lines = corpus.describe_faces().into_iter();
            quietly(lines.try_for_each(|line| writeln!(out, "{line}")).and_then(|()| out.flush()))
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

fn draw(corpus: &Corpus, pages: u64, out: &Path, format: FileFormat) -> anyhow::Result<()> {
    fs::create_dir_all(out).with_context(|| format!("cannot make the folder {}", out.display()))?;
    let style = ProgressStyle::with_template("{bar:40} {pos}/{len} pages, {per_sec}, {eta} left")?;
    let bar = ProgressBar::new(pages).with_style(style);
    let started = Instant::now();
    let rows: Vec<IndexRow> = (0..pages)
        .into_par_iter()
        .map_init(
            || corpus.page_pen(),
            |pen, index| {
                let row = one_page(pen, index, out, format);
                bar.inc(1);
                row
            },
        )
        .collect::<anyhow::Result<_>>()?;
    bar.finish_and_clear();
    let path = out.join("index.jsonl");
    let mut index =
        BufWriter::new(fs::File::create(&path).with_context(|| format!("cannot write {}", path.display()))?);
    for row in &rows {
        serde_json::to_writer(&mut index, row)?;
        index.write_all(b"\n")?;
    }
    index.flush()?;
    let seconds = started.elapsed().as_secs_f64();
    let threads = rayon::current_num_threads();
    eprintln!(
        "{pages} pages in {seconds:.1} s: {:.1} pages/s on {threads} threads, files included",
        pages as f64 / seconds
    );
    Ok(())
}

fn one_page(
    pen: &mut liasse_corpus::pages::PagePen<'_>,
    index: u64,
    out: &Path,
    format: FileFormat,
) -> anyhow::Result<IndexRow> {
    let page = pen.draw(index);
    let id = format!("page{index:06}");
    let format = match format {
        // Qualities from 50 to 95, spread over the pages.
        FileFormat::Jpeg => Format::Jpeg(50 + (index * 17 % 46) as u8),
        FileFormat::Png => Format::Png,
        FileFormat::Tiff => Format::Tiff,
    };
    let (bytes, ending) = encode(&page, format)?;
    let image = format!("{id}.{ending}");
    let write = |name: &str, bytes: &[u8]| {
        let path = out.join(name);
        fs::write(&path, bytes).with_context(|| format!("cannot write {}", path.display()))
    };
    write(&image, &bytes)?;
    write(&format!("{id}.json"), &serde_json::to_vec(&page.truth)?)?;
    Ok(IndexRow::new(&id, &image, &page))
}
