//! A column that text runs down and what civic papers set in it: lines, pairs, tables, entries of forms.

use super::super::facts::{fitting, mark, mark_first, tick};
use crate::faces::{FaceClass, Wish};
use crate::pages::compose::{Align, Fonts, Manner, Type};
use crate::pages::desk::Desk;
use crate::pages::marks;

/// Fields among the words of a text.
pub(super) type Marks<'m> = &'m [(&'static str, &'m str)];

/// Which face of the document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Cut {
    Plain,
    Bold,
    Italic,
}

/// A face of the document of a size.
pub(super) fn cut(fonts: &Fonts, cut: Cut, size: f32) -> Type {
    match cut {
        Cut::Plain => fonts.body.sized(size),
        Cut::Bold => fonts.bold.sized(size),
        Cut::Italic => fonts.italic.sized(size),
    }
}

/// Type of even widths; the body's where there is none.
pub(super) fn even(d: &mut Desk<'_, '_>, size: f32) -> Type {
    let face = d.c.faces.choose(&[FaceClass::Typewriter], Wish::default(), &mut d.rng);
    let plain = Type { tracking: 0.0, stretch: 1.0, small_caps: false, kern: false, ..d.fonts.body.sized(size) };
    face.map_or_else(|| plain.clone(), |face| Type { face, ..plain.clone() })
}

/// How the entries of a form are made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    /// On a dotted line after the label.
    Dotted,
    /// In a box under the label.
    Boxed,
    /// After the label, with nothing to write on.
    Open,
    /// Codes in a comb, the rest on a rule.
    Combed,
}

/// An entry of a form.
pub(super) struct Blank<'b> {
    label: &'b str,
    text: &'b str,
    name: &'static str,
    /// Its share of the row.
    share: f32,
}

pub(super) fn blank<'b>(label: &'b str, text: &'b str, name: &'static str, share: f32) -> Blank<'b> {
    Blank { label, text, name, share }
}

/// A column of text; `y` is the top of the next line.
#[derive(Clone)]
pub(super) struct Column {
    pub(super) x: f32,
    pub(super) w: f32,
    pub(super) y: f32,
    /// Lowest baseline: what would stand lower is left out.
    pub(super) room: f32,
    pub(super) lead: f32,
    pub(super) size: f32,
    fonts: Fonts,
    /// What forms are filled in with.
    filled: Type,
    justify: bool,
    /// Whether values after labels are bold.
    strong: bool,
}

impl Column {
    /// The text of a page, in type of about this size.
    pub(super) fn page(d: &mut Desk<'_, '_>, size: f32) -> Column {
        let size = size * d.rng.range(0.95, 1.06);
        let (x, right) = (d.x0().clamp(34.0, 66.0), d.x1().clamp(d.c.width - 66.0, d.c.width - 34.0));
        let fonts = d.fonts.clone();
        let filled = match d.rng.below(3) {
            0 => even(d, size),
            1 => fonts.bold.sized(size),
            _ => fonts.body.sized(size),
        };
        Column {
            x,
            w: right - x,
            y: d.margins[1].clamp(26.0, 56.0),
            room: d.c.height - 62.0,
            lead: size * d.rng.range(1.24, 1.46),
            size,
            fonts,
            filled,
            justify: d.rng.chance(0.4),
            strong: d.rng.chance(0.5),
        }
    }

    /// A column beside, from the same top.
    pub(super) fn part(&self, x: f32, w: f32) -> Column {
        Column { x, w, justify: false, ..self.clone() }
    }

    /// The column with its type in another size.
    pub(super) fn scaled(&self, k: f32) -> Column {
        let filled = self.filled.sized(self.filled.size * k);
        Column { size: self.size * k, lead: self.lead * k, filled, ..self.clone() }
    }

    pub(super) fn right(&self) -> f32 {
        self.x + self.w
    }

    pub(super) fn face(&self, which: Cut, k: f32) -> Type {
        cut(&self.fonts, which, self.size * k)
    }

    fn base(&self, k: f32) -> f32 {
        self.y + self.size * k * 0.95
    }

    pub(super) fn gap(&mut self, lines: f32) {
        self.y += self.lead * lines;
    }

    /// A line, in smaller type where it is too wide.
    pub(super) fn set(
        &mut self,
        d: &mut Desk<'_, '_>,
        align: Align,
        text: &str,
        (which, k): (Cut, f32),
        marks: Marks<'_>,
    ) {
        let y = self.base(k);
        if y > self.room {
            return;
        }
        let t = fitting(d, text, &self.face(which, k), self.w);
        let since = d.c.lines.len();
        match align {
            Align::Left => d.left(self.x, y, text, &t),
            Align::Centre => d.centre(self.x + self.w / 2.0, y, text, &t),
            Align::Right => d.right(self.right(), y, text, &t),
        };
        for (name, value) in marks {
            mark(d, since, name, value);
        }
        self.y += self.lead * k;
    }

    pub(super) fn line(&mut self, d: &mut Desk<'_, '_>, text: &str, marks: Marks<'_>) {
        self.set(d, Align::Left, text, (Cut::Plain, 1.0), marks);
    }

    pub(super) fn bold(&mut self, d: &mut Desk<'_, '_>, text: &str, marks: Marks<'_>) {
        self.set(d, Align::Left, text, (Cut::Bold, 1.0), marks);
    }

    pub(super) fn title(&mut self, d: &mut Desk<'_, '_>, text: &str, k: f32, marks: Marks<'_>) {
        self.set(d, Align::Centre, text, (Cut::Bold, k), marks);
    }

    pub(super) fn lines(&mut self, d: &mut Desk<'_, '_>, lines: &[String]) {
        for line in lines {
            self.line(d, line, &[]);
        }
    }

    /// Lines of which the first is a field.
    pub(super) fn block(&mut self, d: &mut Desk<'_, '_>, lines: &[String], name: &'static str) {
        let since = d.c.lines.len();
        self.lines(d, lines);
        mark_first(d, since, name);
    }

    pub(super) fn passage(&mut self, d: &mut Desk<'_, '_>, text: &str, (which, k): (Cut, f32), marks: Marks<'_>) {
        let t = self.face(which, k);
        let manner = Manner { justify: self.justify, ..Manner::RAGGED };
        let since = d.c.lines.len();
        let top = self.base(k) - self.y;
        let lead = self.lead * k;
        let end = d.c.paragraph(self.x, self.y + top, self.w, text, &t, lead, manner, self.room, &mut d.rng);
        self.y = end - top;
        for (name, value) in marks {
            mark(d, since, name, value);
        }
    }

    pub(super) fn text(&mut self, d: &mut Desk<'_, '_>, text: &str, marks: Marks<'_>) {
        self.passage(d, text, (Cut::Plain, 1.0), marks);
    }

    pub(super) fn small(&mut self, d: &mut Desk<'_, '_>, text: &str) {
        self.passage(d, text, (Cut::Plain, 0.76), &[]);
    }

    /// A label and its value, which stands `at` of the width to the right or just after the label.
    pub(super) fn pair(&mut self, d: &mut Desk<'_, '_>, at: f32, label: &str, text: &str, name: &'static str) {
        let y = self.base(1.0);
        if y > self.room {
            return;
        }
        let label_type = fitting(d, label, &self.face(Cut::Plain, 1.0), self.w * 0.62);
        let width = d.c.measure(label, &label_type, &mut d.rng);
        let from = (self.x + at * self.w).max(self.x + width + self.size * 0.4);
        let which = if self.strong { Cut::Bold } else { Cut::Plain };
        let t = fitting(d, text, &self.face(which, 1.0), self.right() - from);
        d.labelled(name, self.x, from, y, label, text, (&label_type, &t));
        self.y += self.lead;
    }

    /// A grey band with a heading.
    pub(super) fn bar(&mut self, d: &mut Desk<'_, '_>, text: &str, grey: u8) {
        if self.base(1.2) > self.room {
            return;
        }
        let height = self.lead * 1.25;
        d.c.fill(self.x - 2.0, self.y, self.right() + 2.0, self.y + height, grey);
        let t = fitting(d, text, &self.face(Cut::Bold, 1.0), self.w);
        d.left(self.x + 2.0, self.y + height * 0.5 + self.size * 0.34, text, &t);
        self.y += height + self.lead * 0.35;
    }

    /// A rule over the width.
    pub(super) fn hairline(&mut self, d: &mut Desk<'_, '_>) {
        d.rule(self.x, self.y, self.right(), self.y, 0.6);
        self.y += self.lead * 0.4;
    }

    /// Rows of cells, each with the name of its field or none; `places` has a letter `l`, `c` or `r` for every column.
    pub(super) fn table(
        &mut self,
        d: &mut Desk<'_, '_>,
        widths: &[f32],
        places: &str,
        rows: &[Vec<(&'static str, String)>],
        ruled: bool,
    ) {
        let height = self.lead * 1.3;
        let total: f32 = widths.iter().sum();
        let top = self.y;
        for (index, row) in rows.iter().enumerate() {
            if self.y + height > self.room {
                break;
            }
            let which = if index == 0 { Cut::Bold } else { Cut::Plain };
            let y = self.y + height * 0.5 + self.size * 0.32;
            let mut x = self.x;
            let mut cells = Vec::new();
            for ((share, place), (name, text)) in widths.iter().zip(places.chars()).zip(row) {
                let w = self.w * share / total;
                let t = fitting(d, text, &self.face(which, 0.95), w - 6.0);
                let (at, align) = match place {
                    'r' => (x + w - 3.0, Align::Right),
                    'c' => (x + w / 2.0, Align::Centre),
                    _ => (x + 3.0, Align::Left),
                };
                cells.push((*name, at, text, t, align));
                x += w;
            }
            let rng = &mut d.rng;
            d.c.row(|c| {
                for (name, at, text, t, align) in &cells {
                    c.value(name, *at, y, text, t, *align, rng);
                }
            });
            self.y += height;
            if ruled || index == 0 {
                d.rule(self.x, self.y, self.right(), self.y, 0.5);
            }
        }
        if ruled {
            d.rule(self.x, top, self.right(), top, 0.5);
            let mut x = self.x;
            d.rule(x, top, x, self.y, 0.5);
            for share in widths {
                x += self.w * share / total;
                d.rule(x, top, x, self.y, 0.5);
            }
        }
        self.gap(0.4);
    }

    /// A row of entries.
    pub(super) fn blanks(&mut self, d: &mut Desk<'_, '_>, form: Form, row: &[Blank<'_>]) {
        let boxed = form == Form::Boxed;
        let height = if boxed { self.lead * 2.35 } else { self.lead * 1.45 };
        if self.y + height > self.room {
            return;
        }
        let total: f32 = row.iter().map(|b| b.share).sum();
        let gaps = 8.0 * (row.len() as f32 - 1.0);
        let mut x = self.x;
        for entry in row {
            let w = (self.w - gaps) * entry.share / total;
            if boxed {
                self.boxed(d, x, w, entry);
            } else {
                self.after_label(d, form, x, w, entry);
            }
            x += w + 8.0;
        }
        self.y += height;
    }

    fn boxed(&self, d: &mut Desk<'_, '_>, x: f32, w: f32, entry: &Blank<'_>) {
        let label = fitting(d, entry.label, &self.face(Cut::Plain, 0.78), w);
        d.left(x, self.base(0.78), entry.label, &label);
        let (top, bottom) = (self.y + self.lead * 0.92, self.y + self.lead * 2.1);
        d.c.frame(x, top, x + w, bottom, 0.5);
        let t = fitting(d, entry.text, &self.filled, w - 6.0);
        d.value(entry.name, x + 3.0, bottom - self.lead * 0.36, entry.text, &t);
    }

    fn after_label(&self, d: &mut Desk<'_, '_>, form: Form, x: f32, w: f32, entry: &Blank<'_>) {
        let y = self.base(1.0) + self.lead * 0.15;
        let label = fitting(d, entry.label, &self.face(Cut::Plain, 0.95), w * 0.66);
        let width = d.c.measure(entry.label, &label, &mut d.rng);
        let from = x + width + 4.0;
        let code: String = entry.text.chars().filter(char::is_ascii_alphanumeric).collect();
        let counted = code.chars().filter(char::is_ascii_digit).count() >= 5 && code.len() <= 15;
        let step = ((x + w - from) / code.len().max(1) as f32).min(self.size * 1.25);
        if form == Form::Combed && counted && step > self.filled.size * 0.8 {
            d.left(x, y, entry.label, &label);
            comb(d, (from, y), &code, entry.name, &self.filled, step);
            return;
        }
        let t = fitting(d, entry.text, &self.filled, x + w - from);
        d.labelled(entry.name, x, from, y, entry.label, entry.text, (&label, &t));
        match form {
            Form::Dotted => d.c.dotted(from, x + w, y + 2.5),
            Form::Combed => d.rule(from, y + 2.5, x + w, y + 2.5, 0.4),
            Form::Boxed | Form::Open => {}
        }
    }

    /// Boxes to tick with what they stand for, after a question.
    pub(super) fn ticks(&mut self, d: &mut Desk<'_, '_>, question: &str, choices: &[(&str, bool)]) {
        let t = self.face(Cut::Plain, 0.95);
        if self.base(1.0) > self.room {
            return;
        }
        let side = self.size * 0.78;
        let mut x = self.x;
        if !question.is_empty() {
            let t = fitting(d, question, &t, self.w * 0.6);
            x += d.left(x, self.base(1.0), question, &t) + 10.0;
        }
        for (choice, ticked) in choices {
            let width = d.c.measure(choice, &t, &mut d.rng) + side + 4.0;
            if x + width > self.right() && x > self.x {
                x = self.x;
                self.y += self.lead * 1.15;
                if self.base(1.0) > self.room {
                    return;
                }
            }
            let y = self.base(1.0);
            tick(d, x, y, side, *ticked);
            d.left(x + side + 4.0, y, choice, &t);
            x += width + 12.0;
        }
        self.y += self.lead * 1.3;
    }

    /// Small lines in the middle of the foot of the sheet.
    pub(super) fn foot(&self, d: &mut Desk<'_, '_>, lines: &[String]) {
        let lead = self.lead * 0.74;
        for (i, line) in lines.iter().enumerate() {
            let t = fitting(d, line, &self.face(Cut::Plain, 0.72), self.w);
            let y = d.c.height - 18.0 - lead * (lines.len() - 1 - i) as f32;
            d.centre(d.c.width / 2.0, y, line, &t);
        }
    }

    /// Who signs, `at` of the width to the right, with a signature and at times a stamp beside.
    pub(super) fn sign(&mut self, d: &mut Desk<'_, '_>, at: f32, lines: &[String]) {
        let mut side = self.part(self.x + self.w * at, self.w * (1.0 - at));
        side.lines(d, lines);
        self.y = side.y;
        if side.y + 46.0 < self.room {
            let (x, y) = (side.x + d.rng.range(5.0, 30.0), side.y + 22.0);
            let width = d.rng.range(50.0, 90.0);
            marks::signature(d.c, x, y, width, &mut d.rng);
            let (x, y) = (self.x + self.w * at * 0.5, side.y + 24.0);
            if at > 0.4
                && side.y + 70.0 < self.room
                && is_bare(d, (x - 92.0, y - 46.0), (x + 92.0, y + 46.0))
                && d.rng.chance(0.5)
            {
                marks::stamp(d.c, x, y, &mut d.rng);
            }
            self.y += 62.0;
        }
    }
}

/// Whether nothing is set yet between two corners in points.
fn is_bare(d: &Desk<'_, '_>, from: (f32, f32), to: (f32, f32)) -> bool {
    let s = d.c.scale;
    let inside = |q: &[f32; 8]| q[0] < to.0 * s && q[2] > from.0 * s && q[1] < to.1 * s && q[7] > from.1 * s;
    !d.c.lines.iter().any(|line| inside(&line.quad))
}

/// Characters one to a cell of a comb, and the comb.
pub(super) fn comb(d: &mut Desk<'_, '_>, (x, y): (f32, f32), code: &str, name: &'static str, t: &Type, step: f32) {
    let count = code.chars().count();
    let right = x + step * count as f32;
    for i in 0..=count {
        let at = x + step * i as f32;
        d.rule(at, y - t.size * 0.55, at, y + 2.5, 0.4);
    }
    d.rule(x, y + 2.5, right, y + 2.5, 0.4);
    d.c.spaced(x, y, code, name, t, step, &mut d.rng);
    // An entry that is no field is set all the same.
    d.c.fields.retain(|f| !f.name.is_empty());
}
