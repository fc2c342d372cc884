//! Lines of text that need not be straight.
//!
//! Responsible for the straight box of a line and for how its middle bends within it. Not responsible for finding either.

use crate::{Quad, Transform};

/// How the middle of a line strays from the straight middle of its box.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bend {
    /// At even distances along the box from its left end to its right end, downwards positive, as shares of its height.
    knots: [f32; Self::KNOTS],
}

impl Bend {
    /// Places at which a bend is known; it is straight between them.
    pub const KNOTS: usize = 65;

    /// The bend that `at` tells for the shares 0 (left end) to 1 (right end) of a box's width, as shares of its height, downwards
    /// positive.
    pub fn new(at: impl Fn(f32) -> f32) -> Self {
        Self { knots: std::array::from_fn(|knot| at(knot as f32 / (Self::KNOTS - 1) as f32)) }
    }

    /// How far down the middle is at this share of the width, as a share of the height. Beyond the ends it goes on level.
    pub fn at(&self, share: f32) -> f32 {
        let place = share.clamp(0.0, 1.0) * (Self::KNOTS - 1) as f32;
        let knot = (place as usize).min(Self::KNOTS - 2);
        let (left, right) = (self.knots[knot], self.knots[knot + 1]);
        left + (right - left) * (place - knot as f32)
    }

    /// How far it strays at most, as a share of the height.
    pub fn most(&self) -> f32 {
        let (highest, lowest) = self.range(0.0, 1.0);
        lowest.max(-highest)
    }

    /// The highest (least) and the lowest place of the middle between two shares of the width, as shares of the height.
    fn range(&self, from: f32, to: f32) -> (f32, f32) {
        let ends = [self.at(from), self.at(to)];
        let share = |knot: usize| knot as f32 / (Self::KNOTS - 1) as f32;
        let between = self.knots.iter().enumerate().filter(|(knot, _)| (from..to).contains(&share(*knot)));
        let all = between.map(|(_, offset)| *offset).chain(ends);
        all.fold((f32::INFINITY, f32::NEG_INFINITY), |(high, low), at| (high.min(at), low.max(at)))
    }

    /// The same seen upside down.
    fn turned_over(&self) -> Self {
        Self { knots: std::array::from_fn(|knot| -self.knots[Self::KNOTS - 1 - knot]) }
    }
}

/// The nominal box of a line of text and how the line bends within it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Ribbon {
    /// The straight box that fits best, as high as the line.
    pub quad: Quad,
    /// `None` for a line that is as good as straight.
    pub bend: Option<Bend>,
}

impl Ribbon {
    /// A straight line.
    pub const fn straight(quad: Quad) -> Self {
        Self { quad, bend: None }
    }

    /// The same line seen through `transform`. A bend keeps its shares of width and height, which is exact where parallels stay
    /// parallel.
    pub fn mapped(&self, transform: &Transform) -> Self {
        Self { quad: self.quad.mapped(transform), ..*self }
    }

    /// The same line as it is read upside down.
    pub fn turned_over(&self) -> Self {
        let [a, b, c, d] = self.quad.corners;
        Self { quad: Quad::new([c, d, a, b]), bend: self.bend.map(|bend| bend.turned_over()) }
    }

    /// The straight box around what of the line is between the shares `from` and `to` (0 = left end, 1 = right end) of its width.
    pub fn around(&self, from: f32, to: f32) -> Quad {
        let (up, down) = self.bend.map_or((0.0, 0.0), |bend| bend.range(from, to));
        lowered(&self.quad.slice(from, to), [up, up, down, down])
    }

    /// A word between the shares `from` and `to` of the width: as high as the line, its ends where the line's middle is.
    pub fn slice(&self, from: f32, to: f32) -> Quad {
        let (left, right) = self.bend.map_or((0.0, 0.0), |bend| (bend.at(from), bend.at(to)));
        lowered(&self.quad.slice(from, to), [left, right, right, left])
    }
}

/// A box whose corners are moved down along its sides, by shares of its height: top-left, top-right, bottom-right, bottom-left.
fn lowered(quad: &Quad, by: [f32; 4]) -> Quad {
    let [tl, tr, br, bl] = quad.corners;
    Quad::new([tl.towards(bl, by[0]), tr.towards(br, by[1]), tr.towards(br, 1.0 + by[2]), tl.towards(bl, 1.0 + by[3])])
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Lower by its height in the middle, level with the box's own middle at the ends.
    fn sagging() -> Bend {
        Bend::new(|share| 1.0 - (2.0 * share - 1.0).abs())
    }

    #[test]
    fn a_bend_is_straight_between_its_knots_and_level_beyond_the_ends() {
        let bend = Bend::new(|share| share * 2.0 - 1.0);
        for (share, offset) in [(-0.5, -1.0), (0.0, -1.0), (0.25, -0.5), (0.51, 0.02), (1.0, 1.0), (7.0, 1.0)] {
            assert!((bend.at(share) - offset).abs() < 1e-5, "{share}: {}", bend.at(share));
        }
        assert_eq!(bend.most(), 1.0);
    }

    #[test]
    fn a_slice_follows_the_bend() {
        let quad = Quad::from_rect(100.0, 50.0, 500.0, 70.0);
        let ribbon = Ribbon { quad, bend: Some(sagging()) };
        let slice = ribbon.slice(0.25, 0.5);
        let expected = [(200.0, 60.0), (300.0, 70.0), (300.0, 90.0), (200.0, 80.0)];
        for (corner, (x, y)) in slice.corners.iter().zip(expected) {
            assert!((corner.x - x).abs() < 1e-3 && (corner.y - y).abs() < 1e-3, "{slice:?}");
        }
        assert_eq!(Ribbon::straight(quad).slice(0.25, 0.5), Quad::from_rect(200.0, 50.0, 300.0, 70.0));
    }

    #[test]
    fn the_box_around_holds_the_whole_stretch() {
        let quad = Quad::from_rect(100.0, 50.0, 500.0, 70.0);
        let ribbon = Ribbon { quad, bend: Some(sagging()) };
        assert_eq!(ribbon.around(0.25, 1.0), Quad::from_rect(200.0, 50.0, 500.0, 90.0));
        assert_eq!(Ribbon::straight(quad).around(0.0, 1.0), quad);
    }

    #[test]
    fn upside_down_the_same_words_lie_in_the_same_places() {
        let ribbon =
            Ribbon { quad: Quad::from_rect(0.0, 0.0, 400.0, 20.0), bend: Some(Bend::new(|share| share * share)) };
        let (slice, over) = (ribbon.slice(0.1, 0.3), ribbon.turned_over().slice(0.7, 0.9));
        let [a, b, c, d] = over.corners;
        for (corner, other) in slice.corners.iter().zip([c, d, a, b]) {
            assert!(corner.distance(other) < 1e-3, "{slice:?} {over:?}");
        }
    }
}
