//! Quotes: a craftsman's by lots, a program's with options.

use super::super::facts::{day, figures};
use super::super::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use super::super::page::Page;
use super::trade_kit::{Goods, Trade, bank, bare, basket, euros, later, qty, slug, tax, total, tva};
use crate::pages::desk::Desk;

pub(super) const PAGES: &[Page] = &[Page::a4("devis", lots), Page::a4("devis", program)];

const ROOF: Goods = &[
    ("Installation de chantier et échafaudage", "ens", 45_000, 180_000),
    ("Dépose de la couverture existante", "m²", 1_200, 2_400),
    ("Fourniture et pose d'un écran sous-toiture HPV", "m²", 700, 1_350),
    ("Liteaunage sapin traité 27x40", "m²", 900, 1_500),
    ("Couverture tuiles terre cuite à emboîtement", "m²", 3_800, 6_400),
    ("Faîtage à sec avec closoir ventilé", "ml", 2_900, 5_200),
];
const ZINC: Goods = &[
    ("Gouttière demi-ronde zinc naturel dév. 25", "ml", 3_200, 5_600),
    ("Tuyau de descente zinc diam. 80", "ml", 2_800, 4_900),
    ("Entourage de cheminée en zinc", "u", 32_000, 68_000),
    ("Noue en zinc", "ml", 5_200, 8_900),
];
const INSIDE: Goods = &[
    ("Isolation laine de verre 300 mm R=7,5", "m²", 2_200, 4_100),
    ("Fenêtre de toit 78x98 avec raccord", "u", 48_000, 89_000),
    ("Habillage intérieur de la fenêtre", "u", 14_000, 29_000),
    ("Nettoyage et repli de chantier", "ens", 15_000, 38_000),
];

fn lots(d: &mut Desk<'_, '_>) {
    let (h, who, when) = (House::new(&mut d.rng), Who::new(&mut d.rng, 1940, 1998), day(&mut d.rng, 2014, 2026));
    let mut p = Pen::new(d, 9.4, 40.0, 44.0);
    let (x, w) = (p.x, p.w);
    let firm =
        p.pick(&["COUVERTURE BRETHEAU", "SARL ZINC & ARDOISE", "Toitures de l'Adour", "Charpente Couverture MIGNOT"]);
    p.logo(x, 30.0, 50.0);
    p.put(x + 54.0, 52.0, 230.0, Ty::Title, Left, firm);
    let lines = [
        "Couverture - Zinguerie - Isolation".into(),
        format!("{} {}", h.street, h.place()),
        format!("Tél. {} - contact@{}.fr", h.phone, slug(firm)),
    ];
    p.block(x + 54.0, 67.0, 260.0, Ty::Small, &lines);
    let number = match p.any(0, 2) {
        0 => format!("DE{:05}", p.any(1, 4_000)),
        1 => format!("{}/{:02}/{:03}", when.0, when.1, p.any(1, 99)),
        _ => format!("D-{}-{}", when.0, p.digits(3)),
    };
    p.y = 122.0;
    p.say(Ty::Head, Left, format!("DEVIS N° {}", f("quote_number", number)));
    p.say(
        Ty::Body,
        Left,
        format!("{} {}", p.pick(&["Date :", "Établi le", "En date du"]), f("quote_date", p.date(when))),
    );
    let end = later(when, p.pick(&["30", "60", "90"]).parse().unwrap_or(30));
    p.say(
        Ty::Body,
        Left,
        format!(
            "{} {}",
            p.pick(&["Valable jusqu'au", "Validité du devis :", "Offre valable jusqu'au"]),
            f("due_date", p.date(end))
        ),
    );
    if p.chance(0.4) {
        p.say(Ty::Body, Left, format!("Code client : {}", f("client_number", format!("CL{}", p.digits(4)))));
    }
    p.block(x + w - 220.0, 136.0, 220.0, Ty::Body, &[who.titled(true), who.home[0].clone(), who.home[1].clone()]);
    p.down_to(0.25);
    p.say(Ty::Body, Left, format!("Chantier : {}, {}", who.home[0], who.home[1]));
    p.gap(0.4);
    let (mut rows, mut ht) = (Vec::new(), 0);
    for (k, (name, goods)) in
        [("COUVERTURE", ROOF), ("ZINGUERIE", ZINC), ("ISOLATION ET FINITIONS", INSIDE)].into_iter().enumerate()
    {
        if k > 0 && p.chance(0.3) {
            continue;
        }
        let items = basket(&p, goods, if k == 0 { 4 } else { 2 });
        rows.push(vec![format!("{}", k + 1), name.to_owned()]);
        for (i, item) in items.iter().enumerate() {
            rows.push(vec![
                format!("{}.{}", k + 1, i + 1),
                item.label.into(),
                item.unit.into(),
                qty(item.qty, true),
                bare(&p, item.price),
                bare(&p, item.amount()),
            ]);
        }
        let sub = total(&items);
        rows.push(vec![
            String::new(),
            format!("Sous-total {}", name.to_lowercase()),
            String::new(),
            String::new(),
            String::new(),
            bare(&p, sub),
        ]);
        ht += sub;
    }
    let head = ["N°", "Désignation", "U.", "Quantité", "P.U. HT €", "Total HT €"];
    p.table(Ty::Small, (&[0.6, 5.4, 0.7, 1.2, 1.4, 1.6], "llcrrr"), &head, &rows, Rules::Columns);
    let rate = if p.chance(0.75) { 100 } else { 55 };
    let vat = tax(ht, rate);
    let label = if rate == 100 { "TVA 10,00 %" } else { "TVA 5,50 %" };
    p.tail(Ty::Body, 100.0, "Total HT", &f("total_ht", euros(&p, ht)));
    p.tail(Ty::Body, 100.0, label, &f("total_tva", euros(&p, vat)));
    p.tail(Ty::Bold, 100.0, p.pick(&["Total TTC", "MONTANT TTC"]), &f("total_ttc", euros(&p, ht + vat)));
    p.gap(0.4);
    p.para(Ty::Small, format!("Conditions de règlement : {} % à la commande, {} % en cours de travaux, solde à réception de facture. Délai d'exécution : {} semaines après acceptation.", 30, 40, p.any(3, 12)));
    let y = p.y.max(600.0);
    let half = w * 0.44;
    p.frame(x + w - half, y, half, 86.0);
    p.block(
        x + w - half + 6.0,
        y + 13.0,
        half - 12.0,
        Ty::Small,
        &[
            p.pick(&["Bon pour accord", "Devis reçu avant l'exécution des travaux"]).into(),
            "Date et signature du client précédées de la".into(),
            "mention manuscrite « Bon pour accord »".into(),
        ],
    );
    p.block(
        x,
        y + 13.0,
        w * 0.5,
        Ty::Small,
        &[
            "Devis gratuit.".into(),
            format!("Assurance décennale : SMABTP, contrat n° {}", p.digits(8)),
            format!("Qualification {} n° {}", p.pick(&["Qualibat RGE", "RGE Eco Artisan"]), p.digits(6)),
            "Garantie couvrant la France métropolitaine".into(),
        ],
    );
    p.foot(
        Centre,
        &[format!(
            "{firm} - SARL au capital de {} 000 € - SIRET {} - NAF 4391B - N° TVA {}",
            p.any(5, 40),
            f("siret", &h.siret),
            f("tva_number", tva(&p, &h))
        )],
    );
}

const IT: Goods = &[
    ("Poste de travail 14\" i5 16 Go SSD 512", "Unité(s)", 72_000, 118_000),
    ("Écran 27\" QHD réglable en hauteur", "Unité(s)", 19_900, 34_900),
    ("Licence Microsoft 365 Business Standard (12 mois)", "Unité(s)", 11_700, 15_100),
    ("Pare-feu UTM avec maintenance 3 ans", "Unité(s)", 58_000, 148_000),
    ("Installation et paramétrage sur site", "Heure(s)", 6_500, 9_500),
    ("Sauvegarde externalisée 500 Go", "Mois", 2_900, 7_900),
    ("Switch 24 ports PoE", "Unité(s)", 28_000, 56_000),
    ("Reprise des données de l'ancien serveur", "Forfait", 25_000, 64_000),
];

fn program(d: &mut Desk<'_, '_>) {
    let (h, to, when) = (House::new(&mut d.rng), House::new(&mut d.rng), day(&mut d.rng, 2015, 2026));
    let contact = Who::new(&mut d.rng, 1965, 2000);
    let mut p = Pen::new(d, 9.8, 48.0, 46.0);
    let (x, w) = (p.x, p.w);
    let firm = p.pick(&["Aldys Informatique", "Numéria Services", "BUREAU TECH 44", "Octave Systèmes"]);
    p.logo(x, 32.0, 44.0);
    p.put(x + w, 46.0, 200.0, Ty::Bold, Right, firm);
    let lines = [h.street.clone(), h.place()];
    p.put(x + w, 59.0, 220.0, Ty::Small, Right, &lines[0]);
    p.put(x + w, 71.0, 220.0, Ty::Small, Right, &lines[1]);
    p.d.rule(x, 84.0, x + w, 84.0, 0.6);
    let client = p.pick(&[
        "Cabinet comptable Ferrier", "Mairie - services techniques", "SELARL Pharmacie Centrale",
        "Lycée agricole de Brioude",
    ]);
    p.block(
        x,
        110.0,
        230.0,
        Ty::Small,
        &["Adresse de livraison :".into(), client.into(), to.street.clone(), to.place()],
    );
    p.block(
        x + w - 220.0,
        110.0,
        220.0,
        Ty::Body,
        &[client.to_owned(), format!("À l'attention de {}", contact.titled(false)), to.street.clone(), to.place()],
    );
    p.y = 200.0;
    let number = match p.any(0, 2) {
        0 => format!("S{:05}", p.any(20, 9_000)),
        1 => format!("DEV-{}-{:04}", when.0, p.any(1, 800)),
        _ => format!("PR{:02}{:02}-{}", when.0 % 100, when.1, p.digits(4)),
    };
    p.say(
        Ty::Title,
        Left,
        format!(
            "{} {}",
            p.pick(&["Devis", "Proposition commerciale", "Devis n°", "Devis #"]),
            f("quote_number", number)
        ),
    );
    p.gap(0.5);
    let end = later(when, 30);
    p.table(
        Ty::Body,
        (&[1.0, 1.0, 1.2, 1.0], "llll"),
        &[
            "Date du devis",
            p.pick(&["Expiration", "Date de fin de validité", "Valide jusqu'au"]),
            "Commercial",
            "Code client",
        ],
        &[vec![
            f("quote_date", figures(when, "/")),
            f("due_date", figures(end, "/")),
            p.who(1970, 2000).name(),
            f("client_number", format!("CU{:02}{:02}-{}", when.0 % 100, when.1, p.digits(5))),
        ]],
        Rules::None,
    );
    let n = p.any(3, 6);
    let items = basket(&p, IT, n);
    let rows: Vec<Vec<String>> = items
        .iter()
        .map(|i| {
            vec![
                i.label.into(),
                format!("{} {}", qty(i.qty, true), i.unit),
                bare(&p, i.price),
                "TVA 20%".into(),
                euros(&p, i.amount()),
            ]
        })
        .collect();
    p.table(
        Ty::Small,
        (&[5.0, 1.9, 1.3, 1.1, 1.6], "lrrrr"),
        &["Description", "Quantité", "Prix unitaire", "Taxes", "Montant"],
        &rows,
        Rules::Rows,
    );
    let ht = total(&items);
    let vat = tax(ht, 200);
    let labels = if p.chance(0.5) {
        ["Montant HT", "TVA 20%", "Total TTC"]
    } else {
        ["Total HT", "Total TVA 20 %", "Total TTC"]
    };
    p.sums(
        (x + w - 220.0, 220.0),
        &[
            (labels[0], f("total_ht", euros(&p, ht))),
            (labels[1], f("total_tva", euros(&p, vat))),
            (labels[2], f("total_ttc", euros(&p, ht + vat))),
        ],
        true,
    );
    p.gap(1.2);
    if p.chance(0.5) {
        p.say(Ty::Bold, Left, "Options (non comprises dans le total)");
        p.gap(0.2);
        p.rows(
            300.0,
            &[
                ("Contrat de maintenance annuel", euros(&p, p.any(24_000, 98_000))),
                ("Extension de garantie 3 ans sur site", euros(&p, p.any(4_900, 19_000))),
            ],
            false,
        );
        p.gap(0.6);
    }
    p.para(
        Ty::Small,
        format!(
            "Conditions de règlement : {}. Délai de livraison : {}.",
            p.pick(&["30 jours date de facture", "30 % d'acompte à la commande, solde à la livraison", "à réception"]),
            p.pick(&["2 semaines", "selon disponibilité fournisseur", "10 jours ouvrés"])
        ),
    );
    if p.chance(0.4) {
        let b = bank(&mut p);
        p.say(
            Ty::Small,
            Left,
            format!("Règlement par virement : {} - IBAN {} - BIC {}", b.name, f("iban", &b.iban), f("bic", b.bic)),
        );
    }
    p.gap(0.6);
    p.say(
        Ty::Body,
        Left,
        p.pick(&[
            "Pour acceptation du devis : cachet, date et signature",
            "Cachet, date, signature et mention « Bon pour accord »",
        ]),
    );
    let y = p.y;
    p.frame(x, y, 240.0, 62.0);
    p.foot(
        Centre,
        &[format!(
            "{firm} | {} | {} | SIRET {} | TVA {}",
            h.phone,
            format_args!("www.{}.fr", slug(firm)),
            f("siret", &h.siret),
            f("tva_number", tva(&p, &h))
        )],
    );
}
