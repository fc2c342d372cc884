//! Driving licences: the card since 2013 and the pink one before it.

use super::card::{Place, certified, ground, subject, zone};
use super::facts::{Someone, day, figures, mark, of, packed, pair, years_on};
use crate::pages::desk::Desk;
use crate::pages::layouts::identity::types;
use crate::pages::marks;
use crate::text::{capitals, street, words, zones};

pub(super) fn driving_licence(d: &mut Desk<'_, '_>) {
    if d.rng.chance(0.4) { pink_licence(d) } else { licence_card(d) }
}

fn licence_card(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1945, 2006);
    let issued = day(&mut d.rng, 2013, 2026);
    let expires = years_on(issued, 15);
    let number = format!("{:02}{}{}{}", issued.0 % 100, d.rng.capital(), d.rng.capital(), d.rng.digits(5));
    let scale = d.rng.range(1.0, 1.9);
    let top = d.rng.range(40.0, 130.0);
    let mut p = Place::new(d, top, 243.0 * scale, 153.0 * scale);
    ground(d, p);
    let unit = p.h / 20.0;
    let (label, _, ocr) = types(d, unit);
    let value = label.sized(unit * 1.02);
    let head = d.fonts.bold.sized(unit * 1.3);
    let (hx, hy) = p.at(0.3, 0.1);
    d.left(p.x + p.w * 0.04, hy, "F", &head);
    d.left(hx, hy, "PERMIS DE CONDUIRE", &head);
    d.right(p.x + p.w * 0.97, hy + unit * 1.2, "RÉPUBLIQUE FRANÇAISE", &label.sized(unit * 0.7));
    marks::photo(d.c, p.x + p.w * 0.04, p.y + p.h * 0.22, p.w * 0.24, p.h * 0.55, &mut d.rng);
    let dot = d.rng.pick(&[".", ".", "/"]);
    let authority =
        format!("Préfet {}", d.rng.pick(&["de Police", "du Rhône", "du Nord", "de la Gironde", "des Yvelines"]));
    let birth = figures(own.birth, dot);
    let born = format!("{birth}, {}", own.born_at.1);
    let (x, mut y) = p.at(0.32, 0.24);
    let at = x + unit * 1.9;
    let rows: [(&str, &'static str, String); 5] = [
        ("1.", "last_name", own.surname()),
        ("2.", "first_names", own.given(", ")),
        ("3.", "", born),
        ("4a.", "issue_date", figures(issued, dot)),
        ("4b.", "expiry_date", figures(expires, dot)),
    ];
    let beside = d.rng.chance(0.5);
    for (text, field, content) in &rows {
        if field.is_empty() {
            let since = d.c.lines.len();
            pair(d, x, at, y, (text, content), (&value, &value));
            mark(d, since, "birth_date", &birth);
        } else {
            d.labelled(field, x, at, y, text, content, (&value, &value));
        }
        if *field == "issue_date" && beside {
            pair(d, p.x + p.w * 0.64, p.x + p.w * 0.64 + unit * 1.9, y, ("4c.", &authority), (&value, &value));
        }
        y += unit * 1.75;
    }
    if !beside {
        pair(d, x, at, y, ("4c.", &authority), (&value, &value));
        y += unit * 1.75;
    }
    d.labelled("licence_number", x, at, y, "5.", &number, (&value, &value));
    y += unit * 1.75;
    d.left(x, y, "7.", &value);
    marks::signature(d.c, x + unit * 2.0, y, p.w * 0.2, &mut d.rng);
    let held = d.rng.pick(&["AM/B1/B", "AM / A2 / B1 / B", "B", "AM/B1/B/BE", "AM A1 B1 B"]);
    pair(d, x, at, p.y + p.h * 0.93, ("9.", held), (&value, &value));
    // The back: a table of categories and the line at its foot.
    p.y += p.h + d.rng.range(14.0, 60.0);
    if p.y + p.h >= d.c.height - 10.0 {
        return certified(d, p.y + 20.0);
    }
    ground(d, p);
    let small = label.sized(unit * 0.82);
    let columns = [0.3, 0.4, 0.57, 0.74];
    let (left, right) = (p.x + p.w * 0.28, p.x + p.w * 0.96);
    let row = p.h * 0.68 / 12.0;
    for (i, text) in ["9.", "10.", "11.", "12."].iter().enumerate() {
        d.left(p.x + p.w * columns[i], p.y + row * 0.9, text, &small);
    }
    for (i, category) in ["AM", "A1", "A2", "A", "B1", "B", "C", "D", "BE"].iter().enumerate() {
        let y = p.y + row * (i as f32 + 1.95);
        d.rule(left, y - row * 0.8, right, y - row * 0.8, 0.4);
        d.left(p.x + p.w * columns[0], y, category, &small);
        let has = held.split(['/', ' ']).any(|h| h == *category);
        for (k, text) in [(1, figures(issued, ".")), (2, figures(expires, ".")), (3, "01.".to_owned())] {
            if has && (k < 3 || d.rng.chance(0.15)) {
                let short = if k < 3 { format!("{}.{}", &text[..5], &text[8..]) } else { text };
                d.left(p.x + p.w * columns[k], y, &short, &small);
            }
        }
    }
    if d.rng.chance(0.5) {
        d.left(p.x + p.w * 0.03, p.y + p.h * 0.2, "8.", &small);
    }
    let (birth, expiry) = (packed(own.birth), packed(expires));
    zone(d, p, &[zones::licence(&number, &subject(&own, &birth, &expiry, "FRA"))], &ocr);
    certified(d, p.y + p.h + 30.0);
}

/// The pink licence in three leaves, issued until 2013 and valid until 2033: its two inner leaves.
fn pink_licence(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1935, 1993);
    let issued = (own.birth.0 + d.rng.between(18, 25), d.rng.between(1, 12), d.rng.between(1, 28));
    let issued = (issued.0.min(2012), issued.1, issued.2);
    let scale = d.rng.range(1.0, 1.4);
    let top = d.rng.range(40.0, 140.0);
    let p = Place::new(d, top, 400.0 * scale, 295.0 * scale);
    ground(d, p);
    let half = p.x + p.w * 0.5;
    d.rule(half, p.y, half, p.y + p.h, 0.5);
    let unit = p.h / 26.0;
    let (label, typed, _) = types(d, unit);
    let label = label.sized(unit * 0.85);
    let value = if d.rng.chance(0.6) { typed } else { label.sized(unit * 1.05) };
    let head = d.fonts.bold.sized(unit * 1.4);
    let middle = p.x + p.w * 0.25;
    let mut y = p.y + unit * 2.0;
    d.centre(middle, y, "RÉPUBLIQUE FRANÇAISE", &label);
    d.centre(middle, y + unit * 2.0, "PERMIS DE CONDUIRE", &head);
    y += unit * 3.6;
    let others = d.rng.chance(0.6);
    if others {
        for text in [
            "Permiso de Conducción - Kørekort - Führerschein",
            "Driving licence - Patente di guida - Rijbewijs",
            "MODÈLE DES COMMUNAUTÉS EUROPÉENNES",
        ] {
            let t = super::facts::fitting(d, text, &label.sized(unit * 0.7), p.w * 0.46);
            d.centre(middle, y, text, &t);
            y += unit;
        }
    }
    y += unit;
    let (x, at) = (p.x + p.w * 0.03, p.x + p.w * 0.17);
    let number = format!("{}{}{}", d.rng.digits(6), d.rng.digits(3), d.rng.digits(3));
    let (_, town) = d.rng.choose(words::TOWNS);
    let rows: [(&str, &'static str, String); 9] = [
        (d.rng.pick(&["1. Nom :", "Nom", "1. Nom"]), "last_name", own.surname()),
        (d.rng.pick(&["2. Prénoms :", "Prénoms", "2. Prénoms"]), "first_names", own.given(", ")),
        ("Né(e) le", "birth_date", figures(own.birth, "/")),
        ("à", "", format!("{} ({})", capitals(own.born_at.1, false), own.department())),
        ("Domicile :", "", capitals(&street(&mut d.rng), false)),
        ("Délivré par", "", format!("LE PRÉFET {}", capitals(&of(town), false))),
        ("à", "", capitals(town, false)),
        ("Le", "issue_date", figures(issued, d.rng.pick(&["/", "."]))),
        ("N°", "licence_number", number),
    ];
    for (text, field, content) in &rows {
        let value = super::facts::fitting(d, content, &value, half - at - 6.0);
        d.labelled(field, x, at, y, text, content, (&label, &value));
        y += unit * 1.7;
    }
    marks::stamp(d.c, p.x + p.w * 0.12, (y + unit).min(p.y + p.h - 20.0), &mut d.rng);
    // The other leaf: photograph and categories.
    marks::photo(d.c, half + p.w * 0.04, p.y + unit, p.w * 0.15, p.w * 0.19, &mut d.rng);
    let small = label.sized(unit * 0.75);
    let (table, row) = (p.y + p.w * 0.19 + unit * 3.0, unit * 1.45);
    let at = [half + p.w * 0.02, half + p.w * 0.1, half + p.w * 0.33];
    let over = "CATÉGORIES DE VÉHICULES POUR LESQUELLES LE PERMIS EST VALABLE";
    let t = super::facts::fitting(d, over, &small.sized(unit * 0.55), p.w * 0.46);
    d.left(at[0], table - row * 0.3, over, &t);
    for (i, text) in ["A1", "A", "B", "C", "D", "E (B)", "E (C)"].iter().enumerate() {
        let y = table + row * (i as f32 + 1.0);
        d.rule(at[0], y - row * 0.75, p.x + p.w * 0.97, y - row * 0.75, 0.4);
        d.left(at[0], y, text, &small);
        if *text == "B" || d.rng.chance(0.15) {
            d.left(at[1], y, &format!("Valable du {}", figures(issued, "/")), &small);
        }
    }
    certified(d, p.y + p.h + 30.0);
}
