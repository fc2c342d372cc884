//! Lines that were read too unsurely to count, but whose form speaks for them.
//!
//! Responsible for taking them in among the lines that were read: a comb, whose strokes make its letters doubtful, and a line of a machine
//! readable zone, of which check digits will tell whether it was read rightly. Not responsible for what such lines say; what is taken out
//! of them is no surer than they are.

use super::quad;
use crate::extract::in_comb;
use crate::mrz::looks_like_zone;
use crate::page::Word;
use liasse_geometry::{Point, Quad};
use liasse_proto::v1;

/// Share of a guess's width that a line must lie over or under, for the guess to be beside it.
const OVERLAP: f32 = 0.5;

/// The lines of a page in reading order, and among them those of `unread` that are a comb or a line of a zone: each beside the line it is
/// nearest to, above or below.
pub(super) fn with_guesses(mut lines: Vec<Vec<Word>>, unread: &[v1::UnreadLine]) -> Vec<Vec<Word>> {
    for guess in unread.iter().filter(|line| in_comb(&line.guess) || looks_like_zone(&line.guess)) {
        let (text, place) = (guess.guess.split_whitespace().collect(), quad(guess.quad.as_ref()));
        let at = beside(&lines, &place);
        lines.insert(at, vec![Word { text, confidence: guess.confidence, quad: place }]);
    }
    lines
}

/// Where among lines in reading order one belongs that stands there.
fn beside(lines: &[Vec<Word>], place: &Quad) -> usize {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn line(top: f32, text: &str) -> Vec<Word> {
        vec![Word { text: text.to_owned(), confidence: 0.9, quad: Quad::from_rect(100.0, top, 800.0, top + 20.0) }]
    }

    fn guess(top: f32, text: &str) -> v1::UnreadLine {
        let corner = |x, y| Some(v1::Point { x, y });
        let quad = v1::Quad {
            top_left: corner(100.0, top),
            top_right: corner(800.0, top),
            bottom_right: corner(800.0, top + 20.0),
            bottom_left: corner(100.0, top + 20.0),
        };
        v1::UnreadLine { quad: Some(quad), handwritten: false, confidence: 0.2, guess: text.to_owned() }
    }

    fn texts(lines: &[Vec<Word>]) -> Vec<&str> {
        lines.iter().map(|words| words[0].text.as_str()).collect()
    }

    #[test]
    fn a_line_of_a_zone_takes_its_place_between_the_others() {
        let zone =
            ["IDFRAY873E0G101<<<<<<<<<<<<<<<", "5805037M3407046FRA<<<<<<<<<<<4", "SOW((YOUSSEF(BOUBACAR<<<<<<<<<"];
        for missing in 0..3 {
            let top = |at: usize| 100.0 + 30.0 * at as f32;
            let mut read = vec![line(40.0, "PRÉFECTURE")];
            read.extend((0..3).filter(|at| *at != missing).map(|at| line(top(at), zone[at])));
            read.push(line(400.0, "Fait à Lyon"));
            let unread = [guess(top(missing), zone[missing]), guess(300.0, "Lyan le")];
            let all = with_guesses(read, &unread);
            assert_eq!(texts(&all), ["PRÉFECTURE", zone[0], zone[1], zone[2], "Fait à Lyon"], "{missing}");
        }
    }

    #[test]
    fn a_comb_is_taken_in_as_one_word() {
        let all = with_guesses(vec![line(40.0, "Nom")], &[guess(70.0, "P|E|T|!|T| | [ |")]);
        assert_eq!(texts(&all), ["Nom", "P|E|T|!|T||[|"]);
    }
}
