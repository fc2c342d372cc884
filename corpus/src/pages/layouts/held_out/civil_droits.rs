//! Certificates of rights to health insurance: of today's accounts, of the farmers' fund, of the years of paper, with the complement.

use super::civil_kit::{commune, givens, of_sex};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, day, figures, of, written, years_on};
use crate::pages::layouts::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use crate::pages::layouts::page::Page;
use crate::pages::marks;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[
    Page::a4("attestation_droits", account),
    Page::a4("attestation_droits", farmers),
    Page::a4("attestation_droits", paper_years),
    Page::a4("attestation_droits", complement),
];

/// The name as the funds' programs write it.
fn loud(who: &Who) -> String {
    format!("{} {}", who.last, capitals(who.first, false))
}

fn birth(day: Day) -> String {
    figures(day, "/")
}

/// The children and partner of the insured, with the day of birth.
fn others(p: &Pen<'_, '_, '_>, who: &Who, year: i64) -> Vec<(String, String)> {
    (0..p.any(0, 3))
        .map(|_| {
            let child = p.who(year - 16, year - 1);
            (format!("{} {}", who.last, capitals(child.first, false)), birth(child.birth))
        })
        .collect()
}

/// Downloaded from the account of the insured.
fn account(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1945, 2005), House::new(&mut d.rng), day(&mut d.rng, 2018, 2026));
    let mut p = Pen::new(d, 9.8, 48.0, 50.0);
    let (x, w, y) = (p.x, p.w, p.y);
    let (_, _, department) = commune(&p);
    p.logo(x, y - 16.0, 54.0);
    p.put(x + 46.0, y, 170.0, Ty::Bold, Left, "l'Assurance Maladie");
    p.put(x + 46.0, y + 13.0, 170.0, Ty::Tiny, Left, "Agir ensemble, protéger chacun");
    let cpam = format!("CPAM {}", of(department).to_uppercase());
    p.block(x, y + 58.0, 210.0, Ty::Small, &[cpam, h.street.clone(), h.place()]);
    let lines = [
        f("addressee", format!("{} {}", who.agree("M.", "MME"), loud(&who))),
        who.home[0].clone(),
        who.home[1].clone(),
    ];
    p.block(x + w * 0.54, y + 70.0, w * 0.46, Ty::Body, &lines);
    p.y = y + 150.0;
    p.say(Ty::Title, Left, "Attestation de droits");
    p.say(Ty::Head, Left, "à l'assurance maladie");
    let from = (when.0, when.1, when.2);
    let until = years_on(from, 1);
    p.gap(0.6);
    p.say(
        Ty::Bold,
        Left,
        format!("Période : du {} au {}", f("valid_from", figures(from, "/")), f("valid_until", figures(until, "/"))),
    );
    p.gap(0.8);
    p.para(
        Ty::Body,
        "Cette attestation justifie des droits de l'assuré et de ses ayants droit auprès des professionnels de santé \
         et de tout organisme. Elle est établie sous réserve d'un changement de situation.",
    );
    p.gap(0.4);
    let base = p.y;
    p.d.c.fill(x, base - 12.0, x + w, base + 5.0, 214);
    p.put(x + 4.0, base, w, Ty::Bold, Left, "Assuré(e)");
    p.y = base + 20.0;
    let rows = [
        ("Nom, prénom", f("holder", loud(&who))),
        ("N° de sécurité sociale", f("nir", &who.nir)),
        ("Date de naissance", f("birth_date", birth(who.birth))),
        ("Code régime / caisse / centre", format!("01 {} {}", p.digits(3), p.digits(4))),
        ("Code gestion", p.pick(&["10 - Régime général", "30", "10"]).to_owned()),
        ("Médecin traitant déclaré", p.pick(&["Oui", "Non", "Oui"]).to_owned()),
        ("Exonération du ticket modérateur", p.pick(&["Néant", "Néant", "Affection de longue durée"]).to_owned()),
    ];
    let keep = p.any(4, 7) as usize;
    p.rows(176.0, &rows[..keep], false);
    let more = others(&p, &who, when.0);
    if !more.is_empty() {
        p.gap(0.5);
        let base = p.y;
        p.d.c.fill(x, base - 12.0, x + w, base + 5.0, 214);
        p.put(x + 4.0, base, w, Ty::Bold, Left, "Bénéficiaire(s) rattaché(s)");
        p.y = base + 14.0;
        let rows: Vec<Vec<String>> =
            more.into_iter().map(|(name, born)| vec![name, born, "1".into(), figures(until, "/")]).collect();
        p.table(
            Ty::Body,
            (&[3.0, 1.4, 0.8, 1.4], "lccc"),
            &["Nom et prénom", "Né(e) le", "Rang", "Fin de droits"],
            &rows,
            Rules::Rows,
        );
    }
    p.gap(0.8);
    p.say(Ty::Body, Right, format!("Document édité le {}", written(when)));
    if p.chance(0.4) {
        marks::code(p.d.c, x, p.d.c.height - 120.0, &mut p.d.rng);
    }
    p.foot(
        Left,
        &["Pour toute question, connectez-vous à votre compte ameli ou appelez le 36 46 (service gratuit + prix d'un \
           appel). Quiconque se rend coupable de fraude ou de fausse déclaration est passible de pénalités financières, \
           d'amende et/ou d'emprisonnement (articles 313-1, 441-1 et suivants du code pénal)."
            .into()],
    );
}

/// Of the fund of those who farm: a letter with one table.
fn farmers(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1940, 2002), House::new(&mut d.rng), day(&mut d.rng, 2014, 2026));
    let mut p = Pen::new(d, 10.4, 56.0, 60.0);
    let (x, w, y) = (p.x, p.w, p.y);
    let name = p.pick(&[
        "MSA Beauce Cœur de Loire", "MSA d'Armorique", "MSA Midi-Pyrénées Nord", "MSA Alpes du Nord", "MSA Picardie",
    ]);
    p.block(x, y, 230.0, Ty::Head, &["MSA".into()]);
    p.block(
        x,
        y + 18.0,
        230.0,
        Ty::Small,
        &["santé, famille, retraite, services".into(), name.to_owned(), h.street.clone(), h.place()],
    );
    p.put(x + w, y, 200.0, Ty::Body, Right, format!("Le {}", p.date(when)));
    let lines = who.letter("addressee", true);
    p.block(x + w * 0.52, y + 76.0, w * 0.48, Ty::Body, &lines);
    p.y = y + 148.0;
    p.say(Ty::Body, Left, format!("Numéro de sécurité sociale : {}", f("nir", &who.nir)));
    p.say(Ty::Body, Left, format!("Régime : {}", p.pick(&["Salariés agricoles", "Non-salariés agricoles"])));
    p.gap(1.4);
    p.say(Ty::Title, Centre, "ATTESTATION DE DROITS");
    p.say(Ty::Bold, Centre, "Assurance maladie – maternité");
    p.gap(1.2);
    p.para(
        Ty::Body,
        format!(
            "La {name} atteste que les personnes désignées ci-dessous ont des droits ouverts aux prestations en nature \
                 de l'assurance maladie."
        ),
    );
    let from = (when.0, 1, 1);
    let until = (when.0 + p.any(0, 2), 12, 31);
    let mut rows = vec![vec![
        f("holder", who.turned()),
        f("birth_date", birth(who.birth)),
        f("valid_from", figures(from, "/")),
        f("valid_until", figures(until, "/")),
    ]];
    let more = others(&p, &who, when.0);
    for (name, born) in more {
        rows.push(vec![name, born, figures(from, "/"), figures(until, "/")]);
    }
    p.gap(0.3);
    p.table(
        Ty::Body,
        (&[2.8, 1.5, 1.4, 1.4], "lccc"),
        &["Bénéficiaire des soins", "Date de naissance", "Début de droit", "Fin de droit"],
        &rows,
        Rules::Grid,
    );
    if p.chance(0.6) {
        p.para(Ty::Body, "Participation de l'assuré : taux du régime de droit commun.");
    }
    if p.chance(0.4) {
        p.para(Ty::Body, "Organisme complémentaire : Groupama – télétransmission active.");
    }
    p.gap(1.4);
    let boss = p.who(1955, 1982).name();
    p.sign(x + w * 0.56, &["Le Directeur général,".into(), boss]);
    p.foot(Centre, &[format!("{name} – {} – Tél. {} – msa.fr", h.place(), h.phone)]);
}

/// The sheet that came with the card, in the years when it was kept with it.
fn paper_years(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1930, 1988), House::new(&mut d.rng), day(&mut d.rng, 2001, 2015));
    let mut p = Pen::new(d, 9.6, 40.0, 44.0);
    let (x, w) = (p.x, p.w);
    let (_, town, _) = commune(&p);
    let fund = match p.any(0, 3) {
        0 => format!("Caisse primaire d'assurance maladie {}", of(town)),
        1 => "Mutuelle générale de l'Éducation nationale".to_owned(),
        2 => "Régime social des indépendants".to_owned(),
        _ => "Caisse de prévoyance et de retraite du personnel de la SNCF".to_owned(),
    };
    p.say(Ty::Bold, Left, &fund);
    p.say(Ty::Small, Left, format!("{} {}", h.street, h.place()));
    p.gap(1.0);
    let top = p.y;
    p.frame(x, top - 14.0, w, 40.0);
    p.put(x + w / 2.0, top + 2.0, w - 20.0, Ty::Head, Centre, "ATTESTATION");
    p.put(
        x + w / 2.0,
        top + 17.0,
        w - 20.0,
        Ty::Body,
        Centre,
        "à joindre à la carte Vitale – droits à l'assurance maladie",
    );
    p.y = top + 54.0;
    let base = p.y;
    let half = w * 0.5;
    p.put(x, base, half, Ty::Small, Left, "N° d'immatriculation de l'assuré(e)");
    p.put(x, base + 15.0, half, Ty::Head, Left, f("nir", &who.nir));
    p.put(x, base + 36.0, half, Ty::Small, Left, "Nom et prénom de l'assuré(e)");
    p.put(x, base + 50.0, half, Ty::Bold, Left, f("holder", loud(&who)));
    let lines = [
        f("addressee", format!("{} {}", who.agree("M", "MME"), loud(&who))),
        capitals(&who.home[0], false),
        who.home[1].clone(),
    ];
    p.block(x + w * 0.56, base + 22.0, w * 0.44, Ty::Body, &lines);
    p.y = base + 84.0;
    let from = when;
    let lasting = p.any(1, 4);
    let until = years_on(when, lasting);
    let mut rows = vec![vec![
        loud(&who),
        f("birth_date", figures(who.birth, p.pick(&["/", ".", "/"]))),
        "1".into(),
        "Assuré".into(),
        f("valid_from", figures(from, "/")),
        f("valid_until", figures(until, "/")),
    ]];
    if p.chance(0.5) {
        let other = of_sex(&p, !who.woman, who.birth.0 - 6, who.birth.0 + 6);
        rows.push(vec![
            loud(&other),
            birth(other.birth),
            "1".into(),
            "Conjoint".into(),
            figures(from, "/"),
            figures(until, "/"),
        ]);
    }
    for (name, born) in others(&p, &who, when.0) {
        rows.push(vec![name, born, "1".into(), "Enfant".into(), figures(from, "/"), figures(until, "/")]);
    }
    p.table(
        Ty::Small,
        (&[3.0, 1.4, 0.6, 1.2, 1.4, 1.4], "lcclcc"),
        &["Bénéficiaires", "Naissance", "Rang", "Qualité", "Droits du", "au"],
        &rows,
        Rules::Grid,
    );
    let rows = [
        ("Régime", p.pick(&["01 - Général", "03 - RSI", "91 - MGEN"]).to_owned()),
        ("Caisse gestionnaire", p.digits(3)),
        ("Centre de paiement", p.digits(4)),
        ("Ticket modérateur", p.pick(&["Pas d'exonération", "Exonération au titre d'une ALD"]).to_owned()),
    ];
    p.rows(140.0, &rows, false);
    p.gap(0.8);
    p.say(Ty::Bold, Left, "À quoi sert cette attestation ?");
    p.para(
        Ty::Small,
        "Présentez-la avec votre carte au médecin, au pharmacien ou à l'hôpital qui n'est pas équipé pour lire votre \
         carte. Elle reprend les informations contenues dans la puce. Conservez-la et mettez votre carte à jour au moins \
         une fois par an et à chaque changement de situation (naissance, mariage, déménagement, reprise d'activité).",
    );
    p.para(Ty::Small, "En cas de perte ou de vol de votre carte, prévenez sans attendre votre caisse.");
    p.gap(0.8);
    p.say(Ty::Body, Left, format!("Le {}", figures(when, "/")));
    p.foot(
        Left,
        &["Code de la sécurité sociale, articles L. 161-31 et R. 161-33-1 et suivants. La loi n° 78-17 du 6 janvier \
                    1978 relative à l'informatique, aux fichiers et aux libertés s'applique à ce traitement."
            .into()],
    );
}

/// Basic and complementary cover in one certificate.
fn complement(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1950, 2004), House::new(&mut d.rng), day(&mut d.rng, 2019, 2026));
    let mut p = Pen::new(d, 10.0, 50.0, 56.0);
    let (x, w, y) = (p.x, p.w, p.y);
    let (_, town, department) = commune(&p);
    let lines = [
        f("addressee", format!("{} {}", who.agree("Monsieur", "Madame"), loud(&who))),
        who.home[0].clone(),
        who.home[1].clone(),
    ];
    p.block(x, y + 50.0, w * 0.45, Ty::Body, &lines);
    p.put(x + w, y, w * 0.5, Ty::Bold, Right, format!("Assurance Maladie – {department}"));
    p.put(x + w, y + 14.0, w * 0.5, Ty::Small, Right, format!("{}, {}", h.street, h.place()));
    p.put(x + w, y + 27.0, w * 0.5, Ty::Small, Right, format!("{town}, le {}", written(when)));
    p.y = y + 126.0;
    let mid = p.y;
    p.frame(x, mid - 20.0, w, 50.0);
    p.y = mid;
    let title = p.pick(&[
        "Attestation de droits – Complémentaire santé solidaire",
        "Droits à la protection universelle maladie et à la C2S",
    ]);
    p.say(Ty::Head, Centre, title);
    p.say(Ty::Small, Centre, p.pick(&["sans participation financière", "avec participation financière"]));
    p.gap(1.6);
    let given = givens(&p, &who, " ");
    let from = (when.0, when.1 % 12 + 1, 1);
    let from = if when.1 == 12 { (when.0 + 1, 1, 1) } else { from };
    let until = (if from.1 == 1 { from.0 } else { from.0 + 1 }, if from.1 == 1 { 12 } else { from.1 - 1 }, 28);
    let until = match until.1 {
        2 => until,
        4 | 6 | 9 | 11 => (until.0, until.1, 30),
        _ => (until.0, until.1, 31),
    };
    let text = format!(
        "{}, {} {}, {} le {}, numéro de sécurité sociale {}, a droit à la prise en charge de ses frais de santé du {} au {} inclus.",
        who.agree("Monsieur", "Madame"),
        f("holder", format!("{given} {}", who.last)),
        if p.chance(0.3) {
            format!("domicilié{} {}", who.agree("", "e"), who.home[1])
        } else {
            "assuré social à titre personnel".into()
        },
        who.agree("né", "née"),
        f("birth_date", p.date(who.birth)),
        f("nir", if p.chance(0.5) { who.nir.replace(' ', "") } else { who.nir.clone() }),
        f("valid_from", figures(from, "/")),
        f("valid_until", figures(until, "/"))
    );
    p.para(Ty::Body, text);
    let more = others(&p, &who, when.0);
    if !more.is_empty() {
        p.para(Ty::Body, "Les mêmes droits sont ouverts à :");
        for (name, born) in more {
            p.say(Ty::Body, Left, format!("   – {name}, né(e) le {born}"));
        }
        p.gap(0.6);
    }
    let org = p.pick(&["votre caisse d'assurance maladie", "MUTUELLE FAMILIALE", "HARMONIE MUTUELLE"]);
    p.para(Ty::Body, format!("Organisme gestionnaire de la complémentaire : {org}."));
    p.para(
        Ty::Body,
        "Vous bénéficiez du tiers payant intégral : vous n'avez pas d'avance de frais à faire chez le médecin, le \
         pharmacien, le laboratoire ou à l'hôpital. Pensez à mettre à jour votre carte Vitale dans une pharmacie ou une \
         borne de votre caisse.",
    );
    p.para(
        Ty::Body,
        format!("Le renouvellement de ces droits est à demander au plus tôt quatre mois et au plus tard deux mois avant le {}.", written(until)),
    );
    p.gap(1.4);
    let by = p.pick(&["Votre correspondant de l'Assurance Maladie", "Le directeur de votre caisse"]);
    let name = p.who(1960, 1990).name();
    p.sign(x + w * 0.52, &[by.to_owned(), name]);
    p.foot(
        Left,
        &["Voies de recours : commission de recours amiable de votre caisse, dans les deux mois de la réception."
            .into()],
    );
}
