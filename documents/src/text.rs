//! Folding of text, so that words compare whatever their case, accents and typography.
//!
//! Responsible for comparison forms only: what is shown to people is always the text as read.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// The text in lower case, without accents, ligatures opened, typographic apostrophes and dashes made plain, runs of white
/// space of any kind made one space, none at the ends.
pub(crate) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut push = |c: char| {
        if is_space(c) {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
            return;
        }
        match c {
            'œ' | 'Œ' => out.push_str("oe"),
            'æ' | 'Æ' => out.push_str("ae"),
            'ß' | 'ẞ' => out.push_str("ss"),
            '’' | '‘' | 'ʼ' | '´' | '`' => out.push('\''),
            '‐' | '‑' | '–' | '—' | '−' => out.push('-'),
            c if c.is_ascii() => out.push(c.to_ascii_lowercase()),
            c => out.extend(c.to_lowercase()),
        }
    };
    for c in text.chars() {
        if c.is_ascii() {
            push(c);
        } else {
            // Marks are left out, so that their order after a letter does not matter.
            decompose_compatible(c, |part| {
                if !is_combining_mark(part) {
                    push(part);
                }
            });
        }
    }
    out.truncate(out.trim_end().len());
    out
}

/// How many characters of `a` are to be put in, left out or replaced to make `b` of it (Levenshtein), where that is at most `most`;
/// `None` where it is more. Both are ASCII.
pub(crate) fn edits(a: &str, b: &str, most: usize) -> Option<usize> {
    let (mut a, mut b) = (a.as_bytes(), b.as_bytes());
    let head = a.iter().zip(b).take_while(|(x, y)| x == y).count();
    (a, b) = (&a[head..], &b[head..]);
    let tail = a.iter().rev().zip(b.iter().rev()).take_while(|(x, y)| x == y).count();
    (a, b) = (&a[..a.len() - tail], &b[..b.len() - tail]);
    if a.len().abs_diff(b.len()) > most {
        return None;
    }
    if a.len() <= 1 && b.len() <= 1 {
        return Some(a.len().max(b.len())).filter(|n| *n <= most);
    }
    if most < 2 {
        return None;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, x) in a.iter().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], i + 1);
        for (j, y) in b.iter().enumerate() {
            let replaced = diagonal + usize::from(x != y);
            diagonal = row[j + 1];
            row[j + 1] = replaced.min(row[j] + 1).min(diagonal + 1);
        }
    }
    row.last().copied().filter(|n| *n <= most)
}

/// White space of any kind, the thin and narrow no-break ones included.
pub(crate) fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn edits_are_counted_up_to_a_bound() {
        assert_eq!(edits("facture", "facture", 1), Some(0));
        assert_eq!(edits("facture", "factuie", 1), Some(1));
        assert_eq!(edits("facture", "factre", 1), Some(1));
        assert_eq!(edits("facture", "fctuie", 1), None);
        assert_eq!(edits("titulaire", "tltulaire.", 2), Some(2));
        assert_eq!(edits("titulaire", "tailaire", 2), None);
        assert_eq!(edits("a", "", 1), Some(1));
        assert_eq!(edits("ab", "", 1), None);
    }

    #[test]
    fn folding_forgets_case_accents_and_typography() {
        assert_eq!(fold("  RELEVÉ d’Identité\u{a0}\u{202f} Bancaire "), "releve d'identite bancaire");
        assert_eq!(fold("Œuvre n° 3 — ﬁn"), "oeuvre n° 3 - fin");
        assert_eq!(fold("1er\tAOÛT\n2024"), "1er aout 2024");
        assert_eq!(fold(" \u{301} "), "");
    }
}
