//! How pages are brought to a detector's input: its size, and whether a page must be looked at again in a larger one.
//!
//! Responsible for sizes alone. Not responsible for cutting (that is `liasse-imaging`).

use liasse_geometry::Quad;

use super::DetectedLine;
use crate::{GlanceSettings, Shapes};

/// Sides of the detector's input are multiples of this many pixels (its coarsest map).
pub(super) const GRID: u32 = 32;
/// The same where new shapes are dear: A4, letter and what is cut of them a little come down to a few sizes.
const COARSE_GRID: u32 = 256;

/// The size of a detector input for a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InputSize {
    /// Input pixels per page pixel, 0 to 1: pages are never enlarged.
    pub scale: f64,
    /// Width in pixels with padding, a multiple of 32; of 256 for an engine that minds new shapes.
    pub width: u32,
    /// Height in pixels with padding, a multiple of the same.
    pub height: u32,
}

/// How pages are brought to a detector's input. Apart from the detector, since whoever cuts the input out of a page is not
/// the thread that owns the detector.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct InputRules {
    max_pixels: u64,
    glance: Option<GlanceSettings>,
    shapes: Shapes,
}

impl InputRules {
    /// Where new shapes are dear, time is not: no page is looked at twice.
    pub(super) fn new(max_pixels: u64, glance: Option<GlanceSettings>, shapes: Shapes) -> Self {
        Self { max_pixels, glance: glance.filter(|_| shapes == Shapes::Any), shapes }
    }

    /// The input for a page of `width` x `height` pixels: the page scaled by `scale` in the top-left corner, paper around.
    pub fn input_size(&self, width: u32, height: u32) -> InputSize {
        self.padded(width, height, scale(width, height, self.max_pixels))
    }

    /// The same for a first look at the page, of which [`InputRules::asks_for_more`] tells whether it is enough.
    pub fn glance_size(&self, width: u32, height: u32) -> InputSize {
        let most = self.glance.map_or(self.max_pixels, |glance| glance.max_pixels.min(self.max_pixels));
        self.padded(width, height, scale(width, height, most))
    }

    /// Whether `lines`, found in an input of [`InputRules::glance_size`], are so small that the page is to be looked at again in one
    /// of [`InputRules::input_size`].
    pub fn asks_for_more(&self, lines: &[DetectedLine]) -> bool {
        self.glance.is_some_and(|glance| {
            // By their length: specks that are taken for letters are small and many.
            let length = |least: f32| -> f32 {
                lines.iter().map(|line| &line.quad).filter(|quad| quad.height() < least).map(Quad::width).sum()
            };
            length(glance.small) > glance.share * length(f32::INFINITY)
        })
    }

    /// The input for a part of `width` x `height` pixels of a page, at the scale that the page itself of `page` (width and height in
    /// pixels) has: what is on it is as large as the network is used to.
    pub fn part_size(&self, (width, height): (u32, u32), page: (u32, u32)) -> InputSize {
        let scale = scale(page.0, page.1, self.max_pixels).min(scale(width, height, self.max_pixels));
        self.padded(width, height, scale)
    }

    /// Whether what a page is seen in may be cut down to what is written on it: an engine that minds new shapes would meet one for
    /// every page.
    pub fn may_be_cut(&self) -> bool {
        self.shapes == Shapes::Any
    }

    /// The input for `width` x `height` pixels that have been scaled already.
    pub fn cut_size(&self, width: u32, height: u32) -> InputSize {
        self.padded(width, height, 1.0)
    }

    fn padded(&self, width: u32, height: u32, scale: f64) -> InputSize {
        let grid = match self.shapes {
            Shapes::Any => GRID,
            Shapes::Few => COARSE_GRID,
        };
        let side = |length: u32| ((f64::from(length) * scale).ceil() as u32).max(1).next_multiple_of(grid);
        InputSize { scale, width: side(width), height: side(height) }
    }
}

/// By how much something of this size is scaled to have so many pixels at most.
fn scale(width: u32, height: u32, max_pixels: u64) -> f64 {
    let pixels = f64::from(width.max(1)) * f64::from(height.max(1));
    (max_pixels as f64 / pixels).sqrt().min(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const GLANCE: GlanceSettings = GlanceSettings { max_pixels: 1_200_000, small: 12.0, share: 0.1 };

    fn rules(shapes: Shapes) -> InputRules {
        InputRules::new(2_200_000, Some(GLANCE), shapes)
    }

    #[test]
    fn an_a4_page_at_300_dpi_comes_down_to_half() {
        let size = rules(Shapes::Any).input_size(2480, 3508);
        assert!((size.scale - 0.503).abs() < 0.001, "{size:?}");
        assert_eq!((size.width, size.height), (1248, 1792));
    }

    #[test]
    fn small_pages_are_not_enlarged() {
        assert_eq!(rules(Shapes::Any).input_size(1, 70), InputSize { scale: 1.0, width: 32, height: 96 });
    }

    #[test]
    fn a_part_is_seen_as_large_as_on_its_page() {
        let rules = rules(Shapes::Any);
        let part = rules.part_size((2480, 210), (2480, 3508));
        assert_eq!((part.scale, part.width, part.height), (rules.input_size(2480, 3508).scale, 1248, 128));
        // A part that reaches beyond its page is bounded as a page is.
        let beyond = rules.part_size((40_000, 210), (60, 60));
        assert!(u64::from(beyond.width) * u64::from(beyond.height) < 3_000_000, "{beyond:?}");
    }

    fn line(height: f32) -> DetectedLine {
        DetectedLine { quad: Quad::from_rect(0.0, 0.0, 300.0, height), bend: None, confidence: 0.9 }
    }

    #[test]
    fn small_print_is_looked_at_again() {
        let rules = rules(Shapes::Any);
        let page = |small: usize| [vec![line(11.0); small], vec![line(16.0); 20 - small]].concat();
        assert!(!rules.asks_for_more(&[]) && !rules.asks_for_more(&page(2)) && rules.asks_for_more(&page(3)));
        let size = rules.glance_size(2480, 3508);
        assert!(size.scale < 0.38 && rules.glance_size(800, 1000) == rules.input_size(800, 1000), "{size:?}");
        let single = InputRules::new(2_200_000, None, Shapes::Any);
        assert!(single.glance_size(2480, 3508) == single.input_size(2480, 3508) && !single.asks_for_more(&page(20)));
    }

    #[test]
    fn where_shapes_are_to_be_few_pages_are_seen_once_and_whole() {
        let rules = rules(Shapes::Few);
        assert_eq!(rules.glance_size(2480, 3508), rules.input_size(2480, 3508));
        assert!(!rules.may_be_cut() && !rules.asks_for_more(&[line(5.0)]));
        assert_eq!((rules.input_size(2480, 3508).width, rules.input_size(2480, 3508).height), (1280, 1792));
    }
}
