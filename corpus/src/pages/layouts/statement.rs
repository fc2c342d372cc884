//! Dense tables of small print: pay slips and tax notices.

use super::table::{Column, Look, table};
use crate::pages::compose::{Align, Manner};
use crate::pages::desk::Desk;
use crate::text::{capitals, codes, company, person, street, town, words};

pub(super) fn payslip(d: &mut Desk<'_, '_>) {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let body = body.sized((body.size * 0.85).max(6.4));
    let (x0, x1) = (d.x0() * 0.7, d.c.width - d.margins[2] * 0.7);
    let lead = body.size * 1.25;
    let mut y = d.margins[1] * 0.7 + body.size;
    let employer = company(&mut d.rng);
    let siren = codes::siren(&mut d.rng);
    let siret = codes::siret(&siren, &mut d.rng);
    d.value("employer", x0, y, &employer, &bold);
    let title = d.rng.pick(&["BULLETIN DE PAIE", "BULLETIN DE SALAIRE", "Bulletin de paie"]);
    d.right(x1, y, title, &bold.sized(body.size * 1.6));
    y += lead * 1.2;
    let lines = vec![street(&mut d.rng), town(&mut d.rng)];
    y = d.block(x0, y, &lines, &body, lead);
    d.labelled("siret", x0, x0 + body.size * 4.0, y, "SIRET :", &siret, (&body, &body));
    y += lead;
    let ape = format!("{}{}", d.rng.digits(4), d.rng.capital());
    d.labelled("ape", x0, x0 + body.size * 4.0, y, "APE :", &ape, (&body, &body));
    let mut ry = d.margins[1] * 0.7 + body.size * 4.0;
    let rx = d.c.width * 0.55;
    let period = format!("Période : {} {}", d.rng.pick(words::MONTHS), d.rng.between(1985, 2026));
    d.value("period", rx, ry, &period, &body);
    ry += lead * 1.5;
    let employee = person(&mut d.rng);
    d.value("employee", rx, ry, &employee, &bold);
    let nir = codes::grouped(&codes::nir(&mut d.rng), &[1, 2, 2, 2, 3, 3, 2]);
    ry += lead;
    d.labelled("nir", rx, rx + body.size * 5.0, ry, "N° SS :", &nir, (&body, &body));
    y = y.max(ry) + lead * 2.0;
    let column = Column::plain;
    let columns = [
        column("Désignation", 3.6, Align::Left),
        column("Base", 1.2, Align::Right),
        column("Taux", 0.9, Align::Right),
        column(d.rng.pick(&["Part salarié", "À déduire", "Retenues"]), 1.2, Align::Right),
        column(d.rng.pick(&["À payer", "Gains"]), 1.2, Align::Right),
        column(d.rng.pick(&["Part employeur", "Charges patronales"]), 1.3, Align::Right),
    ];
    let n = d.rng.between(14, 38);
    let rows: Vec<Vec<String>> = (0..n)
        .map(|_| {
            let item = d.rng.pick(&words::ITEMS[37..]).to_owned();
            let mut row = vec![if d.rng.chance(0.2) { capitals(&item, true) } else { item }];
            for _ in 0..5 {
                row.push(if d.rng.chance(0.6) { codes::amount(&mut d.rng) } else { String::new() });
            }
            row
        })
        .collect();
    let look = Look::random(d);
    let cell = body.sized((body.size * 0.92).max(5.8));
    let head = bold.sized(cell.size);
    let height = cell.size * d.rng.range(1.2, 1.55);
    let room = d.c.height - 110.0;
    let mut y = table(d, x0, x1, y, &columns, &rows, (&cell, &head), height, look, room) + lead * 1.6;
    let net = codes::amount(&mut d.rng);
    let gross = codes::amount(&mut d.rng);
    for (name, label, value) in [("gross", "SALAIRE BRUT", gross), ("net_pay", "NET À PAYER", net)] {
        if d.rng.chance(0.4) {
            d.c.frame(x1 - 190.0, y - lead, x1, y + lead * 0.4, 0.8);
        }
        let rng = &mut d.rng;
        d.c.row(|c| {
            c.text(x1 - 184.0, y, label, &bold, Align::Left, rng);
            c.value(name, x1 - 6.0, y, &value, &bold, Align::Right, rng);
        });
        y += lead * 1.5;
    }
    let text = words::SENTENCES[50];
    let small = body.sized((body.size * 0.8).max(5.6));
    d.left(x0, y.min(d.c.height - 20.0), text, &small);
}

pub(super) fn tax_notice(d: &mut Desk<'_, '_>) {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let body = body.sized((body.size * 0.9).max(6.5));
    let (x0, x1) = (d.x0(), d.x1());
    let lead = body.size * 1.28;
    let mut y = d.margins[1] + body.size;
    let office = d.rng.pick(&[
        "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
        "CENTRE DES FINANCES PUBLIQUES",
        "TRÉSOR PUBLIC",
        "URSSAF RHÔNE-ALPES",
    ]);
    d.left(x0, y, office, &bold);
    let kind = d.rng.pick(&[
        "AVIS D'IMPÔT SUR LES REVENUS", "TAXE FONCIÈRE", "AVIS DE TAXE D'HABITATION", "AVIS D'ÉCHÉANCE",
        "AVIS DE SOMMES À PAYER",
    ]);
    let year = d.rng.between(1990, 2026);
    let title = format!("{kind} {year}");
    y += lead * 2.0;
    let big = bold.sized(body.size * d.rng.range(1.2, 1.8));
    if d.rng.chance(0.4) {
        let value = d.rng.between(20, 110) as u8;
        d.c.fill(x0 - 4.0, y - big.size * 1.1, x1 + 4.0, y + big.size * 0.5, value);
        d.left(x0, y, &title, &big.toned(255));
    } else {
        d.left(x0, y, &title, &big);
    }
    y += lead * 2.2;
    // References in a box on the left, the address on the right.
    let top = y;
    let number = format!("{} {} {} {}", d.rng.digits(2), d.rng.digits(2), d.rng.digits(3), d.rng.digits(6));
    let tax_id = codes::grouped(&d.rng.digits(13), &[2, 2, 3, 3, 3]);
    let roll = d.rng.digits(3);
    let at = x0 + body.size * 9.5;
    for (name, label, value) in [
        ("tax_number", "Numéro fiscal :", tax_id),
        ("notice_reference", "Référence de l'avis :", number),
        ("roll", "Numéro de rôle :", roll),
    ] {
        d.labelled(name, x0 + 4.0, at, y, label, &value, (&body, &body));
        y += lead;
    }
    if d.rng.chance(0.6) {
        d.c.frame(x0, top - lead, d.c.width * 0.5, y - lead * 0.3, 0.6);
    }
    let to = super::letter::recipient(d);
    let wx = d.c.width * 0.56;
    let after = d.block(wx, top + lead, &to, &body, lead);
    y = y.max(after) + lead * 1.5;
    // Amount due, standing out.
    let amount = format!("{} €", codes::thousands(d.rng.between(12, 9800) as u64, " "));
    let rng = &mut d.rng;
    let large = bold.sized(body.size * 1.3);
    d.c.fill(x0, y - large.size * 1.1, x1, y + large.size * 0.5, 225);
    d.c.row(|c| {
        c.text(x0 + 6.0, y, "Montant à payer", &large, Align::Left, rng);
        c.value("amount_due", x1 - 6.0, y, &amount, &large, Align::Right, rng);
    });
    y += lead * 1.6;
    let limit = format!("au plus tard le {}", codes::date(&mut d.rng));
    d.value("due_date", x0 + 6.0, y, &limit, &body);
    y += lead * 2.0;
    // A dense grid of lines.
    let columns_n = d.rng.between(2, 5) as usize;
    let mut columns = vec![Column::plain("Détail du calcul", 3.0, Align::Left)];
    for i in 0..columns_n {
        let title = match i {
            0 => "Déclar. 1".to_owned(),
            1 => "Déclar. 2".to_owned(),
            2 => "Total".to_owned(),
            n => format!("{}", year - n as i64),
        };
        columns.push(Column::plain(&title, 1.0, Align::Right));
    }
    let n = d.rng.between(8, 34);
    let labels = [
        "Salaires",
        "Déduction 10 %",
        "Salaires, pensions, rentes nets",
        "Revenu brut global",
        "Revenu imposable",
        "Impôt sur les revenus soumis au barème",
        "Décote",
        "Nombre de parts",
        "Base",
        "Taux communal",
        "Cotisation",
        "Frais de gestion",
        "Réductions d'impôt",
        "Prélèvements sociaux",
        "CSG",
        "Revenu fiscal de référence",
        "Taxe sur les ordures ménagères",
    ];
    let rows: Vec<Vec<String>> = (0..n)
        .map(|_| {
            let mut row = vec![d.rng.pick(&labels).to_owned()];
            for _ in 0..columns_n {
                row.push(if d.rng.chance(0.7) {
                    codes::thousands(d.rng.between(0, 80_000) as u64, " ")
                } else {
                    String::new()
                });
            }
            row
        })
        .collect();
    let look = Look::random(d);
    let cell = body.sized((body.size * 0.9).max(5.8));
    let head = bold.sized(cell.size);
    let height = cell.size * d.rng.range(1.2, 1.6);
    let room = d.bottom() - 40.0;
    y = table(d, x0, x1, y, &columns, &rows, (&cell, &head), height, look, room) + lead * 1.5;
    let n = d.rng.between(150, 700) as usize;
    let text = d.prose(n);
    let small = body.sized((body.size * 0.8).max(5.6));
    if y < d.bottom() {
        if d.rng.chance(0.5) {
            let half = (x1 - x0) / 2.0 - 8.0;
            d.paragraph(x0, y, half, &text, &small, small.size * 1.15, Manner { justify: true, ..Manner::RAGGED });
            let other = d.prose(n / 2 + 60);
            d.paragraph(
                x0 + half + 16.0,
                y,
                half,
                &other,
                &small,
                small.size * 1.15,
                Manner { justify: true, ..Manner::RAGGED },
            );
        } else {
            d.paragraph(x0, y, x1 - x0, &text, &small, small.size * 1.15, Manner::RAGGED);
        }
    }
}
