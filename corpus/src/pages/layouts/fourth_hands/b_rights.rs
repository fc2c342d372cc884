//! Attestations of rights to health insurance.

use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, years_on};
use crate::pages::layouts::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use crate::pages::layouts::page::Page;

pub(super) const PAGES: &[Page] = &[
    Page::a4("attestation_droits", ameli),
    Page::a4("attestation_droits", complementary),
    Page::a4("attestation_droits", rural),
];

fn ameli(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1940, 2005), House::new(&mut d.rng), day(&mut d.rng, 2013, 2026));
    let mut p = Pen::new(d, 10.0, 50.0, 50.0);
    p.logo(50.0, 30.0, 36.0);
    p.put(94.0, 54.0, 200.0, Ty::Head, Left, p.pick(&["l'Assurance Maladie", "L'ASSURANCE MALADIE"]));
    let cpam = format!(
        "CPAM {}",
        p.pick(&["DU MORBIHAN", "DE L'OISE", "DU PUY-DE-DÔME", "DES ALPES-MARITIMES", "DU BAS-RHIN"])
    );
    p.block(
        50.0,
        90.0,
        220.0,
        Ty::Small,
        &[cpam, h.street.clone(), format!("{} CEDEX 9", h.place()), "ameli.fr – Tél. 36 46".into()],
    );
    let mut to = who.letter("addressee", false);
    if p.chance(0.5) {
        to[0] = f("addressee", format!("{} {}", who.agree("M", "MME"), who.turned()));
    }
    p.block(310.0, 130.0, 236.0, Ty::Body, &to);
    p.y = 210.0;
    let day = p.date(when);
    p.say(Ty::Body, Left, format!("{} {day}", p.pick(&["Le", "Édité le", "Date d'édition :"])));
    p.gap(1.0);
    p.say(
        Ty::Title,
        Centre,
        p.pick(&["ATTESTATION DE DROITS À L'ASSURANCE MALADIE", "Attestation de droits à l'assurance maladie"]),
    );
    p.say(Ty::Small, Centre, "à présenter à tout professionnel ou établissement de santé");
    p.gap(1.0);
    let (from, until) = (p.date((when.0, when.1, 1)), p.date(years_on((when.0, when.1, 1), 1)));
    let organism = format!("{} {} {}", p.any(1, 7), p.digits(3), p.digits(4));
    p.say(Ty::Bold, Left, "Assuré(e)");
    p.rule();
    let name = if p.chance(0.5) { who.turned() } else { who.name() };
    let (born, regime) = (p.date(who.birth), p.pick(&["01 – Régime général", "Général", "Régime général"]));
    p.rows(
        190.0,
        &[
            (p.pick(&["Nom, prénom", "Nom et prénom de l'assuré(e)"]), f("holder", name)),
            (
                p.pick(&["N° de sécurité sociale", "Numéro de sécurité sociale", "N° d'immatriculation"]),
                f("nir", &who.nir),
            ),
            ("Date de naissance", f("birth_date", born)),
            ("Rang de naissance", "1".into()),
            ("Régime", regime.into()),
            ("Organisme de rattachement", organism),
            ("Code gestion", p.pick(&["10", "11", "30", "70"]).into()),
        ],
        true,
    );
    p.gap(1.0);
    p.say(Ty::Bold, Left, "Droits aux prestations en nature");
    p.rule();
    let open = p.chance(0.7);
    let to = if open { f("valid_until", until) } else { String::new() };
    p.rows(
        190.0,
        &[
            (p.pick(&["Droits ouverts à compter du", "Vos droits sont ouverts du", "Du"]), f("valid_from", from)),
            ("jusqu'au", to),
            ("Exonération du ticket modérateur", p.pick(&["Non", "Oui – affection de longue durée"]).into()),
            ("Modulation", "sans".into()),
            ("Médecin traitant déclaré", p.pick(&["Oui", "Non"]).into()),
        ],
        false,
    );
    p.gap(1.0);
    if p.chance(0.6) {
        p.say(Ty::Bold, Left, "Bénéficiaires rattachés");
        let mut rows = Vec::new();
        for n in 0..p.any(1, 3) {
            let kid = p.who(2004, 2012);
            rows.push(vec![
                format!("{} {}", who.last, kid.first),
                p.date(kid.birth),
                format!("{}", n + 1),
                "Oui".into(),
            ]);
        }
        p.table(
            Ty::Small,
            (&[4.0, 2.0, 1.0, 1.5], "lccc"),
            &["Nom, prénom", "Date de naissance", "Rang", "Droits ouverts"],
            &rows,
            Rules::Grid,
        );
    }
    p.para(
        Ty::Body,
        "Cette attestation est valable sous réserve de modification de votre situation. N'oubliez pas de mettre à jour \
         votre carte Vitale chaque année et à chaque changement, dans une pharmacie ou à l'accueil de votre caisse.",
    );
    p.para(
        Ty::Body,
        "Elle ne peut être utilisée à l'étranger : demandez la carte européenne d'assurance maladie \
         depuis votre compte.",
    );
    p.down_to(0.8);
    p.say(Ty::Body, Right, "Le directeur de la caisse primaire d'assurance maladie");
    p.foot(
        Left,
        &[
            "La loi rend passible d'une amende et/ou d'emprisonnement quiconque se rend coupable de fraudes \
         ou de fausses \
         déclarations en vue d'obtenir des avantages indus (art. 313-1, 441-1 du code pénal)."
                .into(),
            "Les données à caractère personnel sont traitées conformément au règlement général sur la protection des \
             données."
                .into(),
        ],
    );
}

fn complementary(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1950, 2004), House::new(&mut d.rng), day(&mut d.rng, 2010, 2026));
    let mut p = Pen::new(d, 10.2, 46.0, 46.0);
    let scheme = p.pick(&[
        "Complémentaire santé solidaire",
        "Couverture maladie universelle complémentaire (CMU-C)",
        "Aide médicale de l'État",
        "Protection universelle maladie",
    ]);
    p.frame(46.0, 36.0, p.w, 60.0);
    p.put(60.0, 60.0, 300.0, Ty::Head, Left, "ATTESTATION DE DROITS");
    p.put(60.0, 80.0, 300.0, Ty::Body, Left, scheme);
    p.logo(490.0, 46.0, 36.0);
    p.y = 122.0;
    let (from, until) = (p.date((when.0, when.1, 1)), p.date(years_on((when.0, when.1, 1), 1)));
    let spaced = if p.chance(0.3) { who.nir.replace(' ', "") } else { who.nir.clone() };
    let (born, day) = (p.date(who.birth), p.date(when));
    let rows = vec![vec![f("nir", spaced), f("holder", who.turned()), f("birth_date", born)]];
    let first = p.pick(&["N° sécurité sociale", "Immatriculation", "N° assuré"]);
    p.table(Ty::Body, (&[3.0, 4.0, 2.0], "lll"), &[first, "Nom et prénom de l'assuré", "Né(e) le"], &rows, Rules::Grid);
    let to = who.letter("addressee", true);
    p.block(320.0, p.y + 22.0, 220.0, Ty::Body, &to);
    let office = [format!("CPAM – centre de {}", h.town), h.street.clone(), h.place(), format!("Le {day}")];
    p.y = p.block(46.0, p.y + 10.0, 220.0, Ty::Body, &office);
    p.gap(2.0);
    p.say(Ty::Body, Left, format!("{},", who.agree("Monsieur", "Madame")));
    p.gap(0.5);
    let said = if p.chance(0.5) {
        format!(
            "Vous bénéficiez de la prise en charge de vos frais de santé du {} au {}.",
            f("valid_from", from),
            f("valid_until", until)
        )
    } else {
        format!(
            "Nous vous informons que vos droits sont ouverts à compter du {} et jusqu'au {} inclus.",
            f("valid_from", from),
            f("valid_until", until)
        )
    };
    p.para(Ty::Bold, said);
    for text in [
        "Présentez cette attestation, avec votre carte Vitale mise à jour, aux professionnels de santé : vous \
             n'aurez pas à faire \
         l'avance des frais et ils ne pourront pratiquer de dépassements d'honoraires, sauf exigence particulière de \
              votre part.",
        "Si vous n'avez pas encore choisi de médecin traitant, nous vous invitons à le faire : dans le cas \
             contraire, le taux de \
         remboursement de vos consultations serait réduit.",
        "Le renouvellement de vos droits doit être demandé entre quatre et deux mois avant la date de fin indiquée \
             ci-dessus, au \
         moyen du formulaire disponible à l'accueil de nos services.",
    ] {
        p.para(Ty::Body, text);
        p.gap(0.4);
    }
    p.say(Ty::Bold, Left, "Garanties prises en charge");
    let cares = [
        ("Consultations et actes médicaux", "100 %"),
        ("Médicaments remboursables", "100 %"),
        ("Forfait journalier hospitalier", "sans limitation"),
        ("Lunettes (classe A)", "forfait"),
        ("Prothèses dentaires", "forfait"),
        ("Appareils auditifs", "forfait"),
    ];
    let rows: Vec<Vec<String>> = cares.iter().map(|(a, b)| vec![(*a).to_owned(), (*b).to_owned()]).collect();
    p.table(Ty::Small, (&[5.0, 2.0], "lc"), &[], &rows, Rules::Grid);
    p.sign(360.0, &["Le Directeur".to_owned()]);
    p.foot(
        Centre,
        &["S 3711 – Toute déclaration inexacte expose au remboursement des prestations indûment perçues.".into()],
    );
}

fn rural(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1940, 2002), House::new(&mut d.rng), day(&mut d.rng, 2012, 2026));
    let mut p = Pen::new(d, 10.8, 62.0, 60.0);
    let fund =
        p.pick(&["MSA Mayenne-Orne-Sarthe", "MSA Sud Champagne", "MGEN – Section de la Vienne", "LMDE", "CPRP SNCF"]);
    p.say(Ty::Head, Right, fund);
    p.say(Ty::Small, Right, format!("{} – {}", h.street, h.place()));
    p.say(Ty::Small, Right, format!("Téléphone : {}", h.phone));
    p.gap(2.0);
    let day = p.date(when);
    let to = who.letter("addressee", false);
    p.y = p.block(62.0, p.y, 250.0, Ty::Body, &to);
    p.gap(2.0);
    p.say(Ty::Body, Left, format!("{}, le {day}", h.town));
    p.gap(1.4);
    let title =
        p.pick(&["ATTESTATION D'OUVERTURE DE DROITS", "Attestation de droits", "ATTESTATION DE DROITS MALADIE"]);
    p.say(Ty::Title, Left, title);
    p.gap(1.2);
    let (from, until, born) = (p.date((when.0, 1, 1)), p.date((when.0, 12, 31)), p.date(who.birth));
    let name = who.name();
    p.para(
        Ty::Body,
        format!(
            "La caisse {fund} atteste que {} {}, {} le {}, immatriculé{} sous le numéro {}, bénéficie des prestations \
         en nature de l'assurance maladie et maternité pour la période du {} au {}.",
            who.agree("Monsieur", "Madame"),
            f("holder", name),
            who.agree("né", "née"),
            f("birth_date", born),
            who.agree("", "e"),
            f("nir", &who.nir),
            f("valid_from", from),
            f("valid_until", until)
        ),
    );
    p.gap(0.8);
    let rows: Vec<Vec<String>> = [
        ("Code régime", "02 – salariés agricoles"),
        ("Code caisse / centre", "535 / 0001"),
        ("Taux de prise en charge", "Droit commun"),
        ("Pharmacie : tiers payant", "Accordé"),
        ("Télétransmission à la complémentaire", "Oui – Noémie"),
    ]
    .iter()
    .map(|(a, b)| vec![(*a).to_owned(), (*b).to_owned()])
    .collect();
    p.table(Ty::Body, (&[3.0, 4.0], "ll"), &[], &rows, Rules::Rows);
    p.para(
        Ty::Body,
        "Cette attestation vous permet de justifier de vos droits en l'absence de votre carte Vitale. Elle doit être \
         présentée avec une pièce d'identité. Elle cesse d'être valable en cas de changement de régime ou de caisse.",
    );
    p.para(
        Ty::Body,
        "Conservez ce document ; aucun duplicata n'est envoyé par courrier. Vous pouvez à tout moment \
         en éditer un nouvel \
         exemplaire depuis votre espace privé.",
    );
    p.gap(2.0);
    p.sign(340.0, &[p.pick(&["Le Directeur général", "Le chef de centre", "La Directrice"]).to_owned()]);
    p.down_to(0.72);
    p.say(Ty::Bold, Left, "Vos démarches");
    for text in [
        "– Changement d'adresse : signalez-le dans les quinze jours.",
        "– Naissance, mariage, pacs : adressez-nous l'extrait d'acte.",
        "– Séjour en Europe : demandez votre carte européenne au moins trois semaines avant le départ.",
        "– Perte ou vol de la carte Vitale : déclarez-les depuis votre espace en ligne.",
    ] {
        p.say(Ty::Small, Left, text);
    }
    p.foot(
        Centre,
        &[format!(
            "{fund} – organisme régi par le code de la sécurité sociale et le code rural et de la pêche maritime"
        )],
    );
}
