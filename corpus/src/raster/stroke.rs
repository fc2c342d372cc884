//! Rules, boxes, rings and pen strokes as coverage.

use super::Plane;
use super::path::{Affine, Filler, Outline, Segment, stamp};

/// Collects shapes into one outline, each contour turned the same way so that overlaps add up.
#[derive(Debug, Default)]
pub(crate) struct Shape {
    segments: Vec<Segment>,
    points: Vec<(f32, f32)>,
}

impl Shape {
    pub(crate) fn new() -> Shape {
        Shape::default()
    }

    /// A filled polygon.
    pub(crate) fn polygon(&mut self, points: &[(f32, f32)]) {
        let area: f32 = (0..points.len())
            .map(|i| {
                let (a, b) = (points[i], points[(i + 1) % points.len()]);
                a.0 * b.1 - b.0 * a.1
            })
            .sum();
        let mut add = |i: usize, p: (f32, f32)| {
            self.segments.push(if i == 0 { Segment::Move(p.0, p.1) } else { Segment::Line(p.0, p.1) });
            self.points.push(p);
        };
        if area >= 0.0 {
            points.iter().enumerate().for_each(|(i, p)| add(i, *p));
        } else {
            points.iter().rev().enumerate().for_each(|(i, p)| add(i, *p));
        }
    }

    /// A straight line of some thickness.
    pub(crate) fn line(&mut self, from: (f32, f32), to: (f32, f32), thickness: f32) {
        let (dx, dy) = (to.0 - from.0, to.1 - from.1);
        let length = dx.hypot(dy);
        if length < 1e-3 {
            return;
        }
        let (nx, ny) = (-dy / length * thickness / 2.0, dx / length * thickness / 2.0);
        self.polygon(&[
            (from.0 + nx, from.1 + ny),
            (to.0 + nx, to.1 + ny),
            (to.0 - nx, to.1 - ny),
            (from.0 - nx, from.1 - ny),
        ]);
    }

    /// A filled disc.
    pub(crate) fn disc(&mut self, centre: (f32, f32), radius: f32) {
        let n = if radius < 2.0 { 8 } else { 20 };
        let points: Vec<(f32, f32)> = (0..n)
            .map(|i| {
                let a = i as f32 / n as f32 * std::f32::consts::TAU;
                (centre.0 + a.cos() * radius, centre.1 + a.sin() * radius)
            })
            .collect();
        self.polygon(&points);
    }

    /// The outline of an ellipse, drawn with a pen.
    pub(crate) fn ring(&mut self, centre: (f32, f32), rx: f32, ry: f32, thickness: f32) {
        let n = 48;
        let at = |i: usize| {
            let a = i as f32 / n as f32 * std::f32::consts::TAU;
            (centre.0 + a.cos() * rx, centre.1 + a.sin() * ry)
        };
        for i in 0..n {
            self.line(at(i), at(i + 1), thickness);
        }
    }

    /// A pen stroke through points, with a thickness at each.
    pub(crate) fn pen(&mut self, points: &[(f32, f32, f32)]) {
        for pair in points.windows(2) {
            let (a, b) = (pair[0], pair[1]);
            let (dx, dy) = (b.0 - a.0, b.1 - a.1);
            let length = dx.hypot(dy).max(1e-3);
            let (nx, ny) = (-dy / length / 2.0, dx / length / 2.0);
            self.polygon(&[
                (a.0 + nx * a.2, a.1 + ny * a.2),
                (b.0 + nx * b.2, b.1 + ny * b.2),
                (b.0 - nx * b.2, b.1 - ny * b.2),
                (a.0 - nx * a.2, a.1 - ny * a.2),
            ]);
            if b.2 > 2.0 {
                self.disc((b.0, b.1), b.2 / 2.0);
            }
        }
    }

    /// The same shapes in another unit.
    pub(crate) fn scaled(&self, k: f32) -> Shape {
        let segments = self
            .segments
            .iter()
            .map(|s| match *s {
                Segment::Move(x, y) => Segment::Move(x * k, y * k),
                Segment::Line(x, y) => Segment::Line(x * k, y * k),
                other => other,
            })
            .collect();
        Shape { segments, points: self.points.iter().map(|(x, y)| (x * k, y * k)).collect() }
    }

    /// Draws what was collected onto a coverage plane.
    pub(crate) fn draw(&self, plane: &mut Plane, filler: &mut Filler, strength: u16) {
        if self.points.is_empty() {
            return;
        }
        let (w, h) = (plane.width as f32, plane.height as f32);
        let mut bounds = [f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY];
        for (x, y) in &self.points {
            bounds = [bounds[0].min(*x), bounds[1].min(*y), bounds[2].max(*x), bounds[3].max(*y)];
        }
        if bounds[2] < 0.0 || bounds[3] < 0.0 || bounds[0] > w || bounds[1] > h {
            return;
        }
        let outline = Outline { segments: self.segments.clone(), bounds };
        let mask = filler.mask(&outline, &Affine { a: 1.0, b: 0.0, c: 0.0, d: 1.0, e: 0.0, f: 0.0 }, 0.0);
        stamp(plane, &mask, 0, 0, strength);
    }
}
