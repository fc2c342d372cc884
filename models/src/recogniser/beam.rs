//! Prefix beam search over CTC output (Hannun et al., 2014, without a language model): the text whose paths together are the
//! most probable, which need not be the text of the most probable path.

use std::collections::HashMap;

use super::{Label, log_softmax};

/// Classes less probable than this at a step are not followed: they cannot change the best of a few prefixes.
const LEAST: f32 = -9.0;

/// The labels of one line from its logits, `classes` for each time step, keeping `width` prefixes.
pub(super) fn labels(logits: &[f32], classes: usize, temperature: f32, width: usize) -> Vec<Label> {
    let rows: Vec<Vec<f32>> = logits.chunks_exact(classes).map(|row| log_softmax(row, temperature)).collect();
    align(&rows, &search(&rows, width))
}

/// Logarithms of the probabilities of a prefix: of its paths that end in a blank, and in its last label.
#[derive(Clone, Copy)]
struct Score {
    blank: f32,
    label: f32,
}

impl Score {
    const NONE: Self = Self { blank: f32::NEG_INFINITY, label: f32::NEG_INFINITY };

    fn total(self) -> f32 {
        add(self.blank, self.label)
    }
}

/// ln(e^a + e^b)
fn add(a: f32, b: f32) -> f32 {
    let (high, low) = if a > b { (a, b) } else { (b, a) };
    if low == f32::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
}

fn search(rows: &[Vec<f32>], width: usize) -> Vec<usize> {
    let mut beam: Vec<(Vec<usize>, Score)> = vec![(Vec::new(), Score { blank: 0.0, label: f32::NEG_INFINITY })];
    for row in rows {
        let mut next: HashMap<Vec<usize>, Score> = HashMap::with_capacity(beam.len() * 4);
        for (prefix, score) in &beam {
            let total = score.total();
            let last = prefix.last().copied();
            for (class, probability) in row.iter().copied().enumerate().filter(|(_, p)| *p > LEAST) {
                if class == 0 {
                    let entry = next.entry(prefix.clone()).or_insert(Score::NONE);
                    entry.blank = add(entry.blank, total + probability);
                    continue;
                }
                if last == Some(class) {
                    // Without a blank between, the repeat is the same character going on.
                    let entry = next.entry(prefix.clone()).or_insert(Score::NONE);
                    entry.label = add(entry.label, score.label + probability);
                }
                let from = if last == Some(class) { score.blank } else { total };
                let mut longer = prefix.clone();
                longer.push(class);
                let entry = next.entry(longer).or_insert(Score::NONE);
                entry.label = add(entry.label, from + probability);
            }
        }
        beam = next.into_iter().collect();
        // Ties are broken by the text itself, or the order of a hash map would decide.
        beam.sort_by(|a, b| b.1.total().total_cmp(&a.1.total()).then_with(|| a.0.cmp(&b.0)));
        beam.truncate(width);
    }
    beam.into_iter().next().map(|(prefix, _)| prefix).unwrap_or_default()
}

/// Where each label stands: the most probable path of the given text (Viterbi over the text with blanks between).
fn align(rows: &[Vec<f32>], text: &[usize]) -> Vec<Label> {
    if text.is_empty() {
        return Vec::new();
    }
    let states = 2 * text.len() + 1;
    let class = |state: usize| if state.is_multiple_of(2) { 0 } else { text[state / 2] };
    let mut score = vec![f32::NEG_INFINITY; states];
    let mut from = vec![0u8; states * rows.len()];
    for (step, row) in rows.iter().enumerate() {
        let mut next = vec![f32::NEG_INFINITY; states];
        for state in 0..states {
            let (mut best, mut back) =
                if step == 0 { (if state < 2 { 0.0 } else { f32::NEG_INFINITY }, 0) } else { (score[state], 0) };
            if step > 0 && state >= 1 && score[state - 1] > best {
                (best, back) = (score[state - 1], 1);
            }
            let may_skip = state >= 2 && class(state) != 0 && class(state) != class(state - 2);
            if step > 0 && may_skip && score[state - 2] > best {
                (best, back) = (score[state - 2], 2);
            }
            next[state] = best + row[class(state)];
            from[step * states + state] = back;
        }
        score = next;
    }
    let mut state = if states >= 2 && score[states - 2] > score[states - 1] { states - 2 } else { states - 1 };
    let mut labels: Vec<Label> =
        text.iter().map(|class| Label { class: *class, start: usize::MAX, end: 0, probability: 0.0 }).collect();
    for step in (0..rows.len()).rev() {
        if state % 2 == 1 {
            let label = &mut labels[state / 2];
            label.start = step;
            label.end = label.end.max(step);
            label.probability = label.probability.max(rows[step][label.class].exp());
        }
        state = state.saturating_sub(usize::from(from[step * states + state]));
    }
    labels.retain(|label| label.start != usize::MAX);
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn logits(rows: &[[f32; 3]]) -> Vec<f32> {
        rows.iter().flatten().map(|p| p.ln()).collect()
    }

    #[test]
    fn the_sum_of_paths_wins_over_the_best_path() {
        // Graves' example: the best path is two blanks (0.36), but the paths of "a" sum to 0.64.
        let rows = logits(&[[0.6, 0.0001, 0.4], [0.6, 0.0001, 0.4]]);
        assert!(super::super::greedy::labels(&rows, 3, 1.0).is_empty());
        let labels = labels(&rows, 3, 1.0, 4);
        assert_eq!(labels.iter().map(|l| l.class).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn agrees_with_greedy_where_the_network_is_sure() {
        let rows = logits(&[[0.02, 0.0, 0.98], [0.97, 0.0, 0.03], [0.02, 0.0, 0.98], [0.02, 0.97, 0.01]]);
        let (beam, greedy) = (labels(&rows, 3, 1.0, 8), super::super::greedy::labels(&rows, 3, 1.0));
        assert_eq!(beam.len(), 3);
        for (b, g) in beam.iter().zip(&greedy) {
            assert_eq!((b.class, b.start, b.end), (g.class, g.start, g.end));
        }
    }
}
