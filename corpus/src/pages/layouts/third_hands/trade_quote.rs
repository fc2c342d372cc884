//! Quotations of builders, of a shop and of a service.

use super::trade_kit::{
    Coin, Dates, Grid, Look, Person, Place, beside, cell, cells, day, foot, later, line_with, list, look, mark, prose,
    put, put_centre, put_right, stack, table, telling, tick,
};
use super::trade_sale::{BUILDING, GARAGE, SERVICES, Sale, bank, buyer, sums};
use crate::pages::desk::Desk;
use crate::pages::layouts::page::Page;
use crate::pages::marks;
use crate::rng::Rng;

pub(super) const PAGES: &[Page] = &[Page::a4("devis", lots), Page::a4("devis", service), Page::a4("devis", short)];

fn quote_number(rng: &mut Rng, year: i64) -> String {
    match rng.below(5) {
        0 => format!("DE{:02}{}", year % 100, rng.digits(4)),
        1 => format!("D-{year}-{:03}", rng.between(1, 500)),
        2 => format!("DV{}", rng.digits(6)),
        3 => format!("{year}{:02}-{:02}", rng.between(1, 12), rng.between(1, 60)),
        _ => rng.digits(5),
    }
}

/// Where the client signs.
fn consent(d: &mut Desk<'_, '_>, l: &Look, (x, y, room): (f32, f32, f32)) {
    let text = d.rng.pick(&[
        "Bon pour accord (date, signature et mention manuscrite)",
        "Signature du client précédée de « Bon pour accord »",
        "Devis reçu avant exécution des travaux. Date et signature :",
    ]);
    d.c.frame(x, y, x + room, y + 72.0, 0.6);
    put(d, x + 6.0, y + l.lead * 1.1, room - 12.0, text, &l.s);
    if d.rng.chance(0.4) {
        marks::signature(d.c, x + 40.0, y + 48.0, 90.0, &mut d.rng);
    }
}

/// A builder's, by lots numbered 1, 1.1, 1.2 with their subtotals.
fn lots(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.8, 9.8, 42.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (coin, dates) = (Coin::random(&mut d.rng), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2005, 2025);
    let firm = BUILDING.firm(&mut d.rng);
    let parts = [BUILDING.sale(&mut d.rng, 4), BUILDING.sale(&mut d.rng, 4)];
    let ht: i64 = parts.iter().map(|p| p.ht).sum();
    let rate = d.rng.choose(&[1000, 2000, 550]);
    let sale = Sale { items: Vec::new(), ht, rate, tva: (ht * rate + 5_000) / 10_000 };
    put(d, x0, 58.0, 250.0, &firm.name, &l.h);
    let mut lines = firm.place.lines(&mut d.rng);
    lines.push(format!("Port. {}", firm.phone));
    lines.push(firm.mail.clone());
    let y = stack(d, "", (x0, 58.0 + l.lead * 1.3, 220.0), &lines, &l.s, l.lead);
    let label = d.rng.pick(&["SIRET :", "N° Siret", "Siret"]);
    beside(d, "siret", x0, 0.0, y, 230.0, (label, &firm.siret), (&l.s, &l.s));
    beside(d, "tva_number", x0, 0.0, y + l.lead, 230.0, ("TVA intra. :", &firm.vat), (&l.s, &l.s));
    let who = buyer(&mut d.rng);
    stack(d, "", (w * 0.55, 120.0, x1 - w * 0.55), &who, &l.n, l.lead);
    let mut y = (y + l.lead * 3.0).max(124.0 + l.lead * 6.0);
    let no = quote_number(&mut d.rng, when.0);
    let title = d.rng.pick(&["DEVIS N°", "Devis n°", "DEVIS"]);
    beside(d, "quote_number", x0, 0.0, y, 240.0, (title, &no), (&l.h, &l.h));
    let date = dates.spell(when);
    let label = d.rng.pick(&["Date :", "Le", "Établi le"]);
    beside(d, "quote_date", w * 0.55, 0.0, y, x1 - w * 0.55, (label, &date), (&l.n, &l.n));
    y += l.lead * 1.2;
    if d.rng.chance(0.7) {
        let until = dates.spell(later(when, 90));
        let label = d.rng.pick(&["Valable jusqu'au", "Validité de l'offre :", "Date de validité :"]);
        beside(d, "due_date", w * 0.55, 0.0, y, x1 - w * 0.55, (label, &until), (&l.n, &l.n));
    }
    y += l.lead * 0.6;
    let site = Place::random(&mut d.rng).lines(&mut d.rng).join(", ");
    put(d, x0, y, w * 0.45, &format!("Travaux : {site}"), &l.i);
    y += l.lead;
    let bare = coin.bare();
    let mut rows = Vec::new();
    for (i, (part, name)) in parts.iter().zip(["DÉPOSE - PRÉPARATION", "FOURNITURE ET POSE"]).enumerate() {
        rows.push(cells(&[&(i + 1).to_string(), name, "", "", "", ""]));
        for (j, item) in part.items.iter().enumerate() {
            rows.push(vec![
                cell(format!("{}.{}", i + 1, j + 1)),
                cell(item.what),
                cell(item.unit),
                cell(item.count.to_string()),
                cell(bare.spell(item.price)),
                cell(bare.spell(item.total())),
            ]);
        }
        rows.push(cells(&["", &format!("Sous-total {}", i + 1), "", "", "", &bare.spell(part.ht)]));
    }
    let columns = [
        ("N°", 0.07, 'l'),
        ("Désignation", 0.48, 'l'),
        ("U", 0.07, 'c'),
        ("Qté", 0.08, 'r'),
        ("P.U. HT", 0.14, 'r'),
        ("Total HT", 0.16, 'r'),
    ];
    let grid = Grid::random(&mut d.rng);
    y = table(d, (x0, x1), y, &columns, rows, (&l.b, &l.n), l.lead * 1.35, grid) + l.lead * 2.0;
    let rows = sale.sums(coin, &mut d.rng);
    let end = sums(d, &l, (w * 0.6, x1), y, &rows, true);
    let text = "Acompte de 30 % à la commande, solde à réception de facture. Délai d'exécution : 6 semaines environ. TVA \
        à taux réduit sous \
        réserve de l'attestation du client. Assurance décennale MAAF n° 144 021 658.";
    let under = prose(d, x0, y, w * 0.48, text, &l.s);
    consent(d, &l, (w * 0.5, end.max(under) + 4.0, x1 - w * 0.5));
    let law = firm.law(&mut d.rng);
    foot(d, &[law], &l.t);
}

/// A service's proposal: keys and values in a block at the right, options to tick, terms of payment with the bank's figures.
fn service(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.2, 10.4, 50.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (coin, dates) = (Coin::random(&mut d.rng), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2012, 2025);
    let firm = SERVICES.firm(&mut d.rng);
    let sale = SERVICES.sale(&mut d.rng, 5);
    put_right(d, x1, 70.0, 200.0, "DEVIS", &l.h.sized(l.n.size * 2.2));
    put(d, x0, 66.0, 220.0, &firm.name, &l.b.sized(l.n.size * 1.3));
    let mut lines = firm.place.lines(&mut d.rng);
    lines.push(firm.web.clone());
    stack(d, "", (x0, 66.0 + l.lead * 1.2, 220.0), &lines, &l.n, l.lead);
    let rows = [
        ("quote_number", "Devis n°", quote_number(&mut d.rng, when.0)),
        ("quote_date", "Date d'émission", dates.spell(when)),
        ("due_date", "Date d'expiration", dates.spell(later(when, 30))),
        ("client_number", "Réf. client", format!("CLI-{}", d.rng.digits(4))),
    ];
    list(d, (w * 0.56, w * 0.56 + 90.0, x1 - w * 0.56), 96.0, &rows, (&l.n, &l.b), l.lead * 1.1);
    let y = 96.0 + l.lead * 6.5;
    put(d, x0, y, 200.0, "À l'attention de", &l.s);
    let who = buyer(&mut d.rng);
    let mut y = stack(d, "", (x0, y + l.lead * 1.2, 260.0), &who, &l.n, l.lead) + l.lead * 1.5;
    let columns = [("Prestation", 0.5, 'l'), ("Qté", 0.14, 'r'), ("PU HT", 0.17, 'r'), ("Total HT", 0.19, 'r')];
    let rows = sale
        .items
        .iter()
        .map(|i| {
            vec![
                cell(i.what),
                cell(format!("{} {}", i.count, i.unit)),
                cell(coin.spell(i.price)),
                cell(coin.spell(i.total())),
            ]
        })
        .collect();
    y = table(d, (x0, x1), y, &columns, rows, (&l.s, &l.n), l.lead * 1.8, Grid::OPEN) + l.lead * 1.8;
    let rows = sale.sums(coin, &mut d.rng);
    let end = sums(d, &l, (w * 0.55, x1), y, &rows, false);
    for (i, text) in ["Option : hébergement annuel, 240 € HT", "Option : formation du personnel"].iter().enumerate()
    {
        let line = y + l.lead * 1.3 * i as f32;
        let ticked = d.rng.chance(0.3);
        tick(d, x0, line, l.n.size * 0.8, ticked);
        put(d, x0 + 16.0, line, w * 0.4, text, &l.n);
    }
    y = end + l.lead;
    put(d, x0, y, 260.0, "Conditions de règlement : 40 % à la signature, le solde à la livraison", &l.n);
    y = bank(d, &l, (x0, y + l.lead * 1.3, 320.0), &firm) + l.lead * 0.5;
    consent(d, &l, (x0, y, 250.0));
    let law = format!("{} {} - SIRET {} - TVA {}", firm.name, firm.form, firm.siret, firm.vat);
    let since = d.c.lines.len();
    foot(d, &[law], &l.t);
    mark(d, since, "siret", &firm.siret);
    mark(d, since, "tva_number", &firm.vat);
}

/// A craftsman's, as a letter: date and place, sentences, few lines, without or with VAT.
fn short(d: &mut Desk<'_, '_>) {
    let l = look(d, 10.0, 11.4, 60.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (coin, dates) = (Coin::random(&mut d.rng), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 1998, 2025);
    let garage = d.rng.chance(0.4);
    let trade = if garage { &GARAGE } else { &BUILDING };
    let (firm, sale, boss) = (trade.firm(&mut d.rng), trade.sale(&mut d.rng, 4), Person::random(&mut d.rng));
    put_centre(d, w / 2.0, 62.0, 400.0, &firm.name, &l.h);
    let line = format!("{} - {}", boss.name(), firm.place.lines(&mut d.rng).join(" - "));
    put_centre(d, w / 2.0, 62.0 + l.lead * 1.3, x1 - x0, &line, &l.s);
    let line = format!("Tél. {} - Siret {}", firm.phone, firm.siret);
    let width = d.c.measure(&line, &l.s, &mut d.rng);
    line_with(d, (w / 2.0 - width / 2.0, 62.0 + l.lead * 2.3), &line, &l.s, &[("siret", &firm.siret)]);
    let who = buyer(&mut d.rng);
    let y = stack(d, "", (w * 0.54, 140.0, x1 - w * 0.54), &who, &l.n, l.lead) + l.lead;
    let date = dates.spell(when);
    let said = format!("{}, le {date}", firm.place.town);
    line_with(d, (w * 0.54, y), &said, &l.n, &[("quote_date", &date)]);
    let mut y = y + l.lead * 2.5;
    if d.rng.chance(0.6) {
        let no = quote_number(&mut d.rng, when.0);
        beside(d, "quote_number", x0, 0.0, y, 260.0, ("DEVIS N°", &no), (&l.h, &l.h));
    } else {
        put(d, x0, y, 260.0, "D E V I S", &l.h);
    }
    y += l.lead * 1.8;
    let text = "Suite à notre visite, nous avons le plaisir de vous soumettre notre meilleure offre pour les prestations \
        suivantes :";
    y = prose(d, x0, y, x1 - x0, text, &l.n) + l.lead * 0.7;
    let rows = sale
        .items
        .iter()
        .map(|i| vec![cell(format!("- {} x {}", i.count, i.what)), cell(coin.spell(i.total()))])
        .collect();
    let plain = Grid { rows: false, ..Grid::OPEN };
    y = table(d, (x0, x1), y, &[("", 0.78, 'l'), ("", 0.22, 'r')], rows, (&l.b, &l.n), l.lead * 1.3, plain)
        + l.lead * 1.5;
    let rows = sale.sums(coin, &mut d.rng);
    y = sums(d, &l, (w * 0.5, x1), y, &rows, false) + l.lead;
    let until = dates.spell(later(when, 60));
    let text = format!(
        "Ce devis est valable jusqu'au {until}. Il deviendra ferme à réception d'un exemplaire signé et d'un acompte de \
            30 %. Prix \
         révisables selon l'indice BT01."
    );
    y = telling(d, (x0, y, x1 - x0), &text, &l.n, &[("due_date", &until)]) + l.lead;
    put(d, w * 0.6, y, 150.0, &boss.name(), &l.n);
    marks::signature(d.c, w * 0.62, y + 30.0, 90.0, &mut d.rng);
    put(d, x0, y, 180.0, "Le client, bon pour accord :", &l.n);
}
