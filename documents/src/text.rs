//! Folding of text, so that words compare whatever their case, accents and typography.
//!
//! Responsible for comparison forms only: what is shown to people is always the text as read.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text in lower case, without accents, ligatures opened, typographic apostrophes and dashes made plain, runs of white
/// space of any kind made one space, none at the ends.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        if is_space(c) {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            continue;
        }
        match c {
            'œ' | 'Œ' => out.push_str("oe"),
            'æ' | 'Æ' => out.push_str("ae"),
            'ß' | 'ẞ' => out.push_str("ss"),
            '’' | '‘' | 'ʼ' | '´' | '`' => out.push('\''),
            '‐' | '‑' | '–' | '—' | '−' => out.push('-'),
            c => out.extend(c.to_lowercase()),
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// White space of any kind, the thin and narrow no-break ones included.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folding_forgets_case_accents_and_typography() {
        assert_eq!(fold("  RELEVÉ d’Identité\u{a0}\u{202f} Bancaire "), "releve d'identite bancaire");
        assert_eq!(fold("Œuvre n° 3 — ﬁn"), "oeuvre n° 3 - fin");
        assert_eq!(fold("1er\tAOÛT\n2024"), "1er aout 2024");
        assert_eq!(fold(" \u{301} "), "");
    }
}
