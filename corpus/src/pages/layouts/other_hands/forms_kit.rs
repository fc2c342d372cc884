//! How official forms are set: heads with the mark of the register of forms, headed sections, entries on dots, in boxes or in combs.

use super::civil_kit::{Home, bar, comb, face_of, faces, fit, foot, mail_of, nir_of, phone_of};
use crate::faces::FaceClass;
use crate::pages::compose::Type;
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, Someone, day, figures, mark, tick};
use crate::pages::marks;
use crate::text::capitals;

/// How entries are set.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Way {
    Dots,
    Boxes,
    Combs,
}

/// A label, the field and its text, the share of the row it takes, whether it is of a fixed number of signs.
pub(super) type Entry<'a> = (&'a str, &'static str, &'a str, f32, bool);

/// The looks of a form, and how far down it has got.
pub(super) struct Form {
    pub(super) way: Way,
    pub(super) printed: Type,
    pub(super) bold: Type,
    pub(super) typed: Type,
    pub(super) left: f32,
    pub(super) right: f32,
    pub(super) y: f32,
    /// Colon after labels.
    pub(super) colon: bool,
}

impl Form {
    pub(super) fn new(d: &mut Desk<'_, '_>) -> Form {
        let way = d.rng.choose(&[Way::Dots, Way::Boxes, Way::Combs]);
        let (printed, bold, _) = faces(d, 8.2, 9.2);
        let class = d.rng.choose(&[FaceClass::Sans, FaceClass::Mono, FaceClass::Typewriter]);
        let typed = face_of(d, class, false, 9.4);
        let side = d.c.width * d.rng.range(0.05, 0.075);
        let colon = d.rng.chance(0.5);
        Form { way, printed, bold, typed, left: side, right: d.c.width - side, y: 40.0, colon }
    }

    /// The head: who issues the form at one side, the mark of the register at the other, the title between or under.
    pub(super) fn head(&mut self, d: &mut Desk<'_, '_>, issuer: &[&str], title: &[&str], number: &str) {
        let swapped = d.rng.chance(0.4);
        let (near, far) = if swapped { (self.right - 92.0, self.left) } else { (self.left, self.right - 92.0) };
        if number.is_empty() {
            super::civil_kit::emblem(d, far + 30.0, 26.0, 40.0);
        } else {
            self.register(d, far, number);
        }
        if swapped {
            for (i, line) in issuer.iter().enumerate() {
                let t = super::super::facts::fitting(d, line, &self.bold, 170.0);
                d.right(self.right, 42.0 + i as f32 * 11.0, line, &t);
            }
        } else {
            for (i, line) in issuer.iter().enumerate() {
                fit(d, "", (near, 42.0 + i as f32 * 11.0), 170.0, line, &self.bold);
            }
        }
        let big = self.bold.sized(14.0);
        let framed = d.rng.chance(0.4);
        let top = 92.0;
        for (i, line) in title.iter().enumerate() {
            let t = if i == 0 { big.clone() } else { self.printed.sized(9.0) };
            let t = super::super::facts::fitting(d, line, &t, self.right - self.left - 20.0);
            d.centre(d.c.width / 2.0, top + i as f32 * 15.0, line, &t);
        }
        let end = top + (title.len() as f32 - 1.0) * 15.0 + 9.0;
        if framed {
            d.c.frame(self.left, top - 17.0, self.right, end, 0.9);
        }
        self.y = end + 14.0;
    }

    /// The mark of the register of forms with the number under or beside it.
    fn register(&self, d: &mut Desk<'_, '_>, x: f32, number: &str) {
        let since = d.c.lines.len();
        let text = match d.rng.below(4) {
            0 => format!("N° {number}"),
            1 => format!("cerfa n° {number}"),
            2 => format!("CERFA N° {number}"),
            _ => number.to_owned(),
        };
        if !text.to_lowercase().starts_with("cerfa") {
            let mut oval = crate::raster::stroke::Shape::new();
            oval.ring((x + 40.0, 37.0), 34.0, 13.0, 1.0);
            d.c.shape(&oval, 230);
            d.centre(x + 40.0, 41.0, "cerfa", &self.bold.sized(15.0));
        }
        fit(d, "", (x + 6.0, 62.0), 90.0, &text, &self.bold);
        mark(d, since, "form_number", number);
    }

    /// The heading of a section.
    pub(super) fn section(&mut self, d: &mut Desk<'_, '_>, text: &str) {
        self.y += 8.0;
        let t = self.bold.sized(self.bold.size + 1.0);
        match self.way {
            Way::Dots => {
                d.left(self.left, self.y, text, &t);
                d.rule(self.left, self.y + 4.0, self.right, self.y + 4.0, 0.8);
            }
            _ => bar(d, (self.left, self.y, self.right), text, &t),
        }
        self.y += 20.0;
    }

    /// A row of entries.
    pub(super) fn row(&mut self, d: &mut Desk<'_, '_>, entries: &[Entry<'_>]) {
        let mut x = self.left + 2.0;
        let all = self.right - self.left - 4.0;
        for (label, name, text, share, code) in entries {
            let room = all * share - 10.0;
            let label = if self.colon && self.way != Way::Boxes { format!("{label} :") } else { (*label).to_owned() };
            match self.way {
                Way::Boxes => {
                    fit(d, "", (x, self.y), room, &label, &self.printed.sized(7.4));
                    d.c.frame(x, self.y + 3.5, x + room, self.y + 18.5, 0.5);
                    fit(d, name, (x + 4.0, self.y + 14.5), room - 8.0, text, &self.typed);
                }
                _ => {
                    let t = super::super::facts::fitting(d, &label, &self.printed, room * 0.62);
                    let width = d.left(x, self.y, &label, &t) + 5.0;
                    let n = text.chars().filter(|c| !c.is_whitespace()).count().max(1) as f32;
                    let step = ((room - width) / n).min(12.5);
                    if self.way == Way::Combs && *code && step > 7.0 && !text.is_empty() {
                        comb(d, name, (x + width, self.y), text, &self.typed, step);
                    } else {
                        d.c.dotted(x + width, x + room, self.y + 2.5);
                        fit(d, name, (x + width + 2.0, self.y), room - width - 2.0, text, &self.typed);
                    }
                }
            }
            x += all * share;
        }
        self.y += if self.way == Way::Boxes { 29.0 } else { 21.5 };
    }

    /// Boxes to tick after a question; the ticked one by its place.
    pub(super) fn ticks(&mut self, d: &mut Desk<'_, '_>, question: &str, choices: &[&str], ticked: usize) {
        if self.way == Way::Boxes {
            self.y += 3.0;
        }
        let mut x = self.left + 2.0 + d.left(self.left + 2.0, self.y, question, &self.printed) + 10.0;
        for (i, choice) in choices.iter().enumerate() {
            if x > self.right - 60.0 {
                x = self.left + 14.0;
                self.y += 14.0;
            }
            tick(d, x, self.y, 7.0, i == ticked);
            x += 11.0 + d.left(x + 11.0, self.y, choice, &self.printed) + 16.0;
        }
        self.y += 18.0;
    }

    /// Small print.
    pub(super) fn small(&mut self, d: &mut Desk<'_, '_>, text: &str) {
        let t = self.printed.sized(7.2);
        let place = (self.left, self.y, self.right - self.left);
        self.y = super::civil_kit::say(d, place, text, (&t, 9.2), &[]) + 4.0;
    }

    /// Where and when it was signed; the day is a field where it has a name.
    pub(super) fn signed(&mut self, d: &mut Desk<'_, '_>, (town, date): (&str, &str), name: &'static str) {
        self.y += 8.0;
        let room = self.right - self.left;
        let label = if self.colon { ":" } else { "" };
        let x = self.left + 2.0;
        let width = d.left(x, self.y, &format!("Fait à {label}"), &self.printed) + 5.0;
        d.c.dotted(x + width, x + room * 0.3, self.y + 2.5);
        fit(d, "", (x + width + 2.0, self.y), room * 0.3 - width, town, &self.typed);
        let x = x + room * 0.34;
        let width = d.left(x, self.y, &format!("le {label}"), &self.printed) + 5.0;
        d.c.dotted(x + width, x + room * 0.2, self.y + 2.5);
        fit(d, name, (x + width + 2.0, self.y), room * 0.2, date, &self.typed);
        let x = self.left + room * 0.6;
        let high = (d.c.height - self.y - 42.0).clamp(34.0, 62.0);
        d.c.frame(x, self.y - 10.0, self.right, self.y - 10.0 + high, 0.6);
        d.left(x + 5.0, self.y, "Signature", &self.printed);
        marks::signature(d.c, x + 50.0, self.y + high * 0.4, 70.0, &mut d.rng);
        self.y += high;
    }

    pub(super) fn end(&self, d: &mut Desk<'_, '_>, lines: &[&str]) {
        foot(d, lines, &self.printed.sized(6.8));
    }
}

/// Who fills a form in.
pub(super) struct Filler {
    pub(super) own: Someone,
    pub(super) last: String,
    pub(super) first: String,
    pub(super) home: Home,
    pub(super) birth: String,
    pub(super) born_at: String,
    pub(super) nir: String,
    pub(super) phone: String,
    pub(super) mail: String,
    pub(super) day: Day,
    pub(super) date: String,
}

impl Filler {
    pub(super) fn random(d: &mut Desk<'_, '_>, from: i64, to: i64) -> Filler {
        let rng = &mut d.rng;
        let own = Someone::born(rng, from, to);
        let day = day(rng, 2012, 2026);
        let code = nir_of(&own, rng);
        let nir = if rng.chance(0.3) { code } else { crate::text::codes::grouped(&code, &[1, 2, 2, 2, 3, 3, 2]) };
        let first = if rng.chance(0.5) { capitals(&own.firsts[0], rng.chance(0.5)) } else { own.firsts[0].clone() };
        Filler {
            last: capitals(&own.last, rng.chance(0.6)),
            first,
            home: Home::random(rng),
            birth: figures(own.birth, "/"),
            born_at: format!("{} ({})", own.born_at.1, super::civil_kit::department_of(&own)),
            nir,
            phone: phone_of(rng),
            mail: mail_of(&own, rng),
            day,
            date: figures(day, "/"),
            own,
        }
    }
}
