//! What cards, booklets and certificates of the state have in common: holders, cards of any scale, machine-readable zones.

use super::super::facts::{Day, day, mark, packed};
use super::super::kit::pen::{Left, Pen, Right, Ty, Who};
use crate::faces::{FaceClass, Wish};
use crate::pages::compose::Type;
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::{capitals, plain, zones};

const HIS: &[&str] = &["Alexandre", "Maurice", "Claude", "Vincent", "Gilles", "Antonin", "Lucas", "Denis"];
const HERS: &[&str] = &["Camille", "Simone", "Élisabeth", "Rolande", "Charlotte", "Agathe", "Lise", "Manon"];

/// Prefectures as documents name the office that issued them, with the number of the department.
pub(super) const PREFECTURES: &[(&str, &str)] = &[
    ("PRÉFECTURE DE L'ORNE", "61"),
    ("PRÉFECTURE DU DOUBS", "25"),
    ("PRÉFECTURE DE LA DRÔME", "26"),
    ("SOUS-PRÉFECTURE DE SAUMUR", "49"),
    ("PRÉFECTURE DU VAL-D'OISE", "95"),
    ("PRÉFECTURE DE LA SOMME", "80"),
    ("SOUS-PRÉFECTURE DE DAX", "40"),
    ("PRÉFECTURE DU RHÔNE", "69"),
    ("PRÉFECTURE DES LANDES", "40"),
    ("SOUS-PRÉFECTURE DE SENS", "89"),
    ("PRÉFECTURE DE POLICE", "75"),
    ("PRÉFECTURE DE L'HÉRAULT", "34"),
];

/// Towns and departments people are born in.
pub(super) const BIRTH_PLACES: &[(&str, &str)] = &[
    ("POITIERS", "86"),
    ("MONTLUÇON", "03"),
    ("LE PUY-EN-VELAY", "43"),
    ("ROUBAIX", "59"),
    ("SAINT-BRIEUC", "22"),
    ("BÉZIERS", "34"),
    ("LYON 4E ARRONDISSEMENT", "69"),
    ("PARIS 14E ARRONDISSEMENT", "75"),
    ("CRÉTEIL", "94"),
    ("ÉPINAL", "88"),
    ("FORT-DE-FRANCE", "972"),
    ("VESOUL", "70"),
    ("TARBES", "65"),
    ("L'HAŸ-LES-ROSES", "94"),
];

/// Whom a document of the state is issued to.
pub(super) struct Holder {
    /// In capitals, with its accents.
    pub(super) last: String,
    pub(super) firsts: Vec<String>,
    pub(super) woman: bool,
    pub(super) birth: Day,
    /// Town and department.
    pub(super) place: (&'static str, &'static str),
    pub(super) home: [String; 2],
}

impl Holder {
    pub(super) fn new(rng: &mut Rng, from: i64, to: i64) -> Holder {
        let who = Who::new(rng, from, to);
        let mut firsts = vec![who.first.to_owned()];
        for _ in 0..rng.below(3) {
            let next = rng.pick(if who.woman { HERS } else { HIS }).to_owned();
            if !firsts.contains(&next) {
                firsts.push(next);
            }
        }
        let place = rng.choose(BIRTH_PLACES);
        Holder { last: who.last, firsts, woman: who.woman, birth: who.birth, place, home: who.home }
    }

    pub(super) fn sex(&self) -> &'static str {
        if self.woman { "F" } else { "M" }
    }

    pub(super) fn given(&self, mark: &str) -> String {
        self.firsts.join(mark)
    }

    /// First names in capitals.
    pub(super) fn shouted(&self, mark: &str, accents: bool) -> String {
        capitals(&self.firsts.join(mark), accents)
    }

    /// The zone of a kind, made of what zones say of the holder.
    pub(super) fn zone<T>(&self, expiry: Day, nationality: &str, set: impl FnOnce(&zones::Subject<'_>) -> T) -> T {
        let (birth, expiry) = (packed(self.birth), packed(expiry));
        set(&zones::Subject {
            last: &self.last,
            firsts: &self.firsts,
            birth: &birth,
            expiry: &expiry,
            sex: if self.woman { 'F' } else { 'M' },
            nationality,
        })
    }
}

/// The check digit of zones: weights 7, 3, 1.
pub(super) fn check(text: &str) -> char {
    let value = |c: char| c.to_digit(36).unwrap_or(0);
    let sum: u32 = text.chars().zip([7, 3, 1].into_iter().cycle()).map(|(c, w)| value(c) * w).sum();
    char::from_digit(sum % 10, 10).unwrap_or('0')
}

/// As zones have a text, cut or filled to so many characters.
pub(super) fn filled(text: &str, width: usize) -> String {
    let text = text.to_uppercase();
    let text = text.chars().map(plain).map(|c| if c.is_ascii_alphanumeric() { c } else { '<' });
    text.chain(std::iter::repeat('<')).take(width).collect()
}

/// The day validity ends that began then.
pub(super) fn after((y, m, d): Day, years: i64) -> Day {
    if d > 1 { (y + years, m, d - 1) } else { (y + years, m, 28) }
}

/// Letters and digits as documents are numbered, a digit where the pattern has `9`, a letter where `A`, either where `X`.
pub(super) fn patterned(rng: &mut Rng, pattern: &str) -> String {
    let letter =
        |rng: &mut Rng| rng.choose(&['C', 'D', 'F', 'H', 'J', 'K', 'L', 'N', 'P', 'R', 'T', 'V', 'W', 'X', 'Z']);
    pattern
        .chars()
        .map(|c| match c {
            '9' => rng.digit(),
            'A' => letter(rng),
            'X' if rng.chance(0.4) => letter(rng),
            'X' => rng.digit(),
            other => other,
        })
        .collect()
}

/// Faces of this class for the page, where there are any.
pub(super) fn in_faces(d: &mut Desk<'_, '_>, class: FaceClass) {
    let wish = Wish { bold: Some(false), italic: Some(false), ..Wish::default() };
    let Some(face) = d.c.faces.choose(&[class], wish, &mut d.rng) else {
        return;
    };
    let bold = d.c.faces.sibling(&face, true, false).unwrap_or_else(|| face.clone());
    d.fonts.body = Type { face, stretch: 1.0, ..d.fonts.body.clone() };
    d.fonts.bold = Type { face: bold, stretch: 1.0, ..d.fonts.bold.clone() };
}

/// A card somewhere on the sheet, its measures in its own points.
pub(super) struct Card<'q, 'p, 'c, 'a> {
    pub(super) p: &'q mut Pen<'p, 'c, 'a>,
    pub(super) x: f32,
    pub(super) y: f32,
    pub(super) k: f32,
}

impl Card<'_, '_, '_, '_> {
    /// A tinted ground with an edge.
    pub(super) fn edge(&mut self, w: f32, h: f32) {
        let (x, y, k) = (self.x, self.y, self.k);
        let tone = self.p.any(232, 250) as u8;
        self.p.d.c.fill(x, y, x + w * k, y + h * k, tone);
        self.p.frame(x, y, w * k, h * k);
    }

    pub(super) fn say(&mut self, dx: f32, dy: f32, room: f32, ty: Ty, text: impl AsRef<str>) {
        self.p.put(self.x + dx * self.k, self.y + dy * self.k, room * self.k, ty, Left, text);
    }

    pub(super) fn right(&mut self, dx: f32, dy: f32, room: f32, ty: Ty, text: impl AsRef<str>) {
        self.p.put(self.x + dx * self.k, self.y + dy * self.k, room * self.k, ty, Right, text);
    }

    /// A small label and, below it, what it labels.
    pub(super) fn over(&mut self, (dx, dy): (f32, f32), room: f32, label: &str, ty: Ty, text: impl AsRef<str>) {
        self.say(dx, dy, room, Ty::Tiny, label);
        self.say(dx, dy + 8.6, room, ty, text);
    }

    pub(super) fn face(&mut self, dx: f32, dy: f32, w: f32, h: f32) {
        let (x, y, k) = (self.x + dx * self.k, self.y + dy * self.k, self.k);
        marks::photo(self.p.d.c, x, y, w * k, h * k, &mut self.p.d.rng);
    }

    pub(super) fn signed(&mut self, dx: f32, dy: f32, w: f32) {
        let (x, y) = (self.x + dx * self.k, self.y + dy * self.k);
        marks::signature(self.p.d.c, x, y, w * self.k, &mut self.p.d.rng);
    }

    pub(super) fn line(&mut self, x0: f32, y0: f32, x1: f32, y1: f32) {
        let (x, y, k) = (self.x, self.y, self.k);
        self.p.d.rule(x + x0 * k, y + y0 * k, x + x1 * k, y + y1 * k, 0.5);
    }

    /// A box with nothing in it.
    pub(super) fn boxed(&mut self, dx: f32, dy: f32, w: f32, h: f32) {
        let (x, y, k) = (self.x + dx * self.k, self.y + dy * self.k, self.k);
        self.p.d.c.frame(x, y, x + w * k, y + h * k, 0.5);
    }

    /// Lines of a machine-readable zone over so much width; a part of the first two may be a field of its own.
    pub(super) fn zone(&mut self, (dx, dy): (f32, f32), w: f32, lead: f32, lines: &[String], number: Option<&str>) {
        let since = self.p.d.c.lines.len();
        let d = &mut *self.p.d;
        let face = d.c.faces.choose(
            &[FaceClass::Ocr, FaceClass::Mono],
            Wish { italic: Some(false), ..Wish::default() },
            &mut d.rng,
        );
        let face = face.unwrap_or_else(|| d.fonts.body.face.clone());
        let longest = lines.iter().map(|l| l.chars().count()).max().unwrap_or(1) as f32;
        let step = w * self.k / longest;
        let size = (step / 0.61).min(lead * self.k * 0.8);
        let t = Type { face, size, tracking: 0.0, stretch: 1.0, small_caps: false, kern: false, tone: 0 };
        for (i, line) in lines.iter().enumerate() {
            let y = self.y + (dy + i as f32 * lead) * self.k;
            d.c.spaced(self.x + dx * self.k, y, line, "mrz", &t, step, &mut d.rng);
        }
        if let Some(number) = number {
            mark(d, since, "number", number);
        }
    }
}

/// A day on which documents of this kind were issued.
pub(super) fn issued(p: &mut Pen<'_, '_, '_>, from: i64, to: i64) -> Day {
    day(&mut p.d.rng, from, to)
}
