//! Repairs of what a recogniser confuses, each one told.

use super::layout::{Layout, Shape, VIN};
use super::{Reason, Repair};

/// Fillers by which a line may be too long or too short: as many as the personal number of a passport that has none.
const MAX_FILLERS: usize = 14;
/// Fillers in a row that end a line of names: two part the surname from the given names.
const END_OF_NAMES: &str = "<<<";
/// The number of a French passport or driving licence: two digits, two letters, five digits.
const FRENCH_NUMBER: &str = "NNLLNNNNN";
/// The plate of a French vehicle since 2009: two letters, three digits, two letters.
const FRENCH_PLATE: &str = "LLNNNLL";

/// What OCR-B characters are taken for. First the two that have nearly one shape; then the likely confusions between letters,
/// digits and fillers that look alike; then those between digits, which need a worn print. One of an earlier kind is preferred to
/// any of a later.
const CONFUSED: [&[(char, char)]; 3] = [
    &[('0', 'O')],
    &[
        ('0', 'D'),
        ('1', 'I'),
        ('1', 'L'),
        ('2', 'Z'),
        ('4', 'A'),
        ('5', 'S'),
        ('6', 'G'),
        ('7', 'T'),
        ('8', 'B'),
        ('D', 'O'),
        ('O', 'Q'),
        ('<', 'K'),
        ('<', 'C'),
    ],
    &[('0', 'Q'), ('3', '8'), ('5', '6'), ('1', '7'), ('M', 'N'), ('U', 'V'), ('<', 'L')],
];

fn confusions(c: char, kind: usize) -> impl Iterator<Item = char> {
    CONFUSED[kind].iter().filter_map(move |(a, b)| match c {
        _ if c == *a => Some(*b),
        _ if c == *b => Some(*a),
        _ => None,
    })
}

/// The line at its width, fillers put into or taken out of its longest run; `None` when that cannot be.
pub(super) fn to_length(text: &str, width: usize, line: usize, repairs: &mut Vec<Repair>) -> Option<String> {
    if text.len() == width {
        return Some(text.to_owned());
    }
    let missing = width.saturating_sub(text.len());
    let extra = text.len().saturating_sub(width);
    let (start, length) = longest_run(text);
    if missing > MAX_FILLERS || extra > MAX_FILLERS || length < 2 || extra >= length {
        return None;
    }
    let mut out = text.to_owned();
    let end = start + length;
    if missing > 0 {
        out.insert_str(end, &"<".repeat(missing));
    } else {
        out.replace_range(end - extra..end, "");
    }
    let change = |i: usize| {
        let (read, proposed) = if missing > 0 { ("", "<") } else { ("<", "") };
        let column = if missing > 0 { end + i } else { end - extra + i };
        Repair { line, column, read: read.to_owned(), proposed: proposed.to_owned(), reason: Reason::Length }
    };
    repairs.extend((0..missing + extra).map(change));
    Some(out)
}

/// Start and length of the longest run of fillers, the last of equals.
fn longest_run(text: &str) -> (usize, usize) {
    let mut best = (0, 0);
    let mut run = 0;
    for (i, b) in text.bytes().enumerate() {
        run = if b == b'<' { run + 1 } else { 0 };
        if run >= best.1 && run > 0 {
            best = (i + 1 - run, run);
        }
    }
    best
}

/// Whether a character may stand in a place of that class.
fn fits(class: u8, c: char) -> bool {
    match class {
        b'A' => c.is_ascii_uppercase() || c == '<',
        b'L' => c.is_ascii_uppercase(),
        b'N' | b'C' => c.is_ascii_digit(),
        b'D' => c.is_ascii_digit() || c == '<',
        _ => true,
    }
}

/// Replaces what cannot stand in its place by the first of its confusions that can.
pub(super) fn by_position(text: &mut String, classes: &str, line: usize, repairs: &mut Vec<Repair>) {
    for (column, class) in classes.bytes().enumerate() {
        let Some(c) = text.as_bytes().get(column).copied().map(char::from) else { return };
        if fits(class, c) {
            continue;
        }
        if let Some(better) = (0..CONFUSED.len()).flat_map(|kind| confusions(c, kind)).find(|b| fits(class, *b)) {
            replace(text, column, better);
            repairs.push(told(line, column, c, better, Reason::Position));
        }
    }
}

/// Makes everything fillers that stands after the end of the names, which begin at column `from`: print has nothing there, and what
/// is read is worn fillers. Only fillers after given names are an end: before them there may be one too many.
pub(super) fn after_names(text: &mut String, from: usize, line: usize, repairs: &mut Vec<Repair>) {
    let at = |from: usize, pattern: &str| Some(from + text.get(from..)?.find(pattern)?);
    let given = at(from, "<<").and_then(|parted| Some(parted + text.get(parted..)?.find(|c| c != '<')?));
    let Some(end) = given.and_then(|given| at(given, END_OF_NAMES)) else { return };
    for column in end..text.len() {
        let c = char::from(text.as_bytes()[column]);
        if c != '<' {
            replace(text, column, '<');
            repairs.push(told(line, column, c, '<', Reason::Position));
        }
    }
}

/// A character of a vehicle's number, in which no I, O or Q is, lest they be taken for 1 and 0 (ISO 3779:2009, 4.5).
pub(crate) fn in_vin(c: char) -> char {
    match c {
        'I' => '1',
        'O' | 'Q' => '0',
        c => c,
    }
}

/// Gives the number of a French document its form, where its check digit does not agree with what was read and does with that; and makes
/// of a vehicle's number what no I, O or Q is in (ISO 3779).
pub(super) fn french_number(layout: Layout, lines: &mut [String], shape: &Shape, repairs: &mut Vec<Repair>) {
    let (line, from, form) = match layout {
        Layout::Td3 if lines[0].starts_with("P<FRA") => (1, 0, FRENCH_NUMBER),
        Layout::Licence => (0, 5, FRENCH_NUMBER),
        Layout::Registration => (0, 5, FRENCH_PLATE),
        _ => return,
    };
    if layout == Layout::Registration {
        for column in VIN {
            let c = char::from(lines[0].as_bytes()[column]);
            let digit = in_vin(c);
            if digit == c {
                continue;
            }
            replace(&mut lines[0], column, digit);
            repairs.push(told(0, column, c, digit, Reason::Position));
        }
    }
    let Some(number) = shape.digits.iter().find(|d| d.name == "number").filter(|d| !d.agrees(lines)) else { return };
    let (read, before) = (lines[line].clone(), repairs.len());
    by_position(&mut lines[line], &format!("{}{form}", "X".repeat(from)), line, repairs);
    if !number.agrees(lines) {
        lines[line] = read;
        repairs.truncate(before);
    }
}

/// Replaces the one confusion, if there is exactly one of the likelier kind, that makes every check digit agree which covers its
/// place and at least one of which did not, until nothing more can be done.
pub(super) fn by_check_digits(lines: &mut [String], shape: &Shape, repairs: &mut Vec<Repair>) {
    // Each round mends at least one check digit, so that there are no more rounds than check digits.
    for _ in 0..shape.digits.len() {
        // The narrowest first: the composite, which is last, covers what the others do.
        let Some(target) = shape.digits.iter().position(|d| !d.agrees(lines)) else { return };
        let proposals = (0..CONFUSED.len()).map(|kind| proposals(lines, shape, target, kind)).find(|p| !p.is_empty());
        let Some([(line, column, c, better)]) = proposals.as_deref() else { return };
        replace(&mut lines[*line], *column, *better);
        repairs.push(told(*line, *column, *c, *better, Reason::CheckDigit));
    }
}

/// Line, column, what was read and what it may be: the confusions of a kind after which all check digits of the place agree.
fn proposals(lines: &mut [String], shape: &Shape, target: usize, kind: usize) -> Vec<(usize, usize, char, char)> {
    let mut out = Vec::new();
    for line in 0..lines.len() {
        for column in 0..shape.width {
            if !shape.digits[target].concerns(line, column) {
                continue;
            }
            let class = shape.lines[line].as_bytes()[column];
            let c = char::from(lines[line].as_bytes()[column]);
            for better in confusions(c, kind).filter(|b| fits(class, *b)) {
                replace(&mut lines[line], column, better);
                if shape.digits.iter().filter(|d| d.concerns(line, column)).all(|d| d.agrees(lines)) {
                    out.push((line, column, c, better));
                }
                replace(&mut lines[line], column, c);
            }
        }
    }
    out
}

/// Puts an ASCII character in the place of another.
fn replace(text: &mut String, column: usize, by: char) {
    text.replace_range(column..=column, by.encode_utf8(&mut [0; 4]));
}

fn told(line: usize, column: usize, read: char, proposed: char, reason: Reason) -> Repair {
    Repair { line, column, read: read.to_string(), proposed: proposed.to_string(), reason }
}
