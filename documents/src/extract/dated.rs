//! The date of a letter where no label says it: on a line of its own at the head of the page, `Lyon, 3 mars 2024` or `3 mars 2024`.
//!
//! Responsible for such lines. Not responsible for dates beside a label, "le" among them: see `candidates`.

use super::Found;
use super::candidates::{Candidate, Place, Search};
use super::read;
use crate::types::{Field, Format};
use crate::validators::is_month;

/// Share of the page in which a letter's date stands at the top.
const UPPER: f32 = 0.5;
/// Words of a place before the date: `Fait à Villeneuve le Roi,`.
const PLACE_WORDS: usize = 5;
/// Words of a town's name without a comma after it.
const TOWN_WORDS: usize = 3;
/// How good a date after a place and a comma is: better than after any "le".
const AFTER_A_PLACE: f32 = 0.97;
/// How good one alone on its line is: better than after a "le" amid running text, but a stamp's date stands so too.
const ALONE: f32 = 0.92;

impl Search<'_> {
    /// The dates on lines of their own, for a field that takes what the page is dated with: one of whose labels is a bare "le".
    pub(super) fn dated(&self, number: usize, field: &Field) -> Vec<Candidate> {
        let takes_any = field.labels.iter().any(|label| label.trim().eq_ignore_ascii_case("le"));
        if field.format != Format::Date || !takes_any {
            return Vec::new();
        }
        let lines = 0..self.page.lines().len();
        let upper = lines.filter(|l| self.page.share_down(self.page.lines()[*l].rect.middle()) < UPPER);
        upper.filter_map(|line| self.date_of_line(number, field, line)).collect()
    }

    fn date_of_line(&self, number: usize, field: &Field, line: usize) -> Option<Candidate> {
        let tokens: Vec<usize> = self.of_line(line).collect();
        // "le quatre mai": a label says it.
        if self.hits.iter().any(|h| h.field == number && tokens.contains(&h.from)) {
            return None;
        }
        let text = |at: usize| self.tokens[tokens[at]].text.as_str();
        let from = (0..tokens.len().min(PLACE_WORDS + 1)).find(|from| {
            tokens.len() - from <= read::longest(Format::Date) && self.window(field, &tokens[*from..]).is_some()
        })?;
        let before: Vec<&str> = (0..from).map(|at| self.tokens[tokens[at]].key.as_str()).collect();
        let named = (0..from).all(|at| text(at).starts_with(char::is_alphabetic));
        let quality = match before[..] {
            // A form's comb has no marks between its digits.
            [] if tokens.len() == 1 && text(0).chars().all(|c| c.is_ascii_digit()) => return None,
            [] | ["du"] | ["en", "date", "du"] | ["courrier", "du"] => ALONE,
            [.., "ce"] if named => AFTER_A_PLACE,
            // `Lyon - 3 mars 2024`, `Lyon 3 mars 2024`: a month's name shows that it is a date.
            _ if self.is_place_without_comma(&tokens, from) && !self.begins_label(tokens[0], number) => ALONE,
            _ if named && text(from - 1).ends_with(',') && !self.begins_label(tokens[0], number) => AFTER_A_PLACE,
            _ => return None,
        };
        let reading = self.window(field, &tokens[from..])?;
        let place = Place { tokens: Vec::new(), quality, found: Found::Anywhere, explicit: false };
        Some(self.candidate(field, &tokens[from..], reading, &place))
    }

    /// Whether one to three words with a capital, with no comma after them but a dash at most, stand before a date with a month's name.
    fn is_place_without_comma(&self, tokens: &[usize], from: usize) -> bool {
        let text = |at: usize| self.tokens[tokens[at]].text.as_str();
        let end = if from > 1 && matches!(text(from - 1), "-" | "–") { from - 1 } else { from };
        let capital = |at: usize| text(at).starts_with(char::is_uppercase) && text(at).chars().all(is_of_place);
        let month = (from..tokens.len()).any(|at| is_month(&self.tokens[tokens[at]].key));
        (1..=TOWN_WORDS).contains(&end) && (0..end).all(capital) && month
    }
}

/// Letters of a town's name.
fn is_of_place(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '-' | '\'' | '’')
}
