//! Residence permits, driving licences and registration certificates of the models in circulation.
//!
//! Not responsible for identity cards and passports.

use super::Page;
use super::civil_kit::{Mark, card, home, mid, para, say, seal};
use super::identity_cards::{faces, heading};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, day, figures, of, packed, years_on};
use crate::text::zones::{self, Subject};
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] =
    &[Page::a4("titre_sejour", residence), Page::a4("permis_conduire", licence), Page::a4("carte_grise", registration)];

/// Nationality, its three letters, towns, surnames, first names of men and of women.
type Origin = (&'static str, &'static str, [&'static str; 3], [&'static str; 4], [&'static str; 3], [&'static str; 3]);

const ORIGINS: &[Origin] = &[
    (
        "TUNISIENNE",
        "TUN",
        ["SFAX", "TUNIS", "BIZERTE"],
        ["TRABELSI", "BEN SALAH", "JAZIRI", "HAMDI"],
        ["Anis", "Walid", "Hichem"],
        ["Amel", "Sonia", "Rim"],
    ),
    (
        "MALIENNE",
        "MLI",
        ["KAYES", "BAMAKO", "SIKASSO"],
        ["TRAORE", "COULIBALY", "KEITA", "SISSOKO"],
        ["Moussa", "Bakary", "Adama"],
        ["Awa", "Fanta", "Kadiatou"],
    ),
    (
        "SRI-LANKAISE",
        "LKA",
        ["JAFFNA", "COLOMBO", "KANDY"],
        ["SIVARAJAH", "PERERA", "KANDIAH", "RAJARATNAM"],
        ["Suresh", "Nimal", "Arun"],
        ["Priya", "Nirmala", "Shanthi"],
    ),
    (
        "GEORGIENNE",
        "GEO",
        ["TBILISSI", "KOUTAISSI", "BATOUMI"],
        ["BERIDZE", "KAPANADZE", "GELASHVILI", "LOMIDZE"],
        ["Giorgi", "Levan", "Davit"],
        ["Nino", "Mariam", "Tamar"],
    ),
    (
        "BRESILIENNE",
        "BRA",
        ["BELEM", "RECIFE", "MACAPA"],
        ["DA SILVA", "OLIVEIRA", "PEREIRA", "DOS SANTOS"],
        ["Rafael", "Thiago", "Bruno"],
        ["Juliana", "Camila", "Leticia"],
    ),
    (
        "COMORIENNE",
        "COM",
        ["MORONI", "MUTSAMUDU", "FOMBONI"],
        ["ALI MOHAMED", "SAID ABDALLAH", "MADI", "BACAR"],
        ["Ibrahim", "Soilihi", "Nassur"],
        ["Zainaba", "Echati", "Moinaecha"],
    ),
];

fn residence(d: &mut Desk<'_, '_>) {
    super::civil_kit::modern(d);
    let (nationality, code, towns, lasts, men, women) = d.rng.choose(ORIGINS);
    let mut own = Someone::born(&mut d.rng, 1955, 2003);
    own.last = d.rng.choose(&lasts).to_owned();
    own.firsts = vec![d.rng.choose(if own.sex == 'M' { &men } else { &women }).to_owned()];
    let newer = d.rng.chance(0.5);
    let issued = if newer { day(&mut d.rng, 2021, 2025) } else { day(&mut d.rng, 2016, 2020) };
    let (years, kind, remark) = d.rng.choose(&[
        (10, "CARTE DE RÉSIDENT", "AUTORISE SON TITULAIRE À TRAVAILLER"),
        (4, "CARTE DE SÉJOUR PLURIANNUELLE", "VIE PRIVÉE ET FAMILIALE"),
        (1, "CARTE DE SÉJOUR TEMPORAIRE", "SALARIÉ"),
        (10, "RÉSIDENT LONGUE DURÉE-UE", "TOUTE PROFESSION EN FRANCE MÉTROPOLITAINE"),
        (4, "PASSEPORT TALENT", "FAMILLE"),
        (2, "CARTE DE SÉJOUR PLURIANNUELLE", "ÉTUDIANT - TRAVAIL LIMITÉ À 964 H/AN"),
    ]);
    let expiry = years_on(issued, years);
    let letters: String = (0..2).map(|_| d.rng.capital()).collect();
    let number = if newer { format!("{}{}{letters}", d.rng.capital(), d.rng.digits(6)) } else { d.rng.digits(9) };
    let personal = format!("{}03{}", d.rng.between(10, 95), d.rng.digits(6));
    let (birth, until) = (packed(own.birth), packed(expiry));
    let who = Subject {
        last: &own.last,
        firsts: &own.firsts,
        birth: &birth,
        expiry: &until,
        sex: own.sex,
        nationality: code,
    };
    let zone = zones::td1("IR", &number, "", &who);
    let top = heading(d, "Titre de séjour", &own.full());
    let town = capitals(d.rng.choose(words::TOWNS).1, true);
    let place = d.rng.choose(&towns);
    let sex = own.sex.to_string();
    let names = own.given(", ");
    let sized = if newer { d.rng.range(266.0, 276.0) } else { d.rng.range(400.0, 470.0) };
    let h = sized * 0.63;
    let (first, second) = if newer {
        ([16.0, top + 60.0, sized, h], [303.0, top + 60.0, sized, h])
    } else {
        let x = (d.c.width - sized) / 2.0;
        ([x, top, sized, h], [x, top + h + 26.0, sized, h])
    };
    let c = card(d, first);
    let (lt, vt, ocr) = faces(d, h);
    let vt = vt.sized(h * 0.047);
    let t = (&lt, &vt);
    c.line(d, [0.04, 0.09, 0.4], "RÉPUBLIQUE FRANÇAISE", &lt, "");
    c.line(d, [0.3, 0.17, 0.42], "TITRE DE SÉJOUR", &lt.sized(h * 0.07), "");
    c.photo(d, [0.035, 0.24, 0.27, 0.56]);
    c.sign(d, 0.08, 0.88, 0.16);
    let since = figures(issued, if newer { " " } else { "/" });
    let until = figures(expiry, if newer { " " } else { "/" });
    let born = figures(own.birth, if newer { " " } else { "/" });
    if newer {
        c.line(d, [0.72, 0.09, 0.25], "RESIDENCE PERMIT", &lt, "");
        c.line(d, [0.74, 0.17, 0.23], &number, &vt, "number");
        c.entry(d, [0.35, 0.25, 0.6], "NOM / Surname", ("last_name", &own.surname()), t);
        c.entry(d, [0.35, 0.365, 0.6], "PRÉNOMS / Given names", ("first_names", &names), t);
        c.entry(d, [0.35, 0.48, 0.1], "SEXE / Sex", ("sex", &sex), t);
        c.entry(d, [0.48, 0.48, 0.2], "NATIONALITÉ / Nationality", ("nationality", code), t);
        c.entry(d, [0.71, 0.48, 0.26], "DATE DE NAISS. / Birth", ("birth_date", &born), t);
        c.entry(d, [0.35, 0.595, 0.6], "CATÉGORIE DU TITRE / Type of permit", ("", kind), t);
        c.entry(d, [0.35, 0.71, 0.3], "NUMÉRO PERSONNEL / Personal No", ("", &personal), t);
        c.entry(d, [0.71, 0.71, 0.26], "EXPIRATION / Expiry date", ("expiry_date", &until), t);
        c.entry(d, [0.35, 0.825, 0.6], "REMARQUES / Remarks", ("", remark), t);
    } else {
        c.line(d, [0.72, 0.1, 0.25], &number, &vt, "number");
        c.entry(d, [0.35, 0.25, 0.6], "NOM / NAME", ("last_name", &own.surname()), t);
        c.entry(d, [0.35, 0.355, 0.6], "Prénoms / Forenames", ("first_names", &names), t);
        c.entry(d, [0.35, 0.46, 0.6], "CARTE VALABLE JUSQU'AU / VALID UNTIL", ("expiry_date", &until), t);
        let given = format!("{town}, {since}");
        c.entry(d, [0.35, 0.565, 0.6], "DÉLIVRÉ À, LE / PLACE AND DATE OF ISSUE", ("", &given), t);
        c.entry(d, [0.35, 0.67, 0.6], "CATÉGORIE DU TITRE / TYPE OF PERMIT", ("", kind), t);
        c.entry(d, [0.35, 0.775, 0.6], "REMARQUES / REMARKS", ("", remark), t);
    }
    let c = card(d, second);
    let lives = home(&mut d.rng);
    let address = capitals(&lives.street, false);
    if newer {
        c.entry(d, [0.05, 0.1, 0.4], "LIEU DE NAISSANCE / Place of birth", ("", place), t);
        c.entry(d, [0.55, 0.1, 0.4], "DATE DE DÉLIVRANCE / Date of issue", ("", &since), t);
        c.entry(d, [0.05, 0.24, 0.4], "AUTORITÉ / Authority", ("", &format!("PRÉF. {town}")), t);
        c.entry(d, [0.05, 0.38, 0.6], "ADRESSE / Address", ("", &address), t);
    } else {
        let mut at = 0.04;
        for (room, label, mark) in [
            (0.22, "DATE NAISSANCE", ("birth_date", born.as_str())),
            (0.26, "LIEU / PLACE", ("", place)),
            (0.3, "NATIONALITÉ / NATIONALITY", ("nationality", nationality)),
            (0.13, "SEXE / SEX", ("sex", sex.as_str())),
        ] {
            c.entry(d, [at, 0.1, room - 0.02], label, mark, t);
            at += room;
        }
        c.entry(d, [0.04, 0.26, 0.4], "N° PERSONNEL", ("", &personal), t);
        c.entry(d, [0.04, 0.38, 0.6], "ADRESSE / ADDRESS", ("", &address), t);
    }
    c.line(d, [0.05, 0.52, 0.6], &lives.place(), &vt, "");
    c.zone(d, &zone, &ocr);
}

/// Category, age of the holder when it was had.
const CLASSES: &[&str] = &["AM", "A1", "A2", "A", "B1", "B", "C1", "C", "D1", "D", "BE", "C1E", "CE", "D1E", "DE"];

fn licence(d: &mut Desk<'_, '_>) {
    super::civil_kit::modern(d);
    let pink_one = d.rng.chance(0.45);
    let own = if pink_one { Someone::born(&mut d.rng, 1960, 1990) } else { Someone::born(&mut d.rng, 1950, 2001) };
    let top = heading(d, "Permis de conduire", &own.full());
    let passed = day(&mut d.rng, own.birth.0 + 18, own.birth.0 + 22);
    if !pink_one {
        let issued = day(&mut d.rng, 2014.max(passed.0 + 1), 2025);
        let expiry = years_on(issued, 15);
        let number =
            format!("{:02}{}{}{:05}", issued.0 % 100, d.rng.capital(), d.rng.capital(), d.rng.between(10, 99_999));
        licence_card(d, &own, top, [passed, issued, expiry], &number);
    } else {
        pink(d, &own, top - 50.0, passed);
    }
}

fn licence_card(d: &mut Desk<'_, '_>, own: &Someone, top: f32, [passed, issued, expiry]: [Day; 3], number: &str) {
    let beside = d.rng.chance(0.4);
    let w = if beside { d.rng.range(264.0, 276.0) } else { d.rng.range(380.0, 460.0) };
    let h = w * 0.63;
    let x = (d.c.width - w) / 2.0;
    let (one, two) = if beside {
        ([16.0, top + 90.0, w, h], [304.0, top + 90.0, w, h])
    } else {
        ([x, top, w, h], [x, top + h + 30.0, w, h])
    };
    let c = card(d, one);
    let (lt, vt, ocr) = faces(d, h);
    let (nt, vt) = (lt.sized(h * 0.04), vt.sized(h * 0.049));
    let t = (&nt, &vt);
    c.line(d, [0.05, 0.1, 0.06], "F", &lt.sized(h * 0.08), "");
    c.line(d, [0.3, 0.09, 0.45], "PERMIS DE CONDUIRE", &lt.sized(h * 0.065), "");
    c.line(d, [0.3, 0.155, 0.45], "RÉPUBLIQUE FRANÇAISE", &nt, "");
    c.photo(d, [0.035, 0.22, 0.27, 0.52]);
    let seat = own.born_at.1;
    let born = figures(own.birth, ".");
    c.beside(d, [0.34, 0.25, 0.34], "1.", ("last_name", &own.surname()), t);
    c.line(d, [0.34, 0.33, 0.04], "2.", &nt, "");
    c.line(d, [0.38, 0.33, 0.55], &own.given(", "), &vt, "first_names");
    c.beside(d, [0.34, 0.41, 0.34], "3.", ("birth_date", &born), t);
    c.line(d, [0.62, 0.41, 0.36], &format!("({}) {}", own.department(), capitals(seat, true)), &vt, "");
    c.beside(d, [0.34, 0.49, 0.34], "4a.", ("issue_date", &figures(issued, ".")), t);
    let office = d.rng.pick(&[
        "Préfet du Jura (39)", "Préfet du Gard (30)", "Préfet de l'Allier (03)", "Préfet de la Creuse (23)", "ANTS",
    ]);
    c.line(d, [0.66, 0.49, 0.32], &format!("4c. {office}"), &vt.sized(h * 0.042), "");
    c.beside(d, [0.34, 0.57, 0.34], "4b.", ("expiry_date", &figures(expiry, ".")), t);
    c.beside(d, [0.34, 0.65, 0.34], "5.", ("licence_number", number), t);
    c.line(d, [0.34, 0.75, 0.04], "7.", &nt, "");
    c.sign(d, 0.42, 0.76, 0.2);
    let riding = d.rng.chance(0.3);
    let held = if riding { "AM, A1, A2, A, B1, B" } else { "AM, B1, B" };
    c.line(d, [0.05, 0.93, 0.5], &format!("9. {held}"), &vt, "");
    let c = card(d, two);
    let row = h * 0.048;
    let (x0, y0) = c.at(0.2, 0.04);
    let (w0, small) = (w * 0.77, lt.sized(row * 0.72));
    for (share, text) in [(0.02, "9."), (0.22, "10."), (0.47, "11."), (0.75, "12.")] {
        d.left(x0 + w0 * share, y0 + row * 0.78, text, &small);
    }
    let first = figures((passed.0, passed.1, passed.2), ".");
    let first = format!("{}{}", &first[..6], &first[8..]);
    let last = figures(expiry, ".");
    let last = format!("{}{}", &last[..6], &last[8..]);
    for (i, class) in CLASSES.iter().enumerate() {
        let y = y0 + row * (i as f32 + 1.0);
        d.rule(x0, y, x0 + w0, y, 0.3);
        d.left(x0 + w0 * 0.02, y + row * 0.8, class, &small);
        let has = held.split(", ").any(|h| h == *class);
        let (a, b) = if has { (first.as_str(), last.as_str()) } else { ("--", "--") };
        d.left(x0 + w0 * 0.22, y + row * 0.8, a, &small);
        d.left(x0 + w0 * 0.47, y + row * 0.8, b, &small);
    }
    for share in [0.0, 0.2, 0.45, 0.73, 1.0] {
        d.rule(x0 + w0 * share, y0, x0 + w0 * share, y0 + row * 16.0, 0.3);
    }
    c.line(d, [0.03, 0.2, 0.15], "12. 01", &small, "");
    let (birth, until) = (packed(own.birth), packed(expiry));
    let who = Subject {
        last: &own.last,
        firsts: &own.firsts,
        birth: &birth,
        expiry: &until,
        sex: own.sex,
        nationality: "FRA",
    };
    let line = zones::licence(number, &who);
    let t = ocr.sized(10.0);
    let natural = d.c.measure(&line, &t, &mut d.rng).max(1.0);
    c.line(d, [0.05, 0.95, 0.9], &line, &ocr.sized((w * 0.86 / natural * 10.0).min(h * 0.08)), "");
}

/// The three folds of the pink licence, the outer side over the inner one.
fn pink(d: &mut Desk<'_, '_>, own: &Someone, top: f32, passed: Day) {
    let (w, h) = (182.0, 300.0);
    let x = (d.c.width - 3.0 * w) / 2.0;
    let seat = d.rng.choose(&["Lot", "Jura", "Cher", "Tarn", "Gers", "Doubs"]);
    let issued = passed;
    let number = format!(
        "{:02}{:02}{}{:05}",
        issued.0 % 100,
        issued.1,
        d.rng.between(10, 95) * 10 + d.rng.between(0, 9),
        d.rng.between(1, 99_999)
    );
    let (lt, vt, _) = faces(d, 240.0);
    let (lt, vt) = (lt.sized(7.4), vt.sized(9.6));
    let outer = d.rng.chance(0.6);
    let mut y = top;
    if outer {
        let c = card(d, [x, y, 3.0 * w, h]);
        d.rule(x + w, y, x + w, y + h, 0.4);
        d.rule(x + 2.0 * w, y, x + 2.0 * w, y + h, 0.4);
        mid(d, (x + 2.5 * w, y + 34.0), w - 16.0, "RÉPUBLIQUE FRANÇAISE", &lt.sized(9.0), &[]);
        mid(d, (x + 2.5 * w, y + 78.0), w - 16.0, "PERMIS DE CONDUIRE", &lt.sized(14.0), &[]);
        for (i, word) in [
            "Permiso de Conducción", "Führerschein", "Driving Licence", "Patente di guida", "Rijbewijs",
            "Carta de Condução", "Kørekort", "Ceadúnas Tiomána",
        ]
        .iter()
        .enumerate()
        {
            mid(d, (x + 2.5 * w, y + 104.0 + 13.0 * i as f32), w - 16.0, word, &lt, &[]);
        }
        mid(d, (x + 2.5 * w, y + 240.0), w - 16.0, "F", &lt.sized(24.0), &[]);
        mid(d, (x + 2.5 * w, y + 268.0), w - 16.0, "MODÈLE DES COMMUNAUTÉS EUROPÉENNES", &lt, &[]);
        let text = "Changements de domicile : le titulaire peut faire connaître sa nouvelle adresse à la préfecture de son domicile. \
                    Ce permis est valable sans limitation de durée pour les catégories A et B, sauf mention contraire ci-contre.";
        para(d, (x + w + 10.0, y + 40.0), w - 20.0, text, &lt, &[]);
        let text = "Restrictions de validité et codes : 01 port de verres correcteurs. 70 échange de permis. 78 véhicule à changement de vitesses automatique.";
        para(d, (x + 10.0, y + 40.0), w - 20.0, text, &lt, &[]);
        c.line(d, [0.02, 0.95, 0.2], "Imprimerie Nationale", &lt.sized(6.4), "");
        y += h + 26.0;
    }
    let c = card(d, [x, y, 3.0 * w, h]);
    d.rule(x + w, y, x + w, y + h, 0.4);
    d.rule(x + 2.0 * w, y, x + 2.0 * w, y + h, 0.4);
    let lives = home(&mut d.rng);
    let born = figures(own.birth, "/");
    let place = format!("à {} ({})", own.born_at.1, own.department());
    let issue = figures(issued, "/");
    let office = format!(
        "{} {}",
        d.rng.pick(&["Préfecture", "Sous-préfecture"]),
        if seat == "Doubs" || seat == "Jura" || seat == "Lot" || seat == "Cher" || seat == "Tarn" || seat == "Gers" {
            format!("du {seat}")
        } else {
            of(seat)
        }
    );
    let who = own.given(" ");
    let named = own.surname();
    let items: [(&str, &[Mark<'_>]); 6] = [
        ("1. Nom", &[("last_name", &named)]),
        ("2. Prénoms", &[("first_names", &who)]),
        ("3. Date et lieu de naissance", &[("birth_date", &born), ("", &place)]),
        ("4. Domicile", &[("", &lives.street), ("", lives.town)]),
        ("5. Délivré par", &[("", &office)]),
        ("le", &[("issue_date", &issue)]),
    ];
    let mut at = 0.08;
    for (label, values) in items {
        c.line(d, [0.345, at, 0.3], label, &lt, "");
        at += 0.05;
        for (name, value) in values {
            c.line(d, [0.355, at, 0.29], value, &vt, name);
            at += 0.055;
        }
    }
    c.line(d, [0.345, at + 0.01, 0.04], "N°", &lt, "");
    c.line(d, [0.385, at + 0.01, 0.25], &number, &vt, "licence_number");
    c.photo(d, [0.06, 0.1, 0.2, 0.4]);
    c.line(d, [0.03, 0.58, 0.28], "Signature du titulaire", &lt, "");
    c.sign(d, 0.07, 0.66, 0.16);
    c.line(d, [0.03, 0.78, 0.28], "Le préfet et par délégation", &lt, "");
    seal(d, x + w * 0.62, y + h * 0.87, 24.0, &["PRÉFECTURE", seat]);
    let (tx, ty) = (x + 2.0 * w + 10.0, y + 26.0);
    let cw = w - 20.0;
    d.left(tx, ty - 8.0, "Catégories de véhicules", &lt);
    for (i, class) in ["A1", "A", "B", "C", "D", "E(B)", "E(C)", "E(D)"].iter().enumerate() {
        let ry = ty + i as f32 * 30.0;
        d.c.frame(tx, ry, tx + cw, ry + 30.0, 0.4);
        d.left(tx + 5.0, ry + 19.0, class, &vt);
        d.rule(tx + 40.0, ry, tx + 40.0, ry + 30.0, 0.4);
        if *class == "B" || *class == "A1" {
            say(d, (tx + 46.0, ry + 13.0), cw - 50.0, &format!("valable à compter du {issue}"), &lt, &[]);
            say(d, (tx + 46.0, ry + 24.0), cw - 50.0, "sans limitation de durée", &lt, &[]);
        } else {
            say(d, (tx + 46.0, ry + 19.0), cw - 50.0, "- - - - - - - -", &lt, &[]);
        }
    }
}

/// Make, type, commercial name, energy, power, mass.
const CARS: &[(&str, &str, &str, &str, &str, &str)] = &[
    ("DACIA", "SR0", "VF1", "LOGAN", "GO", "4"),
    ("CITROEN", "NC", "VF7", "BERLINGO", "GO", "6"),
    ("FIAT", "312", "ZFA", "500", "ES", "4"),
    ("SKODA", "NJ", "TMB", "FABIA", "ES", "5"),
    ("PEUGEOT", "GJ", "VF3", "PARTNER TEPEE", "GO", "5"),
    ("RENAULT", "FW", "VF1", "KANGOO EXPRESS", "GO", "5"),
    ("SUZUKI", "MZ", "TSM", "SWIFT", "ES", "5"),
];

fn registration(d: &mut Desk<'_, '_>) {
    super::civil_kit::modern(d);
    let own = Someone::random(&mut d.rng);
    let lives = home(&mut d.rng);
    let car = d.rng.choose(CARS);
    let tail: String = (0..14)
        .map(|i| {
            if i < 8 && d.rng.chance(0.4) {
                d.rng.choose(&['A', 'B', 'D', 'E', 'H', 'J', 'K', 'M', 'N', 'R', 'S', 'U', 'W'])
            } else {
                d.rng.digit()
            }
        })
        .collect();
    let vin = format!("{}{tail}", car.2);
    let firm = d.rng.chance(0.2);
    let holder = if firm {
        capitals(d.rng.pick(&["Garage du Centre", "Menuiserie Girard", "Nord Matériaux"]), false)
    } else {
        format!("{} {}", capitals(&own.last, false), capitals(&own.firsts[0], false))
    };
    if d.rng.chance(0.62) {
        super::vehicle_sheets::siv(d, car, &vin, &holder, &lives);
    } else {
        super::vehicle_sheets::fni(d, car, &vin, &holder, &lives);
    }
}
