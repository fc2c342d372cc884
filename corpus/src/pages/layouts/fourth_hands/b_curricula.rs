//! Curricula vitae.

use crate::pages::desk::Desk;
use crate::pages::layouts::kit::pen::{Centre, Left, Pen, Rules, Ty, Who, f};
use crate::pages::layouts::kit::people::{email, mobile};
use crate::pages::layouts::page::Page;
use crate::pages::marks;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[
    Page::a4("curriculum_vitae", cv_side),
    Page::a4("curriculum_vitae", cv_plain),
    Page::a4("curriculum_vitae", cv_table),
];

/// A trade: title, posts, schools, skills.
type Trade = (&'static str, [&'static str; 4], [&'static str; 3], [&'static str; 4], [&'static str; 5]);

const TRADES: &[Trade] = &[
    (
        "Comptable confirmée",
        [
            "Comptable général – Groupe Sodival", "Assistante comptable – Cabinet Orfis",
            "Aide-comptable – SARL Mercadal", "Stagiaire – Trésorerie municipale",
        ],
        [
            "Tenue de la comptabilité fournisseurs et clients",
            "Déclarations de TVA, rapprochements bancaires",
            "Préparation des bilans et liasses fiscales",
        ],
        ["DCG – CNAM", "BTS Comptabilité et gestion", "Baccalauréat STG, mention assez bien", "Certificat Voltaire"],
        ["Sage, Cegid, EBP", "Excel avancé", "Rigueur", "Anglais B1", "Permis B"],
    ),
    (
        "Cuisinier / Chef de partie",
        [
            "Chef de partie – Hôtel Bellevue",
            "Demi-chef – Brasserie Georges",
            "Commis de cuisine – L'Auberge du Pont",
            "Apprenti – Restaurant Chez Marius",
        ],
        [
            "Mise en place et envoi de 90 couverts par service",
            "Élaboration des fiches techniques et des menus",
            "Respect des normes HACCP, gestion des stocks",
        ],
        [
            "Brevet professionnel Cuisine", "CAP Cuisine", "Mention complémentaire Dessert",
            "Formation hygiène alimentaire",
        ],
        ["Esprit d'équipe", "Résistance au stress", "Pâtisserie", "Espagnol courant", "Permis B"],
    ),
    (
        "Développeur web",
        [
            "Développeur full-stack – Kelio", "Développeur PHP – Agence Pixel & Co", "Intégrateur – freelance",
            "Technicien helpdesk – Mairie",
        ],
        [
            "Conception d'une API REST et migration vers le cloud",
            "Développement d'interfaces avec Vue.js et React",
            "Tests automatisés, revue de code, méthode agile",
        ],
        [
            "Master Informatique – Université de Lille",
            "Licence MIASHS",
            "Baccalauréat S, mention bien",
            "Certification AWS Practitioner",
        ],
        ["JavaScript, Python", "Docker, Git", "SQL", "Anglais C1", "Pédagogie"],
    ),
    (
        "Aide-soignante diplômée",
        [
            "Aide-soignante – EHPAD Les Glycines", "Aide à domicile – ADMR", "Agent de service – Clinique du Parc",
            "Bénévole – Croix-Rouge",
        ],
        [
            "Soins d'hygiène et de confort, aide aux repas",
            "Accompagnement des personnes en fin de vie",
            "Transmissions écrites et participation aux projets de soins",
        ],
        [
            "Diplôme d'État d'aide-soignant – IFAS",
            "BEP Carrières sanitaires et sociales",
            "AFGSU niveau 2",
            "Formation bientraitance",
        ],
        ["Empathie", "Travail de nuit", "Manutention", "Écoute", "Permis B, véhicule"],
    ),
];

fn cv_side(d: &mut Desk<'_, '_>) {
    let who = Who::new(&mut d.rng, 1968, 2004);
    let mut p = Pen::new(d, 10.0, 30.0, 50.0);
    let (title, posts, tasks, schools, skills) = p.d.rng.choose(TRADES);
    let (side, height) = (178.0, p.d.c.height);
    p.d.c.fill(0.0, 0.0, side + 14.0, height, if p.chance(0.5) { 226 } else { 238 });
    let (w, h) = (92.0, 108.0);
    if p.chance(0.6) {
        marks::photo(p.d.c, 50.0, 34.0, w, h, &mut p.d.rng);
    } else {
        p.logo(70.0, 54.0, 50.0);
    }
    p.y = 174.0;
    p.w = side - 30.0;
    let (phone, mail) = (mobile(&p), email(&p, &who));
    p.say(Ty::Head, Left, p.pick(&["CONTACT", "Contact", "COORDONNÉES"]));
    p.say(Ty::Body, Left, f("phone", phone));
    p.say(Ty::Body, Left, f("email", mail));
    p.say(Ty::Body, Left, &who.home[0]);
    p.say(Ty::Body, Left, &who.home[1]);
    p.say(
        Ty::Body,
        Left,
        format!(
            "{} ans – {}",
            2026 - who.birth.0,
            p.pick(&["Permis B", "Permis B, véhicule personnel", "Célibataire", "Mobile France entière"])
        ),
    );
    p.gap(1.4);
    p.say(Ty::Head, Left, p.pick(&["COMPÉTENCES", "Compétences", "SAVOIR-FAIRE"]));
    for skill in skills {
        p.say(Ty::Body, Left, format!("• {skill}"));
    }
    p.gap(1.4);
    p.say(Ty::Head, Left, "LANGUES");
    for line in [
        "Français : langue maternelle",
        "Anglais : intermédiaire",
        p.pick(&["Arabe : courant", "Allemand : scolaire", "Portugais : bilingue"]),
    ] {
        p.say(Ty::Body, Left, line);
    }
    p.gap(1.4);
    p.say(Ty::Head, Left, p.pick(&["LOISIRS", "CENTRES D'INTÉRÊT", "Centres d'intérêt"]));
    for line in [
        p.pick(&["Course à pied, randonnée", "Théâtre amateur", "Football en club"]),
        p.pick(&["Lecture, cinéma", "Guitare", "Potager et jardinage"]),
        "Bénévolat associatif",
    ] {
        p.say(Ty::Body, Left, line);
    }
    p.x = side + 34.0;
    p.w = p.d.c.width - p.x - 30.0;
    p.y = 66.0;
    let name = who.name();
    p.say(Ty::Title, Left, if p.chance(0.5) { capitals(&name, true) } else { name });
    p.say(Ty::Head, Left, title);
    p.gap(0.6);
    p.para(
        Ty::Body,
        p.pick(&[
            "Professionnel sérieux et autonome, je souhaite mettre mon expérience au service d'une \
         structure à taille humaine.",
            "Motivée et organisée, je recherche un poste à responsabilités dans une équipe dynamique, à temps plein.",
        ]),
    );
    history(&mut p, &posts, &tasks, &schools, 2);
}

/// Posts and schools with their years, down the column.
fn history(
    p: &mut Pen<'_, '_, '_>,
    posts: &[&'static str],
    tasks: &[&'static str],
    schools: &[&'static str],
    bullets: usize,
) {
    p.gap(1.0);
    p.say(
        Ty::Head,
        Left,
        p.pick(&["EXPÉRIENCES PROFESSIONNELLES", "Expérience professionnelle", "PARCOURS PROFESSIONNEL"]),
    );
    p.rule();
    p.gap(0.3);
    let mut year = 2026 - p.any(0, 3);
    for post in posts {
        let from = year - p.any(1, 5);
        p.say(Ty::Bold, Left, *post);
        p.say(
            Ty::Italic,
            Left,
            format!(
                "{} {from} – {} {year}, {}",
                p.pick(&["Janvier", "Sept.", "Mars"]),
                p.pick(&["août", "juin", "déc."]),
                p.pick(&["Lille", "Vannes", "Lyon 7e", "Bayonne"])
            ),
        );
        for task in tasks.iter().take(bullets) {
            p.para(Ty::Body, format!("- {task}"));
        }
        p.gap(0.5);
        year = from;
    }
    p.gap(0.6);
    p.say(Ty::Head, Left, p.pick(&["FORMATION", "Formation", "DIPLÔMES ET FORMATIONS"]));
    p.rule();
    p.gap(0.3);
    for school in schools {
        p.say(Ty::Body, Left, format!("{year} : {school}"));
        p.gap(0.3);
        year -= p.any(1, 2);
    }
}

fn cv_plain(d: &mut Desk<'_, '_>) {
    let who = Who::new(&mut d.rng, 1955, 2003);
    let mut p = Pen::new(d, 10.6, 58.0, 54.0);
    let (title, posts, tasks, schools, skills) = p.d.rng.choose(TRADES);
    let (phone, mail) = (mobile(&p), email(&p, &who));
    let born = p.date(who.birth);
    let lines = [
        who.name(),
        who.home[0].clone(),
        who.home[1].clone(),
        format!("{} {}", p.pick(&["Tél. :", "Portable :", "Tél"]), f("phone", phone)),
        format!("{} {}", p.pick(&["E-mail :", "Courriel :", "Mail :", "Adresse électronique :"]), f("email", mail)),
        format!("{} le {born} à {}", who.agree("Né", "Née"), who.born_at),
        p.pick(&["Nationalité française – Permis B", "Mariée, deux enfants", "Célibataire – Permis A et B"]).to_owned(),
    ];
    p.y = p.block(58.0, 54.0, 300.0, Ty::Body, &lines);
    if p.chance(0.4) {
        marks::photo(p.d.c, 450.0, 42.0, 82.0, 100.0, &mut p.d.rng);
    }
    p.gap(1.0);
    p.frame(150.0, p.y - 16.0, 296.0, 30.0);
    let heading = p.pick(&["CURRICULUM VITAE", "Curriculum vitæ"]);
    p.put(
        298.0,
        p.y + 4.0,
        280.0,
        Ty::Head,
        Centre,
        if p.chance(0.5) { heading.to_owned() } else { capitals(title, true) },
    );
    p.gap(1.6);
    history(&mut p, &posts, &tasks, &schools, 3);
    p.gap(0.8);
    p.say(Ty::Head, Left, "DIVERS");
    p.rule();
    p.gap(0.3);
    p.rows(
        120.0,
        &[
            ("Informatique", format!("{}, {}", skills[0], skills[1])),
            ("Langues", "anglais (lu, écrit, parlé), espagnol scolaire".into()),
            ("Qualités", format!("{}, {}", skills[2], skills[3])),
            (
                "Loisirs",
                p.pick(&["natation, chorale, voyages", "photographie, vélo", "tennis de table (classé), cuisine"])
                    .into(),
            ),
        ],
        false,
    );
}

fn cv_table(d: &mut Desk<'_, '_>) {
    let who = Who::new(&mut d.rng, 1962, 2004);
    let mut p = Pen::new(d, 10.4, 44.0, 60.0);
    let (title, posts, tasks, schools, skills) = p.d.rng.choose(TRADES);
    let (phone, mail) = (mobile(&p), email(&p, &who));
    p.say(Ty::Title, Centre, who.name());
    p.say(Ty::Head, Centre, title);
    let mark = p.pick(&[" | ", " – ", " • "]);
    let parts = [who.home.join(", "), f("phone", phone), f("email", mail)];
    p.say(Ty::Small, Centre, parts.join(mark));
    if p.chance(0.4) {
        p.say(
            Ty::Small,
            Centre,
            format!(
                "www.linkedin.com/in/{}-{}",
                capitals(who.first, false).to_lowercase().replace(' ', ""),
                p.digits(6)
            ),
        );
    }
    p.gap(1.2);
    let (x, w) = (p.x, p.w);
    let mut year = 2026 - p.any(0, 2);
    let band = |p: &mut Pen<'_, '_, '_>, text: &str| {
        p.d.c.fill(x, p.y - 11.0, x + w, p.y + 5.0, 214);
        p.put(x + 6.0, p.y, w - 12.0, Ty::Bold, Left, text);
        p.gap(1.5);
    };
    band(&mut p, p_label(&who));
    for (i, post) in posts.iter().enumerate() {
        let from = year - p.any(1, 4);
        let y = p.y;
        p.put(x, y, 84.0, Ty::Bold, Left, format!("{from} – {year}"));
        p.x = x + 98.0;
        p.w = w - 98.0;
        p.say(Ty::Bold, Left, *post);
        p.para(Ty::Body, format!("{}. {}.", tasks[i % 3], tasks[(i + 1) % 3]));
        p.gap(0.4);
        p.x = x;
        p.w = w;
        year = from;
    }
    band(&mut p, "Formation initiale et continue");
    for school in schools {
        p.put(x, p.y, 84.0, Ty::Body, Left, format!("{year}"));
        p.put(x + 98.0, p.y, w - 98.0, Ty::Body, Left, school);
        p.gap(1.3);
        year -= p.any(1, 3);
    }
    p.gap(0.5);
    band(&mut p, "Compétences");
    let levels: Vec<Vec<String>> = skills
        .iter()
        .map(|s| vec![(*s).to_owned(), p.pick(&["Maîtrise", "Bon niveau", "Notions", "Expert"]).to_owned()])
        .collect();
    p.table(Ty::Body, (&[3.0, 2.0], "ll"), &[], &levels, if p.chance(0.5) { Rules::Rows } else { Rules::None });
    band(&mut p, "Références");
    for _ in 0..2 {
        let other = p.who(1955, 1985);
        p.say(
            Ty::Body,
            Left,
            format!(
                "{}, {}",
                other.titled(false),
                p.pick(&["ancien responsable hiérarchique", "directrice du site", "maître de stage"])
            ),
        );
    }
    p.gap(0.6);
    p.say(
        Ty::Small,
        Left,
        format!(
            "Disponibilité : {} – Prétentions : à convenir",
            p.pick(&["immédiate", "préavis d'un mois", "à partir de septembre"])
        ),
    );
}

fn p_label(who: &Who) -> &'static str {
    who.agree("Expériences professionnelles", "Parcours professionnel")
}
