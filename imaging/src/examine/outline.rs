//! The outline of a page that lies before something darker: black scanner borders, or the table it was photographed on.
//!
//! From every row and every column the first paper is looked for from either end; a straight line is put through what each end
//! tells (RANSAC: Fischler and Bolles, "Random sample consensus", 1981, then least squares through those that agree), and where
//! the four lines meet are the corners. What is beyond them must be background and what is within them paper, or there is no
//! outline: a letterhead in a dark colour has writing in it, a bent page has no straight sides.

use liasse_geometry::{Point, Quad, Transform};

use crate::GreyPyramid;
use crate::pyramid::Level;

/// The level with at most this many pixels is looked at, or the last one: about 37 dpi of an A4 page.
const MAX_PIXELS: usize = 200_000;
/// The paper's level is that which this share of the image is no brighter than.
const PAPER: f32 = 0.9;
/// What is darker than this share of the paper's level along the image's edge may be background...
const DARK: f32 = 0.75;
/// ...if it takes up this share of the edge, and is darker than the paper by so many grey levels.
const LEAST_OF_EDGE: f32 = 0.04;
const LEAST_CONTRAST: f32 = 40.0;
/// Background that is not seen on at least three sides must be as black as that of a scanner: a share of the paper's level.
pub(super) const BLACK: f32 = 0.45;
const SIDES: usize = 3;
/// Pixels of paper in a row that are its beginning.
const RUN: usize = 3;
/// A side is seen in at least this share of the rows that could show it, and in so many.
const LEAST_SEEN: f32 = 0.12;
const FEWEST: usize = 8;
/// Paper begins within this share of the image, or the row says nothing.
const DEEPEST: f32 = 0.45;
/// A side leans by no more than this, as a slope: more is the next side's.
const STEEPEST: f64 = 0.55;
/// How far from the line a side's places may be, in pixels and as a share of its length, and how many of them there must be.
const NEAR: f64 = 1.0;
const NEAR_SHARE: f64 = 0.004;
const SUPPORT: f32 = 0.8;
/// Pairs of places tried.
const PAIRS: u32 = 60;
/// Around the outline pixels are neither page nor background: so many.
const SOFT: f32 = 2.0;
/// Of what is beyond the outline this share at most is bright; of what is within it at least this share; and the outline leaves
/// out and takes in at least these shares of the image.
const BRIGHT_OUTSIDE: f32 = 0.02;
const BRIGHT_INSIDE: f32 = 0.5;
const LEAST_OUTSIDE: f32 = 0.004;
const LEAST_INSIDE: f32 = 0.2;
/// A corner may lie outside the image by this share of its sides; by the other, it counts as on it.
const FARTHEST_BEYOND: f32 = 0.25;
const CORNER_BEYOND: f32 = 0.03;
/// Opposite sides that are further from parallel than this, in degrees, are seen in perspective; further than the other, they are
/// not those of a sheet.
const PARALLEL: f32 = 0.4;
const FANNED: f32 = 14.0;

/// The outline of a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outline {
    /// Its corners in pixels of the image, clockwise from the top-left as the image lies. Along a side where no background is seen it
    /// is the edge of the image; where the image cuts off a corner, that corner lies outside the image.
    pub quad: Quad,
    /// All four sides were seen, and the corners are on the image.
    pub whole: bool,
    /// It is the outline of a rectangle that was photographed at an angle, and the page is to be seen through [`Self::to_image`].
    pub in_perspective: bool,
}

impl Outline {
    /// Width and height of the sheet in pixels: the means of opposite sides.
    pub fn sheet(&self) -> (f64, f64) {
        (f64::from(self.quad.width()), f64::from(self.quad.height()))
    }

    /// From the sheet, seen from straight above, to the image. `None` for an outline without area.
    pub fn to_image(&self) -> Option<Transform> {
        let (width, height) = self.sheet();
        Transform::from_rect_to_quad(width, height, &self.quad)
    }

    /// Whether a point of the image lies on the page.
    pub fn contains(&self, point: Point) -> bool {
        distance_inside(&self.quad, point) >= 0.0
    }

    /// By how many degrees the sheet is turned counter-clockwise: the mean of its sides.
    pub fn turned_degrees(&self) -> f32 {
        let angles = side_angles(&self.quad);
        angles.iter().sum::<f32>() / 4.0
    }

    /// Whether it may be a rectangle seen at an angle: all of it is seen, and opposite sides are not parallel.
    pub(super) fn may_be_in_perspective(&self) -> bool {
        let [top, right, bottom, left] = side_angles(&self.quad);
        let fan = (top - bottom).abs().max((left - right).abs());
        self.whole && (PARALLEL..FANNED).contains(&fan)
    }
}

/// By how much the top, right, bottom and left sides are turned counter-clockwise from where they belong, in degrees.
fn side_angles(quad: &Quad) -> [f32; 4] {
    let [tl, tr, br, bl] = quad.corners;
    let along = |a: Point, b: Point| (-(b.y - a.y)).atan2(b.x - a.x).to_degrees();
    let down = |a: Point, b: Point| (b.x - a.x).atan2(b.y - a.y).to_degrees();
    [along(tl, tr), down(tr, br), along(bl, br), down(tl, bl)]
}

/// How far inside a convex quadrilateral, clockwise as seen, a point lies: negative outside.
fn distance_inside(quad: &Quad, point: Point) -> f32 {
    (0..4).fold(f32::INFINITY, |least, i| {
        let (a, b) = (quad.corners[i], quad.corners[(i + 1) % 4]);
        let cross = (b.x - a.x) * (point.y - a.y) - (b.y - a.y) * (point.x - a.x);
        least.min(cross / a.distance(b).max(f32::EPSILON))
    })
}

/// The outline of a page, `None` where there is nothing around it or no telling.
pub(super) fn find(page: &GreyPyramid) -> Option<Outline> {
    let index = level_of(page);
    let scale = f64::from(1u32 << index);
    let found = on_level(&page.level(index))?;
    Some(Outline { quad: found.quad.mapped(&Transform::scaling(scale, scale)), ..found })
}

/// The level that is looked at.
pub(super) fn level_of(page: &GreyPyramid) -> usize {
    (0..=page.last_level()).find(|index| page.level(*index).data.len() <= MAX_PIXELS).unwrap_or(page.last_level())
}

fn on_level(level: &Level<'_>) -> Option<Outline> {
    let (width, height) = (level.width, level.height);
    if width.min(height) < 4 * FEWEST {
        return None;
    }
    let ground = Ground::of(level)?;
    let mut sides = [
        // Left, top, right, bottom; each as (place along the side, how far in paper begins).
        Side::of(height, width, |along, inwards| level.data[along * width + inwards], ground.threshold),
        Side::of(width, height, |along, inwards| level.data[inwards * width + along], ground.threshold),
        Side::of(height, width, |along, inwards| level.data[along * width + width - 1 - inwards], ground.threshold),
        Side::of(width, height, |along, inwards| level.data[(height - 1 - inwards) * width + along], ground.threshold),
    ];
    // What a side's places do not bear out is no border but writing, or a picture, at the edge of the image.
    for side in 0..sides.len() {
        let range = ranges(&meet(&sides, width, height))[side];
        if !sides[side].is_supported(range) {
            sides[side].line = None;
        }
    }
    let quad = meet(&sides, width, height);
    let seen = sides.iter().filter(|side| side.line.is_some()).count();
    let background = seen > 0 && (seen >= SIDES || ground.level <= BLACK * ground.paper);
    let supported = sides.iter().zip(ranges(&quad)).all(|(side, range)| side.is_supported(range));
    (background && supported && is_page(level, &quad, ground.threshold)).then_some(Outline {
        quad,
        whole: seen == sides.len() && beyond(&quad, width, height) <= CORNER_BEYOND,
        in_perspective: false,
    })
}

/// Where the lines of the left, top, right and bottom sides meet, those of sides that are not seen being the image's edges.
fn meet(sides: &[Side; 4], width: usize, height: usize) -> Quad {
    let [left, top, right, bottom] = sides.each_ref().map(|side| side.line.unwrap_or((0.0, 0.0)));
    let right = (width as f64 - right.0, -right.1);
    let bottom = (height as f64 - bottom.0, -bottom.1);
    // x = a + b y meets y = c + d x.
    let corner = |(a, b): (f64, f64), (c, d): (f64, f64)| {
        let x = (a + b * c) / (1.0 - b * d);
        Point::new(x as f32, (c + d * x) as f32)
    };
    Quad::new([corner(left, top), corner(right, top), corner(right, bottom), corner(left, bottom)])
}

/// From where to where the left, top, right and bottom sides reach along the image.
fn ranges(quad: &Quad) -> [(f32, f32); 4] {
    let [tl, tr, br, bl] = quad.corners;
    [(tl.y, bl.y), (tl.x, tr.x), (tr.y, br.y), (bl.x, br.x)]
}

/// What lies along the edge of the image.
pub(super) struct Ground {
    /// Grey level of the paper.
    pub(super) paper: f32,
    /// Grey level of what is around it.
    pub(super) level: f32,
    /// Brighter than this is paper.
    pub(super) threshold: u8,
}

impl Ground {
    /// `None` where the edge of the image is paper.
    pub(super) fn of(level: &Level<'_>) -> Option<Self> {
        let (width, height) = (level.width, level.height);
        let mut counts = [0u32; 256];
        level.data.iter().for_each(|value| counts[usize::from(*value)] += 1);
        let paper = quantile(&counts, PAPER);
        // A pixel inwards: the very edge of a scan may be anything.
        let (x1, y1) = (width - 2, height - 2);
        let rows = (1..=x1).flat_map(|x| [width + x, y1 * width + x]);
        let columns = (1..=y1).flat_map(|y| [y * width + 1, y * width + x1]);
        let mut edge = [0u32; 256];
        rows.chain(columns).for_each(|at| edge[usize::from(level.data[at])] += 1);
        let all: u32 = edge.iter().sum();
        edge.iter_mut().skip((paper * DARK) as usize).for_each(|count| *count = 0);
        let dark: u32 = edge.iter().sum();
        let ground = quantile(&edge, 0.5);
        (dark as f32 >= LEAST_OF_EDGE * all as f32 && paper - ground >= LEAST_CONTRAST).then(|| Self {
            paper,
            level: ground,
            threshold: ((paper + ground) / 2.0) as u8,
        })
    }
}

/// The value that a share of what was counted is no greater than.
fn quantile(counts: &[u32; 256], share: f32) -> f32 {
    let mut left = counts.iter().sum::<u32>() as f32 * share;
    let found = counts.iter().position(|count| {
        left -= *count as f32;
        left <= 0.0 && *count > 0
    });
    found.unwrap_or(255) as f32
}

/// What the rows, or the columns, tell of one side.
pub(super) struct Side {
    /// For each place along it how far in paper begins: 0 where there is no background, `None` where there is no telling.
    pub(super) places: Vec<Option<f64>>,
    /// Distance from the image's edge as `a + b t`, `t` the place along it; `None` where no background is seen.
    line: Option<(f64, f64)>,
}

impl Side {
    pub(super) fn of(length: usize, depth: usize, value: impl Fn(usize, usize) -> u8, threshold: u8) -> Self {
        let deepest = (depth as f32 * DEEPEST) as usize;
        let begins = |along: usize| {
            let bright = |inwards: usize| value(along, inwards) >= threshold;
            let mut run = 0;
            for inwards in 0..deepest {
                run = if bright(inwards) { run + 1 } else { 0 };
                if run == RUN {
                    let first = inwards + 1 - RUN;
                    let Some(before) = first.checked_sub(1) else { return Some(0.0) };
                    // Between the centres of two pixels, where the grey values cross the threshold.
                    let (dark, light) = (f64::from(value(along, before)), f64::from(value(along, first)));
                    return Some(before as f64 + 0.5 + (f64::from(threshold) - dark) / (light - dark).max(1.0));
                }
            }
            None
        };
        let places: Vec<Option<f64>> = (0..length).map(begins).collect();
        let seen: Vec<(f64, f64)> = places
            .iter()
            .enumerate()
            .filter_map(|(along, place)| place.filter(|v| *v > 0.0).map(|v| (along as f64 + 0.5, v)))
            .collect();
        let least = ((length as f32 * LEAST_SEEN) as usize).max(FEWEST);
        let line = if seen.len() < least { None } else { consensus(&seen) };
        Self { places, line }
    }

    /// Whether the places between two corners are where the line says.
    fn is_supported(&self, (from, to): (f32, f32)) -> bool {
        let Some(line) = self.line else { return true };
        let near = near((to - from).abs().into());
        let range = from.max(0.0) as usize..(to.max(0.0) as usize).min(self.places.len());
        let (mut agree, mut all) = (0, 0);
        for along in range {
            let said = line.0 + line.1 * (along as f64 + 0.5);
            // Where the line is beyond the image, paper reaches its edge.
            let said = if said < near { said.max(0.0) } else { said };
            all += 1;
            agree += usize::from(self.places[along].is_some_and(|place| (place - said).abs() <= near));
        }
        all >= FEWEST && agree as f32 >= SUPPORT * all as f32
    }
}

/// How far from its line a side's place may be.
pub(super) fn near(length: f64) -> f64 {
    NEAR.max(NEAR_SHARE * length)
}

/// The line `v = a + b t` that most of the places agree on; `None` where hardly any do.
pub(super) fn consensus(places: &[(f64, f64)]) -> Option<(f64, f64)> {
    let count = places.len() as u32;
    let reach = places[places.len() - 1].0 - places[0].0;
    let near = near(reach);
    let agree = |(a, b): (f64, f64)| places.iter().filter(move |(t, v)| (v - a - b * t).abs() <= near);
    let mut random = 12_345u32;
    let mut next = || {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        ((random >> 8) % count) as usize
    };
    let mut best: Option<(usize, (f64, f64))> = None;
    for _ in 0..PAIRS {
        let (p, q) = (places[next()], places[next()]);
        if (p.0 - q.0).abs() < reach / 6.0 {
            continue;
        }
        let slope = (q.1 - p.1) / (q.0 - p.0);
        if slope.abs() > STEEPEST {
            continue;
        }
        let line = (p.1 - slope * p.0, slope);
        let votes = agree(line).count();
        if best.is_none_or(|(most, _)| votes > most) {
            best = Some((votes, line));
        }
    }
    let (_, mut line) = best?;
    for _ in 0..2 {
        let n = agree(line).count() as f64;
        let (st, sv) = agree(line).fold((0.0, 0.0), |(st, sv), (t, v)| (st + t, sv + v));
        let (mt, mv) = (st / n, sv / n);
        let (tt, tv) =
            agree(line).fold((0.0, 0.0), |(tt, tv), (t, v)| (tt + (t - mt) * (t - mt), tv + (t - mt) * (v - mv)));
        if n < FEWEST as f64 || tt <= 0.0 {
            return None;
        }
        let slope = tv / tt;
        line = (mv - slope * mt, slope);
    }
    Some(line)
}

/// Whether there is paper within the outline and background beyond it.
fn is_page(level: &Level<'_>, quad: &Quad, threshold: u8) -> bool {
    let [tl, tr, br, bl] = quad.corners;
    let corner = |a: Point, b: Point, c: Point| (b.x - a.x) * (c.y - b.y) - (b.y - a.y) * (c.x - b.x) > 0.0;
    let corner_far = beyond(quad, level.width, level.height) > FARTHEST_BEYOND;
    let convex = corner(tl, tr, br) && corner(tr, br, bl) && corner(br, bl, tl) && corner(bl, tl, tr);
    let all = (level.width * level.height) as f32;
    if corner_far || !convex || quad.area() < LEAST_INSIDE * all {
        return false;
    }
    let (mut inside, mut bright_inside, mut outside, mut bright_outside) = (0u32, 0u32, 0u32, 0u32);
    for (y, row) in level.data.chunks_exact(level.width).enumerate() {
        let (from, to) = span(quad, y as f32 + 0.5);
        for (x, value) in row.iter().enumerate() {
            let at = x as f32 + 0.5;
            let bright = u32::from(*value >= threshold);
            if at > from + SOFT && at < to - SOFT {
                inside += 1;
                bright_inside += bright;
            } else if at < from - SOFT || at > to + SOFT {
                // Just above or below a level side a pixel is far from the row's span.
                if distance_inside(quad, Point::new(at, y as f32 + 0.5)) < -SOFT {
                    outside += 1;
                    bright_outside += bright;
                }
            }
        }
    }
    outside as f32 >= LEAST_OUTSIDE * all
        && bright_outside as f32 <= BRIGHT_OUTSIDE * outside as f32
        && bright_inside as f32 >= BRIGHT_INSIDE * inside as f32
}

/// How far the farthest corner lies outside the image, as a share of its sides.
fn beyond(quad: &Quad, width: usize, height: usize) -> f32 {
    let (left, top, right, bottom) = quad.bounds();
    let (width, height) = (width as f32, height as f32);
    (-left).max(right - width).max(0.0) / width + (-top).max(bottom - height).max(0.0) / height
}

/// Where a row at `y` is within a convex quadrilateral: from and to; empty (from greater than to) where it is not.
pub(super) fn span(quad: &Quad, y: f32) -> (f32, f32) {
    let (mut from, mut to) = (f32::INFINITY, f32::NEG_INFINITY);
    for i in 0..4 {
        let (a, b) = (quad.corners[i], quad.corners[(i + 1) % 4]);
        if (a.y <= y) != (b.y <= y) {
            let x = a.x + (b.x - a.x) * (y - a.y) / (b.y - a.y);
            (from, to) = (from.min(x), to.max(x));
        }
    }
    (from, to)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: usize = 310;
    const HEIGHT: usize = 438;

    fn on(paint: impl Fn(f32, f32) -> u8) -> Option<Outline> {
        let data: Vec<u8> =
            (0..WIDTH * HEIGHT).map(|at| paint((at % WIDTH) as f32 + 0.5, (at / WIDTH) as f32 + 0.5)).collect();
        on_level(&Level { width: WIDTH, height: HEIGHT, data: &data })
    }

    /// A page with rows of text on a ground that is not quite even.
    fn sheet(quad: Quad, ground: u8) -> impl Fn(f32, f32) -> u8 {
        move |x, y| {
            let inside = distance_inside(&quad, Point::new(x, y));
            let text = inside > 20.0 && (y as u32) % 9 < 3 && (x as u32) % 7 < 5;
            let grain = ((x as u32).wrapping_mul(31) ^ (y as u32).wrapping_mul(17)) % 13;
            match inside {
                d if d < -0.5 => ground + grain as u8,
                d if d < 0.5 => (f32::from(ground) + (d + 0.5) * (232.0 - f32::from(ground))) as u8,
                _ if text => 60,
                _ => 226 + grain as u8,
            }
        }
    }

    fn corners(values: [(f32, f32); 4]) -> Quad {
        Quad::new(values.map(|(x, y)| Point::new(x, y)))
    }

    fn farthest(found: &Quad, truth: &Quad) -> f32 {
        found.corners.iter().zip(truth.corners).map(|(a, b)| a.distance(b)).fold(0.0, f32::max)
    }

    #[test]
    fn a_page_on_a_table_is_found_to_a_fraction_of_a_pixel() {
        for (truth, fan) in [
            (corners([(20.0, 30.0), (290.0, 30.0), (290.0, 410.0), (20.0, 410.0)]), false),
            (corners([(48.0, 20.0), (295.0, 52.0), (262.0, 420.0), (15.0, 388.0)]), false),
            (corners([(40.0, 30.0), (270.0, 22.0), (292.0, 420.0), (14.0, 405.0)]), true),
        ] {
            for ground in [5, 70, 140] {
                let found = on(sheet(truth, ground)).expect("an outline");
                let off = farthest(&found.quad, &truth);
                assert!(off < 0.8, "{off} pixels off before {ground}: {:?}", found.quad);
                assert!(found.whole && found.may_be_in_perspective() == fan, "{found:?}");
                assert!(found.contains(truth.centre()) && !found.contains(Point::new(3.0, 3.0)));
            }
        }
    }

    #[test]
    fn borders_of_a_scanner_need_not_be_all_around() {
        let found = on(sheet(Quad::from_rect(-12.0, -12.0, 322.0, 380.0), 8)).expect("an outline");
        assert!(farthest(&found.quad, &Quad::from_rect(0.0, 0.0, 310.0, 380.0)) < 0.8, "{found:?}");
        assert!(!found.whole && !found.may_be_in_perspective());
        // The wedges beside a page that lies askew and is as large as the image.
        let askew = corners([(10.0, -6.0), (316.0, 10.0), (300.0, 446.0), (-6.0, 430.0)]);
        let found = on(sheet(askew, 12)).expect("an outline");
        assert!(found.quad.iou(&askew) > 0.985, "{found:?}");
    }

    #[test]
    fn what_is_no_border_is_none() {
        let whole = Quad::from_rect(-12.0, -12.0, 322.0, 450.0);
        let page = sheet(whole, 0);
        assert_eq!(on(&page), None, "paper up to the edges");
        let letterhead = |x: f32, y: f32| match y {
            _ if y < 60.0 && (y as u32) % 12 < 5 && (x as u32) % 9 < 5 && x > 100.0 => 240,
            _ if y < 60.0 => 40,
            _ => page(x, y),
        };
        assert_eq!(on(letterhead), None, "a dark letterhead with its writing");
        let beside = |x: f32, y: f32| if x < 40.0 { 130 } else { page(x, y) };
        assert_eq!(on(beside), None, "a grey column on one side");
        let bent = |x: f32, y: f32| if x < 30.0 + 14.0 * (y / 60.0).sin() { 10 } else { page(x, y) };
        assert_eq!(on(bent), None, "a side that is not straight");
        assert_eq!(on(|x, y| 255 - page(x, y)), None, "white on black");
        assert_eq!(on(|_, _| 0), None);
    }

    #[test]
    fn tiny_images_have_none() {
        for (width, height) in [(1, 1), (40, 9), (33, 33)] {
            let data = vec![0; width * height];
            assert_eq!(on_level(&Level { width, height, data: &data }), None);
        }
    }
}
