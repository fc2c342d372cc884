//! What a page says and where: the truth beside a drawn page.

use serde::{Deserialize, Serialize};

/// A quadrilateral in pixels of the image, clockwise from the top-left corner of the text as read:
/// x0, y0, x1, y1, x2, y2, x3, y3.
pub type Quad = [f32; 8];

/// A word of a line.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct WordTruth {
    /// Its part of the line's box.
    pub quad: Quad,
    /// What it says.
    pub text: String,
}

/// A line: words on one baseline with no gap wider than about 2 em and no table border between.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct LineTruth {
    /// The nominal box: from the tops of b, d, h, l of its face to the feet of p, q, g, as wide as the text.
    pub quad: Quad,
    /// Its words, with single spaces.
    pub text: String,
    /// Drawn with a handwriting-like face.
    pub hand: bool,
    /// Its words, left to right.
    pub words: Vec<WordTruth>,
    /// Lines of the same row (cells of a table's row, a label and its value) have the same number.
    pub row: u32,
}

/// A named value on the page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FieldTruth {
    /// What it is, such as `iban` or `total_ttc`.
    pub name: String,
    /// The value as drawn.
    pub value: String,
    /// Where it stands.
    pub quad: Quad,
}

/// The truth of a page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PageTruth {
    /// The lines in reading order.
    pub lines: Vec<LineTruth>,
    /// What kind of document it is, such as `letter` or `invoice`.
    pub doc_type: String,
    /// By how many degrees the content is turned, counter-clockwise positive.
    pub skew_deg: f32,
    /// Named values.
    pub fields: Vec<FieldTruth>,
    /// Resolution of the image in dots per inch.
    pub dpi: f32,
    /// Where the sheet lies, its corners clockwise from its own top-left one; parts of it may lie outside the image.
    #[serde(default)]
    pub sheet: Quad,
}

impl PageTruth {
    /// The text of the page in reading order: a line of text for each row.
    pub fn text(&self) -> String {
        let mut out = String::new();
        let mut row = None;
        for line in &self.lines {
            if let Some(before) = row {
                out.push(if before == line.row { ' ' } else { '\n' });
            }
            out.push_str(&line.text);
            row = Some(line.row);
        }
        out
    }
}
