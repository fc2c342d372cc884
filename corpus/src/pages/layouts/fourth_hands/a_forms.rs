//! National forms of several ministries and funds, filled in by machine.

use super::super::facts::{day, figures, of, sum};
use super::super::page::Page;
use super::a_kit::{Bit, Cell, Look, Person, body, bold, form, mid, person, put, say, street};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[
    Page::a4("formulaire_cerfa", vehicle),
    Page::a4("formulaire_cerfa", legal_aid),
    Page::a4("formulaire_cerfa", works),
    Page::a4("formulaire_cerfa", pension),
    Page::a4("formulaire_cerfa", leaving),
];

pub(super) fn cell(label: &'static str, value: impl Into<String>, name: &'static str, share: f32) -> Cell {
    Cell(label, value.into(), name, share)
}

pub(super) fn look(d: &mut Desk<'_, '_>) -> Look {
    d.rng.choose(&[Look::Dots, Look::Rules, Look::Boxes, Look::Cells, Look::Combs])
}

/// The head of a national form: its issuer, its title and its number; returns the height under it.
pub(super) fn head(d: &mut Desk<'_, '_>, issuer: &str, title: &[&str], number: &str, basis: &str) -> f32 {
    let (x0, x1, y) = (50.0, d.c.width - 50.0, d.rng.range(38.0, 52.0));
    let big = d.rng.range(12.0, 15.0);
    let (t, b) = (body(d, 8.5), bold(d, big));
    marks::logo(d.c, x0, y - 10.0, 30.0, &mut d.rng);
    put(d, "", (x0 + 40.0, y), issuer, &t, 150.0);
    let right = d.rng.chance(0.6);
    let (nx, ny) = if right { (x1 - 80.0, y + 14.0) } else { (x0 + 40.0, y + 24.0) };
    let label = d.rng.pick(&["N°", "cerfa N°", "cerfa n°", "N°"]);
    if right {
        put(d, "", (x1 - 66.0, y), "cerfa", &b, 60.0);
    }
    let small = bold(d, 9.0);
    let width = put(d, "", (nx, ny), label, &small, 44.0);
    put(d, "form_number", (nx + width + 4.0, ny), number, &small, 60.0);
    let y = mid(d, (d.c.width / 2.0, y + 48.0), title, &b, x1 - x0 - 20.0);
    say(d, (x0, y), x1 - x0, basis, &body(d, 7.0), &[]) + 4.0
}

/// The foot: who declares, where, when, and what becomes of the data.
fn sworn(d: &mut Desk<'_, '_>, p: &Person, y: f32) {
    let (x0, x1) = (50.0, d.c.width - 50.0);
    let t = body(d, 8.5);
    let date = figures(day(&mut d.rng, 2018, 2026), "/");
    let oath = d.rng.pick(&[
        "Je certifie sur l'honneur l'exactitude des renseignements portés sur le présent formulaire.",
        "Je soussigné(e) atteste sur l'honneur que les informations fournies sont exactes et complètes.",
    ]);
    let y = say(d, (x0, y), x1 - x0, oath, &t, &[]) + 4.0;
    say(d, (x0, y), 300.0, &format!("Fait à {}, le {date}", p.post.1), &t, &[("date", &date)]);
    d.left(x1 - 170.0, y, "Signature du demandeur", &t);
    marks::signature(d.c, x1 - 150.0, y + 20.0, 70.0, &mut d.rng);
    let law = "Le règlement (UE) 2016/679 et la loi n° 78-17 du 6 janvier 1978 s'appliquent aux réponses \
        faites à ce formulaire. Ils \
               garantissent un droit d'accès et de rectification auprès de l'organisme destinataire. Toute \
               fausse déclaration est \
               passible des peines prévues à l'article 441-7 du code pénal.";
    say(d, (x0, y + 44.0), x1 - x0, law, &body(d, 6.5), &[]);
}

pub(super) fn date(d: &mut Desk<'_, '_>, p: &Person, look: Look) -> String {
    let mark = if look == Look::Combs { " " } else { d.rng.pick(&["/", "/", " ", "-"]) };
    figures(p.who.birth, mark)
}

/// Rows of street, postcode, town and how to reach the person.
pub(super) fn home(p: &Person) -> Vec<Bit> {
    vec![
        Bit::Row(vec![
            cell("N° et nom de la voie", p.street.clone(), "street", 2.0),
            cell("Complément (bâtiment, étage)", "", "", 1.4),
        ]),
        Bit::Row(vec![
            cell("Code postal", p.post.0, "postcode", 1.0),
            cell("Commune", capitals(p.post.1, true), "town", 2.0),
        ]),
        Bit::Row(vec![
            cell("Téléphone", p.phone.clone(), "phone", 1.0),
            cell("Adresse électronique", p.mail.clone(), "email", 1.6),
        ]),
    ]
}

fn finish(d: &mut Desk<'_, '_>, p: &Person, y: f32, look: Look, bits: &[Bit]) {
    let foot = d.c.height - 150.0;
    let end = form(d, (y, foot), look, bits);
    sworn(d, p, end.max(foot - 40.0).min(foot) + 14.0);
}

fn vehicle(d: &mut Desk<'_, '_>) {
    let (p, look) = (person(&mut d.rng, 1945, 2003), look(d));
    let number = format!("13750*0{}", d.rng.between(4, 7));
    let y = head(
        d,
        "Ministère de l'Intérieur",
        &["DEMANDE DE CERTIFICAT D'IMMATRICULATION D'UN VÉHICULE"],
        &number,
        "Articles R. 322-1 et suivants du code de la route. À remplir en lettres majuscules.",
    );
    let plate =
        format!("{}{}-{}-{}{}", d.rng.capital(), d.rng.capital(), d.rng.digits(3), d.rng.capital(), d.rng.capital());
    let (make, model) =
        d.rng.choose(&[("PEUGEOT", "208"), ("RENAULT", "KANGOO"), ("DACIA", "DUSTER"), ("CITROEN", "C3")]);
    let first = figures(day(&mut d.rng, 2008, 2023), "/");
    let mut bits = vec![
        Bit::Ticks("Motif de la demande", &["Certificat", "Changement de domicile", "Duplicata", "Correction"]),
        Bit::Head("LE VÉHICULE"),
        Bit::Row(vec![
            cell("(A) Immatriculation actuelle", plate, "", 1.0),
            cell("(B) 1re immatriculation", first, "", 1.0),
        ]),
        Bit::Row(vec![
            cell("(D.1) Marque", make, "", 1.0),
            cell("(D.3) Dénomination", model, "", 1.0),
            cell("(J.1) Genre national", "VP", "", 1.0),
        ]),
        Bit::Head("LE TITULAIRE"),
        Bit::Ticks("Personne physique", &["Homme", "Femme"]),
        Bit::Row(vec![
            cell("Nom de naissance", capitals(&p.who.last, true), "birth_name", 1.0),
            cell("Nom d'usage (s'il y a lieu)", "", "", 1.0),
        ]),
        Bit::Row(vec![cell("Prénom", p.who.given(" "), "first_name", 1.0)]),
        Bit::Row(vec![
            cell("Né(e) le", date(d, &p, look), "birth_date", 1.0),
            cell("à (commune)", capitals(p.who.born_at.1, true), "birth_place", 1.3),
            cell("Pays", "FRANCE", "", 0.8),
        ]),
        Bit::Head("DOMICILE"),
    ];
    bits.extend(home(&p));
    bits.push(Bit::Ticks("Je m'oppose à la réutilisation de mes données à des fins d'enquête", &["Oui", "Non"]));
    finish(d, &p, y, look, &bits);
}

fn legal_aid(d: &mut Desk<'_, '_>) {
    let (p, look) = (person(&mut d.rng, 1950, 2004), look(d));
    let number = format!("1614{}*0{}", 6, d.rng.between(1, 3));
    let y = head(
        d,
        "Ministère de la Justice",
        &["Demande d'aide juridictionnelle"],
        &number,
        "Loi n° 91-647 du 10 juillet 1991 relative à l'aide juridique ; décret n° 2020-1717 du 28 décembre 2020.",
    );
    let job = d.rng.pick(&["Aide-soignante", "Chauffeur-livreur", "Sans emploi", "Vendeur", "Assistante maternelle"]);
    let income = sum(d.rng.between(40_000, 180_000) as u64);
    let mut bits = vec![
        Bit::Note(
            "Avant de remplir ce formulaire, lisez attentivement la notice n° 52373. Cochez les cases correspondantes.",
        ),
        Bit::Head("1. Votre identité"),
        Bit::Ticks("Vous êtes", &["Madame", "Monsieur"]),
        Bit::Row(vec![
            cell("Nom de famille", capitals(&p.who.last, true), "last_name", 1.0),
            cell("Nom d'usage", "", "", 1.0),
        ]),
        Bit::Row(vec![cell("Prénom(s)", p.who.given(", "), "first_name", 1.0)]),
        Bit::Row(vec![
            cell("Date de naissance", date(d, &p, look), "birth_date", 1.0),
            cell("Lieu de naissance", p.who.born_at.1, "birth_place", 1.2),
            cell("Nationalité", "Française", "nationality", 1.0),
        ]),
        Bit::Row(vec![cell("Profession", job, "occupation", 1.0)]),
        Bit::Ticks("Situation familiale", &["Célibataire", "Marié(e)", "Pacsé(e)", "Divorcé(e)", "Veuf(ve)"]),
        Bit::Head("2. Vos coordonnées"),
    ];
    bits.extend(home(&p));
    bits.extend([
        Bit::Head("3. Votre affaire"),
        Bit::Ticks("Vous êtes dans cette affaire", &["Demandeur", "Défendeur", "Partie civile", "Prévenu"]),
        Bit::Row(vec![cell("Juridiction saisie", format!("Tribunal judiciaire {}", of(p.post.1)), "", 1.0)]),
        Bit::Head("4. Vos ressources"),
        Bit::Row(vec![
            cell("Revenu fiscal de référence (mensuel)", income, "", 1.0),
            cell("Personnes à charge", d.rng.between(0, 4).to_string(), "", 1.0),
        ]),
    ]);
    finish(d, &p, y, look, &bits);
}

fn works(d: &mut Desk<'_, '_>) {
    let (p, look) = (person(&mut d.rng, 1945, 1995), look(d));
    let (form, title) = d.rng.choose(&[
        ("13703*0", "Déclaration préalable - maison individuelle"),
        ("13406*0", "Demande de permis de construire pour une maison individuelle"),
        ("13410*0", "Demande de certificat d'urbanisme"),
    ]);
    let number = format!("{form}{}", d.rng.between(4, 8));
    let file = format!("DP 0{}{} {} {}", d.rng.digits(2), d.rng.digits(3), d.rng.between(15, 25), d.rng.digits(5));
    let y = head(
        d,
        "Ministère chargé de l'urbanisme",
        &[title],
        &number,
        "Articles L. 421-1 et suivants, R. 421-1 et \
        suivants du code de l'urbanisme. Le présent formulaire est à déposer en mairie en deux exemplaires.",
    );
    let (site, works) =
        (street(&mut d.rng), d.rng.pick(&["Pose de panneaux", "Clôture et portail", "Extension de 18 m²"]));
    let mut bits = vec![
        Bit::Head("Cadre réservé à la mairie du lieu du projet"),
        Bit::Row(vec![
            cell("N° d'enregistrement", file, "reference", 1.3),
            cell("Reçue en mairie le", figures(day(&mut d.rng, 2016, 2025), "/"), "", 1.0),
        ]),
        Bit::Head("1 - Identité du déclarant"),
        Bit::Row(vec![
            cell("Nom", capitals(&p.who.last, true), "last_name", 1.0),
            cell("Prénom", p.who.firsts[0].clone(), "first_name", 1.0),
        ]),
        Bit::Row(vec![
            cell("Date de naissance", date(d, &p, look), "birth_date", 1.0),
            cell("Commune", p.who.born_at.1, "birth_place", 1.0),
            cell("Département", p.who.department(), "", 0.6),
        ]),
        Bit::Head("2 - Coordonnées du déclarant"),
    ];
    bits.extend(home(&p));
    bits.extend([
        Bit::Ticks(
            "J'accepte de recevoir par courrier électronique les documents transmis par l'administration",
            &["Oui", "Non"],
        ),
        Bit::Head("3 - Le terrain"),
        Bit::Row(vec![cell("Adresse du terrain", site, "", 1.0)]),
        Bit::Row(vec![
            cell("Préfixe", "000", "", 0.6),
            cell("Section", "AH", "", 0.6),
            cell("Numéro", d.rng.digits(4), "", 0.8),
            cell("Superficie (m²)", d.rng.between(150, 2400).to_string(), "", 1.0),
        ]),
        Bit::Head("4 - Nature des travaux"),
        Bit::Row(vec![cell("Courte description", works, "", 1.0)]),
    ]);
    finish(d, &p, y, look, &bits);
}

fn pension(d: &mut Desk<'_, '_>) {
    let (p, look) = (person(&mut d.rng, 1938, 1965), look(d));
    let (form, title, issuer) = d.rng.choose(&[
        ("11720*0", "Demande de retraite de réversion", "L'Assurance retraite"),
        ("13710*0", "Demande d'allocation de solidarité aux personnes âgées", "L'Assurance retraite"),
        ("12504*0", "Demande de Complémentaire santé solidaire", "L'Assurance maladie"),
    ]);
    let number = format!("{form}{}", d.rng.between(1, 8));
    let y = head(
        d,
        issuer,
        &[title],
        &number,
        "Articles L. 353-1, L. 815-1 et L. 861-1 du code de la sécurité sociale. \
        Nous sommes là pour vous aider : appelez le 39 60 (prix d'un appel local).",
    );
    let iban = codes::grouped(&codes::Account::random(&mut d.rng).iban(), &[4]);
    let job = d.rng.pick(&["Mécanicien", "Employée de bureau", "Agriculteur", "Retraité", "Couturière"]);
    let mut bits = vec![
        Bit::Head("Vous"),
        Bit::Row(vec![cell("Votre numéro de sécurité sociale", p.grouped_nir(), "nir", 1.0)]),
        Bit::Row(vec![cell("Votre nom de famille (de naissance)", capitals(&p.who.last, true), "birth_name", 1.0)]),
        Bit::Row(vec![cell("Vos prénoms", p.who.given(" "), "first_name", 1.0)]),
        Bit::Row(vec![
            cell("Date de naissance", date(d, &p, look), "birth_date", 1.0),
            cell("Commune de naissance", p.who.born_at.1, "birth_place", 1.2),
            cell("Nationalité", "française", "nationality", 1.0),
        ]),
        Bit::Row(vec![cell("Dernière profession", job, "occupation", 1.0)]),
    ];
    bits.extend(home(&p));
    bits.extend([
        Bit::Ticks("Votre situation de famille", &["Célibataire", "Marié(e)", "Veuf(ve)", "Divorcé(e)"]),
        Bit::Head("Vos ressources des trois derniers mois"),
        Bit::Row(vec![
            cell("Pensions et retraites", sum(d.rng.between(20_000, 90_000) as u64), "", 1.0),
            cell("Autres revenus", "0,00", "", 1.0),
        ]),
        Bit::Head("Votre compte bancaire"),
        Bit::Row(vec![cell("IBAN", iban, "iban", 1.0)]),
        Bit::Note(
            "Joignez un relevé d'identité bancaire au nom du demandeur, l'avis d'impôt et une copie de \
        la pièce d'identité.",
        ),
    ]);
    finish(d, &p, y, look, &bits);
}

fn leaving(d: &mut Desk<'_, '_>) {
    let (p, child, look) = (person(&mut d.rng, 1970, 1990), person(&mut d.rng, 2008, 2018), look(d));
    let number = "15646*01";
    let y = head(
        d,
        "Ministère de l'Intérieur",
        &[
            "AUTORISATION DE SORTIE DU TERRITOIRE (AST)",
            "D'UN MINEUR NON ACCOMPAGNÉ PAR UN TITULAIRE DE L'AUTORITÉ PARENTALE",
        ],
        number,
        "Article 371-6 du code civil ; décret n° 2016-1483 du 2 novembre 2016 ; arrêté du 13 décembre 2016.",
    );
    let end = figures(day(&mut d.rng, 2024, 2026), "/");
    let mut bits = vec![
        Bit::Head("1. MINEUR AUTORISÉ À SORTIR DU TERRITOIRE FRANÇAIS"),
        Bit::Row(vec![
            cell("Nom du mineur", capitals(&p.who.last, true), "", 1.0),
            cell("Prénom(s) du mineur", child.who.given(", "), "", 1.2),
        ]),
        Bit::Row(vec![
            cell("Né(e) le (mineur)", figures(child.who.birth, "/"), "", 1.0),
            cell("à", child.who.born_at.1, "", 1.0),
        ]),
        Bit::Head("2. AUTEUR DE L'AUTORISATION, TITULAIRE DE L'AUTORITÉ PARENTALE"),
        Bit::Row(vec![
            cell("Nom", capitals(&p.who.last, true), "last_name", 1.0),
            cell("Prénom(s)", p.who.given(", "), "first_name", 1.2),
        ]),
        Bit::Row(vec![
            cell("Né(e) le", date(d, &p, look), "birth_date", 1.0),
            cell("à", p.who.born_at.1, "birth_place", 1.0),
            cell("Nationalité", "Française", "nationality", 0.9),
        ]),
        Bit::Ticks("Qualité au titre de laquelle l'auteur exerce l'autorité parentale", &["Père", "Mère", "Autre"]),
    ];
    bits.extend(home(&p));
    bits.extend([
        Bit::Head("3. DURÉE DE L'AUTORISATION"),
        Bit::Row(vec![cell("La présente autorisation est valable jusqu'au", end, "", 1.0)]),
        Bit::Note(
            "La durée de l'autorisation ne peut excéder un an à compter de la date de signature du présent formulaire.",
        ),
        Bit::Head("4. COPIE DU DOCUMENT JUSTIFIANT DE L'IDENTITÉ DU SIGNATAIRE"),
        Bit::Ticks("Type de document", &["Carte nationale d'identité", "Passeport", "Autre"]),
        Bit::Row(vec![cell("Numéro", d.rng.digits(12), "", 1.0), cell("Délivré par", "Préfecture", "", 1.0)]),
    ]);
    finish(d, &p, y, look, &bits);
}
