//! Addresses beside or under their label, which take more than one line.

use super::candidates::Search;
use crate::validators::department;

/// Lines under the first one that an address may take, and heights of its letters that may lie between two of them.
const ADDRESS_LINES: usize = 3;
const ADDRESS_LEADING: f32 = 1.6;

impl Search<'_> {
    /// The words of an address and of the lines closely under them at the same margin, up to a postcode and a town; without those the
    /// words alone.
    pub(super) fn to_town(&self, tokens: &[usize]) -> Vec<usize> {
        let mut whole = tokens.to_vec();
        let Some(first) = tokens.first().map(|t| self.tokens[*t].rect) else { return whole };
        let margin = 2.0 * first.height();
        for _ in 0..ADDRESS_LINES {
            if self.ends_in_town(&whole) {
                return whole;
            }
            let above = whole.last().map_or(first, |t| self.tokens[*t].rect);
            let under = (0..self.tokens.len()).find(|t| {
                let r = self.tokens[*t].rect;
                let begins = t.checked_sub(1).is_none_or(|b| {
                    let before = &self.tokens[b];
                    before.line != self.tokens[*t].line || r.left - before.rect.right > self.cell_gap()
                });
                begins
                    && (r.left - first.left).abs() < margin
                    && r.middle() > above.bottom
                    && r.top - above.bottom < ADDRESS_LEADING * first.height()
            });
            let Some(under) = under else { break };
            let mut end = self.tokens[under].rect.right;
            for t in under..self.of_line(self.tokens[under].line).end {
                if self.tokens[t].rect.left - end > self.cell_gap() {
                    break;
                }
                end = self.tokens[t].rect.right;
                whole.push(t);
            }
        }
        if self.ends_in_town(&whole) { whole } else { tokens.to_vec() }
    }

    /// Whether words end in a postcode and a town.
    pub(super) fn ends_in_town(&self, tokens: &[usize]) -> bool {
        let named = |t: &usize| !self.tokens[*t].text.contains(|c: char| c.is_ascii_digit());
        let code = tokens.iter().rposition(|t| department(self.tokens[*t].text.trim_start_matches("F-")).is_some());
        code.is_some_and(|at| at + 1 < tokens.len() && tokens[at + 1..].iter().any(named))
    }
}
