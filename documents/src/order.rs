//! Where a line that was not read surely belongs among the lines of its page, and where its words stand.

use crate::page::Word;
use liasse_geometry::{Point, Quad};

/// Share of a line's width that another must lie over or under, for the two to be beside each other.
const OVERLAP: f32 = 0.5;

/// The words of a text that fills a place, each as wide as its share of the characters.
pub(crate) fn words_across(text: &str, confidence: f32, place: &Quad) -> Vec<Word> {
    let total = text.chars().count() as f32;
    let mut from = 0.0;
    let words = text.split(' ').map(|part| {
        let to = from + part.chars().count() as f32;
        let word = Word { text: part.to_owned(), confidence, quad: place.slice(from / total, to / total) };
        from = to + 1.0;
        word
    });
    words.collect()
}

/// Where among lines in reading order one belongs that stands there.
pub(crate) fn beside(lines: &[Vec<Word>], place: &Quad) -> usize {
    let (left, _, right, _) = place.bounds();
    let near = lines.iter().enumerate().filter_map(|(at, words)| {
        let (from, to) = words
            .iter()
            .map(|word| word.quad.bounds())
            .fold((f32::MAX, f32::MIN), |(from, to), word| (from.min(word.0), to.max(word.2)));
        let under = right.min(to) - left.max(from) >= OVERLAP * (right - left);
        let first = words.first().filter(|_| under)?;
        Some((at, down(place, first.quad.centre())))
    });
    match near.min_by(|(_, a), (_, b)| a.abs().total_cmp(&b.abs())) {
        Some((at, down)) if down >= 0.0 => at,
        Some((at, _)) => at + 1,
        None => lines.len(),
    }
}

/// How far below the middle of a place a point lies, across the place's own direction, so that a crooked page does not mix lines up.
fn down(place: &Quad, point: Point) -> f32 {
    let (sin, cos) = place.angle_degrees().to_radians().sin_cos();
    let centre = place.centre();
    (point.x - centre.x) * sin + (point.y - centre.y) * cos
}
