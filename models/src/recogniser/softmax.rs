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

/// Logarithms of the probabilities of one time step: `logits / temperature`, normalised.
pub(super) fn log_softmax(logits: &[f32], temperature: f32) -> Vec<f32> {
    let (_, top) = best(logits);
    let rest = total(logits, top, temperature).ln();
    // Subtracted one after the other: their sum would lose the small one where logits are large.
    logits.iter().map(|v| (v - top) / temperature - rest).collect()
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
    fn log_softmax_sums_to_one_even_for_large_logits() {
        let total: f32 = log_softmax(&[900.0, 899.0, -900.0], 1.0).iter().map(|v| v.exp()).sum();
        assert!((total - 1.0).abs() < 1e-5);
    }
}
