//! Letters of persons: no letterhead, their own name and address, a request or a complaint.

use super::person_words::{CLOSINGS, MATTERS};
use super::{addressee, bare_sheet, reached, text, when};
use crate::faces::{FaceClass, Wish};
use crate::pages::compose::Type;
use crate::pages::desk::Desk;
use crate::pages::layouts::papers::facts::{Someone, mark_first};
use crate::pages::layouts::papers::sheet::{Sheet, home, mail_of};
use crate::pages::marks;
use crate::text::codes;
use std::sync::Arc;

/// Share of the letters that are written by hand.
const BY_HAND: f32 = 0.1;

const OPENINGS: &[&str] = &[
    "Madame, Monsieur,", "Monsieur le Président,", "Madame la Présidente,", "Monsieur,", "Madame,", "Bonjour,",
    "Madame, Monsieur", "Monsieur le Directeur,", "Messieurs,", "Monsieur le Conseiller départemental,",
];

pub(in super::super) fn person(d: &mut Desk<'_, '_>) {
    if d.rng.chance(BY_HAND) {
        by_hand(d);
    }
    let own = Someone::random(&mut d.rng);
    let mut from = home(d, &own);
    match d.rng.below(12) {
        0..=2 => from[0] = format!("{} {}", own.title(false), own.full()),
        3 => from[0] = format!("{} {}", own.title(true), own.full()),
        4 => from[0] = format!("M. et Mme {}", own.surname()),
        5 => from[0] = format!("{} {}", own.surname(), own.firsts[0]),
        _ => {}
    }
    let s = bare_sheet(d);
    let (y, signed) = match d.rng.below(3) {
        0 => window(d, &s, &own, &from),
        1 => one_margin(d, &s, &own, &from),
        _ => of_old(d, &s, &from),
    };
    let matter = &MATTERS[d.rng.below(MATTERS.len())];
    let y = references(d, &s, y, matter.subject);
    let opening = d.rng.pick(OPENINGS);
    let y = s.opening(d, y, &[opening]);
    let y = text(d, &s, y, matter);
    let you = opening.trim_end_matches(',');
    let you = if you == "Bonjour" { "Madame, Monsieur" } else { you };
    let closing = d.rng.pick(CLOSINGS).replace("{you}", you);
    let y = s.paragraph(d, y, &closing) + s.lead;
    if signed {
        // Not always as at the head, and at times by hand alone.
        let name = match d.rng.below(8) {
            0 => format!("{}. {}", own.firsts[0].chars().next().unwrap_or('J'), own.last),
            1 => format!("{} {}", own.last, own.firsts[0]),
            2 | 3 => own.full(),
            4 => String::new(),
            _ => from[0].clone(),
        };
        s.sign(d, y, "", &name);
    } else {
        // Name and address are at the foot only.
        let y = (y + s.lead * 2.0).min(d.bottom() - s.lead * 3.0);
        let since = d.c.lines.len();
        let x = if d.rng.chance(0.5) { s.left } else { s.window };
        d.block(x, y, &from, &s.body, s.lead);
        mark_first(d, since, "sender");
    }
    if d.rng.chance(0.2) {
        let bottom = d.bottom() + s.lead;
        let said = d.rng.pick(&[
            "P.J. : 2", "PJ : copie de votre courrier", "Pièces jointes : 3", "P.S. : je suis joignable le matin.",
        ]);
        d.left(s.left, bottom, said, &s.body);
    }
}

/// Has everything written in a face like handwriting, if there is one.
fn by_hand(d: &mut Desk<'_, '_>) {
    let face = d.c.faces.choose(&[FaceClass::Hand], Wish::default(), &mut d.rng);
    let Some(face) = face.filter(|f| f.class() == FaceClass::Hand) else { return };
    let size = d.rng.range(12.0, 16.0);
    let t = Type { face: Arc::clone(&face), size, tracking: 0.0, stretch: 1.0, small_caps: false, kern: true, tone: 0 };
    d.leading = size * d.rng.range(1.25, 1.6);
    (d.fonts.body, d.fonts.bold, d.fonts.italic) = (t.clone(), t.clone(), t);
}

/// Own address; the telephone and the address of mail under it at times.
fn own_block(d: &mut Desk<'_, '_>, s: &Sheet, own: &Someone, from: &[String]) -> f32 {
    let small = s.lead.min(s.body.size * 1.3);
    let t = if d.rng.chance(0.2) { &s.bold } else { &s.body };
    let y = d.margins[1] + s.body.size;
    d.value("sender", s.left, y, &from[0], t);
    let mut y = d.block(s.left, y + small, &from[1..], &s.body, small);
    if d.rng.chance(0.6) {
        let phone = codes::phone(&mut d.rng);
        reached(d, (s.left, y), s, &["Tél. :", "Tél :", "", "Téléphone :", "Port. :", "Portable"], "phone", &phone);
        y += small;
    }
    if d.rng.chance(0.4) {
        let mail = mail_of(own, d);
        reached(d, (s.left, y), s, &["", "", "Courriel :", "Mail :", "E-mail :"], "email", &mail);
        y += small;
    }
    y
}

/// As schools teach it: own address at the left, the addressee lower at the right, then place and date.
fn window(d: &mut Desk<'_, '_>, s: &Sheet, own: &Someone, from: &[String]) -> (f32, bool) {
    let after = own_block(d, s, own, from);
    let to = addressee(d, 0.9);
    let small = s.lead.min(s.body.size * 1.3);
    let since = d.c.lines.len();
    let top = after + small * d.rng.range(0.0, 2.0);
    let mut y = d.block(s.window, top, &to, &s.body, small);
    mark_first(d, since, "recipient");
    y += s.lead * d.rng.range(0.5, 1.5);
    when(d, (s.window, y), s);
    (y + s.lead * 1.8, true)
}

/// Everything at the left margin, as programs for writing have it unless told otherwise.
fn one_margin(d: &mut Desk<'_, '_>, s: &Sheet, own: &Someone, from: &[String]) -> (f32, bool) {
    let mut y = own_block(d, s, own, from) + s.lead;
    if d.rng.chance(0.5) {
        when(d, (s.left, y), s);
        y += s.lead * 1.8;
    }
    let mut to = addressee(d, 0.9);
    if d.rng.chance(0.3) {
        // The street is on the envelope.
        to.truncate(to.len() - 2);
    }
    if d.rng.chance(0.3) {
        to[0] = format!("À l'attention de {}", to[0]);
    }
    let since = d.c.lines.len();
    y = d.block(s.left, y, &to, &s.body, s.lead.min(s.body.size * 1.3)) + s.lead;
    mark_first(d, since, "recipient");
    if d.c.fields.iter().all(|f| f.name != "date") && d.rng.chance(0.8) {
        when(d, (s.left, y), s);
        y += s.lead * 1.5;
    }
    (y, true)
}

/// As letters were: the date alone at the top, name and address at the foot or at the left, nobody's window.
fn of_old(d: &mut Desk<'_, '_>, s: &Sheet, from: &[String]) -> (f32, bool) {
    let mut y = d.margins[1] + s.body.size;
    let at_head = d.rng.chance(0.5);
    let small = s.lead.min(s.body.size * 1.3);
    if at_head {
        d.value("sender", s.left, y, &from[0], &s.body);
        y = d.block(s.left, y + small, &from[1..], &s.body, small) + small * 0.5;
    }
    let x = if d.rng.chance(0.8) { s.window } else { s.left };
    when(d, (x, y), s);
    y += s.lead * d.rng.range(2.0, 4.0);
    if d.rng.chance(0.3) {
        let to = d.rng.pick(&[
            "Monsieur le Président du Conseil départemental",
            "À Monsieur le Maire",
            "Au service de l'aide sociale",
        ]);
        d.value("recipient", s.left, y, to, &s.body);
        y += s.lead * 1.6;
    }
    (y, at_head)
}

/// Subject and references, as far as a person gives any.
fn references(d: &mut Desk<'_, '_>, s: &Sheet, mut y: f32, subject: &str) -> f32 {
    if d.rng.chance(0.12) {
        y = s.reference(d, y, "your_reference", &["Vos réf. :", "V/Réf. :", "Votre référence :", "Vos références :"]);
    }
    if d.rng.chance(0.12) {
        y = s.reference(d, y, "file_number", &["Dossier n°", "N° de dossier :", "Dossier :"]);
    }
    if d.rng.chance(0.06) {
        d.left(s.left, y, "Lettre recommandée avec accusé de réception", &s.body);
        y += s.lead;
    }
    if d.rng.chance(0.65) {
        y = s.subject(d, y + s.lead * 0.3, subject);
    }
    if d.rng.chance(0.04) {
        marks::stamp(d.c, s.right - 70.0, y - 20.0, &mut d.rng);
    }
    y + s.lead * 0.3
}
