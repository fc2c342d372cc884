//! Tables: columns of cells with or without rules, grey heads, striped rows.

use crate::pages::compose::{Align, Type};
use crate::pages::desk::Desk;

/// A column: where it starts (share of the table's width), how its cells stand.
#[derive(Debug, Clone)]
pub(super) struct Column {
    pub(super) title: String,
    pub(super) share: f32,
    pub(super) align: Align,
    /// Name of its cells among the values of the page, where they are told.
    pub(super) field: Option<&'static str>,
}

impl Column {
    /// One whose cells are no values.
    pub(super) fn plain(title: &str, share: f32, align: Align) -> Column {
        Column { title: title.to_owned(), share, align, field: None }
    }

    /// One of line items, whose cells are told.
    pub(super) fn item(field: &'static str, title: &str, share: f32, align: Align) -> Column {
        Column { field: Some(field), ..Column::plain(title, share, align) }
    }
}

/// What a table looks like.
#[derive(Debug, Clone, Copy)]
pub(super) struct Look {
    pub(super) verticals: bool,
    pub(super) horizontals: bool,
    pub(super) outline: bool,
    /// Grey of the head (255 none); below 100 the head is reversed.
    pub(super) head: u8,
    /// Grey of every other row (255 none).
    pub(super) stripe: u8,
    pub(super) rule: f32,
    pub(super) pad: f32,
}

impl Look {
    pub(super) fn random(d: &mut Desk<'_, '_>) -> Look {
        let rng = &mut d.rng;
        let ruled = rng.below(4);
        Look {
            verticals: ruled >= 2,
            horizontals: ruled == 1 || ruled == 3,
            outline: ruled >= 2 || rng.chance(0.3),
            head: match rng.below(6) {
                0 => rng.between(0, 90) as u8,
                1..=3 => rng.between(185, 240) as u8,
                _ => 255,
            },
            stripe: if rng.chance(0.25) { rng.between(215, 246) as u8 } else { 255 },
            rule: rng.range(0.3, 1.1),
            pad: rng.range(2.0, 6.0),
        }
    }
}

/// Draws a table from `x0` to `x1`, its top at `y`; returns its bottom. Rows that do not fit above `room` are left out.
#[expect(clippy::too_many_arguments, reason = "a table has a place, a look and a content")]
pub(super) fn table(
    d: &mut Desk<'_, '_>,
    x0: f32,
    x1: f32,
    y: f32,
    columns: &[Column],
    rows: &[Vec<String>],
    types: (&Type, &Type),
    row_height: f32,
    look: Look,
    room: f32,
) -> f32 {
    let total: f32 = columns.iter().map(|c| c.share).sum();
    let mut edges = vec![x0];
    for c in columns {
        let last = edges[edges.len() - 1];
        edges.push(last + c.share / total * (x1 - x0));
    }
    let (cell, head) = types;
    let mut at = y;
    let has_head = columns.iter().any(|c| !c.title.is_empty());
    let drop = |t: &Type| row_height * 0.5 + t.size * 0.34;
    let mut rules = vec![y];
    if has_head {
        if look.head < 255 {
            d.c.fill(x0, at, x1, at + row_height, look.head);
        }
        let t = if look.head < 100 { head.toned(255) } else { head.clone() };
        let titles: Vec<String> = columns.iter().map(|c| c.title.clone()).collect();
        let aligns: Vec<Align> =
            columns.iter().map(|c| if c.align == Align::Left { Align::Left } else { Align::Centre }).collect();
        set_row(d, &edges, &titles, &aligns, &[], at + drop(&t), &t, look.pad);
        at += row_height;
        rules.push(at);
    }
    let fields: Vec<Option<&'static str>> = columns.iter().map(|c| c.field).collect();
    for (i, row) in rows.iter().enumerate() {
        if at + row_height > room {
            break;
        }
        if i % 2 == 1 && look.stripe < 255 {
            d.c.fill(x0, at, x1, at + row_height, look.stripe);
        }
        let aligns: Vec<Align> = columns.iter().map(|c| c.align).collect();
        set_row(d, &edges, row, &aligns, &fields, at + drop(cell), cell, look.pad);
        at += row_height;
        rules.push(at);
    }
    let last = rules.len() - 1;
    for (i, ry) in rules.iter().enumerate() {
        let edge = i == 0 || i == last || (i == 1 && has_head);
        if look.horizontals || (look.outline && edge) {
            d.rule(x0, *ry, x1, *ry, look.rule);
        }
    }
    for (i, ex) in edges.iter().enumerate() {
        let edge = i == 0 || i == edges.len() - 1;
        if look.verticals || (look.outline && edge) {
            d.rule(*ex, y, *ex, at, look.rule);
        }
    }
    at
}

/// The cells of one row, each cut to what its column holds; those with a name in `fields` are told as values.
#[expect(clippy::too_many_arguments, reason = "a row has a place, a look and a content")]
fn set_row(
    d: &mut Desk<'_, '_>,
    edges: &[f32],
    cells: &[String],
    aligns: &[Align],
    fields: &[Option<&'static str>],
    y: f32,
    t: &Type,
    pad: f32,
) {
    let rng = &mut d.rng;
    d.c.row(|c| {
        for (i, text) in cells.iter().enumerate() {
            let (a, b) = (edges[i] + pad, edges[i + 1] - pad);
            let mut text = text.clone();
            while !text.is_empty() && c.measure(&text, t, rng) > b - a {
                text = match text.rfind(' ') {
                    Some(at) => text[..at].to_owned(),
                    None => String::new(),
                };
            }
            if text.is_empty() {
                continue;
            }
            let x = match aligns[i] {
                Align::Left => a,
                Align::Centre => (a + b) / 2.0,
                Align::Right => b,
            };
            match fields.get(i).copied().flatten() {
                Some(name) => c.value(name, x, y, &text, t, aligns[i], rng),
                None => c.text(x, y, &text, t, aligns[i], rng),
            };
        }
    });
}
