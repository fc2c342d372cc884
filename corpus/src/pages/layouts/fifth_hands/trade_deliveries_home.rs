//! Delivery notes for people at home: a household shop's, a dealer in fuel oil's, a mail-order house's.

use super::super::facts::{day, figures};
use super::super::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use super::super::kit::people::mobile;
use super::super::page::Page;
use super::trade_kit::{Goods, Trade, bare, basket, euros, later, slug, tva};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;

pub(super) const PAGES: &[Page] = &[
    Page::a4("bon_livraison", household),
    Page { name: "bon_livraison", sheet: half, set: fuel },
    Page::a4("bon_livraison", parcel),
];

fn half(rng: &mut Rng) -> Option<(f32, f32)> {
    rng.chance(0.7).then_some((419.5, 595.3))
}

const HOUSEHOLD: Goods = &[
    ("Lave-linge hublot 9 kg 1400 tr/min", "u", 0, 1),
    ("Réfrigérateur combiné 341 L inox", "u", 0, 1),
    ("Matelas mousse 160x200", "u", 0, 1),
    ("Canapé d'angle réversible gris", "u", 0, 1),
    ("Buffet 3 portes chêne clair", "u", 0, 1),
    ("Table extensible 180/240", "u", 0, 1),
    ("Téléviseur LED 139 cm", "u", 0, 1),
];

fn household(d: &mut Desk<'_, '_>) {
    let (h, who, when) = (House::new(&mut d.rng), Who::new(&mut d.rng, 1945, 2003), day(&mut d.rng, 2014, 2026));
    let mut p = Pen::new(d, 10.2, 46.0, 46.0);
    let (x, w) = (p.x, p.w);
    let firm = p.pick(&["MEUBLES GAUTREAU", "Électro Dépôt Services", "Maison & Literie", "Ménager 2000"]);
    p.ends(Ty::Title, firm, "");
    p.say(Ty::Small, Left, format!("{} - {} - SAV : {}", h.street, h.place(), h.phone));
    p.rule();
    p.gap(0.8);
    let number = format!("{}-{}", p.digits(3), p.digits(6));
    p.say(Ty::Title, Centre, p.pick(&["Bon de livraison", "BON DE LIVRAISON", "BON DE LIVRAISON À DOMICILE"]));
    p.gap(0.5);
    let y = p.y;
    p.within((x, w * 0.46), |p| {
        p.rows(
            100.0,
            &[
                ("N° BL", f("note_number", number)),
                ("Date de livraison", f("note_date", p.date(when))),
                ("N° de commande", f("order_number", p.digits(8))),
                ("Créneau", p.pick(&["8h00 - 12h00", "13h00 - 17h00", "journée"]).to_owned()),
                ("Équipage", format!("{} / {}", p.who(1970, 2003).first, p.who(1970, 2003).first)),
            ],
            false,
        );
    });
    let (tel, lead) = (mobile(&p), p.lead);
    p.block(
        x + w * 0.54,
        y,
        w * 0.46,
        Ty::Body,
        &[
            who.titled(false),
            who.home[0].clone(),
            who.home[1].clone(),
            format!("Étage {} - code {}{}", p.any(0, 7), p.digits(4), p.capital()),
            format!("Tél. {tel}"),
        ],
    );
    p.y = y + lead * 6.6;
    let n = p.any(1, 4);
    let items = basket(&p, HOUSEHOLD, n);
    let rows: Vec<Vec<String>> = items
        .iter()
        .map(|i| vec![i.code.clone(), i.label.into(), "1".into(), p.any(1, 3).to_string(), "livré".into()])
        .collect();
    p.table(
        Ty::Body,
        (&[1.5, 4.8, 0.8, 0.9, 1.2], "llccc"),
        &["Référence", "Article", "Qté", "Colis", "Statut"],
        &rows,
        Rules::Grid,
    );
    p.say(Ty::Bold, Left, "Prestations");
    p.gap(0.3);
    for (label, at) in [
        ("Mise en service", 0.7),
        ("Reprise de l'ancien appareil", 0.5),
        ("Reprise des emballages", 0.8),
        ("Montage", 0.4),
    ] {
        let (x, y, yes) = (p.x, p.y, p.chance(at));
        super::super::facts::tick(p.d, x, y, 8.0, yes);
        p.put(x + 14.0, y, 240.0, Ty::Body, Left, label);
        p.y += lead * 1.2;
    }
    p.gap(0.4);
    if p.chance(0.6) {
        p.say(Ty::Bold, Left, format!("Reste à encaisser à la livraison : {}", euros(&p, p.any(0, 90_000))));
    }
    p.gap(0.6);
    p.say(Ty::Bold, Left, p.pick(&["Réserves éventuelles du client", "Observations / réserves"]));
    for _ in 0..3 {
        p.y += lead * 1.3;
        p.d.c.dotted(x, x + w, p.y);
    }
    p.gap(1.8);
    p.para(Ty::Small, "Je reconnais avoir reçu la marchandise désignée ci-dessus en bon état apparent et avoir pu en vérifier l'état en présence des livreurs.");
    p.ends(Ty::Body, format!("Fait le {}", figures(when, "/")), "Signature du client");
    let y = p.y + 10.0;
    marks::signature(p.d.c, x + w - 110.0, y, 92.0, &mut p.d.rng);
    p.foot(Centre, &[format!("{firm} - SIRET {} - RCS {}", f("siret", &h.siret), h.town)]);
}

fn fuel(d: &mut Desk<'_, '_>) {
    let (h, who, when) = (House::new(&mut d.rng), Who::new(&mut d.rng, 1935, 1995), day(&mut d.rng, 2014, 2025));
    let mut p = Pen::new(d, 9.2, 28.0, 34.0);
    let (x, w) = (p.x, p.w);
    let firm =
        p.pick(&["COMBUSTIBLES PETITJEAN", "FIOUL SERVICE DU BERRY", "Ets MAROLLEAU Énergies", "Bois Fioul Vosges"]);
    p.say(Ty::Head, Left, firm);
    p.say(Ty::Small, Left, format!("{} - {}", h.street, h.place()));
    p.say(
        Ty::Small,
        Left,
        format!("Tél. {} - SIRET {} - TVA {}", h.phone, f("siret", &h.siret), f("tva_number", tva(&p, &h))),
    );
    p.gap(0.3);
    p.rule();
    p.gap(0.7);
    let number = p.digits(6);
    p.ends(
        Ty::Head,
        format!("{} {}", p.pick(&["Bon de livraison n°", "BON DE LIVRAISON N°"]), f("note_number", number)),
        f("note_date", figures(when, "/")),
    );
    p.gap(0.5);
    p.say(Ty::Body, Left, format!("Client {} : {}", f("client_number", p.digits(5)), who.turned()));
    p.say(Ty::Body, Left, format!("{} - {}", who.home[0], who.home[1]));
    p.say(
        Ty::Small,
        Left,
        format!(
            "Accès : {}",
            p.pick(&[
                "petit camion obligatoire, tuyau 40 m", "cuve enterrée, derrière la maison",
                "bouche de remplissage côté rue"
            ])
        ),
    );
    p.gap(0.8);
    let (liters, price) = (p.any(5, 30) * 100 + p.any(0, 9), p.any(620, 1_290));
    let ttc = (liters * price + 5) / 10;
    let ht = (ttc * 1000 + 600) / 1200;
    let product = p.pick(&["FIOUL DOMESTIQUE ORDINAIRE", "Fioul premium", "GNR"]);
    let prices = p.chance(0.75);
    let shown = if prices { 4 } else { 2 };
    let rows = vec![vec![
        product.to_owned(),
        liters.to_string(),
        if prices { format!("{},{:03}", price / 1000, price % 1000) } else { String::new() },
        if prices { bare(&p, ttc) } else { String::new() },
    ]];
    p.table(
        Ty::Body,
        (&[3.4, 1.5, 1.5, 1.5][..shown], "lrrr"),
        &["Produit", "Litres à 15 °C", "PU TTC", "Montant"][..shown],
        &rows,
        Rules::Grid,
    );
    if prices {
        p.sums(
            (x + w - 200.0, 200.0),
            &[
                ("Total HT", f("total_ht", euros(&p, ht))),
                ("TVA 20 %", f("total_tva", euros(&p, ttc - ht))),
                ("Net à payer TTC", f("total_ttc", euros(&p, ttc))),
            ],
            true,
        );
        p.gap(0.4);
        let due = if p.chance(0.5) { when } else { later(when, 15) };
        p.say(
            Ty::Body,
            Left,
            format!(
                "Règlement : {} - échéance {}",
                p.pick(&["chèque à la livraison", "virement", "3 fois sans frais"]),
                f("due_date", figures(due, "/"))
            ),
        );
    }
    p.gap(0.6);
    p.frame(x, p.y, w, 68.0);
    let y = p.y;
    p.block(
        x + 6.0,
        y + 13.0,
        w * 0.5,
        Ty::Small,
        &[
            format!("TICKET VOLUCOMPTEUR N° {}", p.digits(5)),
            format!("Début : {:02}:{:02}", p.any(8, 16), p.any(0, 59)),
            format!("Température produit : {},{} °C", p.any(4, 22), p.any(0, 9)),
            format!("Volume : {liters} L"),
            format!("Camion {} - Chauffeur {}", p.digits(2), p.who(1965, 2000).first),
        ],
    );
    p.y = y + 88.0;
    p.ends(Ty::Small, "Le livreur", "Le client");
    let y = p.y + 8.0;
    marks::signature(p.d.c, x, y, 74.0, &mut p.d.rng);
    marks::signature(p.d.c, x + w - 90.0, y, 74.0, &mut p.d.rng);
    p.foot(Left, &["Produit soumis à accise. Usage comme carburant interdit sauf autorisation. Inflammable - nocif : respecter les précautions d'emploi.".into()]);
}

const BOOKS: Goods = &[
    ("Chemise lin col mao - T. 42 - écru", "u", 2_490, 5_990),
    ("Lot de 3 torchons nid d'abeille", "u", 990, 1_990),
    ("Lampe de chevet céramique", "u", 2_290, 4_990),
    ("Semelles confort pointure 39", "u", 890, 1_990),
    ("Graines mesclun bio (sachet)", "u", 290, 490),
    ("Roman - Les Eaux mortes (poche)", "u", 690, 1_050),
    ("Coque téléphone transparente", "u", 790, 1_990),
    ("Pull laine mérinos T. M - bleu nuit", "u", 3_990, 8_990),
];

fn parcel(d: &mut Desk<'_, '_>) {
    let (h, who, when) = (House::new(&mut d.rng), Who::new(&mut d.rng, 1950, 2006), day(&mut d.rng, 2014, 2026));
    let mut p = Pen::new(d, 9.8, 52.0, 52.0);
    let (x, w) = (p.x, p.w);
    let firm = p.pick(&["Blanche Colline", "La Boutique du Lin", "Jardin & Potager", "Page Cornée"]);
    p.logo(x, 40.0, 40.0);
    p.put(x + 44.0, 58.0, 240.0, Ty::Title, Left, firm);
    p.put(x + w, 56.0, 180.0, Ty::Head, Right, p.pick(&["BON DE LIVRAISON", "Bon de livraison"]));
    p.bars((x + w - 130.0, 66.0), (128.0, 28.0));
    p.y = 112.0;
    let half = w / 2.0 - 10.0;
    let lead = p.lead;
    let number = if p.chance(0.5) { format!("DE{}", p.digits(6)) } else { format!("#DE{:06}", p.any(100, 90_000)) };
    let order = (0..9).map(|_| p.capital()).collect::<String>();
    let order = if p.chance(0.5) { order } else { format!("#{}", p.digits(6)) };
    p.y = 130.0;
    let y = p.y;
    for (at, title) in [(x, p.pick(&["Adresse de livraison", "Expédié à"])), (x + w - half, "Adresse de facturation")]
    {
        p.put(at, y, half, Ty::Bold, Left, title);
        p.block(
            at,
            y + lead * 1.2,
            half,
            Ty::Body,
            &[who.name(), who.home[0].clone(), who.home[1].clone(), "France".into()],
        );
    }
    p.y = y + lead * 7.0;
    let sent = later(when, 1);
    p.table(
        Ty::Body,
        (&[1.0, 1.0, 1.0, 1.0], "llll"),
        &[
            "Bon n°",
            p.pick(&["Date", "Date d'expédition"]),
            p.pick(&["Réf. de commande", "N° de commande"]),
            "Date de commande",
        ],
        &[vec![
            f("note_number", number),
            f("note_date", figures(sent, "/")),
            f("order_number", order),
            figures(when, "/"),
        ]],
        Rules::Grid,
    );
    p.say(
        Ty::Body,
        Left,
        format!(
            "Transporteur : {} - N° de suivi : {}{}",
            p.pick(&["Colissimo", "Mondial Relay - point relais", "Chronopost", "DPD"]),
            p.pick(&["6A", "8R", "XN"]),
            p.digits(11)
        ),
    );
    p.gap(0.6);
    let n = p.any(2, 5);
    let items = basket(&p, BOOKS, n);
    let rows: Vec<Vec<String>> =
        items.iter().map(|i| vec![i.code.clone(), i.label.into(), p.any(1, 2).to_string()]).collect();
    p.table(Ty::Body, (&[1.6, 6.0, 1.0], "llc"), &["Référence", "Produit", "Qté"], &rows, Rules::Rows);
    p.gap(0.4);
    p.say(Ty::Body, Left, format!("Mode de paiement : {}", p.pick(&["Carte bancaire", "PayPal", "Chèque"])));
    p.gap(0.8);
    p.para(
        Ty::Body,
        format!(
            "Merci pour votre commande {} !",
            p.pick(&["et à très bientôt", "sur notre boutique", "et votre confiance"])
        ),
    );
    p.say(Ty::Bold, Left, "Un article ne vous convient pas ?");
    p.para(Ty::Small, format!("Vous disposez de 14 jours à compter de la réception pour nous retourner vos articles dans leur emballage d'origine, accompagnés du présent bon, à : {firm} - Service retours, {}, {}.", h.street, h.place()));
    if p.chance(0.6) {
        p.gap(0.4);
        p.table(
            Ty::Small,
            (&[2.0, 1.0, 3.0, 2.0], "lclc"),
            &["Article retourné", "Qté", "Motif", "Échange / remboursement"],
            &[vec![String::new(); 4], vec![String::new(); 4]],
            Rules::Grid,
        );
    }
    p.foot(
        Centre,
        &[format!(
            "{firm} SAS - {} {} - Tél. {} - SIRET {} - www.{}.com",
            h.street,
            h.place(),
            h.phone,
            f("siret", &h.siret),
            slug(firm)
        )],
    );
}
