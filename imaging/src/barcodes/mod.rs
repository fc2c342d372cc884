//! Barcodes anywhere on a page, at any right angle and a few degrees of skew.
//!
//! Responsible for finding where codes may be (cheaply, so that a page without any costs little), for cutting those places
//! out, and for believing only what has evidence enough. The decoding itself is rxing's, a port of ZXing in pure Rust, but for
//! the patch codes, which it does not know. Not responsible for what a code says.
//!
//! A code in bars has no error correction, and some have no check digit either: it is believed when several bands across
//! it say the same, more of them for the weaker formats. UPC-E is not read at all, since six digits out of a few bars are
//! found in any table; UPC-A comes as the EAN-13 that it is.

mod compaction;
mod datamatrix;
mod finder;
mod patch;
mod profile;
mod read;
mod rune;
mod stacked;

use liasse_geometry::{Point, Quad, Transform};

use crate::{CpuSampler, GreyPyramid, Region, Sampler};
use finder::{Candidate, Kind};

/// Pixels of a cut-out at most: a place as large as a page is looked at in less detail.
const MAX_CUT_PIXELS: f64 = 4_000_000.0;
/// A place found on a page that is wider or higher than this, in pixels, has no modules so small that magnifying helps...
const MAGNIFIED: f32 = 250.0;
const MAGNIFIED_WHOLE: f32 = 500.0;
/// ...and one narrower and lower than this has none that reducing helps.
const REDUCED: f32 = 600.0;

/// Bars that the shortest code in bars has, less two that blur may take: four digits of ITF...
const FEWEST_BARS: usize = 12;
/// ...and a PDF417 of one column. The rules of a table are fewer.
const FEWEST_STACKED: usize = 18;

/// What kind of code.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum BarcodeFormat {
    /// Code 128, GS1-128 included.
    Code128,
    /// Code 39.
    Code39,
    /// EAN-13, UPC-A included (as the EAN-13 that begins with 0).
    Ean13,
    /// EAN-8.
    Ean8,
    /// Interleaved 2 of 5.
    Itf,
    /// Codabar; its text includes the letters that start and stop it.
    Codabar,
    /// QR code.
    QrCode,
    /// DataMatrix (ECC 200).
    DataMatrix,
    /// PDF417.
    Pdf417,
    /// Aztec.
    Aztec,
    /// A patch code of a separator sheet; its text is 1, 2, 3, 4, 6 or T.
    Patch,
}

/// A code that was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Barcode {
    /// What kind of code.
    pub format: BarcodeFormat,
    /// What it says.
    pub text: String,
    /// The data codewords of a matrix code, after error correction; empty for the codes in bars, whose text is all there
    /// is.
    pub raw: Vec<u8>,
    /// Where it stands in pixels of the page, clockwise from its own top left corner.
    pub quad: Quad,
}

/// Reads the codes of a page, from top to bottom.
pub fn read_barcodes(page: &GreyPyramid) -> Vec<Barcode> {
    let mut found: Vec<Barcode> = Vec::new();
    for candidate in finder::candidates(page) {
        if found.iter().any(|code| covers(&code.quad, candidate.region)) {
            continue;
        }
        if let Some(code) = read_one(page, &candidate)
            && !found.iter().any(|other| other.text == code.text && other.quad.iou(&code.quad) > 0.1)
        {
            found.push(code);
        }
    }
    found.extend(patch::find(page));
    found.sort_by(|a, b| a.quad.centre().y.total_cmp(&b.quad.centre().y));
    found
}

/// Whether most of a region already belongs to a code.
fn covers(quad: &Quad, (left, top, right, bottom): (f32, f32, f32, f32)) -> bool {
    let region = Quad::from_rect(left, top, right, bottom);
    quad.intersection_area(&region) > 0.5 * region.area()
}

fn read_one(page: &GreyPyramid, candidate: &Candidate) -> Option<Barcode> {
    let turns: &[f64] = if candidate.kind == Kind::Whole { &[0.0, 90.0] } else { &[0.0] };
    let angle = if let Kind::Bars { degrees } = candidate.kind { degrees } else { 0.0 };
    // As it is, then magnified for small modules, then reduced for large and rough ones.
    let (left, top, right, bottom) = candidate.region;
    let side = (right - left).max(bottom - top);
    let whole = candidate.kind == Kind::Whole;
    for zoom in [1.0, 2.0, 0.5] {
        if (zoom > 1.0 && side > if whole { MAGNIFIED_WHOLE } else { MAGNIFIED })
            || (zoom < 1.0 && side < REDUCED && !whole)
        {
            continue;
        }
        for turn in turns {
            let Some((region, to_page)) = cut(candidate, angle + turn, zoom) else { continue };
            let image = CpuSampler.sample(page, &[region]).remove(0);
            let found = if matches!(candidate.kind, Kind::Bars { .. }) { read::most_bars(&image) } else { usize::MAX };
            if found < FEWEST_BARS {
                continue;
            }
            let bars = !matches!(candidate.kind, Kind::Dense);
            let squares = *turn == 0.0 && !matches!(candidate.kind, Kind::Bars { .. });
            let mut code = bars.then(|| read::bars(&image, whole)).flatten();
            if code.is_none() {
                let mut image = read::Squares::of(image)?;
                code = squares.then(|| image.any()).flatten();
                // Rules of a table look like bars from afar: no further look at them for the rows of a PDF417.
                if code.is_none() && (whole || zoom == 1.0 && found >= FEWEST_STACKED) {
                    code = image.stacked();
                }
            }
            if let Some(mut code) = code {
                code.quad = code.quad.mapped(&to_page);
                return Some(code);
            }
            if candidate.kind == Kind::Dense && zoom == 1.0 {
                let (region, to_page) = cut(candidate, 90.0, zoom)?;
                let image = CpuSampler.sample(page, &[region]).remove(0);
                if let Some(mut code) = read::Squares::of(image)?.stacked() {
                    code.quad = code.quad.mapped(&to_page);
                    return Some(code);
                }
            }
        }
    }
    None
}

/// The region that shows a candidate turned upright: `degrees` is by how much it is turned, counter-clockwise.
fn cut(candidate: &Candidate, degrees: f64, zoom: f64) -> Option<(Region, Transform)> {
    let (left, top, right, bottom) = candidate.region;
    let (width, height) = (f64::from(right - left), f64::from(bottom - top));
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (wide, high) = (width * cos.abs() + height * sin.abs(), height * cos.abs() + width * sin.abs());
    let zoom = zoom.min((MAX_CUT_PIXELS / (wide * high)).sqrt());
    let (columns, rows) = ((wide * zoom).round(), (high * zoom).round());
    if columns < 4.0 || rows < 1.0 {
        return None;
    }
    let centre = Point::new((left + right) / 2.0, (top + bottom) / 2.0);
    let to_page = Transform::scaling(wide / columns, high / rows)
        .then(&Transform::translation(f64::from(centre.x) - wide / 2.0, f64::from(centre.y) - high / 2.0))
        .then(&Transform::rotation(degrees, centre));
    Some((Region { to_page, width: columns as u32, height: rows as u32, background: 255 }, to_page))
}
