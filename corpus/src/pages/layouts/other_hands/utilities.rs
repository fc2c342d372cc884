//! Bills of electricity and gas.

use super::invoices::totals;
use super::stationery::{
    C, Citizen, Grid, L, Look, R, address, bare, emblem, foot, grid, heavy, kv, lately, later, line, one, phone, put,
    roman, row, slanted, slashed, spelling, text, told, with_sign,
};
use super::{Page, networks};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::capitals;
use crate::text::codes::grouped;

pub(super) const PAGES: &[Page] = &[Page::a4("facture_energie", bill)];

fn bill(d: &mut Desk<'_, '_>) {
    match d.rng.below(4) {
        0 | 1 => energy(d),
        2 => networks::water(d),
        _ => networks::telephone(d),
    }
}

/// Tax of a rate in thousandths.
fn tax(base: u64, rate: u64) -> u64 {
    (base * rate + 500) / 1000
}

fn energy(d: &mut Desk<'_, '_>) {
    let gas = d.rng.chance(0.35);
    let who = Citizen::random(&mut d.rng);
    let day = lately(d);
    let s = d.rng.range(8.6, 9.6);
    let (x0, x1, w) = (40.0, d.c.width - 40.0, d.c.width);
    let (t, small, bold) = (roman(d, s), roman(d, s - 1.2), heavy(d, s));
    let maker = one(
        d,
        &[
            "EDF", "ENGIE", "TotalEnergies", "Ekwateur", "Vattenfall", "Régie d'électricité du Val", "ENI",
            "Octopus Energy",
        ],
    );
    let kwh = d.rng.between(180, 3400) as u64;
    let price = d.rng.between(700, 2500) as u64;
    let fixed = d.rng.between(1100, 4200) as u64;
    let used = kwh * price / 100;
    let duty = kwh * d.rng.between(8, 26) as u64 / 10;
    let share = fixed / 5;
    let (low, high) = (tax(fixed + share, 55), tax(used + duty, 200));
    let ht = fixed + used + duty + share;
    let ttc = ht + low + high;
    let number = match d.rng.below(3) {
        0 => grouped(&d.rng.digits(10), &[2, 3, 3, 2]),
        1 => format!("{}{}", d.rng.capital(), d.rng.digits(11)),
        _ => d.rng.digits(11),
    };
    let client =
        if d.rng.chance(0.5) { grouped(&format!("6{}", d.rng.digits(9)), &[1, 3, 3, 3]) } else { d.rng.digits(9) };
    let contract = format!("{}{}", one(d, &["", "1-", "CT"]), d.rng.digits(8));
    let point = format!("{}{}", d.rng.choose(&["02", "09", "14", "21", "30"]), d.rng.digits(12));
    let point = if d.rng.chance(0.4) { grouped(&point, &[2, 3, 3, 3, 3]) } else { point };
    let due = later(day, d.rng.between(14, 22));
    let side = d.rng.chance(0.5);
    let spell = spelling(d);
    if side {
        // A column of references at the left, as large suppliers have it.
        let cw = 150.0;
        d.c.fill(0.0, 0.0, x0 + cw, d.c.height, 243);
        put("", (x0 - 10.0, 54.0, cw), maker, &heavy(d, 20.0), L, d);
        let mut y = 96.0;
        let groups: [(&str, &'static str, String); 4] = [
            (one(d, &["Votre numéro de client", "N° client", "Référence client"]), "client_number", client.clone()),
            (one(d, &["Votre contrat", "N° de contrat", "Référence du contrat"]), "contract_number", contract.clone()),
            (
                if gas {
                    one(d, &["Point de comptage (PCE)", "N° PCE"])
                } else {
                    one(d, &["Point de livraison (PDL)", "N° PDL", "PRM", "Réf. acheminement (PDL)"])
                },
                "delivery_point",
                point.clone(),
            ),
            (one(d, &["Service clients", "Nous contacter"]), "", phone(&mut d.rng, "09")),
        ];
        for (label, field, value) in &groups {
            put("", (x0 - 10.0, y, cw), label, &small, L, d);
            put(field, (x0 - 10.0, y + 13.0, cw), value, &bold, L, d);
            y += 36.0;
        }
        put("", (x0 - 10.0, y, cw), "Lieu de consommation", &small, L, d);
        y = address("", (x0 - 10.0, y + 13.0, cw), &who.home, &t, d) + 10.0;
        for words in [
            if gas {
                "Urgence gaz (GRDF) 24h/24 : 0 800 47 33 33 (appel gratuit)"
            } else {
                "Dépannage Enedis 24h/24 : 09 72 67 50 suivi du n° du département"
            },
            "En cas de difficulté de paiement, contactez-nous sans attendre : des solutions existent. Le fonds de solidarité logement (FSL) et le \
             chèque énergie peuvent vous aider.",
            "Médiateur national de l'énergie : libre réponse n° 59252, 75443 Paris Cedex 09 - energie-mediateur.fr",
        ] {
            y = text((x0 - 10.0, y, cw), words, &small, false, d) + 8.0;
        }
        let l = x0 + cw + 22.0;
        let heading = if gas {
            one(d, &["Votre facture de gaz naturel", "Facture de gaz"])
        } else {
            one(d, &["Votre facture d'électricité", "Facture d'électricité", "Ma facture d'électricité"])
        };
        put("", (l, 54.0, x1 - l), heading, &heavy(d, 15.0), L, d);
        let y = 74.0;
        line(
            (l, y),
            &format!("{} {number}", one(d, &["Facture n°", "N° de facture :", "Référence :"])),
            &t,
            &[("invoice_number", &number)],
            d,
        );
        let date = spell(day);
        line(
            (l, y + 13.0),
            &format!("{} {date}", one(d, &["du", "Émise le", "Date :"])),
            &t,
            &[("invoice_date", &date)],
            d,
        );
        address(
            "addressee",
            (w * 0.54, 128.0, x1 - w * 0.54),
            &[vec![capitals(&who.name, true)], who.home.clone()].concat(),
            &roman(d, s + 1.2),
            d,
        );
        let y = 206.0;
        d.c.frame(l, y, x1, y + 50.0, 1.0);
        row(
            y + 20.0,
            &heavy(d, s + 3.0),
            &[
                ("", l + 8.0, 160.0, L, one(d, &["Montant à payer TTC", "Total à payer", "Montant prélevé TTC"])),
                ("total_ttc", x1 - 130.0, 122.0, R, &with_sign(ttc)),
            ],
            d,
        );
        let until = spell(due);
        let said = format!(
            "{} {until}",
            one(
                d,
                &["Prélèvement automatique le", "À régler avant le", "Sera prélevé le", "Date limite de paiement :"]
            )
        );
        line((l + 8.0, y + 38.0), &said, &t, &[("due_date", &until)], d);
        lines_of_energy((l, y + 76.0, x1 - l), s, gas, (kwh, price, fixed, used), (duty, share, low, high), d);
        let next = format!(
            "Prochaine facture vers le {}. Prochaine relève : {}.",
            slashed(later(day, 60)),
            slashed(later(day, 52))
        );
        text((l, d.c.height - 190.0, x1 - l), &next, &t, false, d);
        history((l, 560.0, x1 - l), s, d);
        marks::code(d.c, l, d.c.height - 150.0, &mut d.rng);
    } else {
        emblem(x1 - 50.0, 28.0, 44.0, d);
        put("", (x0, 50.0, 200.0), maker, &heavy(d, 20.0), L, d);
        address(
            "",
            (x0, 72.0, 200.0),
            &[
                "Service Clients Particuliers".to_owned(),
                "TSA 20012".to_owned(),
                "41975 BLOIS CEDEX 9".to_owned(),
                phone(&mut d.rng, "09"),
            ],
            &small,
            d,
        );
        address(
            "addressee",
            (x0 + 24.0, 158.0, 220.0),
            &[vec![capitals(&who.name, false)], who.home.iter().map(|l| capitals(l, false)).collect()].concat(),
            &roman(d, s + 1.2),
            d,
        );
        let (l, mut y) = (w * 0.56, 76.0);
        let heading = if gas {
            one(d, &["FACTURE DE GAZ", "Facture gaz naturel"])
        } else {
            one(d, &["FACTURE D'ÉLECTRICITÉ", "Facture électricité"])
        };
        put("", (l, y, x1 - l), heading, &heavy(d, 13.0), L, d);
        y += 18.0;
        let (date, until) = (spell(day), spell(due));
        let items: [(&str, &'static str, &str); 5] = [
            (one(d, &["Facture n°", "Numéro de facture"]), "invoice_number", &number),
            (one(d, &["Date de facture", "Éditée le"]), "invoice_date", &date),
            (one(d, &["Numéro client", "Réf. client"]), "client_number", &client),
            (one(d, &["Numéro de contrat", "Compte de contrat"]), "contract_number", &contract),
            (if gas { "PCE" } else { one(d, &["PDL", "N° PRM", "Point de livraison"]) }, "delivery_point", &point),
        ];
        for (label, field, value) in items {
            kv(field, (l, l + 84.0, y), &format!("{label} :"), value, (&small, &t), d);
            y += s * 1.5;
        }
        let y = 240.0;
        put(
            "",
            (x0, y, 300.0),
            one(d, &["Récapitulatif de votre facture", "L'essentiel de ma facture", "Synthèse"]),
            &heavy(d, s + 2.0),
            L,
            d,
        );
        lines_of_energy((x0, y + 12.0, x1 - x0), s, gas, (kwh, price, fixed, used), (duty, share, low, high), d);
        let y = y + 218.0;
        let sums = [
            ("", "Total HT", bare(ht)),
            ("", "Total TVA", bare(low + high)),
            ("total_ttc", one(d, &["Total TTC", "Net à payer TTC", "Montant TTC"]), with_sign(ttc)),
        ];
        let end = totals((x1 - 220.0, y, 220.0), &sums, s + 0.6, true, d) + 22.0;
        let said = format!(
            "{} {until}.",
            one(
                d,
                &[
                    "Montant à régler au plus tard le",
                    "Cette somme sera prélevée sur votre compte le",
                    "Échéance de paiement :"
                ]
            )
        );
        let end = told((x0, end, x1 - x0), &said, &bold, &[("due_date", &until)], d) + 12.0;
        let head = if gas {
            "Classe de consommation B1, tarif sur relevé semestriel."
        } else {
            "Option base, puissance souscrite 6 kVA."
        };
        let terms = format!(
            "{head} Les index relevés figurent au verso. Les impayés donnent lieu à des pénalités de retard \
            calculées au taux d'intérêt légal ; aucune coupure n'a lieu entre le 1er novembre et le 31 mars pour les résidences principales. \
            Vous pouvez changer de fournisseur à tout moment et sans frais."
        );
        text((x0, end, x1 - x0), &terms, &small, false, d);
        d.c.dotted(20.0, w - 20.0, d.c.height - 150.0);
        put(
            "",
            (x0, d.c.height - 134.0, 200.0),
            "Talon de paiement à joindre à votre chèque",
            &slanted(d, s - 1.0),
            L,
            d,
        );
        marks::code(d.c, x0, d.c.height - 120.0, &mut d.rng);
        put(
            "",
            (x1 - 180.0, d.c.height - 110.0, 180.0),
            "Ne rien inscrire sous ce trait - ne pas agrafer",
            &small,
            R,
            d,
        );
    }
    let at = d.c.height - 26.0;
    foot(
        at,
        &[format!(
            "{maker} - SA au capital de 2 435 285 011 € - Siège social : 1 place Samuel de Champlain, 92400 Courbevoie"
        )],
        6.6,
        &[],
        d,
    );
}

fn lines_of_energy(
    (x, y, w): (f32, f32, f32),
    s: f32,
    gas: bool,
    (kwh, price, fixed, used): (u64, u64, u64, u64),
    (duty, share, low, high): (u64, u64, u64, u64),
    d: &mut Desk<'_, '_>,
) {
    let columns = [
        (w * 0.44, L, "", ""),
        (w * 0.18, R, "Conso.", ""),
        (w * 0.20, R, "Prix unitaire HT", ""),
        (w * 0.18, R, "Montant HT", ""),
    ];
    let blank = String::new;
    let each = format!("{},{:04} €/kWh", price / 10_000, price % 10_000);
    let rows = vec![
        vec![
            if gas { "Abonnement gaz".to_owned() } else { "Abonnement électricité".to_owned() },
            blank(),
            blank(),
            bare(fixed),
        ],
        vec!["Consommation (index relevés)".to_owned(), format!("{kwh} kWh"), each, bare(used)],
        vec!["Contribution tarifaire d'acheminement (CTA)".to_owned(), blank(), blank(), bare(share)],
        vec![
            if gas {
                "Accise sur le gaz naturel (ex-TICGN)".to_owned()
            } else {
                "Accise sur l'électricité (ex-CSPE)".to_owned()
            },
            format!("{kwh} kWh"),
            blank(),
            bare(duty),
        ],
        vec!["TVA 5,50 %".to_owned(), blank(), blank(), bare(low)],
        vec!["TVA 20,00 %".to_owned(), blank(), blank(), bare(high)],
    ];
    let look = d.rng.choose(&[Look::Lines, Look::Striped, Look::Boxed]);
    let end = grid(&Grid { x, columns: &columns, look, size: s - 0.2, pitch: s * 2.0 }, y, 0.0, &rows, d);
    if gas {
        put("", (x, end + 14.0, w), "Coefficient de conversion : 11,18 kWh par m3", &roman(d, s - 1.4), L, d);
    }
}

/// Bars of what was used month by month, standing on `y`.
fn history((x, y, w): (f32, f32, f32), s: f32, d: &mut Desk<'_, '_>) {
    put(
        "",
        (x, y - 96.0, w),
        one(d, &["L'évolution de votre consommation (kWh)", "Historique de consommation"]),
        &heavy(d, s),
        L,
        d,
    );
    let step = w / 12.0;
    for (i, month) in ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"].into_iter().enumerate() {
        let left = x + i as f32 * step;
        let h = d.rng.range(14.0, 76.0);
        d.c.fill(left + 2.0, y - h, left + step - 4.0, y, 190);
        put("", (left, y + 10.0, step - 2.0), month, &roman(d, s - 1.6), C, d);
    }
    d.rule(x, y, x + w, y, 0.5);
}
