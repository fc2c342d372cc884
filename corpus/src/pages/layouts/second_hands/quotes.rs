//! Quotes: of works by lots with what the customer signs, of a shop in a letter of few lines.

use super::Page;
use super::bills::{foot_numbers, rates, set_sums, sums};
use super::goods::{Bill, GARAGE, HEAT, OFFICE, WOOD, percent};
use super::trade_kit::*;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, mark, sum};
use crate::pages::marks;
use crate::text::codes;

pub(super) const PAGES: &[Page] = &[Page::a4("devis", quote)];

fn quote(d: &mut Desk<'_, '_>) {
    if d.rng.chance(0.5) { works(d) } else { light_quote(d) }
}

/// A quote for works, its lines numbered by lots, with what the customer writes to accept it.
fn works(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 9.0);
    let trade = k.choose(&[&WOOD, &HEAT]);
    let firm = Firm::new(k.pick(trade.names), trade.ape, &mut k);
    let bill = Bill::random(trade, 7, &mut k);
    let home = Home::random(&mut k);
    let (x0, x1) = (36.0, 559.0);
    let (issued, style) = (day(&mut k, 2013, 2025), k.below(5));
    let number = format!("D{:02}{:02}{:03}", issued.0 % 100, issued.1, k.between(1, 400));
    let mut lines = firm.lines(true);
    lines.push(format!("Tél. {}", firm.phone));
    lines.push(firm.mail.clone());
    put(d, x0, 44.0, 250.0, &lines.remove(0), &p.h);
    let y = block(d, "", (x0, 58.0), 250.0, &lines, &p.n);
    kv(d, (x0, x0, 300.0), y, ("Siret", "siret", &codes::grouped(&firm.siret, &[3, 3, 3, 5])), (&p.s, &p.s));
    let title = k.pick(&["DEVIS", "DEVIS ESTIMATIF", "Devis descriptif", "DEVIS QUANTITATIF ESTIMATIF"]);
    fit(d, "", (x1, 46.0), 250.0, title, &p.h.sized(p.h.size * 1.1), R);
    let (a, b, c) = k.choose(&[
        ("Numéro", "Date", "Validité"),
        ("Devis N°", "Établi le", "Valable jusqu'au"),
        ("N°", "Le", "Offre valable jusqu'au"),
    ]);
    let client = format!("C{:04}", k.between(40, 4000));
    let (made, end) = (say(style, issued), say(style, later(issued, k.choose(&[30, 60, 90]))));
    let top = [
        (a, "quote_number", number.as_str()),
        (b, "quote_date", &made),
        (c, "due_date", &end),
        ("Client", "client_number", &client),
    ];
    boxes(d, (300.0, 58.0, x1, 88.0), &top, (&p.s, &p.n));
    block(d, "", (330.0, 124.0), 225.0, &home.lines(0), &p.n.sized(p.n.size * 1.1));
    let about = if trade.ape == WOOD.ape {
        "Remplacement des menuiseries et reprise des sols"
    } else {
        "Remplacement de la chaudière fioul par une pompe à chaleur"
    };
    kv(d, (x0, x0, x1), 186.0, ("Nature des travaux :", "", about), (&p.b, &p.n));
    let cols = columns(x0, x1, &[(0.7, L), (4.6, L), (0.6, C), (0.9, R), (1.1, R), (1.2, R), (0.6, C)]);
    heads(
        d,
        (198.0, 18.0),
        &cols,
        &["N°", "Désignation des ouvrages", "U", "Qté", "P.U. HT", "Total HT", "TVA"],
        &p.sb,
        2,
    );
    let mut y = 232.0;
    for (i, item) in bill.items.iter().enumerate() {
        if i == 0 || i == 3 {
            let lot = if i == 0 {
                ("1", "Dépose et fournitures principales")
            } else {
                ("2", "Pose, raccordements et finitions")
            };
            cells(d, y, &cols[..2], &texts(&[lot.0, lot.1]), &p.b);
            y += 15.0;
        }
        let (lot, at) = if i < 3 { (1, i + 1) } else { (2, i - 2) };
        let row = [
            ("", format!("{lot}.{at}")),
            ("", item.good.1.to_owned()),
            ("", item.good.2.to_owned()),
            ("", sum(item.quantity)),
            ("", sum(item.good.3)),
            ("", sum(item.amount)),
            ("", percent(item.good.4)),
        ];
        cells(d, y, &cols, &row, &p.n);
        y += 17.0;
    }
    grid(d, 198.0, 470.0, &cols);
    rates(d, (x0, x0 + 215.0), 480.0, &bill, &p);
    let all = k.pick(&["Total TTC", "TOTAL GÉNÉRAL T.T.C.", "Montant TTC du devis"]);
    set_sums(d, (360.0, x1), 493.0, &sums(&bill, "Total HT", "TVA", all, " €"), &p, k.below(3));
    let text = "Conditions de règlement : 30 % à la commande, 40 % à mi-travaux, solde à la réception. Durée prévisible des travaux : \
                dix jours ouvrés. Devis gratuit. Prix fermes pendant la durée de validité. Gestion des déchets : évacuation et tri en \
                déchetterie professionnelle, coût compris. Attestation de TVA à taux réduit à nous retourner signée avant travaux.";
    let y = para(d, x0, 572.0, x1 - x0, text, &p.s);
    d.c.frame(310.0, y + 4.0, x1, y + 96.0, 0.6);
    let said =
        k.pick(&["Bon pour accord", "« Bon pour travaux »", "Devis reçu avant l'exécution des travaux, lu et accepté"]);
    put(d, 316.0, y + 16.0, 235.0, said, &p.b);
    put(d, 316.0, y + 29.0, 235.0, "Date et signature du client précédées de la mention manuscrite", &p.s);
    put(d, x0, y + 16.0, 200.0, "L'entreprise", &p.b);
    marks::signature(d.c, x0 + 30.0, y + 56.0, 100.0, &mut k);
    fit(d, "", (297.0, 782.0), 520.0, &firm.legal(), &p.s, C);
    let line = "Qualification RGE n° E-E 175 403 - Assurance décennale MAAF Pro n° 144 072 518 - France métropolitaine";
    fit(d, "", (297.0, 793.0), 520.0, line, &p.s, C);
    let since = d.c.lines.len();
    fit(d, "", (297.0, 804.0), 520.0, &format!("N° TVA intracommunautaire {}", firm.vat), &p.s, C);
    mark(d, since, "tva_number", &firm.vat);
}

/// A quote of a shop or supplier without rules, in sentences and few lines.
fn light_quote(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 10.0);
    let trade = k.choose(&[&OFFICE, &GARAGE]);
    let firm = Firm::new(k.pick(trade.names), trade.ape, &mut k);
    let bill = Bill::random(trade, 5, &mut k);
    let home = Home::random(&mut k);
    let (x0, x1) = (56.0, 540.0);
    let (issued, style) = (day(&mut k, 2015, 2025), k.choose(&[0, 3, 4]));
    let number = format!("{}{:04}", k.pick(&["DE", "DV-", "PRO", "Q"]), k.between(30, 9000));
    d.c.fill(0.0, 0.0, 595.0, 70.0, 222);
    put(d, x0, 34.0, 330.0, &firm.name, &p.h.sized(p.h.size * 1.15));
    put(d, x0, 50.0, 330.0, trade.slogan, &p.i);
    emblem(d, 492.0, 12.0, 44.0, &mut k);
    // The customer's window is on the left here.
    block(d, "", (x0, 122.0), 220.0, &home.lines(2), &p.n);
    let title = k.pick(&["Devis", "Proposition commerciale - Devis", "DEVIS", "Offre de prix / Devis"]);
    fit(d, "", (318.0, 110.0), 222.0, title, &p.h, L);
    let (made, end) = (say(style, issued), say(style, later(issued, k.choose(&[15, 30, 45]))));
    kvs(
        d,
        (318.0, 410.0, x1),
        128.0,
        14.0,
        &[
            (k.pick(&["Référence", "Numéro", "Devis n°"]), "quote_number", &number),
            (k.pick(&["Émis le", "Date", "Fait le"]), "quote_date", &made),
            (k.pick(&["Expire le", "Valide jusqu'au", "Date de fin de validité"]), "due_date", &end),
            (k.pick(&["Votre code client", "Client n°"]), "client_number", &k.digits(5)),
        ],
        (&p.n, &p.b),
    );
    let hello = format!("{},", home.who.title(true));
    put(d, x0, 214.0, 300.0, &hello, &p.n);
    let text = "Suite à votre demande, nous avons le plaisir de vous soumettre notre meilleure offre pour les fournitures et \
                prestations ci-dessous. Ces prix s'entendent hors taxes, livraison comprise dans le département.";
    let mut y = para(d, x0, 230.0, x1 - x0, text, &p.n) + 14.0;
    let cols = columns(x0, x1, &[(4.2, L), (0.8, R), (1.2, R), (1.3, R)]);
    heads(d, (y, 18.0), &cols, &["Désignation", "Qté", "PU HT", "Montant HT"], &p.b, 0);
    y += 34.0;
    for item in &bill.items {
        let row = [("", item.good.1.to_owned()), ("", item.count()), ("", sum(item.good.3)), ("", sum(item.amount))];
        cells(d, y, &cols, &row, &p.n);
        d.c.dotted(x0, x1, y + 5.0);
        y += 20.0;
    }
    let all = k.pick(&["Total TTC", "Soit un total TTC de", "Montant total TTC"]);
    y = set_sums(d, (320.0, x1), y + 16.0, &sums(&bill, "Sous-total HT", "TVA", all, " €"), &p, 0);
    let text = "Délai : huit jours ouvrés à réception de votre accord. Règlement : à trente jours fin de mois par virement. Pour \
                accepter cette offre, il vous suffit de nous en retourner un exemplaire daté et signé, par courrier ou par courriel, \
                avec la mention « bon pour accord ».";
    y = para(d, x0, y + 20.0, x1 - x0, text, &p.n) + 26.0;
    put(d, x0, y, 200.0, "Le responsable commercial", &p.n);
    marks::signature(d.c, x0 + 10.0, y + 30.0, 90.0, &mut k);
    blank(d, 320.0, x1, y, "Date :", &p.n);
    blank(d, 320.0, x1, y + 22.0, "Signature et cachet :", &p.n);
    d.rule(x0, 768.0, x1, 768.0, 0.4);
    let line = format!("{} - {} - Tél. {}", firm.street, firm.place.line(false), firm.phone);
    fit(d, "", (297.0, 780.0), 484.0, &line, &p.s, C);
    fit(d, "", (297.0, 791.0), 484.0, &firm.legal(), &p.s, C);
    foot_numbers(d, 802.0, &firm, &p);
}
