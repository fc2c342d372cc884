//! Driving licences: the card of 2013, its two sides on a copy, and the pink paper in its two printings.

use super::super::facts::{Day, figures, written};
use super::super::kit::pen::{Centre, Left, Pen, Ty, f};
use super::super::page::Page;
use super::state_kit::{Card, Holder, PREFECTURES, after, in_faces, issued, patterned};
use crate::faces::FaceClass;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::zones;

pub(super) const PAGES: &[Page] = &[
    Page { name: "permis_conduire", sheet: card_sheet, set: front_alone },
    Page::a4("permis_conduire", both_sides),
    Page { name: "permis_conduire", sheet: pink_sheet, set: pink },
    Page::a4("permis_conduire", pink_copied),
];

fn card_sheet(rng: &mut Rng) -> Option<(f32, f32)> {
    let k = rng.range(1.5, 1.9);
    Some((257.0 * k, 167.0 * k))
}

fn pink_sheet(rng: &mut Rng) -> Option<(f32, f32)> {
    let k = rng.range(1.15, 1.35);
    Some((436.0 * k, 318.0 * k))
}

struct Told {
    who: Holder,
    number: String,
    office: (&'static str, &'static str),
    passed: Day,
    issue: Day,
    expiry: Day,
    held: &'static [&'static str],
}

const HELD: &[&[&str]] = &[
    &["AM", "B1", "B"],
    &["AM", "B1", "B"],
    &["AM", "A2", "B1", "B"],
    &["AM", "A1", "A2", "A", "B1", "B"],
    &["AM", "B1", "B", "BE"],
    &["AM", "B1", "B", "C1", "C", "CE"],
];

fn told(p: &mut Pen<'_, '_, '_>) -> Told {
    let who = Holder::new(&mut p.d.rng, 1945, 2004);
    let issue = issued(p, (who.birth.0 + 18).max(2014), 2025);
    let passed = issued(p, who.birth.0 + 18, (who.birth.0 + 24).min(issue.0 - 1).max(who.birth.0 + 18));
    let number = format!("{:02}{}", issue.0 % 100, patterned(&mut p.d.rng, "AA99999"));
    let (office, held) = (p.d.rng.choose(PREFECTURES), p.d.rng.choose(HELD));
    Told { who, number, office, passed: passed.min(issue), issue, expiry: after(issue, 15), held }
}

/// The side with the portrait: numbers before what they number, as all countries of the Union have them.
fn front(c: &mut Card<'_, '_, '_, '_>, t: &Told) {
    c.edge(243.0, 153.0);
    let who = &t.who;
    c.boxed(8.0, 8.0, 24.0, 17.0);
    c.say(16.0, 20.0, 10.0, Ty::Bold, "F");
    c.say(40.0, 15.0, 110.0, Ty::Head, "PERMIS DE CONDUIRE");
    c.say(40.0, 25.0, 110.0, Ty::Small, "RÉPUBLIQUE FRANÇAISE");
    c.face(10.0, 34.0, 70.0, 88.0);
    let space = c.p.pick(&["", " "]);
    let place = format!("{} ({})", who.place.0, who.place.1);
    let born = f("birth_date", figures(who.birth, "."));
    let rows = [
        ("1.", f("last_name", &who.last)),
        ("2.", f("first_names", who.given(", "))),
        ("3.", format!("{born} {place}")),
        ("4a.", format!("{} 4c. {}", f("issue_date", figures(t.issue, ".")), t.office.0)),
        ("4b.", f("expiry_date", figures(t.expiry, "."))),
        ("5.", f("licence_number", &t.number)),
    ];
    for (i, (label, value)) in rows.iter().enumerate() {
        let y = 42.0 + i as f32 * 14.0;
        c.say(88.0, y, 14.0, Ty::Small, label);
        c.say(104.0, y, 132.0, if i == 3 { Ty::Body } else { Ty::Bold }, value);
    }
    c.say(88.0, 126.0, 14.0, Ty::Small, "7.");
    c.signed(104.0, 126.0, 56.0);
    c.say(88.0, 146.0, 14.0, Ty::Small, "9.");
    let held = t.held.join(&format!("{space}/{space}"));
    c.say(104.0, 146.0, 130.0, Ty::Bold, held);
}

const CLASSES: &[&str] = &["AM", "A1", "A2", "A", "B1", "B", "C1", "C", "D1", "D", "BE", "C1E", "CE", "D1E", "DE"];

fn back(c: &mut Card<'_, '_, '_, '_>, t: &Told) {
    c.edge(243.0, 153.0);
    for (x, label) in [(78.0, "9."), (104.0, "10."), (146.0, "11."), (190.0, "12.")] {
        c.say(x, 10.0, 16.0, Ty::Tiny, label);
    }
    for (i, class) in CLASSES.iter().enumerate() {
        let y = 18.0 + i as f32 * 7.0;
        c.line(76.0, y - 6.0, 236.0, y - 6.0);
        c.say(78.0, y, 18.0, Ty::Tiny, class);
        let has = t.held.contains(class);
        let heavy = has && matches!(*class, "C1" | "C" | "CE");
        let (from, to) = (figures(t.passed, "."), figures(after(t.issue, 5), "."));
        c.say(104.0, y, 36.0, Ty::Tiny, if has { from.as_str() } else { "-" });
        c.say(146.0, y, 36.0, Ty::Tiny, if heavy { to.as_str() } else { "-" });
    }
    let legend = [
        "1. Nom", "2. Prénom(s)", "3. Date et lieu de naissance", "4a. Date de délivrance", "4b. Date d'expiration",
        "4c. Autorité de délivrance", "5. Numéro du permis", "9. Catégories", "10. Valable à partir du",
        "11. Valable jusqu'au", "12. Codes restrictifs",
    ];
    for (i, line) in legend.iter().enumerate() {
        c.say(8.0, 16.0 + i as f32 * 7.6, 64.0, Ty::Tiny, line);
    }
    let code = c.p.pick(&["", "12. 01", "12. 70", ""]);
    c.say(8.0, 112.0, 60.0, Ty::Small, code);
    let line = t.who.zone(t.expiry, "FRA", |s| zones::licence(&t.number, s));
    c.zone((11.0, 142.0), 221.0, 14.0, &[line], None);
}

fn front_alone(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let k = d.c.width / 257.0;
    let mut p = Pen::new(d, 7.4 * k, 6.0, 6.0);
    let t = told(&mut p);
    front(&mut Card { p: &mut p, x: 7.0 * k, y: 7.0 * k, k }, &t);
}

fn both_sides(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let k = d.rng.range(1.35, 1.95);
    let mut p = Pen::new(d, 7.2 * k, 40.0, 60.0);
    let t = told(&mut p);
    let (x, y) = ((p.d.c.width - 243.0 * k) * p.d.rng.range(0.3, 0.7), p.d.rng.range(40.0, 90.0));
    front(&mut Card { p: &mut p, x, y, k }, &t);
    let apart = p.d.rng.range(166.0, 200.0);
    back(&mut Card { p: &mut p, x, y: y + apart * k, k }, &t);
}

/// The number that pink papers bear: year and month, department, and a running number.
fn twelve(p: &Pen<'_, '_, '_>, (y, m, _): Day, department: &str) -> String {
    format!("{:02}{m:02}{department}{}", y % 100, p.digits(6))
}

fn pink_told(p: &mut Pen<'_, '_, '_>) -> Told {
    let who = Holder::new(&mut p.d.rng, 1940, 1993);
    let passed = issued(p, (who.birth.0 + 18).max(1976), (who.birth.0 + 30).clamp(1977, 2011));
    let office = p.d.rng.choose(PREFECTURES);
    let number = twelve(p, passed, office.1);
    let issue = if p.chance(0.8) { passed } else { issued(p, passed.0, 2012) };
    Told { who, number, office, passed, issue: issue.max(passed), expiry: passed, held: &["B"] }
}

/// Where an office has its seat.
fn seat((office, department): (&'static str, &'static str)) -> &'static str {
    match department {
        _ if office.starts_with("SOUS") => office.rsplit(' ').next().unwrap_or(office),
        "61" => "ALENÇON",
        "25" => "BESANÇON",
        "26" => "VALENCE",
        "95" => "CERGY",
        "80" => "AMIENS",
        "69" => "LYON",
        "40" => "MONT-DE-MARSAN",
        "34" => "MONTPELLIER",
        _ => "PARIS",
    }
}

/// The pink paper open on its inner side, filled in by a machine: the holder on the left, the classes on the right.
fn pink(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Typewriter);
    let k = d.c.width / 436.0;
    let mut p = Pen::new(d, 8.2 * k, 6.0, 6.0);
    let t = pink_told(&mut p);
    let who = &t.who;
    let mut c = Card { p: &mut p, x: 8.0 * k, y: 8.0 * k, k };
    c.edge(420.0, 302.0);
    c.line(210.0, 0.0, 210.0, 302.0);
    c.say(12.0, 16.0, 130.0, Ty::Head, "PERMIS DE CONDUIRE");
    let office = t.office.0.replace("PRÉFECTURE", "PRÉFET");
    let born = f("birth_date", if c.p.chance(0.5) { figures(who.birth, "-") } else { written(who.birth) });
    let rows = [
        ("1. Nom", f("last_name", &who.last)),
        ("2. Prénoms", f("first_names", who.shouted(" ", false))),
        ("3. Date et lieu", born),
        ("   de naissance", format!("{} {}", who.place.0, who.place.1)),
        ("4. Domicile", who.home[0].clone()),
        ("", who.home[1].clone()),
        ("5. Délivré par", office),
        ("à", seat(t.office).to_owned()),
        ("le", f("issue_date", if c.p.chance(0.5) { figures(t.issue, "-") } else { written(t.issue) })),
        ("6. N°", f("licence_number", &t.number)),
    ];
    for (i, (label, value)) in rows.iter().enumerate() {
        let y = 36.0 + i as f32 * 16.0;
        c.say(12.0, y, 66.0, Ty::Small, label.trim());
        c.say(80.0, y, 124.0, Ty::Body, value);
        let (x0, x1, y) = (c.x + 80.0 * k, c.x + 204.0 * k, c.y + (y + 3.0) * k);
        c.p.d.c.dotted(x0, x1, y);
    }
    c.face(14.0, 200.0, 70.0, 88.0);
    c.say(96.0, 214.0, 100.0, Ty::Small, "Signature du titulaire");
    c.signed(106.0, 236.0, 70.0);
    c.say(96.0, 266.0, 100.0, Ty::Small, "Pour le Préfet,");
    let (x, y) = (c.x + 150.0 * k, c.y + 280.0 * k);
    marks::stamp(c.p.d.c, x, y, &mut c.p.d.rng);
    c.say(218.0, 16.0, 190.0, Ty::Small, "Catégories de véhicules pour lesquelles");
    c.say(218.0, 26.0, 190.0, Ty::Small, "le permis est valable");
    c.say(218.0, 40.0, 50.0, Ty::Tiny, "Catégorie");
    c.say(262.0, 40.0, 70.0, Ty::Tiny, "Valable à compter du");
    c.say(340.0, 40.0, 74.0, Ty::Tiny, "Cachet de l'autorité");
    for (i, class) in ["A1", "A", "B", "C", "D", "E (B)", "E (C)", "E (D)"].iter().enumerate() {
        let y = 46.0 + i as f32 * 30.0;
        c.line(214.0, y, 416.0, y);
        c.say(218.0, y + 18.0, 36.0, Ty::Bold, class);
        if *class == "B" || (*class == "A1" && i == 0) {
            c.say(262.0, y + 18.0, 74.0, Ty::Body, figures(t.passed, "-"));
        } else {
            c.line(262.0, y + 15.0, 330.0, y + 15.0);
        }
    }
    c.line(256.0, 46.0, 256.0, 286.0);
    c.line(336.0, 46.0, 336.0, 286.0);
    c.say(
        218.0,
        296.0,
        190.0,
        Ty::Tiny,
        c.p.pick(&["Mentions additionnelles :", "Restrictions de validité : néant", "Port de verres correcteurs"]),
    );
}

/// A copy of a pink paper of a later printing with the cover beside the holder's page.
fn pink_copied(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let k = d.rng.range(1.1, 1.25);
    let mut p = Pen::new(d, 8.2 * k, 30.0, 40.0);
    let t = pink_told(&mut p);
    let who = &t.who;
    let (x, y) = ((p.d.c.width - 430.0 * k) / 2.0, p.d.rng.range(60.0, 200.0));
    let mut c = Card { p: &mut p, x, y, k };
    c.edge(430.0, 300.0);
    c.line(215.0, 0.0, 215.0, 300.0);
    let middle = c.x + 107.0 * k;
    for (dy, ty, text) in [
        (30.0, Ty::Bold, "RÉPUBLIQUE FRANÇAISE"),
        (60.0, Ty::Title, "F"),
        (92.0, Ty::Title, "PERMIS DE CONDUIRE"),
        (112.0, Ty::Small, "Kørekort – Führerschein – Ajokortti"),
        (122.0, Ty::Small, "Driving licence – Permiso de conducción"),
        (132.0, Ty::Small, "Patente di guida – Rijbewijs – Körkort"),
        (142.0, Ty::Small, "Carta de condução – Ceadúnas tiomána"),
        (176.0, Ty::Small, "Modèle des Communautés européennes"),
    ] {
        c.p.put(middle, c.y + dy * k, 196.0 * k, ty, Centre, text);
    }
    let number = f("licence_number", &t.number);
    c.say(20.0, 230.0, 180.0, Ty::Bold, format!("N° {number}"));
    let seen = c.p.pick(&["Imprimerie Nationale", "IN – 3 600 000", "Réf. 02"]);
    c.say(20.0, 288.0, 150.0, Ty::Tiny, seen);
    c.face(338.0, 16.0, 76.0, 94.0);
    c.say(226.0, 30.0, 20.0, Ty::Small, "1.");
    c.say(240.0, 30.0, 92.0, Ty::Bold, f("last_name", &who.last));
    c.say(226.0, 50.0, 20.0, Ty::Small, "2.");
    c.say(240.0, 50.0, 92.0, Ty::Bold, f("first_names", who.given(", ")));
    c.say(226.0, 70.0, 20.0, Ty::Small, "3.");
    c.say(240.0, 70.0, 92.0, Ty::Bold, f("birth_date", figures(who.birth, "/")));
    c.say(240.0, 82.0, 92.0, Ty::Body, format!("{} ({})", who.place.0, who.place.1));
    c.say(226.0, 126.0, 20.0, Ty::Small, "4.");
    c.say(240.0, 126.0, 176.0, Ty::Body, who.home[0].to_uppercase());
    c.say(240.0, 138.0, 176.0, Ty::Body, who.home[1].to_uppercase());
    c.say(226.0, 160.0, 190.0, Ty::Body, format!("5. Délivré par : {}", t.office.0));
    c.say(226.0, 174.0, 190.0, Ty::Body, format!("le {}", f("issue_date", figures(t.issue, "/"))));
    c.say(226.0, 196.0, 190.0, Ty::Small, "Catégories :");
    c.say(226.0, 210.0, 190.0, Ty::Bold, format!("B  délivrée le {}", figures(t.passed, "/")));
    let more = c.p.pick(&["A1  par équivalence", "E(B)  non délivrée", "A – C – D – E : non délivrées"]);
    c.say(226.0, 222.0, 190.0, Ty::Body, more);
    c.say(226.0, 246.0, 90.0, Ty::Small, "Signature du titulaire :");
    c.signed(236.0, 268.0, 70.0);
    c.say(326.0, 246.0, 90.0, Ty::Small, "Pour le Préfet :");
    c.signed(336.0, 268.0, 60.0);
    if p.chance(0.4) {
        p.put(60.0, y + 340.0 * k, 400.0, Ty::Body, Left, "Copie du permis de conduire – dossier du salarié");
    }
}
