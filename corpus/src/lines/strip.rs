//! Drawing the strip of page around a line and cutting the line out of it.

use super::look::World;
use super::record::LineRecord;
use crate::corpus::Corpus;
use crate::degrade::{Clutter, Era, Recipe, Severity, Sheet, raise};
use crate::faces::FaceClass;
use crate::raster::resample::Cut;
use crate::raster::stroke::Shape;
use crate::rng::Rng;
use crate::text::{Kind, tidy};
use crate::typeset::{Baseline, Machine, Painter, Run, Style, fitted, set};

/// How much the nominal box is grown before it is cut, as shares of its height.
pub(crate) const GROW_TOP: f32 = 0.2;
/// Below.
pub(crate) const GROW_BOTTOM: f32 = 0.14;
/// On either side.
pub(crate) const GROW_SIDE: f32 = 0.25;

/// Share of lines that stay as they were scanned.
const UNTOUCHED: f32 = 0.12;

/// Widths a record may have.
const WIDTHS: (f32, f32) = (16.0, 1200.0);

/// Draws single lines; keeps buffers between them. One for each thread.
pub struct LinePen<'a> {
    corpus: &'a Corpus,
    height: usize,
    painter: Painter,
}

/// What stands on the strip around the line.
struct Plan {
    world: World,
    kind: Kind,
    style: Style,
    machine: Option<Machine>,
    run: Run,
    /// Nothing but surroundings.
    blank: bool,
    /// Each character in a cell of a form.
    comb: bool,
}

/// Share of figures, codes and entries of forms that stand in combs, and how many characters a comb has.
const COMBS: f32 = 0.16;
const COMB_CELLS: std::ops::RangeInclusive<usize> = 3..=27;

impl<'a> LinePen<'a> {
    pub(crate) fn new(corpus: &'a Corpus, height: usize) -> LinePen<'a> {
        LinePen { corpus, height: height.clamp(8, 256), painter: Painter::new() }
    }

    /// Draws line number `index`; the same index always gives the same record.
    pub fn draw(&mut self, index: u64) -> LineRecord {
        let mut rng = Rng::stream(self.corpus.options.seed, index);
        // A text that no face of its world can show is drawn anew; in the end plain words always can.
        for attempt in 0..20 {
            if let Some(plan) = self.plan(attempt >= 12, &mut rng) {
                return self.record(plan, &mut rng);
            }
        }
        LineRecord {
            image: crate::raster::Plane::new(16, self.height, 255),
            text: String::new(),
            hand: false,
            code: false,
        }
    }

    fn plan(&mut self, easy: bool, rng: &mut Rng) -> Option<Plan> {
        let kind = if easy { Kind::Cell } else { Kind::random(rng) };
        let world = if easy { World::Sans } else { World::random(kind, rng) };
        let face = world.face(kind, &self.corpus.faces, rng)?;
        let mut style = world.style(kind, face, rng);
        let length = match rng.below(20) {
            0..=4 => rng.between(1, 10),
            5..=12 => rng.between(11, 35),
            13..=18 => rng.between(35, 62),
            _ => rng.between(62, 100),
        } as usize;
        let text = kind.line(length, &self.corpus.running, rng);
        let text = tidy(&world.spell(&text, kind, rng));
        let mut text = fitted(&text, style.face.data())?;
        if text.is_empty() {
            return None;
        }
        let entry = matches!(kind, Kind::Code | Kind::Cell) && world != World::Dots;
        let cells: String = text.chars().filter(|c| !c.is_whitespace()).collect();
        let comb = entry && rng.chance(COMBS) && COMB_CELLS.contains(&cells.chars().count());
        if comb {
            text = cells;
            style.tracking = rng.range(0.2, 0.9);
        }
        let metrics = &style.face.data().metrics;
        let box_em = metrics.ascender + metrics.descender;
        let height = (rng.log_range(12.0, 64.0) * rng.log_range(12.0, 64.0)).sqrt();
        style.em = height / box_em;
        // No x-height below what a person reads.
        style.em = style.em.max(5.0 / metrics.x_height);
        style.bold = world.weight(rng) * style.em;
        let machine = match world {
            World::Typewriter => Some(Machine::typewriter(rng.range(0.0, 1.0), rng)),
            World::Book => Some(Machine::press(rng.range(0.0, 1.0), rng)),
            _ => None,
        };
        let blank = rng.chance(0.045);
        let run = self.set_within(&text, &style, rng)?;
        let mut plan = Plan { world, kind, style, machine, run, blank, comb: comb && !blank };
        if let Some(machine) = &plan.machine {
            machine.strike(&mut plan.run, &plan.style, rng);
        }
        Some(plan)
    }

    /// Sets a text, shortened by whole words until the record is not too wide.
    fn set_within(&self, text: &str, style: &Style, rng: &mut Rng) -> Option<Run> {
        let limit = style.height() / 1.3 * 1.3 * (WIDTHS.1 / self.height as f32) * 1.3 / 1.25;
        let mut text = text.to_owned();
        for _ in 0..40 {
            let run = set(&text, style, rng);
            if run.words.is_empty() {
                return None;
            }
            if run.width() < limit {
                return Some(run);
            }
            let shorter = text.rfind([' ', '\t']).map(|i| text[..i].trim_end().to_owned())?;
            text = shorter;
        }
        None
    }

    fn record(&mut self, plan: Plan, rng: &mut Rng) -> LineRecord {
        self.painter.forget();
        let style = &plan.style;
        let (ascent, descent, h) = (style.ascent(), style.descent(), style.height());
        let severity = Severity::random(self.corpus.options.clean, rng);
        // The page's own skew; the crop follows it but for an error.
        let slope = if rng.chance(0.6) { rng.near_zero(0.035) } else { 0.0 };
        let margin = (h * rng.range(0.9, 1.6)).max(8.0);
        let drift = (slope.abs() * (plan.run.width() + 2.0 * margin)).ceil();
        let width = (plan.run.width() + 2.0 * margin).ceil() as usize;
        let height = (h * 2.1 + drift).ceil() as usize + 4;
        let base_y = h * 0.55 + ascent + if slope < 0.0 { drift } else { 0.0 };
        let curl = if plan.world == World::Book && rng.chance(0.4) { rng.range(0.0, 0.05) * h } else { 0.0 };
        let baseline = Baseline {
            x: margin - plan.run.left,
            y: base_y + slope * margin,
            slope,
            wave: curl,
            frequency: rng.range(0.5, 3.0) / width as f32 * 3.0,
        };
        let mut sheet = Sheet::new(width, height);
        let reversed = self.background(&mut sheet, &plan, baseline, rng);
        self.neighbours(&mut sheet, &plan, baseline, rng);
        if !plan.blank {
            if plan.world == World::Dots || (plan.world == World::Mono && rng.chance(0.05)) {
                self.dots(&mut sheet, &plan, baseline, rng);
            } else {
                self.painter.draw(&mut sheet.ink, &plan.run, style, &baseline);
            }
        }
        self.rules(&mut sheet, &plan, baseline, rng);
        let scrawled = plan.blank && rng.chance(0.6);
        if scrawled {
            self.scrawl(&mut sheet, &plan, baseline, rng);
        }
        if rng.chance(0.06) {
            self.overlay(&mut sheet, &plan, rng);
        }
        let era = if reversed { Era::Modern } else { plan.world.era() };
        let era =
            if matches!(plan.style.face.class(), FaceClass::Typewriter) && rng.chance(0.2) { Era::Modern } else { era };
        let stem = style.face.data().metrics.stem * style.em * style.stretch + style.bold;
        let mut recipe = Recipe::random(severity, era, style.x_height(), stem, rng);
        if reversed {
            recipe.reversed();
        }
        let mut clutter = Clutter::random(rng.fork());
        if !reversed {
            clutter.draw(&mut sheet, style.x_height(), &mut self.painter, &self.corpus.faces);
        }
        let mut page = recipe.printed(sheet, rng);
        clutter.copy(&mut page, &recipe);
        recipe.scanned(&mut page, rng);
        if !reversed {
            raise(&mut page, UNTOUCHED, rng);
        }
        // Cut the box as a detector would, not quite right.
        let grown = h * (1.0 + GROW_TOP + GROW_BOTTOM);
        let scale = 1.0 + if rng.chance(0.5) { rng.near_zero(0.16) } else { rng.near_zero(0.3).max(-0.16) };
        let shift = rng.near_zero(0.11) * h;
        let turn = rng.near_zero(0.0122);
        let end = |rng: &mut Rng| {
            let u = rng.unit();
            h * (GROW_SIDE + if rng.chance(0.35) { -0.1 * u } else { 0.6 * u * u * u })
        };
        let (x0, x1) = (margin - end(rng), margin + plan.run.width() + end(rng));
        let centre_x = (x0 + x1) / 2.0;
        let centre_y =
            base_y + slope * centre_x + (descent - ascent) / 2.0 - h * (GROW_TOP - GROW_BOTTOM) / 2.0 + shift;
        let all = slope + turn;
        let cut_height = grown * scale;
        let cut = Cut {
            x0,
            x1,
            y0: centre_y - cut_height / 2.0 - all * (centre_x - x0),
            y1: centre_y + cut_height / 2.0 - all * (centre_x - x0),
            slope: all,
        };
        let stretch = 1.0 + rng.near_zero(0.2).max(-0.15);
        let target = self.height as f32;
        let out_width = ((x1 - x0) * target / cut_height * stretch).round().clamp(WIDTHS.0, WIDTHS.1) as usize;
        let image = cut.sample(&page, out_width, self.height);
        let text = if plan.blank { String::new() } else { plan.run.text() };
        LineRecord {
            image,
            text,
            hand: scrawled || (plan.world == World::Hand && !plan.blank),
            code: plan.kind.is_code() && !plan.blank,
        }
    }

    /// Printed backgrounds; tells whether the text is light on dark.
    fn background(&mut self, sheet: &mut Sheet, plan: &Plan, baseline: Baseline, rng: &mut Rng) -> bool {
        let (w, h) = (sheet.paper.width as i32, sheet.paper.height as i32);
        let style = &plan.style;
        if matches!(plan.world, World::Book | World::Typewriter | World::Hand) && rng.chance(0.9) {
            return false;
        }
        // The rectangle of the box or cell, level even when the page is not (it is as long as the strip).
        let pad = style.height() * rng.range(0.05, 0.5);
        let (left, right) =
            if rng.chance(0.6) { (0, w) } else { ((style.height() * 0.3) as i32, w - (style.height() * 0.3) as i32) };
        let drift = (baseline.slope * w as f32).abs();
        let top = (baseline.y - style.ascent() - pad - drift) as i32;
        let bottom = (baseline.y + style.descent() + pad + drift) as i32;
        match rng.below(100) {
            0..=4 => {
                let value = rng.between(0, 90) as u8;
                sheet.paper.fill_rect(left, top, right, bottom, value);
                let tone = if rng.chance(0.8) { 255 } else { 210 };
                sheet.tint(left, top, right, bottom, tone);
                return true;
            }
            5..=10 => sheet.paper.fill_rect(left, top, right, bottom, rng.between(170, 240) as u8),
            11 | 12 => sheet.paper.fill_rect(0, 0, w, h, rng.between(185, 245) as u8),
            13 | 14 => {
                // Hatching, as security papers have.
                let (step, value) = (rng.between(3, 9) as usize, rng.between(190, 240) as u8);
                let turn = rng.below(3);
                for y in 0..h as usize {
                    for (x, p) in sheet.paper.row_mut(y).iter_mut().enumerate() {
                        let at = match turn {
                            0 => x + y,
                            1 => y,
                            _ => x * 2 + y,
                        };
                        if at % step == 0 {
                            *p = value;
                        }
                    }
                }
            }
            15..=22 => {
                // Coloured ink.
                sheet.tint(0, 0, w, h, rng.between(40, 130) as u8);
            }
            _ => {}
        }
        false
    }

    /// Parts of the lines above and below, and sometimes of something beside.
    fn neighbours(&mut self, sheet: &mut Sheet, plan: &Plan, baseline: Baseline, rng: &mut Rng) {
        if !rng.chance(if plan.blank { 0.9 } else { 0.72 }) {
            return;
        }
        let style = &plan.style;
        let leading = style.em * rng.range(0.98, 1.55).min(rng.range(0.98, 1.55));
        for direction in [-1.0f32, 1.0] {
            if !rng.chance(0.85) {
                continue;
            }
            let width = plan.run.width();
            let length = (width / (style.face.data().metrics.mean_advance * style.em)).clamp(2.0, 110.0) as usize;
            let text = if plan.kind == Kind::Mrz {
                Kind::Mrz.line(length, &self.corpus.running, rng)
            } else {
                Kind::Running.line(length, &self.corpus.running, rng)
            };
            let text = if plan.kind == Kind::Heading { crate::text::capitals(&text, true) } else { text };
            let Some(text) = fitted(&tidy(&text), style.face.data()) else {
                continue;
            };
            let mut run = set(&text, style, rng);
            if let Some(machine) = &plan.machine {
                machine.strike(&mut run, style, rng);
            }
            let offset = if rng.chance(0.2) { rng.range(-4.0, 4.0) * style.em } else { 0.0 };
            let shift = if plan.blank { rng.range(0.6, 0.9) } else { 1.0 };
            let line = Baseline { x: baseline.x + offset, y: baseline.y + direction * leading * shift, ..baseline };
            self.painter.draw(&mut sheet.ink, &run, style, &line);
        }
    }

    /// Underlines, rules of forms and tables, frames, combs, strokes through.
    fn rules(&mut self, sheet: &mut Sheet, plan: &Plan, baseline: Baseline, rng: &mut Rng) {
        let style = &plan.style;
        let em = style.em;
        let (w, h) = (sheet.ink.width as f32, sheet.ink.height as f32);
        let thin = (em * rng.range(0.03, 0.1)).max(0.8);
        let (left, right) = (plan.run.left, plan.run.right);
        let along = |shape: &mut Shape, from: f32, to: f32, dy: f32, thickness: f32| {
            let (a, b) = (baseline.at(from), baseline.at(to));
            shape.line((a.0, a.1 + dy), (b.0, b.1 + dy), thickness);
        };
        let mut shape = Shape::new();
        let far = (-baseline.x, w - baseline.x);
        match rng.below(100) {
            _ if plan.comb => comb(&mut shape, plan, baseline, thin, rng),
            0..=5 => {
                // Underlined: the whole, or some words.
                let dy = em * rng.range(0.06, 0.24);
                if plan.world == World::Typewriter && style.face.data().glyph('_').is_some() && rng.chance(0.6) {
                    let pitch = style.face.data().glyph('_').map_or(0.6, |g| g.advance) * em * style.stretch
                        + style.tracking * em;
                    let n = ((right - left) / pitch).round().clamp(1.0, 110.0) as usize;
                    let mut run = set(&"_".repeat(n), style, rng);
                    if let Some(machine) = &plan.machine {
                        machine.strike(&mut run, style, rng);
                    }
                    self.painter.draw(&mut sheet.ink, &run, style, &baseline);
                } else if rng.chance(0.7) || plan.run.words.len() < 2 {
                    along(&mut shape, left, right, dy, thin);
                    if rng.chance(0.15) {
                        along(&mut shape, left, right, dy + thin * 2.5, thin);
                    }
                } else {
                    let word = &plan.run.words[rng.below(plan.run.words.len())];
                    along(&mut shape, word.left, word.right, dy, thin);
                }
            }
            6 => along(&mut shape, left, right, -style.x_height() * rng.range(0.35, 0.6), thin),
            7..=10 => along(&mut shape, far.0, far.1, style.descent() + em * rng.range(-0.15, 0.35), thin),
            11..=18 => {
                // Borders of a cell, some of its sides.
                let (up, down) =
                    (style.ascent() + em * rng.range(0.08, 0.5), style.descent() + em * rng.range(0.02, 0.4));
                let (l, r) = (left - em * rng.range(0.12, 0.8), right + em * rng.range(0.12, 0.8));
                let whole = rng.chance(0.5);
                let (from, to) = if whole { far } else { (l, r) };
                if rng.chance(0.8) {
                    along(&mut shape, from, to, -up, thin);
                }
                if rng.chance(0.8) {
                    along(&mut shape, from, to, down, thin);
                }
                for x in [l, r] {
                    if rng.chance(0.75) {
                        let p = baseline.at(x);
                        let (a, b) = if whole { (0.0, h) } else { (p.1 - up, p.1 + down) };
                        shape.line((p.0, a), (p.0, b), thin);
                    }
                }
            }
            19 | 20 => {
                // Dotted or dashed line to write on.
                let step = em * rng.range(0.15, 0.5);
                let dy = em * rng.range(0.05, 0.2);
                let mut x = far.0;
                while x < far.1 {
                    along(&mut shape, x, x + step * 0.4, dy, thin);
                    x += step;
                }
            }
            _ => {}
        }
        if plan.blank && rng.chance(0.4) {
            along(&mut shape, far.0, far.1, -em * rng.range(0.0, 0.6), thin);
        }
        let strength = rng.between(130, 256) as u16;
        shape.draw(&mut sheet.ink, &mut self.painter.filler, strength);
    }

    /// A stamp's ring or letters, a signature, a pen stroke over it.
    fn overlay(&mut self, sheet: &mut Sheet, plan: &Plan, rng: &mut Rng) {
        let (w, h) = (sheet.ink.width as f32, sheet.ink.height as f32);
        let em = plan.style.em;
        let mut shape = Shape::new();
        if rng.chance(0.5) {
            let radius = em * rng.range(1.5, 4.0);
            let centre = (rng.range(0.0, w), h / 2.0 + rng.range(-1.0, 1.0) * radius);
            shape.ring(centre, radius, radius * rng.range(0.6, 1.0), em * rng.range(0.05, 0.12));
            if rng.chance(0.5) {
                shape.ring(centre, radius * 0.8, radius * 0.7, em * rng.range(0.03, 0.08));
            }
        } else {
            let mut p = (rng.range(0.0, w), rng.range(0.0, h), em * rng.range(0.04, 0.12));
            let mut points = vec![p];
            let mut angle = rng.range(0.0, std::f32::consts::TAU);
            for _ in 0..rng.between(4, 24) {
                angle += rng.range(-1.2, 1.2);
                p = (
                    p.0 + angle.cos() * em * 0.5,
                    p.1 + angle.sin() * em * 0.4,
                    (p.2 * rng.range(0.8, 1.25)).clamp(0.6, em * 0.15),
                );
                points.push(p);
            }
            shape.pen(&points);
        }
        shape.draw(&mut sheet.ink, &mut self.painter.filler, rng.between(60, 170) as u16);
    }

    /// A pen's running hand that nobody could read: what a signature or a note looks like to one who reads print.
    fn scrawl(&mut self, sheet: &mut Sheet, plan: &Plan, baseline: Baseline, rng: &mut Rng) {
        let x_height = plan.style.x_height() * rng.range(0.8, 1.5);
        let pitch = x_height * rng.range(0.35, 0.8);
        let lean = rng.range(-0.1, 0.7);
        let thick = (x_height * rng.range(0.06, 0.22)).max(0.8);
        let (start, end) = (plan.run.left, plan.run.right);
        let mut shape = Shape::new();
        let mut points = Vec::new();
        let mut x = start + rng.range(0.0, 0.5) * x_height;
        while x < end {
            // A stroke up and a stroke down, now and then long as an l or a p has it; a loop where the pen turns.
            let up = if rng.chance(0.2) { rng.range(1.6, 2.4) } else { rng.range(0.6, 1.15) } * x_height;
            let down = if rng.chance(0.12) { rng.range(0.5, 1.0) } else { rng.range(-0.1, 0.12) } * x_height;
            let step = pitch * rng.range(0.6, 1.5);
            for (along, high) in
                [(0.0, 0.1 * up), (0.35, 0.6 * up), (0.6, up), (0.45, 0.7 * up), (0.55, 0.2 * up), (0.7, -down)]
            {
                let (px, py) = baseline.at(x + step * along + high * lean);
                points.push((px, py - high, thick * rng.range(0.7, 1.2)));
            }
            x += step;
            if rng.chance(0.12) || points.len() > 120 {
                shape.pen(&points);
                points.clear();
                x += x_height * rng.range(0.3, 1.4);
            }
        }
        if points.len() > 1 {
            shape.pen(&points);
        }
        shape.draw(&mut sheet.ink, &mut self.painter.filler, rng.between(150, 256) as u16);
    }

    /// The line as a needle or thermal printer sets it: dots.
    fn dots(&mut self, sheet: &mut Sheet, plan: &Plan, baseline: Baseline, rng: &mut Rng) {
        let style = &plan.style;
        let rows = rng.choose(&[12.0f32, 13.0, 16.0, 20.0, 24.0]);
        let ratio = style.em / rows;
        if ratio < 1.1 {
            self.painter.draw(&mut sheet.ink, &plan.run, style, &baseline);
            return;
        }
        let small = Style { em: rows, bold: 0.0, ..style.clone() };
        let mut run = plan.run.clone();
        for p in &mut run.placed {
            p.x = (p.x / ratio).round();
            p.y = 0.0;
            p.strength = 256;
        }
        let (up, margin) = ((style.ascent() / ratio).ceil() + 4.0, 3.0);
        let width = (plan.run.right / ratio).ceil() as usize + 8;
        let mut grid = crate::raster::Plane::new(width, (up + style.descent() / ratio).ceil() as usize + 5, 0);
        self.painter.draw(&mut grid, &run, &small, &Baseline::straight(margin, up));
        let level = rng.between(90, 140) as u8;
        let radius = ratio * rng.range(0.42, 0.65);
        let mut shape = Shape::new();
        for y in 0..grid.height {
            for x in 0..grid.width {
                if grid.row(y)[x] > level {
                    let (px, py) = baseline.at((x as f32 + 0.5 - margin) * ratio);
                    let centre = (px, py + (y as f32 + 0.5 - up) * ratio);
                    if ratio < 2.2 {
                        let r = radius * 0.9;
                        shape.polygon(&[
                            (centre.0 - r, centre.1 - r),
                            (centre.0 + r, centre.1 - r),
                            (centre.0 + r, centre.1 + r),
                            (centre.0 - r, centre.1 + r),
                        ]);
                    } else {
                        shape.disc(centre, radius.min(1.99).max(radius * 0.5));
                    }
                }
            }
        }
        shape.draw(&mut sheet.ink, &mut self.painter.filler, 256);
    }
}

/// The cells of a comb: ticks between the characters, walls, or boxes of their own, with a line below or all around.
fn comb(shape: &mut Shape, plan: &Plan, baseline: Baseline, thin: f32, rng: &mut Rng) {
    let style = &plan.style;
    let (em, half) = (style.em, style.tracking * style.em * 0.5);
    let placed = &plan.run.placed;
    let mut walls: Vec<f32> = placed.iter().map(|p| p.x - half).collect();
    walls.push(plan.run.right + half);
    let (up, down) =
        (style.ascent() + em * rng.range(0.05, 0.35), style.descent().min(em * 0.2) + em * rng.range(0.0, 0.25));
    let thin = thin * rng.range(0.5, 1.0);
    // How high walls are: from ticks on the line below to the whole height.
    let high = if rng.chance(0.5) { up + down } else { (up + down) * rng.range(0.2, 0.7) };
    // Boxes apart from each other have two walls between characters.
    let gap = if rng.chance(0.25) { half * rng.range(0.3, 0.8) } else { 0.0 };
    let around = gap > 0.0 || rng.chance(0.4);
    let mut line = |from: (f32, f32), to: (f32, f32)| {
        let (a, b) = (baseline.at(from.0), baseline.at(to.0));
        shape.line((a.0, a.1 + from.1), (b.0, b.1 + to.1), thin.max(0.7));
    };
    for wall in &walls {
        for side in if gap > 0.0 { &[-1.0, 1.0][..] } else { &[0.0] } {
            let x = wall + side * gap / 2.0;
            line((x, down), (x, down - if around { up + down } else { high }));
        }
    }
    for cell in walls.windows(2) {
        let (from, to) = (cell[0] + gap / 2.0, cell[1] - gap / 2.0);
        line((from, down), (to, down));
        if around {
            line((from, -up), (to, -up));
        }
    }
}
