//! What tests ask: what is told of a page of a shipped type.

use super::extract;
use crate::page::Page;
use crate::page::fixtures::page;
use crate::types::TypeSet;

/// The value of a field and whether it is accepted.
pub(super) fn told_of(page: &Page, name: &str, field: &str) -> Option<(String, bool)> {
    let set = TypeSet::shipped().unwrap();
    let read = extract(page, set.get(name).unwrap(), 2026);
    read.get(field).map(|v| (v.value.clone(), v.accepted))
}

/// The same of a page with these lines, `(x, y, text)`.
pub(super) fn told(name: &str, field: &str, lines: &[(f32, f32, &str)]) -> Option<(String, bool)> {
    told_of(&page(lines), name, field)
}

/// The value alone.
pub(super) fn value(name: &str, field: &str, lines: &[(f32, f32, &str)]) -> Option<String> {
    told(name, field, lines).map(|told| told.0)
}
