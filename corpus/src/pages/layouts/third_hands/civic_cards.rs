//! National identity cards, of today and of the older model: copies of both sides, the front alone, the card at its size.

use super::super::facts::{Someone, day, figures, packed, years_on};
use super::super::page::Page;
use super::civic_kit::{Column, Cut};
use super::civic_names::{DEPARTMENTS, Home, home, person};
use super::civic_plastic::{ID1, ID2, MM, Plastic, pairs};
use crate::pages::desk::Desk;
use crate::rng::Rng;
use crate::text::{capitals, codes, zones};

pub(super) const PAGES: &[Page] = &[
    Page::a4("carte_identite", both_sides),
    Page::a4("carte_identite", front_alone),
    Page { name: "carte_identite", sheet: |_| Some((ID1.0 * MM, ID1.1 * MM)), set: true_size },
    Page::a4("carte_identite_ancienne", old_both),
    Page { name: "carte_identite_ancienne", sheet: |_| Some((ID2.0 * MM, ID2.1 * MM)), set: old_true_size },
    Page::a4("carte_identite_ancienne", old_copy),
    Page { name: "carte_identite_ancienne", sheet: |rng| rng.chance(0.5).then_some((420.0, 595.0)), set: older },
];

struct Holder {
    one: Someone,
    lives: Home,
    number: String,
    given: String,
    expiry: (i64, i64, i64),
    issued: (i64, i64, i64),
    height: String,
}

fn holder(r: &mut Rng) -> Holder {
    let one = person(r, 1940, 2008);
    let issued = day(r, 2021, 2025);
    let number = (0..9).map(|i| if i % 2 == 1 || r.chance(0.4) { r.digit() } else { r.capital() }).collect();
    let given = one.given(", ");
    let height = format!("1,{} m", r.between(50, 96));
    Holder { lives: home(r), number, given, expiry: years_on(issued, 10), issued, height, one }
}

fn front(d: &mut Desk<'_, '_>, card: &Plastic, who: &Holder) {
    let one = &who.one;
    card.put(d, (25.0, 5.2), "RÉPUBLIQUE FRANÇAISE", (Cut::Bold, 6.6), 50.0, "");
    card.put(d, (4.0, 6.0), "FR", (Cut::Bold, 8.0), 8.0, "");
    card.put(d, (25.0, 8.6), "CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD", (Cut::Plain, 5.2), 56.0, "");
    card.photo(d, (3.5, 11.5), (26.0, 32.0));
    card.over(d, (33.0, 12.6), "NOM / Surname", &one.surname(), 48.0, "last_name");
    card.over(d, (33.0, 19.6), "Prénoms / Given names", &who.given, 48.0, "first_names");
    card.put(d, (33.0, 26.4), "SEXE / Sex", (Cut::Plain, 4.6), 12.0, "");
    card.put(d, (46.0, 26.4), "NATIONALITÉ / Nationality", (Cut::Plain, 4.6), 18.0, "");
    card.put(d, (66.0, 26.4), "DATE DE NAISS. / Date of birth", (Cut::Plain, 4.6), 17.0, "");
    card.put(d, (33.0, 29.6), &one.sex.to_string(), (Cut::Bold, 7.2), 8.0, "sex");
    card.put(d, (46.0, 29.6), "FRA", (Cut::Bold, 7.2), 12.0, "");
    card.put(d, (66.0, 29.6), &figures(one.birth, " "), (Cut::Bold, 7.2), 17.5, "birth_date");
    card.over(
        d,
        (33.0, 33.4),
        "LIEU DE NAISSANCE / Place of birth",
        &capitals(one.born_at.1, true),
        48.0,
        "birth_place",
    );
    card.over(
        d,
        (33.0, 40.4),
        "NOM D'USAGE / Alternate name",
        if one.sex == 'F' { "ÉP. LAMBERT" } else { "-" },
        30.0,
        "",
    );
    card.put(d, (33.0, 47.2), "N° DU DOCUMENT / Document No", (Cut::Plain, 4.6), 25.0, "");
    card.put(d, (60.0, 47.2), "DATE D'EXPIR. / Expiry date", (Cut::Plain, 4.6), 22.0, "");
    card.put(d, (33.0, 50.6), &who.number, (Cut::Bold, 7.6), 25.0, "card_number");
    card.put(d, (60.0, 50.6), &figures(who.expiry, " "), (Cut::Bold, 7.2), 22.0, "expiry_date");
    card.signature(d, (68.0, 42.5), 12.0);
}

fn back(d: &mut Desk<'_, '_>, card: &Plastic, who: &Holder) {
    card.put(d, (4.0, 5.5), "TAILLE / Height", (Cut::Plain, 4.6), 20.0, "");
    card.put(d, (4.0, 8.8), &who.height, (Cut::Bold, 7.0), 20.0, "");
    card.put(d, (34.0, 5.5), "DATE DE DÉLIVRANCE / Date of issue", (Cut::Plain, 4.6), 30.0, "");
    card.put(d, (34.0, 8.8), &figures(who.issued, " "), (Cut::Bold, 7.0), 20.0, "");
    card.put(d, (4.0, 13.4), "ADRESSE / Address", (Cut::Plain, 4.6), 30.0, "");
    card.put(d, (4.0, 16.8), &capitals(&who.lives.street, true), (Cut::Bold, 6.6), 46.0, "");
    card.put(d, (4.0, 20.0), &format!("{} {}", who.lives.postcode, who.lives.town), (Cut::Bold, 6.6), 46.0, "");
    card.put(d, (4.0, 23.2), "FRANCE", (Cut::Bold, 6.6), 20.0, "");
    card.band(d, (54.0, 12.0), (14.0, 14.0), 120);
    let (birth, expiry) = (packed(who.one.birth), packed(who.expiry));
    let subject = zones::Subject {
        last: &who.one.last,
        firsts: &who.one.firsts,
        birth: &birth,
        expiry: &expiry,
        sex: who.one.sex,
        nationality: "FRA",
    };
    let lines = zones::td1("ID", &who.number, "", &subject);
    card.zone(d, (4.0, 38.0), &lines, 77.5);
    mark_number(d, &who.number);
}

/// The number once more as that of the zone, where the zone is there.
fn mark_number(d: &mut Desk<'_, '_>, number: &str) {
    super::super::facts::mark(d, 0, "number", number);
}

fn both_sides(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let who = holder(r);
    let (one, two, k) = pairs(d, ID1);
    let card = Plastic::lay(d, one, ID1, k);
    front(d, &card, &who);
    let card = Plastic::lay(d, two, ID1, k);
    back(d, &card, &who);
}

fn front_alone(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let who = holder(r);
    let (at, _, k) = pairs(d, ID1);
    let card = Plastic::lay(d, at, ID1, k);
    front(d, &card, &who);
    mark_number(d, &who.number);
    if r.chance(0.4) {
        let mut note = Column::page(d, 11.0);
        note.y = 480.0;
        note.line(
            d,
            r.pick(&["Copie conforme à l'original", "Pièce d'identité du demandeur", "Annexe 2 - pièce d'identité"]),
            &[],
        );
    }
}

fn true_size(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let who = holder(r);
    let card = Plastic::lay(d, (0.0, 0.0), ID1, 1.0);
    front(d, &card, &who);
    mark_number(d, &who.number);
}

/// What the older card says.
struct OldHolder {
    one: Someone,
    zone: Vec<String>,
    number: String,
    given: String,
    height: String,
    issued: (i64, i64, i64),
    lives: Home,
    office: (&'static str, &'static str, &'static str, &'static str, &'static str),
}

fn old_holder(r: &mut Rng) -> OldHolder {
    let one = person(r, 1930, 2002);
    let issued = day(r, 1996.max(one.birth.0 + 1), 2020.max(one.birth.0 + 2));
    let zone = codes::mrz_of(
        0,
        &one.last.replace('\'', ""),
        &one.given(", ").replace('\'', ""),
        &packed(one.birth),
        one.sex,
        r,
    );
    let number = zone[1][..12].to_owned();
    let given = one.given(if r.chance(0.7) { ", " } else { " " });
    let height = format!("1,{}{}", r.between(50, 95), r.choose(&["m", " m", "m"]));
    OldHolder { zone, number, given, height, issued, lives: home(r), office: r.choose(DEPARTMENTS), one }
}

fn old_front(d: &mut Desk<'_, '_>, card: &Plastic, who: &OldHolder) {
    let one = &who.one;
    card.put(d, (36.0, 6.5), "RÉPUBLIQUE FRANÇAISE", (Cut::Bold, 8.5), 45.0, "");
    card.put(d, (6.0, 12.0), "CARTE NATIONALE D'IDENTITÉ N° :", (Cut::Bold, 7.0), 46.0, "");
    card.put(d, (54.0, 12.0), &who.number, (Cut::Bold, 7.6), 26.0, "card_number");
    card.put(d, (81.0, 12.0), "Nationalité Française", (Cut::Plain, 5.4), 22.0, "");
    card.photo(d, (5.0, 15.0), (27.0, 34.0));
    let rows = [("Nom :", one.surname(), "last_name"), ("Prénom(s) :", who.given.clone(), "first_names")];
    for (index, (label, text, name)) in rows.iter().enumerate() {
        let y = 19.0 + index as f32 * 7.0;
        card.put(d, (35.0, y), label, (Cut::Plain, 6.0), 14.0, "");
        card.put(d, (50.0, y), text, (Cut::Bold, 7.6), 52.0, name);
    }
    card.put(d, (35.0, 33.0), "Sexe :", (Cut::Plain, 6.0), 10.0, "");
    card.put(d, (45.0, 33.0), &one.sex.to_string(), (Cut::Bold, 7.4), 6.0, "sex");
    card.put(d, (55.0, 33.0), "Né(e) le :", (Cut::Plain, 6.0), 13.0, "");
    card.put(d, (70.0, 33.0), &figures(one.birth, "."), (Cut::Bold, 7.4), 28.0, "birth_date");
    card.put(d, (35.0, 39.0), "à :", (Cut::Plain, 6.0), 6.0, "");
    let place = format!("{} ({})", capitals(one.born_at.1, false), one.department());
    card.put(d, (42.0, 39.0), &place, (Cut::Bold, 7.2), 60.0, "");
    super::super::facts::mark(d, d.c.lines.len().saturating_sub(2), "birth_place", &place);
    card.put(d, (35.0, 45.0), "Taille :", (Cut::Plain, 6.0), 11.0, "");
    card.put(d, (47.0, 45.0), &who.height, (Cut::Bold, 7.2), 14.0, "height");
    card.put(d, (66.0, 45.0), "Signature", (Cut::Plain, 5.4), 14.0, "");
    card.put(d, (66.0, 48.0), "du titulaire :", (Cut::Plain, 5.4), 14.0, "");
    card.signature(d, (82.0, 48.0), 16.0);
    card.zone(d, (5.0, 62.0), &who.zone, 95.0);
}

fn old_back(d: &mut Desk<'_, '_>, card: &Plastic, who: &OldHolder) {
    let (_, department, _, _, _) = who.office;
    card.put(d, (6.0, 10.0), "Adresse :", (Cut::Plain, 6.2), 14.0, "");
    card.put(d, (22.0, 10.0), &capitals(&who.lives.street, false), (Cut::Bold, 7.0), 60.0, "");
    card.put(
        d,
        (22.0, 14.5),
        &format!("{} ({})", who.lives.town, &who.lives.postcode[..2]),
        (Cut::Bold, 7.0),
        60.0,
        "",
    );
    let until = figures(years_on(who.issued, if who.issued.0 > 2013 { 15 } else { 10 }), ".");
    card.put(d, (6.0, 27.0), "Carte valable jusqu'au :", (Cut::Plain, 6.4), 34.0, "");
    card.put(d, (42.0, 27.0), &until, (Cut::Bold, 7.4), 24.0, "expiry_date_printed");
    card.put(d, (6.0, 33.0), "délivrée le :", (Cut::Plain, 6.4), 20.0, "");
    card.put(d, (42.0, 33.0), &figures(who.issued, "."), (Cut::Bold, 7.4), 24.0, "");
    card.put(d, (6.0, 39.0), "par :", (Cut::Plain, 6.4), 8.0, "");
    card.put(d, (15.0, 39.0), &format!("PRÉFECTURE {}", capitals(department, false)), (Cut::Bold, 6.8), 72.0, "");
    card.put(d, (6.0, 47.0), "Signature de l'autorité :", (Cut::Plain, 6.0), 32.0, "");
    card.signature(d, (44.0, 54.0), 26.0);
}

fn old_both(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let who = old_holder(r);
    let (one, two, k) = pairs(d, ID2);
    let card = Plastic::lay(d, one, ID2, k);
    old_front(d, &card, &who);
    let card = Plastic::lay(d, two, ID2, k);
    old_back(d, &card, &who);
}

fn old_true_size(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let who = old_holder(r);
    let card = Plastic::lay(d, (0.0, 0.0), ID2, 1.0);
    old_front(d, &card, &who);
}

/// The front alone on a sheet with a few words of whoever copied it.
fn old_copy(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let who = old_holder(r);
    let mut note = Column::page(d, 10.5);
    if r.chance(0.5) {
        note.line(
            d,
            r.pick(&[
                "Photocopie de la pièce d'identité de l'acquéreur",
                "Pièce jointe n° 1",
                "Copie certifiée conforme par le client",
                "Dossier locataire : pièce d'identité",
            ]),
            &[],
        );
    }
    let x = r.range(30.0, d.c.width - ID2.0 * MM * 1.2 - 25.0);
    let card = Plastic::lay(d, (x, r.range(90.0, 400.0)), ID2, r.choose(&[1.0, 1.0, 1.2]));
    old_front(d, &card, &who);
}

/// The card of before 1988, of paper, with rows that an office filled in and no zone.
fn older(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let one = person(r, 1905, 1966);
    let lives = home(r);
    let issued = day(r, 1962.max(one.birth.0 + 16), 1987);
    let (_, department, _, town, _) = r.choose(DEPARTMENTS);
    let mut col = Column::page(d, 10.0);
    (col.x, col.w, col.y) = (40.0, 330.0, 40.0);
    d.c.frame(26.0, 26.0, 385.0, 520.0, 0.8);
    col.title(d, "RÉPUBLIQUE FRANÇAISE", 1.0, &[]);
    col.title(d, "CARTE NATIONALE D'IDENTITÉ", 1.3, &[]);
    col.gap(0.5);
    let number = format!("{}{} {}", r.capital(), r.capital(), r.digits(5));
    col.line(d, &format!("N° {number}"), &[]);
    super::super::facts::mark(d, d.c.lines.len().saturating_sub(1), "card_number", &number);
    col.gap(0.6);
    let at = 0.3;
    col.pair(d, at, "Nom", &one.surname(), "last_name");
    col.pair(d, at, "Prénoms", &one.given(" "), "first_names");
    col.pair(d, at, "Né(e) le", &super::super::facts::written(one.birth), "birth_date");
    col.pair(d, at, "à", one.born_at.1, "birth_place");
    col.pair(d, at, "Nationalité", "Française", "");
    col.pair(d, at, "Taille", &format!("1 m {}", r.between(50, 90)), "height");
    col.pair(d, at, "Signes particuliers", r.pick(&["Néant", "Lunettes", "Cicatrice au menton"]), "");
    col.pair(d, at, "Domicile", &lives.street, "");
    col.pair(d, at, "", &lives.town, "");
    col.gap(0.6);
    let top = col.y;
    col.x += 150.0;
    col.w -= 150.0;
    col.line(d, &format!("Fait à {town}, le {}", figures(issued, ".")), &[]);
    let until = figures(years_on(issued, 10), ".");
    col.line(d, &format!("Valable jusqu'au {until}"), &[("expiry_date_printed", &until)]);
    col.line(d, &format!("Le préfet {department},"), &[]);
    let side = Plastic::lay(d, (44.0, top + 4.0), (38.0, 46.0), 1.0);
    side.photo(d, (1.0, 1.0), (36.0, 44.0));
    side.signature(d, (64.0, 24.0), 30.0);
    side.put(d, (58.0, 42.0), "Signature du titulaire", (Cut::Plain, 8.0), 50.0, "");
}
