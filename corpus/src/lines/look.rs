//! The look of a line: which face, printed how, and what a typist or printer makes of the text.

use crate::charset::THIN;
use crate::degrade::Era;
use crate::faces::{Face, FaceClass, FaceLibrary, Wish};
use crate::rng::Rng;
use crate::text::{Kind, plain};
use crate::typeset::Style;
use std::sync::Arc;

/// Families of looks, each with the share of the lines it gets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum World {
    Sans,
    Serif,
    Book,
    Typewriter,
    Mono,
    Narrow,
    Any,
    Hand,
    Ocr,
    Dots,
}

const SHARES: &[(World, f32)] = &[
    (World::Sans, 0.29),
    (World::Serif, 0.12),
    (World::Book, 0.17),
    (World::Typewriter, 0.19),
    (World::Mono, 0.03),
    (World::Narrow, 0.05),
    (World::Any, 0.07),
    (World::Hand, 0.04),
    (World::Ocr, 0.015),
    (World::Dots, 0.02),
];

impl World {
    /// A world fit for the kind of line.
    pub(crate) fn random(kind: Kind, rng: &mut Rng) -> World {
        if kind == Kind::Mrz {
            return if rng.chance(0.85) { World::Ocr } else { World::Mono };
        }
        if kind == Kind::Till && rng.chance(0.7) {
            return rng.choose(&[World::Dots, World::Mono, World::Mono, World::Narrow, World::Sans, World::Sans]);
        }
        let weights: Vec<f32> = SHARES.iter().map(|(_, w)| *w).collect();
        SHARES[rng.weighted(&weights)].0
    }

    pub(crate) fn era(self) -> Era {
        match self {
            World::Book => Era::Book,
            World::Typewriter => Era::Typewriter,
            World::Dots => Era::Receipt,
            _ => Era::Modern,
        }
    }

    fn classes(self, kind: Kind, rng: &mut Rng) -> Vec<FaceClass> {
        match self {
            World::Sans => vec![FaceClass::Sans],
            World::Narrow if rng.chance(0.7) => vec![FaceClass::Sans],
            World::Serif | World::Book | World::Narrow => vec![FaceClass::Serif],
            World::Typewriter => vec![FaceClass::Typewriter],
            World::Mono | World::Dots => vec![FaceClass::Mono],
            World::Hand => vec![FaceClass::Hand],
            World::Ocr if kind != Kind::Mrz && rng.chance(0.1) => vec![FaceClass::Typewriter],
            World::Ocr => vec![FaceClass::Ocr],
            World::Any => vec![rng.choose(&[FaceClass::Sans, FaceClass::Serif, FaceClass::Mono])],
        }
    }

    /// A face of this world.
    pub(crate) fn face(self, kind: Kind, faces: &FaceLibrary, rng: &mut Rng) -> Option<Arc<Face>> {
        let wish = Wish { narrow: self == World::Narrow, bookish: self == World::Book, ..Wish::default() };
        let classes = self.classes(kind, rng);
        if self == World::Any {
            // Any face of the class alike, however rare.
            let all: Vec<&Arc<Face>> =
                faces.all().iter().filter(|f| classes.contains(&f.class()) && !f.survey.extreme).collect();
            if !all.is_empty() {
                return Some(Arc::clone(all[rng.below(all.len())]));
            }
        }
        faces.choose(&classes, wish, rng)
    }

    /// A style of this world; the em is for the caller to set.
    pub(crate) fn style(self, kind: Kind, face: Arc<Face>, rng: &mut Rng) -> Style {
        let mut style = Style::plain(face, 1.0);
        let fixed = matches!(style.face.class(), FaceClass::Typewriter | FaceClass::Mono | FaceClass::Ocr);
        style.kern = !fixed && rng.chance(0.8);
        let squeeze = if self == World::Narrow { 0.8 } else { 0.1 };
        if rng.chance(squeeze) {
            style.stretch = if rng.chance(0.7) { rng.range(0.75, 1.0) } else { rng.range(1.0, 1.3) };
        }
        if !fixed && rng.chance(0.2) {
            style.tracking = rng.range(-0.02, 0.06);
        }
        if kind == Kind::Heading && rng.chance(0.2) {
            style.tracking = rng.range(0.03, 0.3);
        }
        if fixed && rng.chance(0.3) {
            style.tracking = rng.range(-0.05, 0.08);
        }
        if !style.face.survey.italic && rng.chance(0.03) {
            style.slant = rng.range(0.08, 0.25);
        }
        if !fixed && rng.chance(0.2) {
            // Justified text.
            style.word_space = rng.range(0.8, 2.4);
        }
        if matches!(self, World::Book | World::Serif) && kind != Kind::Mixture && kind != Kind::Code && rng.chance(0.03)
        {
            style.small_caps = rng.range(0.72, 0.86);
        }
        style
    }

    /// Half of the synthetic weights met, in em.
    pub(crate) fn weight(self, rng: &mut Rng) -> f32 {
        let chance = if self == World::Typewriter { 0.3 } else { 0.08 };
        if rng.chance(chance) { rng.range(0.008, 0.04) } else { 0.0 }
    }

    /// The text as this world spells it.
    pub(crate) fn spell(self, text: &str, kind: Kind, rng: &mut Rng) -> String {
        let curly = match self {
            World::Typewriter | World::Dots | World::Ocr | World::Mono => rng.chance(0.1),
            World::Book => rng.chance(0.9),
            _ => rng.chance(0.5),
        };
        if kind == Kind::Mixture || kind == Kind::Mrz {
            return text.to_owned();
        }
        let mut out = String::with_capacity(text.len());
        for c in text.chars() {
            match c {
                '\'' | '’' => out.push(if curly { '’' } else { '\'' }),
                other => out.push(other),
            }
        }
        match self {
            World::Typewriter | World::Dots => typed(&out, rng),
            World::Book => old_print(&out, rng),
            _ => out,
        }
    }
}

/// What a typist makes of it: no curly signs, capitals without accents, mostly.
fn typed(text: &str, rng: &mut Rng) -> String {
    let mut out = text.to_owned();
    if rng.chance(0.85) {
        out = out.replace(['“', '”', '„'], "\"").replace(['–', '—'], "-").replace('…', "...").replace(['•', '·'], "-");
    }
    if rng.chance(0.75) {
        out = out.replace("« ", "\"").replace(" »", "\"").replace(['«', '»'], "\"");
    }
    if rng.chance(0.75) {
        out = out.replace('œ', "oe").replace('Œ', "OE").replace('æ', "ae").replace('Æ', "AE");
    }
    if rng.chance(0.75) {
        out = out.chars().map(|c| if c.is_uppercase() { plain(c) } else { c }).collect();
    }
    // Habits of the hand: a space before the point and the comma, or none after.
    match rng.below(12) {
        0 => out = out.replace(", ", " , ").replace(". ", " . "),
        1 => out = out.replace(", ", ",").replace(" : ", ": "),
        2 => out = out.replace(". ", ".  ").replace("( ", "(").replace(" ;", ";").replace(" !", "!").replace(" ?", "?"),
        _ => {}
    }
    out
}

/// Thin spaces before the high punctuation, and before the comma in the oldest books.
fn old_print(text: &str, rng: &mut Rng) -> String {
    let mut out = text.to_owned();
    if rng.chance(0.5) {
        for sign in [';', '!', '?', ':'] {
            out = out.replace(&format!(" {sign}"), &format!("{THIN}{sign}"));
        }
    }
    if rng.chance(0.2) {
        out = out.replace(',', &format!("{THIN},"));
    }
    if rng.chance(0.1) {
        out = out.replace("« ", "«").replace(" »", "»");
    }
    out
}
