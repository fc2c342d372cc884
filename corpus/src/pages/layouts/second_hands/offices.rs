//! Letters of public offices and of firms, insurers, banks, associations.

use super::Page;
use super::mail::{Mail, column, footed, window};
use super::trade_kit::*;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, of, written};
use crate::rng::Rng;
use crate::text::codes;

pub(super) const PAGES: &[Page] = &[Page::a4("courrier_administration", office), Page::a4("courrier_entreprise", firm)];

/// Sender, its service, its host on the net, subject, paragraphs, who signs.
pub(super) type Theme = (&'static str, &'static str, &'static str, &'static str, &'static [&'static str], &'static str);

const OFFICES: &[Theme] = &[
    (
        "MSA {s}",
        "Service prestations familiales",
        "msa.fr",
        "Votre demande de prime d'activité",
        &[
            "Vous avez déposé une demande de prime d'activité, enregistrée par nos services le {d}.",
            "L'examen de votre dossier fait apparaître qu'il manque les justificatifs de vos revenus non salariés du dernier trimestre ainsi que l'attestation de votre situation au regard du logement. Ces documents doivent nous parvenir dans le délai d'un mois, faute de quoi votre demande sera classée sans suite.",
            "Vous pouvez les déposer dans « Mon espace privé », rubrique « Mes documents », ou nous les adresser par courrier en rappelant les références ci-dessus. Nos conseillers vous accueillent également sur rendez-vous dans l'agence la plus proche de votre domicile.",
        ],
        "Le responsable du service prestations",
    ),
    (
        "Préfecture {p}",
        "Bureau des droits à conduire",
        "{h}.gouv.fr",
        "Restitution de points - stage de sensibilisation",
        &[
            "Par courrier reçu le {d}, vous avez sollicité des précisions sur la reconstitution de points de votre permis de conduire à la suite d'un stage de sensibilisation à la sécurité routière.",
            "Je vous informe que l'attestation transmise par l'organisme agréé a été enregistrée. Quatre points ont été recrédités le lendemain de la dernière journée du stage, dans la limite du plafond de douze points. Un nouveau stage ne pourra être pris en compte qu'après un délai d'un an.",
            "Le solde de vos points est consultable à tout moment sur le site « Mes points permis ». La présente réponse ne constitue pas une décision susceptible de recours.",
        ],
        "Pour le préfet, le chef de bureau",
    ),
    (
        "Communauté de communes {t}",
        "Service déchets ménagers",
        "cc-{h}.fr",
        "Passage à la redevance incitative",
        &[
            "Le conseil communautaire a décidé, par délibération du {d}, de remplacer la taxe d'enlèvement des ordures ménagères par une redevance incitative tenant compte du nombre de levées de votre bac.",
            "Un agent se présentera prochainement à votre domicile pour vous remettre un bac équipé d'une puce et un badge d'accès à la déchetterie. Il vous demandera le nombre d'occupants du foyer. Une première facture, à blanc, vous sera adressée au cours de l'année afin que vous puissiez vous familiariser avec le dispositif.",
            "Si vous êtes absent lors du passage, un avis vous indiquera comment convenir d'un rendez-vous. Un guide du tri est joint au présent courrier.",
        ],
        "Le vice-président délégué à l'environnement",
    ),
    (
        "Rectorat - DSDEN {p}",
        "Division des élèves",
        "ac-academie.fr",
        "Inscription en classe de seconde - affectation",
        &[
            "Vous avez demandé, par courrier du {d}, que votre enfant soit affecté dans un établissement hors de votre secteur.",
            "Après examen en commission, j'ai le regret de vous faire connaître que votre demande ne peut être satisfaite, la capacité d'accueil de l'établissement demandé étant atteinte après affectation des élèves du secteur. Votre enfant reste affecté dans son lycée de secteur, auprès duquel il convient de procéder à l'inscription avant le début du mois de juillet.",
            "Cette décision peut être contestée par un recours gracieux auprès de mes services ou par un recours contentieux devant le tribunal administratif dans un délai de deux mois.",
        ],
        "L'inspectrice d'académie",
    ),
    (
        "Agence régionale de santé",
        "Délégation départementale {p}",
        "ars.sante.fr",
        "Contrôle de l'eau de votre captage privé",
        &[
            "Lors du contrôle sanitaire effectué le {d} sur le captage qui alimente votre gîte, un dépassement des limites de qualité a été constaté pour les paramètres bactériologiques.",
            "Je vous demande en conséquence de suspendre l'usage de cette eau pour la boisson et la préparation des aliments, d'en informer vos hôtes par affichage et de procéder au nettoyage et à la désinfection des installations. Une nouvelle analyse, à votre charge, devra m'être transmise dans un délai de quinze jours.",
            "Un technicien sanitaire de la délégation peut vous conseiller sur les moyens de traitement. Vous voudrez bien me rendre compte des mesures prises.",
        ],
        "L'ingénieur d'études sanitaires",
    ),
    (
        "Caisse primaire d'assurance maladie {p}",
        "Service risques professionnels",
        "assurance-maladie.fr",
        "Reconnaissance du caractère professionnel de votre accident",
        &[
            "Nous avons reçu la déclaration de l'accident dont vous avez été victime le {d}, accompagnée du certificat médical initial.",
            "Des investigations étant nécessaires, vous êtes invité à compléter un questionnaire sous vingt jours, à l'adresse indiquée ci-dessous. À l'issue, vous disposerez de dix jours pour consulter les pièces du dossier et formuler vos observations ; notre décision interviendra au plus tard dans les quatre-vingt-dix jours.",
            "Dans l'intervalle, vos soins sont pris en charge aux conditions habituelles. Nous vous rappelons que vos arrêts de travail doivent nous être adressés sous quarante-huit heures.",
        ],
        "Votre correspondant de l'assurance maladie",
    ),
];

const FIRMS: &[Theme] = &[
    (
        "Mutuelle des Pays de Loire",
        "Service adhésions",
        "mpl-mutuelle.fr",
        "Évolution de votre cotisation au 1er janvier",
        &[
            "Comme chaque année, vous trouverez avec ce courrier votre nouvel échéancier. L'assemblée générale réunie le {d} a approuvé une évolution moyenne des cotisations de 3,9 %, liée à la hausse des dépenses d'hospitalisation et au vieillissement de la population protégée.",
            "Vos garanties demeurent inchangées. Le réseau d'opticiens partenaires est étendu à votre département, sans avance de frais. Si vous le souhaitez, un conseiller peut étudier avec vous une formule plus adaptée à vos besoins.",
            "Vous n'avez aucune démarche à effectuer : le prélèvement sera automatiquement ajusté. Votre carte de tiers payant vous parviendra séparément dans la deuxième quinzaine de décembre.",
        ],
        "La directrice de la relation adhérents",
    ),
    (
        "Groupama d'Oc",
        "Gestion des contrats",
        "groupama-oc.fr",
        "Votre déclaration de sinistre - désignation d'un expert",
        &[
            "Nous accusons réception de votre déclaration du {d} relative aux dommages causés par la grêle à votre toiture et à votre véhicule.",
            "Afin d'évaluer le montant des dommages, nous avons missionné le cabinet Texa, qui prendra contact avec vous sous huit jours. Nous vous prions de conserver les éléments endommagés et de tenir à la disposition de l'expert les factures d'achat ou d'entretien. Une franchise de 380 euros restera à votre charge.",
            "Vous pouvez d'ores et déjà faire procéder aux mesures conservatoires indispensables (bâchage), dont nous vous rembourserons le coût sur justificatif.",
        ],
        "Le gestionnaire sinistres",
    ),
    (
        "Les Vignerons de Gaillac",
        "Service clients",
        "vignerons-gaillac.fr",
        "Votre réclamation du {d}",
        &[
            "Votre lettre du {d}, par laquelle vous nous signaliez que plusieurs bouteilles de votre dernière commande présentaient un défaut de bouchage, a retenu toute notre attention.",
            "Nous sommes sincèrement désolés de ce désagrément. Après vérification, il apparaît qu'un lot de bouchons a été mal dimensionné par notre fournisseur. Nous vous faisons parvenir sans frais six bouteilles du même millésime, que vous recevrez par transporteur dans la semaine.",
            "Nous espérons que ce geste vous permettra de retrouver toute la qualité de nos vins, et vous invitons à nos portes ouvertes du printemps, où notre maître de chai se fera un plaisir de vous recevoir.",
        ],
        "Le responsable commercial",
    ),
    (
        "Crédit Coopératif",
        "Agence entreprises et associations",
        "credit-cooperatif.coop",
        "Renouvellement de votre autorisation de découvert",
        &[
            "L'autorisation de découvert de 5 000 euros consentie à votre association par convention du {d} arrive à échéance dans deux mois.",
            "Afin d'étudier son renouvellement, nous vous saurions gré de nous transmettre les comptes annuels approuvés, le rapport d'activité, le budget prévisionnel et les notifications de subventions de l'exercice en cours. Un échange avec votre trésorier pourra utilement être organisé à l'agence.",
            "Sans réponse de votre part, l'autorisation prendra fin de plein droit au terme convenu et votre compte devra fonctionner en position créditrice.",
        ],
        "Votre chargée de clientèle",
    ),
    (
        "Amicale laïque et sportive",
        "Section gymnastique",
        "amicale-laique.org",
        "Reprise des cours et nouveaux horaires",
        &[
            "Le comité directeur, réuni le {d}, a arrêté l'organisation de la prochaine saison. Les cours reprendront la deuxième semaine de septembre au gymnase municipal, dont les travaux de chauffage sont achevés.",
            "Les horaires du mercredi sont avancés d'une demi-heure afin de permettre aux plus jeunes d'emprunter le car. La cotisation annuelle est maintenue à 96 euros, licence et assurance comprises ; les coupons sport et chèques vacances sont acceptés.",
            "Le certificat médical, valable trois ans, est à remettre lors de la première séance avec la fiche ci-jointe. Nous recherchons toujours des bénévoles pour encadrer les déplacements : n'hésitez pas à nous rejoindre.",
        ],
        "La présidente de section",
    ),
    (
        "Cabinet Vial - Expertise comptable",
        "Pôle agricole",
        "cabinet-vial.fr",
        "Clôture de votre exercice comptable",
        &[
            "Votre exercice étant clos depuis le {d}, nous préparons l'établissement de vos comptes annuels et de votre déclaration de résultat.",
            "Nous vous remercions de nous adresser, classés par mois, vos relevés bancaires, factures d'achats et de ventes, l'inventaire des stocks et des animaux ainsi que le tableau des emprunts remis par votre banque. Une liste détaillée figure au verso.",
            "Pour respecter les délais de dépôt, ces pièces doivent nous parvenir avant la fin du mois. Notre collaborateur peut se déplacer à l'exploitation ; il suffit d'en convenir avec le secrétariat.",
        ],
        "Le chef de mission",
    ),
];

fn filled(text: &str, date: &str, place: &Place) -> String {
    text.replace("{d}", date)
        .replace("{s}", place.seat)
        .replace("{p}", place.dept)
        .replace("{t}", &of(place.town))
        .replace("{h}", &slug(place.seat))
}

/// A reference as this kind of sender makes it up.
fn reference(k: &mut Rng) -> String {
    match k.below(5) {
        0 => format!("{}{}/{}{}/{:03}", k.capital(), k.capital(), k.capital(), k.capital(), k.between(1, 900)),
        1 => format!("{}-{}", k.digits(3), k.digits(5)),
        2 => format!("{}{}{}", k.digits(3), k.capital(), k.digits(6)),
        3 => format!("{}.{}.{}", k.digits(2), k.digits(3), k.digits(2)),
        _ => format!("{}{}{}", k.capital(), k.capital(), k.digits(7)),
    }
}

/// What letters of offices and firms have in common.
pub(super) fn written_by(theme: &Theme, k: &mut Rng) -> (Mail, Home) {
    let home = Home::random(k);
    let place = Place { town: home.place.town, ..home.place };
    let before = day(k, 2008, 2025);
    let sent = later(before, k.between(9, 50));
    let name = filled(theme.0, "", &place);
    let woman = ["La ", "Votre chargée", "L'inspectrice"].iter().any(|head| theme.5.starts_with(head));
    let by = one_of(if woman { 'F' } else { 'M' }, k);
    let theirs = codes::grouped(&k.digits(8), &[4]);
    let m = Mail {
        sender: vec![name, street(k), place.line(true)],
        below: vec![filled(theme.1, "", &place)],
        phone: place.phone(k),
        email: format!(
            "{}@{}",
            k.pick(&["contact", "accueil", "courrier", "service.usagers"]),
            filled(theme.2, "", &place)
        ),
        to: home.lines(k.below(3)),
        ours: reference(k),
        yours: if k.chance(0.4) {
            k.choose(&[format!("votre lettre du {}", say(0, before)), theirs.clone()])
        } else {
            String::new()
        },
        file: if k.chance(0.5) { reference(k) } else { String::new() },
        by: if k.chance(0.6) { format!("{} {}", by.title(false), by.full()) } else { String::new() },
        place: place.seat.to_owned(),
        date: say(k.choose(&[0, 3, 4, 4]), sent),
        subject: filled(theme.3, &say(0, before), &place),
        hello: format!("{},", home.who.title(true)),
        body: theme
            .4
            .iter()
            .map(|t| {
                filled(t, &written(before), &place)
                    .replace("vous êtes invité à", home.who.agree("vous êtes invité à", "vous êtes invitée à"))
                    .replace("vous êtes absent ", home.who.agree("vous êtes absent ", "vous êtes absente "))
            })
            .collect(),
        closing: format!(
            "Je vous prie d'agréer, {}, l'expression de {}.",
            home.who.title(true),
            k.pick(&["ma considération distinguée", "mes salutations distinguées", "mes sentiments les meilleurs"])
        ),
        signer: vec![theme.5.to_owned(), by.full()],
        notes: if k.chance(0.4) {
            vec![k.pick(&["P.J. : 1", "Pièce jointe : notice d'information", "Copie : dossier"]).to_owned()]
        } else {
            Vec::new()
        },
        emblem: true,
        ..Mail::default()
    };
    (m, home)
}

fn office(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let theme = k.choose(OFFICES);
    let (mut m, home) = written_by(&theme, &mut k);
    m.foot = vec![
        format!("Accueil du public : {} - {}", k.pick(&["du lundi au vendredi, 8 h 30 - 12 h et 13 h 30 - 16 h 30", "sur rendez-vous uniquement", "lundi, mardi et jeudi matin"]), home.place.seat),
        "Les informations recueillies font l'objet d'un traitement informatique ; vous disposez d'un droit d'accès et de rectification.".to_owned(),
    ];
    match d.rng.below(3) {
        0 => column(d, &m),
        1 => window(d, &m),
        _ => footed(d, &m),
    }
}

fn firm(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let theme = k.choose(FIRMS);
    let (mut m, home) = written_by(&theme, &mut k);
    let siren = codes::siren(&mut k);
    m.foot = vec![if theme.0.starts_with("Amicale") {
        format!("Association loi 1901 déclarée à la préfecture {} - affiliée à l'UFOLEP", home.place.dept)
    } else {
        format!(
            "{} - RCS {} {} - {}",
            m.sender[0],
            home.place.seat,
            codes::grouped(&siren, &[3]),
            m.sender[1..].join(" - ")
        )
    }];
    if m.foot[0].len() < 110 && !theme.0.starts_with("Amicale") {
        m.foot.push(
            "Médiation de la consommation : coordonnées disponibles sur simple demande ou sur notre site Internet."
                .to_owned(),
        );
    }
    match d.rng.below(3) {
        0 => window(d, &m),
        1 => footed(d, &m),
        _ => column(d, &m),
    }
}
