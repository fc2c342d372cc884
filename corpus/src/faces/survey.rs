//! Judging a font file: is it fit to draw French with, and what kind of face is it?
//!
//! Fitness is measured on the outlines; the kind comes from the name and the measures. A short list of names keeps out
//! faces that pass the measures but that nobody sends a letter in.

use super::face::FaceData;
use crate::charset::position;

/// What a face looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum FaceClass {
    /// Without serifs.
    Sans,
    /// With serifs.
    Serif,
    /// All letters of one width, as from a computer.
    Mono,
    /// All letters of one width, as from a typewriter.
    Typewriter,
    /// Handwriting-like.
    Hand,
    /// OCR-A, OCR-B.
    Ocr,
}

/// What is known of a face before it is drawn with.
#[derive(Debug, Clone)]
pub(crate) struct Survey {
    pub(crate) family: String,
    pub(crate) name: String,
    pub(crate) class: FaceClass,
    pub(crate) bold: bool,
    pub(crate) italic: bool,
    /// Hairline or black: seldom met in mail.
    pub(crate) extreme: bool,
    pub(crate) narrow: bool,
    /// How often the family is met, relative to others of its class.
    pub(crate) weight: f32,
    /// Looks like the faces old books were set in.
    pub(crate) bookish: bool,
}

const DENIED: &[&str] = &[
    "math", "symbol", "dingbat", "music", "emoji", "stixsize", "stixint", "stixvar", "nonunicode", "tamil", "fallback",
    "hairline", "conakry", "isabella", "integral", "lohit", "barcode", "hershey", "braille", "decorative", "fraktur",
    "blackletter", "summersby", "cmunvi", "3270", "hack nerd", "lmroman5", "zapf", "ornament", "initials",
];

const HANDS: &[&str] = &[
    "ecolier", "écolier", "dkg", "domestic manners", "femke", "kristi", "rufscript", "breip", "joscelyn", "stevehand",
    "delphine", "romandeadfscript", "romande adf script", "lmmi", "z003", "ecolier court",
];

const TYPEWRITERS: &[&str] = &[
    "typewriter", "typoscript", "compagnon", "latin modern mono", "tex gyre cursor", "courier", "nimbusmono",
    "nimbus mono", "freemono", "lmmono", "cmuntt", "cmunvt", "cmunbtl", "cmunbto", "cmunit", "cmuntb", "cmuntx",
    "typescript", "cmunst", "lmmonoprop", "cutive", "fira typewriter",
];

const MONOS: &[&str] =
    &["mono", "inconsolata", "anonymous", "agave", "hack", "firacode", "fira code", "code", "cousine"];

const SERIFS: &[&str] = &[
    "serif", "roman", "times", "tinos", "garamond", "didot", "bodoni", "century", "c059", "p052", "bookman",
    "palladio", "schola", "termes", "pagella", "bonum", "libertine", "charis", "gentium", "caladea", "cardo",
    "vollkorn", "junicode", "goudy", "fanwood", "linden", "essays", "prociono", "quattrocento", "arapey", "accanthis",
    "baskervald", "berenis", "romande", "tribun", "artemisia", "stix", "slab", "andada", "crimson", "cmunr", "cmunb",
    "cmunti", "cmunci", "cmunsl", "ptf", "pt serif", "veranadf", "playfair", "merriweather", "lora", "linlibertine",
    "oldstandard", "old standard", "lmroman", "latin modern roman", "baskerville", "computer modern", "concrete",
    "lm roman", "verana", "ikarius", "mekanus",
];

const BOOKISH: &[&str] = &[
    "garamond", "didot", "bodoni", "oldstandard", "old standard", "essays", "goudy", "fanwood", "linden", "cmun",
    "computer modern", "latin modern roman", "c059", "century", "cardo", "junicode", "baskervald", "times", "tinos",
    "roman no", "nimbus roman", "nimbusroman", "libertine", "prociono", "romande adf", "romandeadfstd", "accanthis",
    "berenis",
];

/// Families often met in mail and what looks like them.
const COMMON: &[(&str, f32)] = &[
    ("liberation sans", 9.0),
    ("arimo", 6.0),
    ("nimbus sans", 7.0),
    ("carlito", 7.0),
    ("dejavu sans", 5.0),
    ("heros", 5.0),
    ("freesans", 4.0),
    ("open sans", 4.0),
    ("roboto", 3.5),
    ("lato", 3.5),
    ("noto sans", 3.0),
    ("inter", 1.5),
    ("pt sans", 2.0),
    ("clear sans", 1.5),
    ("verana sans", 1.5),
    ("switzera", 2.5),
    ("gillius", 2.0),
    ("universalis", 2.0),
    ("urw gothic", 1.5),
    ("tuffy", 1.5),
    ("liberation serif", 8.0),
    ("tinos", 5.0),
    ("nimbus roman", 7.0),
    ("termes", 5.0),
    ("freeserif", 4.0),
    ("caladea", 3.0),
    ("dejavu serif", 2.5),
    ("garamond", 5.0),
    ("old standard", 6.0),
    ("gfs didot", 6.0),
    ("gfs bodoni", 3.0),
    ("cmu serif", 4.0),
    ("cmu concrete", 2.0),
    ("c059", 4.0),
    ("schola", 3.0),
    ("p052", 3.0),
    ("essays", 3.0),
    ("ocr b", 6.0),
    ("gnu typewriter", 7.0),
    ("gnutypewriter", 7.0),
    ("courier prime", 6.0),
    ("typoscript", 7.0),
    ("compagnon", 5.0),
    ("nimbus mono", 6.0),
    ("freemono", 3.0),
    ("cursor", 3.0),
    ("liberation mono", 4.0),
    ("cmu typewriter", 4.0),
    ("latin modern mono", 4.0),
    ("latin modern roman", 3.0),
    ("inconsolata", 1.0),
];

fn is_any(name: &str, list: &[&str]) -> bool {
    list.iter().any(|part| name.contains(part))
}

fn name_of(face: &ttf_parser::Face<'_>, ids: &[u16]) -> Option<String> {
    ids.iter().find_map(|id| {
        face.names().into_iter().filter(|n| n.name_id == *id && n.is_unicode()).find_map(|n| n.to_string())
    })
}

/// Judges a font file; `None` if it is not fit.
pub(crate) fn survey(bytes: &[u8], file_name: &str) -> Option<Survey> {
    let face = ttf_parser::Face::parse(bytes, 0).ok()?;
    let family = name_of(&face, &[16, 1]).unwrap_or_else(|| file_name.to_owned());
    let style = name_of(&face, &[17, 2]).unwrap_or_default();
    let name = format!("{family} {style} {file_name}").to_lowercase();
    if is_any(&name, DENIED) {
        return None;
    }
    // A cheap look at the map before all outlines are read.
    let needed = ('a'..='z').chain('A'..='Z').chain('0'..='9').chain(".,:()-".chars());
    for c in needed {
        face.glyph_index(c).filter(|id| id.0 != 0)?;
    }
    let data = FaceData::read(bytes)?;
    let class = classify(&name, &data);
    // Codes and handwriting are also met without accents.
    let bare = matches!(class, FaceClass::Ocr | FaceClass::Hand) && data.glyph('é').is_none();
    if !(letters_fit(&data)? && (bare || accents_fit(&data)?)) {
        return None;
    }
    let weight = face.weight().to_number();
    let family_key = family.to_lowercase();
    let common = COMMON.iter().filter(|(part, _)| family_key.contains(part)).map(|(_, w)| *w).fold(0.0, f32::max);
    Some(Survey {
        bold: face.is_bold() || weight >= 600 || name.contains("bold"),
        italic: face.is_italic() || face.is_oblique() || name.contains("italic") || name.contains("oblique"),
        extreme: weight <= 250 || weight >= 850 || is_any(&name, &["thin", "extralight", "black", "heavy", "ultra"]),
        narrow: is_any(&name, &["narrow", "condensed", "cond ", "cond."]) || data.metrics.mean_advance < 0.43,
        weight: if common > 0.0 { common } else { 1.0 },
        bookish: class == FaceClass::Serif && is_any(&name, BOOKISH),
        family,
        name,
        class,
    })
}

/// Whether accents stand on their letters and the cedilla hangs below.
fn accents_fit(data: &FaceData) -> Option<bool> {
    let height = |c: char| data.glyphs[position(c)?].as_ref().map(|g| g.outline.bounds[3]);
    for (accented, plain) in [('é', 'e'), ('è', 'e'), ('à', 'a'), ('ê', 'e'), ('ô', 'o')] {
        if height(accented)? < height(plain)? * 1.08 {
            return Some(false);
        }
    }
    let depth = |c: char| data.glyphs[position(c)?].as_ref().map(|g| g.outline.bounds[1]);
    Some(depth('ç')? < depth('c')? - 0.03)
}

/// Whether small letters are no capitals, letters are no boxes, and the measures those of a text face.
fn letters_fit(data: &FaceData) -> Option<bool> {
    let mut same = 0;
    for c in 'a'..='z' {
        let small = data.glyph(c)?;
        let large = data.glyph(c.to_ascii_uppercase())?;
        if small.outline.segments.len() == large.outline.segments.len() && small.advance == large.advance {
            same += 1;
        }
        if small.outline.segments.len() < 3 {
            return Some(false);
        }
    }
    let m = &data.metrics;
    // On a typewriter all advances are alike, and a capital may happen to have as many segments as its small letter.
    let unicase = same >= 20;
    Some(!unicase && m.x_height < m.ascender * 0.95 && m.x_height > m.ascender * 0.25 && m.descender > 0.05)
}

fn classify(name: &str, data: &FaceData) -> FaceClass {
    if name.contains("ocr") && !name.contains("joscelyn") {
        FaceClass::Ocr
    } else if is_any(name, HANDS) {
        FaceClass::Hand
    } else if data.fixed_pitch || is_any(name, &["typewriter", "typoscript"]) {
        if is_any(name, TYPEWRITERS) || !is_any(name, MONOS) { FaceClass::Typewriter } else { FaceClass::Mono }
    } else if name.contains("sans") || name.contains("ptsans") {
        FaceClass::Sans
    } else if is_any(name, SERIFS) {
        FaceClass::Serif
    } else {
        FaceClass::Sans
    }
}
