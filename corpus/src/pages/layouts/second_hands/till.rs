//! Slips from tills: of shops, of inns, of chemists and filling stations.

use super::Page;
use super::trade_kit::*;
use crate::faces::{FaceClass, Wish};
use crate::pages::compose::Type;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, mark};
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] =
    &[Page { name: "ticket_caisse", sheet: |rng| Some((227.0, rng.range(436.0, 484.0))), set: slip }];

fn slip(d: &mut Desk<'_, '_>) {
    // Most tills print one width for all letters.
    if d.rng.chance(0.6)
        && let Some(face) = d.c.faces.choose(&[FaceClass::Mono], Wish::default(), &mut d.rng)
    {
        d.fonts.body = Type { face: face.clone(), kern: false, ..d.fonts.body.clone() };
        d.fonts.bold = Type { face, kern: false, ..d.fonts.bold.clone() };
    }
    match d.rng.below(3) {
        0 => shop(d),
        1 => inn(d),
        _ => pump(d),
    }
}

/// Sums as tills print them: with a comma or a point.
fn money(cents: u64, point: bool) -> String {
    format!("{}{}{:02}", cents / 100, if point { "." } else { "," }, cents % 100)
}

fn row(d: &mut Desk<'_, '_>, y: f32, left: &str, right: (&'static str, &str), t: &Type) {
    cells(d, y, &[(11.0, 160.0, L), (140.0, 216.0, R)], &[("", left.to_owned()), (right.0, right.1.to_owned())], t);
}

fn rule_of(d: &mut Desk<'_, '_>, y: f32, sign: &str, t: &Type) {
    let width = d.c.measure(sign, t, &mut d.rng).max(1.0);
    d.left(14.0, y, &sign.repeat((199.0 / width) as usize), t);
}

const GOODS: &[(&str, &[(&str, u64)])] = &[
    (
        "Quincaillerie Vasseur",
        &[
            ("VIS BOIS 4X40 B/200", 895),
            ("CHEVILLE NYLON 8", 420),
            ("AMPOULE LED E27 9W", 549),
            ("COLLE NEOPRENE 125ML", 690),
            ("ROULEAU PEINTRE 180", 735),
            ("RUBAN ADHESIF 50M", 310),
        ],
    ),
    (
        "Maison de la Presse",
        &[
            ("QUOTIDIEN REGIONAL", 130),
            ("MAGAZINE JARDIN", 590),
            ("CARTE ROUTIERE D12", 620),
            ("STYLO BILLE NOIR", 180),
            ("LIVRE DE POCHE", 840),
            ("TIMBRES CARNET X12", 1_392),
        ],
    ),
    (
        "Jardinerie du Val",
        &[
            ("TERREAU UNIVERSEL 40L", 790),
            ("GERANIUM LIERRE POT 10", 275),
            ("GRAINES TOMATE CDB", 390),
            ("SECATEUR LAME DROITE", 1_895),
            ("GANTS T9", 465),
            ("ANTI-LIMACES BIO", 1_120),
        ],
    ),
    (
        "Épicerie du Marché",
        &[
            ("CAFE MOULU 250G", 385),
            ("MIEL CHATAIGNIER 500G", 790),
            ("OEUFS PLEIN AIR X12", 410),
            ("CIDRE BRUT 75CL", 365),
            ("FARINE T65 1KG", 155),
            ("TOMME FERMIERE 0,312KG", 577),
        ],
    ),
];

/// Of a shop: the head, the goods, what was given and the tax; its numbers at the foot.
fn shop(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 9.0);
    let point = k.chance(0.4);
    let (name, goods) = k.choose(GOODS);
    let firm = Firm::new(name, "4752A", &mut k);
    let when = say(k.choose(&[0, 3, 5]), day(&mut k, 2009, 2025));
    let mut y = 26.0;
    d.centre(113.0, y, &capitals(name, false), &p.b.sized(p.n.size * 1.3));
    for line in [firm.street.clone(), firm.place.line(true), format!("TEL {}", firm.phone)] {
        y += 13.0;
        fit(d, "", (113.0, y), 200.0, &line, &p.n, C);
    }
    y += 18.0;
    let hour = format!("{}:{:02}", k.between(8, 19), k.between(0, 59));
    let serial = k.digits(5);
    let text = k.choose(&[
        format!("{when} {hour} CAISSE 1 N{serial}"),
        format!("TICKET {serial} LE {when} A {hour}"),
        format!("Date : {when}  Heure : {hour}"),
    ]);
    let since = d.c.lines.len();
    put(d, 14.0, y, 199.0, &text, &p.n);
    mark(d, since, "date", &when);
    y += 11.0;
    rule_of(d, y, "-", &p.n);
    let mut all = 0;
    for (i, (what, price)) in goods.iter().enumerate() {
        if i > 2 && k.chance(0.35) {
            continue;
        }
        let count = if k.chance(0.25) { k.between(2, 4) as u64 } else { 1 };
        y += 15.0;
        row(d, y, what, ("", &money(price * count, point)), &p.n);
        if count > 1 {
            y += 10.5;
            put(d, 24.0, y, 120.0, &format!("{count} X {}", money(*price, point)), &p.n);
        }
        all += price * count;
    }
    y += 11.0;
    rule_of(d, y, "-", &p.n);
    y += 17.0;
    row(
        d,
        y,
        k.pick(&["TOTAL TTC", "TOTAL EUR", "TOTAL A PAYER", "NET A PAYER"]),
        ("total_ttc", &money(all, point)),
        &p.b.sized(p.n.size * 1.3),
    );
    y += 17.0;
    if k.chance(0.5) {
        row(d, y, k.pick(&["CARTE BANCAIRE", "CB EMV SANS CONTACT"]), ("", &money(all, point)), &p.n);
    } else {
        let given = (all / 1000 + 1) * 1000;
        row(d, y, "ESPECES", ("", &money(given, point)), &p.n);
        y += 12.0;
        row(d, y, "RENDU", ("", &money(given - all, point)), &p.n);
    }
    y += 18.0;
    let (rate, net) = if goods[0].1 < 400 { ("5,50", all * 1000 / 1055) } else { ("20,00", all * 100 / 120) };
    put(d, 14.0, y, 199.0, &format!("TVA {rate}%  HT {}  TVA {}", money(net, point), money(all - net, point)), &p.n);
    y += 20.0;
    let said =
        k.pick(&["MERCI DE VOTRE VISITE", "A BIENTOT DANS VOTRE MAGASIN", "ECHANGE SOUS 15 JOURS AVEC CE TICKET"]);
    fit(d, "", (113.0, y), 200.0, said, &p.n, C);
    y += 14.0;
    let siret = if k.chance(0.5) { codes::grouped(&firm.siret, &[3, 3, 3, 5]) } else { firm.siret.clone() };
    let since = d.c.lines.len();
    fit(d, "", (113.0, y), 200.0, &format!("{} {siret}", k.pick(&["SIRET", "SIRET :", "N SIRET"])), &p.n, C);
    mark(d, since, "siret", &siret);
    y += 12.0;
    fit(d, "", (113.0, y), 200.0, &format!("APE {} - TVA {}", firm.ape, firm.vat), &p.s, C);
    crate::pages::marks::code(d.c, 50.0, y + 12.0, &mut k);
}

const DISHES: &[(&str, u64, u64)] = &[
    ("Menu du jour", 1_690, 1000),
    ("Plat du jour", 1_150, 1000),
    ("Magret grillé", 1_980, 1000),
    ("Truite aux amandes", 1_740, 1000),
    ("Crème caramel", 580, 1000),
    ("Café", 190, 1000),
    ("Eau minérale 1 l", 450, 1000),
    ("1/2 pichet rouge", 790, 2000),
    ("Verre Gaillac", 420, 2000),
];

/// Of an inn: covers, dishes with what each costs, two rates of tax.
fn inn(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 8.6);
    let firm = Firm::new(
        k.pick(&["Auberge de la Halle", "Le Relais du Lac", "Brasserie de l'Octroi", "Chez Mado"]),
        "5610A",
        &mut k,
    );
    let when = say(k.choose(&[0, 5]), day(&mut k, 2010, 2025));
    emblem(d, 88.0, 12.0, 46.0, &mut k);
    let mut y = 74.0;
    for (line, t) in [
        (firm.name.clone(), &p.b),
        (firm.street.clone(), &p.n),
        (firm.place.line(false), &p.n),
        (firm.phone.clone(), &p.n),
    ] {
        fit(d, "", (113.0, y), 200.0, &line, t, C);
        y += 12.0;
    }
    let siret = codes::grouped(&firm.siret, &[3, 3, 3, 5]);
    let since = d.c.lines.len();
    fit(d, "", (113.0, y), 200.0, &format!("Siret {siret}"), &p.s, C);
    mark(d, since, "siret", &siret);
    y += 20.0;
    put(
        d,
        14.0,
        y,
        199.0,
        &format!(
            "{} n° {}  Table {}  {} couverts",
            k.pick(&["Note", "Addition", "Ticket"]),
            k.between(100, 4000),
            k.between(1, 24),
            k.between(1, 5)
        ),
        &p.n,
    );
    y += 12.0;
    let since = d.c.lines.len();
    put(
        d,
        14.0,
        y,
        199.0,
        &format!("{} {when} à {} h {:02}", k.pick(&["Le", "Date"]), k.between(12, 14), k.between(10, 59)),
        &p.n,
    );
    mark(d, since, "date", &when);
    d.rule(14.0, y + 5.0, 213.0, y + 5.0, 0.6);
    y += 6.0;
    let (mut low, mut high) = (0, 0);
    for (what, price, rate) in DISHES {
        if k.chance(0.35) && low > 0 {
            continue;
        }
        let count = k.between(1, 3) as u64;
        y += 13.5;
        row(d, y, &format!("{count} {what}"), ("", &money(price * count, false)), &p.n);
        if *rate == 1000 {
            low += price * count;
        } else {
            high += price * count;
        }
    }
    d.rule(14.0, y + 6.0, 213.0, y + 6.0, 0.6);
    y += 22.0;
    row(
        d,
        y,
        k.pick(&["Total TTC", "À payer", "TOTAL"]),
        ("total_ttc", &format!("{} €", money(low + high, false))),
        &p.b.sized(p.n.size * 1.25),
    );
    y += 20.0;
    for (rate, all) in [(10, low), (20, high)] {
        let net = all * 100 / (100 + rate);
        put(
            d,
            14.0,
            y,
            199.0,
            &format!("TVA {rate} % : {} sur {} HT", money(all - net, false), money(net, false)),
            &p.n,
        );
        y += 12.0;
    }
    y += 8.0;
    put(
        d,
        14.0,
        y,
        199.0,
        &format!("Réglé : {}", k.pick(&["carte bancaire", "titres restaurant", "espèces", "chèque vacances"])),
        &p.n,
    );
    y += 18.0;
    for line in [
        "Prix nets, service compris.",
        "L'abus d'alcool est dangereux pour la santé.",
        "Fermé le mardi soir et le mercredi.",
        "Merci et à bientôt !",
    ] {
        fit(d, "", (113.0, y), 200.0, line, &p.s, C);
        y += 10.5;
    }
}

/// Of a filling station: litres and price, with the slip of the card under it.
fn pump(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 8.4);
    let firm = Firm::new(
        k.pick(&["Station AVIA Les Peupliers", "SUPER U CARBURANTS", "NETTO STATION", "Relais Elan Roussel"]),
        "4730Z",
        &mut k,
    );
    let when = say(k.choose(&[0, 3, 5]), day(&mut k, 2012, 2025));
    let (litres, price) = (k.between(1_100, 5_900) as u64, k.between(1_289, 1_999) as u64);
    let all = (litres * price + 500) / 1000;
    let net = all * 100 / 120;
    let mut y = 30.0;
    for line in [capitals(&firm.name, false), firm.street.clone(), firm.place.line(true)] {
        put(d, 14.0, y, 199.0, &line, &p.n);
        y += 12.0;
    }
    let since = d.c.lines.len();
    put(d, 14.0, y, 199.0, &format!("SIRET {}", firm.siret), &p.n);
    mark(d, since, "siret", &firm.siret);
    put(d, 14.0, y + 12.0, 199.0, &format!("TVA INTRA {}", firm.vat), &p.n);
    y += 30.0;
    put(d, 14.0, y, 199.0, k.pick(&["TICKET CLIENT", "TICKET CARBURANT A CONSERVER", "JUSTIFICATIF DE VENTE"]), &p.b);
    y += 16.0;
    let hour = format!("{:02}:{:02}:{:02}", k.between(6, 22), k.between(0, 59), k.between(0, 59));
    row(d, y, "DATE", ("date", &when), &p.n);
    row(d, y + 12.0, "HEURE", ("", &hour), &p.n);
    row(d, y + 24.0, "POMPE", ("", &k.between(1, 8).to_string()), &p.n);
    row(d, y + 36.0, "PRODUIT", ("", k.pick(&["GAZOLE B7", "SP95-E10", "SP98", "E85"])), &p.n);
    row(d, y + 48.0, "VOLUME", ("", &format!("{},{:02} L", litres / 100, litres % 100)), &p.n);
    row(d, y + 60.0, "PRIX UNIT.", ("", &format!("{},{:03} EUR/L", price / 1000, price % 1000)), &p.n);
    y += 72.0;
    rule_of(d, y, "=", &p.n);
    y += 16.0;
    row(
        d,
        y,
        k.pick(&["MONTANT TTC", "TOTAL TTC", "MONTANT REEL"]),
        ("total_ttc", &format!("{} EUR", money(all, false))),
        &p.b.sized(p.n.size * 1.15),
    );
    row(d, y + 15.0, "DONT TVA 20,00 %", ("", &format!("{} EUR", money(all - net, false))), &p.n);
    row(d, y + 27.0, "TOTAL HT", ("", &format!("{} EUR", money(net, false))), &p.n);
    y += 40.0;
    rule_of(d, y, "=", &p.n);
    y += 16.0;
    for line in [
        "CARTE BANCAIRE".to_owned(),
        "A0000000421010".to_owned(),
        "CB CREDIT AGRICOLE".to_owned(),
        format!("{} {}", k.digits(7), k.digits(5)),
        format!("************{}", k.digits(4)),
        format!("N AUTO : {}", k.digits(6)),
        "DEBIT".to_owned(),
    ] {
        put(d, 14.0, y, 199.0, &line, &p.n);
        y += 12.0;
    }
    y += 8.0;
    for line in ["BONNE ROUTE", "STATION OUVERTE 24H/24", "GONFLAGE GRATUIT - LAVAGE"] {
        fit(d, "", (113.0, y), 200.0, line, &p.n, C);
        y += 12.0;
    }
}
