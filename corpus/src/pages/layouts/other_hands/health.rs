//! What the funds of health insurance attest: rights to care, and until when.

use super::Page;
use super::benefits::{FUNDS, name_of, place};
use super::civil_kit::{Home, address, centred, faces, fit, foot, nir_of, say};
use crate::pages::compose::Type;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, day, figures, mark, written};
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::capitals;
use crate::text::codes::grouped;

pub(super) const PAGES: &[Page] = &[Page::a4("attestation_droits", rights)];

struct Insured {
    own: Someone,
    home: Home,
    nir: String,
    from: Day,
    until: Day,
}

fn insured(rng: &mut Rng) -> Insured {
    let own = Someone::born(rng, 1940, 2003);
    let from = day(rng, 2014, 2025);
    let from = if rng.chance(0.5) { (from.0, from.1, 1) } else { from };
    let until = if rng.chance(0.6) { (from.0, 12, 31) } else { (from.0 + 1, from.1, (from.2 - 1).max(1)) };
    let code = nir_of(&own, rng);
    let nir = match rng.below(4) {
        0 => grouped(&code, &[13, 2]),
        1 => format!("{} / {}", grouped(&code[..13], &[1, 2, 2, 2, 3, 3]), &code[13..]),
        _ => grouped(&code, &[1, 2, 2, 2, 3, 3, 2]),
    };
    Insured { home: Home::random(rng), own, nir, from, until }
}

fn rights(d: &mut Desk<'_, '_>) {
    let one = insured(&mut d.rng);
    match d.rng.below(3) {
        0 => rights_prose(d, &one),
        1 => rights_tables(d, &one, true),
        _ => rights_tables(d, &one, false),
    }
}

/// As the general scheme prints it: a window or none, a box, a table of who has rights.
fn rights_tables(d: &mut Desk<'_, '_>, one: &Insured, window: bool) {
    let (body, bold, italic) = faces(d, 9.0, 10.5);
    let lead = body.size * 1.6;
    let (left, right) = (d.c.width * 0.07, d.c.width * 0.93);
    let (fund, town, street) = d.rng.choose(FUNDS);
    super::civil_kit::emblem(d, left, 26.0, 36.0);
    d.left(left + 48.0, 44.0, "l'Assurance Maladie", &bold.sized(13.0));
    d.left(
        left + 48.0,
        57.0,
        d.rng.clone().pick(&["Caisse primaire", "Agir ensemble, protéger chacun", "Sécurité sociale"]),
        &italic,
    );
    address(
        d,
        "",
        (left, 84.0),
        &[format!("CPAM {fund}"), street.to_owned(), town.to_owned(), "Tél. 3646".to_owned()],
        (&body, lead),
    );
    let mut y = 160.0;
    if window {
        let lines = [name_of(&one.own, &mut d.rng), capitals(&one.home.street, false), one.home.town_line(true)];
        address(d, "addressee", (d.c.width * 0.53, 130.0), &lines, (&body, lead));
        y = 212.0;
    }
    let title = d.rng.pick(&[
        "ATTESTATION DE DROITS À L'ASSURANCE MALADIE",
        "Attestation de droits",
        "Attestation de droits à l'assurance maladie et maternité",
    ]);
    y = centred(d, (d.c.width / 2.0, y), &[title], (&bold.sized(15.0), 18.0), &[]);
    let (from, until) = (figures(one.from, "/"), figures(one.until, "/"));
    let text = match d.rng.below(3) {
        0 => format!("Valable du {from} au {until}"),
        1 => format!("Période de validité : du {from} au {until}"),
        _ => format!("Droits ouverts du {from} au {until}"),
    };
    y = centred(
        d,
        (d.c.width / 2.0, y + 4.0),
        &[&text],
        (&bold, 18.0),
        &[("valid_from", &from), ("valid_until", &until)],
    ) + lead;
    let top = y - lead * 1.1;
    let (label_at, at) = (left + 10.0, left + 190.0);
    let holder = if d.rng.chance(0.5) {
        format!("{} {}", one.own.surname(), one.own.firsts[0])
    } else {
        format!("{} {}", capitals(&one.own.last, false), capitals(&one.own.given(" "), false))
    };
    let number = d.rng.pick(&[
        "N° de sécurité sociale", "Numéro de sécurité sociale", "N° d'immatriculation", "Numéro d'assuré social",
    ]);
    let born = figures(one.own.birth, "/");
    let office = format!("01{}{}", one.home.code.get(..2).unwrap_or("75"), d.rng.digits(5));
    for (label, field, text) in [
        (d.rng.pick(&["Assuré(e)", "Nom et prénom de l'assuré", "Bénéficiaire"]), "holder", holder.as_str()),
        (number, "nir", &one.nir),
        ("Date de naissance", "birth_date", &born),
        ("Organisme de rattachement", "", &office),
        ("Régime", "", "Régime général - code gestion 10"),
    ] {
        d.left(label_at, y, label, &body);
        fit(d, field, (at, y), right - at - 8.0, text, &bold);
        y += lead;
    }
    d.c.frame(left, top, right, y - lead * 0.5, 0.8);
    y += lead * 1.2;
    d.left(left, y, "Bénéficiaires ayant des droits à la date d'édition", &bold);
    y += lead * 0.5;
    let columns = [0.0, 0.36, 0.52, 0.62, 0.8, 1.0].map(|s| left + s * (right - left));
    let mut rows = vec![[
        "Nom et prénom".to_owned(),
        "Né(e) le".into(),
        "Rang".into(),
        "Exonération".into(),
        "Fin de droits".into(),
    ]];
    rows.push([holder.clone(), born.clone(), "1".into(), d.rng.pick(&["Aucune", "ALD 100 %"]).into(), until.clone()]);
    for _ in 0..d.rng.below(3) {
        let from = (one.own.birth.0 + 20).max(one.from.0 - 15);
        let child = Someone::born(&mut d.rng, from, (one.from.0 - 1).max(from));
        rows.push([
            format!("{} {}", one.own.surname(), child.firsts[0]),
            figures(child.birth, "/"),
            "1".into(),
            "Aucune".into(),
            until.clone(),
        ]);
    }
    let first = y;
    for (i, row) in rows.iter().enumerate() {
        let base = first + lead * (i as f32 * 1.15 + 0.85);
        for (k, text) in row.iter().enumerate() {
            fit(
                d,
                "",
                (columns[k] + 4.0, base),
                columns[k + 1] - columns[k] - 7.0,
                text,
                if i == 0 { &bold } else { &body },
            );
        }
        d.rule(left, first + lead * i as f32 * 1.15, right, first + lead * i as f32 * 1.15, 0.5);
    }
    y = first + lead * 1.15 * rows.len() as f32;
    d.rule(left, y, right, y, 0.5);
    for x in columns {
        d.rule(x, first, x, y, 0.5);
    }
    y += lead * 1.8;
    let yes = d.rng.pick(&["oui", "non"]);
    for text in [
        format!("Médecin traitant déclaré : {yes}"),
        "Complémentaire santé solidaire : non".to_owned(),
        "Modulation du ticket modérateur : néant".to_owned(),
        "Présentez ce document aux professionnels de santé en l'absence de carte Vitale. Il ne permet pas d'obtenir le tiers payant si les droits \
         ont été modifiés depuis son édition. Mettez à jour votre carte Vitale chaque année en pharmacie ou à l'accueil de votre caisse."
            .to_owned(),
        "Vous changez de situation (adresse, emploi, famille, compte bancaire) ? Signalez-le depuis votre compte ameli ou à votre caisse.".to_owned(),
    ] {
        y = say(d, (left, y, right - left), &text, (&body, lead), &[]) + lead * 0.3;
    }
    y += lead;
    d.left(d.c.width * 0.58, y, "Le Directeur de la caisse,", &body);
    marks::signature(d.c, d.c.width * 0.62, y + 20.0, 80.0, &mut d.rng);
    foot(
        d,
        &[
            "Quiconque se rend coupable de fraude ou de fausse déclaration est passible de pénalités financières, d'amende et/ou d'emprisonnement",
            "(articles L. 114-17-1 du code de la sécurité sociale et 441-1 du code pénal).",
        ],
        &body.sized(7.0),
    );
}

/// As farmers' and students' funds write it: a letter that certifies.
fn rights_prose(d: &mut Desk<'_, '_>, one: &Insured) {
    let (body, bold, italic) = faces(d, 10.0, 11.5);
    let lead = body.size * 1.62;
    let (left, right) = (d.c.width * 0.11, d.c.width * 0.9);
    let (fund, town, street) = d.rng.choose(FUNDS);
    let kind: (&Type, &str) = (
        &bold,
        d.rng
            .pick(&["Mutualité sociale agricole", "Caisse primaire d'assurance maladie", "Caisse de sécurité sociale"]),
    );
    let middle = d.c.width / 2.0;
    centred(d, (middle, 48.0), &[&format!("{} {fund}", kind.1)], (&kind.0.sized(14.0), 16.0), &[]);
    centred(d, (middle, 64.0), &[&format!("{street} - {town}")], (&body, 14.0), &[]);
    d.rule(left, 74.0, right, 74.0, 0.8);
    let lines = [name_of(&one.own, &mut d.rng), one.home.street.clone(), one.home.town_line(true)];
    address(d, "addressee", (d.c.width * 0.55, 128.0), &lines, (&body, lead));
    let since = d.c.lines.len();
    d.left(left, 128.0, "Service relations assurés", &body);
    d.left(left, 128.0 + lead, &format!("Votre n° : {}", one.nir), &body);
    mark(d, since, "nir", &one.nir);
    d.left(left, 226.0, &format!("{}, le {}", place(town), written(one.from)), &body);
    let title = d.rng.pick(&[
        "ATTESTATION D'OUVERTURE DE DROITS",
        "Attestation de droits aux prestations en nature",
        "ATTESTATION DE DROITS",
    ]);
    let mut y = centred(d, (middle, 280.0), &[title], (&bold.sized(15.0), 30.0), &[]) + 10.0;
    let (born, holder) = (written(one.own.birth), format!("{} {}", one.own.title(true), one.own.full()));
    let (from, until) = if d.rng.chance(0.5) {
        (figures(one.from, "/"), figures(one.until, "/"))
    } else {
        (written(one.from), written(one.until))
    };
    let text = format!(
        "Nous attestons que {holder}, {} le {born} à {}, est {} à notre organisme et bénéficie de la prise en charge de ses frais de santé au titre \
         de l'assurance maladie et maternité.",
        one.own.agree("né", "née"),
        one.own.born_at.1,
        one.own.agree("affilié", "affiliée")
    );
    y = say(d, (left, y, right - left), &text, (&body, lead), &[("holder", &holder), ("birth_date", &born)])
        + lead * 0.6;
    let text = match d.rng.below(3) {
        0 => format!("Les droits sont ouverts du {from} au {until}, sous réserve d'un changement de situation."),
        1 => format!("La présente attestation est valable du {from} jusqu'au {until}."),
        _ => format!("Période de droits : à compter du {from} et jusqu'au {until} inclus."),
    };
    y = say(d, (left, y, right - left), &text, (&body, lead), &[("valid_from", &from), ("valid_until", &until)])
        + lead * 0.6;
    for text in [
        "Les soins sont remboursés sur la base des tarifs en vigueur. Le ticket modérateur, la participation forfaitaire et les franchises médicales \
         restent à la charge de l'assuré, sauf exonération mentionnée ci-dessous.",
        "Exonération du ticket modérateur : néant. Médecin traitant : déclaré.",
        "La présente attestation est délivrée pour servir et valoir ce que de droit. Elle remplace toute attestation antérieure et doit être conservée \
         avec la carte Vitale. En cas de doute, le professionnel de santé peut consulter les droits en ligne.",
        "Nous vous prions d'agréer, Madame, Monsieur, l'expression de nos salutations distinguées.",
    ] {
        y = say(d, (left, y, right - left), text, (&body, lead), &[]) + lead * 0.6;
    }
    d.left(d.c.width * 0.58, y + lead, "Le responsable du service,", &body);
    marks::signature(d.c, d.c.width * 0.62, y + lead * 3.0, 90.0, &mut d.rng);
    foot(
        d,
        &["Organisme de droit privé chargé d'une mission de service public - Siège : voir en tête"],
        &italic.sized(7.5),
    );
}
