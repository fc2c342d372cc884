//! Orders by people: a customer's in a shop, a form of an association.

use super::super::facts::{day, figures};
use super::super::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use super::super::kit::people::{email, mobile};
use super::super::page::Page;
use super::trade_kit::{Goods, Trade, bank, basket, euros, later, qty, rate_text, total, tva};
use crate::pages::desk::Desk;
use crate::pages::marks;

pub(super) const PAGES: &[Page] = &[Page::a4("bon_commande", shop), Page::a4("bon_commande", club)];

const KITCHEN: Goods = &[
    ("Meuble bas 2 tiroirs L60 blanc mat", "u", 18_900, 34_900),
    ("Meuble haut vitré L80", "u", 12_900, 26_900),
    ("Colonne four et micro-ondes", "u", 29_900, 58_900),
    ("Plan de travail stratifié chêne", "ml", 8_900, 17_900),
    ("Évier 1 cuve résine + mitigeur", "u", 19_900, 42_900),
    ("Plaque induction 3 foyers", "u", 29_900, 64_900),
    ("Lave-vaisselle intégrable 14 couverts", "u", 44_900, 89_900),
    ("Pose par nos installateurs", "forfait", 49_000, 149_000),
];

fn shop(d: &mut Desk<'_, '_>) {
    let (h, who, when) = (House::new(&mut d.rng), Who::new(&mut d.rng, 1945, 2000), day(&mut d.rng, 2014, 2026));
    let mut p = Pen::new(d, 9.6, 38.0, 38.0);
    let (x, w) = (p.x, p.w);
    let firm = p.pick(&["CUISINES ARMORIAL", "Le Comptoir du Meuble", "Literie & Salons d'Auvergne", "CUISIN'AZUR"]);
    p.put(x + w / 2.0, 50.0, w, Ty::Title, Centre, firm);
    p.put(x + w / 2.0, 64.0, w, Ty::Small, Centre, format!("{} - {} - Tél. {}", h.street, h.place(), h.phone));
    p.y = 84.0;
    let number = format!("{}{}", p.pick(&["", "C", "BC "]), p.digits(6));
    let step = w / 2.0;
    p.cell(
        (x, p.y),
        (step, 34.0),
        p.pick(&["BON DE COMMANDE N°", "BON DE COMMANDE"]),
        Ty::Head,
        &f("order_number", number),
    );
    p.cell((x + step, p.y), (step * 0.5, 34.0), "DATE", Ty::Body, &f("order_date", figures(when, "/")));
    p.cell((x + step * 1.5, p.y), (step * 0.5, 34.0), "VENDEUR", Ty::Body, p.who(1970, 2002).first);
    p.y = 122.0;
    let y = p.y;
    p.frame(x, y, w, 74.0);
    let (tel, mail) = (mobile(&p), email(&p, &who));
    p.block(
        x + 6.0,
        y + 13.0,
        w * 0.5,
        Ty::Body,
        &[
            format!("Nom, prénom : {}", who.turned()),
            format!("Adresse : {}", who.home[0]),
            format!("CP / Ville : {}", who.home[1]),
        ],
    );
    p.block(
        x + w * 0.56,
        y + 13.0,
        w * 0.42,
        Ty::Body,
        &[
            format!("Tél. : {tel}"),
            format!("E-mail : {mail}"),
            if p.chance(0.5) { format!("N° client : {}", f("client_number", p.digits(7))) } else { String::new() },
        ],
    );
    p.put(
        x + 6.0,
        y + 66.0,
        w - 12.0,
        Ty::Small,
        Left,
        format!("Livraison : étage {} - ascenseur : {} - accès camion : oui", p.any(0, 5), p.pick(&["oui", "non"])),
    );
    p.y = y + 88.0;
    let n = p.any(3, 6);
    let items = basket(&p, KITCHEN, n);
    let ttc = total(&items);
    let rows: Vec<Vec<String>> = items
        .iter()
        .map(|i| vec![qty(i.qty, false), i.code.clone(), i.label.into(), euros(&p, i.price), euros(&p, i.amount())])
        .collect();
    p.shaft(
        Ty::Body,
        (&[0.7, 1.4, 5.0, 1.6, 1.7], "cllrr"),
        &["Qté", "Réf.", "Désignation", "P.U. TTC", "Total TTC"],
        &rows,
        430.0,
    );
    let y = p.y + 6.0;
    p.y = y + 10.0;
    let eco = p.any(80, 900);
    let down = (ttc * 3 / 10) / 100 * 100;
    let all = ttc + eco;
    let ht = (all * 1000 + 600) / 1200;
    let mut ends = vec![("Éco-participation", euros(&p, eco))];
    if p.chance(0.5) {
        ends.push(("dont HT", f("total_ht", euros(&p, ht))));
        ends.push(("dont TVA 20 %", f("total_tva", euros(&p, all - ht))));
    }
    ends.push(("TOTAL TTC", f("total_ttc", euros(&p, all))));
    ends.push(("Acompte versé", euros(&p, down)));
    ends.push(("Solde à la livraison", euros(&p, all - down)));
    p.sums((x + w - 220.0, 220.0), &ends, false);
    let end = p.y;
    p.block(
        x,
        y + 10.0,
        270.0,
        Ty::Small,
        &[
            format!("Date limite de livraison : {}", figures(later(when, 70), "/")),
            format!("Acompte réglé par : {}", p.pick(&["carte bancaire", "chèque", "crédit gratuit 10 fois"])),
            "Financement : comptant".into(),
            format!("Métré effectué le {}", figures(later(when, 9), "/")),
        ],
    );
    p.y = end + p.lead;
    p.para(Ty::Small, "Le client reconnaît avoir pris connaissance et accepter les conditions générales de vente figurant au verso. Commande ferme et définitive : pour les achats effectués en magasin ou sur une foire, le client ne bénéficie pas du droit de rétractation.");
    p.para(Ty::Small, "En cas de dépassement de la date de livraison de plus de sept jours, le contrat peut être dénoncé dans les conditions de l'article L. 216-6 du Code de la consommation.");
    p.gap(0.5);
    p.ends(Ty::Body, "Signature du vendeur", "Signature du client");
    p.put(x + w, p.y, 200.0, Ty::Tiny, Right, "précédée de « Lu et approuvé »");
    let y = p.y + 16.0;
    marks::signature(p.d.c, x, y, 84.0, &mut p.d.rng);
    marks::signature(p.d.c, x + w - 110.0, y, 90.0, &mut p.d.rng);
    p.foot(
        Centre,
        &[format!(
            "{firm} SARL - SIRET {} - TVA {} - RCS {}",
            f("siret", &h.siret),
            f("tva_number", tva(&p, &h)),
            h.town
        )],
    );
}

const SWEETS: Goods = &[
    ("Ballotin chocolats assortis 250 g", "u", 990, 1_490),
    ("Ballotin chocolats assortis 500 g", "u", 1_790, 2_690),
    ("Truffes fantaisie 200 g", "u", 690, 990),
    ("Sujet Père Noël lait 150 g", "u", 590, 890),
    ("Pâtes de fruits 300 g", "u", 890, 1_290),
    ("Miel de montagne 500 g", "u", 790, 1_190),
    ("Sachet de sablés 350 g", "u", 450, 750),
    ("Jus de pomme 1 L", "u", 250, 390),
    ("Bulbes de tulipes x 10", "u", 490, 790),
];

fn club(d: &mut Desk<'_, '_>) {
    let (h, who, when) = (House::new(&mut d.rng), Who::new(&mut d.rng, 1965, 1998), day(&mut d.rng, 2014, 2025));
    let mut p = Pen::new(d, 10.2, 46.0, 44.0);
    let (x, w) = (p.x, p.w);
    let name = p.pick(&[
        "Association des parents d'élèves de l'école Prévert",
        "CSE - Commission loisirs",
        "Amicale laïque",
        "Handball Club du Plateau",
    ]);
    p.say(Ty::Head, Centre, name);
    p.gap(0.3);
    p.say(Ty::Title, Centre, p.pick(&["BON DE COMMANDE", "Bon de commande", "BON DE COMMANDE CHOCOLATS"]));
    p.gap(0.2);
    p.say(Ty::Italic, Centre, format!("À retourner avec votre règlement avant le {}", p.date(later(when, 20))));
    p.gap(0.8);
    let number = p.digits(4);
    let labels: [(&str, String); 6] = [
        ("Commande n°", if p.chance(0.7) { f("order_number", number) } else { String::new() }),
        ("Nom et prénom", who.turned()),
        ("Adresse", format!("{} {}", who.home[0], who.home[1])),
        ("Téléphone", mobile(&p)),
        ("Date", f("order_date", figures(when, "/"))),
        ("Classe / section", p.pick(&["CE1", "CM2", "U13", "GS", ""]).to_owned()),
    ];
    p.rows(104.0, &labels, false);
    p.gap(0.6);
    let n = p.any(6, 9);
    let items = basket(&p, SWEETS, n);
    let bought: Vec<bool> = items.iter().enumerate().map(|(i, _)| i == 0 || p.chance(0.6)).collect();
    let all: i64 = items.iter().zip(&bought).filter(|(_, b)| **b).map(|(i, _)| i.amount()).sum();
    let mut rows: Vec<Vec<String>> = items
        .iter()
        .zip(&bought)
        .map(|(i, b)| {
            if *b {
                vec![i.label.into(), euros(&p, i.price), qty(i.qty, false), euros(&p, i.amount())]
            } else {
                vec![i.label.into(), euros(&p, i.price), String::new(), String::new()]
            }
        })
        .collect();
    rows.push(vec!["TOTAL".into(), String::new(), String::new(), f("total_ttc", euros(&p, all))]);
    p.table(
        Ty::Body,
        (&[5.0, 1.4, 1.3, 1.6], "lrcr"),
        &["Article", p.pick(&["Prix TTC", "Prix unitaire"]), "Quantité", "Total"],
        &rows,
        Rules::Grid,
    );
    p.say(
        Ty::Body,
        Left,
        format!("Règlement : {} à l'ordre de l'association", p.pick(&["chèque", "chèque ou espèces"])),
    );
    if p.chance(0.35) {
        let b = bank(&mut p);
        p.say(Ty::Body, Left, format!("ou virement : {}", f("iban", &b.iban)));
    }
    p.gap(0.4);
    p.para(
        Ty::Body,
        format!(
            "Les commandes seront à retirer {} de 16 h 30 à 18 h 30.",
            p.pick(&["à l'école", "au local du comité", "à la salle des fêtes"])
        ),
    );
    p.para(
        Ty::Small,
        format!(
            "Prix TTC, TVA {} % incluse. Aucun article ne sera repris ni échangé. Renseignements : {}",
            rate_text(55),
            h.phone
        ),
    );
    p.gap(1.0);
    p.say(Ty::Body, Right, "Signature :");
    let y = p.y + 8.0;
    marks::signature(p.d.c, x + w - 100.0, y, 84.0, &mut p.d.rng);
    p.down_to(0.9);
    p.say(
        Ty::Italic,
        Centre,
        p.pick(&[
            "Merci de votre participation !",
            "Les bénéfices financeront les sorties scolaires.",
            "Merci pour les enfants !",
        ]),
    );
}
