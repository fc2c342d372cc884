//! `liasse-bench documents --learn SEED`: types learned from five example pages each, told on other pages.
//!
//! Responsible for which kinds of drawn pages stand for types that nobody has written rules for, and for counting what is told of them.
//! No shipped type is in force: all there is are the examples. Pages of other kinds are scored too, some of them drawn like those of a
//! learned type but for their title: they must be told "autre".

use std::collections::BTreeMap;
use std::fmt;
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use bytes::Bytes;
use liasse_client::v1::{PageReading, Wanted};
use liasse_corpus::files::encode;
use liasse_corpus::pages::PageTruth;
use liasse_corpus::{Corpus, Options};
use liasse_documents::learn::{Features, learn, rarity_table};
use liasse_documents::page::Page;
use liasse_documents::types::{Hints, OTHER, TypeSet};
use liasse_documents::wire;
use serde::Serialize;

use super::{JPEG, Kept};
use crate::arguments::{DocumentsArguments, RarityArguments};
use crate::engine::Liasse;
use crate::progress::Progress;
use crate::table::Table;

/// Pages that each type is learned from.
const EXAMPLES: usize = 5;
/// Pages drawn beside them from pixels, of which those take the place of pages that are hardly legible: nobody would give such a one.
const SPARE: usize = 3;
/// Different words from which on a page is legible.
const LEGIBLE: usize = 12;
/// Drawn pages beyond which a kind is given up: the rarest is one in two hundred.
const MOST_DRAWN: u64 = 20_000;
/// Pixels of a page drawn for its true words, and for being read.
const FOR_WORDS: usize = 300_000;
const FOR_PIXELS: usize = 2_200_000;

/// The kinds that are learned.
const KINDS: [&str; 16] = [
    "avis_imposition", "bon_commande", "bon_livraison", "bulletin", "carte_identite", "carte_identite_ancienne",
    "certificat_medical", "certificat_scolarite", "certificat_travail", "devis", "facture", "formulaire", "lettre",
    "releve", "rib", "ticket",
];

/// What a drawn page stands for: a kind that is learned, or none of them, by what it is drawn as.
fn kind(truth: &PageTruth) -> Result<&'static str, String> {
    let has = |text: &str| truth.lines.iter().any(|l| l.text.to_uppercase() == text);
    Ok(match truth.doc_type.as_str() {
        "invoice" if has("DEVIS") => "devis",
        "invoice" if has("BON DE COMMANDE") => "bon_commande",
        "invoice" if has("BON DE LIVRAISON") => "bon_livraison",
        "invoice" if has("AVOIR") => return Err("credit note".to_owned()),
        "invoice" => "facture",
        "certificate" if has("CERTIFICAT MÉDICAL") => "certificat_medical",
        "certificate" if has("CERTIFICAT DE SCOLARITÉ") => "certificat_scolarite",
        "certificate" if has("CERTIFICAT DE TRAVAIL") => "certificat_travail",
        "certificate" => return Err("attestation".to_owned()),
        "letter" => "lettre",
        "rib" => "rib",
        "form" => "formulaire",
        "identity_card" if truth.lines.iter().any(|l| l.text.contains("IDENTITY CARD")) => "carte_identite",
        "identity_card" => "carte_identite_ancienne",
        "payslip" => "bulletin",
        "tax_notice" => "avis_imposition",
        "bank_statement" => "releve",
        "receipt" => "ticket",
        other => return Err(other.to_owned()),
    })
}

/// What pages of a `doc_type` may stand for.
fn kinds_of(doc_type: &str) -> &'static [&'static str] {
    match doc_type {
        "invoice" => &["devis", "bon_commande", "bon_livraison", "facture"],
        "certificate" => &["certificat_medical", "certificat_scolarite", "certificat_travail"],
        "letter" => &["lettre"],
        "rib" => &["rib"],
        "form" => &["formulaire"],
        "identity_card" => &["carte_identite", "carte_identite_ancienne"],
        "payslip" => &["bulletin"],
        "tax_notice" => &["avis_imposition"],
        "bank_statement" => &["releve"],
        "receipt" => &["ticket"],
        _ => &[],
    }
}

/// Names the pages of this command among those that are kept.
const KEPT_AS: &str = "learn";

/// A page and what it stands for.
struct Sample {
    /// Its number in its seed.
    index: u64,
    truth: PageTruth,
    kind: Result<&'static str, String>,
    /// Its true words.
    reading: PageReading,
    /// The page as a file, where it is still to be read.
    file: Option<Bytes>,
}

/// Draws pages of a seed until there are `each` of every kind that is wanted, and as many of every kind that is not learned where
/// `others`.
fn collect(
    seed: u64,
    each: usize,
    kinds: &[&'static str],
    others: bool,
    pixels: Option<&Kept>,
) -> anyhow::Result<Vec<Sample>> {
    let max_pixels = Some(if pixels.is_some() { FOR_PIXELS } else { FOR_WORDS });
    let corpus = Corpus::new(Options { seed, max_pixels, ..Options::default() })?;
    let mut pen = corpus.page_pen();
    let progress = Progress::new("Drawing", each * kinds.len());
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    let mut out = Vec::new();
    for index in 0..MOST_DRAWN {
        let full = |kind: &&&str| counts.get(**kind).is_some_and(|n| *n >= each);
        if kinds.iter().filter(full).count() == kinds.len() {
            return Ok(out);
        }
        let doc_type = pen.doc_type(index);
        // Drawing takes far longer than knowing that there are enough of a kind.
        let open = |kind: &&str| kinds.contains(kind) && counts.get(*kind).is_none_or(|n| *n < each);
        let other = others && counts.get(doc_type).is_none_or(|n| *n < each);
        let kinds_here = kinds_of(doc_type);
        if !(kinds_here.iter().any(open) || other && kinds_here.is_empty()) {
            continue;
        }
        let known = pixels.map(|kept| kept.get(KEPT_AS, seed, &index.to_string())).transpose()?.flatten();
        let (truth, reading, file) = match known {
            Some((truth, reading)) => (truth, reading, None),
            None => {
                let page = pen.draw(index);
                let file = pixels.map(|_| encode(&page, JPEG)).transpose().context("encoding a page")?;
                let reading = super::reading(&page);
                (page.truth, reading, file.map(|(file, _)| Bytes::from(file)))
            }
        };
        let kind = kind(&truth);
        let name = match &kind {
            Ok(name) if kinds.contains(name) => (*name).to_owned(),
            Err(other) if others && other != "blank" => other.clone(),
            _ => continue,
        };
        let count = counts.entry(name).or_default();
        if *count >= each {
            continue;
        }
        *count += 1;
        out.push(Sample { index, truth, kind, reading, file });
        progress.step();
    }
    anyhow::bail!("seed {seed} has fewer than {each} pages of a kind among {MOST_DRAWN}")
}

/// Puts what a server reads in the place of the true words, where it was not read before.
async fn read(seed: u64, samples: &mut [Sample], liasse: &Liasse, in_flight: usize, kept: &Kept) -> anyhow::Result<()> {
    let (which, files): (Vec<usize>, Vec<Bytes>) =
        samples.iter_mut().enumerate().filter_map(|(at, s)| Some((at, s.file.take()?))).unzip();
    let progress = Progress::new("Liasse", files.len());
    let mut failed = Vec::new();
    liasse
        .read_many(&files, in_flight, Wanted { document: true, ..Wanted::default() }, |finished| {
            progress.step();
            match finished.readings {
                Ok(mut readings) => {
                    let sample = &mut samples[which[finished.index]];
                    sample.reading = readings.pop().unwrap_or_default();
                    let put = kept.put(KEPT_AS, seed, &sample.index.to_string(), &sample.truth, &sample.reading);
                    failed.extend(put.err());
                }
                Err(error) => failed.push(error.context(format!("page {}", finished.index))),
            }
        })
        .await?;
    failed.pop().map_or(Ok(()), Err)
}

/// What examples make: the set of types, how long that took, and how coherent each type is.
type Learned = (TypeSet, Duration, Vec<(String, f32)>);

/// Learns the types of the examples.
fn learned(examples: &[Sample], kinds: &[&'static str]) -> anyhow::Result<Learned> {
    let empty = TypeSet::from_texts([])?;
    let mut pages = Vec::new();
    for (number, sample) in examples.iter().enumerate() {
        let page = wire::page(&sample.reading)?;
        if Features::of(&page).words() >= LEGIBLE {
            pages.push((sample.kind.clone(), format!("page {number}"), page));
        }
    }
    let (mut files, mut coherence) = (Vec::new(), Vec::new());
    let started = Instant::now();
    for name in kinds {
        let own: Vec<(String, &Page)> = pages
            .iter()
            .filter(|(k, ..)| k.as_ref() == Ok(name))
            .map(|(_, source, page)| (source.clone(), page))
            .take(EXAMPLES)
            .collect();
        let learned = learn(&empty, name, None, &own)?;
        coherence.push(((*name).to_owned(), learned.coherence.unwrap_or(0.0)));
        files.push((learned.examples.file_name(), learned.examples.to_toml()));
    }
    let set = TypeSet::from_texts(files)?;
    Ok((set, started.elapsed(), coherence))
}

/// What was told of the pages of one kind.
#[derive(Debug, Clone, Default, Serialize)]
struct Tally {
    pages: usize,
    right: usize,
    accepted: usize,
    accepted_wrong: usize,
}

impl Tally {
    fn add(&mut self, other: &Tally) {
        self.pages += other.pages;
        self.right += other.right;
        self.accepted += other.accepted;
        self.accepted_wrong += other.accepted_wrong;
    }
}

/// What was counted.
#[derive(Debug, Default, Serialize)]
pub(super) struct LearnTallies {
    kinds: BTreeMap<String, Tally>,
    others: BTreeMap<String, Tally>,
    coherence: Vec<(String, f32)>,
    learning_microseconds: u128,
    telling_microseconds: Vec<u128>,
    /// A sentence for every page that was told wrongly.
    pub(super) misses: Vec<String>,
}

impl LearnTallies {
    fn sums(&self) -> [Tally; 2] {
        [&self.kinds, &self.others].map(|tallies| {
            let mut sum = Tally::default();
            tallies.values().for_each(|t| sum.add(t));
            sum
        })
    }

    /// Share of the pages of learned kinds that were told rightly.
    pub(super) fn accuracy(&self) -> f32 {
        let [kinds, _] = self.sums();
        kinds.right as f32 / kinds.pages.max(1) as f32
    }

    /// Share of what was accepted as a type that is of it, pages of other kinds included.
    pub(super) fn precision(&self) -> f32 {
        let [mut sum, others] = self.sums();
        sum.add(&others);
        1.0 - sum.accepted_wrong as f32 / sum.accepted.max(1) as f32
    }

    fn count(&mut self, sample: &Sample, set: &TypeSet) -> anyhow::Result<()> {
        let page = wire::page(&sample.reading)?;
        let started = Instant::now();
        let told = set.classify(&page, &Hints::default());
        self.telling_microseconds.push(started.elapsed().as_micros());
        let (wanted, tally) = match &sample.kind {
            Ok(kind) => (*kind, self.kinds.entry((*kind).to_owned()).or_default()),
            Err(other) => (OTHER, self.others.entry(other.clone()).or_default()),
        };
        let right = told.type_name == wanted;
        tally.pages += 1;
        tally.right += usize::from(right);
        if set.get(&told.type_name).is_some_and(|t| told.confidence >= t.accept) {
            tally.accepted += 1;
            tally.accepted_wrong += usize::from(!right);
        }
        if !right {
            let reason = told.reasons.first().map(|r| format!(", {} {:+.1}", r.what, r.weight)).unwrap_or_default();
            let is = match &sample.kind {
                Ok(kind) => *kind,
                Err(other) => other.as_str(),
            };
            self.misses.push(format!("a {is} is told {} ({:.2}{reason})", told.type_name, told.confidence));
        }
        Ok(())
    }
}

/// Learns from the pages of one seed and tells those of another. `each` pages of every kind are scored.
///
/// # Errors
/// What kept it from being done.
pub(super) fn from_true_words(
    learned_from: u64,
    seed: u64,
    each: usize,
    kinds: &[&'static str],
) -> anyhow::Result<LearnTallies> {
    ensure!(learned_from != seed, "the pages learned from and those scored have the same seed {seed}");
    let examples = collect(learned_from, EXAMPLES, kinds, false, None)?;
    let scored = collect(seed, each, kinds, true, None)?;
    tell(&examples, &scored, kinds)
}

fn tell(examples: &[Sample], scored: &[Sample], kinds: &[&'static str]) -> anyhow::Result<LearnTallies> {
    let (set, took, coherence) = learned(examples, kinds)?;
    let mut tallies = LearnTallies { coherence, learning_microseconds: took.as_micros(), ..LearnTallies::default() };
    for sample in scored {
        tallies.count(sample, &set)?;
    }
    Ok(tallies)
}

/// As the arguments say; what it was made of comes second.
///
/// # Errors
/// What kept it from being done.
pub(super) async fn run(arguments: &DocumentsArguments, learned_from: u64) -> anyhow::Result<(LearnTallies, String)> {
    let (seed, each) = (arguments.seed, usize::try_from(arguments.pages)?.div_ceil(KINDS.len()));
    if arguments.true_words {
        return Ok((from_true_words(learned_from, seed, each, &KINDS)?, "the true words".to_owned()));
    }
    ensure!(learned_from != seed, "the pages learned from and those scored have the same seed {seed}");
    let kept = Kept::open(arguments.kept.as_deref())?;
    let mut examples = collect(learned_from, EXAMPLES + SPARE, &KINDS, false, Some(&kept))?;
    let mut scored = collect(seed, each, &KINDS, true, Some(&kept))?;
    let in_flight = arguments.server.in_flight;
    let liasse = Liasse::connect(&arguments.server.source(), in_flight).await?;
    read(learned_from, &mut examples, &liasse, in_flight, &kept).await?;
    read(seed, &mut scored, &liasse, in_flight, &kept).await?;
    Ok((tell(&examples, &scored, &KINDS)?, liasse.version()))
}

/// Fits how rare features are, on drawn pages of kinds that are not learned above, and writes the table.
///
/// # Errors
/// What kept it from being done.
pub(crate) fn fit_rarity(arguments: &RarityArguments) -> anyhow::Result<()> {
    let options = Options {
        seed: arguments.seed,
        fonts: arguments.fonts.clone(),
        texts: arguments.texts.clone(),
        max_pixels: Some(FOR_WORDS),
        ..Options::default()
    };
    let corpus = Corpus::new(options)?;
    let mut pen = corpus.page_pen();
    let progress = Progress::new("Drawing", usize::try_from(arguments.pages)?);
    let mut pages = Vec::new();
    for index in 0..arguments.pages {
        progress.step();
        let page = pen.draw(index);
        if matches!(kind(&page.truth), Err(other) if other != "blank" && other != "credit note") {
            pages.push(Features::of(&wire::page(&super::reading(&page))?));
        }
    }
    let table = rarity_table(&pages);
    eprintln!("{} pages, {} bytes", pages.len(), table.len());
    std::fs::write(&arguments.out, table).with_context(|| format!("cannot write {}", arguments.out.display()))
}

/// The tables.
impl fmt::Display for LearnTallies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let percent = |part: usize, of: usize| format!("{:.1}", 100.0 * part as f32 / of.max(1) as f32);
        let row = |name: &str, t: &Tally| {
            let likeness = self.coherence.iter().find(|(kind, _)| kind == name);
            let likeness = likeness.map(|(_, c)| format!("{c:.2}")).unwrap_or_default();
            [
                name.to_owned(),
                likeness,
                t.pages.to_string(),
                percent(t.right, t.pages),
                percent(t.accepted, t.pages),
                t.accepted_wrong.to_string(),
            ]
        };
        let [kinds, others] = self.sums();
        let head = ["kind of page", "coherence", "pages", "right, %", "accepted, %", "of these wrong"];
        let mut table = Table::new(&head);
        self.kinds.iter().for_each(|(name, t)| table.row(row(name, t)));
        table.row(row("learned kinds", &kinds));
        self.others.iter().for_each(|(name, t)| table.row(row(name, t)));
        table.row(row("other kinds", &others));
        writeln!(f, "{table}")?;
        let accepted = kinds.accepted + others.accepted;
        writeln!(
            f,
            "Accuracy over the learned kinds {:.1} %; of {accepted} pages accepted as a type at their thresholds, {:.2} % are of it.",
            100.0 * self.accuracy(),
            100.0 * self.precision()
        )?;
        let mut times = self.telling_microseconds.clone();
        times.sort_unstable();
        writeln!(
            f,
            "Learning all types took {} ms; telling a page {} µs (median).",
            self.learning_microseconds / 1000,
            times.get(times.len() / 2).copied().unwrap_or(0)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Seeds on which nothing was chosen; figures over more pages are in docs/accuracy.md.
    const LEARNED_FROM: u64 = 640_211;
    const SCORED: u64 = 640_212;

    /// Floors under what was measured, with room for a small sample of the kinds that are drawn often.
    #[test]
    fn types_learned_from_five_pages_are_told() {
        let kinds = ["avis_imposition", "bulletin", "facture", "formulaire", "releve", "rib"];
        let tallies = from_true_words(LEARNED_FROM, SCORED, 5, &kinds).unwrap();
        assert!(tallies.accuracy() >= 0.9, "{tallies}");
        assert!(tallies.precision() >= 0.95, "{tallies}");
    }

    #[test]
    fn pages_learned_from_are_never_scored() {
        let error = from_true_words(7, 7, 1, &KINDS).err().unwrap();
        assert!(error.to_string().contains("same seed"), "{error}");
    }
}
