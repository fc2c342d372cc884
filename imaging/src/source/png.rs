//! PNG, row by row, by the png crate.

use std::io::Cursor;

use png::{ColorType, DecodingError, Transformations};

use super::pixels::{Model, put_row};
use crate::error::Place;
use crate::{DecodeError, Limits, PixelFormat};

/// What the chunks before the picture say.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Header {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) dpi: Option<f32>,
    /// Its pixels are grey.
    pub(super) grey: bool,
    /// Bytes of the whole picture as the decoder hands it out, where it is interlaced and must be kept whole.
    interlaced_bytes: u64,
}

fn reader<'a>(data: &'a [u8], limits: &Limits) -> png::Decoder<Cursor<&'a [u8]>> {
    // This limit is on what chunks besides the picture may unpack to.
    let bytes = usize::try_from(limits.max_working_bytes()).unwrap_or(usize::MAX);
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(data), png::Limits { bytes });
    decoder.set_ignore_text_chunk(true);
    decoder.set_ignore_iccp_chunk(true);
    decoder.set_transformations(Transformations::EXPAND | Transformations::STRIP_16);
    decoder
}

fn failed(error: &DecodingError, place: Place) -> DecodeError {
    match error {
        DecodingError::IoError(_) => {
            DecodeError::Truncated { place, detail: "the file ends before the picture does".into() }
        }
        DecodingError::LimitsExceeded => DecodeError::TooMuchMemory { place, max_bytes: 0 },
        error => DecodeError::Corrupt { place, detail: super::shorten(&error.to_string()) },
    }
}

/// Reads the first chunk, the resolution as far as it comes before the picture, and whether palettes are whole.
///
/// # Errors
/// `Truncated` or `Corrupt`.
pub(super) fn header(data: &[u8], place: Place) -> Result<Header, DecodeError> {
    // The signature and the header chunk stand at fixed places; nothing need be decoded to judge the size.
    let Some(ihdr) = data.get(8..33) else {
        return Err(DecodeError::Truncated { place, detail: "the file ends inside the header".into() });
    };
    if !ihdr.starts_with(&[0, 0, 0, 13, b'I', b'H', b'D', b'R']) {
        return Err(DecodeError::Corrupt { place, detail: "it does not begin with a header chunk".into() });
    }
    let number = |at: usize| u32::from_be_bytes([ihdr[at], ihdr[at + 1], ihdr[at + 2], ihdr[at + 3]]);
    let (width, height, interlaced) = (number(8), number(12), ihdr[20] != 0);
    if width == 0 || height == 0 {
        return Err(DecodeError::Corrupt { place, detail: "it states a width or height of 0".into() });
    }
    // The decoder (png 0.18.1) takes it for granted that a palette is whole, and gives up in a panic where it is not.
    let palettes = chunks(data).filter(|(name, _)| ihdr[17] == 3 && *name == b"PLTE");
    if let Some(bytes) = palettes.map(|(_, colours)| colours.len()).find(|bytes| bytes % 3 != 0) {
        let detail = format!("its palette of {bytes} bytes ends in the middle of a colour");
        return Err(DecodeError::Corrupt { place, detail });
    }
    Ok(Header {
        width,
        height,
        grey: matches!(ihdr[17], 0 | 4),
        dpi: density(data),
        interlaced_bytes: if interlaced { (u64::from(width) * u64::from(height)).saturating_mul(4) } else { 0 },
    })
}

/// The chunks of a file before its last, as name and data, up to where it is cut.
fn chunks(data: &[u8]) -> impl Iterator<Item = (&[u8], &[u8])> {
    let mut rest = data.get(8..).unwrap_or_default();
    std::iter::from_fn(move || {
        let (length, after) = rest.split_first_chunk()?;
        let (name, after) = after.split_at_checked(4)?;
        let (body, after) = after.split_at_checked(u32::from_be_bytes(*length) as usize)?;
        // Behind it stands its checksum.
        rest = after.get(4..).unwrap_or_default();
        Some((name, body))
    })
    .take_while(|(name, _)| *name != b"IEND")
}

/// Resolution from a pHYs chunk before the picture's data.
fn density(data: &[u8]) -> Option<f32> {
    let (_, body) = chunks(data).take_while(|(name, _)| *name != b"IDAT").find(|(name, _)| *name == b"pHYs")?;
    let number = |at: usize| Some(u32::from_be_bytes(*body.get(at..)?.first_chunk()?));
    let (x, y) = (number(0)?, number(4)?);
    // The only unit is the metre.
    (*body.get(8)? == 1).then(|| ((f64::from(x) * f64::from(y)).sqrt() * 0.0254) as f32)
}

impl Header {
    /// Checks that decoding stays within memory; the size in pixels is the caller's to check.
    ///
    /// # Errors
    /// `TooMuchMemory` for an interlaced picture that would take more.
    pub(super) fn check_memory(&self, limits: &Limits, place: Place) -> Result<(), DecodeError> {
        if self.interlaced_bytes > limits.max_working_bytes() {
            return Err(DecodeError::TooMuchMemory { place, max_bytes: limits.max_working_bytes() });
        }
        Ok(())
    }
}

/// Decodes to grey or RGB, `width * height` pixels; transparent parts become white paper.
///
/// # Errors
/// `Truncated` or `Corrupt`.
pub(super) fn decode(
    data: &[u8],
    header: &Header,
    format: PixelFormat,
    limits: &Limits,
    place: Place,
) -> Result<Vec<u8>, DecodeError> {
    let mut reader = reader(data, limits).read_info().map_err(|error| match failed(&error, place) {
        DecodeError::TooMuchMemory { .. } => {
            DecodeError::TooMuchMemory { place, max_bytes: limits.max_working_bytes() }
        }
        error => error,
    })?;
    let corrupt = |detail: &str| DecodeError::Corrupt { place, detail: detail.into() };
    if (reader.info().width, reader.info().height) != (header.width, header.height) {
        return Err(corrupt("its headers contradict each other"));
    }
    let model = match reader.output_color_type().0 {
        ColorType::Grayscale => Model::Grey { inverted: false },
        ColorType::GrayscaleAlpha => Model::GreyAlpha,
        ColorType::Rgb => Model::Rgb,
        ColorType::Rgba => Model::Rgba { premultiplied: false },
        ColorType::Indexed => return Err(corrupt("its palette is missing")),
    };
    let samples = model.samples();
    let width = header.width as usize;
    let mut out = vec![0; width * header.height as usize * format.bytes_per_pixel()];
    let rows = out.chunks_exact_mut(width * format.bytes_per_pixel());
    if reader.info().interlaced {
        let size = reader.output_buffer_size().ok_or_else(|| corrupt("its size overflows"))?;
        let mut whole = vec![0; size];
        reader.next_frame(&mut whole).map_err(|error| failed(&error, place))?;
        for (row, out) in whole.chunks_exact(width * samples).zip(rows) {
            put_row(row, samples, &model, format, out);
        }
    } else {
        for out in rows {
            match reader.next_row().map_err(|error| failed(&error, place))? {
                Some(row) => put_row(row.data(), samples, &model, format, out),
                None => return Err(corrupt("it has fewer rows than stated")),
            }
        }
    }
    Ok(out)
}
