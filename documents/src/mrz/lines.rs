//! Lines of a zone: cleaning them, and finding them among the other lines of a page.

use super::layout::{is_licence, is_registration};
use super::{Zone, parse};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// Characters of the shortest and the longest line that is looked at, with what fillers may be missing or too many.
const LENGTHS: std::ops::RangeInclusive<usize> = 26..=58;

/// The line in capitals, without spaces and accents, typographic forms of the filler made plain; the first character that cannot be in a
/// zone otherwise.
pub(super) fn cleaned(text: &str) -> Result<String, char> {
    let mut out = String::new();
    for c in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        match c {
            c if crate::text::is_space(c) => {}
            '«' | '≪' => out.push_str("<<"),
            // Brackets are what a filler is read as that is set steep.
            '<' | '‹' | '＜' | '〈' | '⟨' | '(' | '[' | '{' => out.push('<'),
            c if c.is_ascii_alphanumeric() => out.push(c.to_ascii_uppercase()),
            c => return Err(c),
        }
        if out.len() > 2 * LENGTHS.end() {
            break;
        }
    }
    Ok(out)
}

/// Whether a line looks like one of a zone: of such a length, nothing but capitals, digits and fillers, with at least two fillers
/// or the beginning of one that may have none.
pub fn looks_like_zone(text: &str) -> bool {
    if text.chars().any(|c| c.is_ascii_lowercase()) && !text.contains(['<', '(']) {
        return false;
    }
    let zone = |line: &str| line.matches('<').count() >= 2 || is_licence(line) || is_registration(line);
    cleaned(text).is_ok_and(|line| LENGTHS.contains(&line.len()) && zone(&line))
}

/// Lines that may stand between two of a zone, in reading order: those of what is printed beside it, as on a copy of both sides of a card.
const BETWEEN: usize = 3;

/// The zones among lines in reading order, each with the numbers of the lines it takes; none overlaps another. At least half of a zone's
/// check digits agree, after repairs.
pub fn find<S: AsRef<str>>(lines: &[S]) -> Vec<(Vec<usize>, Zone)> {
    let likely: Vec<usize> = (0..lines.len()).filter(|at| looks_like_zone(lines[*at].as_ref())).collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < likely.len() {
        let zone = [3, 2, 1].into_iter().find_map(|n| {
            let taken = likely.get(at..at + n)?;
            if taken.windows(2).any(|pair| pair[1] - pair[0] > BETWEEN + 1) {
                return None;
            }
            let texts: Vec<&str> = taken.iter().map(|line| lines[*line].as_ref()).collect();
            let zone = parse(&texts).ok()?;
            let passed = zone.checks.iter().filter(|c| c.passed).count();
            (2 * passed >= zone.checks.len()).then(|| (taken.to_vec(), zone))
        });
        at += zone.as_ref().map_or(1, |(taken, _)| taken.len());
        found.extend(zone);
    }
    found
}
