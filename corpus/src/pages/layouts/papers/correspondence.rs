//! Letters of one purpose: formal notices, applications for a post, letters of lawyers.
//!
//! Responsible for their sentences. Not responsible for how they stand on the sheet (see `sheet`), nor for letters of no one
//! purpose, which are drawn by who writes them (see `senders`).

use super::facts::{Someone, dated, day, mark, of, sum};
use super::sheet::{begin, home, mail_of};
use crate::pages::desk::Desk;
use crate::text::{codes, company, street, town, words};

/// What is owed, as the subject has it and as the letter tells it.
const DEBTS: &[(&str, &str)] = &[
    (
        "vos factures demeurées impayées",
        "malgré nos précédentes relances, la facture référencée ci-dessus demeure impayée à ce jour",
    ),
    ("loyers et charges impayés", "vous restez devoir au titre de vos loyers et charges des deux derniers mois"),
    (
        "appels de charges de copropriété",
        "votre compte de copropriétaire présente un solde débiteur, en dépit de nos rappels",
    ),
    (
        "cotisations non réglées",
        "vos cotisations exigibles au titre du dernier trimestre n'ont pas été versées à leur date d'échéance",
    ),
    ("remboursement de votre prêt", "les échéances de votre prêt n'ont pas été honorées aux dates convenues"),
];

pub(super) fn formal_notice(d: &mut Desk<'_, '_>) {
    let when = day(&mut d.rng, 2008, 2026);
    let date = dated(when, &mut d.rng);
    let place = d.rng.choose(words::TOWNS).1;
    let own = Someone::random(&mut d.rng);
    let private = d.rng.chance(0.35);
    let phone = codes::phone(&mut d.rng);
    let mut from = if private {
        home(d, &own)
    } else {
        let office =
            d.rng.pick(&["Service contentieux", "Service recouvrement", "Direction juridique", "Pôle contentieux"]);
        vec![company(&mut d.rng), office.to_owned(), street(&mut d.rng), town(&mut d.rng)]
    };
    let with_phone = d.rng.chance(0.6);
    if with_phone {
        from.push(format!("Tél. : {phone}"));
    }
    let debtor = Someone::random(&mut d.rng);
    let to = if d.rng.chance(0.3) {
        vec![company(&mut d.rng), street(&mut d.rng), town(&mut d.rng)]
    } else {
        vec![format!("{} {}", debtor.title(d.rng.chance(0.5)), debtor.full()), street(&mut d.rng), town(&mut d.rng)]
    };
    let since = d.c.lines.len();
    let (s, mut y) = begin(d, &from, &to, place, &date);
    if with_phone {
        mark(d, since, "phone", &phone);
    }
    let registered = d.rng.pick(&[
        "Lettre recommandée avec accusé de réception",
        "LETTRE RECOMMANDÉE AVEC AVIS DE RÉCEPTION",
        "LRAR",
        "Recommandé avec A.R.",
        "Par lettre recommandée avec demande d'avis de réception",
    ]);
    let registered_number = if d.rng.chance(0.4) {
        format!(" n° 1A {} {} {}", d.rng.digits(3), d.rng.digits(3), d.rng.digits(5))
    } else {
        String::new()
    };
    d.left(s.left, y, &format!("{registered}{registered_number}"), &s.bold);
    y += s.lead * 1.5;
    let (what, told) = d.rng.choose(DEBTS);
    if !private {
        y = s.reference(d, y, "our_reference", &["Nos réf. :", "N/Réf. :", "Nos références :", "Notre référence :"]);
        if d.rng.chance(0.5) {
            y = s.reference(d, y, "your_reference", &["Vos réf. :", "V/Réf. :", "Vos références :"]);
        }
        y += s.lead * 0.4;
    }
    let title =
        d.rng.pick(&["MISE EN DEMEURE", "MISE EN DEMEURE DE PAYER", "DERNIER AVIS AVANT POURSUITES - MISE EN DEMEURE"]);
    let big = super::facts::fitting(d, title, &s.bold.sized(s.body.size * 1.3), s.right - s.left);
    // Either a title, or the subject says it.
    if d.rng.chance(0.4) {
        let middle = d.c.width / 2.0;
        d.centre(middle, y, title, &big);
        y += s.lead * 1.8;
    } else {
        let subject = match d.rng.below(4) {
            0 => "mise en demeure".to_owned(),
            1 => format!("Mise en demeure - {what}"),
            2 => "Mise en demeure de payer".to_owned(),
            _ => "MISE EN DEMEURE AVANT POURSUITES".to_owned(),
        };
        y = s.subject(d, y, &subject);
    }
    y = s.opening(d, y, &["Madame, Monsieur,", "Monsieur,", "Madame,"]);
    let cents = d.rng.log_range(6_000.0, 1_500_000.0) as u64;
    // In running text: a space in it could end a line.
    let amount = format!("{} €", sum(cents).replace(' ', ""));
    let (we, put) = if private { ("je", "vous mets en demeure") } else { ("nous", "vous mettons en demeure") };
    let delay = d.rng.pick(&[
        "sous huitaine",
        "dans un délai de huit jours",
        "dans les quinze jours suivant la réception de la présente",
        "sous quinzaine",
    ]);
    let since = d.c.lines.len();
    let first = format!("Sauf erreur ou omission de notre part, {told}.");
    y = s.paragraph(
        d,
        y,
        &if private { first.replace("de notre part", "de ma part").replace("nos ", "mes ") } else { first },
    );
    let text = match d.rng.below(3) {
        0 => format!("En conséquence, {we} {put} de régler la somme de {amount} {delay}."),
        1 => format!(
            "Par la présente, {we} {put} de procéder, {delay}, au paiement de la somme de {amount}, intérêts et frais en sus."
        ),
        _ => format!(
            "C'est pourquoi {we} {put} d'avoir à payer {delay} la somme de {amount} en principal, au titre de ce qui précède."
        ),
    };
    y = s.paragraph(d, y, &text);
    mark(d, since, "amount", &amount);
    let law = d.rng.pick(&[
        "La présente vaut mise en demeure au sens de l'article 1344 du code civil et fait courir les intérêts au taux légal.",
        "À défaut de règlement dans ce délai, il sera procédé au recouvrement par toutes voies de droit, sans autre avis.",
        "Passé ce délai, le dossier sera transmis à notre huissier pour engager les poursuites judiciaires nécessaires, à vos frais.",
        "À défaut, une action sera introduite devant le tribunal compétent.",
    ]);
    y = s.paragraph(d, y, law);
    let closing = if private {
        "Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées."
    } else {
        "Veuillez agréer, Madame, Monsieur, l'expression de nos salutations distinguées."
    };
    y = s.paragraph(d, y, closing) + s.lead;
    let title = if private {
        ""
    } else {
        d.rng.pick(&["Le service contentieux", "Le responsable du recouvrement", "La direction"])
    };
    s.sign(d, y, title, &own.full());
    if !private {
        crate::pages::layouts::letter::footer(d);
    }
}

/// Posts with what applicants say of themselves.
const POSTS: &[(&str, &str)] = &[
    ("assistant administratif", "la gestion du courrier, l'accueil téléphonique et la tenue de tableaux de bord"),
    ("comptable", "la saisie des écritures, les déclarations de TVA et la préparation du bilan"),
    ("infirmier en service de nuit", "la surveillance des patients et la transmission des consignes à l'équipe"),
    ("chef de chantier", "la conduite d'équipes de dix personnes et le suivi des sous-traitants"),
    ("vendeur", "l'accueil de la clientèle, la mise en rayon et l'encaissement"),
    ("agent d'entretien", "le nettoyage des locaux et la petite maintenance"),
    ("développeur informatique", "la conception d'applications et leur mise en production"),
    ("auxiliaire de vie", "l'accompagnement des personnes âgées dans les gestes de la vie quotidienne"),
];

pub(super) fn application(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1965, 2006);
    let when = day(&mut d.rng, 2010, 2026);
    let date = dated(when, &mut d.rng);
    let place = d.rng.choose(words::TOWNS).1;
    let mut from = home(d, &own);
    let (phone, mail) = (codes::phone(&mut d.rng), mail_of(&own, d));
    let (with_phone, with_mail) = (d.rng.chance(0.8), d.rng.chance(0.8));
    if with_phone {
        from.push(if d.rng.chance(0.6) { format!("Tél. : {phone}") } else { phone.clone() });
    }
    if with_mail {
        from.push(mail.clone());
    }
    let office = d.rng.chance(0.4);
    let first = if office { d.rng.pick(words::OFFICES).to_owned() } else { company(&mut d.rng) };
    let service = d.rng.pick(&[
        "Service des ressources humaines",
        "Direction des ressources humaines",
        "À l'attention du responsable du recrutement",
        "Madame la Directrice",
    ]);
    let to = vec![first, service.to_owned(), street(&mut d.rng), town(&mut d.rng)];
    let since = d.c.lines.len();
    let (s, mut y) = begin(d, &from, &to, place, &date);
    if with_phone {
        mark(d, since, "phone", &phone);
    }
    if with_mail {
        mark(d, since, "email", &mail);
    }
    let (post, work) = d.rng.choose(POSTS);
    let spontaneous = d.rng.chance(0.45);
    if !spontaneous && d.rng.chance(0.4) {
        y = s.reference(d, y, "your_reference", &["Vos réf. :", "V/Réf. :", "Votre référence :"]);
        y += s.lead * 0.4;
    }
    let subject = match (spontaneous, d.rng.below(4)) {
        (true, 0) => "candidature spontanée".to_owned(),
        (true, 1) => "Candidature spontanée".to_owned(),
        (true, 2) => format!("Candidature spontanée au poste {}", of(post)),
        (true, _) => format!("recherche d'emploi - {post}"),
        (false, 0) => format!("candidature au poste {}", of(post)),
        (false, 1) => format!("Réponse à votre annonce - poste {}", of(post)),
        (false, 2) => format!("votre offre d'emploi {}", of(post)),
        (false, _) => format!("Candidature {post}"),
    };
    y = s.subject(d, y, &subject);
    y = s.opening(d, y, &["Madame, Monsieur,", "Monsieur le Directeur,", "Madame la Directrice,", "Madame, Monsieur"]);
    let first = if spontaneous {
        d.rng.pick(&[
            "Votre établissement jouit d'une réputation de sérieux et je souhaiterais mettre mes compétences à votre service.",
            "Actuellement à la recherche d'un emploi, je me permets de vous adresser ma candidature.",
            "Vivement intéressé par votre secteur d'activité, je vous propose ma candidature pour tout poste correspondant à mon profil.",
        ]).to_owned()
    } else {
        match d.rng.below(3) {
            0 => {
                format!(
                    "Suite à votre annonce parue récemment, je vous fais part de mon vif intérêt pour le poste {}.",
                    of(post)
                )
            }
            1 => {
                format!(
                    "C'est avec un grand intérêt que j'ai pris connaissance de votre offre concernant un poste {}.",
                    of(post)
                )
            }
            _ => format!("L'emploi {} que vous proposez correspond en tous points à ce que je recherche.", of(post)),
        }
    };
    y = s.paragraph(d, y, &first);
    let years = d.rng.between(2, 20);
    y = s.paragraph(d, y, &format!("Mon expérience de {years} ans m'a permis d'acquérir de solides connaissances dans {work}. Rigueur, autonomie et sens du contact sont mes principaux atouts."));
    if d.rng.chance(0.6) {
        let wording = d.rng.pick(&[
            "Titulaire d'un diplôme en rapport avec ces fonctions, je suis disponible immédiatement et mobile dans toute la région.",
            "Intégrer votre équipe serait pour moi l'occasion de prendre de nouvelles responsabilités et de m'investir durablement.",
            "Vous trouverez dans le CV ci-joint le détail de mon parcours et de ma formation.",
        ]);
        y = s.paragraph(d, y, wording);
    }
    let wording = d.rng.pick(&[
        "Je me tiens à votre disposition pour un entretien au cours duquel je pourrai vous exposer mes motivations.",
        "Je serais heureux de vous rencontrer afin de vous présenter plus en détail mon parcours.",
        "Dans l'espoir que ma démarche retiendra votre attention, je reste à votre disposition pour une rencontre.",
    ]);
    y = s.paragraph(d, y, wording);
    let closing = d.rng.pick(&[
        "Je vous prie d'agréer, Madame, Monsieur, l'expression de mes salutations distinguées.",
        "Veuillez recevoir, Madame, Monsieur, mes sincères salutations.",
        "Dans l'attente de votre réponse, veuillez agréer, Madame, Monsieur, mes respectueuses salutations.",
    ]);
    y = s.paragraph(d, y, closing) + s.lead;
    s.sign(d, y, "", &own.full());
    if d.rng.chance(0.3) {
        let bottom = d.bottom();
        d.left(s.left, bottom, "P.J. : curriculum vitae", &s.body);
    }
}

pub(super) fn lawyer(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1950, 1995);
    let when = day(&mut d.rng, 2008, 2026);
    let date = dated(when, &mut d.rng);
    let (_, place) = d.rng.choose(words::TOWNS);
    let phone = codes::phone(&mut d.rng);
    let partners = Someone::random(&mut d.rng);
    let head = match d.rng.below(3) {
        0 => format!("Maître {}", own.full()),
        1 => format!("SELARL {} & ASSOCIÉS", own.surname()),
        _ => format!("SCP {} - {}", own.surname(), partners.surname()),
    };
    let bar = match d.rng.below(4) {
        0 => "Avocat à la Cour".to_owned(),
        1 => format!("Avocats au barreau de {place}"),
        2 => format!("Avocat au Barreau de {place}"),
        _ => "Avocats associés".to_owned(),
    };
    let mut from = vec![head, bar, street(&mut d.rng), town(&mut d.rng), format!("Tél. {phone}")];
    if place == "Paris" || d.rng.chance(0.2) {
        from.push(format!("Toque {} {}", d.rng.pick(&["C", "D", "E", "P"]), d.rng.between(12, 1990)));
    }
    let client = Someone::random(&mut d.rng);
    let to = if d.rng.chance(0.3) {
        let other = Someone::random(&mut d.rng);
        vec![format!("Maître {}", other.full()), "Avocat à la Cour".to_owned(), street(&mut d.rng), town(&mut d.rng)]
    } else {
        vec![format!("{} {}", client.title(true), client.full()), street(&mut d.rng), town(&mut d.rng)]
    };
    let since = d.c.lines.len();
    let (s, mut y) = begin(d, &from, &to, place, &date);
    mark(d, since, "phone", &phone);
    let other = Someone::random(&mut d.rng);
    if d.rng.chance(0.7) {
        let case = format!("Affaire : {} c/ {}", client.surname(), other.surname());
        d.left(s.left, y, &case, &s.bold);
        y += s.lead;
    }
    y = s.reference(d, y, "our_reference", &["N/Réf. :", "Nos réf. :", "Notre référence :"]);
    if d.rng.chance(0.4) {
        y = s.reference(d, y, "your_reference", &["V/Réf. :", "Vos réf. :"]);
    }
    y += s.lead * 0.5;
    if d.rng.chance(0.6) {
        let subject = d.rng.pick(&[
            "procédure devant le conseil de prud'hommes",
            "assignation en référé",
            "votre dossier de divorce",
            "expertise judiciaire",
            "conclusions en réponse",
        ]);
        y = s.subject(d, y, subject);
    }
    let colleague = to[0].starts_with("Maître");
    y = if colleague {
        s.opening(d, y, &["Mon cher Confrère,", "Cher Confrère,", "Chère Consœur,"])
    } else {
        s.opening(d, y, &["Cher Monsieur,", "Chère Madame,", "Madame, Monsieur,", "Monsieur,"])
    };
    let matter = [
        format!("J'ai l'honneur de vous informer que l'affaire opposant ma cliente à {} a été renvoyée à l'audience de mise en état du tribunal judiciaire de {place}.", other.full()),
        "Vous voudrez bien trouver sous ce pli copie des conclusions que j'ai signifiées ce jour dans l'intérêt de mon client, ainsi que les pièces visées au bordereau.".to_owned(),
        "Je vous rappelle que cette correspondance est couverte par le secret professionnel et ne saurait être produite en justice.".to_owned(),
        "Je vous remercie de me faire parvenir la provision sur honoraires convenue afin de me permettre de poursuivre la procédure.".to_owned(),
        "La cour d'appel a rendu son arrêt ; je vous en adresserai l'expédition dès que le greffe me l'aura remise.".to_owned(),
    ];
    let first = d.rng.below(3);
    for text in matter.iter().skip(first).take(3) {
        y = s.paragraph(d, y, text);
    }
    let closing = if colleague {
        "Votre bien dévoué Confrère."
    } else {
        "Je vous prie de croire, cher Monsieur, à l'assurance de mes sentiments dévoués."
    };
    y = s.paragraph(d, y, closing) + s.lead;
    s.sign(d, y, "", &own.full());
}
