//! Placed glyphs onto a coverage plane, each glyph rasterised once per style and sub-pixel place.

use super::{Run, Style};
use crate::faces::Face;
use crate::raster::Plane;
use crate::raster::path::{Affine, Filler, Mask, stamp};
use std::collections::HashMap;
use std::rc::Rc;
use std::sync::Arc;

/// Where the baseline of a line runs: straight with a slope, and a slow wave.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Baseline {
    /// Where the line starts.
    pub(crate) x: f32,
    pub(crate) y: f32,
    /// Pixels down per pixel to the right (the tangent of its turn); the letters turn with it.
    pub(crate) slope: f32,
    /// Height of the wave in pixels, and its waves per pixel times 2 pi.
    pub(crate) wave: f32,
    pub(crate) frequency: f32,
}

impl Baseline {
    pub(crate) fn straight(x: f32, y: f32) -> Baseline {
        Baseline { x, y, ..Baseline::default() }
    }

    /// The baseline `dx` pixels after the start.
    pub(crate) fn at(&self, dx: f32) -> (f32, f32) {
        let (cos, sin) = self.turn();
        (self.x + dx * cos, self.y + dx * sin + self.wave * (self.frequency * dx).sin())
    }

    /// Cosine and sine of its turn.
    pub(crate) fn turn(&self) -> (f32, f32) {
        let cos = 1.0 / (1.0 + self.slope * self.slope).sqrt();
        (cos, self.slope * cos)
    }

    /// The point `dx` along the baseline and `dy` below it.
    pub(crate) fn point(&self, dx: f32, dy: f32) -> (f32, f32) {
        let (cos, sin) = self.turn();
        let (x, y) = self.at(dx);
        (x - dy * sin, y + dy * cos)
    }
}

/// Sub-pixel places in each direction.
const PHASES: f32 = 4.0;
/// Bound of the masks kept; beyond it the store is emptied.
const MAX_MASKS: usize = 6000;

type Key = (u16, u16, u8, u8);

/// Draws runs; keeps glyph masks between calls.
pub(crate) struct Painter {
    pub(crate) filler: Filler,
    styles: Vec<(Arc<Face>, [u32; 5])>,
    masks: HashMap<Key, Rc<Mask>>,
}

impl Painter {
    pub(crate) fn new() -> Painter {
        Painter { filler: Filler::new(), styles: Vec::new(), masks: HashMap::new() }
    }

    /// Forgets the masks (a strip's style is hardly ever met again).
    pub(crate) fn forget(&mut self) {
        self.styles.clear();
        self.masks.clear();
    }

    fn style_key(&mut self, style: &Style, slope: f32) -> u16 {
        let numbers = [style.em, style.stretch, style.slant, style.bold, slope].map(f32::to_bits);
        let found = self.styles.iter().position(|(face, n)| Arc::ptr_eq(face, &style.face) && *n == numbers);
        let index = found.unwrap_or_else(|| {
            if self.masks.len() > MAX_MASKS || self.styles.len() > 2000 {
                self.forget();
            }
            self.styles.push((Arc::clone(&style.face), numbers));
            self.styles.len() - 1
        });
        index as u16
    }

    /// Draws a line.
    pub(crate) fn draw(&mut self, plane: &mut Plane, run: &Run, style: &Style, baseline: &Baseline) {
        let key = self.style_key(style, baseline.slope);
        let (cos, sin) = baseline.turn();
        let data = style.face.data();
        for p in &run.placed {
            let (x, y) = baseline.point(p.x, p.y);
            // Well outside: nothing to rasterise.
            let reach = style.em * 2.0;
            if x > plane.width as f32 + reach || x < -reach || y > plane.height as f32 + reach || y < -reach {
                continue;
            }
            let (sx, sy) = ((x * PHASES).round() as i32, (y * PHASES).round() as i32);
            let (px, py) = (sx.rem_euclid(PHASES as i32), sy.rem_euclid(PHASES as i32));
            let scale_step = (p.scale * 64.0) as u8;
            let mask_key = (key, p.glyph, (px * PHASES as i32 + py) as u8, scale_step);
            let mask = match self.masks.get(&mask_key) {
                Some(mask) => Rc::clone(mask),
                None => {
                    let Some(glyph) = &data.glyphs[usize::from(p.glyph)] else {
                        continue;
                    };
                    let size = style.em * p.scale;
                    let t = Affine {
                        a: size * style.stretch * cos,
                        b: size * style.stretch * sin,
                        c: size * (style.slant * cos + sin),
                        d: size * (style.slant * sin - cos),
                        e: px as f32 / PHASES,
                        f: py as f32 / PHASES,
                    };
                    let mask = Rc::new(self.filler.mask(&glyph.outline, &t, style.bold));
                    self.masks.insert(mask_key, Rc::clone(&mask));
                    mask
                }
            };
            stamp(plane, &mask, sx.div_euclid(PHASES as i32), sy.div_euclid(PHASES as i32), p.strength);
        }
    }
}
