//! Forms with a number of the register, filled in by printing: of doctors, vehicles, pensions, accidents, lodgings.

use super::Page;
use super::forms_kit::{Filler, Form};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Someone, sum};
use crate::text::codes::{self, grouped};
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] = &[Page::a4("formulaire_cerfa", registered)];

fn registered(d: &mut Desk<'_, '_>) {
    match d.rng.below(5) {
        0 => doctor(d),
        1 => plate(d),
        2 => pension(d),
        3 => accident(d),
        _ => lodging(d),
    }
}

/// Rows of who declares: a married woman has two names.
fn identity(d: &mut Desk<'_, '_>, f: &mut Form, who: &Filler, number: bool) {
    let two = who.own.sex == 'F' && d.rng.chance(0.5);
    if two {
        let born = capitals(&Someone::random(&mut d.rng).last, true);
        f.row(
            d,
            &[
                ("Nom de naissance", "birth_name", &born, 0.5, false),
                ("Nom d'usage", "last_name", &who.last, 0.5, false),
            ],
        );
        f.row(
            d,
            &[
                ("Prénom(s)", "first_name", &who.first, 0.5, false),
                ("Date de naissance", "birth_date", &who.birth, 0.5, true),
            ],
        );
    } else {
        f.row(d, &[("Nom", "last_name", &who.last, 0.5, false), ("Prénom", "first_name", &who.first, 0.5, false)]);
        f.row(d, &[("Né(e) le", "birth_date", &who.birth, 0.4, true), ("à", "birth_place", &who.born_at, 0.6, false)]);
    }
    if number {
        let label = d.rng.pick(&["Numéro d'immatriculation", "N° de sécurité sociale", "Numéro de sécurité sociale"]);
        f.row(d, &[(label, "nir", &who.nir, 0.7, true)]);
    }
}

fn dwelling(d: &mut Desk<'_, '_>, f: &mut Form, who: &Filler) {
    let label = d.rng.pick(&["Adresse", "N° et voie", "Adresse (n°, rue)"]);
    f.row(d, &[(label, "street", &who.home.street, 1.0, false)]);
    let town = d.rng.pick(&["Commune", "Ville", "Localité"]);
    f.row(d, &[("Code postal", "postcode", who.home.code, 0.35, true), (town, "town", who.home.town, 0.65, false)]);
}

fn doctor(d: &mut Desk<'_, '_>) {
    let mut f = Form::new(d);
    let who = Filler::random(d, 1940, 2004);
    f.head(
        d,
        &["l'Assurance Maladie", "Sécurité sociale"],
        &[
            "Déclaration de choix du médecin traitant",
            "(Articles L. 162-5-3, L. 162-26-1 et D. 162-1-6 du code de la sécurité sociale)",
        ],
        "12485*03",
    );
    f.small(d, "À compléter par le bénéficiaire et par le médecin, puis à adresser à l'organisme d'assurance maladie dont vous relevez. Pour les mineurs, la déclaration est signée par au moins l'un des deux parents ou le titulaire de l'autorité parentale.");
    f.section(d, "Identification du bénéficiaire (personne pour laquelle la déclaration est faite)");
    identity(d, &mut f, &who, true);
    dwelling(d, &mut f, &who);
    f.row(d, &[("Organisme de rattachement", "", "CPAM", 0.5, false), ("Téléphone", "phone", &who.phone, 0.5, true)]);
    f.section(d, "Identification de l'assuré(e) (à remplir si le bénéficiaire n'est pas l'assuré)");
    f.row(d, &[("Nom et prénom de l'assuré", "", "", 0.6, false), ("N°", "", "", 0.4, false)]);
    f.section(d, "Identification du médecin traitant");
    let medic = Someone::random(&mut d.rng);
    f.row(
        d,
        &[
            ("Médecin", "", &format!("Dr {}", medic.full()), 0.6, false),
            ("Identifiant", "", &d.rng.clone().digits(9), 0.4, true),
        ],
    );
    f.row(d, &[("Adresse du cabinet", "", &super::civil_kit::Home::random(&mut d.rng.clone()).line(), 1.0, false)]);
    f.ticks(d, "Mode d'exercice :", &["cabinet", "centre de santé", "établissement"], 0);
    f.section(d, "Déclaration conjointe");
    f.small(d, "Nous soussignés déclarons sur l'honneur l'exactitude des renseignements portés ci-dessus et, pour le bénéficiaire, choisir le médecin désigné comme médecin traitant. La présente déclaration remplace toute déclaration antérieure.");
    f.signed(d, (who.home.town, &who.date), "date");
    f.end(d, &["S 3704 b - La loi 78-17 du 6 janvier 1978 modifiée relative à l'informatique, aux fichiers et aux libertés s'applique aux réponses faites à ce formulaire."]);
}

fn plate(d: &mut Desk<'_, '_>) {
    let mut f = Form::new(d);
    let who = Filler::random(d, 1945, 2004);
    let ceded = d.rng.chance(0.4);
    let (number, title) = if ceded {
        ("15776*02", "Déclaration de cession d'un véhicule d'occasion")
    } else {
        ("13750*07", "Demande de certificat d'immatriculation d'un véhicule")
    };
    f.head(
        d,
        &["MINISTÈRE DE L'INTÉRIEUR", "République française"],
        &[title, "Art. R. 322-1 et suivants du code de la route - arrêté du 9 février 2009"],
        number,
    );
    let plate =
        format!("{}{}-{}-{}{}", d.rng.capital(), d.rng.capital(), d.rng.digits(3), d.rng.capital(), d.rng.capital());
    f.section(d, "LE VÉHICULE");
    let make = d.rng.pick(&["RENAULT", "PEUGEOT", "CITROËN", "FORD"]);
    f.row(
        d,
        &[
            ("(A) Immatriculation", "", &plate, 0.4, false),
            ("(D.1) Marque", "", make, 0.3, false),
            ("(J.1) Genre", "", "VP", 0.3, false),
        ],
    );
    let vin = format!("VF1{}{}", d.rng.capital(), d.rng.digits(13));
    f.row(
        d,
        &[
            ("(E) Identification", "", &vin, 0.6, true),
            ("(B) 1re mise en circulation", "", &format!("15/06/{}", who.day.0 - 6), 0.4, false),
        ],
    );
    f.section(d, if ceded { "L'ANCIEN PROPRIÉTAIRE" } else { "LE TITULAIRE" });
    f.ticks(d, "Je suis :", &["une personne physique", "une personne morale"], 0);
    f.ticks(d, "Sexe :", &["M", "F"], usize::from(who.own.sex == 'F'));
    identity(d, &mut f, &who, false);
    dwelling(d, &mut f, &who);
    f.row(d, &[("Téléphone", "phone", &who.phone, 0.42, true), ("Courriel", "email", &who.mail, 0.58, false)]);
    if ceded {
        f.ticks(d, "", &["certifie avoir cédé le véhicule", "certifie avoir cédé le véhicule pour destruction"], 0);
        f.section(d, "LE NOUVEAU PROPRIÉTAIRE");
        let other = Someone::random(&mut d.rng);
        f.row(d, &[("Nom, prénom", "", &format!("{} {}", other.surname(), other.firsts[0]), 1.0, false)]);
        let home = super::civil_kit::Home::random(&mut d.rng);
        f.row(d, &[("Domicile", "", &home.line(), 1.0, false)]);
        f.ticks(d, "", &["certifie acquérir le véhicule et avoir été informé de sa situation administrative"], 0);
    } else {
        f.section(d, "NATURE DE LA DEMANDE");
        f.ticks(d, "", &["certificat", "duplicata", "correction", "changement de domicile"], 0);
        f.section(d, "LE CAS ÉCHÉANT, LOUEUR OU COTITULAIRE");
        f.row(d, &[("Nom ou raison sociale", "", "", 1.0, false)]);
        f.row(d, &[("Adresse", "", "", 1.0, false)]);
        f.ticks(d, "Je m'oppose à la réutilisation de mes données à des fins commerciales :", &["oui"], 0);
    }
    f.small(d, "Je certifie sur l'honneur l'exactitude des renseignements ci-dessus. Je suis informé(e) que toute fausse déclaration est passible des peines prévues à l'article 441-1 du code pénal.");
    f.signed(d, (who.home.town, &who.date), "date");
    f.end(d, &["Exemplaire destiné à l'administration - La loi n° 78-17 du 6 janvier 1978 garantit un droit d'accès et de rectification"]);
}

fn pension(d: &mut Desk<'_, '_>) {
    let mut f = Form::new(d);
    let who = Filler::random(d, 1944, 1962);
    let title = d.rng.pick(&["Demande de retraite personnelle", "DEMANDE DE RETRAITE PERSONNELLE"]);
    f.head(
        d,
        &["L'Assurance retraite", "Sécurité sociale"],
        &[title, "Salariés du régime général - articles L. 351-1 et suivants du code de la sécurité sociale"],
        "10916*10",
    );
    f.section(d, "1. Votre identité");
    identity(d, &mut f, &who, true);
    f.row(
        d,
        &[
            ("Nationalité", "nationality", "Française", 0.5, false),
            (
                "Profession",
                "occupation",
                d.rng.clone().pick(&["Comptable", "Ouvrier", "Employé de commerce", "Secrétaire", "Chauffeur"]),
                0.5,
                false,
            ),
        ],
    );
    f.section(d, "2. Vos coordonnées");
    dwelling(d, &mut f, &who);
    f.row(d, &[("Téléphone", "phone", &who.phone, 0.42, true), ("Mél", "email", &who.mail, 0.58, false)]);
    f.section(d, "3. Votre situation de famille");
    f.ticks(d, "", &["célibataire", "marié(e)", "veuf(ve)", "divorcé(e)", "pacsé(e)"], 1);
    f.row(d, &[("Nombre d'enfants élevés", "", "2", 0.5, false), ("dont nés après 1975", "", "2", 0.5, false)]);
    f.section(d, "4. Point de départ de votre retraite");
    let start = format!("01/{:02}/{}", d.rng.between(1, 12), who.day.0 + 1);
    f.row(d, &[("Je demande ma retraite au", "", &start, 0.6, true)]);
    let firm = d.rng.pick(words::COMPANIES);
    f.row(d, &[("Dernier employeur", "employer", firm, 1.0, false)]);
    f.section(d, "5. Paiement");
    let account = codes::Account::random(&mut d.rng);
    let iban = grouped(&account.iban(), &[4]);
    f.row(d, &[("IBAN", "iban", &iban, 1.0, false)]);
    let bic = crate::text::bic(&mut d.rng);
    f.row(d, &[("BIC", "", &bic, 0.5, false), ("Titulaire", "", &format!("{} {}", who.first, who.last), 0.5, false)]);
    f.small(d, "J'atteste sur l'honneur l'exactitude des renseignements portés sur cette demande et m'engage à faire connaître toute modification. Je suis informé(e) qu'une enquête peut être effectuée.");
    f.signed(d, (who.home.town, &who.date), "date");
    f.end(d, &["Réf. S 5135 - Fraude, fausse déclaration : articles L. 114-13 et L. 114-17 du code de la sécurité sociale, article 441-1 du code pénal"]);
}

fn accident(d: &mut Desk<'_, '_>) {
    let mut f = Form::new(d);
    let who = Filler::random(d, 1958, 2003);
    let wages = d.rng.chance(0.5);
    let (number, title) = if wages {
        ("11135*04", "ATTESTATION DE SALAIRE pour le paiement des indemnités journalières")
    } else {
        ("14463*03", "DÉCLARATION D'ACCIDENT DU TRAVAIL OU D'ACCIDENT DE TRAJET")
    };
    f.head(
        d,
        &["l'Assurance Maladie", "Sécurité sociale"],
        &[title, "(Articles L. 441-1 à L. 441-4, R. 323-10 et R. 441-1 à R. 441-5 du code de la sécurité sociale)"],
        number,
    );
    f.section(d, "L'EMPLOYEUR");
    let firm = d.rng.pick(words::COMPANIES);
    f.row(d, &[("Nom, prénom ou raison sociale", "employer", firm, 1.0, false)]);
    let seat = super::civil_kit::Home::random(&mut d.rng);
    f.row(d, &[("Adresse", "", &seat.line(), 1.0, false)]);
    let siren = codes::siren(&mut d.rng);
    let siret = grouped(&codes::siret(&siren, &mut d.rng), &[3, 3, 3, 5]);
    f.row(d, &[("N° SIRET de l'établissement", "", &siret, 1.0, true)]);
    f.section(d, if wages { "L'ASSURÉ(E)" } else { "LA VICTIME" });
    f.row(
        d,
        &[("N° de sécurité sociale", "nir", &who.nir, 0.7, true), ("Sexe", "", who.own.agree("M", "F"), 0.3, false)],
    );
    f.row(d, &[("Nom", "last_name", &who.last, 0.5, false), ("Prénom", "first_name", &who.first, 0.5, false)]);
    f.row(
        d,
        &[
            ("Date de naissance", "birth_date", &who.birth, 0.45, true),
            ("Nationalité", "nationality", "Française", 0.55, false),
        ],
    );
    dwelling(d, &mut f, &who);
    let job =
        d.rng.pick(&["Magasinier", "Cariste", "Aide à domicile", "Maçon", "Vendeur", "Technicien de maintenance"]);
    f.row(
        d,
        &[
            ("Emploi", "occupation", job, 0.6, false),
            ("Date d'embauche", "", &format!("02/05/{}", who.day.0 - 3), 0.4, true),
        ],
    );
    if wages {
        f.section(d, "RENSEIGNEMENTS SUR LE SALAIRE");
        let brut = d.rng.between(151_000, 320_000) as u64;
        f.row(
            d,
            &[("Dernier jour de travail", "", &who.date, 0.5, true), ("Motif de l'arrêt", "", "maladie", 0.5, false)],
        );
        f.row(
            d,
            &[
                ("Montant brut du dernier salaire", "amount", &sum(brut), 0.6, false),
                ("Heures", "", "151,67", 0.4, false),
            ],
        );
        f.ticks(d, "Maintien du salaire (subrogation) :", &["oui", "non"], 1);
    } else {
        f.section(d, "L'ACCIDENT");
        f.row(
            d,
            &[
                ("Date", "", &who.date, 0.35, true),
                ("Heure", "", "10 h 15", 0.25, false),
                ("Lieu", "", "entrepôt, quai n° 2", 0.4, false),
            ],
        );
        f.row(d, &[("Activité de la victime", "", "manutention manuelle de colis", 1.0, false)]);
        f.row(d, &[("Nature de l'accident", "", "douleur en soulevant une charge", 1.0, false)]);
        f.row(d, &[("Siège des lésions", "", "dos", 0.5, false), ("Nature des lésions", "", "contusion", 0.5, false)]);
        f.ticks(d, "Conséquences :", &["sans arrêt de travail", "avec arrêt de travail", "décès"], 1);
        let other = Someone::random(&mut d.rng).full();
        f.row(d, &[("Témoin", "", &other, 1.0, false)]);
    }
    f.signed(d, (seat.town, &who.date), "date");
    f.end(d, &["La loi rend passible d'amende et/ou d'emprisonnement quiconque se rend coupable de fraudes ou de fausses déclarations (art. 441-1 du code pénal)"]);
}

fn lodging(d: &mut Desk<'_, '_>) {
    let mut f = Form::new(d);
    let who = Filler::random(d, 1950, 2003);
    f.head(
        d,
        &["RÉPUBLIQUE FRANÇAISE", "Ministère chargé du logement"],
        &[
            "Demande de logement social",
            "Articles L. 441-1 et R. 441-2-1 et suivants du code de la construction et de l'habitation",
        ],
        d.rng.clone().pick(&["14069*04", "14069*05"]),
    );
    let unique = format!("{}{}{}", d.rng.digits(3), who.day.0, d.rng.digits(11));
    f.row(d, &[("Numéro unique d'enregistrement", "reference", &unique, 1.0, false)]);
    f.section(d, "LE DEMANDEUR");
    f.ticks(d, "", &["Madame", "Monsieur"], usize::from(who.own.sex == 'M'));
    identity(d, &mut f, &who, false);
    f.row(d, &[("Nationalité", "nationality", "Française", 0.5, false), ("Téléphone", "phone", &who.phone, 0.5, true)]);
    f.row(d, &[("Mail", "email", &who.mail, 1.0, false)]);
    dwelling(d, &mut f, &who);
    f.ticks(d, "Situation familiale :", &["célibataire", "marié(e)", "concubin(e)", "divorcé(e)", "veuf(ve)"], 0);
    f.section(d, "SITUATION PROFESSIONNELLE");
    f.ticks(d, "", &["CDI ou fonctionnaire", "CDD, stage, intérim", "artisan", "chômage", "retraité", "étudiant"], 0);
    let job = d.rng.pick(&["Aide-soignant", "Agent d'entretien", "Employé libre-service", "Assistant administratif"]);
    let firm = d.rng.pick(words::COMPANIES);
    f.row(d, &[("Profession", "occupation", job, 0.45, false), ("Nom de l'employeur", "employer", firm, 0.55, false)]);
    f.section(d, "RESSOURCES MENSUELLES");
    let income = sum(d.rng.between(90_000, 240_000) as u64);
    f.row(
        d,
        &[
            ("Salaire ou revenu d'activité (net)", "amount", &income, 0.6, false),
            ("Allocations", "", "0,00", 0.4, false),
        ],
    );
    f.section(d, "LE LOGEMENT QUE VOUS RECHERCHEZ");
    f.ticks(d, "Type :", &["chambre", "T1", "T2", "T3", "T4", "T5 et plus"], 3);
    f.row(d, &[("Commune souhaitée", "", who.home.town, 0.5, false), ("Loyer maximum", "", "550", 0.5, false)]);
    f.ticks(d, "Motif :", &["logement trop petit", "trop cher", "sans logement", "mutation", "handicap"], 0);
    f.small(d, "Je certifie sur l'honneur l'exactitude des renseignements fournis. La demande est valable un an et doit être renouvelée avant son terme. Les données sont enregistrées dans le système national d'enregistrement.");
    f.signed(d, (who.home.town, &who.date), "date");
    f.end(d, &["Art. 441-7 du code pénal : est puni d'un an d'emprisonnement et de 15 000 euros d'amende le fait d'établir une attestation inexacte"]);
}
