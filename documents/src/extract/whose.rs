//! Whose value a label speaks of: the rest of a label that says so, and the heading under which labels are another's.

use super::candidates::Search;
use super::labels::Hit;
use super::tokens::key;
use crate::types::{Field, Format};

/// Words with which a label goes on that says whose the value is.
const OF: [&str; 5] = ["de", "du", "des", "et", "à"];

/// Words of a heading after those of a field's `under`.
const HEADING_OTHERS: usize = 4;

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
        let lines = self.page.lines();
        let line = (0..lines.len()).find(|line| self.words_begin(*line, &field.until).is_some())?;
        let head = lines[line].rect;
        let beside = lines.iter().any(|l| l.rect.right < head.left && l.rect.row_overlap(&head) > 0.5);
        let left = if beside { head.left - self.cell_gap() } else { f32::NEG_INFINITY };
        Some(End { top: head.top, left })
    }

    /// The top of the first heading under which a field's value is rather looked for: a line that begins with one of the field's `under`
    /// and has few other words.
    pub(super) fn under(&self, field: &Field) -> Option<f32> {
        let lines = self.page.lines();
        let heads = |line: &usize| self.words_begin(*line, &field.under).is_some_and(|others| others <= HEADING_OTHERS);
        (0..lines.len()).find(heads).map(|line| lines[line].rect.top)
    }

    /// How many more words a line has that begins with one of these texts, but for the number of the item.
    fn words_begin(&self, line: usize, texts: &[String]) -> Option<usize> {
        if texts.is_empty() {
            return None;
        }
        let words = self.of_line(line).map(|t| self.tokens[t].key.as_str()).filter(|key| !key.is_empty());
        let words: Vec<&str> = words.skip_while(|key| key.bytes().all(|b| b.is_ascii_digit())).collect();
        texts.iter().find_map(|text| {
            let said: Vec<String> = text.split_whitespace().map(key).collect();
            let begins = said.len() <= words.len() && said.iter().zip(&words).all(|(said, read)| said == read);
            begins.then(|| words.len() - said.len())
        })
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
