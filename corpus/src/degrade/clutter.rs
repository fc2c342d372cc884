//! What lies under or over the text and is none: dirt and prints of security papers behind it, a copier's loose toner on it,
//! large pale letters across it, and letters of which only the outline is left.
//!
//! Lines and pages that are streamed to the training have it, those that it validates and calibrates on among them, however clean the
//! rest is to be; pages drawn into a folder have none, so that they stay what they were when something was measured on them.
//! Clutter brings its own random numbers for the same reason.

use super::{Recipe, Sheet};
use crate::faces::{FaceClass, FaceLibrary, Wish};
use crate::raster::noise::{Field, Grain, NoiseSource};
use crate::raster::{Plane, blur};
use crate::rng::Rng;
use crate::typeset::{Baseline, Painter, Style, fitted, set};
use std::f32::consts::TAU;

/// Shares of what is drawn that have each kind.
const BEHIND: f32 = 0.14;
const TONER: f32 = 0.05;
const ACROSS: f32 = 0.04;
const OUTLINE: f32 = 0.012;

/// Where the main text is lower than this (x-height, pixels) no letters are hollowed out: nobody could read them.
const LEAST_OUTLINE: f32 = 11.0;

/// What is printed across pages.
const ACROSS_WORDS: &[&str] = &[
    "COPIE", "DUPLICATA", "SPÉCIMEN", "PROJET", "CONFIDENTIEL", "ANNULÉ", "BROUILLON", "ORIGINAL",
    "RÉPUBLIQUE FRANÇAISE", "RF", "NON VALABLE", "PROVISOIRE",
];

/// What is behind the letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Behind {
    /// Rims of dried drops, marbled paper.
    Ridges,
    /// Blots.
    Blots,
    /// The fine waves of cards and cheques.
    Waves,
}

/// The clutter of one drawing.
#[derive(Debug, Clone)]
pub(crate) struct Clutter {
    behind: Option<Behind>,
    toner: bool,
    across: bool,
    outline: bool,
    rng: Rng,
}

impl Clutter {
    /// Chooses what there is, mostly nothing.
    pub(crate) fn random(mut rng: Rng) -> Clutter {
        let behind =
            rng.chance(BEHIND).then(|| [Behind::Ridges, Behind::Blots, Behind::Waves][rng.weighted(&[0.3, 0.2, 0.5])]);
        let toner = rng.chance(TONER);
        let across = rng.chance(ACROSS);
        let outline = rng.chance(OUTLINE);
        Clutter { behind, toner, across, outline, rng }
    }

    /// Lays down what belongs to the drawing itself. `unit` is the x-height of its text in pixels.
    pub(crate) fn draw(&mut self, sheet: &mut Sheet, unit: f32, painter: &mut Painter, faces: &FaceLibrary) {
        if let Some(kind) = self.behind {
            behind(&mut sheet.paper, kind, unit, &mut self.rng);
        }
        if self.across {
            across(sheet, unit, painter, faces, &mut self.rng);
        }
        if self.outline && unit >= LEAST_OUTLINE {
            outline(&mut sheet.ink, unit, &mut self.rng);
        }
    }

    /// What a copier leaves on what it prints.
    pub(crate) fn copy(&mut self, page: &mut Plane, recipe: &Recipe) {
        if self.toner {
            toner(page, recipe, &mut self.rng);
        }
    }
}

fn behind(paper: &mut Plane, kind: Behind, unit: f32, rng: &mut Rng) {
    let (w, h) = (paper.width, paper.height);
    let fine = Field::random(w, h, (unit * rng.range(0.35, 1.6)).max(3.0), rng);
    let coarse = Field::random(w, h, (unit * rng.range(3.0, 14.0)).max(8.0), rng);
    // Where the coarse field is below this, in deviations, there is nothing: waves are printed on the whole of a card.
    let from = if kind == Behind::Waves && rng.chance(0.6) { -4.0 } else { rng.range(-2.0, 0.7) };
    let depth = rng.range(25.0, 135.0) as i32;
    let rim = rng.range(35.0, 110.0) as i32;
    let grain = NoiseSource::new(Grain::Fine, rng);
    let (step, wave) = (unit * rng.range(0.25, 0.9), unit * rng.range(0.4, 2.5));
    let (length, swing) = (unit * rng.range(2.0, 12.0), rng.range(0.0, 0.6));
    // Of which one family of waves runs along the first direction, a second along the other.
    let turns = [rng.range(-1.6, 1.6), rng.range(-1.6, 1.6)].map(f32::sin_cos);
    let families = if rng.chance(0.4) { 2 } else { 1 };
    let (mut a, mut b, mut n) = (vec![0i16; w], vec![0i16; w], vec![0i8; w]);
    for y in 0..h {
        fine.row(y, 100.0, 0.0, &mut a);
        coarse.row(y, 256.0, -256.0 * from, &mut b);
        grain.row(y, &mut n);
        for (x, p) in paper.row_mut(y).iter_mut().enumerate() {
            let there = i32::from(b[x]).clamp(0, 256);
            if there == 0 {
                continue;
            }
            let f = i32::from(a[x]) + i32::from(n[x]) / 4;
            let share = match kind {
                Behind::Ridges => (256 - f.abs() * 256 / rim).max(0),
                Behind::Blots => (f * 4).clamp(0, 256),
                Behind::Waves => {
                    let dark = turns[..families].iter().map(|(sin, cos)| {
                        let (x, y) = (x as f32 * cos + y as f32 * sin, y as f32 * cos - x as f32 * sin);
                        let along = (x / length + (y / length * swing).sin()) * TAU;
                        ((y + along.sin() * wave) / step * TAU).cos()
                    });
                    ((dark.fold(-1.0, f32::max) - 0.2) * 320.0).max(0.0) as i32
                }
            };
            let dark = (share * there * depth) >> 16;
            *p = (i32::from(*p) - dark * i32::from(*p) / 255).clamp(0, 255) as u8;
        }
    }
}

/// Large letters across: pale behind the text or, at times, so that they cover it.
fn across(sheet: &mut Sheet, unit: f32, painter: &mut Painter, faces: &FaceLibrary, rng: &mut Rng) {
    let Some(face) = faces.choose(&[FaceClass::Sans], Wish::default(), rng) else { return };
    let Some(text) = fitted(rng.pick(ACROSS_WORDS), face.data()) else { return };
    let (w, h) = (sheet.paper.width as f32, sheet.paper.height as f32);
    let style = Style::plain(face, unit * rng.range(7.0, 26.0));
    let run = set(&text, &style, rng);
    let slope = if rng.chance(0.7) { rng.range(-1.2, 1.2) } else { 0.0 };
    let mut letters = Plane::new(sheet.paper.width, sheet.paper.height, 0);
    // Somewhere such that a part of the word lies on the sheet.
    let at = Baseline { slope, ..Baseline::straight(0.0, 0.0) };
    let (mx, my) = at.point(run.width() * rng.unit(), -style.em * 0.35);
    let line = Baseline { x: w * rng.unit() - mx, y: h * rng.unit() - my, ..at };
    painter.draw(&mut letters, &run, &style, &line);
    let (pale, covers) = (rng.range(25.0, 125.0) as i32, rng.chance(0.12));
    for ((p, ink), l) in sheet.paper.data.iter_mut().zip(&mut sheet.ink.data).zip(&letters.data) {
        let cover = i32::from(*l);
        *p = (i32::from(*p) - pale * cover / 255 * i32::from(*p) / 255).clamp(0, 255) as u8;
        if covers {
            *ink = (i32::from(*ink) * (255 - cover * 3 / 4) / 255) as u8;
        }
    }
}

/// Takes the inside out of the letters.
fn outline(ink: &mut Plane, unit: f32, rng: &mut Rng) {
    let mut inside = ink.clone();
    let sigma = unit * rng.range(0.05, 0.09);
    blur::gaussian(&mut inside, sigma, sigma);
    let (level, taken) = (rng.between(140, 190) as i32, rng.between(150, 256) as i32);
    for (p, i) in ink.data.iter_mut().zip(&inside.data) {
        let cut = ((i32::from(*i) - level) * 5).clamp(0, 255) * taken / 256;
        *p = (i32::from(*p) - cut).max(0) as u8;
    }
}

/// Loose toner: in bands across or down as a dirty drum leaves it, or in clouds.
fn toner(page: &mut Plane, recipe: &Recipe, rng: &mut Rng) {
    let (w, h) = (page.width, page.height);
    let unit = recipe.unit;
    let down = rng.chance(0.4);
    let clouds = rng.chance(0.4);
    let span = if down { w } else { h };
    let mut profile = vec![0.0f32; span];
    // On a strip there is room for one band, on a page for several.
    let bands = if clouds { 0 } else { rng.between(1, 1 + (span as f32 / (unit * 40.0)) as i64) };
    for _ in 0..bands {
        let (centre, half) = (rng.range(0.0, span as f32), unit * rng.log_range(0.3, 4.0));
        let peak = rng.range(0.15, 0.75);
        for (i, v) in profile.iter_mut().enumerate() {
            let d = (i as f32 - centre) / half;
            *v = v.max(peak * (-d * d).exp());
        }
    }
    let field = Field::random(w, h, unit * rng.range(0.6, if clouds { 12.0 } else { 3.0 }), rng);
    let source = NoiseSource::new(rng.choose(&[Grain::White, Grain::Fine, Grain::Fine, Grain::Coarse]), rng);
    let dark = (recipe.ink + rng.range(0.0, 70.0)).min(recipe.white - 20.0) as u8;
    let whole = rng.range(0.1, 0.5);
    let (mut noise, mut level) = (vec![0i8; w], vec![0i16; w]);
    for y in 0..h {
        source.row(y, &mut noise);
        field.row(y, 110.0, 128.0, &mut level);
        for (x, p) in page.row_mut(y).iter_mut().enumerate() {
            let local = f32::from(level[x].clamp(0, 256)) / 256.0;
            let density = if clouds { local * whole } else { profile[if down { x } else { y }] * local };
            // The noise is normal with a deviation of 32: 2 % of the pixels at a density of 0.1, a third at 0.5.
            if density > 0.02 && f32::from(noise[x]) > 78.0 - 130.0 * density {
                *p = (*p).min(dark);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn clutter(seed: u64) -> Clutter {
        Clutter { behind: None, toner: false, across: false, outline: false, rng: Rng::stream(seed, 0) }
    }

    fn sheet() -> Sheet {
        let mut sheet = Sheet::new(300, 120);
        sheet.ink.fill_rect(20, 30, 40, 90, 255);
        sheet
    }

    #[test]
    fn most_drawings_have_none_and_every_kind_is_met() {
        let all: Vec<Clutter> = (0..3000).map(|i| Clutter::random(Rng::stream(7, i))).collect();
        let with = all.iter().filter(|c| c.behind.is_some() || c.toner || c.across || c.outline).count();
        assert!((450..900).contains(&with), "{with} of 3000");
        assert!(all.iter().any(|c| c.outline) && all.iter().any(|c| c.across) && all.iter().any(|c| c.toner));
        for kind in [Behind::Ridges, Behind::Blots, Behind::Waves] {
            assert!(all.iter().any(|c| c.behind == Some(kind)), "{kind:?}");
        }
    }

    #[test]
    fn what_is_behind_darkens_the_paper_and_leaves_the_ink() {
        let faces = FaceLibrary::load(&[]);
        for kind in [Behind::Ridges, Behind::Blots, Behind::Waves] {
            let darkened = (0..20).filter(|seed| {
                let mut drawn = sheet();
                let mut it = Clutter { behind: Some(kind), ..clutter(*seed) };
                it.draw(&mut drawn, 20.0, &mut Painter::new(), &faces);
                assert_eq!(drawn.ink, sheet().ink);
                assert!(drawn.paper.data.iter().all(|p| *p >= 110), "{kind:?}, seed {seed}: as dark as ink");
                drawn.paper.data.iter().filter(|p| **p < 245).count() > 300
            });
            assert!(darkened.count() >= 15, "{kind:?}");
        }
    }

    #[test]
    fn an_outline_keeps_the_edge_and_loses_the_inside() {
        let faces = FaceLibrary::load(&[]);
        let mut drawn = sheet();
        Clutter { outline: true, ..clutter(3) }.draw(&mut drawn, 24.0, &mut Painter::new(), &faces);
        assert!(drawn.ink.row(60)[30] < 120, "inside {}", drawn.ink.row(60)[30]);
        assert!(drawn.ink.row(60)[20] > 150, "edge {}", drawn.ink.row(60)[20]);
    }

    #[test]
    fn large_words_darken_the_paper_and_seldom_cover_the_ink() {
        let faces = FaceLibrary::load(&[]);
        let (mut seen, mut covered) = (0, 0);
        for seed in 0..200 {
            let mut drawn = sheet();
            Clutter { across: true, ..clutter(seed) }.draw(&mut drawn, 10.0, &mut Painter::new(), &faces);
            seen += usize::from(drawn.paper.data.iter().filter(|p| **p < 240).count() > 300);
            covered += usize::from(drawn.ink != sheet().ink);
            assert!(drawn.ink.data.iter().zip(&sheet().ink.data).all(|(now, was)| now <= was), "seed {seed}");
        }
        assert!(seen > 100 && (1..40).contains(&covered), "{seen} seen, {covered} over ink, of 200");
    }

    #[test]
    fn toner_makes_dark_specks_and_never_lighter_paper() {
        let recipe = Recipe::none(20.0);
        let specks = (0..20).filter(|seed| {
            let mut page = Plane::new(300, 120, 250);
            Clutter { toner: true, ..clutter(*seed) }.copy(&mut page, &recipe);
            let dark = page.data.iter().filter(|p| **p < 120).count();
            assert!(page.data.iter().all(|p| *p <= 250) && dark < page.data.len() * 3 / 4, "seed {seed}: {dark}");
            dark > 100
        });
        assert!(specks.count() >= 12);
    }
}
