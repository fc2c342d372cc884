//! Identity cards of both models and passports, as copied onto a sheet.
//!
//! Zones are those of the models; what else a copy bears is left to whoever made it.

use super::Page;
use super::civil_kit::{Card, card, home, look, mid, say};
use crate::faces::{FaceClass, Wish};
use crate::pages::compose::Type;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, day, figures, of, packed, written, years_on};
use crate::pages::layouts::identity::types;
use crate::text::zones::{self, Subject};
use crate::text::{capitals, plain, words};

pub(super) const PAGES: &[Page] = &[
    Page::a4("carte_identite", new_card),
    Page::a4("carte_identite_ancienne", old_card),
    Page::a4("passeport", passport),
];

/// Label, value and zone types for a card this high.
pub(super) fn faces(d: &mut Desk<'_, '_>, height: f32) -> (Type, Type, Type) {
    let (label, _, ocr) = types(d, 10.0);
    let mono = d.c.faces.choose(&[FaceClass::Mono], Wish::default(), &mut d.rng);
    let typed = mono.map_or_else(|| label.clone(), |face| Type { face, kern: false, ..label.clone() });
    let bold = d.fonts.bold.clone();
    let value = match d.rng.below(3) {
        0 => bold,
        1 => typed,
        _ => label.clone(),
    };
    (label.sized((height * 0.031).max(4.8)), value.sized(height * 0.05), ocr)
}

/// What clerks and tenants write over and under copies; the place of the first card.
pub(super) fn heading(d: &mut Desk<'_, '_>, what: &str, who: &str) -> f32 {
    let l = look(d, 11.0);
    let (x, w) = (d.x0().max(40.0), d.c.width - 80.0);
    match d.rng.below(5) {
        0 => {
            let text = format!("{what} - {who}");
            mid(d, (d.c.width / 2.0, 62.0), w, &text, &l.bold, &[]);
        }
        1 => {
            let since = day(&mut d.rng, 2022, 2026);
            let text = format!("Copie certifiée conforme à l'original présenté ce jour, le {}", written(since));
            say(d, (x, 806.0), w, &text, &l.body, &[]);
        }
        2 => {
            let text = d
                .rng
                .pick(&["COPIE RECTO VERSO", "Pièce n° 1", "ANNEXE 2 - Justificatif d'identité", "Pièce jointe 3"]);
            say(d, (x, 58.0), w, text, &l.body, &[]);
        }
        3 => {
            let text = "Document exclusivement destiné à la constitution d'un dossier de location";
            say(d, (x, 800.0), w, text, &l.ital, &[]);
        }
        _ => {}
    }
    d.rng.range(80.0, 150.0)
}

/// `12 03 1984` or with points, as cards have days.
fn spaced(day: Day, mark: &str) -> String {
    figures(day, mark)
}

fn alnum(d: &mut Desk<'_, '_>, n: usize) -> String {
    (0..n)
        .map(|_| {
            if d.rng.chance(0.5) {
                d.rng.choose(&['C', 'F', 'H', 'K', 'L', 'M', 'N', 'P', 'R', 'T', 'V', 'W', 'X', 'Y', 'Z'])
            } else {
                d.rng.digit()
            }
        })
        .collect()
}

fn new_card(d: &mut Desk<'_, '_>) {
    super::civil_kit::modern(d);
    let own = Someone::random(&mut d.rng);
    let issued = day(&mut d.rng, 2021, 2025);
    let expiry = years_on(issued, 10);
    let start = d.rng.choose(&['X', 'Z', 'T', 'F', 'D']);
    let number = format!("{start}{}", alnum(d, 8));
    let given = own.given(if d.rng.chance(0.5) { ", " } else { " " });
    let heading_y = heading(d, "Carte d'identité", &own.full());
    let mark = if d.rng.chance(0.7) { " " } else { "." };
    let facts = NewCard { own: &own, number: &number, given: &given, issued, expiry, mark };
    match d.rng.below(3) {
        // Both sides enlarged, one under the other.
        0 => {
            let w = d.rng.range(400.0, 480.0);
            let (h, x) = (w * 0.63, (d.c.width - w) / 2.0);
            new_front(d, [x, heading_y, w, h], &facts);
            new_back(d, [x, heading_y + h + 28.0, w, h], &facts);
        }
        // Both sides beside one another, nearly as large as the card; the back first at times.
        1 => {
            let w = d.rng.range(262.0, 274.0);
            let (h, y) = (w * 0.63, heading_y + d.rng.range(0.0, 260.0));
            let swapped = d.rng.chance(0.3);
            let (a, b) = if swapped { (305.0, 18.0) } else { (18.0, 305.0) };
            new_front(d, [a, y, w, h], &facts);
            new_back(d, [b, y, w, h], &facts);
        }
        // The front alone.
        _ => {
            let w = d.rng.range(330.0, 500.0);
            let x = d.rng.range(30.0, d.c.width - w - 30.0);
            let y = heading_y + d.rng.range(0.0, 200.0);
            new_front(d, [x, y, w, w * 0.63], &facts);
        }
    }
}

/// What both sides of a new card say.
struct NewCard<'a> {
    own: &'a Someone,
    number: &'a str,
    given: &'a str,
    issued: Day,
    expiry: Day,
    mark: &'a str,
}

fn new_front(d: &mut Desk<'_, '_>, place: [f32; 4], f: &NewCard<'_>) {
    let c = card(d, place);
    let (lt, vt, _) = faces(d, c.h);
    let t = (&lt, &vt);
    c.line(d, [0.035, 0.10, 0.08], "FR", &lt.sized(c.h * 0.06), "");
    c.line(d, [0.15, 0.085, 0.5], "RÉPUBLIQUE FRANÇAISE", &lt.sized(c.h * 0.048), "");
    c.line(d, [0.15, 0.155, 0.8], "CARTE NATIONALE D'IDENTITÉ / IDENTITY CARD", &lt.sized(c.h * 0.05), "");
    c.photo(d, [0.035, 0.22, 0.29, 0.58]);
    c.photo(d, [0.86, 0.25, 0.1, 0.19]);
    let sex = f.own.sex.to_string();
    c.entry(d, [0.36, 0.25, 0.46], "NOM / Surname", ("last_name", &f.own.surname()), t);
    c.entry(d, [0.36, 0.365, 0.46], "Prénoms / Given names", ("first_names", f.given), t);
    c.entry(d, [0.36, 0.48, 0.12], "SEXE / Sex", ("sex", &sex), t);
    c.entry(d, [0.50, 0.48, 0.18], "NATIONALITÉ / Nationality", ("", "FRA"), t);
    c.entry(d, [0.72, 0.48, 0.26], "DATE DE NAISS. / Date of birth", ("birth_date", &spaced(f.own.birth, f.mark)), t);
    c.entry(
        d,
        [0.36, 0.595, 0.6],
        "LIEU DE NAISSANCE / Place of birth",
        ("birth_place", &capitals(f.own.born_at.1, true)),
        t,
    );
    let married = f.own.sex == 'F' && d.rng.chance(0.35);
    if married {
        let used = format!("épouse {}", capitals(d.rng.pick(&["Martin", "Renard", "Colin", "Vidal", "Brun"]), true));
        c.entry(d, [0.36, 0.71, 0.6], "NOM D'USAGE / Alternate name", ("", &used), t);
    }
    c.entry(d, [0.36, 0.82, 0.3], "N° DU DOCUMENT / Document No", ("number", f.number), t);
    c.entry(d, [0.72, 0.82, 0.26], "DATE D'EXPIR. / Expiry date", ("expiry_date", &spaced(f.expiry, f.mark)), t);
    let can = d.rng.digits(6);
    c.line(d, [0.86, 0.965, 0.12], &can, &lt.sized(c.h * 0.042), "");
    c.sign(d, 0.06, 0.89, 0.18);
}

fn new_back(d: &mut Desk<'_, '_>, place: [f32; 4], f: &NewCard<'_>) {
    let c = card(d, place);
    let (lt, vt, ocr) = faces(d, c.h);
    let t = (&lt, &vt.sized(c.h * 0.042));
    let lives = home(&mut d.rng);
    let tall = format!("1,{} m", d.rng.between(52, 96));
    c.entry(d, [0.30, 0.1, 0.25], "TAILLE / Height", ("", &tall), t);
    c.entry(d, [0.60, 0.1, 0.36], "DATE DE DÉLIVRANCE / Date of issue", ("", &spaced(f.issued, f.mark)), t);
    c.entry(d, [0.30, 0.24, 0.66], "ADRESSE / Address", ("", &capitals(&lives.street, false)), t);
    c.line(d, [0.30, 0.37, 0.66], &lives.place(), t.1, "");
    c.line(d, [0.30, 0.43, 0.66], "FRANCE", t.1, "");
    c.line(d, [0.30, 0.56, 0.66], "Toute falsification est passible de poursuites - ministère de l'Intérieur", &lt, "");
    // The visible seal.
    let n = 18;
    let m = c.h * 0.36 / n as f32;
    for row in 0..n {
        for column in 0..n {
            if column == 0 || row == n - 1 || d.rng.chance(0.45) {
                let (x, y) = (c.x + c.w * 0.04 + column as f32 * m, c.y + c.h * 0.1 + row as f32 * m);
                d.rule(x, y + m / 2.0, x + m, y + m / 2.0, m);
            }
        }
    }
    let (birth, expiry) = (packed(f.own.birth), packed(f.expiry));
    let who = Subject {
        last: &f.own.last,
        firsts: &f.own.firsts,
        birth: &birth,
        expiry: &expiry,
        sex: f.own.sex,
        nationality: "FRA",
    };
    c.zone(d, &zones::td1("ID", f.number, "", &who), &ocr);
}

/// The check digit of a zone (weights 7, 3, 1).
fn check(text: &str) -> char {
    let value = |b: u8| match b {
        b'0'..=b'9' => u32::from(b - b'0'),
        b'A'..=b'Z' => u32::from(b - b'A') + 10,
        _ => 0,
    };
    let sum: u32 = text.bytes().zip([7u32, 3, 1].into_iter().cycle()).map(|(b, w)| value(b) * w).sum();
    char::from(b'0' + (sum % 10) as u8)
}

fn filled(text: &str, n: usize) -> String {
    let name = text.to_uppercase().replace('\'', "");
    let out: String =
        name.chars().map(plain).map(|c| if c.is_ascii_alphanumeric() { c } else { '<' }).take(n).collect();
    format!("{out:<<n$}")
}

/// The two lines of 36 of the blue card.
fn zone36(own: &Someone, number: &str, office: &str) -> Vec<String> {
    let one = format!("IDFRA{}{}{office}", filled(&own.last, 25), &number[4..7]);
    let birth = packed(own.birth);
    let firsts = filled(&own.firsts.join("<<"), 14);
    let body = format!("{number}{}{firsts}{birth}{}{}", check(number), check(&birth), own.sex);
    let all = check(&format!("{one}{body}"));
    vec![one, format!("{body}{all}")]
}

fn old_card(d: &mut Desk<'_, '_>) {
    super::civil_kit::modern(d);
    let own = Someone::born(&mut d.rng, 1934, 1998);
    let issued = day(&mut d.rng, 2006.max(own.birth.0 + 18), 2020);
    let valid =
        years_on(issued, if issued.0 >= 2014 && own.birth.0 < issued.0 - 18 && d.rng.chance(0.6) { 15 } else { 10 });
    let (code, seat) = d.rng.choose(&[
        ("391", "DU JURA"),
        ("643", "DES PYRÉNÉES-ATLANTIQUES"),
        ("222", "DES CÔTES-D'ARMOR"),
        ("482", "DE LA LOZÈRE"),
        ("574", "DE LA MOSELLE"),
        ("893", "DE L'YONNE"),
        ("851", "DE LA VENDÉE"),
        ("052", "DES HAUTES-ALPES"),
        ("021", "DE L'AISNE"),
    ]);
    let number = format!("{:02}{:02}{code}{}", issued.0 % 100, issued.1, d.rng.digits(5));
    let office = d.rng.digits(3);
    let heading_y = heading(d, "Carte nationale d'identité", &own.full());
    let both = d.rng.below(3);
    let w = if both == 2 { d.rng.range(400.0, 520.0) } else { d.rng.range(330.0, 420.0) };
    let h = w * 0.705;
    let x = if both == 1 { d.rng.range(20.0, d.c.width - w - 20.0) } else { (d.c.width - w) / 2.0 };
    // The back lies over the front where it was copied first.
    let (front, back) = if both == 1 { (heading_y + h + 30.0, heading_y) } else { (heading_y, heading_y + h + 30.0) };
    let c = card(d, [x, front, w, h]);
    let (lt, vt, ocr) = faces(d, h);
    let (lt, vt) = (lt.sized(h * 0.042), vt.sized(h * 0.05));
    let t = (&lt, &vt);
    c.line(d, [0.3, 0.08, 0.5], "RÉPUBLIQUE FRANÇAISE", &lt.sized(h * 0.05), "");
    c.beside(
        d,
        [0.03, 0.17, 0.03],
        "CARTE NATIONALE D'IDENTITÉ N° :",
        ("card_number", &number),
        (&lt.sized(h * 0.036), &vt.sized(h * 0.042)),
    );
    c.line(d, [0.755, 0.17, 0.225], "Nationalité Française", &lt.sized(h * 0.036), "");
    c.photo(d, [0.03, 0.23, 0.25, 0.5]);
    let x = 0.32;
    c.beside(d, [x, 0.28, x], "Nom :", ("last_name", &own.surname()), t);
    let mut down = 0.36;
    if own.sex == 'F' && d.rng.chance(0.35) {
        let used = capitals(d.rng.pick(&["Barbier", "Colin", "Renaud", "Masson"]), true);
        let chosen = d.rng.pick(&["Épouse :", "Nom d'usage : ép."]);
        c.beside(d, [x, down, 0.4], chosen, ("", &used), t);
        down += 0.075;
    }
    let given = capitals(&own.given(", "), true);
    c.line(d, [x, down, 0.14], "Prénom(s) :", &lt, "");
    c.line(d, [0.47, down, 0.51], &given, &vt, "first_names");
    down += 0.08;
    c.beside(d, [x, down, x], "Sexe :", ("sex", &own.sex.to_string()), t);
    c.beside(d, [0.52, down, 0.52], "Né(e) le :", ("birth_date", &figures(own.birth, ".")), t);
    let place = format!("{} ({})", capitals(own.born_at.1, true), own.department());
    c.beside(d, [x, down + 0.08, x], "à :", ("birth_place", &place), t);
    let tall = format!("1,{}m", d.rng.between(52, 94));
    c.beside(d, [x, down + 0.16, x], "Taille :", ("height", &tall), t);
    c.line(d, [x, down + 0.24, 0.3], "Signature du titulaire :", &lt, "");
    c.sign(d, 0.6, down + 0.24, 0.2);
    c.zone(d, &zone36(&own, &number, &office), &ocr);
    if both == 2 {
        return;
    }
    let left = if both == 1 { d.rng.range(20.0, d.c.width - w - 20.0) } else { (d.c.width - w) / 2.0 };
    let c = card(d, [left, back, w, h]);
    let lives = home(&mut d.rng);
    c.beside(d, [0.05, 0.13, 0.2], "Adresse :", ("", &capitals(&lives.street, false)), t);
    c.line(d, [0.2, 0.21, 0.7], &lives.place(), &vt, "");
    c.beside(d, [0.05, 0.38, 0.05], "Carte valable jusqu'au :", ("expiry_date_printed", &figures(valid, ".")), t);
    c.beside(d, [0.05, 0.48, 0.05], "délivrée le :", ("", &figures(issued, ".")), t);
    let by = format!("PRÉFECTURE {seat}");
    c.beside(d, [0.05, 0.58, 0.05], "par :", ("", &by), t);
    c.line(d, [0.05, 0.7, 0.4], "Signature", &lt, "");
    c.line(d, [0.05, 0.76, 0.4], "de l'autorité :", &lt, "");
    c.sign(d, 0.4, 0.76, 0.3);
}

fn passport(d: &mut Desk<'_, '_>) {
    super::civil_kit::modern(d);
    let own = Someone::random(&mut d.rng);
    let issued = day(&mut d.rng, 2009.max(own.birth.0 + 18), 2025.max(own.birth.0 + 18));
    let expiry = years_on(issued, 10);
    let number = format!(
        "{:02}{}{}{}",
        issued.0 % 100,
        d.rng.choose(&['A', 'C', 'D', 'F', 'H', 'K']),
        d.rng.choose(&['A', 'D', 'E', 'P', 'T', 'V']),
        d.rng.digits(5)
    );
    let heading_y = heading(d, "Passeport", &own.full());
    let spread = d.rng.chance(0.5);
    let w = if spread { d.rng.range(430.0, 470.0) } else { d.rng.range(440.0, 540.0) };
    let (h, x) = (w * 0.704, (d.c.width - w) / 2.0);
    // The newer booklets tell the parts by name alone.
    let numbered = d.rng.chance(0.6);
    let tag = |text: &str, n: usize| if numbered { format!("{text} ({n})") } else { text.to_owned() };
    let tall = format!("1,{} m", d.rng.between(52, 94));
    let eyes = d.rng.pick(&["MARRON", "BLEU", "VERT", "NOISETTE", "GRIS"]);
    let sub = format!(
        "{} {}",
        d.rng.pick(&["Préfecture", "Sous-préfecture", "Préfecture"]),
        of(d.rng.choose(words::TOWNS).1)
    );
    let (eyes_label, tall_label) = (tag("Couleur des yeux/Colour of eyes", 12), tag("Taille/Height", 13));
    let top = if spread {
        let c = card(d, [x, heading_y - 20.0, w, h * 0.9]);
        let (lt, vt, _) = faces(d, h);
        let t = (&lt, &vt);
        let lives = home(&mut d.rng);
        c.entry(d, [0.08, 0.15, 0.8], &tag("Domicile/Residence", 11), ("", &capitals(&lives.street, false)), t);
        c.line(d, [0.08, 0.29, 0.8], &format!("{} FRANCE", lives.place()), &vt, "");
        c.entry(d, [0.08, 0.4, 0.4], &tall_label, ("", &tall), t);
        c.entry(d, [0.5, 0.4, 0.45], &eyes_label, ("", eyes), t);
        let text = "Ce passeport contient 32 pages, il est valable pour tous pays sauf mention contraire. \
                    En cas de perte ou de vol, une déclaration doit être faite sans délai.";
        super::civil_kit::para(d, (c.x + c.w * 0.08, c.y + c.h * 0.66), c.w * 0.84, text, &lt.sized(h * 0.036), &[]);
        c.line(d, [0.46, 0.95, 0.1], "- 3 -", &lt, "");
        heading_y - 20.0 + h * 0.9
    } else {
        heading_y
    };
    let c = card(d, [x, top, w, h]);
    passport_data(d, c, &Booklet { own: &own, number: &number, issued, expiry, by: &sub }, &tag);
    if !spread && !numbered {
        let (lt, vt, _) = faces(d, h);
        c.entry(d, [0.72, 0.56, 0.25], &tall_label, ("", &tall), (&lt, &vt));
        c.entry(d, [0.72, 0.66, 0.25], &eyes_label, ("", eyes), (&lt, &vt));
    }
}

/// What the page of data says.
struct Booklet<'a> {
    own: &'a Someone,
    number: &'a str,
    issued: Day,
    expiry: Day,
    by: &'a str,
}

fn passport_data(d: &mut Desk<'_, '_>, c: Card, f: &Booklet<'_>, tag: &dyn Fn(&str, usize) -> String) {
    let own = f.own;
    let (lt, vt, ocr) = faces(d, c.h);
    let vt = vt.sized(c.h * 0.046);
    let t = (&lt, &vt);
    let chosen = d.rng.pick(&["PASSEPORT/PASSPORT", "PASSEPORT", "Passeport / Passport"]);
    c.line(d, [0.03, 0.07, 0.27], chosen, &lt.sized(c.h * 0.05), "");
    c.line(d, [0.34, 0.05, 0.4], "RÉPUBLIQUE FRANÇAISE", &lt.sized(c.h * 0.044), "");
    c.entry(d, [0.34, 0.09, 0.08], "Type/Type", ("", "P"), t);
    c.entry(d, [0.43, 0.09, 0.22], "Code du pays/Country code", ("", "FRA"), t);
    c.entry(d, [0.7, 0.09, 0.28], "Passeport n°/Passport No", ("number", f.number), t);
    c.photo(d, [0.03, 0.14, 0.27, 0.5]);
    let sex = own.sex.to_string();
    let place = if d.rng.chance(0.6) {
        capitals(own.born_at.1, true)
    } else {
        format!("{} ({})", capitals(own.born_at.1, true), own.department())
    };
    let x = 0.34;
    c.entry(d, [x, 0.18, 0.62], &tag("Nom/Surname", 1), ("last_name", &own.surname()), t);
    c.entry(d, [x, 0.272, 0.62], &tag("Prénoms/Given names", 2), ("first_names", &own.given(", ")), t);
    c.entry(d, [x, 0.364, 0.3], &tag("Nationalité/Nationality", 3), ("", "Française"), t);
    c.entry(
        d,
        [x, 0.456, 0.3],
        &tag("Date de naissance/Date of birth", 4),
        ("birth_date", &figures(own.birth, " ")),
        t,
    );
    c.entry(d, [0.70, 0.364, 0.2], &tag("Sexe/Sex", 5), ("sex", &sex), t);
    c.entry(d, [0.70, 0.456, 0.28], &tag("Lieu de naissance/Place of birth", 6), ("", &place), t);
    c.entry(d, [x, 0.548, 0.35], &tag("Date de délivrance/Date of issue", 7), ("", &figures(f.issued, " ")), t);
    c.entry(
        d,
        [x, 0.64, 0.35],
        &tag("Date d'expiration/Date of expiry", 8),
        ("expiry_date", &figures(f.expiry, " ")),
        t,
    );
    c.entry(d, [x, 0.732, 0.35], &tag("Autorité/Authority", 9), ("", f.by), t);
    c.line(d, [0.03, 0.68, 0.27], &tag("Signature du titulaire/Holder's signature", 10), &lt, "");
    c.sign(d, 0.07, 0.75, 0.18);
    let (birth, expiry) = (packed(own.birth), packed(f.expiry));
    let who = Subject {
        last: &own.last,
        firsts: &own.firsts,
        birth: &birth,
        expiry: &expiry,
        sex: own.sex,
        nationality: "FRA",
    };
    c.zone(d, &zones::td3(f.number, &who), &ocr);
}
