//! Values on a line of their own under the sentence that tells them: "le quotient familial de votre foyer est de :" over "738 €".
//!
//! Responsible for that line. Not responsible for what stands beside or right under a label: see `places`.

use super::Found;
use super::candidates::{Place, Search};
use super::labels::{Hit, goes_on};
use super::places::UNDER_ITS_WORDS;
use crate::types::{Anchor, Field};

/// Words of a sentence after the label at most.
const SENTENCE_WORDS: usize = 40;
/// Line heights by which what is all of a line may be away under the sentence, in a frame of its own.
const SENTENCE_REACH: f32 = 6.0;

impl Search<'_> {
    /// The line under a sentence that goes on from a label and ends with a colon, where the value is all of it: "le quotient familial de
    /// M. X est de :" over "738 €".
    pub(super) fn under_its_sentence(&self, hit: &Hit, field: &Field) -> Option<Place> {
        if hit.weak || hit.has_colon(self.tokens) {
            return None;
        }
        let follows = |t: &usize| self.tokens[*t].line == self.tokens[*t - 1].line || goes_on(self.tokens, *t);
        let mut sentence = (hit.to..self.tokens.len()).take(SENTENCE_WORDS).take_while(follows);
        let ends = |t: &usize| {
            let last = self.of_line(self.tokens[*t].line).end == t + 1;
            last && self.tokens[*t].text.ends_with(':')
        };
        let end = self.tokens[sentence.find(ends)?].line;
        let lines = self.page.lines();
        let bottom = lines[end].rect.bottom;
        let gap = |l: &usize| lines[*l].rect.top - bottom;
        let reach = 0.0..SENTENCE_REACH * self.page.line_height();
        let under = (0..lines.len()).filter(|l| reach.contains(&gap(l))).min_by(|a, b| gap(a).total_cmp(&gap(b)))?;
        let own = lines[under].rect;
        // An amount of a list has its wording beside it.
        if (0..lines.len()).any(|l| l != under && lines[l].rect.row_overlap(&own) > 0.5) {
            return None;
        }
        let tokens: Vec<usize> = self.of_line(under).collect();
        self.window(field, &tokens)?;
        let found = Found::Label { label: field.labels[hit.label].clone(), anchor: Anchor::Below };
        Some(Place { tokens, quality: UNDER_ITS_WORDS, found, explicit: false })
    }
}
