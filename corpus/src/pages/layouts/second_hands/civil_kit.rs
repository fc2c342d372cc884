//! What these pages share: lines that fit their room, entries of cards, cells of forms, seals, homes, numbers that agree with a person.
//!
//! Not responsible for what any one paper says.

use crate::faces::{FaceClass, Wish};
use crate::pages::compose::{Align, Manner, Type};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, figures, fitting, line_with, mark, mark_first, tick, written};
use crate::pages::layouts::identity::guilloche;
use crate::pages::marks;
use crate::raster::stroke::Shape;
use crate::rng::Rng;
use crate::text::codes::grouped;
use crate::text::{capitals, plain, street, words};
use std::sync::Arc;

/// Name of a field and its value.
pub(super) type Mark<'v> = (&'static str, &'v str);

/// The faces of a page at sizes of its own.
pub(super) struct Look {
    pub(super) body: Type,
    pub(super) bold: Type,
    pub(super) ital: Type,
    pub(super) small: Type,
}

/// Body type of `size` points and what goes with it.
pub(super) fn look(d: &Desk<'_, '_>, size: f32) -> Look {
    let f = &d.fonts;
    Look {
        body: f.body.sized(size),
        bold: f.bold.sized(size),
        ital: f.italic.sized(size),
        small: f.body.sized((size * 0.72).max(6.2)),
    }
}

/// Takes a face of today where chance gave the document a typewriter's.
pub(super) fn modern(d: &mut Desk<'_, '_>) {
    if d.fonts.body.face.class() != FaceClass::Typewriter {
        return;
    }
    let wish = Wish { bold: Some(false), italic: Some(false), ..Wish::default() };
    let Some(face) = d.c.faces.choose(&[FaceClass::Sans], wish, &mut d.rng) else { return };
    let sibling =
        |bold: bool, italic: bool| d.c.faces.sibling(&face, bold, italic).unwrap_or_else(|| Arc::clone(&face));
    let (bold, italic) = (sibling(true, false), sibling(false, true));
    let plain = Type { kern: true, stretch: 1.0, tracking: 0.0, ..d.fonts.body.clone() };
    d.fonts.bold = Type { face: bold, ..plain.clone() };
    d.fonts.italic = Type { face: italic, ..plain.clone() };
    d.fonts.body = Type { face, ..plain };
}

/// A paragraph with its fields; the next baseline.
pub(super) fn para(
    d: &mut Desk<'_, '_>,
    (x, y): (f32, f32),
    width: f32,
    text: &str,
    t: &Type,
    fields: &[Mark<'_>],
) -> f32 {
    let (since, room) = (d.c.lines.len(), d.c.height - 14.0);
    let y = d.c.paragraph(x, y, width, text, t, t.size * 1.28, Manner::RAGGED, room, &mut d.rng);
    for (name, value) in fields {
        mark(d, since, name, value);
    }
    y
}

/// A line no wider than `room`, with its fields.
pub(super) fn say(d: &mut Desk<'_, '_>, at: (f32, f32), room: f32, text: &str, t: &Type, fields: &[Mark<'_>]) -> f32 {
    let t = fitting(d, text, t, room);
    line_with(d, at, text, &t, fields)
}

/// The same centred on `x`.
pub(super) fn mid(d: &mut Desk<'_, '_>, (x, y): (f32, f32), room: f32, text: &str, t: &Type, fields: &[Mark<'_>]) {
    let (t, since) = (fitting(d, text, t, room), d.c.lines.len());
    d.centre(x, y, text, &t);
    for (name, value) in fields {
        mark(d, since, name, value);
    }
}

/// The same ending at `x`.
pub(super) fn end(d: &mut Desk<'_, '_>, (x, y): (f32, f32), room: f32, text: &str, t: &Type, fields: &[Mark<'_>]) {
    let (t, since) = (fitting(d, text, t, room), d.c.lines.len());
    d.right(x, y, text, &t);
    for (name, value) in fields {
        mark(d, since, name, value);
    }
}

/// Lines under one another no wider than `room`, the first a field where `name` is not empty; the next baseline.
pub(super) fn stack(
    d: &mut Desk<'_, '_>,
    (x, y): (f32, f32),
    room: f32,
    lines: &[String],
    t: &Type,
    name: &'static str,
) -> f32 {
    let since = d.c.lines.len();
    for (i, line) in lines.iter().enumerate() {
        say(d, (x, y + i as f32 * t.size * 1.25), room, line, t, &[]);
    }
    if !name.is_empty() {
        mark_first(d, since, name);
    }
    y + lines.len() as f32 * t.size * 1.25
}

/// Labels at `x`, their values at `at`; an empty name is no field. The next baseline.
pub(super) fn rows(
    d: &mut Desk<'_, '_>,
    (x, y): (f32, f32),
    at: f32,
    lead: f32,
    rows: &[(&'static str, &str, &str)],
    types: (&Type, &Type),
) -> f32 {
    for (i, (name, label, value)) in rows.iter().enumerate() {
        d.labelled(name, x, at, y + i as f32 * lead, label, value, types);
    }
    y + rows.len() as f32 * lead
}

/// A framed cell `[x, y, w, h]`, its label on top and its value below.
pub(super) fn cell(
    d: &mut Desk<'_, '_>,
    [x, y, w, h]: [f32; 4],
    label: &str,
    (name, value): Mark<'_>,
    (lt, vt): (&Type, &Type),
) {
    d.c.frame(x, y, x + w, y + h, 0.5);
    let l = fitting(d, label, lt, w - 6.0);
    d.left(x + 3.0, y + lt.size * 1.15, label, &l);
    let v = fitting(d, value, vt, w - 8.0);
    d.value(name, x + 4.0, y + h - vt.size * 0.35, value, &v);
}

/// A row of cells from `x` to the right: share of the width, label, field.
pub(super) fn cells(
    d: &mut Desk<'_, '_>,
    [x, y, w, h]: [f32; 4],
    row: &[(f32, &str, Mark<'_>)],
    types: (&Type, &Type),
) -> f32 {
    let mut at = x;
    for (share, label, field) in row {
        cell(d, [at, y, w * share, h], label, *field, types);
        at += w * share;
    }
    y + h
}

/// A bar of grey with a heading in it; the place under it.
pub(super) fn bar(d: &mut Desk<'_, '_>, [x, y, w]: [f32; 3], text: &str, t: &Type) -> f32 {
    let h = t.size * 1.7;
    let tint = d.rng.between(205, 232) as u8;
    d.c.fill(x, y, x + w, y + h, tint);
    say(d, (x + 5.0, y + h * 0.7), w - 10.0, text, t, &[]);
    y + h
}

/// A row of a table without field: texts at shares of the width.
pub(super) fn strip(d: &mut Desk<'_, '_>, (x, y): (f32, f32), w: f32, parts: &[(f32, &str)], t: &Type) {
    for (i, (share, text)) in parts.iter().enumerate() {
        let next = parts.get(i + 1).map_or(1.0, |p| p.0);
        say(d, (x + w * share, y), w * (next - share) - 4.0, text, t, &[]);
    }
}

/// A comb of boxes with a character in each.
pub(super) fn comb(
    d: &mut Desk<'_, '_>,
    (x, y): (f32, f32),
    n: usize,
    step: f32,
    (name, value): Mark<'_>,
    t: &Type,
) -> f32 {
    let step = step.min((d.c.width - 24.0 - x) / n as f32);
    for i in 0..=n {
        let at = x + i as f32 * step;
        d.rule(at, y - t.size * 0.5, at, y + t.size * 0.3, 0.4);
    }
    d.rule(x, y + t.size * 0.3, x + n as f32 * step, y + t.size * 0.3, 0.5);
    d.c.spaced(x, y, value, name, t, step, &mut d.rng);
    x + n as f32 * step
}

/// A round seal with words across.
pub(super) fn seal(d: &mut Desk<'_, '_>, x: f32, y: f32, radius: f32, words: &[&str]) {
    let Some(face) = d.c.faces.choose(&[FaceClass::Sans], Wish::default(), &mut d.rng) else { return };
    let strength = d.rng.between(90, 190) as u16;
    let mut shape = Shape::new();
    shape.ring((x, y), radius, radius, 1.4);
    shape.ring((x, y), radius * 0.86, radius * 0.86, 0.6);
    d.c.shape(&shape, strength);
    for (i, word) in words.iter().enumerate() {
        let down = (i as f32 - (words.len() as f32 - 1.0) / 2.0) * radius * 0.34;
        let size = (radius * 2.5 / word.chars().count().max(6) as f32).min(radius * 0.26);
        marks::turned(d.c, x, y + down, word, size, -0.06, strength, &face, &mut d.rng);
    }
}

/// A signature over its place.
pub(super) fn signed(d: &mut Desk<'_, '_>, x: f32, y: f32) {
    let width = d.rng.range(55.0, 90.0);
    marks::signature(d.c, x, y, width, &mut d.rng);
}

/// Where somebody lives.
pub(super) struct Home {
    pub(super) street: String,
    pub(super) code: &'static str,
    pub(super) town: &'static str,
}

pub(super) fn home(rng: &mut Rng) -> Home {
    let (code, town) = rng.choose(words::TOWNS);
    Home { street: street(rng), code, town }
}

impl Home {
    /// `39100 DOLE`.
    pub(super) fn place(&self) -> String {
        format!("{} {}", self.code, capitals(self.town, false))
    }

    /// Block of an address.
    pub(super) fn block(&self, who: &str) -> Vec<String> {
        vec![who.to_owned(), capitals(&self.street, false), self.place()]
    }

    /// On one line.
    pub(super) fn line(&self) -> String {
        format!("{}, {} {}", self.street, self.code, self.town)
    }
}

/// A social security number that agrees with sex, birth and place, in groups or not.
pub(super) fn nir_of(own: &Someone, in_groups: bool, rng: &mut Rng) -> String {
    let code = own.born_at.0;
    let place = match &code[..3] {
        "200" | "201" => format!("2A{:03}", rng.between(4, 360)),
        "202" | "206" => format!("2B{:03}", rng.between(4, 360)),
        dept if dept.starts_with("97") => format!("{dept}{:02}", rng.between(1, 30)),
        _ => format!("{}{:03}", &code[..2], rng.between(3, 420)),
    };
    let sex = if own.sex == 'M' { 1 } else { 2 };
    let body = format!("{sex}{:02}{:02}{place}{:03}", own.birth.0 % 100, own.birth.1, rng.between(2, 480));
    let figures = body.replace("2A", "19").replace("2B", "18");
    let rest = figures.bytes().fold(0u64, |r, b| (r * 10 + u64::from(b - b'0')) % 97);
    let all = format!("{body}{:02}", 97 - rest);
    if in_groups { grouped(&all, &[1, 2, 2, 2, 3, 3, 2]) } else { all }
}

/// Lower case letters and digits alone.
pub(super) fn bare(text: &str) -> String {
    text.to_lowercase().chars().map(plain).filter(char::is_ascii_alphanumeric).collect()
}

/// A mail address that goes with the name.
pub(super) fn mail_of(own: &Someone, rng: &mut Rng) -> String {
    let (first, last) = (bare(&own.firsts[0]), bare(&own.last));
    let host = rng.pick(&["laposte.net", "orange.fr", "gmail.com", "free.fr", "outlook.fr", "sfr.fr", "proton.me"]);
    match rng.below(4) {
        0 => format!("{}{last}{:02}@{host}", &first[..1], own.birth.0 % 100),
        1 => format!("{last}.{first}@{host}"),
        2 => format!("{first}-{last}@{host}"),
        _ => format!("{first}.{last}@{host}"),
    }
}

/// A day a few days after another, in the same month where there is room.
pub(super) fn after((y, m, d): Day, days: i64) -> Day {
    if d + days <= 28 {
        (y, m, d + days)
    } else if m < 12 {
        (y, m + 1, (d + days - 28).max(1))
    } else {
        (y + 1, 1, (d + days - 28).max(1))
    }
}

/// A card or a page of a booklet on the sheet.
#[derive(Clone, Copy)]
pub(super) struct Card {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) w: f32,
    pub(super) h: f32,
}

/// Its ground: a tint, waves, its edge.
pub(super) fn card(d: &mut Desk<'_, '_>, [x, y, w, h]: [f32; 4]) -> Card {
    let tint = d.rng.between(216, 247) as u8;
    d.c.fill(x, y, x + w, y + h, tint);
    guilloche(d, x, y, w, h);
    if d.rng.chance(0.7) {
        d.c.frame(x, y, x + w, y + h, 0.6);
    }
    Card { x, y, w, h }
}

impl Card {
    pub(super) fn at(self, across: f32, down: f32) -> (f32, f32) {
        (self.x + self.w * across, self.y + self.h * down)
    }

    /// A line at a share of the card, no wider than a share of it.
    pub(super) fn line(
        self,
        d: &mut Desk<'_, '_>,
        [across, down, room]: [f32; 3],
        text: &str,
        t: &Type,
        name: &'static str,
    ) {
        let t = fitting(d, text, t, room * self.w);
        let (x, y) = self.at(across, down);
        d.value(name, x, y, text, &t);
    }

    /// A label and under it its value.
    pub(super) fn entry(
        self,
        d: &mut Desk<'_, '_>,
        [across, down, room]: [f32; 3],
        label: &str,
        (name, value): Mark<'_>,
        (lt, vt): (&Type, &Type),
    ) {
        self.line(d, [across, down, room], label, lt, "");
        let t = fitting(d, value, vt, room * self.w);
        let (x, y) = self.at(across, down);
        d.value(name, x, y + vt.size * 1.08, value, &t);
    }

    /// A label and beside it its value.
    pub(super) fn beside(
        self,
        d: &mut Desk<'_, '_>,
        [across, down, to]: [f32; 3],
        label: &str,
        (name, value): Mark<'_>,
        types: (&Type, &Type),
    ) {
        let ((x, y), (at, _)) = (self.at(across, down), self.at(to, down));
        d.labelled(name, x, at, y, label, value, types);
    }

    /// The machine-readable zone at the foot.
    pub(super) fn zone(self, d: &mut Desk<'_, '_>, lines: &[String], ocr: &Type) {
        let natural = d.c.measure(&lines[0], &ocr.sized(10.0), &mut d.rng).max(1.0);
        let t = ocr.sized((self.w * 0.93 / natural * 10.0).min(self.h * 0.08));
        let first = self.y + self.h * 0.965 - t.size * 1.45 * (lines.len() - 1) as f32;
        for (i, line) in lines.iter().enumerate() {
            let y = first + i as f32 * t.size * 1.45;
            d.c.value("mrz", self.x + self.w * 0.035, y, line, &t, Align::Left, &mut d.rng);
        }
    }

    pub(super) fn photo(self, d: &mut Desk<'_, '_>, [across, down, w, h]: [f32; 4]) {
        let (x, y) = self.at(across, down);
        marks::photo(d.c, x, y, w * self.w, h * self.h, &mut d.rng);
    }

    pub(super) fn sign(self, d: &mut Desk<'_, '_>, across: f32, down: f32, width: f32) {
        let (x, y) = self.at(across, down);
        marks::signature(d.c, x, y, width * self.w, &mut d.rng);
    }
}

/// Boxes to tick with their words, the chosen one ticked; where the last word ends.
pub(super) fn choice(d: &mut Desk<'_, '_>, (x, y): (f32, f32), words: &[&str], chosen: usize, t: &Type) -> f32 {
    let mut at = x;
    for (i, word) in words.iter().enumerate() {
        tick(d, at, y, t.size * 0.8, i == chosen);
        at += t.size * 1.2;
        at += d.left(at, y, word, t) + t.size * 1.6;
    }
    at
}

/// A telephone number as forms have it.
pub(super) fn phone(d: &mut Desk<'_, '_>) -> String {
    let digits = format!("0{}{}", d.rng.choose(&[1, 2, 3, 4, 5, 6, 6, 7]), d.rng.digits(8));
    if d.rng.chance(0.7) { grouped(&digits, &[2]) } else { grouped(&digits, &[2]).replace(' ', ".") }
}

/// Title and name as funds write them.
pub(super) fn holder_line(own: &Someone, rng: &mut Rng) -> String {
    let title = own.title(rng.chance(0.6));
    let title = if rng.chance(0.4) { capitals(title, false) } else { title.to_owned() };
    if rng.chance(0.5) {
        format!("{title} {} {}", capitals(&own.last, false), capitals(&own.firsts[0], false))
    } else {
        format!("{title} {}", own.full())
    }
}

/// A day in one of two spellings.
pub(super) fn dated(v: Day, rng: &mut Rng) -> String {
    if rng.chance(0.55) { written(v) } else { figures(v, "/") }
}
