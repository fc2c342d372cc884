//! How a page lies and whether it is worth reading, from its reduced levels.
//!
//! Responsible for the measures and for the plain verdicts on them. Not responsible for turning anything.

mod blur;
mod border;
mod clip;
mod ink;
mod outline;
mod sharpen;
mod skew;
mod step;
mod verdict;

use liasse_geometry::{Point, Transform};

pub use outline::Outline;
pub use verdict::{Fault, Thresholds};

use self::ink::Ink;
use crate::GreyPyramid;
use crate::pyramid::Level;

/// The level with at most this many pixels is looked at: about 75 to 100 dpi of an A4 page.
const MAX_PIXELS: usize = 1_200_000;
/// Fewer strokes than this on the inner page: blank. A page number of one digit has more.
const BLANK_STROKES: usize = 6;
/// A page of more strokes than this that have no direction may be one whose grain is taken for strokes: it is looked at again.
const GRAINY: usize = 2_000;
/// The direction of a sheet whose outline is seen is as clear as this, where its writing has none.
const SHEET_CONFIDENCE: f32 = 0.3;
/// A page is seen in perspective when its writing, seen from straight above, has at least this share of the direction that it has
/// on the image: a sheet that was torn or cut askew has less.
const STRAIGHTENED: f32 = 0.95;

/// How a page lies and how good it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Upright {
    /// By how many degrees the content is turned, counter-clockwise positive, -15 to 15. Straightening turns the page
    /// clockwise by it. 0 when nothing could be measured. Of a page in perspective ([`Outline::in_perspective`]) it is the
    /// content's turn on the sheet, as seen from straight above.
    pub skew_degrees: f32,
    /// How clearly the page has a direction, 0 (none: a photo, a blank page; the skew is then 0) to 1.
    pub skew_confidence: f32,
    /// Where the page lies on the image, when there is something darker around it.
    pub outline: Option<Outline>,
    /// The verdict on the picture.
    pub quality: Quality,
}

/// What the grey values say about a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quality {
    /// Share of the page (of what its outline holds, where it is seen) that is inked, 0 to 1.
    pub ink_ratio: f32,
    /// Grey level of the paper, 0 to 255.
    pub paper_level: f32,
    /// Grey levels between ink and paper, 0 to 255; 0 on a page without ink.
    pub contrast: f32,
    /// Nothing is written on the page (bleed-through, punch holes, dust and edge shadows do not count as writing).
    pub blank: bool,
    /// Width of the edges of strokes (from a quarter to three quarters of their depth) as a share of the height of small
    /// letters: 0.05 to 0.15 on a sharp scan; 0 where there is too little writing to tell.
    pub blur: f32,
    /// The most letters that one edge of the image cuts.
    pub cut_letters: u32,
    /// Side of the largest corner that is folded over before a dark background, as a share of the shorter side; 0 without.
    pub fold: f32,
    /// Share of the image that is black border, 0 to 1.
    pub border_ratio: f32,
    /// The largest step in the left or right border of what lies before a scanner's black background, as a share of the image's width;
    /// 0 without: the borders of two sheets, one behind the other.
    pub width_step: f32,
}

/// Measures skew and quality on the reduced levels of a page whose lines run across it.
pub fn examine(page: &GreyPyramid) -> Upright {
    examine_turned(page, 0)
}

/// Measures skew and quality on the reduced levels of a page whose content is known to be turned clockwise by
/// `orientation_degrees`: 0, 90, 180 or 270. The skew is that within the orientation.
pub fn examine_turned(page: &GreyPyramid, orientation_degrees: u32) -> Upright {
    let index =
        (0..=page.last_level()).find(|index| page.level(*index).data.len() <= MAX_PIXELS).unwrap_or(page.last_level());
    let as_it_lies = page.level(index);
    // Upright or upside down, lines have the same slope: one turn does for both ways of lying on a side.
    let lying = orientation_degrees % 180 == 90;
    let stood_up = if lying { on_its_other_side(&as_it_lies) } else { Vec::new() };
    let level =
        if lying { Level { width: as_it_lies.height, height: as_it_lies.width, data: &stood_up } } else { as_it_lies };
    let turned = lying.then_some(as_it_lies.width);
    let to_level = to_level(index, turned);
    let mut outline = outline::find(page);
    let sheet = outline.map(|outline| outline.quad.mapped(&to_level));
    let ink = ink::find(&level, sheet.as_ref());
    let finer = index.checked_sub(1).map(|finer| sharpen::Finer { level: page.level(finer), turned });
    let sharp = |ink: &Ink| match &finer {
        Some(finer) => sharpen::sharpened(&ink.strokes, &ink.paper, finer, skew::FINE_STROKES),
        None => skew::thinned(&ink.strokes, skew::FINE_STROKES),
    };
    let fine = sharp(&ink);
    let (mut skew_degrees, mut skew_confidence) = skew::measure(&ink.strokes, &fine, level.width);
    if skew_confidence == 0.0 && ink.strokes.len() > GRAINY {
        let ink = ink::find_in_grain(&level, sheet.as_ref());
        (skew_degrees, skew_confidence) = skew::measure(&ink.strokes, &sharp(&ink), level.width);
    }
    if let Some(outline) = &mut outline {
        let straightened = straightened(outline, [&ink.strokes, &fine], &to_level, index, lying);
        if let Some((degrees, confidence)) = straightened.filter(|(_, found)| *found >= STRAIGHTENED * skew_confidence)
        {
            outline.in_perspective = true;
            (skew_degrees, skew_confidence) = (degrees, confidence);
        } else if skew_confidence == 0.0 && outline.whole && outline.turned_degrees().abs() <= skew::LIMIT {
            (skew_degrees, skew_confidence) = (outline.turned_degrees(), SHEET_CONFIDENCE);
        }
    }
    let blank = ink.writing < BLANK_STROKES;
    let letters = ink::letter_height(&ink.strokes).map(|height| height * (1u32 << index) as f32);
    let edges = if blank { None } else { blur::edge_width(&page.level(0), ink.contrast) };
    let border = border::find(&page.level(page.last_level()));
    Upright {
        skew_degrees,
        skew_confidence,
        outline,
        quality: Quality {
            ink_ratio: ink.ratio,
            paper_level: ink.level,
            contrast: ink.contrast,
            blank,
            blur: edges.zip(letters).map_or(0.0, |(edge, letter)| edge / letter.max(1.0)),
            cut_letters: clip::cut_letters(&level, &ink.paper, &ink.strokes, ink.contrast) as u32,
            fold: border.fold,
            border_ratio: border.ratio,
            width_step: step::largest(&page.level(outline::level_of(page))),
        },
    }
}

/// From the page to its level `index`, turned counter-clockwise by a quarter where its `width` as it lies is given.
fn to_level(index: usize, width: Option<usize>) -> Transform {
    let shrink = 1.0 / f64::from(1u32 << index);
    let level = Transform::scaling(shrink, shrink);
    width.map_or(level, |width| level.then(&quarter_turn(width as f64)))
}

/// Turns something of this width counter-clockwise by a quarter: its top right corner comes to the origin.
fn quarter_turn(width: f64) -> Transform {
    Transform::rotation(90.0, Point::new(0.0, 0.0)).then(&Transform::translation(0.0, width))
}

/// The skew of strokes (all, and some with sharper ends), and how clear it is, on a sheet that may be seen in perspective, were it seen from straight above: within
/// the orientation that they were found in. `None` where it is not seen in perspective.
fn straightened(
    outline: &Outline,
    strokes: [&[ink::Stroke]; 2],
    to_level: &Transform,
    index: usize,
    lying: bool,
) -> Option<(f32, f32)> {
    if !outline.may_be_in_perspective() {
        return None;
    }
    let (width, height) = outline.sheet();
    let shrink = 1.0 / f64::from(1u32 << index);
    let on_sheet = to_level.inverse()?.then(&outline.to_image()?.inverse()?).then(&Transform::scaling(shrink, shrink));
    let (on_sheet, wide) = if lying {
        (on_sheet.then(&quarter_turn(width * shrink)), height * shrink)
    } else {
        (on_sheet, width * shrink)
    };
    let seen = |stroke: &ink::Stroke| {
        let (x, bottom) = on_sheet.apply_f64(f64::from(stroke.x) + 0.5, f64::from(stroke.bottom) + 0.5);
        let (_, top) = on_sheet.apply_f64(f64::from(stroke.x) + 0.5, f64::from(stroke.top) + 0.5);
        ink::Stroke { x: x as f32, top: top as f32, bottom: bottom as f32, ..*stroke }
    };
    let [strokes, fine] = strokes.map(|strokes| strokes.iter().map(seen).collect::<Vec<_>>());
    Some(skew::measure(&strokes, &fine, wide as usize))
}

/// The pixels of a level turned counter-clockwise by a quarter.
fn on_its_other_side(level: &Level<'_>) -> Vec<u8> {
    let mut data = Vec::with_capacity(level.data.len());
    for x in (0..level.width).rev() {
        data.extend((0..level.height).map(|y| level.data[y * level.width + x]));
    }
    data
}

#[cfg(test)]
mod tests {
    use liasse_geometry::Quad;
    use rand::rngs::StdRng;
    use rand::{Rng, SeedableRng};

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
                (f64::from(found.skew_degrees) - degrees).abs() < 0.03,
                "{degrees} degrees were measured as {} ({})",
                found.skew_degrees,
                found.skew_confidence
            );
            assert!(found.skew_confidence > 0.3, "{found:?}");
        }
    }

    #[test]
    fn skew_is_that_within_the_orientation() {
        let askew = turned(&page(40, 245, 20), 3.0, 245);
        for quarters in 0..4 {
            // Pixel centres onto pixel centres: turned clockwise by quarters.
            let (mut data, mut width, mut height) = (askew.raster().data().to_vec(), WIDTH, HEIGHT);
            for _ in 0..quarters {
                let (w, h) = (width as usize, height as usize);
                data = (0..w * h).map(|at| data[(h - 1 - at % h) * w + at / h]).collect();
                (width, height) = (height, width);
            }
            let lying = Raster::new(width, height, PixelFormat::Grey8, data, None).unwrap();
            let found = examine_turned(&GreyPyramid::new(lying).unwrap(), 90 * quarters);
            assert!((found.skew_degrees - 3.0).abs() < 0.1, "{quarters} quarters: {found:?}");
        }
    }

    /// The page laid on a table so that its corners come to lie at `corners`, on an image of its own size.
    fn on_a_table(page: &GreyPyramid, corners: [(f32, f32); 4], table: u8) -> (GreyPyramid, Quad) {
        let quad = Quad::new(corners.map(|(x, y)| Point::new(x, y)));
        let (width, height) = (f64::from(WIDTH), f64::from(HEIGHT));
        let to_page = Transform::from_rect_to_quad(width, height, &quad).unwrap().inverse().unwrap();
        let region = Region { to_page, width: WIDTH, height: HEIGHT, background: table };
        let image = CpuSampler.sample(page, &[region]).remove(0);
        (GreyPyramid::new(Raster::new(WIDTH, HEIGHT, PixelFormat::Grey8, image.data, None).unwrap()).unwrap(), quad)
    }

    #[test]
    fn a_photographed_page_is_straight_on_its_sheet() {
        let corners = [(130.0, 90.0), (1120.0, 60.0), (1210.0, 1690.0), (50.0, 1610.0)];
        let (photo, truth) = on_a_table(&page(40, 245, 20), corners, 70);
        for (quarters, corner) in [(0, 0), (1, 3)] {
            let (mut data, mut size) = (photo.raster().data().to_vec(), (WIDTH as usize, HEIGHT as usize));
            for _ in 0..quarters {
                data = (0..data.len()).map(|at| data[(size.1 - 1 - at % size.1) * size.0 + at / size.1]).collect();
                size = (size.1, size.0);
            }
            let raster = Raster::new(size.0 as u32, size.1 as u32, PixelFormat::Grey8, data, None).unwrap();
            let found = examine_turned(&GreyPyramid::new(raster).unwrap(), 90 * quarters);
            let outline = found.outline.unwrap();
            // Turned clockwise by a quarter, the page's bottom left corner is the image's top left.
            let to_image = |p: Point| if quarters == 0 { p } else { Point::new(HEIGHT as f32 - p.y, p.x) };
            let off = (0..4).map(|i| outline.quad.corners[i].distance(to_image(truth.corners[(i + corner) % 4])));
            assert!(off.fold(0.0, f32::max) < 4.0, "{outline:?}");
            assert!(outline.in_perspective && found.skew_degrees.abs() < 0.1, "{found:?}");
            assert!(found.skew_confidence > 0.3 && (found.quality.paper_level - 245.0).abs() < 4.0, "{found:?}");
        }
    }

    #[test]
    fn a_sheet_that_was_cut_askew_is_not_in_perspective() {
        let straight = page(40, 245, 20);
        let (width, height) = (WIDTH as usize, HEIGHT as usize);
        let data = straight.raster().data().iter().enumerate().map(|(at, value)| {
            let (x, y) = (at % width, at / width);
            // The foot is torn off along a line that falls to the right; black is all around.
            let torn = y as f32 > 1600.0 + 0.06 * x as f32;
            if x < 40 || x > width - 40 || y < 40 || torn { 10 } else { *value }
        });
        let raster = Raster::new(WIDTH, HEIGHT, PixelFormat::Grey8, data.collect(), None).unwrap();
        assert_eq!(raster.data().len(), width * height);
        let found = examine(&GreyPyramid::new(raster).unwrap());
        let outline = found.outline.unwrap();
        assert!(outline.may_be_in_perspective() && !outline.in_perspective, "{found:?}");
        assert!(found.skew_degrees.abs() < 0.1, "{found:?}");
    }

    #[test]
    fn a_sheet_without_writing_lies_as_its_edges_do() {
        let corners = [(200.0, 150.0), (1080.0, 73.0), (1195.0, 1388.0), (315.0, 1465.0)];
        let found = examine(&on_a_table(&page(0, 245, 20), corners, 20).0);
        assert!((found.skew_degrees - 5.0).abs() < 0.1 && found.quality.blank, "{found:?}");
        assert!(!found.outline.unwrap().in_perspective, "{found:?}");
    }

    #[test]
    fn a_few_lines_are_enough() {
        let found = examine(&turned(&page(3, 240, 30), 3.0, 240));
        assert!((found.skew_degrees - 3.0).abs() < 0.15, "{found:?}");
    }

    #[test]
    fn specks_of_a_dithered_copy_do_not_hide_its_lines() {
        let grey = turned(&page(6, 150, 10), 3.0, 150);
        let mut random = StdRng::seed_from_u64(4);
        let data = grey.raster().data().iter().map(|value| if random.random::<u8>() < *value { 255 } else { 0 });
        let dithered = Raster::new(WIDTH, HEIGHT, PixelFormat::Grey8, data.collect(), None).unwrap();
        let found = examine(&GreyPyramid::new(dithered).unwrap());
        assert!((found.skew_degrees - 3.0).abs() < 0.1, "{found:?}");
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
        let faults = |quality: &Quality| Thresholds::default().faults(quality);
        assert_eq!(faults(&examine(&page(20, 70, 5)).quality), [Fault::TooDark]);
        let light = examine(&page(20, 235, 196)).quality;
        assert_eq!(faults(&light), [Fault::TooLight], "{light:?}");
        let good = examine(&page(20, 240, 20)).quality;
        assert_eq!(faults(&good), [], "{good:?}");
        assert!(good.contrast > 150.0 && good.ink_ratio > 0.01, "{good:?}");
    }

    #[test]
    fn text_that_runs_off_an_edge_is_told() {
        let whole = page(40, 245, 20);
        let part = |left: u32, top: u32, width: u32, height: u32| {
            let to_page = Transform::translation(f64::from(left), f64::from(top));
            let image = CpuSampler.sample(&whole, &[Region { to_page, width, height, background: 245 }]).remove(0);
            let raster = Raster::new(width, height, PixelFormat::Grey8, image.data, None).unwrap();
            examine(&GreyPyramid::new(raster).unwrap()).quality
        };
        assert_eq!(part(0, 0, WIDTH, HEIGHT).cut_letters, 0);
        // Through the first letters of forty lines, through words somewhere, and through the first line.
        assert!(part(122, 0, WIDTH - 122, HEIGHT).cut_letters >= 35);
        // Some of these go through gaps between the strokes.
        let right: Vec<u32> = (0..6).map(|i| part(0, 0, 690 + 4 * i, HEIGHT).cut_letters).collect();
        assert!(right.iter().any(|cut| *cut >= 8), "{right:?}");
        let above = part(0, 144, WIDTH, HEIGHT - 144);
        assert!(above.cut_letters >= 20, "{above:?}");
        assert_eq!(Thresholds::default().faults(&above), [Fault::Clipped]);
    }

    #[test]
    fn tiny_images_do_no_harm() {
        for (width, height) in [(1, 1), (1, 900), (900, 1), (17, 3)] {
            let raster = Raster::new(width, height, PixelFormat::Grey8, vec![0; (width * height) as usize], None);
            assert_eq!(examine(&GreyPyramid::new(raster.unwrap()).unwrap()).skew_degrees, 0.0);
        }
    }
}
