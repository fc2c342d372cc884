//! The date of a letter where no label says it: on a line of its own at the head of the page, `Lyon, 3 mars 2024` or `3 mars 2024`.
//!
//! Responsible for such lines. Not responsible for dates beside a label, "le" among them: see `candidates`.

use super::Found;
use super::candidates::{Candidate, Place, Search};
use super::labels::Hit;
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
/// Share of the page's width within which the label of another date stands beside its day.
const NEAR_LABEL: f32 = 0.35;
/// Share of the page's width within which a label with a colon stands before such a date, which is then its.
const LABEL_REACH: f32 = 0.3;

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

    /// Whether a line that ends with a colon stands before another on its row: a label that the file does not name, or another's.
    fn is_labelled(&self, line: usize) -> bool {
        let lines = self.page.lines();
        let own = lines[line].rect;
        let reach = LABEL_REACH * self.page.width();
        lines.iter().any(|l| {
            let before = (0.0..reach).contains(&(own.left - l.rect.right)) && l.rect.row_overlap(&own) > 0.5;
            before && l.words.last().is_some_and(|w| w.text.ends_with(':'))
        })
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
            [] if self.is_labelled(line) || self.is_date_of_stamp(line, None) => return None,
            [] | ["du"] | ["en", "date", "du"] | ["courrier", "du"] => ALONE,
            [.., "ce"] if named => AFTER_A_PLACE,
            // `Lyon - 3 mars 2024`, `Lyon 3 mars 2024`: a month's name shows that it is a date.
            _ if self.is_place_without_comma(&tokens, from) && !self.begins_label(tokens[0], number) => ALONE,
            _ if named && text(from - 1).ends_with(',') && !self.begins_label(tokens[0], number) => AFTER_A_PLACE,
            _ => return None,
        };
        if from == 0 && self.is_of_other_date(number, line) {
            return None;
        }
        let reading = self.window(field, &tokens[from..])?;
        let place = Place { tokens: Vec::new(), quality, found: Found::Anywhere, explicit: false };
        Some(self.candidate(field, &tokens[from..], reading, &place))
    }

    /// Whether a line stands beside or right under the label of another date, which ends its line: "Date de naissance" and the day in
    /// a cell of its own.
    fn is_of_other_date(&self, number: usize, line: usize) -> bool {
        let own = self.page.lines()[line].rect;
        let height = own.height().max(self.page.line_height());
        let labels = |h: &Hit| {
            let beside = h.rect.row_overlap(&own) > 0.5
                && (0.0..NEAR_LABEL * self.page.width()).contains(&(own.left - h.rect.right));
            let gap = own.top - h.rect.bottom;
            let over = (-0.4 * height..1.5 * height).contains(&gap)
                && own.middle() > h.rect.bottom
                && h.rect.column_overlap(&own) > 0.0;
            let ends = h.to == self.of_line(self.tokens[h.from].line).end;
            ends && !h.weak && (beside || over)
        };
        let other = |h: &&Hit| h.field != number && self.fields[h.field].format == Format::Date;
        self.hits.iter().filter(other).any(labels)
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
pub(super) fn is_of_place(c: char) -> bool {
    c.is_alphabetic() || matches!(c, '-' | '\'' | '’')
}
