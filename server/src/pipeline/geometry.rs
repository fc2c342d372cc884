//! Where things are: on the page as it came in, on the upright page, and in what the models see.
//!
//! Responsible for the transforms between the three and for the regions to cut out. Every pixel that a model sees is
//! sampled once from the original page: turning, straightening and scaling are one transform. Not responsible for
//! sampling.

use liasse_geometry::{Bend, Point, Quad, Ribbon, Transform};
use liasse_imaging::{Outline, Region, Upright};
use liasse_models::{CropRules, InputSize};

/// Skew below this many degrees is left alone: over an A4 line it is a third of a character's height.
const SKEW_LEAST: f32 = 0.1;
/// Skew is not believed when the page's direction is less clear than this, 0 to 1.
const SKEW_CONFIDENCE_LEAST: f32 = 0.2;

/// The page straightened and turned upright: cut to its outline where that is seen, else on a sheet that is as large as it needs to
/// be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct UprightPage {
    /// From pixels of the upright page to pixels of the page as it came in.
    pub(super) to_page: Transform,
    /// Width in pixels.
    pub(super) width: u32,
    /// Height in pixels.
    pub(super) height: u32,
}

/// How a page lies.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lie {
    /// By how much its content is turned clockwise: 0, 90, 180 or 270.
    pub(super) orientation_degrees: u32,
    /// By how much it is turned from straight within that, counter-clockwise: on its sheet, when that is seen in perspective.
    pub(super) skew_degrees: f32,
    /// Where the page ends, when something darker is around it.
    pub(super) outline: Option<Outline>,
}

impl Lie {
    /// How a page lies that was examined as if its content were turned clockwise by `orientation_degrees`.
    pub(super) fn of(examined: &Upright, orientation_degrees: u32) -> Self {
        let skew_degrees = believed_skew(examined.skew_degrees, examined.skew_confidence);
        Self { orientation_degrees, skew_degrees, outline: examined.outline }
    }

    /// The same page, were its content turned clockwise by `degrees` more.
    pub(super) const fn turned(self, degrees: u32) -> Self {
        Self { orientation_degrees: (self.orientation_degrees + degrees) % 360, ..self }
    }

    /// The page of `width` x `height` pixels that lies so, turned upright.
    pub(super) fn upright(self, width: u32, height: u32) -> UprightPage {
        let (orientation, skew) = (self.orientation_degrees, self.skew_degrees);
        match self.outline {
            None => upright(width, height, orientation, skew),
            Some(outline) => match self.sheet() {
                Some(((wide, high), to_image)) => {
                    let sheet = upright(wide, high, orientation, skew);
                    UprightPage { to_page: sheet.to_page.then(&to_image), ..sheet }
                }
                None => cut_to(upright(width, height, orientation, skew), &outline.quad),
            },
        }
    }

    /// Size of the sheet as seen from straight above, and where it lies; `None` when it was not photographed at an angle.
    fn sheet(&self) -> Option<((u32, u32), Transform)> {
        let outline = self.outline.filter(|outline| outline.in_perspective)?;
        let (width, height) = outline.sheet();
        let pixels = |side: f64| (side.round() as u32).max(1);
        Some(((pixels(width), pixels(height)), outline.to_image()?))
    }

    /// By how much the content is turned from straight on the image of `width` x `height` pixels, within its orientation: in the
    /// middle, where the page is seen in perspective. Counter-clockwise.
    pub(super) fn skew_on_image(&self, width: u32, height: u32) -> f32 {
        if self.sheet().is_none() {
            return self.skew_degrees;
        }
        let page = self.upright(width, height);
        let (x, y) = (f64::from(page.width) / 2.0, f64::from(page.height) / 2.0);
        let ((x0, y0), (x1, y1)) = (page.to_page.apply_f64(x - 0.5, y), page.to_page.apply_f64(x + 0.5, y));
        let turned = (y0 - y1).atan2(x1 - x0).to_degrees() + f64::from(self.orientation_degrees);
        ((turned + 180.0).rem_euclid(360.0) - 180.0) as f32
    }

    /// Whether a line at `line` on the image is on the page rather than on what is around it.
    pub(super) fn holds(&self, line: &Quad) -> bool {
        self.outline.is_none_or(|outline| outline.contains(line.centre()))
    }
}

/// An upright page cut to the bounds of an outline on the page as it came in, in whole pixels.
fn cut_to(page: UprightPage, outline: &Quad) -> UprightPage {
    let Some(to_upright) = page.to_page.inverse() else { return page };
    let (left, top, right, bottom) = outline.mapped(&to_upright).bounds();
    let within = |v: f32, most: u32| v.clamp(0.0, most as f32) as u32;
    let (left, top) = (within(left.floor(), page.width), within(top.floor(), page.height));
    let (right, bottom) = (within(right.ceil(), page.width), within(bottom.ceil(), page.height));
    if right <= left || bottom <= top {
        return page;
    }
    UprightPage {
        to_page: Transform::translation(f64::from(left), f64::from(top)).then(&page.to_page),
        width: right - left,
        height: bottom - top,
    }
}

/// The skew to be believed, given how clearly it was seen.
fn believed_skew(skew_degrees: f32, confidence: f32) -> f32 {
    if confidence < SKEW_CONFIDENCE_LEAST || !skew_degrees.is_finite() { 0.0 } else { skew_degrees.clamp(-15.0, 15.0) }
}

/// Turns a page of `width` x `height` pixels upright whose content is turned clockwise by `orientation_degrees` (0, 90,
/// 180 or 270) and, within that, counter-clockwise by `skew_degrees`.
fn upright(width: u32, height: u32, orientation_degrees: u32, skew_degrees: f32) -> UprightPage {
    let skew = if skew_degrees.abs() < SKEW_LEAST { 0.0 } else { skew_degrees };
    if skew == 0.0 && orientation_degrees == 0 {
        return UprightPage { to_page: Transform::IDENTITY, width, height };
    }
    let (w, h) = (f64::from(width), f64::from(height));
    let turn = f64::from(orientation_degrees) - f64::from(skew);
    let centre = Point::new(width as f32 / 2.0, height as f32 / 2.0);
    let (sin, cos) = turn.to_radians().sin_cos();
    // A pixel's millionth is rounding, not content.
    let side = |a: f64, b: f64| ((a * cos.abs() + b * sin.abs() - 1e-6).ceil() as u32).max(1);
    let (upright_width, upright_height) = (side(w, h), side(h, w));
    // From the upright page: its centre onto the page's centre, then turned back.
    let to_page = Transform::translation((w - f64::from(upright_width)) / 2.0, (h - f64::from(upright_height)) / 2.0)
        .then(&Transform::rotation(-turn, centre));
    UprightPage { to_page, width: upright_width, height: upright_height }
}

/// What the detector sees of a page, and the transform from its pixels to those of the page.
pub(super) fn detector_region(page: &UprightPage, size: InputSize, background: u8) -> Region {
    Region {
        to_page: Transform::scaling(1.0 / size.scale, 1.0 / size.scale).then(&page.to_page),
        width: size.width,
        height: size.height,
        background,
    }
}

/// What the recogniser sees of a line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Crop {
    /// The line on the upright page.
    pub(super) upright: Ribbon,
    /// From there to the page as it came in.
    pub(super) to_page: Transform,
    /// Pixels to cut out, were the line straight.
    pub(super) region: Region,
    /// Width with padding.
    pub(super) bucket_width: u32,
    /// How far the crop reaches beyond the line at each end, as a share of the line's width.
    pub(super) margin: f32,
    /// The line's height in pixels of the crop, which is higher by its margins.
    pub(super) line_height: f32,
}

/// The least width in pixels of a piece that a bent line is cut out in, where the crop is as wide.
const PIECE: u32 = 24;

/// The crop of a line that lies at `upright` on the upright page, or `None` when its box has no area.
pub(super) fn crop(page: &UprightPage, upright: &Ribbon, rules: &CropRules, background: u8) -> Option<Crop> {
    if upright.quad.corners.iter().any(|c| !(c.x.is_finite() && c.y.is_finite())) {
        return None;
    }
    let line = upright.quad.mapped(&page.to_page);
    let quad = rules.crop_quad(&line);
    let (width, height) = (rules.crop_width(&quad), rules.crop_height());
    let to_page = Transform::from_rect_to_quad(f64::from(width), f64::from(height), &quad)?;
    Some(Crop {
        upright: *upright,
        to_page: page.to_page,
        region: Region { to_page, width, height, background },
        bucket_width: rules.bucket_width(width),
        margin: (quad.width() - line.width()) / 2.0 / line.width().max(f32::EPSILON),
        line_height: height as f32 * line.height() / quad.height().max(f32::EPSILON),
    })
}

impl Crop {
    /// The box of a word between the shares `from` and `to` of the crop's width: as high as the line's nominal box. Shares are even on
    /// the upright page, as they are in the crop, whatever the page's perspective.
    pub(super) fn word(&self, from: f32, to: f32) -> Quad {
        self.upright.slice(self.on_line(from), self.on_line(to)).mapped(&self.to_page)
    }

    /// The box of several words between the shares `from` and `to` of the crop's width: straight, and around them where they bend.
    pub(super) fn words(&self, from: f32, to: f32) -> Quad {
        self.upright.around(self.on_line(from), self.on_line(to)).mapped(&self.to_page)
    }

    /// The straight box that fits the line best, on the page as it came in.
    pub(super) fn line(&self) -> Quad {
        self.upright.quad.mapped(&self.to_page)
    }

    /// The box of the whole line: around it where it bends.
    pub(super) fn whole(&self) -> Quad {
        self.upright.around(0.0, 1.0).mapped(&self.to_page)
    }

    /// Where on the upright page it begins and ends, in pixels from the left.
    pub(super) fn extent(&self, from: f32, to: f32) -> (f32, f32) {
        let (left, _, right, _) = self.upright.quad.slice(self.on_line(from), self.on_line(to)).bounds();
        (left, right)
    }

    /// From a share of the crop's width to one of the line's.
    fn on_line(&self, share: f32) -> f32 {
        share * (1.0 + 2.0 * self.margin) - self.margin
    }

    /// Width in pixels, without padding.
    pub(super) const fn width(&self) -> u32 {
        self.region.width
    }

    /// Pixels to cut out, in pieces from the left: one for a straight line; for a bent one as many as it takes to follow it, each of
    /// them with level letters.
    pub(super) fn regions(&self) -> Vec<Region> {
        let Region { to_page, width, .. } = self.region;
        let Some(bend) = self.upright.bend else { return vec![self.region] };
        let pieces = (width / PIECE).clamp(1, Bend::KNOTS as u32 - 1);
        let edge = |piece: u32| (u64::from(width) * u64::from(piece) / u64::from(pieces)) as u32;
        let down = |x: u32| f64::from(bend.at(self.on_line(x as f32 / width as f32)) * self.line_height);
        let piece = |piece: u32| {
            let (left, right) = (edge(piece), edge(piece + 1));
            let slope = (down(right) - down(left)) / f64::from((right - left).max(1));
            let bent = Transform::shear_down(slope).then(&Transform::translation(f64::from(left), down(left)));
            Region { to_page: bent.then(&to_page), width: right - left, ..self.region }
        };
        (0..pieces).map(piece).collect()
    }

    /// Memory of its pixels.
    pub(super) const fn bytes(&self) -> usize {
        self.region.width as usize * self.region.height as usize
    }
}

/// By how much content is turned clockwise that its file wants turned as EXIF and TIFF number it. Mirrored images are
/// left as they are.
pub(super) const fn orientation(exif: u8) -> u32 {
    match exif {
        3 => 180,
        // "Turn by 90° clockwise to see it upright": it lies 90° counter-clockwise.
        6 => 270,
        8 => 90,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use liasse_imaging::{CpuSampler, GreyImage, GreyPyramid, PixelFormat, Raster, Sampler};

    fn near(a: Point, b: Point) -> bool {
        a.distance(b) < 0.01
    }

    #[test]
    fn a_straight_page_is_left_alone() {
        let page = upright(200, 100, 0, 0.05);
        assert_eq!(page.to_page, Transform::IDENTITY);
        assert_eq!((page.width, page.height), (200, 100));
    }

    #[test]
    fn a_page_on_its_side_is_turned() {
        // Turned clockwise by 90°: the top of the content is at the right.
        let page = upright(200, 100, 90, 0.0);
        assert_eq!((page.width, page.height), (100, 200));
        let top_left = page.to_page.apply(Point::new(0.0, 0.0));
        assert!(near(top_left, Point::new(200.0, 0.0)), "{top_left:?}");
        let top_right = page.to_page.apply(Point::new(100.0, 0.0));
        assert!(near(top_right, Point::new(200.0, 100.0)), "{top_right:?}");
    }

    #[test]
    fn skew_is_taken_out_and_nothing_is_cut_off() {
        let page = upright(1000, 800, 0, 10.0);
        // A line that climbs by 10° on the page lies level on the upright one.
        let from_page = page.to_page.inverse().unwrap();
        let (dx, dy) = (10_f32.to_radians().cos(), -10_f32.to_radians().sin());
        let a = from_page.apply(Point::new(300.0, 400.0));
        let b = from_page.apply(Point::new(300.0 + 100.0 * dx, 400.0 + 100.0 * dy));
        assert!((a.y - b.y).abs() < 0.01 && (b.x - a.x - 100.0).abs() < 0.01, "{a:?} {b:?}");
        for corner in Quad::from_rect(0.0, 0.0, 1000.0, 800.0).mapped(&from_page).corners {
            assert!((-0.6..=page.width as f32 + 0.6).contains(&corner.x), "{corner:?}");
            assert!((-0.6..=page.height as f32 + 0.6).contains(&corner.y), "{corner:?}");
        }
    }

    fn outlined(corners: [(f32, f32); 4], in_perspective: bool, orientation_degrees: u32, skew_degrees: f32) -> Lie {
        let quad = Quad::new(corners.map(|(x, y)| Point::new(x, y)));
        Lie { orientation_degrees, skew_degrees, outline: Some(Outline { quad, whole: true, in_perspective }) }
    }

    #[test]
    fn a_page_is_cut_to_its_outline() {
        let corners = [(100.4, 50.2), (900.0, 50.2), (900.0, 700.6), (100.4, 700.6)];
        let page = outlined(corners, false, 0, 0.0).upright(1000, 800);
        assert_eq!((page.width, page.height), (800, 651));
        assert_eq!(page.to_page, Transform::translation(100.0, 50.0), "whole pixels: nothing is resampled");
        let page = outlined(corners, false, 90, 0.0).upright(1000, 800);
        assert_eq!((page.width, page.height), (651, 800));
        assert!(near(page.to_page.apply(Point::new(0.0, 0.0)), Point::new(900.0, 50.0)), "{page:?}");
        let beyond = outlined([(-20.0, -9.0), (500.0, -9.0), (500.0, 900.0), (-20.0, 900.0)], false, 0, 0.0);
        assert_eq!(beyond.upright(1000, 800), UprightPage { to_page: Transform::IDENTITY, width: 500, height: 800 });
        assert!(beyond.holds(&Quad::from_rect(10.0, 10.0, 200.0, 30.0)));
        assert!(!beyond.holds(&Quad::from_rect(510.0, 10.0, 600.0, 30.0)));
    }

    #[test]
    fn a_photographed_page_is_seen_from_above() {
        let corners = [(130.0, 90.0), (1120.0, 60.0), (1210.0, 1690.0), (50.0, 1610.0)];
        for orientation in [0, 90, 180, 270] {
            let lie = outlined(corners, true, orientation, 0.0);
            let page = lie.upright(1240, 1754);
            let sheet = Quad::from_rect(0.0, 0.0, page.width as f32, page.height as f32).mapped(&page.to_page);
            // Turned clockwise, the content's top left is the image's top right, and so on.
            for (i, corner) in sheet.corners.iter().enumerate() {
                let (x, y) = corners[(i + orientation as usize / 90) % 4];
                assert!(corner.distance(Point::new(x, y)) < 1.0, "{orientation}: {sheet:?}");
            }
            assert_eq!(page.width > page.height, orientation % 180 == 90);
        }
        // In the middle of the image the sides' directions are between those of the edges.
        let skew = outlined(corners, true, 0, 0.0).skew_on_image(1240, 1754);
        assert!((-3.9..1.7).contains(&skew) && skew.abs() > 0.5, "{skew}");
        let more = outlined(corners, true, 0, 2.0).skew_on_image(1240, 1754);
        assert!((more - skew - 2.0).abs() < 0.3, "{more} {skew}");
        assert_eq!(outlined(corners, false, 90, 1.5).skew_on_image(1240, 1754), 1.5);
    }

    #[test]
    fn a_bent_line_is_cut_out_level() {
        // A rule of 4 pixels that sags by 30 over 400, which is half as much again as the line is high.
        let sag = |x: f32| 30.0 * ((x - 100.0) / 400.0 * std::f32::consts::PI).sin();
        let mut page = vec![255; 600 * 200];
        for x in 100..500 {
            let middle = (80.0 + sag(x as f32 + 0.5)).round() as usize;
            (middle - 2..middle + 2).for_each(|y| page[y * 600 + x] = 0);
        }
        let page = GreyPyramid::new(Raster::new(600, 200, PixelFormat::Grey8, page, None).unwrap()).unwrap();
        let quad = Quad::from_rect(100.0, 70.0, 500.0, 90.0);
        let bend = Bend::new(|share| sag(100.0 + 400.0 * share) / 20.0);
        // Ten pixels more all around, twice as large.
        let region = Region {
            to_page: Transform::scaling(0.5, 0.5).then(&Transform::translation(90.0, 60.0)),
            width: 840,
            height: 80,
            background: 255,
        };
        let line = Ribbon { quad, bend: Some(bend) };
        let (to_page, margin) = (Transform::IDENTITY, 10.0 / 400.0);
        let crop = Crop { upright: line, to_page, region, bucket_width: 840, margin, line_height: 40.0 };
        let pieces = CpuSampler.sample(&page, &crop.regions());
        assert!(pieces.len() > 20, "{}", pieces.len());
        let image = GreyImage::side_by_side(pieces);
        assert_eq!((image.width, image.height), (840, 80));
        for x in 30..810 {
            let ink: Vec<usize> = (0..80).filter(|y| image.data[y * 840 + x] < 128).collect();
            let middle = ink.iter().sum::<usize>() as f32 / ink.len().max(1) as f32;
            assert!((middle - 39.5).abs() < 2.5 && ink.len() < 14, "at {x}: {ink:?}");
        }
        let word = crop.word(0.5, 0.6);
        assert!((word.corners[0].y - 100.0).abs() < 1.0, "{word:?}");
        let straight = Crop { upright: Ribbon::straight(quad), ..crop };
        assert_eq!(straight.regions(), [region]);
        // The sag alone is half as much again as the line is high, below a straight box as high as it.
        let (_, top, _, bottom) = crop.whole().bounds();
        assert!((top - 70.0).abs() < 1.0 && (bottom - 120.0).abs() < 1.0, "{:?}", crop.whole());
    }

    #[test]
    fn unclear_skew_is_not_believed() {
        assert_eq!(believed_skew(9.0, 0.05), 0.0);
        assert_eq!(believed_skew(9.0, 0.9), 9.0);
        assert_eq!(believed_skew(f32::NAN, 0.9), 0.0);
    }
}
