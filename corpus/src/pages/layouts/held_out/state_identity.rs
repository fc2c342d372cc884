//! National identity cards: the card of 2021 with its two sides in several manners of copying.

use super::super::facts::figures;
use super::super::kit::pen::{Left, Pen, Ty, f};
use super::super::page::Page;
use super::state_kit::{Card, Holder, after, in_faces, issued, patterned};
use crate::faces::FaceClass;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::zones;

pub(super) const PAGES: &[Page] = &[
    Page::a4("carte_identite", both_sides),
    Page { name: "carte_identite", sheet: card_sheet, set: front_alone },
    Page { name: "carte_identite", sheet: wide_sheet, set: side_by_side },
    Page { name: "carte_identite", sheet: card_sheet, set: back_alone },
];

fn card_sheet(rng: &mut Rng) -> Option<(f32, f32)> {
    let k = rng.range(1.5, 1.9);
    Some((259.0 * k, 169.0 * k))
}

fn wide_sheet(rng: &mut Rng) -> Option<(f32, f32)> {
    rng.chance(0.5).then_some((841.9, 595.3)).or(Some((595.3, 420.9)))
}

/// What one card says.
struct Told {
    who: Holder,
    number: String,
    issue: (i64, i64, i64),
    expiry: (i64, i64, i64),
    zone: Vec<String>,
}

fn told(p: &mut Pen<'_, '_, '_>) -> Told {
    let who = Holder::new(&mut p.d.rng, 1938, 2015);
    let issue = issued(p, 2021, 2025);
    let expiry = after(issue, 10);
    let number = patterned(&mut p.d.rng, "AXXXXXXXX");
    let zone = who.zone(expiry, "FRA", |s| zones::td1("ID", &number, "", s));
    Told { who, number, issue, expiry, zone }
}

/// The side with the portrait, 243 by 153.
fn front(c: &mut Card<'_, '_, '_, '_>, t: &Told) {
    c.edge(243.0, 153.0);
    let who = &t.who;
    c.say(30.0, 12.0, 90.0, Ty::Bold, "RÉPUBLIQUE FRANÇAISE");
    let title = c.p.pick(&["CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD", "CARTE NATIONALE D'IDENTITÉ / Identity card"]);
    c.say(30.0, 21.0, 150.0, Ty::Small, title);
    c.boxed(215.0, 5.0, 21.0, 15.0);
    c.say(220.5, 15.0, 14.0, Ty::Bold, "FR");
    c.face(10.0, 32.0, 70.0, 90.0);
    c.over((88.0, 32.0), 120.0, "NOM / Surname", Ty::Bold, f("last_name", &who.last));
    c.over((88.0, 50.0), 148.0, "Prénoms / Given names", Ty::Bold, f("first_names", who.given(", ")));
    c.over((88.0, 68.0), 30.0, "SEXE / Sex", Ty::Bold, f("sex", who.sex()));
    c.over((124.0, 68.0), 52.0, "NATIONALITÉ / Nationality", Ty::Bold, "FRA");
    let birth = f("birth_date", figures(who.birth, " "));
    c.over((182.0, 68.0), 58.0, "DATE DE NAISS. / Date of birth", Ty::Bold, birth);
    c.over((88.0, 86.0), 148.0, "LIEU DE NAISSANCE / Place of birth", Ty::Bold, f("birth_place", who.place.0));
    if c.p.chance(0.3) {
        let wed = c.p.who(1940, 1990).last;
        let wed = format!("{} {wed}", c.p.pick(&["ÉP.", "VVE", "USAGE"])).replace("USAGE ", "");
        c.over((88.0, 104.0), 148.0, "NOM D'USAGE / Alternate name", Ty::Bold, wed);
    }
    c.over((88.0, 122.0), 66.0, "N° DU DOCUMENT / Document No", Ty::Bold, f("card_number", &t.number));
    let expiry = f("expiry_date", figures(t.expiry, " "));
    c.over((160.0, 122.0), 76.0, "DATE D'EXPIR. / Expiry date", Ty::Bold, expiry);
    c.signed(16.0, 136.0, 44.0);
    let can = c.p.digits(6);
    c.right(236.0, 148.0, 50.0, Ty::Small, can);
}

/// The side with the zone.
fn back(c: &mut Card<'_, '_, '_, '_>, t: &Told) {
    c.edge(243.0, 153.0);
    let height = format!("1,{:02} m", c.p.any(48, 96));
    c.over((12.0, 16.0), 50.0, "TAILLE / Height", Ty::Bold, height);
    c.over((74.0, 16.0), 80.0, "DATE DE DÉLIVRANCE / Date of issue", Ty::Bold, figures(t.issue, " "));
    c.say(12.0, 38.0, 90.0, Ty::Tiny, "ADRESSE / Address");
    c.say(12.0, 47.0, 140.0, Ty::Body, t.who.home[0].to_uppercase());
    c.say(12.0, 56.0, 140.0, Ty::Body, t.who.home[1].to_uppercase());
    c.say(12.0, 65.0, 140.0, Ty::Body, "FRANCE");
    let (x, y) = (c.x + 176.0 * c.k, c.y + 12.0 * c.k);
    let mut rng = c.p.d.rng.fork();
    for row in 0..22 {
        for column in 0..22 {
            if column == 0 || row == 21 || rng.chance(0.5) {
                let (a, b) = (x + column as f32 * 2.4 * c.k, y + row as f32 * 2.4 * c.k);
                c.p.d.rule(a, b, a + 2.4 * c.k, b, 2.4 * c.k);
            }
        }
    }
    c.zone((11.0, 108.0), 221.0, 15.0, &t.zone, Some(&t.number));
}

fn both_sides(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let k = d.rng.range(1.2, 1.9);
    let mut p = Pen::new(d, 7.0 * k, 40.0, 60.0);
    let t = told(&mut p);
    let x = (p.d.c.width - 243.0 * k) * p.d.rng.range(0.3, 0.7);
    let y = p.d.rng.range(40.0, 90.0);
    front(&mut Card { p: &mut p, x, y, k }, &t);
    let (dx, dy) = (p.d.rng.range(-14.0, 14.0), p.d.rng.range(180.0, 205.0));
    back(&mut Card { p: &mut p, x: x + dx, y: y + dy * k, k }, &t);
    if p.chance(0.3) {
        marks::stamp(p.d.c, 440.0, 760.0, &mut p.d.rng);
    }
}

fn front_alone(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let k = d.c.width / 259.0;
    let mut p = Pen::new(d, 7.0 * k, 8.0, 8.0);
    let t = told(&mut p);
    front(&mut Card { p: &mut p, x: 8.0 * k, y: 8.0 * k, k }, &t);
}

fn back_alone(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let k = d.c.width / 259.0;
    let mut p = Pen::new(d, 7.0 * k, 8.0, 8.0);
    let t = told(&mut p);
    back(&mut Card { p: &mut p, x: 8.0 * k, y: 8.0 * k, k }, &t);
}

/// Both sides beside each other, as copiers with a function for cards lay them, a line of who asked for the copy above.
fn side_by_side(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let w = d.c.width;
    let k = w / 2.0 / 262.0;
    let mut p = Pen::new(d, 7.0 * k, 24.0, 40.0);
    let t = told(&mut p);
    if p.chance(0.6) {
        let said = p.pick(&[
            "Copie de la pièce d'identité du demandeur (recto / verso)",
            "Pièce n° 2 – Justificatif d'identité",
            "Copie recto-verso de la carte d'identité en cours de validité",
        ]);
        p.put(24.0, 44.0, w - 48.0, Ty::Head, Left, said);
    }
    let y = p.d.c.height * p.d.rng.range(0.18, 0.4);
    let apart = if p.chance(0.5) { 0.0 } else { 9.0 };
    front(&mut Card { p: &mut p, x: 10.0, y, k }, &t);
    back(&mut Card { p: &mut p, x: w / 2.0 + 6.0, y: y + apart, k }, &t);
    if p.chance(0.5) {
        let h = p.d.c.height;
        p.put(24.0, h - 40.0, w - 48.0, Ty::Body, Left, "Copie certifiée conforme à l'original");
        marks::signature(p.d.c, w * 0.5, h - 50.0, 90.0, &mut p.d.rng);
    }
}
