//! Passports, residence permits and driving licences: open booklets, both sides of cards, cards at their size, older models.

use super::super::facts::{Someone, day, figures, mark, packed, written, years_on};
use super::super::page::Page;
use super::civic_kit::{Column, Cut};
use super::civic_names::{DEPARTMENTS, home, person};
use super::civic_plastic::{ID1, ID3, MM, Plastic, pairs};
use crate::pages::desk::Desk;
use crate::rng::Rng;
use crate::text::{capitals, zones};

pub(super) const PAGES: &[Page] = &[
    Page::a4("passeport", open_passport),
    Page { name: "passeport", sheet: |_| Some((ID3.0 * MM, ID3.1 * MM)), set: passport_page },
    Page::a4("passeport", older_passport),
    Page::a4("titre_sejour", permit_both),
    Page { name: "titre_sejour", sheet: |_| Some((ID1.0 * MM, ID1.1 * MM)), set: permit_front },
    Page::a4("titre_sejour", older_permit),
    Page::a4("permis_conduire", licence_both),
    Page { name: "permis_conduire", sheet: |_| Some((ID1.0 * MM, ID1.1 * MM)), set: licence_front_alone },
    Page { name: "permis_conduire", sheet: |rng| rng.chance(0.5).then_some((595.3, 420.9)), set: pink },
];

/// A person with a document's number, days and zone, of three lines or of two.
struct Bearer {
    one: Someone,
    number: String,
    issued: (i64, i64, i64),
    expiry: (i64, i64, i64),
    nationality: (&'static str, &'static str),
}

impl Bearer {
    fn new(
        r: &mut Rng,
        number: String,
        years: (i64, i64),
        valid: i64,
        nationality: (&'static str, &'static str),
    ) -> Bearer {
        let one = person(r, 1945, 2003);
        let issued = day(r, years.0, years.1);
        Bearer { one, number, issued, expiry: years_on(issued, valid), nationality }
    }

    fn zone(&self, code: &str) -> Vec<String> {
        let (birth, expiry) = (packed(self.one.birth), packed(self.expiry));
        let subject = zones::Subject {
            last: &self.one.last,
            firsts: &self.one.firsts,
            birth: &birth,
            expiry: &expiry,
            sex: self.one.sex,
            nationality: self.nationality.0,
        };
        if code == "P" { zones::td3(&self.number, &subject) } else { zones::td1(code, &self.number, "", &subject) }
    }
}

fn passport(r: &mut Rng) -> Bearer {
    let number = format!("{}{}{}{}", r.digits(2), r.capital(), r.capital(), r.digits(5));
    Bearer::new(r, number, (2008, 2025), 10, ("FRA", "Française"))
}

/// The page with the photograph. `modern` has its rows as passports since 2006 have them.
fn data_page(d: &mut Desk<'_, '_>, page: &Plastic, who: &Bearer, modern: bool) {
    let one = &who.one;
    page.put(d, (5.0, 6.0), "PASSEPORT", (Cut::Bold, 8.0), 24.0, "");
    page.put(d, (5.0, 9.6), "PASSPORT", (Cut::Plain, 5.4), 24.0, "");
    page.put(d, (42.0, 6.0), "RÉPUBLIQUE FRANÇAISE", (Cut::Bold, 8.0), 44.0, "");
    page.put(d, (42.0, 11.6), "Type/Type", (Cut::Plain, 4.6), 12.0, "");
    page.put(d, (42.0, 14.8), "P", (Cut::Bold, 7.4), 6.0, "");
    page.put(d, (58.0, 11.6), "Code du pays/Country code", (Cut::Plain, 4.6), 26.0, "");
    page.put(d, (58.0, 14.8), "FRA", (Cut::Bold, 7.4), 12.0, "");
    page.put(d, (90.0, 11.6), "Passeport n°/Passport No", (Cut::Plain, 4.6), 32.0, "");
    page.put(d, (90.0, 14.8), &who.number, (Cut::Bold, 8.0), 30.0, "number");
    page.photo(d, (5.0, 14.0), (33.0, 42.0));
    page.over(d, (42.0, 19.4), "Nom/Surname (1)", &one.surname(), 76.0, "last_name");
    page.over(d, (42.0, 26.4), "Prénoms/Given names (2)", &one.given(", "), 76.0, "first_names");
    page.over(d, (42.0, 33.4), "Nationalité/Nationality (3)", who.nationality.1, 30.0, "");
    page.over(d, (42.0, 40.4), "Date de naissance/Date of birth (4)", &figures(one.birth, " "), 38.0, "birth_date");
    page.over(d, (42.0, 47.4), "Sexe/Sex (5)", &one.sex.to_string(), 12.0, "sex");
    page.over(d, (62.0, 47.4), "Lieu de naissance/Place of birth (6)", &capitals(one.born_at.1, true), 56.0, "");
    page.over(d, (42.0, 54.4), "Date de délivrance/Date of issue (7)", &figures(who.issued, " "), 40.0, "");
    if modern {
        page.over(d, (84.0, 54.4), "Autorité/Authority (9)", "Préfecture", 36.0, "");
    }
    page.over(d, (84.0, 40.4), "Date d'expiration/Date of expiry (8)", &figures(who.expiry, " "), 38.0, "expiry_date");
    page.signature(d, (92.0, 36.0), 22.0);
    let lines = who.zone("P");
    page.zone(d, (5.0, 74.0), &lines, 115.0);
}

/// The booklet open on a copier: the page before above, the data page below.
fn open_passport(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let who = passport(r);
    let lives = home(r);
    let k = r.choose(&[1.0, 1.0, 1.25, 1.41]);
    let x = r.range(25.0, (d.c.width - ID3.0 * MM * k - 20.0).max(26.0));
    let y = r.range(30.0, 80.0);
    let upper = Plastic::lay(d, (x, y), ID3, k);
    upper.put(d, (8.0, 12.0), "Domicile/Residence (11)", (Cut::Plain, 5.6), 40.0, "");
    upper.put(d, (8.0, 17.0), &capitals(&lives.street, true), (Cut::Bold, 7.4), 80.0, "");
    upper.put(d, (8.0, 21.5), &format!("{} {}", lives.postcode, lives.town), (Cut::Bold, 7.4), 80.0, "");
    upper.put(d, (8.0, 32.0), "Taille/Height (12)", (Cut::Plain, 5.6), 30.0, "");
    upper.put(d, (8.0, 36.5), &format!("1,{} m", r.between(50, 95)), (Cut::Bold, 7.4), 30.0, "");
    upper.put(d, (60.0, 32.0), "Couleur des yeux/Colour of eyes (13)", (Cut::Plain, 5.6), 50.0, "");
    upper.put(d, (60.0, 36.5), r.pick(&["Marron", "Bleu", "Vert", "Noir", "Noisette"]), (Cut::Bold, 7.4), 30.0, "");
    upper.put(
        d,
        (8.0, 60.0),
        "Ce passeport contient 32 pages / This passport contains 32 pages",
        (Cut::Plain, 6.0),
        105.0,
        "",
    );
    let lower = Plastic::lay(d, (x, y + ID3.1 * MM * k + 2.0), ID3, k);
    data_page(d, &lower, &who, true);
}

fn passport_page(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let who = passport(r);
    let page = Plastic::lay(d, (0.0, 0.0), ID3, 1.0);
    let modern = r.chance(0.7);
    data_page(d, &page, &who, modern);
}

/// Only the data page on a sheet, with a line of whoever copied it.
fn older_passport(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let who = passport(r);
    let mut col = Column::page(d, 11.0);
    if r.chance(0.5) {
        col.line(
            d,
            r.pick(&[
                "Copie du passeport - dossier de mariage",
                "Pièce d'identité (passeport) du souscripteur",
                "Vu l'original, le gestionnaire",
            ]),
            &[],
        );
    }
    let k = r.choose(&[1.0, 1.1, 1.3]);
    let x = r.range(25.0, d.c.width - ID3.0 * MM * k - 20.0);
    let page = Plastic::lay(d, (x, r.range(80.0, 330.0)), ID3, k);
    data_page(d, &page, &who, false);
}

const NATIONS: &[(&str, &str)] = &[
    ("DZA", "ALGÉRIENNE"),
    ("MAR", "MAROCAINE"),
    ("TUN", "TUNISIENNE"),
    ("SEN", "SÉNÉGALAISE"),
    ("MLI", "MALIENNE"),
    ("CIV", "IVOIRIENNE"),
    ("TUR", "TURQUE"),
    ("CHN", "CHINOISE"),
    ("BRA", "BRÉSILIENNE"),
    ("UKR", "UKRAINIENNE"),
    ("LKA", "SRI-LANKAISE"),
    ("HTI", "HAÏTIENNE"),
    ("GBR", "BRITANNIQUE"),
    ("USA", "AMÉRICAINE"),
];

const GROUNDS: &[&str] = &[
    "VIE PRIVÉE ET FAMILIALE", "SALARIÉ", "ÉTUDIANT", "PASSEPORT TALENT", "VISITEUR", "TRAVAILLEUR TEMPORAIRE",
    "ENTREPRENEUR/PROFESSION LIBÉRALE",
];

fn permit(r: &mut Rng) -> Bearer {
    let number = if r.chance(0.5) {
        r.digits(9)
    } else {
        format!("{}{}{}{}", r.digits(2), r.capital(), r.capital(), r.digits(5))
    };
    let nation = r.choose(NATIONS);
    let valid = r.choose(&[1, 2, 4, 10]);
    Bearer::new(r, number, (2012, 2025), valid, nation)
}

fn permit_face(d: &mut Desk<'_, '_>, card: &Plastic, who: &Bearer) {
    let r = &mut d.rng.fork();
    let one = &who.one;
    card.put(d, (4.0, 5.5), "TITRE DE SÉJOUR", (Cut::Bold, 8.0), 36.0, "");
    card.put(d, (52.0, 5.5), &who.number, (Cut::Bold, 8.0), 28.0, "number");
    card.put(d, (42.0, 5.5), "FRA", (Cut::Bold, 7.0), 8.0, "");
    card.photo(d, (4.0, 9.0), (24.0, 30.0));
    card.put(d, (31.0, 10.6), "NOM, Prénoms / NAME, Forenames", (Cut::Plain, 4.4), 48.0, "");
    card.put(d, (31.0, 14.0), &one.surname(), (Cut::Bold, 7.2), 50.0, "last_name");
    card.put(d, (31.0, 17.2), &one.given(", "), (Cut::Bold, 7.0), 50.0, "first_names");
    card.put(d, (31.0, 21.0), "SEXE / SEX", (Cut::Plain, 4.4), 12.0, "");
    card.put(d, (45.0, 21.0), "NATIONALITÉ / NATIONALITY", (Cut::Plain, 4.4), 20.0, "");
    card.put(d, (67.0, 21.0), "DATE NAIS. / BIRTH", (Cut::Plain, 4.4), 15.0, "");
    card.put(d, (31.0, 24.4), &one.sex.to_string(), (Cut::Bold, 7.0), 8.0, "sex");
    card.put(d, (45.0, 24.4), who.nationality.0, (Cut::Bold, 7.0), 12.0, "nationality");
    card.put(d, (66.0, 24.4), &figures(one.birth, " "), (Cut::Bold, 7.0), 17.0, "birth_date");
    card.over(d, (31.0, 28.6), "CATÉGORIE DU TITRE / TYPE OF PERMIT", r.pick(GROUNDS), 50.0, "");
    card.over(d, (31.0, 36.0), "DATE D'EXPIRATION / EXPIRY", &figures(who.expiry, " "), 28.0, "expiry_date");
    card.put(d, (4.0, 43.0), "REMARQUES / REMARKS", (Cut::Plain, 4.4), 26.0, "");
    let remark =
        r.pick(&["AUTORISE SON TITULAIRE À TRAVAILLER", "AUTORISE SON TITULAIRE À TRAVAILLER À TITRE ACCESSOIRE"]);
    card.put(d, (4.0, 46.6), remark, (Cut::Bold, 5.8), 60.0, "");
    card.put(d, (4.0, 50.4), &r.digits(10), (Cut::Bold, 5.8), 40.0, "");
    card.signature(d, (66.0, 46.0), 14.0);
}

fn permit_both(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let who = permit(r);
    let lives = home(r);
    let (one, two, k) = pairs(d, ID1);
    let card = Plastic::lay(d, one, ID1, k);
    permit_face(d, &card, &who);
    let card = Plastic::lay(d, two, ID1, k);
    card.over(
        d,
        (4.0, 4.6),
        "DATE ET LIEU DE DÉLIVRANCE / ISSUED",
        &format!("{} PRÉFECTURE", figures(who.issued, " ")),
        50.0,
        "",
    );
    card.over(d, (4.0, 12.0), "ADRESSE / ADDRESS", &capitals(&lives.street, true), 60.0, "");
    card.put(d, (4.0, 18.6), &format!("{} {}", lives.postcode, lives.town), (Cut::Bold, 7.0), 60.0, "");
    card.over(
        d,
        (4.0, 23.4),
        "LIEU DE NAISSANCE / PLACE OF BIRTH",
        r.pick(&["ALGER", "CASABLANCA", "DAKAR", "BAMAKO", "ANKARA", "KYIV", "PÉKIN"]),
        40.0,
        "",
    );
    card.band(d, (68.0, 6.0), (12.0, 10.0), 150);
    let lines = who.zone("IR");
    card.zone(d, (4.0, 38.5), &lines, 77.0);
}

fn permit_front(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let who = permit(r);
    let card = Plastic::lay(d, (0.0, 0.0), ID1, 1.0);
    permit_face(d, &card, &who);
}

/// The laminated sticker of before the cards: larger, with its zone on the front.
fn older_permit(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let mut who = permit(r);
    who.number = r.digits(10)[..9].to_owned();
    let one = &who.one;
    let (_, department, _, _, _) = r.choose(DEPARTMENTS);
    let size = (105.0, 74.0);
    let (at, _, k) = pairs(d, size);
    let card = Plastic::lay(d, at, size, k);
    card.put(d, (32.0, 6.0), "RÉPUBLIQUE FRANÇAISE", (Cut::Bold, 8.0), 46.0, "");
    let kind = r.pick(&[
        "CARTE DE SÉJOUR TEMPORAIRE",
        "CARTE DE RÉSIDENT",
        "CERTIFICAT DE RÉSIDENCE DE RESSORTISSANT ALGÉRIEN",
    ]);
    card.put(d, (32.0, 11.0), kind, (Cut::Bold, 7.4), 70.0, "");
    card.photo(d, (5.0, 14.0), (25.0, 31.0));
    card.put(d, (32.0, 16.0), "N°", (Cut::Plain, 6.0), 5.0, "");
    card.put(d, (38.0, 16.0), &who.number, (Cut::Bold, 7.2), 30.0, "number");
    let rows = [
        ("Nom", one.surname(), "last_name"),
        ("Prénom(s)", one.given(", "), "first_names"),
        ("Né(e) le", figures(one.birth, "/"), "birth_date"),
        ("Sexe", one.sex.to_string(), "sex"),
        ("Nationalité", who.nationality.1.to_owned(), "nationality"),
        ("Validité jusqu'au", figures(who.expiry, "/"), "expiry_date"),
        ("Délivrée le", figures(who.issued, "/"), ""),
        ("par", format!("Préfecture {department}"), ""),
    ];
    for (index, (label, text, name)) in rows.iter().enumerate() {
        let y = 21.5 + index as f32 * 4.6;
        card.put(d, (32.0, y), label, (Cut::Plain, 6.0), 19.0, "");
        card.put(d, (53.0, y), text, (Cut::Bold, 7.0), 48.0, name);
    }
    card.signature(d, (8.0, 53.0), 18.0);
    let lines = who.zone("IR");
    card.zone(d, (14.0, 61.5), &lines, 77.0);
}

fn licence(r: &mut Rng) -> Bearer {
    let number = format!("{:02}{}{}{}", r.between(13, 25), r.capital(), r.capital(), r.digits(5));
    Bearer::new(r, number, (2013, 2025), 15, ("FRA", "Française"))
}

fn licence_face(d: &mut Desk<'_, '_>, card: &Plastic, who: &Bearer) {
    let r = &mut d.rng.fork();
    let one = &who.one;
    card.put(d, (20.0, 6.0), "PERMIS DE CONDUIRE", (Cut::Bold, 8.4), 40.0, "");
    card.put(d, (62.0, 6.0), "RÉPUBLIQUE FRANÇAISE", (Cut::Bold, 5.4), 22.0, "");
    card.put(d, (6.0, 9.0), "F", (Cut::Bold, 9.0), 6.0, "");
    card.photo(d, (4.0, 14.0), (22.0, 28.0));
    let born = format!("{} {}", figures(one.birth, "."), capitals(one.born_at.1, true));
    let mark_since = d.c.lines.len();
    let rows = [
        ("1.", one.surname(), "last_name"),
        ("2.", one.given(", "), "first_names"),
        ("3.", born, ""),
        ("4a.", figures(who.issued, "."), "issue_date"),
        ("4b.", figures(who.expiry, "."), "expiry_date"),
        ("4c.", format!("Préfet {}", r.pick(&["de police", "du 59", "du 33", "du 13", "du 67"])), ""),
        ("5.", who.number.clone(), "licence_number"),
    ];
    for (index, (label, text, name)) in rows.iter().enumerate() {
        let y = 14.5 + index as f32 * 4.4;
        card.put(d, (29.0, y), label, (Cut::Plain, 6.0), 5.0, "");
        card.put(d, (35.0, y), text, (Cut::Bold, 7.0), 47.0, name);
    }
    mark(d, mark_since, "birth_date", &figures(one.birth, "."));
    card.put(d, (29.0, 45.6), "7.", (Cut::Plain, 6.0), 4.0, "");
    card.signature(d, (36.0, 46.0), 16.0);
    card.put(d, (29.0, 51.0), "9.", (Cut::Plain, 6.0), 4.0, "");
    card.put(
        d,
        (35.0, 51.0),
        r.pick(&["AM/B1/B", "AM/A1/A2/A/B1/B", "AM/B1/B/BE", "B/C/CE"]),
        (Cut::Bold, 7.4),
        40.0,
        "",
    );
}

fn licence_both(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let who = licence(r);
    let (one, two, k) = pairs(d, ID1);
    let card = Plastic::lay(d, one, ID1, k);
    licence_face(d, &card, &who);
    let card = Plastic::lay(d, two, ID1, k);
    for (x, head) in [(6.0, "9."), (22.0, "10."), (42.0, "11."), (62.0, "12.")] {
        card.put(d, (x, 4.6), head, (Cut::Bold, 6.0), 8.0, "");
    }
    let first = years_on(who.issued, -r.between(0, 20));
    for (index, class) in ["AM", "A1", "A2", "A", "B1", "B", "C1", "C"].iter().enumerate() {
        let y = 8.6 + index as f32 * 3.5;
        card.put(d, (6.0, y), class, (Cut::Bold, 6.0), 8.0, "");
        if matches!(*class, "AM" | "B1" | "B") {
            card.put(d, (22.0, y), &figures(first, "."), (Cut::Plain, 5.6), 16.0, "");
            card.put(d, (62.0, y), r.pick(&["01", "-", "78"]), (Cut::Plain, 5.6), 10.0, "");
        } else {
            card.put(d, (22.0, y), "-----", (Cut::Plain, 5.6), 16.0, "");
        }
    }
    card.put(d, (6.0, 38.0), "12. 01.01", (Cut::Plain, 6.0), 30.0, "");
    let (birth, expiry) = (packed(who.one.birth), packed(who.expiry));
    let subject = zones::Subject {
        last: &who.one.last,
        firsts: &who.one.firsts,
        birth: &birth,
        expiry: &expiry,
        sex: who.one.sex,
        nationality: "FRA",
    };
    let line = zones::licence(&who.number, &subject);
    card.zone(d, (4.0, 48.5), &[line], 77.0);
}

fn licence_front_alone(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let who = licence(r);
    let card = Plastic::lay(d, (0.0, 0.0), ID1, 1.0);
    licence_face(d, &card, &who);
}

/// The pink paper in three leaves, two of them seen.
fn pink(d: &mut Desk<'_, '_>) {
    let r = &mut d.rng.fork();
    let one = person(r, 1935, 1990);
    let lives = home(r);
    let issued = day(r, (one.birth.0 + 18).max(1975), (one.birth.0 + 30).clamp(1976, 2012));
    let (code, department, _, town, _) = r.choose(DEPARTMENTS);
    let number = format!("{:02}{:02}{code}{}{}", issued.0 % 100, issued.1, r.digits(3), r.digits(3));
    let number = if r.chance(0.3) { format!("{code}/{}/{}", r.digits(5), issued.0 % 100) } else { number };
    let mut col = Column::page(d, 9.6);
    (col.x, col.w, col.y, col.room) = (40.0, 250.0, 36.0, 400.0);
    d.c.fill(28.0, 24.0, d.c.width - 28.0, 408.0, d.rng.between(222, 246) as u8);
    let middle = d.c.width / 2.0;
    d.rule(middle, 24.0, middle, 408.0, 0.5);
    let mut right = col.part(middle + 14.0, 240.0);
    col.title(d, "PERMIS DE CONDUIRE", 1.3, &[]);
    col.title(d, "RÉPUBLIQUE FRANÇAISE", 1.0, &[]);
    col.line(d, "Modèle des Communautés européennes", &[]);
    col.gap(0.6);
    let birth = if r.chance(0.6) { figures(one.birth, "/") } else { written(one.birth) };
    let issue = if r.chance(0.5) { figures(issued, "/") } else { figures(issued, ".") };
    col.pair(d, 0.3, "1. Nom", &one.surname(), "last_name");
    col.pair(d, 0.3, "2. Prénoms", &one.given(" "), "first_names");
    col.pair(d, 0.3, "3. Né(e) le", &birth, "birth_date");
    col.pair(d, 0.3, "    à", one.born_at.1, "");
    col.pair(d, 0.3, "4. Domicile", &lives.street, "");
    col.pair(d, 0.3, "", &format!("{} {}", lives.postcode, lives.town), "");
    col.pair(d, 0.3, "5. Délivré par", &format!("Préfecture {department}"), "");
    col.pair(d, 0.3, "6. À", &format!("{town}, le {issue}"), "");
    mark(d, d.c.lines.len().saturating_sub(3), "issue_date", &issue);
    col.pair(d, 0.3, "7. N°", &number, "licence_number");
    col.gap(0.5);
    col.line(d, "Signature du titulaire", &[]);
    let leaf = Plastic::lay(d, (col.x + 140.0, col.y - 6.0), (30.0, 38.0), 1.0);
    leaf.photo(d, (1.0, 1.0), (28.0, 36.0));
    leaf.signature(d, (-44.0, 12.0), 30.0);
    right.title(d, "CATÉGORIES DE VÉHICULES POUR LESQUELS LE PERMIS EST VALABLE", 0.8, &[]);
    let mut rows =
        vec![["Catégorie", "Délivrée le", "Valable jusqu'au", "Cachet"].map(|t| ("", t.to_owned())).to_vec()];
    for class in ["A1", "A", "B", "C", "D", "E(B)"] {
        let day = if class == "B" { figures(issued, ".") } else { "-".to_owned() };
        rows.push(vec![
            ("", class.to_owned()),
            ("", day),
            ("", if class == "B" { "permanent" } else { "-" }.to_owned()),
            ("", " ".to_owned()),
        ]);
    }
    right.table(d, &[0.8, 1.2, 1.3, 0.8], "clll", &rows, true);
    right.gap(0.6);
    right.small(d, "Mentions additionnelles : port de verres correcteurs. Changement de domicile : le \
        titulaire doit en faire la déclaration à la préfecture de son nouveau domicile. Le permis doit être présenté à toute réquisition des agents de l'autorité.");
}
