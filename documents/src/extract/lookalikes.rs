//! What looks like a label or a value and is none: a street's date, a telephone's digits, the place where a cheque was signed.

use super::candidates::{Candidate, Search, is_text};
use super::dated::is_of_place;
use super::labels::{Hit, close_before};
use super::places::TEXT_REACH;
use super::read::Reading;
use super::tokens::Token;
use crate::types::Format;
use crate::validators::is_number_word;
use std::ops::RangeInclusive;

/// Whole numbers that stand beside an amount without being one: a year, a count, the number of a box.
const YEARS: RangeInclusive<i64> = 1900..=2100;
const FEW: i64 = 100;
/// What streets and schools are called after whose name dates follow, as in "place du 8 mai 1945".
const STREETS: &[&str] = &[
    "allee", "av", "avenue", "bd", "boulevard", "chemin", "college", "cours", "ecole", "esplanade", "faubourg",
    "impasse", "lycee", "passage", "place", "pont", "quai", "residence", "route", "rue", "square", "stade",
];

/// Countries whose banks' codes of letters alone are taken as they stand: France, where it has banks of its own, and Monaco.
const BANKS_OF: [&str; 4] = ["fr", "mc", "nc", "pf"];

impl Search<'_> {
    /// Whether a little word comes after what was done on that day, as in "payé le" and "imprimé le", which the file does not name.
    pub(super) fn follows_participle(&self, hit: &Hit) -> bool {
        let line = self.of_line(self.tokens[hit.from].line);
        let before = hit.from.checked_sub(1).filter(|before| line.contains(before)).map(|before| &self.tokens[before]);
        let done = |t: &Token| ["é", "ée", "és", "ées"].iter().any(|end| t.text.to_lowercase().ends_with(end));
        before.is_some_and(done)
    }

    /// Whether what could be the label of an amount is the currency after a sum in words, as on cheques: "mille deux cents euros".
    pub(super) fn ends_a_sum_in_words(&self, hit: &Hit) -> bool {
        let currency = matches!(self.tokens[hit.from].key.as_str(), "euro" | "euros" | "eur" | "franc" | "francs");
        let worded = |t: &Token| t.text.split('-').any(is_number_word);
        currency && hit.words == 1 && close_before(self.tokens, hit.from).is_some_and(worded)
    }

    /// Whether a little word stands before a place and not before a person: a date's "le" comes next, after it or under it.
    pub(super) fn says_where(&self, hit: &Hit) -> bool {
        let height = hit.rect.height();
        // "4 rue du Four à Chaux" says where too.
        if close_before(self.tokens, hit.from).is_some_and(|before| !before.text.ends_with(':')) {
            return true;
        }
        let own = |left: f32| {
            let between = |h: &&Hit| h.rect.left > hit.rect.right && h.rect.left < left;
            self.hits
                .iter()
                .filter(|h| h.field == hit.field && h.rect.row_overlap(&hit.rect) > 0.5)
                .any(|h| between(&h))
        };
        let after = |h: &Hit| {
            h.rect.row_overlap(&hit.rect) > 0.5
                && (hit.rect.right..hit.rect.right + TEXT_REACH * self.page.width()).contains(&h.rect.left)
                && !own(h.rect.left)
        };
        let under = |h: &Hit| {
            (-0.4 * height..2.2 * height).contains(&(h.rect.top - hit.rect.bottom))
                && (h.rect.left - hit.rect.left).abs() < height
        };
        // The "le" of "Mme Anne LE GALL" is none.
        let number = |h: &Hit| self.tokens.get(h.to).is_some_and(|t| t.text.starts_with(|c: char| c.is_ascii_digit()));
        let mut dates = self.hits.iter().filter(|h| h.weak && self.fields[h.field].format == Format::Date && number(h));
        dates.any(|h| after(h) || under(h))
    }

    /// Whether a label stands in brackets that its file does not have and that its value stands in too: "(acte n° 60)".
    pub(super) fn is_in_brackets(&self, hit: &Hit, label: &str) -> bool {
        let line = self.of_line(self.tokens[hit.from].line);
        let mut before = (line.start..=hit.from).rev().map(|t| self.tokens[t].text.as_str());
        let opens = before.find(|text| text.contains(['(', ')'])).is_some_and(|text| text.rfind('(') > text.rfind(')'));
        opens && !label.contains('(') && self.tokens[hit.from..hit.to].iter().all(|t| !t.text.contains(')'))
    }

    /// Whether a label is one of an office's letterhead: a postcode and a town stand before it on its line and no other label, as in
    /// "01000 BOURG-EN-BRESSE - Tél. 04 74 00 00 00", or it stands over all that a form asks of a person.
    pub(super) fn is_of_letterhead(&self, hit: &Hit) -> bool {
        let before: Vec<usize> = (self.of_line(self.tokens[hit.from].line).start..hit.from).collect();
        let other = |h: &&Hit| h.field != hit.field && !h.weak;
        let placed = self.ends_in_town(&before);
        let asked = |field: usize| !self.fields[field].not_under.is_empty();
        let words = |h: &&Hit| other(h) && asked(h.field) && is_text(self.fields[h.field].format);
        let over = |first: f32| asked(hit.field) && hit.rect.middle() < first;
        let first = self.hits.iter().filter(words).map(|h| h.rect.top).min_by(f32::total_cmp);
        placed && !self.hits.iter().any(|h| other(&h) && before.contains(&h.from)) || first.is_some_and(over)
    }

    /// Whether what has the form of a BIC may be a word, such as "PAIEMENT", whose fifth and sixth letters are a country's: letters alone, and
    /// small ones, or a country of which the page has no account.
    pub(super) fn may_be_a_word(&self, tokens: &[usize], reading: &Reading) -> bool {
        let code = reading.value.to_lowercase();
        let small = tokens.iter().any(|t| self.tokens[*t].text.contains(char::is_lowercase));
        let letters = code.bytes().all(|b| b.is_ascii_lowercase());
        let Some(country) = code.get(4..6).filter(|_| letters) else { return small };
        let account = |t: &Token| {
            let digits = t.key.strip_prefix("iban").unwrap_or(&t.key).strip_prefix(country);
            digits.is_some_and(|rest| rest.len() >= 2 && rest.bytes().take(2).all(|b| b.is_ascii_digit()))
        };
        small || !BANKS_OF.contains(&country) && !self.tokens.iter().any(account)
    }

    /// Whether what could be a date is a part of a row of digits, such as a telephone number: `04 07 08 12 33`.
    pub(super) fn is_amid_digits(&self, first: usize, last: usize) -> bool {
        let digits = |t: &Token| t.text.len() <= 3 && t.text.bytes().all(|b| b.is_ascii_digit());
        let near = |a: usize, b: usize| {
            let (a, b) = (&self.tokens[a], &self.tokens[b]);
            a.line == b.line && b.rect.left - a.rect.right < self.page.line_height()
        };
        let before = || first.checked_sub(1).is_some_and(|b| digits(&self.tokens[b]) && near(b, first));
        let after = || self.tokens.get(last + 1).is_some_and(|t| digits(t) && near(last, last + 1));
        first < last && self.tokens[first..=last].iter().all(digits) && (before() || after())
    }

    /// Whether a date is a street's or a school's name: "place du 8 mai 1945".
    pub(super) fn names_street(&self, first: usize) -> bool {
        let line = self.of_line(self.tokens[first].line);
        let key =
            |back: usize| first.checked_sub(back).filter(|t| line.contains(t)).map(|t| self.tokens[t].key.as_str());
        key(1) == Some("du") && key(2).is_some_and(|kind| STREETS.contains(&kind))
    }

    /// Whether a number begins a line of an address: "65, rue Louise Michel", "93260 LES LILAS".
    pub(super) fn begins_address(&self, first: usize) -> bool {
        let line = self.of_line(self.tokens[first].line);
        let token = |at: usize| line.contains(&at).then(|| &self.tokens[at]);
        let number = self.tokens[first].text.trim_end_matches(',');
        if number.is_empty() || !number.bytes().all(|b| b.is_ascii_digit()) {
            return false;
        }
        let repeated = token(first + 1).is_some_and(|t| matches!(t.key.as_str(), "bis" | "ter" | "quater"));
        let street = token(first + 1 + usize::from(repeated)).is_some_and(|t| STREETS.contains(&t.key.as_str()));
        let town = token(first + 1).is_some_and(|t| {
            t.text.starts_with(char::is_uppercase) && t.text.chars().all(is_of_place) && t.text.chars().count() > 1
        });
        street || number.len() == 5 && town && first == line.start
    }
}

/// Whether an amount says that it is one: by cents or a currency.
pub(super) fn has_cents(candidate: &Candidate) -> bool {
    candidate.value.currency.is_some() || candidate.value.value.contains('.')
}

/// Whether a whole number beside an amount is more likely a year, a count or the number of a box.
pub(super) fn is_aside(candidate: &Candidate) -> bool {
    candidate.value.value.parse::<i64>().is_ok_and(|n| n.abs() < FEW || YEARS.contains(&n))
}
