//! Requests for social aid of departments, filled in by printing.
//!
//! Not responsible for other numbered forms, which [`super::numbered_forms`] draws.

use super::Page;
use super::civil_kit::{Home, bar, cells, choice, end, home, look, mail_of, mid, nir_of, para, phone, say, signed};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Someone, day, figures, tick};
use crate::pages::marks;
use crate::text::{capitals, codes, words};

pub(super) const PAGES: &[Page] = &[Page::a4("demande_aide_sociale", aid_request)];

fn aid_request(d: &mut Desk<'_, '_>) {
    super::civil_kit::modern(d);
    match d.rng.below(3) {
        0 => handicap(d),
        1 => autonomy(d),
        _ => lodging(d),
    }
}

/// The request to the house of handicapped persons, page of identity.
fn handicap(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1955, 2003);
    let lives = home(&mut d.rng);
    let l = look(d, 10.0);
    let (x, w) = (36.0, 523.0);
    let cerfa = d.rng.pick(&["15692*01", "15692*01", "13788*01"]);
    let dept = if lives.code.starts_with("97") { &lives.code[..3] } else { &lives.code[..2] };
    marks::logo(d.c, x, 26.0, 34.0, &mut d.rng);
    say(
        d,
        (x + 48.0, 40.0),
        250.0,
        &format!("MDPH {dept} - Maison départementale des personnes handicapées"),
        &l.small,
        &[],
    );
    end(d, (x + w, 40.0), 120.0, &format!("cerfa N° {cerfa}"), &l.bold, &[("form_number", cerfa)]);
    mid(
        d,
        (x + w / 2.0, 76.0),
        w - 60.0,
        if cerfa.starts_with("13788") {
            "FORMULAIRE DE DEMANDE(S) AUPRÈS DE LA MDPH"
        } else {
            "FORMULAIRE DE DEMANDE À LA MDPH"
        },
        &l.bold.sized(15.0),
        &[],
    );
    mid(
        d,
        (x + w / 2.0, 92.0),
        w,
        "Code de l'action sociale et des familles - articles R. 146-25 et suivants",
        &l.small,
        &[],
    );
    let mut y = bar(d, [x, 106.0, w], "A1  Identité de la personne concernée par la demande", &l.bold) + 18.0;
    let n = (usize::from(own.sex == 'F'), d.rng.digits(7));
    say(d, (x, y), 60.0, "Sexe :", &l.body, &[]);
    choice(d, (x + 40.0, y), &["Homme", "Femme"], n.0, &l.body);
    y += 20.0;
    let (last, first) = (own.surname(), own.firsts[0].clone());
    let born = figures(own.birth, "/");
    let place = format!("{} ({})", own.born_at.1, own.department());
    let nir = nir_of(&own, true, &mut d.rng);
    let tel = phone(d);
    let mail = mail_of(&own, &mut d.rng);
    let used =
        if own.sex == 'F' { capitals(d.rng.pick(&["Marchand", "Lopez", "Gaillard"]), true) } else { String::new() };
    let list = [
        ("last_name", "Nom de naissance", last.as_str()),
        ("", "Nom d'usage", &used),
        ("first_name", "Prénom", &first),
        ("birth_date", "Date de naissance", &born),
        ("", "Commune de naissance", &place),
        ("", "Nationalité", "Française"),
        ("", "Adresse", &lives.street),
        ("", "Code postal, commune", &lives.place()),
        ("phone", "Téléphone", &tel),
        ("", "Adresse e-mail", &mail),
    ]
    .map(|(n, a, b)| (n, a, b.to_owned()));
    for (name, label, value) in &list {
        d.labelled(name, x, x + 150.0, y, label, value, (&l.body, &l.bold));
        d.c.dotted(x + 148.0, x + w, y + 3.5);
        y += 20.5;
    }
    y = bar(d, [x, y + 2.0, w], "A2  Organismes", &l.bold) + 18.0;
    d.labelled("nir", x, x + 220.0, y, "N° de sécurité sociale de la personne", &nir, (&l.body, &l.bold));
    y += 20.0;
    choice(d, (x, y), &["CPAM", "MSA", "RSI", "Autre"], 0, &l.body);
    y += 18.0;
    let number = n.1;
    say(d, (x, y), 130.0, "Organisme payeur :", &l.body, &[]);
    let at = choice(d, (x + 110.0, y), &["CAF", "MSA"], 0, &l.body);
    d.labelled("beneficiary_number", at, at + 90.0, y, "N° d'allocataire", &number, (&l.body, &l.bold));
    y = bar(d, [x, y + 14.0, w], "A3  Votre demande concerne", &l.bold) + 18.0;
    let wanted = d.rng.below(5);
    for (i, text) in [
        "une allocation aux adultes handicapés (AAH) et le complément de ressources",
        "une carte mobilité inclusion (invalidité, priorité, stationnement)",
        "une prestation de compensation du handicap (PCH)",
        "une reconnaissance de la qualité de travailleur handicapé (RQTH)",
        "une orientation vers un établissement ou un service médico-social pour adultes",
        "une allocation d'éducation de l'enfant handicapé (AEEH)",
    ]
    .iter()
    .enumerate()
    {
        tick(d, x, y, 7.5, i == wanted || i == 1);
        say(d, (x + 14.0, y), w - 14.0, text, &l.body, &[]);
        y += 19.0;
    }
    y = para(
        d,
        (x, y + 6.0),
        w,
        "Vous estimez que la situation nécessite un traitement rapide de la demande si vous n'arrivez plus à vivre chez vous, si votre école ne peut plus vous accueillir, si vous risquez de perdre votre travail ou si vous sortez d'hospitalisation.",
        &l.body,
        &[],
    ) + 12.0;
    let date = figures(day(&mut d.rng, 2018, 2026), "/");
    say(d, (x, y), 200.0, &format!("Fait le {date}"), &l.body, &[]);
    say(d, (x + 250.0, y), 260.0, "Signature de la personne ou de son représentant légal", &l.body, &[]);
    signed(d, x + 290.0, y + 34.0);
    say(
        d,
        (x, 822.0),
        400.0,
        "Toute fausse déclaration expose à des sanctions pénales (article 441-1 du code pénal).",
        &l.small,
        &[],
    );
    end(d, (x + w, 822.0), 50.0, "2/20", &l.small, &[]);
}

/// Name after "département", postcode and name of a town there.
const DEPARTMENTS: &[(&str, &str, &str)] = &[
    ("du Cantal", "15000", "Aurillac"),
    ("des Landes", "40100", "Dax"),
    ("de la Nièvre", "58200", "Cosne-Cours-sur-Loire"),
    ("du Finistère", "29200", "Brest"),
    ("de la Haute-Loire", "43100", "Brioude"),
    ("des Ardennes", "08200", "Sedan"),
    ("du Vaucluse", "84200", "Carpentras"),
];

/// Request for the allowance of autonomy, a department's own form.
fn autonomy(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1930, 1952);
    let l = look(d, 9.6);
    let (x, w) = (42.0, 511.0);
    let (dept, code, town) = d.rng.choose(DEPARTMENTS);
    let lives = Home { code, town, ..home(&mut d.rng) };
    say(d, (x, 48.0), 300.0, &format!("Conseil départemental {dept}"), &l.bold.sized(12.0), &[]);
    say(d, (x, 62.0), 300.0, "Direction de l'autonomie - Service APA", &l.body, &[]);
    d.c.frame(x + 360.0, 34.0, x + w, 82.0, 0.6);
    say(d, (x + 366.0, 46.0), 140.0, "Cadre réservé à l'administration", &l.small, &[]);
    say(d, (x + 366.0, 62.0), 140.0, "Dossier reçu le :", &l.small, &[]);
    say(d, (x + 366.0, 75.0), 140.0, "Complet le :", &l.small, &[]);
    let title = d.rng.pick(&[
        "DEMANDE D'ALLOCATION PERSONNALISÉE D'AUTONOMIE",
        "Dossier de demande d'allocation personnalisée d'autonomie (APA) à domicile",
        "DEMANDE UNIQUE D'AIDES À L'AUTONOMIE À DOMICILE",
    ]);
    mid(d, (x + w / 2.0, 116.0), w, title, &l.bold.sized(14.0), &[]);
    mid(d, (x + w / 2.0, 132.0), w, "Personnes âgées de 60 ans et plus", &l.body, &[]);
    let shared = d.rng.chance(0.5);
    if shared {
        end(d, (x + w, 148.0), 140.0, "CERFA n° 16301*01", &l.bold, &[("form_number", "16301*01")]);
    }
    let mut y = bar(d, [x, 156.0, w], "1. LE DEMANDEUR", &l.bold);
    let nir = nir_of(&own, true, &mut d.rng);
    let born = figures(own.birth, "/");
    let (last, first, tel) = (own.surname(), own.given(", "), phone(d));
    let number = format!("{}{}", d.rng.digits(7), d.rng.capital());
    let t = (&l.small, &l.bold);
    let used = if own.sex == 'F' && d.rng.chance(0.7) {
        capitals(d.rng.pick(&["Vasseur", "Roche", "Poulain"]), true)
    } else {
        String::new()
    };
    let h = 32.0;
    y = cells(
        d,
        [x, y, w, h],
        &[
            (0.16, "Civilité", ("", own.title(true))),
            (0.42, "Nom de naissance", ("last_name", &last)),
            (0.42, "Nom d'usage", ("", &used)),
        ],
        t,
    );
    let label = d.rng.pick(&["Prénom(s)", "Prénoms"]);
    y = cells(
        d,
        [x, y, w, h],
        &[
            (0.4, label, ("first_name", &first)),
            (0.24, "Date de naissance", ("birth_date", &born)),
            (0.36, "Lieu de naissance", ("", own.born_at.1)),
        ],
        t,
    );
    let retired = d.rng.pick(&["CARSAT", "MSA", "CNRACL", "SSI"]);
    y = cells(
        d,
        [x, y, w, h],
        &[
            (0.42, "N° de sécurité sociale", ("nir", &nir)),
            (0.3, "N° d'allocataire CAF ou MSA", ("beneficiary_number", &number)),
            (0.28, "Caisse de retraite principale", ("", retired)),
        ],
        t,
    );
    let (street, place) = (lives.street.clone(), lives.place());
    y = cells(
        d,
        [x, y, w, h],
        &[(0.6, "Adresse du domicile", ("", &street)), (0.4, "Code postal et commune", ("", &place))],
        t,
    );
    let family = d.rng.pick(&["Veuf(ve)", "Marié(e)", "Célibataire", "Divorcé(e)"]);
    y = cells(d, [x, y, w, h], &[(0.35, "Téléphone", ("phone", &tel)), (0.65, "Situation familiale", ("", family))], t);
    y = bar(d, [x, y + 10.0, w], "2. LOGEMENT ET ENTOURAGE", &l.bold) + 18.0;
    let kind = d.rng.below(3);
    choice(d, (x + 6.0, y), &["Propriétaire", "Locataire", "Hébergé(e) chez un proche"], kind, &l.body);
    y += 18.0;
    let with = d.rng.below(2);
    choice(d, (x + 6.0, y), &["Vit seul(e)", "Vit en couple", "Accueil familial"], with, &l.body);
    y = bar(d, [x, y + 12.0, w], "3. RESSOURCES ET PATRIMOINE DU FOYER", &l.bold) + 16.0;
    let pension = d.rng.between(780, 1690);
    for (label, sum) in [
        ("Pensions de retraite (mensuel)", pension),
        ("Revenus fonciers", 0),
        ("Revenus de capitaux mobiliers", d.rng.between(0, 60)),
        ("Assurance-vie, épargne (capital)", d.rng.between(2, 30) * 500),
    ] {
        say(d, (x + 6.0, y), 300.0, label, &l.body, &[]);
        end(d, (x + 420.0, y), 90.0, &format!("{} €", codes::thousands(sum as u64, " ")), &l.body, &[]);
        d.rule(x, y + 4.5, x + w, y + 4.5, 0.3);
        y += 16.0;
    }
    y = bar(d, [x, y + 6.0, w], "4. PIÈCES À JOINDRE", &l.bold) + 16.0;
    for text in [
        "Photocopie du livret de famille ou d'une pièce d'identité",
        "Dernier avis d'imposition sur le revenu et taxes foncières",
        "Certificat médical sous pli confidentiel",
        "Relevé d'identité bancaire",
    ] {
        tick(d, x + 6.0, y, 7.0, true);
        say(d, (x + 20.0, y), w - 20.0, text, &l.body, &[]);
        y += 14.5;
    }
    let text = "Je certifie sur l'honneur l'exactitude des renseignements ci-dessus et m'engage à signaler toute modification de ma situation. L'APA n'est pas cumulable avec l'allocation représentative de services ménagers ni avec la prestation de compensation.";
    y = para(d, (x, y + 8.0), w, text, &l.body, &[]) + 12.0;
    let date = figures(day(&mut d.rng, 2016, 2026), "/");
    say(d, (x, y), 230.0, &format!("À {}, le {date}", lives.town), &l.body, &[]);
    say(d, (x + 300.0, y), 200.0, "Signature du demandeur", &l.body, &[]);
    signed(d, x + 320.0, y + 30.0);
}

/// Family file of social aid for a stay in a home.
fn lodging(d: &mut Desk<'_, '_>) {
    let rsa = d.rng.chance(0.4);
    let own = if rsa { Someone::born(&mut d.rng, 1964, 1999) } else { Someone::born(&mut d.rng, 1928, 1962) };
    let l = look(d, 10.2);
    let (x, w) = (52.0, 491.0);
    let (dept, code, town) = d.rng.choose(DEPARTMENTS);
    let lives = Home { code, town, ..home(&mut d.rng) };
    mid(d, (x + w / 2.0, 52.0), w, &format!("DÉPARTEMENT {}", capitals(dept, true)), &l.bold, &[]);
    mid(d, (x + w / 2.0, 68.0), w, &format!("Centre communal d'action sociale - {}", lives.town), &l.body, &[]);
    let title = if rsa {
        d.rng.pick(&["DEMANDE DE REVENU DE SOLIDARITÉ ACTIVE (RSA)", "Demande de RSA - instruction par le département"])
    } else {
        d.rng.pick(&[
            "DOSSIER FAMILIAL D'AIDE SOCIALE",
            "Demande d'aide sociale à l'hébergement",
            "DEMANDE D'AIDE SOCIALE AUX PERSONNES ÂGÉES OU HANDICAPÉES",
        ])
    };
    d.c.frame(x, 84.0, x + w, 128.0, 1.0);
    mid(d, (x + w / 2.0, 104.0), w - 16.0, title, &l.bold.sized(14.0), &[]);
    let sub = if rsa {
        "Articles L. 262-1 et suivants du code de l'action sociale et des familles"
    } else {
        "Hébergement en établissement (EHPAD, résidence autonomie, foyer) - articles L. 113-1 et L. 231-4 du CASF"
    };
    mid(d, (x + w / 2.0, 120.0), w - 16.0, sub, &l.small, &[]);
    if rsa {
        end(d, (x + w, 144.0), 150.0, "N° cerfa 15481*01", &l.body, &[("form_number", "15481*01")]);
    }
    let mut y = 166.0;
    say(d, (x, y), w, "ÉTAT CIVIL DU DEMANDEUR", &l.bold, &[]);
    d.rule(x, y + 4.0, x + w, y + 4.0, 0.6);
    y += 22.0;
    let (last, first) = (capitals(&own.last, false), own.firsts[0].clone());
    let born = figures(own.birth, if d.rng.chance(0.7) { "/" } else { "." });
    let nir = nir_of(&own, true, &mut d.rng);
    let tel = phone(d);
    let number = d.rng.digits(7);
    let town = format!("{} {}", lives.code, lives.town);
    let list = [
        ("last_name", d.rng.pick(&["NOM", "Nom de famille"]), last.as_str()),
        ("first_name", "Prénom", &first),
        ("birth_date", d.rng.pick(&["Né(e) le", "Date de naissance"]), &born),
        ("", "à", own.born_at.1),
        ("", "Adresse", &lives.street),
        ("", "", &town),
        ("phone", d.rng.pick(&["Tél.", "Téléphone"]), &tel),
        ("nir", d.rng.pick(&["N° d'immatriculation à la sécurité sociale", "N° de Sécurité sociale"]), &nir),
        ("beneficiary_number", d.rng.pick(&["N° allocataire CAF", "N° CAF / MSA"]), &number),
    ];
    for (name, label, value) in list {
        d.labelled(
            name,
            x,
            x + 210.0,
            y,
            &if label.is_empty() { String::new() } else { format!("{label} :") },
            value,
            (&l.body, &l.bold),
        );
        y += 21.0;
    }
    y += 10.0;
    let second = if rsa { "SITUATION PROFESSIONNELLE" } else { "ÉTABLISSEMENT D'ACCUEIL" };
    say(d, (x, y), w, second, &l.bold, &[]);
    d.rule(x, y + 4.0, x + w, y + 4.0, 0.6);
    y += 22.0;
    let since = figures(day(&mut d.rng, 2018, 2025), "/");
    let list = if rsa {
        [
            ("Situation actuelle :", "sans emploi, inscrit(e) à France Travail"),
            ("Depuis le :", since.as_str()),
            ("Personnes à charge :", "1"),
        ]
    } else {
        [
            ("Nom de l'établissement :", "Résidence Les Glycines"),
            ("Date d'entrée :", since.as_str()),
            ("Prix de journée :", "64,82 €"),
        ]
    };
    for (label, value) in list {
        d.labelled("", x, x + 210.0, y, label, value, (&l.body, &l.body));
        y += 20.0;
    }
    y += 10.0;
    say(d, (x, y), w, if rsa { "RESSOURCES DES TROIS DERNIERS MOIS" } else { "OBLIGÉS ALIMENTAIRES" }, &l.bold, &[]);
    y += 8.0;
    let heads: [&str; 3] =
        if rsa { ["Nature", "Mois", "Montant"] } else { ["Nom et prénom", "Lien de parenté", "Commune"] };
    let kin: Vec<Someone> = (0..4).map(|_| Someone::born(&mut d.rng, own.birth.0 + 20, own.birth.0 + 36)).collect();
    for (i, kid) in kin.iter().enumerate() {
        d.c.frame(x, y, x + w, y + 20.0, 0.4);
        for (k, share) in [0.0, 0.45, 0.72].iter().enumerate() {
            d.rule(x + w * share, y, x + w * share, y + 20.0, 0.4);
            let text = if i == 0 {
                heads[k].to_owned()
            } else if rsa {
                [
                    d.rng.pick(&["Allocation logement", "Indemnités", "Salaire"]).to_owned(),
                    words::MONTHS[i + 3].to_owned(),
                    format!("{} €", d.rng.between(90, 420)),
                ][k]
                    .clone()
            } else {
                [format!("{} {}", last, kid.firsts[0]), kid.agree("fils", "fille").to_owned(), kid.born_at.1.to_owned()]
                    [k]
                    .clone()
            };
            let t = if i == 0 { &l.small } else { &l.body };
            say(d, (x + w * share + 5.0, y + 14.0), w * 0.26, &text, t, &[]);
        }
        y += 20.0;
    }
    let text = "Le demandeur est informé que les sommes avancées au titre de l'aide sociale peuvent être récupérées sur la succession, le donataire, le légataire ou en cas de retour à meilleure fortune (article L. 132-8 du code de l'action sociale et des familles). Je certifie exacts les renseignements fournis.";
    y = para(d, (x, y + 20.0), w, text, &l.body, &[]) + 14.0;
    let date = figures(day(&mut d.rng, 2025, 2026), "/");
    say(d, (x, y), w * 0.6, &format!("Fait à {}, le {date}", lives.town), &l.body, &[]);
    say(d, (x + 300.0, y), 180.0, "Le demandeur,", &l.body, &[]);
    signed(d, x + 310.0, y + 32.0);
}
