//! The composing stick: text, rules and fills onto a sheet in points, with the truth kept as they are set.
//!
//! Coordinates are in points (1/72 inch) from the top-left corner of the sheet. Layouts decide what goes where.

use super::truth::Quad;
use crate::degrade::Sheet;
use crate::faces::{Face, FaceClass, FaceLibrary};
use crate::raster::stroke::Shape;
use crate::rng::Rng;
use crate::text::{Running, tidy};
use crate::typeset::{Baseline, Machine, Painter, Run, Style, fitted, set};
use std::sync::Arc;

/// A line as set, in pixels of the sheet.
#[derive(Debug, Clone)]
pub(crate) struct SetLine {
    pub(crate) quad: Quad,
    pub(crate) text: String,
    pub(crate) hand: bool,
    pub(crate) words: Vec<(Quad, String)>,
    pub(crate) row: u32,
    /// Size of its type in pixels, and whether it runs level.
    em: f32,
    level: bool,
}

impl SetLine {
    /// Whether `next` goes on on the same baseline after a gap no wider than two em, in like type, with no rule between.
    fn touches(&self, next: &SetLine, uprights: &[(f32, f32, f32)]) -> bool {
        let height = |l: &SetLine| l.quad[7] - l.quad[1];
        let gap = next.quad[0] - self.quad[2];
        let alike = height(self).max(height(next)) < 1.4 * height(self).min(height(next)) && self.hand == next.hand;
        // The foot of the box stands for the baseline: faces of one document are alike enough.
        let level = self.level && next.level && (self.quad[7] - next.quad[7]).abs() < 0.2 * self.em;
        let close = gap > -0.3 * self.em && gap < 2.0 * self.em.min(next.em);
        self.row == next.row
            && alike
            && level
            && close
            && !uprights.iter().any(|(x, top, bottom)| {
                *x > self.quad[2] - 1.0 && *x < next.quad[0] + 1.0 && *top < self.quad[7] && *bottom > self.quad[1]
            })
    }
}

/// A named value as set.
#[derive(Debug, Clone)]
pub(crate) struct SetField {
    pub(crate) name: &'static str,
    pub(crate) value: String,
    pub(crate) quad: Quad,
}

/// A face with a size and what is done to it.
#[derive(Debug, Clone)]
pub(crate) struct Type {
    pub(crate) face: Arc<Face>,
    /// Size in points.
    pub(crate) size: f32,
    pub(crate) tracking: f32,
    pub(crate) stretch: f32,
    pub(crate) small_caps: bool,
    pub(crate) kern: bool,
    /// 0 the recipe's ink, up to 255 bare paper.
    pub(crate) tone: u8,
}

impl Type {
    pub(crate) fn sized(&self, size: f32) -> Type {
        Type { size, ..self.clone() }
    }

    pub(crate) fn toned(&self, tone: u8) -> Type {
        Type { tone, ..self.clone() }
    }
}

/// How a line stands to its x.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Align {
    Left,
    Centre,
    Right,
}

/// The faces of one document.
#[derive(Debug, Clone)]
pub(crate) struct Fonts {
    pub(crate) body: Type,
    pub(crate) bold: Type,
    pub(crate) italic: Type,
}

/// A sheet being set.
pub(crate) struct Composer<'a> {
    pub(crate) sheet: Sheet,
    /// Pixels to the point.
    pub(crate) scale: f32,
    /// Size of the sheet in points.
    pub(crate) width: f32,
    pub(crate) height: f32,
    pub(crate) painter: &'a mut Painter,
    pub(crate) faces: &'a FaceLibrary,
    pub(crate) running: &'a Running,
    pub(crate) machine: Option<Machine>,
    pub(crate) lines: Vec<SetLine>,
    pub(crate) fields: Vec<SetField>,
    row: u32,
    in_row: bool,
    /// Upright rules in pixels: x, top, bottom. No line goes across one.
    uprights: Vec<(f32, f32, f32)>,
}

impl<'a> Composer<'a> {
    pub(crate) fn new(
        width: f32,
        height: f32,
        scale: f32,
        painter: &'a mut Painter,
        faces: &'a FaceLibrary,
        running: &'a Running,
    ) -> Composer<'a> {
        let pixels = |v: f32| ((v * scale).round() as usize).max(8);
        Composer {
            sheet: Sheet::new(pixels(width), pixels(height)),
            scale,
            width,
            height,
            painter,
            faces,
            running,
            machine: None,
            lines: Vec::new(),
            fields: Vec::new(),
            row: 0,
            in_row: false,
            uprights: Vec::new(),
        }
    }

    /// Everything set by `f` is one row of the text.
    pub(crate) fn row<T>(&mut self, f: impl FnOnce(&mut Self) -> T) -> T {
        self.row += 1;
        let before = std::mem::replace(&mut self.in_row, true);
        let out = f(self);
        self.in_row = before;
        out
    }

    /// The style of a type at this scale.
    pub(crate) fn style(&self, t: &Type) -> Style {
        Style {
            tracking: t.tracking,
            stretch: t.stretch,
            small_caps: if t.small_caps { 0.8 } else { 0.0 },
            kern: t.kern,
            ..Style::plain(Arc::clone(&t.face), t.size * self.scale)
        }
    }

    /// Width of a text in points.
    pub(crate) fn measure(&self, text: &str, t: &Type, rng: &mut Rng) -> f32 {
        let text = fitted(text, t.face.data()).unwrap_or_default();
        set(&text, &self.style(t), &mut rng.clone()).width() / self.scale
    }

    /// Sets a line with its baseline at `y`; returns its width in points (0 when the face cannot show it).
    pub(crate) fn text(&mut self, x: f32, y: f32, text: &str, t: &Type, align: Align, rng: &mut Rng) -> f32 {
        self.text_spaced(x, y, text, t, align, 1.0, rng)
    }

    #[expect(clippy::too_many_arguments, reason = "a place, a text and its looks")]
    fn text_spaced(&mut self, x: f32, y: f32, text: &str, t: &Type, align: Align, space: f32, rng: &mut Rng) -> f32 {
        let Some(text) = fitted(&tidy(text), t.face.data()) else {
            return 0.0;
        };
        let style = Style { word_space: space, ..self.style(t) };
        let run = set(&text, &style, rng);
        let start = x * self.scale
            - match align {
                Align::Left => run.left.min(0.0),
                Align::Centre => run.left + run.width() / 2.0,
                Align::Right => run.right,
            };
        let baseline = Baseline::straight(start, y * self.scale);
        let width = run.width();
        self.place(run, &style, baseline, t.tone, rng);
        width / self.scale
    }

    /// Draws a set line and keeps its truth, split where gaps are wide.
    pub(crate) fn place(&mut self, mut run: Run, style: &Style, baseline: Baseline, tone: u8, rng: &mut Rng) {
        if run.words.is_empty() {
            return;
        }
        if tone > 0 {
            let a = baseline.point(run.left, -style.ascent() * 1.3);
            let b = baseline.point(run.right, style.descent() * 1.3);
            let pad = (style.em * 0.1) as i32 + 1;
            let (x0, x1) = (a.0.min(b.0) as i32 - pad, a.0.max(b.0) as i32 + pad);
            let (y0, y1) = (a.1.min(b.1) as i32 - pad, a.1.max(b.1) as i32 + pad);
            self.sheet.tint(x0, y0, x1, y1, tone);
        }
        if let Some(machine) = self.machine.clone() {
            machine.strike(&mut run, style, rng);
        }
        self.painter.draw(&mut self.sheet.ink, &run, style, &baseline);
        if !self.in_row {
            self.row += 1;
        }
        let quad = |left: f32, right: f32| -> Quad {
            let corners = [
                baseline.point(left, -style.ascent()),
                baseline.point(right, -style.ascent()),
                baseline.point(right, style.descent()),
                baseline.point(left, style.descent()),
            ];
            [
                corners[0].0, corners[0].1, corners[1].0, corners[1].1, corners[2].0, corners[2].1, corners[3].0,
                corners[3].1,
            ]
        };
        // A gap of about two em ends a line, as it does for whoever looks at the page.
        let mut start = 0;
        for i in 1..=run.words.len() {
            let wide =
                i < run.words.len() && run.words[i].left - run.words[i - 1].right > 2.0 * style.em * style.stretch;
            if i < run.words.len() && !wide {
                continue;
            }
            let words = &run.words[start..i];
            let text: Vec<&str> = words.iter().map(|w| w.text.as_str()).collect();
            self.lines.push(SetLine {
                quad: quad(words[0].left, words[words.len() - 1].right),
                text: text.join(" "),
                hand: style.face.class() == FaceClass::Hand,
                words: words.iter().map(|w| (quad(w.left, w.right), w.text.clone())).collect(),
                row: self.row,
                em: style.em,
                level: baseline.slope == 0.0,
            });
            start = i;
        }
    }

    /// Joins neighbours of one row that stand as close as words do, whatever set them: a label and its value, or the
    /// cells of a table without rules. What a reader sees as one line is one line.
    pub(crate) fn join_neighbours(&mut self) {
        let mut joined: Vec<SetLine> = Vec::with_capacity(self.lines.len());
        for line in self.lines.drain(..) {
            if let Some(last) = joined.last_mut()
                && last.touches(&line, &self.uprights)
            {
                last.text = format!("{} {}", last.text, line.text);
                last.words.extend(line.words);
                let top = last.quad[1].min(line.quad[1]);
                let bottom = last.quad[7].max(line.quad[7]);
                let (left, right) = (last.quad[0], line.quad[2]);
                last.quad = [left, top, right, top, right, bottom, left, bottom];
                last.em = last.em.max(line.em);
                continue;
            }
            joined.push(line);
        }
        self.lines = joined;
    }

    /// Sets a line that is the value of a field; of none where the name is empty, as rows of a table have it that bear fields and others.
    #[expect(clippy::too_many_arguments, reason = "a place, a text and its looks")]
    pub(crate) fn value(
        &mut self,
        name: &'static str,
        x: f32,
        y: f32,
        text: &str,
        t: &Type,
        align: Align,
        rng: &mut Rng,
    ) -> f32 {
        let before = self.lines.len();
        let width = self.text(x, y, text, t, align, rng);
        if !name.is_empty()
            && let Some(line) = self.lines.get(before)
        {
            let value: Vec<&str> = self.lines[before..].iter().map(|l| l.text.as_str()).collect();
            self.fields.push(SetField { name, value: value.join(" "), quad: line.quad });
        }
        width
    }

    /// Sets a paragraph between `x` and `x + width`, first baseline at `y`; returns the baseline after the last line.
    /// `room` is the lowest baseline allowed: what does not fit is left out.
    #[expect(clippy::too_many_arguments, reason = "a paragraph has a place, a text and a manner")]
    pub(crate) fn paragraph(
        &mut self,
        x: f32,
        y: f32,
        width: f32,
        text: &str,
        t: &Type,
        leading: f32,
        manner: Manner,
        room: f32,
        rng: &mut Rng,
    ) -> f32 {
        let Some(text) = fitted(&tidy(text), t.face.data()) else {
            return y;
        };
        let style = self.style(t);
        let space = style.space() / self.scale;
        let words: Vec<&str> = text.split_whitespace().collect();
        let widths: Vec<f32> = words.iter().map(|w| set(w, &style, rng).width() / self.scale).collect();
        let (mut i, mut y) = (0, y);
        let mut first = true;
        while i < words.len() && y <= room {
            let indent = if first { manner.indent } else { 0.0 };
            let limit = width - indent;
            let (mut used, mut j) = (widths[i], i + 1);
            while j < words.len() && used + space + widths[j] <= limit {
                used += space + widths[j];
                j += 1;
            }
            let last = j == words.len();
            let mut line = words[i..j].join(" ");
            // A long word is sometimes broken at the end of a line.
            let mut rest = None;
            if !last
                && manner.hyphenate
                && limit - used > 5.0 * t.size * 0.45
                && let Some((head, tail)) = broken(words[j], rng)
            {
                let head_width = set(&head, &style, rng).width() / self.scale;
                if used + space + head_width <= limit {
                    line = format!("{line} {head}");
                    used += space + head_width;
                    rest = Some(tail);
                }
            }
            let gaps = line.matches(' ').count();
            let stretch = if manner.justify && !last && gaps > 0 {
                (1.0 + (limit - used) / (gaps as f32 * space)).clamp(0.7, 3.2)
            } else {
                1.0
            };
            let (at, align) = match manner.align {
                Align::Left => (x + indent, Align::Left),
                Align::Centre => (x + width / 2.0, Align::Centre),
                Align::Right => (x + width, Align::Right),
            };
            self.text_spaced(at, y, &line, t, align, stretch, rng);
            y += leading;
            first = false;
            i = j;
            if let Some(tail) = rest {
                // What is left of the broken word starts the next line.
                let after = words[j + 1..].join(" ");
                let text = if after.is_empty() { tail } else { format!("{tail} {after}") };
                let manner = Manner { indent: 0.0, ..manner };
                return self.paragraph(x, y, width, &text, t, leading, manner, room, rng);
            }
        }
        y
    }

    /// Sets a value one character to a step, as in a comb of boxes: one line and one word in the truth.
    #[expect(clippy::too_many_arguments, reason = "a place, a text and its looks")]
    pub(crate) fn spaced(
        &mut self,
        x: f32,
        y: f32,
        text: &str,
        name: &'static str,
        t: &Type,
        step: f32,
        rng: &mut Rng,
    ) {
        let Some(text) = fitted(&tidy(text), t.face.data()).map(|t| t.replace(' ', "")) else {
            return;
        };
        let style = self.style(t);
        let mut run = set(&text, &style, rng);
        if run.words.len() != 1 || run.placed.len() != text.chars().count() {
            return;
        }
        let data = style.face.data();
        let pixels = step * self.scale;
        let mut right = 0.0f32;
        for (i, p) in run.placed.iter_mut().enumerate() {
            let advance =
                data.glyphs[usize::from(p.glyph)].as_ref().map_or(0.5, |g| g.advance) * style.em * style.stretch;
            p.x = i as f32 * pixels + (pixels - advance) / 2.0;
            right = p.x + advance;
        }
        let left = run.placed[0].x;
        run.left = left;
        run.right = right;
        run.words[0].left = left;
        run.words[0].right = right;
        let before = self.lines.len();
        self.place(run, &style, Baseline::straight(x * self.scale, y * self.scale), t.tone, rng);
        if let Some(line) = self.lines.get(before) {
            self.fields.push(SetField { name, value: line.text.clone(), quad: line.quad });
        }
    }

    /// A straight rule.
    pub(crate) fn rule(&mut self, x0: f32, y0: f32, x1: f32, y1: f32, thickness: f32, strength: u16) {
        let s = self.scale;
        let t = thickness * s;
        if x0 == x1 {
            self.uprights.push((x0 * s, y0.min(y1) * s, y0.max(y1) * s));
        }
        if (x0 - x1).abs() < 0.01 || (y0 - y1).abs() < 0.01 {
            // Upright rules are rectangles: no outline is needed.
            let (px0, px1) =
                if x0 == x1 { (x0 * s - t / 2.0, x0 * s + t / 2.0) } else { (x0.min(x1) * s, x0.max(x1) * s) };
            let (py0, py1) =
                if y0 == y1 { (y0 * s - t / 2.0, y0 * s + t / 2.0) } else { (y0.min(y1) * s, y0.max(y1) * s) };
            return self.block(px0, py0, px1, py1, strength);
        }
        let mut shape = Shape::new();
        shape.line((x0 * s, y0 * s), (x1 * s, y1 * s), t);
        shape.draw(&mut self.sheet.ink, &mut self.painter.filler, strength);
    }

    /// A rectangle of ink with soft sub-pixel edges, in pixels.
    fn block(&mut self, x0: f32, y0: f32, x1: f32, y1: f32, strength: u16) {
        let plane = &mut self.sheet.ink;
        let (w, h) = (plane.width as f32, plane.height as f32);
        let (x0, x1, y0, y1) = (x0.clamp(0.0, w), x1.clamp(0.0, w), y0.clamp(0.0, h), y1.clamp(0.0, h));
        let cover = |a: f32, b: f32, i: usize| (b.min(i as f32 + 1.0) - a.max(i as f32)).clamp(0.0, 1.0);
        let full = f32::from(strength.min(255));
        for y in y0 as usize..(y1.ceil() as usize).min(plane.height) {
            let cy = cover(y0, y1, y) * full;
            let row = plane.row_mut(y);
            for (x, p) in row.iter_mut().enumerate().take(x1.ceil() as usize).skip(x0 as usize) {
                *p = (*p).max((cy * cover(x0, x1, x)) as u8);
            }
        }
    }

    /// A frame.
    pub(crate) fn frame(&mut self, x0: f32, y0: f32, x1: f32, y1: f32, thickness: f32) {
        for (a, b, c, d) in [(x0, y0, x1, y0), (x0, y1, x1, y1), (x0, y0, x0, y1), (x1, y0, x1, y1)] {
            self.rule(a, b, c, d, thickness, 255);
        }
    }

    /// A printed background: 0 black to 255 nothing.
    pub(crate) fn fill(&mut self, x0: f32, y0: f32, x1: f32, y1: f32, value: u8) {
        let p = |v: f32| (v * self.scale).round() as i32;
        let (x0, y0, x1, y1) = (p(x0), p(y0), p(x1), p(y1));
        self.sheet.paper.fill_rect(x0, y0, x1, y1, value);
    }

    /// A row of dots to write on.
    pub(crate) fn dotted(&mut self, x0: f32, x1: f32, y: f32) {
        let mut x = x0;
        while x < x1 {
            self.rule(x, y, x + 0.7, y, 0.7, 220);
            x += 2.4;
        }
    }

    /// Draws a shape whose coordinates are in points.
    pub(crate) fn shape(&mut self, shape: &Shape, strength: u16) {
        shape.scaled(self.scale).draw(&mut self.sheet.ink, &mut self.painter.filler, strength);
    }
}

/// How a paragraph is set.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Manner {
    pub(crate) align: Align,
    pub(crate) justify: bool,
    pub(crate) hyphenate: bool,
    pub(crate) indent: f32,
}

impl Manner {
    pub(crate) const RAGGED: Manner = Manner { align: Align::Left, justify: false, hyphenate: false, indent: 0.0 };
}

/// A word cut in two with a hyphen, if it is long and plain enough.
fn broken(word: &str, rng: &mut Rng) -> Option<(String, String)> {
    let letters: Vec<char> = word.chars().collect();
    if letters.len() < 7 || !letters[..letters.len() - 2].iter().all(|c| c.is_alphabetic()) {
        return None;
    }
    let at = rng.between(3, letters.len() as i64 - 4) as usize;
    Some((format!("{}-", letters[..at].iter().collect::<String>()), letters[at..].iter().collect()))
}
