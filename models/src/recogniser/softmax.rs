//! The softmax of one time step, on whole registers of classes at a time: it is taken of every step of every line.
//!
//! Not responsible for what the classes stand for.

use wide::f32x8;

/// Classes worked on at a time.
const LANES: usize = 8;

/// The best class of a time step and its logit; the first of equal ones, and class 0 when nothing is a number.
pub(super) fn best(logits: &[f32]) -> (usize, f32) {
    let mut lanes = [f32::NEG_INFINITY; LANES];
    let (chunks, rest) = logits.as_chunks::<LANES>();
    for chunk in chunks {
        for (most, value) in lanes.iter_mut().zip(chunk) {
            *most = if *value > *most { *value } else { *most };
        }
    }
    let top = lanes.iter().chain(rest).copied().fold(f32::NEG_INFINITY, f32::max);
    (logits.iter().position(|value| *value == top).unwrap_or(0), top)
}

/// The sum of `e^((logit - top) / temperature)` over the classes of a time step, `top` being the largest logit: what the softmax
/// divides by. 1 or more.
pub(super) fn total(logits: &[f32], top: f32, temperature: f32) -> f32 {
    let (top, scale) = (f32x8::splat(top), f32x8::splat(1.0 / temperature));
    let exp = |chunk: [f32; LANES]| ((f32x8::from(chunk) - top) * scale).exp();
    let (chunks, rest) = logits.as_chunks::<LANES>();
    let mut sum = f32x8::ZERO;
    for chunk in chunks {
        sum += exp(*chunk);
    }
    let mut last = [f32::NEG_INFINITY; LANES];
    last[..rest.len()].copy_from_slice(rest);
    sum += exp(last);
    sum.reduce_add()
}

/// What makes probabilities of a time step's logits.
#[derive(Debug, Clone, Copy)]
pub(super) struct Norm {
    /// The largest logit.
    pub(super) top: f32,
    /// The logarithm of [`total`]: minus that of the best class's probability. 0 or more.
    pub(super) rest: f32,
}

/// A line's logits, and what makes probabilities of them.
#[derive(Debug, Clone, Copy)]
pub(super) struct Steps<'a> {
    /// `classes` for each time step.
    pub(super) logits: &'a [f32],
    pub(super) classes: usize,
    pub(super) temperature: f32,
    /// One for each time step.
    pub(super) norms: &'a [Norm],
}

impl Steps<'_> {
    pub(super) const fn len(&self) -> usize {
        self.norms.len()
    }

    fn row(&self, step: usize) -> &[f32] {
        &self.logits[step * self.classes..(step + 1) * self.classes]
    }

    /// The logarithm of the probability of a class at a time step.
    pub(super) fn log_probability(&self, step: usize, class: usize) -> f32 {
        let Norm { top, rest } = self.norms[step];
        // Subtracted one after the other: their sum would lose the small one where logits are large.
        (self.row(step)[class] - top) / self.temperature - rest
    }

    /// Puts the classes of a time step that are more probable than `least` (a logarithm) into `likely`, with the logarithms of their
    /// probabilities.
    pub(super) fn likely(&self, step: usize, least: f32, likely: &mut Vec<(usize, f32)>) {
        likely.clear();
        let Norm { top, rest } = self.norms[step];
        // What the division would make of a logit this low is below `least` for sure.
        let worth_a_look = top + (least + rest) * self.temperature - top.abs() * f32::EPSILON * 4.0;
        for (at, chunk) in self.row(step).chunks(LANES).enumerate() {
            if chunk.iter().fold(false, |any, value| any | (*value >= worth_a_look)) {
                let classes = at * LANES..at * LANES + chunk.len();
                let found = classes.map(|class| (class, self.log_probability(step, class)));
                likely.extend(found.filter(|(_, probability)| *probability > least));
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_is_the_first_of_the_largest() {
        let mut logits: Vec<f32> = (0..37).map(|i| (i * 7 % 31) as f32).collect();
        assert_eq!(best(&logits), (22, 30.0));
        logits[36] = 31.0;
        assert_eq!(best(&logits), (36, 31.0));
        logits[3] = f32::NAN;
        assert_eq!(best(&logits), (36, 31.0));
        assert_eq!(best(&[f32::NAN; 9]).0, 0);
    }

    #[test]
    fn the_sum_is_that_of_exact_arithmetic() {
        for classes in [1_usize, 7, 8, 9, 190] {
            for (spread, temperature) in [(1.0_f32, 1.0_f32), (40.0, 1.3), (900.0, 0.7)] {
                let logits: Vec<f32> = (0..classes).map(|i| ((i * 7919 % 191) as f32 / 190.0 - 1.0) * spread).collect();
                let (_, top) = best(&logits);
                let exact: f64 =
                    logits.iter().map(|v| ((f64::from(*v) - f64::from(top)) / f64::from(temperature)).exp()).sum();
                let found = f64::from(total(&logits, top, temperature));
                assert!((found / exact - 1.0).abs() < 1e-5, "{classes} classes: {found} is not {exact}");
            }
        }
    }

    #[test]
    fn probabilities_sum_to_one_even_for_large_logits() {
        let logits = [900.0, 899.0, -900.0, 899.5, 898.0, 0.0, 1.0, 2.0, 3.0, 897.0];
        let (_, top) = best(&logits);
        for temperature in [1.0, 2.5] {
            let norms = [Norm { top, rest: total(&logits, top, temperature).ln() }];
            let steps = Steps { logits: &logits, classes: logits.len(), temperature, norms: &norms };
            let sum: f32 = (0..logits.len()).map(|class| steps.log_probability(0, class).exp()).sum();
            assert!((sum - 1.0).abs() < 1e-5);
            let mut likely = Vec::new();
            steps.likely(0, -2.0, &mut likely);
            let expected: Vec<usize> =
                (0..logits.len()).filter(|class| steps.log_probability(0, *class) > -2.0).collect();
            assert_eq!(likely.iter().map(|(class, _)| *class).collect::<Vec<_>>(), expected);
            assert!(expected.len() >= 3, "{expected:?}");
        }
    }
}
