//! The two kinds of registration certificates: the coded one of the Union, and the grey card that came before it.

use super::civil_kit::{Home, centred, face_of, fit, zone};
use crate::faces::FaceClass;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, figures, mark, years_on};
use crate::pages::layouts::identity::guilloche;
use crate::pages::marks;
use crate::text::capitals;

/// What a registration certificate says.
pub(super) struct Vehicle {
    pub(super) plate: String,
    pub(super) first: Day,
    pub(super) issued: Day,
    pub(super) holder: String,
    pub(super) home: Home,
    pub(super) make: &'static str,
    pub(super) model: &'static str,
    pub(super) kind: &'static str,
    pub(super) vin: String,
}

/// The certificate of the system in use since 2009.
pub(super) fn harmonised(d: &mut Desk<'_, '_>, v: &Vehicle, lines: &[String]) {
    let (x, w) = (d.c.width * 0.05, d.c.width * 0.9);
    let y = d.c.height * d.rng.range(0.03, 0.07);
    let h = d.c.height * 0.82;
    let tint = d.rng.between(226, 246) as u8;
    d.c.fill(x, y, x + w, y + h, tint);
    guilloche(d, x, y, w, h);
    let printed = face_of(d, FaceClass::Sans, false, 7.2);
    let bold = face_of(d, FaceClass::Sans, true, 8.0);
    let class = d.rng.choose(&[FaceClass::Sans, FaceClass::Mono]);
    let typed = face_of(d, class, false, 9.2);
    d.c.fill(x + 8.0, y + 8.0, x + 42.0, y + 36.0, 90);
    d.left(x + 19.0, y + 28.0, "F", &bold.sized(15.0));
    d.left(x + 52.0, y + 20.0, "RÉPUBLIQUE FRANÇAISE", &bold.sized(11.0));
    d.left(x + 52.0, y + 33.0, "Certificat d'immatriculation", &bold.sized(10.0));
    fit(
        d,
        "",
        (x + 250.0, y + 20.0),
        w - 260.0,
        "Permiso de circulación / Registreringsattest / Certificado de matrícula",
        &printed.sized(6.0),
    );
    fit(
        d,
        "",
        (x + 250.0, y + 29.0),
        w - 260.0,
        "Zulassungsbescheinigung / Registration certificate / Carta di circolazione",
        &printed.sized(6.0),
    );
    let left = x + 12.0;
    let step = h * 0.0265;
    let code = |d: &mut Desk<'_, '_>, (across, i): (f32, f32), sign: &str, name: &'static str, text: &str| {
        let base = y + 58.0 + step * i;
        d.left(left + across, base, sign, &bold);
        let width = d.c.measure(sign, &bold, &mut d.rng) + 6.0;
        fit(d, name, (left + across + width, base), 230.0, text, &typed);
    };
    code(d, (0.0, 0.0), "A", "plate", &v.plate);
    code(d, (w * 0.5, 0.0), "B", "first_registration", &figures(v.first, "/"));
    code(d, (0.0, 1.3), "C.1", "holder", &v.holder);
    code(d, (0.0, 2.6), "C.4a", "", "EST LE PROPRIETAIRE DU VEHICULE");
    let since = d.c.lines.len();
    let (street, town) = (capitals(&v.home.street, false), v.home.town_line(true));
    code(d, (0.0, 3.9), "C.3", "", &street);
    let width = d.c.measure("C.3", &bold, &mut d.rng) + 6.0;
    fit(d, "", (left + width, y + 58.0 + step * 4.9), 230.0, &town, &typed);
    mark(d, since, "address", &format!("{street} {town}"));
    code(d, (0.0, 6.5), "D.1", "", v.make);
    let version = format!("{}{}", &v.kind[3..7], d.rng.digits(5));
    code(d, (w * 0.38, 6.5), "D.2", "", &version);
    code(d, (0.0, 7.5), "D.2.1", "", v.kind);
    code(d, (w * 0.5, 7.5), "D.3", "", v.model);
    code(d, (0.0, 8.6), "E", "vin", &v.vin);
    let weight = d.rng.between(1380, 1990);
    let number = |d: &mut Desk<'_, '_>, low: i64, high: i64| d.rng.between(low, high).to_string();
    let weights = weight.to_string();
    code(d, (0.0, 9.8), "F.1", "", &weights);
    code(d, (w * 0.2, 9.8), "F.2", "", &weights);
    code(d, (w * 0.4, 9.8), "F.3", "", &(weight + 1000).to_string());
    let empty = weight - 480;
    code(d, (w * 0.6, 9.8), "G", "", &empty.to_string());
    code(d, (w * 0.78, 9.8), "G.1", "", &(empty - 75).to_string());
    code(d, (0.0, 11.0), "J", "", "M1");
    code(d, (w * 0.2, 11.0), "J.1", "", "VP");
    code(d, (w * 0.4, 11.0), "J.2", "", "AB");
    code(d, (w * 0.6, 11.0), "J.3", "", "CI");
    let approval = format!("e2*2007/46*{:04}*{:02}", d.rng.between(1, 700), d.rng.between(1, 40));
    code(d, (0.0, 12.0), "K", "", &approval);
    let text = number(d, 898, 1998);
    code(d, (0.0, 13.2), "P.1", "", &text);
    let text = number(d, 48, 120);
    code(d, (w * 0.2, 13.2), "P.2", "", &text);
    let fuel = d.rng.pick(&["ES", "GO", "EH", "FE"]);
    code(d, (w * 0.4, 13.2), "P.3", "", fuel);
    let text = number(d, 4, 9);
    code(d, (w * 0.6, 13.2), "P.6", "", &text);
    code(d, (0.0, 14.3), "S.1", "", "5");
    let text = number(d, 70, 82);
    code(d, (w * 0.2, 14.3), "U.1", "", &text);
    let text = number(d, 2250, 3750);
    code(d, (w * 0.4, 14.3), "U.2", "", &text);
    let text = number(d, 92, 158);
    code(d, (w * 0.6, 14.3), "V.7", "", &text);
    let euro = d.rng.pick(&["EURO5", "EURO6", "70/220*2001/100EURO4"]);
    code(d, (0.0, 15.4), "V.9", "", euro);
    let visit = if v.issued.0 - v.first.0 < 4 { years_on(v.first, 4) } else { years_on(v.issued, 2) };
    code(d, (w * 0.5, 15.4), "X.1", "", &format!("VISITE AVANT LE {}", figures(visit, "/")));
    let cents = d.rng.between(9000, 32000);
    let money = |c: i64| format!("{},{:02} EUR", c / 100, c % 100);
    code(d, (0.0, 16.8), "Y.1", "", &money(cents));
    code(d, (w * 0.25, 16.8), "Y.3", "", "0,00 EUR");
    code(d, (w * 0.5, 16.8), "Y.4", "", "11,00 EUR");
    code(d, (0.0, 17.8), "Y.5", "", "2,76 EUR");
    code(d, (w * 0.25, 17.8), "Y.6", "", &money(cents + 1376));
    code(d, (0.0, 19.2), "H", "", "");
    code(d, (w * 0.25, 19.2), "I", "", &figures(v.issued, "/"));
    code(d, (w * 0.5, 19.2), "Z.1", "", "");
    let base = y + 58.0 + step * 21.0;
    let signer = d.rng.pick(&["Pour le ministre de l'Intérieur et par délégation,", "Le ministre de l'Intérieur"]);
    d.left(x + w * 0.5, base, signer, &printed);
    marks::signature(d.c, x + w * 0.6, base + 18.0, 70.0, &mut d.rng);
    zone(d, (x + 12.0, y + h * 0.76, w - 24.0), lines, 12.0);
    // These lines are the certificate's own, and no field of its type.
    d.c.fields.retain(|f| f.name != "mrz");
    let cut = y + h * 0.79;
    d.c.dotted(x, x + w, cut);
    d.left(left, cut + 16.0, "COUPON DÉTACHABLE", &bold);
    d.left(
        x + w * 0.5,
        cut + 16.0,
        "Ce coupon permet de circuler pendant un mois après la cession",
        &printed.sized(6.6),
    );
    for (i, text) in [
        "Date et heure de la cession : ....../....../............ à ........h........",
        "Nom et prénom de l'acquéreur : ............................................................",
        "Adresse : ...................................................................................",
        "Signature du nouveau propriétaire :",
    ]
    .iter()
    .enumerate()
    {
        fit(d, "", (left, cut + 36.0 + i as f32 * 18.0), w - 24.0, text, &printed);
    }
    let formula = format!("{}{}{}", v.issued.0, d.rng.capital(), d.rng.capital());
    let formula = format!("N° de formule {formula}{}", d.rng.digits(5));
    fit(d, "", (x + w * 0.62, y + h - 10.0), w * 0.35, &formula, &printed);
    let tail = format!(
        "{}{}",
        "Toute modification de ce document est interdite. ", "Art. R. 322-1 et suivants du code de la route."
    );
    fit(d, "", (x, y + h + 14.0), w, &tail, &printed.sized(6.4));
}

/// The grey card before 2009: boxes with labels over what was printed in them.
pub(super) fn grey(d: &mut Desk<'_, '_>, v: &Vehicle) {
    let (x, w) = (d.c.width * 0.05, d.c.width * 0.9);
    let y = d.c.height * d.rng.range(0.04, 0.1);
    let printed = face_of(d, FaceClass::Sans, false, 6.4);
    let bold = face_of(d, FaceClass::Sans, true, 10.0);
    let class = d.rng.choose(&[FaceClass::Typewriter, FaceClass::Mono]);
    let typed = face_of(d, class, false, 10.0);
    let h = 392.0;
    d.c.fill(x, y, x + w, y + h, 230);
    d.c.frame(x, y, x + w, y + h, 1.0);
    let title = d.rng.pick(&["CERTIFICAT D'IMMATRICULATION", "CARTE GRISE - CERTIFICAT D'IMMATRICULATION"]);
    let office = d.rng.pick(&["PREFECTURE DU RHONE", "PREFECTURE DE LA LOIRE-ATLANTIQUE", "SOUS-PREFECTURE DE BREST"]);
    d.left(x + 10.0, y + 17.0, "RÉPUBLIQUE FRANÇAISE", &bold);
    centred(d, (x + w * 0.62, y + 17.0), &[title], (&bold, 12.0), &[]);
    d.left(x + 10.0, y + 31.0, "Ministère de l'Intérieur", &printed);
    let (street, town) = (capitals(&v.home.street, false), v.home.town_line(true));
    let power = d.rng.between(4, 9).to_string();
    let weights = (d.rng.between(1350, 1850), d.rng.between(860, 1190));
    let seats = d.rng.pick(&["5", "5", "4", "7"]);
    let energy = d.rng.pick(&["ES", "GO"]);
    let before = if d.rng.chance(0.5) {
        "NEUF".to_owned()
    } else {
        format!("{} {}{} 38", d.rng.between(100, 9000), d.rng.capital(), d.rng.capital())
    };
    let noise = d.rng.between(70, 84).to_string();
    let speed = d.rng.between(2600, 4200).to_string();
    let body = d.rng.pick(&["CI", "BREAK", "CABRIO"]);
    let (full, empty) = (weights.0.to_string(), weights.1.to_string());
    let (issued, first) = (figures(v.issued, "/"), figures(v.first, "/"));
    let serial = &v.kind[v.kind.len() - 8..];
    type Box<'a> = (f32, &'a str, &'static str, &'a str);
    let rows: [(f32, &[Box<'_>]); 8] = [
        (
            34.0,
            &[
                (0.3, "Numéro d'immatriculation", "plate", &v.plate),
                (0.35, "Date de 1re mise en circulation", "first_registration", &first),
                (0.35, "Date du présent certificat", "", &issued),
            ],
        ),
        (
            34.0,
            &[
                (0.7, "Nom, prénoms ou raison sociale", "holder", &v.holder),
                (0.3, "N° immatriculation précédent", "", &before),
            ],
        ),
        (46.0, &[(1.0, "Domicile", "", "")]),
        (34.0, &[(0.14, "Genre", "", "VP"), (0.36, "Marque", "", v.make), (0.5, "Type", "", serial)]),
        (
            34.0,
            &[
                (0.6, "N° dans la série du type", "vin", &v.vin),
                (0.2, "Carrosserie", "", body),
                (0.2, "Énergie", "", energy),
            ],
        ),
        (
            34.0,
            &[
                (0.2, "Puissance administrative", "", &power),
                (0.2, "Places assises", "", seats),
                (0.2, "PTAC", "", &full),
                (0.2, "PTRA", "", ""),
                (0.2, "Poids à vide", "", &empty),
            ],
        ),
        (
            34.0,
            &[
                (0.3, "Niveau sonore (dB A)", "", &noise),
                (0.3, "Régime moteur (tr/min)", "", &speed),
                (0.4, "Dénomination commerciale", "", v.model),
            ],
        ),
        (34.0, &[(1.0, "Délivré par", "", office)]),
    ];
    let mut top = y + 40.0;
    for (high, cells) in rows {
        let mut left = x;
        for (share, label, name, text) in cells {
            let width = w * share;
            d.c.frame(left, top, left + width, top + high, 0.6);
            fit(d, "", (left + 4.0, top + 9.0), width - 8.0, label, &printed);
            if *label == "Domicile" {
                let since = d.c.lines.len();
                fit(d, "", (left + 6.0, top + 24.0), width - 12.0, &street, &typed);
                fit(d, "", (left + 6.0, top + 38.0), width - 12.0, &town, &typed);
                mark(d, since, "address", &format!("{street} {town}"));
            } else {
                fit(d, name, (left + 6.0, top + 26.0), width - 12.0, text, &typed);
            }
            left += width;
        }
        top += high;
    }
    let note =
        "Tout changement d'adresse ou de propriétaire doit être déclaré à la préfecture dans le délai d'un mois.";
    fit(d, "", (x + 6.0, top + 14.0), w * 0.62, note, &printed);
    fit(d, "", (x + 6.0, top + 30.0), w * 0.3, "Le Préfet,", &printed.sized(8.0));
    super::civil_kit::seal(d, x + w * 0.5, top + 45.0);
    // Visits to the inspection, on the other leaf.
    let top = y + h + 16.0;
    d.c.fill(x, top, x + w, top + 210.0, 230);
    d.c.frame(x, top, x + w, top + 210.0, 1.0);
    d.left(x + 10.0, top + 16.0, "VISITES TECHNIQUES", &bold);
    d.left(x + w * 0.68, top + 16.0, "Cachet du centre de contrôle", &printed);
    for i in 0..4 {
        let from = top + 26.0 + i as f32 * 46.0;
        d.rule(x, from, x + w, from, 0.5);
        d.left(x + 8.0, from + 12.0, "Date de la visite :", &printed);
        d.left(x + w * 0.36, from + 12.0, "Valable jusqu'au :", &printed);
        let seen = years_on(v.first, 4 + 2 * i);
        if seen.0 < 2009 && i < 2 {
            d.left(x + 8.0, from + 30.0, &figures(seen, "/"), &typed);
            d.left(x + w * 0.36, from + 30.0, &figures(years_on(seen, 2), "/"), &typed);
        }
    }
    let text = "A Autorisé - S Soumis à contre-visite - Le défaut de visite est puni de l'amende prévue pour les contraventions de la 4e classe.";
    fit(d, "", (x, top + 226.0), w, text, &printed);
}
