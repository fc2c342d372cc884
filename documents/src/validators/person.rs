//! Persons: social security number (NIR) and tax number (NIF).

use super::modular::remainder;
use super::{Invalid, compact, digits};

/// Checks a NIR of 13 characters and its 2-digit key: sex, year, month, department, commune, order; key = 97 - (N mod 97) with
/// Corsica's 2A counted as 19 and 2B as 18 (python-stdnum `fr/nir.py`). Months above 12 stand for an incomplete civil status
/// and are accepted.
///
/// # Errors
/// [`Invalid`] when the form or the key is wrong.
pub fn nir(text: &str) -> Result<String, Invalid> {
    const RULE: &str = "nir";
    let code = compact(RULE, text)?;
    if code.len() != 15 {
        return Err(Invalid::new(RULE, format!("has {} characters instead of 13 and a key of 2", code.len())));
    }
    if matches!(code.as_bytes()[0], b'0' | b'9') {
        return Err(Invalid::new(RULE, "the first digit is no sex"));
    }
    // Only the department may have a letter.
    let body = match &code[5..7] {
        "2A" => format!("{}19{}", &code[..5], &code[7..13]),
        "2B" => format!("{}18{}", &code[..5], &code[7..13]),
        _ => code[..13].to_owned(),
    };
    let key = &code[13..];
    if !body.bytes().chain(key.bytes()).all(|b| b.is_ascii_digit()) {
        return Err(Invalid::new(RULE, "has a letter that is not that of 2A or 2B"));
    }
    if remainder(key, 1000) == 97 - remainder(&body, 97) {
        Ok(code)
    } else {
        Err(Invalid::new(RULE, "the key is wrong"))
    }
}

/// Checks a NIF (numéro fiscal de référence, SPI): 13 digits, the first 0 to 3, the last three the remainder of the first ten
/// by 511 (python-stdnum `fr/nif.py`).
///
/// # Errors
/// [`Invalid`] when the form or the key is wrong.
pub fn nif(text: &str) -> Result<String, Invalid> {
    const RULE: &str = "nif";
    let code = digits(RULE, text, 13)?;
    if code.as_bytes()[0] > b'3' {
        return Err(Invalid::new(RULE, "the first digit is above 3"));
    }
    if remainder(&code[10..], 1000) == remainder(&code[..10], 511) {
        Ok(code)
    } else {
        Err(Invalid::new(RULE, "the key is wrong"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn social_security_numbers() {
        for good in ["2 95 10 99 126 111 93", "253072A07300443", "2 53 07 2B 073 004 70", "255081416802538"] {
            assert!(nir(good).is_ok(), "{good}: {:?}", nir(good));
        }
        for bad in ["253072C07300443", "295109912611194", "253072A073004", "25307A207300443", "095109912611193"] {
            assert!(nir(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn months_above_twelve_are_an_incomplete_civil_status() {
        let body = "2953199126111";
        let code = format!("{body}{:02}", 97 - remainder(body, 97));
        assert!(nir(&code).is_ok());
    }

    #[test]
    fn tax_numbers() {
        assert_eq!(nif("30 23 217 600 053").as_deref(), Ok("3023217600053"));
        assert!(nif("3023217600054").is_err() && nif("4023217600053").is_err() && nif("302321760005").is_err());
    }
}
