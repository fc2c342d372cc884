//! Ink on its way to the paper: spread, erosion, ragged edges, unevenness.

use super::Recipe;
use crate::raster::noise::{Field, Grain, NoiseSource};
use crate::raster::{Plane, blur};
use crate::rng::Rng;

impl Recipe {
    /// Treats the ink plane.
    pub(super) fn print(&self, ink: &mut Plane, rng: &mut Rng) {
        if self.spread >= 0.2 || self.rough > 0.0 || self.uneven > 0.0 {
            blur::gaussian(ink, self.spread, self.spread);
            self.cut_ink(ink, rng);
        }
    }

    /// Blurred ink is cut at a level, with a random shift at the edges (where it is neither full nor nothing), and
    /// its blackness varies from place to place.
    fn cut_ink(&self, ink: &mut Plane, rng: &mut Rng) {
        let (w, h) = (ink.width, ink.height);
        // The cut as a table over 256 levels: a ramp of slope `hardness` through the threshold.
        let table: Vec<u8> = (0..256)
            .map(|v| {
                let x = v as f32 / 255.0;
                let y = (x - self.threshold) * self.hardness + 0.5;
                // What had no ink stays without.
                let y = if v < 4 { 0.0 } else { y };
                (y.clamp(0.0, 1.0) * 255.0) as u8
            })
            .collect();
        let grain = if self.unit > 14.0 { Grain::Coarse } else { Grain::Fine };
        let source = NoiseSource::new(grain, rng);
        let field = Field::random(w, h, self.unit * rng.range(0.35, 2.5), rng);
        let (rough, uneven) = ((self.rough * 110.0) as i32, self.uneven * 110.0);
        let mut noise = vec![0i8; w];
        let mut level = vec![0i16; w];
        for y in 0..h {
            let row = ink.row_mut(y);
            if row.iter().all(|v| *v == 0) {
                continue;
            }
            source.row(y, &mut noise);
            field.row(y, uneven, 256.0 - uneven, &mut level);
            for ((p, n), l) in row.iter_mut().zip(&noise).zip(&level) {
                let v = i32::from(*p);
                let edge = (v * (255 - v)) >> 6;
                let moved = (v + ((i32::from(*n) * rough * edge) >> 15)).clamp(0, 255);
                let cut = i32::from(table[moved as usize]);
                *p = ((cut * i32::from((*l).clamp(60, 256))) >> 8) as u8;
            }
        }
    }
}
