//! A letter's subject where no label says it: the line over its greeting.
//!
//! Responsible for telling such a line from whom the letter is addressed to, its date, its references and how it was sent. Not responsible
//! for subjects beside a label, which rank higher: see `candidates`.

use super::blocks::{addressee_lines, is_contact, names_a_way};
use super::candidates::{Candidate, Place, Search};
use super::{Found, stamps};
use crate::page::Line;
use crate::types::{Field, greeting, is_place_and_date, is_street};

/// How sure such a line is: it is for a person to look at.
const OVER_GREETING: f32 = 0.7;
/// Line heights over the greeting within which it stands.
const REACH: f32 = 5.0;
/// Words of a subject at least.
const WORDS: usize = 2;
/// Line heights by which its margin may be another than the greeting's, whose paragraph may be indented.
const MARGIN: f32 = 3.0;

impl Search<'_> {
    /// The subject of the letter that the page is.
    pub(super) fn over_greeting(&self, number: usize, field: &Field) -> Option<Candidate> {
        let lines = self.page.lines();
        let addressee = addressee_lines(self.page);
        let hello = lines[greeting(self.page, &addressee)?].rect;
        let height = self.page.line_height();
        let over = |l: &usize| {
            let r = lines[*l].rect;
            let gap = hello.top - r.bottom;
            (-0.2 * height..REACH * height).contains(&gap) && (r.left - hello.left).abs() < MARGIN * height
        };
        let mut over: Vec<usize> = (0..lines.len()).filter(over).filter(|l| !addressee.contains(l)).collect();
        over.sort_by(|a, b| lines[*b].rect.top.total_cmp(&lines[*a].rect.top));
        let line = over.into_iter().find(|l| self.may_be_subject(number, *l, &lines[*l]))?;
        let tokens: Vec<usize> = self.of_line(line).collect();
        let place = Place { tokens: Vec::new(), quality: OVER_GREETING, found: Found::Anywhere, explicit: false };
        self.words(field, &tokens, &place)
    }

    fn may_be_subject(&self, number: usize, index: usize, line: &Line) -> bool {
        let labelled = line.words.iter().take(4).any(|w| w.text.ends_with(':'))
            || self.of_line(index).any(|t| self.begins_label(t, number));
        let worded = line.words.iter().filter(|w| w.text.chars().any(char::is_alphabetic)).count() >= WORDS;
        worded
            && !labelled
            && !names_a_way(line)
            && !is_contact(line)
            && !is_place_and_date(line)
            && !is_street(line)
            && !stamps::is_stamp(line)
    }
}
