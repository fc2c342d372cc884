//! What is written: French names, phrases, codes, running text, and mixes that show every character.
//!
//! Decides words, not looks. A text may hold [`crate::charset::THIN`] and [`crate::charset::GAP`], which are drawn but are
//! not, or not so, in the truth.

pub(crate) mod codes;
mod kinds;
mod running;
mod till;
pub(crate) mod words;
pub(crate) mod zones;

pub(crate) use kinds::{Kind, bic, company, person, street, tidy, town};
pub(crate) use running::Running;

/// A letter without its accent (one for one: the ligatures stay).
pub(crate) fn plain(c: char) -> char {
    match c {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => 'a',
        'ç' => 'c',
        'é' | 'è' | 'ê' | 'ë' => 'e',
        'î' | 'ï' | 'í' | 'ì' => 'i',
        'ô' | 'ö' | 'ó' | 'õ' | 'ò' | 'ø' => 'o',
        'ù' | 'û' | 'ü' | 'ú' => 'u',
        'ÿ' => 'y',
        'ñ' => 'n',
        'À' | 'Â' | 'Ä' | 'Á' | 'Ã' | 'Å' => 'A',
        'Ç' => 'C',
        'É' | 'È' | 'Ê' | 'Ë' => 'E',
        'Î' | 'Ï' | 'Í' | 'Ì' => 'I',
        'Ô' | 'Ö' | 'Ó' | 'Õ' | 'Ò' | 'Ø' => 'O',
        'Ù' | 'Û' | 'Ü' | 'Ú' => 'U',
        'Ÿ' => 'Y',
        'Ñ' => 'N',
        other => other,
    }
}

/// The text in capitals, with or without their accents.
pub(crate) fn capitals(text: &str, accents: bool) -> String {
    let upper = text.replace('ß', "ss").to_uppercase();
    if accents { upper } else { upper.chars().map(plain).collect() }
}
