//! Attestations of rights of the health funds.

use super::super::facts::{day, figures, written, years_on};
use super::super::page::Page;
use super::civic_kit::{Column, Cut};
use super::civic_names::{home, nir, person, place};
use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[
    Page::a4("attestation_droits", table),
    Page::a4("attestation_droits", older),
    Page::a4("attestation_droits", mutual),
];

/// The download of the health fund, with a table of who is covered.
fn table(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.2, 10.2));
    let who = person(r, 1940, 2004);
    let lives = home(r);
    let when = day(r, 2015, 2025);
    let number = nir(&who, r);
    let (from, until) = (figures((when.0, when.1, 1), "/"), figures(years_on((when.0, when.1, 1), 1), "/"));
    let seat = place(r);
    let birth = figures(who.birth, "/");
    marks::logo(d.c, col.x, col.y, 24.0, r);
    let mut head = col.part(col.x + 50.0, col.w * 0.42);
    head.bold(d, "l'Assurance Maladie", &[]);
    head.line(d, "Agir ensemble, protéger chacun", &[]);
    head.line(d, &format!("CPAM {}", super::super::facts::of(seat.1)), &[]);
    col.y = head.y + col.lead * 1.5;
    let mut block = col.part(col.x + col.w * 0.54, col.w * 0.46);
    let name = who.full();
    let shown = if r.chance(0.6) {
        capitals(&format!("{} {name}", who.title(false)), false)
    } else {
        format!("{} {name}", who.title(false))
    };
    block.block(d, &lives.under(&shown, r), "addressee");
    let mut left = col.part(col.x, col.w * 0.5);
    left.line(d, &format!("{} {} CEDEX", seat.0, capitals(seat.1, false)), &[]);
    left.line(d, "Téléphone : 36 46", &[]);
    left.line(d, &format!("Le {}", figures(when, "/")), &[]);
    col.y = block.y.max(left.y) + col.lead * 1.5;
    let title = r.pick(&[
        "Attestation de droits à l'Assurance Maladie",
        "ATTESTATION DE DROITS",
        "Attestation de droits à l'assurance maladie",
    ]);
    col.title(d, title, 1.4, &[]);
    col.gap(0.6);
    col.text(
        d,
        r.pick(&[
            "Cette attestation est à présenter aux professionnels de santé et aux établissements de soins.",
            "À conserver et à présenter avec votre carte Vitale. Elle ne vaut pas justificatif de séjour.",
        ]),
        &[],
    );
    col.gap(0.6);
    col.bar(d, r.pick(&["ASSURÉ(E)", "L'assuré(e)", "Identification de l'assuré(e)"]), 220);
    let at = r.range(0.32, 0.44);
    let label = r.pick(&["Numéro de sécurité sociale", "N° de sécurité sociale :", "Numéro d'immatriculation :"]);
    col.pair(d, at, label, &number, "nir");
    col.pair(d, at, "Nom et prénom", &name, "holder");
    col.pair(d, at, "Date de naissance", &birth, "birth_date");
    let rank = r.pick(&["1", "1", "2"]);
    col.pair(d, at, "Rang de naissance", rank, "");
    col.pair(d, at, "Code gestion", &r.between(10, 70).to_string(), "");
    col.pair(d, at, "Organisme de rattachement", &format!("01 {} {}", r.digits(3), r.digits(4)), "");
    col.gap(0.5);
    col.bar(d, "DROITS AUX PRESTATIONS EN NATURE", 220);
    if r.chance(0.5) {
        let said = format!("Vos droits sont ouverts du {from} au {until}.");
        col.text(d, &said, &[("valid_from", &from), ("valid_until", &until)]);
    } else {
        col.pair(d, at, "Droits de base du", &from, "valid_from");
        col.pair(d, at, "jusqu'au", &until, "valid_until");
    }
    col.gap(0.4);
    let mut rows = vec![
        ["Bénéficiaire", "Né(e) le", "Rang", "Exonération", "Médecin traitant"].map(|t| ("", t.to_owned())).to_vec(),
    ];
    for index in 0..r.between(1, 4) {
        let one = if index == 0 { who.clone() } else { person(r, 2006, 2020) };
        rows.push(vec![
            ("", format!("{} {}", one.surname(), one.firsts[0])),
            ("", figures(one.birth, "/")),
            ("", "1".to_owned()),
            ("", r.pick(&["Non", "Non", "ALD"]).to_owned()),
            ("", r.pick(&["Oui", "Non"]).to_owned()),
        ]);
    }
    col.table(d, &[2.6, 1.2, 0.6, 1.0, 1.2], "llccc", &rows, true);
    if r.chance(0.5) {
        col.text(d, "Complémentaire santé solidaire : non. Régime local d'Alsace-Moselle : non.", &[]);
    }
    col.gap(0.5);
    col.text(
        d,
        "Ce document ne dispense pas de la mise à jour de la carte Vitale, au moins une fois par an et \
        à chaque changement de situation.",
        &[],
    );
    col.sign(d, 0.58, &["Votre correspondant de l'Assurance Maladie".to_owned()]);
    col.foot(
        d,
        &["La loi rend passible d'amende ou d'emprisonnement quiconque se rend coupable de fraudes \
        (art. L. 114-17-1, L. 162-1-14 et R. 147-6 du code de la Sécurité sociale ; art. 441-1 du code pénal)."
            .to_owned()],
    );
}

/// The paper that came with the first cards.
fn older(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.8, 11.0));
    let who = person(r, 1930, 1988);
    let lives = home(r);
    let when = day(r, 1999, 2014);
    let number = nir(&who, r);
    let seat = place(r);
    let (from, until) =
        (figures(when, "/"), if r.chance(0.7) { figures((when.0 + 1, 12, 31), "/") } else { "31/12/2012".to_owned() });
    col.bold(d, "CAISSE PRIMAIRE D'ASSURANCE MALADIE", &[]);
    col.line(d, &format!("{} - {} {}", super::civic_names::street(r), seat.0, capitals(seat.1, true)), &[]);
    col.gap(0.8);
    let mut block = col.part(col.x + col.w * 0.5, col.w * 0.5);
    block.gap(2.0);
    let addressed = capitals(&format!("{} {} {}", who.title(false), who.last, who.firsts[0]), false);
    block.block(d, &lives.under(&addressed, r), "addressee");
    col.y = block.y + col.lead * 1.4;
    col.title(
        d,
        r.pick(&[
            "ATTESTATION CARTE VITALE", "ATTESTATION D'OUVERTURE DE DROITS", "ATTESTATION DE CARTE D'ASSURÉ SOCIAL",
        ]),
        1.3,
        &[],
    );
    col.set(d, Align::Centre, "à présenter avec votre carte au professionnel de santé", (Cut::Italic, 0.95), &[]);
    col.gap(1.0);
    let name = format!("{} {}", who.surname(), who.firsts[0]);
    let rows = vec![
        vec![("", "Numéro d'immatriculation".to_owned()), ("", "Nom et prénom de l'assuré".to_owned())],
        vec![("nir", number), ("holder", name)],
    ];
    col.table(d, &[1.0, 1.4], "ll", &rows, true);
    let birth = figures(who.birth, "/");
    let rows = vec![
        vec![
            ("", "Bénéficiaire(s)".to_owned()),
            ("", "Date de naissance".to_owned()),
            ("", "Droits du".to_owned()),
            ("", "au".to_owned()),
            ("", "Taux".to_owned()),
        ],
        vec![
            ("", who.firsts[0].clone()),
            ("birth_date", birth),
            ("valid_from", from),
            ("valid_until", until),
            ("", "Normal".to_owned()),
        ],
    ];
    col.table(d, &[1.4, 1.2, 1.0, 1.0, 0.8], "llllc", &rows, true);
    col.line(d, &format!("Code régime : 01   Caisse : {}   Centre : {}", r.digits(3), r.digits(4)), &[]);
    col.line(d, "Mutuelle : aucune transmission par la caisse", &[]);
    col.gap(1.0);
    col.text(
        d,
        "Dès réception, vérifiez les informations portées sur cette attestation. Si elles sont \
        inexactes ou si votre situation change, prévenez votre centre de paiement.",
        &[],
    );
    col.text(d, "En cas d'hospitalisation, présentez cette attestation au bureau des admissions.", &[]);
    col.gap(0.8);
    col.line(d, &format!("Édité le {}", figures(when, "/")), &[]);
    col.sign(d, 0.5, &["Le directeur,".to_owned(), person(r, 1945, 1965).full()]);
    marks::code(d.c, col.x, (col.y + 10.0).min(d.c.height - 90.0), r);
}

/// A fund of civil servants, students or farmers, in sentences.
fn mutual(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(10.0, 11.2));
    let who = person(r, 1950, 2004);
    let lives = home(r);
    let when = day(r, 2008, 2025);
    let number = nir(&who, r);
    let fund = r.pick(&[
        "MGEN - Section départementale",
        "MSA Grand Littoral",
        "Mutuelle générale des agents publics",
        "LMDE - Centre de gestion",
        "Caisse de prévoyance du personnel ferroviaire",
    ]);
    let seat = place(r);
    let (from, until) = if r.chance(0.5) {
        (written((when.0, when.1, 1)), written(years_on((when.0, when.1, 1), 1)))
    } else {
        (figures((when.0, 9, 1), "/"), figures((when.0 + 1, 8, 31), "/"))
    };
    col.set(d, Align::Left, fund, (Cut::Bold, 1.25), &[]);
    col.line(d, "Service relation adhérents - Régime obligatoire", &[]);
    col.line(d, &format!("{} {} CEDEX", seat.0, capitals(seat.1, false)), &[]);
    col.gap(1.2);
    let mut block = col.part(col.x + col.w * 0.54, col.w * 0.46);
    block.block(d, &lives.under(&format!("{} {}", who.title(true), who.full()), r), "addressee");
    col.y = block.y + col.lead * 1.4;
    col.set(d, Align::Right, &format!("{}, le {}", seat.1, written(when)), (Cut::Plain, 1.0), &[]);
    col.gap(1.0);
    col.title(d, "ATTESTATION DE DROITS", 1.35, &[]);
    col.title(d, "Régime obligatoire d'assurance maladie", 1.0, &[]);
    col.gap(1.2);
    let (name, birth) = (who.full(), figures(who.birth, "/"));
    col.text(
        d,
        &format!(
            "Nous certifions que {} {name}, {} le {birth}, {} sous le numéro {number}, bénéficie \
        des prestations de l'assurance maladie et maternité.",
            who.title(true),
            who.agree("né", "née"),
            who.agree("immatriculé", "immatriculée")
        ),
        &[("holder", &name), ("birth_date", &birth), ("nir", &number)],
    );
    col.gap(0.6);
    let said =
        r.pick(&["Période de validité des droits : du ", "Les droits sont ouverts du ", "Ouverture des droits : du "]);
    col.text(d, &format!("{said}{from} au {until}"), &[("valid_from", &from), ("valid_until", &until)]);
    col.gap(0.6);
    col.bold(d, "Ayants droit mineurs rattachés", &[]);
    if r.chance(0.5) {
        let child = person(r, 2009, 2021);
        col.line(d, &format!("{}, {} le {}", child.full(), child.agree("né", "née"), figures(child.birth, "/")), &[]);
    } else {
        col.line(d, "Néant", &[]);
    }
    col.gap(0.8);
    col.text(
        d,
        "Exonération du ticket modérateur : non. Médecin traitant déclaré : oui. Télétransmission avec \
        votre complémentaire : active.",
        &[],
    );
    col.gap(0.6);
    col.text(
        d,
        "La présente attestation est délivrée sous réserve de modification de la situation administrative de l'assuré.",
        &[],
    );
    col.gap(1.0);
    col.sign(d, 0.52, &["Le responsable du centre de gestion".to_owned(), person(r, 1962, 1985).full()]);
    col.foot(d, &[format!("{fund} - immatriculée au répertoire Sirene sous le n° {}", codes::siren(r))]);
}
