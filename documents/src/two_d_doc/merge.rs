//! The values of a code brought together with those that are printed.

use super::{Authenticity, Datum, TwoDDoc};
use crate::extract::{CheckResult, CrossResult, Extraction, Found, Value};
use crate::page::Page;
use crate::same::{bare, same};
use crate::types::{DocumentType, Field, Format};
use crate::validators::Validator;
use liasse_geometry::Quad;
use rust_decimal::Decimal;

/// Check of a value against the code.
const AGREES: &str = "two_d_doc";
/// Check of the code itself.
const SIGNATURE: &str = "two_d_doc_signature";
/// How sure a value is that the code holds: as it was signed, or with no telling whether it was.
const SIGNED: f32 = 0.99;
const DECODED: f32 = 0.95;
/// What is left of the confidence of print that contradicts a code.
const CONTRADICTED: f32 = 0.5;

/// Takes the values of a code into what was taken out of its page. A value that print and code have in common is as sure as the
/// code; one that print does not have comes from the code; where they differ, that of a signed code is taken and that of another is
/// not, and the check fails either way. A code that is not what was signed gives nothing, and fails.
pub fn merge(
    taken: &mut Extraction,
    page: &Page,
    document_type: &DocumentType,
    code: &TwoDDoc,
    authenticity: &Authenticity,
    place: Quad,
) {
    let told = |passed, reason| CrossResult { name: SIGNATURE.to_owned(), fields: Vec::new(), passed, reason };
    match authenticity {
        Authenticity::Valid => taken.checks.push(told(true, None)),
        Authenticity::UnknownCertificate => {}
        Authenticity::Invalid(why) => {
            taken.checks.push(told(false, Some(format!("two_d_doc_signature: {why}"))));
            return;
        }
    }
    let signed = *authenticity == Authenticity::Valid;
    let sure = if signed { SIGNED } else { DECODED };
    let printed: String = page.lines().iter().map(|l| bare(&l.text())).collect();
    for field in &document_type.fields {
        let datum = field.two_d_doc.iter().find_map(|id| code.get(id)).filter(|d| !d.truncated);
        let Some((value, datum)) = datum.and_then(|d| Some((normal(field, d)?, d))) else { continue };
        let check = |passed| CheckResult { name: AGREES.to_owned(), passed };
        match taken.values.iter_mut().find(|v| v.name == field.name) {
            Some(known) if same(field.format, &known.value, &value) => {
                known.confidence = known.confidence.max(sure);
                known.checks.push(check(true));
                known.repaired = false;
            }
            Some(known) => {
                if signed {
                    known.value = value;
                    known.raw.clone_from(&datum.raw);
                    known.found = Found::TwoDDoc;
                    known.quad = place;
                    known.checks.clear();
                }
                known.confidence *= CONTRADICTED;
                known.checks.push(check(false));
            }
            None => {
                // The print may say it where no label leads to it.
                let said = printed.contains(&bare(&value)) || printed.contains(&bare(&datum.raw));
                taken.values.push(Value {
                    name: field.name.clone(),
                    label: field.label.clone(),
                    raw: datum.raw.clone(),
                    value,
                    currency: None,
                    confidence: sure,
                    accepted: false,
                    checks: said.then(|| check(true)).into_iter().collect(),
                    quad: place,
                    found: Found::TwoDDoc,
                    repaired: false,
                });
            }
        }
    }
    let order = |name: &str| document_type.fields.iter().position(|f| f.name == name);
    taken.values.sort_by_key(|v| order(&v.name));
    taken.settle(document_type);
}

/// A datum as a value of the field; `None` when it is none.
fn normal(field: &Field, datum: &Datum) -> Option<String> {
    let text = datum.value.trim();
    let validator = match field.format {
        Format::Iban => Some(Validator::Iban),
        Format::Siret => Some(Validator::Siret),
        Format::Siren => Some(Validator::Siren),
        Format::Tva => Some(Validator::Tva),
        Format::Nir => Some(Validator::Nir),
        Format::Nif => Some(Validator::Nif),
        Format::Bic => Some(Validator::Bic),
        Format::Postcode => Some(Validator::Postcode),
        Format::Date => Some(Validator::Date),
        _ => None,
    };
    match (validator, field.format) {
        (Some(validator), _) => validator.check(text).ok(),
        (None, Format::Amount) => {
            let mut amount: Decimal = text.parse().ok()?;
            // Amounts are written with cents or in whole euros.
            if amount.scale() == 1 {
                amount.rescale(2);
            }
            Some(amount.to_string())
        }
        // Title, surname and given names are parted by slashes.
        (None, format) if format.is_words() => Some(text.replace('/', " ")),
        _ => Some(text.to_owned()),
    }
    .filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::super::fixtures::{TAX_NOTICE, code, trusted};
    use super::super::{Certificates, parse};
    use super::*;
    use crate::extract::extract;
    use crate::page::fixtures::page;
    use crate::types::TypeSet;

    fn read(income: &'static str, code_text: &str, trusted: &Certificates) -> Extraction {
        let set = TypeSet::shipped().unwrap();
        let notice = set.get("avis_imposition").unwrap();
        let page = page(&[
            (100.0, 100.0, "Avis d'impôt sur les revenus"),
            (100.0, 200.0, "Revenu fiscal de référence :"),
            (600.0, 200.0, income),
            (100.0, 260.0, "Numéro fiscal : 30 23 217 600 053"),
        ]);
        let code = parse(code_text).unwrap();
        let mut taken = extract(&page, notice, 2026);
        merge(&mut taken, &page, notice, &code, &code.authenticity(trusted), Quad::from_rect(0.0, 0.0, 50.0, 50.0));
        taken
    }

    fn passed(taken: &Extraction, name: &str) -> Option<bool> {
        taken.get(name)?.checks.iter().find(|c| c.name == AGREES).map(|c| c.passed)
    }

    #[test]
    fn what_print_and_code_have_in_common_is_sure() {
        let taken = read("32 150 €", &code(TAX_NOTICE), &trusted());
        let income = taken.get("reference_income").unwrap();
        assert!(income.accepted && income.confidence >= SIGNED, "{income:?}");
        assert_eq!((income.value.as_str(), passed(&taken, "reference_income")), ("32150", Some(true)));
        assert_eq!(passed(&taken, "tax_number"), Some(true));
        // Not printed: out of the code.
        let due = taken.get("amount_due").unwrap();
        assert_eq!((due.value.as_str(), &due.found, passed(&taken, "amount_due")), ("418", &Found::TwoDDoc, None));
        assert!(taken.checks.iter().any(|c| c.name == SIGNATURE && c.passed));
    }

    #[test]
    fn print_that_contradicts_a_signed_code_is_for_a_person_to_look_at() {
        let taken = read("12 150 €", &code(TAX_NOTICE), &trusted());
        let income = taken.get("reference_income").unwrap();
        assert_eq!((income.value.as_str(), income.accepted), ("32150", false));
        assert_eq!(passed(&taken, "reference_income"), Some(false));
        // Nobody knows who signed it: what is printed stays.
        let unknown = read("12 150 €", &code(TAX_NOTICE), &Certificates::default());
        assert_eq!(unknown.get("reference_income").unwrap().value, "12150");
        assert_eq!(passed(&unknown, "reference_income"), Some(false));
        assert!(unknown.checks.iter().all(|c| c.name != SIGNATURE));
    }

    #[test]
    fn a_forged_code_gives_nothing() {
        let taken = read("12 150 €", &code(TAX_NOTICE).replace("4132150", "4112150"), &trusted());
        assert_eq!(passed(&taken, "reference_income"), None);
        assert!(taken.get("amount_due").is_none());
        assert!(taken.checks.iter().any(|c| c.name == SIGNATURE && !c.passed) && !taken.is_accepted());
    }
}
