//! Passports: the data page alone, the open booklet, and the booklet of before 2006.

use super::super::facts::{Day, figures};
use super::super::kit::pen::{Left, Pen, Right, Ty, f};
use super::super::page::Page;
use super::state_kit::{Card, Holder, PREFECTURES, after, in_faces, issued, patterned};
use crate::faces::FaceClass;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::zones;

pub(super) const PAGES: &[Page] = &[
    Page { name: "passeport", sheet: page_sheet, set: data_page },
    Page { name: "passeport", sheet: booklet_sheet, set: booklet },
    Page::a4("passeport", earlier),
    Page::a4("passeport", copied),
];

fn page_sheet(rng: &mut Rng) -> Option<(f32, f32)> {
    let k = rng.range(1.1, 1.45);
    Some((368.0 * k, 262.0 * k))
}

fn booklet_sheet(rng: &mut Rng) -> Option<(f32, f32)> {
    let k = rng.range(1.2, 1.5);
    Some((374.0 * k, 518.0 * k))
}

struct Told {
    who: Holder,
    number: String,
    issue: Day,
    expiry: Day,
    zone: Vec<String>,
    office: &'static str,
}

fn told(p: &mut Pen<'_, '_, '_>, from: i64, to: i64) -> Told {
    let who = Holder::new(&mut p.d.rng, 1935, 2012);
    let issue = issued(p, from, to);
    let expiry = after(issue, if issue.0 - who.birth.0 < 18 { 5 } else { 10 });
    let number = format!("{:02}{}", issue.0 % 100, patterned(&mut p.d.rng, "AA99999"));
    let zone = who.zone(expiry, "FRA", |s| zones::td3(&number, s));
    let office = p.d.rng.choose(PREFECTURES).0;
    Told { who, number, issue, expiry, zone, office }
}

/// The page with the portrait, 354 by 249, what it says in two columns beside the portrait.
fn data(c: &mut Card<'_, '_, '_, '_>, t: &Told, numbered: bool) {
    c.edge(354.0, 249.0);
    let who = &t.who;
    let n = |label: &str, n: usize| if numbered { format!("{label} ({n})") } else { label.to_owned() };
    c.say(14.0, 18.0, 80.0, Ty::Head, "PASSEPORT");
    c.say(14.0, 30.0, 80.0, Ty::Small, "PASSPORT");
    c.say(112.0, 15.0, 120.0, Ty::Small, "RÉPUBLIQUE FRANÇAISE");
    c.over((112.0, 25.0), 34.0, "Type/Type", Ty::Bold, "P");
    c.over((156.0, 25.0), 76.0, "Code du pays/Country code", Ty::Bold, "FRA");
    c.over((250.0, 25.0), 94.0, "Passeport n°/Passport No", Ty::Bold, f("number", &t.number));
    c.face(14.0, 46.0, 88.0, 116.0);
    c.over((112.0, 48.0), 230.0, &n("Nom/Surname", 1), Ty::Bold, f("last_name", &who.last));
    c.over((112.0, 67.0), 230.0, &n("Prénoms/Given names", 2), Ty::Bold, f("first_names", who.given(", ")));
    c.over((112.0, 86.0), 100.0, &n("Nationalité/Nationality", 3), Ty::Bold, "Française");
    let born = f("birth_date", figures(who.birth, " "));
    c.over((232.0, 86.0), 110.0, &n("Date de naissance/Date of birth", 4), Ty::Bold, born);
    c.over((112.0, 105.0), 60.0, &n("Sexe/Sex", 5), Ty::Bold, f("sex", who.sex()));
    c.over((180.0, 105.0), 164.0, &n("Lieu de naissance/Place of birth", 6), Ty::Bold, who.place.0);
    c.over((112.0, 124.0), 110.0, &n("Date de délivrance/Date of issue", 7), Ty::Bold, figures(t.issue, " "));
    c.over((232.0, 124.0), 112.0, &n("Autorité/Authority", 9), Ty::Bold, t.office);
    let until = f("expiry_date", figures(t.expiry, " "));
    c.over((112.0, 143.0), 114.0, &n("Date d'expiration/Date of expiry", 8), Ty::Bold, until);
    c.say(232.0, 143.0, 112.0, Ty::Tiny, n("Signature du titulaire/Holder's signature", 10));
    c.signed(246.0, 166.0, 70.0);
    c.zone((14.0, 208.0), 326.0, 20.0, &t.zone, None);
}

fn data_page(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let k = d.c.width / 368.0;
    let mut p = Pen::new(d, 8.0 * k, 6.0, 6.0);
    let (t, numbered) = (told(&mut p, 2006, 2025), p.chance(0.7));
    data(&mut Card { p: &mut p, x: 7.0 * k, y: 6.0 * k, k }, &t, numbered);
}

/// The page before it above, the two of them as the booklet lies open.
fn booklet(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let k = d.c.width / 374.0;
    let mut p = Pen::new(d, 8.0 * k, 6.0, 6.0);
    let t = told(&mut p, 2009, 2025);
    let mut c = Card { p: &mut p, x: 10.0 * k, y: 8.0 * k, k };
    c.edge(354.0, 249.0);
    c.right(340.0, 20.0, 90.0, Ty::Head, &t.number);
    if c.p.chance(0.6) {
        let said = "Ce passeport comporte 32 pages / This passport contains 32 pages";
        c.say(16.0, 20.0, 220.0, Ty::Tiny, said);
    }
    c.say(16.0, 60.0, 110.0, Ty::Tiny, "Domicile/Residence (11)");
    c.say(16.0, 72.0, 220.0, Ty::Bold, &t.who.home[0]);
    c.say(16.0, 83.0, 220.0, Ty::Bold, t.who.home[1].to_uppercase());
    c.say(16.0, 94.0, 220.0, Ty::Bold, "FRANCE");
    let tall = format!("1,{:02} m", c.p.any(50, 95));
    c.over((16.0, 124.0), 90.0, "Taille/Height (12)", Ty::Bold, tall);
    let eyes = c.p.pick(&["MARRON", "BLEU", "VERT", "NOISETTE", "GRIS"]);
    c.over((130.0, 124.0), 120.0, "Couleur des yeux/Colour of eyes (13)", Ty::Bold, eyes);
    c.say(16.0, 164.0, 150.0, Ty::Tiny, "Observations/Observations");
    data(&mut Card { p: &mut p, x: 10.0 * k, y: 262.0 * k, k }, &t, true);
}

/// The data page of the booklets of the years about 2000 on a copy: labels in a column, values beside them.
fn earlier(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Serif);
    let k = d.rng.range(1.2, 1.5);
    let mut p = Pen::new(d, 8.4 * k, 30.0, 40.0);
    let t = told(&mut p, 1999, 2005);
    let who = &t.who;
    let (x, y) = ((p.d.c.width - 354.0 * k) / 2.0, p.d.rng.range(50.0, 150.0));
    let tall = format!("1,{:02} m", p.any(50, 95));
    let eyes = p.pick(&["marron", "bleus", "verts", "gris"]);
    let mut c = Card { p: &mut p, x, y, k };
    c.edge(354.0, 249.0);
    c.say(14.0, 17.0, 130.0, Ty::Bold, "UNION EUROPÉENNE");
    c.say(14.0, 28.0, 130.0, Ty::Bold, "RÉPUBLIQUE FRANÇAISE");
    c.right(342.0, 17.0, 150.0, Ty::Small, "Passeport - Passport - Pasaporte");
    c.right(342.0, 29.0, 150.0, Ty::Head, format!("N° {}", f("number", &t.number)));
    c.line(10.0, 34.0, 344.0, 34.0);
    c.face(256.0, 44.0, 84.0, 106.0);
    let place = format!("{} ({})", who.place.0, who.place.1);
    let rows = [
        ("1. Nom / Name", f("last_name", &who.last)),
        ("2. Prénoms / Given names", f("first_names", who.shouted(" ", true))),
        ("3. Nationalité / Nationality", "FRANÇAISE".to_owned()),
        ("4. Date de naissance / Date of birth", f("birth_date", figures(who.birth, "/"))),
        ("5. Sexe / Sex", f("sex", who.sex())),
        ("6. Lieu de naissance / Place of birth", place),
        ("7. Date de délivrance / Date of issue", figures(t.issue, "/")),
        ("8. Date d'expiration / Date of expiry", f("expiry_date", figures(t.expiry, "/"))),
        ("9. Autorité / Authority", t.office.to_owned()),
        ("10. Taille / Height", tall),
        ("11. Couleur des yeux / Colour of eyes", eyes.to_owned()),
    ];
    for (i, (label, value)) in rows.iter().enumerate() {
        let y = 48.0 + i as f32 * 13.0;
        c.say(14.0, y, 98.0, Ty::Tiny, label);
        c.say(116.0, y, 134.0, Ty::Bold, value);
    }
    c.say(256.0, 160.0, 84.0, Ty::Tiny, "Signature du titulaire");
    c.signed(262.0, 176.0, 66.0);
    c.zone((14.0, 212.0), 326.0, 19.0, &t.zone, None);
    if p.chance(0.5) {
        let said = p.pick(&["COPIE", "Photocopie du passeport", "Pièce jointe n° 3"]);
        p.put(60.0, y + 280.0 * k, 300.0, Ty::Body, Left, said);
    }
}

/// A copy on a sheet with a header of whoever made it: an agency that keeps files of its customers.
fn copied(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let k = d.rng.range(1.25, 1.48);
    let mut p = Pen::new(d, 8.0 * k, 36.0, 40.0);
    let t = told(&mut p, 2008, 2025);
    let (w, x) = (p.d.c.width, (p.d.c.width - 354.0 * k) / 2.0);
    let scanned = issued(&mut p, t.issue.0, t.issue.0 + 2);
    let said = p.pick(&["Copie de pièce d'identité", "Document numérisé", "Dossier client – pièce d'identité"]);
    p.put(36.0, 40.0, w * 0.6, Ty::Small, Left, said);
    p.put(w - 36.0, 40.0, w * 0.3, Ty::Small, Right, figures(scanned, "/"));
    p.d.rule(36.0, 48.0, w - 36.0, 48.0, 0.6);
    let y = p.d.rng.range(90.0, 330.0);
    data(&mut Card { p: &mut p, x, y, k }, &t, false);
    if p.chance(0.4) {
        p.put(60.0, 790.0, 300.0, Ty::Small, Left, "Vu l'original, le conseiller");
        marks::signature(p.d.c, 260.0, 786.0, 80.0, &mut p.d.rng);
    }
}
