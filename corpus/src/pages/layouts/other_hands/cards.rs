//! Identity cards of both kinds and residence permits, as copied on a sheet: both sides, or the one that was asked for.

use super::Page;
use super::civil_kit::{Home, cell, department_of, face_of, faces, fit, laminated_zone, zone};
use crate::faces::FaceClass;
use crate::pages::compose::Type;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, day, figures, packed, years_on};
use crate::pages::layouts::identity::guilloche;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::zones::{Subject, td1};
use crate::text::{capitals, words};

pub(super) const PAGES: &[Page] = &[
    Page { name: "carte_identite", sheet: some_small, set: identity },
    Page { name: "carte_identite_ancienne", sheet: some_small, set: laminated },
    Page { name: "titre_sejour", sheet: some_small, set: residence },
];

/// A4, or a sheet cut to the two sides, as applications of telephones make it.
fn some_small(rng: &mut Rng) -> Option<(f32, f32)> {
    rng.chance(0.2).then(|| (rng.range(400.0, 440.0), rng.range(570.0, 600.0)))
}

/// A side of a card on the sheet.
#[derive(Clone, Copy)]
struct Side {
    x: f32,
    y: f32,
    w: f32,
    h: f32,
}

impl Side {
    fn at(self, across: f32, down: f32) -> (f32, f32) {
        (self.x + self.w * across, self.y + self.h * down)
    }

    fn ground(self, d: &mut Desk<'_, '_>) {
        let tint = d.rng.between(222, 247) as u8;
        d.c.fill(self.x, self.y, self.x + self.w, self.y + self.h, tint);
        guilloche(d, self.x, self.y, self.w, self.h);
        d.c.frame(self.x, self.y, self.x + self.w, self.y + self.h, 0.5);
    }

    /// A label with its value under it, at shares of the side.
    fn cell(
        self,
        d: &mut Desk<'_, '_>,
        (across, down, room): (f32, f32, f32),
        label: &str,
        value: (&'static str, &str),
        types: (&Type, &Type),
    ) {
        let (x, y) = self.at(across, down);
        cell(d, (x, y, room * self.w), label, value, types);
    }
}

/// Where the two sides lie; the second is missing where one side was copied.
fn sides(d: &mut Desk<'_, '_>, ratio: f32) -> (Side, Option<Side>) {
    let (width, height) = (d.c.width, d.c.height);
    match d.rng.below(4) {
        0 if width > 500.0 => {
            let w = width * 0.455;
            let y = d.rng.range(0.08, 0.3) * height;
            let x = width * 0.03;
            let side = Side { x, y, w, h: w / ratio };
            (side, Some(Side { x: x + w + width * 0.03, ..side }))
        }
        1 => {
            let w = width * d.rng.range(0.72, 0.9);
            let side = Side { x: (width - w) / 2.0, y: height * d.rng.range(0.06, 0.2), w, h: w / ratio };
            (side, None)
        }
        _ => {
            let w = width * d.rng.range(0.62, 0.88);
            let x = d.rng.range(0.04, 0.96 - w / width) * width;
            let h = w / ratio;
            let y = height * d.rng.range(0.03, 0.07);
            let gap = d.rng.range(0.02, 0.08) * height;
            let side = Side { x, y, w, h };
            (side, (y + 2.0 * h + gap < height - 10.0).then_some(Side { y: y + h + gap, ..side }))
        }
    }
}

/// What whoever asked for the copy has written under it, at times.
fn remark(d: &mut Desk<'_, '_>, y: f32, day: Day) {
    let (body, ..) = faces(d, 9.0, 11.0);
    if y + 60.0 > d.c.height || d.rng.chance(0.4) {
        return;
    }
    let x = d.c.width * 0.12;
    let room = d.c.width * 0.76;
    let text = match d.rng.below(4) {
        0 => "Copie certifiée conforme à l'original".to_owned(),
        1 => format!("Copie transmise pour un dossier de location, le {}", figures(day, "/")),
        2 => "PHOTOCOPIE - ne peut servir à un autre usage que le présent dossier".to_owned(),
        _ => format!("Original présenté au guichet le {}", figures(day, "/")),
    };
    fit(d, "", (x, y + 30.0), room, &text, &body);
    if y + 130.0 < d.c.height && d.rng.chance(0.5) {
        let at = d.c.width * 0.6;
        super::civil_kit::seal(d, at, y + 85.0);
    }
}

/// A number of the documents of the new kind: letters that look like no vowel, and digits.
fn number(rng: &mut Rng) -> String {
    const SIGNS: &[char] = &['B', 'C', 'D', 'F', 'G', 'H', 'K', 'L', 'M', 'N', 'P', 'R', 'T', 'V', 'W', 'X', 'Z'];
    (0..9).map(|i| if i == 0 || rng.chance(0.5) { rng.choose(SIGNS) } else { rng.digit() }).collect()
}

fn subject<'a>(own: &'a Someone, birth: &'a str, expiry: &'a str, nationality: &'a str) -> Subject<'a> {
    Subject { last: &own.last, firsts: &own.firsts, birth, expiry, sex: own.sex, nationality }
}

fn identity(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1940, 2008);
    let issued = day(&mut d.rng, 2021, 2025);
    let expiry = years_on(issued, 10);
    let number = number(&mut d.rng);
    let (front, back) = sides(d, 1.585);
    let unit = front.h / 30.0;
    let label = face_of(d, FaceClass::Sans, false, unit * 0.92);
    let value = Type { size: unit * 1.55, ..label.clone() };
    let strong = face_of(d, FaceClass::Sans, true, unit * 1.7);
    let types = (&label, &value);
    front.ground(d);
    let (x, y) = front.at(0.025, 0.06);
    d.c.fill(x, y, x + unit * 5.0, y + unit * 3.6, 90);
    fit(d, "", (x + unit, y + unit * 2.4), unit * 4.0, "FR", &strong);
    let (x, y) = front.at(0.16, 0.085);
    fit(d, "", (x, y), front.w * 0.5, "RÉPUBLIQUE FRANÇAISE", &strong.sized(unit * 1.9));
    let (x, y) = front.at(0.16, 0.155);
    fit(d, "", (x, y), front.w * 0.75, "CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD", &label.sized(unit * 1.25));
    let (x, y) = front.at(0.03, 0.25);
    marks::photo(d.c, x, y, front.w * 0.27, front.h * 0.55, &mut d.rng);
    front.cell(d, (0.34, 0.25, 0.6), "NOM / Surname", ("last_name", &own.surname()), types);
    front.cell(d, (0.34, 0.37, 0.6), "Prénoms / Given names", ("first_names", &own.given(", ")), types);
    front.cell(d, (0.34, 0.49, 0.12), "SEXE / Sex", ("sex", if own.sex == 'M' { "M" } else { "F" }), types);
    front.cell(d, (0.48, 0.49, 0.22), "NATIONALITÉ / Nationality", ("", "FRA"), types);
    front.cell(
        d,
        (0.72, 0.49, 0.25),
        "DATE DE NAISS. / Date of birth",
        ("birth_date", &figures(own.birth, " ")),
        types,
    );
    let place = capitals(own.born_at.1, true);
    front.cell(d, (0.34, 0.61, 0.6), "LIEU DE NAISSANCE / Place of birth", ("birth_place", &place), types);
    if own.sex == 'F' && d.rng.chance(0.5) {
        let usual = format!("ép. {}", Someone::random(&mut d.rng).surname());
        front.cell(d, (0.34, 0.72, 0.3), "NOM D'USAGE / Alternate name", ("", &usual), types);
    }
    front.cell(d, (0.34, 0.83, 0.28), "N° DU DOCUMENT / Document No", ("number", &number), types);
    front.cell(d, (0.65, 0.83, 0.26), "DATE D'EXPIR. / Expiry date", ("expiry_date", &figures(expiry, " ")), types);
    let (x, y) = front.at(0.7, 0.72);
    marks::signature(d.c, x, y, front.w * 0.16, &mut d.rng);
    let (x, y) = front.at(0.03, 0.955);
    let can = d.rng.digits(6);
    fit(d, "", (x, y), front.w * 0.14, &can, &value.sized(unit * 1.3));
    let end = back.map_or(front, |b| b);
    if let Some(back) = back {
        back.ground(d);
        let height = format!("1,{} m", d.rng.between(52, 94));
        back.cell(d, (0.33, 0.1, 0.25), "TAILLE / Height", ("", &height), types);
        let when = figures(issued, " ");
        back.cell(d, (0.6, 0.1, 0.36), "DATE DE DÉLIVRANCE / Date of issue", ("", &when), types);
        let home = Home::random(&mut d.rng);
        back.cell(d, (0.33, 0.24, 0.6), "ADRESSE / Address", ("", &capitals(&home.street, true)), types);
        let (x, y) = back.at(0.33, 0.365);
        fit(d, "", (x, y), back.w * 0.6, &home.town_line(true), &value);
        let (x, y) = back.at(0.33, 0.42);
        fit(d, "", (x, y), back.w * 0.3, "FRANCE", &value);
        let (x, y) = back.at(0.04, 0.12);
        d.c.frame(x, y, x + back.w * 0.2, y + back.w * 0.2, 0.6);
        for _ in 0..90 {
            let (dx, dy) = (d.rng.range(0.0, 0.19) * back.w, d.rng.range(0.0, 0.19) * back.w);
            d.rule(x + dx, y + dy + 1.0, x + dx + 2.0, y + dy + 1.0, 2.0);
        }
        let (birth, until) = (packed(own.birth), packed(expiry));
        let lines = td1("ID", &number, "", &subject(&own, &birth, &until, "FRA"));
        let (x, y) = back.at(0.04, 0.93);
        zone(d, (x, y, back.w * 0.92), &lines, back.h * 0.085);
    }
    remark(d, end.y + end.h, issued);
}

const OFFICES: &[&str] = &[
    "PRÉFECTURE DU RHÔNE (69)", "SOUS-PRÉFECTURE DE BREST (29)", "PRÉFECTURE DE POLICE (75)",
    "PRÉFECTURE DE LA SARTHE (72)", "PRÉFECTURE DU NORD (59)",
];

fn laminated(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1932, 1998);
    let issued = day(&mut d.rng, 2004, 2020);
    let expiry = years_on(issued, if issued.0 >= 2014 { 15 } else { 10 });
    let office = d.rng.pick(OFFICES);
    let code = &office[office.len() - 3..office.len() - 1];
    let card = format!("{:02}{:02}{code}{}", issued.0 % 100, issued.1, d.rng.digits(6));
    let (front, back) = sides(d, 1.42);
    let unit = front.h / 30.0;
    let label = face_of(d, FaceClass::Sans, false, unit * 1.15);
    let class = if d.rng.chance(0.6) { FaceClass::Typewriter } else { FaceClass::Mono };
    let value = face_of(d, class, false, unit * 1.6);
    let strong = face_of(d, FaceClass::Serif, true, unit * 2.0);
    front.ground(d);
    let (x, y) = front.at(0.3, 0.075);
    fit(d, "", (x, y), front.w * 0.6, "RÉPUBLIQUE FRANÇAISE", &strong);
    let (x, y) = front.at(0.05, 0.15);
    let since = d.rng.pick(&["CARTE NATIONALE D'IDENTITÉ N° :", "CARTE NATIONALE D'IDENTITÉ N°"]);
    let head = label.sized(unit * 1.1);
    d.labelled("card_number", x, x, y, since, &card, (&head, &value.sized(unit * 1.35)));
    let (x, y) = front.at(0.755, 0.15);
    fit(d, "", (x, y), front.w * 0.235, "Nationalité Française", &label);
    let (x, y) = front.at(0.04, 0.2);
    marks::photo(d.c, x, y, front.w * 0.26, front.h * 0.49, &mut d.rng);
    let row = |d: &mut Desk<'_, '_>, side: Side, across: f32, down: f32, text: &str, field: (&'static str, &str)| {
        let (x, y) = side.at(across, down);
        let width = d.c.measure(text, &label, &mut d.rng) + value.size * 0.5;
        fit(d, "", (x, y), side.w * 0.4, text, &label);
        fit(d, field.0, (x + width, y), side.x + side.w * 0.98 - x - width, field.1, &value);
    };
    row(d, front, 0.34, 0.235, "Nom :", ("last_name", &capitals(&own.last, false)));
    row(d, front, 0.34, 0.325, "Prénom(s) :", ("first_names", &capitals(&own.given(", "), false)));
    row(d, front, 0.34, 0.455, "Sexe :", ("sex", if own.sex == 'M' { "M" } else { "F" }));
    row(d, front, 0.52, 0.455, own.agree("Né le :", "Née le :"), ("birth_date", &figures(own.birth, ".")));
    let place = format!("{} ({})", capitals(own.born_at.1, false), department_of(&own));
    row(d, front, 0.34, 0.535, "à :", ("birth_place", &place));
    let height = format!("1,{}m", d.rng.between(50, 96));
    row(d, front, 0.34, 0.62, "Taille :", ("height", &height));
    let (x, y) = front.at(0.34, 0.7);
    fit(d, "", (x, y), front.w * 0.3, "Signature du titulaire :", &label);
    let (x, y) = front.at(0.64, 0.69);
    marks::signature(d.c, x, y, front.w * 0.2, &mut d.rng);
    let (x, y) = front.at(0.03, 0.95);
    zone(d, (x, y, front.w * 0.94), &laminated_zone(&own, &card), unit * 2.0);
    let end = back.unwrap_or(front);
    if let Some(back) = back {
        back.ground(d);
        let home = Home::random(&mut d.rng);
        row(d, back, 0.06, 0.12, "Adresse :", ("", &capitals(&home.street, false)));
        let (x, y) = back.at(0.2, 0.2);
        fit(d, "", (x, y), back.w * 0.7, &home.town_line(true), &value);
        let until = d.rng.pick(&["Carte valable jusqu'au :", "Cette carte est valable jusqu'au :"]);
        row(d, back, 0.06, 0.38, until, ("expiry_date_printed", &figures(expiry, ".")));
        row(d, back, 0.06, 0.47, "délivrée le :", ("", &figures(issued, ".")));
        row(d, back, 0.06, 0.56, "par :", ("", &capitals(office, false)));
        let (x, y) = back.at(0.06, 0.66);
        fit(d, "", (x, y), back.w * 0.5, "Signature de l'autorité :", &label);
        let (x, y) = back.at(0.5, 0.74);
        marks::signature(d.c, x, y, back.w * 0.25, &mut d.rng);
        let (x, y) = back.at(0.8, 0.72);
        let reach = back.h * 0.15;
        let mut ring = crate::raster::stroke::Shape::new();
        ring.ring((x, y), reach, reach, 1.0);
        ring.ring((x, y), reach * 0.7, reach * 0.7, 0.6);
        d.c.shape(&ring, 130);
    }
    let shown = (d.rng.between(2020, 2024), issued.1, issued.2);
    remark(d, end.y + end.h, shown);
}

/// Nationality in words, its code, its form for a man.
const NATIONS: &[(&str, &str, &str)] = &[
    ("ALGÉRIENNE", "ALGÉRIEN", "DZA"),
    ("MAROCAINE", "MAROCAIN", "MAR"),
    ("TUNISIENNE", "TUNISIEN", "TUN"),
    ("SÉNÉGALAISE", "SÉNÉGALAIS", "SEN"),
    ("CAMEROUNAISE", "CAMEROUNAIS", "CMR"),
    ("HAÏTIENNE", "HAÏTIEN", "HTI"),
    ("BRÉSILIENNE", "BRÉSILIEN", "BRA"),
    ("MALIENNE", "MALIEN", "MLI"),
];

const KINDS: &[(&str, i64, &str)] = &[
    ("CARTE DE RÉSIDENT", 10, "AUTORISE SON TITULAIRE À TRAVAILLER"),
    ("CARTE DE SÉJOUR TEMPORAIRE", 1, "VIE PRIVÉE ET FAMILIALE - AUTORISE À TRAVAILLER"),
    ("CARTE DE SÉJOUR PLURIANNUELLE", 4, "SALARIÉ - AUTORISE À TRAVAILLER"),
    ("CARTE DE SÉJOUR TEMPORAIRE", 1, "ÉTUDIANT - TRAVAIL LIMITÉ À 60% DURÉE ANNUELLE"),
    ("CERTIFICAT DE RÉSIDENCE", 10, "TOUTES PROFESSIONS - FRANCE MÉTROPOLITAINE"),
];

const TOWNS_ABROAD: &[&str] = &["ORAN", "CASABLANCA", "SFAX", "DAKAR", "DOUALA", "JACMEL", "RECIFE", "BAMAKO"];

fn residence(d: &mut Desk<'_, '_>) {
    let own = Someone::born(&mut d.rng, 1945, 2003);
    let at = d.rng.below(NATIONS.len());
    let (woman, man, code) = NATIONS[at];
    let (kind, years, right) = d.rng.choose(KINDS);
    let issued = day(&mut d.rng, 2012, 2025);
    let expiry = years_on(issued, years);
    let newer = issued.0 >= 2020;
    let number = if newer { number(&mut d.rng) } else { d.rng.digits(9) };
    let (front, back) = sides(d, 1.585);
    let unit = front.h / 30.0;
    let label = face_of(d, FaceClass::Sans, false, unit * 0.98);
    let value = Type { size: unit * 1.5, ..label.clone() };
    let strong = face_of(d, FaceClass::Sans, true, unit * 1.7);
    let types = (&label, &value);
    front.ground(d);
    let nation = if newer {
        code
    } else if own.sex == 'M' && d.rng.chance(0.3) {
        man
    } else {
        woman
    };
    let sex = if own.sex == 'M' { "M" } else { "F" };
    let mark = if newer { " " } else { "/" };
    let (birth, until) = (figures(own.birth, mark), figures(expiry, mark));
    let town = capitals(d.rng.choose(words::TOWNS).1, false);
    let (x, y) = front.at(0.03, 0.085);
    fit(d, "", (x, y), front.w * 0.2, if newer { "FRA" } else { "RF" }, &strong);
    if newer {
        let (x, y) = front.at(0.15, 0.085);
        fit(d, "", (x, y), front.w * 0.45, "TITRE DE SÉJOUR / RESIDENCE PERMIT", &strong);
        let (x, y) = front.at(0.68, 0.085);
        fit(d, "number", (x, y), front.w * 0.28, &number, &strong);
        let (x, y) = front.at(0.04, 0.2);
        marks::photo(d.c, x, y, front.w * 0.28, front.h * 0.56, &mut d.rng);
        front.cell(d, (0.37, 0.19, 0.6), "NOM / Surname", ("last_name", &own.surname()), types);
        front.cell(d, (0.37, 0.3, 0.6), "PRÉNOMS / Forenames", ("first_names", &own.given(" ")), types);
        front.cell(d, (0.37, 0.41, 0.12), "SEXE / Sex", ("sex", sex), types);
        front.cell(d, (0.52, 0.41, 0.2), "NATIONALITÉ / Nationality", ("nationality", nation), types);
        front.cell(d, (0.74, 0.41, 0.24), "DATE DE NAISS. / Date of birth", ("birth_date", &birth), types);
        front.cell(d, (0.37, 0.52, 0.6), "TYPE DE TITRE / Type of permit", ("", kind), types);
        front.cell(d, (0.37, 0.63, 0.5), "DATE D'EXPIRATION / Expiry date", ("expiry_date", &until), types);
        front.cell(d, (0.37, 0.74, 0.6), "REMARQUES / Remarks", ("", right), types);
        let (x, y) = front.at(0.4, 0.93);
        marks::signature(d.c, x, y, front.w * 0.2, &mut d.rng);
        let can = d.rng.digits(6);
        let (x, y) = front.at(0.84, 0.95);
        fit(d, "", (x, y), front.w * 0.12, &can, &value);
    } else {
        let (x, y) = front.at(0.3, 0.09);
        let title = d.rng.pick(&["TITRE DE SÉJOUR", "TITRE DE SÉJOUR - RÉPUBLIQUE FRANÇAISE"]);
        fit(d, "", (x, y), front.w * 0.42, title, &strong);
        front.cell(d, (0.76, 0.065, 0.2), "N°", ("number", &number), types);
        let (x, y) = front.at(0.69, 0.26);
        marks::photo(d.c, x, y, front.w * 0.27, front.h * 0.58, &mut d.rng);
        front.cell(d, (0.04, 0.2, 0.6), "NOM :", ("last_name", &capitals(&own.last, false)), types);
        front.cell(d, (0.04, 0.31, 0.6), "PRÉNOMS :", ("first_names", &capitals(&own.given(" "), false)), types);
        front.cell(d, (0.04, 0.42, 0.6), "CATÉGORIE DU TITRE :", ("", kind), types);
        front.cell(d, (0.04, 0.53, 0.3), "VALABLE JUSQU'AU :", ("expiry_date", &until), types);
        let when = format!("{} {town}", figures(issued, mark));
        front.cell(d, (0.04, 0.64, 0.6), "DATE ET LIEU DE DÉLIVRANCE :", ("", &when), types);
        front.cell(d, (0.04, 0.75, 0.6), "OBSERVATIONS :", ("", right), types);
        let (x, y) = front.at(0.2, 0.93);
        marks::signature(d.c, x, y, front.w * 0.2, &mut d.rng);
        if back.is_none() {
            front.cell(d, (0.36, 0.53, 0.3), "NATIONALITÉ :", ("nationality", nation), types);
        }
    }
    let end = back.unwrap_or(front);
    if let Some(back) = back {
        back.ground(d);
        let home = Home::random(&mut d.rng);
        if newer {
            back.cell(d, (0.3, 0.1, 0.65), "LIEU DE NAISSANCE / Place of birth", ("", TOWNS_ABROAD[at]), types);
            let when = format!("{town}  {}", figures(issued, mark));
            back.cell(d, (0.3, 0.22, 0.65), "LIEU ET DATE DE DÉLIVRANCE / Place and date of issue", ("", &when), types);
        } else {
            back.cell(d, (0.05, 0.1, 0.35), "DATE DE NAISSANCE :", ("birth_date", &birth), types);
            back.cell(d, (0.42, 0.1, 0.12), "SEXE :", ("sex", sex), types);
            back.cell(d, (0.58, 0.1, 0.38), "NATIONALITÉ :", ("nationality", nation), types);
            back.cell(d, (0.05, 0.22, 0.6), "LIEU DE NAISSANCE :", ("", TOWNS_ABROAD[at]), types);
        }
        let label = if newer { "ADRESSE / Address" } else { "ADRESSE :" };
        let across = if newer { 0.3 } else { 0.05 };
        back.cell(d, (across, 0.34, 0.65), label, ("", &capitals(&home.street, false)), types);
        let (x, y) = back.at(across, 0.46);
        fit(d, "", (x, y), back.w * 0.6, &home.town_line(true), &value);
        let (birth, until) = (packed(own.birth), packed(expiry));
        let foreigner = d.rng.digits(10);
        let lines = td1("IR", &number, &foreigner, &subject(&own, &birth, &until, code));
        let (x, y) = back.at(0.04, 0.93);
        zone(d, (x, y, back.w * 0.92), &lines, back.h * 0.085);
    }
    remark(d, end.y + end.h, issued);
}
