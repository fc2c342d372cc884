//! What these pages share: people, rows of forms, sentences and tables with fields, cards on a sheet.

use super::super::facts::{Someone, fitting, mark, tick};
use crate::faces::{FaceClass, Wish};
use crate::pages::compose::{Align, Manner, Type};
use crate::pages::desk::Desk;
use crate::rng::Rng;
use crate::text::{capitals, codes, plain};

const LASTS: &[&str] = &[
    "Abadie", "Ait Ouali", "Bouazza", "Castaing", "Cissé", "Da Silva", "Delacourt", "de Kermadec", "Diallo",
    "Etcheverry", "Gourmelon", "Hoarau", "Kerbrat", "Koffi", "Le Tallec", "Mangin", "Mouchard-Vial", "Nguyen Van",
    "Ostermann", "Pietri", "Quillévéré", "Raharison", "Sabatier", "Tessier", "Urruty", "Vanhoutte", "Wendling",
    "Yildiz", "Zimmermann", "du Plessis", "Péchoux", "Santoni",
];
const MEN: &[&str] = &[
    "Anatole", "Bastien", "Clément", "Désiré", "Enzo", "Félicien", "Gaëtan", "Ibrahima", "Jean-Noël", "Léandre",
    "Moussa", "Octave", "Paul-Henri", "Rémi", "Sacha", "Tanguy", "Ulysse", "Yann",
];
const WOMEN: &[&str] = &[
    "Adèle", "Aminata", "Blandine", "Camille", "Delphine", "Estelle", "Faustine", "Ghislaine", "Hortense", "Khadija",
    "Lucie", "Marie-Ange", "Nadège", "Ophélie", "Priscilla", "Rose-Marie", "Salomé", "Violette",
];
pub(super) const TOWNS: &[(&str, &str)] = &[
    ("01000", "Bourg-en-Bresse"),
    ("04000", "Digne-les-Bains"),
    ("16000", "Angoulême"),
    ("20200", "Bastia"),
    ("22300", "Lannion"),
    ("27000", "Évreux"),
    ("33500", "Libourne"),
    ("36000", "Châteauroux"),
    ("39000", "Lens-le-Saunier"),
    ("46000", "Cahors"),
    ("47000", "Agen"),
    ("52000", "Chaumont"),
    ("55000", "Bar-le-Duc"),
    ("59140", "Dunkerque"),
    ("60000", "Beauvais"),
    ("64100", "Bayonne"),
    ("67500", "Haguenau"),
    ("70000", "Vesoul"),
    ("76200", "Dieppe"),
    ("97410", "Saint-Pierre"),
    ("85100", "Les Sables-d'Olonne"),
    ("95000", "Cergy"),
    ("91300", "Massy"),
];
const STREETS: &[&str] = &[
    "rue des Tanneurs", "avenue de la Marne", "chemin des Vignes", "place du Marché aux Grains", "rue Kléber",
    "impasse des Mimosas", "boulevard Carnot", "allée des Peupliers", "route de Saint-Martin", "rue du Puits Salé",
    "quai des Chartrons", "rue Louise Michel", "cité Bel-Air", "lotissement Les Genêts", "rue du Faubourg d'Arras",
];

/// Someone with an address and numbers.
pub(super) struct Person {
    pub(super) who: Someone,
    pub(super) street: String,
    pub(super) post: (&'static str, &'static str),
    pub(super) phone: String,
    pub(super) mail: String,
    /// Without spaces.
    pub(super) nir: String,
}

/// A person of French names.
pub(super) fn person(rng: &mut Rng, from: i64, to: i64) -> Person {
    let mut who = Someone::born(rng, from, to);
    if rng.chance(0.6) {
        rng.pick(LASTS).clone_into(&mut who.last);
        who.firsts =
            (0..rng.between(1, 3)).map(|_| rng.pick(if who.sex == 'M' { MEN } else { WOMEN }).to_owned()).collect();
        who.firsts.sort();
        who.firsts.dedup();
        who.born_at = rng.choose(TOWNS);
    }
    let (y, m, _) = who.birth;
    let department = if who.department() == "20" { "2B" } else { &who.born_at.0[..2] };
    let sex = if who.sex == 'M' { 1 } else { 2 };
    let body = format!("{sex}{:02}{m:02}{department}{:03}{:03}", y % 100, rng.between(1, 480), rng.between(1, 600));
    let key = 97 - body.replace("2B", "18").parse::<u64>().unwrap_or(0) % 97;
    let letters =
        |name: &str| -> String { name.to_lowercase().chars().map(plain).filter(char::is_ascii_alphanumeric).collect() };
    let host = rng.pick(&["orange.fr", "laposte.net", "gmail.com", "free.fr", "outlook.fr", "sfr.fr"]);
    let mail = format!("{}.{}@{host}", letters(&who.firsts[0]), letters(&who.last));
    let phone = format!("0{}{}", rng.choose(&[1, 2, 3, 4, 5, 6, 6, 7, 9]), rng.digits(8));
    let phone = codes::grouped(&phone, &[2]).replace(' ', rng.pick(&[" ", " ", ".", ""]));
    let street = street(rng);
    Person { who, street, post: rng.choose(TOWNS), phone, mail, nir: format!("{body}{key:02}") }
}

/// A person of this sex.
pub(super) fn person_of(rng: &mut Rng, sex: char, from: i64, to: i64) -> Person {
    let mut p = person(rng, from, to);
    while p.who.sex != sex {
        p = person(rng, from, to);
    }
    p
}

pub(super) fn street(rng: &mut Rng) -> String {
    format!("{}{} {}", rng.between(1, 140), rng.pick(&["", "", ",", " bis"]), rng.pick(STREETS))
}

impl Person {
    /// The NIR in its groups.
    pub(super) fn grouped_nir(&self) -> String {
        codes::grouped(&self.nir, &[1, 2, 2, 2, 3, 3, 2])
    }

    /// Postcode and town in capitals.
    pub(super) fn town(&self) -> String {
        format!("{} {}", self.post.0, capitals(self.post.1, true))
    }

    /// Title and name, street, town: as on an envelope.
    pub(super) fn envelope(&self) -> Vec<String> {
        let name = capitals(&self.who.full(), true);
        vec![format!("{} {name}", self.who.title(false)), capitals(&self.street, true), self.town()]
    }
}

pub(super) fn body(d: &Desk<'_, '_>, size: f32) -> Type {
    d.fonts.body.sized(size)
}

pub(super) fn bold(d: &Desk<'_, '_>, size: f32) -> Type {
    d.fonts.bold.sized(size)
}

/// A value, or plain text where it has no name, no wider than `room`; returns its width.
pub(super) fn put(
    d: &mut Desk<'_, '_>,
    name: &'static str,
    (x, y): (f32, f32),
    text: &str,
    t: &Type,
    room: f32,
) -> f32 {
    let t = fitting(d, text, t, room);
    d.value(name, x, y, text, &t)
}

/// Lines centred on one another; returns the next baseline.
pub(super) fn mid(d: &mut Desk<'_, '_>, (x, y): (f32, f32), lines: &[&str], t: &Type, room: f32) -> f32 {
    let mut y = y;
    for line in lines {
        let fit = fitting(d, line, t, room);
        d.centre(x, y, line, &fit);
        y += t.size * 1.3;
    }
    y
}

/// A paragraph with fields in it; returns the next baseline.
pub(super) fn say(
    d: &mut Desk<'_, '_>,
    (x, y): (f32, f32),
    width: f32,
    text: &str,
    t: &Type,
    fields: &[(&'static str, &str)],
) -> f32 {
    let since = d.c.lines.len();
    let y = d.paragraph(x, y, width, text, t, t.size * 1.3, Manner { align: Align::Left, ..Manner::RAGGED });
    for (name, value) in fields {
        mark(d, since, name, value);
    }
    y
}

/// Labels with values beside them; returns the next baseline.
pub(super) fn pairs(
    d: &mut Desk<'_, '_>,
    (x, at, y): (f32, f32, f32),
    (room, lead): (f32, f32),
    (small, large): (&Type, &Type),
    rows: &[(&str, &str, &'static str)],
) -> f32 {
    let mut y = y;
    for (label, value, name) in rows {
        let width = d.c.measure(label, small, &mut d.rng).max(at - x);
        let fit = fitting(d, value, large, room - width - 4.0);
        d.labelled(name, x, at, y, label, value, (small, &fit));
        y += lead;
    }
    y
}

/// A table of columns of these widths, the first row its head; returns the baseline after it.
pub(super) fn table(
    d: &mut Desk<'_, '_>,
    (x, y): (f32, f32),
    widths: &[f32],
    rows: &[Vec<String>],
    t: &Type,
    fields: &[(&'static str, &str)],
) -> f32 {
    let (since, pitch) = (d.c.lines.len(), t.size * 1.75);
    let all: f32 = widths.iter().sum();
    let top = y - t.size * 1.2;
    for (i, row) in rows.iter().enumerate() {
        let fits = if i == 0 { bold(d, t.size) } else { t.clone() };
        let (line, mut at) = (y + i as f32 * pitch, x);
        for (cell, width) in row.iter().zip(widths) {
            put(d, "", (at + 3.0, line), cell, &fits, width - 6.0);
            at += width;
        }
        d.rule(x, top + i as f32 * pitch, x + all, top + i as f32 * pitch, 0.5);
    }
    let bottom = top + rows.len() as f32 * pitch;
    d.rule(x, bottom, x + all, bottom, 0.5);
    let mut at = x;
    for width in std::iter::once(&0.0).chain(widths) {
        at += width;
        d.rule(at, top, at, bottom, 0.5);
    }
    for (name, value) in fields {
        mark(d, since, name, value);
    }
    bottom + t.size * 1.6
}

/// Lines of a machine-readable zone, as wide as `room`; returns the next baseline.
pub(super) fn zone(d: &mut Desk<'_, '_>, (x, y): (f32, f32), lines: &[String], room: f32) -> f32 {
    let face = d.c.faces.choose(&[FaceClass::Ocr, FaceClass::Mono], Wish::default(), &mut d.rng);
    let plain = d.fonts.body.sized(14.0);
    let t = face.map_or(plain.clone(), |face| Type { face, tracking: 0.0, stretch: 1.0, small_caps: false, ..plain });
    let t = lines.first().map_or(t.clone(), |line| fitting(d, line, &t, room));
    for (i, line) in lines.iter().enumerate() {
        put(d, "mrz", (x, y + i as f32 * t.size * 1.5), line, &t, room);
    }
    y + lines.len() as f32 * t.size * 1.5
}

/// A corner of a card on a sheet, and how much larger than in life it is.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) k: f32,
    /// Width and height in life.
    pub(super) size: (f32, f32),
}

/// Where on a card, type size (bold where negative), text, field.
pub(super) type Item<'a> = (f32, f32, f32, &'a str, &'static str);

impl Spot {
    /// The card's outline and what is printed on it, none of it past its right edge.
    pub(super) fn print(self, d: &mut Desk<'_, '_>, items: &[Item<'_>]) {
        for (x, y, size, text, name) in items {
            let t = if *size < 0.0 { bold(d, -size * self.k) } else { body(d, size * self.k) };
            let at = self.at(*x, *y);
            // What stands further right on the same row is left its room.
            let next = items.iter().filter(|i| i.0 > *x && (i.1 - y).abs() < 4.0).map(|i| i.0 - 3.0);
            let room = next.fold(self.size.0 - 5.0, f32::min) - x;
            put(d, name, at, text, &t, room * self.k);
        }
    }

    pub(super) fn at(self, x: f32, y: f32) -> (f32, f32) {
        (self.x + x * self.k, self.y + y * self.k)
    }

    pub(super) fn edge(self, d: &mut Desk<'_, '_>) {
        let (x1, y1) = self.at(self.size.0, self.size.1);
        d.c.fill(self.x, self.y, x1, y1, d.rng.between(222, 246) as u8);
        d.c.frame(self.x, self.y, x1, y1, 0.6);
    }

    pub(super) fn photo(self, d: &mut Desk<'_, '_>, (x, y, w, h): (f32, f32, f32, f32)) {
        let at = self.at(x, y);
        crate::pages::marks::photo(d.c, at.0, at.1, w * self.k, h * self.k, &mut d.rng);
    }

    pub(super) fn zone(self, d: &mut Desk<'_, '_>, (x, y): (f32, f32), lines: &[String]) {
        zone(d, self.at(x, y), lines, (self.size.0 - 2.0 * x) * self.k);
    }
}

/// Where `count` sides of a card lie on the sheet: one under the other, enlarged or not; over all of a sheet of the card's size.
pub(super) fn spots(d: &mut Desk<'_, '_>, size: (f32, f32), count: usize) -> Vec<Spot> {
    if d.c.width < size.0 * 1.2 {
        return vec![Spot { x: 0.0, y: 0.0, k: d.c.width / size.0, size }];
    }
    let most = ((d.c.width - 60.0) / size.0).min((d.c.height - 90.0) / (count as f32 * size.1 + 20.0));
    let k = d.rng.range(1.0_f32.min(most), most.min(2.1));
    let x = if d.rng.chance(0.5) {
        (d.c.width - size.0 * k) / 2.0
    } else {
        d.rng.range(25.0, d.c.width - size.0 * k - 25.0)
    };
    let spare = d.c.height - 60.0 - count as f32 * size.1 * k;
    let gap = d.rng.range(8.0, (spare / count as f32).clamp(9.0, 90.0));
    let y = 30.0 + d.rng.range(0.0, (spare - gap * count as f32).max(1.0)) * 0.6;
    (0..count).map(|i| Spot { x, y: y + i as f32 * (size.1 * k + gap), k, size }).collect()
}

/// How a form is to be filled in.
#[derive(Clone, Copy, PartialEq)]
pub(super) enum Look {
    Dots,
    Rules,
    Boxes,
    Cells,
    Combs,
}

/// A label with its value, its field and its share of the row; with a step to each character where it asks for one.
pub(super) struct Cell(pub(super) &'static str, pub(super) String, pub(super) &'static str, pub(super) f32);

/// A part of a form.
pub(super) enum Bit {
    Head(&'static str),
    Note(&'static str),
    Row(Vec<Cell>),
    Ticks(&'static str, &'static [&'static str]),
}

/// Sets a form's parts between two heights, as far apart as fills the room.
pub(super) fn form(d: &mut Desk<'_, '_>, (y, bottom): (f32, f32), look: Look, bits: &[Bit]) -> f32 {
    let (x0, x1) = (d.x0().min(50.0), d.x1().max(d.c.width - 50.0));
    let high = if matches!(look, Look::Dots | Look::Rules) { 1.0 } else { 1.75 };
    let lines = |text: &str| (text.chars().count() as f32 * 3.9 / (x1 - x0)).ceil();
    let share = |bit: &Bit| match bit {
        Bit::Head(_) => 1.7,
        Bit::Note(text) => lines(text) * 0.75 + 0.3,
        Bit::Row(_) => high,
        Bit::Ticks(..) => 1.1,
    };
    let unit = ((bottom - y) / bits.iter().map(share).sum::<f32>()).clamp(9.0, 22.0);
    let size = (unit * 0.52).clamp(6.5, 9.5);
    let larger = d.rng.range(0.0, 0.8);
    let (t, b, filled) = (body(d, size), bold(d, size + 0.7), body(d, size + larger));
    let barred = d.rng.chance(0.5);
    let mut y = y;
    for bit in bits {
        let next = y + share(bit) * unit;
        match bit {
            Bit::Head(text) => {
                if barred {
                    d.c.fill(x0, y + unit * 0.35, x1, y + unit * 1.45, 205);
                } else {
                    d.rule(x0, y + unit * 1.4, x1, y + unit * 1.4, 0.8);
                }
                put(d, "", (x0 + 3.0, y + unit * 1.15), text, &b, x1 - x0 - 6.0);
            }
            Bit::Note(text) => {
                say(d, (x0, y + unit * 0.7), x1 - x0, text, &body(d, size * 0.85), &[]);
            }
            Bit::Ticks(label, options) => {
                let on = d.rng.below(options.len());
                let all = format!("{label}      {}", options.join("          "));
                let t = fitting(d, &all, &t, x1 - x0 - 10.0 * options.len() as f32);
                let mut x = x0 + d.left(x0, y + unit * 0.75, label, &t) + 9.0;
                for (i, option) in options.iter().enumerate() {
                    tick(d, x, y + unit * 0.75, t.size * 0.8, i == on);
                    x += t.size + 2.0;
                    x += d.left(x, y + unit * 0.75, option, &t) + 12.0;
                }
            }
            Bit::Row(cells) => {
                let whole: f32 = cells.iter().map(|c| c.3).sum();
                let mut x = x0;
                for cell in cells {
                    let w = (x1 - x0) * cell.3 / whole;
                    place(d, (x, y, w, unit), look, cell, (&t, &filled));
                    x += w;
                }
            }
        }
        y = next;
    }
    y
}

/// One label and its value in their place.
fn place(
    d: &mut Desk<'_, '_>,
    (x, y, w, unit): (f32, f32, f32, f32),
    look: Look,
    cell: &Cell,
    (t, filled): (&Type, &Type),
) {
    let Cell(label, value, name, _) = cell;
    if matches!(look, Look::Dots | Look::Rules) {
        let y = y + unit * 0.75;
        let label = format!("{label}{}", if label.is_empty() { "" } else { " :" });
        let fit = fitting(d, &label, t, w * 0.62);
        let width = d.c.measure(&label, &fit, &mut d.rng) + 4.0;
        let fill = fitting(d, value, filled, w - width - 8.0);
        d.labelled(name, x, x + width, y, &label, value, (&fit, &fill));
        if look == Look::Dots {
            d.c.dotted(x + width, x + w - 6.0, y + 2.0);
        } else {
            d.rule(x + width, y + 2.5, x + w - 6.0, y + 2.5, 0.4);
        }
        return;
    }
    let small = fitting(d, label, &t.sized(t.size * 0.84), w - 8.0);
    let (top, foot) = (y + unit * 0.05, y + unit * 1.6);
    let inset = if look == Look::Cells { 3.0 } else { 0.0 };
    d.left(x + inset, top + small.size, label, &small);
    let base = foot - unit * 0.2;
    let short = !value.is_empty() && value.chars().all(|c| c.is_ascii_digit() || c == ' ') && !name.is_empty();
    match look {
        Look::Cells => d.c.frame(x, top - unit * 0.1, x + w, foot + unit * 0.1, 0.5),
        Look::Combs if short => {
            let count = value.chars().filter(|c| *c != ' ').count() as f32;
            let step = ((w - 8.0) / count).min(filled.size * 1.25);
            for i in 0..=count as usize {
                d.rule(x + i as f32 * step, foot - unit * 0.4, x + i as f32 * step, foot, 0.5);
            }
            d.rule(x, foot, x + count * step, foot, 0.5);
            return d.c.spaced(x, base, value, name, &filled.sized(filled.size.min(step * 1.5)), step, &mut d.rng);
        }
        _ => d.c.frame(x, top + small.size * 1.4, x + w - 6.0, foot, 0.5),
    }
    put(d, name, (x + 3.0, base), value, filled, w - 12.0);
}
