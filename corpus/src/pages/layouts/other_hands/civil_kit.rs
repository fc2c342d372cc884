//! What the papers of persons in this folder share: faces, homes, numbers that agree with their holders, text with marks.

use crate::faces::{FaceClass, Wish};
use crate::pages::compose::{Align, Fonts, Manner, Type};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, fitting, mark, mark_first};
use crate::pages::marks;
use crate::raster::stroke::Shape;
use crate::rng::Rng;
use crate::text::{capitals, plain, words};

/// Body, bold and italic, no smaller and no larger than said, none of a typewriter; faces of one width are set smaller.
pub(super) fn faces(d: &mut Desk<'_, '_>, low: f32, high: f32) -> (Type, Type, Type) {
    if d.fonts.body.face.class() == FaceClass::Typewriter {
        // None of these is typed today; and what is marked is spelled as the body's face can.
        let size = d.size();
        let body = face_of(d, FaceClass::Sans, false, size);
        let other = |d: &Desk<'_, '_>, bold, italic| {
            let face = d.c.faces.sibling(&body.face, bold, italic);
            face.map_or_else(|| body.clone(), |face| Type { face, ..body.clone() })
        };
        d.fonts = Fonts { bold: other(d, true, false), italic: other(d, false, true), body };
    }
    let fixed = if d.fonts.body.face.data().fixed_pitch { 0.84 } else { 1.0 };
    let size = d.size().clamp(low, high) * fixed;
    let plain = |t: &Type| Type { tracking: 0.0, stretch: 1.0, ..t.sized(size) };
    (plain(&d.fonts.body), plain(&d.fonts.bold), plain(&d.fonts.italic))
}

/// An upright face of a class.
pub(super) fn face_of(d: &mut Desk<'_, '_>, class: FaceClass, bold: bool, size: f32) -> Type {
    let wish = Wish { bold: Some(bold), italic: Some(false), ..Wish::default() };
    let found = d.c.faces.choose(&[class], wish, &mut d.rng);
    let body = d.fonts.body.sized(size);
    found.map_or(body, |face| Type { face, size, tracking: 0.0, stretch: 1.0, small_caps: false, kern: true, tone: 0 })
}

/// Where somebody lives.
pub(super) struct Home {
    pub(super) street: String,
    pub(super) code: &'static str,
    pub(super) town: &'static str,
}

impl Home {
    pub(super) fn random(rng: &mut Rng) -> Home {
        let (code, town) = rng.choose(words::TOWNS);
        Home { street: street(rng), code, town }
    }

    /// `69003 LYON` or `69003 Lyon`.
    pub(super) fn town_line(&self, upper: bool) -> String {
        format!("{} {}", self.code, if upper { capitals(self.town, false) } else { self.town.to_owned() })
    }

    /// All in one line.
    pub(super) fn line(&self) -> String {
        format!("{}, {} {}", self.street, self.code, self.town)
    }
}

/// A street with its number.
pub(super) fn street(rng: &mut Rng) -> String {
    let kind = rng.pick(&["rue", "rue", "rue", "avenue", "boulevard", "allée", "chemin", "impasse", "place"]);
    let bis = rng.pick(&["", "", "", "", " bis", " ter"]);
    format!("{}{bis} {kind} {}", rng.between(1, 140), rng.pick(words::STREET_NAMES))
}

/// The number of social security of a person, without spaces.
pub(super) fn nir_of(own: &Someone, rng: &mut Rng) -> String {
    let department = if own.department() == "20" { "2A" } else { own.department() };
    let wide = if department.len() == 3 { 2 } else { 3 };
    let town = rng.between(1, if wide == 2 { 24 } else { 420 });
    let sex = if own.sex == 'M' { 1 } else { 2 };
    let (year, month) = (own.birth.0 % 100, own.birth.1);
    let body = format!("{sex}{year:02}{month:02}{department}{town:0wide$}{:03}", rng.between(1, 480));
    let number: u64 = body.replace("2A", "19").parse().unwrap_or(0);
    format!("{body}{:02}", 97 - number % 97)
}

/// The town of birth's department as papers write it.
pub(super) fn department_of(own: &Someone) -> &'static str {
    if own.department() == "20" { "2A" } else { own.department() }
}

/// The address somebody has at a mail host.
pub(super) fn mail_of(own: &Someone, rng: &mut Rng) -> String {
    let bare = |s: &str| -> String {
        s.chars().map(plain).filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase()
    };
    let (first, last) = (bare(&own.firsts[0]), bare(&own.last));
    let host = rng.pick(&["gmail.com", "orange.fr", "free.fr", "laposte.net", "hotmail.fr", "outlook.fr", "yahoo.fr"]);
    match rng.below(4) {
        0 => format!("{}{last}@{host}", &first[..1]),
        1 => format!("{first}{last}{:02}@{host}", own.birth.0 % 100),
        2 => format!("{last}.{first}@{host}"),
        _ => format!("{first}.{last}@{host}"),
    }
}

/// A telephone number of a person.
pub(super) fn phone_of(rng: &mut Rng) -> String {
    let digits = format!("0{}{}", rng.choose(&[1, 2, 3, 4, 5, 6, 6, 6, 7, 7]), rng.digits(8));
    let mark = rng.pick(&[" ", " ", ".", ""]);
    let pairs: Vec<&str> = (0..5).map(|i| &digits[2 * i..2 * i + 2]).collect();
    pairs.join(mark)
}

/// So many months later, on the same day of the month.
pub(super) fn later((y, m, d): Day, months: i64) -> Day {
    let all = y * 12 + m - 1 + months;
    (all.div_euclid(12), all.rem_euclid(12) + 1, d)
}

/// A paragraph some parts of which are fields.
pub(super) fn say(
    d: &mut Desk<'_, '_>,
    (x, y, width): (f32, f32, f32),
    text: &str,
    (t, lead): (&Type, f32),
    fields: &[(&'static str, &str)],
) -> f32 {
    let since = d.c.lines.len();
    let end = d.paragraph(x, y, width, text, t, lead, Manner::RAGGED);
    for (name, value) in fields {
        mark(d, since, name, value);
    }
    end
}

/// Lines about a middle, some parts of which are fields; returns the next baseline.
pub(super) fn centred(
    d: &mut Desk<'_, '_>,
    (x, y): (f32, f32),
    lines: &[&str],
    (t, lead): (&Type, f32),
    fields: &[(&'static str, &str)],
) -> f32 {
    let since = d.c.lines.len();
    let room = 2.0 * (d.c.width - x).min(x) - 24.0;
    for (i, line) in lines.iter().enumerate() {
        let t = fitting(d, line, t, room);
        d.centre(x, y + i as f32 * lead, line, &t);
    }
    for (name, value) in fields {
        mark(d, since, name, value);
    }
    y + lines.len() as f32 * lead
}

/// A block of address whose first line is a field (none where the name is empty); returns the next baseline.
pub(super) fn address(
    d: &mut Desk<'_, '_>,
    name: &'static str,
    (x, y): (f32, f32),
    lines: &[String],
    (t, lead): (&Type, f32),
) -> f32 {
    let since = d.c.lines.len();
    let room = d.c.width - x - 16.0;
    for (i, line) in lines.iter().enumerate() {
        let t = fitting(d, line, t, room);
        d.left(x, y + i as f32 * lead, line, &t);
    }
    if !name.is_empty() {
        mark_first(d, since, name);
    }
    y + lines.len() as f32 * lead
}

/// A value no wider than its room; no field where the name is empty.
pub(super) fn fit(d: &mut Desk<'_, '_>, name: &'static str, (x, y): (f32, f32), room: f32, text: &str, t: &Type) {
    let t = fitting(d, text, t, room);
    d.value(name, x, y, text, &t);
}

/// A small label and under it its value, neither wider than the room.
pub(super) fn cell(
    d: &mut Desk<'_, '_>,
    (x, y, room): (f32, f32, f32),
    label: &str,
    (name, value): (&'static str, &str),
    (lt, vt): (&Type, &Type),
) {
    fit(d, "", (x, y), room, label, lt);
    fit(d, name, (x, y + vt.size * 1.08), room, value, vt);
}

/// Small print about the middle at the foot of the sheet.
pub(super) fn foot(d: &mut Desk<'_, '_>, lines: &[&str], t: &Type) {
    let (middle, room) = (d.c.width / 2.0, d.c.width - 70.0);
    let top = d.c.height - 20.0 - (lines.len() as f32 - 1.0) * t.size * 1.25;
    for (i, line) in lines.iter().enumerate() {
        let t = fitting(d, line, t, room);
        d.centre(middle, top + i as f32 * t.size.max(5.0) * 1.25, line, &t);
    }
}

/// A row of empty boxes with a character in each: a comb.
pub(super) fn comb(d: &mut Desk<'_, '_>, name: &'static str, (x, y): (f32, f32), text: &str, t: &Type, step: f32) {
    let code: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let n = code.chars().count();
    for i in 0..=n {
        let at = x + i as f32 * step;
        d.c.rule(at, y - t.size * 0.55, at, y + 2.5, 0.5, 200);
    }
    d.c.rule(x, y + 2.5, x + n as f32 * step, y + 2.5, 0.5, 200);
    d.c.spaced(x, y, &code, name, t, step, &mut d.rng);
    d.c.fields.retain(|f| !f.name.is_empty());
}

/// Letters on a tinted bar.
pub(super) fn bar(d: &mut Desk<'_, '_>, (x0, y, x1): (f32, f32, f32), text: &str, t: &Type) {
    d.c.fill(x0, y - t.size * 1.05, x1, y + t.size * 0.45, 214);
    let t = fitting(d, text, t, x1 - x0 - 8.0);
    d.left(x0 + 4.0, y, text, &t);
}

/// The seal of an office: rings and a star, without words.
pub(super) fn seal(d: &mut Desk<'_, '_>, x: f32, y: f32) {
    let radius = d.rng.range(20.0, 30.0);
    let mut shape = Shape::new();
    shape.ring((x, y), radius, radius, 1.2);
    shape.ring((x, y), radius * 0.72, radius * 0.72, 0.6);
    for i in 0..5 {
        let angle = i as f32 * std::f32::consts::TAU / 5.0;
        shape.line((x, y), (x + angle.sin() * radius * 0.4, y - angle.cos() * radius * 0.4), 2.0);
    }
    let strength = d.rng.between(90, 190) as u16;
    d.c.shape(&shape, strength);
}

/// A drawn logo that keeps within about so much.
pub(super) fn emblem(d: &mut Desk<'_, '_>, x: f32, y: f32, size: f32) {
    marks::logo(d.c, x + size * 0.2, y + size * 0.2, size * 0.55, &mut d.rng);
}

/// The check digit of machine-readable zones.
fn check(text: &str) -> u32 {
    let value = |b: u8| match b {
        b'0'..=b'9' => u32::from(b - b'0'),
        b'A'..=b'Z' => u32::from(b - b'A') + 10,
        _ => 0,
    };
    text.bytes().zip([7u32, 3, 1].into_iter().cycle()).map(|(b, w)| value(b) * w).sum::<u32>() % 10
}

/// The two lines of 36 of the laminated card, of its number of 12 digits.
pub(super) fn laminated_zone(own: &Someone, number: &str) -> [String; 2] {
    let spelled = |s: &str| -> String {
        let s = capitals(&s.replace(['\'', '’'], ""), false);
        s.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '<' }).collect()
    };
    let firsts: Vec<String> = own.firsts.iter().map(|f| spelled(f)).collect();
    let one = format!("IDFRA{:<<25.25}{}", spelled(&own.last), &number[4..10]);
    let (y, m, day) = own.birth;
    let birth = format!("{:02}{m:02}{day:02}", y % 100);
    let names = format!("{:<<14.14}", firsts.join("<<"));
    let two = format!("{number}{}{names}{birth}{}{}", check(number), check(&birth), own.sex);
    let last = check(&format!("{one}{two}"));
    [one, format!("{two}{last}")]
}

/// Lines of a zone across a card, the last with its baseline at `y`.
pub(super) fn zone(d: &mut Desk<'_, '_>, (x, y, w): (f32, f32, f32), lines: &[String], most: f32) {
    let t = face_of(d, FaceClass::Ocr, false, most);
    let t = fitting(d, &lines[0], &t, w);
    for (i, line) in lines.iter().enumerate() {
        let at = y - (lines.len() - 1 - i) as f32 * t.size * 1.5;
        d.c.value("mrz", x, at, line, &t, Align::Left, &mut d.rng);
    }
}
