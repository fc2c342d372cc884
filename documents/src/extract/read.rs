//! What words say when they are read as a given format.

use super::comb;
use super::email;
use super::repair::{as_digit, as_digits, as_letter, repaired};
use crate::mrz::in_vin;
use crate::text::{fold, is_space};
use crate::types::Format;
use crate::validators::{Validator, is_period, parse_amount};
use std::ops::Range;

/// Words as a format reads them.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Reading {
    /// Normalised.
    pub(super) value: String,
    /// ISO 4217, for amounts that say it.
    pub(super) currency: Option<&'static str>,
    /// The validator that was asked and whether it passed, after the repair.
    pub(super) check: Option<(Validator, bool)>,
    /// A character was replaced to make the validator pass.
    pub(super) repaired: bool,
}

impl Reading {
    /// A value of which nothing is checked and nothing mended.
    pub(super) fn plain(value: String) -> Self {
        Self { value, currency: None, check: None, repaired: false }
    }
}

/// The validator behind a format.
pub(super) fn validator(format: Format) -> Option<Validator> {
    Some(match format {
        Format::Iban => Validator::Iban,
        Format::Rib => Validator::Rib,
        Format::Bic => Validator::Bic,
        Format::Siren => Validator::Siren,
        Format::Siret => Validator::Siret,
        Format::Tva => Validator::Tva,
        Format::Nir => Validator::Nir,
        Format::Nif => Validator::Nif,
        Format::Cerfa => Validator::Cerfa,
        Format::Postcode => Validator::Postcode,
        Format::Date => Validator::Date,
        Format::Amount => Validator::Amount,
        _ => return None,
    })
}

/// Most words that a value of the format is written in.
pub(super) fn longest(format: Format) -> usize {
    match format {
        Format::Iban | Format::Nir | Format::Person => 10,
        Format::Rib | Format::Number | Format::Phone | Format::Period => 8,
        Format::Siret | Format::Nif | Format::Tva | Format::AccountNumber => 7,
        Format::Date => 13,
        Format::Amount => 5,
        Format::Siren | Format::Bic | Format::Cerfa | Format::Vin => 4,
        Format::Height => 3,
        Format::Postcode => 5,
        Format::Ape => 2,
        Format::Email => email::MOST_WORDS,
        Format::Reference => 6,
        _ => 1,
    }
}

/// Marks that stand before or after a value and are none of it: quotation marks, dirt, the ends of boxes and dotted lines.
pub(super) fn is_edge(c: char) -> bool {
    is_space(c) || is_comb(c) || matches!(c, '«' | '»' | '*' | '~' | '<' | '>' | '=' | '°' | '…')
}

/// What the strokes between the boxes of a comb are read as.
pub(super) fn is_comb(c: char) -> bool {
    matches!(
        c,
        ',' | ';'
            | ':'
            | '|'
            | '¦'
            | '¡'
            | '['
            | ']'
            | '('
            | ')'
            | '{'
            | '}'
            | '_'
            | '\''
            | '’'
            | '‘'
            | '`'
            | '"'
            | '!'
            | '\\'
            | '·'
            | '•'
    )
}

/// Capitals and digits of a text, with the marks that stand between groups, and between the boxes of a comb, left out; `None` when
/// another character is in it.
fn compact(text: &str) -> Option<String> {
    let mut out = String::new();
    for c in text.trim_matches(is_edge).chars() {
        match c {
            c if c.is_ascii_alphanumeric() => out.push(c.to_ascii_uppercase()),
            c if is_space(c) || is_comb(c) || matches!(c, '.' | '-' | '/') => {}
            _ => return None,
        }
    }
    Some(out)
}

/// Whether a text was written into the boxes of a comb: strokes between most of its characters. One comma alone makes an amount. Among
/// capitals strokes may have been read as small letters.
pub(crate) fn in_comb(text: &str) -> bool {
    let thin = |c: char| matches!(c, 'i' | 'j' | 'l');
    let capitals = !text.contains(|c: char| c.is_lowercase() && !thin(c));
    let text = text.trim_matches(is_edge);
    let marks = text.chars().filter(|c| is_comb(*c)).count();
    let letters = text.chars().filter(|c| capitals && thin(*c)).count();
    let characters = text.chars().filter(char::is_ascii_alphanumeric).count() - letters;
    marks >= 2 && 3 * (marks + letters) >= characters
}

/// Whether capitals and digits have the length and, but for confusions, the shape of an identifier.
fn shaped(validator: Validator, code: &str) -> bool {
    let digits = code.bytes().filter(u8::is_ascii_digit).count();
    let mostly = digits + 2 >= code.len();
    match validator {
        Validator::Iban => {
            let letters = code.bytes().take(2).all(|b| b.is_ascii_uppercase());
            letters
                && (if code.starts_with("FR") { code.len() == 27 } else { (15..=34).contains(&code.len()) })
                && digits >= 8
        }
        Validator::Rib => code.len() == 23 && digits >= 12,
        Validator::Siren => code.len() == 9 && mostly,
        Validator::Siret => code.len() == 14 && mostly,
        Validator::Nir => code.len() == 15 && mostly,
        Validator::Nif => code.len() == 13 && mostly,
        Validator::Tva => code.len() == 13 && code.starts_with("FR") && digits >= 8,
        _ => false,
    }
}

/// Reads words (joined by single spaces) as a format; `None` when they do not have its form. A value with a checksum that fails is
/// given too, with the check marked as failed, unless one confusion explains it. `least_sure`: the bytes of the text that were read
/// least surely, if any were.
pub(super) fn read(format: Format, text: &str, least_sure: &Range<usize>) -> Option<Reading> {
    let trimmed = text.trim_matches(is_edge);
    if let Some(validator) = validator(format).filter(|v| v.has_checksum()) {
        let code = compact(text)?;
        // A label glued to its value: "IBAN-FR14…".
        let label = if format == Format::Iban && code.starts_with("IBAN") { "IBAN".len() } else { 0 };
        let code = code[label..].to_owned();
        if !shaped(validator, &code) {
            let value = validator.check(&comb::digits(text, Some(boxes(validator)?))?).ok()?;
            return Some(Reading { check: Some((validator, true)), repaired: true, ..Reading::plain(value) });
        }
        if let Ok(value) = validator.check(&code) {
            return Some(Reading { check: Some((validator, true)), ..Reading::plain(value) });
        }
        let place = |byte: usize| {
            let before = text.get(..byte).and_then(compact).map_or(0, |before| before.len());
            before.saturating_sub(label)
        };
        let least_sure = place(least_sure.start)..place(least_sure.end);
        return Some(match repaired(validator, &code, &least_sure) {
            Some((_, value)) => Reading { check: Some((validator, true)), repaired: true, ..Reading::plain(value) },
            None => Reading { check: Some((validator, false)), ..Reading::plain(code) },
        });
    }
    match format {
        Format::Amount => {
            // Brackets around an amount are a minus.
            // Tills and typewriters close a cheque's with "#" or "*", which is read as "+" too, lest a digit be written before it.
            let starred = text.contains('*');
            let trimmed =
                text.trim_matches(|c| c == '#' || starred && c == '+' || is_edge(c) && !matches!(c, '(' | ')'));
            // The full stop of a sentence.
            let trimmed = trimmed.trim_end_matches('.');
            let (amount, repaired) = match parse_amount(trimmed) {
                Ok(amount) => (amount, false),
                Err(_) => (parse_amount(&with_decimal_comma(trimmed)?).ok()?, true),
            };
            let value = amount.value.to_string();
            // A bare small number is more likely a count, a page or a year, a bare large one a company's, and one in brackets a note's.
            let digits = digit_count(trimmed);
            let note = trimmed.starts_with('(') && digits < 4;
            let plain_number = trimmed.len() >= 2 && digits < 9 && !note;
            let money = amount.currency.is_some() || amount.value.scale() == 2 || plain_number;
            money.then(|| Reading {
                currency: amount.currency.map(|c| c.code()),
                repaired,
                check: Some((Validator::Amount, true)),
                ..Reading::plain(value)
            })
        }
        Format::Date | Format::Bic | Format::Cerfa | Format::Postcode => {
            let validator = validator(format)?;
            // The end of a sentence: "(BIC PSSTFRPP165)."
            let trimmed =
                if format == Format::Bic { trimmed.trim_matches(|c| c == '.' || is_edge(c)) } else { trimmed };
            // "cas de retard" has a bank's form and is none, which is printed in capitals.
            if format == Format::Bic && trimmed.chars().filter(|c| c.is_lowercase()).count() > 1 {
                return None;
            }
            let (value, repaired) = match (validator.check(trimmed), format) {
                (Ok(value), _) => (value, false),
                (Err(_), Format::Postcode) => in_boxes(validator, trimmed, 5)?,
                // "121021.56" is an amount, and no date in boxes.
                (Err(_), Format::Date) if !is_money(trimmed) => in_boxes(validator, trimmed, 8)?,
                (Err(_), _) => return None,
            };
            Some(Reading { check: Some((validator, true)), repaired, ..Reading::plain(value) })
        }
        Format::Ape => ape(trimmed).map(|(value, repaired)| Reading { repaired, ..Reading::plain(value) }),
        Format::Vin => vin(trimmed).map(|(value, repaired)| Reading { repaired, ..Reading::plain(value) }),
        Format::BankCode => digits(trimmed).filter(|d| d.len() == 5).map(Reading::plain),
        Format::RibKey => digits(trimmed).filter(|d| d.len() == 2).map(Reading::plain),
        Format::AccountNumber => compact(trimmed).filter(|c| c.len() == 11 && digit_count(c) >= 6).map(Reading::plain),
        Format::Number => number(trimmed),
        Format::Phone => phone(trimmed).map(Reading::plain).or_else(|| {
            let boxed = comb::digits(trimmed, Some(PHONE_DIGITS)).and_then(|digits| phone(&digits))?;
            Some(Reading { repaired: true, ..Reading::plain(boxed) })
        }),
        Format::Email => email::address(trimmed).map(|(value, repaired)| Reading { repaired, ..Reading::plain(value) }),
        Format::Height => height(trimmed).map(Reading::plain),
        Format::MrzSex => sex(trimmed).map(|sex| Reading::plain(sex.to_owned())),
        Format::Reference if is_in_brackets(text.trim()) => None,
        Format::Reference => reference(trimmed).filter(|text| !is_telephone(text)).map(Reading::plain),
        Format::Period => is_period(trimmed).then(|| Reading::plain(trimmed.trim_end_matches('.').to_owned())),
        _ => None,
    }
}

/// Whether a text is an amount with its cents, one mark before them.
fn is_money(text: &str) -> bool {
    let cents = text.rsplit_once(['.', ',']).is_some_and(|(_, cents)| cents.len() == 2);
    cents && text.chars().filter(|c| !c.is_ascii_digit()).count() == 1
}

fn digit_count(text: &str) -> usize {
    text.bytes().filter(u8::is_ascii_digit).count()
}

/// So many digits out of the boxes of a comb, where the validator takes them; one letter that is easily taken for a digit is made
/// that digit, and what was read for a stroke is left out. Whether anything was comes second.
fn in_boxes(validator: Validator, text: &str, length: usize) -> Option<(String, bool)> {
    let Some(code) = compact(text).filter(|c| c.len() == length) else {
        return Some((validator.check(&comb::digits(text, Some(length))?).ok()?, true));
    };
    let (digits, replaced) = as_digits(&code)?;
    let value = validator.check(&digits).ok()?;
    (replaced <= 1).then_some((value, replaced > 0))
}

/// Boxes of the comb that a form has for an identifier of nothing but digits.
fn boxes(validator: Validator) -> Option<usize> {
    match validator {
        Validator::Siren => Some(9),
        Validator::Nif => Some(13),
        Validator::Siret => Some(14),
        Validator::Nir => Some(15),
        _ => None,
    }
}

/// A number of 3 to 24 digits, out of the boxes of a comb where it stands in one.
fn number(text: &str) -> Option<Reading> {
    // The point of a small customer's gas meter: "GI133287".
    if text.strip_prefix("GI").is_some_and(|rest| rest.len() == 6 && digit_count(rest) == 6) {
        return Some(Reading::plain(text.to_owned()));
    }
    let plain = digits(text).filter(|_| !text.contains(is_comb) || in_comb(text));
    let comb = in_comb(text) || text.contains(['|', '¦', '¡']);
    let boxed = comb.then(|| comb::digits(text, None)).flatten();
    let value = boxed.clone().or_else(|| plain.clone()).filter(|d| (3..=24).contains(&d.len()))?;
    Some(Reading { repaired: boxed.is_some() && boxed != plain, ..Reading::plain(value) })
}

/// An amount whose decimal comma was read as another mark, or not at all: `1 946;53`, `1852 07`.
fn with_decimal_comma(text: &str) -> Option<String> {
    // "1852 07": a comma that was not read at all, since no group of digits but the cents has two.
    if let Some((before, cents)) = text.rsplit_once(' ')
        && cents.len() == 2
        && digit_count(cents) == 2
        && digit_count(before) > 2
        && before.bytes().all(|b| b.is_ascii_digit() || b == b' ')
    {
        return Some(format!("{before},{cents}"));
    }
    let mut marks = text.char_indices().filter(|(_, c)| matches!(c, ';' | ':' | '\'' | '·'));
    let (at, mark) = marks.next()?;
    let (before, after) = (&text[..at], &text[at + mark.len_utf8()..]);
    let cents = after.bytes().take_while(u8::is_ascii_digit).count() == 2;
    let alone = marks.next().is_none() && !text.contains([',', '.']);
    (cents && alone && before.ends_with(|c: char| c.is_ascii_digit())).then(|| format!("{before},{after}"))
}

/// An APE code: four digits and a letter (INSEE, nomenclature NAF rév. 2), or three and a letter as until 2007. One character that
/// its place does not allow is made the one that is easily taken for it, which comes second.
fn ape(text: &str) -> Option<(String, bool)> {
    let code = compact(text).filter(|c| (4..=5).contains(&c.len()))?;
    let (head, last) = code.split_at(code.len() - 1);
    let (digits, replaced) = as_digits(head)?;
    let last = last.chars().next()?;
    let letter = as_letter(last)?;
    let replaced = replaced + usize::from(letter != last);
    // Four digits alone are a year more likely than a code.
    (replaced == 0 || replaced == 1 && code.len() == 5).then(|| (format!("{digits}{letter}"), replaced > 0))
}

/// A vehicle's identification number: 17 capitals and digits of which none is I, O or Q, lest they be taken for 1 and 0 (ISO 3779:2009,
/// 4.5), so that one that was read so is made the digit; whether one was comes second. The last four are digits. The number has a
/// check digit in North America alone. Makers' numbers of before 1981 are shorter and are read as they are.
fn vin(text: &str) -> Option<(String, bool)> {
    let code = compact(text)?;
    if code.len() != 17 {
        return reference(text).filter(|number| number.chars().count() < 17).map(|number| (number, false));
    }
    let meant: String = code
        .chars()
        .enumerate()
        .map(|(at, c)| match in_vin(c) {
            c if at >= 13 => as_digit(c).unwrap_or(c),
            c => c,
        })
        .collect();
    let serial = meant[13..].bytes().all(|b| b.is_ascii_digit());
    let replaced = meant != code;
    (serial && digit_count(&meant) >= 5).then_some((meant, replaced))
}

/// Digits with spaces, dots or hyphens between.
fn digits(text: &str) -> Option<String> {
    compact(text).filter(|c| !c.is_empty() && c.bytes().all(|b| b.is_ascii_digit()))
}

/// Digits of a French telephone number (plan national de numérotation, ARCEP).
const PHONE_DIGITS: usize = 10;

/// Ten digits beginning with 0, or +33 and nine; normalised to ten digits.
fn phone(text: &str) -> Option<String> {
    let folded: String = text.chars().filter(|c| !matches!(c, '(' | ')')).collect();
    let number = match folded.trim().strip_prefix("+33") {
        Some(rest) => {
            let rest = digits(rest)?;
            if rest.len() == PHONE_DIGITS { rest } else { format!("0{rest}") }
        }
        None => digits(&folded)?,
    };
    let right = number.len() == PHONE_DIGITS && number.starts_with('0') && !number.starts_with("00");
    right.then_some(number)
}

/// Whether words name a telephone: "Tél. 08 03 06 35 45" is no reference.
fn is_telephone(text: &str) -> bool {
    let Some((first, number)) = text.split_once(is_space) else { return false };
    let first = fold(first);
    let named = matches!(first.trim_end_matches(['.', ':']), "tel" | "telephone" | "fax" | "mobile" | "portable");
    named && number.trim_start().starts_with(['0', '+'])
}

/// Whether all of a text is in brackets, which may be read as dashes: "Facture (380)" says of what kind it is.
fn is_in_brackets(text: &str) -> bool {
    text.starts_with(['(', '-']) && text.ends_with([')', '-'])
}

/// How tall a person is, as it is printed: one or two metres and two digits of centimetres, "1,75 m", "1 m 75" or "175 cm".
fn height(text: &str) -> Option<String> {
    let folded: String = fold(text).chars().filter(|c| !is_space(*c)).collect();
    let (first, rest) = folded.split_at_checked(1)?;
    let centimetres = match rest.strip_suffix("cm") {
        Some(rest) => rest,
        None => rest.strip_prefix([',', '.', 'm'])?.trim_end_matches(['m', '.']),
    };
    let tall = matches!(first, "1" | "2") && centimetres.len() == 2 && digit_count(centimetres) == 2;
    tall.then(|| text.to_owned())
}

/// A person's sex as a machine readable zone has it.
fn sex(text: &str) -> Option<&'static str> {
    match fold(text.trim_matches(['.', '-'])).as_str() {
        "m" | "h" | "masculin" | "homme" | "male" => Some("M"),
        "f" | "feminin" | "femme" | "female" => Some("F"),
        _ => None,
    }
}

/// Words of letters alone that stand before the digits of a reference at most: `FAC CLI 2024-12`. What follows more of them is the
/// number of something else, such as a standard's: `BPE - NF EN 206/CN`.
const WORDS_BEFORE_DIGITS: usize = 2;

/// A reference: 2 to 35 characters with at least one digit, as invoices and offices number things (EN 16931 BT-1, and spaces). A VAT
/// number is none.
fn reference(text: &str) -> Option<String> {
    let stripped = ["n°", "N°", "nº", "Nº"].iter().find_map(|p| text.strip_prefix(p)).unwrap_or(text).trim();
    let stripped = stripped.trim_start_matches([':', ' ']);
    let fine = |c: char| c.is_alphanumeric() || matches!(c, ' ' | '+' | '-' | '–' | '_' | '/' | '.' | '#');
    let digits = digit_count(stripped);
    let length = stripped.chars().count();
    let date = Validator::Date.check(stripped).is_ok() && !stripped.bytes().all(|b| b.is_ascii_digit());
    let money = stripped.contains(',');
    let words = stripped.split_whitespace().take_while(|w| digit_count(w) == 0);
    let worded = words.filter(|w| w.contains(char::is_alphabetic)).count() > WORDS_BEFORE_DIGITS;
    let tax = Validator::Tva.check(stripped).is_ok();
    ((2..=35).contains(&length) && digits >= 1 && stripped.chars().all(fine) && !(date || money || worded || tax))
        .then(|| stripped.trim_end_matches('.').to_owned())
}

/// Whether words read as a reference still belong to it: a next word with a digit, or capitals alone.
pub(super) fn continues_reference(word: &str) -> bool {
    let folded = fold(word);
    let has_digit = digit_count(&folded) > 0;
    let capitals = word.chars().count() <= 4 && word.chars().all(|c| c.is_ascii_uppercase());
    has_digit || capitals
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(format: Format, text: &str) -> Option<Reading> {
        super::read(format, text, &(0..0))
    }

    fn value(format: Format, text: &str) -> Option<String> {
        read(format, text).map(|r| r.value)
    }

    #[test]
    fn identifiers_pass_fail_or_are_repaired() {
        let good = read(Format::Siret, "732 829 320 00074").unwrap();
        assert_eq!(
            (good.value.as_str(), good.check, good.repaired),
            ("73282932000074", Some((Validator::Siret, true)), false)
        );
        let mended = read(Format::Siret, "732 829 3Z0 00074").unwrap();
        assert_eq!(
            (mended.value.as_str(), mended.check, mended.repaired),
            ("73282932000074", Some((Validator::Siret, true)), true)
        );
        let failed = read(Format::Nir, "2 95 10 99 126 111 94").unwrap();
        assert_eq!((failed.value.as_str(), failed.check), ("295109912611194", Some((Validator::Nir, false))));
        assert_eq!(read(Format::Iban, "FR14 2004"), None);
    }

    #[test]
    fn a_repair_may_rest_on_what_was_read_least_surely() {
        let text = "IBAN : FR76 4561 0392 5846 2701 0678 707";
        assert_eq!(read(Format::Iban, text).unwrap().check, Some((Validator::Iban, false)));
        let at = text.find("0678").unwrap();
        let mended = super::read(Format::Iban, text, &(at..at + 4)).unwrap();
        assert_eq!((mended.value.as_str(), mended.repaired), ("FR7645610392584627018678707", true));
    }

    #[test]
    fn other_formats() {
        assert_eq!(value(Format::Amount, "1 234,56 €").as_deref(), Some("1234.56"));
        assert_eq!(value(Format::Amount, "7"), None);
        assert_eq!(value(Format::Amount, "+***2 870,67*").as_deref(), Some("2870.67"));
        assert_eq!(value(Format::Amount, "(12,50)").as_deref(), Some("-12.50"));
        assert_eq!(value(Format::Date, "1er mars 2024,").as_deref(), Some("2024-03-01"));
        assert_eq!(value(Format::Date, "121021.56"), None, "an amount");
        assert_eq!(value(Format::Phone, "+33 4 72 00 00 00").as_deref(), Some("0472000000"));
        assert_eq!(value(Format::Phone, "04.72.00.00.00").as_deref(), Some("0472000000"));
        assert_eq!(value(Format::Phone, "00 72 00 00 00"), None);
        assert_eq!(value(Format::Email, "Jean.D_urand@exemple.fr").as_deref(), Some("jean.d_urand@exemple.fr"));
        assert_eq!(value(Format::Email, "jean@"), None);
        assert_eq!(value(Format::Reference, "n° 2024-0012").as_deref(), Some("2024-0012"));
        assert_eq!(value(Format::Reference, "12/03/2024"), None);
        assert_eq!(value(Format::Reference, "dossier"), None);
        assert_eq!(value(Format::BankCode, "20041").as_deref(), Some("20041"));
        assert_eq!(value(Format::BankCode, "2004"), None);
        assert_eq!(value(Format::AccountNumber, "0500013M026").as_deref(), Some("0500013M026"));
        assert_eq!(value(Format::Reference, "L86572296»").as_deref(), Some("L86572296"));
        assert_eq!(value(Format::Reference, "}1989-1599").as_deref(), Some("1989-1599"));
    }

    #[test]
    fn strokes_between_the_boxes_of_a_comb_are_left_out() {
        assert_eq!(value(Format::Postcode, "7,6,000").as_deref(), Some("76000"));
        assert_eq!(value(Format::Date, "2,5111,9,5,1,").as_deref(), Some("1951-11-25"));
        assert_eq!(value(Format::Phone, "0,4,9,16,8,8,8,4,4").as_deref(), Some("0491688844"));
        assert_eq!(value(Format::Nir, "1,6,5,0,5,2,1,4,4,0,3,6,4,7,7,").as_deref(), Some("165052144036477"));
        let iban = read(Format::Iban, "[F|R]7|6,35,1,1,0,7,4,6,3,7,7,5,2,4,9,8,9,0,6,2,8,8,5,").unwrap();
        assert_eq!((iban.value.as_str(), iban.repaired), ("FR7635110746377524989062885", false));
        assert_eq!(value(Format::Number, "1,2,3,4,5,6,7").as_deref(), Some("1234567"));
        assert_eq!(value(Format::Number, "1234,56"), None, "an amount is no number");
        let clock = read(Format::Amount, "1 946;53").unwrap();
        assert_eq!((clock.value.as_str(), clock.repaired), ("1946.53", true));
        assert_eq!(value(Format::Amount, "1 946;5"), None);
        let glued = read(Format::Iban, "-IBAN-FR14 2004 1010 0505 0001 3M02 606").unwrap();
        assert_eq!((glued.value.as_str(), glued.repaired), ("FR1420041010050500013M02606", false));
    }

    #[test]
    fn a_letter_where_only_a_digit_can_be_is_repaired_and_marked() {
        let told = |format, text: &str| read(format, text).map(|r| (r.value, r.repaired));
        assert_eq!(told(Format::Postcode, "76OOO"), None, "two letters are too many");
        assert_eq!(told(Format::Postcode, "7600O"), Some(("76000".to_owned(), true)));
        let vin = |text| told(Format::Vin, text);
        assert_eq!(vin("VF1BBO5CF31234567"), Some(("VF1BB05CF31234567".to_owned(), true)));
        assert_eq!(vin("VF1BB05C F3123456S"), Some(("VF1BB05CF31234565".to_owned(), true)));
        assert_eq!(vin("VF1BB05CF31234567"), Some(("VF1BB05CF31234567".to_owned(), false)));
        assert_eq!(vin("VF1BB05CF3123456K"), None, "the last four are digits");
        assert_eq!(vin("4CV 213 847"), Some(("4CV 213 847".to_owned(), false)), "of before 1981");
        assert_eq!(told(Format::Ape, "2023O"), Some(("2023O".to_owned(), false)));
        assert_eq!(told(Format::Ape, "20230"), Some(("2023O".to_owned(), true)));
        assert_eq!(told(Format::Ape, "2O23Z"), Some(("2023Z".to_owned(), true)));
        assert_eq!(told(Format::Ape, "8411Z"), Some(("8411Z".to_owned(), false)));
        assert_eq!(told(Format::Ape, "741J"), Some(("741J".to_owned(), false)));
        assert_eq!(told(Format::Ape, "2015"), None, "a year");
        assert_eq!(told(Format::Ape, "31667"), None);
    }
}
