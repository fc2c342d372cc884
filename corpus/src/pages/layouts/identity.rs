//! Copies of identity cards on a sheet: the old blue card, the new one, a driving licence's look.

use crate::faces::{FaceClass, Wish};
use crate::pages::compose::{Align, Type};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::{capitals, codes, street, town, words};

/// Whose card it is: what is printed and what the machine-readable zone says agree.
#[derive(Debug, Clone)]
pub(crate) struct Holder {
    last: String,
    first: String,
    /// Year, month, day.
    birth: (i64, i64, i64),
    sex: char,
}

impl Holder {
    fn random(rng: &mut Rng) -> Holder {
        Holder {
            last: rng.pick(words::LAST_NAMES).to_owned(),
            first: rng.pick(words::FIRST_NAMES).to_owned(),
            birth: (rng.between(1930, 2005), rng.between(1, 12), rng.between(1, 28)),
            sex: rng.choose(&['M', 'F']),
        }
    }
}

/// One side of a card alone on its sheet, counted from 1. Whose it is and whether it is the old card is made for the first.
pub(crate) fn side(d: &mut Desk<'_, '_>, holder: &mut Option<(Holder, bool)>, number: usize) {
    let (own, old) = match holder {
        Some(known) => known.clone(),
        None => {
            let own = Holder::random(&mut d.rng);
            let old = d.rng.chance(0.5);
            holder.insert((own, old)).clone()
        }
    };
    let (w, h) = if old { (298.0, 210.0) } else { (243.0, 153.0) };
    let (x, y) = (d.rng.range(30.0, (d.c.width - w - 20.0).max(31.0)), d.rng.range(60.0, 300.0));
    let ground = d.rng.between(190, 245) as u8;
    d.c.fill(x, y, x + w, y + h, ground);
    guilloche(d, x, y, w, h);
    if number == 1 { front(d, x, y, w, h, old, &own) } else { back(d, x, y, w, h, old, &own) }
}

pub(super) fn cards(d: &mut Desk<'_, '_>) {
    let copies = d.rng.between(1, 2);
    let scale = if d.rng.chance(0.7) { 1.0 } else { d.rng.range(1.2, 1.9) };
    let old = d.rng.chance(0.5);
    let (w, h) = if old { (298.0 * scale, 210.0 * scale) } else { (243.0 * scale, 153.0 * scale) };
    let w = w.min(d.c.width - 60.0);
    let mut y = d.rng.range(40.0, 120.0);
    let holder = Holder::random(&mut d.rng);
    for side in 0..copies {
        if y + h > d.c.height - 30.0 {
            break;
        }
        let x = d.rng.range(30.0, (d.c.width - w - 20.0).max(31.0));
        let ground = d.rng.between(190, 245) as u8;
        d.c.fill(x, y, x + w, y + h, ground);
        if d.rng.chance(0.5) {
            d.c.frame(x, y, x + w, y + h, 0.8);
        }
        guilloche(d, x, y, w, h);
        if side == 0 {
            front(d, x, y, w, h, old, &holder);
        } else {
            back(d, x, y, w, h, old, &holder);
        }
        y += h + d.rng.range(20.0, 90.0);
    }
    if d.rng.chance(0.3) && y < d.c.height - 80.0 {
        let text = format!("Copie certifiée conforme le {}", codes::date(&mut d.rng));
        let body = d.fonts.body.clone();
        let x = d.x0();
        d.left(x, y + 20.0, &text, &body);
    }
}

/// Fine wavy lines, as security printing has.
pub(super) fn guilloche(d: &mut Desk<'_, '_>, x: f32, y: f32, w: f32, h: f32) {
    let n = d.rng.between(4, 14);
    let mut shape = crate::raster::stroke::Shape::new();
    let (f, a) = (d.rng.range(0.02, 0.08), d.rng.range(3.0, 12.0));
    for i in 0..n {
        let cy = y + h * (i as f32 + 0.5) / n as f32;
        let mut last = (x, cy);
        for k in 1..=30 {
            let px = x + w * k as f32 / 30.0;
            let next = (px, (cy + (px * f + i as f32).sin() * a).clamp(y, y + h));
            shape.line(last, next, 0.4);
            last = next;
        }
    }
    let strength = d.rng.between(25, 80) as u16;
    d.c.shape(&shape, strength);
}

pub(super) fn types(d: &mut Desk<'_, '_>, unit: f32) -> (Type, Type, Type) {
    let wish = Wish { bold: Some(false), italic: Some(false), ..Wish::default() };
    let fallback = d.fonts.body.clone();
    let mut make = |class: FaceClass, size: f32| {
        let face = d.c.faces.choose(&[class], wish, &mut d.rng);
        face.map_or_else(
            || fallback.sized(size),
            |face| Type { face, size, tracking: 0.0, stretch: 1.0, small_caps: false, kern: true, tone: 0 },
        )
    };
    (make(FaceClass::Sans, unit * 0.75), make(FaceClass::Typewriter, unit * 1.05), make(FaceClass::Ocr, unit * 1.1))
}

fn front(d: &mut Desk<'_, '_>, x: f32, y: f32, w: f32, h: f32, old: bool, holder: &Holder) {
    let unit = h / 21.0;
    let (label, value, _) = types(d, unit);
    let label = label.sized(unit * if old { 0.8 } else { 0.62 });
    let value = if old { value } else { Type { face: label.face.clone(), ..value.sized(unit * 0.95) } };
    let head = d.fonts.bold.sized(unit * 1.0);
    let title = if old { "RÉPUBLIQUE FRANÇAISE" } else { "CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD" };
    d.centre(x + w / 2.0, y + unit * 1.6, title, &head);
    if old {
        let number: String = d.rng.digits(12);
        let text = format!("CARTE NATIONALE D'IDENTITÉ N° : {number}");
        d.value("card_number", x + w * 0.08, y + unit * 3.2, &text, &label.sized(unit * 0.85));
    }
    let (px, py, pw, ph) = (x + w * 0.04, y + h * 0.22, w * 0.27, h * 0.5);
    marks::photo(d.c, px, py, pw, ph, &mut d.rng);
    let last = capitals(&holder.last, true);
    let first = format!("{}, {}", holder.first, d.rng.pick(words::FIRST_NAMES));
    let birth = format!("{:02}.{:02}.{}", holder.birth.2, holder.birth.1, holder.birth.0);
    let place = d.rng.choose(words::TOWNS).1;
    let place = format!("{} ({})", capitals(place, false), d.rng.between(1, 95));
    let rows: Vec<(&str, &'static str, String)> = if old {
        vec![
            ("Nom :", "last_name", last.clone()),
            ("Prénom(s) :", "first_names", capitals(&first, true)),
            ("Sexe :", "sex", holder.sex.to_string()),
            ("Né(e) le :", "birth_date", birth),
            ("à :", "birth_place", place),
            ("Taille :", "height", format!("1,{}m", d.rng.between(50, 99))),
        ]
    } else {
        vec![
            ("NOM / Surname", "last_name", last.clone()),
            ("Prénoms / Given names", "first_names", first),
            ("SEXE / Sex   NATIONALITÉ / Nationality", "sex", format!("{}  FRA", holder.sex)),
            ("DATE DE NAISS. / Date of birth", "birth_date", birth.replace('.', " ")),
            ("LIEU DE NAISSANCE / Place of birth", "birth_place", place),
            (
                "N° DU DOCUMENT / Document No",
                "card_number",
                format!("{}{}{}{}", d.rng.capital(), d.rng.digits(1), d.rng.capital(), d.rng.digits(6)),
            ),
        ]
    };
    let tx = x + w * 0.35;
    let mut ty = y + h * 0.25;
    let bottom = y + h * if old { 0.76 } else { 0.95 };
    for (text, name, content) in rows {
        if ty > bottom {
            break;
        }
        if old {
            let at = tx + label.size * 4.0;
            d.labelled(name, tx, at, ty, text, &content, (&label, &value));
            ty += unit * 1.75;
        } else {
            d.left(tx, ty, text, &label);
            d.value(name, tx, ty + unit * 1.05, &content, &value);
            ty += unit * 2.3;
        }
    }
    if old {
        mrz(d, (x, y, w, h), 0, holder);
        marks::signature(d.c, x + w * 0.6, y + h * 0.7, w * 0.25, &mut d.rng);
    } else {
        marks::signature(d.c, x + w * 0.1, y + h * 0.85, w * 0.2, &mut d.rng);
    }
}

fn back(d: &mut Desk<'_, '_>, x: f32, y: f32, w: f32, h: f32, old: bool, holder: &Holder) {
    let unit = h / 21.0;
    let (label, value, _) = types(d, unit);
    let label = label.sized(unit * 0.75);
    let value = if old { value } else { Type { face: label.face.clone(), ..value.sized(unit * 0.95) } };
    let mut ty = y + unit * 2.2;
    let expiry = format!("{:02}.{:02}.{}", d.rng.between(1, 28), d.rng.between(1, 12), d.rng.between(2024, 2036));
    let rows: [(&'static str, &str, String); 4] = [
        ("address", "Adresse :", street(&mut d.rng)),
        ("town", "", town(&mut d.rng)),
        ("expiry_date", "Carte valable jusqu'au :", expiry),
        ("authority", "délivrée par :", format!("PRÉFECTURE ({})", d.rng.between(1, 95))),
    ];
    for (name, text, content) in rows {
        let at = x + w * 0.3;
        d.labelled(name, x + w * 0.06, at, ty, text, &content, (&label, &value));
        ty += unit * 2.0;
    }
    if !old {
        mrz(d, (x, y, w, h), 1, holder);
        marks::code(d.c, x + w * 0.78, y + h * 0.15, &mut d.rng);
    } else {
        marks::signature(d.c, x + w * 0.55, y + h * 0.7, w * 0.3, &mut d.rng);
    }
}

/// The machine-readable zone along the bottom, as wide as the card allows.
fn mrz(d: &mut Desk<'_, '_>, (x, y, w, h): (f32, f32, f32, f32), kind: usize, holder: &Holder) {
    let birth = format!("{:02}{:02}{:02}", holder.birth.0 % 100, holder.birth.1, holder.birth.2);
    let lines = codes::mrz_of(kind, &holder.last, &holder.first, &birth, holder.sex, &mut d.rng);
    let unit = h / 21.0;
    let (_, _, ocr) = types(d, unit);
    let natural = d.c.measure(&lines[0], &ocr.sized(10.0), &mut d.rng);
    let size = (w * 0.9 / natural * 10.0).min(h * 0.075);
    let t = ocr.sized(size);
    let top = y + h - size * 1.45 * lines.len() as f32 + size * 0.5;
    for (i, line) in lines.iter().enumerate() {
        let at = top + i as f32 * size * 1.4;
        d.c.value("mrz", x + w * 0.05, at, line, &t, Align::Left, &mut d.rng);
    }
}
