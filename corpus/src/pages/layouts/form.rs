//! Forms: labels with ruled or dotted places, combs of boxes, boxes to tick, filled by machine or by hand.

use crate::faces::{FaceClass, Wish};
use crate::pages::compose::{Align, Manner, Type};
use crate::pages::desk::Desk;
use crate::text::{capitals, codes, street, words};

/// One thing to be filled in.
struct Entry {
    name: &'static str,
    label: &'static str,
    value: String,
    /// Fits a comb of boxes.
    comb: bool,
}

fn entries(d: &mut Desk<'_, '_>) -> Vec<Entry> {
    let rng = &mut d.rng;
    let entry = |name, label, value: String, comb| Entry { name, label, value, comb };
    let digits = |text: String| text.chars().filter(char::is_ascii_digit).collect::<String>();
    let birth = format!("{:02}{:02}{}", rng.between(1, 28), rng.between(1, 12), rng.between(1925, 2012));
    vec![
        entry("last_name", "Nom", capitals(rng.pick(words::LAST_NAMES), false), true),
        entry("first_name", "Prénom(s)", rng.pick(words::FIRST_NAMES).to_owned(), false),
        entry("birth_name", "Nom de naissance", capitals(rng.pick(words::LAST_NAMES), false), false),
        entry("birth_date", "Date de naissance", birth, true),
        entry("birth_place", "Lieu de naissance", rng.choose(words::TOWNS).1.to_owned(), false),
        entry("nir", "N° de sécurité sociale", codes::nir(rng), true),
        entry("street", "Adresse", street(rng), false),
        entry("postcode", "Code postal", rng.choose(words::TOWNS).0.to_owned(), true),
        entry("town", "Commune", rng.choose(words::TOWNS).1.to_owned(), false),
        entry(
            "phone",
            "Téléphone",
            digits(codes::phone(rng)).chars().rev().take(10).collect::<Vec<_>>().into_iter().rev().collect(),
            true,
        ),
        entry("email", "Adresse électronique", codes::address(rng), false),
        entry(
            "occupation",
            "Profession",
            rng.pick(&["enseignante", "agriculteur", "retraité", "sans emploi", "infirmière", "artisan"]).to_owned(),
            false,
        ),
        entry("iban", "IBAN", codes::Account::random(rng).iban(), true),
        entry("employer", "Nom de l'employeur", rng.pick(words::COMPANIES).to_owned(), false),
        entry("amount", "Montant demandé", codes::amount(rng), false),
        entry("reference", "Référence du dossier", codes::reference(rng), false),
        entry(
            "nationality",
            "Nationalité",
            rng.pick(&["française", "belge", "portugaise", "algérienne", "italienne"]).to_owned(),
            false,
        ),
    ]
}

pub(super) fn form(d: &mut Desk<'_, '_>) {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let (x0, x1) = (d.x0(), d.x1());
    let hand = d.rng.chance(0.4);
    let class =
        if hand { FaceClass::Hand } else { d.rng.choose(&[FaceClass::Sans, FaceClass::Mono, FaceClass::Typewriter]) };
    let filled = d.rng.chance(0.85);
    let pen = match d.c.faces.choose(
        &[class],
        Wish { bold: Some(false), italic: Some(false), ..Wish::default() },
        &mut d.rng,
    ) {
        Some(face) => Type {
            face,
            size: body.size * if hand { d.rng.range(1.2, 1.7) } else { d.rng.range(1.0, 1.2) },
            tracking: 0.0,
            stretch: 1.0,
            small_caps: false,
            kern: true,
            tone: if hand { 60 } else { 0 },
        },
        None => body.clone(),
    };
    let mut y = d.margins[1] + body.size;
    let form_number = format!("cerfa n° {}*{:02}", d.rng.digits(5), d.rng.between(1, 9));
    d.right(x1, y, &form_number, &body.sized(body.size * 0.8));
    let title = capitals(d.rng.pick(words::HEADINGS), true);
    let big = bold.sized(body.size * d.rng.range(1.3, 2.0));
    y += big.size * 1.8;
    d.centre((x0 + x1) / 2.0, y, &title, &big);
    y += big.size * 1.2;
    let n = d.rng.between(50, 200) as usize;
    let intro = d.prose(n);
    y = d.paragraph(x0, y, x1 - x0, &intro, &body.sized(body.size * 0.85), body.size * 1.1, Manner::RAGGED) + body.size;
    let pitch = pen.size * d.rng.range(1.5, 2.4);
    let style = d.rng.below(4);
    let mut all = entries(d);
    for section in 0..d.rng.between(2, 4) {
        if y > d.bottom() - pitch * 3.0 {
            break;
        }
        // Section head, reversed, on grey or framed.
        let text = format!(
            "{}. {}",
            section + 1,
            d.rng.pick(&[
                "IDENTITÉ DU DEMANDEUR", "Votre situation", "VOS COORDONNÉES", "Renseignements complémentaires",
                "CADRE RÉSERVÉ À L'ADMINISTRATION", "Nature de la demande", "PIÈCES À JOINDRE"
            ])
        );
        let (top, bottom) = (y - body.size * 1.05, y + body.size * 0.45);
        match d.rng.below(4) {
            0 => {
                let value = d.rng.between(0, 80) as u8;
                d.c.fill(x0, top, x1, bottom, value);
                d.left(x0 + 4.0, y, &text, &bold.toned(255));
            }
            1 => {
                let value = d.rng.between(190, 235) as u8;
                d.c.fill(x0, top, x1, bottom, value);
                d.left(x0 + 4.0, y, &text, &bold);
            }
            2 => {
                d.c.frame(x0, top, x1, bottom, 0.6);
                d.left(x0 + 4.0, y, &text, &bold);
            }
            _ => {
                d.left(x0, y, &text, &bold);
            }
        }
        y += pitch * 1.2;
        for _ in 0..d.rng.between(2, 7) {
            if all.is_empty() || y > d.bottom() - pitch {
                break;
            }
            let pick = d.rng.below(all.len());
            let e = all.swap_remove(pick);
            let blank = !filled || d.rng.chance(0.12);
            let half = d.rng.chance(0.3);
            let end = if half { (x0 + x1) / 2.0 - 8.0 } else { x1 };
            entry_line(d, x0, end, y, &e, &body, &pen, style, blank);
            if half && !all.is_empty() {
                let e = all.swap_remove(0);
                entry_line(d, (x0 + x1) / 2.0 + 4.0, x1, y, &e, &body, &pen, style, blank);
            }
            y += pitch;
        }
        if d.rng.chance(0.5) && y < d.bottom() - pitch {
            ticks(d, x0, y, x1, &body);
            y += pitch;
        }
        y += pitch * 0.3;
    }
    if y < d.bottom() - 60.0 {
        let text = format!("Fait à {}", d.rng.choose(words::TOWNS).1);
        let date = codes::date(&mut d.rng);
        d.left(x0, y, &text, &body);
        d.labelled("date", x0 + 180.0, x0 + 200.0, y, "le", &date, (&body, &pen));
        d.left(x0 + 320.0, y, "Signature :", &body);
        d.c.frame(x0 + 316.0, y + 6.0, x1, (y + 60.0).min(d.bottom() + 10.0), 0.6);
        if filled {
            crate::pages::marks::signature(d.c, x0 + 340.0, y + 32.0, 80.0, &mut d.rng);
        }
    }
    let n = d.rng.between(80, 260) as usize;
    let small = body.sized((body.size * 0.65).max(5.6));
    let text = d.prose(n);
    let bottom = d.c.height - 40.0;
    let (a, b) = (x0, x1 - x0);
    if y < bottom - 70.0 {
        let room = d.c.height - 14.0;
        d.c.paragraph(a, bottom, b, &text, &small, small.size * 1.15, Manner::RAGGED, room, &mut d.rng);
    }
}

#[expect(clippy::too_many_arguments, reason = "a place, an entry and its looks")]
fn entry_line(
    d: &mut Desk<'_, '_>,
    x0: f32,
    x1: f32,
    y: f32,
    e: &Entry,
    label: &Type,
    pen: &Type,
    style: usize,
    blank: bool,
) {
    let text = format!("{} :", e.label);
    let width = d.c.measure(&text, label, &mut d.rng);
    let start = x0 + width + label.size * 0.5;
    if e.comb && style >= 2 {
        // Boxes, one character each; the value is one word to whoever reads it.
        let step = pen.size * 0.95;
        let n = e.value.chars().count();
        if start + step * n as f32 <= x1 {
            d.left(x0, y, &text, label);
            comb(d, start, y, &e.value, e.name, pen, step, style == 3, blank);
            return;
        }
    }
    let rng = &mut d.rng;
    d.c.row(|c| {
        c.text(x0, y, &text, label, Align::Left, rng);
        let fits = start + c.measure(&e.value, pen, rng) < x1;
        if !blank && fits {
            c.value(e.name, start + 2.0, y - 0.5, &e.value, pen, Align::Left, rng);
        }
    });
    match style {
        0 => d.c.dotted(start, x1, y + 1.6),
        1 => d.rule(start, y + 2.0, x1, y + 2.0, 0.5),
        2 => d.c.frame(start - 2.0, y - pen.size, x1, y + pen.size * 0.35, 0.5),
        _ => {}
    }
}

/// A comb: boxes or ticks, one character in each. The truth is one line over the whole comb, one word.
#[expect(clippy::too_many_arguments, reason = "a place, a text and its looks")]
fn comb(
    d: &mut Desk<'_, '_>,
    x: f32,
    y: f32,
    value: &str,
    name: &'static str,
    pen: &Type,
    step: f32,
    boxes: bool,
    blank: bool,
) {
    let n = value.chars().count();
    let (top, bottom) = (y - pen.size * 0.95, y + pen.size * 0.3);
    if boxes {
        d.c.frame(x, top, x + step * n as f32, bottom, 0.5);
        for i in 1..n {
            let cx = x + step * i as f32;
            d.rule(cx, top, cx, bottom, 0.4);
        }
    } else {
        d.rule(x, bottom, x + step * n as f32, bottom, 0.5);
        for i in 0..=n {
            let cx = x + step * i as f32;
            d.rule(cx, bottom - pen.size * 0.4, cx, bottom, 0.4);
        }
    }
    if blank {
        return;
    }
    d.c.spaced(x, y, value, name, pen, step, &mut d.rng);
}

/// Boxes to tick with their words.
fn ticks(d: &mut Desk<'_, '_>, x0: f32, y: f32, x1: f32, t: &Type) {
    let mut x = x0;
    let words = [
        "Oui", "Non", "célibataire", "marié(e)", "veuf(ve)", "Première demande", "Renouvellement", "M.", "Mme",
        "propriétaire", "locataire",
    ];
    for _ in 0..d.rng.between(2, 5) {
        let text = d.rng.pick(&words);
        let width = d.c.measure(text, t, &mut d.rng);
        if x + width + t.size * 2.0 > x1 {
            return;
        }
        let side = t.size * 0.8;
        d.c.frame(x, y - side, x + side, y, 0.5);
        if d.rng.chance(0.4) {
            d.rule(x + 1.0, y - side + 1.0, x + side - 1.0, y - 1.0, 0.9);
            d.rule(x + 1.0, y - 1.0, x + side - 1.0, y - side + 1.0, 0.9);
        }
        d.left(x + side + t.size * 0.4, y, text, t);
        x += width + side + t.size * d.rng.range(2.6, 5.0);
    }
}
