//! Papers of the civil status: birth certificates as whole copies and as extracts, pages of the family book.

use super::facts::{Day, Someone, day, figures, in_words, mark, of, pair, spelled, written};
use crate::pages::compose::{Align, Manner, Type};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, street, words};

const TRADES: &[&str] = &[
    "employé de bureau", "agriculteur", "instituteur", "mécanicien", "cadre commercial", "menuisier", "fonctionnaire",
    "ouvrier", "chauffeur", "comptable", "sans profession", "étudiant", "aide-soignant", "ingénieur",
];

pub(super) fn birth_certificate(d: &mut Desk<'_, '_>) {
    if d.rng.chance(0.5) { whole_copy(d) } else { extract(d) }
}

/// The head that town halls print: commune, department, office.
fn head(d: &mut Desk<'_, '_>, town: &str) -> f32 {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let (x, y) = (d.x0(), d.margins[1] + body.size);
    let lead = body.size * 1.35;
    let department = d.rng.pick(&["DU RHÔNE", "DE LA GIRONDE", "DU NORD", "DES CÔTES-D'ARMOR", "DE SEINE-ET-MARNE"]);
    match d.rng.below(3) {
        0 => {
            d.left(x, y, &format!("MAIRIE {}", capitals(&of(town), true)), &bold);
            d.left(x, y + lead, "Service de l'état civil", &body);
            y + lead * 2.0
        }
        1 => {
            d.left(x, y, "RÉPUBLIQUE FRANÇAISE", &bold);
            d.left(x, y + lead, &format!("DÉPARTEMENT {department}"), &body);
            d.left(x, y + lead * 2.0, &format!("COMMUNE {}", capitals(&of(town), true)), &body);
            y + lead * 3.0
        }
        _ => {
            let size = d.rng.range(34.0, 54.0);
            marks::logo(d.c, x, y - body.size, size, &mut d.rng);
            d.left(x + size + 12.0, y + 6.0, &format!("VILLE {}", capitals(&of(town), true)), &bold);
            d.left(x + size + 12.0, y + 6.0 + lead, "Direction de la population - État civil", &body);
            y + size + lead
        }
    }
}

/// Whoever signs, where, and the day of issue.
fn signed(d: &mut Desk<'_, '_>, y: f32, town: &str, issued: Day, body: &Type) {
    let x = d.c.width * d.rng.range(0.45, 0.55);
    let lead = body.size * 1.5;
    let date = if d.rng.chance(0.5) { written(issued) } else { figures(issued, "/") };
    let text = match d.rng.below(4) {
        0 => format!("Fait à {town}, le {date}"),
        1 => format!("Délivré à {town}, le {date}"),
        2 => format!("{town}, le {date}"),
        _ => format!("Copie délivrée le {date}"),
    };
    super::facts::line_with(d, (x, y), &text, body, &[("issue_date", &date)]);
    let officer = d.rng.pick(&[
        "L'officier de l'état civil délégué,",
        "L'officier d'état civil,",
        "Pour le maire, l'officier de l'état civil,",
    ]);
    d.left(x, y + lead, officer, body);
    marks::stamp(d.c, x + 40.0, (y + lead * 4.0).min(d.c.height - 60.0), &mut d.rng);
    marks::signature(d.c, x + 50.0, (y + lead * 4.0).min(d.c.height - 50.0), 90.0, &mut d.rng);
}

/// A marginal mention.
fn mention(d: &mut Desk<'_, '_>, own: &Someone) -> String {
    let other = Someone::born(&mut d.rng, own.birth.0 - 5, own.birth.0 + 6);
    let when = day(&mut d.rng, own.birth.0 + 22, (own.birth.0 + 45).min(2025));
    let town = d.rng.choose(words::TOWNS).1;
    match d.rng.below(3) {
        0 => format!("Marié{} à {town} le {} avec {}.", own.agree("", "e"), written(when), other.full()),
        1 => format!(
            "Mariage dissous par jugement de divorce rendu le {} par le tribunal judiciaire de {town}.",
            written(when)
        ),
        _ => format!("A conclu un pacte civil de solidarité le {} avec {}.", written(when), other.full()),
    }
}

fn whole_copy(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1935, 2024);
    let (father, mother) = (parent(d, &own, 'M'), parent(d, &own, 'F'));
    let town = own.born_at.1;
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let lead = d.leading.max(body.size * 1.3);
    let mut y = head(d, town) + lead;
    let middle = d.c.width / 2.0;
    let title = d
        .rng
        .pick(&["ACTE DE NAISSANCE", "COPIE INTÉGRALE D'ACTE DE NAISSANCE", "ACTE DE NAISSANCE - COPIE INTÉGRALE"]);
    let big = bold.sized(body.size * 1.3);
    d.centre(middle, y, title, &big);
    y += lead * 1.6;
    let number = d.rng.between(1, 2400);
    let number = match d.rng.below(3) {
        0 => format!("{:03}/{}", number, own.birth.0),
        1 => format!("{number:04}"),
        _ => number.to_string(),
    };
    let label = d.rng.pick(&["Acte n°", "Acte de naissance n°", "N° de l'acte :", "Numéro :"]);
    let (left, right) = (d.x0(), d.x1());
    d.labelled("act_number", left, left, y, label, &number, (&body, &bold));
    y += lead * 1.2;
    let margin = d.rng.chance(0.4);
    let x = if margin { left + (right - left) * 0.3 } else { left };
    // Older acts have the name in the margin.
    let since = d.c.lines.len();
    if margin {
        d.left(left, y, &own.surname(), &bold);
        d.left(left, y + lead, &own.given(", "), &body);
    } else {
        d.centre(middle, y, &format!("{} {}", own.given(", "), own.surname()), &bold);
        y += lead * 1.5;
    }
    mark(d, since, "last_name", &own.surname());
    mark(d, since, "first_names", &own.given(", "));
    let hour = in_words(d.rng.between(1, 23) as u64);
    let minutes = in_words(d.rng.between(2, 59) as u64);
    let written_out = d.rng.chance(0.55);
    let birth = if written_out { spelled(own.birth) } else { written(own.birth) };
    let (born, sex) = (own.agree("né", "née"), own.agree("masculin", "féminin"));
    let opening = if d.rng.chance(0.5) {
        format!("Le {birth} à {hour} heures {minutes} minutes, est {born}, {}, ", street(&mut d.rng))
    } else {
        format!("L'an deux mille, le {birth}, à {hour} heures, est {born} en la commune, ")
            .replace("L'an deux mille, le", "Le")
    };
    let trades = (d.rng.pick(TRADES), d.rng.pick(TRADES));
    let text = format!(
        "{opening}{} {}, du sexe {sex}, {} de {} {}, né à {} le {}, {}, et de {} {}, née à {} le {}, {}, domiciliés {}.",
        own.given(", "),
        own.surname(),
        own.agree("fils", "fille"),
        father.given(" "),
        father.surname(),
        father.born_at.1,
        written(father.birth),
        trades.0,
        mother.given(" "),
        mother.surname(),
        mother.born_at.1,
        written(mother.birth),
        trades.1,
        street(&mut d.rng),
    );
    let manner = Manner { align: Align::Left, justify: d.rng.chance(0.4), hyphenate: false, indent: 0.0 };
    let since = d.c.lines.len();
    let bottom = d.paragraph(x, y, right - x, &text, &body, lead, manner);
    mark(d, since, "birth_date", &birth);
    y = bottom + lead * 0.6;
    let drawn_up = format!(
        "Dressé le {}, à {hour} heures, sur la déclaration {}, qui, lecture faite et invité{} à lire l'acte, a signé avec Nous, {}, \
         officier de l'état civil par délégation du maire.",
        spelled((own.birth.0, own.birth.1, (own.birth.2 + 1).min(28))),
        d.rng.pick(&["du père", "de la mère", "de la sage-femme"]),
        d.rng.pick(&["", "e"]),
        Someone::random(&mut d.rng).full(),
    );
    y = d.paragraph(x, y, right - x, &drawn_up, &body, lead, manner) + lead * 0.6;
    if own.birth.0 < 2000 && d.rng.chance(0.6) {
        let wording = d.rng.pick(&["MENTIONS MARGINALES", "Mentions marginales :", "Mentions"]);
        d.left(x, y, wording, &bold);
        let text = mention(d, &own);
        y = d.paragraph(x, y + lead, right - x, &text, &body, lead, Manner::RAGGED) + lead;
    }
    let certified = d.rng.pick(&[
        "Pour copie conforme",
        "Copie certifiée conforme à l'original",
        "Copie intégrale certifiée conforme selon procédé informatisé",
    ]);
    y = d.paragraph(left, y + lead, right - left, certified, &body, lead, Manner::RAGGED) + lead;
    let until = d.rng.between((own.birth.0 + 1).clamp(1990, 2025), 2026);
    let issued = day(&mut d.rng, until, until);
    signed(d, y, town, issued, &body);
}

fn parent(d: &mut Desk<'_, '_>, child: &Someone, sex: char) -> Someone {
    let mut parent = Someone::born(&mut d.rng, child.birth.0 - 40, child.birth.0 - 20);
    while parent.sex != sex {
        parent = Someone::born(&mut d.rng, child.birth.0 - 40, child.birth.0 - 20);
    }
    if sex == 'M' {
        parent.last.clone_from(&child.last);
    }
    parent
}

fn extract(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1935, 2024);
    let (father, mother) = (parent(d, &own, 'M'), parent(d, &own, 'F'));
    let town = own.born_at.1;
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let lead = body.size * d.rng.range(1.6, 2.0);
    let mut y = head(d, town) + lead;
    let middle = d.c.width / 2.0;
    let filiation = d.rng.chance(0.7);
    let title = d.rng.pick(&[
        "EXTRAIT D'ACTE DE NAISSANCE",
        "EXTRAIT DE L'ACTE DE NAISSANCE",
        "EXTRAIT DES REGISTRES DES ACTES DE NAISSANCE",
    ]);
    d.centre(middle, y, title, &bold.sized(body.size * 1.3));
    y += lead;
    if d.rng.chance(0.6) {
        d.centre(middle, y, if filiation { "avec filiation" } else { "sans filiation" }, &body);
        y += lead;
    }
    y += lead * 0.5;
    let (left, right) = (d.x0(), d.x1());
    let at = left + body.size * d.rng.range(11.0, 14.0);
    let dots = d.rng.chance(0.3);
    let colon = d.rng.pick(&[" :", "", " :"]);
    let number = format!("{:05}", d.rng.between(1, 20_000));
    let birth = dated_either(d, own.birth);
    let hour = format!("{} heures {:02}", d.rng.between(0, 23), d.rng.between(0, 59));
    let mut rows: Vec<(String, &'static str, String)> = vec![
        (d.rng.pick(&["Acte n°", "N° de l'acte", "Acte numéro"]).to_owned(), "act_number", number),
        (d.rng.pick(&["Nom", "NOM", "Nom de famille"]).to_owned(), "last_name", own.surname()),
        (d.rng.pick(&["Prénom(s)", "Prénoms", "PRÉNOMS"]).to_owned(), "first_names", own.given(", ")),
        ("Sexe".to_owned(), "", own.agree("Masculin", "Féminin").to_owned()),
        (own.agree("Né le", "Née le").to_owned(), "birth_date", birth),
        ("À".to_owned(), "", format!("{} ({})", capitals(town, true), own.department())),
        ("Heure".to_owned(), "", hour),
    ];
    if d.rng.chance(0.4) {
        rows[4].0 = "Date de naissance".to_owned();
    }
    for (text, field, content) in &rows {
        let label = format!("{text}{colon}");
        d.labelled(field, left, at, y, &label, content, (&body, &bold));
        if dots {
            d.c.dotted(at, right, y + 2.0);
        }
        y += lead;
    }
    if filiation {
        y += lead * 0.5;
        d.left(left, y, &format!("{} de :", own.agree("Fils", "Fille")), &body);
        y += lead;
        for (who, p) in [("Père", &father), ("Mère", &mother)] {
            let text = format!("{} {}", p.surname(), p.given(" "));
            pair(d, left + 14.0, at, y, (&format!("{who}{colon}"), &text), (&body, &bold));
            y += lead;
            let text = format!("{} {} à {}", p.agree("né le", "née le"), figures(p.birth, "/"), p.born_at.1);
            d.left(at, y, &text, &body);
            y += lead;
        }
    }
    y += lead * 0.5;
    let text = if own.birth.0 >= 2000 || d.rng.chance(0.5) { "Néant".to_owned() } else { mention(d, &own) };
    d.left(left, y, &format!("Mentions marginales{colon}"), &bold);
    y = d.paragraph(left, y + lead, right - left, &text, &body, lead * 0.8, Manner::RAGGED) + lead;
    let since = (own.birth.0 + 1).clamp(1990, 2025);
    let issued = day(&mut d.rng, since, 2026);
    d.left(left, y, "Certifié le présent extrait conforme aux indications portées au registre.", &body);
    signed(d, y + lead * 1.5, town, issued, &body);
}

fn dated_either(d: &mut Desk<'_, '_>, day: Day) -> String {
    if d.rng.chance(0.5) { written(day) } else { figures(day, "/") }
}

pub(super) fn family_book(d: &mut Desk<'_, '_>) {
    if d.rng.chance(0.6) { spouses(d) } else { children(d) }
}

fn spouse(d: &mut Desk<'_, '_>, y: f32, heading: &str, who: &Someone, lead: f32) -> f32 {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let (left, right) = (d.x0(), d.x1());
    let at = left + body.size * 8.0;
    let mut y = y;
    d.left(left, y, heading, &bold);
    d.rule(left, y + 3.0, right, y + 3.0, 0.6);
    y += lead;
    let profession = d.rng.pick(TRADES);
    let rows = [
        ("Nom", who.surname()),
        ("Prénoms", who.given(", ")),
        (who.agree("Né le", "Née le"), figures(who.birth, "/")),
        ("à", format!("{} ({})", who.born_at.1, who.department())),
        ("Profession", profession.to_owned()),
    ];
    for (label, text) in &rows {
        pair(d, left + 8.0, at, y, (label, text), (&body, &bold));
        d.c.dotted(at, right, y + 2.0);
        y += lead;
    }
    y + lead * 0.4
}

fn spouses(d: &mut Desk<'_, '_>) {
    let size = d.fonts.body.size.min(d.c.width / 46.0);
    (d.fonts.body, d.fonts.bold) = (d.fonts.body.sized(size), d.fonts.bold.sized(size));
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let lead = size * d.rng.range(1.5, 1.8);
    let (left, middle) = (d.x0(), d.c.width / 2.0);
    let mut y = d.margins[1] + size * 1.5;
    if d.rng.chance(0.75) {
        d.centre(middle, y, "LIVRET DE FAMILLE", &bold.sized(size * 1.5));
        y += lead * 1.6;
    }
    let husband = Someone::born(&mut d.rng, 1945, 1994);
    let wife = Someone::born(&mut d.rng, husband.birth.0 - 4, husband.birth.0 + 5);
    let wedding = day(&mut d.rng, husband.birth.0 + 23, (husband.birth.0 + 38).min(2025));
    let date = if d.rng.chance(0.5) { written(wedding) } else { figures(wedding, "/") };
    let town = d.rng.choose(words::TOWNS).1;
    let number = d.rng.between(1, 400);
    let wording = d.rng.pick(&["EXTRAIT DE L'ACTE DE MARIAGE", "Extrait de l'acte de mariage", "MARIAGE"]);
    d.left(left, y, wording, &bold);
    d.left(left + size * 19.0, y, &format!("n° {number}"), &body);
    y += lead * 1.3;
    let heads = [["ÉPOUX OU PÈRE", "ÉPOUSE OU MÈRE"], ["ÉPOUX - PÈRE", "ÉPOUSE - MÈRE"], ["L'ÉPOUX", "L'ÉPOUSE"]]
        [d.rng.below(3)];
    let label = d.rng.pick(&["Mariage célébré le", "Date du mariage :", "Mariés le", "Le mariage a été célébré le"]);
    let first = d.rng.chance(0.5);
    let at = left + size * 12.0;
    if first {
        d.labelled("wedding_date", left, at, y, label, &date, (&body, &bold));
        y += lead;
        pair(d, left, at, y, ("à la mairie de", town), (&body, &bold));
        y += lead * 1.5;
    }
    y = spouse(d, y, heads[0], &husband, lead);
    y = spouse(d, y, heads[1], &wife, lead);
    if !first {
        d.labelled("wedding_date", left, at, y, label, &date, (&body, &bold));
        y += lead;
        pair(d, left, at, y, ("à la mairie de", town), (&body, &bold));
        y += lead;
    }
    let wording = d.rng.pick(&[
        "Contrat de mariage : néant",
        "Il n'a pas été fait de contrat de mariage",
        "Autres énonciations : néant",
    ]);
    d.left(left, y, wording, &body);
    y += lead * 1.4;
    let x = d.c.width * 0.45;
    let since = day(&mut d.rng, wedding.0, wedding.0);
    d.left(x, y, &format!("Délivré le {}", figures(since, "/")), &body);
    d.left(x, y + lead, "L'officier de l'état civil", &body);
    marks::stamp(d.c, x + 60.0, (y + lead * 3.0).min(d.c.height - 40.0), &mut d.rng);
}

fn children(d: &mut Desk<'_, '_>) {
    let size = d.fonts.body.size.min(d.c.width / 46.0);
    let (body, bold) = (d.fonts.body.sized(size), d.fonts.bold.sized(size));
    let lead = size * d.rng.range(1.45, 1.7);
    let (left, right, middle) = (d.x0(), d.x1(), d.c.width / 2.0);
    let mut y = d.margins[1] + size * 1.5;
    if d.rng.chance(0.5) {
        d.centre(middle, y, "LIVRET DE FAMILLE", &bold.sized(size * 1.3));
        y += lead * 1.6;
    }
    let words = ["PREMIER", "DEUXIÈME", "TROISIÈME"];
    let from = if d.rng.chance(0.7) { 0 } else { 1 };
    let surname = capitals(Someone::random(&mut d.rng).last.as_str(), true);
    for (i, word) in words.iter().enumerate().skip(from).take(2) {
        let child = Someone::born(&mut d.rng, 1975 + 5 * i as i64, 2010 + 5 * i as i64);
        d.left(left, y, &format!("{word} ENFANT"), &bold);
        d.rule(left, y + 3.0, right, y + 3.0, 0.6);
        y += lead;
        let head = d
            .rng
            .pick(&["Extrait de l'acte de naissance n°", "Acte de naissance n°", "EXTRAIT DE L'ACTE DE NAISSANCE N°"]);
        let at = left + size * 8.0;
        let n = d.rng.between(1, 1500).to_string();
        pair(d, left, left + size * 17.0, y, (head, &n), (&body, &bold));
        y += lead;
        for (label, text) in [
            ("Nom", surname.clone()),
            ("Prénoms", child.given(", ")),
            (child.agree("Né le", "Née le"), written(child.birth)),
            ("à", child.born_at.1.to_owned()),
        ] {
            pair(d, left, at, y, (label, &text), (&body, &bold));
            d.c.dotted(at, right, y + 2.0);
            y += lead;
        }
        let officer = format!("L'officier de l'état civil {}", of(child.born_at.1));
        d.left(left, y, &officer, &body);
        marks::stamp(d.c, right - 50.0, y - lead, &mut d.rng);
        y += lead * 1.2;
        d.left(left, y, "Décès : acte n° ............ le ......................", &body);
        y += lead * 2.0;
        if y > d.bottom() - lead * 6.0 {
            break;
        }
    }
}
