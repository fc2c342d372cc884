//! The short forms these pages are set in, and the people, firms and accounts they tell of.

use crate::pages::compose::{Align, Manner, Type};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, figures, fitting, mark, mark_first, sum, written};
use crate::rng::Rng;
use crate::text::{capitals, codes, plain, street, words};

pub(super) const L: Align = Align::Left;
pub(super) const R: Align = Align::Right;
pub(super) const C: Align = Align::Centre;

fn no_less(d: &Desk<'_, '_>, t: &Type, size: f32) -> Type {
    let metrics = &t.face.data().metrics;
    let size = if t.face.data().fixed_pitch { size * 0.88 } else { size };
    t.sized(size.max(4.4 / (metrics.x_height * d.c.scale)))
}

/// The body face at a size.
pub(super) fn roman(d: &Desk<'_, '_>, size: f32) -> Type {
    no_less(d, &d.fonts.body, size)
}

pub(super) fn heavy(d: &Desk<'_, '_>, size: f32) -> Type {
    no_less(d, &d.fonts.bold, size)
}

pub(super) fn slanted(d: &Desk<'_, '_>, size: f32) -> Type {
    no_less(d, &d.fonts.italic, size)
}

/// One of some wordings.
pub(super) fn one(d: &mut Desk<'_, '_>, items: &'static [&'static str]) -> &'static str {
    d.rng.pick(items)
}

/// A text, perhaps a field, within `w` points from `x`, smaller where it would not fit.
pub(super) fn put(
    name: &'static str,
    (x, y, w): (f32, f32, f32),
    text: &str,
    t: &Type,
    align: Align,
    d: &mut Desk<'_, '_>,
) {
    if text.is_empty() {
        return;
    }
    let t = fitting(d, text, t, w);
    d.c.value(name, anchor(x, w, align), y, text, &t, align, &mut d.rng);
}

fn anchor(x: f32, w: f32, align: Align) -> f32 {
    match align {
        Align::Left => x,
        Align::Centre => x + w / 2.0,
        Align::Right => x + w,
    }
}

/// A place of a row: name of the field, left edge, width, how it stands, the text.
pub(super) type Cell<'t> = (&'static str, f32, f32, Align, &'t str);

/// Texts on one row.
pub(super) fn row(y: f32, t: &Type, cells: &[Cell<'_>], d: &mut Desk<'_, '_>) {
    let types: Vec<Type> = cells.iter().map(|c| fitting(d, c.4, t, c.2)).collect();
    let rng = &mut d.rng;
    d.c.row(|c| {
        for ((name, x, w, align, text), t) in cells.iter().zip(&types) {
            if !text.is_empty() {
                c.value(name, anchor(*x, *w, *align), y, text, t, *align, rng);
            }
        }
    });
}

/// A label and its value, the value at `at` at the earliest.
pub(super) fn kv(
    name: &'static str,
    (x, at, y): (f32, f32, f32),
    label: &str,
    text: &str,
    types: (&Type, &Type),
    d: &mut Desk<'_, '_>,
) {
    d.labelled(name, x, at, y, label, text, types);
}

/// Labels over values in cells of a frame, as wide as told.
pub(super) fn cells(
    (x, y, h): (f32, f32, f32),
    items: &[(f32, &str, &'static str, &str)],
    size: f32,
    d: &mut Desk<'_, '_>,
) {
    let (small, t) = (roman(d, size - 1.0), heavy(d, size));
    let total: f32 = items.iter().map(|i| i.0).sum();
    let shaded = d.rng.chance(0.5);
    if shaded {
        d.c.fill(x, y, x + total, y + h * 0.45, 225);
    }
    d.c.frame(x, y, x + total, y + h, 0.6);
    if shaded {
        d.rule(x, y + h * 0.45, x + total, y + h * 0.45, 0.5);
    }
    let mut heads: Vec<Cell<'_>> = Vec::new();
    let mut values: Vec<Cell<'_>> = Vec::new();
    let mut left = x;
    for (w, label, name, text) in items {
        heads.push(("", left + 3.0, w - 6.0, C, label));
        values.push((name, left + 3.0, w - 6.0, C, text));
        left += w;
        if left < x + total - 1.0 {
            d.rule(left, y, left, y + h, 0.5);
        }
    }
    row(y + h * 0.32, &small, &heads, d);
    row(y + h * 0.8, &t, &values, d);
}

/// A block of lines, the first of them a field; returns the next baseline.
pub(super) fn address(
    name: &'static str,
    (x, y, w): (f32, f32, f32),
    lines: &[String],
    t: &Type,
    d: &mut Desk<'_, '_>,
) -> f32 {
    let since = d.c.lines.len();
    for (i, line) in lines.iter().enumerate() {
        put("", (x, y + i as f32 * t.size * 1.22, w), line, t, L, d);
    }
    if !name.is_empty() {
        mark_first(d, since, name);
    }
    y + lines.len() as f32 * t.size * 1.22
}

/// Running text without fields; returns the next baseline.
pub(super) fn text((x, y, w): (f32, f32, f32), words: &str, t: &Type, justify: bool, d: &mut Desk<'_, '_>) -> f32 {
    let manner = Manner { justify, ..Manner::RAGGED };
    let room = d.c.height - 16.0;
    d.c.paragraph(x, y, w, words, t, t.size * 1.24, manner, room, &mut d.rng)
}

/// Running text of which parts are fields; returns the next baseline.
pub(super) fn told(
    place: (f32, f32, f32),
    words: &str,
    t: &Type,
    fields: &[(&'static str, &str)],
    d: &mut Desk<'_, '_>,
) -> f32 {
    let since = d.c.lines.len();
    let y = text(place, words, t, false, d);
    for (name, value) in fields {
        mark(d, since, name, value);
    }
    y
}

/// Small print in the middle of the foot, line by line, of which parts are fields.
pub(super) fn foot(y: f32, lines: &[String], size: f32, fields: &[(&'static str, &str)], d: &mut Desk<'_, '_>) {
    let t = roman(d, size);
    let since = d.c.lines.len();
    let w = d.c.width - 60.0;
    for (i, line) in lines.iter().enumerate() {
        put("", (30.0, y + i as f32 * t.size * 1.25, w), line, &t, C, d);
    }
    for (name, value) in fields {
        mark(d, since, name, value);
    }
}

/// How a table is ruled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Look {
    Boxed,
    Columns,
    Lines,
    Striped,
    Bare,
}

/// A table: columns as width, alignment, head, name of the field.
pub(super) struct Grid<'g> {
    pub(super) x: f32,
    pub(super) columns: &'g [(f32, Align, &'g str, &'static str)],
    pub(super) look: Look,
    pub(super) size: f32,
    pub(super) pitch: f32,
}

fn line_of<'t>(g: &Grid<'_>, texts: impl Iterator<Item = &'t str>, named: bool) -> Vec<Cell<'t>> {
    let mut x = g.x;
    let mut out = Vec::new();
    for ((w, align, _, name), text) in g.columns.iter().zip(texts) {
        out.push((if named { *name } else { "" }, x + 3.0, w - 6.0, *align, text));
        x += w;
    }
    out
}

/// Sets a table from `top` down to `foot` at least; returns its lower edge. What follows a newline stands under its cell.
pub(super) fn grid(g: &Grid<'_>, top: f32, foot: f32, rows: &[Vec<String>], d: &mut Desk<'_, '_>) -> f32 {
    let (t, head, fine) = (roman(d, g.size), heavy(d, g.size), slanted(d, g.size - 0.8));
    let width: f32 = g.columns.iter().map(|c| c.0).sum();
    let mut y = top;
    if g.columns.iter().any(|c| !c.2.is_empty()) {
        let two = g.columns.iter().any(|c| c.2.contains('|'));
        let h = g.pitch * if two { 1.9 } else { 1.25 };
        if !matches!(g.look, Look::Bare | Look::Lines) && d.rng.chance(0.7) {
            d.c.fill(g.x, y, g.x + width, y + h, 218);
        }
        for part in 0..=usize::from(two) {
            let texts = g.columns.iter().map(|c| c.2.split('|').nth(part).unwrap_or_default());
            let line: Vec<Cell<'_>> = line_of(g, texts, false)
                .into_iter()
                .map(|c| (c.0, c.1, c.2, if c.3 == L { L } else { C }, c.4))
                .collect();
            let line: Vec<Cell<'_>> = if matches!(g.look, Look::Boxed | Look::Columns) {
                line
            } else {
                line.into_iter().zip(g.columns).map(|(c, k)| (c.0, c.1, c.2, k.1, c.4)).collect()
            };
            row(y + g.pitch * (0.85 + 0.85 * part as f32), &head, &line, d);
        }
        y += h;
        if g.look != Look::Bare {
            d.rule(g.x, y, g.x + width, y, 0.7);
        }
    }
    for (i, cells) in rows.iter().enumerate() {
        let lines = cells.iter().map(|c| c.split('\n').count()).max().unwrap_or(1);
        let h = g.pitch + (lines - 1) as f32 * g.pitch * 0.75;
        if g.look == Look::Striped && i % 2 == 1 {
            d.c.fill(g.x, y, g.x + width, y + h, 238);
        }
        for part in 0..lines {
            let texts = cells.iter().map(|c| c.split('\n').nth(part).unwrap_or_default());
            let at = y + g.pitch * (0.72 + 0.75 * part as f32);
            row(at, if part == 0 { &t } else { &fine }, &line_of(g, texts, part == 0), d);
        }
        y += h;
        if matches!(g.look, Look::Boxed | Look::Lines) {
            d.rule(g.x, y, g.x + width, y, if g.look == Look::Boxed { 0.5 } else { 0.3 });
        }
    }
    let bottom = y.max(foot);
    if matches!(g.look, Look::Boxed | Look::Columns) {
        let end = if g.look == Look::Boxed { y } else { bottom };
        d.c.frame(g.x, top, g.x + width, end, 0.7);
        let mut x = g.x;
        for c in &g.columns[..g.columns.len() - 1] {
            x += c.0;
            d.rule(x, top, x, end, 0.5);
        }
    }
    bottom
}

/// A letterhead's mark: drawn shapes, which reach past their square.
pub(super) fn emblem(x: f32, y: f32, size: f32, d: &mut Desk<'_, '_>) {
    crate::pages::marks::logo(d.c, x + size * 0.16, y + size * 0.2, size * 0.55, &mut d.rng);
}

/// A number of days later.
pub(super) fn later((mut y, mut m, mut day): Day, days: i64) -> Day {
    day += days;
    loop {
        let length = match m {
            2 if y % 4 == 0 => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if day <= length {
            return (y, m, day);
        }
        day -= length;
        m += 1;
        if m > 12 {
            (y, m) = (y + 1, 1);
        }
    }
}

/// A working day of the years from 2012 to 2026.
pub(super) fn lately(d: &mut Desk<'_, '_>) -> Day {
    (d.rng.between(2012, 2026), d.rng.between(1, 12), d.rng.between(1, 28))
}

/// `12/03/2024`.
pub(super) fn slashed(day: Day) -> String {
    figures(day, "/")
}

/// How a page spells its days: all in figures, or written out.
pub(super) fn spelling(d: &mut Desk<'_, '_>) -> fn(Day) -> String {
    if d.rng.chance(0.65) { slashed } else { written }
}

/// A letter's date, nearly always written out.
pub(super) fn letter_day(d: &mut Desk<'_, '_>, day: Day) -> String {
    if d.rng.chance(0.8) { written(day) } else { slashed(day) }
}

/// How a page spells its sums.
pub(super) fn coin(d: &mut Desk<'_, '_>) -> fn(u64) -> String {
    d.rng.choose(&[with_sign as fn(u64) -> String, with_sign, bare, solid])
}

pub(super) fn with_sign(cents: u64) -> String {
    format!("{} €", sum(cents))
}

pub(super) fn bare(cents: u64) -> String {
    sum(cents)
}

fn solid(cents: u64) -> String {
    format!("{},{:02} €", cents / 100, cents % 100)
}

/// Letters and figures of a name, as hosts of the web have it.
pub(super) fn slug(name: &str) -> String {
    let flat: String = name.chars().map(plain).collect::<String>().to_lowercase();
    flat.chars().filter(char::is_ascii_alphanumeric).take(22).collect()
}

/// A telephone number that starts so.
pub(super) fn phone(rng: &mut Rng, start: &str) -> String {
    let code = format!("{start}{}", rng.digits(10 - start.len()));
    let mark = rng.choose(&[" ", " ", ".", " "]);
    codes::grouped(&code, &[2]).replace(' ', mark)
}

/// A street and a town with its code, the town in capitals.
pub(super) fn place(rng: &mut Rng) -> (Vec<String>, &'static str) {
    let (code, town) = rng.choose(words::TOWNS);
    let accents = rng.chance(0.5);
    (vec![street(rng), format!("{code} {}", capitals(town, accents))], town)
}

/// A person with an address; the name with its title.
pub(super) struct Citizen {
    pub(super) who: Someone,
    pub(super) name: String,
    pub(super) home: Vec<String>,
    pub(super) town: &'static str,
}

impl Citizen {
    pub(super) fn random(rng: &mut Rng) -> Citizen {
        let who = Someone::born(rng, 1945, 1999);
        let (home, town) = place(rng);
        let long = rng.chance(0.4);
        Citizen { name: format!("{} {}", who.title(long), who.full()), who, home, town }
    }

    /// The block of address.
    pub(super) fn block(&self) -> Vec<String> {
        [vec![self.name.clone()], self.home.clone()].concat()
    }

    pub(super) fn mail(&self, rng: &mut Rng) -> String {
        let host = rng.pick(&["orange.fr", "gmail.com", "free.fr", "laposte.net", "sfr.fr", "outlook.fr"]);
        format!("{}.{}@{host}", slug(&self.who.firsts[0]), slug(&self.who.last))
    }

    /// The social security number with its key, that of this birth.
    pub(super) fn nir(&self, rng: &mut Rng) -> String {
        let sex = if self.who.sex == 'M' { 1 } else { 2 };
        let (y, m, _) = self.who.birth;
        let dep = if self.who.department().len() == 2 { self.who.department() } else { "97" };
        let dep = if dep == "20" { "13" } else { dep };
        let body = format!("{sex}{:02}{m:02}{dep}{:03}{:03}", y % 100, rng.between(4, 480), rng.between(3, 690));
        let key = 97 - body.parse::<u64>().unwrap_or(0) % 97;
        format!("{body}{key:02}")
    }
}

/// A firm with whatever its papers say.
pub(super) struct Firm {
    pub(super) name: String,
    pub(super) form: &'static str,
    pub(super) seat: Vec<String>,
    pub(super) town: &'static str,
    pub(super) siren: String,
    pub(super) siret: String,
    pub(super) vat: String,
    pub(super) ape: String,
    pub(super) capital: String,
    pub(super) phone: String,
    pub(super) mail: String,
    pub(super) web: String,
}

impl Firm {
    pub(super) fn named(name: &str, ape: &str, rng: &mut Rng) -> Firm {
        let siren = codes::siren(rng);
        let plain_siret = codes::siret(&siren, rng);
        let vat = codes::vat(&siren);
        let (seat, town) = place(rng);
        let host = slug(name);
        let spaced = rng.chance(0.6);
        let start = rng.choose(&["01", "02", "03", "04", "05", "09"]);
        let box_name = rng.pick(&["contact", "info", "accueil", "compta"]);
        Firm {
            form: rng.pick(&["SARL", "SAS", "SARL", "EURL", "SA"]),
            siret: if spaced { codes::grouped(&plain_siret, &[3, 3, 3, 5]) } else { plain_siret },
            vat: if spaced { codes::grouped(&vat, &[4, 3]) } else { vat },
            capital: codes::thousands(rng.between(5, 400) as u64 * 1000, " "),
            phone: phone(rng, start),
            mail: format!("{box_name}@{host}.fr"),
            web: format!("www.{host}.fr"),
            name: name.to_owned(),
            ape: ape.to_owned(),
            seat,
            town,
            siren,
        }
    }

    pub(super) fn block(&self) -> Vec<String> {
        [vec![self.name.clone()], self.seat.clone()].concat()
    }

    /// `RCS Lyon 552 100 554`.
    pub(super) fn register(&self) -> String {
        format!("RCS {} {}", self.town, codes::grouped(&self.siren, &[3]))
    }
}

/// A surname as firms bear it.
pub(super) fn surname(rng: &mut Rng) -> String {
    Someone::random(rng).last
}

/// A line of text of which parts are fields.
pub(super) fn line((x, y): (f32, f32), words: &str, t: &Type, fields: &[(&'static str, &str)], d: &mut Desk<'_, '_>) {
    let room = d.c.width - x - 18.0;
    let t = fitting(d, words, t, room);
    let since = d.c.lines.len();
    d.left(x, y, words, &t);
    for (name, value) in fields {
        mark(d, since, name, value);
    }
}
