//! Where what is printed as a label ends: "Nom et prénom de l'assuré", "Adresse (n°, rue)", "Commune souhaitée :".
//!
//! Responsible for words that go on a label of the file, which are no part of its value. Not responsible for its translation (see
//! `labels`), nor for where the value stands (see `places`).

use super::candidates::{Search, is_text};
use super::labels::{Hit, close_before};
use super::tokens::Token;
use crate::types::{Field, Format};

/// Words that say of a label which one is meant, as in "Commune souhaitée"; of each the letters that all its forms begin with.
const WHICH: [&str; 14] = [
    "souhaité", "demandé", "recherché", "concerné", "actuel", "précédent", "complet", "complèt", "exact", "principal",
    "éventuel", "habituel", "légal", "postal",
];

impl Search<'_> {
    /// Whether the label goes on in words that make it another one, such as "Date d'embauche"; those of amounts go on more freely.
    pub(super) fn is_other_label(&self, hit: &Hit, field: &Field) -> bool {
        (is_text(field.format) || field.format == Format::Date) && self.end_of_label(hit) > hit.to
    }

    /// Whether a label of words is one of several before the same colon, "Nom, prénom, adresse : …": what follows are all of theirs.
    pub(super) fn is_listed(&self, hit: &Hit, field: &Field) -> bool {
        let small = self.tokens[hit.from].text.starts_with(char::is_lowercase);
        let listed = |t: &Token| t.text.ends_with(',') || matches!(t.key.as_str(), "et" | "ou");
        is_text(field.format)
            && small
            && hit.has_colon(self.tokens)
            && close_before(self.tokens, hit.from).is_some_and(listed)
    }

    /// The token after all of what is printed as the label: words in small letters that go on what was found, as in "Nom et prénom de
    /// l'assuré", "Adresse (n°, rue)" and "Commune souhaitée :", are no part of the value.
    pub(super) fn end_of_label(&self, hit: &Hit) -> usize {
        if hit.has_colon(self.tokens) {
            return hit.to;
        }
        let link = |t: &Token| t.text.starts_with(['(', '/']) || is_link(&t.text);
        let listed = self.tokens[hit.to - 1].text.ends_with(',');
        let line = self.of_line(self.tokens[hit.to - 1].line);
        let (mut end, mut open) = (self.tokens[hit.to - 1].rect.right, false);
        let linked = listed || self.tokens.get(hit.to).is_some_and(link);
        for t in hit.to..line.end {
            let word = &self.tokens[t];
            let small = word.text.starts_with(char::is_lowercase) && !word.text.contains(|c: char| c.is_ascii_digit());
            open |= word.text.starts_with('(');
            let parted = word.rect.left - end > self.cell_gap();
            if parted || !(small || open || word.key.is_empty()) {
                return if parted || linked { t } else { hit.to };
            }
            end = word.rect.right;
            if word.text.ends_with(':') {
                return t + 1;
            }
            open &= !word.text.contains(')');
        }
        if linked { line.end } else { hit.to }
    }

    /// Takes away what goes on a label up to its colon, "de notre courrier :" after "Objet": words in small letters, which none of the
    /// value's own before a colon would begin with.
    pub(super) fn leave_the_label(&self, tokens: &mut Vec<usize>) {
        let colon = tokens.iter().position(|t| self.tokens[*t].text.ends_with(':'));
        let Some(colon) = colon.filter(|at| at + 1 < tokens.len()) else { return };
        let small = |t: &usize| {
            let text = &self.tokens[*t].text;
            text.starts_with(|c: char| c.is_lowercase() || !c.is_alphabetic())
        };
        if tokens[..=colon].iter().all(small) {
            tokens.drain(..=colon);
        }
    }

    /// Whether what is printed is a longer label than the one that was found: other words stand between it and its colon, with no more
    /// than a space between them, and none begins a label of its own.
    pub(super) fn is_longer_label(&self, hit: &Hit) -> bool {
        if hit.has_colon(self.tokens) {
            return false;
        }
        let (mut any, mut end) = (false, self.tokens[hit.to - 1].rect.right);
        for t in hit.to..self.of_line(self.tokens[hit.to - 1].line).end {
            let word = &self.tokens[t];
            let number = word.text.contains(|c: char| c.is_ascii_digit());
            if number || word.rect.left - end > self.cell_gap() || self.begins_label(t, hit.field) {
                return false;
            }
            end = word.rect.right;
            any |= !word.key.is_empty();
            if word.text.ends_with(':') {
                return any;
            }
        }
        false
    }
}

/// Whether a word in small letters goes on a label and begins no value: "Nom et prénom", "Adresse du siège", "Nom d'usage".
fn is_link(word: &str) -> bool {
    matches!(word, "et" | "ou" | "de" | "du" | "des")
        || word.starts_with("d'")
        || word.starts_with("d’")
        || WHICH.iter().any(|which| word.starts_with(which))
}
