//! Attestations of the family fund: quotients and payments.

use super::super::facts::{day, figures, sum, written};
use super::super::page::Page;
use super::civic_kit::{Column, Cut};
use super::civic_names::{DEPARTMENTS, home, person};
use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes, words};

pub(super) const PAGES: &[Page] = &[
    Page::a4("attestation_caf", quotient),
    Page::a4("attestation_caf", payments),
    Page::a4("attestation_caf", letter),
];

const BENEFITS: &[&str] = &[
    "Allocation de logement familiale",
    "Aide personnalisée au logement",
    "Allocations familiales avec conditions de ressources",
    "Prime d'activité",
    "Revenu de solidarité active",
    "Allocation de soutien familial",
    "Complément familial",
    "Allocation adulte handicapé",
    "Allocation de base de la Paje",
];

/// Rows of benefits of a month: what, how much, and their sum.
fn benefits(r: &mut crate::rng::Rng) -> Vec<Vec<(&'static str, String)>> {
    let mut rows = vec![vec![("", "Prestation".to_owned()), ("", "Montant".to_owned())]];
    let mut total = 0;
    let from = r.below(BENEFITS.len() - 3);
    for name in BENEFITS.iter().skip(from).take(r.between(1, 3) as usize) {
        let amount = r.between(4_000, 63_000) as u64;
        total += amount;
        rows.push(vec![("", (*name).to_owned()), ("", format!("{} €", sum(amount)))]);
    }
    rows.push(vec![("", "Total".to_owned()), ("", format!("{} €", sum(total)))]);
    rows
}

/// The download of today: payment and quotient of a month.
fn quotient(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.8, 10.8));
    let (who, other) = (person(r, 1960, 2001), person(r, 1960, 2001));
    let lives = home(r);
    let (_, department, _, town, postcode) = r.choose(DEPARTMENTS);
    let when = day(r, 2014, 2025);
    let date = if r.chance(0.5) { figures(when, "/") } else { written(when) };
    let number = if r.chance(0.7) { r.digits(7) } else { codes::grouped(&r.digits(7), &[1, 3]) };
    let amount = match r.below(3) {
        0 => format!("{} €", r.between(180, 1900)),
        1 => format!("{} euros", codes::thousands(r.between(180, 1900) as u64, " ")),
        _ => format!("{} €", sum(r.between(18_000, 190_000) as u64)),
    };
    marks::logo(d.c, col.x, col.y, 25.0, r);
    let mut head = col.part(col.x + 52.0, col.w * 0.4);
    head.bold(d, "ALLOCATIONS FAMILIALES", &[]);
    head.line(d, &format!("Caf {department}"), &[]);
    head.line(d, &format!("{postcode} {} CEDEX", capitals(town, false)), &[]);
    col.y = head.y + col.lead * 1.2;
    let mut left = col.part(col.x, col.w * 0.46);
    let label = r.pick(&["N° allocataire : ", "Numéro allocataire : ", "Matricule : ", "Votre n° allocataire : "]);
    left.line(d, &format!("{label}{number}"), &[("beneficiary_number", &number)]);
    left.line(d, "www.caf.fr - 32 30", &[]);
    let mut block = col.part(col.x + col.w * 0.52, col.w * 0.48);
    block.gap(1.5);
    block.block(
        d,
        &lives.under(&format!("{} {}", capitals(who.title(true), true), capitals(&who.full(), false)), r),
        "addressee",
    );
    col.y = block.y + col.lead;
    col.line(d, &format!("{town}, le {date}"), &[("date", &date)]);
    col.gap(1.2);
    let title = r.pick(&[
        "Attestation de paiement et de quotient familial",
        "ATTESTATION DE QUOTIENT FAMILIAL",
        "Attestation de quotient familial et composition de famille",
    ]);
    col.title(d, title, 1.35, &[]);
    col.gap(1.0);
    let birth = figures(who.birth, "/");
    let month = words::MONTHS[(when.1 - 1) as usize];
    col.text(
        d,
        &format!(
            "La Caisse d'allocations familiales certifie que {} {}, {} le {birth}",
            who.title(true),
            who.full(),
            who.agree("né", "née")
        ),
        &[("birth_date", &birth)],
    );
    col.text(
        d,
        &format!(
            "et {} {}, {} le {}, ont pour le mois de {month} {} :",
            other.title(true),
            other.full(),
            other.agree("né", "née"),
            figures(other.birth, "/"),
            when.0
        ),
        &[],
    );
    col.gap(0.5);
    let said = r.pick(&["un quotient familial de ", "Quotient familial : ", "- le quotient familial s'élève à "]);
    col.set(d, Align::Left, &format!("{said}{amount}"), (Cut::Bold, 1.1), &[("family_quotient", &amount)]);
    col.gap(0.8);
    if r.chance(0.6) {
        col.text(d, "Prestations versées au titre du mois :", &[]);
        let rows = benefits(r);
        col.table(d, &[3.0, 1.0], "lr", &rows, r.chance(0.6));
    }
    col.bold(d, "Enfants et autres personnes à charge :", &[]);
    for _ in 0..r.between(1, 4) {
        let child = person(r, 2008, 2020);
        col.line(
            d,
            &format!(
                "{} {} {} le {}",
                child.surname(),
                child.firsts[0],
                child.agree("né", "née"),
                figures(child.birth, "/")
            ),
            &[],
        );
    }
    col.gap(1.0);
    col.text(
        d,
        "Ce document, établi à partir des informations connues à ce jour, est délivré pour servir et \
        valoir ce que de droit.",
        &[],
    );
    col.sign(d, 0.6, &["Le directeur,".to_owned(), person(r, 1958, 1980).full()]);
    col.foot(
        d,
        &[
            "L'organisme débiteur de prestations familiales peut vérifier l'exactitude des déclarations \
        (art. L. 114-19 du code de la Sécurité sociale)."
                .to_owned(),
            "La loi punit quiconque se rend coupable de fraudes ou de fausses déclarations (art. 441-1 du code \
        pénal)."
                .to_owned(),
        ],
    );
}

/// Older: certificate of payment with the months in rows.
fn payments(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.4, 10.4));
    let who = person(r, 1950, 1998);
    let lives = home(r);
    let (code, department, _, town, _) = r.choose(DEPARTMENTS);
    let when = day(r, 2004, 2022);
    let date = figures(when, if r.chance(0.7) { "/" } else { "." });
    let number = format!("{}{}", r.digits(6), if r.chance(0.4) { r.capital().to_string() } else { r.digits(1) });
    let name =
        format!("{} {}", capitals(who.title(false), true), capitals(&format!("{} {}", who.last, who.firsts[0]), false));
    let mut block = col.part(col.x + col.w * 0.5, col.w * 0.5);
    col.line(d, &format!("CAISSE D'ALLOCATIONS FAMILIALES {}", capitals(department, true)), &[]);
    let (street, code) = (super::civic_names::street(r), code.to_owned());
    col.line(d, &street, &[]);
    col.line(d, &format!("{code}000 {}", capitals(town, true)), &[]);
    col.line(d, "Téléphone : 0 820 25 00 00 (0,112 € / mn)", &[]);
    block.y = col.y + col.lead;
    block.block(d, &lives.under(&name, r), "addressee");
    col.y = block.y + col.lead;
    let rows = vec![
        vec![("", "Date".to_owned()), ("", "N° allocataire".to_owned()), ("", "Dossier suivi par".to_owned())],
        vec![("date", date.clone()), ("beneficiary_number", number.clone()), ("", "Pôle famille 3".to_owned())],
    ];
    col.table(d, &[1.0, 1.2, 1.4], "lll", &rows, true);
    col.gap(1.0);
    col.title(d, r.pick(&["ATTESTATION DE PAIEMENT", "ATTESTATION DE VERSEMENT DE PRESTATIONS"]), 1.3, &[]);
    col.gap(1.0);
    let birth = figures(who.birth, "/");
    let told = r.chance(0.5);
    if told {
        col.text(
            d,
            &format!(
                "Le directeur de la CAF certifie avoir versé à l'allocataire désigné ci-dessus, \
            {} le {birth}, les prestations suivantes :",
                who.agree("né", "née")
            ),
            &[("birth_date", &birth)],
        );
    } else {
        col.text(
            d,
            "Le directeur de la CAF certifie avoir versé à l'allocataire désigné ci-dessus les prestations suivantes :",
            &[],
        );
    }
    col.gap(0.6);
    let mut rows = vec![
        ["Mois", "Nature de la prestation", "Montant", "Retenue", "Montant payé"].map(|t| ("", t.to_owned())).to_vec(),
    ];
    let name = r.pick(BENEFITS);
    let amount = r.between(8_000, 62_000) as u64;
    for month in 1..=r.between(3, 12) {
        let held = if r.chance(0.2) { r.between(1_000, 4_000) as u64 } else { 0 };
        rows.push(vec![
            ("", format!("{month:02}/{}", when.0 - 1)),
            ("", name.to_owned()),
            ("", sum(amount)),
            ("", sum(held)),
            ("", sum(amount - held)),
        ]);
    }
    col.table(d, &[0.8, 3.0, 1.0, 1.0, 1.2], "llrrr", &rows, true);
    col.gap(0.6);
    if r.chance(0.7) {
        let figure = if r.chance(0.5) {
            format!("{} EUR", r.between(120, 1500))
        } else {
            format!("{} €", sum(r.between(12_000, 150_000) as u64))
        };
        col.line(
            d,
            &format!("Quotient familial du mois de {} {} : {figure}", words::MONTHS[(when.1 - 1) as usize], when.0),
            &[("family_quotient", &figure)],
        );
    }
    col.line(d, &format!("Nombre d'enfants à charge : {}", r.between(0, 4)), &[]);
    col.gap(0.8);
    col.text(
        d,
        "Attestation établie à la demande de l'intéressé. Toute modification de situation doit être \
        signalée à la caisse.",
        &[],
    );
    col.sign(d, 0.5, &["Le directeur".to_owned()]);
}

/// The farmers' fund or a family fund, in a letter's form.
fn letter(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(10.2, 11.4));
    let who = person(r, 1955, 2000);
    let lives = home(r);
    let (_, department, _, town, postcode) = r.choose(DEPARTMENTS);
    let when = day(r, 2010, 2025);
    let (date, number) = (written(when), r.digits(7));
    let amount = format!("{} €", codes::thousands(r.between(90, 2200) as u64, " "));
    let name = format!("{} {}", who.title(true), who.full());
    col.bold(d, &format!("Caf {department}"), &[]);
    col.line(d, "Service aux allocataires", &[]);
    col.line(d, &format!("{postcode} {town}"), &[]);
    col.gap(1.5);
    let mut block = col.part(col.x + col.w * 0.54, col.w * 0.46);
    block.block(d, &lives.under(&name, r), "addressee");
    col.y = block.y + col.lead;
    let reference = r.pick(&["Référence à rappeler : ", "Vos références - n° allocataire : ", "Allocataire n° "]);
    col.line(d, &format!("{reference}{number}"), &[("beneficiary_number", &number)]);
    col.line(d, "Objet : attestation", &[]);
    col.set(d, Align::Right, &format!("{town}, le {date}"), (Cut::Plain, 1.0), &[("date", &date)]);
    col.gap(1.2);
    col.line(d, &format!("{},", who.title(true)), &[]);
    col.gap(0.6);
    col.text(
        d,
        &format!(
            "Vous nous avez demandé une attestation. Nous vous confirmons que votre quotient \
        familial est de {amount} pour le mois de {} {}.",
            words::MONTHS[(when.1 - 1) as usize],
            when.0
        ),
        &[("family_quotient", &amount)],
    );
    col.gap(0.5);
    col.text(
        d,
        &format!(
            "Il est calculé sur la base de vos revenus de l'année {}, des prestations du mois et de {} parts.",
            when.0 - 2,
            r.pick(&["2", "2,5", "3", "4"])
        ),
        &[],
    );
    col.gap(0.5);
    col.text(d, "Vous percevez actuellement :", &[]);
    let rows = benefits(r);
    col.table(d, &[3.0, 1.0], "lr", &rows, false);
    let birth = written(who.birth);
    col.text(
        d,
        &format!("Bénéficiaire : {}, {} le {birth}", who.full(), who.agree("né", "née")),
        &[("birth_date", &birth)],
    );
    col.gap(0.6);
    col.text(
        d,
        "Nous vous rappelons que tout changement dans votre situation familiale, professionnelle ou de \
        logement doit nous être signalé sans délai dans l'espace Mon Compte.",
        &[],
    );
    col.gap(0.6);
    col.text(d, &format!("Nous vous prions d'agréer, {}, nos salutations distinguées.", who.title(true)), &[]);
    col.gap(0.5);
    col.sign(d, 0.55, &["Votre Caf".to_owned(), format!("{}, gestionnaire conseil", person(r, 1965, 1995).full())]);
}
