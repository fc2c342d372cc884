//! What stands in the boxes of a comb, as forms have them for names, dates, telephones and numbers.
//!
//! Responsible for telling the strokes between the boxes from what is in them: a recogniser reads some strokes as `1` or `L`, and loses
//! others. Characters and strokes take turns, and it is known how many digits a value has; the reading that takes least for granted is
//! the value. Not responsible for where such a value stands.

use super::read::is_comb;
use super::repair::{as_digit, as_letter};
use crate::text::is_space;

/// Characters of a text beyond which it is no comb: twice the longest number with its strokes.
const MOST: usize = 80;
/// The same for each box: what is in it, the stroke after it, and dirt.
const MOST_EACH: usize = 3;
/// Strokes that must have been read as such, lest any digits be taken for a comb.
const LEAST_STROKES: usize = 2;
/// What it costs to take a 1 for a stroke.
const ONE_IS_STROKE: f32 = 0.3;
/// What it costs to take a stroke for a 1, or a letter for a digit.
const STROKE_IS_ONE: f32 = 0.8;
/// What it costs that two digits stand side by side, so that a stroke was lost, or two strokes, so that one is dirt.
const OUT_OF_TURN: f32 = 1.0;
/// What it costs to take a stroke for an I.
const STROKE_IS_I: f32 = 0.5;
/// The same of a 1 among letters.
const ONE_IS_I: f32 = 0.3;
/// What it costs that the stroke between two letters was lost.
const LOST_BETWEEN_LETTERS: f32 = 0.7;
/// What it costs that a box is empty.
const EMPTY_BOX: f32 = 0.4;
/// What it costs that words go on after an empty box.
const AFTER_EMPTY_BOX: f32 = 0.5;
/// Strokes alone that are taken for the edges of empty boxes.
const EMPTY_BOXES: usize = 4;
/// By how much the next best reading must be worse.
const CLEARLY: f32 = 0.25;
/// Readings that are followed at a time, the likeliest: few, since a hostile page may be all combs.
const FOLLOWED: usize = 24;
/// Share of the digits between which a stroke may have been lost or one too many read.
const OUT_OF_TURN_MOST: f32 = 0.35;

/// What was taken for what, so far.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Last {
    Nothing,
    Character,
    Stroke,
    /// The second stroke in a row, or a later one: the boxes between are empty.
    EmptyBox,
}

/// A reading of the characters so far.
#[derive(Debug, Clone)]
struct Partial {
    text: String,
    cost: f32,
    /// How often two characters or two strokes stand side by side.
    out_of_turn: usize,
    last: Last,
}

impl Partial {
    /// With one more character of a comb of digits, after which `text` was read.
    fn then(&self, text: &str, cost: f32, out_of_turn: bool, last: Last) -> Self {
        let cost = self.cost + cost + if out_of_turn { OUT_OF_TURN } else { 0.0 };
        Self { text: text.to_owned(), cost, out_of_turn: self.out_of_turn + usize::from(out_of_turn), last }
    }
}

const START: Partial = Partial { text: String::new(), cost: 0.0, out_of_turn: 0, last: Last::Nothing };

/// The digits of a comb with so many boxes, or with any number; `None` when the text is no comb of that many, or may be read in two
/// ways.
pub(super) fn digits(text: &str, boxes: Option<usize>) -> Option<String> {
    let characters = characters(text)?;
    let read = characters.len();
    // Most texts are no comb, which is cheap to see.
    let certain = characters.iter().filter(|(c, _)| stroke(*c).is_none()).count();
    let strokes = characters.iter().filter(|(c, _)| is_stroke(*c)).count();
    let words = characters.iter().filter(|(_, spaced)| *spaced).count() + 1;
    let none = |boxes: usize| {
        let apart = strokes > 0 || 2 * words >= boxes || read + 1 >= 2 * boxes;
        read < boxes || read > MOST_EACH * boxes || certain > boxes || !apart
    };
    if boxes.is_some_and(none) || !characters.iter().all(|(c, _)| may_be(*c)) {
        return None;
    }
    let mut partials = vec![START];
    for (c, spaced) in characters {
        let mut next: Vec<Partial> = Vec::with_capacity(2 * partials.len());
        for partial in &partials {
            if let Some((digit, cost)) = digit(c)
                && boxes.is_none_or(|boxes| partial.text.len() < boxes)
            {
                let beside = partial.last == Last::Character && !spaced;
                add(&mut next, partial.then(&format!("{}{digit}", partial.text), cost, beside, Last::Character));
            }
            if let Some(cost) = stroke(c) {
                add(&mut next, partial.then(&partial.text, cost, partial.last == Last::Stroke, Last::Stroke));
            }
            // In a box of its own, as in a date's.
            if is_mark(c) {
                let beside = partial.last == Last::Character && !spaced;
                add(&mut next, partial.then(&partial.text, 0.0, beside, Last::Character));
            }
        }
        partials = likeliest(next);
    }
    partials.retain(|p| boxes.is_none_or(|boxes| p.text.len() == boxes));
    let best = partials.first()?;
    let clear = partials.iter().find(|p| p.text != best.text).is_none_or(|other| other.cost > best.cost + CLEARLY);
    // What was taken for strokes, or stands apart, may make up for those that were not read as such.
    let taken = read - best.text.len();
    let whole = best.out_of_turn == 0 && taken + 1 >= best.text.len();
    let apart = 2 * words >= best.text.len();
    let comb = strokes >= LEAST_STROKES || strokes > 0 && 2 * taken >= best.text.len() || whole || apart;
    let in_turn = best.out_of_turn as f32 <= OUT_OF_TURN_MOST * best.text.len() as f32;
    (comb && clear && in_turn).then(|| best.text.clone())
}

/// The words of a comb, in capitals as they were written; `None` when nothing but strokes may have been read.
pub(super) fn words(text: &str) -> Option<String> {
    let mut partials = vec![START];
    for (c, _) in characters(text)? {
        let mut next: Vec<Partial> = Vec::with_capacity(2 * partials.len());
        for Partial { text, cost: so_far, last, .. } in &partials {
            if let Some((letter, cost)) = letter(c) {
                let (space, turn) = match last {
                    Last::Character => ("", LOST_BETWEEN_LETTERS),
                    Last::EmptyBox if !text.is_empty() => (" ", AFTER_EMPTY_BOX),
                    _ => ("", 0.0),
                };
                let text = format!("{text}{space}{letter}");
                add(&mut next, Partial { text, cost: so_far + cost + turn, last: Last::Character, ..START });
            }
            if let Some(cost) = stroke_among_letters(c) {
                let (cost, last) = match last {
                    Last::Stroke => (cost + EMPTY_BOX, Last::EmptyBox),
                    // Where nothing is written any more, strokes may be read as anything.
                    Last::EmptyBox => (0.0, Last::EmptyBox),
                    _ => (cost, Last::Stroke),
                };
                add(&mut next, Partial { text: text.clone(), cost: so_far + cost, last, ..START });
            }
        }
        partials = likeliest(next);
    }
    let best = partials.into_iter().next()?.text;
    (best.chars().filter(|c| c.is_alphabetic()).count() > 1).then_some(best)
}

/// Whether what is in the boxes is words: few digits, into which a letter may have been misread.
pub(super) fn is_of_letters(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    4 * digits <= text.chars().filter(|c| c.is_alphanumeric()).count()
}

/// Whether a text is what is read of empty boxes: `L L l L L J`.
pub(super) fn is_empty(text: &str) -> bool {
    let only_strokes = text.chars().all(|c| is_space(c) || stroke_among_letters(c).is_some());
    only_strokes && text.split(is_space).filter(|word| !word.is_empty()).count() >= EMPTY_BOXES
}

/// The characters without spaces, and whether one stood before each, where there are not too many for a comb.
fn characters(text: &str) -> Option<Vec<(char, bool)>> {
    let spaced = |at: usize| text[..at].ends_with(is_space);
    let characters = text.char_indices().filter(|(_, c)| !is_space(*c)).map(|(at, c)| (c, spaced(at)));
    let characters: Vec<_> = characters.take(MOST + 1).collect();
    (characters.len() <= MOST).then_some(characters)
}

/// Those readings that are followed on, the likeliest first.
fn likeliest(mut partials: Vec<Partial>) -> Vec<Partial> {
    partials.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    partials.truncate(FOLLOWED);
    partials
}

/// The best reading of the same text that ends alike stays.
fn add(partials: &mut Vec<Partial>, new: Partial) {
    match partials.iter_mut().find(|p| p.last == new.last && p.text == new.text) {
        Some(known) if known.cost <= new.cost => {}
        Some(known) => *known = new,
        None => partials.push(new),
    }
}

/// A mark that may have a box of its own between digits.
fn is_mark(c: char) -> bool {
    matches!(c, '-' | '.' | '/')
}

/// Whether a character may stand in a comb of digits.
fn may_be(c: char) -> bool {
    stroke(c).is_some() || digit(c).is_some()
}

fn is_stroke(c: char) -> bool {
    is_comb(c) || c == '/'
}

/// What digit a character may be, and what taking it for that costs.
fn digit(c: char) -> Option<(char, f32)> {
    match c {
        '0'..='9' => Some((c, 0.0)),
        '|' | '¦' | '!' | '¡' | 'l' | 'J' | 'j' => Some(('1', STROKE_IS_ONE)),
        _ => as_digit(c).map(|digit| (digit, STROKE_IS_ONE)),
    }
}

/// What it costs to take a character for a stroke; `None` where it cannot be one.
fn stroke(c: char) -> Option<f32> {
    match c {
        '1' => Some(ONE_IS_STROKE),
        'I' | 'l' | 'J' | 'j' | 'i' | 'L' | '.' | '-' => Some(0.0),
        c => is_stroke(c).then_some(0.0),
    }
}

/// What letter a character may be, and what taking it for that costs.
fn letter(c: char) -> Option<(char, f32)> {
    match c {
        '|' | '¦' | '!' | '¡' | 'l' => Some(('I', STROKE_IS_I)),
        '1' => Some(('I', ONE_IS_I)),
        '-' => Some((c, 0.0)),
        c if c.is_alphabetic() => c.to_uppercase().next().map(|c| (c, 0.0)),
        _ => as_letter(c).map(|letter| (letter, STROKE_IS_ONE)),
    }
}

/// What it costs to take a character for a stroke among letters; `None` where it cannot be one.
fn stroke_among_letters(c: char) -> Option<f32> {
    match c {
        '1' | 'l' | 'i' | 'í' | 'j' => Some(0.1),
        'I' | 'J' => Some(0.4),
        'L' => Some(0.5),
        c => is_stroke(c).then_some(0.0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn strokes_that_were_read_as_ones_are_told_from_digits() {
        // As read of worn forms.
        let of = |text, boxes| digits(text, Some(boxes));
        assert_eq!(of("10|6|8|3|81013|5|9|5", 10).as_deref(), Some("0683803595"));
        assert_eq!(of("10|4|013|119|2|9", 8).as_deref(), Some("04031929"));
        assert_eq!(of("15 |0|1|0|0", 5).as_deref(), Some("50100"));
        assert_eq!(of("10|6|1|3|0J", 5).as_deref(), Some("06130"));
        assert_eq!(of("10 |6|11510|32|3|615j", 10).as_deref(), Some("0615032365"));
        assert_eq!(of("|112|910131117|1111010|411|1|5", 15).as_deref(), Some("129031711004115"));
        assert_eq!(of("¡2¡81810|6¡51013¡3|615|2|1|2|9", 15).as_deref(), Some("288065033652129"));
        assert_eq!(of("1|2|-|0|3|-11|9|6|2", 8).as_deref(), Some("12031962"), "hyphens have boxes too");
        assert_eq!(of("(2|2|/|0¡11/11191316", 8).as_deref(), Some("22011936"));
        assert_eq!(digits("12|8|4¡9|3|6|9", None).as_deref(), Some("2849369"));
    }

    #[test]
    fn few_strokes_are_enough_where_all_else_takes_turns() {
        assert_eq!(digits("161211|010", Some(5)).as_deref(), Some("62100"));
        assert_eq!(digits("10121012|2101114j", Some(8)).as_deref(), Some("02022014"));
        assert_eq!(digits("12345|6", Some(5)), None, "one digit too many");
        assert_eq!(digits("110111011191615", Some(8)).as_deref(), Some("10101965"), "each is a 1");
        assert_eq!(digits("2 30 2 1 9 7 4j", Some(8)).as_deref(), Some("23021974"), "spaces are left of them");
        assert_eq!(digits("81610 0 0", Some(5)).as_deref(), Some("86000"));
        assert_eq!(digits("06 20 15 63 97 1", Some(10)), None, "no comb");
    }

    #[test]
    fn strokes_that_were_read_as_letters_are_told_from_letters() {
        let of = |text| words(text);
        assert_eq!(of("(P|H|I|LII|P|P|E| | | |").as_deref(), Some("PHILIPPE"));
        assert_eq!(of("D|A|N|1|E|LL").as_deref(), Some("DANIEL"));
        assert_eq!(of("1H|E|R|V|E| | L L L l L").as_deref(), Some("HERVE"));
        assert_eq!(of("HIE|N|A|F|F").as_deref(), Some("HENAFF"));
        assert_eq!(of("M|0jN|T|R|E|U|I|L| | | L L L l").as_deref(), Some("MONTREUIL"));
        assert_eq!(of("STR¡A|SjB|OjURG").as_deref(), Some("STRASBOURG"));
        assert_eq!(of("BEZ|l|E|R S|").as_deref(), Some("BEZIERS"));
        assert_eq!(of("L |Y¡O¡N| | | | | L L L L l | L L l l L J").as_deref(), Some("LYON"));
        assert_eq!(of("L|E| |M|A|N|S| | |").as_deref(), Some("LE MANS"));
        assert_eq!(of("| | L L |"), None);
        assert!(is_empty("L L l L L J") && is_empty("| | | | L") && !is_empty("LILLE") && !is_empty("L L"));
    }

    #[test]
    fn what_may_be_read_in_two_ways_is_not_told() {
        assert_eq!(digits("|12|13|4|5|6|7|8|", Some(8)), None, "either 1 may be a stroke");
        assert_eq!(digits("0683803595", Some(10)), None, "no comb");
        assert_eq!(digits("12|345|678|90", Some(10)), None, "three strokes are no comb");
        assert_eq!(digits(&"1|".repeat(50), Some(10)), None);
        assert_eq!(digits("|0|6|A|é|", Some(4)), None);
        assert_eq!(digits("", Some(5)), None);
    }
}
