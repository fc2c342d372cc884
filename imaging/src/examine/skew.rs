//! Skew from the ends of strokes: text stands on baselines, so that the lower ends, projected along the true direction, fall
//! together; and so do, less sharply, the upper ends.
//!
//! The energy of a projection is the sum of the squares of its counts (Baird, "The skew angle of printed documents",
//! 1987, with the ends of strokes instead of connected components), swept coarsely, then finely with the ends told sharply,
//! the top refined by a parabola. Where the lines of two columns of text stand at different heights, a direction a little off
//! makes the one's fall together with the other's: the fine sweep counts upright strips of the page on their own too, in
//! which lines fall together along the true direction alone.

use super::ink::Stroke;

/// Angles looked at, either way.
pub(super) const LIMIT: f32 = 15.0;
/// Fewer ends than this say nothing about a direction.
const FEWEST: usize = 40;
/// Strokes used for the coarse and for the fine sweep.
const COARSE_STROKES: usize = 3_000;
pub(super) const FINE_STROKES: usize = 5_000;
/// Steps of the coarse and of the fine sweep in degrees.
const COARSE_STEP: f32 = 0.5;
const FINE_STEP: f32 = 0.03125;
/// Half-width in degrees of the fine sweep around the best of the coarse one, to whose highest hill a parabola is fitted.
const HILL: f32 = 0.5;
/// Bins that a pixel is counted in by the coarse and by the fine sweep.
const COARSE_BINS: f32 = 1.0;
const FINE_BINS: f32 = 2.0;
/// Strips, as wide as each other, that the fine sweep counts on their own beside the whole page.
const STRIPS: usize = 4;
/// Strokes that are counted one after the other are taken from as many parts of the page.
const APART: usize = 8;
/// What the strips' energies count for, that of the whole being 1.
const OF_STRIPS: f32 = 2.0;
/// A direction is believed when its confidence is above this, and by as much more as chance alone does with few strokes: the
/// inverse of the square root of their number.
const LEAST_CONFIDENCE: f32 = 0.15;
/// Below this a page counts as straight, in degrees: it is less than a pixel over a line of text.
const DEAD_ZONE: f32 = 0.02;

/// The skew in degrees, counter-clockwise positive, and how clear it is (0 to 1). `(0, 0)` when there is no telling. `fine`
/// are some of the strokes, [`FINE_STROKES`] or so, with their ends told more sharply.
pub(super) fn measure(strokes: &[Stroke], fine: &[Stroke], width: usize) -> (f32, f32) {
    if strokes.len() < FEWEST {
        return (0.0, 0.0);
    }
    let mut projector = Projector::<1>::new(&thinned(strokes, COARSE_STROKES), width, COARSE_BINS);
    let sweep: Vec<(f32, f64)> = angles(0.0, LIMIT, COARSE_STEP).map(|a| (a, projector.energy(a))).collect();
    let mut energies: Vec<f64> = sweep.iter().map(|s| s.1).collect();
    energies.sort_by(f64::total_cmp);
    let usual = energies[energies.len() / 2];
    let (best, top) = highest(sweep.iter().copied());
    let confidence = (1.0 - usual / top.max(1.0)).clamp(0.0, 1.0) as f32;
    if confidence < LEAST_CONFIDENCE + 1.0 / (strokes.len() as f32).sqrt() {
        return (0.0, 0.0);
    }
    let mut projector = Projector::<STRIPS>::new(fine, width, FINE_BINS);
    let points: Vec<(f32, f64)> = angles(best, HILL, FINE_STEP).map(|a| (a, projector.energy(a))).collect();
    let angle = peak(&points).clamp(-LIMIT, LIMIT);
    (if angle.abs() < DEAD_ZONE { 0.0 } else { angle }, confidence)
}

/// From `centre - reach` to `centre + reach`, `centre` among them.
fn angles(centre: f32, reach: f32, step: f32) -> impl Iterator<Item = f32> {
    let count = (reach / step).round() as i32;
    (-count..=count).map(move |i| centre + i as f32 * step)
}

fn highest(points: impl Iterator<Item = (f32, f64)>) -> (f32, f64) {
    points.fold((0.0, f64::NEG_INFINITY), |best, point| if point.1 > best.1 { point } else { best })
}

/// The top of the hill: of the parabola through its upper half, around the highest point.
fn peak(points: &[(f32, f64)]) -> f32 {
    let (best, top) = highest(points.iter().copied());
    let low = points.iter().map(|p| p.1).fold(f64::INFINITY, f64::min);
    let floor = low + (top - low) * 0.6;
    let at = points.iter().position(|p| p.0 == best).unwrap_or(0);
    let left = points[..at].iter().rposition(|p| p.1 < floor).map_or(0, |i| i + 1);
    let right = points[at..].iter().position(|p| p.1 < floor).map_or(points.len(), |i| at + i);
    // Least squares of e = a + b t + c t^2, t in steps from the middle of the part used, where its odd moments vanish.
    let used = &points[left.min(at.saturating_sub(1))..right.max((at + 2).min(points.len()))];
    let middle = f64::from(used[0].0 + used[used.len() - 1].0) / 2.0;
    let (mut s0, mut s2, mut s4, mut e0, mut e1, mut e2) = (0.0, 0.0, 0.0, 0.0, 0.0, 0.0);
    for (angle, energy) in used {
        let t = (f64::from(*angle) - middle) / f64::from(FINE_STEP);
        let e = (energy - low) / (top - low).max(1.0);
        s0 += 1.0;
        s2 += t * t;
        s4 += t.powi(4);
        e0 += e;
        e1 += e * t;
        e2 += e * t * t;
    }
    let b = e1 / s2;
    let c = (s0 * e2 - s2 * e0) / (s0 * s4 - s2 * s2);
    let reach = used.len() as f64 / 2.0;
    if c < 0.0 { (middle + (-b / (2.0 * c)).clamp(-reach, reach) * f64::from(FINE_STEP)) as f32 } else { best }
}

/// About `most` of the strokes, evenly taken.
pub(super) fn thinned(strokes: &[Stroke], most: usize) -> Vec<Stroke> {
    strokes.iter().step_by(strokes.len().div_ceil(most).max(1)).copied().collect()
}

/// The projection of strokes, which is counted for each bin in so many strips.
struct Projector<const STRIPS: usize> {
    strokes: Vec<Placed>,
    bottoms: Vec<[f32; STRIPS]>,
    tops: Vec<[f32; STRIPS]>,
    offset: f32,
}

/// A stroke with its place in bins.
struct Placed {
    x: f32,
    bottom: f32,
    top: f32,
    weight: f32,
    top_weight: f32,
    strip: usize,
}

impl<const STRIPS: usize> Projector<STRIPS> {
    /// For strokes on a level of this width, with so many bins a pixel.
    fn new(strokes: &[Stroke], width: usize, bins: f32) -> Self {
        let lowest = strokes.iter().map(|s| s.bottom).fold(0.0, f32::max);
        let drift = width as f32 * LIMIT.to_radians().tan() * 1.1 + 2.0;
        let counts = vec![[0.0; STRIPS]; ((lowest + 2.0 * drift) * bins) as usize + 4];
        let strips_per_pixel = STRIPS as f32 / width.max(1) as f32;
        let placed = |stroke: &Stroke| Placed {
            x: stroke.x * bins,
            bottom: stroke.bottom * bins,
            top: stroke.top * bins,
            weight: stroke.weight,
            top_weight: stroke.top_weight,
            strip: ((stroke.x * strips_per_pixel) as usize).min(STRIPS - 1),
        };
        // Those of one line of text count in the same bins, and a count waits for the one before it: neighbours are parted.
        let apart = strokes.len().div_ceil(APART);
        let strokes =
            (0..apart).flat_map(|first| strokes.iter().skip(first).step_by(apart.max(1))).map(placed).collect();
        Self { strokes, tops: counts.clone(), bottoms: counts, offset: drift * bins }
    }

    /// The energy of the whole page and those of its strips together.
    fn energy(&mut self, degrees: f32) -> f64 {
        self.bottoms.fill([0.0; STRIPS]);
        self.tops.fill([0.0; STRIPS]);
        let slope = degrees.to_radians().tan();
        // Content turned counter-clockwise rises to the right: y + x tan is the same all along a line.
        for stroke in &self.strokes {
            let base = stroke.x * slope + self.offset;
            put(&mut self.bottoms, stroke.strip, base + stroke.bottom, stroke.weight);
            put(&mut self.tops, stroke.strip, base + stroke.top, stroke.top_weight);
        }
        squares(&self.bottoms) + squares(&self.tops)
    }
}

/// The sum of the squares of the counts of all strips, weighed, and of those of the whole.
fn squares<const STRIPS: usize>(counts: &[[f32; STRIPS]]) -> f64 {
    // In several sums, which do not wait for each other.
    let (blocks, rest) = counts.as_chunks::<8>();
    let of = |strips: &[f32; STRIPS]| {
        OF_STRIPS * strips.iter().map(|count| count * count).sum::<f32>() + strips.iter().sum::<f32>().powi(2)
    };
    let mut sums = [0.0; 8];
    for block in blocks {
        for (sum, strips) in sums.iter_mut().zip(block) {
            *sum += of(strips);
        }
    }
    sums.iter().copied().chain(rest.iter().map(of)).map(f64::from).sum()
}

/// Counts an end, shared between the two bins next to it.
#[inline]
fn put<const STRIPS: usize>(bins: &mut [[f32; STRIPS]], strip: usize, at: f32, weight: f32) {
    // A whole number of this size has its bits as they are in an integer: cheaper than a conversion that minds all floats.
    const WHOLE: f32 = 8_388_608.0;
    let lower = at - 0.5 + WHOLE;
    let bin = (lower.to_bits() - WHOLE.to_bits()) as usize;
    let share = at - (lower - WHOLE);
    if let Some([low, high]) = bins.get_mut(bin..bin + 2) {
        low[strip] += (1.0 - share) * weight;
        high[strip] += share * weight;
    }
}

#[cfg(test)]
mod tests {
    use rand::rngs::StdRng;
    use rand::{Rng, SeedableRng};

    use super::*;

    #[test]
    fn a_rule_does_not_outweigh_the_text() {
        let mut random = StdRng::seed_from_u64(6);
        let slope = 3.0f32.to_radians().tan();
        let mut strokes = Vec::new();
        for line in 0..12 {
            for _ in 0..90 {
                let x: u16 = random.random_range(60..560);
                let bottom = 200.0 + 20.0 * line as f32 - f32::from(x) * slope + random.random_range(-0.4..0.4);
                strokes.push(Stroke::new(x, bottom - random.random_range(4.0..8.0), bottom));
            }
        }
        // A crease right across, level and two pixels high.
        strokes.extend((0..620).map(|x| Stroke::new(x, 600.0, 602.0)));
        strokes.sort_by(|a, b| a.bottom.total_cmp(&b.bottom));
        let unweighted = measure(&strokes, &strokes, 620).0;
        crate::examine::ink::weigh_rules(&mut strokes, 620);
        let weighted = measure(&strokes, &strokes, 620).0;
        assert!((weighted - 3.0).abs() < 0.05 && (unweighted - 3.0).abs() > 1.0, "{weighted}, unweighted {unweighted}");
    }

    #[test]
    fn a_ragged_band_does_not_outweigh_the_text() {
        let mut random = StdRng::seed_from_u64(7);
        let slope = 3.0f32.to_radians().tan();
        let mut strokes = Vec::new();
        for line in 0..6 {
            for _ in 0..60 {
                let x: u16 = random.random_range(60..560);
                let bottom = 200.0 + 20.0 * line as f32 - f32::from(x) * slope + random.random_range(-0.4..0.4);
                strokes.push(Stroke::new(x, bottom - random.random_range(4.0..8.0), bottom));
            }
        }
        // The scanner's background, level above and torn below, and specks under it that part its columns from each other.
        strokes.extend((0..620).map(|x| Stroke::new(x, 20.0, 22.0 + random.random_range(0.0..20.0))));
        strokes.extend((0..620).step_by(3).map(|x| {
            let top = random.random_range(24.0..60.0);
            Stroke::new(x, top, top + 2.0)
        }));
        strokes.sort_by(|a, b| a.bottom.total_cmp(&b.bottom));
        crate::examine::ink::weigh_rules(&mut strokes, 620);
        let found = measure(&strokes, &strokes, 620).0;
        assert!((found - 3.0).abs() < 0.05, "{found}");
    }

    #[test]
    fn lines_of_two_columns_are_not_one() {
        let mut random = StdRng::seed_from_u64(8);
        let slope = 3.0f32.to_radians().tan();
        // The right column's lines stand 2 pixels higher: 0.4 degrees over what is between the columns' middles.
        let mut strokes = Vec::new();
        for (column, rise) in [(40, 0.0), (330, 2.0)] {
            for line in 0..40 {
                for _ in 0..60 {
                    let x: u16 = random.random_range(column..column + 250);
                    let bottom =
                        200.0 + 15.0 * line as f32 - rise - f32::from(x) * slope + random.random_range(-0.35..0.35);
                    strokes.push(Stroke::new(x, bottom - random.random_range(4.0..8.0), bottom));
                }
            }
        }
        let found = measure(&strokes, &strokes, 620).0;
        // Counted as a whole, the page lies at 3.3.
        assert!((found - 3.0).abs() < 0.2, "{found}");
    }

    #[test]
    fn noise_has_no_direction() {
        let mut random = StdRng::seed_from_u64(5);
        for count in [40, 60, 100, 200, 400, 1_000, 4_000, 20_000] {
            for _ in 0..20 {
                let mut strokes: Vec<Stroke> = (0..count)
                    .map(|_| {
                        let top = random.random_range(0.0..870.0);
                        Stroke::new(random.random_range(0..620), top, top + random.random_range(2.0..9.0))
                    })
                    .collect();
                strokes.sort_by(|a, b| a.bottom.total_cmp(&b.bottom));
                assert_eq!(measure(&strokes, &strokes, 620), (0.0, 0.0), "{count} strokes");
            }
        }
    }
}
