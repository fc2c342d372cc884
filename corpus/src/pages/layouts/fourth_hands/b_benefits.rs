//! Attestations of family allowances.

use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, figures};
use crate::pages::layouts::kit::pen::{Centre, House, Left, Pen, Rules, Ty, Who, f};
use crate::pages::layouts::page::Page;
use crate::pages::marks;

pub(super) const PAGES: &[Page] = &[
    Page::a4("attestation_caf", caf_letter),
    Page::a4("attestation_caf", caf_quotient),
    Page::a4("attestation_caf", caf_plain),
];

/// Benefits with their monthly sums.
const BENEFITS: &[(&str, i64)] = &[
    ("Allocations familiales", 14_155),
    ("Aide personnalisée au logement", 28_743),
    ("Prime d'activité", 21_366),
    ("Allocation de base – Paje", 18_454),
    ("Complément familial", 18_200),
    ("Allocation de soutien familial", 18_741),
    ("Revenu de solidarité active", 49_820),
    ("Allocation aux adultes handicapés", 97_105),
];

fn benefits(p: &mut Pen<'_, '_, '_>) -> Vec<(&'static str, i64)> {
    let (from, n) = (p.any(0, 5) as usize, p.any(2, 3) as usize);
    BENEFITS.iter().skip(from).take(n).map(|(label, cents)| (*label, cents + p.any(-900, 900))).collect()
}

fn caf_letter(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1958, 2002), House::new(&mut d.rng), day(&mut d.rng, 2012, 2026));
    let mut p = Pen::new(d, 10.2, 52.0, 52.0);
    let number = p.digits(7);
    p.logo(52.0, 30.0, 44.0);
    p.put(104.0, 50.0, 200.0, Ty::Head, Left, p.pick(&["Allocations Familiales", "Caf", "CAF"]));
    p.put(
        104.0,
        66.0,
        200.0,
        Ty::Small,
        Left,
        format!("Caf {}", p.pick(&["du Finistère", "de la Gironde", "du Nord", "de l'Isère"])),
    );
    p.block(
        52.0,
        96.0,
        220.0,
        Ty::Small,
        &[h.street.clone(), format!("{} Cedex", h.place()), "www.caf.fr – 3230 (prix d'un appel local)".into()],
    );
    let to = who.letter("addressee", p.chance(0.3));
    p.block(310.0, 140.0, 240.0, Ty::Body, &to);
    let key = p.capital();
    p.y = 186.0;
    let day = f("date", p.date(when));
    let suffix = if p.chance(0.5) { format!(" {key}") } else { String::new() };
    p.rows(
        110.0,
        &[
            (
                p.pick(&["N° allocataire :", "Numéro d'allocataire :", "Matricule :"]),
                format!("{}{suffix}", f("beneficiary_number", number)),
            ),
            ("Dossier suivi par :", p.pick(&["Service prestations", "Plateau 3", "Unité gestion 12"]).into()),
        ],
        false,
    );
    p.gap(1.0);
    p.put(310.0, p.y, 240.0, Ty::Body, Left, format!("Le {day}"));
    p.gap(2.2);
    p.say(Ty::Title, Centre, p.pick(&["ATTESTATION DE PAIEMENT", "Attestation de paiement"]));
    p.gap(1.3);
    let month = crate::text::words::MONTHS[(when.1 - 1) as usize];
    p.para(
        Ty::Body,
        format!(
            "Le directeur de la Caisse d'allocations familiales certifie que {}, {} le {}, {} pour le mois de \
         {month} {} les prestations suivantes :",
            who.titled(true),
            who.agree("né", "née"),
            f("birth_date", p.date(who.birth)),
            "a perçu",
            when.0
        ),
    );
    p.gap(0.6);
    let list = benefits(&mut p);
    let total: i64 = list.iter().map(|l| l.1).sum();
    let mut rows: Vec<Vec<String>> =
        list.iter().map(|(l, c)| vec![(*l).to_owned(), format!("{month} {}", when.0), p.sum(*c)]).collect();
    rows.push(vec!["Total".into(), String::new(), p.sum(total)]);
    let rules = if p.chance(0.5) { Rules::Rows } else { Rules::Grid };
    p.table(Ty::Body, (&[5.0, 2.0, 2.0], "lcr"), &["Nature de la prestation", "Période", "Montant"], &rows, rules);
    p.say(Ty::Bold, Left, "Composition du foyer");
    let children = p.any(1, 3);
    for n in 0..children {
        let kid = p.who(2006, 2012);
        let born = p.date(kid.birth);
        p.say(Ty::Body, Left, format!("Enfant {} : {} {}, né(e) le {born}", n + 1, kid.first, who.last));
    }
    p.gap(0.8);
    if p.chance(0.8) {
        let quotient = p.any(18_000, 145_000) / 100 * 100;
        let quotient = f("family_quotient", p.sum(quotient));
        p.para(Ty::Body, format!("Le quotient familial du foyer pour {month} {} s'élève à {quotient}.", when.0));
    }
    p.para(
        Ty::Body,
        "Cette attestation ne préjuge pas des droits ultérieurs et est délivrée sous réserve des modifications qui \
         pourraient intervenir dans la situation du foyer.",
    );
    p.gap(1.0);
    p.sign(340.0, &["Le Directeur,".to_owned()]);
    p.foot(
        Left,
        &["La loi punit quiconque se rend coupable de fraudes ou de fausses déclarations (article L. 114-13 \
         du code de la \
         sécurité sociale – article 441-1 du code pénal). La Caf vérifie l'exactitude des déclarations (article L. \
              114-19)."
            .into()],
    );
}

fn caf_quotient(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1962, 2003), House::new(&mut d.rng), day(&mut d.rng, 2016, 2026));
    let mut p = Pen::new(d, 10.6, 60.0, 64.0);
    p.logo(60.0, 34.0, 36.0);
    p.put(
        300.0,
        58.0,
        240.0,
        Ty::Title,
        Left,
        p.pick(&["Attestation de quotient familial", "ATTESTATION DE QUOTIENT FAMILIAL"]),
    );
    p.put(300.0, 76.0, 240.0, Ty::Small, Left, "Document édité depuis l'espace Mon Compte – caf.fr");
    p.block(60.0, 110.0, 200.0, Ty::Small, &["Caisse d'allocations familiales".into(), h.street.clone(), h.place()]);
    let long = p.chance(0.5);
    let mut to = who.letter("addressee", long);
    if p.chance(0.4) {
        to[0] = f("addressee", format!("{} {}", who.agree("MONSIEUR", "MADAME"), who.turned().to_uppercase()));
    }
    p.block(300.0, 150.0, 240.0, Ty::Body, &to);
    p.y = 235.0;
    let (number, quotient) = (p.digits(7), p.any(210, 1_650));
    let qf = if p.chance(0.5) { format!("{quotient} €") } else { p.sum(quotient * 100) };
    let (birth, day) = (p.date(who.birth), p.date(when));
    p.frame(60.0, 220.0, p.w, p.lead * 5.0 + 8.0);
    p.x += 10.0;
    p.w -= 20.0;
    p.rows(
        190.0,
        &[
            (
                p.pick(&["N° d'allocataire", "Numéro allocataire", "Numéro d'allocataire"]),
                f("beneficiary_number", number),
            ),
            ("Responsable du dossier", who.name()),
            ("Date de naissance", f("birth_date", birth)),
            (p.pick(&["Édité le", "Date d'édition", "Attestation établie le"]), f("date", day)),
            ("Heure d'édition", format!("{:02}:{}", p.any(7, 22), p.any(10, 59))),
        ],
        true,
    );
    p.x -= 10.0;
    p.w += 20.0;
    p.gap(2.0);
    let month = crate::text::words::MONTHS[(when.1 - 1) as usize];
    p.para(
        Ty::Body,
        format!(
            "Madame, Monsieur, nous attestons qu'au titre du mois de {month} {}, au vu des éléments connus à ce \
         jour, votre situation est la suivante :",
            when.0
        ),
    );
    p.gap(0.5);
    let income = p.any(9_000, 46_000);
    let parts = p.pick(&["2", "2,5", "3", "4", "1,5"]);
    p.table(
        Ty::Body,
        (&[3.0, 2.0, 2.0, 2.2], "lrcr"),
        &["Année des revenus", "Revenus", "Nombre de parts", "Quotient familial"],
        &[vec![format!("{}", when.0 - 2), format!("{income} €"), parts.into(), f("family_quotient", qf)]],
        Rules::Grid,
    );
    p.say(Ty::Bold, Left, "Personnes au foyer prises en compte");
    let mate = p.who(1962, 2003);
    let mut rows = vec![vec![mate.name(), p.date(mate.birth), "Conjoint".into()]];
    for _ in 0..p.any(1, 4) {
        let kid = p.who(2004, 2012);
        rows.push(vec![format!("{} {}", kid.first, who.last), p.date(kid.birth), "Enfant à charge".into()]);
    }
    p.table(Ty::Body, (&[4.0, 2.0, 2.0], "lcl"), &["Nom et prénom", "Né(e) le", "Situation"], &rows, Rules::Rows);
    p.say(Ty::Bold, Left, "Comment est calculé le quotient familial ?");
    p.para(
        Ty::Small,
        "Il correspond au douzième des ressources annuelles imposables de la famille, avant \
         abattements fiscaux, \
         auxquelles s'ajoutent les prestations mensuelles perçues, divisé par le nombre de parts. Une part \
              supplémentaire est \
         accordée pour le troisième enfant et pour tout enfant en situation de handicap.",
    );
    p.para(
        Ty::Small,
        "Ce quotient peut évoluer à chaque changement de votre situation familiale ou professionnelle. \
         Il permet aux \
         collectivités et partenaires de déterminer la participation des familles (cantine, centre de loisirs, \
              vacances).",
    );
    p.down_to(0.76);
    marks::code(p.d.c, 62.0, p.y, &mut p.d.rng);
    p.foot(Centre, &["Pour vérifier l'authenticité de cette attestation, rendez-vous sur caf.fr.".into(),
        "Toute personne qui produit une fausse attestation s'expose à des poursuites (articles 441-1 et suivants du \
             code pénal).".into()]);
}

fn caf_plain(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1958, 2001), House::new(&mut d.rng), day(&mut d.rng, 2005, 2022));
    let mut p = Pen::new(d, 11.0, 64.0, 70.0);
    p.say(Ty::Bold, Left, "CAISSE D'ALLOCATIONS FAMILIALES");
    p.say(
        Ty::Bold,
        Left,
        p.pick(&["DE LA HAUTE-VIENNE", "DES YVELINES", "DU PAS-DE-CALAIS", "DE LA RÉUNION", "DE MEURTHE-ET-MOSELLE"]),
    );
    let place = h.place();
    p.say(Ty::Small, Left, format!("{}, {place}", h.street));
    p.say(Ty::Small, Left, "Nos bureaux sont ouverts du lundi au vendredi de 8 h 30 à 16 h");
    let to = who.letter("addressee", true);
    p.block(320.0, 170.0, 220.0, Ty::Body, &to);
    p.y = 250.0;
    let (number, day, birth) = (p.digits(7), p.date(when), p.date(who.birth));
    let label = p.pick(&["Votre numéro d'allocataire", "N° allocataire", "Réf. allocataire"]);
    p.say(Ty::Body, Left, format!("{label} : {}", f("beneficiary_number", &number)));
    p.say(
        Ty::Body,
        Left,
        format!("Votre correspondant : {}", p.pick(&["Mme Aubry", "M. Sellier", "le service Accueil"])),
    );
    p.gap(1.0);
    p.say(Ty::Body, Left, format!("À {}, le {}", h.town, f("date", day)));
    p.gap(2.0);
    p.say(Ty::Head, Centre, p.pick(&["ATTESTATION", "ATTESTATION DE DROITS", "ATTESTATION DE NON-PAIEMENT"]));
    p.gap(2.0);
    let kind = p.chance(0.5);
    p.para(
        Ty::Body,
        format!(
            "Je soussigné, Directeur de la Caisse d'allocations familiales, certifie que {}, {} le {} à {}, est {} à \
         notre organisme depuis le {}.",
            who.titled(true),
            who.agree("né", "née"),
            f("birth_date", birth),
            who.born_at,
            who.agree("affilié", "affiliée"),
            figures((when.0 - 4, 10, 1), "/")
        ),
    );
    p.gap(0.6);
    if kind {
        let list = benefits(&mut p);
        p.para(Ty::Body, "À ce titre, son dossier ouvre droit à ce jour aux prestations mensuelles suivantes :");
        let rows: Vec<(&str, String)> = list.iter().map(|(l, c)| (*l, format!("{} par mois", p.sum(*c)))).collect();
        p.rows(260.0, &rows, false);
    } else {
        p.para(
            Ty::Body,
            "Au vu des déclarations de l'intéressé(e) et des pièces présentes au dossier, aucune \
             prestation n'est versée \
             à ce jour.",
        );
    }
    p.gap(0.6);
    let quotient = f("family_quotient", p.sum(p.any(15_000, 130_000)));
    p.para(Ty::Body, format!("Quotient familial : {quotient}"));
    p.para(Ty::Body, "En foi de quoi la présente attestation lui est délivrée pour servir et valoir ce que de droit.");
    p.para(
        Ty::Body,
        "Tout changement de situation (naissance, séparation, reprise d'activité, déménagement, modification des \
         ressources) doit nous être signalé sans délai.",
    );
    p.gap(2.5);
    let by = p.who(1950, 1985);
    p.sign(340.0, &["P/Le Directeur,".to_owned(), "le technicien conseil,".to_owned(), by.name()]);
    p.foot(Left, &[format!("Caf – {place} – Adresse postale à rappeler avec votre numéro d'allocataire")]);
}
