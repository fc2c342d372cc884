//! Slips from the tills of small shops and stations.

use super::super::facts::{Day, day, figures};
use super::super::kit::pen::{Centre, House, Left, Pen, Right, Ty, f};
use super::super::page::Page;
use super::trade_kit::{Goods, Trade, basket, dotted_day, hour, qty, till, tva};
use crate::pages::desk::Desk;
use crate::rng::Rng;

pub(super) const PAGES: &[Page] = &[
    Page { name: "ticket_caisse", sheet: short, set: station },
    Page { name: "ticket_caisse", sheet: middle, set: boutique },
    Page { name: "ticket_caisse", sheet: short, set: bakery },
];

fn middle(rng: &mut Rng) -> Option<(f32, f32)> {
    Some((rng.choose(&[227.0, 200.0]), rng.range(430.0, 500.0)))
}

fn short(rng: &mut Rng) -> Option<(f32, f32)> {
    Some((rng.choose(&[227.0, 165.0]), rng.range(350.0, 400.0)))
}

/// What the card reader prints below.
fn card(p: &mut Pen<'_, '_, '_>, when: Day, sum: &str) {
    p.dashes();
    p.gap(0.4);
    p.say(Ty::Body, Centre, p.pick(&["CARTE BANCAIRE", "CB SANS CONTACT", "CARTE BANCAIRE EMV"]));
    p.say(Ty::Small, Left, format!("A00000004210{}", p.digits(2)));
    p.say(Ty::Small, Left, p.pick(&["CB COMPTANT", "CREDIT AGRICOLE", "VISA"]));
    p.say(Ty::Small, Left, format!("le {} a {}", figures(when, "/"), hour(p)));
    p.say(Ty::Small, Left, format!("************{}", p.digits(4)));
    p.say(Ty::Small, Left, format!("No AUTO {}   DEBIT", p.digits(6)));
    p.say(Ty::Bold, Left, format!("MONTANT = {sum} EUR"));
    p.say(Ty::Small, Centre, p.pick(&["TICKET CLIENT A CONSERVER", "TICKET A CONSERVER"]));
}

fn station(d: &mut Desk<'_, '_>) {
    let (h, when) = (House::new(&mut d.rng), day(&mut d.rng, 2014, 2026));
    let mut p = Pen::new(d, 8.4, 11.0, 24.0);
    let mark = p.pick(&[",", "."]);
    p.say(
        Ty::Head,
        Centre,
        p.pick(&["STATION AVIA", "TOTAL ACCESS", "ESSO EXPRESS", "STATION U 24/24", "RELAIS DE LA ROCADE"]),
    );
    p.say(Ty::Small, Centre, h.street.to_uppercase());
    p.say(Ty::Small, Centre, h.place());
    if p.chance(0.6) {
        p.say(Ty::Small, Centre, format!("SIRET {}", f("siret", &h.siret)));
    }
    p.gap(0.6);
    p.say(Ty::Small, Left, format!("DATE {} {}", f("date", dotted_day(&p, when)), hour(&p)));
    p.say(Ty::Small, Left, format!("TICKET {}", p.digits(6)));
    p.gap(0.5);
    let (liters, price) = (p.any(900, 6_200), p.any(1_190, 2_090));
    let ttc = (liters * price + 500) / 1000;
    let ht = (ttc * 1000 + 600) / 1200;
    let pump = p.any(1, 8).to_string();
    p.two(Ty::Body, "POMPE", &pump);
    p.two(Ty::Body, "CARBURANT", p.pick(&["GAZOLE", "SP95-E10", "SP98", "E85"]));
    p.two(Ty::Body, "VOLUME", &format!("{}{mark}{:02} L", liters / 100, liters % 100));
    p.two(Ty::Body, p.pick(&["PRIX/L", "PRIX UNIT."]), &format!("{}{mark}{:03} €", price / 1000, price % 1000));
    p.gap(0.4);
    let label = p.pick(&["TOTAL TTC", "MONTANT TTC", "TOTAL"]);
    p.two(Ty::Head, label, &format!("{} EUR", f("total_ttc", till(ttc, mark))));
    p.gap(0.3);
    p.two(Ty::Small, p.pick(&["HORS TAXE", "TOTAL HT"]), &f("total_ht", till(ht, mark)));
    p.two(Ty::Small, "TVA 20,00%", &f("total_tva", till(ttc - ht, mark)));
    p.gap(0.6);
    card(&mut p, when, &till(ttc, mark));
    p.gap(0.3);
    p.say(Ty::Small, Centre, p.pick(&["MERCI ET BONNE ROUTE", "BONNE ROUTE", "MERCI DE VOTRE VISITE"]));
}

const WARES: Goods = &[
    ("Vis agglo 4x40 boîte 200", "u", 590, 990),
    ("Ampoule LED E27 9W", "u", 390, 790),
    ("Terreau universel 40L", "u", 690, 1_190),
    ("Peinture blanc mat 2,5L", "u", 2_490, 4_490),
    ("Rallonge 3 prises 2 m", "u", 890, 1_590),
    ("T-shirt coton bio M", "u", 1_290, 2_490),
    ("Crème mains 75 ml", "u", 390, 890),
    ("Cahier 96 p. grands carreaux", "u", 190, 390),
    ("Piles AA x8", "u", 590, 1_090),
];

fn boutique(d: &mut Desk<'_, '_>) {
    let (h, when) = (House::new(&mut d.rng), day(&mut d.rng, 2014, 2026));
    let mut p = Pen::new(d, 8.4, 13.0, 58.0);
    let mark = ",";
    let (x, w) = (p.x, p.w);
    p.logo(x + w / 2.0 - 12.0, 12.0, 34.0);
    p.say(
        Ty::Head,
        Centre,
        p.pick(&["Quincaillerie Brochard", "Droguerie du Marché", "BRICO PRO", "Au Fil des Jours", "JARDILAND"]),
    );
    p.say(Ty::Small, Centre, format!("{} - {}", h.street, h.place()));
    p.gap(0.4);
    p.say(Ty::Bold, Centre, p.pick(&["TICKET DE CAISSE", "TICKET DE VENTE", "TICKET"]));
    p.gap(0.2);
    p.two(Ty::Small, &format!("N° {}-{}", p.digits(2), p.digits(6)), &format!("Vend. {}", p.any(1, 9)));
    p.two(Ty::Small, &f("date", figures(when, "/")), &hour(&p));
    p.rule();
    p.gap(0.4);
    let n = p.any(2, 5);
    let items = basket(&p, WARES, n);
    let mut all = 0;
    let head: (&[f32], &str) = (&[0.7, 1.4, 1.0, 1.2], "lrrr");
    for i in &items {
        let many = p.any(1, 3);
        all += many * i.price;
        p.say(Ty::Body, Left, i.label);
        p.line(
            Ty::Small,
            head,
            &[qty(many * 100, false), till(i.price, mark), "20%".into(), till(many * i.price, mark)],
        );
    }
    if p.chance(0.3) {
        let off = all / 10;
        all -= off;
        p.two(Ty::Body, "Remise fidélité -10%", &till(-off, mark));
    }
    p.gap(0.4);
    p.rule();
    p.gap(0.6);
    let ht = (all * 1000 + 600) / 1200;
    p.two(Ty::Body, "Total HT", &f("total_ht", format!("{} €", till(ht, mark))));
    p.two(
        Ty::Body,
        p.pick(&["Total TVA", "TVA 20 %", "Dont TVA 20,00%"]),
        &f("total_tva", format!("{} €", till(all - ht, mark))),
    );
    p.two(Ty::Head, p.pick(&["Total TTC", "NET À PAYER"]), &f("total_ttc", format!("{} €", till(all, mark))));
    p.gap(0.4);
    if p.chance(0.4) {
        let given = (all / 1000 + 1) * 1000;
        p.two(Ty::Body, "Espèces", &till(given, mark));
        p.two(Ty::Body, p.pick(&["Rendu", "A rendre"]), &till(given - all, mark));
    } else {
        p.two(Ty::Body, "Règlement CB", &till(all, mark));
    }
    p.gap(0.5);
    p.say(Ty::Small, Centre, "Échange ou avoir sous 15 jours");
    p.say(Ty::Small, Centre, "sur présentation de ce ticket");
    p.say(Ty::Tiny, Centre, format!("SIRET {} - TVA {}", f("siret", &h.siret), tva(&p, &h)));
    let y = p.y;
    p.bars((x + w * 0.2, y), (w * 0.6, 26.0));
}

const BREAD: Goods = &[
    ("BAGUETTE TRADITION", "u", 110, 145),
    ("PAIN CAMPAGNE", "u", 240, 420),
    ("CROISSANT", "u", 100, 140),
    ("PAIN CHOCOLAT", "u", 110, 160),
    ("TARTE CITRON 6P", "u", 1_650, 2_490),
    ("ECLAIR CAFE", "u", 240, 360),
    ("SANDWICH JAMBON", "u", 380, 590),
    ("FLAN", "u", 210, 330),
];

fn bakery(d: &mut Desk<'_, '_>) {
    let (h, when) = (House::new(&mut d.rng), day(&mut d.rng, 2014, 2026));
    let mut p = Pen::new(d, 8.8, 12.0, 26.0);
    let mark = p.pick(&[",", "."]);
    p.say(Ty::Body, Centre, "*** BIENVENUE ***");
    p.say(
        Ty::Head,
        Centre,
        p.pick(&["BOULANGERIE ROUX", "AU PAIN DORE", "MAISON CADIOU", "LE FOURNIL", "BOUCHERIE PERRIN"]),
    );
    p.say(Ty::Small, Centre, h.place());
    p.say(Ty::Small, Centre, h.phone.as_str());
    p.gap(0.8);
    p.ends(Ty::Small, format!("{} {}", f("date", dotted_day(&p, when)), hour(&p)), format!("#{}", p.digits(4)));
    p.gap(0.4);
    let n = p.any(2, 5);
    let items = basket(&p, BREAD, n);
    let (mut all, mut count) = (0, 0);
    for i in &items {
        let many = if i.price > 1_000 { 1 } else { p.any(1, 4) };
        (all, count) = (all + many * i.price, count + many);
        p.two(Ty::Body, &format!("{many} {}", i.label), &format!("{}€", till(many * i.price, mark)));
    }
    p.gap(0.7);
    p.two(Ty::Title, p.pick(&["TOTAL", "TOTAL TTC"]), &f("total_ttc", format!("{}€", till(all, mark))));
    p.gap(0.6);
    p.two(Ty::Body, "NB ARTICLES", &count.to_string());
    if p.chance(0.6) {
        let given = (all / 500 + 1) * 500;
        p.two(Ty::Body, "ESPECES", &format!("{}€", till(given, mark)));
        p.two(Ty::Body, p.pick(&["RENDU", "MONNAIE"]), &format!("{}€", till(given - all, mark)));
    } else {
        p.two(Ty::Body, "CB", &format!("{}€", till(all, mark)));
    }
    if p.chance(0.6) {
        let ht = (all * 1000 + 527) / 1055;
        p.gap(0.3);
        p.two(Ty::Small, "DONT TVA 5,5%", &f("total_tva", till(all - ht, mark)));
        p.two(Ty::Small, "HT", &f("total_ht", till(ht, mark)));
    }
    p.gap(0.6);
    p.say(Ty::Body, Centre, p.pick(&["MERCI, A BIENTOT", "MERCI DE VOTRE VISITE", "BONNE JOURNEE"]));
    let (right, y) = (p.x + p.w, p.y);
    p.put(right, y, 120.0, Ty::Tiny, Right, format!("OP {:02}", p.any(1, 9)));
}
