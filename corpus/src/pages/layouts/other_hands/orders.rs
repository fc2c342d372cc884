//! Purchase orders of public and private buyers, and delivery notes.

use super::Page;
use super::invoices::{buyer, columns_of, rows_of, totals};
use super::stationery::{
    C, Citizen, Firm, Grid, L, Look, R, address, bare, cells, coin, emblem, foot, grid, heavy, kv, lately, later, line,
    one, phone, put, roman, slanted, slashed, slug, spelling, text, with_sign,
};
use super::trade::{Basket, basket, percent, seller};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::of;
use crate::pages::marks;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[Page::a4("bon_commande", order)];

fn order(d: &mut Desk<'_, '_>) {
    match d.rng.below(3) {
        0 => public(d),
        1 => private(d),
        _ => typed(d),
    }
}

fn sums_of(d: &mut Desk<'_, '_>, b: &Basket) -> [(&'static str, &'static str, String); 3] {
    let said = coin(d);
    [
        ("total_ht", one(d, &["Total HT", "Montant HT", "TOTAL H.T.", "Montant total HT"]), said(b.ht)),
        ("total_tva", one(d, &["TVA", "Total TVA", "Montant TVA", "T.V.A."]), said(b.tax)),
        ("total_ttc", one(d, &["Total TTC", "Montant TTC", "TOTAL T.T.C.", "Total de la commande TTC"]), said(b.ttc())),
    ]
}

fn public(d: &mut Desk<'_, '_>) {
    let (trade, firm) = seller(&mut d.rng);
    let b = basket(trade, 2, 6, &mut d.rng);
    let who = Citizen::random(&mut d.rng);
    let body = match d.rng.below(3) {
        0 => format!("VILLE {}", capitals(&of(who.town), true)),
        1 => format!("COMMUNE {}", capitals(&of(who.town), true)),
        _ => format!("CENTRE HOSPITALIER {}", capitals(&of(who.town), true)),
    };
    let town_hall = Firm::named(&body, "8411Z", &mut d.rng);
    let day = lately(d);
    let s = d.rng.range(8.6, 9.6);
    let (x0, x1, w) = (42.0, d.c.width - 42.0, d.c.width);
    let (t, bold) = (roman(d, s), heavy(d, s));
    emblem(x0, 30.0, 50.0, d);
    let head = [
        vec![body.clone()],
        vec![one(d, &["Direction des finances", "Service de la commande publique", "Services techniques"]).to_owned()],
        who.home.clone(),
        vec![format!("Tél. : {}", phone(&mut d.rng, "04"))],
    ]
    .concat();
    address("", (x0 + 62.0, 42.0, 210.0), &head, &t, d);
    let siret_label = one(d, &["SIRET :", "N° SIRET :", "Siret (Chorus Pro) :"]);
    kv("siret", (x0 + 62.0, 0.0, 42.0 + s * 6.6), siret_label, &town_hall.siret, (&t, &t), d);
    let number = match d.rng.below(3) {
        0 => format!("{}-{:05}", day.0, d.rng.between(12, 4200)),
        1 => format!("{:02}D{:06}", day.0 % 100, d.rng.between(100, 99_000)),
        _ => format!("BC{}{:04}", day.0, d.rng.between(1, 2800)),
    };
    let title = format!("{} {number}", one(d, &["BON DE COMMANDE N°", "Bon de commande n°", "BON DE COMMANDE"]));
    line((w * 0.54, 52.0), &title, &heavy(d, 13.0), &[("order_number", &number)], d);
    let date = spelling(d)(day);
    let said = format!("{} {date}", one(d, &["Date :", "Du", "Émis le", "Date de la commande :"]));
    line((w * 0.54, 68.0), &said, &t, &[("order_date", &date)], d);
    d.c.frame(w * 0.54 - 8.0, 34.0, x1, 78.0, 0.8);
    put("", (w * 0.54, 104.0, 120.0), one(d, &["Fournisseur", "Titulaire", "Tiers"]), &slanted(d, s), L, d);
    address("", (w * 0.54, 120.0, 220.0), &firm.block(), &roman(d, s + 1.0), d);
    let mut y = 184.0;
    let half = (x1 - x0) / 2.0;
    let client = format!("{:06}", d.rng.between(1000, 990_000));
    let left: [(&str, &'static str, String); 3] = [
        (
            one(d, &["N° d'engagement", "Engagement juridique", "Engagement"]),
            "",
            format!("{}{:05}", one(d, &["E", "EJ", ""]), d.rng.between(100, 90_000)),
        ),
        (
            one(d, &["Imputation budgétaire", "Imputation"]),
            "",
            format!("{} - {}", d.rng.between(6061, 6288), d.rng.between(20, 820)),
        ),
        (one(d, &["Notre n° client", "N° client chez vous", "Compte client"]), "client_number", client),
    ];
    for (i, (label, field, value)) in left.iter().enumerate() {
        kv(field, (x0, x0 + 108.0, y + i as f32 * s * 1.5), &format!("{label} :"), value, (&t, &bold), d);
    }
    let right = [
        format!(
            "Livraison : {}",
            one(
                d,
                &[
                    "Centre technique municipal", "Groupe scolaire Jean Jaurès", "Magasin central, quai 2",
                    "Hôtel de ville"
                ]
            )
        ),
        format!("Délai : {}", one(d, &["dès que possible", "15 jours", "sous huitaine", "avant la fin du mois"])),
        format!("Affaire suivie par : {}", Citizen::random(&mut d.rng).name),
    ];
    for (i, words) in right.iter().enumerate() {
        put("", (x0 + half, y + i as f32 * s * 1.5, half), words, &t, L, d);
    }
    y += s * 6.0;
    let full = x1 - x0;
    let columns = [
        (full * 0.46, L, one(d, &["Désignation", "Objet de la dépense", "Nature des fournitures ou prestations"]), ""),
        (full * 0.10, C, "Unité", ""),
        (full * 0.10, R, one(d, &["Quantité", "Qté"]), ""),
        (full * 0.14, R, one(d, &["Prix unitaire HT", "P.U. HT"]), ""),
        (full * 0.06, R, "TVA", ""),
        (full * 0.14, R, "Montant HT", ""),
    ];
    let mut rows = columns_of(&rows_of(&b, true), &[1, 2, 3, 4, 5, 6]);
    for r in &mut rows {
        r[4] = r[4].replace("0,00", "0").replace(",50", ",5");
    }
    let look = d.rng.choose(&[Look::Boxed, Look::Columns]);
    let foot_at = d.c.height - 340.0;
    y = grid(&Grid { x: x0, columns: &columns, look, size: s, pitch: s * 1.9 }, y, foot_at, &rows, d) + 10.0;
    let sums = sums_of(d, &b);
    let low = totals((x1 - 200.0, y, 200.0), &sums, s + 0.4, true, d);
    text(
        (x0, y + 10.0, full - 220.0),
        "Facture à déposer obligatoirement sur le portail Chorus Pro (ordonnance n° 2014-697 du 26 juin 2014) en rappelant le \
        numéro du présent bon et le SIRET de la collectivité. Paiement par mandat administratif à 30 jours.",
        &roman(d, s - 0.8),
        false,
        d,
    );
    let y = low + 26.0;
    let signer = one(
        d,
        &[
            "Pour le Maire, l'adjoint délégué", "Le Maire", "Le responsable du service achats",
            "Par délégation, le directeur",
        ],
    );
    put("", (w * 0.56, y, 200.0), signer, &t, L, d);
    marks::stamp(d.c, w * 0.66, y + 46.0, &mut d.rng);
    marks::signature(d.c, w * 0.62, y + 56.0, 100.0, &mut d.rng);
    let at = d.c.height - 40.0;
    foot(at, &["Un exemplaire du présent bon de commande doit être joint à la facture. Toute livraison non conforme sera refusée.".to_owned()], 7.0, &[], d);
}

fn private(d: &mut Desk<'_, '_>) {
    let (trade, firm) = seller(&mut d.rng);
    let (_, us) = seller(&mut d.rng);
    let b = basket(trade, 3, 8, &mut d.rng);
    let day = lately(d);
    let s = d.rng.range(8.0, 9.0);
    let (x0, x1, w) = (34.0, d.c.width - 34.0, d.c.width);
    let t = roman(d, s);
    let title = one(d, &["COMMANDE FOURNISSEUR", "BON DE COMMANDE", "Commande d'achat", "BON DE COMMANDE FOURNISSEUR"]);
    put("", (x0, 50.0, x1 - x0), title, &heavy(d, 15.0), C, d);
    address("", (x0, 84.0, 200.0), &[us.block(), vec![us.phone.clone(), us.mail.clone()]].concat(), &t, d);
    kv("siret", (x0, 0.0, 84.0 + s * 6.4), one(d, &["SIRET :", "Siret :", "N° Siret"]), &us.siret, (&t, &t), d);
    d.c.frame(w * 0.55, 72.0, x1, 146.0, 0.6);
    address("", (w * 0.55 + 10.0, 92.0, x1 - w * 0.55 - 14.0), &firm.block(), &roman(d, s + 1.2), d);
    let number = format!("{}{:06}", one(d, &["CF", "PO", "CDF-", "45"]), d.rng.between(800, 990_000));
    let client = format!("{}{:03}", one(d, &["F0", "CLT", "C", "10"]), d.rng.between(1, 999));
    let date = slashed(day);
    let wanted = slashed(later(day, d.rng.between(5, 30)));
    let u = (x1 - x0) / 5.0;
    let items = [
        (u, one(d, &["N° de commande", "Commande n°", "Numéro"]), "order_number", number.as_str()),
        (u, one(d, &["Date", "Date commande", "Date de commande"]), "order_date", date.as_str()),
        (u, one(d, &["Notre code client", "N° client", "N° client fournisseur"]), "client_number", client.as_str()),
        (u, one(d, &["Livraison souhaitée", "Délai demandé", "À livrer le"]), "", wanted.as_str()),
        (u, "Acheteur", "", one(d, &["Service achats", "M. Leroux", "Mme Garnier", "J. Blanc"])),
    ];
    cells((x0, 166.0, 34.0), &items, s, d);
    let full = x1 - x0;
    let columns = [
        (full * 0.06, C, "Pos.", ""),
        (full * 0.13, L, one(d, &["Référence", "Votre réf.", "Article"]), ""),
        (full * 0.39, L, one(d, &["Désignation", "Description"]), ""),
        (full * 0.08, R, "Qté", ""),
        (full * 0.06, C, "Un.", ""),
        (full * 0.13, R, "Prix unit. HT", ""),
        (full * 0.15, R, "Montant HT", ""),
    ];
    let mut rows = Vec::new();
    for (i, r) in rows_of(&b, true).iter().enumerate() {
        let pos = format!("{}", (i + 1) * 10);
        rows.push(vec![pos, r[0].clone(), r[1].clone(), r[3].clone(), r[2].clone(), r[4].clone(), r[6].clone()]);
    }
    let look = d.rng.choose(&[Look::Columns, Look::Striped, Look::Lines]);
    let foot_at = d.c.height - 300.0;
    let y = grid(&Grid { x: x0, columns: &columns, look, size: s, pitch: s * 1.8 }, 214.0, foot_at, &rows, d) + 10.0;
    let sums = sums_of(d, &b);
    let low = totals((x1 - 210.0, y, 210.0), &sums, s + 0.4, d.c.width > 0.0, d);
    let said = [
        format!("Adresse de livraison : {}, {}", us.seat[0], us.seat[1]),
        format!(
            "Conditions : franco de port, {}",
            one(d, &["virement 45 jours fin de mois", "virement à 30 jours", "LCR à 60 jours"])
        ),
        "Merci de confirmer prix et délai sous 48 heures.".to_owned(),
    ];
    address("", (x0, y + 12.0, full - 230.0), &said, &t, d);
    let small = roman(d, s - 1.6);
    let y = text(
        (x0, low + 24.0, full),
        "La présente commande est soumise à nos conditions générales d'achat, qui prévalent sur toutes conditions de vente. Le numéro \
        de commande doit figurer sur le bon de livraison et sur la facture, faute de quoi celle-ci sera retournée. Toute quantité livrée en \
        excédent pourra être refusée et réexpédiée aux frais du fournisseur. Les prix sont fermes et non révisables.",
        &small,
        true,
        d,
    );
    put(
        "",
        (w * 0.6, y + 14.0, 180.0),
        one(d, &["Visa du responsable des achats", "Signature et cachet", "Bon pour commande"]),
        &t,
        L,
        d,
    );
    marks::signature(d.c, w * 0.63, y + 52.0, 90.0, &mut d.rng);
    let at = d.c.height - 32.0;
    foot(
        at,
        &[format!("{} - {} au capital de {} € - {} - {}", us.name, us.form, us.capital, us.register(), us.web)],
        7.0,
        &[],
        d,
    );
}

fn typed(d: &mut Desk<'_, '_>) {
    let (trade, firm) = seller(&mut d.rng);
    let (_, us) = seller(&mut d.rng);
    let b = basket(trade, 2, 5, &mut d.rng);
    let day = lately(d);
    let s = d.rng.range(9.6, 10.6);
    let (x0, x1, w) = (56.0, d.c.width - 56.0, d.c.width);
    let t = roman(d, s);
    // The supplier's own form, filled in by the customer.
    put("", (x0, 56.0, 240.0), &capitals(&firm.name, true), &heavy(d, 15.0), L, d);
    put("", (x0, 70.0, 260.0), &format!("{} - {}", firm.seat[0], firm.seat[1]), &roman(d, s - 1.6), L, d);
    put("", (x0, 82.0, 260.0), &format!("Commandes : {} - {}", firm.phone, firm.mail), &roman(d, s - 1.6), L, d);
    d.c.fill(x0, 98.0, x1, 122.0, 212);
    put(
        "",
        (x0, 114.5, x1 - x0),
        one(d, &["BON DE COMMANDE", "VOTRE BON DE COMMANDE", "Bon de commande à nous retourner"]),
        &heavy(d, 14.0),
        C,
        d,
    );
    let (colon, number) = (one(d, &[" :", ""]), format!("{}", d.rng.between(1200, 88_000)));
    kv(
        "order_number",
        (x0, x0 + 96.0, 146.0),
        &format!("{}{colon}", one(d, &["Commande n°", "N° de commande", "Bon n°"])),
        &number,
        (&t, &heavy(d, s)),
        d,
    );
    let date = slashed(day);
    kv(
        "order_date",
        (x0, x0 + 96.0, 162.0),
        &format!("{}{colon}", one(d, &["Date", "Commande du", "Date de commande"])),
        &date,
        (&t, &t),
        d,
    );
    let client = format!("{}", d.rng.between(10_000, 890_000));
    kv(
        "client_number",
        (x0, x0 + 96.0, 178.0),
        &format!("{}{colon}", one(d, &["N° client", "Code client", "Votre n° de client"])),
        &client,
        (&t, &t),
        d,
    );
    let to = buyer(d);
    put(
        "",
        (w * 0.54, 146.0, 190.0),
        one(d, &["Client :", "Adresse de facturation :", "Vos coordonnées"]),
        &slanted(d, s),
        L,
        d,
    );
    address("", (w * 0.54, 162.0, x1 - w * 0.54), &to, &t, d);
    let siret = &us.siret;
    kv("siret", (w * 0.54, 0.0, 168.0 + s * 4.0), "SIRET :", siret, (&t, &t), d);
    let full = x1 - x0;
    let columns = [
        (full * 0.17, L, one(d, &["Référence", "Réf. catalogue"]), ""),
        (full * 0.43, L, one(d, &["Article", "Désignation"]), ""),
        (full * 0.10, C, "Qté", ""),
        (full * 0.14, R, "Prix HT", ""),
        (full * 0.16, R, "Total HT", ""),
    ];
    let mut rows = columns_of(&rows_of(&b, false), &[0, 1, 3, 4, 6]);
    // Lines left empty on the form.
    for _ in rows.len()..10 {
        rows.push(vec![String::new(); 5]);
    }
    let y = grid(&Grid { x: x0, columns: &columns, look: Look::Boxed, size: s, pitch: s * 2.0 }, 236.0, 0.0, &rows, d)
        + 8.0;
    let rate = percent(b.taxes[0].0);
    let label = if b.taxes.len() == 1 { format!("TVA {rate} %") } else { "TVA".to_owned() };
    let sums = [
        ("total_ht", "Total HT", with_sign(b.ht)),
        ("total_tva", label.as_str(), with_sign(b.tax)),
        ("total_ttc", one(d, &["Total TTC", "Total à payer TTC"]), with_sign(b.ttc())),
    ];
    let low = totals((x1 - full * 0.4, y, full * 0.4), &sums, s, true, d) + 18.0;
    put("", (x0, y + 20.0, full * 0.5), "Règlement : [ ] chèque  [ ] mandat administratif  [ ] virement", &t, L, d);
    put(
        "",
        (x0, y + 36.0, full * 0.5),
        &format!("Livraison franco à partir de {} € HT", bare(d.rng.between(15, 40) as u64 * 1000)),
        &t,
        L,
        d,
    );
    put("", (x0, low, 240.0), "Date, signature et cachet du client", &t, L, d);
    d.c.frame(x0, low + 8.0, x0 + 230.0, low + 84.0, 0.6);
    marks::signature(d.c, x0 + 60.0, low + 46.0, 90.0, &mut d.rng);
    let legal = [
        "Conformément aux articles L. 221-18 et suivants du code de la consommation, le consommateur dispose d'un délai de rétractation de 14 jours.".to_owned(),
        format!("{} au capital de {} € - {} - www.{}.fr", firm.form, firm.capital, firm.register(), slug(&firm.name)),
    ];
    let at = d.c.height - 40.0;
    foot(at, &legal, 7.0, &[], d);
}
