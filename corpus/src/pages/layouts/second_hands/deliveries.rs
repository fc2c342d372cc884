//! Delivery notes: of a wholesaler, of a plant of ready-mixed concrete, of a fresh food van's tour.

use super::Page;
use super::goods::{Bill, FOOD};
use super::orders::TRADES;
use super::trade_kit::*;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Someone, day, mark, sum};
use crate::pages::marks;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[Page::a4("bon_livraison", note)];

fn note(d: &mut Desk<'_, '_>) {
    match d.rng.below(3) {
        0 => concrete(d),
        1 => tour(d),
        _ => shop_note(d),
    }
}

/// Of a wholesaler: quantities ordered, delivered and left over, and what the customer signs.
fn shop_note(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 9.2);
    let trade = k.choose(TRADES);
    let firm = Firm::new(k.pick(trade.names), trade.ape, &mut k);
    let bill = Bill::random(trade, 8, &mut k);
    let home = Home::random(&mut k);
    let (x0, x1) = (40.0, 556.0);
    let (issued, style) = (day(&mut k, 2010, 2025), k.below(6));
    let number = format!("{}{:06}", k.pick(&["BL", "L", ""]), k.between(1200, 900_000));
    // The sender stands at the right, the customer's window at the left.
    let right = p.h.sized(p.h.size * 0.85);
    fit(d, "", (x1, 46.0), 260.0, &capitals(&firm.name, true), &right, R);
    for (i, line) in
        [trade.slogan.to_owned(), firm.street.clone(), firm.place.line(true), format!("Tél. {}", firm.phone)]
            .iter()
            .enumerate()
    {
        fit(d, "", (x1, 59.0 + i as f32 * 11.5), 260.0, line, &p.n, R);
    }
    let title = k.pick(&["BON DE LIVRAISON", "Bon de livraison", "BON DE LIVRAISON CLIENT", "B.L. - Bon de livraison"]);
    put(d, x0, 50.0, 230.0, title, &p.h);
    block(d, "", (x0 + 8.0, 136.0), 220.0, &home.lines(0), &p.n.sized(p.n.size * 1.1));
    d.c.frame(x0, 116.0, x0 + 240.0, 184.0, 0.5);
    put(d, x0 + 4.0, 125.0, 200.0, "Livré à", &p.s);
    kvs(
        d,
        (320.0, 420.0, x1),
        128.0,
        14.5,
        &[
            (k.pick(&["Bon n°", "N° du bon", "Numéro BL"]), "note_number", &number),
            (k.pick(&["Date de livraison", "Livré le", "Date"]), "note_date", &say(style, issued)),
            (
                k.pick(&["Votre commande", "Commande n°", "Réf. commande"]),
                "order_number",
                &format!("{}{}", k.pick(&["CDE ", "C", "WEB-"]), k.digits(5)),
            ),
            (k.pick(&["N° client", "Code client", "Compte"]), "client_number", &k.digits(6)),
        ],
        (&p.n, &p.b),
    );
    let cols = columns(x0, x1, &[(1.2, L), (4.2, L), (0.6, C), (1.0, R), (1.0, R), (0.9, R)]);
    let style = k.below(3);
    heads(
        d,
        (204.0, 24.0),
        &cols,
        &["Code", "Désignation", "Unité", "Quantité|commandée", "Quantité|livrée", "Reste|à livrer"],
        &p.sb,
        style,
    );
    let mut y = 246.0;
    for item in &bill.items {
        let short = item.quantity > 300 && item.quantity.is_multiple_of(100) && k.chance(0.2);
        let left = if short { 100 } else { 0 };
        let row = [
            item.good.0.to_owned(),
            item.good.1.to_owned(),
            item.good.2.to_owned(),
            item.count(),
            sum(item.quantity - left).replace(",00", ""),
            if short { "1".to_owned() } else { String::new() },
        ];
        let row: Vec<Cell> = row.into_iter().map(|t| ("", t)).collect();
        cells(d, y, &cols, &row, &p.n);
        y += 18.0;
    }
    if style == 2 {
        grid(d, 204.0, 560.0, &cols);
    } else {
        d.rule(x0, 560.0, x1, 560.0, 0.8);
    }
    let facts = [
        ("Nombre de colis", "", k.clone().between(1, 14).to_string()),
        ("Poids brut", "", format!("{} kg", k.between(12, 480))),
        ("Transport", "", k.pick(&["Nos soins", "Geodis", "Enlèvement"]).to_owned()),
        ("Préparé par", "", k.pick(&["J.L.", "Magasin 2", "SD"]).to_owned()),
    ];
    let facts: Vec<_> = facts.iter().map(|(a, b, c)| (*a, *b, c.as_str())).collect();
    boxes(d, (x0, 572.0, x1, 602.0), &facts, (&p.s, &p.n));
    let text = "Réserves éventuelles à porter sur le présent bon et à confirmer au transporteur par lettre recommandée dans les trois jours \
                (article L. 133-3 du code de commerce). Aucun retour ne sera accepté sans accord préalable. Marchandises vendues avec \
                réserve de propriété. Ce bon n'est pas une facture.";
    para(d, x0, 618.0, x1 - x0, text, &p.s);
    d.c.frame(x0, 660.0, 290.0, 756.0, 0.5);
    d.c.frame(306.0, 660.0, x1, 756.0, 0.5);
    put(d, x0 + 5.0, 672.0, 230.0, "Signature du chauffeur", &p.n);
    put(
        d,
        311.0,
        672.0,
        240.0,
        k.pick(&["Reçu en bon état, nom et signature du client", "Le client : date, cachet et signature"]),
        &p.n,
    );
    if k.chance(0.7) {
        marks::signature(d.c, 350.0, 715.0, 110.0, &mut k);
    }
    fit(d, "", (297.0, 786.0), 515.0, &format!("{} {}", firm.name, firm.legal()), &p.s, C);
}

/// Of a plant of ready-mixed concrete: boxes of labels and values, no list of goods.
fn concrete(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 9.4);
    let firm = Firm::new(
        k.pick(&["Bétons du Vidourle", "Béton Contrôlé Comtois", "Armor Béton", "Centrale des Gaves"]),
        "2363Z",
        &mut k,
    );
    let site = Place::random(&mut k);
    let (x0, x1) = (44.0, 551.0);
    let (issued, style) = (day(&mut k, 2012, 2025), k.below(4));
    fit(d, "", (297.0, 46.0), 500.0, &capitals(&firm.name, true), &p.h, C);
    let line = format!("Béton prêt à l'emploi - {} - {} - Tél. {}", firm.street, firm.place.line(false), firm.phone);
    fit(d, "", (297.0, 60.0), 500.0, &line, &p.s, C);
    fit(
        d,
        "",
        (297.0, 88.0),
        500.0,
        k.pick(&["BON DE LIVRAISON DE BÉTON", "BON DE LIVRAISON", "Bon de livraison BPE - NF EN 206/CN"]),
        &p.h,
        C,
    );
    let number = k.digits(7);
    let order = format!("{}-{}", k.between(100, 999), k.digits(4));
    let made = say(style, issued);
    let one = [
        ("N° du bon", "note_number", number.as_str()),
        ("Date", "note_date", &made),
        ("N° de commande", "order_number", &order),
    ];
    boxes(d, (x0, 104.0, x1, 136.0), &one, (&p.s, &p.b));
    let buyer =
        k.pick(&["MAÇONNERIE GÉNÉRALE PONS", "SARL BÂTI RÉNOV", "ENTREPRISE GIBELIN TP", "CONSTRUCTIONS LARRIEU"]);
    let account = k.digits(5);
    let two = [("Code client", "client_number", account.as_str()), ("Client", "", buyer), ("Chantier", "", site.town)];
    boxes(d, (x0, 136.0, x1, 168.0), &two, (&p.s, &p.n));
    let volume = k.between(10, 80) * 10;
    let volume = format!("{} m³", sum(volume as u64));
    let rows = [
        [
            ("Camion", k.between(2, 40).to_string()),
            ("Chauffeur", Someone::random(&mut k).full()),
            ("Heure de chargement", format!("{} h {:02}", k.between(7, 16), k.between(0, 59))),
        ],
        [
            ("Volume livré", volume),
            ("Cumul chantier", format!("{} m³", sum(k.between(80, 300) as u64 * 10))),
            ("Pompe", k.pick(&["oui, 28 m", "non"]).to_owned()),
        ],
        [
            ("Classe de résistance", "C25/30".to_owned()),
            ("Classe d'exposition", k.pick(&["XF1 (F)", "XC2 (F)", "XC4 (F)"]).to_owned()),
            ("Consistance", k.pick(&["S3", "S4"]).to_owned()),
        ],
        [
            ("Ciment", "CEM II/A-LL 42,5 R".to_owned()),
            ("Dmax", "22,4 mm".to_owned()),
            ("Teneur en chlorures", "Cl 0,40".to_owned()),
        ],
        [
            ("Dosage", format!("{} kg/m³", k.between(28, 36) * 10)),
            ("Adjuvant", "plastifiant 0,3 %".to_owned()),
            ("Eau/ciment", "0,55".to_owned()),
        ],
    ];
    let mut y = 182.0;
    for row in &rows {
        let row: Vec<_> = row.iter().map(|(a, b)| (*a, "", b.as_str())).collect();
        boxes(d, (x0, y, x1, y + 32.0), &row, (&p.s, &p.n));
        y += 32.0;
    }
    let cols = columns(x0, x1, &[(2.0, L), (1.0, C), (1.0, C), (1.0, C)]);
    heads(d, (y + 14.0, 18.0), &cols, &["Pesées (kg)", "Théorique", "Réel", "Écart %"], &p.b, 2);
    for (i, name) in ["Sable 0/4", "Gravillon 4/11", "Gravillon 11/22", "Ciment", "Eau ajoutée"].iter().enumerate() {
        let wanted = k.between(140, 5200);
        let real = wanted + k.between(-4, 4) * wanted / 400;
        let off = (real - wanted) as f32 * 100.0 / wanted as f32;
        let row = [
            ("", (*name).to_owned()),
            ("", wanted.to_string()),
            ("", real.to_string()),
            ("", format!("{off:.1}").replace('.', ",")),
        ];
        cells(d, y + 46.0 + i as f32 * 15.0, &cols, &row, &p.n);
    }
    grid(d, y + 14.0, y + 114.0, &cols);
    y += 132.0;
    for label in [
        "Arrivée chantier :", "Début de déchargement :", "Fin de déchargement :", "Eau ajoutée sur chantier (litres) :",
    ] {
        blank(d, x0, 300.0, y, label, &p.n);
        y += 18.0;
    }
    put(d, 320.0, y - 72.0, 220.0, k.pick(&["Le réceptionnaire (nom, signature)", "Signature du client"]), &p.b);
    marks::signature(d.c, 350.0, y - 30.0, 110.0, &mut k);
    let text = "ATTENTION : le contact du béton frais avec la peau peut provoquer des irritations et des brûlures. Porter gants, bottes et lunettes \
                de protection. En cas de contact avec les yeux, rincer abondamment et consulter un médecin. Tout ajout d'eau sur chantier \
                dégage la responsabilité du producteur quant à la résistance du béton. Le temps de déchargement au-delà de 30 minutes \
                est facturé. Les indications portées sur ce bon par le client valent acceptation de la qualité et de la quantité livrées.";
    full(d, x0, y + 20.0, x1 - x0, text, &p.n);
    fit(d, "", (297.0, 800.0), 510.0, &firm.legal(), &p.s, C);
}

/// Of a fresh food van's tour: lots and temperatures, number and date in a sentence.
fn tour(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 9.6);
    let firm = Firm::new(k.pick(FOOD.names), FOOD.ape, &mut k);
    let bill = Bill::random(&FOOD, 7, &mut k);
    let place = Place::random(&mut k);
    let (x0, x1) = (46.0, 549.0);
    let (issued, style) = (day(&mut k, 2012, 2025), k.choose(&[0, 4]));
    emblem(d, 490.0, 28.0, 54.0, &mut k);
    put(d, x0, 44.0, 330.0, &firm.name, &p.h);
    let lines = [
        FOOD.slogan.to_owned(),
        format!("{} - {}", firm.street, firm.place.line(false)),
        format!("Agrément sanitaire FR {}.{}.001 CE", &firm.place.code[..2], k.digits(3)),
    ];
    block(d, "", (x0, 58.0), 330.0, &lines, &p.n);
    let to = [
        k.pick(&["Auberge du Vieux Pont", "Foyer-logement Les Glycines", "Épicerie Chez Maïté", "Cantine municipale"])
            .to_owned(),
        street(&mut k),
        place.line(false),
    ];
    block(d, "", (320.0, 124.0), 220.0, &to, &p.n.sized(p.n.size * 1.1));
    let (number, made) = (k.digits(6), say(style, issued));
    let (a, b) = k.choose(&[
        ("Bon de livraison n°", "du"),
        ("BON DE LIVRAISON N°", "- livraison du"),
        ("Livraison : bon n°", "en date du"),
    ]);
    let since = d.c.lines.len();
    put(d, x0, 190.0, 500.0, &format!("{a} {number} {b} {made}"), &p.b.sized(p.n.size * 1.3));
    mark(d, since, "note_number", &number);
    mark(d, since, "note_date", &made);
    let (client, order) = (format!("{:04}", k.between(10, 4000)), format!("T{}", k.digits(5)));
    let since = d.c.lines.len();
    put(
        d,
        x0,
        208.0,
        500.0,
        &format!("Client {client} - Tournée {} - Commande {order} prise par téléphone", k.between(1, 12)),
        &p.n,
    );
    mark(d, since, "client_number", &client);
    mark(d, since, "order_number", &order);
    let cols = columns(x0, x1, &[(3.4, L), (1.0, R), (0.6, L), (1.2, C), (1.2, C), (0.9, C)]);
    heads(d, (226.0, 18.0), &cols, &["Produit", "Quantité", "", "N° de lot", "DLC / DDM", "T° dép."], &p.b, 0);
    let mut y = 260.0;
    for item in &bill.items {
        let row = [
            item.good.1.to_owned(),
            item.count(),
            item.good.2.to_owned(),
            format!("L{}", k.digits(4)),
            say(0, later(issued, k.between(8, 60))),
            format!("{} °C", k.between(1, 4)),
        ];
        let row: Vec<Cell> = row.into_iter().map(|t| ("", t)).collect();
        cells(d, y, &cols, &row, &p.n);
        d.c.dotted(x0, x1, y + 6.0);
        y += 21.0;
    }
    let text = "Bacs et palettes consignés : à rendre au chauffeur lors de la prochaine tournée. Produits à conserver entre 0 et + 4 °C. La facture \
                récapitulative vous sera adressée en fin de mois.";
    y = para(d, x0, y + 12.0, x1 - x0, text, &p.n) + 14.0;
    for label in ["Bacs laissés :", "Bacs repris :", "Température relevée à l'arrivée :", "Observations :"] {
        blank(d, x0, x1, y, label, &p.n);
        y += 22.0;
    }
    put(d, 330.0, y + 14.0, 215.0, "Signature du destinataire", &p.b);
    marks::signature(d.c, 350.0, y + 52.0, 110.0, &mut k);
    fit(d, "", (297.0, 790.0), 500.0, &firm.legal(), &p.s, C);
}
