//! References that are more than one word: groups with a mark between, `2403118 - PL`, documents that are named by their kind and their
//! number or day, `devis n° 14764`, `votre courrier du 3 mars 2024`, and what has no digit: initials, `AG/MC`, and parties, `DURAND c/ ROUX`.
//!
//! Responsible for what belongs to such a reference. Not responsible for where it stands: see `candidates`.

use super::candidates::{Candidate, Place, Search};
use super::read::Reading;
use super::tokens::NUMBER_SIGN;
use crate::types::{Field, Format};
use crate::validators::parse_date;
use std::ops::RangeInclusive;

/// Letters and digits of a group after a mark at most.
const GROUP: usize = 8;
/// Letters of a person's initials, and words of a party's name, at most.
const INITIALS: usize = 4;
const PARTY_WORDS: usize = 3;
/// What a code without a digit is worth less, which may be any word in capitals.
const UNNUMBERED: f32 = 0.35;
/// Letters of a code that has no digit.
const CODE: RangeInclusive<usize> = 8..=12;
/// Words that name the kind of a document at most: `votre lettre recommandée`.
const KIND_WORDS: usize = 4;
/// Words of a date at most.
const DAY_WORDS: usize = 4;
/// What a described document is worth less than a number that stands alone: it is for a person to look at.
const DESCRIBED: f32 = 0.1;

impl Search<'_> {
    /// Whether a mark joins two groups of a reference, with no more than a space on its sides: the next is in capitals or a number, and no
    /// date or telephone number.
    pub(super) fn joins(&self, tokens: &[usize], at: usize) -> bool {
        let (Some(before), Some(next)) = (at.checked_sub(1).and_then(|b| tokens.get(b)), tokens.get(at + 1)) else {
            return false;
        };
        let (before, mark, next) = (&self.tokens[*before], &self.tokens[tokens[at]], &self.tokens[*next]);
        let close = mark.rect.left - before.rect.right < self.cell_gap()
            && next.rect.left - mark.rect.right < self.cell_gap()
            && before.line == next.line;
        let group = next.text.len() <= GROUP && next.text.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit());
        let number = next.text.chars().all(|c| c.is_ascii_digit());
        let after = tokens.get(at + 2).is_some_and(|t| self.tokens[*t].line == next.line);
        matches!(mark.text.as_str(), "-" | "–" | "/") && close && group && !(number && after)
    }

    /// What an office or a lawyer files under without a number, alone in the cell of its label: the initials of who dictated and who typed,
    /// or the parties of a case; and a code of letters, as shops on the web number orders. For a person to look at.
    pub(super) fn filed_by_names(&self, field: &Field, tokens: &[usize], place: &Place) -> Option<Candidate> {
        let first = *tokens.first()?;
        let mut end = self.tokens[first].rect.right;
        let cell = tokens.iter().take_while(|t| {
            let token = &self.tokens[**t];
            let near = token.line == self.tokens[first].line && token.rect.left - end < self.cell_gap();
            end = token.rect.right;
            near
        });
        let tokens = &tokens[..cell.count()];
        let text = self.joined(tokens);
        if !place.explicit || !(are_initials(&text) || are_parties(&text) || is_code(&text)) {
            return None;
        }
        let place = Place {
            tokens: Vec::new(),
            quality: place.quality - if is_code(&text) { UNNUMBERED } else { DESCRIBED },
            found: place.found.clone(),
            explicit: place.explicit,
        };
        Some(self.candidate(field, tokens, Reading::plain(text), &place))
    }

    /// A reference of `n` tokens and the day of the letter that it is of, `3063 du 22 avril 2018`, where no other field takes a day after
    /// "du". For a person to look at.
    pub(super) fn with_its_day(&self, field: &Field, tokens: &[usize], n: usize, place: &Place) -> Option<Candidate> {
        let of = *tokens.get(n).filter(|t| self.tokens[**t].key == "du")?;
        let line = self.tokens[tokens[0]].line;
        let takes_it = self.hits.iter().any(|hit| hit.from <= of && of < hit.to);
        if takes_it {
            return None;
        }
        let rest: Vec<usize> = tokens[n + 1..].iter().copied().take_while(|t| self.tokens[*t].line == line).collect();
        let days = (1..=rest.len().min(DAY_WORDS)).rev().find(|d| parse_date(&self.joined(&rest[..*d])).is_ok())?;
        let tokens = &tokens[..n + 1 + days];
        let place = Place {
            tokens: Vec::new(),
            quality: place.quality - DESCRIBED,
            found: place.found.clone(),
            explicit: place.explicit,
        };
        Some(self.candidate(field, tokens, Reading::plain(self.joined(tokens)), &place))
    }

    /// A document named by its kind, and its number or its day, in the words of the page.
    pub(super) fn described(&self, field: &Field, tokens: &[usize], place: &Place) -> Option<Candidate> {
        let line = self.tokens[*tokens.first()?].line;
        let tokens = &tokens[..tokens.iter().take_while(|t| self.tokens[**t].line == line).count()];
        let key = |at: usize| self.tokens[tokens[at]].key.as_str();
        let of_sign = |at: &usize| key(*at) == NUMBER_SIGN || key(*at) == "du";
        let sign = (1..tokens.len().min(KIND_WORDS + 1)).find(of_sign)?;
        let word = |t: &usize| {
            let text = &self.tokens[*t].text;
            text.chars().all(|c| c.is_alphabetic() || matches!(c, '\'' | '’' | '-')) && text.chars().count() > 1
        };
        if !place.explicit || !tokens[..sign].iter().all(word) {
            return None;
        }
        let rest = &tokens[sign + 1..];
        let end = if key(sign) == NUMBER_SIGN {
            let number = rest.first()?;
            self.window(&Field { format: Format::Reference, ..field.clone() }, &[*number]).map(|_| 1)
        } else {
            (1..=rest.len().min(DAY_WORDS)).rev().find(|n| parse_date(&self.joined(&rest[..*n])).is_ok())
        }?;
        let tokens = &tokens[..sign + 1 + end];
        let reading = Reading::plain(self.joined(tokens));
        let place = Place {
            tokens: Vec::new(),
            quality: place.quality - DESCRIBED,
            found: place.found.clone(),
            explicit: place.explicit,
        };
        Some(self.candidate(field, tokens, reading, &place))
    }
}

/// `AG/MC`, `AG / MC`, `JPL.sd`: two to four groups of a few letters, of which the first is in capitals, with marks between.
fn are_initials(text: &str) -> bool {
    let groups: Vec<&str> = text.split(['/', '-', '.']).map(str::trim).collect();
    let initials = |g: &&str| (1..=INITIALS).contains(&g.chars().count()) && g.chars().all(char::is_alphabetic);
    (2..=4).contains(&groups.len()) && groups.iter().all(initials) && groups[0].chars().all(char::is_uppercase)
}

/// `CLXXULZXE`: one word of capitals.
fn is_code(text: &str) -> bool {
    CODE.contains(&text.len()) && text.bytes().all(|b| b.is_ascii_uppercase())
}

/// `DURAND c/ ROUX`, `DURAND / ROUX`, `Durand contre Roux`: up to three words with a capital on either side.
fn are_parties(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    let parts = words.iter().position(|w| matches!(*w, "c/" | "C/" | "c-" | "contre" | "/"));
    let side = |words: &[&str]| {
        let named = |w: &&str| w.starts_with(char::is_uppercase) && !w.contains(|c: char| c.is_ascii_digit());
        (1..=PARTY_WORDS).contains(&words.len()) && words.iter().all(named)
    };
    parts.is_some_and(|at| side(&words[..at]) && side(&words[at + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn initials_and_parties_are_references() {
        assert!(["AG/MC", "AG / MC", "JPL.sd", "A-B/C"].iter().all(|t| are_initials(t)));
        assert!(!["AG", "Objet/Sujet", "ag/mc", "A/1"].iter().any(|t| are_initials(t)));
        assert!(["DURAND c/ ROUX", "DURAND / LE ROUX", "Durand contre Roux"].iter().all(|t| are_parties(t)));
        assert!(!["DURAND ROUX", "c/ ROUX", "la société c/ ROUX"].iter().any(|t| are_parties(t)));
    }
}
