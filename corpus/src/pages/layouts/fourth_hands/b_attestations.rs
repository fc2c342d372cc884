//! Attestations: of insurers, on one's honour, of training, of pensions and registered unemployment.

use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, figures, years_on};
use crate::pages::layouts::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use crate::pages::layouts::page::Page;

pub(super) const PAGES: &[Page] = &[
    Page::a4("attestation", insurance),
    Page::a4("attestation", honour),
    Page::a4("attestation", training),
    Page::a4("attestation", lodging),
];

fn insurance(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1948, 2001), House::new(&mut d.rng), day(&mut d.rng, 2014, 2026));
    let mut p = Pen::new(d, 10.0, 56.0, 58.0);
    let brand = p.pick(&["MAIF", "GROUPAMA LOIRE BRETAGNE", "Assurances du Vieux Port", "MACIF", "Thélem assurances"]);
    let kind = p.pick(&["RESPONSABILITÉ CIVILE", "HABITATION", "SCOLAIRE ET EXTRASCOLAIRE", "MULTIRISQUE HABITATION"]);
    p.logo(56.0, 34.0, 34.0);
    p.put(98.0, 56.0, 220.0, Ty::Head, Left, brand);
    let office = [h.street.clone(), h.place(), format!("Tél. : {}", h.phone)];
    p.block(56.0, 84.0, 210.0, Ty::Small, &office);
    let to = who.letter("", false);
    p.block(330.0, 140.0, 220.0, Ty::Body, &to);
    p.y = 215.0;
    let number = format!("{} {} {}", p.digits(4), p.digits(3), p.digits(2));
    let member = p.digits(8);
    p.rows(
        118.0,
        &[("N° de sociétaire :", member), ("Contrat n° :", f("reference", &number)), ("Agence :", h.town.to_owned())],
        false,
    );
    p.gap(1.0);
    let written = f("date", p.date(when));
    p.say(Ty::Body, Right, format!("{}, le {written}", h.town));
    p.gap(1.6);
    let title = p.pick(&["ATTESTATION D'ASSURANCE", "ATTESTATION"]);
    p.say(Ty::Title, Centre, format!("{title} {kind}"));
    p.gap(1.2);
    p.para(
        Ty::Body,
        format!(
            "Nous soussignés, {brand}, attestons que {}, {} {}, est titulaire auprès de notre société d'un contrat \
         d'assurance {} en cours de validité, garantissant le risque situé {}, {}.",
            f("holder", who.name()),
            who.agree("demeurant", "demeurant"),
            who.home[0],
            kind.to_lowercase(),
            who.home[0],
            who.home[1]
        ),
    );
    let until = years_on(when, 1);
    let (from, until) = (p.date(when), p.date(until));
    p.para(
        Ty::Body,
        format!("La présente attestation est valable du {from} au {until}, sous réserve du paiement de la cotisation."),
    );
    let cover: Vec<Vec<String>> = [
        ("Dommages corporels", 2_000_000_000),
        ("Dommages matériels et immatériels", 150_000_000),
        ("Incendie, explosion, dégât des eaux", 76_500_000),
        ("Recours des voisins et des tiers", 305_000_000),
        ("Défense pénale et recours", 1_500_000),
    ]
    .iter()
    .map(|(label, cents)| vec![(*label).to_owned(), p.sum(*cents), p.sum(15_000)])
    .collect();
    p.gap(0.6);
    let rules = if p.chance(0.5) { Rules::Grid } else { Rules::Rows };
    p.table(Ty::Body, (&[5.0, 2.2, 1.5], "lrr"), &["Garanties", "Plafond par sinistre", "Franchise"], &cover, rules);
    p.para(
        Ty::Body,
        "La présente attestation n'implique qu'une présomption de garantie à la charge de l'assureur \
         (article L. 112-3 \
         du code des assurances) et ne saurait l'engager au-delà des clauses et conditions du contrat auquel elle se \
              réfère.",
    );
    p.gap(1.5);
    let name =
        p.pick(&["Le directeur général", "Pour la société, le responsable clientèle", "La directrice de l'agence"]);
    p.sign(340.0, &[name.to_owned()]);
    let (siren, place) = (h.siren.clone(), h.place());
    p.foot(Centre, &[
        format!("{brand} – Société d'assurance mutuelle à cotisations variables – {} {place} – RCS {siren}", h.street),
        "Entreprise régie par le code des assurances – Autorité de contrôle : ACPR, 4 place de Budapest, 75436 Paris \
             Cedex 09".into(),
    ]);
}

fn honour(d: &mut Desk<'_, '_>) {
    let (who, by, when) =
        (Who::new(&mut d.rng, 1950, 2002), Who::new(&mut d.rng, 1945, 1995), day(&mut d.rng, 2008, 2026));
    let mut p = Pen::new(d, 11.5, 70.0, 80.0);
    let mut from = by.letter("", false);
    from.push(format!("Tél. : 06 {} {} {} {}", p.digits(2), p.digits(2), p.digits(2), p.digits(2)));
    p.y = p.block(70.0, 80.0, 260.0, Ty::Body, &from);
    p.gap(4.0);
    let title =
        p.pick(&["ATTESTATION SUR L'HONNEUR", "ATTESTATION DE TÉMOIN", "Attestation", "ATTESTATION D'HÉBERGEMENT"]);
    p.say(Ty::Title, Centre, title);
    p.gap(2.4);
    let lodged = title.contains("HÉBERGEMENT");
    let (birth, mine, since) = (p.date(who.birth), p.date(by.birth), p.date((when.0 - 1, 9, 1)));
    p.para(
        Ty::Body,
        format!(
            "Je {} {}, {} le {mine} à {}, demeurant {} à {}, atteste sur l'honneur {} {}, {} le {} à {}, {}.",
            by.agree("soussigné", "soussignée"),
            by.titled(true),
            by.agree("né", "née"),
            by.born_at,
            by.home[0],
            by.home[1],
            if lodged { "héberger à mon domicile" } else { "connaître personnellement" },
            f("holder", who.name()),
            who.agree("né", "née"),
            f("birth_date", birth),
            who.born_at,
            if lodged { "à titre gratuit et de façon stable".into() } else { format!("depuis le {since}") }
        ),
    );
    p.gap(0.8);
    for text in [
        "J'ai connaissance que la présente attestation pourra être produite en justice ou auprès de toute \
             administration, et \
         que toute fausse déclaration de ma part m'expose à des sanctions pénales.",
        "Est puni d'un an d'emprisonnement et de 15 000 euros d'amende le fait d'établir une attestation ou un \
             certificat \
         faisant état de faits matériellement inexacts (article 441-7 du code pénal).",
        "Fait pour servir et valoir ce que de droit.",
    ] {
        p.para(Ty::Body, text);
        p.gap(0.6);
    }
    let at = by.home[1].split_once(' ').map_or("", |t| t.1).to_owned();
    let day = f("date", p.date(when));
    p.gap(2.0);
    let x = if p.chance(0.5) { 70.0 } else { 320.0 };
    p.put(x, p.y, 220.0, Ty::Body, Left, format!("Fait à {at}, le {day}"));
    p.gap(2.0);
    p.sign(x, &["Signature".to_owned(), String::new()]);
    p.down_to(0.84);
    p.para(
        Ty::Small,
        "Pièce jointe : photocopie d'un document officiel justifiant de l'identité et comportant la signature (carte \
         nationale d'identité, passeport, permis de conduire) ; justificatif de domicile de moins de trois mois.",
    );
}

fn training(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1960, 2003), House::new(&mut d.rng), day(&mut d.rng, 2015, 2026));
    let mut p = Pen::new(d, 10.5, 60.0, 60.0);
    let firm =
        p.pick(&["GRETA du Velay", "Cap Compétences", "Croix-Rouge française – IRFSS", "AFPA", "Formasud Conseil"]);
    let (course, hours) = p.d.rng.choose(&[
        ("Sauveteur secouriste du travail (SST)", 14),
        ("Habilitation électrique B0-H0V", 7),
        ("Excel perfectionnement", 21),
        ("Gestes et postures", 7),
        ("Management d'équipe : les fondamentaux", 35),
        ("CACES R489 catégorie 3", 21),
    ]);
    p.logo(480.0, 36.0, 40.0);
    p.say(Ty::Head, Left, firm);
    p.say(Ty::Small, Left, format!("{} – {}", h.street, h.place()));
    let license = format!("{} {} {} {}", p.digits(2), p.digits(2), p.digits(5), p.digits(2));
    p.say(Ty::Small, Left, format!("Déclaration d'activité enregistrée sous le numéro {license}"));
    p.gap(4.0);
    let title = p.pick(&[
        "ATTESTATION DE FIN DE FORMATION", "ATTESTATION INDIVIDUELLE DE FORMATION", "Attestation de suivi de formation",
    ]);
    p.frame(60.0, p.y - 22.0, p.w, 36.0);
    p.say(Ty::Title, Centre, title);
    p.gap(1.0);
    let number = format!("{}-{}-{}", p.pick(&["ATT", "AF", "F"]), when.0, p.digits(4));
    p.say(Ty::Small, Centre, format!("{} {}", p.pick(&["N°", "Réf. :", "Attestation n°"]), f("reference", number)));
    p.gap(2.0);
    p.para(
        Ty::Body,
        format!(
            "Je soussigné, {}, représentant légal de l'organisme de formation {firm}, atteste que :",
            p.pick(&["Gilles Faucheux", "Mme Annick Le Bellec", "Patrice Obadia"])
        ),
    );
    p.gap(1.0);
    let (birth, from, to) = (p.date(who.birth), p.date((when.0, when.1, 1)), p.date((when.0, when.1, 3)));
    let employer = p.pick(&["SAS Transports Rivoire", "Commune de Figeac", "EHPAD Les Glycines", "Demandeur d'emploi"]);
    p.rows(
        170.0,
        &[
            ("Le stagiaire :", f("holder", if p.chance(0.5) { who.name() } else { who.turned() })),
            ("Né(e) le :", f("birth_date", birth)),
            ("Entreprise :", employer.into()),
            ("a suivi la formation :", course.into()),
            ("Dates :", format!("du {from} au {to}")),
            ("Durée effective :", format!("{hours} heures")),
            ("Lieu :", h.town.into()),
            ("Nature de l'action :", "Acquisition, entretien ou perfectionnement des connaissances".into()),
        ],
        true,
    );
    p.gap(1.2);
    p.say(Ty::Bold, Left, "Évaluation des acquis de la formation");
    let goals = [
        "Connaître le cadre réglementaire",
        "Identifier les risques et les situations",
        "Mettre en œuvre les procédures",
        "Rendre compte à sa hiérarchie",
    ];
    let rows: Vec<Vec<String>> = goals
        .iter()
        .map(|g| {
            let got = p.chance(0.8);
            vec![(*g).to_owned(), if got { "X" } else { "" }.into(), if got { "" } else { "X" }.into(), String::new()]
        })
        .collect();
    p.table(
        Ty::Small,
        (&[5.0, 1.2, 1.6, 1.3], "lccc"),
        &["Objectifs", "Acquis", "En cours d'acquisition", "Non acquis"],
        &rows,
        Rules::Grid,
    );
    p.para(
        Ty::Body,
        "La présente attestation est délivrée en application de l'article L. 6353-1 du code du travail. Elle est à \
         conserver sans limitation de durée.",
    );
    p.gap(1.5);
    let day = f("date", p.date(when));
    p.put(320.0, p.y, 220.0, Ty::Body, Left, format!("Fait à {}, le {day}", h.town));
    p.gap(1.3);
    p.sign(320.0, &["Cachet et signature du responsable".to_owned()]);
    let siret = h.siret.clone();
    p.foot(
        Centre,
        &[format!(
            "{firm} – SIRET {siret} – APE 8559A – Organisme certifié Qualiopi au titre des actions de formation"
        )],
    );
}

fn lodging(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1945, 2002), House::new(&mut d.rng), day(&mut d.rng, 2012, 2026));
    let mut p = Pen::new(d, 10.5, 58.0, 56.0);
    let office = p.pick(&["CARSAT", "Pôle emploi", "France Travail", "CNAV – L'Assurance retraite", "Agirc-Arrco"]);
    let retired = !matches!(office, "Pôle emploi" | "France Travail");
    p.logo(58.0, 30.0, 40.0);
    p.put(106.0, 56.0, 240.0, Ty::Head, Left, office);
    p.block(
        58.0,
        92.0,
        230.0,
        Ty::Small,
        &[h.street.clone(), h.place(), p.pick(&["Tél. 3949", "Tél. 3960", "www.info-retraite.fr"]).into()],
    );
    let to = who.letter("", true);
    p.block(320.0, 132.0, 220.0, Ty::Body, &to);
    p.y = 216.0;
    let id = format!("{}{}", p.digits(7), p.capital());
    let day = f("date", p.date(when));
    let mut rows = vec![(p.pick(&["N° de dossier :", "Vos références :", "Identifiant :"]), f("reference", id))];
    if retired || p.chance(0.4) {
        rows.push((p.pick(&["N° de sécurité sociale :", "Numéro de Sécurité sociale :"]), f("nir", &who.nir)));
    }
    p.rows(150.0, &rows, false);
    p.gap(1.0);
    p.say(Ty::Body, Right, format!("{}, le {day}", h.town));
    p.gap(1.4);
    let title = if retired { "ATTESTATION DE PAIEMENT" } else { "ATTESTATION DE SITUATION" };
    p.say(Ty::Title, Left, title);
    p.rule();
    p.gap(0.6);
    let birth = p.date(who.birth);
    let status = if retired {
        "est titulaire d'une retraite personnelle"
    } else {
        "est inscrit(e) sur la liste des demandeurs d'emploi"
    };
    p.para(
        Ty::Body,
        format!(
            "{} atteste que {} {}, {} le {}, {status}, depuis le {}.",
            office,
            who.agree("Monsieur", "Madame"),
            f("holder", who.name()),
            who.agree("né", "née"),
            f("birth_date", birth),
            figures((when.0 - 2, 4, 1), "/")
        ),
    );
    p.para(Ty::Body, "Les versements suivants ont été effectués au cours des derniers mois :");
    p.gap(0.4);
    let gross = p.any(62_000, 190_000);
    let rows: Vec<Vec<String>> = (1..=when.1.max(5))
        .map(|m| {
            let paid = gross - gross * 74 / 1000;
            vec![figures((when.0, m, 9), "/"), p.sum(gross), p.sum(gross - paid), p.sum(paid)]
        })
        .collect();
    p.table(
        Ty::Body,
        (&[2.0, 2.0, 2.0, 2.0], "lrrr"),
        &["Date de paiement", "Montant brut", "Prélèvements", "Montant net"],
        &rows,
        Rules::Columns,
    );
    p.para(
        Ty::Body,
        "Cette attestation est établie à la demande de l'intéressé(e) pour faire valoir ce que de droit. Elle ne \
         préjuge pas des droits qui pourraient être ouverts ou supprimés ultérieurement.",
    );
    p.gap(1.2);
    let boss = p.pick(&["Le Directeur", "Votre conseiller", "La directrice, par délégation"]);
    p.sign(360.0, &[boss.to_owned()]);
    p.foot(
        Left,
        &[
            "La loi rend passible d'amende et/ou d'emprisonnement quiconque se rend coupable de fraudes ou de \
         fausses déclarations \
         (articles L. 114-13 du code de la sécurité sociale, 441-1 du code pénal)."
                .into(),
            "Vous disposez d'un droit d'accès et de rectification aux données vous concernant (règlement UE \
             2016/679)."
                .into(),
        ],
    );
}
