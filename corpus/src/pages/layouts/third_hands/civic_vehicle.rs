//! Certificates of registration: the sheet of today, the older one with boxes, the provisional certificate.

use super::super::facts::{day, figures, years_on};
use super::super::page::Page;
use super::civic_kit::{Column, Cut, even};
use super::civic_names::{DEPARTMENTS, home, person};
use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::{capitals, zones};

pub(super) const PAGES: &[Page] = &[
    Page::a4("carte_grise", today),
    Page { name: "carte_grise", sheet: |rng| rng.chance(0.6).then_some((595.3, 420.9)), set: older },
    Page::a4("carte_grise", provisional),
];

/// Make, kind, start of the number of identification.
const CARS: &[(&str, &str, &str)] = &[
    ("RENAULT", "CLIO", "VF1"),
    ("PEUGEOT", "208", "VF3"),
    ("CITROEN", "C3", "VF7"),
    ("DACIA", "SANDERO", "UU1"),
    ("VOLKSWAGEN", "POLO", "WVW"),
    ("TOYOTA", "YARIS", "VNK"),
    ("FORD", "FIESTA", "WF0"),
    ("FIAT", "500", "ZFA"),
    ("OPEL", "CORSA", "W0L"),
    ("BMW", "SERIE 1", "WBA"),
];

/// Seventeen signs without I, O and Q.
fn vin(start: &str, r: &mut Rng) -> String {
    let signs: Vec<char> = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789".chars().collect();
    let middle: String = (0..6).map(|_| r.choose(&signs)).collect();
    format!("{start}{middle}{}{}", r.choose(&signs), r.digits(7))
}

fn plate(r: &mut Rng) -> String {
    let letters = |r: &mut Rng| -> String {
        (0..2)
            .map(|_| {
                r.choose(&[
                    'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'K', 'L', 'M', 'N', 'P', 'R', 'S', 'T', 'W', 'X', 'Y', 'Z',
                ])
            })
            .collect()
    };
    format!("{}-{:03}-{}", letters(r), r.between(2, 998), letters(r))
}

fn old_plate(r: &mut Rng) -> String {
    let (code, ..) = r.choose(DEPARTMENTS);
    format!(
        "{} {}{}{} {code}",
        r.between(12, 9899),
        r.capital(),
        r.capital(),
        if r.chance(0.5) { r.capital().to_string() } else { String::new() }
    )
}

/// As since 2009: codes and values down the left, the coupon below.
fn today(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(8.8, 9.8));
    let one = person(r, 1945, 2002);
    let lives = home(r);
    let (make, kind, start) = r.choose(CARS);
    let (number, tag) = (vin(start, r), plate(r));
    let first = day(r, 2004, 2023);
    let issued = day(r, first.0.max(2009), 2025);
    let registered = figures(first, "/");
    let holder = format!("{} {}", one.surname(), one.given(" "));
    col.w = col.w.min(d.c.width - 90.0);
    col.set(d, Align::Left, "RÉPUBLIQUE FRANÇAISE", (Cut::Bold, 1.1), &[]);
    col.set(d, Align::Left, "CERTIFICAT D'IMMATRICULATION", (Cut::Bold, 1.3), &[]);
    col.line(d, "Communauté européenne - F - Ministère de l'Intérieur", &[]);
    col.gap(0.8);
    let filled = even(d, col.size * 1.05);
    let (x, at) = (col.x, col.x + 30.0);
    let mut rows = vec![
        ("A", tag.clone(), "plate"),
        ("B", registered, "first_registration"),
        ("C.1", holder, "holder"),
        ("C.4a", "EST LE PROPRIETAIRE DU VEHICULE".to_owned(), ""),
        ("C.4.1", format!("{}", r.between(0, 1)), ""),
        ("C.3", capitals(&lives.line(), false), "address"),
        ("D.1", make.to_owned(), ""),
        ("D.2", format!("M10{}{}{}", r.capital(), r.digits(3), r.capital()), ""),
        ("D.2.1", r.digits(8), ""),
        ("D.3", kind.to_owned(), ""),
        ("E", number.clone(), "vin"),
        ("F.1", r.between(1200, 2300).to_string(), ""),
        ("F.2", r.between(1200, 2300).to_string(), ""),
        ("G.1", r.between(900, 1600).to_string(), ""),
        ("J.1", "VP".to_owned(), ""),
        ("J.3", "CI".to_owned(), ""),
        ("K", format!("e2*2001/116*{}*{}", r.digits(4), r.digits(2)), ""),
        ("P.1", r.between(898, 2200).to_string(), ""),
        ("P.3", r.pick(&["ES", "GO", "EL", "EH"]).to_owned(), ""),
        ("P.6", r.between(3, 12).to_string(), ""),
        ("S.1", "5".to_owned(), ""),
        ("V.7", r.between(89, 190).to_string(), ""),
        ("V.9", "2001/100A-EURO4".to_owned(), ""),
        ("X.1", format!("VISITE AVANT LE {}", figures(years_on(first, 4), "/")), ""),
        ("Y.6", format!("{},{:02}", r.between(90, 500), r.between(0, 99)), ""),
        ("I", figures(issued, "/"), ""),
    ];
    if r.chance(0.5) {
        let old = if first.0 < 2009 { old_plate(r) } else { plate(r) };
        rows.push(("Z.1", format!("PREC. {old}"), ""));
        rows.push(("", old, "previous_plate"));
        rows.pop();
    }
    let codes = col.face(Cut::Bold, 0.95);
    for (code, text, name) in &rows {
        let t = super::super::facts::fitting(d, text, &filled, col.right() - at);
        let y = col.y + col.size;
        let since = d.c.lines.len();
        d.labelled(name, x, at, y, code, text, (&codes, &t));
        if let Some(old) = text.strip_prefix("PREC. ") {
            super::super::facts::mark(d, since, "previous_plate", old);
        }
        col.gap(1.12);
    }
    marks::signature(d.c, col.right() - 110.0, col.y - 40.0, 70.0, r);
    col.gap(0.4);
    let t = even(d, 10.5);
    for line in zones::registration(&tag, &number, make) {
        let t = super::super::facts::fitting(d, &line, &t, col.w);
        d.value("mrz", col.x, col.y + 10.0, &line, &t);
        col.gap(1.5);
    }
    col.hairline(d);
    col.line(d, "COUPON DÉTACHABLE - à remplir par le vendeur lors de la cession", &[]);
    col.line(d, &format!("{tag}   N° de formule : {}{}{}", issued.0, r.capital(), r.digits(8)), &[]);
    col.line(
        d,
        "Je soussigné(e), ................................ certifie avoir vendu le véhicule le ....../....../......",
        &[],
    );
}

/// Of before 2009, with words for labels in two columns of boxes.
fn older(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let one = person(r, 1930, 1985);
    let lives = home(r);
    let (make, kind, start) = r.choose(CARS);
    let number = vin(start, r);
    let first = day(r, 1985, 2008);
    let issued = day(r, first.0, 2008);
    let mut col = Column::page(d, 9.4);
    (col.x, col.w, col.y, col.room) = (40.0, 515.0, 34.0, 404.0);
    d.c.fill(30.0, 24.0, 565.0, 410.0, r.between(216, 244) as u8);
    let (_, department, _, town, _) = r.choose(DEPARTMENTS);
    col.title(d, "CERTIFICAT D'IMMATRICULATION (carte grise)", 1.25, &[]);
    col.line(d, &format!("Préfecture {department} - {town}"), &[]);
    col.gap(0.4);
    let (tag, date) = (old_plate(r), figures(first, r.pick(&["/", "."])));
    let rows = vec![
        ["N° d'immatriculation", "Date de 1re mise en circulation", "Date du présent certificat"]
            .map(|t| ("", t.to_owned()))
            .to_vec(),
        vec![("plate", tag), ("first_registration", date), ("", figures(issued, "/"))],
    ];
    col.table(d, &[1.0, 1.2, 1.1], "ccc", &rows, true);
    let at = 0.27;
    col.pair(d, at, "Nom, prénom (propriétaire)", &format!("{} {}", one.surname(), one.firsts[0]), "holder");
    col.pair(d, at, "Domicile", &capitals(&lives.line(), false), "address");
    col.gap(0.4);
    let rows = vec![
        ["Genre", "Marque", "Type", "N° dans la série du type"].map(|t| ("", t.to_owned())).to_vec(),
        vec![("", "VP".to_owned()), ("", make.to_owned()), ("", kind.to_owned()), ("vin", number)],
    ];
    col.table(d, &[0.5, 1.0, 1.0, 1.8], "clll", &rows, true);
    let rows = vec![
        ["Carrosserie", "Énergie", "Puissance", "Places assises", "PTAC", "Poids à vide", "Bruit"]
            .map(|t| ("", t.to_owned()))
            .to_vec(),
        ["CI", r.pick(&["ES", "GO"]), "5", "5", "1480", "985", "76"].map(|t| ("", t.to_owned())).to_vec(),
    ];
    col.table(d, &[1.0, 0.8, 0.9, 1.1, 0.8, 1.0, 0.7], "ccccccc", &rows, true);
    if r.chance(0.5) {
        let old = old_plate(r);
        col.pair(d, at, "N° d'immatriculation précédent", &old, "previous_plate");
    }
    col.pair(d, at, "Visites techniques", &format!("{} favorable", figures(years_on(first, 4), "/")), "");
    col.line(d, &format!("N° de formule {} {} {}", issued.0, r.capital(), r.digits(6)), &[]);
    col.sign(d, 0.6, &["Pour le préfet et par délégation".to_owned()]);
}

/// The provisional certificate that is printed at home.
fn provisional(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.6, 10.8));
    let one = person(r, 1950, 2004);
    let lives = home(r);
    let (make, kind, start) = r.choose(CARS);
    let (number, tag) = (vin(start, r), plate(r));
    let first = day(r, 2005, 2024);
    let issued = day(r, first.0.max(2012), 2025);
    col.set(d, Align::Left, "MINISTÈRE DE L'INTÉRIEUR", (Cut::Bold, 1.0), &[]);
    col.line(d, "Agence nationale des titres sécurisés (ANTS)", &[]);
    col.gap(1.2);
    col.title(d, "CERTIFICAT PROVISOIRE D'IMMATRICULATION", 1.35, &[]);
    col.set(
        d,
        Align::Centre,
        "permettant de circuler en France pendant un mois à compter de la date d'édition",
        (Cut::Italic, 0.9),
        &[],
    );
    col.gap(1.0);
    let at = r.range(0.42, 0.52);
    let rows = [
        ("(A) Numéro d'immatriculation", tag, "plate"),
        ("(B) Date de première immatriculation", figures(first, "/"), "first_registration"),
        ("(I) Date du certificat", figures(issued, "/"), ""),
        ("(C.1) Titulaire", one.full(), "holder"),
        ("(C.3) Adresse", lives.line(), "address"),
        ("(D.1) Marque", make.to_owned(), ""),
        ("(D.3) Dénomination commerciale", kind.to_owned(), ""),
        ("(E) Numéro d'identification du véhicule", number, "vin"),
        ("(J.1) Genre national", "VP".to_owned(), ""),
        ("(P.3) Type de carburant", "ES".to_owned(), ""),
        ("(P.6) Puissance administrative", r.between(3, 11).to_string(), ""),
        ("(Y.1) Taxe régionale", format!("{},00 €", r.between(120, 460)), ""),
        ("(Y.4) Taxe fixe", "11,00 €".to_owned(), ""),
    ];
    for (label, text, name) in &rows {
        col.pair(d, at, label, text, name);
        col.gap(0.2);
    }
    if r.chance(0.6) {
        let old = if r.chance(0.5) { plate(r) } else { old_plate(r) };
        col.pair(d, at, "Numéro d'immatriculation précédent", &old, "previous_plate");
    }
    col.gap(0.8);
    col.text(
        d,
        &format!(
            "Le présent certificat est valable jusqu'au {}. Votre certificat d'immatriculation \
        définitif vous sera adressé par voie postale, en lettre suivie.",
            figures((issued.0 + issued.1 / 12, issued.1 % 12 + 1, issued.2), "/")
        ),
        &[],
    );
    col.gap(0.4);
    col.text(
        d,
        "L'ancien certificat d'immatriculation, barré et signé, doit être conservé pendant cinq ans puis détruit.",
        &[],
    );
    marks::code(d.c, col.x, (col.y + 16.0).min(d.c.height - 120.0), r);
    col.foot(d, &[format!("Numéro de dossier : {} - Identifiant de télétransmission : {}", r.digits(10), r.digits(6))]);
}
