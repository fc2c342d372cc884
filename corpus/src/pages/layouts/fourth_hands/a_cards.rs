//! Identity cards new and old, passports, residence permits: both sides copied, the front alone, cards alone.

use super::super::facts::{Day, day, figures, of, packed, years_on};
use super::super::page::Page;
use super::a_kit::{Item, Person, Spot, person, spots};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::text::{capitals, codes, zones};

pub(super) const CARD: (f32, f32) = (242.6, 153.0);
const OLD_CARD: (f32, f32) = (297.6, 209.8);
const BOOK: (f32, f32) = (354.3, 249.4);

pub(super) const PAGES: &[Page] = &[
    Page::a4("carte_identite", |d| identity(d, 2)),
    Page::a4("carte_identite", |d| identity(d, 1)),
    Page { name: "carte_identite", sheet: |_| Some(CARD), set: |d| identity(d, 1) },
    Page::a4("carte_identite_ancienne", |d| old_identity(d, 2)),
    Page::a4("carte_identite_ancienne", |d| old_identity(d, 1)),
    Page { name: "carte_identite_ancienne", sheet: |_| Some(OLD_CARD), set: |d| old_identity(d, 1) },
    Page::a4("carte_identite_ancienne", cardboard),
    Page::a4("passeport", |d| passport(d, true)),
    Page::a4("passeport", |d| passport(d, false)),
    Page { name: "passeport", sheet: |_| Some(BOOK), set: |d| passport(d, true) },
    Page::a4("titre_sejour", |d| permit(d, 2, true)),
    Page::a4("titre_sejour", |d| permit(d, 2, false)),
    Page { name: "titre_sejour", sheet: |_| Some(CARD), set: |d| permit(d, 1, true) },
];

/// A document's number in capitals and figures.
fn number(d: &mut Desk<'_, '_>) -> String {
    const SET: &[u8] = b"CDFGHJKLMNPRTVWXYZ0123456789";
    (0..9).map(|_| char::from(d.rng.choose(SET))).collect()
}

pub(super) fn subject<'a>(p: &'a Person, birth: &'a str, expiry: &'a str, nationality: &'a str) -> zones::Subject<'a> {
    zones::Subject { last: &p.who.last, firsts: &p.who.firsts, birth, expiry, sex: p.who.sex, nationality }
}

pub(super) fn sign(d: &mut Desk<'_, '_>, at: Spot, x: f32, y: f32) {
    let (x, y) = at.at(x, y);
    marks::signature(d.c, x, y, 45.0 * at.k, &mut d.rng);
}

fn identity(d: &mut Desk<'_, '_>, sides: usize) {
    let p = person(&mut d.rng, 1940, 2018);
    let issued = day(&mut d.rng, 2021, 2025);
    let (end, no, can) = (years_on(issued, 10), number(d), d.rng.digits(6));
    let places = spots(d, CARD, sides);
    let mark = d.rng.pick(&[" ", " ", "."]);
    let (last, firsts) = (capitals(&p.who.last, true), p.who.given(", "));
    let (birth, expiry, sex) = (figures(p.who.birth, mark), figures(end, mark), p.who.sex.to_string());
    let usual = if p.who.sex == 'F' && d.rng.chance(0.4) { "ép. BLANCHET" } else { "" };
    let at = places[0];
    at.edge(d);
    at.photo(d, (10.0, 38.0, 66.0, 86.0));
    at.print(
        d,
        &[
            (12.0, 15.0, -7.5, "RÉPUBLIQUE FRANÇAISE", ""),
            (12.0, 26.0, 7.0, "FR", ""),
            (84.0, 26.0, -7.5, "CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD", ""),
            (84.0, 37.0, 4.2, "NOM / Surname", ""),
            (84.0, 46.5, -8.0, &last, "last_name"),
            (84.0, 55.0, 4.2, "Prénoms / Given names", ""),
            (84.0, 64.0, -7.2, &firsts, "first_names"),
            (84.0, 73.0, 4.2, "SEXE / Sex", ""),
            (124.0, 73.0, 4.2, "NATIONALITÉ / Nationality", ""),
            (182.0, 73.0, 4.2, "DATE DE NAISS. / Date of birth", ""),
            (84.0, 81.5, 7.2, &sex, "sex"),
            (124.0, 81.5, 7.2, "FRA", ""),
            (182.0, 81.5, 7.2, &birth, "birth_date"),
            (84.0, 90.0, 4.2, "LIEU DE NAISSANCE / Place of birth", ""),
            (84.0, 98.5, 7.2, &capitals(p.who.born_at.1, true), "birth_place"),
            (84.0, 107.0, 4.2, "NOM D'USAGE / Alternate name", ""),
            (84.0, 115.0, 6.5, usual, ""),
            (84.0, 123.0, 4.2, "N° DU DOCUMENT / Document No", ""),
            (172.0, 123.0, 4.2, "DATE D'EXPIR. / Expiry date", ""),
            (84.0, 132.0, -7.6, &no, "card_number"),
            (172.0, 132.0, 7.2, &expiry, "expiry_date"),
            (206.0, 146.0, 6.0, &can, ""),
        ],
    );
    sign(d, at, 20.0, 136.0);
    let (pb, pe) = (packed(p.who.birth), packed(end));
    let Some(at) = places.get(1).copied() else { return };
    at.edge(d);
    let height = format!("{},{:02} m", 1, d.rng.between(50, 95));
    at.print(
        d,
        &[
            (12.0, 15.0, 4.2, "TAILLE / Height", ""),
            (90.0, 15.0, 4.2, "DATE DE DÉLIVRANCE / Date of issue", ""),
            (12.0, 24.0, 7.0, &height, ""),
            (90.0, 24.0, 7.0, &figures(issued, mark), ""),
            (12.0, 36.0, 4.2, "ADRESSE / Address", ""),
            (12.0, 45.0, 6.5, &capitals(&p.street, true), ""),
            (12.0, 54.0, 6.5, &p.town(), ""),
            (12.0, 63.0, 6.5, "FRANCE", ""),
        ],
    );
    at.photo(d, (180.0, 34.0, 40.0, 40.0));
    at.zone(d, (10.0, 113.0), &zones::td1("ID", &no, "", &subject(&p, &pb, &pe, "FRA")));
    let since = d.c.lines.len().saturating_sub(3);
    super::super::facts::mark(d, since, "number", &no);
}

fn old_identity(d: &mut Desk<'_, '_>, sides: usize) {
    let p = person(&mut d.rng, 1928, 2005);
    let issued = day(&mut d.rng, 1997, 2020);
    let zone = codes::mrz_of(0, &p.who.last, &p.who.given("<"), &packed(p.who.birth), p.who.sex, &mut d.rng);
    let mut no = zone[1].get(..12).unwrap_or_default().to_owned();
    no.truncate(12);
    let places = spots(d, OLD_CARD, sides);
    let at = places[0];
    at.edge(d);
    at.photo(d, (12.0, 48.0, 76.0, 98.0));
    let height = format!("1,{:02} {}", d.rng.between(48, 96), d.rng.pick(&["m", "m", "M"]));
    let born = format!("{} ({})", capitals(p.who.born_at.1, d.rng.chance(0.3)), p.who.department());
    let (sex, birth) = (p.who.sex.to_string(), figures(p.who.birth, d.rng.pick(&[".", ".", "/"])));
    at.print(
        d,
        &[
            (98.0, 16.0, -9.0, "RÉPUBLIQUE FRANÇAISE", ""),
            (14.0, 33.0, -7.0, "CARTE NATIONALE D'IDENTITÉ N° :", ""),
            (150.0, 33.0, -8.5, &no, "card_number"),
            (222.0, 33.0, 6.5, "Nationalité Française", ""),
            (98.0, 54.0, 6.5, "Nom :", ""),
            (122.0, 54.0, -9.0, &capitals(&p.who.last, false), "last_name"),
            (98.0, 76.0, 6.5, "Prénom(s) :", ""),
            (138.0, 76.0, -8.5, &capitals(&p.who.given(", "), false), "first_names"),
            (98.0, 96.0, 6.5, "Sexe :", ""),
            (122.0, 96.0, -8.5, &sex, "sex"),
            (160.0, 96.0, 6.5, "Né(e) le :", ""),
            (196.0, 96.0, -8.5, &birth, "birth_date"),
            (98.0, 112.0, 6.5, "à :", ""),
            (112.0, 112.0, -8.5, &born, "birth_place"),
            (98.0, 128.0, 6.5, "Taille :", ""),
            (126.0, 128.0, -8.5, &height, "height"),
            (98.0, 142.0, 5.5, "Signature", ""),
            (98.0, 149.0, 5.5, "du titulaire :", ""),
        ],
    );
    sign(d, at, 170.0, 145.0);
    at.zone(d, (12.0, 178.0), &zone);
    let Some(at) = places.get(1).copied() else { return };
    at.edge(d);
    let seat = d.rng.choose(super::a_kit::TOWNS).1;
    let office = format!("{} ({})", d.rng.pick(&["PRÉFECTURE", "SOUS-PRÉFECTURE"]), capitals(seat, true));
    at.print(
        d,
        &[
            (20.0, 26.0, 6.5, "Adresse :", ""),
            (62.0, 26.0, 8.0, &capitals(&p.street, false), ""),
            (62.0, 40.0, 8.0, &capitals(&p.town(), false), ""),
            (20.0, 82.0, 6.5, "Carte valable jusqu'au :", ""),
            (110.0, 82.0, -8.5, &figures(years_on(issued, 10), "."), "expiry_date_printed"),
            (20.0, 98.0, 6.5, "délivrée le :", ""),
            (110.0, 98.0, 8.5, &figures(issued, "."), ""),
            (20.0, 114.0, 6.5, "par :", ""),
            (40.0, 114.0, 8.0, &office, ""),
            (20.0, 136.0, 6.5, "Signature de l'autorité :", ""),
        ],
    );
    sign(d, at, 140.0, 150.0);
}

/// The card of cardboard of before 1988, unfolded.
fn cardboard(d: &mut Desk<'_, '_>) {
    let p = person(&mut d.rng, 1910, 1968);
    let issued = day(&mut d.rng, 1975, 1987);
    let at = spots(d, (300.0, 420.0), 1)[0];
    at.edge(d);
    let letters = format!("{}{} {}", d.rng.capital(), d.rng.capital(), d.rng.digits(5));
    let height = format!("1 m {:02}", d.rng.between(48, 92));
    let office = format!("le Préfet, {}", d.rng.choose(super::a_kit::TOWNS).1);
    let born = format!("{} ({})", p.who.born_at.1, p.who.department());
    let home = format!("{}, {}", p.street, p.post.1);
    at.photo(d, (190.0, 130.0, 90.0, 110.0));
    let rows: [(&str, &str, &'static str); 8] = [
        ("Nom :", &capitals(&p.who.last, true), "last_name"),
        ("Prénoms :", &p.who.given(", "), "first_names"),
        ("Né le :", &super::super::facts::written(p.who.birth), "birth_date"),
        ("à :", &born, "birth_place"),
        ("Taille :", &height, "height"),
        ("Signes particuliers :", "néant", ""),
        ("Nationalité :", "française", ""),
        ("Domicile :", &home, ""),
    ];
    let mut items: Vec<Item<'_>> = vec![
        (92.0, 28.0, -11.0, "RÉPUBLIQUE FRANÇAISE", ""),
        (70.0, 52.0, -12.0, "CARTE NATIONALE D'IDENTITÉ", ""),
        (20.0, 80.0, 9.0, "N°", ""),
        (36.0, 80.0, -10.0, &letters, "card_number"),
    ];
    for (i, (label, value, name)) in rows.iter().enumerate() {
        let y = 112.0 + i as f32 * 21.0 + if i > 6 { 20.0 } else { 0.0 };
        items.push((16.0, y, 8.0, label, ""));
        items.push((if i == 5 { 96.0 } else { 62.0 }, y, 9.0, value, name));
    }
    let given = figures(issued, ".");
    items.extend([
        (16.0, 310.0, 8.0, "Carte valable dix ans à compter de la date d'émission", ""),
        (16.0, 330.0, 8.0, "Fait le", ""),
        (50.0, 330.0, 9.0, given.as_str(), ""),
        (16.0, 350.0, 8.0, "par", ""),
        (50.0, 350.0, 9.0, office.as_str(), ""),
        (16.0, 384.0, 8.0, "Signature du titulaire", ""),
    ]);
    at.print(d, &items);
    sign(d, at, 130.0, 380.0);
    let stamp = at.at(220.0, 375.0);
    marks::stamp(d.c, stamp.0, stamp.1, &mut d.rng);
}

fn passport(d: &mut Desk<'_, '_>, recent: bool) {
    let p = person(&mut d.rng, 1938, 2015);
    let issued = if recent { day(&mut d.rng, 2013, 2025) } else { day(&mut d.rng, 2001, 2009) };
    let end = years_on(issued, 10);
    let no = format!("{}{}{}{}", d.rng.digits(2), d.rng.capital(), d.rng.capital(), d.rng.digits(5));
    let large = d.c.width > 400.0;
    let places = spots(d, BOOK, if large { 2 } else { 1 });
    if large {
        let at = places[0];
        at.edge(d);
        let told = "Les autorités de la République française prient les autorités compétentes des pays étrangers";
        at.print(
            d,
            &[
                (20.0, 30.0, 8.0, told, ""),
                (20.0, 42.0, 8.0, "de laisser passer librement le titulaire et de lui prêter assistance.", ""),
                (20.0, 170.0, 6.5, "Signature du titulaire / Signature of bearer (14)", ""),
                (20.0, 225.0, 7.0, "Ce passeport contient 32 pages / This passport contains 32 pages", ""),
            ],
        );
        sign(d, at, 60.0, 150.0);
    }
    let at = places[places.len() - 1];
    at.edge(d);
    at.photo(d, (14.0, 54.0, 88.0, 112.0));
    let mark = if recent { " " } else { "/" };
    let (birth, given, expiry) = (figures(p.who.birth, mark), figures(issued, mark), figures(end, mark));
    let (height, sex) = (format!("1,{:02} m", d.rng.between(50, 94)), p.who.sex.to_string());
    let office = format!("Préfecture {}", of(d.rng.choose(super::a_kit::TOWNS).1));
    let (last, firsts) = (capitals(&p.who.last, recent), p.who.given(if recent { ", " } else { " " }));
    at.print(
        d,
        &[
            (14.0, 20.0, -10.0, "PASSEPORT", ""),
            (112.0, 20.0, -8.5, "RÉPUBLIQUE FRANÇAISE", ""),
            (14.0, 32.0, 5.5, "PASSPORT", ""),
            (112.0, 32.0, 5.2, "Type/Type", ""),
            (160.0, 32.0, 5.2, "Code du pays/Country code", ""),
            (250.0, 32.0, 5.2, "Passeport n°/Passport No", ""),
            (112.0, 43.0, 8.0, "P", ""),
            (160.0, 43.0, 8.0, "FRA", ""),
            (250.0, 43.0, -9.0, &no, "number"),
            (112.0, 54.0, 5.2, if recent { "Nom/Surname (1)" } else { "Nom (1) / Surname" }, ""),
            (112.0, 65.0, -8.5, &last, "last_name"),
            (112.0, 76.0, 5.2, if recent { "Prénoms/Given names (2)" } else { "Prénoms (2) / Given names" }, ""),
            (112.0, 87.0, -8.0, &firsts, "first_names"),
            (112.0, 98.0, 5.2, "Nationalité/Nationality (3)", ""),
            (250.0, 98.0, 5.2, "Couleur des yeux/Colour of eyes", ""),
            (112.0, 108.0, 8.0, "Française", ""),
            (250.0, 108.0, 8.0, if p.phone.len() > 10 { "MARRON" } else { "BLEU" }, ""),
            (112.0, 119.0, 5.2, "Date de naissance/Date of birth (4)", ""),
            (250.0, 119.0, 5.2, "Taille/Height", ""),
            (112.0, 129.0, 8.0, &birth, "birth_date"),
            (250.0, 129.0, 8.0, &height, ""),
            (112.0, 140.0, 5.2, "Sexe/Sex (5)", ""),
            (160.0, 140.0, 5.2, "Lieu de naissance/Place of birth (6)", ""),
            (112.0, 150.0, 8.0, &sex, "sex"),
            (160.0, 150.0, 8.0, &capitals(p.who.born_at.1, true), ""),
            (112.0, 161.0, 5.2, "Date de délivrance/Date of issue (7)", ""),
            (230.0, 161.0, 5.2, "Autorité/Authority (9)", ""),
            (112.0, 171.0, 8.0, &given, ""),
            (230.0, 171.0, 7.5, &office, ""),
            (112.0, 182.0, 5.2, "Date d'expiration/Date of expiry (8)", ""),
            (112.0, 192.0, 8.0, &expiry, "expiry_date"),
        ],
    );
    let (pb, pe) = (packed(p.who.birth), packed(end));
    at.zone(d, (14.0, 217.0), &zones::td3(&no, &subject(&p, &pb, &pe, "FRA")));
}

/// Surname, man's and woman's first names, nationality and town of birth of those who come from abroad.
const ABROAD: &[(&str, &str, &str, &str, &str)] = &[
    ("BENHADDOU", "Youssef", "Samira", "MAR", "OUJDA"),
    ("MEZIANE", "Abdelkader", "Nassima", "DZA", "TIZI OUZOU"),
    ("TRABELSI", "Anis", "Olfa", "TUN", "SFAX"),
    ("NDIAYE", "Cheikh", "Awa", "SEN", "THIES"),
    ("COULIBALY", "Bakary", "Fatoumata", "MLI", "KAYES"),
    ("KOUASSI", "Konan", "Adjoua", "CIV", "BOUAKE"),
    ("PHAM", "Minh Duc", "Thi Lan", "VNM", "HUE"),
    ("OZTURK", "Murat", "Elif", "TUR", "KAYSERI"),
    ("SILVA SANTOS", "Rafael", "Luciana", "BRA", "BELEM"),
    ("KURYLENKO", "Andriy", "Oksana", "UKR", "LVIV"),
    ("LI", "Wei", "Xiaomei", "CHN", "WENZHOU"),
    ("MBEMBA", "Christ Duval", "Grace", "COG", "POINTE-NOIRE"),
];

fn permit(d: &mut Desk<'_, '_>, sides: usize, recent: bool) {
    let mut p = person(&mut d.rng, 1955, 2005);
    let (last, man, woman, nation, town) = d.rng.choose(ABROAD);
    last.clone_into(&mut p.who.last);
    p.who.firsts = vec![(if p.who.sex == 'M' { man } else { woman }).to_owned()];
    let issued: Day = if recent { day(&mut d.rng, 2020, 2025) } else { day(&mut d.rng, 2011, 2019) };
    let end = years_on(issued, d.rng.choose(&[1, 2, 4, 10]));
    let (no, foreigner) = (number(d), d.rng.digits(10));
    let places = spots(d, CARD, sides);
    let kinds = [
        "CARTE DE RÉSIDENT", "CARTE DE SÉJOUR TEMPORAIRE", "CARTE DE SÉJOUR PLURIANNUELLE", "PASSEPORT TALENT",
        "CERTIFICAT DE RÉSIDENCE",
    ];
    let kind = d.rng.pick(&kinds);
    let remark = d.rng.pick(&["VIE PRIVÉE ET FAMILIALE", "SALARIÉ", "ÉTUDIANT", "AUTORISE SON TITULAIRE À TRAVAILLER"]);
    let (birth, expiry) = (figures(p.who.birth, " "), figures(end, if recent { " " } else { "/" }));
    let (sex, firsts) = (p.who.sex.to_string(), capitals(&p.who.given(" "), true));
    let at = places[0];
    at.edge(d);
    at.photo(d, (10.0, 36.0, 62.0, 82.0));
    let lift = if recent { 0.0 } else { 3.0 };
    at.print(
        d,
        &[
            (12.0, 15.0, -8.0, "TITRE DE SÉJOUR", ""),
            (126.0, 15.0, -7.0, "RÉPUBLIQUE FRANÇAISE", ""),
            (12.0, 25.0, 5.0, if recent { "RESIDENCE PERMIT" } else { "FRA" }, ""),
            (160.0, 27.0, -8.0, &no, "number"),
            (80.0, 36.0, 4.3, if recent { "NOM / Surname" } else { "NOM :" }, ""),
            (80.0, 45.0, -8.0, last, "last_name"),
            (80.0, 53.0, 4.3, if recent { "PRÉNOMS / Forenames" } else { "PRÉNOMS :" }, ""),
            (80.0, 62.0, -7.5, &firsts, "first_names"),
            (80.0, 71.0, 4.3, if recent { "SEXE / Sex" } else { "SEXE :" }, ""),
            (118.0, 71.0, 4.3, if recent { "NATIONALITÉ / Nationality" } else { "NATIONALITÉ :" }, ""),
            (178.0, 71.0, 4.3, if recent { "DATE DE NAISS. / Date of birth" } else { "NÉ(E) LE :" }, ""),
            (80.0, 80.0, 7.2, &sex, "sex"),
            (118.0, 80.0, 7.2, nation, "nationality"),
            (178.0, 80.0, 7.2, &birth, "birth_date"),
            (80.0, 89.0, 4.3, if recent { "TYPE DE TITRE / Type of permit" } else { "CATÉGORIE DU TITRE :" }, ""),
            (80.0, 98.0, -7.0, kind, ""),
            (80.0, 106.0, 4.3, "REMARQUES / Remarks", ""),
            (80.0, 114.0, 6.2, remark, ""),
            (80.0, 124.0 + lift, 4.3, if recent { "DATE D'EXPIR. / Expiry date" } else { "VALABLE JUSQU'AU :" }, ""),
            (80.0, 133.0 + lift, 7.4, &expiry, "expiry_date"),
            (190.0, 146.0, 5.5, if recent { &foreigner[4..] } else { "" }, ""),
        ],
    );
    sign(d, at, 20.0, 132.0);
    let Some(at) = places.get(1).copied() else { return };
    at.edge(d);
    let home = format!("{} {}", capitals(&p.street, false), capitals(&p.town(), false));
    at.print(
        d,
        &[
            (10.0, 13.0, 4.3, "LIEU DE NAISSANCE / Place of birth", ""),
            (10.0, 22.0, 7.0, town, ""),
            (10.0, 32.0, 4.3, "DATE DE DÉLIVRANCE - AUTORITÉ / Date of issue - Authority", ""),
            (10.0, 41.0, 7.0, &figures(issued, " "), ""),
            (80.0, 41.0, 6.5, "PRÉFECTURE", ""),
            (10.0, 51.0, 4.3, "N° ÉTRANGER / Personal number", ""),
            (10.0, 60.0, 7.0, &foreigner, ""),
            (10.0, 70.0, 4.3, "ADRESSE / Address", ""),
            (10.0, 79.0, 6.5, &home, ""),
        ],
    );
    let (pb, pe) = (packed(p.who.birth), packed(end));
    at.zone(d, (10.0, 113.0), &zones::td1("IR", &no, &foreigner, &subject(&p, &pb, &pe, nation)));
}
