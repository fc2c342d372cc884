//! `liasse-bench documents`: types and fields of drawn pages, from pixels to values.
//!
//! Responsible for drawing the pages, having them read and counting what was told. Not responsible for the truth about them
//! (see `truth`). Pages come from a seed, so that those on which figures are reported can be ones that nobody has looked at.

mod items;
mod kept;
mod learn;
mod real;
mod tally;
mod truth;

use std::io::Write;
use std::path::Path;

use anyhow::{Context, bail, ensure};
use bytes::Bytes;
use liasse_client::v1::{DocumentReading, PageReading, Wanted};
use liasse_corpus::files::{Format, encode};
use liasse_corpus::pages::{DrawnPage, PageTruth};
use liasse_corpus::{Corpus, Kinds, Options};
use liasse_documents::types::TypeSet;
use liasse_documents::wire::{self, Rules};

use crate::arguments::DocumentsArguments;
use crate::engine::Liasse;
use crate::machine::Machine;
use crate::progress::Progress;
use crate::report;
pub(crate) use kept::Kept;
pub(crate) use learn::fit_rarity;
pub(crate) use real::run as run_real;
use tally::Tallies;

/// The year in which drawn pages are read: that of their dates.
pub(crate) const READ_IN: i16 = 2026;
/// Quality of the JPEG files, as scanners set it.
const JPEG: Format = Format::Jpeg(80);

/// The reading of a drawn page by somebody who makes no mistake, as large as the page.
pub(crate) fn reading(page: &DrawnPage) -> PageReading {
    let mut reading = truth::reading(&page.truth);
    (reading.width, reading.height) = (page.image.width as u32, page.image.height as u32);
    reading
}

/// Runs the command.
///
/// # Errors
/// What kept it from being done. A page that is refused is no error: it counts as told wrongly.
pub(crate) async fn run(arguments: &DocumentsArguments, machine: Machine) -> anyhow::Result<()> {
    if let Some(learned_from) = arguments.learn {
        let (tallies, of) = learn::run(arguments, learned_from).await?;
        let mut out = std::io::stdout().lock();
        writeln!(
            out,
            "Learned from pages of seed {learned_from}, scored on seed {}, {of}, {machine}\n",
            arguments.seed
        )?;
        if arguments.misses {
            tallies.misses.iter().try_for_each(|miss| writeln!(out, "{miss}"))?;
            writeln!(out)?;
        }
        write!(out, "{tallies}")?;
        return arguments.json.as_ref().map_or(Ok(()), |file| report::write_json(file, &tallies));
    }
    if arguments.types.is_some() && !arguments.true_words && arguments.kept.is_none() {
        bail!("--types is for the rules of this program, which look at pages with --true-words or --kept alone");
    }
    let (tallies, of) = if arguments.true_words {
        (from_true_words(arguments)?, "the true words".to_owned())
    } else if arguments.kept.is_some() {
        (from_kept(arguments).await?, "as they were read, kept, with the rules of this program".to_owned())
    } else {
        from_pixels(arguments).await?
    };
    let mut out = std::io::stdout().lock();
    writeln!(out, "Pages of seed {}, {of}, {machine}\n", arguments.seed)?;
    if arguments.misses {
        tallies.misses.iter().try_for_each(|miss| writeln!(out, "{miss}"))?;
        writeln!(out)?;
    }
    write!(out, "{tallies}")?;
    if let Some(file) = &arguments.json {
        report::write_json(file, &tallies)?;
    }
    Ok(())
}

/// What rules make of the true words: the rules alone, without the mistakes of reading. Of pages of all kinds, or of those of
/// some kinds among as many pages.
fn from_true_words(arguments: &DocumentsArguments) -> anyhow::Result<Tallies> {
    let DocumentsArguments { seed, pages, kinds, drawn_as, .. } = arguments;
    let options = Options { seed: *seed, max_pixels: Some(300_000), kinds: *kinds, ..Options::default() };
    let corpus = Corpus::new(options)?;
    let types = types(arguments)?;
    let mut pen = corpus.page_pen();
    let progress = Progress::new("True words", *pages as usize);
    let mut tallies = Tallies::default();
    for index in 0..*pages {
        progress.step();
        if !drawn_as.is_empty() && !drawn_as.iter().any(|kind| kind == pen.doc_type(index)) {
            continue;
        }
        let truth = pen.draw(index).truth;
        let reading = truth::reading(&truth);
        told_of(&mut tallies, index, &truth, &reading, &types, arguments.readings.as_deref())?;
    }
    Ok(tallies)
}

/// The types that pages are told by.
fn types(arguments: &DocumentsArguments) -> anyhow::Result<TypeSet> {
    let types = arguments.types.as_deref().map_or_else(TypeSet::shipped, TypeSet::with_folder);
    types.map_err(anyhow::Error::from)
}

/// Writes a page's reading for a person who wants to know why, where there is a folder for it.
fn write_reading(folder: Option<&Path>, index: u64, reading: &PageReading) -> anyhow::Result<()> {
    let Some(folder) = folder else { return Ok(()) };
    std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let file = folder.join(format!("page{index:04}.json"));
    let text = liasse_client::to_json(reading)?.to_string();
    std::fs::write(&file, text).with_context(|| format!("writing {}", file.display()))
}

/// Names the pages of this command among those that are kept, by their mix.
fn kept_as(arguments: &DocumentsArguments) -> &'static str {
    match arguments.kinds {
        Kinds::EveryType => "types",
        Kinds::OtherHands => "other-hands",
        Kinds::SecondHands => "second-hands",
        Kinds::ThirdHands => "third-hands",
        Kinds::FourthHands => "fourth-hands",
        Kinds::FifthHands => "fifth-hands",
        Kinds::HeldOut => "held-out",
        Kinds::Mail => "documents",
    }
}

/// What the rules of this program make of pages that a server reads or has read before.
async fn from_kept(arguments: &DocumentsArguments) -> anyhow::Result<Tallies> {
    let kept = Kept::open(arguments.kept.as_deref())?;
    let (seed, kept_as) = (arguments.seed, kept_as(arguments));
    let mut missing = Vec::new();
    for index in 0..arguments.pages {
        if kept.get(kept_as, seed, &index.to_string())?.is_none() {
            missing.push(index);
        }
    }
    if !missing.is_empty() {
        let (files, truths) = drawn(arguments, &missing)?;
        let liasse = Liasse::connect(&arguments.server.source(), arguments.server.in_flight).await?;
        let progress = Progress::new("Liasse", files.len());
        let wanted = Wanted { barcodes: true, ..Wanted::default() };
        let mut failed = Ok(());
        liasse
            .read_many(&files, arguments.server.in_flight, wanted, |finished| {
                progress.step();
                let at = finished.index;
                let outcome = finished.readings.and_then(|mut readings| {
                    let reading = readings.pop().unwrap_or_default();
                    kept.put(kept_as, seed, &missing[at].to_string(), &truths[at], &reading)
                });
                if let Err(error) = outcome {
                    failed = Err(error.context(format!("page {}", missing[at])));
                }
            })
            .await?;
        failed?;
    }
    let types = types(arguments)?;
    let mut tallies = Tallies::default();
    for index in 0..arguments.pages {
        let page = kept.get(kept_as, seed, &index.to_string())?;
        let (truth, reading) = page.with_context(|| format!("page {index} was not kept"))?;
        told_of(&mut tallies, index, &truth, &reading, &types, arguments.readings.as_deref())?;
    }
    Ok(tallies)
}

/// Counts what rules make of one reading.
fn told_of(
    tallies: &mut Tallies,
    index: u64,
    truth: &PageTruth,
    reading: &PageReading,
    types: &TypeSet,
    readings: Option<&Path>,
) -> anyhow::Result<()> {
    let rules = Rules { types, trays: None, certificates: None, read_in: READ_IN };
    let started = std::time::Instant::now();
    let told = wire::document(reading, rules)?;
    tallies.took(started.elapsed());
    let before = tallies.misses.len();
    tallies.page(index, truth, &told);
    if tallies.misses.len() > before {
        write_reading(readings, index, reading)?;
    }
    Ok(())
}

/// What a server makes of the pages, and which server.
async fn from_pixels(arguments: &DocumentsArguments) -> anyhow::Result<(Tallies, String)> {
    let (files, truths) = drawn(arguments, &(0..arguments.pages).collect::<Vec<_>>())?;
    let in_flight = arguments.server.in_flight;
    let liasse = Liasse::connect(&arguments.server.source(), in_flight).await?;
    let progress = Progress::new("Liasse", files.len());
    let mut tallies = Tallies::default();
    let wanted = Wanted { document: true, ..Wanted::default() };
    liasse
        .read_many(&files, in_flight, wanted, |finished| {
            progress.step();
            let mut reading = match finished.readings {
                Ok(mut readings) => readings.pop().unwrap_or_default(),
                Err(error) => {
                    eprintln!("page {}: {error:#}", finished.index);
                    Default::default()
                }
            };
            let micros = reading.timings.map_or(0, |timings| timings.document_microseconds);
            tallies.took(std::time::Duration::from_micros(micros));
            let told: DocumentReading = reading.document.take().unwrap_or_default();
            let (before, index) = (tallies.misses.len(), finished.index as u64);
            tallies.page(index, &truths[finished.index], &told);
            if tallies.misses.len() > before
                && let Err(error) = write_reading(arguments.readings.as_deref(), index, &reading)
            {
                eprintln!("{error:#}");
            }
        })
        .await?;
    Ok((tallies, liasse.version()))
}

/// Pages of these numbers as files, with what they say; each is drawn on one of the cores.
fn drawn(arguments: &DocumentsArguments, numbers: &[u64]) -> anyhow::Result<(Vec<Bytes>, Vec<PageTruth>)> {
    let fonts = arguments.fonts.clone();
    let options = Options { seed: arguments.seed, fonts, kinds: arguments.kinds, ..Options::default() };
    let corpus = Corpus::new(options)?;
    let threads = std::thread::available_parallelism().map_or(1, usize::from);
    let progress = Progress::new("Drawing", numbers.len());
    let share = |first: usize| {
        let mut pen = corpus.page_pen();
        let mut out = Vec::new();
        for &index in numbers.iter().skip(first).step_by(threads) {
            let page = pen.draw(index);
            let (file, _) = encode(&page, JPEG).with_context(|| format!("page {index}"))?;
            out.push((index, Bytes::from(file), page.truth));
            progress.step();
        }
        anyhow::Ok(out)
    };
    let mut all = std::thread::scope(|scope| {
        let running: Vec<_> = (0..threads).map(|first| scope.spawn(move || share(first))).collect();
        let mut all = Vec::new();
        for thread in running {
            all.extend(thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic))?);
        }
        anyhow::Ok(all)
    })?;
    all.sort_by_key(|(index, ..)| *index);
    ensure!(!all.is_empty(), "no page was asked for");
    Ok(all.into_iter().map(|(_, file, truth)| (file, truth)).unzip())
}

#[cfg(test)]
mod tests {
    use clap::Parser;

    use super::*;
    use crate::arguments::{Arguments, Command};

    /// A seed on which no rule was written; figures over more pages of other seeds are in docs/accuracy.md.
    const HELD_OUT_SEED: &str = "771204";

    /// Floors under what was measured, with room for a sample of 120 pages.
    #[test]
    fn types_and_fields_of_true_words() {
        let asked = ["liasse-bench", "documents", "--seed", HELD_OUT_SEED, "--pages", "120", "--true-words"];
        let Command::Documents(arguments) = Arguments::parse_from(asked).command else { panic!("another command") };
        let tallies = from_true_words(&arguments).unwrap();
        assert!(tallies.type_share() >= 0.95, "types: {}", tallies.type_share());
        for (class, least) in [(truth::Class::Checked, 0.92), (truth::Class::Number, 0.90), (truth::Class::Words, 0.90)]
        {
            assert!(tallies.class_share(class) >= least, "{}: {}", class.name(), tallies.class_share(class));
        }
        assert_eq!(tallies.accepted_wrong(), 0);
    }
}
