//! Finding the phrases of all types in a page at once.
//!
//! Words are compared folded; long ones may differ by one character, since readers err. A phrase may run over the end of a
//! line.

use super::definition::Zone;
use super::letter::letterhead;
use super::look::goes_on;
use crate::page::Page;
use crate::text::{edits, fold};
use std::collections::{BTreeMap, HashMap};

/// Words shorter than this must be read without an error.
const FUZZY_FROM: usize = 6;
/// Words that may follow a title on its line, beside numbers and dates.
const AFTER_TITLE: usize = 5;
/// The same of a line in capitals, which is a title however long: "ATTESTATION D'INSCRIPTION À LA LISTE DES DEMANDEURS D'EMPLOI".
const AFTER_CAPITALS: usize = 10;
/// Words that may stand before a heading that ends its line.
const BEFORE_HEADING: usize = 8;
/// A heading is so many times as tall as the median line.
const HEADING: f32 = 1.3;
/// Share of the page's height that is its top.
const TOP: f32 = 1.0 / 3.0;

/// The words of a text, folded; single letters in a row (`F A C T U R E`, `R.I.B.`) are one word.
fn words(text: &str) -> Vec<String> {
    let folded = fold(text);
    let mut out: Vec<String> = Vec::new();
    let mut run = 0;
    for piece in folded.split_inclusive(|c: char| !c.is_alphanumeric()) {
        let word = piece.trim_end_matches(|c: char| !c.is_alphanumeric());
        if word.is_empty() {
            continue;
        }
        // The n of "n°" is a word, whatever stands before it.
        let single = word.chars().count() == 1 && word.chars().all(char::is_alphabetic) && !piece.ends_with('°');
        run = if single { run + 1 } else { 0 };
        out.push(word.to_owned());
        if run == 3 {
            let tail = out.split_off(out.len() - 3).concat();
            out.push(tail);
        } else if run > 3 {
            let last = out.pop().unwrap_or_default();
            if let Some(joined) = out.last_mut() {
                joined.push_str(&last);
            }
        }
    }
    out
}

fn is_letters(word: &str) -> bool {
    word.bytes().all(|b| b.is_ascii_lowercase())
}

/// A phrase where it was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Found {
    /// Number of the wording in the order it was added.
    pub(crate) phrase: usize,
    /// Line it begins on.
    pub(crate) line: usize,
}

/// The phrases of a set of types or rules, ready for search.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Lexicon {
    ids: HashMap<String, usize>,
    /// Words that may be read with an error, by their length: what is a letter longer or shorter is looked for there alone.
    fuzzy: BTreeMap<usize, Vec<(String, usize)>>,
    phrases: Vec<(Vec<usize>, Zone)>,
}

impl Lexicon {
    /// Adds a phrase; they are numbered from 0.
    pub(crate) fn add(&mut self, text: &str, zone: Zone) {
        let ids = words(text)
            .into_iter()
            .map(|word| {
                let next = self.ids.len();
                if !self.ids.contains_key(&word) && word.len() >= FUZZY_FROM && is_letters(&word) {
                    self.fuzzy.entry(word.len()).or_default().push((word.clone(), next));
                }
                *self.ids.entry(word).or_insert(next)
            })
            .collect();
        self.phrases.push((ids, zone));
    }

    /// How many phrases there are.
    pub(crate) fn len(&self) -> usize {
        self.phrases.len()
    }

    /// The phrases that are on the page, each once, where it first counts.
    pub(crate) fn search(&self, page: &Page) -> Vec<Found> {
        let lines: Vec<Vec<String>> = page.lines().iter().map(|l| words(&l.text())).collect();
        let mut places: Vec<(usize, usize)> = Vec::new();
        let mut occurrences: Vec<Vec<usize>> = vec![Vec::new(); self.ids.len()];
        let mut known: HashMap<&str, Vec<usize>> = HashMap::new();
        for (line, words) in lines.iter().enumerate() {
            for (index, word) in words.iter().enumerate() {
                let ids = known.entry(word).or_insert_with(|| self.like(word));
                for id in ids.iter() {
                    occurrences[*id].push(places.len());
                }
                places.push((line, index));
            }
        }
        let has_letterhead = self.phrases.iter().any(|(_, zone)| *zone == Zone::Letterhead);
        let letterhead = if has_letterhead { letterhead(page) } else { Vec::new() };
        // "BON DE LIVRAISON N° 120767 du 12/03/2020" is a title as it would be without its number and date.
        let is_title = |line: usize, length: usize| {
            let worded = |w: &&String| !w.contains(|c: char| c.is_ascii_digit());
            let after = lines[line].iter().skip(length).filter(worded).count();
            let capitals = || page.lines()[line].words.iter().all(|w| !w.text.contains(char::is_lowercase));
            after <= AFTER_TITLE || after <= AFTER_CAPITALS && capitals()
        };
        let counts = |zone: Zone, at: usize, length: usize| {
            let (line, index) = places[at];
            let start = index == 0;
            match zone {
                Zone::Anywhere => true,
                Zone::LineStart => start,
                Zone::Title => start && is_title(line, length) && !goes_on(page, line),
                Zone::Heading => {
                    let tall = page.lines()[line].rect.height() >= HEADING * page.line_height();
                    // A title beside the sender's name, at the same height, may be read as the end of one line.
                    let end = index + length == lines[line].len() && index <= BEFORE_HEADING;
                    tall && (end || start && is_title(line, length))
                }
                Zone::Top => page.share_down(page.lines()[line].rect.middle()) <= TOP,
                Zone::Letterhead => letterhead[line],
            }
        };
        let mut found = Vec::new();
        for (phrase, (ids, zone)) in self.phrases.iter().enumerate() {
            let Some(first) = ids.first() else { continue };
            let hit = occurrences[*first].iter().copied().find(|at| {
                let follows = |(k, id): (usize, &usize)| occurrences[*id].binary_search(&(at + k)).is_ok();
                ids.iter().enumerate().skip(1).all(follows) && counts(*zone, *at, ids.len())
            });
            if let Some(at) = hit {
                found.push(Found { phrase, line: places[at].0 });
            }
        }
        found
    }

    /// Numbers of the words that a word of the page may be.
    fn like(&self, word: &str) -> Vec<usize> {
        if let Some(id) = self.ids.get(word) {
            return vec![*id];
        }
        if word.len() + 1 < FUZZY_FROM || !is_letters(word) {
            return Vec::new();
        }
        let near = self.fuzzy.range(word.len() - 1..=word.len() + 1).flat_map(|(_, words)| words);
        near.filter(|(other, _)| edits(word, other, 1).is_some()).map(|(_, id)| *id).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::fixtures::page;

    fn lexicon(phrases: &[(&str, Zone)]) -> Lexicon {
        let mut lexicon = Lexicon::default();
        for (text, zone) in phrases {
            lexicon.add(text, *zone);
        }
        lexicon
    }

    fn hits(lexicon: &Lexicon, lines: &[(f32, f32, &str)]) -> Vec<usize> {
        lexicon.search(&page(lines)).iter().map(|f| f.phrase).collect()
    }

    #[test]
    fn words_are_folded_and_spaced_letters_joined() {
        assert_eq!(words("F A C T U R E n° 3"), ["facture", "n", "3"]);
        assert_eq!(words("Relevé d’Identité (R.I.B.)"), ["releve", "d", "identite", "rib"]);
        assert_eq!(words("à l'a"), ["ala"]);
    }

    #[test]
    fn one_error_is_forgiven_in_long_words_only() {
        let lexicon = lexicon(&[("bulletin de paie", Zone::Anywhere)]);
        assert_eq!(hits(&lexicon, &[(0.0, 0.0, "BULIETIN DE PAIE")]), [0]);
        assert!(hits(&lexicon, &[(0.0, 0.0, "BULLETIN DE PAIX")]).is_empty());
    }

    #[test]
    fn phrases_run_over_line_ends_and_zones_count() {
        let lexicon = lexicon(&[
            ("avis d'impôt", Zone::Anywhere),
            ("facture", Zone::Title),
            ("facture", Zone::Top),
            ("objet", Zone::LineStart),
        ]);
        assert_eq!(hits(&lexicon, &[(0.0, 900.0, "votre avis"), (0.0, 930.0, "d'impôt")]), [0]);
        assert_eq!(hits(&lexicon, &[(0.0, 100.0, "FACTURE N° 12 du 3 mai")]), [1, 2]);
        assert_eq!(hits(&lexicon, &[(0.0, 900.0, "FACTURE N° FA-2024-0012 du 12/03/2024")]), [1]);
        assert_eq!(hits(&lexicon, &[(0.0, 900.0, "Facture numéro douze que je vous ai envoyée")]), Vec::<usize>::new());
        assert_eq!(hits(&lexicon, &[(0.0, 900.0, "Objet : rien")]), [3]);
        assert!(hits(&lexicon, &[(0.0, 900.0, "Sans objet")]).is_empty());
    }

    #[test]
    fn a_line_in_capitals_is_a_title_however_long() {
        let lexicon = lexicon(&[("attestation", Zone::Title)]);
        let title = "ATTESTATION D'INSCRIPTION À LA LISTE DES DEMANDEURS D'EMPLOI";
        assert_eq!(hits(&lexicon, &[(0.0, 100.0, title)]), [0]);
        assert!(
            hits(&lexicon, &[(0.0, 100.0, "Attestation d'inscription à la liste des demandeurs d'emploi")]).is_empty()
        );
    }

    #[test]
    fn headings_are_taller_than_the_rest() {
        let mut large = Lexicon::default();
        large.add("bon de commande", Zone::Heading);
        let words = |y: f32, height: f32, text: &str| {
            let word = |(i, t): (usize, &str)| {
                let left = 100.0 * i as f32;
                let quad = liasse_geometry::Quad::from_rect(left, y, left + 80.0, y + height);
                crate::page::Word { text: t.to_owned(), confidence: 0.9, quad }
            };
            text.split(' ').enumerate().map(word).collect::<Vec<_>>()
        };
        let order = |height| {
            let lines = vec![
                words(10.0, height, "BON DE COMMANDE"),
                words(100.0, 20.0, "Désignation"),
                words(130.0, 20.0, "Fourniture"),
            ];
            large.search(&Page::new(1000.0, 1400.0, lines).unwrap()).len()
        };
        assert_eq!((order(30.0), order(20.0)), (1, 0));
    }
}
