//! Fields out of a machine readable zone.

use super::{CheckResult, Found, Value};
use crate::mrz::{self, Zone};
use crate::page::{Page, quad_around};
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
    let names = matches!(field.format, Format::MrzSurname | Format::MrzGivenNames | Format::MrzSex);
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
