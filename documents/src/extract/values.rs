//! What stands in a place: its value in the format of the field.
//!
//! Responsible for reading the words of a place. Not responsible for where places are (see `places`).

use super::candidates::{Candidate, Place, Search, has_digit};
use super::comb;
use super::labels::goes_on;
use super::lookalikes::{has_cents, is_aside};
use super::persons;
use super::places::is_reference_mark;
use super::read::{self, Reading};
use super::tokens::{NUMBER_SIGN, Token, key};
use crate::types::{Field, Format};
use crate::validators::{Validator, is_month, is_number_word};
use std::ops::Range;

/// Tokens between a label and its value.
const SKIPPED: usize = 5;
/// Digits from which on a letter after them closes a number.
const LETTERED: usize = 6;
/// What a place is worth less whose number seems to go on after what could be read of it.
const CUT: f32 = 0.3;
/// What an amount is worth less that stands in a column of counts: "Loyer principal / 1,00 / 658,20 €".
const COUNTED: f32 = 0.3;
/// Heads of such columns.
const COUNTS: [&str; 7] = ["quantite", "quantites", "qte", "qtes", "nombre", "nb", "nbre"];
/// What an address is worth less that ends in no town.
const NO_TOWN: f32 = 0.15;

impl Search<'_> {
    /// The values that stand in a place.
    pub(super) fn read(&self, field: &Field, place: &Place, out: &mut Vec<Candidate>) {
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
                    let other =
                        || self.is_part_of_words(tokens[start + n - 1]) || self.is_numbered(tokens[start], &reading);
                    if field.format != Format::Amount || !(percent || year || other()) {
                        let cut = match field.format {
                            Format::Amount => self.is_cut(&tokens[start..], n),
                            Format::Date => lacks_a_digit(&self.tokens[tokens[start]].text),
                            // What stands before it may be its beginning, an underscore having been read as a space.
                            Format::Email => start > 0,
                            Format::Bic => self.may_be_a_word(&tokens[start..start + n], &reading),
                            _ => false,
                        };
                        let counts = field.format == Format::Amount
                            && reading.currency.is_none()
                            && self.is_count(tokens[start + n - 1]);
                        let quality = place.quality
                            - 0.03 * skipped
                            - if cut { CUT } else { 0.0 }
                            - if counts { COUNTED } else { 0.0 };
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
    pub(super) fn has_value(&self, field: &Field, tokens: &[usize]) -> bool {
        let longest = read::longest(field.format);
        (0..tokens.len()).any(|from| {
            let most = longest.min(tokens.len() - from);
            (1..=most).any(|n| self.window(field, &tokens[from..from + n]).is_some())
        })
    }

    /// Whether the nearest words over an amount are the head of a column of counts.
    fn is_count(&self, last: usize) -> bool {
        let own = self.tokens[last].rect;
        let over = self.tokens.iter().filter(|t| {
            t.rect.bottom < own.middle() && t.rect.column_overlap(&own) > 0.0 && t.text.contains(char::is_alphabetic)
        });
        let head = over.max_by(|a, b| a.rect.bottom.total_cmp(&b.rect.bottom));
        head.is_some_and(|head| COUNTS.contains(&head.key.as_str()))
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

    /// Whether what reads as an amount is the cents of one in words: "mille deux cents euros 05 cents".
    pub(super) fn is_part_of_words(&self, last: usize) -> bool {
        let next = self.tokens.get(last + 1).filter(|t| t.line == self.tokens[last].line);
        next.is_some_and(|t| matches!(t.key.as_str(), "cent" | "cents" | "centime" | "centimes" | "cts"))
    }

    /// Whether what reads as an amount is a number that "n°" stands before: "Quittance de loyer n° 59".
    fn is_numbered(&self, first: usize, reading: &Reading) -> bool {
        let before = first.checked_sub(1).map(|b| &self.tokens[b]).filter(|b| b.line == self.tokens[first].line);
        let whole = reading.currency.is_none() && !reading.value.contains('.');
        whole && before.is_some_and(|b| b.key == NUMBER_SIGN)
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
        // A value does not go on in another cell of the row, but on the next line of running text, and an identifier that lacks digits on
        // the next one of lines that are centred too: see `over_the_end`.
        let parted = (1..tokens.len()).any(|at| {
            let (before, next) = (tokens[at - 1], tokens[at]);
            let goes_on = || goes_on(self.tokens, next) || self.lacks_digits(field.format, &tokens[..at]);
            self.tokens[before].line != self.tokens[next].line && !(next == before + 1 && goes_on())
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
            return Some(Reading::plain(value));
        }
        read::read(field.format, &self.joined(tokens), &self.least_sure(tokens))
    }

    /// A number and the letter that closes it, as funds print their members' numbers: "1234567 K" or "1234567K".
    fn with_letter(&self, tokens: &[usize]) -> Option<String> {
        let (last, digits) = tokens.split_last()?;
        let letter = &self.tokens[*last];
        let glued = letter.text.strip_suffix(|c: char| c.is_ascii_uppercase()).filter(|stem| has_digit(stem));
        if let Some(stem) = glued {
            let number = read::read(Format::Number, &format!("{} {stem}", self.joined(digits)), &(0..0))?;
            let closes = stem.bytes().all(|b| b.is_ascii_digit()) && number.value.len() >= LETTERED;
            return closes.then(|| format!("{}{}", number.value, &letter.text[stem.len()..]));
        }
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
        if comb::is_empty(value) {
            return None;
        }
        let value = match () {
            () if !read::in_comb(value) || value.contains(", ") => value.to_owned(),
            () if comb::is_of_letters(value) => comb::words(value)?,
            () => value.chars().filter(|c| !read::is_comb(*c)).collect(),
        };
        // "N°" alone is the next label.
        if !value.chars().any(char::is_alphanumeric) || key(&value) == NUMBER_SIGN {
            return None;
        }
        let reading = match with_stroke(&value) {
            Some(value) => Reading { repaired: true, ..Reading::plain(value) },
            None => Reading::plain(value),
        };
        Some(self.candidate(field, &tokens[..end], reading, &place))
    }

    /// The names of a person that begin there.
    fn person(&self, field: &Field, tokens: &[usize], place: &Place) -> Option<Candidate> {
        let words: Vec<&Token> = tokens.iter().map(|t| &self.tokens[*t]).collect();
        let range = persons::names(&words, place.explicit)?;
        let tokens = &tokens[range];
        let value = self.joined(tokens).trim_end_matches([',', ';', ':', '.', ' ']).to_owned();
        let reading = Reading::plain(value);
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

    /// What stands after a cell of up to three capitals, such as a country's between the title of a card and its number: "FRA".
    fn after_code<'t>(&self, tokens: &'t [usize]) -> &'t [usize] {
        let [code, next, ..] = tokens else { return tokens };
        let (code, next) = (&self.tokens[*code], &self.tokens[*next]);
        let capitals = code.text.len() <= 3 && code.text.bytes().all(|b| b.is_ascii_uppercase());
        let parted = code.line != next.line || next.rect.left - code.rect.right > self.cell_gap();
        if capitals && parted && has_digit(&next.text) { &tokens[1..] } else { tokens }
    }

    /// The first words as a reference, and those after that still belong to it.
    pub(super) fn reference(&self, field: &Field, tokens: &[usize], place: &Place) -> Option<Candidate> {
        let mark = |t: usize| self.tokens[t].key.is_empty() || is_reference_mark(&self.tokens[t].key);
        let start = tokens.iter().take(3).take_while(|t| mark(**t)).count();
        let tokens = tokens.get(start..)?;
        // "contrat 3779 11702 L": what is numbered, and the number.
        let what = |t: &usize| self.tokens[*t].text.len() > 2 && self.tokens[*t].text.chars().all(char::is_lowercase);
        let start = tokens.iter().take(2).take_while(|t| what(t)).count();
        let numbered = tokens.get(start).is_some_and(|t| self.tokens[*t].text.contains(|c: char| c.is_ascii_digit()));
        let tokens = if numbered { &tokens[start..] } else { tokens };
        let tokens = self.after_code(tokens);
        if tokens.first().is_some_and(|first| self.begins_address(*first)) {
            return None;
        }
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
        if let Some(dated) = found.as_ref().and_then(|(n, _)| self.with_its_day(field, tokens, *n, place)) {
            return Some(dated);
        }
        let Some((n, reading)) = found else {
            return self.described(field, tokens, place).or_else(|| self.filed_by_names(field, tokens, place));
        };
        // A dash at the end of its line says that it goes on.
        let ends_line = |t: usize| self.tokens.get(t + 1).is_none_or(|next| next.line != self.tokens[t].line);
        let dash = |t: &usize| matches!(self.tokens[*t].text.as_str(), "-" | "–" | "/") && ends_line(*t);
        let cut = tokens.get(n).is_some_and(dash) && n + 1 == tokens.len();
        let quality = place.quality - if cut { CUT } else { 0.0 };
        let place = &Place { tokens: Vec::new(), quality, found: place.found.clone(), explicit: place.explicit };
        Some(self.candidate(field, &tokens[..n], reading, place))
    }
}

/// Whether the day of a date has one digit where its month is written with two, "9/07/2006": the first may not have been read.
fn lacks_a_digit(text: &str) -> bool {
    let mut parts = text.split(['/', '.', '-']);
    let (Some(day), Some(month), Some(_)) = (parts.next(), parts.next(), parts.next()) else { return false };
    day.len() == 1 && day.bytes().all(|b| b.is_ascii_digit()) && month.len() == 2 && month.starts_with('0')
}

/// A text in which the stroke between two parties was read as a letter: "REY I MAILLARD - bornage", "SCI du Moulin cl Époux Roux"; `None`
/// where none was.
fn with_stroke(text: &str) -> Option<String> {
    let mut words: Vec<&str> = text.split(' ').collect();
    let party =
        |word: &str| word.chars().count() > 1 && word.chars().all(|c| c.is_uppercase() || c == '-' || c == '\'');
    let named = |word: &str| word.chars().count() > 1 && word.starts_with(char::is_uppercase);
    let at = words.windows(3).position(|three| match three[1] {
        "I" | "l" | "1" | "Il" | "|" => party(three[0]) && party(three[2]),
        "cI" | "cl" | "c1" | "e/" => named(three[0]) && named(three[2]),
        _ => false,
    })?;
    words[at + 1] = if words[at + 1].starts_with(['c', 'e']) { "c/" } else { "/" };
    Some(words.join(" "))
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
