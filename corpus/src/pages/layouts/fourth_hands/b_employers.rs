//! Certificates and attestations of employment.

use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, figures};
use crate::pages::layouts::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use crate::pages::layouts::kit::people::{FIRMS, JOBS};
use crate::pages::layouts::page::Page;

pub(super) const PAGES: &[Page] = &[
    Page::a4("attestation_employeur", work_certificate),
    Page::a4("attestation_employeur", employed),
    Page::a4("attestation_employeur", public_service),
];

fn work_certificate(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1955, 2003), House::new(&mut d.rng), day(&mut d.rng, 2003, 2026));
    let mut p = Pen::new(d, 11.0, 66.0, 66.0);
    let (firm, job, since) = (p.pick(FIRMS), p.pick(JOBS), (when.0 - p.any(1, 9), p.any(1, 12), 1));
    p.say(Ty::Head, Left, firm);
    let ape = format!("{}{}", p.digits(4), p.pick(&["A", "B", "Z", "C"]));
    let lines = [
        h.street.clone(),
        h.place(),
        format!("Tél. {}", h.phone),
        format!("SIRET : {}", f("siret", &h.siret)),
        format!("Code APE : {ape}"),
    ];
    p.y = p.block(p.x, p.y, 260.0, Ty::Small, &lines);
    if p.chance(0.6) {
        let to = who.letter("", false);
        p.block(330.0, p.y + 6.0, 210.0, Ty::Body, &to);
    }
    p.gap(5.0);
    p.say(Ty::Title, Centre, p.pick(&["CERTIFICAT DE TRAVAIL", "Certificat de travail"]));
    p.gap(2.5);
    let (from, to, born) = (p.date(since), p.date(when), p.date(who.birth));
    let boss = p.who(1950, 1985);
    p.para(
        Ty::Body,
        format!(
            "Je {} {}, agissant en qualité de {} de la société {firm}, certifie que {} {}, {} le {} \
         à {}, demeurant {}, \
         {}, n° de sécurité sociale {},",
            boss.agree("soussigné", "soussignée"),
            boss.name(),
            p.pick(&["gérant", "directeur", "président", "DRH"]),
            who.agree("Monsieur", "Madame"),
            f("holder", who.name()),
            who.agree("né", "née"),
            f("birth_date", born),
            who.born_at,
            who.home[0],
            who.home[1],
            f("nir", &who.nir)
        ),
    );
    p.gap(0.5);
    p.para(
        Ty::Body,
        format!(
            "a été {} dans notre entreprise du {from} au {to}, en qualité de {job}.",
            who.agree("employé", "employée")
        ),
    );
    p.gap(0.5);
    if p.chance(0.6) {
        p.para(
            Ty::Body,
            format!(
                "{} bénéficie, à la cessation du contrat de travail, du maintien à titre gratuit \
             des garanties frais de \
             santé et prévoyance, dans les conditions de l'article L. 911-8 du code de la sécurité sociale.",
                who.titled(true)
            ),
        );
        p.gap(0.5);
    }
    p.para(Ty::Body, format!("{} nous quitte libre de tout engagement.", who.titled(true)));
    p.gap(0.5);
    p.para(Ty::Body, "En foi de quoi nous lui délivrons le présent certificat pour servir et valoir ce que de droit.");
    p.gap(2.5);
    let x = if p.chance(0.7) { 310.0 } else { p.x };
    let sent = f("date", p.date(when));
    p.put(x, p.y, 220.0, Ty::Body, Left, format!("Fait à {}, le {sent}", h.town));
    p.gap(1.4);
    p.sign(x, &[boss.name(), p.pick(&["Cachet et signature de l'employeur", "Signature et cachet"]).to_owned()]);
    let (siren, capital) = (h.siren.clone(), p.any(8, 300) * 1000);
    p.foot(Centre, &[format!("{firm} – capital de {capital} € – RCS {} {siren}", h.town)]);
}

fn employed(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1960, 2003), House::new(&mut d.rng), day(&mut d.rng, 2010, 2026));
    let mut p = Pen::new(d, 10.6, 62.0, 58.0);
    let (firm, job, since) = (p.pick(FIRMS), p.pick(JOBS), (when.0 - p.any(1, 14), p.any(1, 12), p.any(1, 28)));
    p.logo(62.0, 32.0, 42.0);
    p.put(533.0, 50.0, 280.0, Ty::Head, Right, firm);
    p.put(533.0, 64.0, 280.0, Ty::Small, Right, format!("{} – {}", h.street, h.place()));
    p.put(533.0, 76.0, 280.0, Ty::Small, Right, "Direction des ressources humaines");
    p.y = 128.0;
    let number = format!("{}/{}/{}", p.pick(&["DRH", "RH", "ADP"]), when.0, p.digits(3));
    let sent = f("date", p.date(when));
    p.say(Ty::Body, Left, format!("{} {}", p.pick(&["Réf. :", "N/Réf. :", "Nos réf. :"]), f("reference", number)));
    p.say(Ty::Body, Left, format!("Affaire suivie par : {} – {}", p.who(1960, 1998).name(), h.phone));
    p.gap(1.0);
    p.say(Ty::Body, Right, format!("{}, le {sent}", h.town));
    p.gap(2.5);
    p.say(
        Ty::Title,
        Centre,
        p.pick(&[
            "ATTESTATION D'EMPLOI", "ATTESTATION DE L'EMPLOYEUR", "Attestation employeur", "ATTESTATION DE TRAVAIL",
        ]),
    );
    p.gap(2.0);
    p.para(
        Ty::Body,
        format!(
            "Nous soussignés, {firm}, attestons par la présente employer {} dans les conditions ci-dessous :",
            who.agree("le salarié", "la salariée")
        ),
    );
    p.gap(0.6);
    let (born, from, pay) = (p.date(who.birth), p.date(since), p.any(1_750, 4_600) * 100);
    let pay = p.sum(pay);
    let number = p.digits(5);
    let all = [
        ("Nom et prénom", f("holder", if p.chance(0.5) { who.turned() } else { who.name() })),
        ("Date de naissance", f("birth_date", born)),
        ("N° de sécurité sociale", f("nir", &who.nir)),
        ("Adresse", format!("{}, {}", who.home[0], who.home[1])),
        ("Matricule", number),
        ("Emploi occupé", job.to_owned()),
        (
            "Nature du contrat",
            p.pick(&["Contrat à durée indéterminée", "CDI à temps partiel", "CDD de 12 mois"]).to_owned(),
        ),
        ("Date d'entrée", from),
        ("Durée du travail", p.pick(&["151,67 h par mois", "35 heures hebdomadaires", "28 h par semaine"]).to_owned()),
        ("Salaire mensuel brut", pay),
    ];
    if p.chance(0.5) {
        let rows: Vec<Vec<String>> = all.iter().map(|(a, b)| vec![(*a).to_owned(), b.clone()]).collect();
        p.table(Ty::Body, (&[2.2, 4.0], "ll"), &[], &rows, Rules::Grid);
    } else {
        p.rows(170.0, &all.map(|(a, b)| (a, format!(": {b}"))), false);
        p.gap(1.0);
    }
    p.para(
        Ty::Body,
        format!(
            "{} n'est à ce jour ni en période d'essai, ni en préavis de démission ou de licenciement.",
            who.titled(true)
        ),
    );
    p.para(
        Ty::Body,
        p.pick(&[
            "Attestation délivrée à la demande de l'intéressé(e) pour constitution d'un dossier de location.",
            "Cette attestation est établie pour faire valoir ce que de droit.",
            "Document remis pour l'obtention d'une place en crèche municipale.",
        ]),
    );
    p.gap(1.5);
    p.sign(320.0, &["La responsable des ressources humaines,".to_owned(), p.who(1960, 1990).name()]);
    let siret = f("siret", &h.siret);
    p.foot(
        Centre,
        &[
            format!("{firm} – {} {} – SIRET {siret} – URSSAF n° {}", h.street, h.place(), p.digits(12)),
            "www.entreprise-contact.fr".into(),
        ],
    );
}

fn public_service(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1955, 2000), House::new(&mut d.rng), day(&mut d.rng, 2006, 2026));
    let mut p = Pen::new(d, 11.0, 64.0, 60.0);
    let body =
        p.pick(&["Centre hospitalier", "Ville", "Communauté d'agglomération", "Centre communal d'action sociale"]);
    p.say(Ty::Bold, Left, "RÉPUBLIQUE FRANÇAISE");
    p.say(Ty::Head, Left, format!("{body} de {}", h.town));
    p.say(Ty::Small, Left, "Direction du personnel et des relations sociales");
    p.say(Ty::Small, Left, format!("{} – {} – {}", h.street, h.place(), h.phone));
    p.gap(1.5);
    p.say(Ty::Small, Left, format!("Dossier suivi par {}", p.who(1960, 1998).titled(false)));
    let number = format!("{} {}-{}", p.pick(&["DP/CM", "GA", "PERS"]), p.digits(3), when.0 % 100);
    p.say(Ty::Small, Left, format!("N/réf. : {}", f("reference", number)));
    p.gap(3.0);
    p.say(
        Ty::Title,
        Centre,
        p.pick(&["ÉTAT DES SERVICES", "ATTESTATION", "CERTIFICAT ADMINISTRATIF", "CERTIFICAT D'EXERCICE"]),
    );
    p.gap(2.0);
    let (born, from) = (p.date(who.birth), p.date((when.0 - 6, 9, 1)));
    let grade = p.pick(&[
        "adjoint administratif territorial", "infirmier de classe normale", "attaché territorial", "agent de maîtrise",
        "ATSEM principal",
    ]);
    p.para(
        Ty::Body,
        format!(
            "{} de {} certifie que {} {}, {} le {}, exerce ses fonctions au sein de l'établissement depuis le {from}, \
         au grade de {grade}, {}.",
            p.pick(&["Le Directeur du personnel", "Le Maire", "Le Président", "La Directrice"]),
            h.town,
            who.agree("M.", "Mme"),
            f("holder", who.name()),
            who.agree("né", "née"),
            f("birth_date", born),
            p.pick(&[
                "à temps complet",
                "à 80 %",
                "en qualité de titulaire",
                "en qualité de contractuel de droit public"
            ])
        ),
    );
    p.gap(0.6);
    p.para(Ty::Body, "Les services accomplis se décomposent comme suit :");
    let rows: Vec<Vec<String>> = (0..p.any(3, 5))
        .map(|n| {
            let year = when.0 - 6 + n;
            vec![
                figures((year, 9, 1), "/"),
                figures((year + 1, 8, 31), "/"),
                grade.to_owned(),
                format!("{}", n + 1),
                format!("{}", 340 + n * 18),
            ]
        })
        .collect();
    p.table(
        Ty::Small,
        (&[1.6, 1.6, 4.0, 1.0, 1.4], "cclcr"),
        &["Du", "Au", "Grade", "Échelon", "Indice majoré"],
        &rows,
        Rules::Grid,
    );
    p.para(
        Ty::Body,
        "Le présent certificat est délivré à la demande de l'intéressé(e), pour servir et valoir ce que de droit.",
    );
    p.gap(2.0);
    let sent = f("date", p.date(when));
    p.put(310.0, p.y, 220.0, Ty::Body, Left, format!("À {}, le {sent}", h.town));
    p.gap(1.4);
    p.sign(
        310.0,
        &[
            "Pour l'autorité territoriale et par délégation,".to_owned(),
            "le chef du service,".to_owned(),
            p.who(1955, 1990).name(),
        ],
    );
    let siret = f("siret", &h.siret);
    p.foot(
        Left,
        &[format!("{body} de {} – N° SIRET {siret} – Accueil du public de 8 h 30 à 12 h et de 13 h 30 à 17 h", h.town)],
    );
}
