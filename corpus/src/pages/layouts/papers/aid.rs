//! Requests for social aid: independence allowance of the old (APA), income of active solidarity (RSA), the departmental house of
//! disabled people (MDPH), and the plain request at a town's social centre.

use super::facts::{Someone, day, figures, fitting, tick, written};
use crate::pages::compose::{Align, Type};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes, street, words};

/// What is asked for, and how the form is worded.
struct Form {
    titles: &'static [&'static str],
    office: &'static [&'static str],
    /// Number in the register of forms; departments make their own forms without one.
    cerfa: Option<&'static str>,
    asks: &'static [&'static str],
}

const FORMS: &[Form] = &[
    Form {
        titles: &[
            "Demande d'allocation personnalisée d'autonomie",
            "DEMANDE D'ALLOCATION PERSONNALISÉE D'AUTONOMIE (APA)",
            "Dossier de demande d'APA à domicile",
        ],
        office: &["Conseil départemental", "Département du Rhône", "Direction de l'autonomie"],
        cerfa: None,
        asks: &["APA à domicile", "APA en établissement", "Aide-ménagère", "Carte mobilité inclusion"],
    },
    Form {
        titles: &[
            "Demande de revenu de solidarité active",
            "DEMANDE DE REVENU DE SOLIDARITÉ ACTIVE (RSA)",
            "Demande de RSA",
        ],
        office: &["Caisse d'allocations familiales", "CAF - MSA", "allocations familiales Sécurité sociale"],
        cerfa: Some("15481*01"),
        asks: &["Vous vivez seul(e)", "Vous vivez en couple", "Vous êtes sans emploi", "Vous percevez des revenus"],
    },
    Form {
        titles: &[
            "Demande à la MDPH",
            "FORMULAIRE DE DEMANDE À LA MDPH",
            "Demande auprès de la maison départementale des personnes handicapées",
        ],
        office: &["Maison départementale des personnes handicapées", "MDPH", "Maison départementale de l'autonomie"],
        cerfa: Some("15692*01"),
        asks: &[
            "Allocation aux adultes handicapés (AAH)",
            "Prestation de compensation du handicap (PCH)",
            "Carte mobilité inclusion",
            "Reconnaissance de travailleur handicapé",
        ],
    },
    Form {
        titles: &["Demande d'aide sociale", "DEMANDE D'AIDE SOCIALE", "Dossier de demande d'aide sociale légale"],
        office: &["Centre communal d'action sociale", "C.C.A.S.", "Direction de la solidarité"],
        cerfa: None,
        asks: &[
            "Aide sociale à l'hébergement", "Aide ménagère", "Portage de repas", "Aide sociale aux personnes âgées",
        ],
    },
];

pub(super) fn request(d: &mut Desk<'_, '_>) {
    let form = &FORMS[d.rng.below(FORMS.len())];
    let size = d.size().min(9.5);
    let (body, bold) = (d.fonts.body.sized(size), d.fonts.bold.sized(size));
    let (left, right) = (d.x0(), d.x1());
    let mut y = d.margins[1] + size;
    let lead = size * 1.5;
    let office = d.rng.pick(form.office);
    marks::logo(d.c, left, y - size, 34.0, &mut d.rng);
    d.left(left + 44.0, y, office, &bold);
    if let Some(number) = form.cerfa {
        let label = d.rng.pick(&["cerfa n°", "N° cerfa", "cerfa N°"]);
        let rng = &mut d.rng;
        d.c.row(|c| {
            let at = right - size * 9.0;
            let width = c.text(at, y, label, &body, Align::Left, rng);
            c.value("form_number", at + width + size * 0.35, y, number, &bold, Align::Left, rng);
        });
    }
    y += lead * 2.4;
    let title = d.rng.pick(form.titles);
    let big = fitting(d, title, &bold.sized(size * 1.6), right - left);
    if d.rng.chance(0.3) {
        let wording = d.rng.between(205, 235);
        d.c.fill(left, y - big.size * 1.1, right, y + big.size * 0.5, wording as u8);
    }
    let middle = d.c.width / 2.0;
    d.centre(middle, y, title, &big);
    y += lead * 1.3;
    let law = d.rng.pick(&[
        "Articles L. 232-1 et suivants du code de l'action sociale et des familles",
        "Code de l'action sociale et des familles",
        "Ce formulaire est à compléter en lettres capitales et à signer.",
        "À remplir par le demandeur ou son représentant légal",
    ]);
    d.centre(middle, y, law, &body.sized(size * 0.85));
    y += lead * 1.8;
    let value = filler(d, size);
    if d.rng.chance(0.5) { columns(d, y, form, &body, &bold, &value) } else { rows(d, y, form, &body, &bold, &value) }
}

/// The type that the form is filled in with: by machine; handwriting is another matter and drawn on other forms.
fn filler(d: &mut Desk<'_, '_>, size: f32) -> Type {
    use crate::faces::{FaceClass, Wish};
    let wish = Wish { bold: Some(false), italic: Some(false), ..Wish::default() };
    let class = if d.rng.chance(0.5) { FaceClass::Mono } else { FaceClass::Sans };
    let face = d.c.faces.choose(&[class], wish, &mut d.rng);
    let body = d.fonts.body.sized(size);
    face.map_or(body.clone(), |face| Type { face, tracking: 0.0, stretch: 1.0, ..body })
}

/// Label, field (or nothing) and value of what every such form asks for.
fn entries(d: &mut Desk<'_, '_>) -> Vec<(&'static str, &'static str, String)> {
    let own = Someone::born(&mut d.rng, 1928, 2004);
    let nir = codes::grouped(&codes::nir(&mut d.rng), &[1, 2, 2, 2, 3, 3, 2]);
    let phone = codes::grouped(&format!("0{}{}", d.rng.between(1, 7), d.rng.digits(8)), &[2]);
    let (code, town) = d.rng.choose(words::TOWNS);
    let last = d.rng.pick(&["Nom", "Nom de naissance", "Nom de famille", "NOM"]);
    let mut out = vec![
        (last, "last_name", own.surname()),
        (d.rng.pick(&["Prénom(s)", "Prénom", "Prénoms"]), "first_name", capitals(&own.given(" "), true)),
        (d.rng.pick(&["Date de naissance", "Né(e) le"]), "birth_date", figures(own.birth, "/")),
        (d.rng.pick(&["Lieu de naissance", "à"]), "", own.born_at.1.to_owned()),
        ("Nationalité", "", "FRANÇAISE".to_owned()),
        (d.rng.pick(&["N° de sécurité sociale", "Numéro de sécurité sociale", "N° sécurité sociale"]), "nir", nir),
        ("Adresse", "", street(&mut d.rng)),
        ("Code postal", "", code.to_owned()),
        ("Commune", "", capitals(town, false)),
        (d.rng.pick(&["Téléphone", "Tél.", "N° de téléphone"]), "phone", phone),
    ];
    if d.rng.chance(0.6) {
        out.push((
            d.rng.pick(&["N° allocataire", "N° d'allocataire", "N° d'allocataire CAF"]),
            "beneficiary_number",
            d.rng.digits(7),
        ));
    }
    out
}

/// One entry under another, on dotted lines.
fn rows(d: &mut Desk<'_, '_>, y: f32, form: &Form, body: &Type, bold: &Type, value: &Type) {
    let (left, right) = (d.x0(), d.x1());
    let lead = body.size * d.rng.range(1.7, 2.1);
    let mut y = y;
    let heads = d
        .rng
        .pick(&["1. IDENTITÉ DU DEMANDEUR", "Le demandeur", "IDENTITÉ DE LA PERSONNE CONCERNÉE", "Votre identité"]);
    d.left(left, y, heads, bold);
    y += lead;
    let at = left + body.size * d.rng.range(11.0, 13.0);
    let colon = d.rng.pick(&["", " :", " :"]);
    for (label, field, text) in entries(d) {
        let label = format!("{label}{colon}");
        d.labelled(field, left, at, y, &label, &text, (body, value));
        d.c.dotted(at, right, y + 2.5);
        y += lead;
    }
    asked(d, y + lead * 0.5, form, body, bold);
}

/// Entries two abreast, each under its label in a box.
fn columns(d: &mut Desk<'_, '_>, y: f32, form: &Form, body: &Type, bold: &Type, value: &Type) {
    let (left, right) = (d.x0(), d.x1());
    let (half, gap) = ((right - left - 12.0) / 2.0, 12.0);
    let small = body.sized((body.size * 0.82).max(5.8));
    let mut y = y;
    let wording = d.rng.pick(&["Vous", "Renseignements concernant le demandeur", "A - ÉTAT CIVIL DU DEMANDEUR"]);
    d.left(left, y, wording, bold);
    y += body.size * 1.2;
    let row = body.size * 3.1;
    for (i, (label, field, text)) in entries(d).into_iter().enumerate() {
        let x = left + (i % 2) as f32 * (half + gap);
        let top = y + (i / 2) as f32 * row;
        d.c.frame(x, top, x + half, top + row - 4.0, 0.5);
        d.left(x + 4.0, top + small.size * 1.1, label, &small);
        let base = top + row - 9.0;
        d.value(field, x + 6.0, base, &text, value);
    }
    asked(d, y + 6.0 * row + body.size * 1.6, form, body, bold);
}

/// What is asked for, ticked, and the declaration at the foot.
fn asked(d: &mut Desk<'_, '_>, y: f32, form: &Form, body: &Type, bold: &Type) {
    let (left, right) = (d.x0(), d.x1());
    let lead = body.size * 1.6;
    let mut y = y;
    d.left(
        left,
        y,
        d.rng
            .clone()
            .pick(&["Vous demandez", "Objet de la demande", "B - NATURE DE L'AIDE DEMANDÉE", "Votre situation"]),
        bold,
    );
    y += lead;
    let chosen = d.rng.below(form.asks.len());
    for (i, text) in form.asks.iter().enumerate() {
        tick(d, left + 4.0, y, body.size * 0.75, i == chosen);
        d.left(left + 4.0 + body.size * 1.4, y, text, body);
        y += lead;
    }
    y += lead * 0.6;
    let sworn = d.rng.pick(&[
        "Je certifie sur l'honneur l'exactitude des renseignements portés sur ce formulaire et m'engage à signaler tout changement.",
        "Je déclare sur l'honneur que les renseignements fournis sont exacts. La loi punit quiconque se rend coupable de fraude ou de \
         fausse déclaration (article 441-1 du code pénal).",
    ]);
    y = d.paragraph(left, y, right - left, sworn, body, lead * 0.85, crate::pages::compose::Manner::RAGGED)
        + lead * 0.6;
    let when = day(&mut d.rng, 2016, 2026);
    let place = d.rng.choose(words::TOWNS).1;
    let date = if d.rng.chance(0.5) { written(when) } else { figures(when, "/") };
    if y < d.bottom() {
        d.left(left, y, &format!("Fait à {place}, le {date}"), body);
        d.left(left + (right - left) * 0.55, y, "Signature du demandeur", body);
        marks::signature(d.c, left + (right - left) * 0.58, y + 26.0, 80.0, &mut d.rng);
    }
}
