//! Orders of mayors with what was sent to the prefecture, on plots and on staff.

use super::super::facts::{Day, day, figures, of, written};
use super::super::page::Page;
use super::civic_kit::{Column, Cut};
use super::civic_names::{DEPARTMENTS, home, office_phone, person, place};
use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::rng::Rng;
use crate::text::capitals;

pub(super) const PAGES: &[Page] =
    &[Page::a4("arrete", municipal), Page::a4("arrete", planning), Page::a4("arrete", staff)];

/// Subject, ground, three articles.
const MATTERS: &[(&str, &str, [&str; 3])] = &[
    (
        "Fermeture temporaire de l'aire de jeux du parc municipal",
        "que des équipements présentent un danger pour la sécurité des enfants",
        [
            "L'accès à l'aire de jeux est interdit au public à compter de ce jour et jusqu'à la levée des réserves.",
            "Des barrières et une signalétique seront mises en place par les services techniques.",
            "Toute infraction sera constatée par la police municipale et punie d'une amende de 38 euros.",
        ],
    ),
    (
        "Stationnement réservé aux personnes titulaires de la carte mobilité inclusion",
        "qu'il convient de faciliter les déplacements des personnes handicapées",
        [
            "Deux emplacements sont réservés au droit des numéros 14 et 22 de la voie.",
            "La signalisation réglementaire sera posée aux frais de la commune.",
            "Tout véhicule en infraction pourra être mis en fourrière.",
        ],
    ),
    (
        "Organisation de la brocante annuelle et occupation du domaine public par l'association des commerçants",
        "que la manifestation nécessite des mesures particulières de circulation et de stationnement",
        [
            "La circulation et le stationnement seront interdits dans le centre-bourg de 5 h 00 à 20 h 00.",
            "Les exposants s'installeront aux emplacements que leur désigneront les organisateurs.",
            "Un passage de 3,50 mètres sera laissé libre pour les véhicules de secours.",
        ],
    ),
    (
        "Péril imminent - immeuble menaçant ruine",
        "le rapport de l'expert désigné par le tribunal administratif, concluant à un danger imminent",
        [
            "Le propriétaire est mis en demeure de faire étayer la façade dans un délai de huit jours.",
            "L'immeuble est évacué par ses occupants et interdit à toute habitation.",
            "À défaut d'exécution, il y sera procédé d'office, aux frais du propriétaire.",
        ],
    ),
    (
        "Réglementation de l'usage des pétards et feux d'artifice",
        "que l'usage de ces produits trouble la tranquillité publique et présente un risque d'incendie",
        [
            "L'usage d'artifices de divertissement est interdit sur la voie publique du 13 au 15 juillet.",
            "Des dérogations peuvent être accordées à l'occasion de fêtes, sur demande écrite.",
            "Le présent arrêté sera affiché aux lieux accoutumés.",
        ],
    ),
];

const GROUNDS: &[&str] = &[
    "Vu le code général des collectivités territoriales, et notamment ses articles L. 2211-1, L. 2212-2 et L. 2213-1,",
    "Vu le code de la sécurité intérieure,",
    "Vu le code pénal, et notamment son article R. 610-5,",
    "Vu le règlement sanitaire départemental,",
    "Vu le code général de la propriété des personnes publiques,",
    "Vu la délibération du conseil municipal n° 2014-038 du 17 avril 2014,",
    "Vu l'arrêté interministériel du 7 juin 1977 modifié,",
];

/// A number as communes give it.
fn number(r: &mut Rng, when: Day) -> String {
    let year = when.0;
    match r.below(6) {
        0 => format!("{year}/{:03}", r.between(1, 420)),
        1 => format!("AR-{year}-{:02}", r.between(1, 99)),
        2 => format!("{:02}.{:03}", year % 100, r.between(1, 500)),
        3 => format!("PM{}/{year}", r.between(1, 200)),
        4 => format!("{year}-{:02}-{:03}", when.1, r.between(1, 60)),
        _ => format!("{}-{year}", r.between(1, 500)),
    }
}

pub(super) fn later((y, m, d): Day, days: i64) -> Day {
    if d + days > 28 { (y + m / 12, m % 12 + 1, (d + days - 28).min(28)) } else { (y, m, d + days) }
}

/// Articles, one after another, with the word for them in bold or not.
pub(super) fn articles(d: &mut Desk<'_, '_>, col: &mut Column, texts: &[String]) {
    let style = d.rng.below(3);
    for (index, text) in texts.iter().enumerate() {
        let count = if index == 0 { "1er".to_owned() } else { (index + 1).to_string() };
        match style {
            0 => {
                col.bold(d, &format!("Article {count} :"), &[]);
                col.text(d, text, &[]);
            }
            1 => col.text(d, &format!("ARTICLE {count} - {text}"), &[]),
            _ => col.text(d, &format!("Art. {count}. – {text}"), &[]),
        }
        col.gap(0.4);
    }
}

/// Of a mayor, with the dates of sending and of publication.
fn municipal(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let size = r.range(9.6, 10.8);
    let mut col = Column::page(d, size);
    let when = day(r, 2009, 2025);
    let id = number(r, when);
    let date = if r.chance(0.6) { written(when) } else { figures(when, "/") };
    let (published, sent) = (figures(later(when, 3), "/"), figures(later(when, 2), "/"));
    let town = place(r);
    let (subject, ground, texts) = r.choose(MATTERS);
    let (_, department, _, _, _) = r.choose(DEPARTMENTS);
    let stamped = r.chance(0.5);
    if stamped {
        // What the exchange with the prefecture prints at the top.
        let x = col.right() - 190.0;
        let mut seal = col.part(x, 190.0).scaled(0.72);
        let (top, plain) = (seal.y, id.replace(['/', '.'], "_"));
        seal.x += 4.0;
        seal.w -= 8.0;
        seal.y += 3.0;
        seal.line(d, "Accusé de réception en préfecture", &[]);
        let code =
            format!("0{}-21{}00{}-{}{:02}{:02}-{plain}-AR", &town.0[..2], town.0, r.digits(2), when.0, when.1, when.2);
        seal.line(d, &code, &[]);
        seal.line(d, &format!("Date de télétransmission : {sent}"), &[("transmission_date", &sent)]);
        seal.line(d, &format!("Date de réception préfecture : {sent}"), &[]);
        d.c.frame(x, top, x + 190.0, seal.y + 2.0, 0.6);
        col.y = seal.y + 8.0;
    }
    col.bold(d, "RÉPUBLIQUE FRANÇAISE", &[]);
    col.line(d, &format!("Département {department}"), &[]);
    col.line(d, &format!("Commune {}", of(town.1)), &[]);
    col.gap(1.2);
    let kind = r.pick(&["ARRÊTÉ DU MAIRE", "ARRÊTÉ MUNICIPAL", "ARRÊTÉ TEMPORAIRE", "ARRÊTÉ"]);
    let sign = r.pick(&[" N° ", " n° ", " n°"]);
    col.title(d, &format!("{kind}{sign}{id}"), 1.3, &[("order_number", &id)]);
    col.gap(0.6);
    let label = r.pick(&["Objet : ", "OBJET : ", "Objet - "]);
    col.passage(d, &format!("{label}{subject}"), (Cut::Bold, 1.0), &[("subject", subject)]);
    col.gap(0.8);
    col.line(d, &format!("Le Maire de la commune {},", of(town.1)), &[]);
    let skip = r.below(4);
    for text in GROUNDS.iter().skip(skip).take(3) {
        col.text(d, text, &[]);
    }
    col.text(d, &format!("Considérant {ground},"), &[]);
    col.gap(0.5);
    let word = r.pick(&["ARRÊTE", "A R R Ê T E", "ARRÊTONS"]);
    col.title(d, word, 1.1, &[]);
    col.gap(0.4);
    let mut all: Vec<String> = texts.iter().map(|t| (*t).to_owned()).collect();
    all.push(
        "Monsieur le directeur général des services et la brigade de gendarmerie sont chargés de l'exécution."
            .to_owned(),
    );
    all.push(format!("Le tribunal administratif {} peut être saisi dans un délai de deux mois.", of(place(r).1)));
    articles(d, &mut col, &all);
    col.gap(0.6);
    let top = col.y;
    let said = r.pick(&["Fait à ", "Fait en mairie de ", ""]);
    let mut side = col.part(col.x + col.w * 0.52, col.w * 0.48);
    side.line(d, &format!("{said}{}, le {date}", town.1), &[("date", &date)]);
    side.sign(d, 0.0, &["Le Maire,".to_owned(), person(r, 1945, 1985).full()]);
    let mut notes = col.part(col.x, col.w * 0.46).scaled(0.85);
    notes.y = top;
    if !stamped {
        let label =
            r.pick(&["Transmis au représentant de l'État le ", "Transmis en préfecture le ", "Télétransmis le "]);
        notes.line(d, &format!("{label}{sent}"), &[("transmission_date", &sent)]);
    }
    let label = r.pick(&["Publié le ", "Affiché le ", "Publié sur le site internet le ", "Publié et affiché le "]);
    notes.line(d, &format!("{label}{published}"), &[("publication_date", &published)]);
    let phone = office_phone(r);
    col.foot(d, &[format!("Mairie {} - Place de la Mairie - {} {} - Tél. {phone}", of(town.1), town.0, town.1)]);
}

/// Of a mayor on a permit to build, with the table of what was asked.
fn planning(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let size = r.range(9.2, 10.4);
    let mut col = Column::page(d, size);
    let when = day(r, 2012, 2025);
    let town = place(r);
    let permit = r.chance(0.5);
    let letters = if permit { "PC" } else { "DP" };
    let file = format!("{letters} 0{} {} {:02} {}", &town.0[..2], r.digits(3), when.0 % 100, r.digits(5));
    let id = format!("{}/{}", r.between(20, 900), when.0);
    let date = if r.chance(0.5) { written(when) } else { figures(when, "/") };
    let who = person(r, 1950, 1995);
    let lives = home(r);
    let works = r.pick(&[
        "la construction d'une maison individuelle",
        "l'extension d'une habitation et la pose d'un carport",
        "le ravalement des façades et la création d'une fenêtre de toit",
    ]);
    col.bold(d, &format!("VILLE {}", capitals(&of(town.1), true)), &[]);
    col.line(d, "Service de l'urbanisme", &[]);
    col.gap(1.0);
    let subject = if permit {
        "Permis de construire au nom de la commune"
    } else {
        "Décision de non-opposition à une déclaration préalable"
    };
    col.title(d, &format!("ARRÊTÉ N° {id}"), 1.25, &[("order_number", &id)]);
    col.title(d, subject, 1.0, &[("subject", subject)]);
    col.gap(0.8);
    let asked = figures(day(r, when.0, when.0), "/");
    let rows = vec![
        vec![("", "Description de la demande".to_owned()), ("", format!("Dossier n° {file}"))],
        vec![("", "Déposé le".to_owned()), ("", asked)],
        vec![("", "Par".to_owned()), ("", format!("{} {}", who.title(true), who.full()))],
        vec![("", "Demeurant à".to_owned()), ("", lives.line())],
        vec![("", "Pour".to_owned()), ("", works.to_owned())],
        vec![("", "Sur un terrain sis".to_owned()), ("", home(r).street)],
        vec![
            ("", "Référence cadastrale".to_owned()),
            ("", format!("Section {}{} n° {}", r.capital(), r.capital(), r.between(2, 600))),
        ],
        vec![("", "Surface de plancher créée".to_owned()), ("", format!("{} m²", r.between(12, 190)))],
    ];
    col.table(d, &[1.0, 2.0], "ll", &rows, true);
    col.line(d, "Le Maire,", &[]);
    for text in [
        "Vu la demande susvisée,",
        "Vu le code de l'urbanisme, et notamment ses articles L. 421-1 et suivants et R. 421-1 et suivants,",
        "Vu le plan local d'urbanisme approuvé le 14/12/2011, modifié le 26/06/2017,",
        "Vu l'avis favorable de l'architecte des Bâtiments de France,",
    ] {
        col.text(d, text, &[]);
    }
    col.gap(0.4);
    col.title(d, "ARRÊTE", 1.1, &[]);
    articles(
        d,
        &mut col,
        &[
            format!("Les travaux décrits dans la demande susvisée sont autorisés sur le terrain sis à {}.", town.1),
            "Les enduits seront de teinte sable et les tuiles de ton vieilli.".to_owned(),
            "Le pétitionnaire adressera la déclaration d'achèvement en mairie.".to_owned(),
        ],
    );
    col.line(d, &format!("{}, le {date}", town.1), &[("date", &date)]);
    let sent = figures(later(when, 4), "/");
    let mut side = col.part(col.x, col.w * 0.5).scaled(0.88);
    let label = r.pick(&["Transmis au préfet le ", "Arrêté transmis au préfet le ", "Transmission en préfecture : "]);
    side.line(d, &format!("{label}{sent}"), &[("transmission_date", &sent)]);
    col.sign(d, 0.55, &["L'adjoint délégué à l'urbanisme,".to_owned(), person(r, 1950, 1985).full()]);
    col.small(d, "INFORMATIONS - À LIRE ATTENTIVEMENT. Le permis est périmé si les travaux ne sont pas \
        entrepris dans un délai de trois ans à compter de sa notification. Le (ou les) demandeur peut contester la légalité de la décision dans les deux mois qui suivent la date de sa notification. L'autorisation est délivrée sous réserve du droit des tiers.");
}

/// Of the head of a public employer on the career of one of its staff.
fn staff(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let size = r.range(9.8, 11.0);
    let mut col = Column::page(d, size);
    let when = day(r, 2004, 2025);
    let id = number(r, when);
    let who = person(r, 1955, 1995);
    let town = place(r);
    let grade = r.pick(&[
        "adjoint technique territorial",
        "rédacteur principal de 2e classe",
        "attaché territorial",
        "agent social",
        "adjoint administratif principal de 1re classe",
    ]);
    let employer = match r.below(3) {
        0 => format!("Communauté de communes du Pays {}", of(town.1)),
        1 => format!("Centre communal d'action sociale {}", of(town.1)),
        _ => format!("Syndicat intercommunal des eaux {}", of(town.1)),
    };
    let title = format!("{} {}", who.title(false), who.full());
    let step = r.between(3, 9);
    let subject = match r.below(3) {
        0 => format!("portant avancement d'échelon de {title}"),
        1 => format!("portant nomination stagiaire de {title}"),
        _ => format!("portant placement de {title} en congé de longue maladie"),
    };
    col.bold(d, &employer, &[]);
    col.line(d, &home(r).street, &[]);
    col.line(d, &format!("{} {}", town.0, capitals(town.1, true)), &[]);
    col.gap(2.0);
    let inside = r.chance(0.5);
    if inside {
        col.title(d, "ARRÊTÉ", 1.5, &[]);
        col.title(d, &subject, 1.05, &[("subject", &subject)]);
        col.gap(0.5);
        col.line(d, &format!("N° {id}"), &[("order_number", &id)]);
    } else {
        col.title(d, &format!("Arrêté n° {id}"), 1.3, &[("order_number", &id)]);
        col.passage(d, &subject, (Cut::Bold, 1.0), &[("subject", &subject)]);
    }
    col.gap(1.0);
    col.line(d, "Le Président,", &[]);
    for text in [
        "VU le code général de la fonction publique ;",
        "VU le décret n° 2016-596 du 12 mai 2016 relatif à l'organisation des carrières des fonctionnaires de \
            catégorie C ;",
        "VU la loi n° 84-53 du 26 janvier 1984 portant dispositions statutaires relatives à la fonction \
            publique territoriale ;",
        "VU l'avis de la commission administrative paritaire en date du 5 mars ;",
    ] {
        col.text(d, text, &[]);
    }
    let index = r.between(340, 620);
    col.text(
        d,
        &format!("CONSIDÉRANT que l'intéressé{} remplit les conditions d'ancienneté requises ;", who.agree("", "e")),
        &[],
    );
    col.gap(0.6);
    col.title(d, "A R R Ê T E", 1.1, &[]);
    col.gap(0.4);
    let effect = written(day(r, when.0, when.0));
    articles(
        d,
        &mut col,
        &[
            format!(
                "À compter du {effect}, {title}, {grade}, est classé{} au {step}e échelon, indice brut \
                {index}, indice majoré {}.",
                who.agree("", "e"),
                index - 42
            ),
            "L'intéressé conserve une ancienneté de 4 mois 12 jours.".to_owned(),
            "Le directeur général des services est chargé de l'exécution du présent arrêté, qui sera notifié à \
                l'intéressé."
                .to_owned(),
            "Ampliation adressée au président du centre de gestion et au comptable de la collectivité.".to_owned(),
        ],
    );
    let date = if r.chance(0.5) { written(when) } else { figures(when, "/") };
    col.gap(0.5);
    col.set(d, Align::Right, &format!("Fait à {}, le {date}", town.1), (Cut::Plain, 1.0), &[("date", &date)]);
    let mut side = col.part(col.x, col.w * 0.5);
    if r.chance(0.5) {
        let sent = figures(later(when, 5), "/");
        side.line(d, &format!("Transmis au représentant de l'État le : {sent}"), &[("transmission_date", &sent)]);
    }
    side.line(d, "Notifié à l'agent le : ....................", &[]);
    side.line(d, "Signature de l'agent :", &[]);
    col.sign(d, 0.6, &["Le Président,".to_owned(), person(r, 1945, 1980).full()]);
}
