//! The choice of what happens to a drawing.
//!
//! Lengths scale with `unit`, the x-height of the main text in pixels, so that what is readable at one resolution is
//! readable at another.

use super::Sheet;
use crate::raster::{Plane, blur};
use crate::rng::Rng;

/// How hard a drawing is treated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Severity {
    Clean,
    Moderate,
    Heavy,
}

impl Severity {
    /// A quarter clean, not quite half moderate, the rest heavy; `clean` moves the first share.
    pub(crate) fn random(clean: f32, rng: &mut Rng) -> Severity {
        let rest = (1.0 - clean).max(0.0);
        [Severity::Clean, Severity::Moderate, Severity::Heavy][rng.weighted(&[clean, rest * 0.6, rest * 0.4])]
    }
}

/// How the drawing was printed, which decides what its ink does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Era {
    /// Laser, ink jet, offset.
    Modern,
    /// A typewriter's ribbon, or a carbon copy of it.
    Typewriter,
    /// Letterpress on old paper.
    Book,
    /// Needles or heat.
    Receipt,
}

/// The last step to what a scanner hands out.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Output {
    Grey,
    /// Black and white at a level between ink (0) and paper (1).
    Level(f32),
    /// Black and white at a share of the local mean.
    Adaptive(f32),
    /// Error diffusion (Floyd and Steinberg).
    Diffused,
    /// A Bayer matrix.
    Ordered,
}

/// What happens to a drawing. Every length is in its pixels.
#[derive(Debug, Clone)]
pub(crate) struct Recipe {
    pub(crate) unit: f32,
    /// Spread of the ink before it is cut at `threshold` (0..1, lower is bolder) with `hardness`.
    pub(crate) spread: f32,
    pub(crate) threshold: f32,
    pub(crate) hardness: f32,
    /// Roughness of the ink's edge, and unevenness of its blackness, 0..1.
    pub(crate) rough: f32,
    pub(crate) uneven: f32,
    pub(crate) ink: f32,
    pub(crate) white: f32,
    pub(crate) texture: f32,
    pub(crate) mottling: f32,
    pub(crate) stains: f32,
    pub(crate) bleed: f32,
    pub(crate) folds: usize,
    pub(crate) light: f32,
    pub(crate) blur: f32,
    pub(crate) motion: (f32, f32),
    pub(crate) noise: f32,
    pub(crate) soft_noise: bool,
    pub(crate) streaks: f32,
    pub(crate) specks: f32,
    /// Stretching of the greys: what is cut off at each end, and a gamma.
    pub(crate) cut: (f32, f32),
    pub(crate) gamma: f32,
    /// A scan at this share of the resolution, enlarged again (1 = none).
    pub(crate) reduce: f32,
    pub(crate) output: Output,
    /// How many greys wide the step from black to white is when the output is black and white (a scan that was black
    /// and white at a higher resolution has soft edges).
    pub(crate) ramp: f32,
    pub(crate) jpeg: Option<u8>,
}

impl Recipe {
    /// Nothing at all: black on white.
    pub(crate) fn none(unit: f32) -> Recipe {
        Recipe {
            unit,
            spread: 0.0,
            threshold: 0.5,
            hardness: 1.0,
            rough: 0.0,
            uneven: 0.0,
            ink: 10.0,
            white: 252.0,
            texture: 0.0,
            mottling: 0.0,
            stains: 0.0,
            bleed: 0.0,
            folds: 0,
            light: 0.0,
            blur: 0.0,
            motion: (0.0, 0.0),
            noise: 0.0,
            soft_noise: false,
            streaks: 0.0,
            specks: 0.0,
            cut: (0.0, 0.0),
            gamma: 1.0,
            reduce: 1.0,
            output: Output::Grey,
            ramp: 0.0,
            jpeg: None,
        }
    }

    /// A recipe for text of x-height `unit` pixels whose stems are `stem` pixels thick.
    pub(crate) fn random(severity: Severity, era: Era, unit: f32, stem: f32, rng: &mut Rng) -> Recipe {
        let mut r = Recipe::none(unit);
        // 0 when the letters are tiny or hairlines, 1 from an x-height of 12 pixels and stems of 2.5: what they can stand.
        let room = ((unit - 5.0) / 7.0).min((stem - 0.9) / 1.6).clamp(0.0, 1.0);
        match era {
            Era::Modern => r.modern(severity, rng),
            Era::Typewriter => r.typed(severity, room, rng),
            Era::Book => r.book(severity, room, rng),
            Era::Receipt => r.receipt(severity, rng),
        }
        r.scan(severity, era, room, rng);
        r
    }

    fn modern(&mut self, severity: Severity, rng: &mut Rng) {
        self.ink = rng.range(0.0, 45.0);
        self.white = rng.range(235.0, 255.0);
        if severity == Severity::Clean {
            return;
        }
        if rng.chance(0.35) {
            // Photocopies and faxes of copies: letters grow or thin, grain.
            self.spread = self.unit * rng.range(0.025, 0.06);
            self.threshold = rng.range(0.34, 0.6);
            self.hardness = rng.range(1.5, 5.0);
            self.rough = rng.range(0.0, 0.5);
        }
        self.uneven = if rng.chance(0.2) { rng.range(0.0, 0.35) } else { 0.0 };
        self.texture = rng.range(0.0, 2.5);
        if rng.chance(0.15) {
            self.ink = rng.range(50.0, 130.0);
        }
        if rng.chance(0.2) {
            self.white = rng.range(180.0, 235.0);
            self.mottling = rng.range(0.0, 6.0);
        }
        if severity == Severity::Heavy {
            self.texture = rng.range(0.0, 6.0);
            self.mottling = rng.range(0.0, 10.0);
            if rng.chance(0.3) {
                self.bleed = rng.range(0.03, 0.22);
            }
        }
    }

    fn typed(&mut self, severity: Severity, room: f32, rng: &mut Rng) {
        let carbon = rng.chance(match severity {
            Severity::Clean => 0.05,
            Severity::Moderate => 0.3,
            Severity::Heavy => 0.5,
        });
        self.white = rng.range(150.0, 246.0).max(rng.range(150.0, 246.0));
        self.ink = if rng.chance(0.5) { rng.range(20.0, 75.0) } else { rng.range(75.0, 150.0) };
        self.spread = self.unit * rng.range(0.03, 0.07);
        self.threshold = rng.range(0.22, 0.5);
        self.hardness = rng.range(1.2, 2.6);
        self.rough = rng.range(0.1, 0.8);
        self.uneven = rng.range(0.05, 0.4);
        self.texture = rng.range(0.5, 4.0);
        self.mottling = rng.range(0.0, 7.0);
        if carbon {
            self.spread = self.unit * (0.05 + 0.07 * room * rng.unit());
            self.hardness = rng.range(0.9, 1.4);
            self.ink = rng.range(60.0, 140.0);
            self.rough = rng.range(0.3, 1.0);
            self.uneven = rng.range(0.15, 0.5);
        }
        if severity != Severity::Clean && rng.chance(0.25 * room) {
            // Never cleaned: the counters of a, e, o fill.
            self.spread = self.unit * rng.range(0.06, 0.1);
            self.threshold = rng.range(0.2, 0.33);
        }
        if rng.chance(0.3) {
            self.bleed = rng.range(0.03, 0.25);
        }
        if severity == Severity::Heavy {
            self.uneven = (self.uneven * 1.5).min(0.6);
        }
        if severity == Severity::Clean {
            self.uneven *= 0.5;
            self.rough *= 0.5;
            self.mottling *= 0.3;
            self.bleed = 0.0;
        }
        if severity == Severity::Heavy && rng.chance(0.25) {
            self.stains = rng.range(0.1, 0.6);
        }
    }

    fn book(&mut self, severity: Severity, room: f32, rng: &mut Rng) {
        self.white = rng.range(165.0, 248.0).max(rng.range(165.0, 248.0));
        self.ink = rng.range(15.0, 85.0);
        self.spread = self.unit * rng.range(0.02, 0.04 + 0.03 * room);
        self.threshold = rng.range(0.27, 0.58);
        self.hardness = rng.range(1.3, 3.5);
        self.rough = rng.range(0.1, 0.8);
        self.uneven = rng.range(0.0, 0.3);
        self.texture = rng.range(0.5, 5.0);
        self.mottling = rng.range(0.0, 8.0);
        if rng.chance(0.35) {
            self.stains = rng.range(0.1, 0.9);
        }
        if rng.chance(0.45) {
            self.bleed = rng.range(0.02, 0.18);
        }
        if severity == Severity::Clean {
            self.stains = 0.0;
            self.bleed *= 0.3;
            self.rough *= 0.5;
        }
    }

    fn receipt(&mut self, severity: Severity, rng: &mut Rng) {
        self.white = rng.range(190.0, 250.0);
        self.ink = rng.range(30.0, 110.0);
        self.spread = self.unit * rng.range(0.02, 0.05);
        self.threshold = rng.range(0.3, 0.55);
        self.hardness = rng.range(1.2, 2.5);
        self.uneven = rng.range(0.0, 0.35);
        self.rough = rng.range(0.0, 0.4);
        if severity == Severity::Heavy {
            self.light = rng.range(0.0, 0.2);
        }
    }

    /// What scanner and file format add.
    fn scan(&mut self, severity: Severity, era: Era, room: f32, rng: &mut Rng) {
        let unit = self.unit;
        match severity {
            Severity::Clean => {
                self.blur = rng.range(0.0, 0.55);
                self.noise = rng.range(0.0, 2.0);
                if rng.chance(0.4) {
                    self.jpeg = Some(rng.between(70, 95) as u8);
                }
            }
            Severity::Moderate => {
                self.blur = rng.range(0.25, 0.6 + (unit * 0.035).min(0.7));
                self.noise = rng.range(0.5, 7.0);
                self.light = self.light.max(rng.range(0.0, 0.1));
                if rng.chance(0.75) {
                    self.jpeg = Some(rng.between(40, 92) as u8);
                }
            }
            Severity::Heavy => {
                self.blur = rng.range(0.3, 0.7 + unit * 0.05 * room).min(3.0);
                self.noise = rng.range(1.0, 15.0);
                self.light = self.light.max(rng.range(0.0, 0.3));
                if rng.chance(0.85) {
                    self.jpeg = Some(rng.between(25, 80) as u8);
                }
                if rng.chance(0.15) {
                    let length = unit * rng.range(0.05, 0.16);
                    let angle = rng.range(0.0, std::f32::consts::PI);
                    self.motion = (angle.cos() * length, angle.sin() * length);
                }
                if rng.chance(0.15) {
                    self.streaks = rng.range(2.0, 18.0);
                }
                if rng.chance(0.2) {
                    self.specks = rng.log_range(0.0002, 0.004);
                }
                if rng.chance(0.15 * room) {
                    self.reduce = (7.0 / unit).max(rng.range(0.4, 0.8)).min(1.0);
                }
                if rng.chance(0.3) {
                    // Pale: the greys are squeezed together.
                    self.gamma = rng.range(0.6, 1.5);
                    self.ink += (self.white - self.ink) * rng.range(0.0, 0.4);
                }
            }
        }
        self.soft_noise = rng.chance(0.4);
        self.folds = usize::from(severity != Severity::Clean && rng.chance(0.06));
        if rng.chance(0.5) {
            // Most scanners stretch the greys and cut off the paper's own.
            self.cut = (rng.range(0.0, 0.6), rng.range(0.0, 0.9));
        }
        let bilevel = match (severity, era) {
            (Severity::Clean, _) => 0.06,
            (_, Era::Modern) => 0.22,
            (_, Era::Receipt) => 0.1,
            _ => 0.1,
        };
        if rng.chance(bilevel) {
            // Thin strokes of small letters do not reach the ink's grey: cut nearer to the paper.
            let low = 0.72 - 0.37 * room;
            self.output = match rng.below(20) {
                0..=10 => Output::Level(rng.range(low, 0.8)),
                11..=16 => Output::Adaptive(rng.range(0.80 - 0.1 * room, 0.92)),
                17 if room > 0.8 => Output::Diffused,
                18 if room > 0.9 => Output::Ordered,
                _ => Output::Level(rng.range(low, 0.75)),
            };
            self.noise = self.noise.min(8.0);
            if rng.chance(0.8) {
                self.jpeg = None;
            }
        }
        self.guard();
    }

    /// For a scan made at `ratio` (1 or more) times the resolution it is drawn at and reduced since: what was black and
    /// white has soft edges, dither has become grain, single pixels' noise has gone.
    pub(crate) fn reduced_since(&mut self, ratio: f32, rng: &mut Rng) {
        if ratio < 1.15 {
            return;
        }
        if let Output::Diffused | Output::Ordered = self.output {
            self.output = Output::Grey;
            self.noise = self.noise.max(rng.range(4.0, 14.0));
        }
        self.ramp = 255.0 * (1.0 - 1.0 / ratio) * rng.range(0.5, 0.9);
        self.noise /= ratio.sqrt();
        self.blur = self.blur.max(0.25);
        self.jpeg = self.jpeg.map(|q| q + (95 - q.min(95)) / 2);
    }

    /// For a whole page, which may have light text on dark bands as well as small print.
    pub(crate) fn page(&mut self) {
        self.threshold = self.threshold.clamp(0.28, 0.55);
        self.reduce = self.reduce.max(0.7);
        // Over a whole page clouds show more than over a line.
        self.mottling *= 0.6;
    }

    /// For light text on a dark ground: what would thicken black letters would eat white ones.
    pub(crate) fn reversed(&mut self) {
        self.threshold = 0.5;
        self.spread *= 0.5;
        if let Output::Level(_) | Output::Adaptive(_) = self.output {
            self.output = Output::Level(0.42);
        }
    }

    /// Keeps the whole readable: enough contrast, not more noise or blur than it bears.
    fn guard(&mut self) {
        self.ink = self.ink.min(self.white - 55.0);
        let contrast = self.white - self.ink;
        self.noise = self.noise.min(contrast * 0.11);
        self.bleed = self.bleed.min(0.3);
        self.mottling = self.mottling.min(contrast * 0.1);
        self.blur = self.blur.min((self.unit * 0.11).max(0.45));
    }

    /// The drawing as it lies on the table: printed and aged.
    pub(crate) fn printed(&self, mut sheet: Sheet, rng: &mut Rng) -> Plane {
        self.print(&mut sheet.ink, rng);
        self.lay_on_paper(sheet, rng)
    }

    /// What the scanner makes of what lies on its table.
    pub(crate) fn scanned(&self, page: &mut Plane, rng: &mut Rng) {
        blur::gaussian(page, self.blur, self.blur);
        blur::motion(page, self.motion.0, self.motion.1);
        self.light_and_noise(page, rng);
        if self.reduce < 0.97 {
            let (w, h) = (page.width, page.height);
            let small = |n: usize| ((n as f32 * self.reduce).round() as usize).max(1);
            let reduced = crate::raster::resample::resize(page, small(w), small(h));
            *page = crate::raster::resample::resize(&reduced, w, h);
        }
        self.finish(page);
        if let Some(quality) = self.jpeg {
            super::jpeg::through_jpeg(page, quality);
        }
    }
}
