//! Notices of tax on income and on land, and statements of a tax household's situation.

use super::Page;
use super::accounts::squares;
use super::stationery::{
    C, Citizen, Grid, L, Look, R, address, emblem, foot, grid, heavy, kv, line, one, phone, put, roman, row, slanted,
    slashed, spelling, text, told,
};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::Day;
use crate::pages::marks;
use crate::text::capitals;
use crate::text::codes::{grouped, thousands};

pub(super) const PAGES: &[Page] = &[Page::a4("avis_imposition", notice)];

struct Facts {
    number: String,
    reference: String,
    roll: String,
    office: Vec<String>,
    year: i64,
    issued: Day,
}

fn notice(d: &mut Desk<'_, '_>) {
    let who = Citizen::random(&mut d.rng);
    let year = d.rng.between(2013, 2025);
    let number = format!("{}{}", d.rng.between(0, 3), d.rng.digits(12));
    let number = if d.rng.chance(0.7) { grouped(&number, &[2, 2, 3, 3, 3]) } else { number };
    let reference =
        format!("{:02} {} {} {} {}", year % 100, d.rng.digits(2), d.rng.digits(4), d.rng.digits(3), d.rng.digits(2));
    let reference = if d.rng.chance(0.3) { reference.replace(' ', "") } else { reference };
    let roll = if d.rng.chance(0.5) {
        format!("{:03}", d.rng.between(1, 989))
    } else {
        format!("{:02}{}", year % 100, d.rng.digits(3))
    };
    let office = vec![
        one(d, &["SERVICE DES IMPÔTS DES PARTICULIERS", "CENTRE DES FINANCES PUBLIQUES", "SIP"]).to_owned(),
        who.home[1].clone(),
        format!("Tél. : {}", phone(&mut d.rng, "08")),
    ];
    let facts =
        Facts { number, reference, roll, office, year, issued: (year, d.rng.choose(&[7, 8]), d.rng.between(3, 28)) };
    match d.rng.below(4) {
        0 | 1 => income(d, &who, &facts),
        2 => land(d, &who, &facts),
        _ => situation(d, &who, &facts),
    }
}

/// The head all of them have; returns where the body may begin.
fn head(who: &Citizen, f: &Facts, title: &str, s: f32, d: &mut Desk<'_, '_>) -> f32 {
    let (x0, x1, w) = (36.0, d.c.width - 36.0, d.c.width);
    let (t, small, bold) = (roman(d, s), roman(d, s - 1.2), heavy(d, s));
    emblem(x0, 24.0, 30.0, d);
    address(
        "",
        (x0 + 38.0, 34.0, 160.0),
        &["RÉPUBLIQUE FRANÇAISE".to_owned(), "Direction générale des finances publiques".to_owned()],
        &bold,
        d,
    );
    put("", (w * 0.44, 40.0, x1 - w * 0.44), title, &heavy(d, 14.0), R, d);
    let l = w * 0.5;
    let shown = [
        vec![capitals(&format!("{} {}", who.who.title(false), who.who.full()), false)],
        who.home.iter().map(|h| capitals(h, false)).collect(),
    ]
    .concat();
    address("addressee", (l, 142.0, x1 - l), &shown, &roman(d, s + 1.8), d);
    let mut y = 76.0;
    put("", (x0, y, 200.0), one(d, &["Vos références", "VOS RÉFÉRENCES", "Pour vous identifier"]), &bold, L, d);
    y += 14.0;
    let items: [(&str, &'static str, &str); 3] = [
        (
            one(d, &["Numéro fiscal", "N° fiscal", "Numéro fiscal (déclarant 1)", "Votre numéro fiscal"]),
            "tax_number",
            &f.number,
        ),
        (
            one(d, &["Référence de l'avis", "Réf. de l'avis", "Référence de l'avis d'impôt"]),
            "notice_reference",
            &f.reference,
        ),
        (one(d, &["Numéro de rôle", "N° de rôle", "Rôle"]), "roll", &f.roll),
    ];
    for (label, field, value) in items {
        kv(field, (x0, x0 + 100.0, y), &format!("{label} :"), value, (&small, &t), d);
        y += s * 1.45;
    }
    let issued = slashed(f.issued);
    kv("", (x0, x0 + 100.0, y), "Date d'établissement :", &issued, (&small, &t), d);
    y += s * 1.45;
    kv(
        "",
        (x0, x0 + 100.0, y),
        "N° FIP :",
        &format!("{} {} {}", d.rng.digits(3), d.rng.digits(2), d.rng.digits(9)),
        (&small, &t),
        d,
    );
    y += s * 2.6;
    put(
        "",
        (x0, y, 200.0),
        one(d, &["Votre service gestionnaire", "Vos contacts", "Pour nous contacter"]),
        &bold,
        L,
        d,
    );
    address("", (x0, y + 13.0, 210.0), &f.office, &small, d) + 22.0
}

const NOTES: &[&str] = &[
    "Les informations de cet avis sont issues de votre déclaration. Si vous constatez une erreur, vous pouvez la corriger en ligne sur impots.gouv.fr jusqu'à la \
     mi-décembre, puis présenter une réclamation jusqu'au 31 décembre de la deuxième année suivante.",
    "Ce document est authentifiable : en scannant le code ci-contre, un tiers peut vérifier l'exactitude des données. Justificatif à conserver sans limitation de durée.",
    "Tout paiement supérieur à 300 euros doit être effectué de façon dématérialisée (article 1681 sexies du code général des impôts). À défaut, une majoration de 0,2 % \
     est appliquée, avec un minimum de 15 euros.",
    "Conformément à la loi n° 78-17 du 6 janvier 1978 modifiée, vous disposez d'un droit d'accès et de rectification auprès de votre service des impôts.",
];

fn euros(v: u64) -> String {
    format!("{} €", thousands(v, " "))
}

fn income(d: &mut Desk<'_, '_>, who: &Citizen, f: &Facts) {
    let s = d.rng.range(8.6, 9.4);
    let (x0, x1, w) = (36.0, d.c.width - 36.0, d.c.width);
    let (t, bold) = (roman(d, s), heavy(d, s));
    let year = f.year;
    let title = match d.rng.below(3) {
        0 => format!("AVIS D'IMPÔT {year}"),
        1 => format!("AVIS D'IMPÔT SUR LES REVENUS {year}"),
        _ => format!("IMPÔT SUR LES REVENUS DE L'ANNÉE {}", year - 1),
    };
    let y = head(who, f, &title, s, d);
    let wage = d.rng.between(19_000, 84_000) as u64;
    let relief = wage / 10;
    let net = wage - relief;
    let due = net.saturating_sub(10_777) * 11 / 100;
    let held = due * d.rng.between(0, 9) as u64 / 12;
    let rest = due - held;
    let shown = euros(rest);
    d.c.frame(x0, y, x1, y + 52.0, 0.9);
    row(
        y + 20.0,
        &heavy(d, s + 3.0),
        &[
            (
                "",
                x0 + 10.0,
                300.0,
                L,
                one(
                    d,
                    &["SOMME QU'IL VOUS RESTE À PAYER", "Montant à payer", "Il vous reste à payer", "Somme à payer"],
                ),
            ),
            ("amount_due", x1 - 130.0, 120.0, R, &shown),
        ],
        d,
    );
    let limit = spelling(d)((year, 9, 15));
    let said =
        format!("{} {limit}", one(d, &["Date limite de paiement :", "À payer au plus tard le", "Au plus tard le"]));
    line((x0 + 10.0, y + 40.0), &said, &t, &[("due_date", &limit)], d);
    let y = y + 72.0;
    put("", (x0, y, 300.0), &format!("Détail de vos revenus {}", year - 1), &bold, L, d);
    let full = x1 - x0;
    let columns = [(full * 0.60, L, "", ""), (full * 0.20, R, "Déclarant 1", ""), (full * 0.20, R, "Total foyer", "")];
    let n = |v: u64| thousands(v, " ");
    let rows = vec![
        vec!["Salaires".to_owned(), n(wage), n(wage)],
        vec!["Déduction 10 % ou frais réels".to_owned(), format!("- {}", n(relief)), format!("- {}", n(relief))],
        vec!["Salaires, pensions, rentes nets".to_owned(), n(net), n(net)],
        vec!["Revenu brut global".to_owned(), String::new(), n(net)],
        vec!["Revenu imposable".to_owned(), String::new(), n(net)],
        vec!["Nombre de parts".to_owned(), String::new(), one(d, &["1,00", "1,50", "2,00", "2,50", "3,00"]).to_owned()],
        vec!["Impôt sur les revenus soumis au barème".to_owned(), String::new(), n(due)],
        vec!["Impôt sur le revenu net avant corrections".to_owned(), String::new(), n(due)],
        vec![
            one(
                d,
                &[
                    "Prélèvement à la source déjà versé",
                    "Retenues à la source et acomptes",
                    "Mensualités déjà prélevées",
                ],
            )
            .to_owned(),
            String::new(),
            format!("- {}", n(held)),
        ],
        vec!["Reste à payer".to_owned(), String::new(), n(rest)],
    ];
    let look = d.rng.choose(&[Look::Bare, Look::Lines, Look::Striped]);
    let y = grid(&Grid { x: x0, columns: &columns, look, size: s, pitch: s * 1.75 }, y + 8.0, 0.0, &rows, d) + 22.0;
    d.c.fill(x0, y - 14.0, x1, y + 8.0, 226);
    row(
        y,
        &bold,
        &[
            (
                "",
                x0 + 6.0,
                300.0,
                L,
                one(
                    d,
                    &["Revenu fiscal de référence", "REVENU FISCAL DE RÉFÉRENCE", "Revenu fiscal de référence (25)"],
                ),
            ),
            ("reference_income", x1 - 110.0, 104.0, R, &euros(net)),
        ],
        d,
    );
    let mut y = y + 30.0;
    squares(x1 - 62.0, y, 46.0, d);
    for words in NOTES {
        y = text((x0, y, full - 90.0), words, &roman(d, s - 1.6), true, d) + 5.0;
    }
    let at = d.c.height - 30.0;
    foot(at, &[format!("Impôts {year} - feuillet 1 sur 3 - impots.gouv.fr")], 7.0, &[], d);
    put("", (w - 90.0, at + 12.0, 70.0), "PR-01-IR", &slanted(d, 6.6), R, d);
}

fn land(d: &mut Desk<'_, '_>, who: &Citizen, f: &Facts) {
    let s = d.rng.range(8.4, 9.2);
    let (x0, x1) = (36.0, d.c.width - 36.0);
    let (t, bold) = (roman(d, s), heavy(d, s));
    let year = f.year;
    let house = d.rng.chance(0.35);
    let title = if house {
        format!("TAXE D'HABITATION {year}")
    } else {
        format!("{} {year}", one(d, &["TAXES FONCIÈRES", "AVIS DE TAXES FONCIÈRES", "AVIS D'IMPÔT - TAXES FONCIÈRES"]))
    };
    let y = head(who, f, &title, s, d);
    let base = d.rng.between(900, 5200) as u64;
    let (a, b, c) = (d.rng.between(1800, 4600) as u64, d.rng.between(10, 300) as u64, d.rng.between(600, 1300) as u64);
    let part = |rate: u64| base * rate / 10_000;
    let (one_, two, three) = (part(a), part(b), part(c));
    let fees = (one_ + two) * 3 / 100 + three * 8 / 100;
    let total = one_ + two + three + fees;
    d.c.fill(x0, y, x1, y + 46.0, 230);
    row(
        y + 18.0,
        &heavy(d, s + 3.0),
        &[
            (
                "",
                x0 + 10.0,
                300.0,
                L,
                one(d, &["MONTANT À PAYER", "Montant de votre impôt", "Somme à payer", "Votre impôt à payer"]),
            ),
            ("amount_due", x1 - 130.0, 120.0, R, &euros(total)),
        ],
        d,
    );
    let limit = slashed((year, if house { 11 } else { 10 }, 15));
    let said = format!(
        "{} {limit}",
        one(d, &["Date limite de paiement :", "à payer au plus tard le", "Vous devez payer au plus tard le"])
    );
    line((x0 + 10.0, y + 36.0), &said, &t, &[("due_date", &limit)], d);
    let y = y + 66.0;
    put(
        "",
        (x0, y, 400.0),
        &format!(
            "Département {} - Commune : {} - Adresse du bien : {}",
            &who.home[1][..2],
            capitals(who.town, false),
            who.home[0]
        ),
        &t,
        L,
        d,
    );
    let full = x1 - x0;
    let columns = [
        (full * 0.25, L, "", ""),
        (full * 0.15, R, "Commune", ""),
        (full * 0.16, R, "Syndicat de|communes", ""),
        (full * 0.16, R, "Inter-|communalité", ""),
        (full * 0.14, R, "Taxe ordures|ménagères", ""),
        (full * 0.14, R, "Total des|cotisations", ""),
    ];
    let percent = |r: u64| format!("{},{:02} %", r / 100, r % 100);
    let n = |v: u64| thousands(v, " ");
    let blank = String::new;
    let rows = vec![
        vec![format!("Taux {}", year - 1), percent(a - 12), blank(), percent(b), percent(c), blank()],
        vec![format!("Taux {year}"), percent(a), blank(), percent(b), percent(c), blank()],
        vec![
            if house { "Valeur locative nette".to_owned() } else { "Propriétés bâties - base".to_owned() },
            n(base),
            blank(),
            n(base),
            n(base),
            blank(),
        ],
        vec!["Cotisation".to_owned(), n(one_), blank(), n(two), n(three), n(one_ + two + three)],
        vec!["Frais de gestion".to_owned(), blank(), blank(), blank(), blank(), n(fees)],
        vec!["Montant de l'impôt".to_owned(), blank(), blank(), blank(), blank(), n(total)],
    ];
    let look = d.rng.choose(&[Look::Boxed, Look::Columns]);
    let y = grid(&Grid { x: x0, columns: &columns, look, size: s, pitch: s * 2.0 }, y + 12.0, 0.0, &rows, d) + 20.0;
    let mut y = y;
    put("", (x0, y, 300.0), "Comment payer votre impôt ?", &bold, L, d);
    y += 14.0;
    for words in NOTES.iter().skip(2).chain(&[
        "Le plus simple : adhérez au prélèvement à l'échéance ou au prélèvement mensuel sur impots.gouv.fr avec votre numéro fiscal et la référence de votre avis. Votre \
         compte sera débité dix jours après la date limite.",
        "Vous pouvez également payer en espèces ou par carte bancaire auprès d'un buraliste agréé affichant le logo Paiement de proximité.",
    ]) {
        y = text((x0, y, full), words, &roman(d, s - 0.8), true, d) + 6.0;
    }
    let cut = d.c.height - 140.0;
    d.c.dotted(16.0, d.c.width - 16.0, cut);
    put("", (x0, cut + 16.0, 300.0), "TIP SEPA à détacher suivant les pointillés", &slanted(d, s - 1.0), L, d);
    marks::code(d.c, x0, cut + 34.0, &mut d.rng);
    let reader = format!("{} {}", d.rng.digits(24), d.rng.digits(10));
    let at = d.c.height - 28.0;
    put("", (x0, at, full), &reader, &roman(d, 9.6), C, d);
}

fn situation(d: &mut Desk<'_, '_>, who: &Citizen, f: &Facts) {
    let s = d.rng.range(9.2, 10.2);
    let (x0, x1) = (36.0, d.c.width - 36.0);
    let (t, bold) = (roman(d, s), heavy(d, s));
    let year = f.year;
    let title =
        one(d, &["AVIS DE SITUATION DÉCLARATIVE", "AVIS DE SITUATION DÉCLARATIVE À L'IMPÔT", "Avis de non-imposition"]);
    let mut y = head(who, f, title, s, d);
    put(
        "",
        (x0, y, x1 - x0),
        &format!(
            "{} établi en {year} sur les revenus de l'année {}",
            title.to_lowercase().replacen('a', "A", 1),
            year - 1
        ),
        &heavy(d, s + 1.0),
        C,
        d,
    );
    y += 26.0;
    let full = x1 - x0;
    let (wage, parts) = (d.rng.between(3000, 17_500) as u64, one(d, &["1,00", "1,50", "2,00", "2,50", "3,00"]));
    let net = wage - wage / 10;
    let half = full / 2.0;
    let born = who.who.birth;
    for (label, value) in [
        ("Situation du foyer :", one(d, &["Célibataire", "Marié(e)", "Divorcé(e)", "Pacsé(e)"]).to_owned()),
        ("Déclarant 1 :", who.who.full()),
        ("Né(e) le :", slashed(born)),
        ("Nombre de parts :", parts.to_owned()),
    ] {
        kv("", (x0, x0 + half * 0.5, y), label, &value, (&t, &bold), d);
        y += s * 1.6;
    }
    y += 8.0;
    let columns = [(full * 0.7, L, "Éléments retenus pour le calcul", ""), (full * 0.3, R, "Montant en euros", "")];
    let n = |v: u64| thousands(v, " ");
    let rows = vec![
        vec!["Traitements et salaires".to_owned(), n(wage)],
        vec!["Abattement de 10 %".to_owned(), format!("-{}", n(wage / 10))],
        vec!["Revenu brut global".to_owned(), n(net)],
        vec!["Revenu imposable".to_owned(), n(net)],
    ];
    y = grid(&Grid { x: x0, columns: &columns, look: Look::Boxed, size: s, pitch: s * 1.9 }, y, 0.0, &rows, d) + 8.0;
    let named = [(full * 0.7, L, "", ""), (full * 0.3, R, "", "reference_income")];
    let label = one(d, &["Revenu fiscal de référence", "REVENU FISCAL DE RÉFÉRENCE"]);
    y = grid(
        &Grid { x: x0, columns: &named, look: Look::Boxed, size: s + 1.0, pitch: s * 2.2 },
        y,
        0.0,
        &[vec![label.to_owned(), n(net)]],
        d,
    ) + 8.0;
    let named = [(full * 0.7, L, "", ""), (full * 0.3, R, "", "amount_due")];
    let label = one(d, &["Montant de l'impôt à payer", "Somme à payer", "Impôt restant à payer"]);
    y = grid(
        &Grid { x: x0, columns: &named, look: Look::Boxed, size: s, pitch: s * 2.2 },
        y,
        0.0,
        &[vec![label.to_owned(), "0 €".to_owned()]],
        d,
    ) + 20.0;
    let said = "Vous n'avez pas d'impôt à payer au titre de cette année. Cet avis vous permet de justifier de l'ensemble des revenus et charges que vous avez déclarés, ainsi que \
                de votre revenu fiscal de référence, auprès des organismes qui vous le demandent.";
    y = told((x0, y, full), said, &t, &[], d) + 10.0;
    squares(x1 - 60.0, y, 46.0, d);
    for words in NOTES {
        y = text((x0, y, full - 90.0), words, &roman(d, s - 1.6), true, d) + 5.0;
    }
    let at = d.c.height - 30.0;
    foot(at, &["Vérifiez l'authenticité de ce document sur www.impots.gouv.fr/verifavis".to_owned()], 7.2, &[], d);
}
