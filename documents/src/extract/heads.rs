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
    "marque", "genre", "type", "courriel", "email", "mail", "siret", "siren", "montant",
];
/// Words of a head at most.
const WORDS: usize = 5;
/// Heights of a letter within which what is under a head stands, and by which its margin may be another.
const UNDER: f32 = 2.2;
const MARGIN: f32 = 1.2;

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
        says_what && self.has_under(&hit.rect) && self.has_under(&head.rect)
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
