//! Reading what a cut-out shows, by rxing, and what is believed of it.
//!
//! Responsible for evidence. Not responsible for where to look. Places are in pixels of the cut-out.

use std::panic::{AssertUnwindSafe, catch_unwind};

use liasse_geometry::{Point, Quad};
use rxing::common::{GlobalHistogramBinarizer, HybridBinarizer};
use rxing::{BarcodeFormat as Rxing, Binarizer, BinaryBitmap, DecodeHints, Luma8LuminanceSource};
use rxing::{MultiFormatReader, RXingResult, Reader};

use super::{Barcode, BarcodeFormat};
use crate::GreyImage;

/// Bands across the bars that are read, each the mean of up to so many rows.
const BANDS: usize = 23;
const BAND_ROWS: usize = 4;
/// Less between bars and paper than this, in grey levels, are no bars.
const LEAST_CONTRAST: u16 = 24;
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

/// Rows across the bars, added up.
struct Band {
    middle: usize,
    rows: usize,
    sums: Vec<u16>,
}

impl Band {
    fn of(image: &GreyImage, band: usize) -> Self {
        let (width, height) = (image.width as usize, image.height as usize);
        let middle = (2 * band + 1) * height / (2 * BANDS);
        let rows = (height / BANDS).clamp(1, BAND_ROWS);
        let first = middle.saturating_sub(rows / 2).min(height - rows);
        let mut sums = vec![0u16; width];
        for row in image.data[first * width..(first + rows) * width].chunks_exact(width) {
            sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += u16::from(*value));
        }
        Self { middle, rows, sums }
    }
}

/// The most bars that stand beside one another in a band.
pub(super) fn most_bars(image: &GreyImage) -> usize {
    let in_band = |band| {
        let band = Band::of(image, band);
        let dark: Vec<bool> = stretched(&band.sums, band.rows as u16).iter().map(|value| *value < 128).collect();
        dark.windows(2).filter(|pair| !pair[0] && pair[1]).count()
    };
    (0..BANDS).step_by(3).map(in_band).max().unwrap_or(0)
}

/// A code in bars that stand upright. `whole`: the image is not known to hold bars and little else.
pub(super) fn bars(image: &GreyImage, whole: bool) -> Option<Barcode> {
    let (width, height) = (image.width as usize, image.height as usize);
    let hints = hints(&BAR_FORMATS);
    let mut reader = MultiFormatReader::default();
    // What was read, in how many bands, from where to where, and from which to which row.
    let mut read: Vec<(BarcodeFormat, String, usize, [f32; 4])> = Vec::new();
    // Every third band first: where those say nothing, the others hardly will.
    for (turn, band) in (0..3).flat_map(|turn| (turn..BANDS).step_by(3).map(move |band| (turn, band))) {
        if turn > 0 && read.is_empty() && !whole {
            return None;
        }
        let Band { middle, rows, sums } = Band::of(image, band);
        // A clear zone on either side: the cut may have come close.
        let margin = width / 16 + 10;
        let spread = stretched(&sums, rows as u16);
        let mut decoded = |values: &[u8], paper: u8| {
            let mut profile = vec![paper; margin];
            profile.extend(values);
            profile.resize(width + 2 * margin, paper);
            let columns = profile.len() as u32;
            let source = Luma8LuminanceSource::new(profile, columns, 1).ok()?;
            decode(&mut reader, GlobalHistogramBinarizer::new(source), &hints)
        };
        let plain: Vec<u8> = sums.iter().map(|sum| (sum / rows as u16) as u8).collect();
        let paper = plain[0].max(plain[width - 1]);
        let result = decoded(&plain, paper).or_else(|| decoded(&spread, 255));
        let Some(result) = result.or_else(|| decoded(&without_frame(&spread)?, 255)) else {
            continue;
        };
        let (Some(format), Some(text)) = (format(*result.getBarcodeFormat()), text(&result)) else { continue };
        let ends = result.getPoints().iter().map(|p| p.x - margin as f32);
        let (left, mut right) = ends.fold((f32::INFINITY, f32::NEG_INFINITY), |(l, r), x| (l.min(x), r.max(x)));
        if format == BarcodeFormat::Code39 {
            // rxing tells where the first character ends, not the last.
            let last = spread.iter().rposition(|value| *value < 128);
            right = last.map_or(right, |last| last as f32 + 1.0);
        }
        let y = middle as f32;
        match read.iter_mut().find(|r| r.0 == format && r.1 == text) {
            Some((_, _, count, extent)) => {
                *count += 1;
                *extent = [extent[0].min(left), extent[1].min(y), extent[2].max(right), extent[3].max(y)];
            }
            None => read.push((format, text, 1, [left, y, right, y])),
        }
    }
    let (format, text, count, [left, top, right, bottom]) = read.into_iter().max_by_key(|r| r.2)?;
    let checked = matches!(format, BarcodeFormat::Code128 | BarcodeFormat::Ean13);
    let believed = if checked {
        count >= CHECKED
    } else {
        count >= UNCHECKED
            && text.chars().count() >= LEAST_CHARACTERS
            && (whole || right - left >= LEAST_SPAN * width as f32)
    };
    let half_band = (height as f32 / BANDS as f32 / 2.0).max(0.5);
    believed.then(|| Barcode {
        format,
        text,
        raw: Vec::new(),
        quad: Quad::from_rect(left, top - half_band, right, bottom + half_band),
    })
}

/// A profile with paper instead of the dark at its ends, where a cut-out ends in a frame or in something else beside the code that
/// leaves it no clear zone. `None` where its ends are paper, or nothing would be left.
fn without_frame(spread: &[u8]) -> Option<Vec<u8>> {
    let light = |value: &u8| *value >= 128;
    let (first, last) = (spread.iter().position(light)?, spread.iter().rposition(light)?);
    (first > 0 || last + 1 < spread.len()).then(|| {
        let paper = |length| std::iter::repeat_n(255, length);
        let within = spread[first..=last].iter().copied();
        paper(first).chain(within).chain(paper(spread.len() - last - 1)).collect()
    })
}

/// The profile of a band with the full range of grey wherever there are bars, whatever the light: each value between the
/// least and the most of its surroundings. What has no contrast is paper.
fn stretched(sums: &[u16], rows: u16) -> Vec<u8> {
    let reach = (sums.len() / 12).max(16);
    let blocks: Vec<(u16, u16)> = sums
        .chunks(reach)
        .map(|block| block.iter().fold((u16::MAX, 0), |(low, high), v| (low.min(*v), high.max(*v))))
        .collect();
    let around = |x: usize| {
        let block = x / reach;
        let near = &blocks[block.saturating_sub(1)..(block + 2).min(blocks.len())];
        near.iter().fold((u16::MAX, 0), |(low, high), b| (low.min(b.0), high.max(b.1)))
    };
    let value = |(x, sum): (usize, &u16)| {
        let (low, high) = around(x);
        if high - low < LEAST_CONTRAST * rows {
            255
        } else {
            (u32::from(sum - low) * 255 / u32::from(high - low)) as u8
        }
    };
    sums.iter().enumerate().map(value).collect()
}

/// A code of squares: QR, DataMatrix or Aztec, however it is turned. Their error correction is evidence enough.
pub(super) fn squares(image: &GreyImage) -> Option<Barcode> {
    [Rxing::QR_CODE, Rxing::DATA_MATRIX, Rxing::AZTEC].iter().find_map(|format| matrix(image, *format))
}

/// A PDF417 whose rows run level.
pub(super) fn stacked(image: &GreyImage) -> Option<Barcode> {
    matrix(image, Rxing::PDF_417)
}

fn matrix(image: &GreyImage, wanted: Rxing) -> Option<Barcode> {
    let mut hints = hints(&[wanted]);
    // For a PDF417 that would turn the image, and give places on the turned one.
    hints.TryHarder = Some(wanted != Rxing::PDF_417);
    let source = Luma8LuminanceSource::new(image.data.clone(), image.width, image.height).ok()?;
    let result = decode(&mut MultiFormatReader::default(), HybridBinarizer::new(source), &hints)?;
    let points: Vec<Point> = result.getPoints().iter().map(|p| Point::new(p.x, p.y)).collect();
    let quad = match (wanted, points.as_slice()) {
        (Rxing::QR_CODE, &[a, b, d, c]) => Quad::new([a, b, c, d]),
        (Rxing::PDF_417, &[_, _, ..]) => {
            let (mut left, mut top) = (f32::INFINITY, f32::INFINITY);
            let (mut right, mut bottom) = (f32::NEG_INFINITY, f32::NEG_INFINITY);
            for p in &points {
                (left, right) = (left.min(p.x), right.max(p.x));
                (top, bottom) = (top.min(p.y), bottom.max(p.y));
            }
            Quad::from_rect(left, top, right, bottom)
        }
        (_, &[a, b, c, d]) => Quad::new([a, b, c, d]),
        _ => Quad::from_rect(0.0, 0.0, image.width as f32, image.height as f32),
    };
    Some(Barcode {
        format: format(*result.getBarcodeFormat())?,
        text: text(&result)?,
        raw: result.getRawBytes().to_vec(),
        quad,
    })
}

fn hints(formats: &[Rxing]) -> DecodeHints {
    DecodeHints {
        PossibleFormats: Some(formats.iter().copied().collect()),
        ReturnCodabarStartEnd: Some(true),
        AllowedLengths: Some(ITF_LENGTHS.to_vec()),
        ..DecodeHints::default()
    }
}

fn decode(reader: &mut MultiFormatReader, binarizer: impl Binarizer, hints: &DecodeHints) -> Option<RXingResult> {
    // The image is a stranger's: a panic in the decoder must stay no code. The reader is given its hints anew each time.
    let mut bitmap = BinaryBitmap::new(binarizer);
    catch_unwind(AssertUnwindSafe(|| reader.decode_with_hints(&mut bitmap, hints))).ok()?.ok()
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
    fn a_frame_around_a_code_is_no_part_of_it() {
        let profile = |ends: usize| [vec![10; ends], vec![200, 30, 220, 200], vec![20; ends]].concat();
        assert_eq!(without_frame(&profile(0)), None);
        assert_eq!(without_frame(&profile(2)), Some(vec![255, 255, 200, 30, 220, 200, 255, 255]));
        assert_eq!(without_frame(&[5; 6]), None);
    }

    #[test]
    fn bars_are_counted_where_they_stand() {
        let mut image = GreyImage { width: 120, height: 60, data: vec![230; 120 * 60] };
        for y in 20..60 {
            for bar in 0..14 {
                image.data[y * 120 + 10 + 7 * bar..][..3].fill(30);
            }
        }
        assert_eq!(most_bars(&image), 14);
        image.data.fill(230);
        assert_eq!(most_bars(&image), 0);
    }

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
