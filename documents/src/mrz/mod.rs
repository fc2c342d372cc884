//! Machine readable zones of identity papers, from lines as a recogniser read them.
//!
//! Responsible for the layouts met in French mail: TD1, TD2 and TD3 (ICAO Doc 9303 parts 5, 6, 4), the old French identity
//! card of 2 lines of 36, which is not TD2, the line of driving licences and that of registration certificates; for their check digits; and for proposing repairs of single confusions. Every
//! change made to what was read is told in [`Zone::repairs`]: nothing is repaired silently.
//!
//! Not responsible for what to do with a zone whose checks fail, nor for whether the document is still valid.

mod layout;
mod lines;
mod repair;

pub use layout::Layout;
pub use lines::{find, looks_like_zone};
pub(crate) use repair::in_vin;

use crate::validators::{Invalid, date_of_yymmdd};
use jiff::civil::Date;

/// Furthest into the future that a document read today may expire.
const LONGEST_VALIDITY_YEARS: i16 = 20;

/// One check digit and whether it agrees.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// `number`, `birth_date`, `expiry_date`, `personal_number` or `composite`.
    pub name: &'static str,
    /// Whether the digit is that of the characters it stands for, after the repairs.
    pub passed: bool,
}

/// A change made to what was read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repair {
    /// Line from 0.
    pub line: usize,
    /// Column from 0.
    pub column: usize,
    /// What was read; empty when a filler was put in.
    pub read: String,
    /// What it is taken for; empty when a filler was taken out.
    pub proposed: String,
    /// Why.
    pub reason: Reason,
}

/// Why something was changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// The run of fillers was too long or too short for the line's length.
    Length,
    /// A letter stood where only digits may, or the other way round, and is easily confused with one; or something stood where
    /// only fillers may.
    Position,
    /// One easily confused character, and no other, makes the check digits agree.
    CheckDigit,
}

/// A parsed zone.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Which layout it follows.
    pub layout: Layout,
    /// The lines after the repairs, exactly as long as the layout says.
    pub lines: Vec<String>,
    /// `ID`, `P`, `IR`…; without fillers.
    pub document_code: String,
    /// Issuing state, such as `FRA`.
    pub issuer: String,
    /// Document number, without fillers.
    pub number: String,
    /// Surname, fillers as spaces.
    pub surname: String,
    /// Given names, each with its fillers as spaces; may be cut off by the layout.
    pub given_names: Vec<String>,
    /// Nationality, which the old French card does not have.
    pub nationality: Option<String>,
    /// Birth, `YYMMDD` as it stands; empty where there is none.
    pub birth: String,
    /// `M`, `F`, or `None` where it is not told.
    pub sex: Option<char>,
    /// Expiry, `YYMMDD` as it stands, where there is one. A date in the past does not make a French card
    /// invalid: validity was extended from 10 to 15 years.
    pub expiry: Option<String>,
    /// Optional data, the personal number of a passport, or the vehicle's number of a registration certificate, without fillers.
    pub optional: String,
    /// All check digits of the layout.
    pub checks: Vec<Check>,
    /// All that was changed.
    pub repairs: Vec<Repair>,
}

impl Zone {
    /// Whether all check digits agree (after the repairs).
    pub fn is_valid(&self) -> bool {
        self.checks.iter().all(|c| c.passed)
    }

    /// Whether the names fill their place, but for the filler that would part them from one more, so that there may have been no room
    /// for the rest of them.
    pub fn names_may_be_cut_off(&self) -> bool {
        // The old French card parts given names by two fillers.
        let line = |line: usize| self.lines.get(line);
        let (names, over) = match (self.layout, self.layout.names_to_the_end()) {
            (_, Some((at, from))) => (line(at).and_then(|line| line.get(from..)), "<<"),
            (Layout::Licence, _) => (line(0).and_then(|line| line.get(layout::SURNAME_OF_LICENCE)), "<"),
            _ => (line(1).and_then(|line| line.get(layout::GIVEN_NAMES_OF_FRENCH_CARD)), "<<<"),
        };
        names.is_some_and(|names| !names.ends_with(over))
    }

    /// Whether a check digit of that name passed; `None` when the layout has none.
    pub fn passed(&self, name: &str) -> Option<bool> {
        self.checks.iter().find(|c| c.name == name).map(|c| c.passed)
    }

    /// Birth as a date; it lies in or before `read_in`, the year in which the document was read.
    ///
    /// # Errors
    /// [`Invalid`] when it is no date, as when a part is unknown.
    pub fn birth_date(&self, read_in: i16) -> Result<Date, Invalid> {
        date_of_yymmdd(&self.birth, read_in)
    }

    /// Expiry as a date, at most 20 years after `read_in`; `None` when the layout has none.
    pub fn expiry_date(&self, read_in: i16) -> Option<Result<Date, Invalid>> {
        self.expiry.as_ref().map(|e| date_of_yymmdd(e, read_in.saturating_add(LONGEST_VALIDITY_YEARS)))
    }
}

/// Why lines are no machine readable zone.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum NotAZone {
    /// There are not two or three lines, nor one that is a zone by itself.
    #[error("reading a machine readable zone: {0} lines instead of 2 or 3")]
    Lines(usize),
    /// The lines have the lengths of no layout.
    #[error("reading a machine readable zone: lines of {0:?} characters fit no layout")]
    Lengths(Vec<usize>),
    /// A character that no zone has.
    #[error("reading a machine readable zone: '{character}' in line {line} has no place in it")]
    Character {
        /// Line from 0.
        line: usize,
        /// The character.
        character: char,
    },
}

/// Parses the lines of a zone as they were read: case, accents, spaces and typographic forms of `<` do not matter; the number of
/// fillers in the longest run may be wrong by up to 14 a line. Where the lengths fit two layouts, the one with more agreeing check digits
/// is taken.
///
/// # Errors
/// [`NotAZone`] when the lines fit no layout. Check digits that do not agree are no error: see [`Zone::checks`].
pub fn parse<S: AsRef<str>>(lines: &[S]) -> Result<Zone, NotAZone> {
    if !(1..=3).contains(&lines.len()) {
        return Err(NotAZone::Lines(lines.len()));
    }
    let mut clean = Vec::with_capacity(lines.len());
    for (line, text) in lines.iter().enumerate() {
        clean.push(lines::cleaned(text.as_ref()).map_err(|character| NotAZone::Character { line, character })?);
    }
    let score = |zone: &Zone| (zone.checks.iter().filter(|c| c.passed).count(), std::cmp::Reverse(zone.repairs.len()));
    let zones = Layout::ALL.iter().filter_map(|layout| read(*layout, &clean));
    // Of equals the first in the order of the layouts.
    let best = zones.fold(None::<Zone>, |best, zone| match best {
        Some(b) if score(&b) >= score(&zone) => Some(b),
        _ => Some(zone),
    });
    best.ok_or_else(|| match clean.len() {
        1 => NotAZone::Lines(1),
        _ => NotAZone::Lengths(clean.iter().map(String::len).collect()),
    })
}

/// The zone that the lines make in a layout; `None` when their number, lengths or beginning do not fit.
fn read(layout: Layout, clean: &[String]) -> Option<Zone> {
    let shape = layout.shape();
    if clean.len() != shape.lines.len() {
        return None;
    }
    let mut repairs = Vec::new();
    let mut lines = Vec::with_capacity(clean.len());
    for (i, text) in clean.iter().enumerate() {
        let mut text = text.clone();
        if let Some((line, from)) = layout.names_to_the_end()
            && line == i
        {
            repair::after_names(&mut text, from, i, &mut repairs);
        }
        lines.push(repair::to_length(&text, shape.width, i, &mut repairs)?);
    }
    if !layout.begins(&lines[0]) {
        return None;
    }
    for (i, classes) in shape.lines.iter().enumerate() {
        repair::by_position(&mut lines[i], classes, i, &mut repairs);
    }
    repair::french_number(layout, &mut lines, &shape, &mut repairs);
    repair::by_check_digits(&mut lines, &shape, &mut repairs);
    Some(layout.zone(lines, &shape, repairs))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const TD1: [&str; 3] =
        ["I<UTOD231458907<<<<<<<<<<<<<<<", "7408122F1204159UTO<<<<<<<<<<<6", "ERIKSSON<<ANNA<MARIA<<<<<<<<<<"];
    const TD2: [&str; 2] = ["I<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<", "D231458907UTO7408122F1204159<<<<<<<6"];
    const TD3: [&str; 2] =
        ["P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<", "L898902C36UTO7408122F1204159ZE184226B<<<<<10"];
    const OLD_CARD: [&str; 2] = ["IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<6512068F6"];

    #[test]
    fn the_examples_of_icao_9303() {
        let card = parse(&TD1).unwrap();
        assert_eq!((card.layout, card.number.as_str(), card.surname.as_str()), (Layout::Td1, "D23145890", "ERIKSSON"));
        assert_eq!(card.given_names, ["ANNA", "MARIA"]);
        assert!(card.is_valid() && card.repairs.is_empty(), "{card:?}");
        let small = parse(&TD2).unwrap();
        assert_eq!((small.layout, small.issuer.as_str(), small.sex), (Layout::Td2, "UTO", Some('F')));
        assert!(small.is_valid(), "{small:?}");
        let passport = parse(&TD3).unwrap();
        assert_eq!((passport.layout, passport.number.as_str()), (Layout::Td3, "L898902C3"));
        assert_eq!((passport.optional.as_str(), passport.document_code.as_str()), ("ZE184226B", "P"));
        assert_eq!(passport.birth_date(2026).unwrap().to_string(), "1974-08-12");
        assert_eq!(passport.expiry_date(2026).unwrap().unwrap().to_string(), "2012-04-15");
        assert!(passport.is_valid(), "{passport:?}");
    }

    #[test]
    fn the_old_french_card_is_not_td2() {
        let card = parse(&OLD_CARD).unwrap();
        assert_eq!((card.layout, card.number.as_str()), (Layout::FrenchCard, "880692310285"));
        assert_eq!((card.surname.as_str(), card.sex, card.expiry.as_ref()), ("BERTHIER", Some('F'), None));
        assert_eq!(card.given_names, ["CORINNE"]);
        assert!(!card.names_may_be_cut_off());
        // Two fillers at the end of the place of given names part them from one more.
        let full = ["IDFRAHUET<<<<<<<<<<<<<<<<<<<<<723613", "0510723613321CHLOE<<MARIE<<8501112F7"];
        assert!(parse(&full).unwrap().names_may_be_cut_off());
        assert_eq!(card.birth_date(2026).unwrap().to_string(), "1965-12-06");
        assert!(card.is_valid(), "{card:?}");
    }

    #[test]
    fn spaces_case_and_guillemets_do_not_matter() {
        let read =
            ["P<UTOERIKSSON«ANNA<MARIA < < < <<<<<<<<<<<<<<<<", "l898902c36 UTO 7408122F1204159ZE184226B<<<<<10"];
        let passport = parse(&read).unwrap();
        assert!(passport.is_valid() && passport.repairs.is_empty(), "{passport:?}");
    }

    #[test]
    fn a_wrong_number_of_fillers_is_mended_and_told() {
        let read = ["IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<", "8806923102858CORINNE<<<<<<<<6512068F6"];
        let card = parse(&read).unwrap();
        assert!(card.is_valid(), "{card:?}");
        assert_eq!(card.repairs.len(), 3);
        assert!(card.repairs.iter().all(|r| r.reason == Reason::Length));
    }

    #[test]
    fn worn_fillers_at_the_end_of_lines_cost_no_more_than_what_they_cover() {
        // As read of a worn passport: the end of both lines is lost, an accent was seen where none is.
        let read = ["P<UTOERIKSSON<<ANNA<MÀRIA<<<<< <ai<", "L898902C36UTO7408122F1204159<<<<<<"];
        let passport = parse(&read).unwrap();
        assert_eq!((passport.surname.as_str(), passport.given_names.join(" ").as_str()), ("ERIKSSON", "ANNA MARIA"));
        let passed = ["number", "birth_date", "expiry_date", "composite"].map(|check| passport.passed(check));
        assert_eq!(passed, [Some(true), Some(true), Some(true), Some(false)]);
        assert!(passport.repairs.iter().any(|r| (r.read.as_str(), r.reason) == ("A", Reason::Position)));
    }

    #[test]
    fn a_filler_too_many_between_the_names_is_not_their_end() {
        for read in ["P<UTOERIKSSON<<<ANNA<MARIA<<<<<<<<<<<<<<<<<<", "P<UTOERIKSSON«<ANNA<MARIA<<<<<<<<<<<<<<<"] {
            let passport = parse(&[read, TD3[1]]).unwrap();
            assert_eq!(
                (passport.surname.as_str(), passport.given_names.join(" ").as_str()),
                ("ERIKSSON", "ANNA MARIA")
            );
        }
        let full = ["P<UTOERIKSSON<<ANNA<MARIA<THERESE<MAGDALENE<", TD3[1]];
        assert!(parse(&full).unwrap().names_may_be_cut_off() && !parse(&TD3).unwrap().names_may_be_cut_off());
        let german = parse(&["P<D<<<MUSTERMANN<<ERIKA<<<<<<<<<<<<<<<<<<<<<", TD3[1]]).unwrap();
        assert_eq!((german.surname.as_str(), german.given_names.join(" ").as_str()), ("MUSTERMANN", "ERIKA"));
    }

    #[test]
    fn the_letter_o_in_a_french_passport_is_told_from_zero() {
        // The zero after the letters may be an O as well by the check digit alone.
        let read = ["P<FRAJOLY<<JEAN<PIERRE<<<<<<<<<<<<<<<<<<<<<<", "250D055700FRA8204099M3203167<<<<<<<<<<<<<<00"];
        let digit = |number: &str| crate::validators::mrz_check_digit(number).unwrap();
        let line = format!("250D05570{}{}", digit("25OD05570"), &read[1][10..]);
        let passport = parse(&[read[0], &line]).unwrap();
        assert_eq!((passport.number.as_str(), passport.passed("number")), ("25OD05570", Some(true)));
        assert_eq!((passport.repairs[0].column, passport.repairs[0].proposed.as_str()), (2, "O"));
        // A number whose check digit agrees as it is stays.
        let line = format!("250D05570{}{}", digit("250D05570"), &read[1][10..]);
        assert_eq!(parse(&[read[0], &line]).unwrap().number, "250D05570");
    }

    #[test]
    fn a_letter_among_digits_is_mended_and_told() {
        let read = ["IDFRABERTHIER<<<<<<<<<<<<<<<<<<<<<<<", "88O6923102858C0RINNE<<<<<<<6S12068F6"];
        let card = parse(&read).unwrap();
        assert!(card.is_valid(), "{card:?}");
        let told: Vec<(usize, &str, &str)> =
            card.repairs.iter().map(|r| (r.column, r.read.as_str(), r.proposed.as_str())).collect();
        assert_eq!(told, [(2, "O", "0"), (14, "0", "O"), (28, "S", "5")]);
    }

    #[test]
    fn one_confusion_that_makes_the_check_digits_agree_is_proposed_and_told() {
        // 3 read for 8 in the birth date: its own check digit and the composite both cover it.
        let read = [TD3[0], "L898902C36UTO7403122F1204159ZE184226B<<<<<10"];
        let passport = parse(&read).unwrap();
        assert!(passport.is_valid(), "{passport:?}");
        assert_eq!(passport.birth, "740812");
        assert_eq!(passport.repairs.len(), 1);
        assert_eq!((passport.repairs[0].column, passport.repairs[0].reason), (16, Reason::CheckDigit));
    }

    #[test]
    fn two_confusions_that_would_each_do_are_one_too_many() {
        // B read for 8 in column 1; an 8 in column 3 turned into B would make the check digits agree as well.
        let passport = parse(&[TD3[0], "LB98902C36UTO7408122F1204159ZE184226B<<<<<10"]).unwrap();
        assert!(!passport.is_valid() && passport.repairs.is_empty(), "{passport:?}");
    }

    #[test]
    fn what_no_confusion_explains_stays_as_read_and_fails() {
        let read = [TD3[0], "L898902C36UTO7408192F1204159ZE184226B<<<<<10"];
        let passport = parse(&read).unwrap();
        assert_eq!(passport.passed("birth_date"), Some(false));
        assert_eq!(passport.birth, "740819");
        assert!(passport.repairs.is_empty());
    }

    #[test]
    fn the_line_of_a_driving_licence() {
        let licence = parse(&["D1FRA24AG439213390623RENAUD<<6"]).unwrap();
        assert!(licence.is_valid() && licence.repairs.is_empty(), "{licence:?}");
        assert_eq!((licence.number.as_str(), licence.surname.as_str()), ("24AG43921", "RENAUD"));
        assert_eq!(licence.expiry_date(2026).unwrap().unwrap().to_string(), "2039-06-23");
        assert!(!licence.names_may_be_cut_off());
        // As read: the 1 an I, a letter of the number a zero, a filler a bracket.
        let read = parse(&["DIFRA210Z057480301126MOUTON(<3"]).unwrap();
        assert_eq!((read.number.as_str(), read.passed("number")), ("21OZ05748", Some(true)));
        assert!(read.repairs.iter().any(|r| (r.read.as_str(), r.proposed.as_str()) == ("0", "O")));
        assert!(parse(&["D1FRA19LW400702401121DELATTREO"]).unwrap().names_may_be_cut_off());
    }

    #[test]
    fn the_first_line_of_a_registration_certificate() {
        let paper = parse(&["CRFRAAN977GZ<<9ZFA57282B1H306022<<<5"]).unwrap();
        assert!(paper.is_valid() && paper.repairs.is_empty(), "{paper:?}");
        assert_eq!((paper.number.as_str(), paper.optional.as_str()), ("AN977GZ", "ZFA57282B1H306022"));
        // Neither I, O nor Q is in a vehicle's number, and a plate begins with letters.
        let read = parse(&["CRFRA8Z049BX<<9VF1WO1DB5B9741214<<<7"]).unwrap();
        assert_eq!((read.number.as_str(), read.optional.as_str()), ("BZ049BX", "VF1W01DB5B9741214"));
        assert!(read.is_valid(), "{read:?}");
    }

    #[test]
    fn other_lines_are_no_zone() {
        assert_eq!(parse(&["P<UTO"]), Err(NotAZone::Lines(1)));
        assert!(matches!(parse(&["HELLO", "WORLD"]), Err(NotAZone::Lengths(_))));
        assert!(matches!(parse(&["P<UTO", "€"]), Err(NotAZone::Character { line: 1, character: '€' })));
    }

    #[test]
    fn zones_are_found_among_other_lines() {
        let lines =
            ["RÉPUBLIQUE FRANÇAISE", "Nom : BERTHIER", OLD_CARD[0], OLD_CARD[1], "Fait à Lyon", TD1[0], TD1[1], TD1[2]];
        let found = find(&lines);
        let at = |found: &[(Vec<usize>, Zone)]| {
            found.iter().map(|(lines, z)| (lines.clone(), z.layout)).collect::<Vec<(Vec<usize>, Layout)>>()
        };
        assert_eq!(at(&found), [(vec![2, 3], Layout::FrenchCard), (vec![5, 6, 7], Layout::Td1)]);
        // On a copy of both sides of a card what is printed on the front stands between.
        let beside = [TD1[0], "3903048034", "06 03 2023", TD1[1], "REMARQUES", TD1[2]];
        assert_eq!(at(&find(&beside)), [(vec![0, 3, 5], Layout::Td1)]);
        let one = find(&["Permis", "D1FRA24AG439213390623RENAUD<<6", "D1FRA"]);
        assert_eq!(at(&one), [(vec![1], Layout::Licence)]);
    }

    proptest! {
        #[test]
        fn a_wrong_digit_never_passes_unmarked(line in 0usize..2, column in 0usize..44, by in 1u32..10) {
            let mut lines = TD3.map(str::to_owned);
            let old = lines[line].chars().nth(column).unwrap();
            prop_assume!(old.is_ascii_digit());
            let new = char::from_digit((old.to_digit(10).unwrap() + by) % 10, 10).unwrap();
            lines[line].replace_range(column..=column, &new.to_string());
            let zone = parse(&lines).unwrap();
            prop_assert!(!zone.is_valid() || !zone.repairs.is_empty());
        }

        #[test]
        fn nothing_panics(lines in prop::collection::vec(any::<String>(), 0..5), near in prop::collection::vec("[0-9A-Z<]{28,46}", 2..4)) {
            let _ = (parse(&lines), find(&lines), parse(&near), find(&near));
        }
    }
}
