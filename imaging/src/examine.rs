//! How a page lies and whether it is worth reading, from its reduced levels.
//!
//! Responsible for the measures and for the plain verdicts on them. Not responsible for turning anything.

mod ink;
mod skew;

use crate::GreyPyramid;

/// The level with at most this many pixels is looked at: about 75 to 100 dpi of an A4 page.
const MAX_PIXELS: usize = 1_200_000;
/// Paper darker than this is too dark.
const DARK_PAPER: f32 = 90.0;
/// Less between ink and paper than this is too light.
const LIGHT_INK: f32 = 45.0;
/// Fewer strokes than this on the inner page: blank. A page number of one digit has more.
const BLANK_STROKES: usize = 6;

/// How a page lies and how good it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Upright {
    /// By how many degrees the content is turned, counter-clockwise positive, -15 to 15. Straightening turns the page
    /// clockwise by it. 0 when nothing could be measured.
    pub skew_degrees: f32,
    /// How clearly the page has a direction, 0 (none: a photo, a blank page; the skew is then 0) to 1.
    pub skew_confidence: f32,
    /// The verdict on the picture.
    pub quality: Quality,
}

/// What the grey values say about a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quality {
    /// Share of the page that is inked, 0 to 1.
    pub ink_ratio: f32,
    /// Grey level of the paper, 0 to 255.
    pub paper_level: f32,
    /// Grey levels between ink and paper, 0 to 255; 0 on a page without ink.
    pub contrast: f32,
    /// Nothing is written on the page (bleed-through, punch holes, dust and edge shadows do not count as writing).
    pub blank: bool,
    /// The paper itself came out so dark that the writing suffers.
    pub too_dark: bool,
    /// The writing came out so light that it suffers.
    pub too_light: bool,
}

/// Measures skew and quality on the reduced levels of a page.
pub fn examine(page: &GreyPyramid) -> Upright {
    let level = (0..=page.last_level())
        .map(|index| page.level(index))
        .find(|level| level.data.len() <= MAX_PIXELS)
        .unwrap_or_else(|| page.level(page.last_level()));
    let ink = ink::find(&level);
    let (skew_degrees, skew_confidence) = skew::measure(&ink.strokes, level.width);
    let blank = ink.writing < BLANK_STROKES;
    Upright {
        skew_degrees,
        skew_confidence,
        quality: Quality {
            ink_ratio: ink.ratio,
            paper_level: ink.paper,
            contrast: ink.contrast,
            blank,
            too_dark: ink.paper < DARK_PAPER,
            too_light: !blank && ink.contrast < LIGHT_INK,
        },
    }
}

#[cfg(test)]
mod tests {
    use liasse_geometry::{Point, Transform};

    use super::*;
    use crate::{CpuSampler, PixelFormat, Raster, Region, Sampler};

    const WIDTH: u32 = 1240;
    const HEIGHT: u32 = 1754;

    /// A page of words: little vertical strokes on baselines, some with descenders, none alike.
    fn page(lines: u32, paper: u8, ink: u8) -> GreyPyramid {
        let mut data = vec![paper; (WIDTH * HEIGHT) as usize];
        let mut random = 12_345u32;
        let mut next = |n: u32| {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (random >> 16) % n
        };
        for line in 0..lines {
            let base = 150 + line * 34;
            let mut x = 120;
            while x < WIDTH - 160 {
                let rise = 12 + 8 * u32::from(next(4) == 0);
                let drop = 6 * u32::from(next(7) == 0);
                for y in base - rise..base + drop {
                    for dx in 0..4 {
                        data[(y * WIDTH + x + dx) as usize] = ink;
                    }
                }
                // The foot of a letter, so that baselines are seen.
                for dx in 0..9 {
                    data[((base - 1) * WIDTH + x + dx) as usize] = ink;
                    data[((base - 2) * WIDTH + x + dx) as usize] = ink;
                }
                x += 12 + 14 * u32::from(next(6) == 0);
            }
        }
        GreyPyramid::new(Raster::new(WIDTH, HEIGHT, PixelFormat::Grey8, data, None).unwrap()).unwrap()
    }

    fn turned(page: &GreyPyramid, degrees: f64, background: u8) -> GreyPyramid {
        let centre = Point::new(WIDTH as f32 / 2.0, HEIGHT as f32 / 2.0);
        let to_page = Transform::rotation(-degrees, centre);
        let image = CpuSampler.sample(page, &[Region { to_page, width: WIDTH, height: HEIGHT, background }]).remove(0);
        GreyPyramid::new(Raster::new(WIDTH, HEIGHT, PixelFormat::Grey8, image.data, None).unwrap()).unwrap()
    }

    #[test]
    fn skew_is_found_with_its_sign() {
        let straight = page(40, 245, 20);
        for degrees in [-14.0, -7.0, -2.0, -0.5, 0.0, 0.3, 1.0, 5.0, 12.5] {
            let found = examine(&turned(&straight, degrees, 245));
            assert!(
                (f64::from(found.skew_degrees) - degrees).abs() < 0.1,
                "{degrees} degrees were measured as {} ({})",
                found.skew_degrees,
                found.skew_confidence
            );
            assert!(found.skew_confidence > 0.3, "{found:?}");
        }
    }

    #[test]
    fn a_few_lines_are_enough() {
        let found = examine(&turned(&page(3, 240, 30), 3.0, 240));
        assert!((found.skew_degrees - 3.0).abs() < 0.15, "{found:?}");
    }

    #[test]
    fn blank_pages_are_blank_and_straight() {
        let found = examine(&page(0, 250, 0));
        assert!(found.quality.blank, "{found:?}");
        assert_eq!((found.skew_degrees, found.skew_confidence, found.quality.contrast), (0.0, 0.0, 0.0));
        assert!((found.quality.paper_level - 250.0).abs() < 3.0);
    }

    #[test]
    fn dark_and_light_pages_are_told() {
        assert!(examine(&page(20, 70, 5)).quality.too_dark);
        let light = examine(&page(20, 235, 196)).quality;
        assert!(light.too_light && !light.blank, "{light:?}");
        let good = examine(&page(20, 240, 20)).quality;
        assert!(!good.too_dark && !good.too_light && !good.blank, "{good:?}");
        assert!(good.contrast > 150.0 && good.ink_ratio > 0.01, "{good:?}");
    }

    #[test]
    fn tiny_images_do_no_harm() {
        for (width, height) in [(1, 1), (1, 900), (900, 1), (17, 3)] {
            let raster = Raster::new(width, height, PixelFormat::Grey8, vec![0; (width * height) as usize], None);
            assert_eq!(examine(&GreyPyramid::new(raster.unwrap()).unwrap()).skew_degrees, 0.0);
        }
    }
}
