//! The short forms these pages are set in: rows, boxes, tables, blocks.
//!
//! Responsible for text that keeps to its room. Not responsible for any page.

use crate::pages::compose::{Align, Manner, Type};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{fitting, mark_first};
use crate::rng::Rng;

pub(super) use super::folk::*;

pub(super) use Align::{Centre as C, Left as L, Right as R};

/// Types of a page: body, bold, italic, small, small bold, heading.
pub(super) struct Pens {
    pub(super) n: Type,
    pub(super) b: Type,
    pub(super) i: Type,
    pub(super) s: Type,
    pub(super) sb: Type,
    pub(super) h: Type,
}

/// Types of a size in points, a little less where the face runs wide.
pub(super) fn pens(d: &mut Desk<'_, '_>, size: f32) -> Pens {
    let t = d.fonts.body.sized(10.0);
    let width = d.c.measure("abcdefghijklmnopqrstuvwxyz 0123456789", &t, &mut d.rng);
    let size = size * (188.0 / width.max(1.0)).clamp(0.78, 1.06);
    let f = &d.fonts;
    Pens {
        n: f.body.sized(size),
        b: f.bold.sized(size),
        i: f.italic.sized(size),
        s: f.body.sized(size * 0.78),
        sb: f.bold.sized(size * 0.78),
        h: f.bold.sized(size * 1.6),
    }
}

/// Text, a field where it has a name, made smaller where it is wider than its room.
pub(super) fn fit(
    d: &mut Desk<'_, '_>,
    name: &'static str,
    (x, y): (f32, f32),
    room: f32,
    text: &str,
    t: &Type,
    align: Align,
) -> f32 {
    let t = fitting(d, text, t, room);
    d.c.value(name, x, y, text, &t, align, &mut d.rng)
}

/// Text from the left that is no field.
pub(super) fn put(d: &mut Desk<'_, '_>, x: f32, y: f32, room: f32, text: &str, t: &Type) -> f32 {
    fit(d, "", (x, y), room, text, t, L)
}

/// A label at `x` and its value at `at` or after it, no further than `end`.
pub(super) fn kv(
    d: &mut Desk<'_, '_>,
    (x, at, end): (f32, f32, f32),
    y: f32,
    (label, name, text): (&str, &'static str, &str),
    (t, v): (&Type, &Type),
) {
    let width = d.c.measure(label, t, &mut d.rng);
    let from = at.max(x + width + v.size * 0.3);
    let v = fitting(d, text, v, (end - from).max(20.0));
    d.labelled(name, x, at, y, label, text, (t, &v));
}

/// Several of them under one another; returns the next baseline.
pub(super) fn kvs(
    d: &mut Desk<'_, '_>,
    at: (f32, f32, f32),
    mut y: f32,
    lead: f32,
    rows: &[(&str, &'static str, &str)],
    types: (&Type, &Type),
) -> f32 {
    for row in rows {
        kv(d, at, y, *row, types);
        y += lead;
    }
    y
}

/// A framed box with a small label over its value.
pub(super) fn boxed(
    d: &mut Desk<'_, '_>,
    (x0, y0, x1, y1): (f32, f32, f32, f32),
    (label, name, text): (&str, &'static str, &str),
    (t, v): (&Type, &Type),
) {
    d.c.frame(x0, y0, x1, y1, 0.6);
    let middle = (x0 + x1) / 2.0;
    fit(d, "", (middle, y0 + t.size * 1.2), x1 - x0 - 5.0, label, t, C);
    fit(d, name, (middle, y1 - v.size * 0.45), x1 - x0 - 6.0, text, v, C);
}

/// A row of such boxes of like width.
pub(super) fn boxes(
    d: &mut Desk<'_, '_>,
    (x0, y0, x1, y1): (f32, f32, f32, f32),
    all: &[(&str, &'static str, &str)],
    types: (&Type, &Type),
) {
    let step = (x1 - x0) / all.len() as f32;
    for (i, one) in all.iter().enumerate() {
        let x = x0 + i as f32 * step;
        boxed(d, (x, y0, x + step, y1), *one, types);
    }
}

/// Lines under one another, the first of them a field where it has a name.
pub(super) fn block(
    d: &mut Desk<'_, '_>,
    name: &'static str,
    (x, y): (f32, f32),
    room: f32,
    lines: &[String],
    t: &Type,
) -> f32 {
    let since = d.c.lines.len();
    for (i, line) in lines.iter().enumerate() {
        put(d, x, y + i as f32 * t.size * 1.24, room, line, t);
    }
    if !name.is_empty() {
        mark_first(d, since, name);
    }
    y + lines.len() as f32 * t.size * 1.24
}

/// Running text down to the foot of the sheet; returns the next baseline.
pub(super) fn para(d: &mut Desk<'_, '_>, x: f32, y: f32, width: f32, text: &str, t: &Type) -> f32 {
    let (room, rng) = (d.c.height - 12.0, &mut d.rng);
    d.c.paragraph(x, y, width, text, t, t.size * 1.26, Manner::RAGGED, room, rng)
}

/// The same, both edges straight.
pub(super) fn full(d: &mut Desk<'_, '_>, x: f32, y: f32, width: f32, text: &str, t: &Type) -> f32 {
    let manner = Manner { justify: true, ..Manner::RAGGED };
    let (room, rng) = (d.c.height - 12.0, &mut d.rng);
    d.c.paragraph(x, y, width, text, t, t.size * 1.32, manner, room, rng)
}

/// A column of a table: its edges and how its cells stand.
pub(super) type Column = (f32, f32, Align);

/// Columns between two edges by their shares.
pub(super) fn columns(x0: f32, x1: f32, shares: &[(f32, Align)]) -> Vec<Column> {
    let total: f32 = shares.iter().map(|s| s.0).sum();
    let mut x = x0;
    let mut out = Vec::new();
    for (share, align) in shares {
        let next = x + (x1 - x0) * share / total;
        out.push((x, next, *align));
        x = next;
    }
    out
}

/// A cell: the name of its field, or nothing, and its text.
pub(super) type Cell = (&'static str, String);

/// Cells that are no fields.
pub(super) fn texts(all: &[&str]) -> Vec<Cell> {
    all.iter().map(|t| ("", (*t).to_owned())).collect()
}

/// The cells of one row.
pub(super) fn cells(d: &mut Desk<'_, '_>, y: f32, columns: &[Column], cells: &[Cell], t: &Type) {
    let types: Vec<Type> = columns.iter().zip(cells).map(|(c, e)| fitting(d, &e.1, t, c.1 - c.0 - 6.0)).collect();
    let rng = &mut d.rng;
    d.c.row(|c| {
        for (((x0, x1, align), (name, text)), t) in columns.iter().zip(cells).zip(&types) {
            let x = match align {
                Align::Left => x0 + 3.0,
                Align::Right => x1 - 3.0,
                Align::Centre => (x0 + x1) / 2.0,
            };
            if !text.is_empty() {
                c.value(name, x, y, text, t, *align, rng);
            }
        }
    });
}

/// The head of a table from `y` down, `height` high: 0 ruled under, 1 grey, 2 framed. Headings break at `|`.
pub(super) fn heads(
    d: &mut Desk<'_, '_>,
    (y, height): (f32, f32),
    columns: &[Column],
    texts: &[&str],
    t: &Type,
    style: usize,
) {
    let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return };
    let (x0, x1) = (first.0, last.1);
    if style == 1 {
        d.c.fill(x0, y, x1, y + height, 214);
    }
    if style == 2 {
        d.c.frame(x0, y, x1, y + height, 0.7);
        for column in &columns[1..] {
            d.rule(column.0, y, column.0, y + height, 0.5);
        }
    } else {
        d.rule(x0, y + height, x1, y + height, 0.8);
    }
    for (column, text) in columns.iter().zip(texts) {
        let lines: Vec<&str> = text.split('|').collect();
        let top = y + height / 2.0 - (lines.len() as f32 - 1.0) * t.size * 0.55 + t.size * 0.35;
        for (i, line) in lines.iter().enumerate() {
            let at = (column.0, column.1, if column.2 == L { L } else { C });
            cells(d, top + i as f32 * t.size * 1.1, &[at], &[("", (*line).to_owned())], t);
        }
    }
}

/// Frame and upright rules of a table's body.
pub(super) fn grid(d: &mut Desk<'_, '_>, y0: f32, y1: f32, columns: &[Column]) {
    let (Some(first), Some(last)) = (columns.first(), columns.last()) else { return };
    d.c.frame(first.0, y0, last.1, y1, 0.7);
    for column in &columns[1..] {
        d.rule(column.0, y0, column.0, y1, 0.5);
    }
}

/// Sums under one another, the last the one to pay: 0 a rule over it, 1 all framed, 2 it on grey.
pub(super) fn totals(
    d: &mut Desk<'_, '_>,
    (x0, x1): (f32, f32),
    mut y: f32,
    rows: &[(&str, &'static str, String)],
    p: &Pens,
    style: usize,
) -> f32 {
    let lead = p.n.size * 1.65;
    let split = x0 + (x1 - x0) * 0.6;
    for (i, (label, name, text)) in rows.iter().enumerate() {
        let last = i + 1 == rows.len();
        let t = if last { &p.b } else { &p.n };
        if style == 2 && last {
            d.c.fill(x0, y - lead * 0.7, x1, y + lead * 0.32, 208);
        }
        if style == 1 {
            d.c.frame(x0, y - lead * 0.7, x1, y + lead * 0.3, 0.5);
            d.rule(split, y - lead * 0.7, split, y + lead * 0.3, 0.5);
        }
        if style == 0 && last {
            d.rule(x0, y - lead * 0.72, x1, y - lead * 0.72, 0.8);
        }
        let t = t.clone();
        let row = [("", (*label).to_owned()), (*name, text.clone())];
        cells(d, y, &[(x0, split, L), (split, x1, R)], &row, &t);
        y += lead;
    }
    y
}

/// A row of dots to write on, from the end of a label.
pub(super) fn blank(d: &mut Desk<'_, '_>, x: f32, x1: f32, y: f32, label: &str, t: &Type) {
    let width = d.left(x, y, label, t);
    d.c.dotted(x + width + 4.0, x1, y);
}

/// A drawn emblem that keeps to a square of this size.
pub(super) fn emblem(d: &mut Desk<'_, '_>, x: f32, y: f32, size: f32, k: &mut Rng) {
    crate::pages::marks::logo(d.c, x + size * 0.18, y + size * 0.18, size * 0.55, k);
}

/// Rows of texts as cells that are no fields.
pub(super) fn plain_cells(row: Vec<String>) -> Vec<Cell> {
    row.into_iter().map(|t| ("", t)).collect()
}

/// A dashed line to cut along.
pub(super) fn dashes(d: &mut Desk<'_, '_>, x0: f32, x1: f32, y: f32) {
    let mut x = x0;
    while x < x1 {
        d.rule(x, y, (x + 5.0).min(x1), y, 0.5);
        x += 9.0;
    }
}
