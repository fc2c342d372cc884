//! Birth certificates in full, in extract and on the form of several languages.
//!
//! Responsible for acts whose persons and days agree.

use super::Page;
use super::civil_kit::{end, look, mid, para, rows, say, seal, signed};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, day, figures, in_words, of, spelled, written};
use crate::rng::Rng;
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] = &[Page::a4("acte_naissance", birth)];

/// Father, mother, what they do.
pub(super) struct Parents {
    pub(super) father: Someone,
    pub(super) mother: Someone,
    pub(super) trades: [&'static str; 2],
}

/// Parents of a child, old enough.
pub(super) fn parents(child: &Someone, rng: &mut Rng) -> Parents {
    let (from, to) = (child.birth.0 - 40, child.birth.0 - 21);
    let of_sex = |sex: char, rng: &mut Rng| loop {
        let one = Someone::born(rng, from, to);
        if one.sex == sex && one.last != child.last {
            return one;
        }
    };
    let mut father = of_sex('M', rng);
    let mother = of_sex('F', rng);
    father.last.clone_from(&child.last);
    let trades = [
        rng.pick(&[
            "cultivateur", "ajusteur", "employé de banque", "maçon", "professeur", "chauffeur routier", "viticulteur",
        ]),
        rng.pick(&["infirmière", "sans profession", "institutrice", "couturière", "secrétaire", "aide-soignante"]),
    ];
    Parents { father, mother, trades }
}

fn birth(d: &mut Desk<'_, '_>) {
    super::civil_kit::modern(d);
    let own = Someone::born(&mut d.rng, 1942, 2022);
    let after = d.rng.between(0, 2);
    let (y, m, dd) = own.birth;
    let drawn = (y, m, (dd + after).min(28));
    let issued = day(&mut d.rng, 2023.min(y.max(2008) + 3), 2026);
    let p = parents(&own, &mut d.rng);
    let number = match d.rng.below(4) {
        0 => d.rng.between(1, 900).to_string(),
        1 => format!("{:03}", d.rng.between(1, 400)),
        2 => format!("{}/{}", d.rng.between(1, 300), y),
        _ => format!("{:05}", d.rng.between(1, 4000)),
    };
    let f = Act { own: &own, drawn, issued, p: &p, number: &number };
    match d.rng.below(3) {
        0 => full_copy(d, &f),
        1 => extract(d, &f),
        _ => plurilingual(d, &f),
    }
}

/// What an act of birth says.
struct Act<'a> {
    own: &'a Someone,
    drawn: Day,
    issued: Day,
    p: &'a Parents,
    number: &'a str,
}

fn full_copy(d: &mut Desk<'_, '_>, f: &Act<'_>) {
    let l = look(d, 12.0);
    let town = f.own.born_at.1;
    let (x, w, full) = (200.0, 340.0, d.c.width);
    let margin = 50.0;
    say(d, (margin, 60.0), 300.0, &format!("MAIRIE {}", capitals(&of(town), true)), &l.bold, &[]);
    say(
        d,
        (margin, 75.0),
        300.0,
        &format!("Département {} - Service de l'état civil", f.own.department()),
        &l.body,
        &[],
    );
    let title = d.rng.pick(&[
        "COPIE INTÉGRALE D'ACTE DE NAISSANCE",
        "ACTE DE NAISSANCE - Copie intégrale",
        "Copie intégrale de l'acte de naissance",
    ]);
    mid(d, (full / 2.0, 118.0), 480.0, title, &l.bold.sized(15.0), &[]);
    // The margin bears number and names, and what came later.
    let word = d.rng.pick(&["Acte n°", "N°", "Acte de naissance n°"]);
    say(d, (margin, 156.0), 130.0, &format!("{word} {}", f.number), &l.body, &[("act_number", f.number)]);
    let y = para(d, (margin, 180.0), 126.0, &format!("{} {}", f.own.surname(), f.own.given(", ")), &l.bold, &[]);
    if f.own.birth.0 < 1996 {
        let wed = day(&mut d.rng, f.own.birth.0 + 22, f.own.birth.0 + 27);
        let text = format!(
            "Marié{} à {} le {} avec {} {}. Mention portée le {}.",
            f.own.agree("", "e"),
            d.rng.choose(words::TOWNS).1,
            written(wed),
            if f.own.sex == 'M' { "Claire" } else { "Julien" },
            capitals(d.rng.pick(&["Marchal", "Rey", "Picard", "Berger"]), true),
            figures((wed.0, wed.1, (wed.2 + 6).min(28)), "/"),
        );
        para(d, (margin, y + 30.0), 126.0, &text, &l.small.sized(8.4), &[]);
    }
    let (p, own) = (f.p, f.own);
    let (hour, minute) = (d.rng.between(1, 23) as u64, d.rng.between(2, 58) as u64);
    let (born, made) = (spelled(own.birth), spelled(f.drawn));
    let given = own.given(", ");
    let named = own.surname();
    let officer = Someone::random(&mut d.rng);
    let mut y = 156.0;
    let parts = [
        format!(
            "Le {born} à {} heures {} minutes est né{}, {},",
            in_words(hour),
            in_words(minute),
            own.agree("", "e"),
            d.rng.pick(&["en la maternité, rue de l'Hôpital", "3, rue de la Maternité", "au domicile de ses parents"])
        ),
        format!("{given} {named}, du sexe {},", own.agree("masculin", "féminin")),
        format!(
            "de {} {}, né à {} ({}) le {}, {}, et de {} {}, née à {} ({}) le {}, {}, son épouse, domiciliés à {town}.",
            p.father.given(", "),
            p.father.surname(),
            p.father.born_at.1,
            p.father.department(),
            spelled(p.father.birth),
            p.trades[0],
            p.mother.given(", "),
            p.mother.surname(),
            p.mother.born_at.1,
            p.mother.department(),
            spelled(p.mother.birth),
            p.trades[1]
        ),
        format!(
            "Dressé le {made} sur la déclaration du père qui, lecture faite et invité à lire l'acte, a signé avec Nous, {}, officier de l'état civil {} par délégation du maire.",
            officer.full(),
            of(town)
        ),
    ];
    y = para(d, (x, y), w, &parts[0], &l.body, &[("birth_date", &born)]) + 6.0;
    y = para(d, (x, y), w, &parts[1], &l.body, &[("first_names", &given), ("last_name", &named)]) + 6.0;
    y = para(d, (x, y), w, &parts[2], &l.body, &[]) + 6.0;
    y = para(d, (x, y), w, &parts[3], &l.body, &[("act_date", &made)]) + 16.0;
    say(d, (x, y), w, "Suivent les signatures.", &l.ital, &[]);
    let issued = if d.rng.chance(0.6) { written(f.issued) } else { figures(f.issued, "/") };
    let low = (y + 70.0).clamp(600.0, 706.0);
    d.rule(185.0, 140.0, 185.0, low - 22.0, 0.6);
    say(
        d,
        (x, low),
        w,
        &format!("Copie conforme à l'original, délivrée le {issued}"),
        &l.body,
        &[("issue_date", &issued)],
    );
    say(d, (x, low + 16.0), w, "L'officier de l'état civil,", &l.body, &[]);
    signed(d, x + 40.0, low + 52.0);
    seal(d, 470.0, low + 48.0, 34.0, &["MAIRIE", town]);
    say(
        d,
        (margin, 812.0),
        490.0,
        "Articles 26 et suivants du décret n° 2017-890 du 6 mai 2017 relatif à l'état civil",
        &l.small,
        &[],
    );
}

fn extract(d: &mut Desk<'_, '_>, f: &Act<'_>) {
    let l = look(d, 11.0);
    let (own, p) = (f.own, f.p);
    let town = own.born_at.1;
    let (x, w, half) = (64.0, 470.0, d.c.width / 2.0);
    let kin = d.rng.chance(0.65);
    mid(d, (half, 64.0), w, "RÉPUBLIQUE FRANÇAISE", &l.bold, &[]);
    mid(d, (half, 80.0), w, "Liberté - Égalité - Fraternité", &l.ital.sized(8.5), &[]);
    say(d, (x, 116.0), w, &format!("Ville {}", of(town)), &l.bold, &[]);
    let chosen = d.rng.pick(&[
        "Direction de la population - État civil",
        "Bureau de l'état civil",
        "Service population et citoyenneté",
    ]);
    say(d, (x, 131.0), w, chosen, &l.body, &[]);
    let title = d.rng.pick(&[
        "EXTRAIT D'ACTE DE NAISSANCE",
        "EXTRAIT DE L'ACTE DE NAISSANCE",
        "Extrait des registres des actes de naissance",
    ]);
    d.c.frame(x, 160.0, x + w, 206.0, 0.9);
    mid(d, (half, 180.0), w - 20.0, title, &l.bold.sized(14.0), &[]);
    mid(d, (half, 197.0), w, if kin { "(avec filiation)" } else { "(sans filiation)" }, &l.body, &[]);
    let born = if d.rng.chance(0.5) { written(own.birth) } else { figures(own.birth, "/") };
    let made = if d.rng.chance(0.5) { written(f.drawn) } else { figures(f.drawn, "/") };
    let given = own.given(if d.rng.chance(0.5) { ", " } else { " " });
    let hour = format!("{:02} h {:02}", d.rng.between(0, 23), d.rng.between(0, 59));
    let place = format!("{town} ({})", own.department());
    let named = own.surname();
    let sex = own.agree("Masculin", "Féminin");
    let father = format!("{} {}", p.father.given(", "), p.father.surname());
    let mother = format!("{} {}", p.mother.given(", "), p.mother.surname());
    let mut list = vec![
        ("act_number", d.rng.pick(&["Acte numéro", "Numéro de l'acte", "Acte n°"]), f.number),
        ("act_date", d.rng.pick(&["Dressé le", "Date de l'acte"]), made.as_str()),
        ("last_name", d.rng.pick(&["NOM", "Nom de famille", "Nom de l'enfant"]), named.as_str()),
        ("first_names", "Prénoms", given.as_str()),
        ("", "Sexe", sex),
        ("birth_date", d.rng.pick(&["Date de naissance", "Né(e) le"]), born.as_str()),
        ("", "Heure de naissance", hour.as_str()),
        ("", "Lieu de naissance", place.as_str()),
    ];
    if kin {
        list.push(("", "Père", &father));
        list.push(("", "Mère", &mother));
    }
    let mut y = rows(d, (x, 246.0), x + 150.0, 24.0, &list, (&l.body, &l.bold)) + 10.0;
    say(d, (x, y), w, "Mentions marginales", &l.bold, &[]);
    let note = if own.birth.0 < 1995 && d.rng.chance(0.6) {
        format!(
            "Marié{} le {} à {}.",
            own.agree("", "e"),
            written(day(&mut d.rng, own.birth.0 + 22, own.birth.0 + 27)),
            d.rng.choose(words::TOWNS).1
        )
    } else {
        "Néant".to_owned()
    };
    say(d, (x, y + 18.0), w, &note, &l.body, &[]);
    y += 60.0;
    let issued = written(f.issued);
    let text = d.rng.pick(&[
        "Délivré conforme aux registres, à",
        "Pour extrait conforme,",
        "Délivré selon procédé informatisé à",
    ]);
    say(d, (x, y), w, &format!("{text} {town}, le {issued}"), &l.body, &[("issue_date", &issued)]);
    let chosen = d.rng.pick(&["Le maire, officier de l'état civil,", "L'officier de l'état civil délégué,"]);
    end(d, (x + w, y + 26.0), 240.0, chosen, &l.body, &[]);
    signed(d, x + w - 130.0, y + 74.0);
    seal(d, x + 90.0, y + 70.0, 36.0, &["MAIRIE", town]);
    let foot = "La communication d'extraits avec filiation est réservée à l'intéressé, à ses ascendants, descendants, conjoint et représentant légal. \
                Toute altération de ce document expose à des poursuites pénales.";
    para(d, (x, 792.0), w, foot, &l.small, &[]);
}

/// The form of the convention of Vienna of 8 September 1976.
fn plurilingual(d: &mut Desk<'_, '_>, f: &Act<'_>) {
    let l = look(d, 10.4);
    let fine = l.small.sized(6.6);
    let (own, p) = (f.own, f.p);
    let town = own.born_at.1;
    let (x, w) = (48.0, 500.0);
    let numbered = |v: Day| format!("{:02} {:02} {}", v.2, v.1, v.0);
    let (born, issued) = (numbered(own.birth), numbered(f.issued));
    let half = w / 2.0;
    let wide: [(&str, &str); 3] = [
        ("1  État / Country / Staat / Estado / Stato", "FRANCE"),
        ("2  Service de l'état civil de / Civil Registry Office of / Standesamt", town),
        (
            "3  Extrait de l'acte de naissance n° / Extract from birth registration no / Auszug aus dem Geburtseintrag Nr",
            f.number,
        ),
    ];
    let mut y = 40.0;
    let named = own.surname();
    let given = own.given(", ");
    for (i, (label, value)) in wide.iter().enumerate() {
        let h = if i == 2 { 44.0 } else { 34.0 };
        d.c.frame(x, y, x + w, y + h, 0.7);
        say(d, (x + 5.0, y + 11.0), w - 10.0, label, &fine, &[]);
        let field = if i == 2 { "act_number" } else { "" };
        d.value(field, x + 22.0, y + h - 8.0, value, &l.bold);
        y += h;
    }
    let items: [(&str, &'static str, &str); 4] = [
        ("4  Date et lieu de naissance / Date and place of birth / Tag und Ort der Geburt", "birth_date", &born),
        ("5  Nom / Name / Familienname / Apellidos / Cognome", "last_name", &named),
        ("6  Prénoms / Forenames / Vornamen / Nombre propio / Prenomi", "first_names", &given),
        ("7  Sexe / Sex / Geschlecht / Sexo / Sesso", "", own.agree("M", "F")),
    ];
    for (label, name, value) in items {
        d.c.frame(x, y, x + w, y + 46.0, 0.7);
        say(d, (x + 5.0, y + 12.0), w - 10.0, label, &fine, &[]);
        let (at, down) = (x + 22.0, y + 34.0);
        if name == "birth_date" {
            say(d, (at, down - 14.0), 60.0, "Jo Mo An", &fine, &[]);
            d.value(name, at, down, value, &l.bold);
            say(d, (x + 240.0, down), 200.0, town, &l.bold, &[]);
        } else {
            d.value(name, at, down, value, &l.bold);
        }
        y += 46.0;
    }
    for (i, (label, who)) in
        [("8  Père / Father / Vater / Padre", &p.father), ("9  Mère / Mother / Mutter / Madre", &p.mother)]
            .iter()
            .enumerate()
    {
        let at = x + half * i as f32;
        d.c.frame(at, y, at + half, y + 92.0, 0.7);
        say(d, (at + 5.0, y + 12.0), half - 10.0, label, &fine, &[]);
        say(d, (at + 10.0, y + 32.0), half - 20.0, "Nom / Name", &fine, &[]);
        say(d, (at + 10.0, y + 46.0), half - 20.0, &who.surname(), &l.body, &[]);
        say(d, (at + 10.0, y + 64.0), half - 20.0, "Prénoms / Forenames", &fine, &[]);
        say(d, (at + 10.0, y + 78.0), half - 20.0, &who.given(", "), &l.body, &[]);
    }
    y += 92.0;
    d.c.frame(x, y, x + w, y + 66.0, 0.7);
    say(
        d,
        (x + 5.0, y + 12.0),
        w - 10.0,
        "10  Autres énonciations de l'acte / Other particulars of the registration / Andere Angaben aus dem Eintrag",
        &fine,
        &[],
    );
    let chosen = d.rng.pick(&["Néant", "- - - - - - -", "Sc. Néant"]);
    say(d, (x + 22.0, y + 36.0), w - 40.0, chosen, &l.body, &[]);
    y += 66.0;
    d.c.frame(x, y, x + w, y + 112.0, 0.7);
    say(
        d,
        (x + 5.0, y + 12.0),
        w - 10.0,
        "11  Date de délivrance, signature, sceau / Date of issue, signature, seal / Tag der Ausstellung, Unterschrift, Siegel",
        &fine,
        &[],
    );
    say(d, (x + 22.0, y + 26.0), 60.0, "Jo Mo An", &fine, &[]);
    d.value("issue_date", x + 22.0, y + 40.0, &issued, &l.bold);
    signed(d, x + 170.0, y + 74.0);
    seal(d, x + 400.0, y + 66.0, 32.0, &["ÉTAT CIVIL", town]);
    y += 126.0;
    let text = "SYMBOLES / SYMBOLS / ZEICHEN : Jo : Jour / Day / Tag / Día / Giorno - Mo : Mois / Month / Monat / Mes / Mese - An : Année / Year / Jahr / Año / Anno - \
                M : Masculin / Masculine / Männlich / Masculino / Maschile - F : Féminin / Feminine / Weiblich / Femenino / Femminile - \
                Mar : Mariage / Marriage / Eheschliessung - Sc : Séparation de corps - Div : Divorce / Scheidung - A : Annulation - D : Décès / Death / Tod";
    para(d, (x, y), w, text, &fine, &[]);
    say(
        d,
        (x, y + 52.0),
        w,
        "Extrait délivré en application de la convention signée à Vienne le 8 septembre 1976",
        &l.small,
        &[],
    );
}
