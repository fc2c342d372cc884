//! Invoices that are attached to a PDF as a file: Factur-X and ZUGFeRD 2, in the terms of EN 16931.
//!
//! Responsible for what such a file says ([`read`]), and for bringing it together with what is printed: the file was written by a
//! program and not read off paper, so that it is the better source, and print that contradicts it is what a person must see.
//!
//! Source: EN 16931-1:2017 (business terms), and its binding to UN/CEFACT Cross Industry Invoice D16B (CEN/TS 16931-3-3), which all
//! profiles of Factur-X 1.0 from MINIMUM to EXTENDED use. Not responsible for taking the file out of the PDF, for ZUGFeRD 1, nor for
//! UBL, which no PDF carries.

mod merge;
mod read;

pub(crate) use merge::{AGREES, compare, items, merge};
pub use read::{FacturxError, MAX_BYTES, read};

use rust_decimal::Decimal;

/// Names of the files that hold an invoice, by what the PDF calls them: Factur-X, ZUGFeRD 2.0 and XRechnung.
pub const FILE_NAMES: [&str; 3] = ["factur-x.xml", "zugferd-invoice.xml", "xrechnung.xml"];

/// Whether an attached file of that name is an invoice, whatever its letters' case.
pub fn is_invoice(file_name: &str) -> bool {
    FILE_NAMES.iter().any(|name| file_name.trim().eq_ignore_ascii_case(name))
}

/// What the file of an invoice says.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Invoice {
    /// As the PDF calls it, such as `factur-x.xml`.
    pub file_name: String,
    /// Business terms in the order of the standard; those that are missing are not there.
    pub terms: Vec<Term>,
    /// Invoice lines (BG-25) in the order of the file.
    pub lines: Vec<Line>,
}

/// A business term.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Such as `BT-1`.
    pub id: String,
    /// Its name in the standard, such as `Invoice number`.
    pub label: String,
    /// Dates `yyyy-mm-dd`, amounts with a decimal point, texts with single spaces.
    pub value: String,
}

/// An invoice line (BG-25).
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// Item name, BT-153.
    pub description: String,
    /// Item seller's identifier, BT-155.
    pub code: Option<String>,
    /// Invoiced quantity, BT-129.
    pub quantity: Option<Decimal>,
    /// Item net price, BT-146, for one: divided by its base quantity, BT-149.
    pub unit_price: Option<Decimal>,
    /// VAT rate in percent, BT-152.
    pub tax_rate: Option<Decimal>,
    /// Line net amount, BT-131.
    pub amount: Option<Decimal>,
    /// There are allowances or charges on the line (BG-27, BG-28), so that it is not quantity times price.
    pub adjusted: bool,
}

impl Invoice {
    /// The value of a term.
    pub fn term(&self, id: &str) -> Option<&str> {
        self.terms.iter().find(|t| t.id == id).map(|t| t.value.as_str())
    }

    /// The profile by its short name, such as `EN 16931`; empty for a specification (BT-24) that is none of Factur-X.
    pub fn profile(&self) -> &'static str {
        const PROFILES: [(&str, &str); 5] = [
            ("#conformant#urn:factur-x.eu:1p0:extended", "EXTENDED"),
            ("#compliant#urn:factur-x.eu:1p0:basic", "BASIC"),
            ("urn:factur-x.eu:1p0:basicwl", "BASIC WL"),
            ("urn:factur-x.eu:1p0:minimum", "MINIMUM"),
            ("urn:cen.eu:en16931:2017", "EN 16931"),
        ];
        let specification = self.term("BT-24").unwrap_or_default();
        PROFILES.iter().find(|(ending, _)| specification.ends_with(ending)).map_or("", |(_, name)| name)
    }

    /// Whether the lines must add up to the total without VAT (BT-109): not where there are allowances or charges on the document
    /// (BT-107, BT-108).
    pub fn lines_make_net(&self) -> bool {
        let zero = |id: &str| self.term(id).and_then(|v| v.parse::<Decimal>().ok()).is_none_or(|v| v.is_zero());
        zero("BT-107") && zero("BT-108")
    }
}

/// Files for tests.
#[cfg(test)]
pub(crate) mod fixtures {
    /// An invoice of the profile EN 16931 whose totals agree: 1000.00 + 200.00 = 1200.00.
    pub(crate) const EN16931: &str = include_str!("en16931.xml");
}
