//! Certificates of schools and of universities: who is enrolled, in which year.

use super::Page;
use super::civil_kit::{Home, address, centred, faces, fit, foot, later, phone_of, say};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, dated, day, figures, line_with, written};
use crate::pages::marks;
use crate::rng::Rng;

pub(super) const PAGES: &[Page] = &[Page::a4("certificat_scolarite", schooling)];

/// A school: its kind, classes, how its head is called.
const SCHOOLS: &[(&str, &[&str], (&str, &str))] = &[
    ("Collège", &["6ème B", "5ème 3", "4e C", "3ème A"], ("Principal", "Principale")),
    ("Lycée", &["2nde 7", "1ère générale 2", "terminale STMG 1", "Terminale G4"], ("Proviseur", "Proviseure")),
    ("École élémentaire", &["CP", "CE2", "CM1", "CM2"], ("Directeur", "Directrice")),
    (
        "Lycée professionnel",
        &["1re bac pro commerce", "CAP cuisine 2e année", "Terminale ASSP"],
        ("Proviseur", "Proviseure"),
    ),
];

const NAMES: &[&str] =
    &["Jean Moulin", "Jules Ferry", "Simone Veil", "Victor Hugo", "Louise Michel", "Paul Éluard", "Marie Curie"];

fn schooling(d: &mut Desk<'_, '_>) {
    match d.rng.below(3) {
        0 => university(d),
        part => school(d, part == 1),
    }
}

/// The school year of a day: from September on it is the one that begins.
fn school_year((y, m, _): Day, rng: &mut Rng) -> String {
    let first = if m >= 8 { y } else { y - 1 };
    match rng.below(4) {
        0 => format!("{first}/{}", first + 1),
        1 => format!("{first} - {}", first + 1),
        _ => format!("{first}-{}", first + 1),
    }
}

fn school(d: &mut Desk<'_, '_>, listed: bool) {
    let (body, bold, italic) = faces(d, 10.5, 12.0);
    let lead = body.size * 1.55;
    let (kind, classes, heads) = d.rng.choose(SCHOOLS);
    let class = d.rng.pick(classes);
    let seat = Home::random(&mut d.rng);
    let when = day(&mut d.rng, 2010, 2026);
    let age = if kind == "École élémentaire" {
        (7, 10)
    } else if kind == "Collège" {
        (12, 14)
    } else {
        (15, 18)
    };
    let own = Someone::born(&mut d.rng, when.0 - age.1, when.0 - age.0);
    let year = school_year(when, &mut d.rng);
    let name = format!("{kind} {}", d.rng.pick(NAMES));
    let (left, right) = (d.c.width * 0.1, d.c.width * 0.9);
    let area = d.rng.pick(&["Académie de Lyon", "Académie de Rennes", "ACADÉMIE DE LILLE", "Académie de Bordeaux"]);
    let code = format!("{}{}{}", d.rng.pick(&["069", "035", "059", "033"]), d.rng.digits(4), d.rng.capital());
    let lines = [
        name.clone(),
        seat.street.clone(),
        seat.town_line(true),
        format!("Tél. : {}", phone_of(&mut d.rng)),
        format!("Code établissement : {code}"),
    ];
    let at_right = d.rng.chance(0.3);
    let x = if at_right { d.c.width * 0.56 } else { left };
    d.left(if at_right { left } else { d.c.width * 0.6 }, 52.0, "RÉPUBLIQUE FRANÇAISE", &bold.sized(9.5));
    d.left(if at_right { left } else { d.c.width * 0.6 }, 66.0, area, &body.sized(9.5));
    address(d, "", (x, 52.0), &lines, (&body, body.size * 1.3));
    if at_right {
        super::civil_kit::emblem(d, left, 84.0, 42.0);
    }
    let mut y = 178.0;
    let title = d.rng.pick(&["CERTIFICAT DE SCOLARITÉ", "Certificat de scolarité", "CERTIFICAT DE SCOLARITE"]);
    let boxed = d.rng.chance(0.4);
    y = centred(d, (d.c.width / 2.0, y), &[title], (&bold.sized(18.0), 22.0), &[]);
    if boxed {
        d.c.frame(d.c.width * 0.24, y - 44.0, d.c.width * 0.76, y - 10.0, 1.0);
    }
    let (date, born) = (dated(when, &mut d.rng), figures(own.birth, "/"));
    let ine = format!("{}{}", d.rng.digits(9), d.rng.clone().pick(&["AA", "CB", "FK", "HG", "JD"]));
    let signer = Someone::random(&mut d.rng);
    let head = signer.agree(heads.0, heads.1);
    y += lead * 1.4;
    if listed {
        let text = format!("Année scolaire {year}");
        y = centred(d, (d.c.width / 2.0, y), &[&text], (&bold, lead * 2.0), &[("school_year", &year)]);
        let text = format!(
            "Je soussigné(e), {}, {} de l'établissement, certifie que l'élève désigné(e) ci-dessous :",
            signer.full(),
            head.to_lowercase()
        );
        y = say(d, (left, y, right - left), &text, (&body, lead), &[]) + lead * 0.6;
        let holder = format!("{} {}", own.surname(), own.firsts[0]);
        for (label, field, text) in [
            ("Nom et prénom", "holder", holder.as_str()),
            (own.agree("Né le", "Née le"), "birth_date", &born),
            ("À", "", own.born_at.1),
            ("Classe", "", class),
            ("Régime", "", d.rng.clone().pick(&["demi-pensionnaire", "externe"])),
            ("Identifiant national (INE)", "reference", &ine),
        ] {
            d.left(left + 30.0, y, &format!("{label} :"), &body);
            fit(d, field, (left + 190.0, y), right - left - 200.0, text, &bold);
            y += lead * 1.1;
        }
        let text = format!(
            "fréquente {} l'établissement depuis la rentrée de septembre.",
            d.rng.pick(&["régulièrement", "assidûment"])
        );
        y = say(d, (left, y + lead * 0.4, right - left), &text, (&body, lead), &[]);
    } else {
        let holder = if d.rng.chance(0.4) {
            format!("{} {}", own.title(true), own.full())
        } else {
            format!("{} {}", own.surname(), own.given(" "))
        };
        let text = match d.rng.below(3) {
            0 => format!(
                "Je soussigné, {}, {head} du {name}, certifie que {holder}, {} le {born} à {}, est {} en classe de {class} pour l'année scolaire {year}.",
                signer.full(), own.agree("né", "née"), own.born_at.1, own.agree("inscrit", "inscrite")
            ),
            1 => format!(
                "Le chef d'établissement soussigné certifie que l'élève {holder}, {} le {born}, est {} dans l'établissement, en classe de {class}, durant \
                 l'année scolaire {year}.",
                own.agree("né", "née"), own.agree("scolarisé", "scolarisée")
            ),
            _ => format!(
                "Je, soussigné(e) {}, atteste que {holder}, {} le {born} à {}, suit les cours de la classe de {class} au titre de l'année {year} et fait \
                 preuve d'assiduité.",
                signer.full(), own.agree("né", "née"), own.born_at.1
            ),
        }
        .replace("du École", "de l'école");
        y = say(
            d,
            (left, y, right - left),
            &text,
            (&body, lead * 1.1),
            &[("holder", &holder), ("birth_date", &born), ("school_year", &year)],
        );
        y += lead;
        let mut parent = Someone::born(&mut d.rng, own.birth.0 - 38, own.birth.0 - 24);
        parent.last.clone_from(&own.last);
        let text = format!(
            "Responsable légal : {} {} - {}",
            parent.title(false),
            parent.full(),
            Home::random(&mut d.rng).line()
        );
        y = say(d, (left, y, right - left), &text, (&body, lead), &[]);
    }
    y += lead;
    let text = d.rng.pick(&[
        "Certificat délivré à la demande de la famille pour servir et valoir ce que de droit.",
        "Le présent certificat est établi pour faire valoir ce que de droit, notamment auprès de la caisse d'allocations familiales et de l'employeur.",
    ]);
    y = say(d, (left, y, right - left), text, (&body, lead), &[]) + lead * 1.4;
    let x = d.c.width * 0.52;
    let line = if d.rng.chance(0.6) {
        format!("Fait à {}, le {date}", seat.town)
    } else {
        format!("{}, le {date}", seat.town)
    };
    line_with(d, (x, y), &line, &body, &[("date", &date)]);
    d.left(x, y + lead * 1.2, &format!("{} {head}", if head.ends_with('e') { "La" } else { "Le" }), &body);
    marks::signature(d.c, x + 60.0, y + lead * 2.6, 90.0, &mut d.rng);
    super::civil_kit::seal(d, x - 70.0, y + lead * 2.8);
    d.left(x, y + lead * 4.6, &signer.full(), &body);
    foot(
        d,
        &[
            "Il n'est délivré qu'un seul original de ce certificat. Il appartient à la famille d'en faire des copies.",
            "Toute rature ou surcharge annule le présent document.",
        ],
        &italic.sized(8.0),
    );
}

/// A university: a table of enrolment, sidebar or head, codes.
fn university(d: &mut Desk<'_, '_>) {
    let (body, bold, italic) = faces(d, 9.5, 11.0);
    let lead = body.size * 1.6;
    let when = day(&mut d.rng, 2012, 2026);
    let own = Someone::born(&mut d.rng, when.0 - 26, when.0 - 18);
    let year = school_year(when, &mut d.rng);
    let name = d.rng.pick(&[
        "Université de Bourgogne",
        "UNIVERSITÉ RENNES 2",
        "Nantes Université",
        "Université Lumière Lyon 2",
        "Université de Lille",
        "Institut de formation en soins infirmiers",
    ]);
    let (left, right) = (d.c.width * 0.08, d.c.width * 0.92);
    super::civil_kit::emblem(d, left, 28.0, 46.0);
    d.left(left + 64.0, 46.0, name, &bold.sized(14.0));
    d.left(
        left + 64.0,
        62.0,
        d.rng.clone().pick(&[
            "Direction des études et de la vie étudiante",
            "Service de la scolarité",
            "Bureau des inscriptions",
        ]),
        &body,
    );
    let title =
        d.rng.pick(&["CERTIFICAT DE SCOLARITÉ", "Certificat de scolarité", "CERTIFICAT D'INSCRIPTION ET DE SCOLARITÉ"]);
    let mut y = 122.0;
    y = centred(d, (d.c.width / 2.0, y), &[title], (&bold.sized(16.0), 20.0), &[]);
    let text =
        format!("{} {year}", d.rng.pick(&["Année universitaire", "ANNÉE UNIVERSITAIRE", "Année universitaire :"]));
    y = centred(d, (d.c.width / 2.0, y), &[&text], (&bold, lead * 2.0), &[("school_year", &year)]);
    let home = Home::random(&mut d.rng);
    let lines = [format!("{} {}", own.title(false), own.full()), home.street.clone(), home.town_line(true)];
    address(d, "", (d.c.width * 0.56, y), &lines, (&body, lead * 0.85));
    y += lead * 3.4;
    let who = d.rng.pick(&[
        "Le Président de l'université",
        "La présidente de l'université soussignée",
        "Le directeur de la scolarité",
    ]);
    y = say(d, (left, y, right - left), &format!("{who} certifie que l'étudiant(e) :"), (&body, lead), &[])
        + lead * 0.4;
    let holder = format!("{} {}", own.surname(), own.given(" "));
    let born = if d.rng.chance(0.6) { figures(own.birth, "/") } else { written(own.birth) };
    let student = format!("{}{}", when.0 % 100, d.rng.digits(6));
    let ine = format!("{}{}{}", d.rng.digits(9), d.rng.capital(), d.rng.capital());
    let numbered = d.rng.pick(&["N° étudiant", "Numéro d'étudiant", "Identifiant étudiant"]);
    let top = y - lead;
    for (label, field, text) in [
        ("Nom et prénoms", "holder", holder.as_str()),
        ("Date de naissance", "birth_date", &born),
        ("Lieu de naissance", "", own.born_at.1),
        (numbered, "reference", &student),
        ("N° INE", "", &ine),
    ] {
        d.left(left + 8.0, y, label, &body);
        fit(d, field, (left + 160.0, y), right - left - 170.0, text, &bold);
        y += lead;
    }
    d.c.frame(left, top, right, y - lead * 0.4, 0.7);
    y = say(
        d,
        (left, y + lead * 0.8, right - left),
        "est régulièrement inscrit(e) pour la préparation du diplôme suivant :",
        (&body, lead),
        &[],
    ) + lead * 0.6;
    let head = ["Diplôme", "Étape", "Régime", "Droits acquittés"];
    let row = [
        d.rng.pick(&["Licence Droit", "Master Histoire", "Licence Sciences de la vie", "BUT Gestion"]),
        d.rng.pick(&["2e année", "1re année", "3e année"]),
        d.rng.pick(&["Formation initiale", "Apprentissage"]),
        d.rng.pick(&["170,00 €", "243,00 €", "Boursier"]),
    ];
    let columns = [0.0, 0.4, 0.58, 0.8, 1.0].map(|s| left + s * (right - left));
    for (i, cells) in [head, row].iter().enumerate() {
        for (k, text) in cells.iter().enumerate() {
            let (x0, x1, base) = (columns[k], columns[k + 1], y + lead * 1.2 * i as f32);
            d.c.frame(x0, base - lead * 0.85, x1, base + lead * 0.35, 0.5);
            fit(d, "", (x0 + 4.0, base), x1 - x0 - 8.0, text, if i == 0 { &bold } else { &body });
        }
    }
    y += lead * 3.2;
    let until = later((when.0, 9, 30), if when.1 >= 8 { 12 } else { 0 });
    for text in [
        format!("Ce certificat est valable jusqu'au {}, sous réserve d'assiduité aux enseignements et aux examens.", figures(until, "/")),
        "Contribution de vie étudiante et de campus (CVEC) : acquittée.".to_owned(),
        "Ce document, édité par voie informatique, n'est valable que revêtu du cachet ou du code de contrôle de l'établissement. Aucun duplicata ne sera \
         délivré : il appartient à l'étudiant(e) d'en faire des copies."
            .to_owned(),
    ] {
        y = say(d, (left, y, right - left), &text, (&body, lead), &[]) + lead * 0.3;
    }
    y += lead;
    let date = figures(when, "/");
    let line = if d.rng.chance(0.5) { format!("Édité le {date}") } else { format!("Fait le {date}") };
    line_with(d, (d.c.width * 0.6, y), &line, &body, &[("date", &date)]);
    d.left(d.c.width * 0.6, y + lead, "Pour le Président et par délégation", &body);
    marks::signature(d.c, d.c.width * 0.66, y + lead * 2.4, 80.0, &mut d.rng);
    if y + 110.0 < d.c.height {
        marks::code(d.c, left, y, &mut d.rng);
    }
    foot(d, &["Établissement public à caractère scientifique, culturel et professionnel"], &italic.sized(7.5));
}
