//! From the bytes of the file to its business terms.

use super::{Invoice, Line, Term};
use jiff::civil::Date;
use roxmltree::{Document, Node, ParsingOptions};
use rust_decimal::Decimal;

/// Bytes of a file. One of a hundred lines has some 100 kB; files attached within it (BG-24) may make it larger.
pub const MAX_BYTES: usize = 8 << 20;
/// Nodes of its tree.
const MAX_NODES: u32 = 200_000;
/// Lines that are taken.
const MAX_LINES: usize = 500;
/// Characters of a value beyond which it is cut off.
const MAX_CHARS: usize = 1000;

/// How the names of root elements of the format begin, before its version.
const NAMESPACE: &str = "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:";

/// Why a file is no invoice.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum FacturxError {
    /// More than [`MAX_BYTES`].
    #[error("reading an attached invoice: its file has {bytes} bytes, more than {MAX_BYTES}")]
    TooLarge {
        /// What it has.
        bytes: usize,
    },
    /// It is not UTF-8.
    #[error("reading an attached invoice: its file is not UTF-8")]
    Encoding(#[source] std::str::Utf8Error),
    /// It is no XML, or one with a document type declaration, which none of these has and which may hide a trap.
    #[error("reading an attached invoice: its file is no XML, or one with a document type declaration")]
    Xml(#[source] roxmltree::Error),
    /// Some other XML.
    #[error("reading an attached invoice: its root is {root:?}, not CrossIndustryInvoice (UN/CEFACT D16B)")]
    Format {
        /// Local name of its root element.
        root: String,
    },
    /// It has neither number nor date nor amount.
    #[error("reading an attached invoice: its file has none of the terms of an invoice")]
    Empty,
}

/// How the text of an element becomes a value.
#[derive(Clone, Copy)]
enum Kind {
    Text,
    Date,
    Amount,
}

/// A term: its identifier and name in the standard, the element that holds it, by local names from the root, and what an attribute of
/// that element must be.
type Rule =
    (&'static str, &'static str, Kind, &'static [&'static str], Option<(&'static str, &'static [&'static str])>);

const AGREEMENT: &str = "ApplicableHeaderTradeAgreement";
const SETTLEMENT: &str = "ApplicableHeaderTradeSettlement";
const TRADE: &str = "SupplyChainTradeTransaction";
const SUMS: &str = "SpecifiedTradeSettlementHeaderMonetarySummation";
const MEANS: &str = "SpecifiedTradeSettlementPaymentMeans";
/// Schemes of ISO/IEC 6523 for French companies: SIREN and SIRET.
const FRENCH: Option<(&str, &[&str])> = Some(("schemeID", &["0002", "0009"]));

const RULES: &[Rule] = &[
    ("BT-1", "Invoice number", Kind::Text, &["ExchangedDocument", "ID"], None),
    ("BT-2", "Invoice issue date", Kind::Date, &["ExchangedDocument", "IssueDateTime", "DateTimeString"], None),
    ("BT-3", "Invoice type code", Kind::Text, &["ExchangedDocument", "TypeCode"], None),
    ("BT-5", "Invoice currency code", Kind::Text, &[TRADE, SETTLEMENT, "InvoiceCurrencyCode"], None),
    (
        "BT-9",
        "Payment due date",
        Kind::Date,
        &[TRADE, SETTLEMENT, "SpecifiedTradePaymentTerms", "DueDateDateTime", "DateTimeString"],
        None,
    ),
    ("BT-10", "Buyer reference", Kind::Text, &[TRADE, AGREEMENT, "BuyerReference"], None),
    (
        "BT-12",
        "Contract reference",
        Kind::Text,
        &[TRADE, AGREEMENT, "ContractReferencedDocument", "IssuerAssignedID"],
        None,
    ),
    (
        "BT-13",
        "Purchase order reference",
        Kind::Text,
        &[TRADE, AGREEMENT, "BuyerOrderReferencedDocument", "IssuerAssignedID"],
        None,
    ),
    (
        "BT-24",
        "Specification identifier",
        Kind::Text,
        &["ExchangedDocumentContext", "GuidelineSpecifiedDocumentContextParameter", "ID"],
        None,
    ),
    ("BT-27", "Seller name", Kind::Text, &[TRADE, AGREEMENT, "SellerTradeParty", "Name"], None),
    ("BT-29", "Seller identifier", Kind::Text, &[TRADE, AGREEMENT, "SellerTradeParty", "GlobalID"], FRENCH),
    (
        "BT-30",
        "Seller legal registration identifier",
        Kind::Text,
        &[TRADE, AGREEMENT, "SellerTradeParty", "SpecifiedLegalOrganization", "ID"],
        None,
    ),
    (
        "BT-31",
        "Seller VAT identifier",
        Kind::Text,
        &[TRADE, AGREEMENT, "SellerTradeParty", "SpecifiedTaxRegistration", "ID"],
        Some(("schemeID", &["VA"])),
    ),
    ("BT-44", "Buyer name", Kind::Text, &[TRADE, AGREEMENT, "BuyerTradeParty", "Name"], None),
    ("BT-46", "Buyer identifier", Kind::Text, &[TRADE, AGREEMENT, "BuyerTradeParty", "ID"], None),
    (
        "BT-47",
        "Buyer legal registration identifier",
        Kind::Text,
        &[TRADE, AGREEMENT, "BuyerTradeParty", "SpecifiedLegalOrganization", "ID"],
        None,
    ),
    (
        "BT-48",
        "Buyer VAT identifier",
        Kind::Text,
        &[TRADE, AGREEMENT, "BuyerTradeParty", "SpecifiedTaxRegistration", "ID"],
        Some(("schemeID", &["VA"])),
    ),
    (
        "BT-84",
        "Payment account identifier",
        Kind::Text,
        &[TRADE, SETTLEMENT, MEANS, "PayeePartyCreditorFinancialAccount", "IBANID"],
        None,
    ),
    (
        "BT-86",
        "Payment service provider identifier",
        Kind::Text,
        &[TRADE, SETTLEMENT, MEANS, "PayeeSpecifiedCreditorFinancialInstitution", "BICID"],
        None,
    ),
    ("BT-106", "Sum of invoice line net amount", Kind::Amount, &[TRADE, SETTLEMENT, SUMS, "LineTotalAmount"], None),
    ("BT-107", "Sum of allowances", Kind::Amount, &[TRADE, SETTLEMENT, SUMS, "AllowanceTotalAmount"], None),
    ("BT-108", "Sum of charges", Kind::Amount, &[TRADE, SETTLEMENT, SUMS, "ChargeTotalAmount"], None),
    (
        "BT-109",
        "Invoice total amount without VAT",
        Kind::Amount,
        &[TRADE, SETTLEMENT, SUMS, "TaxBasisTotalAmount"],
        None,
    ),
    ("BT-110", "Invoice total VAT amount", Kind::Amount, &[TRADE, SETTLEMENT, SUMS, "TaxTotalAmount"], None),
    ("BT-112", "Invoice total amount with VAT", Kind::Amount, &[TRADE, SETTLEMENT, SUMS, "GrandTotalAmount"], None),
    ("BT-113", "Paid amount", Kind::Amount, &[TRADE, SETTLEMENT, SUMS, "TotalPrepaidAmount"], None),
    ("BT-115", "Amount due for payment", Kind::Amount, &[TRADE, SETTLEMENT, SUMS, "DuePayableAmount"], None),
];

/// Reads the file of an invoice.
///
/// # Errors
/// [`FacturxError`]; a term or line that cannot be read is left out and is no error.
pub fn read(file_name: &str, bytes: &[u8]) -> Result<Invoice, FacturxError> {
    if bytes.len() > MAX_BYTES {
        return Err(FacturxError::TooLarge { bytes: bytes.len() });
    }
    let text = std::str::from_utf8(bytes).map_err(FacturxError::Encoding)?;
    // Without document type declarations there are no entities to expand.
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let document = Document::parse_with_options(text, options).map_err(FacturxError::Xml)?;
    let root = document.root_element();
    let name = root.tag_name();
    if name.name() != "CrossIndustryInvoice" || !name.namespace().is_some_and(|n| n.starts_with(NAMESPACE)) {
        return Err(FacturxError::Format { root: shortened(name.name()) });
    }
    let currency = all(root, &[TRADE, SETTLEMENT, "InvoiceCurrencyCode"]).first().and_then(|n| text_of(*n));
    let mut terms = Vec::new();
    for (id, label, kind, path, attribute) in RULES {
        let found = all(root, path).into_iter().find_map(|node| {
            let is = |key: &str, values: &[&str]| {
                node.attribute(key).is_some_and(|a| values.iter().any(|v| v.eq_ignore_ascii_case(a)))
            };
            // The VAT may be told in the currency of accounting (BT-111) as well.
            let foreign = || {
                let own = currency.as_deref();
                *id == "BT-110" && node.attribute("currencyID").is_some_and(|c| own.is_some_and(|own| own != c))
            };
            let meant = attribute.is_none_or(|(key, values)| is(key, values)) && !foreign();
            meant.then(|| value(node, *kind)).flatten()
        });
        terms.extend(found.map(|value| Term { id: (*id).to_owned(), label: (*label).to_owned(), value }));
    }
    if !terms.iter().any(|t| matches!(t.id.as_str(), "BT-1" | "BT-2" | "BT-112")) {
        return Err(FacturxError::Empty);
    }
    let lines = all(root, &[TRADE, "IncludedSupplyChainTradeLineItem"]).into_iter().take(MAX_LINES).map(line).collect();
    Ok(Invoice { file_name: file_name.to_owned(), terms, lines })
}

fn line(node: Node<'_, '_>) -> Line {
    let first = |path: &[&str], kind: Kind| all(node, path).into_iter().find_map(|n| value(n, kind));
    let number = |path: &[&str]| first(path, Kind::Amount).and_then(|text| text.parse::<Decimal>().ok());
    const PRICE: &str = "NetPriceProductTradePrice";
    let base = number(&["SpecifiedLineTradeAgreement", PRICE, "BasisQuantity"]).filter(|b| !b.is_zero());
    let price = number(&["SpecifiedLineTradeAgreement", PRICE, "ChargeAmount"]);
    Line {
        description: first(&["SpecifiedTradeProduct", "Name"], Kind::Text).unwrap_or_default(),
        code: first(&["SpecifiedTradeProduct", "SellerAssignedID"], Kind::Text),
        quantity: number(&["SpecifiedLineTradeDelivery", "BilledQuantity"]),
        unit_price: match base {
            Some(base) => price.and_then(|p| p.checked_div(base)),
            None => price,
        },
        tax_rate: number(&["SpecifiedLineTradeSettlement", "ApplicableTradeTax", "RateApplicablePercent"]),
        amount: number(&[
            "SpecifiedLineTradeSettlement",
            "SpecifiedTradeSettlementLineMonetarySummation",
            "LineTotalAmount",
        ]),
        adjusted: !all(node, &["SpecifiedLineTradeSettlement", "SpecifiedTradeAllowanceCharge"]).is_empty(),
    }
}

/// The elements at a path of local names under a node, in the order of the file.
fn all<'a, 'i>(node: Node<'a, 'i>, path: &[&str]) -> Vec<Node<'a, 'i>> {
    let mut level = vec![node];
    for name in path {
        level = level.iter().flat_map(|n| n.children().filter(|c| c.tag_name().name() == *name)).collect();
    }
    level
}

/// The text directly within an element, with single spaces; `None` when there is none.
fn text_of(node: Node<'_, '_>) -> Option<String> {
    let text: Vec<&str> = node.text()?.split_whitespace().collect();
    Some(shortened(&text.join(" "))).filter(|t| !t.is_empty())
}

fn shortened(text: &str) -> String {
    text.chars().take(MAX_CHARS).collect()
}

fn value(node: Node<'_, '_>, kind: Kind) -> Option<String> {
    let text = text_of(node)?;
    match kind {
        Kind::Text => Some(text),
        // Format 102 is CCYYMMDD, the only one that the standard allows.
        Kind::Date => {
            let part = |range: std::ops::Range<usize>| text.get(range)?.parse::<i16>().ok();
            let digits = text.len() == 8 && text.bytes().all(|b| b.is_ascii_digit());
            let (year, month, day) = (part(0..4)?, part(4..6)?, part(6..8)?);
            let date = Date::new(year, month.try_into().ok()?, day.try_into().ok()?).ok()?;
            digits.then(|| date.to_string())
        }
        Kind::Amount => text.parse::<Decimal>().ok().map(|amount| amount.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::EN16931;
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_invoice_of_the_profile_en_16931_is_read() {
        let read = read("factur-x.xml", EN16931.as_bytes()).unwrap();
        let expected = [
            ("BT-1", "F2024-0012"),
            ("BT-2", "2024-03-01"),
            ("BT-3", "380"),
            ("BT-9", "2024-03-31"),
            ("BT-10", "SERV-COMPTA"),
            ("BT-13", "BC-99"),
            ("BT-27", "Menuiserie de l'Ouest & Fils"),
            ("BT-29", "73282932000074"),
            ("BT-30", "732829320"),
            ("BT-31", "FR44732829320"),
            ("BT-46", "C-4711"),
            ("BT-84", "FR1420041010050500013M02606"),
            ("BT-109", "1000.00"),
            ("BT-110", "200.00"),
            ("BT-112", "1200.00"),
        ];
        for (id, value) in expected {
            assert_eq!(read.term(id), Some(value), "{id}");
        }
        assert_eq!((read.term("BT-12"), read.profile(), read.lines_make_net()), (None, "EN 16931", true));
        let d = |text: &str| Some(text.parse::<Decimal>().unwrap());
        assert_eq!(read.lines.len(), 2);
        let second = &read.lines[1];
        assert_eq!(
            (second.description.as_str(), second.quantity, second.amount),
            ("Vis inox, le cent", d("1000"), d("500.00"))
        );
        assert_eq!(second.unit_price.map(|p| p.normalize()), d("0.5"), "the price is of a hundred");
        assert_eq!((read.lines[0].code.as_deref(), read.lines[0].tax_rate), (Some("P-7"), d("20.00")));
    }

    #[test]
    fn profiles_are_told_by_their_specification() {
        for (id, name) in [
            ("urn:factur-x.eu:1p0:minimum", "MINIMUM"),
            ("urn:factur-x.eu:1p0:basicwl", "BASIC WL"),
            ("urn:cen.eu:en16931:2017#compliant#urn:factur-x.eu:1p0:basic", "BASIC"),
            ("urn:cen.eu:en16931:2017", "EN 16931"),
            ("urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended", "EXTENDED"),
            ("urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0", ""),
        ] {
            let file = EN16931.replace("urn:cen.eu:en16931:2017", id);
            assert_eq!(read("factur-x.xml", file.as_bytes()).unwrap().profile(), name, "{id}");
        }
    }

    #[test]
    fn a_minimum_has_no_lines() {
        let first = EN16931.find("<ram:IncludedSupplyChainTradeLineItem>").unwrap();
        let end = EN16931.rfind("</ram:IncludedSupplyChainTradeLineItem>").unwrap();
        let minimum = format!("{}{}", &EN16931[..first], &EN16931[end + 39..]);
        let read = read("factur-x.xml", minimum.as_bytes()).unwrap();
        assert!(read.lines.is_empty() && read.term("BT-112") == Some("1200.00"));
    }

    #[test]
    fn what_is_no_invoice_is_refused_with_its_reason() {
        let bomb = format!("<!DOCTYPE x [<!ENTITY a \"{}\"><!ENTITY b \"&a;&a;\">]>{EN16931}", "x".repeat(1000));
        assert!(matches!(read("f", bomb.as_bytes()), Err(FacturxError::Xml(_))));
        assert!(matches!(read("f", &EN16931.as_bytes()[..500]), Err(FacturxError::Xml(_))));
        assert!(matches!(read("f", b"\xff\xfe<a/>"), Err(FacturxError::Encoding(_))));
        assert!(matches!(read("f", b"<Invoice/>"), Err(FacturxError::Format { .. })));
        assert!(matches!(read("f", &vec![b' '; MAX_BYTES + 1]), Err(FacturxError::TooLarge { .. })));
        let empty = format!("<a:CrossIndustryInvoice xmlns:a=\"{NAMESPACE}100\"/>");
        assert!(matches!(read("f", empty.as_bytes()), Err(FacturxError::Empty)));
        // As deep as it is long: nothing here goes down by calling itself.
        let deep = format!("{}{}", "<a>".repeat(100_000), "</a>".repeat(100_000));
        assert!(read("f", deep.as_bytes()).is_err());
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(64))]
        #[test]
        fn nothing_panics(at in 0usize..5000, length in 0usize..40, put in "\\PC{0,12}") {
            let mut bytes = EN16931.as_bytes().to_vec();
            let from = at.min(bytes.len());
            let to = (from + length).min(bytes.len());
            bytes.splice(from..to, put.bytes());
            let _ = read("factur-x.xml", &bytes);
        }
    }
}
