//! Whether the confidence of words means what it says.
//!
//! Responsible for the reliability curve, the expected calibration error, and how many wrong words a person would see who
//! checks the least confident ones. Not responsible for deciding which words are right (`score`).

use serde::Serialize;

const BINS: usize = 10;

/// A word's confidence, 0 to 1, whether it was right and, if not, whether it is a misreading of a word of the truth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Word {
    pub(crate) confidence: f32,
    pub(crate) right: bool,
    pub(crate) misread: bool,
}

/// The words whose confidence lies in one tenth of the scale.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub(crate) struct Bin {
    /// Lower end of the tenth; the upper end is 0.1 higher.
    pub(crate) from: f64,
    pub(crate) words: usize,
    /// Their mean confidence.
    pub(crate) confidence: f64,
    /// The share of them that is right.
    pub(crate) accuracy: f64,
}

/// How confidences relate to truth, over many words.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub(crate) struct Calibration {
    pub(crate) words: usize,
    pub(crate) wrong: usize,
    /// Expected calibration error (Naeini et al. 2015; ten bins of equal width): the mean over words of how far their
    /// bin's confidence is from its accuracy. 0 to 1.
    pub(crate) expected_calibration_error: f64,
    /// Bins that have words.
    pub(crate) bins: Vec<Bin>,
    /// Of the wrong words, the share among the 10 % of words with the least confidence. 0 to 1.
    pub(crate) wrong_in_least_confident_tenth: f64,
    /// Wrong words that are misreadings of a word of the truth; the others stand nowhere in it.
    pub(crate) misread: usize,
    /// Of the misreadings, the share among those 10 %. 0 to 1.
    pub(crate) misread_in_least_confident_tenth: f64,
    /// The confidence below which those 10 % lie.
    pub(crate) tenth_threshold: f64,
}

/// `None` without words.
pub(crate) fn calibration(words: &[Word]) -> Option<Calibration> {
    if words.is_empty() {
        return None;
    }
    let wrong = words.iter().filter(|word| !word.right).count();
    let mut binned = vec![Vec::<Word>::new(); BINS];
    for word in words {
        // The cast clips: whatever lies outside of 0 to 1 falls into the first or the last bin.
        binned[((word.confidence * BINS as f32) as usize).min(BINS - 1)].push(*word);
    }
    let bins: Vec<Bin> = binned
        .iter()
        .enumerate()
        .filter(|(_, words)| !words.is_empty())
        .map(|(i, words)| {
            let count = words.len() as f64;
            Bin {
                from: i as f64 / BINS as f64,
                words: words.len(),
                confidence: words.iter().map(|word| f64::from(word.confidence)).sum::<f64>() / count,
                accuracy: words.iter().filter(|word| word.right).count() as f64 / count,
            }
        })
        .collect();
    let error = bins.iter().map(|bin| (bin.accuracy - bin.confidence).abs() * bin.words as f64).sum::<f64>();

    let mut sorted = words.to_vec();
    sorted.sort_by(|a, b| a.confidence.total_cmp(&b.confidence));
    let tenth = words.len() / 10;
    let threshold = f64::from(sorted[tenth].confidence);
    // Words that share the threshold's confidence cannot be told apart: each is taken with the same probability.
    let below = sorted.iter().take_while(|word| f64::from(word.confidence) < threshold).count();
    let tied: Vec<&Word> = sorted[below..].iter().take_while(|word| f64::from(word.confidence) <= threshold).collect();
    let share = |is: fn(&Word) -> bool| {
        let of = |words: &mut dyn Iterator<Item = &Word>| words.filter(|word| is(word)).count() as f64;
        let caught = of(&mut sorted[..below].iter())
            + of(&mut tied.iter().copied()) * (tenth - below) as f64 / tied.len().max(1) as f64;
        let all = of(&mut words.iter());
        if all == 0.0 { 1.0 } else { caught / all }
    };
    Some(Calibration {
        words: words.len(),
        wrong,
        expected_calibration_error: error / words.len() as f64,
        bins,
        wrong_in_least_confident_tenth: share(|word| !word.right),
        misread: words.iter().filter(|word| word.misread).count(),
        misread_in_least_confident_tenth: share(|word| word.misread),
        tenth_threshold: threshold,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(groups: &[(f32, usize, usize)]) -> Vec<Word> {
        let group = |&(confidence, right, wrong): &(f32, usize, usize)| {
            let word = move |right| Word { confidence, right, misread: false };
            std::iter::repeat_n(word(true), right).chain(std::iter::repeat_n(word(false), wrong))
        };
        groups.iter().flat_map(group).collect()
    }

    #[test]
    fn calibrated_words_have_no_error() {
        let calibrated = calibration(&words(&[(0.75, 75, 25), (0.25, 10, 30)])).unwrap();
        assert!(calibrated.expected_calibration_error < 1e-6);
        assert_eq!((calibrated.words, calibrated.wrong), (140, 55));
    }

    #[test]
    fn the_error_is_the_weighted_gap() {
        // 80 words at 0.95 of which half are right, 20 at 0.15 of which all are: 0.8 * 0.45 + 0.2 * 0.85.
        let off = calibration(&words(&[(0.95, 40, 40), (0.15, 20, 0)])).unwrap();
        assert!((off.expected_calibration_error - 0.53).abs() < 1e-6, "{}", off.expected_calibration_error);
        assert_eq!(off.bins.len(), 2);
        assert!((off.bins[1].accuracy - 0.5).abs() < 1e-9 && (off.bins[1].from - 0.9).abs() < 1e-9);
    }

    #[test]
    fn the_least_confident_tenth_is_looked_through() {
        let seen = calibration(&words(&[(0.1, 1, 4), (0.3, 2, 3), (0.9, 87, 3)])).unwrap();
        assert!((seen.wrong_in_least_confident_tenth - 0.7).abs() < 1e-9, "{}", seen.wrong_in_least_confident_tenth);
        let all_alike = calibration(&words(&[(0.5, 80, 20)])).unwrap();
        assert!((all_alike.wrong_in_least_confident_tenth - 0.1).abs() < 1e-9, "no better than chance");
    }

    #[test]
    fn misreadings_are_looked_for_among_the_wrong() {
        let wrong = |confidence, misread| Word { confidence, right: false, misread };
        let mut all = words(&[(0.9, 16, 0)]);
        all.extend([wrong(0.1, true), wrong(0.2, false), wrong(0.8, true), wrong(0.8, false)]);
        let seen = calibration(&all).unwrap();
        assert_eq!((seen.wrong, seen.misread), (4, 2));
        assert!((seen.wrong_in_least_confident_tenth - 0.5).abs() < 1e-9);
        assert!((seen.misread_in_least_confident_tenth - 0.5).abs() < 1e-9);
    }

    #[test]
    fn edges_of_the_scale_are_taken() {
        let edges = calibration(&words(&[(1.0, 1, 0), (0.0, 0, 1)])).unwrap();
        assert!(edges.expected_calibration_error < 1e-9);
        assert_eq!(calibration(&[]), None);
    }
}
