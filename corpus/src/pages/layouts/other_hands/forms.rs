//! Requests for social help to a department and to houses of the disabled, filled in by printing.

use super::Page;
use super::forms_kit::{Filler, Form};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Someone, sum};

pub(super) const PAGES: &[Page] = &[Page::a4("demande_aide_sociale", help)];

const DEPARTMENTS: &[&str] = &[
    "Département du Rhône", "Département de la Sarthe", "Conseil départemental du Nord",
    "Loire-Atlantique - le Département", "Conseil départemental du Gard",
];

fn help(d: &mut Desk<'_, '_>) {
    match d.rng.below(4) {
        0 => disabled(d),
        1 => income(d),
        2 => elderly(d, true),
        _ => elderly(d, false),
    }
}

/// A number of the fund of family benefits.
fn fund_number(d: &mut Desk<'_, '_>) -> String {
    format!("{}{}", d.rng.between(1, 9), d.rng.digits(6))
}

/// The request to the house of the disabled.
fn disabled(d: &mut Desk<'_, '_>) {
    let mut f = Form::new(d);
    let who = Filler::random(d, 1940, 2018);
    let fund = fund_number(d);
    let title = d.rng.pick(&[
        "Formulaire de demande(s) auprès de la MDPH",
        "DEMANDE À LA MDPH",
        "Demande auprès de la maison départementale des personnes handicapées",
    ]);
    f.head(
        d,
        &["RÉPUBLIQUE FRANÇAISE", "Ministère chargé", "des personnes handicapées"],
        &[title, "Code de l'action sociale et des familles, article R. 146-26"],
        "15692*01",
    );
    f.ticks(d, "Votre demande :", &["première demande", "réexamen", "aggravation", "renouvellement"], 0);
    f.section(d, "A1 - Identité de la personne concernée par la demande");
    f.ticks(d, "", &["Homme", "Femme"], usize::from(who.own.sex == 'F'));
    f.row(
        d,
        &[("Nom de naissance", "last_name", &who.last, 0.55, false), ("Prénom", "first_name", &who.first, 0.45, false)],
    );
    f.row(
        d,
        &[
            ("Date de naissance", "birth_date", &who.birth, 0.5, true),
            ("Commune de naissance", "", who.own.born_at.1, 0.5, false),
        ],
    );
    f.row(d, &[("Adresse", "", &who.home.street, 1.0, false)]);
    f.row(d, &[("Code postal", "", who.home.code, 0.4, true), ("Commune", "", who.home.town, 0.6, false)]);
    f.row(d, &[("Téléphone", "phone", &who.phone, 0.45, true), ("Courriel", "", &who.mail, 0.55, false)]);
    f.row(d, &[("N° de sécurité sociale", "nir", &who.nir, 0.62, true), ("Organisme", "", "CPAM", 0.38, false)]);
    f.row(
        d,
        &[("N° d'allocataire", "beneficiary_number", &fund, 0.5, true), ("Organisme payeur", "", "CAF", 0.5, false)],
    );
    f.section(d, "A2 - Autorité parentale ou mesure de protection");
    f.ticks(d, "", &["aucune", "curatelle", "tutelle", "sauvegarde de justice", "habilitation familiale"], 0);
    f.row(d, &[("Nom de l'organisme ou du représentant", "", "", 1.0, false)]);
    f.section(d, "A3 - Aide dans vos démarches");
    f.ticks(
        d,
        "Une personne de votre entourage vous aide :",
        &["un proche", "une association", "autre", "personne"],
        3,
    );
    f.section(d, "A4 - Vous pensez être dans une situation d'urgence");
    for text in [
        "Vous n'arrivez plus à vivre chez vous",
        "Votre école ne peut plus vous accueillir",
        "Vous risquez de perdre votre travail",
        "Vous venez de trouver un emploi ou une formation",
    ] {
        f.ticks(d, text, &["oui", "non"], 1);
    }
    f.signed(d, (who.home.town, &who.date), "");
    f.end(d, &["Joindre obligatoirement : certificat médical de moins d'un an, photocopie d'un justificatif d'identité et d'un justificatif de domicile", "Page 1 / 20"]);
}

/// The request for the minimum income.
fn income(d: &mut Desk<'_, '_>) {
    let mut f = Form::new(d);
    let who = Filler::random(d, 1960, 2000);
    let fund = fund_number(d);
    let number = d.rng.pick(&["15481*01", "14130*02", "15481*01"]);
    let title = d.rng.pick(&[
        "Demande de revenu de solidarité active",
        "DEMANDE DE REVENU DE SOLIDARITÉ ACTIVE (RSA)",
        "Demande de RSA et de prime d'activité",
    ]);
    f.head(
        d,
        &["ALLOCATIONS FAMILIALES", "Sécurité sociale", "agricole - MSA"],
        &[title, "Articles L. 262-1 à L. 262-58 du code de l'action sociale et des familles"],
        number,
    );
    f.small(d, "Pour nous permettre d'étudier vos droits, complétez ce formulaire en majuscules et joignez les pièces demandées. Si vous êtes déjà allocataire, indiquez votre numéro.");
    f.section(d, "Vous");
    f.ticks(d, "", &["Madame", "Monsieur"], usize::from(who.own.sex == 'M'));
    f.row(d, &[("Nom", "last_name", &who.last, 0.5, false), ("Prénoms", "first_name", &who.first, 0.5, false)]);
    f.row(d, &[("Né(e) le", "birth_date", &who.birth, 0.45, true), ("à", "", &who.born_at, 0.55, false)]);
    f.row(
        d,
        &[("Nationalité", "", "Française", 0.4, false), ("Numéro de sécurité sociale", "nir", &who.nir, 0.6, true)],
    );
    f.row(
        d,
        &[
            ("Numéro d'allocataire", "beneficiary_number", &fund, 0.5, true),
            ("Caf ou MSA de", "", who.home.town, 0.5, false),
        ],
    );
    f.section(d, "Vos coordonnées");
    f.row(d, &[("Adresse complète", "", &who.home.street, 1.0, false)]);
    f.row(d, &[("Code postal", "", who.home.code, 0.35, true), ("Ville", "", who.home.town, 0.65, false)]);
    f.row(d, &[("Téléphone portable", "phone", &who.phone, 0.5, true), ("Mél.", "", &who.mail, 0.5, false)]);
    f.section(d, "Votre situation familiale");
    f.ticks(d, "Vous vivez :", &["seul(e)", "en couple", "séparé(e) depuis moins d'un an"], 0);
    f.row(
        d,
        &[
            ("Nombre d'enfants à charge", "", &d.rng.clone().between(0, 4).to_string(), 0.5, false),
            ("dont en résidence alternée", "", "0", 0.5, false),
        ],
    );
    f.section(d, "Votre logement");
    f.ticks(d, "Vous êtes :", &["locataire", "propriétaire", "hébergé(e) gratuitement", "sans domicile fixe"], 0);
    f.section(d, "Vos ressources des trois derniers mois");
    for what in ["Salaires nets", "Indemnités de chômage", "Pensions, retraites, rentes", "Autres ressources"] {
        let sums: Vec<String> = (0..3)
            .map(|_| if d.rng.chance(0.6) { "0".to_owned() } else { sum(d.rng.between(8000, 70_000) as u64) })
            .collect();
        f.row(
            d,
            &[
                (what, "", &sums[0], 0.46, false),
                ("M-2", "", &sums[1], 0.27, false),
                ("M-3", "", &sums[2], 0.27, false),
            ],
        );
    }
    f.small(d, "Je déclare sur l'honneur que les renseignements portés sur cette demande sont exacts. Je m'engage à signaler tout changement. La loi punit quiconque se rend coupable de fraudes ou de fausses déclarations.");
    f.signed(d, (who.home.town, &who.date), "");
    f.end(d, &["S7129d - La loi n° 78-17 du 6 janvier 1978 s'applique aux réponses faites sur ce formulaire"]);
}

/// Requests of the old: help at home, or in a house.
fn elderly(d: &mut Desk<'_, '_>, at_home: bool) {
    let mut f = Form::new(d);
    let who = Filler::random(d, 1925, 1958);
    let issuer = d.rng.pick(DEPARTMENTS);
    let titles: &[&str] = if at_home {
        &[
            "Demande d'allocation personnalisée d'autonomie (APA) à domicile",
            "DOSSIER DE DEMANDE D'APA",
            "ALLOCATION PERSONNALISÉE D'AUTONOMIE - Dossier de demande",
            "Demande d'aides à l'autonomie à domicile",
        ]
    } else {
        &[
            "Demande d'aide sociale à l'hébergement",
            "DOSSIER D'AIDE SOCIALE - Hébergement des personnes âgées",
            "DEMANDE D'AIDE SOCIALE À L'HÉBERGEMENT (ASH)",
        ]
    };
    let title = d.rng.pick(titles);
    let number = if at_home && d.rng.chance(0.7) { "16301*01" } else { "" };
    let second = if at_home {
        "Articles L. 232-1 et suivants du code de l'action sociale et des familles"
    } else {
        "Articles L. 113-1 et L. 132-1 du code de l'action sociale et des familles"
    };
    f.head(d, &[issuer, "Direction de l'autonomie", "Service des prestations"], &[title, second], number);
    f.row(
        d,
        &[
            ("Cadre réservé à l'administration - Dossier reçu le", "", "", 0.65, false),
            ("Dossier complet", "", "", 0.35, false),
        ],
    );
    f.section(d, if at_home { "1. Le demandeur" } else { "IDENTITÉ DU DEMANDEUR" });
    f.ticks(d, "Civilité :", &["Madame", "Monsieur"], usize::from(who.own.sex == 'M'));
    f.row(d, &[("Nom", "last_name", &who.last, 0.5, false), ("Prénom(s)", "first_name", &who.first, 0.5, false)]);
    f.row(
        d,
        &[
            ("Date de naissance", "birth_date", &who.birth, 0.5, true),
            ("Lieu de naissance", "", &who.born_at, 0.5, false),
        ],
    );
    f.row(d, &[("N° de sécurité sociale", "nir", &who.nir, 0.65, true), ("Nationalité", "", "française", 0.35, false)]);
    f.ticks(d, "Situation de famille :", &["célibataire", "marié(e)", "pacsé(e)", "divorcé(e)", "veuf (veuve)"], 4);
    f.row(d, &[("Adresse", "", &who.home.street, 1.0, false)]);
    f.row(d, &[("Code postal", "", who.home.code, 0.35, true), ("Commune", "", who.home.town, 0.65, false)]);
    f.row(
        d,
        &[
            ("Téléphone", "phone", &who.phone, 0.45, true),
            (
                "Date d'arrivée à cette adresse",
                "",
                &format!("01/09/{}", d.rng.clone().between(1975, 2008)),
                0.55,
                false,
            ),
        ],
    );
    if at_home {
        f.section(d, "2. Le conjoint, concubin ou partenaire");
        f.row(d, &[("Nom et prénom", "", "", 0.6, false), ("Né(e) le", "", "", 0.4, false)]);
        f.section(d, "3. Personne à contacter");
        let child = Someone::born(&mut d.rng, 1955, 1980).full();
        f.row(d, &[("Nom, prénom", "", &child, 0.6, false), ("Lien", "", "enfant", 0.4, false)]);
        f.section(d, "4. Ressources et patrimoine");
    } else {
        f.section(d, "ÉTABLISSEMENT D'ACCUEIL");
        let home = d.rng.pick(&["EHPAD Les Tilleuls", "Résidence du Parc", "Maison de retraite Saint-Joseph"]);
        f.row(d, &[("Nom de l'établissement", "", home, 0.6, false), ("Date d'entrée", "", &who.date, 0.4, false)]);
        f.section(d, "RESSOURCES MENSUELLES");
    }
    let (a, b) = (d.rng.between(62_000, 148_000) as u64, d.rng.between(9000, 39_000) as u64);
    f.row(
        d,
        &[("Retraite principale", "", &sum(a), 0.5, false), ("Retraites complémentaires", "", &sum(b), 0.5, false)],
    );
    f.row(
        d,
        &[("Revenus fonciers et de capitaux", "", "0,00", 0.5, false), ("Total mensuel", "", &sum(a + b), 0.5, false)],
    );
    f.ticks(d, "Propriétaire de biens immobiliers :", &["oui", "non"], 1);
    f.small(d, "Je certifie sur l'honneur l'exactitude des renseignements fournis et suis informé(e) que toute fausse déclaration m'expose à des poursuites et au remboursement des sommes perçues à tort. J'autorise les services du Département à vérifier mes déclarations auprès des organismes compétents.");
    f.signed(d, (who.home.town, &who.date), "");
    f.end(d, &["Pièces à joindre : copie du livret de famille ou d'une pièce d'identité, dernier avis d'imposition, taxe foncière, relevé d'identité bancaire", "Dossier à retourner au centre communal d'action sociale ou au service instructeur"]);
}
