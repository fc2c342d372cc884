//! Registration certificates: the sheet of the system of 2009 with its coupon, and the grey sheet of the register before it.
//!
//! Not responsible for who holds the vehicle.

use super::civil_kit::{Home, card, cells, end, look, mid, para, say, seal, signed};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, figures, years_on};
use crate::pages::marks;
use crate::text::{capitals, zones};

/// Make, type, prefix of its number, commercial name, energy, power.
type Car = (&'static str, &'static str, &'static str, &'static str, &'static str, &'static str);

fn letters(d: &mut Desk<'_, '_>, n: usize) -> String {
    (0..n)
        .map(|_| {
            d.rng.choose(&[
                'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'V', 'W',
                'X', 'Z',
            ])
        })
        .collect()
}

/// The sheet since 2009.
pub(super) fn siv(d: &mut Desk<'_, '_>, car: Car, vin: &str, holder: &str, lives: &Home) {
    let first = day(&mut d.rng, 1999, 2024);
    let bought = day(&mut d.rng, first.0.max(2010), 2025.max(first.0 + 1));
    let bought = if bought < first { first } else { bought };
    let lead =
        d.rng.choose(&['A', 'B', 'C', 'D', 'E', 'F', 'G'][..(((bought.0 - 2009) * 7 / 16) as usize + 1).clamp(1, 7)]);
    let plate = format!("{lead}{}-{:03}-{}", letters(d, 1), d.rng.between(10, 999), letters(d, 2));
    let l = look(d, 9.2);
    let (x, w) = (44.0, 507.0);
    let top = d.rng.range(24.0, 40.0);
    card(d, [x - 10.0, top, w + 20.0, 500.0]);
    say(d, (x, top + 22.0), 200.0, "RÉPUBLIQUE FRANÇAISE", &l.bold, &[]);
    say(d, (x, top + 35.0), 200.0, "Ministère de l'Intérieur", &l.small, &[]);
    mid(d, (x + 330.0, top + 26.0), 290.0, "CERTIFICAT D'IMMATRICULATION", &l.bold.sized(15.0), &[]);
    mid(
        d,
        (x + 330.0, top + 38.0),
        290.0,
        "Permiso de circulación - Fahrzeugzulassung - Registration certificate - Carta di circolazione",
        &l.small,
        &[],
    );
    let form = format!("{}{}{:05}", bought.0, letters(d, 2), d.rng.between(1, 99_999));
    let step = 17.0;
    let (a, b) = (x, x + 262.0);
    let mut y = top + 64.0;
    let t = (&l.small, &l.bold);
    let fields_left = [
        ("plate", "A", plate.clone()),
        ("first_registration", "B", figures(first, "/")),
        ("holder", "C.1", holder.to_owned()),
    ];
    for (name, label, value) in &fields_left {
        d.labelled(name, a, a + 30.0, y, label, value, t);
        y += step;
    }
    d.labelled("", a, a + 30.0, y, "C.4a", "EST LE PROPRIETAIRE DU VEHICULE", (&l.small, &l.body));
    y += step;
    let others = d.rng.pick(&["0", "1", "0"]);
    d.labelled("", a, a + 30.0, y, "C.4.1", others, (&l.small, &l.body));
    y += step;
    d.labelled("address", a, a + 30.0, y, "C.3", &capitals(&lives.street, false), (&l.small, &l.body));
    say(d, (a + 30.0, y + step), 226.0, &lives.place(), &l.body, &[]);
    if let Some(set) = d.c.fields.iter_mut().rev().find(|f| f.name == "address") {
        set.value = format!("{} {}", set.value, lives.place());
    }
    let by = top + 64.0;
    let cnit = format!("M10{}VP{}", car.0.chars().take(3).collect::<String>(), d.rng.digits(6));
    let right = [("D.1", car.0), ("D.2", car.1), ("D.2.1", cnit.as_str()), ("D.3", car.3)];
    for (i, (label, value)) in right.iter().enumerate() {
        d.labelled("", b, b + 34.0, by + step * i as f32, label, value, (&l.small, &l.body));
    }
    d.labelled("vin", b, b + 34.0, by + step * 4.0, "E", vin, t);
    let (empty, heavy) = (d.rng.between(780, 1500), d.rng.between(1560, 2200));
    let mass = heavy.to_string();
    let rows: [[(&str, String); 4]; 8] = [
        [
            ("F.1", mass.clone()),
            ("F.2", mass.clone()),
            ("F.3", (heavy + 900).to_string()),
            ("G", (empty + 75).to_string()),
        ],
        [("G.1", empty.to_string()), ("J", "M1".into()), ("J.1", "VP".into()), ("J.2", "AB".into())],
        [
            ("J.3", "CI".into()),
            ("K", format!("e2*2001/116*0{}*{}", d.rng.digits(3), d.rng.digits(2))),
            ("P.1", d.rng.between(898, 1995).to_string()),
            ("P.2", d.rng.between(40, 110).to_string()),
        ],
        [("P.3", car.4.into()), ("P.6", car.5.into()), ("Q", String::new()), ("S.1", "5".into())],
        [
            ("S.2", String::new()),
            ("U.1", d.rng.between(70, 84).to_string()),
            ("U.2", d.rng.between(2500, 4500).to_string()),
            ("V.7", d.rng.between(96, 190).to_string()),
        ],
        [
            ("V.9", d.rng.pick(&["70/220*2001/100EURO4", "715/2007*692/2008EURO5", "98/69EEC"]).to_owned()),
            ("X.1", figures(years_on(bought, 2), "/")),
            ("H", String::new()),
            ("I", figures(bought, "/")),
        ],
        [("Y.1", "0,00".into()), ("Y.2", "0,00".into()), ("Y.3", "0,00".into()), ("Y.4", "4,00".into())],
        [("Y.5", "2,76".into()), ("Y.6", "6,76".into()), ("Z.1", String::new()), ("Z.2", String::new())],
    ];
    let mut y = top + 64.0 + step * 8.2;
    d.rule(x, y - 14.0, x + w, y - 14.0, 0.5);
    for row in &rows {
        for (i, (label, value)) in row.iter().enumerate() {
            let at = x + w * 0.25 * i as f32;
            d.left(at, y, label, &l.small);
            say(d, (at + 25.0, y), w * 0.25 - 30.0, value, &l.body, &[]);
        }
        y += step;
    }
    d.rule(x, y - 8.0, x + w, y - 8.0, 0.5);
    let number = format!("Numéro de formule : {form}");
    say(d, (x, y + 8.0), 220.0, &number, &l.body, &[]);
    let text = "Le certificat d'immatriculation doit être restitué en cas de destruction. Vendu le ..../..../...... à ....h.... \
                En cas de cession, rayer la carte et détacher le coupon. Tout changement de domicile doit être déclaré dans le mois.";
    para(d, (x, y + 24.0), 290.0, text, &l.small, &[]);
    say(d, (x + 320.0, y + 24.0), 180.0, "Pour le ministre, le préfet", &l.small, &[]);
    signed(d, x + 340.0, y + 48.0);
    marks::code(d.c, x + 330.0, y + 62.0, &mut d.rng);
    let lines = zones::registration(&plate, vin, car.0);
    let zone = top + 472.0;
    for (i, line) in lines.iter().enumerate() {
        say(d, (x, zone + 14.0 * i as f32), 300.0, line, &l.body.sized(10.0), &[]);
    }
    coupon(d, top + 512.0, &[&plate, vin, holder, &figures(bought, "/"), &form], car);
}

/// The coupon to detach, its facts those of the sheet.
fn coupon(d: &mut Desk<'_, '_>, top: f32, facts: &[&str; 5], car: Car) {
    let l = look(d, 8.6);
    let (x, w) = (44.0, 507.0);
    let [plate, vin, holder, since, form] = *facts;
    d.c.dotted(14.0, d.c.width - 14.0, top);
    card(d, [x - 10.0, top + 10.0, w + 20.0, 190.0]);
    mid(d, (x + w / 2.0, top + 30.0), w, "COUPON DÉTACHABLE - CERTIFICAT D'IMMATRICULATION", &l.bold, &[]);
    let rows = [
        ("A", plate),
        ("D.1", car.0),
        ("D.3", car.3),
        ("E", vin),
        ("C.1", holder),
        ("I", since),
        ("N° de formule", form),
    ];
    for (i, (label, value)) in rows.iter().enumerate() {
        d.labelled("", x, x + 62.0, top + 50.0 + 15.0 * i as f32, label, value, (&l.small, &l.body));
    }
    let text = "Ce coupon permet de circuler pendant un mois à compter de la date de cession inscrite ci-dessous. \
                Il ne permet pas de circuler hors du territoire national. Date de cession : ....................";
    para(d, (x + 270.0, top + 54.0), 230.0, text, &l.small, &[]);
    say(d, (x + 270.0, top + 120.0), 230.0, "Nom et adresse de l'acquéreur :", &l.small, &[]);
    for i in 0..3 {
        d.c.dotted(x + 270.0, x + w - 6.0, top + 138.0 + 16.0 * i as f32);
    }
}

/// The grey sheet of the departments' registers.
pub(super) fn fni(d: &mut Desk<'_, '_>, car: Car, vin: &str, holder: &str, lives: &Home) {
    let first = day(&mut d.rng, 1988, 2005);
    let bought = day(&mut d.rng, first.0 + 1, 2008);
    let dept = if lives.code.starts_with("97") { &lives.code[..3] } else { &lives.code[..2] };
    let dept = if dept == "20" { "2A" } else { dept };
    let plate = format!("{} {} {dept}", d.rng.between(12, 9999), letters(d, 2));
    let l = look(d, 10.0);
    let (x, w) = (60.0, 475.0);
    let top = d.rng.range(50.0, 130.0);
    card(d, [x - 14.0, top, w + 28.0, 560.0]);
    mid(d, (x + w / 2.0, top + 26.0), w, "RÉPUBLIQUE FRANÇAISE", &l.bold.sized(11.0), &[]);
    let title =
        d.rng.pick(&["CERTIFICAT D'IMMATRICULATION", "CARTE GRISE", "CERTIFICAT D'IMMATRICULATION (CARTE GRISE)"]);
    mid(d, (x + w / 2.0, top + 46.0), w, title, &l.bold.sized(14.0), &[]);
    let seat = format!("PRÉFECTURE - Département {dept}");
    mid(d, (x + w / 2.0, top + 62.0), w, &seat, &l.small, &[]);
    let t = (&l.small, &l.bold);
    let h = 34.0;
    let since = figures(first, "/");
    let made = figures(bought, "/");
    let before = format!("{} {} {}", d.rng.between(12, 9999), letters(d, 2), d.rng.between(10, 95));
    let mut y = top + 78.0;
    y = cells(
        d,
        [x, y, w, h],
        &[
            (0.4, "Numéro d'immatriculation", ("plate", &plate)),
            (0.32, "Date de 1re mise en circulation", ("first_registration", &since)),
            (0.28, "Date du présent certificat", ("", &made)),
        ],
        t,
    );
    y = cells(d, [x, y, w, h], &[(1.0, "Nom, prénoms du titulaire", ("holder", holder))], t);
    let (street, place) = (capitals(&lives.street, false), lives.place());
    y = cells(d, [x, y, w, h], &[(0.58, "Domicile", ("", &street)), (0.42, "Commune", ("", &place))], t);
    y = cells(
        d,
        [x, y, w, h],
        &[(0.18, "Genre", ("", "VP")), (0.4, "Marque", ("", car.0)), (0.42, "Type", ("", car.1))],
        t,
    );
    y = cells(
        d,
        [x, y, w, h],
        &[
            (0.58, "Numéro dans la série du type", ("vin", vin)),
            (0.2, "Carrosserie", ("", "CI")),
            (0.22, "Source d'énergie", ("", car.4)),
        ],
        t,
    );
    let empty = d.rng.between(720, 1300);
    let (seats, a, b, c, noise, turns) = (
        "5",
        empty.to_string(),
        (empty + 480).to_string(),
        (empty + 1200).to_string(),
        d.rng.between(72, 82).to_string(),
        d.rng.between(2800, 4500).to_string(),
    );
    y = cells(
        d,
        [x, y, w, h],
        &[
            (0.2, "Puissance", ("", car.5)),
            (0.2, "Places assises", ("", seats)),
            (0.2, "Poids à vide", ("", &a)),
            (0.2, "P.T.A.C.", ("", &b)),
            (0.2, "P.T.R.A.", ("", &c)),
        ],
        t,
    );
    y = cells(
        d,
        [x, y, w, h],
        &[
            (0.2, "Bruit (dBA)", ("", &noise)),
            (0.25, "Régime (tr/mn)", ("", &turns)),
            (0.55, "Précédente immatriculation", ("", &before)),
        ],
        t,
    );
    let text = "Le titulaire est tenu de faire modifier sa carte grise dans le mois qui suit tout changement de domicile ou toute transformation du \
                véhicule (articles R. 112 et R. 114 du code de la route). En cas de vente, la présente carte doit être barrée et porter la mention \
                très lisible « Vendue le » suivie de la date et de la signature du vendeur.";
    say(d, (x, y + 22.0), w, "Visites techniques", &l.bold, &[]);
    for i in 0..4 {
        d.c.frame(x + w * 0.25 * i as f32, y + 30.0, x + w * 0.25 * (i + 1) as f32, y + 84.0, 0.4);
    }
    let next = figures(years_on(bought, 2), "/");
    say(d, (x + 6.0, y + 50.0), w * 0.25 - 12.0, "A. Avant le", &l.small, &[]);
    say(d, (x + 6.0, y + 64.0), w * 0.25 - 12.0, &next, &l.body, &[]);
    para(d, (x, y + 106.0), w * 0.62, text, &l.small, &[]);
    end(d, (x + w, y + 106.0), 150.0, "Le préfet,", &l.body, &[]);
    seal(d, x + w - 76.0, y + 152.0, 30.0, &["PRÉFECTURE", dept]);
}
