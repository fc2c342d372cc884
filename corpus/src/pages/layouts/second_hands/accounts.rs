//! Statements of account: debit and credit in columns, or one column of signed sums.

use super::Page;
use super::goods::{BANKS, account};
use super::trade_kit::*;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{mark, sum};
use crate::text::codes;

pub(super) const PAGES: &[Page] = &[Page::a4("releve_compte", statement)];

fn statement(d: &mut Desk<'_, '_>) {
    if d.rng.chance(0.5) { columns_statement(d) } else { signed_statement(d) }
}

/// Operations of a month: wording, sum out (true) or in, and what it was.
const MOVES: &[(&str, bool, u64)] = &[
    ("PRLV SEPA SICAE ENERGIE", true, 7_843),
    ("CARTE 12/{} INTERMARCHE", true, 5_462),
    ("VIR SEPA SALAIRE", false, 187_412),
    ("CHEQUE N° 4471203", true, 12_000),
    ("RETRAIT DAB", true, 6_000),
    ("PRLV MUTUELLE DES CHEMINOTS", true, 8_915),
    ("VIR CAF ALLOCATIONS", false, 14_118),
    ("CARTE GARAGE DU PONT", true, 23_890),
    ("PRLV SEPA BOUYGUES TELECOM", true, 2_499),
    ("REMISE CHEQUE", false, 4_500),
    ("ECHEANCE PRET 00812", true, 54_377),
    ("CARTE PHARMACIE DES HALLES", true, 1_865),
    ("VIR PERMANENT LIVRET A", true, 10_000),
    ("COTISATION CARTE BLEUE", true, 380),
    ("CARTE SNCF INTERNET", true, 4_760),
    ("VIR CPAM REMBOURSEMENT", false, 2_130),
];

/// What went over an account: dates, wording, whether out, cents; and balances before and after.
struct Moves {
    rows: Vec<(crate::pages::layouts::facts::Day, String, bool, u64)>,
    before: u64,
    after: u64,
    out: u64,
    income: u64,
}

fn moves((y, m): (i64, i64), k: &mut crate::rng::Rng) -> Moves {
    let mut rows = Vec::new();
    let mut at = 2;
    for (text, out, cents) in MOVES {
        if k.chance(0.15) {
            continue;
        }
        let cents = cents * k.between(70, 130) as u64 / 100 + k.below(60) as u64;
        rows.push(((y, m, at), text.replace("{}", &format!("{m:02}")), *out, cents));
        at = (at + k.between(0, 3)).min(28);
    }
    let total = |out: bool| rows.iter().filter(|r| r.2 == out).map(|r| r.3).sum::<u64>();
    let (out, income) = (total(true), total(false));
    let before = out + k.between(5_000, 260_000) as u64;
    Moves { after: before + income - out, before, out, income, rows }
}

/// Debit and credit in columns of their own, both dates.
fn columns_statement(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 8.8);
    let bank = k.choose(BANKS);
    let iban = codes::grouped(&account(bank.1, &mut k).iban(), &[4]);
    let home = Home::random(&mut k);
    let (x0, x1) = (40.0, 555.0);
    let month = (k.between(2013, 2025), k.between(1, 12));
    let m = moves(month, &mut k);
    let style = k.choose(&[0, 3]);
    emblem(d, x0, 28.0, 40.0, &mut k);
    put(d, x0 + 50.0, 46.0, 250.0, bank.0, &p.b.sized(p.n.size * 1.3));
    block(
        d,
        "",
        (x0 + 50.0, 60.0),
        220.0,
        &[format!("Agence de {}", home.place.town), format!("Tél. {}", home.place.phone(&mut k))],
        &p.n,
    );
    let (from, to) = (say(style, (month.0, month.1, 1)), say(style, month_end(month)));
    let title = k
        .pick(&["RELEVÉ DE COMPTE", "Extrait de compte", "RELEVÉ DE COMPTE CHÈQUES", "Relevé de votre compte courant"]);
    put(d, x0, 112.0, 240.0, title, &p.h);
    put(d, x0, 126.0, 250.0, &format!("du {from} au {to} - n° {} - page 1/1", k.between(1, 140)), &p.n);
    block(d, "", (320.0, 130.0), 230.0, &home.lines(2), &p.n.sized(p.n.size * 1.08));
    kv(d, (x0, x0 + 32.0, 310.0), 196.0, (k.pick(&["IBAN", "IBAN :", "N° IBAN"]), "iban", &iban), (&p.n, &p.n));
    kv(d, (x0, x0 + 32.0, 310.0), 208.0, ("BIC", "", bank.2), (&p.n, &p.n));
    let cols = columns(x0, x1, &[(0.9, C), (3.8, L), (0.9, C), (1.2, R), (1.2, R)]);
    let heading = k.choose(&[
        ["Date", "Libellé", "Valeur", "Débit", "Crédit"],
        ["Date opé.", "Nature des opérations", "Date val.", "Débit EUR", "Crédit EUR"],
    ]);
    heads(d, (222.0, 18.0), &cols, &heading, &p.b, k.between(1, 2) as usize);
    let mut y = 255.0;
    let old = k.pick(&["Solde précédent", "Ancien solde créditeur", "SOLDE CRÉDITEUR AU DERNIER RELEVÉ"]);
    let row =
        [("", String::new()), ("", old.to_owned()), ("", String::new()), ("", String::new()), ("", sum(m.before))];
    cells(d, y, &cols, &row, &p.b);
    for (when, text, out, cents) in &m.rows {
        y += 17.0;
        let short = format!("{:02}.{:02}", when.2, when.1);
        let (debit, credit) = if *out { (sum(*cents), String::new()) } else { (String::new(), sum(*cents)) };
        cells(d, y, &cols, &[("", short.clone()), ("", text.clone()), ("", short), ("", debit), ("", credit)], &p.n);
    }
    y += 20.0;
    d.rule(x0, y - 12.0, x1, y - 12.0, 0.5);
    cells(
        d,
        y,
        &cols,
        &[
            ("", String::new()),
            ("", "Total des mouvements".to_owned()),
            ("", String::new()),
            ("", sum(m.out)),
            ("", sum(m.income)),
        ],
        &p.n,
    );
    y += 19.0;
    let new = k.choose(&[
        format!("Nouveau solde créditeur au {to}"),
        format!("SOLDE CRÉDITEUR AU {to}"),
        format!("Solde en euros au {to}"),
    ]);
    cells(
        d,
        y,
        &cols,
        &[("", String::new()), ("", new), ("", String::new()), ("", String::new()), ("balance", sum(m.after))],
        &p.b,
    );
    grid(d, 222.0, y + 8.0, &cols);
    let text = "Sauf erreur ou omission de notre part. Toute réclamation doit être formulée dans un délai de deux mois. Votre découvert autorisé : 300,00 EUR. \
                Frais bancaires du mois : 3,80 EUR. Les dépôts sont garantis par le FGDR dans la limite de 100 000 EUR par déposant \
                (www.garantiedesdepots.fr). Pour toute insatisfaction, adressez-vous à votre agence, puis au service relations clientèle ; en dernier \
                recours, au médiateur de la consommation. Ce relevé tient lieu de justificatif, conservez-le pendant cinq ans.";
    para(d, x0, (y + 32.0).max(660.0), x1 - x0, text, &p.s);
    let line =
        format!("{} - établissement de crédit agréé - intermédiaire en assurances immatriculé à l'ORIAS", bank.0);
    fit(d, "", (297.0, 800.0), 515.0, &line, &p.s, C);
}

/// One column of signed sums, a summary of all accounts on top.
fn signed_statement(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let p = pens(d, 9.4);
    let bank = k.choose(&[
        ("La Banque Postale", "20041", "PSSTFRPPREN", ""),
        ("Monabanq", "14690", "MONNFR22", ""),
        ("Hello bank!", "30004", "BNPAFRPPXXX", ""),
        ("Crédit Coopératif", "42559", "CCOPFRPPXXX", ""),
    ]);
    let iban = codes::grouped(&account(bank.1, &mut k).iban(), &[4]);
    let home = Home::random(&mut k);
    let (x0, x1) = (52.0, 545.0);
    let month = (k.between(2016, 2025), k.between(1, 12));
    let m = moves(month, &mut k);
    let to = say(0, month_end(month));
    fit(d, "", (x1, 48.0), 250.0, bank.0, &p.h, R);
    let title = k.pick(&["Relevé de vos comptes", "Relevé de compte mensuel", "Relevé de compte bancaire"]);
    put(d, x0, 50.0, 240.0, title, &p.h);
    put(d, x0, 66.0, 240.0, &format!("Édité le {to}"), &p.n);
    block(d, "", (x0, 120.0), 230.0, &home.lines(0), &p.n.sized(p.n.size * 1.1));
    d.c.fill(x0, 180.0, x1, 238.0, 232);
    put(
        d,
        x0 + 8.0,
        196.0,
        300.0,
        k.pick(&["Votre compte courant en un coup d'œil", "Situation de votre compte"]),
        &p.b,
    );
    kv(d, (x0 + 8.0, x0 + 50.0, 400.0), 212.0, ("IBAN", "iban", &iban), (&p.n, &p.n));
    kv(d, (x0 + 8.0, x0 + 50.0, 400.0), 228.0, ("BIC", "", bank.2), (&p.n, &p.n));
    let mut y = 260.0;
    let row = [("", format!("Solde au {}", say(0, (month.0, month.1, 1)))), ("", format!("+ {} €", sum(m.before)))];
    let wide = columns(x0, x1, &[(3.0, L), (1.0, R)]);
    cells(d, y, &wide, &row, &p.b);
    let cols = columns(x0, x1, &[(0.9, L), (4.2, L), (1.3, R)]);
    heads(d, (y + 8.0, 18.0), &cols, &["Date", "Opérations", "Montant (€)"], &p.b, 0);
    y += 40.0;
    for (when, text, out, cents) in &m.rows {
        let signed = format!("{} {}", if *out { "-" } else { "+" }, sum(*cents));
        cells(d, y, &cols, &[("", format!("{:02}/{:02}", when.2, when.1)), ("", text.clone()), ("", signed)], &p.n);
        d.rule(x0, y + 5.0, x1, y + 5.0, 0.2);
        y += 18.0;
    }
    y += 8.0;
    d.c.fill(x0, y - 12.0, x1, y + 8.0, 218);
    let name = k.choose(&[
        format!("Nouveau solde au {to}"),
        format!("Solde de votre compte au {to}"),
        format!("Solde final au {to}"),
    ]);
    let since = d.c.lines.len();
    cells(d, y, &wide, &[("", name), ("", format!("+ {} €", sum(m.after)))], &p.b);
    mark(d, since, "balance", &sum(m.after));
    let text = "Il vous appartient de vérifier ce relevé et de signaler toute anomalie dans un délai de treize mois pour une opération de paiement. Total des \
                frais perçus sur la période : 3,80 €. Montant du découvert autorisé : 200,00 € (TAEG 16,90 %).";
    para(d, x0, y + 30.0, x1 - x0, text, &p.s);
    fit(
        d,
        "",
        (297.0, 800.0),
        490.0,
        "Page 1/1 - Vos appels sont susceptibles d'être enregistrés. Oppositions carte 24 h/24 : 09 69 39 99 98",
        &p.s,
        C,
    );
}
