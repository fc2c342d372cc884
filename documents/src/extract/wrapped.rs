//! Words beside a label that go on on the next lines, as the subject of a letter or a decree does.
//!
//! Responsible for telling such lines from what else stands there. Not responsible for values in running text: see `labels::goes_on`.

use super::candidates::Search;
use super::labels::Hit;
use crate::types::Format;

/// Words from which on what stands beside a label may go on: names and single words do not.
const WORDS: usize = 4;
/// Lines that may follow.
const LINES: usize = 3;
/// Shares of the page's text from which on a line reaches its right margin, and may have reached its column's.
const FULL: f32 = 0.85;
const LONG: f32 = 0.6;
/// Words after which no sentence ends.
const LINKS: &[&str] = &[
    "a", "au", "aux", "d", "de", "des", "du", "en", "et", "l", "la", "le", "les", "ou", "par", "pour", "sur", "un",
    "une", "avec", "dans", "sans", "sous", "rue", "n°",
];
/// Digits of a company's number, and of that with its establishment's.
const SIREN: usize = 9;
const SIRET: usize = 14;

impl Search<'_> {
    /// Adds the lines on which the words beside a label go on: each close under the one before, in letters as high, at the margin of the
    /// label or of the value or centred as it is, and its beginning none of a sentence.
    pub(super) fn wrap(&self, hit: &Hit, tokens: &mut Vec<usize>) {
        if tokens.iter().filter(|t| !self.tokens[**t].key.is_empty()).count() < WORDS {
            return;
        }
        let Some(value) = tokens.iter().find(|t| !self.tokens[**t].key.is_empty()).map(|t| self.tokens[*t].rect) else {
            return;
        };
        let lines = self.page.lines();
        let edge = lines.iter().fold(0.0, |edge: f32, l| edge.max(l.rect.right));
        for _ in 0..LINES {
            let Some(last) = tokens.last().map(|t| &self.tokens[*t]) else { return };
            let above = lines[last.line].rect;
            let height = above.height().max(self.page.line_height());
            let at_margin = |left: f32| {
                (left - value.left).abs() < height
                    || (left - hit.rect.left).abs() < height
                    || (left - above.left).abs() < height
            };
            let centred = |left: f32, right: f32| ((left + right) - (above.left + above.right)).abs() < 2.0 * height;
            let next = (0..lines.len()).filter(|l| *l != last.line).find(|l| {
                let r = lines[*l].rect;
                (-0.4 * height..0.8 * height).contains(&(r.top - above.bottom))
                    && r.middle() > above.bottom
                    && (0.6..1.5).contains(&(r.height() / above.height()))
                    && (at_margin(r.left) || centred(r.left, r.right))
            });
            let Some(next) = next.map(|l| self.of_line(l)) else { return };
            let Some(first) = next.clone().next() else { return };
            // A colon shows another label.
            let labelled = next.clone().take(4).any(|t| self.tokens[t].text.ends_with(':'));
            let begins = self.tokens[first].text.chars().next();
            let small = last.rect.right > LONG * edge && begins.is_some_and(char::is_lowercase);
            let full = last.rect.right > FULL * edge && begins.is_some_and(|c| c.is_ascii_digit());
            let linked = LINKS.contains(&last.key.as_str()) || last.text.ends_with(['-', '\'', '’']);
            if labelled || self.begins_label(first, hit.field) || !(small || full || linked) {
                return;
            }
            tokens.extend(next);
        }
    }

    /// Whether these end in a company's number whose last group is not there: "SIRET 732 829 320" over "00074".
    pub(super) fn lacks_digits(&self, format: Format, tokens: &[usize]) -> bool {
        let group = |t: &&usize| self.tokens[**t].text.bytes().all(|b| b.is_ascii_digit());
        let digits: usize = tokens.iter().rev().take_while(group).map(|t| self.tokens[*t].text.len()).sum();
        format == Format::Siret && (SIREN..SIRET).contains(&digits)
    }

    /// Adds the group of an identifier with which the line under its end begins, where it lacks one and runs up to the end of its own.
    pub(super) fn over_the_end(&self, format: Format, tokens: &mut Vec<usize>) {
        if !self.lacks_digits(format, tokens) {
            return;
        }
        let Some(last) = tokens.last().copied() else { return };
        let line = self.tokens[last].line;
        let own = self.page.lines()[line].rect;
        let ends = self.of_line(line).end == last + 1;
        let lines = self.page.lines();
        let under = |l: &usize| {
            let gap = lines[*l].rect.top - own.bottom;
            gap > -0.5 * own.height() && gap < own.height() && lines[*l].rect.column_overlap(&own) > 0.0
        };
        let Some(next) = (line + 1..lines.len()).find(under).filter(|_| ends) else { return };
        let group = |t: &usize| self.tokens[*t].text.bytes().all(|b| b.is_ascii_digit());
        tokens.extend(self.of_line(next).take_while(group));
    }
}
