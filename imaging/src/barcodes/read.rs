//! Reading what a cut-out shows, by rxing, and what is believed of it.
//!
//! Responsible for evidence. Not responsible for where to look. Places are in pixels of the cut-out.

use std::panic::{AssertUnwindSafe, catch_unwind};

use liasse_geometry::{Point, Quad};
use rxing::common::{GlobalHistogramBinarizer, HybridBinarizer};
use rxing::{BarcodeFormat as Rxing, Binarizer, BinaryBitmap, DecodeHints, Luma8LuminanceSource};
use rxing::{MultiFormatReader, RXingResult, Reader};

use super::bullseye::{self, COMPACT_RING};
use super::profile::{BANDS, FINE, Profile};
use super::{Barcode, BarcodeFormat, FEWEST_BARS, GLIMPSED_EVERY, aztec, datamatrix, rune, stacked};
use crate::GreyImage;

/// Bands that must agree: for formats with a check digit that is always there, and for the others.
const CHECKED: usize = 2;
const UNCHECKED: usize = 3;
/// A format without a check digit must take up this share of the bars found, or it is a part of something else.
const LEAST_SPAN: f32 = 0.55;
/// The fewest characters believed of a format without a check digit.
const LEAST_CHARACTERS: usize = 4;

const BAR_FORMATS: [Rxing; 6] =
    [Rxing::CODE_128, Rxing::CODE_39, Rxing::EAN_13, Rxing::EAN_8, Rxing::ITF, Rxing::CODABAR];
/// Digits that an ITF may have: pairs, and no more than are met; other numbers are parts of something else.
const ITF_LENGTHS: [u32; 11] = [4, 6, 8, 10, 12, 14, 16, 18, 20, 24, 30];
/// Codabar's characters, by the value that rxing gives when it is asked to keep the ones that start and stop.
const CODABAR: &[u8] = b"0123456789-$:/.+ABCD";

/// What one or more bands said.
struct Said {
    format: BarcodeFormat,
    text: String,
    /// How many did.
    count: usize,
    /// Left, top, right and bottom of the code in them.
    extent: [f32; 4],
    /// From where to where they have bars, this code's or others.
    bars: (f32, f32),
    /// It stands upside down.
    backwards: bool,
}

impl Said {
    /// Whether so many bands and so much of what is there are evidence enough.
    fn is_believed(&self, whole: bool) -> bool {
        let ([left, _, right, _], (first, last)) = (self.extent, self.bars);
        match self.format {
            BarcodeFormat::Code128 | BarcodeFormat::Ean13 => self.count >= CHECKED,
            _ => {
                self.count >= UNCHECKED
                    && self.text.chars().count() >= LEAST_CHARACTERS
                    && (whole || right - left >= LEAST_SPAN * (last - first))
            }
        }
    }
}

/// Where bars that go on from a place end, to the right or to the left: before the first gap that is too wide for a character, eight
/// times the middle one.
fn end_of_bars(edges: &[f32], from: f32, leftwards: bool) -> f32 {
    let mut gaps: Vec<f32> = edges.windows(2).map(|pair| pair[1] - pair[0]).collect();
    gaps.sort_by(f32::total_cmp);
    let widest = 8.0 * gaps.get(gaps.len() / 2).copied().unwrap_or(0.0);
    let further = |end: f32, edge: &f32| if (edge - end).abs() <= widest { Ok(*edge) } else { Err(end) };
    let ended = if leftwards {
        edges.iter().rev().filter(|edge| **edge < from).try_fold(from, further)
    } else {
        edges.iter().filter(|edge| **edge > from).try_fold(from, further)
    };
    ended.unwrap_or_else(|end| end)
}

/// A code in bars that stand upright in an image of `width` x `height` pixels, of which `profile` gives a band. `whole`: it is not
/// known to hold bars and little else.
pub(super) fn bars(width: u32, height: u32, whole: bool, profile: impl Fn(usize) -> Profile) -> Option<Barcode> {
    let width = width as usize;
    let hints = hints(&BAR_FORMATS);
    let mut reader = MultiFormatReader::default();
    let mut read: Vec<Said> = Vec::new();
    // Those that were glimpsed at first: where they say nothing, the others hardly will.
    let turns =
        (0..GLIMPSED_EVERY).flat_map(|turn| (turn..BANDS).step_by(GLIMPSED_EVERY).map(move |band| (turn, band)));
    for (turn, band) in turns {
        if turn > 0 && read.is_empty() && !whole {
            return None;
        }
        let profile = profile(band);
        let edges = &profile.edges;
        // There are more than a few.
        if edges.len() < 2 * FEWEST_BARS {
            continue;
        }
        // A clear zone on either side: the cut may have come close.
        let margin = width / 16 + 10;
        let mut decoded = |values: &[u8], paper: u8, fine: usize| {
            let mut row = vec![paper; margin * fine];
            row.extend(values);
            row.resize((width + 2 * margin) * fine, paper);
            let columns = row.len() as u32;
            let source = Luma8LuminanceSource::new(row, columns, 1).ok()?;
            let mut bitmap = BinaryBitmap::new(GlobalHistogramBinarizer::new(source));
            Some((decode(&mut reader, &mut bitmap, &hints)?, fine as f32))
        };
        let paper = profile.plain[0].max(profile.plain[width - 1]);
        let mut ends = (edges[0], edges[edges.len() - 1]);
        let result = decoded(&profile.plain, paper, 1).or_else(|| decoded(&profile.spread, 255, 1));
        // At the first round no more is made of the outer bands, which a code that hangs askew may not reach.
        let inner = (BANDS / 4..BANDS - BANDS / 4).contains(&band);
        let result = match result {
            None if turn > 0 || whole || inner => profile
                .without_frame()
                .and_then(|values| decoded(&values, 255, 1))
                .or_else(|| decoded(&profile.sharp(), 255, FINE))
                .or_else(|| {
                    let (alone, of_these) = profile.alone()?;
                    let result = decoded(&alone, 255, 1)?;
                    ends = of_these;
                    Some(result)
                }),
            found => found,
        };
        let Some((result, fine)) = result else { continue };
        let (Some(format), Some(text)) = (format(*result.getBarcodeFormat()), text(&result)) else { continue };
        // The ends of a row that rxing read from the right come in that order.
        let backwards = matches!(result.getPoints(), [a, .., b] if a.x > b.x);
        let points = result.getPoints().iter().map(|p| p.x / fine - margin as f32);
        let (mut left, mut right) = points.fold((f32::INFINITY, f32::NEG_INFINITY), |(l, r), x| (l.min(x), r.max(x)));
        if format == BarcodeFormat::Code39 {
            // rxing tells where the first character ends, not the last.
            match backwards {
                true => left = end_of_bars(edges, left, true),
                false => right = end_of_bars(edges, right, false),
            }
        }
        let y = profile.middle as f32;
        let (first, last) = ends;
        match read.iter_mut().find(|said| said.format == format && said.text == text) {
            Some(said) => {
                said.count += 1;
                said.bars = (said.bars.0.min(first), said.bars.1.max(last));
                let [l, t, r, b] = said.extent;
                said.extent = [l.min(left), t.min(y), r.max(right), b.max(y)];
            }
            None => {
                let (extent, bars) = ([left, y, right, y], (first, last));
                read.push(Said { format, text, count: 1, extent, bars, backwards });
            }
        }
    }
    read.retain(|said| said.is_believed(whole));
    let most = read.iter().map(|said| said.count).max()?;
    let mut best = read.into_iter().filter(|said| said.count == most);
    let Said { format, text, extent: [left, top, right, bottom], backwards, .. } = best.next()?;
    if best.next().is_some() {
        // As many bands say something else: neither is believed.
        return None;
    }
    let half_band = (height as f32 / BANDS as f32 / 2.0).max(0.5);
    let mut quad = Quad::from_rect(left, top - half_band, right, bottom + half_band);
    if backwards {
        quad.corners.rotate_left(2);
    }
    Some(Barcode { format, text, raw: Vec::new(), quad })
}

/// An image in black and white, in which codes of squares are looked for.
pub(super) struct Squares {
    bitmap: BinaryBitmap<HybridBinarizer<Luma8LuminanceSource>>,
    width: f32,
    height: f32,
}

impl Squares {
    /// `None` for an image that rxing does not take.
    pub(super) fn of(image: GreyImage) -> Option<Self> {
        let (width, height) = (image.width, image.height);
        let source = Luma8LuminanceSource::new(image.data, width, height).ok()?;
        let bitmap = BinaryBitmap::new(HybridBinarizer::new(source));
        Some(Self { bitmap, width: width as f32, height: height as f32 })
    }

    /// A QR code, a DataMatrix or an Aztec code, however it is turned. Their error correction is evidence enough.
    pub(super) fn any(&mut self) -> Option<Barcode> {
        self.matrix(Rxing::QR_CODE)
            .or_else(|| self.data_matrix())
            .or_else(|| self.lone_data_matrix())
            .or_else(|| self.matrix(Rxing::AZTEC))
            .or_else(|| self.about_a_bullseye())
    }

    /// A PDF417 whose rows run level.
    pub(super) fn stacked(&self) -> Option<Barcode> {
        let bits = self.bitmap.get_black_matrix();
        let stacked::Read { text, quad } = unless_it_panics(|| stacked::find(bits)).flatten()?;
        Some(Barcode { format: BarcodeFormat::Pdf417, text, raw: Vec::new(), quad })
    }

    fn matrix(&mut self, wanted: Rxing) -> Option<Barcode> {
        let hints = DecodeHints { TryHarder: Some(true), ..hints(&[wanted]) };
        let result = decode(&mut MultiFormatReader::default(), &mut self.bitmap, &hints)?;
        let points: Vec<Point> = result.getPoints().iter().map(|p| Point::new(p.x, p.y)).collect();
        let quad = match (wanted, points.as_slice()) {
            // rxing begins at the top right of an Aztec code that stands upright; which way up another stands it does not tell.
            (Rxing::QR_CODE, &[a, b, d, c]) | (Rxing::AZTEC, &[b, c, d, a]) => Quad::new([a, b, c, d]),
            _ => Quad::from_rect(0.0, 0.0, self.width, self.height),
        };
        Some(Barcode {
            format: format(*result.getBarcodeFormat())?,
            text: text(&result)?,
            raw: result.getRawBytes().to_vec(),
            quad,
        })
    }

    fn data_matrix(&self) -> Option<Barcode> {
        let bits = self.bitmap.get_black_matrix();
        let datamatrix::Read { text, raw, quad } = unless_it_panics(|| datamatrix::find(bits)).flatten()?;
        Some(Barcode { format: BarcodeFormat::DataMatrix, text, raw, quad })
    }

    /// A DataMatrix that is all there is of the image, straight and clear: one drawn, of so few pixels that no edge of it can be
    /// followed.
    fn lone_data_matrix(&mut self) -> Option<Barcode> {
        let hints = DecodeHints { PureBarcode: Some(true), ..hints(&[Rxing::DATA_MATRIX]) };
        let result = decode(&mut MultiFormatReader::default(), &mut self.bitmap, &hints)?;
        let [left, top, width, height] = self.bitmap.get_black_matrix().getEnclosingRectangle()?.map(|at| at as f32);
        Some(Barcode {
            format: BarcodeFormat::DataMatrix,
            text: text(&result)?,
            raw: result.getRawBytes().to_vec(),
            quad: Quad::from_rect(left, top, left + width, top + height),
        })
    }

    /// An Aztec rune, or a code that rxing does not find where it stands.
    fn about_a_bullseye(&self) -> Option<Barcode> {
        let aztec = |text, raw, quad| Barcode { format: BarcodeFormat::Aztec, text, raw, quad };
        bullseye::find(self.bitmap.get_black_matrix(), |grid| {
            if let Some(rune::Rune { value, quad }) = grid.upright(COMPACT_RING).as_ref().and_then(rune::read) {
                return Some(aztec(format!("{value:03}"), vec![value], quad));
            }
            aztec::symbols(&grid).find_map(|symbol| {
                let code = Squares::of(symbol.image)?.matrix(Rxing::AZTEC)?;
                Some(aztec(code.text, code.raw, symbol.quad))
            })
        })
    }
}

fn hints(formats: &[Rxing]) -> DecodeHints {
    DecodeHints {
        PossibleFormats: Some(formats.iter().copied().collect()),
        ReturnCodabarStartEnd: Some(true),
        AllowedLengths: Some(ITF_LENGTHS.to_vec()),
        ..DecodeHints::default()
    }
}

fn decode<B: Binarizer>(
    reader: &mut MultiFormatReader,
    bitmap: &mut BinaryBitmap<B>,
    hints: &DecodeHints,
) -> Option<RXingResult> {
    unless_it_panics(|| reader.decode_with_hints(bitmap, hints))?.ok()
}

/// What rxing makes of an image. The image is a stranger's: a panic in the decoder must stay no code. Nothing broken is left
/// behind: a reader is given its hints anew each time, and what a bitmap keeps is written once.
fn unless_it_panics<T>(work: impl FnOnce() -> T) -> Option<T> {
    catch_unwind(AssertUnwindSafe(work)).ok()
}

fn format(of: Rxing) -> Option<BarcodeFormat> {
    Some(match of {
        Rxing::CODE_128 => BarcodeFormat::Code128,
        Rxing::CODE_39 => BarcodeFormat::Code39,
        Rxing::EAN_13 => BarcodeFormat::Ean13,
        Rxing::EAN_8 => BarcodeFormat::Ean8,
        Rxing::ITF => BarcodeFormat::Itf,
        Rxing::CODABAR => BarcodeFormat::Codabar,
        Rxing::QR_CODE => BarcodeFormat::QrCode,
        Rxing::DATA_MATRIX => BarcodeFormat::DataMatrix,
        Rxing::PDF_417 => BarcodeFormat::Pdf417,
        Rxing::AZTEC => BarcodeFormat::Aztec,
        _ => return None,
    })
}

fn text(result: &RXingResult) -> Option<String> {
    let text = result.getText();
    if *result.getBarcodeFormat() == Rxing::AZTEC {
        return Some(without_append_header(text, result.getRawBytes()).to_owned());
    }
    if *result.getBarcodeFormat() == Rxing::CODABAR {
        return text.chars().map(|c| CODABAR.get(c as usize).map(|c| char::from(*c))).collect();
    }
    Some(text.to_owned())
}

/// The text of an Aztec code without the header of a structured append (ISO/IEC 24778, 8: after the codewords that latch to mixed and
/// back to upper case an optional identifier between spaces, then two letters that say which part of how many it is).
fn without_append_header<'a>(text: &'a str, raw: &[u8]) -> &'a str {
    // Two times 29 in five bits each.
    if !matches!(raw, [0b1110_1111, second, ..] if second >> 6 == 0b01) {
        return text;
    }
    let after = match text.strip_prefix(' ') {
        Some(named) => named.split_once(' ').map_or(named, |(_, after)| after),
        None => text,
    };
    let mut characters = after.chars();
    let part = [characters.next(), characters.next()];
    if part.iter().all(|c| c.is_some_and(|c| c.is_ascii_uppercase())) { characters.as_str() } else { text }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_header_of_an_appended_code_is_no_text() {
        // 29, 29: to mixed and back.
        let appended = [0b1110_1111, 0b0100_0011];
        assert_eq!(without_append_header(" Z1.txt DG3456", &appended), "3456");
        assert_eq!(without_append_header("BC3456", &appended), "3456");
        assert_eq!(without_append_header("3456", &appended), "3456");
        assert_eq!(without_append_header(" Z1.txt DG3456", &[0b1110_1110, 0]), " Z1.txt DG3456");
    }
}
