//! Who signs: the person whose name stands under "Le bailleur" with the signature between.

use super::Found;
use super::candidates::{Place, Search};
use super::labels::Hit;
use super::persons;
use super::tokens::Token;
use crate::types::{Anchor, Field, Format};

/// Line heights that a signature takes at most.
const SIGNATURE: f32 = 9.0;
/// How good a place is that is told so.
const SIGNED: f32 = 0.85;

impl Search<'_> {
    /// The name under a label of the sender's that stands alone on its line, where it is the next thing in its column and all of its line.
    pub(super) fn who_signs(&self, hit: &Hit, field: &Field) -> Option<Place> {
        let alone = self.of_line(self.tokens[hit.from].line) == (hit.from..hit.to);
        if field.block != Some(Format::Sender) || !alone {
            return None;
        }
        let lines = self.page.lines();
        let under = (0..lines.len())
            .filter(|l| lines[*l].rect.middle() > hit.rect.bottom && lines[*l].rect.column_overlap(&hit.rect) > 0.0);
        let next = under.min_by(|a, b| lines[*a].rect.top.total_cmp(&lines[*b].rect.top))?;
        let near = lines[next].rect.top - hit.rect.bottom < SIGNATURE * self.page.line_height();
        let tokens: Vec<usize> = self.of_line(next).collect();
        let words: Vec<&Token> = tokens.iter().map(|t| &self.tokens[*t]).collect();
        let named = persons::names(&words, true).is_some_and(|names| names == (0..words.len()));
        let found = Found::Label { label: field.labels[hit.label].clone(), anchor: Anchor::Below };
        (near && named).then_some(Place { tokens, quality: SIGNED, found, explicit: false })
    }
}
