//! From what the sensor saw to what the scanner hands out: stretched greys, or black and white.

use super::Recipe;
use super::recipe::Output;
use crate::raster::noise::Field;
use crate::raster::{Plane, resample};

impl Recipe {
    /// Black or white (or between, see `ramp`) by the distance from the level, plus 256.
    fn step(&self) -> Vec<u8> {
        (-256..256)
            .map(|d| {
                let d = d as f32;
                if self.ramp < 2.0 {
                    if d < 0.0 { 0 } else { 255 }
                } else {
                    ((d / self.ramp + 0.5) * 255.0).clamp(0.0, 255.0) as u8
                }
            })
            .collect()
    }

    /// Applies the tone curve and the output mode.
    pub(super) fn finish(&self, page: &mut Plane) {
        let (low, high) = (self.ink * self.cut.0, 255.0 - (255.0 - self.white) * self.cut.1);
        let span = (high - low).max(30.0);
        let table: Vec<u8> = (0..256)
            .map(|v| {
                let x = ((v as f32 - low) / span).clamp(0.0, 1.0);
                (x.powf(self.gamma) * 255.0 + 0.5) as u8
            })
            .collect();
        for p in &mut page.data {
            *p = table[usize::from(*p)];
        }
        let at = |v: f32| f32::from(table[v.clamp(0.0, 255.0) as usize]);
        let (ink, white) = (at(self.ink), at(self.white));
        match self.output {
            Output::Grey => {}
            Output::Level(share) => {
                let step = self.step();
                let level = (ink + (white - ink) * share) as i32;
                for p in &mut page.data {
                    *p = step[(i32::from(*p) - level + 256) as usize];
                }
            }
            Output::Adaptive(share) => adaptive(page, share, self.unit, &self.step()),
            Output::Diffused => diffuse(page, ink, white),
            Output::Ordered => ordered(page, ink, white),
        }
    }
}

/// Black where darker than a share of the mean of the surroundings.
fn adaptive(page: &mut Plane, share: f32, unit: f32, step: &[u8]) {
    let cell = ((unit * 1.2) as usize).max(4);
    let small = resample::resize(page, page.width.div_ceil(cell).max(1), page.height.div_ceil(cell).max(1));
    let field = Field::sampled(page.width, page.height, cell, |x, y| {
        let (cx, cy) = ((x as usize / cell) as i64, (y as usize / cell) as i64);
        let mut sum = 0.0;
        let mut brightest: f32 = 0.0;
        for dy in -1..=1 {
            for dx in -1..=1 {
                let sx = (cx + dx).clamp(0, small.width as i64 - 1) as usize;
                let sy = (cy + dy).clamp(0, small.height as i64 - 1) as usize;
                let v = f32::from(small.row(sy)[sx]);
                sum += v;
                brightest = brightest.max(v);
            }
        }
        // Between mean and brightest: dense text must not pull the level into its letters.
        (sum / 9.0 + brightest) / 2.0
    });
    let mut level = vec![0i16; page.width];
    for y in 0..page.height {
        field.row(y, share, 0.0, &mut level);
        for (p, l) in page.row_mut(y).iter_mut().zip(&level) {
            *p = step[(i16::from(*p) - (*l).clamp(0, 255) + 256) as usize];
        }
    }
}

/// Floyd and Steinberg's error diffusion, between stretched ends so that paper stays mostly white.
fn diffuse(page: &mut Plane, ink: f32, white: f32) {
    let w = page.width;
    let (low, high) = (ink * 0.9, white - (white - ink) * 0.06);
    let scale = (256.0 * 255.0 / (high - low).max(20.0)) as i32;
    let mut below = vec![0i32; w + 2];
    let mut here = vec![0i32; w + 2];
    for y in 0..page.height {
        std::mem::swap(&mut here, &mut below);
        below.fill(0);
        let mut right = 0;
        for (x, p) in page.row_mut(y).iter_mut().enumerate() {
            let v = (((i32::from(*p) - low as i32) * scale) >> 8) + (here[x + 1] + right) / 16;
            let out = if v < 128 { 0 } else { 255 };
            let error = (v - out).clamp(-255, 255);
            *p = out as u8;
            right = error * 7;
            below[x] += error * 3;
            below[x + 1] += error * 5;
            below[x + 2] += error;
        }
    }
}

/// A 4 x 4 Bayer matrix.
fn ordered(page: &mut Plane, ink: f32, white: f32) {
    const BAYER: [[i32; 4]; 4] = [[0, 8, 2, 10], [12, 4, 14, 6], [3, 11, 1, 9], [15, 7, 13, 5]];
    let (low, high) = (ink * 0.9, white - (white - ink) * 0.1);
    let step = (high - low).max(20.0) / 16.0;
    for y in 0..page.height {
        let levels = BAYER[y % 4].map(|b| (low + (b as f32 + 0.5) * step) as u8);
        for (x, p) in page.row_mut(y).iter_mut().enumerate() {
            *p = if *p < levels[x % 4] { 0 } else { 255 };
        }
    }
}
