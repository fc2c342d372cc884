//! Whose value a label speaks of: the rest of a label that says so, and the heading under which labels are another's.

use super::candidates::Search;
use super::labels::Hit;
use super::places::TEXT_REACH;
use super::tokens::key;
use crate::types::{Field, Format};

/// Words with which a label goes on that says whose the value is.
const OF: [&str; 5] = ["de", "du", "des", "et", "à"];

/// Words that say of an identifier that it is the customer's, and words before it that are its label at most.
const CUSTOMERS: [&str; 8] = ["client", "cliente", "acheteur", "preneur", "destinataire", "acquereur", "votre", "vos"];
const LABEL_WORDS: usize = 6;

/// From where on a field's labels are those of another: under the top of a heading, and right of `left` where others stand beside it.
pub(super) struct End {
    top: f32,
    left: f32,
}

impl End {
    pub(super) fn is_over(&self, hit: &Hit) -> bool {
        hit.rect.middle() > self.top && hit.rect.left >= self.left
    }
}

impl Search<'_> {
    /// Where a field's labels are another's: from the first line on that begins with one of the field's `until`.
    pub(super) fn until(&self, field: &Field) -> Option<End> {
        let begins = |line: usize| {
            let words = self.of_line(line).map(|t| self.tokens[t].key.as_str()).filter(|key| !key.is_empty());
            let words: Vec<&str> = words.skip_while(|key| key.bytes().all(|b| b.is_ascii_digit())).collect();
            let said = |text: &String| {
                let mut said = text.split_whitespace().map(key);
                let mut at = words.iter();
                said.all(|word| at.next().is_some_and(|read| *read == word))
            };
            !words.is_empty() && field.until.iter().any(said)
        };
        let lines = self.page.lines();
        let line = (0..lines.len()).find(|line| !field.until.is_empty() && begins(*line))?;
        let head = lines[line].rect;
        let beside = lines.iter().any(|l| l.rect.right < head.left && l.rect.row_overlap(&head) > 0.5);
        let left = if beside { head.left - self.cell_gap() } else { f32::NEG_INFINITY };
        Some(End { top: head.top, left })
    }

    /// Whether the words before a value on its row say that it is the customer's: "N° TVA client : FR…", "Votre SIRET …".
    pub(super) fn is_of_customer(&self, token: usize) -> bool {
        let own = self.tokens[token].rect;
        let mut before: Vec<_> = self
            .tokens
            .iter()
            .filter(|t| {
                let near = (0.0..TEXT_REACH * self.page.width()).contains(&(own.left - t.rect.right));
                near && t.rect.row_overlap(&own) > 0.5 && !t.key.is_empty()
            })
            .collect();
        before.sort_by(|a, b| b.rect.right.total_cmp(&a.rect.right));
        // What stands before another number is that one's.
        let label = before.iter().take_while(|t| !t.text.contains(|c: char| c.is_ascii_digit())).take(LABEL_WORDS);
        label.into_iter().any(|t| CUSTOMERS.contains(&t.key.as_str()))
    }

    /// The token after the words in which a label before words goes on, as in "Nom et prénoms de l'acquéreur", up to a colon or the end of
    /// the cell: whose name it is, in small letters, which no name is written in.
    pub(super) fn rest_of_label(&self, hit: &Hit, field: &Field) -> Option<usize> {
        let line = self.of_line(self.tokens[hit.to - 1].line);
        if field.format != Format::Text || hit.weak || hit.has_colon(self.tokens) {
            return None;
        }
        let linked = |text: &str| OF.contains(&text) || text.starts_with("d'") || text.starts_with("d’");
        let mut end = self.tokens[hit.to - 1].rect.right;
        for t in hit.to..line.end {
            let word = &self.tokens[t];
            if word.rect.left - end > self.cell_gap() {
                return (t > hit.to).then_some(t);
            }
            let small = word.text.starts_with(char::is_lowercase) && !word.text.contains(char::is_uppercase);
            if !small && !word.key.is_empty() || t == hit.to && !linked(&word.text) {
                return None;
            }
            if word.text.ends_with(':') {
                return Some(t + 1);
            }
            end = word.rect.right;
        }
        (line.end > hit.to).then_some(line.end)
    }
}
