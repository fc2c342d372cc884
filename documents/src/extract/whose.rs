//! Whose value a label speaks of: the rest of a label that says so, and the heading under which labels are another's.

use super::candidates::Search;
use super::labels::Hit;
use super::tokens::{Token, key};
use crate::types::{Field, Format};
use std::ops::Range;

/// Words with which a label goes on that says whose the value is.
const OF: [&str; 5] = ["de", "du", "des", "et", "à"];

/// Words of a heading after those of a field's `under`.
const HEADING_OTHERS: usize = 4;
/// Words that a heading may begin with before it says of whom its part of a form is: "Identification de l'employeur".
const LEAD: &[&str] = &[
    "l", "d", "le", "la", "les", "votre", "vos", "identification", "identite", "renseignements", "informations",
    "coordonnees", "concernant", "sur", "relatifs", "relatives", "a", "au", "aux", "de", "du", "des", "cadre",
    "partie", "volet", "reserve", "reservee", "designation", "declaration",
];
/// Words of a heading at most, and of one that has a number, and heights of its letters by which two headings may begin apart.
const HEADING_WORDS: usize = 8;
const NUMBERED_WORDS: usize = 12;
const HEADING_MARGIN: f32 = 4.0;
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
        // "2", "A1".
        let item = |key: &str| key.len() <= 2 && key.ends_with(|c: char| c.is_ascii_digit());
        let number = |key: &str| key.bytes().all(|b| b.is_ascii_digit());
        let words: Vec<&str> = words.skip_while(|key| item(key) || number(key)).collect();
        texts.iter().find_map(|text| {
            let said: Vec<String> = text.split_whitespace().map(key).collect();
            let begins = said.len() <= words.len() && said.iter().zip(&words).all(|(said, read)| said == read);
            begins.then(|| words.len() - said.len())
        })
    }

    /// Where on the page, from top to bottom, a form asks for another's: under the headings of a field's `not_under`, up to the next
    /// heading.
    pub(super) fn parts_of_others(&self, field: &Field) -> Vec<Range<f32>> {
        if field.not_under.is_empty() {
            return Vec::new();
        }
        let lines = self.page.lines();
        let headings: Vec<(usize, String)> =
            (0..lines.len()).filter_map(|line| Some((line, self.heading(line)?))).collect();
        let of_other = |said: &str| field.not_under.iter().any(|other| said.split(' ').next() == Some(&key(other)));
        let parts = headings.iter().filter(|(_, said)| of_other(said)).map(|(line, _)| {
            let head = lines[*line].rect;
            let margin = HEADING_MARGIN * head.height();
            let next = headings.iter().map(|(l, _)| lines[*l].rect);
            let next = next.filter(|r| r.top > head.bottom && (r.left - head.left).abs() < margin);
            head.bottom..next.fold(self.page.height(), |end, r| end.min(r.top))
        });
        parts.collect()
    }

    /// What a heading says after its number and the words that headings begin with; `None` of a line that is none: short, without a
    /// colon, nothing beside it, and in capitals, numbered, or begun as headings are and no label.
    fn heading(&self, line: usize) -> Option<String> {
        let tokens = &self.tokens[self.of_line(line)];
        let first = tokens.first()?;
        let number = |text: &str| {
            let bare = text.trim_end_matches(['.', ')', '-', ':']);
            bare.is_empty()
                || bare.len() <= 2 && bare.bytes().all(|b| b.is_ascii_digit())
                || bare.len() <= 4 && bare.bytes().all(|b| matches!(b, b'I' | b'V' | b'X'))
        };
        let numbered = !first.key.is_empty() && number(&first.text);
        let words: Vec<&str> = tokens
            .iter()
            .skip_while(|t| number(&t.text))
            .flat_map(|t| t.text.split(['\'', '’', '(', ')', '/']))
            .filter(|w| w.chars().any(char::is_alphanumeric))
            .collect();
        let capitals = words.iter().all(|w| !w.contains(char::is_lowercase));
        let keys: Vec<String> = words.iter().map(|w| key(w)).collect();
        let leads = keys.first().is_some_and(|k| LEAD.contains(&k.as_str()));
        let named = words.first().is_some_and(|w| w.starts_with(char::is_uppercase));
        let digits = words.iter().any(|w| w.contains(|c: char| c.is_ascii_digit()));
        let colon = tokens.iter().any(|t| t.text.ends_with(':'));
        let rect = self.page.lines()[line].rect;
        let beside = || {
            let lines = self.page.lines();
            lines.iter().any(|l| l.rect.left > rect.right && l.rect.row_overlap(&rect) > 0.5)
        };
        let at = self.of_line(line).start;
        let labelled = || !capitals && !numbered && self.hits.iter().any(|h| h.from == at && !h.weak && h.errors == 0);
        let headed = named && (capitals || numbered || leads);
        let most = if numbered { NUMBERED_WORDS } else { HEADING_WORDS };
        if !headed || digits || colon || words.len() > most || labelled() || beside() {
            return None;
        }
        let said = keys.iter().position(|k| !LEAD.contains(&k.as_str())).unwrap_or(0);
        Some(keys[said..].join(" "))
    }

    /// Whether the given names are the second of what a label heads, "NOM, Prénoms / NAME, Forenames": under it stands the name, and they
    /// under that.
    pub(super) fn is_after_the_name(&self, hit: &Hit, field: &Field) -> bool {
        let given = field.labels[hit.label].split_whitespace().next().map(key);
        let name = |t: &Token| matches!(t.key.as_str(), "nom" | "name" | "surname");
        let before = hit.from.checked_sub(1).map(|before| &self.tokens[before]).filter(|before| {
            let gap = hit.rect.left - before.rect.right;
            before.line == self.tokens[hit.from].line && gap < self.cell_gap()
        });
        let given = matches!(given.as_deref(), Some("prenom" | "prenoms" | "forenames" | "given"));
        // The comma may be read as a full stop.
        given && before.is_some_and(|before| name(before) && before.text.ends_with([',', '.']))
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
