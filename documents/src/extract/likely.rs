//! Labels that are worded otherwise than a type's file has them: "Relevé de votre compteur le" where the file has "Relevé du".
//!
//! Responsible for the values of fields of which no label of the file stands on the page, beside words that share what is telling in the
//! field's labels. Such a value is never sure: a person looks at it. Not responsible for labels of the file (see `labels`).

use super::candidates::{Candidate, Search, has_digit};
use super::labels::Hit;
use super::tokens::{NUMBER_SIGN, Token, key};
use crate::page::Rect;
use crate::types::{Anchor, DocumentType, Field, Format};
use std::collections::HashMap;

/// Words of a label at most.
const WORDS: usize = 8;
/// Share of what a label says that the field's own labels must say, and of an amount's, of which most papers have many.
const LIKELY: f32 = 0.5;
const LIKELY_AMOUNT: f32 = 0.6;
/// Share of the labels with a word that must be the field's for the word to tell it.
const TELLING: f32 = 0.6;
/// What a place is worth less for a label that is only like the field's: no such value is accepted.
const ONLY_LIKE: f32 = 0.35;
/// What the label of a number or a reference says, and that of a date or an amount does not.
const NUMBERS: &[&str] =
    &[NUMBER_SIGN, "numero", "num", "ref", "reference", "references", "code", "identifiant", "matricule"];
/// Words that make a label speak of another day or amount than the one asked for.
const OTHERS: &[&str] =
    &["prochain", "prochaine", "precedent", "precedente", "ancien", "ancienne", "dernier", "derniere"];
/// Words that say nothing of which field is meant: little ones, and what a value is.
const SILENT: &[&str] = &[
    "a", "au", "aux", "avec", "ce", "cette", "d", "date", "de", "des", "du", "en", "et", "la", "le", "les", "l", "n",
    "no", "nos", "notre", "numero", "num", "ou", "par", "pour", "sous", "sur", "un", "une", "vos", "votre", "votres",
    "ref", "reference", "references", "code", "montant", "somme", "total", "euros", NUMBER_SIGN,
];

/// How often each word stands in the labels of each field of a type, as a share of the field's labels.
pub(super) struct Wordings {
    shares: HashMap<String, Vec<f32>>,
}

impl Wordings {
    /// Those of a type's fields, and what the document is called for its own number.
    pub(super) fn of(document_type: &DocumentType) -> Self {
        let fields = &document_type.fields;
        let mut shares: HashMap<String, Vec<f32>> = HashMap::new();
        for (at, field) in fields.iter().enumerate() {
            let each = 1.0 / field.labels.len().max(1) as f32;
            for word in field.labels.iter().flat_map(|label| said(label.split_whitespace().map(key))) {
                shares.entry(word).or_insert_with(|| vec![0.0; fields.len()])[at] += each;
            }
        }
        // "N° du certificat" on a certificate is its own number.
        if let Some(own) = fields.iter().position(|f| f.format == Format::Reference) {
            for word in said(document_type.label.split_whitespace().map(key)) {
                shares.entry(word).or_insert_with(|| vec![0.0; fields.len()])[own] += 1.0;
            }
        }
        Self { shares }
    }

    /// The share of the labels with a word that are the field's, 0 to 1.
    fn telling(&self, word: &str, field: usize) -> f32 {
        let Some(shares) = self.shares.get(word) else { return 0.0 };
        shares[field] / shares.iter().sum::<f32>()
    }
}

/// The words of a label that tell which field it is of.
fn said(words: impl Iterator<Item = String>) -> impl Iterator<Item = String> {
    words.filter(|word| word.len() > 1 && !SILENT.contains(&word.as_str()))
}

/// Whether a format's values are known well enough by their form that a label need only be like the field's.
fn is_by_form(format: Format) -> bool {
    matches!(
        format,
        Format::Date | Format::Amount | Format::Number | Format::Reference | Format::Period | Format::Phone
    )
}

impl Search<'_> {
    /// The candidates of a field none of whose labels stands on the page, the best first.
    pub(super) fn likely(&self, field: usize, wordings: &Wordings) -> Vec<Candidate> {
        let own = &self.fields[field];
        let format = own.format.as_printed();
        if !is_by_form(format) || own.labels.is_empty() {
            return Vec::new();
        }
        let own = &Field { format, ..own.clone() };
        let mut out = Vec::new();
        for hit in self.phrases().filter_map(|(from, to)| self.like(field, from, to, wordings)) {
            for anchor in &own.anchors {
                let places = match anchor {
                    Anchor::Right => self.right_of(&hit, own),
                    Anchor::Below => self.below(&hit, own),
                    Anchor::Before => Vec::new(),
                };
                for mut place in places {
                    place.quality -= ONLY_LIKE;
                    place.explicit = false;
                    self.read(own, &place, &mut out);
                }
            }
        }
        out.sort_by(|a, b| b.score.total_cmp(&a.score));
        out.truncate(1);
        out
    }

    /// What may be a label: the words at the beginning of a line or cell up to a colon, a number or the end of the cell, where no label
    /// of the file stands among them. First token, and the one after the last.
    fn phrases(&self) -> impl Iterator<Item = (usize, usize)> {
        let begins = |t: usize| {
            let before = t.checked_sub(1).map(|b| &self.tokens[b]).filter(|b| b.line == self.tokens[t].line);
            before.is_none_or(|b| self.tokens[t].rect.left - b.rect.right > self.cell_gap() || b.text.ends_with(':'))
        };
        (0..self.tokens.len()).filter(move |t| begins(*t)).filter_map(move |from| {
            let mut to = from;
            while let Some(token) = self.tokens.get(to).filter(|t| t.line == self.tokens[from].line) {
                if has_digit(&token.text) || to > from && begins(to) {
                    break;
                }
                to += 1;
            }
            let labelled = self.hits.iter().any(|h| !h.weak && (from..to).contains(&h.from));
            (to > from && to - from <= WORDS && !labelled).then_some((from, to))
        })
    }

    /// These words as a label of the field, where they share what is telling.
    fn like(&self, field: usize, from: usize, to: usize, wordings: &Wordings) -> Option<Hit> {
        let tokens: &[Token] = &self.tokens[from..to];
        let format = self.fields[field].format.as_printed();
        let has = |list: &[&str]| tokens.iter().any(|t| list.contains(&t.key.as_str()));
        let numbered = matches!(format, Format::Number | Format::Reference);
        if has(NUMBERS) != numbered && format != Format::Phone || has(OTHERS) {
            return None;
        }
        let words: Vec<String> = said(tokens.iter().map(|t| t.key.clone())).collect();
        let telling: Vec<f32> = words.iter().map(|word| wordings.telling(word, field)).collect();
        let share = telling.iter().sum::<f32>() / telling.len().max(1) as f32;
        let least = if format == Format::Amount { LIKELY_AMOUNT } else { LIKELY };
        if share < least || !telling.iter().any(|t| *t >= TELLING) {
            return None;
        }
        let shared =
            |label: &String| said(label.split_whitespace().map(key)).filter(|word| words.contains(word)).count();
        let labels = &self.fields[field].labels;
        let label = (0..labels.len()).rev().max_by_key(|at| shared(&labels[*at]))?;
        let rect = tokens.iter().map(|t| t.rect).reduce(Rect::around)?;
        Some(Hit::of_likely(field, label, from..to, rect))
    }
}
