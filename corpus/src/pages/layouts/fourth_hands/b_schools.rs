//! What schools and universities certify.

use crate::pages::desk::Desk;
use crate::pages::layouts::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, f};
use crate::pages::layouts::page::Page;
use crate::pages::marks;

pub(super) const PAGES: &[Page] = &[
    Page::a4("certificat_scolarite", secondary),
    Page::a4("certificat_scolarite", university),
    Page::a4("certificat_scolarite", primary),
];

/// `2023-2024` or with a slash, of the year it begins in.
fn school_year(p: &Pen<'_, '_, '_>, year: i64) -> String {
    format!("{year}{}{}", p.pick(&["-", "/", "-"]), year + 1)
}

fn secondary(d: &mut Desk<'_, '_>) {
    let year = d.rng.between(2004, 2025);
    let mut p = Pen::new(d, 10.8, 58.0, 56.0);
    let (who, h) = (p.who(year - 18, year - 11), House::new(&mut p.d.rng));
    let when = (year, p.any(9, 12), p.any(1, 28));
    let school = p.pick(&[
        "Collège Françoise-Dolto", "Lycée Jean-Moulin", "Lycée polyvalent Rosa-Parks", "Collège privé Sainte-Ursule",
        "L.P. Gustave-Eiffel",
    ]);
    p.put(
        58.0,
        56.0,
        220.0,
        Ty::Small,
        Left,
        format!("ACADÉMIE DE {}", p.pick(&["RENNES", "LILLE", "GRENOBLE", "LA RÉUNION", "DIJON"])),
    );
    let uai = format!("0{}{}", p.digits(6), p.capital());
    p.block(
        58.0,
        74.0,
        230.0,
        Ty::Body,
        &[school.to_owned(), h.street.clone(), h.place(), format!("Tél. : {}", h.phone), format!("UAI : {uai}")],
    );
    let parent = p.who(year - 55, year - 32);
    p.block(
        320.0,
        130.0,
        220.0,
        Ty::Body,
        &[
            format!("{} {} {}", parent.agree("M.", "Mme"), who.last, parent.first),
            who.home[0].clone(),
            who.home[1].clone(),
        ],
    );
    p.y = 216.0;
    p.say(Ty::Title, Centre, p.pick(&["CERTIFICAT DE SCOLARITÉ", "Certificat de scolarité"]));
    let term = f("school_year", school_year(&p, year));
    p.say(Ty::Body, Centre, format!("{} {term}", p.pick(&["Année scolaire", "Année scolaire :", "ANNÉE SCOLAIRE"])));
    p.gap(2.0);
    let head = p.who(1955, 1985);
    let (born, level) = (
        p.date(who.birth),
        p.pick(&[
            "6e B",
            "4EME 2",
            "2nde générale et technologique – 2GT5",
            "Terminale STMG",
            "3e Prépa-métiers",
            "CAP cuisine 1re année",
        ]),
    );
    p.para(
        Ty::Body,
        format!(
            "Je {}, {}, {} de l'établissement, certifie que l'élève :",
            head.agree("soussigné", "soussignée"),
            head.titled(false),
            p.pick(&["chef d'établissement", "principal", "proviseur"])
        ),
    );
    p.gap(0.6);
    let ine = format!("{}{}{}", p.digits(9), p.capital(), p.capital());
    p.rows(
        180.0,
        &[
            (
                p.pick(&["Nom et prénom", "NOM – Prénom"]),
                f("holder", if p.chance(0.7) { who.turned() } else { who.name() }),
            ),
            ("Né(e) le", f("birth_date", born)),
            ("à", who.born_at.into()),
            ("Identifiant national (INE)", ine),
            ("Régime", p.pick(&["Demi-pensionnaire", "Externe", "Interne"]).into()),
        ],
        true,
    );
    p.gap(0.8);
    p.para(
        Ty::Body,
        format!(
            "est {} dans notre établissement en classe de {level} et y poursuit sa scolarité de \
         façon assidue pour l'année en \
         cours.",
            who.agree("inscrit", "inscrite")
        ),
    );
    p.gap(0.4);
    p.para(Ty::Body, "Certificat délivré pour servir et valoir ce que de droit.");
    p.gap(2.0);
    let sent = f("date", p.date(when));
    p.put(320.0, p.y, 220.0, Ty::Body, Left, format!("Fait à {}, le {sent}", h.town));
    p.gap(1.3);
    p.sign(320.0, &["Le chef d'établissement,".to_owned(), head.name()]);
    p.down_to(0.72);
    p.para(
        Ty::Small,
        "Partie réservée à l'organisme demandeur (caisse d'allocations familiales, employeur, \
         transporteur) : ne rien inscrire dans \
         ce cadre. Toute rature ou surcharge rend ce document nul.",
    );
    let y = p.y;
    p.frame(58.0, y, p.w, 70.0);
    p.foot(
        Centre,
        &["Il ne sera pas délivré de duplicata : les familles sont invitées à faire des photocopies de cet original."
            .into()],
    );
}

fn university(d: &mut Desk<'_, '_>) {
    let year = d.rng.between(2006, 2025);
    let mut p = Pen::new(d, 10.2, 50.0, 50.0);
    let (who, h) = (p.who(year - 27, year - 18), House::new(&mut p.d.rng));
    let when = (year, p.any(7, 11), p.any(1, 28));
    let name = p.pick(&[
        "Université de Bretagne-Sud",
        "UNIVERSITÉ DE POITIERS",
        "Université Savoie Mont Blanc",
        "Institut de formation en soins infirmiers",
        "INSA Rouen Normandie",
    ]);
    p.logo(50.0, 28.0, 46.0);
    p.put(545.0, 50.0, 330.0, Ty::Head, Right, name);
    p.put(545.0, 65.0, 330.0, Ty::Small, Right, "Direction des études et de la vie étudiante – Scolarité centrale");
    p.y = 118.0;
    let title = p.pick(&["CERTIFICAT DE SCOLARITÉ", "CERTIFICAT D'INSCRIPTION", "Certificat de scolarité"]);
    p.say(Ty::Title, Centre, title);
    let term = f("school_year", school_year(&p, year));
    p.say(Ty::Bold, Centre, format!("Année universitaire {term}"));
    p.gap(1.6);
    p.para(
        Ty::Body,
        format!(
            "{} certifie que :",
            p.pick(&[
                "Le Président de l'université",
                "La directrice",
                "Le responsable du service de la scolarité, soussigné,"
            ])
        ),
    );
    p.gap(0.4);
    let (born, id) = (p.date(who.birth), format!("{}{}", p.any(20, 22), p.digits(6)));
    let ine = format!("{}{}", p.digits(10), p.capital());
    let level = p.pick(&[
        "Licence 2 Droit",
        "Master 1 Biologie-Santé",
        "DUT GEA 1re année",
        "Diplôme d'État d'infirmier, 2e année",
        "Doctorat Sciences pour l'ingénieur",
    ]);
    let mut rows = vec![
        (p.pick(&["Étudiant(e)", "Nom, prénom", "Nom de famille et prénoms"]), f("holder", who.name())),
        ("Né(e) le", format!("{} à {}", f("birth_date", born), who.born_at)),
        (p.pick(&["N° étudiant", "Numéro étudiant", "Identifiant"]), f("reference", id)),
        ("Code INE", ine),
    ];
    if p.chance(0.4) {
        rows.push(("N° de sécurité sociale", f("nir", &who.nir)));
    }
    rows.extend([
        ("Régime d'inscription", "Formation initiale".to_owned()),
        ("Bourse", p.pick(&["Non boursier", "Boursier échelon 3", "Boursier sur critères sociaux"]).into()),
    ]);
    p.rows(170.0, &rows, true);
    p.gap(1.0);
    p.say(Ty::Body, Left, "est régulièrement inscrit(e) dans l'établissement, pour l'année en cours, à :");
    p.gap(0.6);
    p.table(
        Ty::Body,
        (&[5.0, 2.0, 1.4], "lcc"),
        &["Formation", "Composante", "Type"],
        &[vec![level.into(), p.pick(&["UFR Sciences", "IUT", "Faculté de droit"]).into(), "Principale".into()]],
        Rules::Grid,
    );
    let (fee, cvec) = (p.any(16_000, 41_000), 10_000);
    p.table(
        Ty::Small,
        (&[5.0, 2.0], "lr"),
        &[],
        &[
            vec!["Droits de scolarité".into(), p.sum(fee)],
            vec!["Contribution de vie étudiante et de campus".into(), p.sum(cvec)],
            vec!["Total acquitté".into(), p.sum(fee + cvec)],
        ],
        Rules::Rows,
    );
    p.para(
        Ty::Body,
        "Ce certificat atteste de l'inscription administrative ; il ne préjuge ni de l'assiduité ni des \
         résultats de l'intéressé(e).",
    );
    p.gap(1.4);
    let sent = f("date", p.date(when));
    p.put(310.0, p.y, 230.0, Ty::Body, Left, format!("{} {sent}", p.pick(&["Édité le", "Délivré le", "Le"])));
    p.gap(1.4);
    p.sign(
        310.0,
        &[
            p.pick(&["Le Président,", "Pour le Président et par délégation,", "La responsable de scolarité,"])
                .to_owned(),
            p.who(1950, 1980).name(),
        ],
    );
    if p.chance(0.5) {
        marks::code(p.d.c, 52.0, p.d.c.height - 130.0, &mut p.d.rng);
    }
    p.foot(
        Centre,
        &[
            format!("{name} – {} – {} – {}", h.street, h.place(), h.phone),
            "Toute falsification de ce document expose à des poursuites pénales et disciplinaires.".into(),
        ],
    );
}

fn primary(d: &mut Desk<'_, '_>) {
    let year = d.rng.between(1998, 2025);
    let mut p = Pen::new(d, 11.6, 66.0, 66.0);
    let (who, h) = (p.who(year - 10, year - 3), House::new(&mut p.d.rng));
    let when = (year, p.any(9, 12), p.any(1, 28));
    let school = format!(
        "École {} {}",
        p.pick(&["primaire publique", "maternelle", "élémentaire", "privée Saint-Joseph,"]),
        p.pick(&["des Coquelicots", "Jacques Prévert", "du Centre", "Marcel Pagnol"])
    );
    let logo_right = p.chance(0.5);
    p.logo(if logo_right { 480.0 } else { 400.0 }, 40.0, 44.0);
    p.y = p.block(
        66.0,
        66.0,
        300.0,
        Ty::Body,
        &[
            "Éducation nationale".into(),
            format!("Circonscription de {}", h.town),
            school.clone(),
            h.street.clone(),
            h.place(),
            h.phone.clone(),
        ],
    );
    p.gap(3.6);
    p.say(
        Ty::Title,
        Centre,
        p.pick(&["CERTIFICAT DE SCOLARITÉ", "CERTIFICAT DE SCOLARITÉ", "CERTIFICAT D'INSCRIPTION ET DE SCOLARITÉ"]),
    );
    p.gap(2.4);
    let (born, head, term) = (p.date(who.birth), p.who(1955, 1990), f("school_year", school_year(&p, year)));
    p.para(
        Ty::Body,
        format!(
            "Je {} {}, {} de l'{}{}, certifie que l'enfant {}, {} le {} à {}, demeurant {}, {}, est \
         {} à l'école en classe de {} \
         pour l'année scolaire {term}.",
            head.agree("soussigné", "soussignée"),
            head.titled(false),
            head.agree("directeur", "directrice"),
            "é",
            &school[2..],
            f("holder", if p.chance(0.5) { who.turned() } else { who.name() }),
            who.agree("né", "née"),
            f("birth_date", born),
            who.born_at,
            who.home[0],
            who.home[1],
            who.agree("inscrit", "inscrite"),
            p.pick(&["petite section", "CP", "CE2", "CM1", "grande section", "CE1"])
        ),
    );
    p.gap(0.8);
    let entry = p.date((year, 9, 2));
    p.para(
        Ty::Body,
        format!(
            "Date d'entrée dans l'établissement : {entry}. Inscrit(e) au registre matricule sous le numéro {}.",
            f("reference", p.digits(4))
        ),
    );
    p.gap(0.8);
    p.para(
        Ty::Body,
        "Le présent certificat est établi à la demande des responsables légaux de l'enfant, pour servir \
         et valoir ce que de droit.",
    );
    p.gap(2.6);
    let sent = f("date", p.date(when));
    p.say(Ty::Body, Left, format!("À {}, le {sent}", h.town));
    p.gap(1.6);
    p.sign(
        if p.chance(0.5) { 66.0 } else { 320.0 },
        &[head.agree("Le directeur d'école,", "La directrice d'école,").to_owned()],
    );
    p.down_to(0.78);
    p.para(
        Ty::Small,
        "Rappel : en cas de changement d'école, un certificat de radiation est délivré par le \
         directeur sur demande écrite des deux \
         parents. La mairie procède ensuite à la nouvelle inscription au vu de ce document.",
    );
    p.foot(Left, &["Horaires : lundi, mardi, jeudi, vendredi 8 h 30 – 11 h 45 / 13 h 45 – 16 h 30".into()]);
}
