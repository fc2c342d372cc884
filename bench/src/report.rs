//! What a run of `accuracy` found, as tables and as JSON.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use anyhow::Context;
use serde::Serialize;

use crate::accuracy::add_up;
use crate::calibration::Calibration;
use crate::engine::Cost;
use crate::index::{Half, Page};
use crate::machine::Machine;
use crate::score::{Confusion, Counts, Score};
use crate::table::Table;

/// How many of an engine's confusions are printed.
const CONFUSIONS: usize = 40;
/// Under this name a total over the pages in French is given beside the total over all.
const FRENCH: &str = "French";
const TOTAL: &str = "total";

/// One page by one engine.
#[derive(Debug, Serialize)]
pub(crate) struct PageResult {
    pub(crate) id: String,
    pub(crate) source: String,
    language: String,
    counts: Counts,
    cer: f64,
    f1: f64,
    cost: Cost,
    /// Why the page could not be read; it counts as empty.
    failure: Option<String>,
    pub(crate) text: String,
    #[serde(skip)]
    confusions: BTreeMap<Confusion, usize>,
}

impl PageResult {
    pub(crate) fn new(page: &Page, text: String, score: &Score, cost: Cost, failure: Option<String>) -> Self {
        Self {
            id: page.id.clone(),
            source: page.source.clone(),
            language: page.language.clone(),
            counts: score.counts,
            cer: score.counts.cer(),
            f1: score.counts.f1(),
            cost,
            failure,
            text,
            confusions: score.confusions.clone(),
        }
    }

    /// Whether the engine did not fail on it.
    pub(crate) fn is_read(&self) -> bool {
        self.failure.is_none()
    }
}

/// Pages a second with many in flight.
#[derive(Debug, Clone, Copy, Serialize)]
pub(crate) struct Throughput {
    pub(crate) in_flight: usize,
    pub(crate) pages_per_second: f64,
}

/// The rates of several pages together: sums over pages, so that long pages weigh more.
#[derive(Debug, Serialize)]
struct Row {
    counts: Counts,
    cer: f64,
    wer: f64,
    precision: f64,
    recall: f64,
    f1: f64,
    seconds_per_page: f64,
    cpu_seconds_per_page: Option<f64>,
    /// Seconds were measured in an earlier run.
    from_cache: bool,
}

impl Row {
    fn new<'a>(pages: impl Iterator<Item = &'a PageResult> + Clone) -> Self {
        let mut counts = Counts::default();
        pages.clone().for_each(|page| counts += page.counts);
        // A page that was refused took no time worth averaging.
        let costs = || pages.clone().filter(|page| page.failure.is_none()).map(|page| page.cost);
        let number = costs().count().max(1) as f64;
        Self {
            cer: counts.cer(),
            wer: counts.wer(),
            precision: counts.precision(),
            recall: counts.recall(),
            f1: counts.f1(),
            counts,
            seconds_per_page: costs().map(|cost| cost.seconds).sum::<f64>() / number,
            cpu_seconds_per_page: costs().map(|cost| cost.cpu_seconds).sum::<Option<f64>>().map(|s| s / number),
            from_cache: costs().any(|cost| cost.from_cache),
        }
    }
}

#[derive(Debug, Serialize)]
struct ConfusionCount {
    truth: Option<char>,
    reading: Option<char>,
    count: usize,
}

/// All pages by one engine.
#[derive(Debug, Serialize)]
pub(crate) struct EngineResult {
    name: String,
    version: String,
    throughput: Option<Throughput>,
    /// By source, then `French` and `total`.
    rows: BTreeMap<String, Row>,
    /// Isolated confusions, most frequent first.
    confusions: Vec<ConfusionCount>,
    pages: Vec<PageResult>,
}

impl EngineResult {
    pub(crate) fn new(name: &str, version: &str, pages: Vec<PageResult>, throughput: Option<Throughput>) -> Self {
        for page in &pages {
            if let Some(failure) = &page.failure {
                eprintln!("{name} could not read {}, which counts as empty: {failure}", page.id);
            }
        }
        let sources: BTreeSet<&str> = pages.iter().map(|page| page.source.as_str()).collect();
        let mut rows: BTreeMap<String, Row> = sources
            .into_iter()
            .map(|source| (source.to_owned(), Row::new(pages.iter().filter(|page| page.source == source))))
            .collect();
        rows.insert(FRENCH.to_owned(), Row::new(pages.iter().filter(|page| page.language.starts_with("fr"))));
        rows.insert(TOTAL.to_owned(), Row::new(pages.iter()));
        let mut confusions = BTreeMap::new();
        pages.iter().for_each(|page| add_up(&mut confusions, &page.confusions));
        let mut confusions: Vec<ConfusionCount> =
            confusions.into_iter().map(|((truth, reading), count)| ConfusionCount { truth, reading, count }).collect();
        confusions.sort_by_key(|confusion| std::cmp::Reverse(confusion.count));
        Self { name: name.to_owned(), version: version.to_owned(), throughput, rows, confusions, pages }
    }
}

/// A whole run.
#[derive(Debug, Serialize)]
pub(crate) struct Report {
    machine: Machine,
    index: String,
    half: Half,
    engines: Vec<EngineResult>,
    /// Of our words.
    confidence: Option<Calibration>,
}

fn percent(rate: f64) -> String {
    format!("{:.2}", rate * 100.0)
}

impl Report {
    pub(crate) fn new(
        machine: Machine,
        half: Half,
        index: &Path,
        engines: Vec<EngineResult>,
        confidence: Option<Calibration>,
    ) -> Self {
        Self { machine, index: index.display().to_string(), half, engines, confidence }
    }

    /// The tables for people, in Markdown.
    fn render(&self) -> String {
        let half = match self.half {
            Half::Development => "development half",
            Half::Test => "test half",
            Half::All => "both halves",
        };
        let mut out = format!("{}, {half}; {}\n\n", self.index, self.machine);
        for engine in &self.engines {
            out += &format!("- {}: {}\n", engine.name, engine.version);
        }
        out += &format!("\n### Accuracy, in per cent\n\n{}", self.accuracy());
        out += &format!("\n### Spaces and accents\n\n{}", self.spaces_and_accents());
        out += &format!("\n### Time\n\n{}", self.time());
        out += &format!("\n### Characters most often confused (␣ = space, ∅ = nothing)\n\n{}", self.confused());
        if let Some(confidence) = &self.confidence {
            out += &format!("\n### Confidence of our words\n\n{}", reliability(confidence));
        }
        out
    }

    /// Sources in order, with the totals last.
    fn sources(&self) -> Vec<&str> {
        let names: BTreeSet<&str> =
            self.engines.iter().flat_map(|engine| engine.rows.keys().map(String::as_str)).collect();
        let (totals, sources): (Vec<_>, Vec<_>) = names.into_iter().partition(|name| [FRENCH, TOTAL].contains(name));
        sources.into_iter().chain(totals).collect()
    }

    fn each(&self, mut row: impl FnMut(&str, &EngineResult, &Row)) {
        for source in self.sources() {
            for engine in &self.engines {
                if let Some(found) = engine.rows.get(source) {
                    row(source, engine, found);
                }
            }
        }
    }

    fn accuracy(&self) -> Table {
        let mut table = Table::new(&["source", "pages", "engine", "CER", "WER", "precision", "recall", "F1"]);
        self.each(|source, engine, row| {
            let rates = [row.cer, row.wer, row.precision, row.recall, row.f1].map(percent);
            table.row([source.to_owned(), row.counts.pages.to_string(), engine.name.clone()].into_iter().chain(rates));
        });
        table
    }

    fn spaces_and_accents(&self) -> Table {
        let mut table = Table::new(&[
            "source", "engine", "spaces", "kept", "lost", "added", "doubled", "accented", "kept", "wrong accent",
        ]);
        self.each(|source, engine, Row { counts: c, .. }| {
            let spaces = [c.spaces, c.spaces_kept, c.spaces_lost, c.spaces_added, c.spaces_doubled];
            let accents = [c.accents, c.accents_kept, c.accent_errors];
            let figures = spaces.into_iter().chain(accents).map(|count| count.to_string());
            table.row([source.to_owned(), engine.name.clone()].into_iter().chain(figures));
        });
        table
    }

    fn time(&self) -> Table {
        let mut table =
            Table::new(&["engine", "s/page, one at a time", "processor s/page", "pages/s, many in flight", "measured"]);
        for engine in &self.engines {
            let Some(row) = engine.rows.get(TOTAL) else { continue };
            table.row([
                engine.name.clone(),
                format!("{:.2}", row.seconds_per_page),
                row.cpu_seconds_per_page.map_or("unknown".to_owned(), |seconds| format!("{seconds:.2}")),
                engine.throughput.map_or("-".to_owned(), |t| format!("{:.2} ({})", t.pages_per_second, t.in_flight)),
                if row.from_cache { "in an earlier run (cache)" } else { "in this run" }.to_owned(),
            ]);
        }
        table
    }

    fn confused(&self) -> Table {
        let heads: Vec<&str> = self.engines.iter().map(|engine| engine.name.as_str()).collect();
        let mut table = Table::new(&[&["rank"], heads.as_slice()].concat());
        let shown = |c: Option<char>| match c {
            None => '∅',
            Some(' ') => '␣',
            Some(c) => c,
        };
        let longest = self.engines.iter().map(|engine| engine.confusions.len()).max().unwrap_or(0);
        for rank in 0..longest.min(CONFUSIONS) {
            let cells = self.engines.iter().map(|engine| match engine.confusions.get(rank) {
                Some(c) => format!("{} → {} {}", shown(c.truth), shown(c.reading), c.count),
                None => String::new(),
            });
            table.row(std::iter::once((rank + 1).to_string()).chain(cells));
        }
        table
    }

    /// Prints the tables.
    ///
    /// # Errors
    /// When standard output is closed.
    pub(crate) fn print(&self) -> anyhow::Result<()> {
        use std::io::Write;
        Ok(std::io::stdout().write_all(self.render().as_bytes())?)
    }
}

fn reliability(c: &Calibration) -> String {
    let mut table = Table::new(&["confidence", "words", "mean confidence", "right"]);
    for bin in &c.bins {
        table.row([
            format!("{:.1} to {:.1}", bin.from, bin.from + 0.1),
            bin.words.to_string(),
            percent(bin.confidence),
            percent(bin.accuracy),
        ]);
    }
    format!(
        "{table}\n{} words, {} of them wrong ({} %). Expected calibration error {:.4}. Among the 10 % least confident words \
         (below {:.3}) are {} % of the wrong ones. {} are misreadings of a word of the truth, {} % of which are among them; the others stand \
         nowhere in it.\n",
        c.words,
        c.wrong,
        percent(c.wrong as f64 / c.words as f64),
        c.expected_calibration_error,
        c.tenth_threshold,
        percent(c.wrong_in_least_confident_tenth),
        c.misread,
        percent(c.misread_in_least_confident_tenth),
    )
}

/// Writes figures to a file as JSON.
///
/// # Errors
/// Names the file.
pub(crate) fn write_json(file: &Path, figures: &impl Serialize) -> anyhow::Result<()> {
    let text = serde_json::to_vec_pretty(figures)?;
    std::fs::write(file, text).with_context(|| format!("cannot write {}", file.display()))
}
