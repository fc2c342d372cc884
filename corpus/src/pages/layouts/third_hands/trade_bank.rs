//! Bank statements and bank identity slips.

use super::trade_kit::{
    Cell, Coin, Dates, Grid, Person, Place, beside, cell, cells, day, figures, foot, later, line_with, list, look,
    phone, prose, put, put_centre, put_right, set, stack, table,
};
use crate::pages::desk::Desk;
use crate::pages::layouts::page::Page;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::{bic, codes};

pub(super) const PAGES: &[Page] = &[
    Page::a4("releve_compte", columns),
    Page::a4("releve_compte", ledger),
    Page::a4("releve_compte", online),
    Page::a4("rib", page),
    Page { name: "rib", sheet: |rng| Some((595.3, rng.range(250.0, 330.0))), set: strip },
    Page::a4("rib", cut_off),
];

const BANKS: &[&str] = &[
    "Crédit Agricole Centre-est", "BNP PARIBAS", "La Banque Postale", "Caisse d'Epargne Loire-Centre",
    "CIC Lyonnaise de Banque", "LCL", "Crédit Mutuel de Bretagne", "BANQUE POPULAIRE DU SUD", "SOCIÉTÉ GÉNÉRALE",
    "Boursorama Banque", "Hello bank!", "Crédit Coopératif",
];

const MOVES: &[(&str, i64)] = &[
    ("CARTE 1234 SUPER U", -1),
    ("VIR SEPA SALAIRE", 12),
    ("PRLV SEPA FREE MOBILE", -1),
    ("RETRAIT DAB", -3),
    ("CHEQUE 0004512", -6),
    ("PRLV SEPA EDF CLIENTS", -4),
    ("VIR CAF", 5),
    ("COTISATION CARTE", -2),
    ("REMISE CHEQUES", 4),
    ("PRLV MAIF", -5),
    ("CARTE SNCF INTERNET", -4),
    ("ECHEANCE PRET IMMO", -30),
    ("CARTE BOULANGERIE PAUL", -1),
    ("VIR INST M LEGRAND", -3),
    ("FRAIS TENUE DE COMPTE", -1),
    ("PRLV DGFIP IMPOT", -9),
];

/// Movements of a month: day, wording, cents.
fn moves(rng: &mut Rng, most: i64) -> Vec<(i64, String, i64)> {
    let n = rng.between(7, most);
    let mut days: Vec<i64> = (0..n).map(|_| rng.between(1, 28)).collect();
    days.sort_unstable();
    let mut one = |day| {
        let (what, size) = rng.choose(MOVES);
        let cents = size * rng.between(400, 9_900);
        (day, what.to_owned(), cents)
    };
    days.into_iter().map(&mut one).collect()
}

/// Debits and credits in columns between the old balance and the new.
fn columns(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.4, 9.6, 36.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (coin, dates) = (Coin::random(&mut d.rng).bare(), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2008, 2025);
    let bank = d.rng.pick(BANKS);
    marks::logo(d.c, x0 + 10.0, 42.0, 20.0, &mut d.rng);
    put(d, x0 + 58.0, 58.0, 220.0, bank, &l.h);
    let agency = Place::random(&mut d.rng);
    let lines = [
        format!("Agence {}", agency.town),
        phone(&mut d.rng),
        "Votre conseiller : ".to_owned() + &Person::random(&mut d.rng).name(),
    ];
    stack(d, "", (x0, 98.0, 210.0), &lines, &l.s, l.lead);
    let who = Person::random(&mut d.rng);
    let mut lines = vec![who.titled(&mut d.rng)];
    lines.extend(Place::random(&mut d.rng).lines(&mut d.rng));
    stack(d, "", (w * 0.54, 128.0, x1 - w * 0.54), &lines, &l.n, l.lead);
    let mut y = 128.0 + l.lead * 6.0;
    let title =
        d.rng.pick(&["RELEVÉ DE COMPTE", "Relevé de compte chèques", "EXTRAIT DE COMPTE", "VOTRE RELEVÉ DE COMPTE"]);
    put(d, x0, y, 300.0, title, &l.h);
    let (from, to) = ((when.0, when.1, 1), later((when.0, when.1, 1), 27));
    put_right(d, x1, y, 220.0, &format!("du {} au {}", dates.spell(from), dates.spell(to)), &l.n);
    y += l.lead * 1.6;
    let account = codes::Account::random(&mut d.rng);
    put(d, x0, y, x1 - x0, &format!("Compte n° {} {} - page 1/1", account.branch, account.number), &l.n);
    y += l.lead;
    let iban = codes::grouped(&account.iban(), &[4]);
    beside(d, "iban", x0, 0.0, y, x1 - x0, ("IBAN :", &iban), (&l.n, &l.n));
    y += l.lead;
    let list = moves(&mut d.rng, 20);
    let opening = d.rng.between(10_000, 480_000);
    let end = opening + list.iter().map(|m| m.2).sum::<i64>();
    let named = d.rng.choose(&[
        ["Ancien solde au", "Nouveau solde au"],
        ["SOLDE PRÉCÉDENT AU", "SOLDE AU"],
        ["Solde initial au", "Solde créditeur au"],
    ]);
    let sign = |name: &'static str, what: String, cents: i64| {
        let text = coin.spell(cents.abs());
        let (a, b) = if cents < 0 { (Cell(name, text), cell("")) } else { (cell(""), Cell(name, text)) };
        vec![cell(""), cell(what), cell(""), a, b]
    };
    let mut rows = vec![sign("opening_balance", format!("{} {}", named[0], dates.spell(from)), opening)];
    let (mut debit, mut credit) = (0, 0);
    for (day, what, cents) in list {
        let date = format!("{day:02}/{:02}", when.1);
        let text = coin.spell(cents.abs());
        let (a, b) = if cents < 0 { (text, String::new()) } else { (String::new(), text) };
        if cents < 0 {
            debit -= cents
        } else {
            credit += cents
        }
        rows.push(vec![cell(&date), cell(what), cell(&date), cell(a), cell(b)]);
    }
    rows.push(cells(&["", "TOTAL DES MOUVEMENTS", "", &coin.spell(debit), &coin.spell(credit)]));
    rows.push(sign("balance", format!("{} {}", named[1].replace("créditeur", "final"), dates.spell(to)), end));
    let heads = [
        ("Date", 0.1, 'l'),
        ("Nature de l'opération", 0.48, 'l'),
        ("Valeur", 0.1, 'c'),
        ("Débit", 0.16, 'r'),
        ("Crédit", 0.16, 'r'),
    ];
    let grid = Grid { rows: false, ..Grid::random(&mut d.rng) };
    let y = table(d, (x0, x1), y, &heads, rows, (&l.b, &l.n), l.lead * 1.32, grid) + l.lead * 1.4;
    let text = "Sauf erreur ou omission. Garantie des dépôts : les sommes sont couvertes par le FGDR à hauteur de 100 000 \
        €. Médiateur : voir \
        conditions générales. Plafond de l'autorisation de découvert : 500 €, TAEG 15,90 %.";
    prose(d, x0, y, x1 - x0, text, &l.t);
    let orias = d.rng.digits(3);
    let law =
        format!("{bank} - Société coopérative à capital variable - Intermédiaire en assurance ORIAS 07 022 {orias}");
    foot(d, &[law], &l.t);
}

/// One column of signed sums under a summary of the accounts.
fn ledger(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.8, 9.8, 44.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let (coin, dates) = (Coin::random(&mut d.rng), Dates::random(&mut d.rng));
    let when = day(&mut d.rng, 2000, 2025);
    let bank = d.rng.pick(BANKS);
    let who = Person::random(&mut d.rng);
    put_right(d, x1, 60.0, 250.0, bank, &l.h);
    put(d, x0, 60.0, 220.0, "Relevé de vos comptes", &l.b.sized(l.n.size * 1.3));
    let no = d.rng.between(1, 12);
    put(d, x0, 60.0 + l.lead * 1.3, 220.0, &format!("n° {no} au {}", dates.spell(when)), &l.n);
    let mut lines = vec![who.titled(&mut d.rng)];
    lines.extend(Place::random(&mut d.rng).lines(&mut d.rng));
    stack(d, "", (w * 0.55, 124.0, x1 - w * 0.55), &lines, &l.n, l.lead);
    let list = moves(&mut d.rng, 16);
    let opening = d.rng.between(-40_000, 300_000);
    let end = opening + list.iter().map(|m| m.2).sum::<i64>();
    let signed = |cents: i64| if cents < 0 { coin.spell(cents) } else { format!("+{}", coin.spell(cents)) };
    let mut y = 124.0 + l.lead * 6.0;
    let account = codes::Account::random(&mut d.rng);
    put(d, x0, y, x1 - x0, &format!("Compte courant postal n° {} {}", account.number, account.key), &l.b);
    y += l.lead * 1.2;
    let iban = codes::grouped(&account.iban(), &[4]);
    let code = bic(&mut d.rng);
    let text = format!("IBAN : {iban} | BIC : {code}");
    line_with(d, (x0, y), &text, &l.s, &[("iban", &iban)]);
    y += l.lead * 1.2;
    let row = |date: String, what: String, last: Cell| vec![cell(date), cell(what), last];
    let named =
        d.rng.choose(&[["Ancien solde", "Nouveau solde"], ["Solde au début de la période", "Solde en fin de période"]]);
    let mut rows = vec![row(String::new(), named[0].to_owned(), Cell("opening_balance", signed(opening)))];
    for (day, what, cents) in list {
        rows.push(row(figures((when.0, when.1, day), "/"), what, cell(signed(cents))));
    }
    rows.push(row(String::new(), named[1].to_owned(), Cell("balance", signed(end))));
    let heads = [("Date", 0.16, 'l'), ("Opérations", 0.6, 'l'), ("Montant", 0.24, 'r')];
    y = table(d, (x0, x1), y, &heads, rows, (&l.s, &l.n), l.lead * 1.35, Grid::OPEN) + l.lead * 1.6;
    let cents = d.rng.between(2_000, 900_000);
    let other = format!("Pour information : Livret A n° {} - solde {}", d.rng.digits(10), coin.spell(cents));
    put(d, x0, y, x1 - x0, &other, &l.n);
    y += l.lead * 1.4;
    let text = "Réclamations : adressez-vous à votre centre financier. Opposition carte 24h/24 : 09 69 39 99 98 (non \
        surtaxé). Les opérations \
        postérieures à l'édition figureront sur le prochain relevé.";
    prose(d, x0, y, x1 - x0, text, &l.s);
}

/// A bank on the web: the balance large at the top, running balances in the last column.
fn online(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.6, 9.8, 46.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let coin = Coin::random(&mut d.rng).euros();
    let when = day(&mut d.rng, 2015, 2025);
    let bank = d.rng.pick(&[
        "Boursobank",
        "Fortuneo",
        "N26",
        "Nickel",
        "Qonto",
        "Revolut Bank UAB, succursale française",
        "Monabanq",
    ]);
    put(d, x0, 64.0, 260.0, bank, &l.h.sized(l.n.size * 2.0));
    let title = d.rng.pick(&["Relevé mensuel", "Relevé de compte"]);
    put_right(d, x1, 64.0, 180.0, title, &l.n);
    let who = Person::random(&mut d.rng);
    let mut lines = vec![who.name()];
    lines.extend(Place::random(&mut d.rng).lines(&mut d.rng));
    let y = stack(d, "", (x0, 98.0, 210.0), &lines, &l.n, l.lead);
    let iban = codes::grouped(&codes::Account::random(&mut d.rng).iban(), &[4]);
    let list_of = moves(&mut d.rng, 14);
    let opening = d.rng.between(20_000, 260_000);
    let end = opening + list_of.iter().map(|m| m.2).sum::<i64>();
    let rows = [
        ("iban", "IBAN", iban),
        ("", "BIC", bic(&mut d.rng)),
        ("opening_balance", d.rng.pick(&["Solde d'ouverture", "Solde de départ"]), coin.spell(opening)),
        ("balance", d.rng.pick(&["Solde de clôture", "Solde final"]), coin.spell(end)),
    ];
    list(d, (w * 0.48, w * 0.48 + 88.0, x1 - w * 0.48), 98.0, &rows, (&l.s, &l.b), l.lead * 1.2);
    let mut now = opening;
    let mut rows = Vec::new();
    for (day, what, cents) in list_of {
        now += cents;
        rows.push(cells(&[&figures((when.0, when.1, day), "/"), &what, &coin.spell(cents), &coin.spell(now)]));
    }
    let heads = [("Date", 0.16, 'l'), ("Description", 0.46, 'l'), ("Montant", 0.19, 'r'), ("Solde", 0.19, 'r')];
    let y =
        table(d, (x0, x1), y.max(98.0 + l.lead * 5.0) + l.lead, &heads, rows, (&l.b, &l.n), l.lead * 1.6, Grid::OPEN);
    prose(
        d,
        x0,
        y + l.lead * 1.5,
        x1 - x0,
        "Document généré automatiquement, sans valeur de signature. Conservez vos relevés cinq ans.",
        &l.s,
    );
    let call = phone(&mut d.rng);
    foot(
        d,
        &[
            format!("{bank} - {call}"),
            "Établissement de crédit agréé par l'ACPR, 4 place de Budapest, 75009 Paris".to_owned(),
        ],
        &l.t,
    );
}

/// The box of a bank identity slip: who, where, and the figures in their columns.
fn slip(d: &mut Desk<'_, '_>, (x, top, room): (f32, f32, f32), size: (f32, f32)) {
    let body = d.fonts.body.sized(size.0);
    let (bold, small) = (d.fonts.bold.sized(size.0), d.fonts.body.sized(size.0 * 0.82));
    let lead = size.1;
    let account = codes::Account::random(&mut d.rng);
    let who = Person::random(&mut d.rng);
    let agency = Place::random(&mut d.rng);
    let title =
        d.rng.pick(&["RELEVÉ D'IDENTITÉ BANCAIRE", "Relevé d'identité bancaire", "RELEVÉ D'IDENTITÉ BANCAIRE / IBAN"]);
    put_centre(d, x + room / 2.0, top, room, title, &bold.sized(size.0 * 1.2));
    let note = "Ce relevé est destiné à être remis à vos créanciers ou débiteurs appelés à faire inscrire des opérations \
        à votre compte.";
    let y = prose(d, x, top + lead * 1.2, room, note, &small) + lead * 0.4;
    let holder = if d.rng.chance(0.4) { who.titled(&mut d.rng) } else { who.name() };
    let labels = d.rng.choose(&[
        ["Titulaire du compte", "Domiciliation"],
        ["Titulaire :", "Domiciliation :"],
        ["Intitulé du compte", "Agence de domiciliation"],
    ]);
    put(d, x, y, room * 0.46, labels[0], &small);
    set(d, "account_holder", x, y + lead, room * 0.46, &holder, &bold);
    let lines = Place::random(&mut d.rng).lines(&mut d.rng);
    stack(d, "", (x, y + lead * 2.0, room * 0.46), &lines, &body, lead);
    put(d, x + room * 0.54, y, room * 0.46, labels[1], &small);
    let branch =
        format!("{} {}", d.rng.pick(&["CCM", "AG", "AGENCE", "CA"]), crate::text::capitals(agency.town, false));
    set(d, "branch", x + room * 0.54, y + lead, room * 0.46, &branch, &bold);
    let call = phone(&mut d.rng);
    put(d, x + room * 0.54, y + lead * 2.0, room * 0.46, &format!("Tél. {call}"), &body);
    let y = y + lead * (3.2 + lines.len() as f32 - 1.0);
    let row = vec![
        Cell("bank_code", account.bank.clone()),
        Cell("branch_code", account.branch.clone()),
        Cell("account_number", account.number.clone()),
        Cell("rib_key", account.key.clone()),
        cell("EUR"),
    ];
    let heads = d.rng.choose(&[
        ["Code banque", "Code guichet", "N° de compte", "Clé RIB", "Devise"],
        ["Banque", "Guichet", "Numéro de compte", "Clé", "Devise"],
        ["Code établissement", "Code guichet", "Numéro de compte", "Clé RIB", "Devise"],
    ]);
    let heads = [
        (heads[0], 0.2, 'c'),
        (heads[1], 0.2, 'c'),
        (heads[2], 0.34, 'c'),
        (heads[3], 0.13, 'c'),
        (heads[4], 0.13, 'c'),
    ];
    let y = table(d, (x, x + room), y, &heads, vec![row], (&small, &body), lead * 1.25, Grid::FULL) + lead * 1.4;
    let label = d.rng.pick(&["IBAN (International Bank Account Number)", "IBAN", "Identifiant international (IBAN)"]);
    let iban = codes::grouped(&account.iban(), &[4]);
    beside(d, "iban", x, 0.0, y, room, (label, &iban), (&small, &body));
    let label = d.rng.pick(&["BIC (Bank Identifier Code)", "BIC", "Code BIC (SWIFT)"]);
    let code = bic(&mut d.rng);
    beside(d, "bic", x, 0.0, y + lead * 1.2, room, (label, &code), (&small, &body));
}

/// A whole page with the bank's head and a few sentences.
fn page(d: &mut Desk<'_, '_>) {
    let l = look(d, 9.6, 11.0, 52.0);
    let (x0, x1) = (d.x0(), d.x1());
    let bank = d.rng.pick(BANKS);
    put(d, x0, 66.0, 300.0, bank, &l.h);
    let when = Dates::random(&mut d.rng).spell(day(&mut d.rng, 2009, 2025));
    put_right(d, x1, 66.0, 150.0, &format!("Édité le {when}"), &l.s);
    slip(d, (x0, 130.0, x1 - x0), (l.n.size, l.lead * 1.25));
    let y = 420.0;
    let text = "Pour vos virements et prélèvements, communiquez l'IBAN et le BIC ci-dessus. Ne communiquez jamais vos \
        codes confidentiels : aucun \
        conseiller ne vous les demandera par téléphone ou par courriel.";
    prose(d, x0, y, x1 - x0, text, &l.n);
    let seat = Place::random(&mut d.rng).street;
    foot(d, &[format!("{bank} - Siège social : {seat}")], &l.t);
}

/// A strip out of a cheque book.
fn strip(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.6, 9.6, 30.0);
    let (x0, x1) = (d.x0(), d.x1());
    let bank = d.rng.pick(BANKS);
    put(d, x0, 34.0, 250.0, bank, &l.b);
    d.c.frame(x0 - 10.0, 42.0, x1 + 10.0, d.c.height - 16.0, 0.6);
    slip(d, (x0, 58.0, x1 - x0), (l.n.size, l.lead * 1.05));
}

/// A slip to cut off, and under it whose it is.
fn cut_off(d: &mut Desk<'_, '_>) {
    let l = look(d, 8.6, 9.6, 50.0);
    let (x0, x1, w) = (d.x0(), d.x1(), d.c.width);
    let bank = d.rng.pick(BANKS);
    put(d, x0, 46.0, 250.0, bank, &l.h);
    slip(d, (x0, 92.0, x1 - x0), (l.n.size, l.lead * 1.1));
    let y = d.c.height * 0.46;
    d.c.dotted(20.0, w - 20.0, y);
    let mut lines = vec![Person::random(&mut d.rng).titled(&mut d.rng)];
    lines.extend(Place::random(&mut d.rng).lines(&mut d.rng));
    put(d, x0, y + 40.0, 240.0, "À remettre à votre créancier :", &l.s);
    stack(d, "", (x0, y + 40.0 + l.lead * 1.4, 240.0), &lines, &l.n, l.lead);
    let text = "Partie à détacher et à joindre à votre mandat de prélèvement SEPA. Toute modification de vos coordonnées \
        bancaires doit être signalée.";
    prose(d, x0, y + 130.0, x1 - x0, text, &l.s);
    marks::signature(d.c, x0 + 30.0, y + 190.0, 90.0, &mut d.rng);
}
