//! Invoices, quotes and orders.

use super::letter::{footer, recipient};
use super::table::{Column, Look, table};
use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{codes, company, street, town, words};

/// Euros as printed, from cents.
fn euros(cents: u64, sign: &str) -> String {
    format!("{},{:02}{sign}", codes::thousands(cents / 100, " "), cents % 100)
}

pub(super) fn invoice(d: &mut Desk<'_, '_>) {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let (x0, x1) = (d.x0(), d.x1());
    let lead = body.size * 1.28;
    let mut y = d.margins[1] + body.size;
    if d.rng.chance(0.5) {
        let size = d.rng.range(28.0, 64.0);
        marks::logo(d.c, x0, y - body.size, size, &mut d.rng);
        y += size + 8.0;
    }
    let name = company(&mut d.rng);
    let siren = codes::siren(&mut d.rng);
    let siret = codes::siret(&siren, &mut d.rng);
    let large = bold.sized(body.size * d.rng.range(1.0, 1.7));
    let top = y;
    d.value("supplier", x0, y, &name, &large);
    y += lead * 1.2;
    let mut lines = vec![street(&mut d.rng), town(&mut d.rng), format!("Tél. : {}", codes::phone(&mut d.rng))];
    lines.truncate(d.rng.between(2, 3) as usize);
    y = d.block(x0, y, &lines, &body, lead);
    let shown = if d.rng.chance(0.5) { codes::grouped(&siret, &[3, 3, 3, 5]) } else { siret };
    let small = body.sized(body.size * 0.9);
    if d.rng.chance(0.7) {
        let at = x0 + small.size * 4.2;
        d.labelled("siret", x0, at, y, "SIRET :", &shown, (&small, &small));
        y += lead;
    }
    // Title and data on the right.
    let kind = d.rng.pick(&[
        "FACTURE", "Facture", "FACTURE PROFORMA", "DEVIS", "BON DE COMMANDE", "AVOIR", "Bon de livraison",
        "FACTURE D'ACOMPTE",
    ]);
    let title = bold.sized(body.size * d.rng.range(1.5, 2.4));
    let right_x = d.c.width * d.rng.range(0.52, 0.6);
    let mut ry = top;
    d.left(right_x, ry + title.size * 0.3, kind, &title);
    ry += title.size * 1.5;
    let number = codes::reference(&mut d.rng);
    let date = codes::date(&mut d.rng);
    let due = codes::date(&mut d.rng);
    let client = format!("C{}", d.rng.digits(5));
    let rows: [(&str, &str, String); 4] = [
        ("invoice_number", d.rng.pick(&["N° :", "Numéro", "Facture n°", "N° de facture :"]), number),
        ("invoice_date", d.rng.pick(&["Date :", "Date", "Date de facturation :", "Émise le"]), date),
        ("due_date", d.rng.pick(&["Échéance :", "Date d'échéance", "À payer avant le"]), due),
        ("client_number", d.rng.pick(&["Client :", "N° client", "Code client :"]), client),
    ];
    let at = right_x + body.size * d.rng.range(5.5, 9.5);
    for (field, label, text) in &rows {
        if d.rng.chance(0.8) {
            let name = match *field {
                "invoice_number" => "invoice_number",
                "invoice_date" => "invoice_date",
                "due_date" => "due_date",
                _ => "client_number",
            };
            d.labelled(name, right_x, at, ry, label, text, (&body, &body));
            ry += lead;
        }
    }
    ry += lead;
    let to = recipient(d);
    let framed = d.rng.chance(0.3);
    let (fx, fy) = (right_x, ry);
    ry = d.block(right_x, ry, &to, &body, lead);
    if framed {
        d.c.frame(fx - 8.0, fy - lead, x1.max(fx + 150.0), ry - lead * 0.2, 0.6);
    }
    y = y.max(ry) + lead * d.rng.range(0.8, 2.5);
    // Items.
    let n = d.rng.between(1, 22) as usize;
    let rate = d.rng.choose(&[550u64, 1000, 2000]);
    let mut net = 0u64;
    let with_code = d.rng.chance(0.5);
    let mut rows = Vec::new();
    for _ in 0..n {
        let quantity = d.rng.between(1, 40) as u64;
        let price = d.rng.log_range(90.0, 60_000.0) as u64;
        let total = quantity * price;
        net += total;
        let mut row = Vec::new();
        if with_code {
            row.push(format!("{}{}", d.rng.capital(), d.rng.digits(4)));
        }
        let item = d.rng.pick(words::ITEMS).to_owned();
        row.extend([
            item,
            quantity.to_string(),
            euros(price, ""),
            format!("{},{} %", rate / 100, rate % 100 / 10),
            euros(total, ""),
        ]);
        rows.push(row);
    }
    let column = Column::item;
    let mut columns = vec![
        column("item_description", d.rng.pick(&["Désignation", "Description", "Libellé", "Article"]), 4.0, Align::Left),
        column("item_quantity", d.rng.pick(&["Qté", "Quantité", "Qte"]), 0.8, Align::Right),
        column("item_unit_price", d.rng.pick(&["P.U. HT", "Prix unitaire", "PU"]), 1.3, Align::Right),
        column("item_tax_rate", d.rng.pick(&["TVA", "Taux"]), 0.9, Align::Right),
        column("item_amount", d.rng.pick(&["Total HT", "Montant HT", "Montant"]), 1.5, Align::Right),
    ];
    if with_code {
        columns.insert(0, column("item_code", d.rng.pick(&["Réf.", "Code", "Référence"]), 1.0, Align::Left));
    }
    let look = Look::random(d);
    let cell = body.sized(body.size * d.rng.range(0.82, 1.0));
    let head = bold.sized(cell.size);
    let height = cell.size * d.rng.range(1.35, 2.2);
    let room = d.bottom() - lead * 7.0;
    let mut y = table(d, x0, x1, y, &columns, &rows, (&cell, &head), height, look, room) + lead * 1.5;
    // Totals.
    let vat = net * rate / 10_000;
    let sign = d.rng.pick(&[" €", "", " EUR", "€"]);
    let tx = x1 - (x1 - x0) * d.rng.range(0.3, 0.42);
    let totals = [
        ("total_ht", d.rng.pick(&["Total HT", "Total H.T.", "Montant HT"]), net),
        ("total_tva", d.rng.pick(&["TVA", "Total TVA", "T.V.A."]), vat),
        ("total_ttc", d.rng.pick(&["Total TTC", "Net à payer", "TOTAL T.T.C.", "NET À PAYER"]), net + vat),
    ];
    for (i, (field, label, cents)) in totals.iter().enumerate() {
        let t = if i == 2 { bold.clone() } else { body.clone() };
        if y > d.bottom() {
            break;
        }
        if i == 2 && d.rng.chance(0.3) {
            d.c.fill(tx - 4.0, y - lead * 0.85, x1 + 4.0, y + lead * 0.3, 220);
        }
        let value = euros(*cents, sign);
        let rng = &mut d.rng;
        d.c.row(|c| {
            c.text(tx, y, label, &t, Align::Left, rng);
            c.value(field, x1, y, &value, &t, Align::Right, rng);
        });
        y += lead * 1.15;
    }
    y += lead * 0.8;
    let small = body.sized((body.size * 0.8).max(5.8));
    if y < d.bottom() - lead * 3.0 && d.rng.chance(0.75) {
        let account = codes::Account::random(&mut d.rng);
        let iban = codes::grouped(&account.iban(), &[4]);
        let at = x0 + small.size * 4.0;
        d.labelled("iban", x0, at, y, "IBAN :", &iban, (&small, &small));
        y += small.size * 1.3;
        let bic = crate::text::bic(&mut d.rng);
        d.labelled("bic", x0, at, y, "BIC :", &bic, (&small, &small));
        y += small.size * 1.9;
    }
    if y < d.bottom() - lead * 2.0 {
        let text = d.rng.pick(&[words::SENTENCES[45], words::SENTENCES[46], words::SENTENCES[48]]).to_owned();
        d.paragraph(x0, y, x1 - x0, &text, &small, small.size * 1.2, crate::pages::compose::Manner::RAGGED);
    }
    if d.rng.chance(0.1) {
        let x = d.rng.range(x0, x1 - 80.0);
        let y = d.bottom() - 50.0;
        marks::code(d.c, x, y, &mut d.rng);
    }
    if d.rng.chance(0.15) {
        let (x, y) = (d.rng.range(x0 + 60.0, x1 - 60.0), d.rng.range(0.5, 0.8) * d.c.height);
        marks::stamp(d.c, x, y, &mut d.rng);
    }
    footer(d);
}
