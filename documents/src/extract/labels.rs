//! Where the labels of a type's fields stand.

use super::tokens::{Token, key};
use crate::page::Rect;
use crate::types::Field;

/// Characters from which a word of a label may be read with one error.
const FUZZY_FROM: usize = 6;

/// A label found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Hit {
    /// Number of the field.
    pub(super) field: usize,
    /// Number of the label in the field's list.
    pub(super) label: usize,
    /// First token, and the one after the last.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Words of the label.
    pub(super) words: usize,
    pub(super) rect: Rect,
}

/// All labels of all fields, those left out that are only a part of a longer one (`Date` in `Date d'échéance`).
pub(super) fn find(fields: &[Field], tokens: &[Token]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (field, f) in fields.iter().enumerate() {
        for (label, text) in f.labels.iter().enumerate() {
            let words: Vec<String> = text.split_whitespace().map(key).filter(|k| !k.is_empty()).collect();
            // A label of marks only, such as "€".
            let bare = words.is_empty().then(|| text.trim());
            for from in 0..tokens.len() {
                let to = match bare {
                    Some(mark) => (tokens[from].text == mark).then_some(from + 1),
                    None => matched(&words, tokens, from),
                };
                let Some(to) = to else { continue };
                let rect = tokens[from..to].iter().map(|t| t.rect).reduce(Rect::around);
                let Some(rect) = rect else { continue };
                hits.push(Hit { field, label, from, to, words: words.len().max(1), rect });
            }
        }
    }
    let contained = |a: &Hit| hits.iter().any(|b| b.from <= a.from && a.to <= b.to && b.to - b.from > a.to - a.from);
    let keep: Vec<bool> = hits.iter().map(|h| !contained(h)).collect();
    let mut keep = keep.into_iter();
    hits.retain(|_| keep.next().unwrap_or(true));
    hits
}

/// The token after a label that begins at `from`; all on one line, marks between its words allowed.
fn matched(words: &[String], tokens: &[Token], from: usize) -> Option<usize> {
    let line = tokens[from].line;
    let mut at = from;
    for (i, word) in words.iter().enumerate() {
        while i > 0 && tokens.get(at).is_some_and(|t| t.line == line && t.key.is_empty()) {
            at += 1;
        }
        let token = tokens.get(at).filter(|t| t.line == line)?;
        if !alike(word, &token.key) {
            return None;
        }
        at += 1;
    }
    Some(at)
}

/// Equal, or for long words of letters but for one replaced.
fn alike(word: &str, read: &str) -> bool {
    if word == read {
        return true;
    }
    let letters = |w: &str| w.bytes().all(|b| b.is_ascii_lowercase());
    word.len() >= FUZZY_FROM
        && word.len() == read.len()
        && letters(word)
        && letters(read)
        && word.bytes().zip(read.bytes()).filter(|(a, b)| a != b).count() == 1
}
