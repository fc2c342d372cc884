//! Statements of bank accounts.

use crate::pages::desk::Desk;
use crate::pages::layouts::facts::figures;
use crate::pages::layouts::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use crate::pages::layouts::kit::people::{BANKS, spaced_iban};
use crate::pages::layouts::page::Page;
use crate::rng::Rng;
use crate::text::{bic, capitals, codes};

pub(super) const PAGES: &[Page] = &[
    Page::a4("releve_compte", statement_columns),
    Page::a4("releve_compte", statement_signed),
    Page::a4("releve_compte", statement_old),
];

const MOVES: &[&str] = &[
    "CARTE X4821 LECLERC DRIVE", "PRLV SEPA EDF CLIENTS PARTICULIERS", "VIR SEPA RECU CPAM REMBOURSEMENT",
    "PRLV SEPA FREE MOBILE", "VIREMENT SALAIRE", "RETRAIT DAB", "CHEQUE EMIS", "CARTE X4821 BOULANGERIE PAUL",
    "PRLV SEPA DGFIP IMPOT", "COTISATION CARTE VISA", "VIR LOYER APPARTEMENT", "CARTE X4821 STATION TOTAL",
    "PRLV SEPA MUTUELLE", "REMISE DE CHEQUES", "VIR CAF ALLOCATIONS", "FRAIS TENUE DE COMPTE",
    "CARTE X4821 SNCF INTERNET", "ECHEANCE PRET IMMOBILIER", "PRLV SEPA SUEZ EAU FRANCE", "CARTE X4821 PHARMACIE",
];

/// Operations of a month with their signs, and what they come to.
fn moves(p: &Pen<'_, '_, '_>, n: i64) -> (Vec<(i64, String, i64)>, i64) {
    let mut at = 1;
    let mut all = Vec::new();
    for _ in 0..n {
        at = (at + p.any(0, 2)).min(28);
        let label = p.pick(MOVES);
        let income = ["RECU", "SALAIRE", "REMISE", "CAF"].iter().any(|w| label.contains(w));
        let cents = if income { p.any(2_000, 240_000) } else { -p.any(350, 78_000) };
        all.push((at, label.to_owned(), cents));
    }
    let total = all.iter().map(|m| m.2).sum();
    (all, total)
}

fn statement_columns(d: &mut Desk<'_, '_>) {
    let (who, h, account) =
        (Who::new(&mut d.rng, 1945, 2004), House::new(&mut d.rng), codes::Account::random(&mut d.rng));
    let (year, month) = (d.rng.between(2009, 2026), d.rng.between(1, 12));
    let mut p = Pen::new(d, 9.2, 42.0, 46.0);
    let bank = p.pick(BANKS);
    p.logo(42.0, 28.0, 32.0);
    p.put(82.0, 48.0, 240.0, Ty::Head, Left, bank);
    p.block(
        42.0,
        76.0,
        230.0,
        Ty::Small,
        &[
            format!("Agence de {}", h.town),
            h.street.clone(),
            h.place(),
            format!("Votre conseiller : {}", p.who(1965, 1998).titled(false)),
            format!("Tél. {}", h.phone),
        ],
    );
    let to = who.letter("", false);
    p.block(330.0, 128.0, 220.0, Ty::Body, &to);
    p.y = 196.0;
    let last = (year, month, 28);
    p.say(Ty::Title, Left, p.pick(&["RELEVÉ DE COMPTE", "Relevé de compte", "RELEVÉ DE VOTRE COMPTE DE DÉPÔT"]));
    let (iban, number) = (f("iban", spaced_iban(&account)), account.number.clone());
    p.say(Ty::Body, Left, format!("Compte chèques n° {number} – Relevé n° {} du {}", p.any(1, 99), p.date(last)));
    p.say(Ty::Body, Left, format!("IBAN : {iban}   BIC : {}", bic(&mut Rng::stream(year as u64, month as u64))));
    p.gap(0.8);
    let n = p.any(14, 24);
    let ((all, total), opening) = (moves(&p, n), p.any(-12_000, 320_000));
    let sides = |p: &Pen<'_, '_, '_>, cents: i64, name: &str| {
        let text = p.sum(cents.abs());
        let text = if name.is_empty() { text } else { f(name, text) };
        if cents < 0 { (text, String::new()) } else { (String::new(), text) }
    };
    let start = figures((year, month, 1), ".");
    let old = sides(&p, opening, "opening_balance");
    let mut rows = vec![vec![
        String::new(),
        String::new(),
        format!("{} au {start}", p.pick(&["ANCIEN SOLDE", "Solde précédent", "SOLDE EN VOTRE FAVEUR"])),
        old.0,
        old.1,
    ]];
    for (at, label, cents) in &all {
        let (debit, credit) = sides(&p, *cents, "");
        rows.push(vec![
            format!("{at:02}.{month:02}"),
            format!("{:02}.{month:02}", (at + 1).min(28)),
            label.clone(),
            debit,
            credit,
        ]);
    }
    let debits: i64 = all.iter().map(|m| m.2.min(0)).sum();
    rows.push(vec![String::new(), String::new(), "Total des mouvements".into(), p.sum(-debits), p.sum(total - debits)]);
    let new = sides(&p, opening + total, "balance");
    rows.push(vec![
        String::new(),
        String::new(),
        format!(
            "{} au {}",
            p.pick(&["NOUVEAU SOLDE", "Nouveau solde", "SOLDE CRÉDITEUR"])
                .replace("CRÉDITEUR", if opening + total < 0 { "DÉBITEUR" } else { "CRÉDITEUR" }),
            figures(last, ".")
        ),
        new.0,
        new.1,
    ]);
    let rules = if p.chance(0.5) { Rules::Columns } else { Rules::Rows };
    p.table(
        Ty::Body,
        (&[1.0, 1.0, 5.0, 1.8, 1.8], "cclrr"),
        &["Date", "Valeur", "Nature des opérations", "Débit", "Crédit"],
        &rows,
        rules,
    );
    p.para(
        Ty::Small,
        "Sauf erreur ou omission. Vous disposez d'un délai de treize mois pour contester une opération \
         de paiement. En cas de découvert \
         non autorisé, des intérêts débiteurs vous seront facturés au taux en vigueur affiché en agence.",
    );
    p.foot(
        Centre,
        &[
            format!(
                "{bank} – société anonyme agréée en qualité d'établissement de crédit – siège : {} {} – RCS {}",
                h.street,
                h.place(),
                h.siren
            ),
            "Garantie des dépôts : vos avoirs sont couverts par le FGDR dans la limite de 100 000 €.".into(),
        ],
    );
}

fn statement_signed(d: &mut Desk<'_, '_>) {
    let (who, h, account) =
        (Who::new(&mut d.rng, 1950, 2006), House::new(&mut d.rng), codes::Account::random(&mut d.rng));
    let (year, month) = (d.rng.between(2016, 2026), d.rng.between(1, 12));
    let code = bic(&mut d.rng);
    let mut p = Pen::new(d, 9.6, 48.0, 50.0);
    let bank = p.pick(&[
        "Nickel",
        "Revolut Bank UAB, succursale française",
        "N26",
        "Hello bank!",
        "Fortuneo",
        "Qonto",
        "Ma French Bank",
    ]);
    p.put(48.0, 52.0, 260.0, Ty::Title, Left, bank);
    p.put(
        547.0,
        52.0,
        240.0,
        Ty::Body,
        Right,
        format!("{} {}", capitals(crate::text::words::MONTHS[(month - 1) as usize], true), year),
    );
    p.rule();
    p.y = 84.0;
    p.say(Ty::Head, Left, p.pick(&["Relevé de compte", "Votre relevé mensuel", "Relevé d'opérations"]));
    p.gap(0.6);
    let (from, to) = (p.date((year, month, 1)), p.date((year, month, 28)));
    p.rows(
        120.0,
        &[
            ("Titulaire", who.name()),
            ("Adresse", format!("{}, {}", who.home[0], who.home[1])),
            ("IBAN", f("iban", if p.chance(0.3) { account.iban() } else { spaced_iban(&account) })),
            ("BIC", code),
            ("Période", format!("du {from} au {to}")),
            ("Devise", "Euro (EUR)".into()),
        ],
        false,
    );
    p.gap(1.0);
    let n = p.any(12, 20);
    let ((all, total), opening) = (moves(&p, n), p.any(2_000, 210_000));
    let (gains, spent): (i64, i64) = (all.iter().map(|m| m.2.max(0)).sum(), all.iter().map(|m| m.2.min(0)).sum());
    let head = [
        p.pick(&["Solde initial", "Solde d'ouverture", "Solde de départ"]),
        "Entrées",
        "Sorties",
        p.pick(&["Solde final", "Solde de clôture", "Solde de fin"]),
    ];
    p.table(
        Ty::Bold,
        (&[1.0, 1.0, 1.0, 1.0], "cccc"),
        &head,
        &[vec![f("opening_balance", p.sum(opening)), p.sum(gains), p.sum(spent), f("balance", p.sum(opening + total))]],
        Rules::Grid,
    );
    let mut left = opening;
    let rows: Vec<Vec<String>> = all
        .iter()
        .map(|(at, label, cents)| {
            left += cents;
            let amount = if *cents > 0 { format!("+{}", p.sum(*cents)) } else { p.sum(*cents) };
            vec![figures((year, month, *at), "/"), codes::capitalised(&label.to_lowercase()), amount, p.sum(left)]
        })
        .collect();
    p.table(Ty::Body, (&[1.5, 5.0, 1.8, 1.8], "llrr"), &["Date", "Libellé", "Montant", "Solde"], &rows, Rules::Rows);
    p.para(
        Ty::Small,
        "Pour toute réclamation, écrivez à notre service client depuis l'application. En cas de perte \
         ou de vol de votre carte, faites \
         immédiatement opposition depuis votre espace ou au numéro interbancaire 0 892 705 705.",
    );
    p.foot(
        Left,
        &[format!("{bank} – {} – {} – Agrément ACPR n° {}", h.street, h.place(), p.digits(5)), "Page 1 / 1".into()],
    );
}

fn statement_old(d: &mut Desk<'_, '_>) {
    let (who, h, account) =
        (Who::new(&mut d.rng, 1930, 1990), House::new(&mut d.rng), codes::Account::random(&mut d.rng));
    let (year, month) = (d.rng.between(2002, 2018), d.rng.between(1, 12));
    let mut p = Pen::new(d, 9.6, 40.0, 48.0);
    let bank = p.pick(BANKS);
    p.say(Ty::Head, Left, bank);
    p.say(Ty::Small, Left, format!("{} {} – N° Siren {}", h.street, h.place(), h.siren));
    p.gap(0.8);
    let rows = vec![vec![
        account.bank.clone(),
        account.branch.clone(),
        account.number.clone(),
        account.key.clone(),
        "EUR".into(),
        format!("{:03}", p.any(1, 12)),
    ]];
    p.table(
        Ty::Body,
        (&[1.0, 1.0, 2.0, 0.6, 0.8, 1.0], "cccccc"),
        &["Banque", "Guichet", "N° de compte", "Clé", "Monnaie", "N° relevé"],
        &rows,
        Rules::Grid,
    );
    let iban = f("iban", format!("{}{}", p.pick(&["", "IBAN "]), spaced_iban(&account)).trim_start_matches("IBAN "));
    p.put(40.0, p.y + 6.0, 270.0, Ty::Body, Left, format!("Identifiant international (IBAN) : {iban}"));
    let mut to = who.letter("", false);
    to[0] = format!("{} {}", who.agree("MR", "MME"), capitals(&who.name(), false));
    p.block(330.0, p.y + 40.0, 220.0, Ty::Body, &to);
    p.gap(8.5);
    let title = p.pick(&["EXTRAIT DE COMPTE", "RELEVÉ DE COMPTE", "VOTRE COMPTE COURANT"]);
    p.say(Ty::Title, Left, format!("{title} AU {}", figures((year, month, 28), "/")));
    p.gap(0.6);
    let n = p.any(12, 20);
    let ((all, total), opening) = (moves(&p, n), p.any(1_500, 290_000));
    let letter = |cents: i64| if cents < 0 { "-" } else { "+" };
    let mut rows = vec![vec![
        figures((year, month, 1), "/"),
        "SOLDE PRECEDENT".into(),
        f("opening_balance", p.sum(opening)),
        "+".into(),
    ]];
    for (at, label, cents) in &all {
        rows.push(vec![
            figures((year, month, *at), "/"),
            format!("{label} {}", p.digits(5)),
            p.sum(cents.abs()),
            letter(*cents).into(),
        ]);
    }
    rows.push(vec![
        figures((year, month, 28), "/"),
        p.pick(&["NOUVEAU SOLDE", "SOLDE A REPORTER", "SOLDE FIN DE PERIODE"]).into(),
        f("balance", p.sum((opening + total).abs())),
        letter(opening + total).into(),
    ]);
    p.table(
        Ty::Body,
        (&[1.6, 5.6, 1.8, 0.4], "llrc"),
        &["DATE", "OPÉRATION", "MONTANT", ""],
        &rows,
        if p.chance(0.5) { Rules::None } else { Rules::Columns },
    );
    p.say(
        Ty::Small,
        Left,
        format!("Autorisation de découvert : {} – Taux nominal : 15,90 % – TAEG : 17,12 %", p.sum(80_000)),
    );
    p.say(
        Ty::Small,
        Left,
        format!(
            "Frais et cotisations perçus ce mois : {} – Intérêts débiteurs : {}",
            p.sum(p.any(0, 1_800)),
            p.sum(p.any(0, 900))
        ),
    );
    p.foot(
        Left,
        &[
            "Les sommes portées au crédit sous réserve d'encaissement ne sont définitivement acquises \
         qu'après paiement."
                .into(),
            "Médiateur : BP 151, 75422 Paris Cedex 09".into(),
        ],
    );
}
