//! What persons, trainers and insurers attest.
//!
//! Not responsible for what public funds and employers attest.

use super::Page;
use super::civil_kit::{after, cells, dated, home, look, mid, para, rows, say, signed, stack};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, day, figures, years_on};
use crate::pages::marks;
use crate::text::codes;
use crate::text::codes::{grouped, siren};

pub(super) const PAGES: &[Page] = &[Page::a4("attestation", attestation)];

fn attestation(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1945, 2003);
    let today = day(&mut d.rng, 2016, 2026);
    match d.rng.below(4) {
        0 => on_honour(d, &own, today),
        1 => lodged(d, &own, today),
        2 => took_part(d, &own, today),
        _ => insured(d, &own, today),
    }
}

fn on_honour(d: &mut Desk<'_, '_>, own: &Someone, today: Day) {
    let l = look(d, 12.0);
    let (x, w) = (72.0, 450.0);
    let lives = home(&mut d.rng);
    let (name, born, date) =
        (format!("{} {}", own.title(false), own.full()), dated(own.birth, &mut d.rng), dated(today, &mut d.rng));
    let tel = codes::phone(&mut d.rng);
    stack(d, (x, 70.0), 260.0, &[own.full(), lives.street.clone(), lives.place(), tel], &l.body, "");
    let title = d
        .rng
        .pick(&["ATTESTATION SUR L'HONNEUR", "Attestation sur l'honneur", "DÉCLARATION SUR L'HONNEUR", "Attestation"]);
    mid(d, (297.0, 196.0), w, title, &l.bold.sized(17.0), &[]);
    let text = format!(
        "Je {}, {name}, {} le {born} à {}, demeurant {}, atteste sur l'honneur :",
        own.agree("soussigné", "soussignée"),
        own.agree("né", "née"),
        own.born_at.1,
        lives.line()
    );
    let mut y = para(d, (x, 250.0), w, &text, &l.body, &[("holder", &name), ("birth_date", &born)]) + 12.0;
    let matter = d.rng.choose(&[
        ["n'avoir perçu aucun revenu au cours de l'année écoulée ;", "ne pas vivre en concubinage ni être lié(e) par un pacte civil de solidarité ;"],
        ["n'avoir fait l'objet d'aucune condamnation pénale de nature à m'interdire de gérer ou d'administrer une personne morale ;", "n'avoir fait l'objet d'aucune interdiction de diriger prévue par le code de commerce ;"],
        ["être séparé(e) de fait depuis plus de six mois et assumer seul(e) la charge de mes enfants ;", "ne recevoir aucune pension alimentaire à ce jour ;"],
        ["avoir égaré l'original de mon diplôme et n'en détenir aucun autre exemplaire ;", "m'engager à restituer le duplicata si l'original venait à être retrouvé ;"],
    ]);
    for text in matter {
        y = para(d, (x + 18.0, y), w - 18.0, &format!("- {text}"), &l.body, &[]) + 6.0;
    }
    y = para(
        d,
        (x, y + 8.0),
        w,
        "J'ai connaissance que la présente attestation sera produite en justice ou auprès d'une administration et que toute fausse déclaration de ma part m'exposerait à des sanctions pénales (article 441-7 du code pénal).",
        &l.body,
        &[],
    ) + 10.0;
    y = para(d, (x, y), w, "Fait pour valoir ce que de droit.", &l.body, &[]) + 36.0;
    say(d, (x + 200.0, y), 250.0, &format!("Fait à {}, le {date}", lives.town), &l.body, &[("date", &date)]);
    signed(d, x + 230.0, y + 44.0);
}

fn lodged(d: &mut Desk<'_, '_>, own: &Someone, today: Day) {
    let l = look(d, 11.4);
    let (x, w) = (60.0, 475.0);
    let host = Someone::born(&mut d.rng, 1945, 1990);
    let lives = home(&mut d.rng);
    let (name, date) = (own.full(), dated(today, &mut d.rng));
    let born = figures(own.birth, "/");
    let title = d.rng.pick(&[
        "ATTESTATION D'HÉBERGEMENT",
        "Attestation d'hébergement à titre gratuit",
        "ATTESTATION DE DOMICILE CHEZ UN TIERS",
    ]);
    d.c.frame(x, 60.0, x + w, 104.0, 1.0);
    mid(d, (297.0, 88.0), w - 20.0, title, &l.bold.sized(16.0), &[]);
    say(d, (x, 140.0), w, "L'HÉBERGEANT", &l.bold, &[]);
    let (host_name, host_born, street, place) = (
        format!("{} {}", host.title(false), host.full()),
        figures(host.birth, "/"),
        lives.street.clone(),
        lives.place(),
    );
    let list = [
        ("", "Nom, prénom", host_name.as_str()),
        ("", "Né(e) le", &host_born),
        ("", "À", host.born_at.1),
        ("", "Domicilié(e)", &street),
        ("", "", &place),
    ];
    let y = rows(d, (x, 162.0), x + 110.0, 19.0, &list, (&l.body, &l.body)) + 16.0;
    say(d, (x, y), w, "déclare sur l'honneur héberger à son domicile", &l.body, &[]);
    say(d, (x, y + 28.0), w, "LA PERSONNE HÉBERGÉE", &l.bold, &[]);
    let since = figures((today.0 - 1, today.1, today.2), "/");
    let list = [
        ("holder", "Nom, prénom", name.as_str()),
        ("birth_date", "Né(e) le", &born),
        ("", "À", own.born_at.1),
        ("", "Depuis le", &since),
    ];
    let mut y = rows(d, (x, y + 50.0), x + 110.0, 19.0, &list, (&l.body, &l.body)) + 16.0;
    for text in [
        "Cette attestation est établie en vue des démarches administratives de la personne hébergée (demande de titre, ouverture d'un compte, inscription scolaire ou électorale).",
        "Pièces jointes : copie de la pièce d'identité de l'hébergeant, facture d'eau ou d'électricité de moins de trois mois, copie de la pièce d'identité de la personne hébergée.",
        "La présente déclaration engage la responsabilité de son auteur. L'établissement d'une attestation faisant état de faits matériellement inexacts est puni d'un an d'emprisonnement et de 15 000 euros d'amende.",
    ] {
        y = para(d, (x, y), w, text, &l.body, &[]) + 10.0;
    }
    say(d, (x, y + 20.0), 260.0, &format!("À {}, le {date}", lives.town), &l.body, &[("date", &date)]);
    say(d, (x, y + 44.0), 200.0, "L'hébergeant", &l.body, &[]);
    say(d, (x + 270.0, y + 44.0), 200.0, "La personne hébergée", &l.body, &[]);
    signed(d, x + 10.0, y + 84.0);
    signed(d, x + 280.0, y + 84.0);
}

fn took_part(d: &mut Desk<'_, '_>, own: &Someone, today: Day) {
    let l = look(d, 10.8);
    let (x, w) = (56.0, 484.0);
    let (house, topic, title) = d.rng.choose(&[
        ("GRETA du Haut-Jura", "Sauveteur secouriste du travail (SST)", "ATTESTATION DE FORMATION"),
        ("CFPPA de Montmorot", "Certiphyto - décideur en entreprise non soumise à agrément", "ATTESTATION D'ASSIDUITÉ"),
        (
            "Croix-Rouge française - Unité locale",
            "Prévention et secours civiques de niveau 1",
            "Attestation de participation",
        ),
        (
            "Chambre de métiers et de l'artisanat",
            "Stage de préparation à l'installation",
            "ATTESTATION DE FIN DE FORMATION",
        ),
        (
            "Centre de sensibilisation Route 25",
            "Stage de sensibilisation à la sécurité routière",
            "ATTESTATION DE STAGE",
        ),
    ]);
    let name = format!("{} {}", own.title(true), own.full());
    let (born, date) = (figures(own.birth, "/"), dated(after(today, 2), &mut d.rng));
    marks::logo(d.c, 274.0, 40.0, 46.0, &mut d.rng);
    mid(d, (297.0, 106.0), w, house, &l.bold.sized(13.0), &[]);
    let license = format!(
        "Déclaration d'activité n° {} {} {} {}",
        d.rng.between(11, 93),
        d.rng.digits(2),
        d.rng.digits(5),
        d.rng.digits(2)
    );
    mid(d, (297.0, 121.0), w, &license, &l.small, &[]);
    mid(d, (297.0, 172.0), w, title, &l.bold.sized(18.0), &[]);
    let number = format!("{}-{:04}", today.0, d.rng.between(1, 3000));
    let label = d.rng.pick(&["N°", "Attestation n°", "Réf. :"]);
    mid(d, (297.0, 192.0), w, &format!("{label} {number}"), &l.body, &[("reference", &number)]);
    let text = format!(
        "L'organisme certifie que {name}, {} le {born}, a suivi l'action de formation désignée ci-après :",
        own.agree("né", "née")
    );
    let y = para(d, (x, 236.0), w, &text, &l.body, &[("holder", &name), ("birth_date", &born)]) + 12.0;
    let t = (&l.small, &l.body);
    let hours = format!("{} heures", d.rng.between(1, 5) * 7);
    let (first, last) = (figures(today, "/"), figures(after(today, 1), "/"));
    let mut y = cells(d, [x, y, w, 36.0], &[(1.0, "Intitulé", ("", topic))], t);
    y = cells(
        d,
        [x, y, w, 36.0],
        &[
            (0.5, "Dates", ("", &format!("du {first} au {last}"))),
            (0.25, "Durée suivie", ("", &hours)),
            (0.25, "Modalité", ("", "présentiel")),
        ],
        t,
    );
    y = cells(
        d,
        [x, y, w, 36.0],
        &[
            (0.6, "Nature de l'action", ("", "acquisition ou perfectionnement des connaissances")),
            (0.4, "Évaluation des acquis", ("", "satisfaisante")),
        ],
        t,
    );
    say(d, (x, y + 30.0), w, "Objectifs de la formation", &l.bold, &[]);
    y += 50.0;
    for text in [
        "repérer les dangers et alerter les personnes compétentes ;",
        "agir face à une situation conforme au programme de référence ;",
        "transmettre les informations utiles à son entourage professionnel.",
    ] {
        y = para(d, (x + 14.0, y), w - 14.0, &format!("• {text}"), &l.body, &[]) + 3.0;
    }
    y = para(
        d,
        (x, y + 14.0),
        w,
        "Attestation remise au stagiaire en application de l'article L. 6353-1 du code du travail. Elle ne vaut pas certification professionnelle.",
        &l.body,
        &[],
    ) + 30.0;
    say(d, (x + 230.0, y), 250.0, &format!("Le {date}"), &l.body, &[("date", &date)]);
    say(d, (x + 230.0, y + 18.0), 250.0, "Le responsable de la formation", &l.body, &[]);
    signed(d, x + 260.0, y + 52.0);
    let code = siren(&mut d.rng);
    mid(
        d,
        (297.0, 806.0),
        w,
        &format!("Siren {} - association loi 1901 ou établissement public - exonéré de TVA", grouped(&code, &[3])),
        &l.small,
        &[],
    );
}

fn insured(d: &mut Desk<'_, '_>, own: &Someone, today: Day) {
    let l = look(d, 10.4);
    let (x, w) = (52.0, 491.0);
    let lives = home(&mut d.rng);
    let (house, foot) = d.rng.choose(&[
        ("Thélem assurances", "Société d'assurance mutuelle à cotisations variables - Le Croc, 45430 Chécy"),
        ("Mutuelle de Poitiers Assurances", "Bois du Fief Clairet, 86066 Poitiers Cedex 9"),
        (
            "Groupama Paris Val de Loire",
            "Caisse régionale d'assurances mutuelles agricoles - 60 boulevard Duhamel du Monceau, 45160 Olivet",
        ),
        ("L'Auxiliaire", "Société d'assurance mutuelle du bâtiment - 20 rue Garibaldi, 69006 Lyon"),
        ("Areas Assurances", "47-49 rue de Miromesnil, 75380 Paris Cedex 08"),
    ]);
    let (kind, covers) = d.rng.choose(&[
        ("ATTESTATION D'ASSURANCE MULTIRISQUE HABITATION", "les risques locatifs (incendie, explosion, dégâts des eaux) et la responsabilité civile vie privée"),
        ("ATTESTATION D'ASSURANCE SCOLAIRE ET EXTRASCOLAIRE", "les dommages causés aux tiers et les accidents corporels lors des activités scolaires obligatoires ou facultatives"),
        ("Attestation d'assurance responsabilité civile", "les conséquences pécuniaires de la responsabilité civile encourue dans la vie privée"),
        ("ATTESTATION D'ASSURANCE RESPONSABILITÉ CIVILE CHASSE", "la responsabilité civile du chasseur telle que prévue à l'article L. 423-16 du code de l'environnement"),
    ]);
    let (name, born, date) =
        (format!("{} {}", own.title(false), own.full()), figures(own.birth, "/"), dated(today, &mut d.rng));
    let number = match d.rng.below(3) {
        0 => format!("{}{}", d.rng.capital(), d.rng.digits(8)),
        1 => grouped(&d.rng.digits(10), &[4, 3]),
        _ => format!("{} {} {}", d.rng.digits(3), d.rng.digits(6), d.rng.capital()),
    };
    marks::logo(d.c, x, 34.0, 42.0, &mut d.rng);
    say(d, (x, 96.0), 250.0, house, &l.bold.sized(13.0), &[]);
    say(d, (x, 112.0), 250.0, &format!("Votre agence : {}", lives.town), &l.body, &[]);
    stack(d, (312.0, 128.0), 232.0, &lives.block(&name), &l.body.sized(10.6), "");
    say(d, (312.0, 200.0), 232.0, &format!("Le {date}"), &l.body, &[("date", &date)]);
    let label = d.rng.pick(&["Contrat n°", "N° de sociétaire et de contrat :", "Police n°"]);
    say(d, (x, 200.0), 250.0, &format!("{label} {number}"), &l.body, &[("reference", &number)]);
    mid(d, (297.0, 252.0), w, kind, &l.bold.sized(14.0), &[]);
    let insured = format!("{} {}", own.title(true), own.full());
    let until = figures(years_on(today, 1), "/");
    let text = format!(
        "Nous soussignés, {house}, attestons que {insured}, {} le {born}, est {} auprès de notre société par le contrat désigné ci-dessus, en vigueur à ce jour.",
        own.agree("né", "née"),
        own.agree("assuré", "assurée")
    );
    let mut y = para(d, (x, 290.0), w, &text, &l.body, &[("holder", &insured), ("birth_date", &born)]) + 10.0;
    y = para(
        d,
        (x, y),
        w,
        &format!(
            "Ce contrat garantit {covers}, dans les limites et conditions fixées par les dispositions générales et particulières."
        ),
        &l.body,
        &[],
    ) + 10.0;
    let t = (&l.small, &l.body);
    let risk = lives.line();
    y = cells(
        d,
        [x, y, w, 34.0],
        &[(0.66, "Situation du risque", ("", &risk)), (0.34, "Valable jusqu'au", ("", &until))],
        t,
    );
    y = cells(
        d,
        [x, y, w, 34.0],
        &[
            (0.5, "Dommages corporels", ("", "100 000 000 €")),
            (0.5, "Dommages matériels et immatériels", ("", "6 000 000 €")),
        ],
        t,
    );
    y = para(
        d,
        (x, y + 28.0),
        w,
        "La présente attestation ne peut engager l'assureur au-delà des clauses du contrat auquel elle se réfère. Elle n'implique qu'une présomption de garantie et est délivrée sous réserve du paiement de la cotisation.",
        &l.body,
        &[],
    ) + 12.0;
    let chosen = d.rng.pick(&["à la demande de l'assuré", "auprès du bailleur ou de tout organisme"]);
    y = para(d, (x, y), w, &format!("Fait pour servir et valoir ce que de droit {}.", chosen), &l.body, &[]) + 26.0;
    say(d, (x + 250.0, y), 230.0, "Le directeur général,", &l.body, &[]);
    signed(d, x + 270.0, y + 34.0);
    mid(d, (297.0, 796.0), w, foot, &l.small, &[]);
    mid(d, (297.0, 808.0), w, "Entreprise régie par le code des assurances", &l.small, &[]);
}
