//! Numbered forms of the administrations, filled in, and the forms by which social aid is asked for.

use super::super::facts::{Someone, day, figures, sum};
use super::super::page::Page;
use super::civic_kit::{Blank, Column, Cut, Form, blank};
use super::civic_names::{DEPARTMENTS, Home, email, home, nir, office_phone, person, place};
use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[
    Page::a4("formulaire_cerfa", |d| declaration(d, 0)),
    Page::a4("formulaire_cerfa", |d| declaration(d, 1)),
    Page::a4("formulaire_cerfa", |d| declaration(d, 2)),
    Page::a4("formulaire_cerfa", pension),
    Page::a4("formulaire_cerfa", subsidy),
    Page::a4("demande_aide_sociale", |d| aid(d, 0)),
    Page::a4("demande_aide_sociale", |d| aid(d, 1)),
    Page::a4("demande_aide_sociale", |d| aid(d, 2)),
    Page::a4("demande_aide_sociale", |d| aid(d, 3)),
];

/// Number of a form, its title, the law beneath, what is asked or declared.
type Matter = (&'static str, &'static str, &'static str, &'static [&'static str]);

const DECLARATIONS: [&[Matter]; 3] = [
    &[
        (
            "13753*04",
            "DÉCLARATION DE PERTE OU DE VOL DE PIÈCE D'IDENTITÉ",
            "Ministère de l'Intérieur",
            &["perte", "vol", "destruction"],
        ),
        (
            "14011*02",
            "DÉCLARATION DE PERTE D'UN TITRE",
            "Ministère de l'Intérieur",
            &["carte nationale d'identité", "passeport"],
        ),
    ],
    &[
        (
            "13703*09",
            "DÉCLARATION PRÉALABLE À LA RÉALISATION DE CONSTRUCTIONS",
            "Ministère chargé de l'urbanisme",
            &["clôture", "piscine", "extension", "ravalement"],
        ),
        (
            "14023*01",
            "DEMANDE D'AUTORISATION DE VOIRIE",
            "Ministère chargé des transports",
            &["échafaudage", "dépôt", "raccordement"],
        ),
    ],
    &[
        (
            "12669*02",
            "DEMANDE D'INSCRIPTION SUR LES LISTES ÉLECTORALES",
            "Ministère de l'Intérieur",
            &["première inscription", "changement de commune"],
        ),
        (
            "16146*03",
            "DEMANDE D'AIDE JURIDICTIONNELLE",
            "Ministère de la Justice",
            &["en demande", "en défense", "affaire en cours"],
        ),
    ],
];

/// Asks for aid: number of the form where it has one, title, addressed to, choices.
const AIDS: [Matter; 4] = [
    (
        "",
        "DEMANDE D'ALLOCATION PERSONNALISÉE D'AUTONOMIE (APA)",
        "Direction de l'autonomie",
        &["à domicile", "en établissement", "renouvellement"],
    ),
    (
        "15481*01",
        "DEMANDE DE REVENU DE SOLIDARITÉ ACTIVE (RSA)",
        "Caisse d'allocations familiales",
        &["célibataire", "marié(e)", "pacsé(e)", "vie maritale", "séparé(e)"],
    ),
    (
        "15692*01",
        "FORMULAIRE DE DEMANDE À LA MDPH",
        "Maison départementale des personnes handicapées",
        &["première demande", "réévaluation", "aidant familial"],
    ),
    (
        "",
        "DEMANDE D'AIDE SOCIALE À L'HÉBERGEMENT",
        "Centre communal d'action sociale",
        &["personne âgée", "personne handicapée", "services ménagers"],
    ),
];

/// Who fills in.
struct Applicant {
    one: Someone,
    lives: Home,
    birth: String,
    first: String,
    nir: String,
    phone: String,
    email: String,
    date: String,
}

fn applicant(r: &mut Rng, from: i64, to: i64) -> Applicant {
    let one = person(r, from, to);
    let mobile = format!("06{}", r.digits(8));
    let phone = if r.chance(0.6) { codes::grouped(&mobile, &[2]) } else { mobile };
    let when = day(r, 2012, 2025);
    Applicant {
        lives: home(r),
        birth: figures(one.birth, r.pick(&["/", "/", " "])),
        first: one.firsts[0].clone(),
        nir: nir(&one, r),
        phone,
        email: email(&one, r),
        date: figures(when, "/"),
        one,
    }
}

/// The head of a form: the office, the number, the title.
fn head(d: &mut Desk<'_, '_>, col: &mut Column, r: &mut Rng, (number, title, office, _): Matter) {
    marks::logo(d.c, col.x, col.y, 22.0, r);
    let mut side = col.part(col.x + col.w * 0.6, col.w * 0.4);
    if !number.is_empty() {
        let said = r.pick(&["cerfa N° ", "CERFA n° ", "cerfa n° ", "N° "]);
        side.set(d, Align::Right, &format!("{said}{number}"), (Cut::Bold, 1.1), &[("form_number", number)]);
    }
    let mut office_part = col.part(col.x + 44.0, col.w * 0.5);
    office_part.bold(d, office, &[]);
    office_part.line(d, "République française", &[]);
    col.y = office_part.y + col.lead * 1.2;
    col.title(d, title, 1.3, &[]);
    col.gap(0.8);
}

fn manner(r: &mut Rng) -> Form {
    r.choose(&[Form::Dotted, Form::Boxed, Form::Open, Form::Combed])
}

/// The rows that say who asks, in the wording of one of several forms; `cerfa` has rows that aid has no fields for.
fn identity(d: &mut Desk<'_, '_>, col: &mut Column, r: &mut Rng, form: Form, who: &Applicant, cerfa: bool) {
    let name = |field: &'static str| if cerfa { field } else { "" };
    let sex = who.one.sex == 'M';
    col.ticks(d, "", &[("Madame", !sex), ("Monsieur", sex)]);
    let wide = r.chance(0.5);
    let surname = who.one.surname();
    let label = r.pick(&["Nom :", "Nom de famille :", "NOM"]);
    let first = if r.chance(0.5) { "Prénom(s) :" } else { "Prénom :" };
    let (one, two) = (blank(label, &surname, "last_name", 1.0), blank(first, &who.first, "first_name", 1.0));
    if wide {
        col.blanks(d, form, &[one]);
        col.blanks(d, form, &[two]);
    } else {
        col.blanks(d, form, &[one, two]);
    }
    if !sex && r.chance(0.4) {
        let maiden = person(r, 1950, 1980).surname();
        col.blanks(d, form, &[blank("Nom de naissance :", &maiden, name("birth_name"), 1.0)]);
    }
    let label = r.pick(&["Date de naissance :", "Né(e) le :"]);
    let place_label = r.pick(&["Lieu de naissance :", "Commune de naissance :", "à :"]);
    col.blanks(
        d,
        form,
        &[blank(label, &who.birth, "birth_date", 1.0), blank(place_label, who.one.born_at.1, name("birth_place"), 1.1)],
    );
    if r.chance(0.7) {
        col.blanks(d, form, &[blank("Nationalité :", "Française", name("nationality"), 1.0)]);
    }
    col.blanks(d, form, &[blank(r.pick(&["Adresse :", "N° et voie :"]), &who.lives.street, name("street"), 1.0)]);
    let town = blank(r.pick(&["Commune :", "Ville :", "Localité :"]), &who.lives.town, name("town"), 1.6);
    col.blanks(d, form, &[blank("Code postal :", &who.lives.postcode, name("postcode"), 1.0), town]);
    let phone = blank(r.pick(&["Téléphone :", "Tél. :", "Téléphone portable :"]), &who.phone, "phone", 1.0);
    col.blanks(
        d,
        form,
        &[phone, blank(r.pick(&["Courriel :", "Adresse électronique :"]), &who.email, name("email"), 1.5)],
    );
}

/// Where and when, with who signs; `field` where the date is one of the type.
fn signed(d: &mut Desk<'_, '_>, col: &mut Column, who: &Applicant, field: bool) {
    col.gap(0.5);
    col.text(d, "J'atteste sur l'honneur l'exactitude des renseignements portés sur ce formulaire.", &[]);
    let marks: &[(&'static str, &str)] = if field { &[("date", &who.date)] } else { &[] };
    col.line(d, &format!("Fait à {}, le {}", who.lives.town, who.date), marks);
    col.sign(d, 0.55, &["Signature du demandeur".to_owned()]);
    col.small(
        d,
        "La loi n° 78-17 du 6 janvier 1978 relative à l'informatique, aux fichiers et aux libertés s'applique \
            aux réponses faites sur ce \
         formulaire. Elle garantit un droit d'accès et de rectification. Toute fausse déclaration est punie par la loi (article 441-6 du \
         code pénal).",
    );
}

/// A declaration or a request to an office, one of several matters of a group.
fn declaration(d: &mut Desk<'_, '_>, group: usize) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.2, 10.4));
    let matter = r.choose(DECLARATIONS[group]);
    let who = applicant(r, 1945, 2004);
    let (form, grey) = (manner(r), r.between(205, 235) as u8);
    head(d, &mut col, r, matter);
    col.bar(d, r.pick(&["1 - Identité du déclarant", "1. VOUS", "Le demandeur"]), grey);
    identity(d, &mut col, r, form, &who, true);
    col.gap(0.4);
    col.bar(d, r.pick(&["2 - Objet", "2. VOTRE DEMANDE", "Nature de la demande"]), grey);
    let chosen = r.below(matter.3.len());
    let choices: Vec<(&str, bool)> = matter.3.iter().enumerate().map(|(i, c)| (*c, i == chosen)).collect();
    col.ticks(d, "Cochez la case :", &choices);
    let town = place(r);
    match group {
        0 => {
            let lost = figures(day(r, 2012, 2025), "/");
            col.blanks(d, form, &[blank("Survenu le :", &lost, "", 1.0), blank("Lieu :", town.1, "", 1.2)]);
            let number = r.digits(12);
            col.blanks(
                d,
                form,
                &[blank("Numéro du titre :", &number, "", 1.0), blank("Délivré par :", "Préfecture", "", 1.0)],
            );
        }
        1 => {
            let plot = format!("{}{} {}", r.capital(), r.capital(), r.between(10, 480));
            col.blanks(
                d,
                form,
                &[blank("Parcelle cadastrée :", &plot, "", 1.0), blank("Superficie (m²) :", "642", "", 0.8)],
            );
            let file = format!("DP 0{} {} {} {}", &town.0[..2], r.digits(3), r.between(12, 25), r.digits(5));
            col.blanks(d, form, &[blank("N° de dossier :", &file, "reference", 1.0)]);
            col.blanks(
                d,
                form,
                &[blank("Surface créée (m²) :", "18", "", 1.0), blank("Hauteur (m) :", "3,20", "", 1.0)],
            );
        }
        _ => {
            let job = r.pick(&["infirmier", "retraité", "commerçante", "sans emploi", "électricien"]);
            col.blanks(d, form, &[blank("Profession :", job, "occupation", 1.0)]);
            col.blanks(
                d,
                form,
                &[blank("Dernière commune :", town.1, "", 1.0), blank("Département :", &town.0[..2], "", 0.6)],
            );
        }
    }
    signed(d, &mut col, &who, true);
    col.foot(d, &["Cadre réservé à l'administration : reçu le ....../....../......   Cachet du service".to_owned()]);
}

/// A request for a pension or a benefit with employer and account.
fn pension(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.0, 10.0));
    let matter: Matter = r.choose(&[
        ("13364*02", "DEMANDE DE RETRAITE DE RÉVERSION", "L'Assurance retraite", &["veuf", "remarié", "pacsé"]),
        (
            "11135*04",
            "ATTESTATION DE SALAIRE POUR LE PAIEMENT DES INDEMNITÉS",
            "L'Assurance Maladie",
            &["maladie", "maternité", "paternité"],
        ),
        ("11174*06", "DEMANDE DE PENSION D'INVALIDITÉ", "L'Assurance Maladie", &["première demande", "aggravation"]),
    ]);
    let who = applicant(r, 1940, 1995);
    let (form, grey) = (manner(r), r.between(205, 235) as u8);
    head(d, &mut col, r, matter);
    col.bar(d, "IDENTIFICATION DE L'ASSURÉ(E)", grey);
    col.blanks(
        d,
        form,
        &[blank(r.pick(&["N° de sécurité sociale :", "Numéro de sécurité sociale :"]), &who.nir, "nir", 1.0)],
    );
    identity(d, &mut col, r, form, &who, true);
    col.gap(0.4);
    col.bar(d, "ACTIVITÉ ET SITUATION", grey);
    let employer = crate::text::company(r);
    col.blanks(d, form, &[blank("Employeur :", &employer, "employer", 1.0)]);
    col.blanks(
        d,
        form,
        &[blank("Profession :", r.pick(&["magasinier", "aide à domicile", "maçon", "secrétaire"]), "occupation", 1.0)],
    );
    col.ticks(d, "Situation :", &matter.3.iter().map(|c| (*c, false)).collect::<Vec<_>>());
    col.bar(d, "MODE DE PAIEMENT", grey);
    let iban = codes::grouped(&codes::Account::random(r).iban(), &[4]);
    let open = if form == Form::Combed { Form::Dotted } else { form };
    col.blanks(d, open, &[blank("IBAN :", &iban, "iban", 1.0)]);
    signed(d, &mut col, &who, true);
}

/// A request of a sum of money.
fn subsidy(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.2, 10.4));
    let matter: Matter = r.choose(&[
        ("12156*06", "DEMANDE DE SUBVENTION", "Associations", &["fonctionnement global", "projet"]),
        (
            "14880*02",
            "DEMANDE D'AIDE À L'INVESTISSEMENT",
            "Ministère de l'Agriculture",
            &["exploitant individuel", "société", "CUMA"],
        ),
    ]);
    let who = applicant(r, 1950, 1998);
    let (form, grey) = (manner(r), r.between(205, 235) as u8);
    head(d, &mut col, r, matter);
    let file = format!("{}-{}", r.between(2012, 2025), r.digits(6));
    col.line(d, &format!("Référence du dossier : {file}"), &[("reference", &file)]);
    col.bar(d, "Représentant légal", grey);
    identity(d, &mut col, r, form, &who, true);
    col.bar(d, "Objet de la demande", grey);
    col.ticks(d, "", &matter.3.iter().enumerate().map(|(i, c)| (*c, i == 0)).collect::<Vec<_>>());
    let amount = format!("{} €", sum(r.between(500, 40_000) as u64 * 100));
    col.blanks(
        d,
        Form::Dotted,
        &[blank(r.pick(&["Montant demandé :", "Montant de l'aide sollicitée :"]), &amount, "amount", 1.0)],
    );
    let rows = vec![
        ["Charges", "Montant", "Produits", "Montant"].map(|t| ("", t.to_owned())).to_vec(),
        ["60 - Achats", "4 200", "70 - Ventes", "1 850"].map(|t| ("", t.to_owned())).to_vec(),
        ["61 - Services extérieurs", "2 300", "74 - Subventions", "6 000"].map(|t| ("", t.to_owned())).to_vec(),
    ];
    col.table(d, &[1.6, 0.8, 1.6, 0.8], "lrlr", &rows, true);
    signed(d, &mut col, &who, true);
}

/// A request for aid: at home, for income, for disability, for a place in a home.
fn aid(d: &mut Desk<'_, '_>, kind: usize) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, r.range(9.0, 10.2));
    let old = matches!(kind, 0 | 3);
    let who = if old { applicant(r, 1926, 1958) } else { applicant(r, 1955, 2000) };
    let (form, grey) = (manner(r), r.between(205, 235) as u8);
    let (_, department, _, town, postcode) = r.choose(DEPARTMENTS);
    head(d, &mut col, r, AIDS[kind]);
    col.line(
        d,
        &format!("Département {department} - {postcode} {} - Tél. {}", capitals(town, true), office_phone(r)),
        &[],
    );
    col.gap(0.4);
    col.bar(
        d,
        ["LE DEMANDEUR", "VOUS", "A1 - Identité de la personne concernée", "ÉTAT CIVIL DU DEMANDEUR"][kind],
        grey,
    );
    identity(d, &mut col, r, form, &who, false);
    let number = r.digits(7);
    let mut row: Vec<Blank<'_>> = vec![blank(r.pick(&["N° de sécurité sociale :", "N° Sécu :"]), &who.nir, "nir", 1.4)];
    if kind == 1 || kind == 2 && r.chance(0.6) {
        row.push(blank(
            r.pick(&["N° allocataire :", "Numéro d'allocataire CAF :"]),
            &number,
            "beneficiary_number",
            1.0,
        ));
    }
    for entry in row {
        col.blanks(d, form, &[entry]);
    }
    let choices: Vec<(&str, bool)> = AIDS[kind].3.iter().enumerate().map(|(i, c)| (*c, i == 0)).collect();
    col.ticks(d, if kind == 1 { "Situation familiale :" } else { "Nature de la demande :" }, &choices);
    col.gap(0.3);
    col.bar(d, "RESSOURCES MENSUELLES DU FOYER", grey);
    let mut rows = vec![["Nature", "Demandeur", "Conjoint"].map(|t| ("", t.to_owned())).to_vec()];
    for nature in if old {
        ["Retraite principale", "Retraite complémentaire", "Revenus fonciers"]
    } else {
        ["Salaires", "Allocations", "Pension alimentaire"]
    } {
        let mut cell = || format!("{} €", r.between(0, 1400));
        rows.push(vec![("", nature.to_owned()), ("", cell()), ("", cell())]);
    }
    col.table(d, &[2.0, 1.0, 1.0], "lrr", &rows, true);
    let helper = person(r, 1950, 1985).full();
    col.blanks(
        d,
        form,
        &[
            blank("Personne à contacter :", &helper, "", 1.0),
            blank("Lien :", r.pick(&["fille", "fils", "tuteur"]), "", 0.5),
        ],
    );
    signed(d, &mut col, &who, false);
}
