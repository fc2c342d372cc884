//! Digits out of the boxes of a comb, as forms have them for dates, telephones and numbers.
//!
//! Responsible for telling the strokes between the boxes from the digits in them: a recogniser reads some strokes as `1`, and loses
//! others. Digits and strokes take turns, and it is known how many digits a value has; the reading that takes least for granted is the
//! value, if there is but one. Not responsible for where such a value stands.

use super::read::is_comb;
use super::repair::as_digit;
use crate::text::is_space;

/// Characters of a text beyond which it is no comb: twice the longest number with its strokes.
const MOST: usize = 80;
/// Strokes that must have been read as such, lest any digits be taken for a comb.
const LEAST_STROKES: usize = 2;
/// What it costs to take a 1 for a stroke.
const ONE_IS_STROKE: f32 = 0.3;
/// What it costs to take a stroke for a 1, or a letter for a digit.
const STROKE_IS_ONE: f32 = 0.8;
/// What it costs that two digits stand side by side, so that a stroke was lost, or two strokes, so that one is dirt.
const OUT_OF_TURN: f32 = 1.0;
/// By how much the next best reading must be worse.
const CLEARLY: f32 = 0.25;
/// Readings that are followed at a time, the likeliest.
const FOLLOWED: usize = 200;
/// Share of the digits between which a stroke may have been lost or one too many read.
const OUT_OF_TURN_MOST: f32 = 0.35;

/// A reading of the characters so far.
#[derive(Debug, Clone)]
struct Partial {
    digits: String,
    cost: f32,
    /// The last character was taken for a digit; `None` before the first.
    digit: Option<bool>,
}

/// The digits of a comb with so many boxes, or with any number; `None` when the text is no comb of that many, or may be read in two
/// ways.
pub(super) fn digits(text: &str, boxes: Option<usize>) -> Option<String> {
    let characters: Vec<char> = text.chars().filter(|c| !is_space(*c)).collect();
    if characters.len() > MOST || characters.iter().filter(|c| is_stroke(**c)).count() < LEAST_STROKES {
        return None;
    }
    let mut partials = vec![Partial { digits: String::new(), cost: 0.0, digit: None }];
    for c in characters {
        let mut next: Vec<Partial> = Vec::with_capacity(2 * partials.len());
        for partial in &partials {
            if let Some((digit, cost)) = digit(c)
                && boxes.is_none_or(|boxes| partial.digits.len() < boxes)
            {
                let beside = if partial.digit == Some(true) { OUT_OF_TURN } else { 0.0 };
                let digits = format!("{}{digit}", partial.digits);
                add(&mut next, Partial { digits, cost: partial.cost + cost + beside, digit: Some(true) });
            }
            if let Some(cost) = stroke(c) {
                let beside = if partial.digit == Some(false) { OUT_OF_TURN } else { 0.0 };
                let digits = partial.digits.clone();
                add(&mut next, Partial { digits, cost: partial.cost + cost + beside, digit: Some(false) });
            }
        }
        next.sort_by(|a, b| a.cost.total_cmp(&b.cost));
        next.truncate(FOLLOWED);
        partials = next;
    }
    partials.retain(|p| boxes.is_none_or(|boxes| p.digits.len() == boxes));
    let best = partials.first()?;
    let clear = partials.iter().find(|p| p.digits != best.digits).is_none_or(|other| other.cost > best.cost + CLEARLY);
    (clear && best.cost <= OUT_OF_TURN_MOST * best.digits.len() as f32).then(|| best.digits.clone())
}

/// The best reading of the same digits that ends alike stays.
fn add(partials: &mut Vec<Partial>, new: Partial) {
    match partials.iter_mut().find(|p| p.digit == new.digit && p.digits == new.digits) {
        Some(known) if known.cost <= new.cost => {}
        Some(known) => *known = new,
        None => partials.push(new),
    }
}

fn is_stroke(c: char) -> bool {
    is_comb(c) || matches!(c, '¡' | '/')
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
        'I' | 'l' | 'J' | 'j' | 'i' | 'L' => Some(0.0),
        '.' | '-' => Some(0.0),
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
        assert_eq!(digits("12|8|4¡9|3|6|9", None).as_deref(), Some("2849369"));
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
