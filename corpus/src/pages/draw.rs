//! From an index to a drawn page: layout, faces, treatment and place on the scanner's table, all from one random stream.

use super::compose::{Composer, Fonts, SetLine, Type};
use super::desk::Desk;
use super::layouts::Layout;
use super::marks;
use super::record::PageRecord;
use super::truth::{FieldTruth, LineTruth, PageTruth, Quad, WordTruth};
use crate::corpus::Corpus;
use crate::degrade::{Clutter, Era, Recipe, Severity, raise};
use crate::faces::{Face, FaceClass, FaceLibrary, Wish};
use crate::raster::Plane;
use crate::raster::noise::{Grain, NoiseSource};
use crate::raster::warp::Warp;
use crate::rng::Rng;
use crate::typeset::{Machine, Painter};
use std::sync::Arc;

/// A page as scanned, with its truth.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnPage {
    /// The image; 0 is black.
    pub image: Plane,
    /// What it says and where, in pixels of the image.
    pub truth: PageTruth,
    /// Every pixel is 0 or 255.
    pub bilevel: bool,
}

/// Resolutions scanned at when pages are drawn reduced, and when they are not.
const REDUCED: &[f32] = &[100.0, 120.0, 150.0, 150.0, 200.0, 200.0, 240.0, 300.0, 300.0, 300.0, 400.0];
const WHOLE: &[f32] = &[150.0, 200.0, 200.0, 240.0, 300.0, 300.0, 300.0, 400.0];

/// Share of pages that stay as they were scanned. Where only one in eight did, the detector forgot faint carbon copies.
const UNTOUCHED: f32 = 0.35;

/// Share of the pages learnt from that are typewritten whatever else they would have been.
const MORE_TYPED: f32 = 0.06;

/// Draws pages; keeps buffers between them. One for each thread.
pub struct PagePen<'a> {
    corpus: &'a Corpus,
    painter: Painter,
}

impl<'a> PagePen<'a> {
    pub(crate) fn new(corpus: &'a Corpus) -> PagePen<'a> {
        PagePen { corpus, painter: Painter::new() }
    }

    /// Page number `index` as the networks learn from it: with paper as white and ink as dark as the server makes them, and
    /// more typewritten pages than the mail has, since those are the hardest.
    pub fn record(&mut self, index: u64) -> PageRecord {
        let typed = Rng::stream(self.seed() ^ 0x7479_7065, index).chance(MORE_TYPED);
        let clutter = Some(Clutter::random(Rng::stream(self.seed() ^ 0x636c_7574, index)));
        let (layout, rng) = if typed {
            (Layout::Typescript, Rng::stream(self.seed() ^ 0x6c65_6172, index))
        } else {
            self.chosen(index)
        };
        let DrawnPage { mut image, truth, .. } = self.draw_with(layout, rng, clutter, |desk| layout.set(desk));
        raise(&mut image, UNTOUCHED, &mut Rng::stream(self.corpus.options.seed ^ 0x746f_6e65, index));
        PageRecord { image, truth }
    }

    /// Draws page number `index`; the same index always gives the same page.
    pub fn draw(&mut self, index: u64) -> DrawnPage {
        let (layout, rng) = self.chosen(index);
        self.draw_as(layout, rng, |desk| layout.set(desk))
    }

    /// The layout of page number `index`, and the random numbers it goes on with.
    fn chosen(&self, index: u64) -> (Layout, Rng) {
        let mut rng = Rng::stream(self.seed() ^ 0x7061_6765, index);
        (Layout::random(self.corpus.options.kinds, &mut rng), rng)
    }

    /// What kind of document page number `index` is, without drawing it: its `doc_type`.
    pub fn doc_type(&self, index: u64) -> &'static str {
        self.chosen(index).0.name()
    }

    /// The seed of everything that is drawn.
    pub(super) fn seed(&self) -> u64 {
        self.corpus.options.seed
    }

    /// Draws a page that looks like one of a layout, with what `set` sets on it.
    pub(super) fn draw_as(&mut self, layout: Layout, rng: Rng, set: impl FnOnce(&mut Desk<'_, '_>)) -> DrawnPage {
        self.draw_with(layout, rng, None, set)
    }

    /// The same with clutter, where there is any.
    fn draw_with(
        &mut self,
        layout: Layout,
        mut rng: Rng,
        mut clutter: Option<Clutter>,
        set: impl FnOnce(&mut Desk<'_, '_>),
    ) -> DrawnPage {
        let Corpus { options, faces, running } = self.corpus;
        let (width, height) = layout.sheet(&mut rng);
        let dpi = rng.choose(if options.max_pixels.is_some() { REDUCED } else { WHOLE });
        let fit = options.max_pixels.map_or(dpi, |max| (max as f32 / (width * height)).sqrt() * 72.0);
        let drawn_dpi = dpi.min(fit);
        let scale = drawn_dpi / 72.0;
        let severity = Severity::random(options.clean, &mut rng);
        let era = layout.era(&mut rng);
        let fonts = fonts(layout, era, faces, scale, &mut rng);
        self.painter.forget();
        let mut composer = Composer::new(width, height, scale, &mut self.painter, faces, running);
        composer.machine = match era {
            Era::Typewriter => Some(Machine::typewriter(rng.unit(), &mut rng)),
            Era::Book => Some(Machine::press(rng.unit(), &mut rng)),
            _ => None,
        };
        let body = fonts.body.clone();
        let metrics = &body.face.data().metrics;
        let unit = metrics.x_height * body.size * scale;
        let stem = metrics.stem * body.size * scale;
        let leading = body.size * if era == Era::Book { rng.range(1.1, 1.45) } else { rng.range(1.15, 1.6) };
        let margin = |rng: &mut Rng, share: f32| width.min(height) * share * rng.range(0.7, 1.3);
        let margins = if layout == Layout::Receipt {
            [12.0, 16.0, 12.0, 12.0]
        } else {
            [margin(&mut rng, 0.1), margin(&mut rng, 0.08), margin(&mut rng, 0.09), margin(&mut rng, 0.11)]
        };
        let desk_rng = rng.fork();
        let mut desk = Desk { c: &mut composer, fonts, rng: desk_rng, margins, leading };
        set(&mut desk);
        if layout == Layout::Blank {
            marks::bindings(&mut composer, &mut rng);
        } else if layout != Layout::Receipt {
            marks::random(&mut composer, &mut rng);
        }
        composer.join_neighbours();
        let Composer { mut sheet, lines, fields, .. } = composer;
        if let Some(clutter) = &mut clutter {
            clutter.draw(&mut sheet, unit, &mut self.painter, faces);
        }
        let mut recipe = Recipe::random(severity, era, unit, stem, &mut rng);
        recipe.folds = if severity != Severity::Clean && rng.chance(0.2) { rng.between(1, 3) as usize } else { 0 };
        recipe.reduced_since(dpi / drawn_dpi, &mut rng);
        // A page has reversed text too: a level near the paper would eat it.
        recipe.page();
        let mut printed = recipe.printed(sheet, &mut rng);
        if let Some(clutter) = &mut clutter {
            clutter.copy(&mut printed, &recipe);
        }
        let table = Table::random(&printed, severity, &recipe, &lines, &mut rng);
        let sheet_size = (printed.width as f32, printed.height as f32);
        let mut image = table.lay(printed, &mut rng);
        recipe.scanned(&mut image, &mut rng);
        let (width, height) = (image.width as f32, image.height as f32);
        let quad = |q: &Quad| -> Quad {
            let mut out = table.quad(q);
            for i in 0..4 {
                out[2 * i] = round(out[2 * i].clamp(0.0, width));
                out[2 * i + 1] = round(out[2 * i + 1].clamp(0.0, height));
            }
            out
        };
        let truth = PageTruth {
            lines: lines
                .iter()
                .map(|line| LineTruth {
                    quad: quad(&line.quad),
                    text: line.text.clone(),
                    hand: line.hand,
                    words: line.words.iter().map(|(q, text)| WordTruth { quad: quad(q), text: text.clone() }).collect(),
                    row: line.row,
                })
                .collect(),
            doc_type: layout.name().to_owned(),
            skew_deg: table.degrees,
            fields: fields
                .iter()
                .map(|f| FieldTruth { name: f.name.to_owned(), value: f.value.clone(), quad: quad(&f.quad) })
                .collect(),
            dpi: drawn_dpi,
            sheet: table.sheet(sheet_size),
        };
        let bilevel = image.data.iter().all(|v| *v == 0 || *v == 255);
        DrawnPage { image, truth, bilevel }
    }
}

/// A tenth of a pixel is as fine as the truth is told.
fn round(v: f32) -> f32 {
    (v * 10.0).round() / 10.0
}

/// The faces of a document.
fn fonts(layout: Layout, era: Era, faces: &FaceLibrary, scale: f32, rng: &mut Rng) -> Fonts {
    let plain = Wish { bold: Some(false), italic: Some(false), ..Wish::default() };
    let classes: &[FaceClass] = match (era, layout) {
        (Era::Typewriter, _) => &[FaceClass::Typewriter],
        (Era::Book, _) => &[FaceClass::Serif],
        (_, Layout::Receipt) => {
            [&[FaceClass::Mono][..], &[FaceClass::Sans], &[FaceClass::Typewriter]][rng.weighted(&[0.5, 0.25, 0.25])]
        }
        _ => [&[FaceClass::Sans][..], &[FaceClass::Serif], &[FaceClass::Mono], &[FaceClass::Typewriter]]
            [rng.weighted(&[0.6, 0.3, 0.04, 0.06])],
    };
    let wish = Wish { bookish: era == Era::Book, narrow: era == Era::Modern && rng.chance(0.06), ..plain };
    let face = faces.choose(classes, wish, rng);
    // The library is never empty: whoever made the source looked.
    let face: Arc<Face> = face.unwrap_or_else(|| Arc::clone(&faces.all()[0]));
    let size = match layout {
        Layout::Receipt => rng.range(7.0, 11.0),
        Layout::Payslip | Layout::TaxNotice | Layout::Statement => rng.range(7.5, 10.0),
        Layout::Typescript => rng.range(10.5, 13.0),
        Layout::Book => rng.range(8.0, 11.5),
        Layout::Form | Layout::Invoice => rng.range(7.5, 11.0),
        _ => rng.range(8.5, 12.5),
    };
    // No x-height under what can be read at this resolution.
    let x_height = face.data().metrics.x_height;
    let size = size.max(4.6 / (x_height * scale));
    let fixed = face.data().fixed_pitch;
    let stretch = if !fixed && rng.chance(0.06) { rng.range(0.82, 1.12) } else { 1.0 };
    let tracking = if rng.chance(0.08) { rng.range(-0.01, 0.05) } else { 0.0 };
    let body = Type { face: Arc::clone(&face), size, tracking, stretch, small_caps: false, kern: !fixed, tone: 0 };
    let other = |bold: bool, italic: bool| {
        let face = faces.sibling(&face, bold, italic).unwrap_or_else(|| Arc::clone(&face));
        Type { face, ..body.clone() }
    };
    if era == Era::Typewriter {
        return Fonts { bold: body.clone(), italic: body.clone(), body };
    }
    Fonts { bold: other(true, false), italic: other(false, true), body }
}

/// How the sheet lies on the scanner's table.
struct Table {
    warp: Option<Warp>,
    width: usize,
    height: usize,
    degrees: f32,
    background: u8,
    rough: bool,
}

impl Table {
    fn random(sheet: &Plane, severity: Severity, recipe: &Recipe, lines: &[SetLine], rng: &mut Rng) -> Table {
        let (w, h) = (sheet.width as f32, sheet.height as f32);
        let degrees = match rng.below(20) {
            0..=2 => 0.0,
            3..=16 => rng.near_zero(2.5),
            17 | 18 => rng.range(-4.0, 4.0),
            _ => rng.range(-15.0, 15.0),
        };
        let photo = severity == Severity::Heavy && rng.chance(0.2);
        let lean = if photo { (rng.range(-0.06, 0.06), rng.range(-0.06, 0.06)) } else { (0.0, 0.0) };
        let mut waves = Vec::new();
        if rng.chance(if severity == Severity::Clean { 0.05 } else { 0.25 }) {
            let count = rng.between(1, 2);
            for _ in 0..count {
                let length = w * rng.range(0.5, 1.6);
                // So deep that a line still looks straight to who cuts it out, nearly.
                waves.push([
                    rng.range(0.0, 0.3) * recipe.unit * if photo { 1.6 } else { 1.0 },
                    std::f32::consts::TAU / length,
                    rng.range(-1.0, 1.0) / h,
                    rng.range(0.0, std::f32::consts::TAU),
                ]);
            }
        }
        let around = photo || rng.chance(0.12);
        let (mut out_w, mut out_h) = (w, h);
        if around {
            out_w *= rng.range(1.01, 1.12);
            out_h *= rng.range(1.01, 1.12);
        }
        let background = match rng.below(6) {
            0 | 1 => rng.between(0, 50) as u8,
            2 => rng.between(90, 190) as u8,
            _ if around => rng.between(10, 120) as u8,
            _ => (recipe.white.min(254.0)) as u8,
        };
        let still = degrees == 0.0 && waves.is_empty() && !around;
        if still {
            return Table { warp: None, width: sheet.width, height: sheet.height, degrees, background, rough: false };
        }
        let shift = (rng.near_zero(0.02) * w, rng.near_zero(0.02) * h);
        let centre = (out_w / 2.0 + shift.0, out_h / 2.0 + shift.1);
        let mut warp = Warp::new(w, h, degrees, lean, centre, waves.clone());
        // Text must stay on the image: where the turn would carry it off, the image is made larger.
        let (mut left, mut top, mut right, mut bottom) = (0.0f32, 0.0f32, out_w, out_h);
        for line in lines {
            for i in 0..4 {
                let (x, y) = warp.point(line.quad[2 * i], line.quad[2 * i + 1]);
                (left, right) = (left.min(x - 4.0), right.max(x + 4.0));
                (top, bottom) = (top.min(y - 4.0), bottom.max(y + 4.0));
            }
        }
        if left < 0.0 || top < 0.0 || right > out_w || bottom > out_h {
            warp = Warp::new(w, h, degrees, lean, (centre.0 - left, centre.1 - top), waves);
            (out_w, out_h) = (right - left, bottom - top);
        }
        Table {
            warp: Some(warp),
            width: out_w.ceil() as usize,
            height: out_h.ceil() as usize,
            degrees,
            background,
            rough: rng.chance(0.5),
        }
    }

    fn point(&self, x: f32, y: f32) -> (f32, f32) {
        self.warp.as_ref().map_or((x, y), |w| w.point(x, y))
    }

    /// Where the corners of a sheet of this size come to lie.
    fn sheet(&self, (width, height): (f32, f32)) -> Quad {
        let corners = [(0.0, 0.0), (width, 0.0), (width, height), (0.0, height)];
        let mut quad = [0.0; 8];
        for (to, (x, y)) in quad.chunks_exact_mut(2).zip(corners) {
            let (x, y) = self.point(x, y);
            to.copy_from_slice(&[round(x), round(y)]);
        }
        quad
    }

    /// Where a box of the sheet comes to lie: a straight box about the line even where the line bends a little.
    fn quad(&self, q: &Quad) -> Quad {
        const STEPS: usize = 8;
        let edge = |a: usize, b: usize| -> [(f32, f32); STEPS + 1] {
            std::array::from_fn(|i| {
                let t = i as f32 / STEPS as f32;
                self.point(q[2 * a] + (q[2 * b] - q[2 * a]) * t, q[2 * a + 1] + (q[2 * b + 1] - q[2 * a + 1]) * t)
            })
        };
        let (top, bottom) = (edge(0, 1), edge(3, 2));
        let middle: Vec<(f32, f32)> =
            top.iter().zip(&bottom).map(|(a, b)| ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0)).collect();
        let (first, last) = (middle[0], middle[STEPS]);
        let length = (last.0 - first.0).hypot(last.1 - first.1);
        if length < 1.0 {
            return [
                top[0].0, top[0].1, top[STEPS].0, top[STEPS].1, bottom[STEPS].0, bottom[STEPS].1, bottom[0].0,
                bottom[0].1,
            ];
        }
        // How far the middle strays from the chord, downwards positive.
        let normal = (-(last.1 - first.1) / length, (last.0 - first.0) / length);
        let stray = |p: &(f32, f32)| (p.0 - first.0) * normal.0 + (p.1 - first.1) * normal.1;
        let low = middle.iter().map(stray).fold(0.0f32, f32::min);
        let high = middle.iter().map(stray).fold(0.0f32, f32::max);
        let moved = |p: (f32, f32), by: f32| (p.0 + normal.0 * by, p.1 + normal.1 * by);
        let corners = [moved(top[0], low), moved(top[STEPS], low), moved(bottom[STEPS], high), moved(bottom[0], high)];
        let mut out = [0.0; 8];
        for (i, c) in corners.iter().enumerate() {
            out[2 * i] = c.0;
            out[2 * i + 1] = c.1;
        }
        out
    }

    fn lay(&self, sheet: Plane, rng: &mut Rng) -> Plane {
        let Some(warp) = &self.warp else { return sheet };
        let mut ground = Plane::new(self.width, self.height, self.background);
        if self.rough {
            let noise = NoiseSource::new(Grain::Coarse, rng);
            let mut row = vec![0i8; self.width];
            for y in 0..self.height {
                noise.row(y, &mut row);
                for (p, n) in ground.row_mut(y).iter_mut().zip(&row) {
                    *p = (i32::from(*p) + i32::from(*n) / 6).clamp(0, 255) as u8;
                }
            }
        }
        warp.render(&sheet, ground)
    }
}
