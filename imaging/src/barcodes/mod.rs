//! Barcodes anywhere on a page, at any right angle and a few degrees of skew.
//!
//! Responsible for finding where codes may be (cheaply, so that a page without any costs little), for cutting those places
//! out, and for believing only what has evidence enough. The decoding is mostly rxing's, a port of ZXing in pure Rust; ours are
//! the patch codes and Aztec runes, which it does not know, where an Aztec code stands among other things, the edges of bars that are
//! narrow or blurred, the grid of a DataMatrix whose modules are uneven, and the text of a PDF417. Not responsible for what a code
//! says.
//!
//! A code in bars has no error correction, and some have no check digit either: it is believed when several bands across
//! it say the same, more of them for the weaker formats. UPC-E is not read at all, since six digits out of a few bars are
//! found in any table; UPC-A comes as the EAN-13 that it is.

mod aztec;
mod bullseye;
mod compaction;
mod datamatrix;
mod finder;
mod patch;
mod profile;
mod read;
mod rune;
mod stacked;
mod tiles;

use liasse_geometry::{Point, Quad, Transform};

use crate::{CpuSampler, GreyPyramid, Region, Sampler};
use finder::{Candidate, Kind, Standing};
use profile::Profile;

/// Pixels of a cut-out at most: a place as large as a page is looked at in less detail.
const MAX_CUT_PIXELS: f64 = 4_000_000.0;
/// And of a dense place, whose modules are large where it is.
const MAX_DENSE_PIXELS: f64 = 1_000_000.0;
/// And of a stacked place, which is as wide as its lines are long.
const MAX_STACKED_PIXELS: f64 = 400_000.0;
/// And of an image that is looked at as a whole for codes of squares: those with modules too small for that are found as dense places.
const MAX_WHOLE_PIXELS: f64 = 80_000.0;
/// Pixels in which all the places of a page that look little like a code are looked at, together: bars, and dense ones. What is left of
/// them is no use below so many.
const UNLIKELY_BARS_PIXELS: f64 = 50_000.0;
const UNLIKELY_DENSE_PIXELS: f64 = 30_000.0;
const LEAST_PIXELS: f64 = 4_000.0;
/// Pixels in which likely places that are weak are looked at.
const WEAK_PIXELS: f64 = 50_000.0;
/// Pixels in which likely places are magnified or reduced, after they were looked at as they are.
const AGAIN_PIXELS: f64 = 100_000.0;
/// Glimpsing at bars takes as long, for each pixel of their width, as looking for squares in so many; reading them takes so many more.
const GLIMPSE_PIXELS: f64 = 8.0;
const BAR_PIXELS: f64 = 40.0;
/// A place found on a page that is wider or higher than this, in pixels, has no modules so small that magnifying helps...
const MAGNIFIED: f32 = 250.0;
const MAGNIFIED_WHOLE: f32 = 500.0;
/// ...and one narrower and lower than this has none that reducing helps.
const REDUCED: f32 = 600.0;

/// What is reduced once more is at most this share as wide as before.
const LEAST_REDUCED: f32 = 0.8;

/// Two bands across the bars of a code are at least so alike, see [`Profile::likeness`].
const LEAST_LIKENESS: f32 = 0.5;

/// Pixels by which bars that do not stand quite upright may have moved from one of them to the next, or one for so many between.
const LEAST_SHIFT: usize = 4;
const SHIFT_SHARE: usize = 20;

/// A place is glimpsed at in every so many of the bands that bars are read in.
const GLIMPSED_EVERY: usize = 3;

/// A stacked code's start or stop pattern is met by so many of the bands that are glimpsed at.
const LEAST_CROSSED: usize = 2;

/// Bars that the shortest code in bars has, less two that blur may take: four digits of ITF. The
/// rules of a table are fewer.
const FEWEST_BARS: usize = 12;

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
    /// The data codewords of a QR code, a DataMatrix or an Aztec code after error correction, and a rune's value; empty for the
    /// other codes, whose text is all there is.
    pub raw: Vec<u8>,
    /// Where it stands in pixels of the page, clockwise from its own top left corner.
    pub quad: Quad,
}

impl Barcode {
    /// The code where a transform puts it.
    fn moved(self, transform: &Transform) -> Self {
        Self { quad: self.quad.mapped(transform), ..self }
    }
}

/// Reads the codes of a page, from top to bottom.
pub fn read_barcodes(page: &GreyPyramid) -> Vec<Barcode> {
    let mut found: Vec<Barcode> = Vec::new();
    let mut left = Left {
        unlikely_bars: UNLIKELY_BARS_PIXELS,
        unlikely_dense: UNLIKELY_DENSE_PIXELS,
        weak: WEAK_PIXELS,
        again: AGAIN_PIXELS,
    };
    for candidate in finder::candidates(page) {
        if found.iter().any(|code| covers(&code.quad, candidate.region)) {
            continue;
        }
        if let Some(code) = read_one(page, &candidate, &mut left)
            && !found.iter().any(|other| other.text == code.text && other.quad.iou(&code.quad) > 0.1)
        {
            found.push(code);
        }
    }
    // Bars of a code that is read are no patch.
    let patches = patch::find(page);
    let apart = |patch: &Barcode| !found.iter().any(|code| code.quad.intersection_area(&patch.quad) > 0.0);
    let patches: Vec<Barcode> = patches.into_iter().filter(apart).collect();
    found.extend(patches);
    found.sort_by(|a, b| a.quad.centre().y.total_cmp(&b.quad.centre().y));
    found
}

/// Whether most of a region already belongs to a code.
fn covers(quad: &Quad, (left, top, right, bottom): (f32, f32, f32, f32)) -> bool {
    let region = Quad::from_rect(left, top, right, bottom);
    quad.intersection_area(&region) > 0.5 * region.area()
}

/// The pixels that the places of a page may still take up. Counted, not timed: the same page is always looked at in the same way.
struct Left {
    /// Those that look little like a code.
    unlikely_bars: f64,
    unlikely_dense: f64,
    /// Likely ones that are weak.
    weak: f64,
    /// The others, magnified or reduced.
    again: f64,
}

impl Left {
    /// Takes what a look at a place takes; `false` where less is left. The first look at a likely place and at the whole is free.
    fn takes(&mut self, candidate: &Candidate, zoom: f64, pixels: f64) -> bool {
        let left = match (candidate.standing, candidate.kind) {
            (Standing::Unlikely, Kind::Dense) => &mut self.unlikely_dense,
            (Standing::Unlikely, _) => &mut self.unlikely_bars,
            (Standing::Weak, _) => &mut self.weak,
            (Standing::Likely, Kind::Bars { .. } | Kind::Dense) if zoom != 1.0 => &mut self.again,
            (Standing::Likely, _) => return true,
        };
        // Columns and rows are whole: a place that was reduced to what is left may have a few more.
        let enough = pixels <= 1.05 * *left;
        if enough {
            *left -= pixels;
        }
        enough
    }
}

fn read_one(page: &GreyPyramid, candidate: &Candidate, left_over: &mut Left) -> Option<Barcode> {
    let turns: &[f64] = if candidate.kind == Kind::Whole { &[0.0, 90.0] } else { &[0.0] };
    let angle = if let Kind::Bars { degrees } = candidate.kind { degrees } else { 0.0 };
    // As it is, then magnified for small modules, then reduced for large and rough ones.
    let zooms: &[f64] = if candidate.standing == Standing::Likely { &[1.0, 2.0, 0.5] } else { &[1.0] };
    let (left, top, right, bottom) = candidate.region;
    let side = (right - left).max(bottom - top);
    let whole = candidate.kind == Kind::Whole;
    let in_bars = matches!(candidate.kind, Kind::Bars { .. });
    let only_stacked = candidate.kind == Kind::Stacked;
    let most = match (candidate.kind, candidate.standing) {
        (Kind::Dense, Standing::Unlikely) if left_over.unlikely_dense < LEAST_PIXELS => return None,
        (Kind::Dense, Standing::Unlikely) => left_over.unlikely_dense,
        (_, Standing::Unlikely) if left_over.unlikely_bars < LEAST_PIXELS => return None,
        (_, Standing::Weak) if left_over.weak < LEAST_PIXELS => return None,
        // What is left is better spent on all of a place in less detail than on none of it.
        (Kind::Dense, Standing::Weak) => left_over.weak,
        (Kind::Bars { .. }, Standing::Weak) => {
            let (wide, high) = turned_size(candidate.region, angle);
            (left_over.weak / (GLIMPSE_PIXELS + BAR_PIXELS)).powi(2) * high / wide
        }
        (Kind::Dense, _) => MAX_DENSE_PIXELS,
        (Kind::Stacked, _) => MAX_STACKED_PIXELS,
        _ => MAX_CUT_PIXELS,
    };
    for zoom in zooms.iter().copied() {
        if (zoom > 1.0 && side > if whole { MAGNIFIED_WHOLE } else { MAGNIFIED })
            || (zoom < 1.0 && side < REDUCED && !whole)
        {
            continue;
        }
        for turn in turns {
            let degrees = angle + turn;
            let Some(region) = cut(candidate, degrees, zoom, most) else { continue };
            // A large place was reduced before: one that is hardly smaller shows nothing new.
            let is_new = |region: &Region, most: f64| {
                let reduced = |first: Region| region.width as f32 <= LEAST_REDUCED * first.width as f32;
                zoom >= 1.0 || cut(candidate, degrees, 1.0, most).is_none_or(reduced)
            };
            if !is_new(&region, most) {
                continue;
            }
            let (width, height) = (f64::from(region.width), f64::from(region.height));
            if (in_bars || only_stacked) && !left_over.takes(candidate, zoom, width * GLIMPSE_PIXELS) {
                continue;
            }
            let glimpsed = glimpses(page, &region);
            let stacked = (whole || zoom == 1.0) && is_stacked(&glimpsed);
            let barred = (in_bars || whole) && is_barred(&glimpsed, region.height as usize);
            if in_bars && !stacked && !barred {
                continue;
            }
            let takes = match (in_bars, only_stacked, stacked) {
                (true, _, false) => BAR_PIXELS,
                // What comes after glimpsing at it comes for codes alone.
                (_, true, true) => 0.0,
                (_, true, false) => GLIMPSE_PIXELS,
                _ => height,
            };
            if !left_over.takes(candidate, zoom, width * takes) {
                continue;
            }
            // Bars are read from a few rows: no more of the place is cut out for them.
            let profile = |band: usize| match glimpsed.get(band / GLIMPSED_EVERY) {
                Some(profile) if band.is_multiple_of(GLIMPSED_EVERY) => profile.clone(),
                _ => glimpse(page, &region, band),
            };
            let bars =
                || read::bars(region.width, region.height, whole, profile).map(|code| code.moved(&region.to_page));
            let squares = *turn == 0.0 && !in_bars && !only_stacked;
            let squared = || match whole.then(|| cut(candidate, degrees, zoom, MAX_WHOLE_PIXELS)).flatten() {
                Some(reduced) if reduced.width < region.width => {
                    in_squares(page, &reduced, squares && is_new(&reduced, MAX_WHOLE_PIXELS), false)
                        .or_else(|| in_squares(page, &region, false, stacked))
                }
                _ => in_squares(page, &region, squares, stacked),
            };
            let lying = || {
                let region = (matches!(candidate.kind, Kind::Dense | Kind::Stacked) && zoom == 1.0)
                    .then(|| cut(candidate, 90.0, zoom, most))??;
                is_stacked(&glimpses(page, &region)).then(|| in_squares(page, &region, false, true))?
            };
            let code = barred.then(bars).flatten().or_else(squared).or_else(lying);
            if code.is_some() {
                return code;
            }
        }
    }
    None
}

/// Whether bands show bars enough side by side. Lines of text are bars of a kind too, but no two bands across them are alike.
fn is_barred(glimpsed: &[Profile], height: usize) -> bool {
    let shift = LEAST_SHIFT.max(GLIMPSED_EVERY * height / profile::BANDS / SHIFT_SHARE);
    glimpsed.iter().any(|profile| profile.has_bars(FEWEST_BARS))
        && glimpsed.windows(2).any(|pair| pair[0].likeness(&pair[1], shift) >= LEAST_LIKENESS)
}

/// Whether bands meet a stacked code's start or stop; they are not alike.
fn is_stacked(glimpsed: &[Profile]) -> bool {
    glimpsed.iter().filter(|profile| stacked::crosses(profile)).count() >= LEAST_CROSSED
}

/// A code of a region other than one in bars: of squares, stacked, either or none.
fn in_squares(page: &GreyPyramid, region: &Region, squares: bool, stacked: bool) -> Option<Barcode> {
    let image = (squares || stacked).then(|| CpuSampler.sample(page, &[*region]).remove(0))?;
    let mut image = read::Squares::of(image)?;
    let code = squares.then(|| image.any()).flatten().or_else(|| stacked.then(|| image.stacked()).flatten());
    Some(code?.moved(&region.to_page))
}

/// A few bands of a region: what they show to be no code need not be cut out.
fn glimpses(page: &GreyPyramid, region: &Region) -> Vec<Profile> {
    (0..profile::BANDS).step_by(GLIMPSED_EVERY).map(|band| glimpse(page, region, band)).collect()
}

/// One of the [`profile::BANDS`] bands of a region.
fn glimpse(page: &GreyPyramid, region: &Region, band: usize) -> Profile {
    let (first, rows) = Profile::rows(region.height as usize, band);
    let to_page = Transform::translation(0.0, first as f64).then(&region.to_page);
    let image = CpuSampler.sample(page, &[Region { to_page, height: rows as u32, ..*region }]).remove(0);
    Profile::mean(&image.data, image.width as usize, first + rows / 2)
}

/// Width and height of what a region takes up once it is turned upright.
fn turned_size((left, top, right, bottom): (f32, f32, f32, f32), degrees: f64) -> (f64, f64) {
    let (width, height) = (f64::from(right - left), f64::from(bottom - top));
    let (sin, cos) = degrees.to_radians().sin_cos();
    (width * cos.abs() + height * sin.abs(), height * cos.abs() + width * sin.abs())
}

/// The region that shows a candidate turned upright, in so many pixels at most: `degrees` is by how much it is turned,
/// counter-clockwise.
fn cut(candidate: &Candidate, degrees: f64, zoom: f64, most: f64) -> Option<Region> {
    let (left, top, right, bottom) = candidate.region;
    let (wide, high) = turned_size(candidate.region, degrees);
    let zoom = zoom.min((most / (wide * high)).sqrt());
    let (columns, rows) = ((wide * zoom).round(), (high * zoom).round());
    if columns < 4.0 || rows < 1.0 {
        return None;
    }
    let centre = Point::new((left + right) / 2.0, (top + bottom) / 2.0);
    let to_page = Transform::scaling(wide / columns, high / rows)
        .then(&Transform::translation(f64::from(centre.x) - wide / 2.0, f64::from(centre.y) - high / 2.0))
        .then(&Transform::rotation(degrees, centre));
    Some(Region { to_page, width: columns as u32, height: rows as u32, background: 255 })
}
