//! Residence permits: the cards of 2020 and of 2011, and the laminated card before them.

use super::super::facts::{Day, figures, packed};
use super::super::kit::pen::{Left, Pen, Ty, f};
use super::super::page::Page;
use super::state_kit::{Card, Holder, PREFECTURES, after, check, filled, in_faces, issued, patterned};
use crate::faces::FaceClass;
use crate::pages::desk::Desk;
use crate::rng::Rng;
use crate::text::zones;

pub(super) const PAGES: &[Page] = &[
    Page::a4("titre_sejour", recent),
    Page::a4("titre_sejour", of_2011),
    Page { name: "titre_sejour", sheet: laminated_sheet, set: laminated },
    Page { name: "titre_sejour", sheet: card_sheet, set: recent_front },
];

fn card_sheet(rng: &mut Rng) -> Option<(f32, f32)> {
    let k = rng.range(1.5, 1.9);
    Some((257.0 * k, 167.0 * k))
}

fn laminated_sheet(rng: &mut Rng) -> Option<(f32, f32)> {
    let k = rng.range(1.3, 1.7);
    Some((312.0 * k, 226.0 * k))
}

/// People of a country: its code, name, what they are called, where they are born, their names.
struct Country {
    code: &'static str,
    name: &'static str,
    people: [&'static str; 2],
    towns: &'static [&'static str],
    last: &'static [&'static str],
    men: &'static [&'static str],
    women: &'static [&'static str],
}

const COUNTRIES: &[Country] = &[
    Country {
        code: "MAR",
        name: "MAROC",
        people: ["MAROCAIN", "MAROCAINE"],
        towns: &["CASABLANCA", "OUJDA", "TAZA", "MEKNES"],
        last: &["EL AMRANI", "BENJELLOUN", "CHRAIBI", "LAHLOU", "OUBELLA"],
        men: &["Youssef", "Hamid", "Anas", "Driss"],
        women: &["Naima", "Samira", "Hanane", "Zineb"],
    },
    Country {
        code: "DZA",
        name: "ALGERIE",
        people: ["ALGÉRIEN", "ALGÉRIENNE"],
        towns: &["ORAN", "SETIF", "TIZI OUZOU", "ANNABA"],
        last: &["BELKACEM", "HADJ SAID", "MEZIANE", "BOUDIAF", "KACI"],
        men: &["Nassim", "Farid", "Lyes", "Omar"],
        women: &["Djamila", "Lynda", "Souad", "Amel"],
    },
    Country {
        code: "SEN",
        name: "SENEGAL",
        people: ["SÉNÉGALAIS", "SÉNÉGALAISE"],
        towns: &["DAKAR", "THIES", "KAOLACK", "SAINT-LOUIS"],
        last: &["NDIAYE", "FALL", "SARR", "GUEYE", "MBAYE"],
        men: &["Cheikh", "Mamadou", "Modou", "Pape"],
        women: &["Awa", "Ndeye", "Coumba", "Aissatou"],
    },
    Country {
        code: "LKA",
        name: "SRI LANKA",
        people: ["SRI-LANKAIS", "SRI-LANKAISE"],
        towns: &["JAFFNA", "COLOMBO", "VAVUNIYA"],
        last: &["SIVAKUMAR", "RAJARATNAM", "THEVARAJAH"],
        men: &["Kajan", "Suresh", "Nirmal"],
        women: &["Sutha", "Vanitha", "Jeyanthi"],
    },
    Country {
        code: "TUR",
        name: "TURQUIE",
        people: ["TURC", "TURQUE"],
        towns: &["ANKARA", "KAYSERI", "KONYA", "IZMIR"],
        last: &["YILMAZ", "KAYA", "DEMIR", "OZTURK"],
        men: &["Mehmet", "Emre", "Hasan"],
        women: &["Ayse", "Elif", "Fatma"],
    },
    Country {
        code: "COL",
        name: "COLOMBIE",
        people: ["COLOMBIEN", "COLOMBIENNE"],
        towns: &["BOGOTA", "CALI", "MEDELLIN"],
        last: &["RAMIREZ GOMEZ", "OSPINA", "RESTREPO", "VALENCIA MUNOZ"],
        men: &["Andres", "Julian", "Carlos Alberto"],
        women: &["Paola", "Luz Marina", "Daniela"],
    },
];

const KINDS: &[(&str, &str, i64)] = &[
    ("CARTE DE SÉJOUR TEMPORAIRE", "VIE PRIVÉE ET FAMILIALE", 1),
    ("CARTE DE SÉJOUR TEMPORAIRE", "SALARIÉ", 1),
    ("CARTE DE SÉJOUR PLURIANNUELLE", "ÉTUDIANT", 2),
    ("CARTE DE SÉJOUR PLURIANNUELLE", "VIE PRIVÉE ET FAMILIALE", 4),
    ("CARTE DE SÉJOUR PLURIANNUELLE", "SALARIÉ", 4),
    ("CARTE DE RÉSIDENT", "", 10),
    ("CARTE DE RÉSIDENT", "LONGUE DURÉE - UE", 10),
];

struct Told {
    who: Holder,
    country: &'static Country,
    town: &'static str,
    number: String,
    file: String,
    kind: (&'static str, &'static str, i64),
    issue: Day,
    expiry: Day,
    office: &'static str,
}

impl Told {
    fn people(&self) -> &'static str {
        self.country.people[usize::from(self.who.woman)]
    }
}

fn told(p: &mut Pen<'_, '_, '_>, from: i64, to: i64) -> Told {
    let mut who = Holder::new(&mut p.d.rng, 1950, 2003);
    let at = p.d.rng.below(COUNTRIES.len());
    let country = &COUNTRIES[at];
    let rng = &mut p.d.rng;
    who.last = rng.pick(country.last).to_owned();
    who.firsts = vec![rng.pick(if who.woman { country.women } else { country.men }).to_owned()];
    let (town, mut kind, office) = (rng.pick(country.towns), rng.choose(KINDS), rng.choose(PREFECTURES).0);
    if country.code == "DZA" {
        kind = ("CERTIFICAT DE RÉSIDENCE", kind.1, if kind.2 == 10 { 10 } else { 1 });
    }
    let number = patterned(rng, "AXXXXXXXX");
    let file = format!("{}{}", rng.choose(&["75", "77", "99", "69", "06"]), rng.digits(8));
    let issue = issued(p, from, to);
    Told { who, country, town, number, file, kind, issue, expiry: after(issue, kind.2), office }
}

const WORK: &[&str] = &["AUTORISE SON TITULAIRE A TRAVAILLER", "AUTORISE SON TITULAIRE À TRAVAILLER"];

/// The front of the card since 2020: two languages, who it is for beside the portrait.
fn front(c: &mut Card<'_, '_, '_, '_>, t: &Told) {
    c.edge(243.0, 153.0);
    let who = &t.who;
    c.say(12.0, 14.0, 20.0, Ty::Bold, "FR");
    c.say(38.0, 14.0, 110.0, Ty::Bold, "TITRE DE SÉJOUR");
    c.say(38.0, 23.0, 110.0, Ty::Tiny, "RESIDENCE PERMIT");
    c.right(232.0, 15.0, 70.0, Ty::Bold, f("number", &t.number));
    c.face(10.0, 32.0, 66.0, 86.0);
    c.over((84.0, 34.0), 148.0, "NOM/Name", Ty::Bold, f("last_name", &who.last));
    c.over((84.0, 52.0), 148.0, "PRÉNOMS/Given names", Ty::Bold, f("first_names", who.shouted(" ", true)));
    c.over((84.0, 70.0), 26.0, "SEXE/Sex", Ty::Bold, f("sex", who.sex()));
    let nation = f("nationality", t.country.code);
    c.over((118.0, 70.0), 52.0, "NATIONALITÉ/Nationality", Ty::Bold, nation);
    let born = f("birth_date", figures(who.birth, " "));
    c.over((176.0, 70.0), 62.0, "DATE DE NAISS./Date of birth", Ty::Bold, born);
    c.over((84.0, 88.0), 148.0, "TYPE DE TITRE/Type of permit", Ty::Bold, t.kind.0);
    c.say(84.0, 105.0, 148.0, Ty::Body, t.kind.1);
    let until = f("expiry_date", figures(t.expiry, " "));
    c.over((84.0, 116.0), 90.0, "DATE D'EXPIRATION/Expiry date", Ty::Bold, until);
    c.say(84.0, 136.0, 60.0, Ty::Tiny, "REMARQUES/Remarks");
    c.say(84.0, 145.0, 148.0, Ty::Small, c.p.pick(WORK));
    c.signed(14.0, 132.0, 48.0);
}

fn recent_front(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let k = d.c.width / 257.0;
    let mut p = Pen::new(d, 7.0 * k, 6.0, 6.0);
    let t = told(&mut p, 2021, 2025);
    front(&mut Card { p: &mut p, x: 7.0 * k, y: 7.0 * k, k }, &t);
}

fn recent(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let k = d.rng.range(1.25, 1.9);
    let mut p = Pen::new(d, 7.0 * k, 40.0, 60.0);
    let t = told(&mut p, 2020, 2025);
    let x = (p.d.c.width - 243.0 * k) * p.d.rng.range(0.3, 0.7);
    let y = p.d.rng.range(40.0, 100.0);
    front(&mut Card { p: &mut p, x, y, k }, &t);
    let zone = t.who.zone(t.expiry, t.country.code, |s| zones::td1("IR", &t.number, &t.file, s));
    let mut c = Card { p: &mut p, x: x + 4.0, y: y + 186.0 * k, k };
    c.edge(243.0, 153.0);
    c.over(
        (12.0, 16.0),
        140.0,
        "LIEU DE NAISSANCE/Place of birth",
        Ty::Bold,
        format!("{} ({})", t.town, t.country.name),
    );
    c.over((12.0, 36.0), 66.0, "DATE DE DÉLIVRANCE/Date of issue", Ty::Bold, figures(t.issue, " "));
    c.over((96.0, 36.0), 136.0, "AUTORITÉ/Authority", Ty::Body, t.office);
    c.over((12.0, 56.0), 80.0, "N° ÉTRANGER/Foreigner No", Ty::Bold, &t.file);
    c.say(12.0, 76.0, 60.0, Ty::Tiny, "ADRESSE/Address");
    c.say(12.0, 85.0, 200.0, Ty::Small, t.who.home[0].to_uppercase());
    c.say(12.0, 93.0, 200.0, Ty::Small, t.who.home[1].to_uppercase());
    c.zone((11.0, 112.0), 221.0, 14.5, &zone, None);
}

/// The card of the years 2011 to 2020 with its back below.
fn of_2011(d: &mut Desk<'_, '_>) {
    in_faces(d, FaceClass::Sans);
    let k = d.rng.range(1.25, 1.75);
    let mut p = Pen::new(d, 7.2 * k, 40.0, 60.0);
    let t = told(&mut p, 2012, 2019);
    let who = &t.who;
    let (x, y) = ((p.d.c.width - 243.0 * k) * p.d.rng.range(0.2, 0.8), p.d.rng.range(40.0, 120.0));
    let mut c = Card { p: &mut p, x, y, k };
    c.edge(243.0, 153.0);
    c.say(78.0, 14.0, 94.0, Ty::Head, "TITRE DE SÉJOUR");
    c.right(234.0, 14.0, 60.0, Ty::Bold, f("number", &t.number));
    c.say(12.0, 16.0, 40.0, Ty::Bold, "FRANCE");
    c.face(10.0, 26.0, 62.0, 84.0);
    c.say(78.0, 27.0, 60.0, Ty::Tiny, "NOM, Prénoms");
    c.say(78.0, 37.0, 156.0, Ty::Bold, f("last_name", &who.last));
    c.say(78.0, 46.0, 156.0, Ty::Bold, f("first_names", who.shouted(" ", false)));
    c.say(78.0, 58.0, 80.0, Ty::Tiny, "VALABLE JUSQU'AU");
    c.say(78.0, 67.0, 80.0, Ty::Bold, f("expiry_date", figures(t.expiry, "/")));
    c.say(78.0, 79.0, 120.0, Ty::Tiny, "DÉLIVRÉ PAR, LE");
    c.say(78.0, 88.0, 156.0, Ty::Body, format!("{} - {}", t.office, figures(t.issue, "/")));
    c.say(78.0, 100.0, 120.0, Ty::Tiny, "CATÉGORIE DU TITRE");
    c.say(78.0, 109.0, 156.0, Ty::Bold, t.kind.0);
    c.say(78.0, 118.0, 156.0, Ty::Body, t.kind.1);
    c.say(78.0, 130.0, 120.0, Ty::Tiny, "REMARQUES");
    c.say(78.0, 139.0, 156.0, Ty::Body, c.p.pick(WORK));
    c.signed(16.0, 128.0, 46.0);
    let zone = who.zone(t.expiry, t.country.code, |s| zones::td1("IR", &t.number, &t.file, s));
    let mut c = Card { p: &mut p, x, y: y + 178.0 * k, k };
    c.edge(243.0, 153.0);
    let born = f("birth_date", figures(who.birth, "/"));
    c.say(12.0, 16.0, 120.0, Ty::Tiny, "DATE ET LIEU DE NAISSANCE");
    c.say(12.0, 26.0, 216.0, Ty::Bold, format!("{born} {} ({})", t.town, t.country.name));
    c.over((12.0, 38.0), 100.0, "NATIONALITÉ", Ty::Bold, f("nationality", t.people()));
    c.over((122.0, 38.0), 40.0, "SEXE", Ty::Bold, f("sex", who.sex()));
    c.over((160.0, 38.0), 72.0, "N° PERSONNEL", Ty::Bold, &t.file);
    c.say(12.0, 60.0, 120.0, Ty::Tiny, "REMARQUES");
    c.say(12.0, 69.0, 216.0, Ty::Body, t.who.home[0].to_uppercase());
    c.say(12.0, 78.0, 216.0, Ty::Body, t.who.home[1].to_uppercase());
    if c.p.chance(0.5) {
        let came = issued(c.p, t.issue.0 - 9, t.issue.0 - 1);
        c.say(12.0, 90.0, 216.0, Ty::Body, format!("DATE D'ENTRÉE EN FRANCE : {}", figures(came, "/")));
    }
    c.zone((11.0, 113.0), 221.0, 14.5, &zone, None);
}

/// The laminated card of before 2011: labels and values in rows, a zone of two lines.
fn laminated(d: &mut Desk<'_, '_>) {
    let class = d.rng.choose(&[FaceClass::Sans, FaceClass::Mono]);
    in_faces(d, class);
    let k = d.c.width / 312.0;
    let mut p = Pen::new(d, 7.8 * k, 6.0, 6.0);
    let mut t = told(&mut p, 2003, 2010);
    t.kind.0 = if t.kind.2 == 4 { "CARTE DE SÉJOUR TEMPORAIRE" } else { t.kind.0 };
    t.expiry = after(t.issue, if t.kind.2 == 10 { 10 } else { 1 });
    let (who, birth, until) = (&t.who, packed(t.who.birth), packed(t.expiry));
    let number = p.digits(9);
    let one = filled(&format!("IRFRA{}<<{}", who.last, who.firsts[0]), 36);
    let two = format!("{number}{}{}{birth}{}{}", check(&number), t.country.code, check(&birth), who.sex());
    let two = format!("{two}{until}{}<<<<<<<", check(&until));
    let covered = format!("{}{}{}", &two[..10], &two[13..20], &two[21..35]);
    let zone = [one, format!("{two}{}", check(&covered))];
    let mut c = Card { p: &mut p, x: 7.0 * k, y: 7.0 * k, k };
    c.edge(298.0, 210.0);
    c.say(12.0, 15.0, 120.0, Ty::Bold, "RÉPUBLIQUE FRANÇAISE");
    c.say(12.0, 29.0, 170.0, Ty::Head, t.kind.0);
    c.right(286.0, 15.0, 110.0, Ty::Bold, format!("N° {}", f("number", &number)));
    c.face(12.0, 38.0, 74.0, 96.0);
    let place = format!("{} ({})", t.town, t.country.name);
    let came = issued(c.p, t.issue.0 - 8, t.issue.0 - 1);
    let rows = [
        ("Nom :", f("last_name", &who.last)),
        ("Prénom(s) :", f("first_names", who.shouted(" ", false))),
        (if who.woman { "Née le :" } else { "Né le :" }, f("birth_date", figures(who.birth, "/"))),
        ("à :", place),
        ("Sexe :", f("sex", who.sex())),
        ("Nationalité :", f("nationality", t.people())),
        ("Entrée en France :", figures(came, "/")),
        ("Adresse :", format!("{} {}", t.who.home[0], t.who.home[1])),
        ("Motif du séjour :", if t.kind.1.is_empty() { "RÉSIDENT" } else { t.kind.1 }.to_owned()),
        ("Délivrée par :", t.office.to_owned()),
        ("Valable du :", format!("{} au {}", figures(t.issue, "/"), f("expiry_date", figures(t.expiry, "/")))),
    ];
    for (i, (label, value)) in rows.iter().enumerate() {
        let y = 46.0 + i as f32 * 10.6;
        c.say(94.0, y, 58.0, Ty::Small, label);
        c.say(154.0, y, 136.0, Ty::Bold, value);
    }
    c.say(
        94.0,
        164.0,
        190.0,
        Ty::Tiny,
        c.p.pick(&["Toutes professions, tous départements", "Autorise son titulaire à travailler"]),
    );
    c.signed(20.0, 152.0, 56.0);
    c.p.put(c.x + 12.0 * k, c.y + 144.0 * k, 70.0 * k, Ty::Tiny, Left, "Signature");
    c.zone((14.0, 186.0), 268.0, 15.0, &zone, None);
}
