//! Certificates of family benefit offices: of the quotient, of payments, of a benefit, with a code to check them.

use super::civil_kit::{commune, of_sex, web};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{day, figures, of, written};
use crate::pages::layouts::kit::pen::{Centre, House, Left, Pen, Right, Rules, Ty, Who, f};
use crate::pages::layouts::page::Page;
use crate::pages::marks;
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] = &[
    Page::a4("attestation_caf", quotient),
    Page::a4("attestation_caf", payments),
    Page::a4("attestation_caf", one_benefit),
    Page::a4("attestation_caf", checked),
];

const WARNING: &str = "La loi rend passible d'amende et/ou d'emprisonnement quiconque se rend coupable de fraudes ou de \
                       fausses déclarations (articles L. 114-13 du code de la sécurité sociale, 441-1 du code pénal).";

fn month((y, m): (i64, i64)) -> String {
    format!("{} {y}", words::MONTHS[(m - 1).clamp(0, 11) as usize])
}

/// The family's quotient in one of the spellings.
fn quotient_of(p: &Pen<'_, '_, '_>) -> String {
    let q = p.any(95, 1900);
    match p.any(0, 3) {
        0 => format!("{q},{:02}", p.any(0, 99)),
        1 => format!("{q} €"),
        2 => format!("{q} euros"),
        _ => format!("{q}"),
    }
}

/// In capitals with the title in front, as these offices write names.
fn block_name(who: &Who) -> String {
    format!("{} {} {}", who.agree("M", "MME"), who.last, capitals(who.first, true))
}

/// The quotient and those whom it counts.
fn quotient(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1968, 2000), House::new(&mut d.rng), day(&mut d.rng, 2019, 2026));
    let mut p = Pen::new(d, 10.4, 54.0, 58.0);
    let (x, w, y) = (p.x, p.w, p.y);
    let (_, _, department) = commune(&p);
    p.logo(x, y - 20.0, 62.0);
    p.put(x + 54.0, y, 200.0, Ty::Head, Left, "Allocations familiales");
    let caf = format!("Caf {}", of(department));
    p.block(x, y + 40.0, 220.0, Ty::Small, &[caf.clone(), h.street.clone(), h.place()]);
    let lines = [f("addressee", block_name(&who)), capitals(&who.home[0], false), who.home[1].clone()];
    p.block(x + w * 0.55, y + 72.0, w * 0.45, Ty::Body, &lines);
    let number = p.digits(7);
    let number = if p.chance(0.3) { format!("{number} {}", p.capital()) } else { number };
    p.y = y + 150.0;
    p.say(
        Ty::Body,
        Left,
        format!(
            "{} {}",
            p.pick(&["N° allocataire :", "Numéro allocataire :", "Dossier n°"]),
            f("beneficiary_number", number)
        ),
    );
    let sent = f("date", if p.chance(0.5) { written(when) } else { figures(when, "/") });
    p.say(Ty::Body, Left, format!("Le {sent}"));
    p.gap(1.8);
    p.say(Ty::Title, Centre, "Attestation de quotient familial");
    p.gap(1.2);
    p.para(
        Ty::Body,
        format!(
            "{} de la {caf} certifie que le quotient familial de la famille ci-dessous est, pour le mois de {}, de :",
            p.pick(&["Le directeur", "La directrice"]),
            month((when.0, when.1))
        ),
    );
    p.gap(0.4);
    let q = quotient_of(&p);
    let (mid, base) = (x + w / 2.0, p.y + 14.0);
    p.frame(mid - 70.0, base - 20.0, 140.0, 30.0);
    p.put(mid, base, 130.0, Ty::Head, Centre, f("family_quotient", q));
    p.y = base + 36.0;
    p.say(Ty::Bold, Left, p.pick(&["Composition de la famille", "Personnes composant le foyer"]));
    let mut rows = vec![vec![block_name(&who), f("birth_date", figures(who.birth, "/")), "Allocataire".into()]];
    if p.chance(0.6) {
        let other = of_sex(&p, !who.woman, who.birth.0 - 5, who.birth.0 + 5);
        rows.push(vec![block_name(&other), figures(other.birth, "/"), "Conjoint".into()]);
    }
    for _ in 0..p.any(1, 3) {
        let child = p.who(when.0 - 17, when.0 - 1);
        rows.push(vec![
            format!("{} {}", who.last, capitals(child.first, true)),
            figures(child.birth, "/"),
            "Enfant".into(),
        ]);
    }
    p.gap(0.3);
    p.table(Ty::Body, (&[3.0, 1.4, 1.2], "lcl"), &["Nom et prénom", "Né(e) le", "Qualité"], &rows, Rules::Rows);
    p.para(
        Ty::Small,
        format!(
            "Ce quotient est calculé à partir des ressources de l'année {} et des prestations du mois. Il peut être \
             modifié si la situation familiale ou professionnelle change.",
            when.0 - 2
        ),
    );
    p.foot(Left, &[WARNING.into(), format!("Retrouvez tous nos services sur caf.fr – {caf}, {}", h.place())]);
}

/// Month after month what was paid, with the persons of the file before it.
fn payments(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1960, 2003), House::new(&mut d.rng), day(&mut d.rng, 2015, 2026));
    let mut p = Pen::new(d, 9.8, 46.0, 48.0);
    let (x, w, y) = (p.x, p.w, p.y);
    let (_, _, department) = commune(&p);
    p.block(x, y, 230.0, Ty::Bold, &[format!("CAF {}", of(department).to_uppercase())]);
    p.block(
        x,
        y + 15.0,
        230.0,
        Ty::Small,
        &[
            h.street.clone(),
            h.place(),
            format!("Téléphone : {}", p.pick(&["3230", "32 30 (service gratuit + prix appel)"])),
        ],
    );
    let number = p.digits(7);
    p.put(x + w, y, 220.0, Ty::Small, Right, format!("N° dossier : {}", f("beneficiary_number", number)));
    p.put(x + w, y + 14.0, 220.0, Ty::Small, Right, "Page 1/1");
    let mut lines = vec![f("addressee", block_name(&who)), who.home[0].clone(), who.home[1].clone()];
    if p.chance(0.3) {
        lines.insert(1, p.pick(&["BAT C APPT 12", "RES LES ACACIAS", "CHEZ M MOREL"]).to_owned());
    }
    p.block(x + w * 0.54, y + 74.0, w * 0.46, Ty::Body, &lines);
    p.y = y + 164.0;
    let sent = f("date", figures(when, "/"));
    p.say(
        Ty::Head,
        Left,
        p.pick(&["ATTESTATION DE PAIEMENT", "Attestation de paiement", "ATTESTATION DE PAIEMENT DES PRESTATIONS"]),
    );
    p.say(Ty::Body, Left, format!("Établie le {sent}"));
    p.rule();
    p.gap(0.6);
    let mut rows = vec![
        (who.agree("Monsieur", "Madame"), who.turned()),
        ("Date de naissance", f("birth_date", figures(who.birth, "/"))),
    ];
    if p.chance(0.6) {
        rows.push(("Quotient familial", f("family_quotient", quotient_of(&p))));
    }
    p.rows(130.0, &rows, false);
    p.gap(0.5);
    let months = p.any(1, 4);
    p.para(
        Ty::Body,
        format!(
            "Nous attestons avoir versé les prestations suivantes pour {} :",
            if months == 1 { "le dernier mois connu" } else { "les derniers mois connus" }
        ),
    );
    let aids: Vec<(&str, i64)> = [
        ("Allocations familiales avec conditions de ressources", p.any(7_000, 33_000)),
        ("Aide personnalisée au logement", p.any(5_000, 39_000)),
        ("Prime d'activité", p.any(2_000, 41_000)),
        ("Allocation de soutien familial", p.any(11_600, 19_900)),
        ("Revenu de solidarité active", p.any(20_000, 84_000)),
        ("Complément familial", p.any(17_000, 28_000)),
    ]
    .into_iter()
    .filter(|_| p.chance(0.45))
    .collect();
    let aids = if aids.is_empty() { vec![("Allocation de logement sociale", 21_300)] } else { aids };
    let mut table = Vec::new();
    for i in 0..months {
        let m = (when.1 + 10 - i).rem_euclid(12) + 1;
        let year = if m >= when.1 { when.0 - 1 } else { when.0 };
        let mut total = 0;
        for (n, (aid, sum)) in aids.iter().enumerate() {
            total += sum;
            table.push(vec![if n == 0 { month((year, m)) } else { String::new() }, (*aid).to_owned(), p.sum(*sum)]);
        }
        table.push(vec![String::new(), "Total payé".into(), p.sum(total)]);
    }
    p.table(
        Ty::Body,
        (&[1.5, 4.0, 1.3], "llr"),
        &["Mois", "Nature des prestations", "Montant net"],
        &table,
        Rules::Columns,
    );
    if p.chance(0.5) {
        p.para(Ty::Small, "Aide au logement versée directement au bailleur.");
    }
    let clerk = p.pick(&["Votre conseiller Caf", "Le Directeur", "La Directrice de la Caf"]);
    p.say(Ty::Body, Right, clerk);
    p.foot(Left, &[WARNING.into()]);
}

/// In running text, one benefit of one person, for whoever asks.
fn one_benefit(d: &mut Desk<'_, '_>) {
    let (who, h, when) = (Who::new(&mut d.rng, 1945, 2002), House::new(&mut d.rng), day(&mut d.rng, 2012, 2026));
    let mut p = Pen::new(d, 11.0, 66.0, 70.0);
    let (x, w, y) = (p.x, p.w, p.y);
    let (_, town, department) = commune(&p);
    p.say(Ty::Head, Left, "CAISSE D'ALLOCATIONS FAMILIALES");
    p.say(Ty::Body, Left, department.to_uppercase());
    p.say(Ty::Small, Left, format!("{} – {}", h.street, h.place()));
    p.put(x + w, y + 76.0, w * 0.5, Ty::Body, Right, format!("{town}, le {}", f("date", p.date(when))));
    p.y = y + 96.0;
    p.say(Ty::Small, Left, format!("Nos réf. : {} / {}", p.pick(&["PREST", "AS", "GDR"]), p.digits(4)));
    p.say(
        Ty::Small,
        Left,
        format!(
            "Matricule : {}",
            f("beneficiary_number", format!("{}{}", p.digits(7), p.pick(&["", " A", " K", " W"])))
        ),
    );
    p.gap(1.0);
    let lines = who.letter("addressee", p.chance(0.5));
    let at = p.y;
    p.block(x + w * 0.5, at, w * 0.5, Ty::Body, &lines);
    p.gap(6.0);
    p.say(Ty::Title, Centre, "A T T E S T A T I O N");
    p.gap(1.5);
    let aid = p.pick(&[
        "de l'allocation aux adultes handicapés",
        "du revenu de solidarité active",
        "de l'allocation d'éducation de l'enfant handicapé",
        "de l'allocation de logement familiale",
        "de la prestation partagée d'éducation de l'enfant",
    ]);
    let since = (when.0 - p.any(0, 4), p.any(1, 12), 1);
    let text = format!(
        "Je soussigné{}, {} de la Caisse d'allocations familiales, atteste que {}, {} le {}, demeurant {}, {}, \
         bénéficie {aid} depuis le {}.",
        p.pick(&["", "e"]),
        p.pick(&["directeur", "responsable du service des prestations", "fondé de pouvoir"]),
        who.titled(true),
        who.agree("né", "née"),
        f("birth_date", p.date(who.birth)),
        who.home[0],
        who.home[1],
        written(since)
    );
    p.para(Ty::Body, text);
    p.para(
        Ty::Body,
        format!(
            "Le montant versé au titre du mois de {} s'élève à {}.",
            month((when.0, when.1)),
            p.sum(p.any(12_000, 101_000))
        ),
    );
    if p.chance(0.5) {
        p.para(
            Ty::Body,
            format!("Le quotient familial s'établit à {} à la même date.", f("family_quotient", quotient_of(&p))),
        );
    }
    p.para(Ty::Body, "Attestation délivrée à la demande de l'intéressé(e) pour servir et valoir ce que de droit.");
    p.gap(1.5);
    let by = p.who(1958, 1985).name();
    p.sign(x + w * 0.55, &["Pour le Directeur,".into(), by]);
    p.foot(Centre, &[format!("Accueil sur rendez-vous – www.caf.fr – {}", web(town))]);
}

/// As drawn up on the site with a code that who receives it can check.
fn checked(d: &mut Desk<'_, '_>) {
    let (who, when) = (Who::new(&mut d.rng, 1970, 2004), day(&mut d.rng, 2021, 2026));
    let mut p = Pen::new(d, 10.0, 44.0, 44.0);
    let (x, w, y) = (p.x, p.w, p.y);
    let (_, _, department) = commune(&p);
    p.d.c.fill(0.0, y - 30.0, x + w + 44.0, y + 24.0, 222);
    p.put(x, y, w * 0.6, Ty::Title, Left, "Mon attestation");
    p.put(x + w, y, w * 0.4, Ty::Bold, Right, format!("caf.fr | {department}"));
    p.y = y + 54.0;
    let top = p.y;
    marks::code(p.d.c, x + w - 104.0, top - 10.0, &mut p.d.rng);
    p.put(x, top, w * 0.6, Ty::Small, Left, "Attestation générée en ligne le");
    p.put(
        x,
        top + 14.0,
        w * 0.6,
        Ty::Bold,
        Left,
        f(
            "date",
            format!("{} à {} h {:02}", figures(when, "/"), p.any(7, 22), p.any(0, 59))
                .split(' ')
                .next()
                .unwrap_or_default(),
        ),
    );
    p.put(x, top + 34.0, w * 0.6, Ty::Small, Left, "Code de vérification");
    p.put(
        x,
        top + 48.0,
        w * 0.6,
        Ty::Bold,
        Left,
        format!("{}{}-{}-{}", p.capital(), p.digits(3), p.digits(4), p.capital()),
    );
    p.y = top + 92.0;
    let cards = [
        ("Allocataire", f("addressee", who.titled(true))),
        ("Numéro d'allocataire", f("beneficiary_number", p.digits(7))),
        ("Né(e) le", f("birth_date", figures(who.birth, "/"))),
        ("Adresse", format!("{}, {}", who.home[0], who.home[1])),
    ];
    for (i, (label, said)) in cards.iter().enumerate() {
        let (cx, cy) = (x + (i % 2) as f32 * (w / 2.0 + 4.0), p.y + (i / 2) as f32 * 50.0);
        p.frame(cx, cy, w / 2.0 - 4.0, 42.0);
        p.put(cx + 8.0, cy + 14.0, w / 2.0 - 20.0, Ty::Small, Left, *label);
        p.put(cx + 8.0, cy + 31.0, w / 2.0 - 20.0, Ty::Bold, Left, said);
    }
    p.y += 128.0;
    p.say(Ty::Head, Left, format!("Votre quotient familial de {}", month((when.0, when.1))));
    p.say(Ty::Title, Left, f("family_quotient", quotient_of(&p)));
    p.gap(0.6);
    let parts = p.pick(&["2", "2,5", "3", "4", "3,5"]);
    let rows = [
        ("Revenus annuels retenus", p.sum(p.any(400_000, 4_100_000))),
        ("Nombre de parts", parts.to_owned()),
        ("Prestations du mois", p.sum(p.any(0, 92_000))),
    ];
    p.rows(180.0, &rows, false);
    p.gap(1.0);
    p.say(Ty::Head, Left, p.pick(&["Enfants à charge", "Vos enfants"]));
    for _ in 0..p.any(1, 4) {
        let child = p.who(when.0 - 18, when.0);
        let line =
            format!("{} {}, {} le {}", child.first, who.last, child.agree("né", "née"), figures(child.birth, "/"));
        p.say(Ty::Body, Left, line);
    }
    p.gap(1.0);
    p.para(
        Ty::Small,
        "L'exactitude de ces informations peut être contrôlée par le destinataire sur caf.fr, rubrique Vérifier une \
         attestation, pendant trois mois. Aucune signature n'est nécessaire.",
    );
    p.foot(Left, &[WARNING.into()]);
}
