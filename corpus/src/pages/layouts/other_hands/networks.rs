//! Bills of water and of telephone.

use super::invoices::totals;
use super::stationery::{
    C, Citizen, Grid, L, Look, R, address, bare, cells, emblem, foot, grid, heavy, kv, lately, later, line, one, phone,
    put, roman, row, slashed, spelling, text, with_sign,
};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::written;
use crate::pages::marks;
use crate::text::codes;
use crate::text::codes::grouped;

pub(super) fn water(d: &mut Desk<'_, '_>) {
    let who = Citizen::random(&mut d.rng);
    let day = lately(d);
    let s = d.rng.range(8.4, 9.4);
    let (x0, x1, w) = (38.0, d.c.width - 38.0, d.c.width);
    let (t, small, bold) = (roman(d, s), roman(d, s - 1.2), heavy(d, s));
    let maker =
        one(d, &["SUEZ", "VEOLIA EAU", "SAUR", "Régie des eaux de l'agglomération", "SIVOM - Service de l'eau"]);
    emblem(x0, 26.0, 44.0, d);
    put("", (x0 + 54.0, 48.0, 210.0), maker, &heavy(d, 15.0), L, d);
    put("", (x0 + 54.0, 64.0, 210.0), &format!("Accueil téléphonique : {}", phone(&mut d.rng, "09")), &small, L, d);
    let m3 = d.rng.between(18, 160) as u64;
    let (a, b, c) =
        (d.rng.between(1200, 3900) as u64, m3 * d.rng.between(115, 210) as u64, m3 * d.rng.between(120, 240) as u64);
    let e = m3 * d.rng.between(28, 42) as u64;
    let tva = tax(a + b, 55) + tax(c + e, 100);
    let ttc = a + b + c + e + tva;
    let spell = spelling(d);
    let number = format!("{}{}", one(d, &["", "E", "F"]), d.rng.digits(10));
    let client = grouped(&d.rng.digits(9), &[3]);
    let contract = format!("{}.{}", d.rng.digits(3), d.rng.digits(6));
    let (date, due) = (spell(day), spell(later(day, 18)));
    let u = (x1 - x0) / 4.0;
    address(
        "addressee",
        (w * 0.54, 118.0, x1 - w * 0.54),
        &[vec![who.name.clone()], who.home.clone()].concat(),
        &roman(d, s + 1.6),
        d,
    );
    put(
        "",
        (x0, 112.0, 220.0),
        one(d, &["Facture d'eau et d'assainissement", "VOTRE FACTURE D'EAU", "Facture d'eau"]),
        &heavy(d, 13.0),
        L,
        d,
    );
    put("", (x0, 130.0, 200.0), &format!("Lieu desservi : {}", who.home[0]), &t, L, d);
    put("", (x0, 144.0, 200.0), &format!("Compteur n° D{}{}", d.rng.digits(2), d.rng.digits(6)), &t, L, d);
    let items = [
        (u, one(d, &["N° de facture", "Facture n°"]), "invoice_number", number.as_str()),
        (u, one(d, &["Date de facture", "Facture du"]), "invoice_date", date.as_str()),
        (u, one(d, &["Référence client", "N° client", "Code abonné"]), "client_number", client.as_str()),
        (u, one(d, &["N° de contrat", "Contrat", "Référence contrat"]), "contract_number", contract.as_str()),
    ];
    cells((x0, 190.0, 34.0), &items, s, d);
    let from = d.rng.between(120, 3400) as u64;
    let read = vec![vec![slashed(day), format!("{}", from + m3), format!("{from}"), format!("{m3} m3")]];
    let heads =
        [(u, C, "Relevé le", ""), (u, C, "Nouvel index", ""), (u, C, "Ancien index", ""), (u, C, "Consommation", "")];
    let y =
        grid(&Grid { x: x0, columns: &heads, look: Look::Boxed, size: s, pitch: s * 1.8 }, 240.0, 0.0, &read, d) + 18.0;
    let full = x1 - x0;
    let columns = [
        (full * 0.5, L, "Détail", ""),
        (full * 0.14, R, "Quantité", ""),
        (full * 0.18, R, "Prix unitaire HT", ""),
        (full * 0.18, R, "Montant HT", ""),
    ];
    let price = |sum: u64| format!("{},{:02}", sum / m3 / 100, sum / m3 % 100);
    let quantity = format!("{m3}");
    let rows = vec![
        vec!["DISTRIBUTION DE L'EAU - Abonnement".to_owned(), String::new(), String::new(), bare(a)],
        vec!["Consommation part distributeur".to_owned(), quantity.clone(), price(b), bare(b)],
        vec!["COLLECTE ET TRAITEMENT DES EAUX USÉES".to_owned(), quantity.clone(), price(c), bare(c)],
        vec![
            "ORGANISMES PUBLICS - Lutte contre la pollution (agence de l'eau)".to_owned(),
            quantity,
            price(e),
            bare(e),
        ],
        vec!["Sous-total hors taxes".to_owned(), String::new(), String::new(), bare(a + b + c + e)],
        vec!["TVA (5,5 % et 10 %)".to_owned(), String::new(), String::new(), bare(tva)],
    ];
    let look = d.rng.choose(&[Look::Lines, Look::Columns, Look::Striped]);
    let y = grid(&Grid { x: x0, columns: &columns, look, size: s, pitch: s * 2.1 }, y, 0.0, &rows, d) + 12.0;
    let sums = [("total_ttc", one(d, &["Montant total TTC", "NET À PAYER", "Total à payer TTC"]), with_sign(ttc))];
    let y = totals((x1 - 240.0, y, 240.0), &sums, s + 2.0, true, d) + 20.0;
    let said = format!("{} {due}", one(d, &["À payer avant le", "Date limite de règlement :", "Prélèvement le"]));
    line((x1 - 240.0, y), &said, &bold, &[("due_date", &due)], d);
    let y = text(
        (x0, y + 30.0, full),
        "Soit un prix au litre, hors abonnement, de 0,0039 € TTC. L'eau distribuée provient de la nappe alluviale ; elle est de bonne \
        qualité bactériologique (synthèse de l'Agence régionale de santé jointe une fois par an). Pensez à vérifier régulièrement votre \
        compteur : une fuite après compteur reste à la charge de l'abonné, sauf écrêtement prévu par la loi du 17 mai 2011.",
        &small,
        true,
        d,
    );
    text(
        (x0, y + 10.0, full),
        "Modes de paiement : TIP SEPA signé, chèque à l'ordre du service de l'eau, prélèvement, carte bancaire sur internet, espèces dans \
        les bureaux de poste avec le code à barres ci-dessous (Eficash).",
        &small,
        true,
        d,
    );
    marks::code(d.c, x0, d.c.height - 130.0, &mut d.rng);
}

pub(super) fn telephone(d: &mut Desk<'_, '_>) {
    let who = Citizen::random(&mut d.rng);
    let day = lately(d);
    let s = d.rng.range(9.0, 10.0);
    let (x0, x1, w) = (50.0, d.c.width - 50.0, d.c.width);
    let (t, small, bold) = (roman(d, s), roman(d, s - 1.4), heavy(d, s));
    let maker = one(d, &["Orange", "SFR", "Bouygues Telecom", "free", "La Poste Mobile", "Sosh"]);
    put("", (x1 - 180.0, 56.0, 180.0), maker, &heavy(d, 20.0), R, d);
    let start = one(d, &["06", "02"]);
    let line_no = phone(&mut d.rng, start);
    let number = format!("{}{}", one(d, &["", "FR", "A0"]), d.rng.digits(10));
    let client = d.rng.digits(9);
    let contract = format!("{}{}", one(d, &["", "1.", "C"]), d.rng.digits(8));
    let (base, extra, calls) =
        (d.rng.between(799, 3999) as u64, d.rng.between(0, 900) as u64, d.rng.between(0, 1400) as u64);
    let ttc = base + extra + calls;
    let ht = (ttc * 1000 + 600) / 1200;
    let spell = spelling(d);
    let (date, due) = (spell(day), spell(later(day, 12)));
    let mut y = 62.0;
    put(
        "",
        (x0, y, 240.0),
        one(d, &["Votre facture", "Facture mobile", "Votre facture internet - téléphone"]),
        &heavy(d, 15.0),
        L,
        d,
    );
    y += 22.0;
    for (label, field, value) in [
        (one(d, &["N° de facture", "Facture n°"]), "invoice_number", &number),
        (one(d, &["Date de facture", "Émise le"]), "invoice_date", &date),
        (one(d, &["N° client", "Identifiant client"]), "client_number", &client),
        (one(d, &["N° de contrat", "Compte de facturation"]), "contract_number", &contract),
        (one(d, &["Ligne", "N° d'appel", "Votre ligne"]), "", &line_no),
    ] {
        kv(field, (x0, x0 + 110.0, y), &format!("{label} :"), value, (&small, &t), d);
        y += s * 1.5;
    }
    address(
        "addressee",
        (w * 0.55, 150.0, x1 - w * 0.55),
        &[vec![who.name.clone()], who.home.clone()].concat(),
        &roman(d, s + 1.0),
        d,
    );
    let full = x1 - x0;
    y = 240.0;
    d.c.fill(x0, y, x1, y + 46.0, 228);
    row(
        y + 19.0,
        &heavy(d, s + 3.0),
        &[
            (
                "",
                x0 + 10.0,
                full * 0.6,
                L,
                one(d, &["Total à payer TTC", "Montant à payer", "Total de la facture TTC"]),
            ),
            ("total_ttc", x1 - 130.0, 120.0, R, &with_sign(ttc)),
        ],
        d,
    );
    let said = format!(
        "{} {due}",
        one(d, &["Prélevé à partir du", "Prélèvement le", "À régler avant le", "Montant prélevé le"])
    );
    line((x0 + 10.0, y + 36.0), &said, &t, &[("due_date", &due)], d);
    y += 72.0;
    put("", (x0, y, 300.0), one(d, &["Le détail de votre facture", "Détail des montants facturés"]), &bold, L, d);
    let columns = [(full * 0.62, L, "", ""), (full * 0.19, R, "Montant HT", ""), (full * 0.19, R, "Montant TTC", "")];
    let no = |c: u64| bare((c * 1000 + 600) / 1200);
    let offer = one(
        d,
        &[
            "Forfait 100 Go appels et SMS illimités",
            "Offre fibre - Box, TV et téléphone",
            "Forfait bloqué 2 h",
            "Internet haut débit",
        ],
    );
    let rows = vec![
        vec![format!("Abonnement - {offer}\ndu {} au {}", slashed(day), slashed(later(day, 30))), no(base), bare(base)],
        vec!["Options et services".to_owned(), no(extra), bare(extra)],
        vec![
            "Communications hors forfait (appels vers l'international, numéros spéciaux)".to_owned(),
            no(calls),
            bare(calls),
        ],
        vec!["Total hors taxes".to_owned(), bare(ht), String::new()],
        vec!["TVA 20,00 %".to_owned(), String::new(), bare(ttc - ht)],
    ];
    y = grid(&Grid { x: x0, columns: &columns, look: Look::Lines, size: s, pitch: s * 2.3 }, y + 10.0, 0.0, &rows, d)
        + 24.0;
    for words in [
        format!("Mode de paiement : prélèvement automatique. Référence unique de mandat : {}. Identifiant créancier SEPA : FR{}ZZZ{}.", codes::thousands(d.rng.between(1_000_000, 9_000_000) as u64, ""), d.rng.digits(2), d.rng.digits(6)),
        format!("Votre engagement prend fin le {}. Frais de résiliation à la date de la facture : 0,00 €.", written(later(day, 200))),
        "En cas de réclamation, écrivez au service clients ; sans réponse satisfaisante, saisissez le Médiateur des communications électroniques, \
         CS 30342, 94257 Gentilly Cedex. En l'absence de paiement à l'échéance, des frais de 12,50 € peuvent être appliqués."
            .to_owned(),
        "Les numéros surtaxés (08...) peuvent être bloqués gratuitement sur demande. Inscrivez-vous sur Bloctel pour ne plus être démarché.".to_owned(),
    ] {
        y = text((x0, y, full), &words, &small, false, d) + 8.0;
    }
    let at = d.c.height - 34.0;
    foot(
        at,
        &[format!(
            "{maker} - SA - Siège social : 111 quai du Président Roosevelt, 92130 Issy-les-Moulineaux - RCS Nanterre - page 1/2"
        )],
        6.8,
        &[],
        d,
    );
}

/// Tax of a rate in thousandths.
fn tax(base: u64, rate: u64) -> u64 {
    (base * rate + 500) / 1000
}
