//! Attestations of insurers and of trainers.

use super::super::facts::{day, figures, written, years_on};
use super::super::page::Page;
use super::civic_kit::{Column, Cut};
use super::civic_names::{home, office_phone, person, place, siret};
use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[Page::a4("attestation", insurer), Page::a4("attestation", training)];

/// An insurer: home, car or liability.
fn insurer(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.6, 10.8));
    let who = person(r, 1950, 2002);
    let lives = home(r);
    let firm = r.pick(&[
        "MUTUELLE DES PROVINCES", "Altéa Assurances", "LA PRÉVOYANTE DU CENTRE", "Groupe Hexagone Assurances",
        "Assur'Ouest Mutuelle",
    ]);
    let when = day(r, 2011, 2025);
    let date = if r.chance(0.5) { written(when) } else { figures(when, "/") };
    let policy = match r.below(3) {
        0 => r.digits(9),
        1 => format!("{}{} {}", r.capital(), r.digits(3), r.digits(6)),
        _ => format!("{}-{}-{}", r.digits(4), r.digits(5), r.capital()),
    };
    let kind = r.below(3);
    let title = [
        "ATTESTATION D'ASSURANCE HABITATION",
        "ATTESTATION D'ASSURANCE SCOLAIRE",
        "ATTESTATION D'ASSURANCE RESPONSABILITÉ CIVILE",
    ][kind];
    col.set(d, Align::Left, firm, (Cut::Bold, 1.5), &[]);
    let seat = place(r);
    col.line(d, &format!("Agence de {} - {}", seat.1, person(r, 1960, 1990).full()), &[]);
    col.line(d, &format!("Tél. {} - N° ORIAS : {}", office_phone(r), r.digits(8)), &[]);
    col.gap(1.5);
    let mut block = col.part(col.x + col.w * 0.52, col.w * 0.48);
    block.lines(d, &lives.under(&format!("{} {}", capitals(who.title(false), true), capitals(&who.full(), false)), r));
    col.y = block.y + col.lead * 1.5;
    let label = r.pick(&["Contrat n° ", "N° de contrat : ", "Vos références : contrat "]);
    col.line(d, &format!("{label}{policy}"), &[("reference", &policy)]);
    col.line(d, &format!("N° sociétaire : {}", r.digits(7)), &[]);
    col.gap(1.0);
    col.title(d, title, 1.3, &[]);
    col.gap(1.0);
    let name = if r.chance(0.6) { who.full() } else { format!("{} {}", who.surname(), who.firsts[0]) };
    let (from, to) = ((when.0, 1, 1), (when.0, 12, 31));
    col.text(
        d,
        &format!(
            "Nous soussignés, {firm}, attestons que {} {name} est titulaire d'un contrat en \
        vigueur auprès de notre société.",
            who.title(true)
        ),
        &[("holder", &name)],
    );
    col.gap(0.6);
    let rows = vec![
        vec![("", "Garanties".to_owned()), ("", "Montants maximum".to_owned()), ("", "Franchise".to_owned())],
        vec![("", "Dommages corporels".to_owned()), ("", "20 000 000 €".to_owned()), ("", "Néant".to_owned())],
        vec![
            ("", "Dommages matériels et immatériels".to_owned()),
            ("", "1 500 000 €".to_owned()),
            ("", "150 €".to_owned()),
        ],
        vec![("", "Défense et recours".to_owned()), ("", "16 000 €".to_owned()), ("", "Néant".to_owned())],
    ];
    if kind != 1 {
        col.table(d, &[2.0, 1.4, 1.0], "lrr", &rows, true);
    } else {
        col.text(
            d,
            &format!(
                "L'enfant {} est garanti au titre des activités scolaires et extrascolaires, y \
            compris sorties et classes de découverte.",
                person(r, 2008, 2018).full()
            ),
            &[],
        );
    }
    col.text(d, &format!("Adresse du risque : {}", lives.line()), &[]);
    col.text(
        d,
        &format!("La présente attestation est valable du {} au {}.", figures(from, "/"), figures(to, "/")),
        &[],
    );
    col.text(
        d,
        "Elle n'implique qu'une présomption de garantie à la charge de l'assureur et ne peut engager \
        celui-ci en dehors des limites précisées par les clauses et conditions du contrat auquel elle se réfère.",
        &[],
    );
    col.gap(1.0);
    col.line(d, &format!("Fait à {}, le {date}", seat.1), &[("date", &date)]);
    col.sign(d, 0.5, &["Pour la société,".to_owned(), "Le directeur général".to_owned()]);
    col.foot(
        d,
        &[
            format!(
                "{firm} - Société d'assurance mutuelle à cotisations variables - SIREN \
        {}",
                crate::text::codes::siren(r)
            ),
            "Entreprise régie par le code des assurances - Autorité de contrôle : ACPR, 4 place de Budapest, 75436 \
        Paris Cedex 09"
                .to_owned(),
        ],
    );
}

/// A trainer on hours followed, or the army on the day of defence.
fn training(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(10.0, 11.4));
    let who = person(r, 1965, 2004);
    let (from, town) = (day(r, 2010, 2025), place(r));
    let end = years_on((from.0, from.1, 28), 0);
    let date = if r.chance(0.5) { written(end) } else { figures(end, "/") };
    let firm = r.pick(&[
        "FORMAPLUS CONSEIL",
        "GRETA des Trois Rivières",
        "Centre Sud Formation",
        "Institut régional de formation sanitaire",
        "CFPPA du Val",
    ]);
    let course = r.pick(&[
        "Sauveteur secouriste du travail (SST)",
        "Habilitation électrique BS - BE manœuvre",
        "Excel - niveau intermédiaire",
        "CACES R489 catégories 1B et 3",
        "Hygiène alimentaire (HACCP) en restauration commerciale",
    ]);
    let hours = r.between(7, 70);
    marks::logo(d.c, col.right() - 50.0, col.y, 40.0, r);
    col.set(d, Align::Left, firm, (Cut::Bold, 1.35), &[]);
    col.line(d, &format!("{}, {} {}", super::civic_names::street(r), town.0, town.1), &[]);
    col.line(
        d,
        &format!("Déclaration d'activité n° {} {} {} {}", r.digits(2), r.digits(2), r.digits(5), r.digits(2)),
        &[],
    );
    col.line(d, &format!("SIRET : {}", siret(r)), &[]);
    col.gap(3.0);
    let title = r.pick(&[
        "ATTESTATION DE FIN DE FORMATION", "ATTESTATION INDIVIDUELLE DE FORMATION",
        "ATTESTATION DE SUIVI DE FORMATION", "ATTESTATION D'ASSIDUITÉ",
    ]);
    col.title(d, title, 1.45, &[]);
    let id = format!("{}-{}-{}", r.pick(&["ATT", "F", "SES"]), from.0, r.digits(4));
    if r.chance(0.6) {
        let label = r.pick(&["Réf. : ", "N° ", "Référence : "]);
        col.set(d, Align::Centre, &format!("{label}{id}"), (Cut::Plain, 1.0), &[("reference", &id)]);
    }
    col.gap(2.0);
    let (name, birth) = (who.full(), figures(who.birth, "/"));
    let boss = person(r, 1955, 1985).full();
    if r.chance(0.5) {
        col.text(d, &format!("Je soussigné, {boss}, représentant l'organisme de formation {firm}, atteste que :"), &[]);
        col.gap(0.8);
        col.title(d, &format!("{} {name}", who.title(true)), 1.2, &[("holder", &name)]);
        col.set(
            d,
            Align::Centre,
            &format!("{} le {birth} à {}", who.agree("né", "née"), who.born_at.1),
            (Cut::Plain, 1.0),
            &[("birth_date", &birth)],
        );
        col.gap(0.8);
        col.text(
            d,
            &format!(
                "a suivi la formation « {course} », d'une durée de {hours} heures, du {} au {}.",
                figures(from, "/"),
                figures(end, "/")
            ),
            &[],
        );
    } else {
        col.pair(d, 0.3, "Stagiaire :", &name, "holder");
        col.pair(d, 0.3, "Entreprise :", &crate::text::company(r), "");
        col.pair(d, 0.3, "Intitulé de l'action :", course, "");
        col.pair(d, 0.3, "Nature de l'action :", "acquisition, entretien ou perfectionnement", "");
        col.pair(d, 0.3, "Dates :", &format!("du {} au {}", figures(from, "/"), figures(end, "/")), "");
        col.pair(d, 0.3, "Durée effectivement suivie :", &format!("{hours},00 heures"), "");
    }
    col.gap(1.2);
    col.bold(d, "Évaluation des acquis", &[]);
    let rows = vec![
        vec![
            ("", "Objectif".to_owned()),
            ("", "Acquis".to_owned()),
            ("", "En cours".to_owned()),
            ("", "Non acquis".to_owned()),
        ],
        vec![
            ("", "Connaître la réglementation".to_owned()),
            ("", "X".to_owned()),
            ("", " ".to_owned()),
            ("", " ".to_owned()),
        ],
        vec![
            ("", "Appliquer les consignes de sécurité".to_owned()),
            ("", "X".to_owned()),
            ("", " ".to_owned()),
            ("", " ".to_owned()),
        ],
        vec![
            ("", "Réaliser les opérations en autonomie".to_owned()),
            ("", " ".to_owned()),
            ("", "X".to_owned()),
            ("", " ".to_owned()),
        ],
    ];
    col.table(d, &[3.0, 1.0, 1.0, 1.0], "lccc", &rows, true);
    col.gap(1.0);
    col.text(
        d,
        "En application de l'article L. 6353-1 du code du travail, la présente attestation est remise \
        au stagiaire à l'issue de la formation.",
        &[],
    );
    col.gap(1.0);
    col.line(d, &format!("Fait à {}, le {date}", town.1), &[("date", &date)]);
    col.sign(d, 0.5, &["Cachet et signature de l'organisme".to_owned(), boss]);
    col.foot(
        d,
        &[format!("{firm} - Tél. {} - Organisme certifié Qualiopi au titre des actions de formation", office_phone(r))],
    );
}
