//! Candidates for a field: where its value may stand, what stands there, and how good each is.

use super::column::OF_ITEM;
use super::email;
use super::labels::{Hit, goes_on};
use super::persons;
use super::read::{self, Reading};
use super::stamps::says_stamp;
use super::tokens::{NUMBER_SIGN, Token};
use super::{Found, Value};
use crate::page::{Page, quad_around};
use crate::types::{Anchor, Field, Format};
use crate::validators::are_years;
use std::ops::Range;

/// Candidates of one field that are kept, the best first.
const KEPT: usize = 5;
/// How good a place is where nothing but the form of a value tells it, and how much better for two years that follow each other.
const ANYWHERE: f32 = 0.6;
const TWO_YEARS: f32 = 0.1;
/// Place in a field's list of labels from which on one says no less than the one before it: long lists are of wordings as good.
const LAST_RANK: usize = 30;
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
/// What a value is worth less whose label stands in the part of a form that is about another person: an employer's address.
const IN_PART_OF_OTHER: f32 = 0.2;
/// And less still amid running text, as in "né à Nantes le 3 novembre 1952": a letter's date has a line of its own.
const AMID_WORDS: f32 = 0.05;
/// What the "au" between two days is worth more: as much as little words are worth less.
const ENDS_SPAN: f32 = 0.1;
/// What a little word is worth less for a person's name where it says a place: "à Lyon, le 3 mars".
const OF_PLACE: f32 = 0.2;
/// What a telephone number is worth less after a postcode and a town on its line, as an office's is: more than its place can tell.
const OF_OFFICE: f32 = 0.3;
/// What a place is worth less at the foot of the page than at its head, of a field whose labels further down are another person's.
const OF_ANOTHER: f32 = 1.2;
/// How much more a value at the foot of the page is worth than one at its head, of fields of which the last counts.
const LATER: f32 = 0.08;
/// How much more a value is worth that stands under one of the field's headings: more than its label and its place can tell.
const UNDER_HEADING: f32 = 0.4;
/// What a date or a reference is worth less whose label stands amid running text, where it may be anybody's: "de Jean MARTIN, né le 3 mai
/// 1952".
const LABEL_IN_PROSE: f32 = 0.1;
/// What a number is worth less before whose "n°" other words say what it is the number of.
const NUMBER_OF_OTHER: f32 = 0.15;
/// And one in brackets, which is an aside: "Marié le 3 mai 2009 (acte n° 60)".
const IN_BRACKETS: f32 = 0.3;
/// How sure the words of a label are that was hardly legible, at most, and what a place is worth less beside one: no value beside it is
/// accepted, unless a checksum speaks for it.
const FAINT: f32 = 0.35;
const OF_FAINT: f32 = 0.12;
/// Heights of a little word within which the line of a birth stands over it: "Né le 03.05.1952" over "à LYON (69)".
const LINE_UNDER: f32 = 2.5;
/// Words of a line from which on it may be running text.
const MANY_WORDS: usize = 7;
/// Words from which on a line is a sentence, though a comma stands before its "le".
const SENTENCE: usize = 11;

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
        let others = self.parts_of_others(f);
        for hit in self.hits.iter().filter(|h| h.field == field && end.as_ref().is_none_or(|end| !end.is_over(h))) {
            if hit.label >= f.labels.len() {
                out.extend(self.before(&self.fields[field], hit));
                continue;
            }
            if self.is_out_of_title(f, hit) || self.is_number_of_other(hit) || self.ends_a_sum_in_words(hit) {
                continue;
            }
            if hit.weak && is_text(f.format) && !(self.follows_a_label(f, hit) && self.says_what_follows(hit)) {
                continue;
            }
            // "Locataire n° 8611-153" has no name.
            let signed = |t: &Token| t.key == NUMBER_SIGN && t.line == self.tokens[hit.from].line;
            if f.block.is_some() && self.tokens.get(hit.to).is_some_and(signed) {
                continue;
            }
            for (order, anchor) in f.anchors.iter().enumerate() {
                let places = match anchor {
                    Anchor::Right => self.right_of(hit, f),
                    Anchor::Below => self.below(hit, f).into_iter().chain(self.who_signs(hit, f)).collect(),
                    // Of the phrases of a field's `before` alone, see above.
                    Anchor::Before => Vec::new(),
                };
                for mut place in places {
                    // The first label and the first anchor of the file are the likeliest; long labels say more.
                    place.quality -= 0.05 * order as f32 + 0.004 * hit.label.min(LAST_RANK) as f32;
                    if order > 0 && *anchor == Anchor::Right && !hit.has_colon(self.tokens) {
                        place.quality -= NOT_BELOW;
                    }
                    place.quality += 0.04 * (hit.words - 1).min(4) as f32;
                    if f.format == Format::Amount && self.begins_row_of_sums(hit) {
                        place.quality -= OF_ITEM;
                    }
                    let of_form = matches!(f.format, Format::Date | Format::Reference);
                    if of_form && !hit.weak && hit.is_prose(&f.labels[hit.label], self.tokens) {
                        place.quality -= LABEL_IN_PROSE;
                    }
                    if hit.words == 1 && self.tokens[hit.from].key == NUMBER_SIGN && !self.begins_cell(hit) {
                        place.quality -= NUMBER_OF_OTHER;
                    }
                    if f.format == Format::Reference && self.is_in_brackets(hit, &f.labels[hit.label]) {
                        place.quality -= IN_BRACKETS;
                    }
                    if self.tokens[hit.from].confidence < FAINT {
                        place.quality -= OF_FAINT;
                    }
                    if f.format == Format::Phone && self.is_of_letterhead(hit) {
                        place.quality -= OF_OFFICE;
                        place.explicit = false;
                    }
                    // "4a." says what it is, however short.
                    if hit.weak && !has_digit(&f.labels[hit.label]) && !self.follows_own_number(hit) {
                        let vague = self.is_amid_words(hit) || self.follows_participle(hit);
                        place.quality -= if vague { AMID_WORDS } else { 0.0 };
                        let long = self.of_line(self.tokens[hit.from].line).len() >= SENTENCE;
                        let sentence = long && !self.closes_a_deed(hit);
                        place.quality -= if sentence { AMID_WORDS } else { 0.0 };
                        // Over its value or in a column of labels it is as good as any.
                        place.quality -= match () {
                            () if self.of_line(self.tokens[hit.from].line) == (hit.from..hit.to) => 0.0,
                            () if self.follows_place(hit) => AFTER_PLACE,
                            () => WEAK,
                        };
                        place.quality -= if is_text(f.format) && self.says_where(hit) { OF_PLACE } else { 0.0 };
                        place.quality += if self.ends_span(hit) { ENDS_SPAN } else { 0.0 };
                    }
                    if others.iter().any(|part| part.contains(&hit.rect.middle())) {
                        place.quality -= IN_PART_OF_OTHER;
                        place.explicit = false;
                    }
                    self.read(f, &place, &mut out);
                }
            }
        }
        out.extend(self.under_title(field, f));
        match f.format {
            Format::Text if f.anywhere => out.extend(self.over_greeting(field, f)),
            _ if f.anywhere => self.read_anywhere(f, &mut out),
            _ => {}
        }
        out.extend(self.dated(field, f));
        if f.earliest || f.latest {
            self.keep_one_day(field, f, &mut out);
        }
        self.weigh_parties(f, &mut out);
        if f.block.is_some() {
            out.retain(|c| names_a_party(&c.value.value));
        }
        if f.last {
            for c in &mut out {
                c.score += LATER * self.page.share_down(self.tokens[c.tokens.start].rect.middle());
            }
        }
        // Of whom a paper is about it speaks first, though what heads the others could not be read.
        if !f.until.is_empty() {
            for c in &mut out {
                c.score -= OF_ANOTHER * self.page.share_down(self.tokens[c.tokens.start].rect.middle());
            }
        }
        if let Some(top) = self.under(f) {
            for c in out.iter_mut().filter(|c| self.tokens[c.tokens.start].rect.middle() > top) {
                c.score += UNDER_HEADING;
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

    /// Of dates without a label keeps the earliest or the latest. On a card there must be several, since a single one may be any of its
    /// days, and none of them a mail room's.
    fn keep_one_day(&self, field: usize, f: &Field, out: &mut Vec<Candidate>) {
        let is_anywhere = |c: &Candidate| c.value.found == Found::Anywhere;
        let card = f.latest || self.fields[field].format.is_of_zone();
        let stamped = |c: &Candidate| {
            let line = self.tokens[c.tokens.start].line;
            card && (says_stamp(&self.page.lines()[line]) || self.is_date_of_stamp(line, None))
        };
        out.retain(|c| !is_anywhere(c) || !stamped(c));
        // Dates in ISO form are in the order of their letters.
        let days = || out.iter().filter(|c| is_anywhere(c)).map(|c| c.value.value.clone());
        let (first, last) = (days().min(), days().max());
        let kept = if card && first == last {
            None
        } else if f.latest {
            last
        } else {
            first
        };
        out.retain(|c| !is_anywhere(c) || Some(&c.value.value) == kept.as_ref());
    }

    /// Whether a little word such as "à" is the label of words: one that stands alone or has a colon, or in a row in which a birth has
    /// its label, as in "Né(e) le ... à ...". What cards number their fields by, "A" or "1.", is no word.
    fn follows_a_label(&self, field: &Field, hit: &Hit) -> bool {
        let line = self.of_line(self.tokens[hit.from].line);
        let alone = line == (hit.from..hit.to) || hit.has_colon(self.tokens);
        if alone || !field.labels[hit.label].starts_with(char::is_lowercase) {
            return true;
        }
        let row = |h: &&Hit| h.rect.row_overlap(&hit.rect) > 0.5 && h.rect.right <= hit.rect.left;
        // On a card it begins the next line.
        let begins = line.start == hit.from;
        let above =
            |h: &&Hit| begins && (0.0..LINE_UNDER * hit.rect.height()).contains(&(hit.rect.top - h.rect.bottom));
        let born = |h: &Hit| self.fields[h.field].labels.get(h.label).is_some_and(|label| persons::is_born(label));
        self.hits.iter().filter(|h| row(h) || above(h)).any(born)
    }

    /// Whether a little word follows what the document is numbered by, at the beginning of its line: "Bon de livraison n° 4912 du".
    fn follows_own_number(&self, hit: &Hit) -> bool {
        let line = self.of_line(self.tokens[hit.from].line);
        let own = self.fields.iter().position(|f| f.format == Format::Reference);
        let begins = |h: &Hit| Some(h.field) == own && h.from == line.start && !h.weak && h.to < hit.from;
        let number = || has_digit(&self.tokens[hit.from - 1].text);
        self.fields[hit.field].format == Format::Date && self.hits.iter().any(begins) && number()
    }

    /// Whether a bare "N°" goes on in words that say what it is the number of: "N° de série (VIN)".
    fn is_number_of_other(&self, hit: &Hit) -> bool {
        let bare = hit.words == 1 && self.tokens[hit.from].key == NUMBER_SIGN && !hit.has_colon(self.tokens);
        let last = &self.tokens[hit.to - 1];
        let next = self.tokens.get(hit.to).filter(|t| t.line == last.line);
        let close = next.filter(|t| t.rect.left - last.rect.right < self.cell_gap());
        bare && close.is_some_and(|t| t.text.contains(char::is_lowercase) && !has_digit(&t.text))
    }

    /// Whether a little word stands amid running text: on a line of many words or after a word in small letters, not at the line's
    /// beginning unless the line before goes on there, and not after a comma but in a long sentence: "présenté ce jour, le".
    fn is_amid_words(&self, hit: &Hit) -> bool {
        let line = self.of_line(self.tokens[hit.from].line);
        let before = hit.from.checked_sub(1).filter(|before| line.contains(before)).map(|before| &self.tokens[before]);
        let small = |token: &Token| token.text.starts_with(char::is_lowercase);
        match before {
            Some(token) if token.text.ends_with(',') => line.len() >= SENTENCE && !self.closes_a_deed(hit),
            Some(token) => line.len() >= MANY_WORDS || small(token),
            None => goes_on(self.tokens, hit.from),
        }
    }

    /// Whether a little word stands on the line that closes a deed, however long: "Fait pour servir et valoir ce que de droit à Pau, le".
    fn closes_a_deed(&self, hit: &Hit) -> bool {
        let line = self.of_line(self.tokens[hit.from].line);
        line.start < hit.from && matches!(self.tokens[line.start].key.as_str(), "fait" | "delivre" | "delivree")
    }

    /// Whether a little word follows a comma on a line of a few words, as a place and a date stand over a letter and under a deed.
    fn follows_place(&self, hit: &Hit) -> bool {
        let line = self.of_line(self.tokens[hit.from].line);
        let before = hit.from.checked_sub(1).filter(|before| line.contains(before));
        let few = hit.from - line.start <= PLACE_WORDS && line.len() <= MANY_WORDS + 1 || self.closes_a_deed(hit);
        few && before.is_some_and(|before| self.tokens[before].text.ends_with(','))
    }

    /// Whether a little word is the "au" between two days, as in "du 01/01/2024 au 31/12/2024": it says more than one after words.
    fn ends_span(&self, hit: &Hit) -> bool {
        let own = self.of_line(self.tokens[hit.from].line);
        let before = hit.from.checked_sub(1).filter(|before| own.contains(before));
        self.tokens[hit.from].key == "au" && before.is_some_and(|b| has_digit(&self.tokens[b].text))
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
    pub(super) fn begins_cell(&self, hit: &Hit) -> bool {
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
    /// never those of the field itself. The day after a date's "le" is told from an amount: "Total à payer avant le 05/03/2024 : 538 €".
    pub(super) fn begins_label(&self, token: usize, field: usize) -> bool {
        let format = |h: &Hit| self.fields[h.field].format;
        self.hits.iter().filter(|h| h.from == token).any(|h| {
            let number = || self.tokens.get(h.to).is_some_and(|t| t.text.starts_with(|c: char| c.is_ascii_digit()));
            let day = || self.fields[field].format == Format::Amount && format(h) == Format::Date;
            !h.weak || (h.field != field && number() && !day())
        })
    }

    /// Values that are told by their form alone, wherever they stand; those that fail a check or needed a repair are left out,
    /// since nothing else speaks for them.
    fn read_anywhere(&self, field: &Field, out: &mut Vec<Candidate>) {
        let mut start = 0;
        while start < self.tokens.len() {
            let line = self.tokens[start].line;
            let rest = self.tokens[start..].iter().take_while(|t| t.line == line).count();
            let longest = read::longest(field.format).min(rest);
            let run: Vec<usize> = (start..start + longest).collect();
            if field.format == Format::Email && !run.iter().any(|t| email::may_hold(&self.tokens[*t].text)) {
                start += 1;
                continue;
            }
            let hit = (1..=longest).rev().find_map(|n| {
                let reading = self.window(field, &run[..n])?;
                let whole = match field.format {
                    // Any number may be a whole amount, and a month's name any month.
                    Format::Amount => {
                        let worth = reading.currency.is_some() || reading.value.contains('.');
                        worth && !self.is_part_of_words(run[n - 1])
                    }
                    Format::Period => has_digit(&reading.value),
                    // Alone on its line, as on cards: any letter may be an initial, and any number a price.
                    Format::MrzSex => n == rest && self.of_line(line).start == start,
                    Format::Height => self.joined(&run[..n]).contains('m'),
                    _ => true,
                };
                // The form of a mended address still tells it.
                let mended = reading.repaired && field.format != Format::Email;
                let sound = whole && !mended && reading.check.is_none_or(|(_, passed)| passed);
                sound.then_some((n, reading))
            });
            match hit {
                Some((n, reading)) => {
                    // A school year; a month and its year may be any day's.
                    let years = field.format == Format::Period && are_years(&reading.value);
                    let quality = ANYWHERE + if years { TWO_YEARS } else { 0.0 };
                    let place = Place { tokens: Vec::new(), found: Found::Anywhere, quality, explicit: false };
                    out.push(self.candidate(field, &run[..n], reading, &place));
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

/// Whether words may name a person or a firm: they begin with a capital and are no number with its sign, "n° 8611-153".
fn names_a_party(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    let signed = matches!(first.to_lowercase().trim_end_matches('.'), "n°" | "no" | "nº" | "tel" | "tél");
    let begins = first.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || !c.is_alphanumeric());
    begins && !signed && text.chars().filter(|c| c.is_alphabetic()).count() > 1
}

pub(super) fn has_digit(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_digit())
}

pub(super) fn is_text(format: Format) -> bool {
    matches!(format, Format::Text | Format::Person)
}
