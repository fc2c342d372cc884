//! Every type that ships, told from the true words of drawn pages.
//!
//! Responsible for that no type ships which has never met a page of its own. Not responsible for how many pages are told rightly and
//! how well fields are read: that is measured, see docs/accuracy.md.

use liasse_corpus::pages::{PageTruth, WordTruth};
use liasse_corpus::{Corpus, Kinds, Options};
use liasse_documents::types::TypeSet;
use liasse_documents::wire::{self, Rules};
use liasse_proto::v1;
use std::collections::{BTreeMap, BTreeSet};

/// A seed on which no rule was written.
const SEED: u64 = 96_113;
/// So many that each type comes a few times.
const PAGES: u64 = 420;

fn quad(q: &[f32; 8]) -> v1::Quad {
    let corner = |i: usize| Some(v1::Point { x: q[2 * i], y: q[2 * i + 1] });
    v1::Quad { top_left: corner(0), top_right: corner(1), bottom_right: corner(2), bottom_left: corner(3) }
}

/// The reading of somebody who makes no mistake.
fn reading(truth: &PageTruth, width: usize, height: usize) -> v1::PageReading {
    let mut reading = v1::PageReading { width: width as u32, height: height as u32, ..Default::default() };
    for line in &truth.lines {
        let first_word = reading.words.len() as u32;
        let word = |w: &WordTruth| v1::Word { quad: Some(quad(&w.quad)), text: w.text.clone(), confidence: 1.0 };
        reading.words.extend(line.words.iter().map(word));
        let word_count = reading.words.len() as u32 - first_word;
        reading.lines.push(v1::Line { first_word, word_count, ..Default::default() });
    }
    reading
}

#[test]
fn every_shipped_type_is_drawn_and_told() {
    let options = Options { seed: SEED, max_pixels: Some(250_000), kinds: Kinds::EveryType, ..Options::default() };
    let corpus = Corpus::new(options).unwrap();
    let types = TypeSet::shipped().unwrap();
    let mut pen = corpus.page_pen();
    // By what pages were drawn as, how many there are and how often each type was told.
    let mut told: BTreeMap<String, (usize, BTreeMap<String, usize>)> = BTreeMap::new();
    for index in 0..PAGES {
        let page = pen.draw(index);
        let rules = Rules { types: &types, trays: None, certificates: None, read_in: 2026 };
        let document = wire::document(&reading(&page.truth, page.image.width, page.image.height), rules).unwrap();
        let entry = told.entry(page.truth.doc_type).or_default();
        entry.0 += 1;
        *entry.1.entry(document.r#type).or_default() += 1;
    }
    // Each type is told of some page at least.
    let met: BTreeSet<&str> = told.values().flat_map(|(_, types)| types.keys().map(String::as_str)).collect();
    let unmet: Vec<&str> = types.iter().map(|t| t.name.as_str()).filter(|name| !met.contains(name)).collect();
    assert!(unmet.is_empty(), "told of no page: {unmet:?}");
    // Pages that are drawn under the name of a type are told to be of it, but for a few.
    let (mut pages, mut right) = (0, 0);
    for (name, (count, types_told)) in told.iter().filter(|(name, _)| types.get(name).is_some()) {
        let own = types_told.get(name).copied().unwrap_or(0);
        assert!(4 * own >= 3 * count, "{name}: {own} of {count} are told, {types_told:?}");
        (pages, right) = (pages + count, right + own);
    }
    assert!(100 * right >= 96 * pages, "{right} of {pages}");
}
