//! Fields out of a machine readable zone.

use super::candidates::Candidate;
use super::{CheckResult, Found, Value};
use crate::mrz::{self, Zone};
use crate::page::{Page, quad_around};
use crate::text::fold;
use crate::types::{Field, Format};

/// The zone of a page that has the most agreeing check digits, and the page's lines it takes.
pub(super) fn on(page: &Page) -> Option<(Vec<usize>, Zone)> {
    let texts: Vec<String> = page.lines().iter().map(crate::page::Line::text).collect();
    let zones = mrz::find(&texts).into_iter();
    let passed = |z: &Zone| z.checks.iter().filter(|c| c.passed).count();
    // Of equals the first.
    zones.rev().max_by_key(|(_, z)| passed(z)).map(|(range, z)| (range.collect(), z))
}

/// The value of a field whose format is a part of the zone; `None` when the zone does not have it. `read_in` is the year in which
/// the page was read, which decides centuries.
pub(super) fn value(page: &Page, lines: &[usize], zone: &Zone, field: &Field, read_in: i16) -> Option<Value> {
    let (raw, value, check) = match field.format {
        Format::MrzNumber => (zone.number.clone(), zone.number.clone(), "number"),
        Format::MrzSurname => (zone.surname.clone(), zone.surname.clone(), "composite"),
        Format::MrzGivenNames => (zone.given_names.join(" "), zone.given_names.join(", "), "composite"),
        Format::MrzBirthDate => (zone.birth.clone(), zone.birth_date(read_in).ok()?.to_string(), "birth_date"),
        Format::MrzNationality => (zone.nationality.clone()?, zone.nationality.clone()?, "composite"),
        Format::MrzSex => (zone.sex?.to_string(), zone.sex?.to_string(), "composite"),
        Format::MrzExpiryDate => (zone.expiry.clone()?, zone.expiry_date(read_in)?.ok()?.to_string(), "expiry_date"),
        _ => return None,
    };
    if value.is_empty() {
        return None;
    }
    let words: Vec<_> = lines.iter().filter_map(|l| page.lines().get(*l)).flat_map(|l| &l.words).collect();
    let read = words.iter().map(|w| w.confidence).sum::<f32>() / words.len().max(1) as f32;
    let passed = zone.passed(check).unwrap_or(false);
    let repaired = !zone.repairs.is_empty();
    // The names are under no check digit but that of the old French card's composite.
    let names =
        matches!(field.format, Format::MrzSurname | Format::MrzGivenNames | Format::MrzNationality | Format::MrzSex);
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

/// Letters of a name out of a zone from which on it may have been cut off there.
const CUT_OFF: usize = 4;

/// A name out of a zone as it is printed above it, where a candidate beside the field's label says the same: with its accents, and
/// whole where the zone had no room for the rest of it. A nationality as a candidate has it, a word for three letters.
pub(super) fn as_printed(value: Value, format: Format, candidates: &[Candidate]) -> Value {
    let letters = |text: &str| fold(text).chars().filter(|c| c.is_alphabetic()).collect::<String>();
    let zone = letters(&value.value);
    let same = |printed: &str| {
        let printed = letters(printed);
        match format {
            Format::MrzNationality => printed.len() >= zone.len(),
            Format::MrzGivenNames if zone.len() >= CUT_OFF => printed.starts_with(&zone),
            Format::MrzGivenNames | Format::MrzSurname => printed == zone,
            _ => false,
        }
    };
    match candidates.iter().find(|c| same(&c.value.value)) {
        Some(printed) => Value { value: printed.value.value.clone(), raw: printed.value.raw.clone(), ..value },
        None => value,
    }
}
