//! Receipts of tills.

use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, day, figures};
use crate::pages::layouts::kit::pen::{Centre, House, Left, Pen, Rules, Ty, f};
use crate::pages::layouts::page::Page;
use crate::rng::Rng;
use crate::text::codes;

pub(super) const PAGES: &[Page] = &[
    Page { name: "ticket_caisse", sheet: roll, set: till_shop },
    Page { name: "ticket_caisse", sheet: roll, set: till_restaurant },
    Page { name: "ticket_caisse", sheet: short_roll, set: till_trade },
];

fn roll(rng: &mut Rng) -> Option<(f32, f32)> {
    Some((rng.range(200.0, 228.0), rng.range(460.0, 530.0)))
}

fn short_roll(rng: &mut Rng) -> Option<(f32, f32)> {
    Some((rng.range(205.0, 228.0), rng.range(325.0, 385.0)))
}

const GOODS: &[(&str, i64)] = &[
    ("BAGUETTE TRADITION", 120),
    ("LAIT DEMI-ECREME 1L", 109),
    ("BANANES VRAC", 187),
    ("CAFE MOULU 250G", 345),
    ("OEUFS PLEIN AIR X12", 389),
    ("PATES PENNE 500G", 98),
    ("YAOURT NATURE X8", 176),
    ("EMMENTAL RAPE 200G", 232),
    ("LESSIVE LIQ 2L", 899),
    ("TOMATES GRAPPE", 264),
    ("JAMBON SUP 4TR", 415),
    ("EAU MIN 6X1.5L", 288),
    ("CHOCOLAT NOIR 70", 219),
];

/// Parts of a sum with tax included: without tax, tax.
fn parts(total: i64, rate: i64) -> (i64, i64) {
    let net = (total * 1000 + (1000 + rate) / 2) / (1000 + rate);
    (net, total - net)
}

fn till_head(p: &mut Pen<'_, '_, '_>, name: &str, h: &House) {
    p.say(Ty::Head, Centre, name);
    p.say(Ty::Body, Centre, &h.street);
    p.say(Ty::Body, Centre, h.place());
    p.say(Ty::Body, Centre, format!("{}{}", p.pick(&["TEL ", "Tél : ", "Tel. "]), h.phone));
}

fn hour(p: &Pen<'_, '_, '_>) -> String {
    format!(
        "{:02}:{:02}{}",
        p.any(8, 21),
        p.any(0, 59),
        if p.chance(0.5) { format!(":{:02}", p.any(0, 59)) } else { String::new() }
    )
}

fn short_date(p: &Pen<'_, '_, '_>, when: Day) -> String {
    match p.any(0, 3) {
        0 => format!("{:02}/{:02}/{:02}", when.2, when.1, when.0 % 100),
        1 => figures(when, "-"),
        _ => figures(when, "/"),
    }
}

fn till_shop(d: &mut Desk<'_, '_>) {
    let (h, when) = (House::new(&mut d.rng), day(&mut d.rng, 2003, 2026));
    let mut p = Pen::new(d, 8.6, 14.0, 26.0);
    let name = p.pick(&[
        "SUPER U", "INTERMARCHE", "CARREFOUR CITY", "SPAR LE FOURNIL", "BIOCOOP LES SEPT EPIS", "VIVAL", "MONOPRIX",
    ]);
    till_head(&mut p, name, &h);
    let siret = f("siret", &h.siret);
    p.say(Ty::Small, Centre, format!("{} {siret}", p.pick(&["SIRET", "Siret :", "N° SIRET"])));
    p.gap(0.6);
    let sent = f("date", short_date(&p, when));
    p.say(Ty::Body, Left, format!("{} {sent} {}", p.pick(&["Le", "DATE", ""]), hour(&p)).trim());
    p.say(
        Ty::Body,
        Left,
        format!("Caisse {:02}  Ticket {}  Hôte(sse) {}", p.any(1, 14), p.digits(4), p.pick(&["Sonia", "Enzo", "032"])),
    );
    p.rule();
    let (from, n, mut total, mut count) = (p.any(0, 6), p.any(5, 9), 0, 0);
    for i in 0..n {
        let (label, price) = GOODS[((from + i * 3) % GOODS.len() as i64) as usize];
        let times = if p.chance(0.2) { p.any(2, 4) } else { 1 };
        let sum = p.sum(price * times);
        p.ends(Ty::Body, label, sum);
        if times > 1 {
            let each = p.sum(price);
            p.say(Ty::Small, Left, format!("   {times} x {each}"));
        }
        total += price * times;
        count += times;
    }
    p.rule();
    let sum = f("total_ttc", p.sum(total));
    p.ends(Ty::Head, p.pick(&["TOTAL", "TOTAL A PAYER", "TOTAL TTC", "MONTANT DU"]), sum);
    p.say(Ty::Body, Left, format!("{} {count}", p.pick(&["Nombre d'articles :", "NB ARTICLES", "Articles :"])));
    let paid = p.sum(total);
    p.ends(Ty::Body, p.pick(&["CB EMV SANS CONTACT", "CARTE BANCAIRE", "ESPECES", "TITRE RESTAURANT"]), paid);
    p.gap(0.6);
    let (net, tax) = parts(total, 55);
    let row = vec!["5,50%".into(), f("total_ht", p.sum(net)), f("total_tva", p.sum(tax)), p.sum(total)];
    p.table(Ty::Small, (&[1.0, 1.2, 1.2, 1.2], "lrrr"), &["TVA", "H.T.", "T.V.A.", "T.T.C."], &[row], Rules::None);
    let points = p.any(1, 900);
    p.say(Ty::Small, Centre, format!("Carte fidélité : solde {points} points"));
    p.say(Ty::Body, Centre, p.pick(&["MERCI DE VOTRE VISITE", "Merci et à bientôt !", "A BIENTOT DANS VOTRE MAGASIN"]));
    p.say(Ty::Small, Centre, "Ouvert du lundi au samedi 8h30-20h");
    let (x, y) = (p.x + 20.0, p.y);
    if p.chance(0.6) && y + 50.0 < p.d.c.height {
        let (mut at, bottom) = (x, y + 26.0);
        while at < p.x + p.w - 24.0 {
            p.d.rule(at, y, at, bottom, p.any(1, 2) as f32);
            at += p.any(2, 5) as f32;
        }
        p.put(p.x + p.w / 2.0, bottom + 11.0, p.w, Ty::Small, Centre, p.digits(13));
    }
}

fn till_restaurant(d: &mut Desk<'_, '_>) {
    let (h, when) = (House::new(&mut d.rng), day(&mut d.rng, 2010, 2026));
    let mut p = Pen::new(d, 8.8, 15.0, 30.0);
    let name = p.pick(&[
        "LE PETIT ZINC", "Crêperie Ty Breizh", "BRASSERIE DU THEATRE", "La Table d'Aïcha", "PIZZERIA VESUVIO",
        "L'AUBERGE DU PONT",
    ]);
    till_head(&mut p, name, &h);
    let vat = codes::vat(&h.siren);
    p.say(Ty::Small, Centre, format!("TVA intra : {vat}"));
    p.gap(0.8);
    p.say(Ty::Bold, Centre, p.pick(&["NOTE", "ADDITION", "FACTURE", "TICKET CLIENT"]));
    let sent = f("date", short_date(&p, when));
    let (table, covers) = (p.any(1, 40), p.any(1, 6));
    p.say(Ty::Body, Left, format!("Table {table}   Couverts : {covers}"));
    p.say(Ty::Body, Left, format!("{} {sent} à {}", p.pick(&["Date :", "Le", "Imprimé le"]), hour(&p)));
    p.say(Ty::Body, Left, format!("Serveur : {}   N° {}", p.pick(&["Lucas", "Manon", "CAISSE 1"]), p.digits(6)));
    p.rule();
    let menu = [
        ("Formule midi", 1_490),
        ("Plat du jour", 1_250),
        ("Galette complète", 980),
        ("Entrecôte frites", 1_890),
        ("Verre de Côtes-du-Rhône", 420),
        ("Café gourmand", 690),
        ("Café expresso", 180),
        ("Carafe cidre 50cl", 750),
        ("Salade de chèvre chaud", 1_120),
        ("Crème brûlée", 620),
    ];
    let (from, mut total, mut drinks) = (p.any(0, 9) as usize, 0, 0);
    for i in 0..p.any(3, 6) as usize {
        let (label, price) = menu[(from + i * 3) % menu.len()];
        let times = p.any(1, 3);
        let sum = p.sum(price * times);
        p.ends(Ty::Body, format!("{times} {label}"), sum);
        total += price * times;
        drinks += if label.contains("Verre") || label.contains("cidre") { price * times } else { 0 };
    }
    p.rule();
    let sum = f("total_ttc", p.sum(total));
    p.ends(Ty::Title, p.pick(&["TOTAL", "Total TTC", "NET A PAYER"]), sum);
    p.gap(0.3);
    let (a, b) = (parts(total - drinks, 100), parts(drinks, 200));
    for (rate, (net, tax)) in [("10,00 %", a), ("20,00 %", b)] {
        if net > 0 {
            let line = format!("TVA {rate} sur {}", p.sum(net));
            let tax = p.sum(tax);
            p.ends(Ty::Small, line, tax);
        }
    }
    let (net, tax) = (f("total_ht", p.sum(a.0 + b.0)), f("total_tva", p.sum(a.1 + b.1)));
    p.ends(Ty::Body, p.pick(&["Total HT", "TOTAL H.T."]), net);
    p.ends(Ty::Body, p.pick(&["Total TVA", "TOTAL T.V.A.", "Dont TVA"]), tax);
    p.gap(0.3);
    let each = p.sum(total / covers);
    p.say(Ty::Small, Left, format!("Soit par couvert : {each}"));
    p.say(
        Ty::Small,
        Left,
        format!("Règlement : {}", p.pick(&["Carte bancaire", "Espèces", "Chèques vacances", "Tickets restaurant"])),
    );
    p.gap(0.6);
    p.say(Ty::Small, Centre, "Prix nets, service compris");
    let siret = f("siret", &h.siret);
    p.say(Ty::Small, Centre, format!("SIRET {siret} – APE 5610A"));
    p.say(Ty::Small, Centre, format!("Logiciel certifié NF525 – {}", p.digits(8)));
    p.say(Ty::Body, Centre, p.pick(&["Merci de votre visite", "AU PLAISIR DE VOUS REVOIR", "Bonne journée !"]));
}

fn till_trade(d: &mut Desk<'_, '_>) {
    let (h, when) = (House::new(&mut d.rng), day(&mut d.rng, 2002, 2026));
    let mut p = Pen::new(d, 8.8, 14.0, 28.0);
    let (name, label, price) = p.d.rng.choose(&[
        ("STATION TOTAL ACCESS", "GAZOLE 38,42 L", 6_512),
        ("PHARMACIE DU LAVOIR", "PARAPHARMACIE", 1_890),
        ("BRICOMARCHE", "VISSERIE INOX X50", 845),
        ("LIBRAIRIE DES HALLES", "ROMAN POCHE", 890),
        ("COIFFURE ÉLODIE", "COUPE BRUSHING F", 3_950),
        ("CORDONNERIE EXPRESS", "RESSEMELAGE", 2_900),
        ("FLEURS DU PARVIS", "BOUQUET ROND", 2_450),
        ("DECATHLON", "CHAUSSURES RUN 42", 4_500),
    ]);
    p.logo(p.x + p.w / 2.0 - 12.0, 14.0, 22.0);
    p.y = 54.0;
    till_head(&mut p, name, &h);
    p.gap(0.5);
    let sent = f("date", short_date(&p, when));
    let time = hour(&p);
    p.ends(Ty::Body, format!("{} {}", p.pick(&["TICKET N°", "Ticket :", "Fact."]), p.digits(6)), "");
    p.ends(Ty::Body, format!("{}{sent}", p.pick(&["Date : ", "", "LE "])), time);
    p.rule();
    let price = price + p.any(-30, 90) * 5;
    let other = p.any(100, 1_900);
    let (a, b) = (p.sum(price), p.sum(other));
    p.ends(Ty::Body, label, a);
    p.ends(Ty::Body, p.pick(&["ARTICLE DIVERS", "SAC REUTILISABLE", "RAYON 4", "PRODUIT ENTRETIEN"]), b);
    p.rule();
    let total = price + other;
    let (net, tax) = parts(total, 200);
    let rate = "20,00%";
    let (net, tax, sum) = (f("total_ht", p.sum(net)), f("total_tva", p.sum(tax)), f("total_ttc", p.sum(total)));
    if p.chance(0.5) {
        p.ends(Ty::Body, p.pick(&["TOTAL HT", "Montant HT", "Sous-total HT"]), net);
        p.ends(Ty::Body, format!("TVA {rate}"), tax);
        p.ends(Ty::Head, p.pick(&["TOTAL TTC", "A PAYER EUR", "TOTAL EUR"]), sum);
    } else {
        p.ends(Ty::Head, p.pick(&["TOTAL", "TOTAL EUROS", "Net à payer"]), sum);
        p.ends(Ty::Small, format!("Dont TVA {rate}"), tax);
        p.ends(Ty::Small, "Soit HT", net);
    }
    let given = (total / 1000 + 1) * 1000;
    if p.chance(0.5) {
        let (given_text, back) = (p.sum(given), p.sum(given - total));
        p.ends(Ty::Body, p.pick(&["ESPECES", "Espèces reçues", "Reçu"]), given_text);
        p.ends(Ty::Body, p.pick(&["RENDU", "A RENDRE", "Monnaie"]), back);
    } else {
        let paid = p.sum(total);
        p.ends(Ty::Body, "CB ************".to_owned() + &p.digits(4), paid);
        p.say(Ty::Small, Left, format!("AUTO {}  DEBIT  A0000000421010", p.digits(6)));
    }
    p.gap(0.6);
    let siret = f("siret", &h.siret);
    p.say(Ty::Small, Centre, format!("{}{siret}", p.pick(&["SIRET : ", "RCS – Siret ", "Siret n° "])));
    for line in ["Échange sous 15 jours sur présentation", "du ticket de caisse, emballage intact"] {
        p.say(Ty::Small, Centre, line);
    }
    p.say(
        Ty::Body,
        Centre,
        p.pick(&["MERCI, A BIENTOT", "Merci de votre confiance", "*** DUPLICATA ***", "TICKET A CONSERVER"]),
    );
}
