//! How far a word can be trusted: the network's own doubt and the prior's surprise, weighed so that the confidence is the share of
//! words that are right (logistic regression after Platt, 1999).
//!
//! Responsible for the formula. Its numbers are a model's own and stand in its manifest; `examples/fit_confidence.rs` finds them.

use super::{LineText, beam::Lean};
use crate::ConfidenceSettings;

/// Probabilities are kept this far from 0 and 1, where their odds have no logarithm.
const EDGE: f32 = 1e-4;
/// The prior is not surprised by shorter words: they are names of things as often as not.
const LETTERS_LEAST: usize = 3;

/// What a word's confidence is made of.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Evidence {
    /// Logarithm of the odds that its most doubtful character is right, as the network sees it.
    pub doubt: f32,
    /// What its letters cost on the average by the prior, in nats, beyond what letters usually cost; 0 where it does not know.
    pub surprise: f32,
    /// Logarithm of the odds of its line's mean confidence, as the network sees it.
    pub line: f32,
}

/// What is known of each word of a line whose confidences are still the network's own.
pub(super) fn evidence(line: &LineText, lean: Option<&Lean>) -> Vec<Evidence> {
    let of_line = log_odds(line.confidence);
    let surprise = |text: &str| lean.and_then(|lean| lean.surprise(text, LETTERS_LEAST)).unwrap_or(0.0);
    line.words
        .iter()
        .map(|word| Evidence { doubt: log_odds(word.confidence), surprise: surprise(&word.text), line: of_line })
        .collect()
}

/// Replaces the network's own confidences of a line's words by what they are worth. The line's stays the network's: it is what
/// tells a reading from a guess.
pub(super) fn weigh(line: &mut LineText, lean: Option<&Lean>, settings: &ConfidenceSettings) {
    let evidence = evidence(line, lean);
    for (word, evidence) in line.words.iter_mut().zip(evidence) {
        let odds = settings.shift + settings.doubt * evidence.doubt + settings.line * evidence.line
            - settings.surprise * evidence.surprise;
        word.confidence = 1.0 / (1.0 + (-odds).exp());
    }
}

fn log_odds(probability: f32) -> f32 {
    let p = probability.clamp(EDGE, 1.0 - EDGE);
    (p / (1.0 - p)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::WordText;

    #[test]
    fn the_formula_is_that_of_the_manifest() {
        let word = |confidence| WordText { text: "à".to_owned(), confidence, from: 0.0, to: 1.0 };
        let mut line = LineText { words: vec![word(0.5), word(0.9)], confidence: 0.5, ..LineText::default() };
        weigh(&mut line, None, &ConfidenceSettings { doubt: 0.5, line: 1.0, surprise: 3.0, shift: 1.0 });
        assert!((line.words[0].confidence - 1.0 / (1.0 + (-1.0f32).exp())).abs() < 1e-6);
        let odds = 1.0 + 0.5 * 9.0f32.ln();
        assert!((line.words[1].confidence - 1.0 / (1.0 + (-odds).exp())).abs() < 1e-5);
        assert_eq!(line.confidence, 0.5);
    }
}
