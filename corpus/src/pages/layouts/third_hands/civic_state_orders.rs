//! Orders of prefects and of ministers.

use super::super::facts::{day, figures, of, written};
use super::super::page::Page;
use super::civic_kit::{Column, Cut};
use super::civic_names::{DEPARTMENTS, office_phone, person};
use super::civic_orders::{articles, later};
use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[Page::a4("arrete", prefectoral), Page::a4("arrete", ministerial)];

/// Of a prefect.
fn prefectoral(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let size = r.range(9.8, 11.0);
    let mut col = Column::page(d, size);
    let when = day(r, 2010, 2025);
    let (code, department, _, town, postcode) = r.choose(DEPARTMENTS);
    let id = match r.below(3) {
        0 => format!("{code}-{}-{:02}-{:02}-{:05}", when.0, when.1, when.2, r.between(1, 40)),
        1 => format!("DDT-SEEF-{}-{:03}", when.0, r.between(1, 400)),
        _ => format!("{}-{:04}", when.0, r.between(1, 2500)),
    };
    let date = if r.chance(0.7) { written(when) } else { figures(when, "/") };
    marks::logo(d.c, col.x, col.y, 27.0, r);
    let mut head = col.part(col.x, col.w * 0.4);
    head.gap(3.4);
    head.bold(d, &format!("PRÉFET {}", capitals(department, true)), &[]);
    head.set(d, Align::Left, "Liberté - Égalité - Fraternité", (Cut::Italic, 0.8), &[]);
    let mut side = col.part(col.x + col.w * 0.52, col.w * 0.48);
    for text in ["Direction départementale des territoires", "Service environnement, eau et forêt"] {
        side.set(d, Align::Right, text, (Cut::Bold, 0.95), &[]);
    }
    col.y = head.y + col.lead * 1.5;
    let subject = r.pick(&[
        "portant restriction provisoire des prélèvements et des usages de l'eau",
        "fixant les dates d'ouverture et de clôture de la chasse pour la campagne",
        "portant autorisation d'une épreuve cycliste sur la voie publique",
        "portant déclaration d'infection d'influenza aviaire et définissant un périmètre réglementé",
        "réglementant la vente et le transport de carburant et de produits inflammables dans le département",
    ]);
    let sign = r.pick(&["Arrêté préfectoral n° ", "ARRÊTÉ N° ", "Arrêté n° "]);
    if r.chance(0.4) {
        col.title(d, &format!("{sign}{id} du {date}"), 1.15, &[("order_number", &id), ("date", &date)]);
    } else {
        col.title(d, &format!("{sign}{id}"), 1.2, &[("order_number", &id)]);
    }
    let mut narrow = col.part(col.x + col.w * 0.08, col.w * 0.84);
    narrow.passage(d, subject, (Cut::Bold, 1.05), &[("subject", subject)]);
    col.y = narrow.y + col.lead;
    col.title(d, &format!("Le préfet {department},"), 1.0, &[]);
    col.set(d, Align::Centre, "Chevalier de la Légion d'honneur,", (Cut::Plain, 0.95), &[]);
    col.gap(0.5);
    for text in [
        "VU le code de l'environnement, notamment ses articles L. 211-3, R. 211-66 et suivants ;",
        "VU le décret n° 2004-374 du 29 avril 2004 relatif aux pouvoirs des préfets ;",
        "VU le décret du 11 janvier 2023 portant nomination du préfet ;",
        "VU l'avis du comité départemental réuni le 2 du mois ;",
        "CONSIDÉRANT la nécessité de prévenir les atteintes à l'ordre, à la sécurité et à la salubrité publics ;",
        "SUR proposition du secrétaire général de la préfecture ;",
    ] {
        col.text(d, text, &[]);
        col.gap(0.15);
    }
    col.gap(0.4);
    col.title(d, "ARRÊTE :", 1.1, &[]);
    articles(
        d,
        &mut col,
        &[
            "Les mesures énoncées en annexe s'appliquent dans l'ensemble des communes listées.".to_owned(),
            "Le non-respect des présentes dispositions est puni d'une amende de 1 500 euros.".to_owned(),
            format!(
                "Recours : tribunal administratif {}, ou application Télérecours citoyens, dans les deux \
                mois.",
                of(town)
            ),
            "Le secrétaire général, les sous-préfets, les maires et le commandant du groupement de gendarmerie \
                sont chargés, chacun en ce \
             qui le concerne, de l'exécution du présent arrêté, publié au recueil des actes administratifs."
                .to_owned(),
        ],
    );
    col.gap(0.5);
    let said = format!("{town}, le {date}");
    let marks: &[(&'static str, &str)] =
        if d.c.fields.iter().any(|f| f.name == "date") { &[] } else { &[("date", &date)] };
    col.set(d, Align::Right, &said, (Cut::Plain, 1.0), marks);
    col.sign(
        d,
        0.58,
        &[
            "Pour le préfet et par délégation,".to_owned(),
            "le secrétaire général,".to_owned(),
            person(r, 1955, 1985).full(),
        ],
    );
    let phone = office_phone(r);
    col.foot(
        d,
        &[format!(
            "Préfecture {department} - {postcode} {town} - Standard : {phone} - www.{}.gouv.fr",
            capitals(town, false).to_lowercase().replace(' ', "-")
        )],
    );
}

/// Of a minister, as the official journal has it.
fn ministerial(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let size = r.range(10.0, 11.4);
    let mut col = Column::page(d, size);
    let when = day(r, 1998, 2025);
    let date = written(when);
    let printed = later(when, 6);
    let subject = r.pick(&[
        "relatif aux modalités de remboursement des frais de déplacement des agents en mission",
        "fixant le modèle du formulaire de demande d'aide à la rénovation énergétique",
        "modifiant l'arrêté du 6 mai 2000 fixant les conditions d'aptitude médicale des sapeurs-pompiers",
        "portant approbation de la convention constitutive d'un groupement d'intérêt public",
    ]);
    let ministry = r.pick(&[
        "MINISTÈRE DE L'INTÉRIEUR",
        "MINISTÈRE DE LA TRANSITION ÉCOLOGIQUE",
        "MINISTÈRE DE L'ÉDUCATION NATIONALE",
    ]);
    let issue = r.between(20, 300);
    let head = format!(
        "{} JOURNAL OFFICIEL DE LA RÉPUBLIQUE FRANÇAISE Texte {} sur {}",
        written(printed),
        r.between(2, 60),
        r.between(61, 140)
    );
    col.set(d, Align::Left, &head, (Cut::Plain, 0.8), &[]);
    col.hairline(d);
    col.gap(0.8);
    col.title(d, "Décrets, arrêtés, circulaires", 1.3, &[]);
    col.title(d, "TEXTES GÉNÉRAUX", 1.0, &[]);
    col.gap(0.8);
    col.title(d, ministry, 1.1, &[]);
    col.gap(0.8);
    col.passage(d, &format!("Arrêté du {date} {subject}"), (Cut::Bold, 1.1), &[("date", &date), ("subject", subject)]);
    col.gap(0.4);
    col.set(
        d,
        Align::Right,
        &format!("NOR : {}{}A", r.pick(&["INTA", "TREL", "MENH"]), r.digits(7)),
        (Cut::Italic, 0.9),
        &[],
    );
    col.gap(0.8);
    col.text(d, "Publics concernés : agents publics, collectivités territoriales, établissements publics.", &[]);
    col.text(d, "Entrée en vigueur : le texte entre en vigueur le lendemain de sa publication.", &[]);
    col.gap(0.6);
    col.text(d, "Le ministre et le ministre délégué chargé des comptes publics,", &[]);
    for text in [
        "Vu le code des relations entre le public et l'administration, notamment ses articles L. 112-8 et R. 112-9 ;",
        "Vu le décret n° 2006-781 du 3 juillet 2006 fixant les conditions et les modalités de règlement des frais ;",
        "Vu l'avis du comité technique ministériel en date du 14 novembre,",
    ] {
        col.text(d, text, &[]);
    }
    col.gap(0.5);
    col.text(d, "Arrêtent :", &[]);
    col.gap(0.4);
    articles(
        d,
        &mut col,
        &[
            "Le tableau figurant à l'article 3 de l'arrêté susvisé est remplacé par le tableau annexé au \
                présent arrêté."
                .to_owned(),
            format!(
                "Les dispositions de l'article {issue} demeurent applicables aux demandes déposées avant \
                cette date."
            ),
            "Les dispositions du présent arrêté sont applicables en Nouvelle-Calédonie et en Polynésie \
                française."
                .to_owned(),
            "Le présent arrêté sera publié au Journal officiel de la République française.".to_owned(),
        ],
    );
    col.line(d, &format!("Fait le {date}."), &[]);
    col.gap(0.6);
    col.set(d, Align::Right, "Pour le ministre et par délégation :", (Cut::Plain, 1.0), &[]);
    col.set(d, Align::Right, "Le directeur général de l'administration,", (Cut::Italic, 1.0), &[]);
    col.set(d, Align::Right, &person(r, 1955, 1980).full(), (Cut::Plain, 1.0), &[]);
}
