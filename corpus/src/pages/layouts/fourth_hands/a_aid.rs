//! Requests for social aid of departments, funds and towns, filled in by machine.

use super::super::facts::{day, figures, of, sum};
use super::super::page::Page;
use super::a_forms::{cell, date, head, home, look};
use super::a_kit::{Bit, Cell, TOWNS, body, bold, form, mid, person, put, say};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[
    Page::a4("demande_aide_sociale", |d| aid(d, Aid::Disability)),
    Page::a4("demande_aide_sociale", |d| aid(d, Aid::Income)),
    Page::a4("demande_aide_sociale", |d| aid(d, Aid::Autonomy)),
    Page::a4("demande_aide_sociale", |d| aid(d, Aid::Town)),
];

/// What is asked for.
#[derive(Clone, Copy, PartialEq)]
enum Aid {
    Disability,
    Income,
    Autonomy,
    Town,
}

fn aid(d: &mut Desk<'_, '_>, what: Aid) {
    let old = matches!(what, Aid::Autonomy | Aid::Town);
    let p = if old { person(&mut d.rng, 1926, 1955) } else { person(&mut d.rng, 1955, 2004) };
    let (look, file, version) = (look(d), d.rng.digits(7), d.rng.between(1, 2));
    let county = d.rng.pick(&["de l'Aveyron", "du Finistère", "de la Somme", "du Jura", "de l'Hérault", "de la Meuse"]);
    let income = sum(d.rng.between(0, 130_000) as u64);
    let who = [
        Bit::Ticks("Civilité", &["Madame", "Monsieur"]),
        Bit::Row(vec![
            cell("Nom de naissance", capitals(&p.who.last, true), "last_name", 1.0),
            cell("Nom d'usage", "", "", 0.9),
        ]),
        Bit::Row(vec![
            cell("Prénom(s)", p.who.given(", "), "first_name", 1.0),
            cell("Date de naissance", date(d, &p, look), "birth_date", 1.0),
        ]),
        Bit::Row(vec![
            cell("Commune de naissance", p.who.born_at.1, "", 1.0),
            cell("Département", p.who.department(), "", 0.7),
        ]),
        Bit::Row(vec![
            cell("N° de sécurité sociale", p.grouped_nir(), "nir", 1.3),
            cell("Caisse", d.rng.pick(&["CPAM", "MSA", "CARSAT"]), "", 0.7),
        ]),
    ];
    // Not fields here: street, postcode, town, mail.
    let reach = home(&p).into_iter().map(|bit| match bit {
        Bit::Row(cells) => {
            Bit::Row(cells.into_iter().map(|c| if c.2 == "phone" { c } else { Cell(c.0, c.1, "", c.3) }).collect())
        }
        other => other,
    });
    let known = Bit::Row(vec![
        cell("N° d'allocataire", file, "beneficiary_number", 1.0),
        cell("CAF de rattachement", d.rng.choose(TOWNS).1, "", 1.0),
    ]);
    let (y, title): (f32, &'static str) = match what {
        Aid::Disability => (
            head(
                d,
                &format!("MDPH {county}"),
                &["Demande à la MDPH"],
                &format!("15692*0{version}"),
                "Articles R. 146-26 et D. 245-25 du code de l'action sociale et des familles. Ce formulaire \
                permet d'exprimer vos \
             demandes auprès de la maison départementale des personnes handicapées.",
            ),
            "A - Votre identité",
        ),
        Aid::Income => (
            head(
                d,
                "Caisse d'allocations familiales",
                &["Demande de revenu de solidarité active"],
                &format!("15481*0{version}"),
                "Article L. 262-1 et suivants du code de l'action sociale et des familles. \
            Vous pouvez faire votre demande sur caf.fr, auprès du conseil départemental ou du CCAS.",
            ),
            "Vous",
        ),
        Aid::Autonomy => (
            head(
                d,
                &format!("Département {county}"),
                &["Demande d'aides à l'autonomie à domicile", "pour les personnes âgées"],
                "16301*01",
                "Allocation personnalisée d'autonomie (APA), articles L. 232-1 et suivants \
            du code de l'action sociale et des familles.",
            ),
            "1. Identité du demandeur",
        ),
        Aid::Town => {
            let (b, t) = (bold(d, 13.0), body(d, 9.0));
            let town = format!("Centre communal d'action sociale {}", of(p.post.1));
            marks::logo(d.c, 50.0, 36.0, 34.0, &mut d.rng);
            put(d, "", (100.0, 50.0), &town, &t, 300.0);
            put(d, "", (100.0, 63.0), &format!("Département {county} - Direction de l'autonomie"), &t, 300.0);
            let lines =
                ["DOSSIER DE DEMANDE D'AIDE SOCIALE", "Prise en charge des frais d'hébergement en établissement"];
            (mid(d, (d.c.width / 2.0, 100.0), &lines, &b, 460.0) + 6.0, "ÉTAT CIVIL DU DEMANDEUR")
        }
    };
    let mut bits = vec![Bit::Head(title)];
    bits.extend(who);
    bits.extend(reach);
    bits.push(Bit::Ticks("Situation familiale", &["Célibataire", "En couple", "Veuf(ve)", "Séparé(e)"]));
    match what {
        Aid::Disability => bits.extend([
            known,
            Bit::Head("B - Votre demande"),
            Bit::Ticks("Il s'agit", &["d'une première demande", "d'un renouvellement", "d'une réévaluation"]),
            Bit::Ticks("Vous demandez", &["AAH", "PCH", "RQTH", "CMI", "Orientation"]),
            Bit::Note(
                "Joignez le certificat médical cerfa de moins d'un an, un justificatif d'identité et de domicile.",
            ),
        ]),
        Aid::Income => bits.extend([
            known,
            Bit::Head("Vos ressources"),
            Bit::Row(vec![cell("Salaires nets du dernier mois", income, "", 1.0), cell("Chômage", "0,00", "", 1.0)]),
            Bit::Ticks("Votre logement", &["Locataire", "Propriétaire", "Hébergé(e)", "Sans domicile"]),
            Bit::Note(
                "La déclaration trimestrielle de ressources est à compléter pour les trois mois précédant la demande.",
            ),
        ]),
        Aid::Autonomy | Aid::Town => bits.extend([
            Bit::Head("Ressources mensuelles du foyer"),
            Bit::Row(vec![cell("Retraites principales", income, "", 1.0), cell("Complémentaires", "212,40", "", 1.0)]),
            Bit::Ticks("Percevez-vous", &["ACTP", "PCH", "MTP", "Aucune de ces aides"]),
            Bit::Head("Représentant légal ou personne à contacter"),
            Bit::Row(vec![
                cell("Nom et prénom du contact", person(&mut d.rng, 1955, 1985).who.full(), "", 1.4),
                cell("Lien de parenté", d.rng.pick(&["fille", "fils", "nièce", "tutrice"]), "", 1.0),
            ]),
        ]),
    }
    let foot = d.c.height - 150.0;
    form(d, (y, foot), look, &bits);
    let t = body(d, 8.5);
    let signed = format!("Fait à {}, le {}", p.post.1, figures(day(&mut d.rng, 2018, 2026), "/"));
    let y = say(
        d,
        (50.0, foot + 14.0),
        490.0,
        "J'atteste sur l'honneur l'exactitude des renseignements ci-dessus et m'engage à \
        signaler tout changement de situation.",
        &t,
        &[],
    );
    put(d, "", (50.0, y + 6.0), &signed, &t, 260.0);
    d.left(380.0, y + 6.0, "Signature", &t);
    marks::signature(d.c, 400.0, y + 24.0, 70.0, &mut d.rng);
    say(
        d,
        (50.0, y + 50.0),
        490.0,
        "La loi punit quiconque se rend coupable de fraudes ou de fausses déclarations (articles \
        L. 114-17 du code de la sécurité sociale et 441-1 du code pénal).",
        &body(d, 6.5),
        &[],
    );
}
