//! Letters by who writes them: persons, offices, companies.
//!
//! Responsible for what such letters have in common: whom they are addressed to, how their text is put together. Unlike the
//! letters of the mail's mix, whose head, foot and text are drawn apart from one another, everything on these is of one sender.
//! Not responsible for letters of one purpose (see `correspondence`).

mod firm;
mod firm_words;
mod office;
mod office_words;
mod offices;
mod person;
mod person_words;

pub(super) use firm::firm;
pub(super) use office::office;
pub(super) use person::person;

use super::facts::{Someone, dated, day, line_with, mark, sum};
use super::sheet::Sheet;
use crate::pages::compose::{Align, Manner};
use crate::pages::desk::Desk;
use crate::rng::Rng;
use crate::text::{codes, street, town, words};

/// What a letter is about.
struct Matter {
    subject: &'static str,
    /// Sentences of which one opens the letter.
    opens: &'static [&'static str],
    /// Sentences of which some follow, in this order.
    follow: &'static [&'static str],
}

/// Departments after "de".
const DEPARTMENTS: &[&str] = &[
    "de la Loire", "du Rhône", "de l'Isère", "des Yvelines", "du Finistère", "d'Indre-et-Loire", "de la Somme",
    "du Puy-de-Dôme", "de l'Aude", "des Landes", "de la Haute-Savoie", "du Val-d'Oise",
];

/// A text with what its braces name filled in: a day, a sum, a street, a person, a town, a department, a number.
fn filled(text: &str, rng: &mut Rng) -> String {
    let mut out = String::new();
    for piece in text.split_inclusive('}') {
        let Some((before, slot)) = piece.strip_suffix('}').and_then(|p| p.split_once('{')) else {
            out.push_str(piece);
            continue;
        };
        out.push_str(before);
        out.push_str(&match slot {
            "day" => {
                let when = day(rng, 2021, 2026);
                dated(when, rng)
            }
            // In running text: a space in it could end a line.
            "sum" => format!("{} €", sum(rng.log_range(1_500.0, 600_000.0) as u64).replace(' ', "")),
            "street" => street(rng),
            "name" => Someone::random(rng).full(),
            "surname" => Someone::random(rng).surname(),
            "town" => rng.choose(words::TOWNS).1.to_owned(),
            "department" => rng.pick(DEPARTMENTS).to_owned(),
            "number" => rng.between(2, 48).to_string(),
            "year" => rng.between(2019, 2026).to_string(),
            _ => codes::reference(rng).replace("Réf. : ", "").replace("n° ", ""),
        });
    }
    out
}

/// Whoever is written to: the county council or one of its services, by name at times; or somebody else.
fn addressee(d: &mut Desk<'_, '_>, council: f32) -> Vec<String> {
    let rng = &mut d.rng;
    let mut lines = if rng.chance(council) {
        let department = rng.pick(DEPARTMENTS);
        let service = rng.pick(&[
            "Direction de l'autonomie",
            "Service des routes",
            "Maison départementale des personnes handicapées",
            "Direction des finances",
            "Pôle solidarités",
            "Service des transports scolaires",
            "Service du courrier",
            "Direction de l'éducation et des collèges",
            "Service insertion et RSA",
            "Archives départementales",
        ]);
        let house = rng.pick(&["Hôtel du Département", "Conseil départemental", "Service du courrier", "BP 3099"]);
        match rng.below(6) {
            0 => vec![format!("Conseil départemental {department}"), service.to_owned()],
            1 => vec!["Monsieur le Président".to_owned(), format!("Conseil départemental {department}")],
            2 => vec!["Madame la Présidente du Conseil départemental".to_owned(), house.to_owned()],
            3 => vec![format!("Département {department}"), service.to_owned(), house.to_owned()],
            4 => vec![service.to_owned(), format!("Département {department}")],
            _ => {
                let clerk = Someone::random(rng);
                vec![format!("{} {}", clerk.title(true), clerk.full()), service.to_owned(), house.to_owned()]
            }
        }
    } else {
        let other = Someone::random(rng);
        vec![format!("{} {}", other.title(rng.chance(0.5)), other.full())]
    };
    lines.push(street(rng));
    lines.push(town(rng));
    lines
}

/// A sheet's measures without a head on it.
fn bare_sheet(d: &mut Desk<'_, '_>) -> Sheet {
    let justify = d.rng.chance(0.4);
    let indent = if d.rng.chance(0.3) { d.size() * d.rng.range(1.5, 4.0) } else { 0.0 };
    Sheet {
        body: d.fonts.body.clone(),
        bold: d.fonts.bold.clone(),
        lead: d.leading,
        left: d.x0(),
        right: d.x1(),
        window: d.c.width * d.rng.range(0.5, 0.57),
        manner: Manner { align: Align::Left, justify, hyphenate: justify && d.rng.chance(0.3), indent },
    }
}

/// Where and when, on a line of its own; without the place at times.
fn when(d: &mut Desk<'_, '_>, (x, y): (f32, f32), s: &Sheet) {
    let date = {
        let when = day(&mut d.rng, 2008, 2026);
        dated(when, &mut d.rng)
    };
    let place = d.rng.choose(words::TOWNS).1;
    let said = match d.rng.below(7) {
        0..=2 => format!("{place}, le {date}"),
        3 => format!("À {place}, le {date}"),
        4 => format!("{place} le {date}"),
        5 => format!("Le {date}"),
        _ => format!("{place}, {date}"),
    };
    line_with(d, (x, y), &said, &s.body, &[("date", &date)]);
}

/// A letter's text; the baseline after it.
fn text(d: &mut Desk<'_, '_>, s: &Sheet, mut y: f32, matter: &Matter) -> f32 {
    let first = d.rng.pick(matter.opens);
    let mut paragraph = filled(first, &mut d.rng);
    let room = d.bottom() - s.lead * 9.0;
    for more in matter.follow {
        if y > room || !d.rng.chance(0.7) {
            continue;
        }
        let more = filled(more, &mut d.rng);
        if d.rng.chance(0.35) {
            paragraph = format!("{paragraph} {more}");
        } else {
            y = s.paragraph(d, y, &paragraph);
            paragraph = more;
        }
    }
    s.paragraph(d, y, &paragraph)
}

/// A telephone number or an address of mail with its label, marked as a field.
fn reached(d: &mut Desk<'_, '_>, (x, y): (f32, f32), s: &Sheet, labels: &[&str], field: &'static str, value: &str) {
    let since = d.c.lines.len();
    let label = d.rng.pick(labels);
    let t = s.body.sized(s.body.size * 0.9);
    d.left(x, y, format!("{label} {value}").trim(), &t);
    mark(d, since, field, value);
}
