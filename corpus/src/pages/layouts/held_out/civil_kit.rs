//! What the papers of civil status, of town halls and of benefit offices share: communes, given names, combs, ticks, heads of the State.

use crate::pages::layouts::facts::{Day, in_words};
use crate::pages::layouts::kit::pen::{Pen, Ty, Who};
use crate::text::{capitals, codes, plain};

/// Postcode, name, department.
pub(super) type Commune = (&'static str, &'static str, &'static str);

const COMMUNES: &[Commune] = &[
    ("41200", "Romorantin-Lanthenay", "Loir-et-Cher"),
    ("29200", "Brest", "Finistère"),
    ("80100", "Abbeville", "Somme"),
    ("12100", "Millau", "Aveyron"),
    ("93200", "Saint-Denis", "Seine-Saint-Denis"),
    ("54700", "Pont-à-Mousson", "Meurthe-et-Moselle"),
    ("33500", "Libourne", "Gironde"),
    ("74200", "Thonon-les-Bains", "Haute-Savoie"),
    ("61000", "Alençon", "Orne"),
    ("19100", "Brive-la-Gaillarde", "Corrèze"),
    ("84400", "Apt", "Vaucluse"),
    ("02100", "Saint-Quentin", "Aisne"),
    ("43000", "Le Puy-en-Velay", "Haute-Loire"),
    ("65000", "Tarbes", "Hautes-Pyrénées"),
    ("91150", "Étampes", "Essonne"),
    ("69700", "Givors", "Rhône"),
];

pub(super) fn commune(p: &Pen<'_, '_, '_>) -> Commune {
    COMMUNES[p.any(0, COMMUNES.len() as i64 - 1) as usize]
}

/// All given names, the everyday one first.
pub(super) fn givens(p: &Pen<'_, '_, '_>, who: &Who, mark: &str) -> String {
    let mut all = vec![who.first];
    for _ in 0..p.any(0, 3) {
        let other = p.who(1950, 1990);
        if other.woman == who.woman && !all.contains(&other.first) {
            all.push(other.first);
        }
    }
    all.join(mark)
}

/// Someone of this sex.
pub(super) fn of_sex(p: &Pen<'_, '_, '_>, woman: bool, from: i64, to: i64) -> Who {
    let mut who = p.who(from, to);
    while who.woman != woman {
        who = p.who(from, to);
    }
    who
}

/// Some days later in the same month.
pub(super) fn later((y, m, d): Day, days: i64) -> Day {
    (y, m, (d + days).min(28))
}

/// `huit heures quarante-cinq minutes`.
pub(super) fn hour(p: &Pen<'_, '_, '_>) -> String {
    let (h, m) = (p.any(2, 23) as u64, p.any(1, 59) as u64);
    format!("{} heures {} minute{}", in_words(h), in_words(m).replace("un", "une"), if m > 1 { "s" } else { "" })
}

/// The mark of the State as its offices have it on their letters: three lines and a motto.
pub(super) fn state(p: &mut Pen<'_, '_, '_>, x: f32, y: f32, lines: &[&str]) -> f32 {
    p.d.rule(x, y - 20.0, x + 13.0, y - 20.0, 7.0);
    p.d.rule(x + 18.0, y - 20.0, x + 31.0, y - 20.0, 7.0);
    let lines: Vec<String> = lines.iter().map(|l| (*l).to_owned()).collect();
    let y = p.block(x, y, 180.0, Ty::Bold, &lines);
    p.block(x, y + 2.0, 100.0, Ty::Tiny, &["Liberté".into(), "Égalité".into(), "Fraternité".into()])
}

/// The name of a place in letters that web addresses bear.
pub(super) fn web(name: &str) -> String {
    let low: String = name.chars().map(plain).collect::<String>().to_lowercase();
    low.replace(|c: char| !c.is_ascii_alphanumeric(), "-")
}

/// Upper case, with its accents at times.
pub(super) fn upper(p: &Pen<'_, '_, '_>, text: &str) -> String {
    capitals(text, p.chance(0.6))
}

pub(super) fn phone(p: &mut Pen<'_, '_, '_>) -> String {
    codes::phone(&mut p.d.rng)
}
