//! National identity cards of the model before 2021: laminated, and the cardboard before that.

use super::super::facts::{Day, figures, of, packed, written};
use super::super::kit::pen::{Centre, Left, Pen, Ty, f};
use super::super::page::Page;
use super::state_kit::{Card, Holder, PREFECTURES, after, check, filled, in_faces, issued};
use crate::faces::FaceClass;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[
    Page { name: "carte_identite_ancienne", sheet: card_sheet, set: front_alone },
    Page::a4("carte_identite_ancienne", both_sides),
    Page::a4("carte_identite_ancienne", enlarged),
    Page { name: "carte_identite_ancienne", sheet: board_sheet, set: cardboard },
];

fn card_sheet(rng: &mut Rng) -> Option<(f32, f32)> {
    let k = rng.range(1.2, 1.7);
    Some((310.0 * k, 222.0 * k))
}

fn board_sheet(rng: &mut Rng) -> Option<(f32, f32)> {
    let k = rng.range(1.25, 1.5);
    Some((312.0 * k, 456.0 * k))
}

struct Told {
    who: Holder,
    number: String,
    office: (&'static str, &'static str),
    issue: Day,
    height: i64,
    zone: Vec<String>,
    accents: bool,
}

fn told(p: &mut Pen<'_, '_, '_>, from: i64, to: i64) -> Told {
    let who = Holder::new(&mut p.d.rng, 1930, to - 6);
    let (issue, office) = (issued(p, from, to), p.d.rng.choose(PREFECTURES));
    let number = format!("{:02}{:02}{}{}", issue.0 % 100, issue.1, &office.1[..2], p.digits(6));
    let one = format!("IDFRA{}{}{}{}", filled(&who.last, 25), office.1, p.any(1, 9), p.digits(3));
    let birth = packed(who.birth);
    let two = format!("{number}{}{}", check(&number), filled(&who.given(", "), 14));
    let two = format!("{two}{birth}{}{}", check(&birth), who.sex());
    let two = format!("{two}{}", check(&format!("{one}{two}")));
    let (height, accents) = (p.any(148, 197), p.chance(0.5));
    Told { who, number, office, issue, height, zone: vec![one, two], accents }
}

/// The side with the portrait, 298 by 210, labels and values in one row.
fn front(c: &mut Card<'_, '_, '_, '_>, t: &Told) {
    c.edge(298.0, 210.0);
    let who = &t.who;
    c.say(14.0, 16.0, 110.0, Ty::Head, "RÉPUBLIQUE FRANÇAISE");
    c.right(286.0, 16.0, 40.0, Ty::Head, "RF");
    c.say(14.0, 31.0, 88.0, Ty::Small, "CARTE NATIONALE D'IDENTITÉ");
    c.say(104.0, 31.0, 96.0, Ty::Bold, format!("N° : {}", f("card_number", &t.number)));
    c.right(286.0, 31.0, 78.0, Ty::Small, "Nationalité Française");
    c.face(14.0, 42.0, 84.0, 106.0);
    c.say(106.0, 52.0, 22.0, Ty::Small, "Nom :");
    c.say(130.0, 52.0, 156.0, Ty::Bold, f("last_name", capitals(&who.last, t.accents)));
    let mut y = 68.0;
    if c.p.chance(0.25) && who.woman {
        let wed = c.p.who(1930, 1980).last;
        c.say(130.0, 62.0, 156.0, Ty::Small, format!("épouse {wed}"));
        y = 74.0;
    }
    let label = c.p.pick(&["Prénom(s) :", "Prénoms :"]);
    c.say(106.0, y, 40.0, Ty::Small, label);
    c.say(148.0, y, 138.0, Ty::Bold, f("first_names", who.shouted(", ", t.accents)));
    c.say(106.0, y + 18.0, 22.0, Ty::Small, "Sexe :");
    c.say(132.0, y + 18.0, 14.0, Ty::Bold, f("sex", who.sex()));
    let born = c.p.pick(&["Né(e) le :", "Né(e) le :", "Né (e) le :"]);
    c.say(160.0, y + 18.0, 36.0, Ty::Small, born);
    c.say(198.0, y + 18.0, 80.0, Ty::Bold, f("birth_date", figures(who.birth, ".")));
    c.say(106.0, y + 34.0, 10.0, Ty::Small, "à :");
    let place = format!("{} ({})", capitals(who.place.0, t.accents), who.place.1);
    c.say(120.0, y + 34.0, 166.0, Ty::Bold, f("birth_place", place));
    c.say(106.0, y + 50.0, 26.0, Ty::Small, "Taille :");
    let tall = format!("{},{:02}{}m", t.height / 100, t.height % 100, c.p.pick(&["", " "]));
    c.say(134.0, y + 50.0, 40.0, Ty::Bold, f("height", tall));
    c.say(106.0, y + 66.0, 90.0, Ty::Tiny, "Signature du titulaire :");
    c.signed(176.0, 148.0, 70.0);
    c.zone((14.0, 180.0), 268.0, 17.0, &t.zone, None);
}

/// The side with the address.
fn back(c: &mut Card<'_, '_, '_, '_>, t: &Told) {
    c.edge(298.0, 210.0);
    c.say(30.0, 40.0, 40.0, Ty::Small, "Adresse :");
    c.say(76.0, 40.0, 200.0, Ty::Bold, t.who.home[0].to_uppercase());
    c.say(76.0, 52.0, 200.0, Ty::Bold, t.who.home[1].to_uppercase());
    c.say(30.0, 92.0, 90.0, Ty::Small, "Carte valable jusqu'au :");
    let until = after(t.issue, 10);
    c.say(126.0, 92.0, 80.0, Ty::Bold, f("expiry_date_printed", figures(until, ".")));
    c.say(30.0, 110.0, 60.0, Ty::Small, "délivrée le :");
    c.say(126.0, 110.0, 80.0, Ty::Bold, figures(t.issue, "."));
    c.say(30.0, 128.0, 30.0, Ty::Small, "par :");
    c.say(76.0, 128.0, 200.0, Ty::Bold, format!("{} ({})", capitals(t.office.0, t.accents), t.office.1));
    c.say(30.0, 146.0, 100.0, Ty::Small, "Signature de l'autorité :");
    if c.p.chance(0.6) {
        let by = c.p.pick(&["Le Préfet, par délégation", "Pour le Préfet, le Chef de Bureau"]);
        c.say(126.0, 160.0, 150.0, Ty::Small, by);
    }
    c.signed(150.0, 176.0, 70.0);
}

fn front_alone(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let k = d.c.width / 310.0;
    let mut p = Pen::new(d, 8.4 * k, 6.0, 6.0);
    let t = told(&mut p, 1996, 2020);
    front(&mut Card { p: &mut p, x: 6.0 * k, y: 6.0 * k, k }, &t);
}

fn both_sides(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let k = d.rng.range(1.0, 1.45);
    let mut p = Pen::new(d, 8.4 * k, 40.0, 60.0);
    let t = told(&mut p, 2002, 2020);
    let (x, y) = ((p.d.c.width - 298.0 * k) * p.d.rng.range(0.25, 0.75), p.d.rng.range(44.0, 90.0));
    let first = p.chance(0.7);
    let (a, b) = if first { (y, y + 240.0 * k) } else { (y + 240.0 * k, y) };
    front(&mut Card { p: &mut p, x, y: a, k }, &t);
    back(&mut Card { p: &mut p, x: x + 6.0, y: b, k }, &t);
}

/// One side enlarged over the sheet and certified by the town hall below.
fn enlarged(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let k = d.rng.range(1.65, 1.8);
    let mut p = Pen::new(d, 8.4 * k, 50.0, 60.0);
    let t = told(&mut p, 1994, 2012);
    let town = p.pick(&["VILLEFRANCHE", "CHÂTEAUBRIANT", "ISSOIRE", "PONTARLIER", "LUNEL", "HONFLEUR"]);
    front(&mut Card { p: &mut p, x: 26.0, y: 70.0, k }, &t);
    let when = issued(&mut p, 2012, 2016);
    p.put(80.0, 540.0, 440.0, Ty::Small, Left, format!("MAIRIE {}", of(town).to_uppercase()));
    p.put(80.0, 566.0, 440.0, Ty::Small, Left, "Copie certifiée conforme à l'original présenté");
    p.put(80.0, 592.0, 440.0, Ty::Small, Left, format!("Le {}", written(when)));
    p.put(80.0, 618.0, 440.0, Ty::Small, Left, p.pick(&["Pour le Maire, l'agent délégué", "Le Maire,"]));
    marks::stamp(p.d.c, 400.0, 640.0, &mut p.d.rng);
    marks::signature(p.d.c, 110.0, 670.0, 110.0, &mut p.d.rng);
}

/// The folded cardboard, open, filled in by a typewriter.
fn cardboard(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Typewriter);
    let k = d.c.width / 312.0;
    let mut p = Pen::new(d, 8.6 * k, 10.0, 10.0);
    let t = told(&mut p, 1972, 1987);
    let (w, who) = (p.d.c.width, &t.who);
    let mut c = Card { p: &mut p, x: 6.0 * k, y: 6.0 * k, k };
    c.edge(300.0, 444.0);
    c.line(0.0, 222.0, 300.0, 222.0);
    c.p.put(w / 2.0, 28.0 * k, 260.0 * k, Ty::Head, Centre, "RÉPUBLIQUE FRANÇAISE");
    c.p.put(w / 2.0, 46.0 * k, 260.0 * k, Ty::Title, Centre, "CARTE NATIONALE D'IDENTITÉ");
    c.face(16.0, 62.0, 78.0, 96.0);
    let number = format!("{}{} {}", c.p.capital(), c.p.capital(), c.p.digits(5));
    c.say(110.0, 72.0, 170.0, Ty::Body, format!("N° {}", f("card_number", number)));
    c.say(110.0, 90.0, 170.0, Ty::Small, format!("Nationalité : {}", c.p.pick(&["FRANÇAISE", "Française"])));
    c.say(110.0, 118.0, 170.0, Ty::Small, "Signature du titulaire :");
    c.signed(140.0, 144.0, 80.0);
    c.boxed(16.0, 168.0, 40.0, 44.0);
    c.say(64.0, 194.0, 120.0, Ty::Tiny, "Empreinte digitale");
    let born = format!("{} ({})", who.place.0, who.place.1);
    let until = figures(after(t.issue, 10), "-");
    let rows = [
        ("Nom", f("last_name", &who.last)),
        ("Prénoms", f("first_names", who.given(", "))),
        (if who.woman { "Née le" } else { "Né le" }, f("birth_date", written(who.birth))),
        ("à", f("birth_place", born)),
        ("Taille", f("height", format!("{} m {:02}", t.height / 100, t.height % 100))),
        ("Signes particuliers", c.p.pick(&["néant", "Néant", "lunettes", "cicatrice au front"]).to_owned()),
        ("Domicile", t.who.home[0].clone()),
        ("", t.who.home[1].clone()),
        ("Fait le", written(t.issue)),
        ("par", format!("{} ({})", t.office.0, t.office.1)),
        ("Valable jusqu'au", f("expiry_date_printed", until)),
    ];
    for (i, (label, value)) in rows.iter().enumerate() {
        let y = 242.0 + i as f32 * 15.5;
        if !label.is_empty() {
            c.say(14.0, y, 78.0, Ty::Small, format!("{label} :"));
        }
        c.say(96.0, y, 194.0, Ty::Body, value);
        let (x0, x1, y) = (c.x + 94.0 * k, c.x + 290.0 * k, c.y + (y + 3.0) * k);
        c.p.d.c.dotted(x0, x1, y);
    }
    c.signed(190.0, 424.0, 60.0);
    let (x, y) = (c.x + 80.0 * k, c.y + 408.0 * k);
    if p.chance(0.7) {
        marks::stamp(p.d.c, x, y + 6.0, &mut p.d.rng);
    }
}
