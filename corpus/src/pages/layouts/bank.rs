//! Bank papers: account identity sheets (RIB) and statements.

use super::table::{Column, Look, table};
use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes, person, street, town, words};

/// A RIB: one to three on a sheet.
pub(super) fn rib(d: &mut Desk<'_, '_>) {
    let account = codes::Account::random(&mut d.rng);
    let holder = person(&mut d.rng);
    let bic = crate::text::bic(&mut d.rng);
    let copies = if d.c.height < 500.0 { 1 } else { d.rng.between(1, 3) };
    let mut y = d.margins[1];
    for _ in 0..copies {
        if y > d.bottom() - 190.0 {
            break;
        }
        y = one_rib(d, y, &account, &holder, &bic) + 36.0;
    }
}

fn one_rib(d: &mut Desk<'_, '_>, top: f32, account: &codes::Account, holder: &str, bic: &str) -> f32 {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let small = body.sized((body.size * 0.78).max(5.8));
    let (x0, x1) = (d.x0(), d.x1());
    let lead = body.size * 1.35;
    let mut y = top + body.size * 1.6;
    let bank = d.rng.pick(&[
        "BANQUE RÉGIONALE DE L'OUEST", "Crédit Coopératif", "LA BANQUE POSTALE", "Caisse d'Épargne", "Crédit du Nord",
        "Société Marseillaise",
    ]);
    d.left(x0, y, bank, &bold);
    let title = d.rng.pick(&[
        "RELEVÉ D'IDENTITÉ BANCAIRE", "Relevé d'Identité Bancaire", "R.I.B.", "RELEVE D'IDENTITE BANCAIRE / IBAN",
    ]);
    y += lead * 1.5;
    let big = bold.sized(body.size * 1.25);
    let middle = d.c.width / 2.0;
    d.centre(middle, y, title, &big);
    y += lead * 1.4;
    let text = "Ce relevé est destiné à être remis, sur leur demande, à vos créanciers ou débiteurs.";
    d.left(x0, y, text, &small);
    y += lead * 1.3;
    // The four parts, in a table.
    let framed = d.rng.chance(0.7);
    let parts = [
        ("bank_code", "Code banque", account.bank.clone(), 1.0),
        ("branch_code", "Code guichet", account.branch.clone(), 1.0),
        ("account_number", "Numéro de compte", account.number.clone(), 2.0),
        ("rib_key", "Clé RIB", account.key.clone(), 0.7),
    ];
    let total: f32 = parts.iter().map(|p| p.3).sum();
    let width = (x1 - x0) * d.rng.range(0.65, 1.0);
    let mut x = x0;
    let mut edges = Vec::new();
    for p in &parts {
        edges.push((x, x + p.3 / total * width));
        x += p.3 / total * width;
    }
    let rng = &mut d.rng;
    d.c.row(|c| {
        for (p, e) in parts.iter().zip(&edges) {
            c.text((e.0 + e.1) / 2.0, y, p.1, &small, Align::Centre, rng);
        }
    });
    let row2 = y + lead * 1.2;
    d.c.row(|c| {
        for (p, e) in parts.iter().zip(&edges) {
            c.value(p.0, (e.0 + e.1) / 2.0, row2, &p.2, &body, Align::Centre, rng);
        }
    });
    if framed {
        for e in &edges {
            d.c.frame(e.0, y - small.size * 1.3, e.1, row2 + body.size * 0.5, 0.6);
        }
    }
    y = row2 + lead * 1.7;
    let iban = if d.rng.chance(0.85) { codes::grouped(&account.iban(), &[4]) } else { account.iban() };
    let label = d.rng.pick(&["IBAN :", "IBAN", "Identifiant international de compte (IBAN)", "I.B.A.N."]);
    let at = x0 + body.size * d.rng.range(4.0, 12.0);
    d.labelled("iban", x0, at, y, label, &iban, (&body, &bold));
    y += lead * 1.2;
    let label = d.rng.pick(&["BIC :", "BIC", "Code BIC (SWIFT)", "Bank Identifier Code"]);
    d.labelled("bic", x0, at, y, label, bic, (&body, &bold));
    y += lead * 1.4;
    // Holder and branch, side by side.
    let half = (x0 + x1) / 2.0 + 10.0;
    d.left(x0, y, "Titulaire du compte :", &small);
    d.left(half, y, "Domiciliation :", &small);
    y += lead;
    d.value("account_holder", x0, y, &capitals(holder, false), &body);
    let place = capitals(d.rng.choose(words::TOWNS).1, false);
    d.value("branch", half, y, &place, &body);
    let lines = vec![street(&mut d.rng), town(&mut d.rng)];
    let after = d.block(x0, y + lead, &lines, &body, lead);
    d.rule(x0, after, x1, after, 0.4);
    after
}

/// An account statement: a table of small print with running amounts.
pub(super) fn statement(d: &mut Desk<'_, '_>) {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let (x0, x1) = (d.x0(), d.x1());
    let lead = body.size * 1.3;
    let mut y = d.margins[1] + body.size;
    if d.rng.chance(0.5) {
        marks::logo(d.c, x0, y - body.size, 36.0, &mut d.rng);
        y += 46.0;
    }
    let title = d
        .rng
        .pick(&["RELEVÉ DE COMPTE", "Relevé de compte courant", "EXTRAIT DE COMPTE", "Votre relevé de compte chèques"]);
    d.left(x0, y, title, &bold.sized(body.size * 1.4));
    let number = codes::Account::random(&mut d.rng);
    y += lead * 1.5;
    let iban = codes::grouped(&number.iban(), &[4]);
    d.labelled("iban", x0, x0 + 60.0, y, "IBAN :", &iban, (&body, &body));
    y += lead;
    let period = format!("Période du {} au {}", codes::date(&mut d.rng), codes::date(&mut d.rng));
    d.left(x0, y, &period, &body);
    let to = super::letter::recipient(d);
    let wx = d.c.width * 0.55;
    y = d.block(wx, y + lead, &to, &body, lead).max(y) + lead;
    let n = d.rng.between(8, 45);
    let mut rows = Vec::new();
    for _ in 0..n {
        let date = format!("{:02}/{:02}", d.rng.between(1, 28), d.rng.between(1, 12));
        let amount = codes::amount(&mut d.rng);
        let label = match d.rng.below(6) {
            0 => format!("PRLV SEPA {}", capitals(d.rng.pick(words::COMPANIES), false)),
            1 => format!("CB {} {}", capitals(d.rng.pick(words::COMPANIES), false), d.rng.digits(4)),
            2 => format!("VIR {}", capitals(&person(&mut d.rng), false)),
            3 => format!("CHÈQUE N° {}", d.rng.digits(7)),
            4 => "RETRAIT DAB".to_owned(),
            _ => d.rng.pick(words::ITEMS).to_owned(),
        };
        let debit = d.rng.chance(0.7);
        let value = date.clone();
        rows.push(vec![
            date,
            label,
            value,
            if debit { amount.clone() } else { String::new() },
            if debit { String::new() } else { amount },
        ]);
    }
    let column = Column::plain;
    let columns = [
        column("Date", 0.8, Align::Left),
        column(d.rng.pick(&["Nature de l'opération", "Libellé", "Opérations"]), 4.2, Align::Left),
        column("Valeur", 0.8, Align::Left),
        column("Débit", 1.2, Align::Right),
        column("Crédit", 1.2, Align::Right),
    ];
    let look = Look::random(d);
    let cell = body.sized((body.size * d.rng.range(0.7, 0.9)).max(6.0));
    let head = bold.sized(cell.size);
    let height = cell.size * d.rng.range(1.2, 1.7);
    let room = d.bottom() - lead * 3.0;
    let y = table(d, x0, x1, y, &columns, &rows, (&cell, &head), height, look, room) + lead * 1.4;
    let balance = codes::amount(&mut d.rng);
    let rng = &mut d.rng;
    d.c.row(|c| {
        c.text(x0, y, "Solde créditeur en euros", &bold, Align::Left, rng);
        c.value("balance", x1, y, &balance, &bold, Align::Right, rng);
    });
    super::letter::footer(d);
}
