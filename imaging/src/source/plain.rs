//! WebP, BMP and GIF (its first picture), by the image crate.

use std::io::Cursor;

use image::codecs::bmp::BmpDecoder;
use image::codecs::gif::GifDecoder;
use image::codecs::webp::WebPDecoder;
use image::{ColorType, ImageDecoder, ImageError};

use super::pixels::{Model, put_row};
use crate::error::Place;
use crate::{DecodeError, Limits, PixelFormat};

/// Which of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    WebP,
    Bmp,
    Gif,
}

fn decoder<'a>(data: &'a [u8], kind: Kind, place: Place) -> Result<Box<dyn ImageDecoder + 'a>, DecodeError> {
    let input = Cursor::new(data);
    let boxed = |error| failed(error, place);
    Ok(match kind {
        Kind::WebP => Box::new(WebPDecoder::new(input).map_err(boxed)?),
        Kind::Bmp => Box::new(BmpDecoder::new(input).map_err(boxed)?),
        Kind::Gif => Box::new(GifDecoder::new(input).map_err(boxed)?),
    })
}

fn failed(error: ImageError, place: Place) -> DecodeError {
    let detail = super::shorten(&error.to_string());
    match error {
        ImageError::IoError(_) => {
            DecodeError::Truncated { place, detail: "the file ends before the picture does".into() }
        }
        // The GIF decoder tells the end of its file in words only.
        _ if detail.contains("Unexpected End of File") || detail.contains("unexpected EOF") => {
            DecodeError::Truncated { place, detail: "the file ends before the picture does".into() }
        }
        ImageError::Unsupported(_) => DecodeError::Feature { place, detail },
        _ => DecodeError::Corrupt { place, detail },
    }
}

/// Width and height.
///
/// # Errors
/// `Truncated`, `Corrupt` or `Feature`.
pub(super) fn size(data: &[u8], kind: Kind, place: Place) -> Result<(u32, u32), DecodeError> {
    if kind == Kind::Gif {
        // The canvas; the decoder would want the first picture's header too before it says anything.
        let [w0, w1, h0, h1] = *data
            .get(6..)
            .and_then(<[u8]>::first_chunk)
            .ok_or(DecodeError::Truncated { place, detail: "the file ends before the picture does".into() })?;
        let (width, height) = (u16::from_le_bytes([w0, w1]), u16::from_le_bytes([h0, h1]));
        if width > 0 && height > 0 {
            return Ok((width.into(), height.into()));
        }
    }
    Ok(decoder(data, kind, place)?.dimensions())
}

/// Decodes to grey or RGB, `width * height` pixels; transparent parts become white paper.
///
/// # Errors
/// `Truncated`, `Corrupt`, `Feature` or `TooMuchMemory`.
pub(super) fn decode(
    data: &[u8],
    kind: Kind,
    format: PixelFormat,
    limits: &Limits,
    place: Place,
) -> Result<Vec<u8>, DecodeError> {
    let mut decoder = decoder(data, kind, place)?;
    // The first picture of a GIF may be larger than its canvas.
    let mut memory = image::Limits::no_limits();
    memory.max_alloc = Some(limits.max_working_bytes());
    decoder.set_limits(memory).map_err(|error| failed(error, place))?;
    let width = decoder.dimensions().0 as usize;
    let model = match decoder.color_type() {
        ColorType::L8 => Model::Grey { inverted: false },
        ColorType::La8 => Model::GreyAlpha,
        ColorType::Rgb8 => Model::Rgb,
        ColorType::Rgba8 => Model::Rgba { premultiplied: false },
        other => {
            return Err(DecodeError::Feature { place, detail: format!("pixels of type {other:?}") });
        }
    };
    // These decoders hold the picture and up to as much again beside it.
    let bytes = decoder.total_bytes();
    if bytes > limits.max_working_bytes() {
        return Err(DecodeError::TooMuchMemory { place, max_bytes: limits.max_working_bytes() });
    }
    let mut samples = vec![0; bytes as usize];
    decoder.read_image(&mut samples).map_err(|error| match error {
        ImageError::Limits(_) => DecodeError::TooMuchMemory { place, max_bytes: limits.max_working_bytes() },
        error => failed(error, place),
    })?;
    if model == Model::Rgb && format == PixelFormat::Rgb8 {
        return Ok(samples);
    }
    let stride = model.samples();
    let mut out = vec![0; samples.len() / stride * format.bytes_per_pixel()];
    for (samples, out) in
        samples.chunks_exact(width * stride).zip(out.chunks_exact_mut(width * format.bytes_per_pixel()))
    {
        put_row(samples, stride, &model, format, out);
    }
    Ok(out)
}
