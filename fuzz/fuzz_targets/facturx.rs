#![no_main]
//! The file of an invoice as it is attached to a PDF, and what is made of it beside a printed page that says something else.

use std::sync::LazyLock;

use liasse_documents::facturx;
use liasse_documents::types::TypeSet;
use liasse_documents::wire::{self, Rules};
use liasse_fuzz::reading;

static TYPES: LazyLock<TypeSet> = LazyLock::new(|| TypeSet::shipped().expect("the shipped types are sound"));
const PRINTED: &str = include_str!("../seeds/documents/invoice");

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Ok(invoice) = facturx::read("factur-x.xml", data) else { return };
    assert!(!invoice.terms.is_empty() && invoice.terms.iter().all(|term| term.id.starts_with("BT-")));
    let lines: Vec<&str> = PRINTED.lines().collect();
    let mut page = reading(PRINTED, &lines);
    page.electronic_invoice = Some(wire::electronic_invoice(&invoice));
    let rules = Rules { types: &TYPES, trays: None, certificates: None, read_in: 2026 };
    let Ok(document) = wire::document(&page, rules) else { return };
    for field in &document.fields {
        assert!((0.0..=1.0).contains(&field.confidence), "{field:?}");
        assert!(!field.accepted || !field.repaired, "{field:?}");
    }
});
