//! Invoices of workshops: a craftsman's and a garage's.

use super::super::facts::{day, figures};
use super::super::kit::pen::{House, Left, Pen, Rules, Ty, Who, f};
use super::super::page::Page;
use super::trade_kit::{Goods, Item, Trade, bank, bare, basket, euros, later, qty, tax, total, tva};
use crate::pages::desk::Desk;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[Page::a4("facture", craft), Page::a4("facture", garage)];

const WORKS: Goods = &[
    ("Dépose de l'existant et évacuation en déchetterie", "ens", 18_000, 65_000),
    ("Fourniture et pose placo BA13 hydrofuge", "m²", 2_900, 4_800),
    ("Enduit de lissage et ponçage", "m²", 1_050, 1_800),
    ("Peinture acrylique satinée, 2 couches", "m²", 1_300, 2_600),
    ("Pose de plinthes MDF", "ml", 850, 1_600),
    ("Fourniture et pose parquet stratifié", "m²", 3_400, 6_200),
    ("Fourniture et pose d'un bloc-porte isoplane", "u", 24_000, 42_000),
    ("Création d'une prise 16A + terre", "u", 6_500, 11_000),
    ("Remplacement d'un mitigeur lavabo", "u", 14_000, 26_000),
    ("Raccordement évacuation PVC diam. 40", "ens", 9_000, 22_000),
    ("Main d'oeuvre", "h", 3_800, 5_500),
];

fn craft(d: &mut Desk<'_, '_>) {
    let (h, who, when) = (House::new(&mut d.rng), Who::new(&mut d.rng, 1940, 1998), day(&mut d.rng, 2014, 2025));
    let boss = Who::new(&mut d.rng, 1955, 1995);
    let mut p = Pen::new(d, 10.0, 48.0, 50.0);
    let (x, w) = (p.x, p.w);
    let firm = format!("{} {}", p.pick(&["SARL", "Entreprise", "EURL", "Ets"]), capitals(&boss.last, true));
    let trade = p.pick(&[
        "Plâtrerie - Peinture - Revêtements de sols",
        "Rénovation intérieure - Neuf et ancien",
        "Maçonnerie générale - Carrelage",
        "Plomberie - Chauffage - Sanitaire",
    ]);
    p.say(Ty::Title, Left, f("seller", &firm));
    p.gap(0.2);
    p.say(Ty::Italic, Left, trade);
    p.say(Ty::Body, Left, format!("{} - {}", h.street, h.place()));
    p.say(Ty::Body, Left, format!("Tél. {} - Assurance décennale MAAF n° {}", h.phone, p.digits(9)));
    p.rule();
    p.gap(1.0);
    let y = p.y;
    let mut address = who.letter("buyer", p.chance(0.5));
    if p.chance(0.2) {
        address.insert(1, "Résidence du Parc - Bât. B".into());
    }
    p.block(x + w - 230.0, y + 8.0, 230.0, Ty::Body, &address);
    let number = format!("{}-{:03}", when.0, p.any(1, 240));
    p.say(Ty::Head, Left, format!("{} {}", p.pick(&["Facture n°", "FACTURE N°"]), f("invoice_number", number)));
    p.say(Ty::Body, Left, format!("{}, le {}", h.town, f("invoice_date", p.date(when))));
    if p.chance(0.4) {
        p.say(Ty::Body, Left, format!("Réf. client : {}", f("client_number", format!("C{}", p.digits(4)))));
    }
    p.y = y + 74.0;
    p.say(
        Ty::Bold,
        Left,
        p.pick(&[
            "Objet : Rénovation salle de bains",
            "Chantier : Aménagement des combles",
            "Travaux de rénovation de la cage d'escalier",
            "Chantier : Réfection de deux chambres",
        ]),
    );
    p.say(Ty::Small, Left, format!("Selon devis n° D{} accepté le {}", p.digits(4), figures((when.0, when.1, 2), "/")));
    p.gap(0.5);
    let n = p.any(4, 8);
    let items = basket(&p, WORKS, n);
    let rows: Vec<Vec<String>> = items
        .iter()
        .map(|i| vec![i.label.into(), i.unit.into(), qty(i.qty, false), euros(&p, i.price), euros(&p, i.amount())])
        .collect();
    let head = ["Désignation des travaux", "U", "Qté", "P.U. HT", "Total HT"];
    p.table(Ty::Small, (&[5.6, 0.8, 1.0, 1.5, 1.6], "lcrrr"), &head, &rows, Rules::Rows);
    let ht = total(&items);
    let rate = if p.chance(0.7) { 100 } else { 200 };
    let vat = tax(ht, rate);
    let down = if p.chance(0.6) { (ht + vat) / 1000 * 300 } else { 0 };
    let mut ends = vec![
        ("TOTAL HT", f("total_ht", euros(&p, ht))),
        (if rate == 100 { "TVA 10 %" } else { "TVA 20 %" }, f("total_tva", euros(&p, vat))),
        ("TOTAL TTC", f("total_ttc", euros(&p, ht + vat))),
    ];
    if down > 0 {
        ends.push(("Acompte reçu", euros(&p, -down)));
        ends.push(("RESTE À PAYER", euros(&p, ht + vat - down)));
    }
    p.sums((x + w - 210.0, 210.0), &ends, true);
    p.gap(1.0);
    if rate == 100 {
        p.para(
            Ty::Small,
            "TVA au taux réduit de 10 % : le client certifie que les travaux concernent un local à usage d'habitation \
             achevé depuis plus de deux ans.",
        );
    }
    let b = bank(&mut p);
    let pay = p.pick(&["Paiement comptant à réception de facture.", "Règlement à réception par chèque ou virement."]);
    p.para(Ty::Body, pay);
    if p.chance(0.7) {
        p.say(Ty::Small, Left, format!("{} – IBAN {} – BIC {}", b.name, f("iban", &b.iban), f("bic", b.bic)));
    }
    let end = format!(
        "{firm} - Siret {} - APE 4334Z - TVA intracommunautaire {} - RM {}",
        f("siret", &h.siret),
        f("tva_number", tva(&p, &h)),
        &h.postcode[..2]
    );
    p.foot(super::super::kit::pen::Centre, &[end]);
}

const PARTS: Goods = &[
    ("HUILE MOTEUR 5W30 LONGLIFE", "L", 890, 1_590),
    ("FILTRE A HUILE", "U", 990, 2_190),
    ("FILTRE HABITACLE CHARBON", "U", 1_690, 3_490),
    ("PLAQUETTES FREIN AV", "JEU", 4_900, 9_900),
    ("DISQUE FREIN AV VENTILE", "U", 5_200, 11_900),
    ("PNEU 205/55 R16 91V", "U", 6_900, 12_900),
    ("VALVE + EQUILIBRAGE", "U", 990, 1_600),
    ("BALAI ESSUIE-GLACE", "U", 1_290, 2_490),
    ("BATTERIE 70AH 640A", "U", 8_900, 15_900),
    ("MO MECANIQUE T1", "h", 5_900, 8_900),
    ("RECYCLAGE DECHETS", "F", 250, 690),
];

fn garage(d: &mut Desk<'_, '_>) {
    let (h, who, when) = (House::new(&mut d.rng), Who::new(&mut d.rng, 1945, 2003), day(&mut d.rng, 2014, 2026));
    let mut p = Pen::new(d, 9.0, 36.0, 40.0);
    let (x, w) = (p.x, p.w);
    let firm =
        p.pick(&["GARAGE DES QUATRE VENTS", "CARROSSERIE ROUSTAN", "AUTO SERVICE PASTEUR", "SARL GARAGE LEMAIRE"]);
    p.frame(x, 34.0, 246.0, 92.0);
    p.put(x + 8.0, 52.0, 230.0, Ty::Head, Left, f("seller", firm));
    let brand = p.pick(&["Agent Renault - Dacia", "Réparateur agréé Citroën", "Toutes marques", "Agent Peugeot"]);
    p.block(
        x + 8.0,
        67.0,
        230.0,
        Ty::Small,
        &[
            brand.into(),
            h.street.clone(),
            h.place(),
            format!("Tel. {}", h.phone),
            "Ouvert du lundi au vendredi 8h-12h 14h-18h30".into(),
        ],
    );
    p.block(x + 290.0, 88.0, 230.0, Ty::Body, &who.letter("buyer", false));
    let number = p.digits(6);
    let top = 150.0;
    p.cell((x, top), (104.0, 30.0), "FACTURE N°", Ty::Bold, &f("invoice_number", number));
    p.cell((x + 104.0, top), (104.0, 30.0), "DATE", Ty::Body, &f("invoice_date", figures(when, "/")));
    let client = p.digits(5);
    p.cell((x + 208.0, top), (104.0, 30.0), "CODE CLIENT", Ty::Body, &f("client_number", client));
    let or = p.digits(6);
    p.cell((x + 312.0, top), (104.0, 30.0), "N° OR", Ty::Body, &or);
    p.cell((x + 416.0, top), (w - 416.0, 30.0), "PAGE", Ty::Body, "1 / 1");
    let plate = format!("{}{}-{}-{}{}", p.capital(), p.capital(), p.digits(3), p.capital(), p.capital());
    let model = p.pick(&[
        "RENAULT CLIO IV 1.5 DCI 90", "PEUGEOT 308 1.6 BLUEHDI", "CITROEN C3 PURETECH 82", "DACIA DUSTER 1.5 DCI",
    ]);
    let km = codes::thousands(p.any(18_000, 240_000) as u64, " ");
    let top = 184.0;
    p.cell((x, top), (104.0, 30.0), "IMMATRICULATION", Ty::Body, &plate);
    p.cell((x + 104.0, top), (208.0, 30.0), "VEHICULE", Ty::Body, model);
    p.cell((x + 312.0, top), (104.0, 30.0), "KILOMETRAGE", Ty::Body, &km);
    p.cell((x + 416.0, top), (w - 416.0, 30.0), "1ERE MEC", Ty::Body, &figures((when.0 - p.any(3, 12), 5, 17), "/"));
    p.y = 226.0;
    let n = p.any(3, 8);
    let items = basket(&p, PARTS, n);
    let rows: Vec<Vec<String>> = items
        .iter()
        .map(|i| vec![i.code.clone(), i.label.into(), qty(i.qty, true), bare(&p, i.price), bare(&p, i.amount())])
        .collect();
    let head = ["REFERENCE", "DESIGNATION", "QTE/TPS", "PU HT", "MONTANT HT"];
    p.shaft(Ty::Small, (&[1.8, 5.4, 1.2, 1.5, 1.8], "llrrr"), &head, &rows, 590.0);
    let ht = total(&items);
    let labour: i64 = items.iter().filter(|i| i.unit == "h").map(Item::amount).sum();
    let vat = tax(ht, 200);
    p.y += 8.0;
    let (a, b, c, e, g) = (bare(&p, labour), bare(&p, ht - labour), bare(&p, ht), bare(&p, vat), bare(&p, ht + vat));
    let cells = vec![a, b, f("total_ht", c), "20,00".into(), f("total_tva", e), f("total_ttc", g)];
    let head = ["MAIN D'OEUVRE", "PIECES", "TOTAL HT", "% TVA", "MONTANT TVA", "TOTAL TTC"];
    p.table(Ty::Body, (&[1.2, 1.0, 1.1, 0.7, 1.2, 1.2], "rrrrrr"), &head, &[cells], Rules::Grid);
    p.gap(0.2);
    let due = if p.chance(0.5) { when } else { later(when, 30) };
    let how = p.pick(&["CARTE BANCAIRE", "CHEQUE", "ESPECES", "VIREMENT"]);
    p.line(
        Ty::Body,
        (&[1.0, 1.0], "ll"),
        &[format!("Règlement : {how}"), format!("Échéance : {}", f("due_date", figures(due, "/")))],
    );
    p.gap(0.8);
    p.para(Ty::Small, "Les pièces remplacées sont tenues à la disposition du client pendant 8 jours. Garantie pièces et main d'oeuvre : 1 an ou 20 000 km hors usure normale.");
    if p.chance(0.5) {
        p.para(Ty::Small, "Prochaine révision conseillée : 12 mois ou 15 000 km.");
    }
    p.foot(
        Left,
        &[format!(
            "SARL au capital de 7 622,45 € - SIRET {} - TVA {} - APE 4520A - RCS {}. Pénalités de retard : 3 fois le taux d'intérêt légal. Indemnité forfaitaire de recouvrement : 40 €.",
            f("siret", &h.siret),
            f("tva_number", tva(&p, &h)),
            h.town
        )],
    );
}
