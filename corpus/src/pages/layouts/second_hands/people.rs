//! Letters of private persons and of lawyers.

use super::Page;
use super::mail::{Mail, cabinet, column, footed, signed, typed, window};
use super::trade_kit::*;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Someone, day, of, sum, written};
use crate::rng::Rng;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[Page::a4("courrier_particulier", person), Page::a4("courrier_avocat", lawyer)];

/// Whom to, subject, paragraphs, closing.
type Theme = (&'static [&'static str], &'static str, &'static [&'static str]);

const PRIVATE: &[Theme] = &[
    (
        &["MAIF", "Service sinistres"],
        "Dégât des eaux du {d}",
        &[
            "Le {d}, une infiltration provenant de la toiture de l'immeuble voisin a endommagé le plafond et une partie du papier peint de ma chambre. Je vous en ai informés par téléphone dès le lendemain.",
            "L'expert que vous avez mandaté est passé il y a plus de trois semaines, mais je n'ai reçu à ce jour ni son rapport ni aucune proposition d'indemnisation. Or l'humidité gagne du terrain et je ne peux entreprendre les travaux sans votre accord.",
            "Je vous joins deux devis établis par des artisans de la région ainsi que les photographies prises le jour du sinistre. Je vous serais reconnaissant de bien vouloir me faire connaître rapidement la suite que vous entendez donner à ce dossier.",
        ],
    ),
    (
        &["Mairie", "Service de l'urbanisme"],
        "Demande de raccordement au tout-à-l'égout",
        &[
            "J'ai pris connaissance du projet d'extension du réseau d'assainissement au hameau où se trouve ma maison, présenté lors de la réunion publique du {d}.",
            "Ma fosse septique, ancienne, devra être remplacée prochainement. Avant d'engager cette dépense, je souhaiterais savoir si ma parcelle, cadastrée section B n° 412, sera desservie, à quelle date approximative et quelle participation me sera demandée.",
            "Je vous serais également obligé de m'indiquer si une aide de l'agence de l'eau peut être accordée aux particuliers et quelles pièces il convient de fournir. Je me tiens à votre disposition pour une visite sur place, de préférence le matin.",
        ],
    ),
    (
        &["SFR", "Service résiliation"],
        "Résiliation de mon abonnement Internet",
        &[
            "Titulaire d'un abonnement souscrit auprès de votre société, je vous informe par la présente de ma décision de le résilier, à compter de la réception de ce courrier et conformément aux conditions générales.",
            "Cette résiliation fait suite à un déménagement vers un lieu où vos services ne sont pas disponibles, ce que m'a confirmé votre conseiller le {d}. Ce motif légitime m'exonère des frais prévus en cas de départ anticipé.",
            "Je vous remercie de m'adresser la facture de clôture, de cesser tout prélèvement au-delà et de m'indiquer comment restituer le matériel. Je vous demande aussi de procéder au remboursement du dépôt de garantie de 49 euros versé à l'ouverture de la ligne.",
        ],
    ),
    (
        &["Collège des Gorges", "Madame la Principale"],
        "Absence de mon fils du {d}",
        &[
            "Je me permets de vous écrire au sujet de l'absence de mon fils Théo, élève de 4e B, le {d}, qui lui a valu un avertissement.",
            "Ce jour-là, le car du ramassage scolaire n'est pas passé à l'arrêt en raison du verglas. J'avais prévenu la vie scolaire par téléphone dès huit heures dix ; il semble que le message n'ait pas été transmis au professeur principal.",
            "Je vous saurais gré de bien vouloir retirer cet avertissement de son dossier. Vous trouverez ci-joint l'attestation que m'a remise le transporteur.",
        ],
    ),
    (
        &["Caisse de retraite Carsat", "Service carrières"],
        "Régularisation de mon relevé de carrière",
        &[
            "En consultant mon relevé de carrière, j'ai constaté que les années 1983 et 1984 n'y figuraient pas, alors que je travaillais durant cette période comme apprenti chez un boulanger aujourd'hui décédé.",
            "J'ai retrouvé mes bulletins de paie, dont je vous adresse la copie, ainsi que le contrat d'apprentissage enregistré le {d} à la chambre de métiers. Ces pièces établissent que des cotisations ont bien été retenues.",
            "Je vous prie de bien vouloir rétablir ces trimestres et de m'envoyer un relevé rectifié. Souhaitant cesser mon activité l'an prochain, je vous remercie par avance de l'attention que vous porterez à ma demande.",
        ],
    ),
];

fn fill(text: &str, date: &str) -> String {
    text.replace("{d}", date)
}

fn mobile(k: &mut Rng) -> String {
    codes::grouped(&format!("0{}{}", k.choose(&["6", "7"]), k.digits(8)), &[2])
}

fn person(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let home = Home::random(&mut k);
    let office = Place::random(&mut k);
    let theme = k.choose(PRIVATE);
    let issued = day(&mut k, 2004, 2025);
    let before = written(issued);
    let sent = later(issued, k.between(20, 60));
    let mut to: Vec<String> = theme.0.iter().map(|l| (*l).to_owned()).collect();
    if theme.0[0] == "Mairie" {
        to[0] = format!("Mairie {}", of(home.place.town));
    }
    to.push(street(&mut k));
    to.push(if theme.0[0] == "Mairie" { home.place.line(false) } else { office.line(true) });
    let (subject, woman) = (fill(theme.1, &before), home.who.sex == 'F');
    let body = theme.2.iter().map(|t| {
        if woman {
            fill(t, &before)
                .replace("reconnaissant de", "reconnaissante de")
                .replace("obligé de", "obligée de")
                .replace("comme apprenti ", "comme apprentie ")
        } else {
            fill(t, &before)
        }
    });
    let head = if theme.2[0].starts_with("Titulaire") {
        vec![format!(
            "Je {}, {}, vous écris au sujet de mon contrat.",
            home.who.agree("soussigné", "soussignée"),
            home.who.full()
        )]
    } else {
        Vec::new()
    };
    let registered = k.chance(0.35);
    let m = Mail {
        sender: vec![
            if k.chance(0.5) { home.called(0) } else { home.who.full() },
            home.street.clone(),
            home.place.line(false),
        ],
        phone: if k.chance(0.8) { mobile(&mut k) } else { String::new() },
        email: if k.chance(0.6) {
            format!(
                "{}.{}@{}",
                slug(&home.who.firsts[0]),
                slug(&home.who.last),
                k.pick(&["laposte.net", "orange.fr", "free.fr", "hotmail.fr"])
            )
        } else {
            String::new()
        },
        to,
        yours: if k.chance(0.5) { format!("{}{}", k.pick(&["", "S/", "CL "]), k.digits(7)) } else { String::new() },
        file: if k.chance(0.3) { k.digits(8) } else { String::new() },
        place: home.place.town.to_owned(),
        date: say(k.choose(&[0, 4, 4]), sent),
        sending: if registered {
            k.pick(&["Lettre recommandée avec accusé de réception", "Recommandé A.R. n° 1A 143 552 8907 3"]).to_owned()
        } else {
            String::new()
        },
        subject,
        hello: k.pick(&["Madame, Monsieur,", "Monsieur,", "Madame,"]).to_owned(),
        body: head.into_iter().chain(body).collect(),
        closing: k
            .pick(&[
                "Dans l'attente de votre réponse, je vous prie d'agréer mes salutations distinguées.",
                "Veuillez agréer l'expression de mes sentiments distingués.",
                "Avec mes remerciements anticipés, recevez mes meilleures salutations.",
            ])
            .to_owned(),
        signer: vec![home.who.full()],
        notes: if k.chance(0.5) { vec!["P.J. : copies des pièces mentionnées".to_owned()] } else { Vec::new() },
        ..Mail::default()
    };
    match d.rng.below(3) {
        0 => typed(d, &m),
        1 => signed(d, &m),
        _ => window(d, &m),
    }
}

const CASES: &[(&str, &[&str])] = &[
    (
        "bornage de propriété",
        &[
            "Je fais suite à notre rendez-vous à mon cabinet et vous confirme avoir pris connaissance de l'ensemble des pièces que vous m'avez confiées.",
            "L'acte de 1956 ne comporte aucune indication de contenance précise et le procès-verbal de bornage amiable produit par la partie adverse n'est pas signé de votre auteur : il ne vous est donc pas opposable. J'ai adressé à mon confrère une proposition de bornage amiable à frais partagés, à laquelle il doit répondre sous quinzaine.",
            "À défaut d'accord, je saisirai le tribunal judiciaire aux fins de désignation d'un géomètre-expert. Je vous remercie de me faire parvenir dans l'intervalle l'original du plan et l'attestation de votre voisin, ainsi que la provision mentionnée dans notre convention d'honoraires.",
        ],
    ),
    (
        "licenciement - conseil de prud'hommes",
        &[
            "Je vous prie de trouver ci-joint copie des conclusions en réponse que vient de me notifier mon contradicteur en vue de l'audience de départage.",
            "Vous constaterez que l'employeur persiste à soutenir que la réorganisation invoquée était nécessaire à la sauvegarde de la compétitivité, sans produire le moindre élément comptable. Je me propose de répliquer sur ce point et de solliciter la communication des bilans des trois derniers exercices.",
            "Je vous saurais gré de me faire part de vos observations, ligne par ligne, au plus tard huit jours avant la date de clôture. Votre présence à l'audience, sans être obligatoire, me paraît souhaitable.",
        ],
    ),
    (
        "succession et partage",
        &[
            "J'interviens en qualité de conseil de plusieurs héritiers dans l'affaire visée en référence et vous remercie de bien vouloir désormais m'adresser toute correspondance.",
            "Mes clients contestent l'évaluation de l'immeuble retenue dans le projet de partage, inférieure d'un tiers aux ventes comparables du secteur. Ils sollicitent, avant toute signature, qu'une estimation contradictoire soit réalisée par un expert choisi d'un commun accord.",
            "Ils demandent en outre que les loyers perçus depuis le décès soient rapportés à la masse. À défaut de réponse favorable dans le délai d'un mois, j'ai reçu instruction d'assigner en partage judiciaire. La présente a un caractère officiel au sens de l'article 3 du règlement intérieur national.",
        ],
    ),
    (
        "accident de la circulation - indemnisation",
        &[
            "Le rapport définitif du médecin expert m'est parvenu et je vous en adresse copie. Les conclusions retiennent un déficit fonctionnel permanent de huit pour cent et des souffrances évaluées à trois sur sept.",
            "L'assureur dispose de cinq mois à compter de la consolidation pour présenter une offre. Celle qu'il a formulée à titre provisionnel est insuffisante, notamment au titre de l'incidence professionnelle et de l'assistance par tierce personne.",
            "Je vous invite à rassembler vos avis d'imposition des trois dernières années, les attestations de votre employeur et les factures restées à votre charge. Nous pourrons faire le point lors d'un rendez-vous dont je vous laisse le soin de convenir avec mon secrétariat.",
        ],
    ),
];

fn lawyer(d: &mut Desk<'_, '_>) {
    let mut k = d.rng.fork();
    let place = Place::random(&mut k);
    let (me, client, other) = (Someone::random(&mut k), Home::random(&mut k), Someone::random(&mut k));
    let (case, body) = k.choose(CASES);
    let bar = place.seat;
    let name = match k.below(4) {
        0 => format!("Cabinet {} & Associés", me.last),
        1 => format!("SELARL {} - {}", capitals(&me.last, true), capitals(&other.last, true)),
        2 => format!("Maître {}", me.full()),
        _ => format!("SCP d'avocats {} et {}", me.last, Someone::random(&mut k).last),
    };
    let year = k.between(2009, 2025);
    let file = format!("{:02}{:04}", year % 100, k.between(1, 900));
    let (us, them) = (client.who.surname(), other.surname());
    let ours = match k.below(3) {
        0 => format!("{us} / {them}"),
        1 => format!("{us} c/ {them}"),
        _ => format!(
            "{}{}/{}",
            me.firsts[0].chars().next().unwrap_or('A'),
            me.last.chars().next().unwrap_or('B'),
            k.pick(&["MC", "SL", "VD"])
        ),
    };
    let mut foot = vec![format!(
        "Membre d'une association agréée, le règlement des honoraires par chèque est accepté - SIRET {}",
        codes::siret(&codes::siren(&mut k), &mut k)
    )];
    foot.push(
        k.pick(&[
            "Reçoit sur rendez-vous - Palais, case n° 47",
            "Toque 218 - Postulation devant toutes les juridictions du ressort de la cour",
        ])
        .to_owned(),
    );
    let m = Mail {
        sender: vec![name, street(&mut k), place.line(false)],
        below: vec![
            k.choose(&[format!("Avocats au barreau {}", of(bar)), format!("Avocat à la cour - Barreau {}", of(bar))]),
        ],
        phone: place.phone(&mut k),
        email: format!("{}@{}-avocats.fr", k.pick(&["cabinet", "contact", "secretariat"]), slug(&me.last)),
        to: client.lines(k.below(2)),
        ours,
        yours: if k.chance(0.4) { codes::grouped(&k.digits(6), &[3]) } else { String::new() },
        file,
        place: bar.to_owned(),
        date: say(k.choose(&[0, 4, 4]), day(&mut k, year, year)),
        sending: k
            .pick(&["Par lettre simple et par courriel", "", "LETTRE OFFICIELLE", "Lettre recommandée avec A.R."])
            .to_owned(),
        subject: k.choose(&[format!("{us} / {them} - {case}"), format!("Affaire {us} contre {them} - {case}")]),
        hello: k.choose(&[
            format!("{},", client.who.title(true)),
            format!("{} {},", if client.who.sex == 'M' { "Cher Monsieur" } else { "Chère Madame" }, "")
                .replace(" ,", ","),
        ]),
        body: body.iter().map(|t| (*t).to_owned()).collect(),
        closing: k
            .pick(&[
                "Je demeure à votre disposition et vous prie de croire à l'assurance de mes sentiments dévoués.",
                "Votre bien dévoué,",
                "Je vous prie d'agréer l'expression de ma considération distinguée.",
            ])
            .to_owned(),
        signer: vec![k.pick(&["Avocat au barreau", "Avocat associé"]).to_owned(), me.full()],
        notes: if k.chance(0.6) { vec!["P.J. ment.".to_owned()] } else { Vec::new() },
        foot,
        ..Mail::default()
    };
    let mut partners = Vec::new();
    for (special, _) in [("Droit de la famille", 0), ("Droit du travail", 0), ("Droit immobilier", 0)] {
        let who = Someone::random(&mut k);
        partners.extend([who.full(), "Avocat".to_owned(), special.to_owned()]);
    }
    match d.rng.below(4) {
        0 => cabinet(d, &m, &partners),
        1 => cabinet(d, &m, &[]),
        2 => column(d, &m),
        _ => footed(d, &m),
    }
}

/// A sum in the words of a letter.
pub(super) fn euros(cents: u64) -> String {
    format!("{} €", sum(cents))
}
