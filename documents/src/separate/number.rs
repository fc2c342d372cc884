//! The number that a page bears: `Page 2/3`, `page 2 sur 3`, `2/3`, `- 2 -`, at its head or foot.

use crate::page::Page;
use crate::text::fold;

/// Shares of the page from its top and its bottom in which a page number stands.
const HEAD: f32 = 0.15;
const FOOT: f32 = 0.85;
/// Pages of one document beyond which a number is none of a page.
const MOST: u32 = 999;

/// A page's number, from 1.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct PageNumber {
    pub(super) number: u32,
    /// Of how many, where that is said.
    pub(super) of: Option<u32>,
}

/// The page's number; of several that which says of how many.
pub(super) fn of(page: &Page) -> Option<PageNumber> {
    let numbers = page.lines().iter().filter_map(|line| {
        let down = page.share_down(line.rect.middle());
        if down <= HEAD || down >= FOOT { parse(&line.text()) } else { None }
    });
    numbers.max_by_key(|n| n.of.is_some())
}

/// The number in a line; without the word `page` the line must say nothing else.
fn parse(line: &str) -> Option<PageNumber> {
    let folded = fold(line);
    let worded = ["page ", "p. ", "feuillet ", "folio "].iter().find_map(|word| {
        let at = folded.find(word)?;
        // A word of its own: not the end of another.
        let alone = !folded[..at].ends_with(char::is_alphanumeric);
        alone.then(|| folded[at + word.len()..].trim_start_matches(['n', '°', ':', ' ']))
    });
    match worded {
        Some(rest) => numbers(rest, false),
        None => numbers(folded.trim_matches(['-', '(', ')', '[', ']', ' ']), true)
            // A lone number may be anything; between dashes it is a page's.
            .filter(|n| n.of.is_some() || (folded.starts_with('-') && folded.ends_with('-'))),
    }
}

/// `2`, `2/3`, `2 / 3`, `2 sur 3`, `2 de 3` at the beginning of a text; `alone`: and nothing after it.
fn numbers(text: &str, alone: bool) -> Option<PageNumber> {
    let (number, rest) = leading(text)?;
    let rest = rest.trim_start();
    let after = ["/", "sur ", "de ", "of "].iter().find_map(|word| rest.strip_prefix(word));
    let (of, rest) = match after.and_then(|t| leading(t.trim_start())) {
        Some((of, rest)) => (Some(of), rest),
        None => (None, rest),
    };
    if of.is_some_and(|of| number > of) || (alone && !rest.trim().is_empty()) {
        return None;
    }
    Some(PageNumber { number, of })
}

fn leading(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let number = text[..end].parse().ok().filter(|n| (1..=MOST).contains(n))?;
    Some((number, &text[end..]))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::fixtures::page;

    #[test]
    fn page_numbers_in_their_usual_forms() {
        let told = |line: &str| parse(line).map(|n| (n.number, n.of));
        assert_eq!(told("Page 2/3"), Some((2, Some(3))));
        assert_eq!(told("Réf. AB-12    PAGE : 2 sur 3"), Some((2, Some(3))));
        assert_eq!(told("page n° 4"), Some((4, None)));
        assert_eq!(told("p. 1 / 12"), Some((1, Some(12))));
        assert_eq!(told("2 / 3"), Some((2, Some(3))));
        assert_eq!(told("- 7 -"), Some((7, None)));
        for none in ["7", "3/2", "12/03/2024", "2/3 des voix", "homepage 2", "page suivante", "Page 4000", "page 0"] {
            assert_eq!(told(none), None, "{none}");
        }
    }

    #[test]
    fn only_head_and_foot_count() {
        let lines = [(100.0, 700.0, "page 3 du rapport"), (400.0, 1370.0, "- 2 -")];
        assert_eq!(of(&page(&lines)), Some(PageNumber { number: 2, of: None }));
        assert_eq!(of(&page(&lines[..1])), None);
    }
}
