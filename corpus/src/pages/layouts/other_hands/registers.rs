//! Acts of birth, whole or in extract, and leaves of the family's booklet.

use super::Page;
use super::civil_kit::{Home, bar, centred, face_of, faces, fit, foot, say};
use crate::faces::FaceClass;
use crate::pages::compose::Type;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, day, figures, in_words, line_with, mark, of, spelled, written};
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] = &[Page::a4("acte_naissance", birth), Page::a4("livret_famille", booklet)];

/// A child, the parents, and what the act says of them.
struct Act {
    child: Someone,
    father: Someone,
    mother: Someone,
    home: Home,
    number: String,
    /// Town that keeps the register.
    town: &'static str,
    code: &'static str,
    made: Day,
    issued: Day,
    hour: u64,
    minutes: u64,
    officer: String,
}

const WORK: &[&str] = &[
    "cultivateur", "comptable", "employé de banque", "mécanicien", "instituteur", "infirmier", "chauffeur routier",
    "commerçant", "menuisier", "agent technique",
];
const WORK_OF_HERS: &[&str] = &[
    "secrétaire", "infirmière", "sans profession", "institutrice", "vendeuse", "comptable", "coiffeuse",
    "aide-soignante",
];

fn of_sex(rng: &mut Rng, sex: char, from: i64, to: i64) -> Someone {
    loop {
        let one = Someone::born(rng, from, to);
        if one.sex == sex {
            return one;
        }
    }
}

fn act(rng: &mut Rng) -> Act {
    let mut child = Someone::born(rng, 1945, 2022);
    let year = child.birth.0;
    let mut father = of_sex(rng, 'M', year - 42, year - 22);
    let mother = of_sex(rng, 'F', year - 38, year - 20);
    father.last.clone_from(&child.last);
    child.birth.2 = child.birth.2.min(25);
    let (code, town) = child.born_at;
    let number = match rng.below(4) {
        0 => format!("{:04}", rng.between(12, 3900)),
        1 => format!("{}/{year}", rng.between(12, 3900)),
        2 => format!("{year}/{:05}", rng.between(12, 3900)),
        _ => rng.between(12, 3900).to_string(),
    };
    let made = (year, child.birth.1, child.birth.2 + rng.between(1, 3));
    let issued = day(rng, (year + 1).max(2008), 2026);
    let officer = Someone::random(rng).full();
    let home = Home::random(rng);
    let (hour, minutes) = (rng.between(0, 23) as u64, rng.between(1, 59) as u64);
    Act { child, father, mother, home, number, town, code, made, issued, hour, minutes, officer }
}

fn birth(d: &mut Desk<'_, '_>) {
    let act = act(&mut d.rng);
    match d.rng.below(4) {
        0 => whole(d, &act),
        1 => whole_listed(d, &act),
        2 => extract(d, &act, true),
        _ => {
            let parents = d.rng.chance(0.3);
            extract_listed(d, &act, parents);
        }
    }
}

fn town_head(d: &mut Desk<'_, '_>, act: &Act, (body, bold): (&Type, &Type)) -> f32 {
    let (left, lead) = (d.c.width * 0.08, body.size * 1.3);
    let mut y = d.c.height * 0.05;
    let hall = match d.rng.below(3) {
        0 => format!("Mairie {}", of(act.town)),
        1 => format!("VILLE {}", capitals(&of(act.town), true)),
        _ => format!("Commune {}", of(act.town)),
    };
    let office =
        d.rng.pick(&["Service de l'état civil", "ÉTAT CIVIL", "Bureau de l'état civil", "Direction de la population"]);
    let lines = if d.rng.chance(0.5) {
        vec!["RÉPUBLIQUE FRANÇAISE".to_owned(), format!("Département {}", &act.code[..2]), hall, office.to_owned()]
    } else {
        super::civil_kit::emblem(d, left, y - 8.0, 38.0);
        y += 48.0;
        vec![hall, office.to_owned()]
    };
    for (i, line) in lines.iter().enumerate() {
        d.left(left, y, line, if i == 0 { bold } else { body });
        y += lead;
    }
    y
}

/// Delivery, signature and seal; returns nothing, being last.
fn delivered(d: &mut Desk<'_, '_>, act: &Act, y: f32, body: &Type) {
    let x = d.c.width * 0.5;
    let date = if d.rng.chance(0.5) { written(act.issued) } else { figures(act.issued, "/") };
    let line = match d.rng.below(4) {
        0 => format!("Délivré à {}, le {date}", act.town),
        1 => format!("{}, le {date}", capitals(act.town, true)),
        2 => format!("Copie délivrée le {date}"),
        _ => format!("Certifié conforme, le {date}"),
    };
    let lead = body.size * 1.35;
    line_with(d, (x, y), &line, body, &[("issue_date", &date)]);
    let signer = d.rng.pick(&[
        "L'officier de l'état civil,",
        "L'Officier de l'état civil délégué,",
        "Pour le Maire, par délégation,",
    ]);
    d.left(x, y + lead, signer, body);
    if y + 120.0 < d.c.height {
        super::civil_kit::seal(d, x - 70.0, y + lead * 3.2);
        marks::signature(d.c, x + 20.0, y + lead * 2.8, 90.0, &mut d.rng);
        let name = d.rng.chance(0.7).then(|| act.officer.clone());
        d.left(x, y + lead * 5.0, &name.unwrap_or_default(), body);
    }
}

fn mentions(rng: &mut Rng, act: &Act) -> Vec<String> {
    let year = act.child.birth.0;
    if year > 1998 || rng.chance(0.35) {
        return vec!["Néant".to_owned()];
    }
    let spouse = of_sex(rng, if act.child.sex == 'M' { 'F' } else { 'M' }, year - 6, year + 6).full();
    let town = rng.choose(words::TOWNS).1;
    let mut out = vec![format!(
        "{} à {town} le {} avec {spouse}.",
        act.child.agree("Marié", "Mariée"),
        written(day(rng, year + 20, (year + 34).min(2006)))
    )];
    if rng.chance(0.3) {
        out.push(format!("Divorcé(e) par jugement du tribunal de grande instance {}.", of(town)));
    }
    out
}

/// The whole act in sentences, with its margin.
fn whole(d: &mut Desk<'_, '_>, act: &Act) {
    let (body, bold, italic) = faces(d, 10.0, 11.5);
    let class = if act.child.birth.0 < 1990 { FaceClass::Typewriter } else { FaceClass::Serif };
    let typed = face_of(d, class, false, if act.child.birth.0 < 1990 { 10.0 } else { 11.5 });
    let lead = typed.size * 1.5;
    let own = &act.child;
    let mut y = town_head(d, act, (&body, &bold)) + 16.0;
    let title = d.rng.pick(&[
        "COPIE INTÉGRALE D'ACTE DE NAISSANCE",
        "ACTE DE NAISSANCE - COPIE INTÉGRALE",
        "Copie intégrale de l'acte de naissance",
    ]);
    y = centred(d, (d.c.width / 2.0, y), &[title], (&bold.sized(14.0), 18.0), &[]) + 14.0;
    let top = y;
    let (left, column) = (d.c.width * 0.07, d.c.width * 0.22);
    // Margin: number, name, what was noted since.
    let number = format!("{} {}", d.rng.pick(&["N°", "Acte n°", "N° d'acte :"]), act.number);
    line_with(d, (left, y), &number, &body, &[("act_number", &act.number)]);
    let day_of = written(own.birth);
    let who = format!("{} {}", own.agree("né le", "née le"), day_of);
    fit(d, "", (left, y + lead * 1.3), column - 8.0, &own.surname(), &bold);
    y = say(d, (left, y + lead * 2.2, column - 8.0), &own.given(", "), (&body, 14.0), &[]);
    y = say(d, (left, y + 2.0, column - 8.0), &who, (&body, 14.0), &[("birth_date", &day_of)]) + 20.0;
    for note in mentions(&mut d.rng, act) {
        if note != "Néant" {
            y = say(d, (left, y, column - 8.0), &note, (&italic.sized(8.5), 11.0), &[]) + 8.0;
        }
    }
    let (x, room) = (left + column + 6.0, d.c.width * 0.93 - left - column - 6.0);
    let hours = if act.hour == 1 { "une heure".to_owned() } else { format!("{} heures", in_words(act.hour)) };
    let minutes = in_words(act.minutes);
    let firsts = own.given(", ");
    let (f, m) = (&act.father, &act.mother);
    let made = spelled(act.made);
    let text = format!(
        "Le {}, à {hours} {minutes} minutes, est {} en cette commune, {}, {firsts} {}, de sexe {}, de {} {}, né à {} le {}, {}, et de {} {}, \
         née à {} le {}, {}, {}, domiciliés à {}, {}.",
        spelled(own.birth),
        own.agree("né", "née"),
        street_of(d),
        own.surname(),
        own.agree("masculin", "féminin"),
        f.given(", "),
        f.surname(),
        f.born_at.1,
        written(f.birth),
        d.rng.pick(WORK),
        m.given(", "),
        m.surname(),
        m.born_at.1,
        written(m.birth),
        d.rng.pick(WORK_OF_HERS),
        d.rng
            .pick(&["son épouse", "mariés le même jour", "qui l'ont reconnu"])
            .replace("mariés le même jour", "son épouse"),
        act.home.town,
        act.home.street
    );
    let fields = [("first_names", firsts.as_str()), ("last_name", &own.surname())];
    let text = text.replace("qui l'ont reconnu", own.agree("qui l'a reconnu", "qui l'a reconnue"));
    let mut y = say(d, (x, top, room), &text, (&typed, lead), &fields) + lead * 0.5;
    let text = format!(
        "Dressé le {made}, à {} heures, sur la déclaration du père, qui, lecture faite et invité à lire l'acte, a signé avec nous, {}, \
         adjoint au maire {}, officier de l'état civil par délégation.",
        in_words(d.rng.clone().between(9, 17) as u64),
        act.officer,
        of(act.town)
    );
    y = say(d, (x, y, room), &text, (&typed, lead), &[("act_date", &made)]) + lead;
    marks::signature(d.c, x + 10.0, y, 80.0, &mut d.rng);
    marks::signature(d.c, x + room * 0.55, y, 90.0, &mut d.rng);
    d.rule(left + column, top - 12.0, left + column, (y + 40.0).max(d.c.height * 0.66), 0.6);
    delivered(d, act, (y + 70.0).max(d.c.height * 0.72), &body);
    foot(
        d,
        &[
            "Décret n° 2017-890 du 6 mai 2017 relatif à l'état civil - Toute altération de ce document est passible de poursuites.",
        ],
        &body.sized(7.0),
    );
}

fn street_of(d: &mut Desk<'_, '_>) -> String {
    let street = super::civil_kit::street(&mut d.rng);
    if d.rng.chance(0.5) { street } else { format!("à la maternité, {street}") }
}

/// The whole act as registers kept by computer print it since 2017: headed lists.
fn whole_listed(d: &mut Desk<'_, '_>, act: &Act) {
    let (body, bold, _) = faces(d, 9.5, 11.0);
    let lead = body.size * 1.5;
    let own = &act.child;
    let mut y = town_head(d, act, (&body, &bold)) + 12.0;
    let title =
        d.rng.pick(&["ACTE DE NAISSANCE", "NAISSANCE - COPIE INTÉGRALE", "COPIE INTÉGRALE D'UN ACTE DE NAISSANCE"]);
    let middle = d.c.width / 2.0;
    y = centred(d, (middle, y), &[title], (&bold.sized(15.0), 20.0), &[]);
    let number = format!("{} {}", d.rng.pick(&["Acte n°", "Numéro de l'acte :", "N°"]), act.number);
    y = centred(d, (middle, y), &[&number], (&bold, 20.0), &[("act_number", &act.number)]) + 8.0;
    let (left, right) = (d.c.width * 0.09, d.c.width * 0.91);
    let at = left + 150.0;
    let tinted = d.rng.chance(0.6);
    let sign = d.rng.pick(&[" :", ""]);
    let head = |d: &mut Desk<'_, '_>, y: f32, text: &str| {
        if tinted {
            bar(d, (left, y, right), text, &bold)
        } else {
            d.rule(left, y + 4.0, right, y + 4.0, 0.6);
            d.left(left, y, text, &bold);
        }
    };
    let row = |d: &mut Desk<'_, '_>, y: &mut f32, label: &str, name: &'static str, text: &str| {
        d.left(left + 6.0, *y, &format!("{label}{sign}"), &body);
        fit(d, name, (at, *y), right - at, text, &body);
        *y += lead;
    };
    head(d, y, "ENFANT");
    y += lead * 1.1;
    row(d, &mut y, "Nom", "last_name", &own.surname());
    row(d, &mut y, "Prénom(s)", "first_names", &own.given(", "));
    row(d, &mut y, "Sexe", "", own.agree("masculin", "féminin"));
    let spelt = d.rng.chance(0.4);
    let words_of = |day: Day| if spelt { format!("le {}", spelled(day)) } else { written(day) };
    let born = words_of(own.birth);
    row(d, &mut y, own.agree("Né", "Née"), "birth_date", born.trim_start_matches("le "));
    row(d, &mut y, "Heure", "", &format!("{} heures {} minutes", act.hour, act.minutes));
    row(d, &mut y, "Lieu", "", &format!("{} ({})", act.town, &act.code[..2]));
    for (title, who, work) in [("PÈRE", &act.father, WORK), ("MÈRE", &act.mother, WORK_OF_HERS)] {
        y += lead * 0.4;
        head(d, y, title);
        y += lead * 1.1;
        row(d, &mut y, "Nom", "", &who.surname());
        row(d, &mut y, "Prénom(s)", "", &who.given(", "));
        row(d, &mut y, who.agree("Né le", "Née le"), "", &words_of(who.birth));
        row(d, &mut y, "À", "", who.born_at.1);
        let work = d.rng.pick(work);
        row(d, &mut y, "Profession", "", work);
        row(d, &mut y, "Domicile", "", &act.home.line());
    }
    y += lead * 0.4;
    head(d, y, "DÉCLARATION ET ACTE");
    y += lead * 1.1;
    row(d, &mut y, "Déclarant", "", &format!("{}, père", act.father.full()));
    let made = words_of(act.made);
    row(d, &mut y, "Acte dressé le", "act_date", made.trim_start_matches("le "));
    row(d, &mut y, "Officier", "", &format!("{}, adjoint au maire", act.officer));
    y += lead * 0.4;
    head(d, y, "MENTIONS");
    y += lead * 1.1;
    for note in mentions(&mut d.rng, act) {
        y = say(d, (left + 6.0, y, right - left - 12.0), &note, (&body, lead), &[]);
    }
    delivered(d, act, (y + lead).min(d.c.height - 130.0), &body);
    foot(
        d,
        &["Document établi à partir des données de l'état civil - valable trois mois pour certaines formalités"],
        &body.sized(7.0),
    );
}

/// An extract in sentences, in a frame.
fn extract(d: &mut Desk<'_, '_>, act: &Act, parents: bool) {
    let (body, bold, italic) = faces(d, 10.5, 12.0);
    let lead = body.size * 1.75;
    let own = &act.child;
    let mut y = town_head(d, act, (&body, &bold)) + 24.0;
    let middle = d.c.width / 2.0;
    let kind = if parents { "avec filiation" } else { "sans filiation" };
    let title = d
        .rng
        .pick(&["EXTRAIT D'ACTE DE NAISSANCE", "Extrait de l'acte de naissance", "EXTRAIT DU REGISTRE DES NAISSANCES"]);
    y = centred(d, (middle, y), &[title], (&bold.sized(16.0), 20.0), &[]);
    y = centred(d, (middle, y), &[&format!("({kind})")], (&italic, 20.0), &[]) + 16.0;
    let (left, room) = (d.c.width * 0.11, d.c.width * 0.78);
    let top = y - 22.0;
    let text = format!("Acte n° {}", act.number);
    line_with(d, (left + 10.0, y), &text, &bold, &[("act_number", &act.number)]);
    y += lead * 1.2;
    let born = written(own.birth);
    let text = format!("Le {born} à {} heures {} minutes", act.hour, act.minutes);
    y = say(d, (left + 10.0, y, room - 20.0), &text, (&body, lead), &[("birth_date", &born)]);
    let text = format!("est {} à {} ({})", own.agree("né", "née"), act.town, &act.code[..2]);
    y = say(d, (left + 10.0, y, room - 20.0), &text, (&body, lead), &[]);
    let types = (&body, &bold);
    d.labelled("last_name", left + 10.0, left + 100.0, y, "Nom :", &own.surname(), types);
    d.labelled("first_names", left + 10.0, left + 100.0, y + lead, "Prénoms :", &own.given(", "), types);
    d.labelled("", left + 10.0, left + 100.0, y + lead * 2.0, "Sexe :", own.agree("Masculin", "Féminin"), types);
    y += lead * 3.0;
    if parents {
        for who in [&act.father, &act.mother] {
            let text = format!(
                "{} {} {}, {} le {} à {},",
                if who.sex == 'M' { "de" } else { "et de" },
                who.given(" "),
                who.surname(),
                who.agree("né", "née"),
                written(who.birth),
                who.born_at.1
            );
            y = say(d, (left + 10.0, y, room - 20.0), &text, (&body, lead), &[]);
        }
    }
    y += lead * 0.5;
    d.left(left + 10.0, y, "Mentions marginales :", &bold);
    y += lead;
    for note in mentions(&mut d.rng, act) {
        y = say(d, (left + 10.0, y, room - 20.0), &note, (&body, lead), &[]);
    }
    let made = written(act.made);
    let text = format!("Acte dressé le {made}.");
    y = say(d, (left + 10.0, y, room - 20.0), &text, (&body, lead), &[("act_date", &made)]);
    d.c.frame(left, top, left + room, y, 0.8);
    delivered(d, act, y + lead * 1.6, &body);
    foot(
        d,
        &["Pour extrait conforme - Aucune surcharge ni rature n'est admise - Délivré gratuitement"],
        &body.sized(7.5),
    );
}

/// An extract in boxes in several languages, or in short lines, without the parents at most times.
fn extract_listed(d: &mut Desk<'_, '_>, act: &Act, parents: bool) {
    let (body, bold, _) = faces(d, 9.5, 11.0);
    let small = body.sized(6.8);
    let own = &act.child;
    let mut y = town_head(d, act, (&body, &bold)) + 10.0;
    let (left, w) = (d.c.width * 0.08, d.c.width * 0.84);
    let since = d.rng.chance(0.6);
    let title =
        if since { "EXTRAIT PLURILINGUE D'ACTE DE NAISSANCE" } else { "EXTRAIT SANS FILIATION D'ACTE DE NAISSANCE" };
    let title = if !since && parents { "EXTRAIT D'ACTE DE NAISSANCE AVEC FILIATION" } else { title };
    y = centred(d, (d.c.width / 2.0, y), &[title], (&bold.sized(13.0), 16.0), &[]);
    if since {
        let text = "Extract from birth record - Auszug aus dem Geburtseintrag - Extracto de la partida de nacimiento";
        y = centred(d, (d.c.width / 2.0, y), &[text], (&small.sized(7.5), 14.0), &[]);
    }
    let (born, issued) = (figures(own.birth, "/"), figures(act.issued, "/"));
    let (f, m) = (&act.father, &act.mother);
    let full = since || parents;
    let tongue = |a: &'static str, b: &'static str| if since { format!("{a} - {b}") } else { a.to_owned() };
    let mut rows: Vec<(String, &'static str, String)> = vec![
        (tongue("État", "State - Staat"), "", "FRANCE".to_owned()),
        (tongue("Service de l'état civil de", "Civil registry office of"), "", act.town.to_owned()),
        (tongue("Acte de naissance n°", "Birth record No"), "act_number", act.number.clone()),
        (tongue("Date et lieu de naissance", "Date and place of birth"), "birth_date", born),
        (tongue("Nom", "Name - Familienname"), "last_name", own.surname()),
        (tongue("Prénoms", "Forenames - Vornamen"), "first_names", own.given(", ")),
        (tongue("Sexe", "Sex - Geschlecht"), "", if own.sex == 'M' { "M" } else { "F" }.to_owned()),
    ];
    if full {
        rows.push((tongue("Père", "Father - Vater"), "", format!("{} {}", f.surname(), f.given(", "))));
        rows.push((tongue("Mère", "Mother - Mutter"), "", format!("{} {}", m.surname(), m.given(", "))));
    }
    rows.push((tongue("Autres énonciations de l'acte", "Other particulars"), "", mentions(&mut d.rng, act).join(" ")));
    rows.push((tongue("Date de délivrance, signature, sceau", "Date of issue, signature, seal"), "issue_date", issued));
    let high = if since { 42.0 } else { 36.0 };
    for (i, (label, name, text)) in rows.iter().enumerate() {
        let top = y + i as f32 * high;
        d.c.frame(left, top, left + w, top + high, 0.6);
        d.rule(left + w * 0.42, top, left + w * 0.42, top + high, 0.5);
        fit(d, "", (left + 6.0, top + high * 0.6), w * 0.42 - 10.0, &format!("{} {label}", i + 1), &body.sized(8.2));
        if *name == "birth_date" {
            let from = d.c.lines.len();
            fit(d, "", (left + w * 0.44, top + high * 0.6), w * 0.54, &format!("{text}     {}", act.town), &bold);
            mark(d, from, "birth_date", text);
        } else {
            fit(d, name, (left + w * 0.44, top + high * 0.6), w * 0.54, text, &bold);
        }
    }
    let end = y + rows.len() as f32 * high;
    marks::signature(d.c, left + w * 0.66, end - high * 0.4, 80.0, &mut d.rng);
    super::civil_kit::seal(d, left + w * 0.9, end + 26.0);
    let text = if since {
        "SYMBOLES / SYMBOLS / ZEICHEN : Jo jour - Mo mois - An année - M masculin - F féminin - Mar mariage - Sc séparation de corps - Div divorce \
         - D décès. Les inscriptions sont écrites en caractères latins d'imprimerie ; elles peuvent en outre être écrites dans les caractères de \
         la langue qui a été utilisée pour la rédaction de l'acte auquel elles se réfèrent. Convention signée à Vienne le 8 septembre 1976."
    } else {
        "L'extrait d'acte de naissance sans indication de la filiation peut être délivré à tout requérant, sans que celui-ci ait à justifier de sa \
         demande ni de sa qualité (décret n° 2017-890 du 6 mai 2017, article 30)."
    };
    say(d, (left, end + 66.0, w * 0.75), text, (&small, 8.6), &[]);
}

fn booklet(d: &mut Desk<'_, '_>) {
    match d.rng.below(5) {
        0 | 1 => super::family_booklet::wedding(d),
        2 => super::family_booklet::cover_and_wedding(d),
        _ => super::family_booklet::children(d),
    }
}

/// A man or a woman born in these years, for the booklet too.
pub(super) fn spouse(rng: &mut Rng, sex: char, from: i64, to: i64) -> Someone {
    of_sex(rng, sex, from, to)
}
