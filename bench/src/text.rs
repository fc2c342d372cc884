//! What a text is compared by: the one normalisation that truth and every engine's output go through.
//!
//! Responsible for what counts as the same text. Not responsible for comparing (see `align`) or counting (see `score`).
//!
//! Conservative: only what no reader of the page could tell apart, or what differs between typing habits of the
//! transcribers, is unified; letters, accents, case, punctuation and digits are left alone.
//! - Unicode normalisation form C.
//! - Any run of white space (line ends, form feeds, no-break and thin spaces) is one space; none at either end.
//! - Typographic apostrophes and single quotes become `'`, double ones `"`; every hyphen, dash and minus becomes `-`;
//!   `…` becomes three dots. Guillemets stay.
//! - Presentation forms: the ligatures `ﬀ ﬁ ﬂ ﬃ ﬄ` become their letters, full-width ASCII becomes ASCII.
//! - Soft hyphens, zero-width characters and the transcribers' editorial brackets `⟦ ⟧` (struck-out text) are dropped.
//! - Where the truth is in capitals (`truth_case: ignore`), both sides are put in small letters.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::{decompose_canonical, is_combining_mark};

/// How letter case is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, serde::Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Case {
    /// As it is.
    #[default]
    Exact,
    /// Capitals and small letters are the same.
    Ignore,
}

/// The text as it is compared; see the module.
pub(crate) fn normalise(text: &str, case: Case) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfc() {
        match c {
            '\u{AD}' | '\u{200B}'..='\u{200D}' | '\u{2060}' | '\u{FEFF}' | '⟦' | '⟧' => {}
            _ if c.is_whitespace() => {
                if !out.is_empty() && !out.ends_with(' ') {
                    out.push(' ');
                }
            }
            '‘' | '’' | '‚' | '‛' | 'ʼ' | '′' => out.push('\''),
            '“' | '”' | '„' | '‟' | '″' => out.push('"'),
            '\u{2010}'..='\u{2015}' | '\u{2212}' => out.push('-'),
            '…' => out.push_str("..."),
            'ﬀ' => out.push_str("ff"),
            'ﬁ' => out.push_str("fi"),
            'ﬂ' => out.push_str("fl"),
            'ﬃ' => out.push_str("ffi"),
            'ﬄ' => out.push_str("ffl"),
            // Full-width forms lie in the order of ASCII from '!' on.
            '\u{FF01}'..='\u{FF5E}' => out.extend(char::from_u32(c as u32 - 0xFF01 + '!' as u32)),
            _ => out.push(c),
        }
    }
    out.truncate(out.trim_end().len());
    match case {
        Case::Exact => out,
        Case::Ignore => out.to_lowercase(),
    }
}

/// The words of a normalised text: what stands between spaces, punctuation included.
pub(crate) fn words(normalised: &str) -> Vec<&str> {
    normalised.split(' ').filter(|word| !word.is_empty()).collect()
}

/// The letters under a character's marks: `é` is `e`, `œ` is `oe`.
fn base(c: char) -> String {
    match c {
        'œ' => "oe".to_owned(),
        'Œ' => "OE".to_owned(),
        'æ' => "ae".to_owned(),
        'Æ' => "AE".to_owned(),
        _ => {
            let mut letters = String::new();
            decompose_canonical(c, |part| {
                if !is_combining_mark(part) {
                    letters.push(part);
                }
            });
            letters
        }
    }
}

/// Whether a character bears a diacritical mark or is a ligature of French (`œ`, `æ`).
pub(crate) fn is_accented(c: char) -> bool {
    !c.is_ascii() && c.is_alphabetic() && base(c) != c.to_string()
}

/// Whether two different characters are the same letter with other marks: `é` and `e`, `è` and `ê`, `œ` and `o`.
pub(crate) fn differ_by_accent(a: char, b: char) -> bool {
    if a == b || !(is_accented(a) || is_accented(b)) {
        return false;
    }
    let (a, b) = (base(a), base(b));
    a.starts_with(&b) || b.starts_with(&a) || a.ends_with(&b) || b.ends_with(&a)
}

/// How often spaces are doubled within the lines of a raw text.
pub(crate) fn doubled_spaces(raw: &str) -> usize {
    raw.lines()
        .map(|line| {
            let mut runs = 0;
            let mut length = 0;
            for c in line.trim().chars() {
                length = if c.is_whitespace() { length + 1 } else { 0 };
                runs += usize::from(length == 2);
            }
            runs
        })
        .sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_reader_could_tell_apart_is_the_same() {
        assert_eq!(
            normalise("  l\u{2019}e\u{301}te\u{301}\n\u{A0}– 3\u{202F}€ … ﬁn\u{AD}\r\n", Case::Exact),
            "l'été - 3 € ... fin"
        );
        assert_eq!(normalise("Ａ，⟦⟧ b", Case::Exact), "A, b");
        assert_eq!(normalise("ÉTÉ", Case::Ignore), "été");
        assert_eq!(normalise(" \n ", Case::Exact), "");
    }

    #[test]
    fn letters_marks_case_and_guillemets_are_not() {
        for (a, b) in [("é", "e"), ("A", "a"), ("«", "\""), ("²", "2"), ("œ", "oe"), (",", ".")] {
            assert_ne!(normalise(a, Case::Exact), normalise(b, Case::Exact));
        }
    }

    #[test]
    fn accents_are_told_from_other_confusions() {
        for (a, b) in [('é', 'e'), ('e', 'ê'), ('è', 'é'), ('œ', 'o'), ('e', 'œ'), ('ç', 'c'), ('À', 'A')] {
            assert!(differ_by_accent(a, b), "{a} {b}");
        }
        for (a, b) in [('é', 'é'), ('e', 'c'), ('é', 'c'), ('É', 'e'), ('°', 'o'), ('l', '1'), ('ß', 's')] {
            assert!(!differ_by_accent(a, b), "{a} {b}");
        }
        assert!(is_accented('œ') && is_accented('À') && !is_accented('e') && !is_accented('€') && !is_accented('ß'));
    }

    #[test]
    fn doubled_spaces_are_counted_by_run() {
        assert_eq!(doubled_spaces("a  b   c d\n  e \u{A0}f  "), 3);
        assert_eq!(doubled_spaces("a b\n\nc"), 0);
    }
}
