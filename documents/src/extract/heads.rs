//! Rows of heads over the cells of a form: "Domicile" and "Commune" over a street and a town.
//!
//! Responsible for telling such a head from the value of the label at its left. Not responsible for the values under heads: see `places`.

use super::candidates::Search;
use super::labels::Hit;
use super::tokens::{NUMBER_SIGN, Token};
use crate::page::Rect;

/// What heads of cells begin with that no name, street or subject does alone.
const HEADS: &[&str] = &[
    NUMBER_SIGN, "numero", "date", "code", "commune", "ville", "localite", "nom", "prenom", "prenoms", "sexe",
    "telephone", "tel", "adresse", "lieu", "nationalite", "profession", "qualification", "qualite", "situation",
    "pays", "departement", "complement", "marque", "genre", "type", "courriel", "email", "mail", "siret", "siren",
    "montant",
];
/// Words of a head at most.
const WORDS: usize = 5;
/// Heights of a letter within which what is under a head stands, and by which its margin may be another.
const UNDER: f32 = 2.2;
const MARGIN: f32 = 1.2;
/// The same of small heads side by side.
const HEAD_REACH: f32 = 1.6;
/// Heights of a label that is printed smaller than what stands under it.
const SMALL_LABEL: f32 = 1.1;

impl Search<'_> {
    /// Whether what begins at a token right of a label is the head of the next cell and not the label's value: it says what a value is,
    /// and right under both begins something else.
    pub(super) fn heads_next_cell(&self, hit: &Hit, first: usize) -> bool {
        let head = &self.tokens[first];
        if !HEADS.contains(&head.key.as_str()) || hit.has_colon(self.tokens) || !self.begins_cell(hit) {
            return false;
        }
        let line = self.of_line(head.line);
        let gap = |t: usize| self.tokens[t].rect.left - self.tokens[t - 1].rect.right;
        let rest = (first + 1..line.end).take_while(|t| gap(*t) < self.cell_gap()).count();
        let named = |t: &Token| {
            let mut letters = t.text.chars().filter(|c| c.is_alphabetic());
            letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
        };
        let words = &self.tokens[first..=first + rest];
        let says_what = rest < WORDS && !words[1..].iter().any(named) && !words.iter().any(|t| t.text.ends_with(':'));
        // Nobody has filled in the next cell: "Complément (bâtiment, étage)".
        let explained = |t: &Token| t.text.strip_prefix('(').is_some_and(|rest| rest.starts_with(char::is_lowercase));
        let head = || self.has_under(&head.rect) || words.iter().any(explained);
        says_what && self.has_under(&hit.rect) && head()
    }

    /// Whether what stands beside a label that is alone in its cell is the head of another column: both are printed smaller than what stands
    /// under them, side by side.
    pub(super) fn is_head_beside(&self, hit: &Hit, other: usize) -> bool {
        let lines = self.page.lines();
        let own = self.tokens[hit.from].line;
        if self.of_line(own) != (hit.from..hit.to) {
            return false;
        }
        let under = |line: usize| {
            let head = lines[line].rect;
            let below = |r: &Rect| {
                (-0.3 * head.height()..HEAD_REACH * head.height()).contains(&(r.top - head.bottom))
                    && r.middle() > head.bottom
                    && r.column_overlap(&head) > 0.0
            };
            let value = lines.iter().map(|l| l.rect).filter(below).min_by(|a, b| a.top.total_cmp(&b.top))?;
            (value.height() > SMALL_LABEL * head.height()).then_some(value)
        };
        under(own).zip(under(other)).is_some_and(|(a, b)| a != b && a.row_overlap(&b) > 0.5)
    }

    /// Whether what stands right of a label that is alone in its line is beyond the value under it, as over the fold of a leaflet: labels
    /// and values take turns at one margin, and `other` begins right of both.
    pub(super) fn heads_what_is_under(&self, hit: &Hit, other: usize) -> bool {
        let lines = self.page.lines();
        let own = self.of_line(self.tokens[hit.from].line);
        if hit.weak || own != (hit.from..hit.to) || hit.has_colon(self.tokens) {
            return false;
        }
        let next = |above: &Rect| {
            let under = |l: &usize| {
                let r = lines[*l].rect;
                let height = above.height().max(r.height());
                r.middle() > above.bottom
                    && r.top - above.bottom < UNDER * height
                    && (r.left - above.left).abs() < MARGIN * height
            };
            let by_top = |a: &usize, b: &usize| lines[*a].rect.top.total_cmp(&lines[*b].rect.top);
            (0..lines.len()).filter(under).min_by(by_top)
        };
        let Some(value) = next(&hit.rect) else { return false };
        let item = |t: &Token| t.text.ends_with('.') && t.text.starts_with(|c: char| c.is_ascii_digit());
        let written = |t: &Token| !t.text.starts_with('(') && !t.text.starts_with(char::is_lowercase) && !item(t);
        let larger = self.tokens[self.of_line(value).start].rect.height() > SMALL_LABEL * hit.rect.height();
        let begins = |line: usize| self.of_line(line).start;
        let labelled = |line: usize| self.hits.iter().any(|h| h.from == begins(line) && !h.weak);
        let after = next(&lines[value].rect);
        larger
            && !labelled(value)
            && written(&self.tokens[begins(value)])
            && after.is_some_and(labelled)
            && lines[other].rect.left > hit.rect.right.max(lines[value].rect.right)
    }

    /// Whether a cell that is no label's begins right under a head, at its margin.
    fn has_under(&self, head: &Rect) -> bool {
        let height = head.height().max(self.page.line_height());
        (0..self.tokens.len()).any(|t| {
            let r = self.tokens[t].rect;
            let under = r.middle() > head.bottom && r.top - head.bottom < UNDER * height;
            let begins = || {
                t.checked_sub(1).is_none_or(|b| {
                    let before = &self.tokens[b];
                    before.line != self.tokens[t].line || r.left - before.rect.right > self.cell_gap()
                })
            };
            let labelled = || self.hits.iter().any(|h| h.from == t && !h.weak);
            under && (r.left - head.left).abs() < MARGIN * height && begins() && !labelled()
        })
    }
}
