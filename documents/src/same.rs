//! Whether two sources say the same: print beside a code, or beside a file.

use crate::text::fold;
use crate::types::Format;
use rust_decimal::Decimal;

/// Folded letters and digits.
pub(crate) fn bare(text: &str) -> String {
    fold(text).chars().filter(|c| c.is_alphanumeric()).collect()
}

/// Whether two values of a format are the same: amounts by their value, texts in any order of their words, all others by their letters
/// and digits.
pub(crate) fn same(format: Format, one: &str, other: &str) -> bool {
    match format.as_printed() {
        Format::Amount => match (one.parse::<Decimal>(), other.parse::<Decimal>()) {
            (Ok(a), Ok(b)) => a == b,
            _ => false,
        },
        Format::Text | Format::Person => {
            let words = |text: &str| {
                let mut words: Vec<String> = fold(text)
                    .split(|c: char| !c.is_alphanumeric())
                    .filter(|w| !w.is_empty())
                    .map(str::to_owned)
                    .collect();
                words.sort();
                words
            };
            words(one) == words(other)
        }
        _ => bare(one) == bare(other),
    }
}
