//! Where the labels of a type's fields stand.

use super::tokens::{NUMBER_SIGN, Token, key};
use crate::page::Rect;
use crate::text::edits;
use crate::types::{Field, Format};

/// Characters from which a word of a label may be read with one error, and with two.
const FUZZY_FROM: usize = 6;
const TWICE_FROM: usize = 9;
/// Errors of a whole label.
const MAX_ERRORS: usize = 2;

/// Words from which on a line may be running text, and share of the next line's width that it must be as wide as.
const RUNNING_WORDS: usize = 5;
const RUNNING_WIDTH: f32 = 0.75;
/// Line heights from one line of running text to the next, and by which a paragraph's first line begins further in.
const MAX_LEADING: f32 = 2.6;
const MAX_INDENT: f32 = 8.0;

/// A label's word, and another word that is a letter from it.
const NEAR: &[(&str, &str)] = &[("courriel", "courrier")];

/// Labels of one field on a page: more than any page has.
const MAX_HITS: usize = 200;

/// A label found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Hit {
    /// Number of the field.
    pub(super) field: usize,
    /// Number of the label in the field's list; after the labels come the phrases that stand after a value.
    pub(super) label: usize,
    /// First token, and the one after the last.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Words of the label.
    pub(super) words: usize,
    /// A little word such as "le", which is a label before a date and any word elsewhere.
    pub(super) weak: bool,
    pub(super) rect: Rect,
}

impl Hit {
    /// Whether a colon stands after the label, which running text does not have there.
    pub(super) fn has_colon(&self, tokens: &[Token]) -> bool {
        let next = tokens.get(self.to).filter(|t| t.line == tokens[self.to - 1].line);
        tokens[self.to - 1].text.ends_with(':') || next.is_some_and(|t| t.text.starts_with(':'))
    }
}

/// All labels of all fields, those left out that are only a part of a longer one (`Date` in `Date d'échéance`).
pub(super) fn find(fields: &[Field], tokens: &[Token]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (field, f) in fields.iter().enumerate() {
        let before = hits.len();
        for (label, text) in f.labels.iter().chain(&f.before).enumerate() {
            let words: Vec<String> = text.split_whitespace().map(key).filter(|k| !k.is_empty()).collect();
            // A label of marks only, such as "€".
            let bare = words.is_empty().then(|| text.trim());
            let weak = matches!(words.as_slice(), [w] if w.chars().count() <= 2 && w != NUMBER_SIGN);
            let capital = text.trim_start().starts_with(char::is_uppercase);
            for from in 0..tokens.len() {
                let to = match bare {
                    Some(mark) => (tokens[from].text == mark).then_some(from + 1),
                    None => matched(&words, tokens, from),
                };
                let Some(to) = to else { continue };
                // Of a label that runs over the end of a line, what stands on the line of its value.
                let last = tokens[to - 1].line;
                let rect = tokens[from..to].iter().filter(|t| t.line == last).map(|t| t.rect).reduce(Rect::around);
                let Some(rect) = rect else { continue };
                let hit = Hit { field, label, from, to, words: words.len().max(1), weak, rect };
                // "N°" as a label is no "n° 12" amid a sentence.
                let wordy = f.format.is_words() || f.format == Format::Reference && words == [NUMBER_SIGN];
                let prose = wordy && capital && is_prose(&hit, tokens);
                if !prose && hits.len() - before < MAX_HITS {
                    hits.push(hit);
                }
            }
        }
    }
    // How far the longest label reaches that begins at a token.
    let mut reach = vec![0; tokens.len()];
    for hit in &hits {
        reach[hit.from] = reach[hit.from].max(hit.to);
    }
    let longest = hits.iter().map(|h| h.to - h.from).max().unwrap_or(0);
    let contained = |a: &Hit| {
        let from = (a.to.saturating_sub(longest)..=a.from).find(|from| reach[*from] >= a.to);
        from.is_some_and(|from| from < a.from || reach[from] > a.to)
    };
    let keep: Vec<bool> = hits.iter().map(|h| !contained(h)).collect();
    let mut keep = keep.into_iter();
    hits.retain(|_| keep.next().unwrap_or(true));
    hits
}

/// Whether a label that its file has with a capital stands in the middle of running text: in lower case, close after another
/// word, and without a colon.
fn is_prose(hit: &Hit, tokens: &[Token]) -> bool {
    let first = &tokens[hit.from];
    let before = hit.from.checked_sub(1).map(|b| &tokens[b]).filter(|b| b.line == first.line);
    let close = before.is_some_and(|b| first.rect.left - b.rect.right < 0.8 * first.rect.height());
    close && first.text.starts_with(char::is_lowercase) && !hit.has_colon(tokens)
}

/// Whether a token begins a line on which the running text of the line before goes on: close under it, about as far to the left, and
/// what is before it a line of several words that leaves no room on its right. Rows of forms and tables are none.
pub(super) fn goes_on(tokens: &[Token], at: usize) -> bool {
    let (Some(first), Some(last)) = (tokens.get(at), at.checked_sub(1).and_then(|b| tokens.get(b))) else {
        return false;
    };
    if first.line != last.line + 1 {
        return false;
    }
    let before = tokens[..at].iter().rev().take_while(|t| t.line == last.line);
    let (count, left) = before.fold((0, f32::INFINITY), |(n, left), t| (n + 1, left.min(t.rect.left)));
    let line = tokens[at..].iter().take_while(|t| t.line == first.line);
    let right = line.fold(first.rect.right, |right, t| right.max(t.rect.right));
    let height = last.rect.height().max(first.rect.height());
    let down = first.rect.middle() - last.rect.middle();
    count >= RUNNING_WORDS
        && (0.5 * height..MAX_LEADING * height).contains(&down)
        && (-MAX_INDENT * height..height).contains(&(first.rect.left - left))
        && last.rect.right > first.rect.left + RUNNING_WIDTH * (right - first.rect.left)
}

/// The token after a label that begins at `from`; marks between its words allowed, and in running text the end of a line.
fn matched(words: &[String], tokens: &[Token], from: usize) -> Option<usize> {
    let mut line = tokens[from].line;
    let mut at = from;
    let mut errors = 0;
    for (i, word) in words.iter().enumerate() {
        while i > 0 && tokens.get(at).is_some_and(|t| t.line == line && t.key.is_empty()) {
            at += 1;
        }
        let token = tokens.get(at)?;
        if token.line != line {
            if i == 0 || !goes_on(tokens, at) {
                return None;
            }
            line = token.line;
        }
        errors += misread(word, &token.key)?;
        at += 1;
    }
    (errors <= MAX_ERRORS).then_some(at)
}

/// How many letters of a label's word were read wrongly; `None` where it is another word.
fn misread(word: &str, read: &str) -> Option<usize> {
    if word == read {
        return Some(0);
    }
    if NEAR.contains(&(word, read)) {
        return None;
    }
    let letters = |w: &str| w.bytes().all(|b| b.is_ascii_lowercase());
    let most = match word.len() {
        n if n >= TWICE_FROM => 2,
        n if n >= FUZZY_FROM => 1,
        _ => return None,
    };
    if !letters(word) || !letters(read) {
        return None;
    }
    edits(word, read, most)
}
