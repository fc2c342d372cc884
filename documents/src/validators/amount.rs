//! Amounts of money as French mail writes them.

use super::Invalid;
use crate::text::is_space;
use rust_decimal::Decimal;

/// A currency that French mail names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Currency {
    /// Euro.
    Eur,
    /// French franc, on papers before 2002.
    Frf,
    /// Pound sterling.
    Gbp,
    /// United States dollar.
    Usd,
    /// Swiss franc.
    Chf,
}

impl Currency {
    /// Its ISO 4217 code.
    pub fn code(self) -> &'static str {
        match self {
            Currency::Eur => "EUR",
            Currency::Frf => "FRF",
            Currency::Gbp => "GBP",
            Currency::Usd => "USD",
            Currency::Chf => "CHF",
        }
    }
}

/// An amount and its currency, where it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Amount {
    /// The number, with as many decimals as were written.
    pub value: Decimal,
    /// `None` when no currency stands with it.
    pub currency: Option<Currency>,
}

/// How a currency is written, the longer first where one begins like another.
const SIGNS: [(&str, Currency); 12] = [
    ("euros", Currency::Eur),
    ("euro", Currency::Eur),
    ("eur", Currency::Eur),
    ("€", Currency::Eur),
    ("francs", Currency::Frf),
    ("frf", Currency::Frf),
    ("ff", Currency::Frf),
    ("f", Currency::Frf),
    ("gbp", Currency::Gbp),
    ("£", Currency::Gbp),
    ("usd", Currency::Usd),
    ("$", Currency::Usd),
];

/// Reads an amount: `1 234,56 €` with a space, no-break space, thin space, apostrophe or dot for thousands, a
/// decimal comma (or a dot, where it can only be decimal), the currency after or before, a minus before, or the whole in brackets.
///
/// A single dot or comma followed by exactly three digits: the dot is read as thousands, the comma as decimal, as in French.
///
/// # Errors
/// [`Invalid`] when it is written otherwise, or is longer than 15 digits.
pub fn parse_amount(text: &str) -> Result<Amount, Invalid> {
    const RULE: &str = "amount";
    let wrong = |why: &str| Err(Invalid::new(RULE, why));
    if text.len() > 64 {
        return wrong("longer than any amount");
    }
    let lower = text.trim_matches(is_space).to_lowercase();
    let mut rest = lower.as_str();
    let mut negative = false;
    if let Some(inner) = rest.strip_prefix('(').and_then(|r| r.strip_suffix(')')) {
        negative = true;
        rest = inner.trim_matches(is_space);
    }
    let mut currency = None;
    let mut take_sign = |rest: &mut &str| {
        for (sign, of) in SIGNS.iter().chain(&[("chf", Currency::Chf)]) {
            let cut = rest.strip_suffix(sign).or_else(|| rest.strip_prefix(sign));
            if let Some(cut) = cut {
                *rest = cut.trim_matches(is_space);
                currency = Some(*of);
                return;
            }
        }
    };
    // Once, before or after the currency.
    let mut take_minus = |rest: &mut &str| {
        if let Some(cut) = rest.strip_prefix(['-', '−', '–']).filter(|_| !negative) {
            *rest = cut.trim_start_matches(is_space);
            negative = true;
        }
    };
    take_minus(&mut rest);
    take_sign(&mut rest);
    take_minus(&mut rest);
    let (whole, fraction) = split(rest).ok_or_else(|| Invalid::new(RULE, "is not a number as amounts are written"))?;
    if whole.len() + fraction.len() > 15 {
        return wrong("has more than 15 digits");
    }
    let number = if fraction.is_empty() { whole } else { format!("{whole}.{fraction}") };
    let mut value: Decimal = number.parse().map_err(|_| Invalid::new(RULE, "is not a number"))?;
    if negative {
        value.set_sign_negative(true);
    }
    Ok(Amount { value, currency })
}

/// Digits before and after the decimal mark.
fn split(text: &str) -> Option<(String, String)> {
    let is_digits = |t: &str| !t.is_empty() && t.bytes().all(|b| b.is_ascii_digit());
    let (body, fraction) = match (text.rfind(','), text.rfind('.')) {
        (Some(comma), Some(dot)) => {
            let at = comma.max(dot);
            (&text[..at], &text[at + 1..])
        }
        (Some(comma), None) if text.matches(',').count() == 1 => (&text[..comma], &text[comma + 1..]),
        (None, Some(dot)) if text.matches('.').count() == 1 && text.len() - dot - 1 != 3 => {
            (&text[..dot], &text[dot + 1..])
        }
        _ => (text, ""),
    };
    if body.len() != text.len() && !is_digits(fraction) {
        return None;
    }
    // Groups of three, all parted by the same kind of mark.
    let kind = |c: char| if is_space(c) { ' ' } else { c };
    let is_mark = |c: char| is_space(c) || matches!(c, '.' | ',' | '\'' | '’');
    let groups: Vec<&str> = body.split(is_mark).collect();
    let mut marks = body.chars().filter(|c| is_mark(*c)).map(kind);
    let alike = marks.next().is_none_or(|first| marks.all(|m| m == first));
    let grouped = groups.len() == 1 || ((1..=3).contains(&groups[0].len()) && groups[1..].iter().all(|g| g.len() == 3));
    if !alike || !grouped || !groups.iter().all(|g| is_digits(g)) {
        return None;
    }
    Some((groups.concat(), fraction.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (String, Option<&'static str>) {
        let amount = parse_amount(text).unwrap_or_else(|e| panic!("{text}: {e}"));
        (amount.value.to_string(), amount.currency.map(Currency::code))
    }

    #[test]
    fn every_usual_spelling() {
        for text in [
            "1 234,56 €", "1\u{a0}234,56\u{a0}€", "1\u{202f}234,56€", "1\u{2009}234,56 EUR", "1.234,56 €",
            "1234,56 euros", "€ 1 234,56", "€1 234,56", "1234.56 €", "1,234.56 €", "1'234,56 Euros", "EUR 1 234,56",
        ] {
            assert_eq!(read(text), ("1234.56".to_owned(), Some("EUR")), "{text}");
        }
        assert_eq!(read("12"), ("12".to_owned(), None));
        assert_eq!(read("1 234 567"), ("1234567".to_owned(), None));
        assert_eq!(read("1.234"), ("1234".to_owned(), None));
        assert_eq!(read("1,234"), ("1.234".to_owned(), None));
        assert_eq!(read("0,1234 €"), ("0.1234".to_owned(), Some("EUR")));
        assert_eq!(read("1 500,00 F"), ("1500.00".to_owned(), Some("FRF")));
        assert_eq!(read("-12,50 €"), ("-12.50".to_owned(), Some("EUR")));
        assert_eq!(read("− 12,50"), ("-12.50".to_owned(), None));
        assert_eq!(read("(12,50 €)"), ("-12.50".to_owned(), Some("EUR")));
        assert_eq!(read("12.5"), ("12.5".to_owned(), None));
    }

    #[test]
    fn what_is_no_amount() {
        for text in [
            "", "€", "1 23,45", "12 34", "1,2,3", "1.23.4", "1 234.567,8 9", "12,", ",50", "1234567890123456", "12 %",
            "douze euros", "1  234", "1 234.567", "é", "--1", "12€€",
        ] {
            assert!(parse_amount(text).is_err(), "{text}: {:?}", parse_amount(text));
        }
    }
}
