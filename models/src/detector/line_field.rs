//! From a line field to quadrilaterals.
//!
//! The network says for each map pixel (4 x 4 input pixels) whether it is on the core of a line (the middle half of its
//! nominal box, drawn in at both ends), and how far it is from the box's upper and lower edge. A line is a connected run of
//! core pixels that agree on where its centre line is; the edges are the mean of what its pixels say, so that the height is
//! exact even where the core is a single pixel thin. The idea of regressing the box from its core is EAST's (Zhou et al.,
//! 2017); cores that are drawn in are from PSENet (Wang et al., 2019).

use liasse_geometry::{Point, Quad};

use super::DetectedLine;
use super::bend::{Fit, Profile};
use crate::LineFieldSettings;

/// Input pixels per map pixel.
pub(super) const SCALE: usize = 4;
/// By what share of its height a line's core ends before its box does. Shared with models/training.
const CORE_END: f32 = 0.15;
/// Half the length, as a share of its height, up to which a line's core is as long as its box. Shared with models/training.
const CORE_LEAST: f32 = 0.25;
/// Two neighbouring pixels belong to one line when their centre lines differ by less than this share of the height, and a
/// constant for what a slanted line rises from one pixel to the next.
const SAME_LINE_SHARE: f32 = 0.3;
const SAME_LINE_RISE: f32 = 0.35;
/// So many times the least area make a line of themselves; a smaller one, a lone figure or a speck, must be as probable as this.
const SURE_AREA: f64 = 2.0;
const SURE: f64 = 0.8;
/// No line is higher than this many map pixels (a 600-pixel headline): an exponential of noise is not trusted further.
const MAX_HALF: f32 = 100.0;

/// The three maps of one page.
pub(super) struct Maps<'a> {
    /// Logit of being on a core.
    pub(super) core: &'a [f32],
    /// Natural logarithm of the distance up, in map pixels.
    pub(super) up: &'a [f32],
    /// Natural logarithm of the distance down, in map pixels.
    pub(super) down: &'a [f32],
    /// Map pixels in a row.
    pub(super) width: usize,
}

/// A pixel on a core.
struct Pixel {
    x: usize,
    y: usize,
    /// Row of the line's centre as this pixel sees it.
    centre: f32,
    /// Height of the line as this pixel sees it.
    height: f32,
    probability: f32,
}

/// What the pixels of one line add up to.
#[derive(Clone, Default)]
struct Sums {
    count: f64,
    x: f64,
    xx: f64,
    centre: f64,
    x_centre: f64,
    height: f64,
    probability: f64,
    left: f32,
    right: f32,
}

/// The lines of a page, from the top, in input pixels.
pub(super) fn lines(maps: &Maps<'_>, settings: &LineFieldSettings) -> Vec<DetectedLine> {
    let pixels = core_pixels(maps, settings.threshold);
    let roots = connect(&pixels, maps.width, maps.core.len() / maps.width.max(1));
    let mut sums: Vec<Sums> = Vec::new();
    let mut slot = vec![usize::MAX; pixels.len()];
    for (pixel, root) in pixels.iter().zip(&roots) {
        if slot[*root] == usize::MAX {
            slot[*root] = sums.len();
            sums.push(Sums { left: f32::INFINITY, right: f32::NEG_INFINITY, ..Sums::default() });
        }
        sums[slot[*root]].add(pixel);
    }
    let least = settings.min_area as f64;
    let is_line = |s: &Sums| s.count >= least && (s.count >= SURE_AREA * least || s.probability >= SURE * s.count);
    let slope = common_slope(sums.iter().filter(|s| is_line(s)));
    let fits: Vec<Option<Fit>> = sums.iter().map(|s| is_line(s).then(|| s.fit(slope))).collect();
    let mut profiles: Vec<Option<Profile>> = fits.iter().map(|fit| Profile::new((*fit)?)).collect();
    for (pixel, root) in pixels.iter().zip(&roots) {
        if let Some(profile) = &mut profiles[slot[*root]] {
            profile.add(pixel.x as f64 + 0.5, f64::from(pixel.centre));
        }
    }
    let found = sums.iter().zip(&fits).zip(&profiles);
    let mut lines: Vec<DetectedLine> = found
        .filter_map(|((sums, fit), profile)| {
            Some(DetectedLine {
                quad: quad(fit.as_ref()?),
                bend: profile.as_ref().and_then(Profile::bend),
                confidence: (sums.probability / sums.count) as f32,
            })
        })
        .collect();
    lines.sort_by(|a, b| a.quad.centre().y.total_cmp(&b.quad.centre().y));
    lines
}

fn core_pixels(maps: &Maps<'_>, threshold: f32) -> Vec<Pixel> {
    let logit = (threshold / (1.0 - threshold)).ln();
    let mut pixels = Vec::new();
    for (index, value) in maps.core.iter().enumerate() {
        if *value > logit {
            let (x, y) = (index % maps.width, index / maps.width);
            let distance = |log: f32| log.exp().clamp(0.1, MAX_HALF);
            let (up, down) = (distance(maps.up[index]), distance(maps.down[index]));
            pixels.push(Pixel {
                x,
                y,
                centre: y as f32 + 0.5 + (down - up) / 2.0,
                height: up + down,
                probability: 1.0 / (1.0 + (-value).exp()),
            });
        }
    }
    pixels
}

/// The root of each pixel's line: union-find over 8-neighbours that agree on the centre line.
fn connect(pixels: &[Pixel], width: usize, height: usize) -> Vec<usize> {
    let mut at = vec![u32::MAX; width * height];
    let mut parent: Vec<usize> = (0..pixels.len()).collect();
    fn root(parent: &mut [usize], mut node: usize) -> usize {
        while parent[node] != node {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }
        node
    }
    for (index, pixel) in pixels.iter().enumerate() {
        at[pixel.y * width + pixel.x] = index as u32;
        // The neighbours that come before it in reading order.
        let before = [(-1i64, 0i64), (-1, -1), (0, -1), (1, -1)];
        for (dx, dy) in before {
            let (x, y) = (pixel.x as i64 + dx, pixel.y as i64 + dy);
            if x < 0 || y < 0 || x >= width as i64 {
                continue;
            }
            let other = at[y as usize * width + x as usize];
            if other == u32::MAX {
                continue;
            }
            let neighbour = &pixels[other as usize];
            let allowed = SAME_LINE_SHARE * pixel.height.min(neighbour.height) + SAME_LINE_RISE;
            if (pixel.centre - neighbour.centre).abs() < allowed {
                let (a, b) = (root(&mut parent, index), root(&mut parent, other as usize));
                parent[a.max(b)] = a.min(b);
            }
        }
    }
    (0..pixels.len()).map(|index| root(&mut parent, index)).collect()
}

/// The direction that most of the page's writing has, from its long lines; 0 without any.
fn common_slope<'a>(sums: impl Iterator<Item = &'a Sums>) -> f64 {
    let mut slopes: Vec<f64> =
        sums.filter(|s| f64::from(s.right - s.left) > 5.0 * s.mean_height()).map(|s| s.slope(0.0, 0.0)).collect();
    slopes.sort_by(f64::total_cmp);
    slopes.get(slopes.len() / 2).copied().unwrap_or(0.0)
}

impl Sums {
    fn add(&mut self, pixel: &Pixel) {
        let (x, centre) = (pixel.x as f64 + 0.5, f64::from(pixel.centre));
        self.count += 1.0;
        self.x += x;
        self.xx += x * x;
        self.centre += centre;
        self.x_centre += x * centre;
        self.height += f64::from(pixel.height);
        self.probability += f64::from(pixel.probability);
        self.left = self.left.min(pixel.x as f32);
        self.right = self.right.max(pixel.x as f32 + 1.0);
    }

    fn mean_height(&self) -> f64 {
        self.height / self.count
    }

    /// Rise of the centre line per pixel by least squares, drawn to `prior` as if by a spread of `weight` per pixel.
    fn slope(&self, prior: f64, weight: f64) -> f64 {
        let spread = self.xx / self.count - (self.x / self.count).powi(2);
        let together = self.x_centre / self.count - self.x / self.count * self.centre / self.count;
        (together + prior * weight) / (spread + weight).max(1e-9)
    }

    fn fit(&self, common_slope: f64) -> Fit {
        let height = self.mean_height();
        let (left, right) = (f64::from(self.left), f64::from(self.right));
        // The inverse of how cores are drawn in; half a map pixel is what the edge of a short one may be off by.
        let short = (right - left) / 2.0 < f64::from(CORE_LEAST) * height - 0.5;
        Fit {
            left,
            right,
            beyond: if short { 0.5 } else { f64::from(CORE_END) * height },
            x: self.x / self.count,
            y: self.centre / self.count,
            // A short line says little about its direction: the page's own counts as much as a piece one height long.
            slope: self.slope(common_slope, height * height),
            height,
        }
    }
}

/// The box of a line, in input pixels.
fn quad(fit: &Fit) -> Quad {
    let length = fit.slope.hypot(1.0);
    let (along, normal) = ((1.0 / length, fit.slope / length), (-fit.slope / length, 1.0 / length));
    let corner = |x: f64, out: f64, side: f64| {
        let y = fit.y + fit.slope * (x - fit.x);
        let place = (x + along.0 * out + normal.0 * side, y + along.1 * out + normal.1 * side);
        Point::new((place.0 * SCALE as f64) as f32, (place.1 * SCALE as f64) as f32)
    };
    let (end, half) = (fit.beyond, fit.height / 2.0);
    Quad::new([
        corner(fit.left, -end, -half),
        corner(fit.right, end, -half),
        corner(fit.right, end, half),
        corner(fit.left, -end, half),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    const SETTINGS: LineFieldSettings =
        LineFieldSettings { max_pixels: 2_200_000, threshold: 0.5, min_area: 2, glance: None };

    /// Draws the field that a perfect network would answer with.
    struct Drawn {
        core: Vec<f32>,
        up: Vec<f32>,
        down: Vec<f32>,
        width: usize,
        height: usize,
    }

    impl Drawn {
        fn new(width: usize, height: usize) -> Self {
            let plane = width * height;
            Self { core: vec![-6.0; plane], up: vec![0.0; plane], down: vec![0.0; plane], width, height }
        }

        fn line(&mut self, quad: &Quad) -> &mut Self {
            let (length, tall) = (quad.width(), quad.height());
            let centre = quad.centre();
            let angle = -quad.angle_degrees().to_radians();
            for y in 0..self.height {
                for x in 0..self.width {
                    let (dx, dy) = ((x as f32 + 0.5) * 4.0 - centre.x, (y as f32 + 0.5) * 4.0 - centre.y);
                    let (u, v) = (dx * angle.cos() + dy * angle.sin(), -dx * angle.sin() + dy * angle.cos());
                    if v.abs() <= (tall / 4.0).max(2.0) && u.abs() <= core_end(length, tall) {
                        let index = y * self.width + x;
                        self.core[index] = 4.0;
                        self.up[index] = ((tall / 2.0 + v).max(1.0) / 4.0).ln();
                        self.down[index] = ((tall / 2.0 - v).max(1.0) / 4.0).ln();
                    }
                }
            }
            self
        }

        /// The core of a stretch of a level line, from end to end.
        fn core_of(&mut self, left: f32, right: f32, top: f32, bottom: f32) {
            for index in 0..self.core.len() {
                let (x, y) = ((index % self.width) as f32 * 4.0 + 2.0, (index / self.width) as f32 * 4.0 + 2.0);
                let (up, down) = (y - top, bottom - y);
                if (left..right).contains(&x) && up.min(down) >= (bottom - top) / 4.0 {
                    (self.core[index], self.up[index], self.down[index]) = (4.0, (up / 4.0).ln(), (down / 4.0).ln());
                }
            }
        }

        fn found(&self) -> Vec<DetectedLine> {
            lines(&Maps { core: &self.core, up: &self.up, down: &self.down, width: self.width }, &SETTINGS)
        }
    }

    /// Half the length of the core of a line that is so long and so high, in pixels.
    fn core_end(length: f32, tall: f32) -> f32 {
        (length / 2.0 - CORE_END * tall).max((length / 2.0).min(CORE_LEAST * tall)).max(2.0)
    }

    fn turned(left: f32, top: f32, right: f32, bottom: f32, degrees: f64) -> Quad {
        let quad = Quad::from_rect(left, top, right, bottom);
        quad.mapped(&liasse_geometry::Transform::rotation(degrees, quad.centre()))
    }

    #[test]
    fn an_empty_page_has_no_lines() {
        assert_eq!(Drawn::new(100, 80).found(), vec![]);
    }

    #[test]
    fn straight_lines_come_back() {
        let quads = [Quad::from_rect(40.0, 40.0, 700.0, 68.0), Quad::from_rect(40.0, 80.0, 500.0, 108.0)];
        let mut drawn = Drawn::new(200, 60);
        quads.iter().for_each(|q| {
            drawn.line(q);
        });
        let found = drawn.found();
        assert_eq!(found.len(), 2);
        for (line, quad) in found.iter().zip(&quads) {
            assert!(line.quad.iou(quad) > 0.93, "{line:?} is not {quad:?}");
            assert!(line.confidence > 0.9);
        }
    }

    #[test]
    fn slanted_lines_come_back() {
        for degrees in [-12.0, -3.0, 5.0, 12.0] {
            let quad = turned(80.0, 200.0, 720.0, 230.0, degrees);
            let found = Drawn::new(200, 120).line(&quad).found();
            assert_eq!(found.len(), 1, "at {degrees} degrees");
            assert!(found[0].quad.iou(&quad) > 0.85, "at {degrees} degrees: {found:?}");
            assert!((f64::from(found[0].quad.angle_degrees()) - degrees).abs() < 0.5);
        }
    }

    #[test]
    fn a_bent_line_is_one_line_and_followed() {
        // Down by its height and up again, drawn as the field of a row of short pieces that touch.
        let sag = |x: f32| 30.0 * (1.0 - (x - 400.0).abs() / 320.0);
        let mut drawn = Drawn::new(200, 60);
        for left in (80..720).step_by(8) {
            let top = 60.0 + sag(left as f32 + 4.0);
            drawn.core_of(left as f32, left as f32 + 8.0, top, top + 30.0);
        }
        let found = drawn.found();
        assert_eq!(found.len(), 1, "{found:?}");
        let (quad, bend) = (found[0].quad, found[0].bend.unwrap());
        for share in [0.1_f32, 0.3, 0.5, 0.8] {
            let x = quad.corners[0].x + share * quad.width();
            let middle = quad.slice(share, share).centre().y + bend.at(share) * quad.height();
            assert!((middle - 75.0 - sag(x)).abs() < 3.0, "at {x}: {middle}");
        }
        let straight = Drawn::new(200, 60).line(&Quad::from_rect(40.0, 40.0, 700.0, 68.0)).found();
        assert_eq!(straight[0].bend, None);
        let slanted = Drawn::new(200, 120).line(&turned(80.0, 200.0, 720.0, 230.0, 7.0)).found();
        assert_eq!(slanted[0].bend, None);
    }

    #[test]
    fn small_print_with_touching_cores_stays_apart() {
        let mut drawn = Drawn::new(120, 30);
        // 8-pixel lines every 9 pixels: the cores fill almost every map row.
        for i in 0..8 {
            drawn.line(&Quad::from_rect(20.0, 12.0 + 9.0 * i as f32, 420.0, 20.0 + 9.0 * i as f32));
        }
        assert_eq!(drawn.found().len(), 8);
    }

    #[test]
    fn columns_side_by_side_stay_apart() {
        let mut drawn = Drawn::new(200, 30);
        drawn.line(&Quad::from_rect(20.0, 40.0, 380.0, 64.0)).line(&Quad::from_rect(400.0, 40.0, 780.0, 64.0));
        assert_eq!(drawn.found().len(), 2);
    }

    #[test]
    fn one_character_takes_the_direction_of_the_page() {
        let slope = 4.0;
        let mut drawn = Drawn::new(200, 80);
        drawn.line(&turned(40.0, 60.0, 700.0, 90.0, slope)).line(&turned(40.0, 120.0, 700.0, 150.0, slope));
        let digit = turned(600.0, 220.0, 618.0, 250.0, slope);
        drawn.line(&digit);
        let found = drawn.found();
        assert_eq!(found.len(), 3);
        assert!((found[2].quad.angle_degrees() - 4.0).abs() < 1.5, "{found:?}");
        assert!(found[2].quad.iou(&digit) > 0.6, "{found:?}");
    }

    #[test]
    fn a_lone_figure_keeps_its_box_and_must_be_sure() {
        let figure = Quad::from_rect(400.0, 40.0, 408.0, 68.0);
        let mut drawn = Drawn::new(200, 40);
        drawn.line(&figure);
        let found = drawn.found();
        assert_eq!(found.len(), 1);
        assert!((found[0].quad.width() - 8.0).abs() <= 4.5, "{:?}", found[0].quad);
        let settings = LineFieldSettings { min_area: 5, ..SETTINGS };
        let count = |drawn: &Drawn| {
            lines(&Maps { core: &drawn.core, up: &drawn.up, down: &drawn.down, width: drawn.width }, &settings).len()
        };
        let pixels = drawn.core.iter().filter(|logit| **logit > 0.0).count();
        assert!((5..10).contains(&pixels), "between the least area and twice as much: {pixels}");
        assert_eq!(count(&drawn), 1);
        // As probable as 0.73.
        drawn.core.iter_mut().filter(|logit| **logit > 0.0).for_each(|logit| *logit = 1.0);
        assert_eq!(count(&drawn), 0, "a speck");
        drawn.line(&Quad::from_rect(40.0, 40.0, 300.0, 68.0));
        drawn.core.iter_mut().filter(|logit| **logit > 0.0).for_each(|logit| *logit = 1.0);
        assert_eq!(count(&drawn), 1, "a long line need not be as sure");
    }

    #[test]
    fn wild_values_do_no_harm() {
        let plane = 40 * 40;
        let maps = Maps { core: &vec![9.0; plane], up: &vec![80.0; plane], down: &vec![f32::NAN; plane], width: 40 };
        // What it finds is of no matter; that it ends, with finite numbers where the input was finite, is.
        assert!(lines(&maps, &SETTINGS).len() <= plane);
        let alternating: Vec<f32> = (0..plane).map(|i| if i % 3 == 0 { 80.0 } else { -80.0 }).collect();
        let maps = Maps { core: &vec![9.0; plane], up: &alternating, down: &vec![0.5; plane], width: 40 };
        for line in lines(&maps, &SETTINGS) {
            assert!(line.bend.is_none_or(|bend| bend.most().is_finite()), "{line:?}");
            assert!(line.quad.corners.iter().all(|corner| corner.x.is_finite() && corner.y.is_finite()), "{line:?}");
        }
    }
}
