//! Labels among the lines of a page that were read too unsurely to count, such as the small print of a copied card: "PRTNOMS Fwenares"
//! over the given names.
//!
//! Responsible for telling such a line from what the labels of the page's type say, and for setting the label in its place. Not
//! responsible for values, of which nothing faint ever becomes one.

use crate::order::{beside, words_across};
use crate::page::{Page, Word};
use crate::text::{edits, fold};
use crate::types::Field;

/// Letters of a label from which on one can be told from a guess of which some are wrong, and the share that may be.
const LONG: usize = 8;
const WRONG: f32 = 0.34;
/// Letters of a label from which on a single one may be wrong, and of the shortest, which must be read rightly.
const SHORT: usize = 6;
const SHORTEST: usize = 4;
/// Letters by which the label of another field must be further from the guess.
const APART: usize = 2;
/// How sure the words of a label are that was told so.
const SURE: f32 = 0.3;

/// The page with the labels that its faint lines are; `None` where none is one.
pub(super) fn with_labels(page: &Page, fields: &[Field]) -> Option<Page> {
    if page.faint().is_empty() {
        return None;
    }
    let labels: Vec<(usize, &String, Letters)> = fields
        .iter()
        .enumerate()
        .flat_map(|(field, f)| f.labels.iter().map(move |label| (field, label, Letters::of(label))))
        .filter(|(_, _, letters)| letters.text.len() >= SHORTEST)
        .collect();
    let mut lines: Option<Vec<Vec<Word>>> = None;
    for faint in page.faint() {
        let Some(label) = label_of(&Letters::of(&faint.text), &labels) else { continue };
        let lines = lines.get_or_insert_with(|| lines_of(page));
        lines.insert(beside(lines, &faint.quad), words_across(label, SURE, &faint.quad));
    }
    let whole = Page::new(page.width(), page.height(), lines?).ok()?;
    Some(whole.looking_like(page.embedding().cloned()))
}

/// The label that a guess is, if it is near one and near none of another field.
fn label_of<'l>(guess: &Letters, labels: &[(usize, &'l String, Letters)]) -> Option<&'l String> {
    if guess.text.len() < SHORTEST {
        return None;
    }
    let near = labels.iter().filter_map(|(field, label, letters)| {
        let most = match letters.text.len().min(guess.text.len()) {
            length if length >= LONG => (WRONG * length as f32) as usize,
            length => usize::from(length >= SHORT),
        };
        let near = letters.may_be(guess, most + APART);
        Some((near.then(|| edits(&letters.text, &guess.text, most + APART))??, most, *field, *label))
    });
    let mut near: Vec<(usize, usize, usize, &String)> = near.collect();
    near.sort_by_key(|(errors, ..)| *errors);
    let (errors, most, field, label) = near.first().copied()?;
    let rival = near.iter().any(|(other, _, f, of)| *f != field && fold(of) != fold(label) && *other < errors + APART);
    (errors <= most && !rival).then_some(label)
}

/// The folded letters of a text, and how often each stands in it.
struct Letters {
    text: String,
    counts: [u8; 26],
}

impl Letters {
    fn of(text: &str) -> Self {
        let text: String = fold(text).chars().filter(char::is_ascii_lowercase).collect();
        let mut counts = [0_u8; 26];
        for letter in text.bytes() {
            let count = &mut counts[usize::from(letter - b'a')];
            *count = count.saturating_add(1);
        }
        Self { text, counts }
    }

    /// Whether two texts may be at most so many edits apart, by their letters alone, which is quickly seen.
    fn may_be(&self, other: &Letters, most: usize) -> bool {
        let missing: usize =
            self.counts.iter().zip(&other.counts).map(|(a, b)| usize::from(a.saturating_sub(*b))).sum();
        self.text.len().abs_diff(other.text.len()) <= most && missing <= most
    }
}

/// The words of a page as they came.
fn lines_of(page: &Page) -> Vec<Vec<Word>> {
    let word = |w: &crate::page::PlacedWord| Word { text: w.text.clone(), confidence: w.confidence, quad: w.quad };
    page.lines().iter().map(|line| line.words.iter().map(word).collect()).collect()
}
