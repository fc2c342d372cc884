//! Where the value of a field may stand: beside its label, under it, or in the cell that the label heads.
//!
//! Responsible for places, each with how good it is. Not responsible for what stands there (see `values`).

use super::Found;
use super::candidates::{Place, Search, has_digit, is_text};
use super::labels::{Hit, goes_on};
use super::read;
use super::stamps::is_stamp;
use super::tokens::NUMBER_SIGN;
use crate::page::Rect;
use crate::types::{Anchor, Field, Format};
use crate::validators::is_number_word;
use std::ops::Range;

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
/// Line heights up to which a gap parts words.
const WORD_GAP: f32 = 0.6;
/// Share of the page's width within which a second label, such as the one of "Vos réf. : Réf. : 12", belongs to the value.
const SECOND_LABEL: f32 = 0.15;
/// What a value after such a second label is worth less.
const DOUBLED: f32 = 0.1;
/// What a place is worth less after the last of several labels before one colon.
const LISTED: f32 = 0.25;
/// Heights of a label by which a line may be less level with it than one across it, and still be on its row.
const LEVEL: f32 = 0.25;
/// What a place is worth less that another line of the label's row holds.
const OTHER_LINE: f32 = 0.03;
/// What a place under a label that stands by itself over its column is worth more: as much as what is beside a label has more.
const HEADS_COLUMN: f32 = 0.12;
/// What a place is worth less that goes over the end of a line.
const OVER_THE_END: f32 = 0.04;
/// Line heights above and below a row within which text shows how rows run there.
const SLOPE_BAND: f32 = 4.0;
/// Line heights from which on a line shows it.
const SLOPE_LENGTH: f32 = 3.0;
/// How good the line under the words of a sentence is that a person's name follows.
pub(super) const UNDER_ITS_WORDS: f32 = 0.9;
/// What a place is worth less that is not under its head but under the free space on the head's right.
const BESIDE_HEAD: f32 = 0.15;
/// What a place is worth less whose label goes on in other words up to a colon: "Date de facture associée : …" is the date of
/// another invoice, though "Total TTC en euros : …" is the total.
const LONGER_LABEL: f32 = 0.12;
/// And one that goes on up to the end of its cell, before a date.
const MORE_LABEL: f32 = 0.05;

impl Search<'_> {
    /// Whether what could be a label goes on the words before it: no colon after it nor a translation, no wide gap before it.
    pub(super) fn is_prose(&self, token: usize, end: f32) -> bool {
        let mut labels = self.hits.iter().filter(|h| h.from == token);
        let label = labels.any(|h| h.has_colon(self.tokens) || h.is_translated(self.fields));
        !label && self.tokens[token].rect.left - end < 1.5 * self.page.line_height()
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
    pub(super) fn right_of(&self, hit: &Hit, field: &Field) -> Vec<Place> {
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
            if is_text(field.format) && t == from && self.heads_next_cell(hit, t) {
                return Vec::new();
            }
            tokens.push(t);
            end = self.tokens[t].rect.right;
        }
        let same_line = tokens.iter().any(|t| !self.tokens[*t].key.is_empty());
        let longer = self.is_other_label(hit, field) || from > hit.to || self.is_longer_label(hit);
        let mut quality = if longer { 1.0 - LONGER_LABEL } else { 1.0 };
        quality -= if self.is_listed(hit, field) { LISTED } else { 0.0 };
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
            // Of two lines one over the other, such as a stamp across the value, the one that is level with the label.
            let off = |l: usize| {
                let r = self.page.lines()[l].rect;
                (r.middle() - rect.middle() - slope * (r.left - rect.right)).abs()
            };
            let covered = |a: usize, b: usize| {
                let (a, b) = (self.page.lines()[a].rect, self.page.lines()[b].rect);
                a.column_overlap(&b) > 0.5 * (a.right - a.left).min(b.right - b.left)
            };
            let all = others.clone();
            others.retain(|l| !all.iter().any(|m| covered(*l, *m) && off(*m) + LEVEL * rect.height() < off(*l)));
            others.retain(|l| field.format != Format::Date || !self.is_date_of_stamp(*l, Some(hit)));
            let stamp = |l: &usize| is_stamp(&self.page.lines()[*l]);
            let worded = |l: &usize| stamp(l) && !self.of_line(*l).any(|t| has_digit(&self.tokens[t].text));
            if is_text(field.format) {
                let all = others.iter().all(stamp);
                others.retain(|l| if all { !worded(l) } else { !stamp(l) });
            }
            others.sort_by(|a, b| self.page.lines()[*a].rect.left.total_cmp(&self.page.lines()[*b].rect.left));
            let beyond = |l: usize| self.is_head_beside(hit, l) || self.heads_what_is_under(hit, l);
            if is_text(field.format) && others.first().is_some_and(|l| beyond(*l)) {
                others.clear();
            }
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
                let begins = self.of_line(l).start;
                if is_text(field.format) && self.heads_next_cell(hit, begins) {
                    return places;
                }
                for t in self.of_line(l) {
                    // "8, RUE DES ACACIAS" is no label "Rue".
                    let within = t > begins && is_text(field.format) && self.is_prose(t, end);
                    if self.is_second_label(field, &tokens, t, end) {
                        quality -= DOUBLED;
                    } else if self.begins_label(t, hit.field) && !within {
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
        self.over_the_end(field.format, &mut tokens);
        if has_form(field.format) && field.format != Format::Person {
            places.extend(self.under_its_sentence(hit, field));
        }
        places.push(Place { tokens, quality, found, explicit });
        places
    }

    /// The next line, for a name that stands on one of its own under words such as "certifie que :".
    fn next_line(&self, hit: &Hit, found: Found) -> Option<Place> {
        let next = self.of_line(self.tokens[hit.to - 1].line).end;
        let line = self.tokens.get(next)?.line;
        let gap = self.tokens[next].rect.top - hit.rect.bottom;
        let near = (0.0..BELOW_REACH * self.page.line_height()).contains(&gap);
        near.then(|| Place { tokens: self.of_line(line).collect(), quality: UNDER_ITS_WORDS, found, explicit: false })
    }

    /// Whether the layout says that a value belongs to its label, and not only that it comes after it: the label begins its line
    /// or cell, and a colon, the "n°" that it ends with or a gap as between cells parts it from the value.
    fn is_explicit(&self, hit: &Hit, gap: f32) -> bool {
        let wide = self.cell_gap();
        let numbered = hit.words > 1 && self.tokens[hit.to - 1].key == NUMBER_SIGN;
        // "C.3" says what it is, however short.
        let says = !hit.weak || self.fields[hit.field].labels.get(hit.label).is_some_and(|label| has_digit(label));
        self.begins_cell(hit) && says && (gap > wide || numbered || hit.has_colon(self.tokens))
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
    pub(super) fn below(&self, hit: &Hit, field: &Field) -> Vec<Place> {
        let height = hit.rect.height().max(self.page.line_height() * 0.6);
        // What is written under a label as short as "à" may begin a little further in.
        let column = Rect { right: hit.rect.right.max(hit.rect.left + 2.0 * height), ..hit.rect };
        let mut under: Vec<(f32, usize)> = (0..self.page.lines().len())
            .filter_map(|l| {
                let r = self.page.lines()[l].rect;
                let gap = r.top - hit.rect.bottom;
                let near = (-0.6 * height..BELOW_REACH * height).contains(&gap) && r.middle() > hit.rect.bottom;
                let stamp = match field.format {
                    Format::Date => self.is_date_of_stamp(l, Some(hit)),
                    format => is_text(format) && self.is_stamp_across(l, hit),
                };
                (near && r.column_overlap(&column) > 0.0 && !stamp).then_some((gap, l))
            })
            .collect();
        under.sort_by(|a, b| a.0.total_cmp(&b.0));
        if under.len() > 1 && self.is_after_the_name(hit, field) {
            under.remove(0);
        }
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
            if field.format == Format::Amount {
                self.begin_at_thousands(&mut tokens, l, height);
            } else if !has_form(field.format) && field.format != Format::AccountNumber {
                self.begin_at_first_word(&mut tokens, l, height);
            }
            if is_text(field.format) && self.holds_label(&tokens, hit) {
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
            self.weigh_column(hit, &mut places);
        }
        places
    }

    /// Whether another label stands in a line under a label: not a word amid others, as in "BOURSORAMA BANQUE", nor one of the same field
    /// that words follow, as in "AGENCE EMBRUN" under "Domiciliation".
    fn holds_label(&self, tokens: &[usize], hit: &Hit) -> bool {
        tokens.iter().enumerate().any(|(at, t)| {
            let before = at.checked_sub(1).map(|b| self.tokens[tokens[b]].rect.right);
            let own = |h: &Hit| {
                let next = self.tokens.get(h.to).filter(|next| next.line == self.tokens[h.from].line);
                let close = next.is_some_and(|next| next.rect.left - h.rect.right < self.page.line_height());
                h.field == hit.field && close && !h.has_colon(self.tokens)
            };
            self.begins_label(*t, hit.field)
                && !before.is_some_and(|end| self.is_prose(*t, end))
                && !(before.is_none() && self.hits.iter().filter(|h| h.from == *t).all(own))
        })
    }

    /// Lets what stands under the end of a longer label ("Votre numéro de client") begin with the words close before it.
    fn begin_at_first_word(&self, tokens: &mut Vec<usize>, line: usize, height: f32) {
        let Some(first) = tokens.first().copied() else { return };
        let close = |t: &usize| self.tokens[*t + 1].rect.left - self.tokens[*t].rect.right < WORD_GAP * height;
        let before = (self.of_line(line).start..first).rev().take_while(close).count();
        tokens.splice(0..0, first - before..first);
    }

    /// Lets an amount that is wider than the head at whose right edge it ends begin with its thousands: "1 561,52 €" under "Total".
    pub(super) fn begin_at_thousands(&self, tokens: &mut Vec<usize>, line: usize, height: f32) {
        let Some(first) = tokens.first().copied() else { return };
        let close = |t: &usize| self.tokens[*t + 1].rect.left - self.tokens[*t].rect.right < WORD_GAP * height;
        let digits = |t: &usize| {
            let text = &self.tokens[*t].text;
            text.len() <= 3 && text.bytes().all(|b| b.is_ascii_digit()) && close(t)
        };
        let before = (self.of_line(line).start..first).rev().take_while(digits).count();
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
}

/// Whether a word stands before references and is none: "n°", "réf.".
pub(super) fn is_reference_mark(key: &str) -> bool {
    key == NUMBER_SIGN || key == "ref"
}

/// Whether a format is told by its form so well that its value may be looked for on the next line.
fn has_form(format: Format) -> bool {
    matches!(
        format,
        Format::Date
            | Format::Period
            | Format::Amount
            | Format::Nir
            | Format::Iban
            | Format::Bic
            | Format::Siret
            | Format::Phone
            | Format::Person
    )
}
