//! Ink meets paper: grain, mottling, foxing, folds, what shines through from the back; then light and sensor noise.

use super::{Recipe, Sheet};
use crate::raster::noise::{Field, Grain, NoiseSource};
use crate::raster::{Plane, blur};
use crate::rng::Rng;

impl Recipe {
    /// Lays the treated ink on paper.
    pub(super) fn lay_on_paper(&self, sheet: Sheet, rng: &mut Rng) -> Plane {
        let Sheet { mut paper, ink, tone } = sheet;
        let (w, h) = (paper.width, paper.height);
        let behind = (self.bleed > 0.0).then(|| {
            // The back of the sheet, or through thin paper the next one.
            let mut back = if rng.chance(0.75) { ink.mirrored() } else { ink.clone() };
            let sigma = (self.unit * rng.range(0.04, 0.16)).clamp(0.4, 3.0);
            blur::gaussian(&mut back, sigma, sigma);
            (back, rng.below(h.max(1)), rng.below(w.max(1)))
        });
        let bleed = (self.bleed * 256.0) as i32;
        let mottles = Field::random(w, h, (self.unit * rng.range(2.0, 9.0)).max(6.0), rng);
        let foxing = Field::random(w, h, (self.unit * rng.range(0.5, 2.0)).max(4.0), rng);
        let patches = Field::random(w, h, (self.unit * rng.range(4.0, 12.0)).max(8.0), rng);
        let texture = NoiseSource::new(rng.choose(&[Grain::White, Grain::Fine, Grain::Fine, Grain::Coarse]), rng);
        let folds = self.folds(w, h, rng);
        let grain = (self.texture * 8.0) as i32;
        let stains = self.stains * 60.0;
        let (white, black) = (self.white as i32, self.ink as i32);
        let mut noise = vec![0i8; w];
        let (mut mottle, mut fox, mut patch) = (vec![0i16; w], vec![0i16; w], vec![0i16; w]);
        for y in 0..h {
            if grain > 0 {
                texture.row(y, &mut noise);
            }
            if self.mottling > 0.0 {
                mottles.row(y, self.mottling, 0.0, &mut mottle);
            }
            if stains > 0.0 {
                foxing.row(y, stains, -stains * 0.9, &mut fox);
                patches.row(y, stains, -stains * 0.5, &mut patch);
            }
            let back = behind.as_ref().map(|(back, dy, dx)| (back.row((y + dy) % h), *dx));
            let toned = tone.as_ref().map(|t| t.row(y));
            let ink_row = ink.row(y);
            let fold = folds.iter().find(|f| (y as f32 - f.0).abs() < f.1).map_or(0, |f| f.2);
            for (x, p) in paper.row_mut(y).iter_mut().enumerate() {
                let mut ground = white + mottle[x] as i32 + fold + ((i32::from(noise[x]) * grain) >> 8);
                if stains > 0.0 {
                    ground -= i32::from(fox[x].max(0)).min(i32::from(patch[x].max(0)) * 2).min(70);
                }
                if let Some((back, dx)) = back {
                    let at = if x + dx >= w { x + dx - w } else { x + dx };
                    ground -= ((ground - black).max(0) * i32::from(back[at]) * bleed) >> 16;
                }
                // Printed backgrounds (0..254) darken the paper as ink would.
                let drawn = i32::from(*p);
                ground = black + (ground - black) * drawn / 255;
                let own = toned.map_or(0, |t| i32::from(t[x]));
                let colour = black + (white - black) * own / 255;
                let cover = i32::from(ink_row[x]);
                *p = ((ground * (255 - cover) + colour * cover) / 255).clamp(0, 255) as u8;
            }
        }
        paper
    }

    /// Folds across: where, half the width, how much lighter or darker.
    fn folds(&self, _w: usize, h: usize, rng: &mut Rng) -> Vec<(f32, f32, i32)> {
        (0..self.folds)
            .map(|_| {
                (rng.range(0.0, h as f32), (self.unit * rng.range(0.04, 0.15)).max(0.6), rng.between(-45, 30) as i32)
            })
            .collect()
    }

    /// Uneven light, sensor noise, streaks and specks.
    pub(super) fn light_and_noise(&self, page: &mut Plane, rng: &mut Rng) {
        let (w, h) = (page.width, page.height);
        let light = (self.light > 0.005).then(|| {
            let (angle, curve) = (rng.range(0.0, std::f32::consts::TAU), rng.range(-1.0, 1.0));
            let (ca, sa) = (angle.cos(), angle.sin());
            let (fw, fh) = (w as f32, h as f32);
            let size = fw.max(fh);
            Field::sampled(w, h, 32, move |x, y| {
                let t = ((x - fw / 2.0) * ca + (y - fh / 2.0) * sa) / size;
                t + curve * t * t
            })
        });
        let grain = if self.soft_noise { Grain::Fine } else { Grain::White };
        let source = NoiseSource::new(grain, rng);
        let amplitude = (self.noise * 8.0) as i32;
        let streaks: Vec<i8> = if self.streaks > 0.0 {
            (0..w)
                .map(|_| if rng.chance(0.02) { (rng.normal() * self.streaks).clamp(-60.0, 60.0) as i8 } else { 0 })
                .collect()
        } else {
            Vec::new()
        };
        let mut noise = vec![0i8; w];
        let mut level = vec![256i16; w];
        if light.is_some() || amplitude > 0 || !streaks.is_empty() {
            for y in 0..h {
                if let Some(field) = &light {
                    field.row(y, self.light * -256.0, 256.0 - self.light * 110.0, &mut level);
                }
                source.row(y, &mut noise);
                let row = page.row_mut(y);
                for ((p, n), l) in row.iter_mut().zip(&noise).zip(&level) {
                    let v = (i32::from(*p) * i32::from(*l)) >> 8;
                    *p = (v + ((i32::from(*n) * amplitude) >> 8)).clamp(0, 255) as u8;
                }
                if !streaks.is_empty() {
                    for (p, s) in row.iter_mut().zip(&streaks) {
                        *p = (i32::from(*p) + i32::from(*s)).clamp(0, 255) as u8;
                    }
                }
            }
        }
        let specks = (self.specks * (w * h) as f32) as usize;
        for _ in 0..specks.min(4000) {
            let (x, y) = (rng.below(w) as i32, rng.below(h) as i32);
            let size = 1 + rng.below(((self.unit * 0.12) as usize).max(1)) as i32;
            let value = if rng.chance(0.75) { self.ink + 20.0 } else { 255.0 };
            page.fill_rect(x, y, x + size, y + 1 + rng.below(size as usize) as i32, value as u8);
        }
    }
}
