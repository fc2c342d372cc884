//! Batches as a scanning line feeds them: documents of one page and of several, one after the other, with what a station puts between
//! them.
//!
//! Responsible for which documents follow each other and for the truth of where each begins. Codes of separator sheets are told beside
//! the page, not drawn: how they are read is not what batches are for.

use super::draw::{DrawnPage, PagePen};
use super::layouts::{Layout, several};
use crate::rng::Rng;

/// What a sheet is in its batch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Role {
    /// The first page of a document.
    First,
    /// A further page of the document before it.
    Next,
    /// An empty back within a document.
    Back,
    /// A separator sheet with a bar code that says this.
    Barcode(String),
    /// A separator sheet with this patch code.
    Patch(&'static str),
    /// A blank page that separates.
    Blank,
}

/// A sheet of a batch.
#[derive(Debug, Clone, PartialEq)]
pub struct DrawnSheet {
    /// The page.
    pub page: DrawnPage,
    /// What it is.
    pub role: Role,
}

/// What a station puts between documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Between {
    Nothing,
    Barcodes,
    Patches,
    Blanks,
}

/// Documents of one page.
const SINGLE: &[(Layout, f32)] = &[
    (Layout::Letter, 0.3),
    (Layout::Invoice, 0.16),
    (Layout::Certificate, 0.1),
    (Layout::Rib, 0.08),
    (Layout::Payslip, 0.08),
    (Layout::TaxNotice, 0.06),
    (Layout::Form, 0.08),
    (Layout::Statement, 0.06),
    (Layout::Identity, 0.04),
    (Layout::Typescript, 0.04),
];

impl PagePen<'_> {
    /// Draws batch number `index` of so many documents; the same index always gives the same batch.
    pub fn draw_batch(&mut self, index: u64, documents: usize) -> Vec<DrawnSheet> {
        let mut rng = Rng::stream(self.seed() ^ 0x6261_7463, index);
        let between = [Between::Nothing, Between::Barcodes, Between::Patches, Between::Blanks]
            [rng.weighted(&[0.55, 0.15, 0.15, 0.15])];
        // Where blank pages separate, backs are not scanned.
        let backs = between != Between::Blanks && rng.chance(0.25);
        let mut out = Vec::new();
        for number in 0..documents {
            if number > 0 {
                out.extend(self.separator(between, &mut rng));
            }
            let before = out.len();
            out.extend(self.document(&mut rng));
            if backs && rng.chance(0.4) {
                let at = before + 1 + rng.below(out.len() - before);
                out.insert(at, DrawnSheet { page: self.blank(&mut rng), role: Role::Back });
            }
        }
        out
    }

    fn blank(&mut self, rng: &mut Rng) -> DrawnPage {
        self.draw_as(Layout::Blank, rng.fork(), |_| {})
    }

    fn separator(&mut self, between: Between, rng: &mut Rng) -> Option<DrawnSheet> {
        let (role, code) = match between {
            Between::Nothing => return None,
            Between::Blanks => return Some(DrawnSheet { page: self.blank(rng), role: Role::Blank }),
            Between::Barcodes => {
                let code = format!("SEP-{}", rng.digits(4));
                (Role::Barcode(code.clone()), code)
            }
            Between::Patches => (Role::Patch("T"), "PATCH T".to_owned()),
        };
        let page = self.draw_as(Layout::Certificate, rng.fork(), |desk| several::separator(desk, &code));
        Some(DrawnSheet { page, role })
    }

    fn document(&mut self, rng: &mut Rng) -> Vec<DrawnSheet> {
        let kind = rng.weighted(&[0.5, 0.25, 0.13, 0.12]);
        if kind == 0 {
            let weights: Vec<f32> = SINGLE.iter().map(|(_, w)| *w).collect();
            let layout = SINGLE[rng.weighted(&weights)].0;
            let page = self.draw_as(layout, rng.fork(), |desk| layout.set(desk));
            return vec![DrawnSheet { page, role: Role::First }];
        }
        let (layout, of) = match kind {
            1 => (Layout::Letter, several::pages(rng)),
            2 => (Layout::Invoice, several::pages(rng)),
            _ => (Layout::Identity, 2),
        };
        // The same stream for all pages gives them the same faces, margins and wear; what they say comes from streams of their own.
        let look = rng.fork();
        let mut matter = None;
        let mut holder = None;
        (1..=of)
            .map(|number| {
                let words = rng.fork();
                let page = self.draw_as(layout, look.clone(), |desk| {
                    desk.rng = words;
                    match layout {
                        Layout::Letter => several::letter(desk, &mut matter, number, of),
                        Layout::Invoice => several::invoice(desk, &mut matter, number, of),
                        _ => super::layouts::identity_side(desk, &mut holder, number),
                    }
                });
                DrawnSheet { page, role: if number == 1 { Role::First } else { Role::Next } }
            })
            .collect()
    }
}
