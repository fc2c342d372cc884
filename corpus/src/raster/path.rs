//! Filled outlines: lines and curves to a coverage mask, and a mask onto a plane.
//!
//! The exact-area accumulation is ab_glyph_rasterizer's. Contours of the same direction may overlap.

use super::Plane;
use ab_glyph_rasterizer::{Point, Rasterizer, point};

/// A segment of an outline, in the outline's own units (y grows upwards for glyphs, downwards for shapes).
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Segment {
    Move(f32, f32),
    Line(f32, f32),
    Quad(f32, f32, f32, f32),
    Cubic(f32, f32, f32, f32, f32, f32),
}

/// A closed shape, with the box of its control points.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Outline {
    pub(crate) segments: Vec<Segment>,
    /// x0, y0, x1, y1
    pub(crate) bounds: [f32; 4],
}

/// x' = a x + c y + e, y' = b x + d y + f
#[derive(Debug, Clone, Copy)]
pub(crate) struct Affine {
    pub(crate) a: f32,
    pub(crate) b: f32,
    pub(crate) c: f32,
    pub(crate) d: f32,
    pub(crate) e: f32,
    pub(crate) f: f32,
}

impl Affine {
    #[inline]
    pub(crate) fn apply(&self, x: f32, y: f32) -> (f32, f32) {
        (self.a * x + self.c * y + self.e, self.b * x + self.d * y + self.f)
    }
}

/// A small coverage plane with the place of its top-left corner.
#[derive(Debug, Clone, Default)]
pub(crate) struct Mask {
    pub(crate) x: i32,
    pub(crate) y: i32,
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) data: Vec<u8>,
}

/// No mask is larger than this on a side: what is drawn is pages of at most some 4000 pixels.
const MAX_SIDE: f32 = 6000.0;

/// A rasteriser kept between shapes for its buffer.
pub(crate) struct Filler {
    inner: Rasterizer,
}

impl Filler {
    pub(crate) fn new() -> Filler {
        Filler { inner: Rasterizer::new(8, 8) }
    }

    /// The mask of an outline under a transform; `bold` draws it twice, that many pixels apart (synthetic weight).
    pub(crate) fn mask(&mut self, outline: &Outline, t: &Affine, bold: f32) -> Mask {
        if outline.segments.is_empty() {
            return Mask::default();
        }
        let [bx0, by0, bx1, by1] = outline.bounds;
        let corners = [t.apply(bx0, by0), t.apply(bx1, by0), t.apply(bx0, by1), t.apply(bx1, by1)];
        let low_x = corners.iter().map(|p| p.0).fold(f32::INFINITY, f32::min) - bold * 0.5;
        let high_x = corners.iter().map(|p| p.0).fold(f32::NEG_INFINITY, f32::max) + bold * 0.5;
        let low_y = corners.iter().map(|p| p.1).fold(f32::INFINITY, f32::min);
        let high_y = corners.iter().map(|p| p.1).fold(f32::NEG_INFINITY, f32::max);
        let size_ok = (high_x - low_x) < MAX_SIDE && (high_y - low_y) < MAX_SIDE;
        if !(size_ok && low_x.abs() < 1e6 && low_y.abs() < 1e6) {
            return Mask::default();
        }
        let (x, y) = (low_x.floor() as i32 - 1, low_y.floor() as i32 - 1);
        let width = (high_x.ceil() as i32 - x + 2) as usize;
        let height = (high_y.ceil() as i32 - y + 2) as usize;
        self.inner.reset(width, height);
        let shifts: &[f32] = if bold > 0.02 { &[-0.5, 0.5] } else { &[0.0] };
        for shift in shifts {
            let moved = Affine { e: t.e - x as f32 + shift * bold, f: t.f - y as f32, ..*t };
            self.trace(outline, &moved);
        }
        let mut data = vec![0u8; width * height];
        self.inner.for_each_pixel(|i, v| data[i] = (v.abs().min(1.0) * 255.0 + 0.5) as u8);
        Mask { x, y, width, height, data }
    }

    fn trace(&mut self, outline: &Outline, t: &Affine) {
        let at = |x: f32, y: f32| -> Point {
            let (x, y) = t.apply(x, y);
            point(x, y)
        };
        let (mut start, mut last) = (point(0.0, 0.0), point(0.0, 0.0));
        for s in &outline.segments {
            match *s {
                Segment::Move(x, y) => {
                    if last != start {
                        self.inner.draw_line(last, start);
                    }
                    start = at(x, y);
                    last = start;
                }
                Segment::Line(x, y) => {
                    let p = at(x, y);
                    self.inner.draw_line(last, p);
                    last = p;
                }
                Segment::Quad(x1, y1, x, y) => {
                    let p = at(x, y);
                    self.inner.draw_quad(last, at(x1, y1), p);
                    last = p;
                }
                Segment::Cubic(x1, y1, x2, y2, x, y) => {
                    let p = at(x, y);
                    self.inner.draw_cubic(last, at(x1, y1), at(x2, y2), p);
                    last = p;
                }
            }
        }
        if last != start {
            self.inner.draw_line(last, start);
        }
    }
}

/// Lays a mask over a coverage plane, moved by (`dx`, `dy`), its coverage scaled by `strength` / 256. Where something is
/// already, the two cover together (1 - (1-a)(1-b)).
pub(crate) fn stamp(plane: &mut Plane, mask: &Mask, dx: i32, dy: i32, strength: u16) {
    let (x0, y0) = (mask.x + dx, mask.y + dy);
    let from_x = (-x0).max(0) as usize;
    let to_x = (plane.width as i32 - x0).clamp(0, mask.width as i32) as usize;
    if from_x >= to_x {
        return;
    }
    let from_y = (-y0).max(0) as usize;
    let to_y = (plane.height as i32 - y0).clamp(0, mask.height as i32) as usize;
    let strength = u32::from(strength);
    for my in from_y..to_y.max(from_y) {
        let source = &mask.data[my * mask.width + from_x..my * mask.width + to_x];
        let start = (y0 + my as i32) as usize * plane.width + (x0 + from_x as i32) as usize;
        let target = &mut plane.data[start..start + source.len()];
        for (t, s) in target.iter_mut().zip(source) {
            let a = ((u32::from(*s) * strength) >> 8).min(255);
            let b = u32::from(*t);
            *t = (255 - ((255 - a) * (255 - b) + 127) / 255) as u8;
        }
    }
}
