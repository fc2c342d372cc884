//! The words of a page as labels and values see them: glued ones parted, compared by their letters and digits alone.

use crate::page::{Page, Rect};
use crate::text::fold;
use liasse_geometry::Quad;

/// A word, or a part of one.
#[derive(Debug, Clone)]
pub(super) struct Token {
    pub(super) text: String,
    /// Its folded letters and digits; empty for marks.
    pub(super) key: String,
    /// Line of the page.
    pub(super) line: usize,
    pub(super) rect: Rect,
    pub(super) quad: Quad,
    pub(super) confidence: f32,
}

/// What `n°`, `nº`, `no` and, as they are sometimes read, `n'` and `n*` are compared as: "numéro", which a plain `N` is not.
pub(super) const NUMBER_SIGN: &str = "n°";

/// Folded letters and digits of a text; [`NUMBER_SIGN`] for its forms.
pub(super) fn key(text: &str) -> String {
    let folded = fold(text);
    let key: String = folded.chars().filter(|c| c.is_alphanumeric()).collect();
    let signed = |c: char| matches!(c, '°' | 'º' | '\'' | '*' | '"');
    if key == "no" || (key == "n" && folded.contains(signed)) { NUMBER_SIGN.to_owned() } else { key }
}

/// The tokens of all lines, in order.
pub(super) fn tokens(page: &Page) -> Vec<Token> {
    let mut out = Vec::new();
    for (line, content) in page.lines().iter().enumerate() {
        for word in &content.words {
            let total = word.text.chars().count() as f32;
            let mut from = 0.0;
            for part in parted(&word.text) {
                let to = from + part.chars().count() as f32;
                let width = word.rect.right - word.rect.left;
                out.push(Token {
                    key: key(part),
                    text: part.to_owned(),
                    line,
                    rect: Rect {
                        left: word.rect.left + width * from / total,
                        right: word.rect.left + width * to / total,
                        ..word.rect
                    },
                    quad: word.quad.slice(from / total, to / total),
                    confidence: word.confidence,
                });
                from = to;
            }
        }
    }
    out
}

/// A word in parts after a colon or a degree sign that something follows: `SIRET:732…`, `N°2024-01`. Times and web addresses
/// stay whole.
fn parted(word: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = word;
    while let Some(at) = rest.char_indices().find_map(|(i, c)| {
        let end = i + c.len_utf8();
        let next = rest[end..].chars().next()?;
        let before = rest[..i].chars().next_back();
        let clock = before.is_some_and(|c| c.is_ascii_digit()) && next.is_ascii_digit();
        (matches!(c, ':' | '°' | 'º') && !clock && next != '/' && !matches!(next, ':' | '°' | 'º')).then_some(end)
    }) {
        parts.push(&rest[..at]);
        rest = &rest[at..];
    }
    parts.push(rest);
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::fixtures::page;

    #[test]
    fn glued_labels_are_parted_and_clocks_are_not() {
        assert_eq!(parted("SIRET:73282932000074"), ["SIRET:", "73282932000074"]);
        assert_eq!(parted("N°:F-12"), ["N°:", "F-12"]);
        assert_eq!(parted("12:30"), ["12:30"]);
        assert_eq!(parted("https://a.fr"), ["https://a.fr"]);
        assert_eq!(parted("Date:"), ["Date:"]);
    }

    #[test]
    fn a_number_sign_is_not_a_letter() {
        assert!(["N°", "n°:", "Nº", "No", "N*"].iter().all(|t| key(t) == NUMBER_SIGN));
        assert_eq!((key("N"), key("N."), key("Réf.")), ("n".into(), "n".into(), "ref".into()));
    }

    #[test]
    fn parts_share_the_place_of_their_word() {
        let page = page(&[(100.0, 10.0, "Le N°:F-12")]);
        let tokens = tokens(&page);
        let keys: Vec<&str> = tokens.iter().map(|t| t.key.as_str()).collect();
        assert_eq!(keys, ["le", NUMBER_SIGN, "f12"]);
        assert!((tokens[2].rect.left - 160.0).abs() < 0.1 && (tokens[2].rect.right - 200.0).abs() < 0.1);
        assert!((tokens[2].quad.width() - 40.0).abs() < 0.1);
    }
}
