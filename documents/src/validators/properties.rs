//! Properties of the validators: a single wrong digit is caught wherever the algorithm promises it, and nothing panics.
//!
//! Not promised, and so not asserted: a wrong character in a VAT key with letters, a wrong digit of a La Poste establishment
//! (its digit sum is only taken mod 5), a letter read for another in a machine readable zone (values are taken mod 10).

use super::modular::remainder;
use super::*;
use proptest::prelude::*;

/// The code with its digit number `at` (among its digits) replaced by another digit.
fn with_wrong_digit(code: &str, at: usize, by: u8) -> String {
    let places: Vec<usize> = code.bytes().enumerate().filter(|(_, b)| b.is_ascii_digit()).map(|(i, _)| i).collect();
    let place = places[at % places.len()];
    let digit = (code.as_bytes()[place] - b'0' + 1 + by % 9) % 10;
    let mut out = code.to_owned();
    out.replace_range(place..=place, &digit.to_string());
    out
}

fn luhn_completed(body: &str) -> String {
    (0..10).map(|d| format!("{body}{d}")).find(|code| luhn(code)).unwrap()
}

fn made_rib(body: &str) -> String {
    let key = (1..=97).map(|key| format!("{body}{key:02}")).find(|code| rib(code).is_ok());
    key.unwrap()
}

fn made_iban(bban: &str) -> String {
    let spelled: String = format!("{bban}FR00").chars().map(|c| c.to_digit(36).unwrap().to_string()).collect();
    format!("FR{:02}{bban}", 98 - remainder(&spelled, 97))
}

fn made_nir(body: &str) -> String {
    let counted = body.replace("2A", "19").replace("2B", "18");
    format!("{body}{:02}", 97 - remainder(&counted, 97))
}

proptest! {
    #[test]
    fn siren_and_siret(body in "[1-9][0-9]{7}", office in "[0-9]{4}", at in 0usize..14, by in 0u8..9) {
        let number = luhn_completed(&body);
        prop_assert!(siren(&number).is_ok());
        prop_assert!(siren(&with_wrong_digit(&number, at, by)).is_err());
        prop_assume!(!number.starts_with("356000000"));
        let office = luhn_completed(&format!("{number}{office}"));
        prop_assert!(siret(&office).is_ok());
        prop_assert!(siret(&with_wrong_digit(&office, at, by)).is_err());
    }

    #[test]
    fn numeric_vat(body in "[1-9][0-9]{7}", at in 0usize..11, by in 0u8..9) {
        let number = luhn_completed(&body);
        let code = format!("{:02}{number}", (12 + 3 * remainder(&number, 97)) % 97);
        prop_assert!(tva(&code).is_ok());
        prop_assert!(tva(&with_wrong_digit(&code, at, by)).is_err());
    }

    #[test]
    fn rib_and_iban(body in "[0-9]{10}[0-9A-Z]{11}", at in 0usize..25, by in 0u8..9) {
        let account = made_rib(&body);
        prop_assert!(rib(&with_wrong_digit(&account, at, by)).is_err());
        let international = made_iban(&account);
        prop_assert_eq!(iban(&international), Ok(international.clone()));
        prop_assert!(iban(&with_wrong_digit(&international, at, by)).is_err());
    }

    #[test]
    fn nir_digits(body in "[1278][0-9]{4}(2A|2B|[013-9][0-9])[0-9]{6}", at in 0usize..15, by in 0u8..9) {
        let code = made_nir(&body);
        prop_assert!(nir(&code).is_ok());
        prop_assert!(nir(&with_wrong_digit(&code, at, by)).is_err());
    }

    #[test]
    fn nif_digits(body in "[0-3][0-9]{9}", at in 0usize..13, by in 0u8..9) {
        let code = format!("{body}{:03}", remainder(&body, 511));
        prop_assert!(nif(&code).is_ok());
        prop_assert!(nif(&with_wrong_digit(&code, at, by)).is_err());
    }

    #[test]
    fn mrz_digits(part in "[0-9A-Z<]{1,40}[0-9]", at in 0usize..41, by in 0u8..9) {
        let wrong = with_wrong_digit(&part, at, by);
        prop_assert_ne!(mrz_check_digit(&part), mrz_check_digit(&wrong));
    }

    #[test]
    fn dates_read_back(days in 0i64..140_000) {
        use jiff::{ToSpan, civil};
        let date = civil::date(1801, 1, 1).checked_add(days.days()).unwrap();
        prop_assert_eq!(parse_date(&date.to_string()), Ok(date));
        let (d, m, y) = (date.day(), date.month(), date.year());
        for text in [format!("{d:02}/{m:02}/{y}"), format!("{d}.{m}.{y}"), format!("{d:02}{m:02}{y}")] {
            prop_assert_eq!(parse_date(&text), Ok(date));
        }
    }

    #[test]
    fn amounts_read_back(cents in 0i64..100_000_000_000) {
        let (whole, part) = (cents / 100, cents % 100);
        let digits = whole.to_string();
        let expected = rust_decimal::Decimal::new(cents, 2);
        for mark in ["", " ", ".", "\u{a0}", "\u{202f}"] {
            let mut grouped = String::new();
            for (i, c) in digits.chars().enumerate() {
                if i > 0 && (digits.len() - i) % 3 == 0 {
                    grouped.push_str(mark);
                }
                grouped.push(c);
            }
            prop_assert_eq!(parse_amount(&format!("{grouped},{part:02} €")).map(|a| a.value), Ok(expected));
        }
    }

    #[test]
    fn nothing_panics(text in any::<String>(), near in "[0-9A-Za-zéœ°*€<>.,/ \u{a0}\u{202f}-]{0,40}") {
        for v in Validator::ALL {
            let _ = (v.check(&text), v.check(&near));
        }
        let _ = (mrz_check_digit(&text), luhn(&text), department(&text), rib_of_iban(&text), same_company(&near, &text));
        let _ = (date_of_yymmdd(&text, 2026), date_of_yymmdd(&near, 2026));
    }

    #[test]
    fn what_passes_passes_again_in_its_normal_form(near in "[0-9A-Z]{8,27}") {
        for v in Validator::ALL {
            if let Ok(normal) = v.check(&near) {
                prop_assert_eq!(v.check(&normal), Ok(normal.clone()));
            }
        }
    }
}
