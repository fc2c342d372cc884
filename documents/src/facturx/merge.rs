//! The terms of an invoice's file brought together with what is printed.

use super::{Invoice, Line};
use crate::extract::{CheckResult, CrossResult, Found, LineItem, Value};
use crate::page::Page;
use crate::same::{bare, same};
use crate::types::{DocumentType, Field, Format};
use crate::validators::{Validator, line_agrees};
use liasse_geometry::Quad;

/// Check of a value, and of a line, against the file, and of the document.
pub(crate) const AGREES: &str = "facturx";

/// Compares print with the file, both normalised.
pub(crate) fn compare(name: &str, format: Format, printed: &str, filed: &str) -> CrossResult {
    let passed = same(format, printed, filed);
    let reason =
        (!passed).then(|| format!("{AGREES}: {name} is {printed} in print and {filed} in the attached invoice"));
    CrossResult { name: AGREES.to_owned(), fields: vec![name.to_owned()], passed, reason }
}

/// Puts the values of the file in the place of what was read of the page, or beside it where that has none. What comes back is what
/// of the print contradicts the file; where nothing does and something could be compared, one check that passed.
pub(crate) fn merge(
    values: &mut Vec<Value>,
    page: &Page,
    document_type: &DocumentType,
    invoice: &Invoice,
) -> Vec<CrossResult> {
    let printed: String = page.lines().iter().map(|l| bare(&l.text())).collect();
    let mut results = Vec::new();
    for field in &document_type.fields {
        let Some(Filed { id, raw, value, check }) = filed(field, invoice) else { continue };
        let known = values.iter().position(|v| v.name == field.name).map(|at| values.remove(at));
        let mut checks: Vec<CheckResult> = check.into_iter().collect();
        match &known {
            // A name taken from an address may be shorter or longer than the file's: it contradicts nothing.
            Some(known) if !matches!(known.found, Found::Block | Found::Letterhead) => {
                let result = compare(&field.name, field.format, &known.value, &value);
                checks.push(CheckResult { name: AGREES.to_owned(), passed: result.passed });
                results.push(result);
            }
            // The print may say it where no label leads to it.
            _ if printed.contains(&bare(&raw)) => {
                checks.push(CheckResult { name: AGREES.to_owned(), passed: true });
            }
            _ => {}
        }
        let currency = invoice.term("BT-5").filter(|_| field.format == Format::Amount);
        values.push(Value {
            name: field.name.clone(),
            label: field.label.clone(),
            raw,
            value,
            currency: currency.map(str::to_owned),
            confidence: 1.0,
            accepted: false,
            checks,
            quad: known.map(|k| k.quad).unwrap_or_default(),
            found: Found::ElectronicInvoice { term: id.to_owned() },
            repaired: false,
        });
    }
    values.sort_by_key(|v| document_type.fields.iter().position(|f| f.name == v.name));
    let compared: Vec<String> = results.iter().flat_map(|r| r.fields.clone()).collect();
    results.retain(|r| !r.passed);
    if results.is_empty() && !compared.is_empty() {
        results.push(CrossResult { name: AGREES.to_owned(), fields: compared, passed: true, reason: None });
    }
    results
}

/// A value of the file.
struct Filed<'a> {
    id: &'a str,
    raw: String,
    value: String,
    /// Of the validator of the field's format, where it has a checksum.
    check: Option<CheckResult>,
}

/// What the file says of a field: the first of its terms that is of its format; else the first that is there, its check failed.
fn filed<'a>(field: &'a Field, invoice: &Invoice) -> Option<Filed<'a>> {
    let terms: Vec<(&str, &str)> =
        field.en16931.iter().filter_map(|id| Some((id.as_str(), invoice.term(id)?))).collect();
    let validator = match field.format {
        Format::Iban => Some(Validator::Iban),
        Format::Bic => Some(Validator::Bic),
        Format::Siren => Some(Validator::Siren),
        Format::Siret => Some(Validator::Siret),
        Format::Tva => Some(Validator::Tva),
        _ => None,
    };
    let Some(validator) = validator else {
        let (id, raw) = *terms.first()?;
        return Some(Filed { id, raw: raw.to_owned(), value: raw.to_owned(), check: None });
    };
    let check = |passed| Some(CheckResult { name: validator.name().to_owned(), passed });
    let valid = terms.iter().find_map(|(id, raw)| Some((*id, *raw, validator.check(raw).ok()?)));
    if let Some((id, raw, value)) = valid {
        return Some(Filed { id, raw: raw.to_owned(), value, check: check(true) });
    }
    // A company may be named by its SIREN where its SIRET is asked for: that is no wrong SIRET.
    let whole = |raw: &str| field.format != Format::Siret || bare(raw).len() == 14;
    let (id, raw) = *terms.iter().find(|(_, raw)| whole(raw))?;
    Some(Filed { id, raw: raw.to_owned(), value: raw.to_owned(), check: check(false) })
}

/// The lines of the file as items. One that is printed with the same amount passes the check `facturx`; a table that was not
/// read well contradicts nothing.
pub(crate) fn items(invoice: &Invoice, printed: &[LineItem]) -> Vec<LineItem> {
    let mut left: Vec<&LineItem> = printed.iter().collect();
    let item = |line: &Line| {
        let mut checks = Vec::new();
        if let (Some(quantity), Some(price), Some(amount), false) =
            (line.quantity, line.unit_price, line.amount, line.adjusted)
        {
            let passed = line_agrees(quantity, price, amount).is_ok();
            checks.push(CheckResult { name: "line_agrees".to_owned(), passed });
        }
        let at = left.iter().position(|p| p.amount.is_some() && p.amount == line.amount);
        let quad = at.map_or_else(Quad::default, |at| left.remove(at).quad);
        checks.extend(at.map(|_| CheckResult { name: AGREES.to_owned(), passed: true }));
        LineItem {
            description: line.description.clone(),
            code: line.code.clone(),
            quantity: line.quantity,
            unit_price: line.unit_price,
            tax_rate: line.tax_rate,
            amount: line.amount,
            confidence: 1.0,
            checks,
            quad,
        }
    };
    invoice.lines.iter().map(item).collect()
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::EN16931;
    use super::super::read;
    use super::*;
    use crate::extract::{Extraction, extract_beside};
    use crate::page::fixtures::page;
    use crate::types::TypeSet;

    fn taken(file: &str, total: &'static str) -> Extraction {
        let set = TypeSet::shipped().unwrap();
        let page = page(&[
            (600.0, 60.0, "FACTURE"),
            (600.0, 110.0, "N° : F2024-0012"),
            (600.0, 140.0, "Date : 01/03/2024"),
            (100.0, 500.0, "Menuiserie de l'Ouest & Fils"),
            (500.0, 760.0, "Total TTC"),
            (720.0, 760.0, total),
        ]);
        let invoice = read("factur-x.xml", file.as_bytes()).unwrap();
        extract_beside(&page, set.get("facture").unwrap(), 2026, Some(&invoice))
    }

    fn check(taken: &Extraction, name: &str, check: &str) -> Option<bool> {
        taken.get(name)?.checks.iter().find(|c| c.name == check).map(|c| c.passed)
    }

    #[test]
    fn the_file_is_the_better_source_and_print_confirms_it() {
        let taken = taken(EN16931, "1 200,00 €");
        for (name, value) in [
            ("invoice_number", "F2024-0012"),
            ("invoice_date", "2024-03-01"),
            ("due_date", "2024-03-31"),
            ("total_ht", "1000.00"),
            ("total_tva", "200.00"),
            ("total_ttc", "1200.00"),
            ("siret", "73282932000074"),
            ("tva_number", "FR44732829320"),
            ("iban", "FR1420041010050500013M02606"),
            ("order_number", "BC-99"),
            ("seller", "Menuiserie de l'Ouest & Fils"),
        ] {
            let found = taken.get(name).unwrap_or_else(|| panic!("{name}"));
            assert_eq!((found.value.as_str(), found.confidence, found.accepted), (value, 1.0, true), "{found:?}");
        }
        let total = taken.get("total_ttc").unwrap();
        assert_eq!(total.found, Found::ElectronicInvoice { term: "BT-112".to_owned() });
        assert_eq!(
            (total.currency.as_deref(), total.quad.bounds().0),
            (Some("EUR"), 720.0),
            "its place is that of the print"
        );
        assert_eq!((check(&taken, "total_ttc", AGREES), check(&taken, "seller", AGREES)), (Some(true), Some(true)));
        assert_eq!(check(&taken, "iban", AGREES), None, "it is not printed");
        let passed = |name: &str| taken.checks.iter().find(|c| c.name == name).map(|c| c.passed);
        for name in [AGREES, "totals_agree", "same_company", "dates_in_order", "lines_agree", "tax_agrees"] {
            assert_eq!(passed(name), Some(true), "{name}");
        }
        let lines: Vec<(&str, Option<bool>)> = taken
            .items
            .iter()
            .map(|i| (i.description.as_str(), i.checks.iter().find(|c| c.name == "line_agrees").map(|c| c.passed)))
            .collect();
        assert_eq!(lines, [("Porte vitrée", Some(true)), ("Vis inox, le cent", Some(true))]);
        assert!(taken.is_accepted());
    }

    #[test]
    fn print_that_contradicts_the_file_is_for_a_person_to_look_at() {
        let taken = taken(EN16931, "1 300,00 €");
        let total = taken.get("total_ttc").unwrap();
        assert_eq!((total.value.as_str(), total.accepted), ("1200.00", false));
        assert_eq!(check(&taken, "total_ttc", AGREES), Some(false));
        let told = taken.checks.iter().find(|c| c.name == AGREES).unwrap();
        assert_eq!((told.passed, told.fields.as_slice()), (false, &["total_ttc".to_owned()][..]));
        assert!(told.reason.as_ref().unwrap().contains("1300.00") && !taken.is_accepted());
        assert!(taken.get("invoice_number").unwrap().accepted, "the others are as sure as before");
    }

    #[test]
    fn what_the_file_says_is_validated() {
        let wrong = EN16931.replace("FR1420041010050500013M02606", "FR1420041010050500013M02607");
        let taken =
            taken(&wrong.replace("schemeID=\"0009\">73282932000074", "schemeID=\"0009\">732829320"), "1 200,00 €");
        let iban = taken.get("iban").unwrap();
        assert_eq!((iban.confidence, iban.accepted, check(&taken, "iban", "iban")), (1.0, false, Some(false)));
        assert!(taken.get("siret").is_none(), "a SIREN is no wrong SIRET");
    }
}
