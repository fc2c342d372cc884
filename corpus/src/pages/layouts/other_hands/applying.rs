//! Curricula vitae of those who look for work.

use super::Page;
use super::civil_kit::{Home, bar, face_of, faces, fit, mail_of, phone_of, say};
use crate::faces::FaceClass;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Someone, fitting};
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::words;

pub(super) const PAGES: &[Page] = &[Page::a4("curriculum_vitae", curriculum)];

/// A trade: its name for a man and a woman, schools, what was done, skills.
pub(super) struct Trade {
    pub(super) name: (&'static str, &'static str),
    pub(super) degrees: [&'static str; 3],
    pub(super) firms: [&'static str; 4],
    pub(super) done: [&'static str; 5],
    pub(super) skills: [&'static str; 6],
}

pub(super) const TRADES: &[Trade] = &[
    Trade {
        name: ("Comptable", "Comptable"),
        degrees: ["DCG - diplôme de comptabilité", "BTS Comptabilité et gestion", "Baccalauréat STMG"],
        firms: ["Cabinet Moreau", "Menuiserie Girard", "Nord Matériaux", "Imprimerie Centrale"],
        done: [
            "Saisie des factures clients et fournisseurs",
            "Rapprochements bancaires et déclarations de TVA",
            "Préparation des bilans avec l'expert-comptable",
            "Établissement des bulletins de paie",
            "Relance des impayés par téléphone",
        ],
        skills: [
            "Sage 100", "Excel : tableaux croisés", "Paie et déclarations sociales", "Anglais : niveau B1",
            "Fiscalité", "Pack Office",
        ],
    },
    Trade {
        name: ("Magasinier cariste", "Magasinière cariste"),
        degrees: [
            "CACES R489 catégories 1, 3 et 5", "Baccalauréat professionnel Logistique", "CAP Opérateur logistique",
        ],
        firms: ["Transports Lefèvre & Fils", "Nord Matériaux", "Coopérative Agricole du Béarn", "Logidis Ouest"],
        done: [
            "Réception et contrôle des marchandises",
            "Préparation de commandes au scanner",
            "Chargement et déchargement des camions",
            "Inventaires tournants",
            "Tenue des stocks sur informatique",
        ],
        skills: [
            "CACES 1, 3, 5", "Port de charges", "Lecture de plans de chargement", "Permis B", "Sécurité",
            "Travail en équipe 2x8",
        ],
    },
    Trade {
        name: ("Aide-soignant", "Aide-soignante"),
        degrees: ["AFGSU niveau 2", "Diplôme d'État d'aide-soignant", "BEP Carrières sanitaires et sociales"],
        firms: ["Clinique Saint-Jean", "EHPAD Les Tilleuls", "Centre hospitalier", "Résidence du Parc"],
        done: [
            "Soins d'hygiène et de confort", "Aide aux repas et à la mobilité", "Transmissions écrites et orales",
            "Accueil des familles", "Surveillance des paramètres",
        ],
        skills: [
            "Écoute", "Manutention des personnes", "Logiciel de soins", "Soins palliatifs", "Travail de nuit",
            "Permis B, véhicule",
        ],
    },
    Trade {
        name: ("Assistant commercial", "Assistante commerciale"),
        degrees: ["Licence professionnelle Commerce", "BTS Management commercial opérationnel", "Baccalauréat ES"],
        firms: ["Télécom Services", "Menuiserie Girard", "Éditions du Chêne vert", "Comptoir des Épices"],
        done: [
            "Traitement des commandes et des devis",
            "Accueil téléphonique de la clientèle",
            "Suivi des livraisons et du service après-vente",
            "Prospection et mise à jour du fichier clients",
            "Organisation de salons",
        ],
        skills: [
            "Anglais courant", "Espagnol : notions", "CRM", "Word, Excel, PowerPoint", "Négociation", "Sens du service",
        ],
    },
];

pub(super) struct Seeker {
    pub(super) own: Someone,
    pub(super) home: Home,
    pub(super) mail: String,
    pub(super) phone: String,
    pub(super) age: i64,
    pub(super) year: i64,
}

pub(super) fn seeker(rng: &mut Rng) -> Seeker {
    let own = Someone::born(rng, 1965, 2001);
    let year = rng.between((own.birth.0 + 21).max(2010), 2026);
    Seeker {
        home: Home::random(rng),
        mail: mail_of(&own, rng),
        phone: phone_of(rng),
        age: year - own.birth.0,
        year,
        own,
    }
}

fn curriculum(d: &mut Desk<'_, '_>) {
    let one = seeker(&mut d.rng);
    let at = d.rng.below(TRADES.len());
    let trade = &TRADES[at];
    match d.rng.below(3) {
        0 => sidebar(d, &one, trade),
        part => classic(d, &one, trade, part == 1),
    }
}

/// Years and firms of what somebody did, the latest first.
fn career(rng: &mut Rng, one: &Seeker, firms: &[&str]) -> Vec<(String, String, &'static str)> {
    let mut until = one.year;
    let first = rng.below(firms.len());
    let mut out = Vec::new();
    for i in 0..3 {
        let from = (until - rng.between(1, 6)).max(one.own.birth.0 + 18);
        let span = if i == 0 && rng.chance(0.6) {
            format!("Depuis {from}")
        } else if from == until {
            from.to_string()
        } else {
            format!("{from} - {until}")
        };
        out.push((span, firms[(first + i) % firms.len()].to_owned(), rng.choose(words::TOWNS).1));
        until = from;
        if until <= one.own.birth.0 + 18 {
            break;
        }
    }
    out
}

/// One column: name over all, headings with rules or bars.
fn classic(d: &mut Desk<'_, '_>, one: &Seeker, trade: &Trade, centre: bool) {
    let (body, bold, italic) = faces(d, 10.2, 11.4);
    let lead = body.size * 1.5;
    let (left, right) = (d.c.width * 0.09, d.c.width * 0.91);
    let own = &one.own;
    let name = if d.rng.chance(0.5) { own.full() } else { format!("{} {}", own.firsts[0], own.last) };
    let job = own.agree(trade.name.0, trade.name.1);
    let mut y = 58.0;
    let telephone = d.rng.pick(&["Tél. : ", "Portable : ", "", "Tél "]);
    let mail = d.rng.pick(&["Mail : ", "E-mail : ", "Courriel : ", ""]);
    if centre {
        let big = fitting(d, &name, &bold.sized(20.0), right - left);
        d.centre(d.c.width / 2.0, y, &name, &big);
        d.centre(d.c.width / 2.0, y + 18.0, &one.home.line(), &body);
        let text = format!("{telephone}{} - {mail}{}", one.phone, one.mail);
        super::civil_kit::centred(
            d,
            (d.c.width / 2.0, y + 18.0 + lead),
            &[&text],
            (&body, lead),
            &[("phone", &one.phone), ("email", &one.mail)],
        );
        d.centre(
            d.c.width / 2.0,
            y + 24.0 + lead * 2.4,
            &format!("{} ans - Permis B - Nationalité française", one.age),
            &body,
        );
        y += 34.0 + lead * 3.4;
        if d.rng.chance(0.4) {
            d.centre(d.c.width / 2.0, y, "CURRICULUM VITAE", &bold.sized(14.0));
            y += lead * 1.6;
        }
    } else {
        d.left(left, y, &name, &bold.sized(13.0));
        d.left(left, y + lead, &one.home.street, &body);
        d.left(left, y + lead * 2.0, &one.home.town_line(false), &body);
        let since = d.c.lines.len();
        d.left(left, y + lead * 3.0, &format!("{telephone}{}", one.phone), &body);
        d.left(left, y + lead * 4.0, &format!("{mail}{}", one.mail), &body);
        super::super::facts::mark(d, since, "phone", &one.phone);
        super::super::facts::mark(d, since, "email", &one.mail);
        d.left(
            left,
            y + lead * 5.0,
            &format!("{} ans, {}", one.age, own.agree("marié, deux enfants", "mariée, deux enfants")),
            &body,
        );
        if d.rng.chance(0.6) {
            marks::photo(d.c, right - 74.0, 40.0, 72.0, 90.0, &mut d.rng);
        }
        y += lead * 7.0;
    }
    d.c.fill(left, y - 15.0, right, y + 7.0, 226);
    let t = fitting(d, job, &bold.sized(15.0), right - left);
    d.centre(d.c.width / 2.0, y + 1.0, job, &t);
    y += lead * 2.2;
    let ruled = d.rng.chance(0.5);
    let heading = |d: &mut Desk<'_, '_>, y: &mut f32, text: &str| {
        if ruled {
            d.left(left, *y, text, &bold.sized(12.0));
            d.rule(left, *y + 3.5, right, *y + 3.5, 0.9);
        } else {
            bar(d, (left, *y, right), text, &bold);
        }
        *y += lead * 1.35;
    };
    let (first, second, third, last) = d.rng.choose(&[
        ("EXPÉRIENCE PROFESSIONNELLE", "FORMATION", "COMPÉTENCES", "CENTRES D'INTÉRÊT"),
        ("Expériences professionnelles", "Formation et diplômes", "Compétences et langues", "Loisirs"),
        ("PARCOURS PROFESSIONNEL", "ÉTUDES", "INFORMATIQUE ET LANGUES", "DIVERS"),
    ]);
    heading(d, &mut y, first);
    for (i, (span, firm, town)) in career(&mut d.rng, one, &trade.firms).into_iter().enumerate() {
        d.left(left, y, &span, &body);
        fit(d, "", (left + 100.0, y), right - left - 100.0, &format!("{job} - {firm}, {town}"), &bold);
        y += lead;
        for text in trade.done.iter().cycle().skip(i * 2).take(3) {
            d.left(left + 108.0, y, &format!("- {text}"), &body);
            y += lead;
        }
        y += lead * 0.35;
    }
    y += lead * 0.4;
    heading(d, &mut y, second);
    for (i, degree) in trade.degrees.iter().enumerate() {
        d.left(left, y, &(own.birth.0 + 22 - 2 * i as i64).to_string(), &body);
        let at = d.rng.choose(words::TOWNS).1;
        d.left(left + 100.0, y, &format!("{degree}, {at}"), &body);
        y += lead;
    }
    y += lead * 0.4;
    heading(d, &mut y, third);
    for pair in trade.skills.chunks(2) {
        d.left(left, y, &format!("- {}", pair[0]), &body);
        d.left(d.c.width * 0.52, y, &format!("- {}", pair[1]), &body);
        y += lead;
    }
    y += lead * 0.4;
    heading(d, &mut y, last);
    let text = d.rng.pick(&[
        "Randonnée, lecture, bénévolat aux Restos du Cœur",
        "Football en club (entraîneur des jeunes), cuisine, voyages",
        "Chorale, jardinage, secourisme",
    ]);
    say(d, (left, y, right - left), text, (&italic, lead), &[]);
}

/// Two columns: a tinted one with photo, address and skills, and a white one with the career.
fn sidebar(d: &mut Desk<'_, '_>, one: &Seeker, trade: &Trade) {
    let body = face_of(d, FaceClass::Sans, false, 9.6);
    let bold = face_of(d, FaceClass::Sans, true, 9.8);
    let lead = 14.4;
    let own = &one.own;
    let at_right = d.rng.chance(0.3);
    let side = d.c.width * 0.34;
    let x0 = if at_right { d.c.width - side } else { 0.0 };
    d.c.fill(x0, 0.0, x0 + side, d.c.height, 222);
    let (left, room) = (x0 + 20.0, side - 36.0);
    marks::photo(d.c, x0 + side / 2.0 - 42.0, 40.0, 84.0, 100.0, &mut d.rng);
    let mut y = 172.0;
    let head = bold.sized(11.5);
    let heading = |d: &mut Desk<'_, '_>, x: f32, y: &mut f32, text: &str| {
        d.left(x, *y, text, &head);
        *y += 18.0;
    };
    let (contact, skills, tongues) = d.rng.choose(&[
        ("CONTACT", "COMPÉTENCES", "LANGUES"),
        ("Coordonnées", "Mes atouts", "Langues"),
        ("ME CONTACTER", "SAVOIR-FAIRE", "LANGUES"),
    ]);
    heading(d, left, &mut y, contact);
    fit(d, "phone", (left, y), room, &one.phone, &body);
    fit(d, "email", (left, y + lead), room, &one.mail, &body);
    fit(d, "", (left, y + lead * 2.0), room, &one.home.street, &body);
    fit(d, "", (left, y + lead * 3.0), room, &one.home.town_line(false), &body);
    fit(d, "", (left, y + lead * 4.0), room, &format!("{} ans - Permis B", one.age), &body);
    y += lead * 6.4;
    heading(d, left, &mut y, skills);
    for skill in trade.skills {
        fit(d, "", (left, y), room, skill, &body);
        let full = room * d.rng.range(0.45, 1.0);
        d.rule(left, y + 6.0, left + full, y + 6.0, 2.4);
        y += lead * 1.5;
    }
    y += lead;
    heading(d, left, &mut y, tongues);
    for text in ["Français : langue maternelle", "Anglais : intermédiaire", "Espagnol : scolaire"] {
        fit(d, "", (left, y), room, text, &body);
        y += lead;
    }
    y += lead * 1.4;
    heading(d, left, &mut y, "LOISIRS");
    for text in ["Course à pied", "Photographie", "Bénévolat"] {
        fit(d, "", (left, y), room, text, &body);
        y += lead;
    }
    let (left, room) = (if at_right { 34.0 } else { side + 24.0 }, d.c.width - side - 58.0);
    let name = own.full();
    let t = fitting(d, &name, &bold.sized(24.0), room);
    d.left(left, 70.0, &name, &t);
    let job = own.agree(trade.name.0, trade.name.1);
    d.left(left, 92.0, job, &body.sized(14.0));
    d.rule(left, 102.0, left + room, 102.0, 1.4);
    let text = format!(
        "{} et {}, je mets mon expérience au service de votre entreprise. Disponible rapidement, je recherche un poste stable dans la région {}.",
        own.agree("Sérieux", "Sérieuse"),
        own.agree("motivé", "motivée"),
        super::super::facts::of(one.home.town)
    );
    let mut y = say(d, (left, 126.0, room), &text, (&body, lead), &[]) + lead;
    heading(d, left, &mut y, "EXPÉRIENCES");
    for (i, (span, firm, town)) in career(&mut d.rng, one, &trade.firms).into_iter().enumerate() {
        fit(d, "", (left, y), room, job, &bold);
        fit(d, "", (left, y + lead), room, &format!("{firm} - {town} | {span}"), &body);
        y += lead * 2.0;
        for text in trade.done.iter().cycle().skip(i * 2).take(3) {
            fit(d, "", (left + 8.0, y), room - 8.0, &format!("- {text}"), &body);
            y += lead;
        }
        y += lead * 0.7;
    }
    y += lead * 0.5;
    heading(d, left, &mut y, "FORMATIONS");
    for (i, degree) in trade.degrees.iter().enumerate() {
        fit(d, "", (left, y), room, degree, &bold);
        let at = d.rng.choose(words::TOWNS).1;
        fit(d, "", (left, y + lead), room, &format!("{at} | {}", own.birth.0 + 22 - 2 * i as i64), &body);
        y += lead * 2.5;
    }
}
