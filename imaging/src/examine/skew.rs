//! Skew from the lower ends of strokes: text stands on baselines, so that the ends, projected along the true direction,
//! fall together.
//!
//! The energy of a projection is the sum of the squares of its counts (Baird, "The skew angle of printed documents",
//! 1987, with the ends of strokes instead of connected components), swept from coarse to fine, the top refined by a
//! parabola.

/// Angles looked at, either way.
const LIMIT: f32 = 15.0;
/// Fewer ends than this say nothing about a direction.
const FEWEST: usize = 40;
/// Ends used for the coarse and for the fine sweeps.
const COARSE_ENDS: usize = 6_000;
const FINE_ENDS: usize = 24_000;
/// Steps of the sweeps in degrees, each finer around the best of the one before.
const STEPS: [f32; 4] = [0.5, 0.125, 0.03, 0.01];
/// A direction is believed when its energy is this much above the usual.
const LEAST_CONFIDENCE: f32 = 0.18;
/// Below this a page counts as straight, in degrees: it is less than a pixel over a line of text.
const DEAD_ZONE: f32 = 0.02;

/// The skew in degrees, counter-clockwise positive, and how clear it is (0 to 1). `(0, 0)` when there is no telling.
pub(super) fn measure(ends: &[(u16, u16)], width: usize) -> (f32, f32) {
    if ends.len() < FEWEST {
        return (0.0, 0.0);
    }
    let coarse = thinned(ends, COARSE_ENDS);
    let mut projector = Projector::new(ends, width);
    projector.limit(coarse.len());
    let sweep: Vec<(f32, f64)> = angles(0.0, LIMIT, STEPS[0]).map(|a| (a, projector.energy(&coarse, a))).collect();
    let mut energies: Vec<f64> = sweep.iter().map(|s| s.1).collect();
    energies.sort_by(f64::total_cmp);
    let usual = energies[energies.len() / 2];
    let (mut best, top) = highest(sweep.iter().copied());
    let fine = thinned(ends, FINE_ENDS);
    projector.limit(fine.len());
    let mut points = Vec::new();
    for pair in STEPS.windows(2) {
        points = angles(best, pair[0], pair[1]).map(|a| (a, projector.energy(&fine, a))).collect();
        best = highest(points.iter().copied()).0;
    }
    let confidence = (1.0 - usual / top.max(1.0)).clamp(0.0, 1.0) as f32;
    if confidence < LEAST_CONFIDENCE {
        return (0.0, 0.0);
    }
    let angle = peak(&points, best).clamp(-LIMIT, LIMIT);
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

/// The middle of the hill: the energy is a little jagged at the finest step, so its upper part is weighed as a whole.
fn peak(points: &[(f32, f64)], best: f32) -> f32 {
    let top = points.iter().map(|p| p.1).fold(0.0, f64::max);
    let floor = top * 0.97;
    let near = points.iter().filter(|p| (p.0 - best).abs() <= 0.035 && p.1 > floor);
    let (sum, weight) =
        near.fold((0.0, 0.0), |(sum, weight), p| (sum + f64::from(p.0) * (p.1 - floor), weight + p.1 - floor));
    if weight > 0.0 { (sum / weight) as f32 } else { best }
}

/// About `most` of the ends, evenly taken.
fn thinned(ends: &[(u16, u16)], most: usize) -> Vec<(f32, f32)> {
    let step = ends.len().div_ceil(most).max(1);
    ends.iter().step_by(step).map(|(x, y)| (f32::from(*x), f32::from(*y))).collect()
}

struct Projector {
    bins: Vec<f32>,
    offset: f32,
    /// The most that one bin counts for: a rule across the page must not outweigh the text.
    cap: f32,
    width: f32,
    ends: usize,
}

impl Projector {
    fn new(ends: &[(u16, u16)], width: usize) -> Self {
        let bottom = ends.iter().map(|e| e.1).max().unwrap_or(0);
        let drift = width as f32 * LIMIT.to_radians().tan() * 1.1 + 2.0;
        Self {
            bins: vec![0.0; (f32::from(bottom) + 2.0 * drift) as usize + 4],
            offset: drift,
            cap: f32::INFINITY,
            width: width as f32,
            ends: ends.len(),
        }
    }

    /// Makes ready for `used` of the ends. Text covers hardly more than half of a line's columns, a rule nearly all.
    fn limit(&mut self, used: usize) {
        self.cap = self.width * 0.6 * used as f32 / self.ends.max(1) as f32;
    }

    fn energy(&mut self, ends: &[(f32, f32)], degrees: f32) -> f64 {
        self.bins.fill(0.0);
        let slope = degrees.to_radians().tan();
        for (x, y) in ends {
            // Content turned counter-clockwise rises to the right: y + x tan is the same all along a line.
            let at = y + x * slope + self.offset;
            let bin = at as usize;
            let share = at - bin as f32;
            if let [low, high] = &mut self.bins[bin..bin + 2] {
                *low += 1.0 - share;
                *high += share;
            }
        }
        self.bins.iter().map(|count| f64::from(count.min(self.cap).powi(2))).sum()
    }
}
