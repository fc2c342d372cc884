//! The kit of these pages: people and firms that are named on them, and the rows, strips, tables and
//! paragraphs they are set with.

use super::super::facts::{Day, fitting, mark, mark_first, sum};
use crate::pages::compose::{Align, Manner, Type};
use crate::pages::desk::Desk;
use crate::rng::Rng;
use crate::text::{capitals, codes, street, words};

const FIRSTS: &[(&str, bool)] = &[
    ("Anne-Sophie", true),
    ("Gwenaëlle", true),
    ("Maïté", true),
    ("Ségolène", true),
    ("Aïcha", true),
    ("Lucie", true),
    ("Marie-Ange", true),
    ("Héloïse", true),
    ("Katarzyna", true),
    ("Noëlle", true),
    ("Odile", true),
    ("Rachida", true),
    ("Jean-François", false),
    ("Aurélien", false),
    ("Yann", false),
    ("Hédi", false),
    ("Régis", false),
    ("Tanguy", false),
    ("Paolo", false),
    ("Ousmane", false),
    ("Côme", false),
    ("Jean-Noël", false),
    ("Gaétan", false),
    ("Denis", false),
];
const LASTS: &[&str] = &[
    "Le Goff", "de La Tour", "Etcheverry", "Kermarrec", "Bouvier", "Schneider", "Traoré", "Nguyen", "Da Silva",
    "Picard", "Charpentier", "Vasseur", "Benhamou", "Delahaye", "Lacombe", "Pujol", "Rossi", "Haddad", "Kowalski",
    "Maréchal", "Brossard-Vial", "d'Hautefeuille", "Guéguen", "Cazenave", "Weber", "Perrot", "Thévenet", "Mouret",
    "Casanova", "Lemoine",
];

/// Title and name.
pub(super) fn person(rng: &mut Rng) -> (&'static str, String) {
    let (first, woman) = rng.choose(FIRSTS);
    let last = rng.pick(LASTS);
    let name = match rng.below(4) {
        0 => format!("{first} {last}"),
        1 => format!("{} {first}", capitals(last, true)),
        _ => format!("{first} {}", capitals(last, true)),
    };
    let long = rng.chance(0.6);
    (["M.", "Mme", "Monsieur", "Madame"][usize::from(woman) + 2 * usize::from(long)], name)
}

/// Street and town as the last lines of an address.
pub(super) fn address(rng: &mut Rng) -> Vec<String> {
    let (code, town) = rng.choose(words::TOWNS);
    let town = if rng.chance(0.6) { capitals(town, rng.chance(0.5)) } else { town.to_owned() };
    let mut lines = vec![street(rng), format!("{code} {town}")];
    if rng.chance(0.2) {
        lines.insert(
            0,
            rng.pick(&["Bâtiment B - 2e étage", "Résidence Les Tilleuls", "Appt 14", "BP 40217"]).to_owned(),
        );
    }
    lines
}

/// A person's block of address, title and all.
pub(super) fn home(rng: &mut Rng) -> Vec<String> {
    let (title, name) = person(rng);
    let mut lines = vec![format!("{title} {name}")];
    lines.extend(address(rng));
    lines
}

/// A telephone number as letterheads have it.
pub(super) fn phone(rng: &mut Rng) -> String {
    let digits = format!("0{}{}", rng.choose(&["1", "2", "3", "4", "5", "9"]), rng.digits(8));
    let spaced = codes::grouped(&digits, &[2]);
    if rng.chance(0.3) { spaced.replace(' ', ".") } else { spaced }
}

/// Letters and figures of a name, as hosts have them.
pub(super) fn host(name: &str) -> String {
    let bare = capitals(name, false).to_lowercase();
    bare.chars().filter(|c| c.is_ascii_alphanumeric()).take(18).collect()
}

/// A firm with what its papers say of it.
pub(super) struct Firm {
    pub(super) name: String,
    pub(super) lines: Vec<String>,
    pub(super) phone: String,
    pub(super) mail: String,
    pub(super) siret: String,
    pub(super) vat: String,
    pub(super) legal: String,
    pub(super) town: String,
}

pub(super) fn firm(name: &str, rng: &mut Rng) -> Firm {
    let siren = codes::siren(rng);
    let siret = codes::siret(&siren, rng);
    let vat = codes::vat(&siren);
    let spaced = rng.chance(0.6);
    let siret = if spaced { codes::grouped(&siret, &[3, 3, 3, 5]) } else { siret };
    let (code, town) = rng.choose(words::TOWNS);
    let capital = codes::thousands(rng.choose(&[1_000, 7_500, 8_000, 15_245, 40_000, 152_000]), " ");
    let form = rng.pick(&["SARL au capital de", "SAS au capital de", "S.A.R.L. au capital de", "SA au capital de"]);
    Firm {
        name: name.to_owned(),
        lines: vec![street(rng), format!("{code} {}", capitals(town, true))],
        phone: phone(rng),
        mail: format!("{}@{}.fr", rng.pick(&["contact", "compta", "accueil", "info"]), host(name)),
        legal: format!("{form} {capital} € - RCS {town} {}", codes::grouped(&siren, &[3])),
        siret,
        vat: if spaced { format!("{} {}", &vat[..4], codes::grouped(&vat[4..], &[3])) } else { vat },
        town: town.to_owned(),
    }
}

/// An IBAN, in groups or not.
pub(super) fn iban(rng: &mut Rng) -> String {
    let iban = codes::Account::random(rng).iban();
    if rng.chance(0.75) { codes::grouped(&iban, &[4]) } else { iban }
}

/// So many months later.
pub(super) fn later((y, m, d): Day, months: i64) -> Day {
    (y + (m - 1 + months) / 12, (m - 1 + months) % 12 + 1, d)
}

/// How a page writes its sums.
pub(super) fn money(cents: u64, style: usize) -> String {
    match style {
        0 => sum(cents),
        1 => format!("{} €", sum(cents)),
        2 => format!("{} €", sum(cents).replace(' ', "")),
        _ => format!("{} EUR", sum(cents)),
    }
}

/// A label, what it says and the field that this is (none where empty).
pub(super) type Row = (&'static str, String, &'static str);

/// Labels with their values beside them; returns the next baseline.
pub(super) fn beside(
    d: &mut Desk<'_, '_>,
    (x, at, y): (f32, f32, f32),
    rows: &[Row],
    t: (&Type, &Type),
    lead: f32,
) -> f32 {
    for (i, (label, text, name)) in rows.iter().enumerate() {
        d.labelled(name, x, at, y + i as f32 * lead, label, text, t);
    }
    y + rows.len() as f32 * lead
}

/// Labels over their values, in cells side by side between `x` and `x + width`; returns the foot of the cells.
pub(super) fn strip(
    d: &mut Desk<'_, '_>,
    (x, y, width): (f32, f32, f32),
    rows: &[Row],
    t: (&Type, &Type),
    framed: bool,
) -> f32 {
    let cell = width / rows.len().max(1) as f32;
    let high = t.1.size * 2.9;
    for (i, (label, text, name)) in rows.iter().enumerate() {
        let left = x + i as f32 * cell;
        let (small, plain) = (fitting(d, label, t.0, cell - 8.0), fitting(d, text, t.1, cell - 8.0));
        d.left(left + 4.0, y + t.1.size * 1.1, label, &small);
        d.value(name, left + 4.0, y + t.1.size * 2.35, text, &plain);
        if framed {
            d.c.frame(left, y, left + cell, y + high, 0.6);
        }
    }
    y + high
}

/// A table between rules: `aligns` has `l`, `r` or `c` for each column; its frame reaches at least to `foot`.
pub(super) struct Table<'t> {
    pub(super) shares: &'t [f32],
    pub(super) aligns: &'t str,
    pub(super) head: &'t [&'t str],
    pub(super) ruled: bool,
    pub(super) foot: f32,
}

impl Table<'_> {
    /// Sets it; returns its foot.
    pub(super) fn set(
        &self,
        d: &mut Desk<'_, '_>,
        (x, y, width): (f32, f32, f32),
        rows: &[Vec<String>],
        t: (&Type, &Type),
    ) -> f32 {
        let total: f32 = self.shares.iter().sum();
        let mut edges = vec![x];
        for share in self.shares {
            edges.push(edges[edges.len() - 1] + share / total * width);
        }
        let lead = t.1.size * 1.65;
        let head: Vec<String> = self.head.iter().map(|h| (*h).to_owned()).collect();
        let foot = self.foot.max(y + lead * (rows.len() as f32 + 1.4));
        if self.ruled {
            d.c.frame(x, y, x + width, foot, 0.7);
            for edge in &edges[1..edges.len() - 1] {
                d.rule(*edge, y, *edge, foot, 0.5);
            }
        } else {
            d.rule(x, y, x + width, y, 0.8);
            d.rule(x, foot, x + width, foot, 0.8);
        }
        d.rule(x, y + lead, x + width, y + lead, 0.6);
        for (i, row) in std::iter::once(&head).chain(rows).enumerate() {
            let base = y + lead * (i as f32 + 0.7) + if i > 0 { lead * 0.2 } else { 0.0 };
            let look = if i == 0 { t.0 } else { t.1 };
            let mut cells = Vec::new();
            for (j, text) in row.iter().enumerate() {
                cells.push(fitting(d, text, look, edges[j + 1] - edges[j] - 8.0));
            }
            let rng = &mut d.rng;
            d.c.row(|c| {
                for (j, (text, t)) in row.iter().zip(&cells).enumerate() {
                    match self.aligns.as_bytes().get(j) {
                        Some(b'r') => c.text(edges[j + 1] - 4.0, base, text, t, Align::Right, rng),
                        Some(b'c') => c.text((edges[j] + edges[j + 1]) / 2.0, base, text, t, Align::Centre, rng),
                        _ => c.text(edges[j] + 4.0, base, text, t, Align::Left, rng),
                    };
                }
            });
        }
        foot
    }
}

/// A paragraph of which parts are fields; returns the next baseline.
pub(super) fn para(
    d: &mut Desk<'_, '_>,
    (x, y, width): (f32, f32, f32),
    text: &str,
    t: &Type,
    manner: Manner,
    fields: &[(&'static str, &str)],
) -> f32 {
    let since = d.c.lines.len();
    let y = d.paragraph(x, y, width, text, t, t.size * 1.3, manner);
    for (name, value) in fields {
        mark(d, since, name, value);
    }
    y
}

/// Lines under one another, the first of them a field, made to fit `room`; returns the next baseline.
pub(super) fn block(
    d: &mut Desk<'_, '_>,
    (x, y, room): (f32, f32, f32),
    lines: &[String],
    t: &Type,
    name: &'static str,
) -> f32 {
    let since = d.c.lines.len();
    for (i, line) in lines.iter().enumerate() {
        let t = fitting(d, line, t, room);
        d.left(x, y + i as f32 * t.size.max(7.0) * 1.28, line, &t);
    }
    if !name.is_empty() {
        mark_first(d, since, name);
    }
    y + lines.len() as f32 * t.size * 1.28
}

/// Small centred lines at the foot of the sheet, under a rule.
pub(super) fn foot(d: &mut Desk<'_, '_>, lines: &[(String, Vec<(&'static str, String)>)]) {
    let t = d.fonts.body.sized(6.8);
    let (x0, x1) = (d.x0().min(60.0), d.c.width - d.margins[2].min(60.0));
    let top = d.c.height - 22.0 - 9.0 * lines.len() as f32;
    d.rule(x0, top - 9.0, x1, top - 9.0, 0.5);
    for (i, (line, fields)) in lines.iter().enumerate() {
        let t = fitting(d, line, &t, x1 - x0);
        let since = d.c.lines.len();
        d.centre((x0 + x1) / 2.0, top + 9.0 * i as f32, line, &t);
        for (name, value) in fields {
            mark(d, since, name, value);
        }
    }
}
