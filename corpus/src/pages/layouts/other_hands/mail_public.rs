//! Letters of public offices: of the State with a column of references, of town halls, of social funds.

use super::Page;
use super::mail_people::{body, file_number, said};
use super::stationery::{
    C, Citizen, L, R, address, cells, emblem, foot, heavy, kv, letter_day, line, one, phone, place, put, roman,
    slanted, slug, text,
};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, of};
use crate::pages::marks;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[Page::a4("courrier_administration", letter)];

type Matter = (&'static str, &'static [&'static str]);

const STATE: &[Matter] = &[
    (
        "Demande de titre de séjour - pièces complémentaires",
        &[
            "Vous avez déposé une demande auprès de mes services. L'examen de votre dossier fait apparaître qu'il est incomplet.",
            "Je vous invite à m'adresser, dans un délai d'un mois à compter de la réception du présent courrier, les pièces suivantes : un justificatif de domicile de moins de six mois, \
             trois photographies d'identité récentes, vos trois derniers bulletins de salaire.",
            "À défaut de réponse dans ce délai, votre demande sera classée sans suite, conformément à l'article L. 114-5 du code des relations entre le public et l'administration.",
        ],
    ),
    (
        "Déclaration préalable - installation classée",
        &[
            "Par courrier reçu dans mes services, vous m'avez transmis la déclaration relative à l'exploitation d'un dépôt soumis à la rubrique 1532 de la nomenclature.",
            "J'ai l'honneur de vous faire connaître que votre dossier a été jugé complet et régulier. Vous trouverez sous ce pli le récépissé correspondant ainsi que les prescriptions \
             générales applicables à votre établissement.",
            "Mes services (unité départementale) se tiennent à votre disposition pour toute précision.",
        ],
    ),
    (
        "Suite donnée à votre recours gracieux",
        &[
            "Vous avez formé un recours gracieux à l'encontre de la décision portant refus de subvention au titre du fonds pour le développement de la vie associative.",
            "Après un nouvel examen, je suis au regret de vous informer que je ne peux réserver une suite favorable à votre demande, les crédits de l'exercice étant intégralement engagés.",
            "Je vous invite à renouveler votre candidature lors de la prochaine campagne. Vous disposez d'un délai de deux mois pour saisir le tribunal administratif.",
        ],
    ),
];

const TOWN: &[Matter] = &[
    (
        "Inscription scolaire",
        &[
            "Vous avez sollicité l'inscription de votre enfant dans une école de notre commune pour la prochaine rentrée.",
            "J'ai le plaisir de vous informer que la commission a retenu votre demande. Je vous remercie de prendre contact avec la directrice de l'école pour l'admission définitive, muni du \
             livret de famille et du carnet de santé.",
            "Le service périscolaire vous remettra à cette occasion le dossier de restauration et de garderie.",
        ],
    ),
    (
        "Nuisances sonores - terrain multisports",
        &[
            "Votre courrier relatif aux nuisances que vous subissez le soir aux abords du terrain multisports a retenu toute mon attention.",
            "J'ai demandé à la police municipale de renforcer ses passages entre 21 heures et minuit. Par ailleurs, l'éclairage sera désormais coupé à 22 heures.",
            "Je vous remercie de bien vouloir signaler au service tranquillité publique toute nouvelle difficulté.",
        ],
    ),
    (
        "Demande de permis de construire - délai d'instruction",
        &[
            "Vous avez déposé en mairie une demande de permis de construire portant sur l'extension d'une maison individuelle.",
            "Le projet étant situé dans le périmètre de protection d'un monument historique, l'architecte des Bâtiments de France doit être consulté. Le délai d'instruction est en conséquence \
             porté de deux à trois mois.",
            "Si vous ne recevez pas de réponse à l'issue de ce délai, vous serez titulaire d'un permis tacite.",
        ],
    ),
];

const FUND: &[Matter] = &[
    (
        "Vos droits à l'aide au logement",
        &[
            "Nous avons étudié vos droits à partir des informations que vous nous avez communiquées.",
            "Vous avez droit à l'aide personnalisée au logement à compter du premier jour du mois suivant votre entrée dans les lieux. Elle sera versée directement à votre bailleur, qui la \
             déduira de votre loyer.",
            "Pensez à signaler tout changement dans votre situation familiale ou professionnelle sur votre espace personnel : un retard peut entraîner un trop-perçu que vous devriez rembourser.",
        ],
    ),
    (
        "Votre demande de complémentaire santé solidaire",
        &[
            "Nous avons bien reçu votre demande et nous vous en remercions.",
            "Afin de poursuivre son étude, il nous manque votre dernier avis d'impôt ainsi que l'attestation de paiement des indemnités journalières reçues au cours des douze derniers mois.",
            "Vous pouvez nous faire parvenir ces documents par courrier, en joignant la présente lettre, ou les déposer dans l'une de nos agences.",
        ],
    ),
    (
        "Votre relevé de carrière",
        &[
            "Vous nous avez signalé une anomalie sur votre relevé de carrière pour les années au cours desquelles vous avez été apprenti.",
            "Après vérification auprès de votre ancien employeur, quatre trimestres ont été ajoutés à votre compte. Vous trouverez ci-joint un relevé mis à jour.",
            "Votre retraite n'étant pas encore calculée, ces éléments sont donnés à titre provisoire.",
        ],
    ),
];

struct Facts {
    to: Citizen,
    day: Day,
    matter: Matter,
    file: String,
    ours: String,
    tel: String,
    agent: Citizen,
}

fn letter(d: &mut Desk<'_, '_>) {
    let kind = d.rng.below(3);
    let matter = d.rng.choose([STATE, TOWN, FUND][kind]);
    let year = d.rng.between(2011, 2026);
    let letters: String = (0..2).map(|_| d.rng.capital()).collect();
    let ours = match d.rng.below(4) {
        0 => format!("{letters}/{}/{:03}", year, d.rng.between(1, 900)),
        1 => format!("D{}{:05}", year, d.rng.between(1, 40_000)),
        2 => format!("{}-{letters}-{:04}", year % 100, d.rng.between(1, 2000)),
        _ => format!("{letters}{letters}/{}", d.rng.between(100, 9000)),
    };
    let start = one(d, &["01", "03", "04", "05"]);
    let facts = Facts {
        to: Citizen::random(&mut d.rng),
        day: (year, d.rng.between(1, 12), d.rng.between(1, 28)),
        matter,
        file: file_number(d),
        ours,
        tel: phone(&mut d.rng, start),
        agent: Citizen::random(&mut d.rng),
    };
    match kind {
        0 => state(d, &facts),
        1 => town(d, &facts),
        _ => fund(d, &facts),
    }
}

const CLOSINGS: &[&str] = &[
    "Je vous prie d'agréer, Madame, Monsieur, l'expression de ma considération distinguée.",
    "Veuillez agréer, Madame, Monsieur, l'assurance de mes salutations distinguées.",
    "Je vous prie de croire, Madame, Monsieur, à l'assurance de ma parfaite considération.",
];

fn hello(f: &Facts) -> &'static str {
    if f.to.who.sex == 'M' { "Monsieur," } else { "Madame," }
}

fn state(d: &mut Desk<'_, '_>, f: &Facts) {
    let s = d.rng.range(9.8, 10.6);
    let (x0, x1, w) = (58.0, d.c.width - 56.0, d.c.width);
    let (t, small, bold) = (roman(d, s), roman(d, s - 1.6), heavy(d, s));
    let seat = Citizen::random(&mut d.rng);
    emblem(x0, 26.0, 26.0, d);
    let name = match d.rng.below(3) {
        0 => format!("PRÉFECTURE {}", one(d, &["DE L'OISE", "DU CHER", "DE LA DRÔME", "DES LANDES", "DU HAUT-RHIN"])),
        1 => format!("ACADÉMIE {}", capitals(&of(seat.town), true)),
        _ => format!("DIRECTION RÉGIONALE DE L'ENVIRONNEMENT - {}", capitals(seat.town, true)),
    };
    put("sender", (x0, 68.0, 250.0), &name, &heavy(d, s + 1.0), L, d);
    address(
        "",
        (x0, 81.0, 160.0),
        &["Liberté".to_owned(), "Égalité".to_owned(), "Fraternité".to_owned()],
        &slanted(d, s - 1.6),
        d,
    );
    let service = one(
        d,
        &[
            "Direction des relations avec les usagers",
            "Service des procédures",
            "Secrétariat général - Pôle juridique",
            "Bureau du cabinet",
        ],
    );
    put("", (w * 0.5, 60.0, x1 - w * 0.5), service, &bold, R, d);
    let host = slug(seat.town);
    let mail = format!("{}@{host}.gouv.fr", one(d, &["contact", "pref-accueil", "ce.secretariat"]));
    let mut y = 140.0;
    kv(
        "",
        (x0, 0.0, y),
        one(d, &["Affaire suivie par :", "Dossier suivi par :", "Contact :"]),
        &f.agent.name,
        (&small, &small),
        d,
    );
    y += s * 1.3;
    kv("phone", (x0, 0.0, y), one(d, &["Tél. :", "Tél :", "Téléphone :"]), &f.tel, (&small, &small), d);
    y += s * 1.3;
    kv("email", (x0, 0.0, y), one(d, &["Mél :", "Courriel :", "Mél. :"]), &mail, (&small, &small), d);
    y += s * 1.3;
    kv(
        "our_reference",
        (x0, 0.0, y),
        one(d, &["Réf. :", "Nos réf. :", "N/Réf. :", "Référence :"]),
        &f.ours,
        (&small, &small),
        d,
    );
    let date = letter_day(d, f.day);
    let said_at = format!("{}, le {date}", seat.town);
    line((w * 0.54, 140.0), &said_at, &t, &[("date", &date)], d);
    put("", (w * 0.54, 168.0, 180.0), one(d, &["Le préfet", "Le directeur", "La cheffe de service", ""]), &t, L, d);
    put("", (w * 0.54, 181.0, 40.0), "à", &t, L, d);
    address("recipient", (w * 0.54, 197.0, x1 - w * 0.54), &f.to.block(), &t, d);
    let mut y = 276.0;
    let label = one(d, &["Objet :", "OBJET :", "Objet -"]);
    line((x0, y), &format!("{label} {}", f.matter.0), &bold, &[("subject", f.matter.0)], d);
    y += s * 1.5;
    if d.rng.chance(0.6) {
        let theirs = format!(
            "{} {}",
            one(d, &["votre courrier du", "votre demande du"]),
            letter_day(d, super::stationery::later((f.day.0 - 1, 11, 2), 20))
        );
        kv(
            "your_reference",
            (x0, 0.0, y),
            one(d, &["Réf. :", "V/Réf. :", "Vos réf. :"])
                .replace("Réf. :", "Vos réf. :")
                .replace("V/Vos", "Vos")
                .as_str(),
            &theirs,
            (&t, &t),
            d,
        );
        y += s * 1.5;
    }
    let bye = one(d, CLOSINGS);
    y = body((x0, y + s * 1.4, x1 - x0), &said(hello(f), f.matter.1, bye), &t, 26.0, d) + 8.0;
    put(
        "",
        (w * 0.54, y, 200.0),
        one(d, &["Pour le préfet et par délégation,", "Pour le directeur et par délégation,", "Le chef de bureau,"]),
        &t,
        L,
        d,
    );
    marks::signature(d.c, w * 0.6, y + 34.0, 90.0, &mut d.rng);
    put("", (w * 0.54, y + 70.0, 180.0), &f.agent.who.full(), &t, L, d);
    let at = d.c.height - 40.0;
    foot(at, &[seat.home.join(" - "), "Accueil du public du lundi au vendredi de 9 h à 12 h - Toute correspondance doit être adressée de façon impersonnelle".to_owned()], 7.2, &[], d);
}

fn town(d: &mut Desk<'_, '_>, f: &Facts) {
    let s = d.rng.range(10.2, 11.2);
    let (x0, x1, w) = (60.0, d.c.width - 60.0, d.c.width);
    let (t, bold) = (roman(d, s), heavy(d, s));
    let seat = &f.agent;
    emblem(w / 2.0 - 20.0, 24.0, 40.0, d);
    let name = format!("{} {}", one(d, &["MAIRIE", "VILLE", "COMMUNE"]), capitals(&of(seat.town), true));
    put("sender", (x0, 82.0, x1 - x0), &name, &heavy(d, s + 4.0), C, d);
    put(
        "",
        (x0, 97.0, x1 - x0),
        one(
            d,
            &[
                "Secrétariat général", "Cabinet du Maire", "Relations avec les usagers",
                "Direction générale des services",
            ],
        ),
        &slanted(d, s),
        C,
        d,
    );
    d.rule(x0 + 120.0, 106.0, x1 - 120.0, 106.0, 0.6);
    address("recipient", (w * 0.55, 146.0, x1 - w * 0.55), &f.to.block(), &t, d);
    let date = letter_day(d, f.day);
    line(
        (w * 0.55, 216.0),
        &format!("{} {}, le {date}", one(d, &["", "À", "Fait à"]), seat.town),
        &t,
        &[("date", &date)],
        d,
    );
    let mail = format!("mairie@{}.fr", slug(seat.town));
    let mut y = 146.0;
    for (label, field, value) in [
        (one(d, &["N/Réf. :", "Nos réf. :", "Réf. à rappeler :"]), "our_reference", &f.ours),
        (one(d, &["Dossier n°", "N° de dossier :", "Dossier :"]), "file_number", &f.file),
        (one(d, &["Tél. :", "Ligne directe :"]), "phone", &f.tel),
        (one(d, &["Courriel :", "E-mail :", "Mél :"]), "email", &mail),
    ] {
        kv(field, (x0, 0.0, y), label, value, (&roman(d, s - 1.2), &roman(d, s - 1.2)), d);
        y += s * 1.35;
    }
    let mut y = 256.0;
    line((x0, y), &format!("{} {}", one(d, &["Objet :", "OBJET :"]), f.matter.0), &bold, &[("subject", f.matter.0)], d);
    y += s * 2.8;
    let bye = one(d, CLOSINGS);
    y = body((x0, y, x1 - x0), &said(hello(f), f.matter.1, bye), &t, 0.0, d) + 14.0;
    put(
        "",
        (w * 0.56, y, 200.0),
        one(d, &["Le Maire,", "La première adjointe,", "Pour le Maire, l'adjoint délégué,"]),
        &t,
        L,
        d,
    );
    marks::signature(d.c, w * 0.6, y + 36.0, 100.0, &mut d.rng);
    if d.rng.chance(0.5) {
        marks::stamp(d.c, w * 0.45, y + 50.0, &mut d.rng);
    }
    put("", (w * 0.56, y + 74.0, 190.0), &f.agent.who.full(), &t, L, d);
    let at = d.c.height - 38.0;
    foot(
        at,
        &[format!("Hôtel de Ville - {} - {}", seat.home[0], seat.home[1]), format!("www.{}.fr", slug(seat.town))],
        7.6,
        &[],
        d,
    );
}

fn fund(d: &mut Desk<'_, '_>, f: &Facts) {
    let s = d.rng.range(9.6, 10.6);
    let (x0, x1, w) = (46.0, d.c.width - 46.0, d.c.width);
    let (t, small, bold) = (roman(d, s), roman(d, s - 1.4), heavy(d, s));
    let (seat, town) = place(&mut d.rng);
    let name = match d.rng.below(4) {
        0 => format!("CAF {}", of(town)),
        1 => format!("CPAM {}", of(town)),
        2 => format!("MSA {}", one(d, &["Auvergne", "Midi-Pyrénées Sud", "Portes de Bretagne"])),
        _ => "CARSAT Assurance retraite".to_owned(),
    };
    emblem(x0, 28.0, 50.0, d);
    address("sender", (x0 + 62.0, 42.0, 200.0), &[vec![name.clone()], seat.clone()].concat(), &bold, d);
    let (l, right) = (x0, w * 0.5);
    put("", (l, 112.0, 180.0), one(d, &["Pour nous contacter", "Nous contacter", "Vos contacts"]), &bold, L, d);
    kv("phone", (l, 0.0, 126.0), one(d, &["Par téléphone :", "Tél. :", "Nous appeler :"]), &f.tel, (&small, &small), d);
    let mail = format!("contact@{}.fr", slug(&name));
    kv("email", (l, 0.0, 139.0), one(d, &["Par courriel :", "Par mél :", "E-mail :"]), &mail, (&small, &small), d);
    put("", (l, 152.0, 200.0), &format!("Par internet : www.{}.fr", slug(&name)), &small, L, d);
    address(
        "recipient",
        (right, 134.0, x1 - right),
        &f.to.block().iter().map(|h| capitals(h, false)).collect::<Vec<_>>(),
        &roman(d, s + 1.0),
        d,
    );
    let date = letter_day(d, f.day);
    line((right, 206.0), &format!("{} {date}", one(d, &["Le", "Courrier du", "Date :"])), &t, &[("date", &date)], d);
    let u = (x1 - x0) / 2.0;
    let items = [
        (u, one(d, &["N° de dossier", "Numéro de dossier", "Dossier n°"]), "file_number", f.file.as_str()),
        (u, one(d, &["Nos références", "Référence à rappeler", "Notre référence"]), "our_reference", f.ours.as_str()),
    ];
    cells((x0, 222.0, 32.0), &items, s, d);
    let label = one(d, &["Objet :", "Objet", "Objet du courrier :"]);
    line((x0, 286.0), &format!("{label} {}", f.matter.0), &bold, &[("subject", f.matter.0)], d);
    let bye = one(
        d,
        &[
            "Avec toute notre attention, nous vous prions d'agréer nos salutations distinguées.",
            "Nous restons à votre écoute et vous prions de recevoir nos sincères salutations.",
            "Sincères salutations.",
        ],
    );
    let mut y = body((x0, 314.0, x1 - x0), &said(hello(f), f.matter.1, bye), &t, 0.0, d) + 10.0;
    put("", (w * 0.56, y, 200.0), one(d, &["Votre conseiller,", "Le directeur,", "Votre caisse"]), &t, L, d);
    put("", (w * 0.56, y + s * 1.4, 200.0), &f.agent.who.full(), &t, L, d);
    y += 60.0;
    d.c.frame(x0, y, x1, y + 62.0, 0.5);
    text(
        (x0 + 8.0, y + 14.0, x1 - x0 - 16.0),
        "Vous pouvez contester cette décision dans les deux mois qui suivent la réception de ce courrier en saisissant la commission de recours amiable à l'adresse \
        ci-dessus. Les informations vous concernant font l'objet d'un traitement informatisé ; vous disposez d'un droit d'accès et de rectification auprès du délégué à la \
        protection des données de l'organisme.",
        &small,
        true,
        d,
    );
    let at = d.c.height - 34.0;
    foot(at, &[format!("{name} - {} - merci de joindre cette lettre à votre réponse", seat.join(" "))], 7.2, &[], d);
}
