//! Booklets of families: the spouses' page, the page with the act of marriage, the spread with the children.

use super::super::facts::{Someone, day, figures, spelled, written};
use super::super::page::Page;
use super::civic_kit::{Column, Cut};
use super::civic_names::{person, place, street};
use crate::pages::compose::Align;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::capitals;

pub(super) const PAGES: &[Page] = &[
    Page::a4("livret_famille", spouses),
    Page { name: "livret_famille", sheet: |_| Some((298.0, 420.0)), set: leaf },
    Page { name: "livret_famille", sheet: |rng| rng.chance(0.6).then_some((595.3, 420.9)), set: spread },
];

/// A date of a wedding as booklets have it.
fn wedding(r: &mut Rng) -> ((i64, i64, i64), String) {
    let wed = day(r, 1958, 2018);
    let text = match r.below(3) {
        0 => spelled(wed),
        1 => figures(wed, "/"),
        _ => written(wed),
    };
    (wed, text)
}

/// Husband or wife, wed in a year.
fn spouse(r: &mut Rng, sex: char, year: i64) -> Someone {
    let mut one = person(r, year - 35, year - 20);
    while one.sex != sex {
        one = person(r, year - 35, year - 20);
    }
    one
}

/// Husband and wife in two columns of a page.
fn spouses(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let size = r.range(9.5, 11.0);
    let mut col = Column::page(d, size);
    let (wed, text) = wedding(r);
    let town = place(r).1;
    col.title(d, "RÉPUBLIQUE FRANÇAISE", 1.0, &[]);
    col.title(d, "LIVRET DE FAMILLE", 1.7, &[]);
    col.set(d, Align::Centre, &format!("Commune de {town}"), (Cut::Plain, 1.0), &[]);
    col.gap(1.5);
    col.title(d, r.pick(&["EXTRAIT DE L'ACTE DE MARIAGE", "Extrait de l'acte de mariage"]), 1.1, &[]);
    col.line(d, &format!("N° {}", r.between(2, 300)), &[]);
    let said = r.pick(&["Mariage célébré le ", "Le mariage a été célébré le ", "Date du mariage : "]);
    col.line(d, &format!("{said}{text}"), &[("wedding_date", &text)]);
    col.line(d, &format!("à {town}, devant l'officier de l'état civil"), &[]);
    col.gap(0.8);
    let top = col.y;
    let half = col.w * 0.48;
    for (index, head) in ["ÉPOUX", "ÉPOUSE"].into_iter().enumerate() {
        let x = col.x + index as f32 * col.w * 0.52;
        let mut part = col.part(x, half);
        part.y = top;
        let sex = if index == 0 { 'M' } else { 'F' };
        let one = spouse(r, sex, wed.0);
        part.title(d, head, 1.1, &[]);
        part.gap(0.5);
        part.pair(d, 0.3, "Nom", &one.surname(), "");
        part.pair(d, 0.3, "Prénoms", &one.given(" "), "");
        part.pair(d, 0.3, "Né(e) le", &written(one.birth), "");
        part.pair(d, 0.3, "à", one.born_at.1, "");
        let (father, mother) = (person(r, 1910, 1950).full(), person(r, 1910, 1950).full());
        part.pair(d, 0.3, "Fils / fille de", &father, "");
        part.pair(d, 0.3, "et de", &mother, "");
        part.gap(1.0);
        part.line(d, "Signature", &[]);
        marks::signature(d.c, x + 20.0, part.y + 14.0, 60.0, r);
        part.gap(3.2);
        part.bold(d, "Décès", &[]);
        part.line(d, "N° ........  Décédé(e) le ....................", &[]);
        part.line(d, "à ........................................", &[]);
        part.line(d, "L'officier de l'état civil,", &[]);
        col.y = part.y;
    }
    let middle = col.x + half + col.w * 0.02;
    d.rule(middle, top, middle, col.y, 0.6);
    col.gap(1.0);
    col.bold(d, "Contrat de mariage", &[]);
    let contract = r.pick(&[
        "Il a été déclaré qu'il n'a pas été fait de contrat de mariage.",
        "Un contrat de mariage a été reçu par Maître Lhomme, notaire à Saintes.",
        "Sans contrat préalable.",
    ]);
    col.text(d, contract, &[]);
    col.gap(0.8);
    col.line(d, &format!("Délivré par Nous, officier de l'état civil, le {}", figures(wed, "/")), &[]);
    col.sign(d, 0.5, &["Sceau de la mairie".to_owned()]);
    col.bold(d, "MENTIONS MARGINALES", &[]);
    col.line(d, "Néant à ce jour", &[]);
}

/// One leaf of the booklet at its size, with the act in sentences.
fn leaf(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, 9.0);
    (col.x, col.w, col.y, col.room) = (24.0, 250.0, 26.0, 400.0);
    let (wed, text) = wedding(r);
    let town = place(r).1;
    let (he, she) = (spouse(r, 'M', wed.0), spouse(r, 'F', wed.0));
    d.c.frame(14.0, 14.0, 284.0, 406.0, 0.8);
    col.title(d, "MARIAGE", 1.3, &[]);
    col.line(d, &format!("Mairie de {town}"), &[]);
    col.line(d, &format!("Extrait de l'acte de mariage n° {}", r.between(2, 240)), &[]);
    col.gap(0.6);
    col.line(d, "Le", &[]);
    col.text(d, &text, &[("wedding_date", &text)]);
    col.line(d, "ont comparu publiquement en la maison commune", &[]);
    col.gap(0.4);
    for (head, one) in [("Époux", &he), ("Épouse", &she)] {
        col.bold(d, &format!("{head} : {}", one.surname()), &[]);
        col.line(d, &one.given(", "), &[]);
        col.line(d, &format!("né(e) le {} à {}", written(one.birth), one.born_at.1), &[]);
        col.gap(0.4);
    }
    let lives = street(r);
    col.text(d, &format!("domiciliés à {town}, {lives}. Contrat de mariage : néant."), &[]);
    col.gap(0.5);
    col.line(d, &format!("Délivré conforme aux registres, le {}", figures(wed, ".")), &[]);
    col.sign(d, 0.45, &["L'officier de l'état civil".to_owned()]);
    d.centre(149.0, 398.0, "- 4 -", &col.face(Cut::Plain, 0.9));
}

/// Two pages side by side: the spouses left, a child right; or stacked on a whole sheet.
fn spread(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut col = Column::page(d, 8.8);
    let (wed, text) = wedding(r);
    let town = capitals(place(r).1, true);
    let (he, she) = (spouse(r, 'M', wed.0), spouse(r, 'F', wed.0));
    (col.x, col.w, col.y, col.room) = (36.0, 245.0, 34.0, 396.0);
    let middle = d.c.width / 2.0;
    d.c.fill(middle - 3.0, 10.0, middle + 3.0, 410.0, 205);
    let mut right = col.part(middle + 18.0, 240.0);
    col.bold(d, "ÉPOUX ou PÈRE", &[]);
    let mut rows = vec![("Nom", he.surname()), ("Prénoms", he.given(", ")), ("Né le", figures(he.birth, "/"))];
    rows.push(("à", he.born_at.1.to_owned()));
    rows.push(("de", person(r, 1905, 1950).full()));
    for (label, value) in &rows {
        col.pair(d, 0.2, label, value, "");
    }
    col.gap(0.8);
    col.bold(d, "ÉPOUSE ou MÈRE", &[]);
    rows = vec![("Nom", she.surname()), ("Prénoms", she.given(", ")), ("Née le", figures(she.birth, "/"))];
    rows.push(("à", she.born_at.1.to_owned()));
    for (label, value) in &rows {
        col.pair(d, 0.2, label, value, "");
    }
    col.gap(0.8);
    let label = r.pick(&["Mariés le", "Mariage le", "Unis par le mariage le"]);
    col.pair(d, 0.25, label, &text, "wedding_date");
    col.pair(d, 0.25, "à", &town, "");
    col.line(d, &format!("Acte n° {}", r.between(1, 320)), &[]);
    col.sign(d, 0.4, &["Le maire,".to_owned()]);
    for child in 1..=2 {
        right.title(d, if child == 1 { "PREMIER ENFANT" } else { "DEUXIÈME ENFANT" }, 1.05, &[]);
        right.line(d, &format!("Extrait de l'acte de naissance n° {}", r.between(10, 1900)), &[]);
        if child == 1 || r.chance(0.5) {
            let mut one = person(r, wed.0 + 1, wed.0 + 9);
            one.last.clone_from(&he.last);
            right.pair(d, 0.24, "Nom", &one.surname(), "");
            right.pair(d, 0.24, "Prénoms", &one.given(", "), "");
            right.pair(d, 0.24, "Né(e) le", &written(one.birth), "");
            right.pair(d, 0.24, "à", one.born_at.1, "");
            right.line(d, "Délivré conforme, l'officier de l'état civil", &[]);
            marks::signature(d.c, right.x + 60.0, right.y + 12.0, 60.0, r);
        } else {
            for label in [
                "Nom ..............................", "Prénoms ..........................",
                "Né(e) le .........................",
            ] {
                right.line(d, label, &[]);
            }
        }
        right.gap(2.4);
        right.line(d, "Mentions marginales :", &[]);
        right.gap(0.6);
    }
}
