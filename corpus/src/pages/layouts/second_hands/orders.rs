//! Purchase orders: of public buyers with their budget lines, of works with dates of delivery.

use super::Page;
use super::goods::{Bill, FARM, FOOD, GARAGE, HEAT, OFFICE, Trade, WOOD, percent};
use super::trade_kit::*;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Someone, day, mark, of, sum};
use crate::pages::marks;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[Page::a4("bon_commande", order)];

pub(super) const TRADES: &[&Trade] = &[&FARM, &WOOD, &GARAGE, &OFFICE, &FOOD, &HEAT];

fn order(d: &mut Desk<'_, '_>) {
    if d.rng.chance(0.5) { public_order(d) } else { works_order(d) }
}

/// Of a town, a school or a hospital: with its budget lines and who approves it.
fn public_order(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 9.0);
    let trade = k.choose(&[&OFFICE, &HEAT, &WOOD, &FOOD]);
    let seller = Firm::new(k.pick(trade.names), trade.ape, &mut k);
    let bill = Bill::random(trade, 5, &mut k);
    let place = Place::random(&mut k);
    let (x0, x1) = (38.0, 557.0);
    let (issued, style) = (day(&mut k, 2014, 2025), k.below(4));
    let head = match k.below(3) {
        0 => [format!("COMMUNE {}", capitals(&of(place.town), true)), "Service de la commande publique".to_owned()],
        1 => [
            format!("Lycée professionnel {}", k.pick(&["Émile-Zola", "Lucie-Aubrac", "Jean-Monnet"])),
            "Service de gestion - Intendance".to_owned(),
        ],
        _ => [format!("Centre hospitalier {}", of(place.town)), "Direction des achats et de la logistique".to_owned()],
    };
    let siren = format!("2{}", k.digits(8));
    let siret = codes::siret(&siren, &mut k);
    let grouped = codes::grouped(&siret, &[3, 3, 3, 5]);
    emblem(d, x0, 30.0, 46.0, &mut k);
    let mut lines = vec![head[1].clone(), street(&mut k), place.line(true), format!("Tél. {}", place.phone(&mut k))];
    put(d, x0 + 58.0, 42.0, 215.0, &head[0], &p.b.sized(p.n.size * 1.15));
    let y = block(d, "", (x0 + 58.0, 54.0), 215.0, &lines, &p.n);
    kv(
        d,
        (x0 + 58.0, x0 + 58.0, 290.0),
        y,
        (k.pick(&["SIRET", "N° SIRET :", "Siret acheteur"]), "siret", &grouped),
        (&p.n, &p.n),
    );
    d.c.frame(318.0, 28.0, x1, 96.0, 1.2);
    let title = k.pick(&["BON DE COMMANDE", "Bon de commande", "BON DE COMMANDE ADMINISTRATIF"]);
    fit(d, "", (437.0, 46.0), 225.0, title, &p.h, C);
    let number = if k.chance(0.5) {
        format!("{}-{:05}", issued.0, k.between(12, 4000))
    } else {
        format!("{:02}D{:06}", issued.0 % 100, k.between(100, 90_000))
    };
    kvs(
        d,
        (326.0, 420.0, x1 - 4.0),
        64.0,
        13.0,
        &[
            (k.pick(&["N° d'engagement", "N° de commande", "Commande N°"]), "order_number", &number),
            (k.pick(&["Date", "Date d'émission", "Du"]), "order_date", &say(style, issued)),
            ("Notre n° client", "client_number", &k.digits(6)),
        ],
        (&p.n, &p.b),
    );
    put(d, 318.0, 122.0, 200.0, k.pick(&["Fournisseur", "Titulaire", "À l'attention de"]), &p.s);
    block(d, "", (318.0, 136.0), 235.0, &seller.lines(true), &p.n.sized(p.n.size * 1.08));
    let by = Someone::random(&mut k);
    lines = vec![
        format!("Affaire suivie par : {} {}", by.title(false), by.full()),
        format!(
            "Lieu de livraison : {}",
            k.pick(&["ateliers municipaux, quai 2", "magasin général", "cuisine centrale", "loge, de 8 h à 11 h 30"])
        ),
        format!("Délai : {}", k.pick(&["dès réception", "sous quinze jours", "trois semaines maximum"])),
        format!("Votre devis n° {} du {}", k.between(1000, 9999), say(style, (issued.0 - 1, 12, 4))),
    ];
    block(d, "", (x0, 136.0), 265.0, &lines, &p.n);
    let cols = columns(x0, x1, &[(0.9, C), (0.9, C), (1.0, C), (1.2, C), (1.5, C)]);
    heads(d, (196.0, 15.0), &cols, &["Exercice", "Chapitre", "Article", "Fonction", "Service / antenne"], &p.s, 2);
    let budget = [
        issued.0.to_string(),
        "011".to_owned(),
        k.pick(&["6064", "60632", "61558", "60623"]).to_owned(),
        k.pick(&["020", "212", "251"]).to_owned(),
        k.pick(&["TECHNIQUE", "SCOL", "ADM-GEN"]).to_owned(),
    ];
    let budget: Vec<Cell> = budget.into_iter().map(|t| ("", t)).collect();
    cells(d, 222.0, &cols, &budget, &p.n);
    grid(d, 196.0, 228.0, &cols);
    let cols = columns(x0, x1, &[(1.1, L), (4.0, L), (0.7, R), (0.5, C), (1.0, R), (0.7, C), (1.1, R)]);
    heads(d, (240.0, 18.0), &cols, &["Réf.", "Désignation", "Qté", "U", "PU HT", "TVA", "Montant HT"], &p.sb, 2);
    let mut y = 274.0;
    for item in &bill.items {
        let row = [
            item.good.0.to_owned(),
            item.good.1.to_owned(),
            item.count(),
            item.good.2.to_owned(),
            sum(item.good.3),
            percent(item.good.4),
            sum(item.amount),
        ];
        let row: Vec<Cell> = row.into_iter().map(|t| ("", t)).collect();
        cells(d, y, &cols, &row, &p.n);
        y += 17.0;
    }
    grid(d, 240.0, 470.0, &cols);
    let rows = [
        (k.pick(&["Total HT", "Montant HT"]), "total_ht", sum(bill.net)),
        (k.pick(&["Total TVA", "Montant TVA"]), "total_tva", sum(bill.tax)),
        (k.pick(&["Total TTC", "Montant TTC", "TOTAL TTC EN EUROS"]), "total_ttc", sum(bill.all)),
    ];
    totals(d, (365.0, x1), 486.0, &rows, &p, 1);
    let text = "La facture doit être déposée sur Chorus Pro (https://chorus-pro.gouv.fr) et rappeler obligatoirement le numéro \
                d'engagement ci-dessus. Délai global de paiement : 30 jours.";
    para(d, x0, 488.0, 310.0, text, &p.n);
    let text = "Le présent bon de commande est soumis au cahier des clauses administratives générales applicable aux marchés de \
                fournitures courantes et services (arrêté du 30 mars 2021). Toute livraison doit être accompagnée d'un bon \
                portant le numéro de commande. Aucun dépassement du montant ne sera accepté sans avenant. Comptable assignataire : \
                service de gestion comptable.";
    let y = para(d, x0, 560.0, x1 - x0, text, &p.s);
    d.c.frame(x0, y + 8.0, 290.0, y + 118.0, 0.6);
    d.c.frame(305.0, y + 8.0, x1, y + 118.0, 0.6);
    put(d, x0 + 6.0, y + 21.0, 240.0, "Visa du service financier", &p.s);
    let role = k.pick(&["L'ordonnateur", "Pour le maire et par délégation", "Le pouvoir adjudicateur"]);
    put(d, 311.0, y + 21.0, 235.0, &format!("{role},"), &p.n);
    put(d, 311.0, y + 108.0, 235.0, &Someone::random(&mut k).full(), &p.n);
    marks::signature(d.c, 360.0, y + 66.0, 110.0, &mut k);
    fit(d, "", (297.0, 806.0), 500.0, "Exemplaire à conserver par le fournisseur - Page 1 sur 1", &p.s, C);
}

/// Of a works' purchasing department: labels over their values, dates of delivery in the lines.
fn works_order(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 8.8);
    let trade = k.choose(TRADES);
    let bill = Bill::random(trade, 7, &mut k);
    let buyer = Firm::new(
        k.pick(&[
            "Papeteries de la Vologne", "Fonderie Lorraine Est", "Tanneries Carriat", "Biscuiterie du Bocage",
            "Transports Anglade",
        ]),
        "2550B",
        &mut k,
    );
    let seller = Firm::new(k.pick(trade.names), trade.ape, &mut k);
    let (x0, x1) = (32.0, 563.0);
    let (issued, style) = (day(&mut k, 2012, 2025), k.choose(&[0, 3, 5]));
    let number = k.pick(&["45000", "CF-", "ACH", "PO"]).to_owned() + &k.digits(5);
    let title = k.pick(&["Commande d'achat", "BON DE COMMANDE", "COMMANDE FOURNISSEUR", "Bon de commande fournisseur"]);
    d.c.fill(x0, 26.0, x1, 52.0, 216);
    put(d, x0 + 6.0, 44.0, 300.0, title, &p.h);
    fit(d, "", (x1 - 6.0, 44.0), 200.0, &capitals(&buyer.name, true), &p.b.sized(p.n.size * 1.25), R);
    let (a, b, c) = k.choose(&[
        ("N° commande", "Date commande", "Acheteur"),
        ("Commande n°", "Du", "Établie par"),
        ("Numéro", "Date", "Votre contact"),
    ]);
    let by = Someone::random(&mut k).full();
    let account = format!("{:05}", k.between(200, 90_000));
    let top = [
        (a, "order_number", number.as_str()),
        (b, "order_date", &say(style, issued)),
        (c, "", &by),
        ("N° de client chez vous", "client_number", &account),
    ];
    boxes(d, (x0, 62.0, x1, 92.0), &top, (&p.s, &p.n));
    let mut y = 112.0;
    let thirds = [x0, 212.0, 392.0];
    for (x, label, lines) in [
        (thirds[0], "Adresse de facturation", buyer.lines(true)),
        (
            thirds[1],
            "Adresse de livraison",
            vec![format!("{} - Magasin", buyer.name), "Quai n° 3, 7 h 30 - 15 h".to_owned(), buyer.place.line(true)],
        ),
        (thirds[2], k.pick(&["Fournisseur", "Vendeur", "Destinataire de la commande"]), seller.lines(true)),
    ] {
        put(d, x, y, 165.0, label, &p.sb);
        block(d, "", (x, y + 13.0), 165.0, &lines, &p.n);
    }
    y += 62.0;
    let text = "Veuillez trouver ci-dessous notre commande ferme. Merci de nous retourner l'accusé de réception signé sous 48 heures.";
    para(d, x0, y, x1 - x0, text, &p.n);
    let cols = columns(x0, x1, &[(0.5, C), (1.1, L), (3.6, L), (1.0, C), (0.8, R), (0.5, C), (1.0, R), (1.1, R)]);
    heads(
        d,
        (190.0, 22.0),
        &cols,
        &["Pos.", "Article", "Désignation", "Livraison|demandée", "Qté", "U", "Prix net|HT", "Montant|HT"],
        &p.sb,
        1,
    );
    y = 228.0;
    for (i, item) in bill.items.iter().enumerate() {
        let when = say(style, later(issued, 10 + (i as i64 / 3) * 7));
        let row = [
            format!("{}", (i + 1) * 10),
            item.good.0.to_owned(),
            item.good.1.to_owned(),
            when,
            item.count(),
            item.good.2.to_owned(),
            sum(item.good.3),
            sum(item.amount),
        ];
        let row: Vec<Cell> = row.into_iter().map(|t| ("", t)).collect();
        cells(d, y, &cols, &row, &p.n);
        cells(d, y + 10.0, &[cols[2]], &[("", format!("Votre réf. {}{}", k.capital(), k.digits(5)))], &p.s);
        d.rule(x0, y + 14.0, x1, y + 14.0, 0.3);
        y += 25.0;
    }
    let tax = bill.only_rate().map_or("TVA".to_owned(), |r| format!("TVA {r}"));
    let rows = [
        ("Total HT", "total_ht", format!("{} EUR", sum(bill.net))),
        (tax.as_str(), "total_tva", format!("{} EUR", sum(bill.tax))),
        (k.pick(&["Total TTC", "Montant total TTC"]), "total_ttc", format!("{} EUR", sum(bill.all))),
    ];
    let after = totals(d, (340.0, x1), y + 14.0, &rows, &p, k.below(3));
    kvs(
        d,
        (x0, x0 + 90.0, 325.0),
        y + 14.0,
        13.0,
        &[
            ("Incoterm", "", "DAP usine, déchargement inclus"),
            ("Paiement", "", "Virement 45 jours fin de mois"),
            ("Transporteur", "", "à votre convenance"),
            ("Imputation", "", "Section 4210 / Entretien"),
        ],
        (&p.sb, &p.n),
    );
    let text = "Nos conditions générales d'achat, disponibles sur demande, s'appliquent à la présente commande à l'exclusion de toutes \
                conditions de vente. Le numéro de commande doit figurer sur tous vos documents (bons de livraison, factures), faute de quoi \
                ceux-ci vous seront retournés. Pénalité de retard : 1 % par jour ouvré, plafonnée à 10 %. Les fiches de données de sécurité \
                sont à joindre à la première livraison. Tout litige relève du tribunal de commerce du siège de l'acheteur.";
    y = para(d, x0, after + 26.0, x1 - x0, text, &p.s) + 14.0;
    put(d, x0, y, 220.0, "Le service achats", &p.n);
    marks::signature(d.c, x0 + 10.0, y + 34.0, 100.0, &mut k);
    d.c.frame(330.0, y - 10.0, x1, y + 66.0, 0.5);
    put(d, 336.0, y + 2.0, 220.0, "Accusé de réception du fournisseur (date, cachet)", &p.s);
    d.rule(x0, 786.0, x1, 786.0, 0.5);
    let line = format!(
        "{} - {} - {} - Tél. {} - {}",
        buyer.name,
        buyer.street,
        buyer.place.line(true),
        buyer.phone,
        buyer.mail
    );
    fit(d, "", (297.0, 797.0), 525.0, &line, &p.s, C);
    let siret = codes::grouped(&buyer.siret, &[3, 3, 3, 5]);
    let since = d.c.lines.len();
    fit(d, "", (297.0, 808.0), 525.0, &format!("{} - SIRET {siret}", buyer.legal()), &p.s, C);
    mark(d, since, "siret", &siret);
}
