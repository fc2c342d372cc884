//! Registration certificates: the one in force since 2009 with its coded fields, and the grey card before it.

use super::facts::{Someone, day, figures, pair};
use crate::pages::compose::Type;
use crate::pages::desk::Desk;
use crate::pages::layouts::identity::{guilloche, types};
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::{capitals, codes, street, town, words, zones};

const MAKES: &[(&str, &str, &str)] = &[
    ("RENAULT", "CLIO", "VF1"),
    ("PEUGEOT", "208", "VF3"),
    ("CITROEN", "C3", "VF7"),
    ("DACIA", "SANDERO", "UU1"),
    ("VOLKSWAGEN", "POLO", "WVW"),
    ("TOYOTA", "YARIS", "VNK"),
    ("FORD", "FIESTA", "WF0"),
    ("BMW", "SERIE 1", "WBA"),
];

/// A vehicle identification number: no I, O or Q in it.
fn vin(world: &str, rng: &mut Rng) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
    let middle: String = (0..8).map(|_| char::from(LETTERS[rng.below(LETTERS.len())])).collect();
    format!("{world}{middle}{}", rng.digits(6))
}

/// `AB-123-CD`: no I, O or U.
fn plate(rng: &mut Rng) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHJKLMNPQRSTVWXYZ";
    let two = |rng: &mut Rng| (0..2).map(|_| char::from(LETTERS[rng.below(LETTERS.len())])).collect::<String>();
    let (a, n, b) = (two(rng), rng.between(1, 999), two(rng));
    format!("{a}-{n:03}-{b}")
}

pub(super) fn registration(d: &mut Desk<'_, '_>) {
    if d.rng.chance(0.7) { coded(d) } else { grey(d) }
}

/// The certificate since 2009: the upper part of an A4 sheet in two columns, coupons under it.
fn coded(d: &mut Desk<'_, '_>) {
    let (make, model, world) = d.rng.choose(MAKES);
    let own = Someone::random(&mut d.rng);
    let (plate, vin) = (plate(&mut d.rng), vin(world, &mut d.rng));
    let first = day(&mut d.rng, 1996, 2025);
    let issued = day(&mut d.rng, first.0.max(2010), 2026);
    let (x, y, w, h) = (24.0, d.rng.range(20.0, 70.0), d.c.width - 48.0, d.rng.range(330.0, 400.0));
    let wording = d.rng.between(222, 248);
    d.c.fill(x, y, x + w, y + h, wording as u8);
    guilloche(d, x, y, w, h);
    let (label, typed, ocr) = types(d, h / 26.0);
    let size = d.rng.range(7.2, 8.6);
    let label = label.sized(size * 0.95);
    let value = if d.rng.chance(0.4) {
        typed.sized(size * 1.1)
    } else {
        Type { face: label.face.clone(), ..label.sized(size) }
    };
    let lead = (h - 92.0) / 18.6;
    let middle = x + w / 2.0;
    let head = d.fonts.bold.sized(size * 1.35);
    let title = d.rng.pick(&["CERTIFICAT D'IMMATRICULATION", "Certificat d'immatriculation"]);
    d.left(x + 8.0, y + 16.0, "RÉPUBLIQUE FRANÇAISE", &label);
    d.right(x + w - 8.0, y + 16.0, "UNION EUROPÉENNE", &label);
    d.centre(middle, y + 30.0, title, &head);
    let (left, right) = (x + 8.0, middle + 8.0);
    let mut row = y + 46.0;
    // On the printed form the codes stand alone; what they mean is on the back of old prints and beside them on copies.
    let spoken = d.rng.chance(0.35);
    let dot = d.rng.pick(&["", "", "."]);
    let code =
        |code: &str, meaning: &str| if spoken { format!("{code}{dot} {meaning}") } else { format!("{code}{dot}") };
    let at = if spoken { 128.0 } else { 34.0 };
    let mark = d.rng.pick(&["/", "/", "-"]);
    d.labelled(
        "plate",
        left,
        left + at,
        row,
        &code("A", "Numéro d'immatriculation"),
        &plate,
        (&label, &value.sized(size * 1.25)),
    );
    d.labelled(
        "first_registration",
        right,
        right + at,
        row,
        &code("B", "Date de 1re immatriculation"),
        &figures(first, mark),
        (&label, &value),
    );
    row += lead * 1.15;
    let holder = format!("{} {}", own.surname(), capitals(&own.given(" "), true));
    let holder =
        if d.rng.chance(0.4) { format!("{} {holder}", if own.sex == 'M' { "M." } else { "MME" }) } else { holder };
    d.labelled("holder", left, left + at, row, &code("C.1", "Titulaire"), &holder, (&label, &value));
    row += lead;
    pair(d, left, left + at, row, (&code("C.4a", ""), "EST LE PROPRIÉTAIRE DU VÉHICULE"), (&label, &value));
    row += lead;
    let home = [capitals(&street(&mut d.rng), false), capitals(&town(&mut d.rng), false)];
    pair(d, left, left + at, row, (&code("C.3", ""), &home[0]), (&label, &value));
    row += lead;
    d.left(left + at, row, &home[1], &value);
    row += lead;
    let power = d.rng.between(4, 12);
    let mass = d.rng.between(1250, 2400);
    let fuel = d.rng.pick(&["ES", "GO", "EH", "EL", "EE", "FE"]);
    let noise = d.rng.between(68, 84);
    let facts: Vec<(&str, &str, String)> = vec![
        ("D.1", "Marque", make.to_owned()),
        (
            "D.2",
            "Type, variante, version",
            format!("M10{}{}{}", make.chars().next().unwrap_or('R'), d.rng.digits(4), d.rng.capital()),
        ),
        ("D.2.1", "", format!("M10{}{}", d.rng.digits(3), d.rng.digits(4))),
        ("D.3", "Dénomination commerciale", model.to_owned()),
        ("F.1", "", mass.to_string()),
        ("F.2", "", mass.to_string()),
        ("F.3", "", (mass + 700).to_string()),
        ("G", "", (mass - 420).to_string()),
        ("G.1", "", (mass - 495).to_string()),
        ("J", "", "M1".to_owned()),
        ("J.1", "Genre national", "VP".to_owned()),
        ("J.2", "Carrosserie", "AB".to_owned()),
        ("J.3", "", "CI".to_owned()),
        ("K", "", format!("e2*2001/116*{}*{:02}", d.rng.digits(4), d.rng.between(1, 40))),
        ("P.1", "Cylindrée", d.rng.between(900, 2200).to_string()),
        ("P.2", "Puissance nette", d.rng.between(44, 140).to_string()),
        ("P.3", "Énergie", fuel.to_owned()),
        ("P.6", "Puissance administrative", power.to_string()),
        ("S.1", "Places assises", d.rng.choose(&["5", "5", "4", "7"]).to_owned()),
        ("U.1", "", noise.to_string()),
        ("U.2", "", d.rng.between(2500, 4200).to_string()),
        ("V.7", "CO2 (g/km)", d.rng.between(85, 190).to_string()),
        ("V.9", "Classe environnementale", format!("70/220*2001/{}EURO{}", d.rng.between(10, 99), d.rng.between(3, 6))),
        ("X.1", "Visite avant le", format!("VISITE AVANT LE {}", figures(day(&mut d.rng, 2026, 2029), "/"))),
        ("H", "", "".to_owned()),
        ("I", "Date du certificat", figures(issued, mark)),
        ("Z.1", "", "".to_owned()),
        ("Y.6", "", format!("{},{}", d.rng.between(11, 60), d.rng.between(10, 99))),
    ];
    // The identification number stands in a row of its own after D.3.
    let mut second = y + 46.0 + lead * 1.15;
    for (i, (text, meaning, content)) in facts.iter().enumerate() {
        let on_left = i < 12;
        let (x, next) = if on_left { (left, &mut row) } else { (right, &mut second) };
        let y = *next;
        *next += lead;
        pair(d, x, x + at, y, (&code(text, meaning), content), (&label, &value));
        if *text == "D.3" {
            d.labelled("vin", left, left + at, row, &code("E", "N° d'identification"), &vin, (&label, &value));
            row += lead;
        }
    }
    let foot = row.max(second) + 4.0;
    let lines = zones::registration(&plate, &vin, make);
    let natural = d.c.measure(&lines[0], &ocr.sized(10.0), &mut d.rng).max(1.0);
    let t = ocr.sized((w * 0.8 / natural * 10.0).min(11.0));
    for (i, line) in lines.iter().enumerate() {
        d.left(left, foot + t.size * (1.0 + 1.5 * i as f32), line, &t);
    }
    coupons(d, foot + 60.0, &plate, &label);
}

/// What hangs under the certificate: the coupon of a sale.
fn coupons(d: &mut Desk<'_, '_>, y: f32, plate: &str, label: &Type) {
    if y > d.c.height - 150.0 || d.rng.chance(0.4) {
        return;
    }
    let (x0, x1) = (d.x0(), d.x1());
    d.c.dotted(20.0, d.c.width - 20.0, y);
    let small = label.sized(label.size * 0.95);
    d.left(x0, y + 20.0, "COUPON DÉTACHABLE", &small);
    d.right(x1, y + 20.0, plate, &small);
    for (i, text) in ["Nom, prénom du nouveau titulaire", "Adresse", "Vendu le", "Signature de l'ancien titulaire"]
        .iter()
        .enumerate()
    {
        let y = y + 42.0 + i as f32 * 20.0;
        let width = d.left(x0, y, text, &small);
        d.c.dotted(x0 + width + 5.0, x1, y);
    }
}

/// The grey card in force until 2009: boxes with their headings in small print, typed into.
fn grey(d: &mut Desk<'_, '_>) {
    let (make, model, world) = d.rng.choose(MAKES);
    let own = Someone::born(&mut d.rng, 1930, 1985);
    let first = day(&mut d.rng, 1985, 2007);
    let issued = day(&mut d.rng, first.0, 2008);
    let vin = vin(world, &mut d.rng);
    let department = own.department();
    let plate = format!("{} {}{} {department}", d.rng.between(11, 9999), d.rng.capital(), d.rng.capital());
    let scale = d.rng.range(1.0, 1.3);
    let (w, h) = (420.0 * scale, 300.0 * scale);
    let (x, y) = (d.rng.range(8.0, (d.c.width - w - 4.0).max(9.0)), d.rng.range(30.0, 160.0));
    let tint = d.rng.between(200, 235) as u8;
    d.c.fill(x, y, x + w, y + h, tint);
    guilloche(d, x, y, w, h);
    d.c.frame(x, y, x + w, y + h, 0.8);
    let unit = h / 24.0;
    let (label, typed, _) = types(d, unit);
    let (label, value) = (label.sized(unit * 0.58), typed.sized(unit * 0.95));
    let head = d.fonts.bold.sized(unit * 1.1);
    d.left(x + 6.0, y + unit * 1.5, "CERTIFICAT D'IMMATRICULATION", &head);
    let wording = d.rng.pick(&["RÉPUBLIQUE FRANÇAISE", "MINISTÈRE DE L'INTÉRIEUR"]);
    d.right(x + w - 6.0, y + unit * 1.5, wording, &label.sized(unit * 0.7));
    d.left(x + 6.0, y + unit * 2.6, "(CARTE GRISE)", &label.sized(unit * 0.8));
    let column = [0.02, 0.36, 0.7];
    let boxes: [&[(&str, &'static str, String)]; 6] = [
        &[
            ("N° d'immatriculation", "plate", plate),
            ("Date de 1re mise en circulation", "first_registration", figures(first, "/")),
            ("Précédent n°", "", String::new()),
        ],
        &[("Nom, prénoms", "holder", format!("{} {}", own.surname(), capitals(&own.firsts[0], true)))],
        &[("Domicile", "", format!("{} {}", capitals(&street(&mut d.rng), false), capitals(&town(&mut d.rng), false)))],
        &[
            ("Genre", "", "VP".to_owned()),
            ("Marque", "", make.to_owned()),
            ("Type", "", format!("{model}{}", d.rng.digits(3))),
        ],
        &[
            ("N° dans la série du type", "vin", vin),
            ("Carrosserie", "", "CI".to_owned()),
            ("Énergie", "", d.rng.pick(&["ES", "GO"]).to_owned()),
        ],
        &[
            ("Puissance", "", d.rng.between(4, 11).to_string()),
            ("Places ass.", "", "5".to_owned()),
            ("Poids total", "", d.rng.between(1150, 1900).to_string()),
        ],
    ];
    let row = unit * 2.7;
    for (r, cells) in boxes.iter().enumerate() {
        let top = y + unit * 3.4 + r as f32 * row;
        d.rule(x, top, x + w, top, 0.5);
        for (c, (text, field, content)) in cells.iter().enumerate() {
            let at = x + w * column[c];
            d.left(at, top + unit * 0.85, text, &label);
            match *field {
                "" => d.left(at, top + unit * 2.1, content, &value),
                field => d.value(field, at, top + unit * 2.1, content, &value),
            };
        }
    }
    let foot = y + unit * 3.4 + 6.0 * row;
    d.rule(x, foot, x + w, foot, 0.5);
    let place = d.rng.choose(words::TOWNS).1;
    d.left(
        x + w * 0.02,
        foot + unit * 1.5,
        &format!("Fait à {place}, le {}", figures(issued, "/")),
        &value.sized(unit * 0.8),
    );
    marks::stamp(d.c, x + w * 0.8, foot + unit * 1.2, &mut d.rng);
    if d.rng.chance(0.2) {
        let body = d.fonts.body.clone();
        let (x, date) = (d.x0(), codes::date(&mut d.rng));
        d.left(x, (y + h + 40.0).min(d.bottom()), &format!("Véhicule cédé le {date}"), &body);
    }
}
