//! What the papers of trade, home and work share: people, places, firms, days and sums, and the short forms they are set in.

pub(super) use super::trade_people::{Firm, Person, Place, ape, phone};
use crate::pages::compose::{Align, Manner, Type};
use crate::pages::desk::Desk;
pub(super) use crate::pages::layouts::facts::{
    Day, day, figures, fitting, in_words, line_with, mark, mark_first, of, tick, written,
};
use crate::rng::Rng;
use crate::text::codes;

/// How a paper spells its days.
#[derive(Clone, Copy)]
pub(super) struct Dates(usize);

impl Dates {
    pub(super) fn random(rng: &mut Rng) -> Dates {
        Dates(rng.below(9))
    }

    pub(super) fn spell(self, day: Day) -> String {
        match self.0 {
            0..=3 => figures(day, "/"),
            4 => figures(day, "."),
            5 => figures(day, "-"),
            6 => format!("{:02}/{:02}/{:02}", day.2, day.1, day.0 % 100),
            _ => written(day),
        }
    }
}

/// So many days on, or back.
pub(super) fn later((mut y, mut m, d): Day, days: i64) -> Day {
    let length = |m: i64| if m == 2 { 28 } else { 30 + (m + m / 8) % 2 };
    let mut d = d + days;
    while d < 1 {
        (y, m) = if m == 1 { (y - 1, 12) } else { (y, m - 1) };
        d += length(m);
    }
    while d > length(m) {
        d -= length(m);
        (y, m) = if m == 12 { (y + 1, 1) } else { (y, m + 1) };
    }
    (y, m, d)
}

/// How a paper spells its sums.
#[derive(Clone, Copy)]
pub(super) struct Coin {
    group: &'static str,
    point: &'static str,
    unit: &'static str,
}

impl Coin {
    pub(super) fn random(rng: &mut Rng) -> Coin {
        let (group, point) =
            rng.choose(&[(" ", ","), (" ", ","), (" ", ","), ("", ","), (".", ","), ("", "."), (" ", ".")]);
        Coin { group, point, unit: rng.pick(&[" €", " €", "€", "", " EUR"]) }
    }

    /// Without the unit, as in the columns of a table.
    pub(super) fn bare(self) -> Coin {
        Coin { unit: "", ..self }
    }

    pub(super) fn euros(self) -> Coin {
        Coin { unit: " €", ..self }
    }

    pub(super) fn spell(self, cents: i64) -> String {
        let sign = if cents < 0 { "-" } else { "" };
        let n = cents.unsigned_abs();
        format!("{sign}{}{}{:02}{}", codes::thousands(n / 100, self.group), self.point, n % 100, self.unit)
    }
}

/// The types of one paper.
pub(super) struct Look {
    pub(super) n: Type,
    pub(super) b: Type,
    pub(super) i: Type,
    /// Small print, and smaller yet.
    pub(super) s: Type,
    pub(super) t: Type,
    /// A heading.
    pub(super) h: Type,
    pub(super) lead: f32,
}

/// The looks of a paper whose body is of `low` to `high` points, with all margins of `margin`.
pub(super) fn look(d: &mut Desk<'_, '_>, low: f32, high: f32, margin: f32) -> Look {
    d.margins = [margin; 4];
    let size = d.rng.range(low, high);
    let n = d.fonts.body.sized(size);
    let b = d.fonts.bold.sized(size);
    Look {
        i: d.fonts.italic.sized(size),
        s: n.sized(size * 0.86),
        t: n.sized(size * 0.74),
        h: b.sized(size * d.rng.range(1.35, 1.8)),
        lead: size * d.rng.range(1.2, 1.38),
        n,
        b,
    }
}

/// A line in type small enough for its room.
pub(super) fn put(d: &mut Desk<'_, '_>, x: f32, y: f32, room: f32, text: &str, t: &Type) -> f32 {
    let t = fitting(d, text, t, room);
    d.left(x, y, text, &t)
}

pub(super) fn put_right(d: &mut Desk<'_, '_>, x: f32, y: f32, room: f32, text: &str, t: &Type) {
    let t = fitting(d, text, t, room);
    d.right(x, y, text, &t);
}

pub(super) fn put_centre(d: &mut Desk<'_, '_>, x: f32, y: f32, room: f32, text: &str, t: &Type) {
    let t = fitting(d, text, t, room);
    d.centre(x, y, text, &t);
}

/// A field's value alone, in type small enough for its room.
pub(super) fn set(d: &mut Desk<'_, '_>, name: &'static str, x: f32, y: f32, room: f32, text: &str, t: &Type) {
    let since = d.c.lines.len();
    put(d, x, y, room, text, t);
    mark(d, since, name, untitled(name, text));
}

/// The value of a field of this name: persons without their title, but for the first lines of letters' blocks.
fn untitled<'t>(name: &str, text: &'t str) -> &'t str {
    if matches!(name, "addressee" | "recipient" | "sender") {
        return text;
    }
    ["Madame ", "Monsieur ", "Mme ", "M. "].iter().find_map(|title| text.strip_prefix(title)).unwrap_or(text)
}

/// A label and beside it at `at`, or close after the label where `at` is 0, its value, no further than `x + room`.
#[expect(clippy::too_many_arguments, reason = "a place, a text and its looks")]
pub(super) fn beside(
    d: &mut Desk<'_, '_>,
    name: &'static str,
    x: f32,
    at: f32,
    y: f32,
    room: f32,
    (label, text): (&str, &str),
    (tl, tv): (&Type, &Type),
) {
    let (a, b) = (d.c.measure(label, tl, &mut d.rng), d.c.measure(text, tv, &mut d.rng));
    let from = (at - x).max(a + tv.size * 0.3);
    let k = (room / (from + b)).min(1.0);
    let (tl, tv) = (tl.sized(tl.size * k), tv.sized(tv.size * k));
    d.labelled(name, x, x + (from * k).min(from), y, label, text, (&tl, &tv));
}

/// Several labels and values under one another; rows of an empty name are no fields.
pub(super) fn list(
    d: &mut Desk<'_, '_>,
    (x, at, room): (f32, f32, f32),
    mut y: f32,
    rows: &[(&'static str, &str, String)],
    types: (&Type, &Type),
    lead: f32,
) -> f32 {
    for (name, label, text) in rows {
        beside(d, name, x, at, y, room, (label, text), types);
        y += lead;
    }
    y
}

/// Lines under one another, each small enough for the room; the first is a field where a name is given.
pub(super) fn stack(
    d: &mut Desk<'_, '_>,
    name: &'static str,
    (x, mut y, room): (f32, f32, f32),
    lines: &[String],
    t: &Type,
    lead: f32,
) -> f32 {
    let since = d.c.lines.len();
    for line in lines {
        put(d, x, y, room, line, t);
        y += lead;
    }
    if let (false, Some(first)) = (name.is_empty(), lines.first()) {
        mark(d, since, name, untitled(name, first));
    }
    y
}

/// Running text between `x` and `x + width`.
pub(super) fn prose(d: &mut Desk<'_, '_>, x: f32, y: f32, width: f32, text: &str, t: &Type) -> f32 {
    d.paragraph(x, y, width, text, t, t.size * 1.24, Manner::RAGGED)
}

/// Running text of which parts are fields.
pub(super) fn telling(
    d: &mut Desk<'_, '_>,
    (x, y, width): (f32, f32, f32),
    text: &str,
    t: &Type,
    fields: &[(&'static str, &str)],
) -> f32 {
    let since = d.c.lines.len();
    let y = prose(d, x, y, width, text, t);
    for (name, value) in fields {
        mark(d, since, name, value);
    }
    y
}

/// A cell of a table: its text, and the field that it is if any.
pub(super) struct Cell(pub(super) &'static str, pub(super) String);

pub(super) fn cell(text: impl Into<String>) -> Cell {
    Cell("", text.into())
}

/// Cells of no fields.
pub(super) fn cells(texts: &[&str]) -> Vec<Cell> {
    texts.iter().map(|t| cell(*t)).collect()
}

/// Rules of a table: an outer frame, lines between rows, uprights between columns, a tinted head.
#[derive(Clone, Copy)]
pub(super) struct Grid {
    pub(super) frame: bool,
    pub(super) rows: bool,
    pub(super) uprights: bool,
    pub(super) tint: bool,
}

impl Grid {
    pub(super) const FULL: Grid = Grid { frame: true, rows: true, uprights: true, tint: true };
    pub(super) const OPEN: Grid = Grid { frame: false, rows: true, uprights: false, tint: false };

    pub(super) fn random(rng: &mut Rng) -> Grid {
        let frame = rng.chance(0.6);
        Grid { frame, rows: rng.chance(0.5), uprights: frame && rng.chance(0.7), tint: rng.chance(0.6) }
    }
}

/// A table between two edges: columns of a title, a share of the width and `l`, `c` or `r`. Returns its foot.
#[expect(clippy::too_many_arguments, reason = "a table has a place, columns, rows and looks")]
pub(super) fn table(
    d: &mut Desk<'_, '_>,
    (x0, x1): (f32, f32),
    top: f32,
    columns: &[(&str, f32, char)],
    rows: Vec<Vec<Cell>>,
    (head, body): (&Type, &Type),
    step: f32,
    grid: Grid,
) -> f32 {
    let total: f32 = columns.iter().map(|c| c.1).sum();
    let mut edges = vec![x0];
    for (_, share, _) in columns {
        edges.push(edges[edges.len() - 1] + share / total * (x1 - x0));
    }
    let headed = columns.iter().any(|c| !c.0.is_empty());
    let titles: Vec<Cell> = columns.iter().map(|c| cell(c.0)).collect();
    let all: Vec<(bool, Vec<Cell>)> =
        headed.then_some((true, titles)).into_iter().chain(rows.into_iter().map(|r| (false, r))).collect();
    let foot = top + all.len() as f32 * step;
    if grid.tint && headed {
        d.c.fill(x0, top, x1, top + step, 218);
    }
    if grid.uprights {
        for x in &edges[1..edges.len() - 1] {
            d.rule(*x, top, *x, foot, 0.5);
        }
    }
    if grid.frame {
        d.c.frame(x0, top, x1, foot, 0.7);
    }
    let mut y = top;
    for (is_head, row) in &all {
        let t = if *is_head { head } else { body };
        let baseline = y + step / 2.0 + t.size * 0.34;
        let fitted: Vec<Type> = row
            .iter()
            .enumerate()
            .map(|(i, Cell(_, text))| fitting(d, text, t, (edges[i + 1] - edges[i] - 6.0).max(4.0)))
            .collect();
        let rng = &mut d.rng;
        d.c.row(|c| {
            for (i, Cell(name, text)) in row.iter().enumerate() {
                let (x, align) = match columns[i].2 {
                    'l' => (edges[i] + 3.0, Align::Left),
                    'c' => ((edges[i] + edges[i + 1]) / 2.0, Align::Centre),
                    _ => (edges[i + 1] - 3.0, Align::Right),
                };
                c.value(name, x, baseline, text, &fitted[i], align, rng);
            }
        });
        y += step;
        if grid.rows || *is_head {
            d.rule(x0, y, x1, y, 0.4);
        }
    }
    foot
}

/// Small lines in the middle of the foot.
pub(super) fn foot(d: &mut Desk<'_, '_>, lines: &[String], t: &Type) {
    let (middle, room) = (d.c.width / 2.0, d.c.width - 50.0);
    let mut y = d.c.height - 22.0 - (lines.len() as f32 - 1.0) * t.size * 1.25;
    for line in lines {
        put_centre(d, middle, y, room, line, t);
        y += t.size * 1.25;
    }
}

/// Bars that a machine reads.
pub(super) fn bars(d: &mut Desk<'_, '_>, x: f32, y: f32, width: f32, height: f32) {
    let mut at = x;
    while at < x + width {
        let bar = d.rng.range(0.7, 2.4);
        d.c.fill(at, y, at + bar, y + height, 30);
        at += bar + d.rng.range(0.8, 2.4);
    }
}
