//! What funds attest: payments and the family quotient of the family benefit fund, rights to health insurance.

use super::facts::{Someone, dated, day, figures, line_with, mark, of, pair, sum, written};
use crate::pages::compose::{Align, Manner, Type};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes, street, town, words};

/// Sender at the upper left, addressee at the upper right; the baseline after both.
fn letterhead(d: &mut Desk<'_, '_>, office: &[String], own: &Someone) -> f32 {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let lead = body.size * 1.3;
    let (x, y) = (d.x0(), d.margins[1] + body.size);
    let size = d.rng.range(26.0, 46.0);
    marks::logo(d.c, x, y - body.size, size, &mut d.rng);
    d.left(x + size + 10.0, y, &office[0], &bold);
    d.block(x + size + 10.0, y + lead, &office[1..], &body.sized(body.size * 0.9), lead);
    let title = own.title(d.rng.chance(0.5));
    let mut to = vec![format!("{title} {}", own.full()), street(&mut d.rng), town(&mut d.rng)];
    if d.rng.chance(0.5) {
        to = to.iter().map(|l| capitals(l, false)).collect();
    }
    let (wx, wy) = (d.c.width * d.rng.range(0.52, 0.58), y + lead * d.rng.range(4.5, 6.5));
    let before = d.c.lines.len();
    let next = d.block(wx, wy, &to, &body, lead);
    super::facts::mark_first(d, before, "addressee");
    next + lead
}

fn title(d: &mut Desk<'_, '_>, y: f32, text: &str, t: &Type) {
    let big = super::facts::fitting(d, text, &t.sized(t.size * 1.4), d.x1() - d.x0());
    let middle = d.c.width / 2.0;
    if d.rng.chance(0.6) {
        d.centre(middle, y, text, &big);
    } else {
        let x = d.x0();
        d.left(x, y, text, &big);
    }
}

pub(super) fn family_benefits(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1950, 2003);
    let place = d.rng.choose(words::TOWNS);
    let department =
        d.rng.pick(&["du Rhône", "de la Gironde", "du Nord", "de Seine-Saint-Denis", "de l'Hérault", "de Paris"]);
    let office = vec![
        if d.rng.chance(0.5) {
            format!("CAF {department}")
        } else {
            format!("Caisse d'allocations familiales {department}")
        },
        street(&mut d.rng),
        format!("{} {} CEDEX", place.0, capitals(place.1, false)),
    ];
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let lead = d.leading.max(body.size * 1.35);
    let (left, right) = (d.x0(), d.x1());
    let mut y = letterhead(d, &office, &own);
    let number = d.rng.digits(7);
    let label = d.rng.pick(&[
        "N° allocataire :", "Numéro allocataire :", "N° d'allocataire :", "Votre numéro d'allocataire :", "Matricule :",
    ]);
    d.labelled("beneficiary_number", left, left, y, label, &number, (&body, &bold));
    y += lead;
    let when = day(&mut d.rng, 2016, 2026);
    let date = if d.rng.chance(0.5) { written(when) } else { figures(when, "/") };
    let said = if d.rng.chance(0.5) { format!("Le {date}") } else { format!("{}, le {date}", place.1) };
    line_with(d, (left, y), &said, &body, &[("date", &date)]);
    y += lead * 2.2;
    let quotient = d.rng.chance(0.5);
    let text = if quotient {
        d.rng.pick(&[
            "Attestation de quotient familial",
            "ATTESTATION DE QUOTIENT FAMILIAL",
            "Attestation de paiement et de quotient familial",
        ])
    } else {
        d.rng.pick(&["Attestation de paiement", "ATTESTATION DE PAIEMENT", "ATTESTATION DE DROITS ET PAIEMENTS"])
    };
    title(d, y, text, &bold);
    y += lead * 2.2;
    let manner = Manner { align: Align::Left, justify: false, hyphenate: false, indent: 0.0 };
    let birth = figures(own.birth, "/");
    let who = format!("{} {}, {} le {birth}", own.title(true), own.full(), own.agree("né", "née"));
    let month = format!("{} {}", words::MONTHS[(when.1 - 1) as usize], when.0);
    let intro = d.rng.pick(&[
        "Le directeur de la caisse d'allocations familiales certifie que",
        "La directrice de la Caf certifie que",
        "Le directeur atteste, au vu des éléments de votre dossier à ce jour, que",
    ]);
    let text = if quotient {
        format!("{intro} le dossier de {who}, fait apparaître la situation suivante pour le mois de {month} :")
    } else {
        format!("{intro} {who}, a perçu pour le mois de {month} les prestations suivantes :")
    };
    let since = d.c.lines.len();
    y = d.paragraph(left, y, right - left, &text, &body, lead, manner) + lead * 0.4;
    mark(d, since, "birth_date", &birth);
    let at = left + body.size * d.rng.range(17.0, 22.0);
    if quotient {
        let value = d.rng.between(80, 2400);
        let value = if d.rng.chance(0.5) {
            format!("{value} €")
        } else {
            format!("{},{:02} €", codes::thousands(value as u64, " "), d.rng.below(100))
        };
        let wording = d.rng.pick(&["Quotient familial :", "Quotient familial CNAF :", "Votre quotient familial :"]);
        d.labelled("family_quotient", left + 10.0, at, y, wording, &value, (&body, &bold));
        y += lead;
        let children = d.rng.between(1, 4);
        pair(d, left + 10.0, at, y, ("Nombre d'enfants à charge :", &children.to_string()), (&body, &body));
        y += lead * 1.5;
    } else {
        let all = [
            "Allocations familiales avec conditions de ressources",
            "Aide personnalisée au logement",
            "Prime d'activité",
            "Revenu de solidarité active",
            "Complément familial",
            "Allocation de base PAJE",
        ];
        let from = d.rng.below(4);
        let mut total = 0;
        for text in all.iter().skip(from).take(3) {
            let cents = d.rng.between(4_000, 60_000) as u64;
            total += cents;
            pair(d, left + 10.0, at + body.size * 5.0, y, (text, &format!("{} €", sum(cents))), (&body, &body));
            y += lead;
        }
        pair(d, left + 10.0, at + body.size * 5.0, y, ("Total versé :", &format!("{} €", sum(total))), (&bold, &bold));
        y += lead * 1.5;
    }
    let closing = d.rng.pick(&[
        "Attestation délivrée pour servir et valoir ce que de droit.",
        "Cette attestation est délivrée sous réserve de l'exactitude de vos déclarations et de tout changement de votre situation.",
        "La Caf peut vérifier l'exactitude des déclarations qui lui sont faites (article L. 583-3 du code de la sécurité sociale).",
    ]);
    y = d.paragraph(left, y, right - left, closing, &body, lead, manner) + lead;
    let x = d.c.width * 0.55;
    let wording = d.rng.pick(&["Le directeur", "Le directeur de la Caf", "La directrice"]);
    d.left(x, y, wording, &body);
    marks::signature(d.c, x, y + 30.0, 80.0, &mut d.rng);
}

pub(super) fn rights(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1940, 2005);
    let place = d.rng.choose(words::TOWNS);
    let farm = d.rng.chance(0.2);
    let office = vec![
        if farm {
            "MSA - Mutualité sociale agricole".to_owned()
        } else {
            d.rng
                .pick(&["l'Assurance Maladie", "CPAM", "Caisse primaire d'assurance maladie", "L'ASSURANCE MALADIE"])
                .to_owned()
        },
        if farm { street(&mut d.rng) } else { format!("CPAM {}", of(place.1)) },
        format!("{} {} CEDEX 9", place.0, capitals(place.1, false)),
    ];
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let lead = d.leading.max(body.size * 1.35);
    let (left, right) = (d.x0(), d.x1());
    let mut y = letterhead(d, &office, &own);
    let text = d.rng.pick(&[
        "ATTESTATION DE DROITS À L'ASSURANCE MALADIE",
        "Attestation de droits",
        "ATTESTATION DE DROITS",
        "Attestation de droits à l'assurance maladie",
    ]);
    title(d, y, text, &bold);
    y += lead * 2.0;
    let from = day(&mut d.rng, 2016, 2026);
    let (from_text, until) = (figures(from, "/"), figures((from.0 + 1, from.1, from.2), "/"));
    let nir =
        codes::grouped(&codes::nir(&mut d.rng), if d.rng.chance(0.6) { &[1, 2, 2, 2, 3, 3, 2] } else { &[13, 2] });
    let birth = figures(own.birth, "/");
    let at = left + body.size * d.rng.range(12.0, 15.0);
    let holder = format!("{} {}", own.surname(), capitals(&own.firsts[0], true));
    let label = d.rng.pick(&[
        "N° de sécurité sociale :", "Numéro de sécurité sociale :", "N° d'immatriculation :", "N° Sécurité sociale",
    ]);
    if d.rng.chance(0.5) {
        // Labels and values.
        let wording = d.rng.pick(&["Assuré(e)", "ASSURÉ", "Vos informations"]);
        d.left(left, y, wording, &bold);
        y += lead * 1.2;
        let wording = d.rng.pick(&["Nom et prénom :", "Assuré :", "Bénéficiaire :", "Nom - Prénom"]);
        d.labelled("holder", left, at, y, wording, &holder, (&body, &bold));
        y += lead;
        d.labelled("nir", left, at, y, label, &nir, (&body, &body));
        y += lead;
        d.labelled("birth_date", left, at, y, own.agree("Né(e) le :", "Date de naissance :"), &birth, (&body, &body));
        y += lead;
        pair(d, left, at, y, ("Régime :", if farm { "Agricole" } else { "Général" }), (&body, &body));
        y += lead;
        let code = format!("01 {} {}", d.rng.digits(3), d.rng.digits(4));
        pair(d, left, at, y, ("Organisme de rattachement :", &code), (&body, &body));
        y += lead * 1.6;
        let text = match d.rng.below(3) {
            0 => format!("Droits ouverts du {from_text} au {until}"),
            1 => format!("Période de droits : du {from_text} au {until}"),
            _ => format!("Vos droits sont ouverts à compter du {from_text} jusqu'au {until}."),
        };
        line_with(d, (left, y), &text, &body, &[("valid_from", &from_text), ("valid_until", &until)]);
        y += lead * 1.6;
    } else {
        // The table of those insured.
        d.labelled("nir", left, left, y, label, &nir, (&body, &bold));
        y += lead * 1.5;
        let columns = [0.0, 0.4, 0.62, 0.82];
        let width = right - left;
        let small = body.sized((body.size * 0.85).max(6.0));
        let frame = y - lead;
        let rng = &mut d.rng;
        let heads = ["Bénéficiaire(s)", "Né(e) le", "Droits du", "au"];
        d.c.row(|c| {
            for (i, text) in heads.iter().enumerate() {
                c.text(left + 4.0 + width * columns[i], y, text, &small, Align::Left, rng);
            }
        });
        y += lead;
        let child = Someone::born(rng, 2008, 2023);
        let second = format!("{} {}", own.surname(), capitals(&child.firsts[0], true));
        for (name, born, field) in [(&holder, &birth, true), (&second, &figures(child.birth, "/"), false)] {
            let cells: [(&'static str, &str); 4] =
                [("holder", name), ("birth_date", born), ("valid_from", &from_text), ("valid_until", &until)];
            let rng = &mut d.rng;
            d.c.row(|c| {
                for (i, (key, text)) in cells.iter().enumerate() {
                    let x = left + 4.0 + width * columns[i];
                    if field {
                        c.value(key, x, y, text, &small, Align::Left, rng);
                    } else {
                        c.text(x, y, text, &small, Align::Left, rng);
                    }
                }
            });
            d.rule(left, y - lead * 0.75, right, y - lead * 0.75, 0.4);
            y += lead;
        }
        d.c.frame(left, frame, right, y - lead * 0.6, 0.6);
        y += lead * 0.6;
    }
    let said = d.rng.pick(&[
        "Cette attestation est valable sous réserve de modification de votre situation. Elle atteste de vos droits à la prise en charge \
         de vos frais de santé.",
        "Document à présenter aux professionnels de santé à défaut de carte Vitale. Il n'ouvre pas droit à la dispense d'avance des frais.",
        "Médecin traitant : déclaré. Complémentaire santé solidaire : non. Ces informations sont à jour à la date d'édition du présent document.",
    ]);
    y = d.paragraph(left, y, right - left, said, &body, lead, Manner::RAGGED) + lead;
    let date = dated(from, &mut d.rng);
    d.left(left, y, &format!("Fait à {}, le {date}", place.1), &body);
    d.left(left, y + lead, "Le directeur", &body);
    if d.rng.chance(0.5) {
        marks::signature(d.c, left + 60.0, y + lead * 2.0, 80.0, &mut d.rng);
    }
}
