//! Curricula vitae: in one column, and with a side column for what is short.

use super::facts::{Someone, figures};
use crate::pages::compose::{Manner, Type};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes, street, town, words};

const JOBS: &[(&str, &str, &str)] = &[
    (
        "Assistante de direction",
        "Gestion des agendas, organisation de réunions, rédaction de comptes rendus",
        "BTS Assistant de manager",
    ),
    (
        "Chef de chantier",
        "Encadrement d'une équipe de douze personnes, suivi des plannings et de la sécurité",
        "BTS Bâtiment",
    ),
    ("Comptable fournisseurs", "Saisie et rapprochement des factures, relances, clôtures mensuelles", "DCG"),
    (
        "Aide-soignante",
        "Soins d'hygiène et de confort, transmissions, accompagnement des familles",
        "Diplôme d'État d'aide-soignant",
    ),
    (
        "Développeur web",
        "Conception et maintenance d'applications, tests, mise en production",
        "Licence professionnelle informatique",
    ),
    ("Vendeuse en prêt-à-porter", "Conseil, encaissement, réassort et tenue du rayon", "CAP Employé de vente"),
    (
        "Conducteur routier",
        "Livraisons régionales, chargement, tenue des documents de bord",
        "Titre professionnel conducteur",
    ),
    ("Cuisinier", "Préparation des plats, gestion des stocks, respect des normes d'hygiène", "CAP Cuisine"),
];

pub(super) fn resume(d: &mut Desk<'_, '_>) {
    let size = d.size().min(10.5);
    (d.fonts.body, d.fonts.bold) = (d.fonts.body.sized(size), d.fonts.bold.sized(size));
    if d.rng.chance(0.5) { single(d) } else { beside(d) }
}

/// Who it is and how to be reached: label, field, value.
fn contact(d: &mut Desk<'_, '_>, own: &Someone) -> Vec<(&'static str, &'static str, String)> {
    let plain = |s: &str| capitals(s, false).to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "");
    let mail = format!(
        "{}.{}@{}",
        plain(&own.firsts[0]),
        plain(&own.last),
        d.rng.pick(&["orange.fr", "free.fr", "gmail.com", "laposte.net"])
    );
    let (head, phone) = if d.rng.chance(0.7) { ("06", d.rng.digits(8)) } else { ("04", d.rng.digits(8)) };
    let phone = codes::grouped(&format!("{head}{phone}"), &[2]);
    let labels =
        d.rng.choose(&[("Tél. :", "Courriel :"), ("Téléphone :", "E-mail :"), ("Portable :", "Mail :"), ("", "")]);
    vec![
        ("", "", street(&mut d.rng)),
        ("", "", town(&mut d.rng)),
        (labels.0, "phone", phone),
        (labels.1, "email", mail),
    ]
}

fn set_contact(
    d: &mut Desk<'_, '_>,
    x: f32,
    y: f32,
    room: f32,
    lead: f32,
    rows: &[(&'static str, &'static str, String)],
    t: &Type,
) -> f32 {
    let mut y = y;
    for (label, field, text) in rows {
        let whole = if label.is_empty() { text.clone() } else { format!("{label} {text}") };
        let t = super::facts::fitting(d, &whole, t, room);
        if field.is_empty() {
            d.left(x, y, text, &t);
        } else if label.is_empty() {
            d.value(field, x, y, text, &t);
        } else {
            d.labelled(field, x, x, y, label, text, (&t, &t));
        }
        y += lead;
    }
    y
}

fn heading(d: &mut Desk<'_, '_>, x: f32, y: f32, right: f32, text: &str, style: usize) {
    let t = d.fonts.bold.sized(d.size() * 1.12);
    let text = if style.is_multiple_of(2) { capitals(text, true) } else { text.to_owned() };
    let t = super::facts::fitting(d, &text, &t, right - x);
    if style == 2 {
        d.c.fill(x - 3.0, y - t.size, right, y + t.size * 0.4, 215);
    }
    d.left(x, y, &text, &t);
    if style < 2 {
        d.rule(x, y + 3.5, right, y + 3.5, 0.6);
    }
}

/// Posts held, one after another; the baseline after them.
fn posts(d: &mut Desk<'_, '_>, x: f32, y: f32, right: f32, lead: f32, own: &Someone) -> f32 {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let (mut y, mut year) = (y, 2026);
    let employers = d.rng.between(2, 4);
    for _ in 0..employers {
        let length = d.rng.between(1, 6);
        let from = year - length;
        if from < own.birth.0 + 17 {
            break;
        }
        let (job, work, _) = d.rng.choose(JOBS);
        let when = match d.rng.below(3) {
            0 => format!("{from} - {year}"),
            1 => format!("De {from} à {year}"),
            _ => format!("{:02}/{from} - {:02}/{year}", d.rng.between(1, 12), d.rng.between(1, 12)),
        };
        let (employer, place) = (d.rng.pick(words::COMPANIES), d.rng.choose(words::TOWNS).1);
        d.left(x, y, &format!("{when}\t{job}"), &bold);
        y = d.paragraph(
            x + 12.0,
            y + lead,
            right - x - 12.0,
            &format!("{employer}, {place} - {work}."),
            &body,
            lead,
            Manner::RAGGED,
        );
        y += lead * 0.35;
        year = from;
    }
    y
}

fn studies(d: &mut Desk<'_, '_>, x: f32, y: f32, right: f32, lead: f32, own: &Someone) -> f32 {
    let body = d.fonts.body.clone();
    let (mut y, mut year) = (y, own.birth.0 + 22);
    for _ in 0..2 {
        let (_, _, diploma) = d.rng.choose(JOBS);
        let place = d.rng.choose(words::TOWNS).1;
        y = d.paragraph(x, y, right - x, &format!("{year} : {diploma} - {place}"), &body, lead, Manner::RAGGED);
        year -= 2;
    }
    let track = d.rng.pick(&["scientifique", "économique et social", "littéraire", "professionnel commerce"]);
    d.paragraph(x, y, right - x, &format!("{} : Baccalauréat {track}", own.birth.0 + 18), &body, lead, Manner::RAGGED)
}

/// Lines under a heading that stand alone.
const SHORT: &[(&[&str], &[&str])] = &[
    (
        &["Langues", "Langues étrangères", "Langues vivantes"],
        &["Anglais : courant", "Espagnol : notions", "Arabe : langue maternelle", "Allemand : niveau B1"],
    ),
    (
        &["Compétences", "Compétences informatiques", "Savoir-faire", "Informatique"],
        &["Word, Excel, PowerPoint", "Logiciel de gestion Sage", "Travail en équipe", "Organisation et rigueur"],
    ),
    (
        &["Centres d'intérêt", "Loisirs", "Divers", "Activités extra-professionnelles"],
        &[
            "Randonnée, lecture, cuisine",
            "Bénévole dans une association sportive",
            "Football en club",
            "Permis B, véhicule personnel",
        ],
    ),
];

fn short(d: &mut Desk<'_, '_>, x: f32, y: f32, right: f32, lead: f32, style: usize, which: usize) -> f32 {
    let body = d.fonts.body.clone();
    let (heads, lines) = SHORT[which];
    let mut y = y;
    let wording = d.rng.pick(heads);
    heading(d, x, y, right, wording, style);
    y += lead * 1.4;
    let bullet = d.rng.pick(&["", "- ", "• "]);
    let from = d.rng.below(2);
    for text in lines.iter().skip(from).take(3) {
        y = d.paragraph(x, y, right - x, &format!("{bullet}{text}"), &body, lead, Manner::RAGGED);
    }
    y + lead * 0.9
}

const EXPERIENCE: &[&str] =
    &["Expérience professionnelle", "Expériences professionnelles", "Parcours professionnel", "Expériences"];
const STUDIES: &[&str] = &["Formation", "Formations", "Formation et diplômes", "Études et diplômes"];

fn identity(d: &mut Desk<'_, '_>, own: &Someone) -> String {
    match d.rng.below(3) {
        0 => format!("{} ans", 2026 - own.birth.0),
        1 => format!("{} le {}", own.agree("Né", "Née"), figures(own.birth, "/")),
        _ => d.rng.pick(&["Célibataire, permis B", "Marié, deux enfants", "Permis B"]).to_owned(),
    }
}

fn single(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1962, 2004);
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let lead = body.size * 1.4;
    let (left, right) = (d.x0(), d.x1());
    let mut y = d.margins[1] + body.size;
    let top = y;
    if d.rng.chance(0.35) {
        marks::photo(d.c, right - 70.0, y - body.size, 70.0, 88.0, &mut d.rng);
    }
    d.left(left, y, &own.full(), &bold.sized(body.size * 1.4));
    y += lead * 1.2;
    let rows = contact(d, &own);
    y = set_contact(d, left, y, (right - left) * 0.6, lead, &rows, &body);
    let said = identity(d, &own);
    d.left(left, y, &said, &body);
    y = (y + lead * 1.6).max(top + 92.0);
    let middle = d.c.width / 2.0;
    let (job, ..) = d.rng.choose(JOBS);
    if d.rng.chance(0.5) {
        let wording = d.rng.pick(&["CURRICULUM VITAE", "Curriculum vitae", "CURRICULUM VITÆ"]);
        d.centre(middle, y, wording, &bold.sized(body.size * 1.5));
        y += lead * 1.8;
    } else if d.rng.chance(0.7) {
        d.centre(middle, y, &capitals(job, true), &bold.sized(body.size * 1.3));
        y += lead * 1.8;
    }
    let style = d.rng.below(4);
    let studies_first = d.rng.chance(0.3);
    for part in 0..2 {
        if (part == 0) == studies_first {
            let wording = d.rng.pick(STUDIES);
            heading(d, left, y, right, wording, style);
            y = studies(d, left, y + lead * 1.4, right, lead, &own) + lead;
        } else {
            let wording = d.rng.pick(EXPERIENCE);
            heading(d, left, y, right, wording, style);
            y = posts(d, left, y + lead * 1.4, right, lead, &own) + lead * 0.7;
        }
    }
    for which in [1, 0, 2] {
        if y < d.bottom() - lead * 5.0 {
            y = short(d, left, y, right, lead, style, which);
        }
    }
}

fn beside(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1970, 2004);
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let lead = body.size * 1.4;
    let side = d.c.width * d.rng.range(0.3, 0.36);
    if d.rng.chance(0.6) {
        let tint = d.rng.between(205, 240) as u8;
        let height = d.c.height;
        d.c.fill(0.0, 0.0, side, height, tint);
    }
    let (left, edge) = (22.0, side - 10.0);
    let (x, right) = (side + 16.0, d.x1().max(side + 200.0));
    let mut y = d.margins[1].max(36.0);
    // The main column first, as it is read.
    let name = super::facts::fitting(d, &own.full(), &bold.sized(body.size * 1.9), right - x);
    d.left(x, y, &own.full(), &name);
    let (job, ..) = d.rng.choose(JOBS);
    d.left(x, y + lead * 1.4, job, &body.sized(body.size * 1.2));
    let style = d.rng.below(4);
    let mut main = y + lead * 3.6;
    let wording = d.rng.pick(EXPERIENCE);
    heading(d, x, main, right, wording, style);
    main = posts(d, x, main + lead * 1.4, right, lead, &own) + lead * 0.7;
    let wording = d.rng.pick(STUDIES);
    heading(d, x, main, right, wording, style);
    studies(d, x, main + lead * 1.4, right, lead, &own);
    // The side column.
    if d.rng.chance(0.5) {
        marks::photo(d.c, left + 10.0, y - body.size, 84.0, 104.0, &mut d.rng);
        y += 122.0;
    }
    let wording = d.rng.pick(&["Contact", "Coordonnées", "Me contacter"]);
    heading(d, left, y, edge, wording, style);
    let rows = contact(d, &own);
    y = set_contact(d, left, y + lead * 1.4, edge - left, lead, &rows, &body.sized(body.size * 0.92)) + lead * 0.8;
    for which in [1, 0, 2] {
        y = short(d, left, y, edge, lead, style, which);
    }
}
