//! Slips from tills: a supermarket's, a restaurant's bill.

use super::super::facts::{day, figures};
use super::super::kit::pen::{Centre, House, Left, Pen, Ty, f};
use super::super::page::Page;
use super::trade_kit::{Goods, Trade, basket, dotted_day, hour, till, tva};
use crate::pages::desk::Desk;
use crate::rng::Rng;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[
    Page { name: "ticket_caisse", sheet: long, set: supermarket },
    Page { name: "ticket_caisse", sheet: middle, set: restaurant },
];

fn long(rng: &mut Rng) -> Option<(f32, f32)> {
    Some((rng.choose(&[227.0, 215.0]), rng.range(560.0, 640.0)))
}

fn middle(rng: &mut Rng) -> Option<(f32, f32)> {
    Some((rng.choose(&[227.0, 200.0]), rng.range(430.0, 500.0)))
}

const GROCERIES: Goods = &[
    ("BANANE VRAC", "u", 89, 260),
    ("LAIT 1/2 ECR 6X1L", "u", 540, 780),
    ("BAGUETTE TRAD", "u", 95, 135),
    ("YAOURT NATURE X16", "u", 199, 340),
    ("JAMBON SUP X4", "u", 289, 460),
    ("PATES PENNE 500G", "u", 79, 165),
    ("TOMATE GRAPPE", "u", 149, 420),
    ("EAU SOURCE 6X1,5L", "u", 159, 310),
    ("LESSIVE LIQ 2L", "u", 599, 1_190),
    ("STEAK HACHE 5% X2", "u", 349, 590),
    ("COMTE 12 MOIS 250G", "u", 389, 620),
    ("CAFE MOULU 2X250G", "u", 459, 790),
    ("PAP. TOILETTE X12", "u", 399, 690),
    ("POMME GOLDEN SCHT", "u", 219, 390),
    ("CHOCO NOIR 70%", "u", 129, 260),
];

fn supermarket(d: &mut Desk<'_, '_>) {
    let (h, when) = (House::new(&mut d.rng), day(&mut d.rng, 2014, 2026));
    let mut p = Pen::new(d, 8.2, 12.0, 26.0);
    let mark = p.pick(&[",", ",", "."]);
    let town = capitals(h.town, false);
    p.say(
        Ty::Title,
        Centre,
        p.pick(&["U EXPRESS", "INTERMARCHE", "CARREFOUR MARKET", "E.LECLERC", "CASINO SHOP", "COLRUYT"]),
    );
    p.say(Ty::Body, Centre, town.as_str());
    p.say(Ty::Small, Centre, h.street.as_str());
    p.say(Ty::Small, Centre, format!("TEL {}", h.phone));
    if p.chance(0.5) {
        p.say(Ty::Small, Centre, format!("SIRET {}", f("siret", &h.siret)));
    }
    p.gap(0.5);
    let (stamp, time) = (f("date", dotted_day(&p, when)), hour(&p));
    let top = p.chance(0.5);
    if top {
        p.say(Ty::Small, Left, format!("{stamp}  {time}  CAISSE {:02}", p.any(1, 14)));
        p.dashes();
        p.gap(0.4);
    }
    let n = p.any(6, 13);
    let items = basket(&p, GROCERIES, n);
    let (mut food, mut rest, mut count) = (0, 0, 0);
    for i in &items {
        let many = if p.chance(0.2) { 2 } else { 1 };
        let cents = i.price * many;
        count += many;
        let other = i.label.starts_with("LESSIVE") || i.label.starts_with("PAP");
        if other {
            rest += cents;
        } else {
            food += cents;
        }
        if many > 1 {
            p.say(Ty::Body, Left, i.label);
            p.two(
                Ty::Body,
                &format!("   {many} x {}", till(i.price, mark)),
                &format!("{} {}", till(cents, mark), if other { "B" } else { "A" }),
            );
        } else {
            p.two(Ty::Body, i.label, &format!("{} {}", till(cents, mark), if other { "B" } else { "A" }));
        }
    }
    let all = food + rest;
    p.gap(0.6);
    p.dashes();
    p.gap(0.5);
    let label = match p.any(0, 2) {
        0 => format!("TOTAL ({count} articles)"),
        1 => "TOTAL A PAYER".into(),
        _ => "MONTANT DU".into(),
    };
    p.two(Ty::Head, &label, &format!("{}{}", f("total_ttc", till(all, mark)), p.pick(&["", " EUR", " €"])));
    p.gap(0.3);
    p.two(Ty::Body, p.pick(&["CB SANS CONTACT", "CARTE BANCAIRE", "CB EMV"]), &till(all, mark));
    p.gap(0.6);
    let columns: (&[f32], &str) = (&[1.6, 1.0, 1.0, 1.0], "lrrr");
    p.line(Ty::Small, columns, &["TVA".into(), "HT".into(), "TVA".into(), "TTC".into()]);
    let (f_ht, r_ht) = ((food * 1000 + 527) / 1055, (rest * 1000 + 600) / 1200);
    for (name, ht, ttc) in [("A  5,50%", f_ht, food), ("B  20,00%", r_ht, rest)] {
        if ttc > 0 {
            p.line(Ty::Small, columns, &[name.into(), till(ht, mark), till(ttc - ht, mark), till(ttc, mark)]);
        }
    }
    if rest > 0 {
        let ht = f_ht + r_ht;
        p.line(
            Ty::Small,
            columns,
            &["TOTAL".into(), f("total_ht", till(ht, mark)), f("total_tva", till(all - ht, mark)), till(all, mark)],
        );
    }
    p.gap(0.6);
    if p.chance(0.6) {
        p.say(Ty::Small, Left, format!("Carte fidélité : *******{}", p.digits(5)));
        p.two(Ty::Small, "Cumul cagnotte", &till(p.any(50, 2_600), mark));
        p.gap(0.4);
    }
    if !top {
        p.say(Ty::Small, Centre, format!("{stamp} {time}  {} {} {}", p.digits(4), p.digits(3), p.digits(2)));
    }
    p.say(Ty::Small, Centre, p.pick(&["MERCI DE VOTRE VISITE", "A BIENTOT DANS VOTRE MAGASIN", "MERCI ET A BIENTOT"]));
    p.say(Ty::Small, Centre, "Ouvert du lundi au samedi 8h30-20h");
    let (x, y, w) = (p.x, p.y, p.w);
    p.bars((x + w * 0.14, y), (w * 0.72, 30.0));
}

const DISHES: Goods = &[
    ("Formule midi", "u", 1_390, 1_990),
    ("Entrecôte frites", "u", 1_790, 2_690),
    ("Salade de chèvre chaud", "u", 1_190, 1_590),
    ("Plat du jour", "u", 1_050, 1_490),
    ("Menu enfant", "u", 890, 1_190),
    ("Crème brûlée", "u", 590, 890),
    ("Café gourmand", "u", 690, 990),
    ("Café", "u", 170, 260),
];
const DRINKS: Goods = &[
    ("Pichet rouge 50 cl", "u", 790, 1_190),
    ("Demi pression", "u", 320, 480),
    ("Verre Chablis", "u", 490, 750),
    ("Kir cassis", "u", 380, 590),
];

fn restaurant(d: &mut Desk<'_, '_>) {
    let (h, when) = (House::new(&mut d.rng), day(&mut d.rng, 2014, 2026));
    let mut p = Pen::new(d, 8.8, 13.0, 28.0);
    let mark = p.pick(&[",", ".", ","]);
    p.say(
        Ty::Head,
        Centre,
        p.pick(&[
            "Le Bistrot des Halles", "Restaurant La Treille", "CHEZ MARINETTE", "Brasserie du Port",
            "L'AUBERGE DU MOULIN",
        ]),
    );
    p.say(Ty::Small, Centre, h.street.as_str());
    p.say(Ty::Small, Centre, h.place());
    p.say(Ty::Small, Centre, format!("Tél : {}", h.phone));
    p.say(Ty::Small, Centre, format!("Siret {}", f("siret", &h.siret)));
    if p.chance(0.5) {
        p.say(Ty::Small, Centre, format!("TVA {}", tva(&p, &h)));
    }
    p.gap(0.5);
    let covers = p.any(1, 5);
    p.say(
        Ty::Body,
        Left,
        format!("{} {}   {}", p.pick(&["Note n°", "Addition n°", "Facture n°"]), p.digits(5), hour(&p)),
    );
    p.say(Ty::Body, Left, format!("Table {}   Couverts : {covers}", p.any(1, 40)));
    p.say(Ty::Body, Left, format!("Le {}   Serveur : {}", f("date", figures(when, "/")), p.who(1980, 2005).first));
    p.gap(0.3);
    p.dashes();
    p.gap(0.5);
    let (n, m) = (p.any(2, 5), p.any(0, 2));
    let (dishes, drinks) = (basket(&p, DISHES, n), basket(&p, DRINKS, m));
    let (mut food, mut wine) = (0, 0);
    for (k, i) in dishes.iter().chain(&drinks).enumerate() {
        let many = p.any(1, covers);
        let cents = many * i.price;
        if k < dishes.len() {
            food += cents;
        } else {
            wine += cents;
        }
        p.line(Ty::Body, (&[0.5, 3.4, 1.3], "llr"), &[many.to_string(), i.label.into(), till(cents, mark)]);
    }
    p.gap(0.5);
    p.dashes();
    p.gap(0.7);
    let all = food + wine;
    let label = p.pick(&["TOTAL TTC", "Total à payer", "TOTAL"]);
    p.two(Ty::Head, label, &f("total_ttc", format!("{} €", till(all, mark))));
    p.gap(0.4);
    let (a, b) = ((food * 1000 + 550) / 1100, (wine * 1000 + 600) / 1200);
    if wine > 0 {
        p.two(Ty::Small, &format!("TVA 10,00 % sur {}", till(a, mark)), &till(food - a, mark));
        p.two(Ty::Small, &format!("TVA 20,00 % sur {}", till(b, mark)), &till(wine - b, mark));
        p.two(Ty::Small, "Total HT", &f("total_ht", till(a + b, mark)));
    } else {
        p.two(Ty::Small, "Total HT", &f("total_ht", till(a, mark)));
        p.two(Ty::Small, "TVA 10,00 %", &f("total_tva", till(food - a, mark)));
    }
    p.gap(0.3);
    p.two(Ty::Body, p.pick(&["Carte bancaire", "CB", "Espèces", "Ticket restaurant"]), &till(all, mark));
    p.gap(0.6);
    p.say(Ty::Small, Centre, p.pick(&["Prix nets, service compris", "Service compris 15 %", "Service compris"]));
    p.say(
        Ty::Italic,
        Centre,
        p.pick(&["Merci de votre visite, à bientôt !", "Merci et à bientôt", "Au plaisir de vous revoir"]),
    );
}
