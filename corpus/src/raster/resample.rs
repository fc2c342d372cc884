//! Changing the size of a plane: area averages when shrinking, bilinear when growing.

use super::Plane;

/// What one output sample takes from a source row: first index, and weights that sum to 1 (at most a few dozen).
struct Tap {
    first: usize,
    weights: Vec<f32>,
}

/// Taps that carry `out` samples over the source interval [`from`, `to`), clamped to 0..`len`.
fn taps(from: f32, to: f32, out: usize, len: usize) -> Vec<Tap> {
    let step = (to - from) / out as f32;
    // Half the width of the filter: a box as wide as the step, or a triangle of two source pixels when growing.
    let mut result = Vec::with_capacity(out);
    for i in 0..out {
        let centre = from + (i as f32 + 0.5) * step;
        let mut weights = Vec::new();
        let last = len as i64 - 1;
        let first;
        if step > 1.0 {
            let (a, b) = (centre - step / 2.0, centre + step / 2.0);
            let (lo, hi) = (a.floor() as i64, (b.ceil() as i64 - 1).max(a.floor() as i64));
            first = lo.clamp(0, last);
            for k in lo..=hi {
                let cover = (b.min(k as f32 + 1.0) - a.max(k as f32)).max(0.0);
                let at = (k.clamp(0, last) - first) as usize;
                if weights.len() <= at {
                    weights.resize(at + 1, 0.0);
                }
                weights[at] += cover;
            }
        } else {
            let p = centre - 0.5;
            let lo = p.floor();
            let t = p - lo;
            let (k0, k1) = ((lo as i64).clamp(0, last), (lo as i64 + 1).clamp(0, last));
            first = k0;
            weights = if k1 > k0 { vec![1.0 - t, t] } else { vec![1.0] };
        }
        let total: f32 = weights.iter().sum();
        if total > 0.0 {
            for w in &mut weights {
                *w /= total;
            }
        }
        result.push(Tap { first: first as usize, weights });
    }
    result
}

/// The whole plane at another size.
pub(crate) fn resize(source: &Plane, width: usize, height: usize) -> Plane {
    let cut = Cut { x0: 0.0, x1: source.width as f32, y0: 0.0, y1: source.height as f32, slope: 0.0 };
    cut.sample(source, width, height)
}

/// A part of a plane to cut out: a rectangle, sheared so that its top and bottom run along a sloping baseline.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cut {
    pub(crate) x0: f32,
    pub(crate) x1: f32,
    /// Top and bottom where x is `x0`.
    pub(crate) y0: f32,
    pub(crate) y1: f32,
    /// How many pixels top and bottom go down per pixel to the right.
    pub(crate) slope: f32,
}

impl Cut {
    /// Samples the part at `width` x `height`; what lies outside the plane repeats its edge.
    pub(crate) fn sample(&self, source: &Plane, width: usize, height: usize) -> Plane {
        let mut out = Plane::new(width, height, 0);
        if width == 0 || height == 0 || source.width == 0 || source.height == 0 {
            return out;
        }
        // Across first, only the rows that can be needed.
        let drift = self.slope * (self.x1 - self.x0);
        let top = (self.y0 + drift.min(0.0) - 2.0).floor().clamp(0.0, (source.height - 1) as f32) as usize;
        let bottom = (self.y1 + drift.max(0.0) + 2.0).ceil().clamp(top as f32 + 1.0, source.height as f32) as usize;
        let across = taps(self.x0, self.x1, width, source.width);
        let rows = bottom - top;
        let mut middle = vec![0.0f32; rows * width];
        for r in 0..rows {
            let row = source.row(top + r);
            for (o, tap) in middle[r * width..(r + 1) * width].iter_mut().zip(&across) {
                *o = tap.weights.iter().zip(&row[tap.first..]).map(|(w, p)| w * f32::from(*p)).sum();
            }
        }
        // Then down. With a slope every column has its own interval: a box over fractional rows, or bilinear.
        let step = (self.y1 - self.y0) / height as f32;
        let column_drift = self.slope * (self.x1 - self.x0) / width as f32;
        if self.slope == 0.0 {
            let down = taps(self.y0 - top as f32, self.y1 - top as f32, height, rows);
            let mut acc = vec![0.0f32; width];
            for (y, tap) in down.iter().enumerate() {
                acc.fill(0.0);
                for (i, w) in tap.weights.iter().enumerate() {
                    let from = &middle[(tap.first + i) * width..(tap.first + i + 1) * width];
                    for (a, m) in acc.iter_mut().zip(from) {
                        *a += w * m;
                    }
                }
                for (o, a) in out.row_mut(y).iter_mut().zip(&acc) {
                    *o = (a + 0.5) as u8;
                }
            }
            return out;
        }
        // Taps for 16 sub-row phases of the drift, so that a column only picks a table.
        const PHASES: usize = 16;
        let phased: Vec<Vec<Tap>> = (0..PHASES)
            .map(|p| {
                let shift = p as f32 / PHASES as f32;
                // A margin of whole rows keeps the taps of every phase from being clamped before the drift is added.
                let margin = 64.0;
                taps(shift + margin, shift + margin + step * height as f32, height, usize::MAX >> 20)
            })
            .collect();
        for x in 0..width {
            let start = self.y0 - top as f32 + column_drift * (x as f32 + 0.5);
            let scaled = (start * PHASES as f32).round() as i64;
            let whole = scaled.div_euclid(PHASES as i64) - 64;
            let table = &phased[scaled.rem_euclid(PHASES as i64) as usize];
            for (y, tap) in table.iter().enumerate() {
                let mut v = 0.0;
                for (i, w) in tap.weights.iter().enumerate() {
                    let r = (tap.first as i64 + i as i64 + whole).clamp(0, rows as i64 - 1) as usize;
                    v += w * middle[r * width + x];
                }
                out.data[y * width + x] = (v + 0.5) as u8;
            }
        }
        out
    }
}
