//! The geometry of line crops: what is cut out for a line, and to which size batches are padded.
//!
//! Not responsible for cutting (that is `liasse-imaging`) nor for reading.

use liasse_geometry::Quad;

use crate::{CtcSettings, Margins, Shapes};

/// Widths of batches are multiples of this many pixels.
const STEP: u32 = 16;
/// The narrowest batch.
const NARROWEST: u32 = 32;
/// From this width on a line alone costs a CPU as little for a pixel as a batch does, so that buckets are close and hardly pad; below
/// it they are wider apart, for lines to share batches.
const LONG: u32 = 400;
/// The narrowest batch where shapes are to be few: each bucket is three quarters wider than the one before, which makes eight of
/// them, and a quarter of a batch padding on the average.
const NARROWEST_OF_FEW: u32 = 64;

/// How lines are cut out of a page for a recogniser. Apart from the recogniser, since whoever cuts the crops is not the
/// thread that owns it.
#[derive(Debug, Clone)]
pub struct CropRules {
    height: u32,
    max_width: u32,
    margins: Margins,
    buckets: Vec<u32>,
}

impl CropRules {
    pub(super) fn new(settings: &CtcSettings, shapes: Shapes) -> Self {
        let widest = settings.max_width.next_multiple_of(STEP);
        let (narrowest, wider): (u32, fn(&u32) -> u32) = match shapes {
            Shapes::Any => (NARROWEST, |width| width + width / if *width < LONG { 6 } else { 16 }),
            Shapes::Few => (NARROWEST_OF_FEW, |width| width + width / 4 * 3),
        };
        let next = |width: &u32| Some(wider(width).next_multiple_of(STEP).max(width + STEP));
        let buckets =
            std::iter::successors(Some(narrowest), next).take_while(|w| *w < widest).chain([widest]).collect();
        Self { height: settings.height, max_width: settings.max_width, margins: settings.margins, buckets }
    }

    /// Height of a crop in pixels.
    pub const fn crop_height(&self) -> u32 {
        self.height
    }

    /// What to cut out for a line: its nominal box grown by the model's margins.
    pub fn crop_quad(&self, line: &Quad) -> Quad {
        let (height, margins) = (line.height(), self.margins);
        line.grown(margins.side * height, margins.top * height, margins.side * height, margins.bottom * height)
    }

    /// Width in pixels of the crop for a quadrilateral from [`CropRules::crop_quad`]: as wide as its shape asks, between
    /// 16 pixels and the model's widest crop, into which a longer line is squeezed.
    pub fn crop_width(&self, crop: &Quad) -> u32 {
        let width = crop.width() / crop.height().max(1e-3) * self.height as f32;
        (width.round() as u32).clamp(16, self.max_width)
    }

    /// The width to which a crop is padded. It follows from the crop alone, so that a line reads the same in any batch.
    pub fn bucket_width(&self, crop_width: u32) -> u32 {
        let widest = self.buckets.last().copied().unwrap_or(NARROWEST);
        let at = self.buckets.partition_point(|bucket| *bucket < crop_width);
        self.buckets.get(at).copied().unwrap_or(widest)
    }

    /// All widths that a batch can have, ascending.
    pub fn buckets(&self) -> &[u32] {
        &self.buckets
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Manifest;
    use std::path::Path;

    fn rules(shapes: Shapes) -> CropRules {
        let manifest = Manifest::parse(crate::manifest::tests::READ, Path::new("m.toml")).unwrap();
        CropRules::new(&manifest.ctc.unwrap(), shapes)
    }

    #[test]
    fn buckets_hold_every_crop_with_little_around() {
        let rules = rules(Shapes::Any);
        for (width, bucket) in [(1, 32), (32, 32), (33, 48), (3199, 3200), (3200, 3200)] {
            assert_eq!(rules.bucket_width(width), bucket);
        }
        assert!(rules.buckets().windows(2).all(|w| w[0] < w[1] && w[1] % 16 == 0), "{:?}", rules.buckets());
        let padding = |width: u32| f64::from(rules.bucket_width(width) - width) / f64::from(width);
        assert!((400..3200).all(|width| padding(width) < 0.1), "{:?}", rules.buckets());
    }

    #[test]
    fn few_shapes_are_few() {
        let rules = rules(Shapes::Few);
        assert!(rules.buckets().len() <= 9, "{:?}", rules.buckets());
        assert!(rules.buckets().windows(2).all(|w| w[0] < w[1] && w[1] % 16 == 0), "{:?}", rules.buckets());
        assert_eq!((rules.bucket_width(1), rules.bucket_width(65), rules.bucket_width(3200)), (64, 112, 3200));
    }

    #[test]
    fn crops_take_the_margins_and_keep_the_shape() {
        let rules = rules(Shapes::Any);
        let crop = rules.crop_quad(&Quad::from_rect(100.0, 100.0, 500.0, 140.0));
        assert_eq!(crop, Quad::from_rect(90.0, 92.8, 510.0, 144.8));
        assert_eq!(rules.crop_width(&crop), 323);
        assert_eq!(rules.crop_width(&Quad::from_rect(0.0, 0.0, 100_000.0, 10.0)), 3200);
    }
}
