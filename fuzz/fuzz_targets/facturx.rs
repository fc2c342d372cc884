#![no_main]
//! The file of an invoice as it is attached to a PDF, and what is made of it beside a printed page that says something else.

use liasse_documents::{facturx, wire};
use liasse_fuzz::{document, reading};

const PRINTED: &str = include_str!("../seeds/documents/invoice");

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Ok(invoice) = facturx::read("factur-x.xml", data) else { return };
    assert!(!invoice.terms.is_empty() && invoice.terms.iter().all(|term| term.id.starts_with("BT-")));
    let lines: Vec<&str> = PRINTED.lines().collect();
    let mut page = reading(PRINTED, &lines);
    page.electronic_invoice = Some(wire::electronic_invoice(&invoice));
    document(&page);
});
