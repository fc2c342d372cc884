//! Delivery notes: of wholesalers with pallets, of shops at the counter.

use super::Page;
use super::invoices::{buyer, rows_of};
use super::stationery::{
    C, Grid, L, Look, R, address, cells, emblem, foot, grid, heavy, kv, lately, line, one, put, roman, slanted,
    slashed, spelling, text,
};
use super::trade::{basket, seller};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::codes::thousands;

pub(super) const PAGES: &[Page] = &[Page::a4("bon_livraison", note)];

fn note(d: &mut Desk<'_, '_>) {
    if d.rng.chance(0.5) { pallets(d) } else { counter(d) }
}

fn pallets(d: &mut Desk<'_, '_>) {
    let (trade, firm) = seller(&mut d.rng);
    let b = basket(trade, 4, 9, &mut d.rng);
    let day = lately(d);
    let s = d.rng.range(8.4, 9.4);
    let (x0, x1, w) = (32.0, d.c.width - 32.0, d.c.width);
    let t = roman(d, s);
    emblem(x0, 28.0, 44.0, d);
    address("", (x0 + 54.0, 40.0, 200.0), &[firm.block(), vec![format!("Tél. {}", firm.phone)]].concat(), &t, d);
    let title =
        one(d, &["BON DE LIVRAISON", "Bon de livraison", "BORDEREAU DE LIVRAISON", "BON DE LIVRAISON - ORIGINAL"]);
    put("", (w * 0.52, 48.0, x1 - w * 0.52), title, &heavy(d, 15.0), R, d);
    let to = buyer(d);
    put(
        "",
        (x0, 112.0, 200.0),
        one(d, &["Livré à :", "Adresse de livraison", "Lieu de livraison"]),
        &slanted(d, s),
        L,
        d,
    );
    address("", (x0 + 6.0, 128.0, 230.0), &to, &t, d);
    d.c.frame(x0, 116.0, x0 + 250.0, 176.0, 0.5);
    put(
        "",
        (w * 0.54, 112.0, 200.0),
        one(d, &["Facturé à :", "Adresse de facturation", "Client"]),
        &slanted(d, s),
        L,
        d,
    );
    address("", (w * 0.54 + 6.0, 128.0, x1 - w * 0.54 - 10.0), &to, &t, d);
    d.c.frame(w * 0.54, 116.0, x1, 176.0, 0.5);
    let number = format!("{}{:06}", one(d, &["BL", "BL-", "L", ""]), d.rng.between(2000, 980_000));
    let order_no = format!("{}{:05}", one(d, &["CC", "CDE", "C0", "BC"]), d.rng.between(200, 99_000));
    let client = format!("{}{:04}", one(d, &["C", "CLI", "411", ""]), d.rng.between(10, 9999));
    let date = slashed(day);
    let carrier = one(d, &["GEODIS", "DPD", "Notre camion", "Heppner", "Chronopost", "Schenker"]);
    let u = (x1 - x0) / 5.0;
    let items = [
        (u, one(d, &["N° BL", "Bon n°", "N° de bon", "Numéro"]), "note_number", number.as_str()),
        (u, one(d, &["Date", "Date de livraison", "Expédié le"]), "note_date", date.as_str()),
        (u, one(d, &["N° commande", "Votre commande", "Réf. commande"]), "order_number", order_no.as_str()),
        (u, one(d, &["Code client", "N° client", "Client"]), "client_number", client.as_str()),
        (u, "Transporteur", "", carrier),
    ];
    cells((x0, 190.0, 34.0), &items, s, d);
    let full = x1 - x0;
    let columns = [
        (full * 0.15, L, one(d, &["Référence", "Code", "Réf. article"]), ""),
        (full * 0.45, L, one(d, &["Désignation", "Libellé"]), ""),
        (full * 0.08, C, "Unité", ""),
        (full * 0.10, R, "Qté|cdée", ""),
        (full * 0.11, R, "Qté|livrée", ""),
        (full * 0.11, R, "Reste|à livrer", ""),
    ];
    let mut rows = Vec::new();
    for r in rows_of(&b, true) {
        let asked: u64 = r[3].parse().unwrap_or(1);
        let rest = if asked > 1 && d.rng.chance(0.15) { 1 } else { 0 };
        rows.push(vec![
            r[0].clone(),
            r[1].clone(),
            r[2].clone(),
            r[3].clone(),
            (asked - rest).to_string(),
            rest.to_string(),
        ]);
    }
    let look = d.rng.choose(&[Look::Columns, Look::Boxed, Look::Striped]);
    let foot_at = d.c.height - 220.0;
    let y = grid(&Grid { x: x0, columns: &columns, look, size: s, pitch: s * 1.9 }, 240.0, foot_at, &rows, d) + 10.0;
    let weight = d.rng.between(4, 900);
    let said = format!(
        "Nombre de colis : {}     Nombre de palettes : {}     Poids brut : {weight} kg",
        d.rng.between(1, 14),
        d.rng.between(0, 3)
    );
    put("", (x0, y + 8.0, full), &said, &t, L, d);
    let y = y + 22.0;
    d.c.frame(x0, y, x0 + full / 2.0 - 8.0, y + 76.0, 0.6);
    d.c.frame(x0 + full / 2.0 + 8.0, y, x1, y + 76.0, 0.6);
    put(
        "",
        (x0 + 5.0, y + 12.0, 240.0),
        "Réserves éventuelles (à préciser sur le récépissé du transporteur) :",
        &slanted(d, s - 1.0),
        L,
        d,
    );
    put(
        "",
        (x0 + full / 2.0 + 13.0, y + 12.0, 240.0),
        one(
            d,
            &[
                "Reçu conforme - Date, nom, signature et cachet",
                "Signature du réceptionnaire",
                "Marchandise reçue en bon état le :",
            ],
        ),
        &slanted(d, s - 1.0),
        L,
        d,
    );
    if d.rng.chance(0.6) {
        marks::signature(d.c, x0 + full * 0.66, y + 46.0, 80.0, &mut d.rng);
    }
    let legal = [
        "Aucune réclamation ne sera admise passé un délai de trois jours (art. L. 133-3 du code de commerce). Ce bon n'est pas une facture.".to_owned(),
        format!("{} {} au capital de {} € - SIRET {} - APE {}", firm.form, firm.name, firm.capital, firm.siret, firm.ape),
    ];
    let at = d.c.height - 36.0;
    foot(at, &legal, 7.0, &[], d);
}

fn counter(d: &mut Desk<'_, '_>) {
    let (trade, firm) = seller(&mut d.rng);
    let b = basket(trade, 2, 6, &mut d.rng);
    let day = lately(d);
    let s = d.rng.range(9.4, 10.6);
    let (x0, x1, w) = (52.0, d.c.width - 52.0, d.c.width);
    let t = roman(d, s);
    put("", (x0, 56.0, x1 - x0), &firm.name, &heavy(d, 17.0), C, d);
    put("", (x0, 72.0, x1 - x0), trade.motto, &slanted(d, s), C, d);
    let line_of = format!("{} - {} - Tél. {} - {}", firm.seat[0], firm.seat[1], firm.phone, firm.mail);
    put("", (x0, 86.0, x1 - x0), &line_of, &roman(d, s - 1.4), C, d);
    d.rule(x0, 94.0, x1, 94.0, 0.8);
    let number = format!("{}/{:04}", day.0 % 100, d.rng.between(2, 4000));
    let title = format!(
        "{} {number}",
        one(d, &["Bon de livraison n°", "BON DE LIVRAISON N°", "B.L. n°", "Bon de livraison N°"])
    );
    line((x0, 128.0), &title, &heavy(d, 14.0), &[("note_number", &number)], d);
    let date = spelling(d)(day);
    let said = format!("{} {date}", one(d, &["du", "Date :", "Livré le", "Le"]));
    line((x0, 146.0), &said, &t, &[("note_date", &date)], d);
    let to = buyer(d);
    address("", (w * 0.56, 128.0, x1 - w * 0.56), &to, &roman(d, s + 0.8), d);
    let mut y = 200.0;
    let order_no = format!("{}-{:03}", day.0, d.rng.between(1, 900));
    kv(
        "order_number",
        (x0, x0 + 110.0, y),
        one(d, &["Votre commande n°", "Commande :", "Réf. de votre commande :"]),
        &order_no,
        (&t, &t),
        d,
    );
    y += s * 1.6;
    let client = thousands(d.rng.between(120, 9900) as u64, "");
    kv(
        "client_number",
        (x0, x0 + 110.0, y),
        one(d, &["N° client :", "Compte client :", "Votre code client :"]),
        &client,
        (&t, &t),
        d,
    );
    y += s * 2.0;
    let full = x1 - x0;
    let columns = [
        (full * 0.14, C, one(d, &["Quantité", "Nombre", "Qté"]), ""),
        (full * 0.10, C, "Unité", ""),
        (full * 0.56, L, one(d, &["Désignation", "Marchandise", "Articles livrés"]), ""),
        (full * 0.20, L, one(d, &["Référence", "Observations"]), ""),
    ];
    let mut rows = Vec::new();
    for r in rows_of(&b, true) {
        rows.push(vec![r[3].clone(), r[2].clone(), r[1].clone(), r[0].clone()]);
    }
    let look = d.rng.choose(&[Look::Boxed, Look::Lines, Look::Columns]);
    y = grid(&Grid { x: x0, columns: &columns, look, size: s, pitch: s * 2.1 }, y, 520.0, &rows, d) + 24.0;
    y = text(
        (x0, y, full),
        "Nous soussigné, reconnaissons avoir reçu les marchandises ci-dessus en bon état et conformes à notre commande. Les emballages \
        consignés sont à retourner sous trente jours.",
        &t,
        false,
        d,
    ) + 16.0;
    put("", (x0, y, 200.0), one(d, &["Le livreur", "Préparé par : Kévin", "Visa magasin"]), &t, L, d);
    put(
        "",
        (w * 0.56, y, 200.0),
        one(
            d,
            &["Le client (nom et signature)", "Reçu le : ............ Signature :", "Cachet et signature du client"],
        ),
        &t,
        L,
        d,
    );
    marks::signature(d.c, x0 + 10.0, y + 40.0, 80.0, &mut d.rng);
    if d.rng.chance(0.5) {
        marks::signature(d.c, w * 0.6, y + 40.0, 90.0, &mut d.rng);
    }
    let at = d.c.height - 36.0;
    foot(at, &[format!("{} - {} - SIRET {} - TVA {}", firm.form, firm.register(), firm.siret, firm.vat)], 7.2, &[], d);
}
