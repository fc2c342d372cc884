//! Numbers of official forms.

use super::Invalid;

/// Checks a CERFA number `NNNNN*VV`: five digits of form and two of version, a new form being `*01`. `cerfa`, `n°` and spaces
/// around are ignored. Gives `NNNNN*VV`.
///
/// # Errors
/// [`Invalid`] when the form of the number is another.
pub fn cerfa(text: &str) -> Result<String, Invalid> {
    const RULE: &str = "cerfa";
    let wrong = || Invalid::new(RULE, "is not five digits, an asterisk and two digits");
    let lower = text.trim().to_lowercase();
    let rest = lower.strip_prefix("cerfa").unwrap_or(&lower).trim_start();
    let rest = ["n°", "nº", "no"].iter().find_map(|p| rest.strip_prefix(p)).unwrap_or(rest);
    let code: String = rest.chars().filter(|c| !c.is_whitespace()).take(16).collect();
    let (form, version) = code.split_once('*').ok_or_else(wrong)?;
    let numeric = |part: &str, n: usize| part.len() == n && part.bytes().all(|b| b.is_ascii_digit());
    if !numeric(form, 5) || !numeric(version, 2) || version == "00" {
        return Err(wrong());
    }
    Ok(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn form_numbers() {
        for text in ["10072*02", "cerfa n° 10072*02", "Cerfa N°10072 * 02", " CERFA 10072*02 "] {
            assert_eq!(cerfa(text).as_deref(), Ok("10072*02"), "{text}");
        }
        for text in ["10072", "1007*02", "10072*2", "10072*00", "10072*02*03", "", "n°"] {
            assert!(cerfa(text).is_err(), "{text}");
        }
    }
}
