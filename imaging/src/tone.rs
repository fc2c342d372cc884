//! The grey levels of a page, brought to those that the networks know.
//!
//! Responsible for one curve for each page: carbon copies, coloured sheets and faint ribbons get white paper and dark ink.
//! Not responsible for uneven light within a page.

use crate::{GreyImage, Quality};

/// Grey level that paper gets.
const PAPER: f32 = 245.0;
/// Grey level that the darkest ink gets.
const INK: f32 = 40.0;
/// The darkest ink is this many times as far from the paper as the mean ink, whose strokes have blurred edges.
const DARKEST: f32 = 1.6;
/// Contrast is raised at most this many times: beyond, grain and bleed-through become ink.
const MOST_GAIN: f32 = 4.0;

/// A curve of grey levels.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tone {
    levels: [u8; 256],
}

impl Tone {
    /// The curve for a page with this paper and contrast: contrast is never lowered. `None` where the page is as it should be.
    pub fn for_page(quality: &Quality) -> Option<Self> {
        let (paper, contrast) = (quality.paper_level, quality.contrast);
        if contrast <= 0.0 || (paper >= PAPER && DARKEST * contrast >= PAPER - INK) {
            return None;
        }
        let gain = ((PAPER - INK) / (DARKEST * contrast)).clamp(1.0, MOST_GAIN);
        let white = paper.max(PAPER);
        Some(Self {
            levels: std::array::from_fn(|level| {
                (white - (paper - level as f32) * gain).clamp(0.0, 255.0).round() as u8
            }),
        })
    }

    /// What a grey level becomes.
    pub fn level(&self, level: u8) -> u8 {
        self.levels[usize::from(level)]
    }

    /// Brings an image to the curve.
    pub fn apply(&self, image: &mut GreyImage) {
        for level in &mut image.data {
            *level = self.level(*level);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn quality(paper_level: f32, contrast: f32) -> Quality {
        Quality { paper_level, contrast, ..crate::examine(&page()).quality }
    }

    fn page() -> crate::GreyPyramid {
        let raster = crate::Raster::new(64, 64, crate::PixelFormat::Grey8, vec![250; 64 * 64], None).unwrap();
        crate::GreyPyramid::new(raster).unwrap()
    }

    fn toned(paper: f32, contrast: f32, levels: [u8; 3]) -> Vec<u8> {
        let mut image = GreyImage { width: 3, height: 1, data: levels.to_vec() };
        Tone::for_page(&quality(paper, contrast)).unwrap().apply(&mut image);
        image.data
    }

    #[test]
    fn good_pages_and_blank_ones_stay_as_they_are() {
        assert_eq!(Tone::for_page(&quality(250.0, 160.0)), None);
        assert_eq!(Tone::for_page(&quality(120.0, 0.0)), None);
    }

    #[test]
    fn faint_ink_on_dark_paper_becomes_dark_on_white() {
        // Ink of 188 - 1.6 x 40 = 124 at its darkest.
        assert_eq!(toned(188.0, 40.0, [188, 124, 255]), [245, 40, 255]);
    }

    #[test]
    fn contrast_is_never_lowered_and_not_raised_without_end() {
        assert_eq!(toned(200.0, 150.0, [200, 50, 0]), [245, 95, 45]);
        assert_eq!(toned(200.0, 5.0, [200, 195, 100]), [245, 225, 0]);
    }
}
