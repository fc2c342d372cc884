//! Driving licences: cards, both sides or the front alone, and the pink paper.

use super::super::facts::{day, figures, of, packed, years_on};
use super::super::page::Page;
use super::a_cards::{CARD, sign, subject};
use super::a_kit::{Item, body, mid, person, spots};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, zones};

pub(super) const PAGES: &[Page] = &[
    Page::a4("permis_conduire", |d| licence(d, 2)),
    Page::a4("permis_conduire", |d| licence(d, 1)),
    Page { name: "permis_conduire", sheet: |_| Some(CARD), set: |d| licence(d, 1) },
    Page::a4("permis_conduire", pink),
];

fn licence(d: &mut Desk<'_, '_>, sides: usize) {
    let p = person(&mut d.rng, 1945, 2005);
    let issued = day(&mut d.rng, 2013, 2025);
    let end = years_on(issued, 15);
    let no = format!("{:02}{}{}{}", issued.0 % 100, d.rng.capital(), d.rng.capital(), d.rng.digits(5));
    let mark = d.rng.pick(&[".", "/", "."]);
    let birth = figures(p.who.birth, mark);
    let born = format!("{birth} {}", capitals(p.who.born_at.1, true));
    let places = spots(d, CARD, sides);
    let at = places[0];
    at.edge(d);
    at.photo(d, (12.0, 42.0, 62.0, 80.0));
    let firsts = p.who.given(", ");
    let (given, expiry) = (figures(issued, mark), figures(end, mark));
    let seat = format!("{}", d.rng.between(1, 95));
    let held = d.rng.pick(&["AM/B1/B", "AM/A2/B1/B", "AM/A1/A2/A/B1/B/BE", "B1/B/C1/C"]);
    let since = d.c.lines.len();
    at.print(
        d,
        &[
            (12.0, 16.0, -9.0, "PERMIS DE CONDUIRE", ""),
            (134.0, 16.0, 6.5, "RÉPUBLIQUE FRANÇAISE", ""),
            (12.0, 30.0, 7.0, "F", ""),
            (84.0, 36.0, 6.5, "1.", ""),
            (98.0, 36.0, -8.0, &capitals(&p.who.last, true), "last_name"),
            (84.0, 50.0, 6.5, "2.", ""),
            (98.0, 50.0, -7.5, &firsts, "first_names"),
            (84.0, 64.0, 6.5, "3.", ""),
            (98.0, 64.0, 7.2, &born, ""),
            (84.0, 78.0, 6.5, "4a.", ""),
            (98.0, 78.0, 7.2, &given, "issue_date"),
            (162.0, 78.0, 6.5, "4c.", ""),
            (178.0, 78.0, 7.2, &seat, ""),
            (84.0, 92.0, 6.5, "4b.", ""),
            (98.0, 92.0, 7.2, &expiry, "expiry_date"),
            (84.0, 106.0, 6.5, "5.", ""),
            (98.0, 106.0, -7.6, &no, "licence_number"),
            (84.0, 120.0, 6.5, "7.", ""),
            (84.0, 142.0, 6.5, "9.", ""),
            (98.0, 142.0, 7.2, held, ""),
        ],
    );
    super::super::facts::mark(d, since, "birth_date", &birth);
    sign(d, at, 110.0, 120.0);
    let Some(at) = places.get(1).copied() else { return };
    at.edge(d);
    let mut items: Vec<Item<'_>> = vec![
        (14.0, 13.0, 6.0, "9.", ""),
        (60.0, 13.0, 6.0, "10.", ""),
        (112.0, 13.0, 6.0, "11.", ""),
        (170.0, 13.0, 6.0, "12.", ""),
    ];
    for (i, class) in ["AM", "A1", "A2", "A", "B1", "B", "C1", "C", "D", "BE", "CE"].into_iter().enumerate() {
        let y = 22.0 + i as f32 * 9.2;
        items.push((14.0, y, 5.8, class, ""));
        if held.split('/').any(|h| h == class) {
            items.push((60.0, y, 5.8, &given, ""));
            items.push((112.0, y, 5.8, &expiry, ""));
        }
    }
    at.print(d, &items);
    at.zone(d, (14.0, 144.0), &[zones::licence(&no, &subject(&p, &packed(p.who.birth), &packed(end), "FRA"))]);
}

/// The licence on pink paper, unfolded.
fn pink(d: &mut Desk<'_, '_>) {
    let p = person(&mut d.rng, 1935, 1990);
    let issued = day(&mut d.rng, 1976, 2012);
    let at = spots(d, (460.0, 300.0), 1)[0];
    at.edge(d);
    let t = body(d, 7.0);
    let (x, y) = at.at(0.0, 300.0);
    mid(d, (x + 230.0 * at.k, y + 18.0), &["Photocopie"], &t, 200.0);
    for x in [150.0, 305.0] {
        let (a, b) = (at.at(x, 0.0), at.at(x, 300.0));
        d.rule(a.0, a.1, b.0, b.1, 0.5);
    }
    at.photo(d, (20.0, 190.0, 68.0, 88.0));
    let no = format!("{:02}{:02}{}{}", issued.0 % 100, issued.1, p.who.department(), d.rng.digits(6));
    let (birth, given) = (figures(p.who.birth, "."), figures(issued, "."));
    let office = format!("Préfecture {}", of(p.post.1));
    let (last, firsts, town) = (capitals(&p.who.last, true), p.who.given(" "), p.town());
    let mut items: Vec<Item<'_>> = vec![
        (14.0, 22.0, -9.0, "PERMIS DE CONDUIRE", ""),
        (14.0, 36.0, 5.0, "MODÈLE DES COMMUNAUTÉS EUROPÉENNES", ""),
        (160.0, 22.0, -8.0, "RÉPUBLIQUE FRANÇAISE", ""),
        (160.0, 46.0, 6.5, "1. Nom", ""),
        (188.0, 46.0, 8.0, &last, "last_name"),
        (160.0, 68.0, 6.5, "2. Prénoms", ""),
        (202.0, 68.0, 8.0, &firsts, "first_names"),
        (160.0, 90.0, 6.5, "3. Né(e) le", ""),
        (202.0, 90.0, 8.0, &birth, "birth_date"),
        (160.0, 108.0, 6.5, "à", ""),
        (172.0, 108.0, 8.0, p.who.born_at.1, ""),
        (160.0, 130.0, 6.5, "4. Domicile", ""),
        (160.0, 144.0, 7.0, &p.street, ""),
        (160.0, 156.0, 7.0, &town, ""),
        (160.0, 180.0, 6.5, "5. Délivré par", ""),
        (160.0, 194.0, 7.5, &office, ""),
        (160.0, 216.0, 6.5, "6. Le", ""),
        (190.0, 216.0, 8.0, &given, "issue_date"),
        (160.0, 238.0, 6.5, "7. N°", ""),
        (190.0, 238.0, -8.0, &no, "licence_number"),
        (160.0, 262.0, 6.5, "8. Le Préfet (cachet)", ""),
        (315.0, 22.0, 6.5, "Catégories de véhicules pour", ""),
        (315.0, 32.0, 6.5, "lesquelles le permis est valable", ""),
        (14.0, 180.0, 6.5, "Signature du titulaire", ""),
    ];
    for (i, class) in ["A1", "A", "B", "C", "D", "E(B)", "E(C)", "E(D)"].into_iter().enumerate() {
        let y = 58.0 + i as f32 * 28.0;
        items.push((318.0, y, 8.0, class, ""));
        if class == "B" || (i < 2 && p.phone.len() > 10) {
            items.push((352.0, y, 7.0, &given, ""));
        }
        let (a, b) = (at.at(312.0, y + 8.0), at.at(452.0, y + 8.0));
        d.rule(a.0, a.1, b.0, b.1, 0.4);
    }
    at.print(d, &items);
    let stamp = at.at(80.0, 140.0);
    marks::stamp(d.c, stamp.0, stamp.1, &mut d.rng);
    sign(d, at, 40.0, 165.0);
}
