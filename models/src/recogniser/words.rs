//! From labels with their time steps to words with their places.

use super::Label;

/// A line as it was read.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct LineText {
    /// Words separated by single spaces; none at the ends.
    pub text: String,
    /// Mean confidence of the words, weighted by their length; 1 for a line without any.
    pub confidence: f32,
    /// In reading order.
    pub words: Vec<WordText>,
    /// Probability that it was written by hand; 0 where the network does not tell.
    pub handwriting: f32,
    /// The text is what stands there, doubtful words included, and no mere guess. A line without a text is not legible.
    pub legible: bool,
}

/// A word as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct WordText {
    /// Without spaces, never empty.
    pub text: String,
    /// The least of its characters' probabilities: a word is as doubtful as its most doubtful character.
    pub confidence: f32,
    /// Left end, as a share of the crop's width.
    pub from: f32,
    /// Right end, as a share of the crop's width.
    pub to: f32,
}

/// Puts labels together into words. `symbols`: what class 1 and up stand for. `step` is the width of a time step as a share of
/// the crop's width.
pub(super) fn assemble(labels: &[Label], symbols: &[String], step: f32) -> LineText {
    let symbol = |label: &Label| symbols.get(label.class.wrapping_sub(1)).map_or("", String::as_str);
    let runs: Vec<&[Label]> = labels.split(|label| symbol(label) == " ").filter(|run| !run.is_empty()).collect();
    let half = half_character(&runs);
    let middle = |label: &Label| (label.start + label.end + 1) as f32 / 2.0;
    let mut words: Vec<WordText> = Vec::with_capacity(runs.len());
    for (index, run) in runs.iter().enumerate() {
        let (Some(first), Some(last)) = (run.first(), run.last()) else {
            continue;
        };
        // A network fires somewhere within a character, so a word reaches half a character beyond its first and last
        // firing, though never past the middle of the gap to its neighbour.
        let mut from = middle(first) - half;
        let mut to = middle(last) + half;
        if let Some(before) = index.checked_sub(1).and_then(|i| runs[i].last()) {
            from = from.max((middle(before) + middle(first)) / 2.0);
        }
        if let Some(after) = runs.get(index + 1).and_then(|r| r.first()) {
            to = to.min((middle(last) + middle(after)) / 2.0);
        }
        words.push(WordText {
            text: run.iter().map(symbol).collect(),
            confidence: run.iter().map(|label| label.probability).fold(1.0, f32::min),
            from: (from * step).clamp(0.0, 1.0),
            to: (to * step).clamp(0.0, 1.0),
        });
    }
    let length: f32 = words.iter().map(|word| word.text.chars().count() as f32).sum();
    let weighted: f32 = words.iter().map(|word| word.text.chars().count() as f32 * word.confidence).sum();
    LineText {
        text: words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" "),
        confidence: if length > 0.0 { weighted / length } else { 1.0 },
        words,
        handwriting: 0.0,
        legible: false,
    }
}

/// Half the usual width of a character in time steps: half the median distance between neighbours within words.
fn half_character(runs: &[&[Label]]) -> f32 {
    let mut distances: Vec<f32> = runs
        .iter()
        .flat_map(|run| run.windows(2))
        .map(|pair| (pair[1].start + pair[1].end) as f32 / 2.0 - (pair[0].start + pair[0].end) as f32 / 2.0)
        .collect();
    distances.sort_by(f32::total_cmp);
    // A line of single characters: about what a character of the trained height takes.
    distances.get(distances.len() / 2).copied().unwrap_or(4.0) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn symbols() -> Vec<String> {
        [" ", "a", "b"].map(str::to_owned).to_vec()
    }

    fn label(class: usize, at: usize, probability: f32) -> Label {
        Label { class, start: at, end: at, probability }
    }

    #[test]
    fn spaces_are_never_doubled_and_never_at_the_ends() {
        let labels = [1, 2, 3, 1, 1, 2, 1].iter().enumerate().map(|(i, c)| label(*c, i * 4, 0.9)).collect::<Vec<_>>();
        let line = assemble(&labels, &symbols(), 0.01);
        assert_eq!(line.text, "ab a");
        assert_eq!(line.words.len(), 2);
    }

    #[test]
    fn words_cover_their_characters_and_do_not_overlap() {
        let labels = [label(2, 10, 0.9), label(3, 14, 0.5), label(1, 18, 1.0), label(2, 22, 1.0), label(2, 26, 1.0)];
        let line = assemble(&labels, &symbols(), 0.01);
        let (first, second) = (&line.words[0], &line.words[1]);
        assert!(first.from < 0.10 && first.to > 0.145, "{first:?}");
        assert!(second.from > first.to && second.to > 0.265, "{second:?}");
        assert_eq!(first.confidence, 0.5);
        assert!((line.confidence - 0.75).abs() < 1e-6);
    }

    #[test]
    fn nothing_read_is_an_empty_line() {
        assert_eq!(assemble(&[label(1, 3, 0.9)], &symbols(), 0.1), LineText { confidence: 1.0, ..LineText::default() });
    }
}
