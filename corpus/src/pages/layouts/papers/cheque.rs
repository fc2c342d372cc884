//! Cheques: the printed frame of a bank, filled in by machine or by hand, its magnetic line at the foot.
//!
//! The magnetic line is drawn for the eye; no field holds it, and nothing reads it.

use super::facts::{Someone, day, figures, in_words, line_with, written};
use crate::faces::{FaceClass, Wish};
use crate::pages::compose::{Align, Type};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes, company, street, town, words};

pub(super) fn cheque(d: &mut Desk<'_, '_>) {
    let alone = d.c.height < 300.0;
    let (w, h): (f32, f32) = (496.0, 227.0);
    let (x, y) = if alone { (6.0, 6.0) } else { (d.rng.range(20.0, 90.0), d.rng.range(30.0, 260.0)) };
    let w = w.min(d.c.width - x - 6.0);
    let tint = d.rng.between(205, 250) as u8;
    d.c.fill(x, y, x + w, y + h, tint);
    crate::pages::layouts::identity::guilloche(d, x, y, w, h);
    if !alone || d.rng.chance(0.3) {
        d.c.frame(x, y, x + w, y + h, 0.7);
    }
    let face = |d: &mut Desk<'_, '_>, class: FaceClass, size: f32| -> Type {
        let wish = Wish { bold: Some(false), italic: Some(false), ..Wish::default() };
        let face = d.c.faces.choose(&[class], wish, &mut d.rng);
        let body = d.fonts.body.sized(size);
        face.map_or(body.clone(), |face| Type { face, tracking: 0.0, stretch: 1.0, ..body })
    };
    let label = face(d, FaceClass::Sans, 7.2);
    let by_hand = d.rng.chance(0.5);
    let value = if by_hand {
        let size = d.rng.range(12.0, 15.0);
        face(d, FaceClass::Hand, size)
    } else {
        let class = if d.rng.chance(0.5) { FaceClass::Mono } else { FaceClass::Sans };
        face(d, class, 9.5)
    };
    let bold = d.fonts.bold.sized(12.0);
    // Bank and the amount in figures.
    let bank = d.rng.pick(&[
        "BNP PARIBAS", "CRÉDIT AGRICOLE", "LA BANQUE POSTALE", "CAISSE D'ÉPARGNE", "CIC", "LCL", "Crédit Mutuel",
        "SOCIÉTÉ GÉNÉRALE", "Banque Populaire",
    ]);
    d.left(x + 14.0, y + 22.0, bank, &bold);
    let cents = d.rng.log_range(900.0, 900_000.0) as u64;
    let (euros, rest) = (cents / 100, cents % 100);
    let figure = format!("{},{rest:02}", codes::thousands(euros, if by_hand { "" } else { " " }));
    let currency = d.rng.pick(&["€", "€", "EUR", "B.P.F."]);
    let (bx, by) = (x + w - 150.0, y + 70.0);
    d.c.frame(bx + 18.0, by - 16.0, x + w - 12.0, by + 7.0, 0.8);
    d.labelled("amount", bx - 8.0, bx + 26.0, by, currency, &figure, (&label.sized(11.0), &value));
    // The order to pay, and the sum in words.
    let lines = [y + 54.0, y + 72.0, y + 92.0];
    let pay = d.rng.pick(&[
        "Payez contre ce chèque non endossable sauf au profit d'une banque ou d'un organisme assimilé",
        "PAYEZ CONTRE CE CHÈQUE NON ENDOSSABLE",
        "Payez contre ce chèque non endossable, sauf au profit d'un établissement bancaire",
    ]);
    let t = super::facts::fitting(d, pay, &label, w - 190.0);
    d.left(x + 14.0, lines[0] - 12.0, pay, &t);
    let mut words_of = format!("{} euros", in_words(euros));
    if rest > 0 {
        words_of = format!("{words_of} et {} centimes", in_words(rest));
    }
    // A sum in words goes over two lines where one has no room.
    let room = w - 190.0;
    let mut rows = vec![String::new()];
    for word in words_of.split(' ') {
        let now = rows.len() - 1;
        let longer = if rows[now].is_empty() { word.to_owned() } else { format!("{} {word}", rows[now]) };
        if !rows[now].is_empty() && rows.len() < 2 && d.c.measure(&longer, &value, &mut d.rng) > room {
            rows.push(word.to_owned());
        } else {
            rows[now] = longer;
        }
    }
    for (i, row) in rows.iter().enumerate() {
        let t = super::facts::fitting(d, row, &value, w - 180.0);
        d.left(x + 20.0, lines[i] + 3.0, row, &t);
    }
    for line in &lines[..2] {
        d.c.rule(x + 14.0, line + 6.0, x + w - 170.0, line + 6.0, 0.4, 160);
    }
    let payee = if d.rng.chance(0.5) {
        company(&mut d.rng)
    } else {
        d.rng
            .pick(&[
                "Trésor public", "EDF", "Régie municipale", "URSSAF", "M. le Directeur du CHU", "La Mutuelle générale",
            ])
            .to_owned()
    };
    let order = d.rng.pick(&["à l'ordre de", "À l'ordre de", "à", "A l'ordre de"]);
    let t = super::facts::fitting(d, &payee, &value, w - 200.0);
    d.labelled("payee", x + 14.0, x + 70.0, lines[2] + 3.0, order, &payee, (&label, &t));
    d.c.rule(x + 60.0, lines[2] + 6.0, x + w - 130.0, lines[2] + 6.0, 0.4, 160);
    // Where it is paid, whose it is, when it was drawn.
    let when = day(&mut d.rng, 2004, 2026);
    let date = if by_hand && d.rng.chance(0.5) { written(when) } else { figures(when, "/") };
    let (place, at) = (d.rng.choose(words::TOWNS).1, x + w - 190.0);
    let rows = [("Payable en France", true), ("", false)];
    d.left(x + 14.0, y + 116.0, rows[0].0, &label);
    let small = label.sized(6.6);
    let branch = [street(&mut d.rng), town(&mut d.rng), format!("Tél. {}", codes::phone(&mut d.rng))];
    d.block(x + 14.0, y + 126.0, &branch, &small, 8.4);
    let own = Someone::random(&mut d.rng);
    let account = codes::Account::random(&mut d.rng);
    let owner = [
        format!("{} {}", if own.sex == 'M' { "M" } else { "MME" }, capitals(&own.full(), false)),
        capitals(&street(&mut d.rng), false),
        capitals(&town(&mut d.rng), false),
    ];
    d.block(x + w * 0.37, y + 150.0, &owner, &label, 9.5);
    let (dx, dy) = (at, y + 112.0);
    let said = d.rng.pick(&["À", "à", "Fait à"]);
    if d.rng.chance(0.5) {
        let rng = &mut d.rng;
        d.c.row(|c| {
            let width = c.text(dx, dy, said, &label, Align::Left, rng);
            let width = width + 6.0 + c.text(dx + width + 6.0, dy, place, &value, Align::Left, rng);
            let width = width + 8.0 + c.text(dx + width + 8.0, dy, "le", &label, Align::Left, rng);
            c.value("date", dx + width + 6.0, dy, &date, &value, Align::Left, rng);
        });
    } else {
        super::facts::pair(d, dx, dx + 22.0, dy, (said, place), (&label, &value));
        let wording = d.rng.pick(&["Le", "le"]);
        d.labelled("date", dx, dx + 22.0, dy + 17.0, wording, &date, (&label, &value));
    }
    marks::signature(d.c, x + w - 130.0, y + 165.0, 90.0, &mut d.rng);
    let wording = d.rng.digits(7);
    d.left(x + 14.0, y + 178.0, &format!("Chèque n° {}", wording), &label);
    d.left(x + w * 0.37, y + 186.0, &format!("Compte n° {}", account.number), &small);
    if d.rng.chance(0.5) {
        for i in 0..2 {
            let (a, b) = (x + w * 0.28 + i as f32 * 9.0, x + w * 0.36 + i as f32 * 9.0);
            d.c.rule(a, y + h - 45.0, b, y + 30.0, 0.5, 120);
        }
    }
    magnetic(d, x, y + h - 12.0, w);
    if !alone {
        below(d, y + h + 40.0);
    }
}

/// The magnetic line: number of the cheque, zone of the bank, account, in the OCR face that is nearest to CMC-7.
fn magnetic(d: &mut Desk<'_, '_>, x: f32, y: f32, w: f32) {
    let face = d.c.faces.choose(&[FaceClass::Ocr], Wish::default(), &mut d.rng);
    let body = d.fonts.body.sized(11.0);
    let t = face.map_or(body.clone(), |face| Type { face, tracking: 0.05, stretch: 1.0, ..body });
    let text = format!("{}\t{}\t{}", d.rng.digits(7), d.rng.digits(12), d.rng.digits(12));
    let t = super::facts::fitting(d, &text, &t, w * 0.8);
    d.left(x + 14.0, y, &text, &t);
}

/// What an office notes under the copy of a cheque.
fn below(d: &mut Desk<'_, '_>, y: f32) {
    if d.rng.chance(0.4) {
        let body = d.fonts.body.clone();
        let (x, date) = (d.x0(), codes::date(&mut d.rng));
        line_with(d, (x, y), &format!("Reçu au courrier le {date}"), &body, &[]);
    }
}
