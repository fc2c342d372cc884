//! Delivery notes between firms: a wholesaler's without prices, a builders' merchant's.

use super::super::facts::{day, figures};
use super::super::kit::pen::{House, Left, Pen, Right, Ty, f};
use super::super::page::Page;
use super::trade_kit::{Goods, Trade, bare, basket, later, qty, tax, total, tva};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::codes;

pub(super) const PAGES: &[Page] = &[Page::a4("bon_livraison", food), Page::a4("bon_livraison", merchant)];

const FOOD: Goods = &[
    ("BEURRE DOUX 82% PLAQUE 500G", "KG", 0, 1),
    ("CREME LIQUIDE UHT 35% 1L", "PCE", 0, 1),
    ("FILET DE LIEU NOIR SURG 1KG", "KG", 0, 1),
    ("CUISSE DE POULET CERT. S/AT X10", "COL", 0, 1),
    ("EMMENTAL RAPE SACHET 1KG", "SAC", 0, 1),
    ("HARICOT VERT TRES FIN SURG 2,5KG", "SAC", 0, 1),
    ("YAOURT NATURE FERMIER 125G X24", "COL", 0, 1),
    ("PAIN BURGER BRIOCHE X48", "COL", 0, 1),
    ("FRITES 9/9 PREFRITES 2,5KG X4", "COL", 0, 1),
];

fn food(d: &mut Desk<'_, '_>) {
    let (h, to, when) = (House::new(&mut d.rng), House::new(&mut d.rng), day(&mut d.rng, 2014, 2026));
    let mut p = Pen::new(d, 8.8, 32.0, 34.0);
    let (x, w) = (p.x, p.w);
    let firm = p.pick(&["SODIFRAIS", "ARMOR FRAIS DISTRIBUTION", "Halles Service Lyon", "PROVENCE SURGELÉS"]);
    p.put(x, 48.0, 240.0, Ty::Title, Left, firm);
    p.block(
        x,
        64.0,
        230.0,
        Ty::Small,
        &[
            h.street.clone(),
            h.place(),
            format!("Tél {} - Agrément FR {}.{}.001 CE", h.phone, &h.postcode[..2], p.digits(3)),
            format!("SIRET {}", f("siret", &h.siret)),
        ],
    );
    let number = format!("{}{}", p.pick(&["", "L", "BL"]), p.digits(7));
    let code = p.digits(6);
    p.y = 120.0;
    p.say(
        Ty::Head,
        Left,
        format!("{} {}", p.pick(&["BON DE LIVRAISON N°", "BON DE LIVRAISON", "BL N°"]), f("note_number", number)),
    );
    p.gap(0.3);
    let order = p.digits(6);
    p.within((x, 250.0), |p| {
        p.rows(
            90.0,
            &[
                ("Date", f("note_date", figures(when, "/"))),
                ("Client", f("client_number", code)),
                ("Commande", if p.chance(0.6) { f("order_number", order) } else { String::new() }),
                ("Tournée", format!("{} - chauffeur {}", p.digits(3), p.who(1970, 2002).first)),
            ],
            false,
        );
    });
    let client =
        p.pick(&["CUISINE CENTRALE DU CCAS", "BRASSERIE LE CARNOT", "COLLÈGE ROSA-PARKS", "EHPAD RÉSIDENCE DU LAC"]);
    p.block(x + w - 220.0, 130.0, 220.0, Ty::Body, &[client.into(), to.street.clone(), to.place()]);
    p.y = 218.0;
    let n = p.any(5, 9);
    let items = basket(&p, FOOD, n);
    let mut pieces = 0;
    let rows: Vec<Vec<String>> = items
        .iter()
        .map(|i| {
            let best = later(when, p.any(6, 200));
            let (ordered, weight) = (p.any(1, 9), p.any(50, 1_800));
            pieces += ordered;
            vec![
                i.code.clone(),
                i.label.into(),
                ordered.to_string(),
                i.unit.into(),
                qty(weight, true),
                format!("{}{}", p.capital(), p.digits(5)),
                figures(best, "/"),
            ]
        })
        .collect();
    p.shaft(
        Ty::Small,
        (&[1.3, 4.4, 0.9, 0.8, 1.1, 1.2, 1.5], "llrcrcc"),
        &["Code", "Désignation", "Qté liv.", "UV", "Poids net", "N° lot", "DLC/DDM"],
        &rows,
        580.0,
    );
    p.gap(1.4);
    p.line(
        Ty::Bold,
        (&[1.0, 1.0, 1.0], "lll"),
        &[
            format!("Nombre de colis : {pieces}"),
            format!("T° frais : {} °C", p.any(1, 4)),
            format!("T° surgelé : -{} °C", p.any(18, 22)),
        ],
    );
    p.gap(0.6);
    let y = p.y;
    p.frame(x, y, w * 0.48, 66.0);
    p.frame(x + w * 0.52, y, w * 0.48, 66.0);
    p.put(x + 5.0, y + 11.0, 200.0, Ty::Small, Left, "Observations à la réception :");
    p.put(x + w * 0.52 + 5.0, y + 11.0, 220.0, Ty::Small, Left, "Cachet, nom et signature du client :");
    if p.chance(0.6) {
        marks::signature(p.d.c, x + w * 0.6, y + 30.0, 90.0, &mut p.d.rng);
    }
    p.foot(Left, &["Toute réclamation doit être portée sur le présent bon et confirmée sous 24 heures pour les produits frais, 48 heures pour les autres. Marchandises vendues avec réserve de propriété. Ce document n'est pas une facture.".into()]);
}

const BUILDING: Goods = &[
    ("Parpaing creux 20x20x50 B40", "U", 110, 190),
    ("Ciment CEM II 32,5 R sac 35 kg", "SAC", 790, 1_290),
    ("Sable 0/4 lavé vrac", "T", 2_400, 3_900),
    ("Treillis soudé ST25C 6,00x2,40", "PAN", 4_900, 8_900),
    ("Fer à béton HA10 L. 6 m", "BAR", 690, 1_190),
    ("Plaque de plâtre BA13 2500x1200", "PLA", 890, 1_490),
    ("Rail R48 L. 3 m", "U", 290, 520),
    ("Tube PVC évacuation D100 L. 4 m", "U", 1_490, 2_690),
    ("Palette consignée 100x120", "U", 1_500, 2_400),
];

fn merchant(d: &mut Desk<'_, '_>) {
    let (h, to, when) = (House::new(&mut d.rng), House::new(&mut d.rng), day(&mut d.rng, 2014, 2026));
    let mut p = Pen::new(d, 9.0, 34.0, 32.0);
    let (x, w) = (p.x, p.w);
    let firm =
        p.pick(&["BIG MATÉRIAUX DU GATINAIS", "NÉGOCE BTP LITTORAL", "MATÉRIAUX RÉUNIS", "Comptoir Bois & Bâti"]);
    let customer = p.pick(&["SARL BÂTI RÉNOV 63", "MAÇONNERIE DA COSTA", "SCI LES TERRASSES", "COMPTE COMPTANT"]);
    let each = w / 4.0;
    p.frame(x, 32.0, w, 74.0);
    p.put(x + 8.0, 52.0, 250.0, Ty::Head, Left, firm);
    p.block(
        x + 8.0,
        66.0,
        250.0,
        Ty::Small,
        &[format!("Agence de {}", h.town), format!("{} {}", h.street, h.place()), format!("Tél. {}", h.phone)],
    );
    p.put(
        x + w - 8.0,
        56.0,
        200.0,
        Ty::Title,
        Right,
        p.pick(&["BON DE LIVRAISON", "BON D'ENLÈVEMENT / LIVRAISON", "BON DE LIVRAISON"]),
    );
    p.put(
        x + w - 8.0,
        76.0,
        200.0,
        Ty::Small,
        Right,
        p.pick(&["Exemplaire client", "Original", "Exemplaire chauffeur"]),
    );
    let (number, account, order) = (
        format!("{}{}", p.any(1, 9), p.digits(6)),
        p.digits(6),
        p.pick(&["TÉL. M. PAUL", "Chantier Les Cèdres", "VERBALE"]),
    );
    p.cell((x, 106.0), (each, 30.0), "N° BON", Ty::Bold, &f("note_number", number));
    p.cell((x + each, 106.0), (each, 30.0), "DATE", Ty::Body, &f("note_date", figures(when, "/")));
    p.cell((x + 2.0 * each, 106.0), (each, 30.0), "COMPTE CLIENT", Ty::Body, &f("client_number", account));
    let own = p.digits(6);
    p.cell((x + 3.0 * each, 106.0), (each, 30.0), "N° COMMANDE", Ty::Body, &f("order_number", own));
    p.block(
        x + 6.0,
        154.0,
        w * 0.46,
        Ty::Body,
        &["Livré à :".into(), customer.into(), format!("Chantier : {}", to.street), to.place()],
    );
    p.block(
        x + w * 0.54,
        154.0,
        w * 0.44,
        Ty::Body,
        &[customer.into(), to.street.clone(), to.place(), format!("Votre réf. : {order}")],
    );
    p.y = 214.0;
    let n = p.any(3, 7);
    let items = basket(&p, BUILDING, n);
    let prices = p.chance(0.5);
    let shown = if prices { 6 } else { 4 };
    let rows: Vec<Vec<String>> = items
        .iter()
        .map(|i| {
            vec![
                i.code.clone(),
                i.label.into(),
                qty(i.qty * 5, true),
                i.unit.into(),
                if prices { bare(&p, i.price) } else { String::new() },
                if prices { bare(&p, i.amount() * 5) } else { String::new() },
            ]
        })
        .collect();
    p.shaft(
        Ty::Small,
        (&[1.4, 4.8, 1.3, 0.8, 1.2, 1.5][..shown], "llrcrr"),
        &["Article", "Libellé", "Quantité", "Unité", "Prix net HT", "Montant HT"][..shown],
        &rows,
        520.0,
    );
    p.y += 16.0;
    if prices {
        let ht = total(&items) * 5;
        let vat = tax(ht, 200);
        p.line(
            Ty::Bold,
            (&[1.0, 1.0, 1.0, 1.0], "llll"),
            &["Poids total (kg)".into(), "Total HT".into(), "TVA".into(), "Total TTC".into()],
        );
        p.line(
            Ty::Body,
            (&[1.0, 1.0, 1.0, 1.0], "llll"),
            &[
                p.any(60, 8_000).to_string(),
                f("total_ht", bare(&p, ht)),
                f("total_tva", bare(&p, vat)),
                f("total_ttc", bare(&p, ht + vat)),
            ],
        );
    } else {
        p.say(Ty::Bold, Left, format!("Poids total : {} kg", codes::thousands(p.any(60, 8_000) as u64, " ")));
    }
    p.gap(0.8);
    p.para(Ty::Small, "Déchargement à la grue sous la responsabilité du client au-delà de la voie carrossable. Palettes facturées puis reprises en bon état sous 3 mois. Aucune réclamation ne sera admise après la signature du bon.");
    let y = p.y;
    for (k, label) in ["Préparé par", "Chauffeur", "Reçu le - Nom et signature"].into_iter().enumerate() {
        let wide = w / 3.0;
        p.frame(x + k as f32 * wide, y, wide, 60.0);
        p.put(x + k as f32 * wide + 4.0, y + 11.0, wide - 8.0, Ty::Small, Left, label);
    }
    marks::signature(p.d.c, x + w * 0.72, y + 28.0, 80.0, &mut p.d.rng);
    p.foot(Left, &[format!("{firm} - SAS au capital de 1 200 000 € - SIRET {} - TVA {} - APE 4673A. Ce bon ne tient pas lieu de facture.", f("siret", &h.siret), f("tva_number", tva(&p, &h)))]);
}
