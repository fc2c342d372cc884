//! One-character repairs of identifiers with a checksum.

use crate::validators::Validator;
use std::ops::Range;

/// What print is read for: letters taken for digits first, then digits for one another.
const LETTERS: &[(char, char)] = &[
    ('O', '0'),
    ('D', '0'),
    ('Q', '0'),
    ('I', '1'),
    ('L', '1'),
    ('Z', '2'),
    ('A', '4'),
    ('S', '5'),
    ('G', '6'),
    ('T', '7'),
    ('Z', '7'),
    ('B', '8'),
];
const DIGITS: &[(char, char)] = &[('3', '8'), ('5', '6'), ('1', '7'), ('0', '8'), ('6', '8'), ('0', '6')];

/// The one reading of `compact` (capitals and digits) that passes the validator after one confusion is undone, and its normalised
/// form; `None` when none does, or more than one. Of several the one counts that changes a character of `least_sure`, the part of it
/// that was read least surely.
///
/// Letters read where a digit is meant are tried first: where a code may only have digits they explain the letter. Then digits read
/// for one another; last digits read for a letter, of which an account has few.
pub(super) fn repaired(validator: Validator, compact: &str, least_sure: &Range<usize>) -> Option<(String, String)> {
    if !compact.is_ascii() || compact.len() > 40 {
        return None;
    }
    let swapped = |pairs: &[(char, char)]| pairs.iter().map(|(a, b)| (*b, *a)).collect::<Vec<_>>();
    let digits = [DIGITS, swapped(DIGITS).as_slice()].concat();
    let letters = swapped(LETTERS);
    let mut kinds = [LETTERS, digits.as_slice(), letters.as_slice()].into_iter().map(|confusions| {
        let mut passing = Vec::new();
        for (at, c) in compact.char_indices() {
            for (_, other) in confusions.iter().filter(|(read, _)| *read == c) {
                let mut proposal = compact.to_owned();
                proposal.replace_range(at..=at, other.encode_utf8(&mut [0; 4]));
                if let Ok(normal) = validator.check(&proposal) {
                    passing.push((at, (proposal, normal)));
                }
            }
        }
        passing
    });
    let mut passing = kinds.find(|passing| !passing.is_empty())?;
    if passing.len() > 1 {
        passing.retain(|(at, _)| least_sure.contains(at));
    }
    if passing.len() == 1 { passing.pop().map(|(_, repaired)| repaired) } else { None }
}

/// A digit as it is, or the one that a letter is easily taken for; `None` where it is taken for none.
pub(super) fn as_digit(c: char) -> Option<char> {
    if c.is_ascii_digit() { Some(c) } else { LETTERS.iter().find(|(l, _)| *l == c).map(|(_, digit)| *digit) }
}

/// Capitals and digits with every letter made the digit that it is easily taken for, and how many were; `None` where one is taken
/// for none.
pub(super) fn as_digits(compact: &str) -> Option<(String, usize)> {
    let digits: Option<String> = compact.chars().map(as_digit).collect();
    Some((digits?, compact.chars().filter(|c| !c.is_ascii_digit()).count()))
}

/// A capital as it is, or the letter that a digit is taken for most often; `None` where it is taken for none.
pub(super) fn as_letter(c: char) -> Option<char> {
    match c {
        'A'..='Z' => Some(c),
        '0' => Some('O'),
        '1' => Some('I'),
        '2' => Some('Z'),
        '5' => Some('S'),
        '8' => Some('B'),
        _ => None,
    }
}

/// How many characters differ between two codes of the same length whose every difference is an easy confusion; `None` where they
/// differ otherwise.
pub(crate) fn confusions(read: &str, meant: &str) -> Option<usize> {
    let easy = |a: char, b: char| LETTERS.iter().chain(DIGITS).any(|(x, y)| (*x, *y) == (a, b) || (*y, *x) == (a, b));
    let differ: Vec<(char, char)> = read.chars().zip(meant.chars()).filter(|(a, b)| a != b).collect();
    (read.len() == meant.len() && differ.iter().all(|(a, b)| easy(*a, *b))).then_some(differ.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_confusion_is_undone() {
        let good = "FR1420041010050500013M02606";
        let (_, iban) = repaired(Validator::Iban, "FR142O041010050500013M02606", &(0..0)).unwrap();
        assert_eq!(iban, good);
        let (_, siret) = repaired(Validator::Siret, "7328293Z000074", &(0..0)).unwrap();
        assert_eq!(siret, "73282932000074");
    }

    #[test]
    fn of_several_confusions_the_one_counts_where_the_reading_was_least_sure() {
        let read = "FR7645610392584627010678707";
        assert_eq!(repaired(Validator::Iban, read, &(0..read.len())), None);
        let (_, iban) = repaired(Validator::Iban, read, &(20..24)).unwrap();
        assert_eq!(iban, "FR7645610392584627018678707");
    }

    #[test]
    fn what_has_no_single_explanation_is_left() {
        assert_eq!(repaired(Validator::Iban, "FR142OO41010050500013M02606", &(0..0)), None);
        assert_eq!(repaired(Validator::Nir, "295109912611194", &(0..0)), None);
        assert_eq!(repaired(Validator::Siret, "é", &(0..0)), None);
        // Luhn's test alone would accept several repairs of this one.
        assert_eq!(repaired(Validator::Siren, "786832360", &(0..0)), None);
    }
}
