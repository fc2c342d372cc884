//! What the funds of family benefits attest: payments and the family's quotient.

use super::Page;
use super::civil_kit::{Home, address, bar, centred, faces, fit, foot, later, say};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, day, figures, line_with, sum, written};
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] = &[Page::a4("attestation_caf", family)];

/// Departments and the towns where their funds are.
pub(super) const FUNDS: &[(&str, &str, &str)] = &[
    ("du Rhône", "69409 LYON CEDEX 03", "67 boulevard Vivier Merle"),
    ("de Loire-Atlantique", "44937 NANTES CEDEX 9", "22 rue de Malville"),
    ("de la Gironde", "33078 BORDEAUX CEDEX", "rue du Docteur Gabriel Péry"),
    ("du Nord", "59863 LILLE CEDEX 9", "82 rue Brûle-Maison"),
    ("d'Ille-et-Vilaine", "35028 RENNES CEDEX 9", "cours des Alliés"),
    ("de la Sarthe", "72037 LE MANS CEDEX 9", "178 avenue Bollée"),
];

/// The town of a line with its postcode and its post office of bulk mail.
pub(super) fn place(line: &'static str) -> &'static str {
    line.get(6..).map_or(line, |rest| rest.split(" CEDEX").next().unwrap_or(rest))
}

struct Payment {
    own: Someone,
    home: Home,
    number: String,
    quotient: u64,
    date: Day,
    children: Vec<Someone>,
    sums: Vec<(&'static str, u64)>,
}

fn payment(rng: &mut Rng) -> Payment {
    let own = Someone::born(rng, 1960, 2000);
    let date = day(rng, 2015, 2026);
    let children = (0..rng.between(1, 4))
        .map(|_| {
            let mut child = Someone::born(rng, (own.birth.0 + 20).max(date.0 - 17), (date.0 - 1).max(own.birth.0 + 20));
            child.last.clone_from(&own.last);
            child
        })
        .collect::<Vec<_>>();
    let number = match rng.below(3) {
        0 => rng.digits(6).replacen('0', "4", 1),
        1 => format!("{}{}", rng.between(1, 9), rng.digits(6)),
        _ => format!("{}{} {}", rng.between(1, 9), rng.digits(6), rng.capital()),
    };
    let all = [
        ("Allocations familiales", 14_899),
        ("Aide personnalisée au logement", 28_730),
        ("Prime d'activité", 19_254),
        ("Complément familial", 18_497),
        ("Allocation de soutien familial", 19_586),
        ("Revenu de solidarité active", 60_775),
        ("Prestation d'accueil du jeune enfant - allocation de base", 18_481),
    ];
    let from = rng.below(4);
    let sums =
        all.iter().skip(from).take(rng.between(1, 3) as usize).map(|(n, s)| (*n, s + rng.between(0, 4000) as u64));
    let sums = sums.collect();
    let quotient = rng.between(180, 1650) as u64;
    Payment { own, home: Home::random(rng), number, quotient, date, children, sums }
}

fn month_of((y, m, _): Day) -> String {
    format!("{} {y}", words::MONTHS[(m - 1).clamp(0, 11) as usize])
}

pub(super) fn name_of(own: &Someone, rng: &mut Rng) -> String {
    match rng.below(3) {
        0 => format!("{} {}", own.title(true), own.full()),
        1 => format!("{} {} {}", own.title(false), capitals(&own.last, false), capitals(&own.firsts[0], false)),
        _ => capitals(&format!("{} {} {}", own.title(true), own.firsts[0], own.last), false),
    }
}

fn family(d: &mut Desk<'_, '_>) {
    let paid = payment(&mut d.rng);
    if d.rng.chance(0.5) { family_letter(d, &paid) } else { family_download(d, &paid) }
}

/// By mail: the fund at the left, the window at the right, sentences.
fn family_letter(d: &mut Desk<'_, '_>, paid: &Payment) {
    let (body, bold, italic) = faces(d, 9.5, 11.0);
    let lead = body.size * 1.55;
    let (fund, town, street) = d.rng.choose(FUNDS);
    let (left, right) = (d.c.width * 0.08, d.c.width * 0.92);
    super::civil_kit::emblem(d, left, 28.0, 40.0);
    let head = [
        d.rng.pick(&["Allocations Familiales", "ALLOCATIONS FAMILIALES", "la Caf"]).to_owned(),
        format!("Caf {fund}"),
        street.to_owned(),
        town.to_owned(),
    ];
    address(d, "", (left + 56.0, 42.0), &head, (&bold, lead));
    d.left(left, 110.0, "Téléphone : 3230 (prix d'un appel local)", &body);
    d.left(left, 110.0 + lead, "www.caf.fr", &body);
    let label = d.rng.pick(&["N° allocataire :", "Numéro allocataire :", "Matricule :", "Nos réf. : N° allocataire"]);
    d.labelled("beneficiary_number", left, left, 110.0 + lead * 2.4, label, &paid.number, (&body, &bold));
    let name = name_of(&paid.own, &mut d.rng);
    let lines = [name.clone(), capitals(&paid.home.street, false), paid.home.town_line(true)];
    address(d, "addressee", (d.c.width * 0.54, 148.0), &lines, (&body, lead));
    let spelt = d.rng.chance(0.5);
    let date = if spelt { written(paid.date) } else { figures(paid.date, "/") };
    let line = if d.rng.chance(0.5) { format!("Le {date}") } else { format!("{}, le {date}", place(town)) };
    line_with(d, (d.c.width * 0.54, 226.0), &line, &body, &[("date", &date)]);
    let title = d.rng.pick(&[
        "ATTESTATION DE PAIEMENT ET DE QUOTIENT FAMILIAL",
        "ATTESTATION DE QUOTIENT FAMILIAL",
        "Attestation de paiement",
        "Attestation de prestations et de quotient familial",
    ]);
    let mut y = centred(d, (d.c.width / 2.0, 274.0), &[title], (&bold.sized(14.0), 24.0), &[]) + 8.0;
    let month = month_of(later(paid.date, -1));
    let born = figures(paid.own.birth, "/");
    let who = d.rng.pick(&[
        "Le directeur de la Caisse d'allocations familiales",
        "La directrice de la Caf",
        "Je soussigné, directeur de la Caf,",
    ]);
    let text = format!(
        "{who} certifie que {} {}, {} le {born}, a droit pour le mois de {month} aux prestations suivantes :",
        paid.own.title(true),
        paid.own.full(),
        paid.own.agree("né", "née")
    );
    y = say(d, (left, y, right - left), &text, (&body, lead), &[("birth_date", &born)]) + lead * 0.4;
    let mut total = 0;
    for (what, cents) in &paid.sums {
        d.left(left + 24.0, y, &format!("- {what}"), &body);
        d.right(right - 40.0, y, &format!("{} €", sum(*cents)), &body);
        total += cents;
        y += lead;
    }
    if paid.sums.len() > 1 {
        d.left(left + 24.0, y, "Soit un total de", &bold);
        d.right(right - 40.0, y, &format!("{} €", sum(total)), &bold);
        y += lead;
    }
    y += lead * 0.6;
    d.left(left, y, "Personnes à charge connues de nos services :", &body);
    y += lead;
    for child in &paid.children {
        let text = format!(
            "{} {}, {} le {}",
            child.firsts[0],
            child.surname(),
            child.agree("né", "née"),
            figures(child.birth, "/")
        );
        d.left(left + 24.0, y, &text, &body);
        y += lead;
    }
    y += lead * 0.6;
    let quotient = paid.quotient.to_string();
    let quotient = if d.rng.chance(0.2) { format!("{quotient},00") } else { quotient };
    let text = match d.rng.below(4) {
        0 => format!("Le quotient familial de ce foyer pour le mois de {month} s'élève à {quotient} €."),
        1 => format!("Quotient familial ({month}) : {quotient} €"),
        2 => format!("Votre quotient familial CNAF calculé en {month} est de {quotient} euros."),
        _ => format!("Quotient familial du mois de {month} = {quotient} €"),
    };
    y = say(d, (left, y, right - left), &text, (&bold, lead), &[("family_quotient", &quotient)]) + lead * 0.6;
    let text = "Ce quotient est calculé à partir des ressources annuelles imposables du foyer, divisées par douze, augmentées des prestations du mois et \
                rapportées au nombre de parts. Il peut être modifié en cas de changement de situation familiale ou professionnelle.";
    y = say(d, (left, y, right - left), text, (&italic.sized(body.size * 0.9), lead * 0.9), &[]) + lead;
    d.left(d.c.width * 0.56, y, "Le Directeur de la Caf,", &body);
    marks::signature(d.c, d.c.width * 0.6, y + 22.0, 90.0, &mut d.rng);
    foot(
        d,
        &[
            "La loi punit quiconque se rend coupable de fraudes ou de fausses déclarations (articles L. 114-13 du code de la sécurité sociale et 441-1 du code pénal).",
            "La loi n° 78-17 du 6 janvier 1978 garantit un droit d'accès et de rectification des données auprès de l'organisme destinataire.",
        ],
        &body.sized(7.0),
    );
}

/// Downloaded from the account: no window, boxes and a table.
fn family_download(d: &mut Desk<'_, '_>, paid: &Payment) {
    let (body, bold, _) = faces(d, 9.0, 10.5);
    let lead = body.size * 1.7;
    let (left, right) = (d.c.width * 0.07, d.c.width * 0.93);
    let rural = d.rng.chance(0.2);
    let (fund, town, _) = d.rng.choose(FUNDS);
    let issuer = if rural { format!("MSA {fund}") } else { format!("Caisse d'allocations familiales {fund}") };
    super::civil_kit::emblem(d, right - 46.0, 26.0, 40.0);
    d.left(left, 46.0, &issuer, &bold.sized(12.0));
    d.left(left, 46.0 + lead, town, &body);
    let (date, born) = (figures(paid.date, "/"), figures(paid.own.birth, "/"));
    let title = d.rng.pick(&[
        "Attestation de quotient familial",
        "ATTESTATION - QUOTIENT FAMILIAL ET PAIEMENTS",
        "Attestation de paiement et quotient familial",
    ]);
    d.left(left, 108.0, title, &bold.sized(17.0));
    d.rule(left, 116.0, right, 116.0, 1.2);
    let issued = d.rng.pick(&["Éditée le", "Document édité le", "Date d'édition :"]);
    let text = format!("{issued} {date}");
    line_with(d, (left, 116.0 + lead * 1.2), &text, &body, &[("date", &date)]);
    let mut y = 116.0 + lead * 3.4;
    // Box of the person.
    let top = y - lead * 1.2;
    let colon = d.rng.pick(&[" :", ""]);
    let name = format!("{} {}", paid.own.surname(), paid.own.firsts[0]);
    let number = d.rng.pick(&["Numéro d'allocataire", "N° d'allocataire", "Numéro de dossier allocataire"]);
    for (label, field, text) in [
        (number, "beneficiary_number", paid.number.as_str()),
        ("Allocataire", "addressee", &name),
        ("Date de naissance", "birth_date", &born),
        ("Adresse", "", &paid.home.line()),
    ] {
        d.left(left + 10.0, y, &format!("{label}{colon}"), &body);
        fit(d, field, (left + 170.0, y), right - left - 180.0, text, &bold);
        y += lead;
    }
    d.c.frame(left, top, right, y - lead * 0.4, 0.7);
    y += lead * 1.2;
    // Quotient.
    let month = month_of(paid.date);
    let quotient = format!("{} €", paid.quotient);
    d.c.fill(left, y - lead, right, y + lead * 1.6, 226);
    d.left(left + 10.0, y + lead * 0.3, &format!("Quotient familial - {month}"), &bold.sized(12.0));
    d.value_right("family_quotient", right - 16.0, y + lead * 0.4, &quotient, &bold.sized(16.0));
    y += lead * 3.4;
    bar(
        d,
        (left, y, right),
        &format!("Prestations versées au titre du mois de {}", month_of(later(paid.date, -1))),
        &bold,
    );
    y += lead * 1.2;
    let mut total = 0;
    for (what, cents) in &paid.sums {
        d.left(left + 10.0, y, what, &body);
        d.right(right - 16.0, y, &format!("{} €", sum(*cents)), &body);
        d.rule(left, y + lead * 0.35, right, y + lead * 0.35, 0.3);
        total += cents;
        y += lead;
    }
    d.left(left + 10.0, y, "Total versé", &bold);
    d.right(right - 16.0, y, &format!("{} €", sum(total)), &bold);
    y += lead * 2.0;
    bar(d, (left, y, right), "Composition du foyer", &bold);
    y += lead * 1.2;
    let columns = [left + 10.0, left + 190.0, left + 330.0];
    for (x, head) in columns.iter().zip(["Nom et prénom", "Date de naissance", "Situation"]) {
        d.left(*x, y, head, &bold);
    }
    for child in &paid.children {
        y += lead;
        fit(d, "", (columns[0], y), 170.0, &format!("{} {}", child.surname(), child.firsts[0]), &body);
        d.left(columns[1], y, &figures(child.birth, "/"), &body);
        d.left(columns[2], y, "Enfant à charge", &body);
    }
    y += lead * 2.0;
    let text = format!(
        "Cette attestation est établie à partir des éléments connus de votre {} à ce jour. Elle est délivrée pour servir et faire valoir ce que \
         de droit. Vous devez signaler immédiatement tout changement de votre situation.",
        if rural { "MSA" } else { "Caf" }
    );
    y = say(d, (left, y, right - left), &text, (&body, lead), &[]) + lead;
    d.left(d.c.width * 0.6, y, if rural { "Le Directeur général" } else { "Le directeur" }, &body);
    if y + 90.0 < d.c.height - 40.0 {
        marks::code(d.c, left, y, &mut d.rng);
    }
    let text =
        "Vérification de l'authenticité de ce document possible pendant trois mois avec le code figurant ci-dessus.";
    foot(
        d,
        &[text, "Fausses déclarations : art. 441-1 du code pénal - art. L. 114-17 du code de la sécurité sociale"],
        &body.sized(7.0),
    );
}
