//! Making a text drawable with a face: what the face lacks is replaced as a typist would.

use crate::faces::face::FaceData;
use crate::text::plain;

/// The text with every character drawable by the face, or `None` when too much would be lost.
pub(crate) fn fitted(text: &str, face: &FaceData) -> Option<String> {
    if face.covers(text) {
        return Some(text.to_owned());
    }
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_whitespace() || face.glyph(c).is_some() {
            out.push(c);
            continue;
        }
        let stand_in: String = match c {
            '’' | '‘' | '´' => "'".to_owned(),
            '“' | '”' | '„' | '«' | '»' => "\"".to_owned(),
            '–' | '—' => "-".to_owned(),
            '…' => "...".to_owned(),
            'œ' => "oe".to_owned(),
            'Œ' => "OE".to_owned(),
            'æ' => "ae".to_owned(),
            'Æ' => "AE".to_owned(),
            '№' => "N°".to_owned(),
            '°' => "o".to_owned(),
            '€' => "F".to_owned(),
            '•' | '·' => "-".to_owned(),
            '×' => "x".to_owned(),
            '(' | ')' | '[' | ']' | '/' => "-".to_owned(),
            '&' => "et".to_owned(),
            other => plain(other).to_string(),
        };
        if !face.covers(&stand_in) {
            return None;
        }
        out.push_str(&stand_in);
    }
    Some(out)
}
