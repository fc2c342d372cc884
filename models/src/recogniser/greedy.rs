//! Best-path CTC decoding (Graves et al., 2006): the best class of each step, repeats merged, blanks dropped.

use super::{
    Label,
    softmax::{self, Norm},
};

/// A line as its best path reads it.
pub(super) struct BestPath {
    pub(super) labels: Vec<Label>,
    /// The probability of the best class where it is lowest, the blank included; 1 without any step.
    pub(super) least: f32,
    /// What makes probabilities of each step's logits.
    pub(super) norms: Vec<Norm>,
}

/// Reads one line from its logits, `classes` for each time step.
pub(super) fn read(logits: &[f32], classes: usize, temperature: f32) -> BestPath {
    let mut labels: Vec<Label> = Vec::new();
    let (mut previous, mut least) = (0, 1.0_f32);
    let mut norms = Vec::with_capacity(logits.len() / classes.max(1));
    for (step, row) in logits.chunks_exact(classes).enumerate() {
        let (class, top) = softmax::best(row);
        let total = softmax::total(row, top, temperature);
        norms.push(Norm { top, rest: total.ln() });
        let probability = 1.0 / total;
        least = least.min(probability);
        if class != 0 {
            match labels.last_mut() {
                Some(label) if class == previous => {
                    label.end = step;
                    label.probability = label.probability.max(probability);
                }
                _ => labels.push(Label { class, start: step, end: step, probability }),
            }
        }
        previous = class;
    }
    BestPath { labels, least, norms }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn repeats_merge_unless_a_blank_is_between() {
        let best = [2, 2, 0, 2, 3, 3];
        let logits: Vec<f32> = best.iter().flat_map(|c| (0..4).map(move |i| if i == *c { 5.0 } else { 0.0 })).collect();
        let BestPath { labels, least, .. } = read(&logits, 4, 1.0);
        let seen: Vec<_> = labels.iter().map(|l| (l.class, l.start, l.end)).collect();
        assert_eq!(seen, [(2, 0, 1), (2, 3, 3), (3, 4, 5)]);
        let expected = 5f32.exp() / (5f32.exp() + 3.0);
        assert!((labels[0].probability - expected).abs() < 1e-5 && (least - expected).abs() < 1e-5);
    }
}
