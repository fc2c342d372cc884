//! Bills of telephone and of the line at home.

use super::super::facts::{day, figures};
use super::super::kit::pen::{Left, Pen, Right, Rules, Ty, Who, f};
use super::super::page::Page;
use super::trade_kit::{Trade, euros, later, month_of};
use crate::pages::desk::Desk;
use crate::text::codes;

pub(super) const PAGES: &[Page] = &[Page::a4("facture_energie", telephone)];

fn telephone(d: &mut Desk<'_, '_>) {
    let (who, when) = (Who::new(&mut d.rng, 1945, 2004), day(&mut d.rng, 2014, 2026));
    let mut p = Pen::new(d, 9.8, 50.0, 48.0);
    let (x, w) = (p.x, p.w);
    let brand = p.pick(&["orange", "SFR", "Bouygues Telecom", "free", "Sosh", "NRJ Mobile"]);
    let t = (x, 36.0);
    p.d.c.fill(t.0, t.1, t.0 + 34.0, t.1 + 34.0, 120);
    p.put(x + 42.0, 60.0, 200.0, Ty::Title, Left, brand);
    p.put(x, 92.0, 220.0, Ty::Small, Left, "Service clients");
    p.block(
        x,
        104.0,
        220.0,
        Ty::Small,
        &[
            format!(
                "{} - www.{}.fr",
                p.pick(&["39 00", "10 23", "10 64", "32 44"]),
                brand.to_lowercase().replace(' ', "")
            ),
            format!("{} BORDEAUX CEDEX 9", p.digits(5)),
        ],
    );
    p.block(x + w - 220.0, 124.0, 220.0, Ty::Body, &who.letter("addressee", false));
    p.y = 196.0;
    p.say(
        Ty::Title,
        Left,
        format!(
            "{} {} {}",
            p.pick(&["Votre facture internet-mobile de", "Facture mobile de", "Votre facture de"]),
            month_of(when),
            when.0
        ),
    );
    p.gap(0.3);
    let number = format!("{}{}{}", p.pick(&["2", "BM", "F", "00"]), p.digits(6), p.digits(4));
    let line_number = codes::grouped(&format!("06{}", p.digits(8)), &[2]);
    p.rows(
        150.0,
        &[
            ("N° de facture", f("invoice_number", number)),
            ("Date de facture", f("invoice_date", p.date(when))),
            (p.pick(&["N° client", "Numéro client", "Identifiant client"]), f("client_number", p.digits(10))),
            (
                "N° de contrat",
                if p.chance(0.5) { f("contract_number", format!("1.{}", p.digits(8))) } else { String::new() },
            ),
            ("Ligne", line_number.clone()),
        ],
        false,
    );
    p.gap(0.8);
    let plan = p.any(799, 4_999);
    let mut rows = vec![(
        p.pick(&["Livebox Fibre", "Forfait bloqué 2h", "Forfait 5G 100 Go", "Box Fibre + TV", "Série limitée 60 Go"]),
        plan,
    )];
    if p.chance(0.5) {
        rows.push((p.pick(&["Option TV Sport", "Location décodeur", "Assurance mobile"]), p.any(300, 1_500)));
    }
    if p.chance(0.5) {
        rows.push((
            p.pick(&["Consommations hors forfait", "Appels vers l'étranger", "Achats et contenus"]),
            p.any(50, 2_300),
        ));
    }
    if p.chance(0.4) {
        rows.push((p.pick(&["Remise fidélité", "Remise Open"]), -p.any(100, plan / 3 + 200)));
    }
    let ttc: i64 = rows.iter().map(|r| r.1).sum();
    let ht = (ttc * 1000 + 600) / 1200;
    let due = later(when, 12);
    let y = p.y;
    p.frame(x, y, w, 52.0);
    p.put(
        x + 10.0,
        y + 22.0,
        240.0,
        Ty::Head,
        Left,
        p.pick(&["Montant à payer", "Total à payer TTC", "Montant prélevé TTC"]),
    );
    p.put(x + w - 10.0, y + 23.0, 140.0, Ty::Title, Right, f("total_ttc", euros(&p, ttc)));
    let date = f("due_date", p.date(due));
    p.put(
        x + 10.0,
        y + 42.0,
        w - 20.0,
        Ty::Small,
        Left,
        format!(
            "{} {date}",
            p.pick(&["Prélèvement effectué à partir du", "à régler avant le", "Date limite de paiement :"])
        ),
    );
    p.y = y + 78.0;
    p.say(Ty::Bold, Left, format!("Vos abonnements, forfaits et options - ligne {line_number}"));
    p.gap(0.3);
    let rows: Vec<Vec<String>> = rows
        .iter()
        .map(|(l, c)| {
            vec![
                (*l).to_owned(),
                format!("du {} au {}", figures((when.0, when.1, 1), "/"), figures(later((when.0, when.1, 1), 29), "/")),
                euros(&p, *c),
            ]
        })
        .collect();
    p.table(Ty::Body, (&[4.0, 3.2, 1.6], "llr"), &["", "Période", "Montant TTC"], &rows, Rules::Rows);
    p.line(Ty::Body, (&[4.0, 3.2, 1.6], "llr"), &["Total HT".into(), String::new(), euros(&p, ht)]);
    p.line(Ty::Body, (&[4.0, 3.2, 1.6], "llr"), &["Montant TVA 20,00 %".into(), String::new(), euros(&p, ttc - ht)]);
    p.line(Ty::Bold, (&[4.0, 3.2, 1.6], "llr"), &["Total facture TTC".into(), String::new(), euros(&p, ttc)]);
    p.gap(1.2);
    p.say(Ty::Bold, Left, "Informations");
    p.para(Ty::Small, "Vous avez opté pour le paiement par prélèvement automatique. Conservez votre facture pendant un an : elle peut vous servir de justificatif de domicile.");
    if p.chance(0.5) {
        p.para(Ty::Small, "Toute facture impayée à son échéance peut entraîner la restriction puis la suspension de la ligne et des frais de 7,50 €.");
    }
    p.foot(
        Left,
        &[format!(
            "{brand} SA - RCS {} - TVA intracommunautaire sur les encaissements. Espace client disponible 24h/24.",
            p.pick(&["Nanterre 380 129 866", "Paris 343 059 564", "Paris 397 480 930"])
        )],
    );
}
