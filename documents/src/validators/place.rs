//! Postcodes and the departments they belong to.

use super::{Invalid, digits};

/// The department of a French postcode as INSEE names it: `01` to `95`, `2A`, `2B`, `971` to `988`; `98000` (Monaco) gives `MC`,
/// and the armed forces' `00xxx` gives `00`. `None` when no department has such postcodes.
///
/// Corsica: 200 and 201 are Corse-du-Sud, 202 and 206 Haute-Corse. Whether the town agrees: see [`super::commune`].
pub fn department(postcode: &str) -> Option<&str> {
    if postcode.len() != 5 || !postcode.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let (two, three) = (&postcode[..2], &postcode[..3]);
    match two {
        "00" => Some(two),
        "20" => match three {
            "200" | "201" => Some("2A"),
            "202" | "206" => Some("2B"),
            _ => None,
        },
        "97" => matches!(three, "971" | "972" | "973" | "974" | "975" | "976" | "977" | "978").then_some(three),
        "98" => match three {
            "980" => Some("MC"),
            "984" | "986" | "987" | "988" => Some(three),
            _ => None,
        },
        _ if two <= "95" => Some(two),
        _ => None,
    }
}

/// Checks that a postcode has five digits and that a department has such postcodes.
///
/// # Errors
/// [`Invalid`] when it is not so.
pub fn postcode(text: &str) -> Result<String, Invalid> {
    const RULE: &str = "postcode";
    let code = digits(RULE, text, 5)?;
    if department(&code).is_some() { Ok(code) } else { Err(Invalid::new(RULE, "no department has such postcodes")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn departments_of_postcodes() {
        for (code, expected) in [
            ("69001", Some("69")),
            ("01000", Some("01")),
            ("20000", Some("2A")),
            ("20200", Some("2B")),
            ("20300", None),
            ("97400", Some("974")),
            ("98800", Some("988")),
            ("98000", Some("MC")),
            ("96000", None),
            ("99123", None),
            ("00100", Some("00")),
            ("6900", None),
            ("69é0", None),
        ] {
            assert_eq!(department(code), expected, "{code}");
        }
        assert_eq!(postcode("69 001").as_deref(), Ok("69001"));
        assert!(postcode("99000").is_err());
    }
}
