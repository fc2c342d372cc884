//! What stands where in each layout, and which check digit covers what.

use super::{Check, Repair, Zone};
use crate::validators::mrz_check_digit;

/// A layout of lines and columns.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Layout {
    /// The French identity card before 2021, 2 lines of 36.
    FrenchCard,
    /// Cards, 3 lines of 30 (the French identity card since 2021, residence permits).
    Td1,
    /// 2 lines of 36.
    Td2,
    /// Passports, 2 lines of 44.
    Td3,
    /// The driving licence since 2013, 1 line of 30 (directive 2006/126/CE, ISO/IEC 18013-1): number, expiry and the first letters of the
    /// surname.
    Licence,
    /// The French registration certificate of a vehicle, the first of its 2 lines of 36: plate and vehicle number. The second has the
    /// make.
    Registration,
}

/// The columns of the surname in the line of a driving licence.
pub(super) const SURNAME_OF_LICENCE: std::ops::Range<usize> = 21..29;
/// The columns of the vehicle's number in the line of a registration certificate.
pub(super) const VIN: std::ops::Range<usize> = 15..32;

/// The columns of the given names in the second line of the old French card.
pub(super) const GIVEN_NAMES_OF_FRENCH_CARD: std::ops::Range<usize> = 13..27;

/// A part of a line: line, first column, column after the last.
pub(super) type Part = (usize, usize, usize);

/// A check digit: its name, the parts it covers in order, and where it stands.
pub(super) struct Digit {
    pub(super) name: &'static str,
    pub(super) covers: &'static [Part],
    pub(super) at: (usize, usize),
    /// `<` may stand for 0, where the part it covers is empty.
    pub(super) may_be_filler: bool,
}

/// Lengths and classes of a layout. Classes: `A` a letter or filler, `N` a digit, `X` any, `C` a check digit, `D` digit or filler.
pub(super) struct Shape {
    pub(super) width: usize,
    pub(super) lines: &'static [&'static str],
    pub(super) digits: &'static [Digit],
}

const fn digit(name: &'static str, covers: &'static [Part], at: (usize, usize)) -> Digit {
    Digit { name, covers, at, may_be_filler: false }
}

const FRENCH_CARD: Shape = Shape {
    width: 36,
    lines: &["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAXXXXXX", "NNNNXXXXXXXXCAAAAAAAAAAAAAANNNNNNCAC"],
    digits: &[
        digit("number", &[(1, 0, 12)], (1, 12)),
        digit("birth_date", &[(1, 27, 33)], (1, 33)),
        digit("composite", &[(0, 0, 36), (1, 0, 35)], (1, 35)),
    ],
};
const TD1: Shape = Shape {
    width: 30,
    lines: &["AAAAAXXXXXXXXXDXXXXXXXXXXXXXXX", "DDDDDDCADDDDDDCAAAXXXXXXXXXXXC", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"],
    digits: &[
        digit("number", &[(0, 5, 14)], (0, 14)),
        digit("birth_date", &[(1, 0, 6)], (1, 6)),
        digit("expiry_date", &[(1, 8, 14)], (1, 14)),
        digit("composite", &[(0, 5, 30), (1, 0, 7), (1, 8, 15), (1, 18, 29)], (1, 29)),
    ],
};
const TD2: Shape = Shape {
    width: 36,
    lines: &["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "XXXXXXXXXDAAADDDDDDCADDDDDDCXXXXXXXC"],
    digits: &[
        digit("number", &[(1, 0, 9)], (1, 9)),
        digit("birth_date", &[(1, 13, 19)], (1, 19)),
        digit("expiry_date", &[(1, 21, 27)], (1, 27)),
        digit("composite", &[(1, 0, 10), (1, 13, 20), (1, 21, 35)], (1, 35)),
    ],
};
const TD3: Shape = Shape {
    width: 44,
    lines: &["AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA", "XXXXXXXXXCAAADDDDDDCADDDDDDCXXXXXXXXXXXXXXDC"],
    digits: &[
        digit("number", &[(1, 0, 9)], (1, 9)),
        digit("birth_date", &[(1, 13, 19)], (1, 19)),
        digit("expiry_date", &[(1, 21, 27)], (1, 27)),
        Digit { name: "personal_number", covers: &[(1, 28, 42)], at: (1, 42), may_be_filler: true },
        digit("composite", &[(1, 0, 10), (1, 13, 20), (1, 21, 43)], (1, 43)),
    ],
};
const LICENCE: Shape = Shape {
    width: 30,
    lines: &["ANAAAXXXXXXXXXCNNNNNNAAAAAAAAC"],
    digits: &[digit("number", &[(0, 5, 14)], (0, 14)), digit("composite", &[(0, 0, 29)], (0, 29))],
};
const REGISTRATION: Shape = Shape {
    width: 36,
    lines: &["AAAAAXXXXXXXXXCXXXXXXXXXXXXXXXXXAAAC"],
    digits: &[digit("number", &[(0, 5, 14)], (0, 14)), digit("composite", &[(0, 0, 35)], (0, 35))],
};

impl Digit {
    /// Whether the digit agrees with what it covers.
    pub(super) fn agrees(&self, lines: &[String]) -> bool {
        let covered: String = self.covers.iter().filter_map(|(l, from, to)| lines.get(*l)?.get(*from..*to)).collect();
        let stands = lines.get(self.at.0).and_then(|l| l.as_bytes().get(self.at.1)).copied().map(char::from);
        let expected = mrz_check_digit(&covered);
        expected.is_some()
            && (stands == expected || (self.may_be_filler && stands == Some('<') && expected == Some('0')))
    }

    /// Whether a place is covered by the digit or is the digit's own.
    pub(super) fn concerns(&self, line: usize, column: usize) -> bool {
        self.at == (line, column)
            || self.covers.iter().any(|(l, from, to)| *l == line && (*from..*to).contains(&column))
    }
}

impl Layout {
    pub(super) const ALL: [Layout; 6] =
        [Layout::FrenchCard, Layout::Td1, Layout::Td2, Layout::Td3, Layout::Licence, Layout::Registration];

    /// The name that results and document types use.
    pub fn name(self) -> &'static str {
        match self {
            Layout::FrenchCard => "french_card",
            Layout::Td1 => "td1",
            Layout::Td2 => "td2",
            Layout::Td3 => "td3",
            Layout::Licence => "licence",
            Layout::Registration => "registration",
        }
    }

    /// The layout of that name.
    pub fn by_name(name: &str) -> Option<Layout> {
        Layout::ALL.into_iter().find(|l| l.name() == name)
    }

    /// Characters in a line.
    pub(super) fn shape(self) -> Shape {
        match self {
            Layout::FrenchCard => FRENCH_CARD,
            Layout::Td1 => TD1,
            Layout::Td2 => TD2,
            Layout::Td3 => TD3,
            Layout::Licence => LICENCE,
            Layout::Registration => REGISTRATION,
        }
    }

    /// The line that ends with names and the fillers after them, and the column where they begin, if there is one.
    pub(super) fn names_to_the_end(self) -> Option<(usize, usize)> {
        match self {
            Layout::FrenchCard | Layout::Licence | Layout::Registration => None,
            Layout::Td1 => Some((2, 0)),
            Layout::Td2 | Layout::Td3 => Some((0, 5)),
        }
    }

    /// Whether a first line may begin so.
    pub(super) fn begins(self, first: &str) -> bool {
        match self {
            Layout::FrenchCard => {
                first.starts_with("IDFRA") || first.starts_with("1DFRA") || first.starts_with("LDFRA")
            }
            Layout::Td3 => first.starts_with(['P', 'V']),
            Layout::Td1 | Layout::Td2 => first.starts_with(['I', 'A', 'C', '1', 'L']),
            Layout::Licence => is_licence(first),
            Layout::Registration => is_registration(first),
        }
    }

    /// The fields of lines that have the layout's lengths.
    pub(super) fn zone(self, lines: Vec<String>, shape: &Shape, repairs: Vec<Repair>) -> Zone {
        let raw = |(line, from, to): Part| lines[line].get(from..to).unwrap_or_default();
        let plain = |part: Part| raw(part).trim_matches('<').replace('<', " ");
        let checks = shape.digits.iter().map(|d| Check { name: d.name, passed: d.agrees(&lines) }).collect();
        let sex = |at: Part| raw(at).chars().next().filter(|c| matches!(c, 'M' | 'F'));
        let (names, number, optional, nationality, birth, sex, expiry) = match self {
            Layout::FrenchCard => {
                let names = format!(
                    "{}<<{}",
                    raw((0, 5, 30)).trim_end_matches('<'),
                    raw((1, GIVEN_NAMES_OF_FRENCH_CARD.start, GIVEN_NAMES_OF_FRENCH_CARD.end))
                );
                (names, plain((1, 0, 12)), plain((0, 30, 36)), None, (1, 27, 33), sex((1, 34, 35)), None)
            }
            Layout::Td1 => {
                let optional = format!("{} {}", plain((0, 15, 30)), plain((1, 18, 29))).trim().to_owned();
                let nationality = Some(plain((1, 15, 18)));
                (
                    raw((2, 0, 30)).to_owned(),
                    plain((0, 5, 14)),
                    optional,
                    nationality,
                    (1, 0, 6),
                    sex((1, 7, 8)),
                    Some((1, 8, 14)),
                )
            }
            Layout::Td2 | Layout::Td3 => {
                let end = if self == Layout::Td2 { 35 } else { 42 };
                let names = raw((0, 5, shape.width)).to_owned();
                let nationality = Some(plain((1, 10, 13)));
                (
                    names,
                    plain((1, 0, 9)),
                    plain((1, 28, end)),
                    nationality,
                    (1, 13, 19),
                    sex((1, 20, 21)),
                    Some((1, 21, 27)),
                )
            }
            Layout::Licence => {
                let surname = raw((0, SURNAME_OF_LICENCE.start, SURNAME_OF_LICENCE.end)).to_owned();
                (surname, plain((0, 5, 14)), String::new(), None, NOWHERE, None, Some((0, 15, 21)))
            }
            Layout::Registration => {
                (String::new(), plain((0, 5, 14)), plain((0, VIN.start, VIN.end)), None, NOWHERE, None, None)
            }
        };
        let mut parts = names.split("<<").map(|n| n.trim_matches('<').replace('<', " ")).filter(|n| !n.is_empty());
        let surname = parts.next().unwrap_or_default();
        // Given names are parted by one filler; the old card parts them by two and keeps one for the hyphen.
        let given_names = if self == Layout::FrenchCard {
            parts.collect()
        } else {
            parts.flat_map(|p| p.split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
        };
        Zone {
            layout: self,
            document_code: plain((0, 0, 2)),
            issuer: plain((0, 2, 5)),
            number,
            surname,
            given_names,
            nationality,
            birth: raw(birth).to_owned(),
            sex,
            expiry: expiry.map(|part| raw(part).to_owned()),
            optional,
            checks,
            repairs,
            lines,
        }
    }
}

/// The part of a zone that has no such thing.
const NOWHERE: Part = (0, 0, 0);

/// Whether a line begins as that of a French driving licence, the 1 read as what looks like it too.
pub(super) fn is_licence(line: &str) -> bool {
    line.strip_prefix('D')
        .is_some_and(|rest| rest.starts_with(['1', 'I', 'L', 'T', '7']) && rest[1..].starts_with("FRA"))
}

/// Whether a line begins as that of a French registration certificate.
pub(super) fn is_registration(line: &str) -> bool {
    line.starts_with("CRFRA")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_as_wide_as_they_say_and_digits_stand_on_digits() {
        for layout in Layout::ALL {
            let shape = layout.shape();
            assert_eq!(Layout::by_name(layout.name()), Some(layout));
            for line in shape.lines {
                assert_eq!(line.len(), shape.width, "{layout:?}");
            }
            for d in shape.digits {
                assert!(matches!(shape.lines[d.at.0].as_bytes()[d.at.1], b'C' | b'D'), "{layout:?} {}", d.name);
            }
        }
    }
}
