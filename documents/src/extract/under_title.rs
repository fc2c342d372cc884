//! A subject that stands under the title of an order without a label, or goes on it: "ARRÊTÉ N° 12" over "portant agrément d'un centre".
//!
//! Responsible for where such words begin and end. Not responsible for subjects beside a label, which rank higher: see `candidates`.

use super::Found;
use super::candidates::{Candidate, Place, Search, is_text};
use super::labels::Hit;
use super::tokens::{Token, key};
use crate::types::{Field, UnderTitle};

/// Share of the page in which the title stands.
const UPPER: f32 = 0.5;
/// Lines under the title that are looked at for the first one, and lines that the words may take.
const SKIPPED: usize = 4;
const LINES: usize = 5;
/// Line heights from one line to the next of the words, and from the title to them.
const LEADING: f32 = 1.0;
const REACH: f32 = 3.5;
/// Line heights by which the margins or middles of two lines may differ.
const ASIDE: f32 = 2.0;
/// Words at least.
const WORDS: usize = 3;
/// How good the words are that one of the field's labels begins, "portant": better than that label alone, whose words may go on over
/// lines; and others.
const LABELLED: f32 = 1.2;
const BARE: f32 = 0.75;

impl Search<'_> {
    /// The words under the title, for a field that has them there.
    pub(super) fn under_title(&self, number: usize, field: &Field) -> Option<Candidate> {
        let under = field.under_title.as_ref()?;
        let title = self.title_line(under)?;
        let (tokens, labelled) =
            self.on_title(title, number, under).or_else(|| self.below_title(title, number, under))?;
        let words = tokens.iter().filter(|t| self.tokens[**t].text.contains(char::is_alphabetic)).count();
        let quality = if labelled { LABELLED } else { BARE };
        let place = Place { tokens: Vec::new(), quality, found: Found::Anywhere, explicit: false };
        (words >= WORDS).then(|| self.words(field, &tokens, &place)).flatten()
    }

    /// Whether a label in small letters, as in "la loi portant droits et obligations", stands neither on the title nor at the head of a
    /// line, where alone it is one of a field that stands under a title.
    pub(super) fn is_out_of_title(&self, field: &Field, hit: &Hit) -> bool {
        let small = |label: &String| label.starts_with(char::is_lowercase);
        let Some(under) = field.under_title.as_ref().filter(|_| field.labels.get(hit.label).is_some_and(small)) else {
            return false;
        };
        let line = self.tokens[hit.from].line;
        self.title_line(under) != Some(line) && self.of_line(line).start != hit.from
    }

    /// The first line that begins with one of the titles.
    fn title_line(&self, under: &UnderTitle) -> Option<usize> {
        let lines = self.page.lines();
        (0..lines.len()).find(|line| {
            self.page.share_down(lines[*line].rect.middle()) < UPPER && self.begins_with(*line, &under.title)
        })
    }

    fn begins_with(&self, line: usize, wordings: &[String]) -> bool {
        let words: Vec<&str> =
            self.of_line(line).map(|t| self.tokens[t].key.as_str()).filter(|key| !key.is_empty()).collect();
        let said = |text: &String| {
            let mut at = words.iter();
            text.split_whitespace().map(key).all(|word| at.next().is_some_and(|read| *read == word))
        };
        wordings.iter().any(said)
    }

    /// The words on the title's own line from a participle on, "ARRÊTÉ N° 12 fixant les tarifs", and the lines on which they go on.
    fn on_title(&self, title: usize, number: usize, under: &UnderTitle) -> Option<(Vec<usize>, bool)> {
        let line = self.of_line(title);
        let from = line.clone().skip(1).find(|t| is_participle(&self.tokens[*t]))?;
        let label = self.label_at(from, number);
        let from = label.map_or(from, |hit| hit.to);
        let mut tokens: Vec<usize> = (from..line.end).collect();
        self.gather(title, number, under, &mut tokens);
        Some((tokens, label.is_some()))
    }

    /// The next lines under the title that are none of what stands there otherwise: a number, a date, who orders.
    fn below_title(&self, title: usize, number: usize, under: &UnderTitle) -> Option<(Vec<usize>, bool)> {
        let mut above = title;
        for _ in 0..SKIPPED {
            above = self.next_under(above, REACH)?;
            let line = self.of_line(above);
            let first = line.start;
            if self.begins_with(above, &under.until) {
                return None;
            }
            let own = self.label_at(first, number);
            let other = own.is_none() && self.hits.iter().any(|h| h.from == first);
            let worded = line.clone().filter(|t| self.tokens[*t].text.contains(char::is_alphabetic)).count();
            if other || worded < WORDS || self.begins_with(above, &under.title) {
                continue;
            }
            let mut tokens: Vec<usize> = (own.map_or(first, |hit| hit.to)..line.end).collect();
            self.gather(above, number, under, &mut tokens);
            return Some((tokens, own.is_some()));
        }
        None
    }

    /// The label of this field that begins at a token.
    fn label_at(&self, token: usize, number: usize) -> Option<&Hit> {
        self.hits.iter().find(|h| h.from == token && h.field == number && !h.has_colon(self.tokens))
    }

    /// Adds the lines on which the words go on: close under the one before, in letters as high, at its margin or centred under it.
    fn gather(&self, mut line: usize, number: usize, under: &UnderTitle, tokens: &mut Vec<usize>) {
        for _ in 1..LINES {
            let Some(next) = self.next_under(line, LEADING) else { return };
            // Of words, since a long line of a page that lies crooked is higher than a short one.
            let height = |line: usize| self.tokens[self.of_line(line).start].rect.height();
            let ratio = height(next) / height(line);
            let of = self.of_line(next);
            let labelled = of.clone().take(4).any(|t| self.tokens[t].text.ends_with(':'));
            let other = self.begins_label(of.start, number)
                || self.hits.iter().any(|h| h.from == of.start && !h.weak && !is_text(self.fields[h.field].format));
            // "relatif au stationnement dans la / commune de Dax" goes on in small letters.
            let small = self.tokens[of.start].text.starts_with(char::is_lowercase);
            let ends = !small && self.begins_with(next, &under.until);
            if !(0.75..1.35).contains(&ratio) || labelled || other || ends {
                return;
            }
            tokens.extend(of);
            line = next;
        }
    }

    /// The nearest line under another, at its margin or centred under it.
    fn next_under(&self, line: usize, reach: f32) -> Option<usize> {
        let lines = self.page.lines();
        let above = lines[line].rect;
        let height = above.height().max(self.page.line_height());
        let fits = |l: &usize| {
            let r = lines[*l].rect;
            let level = (r.left - above.left).abs().min(((r.left + r.right) - (above.left + above.right)).abs() / 2.0);
            let begins = self.of_line(*l).next().is_some_and(|t| is_participle(&self.tokens[t]));
            let placed = level < ASIDE * height || begins && r.column_overlap(&above) > 0.0;
            *l != line && r.middle() > above.bottom && r.top - above.bottom < reach * height && placed
        };
        let by_top = |a: &usize, b: &usize| lines[*a].rect.top.total_cmp(&lines[*b].rect.top);
        (0..lines.len()).filter(fits).min_by(by_top)
    }
}

/// Whether a word says in a title what an order does: "portant", "fixant", "relatif".
fn is_participle(token: &Token) -> bool {
    let word = token.key.as_str();
    word.len() >= 6 && word.ends_with("ant") && word != "montant" || matches!(word, "relatif" | "relative")
}
