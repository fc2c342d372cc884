//! Acts of birth: whole copies of today and of old, extracts, extracts in several languages, copies from Nantes.

use super::super::facts::{Someone, day, figures, in_words, spelled, written};
use super::super::page::Page;
use super::civic_kit::{Column, Cut};
use super::civic_names::{DEPARTMENTS, person, place, street};
use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[
    Page::a4("acte_naissance", rubrics),
    Page::a4("acte_naissance", narrative),
    Page::a4("acte_naissance", extract),
    Page::a4("acte_naissance", plurilingual),
    Page::a4("acte_naissance", abroad),
];

const TRADES: &[&str] = &[
    "cultivateur", "employé de banque", "infirmière", "mécanicien", "sans profession", "secrétaire", "menuisier",
    "professeur des écoles", "cadre commercial", "aide-soignante", "ouvrier agricole", "ingénieur", "couturière",
    "maçon", "comptable", "chauffeur routier",
];

/// A parent of the child, so many years older.
fn parent(r: &mut Rng, child: &Someone, sex: char) -> Someone {
    let mut someone = person(r, child.birth.0 - 40, child.birth.0 - 21);
    while someone.sex != sex {
        someone = person(r, child.birth.0 - 40, child.birth.0 - 21);
    }
    if sex == 'M' {
        someone.last.clone_from(&child.last);
    }
    someone
}

/// What is noted in the margin of an act.
fn mentions(r: &mut Rng, child: &Someone) -> Vec<String> {
    let (town, other) = (place(r).1, place(r).1);
    let spouse = person(r, child.birth.0 - 4, child.birth.0 + 4).full();
    let wed = day(r, child.birth.0 + 20, child.birth.0 + 35);
    let born = child.agree("Marié", "Mariée");
    let number = r.between(2, 190);
    let mut all = vec![format!("{born} à {town} le {} avec {spouse}. (acte n° {number})", written(wed))];
    if r.chance(0.4) {
        let split = day(r, child.birth.0 + 36, child.birth.0 + 44);
        all.push(format!(
            "Divorcé{} par jugement du tribunal de grande instance de {other} rendu le {}.",
            child.agree("", "e"),
            written(split)
        ));
    }
    if r.chance(0.3) {
        all.push(format!("PACS enregistré à {other} le {}, dissous le {}.", figures(wed, "/"), written(wed)));
    }
    if r.chance(0.25) {
        all.clear();
        all.push("Néant".to_owned());
    }
    all
}

/// The hour of a birth in words.
fn hour(r: &mut Rng) -> String {
    let (hours, minutes) = (r.between(2, 23) as u64, r.choose(&[0u64, 5, 10, 15, 20, 30, 40, 45]));
    let tail = if minutes == 0 { String::new() } else { format!(" {} minutes", in_words(minutes)) };
    format!("{} heures{tail}", in_words(hours))
}

/// Whole copy printed from the register's data, rubric by rubric.
fn rubrics(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let size = r.range(9.2, 10.6);
    let mut col = Column::page(d, size);
    let child = person(r, 1985, 2012);
    let (mother, father) = (parent(r, &child, 'F'), parent(r, &child, 'M'));
    let town = capitals(child.born_at.1, true);
    let number = match r.below(3) {
        0 => format!("{:06}", r.between(1, 4000)),
        1 => format!("{}", r.between(2, 1900)),
        _ => format!("{}/{}", r.between(2, 900), child.birth.0),
    };
    let acted = (child.birth.0, child.birth.1, (child.birth.2 + 2).min(28));
    let act_date = if r.chance(0.6) { written(acted) } else { figures(acted, "/") };
    let issued = day(r, 2016, 2025);
    let issue = if r.chance(0.6) { written(issued) } else { figures(issued, "/") };
    let birth = if r.chance(0.7) { written(child.birth) } else { figures(child.birth, "/") };
    let given = child.given(", ");
    let office = r.pick(&["Service de l'état civil", "Direction de la population", "Mairie annexe - État civil"]);
    col.bold(d, "RÉPUBLIQUE FRANÇAISE", &[]);
    col.line(d, &format!("Mairie de {town} ({})", child.born_at.0), &[]);
    col.line(d, office, &[]);
    col.gap(1.5);
    let heading =
        r.pick(&["COPIE INTÉGRALE D'ACTE DE NAISSANCE", "COPIE INTÉGRALE", "ACTE DE NAISSANCE - Copie intégrale"]);
    col.title(d, heading, 1.35, &[]);
    col.gap(0.4);
    let said = r.pick(&["Acte de naissance n° ", "Acte n° ", "Numéro de l'acte : "]);
    col.title(d, &format!("{said}{number}"), 1.1, &[("act_number", &number)]);
    col.title(d, &format!("{} {}", child.surname(), child.firsts[0]), 1.0, &[]);
    col.gap(1.2);
    let at = r.range(0.3, 0.42);
    let heads = r.choose(&[("ENFANT", "PÈRE", "MÈRE"), ("L'ENFANT", "PARENT", "PARENT"), ("Enfant", "Père", "Mère")]);
    let grey = r.between(205, 240) as u8;
    col.bar(d, heads.0, grey);
    col.pair(d, at, "NOM :", &child.surname(), "last_name");
    let label = r.pick(&["Prénom(s) :", "PRÉNOM(S) :", "Prénoms :"]);
    col.pair(d, at, label, &given, "first_names");
    col.pair(d, at, "Sexe :", child.agree("masculin", "féminin"), "");
    col.pair(d, at, "Date de naissance :", &birth, "birth_date");
    let when = hour(r);
    col.pair(d, at, "Heure de naissance :", &when, "");
    let address = street(r);
    col.pair(d, at, "Lieu de naissance :", &format!("{town}, {address}"), "");
    col.gap(0.6);
    for (head, one) in [(heads.1, &father), (heads.2, &mother)] {
        col.bar(d, head, grey);
        col.pair(d, at, "NOM :", &one.surname(), "");
        col.pair(d, at, label, &one.given(", "), "");
        let born = written(one.birth);
        col.pair(d, at, "Date et lieu de naissance :", &format!("{born} à {}", one.born_at.1), "");
        let trade = r.pick(TRADES);
        col.pair(d, at, "Profession :", trade, "");
        let lives = street(r);
        col.pair(d, at, "Domicile :", &format!("{} à {}", lives, place(r).1), "");
        col.gap(0.5);
    }
    col.bar(d, "ACTE", grey);
    col.pair(d, at, "Date et heure de l'acte :", &format!("{act_date} à {}", hour(r)), "");
    super::super::facts::mark(d, d.c.lines.len().saturating_sub(2), "act_date", &act_date);
    col.pair(d, at, "Déclarant :", &format!("{}, {}", father.full(), child.agree("père", "père")), "");
    let officer = person(r, 1950, 1990).full();
    let role = "officier de l'état civil par délégation du maire";
    col.text(
        d,
        &format!("Après lecture et invitation à lire l'acte, Nous, {officer}, {role}, avons signé avec le déclarant."),
        &[],
    );
    col.gap(0.6);
    col.bar(d, "MENTIONS MARGINALES", grey);
    for mention in mentions(r, &child) {
        col.text(d, &mention, &[]);
    }
    col.gap(1.0);
    let said = match r.below(3) {
        0 => format!("Copie délivrée selon procédé informatisé. Délivré à {town}, le {issue}"),
        1 => format!("Copie intégrale certifiée conforme au registre, délivrée le {issue}"),
        _ => format!("Fait à {town}, le {issue}"),
    };
    col.line(d, &said, &[("issue_date", &issue)]);
    col.sign(d, 0.55, &["L'officier de l'état civil,".to_owned(), "par délégation du maire".to_owned()]);
    col.foot(d, &["Décret n° 2017-890 du 6 mai 2017 relatif à l'état civil - Copie gratuite.".to_owned()]);
}

/// Whole copy in sentences, as registers were kept, with a margin.
fn narrative(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let size = r.range(10.0, 11.5);
    let mut col = Column::page(d, size);
    let child = person(r, 1932, 1978);
    let (mother, father) = (parent(r, &child, 'F'), parent(r, &child, 'M'));
    let number = format!("{}", r.between(2, 900));
    let (birth, acted) = (child.birth, (child.birth.0, child.birth.1, (child.birth.2 + 1).min(28)));
    let (issued, town) = (day(r, 1988, 2024), child.born_at.1);
    let issue = if r.chance(0.5) { written(issued) } else { figures(issued, "/") };
    let head = r.pick(&["EXTRAIT DES MINUTES DES ACTES DE L'ÉTAT CIVIL", "COPIE D'ACTE DE NAISSANCE", "NAISSANCE"]);
    col.line(d, &format!("VILLE DE {}", capitals(town, true)), &[]);
    let (_, _, department, _, _) = r.choose(DEPARTMENTS);
    col.line(d, &format!("Département : {department}"), &[]);
    col.gap(1.0);
    col.title(d, head, 1.3, &[]);
    col.set(d, Align::Centre, &format!("Année {} - Copie intégrale", birth.0), (Cut::Plain, 1.0), &[]);
    col.gap(2.0);
    let edge = col.x + col.w * 0.29;
    d.rule(edge - 8.0, col.y, edge - 8.0, col.y + 420.0, 0.7);
    let mut margin = col.part(col.x, col.w * 0.26).scaled(0.86);
    let sign = r.pick(&["N° ", "Acte n° ", "n° "]);
    margin.line(d, &format!("{sign}{number}"), &[("act_number", &number)]);
    margin.bold(d, &child.surname(), &[("last_name", &child.surname())]);
    margin.line(d, &child.given(" "), &[]);
    margin.gap(1.0);
    margin.line(d, &written(birth), &[]);
    margin.gap(1.5);
    for mention in mentions(r, &child) {
        margin.text(d, &mention, &[]);
        margin.gap(0.8);
    }
    let mut body = col.part(edge, col.right() - edge);
    let given = child.given(", ");
    let born = spelled(birth);
    let lives = street(r);
    let at = hour(r);
    let sex = child.agree("masculin", "féminin");
    let (one, two) = (r.pick(TRADES), r.pick(TRADES));
    let text = format!(
        "Le {born}, à {at}, est {} en notre commune, {lives} : {given}, du sexe {sex}, de {}, {one}, né à {} \
            le {}, et de {}, {two}, \
         née à {} le {}, son épouse, domiciliés à {}.",
        child.agree("né", "née"),
        father.full(),
        father.born_at.1,
        spelled(father.birth),
        mother.full(),
        mother.born_at.1,
        spelled(mother.birth),
        place(r).1
    );
    body.text(d, &text, &[("birth_date", &born), ("first_names", &given)]);
    body.gap(0.6);
    let act = spelled(acted);
    let officer = person(r, 1900, 1930).full();
    let text = format!(
        "Dressé le {act}, à {}, sur la déclaration du père qui, lecture faite et invité à lire l'acte, a signé \
            avec Nous, {officer}, \
         adjoint au maire de {town}, officier de l'état civil par délégation.",
        hour(r)
    );
    body.text(d, &text, &[("act_date", &act)]);
    body.gap(1.0);
    body.line(d, "Suivent les signatures.", &[]);
    body.gap(1.5);
    let said = r.pick(&["Pour copie conforme, ", "Copie certifiée conforme à l'original, ", "Délivré à la mairie, "]);
    body.line(d, &format!("{said}le {issue}"), &[("issue_date", &issue)]);
    body.sign(d, 0.3, &["Le maire,".to_owned()]);
}

/// An extract, with or without who the parents are.
fn extract(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let size = r.range(10.0, 12.0);
    let mut col = Column::page(d, size);
    let child = person(r, 1948, 2015);
    let (mother, father) = (parent(r, &child, 'F'), parent(r, &child, 'M'));
    let number = format!("{}", r.between(1, 3200));
    let issued = day(r, (child.birth.0 + 15).max(1995), 2025);
    let issue = if r.chance(0.5) { written(issued) } else { figures(issued, "/") };
    let birth = written(child.birth);
    let town = child.born_at.1;
    col.bold(d, "DÉPARTEMENT", &[]);
    let (_, _, department, _, _) = r.choose(DEPARTMENTS);
    col.line(d, department, &[]);
    col.line(d, &format!("Commune de {town}"), &[]);
    marks::logo(d.c, col.right() - 45.0, col.y - 36.0, 34.0, r);
    col.gap(2.0);
    let filiation = r.chance(0.7);
    let heading = if filiation {
        r.pick(&["EXTRAIT D'ACTE DE NAISSANCE AVEC FILIATION", "EXTRAIT DE L'ACTE DE NAISSANCE (avec filiation)"])
    } else {
        "EXTRAIT D'ACTE DE NAISSANCE SANS FILIATION"
    };
    col.title(d, heading, 1.2, &[]);
    col.gap(0.5);
    col.title(d, &format!("Registre de l'année {} - Acte n° {number}", child.birth.0), 1.0, &[("act_number", &number)]);
    col.gap(2.0);
    let at = r.range(0.25, 0.36);
    let given = child.given(" ");
    col.pair(d, at, r.pick(&["Nom de l'enfant", "Nom"]), &child.surname(), "last_name");
    col.gap(0.4);
    col.pair(d, at, "Prénoms", &given, "first_names");
    col.gap(0.4);
    col.pair(d, at, "Né(e) le", &birth, "birth_date");
    col.gap(0.4);
    let when = hour(r);
    col.pair(d, at, "à (heure et lieu)", &format!("{when}, à {town}"), "");
    col.gap(0.4);
    col.pair(d, at, "Sexe", child.agree("Masculin", "Féminin"), "");
    col.gap(0.4);
    if filiation {
        col.pair(d, at, "Fils / fille de", &format!("{}, né le {}", father.full(), written(father.birth)), "");
        col.gap(0.4);
        col.pair(d, at, "et de", &format!("{}, née le {}", mother.full(), written(mother.birth)), "");
        col.gap(0.4);
    }
    col.gap(1.0);
    col.bold(d, "Mentions marginales :", &[]);
    for mention in mentions(r, &child) {
        col.text(d, &mention, &[]);
    }
    col.gap(2.0);
    let said = r.pick(&["Extrait délivré conforme au registre, le ", "Délivré le ", "Pour extrait conforme, le "]);
    col.line(d, &format!("{said}{issue}"), &[("issue_date", &issue)]);
    col.gap(0.5);
    col.sign(d, 0.5, &["L'officier de l'état civil délégué,".to_owned(), person(r, 1955, 1990).full()]);
    col.gap(1.0);
    col.small(
        d,
        "Cet extrait est délivré gratuitement. Quiconque fait usage d'un extrait falsifié s'expose aux peines \
            prévues aux articles \
         441-1 et suivants du code pénal. Les administrations ne peuvent exiger un extrait de moins de trois mois que dans les cas \
         prévus par la loi.",
    );
}

/// The extract of the Vienna convention, with numbered cases in several languages.
fn plurilingual(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let size = r.range(8.6, 9.6);
    let mut col = Column::page(d, size);
    let child = person(r, 1955, 2012);
    let (mother, father) = (parent(r, &child, 'F'), parent(r, &child, 'M'));
    let number = format!("{}", r.between(3, 2400));
    let issued = day(r, (child.birth.0 + 5).max(1998), 2025);
    let (birth, issue) = (figures(child.birth, " "), figures(issued, " "));
    col.title(d, "CONVENTION RELATIVE À LA DÉLIVRANCE D'EXTRAITS PLURILINGUES", 0.85, &[]);
    col.title(d, "signée à Vienne le 8 septembre 1976", 0.85, &[]);
    col.gap(1.0);
    let rows = [
        ("1 État / Staat / State / Estado / Stato", "FRANCE".to_owned(), ""),
        ("2 Service de l'état civil de / Civil Registry Office of", capitals(child.born_at.1, true), ""),
        ("3 Extrait de l'acte de naissance n° / Extract from birth registration no", number.clone(), "act_number"),
        ("4 Date et lieu de naissance / Date and place of birth   Jo Mo An", birth.clone(), "birth_date"),
        ("   Lieu / Place", capitals(child.born_at.1, true), ""),
        ("5 Nom / Name / Surname / Apellidos / Cognome", child.surname(), "last_name"),
        ("6 Prénoms / Vornamen / Forenames / Nombre propio", child.given(", "), "first_names"),
        ("7 Sexe / Geschlecht / Sex / Sexo / Sesso", child.sex.to_string(), ""),
    ];
    for (label, text, name) in rows {
        col.set(d, Align::Left, label, (Cut::Plain, 0.86), &[]);
        let x = col.x + 14.0;
        let mut inner = col.part(x, col.w - 14.0);
        inner.bold(d, &text, &[]);
        if !name.is_empty() {
            super::super::facts::mark(d, d.c.lines.len().saturating_sub(2), name, &text);
        }
        col.y = inner.y;
        col.hairline(d);
    }
    col.gap(0.3);
    let rows = vec![
        vec![
            ("", "".to_owned()),
            ("", "8 Père / Vater / Father".to_owned()),
            ("", "9 Mère / Mutter / Mother".to_owned()),
        ],
        vec![("", "5 Nom / Name".to_owned()), ("", father.surname()), ("", mother.surname())],
        vec![("", "6 Prénoms / Forenames".to_owned()), ("", father.given(", ")), ("", mother.given(", "))],
    ];
    col.table(d, &[1.0, 1.5, 1.5], "lll", &rows, true);
    col.gap(0.3);
    col.line(d, "10 Autres énonciations de l'acte / Other particulars of the registration", &[]);
    for mention in mentions(r, &child) {
        col.text(d, &mention, &[]);
    }
    col.gap(1.2);
    col.line(d, "11 Date de délivrance, signature, sceau / Date of issue, signature, seal", &[]);
    col.bold(d, &format!("Jo Mo An   {issue}"), &[("issue_date", &issue)]);
    col.sign(d, 0.5, &["L'officier de l'état civil".to_owned()]);
    col.gap(0.6);
    col.small(
        d,
        "SYMBOLES / ZEICHEN / SYMBOLS - Jo : Jour / Tag / Day - Mo : Mois / Monat / Month - An : Année / Jahr \
            / Year - M : Masculin / \
         Männlich / Masculine - F : Féminin / Weiblich / Feminine - Mar : Mariage / Marriage - Sc : Séparation de corps - Div : Divorce - \
         A : Annulation - D : Décès / Death - Dm : Décès du mari - Df : Décès de la femme.",
    );
}

/// A copy from the central service of civil status, for who was born abroad.
fn abroad(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let size = r.range(10.0, 11.2);
    let mut col = Column::page(d, size);
    let child = person(r, 1945, 1998);
    let (mother, father) = (parent(r, &child, 'F'), parent(r, &child, 'M'));
    let (town, country) = r.choose(&[
        ("Oran", "Algérie"),
        ("Casablanca", "Maroc"),
        ("Dakar", "Sénégal"),
        ("Bruxelles", "Belgique"),
        ("Porto", "Portugal"),
        ("Tananarive", "Madagascar"),
        ("Saïgon", "Viêt Nam"),
        ("Sousse", "Tunisie"),
    ]);
    let number = format!("{}-{:05}", child.birth.0 + 20, r.between(100, 48000));
    let issued = day(r, 2006, 2025);
    let (birth, issue) = (written(child.birth), written(issued));
    let acted = day(r, child.birth.0 + 18, child.birth.0 + 24);
    let act = written(acted);
    col.bold(d, "MINISTÈRE DES AFFAIRES ÉTRANGÈRES", &[]);
    col.line(d, "Service central d'état civil", &[]);
    col.line(d, "11, rue de la Maison Blanche", &[]);
    col.line(d, "44941 NANTES CEDEX 9", &[]);
    col.gap(2.0);
    let kind = r.pick(&["COPIE INTÉGRALE D'ACTE DE NAISSANCE", "EXTRAIT D'ACTE DE NAISSANCE"]);
    col.title(d, kind, 1.25, &[]);
    let sign = r.pick(&["Acte n° ", "Référence de l'acte : ", "N° "]);
    col.title(d, &format!("{sign}{number}"), 1.0, &[("act_number", &number)]);
    col.gap(2.0);
    col.line(d, &format!("Nom : {}", child.surname()), &[("last_name", &child.surname())]);
    let given = child.given(", ");
    col.line(d, &format!("Prénoms : {given}"), &[("first_names", &given)]);
    col.gap(1.0);
    let text = format!(
        "Le {birth} à {} est {} à {town} ({country}) {given}, du sexe {}, de {}, né à {} le {} et de {}, née à \
            {} le {}.",
        hour(r),
        child.agree("né", "née"),
        child.agree("masculin", "féminin"),
        father.full(),
        father.born_at.1,
        written(father.birth),
        mother.full(),
        mother.born_at.1,
        written(mother.birth)
    );
    col.text(d, &text, &[("birth_date", &birth)]);
    col.gap(0.8);
    let text = format!(
        "Acte établi le {act} par Nous, officier de l'état civil au service central d'état civil, en \
            application de l'article 98-1 du \
         code civil, au vu des pièces produites."
    );
    col.text(d, &text, &[("act_date", &act)]);
    col.gap(1.2);
    col.bold(d, "Mentions :", &[]);
    for mention in mentions(r, &child) {
        col.text(d, &mention, &[]);
    }
    col.gap(1.5);
    let said = r.pick(&["Nantes, le ", "Copie certifiée conforme, délivrée à Nantes, le ", "Délivré à Nantes, le "]);
    col.line(d, &format!("{said}{issue}"), &[("issue_date", &issue)]);
    col.sign(d, 0.5, &["L'officier de l'état civil".to_owned(), person(r, 1960, 1990).full()]);
    col.gap(0.8);
    col.small(d, "Document établi par procédé informatisé. Toute surcharge ou rature lui enlève sa valeur.");
}
