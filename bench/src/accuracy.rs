//! `liasse-bench accuracy`: reads the pages of an index with every engine and scores them.
//!
//! Responsible for the order of things: which pages, which engines, what is written where. Not responsible for any figure.

use std::collections::BTreeMap;
use std::path::PathBuf;

use anyhow::{Context, bail};
use bytes::Bytes;
use liasse_client::v1::{PageReading, Wanted};

use crate::arguments::{AccuracyArguments, Selection};
use crate::calibration::{self, calibration};
use crate::engine::{Cached, Cost, Liasse, Peer, RapidOcr, Tesseract};
use crate::index::{self, Half, Page};
use crate::machine::Machine;
use crate::progress::Progress;
use crate::report::{EngineResult, PageResult, Report, Throughput};
use crate::score::{Fate, Score, score};
use crate::text::{normalise, words};
use crate::{gallery, report};

/// The pages that a command is asked to read.
///
/// # Errors
/// When the index cannot be read, or nothing of it is left.
pub(crate) fn selected(selection: &Selection) -> anyhow::Result<Vec<Page>> {
    let (mut pages, without_truth) = index::load(&selection.index)?;
    if without_truth > 0 {
        eprintln!("{without_truth} rows of the index have no truth and are left out");
    }
    for source in &selection.only {
        if !pages.iter().any(|page| page.source == *source) {
            bail!("no page of {} has the source {source}", selection.index.display());
        }
    }
    pages.retain(|page| selection.half == Half::All || page.half == selection.half);
    pages.retain(|page| selection.only.is_empty() || selection.only.contains(&page.source));
    if pages.is_empty() {
        bail!("no page of {} is left to read", selection.index.display());
    }
    Ok(pages)
}

/// Runs the command.
///
/// # Errors
/// What kept it from being done. A page that an engine fails on is no error: it counts as empty and is named.
pub(crate) async fn run(arguments: &AccuracyArguments, machine: Machine) -> anyhow::Result<()> {
    let pages = selected(&arguments.selection)?;
    let threads = machine.cores;
    let mut peers = Vec::<(&str, Box<dyn Peer>)>::new();
    let mut offer = |name: &'static str, found: anyhow::Result<Box<dyn Peer>>| -> anyhow::Result<()> {
        match found {
            Ok(peer) => peers.push((name, Box::new(Cached::new(peer, threads, arguments.cache.as_deref())?))),
            Err(error) => eprintln!("{name} is left out: {error:#}"),
        }
        Ok(())
    };
    if arguments.tesseract {
        offer("Tesseract", Tesseract::find(threads).map(|peer| Box::new(peer) as Box<dyn Peer>))?;
    }
    if let Some(python) = &arguments.rapidocr {
        offer("RapidOCR", RapidOcr::start(python, threads).map(|peer| Box::new(peer) as Box<dyn Peer>))?;
    }

    let mut engines = Vec::new();
    let mut ours = None;
    if !arguments.peers_only {
        let liasse = Liasse::connect(&arguments.server.source(), arguments.server.in_flight).await?;
        let (result, read) = ours_on(&liasse, &pages, arguments.server.in_flight).await?;
        engines.push(result);
        ours = Some(read);
    }
    for (name, mut peer) in peers {
        engines.push(peer_on(name, peer.as_mut(), &pages)?);
    }
    if engines.is_empty() {
        bail!("there is no engine to measure");
    }
    let confidence = match &ours {
        Some(read) => calibration(&confident_words(&pages, read)),
        None => None,
    };
    let report = Report::new(machine, arguments.selection.half, &arguments.selection.index, engines, confidence);
    report.print()?;
    if let Some(file) = &arguments.json {
        report::write_json(file, &report)?;
    }
    if let (Some(folder), Some(read)) = (&arguments.gallery, &ours) {
        gallery::write(folder, &pages, read, arguments.gallery_lines)?;
        eprintln!("gallery: {}", folder.join("index.html").display());
    }
    Ok(())
}

/// What we read on one page.
pub(crate) struct Read {
    pub(crate) readings: Vec<PageReading>,
    pub(crate) score: Score,
}

async fn ours_on(liasse: &Liasse, pages: &[Page], in_flight: usize) -> anyhow::Result<(EngineResult, Vec<Read>)> {
    let files: Vec<Bytes> = pages.iter().map(|page| content(&page.image)).collect::<anyhow::Result<_>>()?;
    let progress = Progress::new("Liasse, one page at a time", pages.len());
    let mut reads = Vec::with_capacity(pages.len());
    let mut results = Vec::with_capacity(pages.len());
    for (page, file) in pages.iter().zip(&files) {
        let answer = liasse.read(file.clone()).await;
        let failure = answer.as_ref().err().map(|error| format!("{error:#}"));
        let (readings, cost) = answer.unwrap_or_default();
        let text = text_of(&readings);
        let score = score(&page.truth, &text, page.case).with_context(|| page.id.clone())?;
        results.push(PageResult::new(page, text, &score, cost, failure));
        reads.push(Read { readings, score });
        progress.step();
    }
    drop(progress);

    let progress = Progress::new("Liasse, many in flight", pages.len());
    let mut different = Vec::new();
    let took = liasse
        .read_many(&files, in_flight, Wanted::default(), |finished| {
            progress.step();
            let text = finished.readings.map(|readings| text_of(&readings)).unwrap_or_default();
            if text != results[finished.index].text {
                different.push(pages[finished.index].id.as_str());
            }
        })
        .await?;
    drop(progress);
    if !different.is_empty() {
        eprintln!("read differently alone and among others, which must never happen: {}", different.join(", "));
    }
    let read = results.iter().filter(|result| result.is_read()).count();
    let throughput = Throughput { in_flight, pages_per_second: read as f64 / took.as_secs_f64() };
    Ok((EngineResult::new("Liasse", &liasse.version(), results, Some(throughput)), reads))
}

fn peer_on(name: &str, peer: &mut dyn Peer, pages: &[Page]) -> anyhow::Result<EngineResult> {
    let progress = Progress::new(name, pages.len());
    let mut results = Vec::with_capacity(pages.len());
    for page in pages {
        let answer = peer.read(&page.image, &page.language);
        let failure = answer.as_ref().err().map(|error| format!("{error:#}"));
        let (text, cost): (String, Cost) = answer.unwrap_or_default();
        let score = score(&page.truth, &text, page.case).with_context(|| page.id.clone())?;
        results.push(PageResult::new(page, text, &score, cost, failure));
        progress.step();
    }
    Ok(EngineResult::new(name, peer.version(), results, None))
}

/// A file's bytes.
///
/// # Errors
/// Names the file.
pub(crate) fn content(path: &PathBuf) -> anyhow::Result<Bytes> {
    Ok(std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?.into())
}

fn text_of(readings: &[PageReading]) -> String {
    readings.iter().map(|reading| reading.text.as_str()).collect::<Vec<_>>().join("\n")
}

/// The confidence of every word, and whether it was right.
fn confident_words(pages: &[Page], reads: &[Read]) -> Vec<calibration::Word> {
    let mut out = Vec::new();
    for (page, read) in pages.iter().zip(reads) {
        let mut fates = read.score.fates.iter();
        for word in read.readings.iter().flat_map(|reading| &reading.words) {
            // Normalisation can make nothing of a word (a lone soft hyphen), never two.
            let tokens = words(&normalise(&word.text, page.case)).len();
            let fates: Vec<Fate> = fates.by_ref().take(tokens).copied().collect();
            if !fates.is_empty() {
                out.push(calibration::Word {
                    confidence: word.confidence,
                    right: fates.iter().all(|fate| *fate == Fate::Right),
                    misread: fates.contains(&Fate::Misread),
                });
            }
        }
        if fates.next().is_some() {
            eprintln!("{}: the reading's text has words that its list of words has not", page.id);
        }
    }
    out
}

/// Confusions of several pages together.
pub(crate) fn add_up<K: Ord + Copy>(into: &mut BTreeMap<K, usize>, from: &BTreeMap<K, usize>) {
    for (key, count) in from {
        *into.entry(*key).or_default() += count;
    }
}
