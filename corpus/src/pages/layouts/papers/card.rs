//! Papers with a machine-readable zone: passports, residence permits and the receipts of those who ask for one; what all
//! cards are set on.

use super::facts::{Day, Someone, day, figures, of, packed, written, years_on};
use crate::pages::compose::{Align, Manner, Type};
use crate::pages::desk::Desk;
use crate::pages::layouts::identity::{guilloche, types};
use crate::pages::marks;
use crate::text::zones::{self, Subject};
use crate::text::{capitals, codes, street, words};

/// A card or page on the sheet: its upper left corner and size in points.
#[derive(Clone, Copy)]
pub(super) struct Place {
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) w: f32,
    pub(super) h: f32,
}

impl Place {
    /// Somewhere across the sheet, `y` from its top; as large as there is room for.
    pub(super) fn new(d: &mut Desk<'_, '_>, y: f32, w: f32, h: f32) -> Place {
        let shrink = ((d.c.width - 8.0) / w).min(1.0);
        let (w, h) = (w * shrink, h * shrink);
        let x = d.rng.range(4.0, (d.c.width - w - 4.0).max(4.1));
        Place { x, y, w, h }
    }

    pub(super) fn at(self, across: f32, down: f32) -> (f32, f32) {
        (self.x + self.w * across, self.y + self.h * down)
    }
}

/// The ground of a card: tint, guilloche, a frame at times.
pub(super) fn ground(d: &mut Desk<'_, '_>, p: Place) {
    let tint = d.rng.between(200, 246) as u8;
    d.c.fill(p.x, p.y, p.x + p.w, p.y + p.h, tint);
    guilloche(d, p.x, p.y, p.w, p.h);
    if d.rng.chance(0.6) {
        d.c.frame(p.x, p.y, p.x + p.w, p.y + p.h, 0.7);
    }
}

/// The zone at the foot of a card, as wide as it allows.
pub(super) fn zone(d: &mut Desk<'_, '_>, p: Place, lines: &[String], ocr: &Type) {
    let natural = d.c.measure(&lines[0], &ocr.sized(10.0), &mut d.rng).max(1.0);
    let t = ocr.sized((p.w * 0.92 / natural * 10.0).min(p.h * 0.075));
    let top = p.y + p.h - t.size * 1.5 * lines.len() as f32 + t.size * 0.6;
    for (i, line) in lines.iter().enumerate() {
        d.c.value("mrz", p.x + p.w * 0.04, top + i as f32 * t.size * 1.5, line, &t, Align::Left, &mut d.rng);
    }
}

pub(super) fn subject<'a>(own: &'a Someone, birth: &'a str, expiry: &'a str, nationality: &'a str) -> Subject<'a> {
    Subject { last: &own.last, firsts: &own.firsts, birth, expiry, sex: own.sex, nationality }
}

/// A note of whoever made the copy, under it.
pub(super) fn certified(d: &mut Desk<'_, '_>, y: f32) {
    if d.rng.chance(0.25) && y < d.c.height - 60.0 {
        let body = d.fonts.body.clone();
        let (x, date) = (d.x0(), codes::date(&mut d.rng));
        d.left(x, y, &format!("Copie conforme à l'original, le {date}"), &body);
    }
}

pub(super) fn passport(d: &mut Desk<'_, '_>) {
    let own = Someone::random(&mut d.rng);
    let issued = day(&mut d.rng, 2009, 2026);
    let expires = years_on(issued, 10);
    let number = format!("{:02}{}{}{}", issued.0 % 100, d.rng.capital(), d.rng.capital(), d.rng.digits(5));
    let small = d.c.height < 600.0;
    let open = small || d.rng.chance(0.5);
    let top = if small { 6.0 } else { d.rng.range(40.0, 140.0) };
    let scale = if small { 1.0 } else { d.rng.range(1.0, 1.45) };
    let mut p = Place::new(d, top, 354.0 * scale, 249.0 * scale);
    if open {
        visas_page(d, p, &number);
        p.y += p.h + 3.0;
    }
    data_page(d, p, &own, &number, issued, expires);
    certified(d, p.y + p.h + 30.0);
}

/// The page over the data page: where the holder signs, or what the booklet says of itself.
fn visas_page(d: &mut Desk<'_, '_>, p: Place, number: &str) {
    ground(d, p);
    let unit = p.h / 22.0;
    let (label, value, _) = types(d, unit);
    let (x, y) = p.at(0.06, 0.16);
    if d.rng.chance(0.5) {
        let rows = [
            "Ce passeport contient 32 pages. / This passport contains 32 pages.",
            "Il est valable pour tous pays sauf mention contraire.",
            "Toute surcharge, grattage ou addition rend ce document sans valeur.",
            "Signature du titulaire / Signature of bearer",
        ];
        for (i, text) in rows.iter().enumerate() {
            d.left(x, y + i as f32 * unit * 1.6, text, &label.sized(unit * 0.8));
        }
        marks::signature(d.c, p.x + p.w * 0.3, p.y + p.h * 0.6, p.w * 0.3, &mut d.rng);
    } else {
        let home = street(&mut d.rng);
        let (code, town) = d.rng.choose(words::TOWNS);
        d.left(x, y, "Domicile / Residence", &label);
        d.left(x, y + unit * 1.3, &capitals(&home, false), &value);
        d.left(x, y + unit * 2.5, &format!("{code} {}", capitals(town, false)), &value);
        d.left(x, y + unit * 4.5, "Taille / Height          Couleur des yeux / Colour of eyes", &label);
        let (height, eyes) = (d.rng.between(50, 95), d.rng.pick(&["MARRON", "BLEU", "VERT", "NOIR", "GRIS"]));
        d.left(x, y + unit * 5.8, &format!("1,{height} m\t{eyes}"), &value);
    }
    if d.rng.chance(0.5) {
        let (px, py) = p.at(0.78, 0.93);
        d.left(px, py, number, &value.sized(unit * 1.1));
    }
}

fn data_page(d: &mut Desk<'_, '_>, p: Place, own: &Someone, number: &str, issued: Day, expires: Day) {
    ground(d, p);
    let unit = p.h / 24.0;
    let (label, _, ocr) = types(d, unit);
    let label = label.sized(unit * 0.62);
    let value = Type { face: label.face.clone(), ..label.sized(unit * 0.98) };
    let (hx, hy) = p.at(0.04, 0.07);
    let head = d.fonts.bold.sized(unit * 1.15);
    let title = d.rng.pick(&["PASSEPORT", "PASSEPORT / PASSPORT", "PASSEPORT PASSPORT"]);
    d.left(hx, hy, title, &head);
    d.right(p.x + p.w * 0.96, hy, "RÉPUBLIQUE FRANÇAISE", &head.sized(unit * 0.95));
    // Type, code of the country and number stand side by side.
    let numbered = d.rng.chance(0.6);
    let style = if numbered { d.rng.below(2) } else { 2 };
    let name = |french: &str, english: &str, n: usize| match style {
        0 => format!("{french}/{english} ({n})"),
        1 => format!("{n}. {french} / {english}"),
        _ => format!("{french} / {english}"),
    };
    let y = p.y + p.h * 0.13;
    for (across, text, content) in [
        (0.32, "Type / Type", "P"),
        (0.46, "Code du pays / Country code", "FRA"),
        (0.72, "Passeport n° / Passport No.", number),
    ] {
        let x = p.x + p.w * across;
        d.left(x, y, text, &label);
        if content == number {
            d.value("number", x, y + unit * 1.1, content, &value.sized(unit * 1.15));
        } else {
            d.left(x, y + unit * 1.1, content, &value);
        }
    }
    marks::photo(d.c, p.x + p.w * 0.04, p.y + p.h * 0.17, p.w * 0.25, p.h * 0.5, &mut d.rng);
    let (x, mut y) = p.at(0.32, 0.235);
    let mark = d.rng.pick(&[" ", "/", "."]);
    let place = capitals(own.born_at.1, true);
    let authority = format!("Préfecture {}", of(d.rng.choose(words::TOWNS).1));
    let rows: [(String, &'static str, String); 8] = [
        (name("Nom", "Surname", 1), "last_name", own.surname()),
        (name("Prénoms", "Given names", 2), "first_names", own.given(", ")),
        (name("Nationalité", "Nationality", 3), "", "Française".to_owned()),
        (name("Date de naissance", "Date of birth", 4), "birth_date", figures(own.birth, mark)),
        (name("Lieu de naissance", "Place of birth", 6), "", place),
        (name("Date de délivrance", "Date of issue", 7), "", figures(issued, mark)),
        (name("Date d'expiration", "Date of expiry", 8), "expiry_date", figures(expires, mark)),
        (name("Autorité", "Authority", 9), "", authority),
    ];
    for (text, field, content) in &rows {
        d.left(x, y, text, &label);
        d.value(field, x, y + unit * 0.98, content, &value);
        if *field == "birth_date" {
            let at = p.x + p.w * 0.68;
            d.left(at, y, &name("Sexe", "Sex", 5), &label);
            d.value("sex", at, y + unit * 0.98, &own.sex.to_string(), &value);
        }
        y += unit * 1.78;
    }
    marks::signature(d.c, p.x + p.w * 0.7, p.y + p.h * 0.6, p.w * 0.18, &mut d.rng);
    let (birth, expiry) = (packed(own.birth), packed(expires));
    zone(d, p, &zones::td3(number, &subject(own, &birth, &expiry, "FRA")), &ocr);
}

/// Nationality as printed, man and woman, and its three letters.
const NATIONALITIES: &[(&str, &str, &str)] = &[
    ("ALGÉRIENNE", "ALGÉRIE", "DZA"),
    ("MAROCAINE", "MAROC", "MAR"),
    ("TUNISIENNE", "TUNISIE", "TUN"),
    ("SÉNÉGALAISE", "SÉNÉGAL", "SEN"),
    ("MALIENNE", "MALI", "MLI"),
    ("TURQUE", "TURQUIE", "TUR"),
    ("CHINOISE", "CHINE", "CHN"),
    ("IVOIRIENNE", "CÔTE D'IVOIRE", "CIV"),
    ("COMORIENNE", "COMORES", "COM"),
    ("BRÉSILIENNE", "BRÉSIL", "BRA"),
];

pub(super) fn residence_permit(d: &mut Desk<'_, '_>) {
    if d.rng.chance(0.35) {
        return receipt_of_request(d);
    }
    let own = Someone::random(&mut d.rng);
    let nation = d.rng.choose(NATIONALITIES);
    let issued = day(&mut d.rng, 2013, 2026);
    let years = d.rng.choose(&[1, 4, 10]);
    let expires = years_on(issued, years);
    let number: String = (0..9).map(|i| if i % 3 == 1 { d.rng.capital() } else { d.rng.digit() }).collect();
    let scale = d.rng.range(1.0, 1.9);
    let top = d.rng.range(40.0, 130.0);
    let mut p = Place::new(d, top, 243.0 * scale, 153.0 * scale);
    let english = d.rng.chance(0.5);
    // The front.
    ground(d, p);
    let unit = p.h / 20.0;
    let (label, _, ocr) = types(d, unit);
    let label = label.sized(unit * 0.66);
    let value = label.sized(unit * 0.98);
    let head = d.fonts.bold.sized(unit * 1.15);
    let title = if english { "TITRE DE SÉJOUR / RESIDENCE PERMIT" } else { "TITRE DE SÉJOUR" };
    let (hx, hy) = p.at(0.3, 0.1);
    d.left(hx, hy, title, &head);
    d.left(p.x + p.w * 0.04, hy, "FRA", &head);
    marks::photo(d.c, p.x + p.w * 0.04, p.y + p.h * 0.2, p.w * 0.23, p.h * 0.5, &mut d.rng);
    let kind = match years {
        10 => d.rng.pick(&["CARTE DE RÉSIDENT", "CARTE DE RÉSIDENT DE LONGUE DURÉE - UE"]),
        4 => d.rng.pick(&["CARTE DE SÉJOUR PLURIANNUELLE", "CARTE DE SÉJOUR \"PASSEPORT TALENT\""]),
        _ => d.rng.pick(&["CARTE DE SÉJOUR TEMPORAIRE", "VIE PRIVÉE ET FAMILIALE", "ÉTUDIANT", "SALARIÉ"]),
    };
    let (surname, given) = (own.surname(), capitals(&own.given(" "), true));
    let say = |french: &str, other: &str| if english { format!("{french} / {other}") } else { french.to_owned() };
    let rows: [(String, &'static str, String); 5] = [
        (say("NOM", "Surname"), "last_name", surname),
        (say("PRÉNOMS", "Given names"), "first_names", given),
        (say("DATE DE NAISSANCE", "Date of birth"), "birth_date", figures(own.birth, " ")),
        (say("TYPE DE TITRE", "Type of permit"), "", kind.to_owned()),
        (say("DATE D'EXPIRATION", "Card expiry"), "expiry_date", figures(expires, " ")),
    ];
    let (x, mut y) = p.at(0.31, 0.2);
    for (text, field, content) in &rows {
        d.left(x, y, text, &label);
        d.value(field, x, y + unit * 1.05, content, &value);
        if *field == "birth_date" {
            let (sx, nx) = (p.x + p.w * 0.6, p.x + p.w * 0.7);
            d.left(sx, y, &say("SEXE", "Sex"), &label);
            d.value("sex", sx, y + unit * 1.05, &own.sex.to_string(), &value);
            d.left(nx, y, if english { "NAT. / Nat." } else { "NATIONALITÉ" }, &label);
            d.value("nationality", nx + unit, y + unit * 1.05, if english { nation.2 } else { nation.0 }, &value);
        }
        y += unit * 2.5;
    }
    let remark = d.rng.pick(&[
        "AUTORISE SON TITULAIRE À TRAVAILLER",
        "AUTORISE L'EXERCICE D'UNE ACTIVITÉ PROFESSIONNELLE",
        "TOUTE PROFESSION EN FRANCE MÉTROPOLITAINE",
    ]);
    d.left(x, y, &say("REMARQUES", "Remarks"), &label);
    let t = super::facts::fitting(d, remark, &value.sized(unit * 0.8), p.w * 0.66);
    d.left(x, y + unit * 1.05, remark, &t);
    marks::signature(d.c, p.x + p.w * 0.05, p.y + p.h * 0.86, p.w * 0.2, &mut d.rng);
    // The back, under it.
    p.y += p.h + d.rng.range(14.0, 60.0);
    if p.y + p.h < d.c.height - 10.0 {
        ground(d, p);
        let (x, y) = p.at(0.06, 0.12);
        let issuing = format!("PRÉFECTURE {}", capitals(d.rng.choose(words::TOWNS).1, false));
        let home = capitals(&street(&mut d.rng), false);
        let (code, town) = d.rng.choose(words::TOWNS);
        let rows = [
            (
                say("DATE DE DÉLIVRANCE - AUTORITÉ", "Date of issue - authority"),
                format!("{} - {issuing}", figures(issued, " ")),
            ),
            (say("LIEU DE NAISSANCE", "Place of birth"), nation.1.to_owned()),
            (say("ADRESSE", "Address"), format!("{home} {code} {}", capitals(town, false))),
        ];
        for (i, (text, content)) in rows.iter().enumerate() {
            let y = y + i as f32 * unit * 2.7;
            d.left(x, y, text, &label);
            d.left(x, y + unit * 1.05, content, &value.sized(unit * 0.85));
        }
        d.value("number", x, y + unit * 8.4, &number, &value);
        let (birth, expiry) = (packed(own.birth), packed(expires));
        zone(d, p, &zones::td1("IR", &number, "", &subject(&own, &birth, &expiry, nation.2)), &ocr);
    }
    certified(d, p.y + p.h + 30.0);
}

/// The paper that those who ask for a permit get until it comes.
fn receipt_of_request(d: &mut Desk<'_, '_>) {
    let own = Someone::random(&mut d.rng);
    let nation = d.rng.choose(NATIONALITIES);
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let (left, lead) = (d.x0(), body.size * 1.7);
    let mut y = d.margins[1] + 10.0;
    let town = d.rng.choose(words::TOWNS).1;
    d.left(left, y, "RÉPUBLIQUE FRANÇAISE", &bold);
    d.left(left, y + lead, &format!("PRÉFECTURE {}", capitals(&of(town), true)), &body);
    y += lead * 3.0;
    let title = d.rng.pick(&[
        "RÉCÉPISSÉ DE DEMANDE DE CARTE DE SÉJOUR",
        "RÉCÉPISSÉ DE DEMANDE DE RENOUVELLEMENT DE TITRE DE SÉJOUR",
        "RÉCÉPISSÉ DE DEMANDE DE TITRE DE SÉJOUR",
    ]);
    let room = d.x1() - left;
    let head = super::facts::fitting(d, title, &bold.sized(body.size * 1.3), room);
    let middle = d.c.width / 2.0;
    d.centre(middle, y, title, &head);
    y += lead * 2.0;
    marks::photo(d.c, left, y, 80.0, 105.0, &mut d.rng);
    let (x, at) = (left + 100.0, left + 100.0 + body.size * 11.0);
    let issued = day(&mut d.rng, 2015, 2026);
    let until = (issued.0 + i64::from(issued.1 > 9), (issued.1 + 2) % 12 + 1, issued.2);
    let rows: [(&str, &'static str, String); 5] = [
        ("Nom :", "last_name", own.surname()),
        ("Prénom(s) :", "first_names", own.given(" ")),
        ("Né(e) le :", "birth_date", figures(own.birth, "/")),
        ("À :", "", format!("{} ({})", own.born_at.1, nation.1)),
        ("Nationalité :", "nationality", nation.0.to_lowercase()),
    ];
    for (text, field, content) in &rows {
        d.labelled(field, x, at, y + body.size, text, content, (&body, &bold));
        y += lead;
    }
    y = y.max(y + 110.0 - 5.0 * lead) + lead;
    let work = d.rng.pick(&[
        "Ce récépissé n'autorise pas son titulaire à travailler.",
        "Il autorise son titulaire à travailler.",
        "Le présent récépissé vaut autorisation de travail.",
    ]);
    let text = format!(
        "{}, demeurant {}, est autorisé{} à séjourner en France. Le présent document est valable du {} au {}. {work} Il ne vaut pas \
         justification d'identité.",
        own.title(true),
        street(&mut d.rng),
        own.agree("", "e"),
        figures(issued, "/"),
        figures(until, "/"),
    );
    y = d.paragraph(left, y, room, &text, &body, lead, Manner::RAGGED) + lead;
    let x = d.c.width * 0.55;
    d.left(x, y, &format!("{town}, le {}", written(issued)), &body);
    d.left(x, y + lead, "Pour le préfet et par délégation,", &body);
    marks::stamp(d.c, x + 60.0, y + lead * 3.5, &mut d.rng);
    marks::signature(d.c, x + 20.0, y + lead * 4.0, 90.0, &mut d.rng);
}
