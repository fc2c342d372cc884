//! Whether a line bends, and how.
//!
//! Responsible for following the centre line that a line's core pixels tell along a straight fit through them: paper that was folded,
//! the gutter of a book and a photographed page bend lines by more than the margins of a crop make up for. Not responsible for
//! the fit.

use liasse_geometry::Bend;

/// A stretch that is averaged over, in heights of the line: about a letter. Longer ones cut the corners of folds.
const STRETCH: f64 = 0.5;
/// And in map pixels: a column of one or two pixels says little.
const LEAST_STRETCH: f64 = 2.0;
/// A line that is not so many heights long counts as straight: it may be a word of letters of unlike heights.
const LEAST_LENGTH: f64 = 5.0;
/// A bend is not known in more places.
const MOST_STRETCHES: usize = Bend::KNOTS - 1;
/// A line that strays less from the straight fit, as a share of its height, counts as straight: crops reach as far beyond it.
const LEAST: f32 = 0.12;
/// A stretch with less than this share of the pixels that stretches have in the mean says nothing.
const LEAST_PIXELS: f64 = 0.2;

/// A straight fit through a line's core pixels, in map pixels.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fit {
    /// Ends of the core.
    pub(super) left: f64,
    pub(super) right: f64,
    /// How far the line goes on beyond each.
    pub(super) beyond: f64,
    /// A point of the middle, and its rise per pixel.
    pub(super) x: f64,
    pub(super) y: f64,
    pub(super) slope: f64,
    /// Height of the line.
    pub(super) height: f64,
}

/// How far the pixels of a line stray from its fit, by stretches.
pub(super) struct Profile {
    fit: Fit,
    /// Sum and count of each stretch.
    stretches: Vec<(f64, f64)>,
}

impl Profile {
    /// An empty profile, or `None` for a line that is too short to bend.
    pub(super) fn new(fit: Fit) -> Option<Self> {
        let length = fit.right - fit.left;
        let stretches = (length / (STRETCH * fit.height).max(LEAST_STRETCH)) as usize;
        (length > LEAST_LENGTH * fit.height)
            .then(|| Self { fit, stretches: vec![(0.0, 0.0); stretches.clamp(2, MOST_STRETCHES)] })
    }

    /// Takes in a core pixel whose centre is at `x`, by which the middle of the line is at `centre`.
    pub(super) fn add(&mut self, x: f64, centre: f64) {
        let fit = &self.fit;
        let share = (x - fit.left) / (fit.right - fit.left);
        let last = self.stretches.len() - 1;
        let stretch = &mut self.stretches[((share * (last + 1) as f64) as usize).min(last)];
        stretch.0 += centre - (fit.y + fit.slope * (x - fit.x));
        stretch.1 += 1.0;
    }

    /// The bend, or `None` when the line is as good as straight.
    pub(super) fn bend(&self) -> Option<Bend> {
        let offsets = self.offsets()?;
        let Fit { left, right, beyond, .. } = self.fit;
        let count = offsets.len() as f64;
        // In stretches from the middle of the first one; a half beyond either end it goes on as it came.
        let at = |share: f32| {
            let x = left - beyond + f64::from(share) * (right - left + 2.0 * beyond);
            let place = ((x - left) / (right - left) * count - 0.5).clamp(-0.5, count - 0.5);
            let stretch = (place.max(0.0) as usize).min(offsets.len() - 2);
            let (from, to) = (offsets[stretch], offsets[stretch + 1]);
            from + (to - from) * (place - stretch as f64) as f32
        };
        let bend = Bend::new(at);
        (bend.most() >= LEAST).then_some(bend)
    }

    /// How far down each stretch is, as a share of the line's height: smoothed, gaps filled from beside them.
    fn offsets(&self) -> Option<Vec<f32>> {
        let pixels: f64 = self.stretches.iter().map(|(_, count)| count).sum();
        let least = (LEAST_PIXELS * pixels / self.stretches.len() as f64).max(1.0);
        // Across the line, not down the map.
        let across = 1.0 / self.fit.slope.hypot(1.0) / self.fit.height;
        let known: Vec<(usize, f64)> = self
            .stretches
            .iter()
            .enumerate()
            .filter(|(_, (_, count))| *count >= least)
            .map(|(index, (sum, count))| (index, sum / count * across))
            .collect();
        if known.len() < 2 || known.iter().any(|(_, offset)| !offset.is_finite()) {
            return None;
        }
        let filled: Vec<f64> = (0..self.stretches.len())
            .map(|index| {
                let next = known.partition_point(|(at, _)| *at < index);
                match (next.checked_sub(1).and_then(|i| known.get(i)), known.get(next)) {
                    (Some((a, from)), Some((b, to))) => from + (to - from) * (index - a) as f64 / (b - a) as f64,
                    (Some((_, offset)), None) | (None, Some((_, offset))) => *offset,
                    (None, None) => 0.0,
                }
            })
            .collect();
        let at = |index: usize| filled[index.min(filled.len() - 1)];
        let smoothed = (0..filled.len()).map(|index| {
            let (before, after) = (at(index.saturating_sub(1)), at(index + 1));
            ((before + 2.0 * at(index) + after) / 4.0) as f32
        });
        Some(smoothed.collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The profile of a line of 400 x 10 map pixels whose middle is where `middle` says, beside the fit.
    fn profile(middle: impl Fn(f64) -> Option<f64>) -> Profile {
        let fit = Fit { left: 20.0, right: 420.0, beyond: 1.5, x: 220.0, y: 50.0, slope: 0.02, height: 10.0 };
        let mut profile = Profile::new(fit).unwrap();
        for step in 0..400 {
            let x = 20.5 + f64::from(step);
            if let Some(offset) = middle(x) {
                (0..4).for_each(|_| profile.add(x, 50.0 + 0.02 * (x - 220.0) + offset));
            }
        }
        profile
    }

    #[test]
    fn a_straight_line_has_no_bend() {
        assert_eq!(profile(|_| Some(0.0)).bend(), None);
        assert_eq!(profile(|x| Some(0.8 * (x / 7.0).sin())).bend(), None, "what letters do is no bend");
    }

    #[test]
    fn a_fold_is_followed() {
        let fold = |x: f64| 8.0 * (1.0 - (x - 220.0).abs() / 200.0);
        let bend = profile(|x| Some(fold(x))).bend().unwrap();
        for share in [0.05, 0.2, 0.4, 0.5, 0.7, 0.95] {
            let expected = fold(18.5 + share * 403.0) / 10.0;
            let found = f64::from(bend.at(share as f32));
            assert!((found - expected).abs() < 0.06, "at {share}: {found}, not {expected}");
        }
    }

    #[test]
    fn gaps_between_words_are_bridged() {
        let wave = |x: f64| 4.0 * ((x - 20.0) / 130.0).sin();
        let bend = profile(|x| (!(120.0..175.0).contains(&x)).then(|| wave(x))).bend().unwrap();
        for share in [0.1, 0.3, 0.6, 0.9] {
            let expected = wave(18.5 + share * 403.0) / 10.0;
            assert!((f64::from(bend.at(share as f32)) - expected).abs() < 0.08, "at {share}");
        }
    }

    #[test]
    fn what_tells_no_line_has_no_bend() {
        assert_eq!(profile(|_| Some(f64::NAN)).bend(), None);
        let short = Fit { left: 0.0, right: 45.0, beyond: 1.0, x: 20.0, y: 5.0, slope: 0.0, height: 10.0 };
        assert!(Profile::new(short).is_none());
        let mut flat = Profile::new(Fit { height: 0.0, ..short }).unwrap();
        (0..45).for_each(|x| flat.add(f64::from(x), 5.0 + f64::from(x % 2)));
        assert_eq!(flat.bend(), None, "a share of no height is no number");
    }
}
