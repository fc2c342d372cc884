//! Dates as French mail writes them.

use super::Invalid;
use crate::text::{edits, fold};
use jiff::civil::Date;

/// Years that a document of our time may speak of.
const YEARS: std::ops::RangeInclusive<i16> = 1800..=2199;
/// Two-digit years below this are of this century, the others of the last: births and archives go far back, due dates a few
/// years ahead.
const PIVOT: i16 = 50;

const MONTHS: [&[&str]; 12] = [
    &["janvier", "janv", "jan"],
    &["fevrier", "fevr", "fev"],
    &["mars"],
    &["avril", "avr"],
    &["mai"],
    &["juin"],
    &["juillet", "juil"],
    &["aout"],
    &["septembre", "sept"],
    &["octobre", "oct"],
    &["novembre", "nov"],
    &["decembre", "dec"],
];
/// How numbers to sixteen are written out, from one on.
const UNITS: [&str; 16] = [
    "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze", "treize",
    "quatorze", "quinze", "seize",
];
/// And the tens that have a word of their own, from thirty on.
const TENS: [&str; 4] = ["trente", "quarante", "cinquante", "soixante"];
const DAYS: [&str; 7] = ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"];

const RULE: &str = "date";

/// Reads a date: `31/01/2024` with slashes, dots, hyphens or spaces, with a year of two digits, `31012024` as in a comb of
/// boxes, `2024-01-31`, `1er mars 2024`, `31 janvier 2024`, `lundi 12 févr. 2024`, written out as deeds have it (`premier mars mil
/// neuf cent quatre-vingt-dix-neuf`, `l'an deux mille, le deux mai`), with or without `le` before. Capitals and
/// accents do not matter. Years of two digits below 50 are of this century.
///
/// # Errors
/// [`Invalid`] when it is written otherwise, or when the calendar has no such day.
pub fn parse_date(text: &str) -> Result<Date, Invalid> {
    if text.len() > 96 {
        return Err(Invalid::new(RULE, "longer than any date"));
    }
    let folded = fold(text);
    let mut rest = folded.trim_matches([',', '.', ';', ' ']);
    rest = rest.strip_prefix("le ").unwrap_or(rest);
    if let Some(after) = DAYS.iter().find_map(|d| rest.strip_prefix(d)) {
        rest = after.trim_start_matches([',', ' ']);
    }
    let parts: Vec<&str> = rest.split([' ', '/', '.', '-']).filter(|p| !p.is_empty()).collect();
    match parts.as_slice() {
        [one] if one.len() == 8 && is_number(one) => date(&one[4..], &one[2..4], &one[..2]),
        [year, month, day] if year.len() == 4 && rest.contains('-') => date(year, month, day),
        [day, month, year] if is_number(month) => date(year, month, day),
        [day, month, year] if is_number(year) && day.starts_with(|c: char| c.is_ascii_digit()) => {
            let month = MONTHS.iter().position(|names| names.contains(month));
            let month = month.ok_or_else(|| Invalid::new(RULE, "there is no such month"))? + 1;
            let day = day.strip_suffix("er").filter(|d| *d == "1" || *d == "01").unwrap_or(day);
            date(year, &month.to_string(), day)
        }
        _ => written_out(&parts).ok_or_else(|| Invalid::new(RULE, "is not a day, a month and a year"))?,
    }
}

/// The date of words; `None` where a part of it is no number.
fn written_out(parts: &[&str]) -> Option<Result<Date, Invalid>> {
    let at = parts.iter().position(|word| MONTHS.iter().any(|names| names[0] == *word))?;
    let month = MONTHS.iter().position(|names| names[0] == parts[at])? + 1;
    let number = |words: &[&str]| match words {
        ["premier" | "1er" | "01er"] => Some(1),
        [one] if is_number(one) => one.parse().ok(),
        words => number_in_words(words),
    };
    // As old registers begin: "L'an mil neuf cent vingt-trois, le deux mai".
    let le = parts[..at].iter().position(|word| *word == "le").filter(|le| *le > 1 && at + 1 == parts.len());
    let (day, year) = match (parts[0].trim_start_matches(['l', '\'', '’']), le) {
        ("an", Some(le)) => {
            let mut year = parts[1..le].to_vec();
            if let Some(last) = year.last_mut() {
                *last = last.trim_end_matches(',');
            }
            (number(&parts[le + 1..at])?, number(&year)?)
        }
        _ => (number(&parts[..at])?, number(&parts[at + 1..])?),
    };
    Some(date(&format!("{year:04}"), &month.to_string(), &day.to_string()))
}

/// Whether a folded word is a month's name.
pub(crate) fn is_month(word: &str) -> bool {
    MONTHS.iter().any(|names| names[0] == word)
}

/// Whether a word is a part of a number in French words, or was nearly read as one.
pub(crate) fn is_number_word(word: &str) -> bool {
    let word: String = fold(word).chars().filter(char::is_ascii_alphabetic).collect();
    let known = UNITS.iter().chain(&TENS).chain(&["vingt", "vingts", "cent", "cents", "mil", "mille"]);
    let near = |known: &str| edits(known, &word, usize::from(known.len() >= 5)).is_some();
    !word.is_empty() && known.into_iter().any(|known| near(known))
}

/// The number that French words say, 1 to 9999; `None` where they say none.
fn number_in_words(words: &[&str]) -> Option<u16> {
    let (mut thousands, mut rest) = (0, 0);
    for word in words {
        let unit = UNITS.iter().position(|unit| unit == word).map(|at| at as u16 + 1);
        let ten = TENS.iter().position(|ten| ten == word).map(|at| 30 + 10 * at as u16);
        match *word {
            "et" if rest >= 20 => {}
            "mil" | "mille" if thousands == 0 && rest < 10 => {
                thousands = 1000 * rest.max(1);
                rest = 0;
            }
            "cent" | "cents" if rest < 10 => rest = 100 * rest.max(1),
            "vingt" | "vingts" if rest % 100 == 4 => rest += 76,
            "vingt" if rest % 100 == 0 => rest += 20,
            _ => match (unit, ten) {
                (Some(unit @ 10..), _) if matches!(rest % 100, 0 | 60 | 80) => rest += unit,
                (Some(unit @ ..10), _) if rest % 10 == 0 => rest += unit,
                (_, Some(ten)) if rest % 100 == 0 => rest += ten,
                _ => return None,
            },
        }
    }
    Some(thousands + rest).filter(|number| *number > 0)
}

/// The date of `YYMMDD` in a machine readable zone. `latest` is the last year it may lie in: of the two centuries the one that
/// brings it nearest below or on that year (ICAO Doc 9303-3 leaves the century to the reader).
///
/// # Errors
/// [`Invalid`] when it is not six digits, or when the calendar has no such day (unknown parts are written `<` and count as
/// no day).
pub fn date_of_yymmdd(text: &str, latest: i16) -> Result<Date, Invalid> {
    if text.len() != 6 || !is_number(text) {
        return Err(Invalid::new(RULE, "is not six digits"));
    }
    let short: i16 = text[..2].parse().map_err(|_| Invalid::new(RULE, "has no year"))?;
    let century = (latest - short).div_euclid(100) * 100;
    date(&format!("{:04}", century + short), &text[2..4], &text[4..])
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

fn date(year: &str, month: &str, day: &str) -> Result<Date, Invalid> {
    if !is_number(year) || !is_number(month) || !is_number(day) || month.len() > 2 || day.len() > 2 {
        return Err(Invalid::new(RULE, "is not a day, a month and a year"));
    }
    let number = |t: &str| t.parse::<i16>().map_err(|_| Invalid::new(RULE, "has a number that is too long"));
    let year = match (year.len(), number(year)?) {
        (2, y) if y < PIVOT => 2000 + y,
        (2, y) => 1900 + y,
        (4, y) => y,
        _ => return Err(Invalid::new(RULE, "the year has neither two nor four digits")),
    };
    if !YEARS.contains(&year) {
        return Err(Invalid::new(RULE, format!("the year {year} is out of range")));
    }
    // Two digits each, so they fit.
    let (month, day) = (number(month)? as i8, number(day)? as i8);
    Date::new(year, month, day).map_err(|_| Invalid::new(RULE, format!("{day}/{month}/{year} is not in the calendar")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_usual_spelling() {
        for text in [
            "01/03/2024", "1/3/2024", "01.03.2024", "01-03-2024", "01 03 2024", "01/03/24", "01032024", "2024-03-01",
            "1er mars 2024", "1ER MARS 2024", "1 mars 2024", "le 1er mars 2024", "vendredi 1er mars 2024",
            "Vendredi, 01 Mars 2024", "1er\u{a0}mars\u{202f}2024", "01/03/2024,", "1ᵉʳ mars 2024",
        ] {
            assert_eq!(parse_date(text).unwrap().to_string(), "2024-03-01", "{text}");
        }
        for (text, expected) in [
            ("premier mars mil neuf cent quatre-vingt-dix-neuf", "1999-03-01"),
            ("le trente et un décembre deux mille", "2000-12-31"),
            ("vingt-deux octobre deux mille dix-neuf", "2019-10-22"),
            ("Le Mardi Vingt Quatre Septembre Mille Neuf Cent Soixante et Onze", "1971-09-24"),
            ("dix-sept août mil huit cent quatre-vingts", "1880-08-17"),
            ("12 mai deux mille vingt-quatre", "2024-05-12"),
            ("premier mars 2024", "2024-03-01"),
            ("deux mars 2024", "2024-03-02"),
            ("1er mars deux mille vingt", "2020-03-01"),
            ("L'an mil neuf cent cinquante-deux, le trois mars", "1952-03-03"),
            ("L’an deux mille un le premier mai", "2001-05-01"),
        ] {
            assert_eq!(parse_date(text).unwrap().to_string(), expected, "{text}");
        }
        assert_eq!(parse_date("12 févr. 2023").unwrap().to_string(), "2023-02-12");
        assert_eq!(parse_date("31 DÉCEMBRE 1999").unwrap().to_string(), "1999-12-31");
        assert_eq!(parse_date("29 août 73").unwrap().to_string(), "1973-08-29");
    }

    #[test]
    fn what_is_no_date() {
        for text in [
            "31/02/2024", "00/01/2024", "12/13/2024", "29/02/2023", "12 brumaire 2024", "2er mars 2024", "mars 2024",
            "deux deux mars deux mille", "trente-deux mars deux mille un", "vingt mars", "mars deux mille",
            "cent mars mille", "12/03", "12/03/202", "12/03/1492", "1234567", "", "é/é/é", "12//",
        ] {
            assert!(parse_date(text).is_err(), "{text}");
        }
    }

    #[test]
    fn the_century_of_a_machine_readable_date() {
        assert_eq!(date_of_yymmdd("650412", 2026).unwrap().year(), 1965);
        assert_eq!(date_of_yymmdd("260101", 2026).unwrap().year(), 2026);
        assert_eq!(date_of_yymmdd("270101", 2026).unwrap().year(), 1927);
        assert_eq!(date_of_yymmdd("340101", 2046).unwrap().year(), 2034);
        assert!(date_of_yymmdd("65<<<<", 2026).is_err() && date_of_yymmdd("651301", 2026).is_err());
    }
}
