//! Quotes: of builders in chapters with a box to sign, and of services in short.

use super::invoices::{buyer, columns_of, rows_of, totals};
use super::stationery::{
    C, Firm, Grid, L, Look, R, address, bare, coin, emblem, foot, grid, heavy, kv, lately, later, letter_day, line,
    one, put, roman, slanted, slashed, spelling, text, told, with_sign,
};
use super::trade::{Trade, basket, percent, seller};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::Day;
use crate::text::capitals;

pub(super) fn quote(d: &mut Desk<'_, '_>) {
    let (trade, firm) = seller(&mut d.rng);
    let day = lately(d);
    if d.rng.chance(0.5) { chapters(d, trade, &firm, day) } else { short(d, trade, &firm, day) }
}

fn chapters(d: &mut Desk<'_, '_>, trade: &Trade, firm: &Firm, day: Day) {
    let b = basket(trade, 4, 8, &mut d.rng);
    let (w, s) = (d.c.width, d.rng.range(8.4, 9.4));
    let (x0, x1) = (36.0, w - 36.0);
    let (t, bold) = (roman(d, s), heavy(d, s + 2.0));
    let since = [firm.block(), vec![format!("Tél. {}", firm.phone), firm.mail.clone()]].concat();
    emblem(x0, 34.0, 52.0, d);
    address("", (x0 + 70.0, 44.0, 190.0), &since, &t, d);
    let to = buyer(d);
    d.c.fill(w * 0.54, 108.0, x1, 186.0, 240);
    address("", (w * 0.54 + 10.0, 126.0, x1 - w * 0.54 - 18.0), &to, &roman(d, s + 1.4), d);
    let number = match d.rng.below(3) {
        0 => format!("DE{:05}", d.rng.between(30, 9999)),
        1 => format!("D{}{:02}{:03}", day.0, day.1, d.rng.between(1, 300)),
        _ => format!("DEV-{}-{:04}", day.0, d.rng.between(1, 1500)),
    };
    let title = format!("{} {number}", one(d, &["DEVIS N°", "Devis n°", "DEVIS", "Devis estimatif n°"]));
    line((x0, 128.0), &title, &heavy(d, 15.0), &[("quote_number", &number)], d);
    let (small, at) = (roman(d, s), x0 + 96.0);
    let client = format!("{}{:04}", one(d, &["CL", "", "C-"]), d.rng.between(12, 9900));
    kv(
        "quote_date",
        (x0, at, 148.0),
        one(d, &["Date :", "Établi le :", "Date du devis :"]),
        &slashed(day),
        (&small, &t),
        d,
    );
    let until = slashed(later(day, d.rng.choose(&[30, 60, 90])));
    let label = one(d, &["Valable jusqu'au :", "Fin de validité :", "Date de validité :"]);
    kv("due_date", (x0, at, 161.0), label, &until, (&small, &t), d);
    kv(
        "client_number",
        (x0, at, 174.0),
        one(d, &["Code client :", "N° client :", "Réf. client :"]),
        &client,
        (&small, &t),
        d,
    );
    let site = format!(
        "{} {}",
        one(d, &["Objet des travaux :", "Chantier :", "Affaire :"]),
        one(d, &["aménagement à votre demande", "suivant visite sur place", "fourniture et mise en œuvre"])
    );
    put("", (x0, 204.0, x1 - x0), &site, &bold, L, d);
    let full = x1 - x0;
    let columns = [
        (full * 0.07, L, "N°", ""),
        (full * 0.48, L, one(d, &["Désignation", "Descriptif", "Libellé"]), ""),
        (full * 0.07, C, "U", ""),
        (full * 0.09, R, "Qté", ""),
        (full * 0.13, R, one(d, &["P.U. HT", "Prix U. HT"]), ""),
        (full * 0.16, R, one(d, &["Total HT", "Montant HT"]), ""),
    ];
    let mut rows = columns_of(&rows_of(&b, true), &[0, 1, 2, 3, 4, 6]);
    for (i, r) in rows.iter_mut().enumerate() {
        r[0] = format!("1.{}", i + 1);
    }
    let lot = one(d, &["LOT 1 - FOURNITURES ET PRESTATIONS", "PRESTATIONS", "TRAVAUX"]);
    rows.insert(0, vec!["1".to_owned(), lot.to_owned(), String::new(), String::new(), String::new(), String::new()]);
    rows.push(vec![
        String::new(),
        format!("Sous-total {}", lot.to_lowercase()),
        String::new(),
        String::new(),
        String::new(),
        bare(b.ht),
    ]);
    let look = d.rng.choose(&[Look::Columns, Look::Boxed, Look::Columns]);
    let end =
        grid(&Grid { x: x0, columns: &columns, look, size: s, pitch: s * 1.75 }, 216.0, d.c.height - 300.0, &rows, d)
            + 12.0;
    let said = coin(d);
    let rate = if b.taxes.len() == 1 { format!("TVA {} %", percent(b.taxes[0].0)) } else { "Total TVA".to_owned() };
    let sums = [
        ("total_ht", one(d, &["Total HT", "Montant total HT", "TOTAL H.T."]), said(b.ht)),
        ("total_tva", rate.as_str(), said(b.tax)),
        ("total_ttc", one(d, &["Total TTC", "TOTAL T.T.C.", "Montant TTC", "Net à payer TTC"]), said(b.ttc())),
    ];
    let low = totals((x1 - 200.0, end, 200.0), &sums, s + 0.6, true, d);
    let terms = one(
        d,
        &[
            "Conditions de règlement : 30 % à la commande, solde à la fin des travaux. Délai d'intervention : 3 à 4 semaines après \
         acceptation. Devis gratuit.",
            "Acompte de 40 % à la signature, 30 % en cours de chantier, solde à réception de facture. Prix fermes pendant la durée de \
         validité. TVA à taux réduit sous réserve de remise de l'attestation.",
            "Paiement : 30 % d'acompte, le solde à 30 jours. Travaux non prévus au présent devis : facturés en supplément après accord.",
        ],
    );
    text((x0, end + 8.0, full - 220.0), terms, &roman(d, s - 0.8), false, d);
    let y = low + 18.0;
    d.c.frame(x1 - 220.0, y, x1, y + 86.0, 0.6);
    text(
        (x1 - 214.0, y + 13.0, 208.0),
        one(
            d,
            &[
                "Date, cachet et signature du client précédés de la mention « Bon pour accord »",
                "« Devis reçu avant l'exécution des travaux. Bon pour accord. » Date et signature :",
                "Bon pour travaux - Le client (date et signature)",
            ],
        ),
        &slanted(d, s - 0.6),
        false,
        d,
    );
    d.c.frame(x0, y, x0 + 180.0, y + 86.0, 0.6);
    put("", (x0 + 6.0, y + 13.0, 160.0), "L'entreprise", &slanted(d, s - 0.6), L, d);
    crate::pages::marks::signature(d.c, x0 + 30.0, y + 52.0, 90.0, &mut d.rng);
    let legal = [
        format!("{} {} au capital de {} € - {}", firm.form, firm.name, firm.capital, firm.register()),
        format!("SIRET {} - NAF {} - TVA intracommunautaire {}", firm.siret, firm.ape, firm.vat),
    ];
    let at = d.c.height - 40.0;
    foot(at, &legal, s - 1.6, &[("siret", &firm.siret), ("tva_number", &firm.vat)], d);
}

fn short(d: &mut Desk<'_, '_>, trade: &Trade, firm: &Firm, day: Day) {
    let b = basket(trade, 2, 5, &mut d.rng);
    let (w, s) = (d.c.width, d.rng.range(9.4, 10.4));
    let (x0, x1) = (54.0, w - 54.0);
    let (t, bold) = (roman(d, s), heavy(d, s + 4.0));
    put("", (x0, 62.0, 300.0), &firm.name, &bold, L, d);
    put("", (x0, 76.0, 300.0), trade.motto, &slanted(d, s - 0.8), L, d);
    d.rule(x0, 84.0, x1, 84.0, 1.6);
    let to = buyer(d);
    address("", (x0, 118.0, 220.0), &to, &t, d);
    let date = letter_day(d, day);
    let said = format!("{} {date}", one(d, &["Fait le", "Le", "Date :", "Établi le"]));
    line((w * 0.6, 118.0), &said, &t, &[("quote_date", &date)], d);
    let number = format!("{}-{:02}", day.0, d.rng.between(1, 99));
    let word = one(d, &["Devis n°", "PROPOSITION COMMERCIALE / DEVIS N°", "DEVIS N°", "Offre de prix - Devis n°"]);
    line((x0, 208.0), &format!("{word} {number}"), &heavy(d, s + 4.0), &[("quote_number", &number)], d);
    let who = if d.rng.chance(0.5) { "Madame, Monsieur," } else { "Bonjour," };
    put("", (x0, 236.0, 300.0), who, &t, L, d);
    let intro = one(
        d,
        &[
            "Nous vous remercions de votre consultation et avons le plaisir de vous remettre notre meilleure offre pour les prestations suivantes :",
            "Suite à votre demande, veuillez trouver ci-dessous notre proposition de prix :",
            "Faisant suite à notre entretien, nous vous adressons notre devis détaillé :",
        ],
    );
    let mut y = text((x0, 254.0, x1 - x0), intro, &t, false, d) + 6.0;
    let full = x1 - x0;
    let columns = [
        (full * 0.55, L, one(d, &["Prestation", "Désignation", "Article"]), ""),
        (full * 0.12, R, one(d, &["Quantité", "Nombre"]), ""),
        (full * 0.15, R, "Prix HT", ""),
        (full * 0.18, R, one(d, &["Montant HT", "Total"]), ""),
    ];
    let rows = columns_of(&rows_of(&b, true), &[1, 3, 4, 6]);
    let look = d.rng.choose(&[Look::Lines, Look::Boxed, Look::Striped]);
    y = grid(&Grid { x: x0, columns: &columns, look, size: s, pitch: s * 1.9 }, y, 0.0, &rows, d) + 12.0;
    let sums = [
        ("total_ht", one(d, &["Total HT", "Montant HT"]), with_sign(b.ht)),
        ("total_tva", one(d, &["TVA", "Montant de la TVA"]), with_sign(b.tax)),
        ("total_ttc", one(d, &["Total TTC", "Prix total TTC"]), with_sign(b.ttc())),
    ];
    y = totals((x1 - 200.0, y, 200.0), &sums, s, false, d) + 26.0;
    let until = spelling(d)(later(day, 60));
    let said = format!(
        "{} {until}.",
        one(d, &["Cette offre est valable jusqu'au", "Devis valable jusqu'au", "Offre maintenue jusqu'au"])
    );
    y = told((x0, y, full), &said, &t, &[("due_date", &until)], d);
    y = text(
        (x0, y, full),
        "Pour accepter, merci de nous retourner un exemplaire daté et signé avec la mention manuscrite « Bon pour accord ».",
        &t,
        false,
        d,
    ) + 20.0;
    put("", (x0, y, 200.0), "Le client", &t, L, d);
    put("", (w * 0.6, y, 180.0), &capitals(&firm.name, true), &t, L, d);
    crate::pages::marks::signature(d.c, w * 0.62, y + 34.0, 90.0, &mut d.rng);
    let legal = [
        [firm.seat.join(" "), firm.phone.clone(), firm.web.clone()].join(" - "),
        format!("{} - SIRET : {} - TVA : {}", firm.register(), firm.siret, firm.vat),
    ];
    let at = d.c.height - 42.0;
    foot(at, &legal, s - 2.0, &[("siret", &firm.siret), ("tva_number", &firm.vat)], d);
}
