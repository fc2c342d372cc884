//! Lines that were read too unsurely to count, but whose form speaks for them.
//!
//! Responsible for taking them in among the lines that were read: a comb, whose strokes make its letters doubtful, a mail address, which
//! no prior knows the words of, and a line of a machine readable zone, of which check digits will tell whether it was read rightly. Not responsible for what such lines say; what is taken out
//! of them is no surer than they are.

use super::quad;
use crate::extract::{in_comb, mail_address};
use crate::mrz::looks_like_zone;
use crate::order::{beside, words_across};
#[cfg(doc)]
use crate::page::Page;
use crate::page::Word;
use liasse_geometry::Quad;
use liasse_proto::v1;

/// Such lines of a page that are kept: a card has a dozen labels, and a page of handwriting has none.
const MAX_FAINT: usize = 48;

/// The other lines that were read too unsurely, of which a label may yet be told: see [`Page::faint`].
pub(super) fn faint(unread: &[v1::UnreadLine]) -> Vec<Word> {
    let faint = unread.iter().filter(|line| !line.handwritten && !line.guess.is_empty()).map(|guess| {
        let place = quad(guess.quad.as_ref());
        let counts = !words_of(guess, &place).is_empty();
        (!counts).then(|| Word { text: guess.guess.clone(), confidence: guess.confidence, quad: place })
    });
    faint.flatten().take(MAX_FAINT).collect()
}

/// The lines of a page in reading order, and among them those of `unread` that are a comb, a line of a zone or an address: each beside the line it is
/// nearest to, above or below.
pub(super) fn with_guesses(mut lines: Vec<Vec<Word>>, unread: &[v1::UnreadLine]) -> Vec<Vec<Word>> {
    for guess in unread.iter().filter(|line| !line.handwritten) {
        let place = quad(guess.quad.as_ref());
        let words = words_of(guess, &place);
        if !words.is_empty() {
            lines.insert(beside(&lines, &place), words);
        }
    }
    lines
}

/// The words of a guess that counts; none where it does not.
fn words_of(guess: &v1::UnreadLine, place: &Quad) -> Vec<Word> {
    if in_comb(&guess.guess) || looks_like_zone(&guess.guess) {
        let text = guess.guess.split_whitespace().collect();
        return vec![Word { text, confidence: guess.confidence, quad: *place }];
    }
    // With the label before it.
    let is_address = |text: &str| mail_address(text).is_some();
    if !guess.guess.split_whitespace().last().is_some_and(is_address) {
        return Vec::new();
    }
    words_across(&guess.guess, guess.confidence, place)
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

    #[test]
    fn an_address_is_taken_in_with_its_label() {
        let all = with_guesses(vec![line(40.0, "Maître Xuereb")], &[guess(70.0, "Courriel : cabinet(@xuereb.fr")]);
        let words: Vec<&str> = all[1].iter().map(|word| word.text.as_str()).collect();
        assert_eq!(words, ["Courriel", ":", "cabinet(@xuereb.fr"]);
        assert!(all[1][2].quad.bounds().0 > all[1][0].quad.bounds().2);
    }
}
