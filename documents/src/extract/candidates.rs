//! Candidates for a field: where its value may stand, what stands there, and how good each is.

use super::labels::{Hit, goes_on};
use super::lookalikes::{has_cents, is_aside};
use super::persons;
use super::read::{self, Reading};
use super::stamps::is_stamp;
use super::tokens::{NUMBER_SIGN, Token, key};
use super::{Found, Value};
use crate::page::{Page, Rect, quad_around};
use crate::types::{Anchor, Field, Format};
use crate::validators::{Validator, is_month, is_number_word};
use std::ops::Range;

/// Candidates of one field that are kept, the best first.
const KEPT: usize = 5;
/// Tokens between a label and its value.
const SKIPPED: usize = 5;
/// Lines under a label that are looked at.
const LINES_BELOW: usize = 3;
/// Share of the page's width that a value on the label's row may be away.
const REACH: f32 = 0.9;
/// The same for words, which unlike amounts are not told from what else is on the row.
pub(super) const TEXT_REACH: f32 = 0.35;
/// And where the label has a cell of its own, as in forms whose values stand in a column.
const CELL_REACH: f32 = 0.5;
/// Line heights by which a value may be away under its label.
const BELOW_REACH: f32 = 3.2;

/// What a place is worth more whose layout says that the value belongs to its label.
const EXPLICIT: f32 = 0.05;
/// The same of a value beside its label: under one, what stands there may be the next label.
const EXPLICIT_BESIDE: f32 = 0.1;
/// What a value is worth less that stands beside its label without a colon where the file has it under it: on cards, whose rows have
/// anything beside them.
const NOT_BELOW: f32 = 0.05;
/// What a little word such as "le" is worth less than a label that says what the value is.
const WEAK: f32 = 0.06;
/// The same after a place, as in "Lyon, le 3 mars 2024".
const AFTER_PLACE: f32 = 0.03;
/// Words of such a place.
const PLACE_WORDS: usize = 3;
/// And less still amid running text, as in "né à Nantes le 3 novembre 1952": a letter's date has a line of its own.
const AMID_WORDS: f32 = 0.05;
/// What a little word is worth less for a person's name where it says a place: "à Lyon, le 3 mars".
const OF_PLACE: f32 = 0.2;
/// How much more a value at the foot of the page is worth than one at its head, of fields of which the last counts.
const LATER: f32 = 0.08;
/// Line heights up to which a gap parts words.
const WORD_GAP: f32 = 0.6;
/// What a date is worth less whose label stands amid running text, where it may be anybody's: "de Jean MARTIN, né le 3 mai 1952".
const LABEL_IN_PROSE: f32 = 0.1;
/// What a number is worth less before whose "n°" other words say what it is the number of.
const NUMBER_OF_OTHER: f32 = 0.15;
/// Words of a line from which on it may be running text.
const MANY_WORDS: usize = 7;
/// Share of the page's width within which a second label, such as the one of "Vos réf. : Réf. : 12", belongs to the value.
const SECOND_LABEL: f32 = 0.15;
/// What a value after such a second label is worth less.
const DOUBLED: f32 = 0.1;
/// What a place is worth less that another line of the label's row holds.
const OTHER_LINE: f32 = 0.03;
/// What a place under a label that stands by itself over its column is worth more: as much as what is beside a label has more.
const HEADS_COLUMN: f32 = 0.12;
/// What a place is worth less that goes over the end of a line.
const OVER_THE_END: f32 = 0.04;
/// Digits from which on a letter after them closes a number.
const LETTERED: usize = 6;
/// Line heights above and below a row within which text shows how rows run there.
const SLOPE_BAND: f32 = 4.0;
/// Line heights from which on a line shows it.
const SLOPE_LENGTH: f32 = 3.0;

/// How good the line under the words of a sentence is that a person's name follows.
const UNDER_ITS_WORDS: f32 = 0.9;

/// What a place is worth less that is not under its head but under the free space on the head's right.
const BESIDE_HEAD: f32 = 0.15;
/// What a place is worth less whose label goes on in other words up to a colon: "Date de facture associée : …" is the date of
/// another invoice, though "Total TTC en euros : …" is the total.
const LONGER_LABEL: f32 = 0.12;

/// And one that goes on up to the end of its cell, before a date.
const MORE_LABEL: f32 = 0.05;

/// What a place is worth less whose number seems to go on after what could be read of it.
const CUT: f32 = 0.3;

/// What an address is worth less that ends in no town.
const NO_TOWN: f32 = 0.15;

/// A value that may be the field's.
#[derive(Debug, Clone)]
pub(super) struct Candidate {
    pub(super) value: Value,
    /// Rank: anchor, label, validator and reading confidence together; only compared within a field.
    pub(super) score: f32,
    /// First token, and the one after the last.
    pub(super) tokens: Range<usize>,
    /// The layout says that it belongs to its label: see [`Search::is_explicit`].
    pub(super) explicit: bool,
}

impl Candidate {
    /// Whether it takes any of these tokens.
    pub(super) fn overlaps(&self, tokens: &Range<usize>) -> bool {
        self.tokens.start < tokens.end && tokens.start < self.tokens.end
    }
}

/// A run of tokens in which a value may stand, and how good the place is.
pub(super) struct Place {
    /// In reading order.
    pub(super) tokens: Vec<usize>,
    /// 0 to about 1.1.
    pub(super) quality: f32,
    pub(super) found: Found,
    /// As in [`Candidate`].
    pub(super) explicit: bool,
}

/// The page as the search sees it.
pub(super) struct Search<'a> {
    pub(super) page: &'a Page,
    pub(super) tokens: &'a [Token],
    pub(super) fields: &'a [Field],
    pub(super) hits: &'a [Hit],
}

impl Search<'_> {
    /// The candidates of a field, the best first.
    pub(super) fn candidates(&self, field: usize) -> Vec<Candidate> {
        let printed = match self.fields[field].format {
            // Beside a label stands a name alone.
            Format::Addressee => Format::Person,
            format => format.as_printed(),
        };
        let f = &Field { format: printed, ..self.fields[field].clone() };
        let mut out = Vec::new();
        let end = self.until(f);
        for hit in self.hits.iter().filter(|h| h.field == field && end.as_ref().is_none_or(|end| !end.is_over(h))) {
            if hit.label >= f.labels.len() {
                out.extend(self.before(&self.fields[field], hit));
                continue;
            }
            if hit.weak && is_text(f.format) && !(self.follows_a_label(f, hit) && self.says_what_follows(hit)) {
                continue;
            }
            for (order, anchor) in f.anchors.iter().enumerate() {
                let places = match anchor {
                    Anchor::Right => self.right_of(hit, f),
                    Anchor::Below => self.below(hit, f),
                    // Of the phrases of a field's `before` alone, see above.
                    Anchor::Before => Vec::new(),
                };
                for mut place in places {
                    // The first label and the first anchor of the file are the likeliest; long labels say more.
                    place.quality -= 0.05 * order as f32 + 0.004 * hit.label as f32;
                    if order > 0 && *anchor == Anchor::Right && !hit.has_colon(self.tokens) {
                        place.quality -= NOT_BELOW;
                    }
                    place.quality += 0.04 * (hit.words - 1).min(4) as f32;
                    if f.format == Format::Date && !hit.weak && hit.is_prose(&f.labels[hit.label], self.tokens) {
                        place.quality -= LABEL_IN_PROSE;
                    }
                    if hit.words == 1 && self.tokens[hit.from].key == NUMBER_SIGN && !self.begins_cell(hit) {
                        place.quality -= NUMBER_OF_OTHER;
                    }
                    // "4a." says what it is, however short.
                    if hit.weak && !has_digit(&f.labels[hit.label]) {
                        let vague = self.is_amid_words(hit) || self.follows_participle(hit);
                        place.quality -= if vague { AMID_WORDS } else { 0.0 };
                        place.quality -= if self.follows_place(hit) { AFTER_PLACE } else { WEAK };
                        place.quality -= if is_text(f.format) && self.says_where(hit) { OF_PLACE } else { 0.0 };
                    }
                    self.read(f, &place, &mut out);
                }
            }
        }
        match f.format {
            Format::Text if f.anywhere => out.extend(self.over_greeting(field, f)),
            _ if f.anywhere => self.read_anywhere(f, &mut out),
            _ => {}
        }
        out.extend(self.dated(field, f));
        if f.last {
            for c in &mut out {
                c.score += LATER * self.page.share_down(self.tokens[c.tokens.start].rect.middle());
            }
        }
        // Stable: of equals the first on the page.
        out.sort_by(|a, b| b.score.total_cmp(&a.score));
        let mut kept: Vec<Candidate> = Vec::new();
        for c in out {
            if kept.len() < KEPT && kept.iter().all(|k| k.tokens != c.tokens && k.value.value != c.value.value) {
                kept.push(c);
            }
        }
        kept
    }

    /// Whether a little word such as "à" is the label of words: it begins a cell of a row in which a birth has its label, as in
    /// "Né(e) le ... à ...". What cards number their fields by, "A" or "1.", is no word.
    fn follows_a_label(&self, field: &Field, hit: &Hit) -> bool {
        if !field.labels[hit.label].starts_with(char::is_lowercase) {
            return true;
        }
        let row = |h: &&Hit| h.rect.row_overlap(&hit.rect) > 0.5 && h.rect.right <= hit.rect.left;
        let born = |h: &Hit| self.fields[h.field].labels.get(h.label).is_some_and(|label| persons::is_born(label));
        let first = &self.tokens[hit.from];
        let before = hit.from.checked_sub(1).map(|b| &self.tokens[b]).filter(|b| b.line == first.line);
        let begins = before.is_none_or(|b| first.rect.left - b.rect.right > 0.5 * self.page.line_height());
        begins && self.hits.iter().filter(row).any(born)
    }

    /// Whether a little word stands amid running text: on a line of many words, not at its beginning and not after a comma.
    /// Whether a little word stands amid running text: on a line of many words or after a word in small letters, not at the line's
    /// beginning unless the line before goes on there, and not after a comma.
    fn is_amid_words(&self, hit: &Hit) -> bool {
        let line = self.of_line(self.tokens[hit.from].line);
        let before = hit.from.checked_sub(1).filter(|before| line.contains(before)).map(|before| &self.tokens[before]);
        let small = |token: &Token| token.text.starts_with(char::is_lowercase);
        match before {
            Some(token) => !token.text.ends_with(',') && (line.len() >= MANY_WORDS || small(token)),
            None => goes_on(self.tokens, hit.from),
        }
    }

    /// Whether a little word follows a comma on a line of a few words, as a place and a date stand over a letter and under a deed.
    fn follows_place(&self, hit: &Hit) -> bool {
        let line = self.of_line(self.tokens[hit.from].line);
        let before = hit.from.checked_sub(1).filter(|before| line.contains(before));
        let few = hit.from - line.start <= PLACE_WORDS && line.len() <= MANY_WORDS + 1;
        few && before.is_some_and(|before| self.tokens[before].text.ends_with(','))
    }

    /// Whether a little word is a label before words: it begins its cell, has a colon, or follows a number, as in "né le 03.05.1952 à
    /// LYON". Else it may be any word of a sentence.
    fn says_what_follows(&self, hit: &Hit) -> bool {
        let number = || self.tokens[hit.from - 1].text.ends_with(|c: char| c.is_ascii_digit());
        let line = self.of_line(self.tokens[hit.from].line);
        let small = line.contains(&hit.to) && self.tokens[hit.to].text.starts_with(char::is_lowercase);
        hit.has_colon(self.tokens) || (!small && (self.begins_cell(hit) || number()))
    }

    /// Whether a label begins its line or cell, but for the number of the item.
    fn begins_cell(&self, hit: &Hit) -> bool {
        let item =
            |text: &str| text.len() <= 4 && text.chars().all(|c| c.is_ascii_digit() || matches!(c, '.' | '(' | ')'));
        let mut first = hit.from;
        while let Some(before) = first.checked_sub(1).filter(|b| self.tokens[*b].line == self.tokens[first].line) {
            if self.tokens[first].rect.left - self.tokens[before].rect.right > self.cell_gap() {
                return true;
            }
            if !item(&self.tokens[before].text) {
                return false;
            }
            first = before;
        }
        true
    }

    /// Whether a token begins a label of the type that ends the value of `field`: little words do so only before a number, and
    /// never those of the field itself.
    pub(super) fn begins_label(&self, token: usize, field: usize) -> bool {
        self.hits.iter().filter(|h| h.from == token).any(|h| {
            let number = || self.tokens.get(h.to).is_some_and(|t| t.text.starts_with(|c: char| c.is_ascii_digit()));
            !h.weak || (h.field != field && number())
        })
    }

    /// Whether what could be a label goes on the words before it: no colon after it, no wide gap before it.
    fn is_prose(&self, token: usize, end: f32) -> bool {
        let colon = self.hits.iter().filter(|h| h.from == token).any(|h| h.has_colon(self.tokens));
        !colon && self.tokens[token].rect.left - end < 1.5 * self.page.line_height()
    }

    /// Whether a label is a second one before the value of a reference, which says nothing more: "Vos réf. : Réf. : 12".
    fn is_second_label(&self, field: &Field, before: &[usize], token: usize, end: f32) -> bool {
        let empty = before.iter().all(|t| self.tokens[*t].key.is_empty());
        let near = self.tokens[token].rect.left - end < SECOND_LABEL * self.page.width();
        field.format == Format::Reference && empty && near && is_reference_mark(&self.tokens[token].key)
    }

    /// By how many pixels rows go down for each pixel to the right around a place of the straightened page: what is left of
    /// the page's angle there, on a sheet that lay crooked or curled. The weighted median over the lines near it.
    pub(super) fn slope(&self, around: &Rect) -> f32 {
        let height = self.page.line_height();
        let near = self.page.lines().iter().filter(|l| {
            (l.rect.middle() - around.middle()).abs() < SLOPE_BAND * height
                && l.rect.right - l.rect.left > SLOPE_LENGTH * height
        });
        let mut slopes: Vec<(f32, f32)> = near
            .filter_map(|l| {
                let (first, last) = (l.words.first()?.rect, l.words.last()?.rect);
                let middle = |r: Rect| (r.left + r.right) / 2.0;
                let run = middle(last) - middle(first);
                (run > height).then(|| ((last.middle() - first.middle()) / run, run))
            })
            .collect();
        slopes.sort_by(|a, b| a.0.total_cmp(&b.0));
        let half = slopes.iter().map(|s| s.1).sum::<f32>() / 2.0;
        let mut sum = 0.0;
        let median = slopes.iter().find(|s| {
            sum += s.1;
            sum >= half
        });
        median.map_or(0.0, |s| s.0.clamp(-0.1, 0.1))
    }

    /// The rest of the label's row, up to the next label; of running text also what goes on on the next line.
    fn right_of(&self, hit: &Hit, field: &Field) -> Vec<Place> {
        let line = self.tokens[hit.to - 1].line;
        let mut tokens: Vec<usize> = Vec::new();
        let from = if is_text(field.format) { self.end_of_label(hit) } else { hit.to };
        let from = from.max(self.rest_of_label(hit, field).unwrap_or(hit.to));
        let mut end = self.tokens[from - 1].rect.right;
        let far = if !hit.weak && self.begins_cell(hit) { CELL_REACH } else { TEXT_REACH };
        let reach = self.page.width() * if is_text(field.format) { far } else { REACH };
        let own = (from..self.tokens.len()).take_while(|t| self.tokens[*t].line == line);
        let mut closed = false;
        for t in own {
            let second = self.is_second_label(field, &tokens, t, end);
            if self.begins_label(t, hit.field) && !(is_text(field.format) && self.is_prose(t, end)) && !second {
                closed = true;
                break;
            }
            tokens.push(t);
            end = self.tokens[t].rect.right;
        }
        let same_line = tokens.iter().any(|t| !self.tokens[*t].key.is_empty());
        let longer = self.is_other_label(hit, field) || from > hit.to || self.is_longer_label(hit);
        let mut quality = if longer { 1.0 - LONGER_LABEL } else { 1.0 };
        let found = Found::Label { label: field.labels[hit.label].clone(), anchor: Anchor::Right };
        let mut places = Vec::new();
        // A value that has a form of its own may stand on the next line of running text, whole or its end.
        let next = from + tokens.len();
        let cut = field.format == Format::Reference && tokens.last().is_none_or(|t| self.is_mark(*t));
        let over_the_end = cut || has_form(field.format) && !self.has_value(field, &tokens);
        if !closed && over_the_end && goes_on(self.tokens, next) {
            // What ends before is no worse for the lines that follow; an amount or a name may be cut there.
            if !matches!(field.format, Format::Amount | Format::Person) {
                places.push(Place { tokens: tokens.clone(), quality, found: found.clone(), explicit: false });
            }
            let following = self.of_line(self.tokens[next].line).take(read::longest(field.format));
            tokens.extend(following.take_while(|t| !self.begins_label(*t, hit.field)));
            closed = true;
            quality -= OVER_THE_END;
        }
        if !closed && (!same_line || !is_text(field.format)) {
            // Other lines on the same row, from left to right.
            let rect = self.tokens[hit.to - 1].rect.around(hit.rect);
            let slope = self.slope(&rect);
            let mut others: Vec<usize> = (0..self.page.lines().len())
                .filter(|l| *l != line)
                .filter(|l| {
                    let r = self.page.lines()[*l].rect;
                    let down = slope * (r.left - rect.right);
                    let row = Rect { top: rect.top + down, bottom: rect.bottom + down, ..rect };
                    // A bold label may run into its value.
                    let after = r.left >= end - 1.5 * self.page.line_height() && r.right > end;
                    after && r.row_overlap(&row) > 0.3
                })
                .collect();
            let stamp = |l: &usize| is_stamp(&self.page.lines()[*l]);
            let worded = |l: &usize| stamp(l) && !self.of_line(*l).any(|t| has_digit(&self.tokens[t].text));
            if is_text(field.format) {
                let all = others.iter().all(stamp);
                others.retain(|l| if all { !worded(l) } else { !stamp(l) });
            }
            others.sort_by(|a, b| self.page.lines()[*a].rect.left.total_cmp(&self.page.lines()[*b].rect.left));
            // Words after a date's label, in whose cell no date stands, are the rest of the label.
            let number = |t: &usize| {
                let text = &self.tokens[*t].text;
                has_digit(text) || text.split('-').any(is_number_word)
            };
            if field.format == Format::Date && same_line && !others.is_empty() && !tokens.iter().any(number) {
                tokens.clear();
                quality -= MORE_LABEL;
            }
            'rows: for l in others {
                let gap = self.page.lines()[l].rect.left - end;
                if gap > reach {
                    break;
                }
                if !same_line && tokens.iter().all(|t| self.tokens[*t].key.is_empty()) {
                    quality -= OTHER_LINE + 0.15 * gap.max(0.0) / self.page.width();
                } else if is_text(field.format) {
                    break;
                }
                for t in self.of_line(l) {
                    if self.is_second_label(field, &tokens, t, end) {
                        quality -= DOUBLED;
                    } else if self.begins_label(t, hit.field) {
                        break 'rows;
                    }
                    tokens.push(t);
                    end = self.tokens[t].rect.right;
                }
            }
        }
        if longer && (is_text(field.format) || field.format == Format::Reference) {
            self.leave_the_label(&mut tokens);
        }
        let gap = tokens.iter().find(|t| !self.tokens[**t].key.is_empty());
        let gap = gap.map_or(0.0, |t| self.tokens[*t].rect.left - self.tokens[from - 1].rect.right);
        let explicit = self.is_explicit(hit, gap) && from == hit.to;
        for place in &mut places {
            place.explicit = explicit;
        }
        if field.format == Format::Person && tokens.iter().all(|t| self.tokens[*t].key.is_empty()) {
            places.extend(self.next_line(hit, found.clone()));
        }
        if field.format == Format::Text && !field.to_town {
            self.wrap(hit, &mut tokens);
        }
        places.push(Place { tokens, quality, found, explicit });
        places
    }

    /// Whether the label goes on in words that make it another one, such as "Date d'embauche"; those of amounts go on more freely.
    fn is_other_label(&self, hit: &Hit, field: &Field) -> bool {
        (is_text(field.format) || field.format == Format::Date) && self.end_of_label(hit) > hit.to
    }

    /// The token after all of what is printed as the label: words in small letters that go on what was found, as in "Nom et prénom de
    /// l'assuré", "Adresse (n°, rue)" and "Commune souhaitée :", are no part of the value.
    fn end_of_label(&self, hit: &Hit) -> usize {
        if hit.has_colon(self.tokens) {
            return hit.to;
        }
        let link = |t: &Token| t.text.starts_with(['(', '/']) || is_link(&t.text);
        let listed = self.tokens[hit.to - 1].text.ends_with(',');
        let line = self.of_line(self.tokens[hit.to - 1].line);
        let (mut end, mut open) = (self.tokens[hit.to - 1].rect.right, false);
        let linked = listed || self.tokens.get(hit.to).is_some_and(link);
        for t in hit.to..line.end {
            let word = &self.tokens[t];
            let small = word.text.starts_with(char::is_lowercase) && !word.text.contains(|c: char| c.is_ascii_digit());
            open |= word.text.starts_with('(');
            let parted = word.rect.left - end > self.cell_gap();
            if parted || !(small || open || word.key.is_empty()) {
                return if parted || linked { t } else { hit.to };
            }
            end = word.rect.right;
            if word.text.ends_with(':') {
                return t + 1;
            }
            open &= !word.text.contains(')');
        }
        if linked { line.end } else { hit.to }
    }

    /// The next line, for a name that stands on one of its own under words such as "certifie que :".
    fn next_line(&self, hit: &Hit, found: Found) -> Option<Place> {
        let next = self.of_line(self.tokens[hit.to - 1].line).end;
        let line = self.tokens.get(next)?.line;
        let gap = self.tokens[next].rect.top - hit.rect.bottom;
        let near = (0.0..BELOW_REACH * self.page.line_height()).contains(&gap);
        near.then(|| Place { tokens: self.of_line(line).collect(), quality: UNDER_ITS_WORDS, found, explicit: false })
    }

    /// Takes away what goes on a label up to its colon, "de notre courrier :" after "Objet": words in small letters, which none of the
    /// value's own before a colon would begin with.
    fn leave_the_label(&self, tokens: &mut Vec<usize>) {
        let colon = tokens.iter().position(|t| self.tokens[*t].text.ends_with(':'));
        let Some(colon) = colon.filter(|at| at + 1 < tokens.len()) else { return };
        let small = |t: &usize| {
            let text = &self.tokens[*t].text;
            text.starts_with(|c: char| c.is_lowercase() || !c.is_alphabetic())
        };
        if tokens[..=colon].iter().all(small) {
            tokens.drain(..=colon);
        }
    }

    /// Whether what is printed is a longer label than the one that was found: other words stand between it and its colon, with no more
    /// than a space between them, and none begins a label of its own.
    fn is_longer_label(&self, hit: &Hit) -> bool {
        if hit.has_colon(self.tokens) {
            return false;
        }
        let (mut any, mut end) = (false, self.tokens[hit.to - 1].rect.right);
        for t in hit.to..self.of_line(self.tokens[hit.to - 1].line).end {
            let word = &self.tokens[t];
            let number = word.text.contains(|c: char| c.is_ascii_digit());
            if number || word.rect.left - end > self.cell_gap() || self.begins_label(t, hit.field) {
                return false;
            }
            end = word.rect.right;
            any |= !word.key.is_empty();
            if word.text.ends_with(':') {
                return any;
            }
        }
        false
    }

    /// Whether the layout says that a value belongs to its label, and not only that it comes after it: the label begins its line
    /// or cell, and a colon or a gap as between cells parts it from the value.
    fn is_explicit(&self, hit: &Hit, gap: f32) -> bool {
        let wide = self.cell_gap();
        self.begins_cell(hit) && !hit.weak && (gap > wide || hit.has_colon(self.tokens))
    }

    /// Pixels from which on a gap parts cells rather than words.
    pub(super) fn cell_gap(&self) -> f32 {
        1.2 * self.page.line_height()
    }

    pub(super) fn of_line(&self, line: usize) -> Range<usize> {
        let from = self.tokens.partition_point(|t| t.line < line);
        let to = self.tokens.partition_point(|t| t.line <= line);
        from..to
    }

    /// What stands under the label, the nearest line first.
    fn below(&self, hit: &Hit, field: &Field) -> Vec<Place> {
        let height = hit.rect.height().max(self.page.line_height() * 0.6);
        // What is written under a label as short as "à" may begin a little further in.
        let column = Rect { right: hit.rect.right.max(hit.rect.left + 2.0 * height), ..hit.rect };
        let mut under: Vec<(f32, usize)> = (0..self.page.lines().len())
            .filter_map(|l| {
                let r = self.page.lines()[l].rect;
                let gap = r.top - hit.rect.bottom;
                let near = (-0.6 * height..BELOW_REACH * height).contains(&gap) && r.middle() > hit.rect.bottom;
                (near && r.column_overlap(&column) > 0.0).then_some((gap, l))
            })
            .collect();
        under.sort_by(|a, b| a.0.total_cmp(&b.0));
        let label = field.labels[hit.label].clone();
        // Where the next head of a row of heads begins, what stands under it is that one's.
        let heads = self.tokens.iter().map(|t| &t.rect).filter(|r| r.row_overlap(&hit.rect) > 0.5);
        let next = heads.filter(|r| r.left > hit.rect.right + self.cell_gap()).map(|r| r.left - height);
        let next = next.fold(f32::INFINITY, f32::min);
        let other = self.is_other_label(hit, field) || self.rest_of_label(hit, field).is_some();
        let longer = if other { LONGER_LABEL } else { 0.0 };
        let mut places = Vec::new();
        for (rank, (gap, l)) in under.into_iter().take(LINES_BELOW).enumerate() {
            let slack = 2.0 * height;
            // A value may be wider than the label that it stands under: what follows closely belongs to it.
            let mut end = f32::NEG_INFINITY;
            let mut tokens: Vec<usize> = self
                .of_line(l)
                .filter(|t| {
                    let r = self.tokens[*t].rect;
                    let goes_on = r.left - end < height && self.tokens[*t].text.contains(|c: char| c.is_ascii_digit());
                    let near = r.left < hit.rect.right + slack || goes_on;
                    let other = r.left > next && r.left - end > self.cell_gap();
                    let taken = r.right > hit.rect.left - slack && (is_text(field.format) && !other || near);
                    if taken {
                        end = r.right;
                    }
                    taken
                })
                .collect();
            if !has_form(field.format) && field.format != Format::AccountNumber {
                self.begin_at_first_word(&mut tokens, l, height);
            }
            if tokens.iter().any(|t| self.begins_label(*t, hit.field)) && is_text(field.format) {
                break;
            }
            // Words without a form are taken from the next line only.
            if matches!(field.format, Format::Text | Format::Reference) && rank > 0 {
                break;
            }
            let mut quality = 0.95 - 0.08 * rank as f32 - 0.03 * (gap / height).max(0.0) - longer;
            let first = tokens.iter().find(|t| !self.tokens[**t].key.is_empty()).map(|t| self.tokens[*t].rect);
            let aligned = first.is_some_and(|r| (r.left - hit.rect.left).abs() < 0.6 * height && gap < height);
            if rank == 0 && aligned && self.heads_column(hit, field) {
                quality += HEADS_COLUMN;
            }
            if field.format == Format::Text && !field.to_town {
                self.wrap(hit, &mut tokens);
            }
            // The next line, in the column of a label that stands by itself.
            let explicit = rank == 0 && longer == 0.0 && self.is_explicit(hit, f32::INFINITY);
            let found = Found::Label { label: label.clone(), anchor: Anchor::Below };
            places.push(Place { tokens, quality, found, explicit });
        }
        if field.format == Format::Amount {
            places.extend(self.right_in_cell(hit, field, height));
        }
        places
    }

    /// Lets what stands under the end of a longer label ("Votre numéro de client") begin with the words close before it.
    fn begin_at_first_word(&self, tokens: &mut Vec<usize>, line: usize, height: f32) {
        let Some(first) = tokens.first().copied() else { return };
        let close = |t: &usize| self.tokens[*t + 1].rect.left - self.tokens[*t].rect.right < WORD_GAP * height;
        let before = (self.of_line(line).start..first).rev().take_while(close).count();
        tokens.splice(0..0, first - before..first);
    }

    /// Whether a label stands by itself over what begins at its margin, without a colon, as in a margin of references: what is at its
    /// right across the page is another column.
    fn heads_column(&self, hit: &Hit, field: &Field) -> bool {
        let form = matches!(field.format, Format::Reference | Format::Date);
        let next = self.tokens.get(hit.to).filter(|t| t.line == self.tokens[hit.from].line);
        let alone = next.is_none_or(|t| t.rect.left - hit.rect.right > self.cell_gap());
        form && alone && !hit.has_colon(self.tokens)
    }

    /// Amounts at the right edge of cells whose heads are set in their middle: what stands under the free space between the label
    /// and the next head of a row of labels, the nearest line first.
    fn right_in_cell(&self, hit: &Hit, field: &Field, height: f32) -> Vec<Place> {
        let in_row = |rect: &Rect| rect.row_overlap(&hit.rect) > 0.5;
        if !self.hits.iter().any(|h| h.field != hit.field && in_row(&h.rect)) {
            return Vec::new();
        }
        let heads = self.tokens.iter().map(|t| &t.rect).filter(|r| in_row(r) && r.left >= hit.rect.right);
        let next = heads.fold(self.page.width(), |next, r| next.min(r.left));
        let inside = |r: &Rect| {
            let gap = r.top - hit.rect.bottom;
            r.left >= hit.rect.left
                && r.right > hit.rect.right
                && r.right <= next
                && (0.0..BELOW_REACH * height).contains(&gap)
        };
        let mut places: Vec<Place> = Vec::new();
        let found = Found::Label { label: field.labels[hit.label].clone(), anchor: Anchor::Below };
        for (at, token) in self.tokens.iter().enumerate().filter(|(_, t)| inside(&t.rect)) {
            match places.last_mut().filter(|p| p.tokens.last().is_some_and(|t| self.tokens[*t].line == token.line)) {
                Some(place) => place.tokens.push(at),
                None => {
                    let quality = 0.95 - 0.03 * (token.rect.top - hit.rect.bottom) / height - BESIDE_HEAD;
                    places.push(Place { tokens: vec![at], quality, found: found.clone(), explicit: false });
                }
            }
        }
        places
    }

    /// The values that stand in a place.
    fn read(&self, field: &Field, place: &Place, out: &mut Vec<Candidate>) {
        // Marks between label and value, as in "Total : 12,00".
        let skip = place.tokens.iter().take_while(|t| self.tokens[**t].key.is_empty() && self.is_mark(**t)).count();
        let tokens = &place.tokens[skip..];
        if field.format == Format::Text {
            out.extend(self.words(field, tokens, place));
            return;
        }
        if field.format == Format::Reference {
            out.extend(self.reference(field, tokens, place));
            return;
        }
        if field.format == Format::Person {
            out.extend(self.person(field, tokens, place));
            return;
        }
        let before = out.len();
        let mut start = 0;
        while start < tokens.len() {
            let skipped = start.min(SKIPPED) as f32;
            // Amounts stand at the end of long rows; what else has a form of its own does not.
            if start > SKIPPED && field.format != Format::Amount {
                break;
            }
            let longest = read::longest(field.format).min(tokens.len() - start);
            let hit = (1..=longest).rev().find_map(|n| Some((n, self.window(field, &tokens[start..start + n])?)));
            match hit {
                Some((n, reading)) if self.is_year(field, tokens[start], &reading) => start += n,
                Some((n, reading)) => {
                    let percent = tokens.get(start + n).is_some_and(|t| self.tokens[*t].text.starts_with('%'));
                    let year = n == 1 && start > 0 && is_month(&self.tokens[tokens[start - 1]].key);
                    if !((percent || year) && field.format == Format::Amount) {
                        let cut = match field.format {
                            Format::Amount => self.is_cut(&tokens[start..], n),
                            // What stands before it may be its beginning, an underscore having been read as a space.
                            Format::Email => start > 0,
                            _ => false,
                        };
                        let quality = place.quality - 0.03 * skipped - if cut { CUT } else { 0.0 };
                        let explicit = place.explicit && start == 0;
                        let place = Place { tokens: Vec::new(), quality, found: place.found.clone(), explicit };
                        out.push(self.candidate(field, &tokens[start..start + n], reading, &place));
                    }
                    start += n;
                }
                None => start += 1,
            }
        }
        if field.format == Format::Amount && out[before..].iter().any(has_cents) {
            let mut at = 0;
            out.retain(|c| {
                at += 1;
                at <= before || has_cents(c) || !is_aside(c)
            });
        }
    }

    /// Whether a value of the format stands in a run of tokens.
    fn has_value(&self, field: &Field, tokens: &[usize]) -> bool {
        let longest = read::longest(field.format);
        (0..tokens.len()).any(|from| {
            let most = longest.min(tokens.len() - from);
            (1..=most).any(|n| self.window(field, &tokens[from..from + n]).is_some())
        })
    }

    /// Whether more digits follow the first `n` tokens closely: what could be read of them is a part of a number.
    fn is_cut(&self, tokens: &[usize], n: usize) -> bool {
        let (Some(last), Some(next)) = (tokens.get(n - 1), tokens.get(n)) else { return false };
        let (last, next) = (&self.tokens[*last], &self.tokens[*next]);
        let near = next.rect.left - last.rect.right < self.page.line_height();
        last.line == next.line && near && next.text.starts_with(|c: char| c.is_ascii_digit() || c == ',')
    }

    /// Whether what reads as an amount is the year after the name of a month: "Quotient familial (mai 2024) : 738 €".
    fn is_year(&self, field: &Field, token: usize, reading: &Reading) -> bool {
        let plain = field.format == Format::Amount && reading.currency.is_none();
        let month = token.checked_sub(1).map(|before| self.tokens[before].key.as_str());
        let date = |month: &str| Validator::Date.check(&format!("1 {month} {}", reading.value)).is_ok();
        plain && month.is_some_and(|m| m.starts_with(char::is_alphabetic) && date(m))
    }

    pub(super) fn is_mark(&self, token: usize) -> bool {
        self.tokens[token]
            .text
            .chars()
            .all(|c| matches!(c, ':' | '.' | '-' | '–' | '…' | '_' | '=' | '|' | '>' | ';' | '/'))
    }

    /// Reads consecutive tokens as the format.
    pub(super) fn window(&self, field: &Field, tokens: &[usize]) -> Option<Reading> {
        let (first, last) = (*tokens.first()?, *tokens.last()?);
        // A value does not go on in another cell of the row, but on the next line of running text.
        let parted = tokens.windows(2).any(|pair| {
            self.tokens[pair[0]].line != self.tokens[pair[1]].line
                && !(pair[1] == pair[0] + 1 && goes_on(self.tokens, pair[1]))
        });
        if self.is_mark(first) || self.is_mark(last) || parted {
            return None;
        }
        let of_other =
            || self.goes_on_in_words(first, last) || self.is_amid_digits(first, last) || self.names_street(first);
        if field.format == Format::Date && of_other() {
            return None;
        }
        if field.format == Format::Number
            && let Some(value) = self.with_letter(tokens)
        {
            return Some(Reading { value, currency: None, check: None, repaired: false });
        }
        read::read(field.format, &self.joined(tokens), &self.least_sure(tokens))
    }

    /// A number and the letter that closes it, as funds print their members' numbers: "1234567 K".
    fn with_letter(&self, tokens: &[usize]) -> Option<String> {
        let (last, digits) = tokens.split_last()?;
        let letter = &self.tokens[*last];
        let alone = letter.text.len() == 1 && letter.text.starts_with(|c: char| c.is_ascii_uppercase());
        let before = &self.tokens[*digits.last()?];
        let near = letter.rect.left - before.rect.right < self.page.line_height();
        let ends = self
            .tokens
            .get(last + 1)
            .is_none_or(|next| next.line != letter.line || next.rect.left - letter.rect.right > self.cell_gap());
        let number = read::read(Format::Number, &self.joined(digits), &(0..0)).filter(|_| alone && near && ends)?;
        (number.value.len() >= LETTERED).then(|| format!("{}{}", number.value, letter.text))
    }

    /// Whether a date written out goes on before or after these words: a part of it is another date.
    fn goes_on_in_words(&self, first: usize, last: usize) -> bool {
        let number = |token: &Token| token.text.split('-').any(is_number_word);
        let before =
            first.checked_sub(1).map(|before| &self.tokens[before]).filter(|before| !before.text.ends_with(','));
        let after = self.tokens.get(last + 1).filter(|_| !self.tokens[last].text.ends_with(','));
        number(&self.tokens[first]) && before.is_some_and(number)
            || number(&self.tokens[last]) && after.is_some_and(number)
    }

    /// Where the word that was read least surely stands in [`Search::joined`], in bytes; nowhere where others were read no better.
    fn least_sure(&self, tokens: &[usize]) -> Range<usize> {
        let least = tokens.iter().map(|t| self.tokens[*t].confidence).fold(f32::INFINITY, f32::min);
        let (mut at, mut found) = (0, Vec::new());
        for token in tokens.iter().map(|t| &self.tokens[*t]) {
            if token.confidence <= least {
                found.push(at..at + token.text.len());
            }
            at += token.text.len() + 1;
        }
        if found.len() == 1 { found.remove(0) } else { 0..0 }
    }

    pub(super) fn joined(&self, tokens: &[usize]) -> String {
        let words: Vec<&str> = tokens.iter().map(|t| self.tokens[*t].text.as_str()).collect();
        words.join(" ")
    }

    /// All the words, without what stands around them.
    pub(super) fn words(&self, field: &Field, tokens: &[usize], place: &Place) -> Option<Candidate> {
        let whole;
        let mut place = Place { tokens: Vec::new(), found: place.found.clone(), ..*place };
        let tokens = if field.to_town {
            whole = self.to_town(tokens);
            place.quality -= if self.ends_in_town(&whole) { 0.0 } else { NO_TOWN };
            &whole
        } else {
            tokens
        };
        let end = tokens.iter().rposition(|t| !self.is_mark(*t))? + 1;
        let text = self.joined(&tokens[..end]);
        let value = without_leaders(&text);
        let value = if read::in_comb(value) && !value.contains(", ") {
            value.chars().filter(|c| !read::is_comb(*c)).collect()
        } else {
            value.to_owned()
        };
        // "N°" alone is the next label.
        if !value.chars().any(char::is_alphanumeric) || key(&value) == NUMBER_SIGN {
            return None;
        }
        let reading = Reading { value, currency: None, check: None, repaired: false };
        Some(self.candidate(field, &tokens[..end], reading, &place))
    }

    /// The names of a person that begin there.
    fn person(&self, field: &Field, tokens: &[usize], place: &Place) -> Option<Candidate> {
        let words: Vec<&Token> = tokens.iter().map(|t| &self.tokens[*t]).collect();
        let range = persons::names(&words, place.explicit)?;
        let tokens = &tokens[range];
        let value = self.joined(tokens).trim_end_matches([',', ';', ':', '.', ' ']).to_owned();
        let reading = Reading { value, currency: None, check: None, repaired: false };
        Some(self.candidate(field, tokens, reading, place))
    }

    /// Whether a mark between two years that follow each other makes one period of them: "2023 - 2024".
    fn joins_years(&self, token: usize) -> bool {
        let year = |t: Option<usize>| {
            let text = self.tokens.get(t?)?.text.as_str();
            text.trim_end_matches(['.', ',']).parse::<u16>().ok().filter(|y| (1900..2100).contains(y))
        };
        self.is_mark(token) && year(token.checked_sub(1)).is_some_and(|y| year(Some(token + 1)) == Some(y + 1))
    }

    /// The first words as a reference, and those after that still belong to it.
    fn reference(&self, field: &Field, tokens: &[usize], place: &Place) -> Option<Candidate> {
        let mark = |t: usize| self.tokens[t].key.is_empty() || is_reference_mark(&self.tokens[t].key);
        let start = tokens.iter().take(3).take_while(|t| mark(**t)).count();
        let tokens = tokens.get(start..)?;
        // "contrat 3779 11702 L": what is numbered, and the number.
        let what = |t: &usize| self.tokens[*t].text.len() > 2 && self.tokens[*t].text.chars().all(char::is_lowercase);
        let start = tokens.iter().take(2).take_while(|t| what(t)).count();
        let numbered = tokens.get(start).is_some_and(|t| self.tokens[*t].text.contains(|c: char| c.is_ascii_digit()));
        let tokens = if numbered { &tokens[start..] } else { tokens };
        let longest = read::longest(Format::Reference).min(tokens.len());
        let found = (1..=longest).rev().find_map(|n| {
            // "Devis valable 30 jours" has no number.
            let prose = n > 1 && self.tokens[tokens[0]].text.starts_with(char::is_lowercase);
            let goes_on = |at: usize| {
                read::continues_reference(&self.tokens[tokens[at]].text)
                    || self.joins_years(tokens[at])
                    || at + 1 < n && self.joins(tokens, at)
            };
            let whole = !prose && (1..n).all(goes_on);
            Some((n, whole.then(|| self.window(field, &tokens[..n])).flatten()?))
        });
        let Some((n, reading)) = found else { return self.described(field, tokens, place) };
        // A dash at its end says that it goes on.
        let cut = tokens.get(n).is_some_and(|t| matches!(self.tokens[*t].text.as_str(), "-" | "–" | "/"))
            && n + 1 == tokens.len();
        let quality = place.quality - if cut { CUT } else { 0.0 };
        let place = &Place { tokens: Vec::new(), quality, found: place.found.clone(), explicit: place.explicit };
        Some(self.candidate(field, &tokens[..n], reading, place))
    }

    /// Values that are told by their form alone, wherever they stand; those that fail a check or needed a repair are left out,
    /// since nothing else speaks for them.
    fn read_anywhere(&self, field: &Field, out: &mut Vec<Candidate>) {
        let anywhere = Place { tokens: Vec::new(), quality: 0.6, found: Found::Anywhere, explicit: false };
        let mut start = 0;
        while start < self.tokens.len() {
            let line = self.tokens[start].line;
            let rest = self.tokens[start..].iter().take_while(|t| t.line == line).count();
            let longest = read::longest(field.format).min(rest);
            let run: Vec<usize> = (start..start + longest).collect();
            let hit = (1..=longest).rev().find_map(|n| {
                let reading = self.window(field, &run[..n])?;
                let sound = !reading.repaired && reading.check.is_none_or(|(_, passed)| passed);
                sound.then_some((n, reading))
            });
            match hit {
                Some((n, reading)) => {
                    out.push(self.candidate(field, &run[..n], reading, &anywhere));
                    start += n;
                }
                None => start += 1,
            }
        }
    }

    pub(super) fn candidate(&self, field: &Field, tokens: &[usize], reading: Reading, place: &Place) -> Candidate {
        let Place { quality, explicit, .. } = *place;
        let words = tokens.iter().map(|t| &self.tokens[*t]);
        let letters: f32 = words.clone().map(|t| t.text.len() as f32).sum();
        let sum: f32 = words.clone().map(|t| t.confidence * t.text.len() as f32).sum();
        let read = sum / letters.max(1.0);
        let checksum = reading.check.filter(|(v, _)| v.has_checksum());
        // How sure a value is that was read without a doubt: measured on drawn pages, see docs/document-types.md.
        let sure = match (checksum, reading.repaired) {
            (Some((_, true)), false) => 0.99 - 0.2 * (1.0 - quality).clamp(0.0, 0.4),
            (Some((_, true)), true) => 0.6,
            (Some((_, false)), _) => 0.15,
            (None, _) => match field.format {
                _ if reading.repaired => 0.6,
                Format::Text | Format::Person | Format::Number if explicit => 0.96 * quality.clamp(0.0, 1.0),
                format if format.is_words() => 0.8 * quality.clamp(0.0, 1.0),
                Format::Number => 0.85 * quality.clamp(0.0, 1.0),
                _ => 0.93 * quality.clamp(0.0, 1.0),
            },
        };
        let merit = match (reading.check, reading.repaired) {
            (Some((_, true)), false) => 0.3,
            (Some((_, true)), true) => 0.1,
            (Some((_, false)), _) => -0.3,
            (None, _) => 0.0,
        };
        let clear = match &place.found {
            Found::Label { anchor: Anchor::Right, .. } if explicit => EXPLICIT_BESIDE,
            _ if explicit => EXPLICIT,
            _ => 0.0,
        };
        let mut checks = Vec::new();
        if let Some((validator, passed)) = reading.check {
            checks.push(super::CheckResult { name: validator.name().to_owned(), passed });
        }
        Candidate {
            score: quality + merit + 0.2 * read + clear,
            tokens: tokens.first().copied().unwrap_or(0)..tokens.last().map_or(0, |t| t + 1),
            explicit,
            value: Value {
                name: field.name.clone(),
                label: field.label.clone(),
                raw: self.joined(tokens),
                value: reading.value,
                currency: reading.currency.map(str::to_owned),
                confidence: (sure * read).clamp(0.0, 1.0),
                accepted: false,
                checks,
                quad: quad_around(words.map(|t| &t.quad)),
                found: place.found.clone(),
                repaired: reading.repaired,
            },
        }
    }
}

/// A text without dirt around it and without the dotted line that it was written on. A single full stop at the end is kept.
fn without_leaders(text: &str) -> &str {
    // Brackets and quotation marks belong to names.
    let edge = |c: char| read::is_edge(c) && !matches!(c, '(' | ')' | '"' | '«' | '»' | '\'' | '’' | '!');
    let mut text = text.trim_matches(edge);
    while let Some(shorter) = text.strip_suffix("..").or_else(|| text.strip_suffix(" .")) {
        text = shorter.trim_end_matches(|c: char| c == '.' || edge(c));
    }
    text
}

/// Whether a word stands before references and is none: "n°", "réf.".
fn is_reference_mark(key: &str) -> bool {
    key == NUMBER_SIGN || key == "ref"
}

/// Whether a format is told by its form so well that its value may be looked for on the next line.
fn has_form(format: Format) -> bool {
    matches!(
        format,
        Format::Date | Format::Amount | Format::Nir | Format::Iban | Format::Siret | Format::Phone | Format::Person
    )
}

/// Words that say of a label which one is meant, as in "Commune souhaitée"; of each the letters that all its forms begin with.
const WHICH: [&str; 14] = [
    "souhaité", "demandé", "recherché", "concerné", "actuel", "précédent", "complet", "complèt", "exact", "principal",
    "éventuel", "habituel", "légal", "postal",
];

/// Whether a word in small letters goes on a label and begins no value: "Nom et prénom", "Adresse du siège", "Nom d'usage".
fn is_link(word: &str) -> bool {
    matches!(word, "et" | "ou" | "de" | "du" | "des")
        || word.starts_with("d'")
        || word.starts_with("d’")
        || WHICH.iter().any(|which| word.starts_with(which))
}

fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

fn is_text(format: Format) -> bool {
    matches!(format, Format::Text | Format::Person)
}
