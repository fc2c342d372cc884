//! Fields out of a machine readable zone.

use super::candidates::Candidate;
use super::tokens::key;
use super::{CheckResult, Found, Value};
use crate::mrz::{self, Layout, Zone};
use crate::page::{Page, quad_around};
use crate::text::fold;
use crate::types::{Field, Format};

/// The zone of a page that has the most agreeing check digits, and the page's lines it takes.
pub(super) fn on(page: &Page) -> Option<(Vec<usize>, Zone)> {
    let texts: Vec<String> = page.lines().iter().map(crate::page::Line::text).collect();
    let zones = mrz::find(&texts).into_iter();
    let passed = |z: &Zone| z.checks.iter().filter(|c| c.passed).count();
    // Of equals the first.
    zones.rev().max_by_key(|(_, z)| passed(z))
}

/// The value of a field whose format, or whose `zone`, is a part of the zone; `None` when the zone does not have it. `read_in` is the year
/// in which the page was read, which decides centuries.
pub(super) fn value(page: &Page, lines: &[usize], zone: &Zone, field: &Field, read_in: i16) -> Option<Value> {
    let part = field.zone.unwrap_or(field.format);
    let (raw, value, check) = match part {
        Format::MrzNumber => (zone.number.clone(), number(zone), "number"),
        Format::MrzVin if zone.layout == Layout::Registration => {
            (zone.optional.clone(), zone.optional.clone(), "composite")
        }
        Format::MrzSurname => (zone.surname.clone(), zone.surname.clone(), "composite"),
        Format::MrzGivenNames => (zone.given_names.join(" "), zone.given_names.join(", "), "composite"),
        Format::MrzBirthDate => (zone.birth.clone(), zone.birth_date(read_in).ok()?.to_string(), "birth_date"),
        Format::MrzNationality => (zone.nationality.clone()?, zone.nationality.clone()?, "composite"),
        Format::MrzSex => (zone.sex?.to_string(), zone.sex?.to_string(), "composite"),
        Format::MrzExpiryDate => (zone.expiry.clone()?, zone.expiry_date(read_in)?.ok()?.to_string(), "expiry_date"),
        _ => return None,
    };
    // The line of a driving licence has one check digit for all but its number.
    let check = if zone.passed(check).is_some() { check } else { "composite" };
    if value.is_empty() {
        return None;
    }
    let words: Vec<_> = lines.iter().filter_map(|l| page.lines().get(*l)).flat_map(|l| &l.words).collect();
    let read = words.iter().map(|w| w.confidence).sum::<f32>() / words.len().max(1) as f32;
    let passed = zone.passed(check).unwrap_or(false);
    let repaired = !zone.repairs.is_empty();
    // The names are under no check digit but that of the old French card's composite.
    let names = matches!(part, Format::MrzSurname | Format::MrzGivenNames | Format::MrzNationality | Format::MrzSex);
    let sure = match (passed, repaired) {
        (true, false) if names => 0.95,
        (true, false) => 0.99,
        (true, true) => 0.75,
        (false, _) => 0.2,
    };
    let checks = zone.checks.iter().filter(|c| c.name == check || c.name == "composite");
    Some(Value {
        name: field.name.clone(),
        label: field.label.clone(),
        raw,
        value,
        currency: None,
        confidence: (sure * read).clamp(0.0, 1.0),
        accepted: false,
        checks: checks.map(|c| CheckResult { name: format!("mrz_{}", c.name), passed: c.passed }).collect(),
        quad: quad_around(words.iter().map(|w| &w.quad)),
        found: Found::MachineReadableZone,
        repaired,
    })
}

/// The number as it is printed: hyphens part a plate since 2009 (arrêté du 9 février 2009).
fn number(zone: &Zone) -> String {
    let number = &zone.number;
    let form: String = number.chars().map(|c| if c.is_ascii_digit() { '0' } else { 'A' }).collect();
    if zone.layout == Layout::Registration && form == "AA000AA" {
        format!("{}-{}-{}", &number[..2], &number[2..5], &number[5..])
    } else {
        number.clone()
    }
}

/// Letters of a name out of a zone from which on it may have been cut off there.
const CUT_OFF: usize = 4;

/// What a zone says beside what is printed above it. A name is told as a candidate beside the field's label has it, where that says the
/// same: with its accents, and whole where the zone had no room for the rest of it; a nationality too, a word for three letters. A
/// number or a date that both say is surer than either, and one whose check digit fails gives way to what is printed.
pub(super) fn as_printed(value: Value, format: Format, zone: &Zone, candidates: &[Candidate]) -> Value {
    match format {
        Format::MrzNumber | Format::MrzVin | Format::MrzBirthDate | Format::MrzExpiryDate => {
            number_as_printed(value, candidates)
        }
        _ => name_as_printed(value, format, zone, candidates),
    }
}

fn number_as_printed(value: Value, candidates: &[Candidate]) -> Value {
    let mut printed = candidates.iter().map(|c| &c.value);
    let passed = value.checks.first().is_some_and(|check| check.passed);
    match printed.clone().find(|printed| key(&printed.value) == key(&value.value)) {
        Some(same) => {
            // Of two that were read apart both would have to be wrong in the same way.
            let confidence = 1.0 - (1.0 - value.confidence) * (1.0 - same.confidence);
            Value { confidence, ..value }
        }
        None if !passed => printed.next().cloned().unwrap_or(value),
        None => value,
    }
}

/// Words of a nationality at most: "britannique (OM)".
const NATIONALITY_WORDS: usize = 2;

/// What the zone does not say is no surer than it was read.
fn name_as_printed(value: Value, format: Format, zone: &Zone, candidates: &[Candidate]) -> Value {
    let letters = |text: &str| fold(text).chars().filter(|c| c.is_alphabetic()).collect::<String>();
    let in_zone = letters(&value.value);
    let last = if zone.layout == Layout::Licence { Format::MrzSurname } else { Format::MrzGivenNames };
    let cut_off = format == last && in_zone.len() >= CUT_OFF && zone.names_may_be_cut_off();
    let nationality = |printed: &str| {
        let words = printed.split_whitespace().count() <= NATIONALITY_WORDS;
        words && !printed.contains(|c: char| c.is_ascii_digit()) && letters(printed).len() >= in_zone.len()
    };
    let fits = |printed: &str| match format {
        Format::MrzNationality => nationality(printed),
        Format::MrzGivenNames | Format::MrzSurname => {
            let printed = letters(printed);
            printed == in_zone || (cut_off && printed.starts_with(&in_zone))
        }
        _ => false,
    };
    let found = candidates.iter().map(|c| &c.value).find(|printed| fits(&printed.value));
    match found {
        Some(printed) if letters(&printed.value) == in_zone => {
            Value { value: printed.value.clone(), raw: printed.raw.clone(), ..value }
        }
        Some(printed) => Value {
            value: printed.value.clone(),
            raw: printed.raw.clone(),
            quad: printed.quad,
            confidence: value.confidence.min(printed.confidence),
            ..value
        },
        None => value,
    }
}
