//! Stretches of time as pay slips and certificates name them: a month, the days from one to another, a school year.

use super::date::is_month;
use super::parse_date;
use crate::text::fold;

/// Parts of a year that have a name.
const PARTS: [&str; 3] = ["trimestre", "semestre", "quadrimestre"];

/// Whether a text is a stretch of time: `mars 2024`, `03/2024`, `du 1er au 31 mars 2024`, `01/03/2024 - 31/03/2024`, `2023/2024`,
/// `1er trimestre 2024`, or the name of a month alone.
pub(crate) fn is_period(text: &str) -> bool {
    let folded = fold(text);
    let text = folded.trim_matches([',', '.', ';', ' ']);
    is_month(text) || is_month_of_year(text) || are_years(text) || is_part_of_year(text) || is_span(text)
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && (text.starts_with("19") || text.starts_with("20")) && text.bytes().all(|b| b.is_ascii_digit())
}

/// `mars 2024`, `03/2024`.
fn is_month_of_year(text: &str) -> bool {
    let parts: Vec<&str> = text.split([' ', '/', '.', '-']).filter(|p| !p.is_empty()).collect();
    let [month, year] = parts[..] else { return false };
    is_year(year) && parse_date(&format!("1 {month} {year}")).is_ok()
}

/// A year and the next one: `2023-2024`, `2023 / 24`.
pub(crate) fn are_years(text: &str) -> bool {
    let Some((first, next)) = text.split_once(['-', '/', '–']) else { return false };
    let (first, next) = (first.trim(), next.trim());
    let follows = |digits: usize| {
        let expected = first.parse::<u32>().map(|year| format!("{:04}", year + 1));
        expected.is_ok_and(|year| next.len() == digits && year.ends_with(next))
    };
    is_year(first) && (follows(4) || follows(2))
}

/// `1er trimestre 2024`.
fn is_part_of_year(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    matches!(words[..], [number, part, year] if number.starts_with(|c: char| c.is_ascii_digit())
        && number.len() <= 4 && PARTS.contains(&part) && is_year(year))
}

/// From a day to a day, of which the first may leave out the month and the year.
fn is_span(text: &str) -> bool {
    let text = text.strip_prefix("du ").unwrap_or(text);
    let Some((from, to)) = [" au ", " a ", " - ", " – "].iter().find_map(|link| text.split_once(link)) else {
        return false;
    };
    let day = |text: &str| {
        let digits = text.trim_end_matches("er");
        (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit())
    };
    let short = || from.split(['/', '.', ' ']).all(|part| day(part) || is_month(part));
    parse_date(to).is_ok() && (parse_date(from).is_ok() || short())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_of_time_are_told_from_days_and_numbers() {
        for text in [
            "MARS 2024", "mars 2024", "déc. 2023", "03/2024", "3-2024", "du 01/03/2024 au 31/03/2024",
            "1er au 31 mars 2024", "01/03/2024 - 31/03/2024", "du 01/03 au 31/03/2024", "2023-2024", "2023 / 2024",
            "2023/24", "2e trimestre 2024", "Août",
        ] {
            assert!(is_period(text), "{text}");
        }
        for text in
            ["néant", "12/03/2024", "2024", "2022-2024", "13/2024", "1234-5678", "12 mars", "mars vendu 2024", "au"]
        {
            assert!(!is_period(text), "{text}");
        }
    }
}
