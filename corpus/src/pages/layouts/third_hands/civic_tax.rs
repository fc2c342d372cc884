//! Notices of taxes: on incomes of several years, the statement of who pays none, on land and on dwellings.

use super::super::facts::{day, figures, sum, written};
use super::super::page::Page;
use super::civic_kit::{Column, Cut};
use super::civic_names::{home, office_phone, person, place, street};
use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[
    Page::a4("avis_imposition", incomes),
    Page::a4("avis_imposition", older_incomes),
    Page::a4("avis_imposition", situation),
    Page::a4("avis_imposition", land),
    Page::a4("avis_imposition", dwelling),
];

/// Thirteen digits, the first of them 0 to 3, and a key.
fn tax_number(r: &mut Rng) -> String {
    let body = format!("{}{}", r.between(0, 3), r.digits(9));
    let key = body.parse::<u64>().unwrap_or_default() % 511;
    let code = format!("{body}{key:03}");
    match r.below(3) {
        0 => codes::grouped(&code, &[2, 2, 3, 3, 3]),
        1 => codes::grouped(&code, &[2, 2, 3, 3]),
        _ => code,
    }
}

/// The reference of a notice: years, letter or digits.
fn notice(year: i64, r: &mut Rng) -> String {
    match r.below(3) {
        0 => format!("{:02} {} {} {} {:02}", year % 100, r.digits(2), r.digits(7), r.digits(3), r.between(1, 98)),
        1 => format!("{:02}{}{}", year % 100, r.capital(), r.digits(10)),
        _ => format!("{:02} {} {}", year % 100, r.digits(3), r.digits(8)),
    }
}

fn euros(n: i64, r: &mut Rng) -> String {
    let whole = codes::thousands(n as u64, " ");
    if r.chance(0.7) { format!("{whole} €") } else { whole }
}

/// The head of a notice on the left: who sends it and how to ask.
fn head(d: &mut Desk<'_, '_>, col: &mut Column, r: &mut Rng) {
    let town = place(r);
    col.bold(
        d,
        r.pick(&[
            "FINANCES PUBLIQUES",
            "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES",
            "RÉPUBLIQUE FRANÇAISE - impots.gouv.fr",
        ]),
        &[],
    );
    col.line(d, &format!("SIP {}", capitals(town.1, true)), &[]);
    col.line(d, &street(r), &[]);
    col.line(d, &format!("{} {} CEDEX", town.0, capitals(town.1, true)), &[]);
    col.line(d, &format!("Tél. : {}", office_phone(r)), &[]);
}

/// A row of the calculation.
fn sum_row(label: &str, one: &str, two: &str, total: &str) -> Vec<(&'static str, String)> {
    [label, one, two, total].map(|t| ("", t.to_owned())).to_vec()
}

/// On incomes, as of the years of deduction at source.
fn incomes(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.0, 10.0));
    let (one, two) = (person(r, 1950, 1998), person(r, 1950, 1998));
    let lives = home(r);
    let year = r.between(2019, 2025);
    let (number, reference) = (tax_number(r), notice(year, r));
    let income = euros(r.between(4_000, 96_000), r);
    let owed = r.between(0, 4_800);
    let (amount, due) =
        (format!("{} €", codes::thousands(owed as u64, " ")), figures((year, 9, r.between(10, 20)), "/"));
    let mut left = col.part(col.x, col.w * 0.47);
    head(d, &mut left, r);
    left.gap(0.6);
    left.bold(d, "Vos références", &[]);
    let label = r.pick(&["Numéro fiscal : ", "Numéro fiscal (déclarant 1) : ", "N° fiscal déclarant 1 : "]);
    left.line(d, &format!("{label}{number}"), &[("tax_number", &number)]);
    let label = r.pick(&["Référence de l'avis : ", "Réf. de l'avis : ", "N° de l'avis : "]);
    left.line(d, &format!("{label}{reference}"), &[("notice_reference", &reference)]);
    if r.chance(0.6) {
        let roll = format!("{:03}", r.between(11, 922));
        left.line(d, &format!("Numéro de rôle : {roll}"), &[("roll", &roll)]);
    }
    left.line(d, &format!("Date d'établissement : {}", figures((year, 7, r.between(8, 28)), "/")), &[]);
    left.line(d, &format!("Date de mise en recouvrement : {}", figures((year, 7, 31), "/")), &[]);
    let mut right = col.part(col.x + col.w * 0.52, col.w * 0.48);
    right.set(d, Align::Left, &format!("AVIS D'IMPÔT {year}"), (Cut::Bold, 1.4), &[]);
    right.line(d, &format!("Impôt et prélèvements sociaux sur les revenus de {}", year - 1), &[]);
    right.gap(2.0);
    let name = capitals(&format!("{} {} {}", one.title(false), one.last, one.firsts[0]), false);
    right.block(d, &lives.under(&name, r), "addressee");
    col.y = left.y.max(right.y) + col.lead * 1.2;
    col.bar(d, "Somme qu'il vous reste à payer", 222);
    if owed == 0 || r.chance(0.25) {
        col.text(
            d,
            "Vous n'avez rien à payer. Votre impôt a été intégralement acquitté par le prélèvement à la source.",
            &[],
        );
    } else {
        col.pair(
            d,
            0.6,
            r.pick(&["Montant à payer", "Montant restant à payer", "Total de votre impôt restant à payer"]),
            &amount,
            "amount_due",
        );
        let text = format!(
            "Vous devez payer au plus tard le {due} sur impots.gouv.fr. La somme sera prélevée sur votre \
                compte bancaire."
        );
        col.text(d, &text, &[("due_date", &due)]);
    }
    col.gap(0.5);
    col.bar(d, "Vos informations", 222);
    col.pair(d, 0.6, "Revenu fiscal de référence", &income, "reference_income");
    col.pair(d, 0.6, "Nombre de parts", r.pick(&["1,00", "1,50", "2,00", "2,50", "3,00"]), "");
    col.pair(
        d,
        0.6,
        "Taux d'imposition (prélèvement à la source)",
        &format!("{},{} %", r.between(0, 19), r.digit()),
        "",
    );
    col.pair(
        d,
        0.6,
        "Votre situation",
        &format!("{} - {}", r.pick(&["Célibataire", "Marié(e)", "Pacsé(e)", "Divorcé(e)"]), two.full()),
        "",
    );
    col.gap(0.5);
    let (salary, other) = (r.between(14_000, 52_000), r.between(0, 30_000));
    let rows = vec![
        sum_row("Détail des revenus", "Déclarant 1", "Déclarant 2", "Total"),
        sum_row("Salaires", &codes::thousands(salary as u64, " "), &codes::thousands(other as u64, " "), ""),
        sum_row("Déduction 10 % ou frais réels", &format!("- {}", salary / 10), &format!("- {}", other / 10), ""),
        sum_row(
            "Salaires, pensions, rentes nets",
            &codes::thousands((salary * 9 / 10) as u64, " "),
            &codes::thousands((other * 9 / 10) as u64, " "),
            &codes::thousands(((salary + other) * 9 / 10) as u64, " "),
        ),
        sum_row("Impôt sur les revenus soumis au barème", "", "", &codes::thousands((salary / 12) as u64, " ")),
        sum_row("Prélèvement à la source déjà payé", "", "", &format!("- {}", salary / 14)),
    ];
    col.table(d, &[2.6, 1.0, 1.0, 1.0], "lrrr", &rows, r.chance(0.6));
    col.small(d, "Pour toute réclamation, vous disposez d'un délai expirant le 31 décembre de la deuxième \
        année suivant celle de la mise en recouvrement. Le service de vérification en ligne des avis est accessible à l'adresse impots.gouv.fr/verifavis.");
    marks::code(d.c, col.right() - 80.0, (col.y + 8.0).min(d.c.height - 110.0), r);
    col.foot(d, &["Conservez cet avis : il vous sera demandé pour vos démarches. Page 1/4".to_owned()]);
}

/// On incomes, as before deduction at source, with a detachable coupon.
fn older_incomes(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.2, 10.2));
    let one = person(r, 1935, 1985);
    let lives = home(r);
    let year = r.between(2003, 2018);
    let (number, reference) = (tax_number(r), notice(year, r));
    let roll = format!("{:02} {:02} {}", r.between(1, 31), r.between(1, 12), r.digits(3));
    let (income, owed) = (euros(r.between(6_000, 80_000), r), r.between(120, 6_000));
    let amount = if r.chance(0.5) { format!("{},00 €", codes::thousands(owed as u64, " ")) } else { euros(owed, r) };
    let due = if r.chance(0.5) { written((year, 9, 15)) } else { figures((year, 9, 15), "/") };
    let mut left = col.part(col.x, col.w * 0.45);
    left.bold(d, &format!("IMPÔT SUR LES REVENUS DE L'ANNÉE {}", year - 1), &[]);
    left.bold(d, "AVIS D'IMPOSITION", &[]);
    left.gap(0.5);
    head(d, &mut left, r);
    let mut right = col.part(col.x + col.w * 0.5, col.w * 0.5);
    right.gap(3.0);
    let name = capitals(
        &format!("{} {} {}", r.pick(&["M OU MME", one.title(false), one.title(false)]), one.last, one.firsts[0]),
        false,
    );
    right.block(d, &lives.under(&name, r), "addressee");
    col.y = left.y.max(right.y) + col.lead;
    let rows = vec![
        vec![
            ("", "N° fiscal".to_owned()),
            ("", "Référence de l'avis".to_owned()),
            ("", "N° de rôle".to_owned()),
            ("", "Mise en recouvrement".to_owned()),
        ],
        vec![
            ("tax_number", number),
            ("notice_reference", reference),
            ("roll", roll),
            ("", figures((year, 7, 31), "/")),
        ],
    ];
    col.table(d, &[1.4, 1.4, 0.9, 1.2], "llll", &rows, true);
    col.gap(0.6);
    col.bold(d, "CALCUL DE L'IMPÔT", &[]);
    let salary = r.between(12_000, 60_000);
    for (label, figure) in [
        ("Salaires et assimilés", salary),
        ("Abattement spécial 10 %", salary / 10),
        ("Revenu brut global", salary * 9 / 10),
        ("CSG déductible", salary / 70),
        ("Impôt sur le revenu net avant corrections", owed + 140),
        ("Réductions d'impôt", 140),
    ] {
        col.pair(d, 0.7, label, &codes::thousands(figure as u64, " "), "");
    }
    col.gap(0.4);
    col.pair(
        d,
        0.7,
        r.pick(&["REVENU FISCAL DE RÉFÉRENCE", "Revenu fiscal de référence :"]),
        &income,
        "reference_income",
    );
    col.pair(d, 0.7, "Nombre de parts", "2,00", "");
    col.gap(0.4);
    col.pair(d, 0.7, r.pick(&["MONTANT À PAYER", "SOMME À PAYER", "TOTAL À PAYER"]), &amount, "amount_due");
    let label = r.pick(&["Date limite de paiement : ", "À payer au plus tard le ", "DATE LIMITE DE PAIEMENT : "]);
    col.bold(d, &format!("{label}{due}"), &[("due_date", &due)]);
    col.gap(1.0);
    col.text(
        d,
        "Si vous ne payez pas à l'échéance, une majoration de 10 % sera appliquée. Vous pouvez adhérer \
        au prélèvement mensuel à tout moment avant le 30 juin.",
        &[],
    );
    col.gap(0.6);
    for _ in 0..1 {
        col.set(
            d,
            Align::Centre,
            "-------- TALON DE PAIEMENT À DÉTACHER ET À JOINDRE AU CHÈQUE --------",
            (Cut::Plain, 0.85),
            &[],
        );
    }
    col.gap(0.6);
    col.line(d, &format!("{} {} - centre d'encaissement de {}", r.digits(6), r.digits(10), place(r).1), &[]);
    col.line(d, &format!("{}{}{}", r.digits(12), r.capital(), r.digits(14)), &[]);
}

/// The statement for those who have just declared, or who are not taxed.
fn situation(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.6, 10.8));
    let one = person(r, 1950, 2003);
    let lives = home(r);
    let year = r.between(2013, 2025);
    let (number, reference, income) = (tax_number(r), notice(year, r), euros(r.between(0, 24_000), r));
    let mut left = col.part(col.x, col.w * 0.45);
    head(d, &mut left, r);
    let mut right = col.part(col.x + col.w * 0.52, col.w * 0.48);
    right.gap(4.0);
    right.block(d, &lives.under(&capitals(&format!("{} {}", one.title(false), one.full()), false), r), "addressee");
    col.y = left.y.max(right.y) + col.lead * 1.5;
    let title = r.pick(&[
        "AVIS DE SITUATION DÉCLARATIVE À L'IMPÔT SUR LE REVENU",
        "AVIS DE NON-IMPOSITION",
        "AVIS D'IMPÔT - AVIS DE SITUATION DÉCLARATIVE",
    ]);
    col.title(d, title, 1.2, &[]);
    col.title(d, &format!("établi en {year} au titre des revenus {}", year - 1), 1.0, &[]);
    col.gap(1.0);
    let at = 0.5;
    col.pair(d, at, r.pick(&["Numéro fiscal", "Votre numéro fiscal :", "N° FISCAL"]), &number, "tax_number");
    col.pair(d, at, r.pick(&["Référence de l'avis", "Référence de votre avis :"]), &reference, "notice_reference");
    if r.chance(0.5) {
        let roll = format!("{:03}", r.between(11, 920));
        col.pair(d, at, "N° de rôle", &roll, "roll");
    }
    col.pair(d, at, "Date de l'avis", &figures((year, r.between(4, 9), r.between(2, 28)), "/"), "");
    col.gap(0.8);
    let birth = figures(one.birth, "/");
    let rows = vec![
        vec![("", " ".to_owned()), ("", "Déclarant 1".to_owned()), ("", "Déclarant 2".to_owned())],
        vec![("", "Nom".to_owned()), ("", one.surname()), ("", " ".to_owned())],
        vec![("", "Nom de naissance".to_owned()), ("", one.surname()), ("", " ".to_owned())],
        vec![("", "Prénom(s)".to_owned()), ("", one.given(" ")), ("", " ".to_owned())],
        vec![("", "Date de naissance".to_owned()), ("", birth), ("", " ".to_owned())],
        vec![("", "Adresse déclarée au 1er janvier".to_owned()), ("", lives.street.clone()), ("", " ".to_owned())],
    ];
    col.table(d, &[1.3, 1.4, 1.0], "lll", &rows, true);
    col.gap(0.6);
    col.pair(d, at, "Nombre de parts", r.pick(&["1", "1,5", "2", "2,5"]), "");
    col.pair(d, at, "Nombre de personnes à charge", &r.between(0, 3).to_string(), "");
    col.pair(d, at, "Revenu brut global", &codes::thousands(r.between(900, 26_000) as u64, " "), "");
    col.pair(d, at, "Revenu imposable", &codes::thousands(r.between(900, 25_000) as u64, " "), "");
    col.pair(d, at, r.pick(&["Revenu fiscal de référence", "REVENU FISCAL DE RÉFÉRENCE"]), &income, "reference_income");
    col.pair(d, at, "Montant de l'impôt sur le revenu net", "0 €", "");
    col.gap(1.0);
    col.text(
        d,
        "Au vu des éléments que vous avez déclarés, vous n'avez pas d'impôt à payer. Ce document vous \
        permet de justifier de vos revenus et de vos charges auprès des organismes tiers.",
        &[],
    );
    col.small(
        d,
        "Ce document ne constitue pas un avis d'imposition définitif. L'authenticité des données peut \
        être vérifiée en ligne à l'aide du numéro fiscal et de la référence de l'avis.",
    );
}

/// The tax on land.
fn land(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    local(d, r, "TAXES FONCIÈRES", &["Base", "Taux", "Cotisations"], 10);
}

/// The tax on dwellings with the contribution to broadcasting.
fn dwelling(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let title = r.pick(&[
        "TAXE D'HABITATION - CONTRIBUTION À L'AUDIOVISUEL PUBLIC",
        "TAXE D'HABITATION",
        "TAXE D'HABITATION SUR LES RÉSIDENCES SECONDAIRES",
    ]);
    local(d, r, title, &["Valeur locative", "Abattements", "Cotisations"], 11);
}

/// A tax for the town and others, of a month in which it is to be paid.
fn local(d: &mut Desk<'_, '_>, r: &mut Rng, title: &str, heads: &[&str; 3], month: i64) {
    let mut col = Column::page(d, r.range(9.2, 10.2));
    let one = person(r, 1935, 1995);
    let (lives, town) = (home(r), place(r));
    let year = r.between(2009, 2025);
    let (number, reference) = (tax_number(r), notice(year, r));
    let roll = format!("{:03}", r.between(11, 990));
    let owed = r.between(90, 3200);
    let amount = if r.chance(0.4) {
        format!("{} €", sum(owed as u64 * 100))
    } else {
        format!("{} €", codes::thousands(owed as u64, " "))
    };
    let due = if r.chance(0.5) { written((year, month, 15)) } else { figures((year, month, 15), "/") };
    col.set(d, Align::Right, &format!("AVIS D'IMPÔT {year}"), (Cut::Bold, 1.3), &[]);
    col.set(d, Align::Right, title, (Cut::Bold, 1.05), &[]);
    let top = col.y;
    let mut left = col.part(col.x, col.w * 0.45);
    left.y = top;
    head(d, &mut left, r);
    left.gap(0.5);
    left.bold(d, "VOS RÉFÉRENCES", &[]);
    left.line(d, &format!("Numéro fiscal : {number}"), &[("tax_number", &number)]);
    left.line(d, &format!("Référence de l'avis : {reference}"), &[("notice_reference", &reference)]);
    if r.chance(0.7) {
        left.line(
            d,
            &format!("{}{roll}", r.pick(&["Numéro de rôle : ", "N° de rôle : ", "Rôle : "])),
            &[("roll", &roll)],
        );
    }
    left.line(d, &format!("Numéro de propriétaire : {} {}{}", r.digits(3), r.capital(), r.digits(5)), &[]);
    let mut right = col.part(col.x + col.w * 0.52, col.w * 0.48);
    right.y = top + col.lead * 2.5;
    right.block(d, &lives.under(&capitals(&format!("{} {}", one.title(false), one.full()), false), r), "addressee");
    col.y = left.y.max(right.y) + col.lead;
    let said = r.pick(&["Montant à payer", "SOMME À PAYER", "Montant de votre impôt"]);
    col.pair(d, 0.55, said, &amount, "amount_due");
    let label = r.pick(&["au plus tard le", "Date limite de paiement", "À payer avant le"]);
    col.pair(d, 0.55, label, &due, "due_date");
    col.gap(0.6);
    col.text(
        d,
        &format!("Commune : {} - Département : {} - Lieu d'imposition : {}", town.1, &town.0[..2], street(r)),
        &[],
    );
    col.gap(0.4);
    let mut rows = vec![
        ["Détail du calcul", "Commune", "Intercommunalité", "Taxe GEMAPI", "Total"]
            .map(|t| ("", t.to_owned()))
            .to_vec(),
    ];
    for head in heads {
        let figures: Vec<i64> = (0..3).map(|_| r.between(12, 1800)).collect();
        let mut row = vec![("", (*head).to_owned())];
        row.extend(figures.iter().map(|f| ("", f.to_string())));
        row.push(("", figures.iter().sum::<i64>().to_string()));
        rows.push(row);
    }
    rows.push(["Frais de gestion", "", "", "", "38"].map(|t| ("", t.to_owned())).to_vec());
    col.table(d, &[1.6, 1.0, 1.2, 1.0, 1.0], "lrrrr", &rows, true);
    if month == 11 && r.chance(0.6) {
        let income = euros(r.between(9_000, 60_000), r);
        col.pair(d, 0.55, "Revenu fiscal de référence du foyer", &income, "reference_income");
        col.pair(d, 0.55, "Nombre de parts", "2,5", "");
    }
    col.gap(0.6);
    col.text(
        d,
        "Comment payer ? Sur impots.gouv.fr, par prélèvement à l'échéance, ou par le TIP SEPA \
        ci-dessous si le montant est inférieur à 300 euros.",
        &[],
    );
    col.gap(0.4);
    col.line(d, "TIP SEPA - Référence unique du mandat (RUM) :", &[]);
    col.line(d, &format!("NNFR46{}{}{}", r.digits(6), r.capital(), r.digits(12)), &[]);
    col.line(d, &format!("ICS : FR46ZZZ{}", r.digits(6)), &[]);
    let written_on = day(r, year, year);
    col.small(
        d,
        &format!(
            "Avis établi le {}. Passé la date limite de paiement, une majoration de 10 % est \
        appliquée (article 1730 du code général des impôts).",
            figures((year, 8, written_on.2), "/")
        ),
    );
}
