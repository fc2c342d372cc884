//! JPEG: the header, and decoding by zune-jpeg.
//!
//! The header is walked here, since sizes must be judged before a decoder sees the file, and since resolution and
//! orientation are wanted too. The decoder runs in strict mode: half a page filled up with grey is worse than an error.

use zune_jpeg::JpegDecoder;
use zune_jpeg::zune_core::bytestream::ZCursor;
use zune_jpeg::zune_core::colorspace::ColorSpace;
use zune_jpeg::zune_core::options::DecoderOptions;

use super::ifd;
use super::pixels::{Model, put_row};
use crate::error::Place;
use crate::{DecodeError, Limits, PixelFormat};

/// What the markers before the first scan say.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Header {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) dpi: Option<f32>,
    pub(super) orientation: u8,
    components: u8,
    /// All coefficients are kept until the last scan was read, at 2 bytes each.
    keeps_coefficients: bool,
    /// Where the "Adobe" marker's name stands, and its colour transform.
    adobe: Option<(usize, u8)>,
    /// Where the first scan begins.
    scan_at: usize,
}

/// Reads the header.
///
/// # Errors
/// `Truncated` when the file ends in it, `Corrupt` when it makes no sense, `Feature` for what is not read here
/// (arithmetic coding, lossless, hierarchical, 12 bits).
pub(super) fn header(data: &[u8], place: Place) -> Result<Header, DecodeError> {
    let truncated = || DecodeError::Truncated { place, detail: "the file ends inside the header".into() };
    let corrupt = |detail: &str| DecodeError::Corrupt { place, detail: detail.into() };
    if !data.starts_with(&[0xff, 0xd8]) {
        return Err(corrupt("it does not begin with a start-of-image marker"));
    }
    let mut header = Header {
        width: 0,
        height: 0,
        dpi: None,
        orientation: 1,
        components: 0,
        keeps_coefficients: false,
        adobe: None,
        scan_at: 0,
    };
    let mut exif_dpi = None;
    let mut at = 2;
    loop {
        // Decoders skip stray bytes before a marker, and so must whoever judges what they will see.
        while *data.get(at).ok_or_else(truncated)? != 0xff {
            at += 1;
        }
        let marker = loop {
            at += 1;
            match *data.get(at).ok_or_else(truncated)? {
                0xff => {}
                marker => break marker,
            }
        };
        at += 1;
        match marker {
            0x00 | 0x01 | 0xd0..=0xd8 => continue,
            0xd9 => return Err(corrupt("it ends before its first scan")),
            _ => {}
        }
        let length = usize::from(u16::from_be_bytes([
            *data.get(at).ok_or_else(truncated)?,
            *data.get(at + 1).ok_or_else(truncated)?,
        ]));
        if length < 2 {
            return Err(corrupt("a marker segment has a length below 2"));
        }
        let segment_at = at + 2;
        let segment = data.get(segment_at..at + length).ok_or_else(truncated)?;
        at += length;
        match marker {
            0xc0..=0xc2 => {
                let [bits, h1, h0, w1, w0, components, ..] = *segment else {
                    return Err(corrupt("its frame header is too short"));
                };
                if header.components != 0 {
                    return Err(corrupt("it has two frame headers"));
                }
                if bits != 8 {
                    return Err(DecodeError::Feature { place, detail: format!("{bits} bits a sample") });
                }
                header.height = u32::from(u16::from_be_bytes([h1, h0]));
                header.width = u32::from(u16::from_be_bytes([w1, w0]));
                header.components = components;
                header.keeps_coefficients = marker == 0xc2;
                if header.width == 0 || header.height == 0 {
                    return Err(corrupt("it states a width or height of 0"));
                }
                if !matches!(components, 1 | 3 | 4) {
                    return Err(DecodeError::Feature { place, detail: format!("{components} colour components") });
                }
            }
            0xc3 | 0xc5..=0xc7 | 0xc9..=0xcb | 0xcd..=0xcf => {
                return Err(DecodeError::Feature {
                    place,
                    detail: "a coding process other than baseline and progressive".into(),
                });
            }
            0xe0 if segment.starts_with(b"JFIF\0") => header.dpi = jfif_dpi(segment),
            0xe1 if segment.starts_with(b"Exif\0") => {
                if let Some((reader, first)) = segment.get(6..).and_then(ifd::Reader::new)
                    && let Some(directory) = reader.directory(first)
                {
                    header.orientation = directory.orientation(&reader);
                    exif_dpi = directory.dpi(&reader);
                }
            }
            0xee if segment.starts_with(b"Adobe") && segment.len() >= 12 => {
                header.adobe = Some((segment_at, segment[11]));
            }
            0xda => {
                if header.components == 0 {
                    return Err(corrupt("a scan comes before the frame header"));
                }
                header.keeps_coefficients |= segment.first() != Some(&header.components);
                header.scan_at = at;
                header.dpi = header.dpi.or(exif_dpi);
                return Ok(header);
            }
            _ => {}
        }
    }
}

/// Resolution of a JFIF segment. Units of 0 mean that only the aspect is known.
fn jfif_dpi(segment: &[u8]) -> Option<f32> {
    let [unit, x1, x0, y1, y0] = *segment.get(7..12)? else {
        return None;
    };
    let mean = (f32::from(u16::from_be_bytes([x1, x0])) * f32::from(u16::from_be_bytes([y1, y0]))).sqrt();
    match unit {
        1 => Some(mean),
        2 => Some(mean * 2.54),
        _ => None,
    }
}

impl Header {
    /// Whether its pixels are grey.
    pub(super) const fn is_grey(&self) -> bool {
        self.components == 1
    }

    /// Checks that decoding stays within memory; the size in pixels is the caller's to check.
    ///
    /// # Errors
    /// `TooMuchMemory` for a progressive file whose coefficients alone would take more.
    pub(super) fn check_memory(&self, limits: &Limits, place: Place) -> Result<(), DecodeError> {
        let pixels = u64::from(self.width) * u64::from(self.height);
        let held = if self.keeps_coefficients { pixels * 2 * u64::from(self.components) } else { 0 };
        if held > limits.max_working_bytes() {
            return Err(DecodeError::TooMuchMemory { place, max_bytes: limits.max_working_bytes() });
        }
        Ok(())
    }
}

/// What the components are, for a container that knows better than the JPEG itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Colours {
    /// As its own markers say.
    Stated,
    /// Red, green and blue (or cyan to black), whatever its markers say.
    Untransformed,
}

/// Decodes to grey or RGB, `width * height` pixels.
///
/// # Errors
/// `Truncated` or `Corrupt`.
pub(super) fn decode(
    data: &[u8],
    header: &Header,
    colours: Colours,
    format: PixelFormat,
    place: Place,
) -> Result<Vec<u8>, DecodeError> {
    let transform = header.adobe.map(|(_, transform)| transform);
    let inverted = header.adobe.is_some();
    let (width, height) = (header.width as usize, header.height as usize);
    let pixels = width * height;
    let untransformed = colours == Colours::Untransformed || transform == Some(0);
    // The decoder takes transform 0 for CMYK; without the marker it goes by the components' names.
    let patched;
    let mut input = data;
    if header.components == 3
        && untransformed
        && let Some((at, _)) = header.adobe
    {
        let mut copy = data.to_vec();
        copy[at] = b'-';
        patched = copy;
        input = &patched;
    }
    // What to ask of the decoder, and what is left to do with it.
    let (wanted, model) = match (header.components, untransformed) {
        (1, _) => (ColorSpace::Luma, Model::Grey { inverted: false }),
        (3, _) if is_marked_rgb(input, header) => (ColorSpace::RGB, Model::Rgb),
        // Believed to be YCbCr and asked for as YCbCr, the components come through as they are.
        (3, true) => (ColorSpace::YCbCr, Model::Rgb),
        // The decoder's luma of a progressive file is wrong when its chroma has fewer rows but as many columns; its
        // colours are right.
        (3, false) if format == PixelFormat::Grey8 && !header.keeps_coefficients => {
            (ColorSpace::Luma, Model::Grey { inverted: false })
        }
        (3, false) => (ColorSpace::RGB, Model::Rgb),
        (4, _) if transform == Some(2) && !matches!(colours, Colours::Untransformed) => (ColorSpace::RGB, Model::Rgb),
        _ => (ColorSpace::CMYK, Model::Cmyk { inverted }),
    };
    let options = DecoderOptions::default()
        .set_max_width(usize::from(u16::MAX))
        .set_max_height(usize::from(u16::MAX))
        .set_strict_mode(true)
        .jpeg_set_out_colorspace(wanted);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(input), options);
    let failed = |error: zune_jpeg::errors::DecodeErrors| {
        let detail = super::shorten(&error.to_string());
        if ends(data, header.scan_at) {
            DecodeError::Corrupt { place, detail }
        } else {
            DecodeError::Truncated { place, detail: "the file ends before the picture does".into() }
        }
    };
    decoder.decode_headers().map_err(failed)?;
    // The decoder must see the very file that was judged.
    if decoder.dimensions() != Some((width, height)) {
        return Err(DecodeError::Corrupt { place, detail: "its headers contradict each other".into() });
    }
    let mut samples = vec![0; pixels * model.samples()];
    decoder.decode_into(&mut samples).map_err(failed)?;
    if model.samples() == format.bytes_per_pixel() && !matches!(model, Model::Cmyk { .. }) {
        return Ok(samples);
    }
    let mut out = vec![0; pixels * format.bytes_per_pixel()];
    let row_samples = width * model.samples();
    for (samples, out) in samples.chunks_exact(row_samples).zip(out.chunks_exact_mut(width * format.bytes_per_pixel()))
    {
        put_row(samples, model.samples(), &model, format, out);
    }
    Ok(out)
}

/// Whether the frame's components are named R, G and B, which stands for what it says.
fn is_marked_rgb(data: &[u8], header: &Header) -> bool {
    let options = DecoderOptions::default().set_max_width(usize::from(u16::MAX)).set_max_height(usize::from(u16::MAX));
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(&data[..header.scan_at]), options);
    decoder.decode_headers().is_ok() && decoder.input_colorspace() == Some(ColorSpace::RGB)
}

/// Whether an end-of-image marker follows the first scan's beginning.
fn ends(data: &[u8], scan_at: usize) -> bool {
    data[scan_at..].windows(2).any(|pair| pair == [0xff, 0xd9])
}
