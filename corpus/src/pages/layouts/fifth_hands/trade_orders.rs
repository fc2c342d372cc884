//! Orders: a town hall's, a firm's to its supplier.

use super::super::facts::{day, figures, of};

use super::super::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use super::super::page::Page;
use super::trade_kit::{Goods, Trade, bare, basket, euros, later, qty, tax, total};
use crate::pages::desk::Desk;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[Page::a4("bon_commande", town_hall), Page::a4("bon_commande", purchasing)];

const OFFICE: Goods = &[
    ("Ramettes papier A4 80 g blanc", "ramette", 320, 560),
    ("Chaises empilables coque polypropylène", "u", 3_200, 6_900),
    ("Panneau de signalisation B14 diam. 650", "u", 6_900, 11_500),
    ("Enrobé à froid sac 25 kg", "sac", 950, 1_850),
    ("Vêtements de travail haute visibilité", "lot", 4_900, 12_500),
    ("Guirlandes lumineuses LED façade", "u", 14_900, 38_000),
    ("Livres scolaires CE2 - mathématiques", "u", 1_190, 1_790),
    ("Peinture routière blanche 25 kg", "seau", 8_900, 14_900),
];

fn town_hall(d: &mut Desk<'_, '_>) {
    let (h, to, when) = (House::new(&mut d.rng), House::new(&mut d.rng), day(&mut d.rng, 2014, 2026));
    let clerk = Who::new(&mut d.rng, 1960, 1999);
    let mut p = Pen::new(d, 9.6, 42.0, 46.0);
    let (x, w) = (p.x, p.w);
    p.logo(x, 30.0, 46.0);
    p.block(
        x + 56.0,
        46.0,
        220.0,
        Ty::Body,
        &[
            capitals(&format!("{} {}", p.pick(&["Mairie", "Ville", "Commune"]), of(h.town)), true),
            p.pick(&["Service des finances", "Direction des services techniques", "Service achats"]).to_owned(),
            h.street.clone(),
            h.place(),
            format!("SIRET : {}", h.siret),
        ],
    );
    let number = match p.any(0, 2) {
        0 => format!("{:02}{:05}", when.0 % 100, p.any(1, 9_000)),
        1 => format!("{}/{:04}", when.0, p.any(1, 3_000)),
        _ => format!("ST{}-{:03}", when.0, p.any(1, 900)),
    };
    p.put(x + w, 50.0, 200.0, Ty::Title, Right, p.pick(&["BON DE COMMANDE", "Bon de commande"]));
    p.put(x + w, 68.0, 220.0, Ty::Head, Right, format!("N° {}", f("order_number", number)));
    p.put(x + w, 84.0, 220.0, Ty::Body, Right, format!("Date : {}", f("order_date", figures(when, "/"))));
    let supplier =
        p.pick(&["SIGNAUX DU CENTRE", "PAPETERIE LACROIX", "COLLECTIVITÉS ÉQUIPEMENT", "LIBRAIRIE DES ÉCOLES"]);
    p.frame(x + w - 240.0, 112.0, 240.0, 76.0);
    p.put(x + w - 234.0, 123.0, 200.0, Ty::Tiny, Left, p.pick(&["FOURNISSEUR", "Titulaire", "Adressé à"]));
    p.block(
        x + w - 226.0,
        138.0,
        220.0,
        Ty::Body,
        &[supplier.into(), to.street.clone(), to.place(), format!("SIRET {}", f("siret", &to.siret))],
    );
    p.y = 132.0;
    let kept = p.w;
    p.w = 230.0;
    p.rows(
        84.0,
        &[
            ("Affaire suivie par", clerk.name()),
            ("Téléphone", h.phone.clone()),
            ("Tiers n°", f("client_number", p.digits(5))),
        ],
        false,
    );
    p.w = kept;
    p.y = 212.0;
    p.table(
        Ty::Small,
        (&[1.0, 1.0, 1.0, 1.2, 1.4], "ccccc"),
        &["Exercice", "Chapitre", "Article", "Fonction", "Engagement"],
        &[vec![
            when.0.to_string(),
            p.pick(&["011", "21", "65"]).into(),
            p.pick(&["60632", "6064", "60628", "2188"]).into(),
            p.digits(3),
            p.digits(6),
        ]],
        Rules::Grid,
    );
    p.say(
        Ty::Bold,
        Left,
        format!(
            "Objet : {}",
            p.pick(&["Fournitures pour les services municipaux", "Achat de matériel", "Commande suivant votre devis"])
        ),
    );
    p.gap(0.3);
    let n = p.any(2, 5);
    let items = basket(&p, OFFICE, n);
    let rows: Vec<Vec<String>> = items
        .iter()
        .map(|i| vec![i.label.into(), qty(i.qty, false), i.unit.into(), bare(&p, i.price), bare(&p, i.amount())])
        .collect();
    p.shaft(
        Ty::Body,
        (&[5.0, 1.0, 1.1, 1.4, 1.6], "lrcrr"),
        &["Désignation", "Qté", "Unité", "PU HT", "Montant HT"],
        &rows,
        470.0,
    );
    p.y += p.lead * 1.2;
    let ht = total(&items);
    let vat = tax(ht, 200);
    p.sums(
        (x + w - 210.0, 210.0),
        &[
            ("Total HT", f("total_ht", euros(&p, ht))),
            ("TVA 20 %", f("total_tva", euros(&p, vat))),
            ("Total TTC", f("total_ttc", euros(&p, ht + vat))),
        ],
        true,
    );
    p.gap(0.6);
    p.para(
        Ty::Body,
        format!(
            "Livraison : {}, du lundi au vendredi de 8 h à 12 h.",
            p.pick(&["Centre technique municipal", "École Jean-Moulin", "Mairie, accueil"])
        ),
    );
    p.para(Ty::Small, "Facture à déposer sur le portail Chorus Pro (https://chorus-pro.gouv.fr) en rappelant impérativement le numéro du présent bon de commande. Le paiement sera effectué par mandat administratif dans un délai de 30 jours.");
    p.gap(0.8);
    let lines = [
        format!("À {}, le {}", h.town, figures(when, "/")),
        p.pick(&["Pour le Maire, l'Adjoint délégué aux finances", "Le Maire,", "Le Directeur général des services"])
            .to_owned(),
    ];
    p.sign(x + w * 0.55, &lines);
    p.foot(
        Centre,
        &["Toute livraison non conforme sera refusée. Joindre un exemplaire du bon de commande à la livraison.".into()],
    );
}

const INDUSTRY: Goods = &[
    ("ROULEMENT A BILLES 6205-2RS C3", "PCE", 420, 1_150),
    ("VIS CHC M8X30 INOX A2 (BOITE 100)", "BTE", 1_190, 2_390),
    ("TOLE ACIER S235 EP 3 1500X3000", "PCE", 11_900, 19_900),
    ("JOINT TORIQUE NBR 42X3", "PCE", 45, 190),
    ("HUILE HYDRAULIQUE HV46 FUT 208L", "FUT", 48_000, 79_000),
    ("CARTON DOUBLE CANNELURE 600X400X400", "PCE", 135, 310),
    ("FILM ETIRABLE MANUEL 450MM 17MIC", "RLX", 390, 690),
    ("CABLE H07RN-F 3G2,5 (COURONNE 100M)", "CRN", 14_900, 24_900),
];

fn purchasing(d: &mut Desk<'_, '_>) {
    let (h, to, when) = (House::new(&mut d.rng), House::new(&mut d.rng), day(&mut d.rng, 2014, 2026));
    let buyer = Who::new(&mut d.rng, 1965, 2000);
    let mut p = Pen::new(d, 8.8, 32.0, 34.0);
    let (x, w) = (p.x, p.w);
    let firm =
        p.pick(&["MÉCANIQUE DE PRÉCISION DU JURA", "FONDEREL INDUSTRIES", "Conserveries Le Guével", "PLASTIVAL SAS"]);
    p.put(x, 48.0, 260.0, Ty::Head, Left, firm);
    p.block(x, 62.0, 250.0, Ty::Small, &[h.street.clone(), h.place(), "FRANCE".into(), format!("Tél. {}", h.phone)]);
    p.d.c.fill(x + w - 230.0, 34.0, x + w, 54.0, 210);
    p.put(
        x + w - 115.0,
        48.0,
        220.0,
        Ty::Head,
        Centre,
        p.pick(&["COMMANDE D'ACHAT", "BON DE COMMANDE", "Commande fournisseur"]),
    );
    let number = match p.any(0, 2) {
        0 => format!("45{}", p.digits(8)),
        1 => format!("CF{:02}{:05}", when.0 % 100, p.any(1, 40_000)),
        _ => format!("PO-{}", p.digits(6)),
    };
    let account = format!("F{}", p.digits(5));
    let delivery = later(when, p.any(7, 40));
    p.y = 68.0;
    p.within((x + w - 230.0, 230.0), |p| {
        p.rows(
            96.0,
            &[
                ("N° commande", f("order_number", number)),
                ("Date commande", f("order_date", figures(when, "/"))),
                ("Notre n° client", if p.chance(0.5) { f("client_number", p.digits(6)) } else { String::new() }),
                ("Code fournisseur", account),
                ("Acheteur", buyer.name()),
                ("Page", "1/1".into()),
            ],
            true,
        );
    });
    let third = w / 3.0;
    let top = 156.0;
    let supplier = p.pick(&["DEXIS RHÔNE", "ACIERS DU FOREZ", "EMBAL'OUEST", "Quincaillerie industrielle Bardin"]);
    for (k, title, lines) in [
        (
            0.0,
            "Fournisseur",
            [supplier.to_owned(), to.street.clone(), to.place(), format!("SIRET {}", f("siret", &to.siret))],
        ),
        (
            1.0,
            "Adresse de livraison",
            [format!("{firm} - Magasin"), h.street.clone(), h.place(), "Réception 7h30 - 15h30".into()],
        ),
        (
            2.0,
            "Adresse de facturation",
            [firm.to_owned(), "Comptabilité fournisseurs".into(), format!("BP {}", p.any(10, 900)), h.place()],
        ),
    ] {
        p.frame(x + k * third, top, third, 72.0);
        p.put(x + k * third + 5.0, top + 11.0, third - 10.0, Ty::Bold, Left, title);
        p.block(x + k * third + 5.0, top + 26.0, third - 10.0, Ty::Small, &lines);
    }
    p.y = 240.0;
    let terms = p.pick(&["FCA", "DAP", "Franco de port", "EXW"]);
    p.table(
        Ty::Small,
        (&[1.4, 1.2, 1.2, 1.2], "cccc"),
        &["Conditions de paiement", "Incoterm", "Transport", "Devise"],
        &[vec![
            p.pick(&["45 jours fin de mois", "30 jours net", "60 jours date facture"]).into(),
            terms.into(),
            p.pick(&["Route", "Vos soins", "Messagerie"]).into(),
            "EUR".into(),
        ]],
        Rules::Grid,
    );
    let n = p.any(2, 6);
    let items = basket(&p, INDUSTRY, n);
    let rows: Vec<Vec<String>> = items
        .iter()
        .enumerate()
        .map(|(k, i)| {
            vec![
                format!("{:05}", (k + 1) * 10),
                i.code.clone(),
                i.label.into(),
                qty(i.qty * 4, false),
                i.unit.into(),
                figures(delivery, "/"),
                bare(&p, i.price),
                bare(&p, i.amount() * 4),
            ]
        })
        .collect();
    p.table(
        Ty::Small,
        (&[0.8, 1.3, 4.4, 0.8, 0.7, 1.3, 1.1, 1.4], "lllrclrr"),
        &["Poste", "Article", "Désignation", "Qté", "UQ", "Livraison", "Prix unit.", "Montant HT"],
        &rows,
        Rules::Rows,
    );
    let ht = total(&items) * 4;
    let vat = tax(ht, 200);
    p.tail(
        Ty::Bold,
        90.0,
        p.pick(&["Montant total HT EUR", "Total net HT", "Valeur totale HT"]),
        &f("total_ht", bare(&p, ht)),
    );
    if p.chance(0.5) {
        p.tail(Ty::Body, 90.0, "TVA 20,00 %", &f("total_tva", bare(&p, vat)));
        p.tail(Ty::Bold, 90.0, "Total TTC EUR", &f("total_ttc", bare(&p, ht + vat)));
    }
    p.gap(1.0);
    p.para(Ty::Small, "Merci de nous retourner l'accusé de réception de commande sous 48 heures. Rappeler le numéro de commande et le poste sur vos bons de livraison et factures.");
    p.para(Ty::Small, "Toute commande implique l'acceptation de nos conditions générales d'achat. Certificat matière 3.1 à joindre lorsque requis.");
    p.gap(0.6);
    let lines = ["Visa du service achats".to_owned(), buyer.name()];
    p.sign(x + w * 0.64, &lines);
    p.foot(
        Left,
        &[format!(
            "{firm} - SAS au capital de {} 000 € - RCS {} {} - N° TVA {}",
            p.any(40, 900),
            h.town,
            codes::grouped(&h.siren, &[3]),
            codes::vat(&h.siren)
        )],
    );
}
