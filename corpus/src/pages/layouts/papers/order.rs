//! Orders of mayors and of prefects: what they are founded on, what they consider, what they order, article by article.

use super::facts::{Someone, day, figures, line_with, of, written};
use crate::pages::compose::{Align, Manner, SetField};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, words};

/// Subject as after "portant", reasons and articles that go with it.
const MATTERS: &[(&str, &str, [&str; 3])] = &[
    (
        "réglementation temporaire de la circulation et du stationnement",
        "qu'en raison de travaux de réfection de la chaussée, il y a lieu de réglementer temporairement la circulation",
        [
            "La circulation de tous les véhicules sera interdite au droit du chantier pendant la durée des travaux.",
            "Une déviation sera mise en place par les voies adjacentes. La signalisation sera posée par l'entreprise.",
            "Le stationnement sera interdit et considéré comme gênant au sens de l'article R. 417-10 du code de la route.",
        ],
    ),
    (
        "autorisation d'occupation temporaire du domaine public",
        "la demande présentée en vue d'installer un échafaudage sur le domaine public communal",
        [
            "Le pétitionnaire est autorisé à occuper le domaine public aux fins énoncées dans sa demande.",
            "Le permissionnaire veillera à maintenir un passage libre d'un mètre quarante pour les piétons.",
            "La présente autorisation est délivrée à titre précaire et révocable.",
        ],
    ),
    (
        "interdiction de la consommation d'alcool sur la voie publique",
        "qu'il appartient à l'autorité de police de prévenir les troubles à l'ordre et à la tranquillité publics",
        [
            "La consommation de boissons alcoolisées est interdite sur le domaine public dans le périmètre du centre-ville.",
            "Cette interdiction ne s'applique pas aux terrasses des établissements autorisés.",
            "Les infractions au présent arrêté seront constatées et poursuivies conformément aux lois.",
        ],
    ),
    (
        "délégation de signature",
        "qu'il convient d'assurer la continuité du service",
        [
            "Délégation de signature est donnée à la directrice générale des services pour les actes énumérés ci-après.",
            "La présente délégation prend effet à compter de sa publication au recueil des actes administratifs.",
            "L'arrêté précédent ayant le même objet est abrogé.",
        ],
    ),
    (
        "limitation provisoire des usages de l'eau",
        "la situation hydrologique et la nécessité de préserver la ressource en eau",
        [
            "Les usages de l'eau sont limités provisoirement dans les communes figurant en annexe.",
            "L'arrosage des pelouses et le lavage des véhicules sont interdits entre huit heures et vingt heures.",
            "Tout contrevenant s'expose à la peine d'amende prévue pour les contraventions de cinquième classe.",
        ],
    ),
];

const BASES: &[&str] = &[
    "Vu le code général des collectivités territoriales, notamment ses articles L. 2212-1 et suivants ;",
    "Vu le code de la route et notamment ses articles R. 411-8 et R. 411-25 ;",
    "Vu le code de la voirie routière ;",
    "Vu la loi n° 82-213 du 2 mars 1982 relative aux droits et libertés des communes ;",
    "Vu l'instruction interministérielle sur la signalisation routière ;",
    "Vu le décret n° 2004-374 du 29 avril 2004 modifié ;",
    "Vu l'arrêté du 24 novembre 1967 relatif à la signalisation des routes ;",
    "Vu la demande en date du 3 courant de l'entreprise chargée des travaux ;",
    "Vu le code de l'environnement, notamment son article L. 211-3 ;",
    "Vu l'avis favorable du service compétent ;",
];

pub(super) fn order(d: &mut Desk<'_, '_>) {
    let prefect = d.rng.chance(0.35);
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let lead = d.leading.max(body.size * 1.25);
    let (left, right, middle) = (d.x0(), d.x1(), d.c.width / 2.0);
    let mut y = d.margins[1] + body.size;
    let town = d.rng.choose(words::TOWNS).1;
    let when = day(&mut d.rng, 2005, 2026);
    let date = if d.rng.chance(0.7) { written(when) } else { figures(when, "/") };
    let number = match d.rng.below(5) {
        0 => format!("{}-{:03}", when.0, d.rng.between(1, 400)),
        1 => format!("{}/{}", d.rng.between(1, 400), when.0),
        2 => format!("ST {}-{:02}", when.0, d.rng.between(1, 99)),
        3 => format!("{:02}-{:04}", when.0 % 100, d.rng.between(1, 4000)),
        _ => format!("{}-{:02}-{:02}-{:05}", d.rng.between(10, 95), when.0, when.1, d.rng.between(1, 300)),
    };
    let head: Vec<String> = if prefect {
        vec![
            format!(
                "PRÉFET {}",
                d.rng.pick(&["DU RHÔNE", "DE LA GIRONDE", "DU NORD", "DE LA HAUTE-SAVOIE", "DES YVELINES"])
            ),
            d.rng
                .pick(&["Direction départementale des territoires", "Cabinet du préfet", "Secrétariat général"])
                .to_owned(),
        ]
    } else {
        vec!["RÉPUBLIQUE FRANÇAISE".to_owned(), format!("COMMUNE {}", capitals(&of(town), true))]
    };
    if d.rng.chance(0.5) {
        y = d.block(left, y, &head, &bold, lead);
    } else {
        for line in &head {
            d.centre(middle, y, line, &bold);
            y += lead;
        }
    }
    y += lead;
    let (subject, reason, articles) = d.rng.choose(MATTERS);
    let kind = if prefect {
        d.rng.pick(&["ARRÊTÉ PRÉFECTORAL", "ARRÊTÉ", "Arrêté préfectoral"])
    } else {
        d.rng.pick(&["ARRÊTÉ DU MAIRE", "ARRÊTÉ MUNICIPAL", "ARRÊTÉ", "Arrêté municipal"])
    };
    let big = bold.sized(body.size * 1.25);
    let sign = d.rng.pick(&["N°", "n°", "N°"]);
    let title = format!("{kind} {sign} {number}");
    let width = d.c.measure(&title, &big, &mut d.rng);
    line_with(d, (middle - width / 2.0, y), &title, &big, &[("order_number", &number)]);
    y += lead * 1.3;
    let shown = subject_of(subject);
    if d.rng.chance(0.5) {
        let since = d.c.lines.len();
        let text = format!("Objet : {shown}");
        d.paragraph(left, y, right - left, &text, &body, lead, Manner::RAGGED);
        note_subject(d, since, &shown);
        y += lead * 1.5 + lines_since(d, since) * lead - lead;
    } else {
        let since = d.c.lines.len();
        let text = format!("portant {subject}");
        let t = super::facts::fitting(d, &text, &body, right - left);
        d.centre(middle, y, &text, &t);
        note_subject(d, since, subject);
        y += lead * 1.6;
    }
    let who = if prefect {
        d.rng.pick(&["Le préfet,", "Le préfet du département,", "LE PRÉFET,"])
    } else {
        d.rng.pick(&["Le maire de la commune,", "Le Maire,", "LE MAIRE,"])
    };
    d.left(left, y, who, &bold);
    y += lead * 1.3;
    let manner = Manner { align: Align::Left, justify: d.rng.chance(0.4), hyphenate: false, indent: 0.0 };
    let from = d.rng.below(4);
    let wording = d.rng.between(2, 4);
    for text in BASES.iter().skip(from).step_by(2).take(wording as usize) {
        y = d.paragraph(left, y, right - left, text, &body, lead, manner) + lead * 0.25;
    }
    let opening = if d.rng.chance(0.7) { "Considérant" } else { "CONSIDÉRANT" };
    y = d.paragraph(left, y, right - left, &format!("{opening} {reason} ;"), &body, lead, manner) + lead * 0.5;
    let spaced = d.rng.pick(&["ARRÊTE", "A R R Ê T E", "ARRÊTE :", "ARRÊTE"]);
    d.centre(middle, y, spaced, &bold);
    y += lead * 1.5;
    let dash = d.rng.pick(&[" :", " -", ".", " :"]);
    for (i, text) in articles.iter().enumerate() {
        let article = if i == 0 { "Article 1er".to_owned() } else { format!("Article {}", i + 1) };
        let wording = d.rng.chance(0.2);
        let article = if wording { capitals(&article, true).replace("1ER", "1er") } else { article };
        y = d.paragraph(left, y, right - left, &format!("{article}{dash} {text}"), &body, lead, manner) + lead * 0.4;
    }
    let last = format!(
        "Article 4{dash} {} est chargé de l'exécution du présent arrêté, qui peut faire l'objet d'un recours devant le tribunal \
         administratif dans un délai de deux mois à compter de sa publication.",
        if prefect {
            "Le secrétaire général de la préfecture"
        } else {
            "Monsieur le directeur général des services"
        }
    );
    y = d.paragraph(left, y, right - left, &last, &body, lead, manner) + lead;
    let x = d.c.width * d.rng.range(0.45, 0.55);
    let said = match d.rng.below(3) {
        0 => format!("Fait à {town}, le {date}"),
        1 => format!("À {town}, le {date}"),
        _ => format!("{town}, le {date}"),
    };
    line_with(d, (x, y.min(d.bottom())), &said, &body, &[("date", &date)]);
    let signer = Someone::random(&mut d.rng).full();
    d.left(x, (y + lead).min(d.bottom() + lead), if prefect { "Le préfet," } else { "Le maire," }, &body);
    if y + lead * 4.0 < d.c.height - 20.0 {
        marks::stamp(d.c, x + 90.0, y + lead * 2.5, &mut d.rng);
        d.left(x, y + lead * 4.0, &signer, &body);
    }
}

fn subject_of(subject: &str) -> String {
    let mut chars = subject.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// How many rows were set since line `since`.
fn lines_since(d: &Desk<'_, '_>, since: usize) -> f32 {
    let rows: std::collections::BTreeSet<u32> = d.c.lines[since..].iter().map(|l| l.row).collect();
    rows.len() as f32
}

/// The subject as a field: what of it stands on its first line, as letters' subjects are.
fn note_subject(d: &mut Desk<'_, '_>, since: usize, subject: &str) {
    let Some(line) = d.c.lines.get(since) else { return };
    let quad = line.quad;
    let all: Vec<&str> = d.c.lines[since..].iter().map(|l| l.text.as_str()).collect();
    let text = all.join(" ");
    if text.contains(subject) {
        d.c.fields.push(SetField { name: "subject", value: subject.to_owned(), quad });
    }
}
