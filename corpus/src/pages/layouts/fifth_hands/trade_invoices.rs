//! Invoices of suppliers: a wholesaler's program, one to a public body, one of a person working alone.

use super::super::facts::{day, figures, of};
use super::super::kit::pen::{House, Left, Pen, Right, Rules, Ty, Who, f};
use super::super::page::Page;
use super::trade_kit::{
    Goods, Item, Trade, bank, bare, basket, euros, later, month_end, qty, rate_text, slug, tax, total, tva,
};
use crate::pages::desk::Desk;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] =
    &[Page::a4("facture", wholesale), Page::a4("facture", public), Page::a4("facture", alone)];

const SUPPLIES: Goods = &[
    ("Gants nitrile bleus T8 - boîte de 100", "BTE", 590, 1_290),
    ("Essuie-mains pliés en V 2 plis - colis 20x160", "COL", 2_150, 3_480),
    ("Papier toilette mini jumbo 180 m", "COL", 1_890, 2_990),
    ("Détergent désinfectant sol 5 L", "BID", 1_340, 2_470),
    ("Savon mousse recharge 800 ml", "U", 690, 1_150),
    ("Sac poubelle 110 L noir 35µ - rlx 25", "RLX", 310, 690),
    ("Lavette microfibre rouge 40x40", "LOT", 420, 980),
    ("Gel hydroalcoolique 500 ml pompe", "U", 380, 720),
    ("Liquide vaisselle plonge 20 L", "BID", 3_150, 5_240),
    ("Manche aluminium 140 cm", "U", 540, 960),
    ("Détartrant sanitaire 750 ml", "U", 215, 430),
];
const WHOLESALERS: &[&str] =
    &["HYGIDIS OUEST", "SODIPRO DISTRIBUTION", "Comptoir Lorrain de l'Hygiène", "ARGEDIS FOURNITURES", "PROPRETÉ 2000"];

fn wholesale(d: &mut Desk<'_, '_>) {
    let (h, to, when) = (House::new(&mut d.rng), House::new(&mut d.rng), day(&mut d.rng, 2014, 2025));
    let mut p = Pen::new(d, 8.8, 34.0, 44.0);
    let firm = p.pick(WHOLESALERS);
    let client = p.pick(&["RESTAURANT LE GALION", "EHPAD LES GLYCINES", "CAMPING DU PRÉ VERT", "SA MORVAN INDUSTRIES"]);
    let (x, w) = (p.x, p.w);
    p.logo(x, 28.0, 46.0);
    let left = [
        h.street.clone(),
        h.place(),
        format!("Tél : {}", h.phone),
        format!("Email : commercial@{}.fr", slug(firm)),
        format!("Siret : {}", f("siret", &h.siret)),
        format!("N° TVA : {}", f("tva_number", tva(&p, &h))),
    ];
    p.put(x + 50.0, 50.0, 210.0, Ty::Head, Left, f("seller", firm));
    p.block(x, 78.0, 240.0, Ty::Small, &left);
    p.put(x + w, 52.0, 200.0, Ty::Title, Right, p.pick(&["FACTURE", "Facture", "FACTURE"]));
    let number = match p.any(0, 2) {
        0 => format!("FA{}", p.digits(6)),
        1 => format!("FC{:02}{}", when.0 % 100, p.digits(5)),
        _ => p.digits(7),
    };
    let code = format!("4{}{}", p.capital(), p.digits(5));
    p.y = 66.0;
    let due = if p.chance(0.5) { later(when, 30) } else { month_end(later(when, 30)) };
    p.within((x + w - 270.0, 270.0), |p| {
        let cells =
            vec![f("invoice_number", &number), f("invoice_date", figures(when, "/")), f("client_number", &code)];
        p.table(Ty::Body, (&[1.0, 1.0, 1.0], "ccc"), &["Numéro", "Date", "N° client"], &[cells], Rules::Grid);
    });
    p.block(
        x + 290.0,
        128.0,
        230.0,
        Ty::Body,
        &[f("buyer", client), "Service comptabilité".into(), to.street.clone(), to.place()],
    );
    p.y = 188.0;
    let order = format!("{}{}", p.pick(&["CDE", "BC-", "", "V/"]), p.digits(5));
    if p.chance(0.7) {
        p.say(Ty::Small, Left, format!("Votre commande : {} du {}", f("order_number", &order), figures(when, "/")));
    }
    p.say(Ty::Small, Left, format!("Bon de livraison n° BL{} – Représentant : {}", p.digits(6), p.digits(2)));
    p.gap(0.3);
    let n = p.any(3, 8);
    let items = basket(&p, SUPPLIES, n);
    let rows: Vec<Vec<String>> = items
        .iter()
        .map(|i| {
            vec![
                i.code.clone(),
                i.label.into(),
                qty(i.qty, true),
                i.unit.into(),
                bare(&p, i.price),
                bare(&p, i.amount()),
                "1".into(),
            ]
        })
        .collect();
    let head = ["Référence", "Désignation", "Qté", "Un.", "P.U. HT", "Montant HT", "T"];
    p.shaft(Ty::Small, (&[1.6, 5.4, 1.1, 0.9, 1.4, 1.7, 0.5], "llrcrrc"), &head, &rows, 560.0);
    let (ht, y) = (total(&items), p.y + 10.0);
    let vat = tax(ht, 200);
    p.y = y;
    p.within((x, 250.0), |p| {
        let row = vec!["1".into(), bare(p, ht), rate_text(200), f("total_tva", bare(p, vat))];
        p.table(
            Ty::Small,
            (&[0.6, 1.3, 1.0, 1.3], "crrr"),
            &["Code", "Base HT", "Taux", "Montant TVA"],
            &[row],
            Rules::Grid,
        );
    });
    let under = p.y;
    p.y = y;
    p.within((x + w - 190.0, 190.0), |p| {
        let rows = vec![
            vec![p.pick(&["Total HT", "Total H.T."]).to_owned(), f("total_ht", bare(p, ht))],
            vec!["Total TVA".into(), bare(p, vat)],
            vec![p.pick(&["Total TTC", "Total T.T.C."]).to_owned(), f("total_ttc", bare(p, ht + vat))],
            vec!["NET A PAYER (EUR)".into(), bare(p, ht + vat)],
        ];
        p.table(Ty::Body, (&[3.0, 2.0], "lr"), &[], &rows, Rules::Grid);
    });
    p.y = under.max(y + 40.0);
    let b = bank(&mut p);
    let how = p.pick(&["Virement", "Virement à 30 jours", "LCR directe", "Chèque à réception"]);
    p.within((x, 300.0), |p| {
        p.rows(92.0, &[("Échéance", f("due_date", figures(due, "/"))), ("Mode règlement", how.into())], false);
        p.rows(92.0, &[("Banque", b.name.into()), ("IBAN", f("iban", &b.iban)), ("BIC", f("bic", b.bic))], false);
    });
    p.foot(
        Left,
        &[
            "En cas de retard de paiement, une pénalité égale à 3 fois le taux d'intérêt légal sera exigible (art. \
             L.441-10 du Code de commerce) ainsi qu'une indemnité forfaitaire pour frais de recouvrement de 40 €. \
             Pas d'escompte pour paiement anticipé."
                .into(),
            format!(
                "Clause de réserve de propriété (loi n° 80-335 du 12 mai 1980). {firm} - SAS au capital de {} 000 € - \
                 RCS {} {}",
                p.any(10, 400),
                h.town,
                codes::grouped(&h.siren, &[3])
            ),
        ],
    );
}

const SERVICES: Goods = &[
    ("Entretien des espaces verts - secteur 2", "forfait", 84_000, 320_000),
    ("Tonte terrain de sport", "u", 16_500, 28_000),
    ("Taille de haies - longueur mesurée", "ml", 320, 780),
    ("Élagage platanes place de la Mairie", "u", 9_800, 17_500),
    ("Fourniture de terreau universel", "m³", 4_900, 8_800),
    ("Fleurissement jardinières (plants)", "u", 240, 510),
    ("Location nacelle avec chauffeur", "j", 48_000, 69_000),
    ("Évacuation déchets verts", "T", 5_200, 9_100),
];

fn public(d: &mut Desk<'_, '_>) {
    let (h, to, when) = (House::new(&mut d.rng), House::new(&mut d.rng), day(&mut d.rng, 2017, 2026));
    let mut p = Pen::new(d, 9.2, 40.0, 46.0);
    let (x, w) = (p.x, p.w);
    let half = w / 2.0 - 8.0;
    let firm =
        p.pick(&["PAYSAGES DU VAL D'ALLIER", "SAS TERRE & JARDINS", "ESAT Les Ateliers du Bocage", "VERDURANCE SARL"]);
    let buyer = match p.any(0, 3) {
        0 => capitals(&format!("Commune {}", of(to.town)), true),
        1 => capitals(&format!("Mairie {}", of(to.town)), true),
        2 => format!("CCAS {}", of(to.town)),
        _ => "SYNDICAT MIXTE DES PLAINES".into(),
    };
    let number = format!("{}{:02}-{}", when.0, when.1, p.digits(4));
    p.ends(Ty::Title, format!("Facture {}", f("invoice_number", number)), p.pick(&["", "Original", ""]));
    p.gap(0.3);
    let due = later(when, 30);
    p.rows(
        130.0,
        &[
            ("Date d'émission", f("invoice_date", figures(when, "/"))),
            ("Date d'échéance", f("due_date", figures(due, "/"))),
            ("Type", "Facture (380)".to_owned()),
            ("Cadre de facturation", p.pick(&["A1 - Dépôt par un fournisseur", "A1", ""]).to_owned()),
        ],
        false,
    );
    p.gap(0.5);
    let top = p.y;
    p.frame(x, top, half, 104.0);
    p.frame(x + w - half, top, half, 104.0);
    p.put(x + 6.0, top + 13.0, half, Ty::Bold, Left, p.pick(&["Fournisseur", "Émetteur", "Vendeur"]));
    p.put(x + w - half + 6.0, top + 13.0, half, Ty::Bold, Left, p.pick(&["Acheteur", "Destinataire", "Client"]));
    p.block(
        x + 6.0,
        top + 30.0,
        half - 12.0,
        Ty::Body,
        &[
            f("seller", firm),
            h.street.clone(),
            h.place(),
            format!("SIRET : {}", f("siret", &h.siret)),
            format!("TVA : {}", f("tva_number", tva(&p, &h))),
        ],
    );
    let service = p.pick(&["SERVTECH", "DST-01", "FINANCES", "EV2024", "D0016_SG", "COMPTA"]);
    p.block(
        x + w - half + 6.0,
        top + 30.0,
        half - 12.0,
        Ty::Body,
        &[
            f("buyer", buyer),
            to.street.clone(),
            to.place(),
            format!("SIRET : {}", to.siret),
            format!("Code service : {}", f("buyer_reference", service)),
        ],
    );
    p.y = top + 122.0;
    let order = match p.any(0, 2) {
        0 => format!("{}", p.any(100_000, 999_999)),
        1 => format!("ST{}{:04}", when.0 % 100, p.any(1, 2_000)),
        _ => format!("E{}-{}", when.0, p.digits(5)),
    };
    p.say(
        Ty::Body,
        Left,
        format!("{} {}", p.pick(&["N° d'engagement :", "Numéro d'engagement juridique :"]), f("order_number", order)),
    );
    if p.chance(0.65) {
        let market = format!("{}-{}-{:02}", when.0 - 1, p.pick(&["EV", "M", "AO", "MAPA"]), p.any(1, 40));
        p.say(Ty::Body, Left, format!("{} {}", p.pick(&["N° de marché :", "Marché n°"]), f("contract_number", market)));
    }
    p.gap(0.6);
    let n = p.any(2, 5);
    let items = basket(&p, SERVICES, n);
    let row = |i: (usize, &Item)| {
        let (k, i) = (i.0 + 1, i.1);
        let (q, a) = (qty(i.qty, true), bare(&p, i.amount()));
        vec![k.to_string(), i.label.to_owned(), q, i.unit.to_owned(), bare(&p, i.price), "20 %".into(), a]
    };
    let rows: Vec<Vec<String>> = items.iter().enumerate().map(row).collect();
    let head = ["N°", "Description", "Quantité", "Unité", "PU HT", "TVA", "Total HT"];
    p.table(Ty::Small, (&[0.5, 5.0, 1.2, 1.0, 1.3, 0.9, 1.5], "clrcrrr"), &head, &rows, Rules::Grid);
    let ht = total(&items);
    let vat = tax(ht, 200);
    for (ty, label, value) in [
        (Ty::Body, "Montant total HT", f("total_ht", euros(&p, ht))),
        (Ty::Body, "Montant TVA (20,00 %)", f("total_tva", euros(&p, vat))),
        (Ty::Bold, "Montant total TTC", f("total_ttc", euros(&p, ht + vat))),
        (Ty::Bold, "Montant à payer", euros(&p, ht + vat)),
    ] {
        p.tail(ty, 100.0, label, &value);
    }
    p.gap(0.8);
    let b = bank(&mut p);
    p.say(Ty::Bold, Left, p.pick(&["Coordonnées bancaires", "Moyen de paiement : virement"]));
    p.rows(50.0, &[("IBAN", f("iban", &b.iban)), ("BIC", f("bic", b.bic))], false);
    p.gap(0.5);
    p.para(
        Ty::Small,
        "Délai de paiement : 30 jours. Intérêts moratoires au taux de la BCE majoré de huit points et indemnité \
         forfaitaire de recouvrement de 40 euros en cas de retard (décret n° 2013-269 du 29 mars 2013).",
    );
    let town = h.town;
    p.foot(Left, &[format!("{firm} – RCS {town} {} – Code APE 8130Z", codes::grouped(&h.siren, &[3]))]);
}

const MISSIONS: Goods = &[
    ("Conception graphique : logo et charte", "forfait", 45_000, 120_000),
    ("Rédaction de contenus web", "u", 6_000, 14_000),
    ("Intégration du site vitrine", "j", 25_000, 42_000),
    ("Reportage photo, demi-journée", "u", 22_000, 48_000),
    ("Formation à l'outil d'administration", "h", 4_500, 8_000),
    ("Hébergement et nom de domaine, 12 mois", "u", 7_200, 14_400),
    ("Corrections et mise en page catalogue", "h", 3_500, 5_500),
];

fn alone(d: &mut Desk<'_, '_>) {
    let (h, me, when) = (House::new(&mut d.rng), Who::new(&mut d.rng, 1968, 1999), day(&mut d.rng, 2014, 2026));
    let mut p = Pen::new(d, 10.2, 56.0, 66.0);
    let (x, w) = (p.x, p.w);
    let buyer = p
        .pick(&["SAS Les Trois Chênes", "Office de tourisme du Pays de Bray", "Biocoop L'Épi d'Or", "Galerie Méandre"]);
    p.say(Ty::Title, Left, p.pick(&["Facture", "FACTURE"]));
    p.gap(0.5);
    let number = match p.any(0, 2) {
        0 => format!("F{}-{:02}", when.0, p.any(1, 60)),
        1 => format!("{}{:02}{:02}-{}", when.0, when.1, when.2, p.any(1, 3)),
        _ => format!("{:04}", p.any(1, 900)),
    };
    let due = later(when, if p.chance(0.5) { 30 } else { 15 });
    p.rows(
        120.0,
        &[
            ("Numéro", f("invoice_number", number)),
            ("Date d'émission", f("invoice_date", p.date(when))),
            ("À régler avant le", f("due_date", p.date(due))),
        ],
        false,
    );
    p.gap(1.2);
    let y = p.y;
    let mut from = vec![f("seller", me.name())];
    from.push(p.pick(&["Graphiste indépendante", "Développeur web", "Rédaction & conseil", "Photographe"]).to_owned());
    from.extend([h.street.clone(), h.place(), h.phone.clone(), format!("SIRET {}", f("siret", &h.siret))]);
    let end = p.block(x, y, w * 0.46, Ty::Body, &from);
    p.put(x + w * 0.54, y, w * 0.46, Ty::Bold, Left, p.pick(&["Facturé à", "Client", "À l'attention de"]));
    let to = House::new(&mut p.d.rng);
    let lead = p.lead;
    p.block(x + w * 0.54, y + lead * 1.2, w * 0.46, Ty::Body, &[f("buyer", buyer), to.street.clone(), to.place()]);
    p.y = end + p.lead * 1.4;
    let n = p.any(1, 4);
    let items = basket(&p, MISSIONS, n);
    let rows: Vec<Vec<String>> = items
        .iter()
        .map(|i| {
            vec![i.label.into(), format!("{} {}", qty(i.qty, false), i.unit), euros(&p, i.price), euros(&p, i.amount())]
        })
        .collect();
    let head = ["Prestation", "Quantité", "Prix unitaire", "Montant"];
    p.table(Ty::Body, (&[5.0, 1.4, 1.5, 1.5], "lrrr"), &head, &rows, Rules::Rows);
    let ht = total(&items);
    if p.chance(0.6) {
        p.tail(Ty::Body, 90.0, "Total HT", &f("total_ht", euros(&p, ht)));
        p.tail(Ty::Bold, 90.0, p.pick(&["Total à payer", "Net à payer"]), &f("total_ttc", euros(&p, ht)));
        p.gap(0.4);
        p.say(
            Ty::Small,
            Right,
            p.pick(&[
                "TVA non applicable, art. 293 B du CGI",
                "TVA non applicable, article 293 B du code général des impôts",
            ]),
        );
    } else {
        let vat = tax(ht, 200);
        p.tail(Ty::Body, 90.0, "Total HT", &f("total_ht", euros(&p, ht)));
        p.tail(Ty::Body, 90.0, "TVA 20 %", &f("total_tva", euros(&p, vat)));
        p.tail(Ty::Bold, 90.0, "Total TTC", &f("total_ttc", euros(&p, ht + vat)));
        p.say(Ty::Small, Left, format!("N° TVA : {}", f("tva_number", tva(&p, &h))));
    }
    p.gap(1.4);
    let b = bank(&mut p);
    p.para(
        Ty::Body,
        p.pick(&["Règlement par virement bancaire :", "Merci de régler par virement sur le compte suivant :"]),
    );
    p.say(Ty::Body, Left, format!("IBAN : {}", f("iban", &b.iban)));
    p.say(Ty::Body, Left, format!("BIC : {}", f("bic", b.bic)));
    p.gap(0.8);
    p.para(
        Ty::Small,
        "Aucun escompte en cas de paiement anticipé. Tout retard entraîne des pénalités au taux annuel de 10 % et une \
         indemnité forfaitaire de 40 € pour frais de recouvrement.",
    );
    p.foot(
        super::super::kit::pen::Centre,
        &[format!(
            "{} – Entrepreneur individuel – {} – {}",
            me.name(),
            h.place(),
            p.pick(&["Dispensé d'immatriculation au RCS", "APE 7410Z"])
        )],
    );
}
