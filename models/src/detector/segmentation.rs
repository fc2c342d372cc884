//! From a map of probabilities to quadrilaterals: the post-processing of PP-OCR's kind of detector.
//!
//! Connected pixels above a threshold are one line, shrunken; the smallest rectangle around them, of any direction, is grown
//! by area x ratio / perimeter (Vatti clipping's offset in Liao et al., "Real-time Scene Text Detection with Differentiable
//! Binarization", 2020). A line's confidence is the mean probability of its pixels.

use liasse_geometry::{Point, Quad};

use super::DetectedLine;
use crate::SegmentationSettings;

/// The lines of one page, from the top, in input pixels. `map`: a probability for each pixel, `width` in a row.
pub(super) fn lines(map: &[f32], width: usize, settings: &SegmentationSettings) -> Vec<DetectedLine> {
    let mut seen = vec![false; map.len()];
    let mut lines = Vec::new();
    let mut stack = Vec::new();
    for start in 0..map.len() {
        if seen[start] || map[start] <= settings.threshold {
            continue;
        }
        seen[start] = true;
        stack.push(start);
        let mut component = Component::default();
        while let Some(pixel) = stack.pop() {
            let (x, y) = (pixel % width, pixel / width);
            component.add(x, y, map[pixel]);
            for ny in y.saturating_sub(1)..=(y + 1).min(map.len() / width - 1) {
                for nx in x.saturating_sub(1)..=(x + 1).min(width - 1) {
                    let next = ny * width + nx;
                    if !seen[next] && map[next] > settings.threshold {
                        seen[next] = true;
                        stack.push(next);
                    }
                }
            }
        }
        lines.extend(component.line(settings));
    }
    lines.sort_by(|a, b| a.quad.centre().y.total_cmp(&b.quad.centre().y));
    lines
}

/// Connected pixels: of each row only its ends matter to the rectangle around them.
#[derive(Default)]
struct Component {
    rows: std::collections::BTreeMap<usize, (usize, usize)>,
    count: u32,
    probability: f64,
}

impl Component {
    fn add(&mut self, x: usize, y: usize, probability: f32) {
        let row = self.rows.entry(y).or_insert((x, x));
        *row = (row.0.min(x), row.1.max(x));
        self.count += 1;
        self.probability += f64::from(probability);
    }

    fn line(&self, settings: &SegmentationSettings) -> Option<DetectedLine> {
        let confidence = (self.probability / f64::from(self.count)) as f32;
        if confidence < settings.line_threshold {
            return None;
        }
        // The corners of the outermost pixels.
        let corners = self.rows.iter().flat_map(|(y, (left, right))| {
            let (top, bottom, left, right) = (*y as f32, (y + 1) as f32, *left as f32, (right + 1) as f32);
            [Point::new(left, top), Point::new(left, bottom), Point::new(right, top), Point::new(right, bottom)]
        });
        let quad = smallest_rectangle(&hull(corners.collect()))?;
        let (width, height) = (quad.width(), quad.height());
        if width.min(height) < settings.min_side {
            return None;
        }
        let out = width * height * settings.unclip_ratio / (2.0 * (width + height));
        Some(DetectedLine { quad: quad.grown(out, out, out, out), bend: None, confidence })
    }
}

/// The convex hull, counter-clockwise (Andrew's monotone chain).
fn hull(mut points: Vec<Point>) -> Vec<Point> {
    points.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.y.total_cmp(&b.y)));
    points.dedup();
    let cross = |o: Point, a: Point, b: Point| (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);
    let chain = |points: &mut dyn Iterator<Item = Point>| {
        let mut chain: Vec<Point> = Vec::new();
        for point in points {
            while let [.., a, b] = chain[..]
                && cross(a, b, point) <= 0.0
            {
                chain.pop();
            }
            chain.push(point);
        }
        chain.pop();
        chain
    };
    let mut whole = chain(&mut points.iter().copied());
    whole.extend(chain(&mut points.iter().rev().copied()));
    whole
}

/// The rectangle of least area around a hull: one of its sides lies on a side of the hull. Its reading direction is the one
/// within 45° of the horizontal. `None` for a hull without area.
fn smallest_rectangle(hull: &[Point]) -> Option<Quad> {
    let sides = hull.iter().zip(hull.iter().cycle().skip(1));
    let rectangles = sides.filter(|(a, b)| a.distance(**b) > 0.0).map(|(a, b)| {
        let length = a.distance(*b);
        let (mut ux, mut uy) = ((b.x - a.x) / length, (b.y - a.y) / length);
        // A quarter turn as often as it takes to point to the right.
        while ux < uy.abs() || ux <= -uy {
            (ux, uy) = (-uy, ux);
        }
        let (mut along, mut across) = ((f32::MAX, f32::MIN), (f32::MAX, f32::MIN));
        for p in hull {
            let (u, v) = (p.x * ux + p.y * uy, p.y * ux - p.x * uy);
            along = (along.0.min(u), along.1.max(u));
            across = (across.0.min(v), across.1.max(v));
        }
        let corner = |u: f32, v: f32| Point::new(u * ux - v * uy, u * uy + v * ux);
        let quad = Quad::new([
            corner(along.0, across.0),
            corner(along.1, across.0),
            corner(along.1, across.1),
            corner(along.0, across.1),
        ]);
        ((along.1 - along.0) * (across.1 - across.0), quad)
    });
    rectangles.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, quad)| quad)
}

#[cfg(test)]
mod tests {
    use super::*;
    use liasse_geometry::Transform;

    const SETTINGS: SegmentationSettings = SegmentationSettings {
        max_pixels: 1_000_000,
        threshold: 0.3,
        line_threshold: 0.6,
        unclip_ratio: 1.5,
        min_side: 3.0,
    };

    /// A map that is `probability` inside the quads.
    fn map(width: usize, height: usize, quads: &[(Quad, f32)]) -> Vec<f32> {
        let mut map = vec![0.01; width * height];
        for (quad, probability) in quads {
            let back = Transform::rotation(f64::from(-quad.angle_degrees()), quad.centre());
            let flat = quad.mapped(&back).bounds();
            for (index, value) in map.iter_mut().enumerate() {
                let p = back.apply(Point::new((index % width) as f32 + 0.5, (index / width) as f32 + 0.5));
                if p.x > flat.0 && p.x < flat.2 && p.y > flat.1 && p.y < flat.3 {
                    *value = *probability;
                }
            }
        }
        map
    }

    #[test]
    fn a_line_is_grown_to_its_full_size() {
        let found = lines(&map(200, 60, &[(Quad::from_rect(20.0, 20.0, 120.0, 30.0), 0.9)]), 200, &SETTINGS);
        assert_eq!(found.len(), 1);
        // 100 x 10: the offset is 1000 x 1.5 / 220 = 6.8 pixels.
        let expected = Quad::from_rect(13.2, 13.2, 126.8, 36.8);
        assert!(found[0].quad.iou(&expected) > 0.99, "{found:?}");
        assert!((found[0].confidence - 0.9).abs() < 1e-4);
    }

    #[test]
    fn slanted_lines_keep_their_direction() {
        for degrees in [-14.0, 3.0, 14.0, 40.0] {
            let level = Quad::from_rect(60.0, 95.0, 190.0, 107.0);
            let quad = level.mapped(&Transform::rotation(degrees, level.centre()));
            let found = lines(&map(250, 200, &[(quad, 0.8)]), 250, &SETTINGS);
            assert_eq!(found.len(), 1);
            let angle = f64::from(found[0].quad.angle_degrees());
            assert!((angle - f64::from(quad.angle_degrees())).abs() < 1.0, "{degrees}: {angle}");
        }
    }

    #[test]
    fn faint_and_tiny_things_are_dropped() {
        let faint = (Quad::from_rect(20.0, 20.0, 120.0, 30.0), 0.5);
        let tiny = (Quad::from_rect(20.0, 50.0, 60.0, 52.0), 0.9);
        assert_eq!(lines(&map(200, 60, &[faint, tiny]), 200, &SETTINGS), vec![]);
    }

    #[test]
    fn lines_come_from_the_top() {
        let quads = [(Quad::from_rect(10.0, 60.0, 90.0, 70.0), 0.9), (Quad::from_rect(10.0, 10.0, 90.0, 20.0), 0.9)];
        let found = lines(&map(100, 90, &quads), 100, &SETTINGS);
        let centres: Vec<f32> = found.iter().map(|line| line.quad.centre().y).collect();
        assert_eq!(centres.len(), 2);
        assert!(centres[0] < 20.0 && centres[1] > 60.0, "{centres:?}");
    }
}
