//! Acts of birth and family record books.

use super::super::facts::{Day, day, figures, of, spelled, written};
use super::super::page::Page;
use super::a_kit::{Person, TOWNS, body, bold, mid, pairs, person, person_of, put, say, table};
use crate::pages::desk::Desk;
use crate::pages::marks;

pub(super) const PAGES: &[Page] = &[
    Page::a4("acte_naissance", full_copy),
    Page::a4("acte_naissance", |d| extract(d, true)),
    Page::a4("acte_naissance", |d| extract(d, false)),
    Page::a4("livret_famille", |d| family(d, true)),
    Page::a4("livret_famille", |d| family(d, false)),
    Page { name: "livret_famille", sheet: |_| Some((340.0, 480.0)), set: |d| family(d, true) },
];

fn parents(d: &mut Desk<'_, '_>, p: &Person) -> (Person, Person) {
    let mut father = person_of(&mut d.rng, 'M', p.who.birth.0 - 38, p.who.birth.0 - 24);
    father.who.last.clone_from(&p.who.last);
    (father, person_of(&mut d.rng, 'F', p.who.birth.0 - 36, p.who.birth.0 - 22))
}

fn full_copy(d: &mut Desk<'_, '_>) {
    let p = person(&mut d.rng, 1940, 2022);
    let (father, mother) = parents(d, &p);
    let (x0, x1) = (d.x0().min(60.0), d.c.width - 50.0);
    let (t, b) = (body(d, 10.0), bold(d, 12.0));
    let town = p.who.born_at.1;
    let no = match d.rng.below(3) {
        0 => format!("{}", d.rng.between(3, 2400)),
        1 => format!("{:05}", d.rng.between(3, 2400)),
        _ => format!("{}/{}", d.rng.between(3, 2400), p.who.birth.0),
    };
    let y = mid(d, (d.c.width / 2.0, 60.0), &["COPIE INTÉGRALE", "ACTE DE NAISSANCE"], &b, 400.0);
    let head = format!("Mairie {} - Service de l'état civil", of(town));
    put(d, "", (x0, y + 10.0), &head, &t, 380.0);
    // The margin of the register: number, name, later mentions.
    let (m, x) = (130.0, x0 + 150.0);
    let mut side = y + 44.0;
    side = pairs(d, (x0, x0, side), (m, 15.0), (&t, &bold(d, 10.0)), &[("Acte n°", &no, "act_number")]);
    put(d, "", (x0, side), &p.who.surname(), &bold(d, 10.0), m);
    put(d, "", (x0, side + 14.0), &p.who.given(", "), &t, m);
    let wed = day(&mut d.rng, p.who.birth.0 + 22, p.who.birth.0 + 35);
    let mention = match d.rng.below(3) {
        0 => "Néant".to_owned(),
        1 => format!(
            "{} à {} le {} avec {}.",
            p.who.agree("Marié", "Mariée"),
            p.post.1,
            written(wed),
            person(&mut d.rng, 1940, 1990).who.full()
        ),
        _ => format!("PACS enregistré à {} le {}.", p.post.1, written(wed)),
    };
    put(d, "", (x0, side + 40.0), "Mentions marginales", &bold(d, 8.5), m);
    say(d, (x0, side + 54.0), m, &mention, &body(d, 8.5), &[]);
    d.rule(x - 12.0, y + 26.0, x - 12.0, d.c.height - 170.0, 0.5);
    let (last, firsts) = (p.who.surname(), p.who.given(", "));
    let birth = if d.rng.chance(0.6) { spelled(p.who.birth) } else { written(p.who.birth) };
    let drawn_on: Day = (p.who.birth.0, p.who.birth.1, (p.who.birth.2 + 2).min(28));
    let drawn = if d.rng.chance(0.6) { spelled(drawn_on) } else { written(drawn_on) };
    let hour = d.rng.pick(&["trois heures douze minutes", "neuf heures quarante", "vingt heures cinq minutes"]);
    let text = format!(
        "Le {birth} à {hour} est {} à {town}, {} : {firsts} {last}, du sexe {}.",
        p.who.agree("né", "née"),
        p.street,
        p.who.agree("masculin", "féminin")
    );
    let y = say(
        d,
        (x, y + 44.0),
        x1 - x,
        &text,
        &t,
        &[("birth_date", &birth), ("first_names", &firsts), ("last_name", &last)],
    );
    let text = format!(
        "Père : {} né à {} le {}, domicilié {}, {}. Mère : {} née à {} le {}, son épouse.",
        father.who.full(),
        father.who.born_at.1,
        written(father.who.birth),
        p.street,
        town,
        mother.who.full(),
        mother.who.born_at.1,
        written(mother.who.birth)
    );
    let y = say(d, (x, y + 8.0), x1 - x, &text, &t, &[]);
    let text = format!(
        "Acte dressé le {drawn} à dix heures, sur la déclaration du père qui, lecture faite et invité à lire l'acte, a \
        signé avec Nous, {}, officier de l'état civil de la commune.",
        person(&mut d.rng, 1940, 1980).who.full()
    );
    let y = say(d, (x, y + 8.0), x1 - x, &text, &t, &[("act_date", &drawn)]);
    let given = figures(day(&mut d.rng, p.who.birth.0.max(2005) + 1, 2026), "/");
    let y = say(
        d,
        (x, y + 60.0),
        x1 - x,
        &format!("Copie délivrée conforme à l'original. {town}, le {given}"),
        &t,
        &[("issue_date", &given)],
    );
    d.left(x + 40.0, y + 12.0, "L'officier de l'état civil,", &t);
    marks::stamp(d.c, x + 70.0, y + 90.0, &mut d.rng);
    marks::signature(d.c, x + 140.0, y + 50.0, 80.0, &mut d.rng);
    say(
        d,
        (x0, d.c.height - 60.0),
        x1 - x0,
        "Les actes de l'état civil font foi jusqu'à inscription de faux. Toute modification ou \
        falsification expose à des poursuites (art. 441-1 du code pénal).",
        &body(d, 7.5),
        &[],
    );
}

fn extract(d: &mut Desk<'_, '_>, national: bool) {
    let p = person(&mut d.rng, 1938, 2020);
    let (father, mother) = parents(d, &p);
    let (x0, w) = (60.0, d.c.width - 110.0);
    let (t, b) = (body(d, 10.0), bold(d, 10.0));
    let no = format!("{}{}", d.rng.pick(&["", "", "A", "0"]), d.rng.between(12, 1900));
    let (birth, given) = (figures(p.who.birth, "/"), written(day(&mut d.rng, 2004, 2026)));
    let (last, firsts, town) = (p.who.surname(), p.who.given(", "), p.who.born_at.1);
    if national {
        let filiation = d.rng.chance(0.6);
        let lines = [
            "RÉPUBLIQUE FRANÇAISE",
            "EXTRAIT D'ACTE DE NAISSANCE",
            if filiation { "avec filiation" } else { "sans filiation" },
        ];
        let y = mid(d, (d.c.width / 2.0, 60.0), &lines, &bold(d, 13.0), 420.0);
        let place = format!("Commune {} ({})", of(town), p.who.department());
        put(d, "", (x0, y + 14.0), &place, &t, w);
        let (f, m) = (father.who.full(), mother.who.full());
        let sex = p.who.agree("masculin", "féminin");
        let mut rows = vec![
            ("Acte de naissance n°", no.as_str(), "act_number"),
            ("NOM", &last, "last_name"),
            ("PRÉNOMS", &firsts, "first_names"),
            ("SEXE", sex, ""),
            ("DATE DE NAISSANCE", &birth, "birth_date"),
            ("LIEU DE NAISSANCE", town, ""),
        ];
        if filiation {
            rows.extend([("PÈRE", f.as_str(), ""), ("MÈRE", &m, "")]);
        }
        let y = pairs(d, (x0, x0 + 150.0, y + 56.0), (w, d.rng.clone().range(24.0, 32.0)), (&t, &b), &rows);
        put(d, "", (x0, y + 12.0), "MENTIONS MARGINALES : Néant", &t, w);
        let y = say(
            d,
            (x0, y + 60.0),
            w,
            &format!(
                "Certifié le présent extrait conforme aux indications portées au registre. Délivré à \
            {town}, le {given}"
            ),
            &t,
            &[("issue_date", &given)],
        );
        d.left(330.0, y + 20.0, "Pour le Maire, l'officier d'état civil délégué", &body(d, 8.5));
        marks::stamp(d.c, 400.0, y + 80.0, &mut d.rng);
        return;
    }
    let lines = ["EXTRAIT PLURILINGUE D'ACTE DE NAISSANCE", "Convention signée à Vienne le 8 septembre 1976"];
    let y = mid(d, (d.c.width / 2.0, 60.0), &lines, &bold(d, 12.0), 460.0);
    let place = format!("2  Service de l'état civil {}", of(town));
    let rows: Vec<Vec<String>> = [
        ("1  État / Staat / State", "France"),
        (place.as_str(), town),
        ("3  Acte de naissance n° / Entry of birth No", &no),
        ("4  Date et lieu de naissance / Date and place of birth", &format!("{birth}  {town}")),
        ("5  Nom / Name", &last),
        ("6  Prénoms / Forenames", &firsts),
        ("7  Sexe / Sex", &p.who.sex.to_string()),
        ("8  Père - Nom / Father - Name", &father.who.surname()),
        ("8  Père - Prénoms / Forenames", &father.who.given(", ")),
        ("9  Mère - Nom / Mother - Name", &mother.who.surname()),
        ("9  Mère - Prénoms / Forenames", &mother.who.given(", ")),
        ("10  Autres énonciations de l'acte / Other particulars", "-"),
        ("11  Date de délivrance, signature, sceau / Date of issue", &given),
    ]
    .iter()
    .map(|(a, b)| vec![(*a).to_owned(), (*b).to_owned()])
    .collect();
    let y = table(
        d,
        (x0, y + 30.0),
        &[w * 0.52, w * 0.48],
        &rows,
        &body(d, 10.5),
        &[
            ("act_number", &no),
            ("birth_date", &birth),
            ("last_name", &last),
            ("first_names", &firsts),
            ("issue_date", &given),
        ],
    );
    marks::stamp(d.c, 420.0, y + 60.0, &mut d.rng);
    say(
        d,
        (x0, y + 130.0),
        w,
        "SYMBOLES / ZEICHEN / SYMBOLS : Jo : jour, Tag, day ; Mo : mois, Monat, month ; An : année, Jahr, year ; \
        M : masculin, männlich, masculine ; F : féminin, weiblich, feminine ; Mar : mariage ; Sc : séparation de corps ; Div : \
        divorce ; D : décès.",
        &body(d, 8.0),
        &[],
    );
}

fn family(d: &mut Desk<'_, '_>, wed: bool) {
    let man = person_of(&mut d.rng, 'M', 1945, 1992);
    let woman = person_of(&mut d.rng, 'F', 1945, 1992);
    let date = day(&mut d.rng, man.who.birth.0.max(woman.who.birth.0) + 19, 2023);
    let shown = if d.rng.chance(0.5) { written(date) } else { spelled(date) };
    let (x0, w) = (36.0, d.c.width - 72.0);
    let k = (d.c.width / 595.0).max(0.75);
    let (t, b) = (body(d, 9.5 * k), bold(d, 10.5 * k));
    let town = d.rng.choose(TOWNS).1;
    let head =
        if wed { ["LIVRET DE FAMILLE", "EXTRAIT DE L'ACTE DE MARIAGE"] } else { ["LIVRET DE FAMILLE", "PARENTS"] };
    let mut y = mid(d, (d.c.width / 2.0, 40.0 * k), &head, &bold(d, 13.0 * k), w) + 8.0;
    if wed {
        let text = format!("Le {shown} a été célébré à la mairie {} le mariage entre :", of(town));
        y = say(d, (x0, y), w, &text, &t, &[("wedding_date", &shown)]) + 6.0;
    }
    for (label, p) in [(if wed { "ÉPOUX" } else { "PÈRE" }, &man), (if wed { "ÉPOUSE" } else { "MÈRE" }, &woman)] {
        put(d, "", (x0, y), label, &b, w);
        let (f, m) = parents(d, p);
        let (born, of_parents) = (
            format!("{} à {}", written(p.who.birth), p.who.born_at.1),
            format!("{} et {}", f.who.full(), m.who.full()),
        );
        let rows = [
            ("Nom", &*p.who.surname(), ""),
            ("Prénoms", &*p.who.given(", "), ""),
            (p.who.agree("Né le", "Née le"), &*born, ""),
            (p.who.agree("Fils de", "Fille de"), &*of_parents, ""),
        ];
        y = pairs(d, (x0, x0 + 70.0 * k, y + 17.0 * k), (w, 15.5 * k), (&t, &t), &rows) + 6.0;
    }
    if wed {
        y = say(d, (x0, y), w, "Contrat de mariage : néant. Mentions marginales : néant.", &t, &[]) + 4.0;
    }
    put(d, "", (x0, y), "L'officier de l'état civil (signature et sceau)", &t, w);
    marks::stamp(d.c, x0 + w * 0.7, y + 30.0 * k, &mut d.rng);
    y += 76.0 * k;
    d.rule(x0, y - 14.0, x0 + w, y - 14.0, 0.5);
    for (i, title) in ["PREMIER ENFANT", "DEUXIÈME ENFANT", "TROISIÈME ENFANT"].into_iter().enumerate() {
        if y > d.c.height - 90.0 * k {
            break;
        }
        let c = person(&mut d.rng, date.0 + 1 + 2 * i as i64, date.0 + 2 + 2 * i as i64);
        y = mid(d, (d.c.width / 2.0, y), &["EXTRAIT DE L'ACTE DE NAISSANCE", title], &b, w) + 2.0;
        let (no, born) = (d.rng.between(10, 900).to_string(), format!("{} à {}", written(c.who.birth), town));
        let filled = d.rng.chance(0.75 - 0.2 * i as f32);
        let name = man.who.surname();
        let rows = [
            ("Acte n°", no.as_str(), ""),
            ("Nom", &name, ""),
            ("Prénoms", &*c.who.given(", "), ""),
            ("Né(e) le", &born, ""),
        ];
        for (label, value, _) in rows {
            pairs(d, (x0, x0 + 70.0 * k, y), (w, 0.0), (&t, &t), &[(label, if filled { value } else { "" }, "")]);
            y += 15.0 * k;
        }
        y += 22.0 * k;
    }
}
