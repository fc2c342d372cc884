//! What schools certify: enrolment in schools, universities and training centres.

use super::super::facts::{day, figures, written};
use super::super::page::Page;
use super::civic_kit::{Column, Cut};
use super::civic_names::{home, nir, office_phone, person, place, street};
use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[
    Page::a4("certificat_scolarite", college),
    Page::a4("certificat_scolarite", university),
    Page::a4("certificat_scolarite", primary),
];

fn year_of(when: (i64, i64, i64), r: &mut Rng) -> String {
    let from = if when.1 >= 8 { when.0 } else { when.0 - 1 };
    format!("{from}{}{}", r.pick(&["-", "/", "-"]), from + 1)
}

pub(super) fn spelled(when: (i64, i64, i64), r: &mut Rng) -> String {
    if r.chance(0.5) { written(when) } else { figures(when, "/") }
}

/// Of a lower or upper secondary school.
fn college(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(10.2, 11.8));
    let when = day(r, 2008, 2025);
    let pupil = person(r, when.0 - 17, when.0 - 11);
    let (town, lives) = (place(r), home(r));
    let (date, year, birth) = (spelled(when, r), year_of(when, r), figures(pupil.birth, "/"));
    let school = r.pick(&[
        "Collège Jean Rostand",
        "Lycée général et technologique Camille Claudel",
        "Lycée professionnel Gustave Eiffel",
        "Collège Les Hauts Grillets",
        "Ensemble scolaire Sainte-Anne",
    ]);
    col.bold(
        d,
        &format!("Académie de {}", r.pick(&["Rennes", "Lille", "Toulouse", "Dijon", "Grenoble", "Créteil"])),
        &[],
    );
    col.bold(d, school, &[]);
    col.line(d, &street(r), &[]);
    col.line(d, &format!("{} {}", town.0, capitals(town.1, true)), &[]);
    col.line(d, &format!("Tél. : {} - UAI : 0{}{}{}", office_phone(r), &town.0[..2], r.digits(4), r.capital()), &[]);
    col.gap(r.range(2.0, 4.0));
    col.title(d, "CERTIFICAT DE SCOLARITÉ", 1.5, &[]);
    let label = r.pick(&["Année scolaire ", "Année scolaire : ", "ANNÉE SCOLAIRE "]);
    col.title(d, &format!("{label}{year}"), 1.05, &[("school_year", &year)]);
    col.gap(1.6);
    let name = if r.chance(0.5) { pupil.full() } else { format!("{} {}", pupil.surname(), pupil.firsts[0]) };
    let head = r.pick(&["le principal", "le proviseur", "le chef d'établissement"]);
    let class =
        r.pick(&["6e B", "5e 3", "4e 2", "3e A", "2nde GT 4", "1re générale", "Terminale STMG 1", "1re Bac pro MELEC"]);
    if r.chance(0.5) {
        col.text(d, &format!("Je soussigné, {head} de l'établissement, certifie que l'élève :"), &[]);
        col.gap(0.7);
        col.pair(d, 0.3, "Nom et prénom :", &name, "holder");
        col.pair(d, 0.3, "Né(e) le :", &birth, "birth_date");
        col.pair(d, 0.3, "à :", pupil.born_at.1, "");
        col.pair(d, 0.3, "Classe :", class, "");
        col.pair(d, 0.3, "Régime :", r.pick(&["Externe", "Demi-pensionnaire", "Interne"]), "");
        col.pair(d, 0.3, "Identifiant national (INE) :", &format!("{}{}{}", r.digits(9), r.capital(), r.capital()), "");
        col.gap(0.7);
        col.text(d, "est régulièrement inscrit(e) dans l'établissement pour l'année scolaire en cours.", &[]);
    } else {
        let text = format!(
            "Je soussigné, {head}, certifie que {name}, {} le {birth} à {}, domicilié(e) {}, est {} en classe \
                de {class} pour la présente année.",
            pupil.agree("né", "née"),
            pupil.born_at.1,
            lives.line(),
            pupil.agree("inscrit", "inscrite")
        );
        col.text(d, &text, &[("holder", &name), ("birth_date", &birth)]);
    }
    col.gap(0.8);
    col.text(
        d,
        &format!(
            "Responsable légal : {} {}, {}",
            pupil.title(true),
            person(r, when.0 - 50, when.0 - 32).full(),
            lives.line()
        ),
        &[],
    );
    col.gap(1.2);
    col.line(d, &format!("{}{}, le {date}", r.pick(&["Fait à ", "À ", ""]), town.1), &[("date", &date)]);
    col.sign(d, 0.5, &[capitals(head, true), person(r, 1955, 1985).full()]);
    col.gap(0.8);
    col.small(
        d,
        "Il ne sera pas délivré de duplicata. Faire des photocopies selon vos besoins. Ce certificat \
        est établi à partir de la base élèves de l'établissement.",
    );
}

/// Of a university or a training centre.
fn university(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.6, 11.0));
    let when = day(r, 2006, 2025);
    let one = person(r, when.0 - 28, when.0 - 18);
    let town = place(r);
    let (date, year, birth, number) = (spelled(when, r), year_of(when, r), spelled(one.birth, r), nir(&one, r));
    let id = r.digits(8);
    marks::logo(d.c, col.right() - 50.0, col.y, 28.0, r);
    let apprentice = r.chance(0.35);
    let school = if apprentice {
        format!("CFA des métiers {}", super::super::facts::of(town.1))
    } else {
        format!("UNIVERSITÉ {}", capitals(&super::super::facts::of(town.1), true))
    };
    col.set(d, Align::Left, &school, (Cut::Bold, 1.25), &[]);
    col.line(
        d,
        r.pick(&[
            "Direction des études et de la vie étudiante",
            "Service de la scolarité",
            "UFR Lettres, langues et sciences humaines",
        ]),
        &[],
    );
    col.line(d, &format!("{}, {} {}", street(r), town.0, town.1), &[]);
    col.gap(2.0);
    col.title(
        d,
        r.pick(&["CERTIFICAT DE SCOLARITÉ", "Certificat de scolarité", "CERTIFICAT D'INSCRIPTION ET DE SCOLARITÉ"]),
        1.4,
        &[],
    );
    col.title(
        d,
        &format!("{}{year}", r.pick(&["Année universitaire ", "Année universitaire : ", "Au titre de l'année "])),
        1.05,
        &[("school_year", &year)],
    );
    col.gap(1.2);
    col.text(
        d,
        &format!(
            "Le {} certifie que l'étudiant(e) désigné(e) ci-dessous est régulièrement inscrit(e) :",
            if apprentice { "directeur du centre" } else { "président de l'université" }
        ),
        &[],
    );
    col.gap(0.6);
    let name = if r.chance(0.5) { one.full() } else { format!("{} {}", one.title(true), one.full()) };
    let name = name.trim_start_matches("Monsieur ").trim_start_matches("Madame ").to_owned();
    let at = r.range(0.28, 0.4);
    col.pair(d, at, r.pick(&["Nom et prénom", "Étudiant(e)", "NOM - Prénom"]), &name, "holder");
    col.pair(d, at, "Né(e) le", &birth, "birth_date");
    col.pair(d, at, "Lieu de naissance", one.born_at.1, "");
    col.pair(d, at, "N° étudiant", &id, "reference");
    col.pair(d, at, "N° INE / BEA", &format!("{}{}", r.digits(10), r.capital()), "");
    if r.chance(0.5) {
        col.pair(d, at, "N° de sécurité sociale", &number, "nir");
    }
    col.gap(0.8);
    let course = r.pick(&[
        "Licence 2e année Droit",
        "Master 1 Psychologie clinique",
        "BUT 1 Génie civil",
        "CAP Boulanger 2e année",
        "BTS Management commercial opérationnel",
        "Doctorat Sciences de la vie",
    ]);
    let rows = vec![
        ["Diplôme préparé", "Régime", "Type d'inscription"].map(|t| ("", t.to_owned())).to_vec(),
        vec![
            ("", course.to_owned()),
            ("", r.pick(&["Formation initiale", "Apprentissage", "Formation continue"]).to_owned()),
            ("", "Principale".to_owned()),
        ],
    ];
    col.table(d, &[2.2, 1.3, 1.2], "lll", &rows, r.chance(0.7));
    col.gap(0.6);
    col.text(
        d,
        &format!(
            "Droits acquittés : {},00 € - Contribution de vie étudiante et de campus (CVEC) : attestation reçue.",
            r.between(170, 380)
        ),
        &[],
    );
    col.gap(1.2);
    col.line(d, &format!("{}{}, le {date}", r.pick(&["Fait à ", "À ", ""]), town.1), &[("date", &date)]);
    col.sign(
        d,
        0.5,
        &[
            "Pour servir et valoir ce que de droit,".to_owned(),
            format!("le responsable de la scolarité, {}", person(r, 1960, 1990).full()),
        ],
    );
    col.foot(
        d,
        &[
            "Ce document ne peut être délivré qu'une seule fois. Il appartient à l'étudiant d'en faire des copies."
                .to_owned(),
            format!(
                "Bourse du CROUS : {} - Tél. scolarité : {}",
                r.pick(&["échelon 0 bis", "non boursier", "échelon 5"]),
                office_phone(r)
            ),
        ],
    );
}

/// Of a primary school, typed by its head.
fn primary(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(11.0, 12.5));
    let when = day(r, 2005, 2025);
    let pupil = person(r, when.0 - 10, when.0 - 3);
    let parent = person(r, when.0 - 48, when.0 - 28);
    let town = place(r);
    let (date, year, birth) = (spelled(when, r), year_of(when, r), spelled(pupil.birth, r));
    col.line(
        d,
        &format!(
            "École {} {}",
            r.pick(&["élémentaire", "maternelle", "primaire"]),
            r.pick(&["Jules Ferry", "du Centre", "Les Marronniers", "Jacques Prévert", "Saint-Joseph"])
        ),
        &[],
    );
    col.line(d, &street(r), &[]);
    col.line(d, &format!("{} {}", town.0, town.1), &[]);
    col.line(d, &format!("Tél. {} - Circonscription de {}", office_phone(r), place(r).1), &[]);
    col.gap(3.0);
    col.title(d, r.pick(&["CERTIFICAT DE SCOLARITÉ", "Certificat de scolarité"]), 1.4, &[]);
    col.gap(2.0);
    let name = pupil.full();
    let director = person(r, 1960, 1992);
    col.text(
        d,
        &format!(
            "Je {}, {}, {} de l'école, certifie que l'enfant {name}, {} le {birth} à {}, \
        fréquente l'école et est {} en classe de {} durant l'année scolaire {year}.",
            director.agree("soussigné", "soussignée"),
            director.full(),
            director.agree("directeur", "directrice"),
            pupil.agree("né", "née"),
            pupil.born_at.1,
            pupil.agree("inscrit", "inscrite"),
            r.pick(&["petite section", "CP", "CE1", "CE2", "CM1", "CM2"])
        ),
        &[("holder", &name), ("birth_date", &birth), ("school_year", &year)],
    );
    col.gap(1.0);
    col.line(d, &format!("Parent responsable : {} {}", parent.title(false), parent.full()), &[]);
    col.line(d, &format!("Domicile : {}", home(r).line()), &[]);
    col.gap(1.0);
    col.text(d, "Certificat remis à la famille pour faire valoir ce que de droit.", &[]);
    col.gap(1.6);
    col.line(d, &format!("Fait à {}, le {date}", town.1), &[("date", &date)]);
    col.sign(d, 0.5, &[director.agree("Le directeur,", "La directrice,").to_owned(), "Cachet de l'école".to_owned()]);
}
