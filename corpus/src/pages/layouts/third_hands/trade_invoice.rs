//! Invoices of tradesmen, wholesalers, freelances, garages and shops.

use super::trade_kit::{
    Cell, Coin, Dates, Firm, Grid, Look, Person, Place, beside, cell, cells, day, foot, later, line_with, list, look,
    mark, prose, put, put_right, set, stack, table,
};
use super::trade_sale::{BUILDING, GARAGE, SERVICES, SUPPLIES, bank, buyer, sums};
use crate::pages::desk::Desk;
use crate::pages::layouts::page::Page;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[
    Page::a4("facture", tradesman),
    Page::a4("facture", wholesaler),
    Page::a4("facture", freelance),
    Page::a4("facture", garage),
    Page::a4("facture", shop),
];

/// An invoice's number of the year.
pub(super) fn number(rng: &mut Rng, year: i64) -> String {
    match rng.below(7) {
        0 => format!("FA{:02}{}", year % 100, rng.digits(4)),
        1 => format!("{year}-{:03}", rng.between(1, 420)),
        2 => format!("F{year}{:05}", rng.between(1, 9000)),
        3 => format!("FAC-{year}-{:04}", rng.between(1, 3000)),
        4 => format!("{}", rng.between(10_000, 999_999)),
        5 => format!("{year}/{:02}/{:03}", rng.between(1, 12), rng.between(1, 200)),
        _ => format!("FC{}", rng.digits(7)),
    }
}

const PENALTIES: &str = "En cas de retard de paiement, une pénalité égale à trois fois le taux d'intérêt légal sera exigible \
    (art. L441-10 du code de commerce) ainsi qu'une indemnité forfaitaire pour frais de recouvrement de 40 €. \
    Pas d'escompte pour paiement anticipé.";

fn letterhead(d: &mut Desk<'_, '_>, l: &Look, firm: &Firm, (x, y, room): (f32, f32, f32)) -> f32 {
    set(d, "seller", x, y, room, &firm.name, &l.b.sized(l.n.size * 1.3));
    let mut lines = firm.place.lines(&mut d.rng);
    let phone = format!("{} {}", d.rng.pick(&["Tél. :", "Tél", "T.", "Téléphone :"]), firm.phone);
    lines.push(phone);
    lines.push(if d.rng.chance(0.5) { firm.mail.clone() } else { firm.web.clone() });
    stack(d, "", (x, y + l.lead * 1.2, room), &lines, &l.s, l.s.size * 1.25)
}

/// Head left, buyer right, a bar of references, a table, sums in a box.
fn tradesman(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.8, 10.2, 42.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let firm = BUILDING.firm(&mut d.rng);
    let sale = BUILDING.sale(&mut d.rng, 7);
    let (coin, dates) = (Coin::random(&mut d.rng), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2008, 2025);
    let no = number(&mut d.rng, when.0);
    let y = letterhead(d, &l, &firm, (x0, 56.0, 230.0));
    beside(d, "siret", x0, 0.0, y, 220.0, ("SIRET :", &firm.siret), (&l.s, &l.s));
    beside(d, "tva_number", x0, 0.0, y + l.s.size * 1.25, 230.0, ("N° TVA :", &firm.vat), (&l.s, &l.s));
    let lines = buyer(&mut d.rng);
    let by = 118.0;
    stack(d, "buyer", (w * 0.56, by, x1 - w * 0.56), &lines, &l.n, l.lead);
    let mut y = (y + l.lead * 4.0).max(by + l.lead * 7.0);
    let title = d.rng.pick(&["FACTURE N°", "Facture n°", "FACTURE n°", "FACTURE"]);
    beside(d, "invoice_number", x0, 0.0, y, 320.0, (title, &no), (&l.h, &l.h));
    y += l.lead * 1.6;
    let due = later(when, d.rng.choose(&[0, 30, 45]));
    let client = format!("{}{}", d.rng.pick(&["C", "CL0", "411", ""]), d.rng.digits(4));
    let row = vec![
        Cell("invoice_date", dates.spell(when)),
        Cell("client_number", client),
        cell(d.rng.pick(&["Chèque", "Virement", "Chèque ou virement", "30 jours"])),
        Cell("due_date", dates.spell(due)),
    ];
    let titles = [("Date", 0.2, 'c'), ("Code client", 0.2, 'c'), ("Règlement", 0.3, 'c'), ("Échéance", 0.3, 'c')];
    y = table(d, (x0, x1), y, &titles, vec![row], (&l.b, &l.n), l.lead * 1.4, Grid::FULL) + l.lead * 1.6;
    if d.rng.chance(0.6) {
        let site = format!("Chantier : {}", Place::random(&mut d.rng).lines(&mut d.rng).join(" "));
        put(d, x0, y, x1 - x0, &site, &l.i);
        y += l.lead;
    }
    let columns = [
        ("Désignation", 0.5, 'l'),
        ("Unité", 0.09, 'c'),
        ("Qté", 0.09, 'r'),
        ("P.U. HT", 0.14, 'r'),
        ("Total HT", 0.16, 'r'),
    ];
    let rows = sale
        .items
        .iter()
        .map(|i| {
            vec![
                cell(i.what),
                cell(i.unit),
                cell(i.count.to_string()),
                cell(coin.bare().spell(i.price)),
                cell(coin.bare().spell(i.total())),
            ]
        })
        .collect();
    let grid = Grid::random(&mut d.rng);
    y = table(d, (x0, x1), y, &columns, rows, (&l.b, &l.n), l.lead * 1.55, grid) + l.lead * 2.0;
    let rows = sale.sums(coin, &mut d.rng);
    let boxed = d.rng.chance(0.6);
    let end = sums(d, &l, (w * 0.6, x1), y, &rows, boxed);
    let text = "TVA : attestation simplifiée remise par le client. Garantie décennale : police n° 4 521 877, couverture France.";
    prose(d, x0, y, w * 0.45, text, &l.s);
    y = end + l.lead;
    if d.rng.chance(0.75) {
        y = bank(d, &l, (x0, y, 300.0), &firm) + l.lead;
    }
    prose(d, x0, y, x1 - x0, PENALTIES, &l.t);
    let law = firm.law(&mut d.rng);
    foot(d, &[law], &l.t);
}

/// Columns of references, discounts, delivery notes; the sums in a band at the foot.
fn wholesaler(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.0, 9.2, 30.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let firm = SUPPLIES.firm(&mut d.rng);
    let sale = SUPPLIES.sale(&mut d.rng, 11);
    let (coin, dates) = (Coin::random(&mut d.rng).bare(), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2004, 2025);
    marks::logo(d.c, x0 + 10.0, 40.0, 22.0, &mut d.rng);
    letterhead(d, &l, &firm, (x0 + 60.0, 50.0, 220.0));
    put_right(d, x1, 50.0, 120.0, "FACTURE", &l.h);
    put_right(d, x1, 50.0 + l.lead * 1.2, 100.0, "Page 1 / 1", &l.s);
    let rows = [
        ("invoice_number", "N° Facture", number(&mut d.rng, when.0)),
        ("invoice_date", "Date", dates.spell(when)),
        ("client_number", "N° Client", d.rng.digits(6)),
        ("order_number", "V/Réf. commande", format!("CDE {}", d.rng.digits(5))),
        ("", "Représentant", Person::random(&mut d.rng).name()),
    ];
    list(d, (x0, x0 + 84.0, 220.0), 138.0, &rows, (&l.n, &l.b), l.lead * 1.1);
    let lines = buyer(&mut d.rng);
    d.c.frame(w * 0.54 - 8.0, 124.0, x1, 124.0 + l.lead * 6.6, 0.6);
    stack(d, "buyer", (w * 0.54, 142.0, x1 - w * 0.54 - 6.0), &lines, &l.n, l.lead);
    let mut y = 146.0 + l.lead * 7.0;
    let note = format!("Bon de livraison n° {} du {}", d.rng.digits(7), dates.spell(later(when, -1)));
    put(d, x0, y, 300.0, &note, &l.i);
    y += l.lead * 0.6;
    let columns = [
        ("Référence", 0.12, 'l'),
        ("Désignation", 0.4, 'l'),
        ("Qté", 0.07, 'r'),
        ("U", 0.07, 'c'),
        ("P.U. net", 0.12, 'r'),
        ("Montant HT", 0.14, 'r'),
        ("TVA", 0.06, 'c'),
    ];
    let code = d.rng.pick(&["1", "2", "C", "20"]);
    let mut rows = sale.rows(coin);
    for row in &mut rows {
        row.push(cell(code));
    }
    let grid = Grid::random(&mut d.rng);
    y = table(d, (x0, x1), y, &columns, rows, (&l.b, &l.n), l.lead * 1.3, grid);
    y = y.max(d.c.height * 0.66) + l.lead;
    let due = later(when, d.rng.choose(&[30, 45, 60]));
    let columns = [
        ("Base HT", 0.16, 'r'),
        ("Taux", 0.1, 'r'),
        ("Montant TVA", 0.16, 'r'),
        ("Port HT", 0.12, 'r'),
        ("Total HT", 0.16, 'r'),
        ("Total TTC", 0.16, 'r'),
        ("NET A PAYER", 0.18, 'r'),
    ];
    let row = vec![
        cell(coin.spell(sale.ht)),
        cell(sale.percent(true)),
        Cell("total_tva", coin.spell(sale.tva)),
        cell(coin.spell(0)),
        Cell("total_ht", coin.spell(sale.ht)),
        Cell("total_ttc", coin.spell(sale.ttc())),
        cell(coin.euros().spell(sale.ttc())),
    ];
    y = table(d, (x0, x1), y, &columns, vec![row], (&l.s, &l.n), l.lead * 1.5, Grid::FULL) + l.lead * 1.4;
    let mode = d.rng.pick(&["LCR directe", "Virement", "Traite acceptée", "Prélèvement"]);
    let text = format!("Mode de règlement : {mode}   Échéance le {}", dates.spell(due));
    line_with(d, (x0, y), &text, &l.n, &[("due_date", &dates.spell(due))]);
    y += l.lead * 1.4;
    y = bank(d, &l, (x0, y, 300.0), &firm) + l.lead;
    y = prose(d, x0, y, x1 - x0, PENALTIES, &l.t);
    let text = "RÉSERVE DE PROPRIÉTÉ : les marchandises restent notre propriété jusqu'au paiement intégral (loi du 12 mai \
        1980).";
    prose(d, x0, y + 3.0, x1 - x0, text, &l.t);
    let law = format!("{} au capital de {} € - {}", firm.form, firm.capital, firm.place.town);
    d.rule(x0, d.c.height - 36.0, x1, d.c.height - 36.0, 0.4);
    let text = format!("SIRET {} - TVA {} - {law}", firm.siret, firm.vat);
    let since = d.c.lines.len();
    foot(d, &[text], &l.t);
    mark(d, since, "siret", &firm.siret);
    mark(d, since, "tva_number", &firm.vat);
}

/// One who works alone, at times without VAT: little but wide open type.
fn freelance(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.2, 10.8, 58.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (who, firm) = (Person::random(&mut d.rng), SERVICES.firm(&mut d.rng));
    let sale = SERVICES.sale(&mut d.rng, 4);
    let (coin, dates) = (Coin::random(&mut d.rng), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2014, 2025);
    let free = d.rng.chance(0.55);
    let title = d.rng.pick(&["Facture", "FACTURE", "facture"]);
    put(d, x0, 84.0, 240.0, title, &l.h.sized(l.n.size * 2.4));
    let no = number(&mut d.rng, when.0);
    let due = later(when, d.rng.choose(&[15, 30, 30, 45]));
    let labels = d.rng.choose(&[
        ["Numéro", "Date d'émission", "Date d'échéance"],
        ["Facture n°", "Date", "À régler avant le"],
        ["N° de facture :", "Émise le :", "Échéance :"],
    ]);
    let rows = [
        ("invoice_number", labels[0], no),
        ("invoice_date", labels[1], dates.spell(when)),
        ("due_date", labels[2], dates.spell(due)),
    ];
    list(d, (x0, x0 + 104.0, 230.0), 116.0, &rows, (&l.s, &l.b), l.lead * 1.15);
    let y = 116.0 + l.lead * 6.0;
    let mut lines = vec![who.name()];
    lines.extend(firm.place.lines(&mut d.rng));
    lines.push(firm.phone.clone());
    lines.push(who.mail(&mut d.rng));
    let heads = d.rng.choose(&[["DE", "À"], ["Émetteur", "Client"], ["Prestataire", "Facturé à"]]);
    d.left(x0, y, heads[0], &l.s);
    let end = stack(d, "seller", (x0, y + l.lead * 1.3, 210.0), &lines, &l.n, l.lead);
    beside(d, "siret", x0, 0.0, end, 210.0, ("SIRET", &firm.siret), (&l.n, &l.n));
    d.left(w * 0.54, y, heads[1], &l.s);
    let lines = buyer(&mut d.rng);
    stack(d, "buyer", (w * 0.54, y + l.lead * 1.3, x1 - w * 0.54), &lines, &l.n, l.lead);
    if !free {
        beside(d, "tva_number", x0, 0.0, end + l.lead, 210.0, ("TVA", &firm.vat), (&l.n, &l.n));
    }
    let mut y = end + l.lead * 3.2;
    let columns =
        [("Description", 0.52, 'l'), ("Quantité", 0.14, 'r'), ("Prix unitaire", 0.17, 'r'), ("Montant", 0.17, 'r')];
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
    y = table(d, (x0, x1), y, &columns, rows, (&l.b, &l.n), l.lead * 1.8, Grid::OPEN) + l.lead * 2.0;
    if free {
        let label = d.rng.pick(&["Total", "Total HT", "Montant total", "Total à payer"]);
        let name = if label == "Total HT" { "total_ht" } else { "total_ttc" };
        y = sums(d, &l, (w * 0.55, x1), y, &[(name, label.to_owned(), coin.spell(sale.ht))], false);
        put_right(d, x1 - 4.0, y, 260.0, "TVA non applicable, art. 293 B du CGI", &l.i);
        y += l.lead;
    } else {
        let rows = sale.sums(coin, &mut d.rng);
        y = sums(d, &l, (w * 0.55, x1), y, &rows, false);
    }
    y += l.lead * 2.0;
    let head = d.rng.pick(&["Règlement par virement bancaire", "Moyens de paiement", "Coordonnées bancaires"]);
    put(d, x0, y, 250.0, head, &l.b);
    y = bank(d, &l, (x0, y + l.lead * 1.2, 320.0), &firm) + l.lead;
    prose(d, x0, y, x1 - x0, PENALTIES, &l.t);
    let line = format!("{} - Entrepreneur individuel - Dispensé d'immatriculation au RCS et au RM", who.name());
    foot(d, &[line], &l.t);
}

/// A garage: the vehicle, the order of repair, labour and parts.
fn garage(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.6, 9.8, 36.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let firm = GARAGE.firm(&mut d.rng);
    let mut sale = GARAGE.sale(&mut d.rng, 7);
    for item in &mut sale.items {
        item.count = item.count.min(2);
    }
    sale.ht = sale.items.iter().map(super::trade_sale::Item::total).sum();
    (sale.rate, sale.tva) = (2000, (sale.ht * 2 + 5) / 10);
    let (coin, dates) = (Coin::random(&mut d.rng), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2010, 2025);
    let y = letterhead(d, &l, &firm, (x0, 52.0, 240.0));
    let make = "Mécanique - Carrosserie - Pneumatiques - Dépannage";
    put(d, x0, y, 240.0, make, &l.i);
    put(d, w * 0.56, 56.0, x1 - w * 0.56, "FACTURE", &l.h);
    let who = Person::random(&mut d.rng);
    let rows = [
        ("invoice_number", "Numéro :", number(&mut d.rng, when.0)),
        ("invoice_date", "Date :", dates.spell(when)),
        ("", "O.R. n° :", d.rng.digits(5)),
        ("client_number", "Compte client :", format!("C{}", d.rng.digits(5))),
    ];
    list(d, (w * 0.56, w * 0.56 + 80.0, 200.0), 56.0 + l.lead * 1.8, &rows, (&l.n, &l.n), l.lead);
    let mut lines = vec![who.titled(&mut d.rng)];
    lines.extend(Place::random(&mut d.rng).lines(&mut d.rng));
    stack(d, "buyer", (w * 0.56, 56.0 + l.lead * 8.0, x1 - w * 0.56), &lines, &l.n, l.lead);
    let mut y = 56.0 + l.lead * 13.0;
    let plate = format!("{}{}-{}-{}{}", 'A', d.rng.capital(), d.rng.digits(3), d.rng.capital(), 'W');
    let model =
        d.rng.pick(&["RENAULT CLIO III 1.5 DCI", "PEUGEOT 208 1.2", "CITROEN C3", "DACIA DUSTER", "FORD FIESTA"]);
    let row = [model, plate.as_str(), &figure(&mut d.rng), &dates.spell(when)];
    let titles =
        [("Véhicule", 0.4, 'l'), ("Immatriculation", 0.2, 'c'), ("Kilométrage", 0.2, 'c'), ("Entrée le", 0.2, 'c')];
    y = table(d, (x0, x1), y, &titles, vec![cells(&row)], (&l.s, &l.n), l.lead * 1.4, Grid::FULL) + l.lead;
    let columns = [
        ("Réf.", 0.14, 'l'),
        ("Libellé", 0.42, 'l'),
        ("Qté", 0.08, 'r'),
        ("", 0.02, 'r'),
        ("P.U. HT", 0.16, 'r'),
        ("Montant HT", 0.18, 'r'),
    ];
    let grid = Grid::random(&mut d.rng);
    let rows = sale.rows(coin.bare());
    y = table(d, (x0, x1), y, &columns, rows, (&l.b, &l.n), l.lead * 1.45, Grid { uprights: false, ..grid })
        + l.lead * 2.2;
    let rows = sale.sums(coin, &mut d.rng);
    let end = sums(d, &l, (w * 0.6, x1), y, &rows, true);
    let paid = format!("Réglé par {} le {}", d.rng.pick(&["carte bancaire", "chèque", "espèces"]), dates.spell(when));
    put(d, x0, y, w * 0.4, &paid, &l.n);
    put(d, x0, y + l.lead, w * 0.4, "Prochaine révision : 20 000 km ou 12 mois", &l.n);
    let text = "Pièces remplacées tenues à la disposition du client. Travaux garantis 1 an pièces et main-d'œuvre hors usure. \
        Tout véhicule non retiré sous 48 h pourra faire l'objet de frais de garde.";
    prose(d, x0, end + l.lead * 1.5, x1 - x0, text, &l.s);
    let law = format!("{} {} - Siret {} - N° TVA {}", firm.form, firm.name, firm.siret, firm.vat);
    let since = d.c.lines.len();
    foot(d, &[law], &l.t);
    mark(d, since, "siret", &firm.siret);
    mark(d, since, "tva_number", &firm.vat);
}

fn figure(rng: &mut Rng) -> String {
    format!("{} km", crate::text::codes::thousands(rng.between(8_000, 240_000) as u64, " "))
}

/// A shop on the web: order and invoice, two addresses, prices with tax, paid already.
fn shop(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.8, 10.0, 44.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let firm = SUPPLIES.firm(&mut d.rng);
    let sale = SUPPLIES.sale(&mut d.rng, 5);
    let (coin, dates) = (Coin::random(&mut d.rng).euros(), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2012, 2025);
    put(d, x0, 62.0, 240.0, &firm.web[4..], &l.h);
    put_right(d, x1, 62.0, 160.0, "Facture", &l.h);
    let order = format!("{}-{}-{}", d.rng.digits(3), d.rng.digits(7), d.rng.digits(7));
    let rows = [
        ("order_number", "Commande n°", order),
        ("", "Date de la commande", dates.spell(later(when, -1))),
        ("invoice_number", "Facture n°", number(&mut d.rng, when.0)),
        ("invoice_date", "Date de la facture", dates.spell(when)),
        ("", "Paiement", d.rng.pick(&["Carte bancaire", "PayPal", "CB 4 fois"]).to_owned()),
    ];
    list(d, (w * 0.52, w * 0.52 + 110.0, x1 - w * 0.52), 92.0, &rows, (&l.n, &l.n), l.lead);
    let mut y = 92.0;
    put(d, x0, y, 200.0, "Vendu par", &l.s);
    set(d, "seller", x0, y + l.lead, 200.0, &firm.name, &l.b);
    y += l.lead * 2.0;
    let lines = firm.place.lines(&mut d.rng);
    y = stack(d, "", (x0, y, 200.0), &lines, &l.n, l.lead);
    beside(d, "tva_number", x0, 0.0, y, 200.0, ("TVA", &firm.vat), (&l.n, &l.n));
    y = y.max(92.0 + l.lead * 5.0) + l.lead * 2.4;
    let who = Person::random(&mut d.rng).name();
    let place = Place::random(&mut d.rng).lines(&mut d.rng);
    let mut lines = vec![who];
    lines.extend(place);
    lines.push("France".to_owned());
    put(d, x0, y, 220.0, "Adresse de facturation", &l.b);
    put(d, w * 0.52, y, 220.0, "Adresse de livraison", &l.b);
    let end = stack(d, "buyer", (x0, y + l.lead * 1.2, 220.0), &lines, &l.n, l.lead);
    stack(d, "", (w * 0.52, y + l.lead * 1.2, 220.0), &lines, &l.n, l.lead);
    let rate = format!("{} %", sale.percent(false));
    let with_tax = |cents: i64| cents + (cents * sale.rate + 5_000) / 10_000;
    let rows: Vec<Vec<Cell>> = sale
        .items
        .iter()
        .map(|i| {
            vec![
                cell(i.what),
                cell(i.count.to_string()),
                cell(coin.spell(i.price)),
                cell(&rate),
                cell(coin.spell(with_tax(i.total()))),
            ]
        })
        .collect();
    let columns = [
        ("Article", 0.46, 'l'),
        ("Qté", 0.08, 'c'),
        ("Prix unitaire HT", 0.18, 'r'),
        ("TVA", 0.1, 'c'),
        ("Total TTC", 0.18, 'r'),
    ];
    let y = table(d, (x0, x1), end + l.lead, &columns, rows, (&l.s, &l.n), l.lead * 1.7, Grid::OPEN) + l.lead * 1.8;
    let free = ("", "Frais de livraison".to_owned(), d.rng.pick(&["Offerts", "Gratuit"]).to_owned());
    let mut rows = vec![free];
    rows.extend(sale.sums(coin, &mut d.rng));
    let y = sums(d, &l, (w * 0.56, x1), y, &rows, false) + l.lead;
    let text = "Vous disposez d'un délai de 14 jours à compter de la réception pour vous rétracter. Les retours sont à \
        déclarer depuis \
        votre espace client. Cette facture tient lieu de bon de garantie : conservez-la.";
    prose(d, x0, y, x1 - x0, text, &l.s);
    let law =
        format!("{} - {} au capital de {} € - RCS {}", capitals(&firm.name, true), firm.form, firm.capital, firm.siren);
    foot(d, &[law, format!("Service client : {} (prix d'un appel local)", firm.phone)], &l.t);
}
