//! Orders of authorities and tax notices.

use super::super::facts::{day, figures, mark_first, of, written};
use super::super::page::Page;
use super::a_kit::{TOWNS, body, bold, mid, pairs, person, put, say, street, table};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[
    Page::a4("arrete", |d| order(d, Power::Mayor)),
    Page::a4("arrete", |d| order(d, Power::Prefect)),
    Page::a4("arrete", |d| order(d, Power::Staff)),
    Page::a4("avis_imposition", |d| tax(d, Tax::Income)),
    Page::a4("avis_imposition", |d| tax(d, Tax::Land)),
    Page::a4("avis_imposition", |d| tax(d, Tax::Situation)),
];

#[derive(Clone, Copy, PartialEq)]
enum Power {
    Mayor,
    Prefect,
    Staff,
}

const MATTERS: &[(&str, &str, &str)] = &[
    (
        "Stationnement interdit place de la Halle à l'occasion de la fête patronale",
        "la nécessité d'assurer la sécurité du public",
        "Le stationnement de tout véhicule est interdit place de la Halle du vendredi 18 heures au lundi 8 heures.",
    ),
    (
        "Réglementation de la circulation pour raccordement au réseau d'eau potable",
        "les travaux à réaliser sur la chaussée",
        "La circulation se fera par alternat réglé par feux tricolores sur une longueur de cent mètres.",
    ),
    (
        "Ouverture d'un débit de boissons temporaire au profit du comité des fêtes",
        "la demande du président de l'association",
        "L'association est autorisée à ouvrir un débit de boissons temporaire de troisième catégorie.",
    ),
    (
        "Fermeture administrative d'un établissement recevant du public",
        "l'avis défavorable de la commission de sécurité",
        "L'établissement est fermé au public jusqu'à la réalisation des travaux prescrits.",
    ),
];
const AGENTS: &[(&str, &str, &str)] = &[
    (
        "Avancement d'échelon d'un adjoint technique territorial",
        "l'ancienneté acquise dans l'échelon par l'agent",
        "L'agent est classé au 6e échelon de son grade, indice brut 378, indice majoré 348.",
    ),
    (
        "Attribution du régime indemnitaire tenant compte des fonctions",
        "les fonctions exercées par l'agent",
        "L'agent bénéficie d'une indemnité de fonctions, de sujétions et d'expertise versée mensuellement.",
    ),
    (
        "Placement en congé de maladie ordinaire",
        "le certificat médical présenté par l'agent",
        "L'agent est placé en congé de maladie ordinaire à plein traitement.",
    ),
];

fn order(d: &mut Desk<'_, '_>, power: Power) {
    let p = person(&mut d.rng, 1955, 1990);
    let when = day(&mut d.rng, 2008, 2025);
    let town = d.rng.choose(TOWNS).1;
    let (x0, w) = (62.0, d.c.width - 120.0);
    let (t, b) = (body(d, 10.0), bold(d, 11.5));
    let no = match d.rng.below(4) {
        0 => format!("{}-{:03}", when.0, d.rng.between(1, 380)),
        1 => format!("AR{}/{}", when.0 % 100, d.rng.between(10, 900)),
        2 => format!("{}/{:02}/{}", d.rng.between(1, 300), when.1, when.0),
        _ => format!("{}{:02}-{:02}-{:03}", when.0, when.1, when.2, d.rng.between(1, 40)),
    };
    let (subject, reason, first) = d.rng.choose(if power == Power::Staff { AGENTS } else { MATTERS });
    let (head, who) = match power {
        Power::Mayor => (
            vec!["RÉPUBLIQUE FRANÇAISE".to_owned(), format!("Ville {}", of(town)), "ARRÊTÉ DU MAIRE".to_owned()],
            "Le Maire",
        ),
        Power::Prefect => (
            vec![
                format!("PRÉFECTURE {}", capitals(d.rng.pick(&["du Gers", "de l'Orne", "du Lot", "des Vosges"]), true)),
                "Direction des sécurités - Bureau de la réglementation".to_owned(),
                "ARRÊTÉ PRÉFECTORAL".to_owned(),
            ],
            "Le Préfet",
        ),
        Power::Staff => (
            vec![
                format!("Communauté de communes {}", of(town)),
                "Direction des ressources humaines".to_owned(),
                "ARRÊTÉ".to_owned(),
            ],
            "Le Président",
        ),
    };
    marks::logo(d.c, x0, 30.0, 36.0, &mut d.rng);
    let lines: Vec<&str> = head.iter().map(String::as_str).collect();
    let mut y = mid(d, (d.c.width / 2.0, 56.0), &lines, &b, w - 90.0) + 4.0;
    let label = d.rng.pick(&["Arrêté n°", "N°", "Numéro :"]);
    y = pairs(d, (x0, x0 + 20.0, y), (w, 20.0), (&b, &b), &[(label, &no, "order_number")]);
    y = say(d, (x0, y), w, &format!("Objet : {subject}"), &t, &[("subject", subject)]) + 8.0;
    put(d, "", (x0, y), &format!("{who},"), &b, w);
    y += 18.0;
    let laws: &[&str] = if power == Power::Staff {
        &[
            "Vu le code général de la fonction publique ;",
            "Vu le décret n° 88-145 du 15 février 1988 modifié ;",
            "Vu le tableau des effectifs de la collectivité ;",
        ]
    } else {
        &[
            "Vu le code général des collectivités territoriales, notamment ses articles L. 2212-2 et L. 2213-1 ;",
            "Vu le code de la route ;",
            "Vu la demande présentée le 12 du mois écoulé ;",
        ]
    };
    for law in laws {
        y = say(d, (x0, y), w, law, &t, &[]) + 4.0;
    }
    y = say(d, (x0, y), w, &format!("Considérant {reason} ;"), &t, &[]) + 8.0;
    y = mid(d, (d.c.width / 2.0, y), &[d.rng.clone().pick(&["ARRÊTE", "A R R Ê T E :", "ARRÊTE :"])], &b, w) + 6.0;
    let agent = format!("Agent concerné : {} {}, matricule {}.", p.who.title(false), p.who.full(), d.rng.digits(5));
    let mut articles = vec![first.to_owned()];
    if power == Power::Staff {
        articles.push(agent);
    }
    articles.push("Toutes dispositions antérieures contraires au présent arrêté sont abrogées.".to_owned());
    articles.push(format!(
        "Le présent arrêté peut faire l'objet d'un recours pour excès de pouvoir devant le tribunal administratif \
        {} dans un délai de deux mois à compter de sa publication ou de sa notification.",
        of(town)
    ));
    articles.push(
        "Le directeur général des services et le comptable public sont chargés, chacun en ce qui le \
        concerne, de l'exécution \
        du présent arrêté, dont ampliation sera adressée à l'intéressé."
            .to_owned(),
    );
    for (i, text) in articles.iter().enumerate() {
        let ordinal = if i == 0 { "1er".to_owned() } else { (i + 1).to_string() };
        y = say(d, (x0, y), w, &format!("Article {ordinal} : {text}"), &t, &[]) + 5.0;
    }
    let date = if d.rng.chance(0.6) { written(when) } else { figures(when, "/") };
    y = say(d, (320.0, y + 14.0), w - 260.0, &format!("Fait à {town}, le {date}"), &t, &[("date", &date)]);
    put(d, "", (320.0, y + 2.0), &format!("{who}, {}", p.who.full()), &t, w - 260.0);
    marks::stamp(d.c, 390.0, y + 56.0, &mut d.rng);
    let later = |n: i64| -> String { figures((when.0, when.1, (when.2 + n).min(28)), "/") };
    let (sent, out) = (later(1), later(2));
    let small = body(d, 8.5);
    pairs(
        d,
        (x0, x0 + 20.0, y + 30.0),
        (250.0, 13.0),
        (&small, &small),
        &[
            ("Transmis au représentant de l'État le", &sent, "transmission_date"),
            (if power == Power::Staff { "Affiché le" } else { "Publié le" }, &out, "publication_date"),
            ("Notifié à l'intéressé le", "", ""),
        ],
    );
}

#[derive(Clone, Copy, PartialEq)]
enum Tax {
    Income,
    Land,
    Situation,
}

fn tax(d: &mut Desk<'_, '_>, kind: Tax) {
    let p = person(&mut d.rng, 1938, 1998);
    let year = d.rng.between(2012, 2024);
    let (t, b, s) = (body(d, 9.0), bold(d, 9.5), body(d, 7.5));
    let title = match kind {
        Tax::Income => format!("AVIS D'IMPÔT {} - IMPÔT SUR LES REVENUS DE L'ANNÉE {year}", year + 1),
        Tax::Land => format!("AVIS D'IMPÔT {year} - TAXES FONCIÈRES"),
        Tax::Situation => format!("AVIS DE SITUATION DÉCLARATIVE À L'IMPÔT SUR LE REVENU {}", year + 1),
    };
    marks::logo(d.c, 40.0, 30.0, 34.0, &mut d.rng);
    put(d, "", (90.0, 44.0), "DIRECTION GÉNÉRALE DES FINANCES PUBLIQUES", &b, 230.0);
    let office = format!("Centre des finances publiques {}", of(p.post.1));
    put(d, "", (90.0, 57.0), &office, &s, 230.0);
    let at = street(&mut d.rng);
    put(d, "", (90.0, 68.0), &format!("{at}, {}", p.town()), &s, 230.0);
    let y = mid(d, (d.c.width / 2.0, 100.0), &[&title], &bold(d, 13.0), d.c.width - 90.0);
    let number = codes::grouped(&format!("{}{}", d.rng.between(0, 3), d.rng.digits(12)), &[2, 2, 3, 3, 3]);
    let notice = if d.rng.chance(0.5) {
        format!("{} {} A{} {}", year % 100 + 1, d.rng.digits(2), d.rng.digits(3), d.rng.digits(5))
    } else {
        format!("{:02}{}A{}", year % 100 + 1, d.rng.digits(2), d.rng.digits(8))
    };
    let roll = d.rng.digits(3);
    let file = d.rng.digits(10);
    let mut rows = vec![
        ("Numéro fiscal :", number.as_str(), "tax_number"),
        ("Référence de l'avis :", &notice, "notice_reference"),
    ];
    if kind != Tax::Situation {
        rows.push(("Numéro de rôle :", &roll, "roll"));
    }
    rows.extend([("N° FIP :", file.as_str(), ""), ("Date d'établissement :", "24/07/2023", "")]);
    put(d, "", (40.0, y + 18.0), "Vos références", &b, 220.0);
    pairs(d, (40.0, 132.0, y + 34.0), (230.0, 14.0), (&s, &t), &rows);
    let since = d.c.lines.len();
    d.block(320.0, y + 50.0, &p.envelope(), &t, 13.0);
    mark_first(d, since, "addressee");
    let income = d.rng.between(9_000, 78_000);
    let money = |n: i64| format!("{} €", codes::thousands(n as u64, " "));
    let (due, parts) = (d.rng.between(120, 4_800), d.rng.pick(&["1", "1,5", "2", "2,5", "3"]));
    let (reference, owed) = (money(income), money(due));
    let limit = figures((year + 1, if kind == Tax::Land { 10 } else { 9 }, 15), "/");
    let mut y = y + 132.0;
    let total = |a: &str, c: String| vec![a.to_owned(), c];
    let mut lines = vec![total("Détail", "Montant".into())];
    let mut fields: Vec<(&'static str, &str)> = Vec::new();
    if kind == Tax::Land {
        lines = vec![total("Propriétés bâties", "Cotisation".into())];
        lines.extend([
            total("Commune", money(due * 6 / 10)),
            total("Intercommunalité", money(due * 2 / 10)),
            total("Taxe sur les ordures ménagères", money(due * 2 / 10)),
            total("Frais de gestion", money(24)),
        ]);
    } else {
        lines.extend([
            total("Salaires et assimilés", money(income * 10 / 9)),
            total("Déduction 10 % ou frais réels", money(income / 9)),
            total("Revenu brut global", money(income)),
            total("Revenu imposable", money(income)),
            total("Nombre de parts", parts.to_owned()),
        ]);
        lines.extend([
            total("Impôt sur le revenu net", money(due)),
            total("Revenu fiscal de référence", reference.clone()),
        ]);
        fields.push(("reference_income", &reference));
    }
    if kind != Tax::Situation {
        y = pairs(
            d,
            (40.0, 300.0, y),
            (500.0, 17.0),
            (&b, &bold(d, 12.0)),
            &[("MONTANT À PAYER", &owed, "amount_due"), ("Au plus tard le", &limit, "due_date")],
        ) + 16.0;
    } else {
        y = say(
            d,
            (40.0, y),
            510.0,
            "Ce document vous permet de justifier de vos revenus auprès des tiers. Il ne vaut pas avis d'impôt.",
            &t,
            &[],
        ) + 18.0;
    }
    y = table(d, (40.0, y), &[360.0, 150.0], &lines, &body(d, 9.5), &fields) + 8.0;
    put(d, "", (40.0, y), "Vos démarches", &b, 300.0);
    say(
        d,
        (40.0, y + 15.0),
        515.0,
        "Pour payer, rendez-vous sur impots.gouv.fr dans votre espace particulier, ou adhérez au prélèvement à \
        l'échéance. Si le montant est inférieur à 300 €, vous pouvez aussi payer par chèque, TIP SEPA ou en \
        espèces. Passé la date limite, \
        une majoration de 10 % sera appliquée. Vous pouvez présenter une réclamation jusqu'au 31 décembre de \
        la deuxième année suivant \
        celle de la mise en recouvrement. Les agents vous répondent au 0 809 401 401 du lundi au vendredi de 8h30 à 19h (service \
        gratuit + prix de l'appel). La loi n° 78-17 du 6 janvier 1978 modifiée garantit un droit d'accès et de rectification.",
        &t,
        &[],
    );
    put(d, "", (40.0, d.c.height - 40.0), "Page 1/2 - Document à conserver", &s, 300.0);
}
