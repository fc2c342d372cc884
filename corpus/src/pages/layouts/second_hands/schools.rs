//! Certificates of schools and universities.
//!
//! Responsible for classes that go with the age.

use super::Page;
use super::civil_kit::{bar, bare, cells, dated, end, look, mid, para, rows, say, seal, signed, stack};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::Someone;
use crate::pages::marks;
use crate::text::{capitals, codes};

pub(super) const PAGES: &[Page] = &[Page::a4("certificat_scolarite", schooling)];

fn schooling(d: &mut Desk<'_, '_>) {
    super::civil_kit::modern(d);
    let which = d.rng.below(3);
    let year = d.rng.between(2014, 2025);
    let own = match which {
        0 => Someone::born(&mut d.rng, year - 17, year - 11),
        1 => Someone::born(&mut d.rng, year - 26, year - 18),
        _ => Someone::born(&mut d.rng, year - 10, year - 3),
    };
    let m = d.rng.between(9, 14);
    let today = (year + (m - 1) / 12, (m - 1) % 12 + 1, d.rng.between(3, 28));
    let span = match d.rng.below(3) {
        0 => format!("{year}-{}", year + 1),
        1 => format!("{year}/{}", year + 1),
        _ => format!("{year} - {}", year + 1),
    };
    let born = dated(own.birth, &mut d.rng);
    let date = dated(today, &mut d.rng);
    match which {
        0 => secondary(d, &own, year, [&span, &born, &date]),
        1 => university(d, &own, [&span, &born, &date], today.0),
        _ => primary(d, &own, year, [&span, &born, &date]),
    }
}

/// A college or lycée, as its software prints it.
fn secondary(d: &mut Desk<'_, '_>, own: &Someone, year: i64, [span, born, date]: [&str; 3]) {
    let l = look(d, 11.0);
    let (x, w) = (56.0, 484.0);
    let (academy, house, street, code, town) = d.rng.choose(&[
        ("Académie de Limoges", "Collège Jules-Marouzeau", "10 rue de Châteaurenaud", "23000", "Guéret"),
        ("Académie de Reims", "Lycée agricole de Rethel", "Route de Novion", "08300", "Rethel"),
        ("Académie de la Guadeloupe", "Collège Général de Gaulle", "Section Damencourt", "97160", "Le Moule"),
        ("Académie de Nantes", "Lycée professionnel Heinlex", "26 rue de l'Abbé Soulas", "44600", "Saint-Nazaire"),
        ("Académie de Corse", "Collège de Porto-Vecchio", "Route de Muratello", "20137", "Porto-Vecchio"),
    ]);
    say(d, (x, 54.0), 220.0, academy, &l.body, &[]);
    let lines = [
        house.to_owned(),
        street.to_owned(),
        format!("{code} {}", capitals(town, true)),
        format!("Tél. : {}", codes::phone(&mut d.rng)),
        format!("RNE : 0{}{}", d.rng.digits(6), d.rng.capital()),
    ];
    stack(d, (x, 72.0), 240.0, &lines, &l.body, "");
    marks::logo(d.c, 470.0, 44.0, 50.0, &mut d.rng);
    let title = d.rng.pick(&["CERTIFICAT DE SCOLARITÉ", "Certificat de scolarité", "EXEAT ET CERTIFICAT DE SCOLARITÉ"]);
    mid(d, (297.0, 196.0), w, &format!("{title} {span}"), &l.bold.sized(15.0), &[("school_year", span)]);
    let head = Someone::born(&mut d.rng, 1960, 1985);
    let role = if house.starts_with("Coll") {
        head.agree("principal du collège", "principale du collège")
    } else {
        head.agree("proviseur du lycée", "proviseure du lycée")
    };
    let text = format!(
        "Je {}, {} {}, {role}, certifie que :",
        head.agree("soussigné", "soussignée"),
        head.title(false),
        head.full()
    );
    let y = para(d, (x, 244.0), w, &text, &l.body, &[]) + 14.0;
    let name = format!("{} {}", own.surname(), own.firsts[0]);
    let ine = format!("{}{}{}", d.rng.digits(9), d.rng.capital(), d.rng.capital());
    let age = if house.starts_with("Coll") {
        (year - own.birth.0 - 11).clamp(0, 3)
    } else {
        (year - own.birth.0 - 11).clamp(4, 6)
    };
    let class = ["6e 3", "5e B", "4e 2", "3e A", "2nde GT 3", "1re STAV", "Terminale 2"][age as usize];
    let grade = d.rng.pick(&["demi-pensionnaire", "externe", "interne"]);
    let place = format!("{} ({})", own.born_at.1, own.department());
    let label = d.rng.pick(&["Identifiant national (INE)", "INE", "N° national élève"]);
    let list = [
        ("holder", "L'élève", name.as_str()),
        ("birth_date", "né(e) le", born),
        ("", "à", &place),
        ("reference", label, &ine),
        ("", "est inscrit(e) en classe de", class),
        ("", "en qualité de", grade),
    ];
    let y = rows(d, (x + 20.0, y), x + 190.0, 22.0, &list, (&l.body, &l.bold)) + 14.0;
    let y = para(
        d,
        (x, y),
        w,
        "et suit régulièrement les cours de l'établissement depuis la rentrée scolaire. Certificat établi pour servir et valoir ce que de droit, notamment auprès de la caisse d'allocations familiales et des services de transport scolaire.",
        &l.body,
        &[],
    ) + 30.0;
    say(d, (x + 240.0, y), 240.0, &format!("À {town}, le {date}"), &l.body, &[("date", date)]);
    say(d, (x + 240.0, y + 18.0), 240.0, &format!("Le chef d'établissement, {}", head.full()), &l.body, &[]);
    signed(d, x + 270.0, y + 54.0);
    seal(d, x + 110.0, y + 40.0, 36.0, &["COLLÈGE-LYCÉE", town]);
    let free = "Ce certificat ne sera délivré qu'en un exemplaire : il appartient aux familles d'en faire des photocopies. Les données sont issues de la base élèves de l'établissement (Siècle) ; droit d'accès et de rectification auprès du secrétariat.";
    para(d, (x, 780.0), w, free, &l.small, &[]);
}

/// A university: student number, degree, fees.
fn university(d: &mut Desk<'_, '_>, own: &Someone, [span, born, date]: [&str; 3], year: i64) {
    let l = look(d, 10.4);
    let (x, w) = (48.0, 500.0);
    let (house, town) = d.rng.choose(&[
        ("Université de Franche-Comté", "Besançon"),
        ("Université Bretagne Sud", "Lorient"),
        ("Institut national universitaire Champollion", "Albi"),
        ("Université de Pau et des Pays de l'Adour", "Pau"),
        ("IRTS Hauts-de-France", "Loos"),
    ]);
    end(d, (x + w, 56.0), 330.0, house, &l.bold.sized(13.0), &[]);
    end(d, (x + w, 71.0), 330.0, "Service de la scolarité centrale", &l.body, &[]);
    marks::logo(d.c, x, 36.0, 48.0, &mut d.rng);
    let title =
        d.rng.pick(&["CERTIFICAT DE SCOLARITÉ", "Certificat de scolarité", "CERTIFICAT D'INSCRIPTION - SCOLARITÉ"]);
    let y = bar(d, [x, 110.0, w], title, &l.bold.sized(14.0)) + 26.0;
    say(d, (x, y), w, &format!("Année universitaire {span}"), &l.bold, &[("school_year", span)]);
    let name = format!("{} {}", own.title(false), own.full());
    let number = format!("{}{}", year % 100, d.rng.digits(6));
    let ine = format!("{}{}{}", d.rng.digits(10), d.rng.capital(), "");
    let (degree, step) = d.rng.choose(&[
        ("Licence Droit, économie, gestion", "Licence 2 Droit"),
        ("Master Biologie-Santé", "Master 1 Nutrition"),
        ("BUT Mesures physiques", "BUT 1re année"),
        ("Licence professionnelle Métiers du BTP", "LP Travaux publics"),
        ("Diplôme d'État d'éducateur spécialisé", "DEES 3e année"),
    ]);
    let text = format!(
        "Le président de l'établissement certifie que {name}, {} le {born} à {}, est régulièrement {} pour l'année universitaire en cours.",
        own.agree("né", "née"),
        own.born_at.1,
        own.agree("inscrit", "inscrite")
    );
    let y = para(d, (x, y + 26.0), w, &text, &l.body, &[("holder", &name), ("birth_date", born)]) + 14.0;
    let label = d.rng.pick(&["Numéro étudiant", "N° étudiant", "N° d'étudiant"]);
    let list = [
        ("reference", label, number.as_str()),
        ("", "Identifiant national", &ine),
        ("", "Diplôme préparé", degree),
        ("", "Étape", step),
        ("", "Régime", "Formation initiale"),
        ("", "Statut", "Étudiant(e)"),
    ];
    d.c.frame(x, y - 4.0, x + w, y + 128.0, 0.6);
    let y = rows(d, (x + 12.0, y + 16.0), x + 190.0, 20.0, &list, (&l.body, &l.bold)) + 26.0;
    let t = (&l.small, &l.body);
    let y = cells(
        d,
        [x, y, w, 34.0],
        &[
            (0.3, "Droits d'inscription", ("", "175,00 €")),
            (0.3, "CVEC", ("", "acquittée")),
            (0.4, "Inscription validée", ("", "oui")),
        ],
        t,
    );
    let text = "Ce certificat est édité une seule fois par l'établissement : faites-en des copies. Il doit être présenté aux organismes qui en demandent la production (Crous, logement, transports, prestations familiales). La carte d'étudiant portant le millésime de l'année en cours a même valeur.";
    let y = para(d, (x, y + 28.0), w, text, &l.body, &[]) + 26.0;
    say(d, (x + 250.0, y), 240.0, &format!("Édité à {town}, le {date}"), &l.body, &[("date", date)]);
    say(d, (x + 250.0, y + 16.0), 240.0, "Pour le président et par délégation", &l.body, &[]);
    signed(d, x + 280.0, y + 50.0);
    marks::code(d.c, x, y + 6.0, &mut d.rng);
    mid(
        d,
        (297.0, 804.0),
        w,
        "Établissement public à caractère scientifique, culturel et professionnel - document produit par Apogée",
        &l.small,
        &[],
    );
}

/// A primary school: half a page from a word processor.
fn primary(d: &mut Desk<'_, '_>, own: &Someone, year: i64, [span, born, date]: [&str; 3]) {
    let l = look(d, 12.0);
    let (x, w) = (70.0, 455.0);
    let (house, code, town) = d.rng.choose(&[
        ("École élémentaire Les Marronniers", "39400", "Morez"),
        ("École maternelle du Bourg", "12100", "Millau"),
        ("École privée Sainte-Anne", "56110", "Gourin"),
        ("R.P.I. des Trois Vallées", "15300", "Murat"),
        ("École primaire publique Aimé-Césaire", "97220", "La Trinité"),
    ]);
    let head = Someone::born(&mut d.rng, 1962, 1992);
    mid(d, (297.0, 74.0), w, house, &l.bold.sized(15.0), &[]);
    mid(d, (297.0, 92.0), w, &format!("{code} {}", capitals(town, true)), &l.body, &[]);
    let academy = match &code[..2] {
        "39" => "besancon",
        "12" => "toulouse",
        "56" => "rennes",
        "15" => "clermont",
        _ => "martinique",
    };
    let mail = format!("ecole.{}@ac-{academy}.fr", bare(town));
    let tel = codes::phone(&mut d.rng);
    mid(d, (297.0, 108.0), w, &format!("{tel} - {mail}"), &l.small, &[]);
    d.c.frame(x + 60.0, 150.0, x + w - 60.0, 192.0, 1.2);
    let title = d.rng.pick(&["CERTIFICAT DE SCOLARITÉ", "Certificat de scolarité", "CERTIFICAT DE SCOLARITE"]);
    mid(d, (297.0, 177.0), w - 140.0, title, &l.bold.sized(16.0), &[]);
    let name = own.full();
    let at = (year - own.birth.0 - 3).clamp(0, 7) as usize;
    let class = ["petite section", "moyenne section", "grande section", "CP", "CE1", "CE2", "CM1", "CM2"][at];
    let text = format!(
        "Je {}, {} {}, {} de l'école, certifie que l'élève {name}, {} le {born}, est {} dans mon établissement en classe de {class} pour l'année scolaire {span}.",
        head.agree("soussigné", "soussignée"),
        head.title(false),
        head.full(),
        head.agree("directeur", "directrice"),
        own.agree("né", "née"),
        own.agree("inscrit", "inscrite")
    );
    let y = para(d, (x, 244.0), w, &text, &l.body, &[("holder", &name), ("birth_date", born), ("school_year", span)])
        + 16.0;
    let text = d.rng.pick(&["L'enfant fréquente régulièrement l'école. Certificat délivré à la demande des parents pour servir et valoir ce que de droit.", "Ce certificat est remis à la famille pour faire valoir ses droits."]);
    let y = para(d, (x, y), w, text, &l.body, &[]) + 34.0;
    say(d, (x + 200.0, y), 250.0, &format!("{town}, le {date}"), &l.body, &[("date", date)]);
    say(d, (x + 200.0, y + 20.0), 250.0, head.agree("Le directeur,", "La directrice,"), &l.body, &[]);
    signed(d, x + 220.0, y + 60.0);
    seal(d, x + 100.0, y + 56.0, 34.0, &["ÉCOLE", town]);
}
