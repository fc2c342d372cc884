//! Attestations that are nobody's special kind: sworn, of lodging, of insurance, of attendance.

use super::Page;
use super::civil_kit::{Home, address, centred, faces, fit, foot, later, phone_of, say};
use crate::pages::compose::Type;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Someone, dated, day, figures, line_with, sum, written, years_on};
use crate::pages::marks;

pub(super) const PAGES: &[Page] = &[Page::a4("attestation", other)];

fn other(d: &mut Desk<'_, '_>) {
    match d.rng.below(5) {
        0 => sworn(d),
        1 => lodged(d),
        2 => insured(d),
        3 => attended(d),
        _ => insured_table(d),
    }
}

/// A private person's sheet: who swears, what, where and when.
fn sworn(d: &mut Desk<'_, '_>) {
    let (body, bold, italic) = faces(d, 11.0, 12.5);
    let lead = body.size * 1.75;
    let own = Someone::born(&mut d.rng, 1945, 2002);
    let home = Home::random(&mut d.rng);
    let when = day(&mut d.rng, 2012, 2026);
    let (left, right) = (d.c.width * 0.13, d.c.width * 0.87);
    let title = d.rng.pick(&["ATTESTATION SUR L'HONNEUR", "Attestation sur l'honneur", "DÉCLARATION SUR L'HONNEUR"]);
    if d.rng.chance(0.5) {
        let lines = [own.full(), home.street.clone(), home.town_line(false), phone_of(&mut d.rng)];
        address(d, "", (left, 64.0), &lines, (&body, body.size * 1.35));
    }
    let mut y = centred(d, (d.c.width / 2.0, 190.0), &[title], (&bold.sized(18.0), 24.0), &[]) + lead;
    let holder = if d.rng.chance(0.5) { own.full() } else { format!("{} {}", own.title(true), own.full()) };
    let born = written(own.birth);
    let head = format!(
        "Je {} {holder}, {} le {born} à {}, demeurant {},",
        own.agree("soussigné", "soussignée"),
        own.agree("né", "née"),
        own.born_at.1,
        home.line()
    );
    let (claim, further) = d.rng.choose(&[
        ("atteste sur l'honneur n'avoir fait l'objet d'aucune condamnation pénale ni de sanction civile ou administrative de nature à m'interdire d'exercer une activité commerciale.", "Je joins à la présente une copie de ma pièce d'identité."),
        ("déclare sur l'honneur vivre seul(e) à l'adresse indiquée ci-dessus et assumer seul(e) la charge de mon foyer depuis plus d'un an.", "Je m'engage à signaler sans délai tout changement de ma situation."),
        ("certifie sur l'honneur ne percevoir à ce jour aucun revenu, ni salaire, ni indemnité de chômage, ni pension d'aucune sorte.", "Cette attestation est établie afin d'être jointe à mon dossier de demande d'aide."),
        ("atteste sur l'honneur être propriétaire du véhicule mentionné dans le dossier et ne pas être en mesure d'en présenter le certificat de cession.", "J'ai connaissance que cette attestation pourra être produite en justice."),
    ]);
    y = say(
        d,
        (left, y, right - left),
        &format!("{head} {claim}"),
        (&body, lead),
        &[("holder", &holder), ("birth_date", &born)],
    ) + lead * 0.7;
    for text in [
        further,
        "J'ai connaissance des sanctions pénales encourues par l'auteur d'une fausse attestation (article 441-7 du code pénal : un an d'emprisonnement et 15 000 euros d'amende).",
        "Fait pour servir et valoir ce que de droit.",
    ] {
        y = say(d, (left, y, right - left), text, (&body, lead), &[]) + lead * 0.7;
    }
    y += lead;
    let date = dated(when, &mut d.rng);
    let x = if d.rng.chance(0.5) { left } else { d.c.width * 0.52 };
    line_with(d, (x, y), &format!("Fait à {}, le {date}", home.town), &body, &[("date", &date)]);
    d.left(x, y + lead, "Signature", &italic);
    marks::signature(d.c, x + 30.0, y + lead * 2.4, 110.0, &mut d.rng);
}

/// Lodging somebody: on lines to fill in, or in sentences.
fn lodged(d: &mut Desk<'_, '_>) {
    let (body, bold, italic) = faces(d, 10.5, 12.0);
    let lead = body.size * 1.85;
    let (host, own) = (Someone::born(&mut d.rng, 1945, 1985), Someone::born(&mut d.rng, 1970, 2004));
    let home = Home::random(&mut d.rng);
    let when = day(&mut d.rng, 2012, 2026);
    let since = later(when, -d.rng.between(3, 60));
    let (left, right) = (d.c.width * 0.11, d.c.width * 0.89);
    let title = d.rng.pick(&[
        "ATTESTATION D'HÉBERGEMENT",
        "Attestation d'hébergement",
        "ATTESTATION D'HÉBERGEMENT À TITRE GRATUIT",
    ]);
    let mut y = centred(d, (d.c.width / 2.0, 92.0), &[title], (&bold.sized(18.0), 24.0), &[]) + lead * 1.2;
    let holder = format!("{} {}", own.title(true), own.full());
    let born = figures(own.birth, "/");
    let date = figures(when, "/");
    if d.rng.chance(0.5) {
        let row = |d: &mut Desk<'_, '_>, y: &mut f32, label: &str, field: &'static str, text: &str| {
            let width = d.left(left, *y, label, &body) + 6.0;
            d.c.dotted(left + width, right, *y + 2.5);
            fit(d, field, (left + width + 3.0, *y), right - left - width - 3.0, text, &bold);
            *y += lead;
        };
        d.left(left, y, "L'HÉBERGEANT", &bold);
        y += lead;
        row(d, &mut y, "Je soussigné(e) (nom et prénom) :", "", &host.full());
        row(d, &mut y, "Né(e) le :", "", &format!("{} à {}", figures(host.birth, "/"), host.born_at.1));
        row(d, &mut y, "Demeurant :", "", &home.line());
        d.left(left, y + lead * 0.3, "Certifie sur l'honneur héberger à mon domicile :", &body);
        y += lead * 1.6;
        d.left(left, y, "L'HÉBERGÉ(E)", &bold);
        y += lead;
        row(d, &mut y, "Nom et prénom :", "holder", &holder);
        row(d, &mut y, "Date de naissance :", "birth_date", &born);
        row(d, &mut y, "Lieu de naissance :", "", own.born_at.1);
        row(d, &mut y, "Depuis le :", "", &figures(since, "/"));
    } else {
        let text = format!(
            "Je {}, {} {}, {} le {} à {}, domicilié(e) {},",
            host.agree("soussigné", "soussignée"),
            host.title(true),
            host.full(),
            host.agree("né", "née"),
            written(host.birth),
            host.born_at.1,
            home.line()
        );
        y = say(d, (left, y, right - left), &text, (&body, lead), &[]) + lead * 0.5;
        let text = format!(
            "atteste sur l'honneur héberger à mon domicile {holder}, {} le {born} à {}, depuis le {}, et ce à titre gratuit.",
            own.agree("né", "née"),
            own.born_at.1,
            figures(since, "/")
        );
        y = say(d, (left, y, right - left), &text, (&body, lead), &[("holder", &holder), ("birth_date", &born)])
            + lead * 0.5;
        y = say(
            d,
            (left, y, right - left),
            "Cette attestation est établie à sa demande pour faire valoir ses droits auprès de l'administration.",
            (&body, lead),
            &[],
        );
    }
    y += lead * 0.8;
    let text = "Je joins une copie de ma pièce d'identité et un justificatif de domicile à mon nom datant de moins de trois mois. J'ai connaissance que toute fausse \
                déclaration est punie d'un an d'emprisonnement et de 15 000 euros d'amende (article 441-7 du code pénal).";
    y = say(d, (left, y, right - left), text, (&italic.sized(body.size * 0.9), lead * 0.8), &[]) + lead;
    line_with(d, (left, y), &format!("Fait à {}, le {date}", home.town), &body, &[("date", &date)]);
    for (x, text) in [(left, "Signature de l'hébergeant"), (d.c.width * 0.55, "Signature de l'hébergé(e)")] {
        d.left(x, y + lead * 1.4, text, &body);
        marks::signature(d.c, x + 10.0, y + lead * 2.8, 90.0, &mut d.rng);
    }
}

const INSURERS: &[&str] = &[
    "Assurances Générales du Midi", "Mutuelle des Artisans", "MAIF-Prévoyance Ouest", "Groupama Rhône",
    "Thélem Val de Loire", "La Prudence Mutuelle",
];

/// An insurer's letter: home, liability, school.
fn insured(d: &mut Desk<'_, '_>) {
    let (body, bold, italic) = faces(d, 10.0, 11.5);
    let lead = body.size * 1.5;
    let own = Someone::born(&mut d.rng, 1945, 2002);
    let home = Home::random(&mut d.rng);
    let when = day(&mut d.rng, 2012, 2026);
    let until = years_on(when, 1);
    let (left, right) = (d.c.width * 0.1, d.c.width * 0.9);
    let firm = d.rng.pick(INSURERS);
    super::civil_kit::emblem(d, left, 30.0, 44.0);
    let seat = Home::random(&mut d.rng);
    address(
        d,
        "",
        (left + 58.0, 46.0),
        &[firm.to_owned(), "Votre agence".to_owned(), seat.street.clone(), seat.town_line(true)],
        (&body, body.size * 1.3),
    );
    let policy = format!("{} {} {}", d.rng.digits(4), d.rng.digits(5), d.rng.capital());
    let numbered = d.rng.pick(&["N° de contrat :", "Contrat n°", "Police n° :", "Vos références : contrat"]);
    d.labelled("reference", left, left, 138.0, numbered, &policy, (&body, &bold));
    address(
        d,
        "",
        (d.c.width * 0.55, 138.0),
        &[format!("{} {}", own.title(false), own.full()), home.street.clone(), home.town_line(true)],
        (&body, lead),
    );
    let date = if d.rng.chance(0.5) { written(when) } else { figures(when, "/") };
    line_with(d, (d.c.width * 0.55, 214.0), &format!("{}, le {date}", seat.town), &body, &[("date", &date)]);
    let (title, text) = d.rng.choose(&[
        ("ATTESTATION D'ASSURANCE HABITATION", "est titulaire d'un contrat d'assurance multirisque habitation garantissant sa responsabilité civile de locataire (incendie, explosion, dégât des eaux) pour le logement situé à l'adresse ci-dessus."),
        ("ATTESTATION D'ASSURANCE SCOLAIRE ET EXTRASCOLAIRE", "a souscrit un contrat garantissant, à l'école comme hors de l'école, les dommages causés aux tiers (responsabilité civile) et les dommages corporels subis par l'enfant (individuelle accidents)."),
        ("Attestation de responsabilité civile", "est assuré(e) pour les conséquences pécuniaires de sa responsabilité civile dans le cadre de sa vie privée, y compris lors de stages et d'activités associatives."),
    ]);
    let mut y = centred(d, (d.c.width / 2.0, 268.0), &[title], (&bold.sized(15.0), 24.0), &[]) + lead;
    let holder = format!("{} {}", own.title(true), own.full());
    let from = figures(when, "/");
    let lines = format!("Nous soussignés, {firm}, attestons que {holder} {text}");
    y = say(d, (left, y, right - left), &lines, (&body, lead), &[("holder", &holder)]) + lead * 0.6;
    for text in [
        format!("Cette garantie est acquise pour la période du {from} au {}, sous réserve du paiement de la cotisation.", figures(until, "/")),
        "La présente attestation n'implique qu'une présomption de garantie à la charge de l'assureur et ne peut engager celui-ci au-delà des conditions et limites du contrat auquel elle se réfère.".to_owned(),
        format!("Plafonds : dommages corporels {} €, dommages matériels {} € par sinistre. Franchise : {} €.", "20 000 000", "1 500 000", sum(13_500)),
        "La tolérance d'un retard dans le paiement ne vaut pas renonciation à la suspension des garanties prévue à l'article L. 113-3 du code des assurances.".to_owned(),
        "Fait pour servir et valoir ce que de droit.".to_owned(),
    ] {
        y = say(d, (left, y, right - left), &text, (&body, lead), &[]) + lead * 0.6;
    }
    d.left(d.c.width * 0.56, y + lead, "Pour la société, le Directeur", &body);
    marks::signature(d.c, d.c.width * 0.6, y + lead * 2.8, 90.0, &mut d.rng);
    foot(
        d,
        &[
            &format!(
                "{firm} - Société d'assurance mutuelle à cotisations fixes - Entreprise régie par le code des assurances"
            ),
            "Autorité de contrôle prudentiel et de résolution - 4 place de Budapest - 75436 Paris",
        ],
        &italic.sized(7.5),
    );
}

/// Insurance as a table downloaded from the account.
fn insured_table(d: &mut Desk<'_, '_>) {
    let (body, bold, _) = faces(d, 9.0, 10.5);
    let lead = body.size * 1.7;
    let own = Someone::born(&mut d.rng, 1945, 2002);
    let home = Home::random(&mut d.rng);
    let when = day(&mut d.rng, 2014, 2026);
    let (left, right) = (d.c.width * 0.08, d.c.width * 0.92);
    let firm = d.rng.pick(INSURERS);
    d.c.fill(0.0, 24.0, d.c.width, 78.0, 220);
    d.left(left, 50.0, firm, &bold.sized(15.0));
    let title = d.rng.pick(&[
        "Attestation d'assurance",
        "ATTESTATION D'ASSURANCE MULTIRISQUE HABITATION",
        "Attestation d'assurance responsabilité civile vie privée",
    ]);
    fit(d, "", (left, 68.0), right - left, title, &bold.sized(11.0));
    let date = figures(when, "/");
    let policy = d.rng.digits(9);
    let holder = format!("{} {} {}", own.title(false), own.surname(), own.firsts[0]);
    let born = figures(own.birth, "/");
    let mut y = 116.0;
    let number = d.rng.pick(&["Numéro de contrat", "Référence du contrat", "Numéro de sociétaire"]);
    let rows: Vec<(&str, &'static str, String)> = vec![
        (d.rng.pick(&["Souscripteur", "Assuré", "Sociétaire"]), "holder", holder),
        ("Date de naissance", "birth_date", born),
        (number, "reference", policy),
        ("Adresse du risque", "", home.line()),
        ("Qualité", "", d.rng.pick(&["Locataire", "Propriétaire occupant", "Colocataire"]).to_owned()),
        ("Période", "", format!("du {} au {}", figures(later(when, -1), "/"), figures(later(when, 11), "/"))),
        (d.rng.pick(&["Attestation éditée le", "Date d'édition", "Établie le"]), "date", date),
    ];
    for (label, field, text) in &rows {
        d.rule(left, y + lead * 0.35, right, y + lead * 0.35, 0.3);
        d.left(left + 4.0, y, label, &body);
        fit(d, field, (left + 170.0, y), right - left - 176.0, text, &bold);
        y += lead;
    }
    y += lead;
    let columns = [left, left + (right - left) * 0.66, right];
    for (i, (what, limit)) in [
        ("Garanties", "Montant maximal"),
        ("Responsabilité civile - dommages corporels", "20 000 000 €"),
        ("Responsabilité civile - dommages matériels", "3 000 000 €"),
        ("Recours des voisins et des tiers", "1 200 000 €"),
        ("Risques locatifs - incendie, dégât des eaux", "Valeur à neuf"),
        ("Défense pénale et recours", "15 000 €"),
    ]
    .iter()
    .enumerate()
    {
        let t: &Type = if i == 0 { &bold } else { &body };
        d.c.frame(columns[0], y - lead * 0.75, columns[1], y + lead * 0.25, 0.4);
        d.c.frame(columns[1], y - lead * 0.75, columns[2], y + lead * 0.25, 0.4);
        fit(d, "", (columns[0] + 5.0, y), columns[1] - columns[0] - 10.0, what, t);
        fit(d, "", (columns[1] + 5.0, y), columns[2] - columns[1] - 10.0, limit, t);
        y += lead;
    }
    y += lead;
    for text in [
        "Nous attestons que le contrat désigné ci-dessus est en vigueur à la date d'édition. Cette attestation ne peut engager l'assureur en dehors des clauses et conditions du contrat.",
        "Elle est valable sous réserve que les cotisations soient à jour et cesse de produire effet en cas de résiliation ou de suspension.",
        "Document à remettre à votre bailleur, à l'établissement scolaire ou à tout organisme qui en fait la demande.",
    ] {
        y = say(d, (left, y, right - left), text, (&body, lead * 0.9), &[]) + lead * 0.4;
    }
    d.left(d.c.width * 0.6, y + lead, "Le Directeur général", &body);
    marks::signature(d.c, d.c.width * 0.62, y + lead * 2.4, 90.0, &mut d.rng);
    foot(
        d,
        &[&format!(
            "{firm} - Entreprise régie par le code des assurances - Siège social : {}",
            Home::random(&mut d.rng.clone()).line()
        )],
        &body.sized(7.0),
    );
}

/// Attendance at a course, a meeting, a training.
fn attended(d: &mut Desk<'_, '_>) {
    let (body, bold, _) = faces(d, 11.0, 12.5);
    let lead = body.size * 1.7;
    let own = Someone::born(&mut d.rng, 1955, 2004);
    let from = day(&mut d.rng, 2012, 2025);
    let until = (from.0, from.1, (from.2 + 3).min(28));
    let when = (until.0, until.1, 28);
    let seat = Home::random(&mut d.rng);
    let (body_name, title, what) = d.rng.choose(&[
        ("Centre de formation du bâtiment", "ATTESTATION DE FORMATION", "a suivi l'action de formation « Habilitation électrique BS » d'une durée de 14 heures"),
        ("Association Les Amis du Théâtre", "ATTESTATION DE PARTICIPATION", "a participé au stage de pratique théâtrale organisé par notre association, pour une durée totale de 21 heures"),
        ("Chambre de métiers et de l'artisanat", "ATTESTATION DE STAGE", "a suivi en totalité le stage de préparation à l'installation"),
        ("Croix-Rouge française - Délégation locale", "Attestation de présence", "a été présent(e) à la session Prévention et secours civiques de niveau 1"),
        ("Institut régional de formation continue", "ATTESTATION DE FIN DE FORMATION", "a suivi avec assiduité la formation « Bureautique : tableur avancé »"),
    ]);
    let (left, right, middle) = (d.c.width * 0.12, d.c.width * 0.88, d.c.width / 2.0);
    if d.rng.chance(0.5) {
        d.c.frame(26.0, 26.0, d.c.width - 26.0, d.c.height - 26.0, 2.0);
        d.c.frame(31.0, 31.0, d.c.width - 31.0, d.c.height - 31.0, 0.6);
    }
    super::civil_kit::emblem(d, middle - 24.0, 52.0, 48.0);
    let mut y = centred(d, (middle, 128.0), &[body_name, &seat.line()], (&body, lead * 0.9), &[]);
    y = centred(d, (middle, y + lead * 2.0), &[title], (&bold.sized(20.0), 26.0), &[]) + lead;
    let number = format!("{}-{}", from.0, d.rng.digits(4));
    if d.rng.chance(0.5) {
        let text = format!("{} {number}", d.rng.pick(&["N°", "Réf. :", "Attestation n°"]));
        y = centred(d, (middle, y), &[&text], (&body, lead * 1.6), &[("reference", &number)]);
    }
    let holder = format!("{} {}", own.title(true), own.full());
    let born = written(own.birth);
    let signer = Someone::random(&mut d.rng).full();
    let text = format!(
        "{} {signer}, responsable {}, atteste que :",
        d.rng.pick(&["Je soussigné(e)", "Je, soussigné(e)"]),
        d.rng.pick(&["du centre", "pédagogique", "de la structure"])
    );
    y = say(d, (left, y, right - left), &text, (&body, lead), &[]) + lead * 0.4;
    y = centred(d, (middle, y), &[&holder], (&bold.sized(body.size * 1.25), lead * 1.2), &[("holder", &holder)]);
    let text = format!("{} le {born} à {}", own.agree("né", "née"), own.born_at.1);
    y = centred(d, (middle, y), &[&text], (&body, lead * 1.4), &[("birth_date", &born)]);
    let text = format!("{what}, du {} au {} à {}.", written(from), written(until), seat.town);
    y = say(d, (left, y, right - left), &text, (&body, lead), &[]) + lead * 0.5;
    for text in [
        "Les objectifs de l'action ont été atteints au vu des évaluations réalisées au cours et à la fin de la session.",
        "Attestation délivrée à l'intéressé(e) pour servir et valoir ce que de droit.",
    ] {
        y = say(d, (left, y, right - left), text, (&body, lead), &[]) + lead * 0.4;
    }
    y += lead;
    let date = dated(when, &mut d.rng);
    line_with(d, (middle, y), &format!("Fait à {}, le {date}", seat.town), &body, &[("date", &date)]);
    d.left(middle, y + lead, &signer, &body);
    marks::signature(d.c, middle + 20.0, y + lead * 2.4, 100.0, &mut d.rng);
    super::civil_kit::seal(d, middle - 80.0, y + lead * 2.2);
}
