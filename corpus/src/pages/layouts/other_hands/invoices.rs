//! Invoices: of management software with boxes, of a web service, of a craftsman's word processor.

use super::stationery::{
    C, Cell, Citizen, Firm, Grid, L, Look, R, address, bare, cells, coin, emblem, foot, grid, heavy, kv, lately, later,
    line, one, put, roman, row, slanted, slashed, spelling, text, told,
};
use super::trade::{Basket, Trade, basket, percent, seller};
use super::{Page, quotes};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::Day;
use crate::pages::marks;
use crate::text::codes::{Account, grouped};
use crate::text::{bic, capitals};

pub(super) const PAGES: &[Page] = &[Page::a4("facture", invoice), Page::a4("devis", quotes::quote)];

fn invoice(d: &mut Desk<'_, '_>) {
    let (trade, firm) = seller(&mut d.rng);
    let day = lately(d);
    match d.rng.below(3) {
        0 => boxed(d, trade, &firm, day),
        1 => airy(d, trade, &firm, day),
        _ => plain(d, trade, &firm, day),
    }
}

/// Whom goods go to: a firm, a public body or a person.
pub(super) fn buyer(d: &mut Desk<'_, '_>) -> Vec<String> {
    let person = Citizen::random(&mut d.rng);
    let name = match d.rng.below(5) {
        0 => return person.block(),
        1 => format!("MAIRIE DE {}", capitals(person.town, true)),
        2 => format!("SARL {}", capitals(&person.who.last, true)),
        3 => {
            format!(
                "{} {}",
                one(d, &["Pharmacie", "Garage", "Hôtel-Restaurant", "SCI", "Boulangerie"]),
                person.who.last
            )
        }
        _ => one(d, &["Collège Jules Ferry", "EHPAD Les Tilleuls", "Association Sports et Loisirs", "Lycée Pasteur"])
            .to_owned(),
    };
    [vec![name], person.home].concat()
}

/// How a payment is to be made.
pub(super) const WAYS: &[&str] =
    &["Virement à 30 jours", "Chèque à réception", "Virement 30 j fin de mois", "Virement bancaire", "LCR à 45 jours"];

/// The seller's conditions in small print.
pub(super) const TERMS: &[&str] = &[
    "En cas de retard de paiement, une pénalité égale à trois fois le taux d'intérêt légal sera exigible (art. L. 441-10 du \
     code de commerce), ainsi qu'une indemnité forfaitaire pour frais de recouvrement de 40 euros. Pas d'escompte pour \
     paiement anticipé.",
    "Aucun escompte consenti pour règlement anticipé. Tout incident de paiement est passible d'intérêts de retard au taux de \
     10 % l'an. Indemnité forfaitaire de 40 € pour frais de recouvrement. Réserve de propriété : les marchandises demeurent \
     notre propriété jusqu'au paiement intégral de leur prix (loi n° 80-335 du 12 mai 1980).",
    "Pénalités de retard : taux BCE majoré de 10 points. Indemnité de recouvrement : 40 €. Escompte : néant. Tout litige relève \
     du tribunal de commerce du siège du vendeur.",
];

/// The rows of a basket: code, description, unit, count, price, rate, amount.
pub(super) fn rows_of(b: &Basket, detailed: bool) -> Vec<[String; 7]> {
    let row = |i: &super::trade::Sold| {
        let what =
            if detailed && !i.detail.is_empty() { format!("{}\n{}", i.what, i.detail) } else { i.what.to_owned() };
        [i.code.clone(), what, i.unit.to_owned(), format!("{}", i.count), bare(i.price), i.percent(), bare(i.amount())]
    };
    b.items.iter().map(row).collect()
}

/// Some columns of the rows.
pub(super) fn columns_of(rows: &[[String; 7]], which: &[usize]) -> Vec<Vec<String>> {
    rows.iter().map(|r| which.iter().map(|i| r[*i].clone()).collect()).collect()
}

/// Labels at the left and sums at the right of a box of totals; returns its lower edge.
pub(super) fn totals(
    (x, y, w): (f32, f32, f32),
    lines: &[(&'static str, &str, String)],
    size: f32,
    framed: bool,
    d: &mut Desk<'_, '_>,
) -> f32 {
    let pitch = size * 1.75;
    for (i, (name, label, value)) in lines.iter().enumerate() {
        let last = i + 1 == lines.len();
        let top = y + i as f32 * pitch;
        if last && framed {
            d.c.fill(x, top, x + w, top + pitch, 220);
        }
        let t = if last { heavy(d, size + 0.8) } else { roman(d, size) };
        let cells: [Cell<'_>; 2] = [("", x + 5.0, w * 0.52, L, label), (name, x + w * 0.5, w * 0.5 - 5.0, R, value)];
        row(top + pitch * 0.7, &t, &cells, d);
        if framed && !last {
            d.rule(x, top + pitch, x + w, top + pitch, 0.3);
        }
    }
    let end = y + lines.len() as f32 * pitch;
    if framed {
        d.c.frame(x, y, x + w, end, 0.8);
    } else {
        d.rule(x, end - pitch, x + w, end - pitch, 0.6);
    }
    end
}

fn boxed(d: &mut Desk<'_, '_>, trade: &Trade, firm: &Firm, day: Day) {
    let b = basket(trade, 3, 9, &mut d.rng);
    let (w, s) = (d.c.width, d.rng.range(8.0, 9.2));
    let (x0, x1) = (d.rng.range(26.0, 40.0), w - d.rng.range(26.0, 40.0));
    let (t, bold) = (roman(d, s), heavy(d, s + 3.0));
    emblem(x0, 30.0, 46.0, d);
    address("", (x0 + 56.0, 40.0, 190.0), std::slice::from_ref(&firm.name), &bold, d);
    let lines = [
        vec![trade.motto.to_owned()],
        firm.seat.clone(),
        vec![format!("Tél. : {}", firm.phone), format!("E-mail : {}", firm.mail)],
    ];
    address("", (x0 + 56.0, 54.0, 190.0), &lines.concat(), &t, d);
    let due = later(day, d.rng.choose(&[30, 30, 45, 60]));
    let number = format!("{}{:05}", one(d, &["FA", "FC", "F", "FAC"]), d.rng.between(120, 48_000));
    let client = format!("{}{:04}", one(d, &["CL", "C", "411", "CLI0"]), d.rng.between(1, 9999));
    let order = format!("{}{:05}", one(d, &["BC", "CDE", "CC"]), d.rng.between(100, 90_000));
    let (bx, big) = (w * 0.55, heavy(d, 14.0));
    let word = one(d, &["FACTURE", "Facture", "FACTURE CLIENT"]);
    put("", (bx, 48.0, x1 - bx), word, &big, C, d);
    d.c.frame(bx, 28.0, x1, 56.0, 1.0);
    let to = buyer(d);
    let label = one(d, &["", "Client", "Facturé à :", "Adresse de facturation"]);
    put("", (bx + 6.0, 116.0, 200.0), label, &slanted(d, s - 1.0), L, d);
    address("", (bx + 10.0, 130.0, x1 - bx - 16.0), &to, &roman(d, s + 1.2), d);
    d.c.frame(bx, 104.0, x1, 184.0, 0.6);
    let label_date = one(d, &["Date", "Date facture", "Le", "Date de facturation"]);
    let label_no = one(d, &["Numéro", "N° facture", "Facture N°", "N° de pièce"]);
    let label_client = one(d, &["Code client", "N° client", "Compte client", "Client"]);
    let label_due = one(d, &["Échéance", "Date d'échéance", "À payer le", "Date échéance"]);
    let label_order = one(d, &["Votre commande", "N° commande", "Réf. commande", "Bon de commande"]);
    let way = one(d, WAYS);
    let u = (x1 - x0) / 6.0;
    let (date, until) = (slashed(day), slashed(due));
    let items = [
        (u, label_no, "invoice_number", number.as_str()),
        (u, label_date, "invoice_date", date.as_str()),
        (u, label_client, "client_number", client.as_str()),
        (u, label_order, "order_number", order.as_str()),
        (u, label_due, "due_date", until.as_str()),
        (u, "Règlement", "", way),
    ];
    cells((x0, 206.0, 32.0), &items, s, d);
    let full = x1 - x0;
    let columns = [
        (full * 0.12, L, one(d, &["Référence", "Code article", "Réf.", "Code"]), "item_code"),
        (full * 0.40, L, one(d, &["Désignation", "Libellé", "Description"]), "item_description"),
        (full * 0.08, C, "Unité", ""),
        (full * 0.08, R, one(d, &["Qté", "Quantité", "Qté"]), "item_quantity"),
        (full * 0.12, R, one(d, &["P.U. HT", "Prix unit.", "P.U. H.T."]), "item_unit_price"),
        (full * 0.08, R, one(d, &["TVA", "% TVA", "Taux"]), "item_tax_rate"),
        (full * 0.12, R, one(d, &["Montant HT", "Total HT", "Montant"]), "item_amount"),
    ];
    let look = d.rng.choose(&[Look::Columns, Look::Columns, Look::Boxed, Look::Striped]);
    let foot_at = d.c.height - 240.0;
    let rows = columns_of(&rows_of(&b, d.rng.chance(0.5)), &[0, 1, 2, 3, 4, 5, 6]);
    let end = grid(&Grid { x: x0, columns: &columns, look, size: s, pitch: s * 1.8 }, 252.0, foot_at, &rows, d) + 12.0;
    let taxes: Vec<Vec<String>> =
        b.taxes.iter().map(|(rate, base, tax)| vec![percent(*rate), bare(*base), bare(*tax)]).collect();
    let heads = [(50.0, R, "Taux", ""), (70.0, R, "Base HT", ""), (70.0, R, "Montant TVA", "")];
    grid(&Grid { x: x0, columns: &heads, look: Look::Boxed, size: s - 0.6, pitch: s * 1.6 }, end, 0.0, &taxes, d);
    let said = coin(d);
    let sums = [
        ("total_ht", one(d, &["Total HT", "TOTAL H.T.", "Montant HT"]), said(b.ht)),
        ("total_tva", one(d, &["Total TVA", "TVA", "Montant T.V.A."]), said(b.tax)),
        ("total_ttc", one(d, &["Net à payer", "TOTAL TTC", "Net à payer TTC", "Total T.T.C."]), said(b.ttc())),
    ];
    totals((x1 - 190.0, end, 190.0), &sums, s + 0.6, true, d);
    let account = Account::random(&mut d.rng);
    let (iban, code) = (grouped(&account.iban(), &[4]), bic(&mut d.rng));
    let y = end + 76.0;
    kv("iban", (x0, 0.0, y), one(d, &["IBAN :", "Notre IBAN :", "RIB - IBAN :"]), &iban, (&t, &t), d);
    kv("bic", (x0 + 260.0, 0.0, y), one(d, &["BIC :", "BIC/SWIFT :", "Code BIC :"]), &code, (&t, &t), d);
    let small = roman(d, s - 1.8);
    text((x0, y + 16.0, full), one(d, TERMS), &small, true, d);
    let legal = format!(
        "{} au capital de {} € - Siret : {} - APE : {} - N° TVA intracom. : {} - {}",
        firm.form,
        firm.capital,
        firm.siret,
        firm.ape,
        firm.vat,
        firm.register()
    );
    let at = d.c.height - 32.0;
    foot(at, &[legal], s - 1.4, &[("siret", &firm.siret), ("tva_number", &firm.vat)], d);
}

fn airy(d: &mut Desk<'_, '_>, trade: &Trade, firm: &Firm, day: Day) {
    let b = basket(trade, 2, 6, &mut d.rng);
    let (w, s) = (d.c.width, d.rng.range(8.4, 9.6));
    let (x0, x1) = (48.0, w - 48.0);
    let (t, small, bold) = (roman(d, s), roman(d, s - 1.2), heavy(d, s));
    let spell = spelling(d);
    let number = match d.rng.below(3) {
        0 => format!("F-{}-{:03}", day.0, d.rng.between(1, 480)),
        1 => format!("{}-{:02}-{:04}", day.0, day.1, d.rng.between(1, 900)),
        _ => format!("FA{:02}{:02}-{:04}", day.0 % 100, day.1, d.rng.between(1, 2400)),
    };
    let head = heavy(d, 22.0);
    put("", (x0, 72.0, 220.0), "Facture", &head, L, d);
    emblem(x1 - 54.0, 36.0, 50.0, d);
    let mut y = 98.0;
    let at = x0 + 118.0;
    let due = later(day, d.rng.choose(&[15, 30, 30]));
    let client = format!("{:05}", d.rng.between(20, 80_000));
    kv("invoice_number", (x0, at, y), one(d, &["Numéro", "Facture n°", "N° de facture"]), &number, (&small, &bold), d);
    y += s * 1.5;
    kv("invoice_date", (x0, at, y), one(d, &["Date d'émission", "Émise le", "Date"]), &spell(day), (&small, &t), d);
    y += s * 1.5;
    kv(
        "due_date",
        (x0, at, y),
        one(d, &["Date d'échéance", "À régler avant le", "Échéance"]),
        &spell(due),
        (&small, &t),
        d,
    );
    y += s * 1.5;
    kv("client_number", (x0, at, y), one(d, &["Référence client", "N° client", "Client n°"]), &client, (&small, &t), d);
    y += 34.0;
    put("", (x0, y, 200.0), one(d, &["Émetteur", "De", "Vendeur"]), &small, L, d);
    put(
        "",
        (w / 2.0 + 20.0, y, 200.0),
        one(d, &["Destinataire", "À l'attention de", "Facturé à", "Client"]),
        &small,
        L,
        d,
    );
    y += s * 1.6;
    let from = [firm.block(), vec![firm.mail.clone(), firm.phone.clone()]].concat();
    let lower = address("", (x0, y, 220.0), &from, &t, d);
    let mark = one(d, &["SIRET :", "Siret", "N° SIRET :"]);
    kv("siret", (x0, 0.0, lower), mark, &firm.siret, (&small, &small), d);
    kv(
        "tva_number",
        (x0, 0.0, lower + s * 1.3),
        one(d, &["TVA :", "N° TVA", "TVA intracommunautaire :"]),
        &firm.vat,
        (&small, &small),
        d,
    );
    let to = buyer(d);
    address("", (w / 2.0 + 20.0, y, 200.0), &to, &t, d);
    y = lower + s * 3.6;
    if d.rng.chance(0.5) {
        let said = one(d, &["Conformément à votre commande", "Suite à votre bon de commande n°", "Commande"]);
        let order = format!("{}", d.rng.between(10_000, 4_600_000));
        kv("order_number", (x0, 0.0, y), said, &order, (&t, &t), d);
        y += s * 2.0;
    }
    let full = x1 - x0;
    let columns = [
        (full * 0.46, L, one(d, &["Description", "Désignation", "Produits et services"]), "item_description"),
        (full * 0.11, R, one(d, &["Quantité", "Qté"]), "item_quantity"),
        (full * 0.16, R, one(d, &["Prix unitaire HT", "PU HT", "Prix HT"]), "item_unit_price"),
        (full * 0.10, R, one(d, &["TVA (%)", "% TVA", "TVA"]), "item_tax_rate"),
        (full * 0.17, R, one(d, &["Total HT", "Montant HT"]), "item_amount"),
    ];
    let look = d.rng.choose(&[Look::Lines, Look::Lines, Look::Striped]);
    let rows = columns_of(&rows_of(&b, true), &[1, 3, 4, 5, 6]);
    y = grid(&Grid { x: x0, columns: &columns, look, size: s, pitch: s * 2.2 }, y, 0.0, &rows, d) + 14.0;
    let said = super::stationery::with_sign;
    let mut sums = vec![("total_ht", "Total HT", said(b.ht))];
    let only = b.taxes.len() == 1;
    let labels: Vec<String> = b.taxes.iter().map(|(rate, ..)| format!("TVA {} %", percent(*rate))).collect();
    for (label, (_, _, tax)) in labels.iter().zip(&b.taxes) {
        sums.push((if only { "total_tva" } else { "" }, label.as_str(), said(*tax)));
    }
    if !only {
        sums.push(("total_tva", "Total TVA", said(b.tax)));
    }
    sums.push(("total_ttc", one(d, &["Total TTC", "Montant total TTC", "Total à payer"]), said(b.ttc())));
    y = totals((x1 - 210.0, y, 210.0), &sums, s + 0.4, false, d) + 40.0;
    let account = Account::random(&mut d.rng);
    put("", (x0, y, 220.0), one(d, &["Paiement", "Règlement par virement", "Coordonnées bancaires"]), &bold, L, d);
    y += s * 1.7;
    kv("iban", (x0, x0 + 46.0, y), "IBAN", &grouped(&account.iban(), &[4]), (&small, &t), d);
    y += s * 1.5;
    kv("bic", (x0, x0 + 46.0, y), "BIC", &bic(&mut d.rng), (&small, &t), d);
    y += s * 2.4;
    text((x0, y, full), one(d, TERMS), &small, false, d);
    let legal = format!("{}, {} au capital de {} €, {}", firm.name, firm.form, firm.capital, firm.register());
    let at = d.c.height - 34.0;
    foot(at, &[legal, format!("{} - page 1/1", firm.web)], s - 1.6, &[], d);
}

fn plain(d: &mut Desk<'_, '_>, trade: &Trade, firm: &Firm, day: Day) {
    let b = basket(trade, 2, 5, &mut d.rng);
    let (w, s) = (d.c.width, d.rng.range(9.6, 10.8));
    let (x0, x1) = (58.0, w - 58.0);
    let (t, bold) = (roman(d, s), heavy(d, s + 5.0));
    put("", (x0, 60.0, x1 - x0), &capitals(&firm.name, true), &bold, C, d);
    put("", (x0, 75.0, x1 - x0), trade.motto, &slanted(d, s), C, d);
    let reach = format!("{} - {} - Tél. {}", firm.seat[0], firm.seat[1], firm.phone);
    put("", (x0, 89.0, x1 - x0), &reach, &t, C, d);
    let ids = format!("{} {} - N° TVA : {}", one(d, &["SIRET", "Siret :", "N° Siret"]), firm.siret, firm.vat);
    let at = x0 + 40.0;
    told((at, 103.0, x1 - at), &ids, &roman(d, s - 1.2), &[("siret", &firm.siret), ("tva_number", &firm.vat)], d);
    d.rule(x0, 110.0, x1, 110.0, 0.8);
    let date = super::stationery::letter_day(d, day);
    let said = format!("{}, le {date}", firm.town);
    line((w * 0.56, 138.0), &said, &t, &[("invoice_date", &date)], d);
    let to = buyer(d);
    address("", (w * 0.56, 172.0, 210.0), &to, &roman(d, s + 0.8), d);
    let number = format!("{:02}/{}", d.rng.between(1, 240), day.0);
    let title =
        format!("{} {number}", one(d, &["FACTURE N°", "Facture n°", "FACTURE n°", "Note d'honoraires et facture n°"]));
    line((x0, 250.0), &title, &heavy(d, s + 3.0), &[("invoice_number", &number)], d);
    let mut y = 274.0;
    if d.rng.chance(0.5) {
        let order = format!("D{:04}", d.rng.between(10, 2000));
        let said = format!("Suivant votre commande {order} acceptée - travaux réalisés à votre adresse.");
        told((x0, y, x1 - x0), &said, &t, &[("order_number", &order)], d);
        y += s * 2.0;
    }
    let full = x1 - x0;
    let columns = [
        (full * 0.52, L, one(d, &["Nature des travaux", "Désignation", "Détail"]), "item_description"),
        (full * 0.14, C, one(d, &["Quantité", "Qté"]), "item_quantity"),
        (full * 0.16, R, one(d, &["Prix unitaire", "P.U."]), "item_unit_price"),
        (full * 0.18, R, one(d, &["Montant", "Total", "Prix HT"]), "item_amount"),
    ];
    let rows = columns_of(&rows_of(&b, false), &[1, 3, 4, 6]);
    y = grid(&Grid { x: x0, columns: &columns, look: Look::Boxed, size: s, pitch: s * 2.0 }, y, 0.0, &rows, d) + 12.0;
    let euro = super::stationery::with_sign;
    let rate = percent(b.taxes[0].0);
    let tax_label = if b.taxes.len() == 1 { format!("TVA à {rate} %") } else { "TVA".to_owned() };
    let sums = [
        ("total_ht", one(d, &["TOTAL HT", "Total hors taxes", "Montant H.T."]), euro(b.ht)),
        ("total_tva", tax_label.as_str(), euro(b.tax)),
        ("total_ttc", one(d, &["TOTAL TTC", "Net à payer", "À régler TTC"]), euro(b.ttc())),
    ];
    y = totals((x1 - full * 0.42, y, full * 0.42), &sums, s, d.rng.clone().chance(0.5), d) + 30.0;
    let due = slashed(later(day, 30));
    let said = format!(
        "{} {due}.",
        one(
            d,
            &[
                "Payable par chèque ou virement au plus tard le",
                "Règlement attendu pour le",
                "Facture à régler avant le"
            ]
        )
    );
    y = told((x0, y, full), &said, &t, &[("due_date", &due)], d) + 4.0;
    let account = Account::random(&mut d.rng);
    kv(
        "iban",
        (x0, 0.0, y),
        one(d, &["IBAN :", "Virement à l'ordre du compte"]),
        &grouped(&account.iban(), &[4]),
        (&t, &t),
        d,
    );
    y += s * 2.0;
    text((x0, y, full), one(d, TERMS), &roman(d, s - 2.0), false, d);
    if d.rng.chance(0.4) {
        marks::signature(d.c, x1 - 140.0, y + 60.0, 90.0, &mut d.rng);
    }
    let at = d.c.height - 40.0;
    let legal = format!("{} au capital de {} € - {} - APE {}", firm.form, firm.capital, firm.register(), firm.ape);
    foot(
        at,
        &[legal, "Assurance décennale : contrat n° 7 412 806 souscrit en France métropolitaine".to_owned()],
        s - 2.4,
        &[],
        d,
    );
}
