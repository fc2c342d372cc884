//! What doctors certify: states of health, absence, fitness.

use super::super::facts::{day, figures};
use super::super::page::Page;
use super::civic_kit::{Column, Cut};
use super::civic_names::{home, nir, office_phone, person, place, street};
use super::civic_schools::spelled;
use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::rng::Rng;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[
    Page::a4("certificat_medical", general),
    Page::a4("certificat_medical", hospital),
    Page::a4("certificat_medical", fitness),
];

/// The head of a doctor's paper.
fn practice(d: &mut Desk<'_, '_>, col: &mut Column, r: &mut Rng) -> (String, &'static str) {
    let doctor = person(r, 1950, 1990).full();
    let town = place(r);
    col.set(d, Align::Left, &format!("{}{doctor}", r.pick(&["Docteur ", "Dr ", "Docteur "])), (Cut::Bold, 1.25), &[]);
    col.line(
        d,
        r.pick(&[
            "Médecine générale",
            "Médecin généraliste - conventionné secteur 1",
            "Pédiatre - Ancien interne des hôpitaux",
            "Cardiologue",
            "Diplômé de la faculté de médecine - Médecine du sport",
        ]),
        &[],
    );
    col.line(d, &format!("{}, {} {}", street(r), town.0, town.1), &[]);
    col.line(d, &format!("Tél. {} - Sur rendez-vous", office_phone(r)), &[]);
    col.line(
        d,
        &format!("RPPS {}  -  AM {} {} {} {}", r.digits(11), r.digits(2), r.digits(1), r.digits(5), r.digits(1)),
        &[],
    );
    (doctor, town.1)
}

/// Of a doctor in practice: sport, absence, stay with a child, crèche.
fn general(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(10.6, 12.4));
    let when = day(r, 2006, 2025);
    let one = person(r, 1945, when.0 - 4);
    let (date, birth) = (spelled(when, r), spelled(one.birth, r));
    let (doctor, town) = practice(d, &mut col, r);
    col.gap(1.5);
    col.set(d, Align::Right, &format!("{town}, le {date}"), (Cut::Plain, 1.0), &[("date", &date)]);
    col.gap(2.5);
    let kind = r.below(4);
    let title = [
        r.pick(&[
            "CERTIFICAT MÉDICAL DE NON CONTRE-INDICATION À LA PRATIQUE SPORTIVE",
            "Certificat médical d'absence de contre-indication",
        ]),
        "CERTIFICAT MÉDICAL",
        "Certificat médical",
        "CERTIFICAT MÉDICAL",
    ][kind];
    col.title(d, title, 1.25, &[]);
    col.gap(2.0);
    let name = if r.chance(0.6) { one.full() } else { format!("{} {}", one.surname(), one.firsts[0]) };
    let seen = format!(
        "Je soussigné, Docteur {doctor}, certifie avoir examiné ce jour {} {name}, {} le {birth}",
        one.title(false),
        one.agree("né", "née")
    );
    let rest = [
        format!(
            "et n'avoir pas constaté, à la date de ce jour, de signe clinique apparent contre-indiquant la \
                pratique {} en compétition.",
            r.pick(&["du football", "de la natation", "de la course à pied", "du judo", "du tennis"])
        ),
        format!("et que son état de santé nécessite un repos de {} jours, sauf complications.", r.between(2, 15)),
        "et que son état de santé rend nécessaire la présence d'un parent à son chevet pendant trois jours.".to_owned(),
        "et que l'enfant est à jour de ses vaccinations obligatoires et apte à la vie en collectivité.".to_owned(),
    ];
    col.text(d, &format!("{seen}, {}", rest[kind]), &[("holder", &name), ("birth_date", &birth)]);
    col.gap(1.0);
    if r.chance(0.35) {
        let number = nir(&one, r);
        col.line(d, &format!("N° de sécurité sociale : {number}"), &[("nir", &number)]);
    }
    if kind == 0 {
        col.text(
            d,
            &format!(
                "Poids : {} kg   Taille : {} cm   TA : 12/{}   ECG de repos : normal.",
                r.between(28, 95),
                r.between(130, 192),
                r.between(6, 8)
            ),
            &[],
        );
    }
    col.gap(0.6);
    col.text(
        d,
        r.pick(&[
            "Certificat établi à la demande de l'intéressé et remis en main propre pour faire valoir ce que de droit.",
            "Fait pour valoir ce que de droit et remis en mains propres.",
        ]),
        &[],
    );
    col.gap(1.5);
    col.sign(d, 0.55, &["Signature et cachet".to_owned(), format!("Dr {doctor}")]);
    col.foot(
        d,
        &["Membre d'une association de gestion agréée, le règlement des honoraires par chèque est \
        accepté. En cas d'urgence, composer le 15."
            .to_owned()],
    );
}

/// Of a hospital, with its units in the margin.
fn hospital(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.8, 11.0));
    let when = day(r, 2008, 2025);
    let one = person(r, 1935, 2010);
    let town = place(r);
    let (date, birth) = (figures(when, "/"), figures(one.birth, "/"));
    let file = r.digits(9);
    col.set(
        d,
        Align::Left,
        &format!("CENTRE HOSPITALIER {}", capitals(&super::super::facts::of(town.1), true)),
        (Cut::Bold, 1.2),
        &[],
    );
    col.line(
        d,
        r.pick(&[
            "Service des urgences",
            "Pôle chirurgie - Orthopédie et traumatologie",
            "Service de gynécologie-obstétrique",
            "Médecine interne - Unité 2 B",
        ]),
        &[],
    );
    let top = col.y + col.lead;
    let mut side = col.part(col.x, col.w * 0.26).scaled(0.78);
    side.y = top;
    side.bold(d, "Chef de service", &[]);
    side.line(d, &format!("Pr {}", person(r, 1950, 1972).full()), &[]);
    side.gap(0.8);
    side.bold(d, "Praticiens hospitaliers", &[]);
    for _ in 0..r.between(3, 6) {
        side.line(d, &format!("Dr {}", person(r, 1960, 1988).full()), &[]);
    }
    side.gap(0.8);
    side.bold(d, "Secrétariat", &[]);
    side.line(d, &office_phone(r), &[]);
    side.bold(d, "Cadre de santé", &[]);
    side.line(d, &person(r, 1965, 1985).full(), &[]);
    let edge = col.x + col.w * 0.3;
    d.rule(edge - 8.0, top, edge - 8.0, d.c.height - 90.0, 0.5);
    let mut body = col.part(edge, col.right() - edge);
    body.y = top;
    body.set(d, Align::Right, &format!("{}, le {date}", town.1), (Cut::Plain, 1.0), &[("date", &date)]);
    body.gap(2.0);
    body.title(
        d,
        r.pick(&["CERTIFICAT MÉDICAL", "CERTIFICAT MÉDICAL INITIAL", "CERTIFICAT D'HOSPITALISATION"]),
        1.3,
        &[],
    );
    body.gap(1.2);
    let name = one.full();
    body.pair(d, 0.3, "Patient :", &name, "holder");
    body.pair(d, 0.3, "Né(e) le :", &birth, "birth_date");
    body.pair(d, 0.3, r.pick(&["N° de dossier :", "IPP :", "N° patient :"]), &file, "reference");
    body.gap(0.8);
    let doctor = person(r, 1960, 1990).full();
    body.text(
        d,
        &format!(
            "Je soussigné, Docteur {doctor}, certifie avoir reçu en consultation la personne \
        désignée ci-dessus. L'examen clinique met en évidence :"
        ),
        &[],
    );
    for finding in [
        "- une contusion de l'épaule droite avec limitation douloureuse de l'abduction ;",
        "- une ecchymose de 4 cm de la face externe du bras ;",
        "- l'absence de lésion osseuse à la radiographie.",
    ] {
        body.text(d, finding, &[]);
    }
    body.gap(0.6);
    body.text(
        d,
        &format!(
            "Sous réserve de complications, l'incapacité totale de travail est de {} jours. Une \
        réévaluation est prévue le {}.",
            r.between(1, 21),
            figures(day(r, when.0, when.0), "/")
        ),
        &[],
    );
    body.gap(0.6);
    body.text(
        d,
        "Certificat remis en main propre à l'intéressé, à sa demande, pour faire valoir ce que de droit.",
        &[],
    );
    body.gap(1.0);
    body.sign(d, 0.45, &[format!("Docteur {doctor}")]);
    col.foot(
        d,
        &[format!(
            "Centre hospitalier - {} - {} {} CEDEX - Standard {} - FINESS {}",
            street(r),
            town.0,
            capitals(town.1, false),
            office_phone(r),
            r.digits(9)
        )],
    );
}

/// Of a doctor for a public office or an insurer, with rows filled in.
fn fitness(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.6, 10.8));
    let when = day(r, 2008, 2025);
    let one = person(r, 1945, 2002);
    let (date, birth, number) = (figures(when, "/"), figures(one.birth, "/"), nir(&one, r));
    let (doctor, town) = practice(d, &mut col, r);
    col.gap(1.2);
    let kind = r.below(3);
    let title = [
        "CERTIFICAT MÉDICAL D'APTITUDE AUX FONCTIONS POSTULÉES",
        "CERTIFICAT MÉDICAL DESTINÉ À LA MDPH",
        "CERTIFICAT MÉDICAL DE CONSTATATION POUR ACCIDENT",
    ][kind];
    col.title(d, title, 1.25, &[]);
    col.set(d, Align::Centre, "À remplir par un médecin et à remettre sous pli confidentiel", (Cut::Italic, 0.9), &[]);
    col.gap(1.2);
    let name = format!("{} {}", one.surname(), one.firsts[0]);
    let grey = r.between(210, 238) as u8;
    col.bar(d, "Identité de la personne examinée", grey);
    col.pair(d, 0.32, "Nom, prénom :", &name, "holder");
    col.pair(d, 0.32, "Date de naissance :", &birth, "birth_date");
    if r.chance(0.7) {
        col.pair(d, 0.32, "N° de sécurité sociale :", &number, "nir");
    }
    col.pair(d, 0.32, "Adresse :", &home(r).line(), "");
    col.gap(0.6);
    col.bar(d, "Constatations", grey);
    col.ticks(d, "Examen clinique général :", &[("normal", true), ("anormal", false)]);
    col.ticks(d, "Acuité visuelle :", &[("corrigée", r.chance(0.5)), ("non corrigée", false)]);
    col.ticks(
        d,
        "Retentissement fonctionnel :",
        &[("aucun", r.chance(0.5)), ("léger", false), ("modéré", false), ("important", false)],
    );
    col.text(
        d,
        &format!(
            "Antécédents : {}. Traitement en cours : {}.",
            r.pick(&["néant", "appendicectomie", "hypertension artérielle équilibrée"]),
            r.pick(&["aucun", "amlodipine 5 mg"])
        ),
        &[],
    );
    col.gap(0.6);
    col.bar(d, "Conclusion", grey);
    let verdict = r.pick(&[
        "est apte physiquement à l'exercice des fonctions postulées",
        "présente un état de santé compatible avec l'activité envisagée",
        "n'est atteinte d'aucune maladie ou infirmité incompatible avec l'emploi",
    ]);
    col.text(d, &format!("Le médecin soussigné certifie que la personne désignée ci-dessus {verdict}."), &[]);
    col.gap(1.2);
    col.line(d, &format!("Fait à {town}, le {date}"), &[("date", &date)]);
    col.sign(d, 0.5, &["Cachet et signature du médecin".to_owned(), format!("Dr {doctor}")]);
    col.small(
        d,
        "Arrêté du 14 mars 1986 relatif aux conditions d'aptitude physique. Les honoraires sont à la \
        charge du candidat.",
    );
}
