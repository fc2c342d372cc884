//! Companies: SIREN, SIRET, value added tax number.

use super::modular::{luhn, remainder};
use super::{Invalid, compact, digits};

/// SIREN of La Poste, whose establishments are too many for Luhn's test.
const LA_POSTE: &str = "356000000";
/// Its head office, which passes Luhn's test like any other.
const LA_POSTE_HEAD_OFFICE: &str = "35600000000048";

/// Checks a SIREN: 9 digits that pass Luhn's test (INSEE).
///
/// # Errors
/// [`Invalid`] when the form or the check digit is wrong.
pub fn siren(text: &str) -> Result<String, Invalid> {
    const RULE: &str = "siren";
    let code = digits(RULE, text, 9)?;
    if luhn(&code) { Ok(code) } else { Err(Invalid::new(RULE, "the check digit is wrong")) }
}

/// Checks a SIRET: 14 digits that pass Luhn's test, and whose first 9 do too. Establishments of La Poste other than its head
/// office have a digit sum that is a multiple of 5 instead (INSEE; python-stdnum `fr/siret.py`).
///
/// # Errors
/// [`Invalid`] when the form or a check digit is wrong.
pub fn siret(text: &str) -> Result<String, Invalid> {
    const RULE: &str = "siret";
    let code = digits(RULE, text, 14)?;
    if !luhn(&code[..9]) {
        return Err(Invalid::new(RULE, "the check digit of its SIREN is wrong"));
    }
    let right = if code.starts_with(LA_POSTE) && code != LA_POSTE_HEAD_OFFICE {
        code.bytes().map(|b| u32::from(b - b'0')).sum::<u32>() % 5 == 0
    } else {
        luhn(&code)
    };
    if right { Ok(code) } else { Err(Invalid::new(RULE, "the check digit is wrong")) }
}

/// Digits and capitals without I and O, in the order of a French VAT key with letters.
const KEY_ALPHABET: &str = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ";

/// Checks a French VAT number: `FR`, two characters of key, a SIREN (python-stdnum `fr/tva.py`). `FR` may be missing. A numeric
/// key is (12 + 3 (SIREN mod 97)) mod 97. With a letter in the key, its value c is 24 i0 + i1 - 10 when the first is a digit,
/// else 34 i0 + i1 - 100, and (SIREN + 1 + c div 11) mod 11 = c mod 11. A SIREN part starting 000 (Monaco) has no Luhn digit.
/// Gives `FR` and the 11 characters.
///
/// # Errors
/// [`Invalid`] when the form, the SIREN or the key is wrong.
pub fn tva(text: &str) -> Result<String, Invalid> {
    const RULE: &str = "tva";
    let code = compact(RULE, text)?;
    let code = if code.len() == 13 { code.strip_prefix("FR").unwrap_or(&code) } else { &code };
    if code.len() != 11 {
        return Err(Invalid::new(RULE, "is not FR and 11 characters"));
    }
    let (key, number) = code.split_at(2);
    if !number.bytes().all(|b| b.is_ascii_digit()) {
        return Err(Invalid::new(RULE, "has a letter in its SIREN"));
    }
    if !number.starts_with("000") && !luhn(number) {
        return Err(Invalid::new(RULE, "the check digit of its SIREN is wrong"));
    }
    let wrong = || Invalid::new(RULE, "the key is wrong");
    let index = |c: char| KEY_ALPHABET.find(c).map(|i| i as u64).ok_or_else(wrong);
    let mut letters = key.chars();
    let (first, second) = (letters.next().unwrap_or('0'), letters.next().unwrap_or('0'));
    let right = if first.is_ascii_digit() && second.is_ascii_digit() {
        remainder(key, 1000) == (12 + 3 * remainder(number, 97)) % 97
    } else {
        let c = if first.is_ascii_digit() {
            (24 * index(first)? + index(second)?).checked_sub(10).ok_or_else(wrong)?
        } else {
            (34 * index(first)? + index(second)?).checked_sub(100).ok_or_else(wrong)?
        };
        (remainder(number, 11) + 1 + c / 11) % 11 == c % 11
    };
    if right { Ok(format!("FR{code}")) } else { Err(wrong()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sirens_and_sirets() {
        assert_eq!(siren("732 829 320").as_deref(), Ok("732829320"));
        assert_eq!(siret("732 829 320 00074").as_deref(), Ok("73282932000074"));
        assert!(siren("732829321").is_err() && siret("73282932000075").is_err());
        // A SIRET may pass as a whole while its SIREN does not.
        assert!(luhn("73282933000073") && siret("73282933000073").unwrap_err().reason.contains("SIREN"));
        assert!(siret("7328293200007").unwrap_err().reason.contains("13 digits"));
    }

    #[test]
    fn la_poste_counts_differently() {
        assert_eq!(siret("356 000 000 00048").as_deref(), Ok("35600000000048"));
        // Digit sum 45: right for La Poste, though Luhn's test fails.
        assert!(siret("35600000049837").is_ok() && !luhn("35600000049837"));
        assert!(siret("35600000049838").is_err());
    }

    #[test]
    fn vat_numbers_with_and_without_letters() {
        for good in ["FR 40 303 265 045", "FR23334175221", "K7399859412", "4Z123456782", "40303265045"] {
            assert!(tva(good).is_ok(), "{good}: {:?}", tva(good));
        }
        for bad in ["FR84 323 140 391", "FR41303265045", "K8399859412", "FRIO303265045", "FR4030326504A", "FR"] {
            assert!(tva(bad).is_err(), "{bad}");
        }
        assert_eq!(tva("K7399859412").as_deref(), Ok("FRK7399859412"));
    }
}
