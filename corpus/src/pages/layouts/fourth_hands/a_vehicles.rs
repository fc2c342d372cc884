//! Registration certificates of vehicles.

use super::super::facts::{Day, day, figures};
use super::super::page::Page;
use super::a_kit::{Person, Spot, person, spots, zone};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, zones};

pub(super) const PAGES: &[Page] = &[
    Page::a4("carte_grise", |d| registration(d, true)),
    Page::a4("carte_grise", |d| registration(d, false)),
    Page::a4("carte_grise", coupon),
];

/// A vehicle with its papers.
struct Vehicle {
    plate: String,
    vin: String,
    make: &'static str,
    model: &'static str,
    first: Day,
    issued: Day,
    p: Person,
}

fn vehicle(d: &mut Desk<'_, '_>, recent: bool) -> Vehicle {
    const SET: &[u8] = b"ABCDEFGHJKLMNPRSTVWXYZ0123456789";
    let (make, model, maker) = d.rng.choose(&[
        ("RENAULT", "CLIO", "VF1"),
        ("PEUGEOT", "308", "VF3"),
        ("CITROEN", "BERLINGO", "VF7"),
        ("DACIA", "SANDERO", "UU1"),
        ("TOYOTA", "YARIS", "VNK"),
        ("VOLKSWAGEN", "POLO", "WVW"),
        ("FORD", "FIESTA", "WF0"),
    ]);
    let rest: String = (0..8).map(|_| char::from(d.rng.choose(SET))).collect();
    let vin = format!("{maker}{rest}{}", d.rng.digits(6));
    let p = person(&mut d.rng, 1945, 2001);
    let first = if recent { day(&mut d.rng, 2009, 2022) } else { day(&mut d.rng, 1992, 2006) };
    let letter = |d: &mut Desk<'_, '_>| char::from(d.rng.choose(&SET[..22]));
    let plate = if recent {
        format!("{}{}-{}-{}{}", letter(d), letter(d), d.rng.digits(3), letter(d), letter(d))
    } else {
        format!("{} {}{}{} {}", d.rng.between(11, 9989), letter(d), letter(d), letter(d), d.rng.between(10, 95))
    };
    let issued = (first.0 + d.rng.between(0, 2), first.1, first.2);
    Vehicle { plate, vin, make, model, first, issued, p }
}

fn registration(d: &mut Desk<'_, '_>, recent: bool) {
    let v = vehicle(d, recent);
    let at = spots(d, (520.0, 370.0), 1)[0];
    certificate(d, at, &v, recent);
    if recent {
        zone(d, at.at(20.0, 340.0), &zones::registration(&v.plate, &v.vin, v.make), 470.0 * at.k);
    }
}

fn certificate(d: &mut Desk<'_, '_>, at: Spot, v: &Vehicle, recent: bool) {
    at.edge(d);
    let holder = format!("{} {}", v.p.who.surname(), capitals(&v.p.who.firsts[0], true));
    let address = capitals(&v.p.street, false);
    let (first, issued, town) = (figures(v.first, "/"), figures(v.issued, "/"), v.p.town());
    let old = format!("{} {}{} {}", d.rng.between(100, 9999), d.rng.capital(), d.rng.capital(), d.rng.between(10, 95));
    let (kind, mass) = (format!("M10{}VP{}", v.make, d.rng.digits(6)), d.rng.between(1300, 2100).to_string());
    let (power, formula) =
        (d.rng.between(4, 9).to_string(), format!("{}{}{}", d.rng.digits(4), d.rng.capital(), d.rng.digits(5)));
    let had = d.rng.chance(0.6);
    let mut items = vec![
        (20.0, 22.0, -10.0, "RÉPUBLIQUE FRANÇAISE", ""),
        (20.0, 40.0, -12.0, "CERTIFICAT D'IMMATRICULATION", ""),
        (300.0, 22.0, 7.0, if recent { "COMMUNAUTÉ EUROPÉENNE - F" } else { "MINISTÈRE DE L'INTÉRIEUR" }, ""),
        (300.0, 40.0, 7.0, "(carte grise)", ""),
        (20.0, 66.0, 7.0, if recent { "A" } else { "Numéro d'immatriculation" }, ""),
        (112.0, 66.0, -11.0, &v.plate, "plate"),
        (300.0, 66.0, 7.0, if recent { "B" } else { "Date de 1re mise en circulation" }, ""),
        (410.0, 66.0, 9.0, &first, "first_registration"),
        (20.0, 88.0, 7.0, if recent { "C.1" } else { "Nom, prénoms" }, ""),
        (112.0, 88.0, 9.0, &holder, "holder"),
        (20.0, 104.0, 7.0, if recent { "C.4a  EST LE PROPRIÉTAIRE DU VÉHICULE" } else { "ou raison sociale" }, ""),
        (20.0, 122.0, 7.0, if recent { "C.3" } else { "Domicile" }, ""),
        (112.0, 122.0, 8.5, &address, "address"),
        (112.0, 136.0, 8.5, &town, ""),
        (20.0, 160.0, 7.0, if recent { "D.1" } else { "Marque" }, ""),
        (112.0, 160.0, 8.5, v.make, ""),
        (300.0, 160.0, 7.0, if recent { "D.3" } else { "Dénomination" }, ""),
        (410.0, 160.0, 8.5, v.model, ""),
        (20.0, 178.0, 7.0, if recent { "D.2.1" } else { "Type" }, ""),
        (112.0, 178.0, 8.5, &kind, ""),
        (20.0, 196.0, 7.0, if recent { "E" } else { "N° dans la série du type" }, ""),
        (112.0, 196.0, 9.5, &v.vin, "vin"),
        (300.0, 196.0, 7.0, if recent { "F.2" } else { "PTAC" }, ""),
        (410.0, 196.0, 8.5, &mass, ""),
        (20.0, 214.0, 7.0, if recent { "J.1" } else { "Genre" }, ""),
        (112.0, 214.0, 8.5, "VP", ""),
        (300.0, 214.0, 7.0, if recent { "P.6" } else { "Puissance administrative" }, ""),
        (410.0, 214.0, 8.5, &power, ""),
        (20.0, 232.0, 7.0, if recent { "P.3" } else { "Source d'énergie" }, ""),
        (112.0, 232.0, 8.5, if v.p.nir.ends_with('1') { "ES" } else { "GO" }, ""),
        (300.0, 232.0, 7.0, if recent { "S.1" } else { "Places assises" }, ""),
        (410.0, 232.0, 8.5, "5", ""),
        (20.0, 268.0, 7.0, if recent { "I" } else { "Date de la carte grise" }, ""),
        (112.0, 268.0, 8.5, &issued, ""),
        (300.0, 268.0, 7.0, if had { "N° d'immatriculation précédent" } else { "Véhicule neuf" }, ""),
        (20.0, 290.0, 7.0, if recent { "N° de formule" } else { "N° d'ordre" }, ""),
        (112.0, 290.0, 8.5, &formula, ""),
        (300.0, 290.0, 7.0, "Visite technique avant le", ""),
        (20.0, 312.0, 7.0, "Le Ministre, pour le Ministre et par délégation", ""),
    ];
    if had {
        items.push((410.0, 268.0, 8.5, &old, "previous_plate"));
    }
    at.print(d, &items);
    if let Some(set) = d.c.fields.iter_mut().rev().find(|f| f.name == "address") {
        set.value = format!("{} {town}", set.value);
    }
}

/// The certificate crossed out by its seller, with its coupon under it.
fn coupon(d: &mut Desk<'_, '_>) {
    let v = vehicle(d, true);
    let at = Spot { x: 38.0, y: 50.0, k: 1.0, size: (520.0, 330.0) };
    certificate(d, at, &v, true);
    let below = Spot { x: 38.0, y: 420.0, k: 1.0, size: (520.0, 200.0) };
    below.edge(d);
    let buyer = person(&mut d.rng, 1950, 2003);
    let sold = format!("Vendu le {} à 14h30", figures((v.issued.0 + 3, v.issued.1, v.issued.2), "/"));
    below.print(
        d,
        &[
            (20.0, 24.0, -10.0, "COUPON DÉTACHABLE", ""),
            (300.0, 24.0, 7.0, "valable un mois pour circuler", ""),
            (20.0, 50.0, 8.0, "Partie à conserver par le nouveau propriétaire", ""),
            (20.0, 74.0, 8.0, "Nom, prénom de l'acquéreur :", ""),
            (160.0, 74.0, 9.0, &buyer.who.full(), ""),
            (20.0, 96.0, 8.0, "Adresse :", ""),
            (160.0, 96.0, 9.0, &buyer.street, ""),
            (160.0, 110.0, 9.0, &buyer.town(), ""),
            (20.0, 140.0, 8.0, "Date de la cession et signature :", ""),
            (160.0, 140.0, 9.0, &sold, ""),
            (20.0, 170.0, 7.0, "Les données sont traitées dans le système d'immatriculation des véhicules (SIV).", ""),
        ],
    );
    marks::signature(d.c, 400.0, 560.0, 80.0, &mut d.rng);
    zone(d, (58.0, 660.0), &zones::registration(&v.plate, &v.vin, v.make), 470.0);
}
