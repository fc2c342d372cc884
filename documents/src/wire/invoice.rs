//! Invoices attached as files, in the form of the contract, and their terms beside what further pages print.

use crate::facturx::{self, Invoice, Line, Term, compare};
use crate::types::DocumentType;
use liasse_proto::v1;
use rust_decimal::Decimal;

/// An attached invoice on the wire.
pub fn electronic_invoice(invoice: &Invoice) -> v1::ElectronicInvoice {
    let number = |n: Option<Decimal>| n.map(|n| n.to_string()).unwrap_or_default();
    let term = |t: &Term| v1::BusinessTerm { id: t.id.clone(), label: t.label.clone(), value: t.value.clone() };
    let line = |l: &Line| v1::ElectronicInvoiceLine {
        description: l.description.clone(),
        code: l.code.clone().unwrap_or_default(),
        quantity: number(l.quantity),
        unit_price: number(l.unit_price),
        tax_rate: number(l.tax_rate),
        amount: number(l.amount),
        adjusted: l.adjusted,
    };
    v1::ElectronicInvoice {
        file_name: invoice.file_name.clone(),
        profile: invoice.profile().to_owned(),
        terms: invoice.terms.iter().map(term).collect(),
        lines: invoice.lines.iter().map(line).collect(),
    }
}

/// The attached invoice of a reading, where it has one.
pub(super) fn of(reading: &v1::PageReading) -> Option<Invoice> {
    let number = |text: &str| text.parse::<Decimal>().ok();
    let filed = reading.electronic_invoice.as_ref()?;
    let term = |t: &v1::BusinessTerm| Term { id: t.id.clone(), label: t.label.clone(), value: t.value.clone() };
    let line = |l: &v1::ElectronicInvoiceLine| Line {
        description: l.description.clone(),
        code: Some(l.code.clone()).filter(|c| !c.is_empty()),
        quantity: number(&l.quantity),
        unit_price: number(&l.unit_price),
        tax_rate: number(&l.tax_rate),
        amount: number(&l.amount),
        adjusted: l.adjusted,
    };
    Some(Invoice {
        file_name: filed.file_name.clone(),
        terms: filed.terms.iter().map(term).collect(),
        lines: filed.lines.iter().map(line).collect(),
    })
}

/// Compares a value of the file with what another page of the document prints, the first that does.
pub(super) fn beside_print(
    filed: &mut v1::Field,
    printed: &v1::Field,
    document_type: &DocumentType,
    checks: &mut Vec<v1::CrossCheck>,
) {
    if filed.checks.iter().any(|c| c.name == facturx::AGREES) {
        return;
    }
    let Some(field) = document_type.fields.iter().find(|f| f.name == filed.name) else { return };
    let result = compare(&filed.name, field.format, &printed.value, &filed.value);
    filed.checks.push(v1::FieldCheck { name: facturx::AGREES.to_owned(), passed: result.passed });
    filed.accepted &= result.passed;
    if !result.passed {
        checks.push(super::cross_check(result));
    }
}
