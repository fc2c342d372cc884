//! Amounts in the columns of tables: a head over the amounts of items is no total, and a row of totals has the column's.
//!
//! Not responsible for what stands right under a label: see `places`.

use super::Found;
use super::candidates::{Place, Search};
use super::labels::Hit;
use super::tokens::Token;
use crate::types::Anchor;

/// Rows of amounts under a head from which on they are items.
const ITEMS: usize = 2;
/// Line heights of free space that end a column.
const GAP: f32 = 5.0;
/// What an item's amount is worth less as a total, and how good the one on a row of totals is.
pub(super) const OF_ITEM: f32 = 0.3;
const OF_TOTALS: f32 = 1.05;
/// How a row of totals begins.
const TOTALS: [&str; 3] = ["total", "totaux", "ensemble"];
/// Words of labels that ask for a sum of items.
const SUMS: [&str; 5] = ["total", "montant", "ht", "tva", "ttc"];

impl Search<'_> {
    /// Weighs the places under a label of an amount by the column that it heads, and adds the one on the column's row of totals.
    pub(super) fn weigh_column(&self, hit: &Hit, places: &mut Vec<Place>) {
        let rows = self.amounts_under(hit);
        if rows.len() < ITEMS {
            return;
        }
        for place in places.iter_mut() {
            place.quality -= OF_ITEM;
            place.explicit = false;
        }
        // "Loyer" over months is asked for by the month.
        let sums = |t: &Token| SUMS.contains(&t.key.as_str());
        if !self.tokens[hit.from..hit.to].iter().any(sums) {
            return;
        }
        let Some(total) = rows.into_iter().find(|row| self.is_of_totals(*row)) else { return };
        let line = self.tokens[total].line;
        let mut tokens = vec![total];
        self.begin_at_thousands(&mut tokens, line, self.tokens[total].rect.height());
        let currency = total + 1;
        if self.tokens.get(currency).is_some_and(|t| t.line == line && t.key.is_empty()) {
            tokens.push(currency);
        }
        let label = self.fields[hit.field].labels[hit.label].clone();
        let found = Found::Label { label, anchor: Anchor::Below };
        places.push(Place { tokens, quality: OF_TOTALS, found, explicit: true });
    }

    /// Whether a label such as "TOTAL" begins a row of the sums of several columns, of which none is its own.
    pub(super) fn begins_row_of_sums(&self, hit: &Hit) -> bool {
        let row = |t: &&Token| t.rect.row_overlap(&hit.rect) > 0.5 && t.rect.left > hit.rect.right;
        let alone = hit.words == 1 && TOTALS.contains(&self.tokens[hit.from].key.as_str());
        alone && self.tokens.iter().filter(row).filter(|t| ends_in_cents(&t.text)).count() > ITEMS
    }

    /// The last word of each amount with cents in the column that a label heads, from top to bottom, up to a wide gap.
    fn amounts_under(&self, hit: &Hit) -> Vec<usize> {
        let under = |t: &usize| {
            let token = &self.tokens[*t];
            let below = token.rect.middle() > hit.rect.bottom && token.line != self.tokens[hit.from].line;
            below && token.rect.column_overlap(&hit.rect) > 0.0 && ends_in_cents(&token.text)
        };
        let mut rows: Vec<usize> = (0..self.tokens.len()).filter(under).collect();
        rows.sort_by(|a, b| self.tokens[*a].rect.top.total_cmp(&self.tokens[*b].rect.top));
        let mut end = hit.rect.bottom;
        let reach = GAP * self.page.line_height();
        let near = rows.iter().take_while(|t| {
            let rect = self.tokens[**t].rect;
            let near = rect.top - end < reach;
            end = rect.bottom;
            near
        });
        let count = near.count();
        rows.truncate(count);
        rows
    }

    /// Whether the row of an amount begins as rows of totals do.
    fn is_of_totals(&self, amount: usize) -> bool {
        let own = self.tokens[amount].rect;
        let row = self.tokens.iter().filter(|t| t.rect.row_overlap(&own) > 0.5 && t.rect.right < own.left);
        let mut row: Vec<_> = row.filter(|t| t.text.contains(char::is_alphabetic)).collect();
        row.sort_by(|a, b| a.rect.left.total_cmp(&b.rect.left));
        // "Total HT" is of one sum alone.
        matches!(row.as_slice(), [first] if TOTALS.contains(&first.key.as_str()))
    }
}

/// Whether a word is the end of an amount with cents.
fn ends_in_cents(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| !c.is_ascii_digit());
    let mark = text.len().checked_sub(3).and_then(|at| text.as_bytes().get(at));
    matches!(mark, Some(b',' | b'.')) && text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b',' | b'.' | b'-'))
}
