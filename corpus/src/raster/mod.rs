//! Grey planes and the drawing on them: filled outlines, strokes, resampling, blur.
//!
//! Knows nothing of fonts or text.

pub(crate) mod blur;
pub(crate) mod noise;
pub(crate) mod path;
pub(crate) mod resample;
pub(crate) mod stroke;
pub(crate) mod warp;

/// A plane of 8-bit values, row-major, without padding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plane {
    /// Width in pixels.
    pub width: usize,
    /// Height in pixels.
    pub height: usize,
    /// `width * height` values.
    pub data: Vec<u8>,
}

impl Plane {
    /// A plane of one value.
    pub fn new(width: usize, height: usize, value: u8) -> Plane {
        Plane { width, height, data: vec![value; width * height] }
    }

    /// Row `y`.
    #[inline]
    pub fn row(&self, y: usize) -> &[u8] {
        &self.data[y * self.width..(y + 1) * self.width]
    }

    /// Row `y`, to write.
    #[inline]
    pub fn row_mut(&mut self, y: usize) -> &mut [u8] {
        &mut self.data[y * self.width..(y + 1) * self.width]
    }

    /// Sets the part of a rectangle that lies on the plane.
    pub(crate) fn fill_rect(&mut self, x0: i32, y0: i32, x1: i32, y1: i32, value: u8) {
        let (w, h) = (self.width as i32, self.height as i32);
        let (x0, x1) = (x0.clamp(0, w) as usize, x1.clamp(0, w) as usize);
        if x0 >= x1 {
            return;
        }
        for y in y0.clamp(0, h)..y1.clamp(0, h) {
            self.row_mut(y as usize)[x0..x1].fill(value);
        }
    }

    /// The plane seen in a mirror, left to right.
    pub(crate) fn mirrored(&self) -> Plane {
        let mut out = self.clone();
        for y in 0..out.height {
            out.row_mut(y).reverse();
        }
        out
    }
}
