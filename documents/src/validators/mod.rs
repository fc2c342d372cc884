//! Checks of French identifiers, dates, amounts and invoices: pure functions, each with the rule it applies and where the
//! rule is written.
//!
//! Responsible for telling whether a text *can* be the identifier it is taken for, and for its normalised form. Not
//! responsible for finding that text on a page, nor for asking a register whether the identifier was ever issued.
//!
//! Spaces (of any kind), dots, hyphens and slashes between groups are ignored wherever an issuer prints them.

mod amount;
mod bank;
mod commune;
mod company;
mod date;
mod form;
mod invoice;
mod modular;
mod mrz_digit;
mod period;
mod person;
mod place;

#[cfg(test)]
mod properties;

pub use amount::{Amount, Currency, parse_amount};
pub use bank::{Rib, bic, iban, rib, rib_of_iban};
pub use commune::commune;
pub use company::{siren, siret, tva};
pub use date::{date_of_yymmdd, parse_date};
pub(crate) use date::{is_month, is_number_word};
pub use form::cerfa;
pub use invoice::{line_agrees, lines_agree, same_company, tax_agrees, totals_agree};
pub use modular::luhn;
pub use mrz_digit::mrz_check_digit;
pub(crate) use period::{are_years, is_period};
pub use person::{nif, nir};
pub use place::{department, postcode};

/// Why a text cannot be what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{rule}: {reason}")]
pub struct Invalid {
    /// Name of the rule, as [`Validator::name`] gives it.
    pub rule: &'static str,
    /// What does not hold, in a few English words.
    pub reason: String,
}

impl Invalid {
    pub(crate) fn new(rule: &'static str, reason: impl Into<String>) -> Invalid {
        Invalid { rule, reason: reason.into() }
    }
}

/// A named check of one value, as document types ask for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Validator {
    /// French bank account: 23 characters and their key.
    Rib,
    /// International bank account number of any country; for France and Monaco the RIB key inside as well.
    Iban,
    /// Bank identifier code.
    Bic,
    /// Company number.
    Siren,
    /// Establishment number.
    Siret,
    /// French value added tax number.
    Tva,
    /// Social security number with its key.
    Nir,
    /// Tax number of a person.
    Nif,
    /// Number of an official form.
    Cerfa,
    /// Postcode of a French department.
    Postcode,
    /// A date of the calendar.
    Date,
    /// An amount of money.
    Amount,
}

impl Validator {
    /// All of them.
    pub const ALL: [Validator; 12] = [
        Validator::Rib,
        Validator::Iban,
        Validator::Bic,
        Validator::Siren,
        Validator::Siret,
        Validator::Tva,
        Validator::Nir,
        Validator::Nif,
        Validator::Cerfa,
        Validator::Postcode,
        Validator::Date,
        Validator::Amount,
    ];

    /// The name that document types and results use.
    pub fn name(self) -> &'static str {
        match self {
            Validator::Rib => "rib",
            Validator::Iban => "iban",
            Validator::Bic => "bic",
            Validator::Siren => "siren",
            Validator::Siret => "siret",
            Validator::Tva => "tva",
            Validator::Nir => "nir",
            Validator::Nif => "nif",
            Validator::Cerfa => "cerfa",
            Validator::Postcode => "postcode",
            Validator::Date => "date",
            Validator::Amount => "amount",
        }
    }

    /// The validator of that name.
    pub fn by_name(name: &str) -> Option<Validator> {
        Validator::ALL.into_iter().find(|v| v.name() == name)
    }

    /// Where the rule is written.
    pub fn source(self) -> &'static str {
        match self {
            Validator::Rib => "Comité français d'organisation et de normalisation bancaires; fr.wikipedia, « Clé RIB »",
            Validator::Iban => "ISO 13616, SWIFT IBAN registry (crate iban_validate)",
            Validator::Bic => "ISO 9362",
            Validator::Siren => "INSEE, décret 73-314; ISO/IEC 7812-1 (Luhn)",
            Validator::Siret => "INSEE, décret 73-314; ISO/IEC 7812-1 (Luhn); La Poste by digit sum",
            Validator::Tva => "Code général des impôts, art. 286 ter; python-stdnum fr/tva.py",
            Validator::Nir => "INSEE; python-stdnum fr/nir.py",
            Validator::Nif => "DGFiP, numéro fiscal de référence; python-stdnum fr/nif.py",
            Validator::Cerfa => "Centre d'enregistrement et de révision des formulaires administratifs",
            Validator::Postcode => "La Poste, code postal; INSEE, code officiel géographique (departments)",
            Validator::Date => "Gregorian calendar",
            Validator::Amount => "French typographic usage (Imprimerie nationale)",
        }
    }

    /// Whether a checksum stands behind the rule, so that a pass is strong evidence that every character was read right.
    pub fn has_checksum(self) -> bool {
        matches!(
            self,
            Validator::Rib
                | Validator::Iban
                | Validator::Siren
                | Validator::Siret
                | Validator::Tva
                | Validator::Nir
                | Validator::Nif
        )
    }

    /// Checks a text and gives its normalised form: identifiers compact and in capitals, dates `yyyy-mm-dd`, amounts with a
    /// decimal point.
    ///
    /// # Errors
    /// [`Invalid`] names the rule and what does not hold.
    pub fn check(self, text: &str) -> Result<String, Invalid> {
        match self {
            Validator::Rib => rib(text).map(|r| r.compact()),
            Validator::Iban => iban(text),
            Validator::Bic => bic(text),
            Validator::Siren => siren(text),
            Validator::Siret => siret(text),
            Validator::Tva => tva(text),
            Validator::Nir => nir(text),
            Validator::Nif => nif(text),
            Validator::Cerfa => cerfa(text),
            Validator::Postcode => postcode(text),
            Validator::Date => parse_date(text).map(|d| d.to_string()),
            Validator::Amount => parse_amount(text).map(|a| a.value.to_string()),
        }
    }
}

/// The letters and digits of an identifier in capitals, without the marks that issuers print between groups.
///
/// # Errors
/// When anything else is in it, or when it is longer than any identifier (64 characters).
fn compact(rule: &'static str, text: &str) -> Result<String, Invalid> {
    let mut out = String::new();
    for c in text.trim().chars() {
        match c {
            c if c.is_ascii_alphanumeric() => out.push(c.to_ascii_uppercase()),
            c if c.is_whitespace() || matches!(c, '.' | '-' | '/' | '\u{202f}' | '\u{2011}') => {}
            c => return Err(Invalid::new(rule, format!("'{c}' has no place in it"))),
        }
        if out.len() > 64 {
            return Err(Invalid::new(rule, "longer than 64 characters"));
        }
    }
    Ok(out)
}

/// As [`compact`], of exactly `length` decimal digits.
fn digits(rule: &'static str, text: &str, length: usize) -> Result<String, Invalid> {
    let code = compact(rule, text)?;
    if !code.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Invalid::new(rule, "has letters"));
    }
    if code.len() != length {
        return Err(Invalid::new(rule, format!("has {} digits instead of {length}", code.len())));
    }
    Ok(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_unique_and_lead_back() {
        for v in Validator::ALL {
            assert_eq!(Validator::by_name(v.name()), Some(v));
            assert!(!v.source().is_empty());
        }
        assert_eq!(Validator::by_name("horoscope"), None);
    }

    #[test]
    fn a_failure_names_its_rule() {
        for v in Validator::ALL {
            assert_eq!(v.check("?").unwrap_err().rule, v.name());
            assert_eq!(v.check(&"9".repeat(500)).unwrap_err().rule, v.name());
        }
    }
}
