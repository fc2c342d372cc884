//! Forms of the administration with a number, filled in by printing.
//!
//! Responsible for boxes and what is in them; wordings are shortened from the forms' own.

use super::Page;
use super::civil_kit::{
    after, bar, cells, choice, comb, home, look, mail_of, mid, nir_of, para, phone, rows, say, signed,
};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Someone, day, figures, tick};
use crate::text::codes::{Account, grouped, siren, siret};
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] = &[Page::a4("formulaire_cerfa", numbered_form)];

fn numbered_form(d: &mut Desk<'_, '_>) {
    super::civil_kit::modern(d);
    match d.rng.below(3) {
        0 => card_request(d),
        1 => accident(d),
        _ => vehicle_request(d),
    }
}

/// The emblem of numbered forms and the number beside it.
fn emblem(d: &mut Desk<'_, '_>, x: f32, y: f32, number: &str) {
    let l = look(d, 9.6);
    let mut ring = crate::raster::stroke::Shape::new();
    ring.ring((x + 20.0, y), 24.0, 11.0, 1.0);
    d.c.shape(&ring, 220);
    mid(d, (x + 20.0, y + 3.4), 38.0, "cerfa", &l.ital, &[]);
    let sign = d.rng.pick(&["N°", "n°", "N° "]);
    say(d, (x + 52.0, y + 3.4), 110.0, &format!("{sign} {number}"), &l.bold, &[("form_number", number)]);
}

/// Request for an identity card or a passport, a letter to a box.
fn card_request(d: &mut Desk<'_, '_>) {
    let minor = d.rng.chance(0.3);
    let (from, to) = if minor { (2008, 2021) } else { (1940, 2003) };
    let mut own = Someone::born(&mut d.rng, from, to);
    // A space between words is a box left empty, which the truth of a comb does not tell.
    while own.last.contains(' ') || own.born_at.1.contains(' ') {
        own = Someone::born(&mut d.rng, from, to);
    }
    let lives = home(&mut d.rng);
    let l = look(d, 9.0);
    let comb_type = d.fonts.body.sized(9.6);
    let (x, w) = (34.0, 527.0);
    let number = if minor { d.rng.pick(&["12101*02", "12101*03"]) } else { d.rng.pick(&["12100*02", "12100*03"]) };
    emblem(d, x, 42.0, number);
    let title = if minor {
        "Demande de carte nationale d'identité ou de passeport pour mineur"
    } else {
        "DEMANDE DE CARTE NATIONALE D'IDENTITÉ OU DE PASSEPORT"
    };
    mid(d, (d.c.width / 2.0, 80.0), w, title, &l.bold.sized(13.5), &[]);
    mid(d, (d.c.width / 2.0, 94.0), w, "Écrire en lettres capitales, sans accent, une lettre par case", &l.small, &[]);
    let mut y = 116.0;
    let wanted = [d.rng.below(3), d.rng.below(3)];
    choice(d, (x, y), &["Carte nationale d'identité", "Passeport", "Les deux"], wanted[0], &l.body);
    y += 18.0;
    choice(
        d,
        (x, y),
        &["Première demande", "Renouvellement", "Perte ou vol", "Modification d'état civil"],
        wanted[1],
        &l.body,
    );
    y = bar(d, [x, y + 10.0, w], "Vous", &l.bold) + 20.0;
    let step = 14.2;
    let cap = |t: &str| capitals(t, false).replace('\'', "");
    let t = &comb_type;
    say(d, (x, y), 86.0, "Nom", &l.body, &[]);
    comb(d, (x + 90.0, y), 30, step, ("birth_name", &cap(&own.last)), t);
    y += 24.0;
    say(d, (x, y), 86.0, "Prénom(s)", &l.body, &[]);
    comb(d, (x + 90.0, y), 30, step, ("first_name", &cap(&own.firsts[0])), t);
    y += 24.0;
    let married = !minor && own.sex == 'F' && d.rng.chance(0.6);
    say(d, (x, y), 86.0, "Nom d'usage", &l.body, &[]);
    let used = if married { cap(d.rng.pick(&["Carpentier", "Collet", "Gilbert"])) } else { String::new() };
    comb(d, (x + 90.0, y), 30, step, (if married { "last_name" } else { "" }, &used), t);
    y += 24.0;
    let compact = figures(own.birth, "");
    say(d, (x, y), 86.0, "Né(e) le", &l.body, &[]);
    let at = comb(d, (x + 90.0, y), 8, step, ("birth_date", &compact), t);
    say(d, (at + 14.0, y), 40.0, "Sexe", &l.body, &[]);
    let chosen = usize::from(own.sex == 'M');
    choice(d, (at + 46.0, y), &["F", "M"], chosen, &l.body);
    y += 24.0;
    say(d, (x, y), 86.0, "à (commune)", &l.body, &[]);
    comb(d, (x + 90.0, y), 30, step, ("birth_place", &cap(own.born_at.1)), t);
    y += 24.0;
    let eyes = d.rng.pick(&["marron", "bleus", "verts"]);
    let tall = format!("1,{}", d.rng.between(52, 93));
    let list = [
        ("", "Taille (m)", tall.as_str()),
        ("", "Couleur des yeux", eyes),
        ("nationality", "Nationalité", "Française"),
    ];
    let mut at = x;
    for (name, label, value) in list {
        d.labelled(name, at, at + 76.0, y, label, value, (&l.body, &l.bold));
        at += 176.0;
    }
    y += 22.0;
    say(d, (x, y), w, "Votre adresse", &l.bold, &[]);
    y += 18.0;
    let street = capitals(&lives.street, false);
    let town = capitals(lives.town, false);
    let (tel, mail) = (phone(d), mail_of(&own, &mut d.rng));
    d.labelled("street", x, x + 90.0, y, "N° et voie", &street, (&l.body, &l.bold));
    y += 22.0;
    say(d, (x, y), 86.0, "Code postal", &l.body, &[]);
    let at = comb(d, (x + 90.0, y), 5, step, ("postcode", lives.code), t);
    d.labelled("town", at + 24.0, at + 80.0, y, "Commune", &town, (&l.body, &l.bold));
    y += 22.0;
    d.labelled("phone", x, x + 90.0, y, "Téléphone", &tel, (&l.body, &l.bold));
    d.labelled("email", x + 250.0, x + 300.0, y, "Courriel", &mail, (&l.body, &l.bold));
    y = bar(d, [x, y + 14.0, w], "Vos parents", &l.bold) + 20.0;
    for (label, sex) in [("Votre père", 'M'), ("Votre mère", 'F')] {
        let mut one = Someone::born(&mut d.rng, own.birth.0 - 36, own.birth.0 - 20);
        while one.sex != sex {
            one = Someone::born(&mut d.rng, own.birth.0 - 36, own.birth.0 - 20);
        }
        let last = if sex == 'M' { capitals(&own.last, false) } else { capitals(&one.last, false) };
        let text = format!(
            "{label} : {last} {}, né{} le {} à {}, de nationalité française",
            capitals(&one.firsts[0], false),
            one.agree("", "e"),
            figures(one.birth, "/"),
            capitals(one.born_at.1, false)
        );
        say(d, (x, y), w, &text, &l.body, &[]);
        y += 18.0;
    }
    y = bar(d, [x, y + 4.0, w], "Motif pour lequel vous êtes Français(e)", &l.bold) + 18.0;
    choice(d, (x, y), &["l'un de vos parents est français", "déclaration ou naturalisation", "autre"], 0, &l.body);
    let text = "Toute personne qui détient frauduleusement un titre est passible des peines prévues aux articles 441-1 à 441-9 du code pénal. Les données sont enregistrées dans un traitement autorisé par le décret n° 2016-1460 du 28 octobre 2016.";
    y = para(d, (x, y + 26.0), w, text, &l.small, &[]) + 14.0;
    let date = figures(day(&mut d.rng, 2022, 2026), "/");
    say(d, (x, y), 250.0, &format!("Date de la demande : {date}"), &l.body, &[("date", &date)]);
    d.c.frame(x + 290.0, y - 14.0, x + w, y + 56.0, 0.6);
    say(d, (x + 296.0, y - 3.0), 220.0, "Signature du demandeur ou du représentant légal", &l.small, &[]);
    signed(d, x + 350.0, y + 26.0);
    say(d, (x, y + 20.0), 250.0, "Numéro de la demande précédente : néant", &l.body, &[]);
}

/// Declaration of an accident at work by the employer.
fn accident(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1964, 2003);
    let lives = home(&mut d.rng);
    let l = look(d, 9.8);
    let (x, w) = (34.0, 527.0);
    let number = d.rng.pick(&["14463*03", "14463*02", "11138*05"]);
    let salary = number.starts_with("11138");
    emblem(d, x + w - 170.0, 40.0, number);
    say(d, (x, 40.0), 250.0, "l'Assurance Maladie - risques professionnels", &l.body, &[]);
    let title = if salary { "ATTESTATION DE SALAIRE" } else { "DÉCLARATION D'ACCIDENT DU TRAVAIL" };
    mid(d, (x + w / 2.0, 78.0), w, title, &l.bold.sized(15.0), &[]);
    let law = if salary {
        "accident du travail ou maladie professionnelle (articles R. 441-4, R. 444-3 du code de la sécurité sociale)"
    } else {
        "ou d'accident de trajet (articles L. 441-1 à L. 441-4 du code de la sécurité sociale)"
    };
    mid(d, (x + w / 2.0, 92.0), w, law, &l.small, &[]);
    let t = (&l.small, &l.body);
    let h = 37.0;
    let firm = d.rng.pick(words::COMPANIES);
    let code = siren(&mut d.rng);
    let code = grouped(&siret(&code, &mut d.rng), &[3, 3, 3, 5]);
    let seat = home(&mut d.rng);
    let mut y = bar(d, [x, 104.0, w], "L'EMPLOYEUR", &l.bold);
    y = cells(
        d,
        [x, y, w, h],
        &[
            (0.55, "Nom, prénom ou raison sociale", ("employer", firm)),
            (0.45, "N° SIRET de l'établissement", ("", &code)),
        ],
        t,
    );
    let tel = phone(d);
    y = cells(d, [x, y, w, h], &[(0.72, "Adresse", ("", &seat.line())), (0.28, "Téléphone", ("phone", &tel))], t);
    y = bar(d, [x, y + 8.0, w], "LA VICTIME", &l.bold);
    let nir = nir_of(&own, true, &mut d.rng);
    let born = figures(own.birth, "/");
    let sex = own.sex.to_string();
    let (last, first) = (own.surname(), own.firsts[0].clone());
    y = cells(
        d,
        [x, y, w, h],
        &[
            (0.46, "N° d'immatriculation", ("nir", &nir)),
            (0.14, "Sexe", ("", &sex)),
            (0.4, "Nationalité", ("nationality", "Française")),
        ],
        t,
    );
    y = cells(
        d,
        [x, y, w, h],
        &[
            (0.38, "Nom (de famille)", ("last_name", &last)),
            (0.34, "Prénom", ("first_name", &first)),
            (0.28, "Date de naissance", ("birth_date", &born)),
        ],
        t,
    );
    y = cells(
        d,
        [x, y, w, h],
        &[
            (0.5, "Adresse", ("street", &lives.street)),
            (0.15, "Code postal", ("postcode", lives.code)),
            (0.35, "Commune", ("town", lives.town)),
        ],
        t,
    );
    let job = d.rng.pick(&[
        "Cariste", "Aide-soignante", "Maçon", "Agent d'entretien", "Monteur-câbleur", "Préparateur de commandes",
    ]);
    let hired = day(&mut d.rng, 2008.max(own.birth.0 + 18), 2022.max(own.birth.0 + 18));
    let when = day(&mut d.rng, hired.0 + 1, 2025.max(hired.0 + 1));
    y = cells(
        d,
        [x, y, w, h],
        &[
            (0.4, "Profession", ("occupation", job)),
            (0.3, "Date d'embauche", ("", &figures(hired, "/"))),
            (0.3, "Qualification professionnelle", ("", "Ouvrier / employé")),
        ],
        t,
    );
    y = bar(d, [x, y + 8.0, w], if salary { "SALAIRE DE RÉFÉRENCE" } else { "L'ACCIDENT" }, &l.bold);
    if salary {
        let gross = d.rng.between(176_700, 290_000) as u64;
        let shown = crate::pages::layouts::facts::sum(gross);
        y = cells(
            d,
            [x, y, w, h],
            &[
                (0.3, "Date de l'accident", ("", &figures(when, "/"))),
                (0.4, "Salaire brut du mois précédent (€)", ("amount", &shown)),
                (0.3, "Dernier jour de travail", ("", &figures(when, "/"))),
            ],
            t,
        );
        let account = Account::random(&mut d.rng);
        let iban = grouped(&account.iban(), &[4]);
        y = cells(
            d,
            [x, y, w, h],
            &[
                (0.45, "Subrogation", ("", "OUI - l'employeur demande le versement")),
                (0.55, "IBAN de l'employeur", ("iban", &iban)),
            ],
            t,
        );
    } else {
        let hour = format!("{} heures {:02}", d.rng.between(7, 17), d.rng.between(0, 59));
        y = cells(
            d,
            [x, y, w, h],
            &[
                (0.25, "Date", ("", &figures(when, "/"))),
                (0.25, "Heure", ("", &hour)),
                (0.5, "Lieu de l'accident", ("", "Lieu de travail habituel")),
            ],
            t,
        );
        let how = d.rng.pick(&[
            "Chute de plain-pied dans l'atelier, sol humide",
            "Heurt du genou contre un chariot en mouvement",
            "Coupure en manipulant une tôle",
        ]);
        y = cells(
            d,
            [x, y, w, h],
            &[(1.0, "Activité de la victime lors de l'accident et nature de celui-ci", ("", how))],
            t,
        );
        let wound = d.rng.pick(&["Contusion", "Plaie superficielle", "Entorse"]);
        let side = d.rng.pick(&["Main gauche", "Genou droit", "Cheville droite"]);
        y = cells(
            d,
            [x, y, w, h],
            &[(0.5, "Siège des lésions", ("", side)), (0.5, "Nature des lésions", ("", wound))],
            t,
        );
        say(d, (x, y + 20.0), 220.0, "Accident connu par l'employeur", &l.body, &[]);
        let chosen = d.rng.below(2);
        choice(d, (x + 180.0, y + 20.0), &["constaté", "décrit par la victime"], chosen, &l.body);
        y += 24.0;
    }
    say(d, (x, y + 22.0), 120.0, "Témoin ou tiers", &l.bold, &[]);
    say(d, (x, y + 36.0), w, "Nom, prénom, adresse : néant", &l.body, &[]);
    say(d, (x, y + 54.0), w, "L'accident a-t-il été causé par un tiers ?", &l.body, &[]);
    choice(d, (x + 250.0, y + 54.0), &["oui", "non"], 1, &l.body);
    let signer = Someone::random(&mut d.rng).full();
    let made = figures(after(when, 1), "/");
    y += 86.0;
    say(d, (x, y), 300.0, &format!("Nom du signataire : {signer}"), &l.body, &[]);
    say(d, (x, y + 18.0), 300.0, &format!("Fait à {}, le {made}", seat.town), &l.body, &[("date", &made)]);
    say(d, (x + 330.0, y), 190.0, "Signature et cachet de l'employeur", &l.body, &[]);
    signed(d, x + 350.0, y + 34.0);
    let text = if salary {
        "Attestation à transmettre à la caisse dès le premier jour d'arrêt, puis à conserver cinq ans. La loi rend passible d'amende et d'emprisonnement quiconque se rend coupable de fraudes ou de fausses déclarations (articles 313-1 à 313-3, 433-19, 441-1 et suivants du code pénal)."
    } else {
        "Volets 1, 2 et 3 : à adresser à la caisse de la victime par lettre recommandée avec avis de réception, au plus tard 48 heures après la connaissance de l'accident, dimanches et jours fériés non compris. La loi rend passible d'amende et d'emprisonnement quiconque se rend coupable de fraudes ou de fausses déclarations."
    };
    para(d, (x, 792.0), w, text, &l.small, &[]);
}

/// Request for a registration certificate, or the sale of a vehicle.
fn vehicle_request(d: &mut Desk<'_, '_>) {
    let own = Someone::random(&mut d.rng);
    let lives = home(&mut d.rng);
    let l = look(d, 10.0);
    let (x, w) = (48.0, 499.0);
    let (number, title) = d.rng.choose(&[
        ("13750*07", "DEMANDE DE CERTIFICAT D'IMMATRICULATION D'UN VÉHICULE"),
        ("13750*05", "Demande de certificat d'immatriculation d'un véhicule"),
        ("13752*02", "DÉCLARATION DE CHANGEMENT DE CARACTÉRISTIQUES TECHNIQUES"),
        ("13757*03", "MANDAT À UN PROFESSIONNEL DE L'AUTOMOBILE"),
    ]);
    mid(d, (d.c.width / 2.0, 48.0), w, "RÉPUBLIQUE FRANÇAISE - Ministère chargé de l'intérieur", &l.small, &[]);
    mid(d, (d.c.width / 2.0, 74.0), w, title, &l.bold.sized(13.0), &[]);
    emblem(d, x + w / 2.0 - 80.0, 98.0, number);
    let plate = format!(
        "{}{}-{}-{}{}",
        d.rng.capital(),
        d.rng.capital(),
        d.rng.between(100, 999),
        d.rng.capital(),
        d.rng.capital()
    );
    let tail = d.rng.digits(6);
    let vin = format!("VF{}{}{tail}", d.rng.between(1, 8), d.rng.pick(&["BMSE0H3", "3CCHMZA", "7DDNFPF", "JRFA0K4"]));
    let vin = format!("{vin}{}", d.rng.digits(17 - vin.len()));
    say(d, (x, 136.0), w, "I - LE VÉHICULE", &l.bold, &[]);
    d.rule(x, 140.0, x + w, 140.0, 0.8);
    let brand = d.rng.pick(&["DACIA", "OPEL", "SEAT", "KIA", "YAMAHA"]);
    let first = figures(day(&mut d.rng, 2004, 2023), "/");
    let list = [
        ("", "(A) Numéro d'immatriculation", plate.as_str()),
        ("", "(B) Date de première immatriculation", &first),
        ("", "(D.1) Marque", brand),
        ("", "(E) Numéro d'identification du véhicule", &vin),
    ];
    let y = rows(d, (x, 160.0), x + 220.0, 18.0, &list, (&l.body, &l.bold)) + 12.0;
    say(d, (x, y), w, "II - LE TITULAIRE (personne physique)", &l.bold, &[]);
    d.rule(x, y + 4.0, x + w, y + 4.0, 0.8);
    let (last, first) = (own.surname(), own.given(" "));
    let born = figures(own.birth, "/");
    let place = own.born_at.1;
    let (tel, mail) = (phone(d), mail_of(&own, &mut d.rng));
    let list = [
        ("last_name", d.rng.pick(&["NOM", "Nom de naissance"]), last.as_str()),
        ("first_name", "Prénom(s)", &first),
        ("birth_date", "Né(e) le", &born),
        ("birth_place", "à", place),
        ("street", "Adresse", &lives.street),
        ("postcode", "Code postal", lives.code),
        ("town", "Commune", lives.town),
        ("phone", "Téléphone", &tel),
        ("email", "Adresse électronique", &mail),
    ];
    let y = rows(d, (x, y + 24.0), x + 150.0, 18.5, &list, (&l.body, &l.bold)) + 12.0;
    say(d, (x, y), w, "III - LA DEMANDE", &l.bold, &[]);
    d.rule(x, y + 4.0, x + w, y + 4.0, 0.8);
    let chosen = d.rng.below(4);
    let mut y = y + 24.0;
    for (i, text) in [
        "Certificat pour un véhicule d'occasion",
        "Changement de domicile ou d'état civil",
        "Duplicata (perte, vol, détérioration)",
        "Correction d'une erreur de saisie",
    ]
    .iter()
    .enumerate()
    {
        tick(d, x + 4.0, y, 8.0, i == chosen);
        say(d, (x + 20.0, y), w - 20.0, text, &l.body, &[]);
        y += 17.0;
    }
    let file = d.rng.digits(12);
    say(d, (x, y + 8.0), w, &format!("Numéro de dossier : {file}"), &l.body, &[("reference", &file)]);
    let text = "Je certifie sur l'honneur l'exactitude des renseignements portés ci-dessus et reconnais être informé(e) qu'une fausse déclaration est punie d'un an d'emprisonnement et de 15 000 € d'amende (article 441-1 du code pénal). Le titulaire certifie détenir une assurance en cours de validité et un permis de conduire correspondant à la catégorie du véhicule.";
    let y = para(d, (x, y + 36.0), w, text, &l.body, &[]) + 16.0;
    let date = figures(day(&mut d.rng, 2023, 2026), "/");
    say(d, (x, y), 250.0, &format!("Fait à {}, le {date}", lives.town), &l.body, &[("date", &date)]);
    say(d, (x + 300.0, y), 190.0, "Signature du demandeur", &l.body, &[]);
    signed(d, x + 320.0, y + 34.0);
    para(
        d,
        (x, 796.0),
        w,
        "Certaines informations peuvent être communiquées à des fins statistiques ou de prospection ; cochez ici si vous vous y opposez. Pièces : justificatif d'identité, justificatif de domicile de moins de six mois, contrôle technique.",
        &l.small,
        &[],
    );
}
