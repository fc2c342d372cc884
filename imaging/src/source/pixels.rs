//! From the samples of a file to grey or RGB pixels.
//!
//! Responsible for what the samples mean: bit depth, inverted grey, palette, CMYK, alpha over white paper. Not
//! responsible for decompression. No colour management: a document page needs its contrast, not its tint.

use crate::PixelFormat;

/// What the samples of a pixel are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Model {
    /// One sample, 0 = black unless inverted.
    Grey { inverted: bool },
    /// Grey and opacity.
    GreyAlpha,
    /// Red, green, blue.
    Rgb,
    /// Red, green, blue, opacity; `premultiplied` when the colours already are weighted by it.
    Rgba { premultiplied: bool },
    /// Cyan, magenta, yellow, black: 0 = no ink unless inverted.
    Cmyk { inverted: bool },
    /// An index into colours; those beyond the end are black.
    Palette(Vec<[u8; 3]>),
}

impl Model {
    /// Samples that it uses of each pixel.
    pub(super) const fn samples(&self) -> usize {
        match self {
            Self::Grey { .. } | Self::Palette(_) => 1,
            Self::GreyAlpha => 2,
            Self::Rgb => 3,
            Self::Rgba { .. } | Self::Cmyk { .. } => 4,
        }
    }
}

/// Grey of a colour, by the weights of ITU-R BT.601, which are also those of a JPEG's luma.
#[inline]
pub(super) const fn luma(red: u8, green: u8, blue: u8) -> u8 {
    ((77 * red as u32 + 150 * green as u32 + 29 * blue as u32 + 128) >> 8) as u8
}

/// A colour or grey value over white paper.
#[inline]
const fn over_white(value: u8, alpha: u8) -> u8 {
    let alpha = alpha as u32;
    ((value as u32 * alpha + 255 * (255 - alpha) + 127) / 255) as u8
}

#[inline]
const fn multiply(a: u8, b: u8) -> u8 {
    let product = a as u32 * b as u32 + 128;
    ((product + (product >> 8)) >> 8) as u8
}

/// Writes a row of 8-bit samples, `stride` of them a pixel, as pixels of `format`.
///
/// `out` holds the row's pixels; as many are written as both sides have.
pub(super) fn put_row(samples: &[u8], stride: usize, model: &Model, format: PixelFormat, out: &mut [u8]) {
    match (model, format) {
        (Model::Grey { inverted: false }, PixelFormat::Grey8) if stride == 1 => {
            let n = out.len().min(samples.len());
            out[..n].copy_from_slice(&samples[..n]);
        }
        (Model::Rgb, PixelFormat::Rgb8) if stride == 3 => {
            let n = out.len().min(samples.len());
            out[..n].copy_from_slice(&samples[..n]);
        }
        (Model::Rgb, PixelFormat::Grey8) if stride == 3 => {
            for (out, s) in out.iter_mut().zip(samples.chunks_exact(3)) {
                *out = luma(s[0], s[1], s[2]);
            }
        }
        (Model::Grey { inverted }, format) => {
            let flip = if *inverted { 255 } else { 0 };
            put_grey(samples.chunks_exact(stride).map(|s| s[0] ^ flip), format, out);
        }
        (Model::GreyAlpha, format) => {
            put_grey(samples.chunks_exact(stride).map(|s| over_white(s[0], s[1])), format, out);
        }
        (Model::Palette(colours), format) => {
            let colour = |s: &[u8]| colours.get(usize::from(s[0])).copied().unwrap_or([0; 3]);
            put_rgb(samples.chunks_exact(stride).map(colour), format, out);
        }
        (Model::Rgb, format) => put_rgb(samples.chunks_exact(stride).map(|s| [s[0], s[1], s[2]]), format, out),
        (Model::Rgba { premultiplied: false }, format) => {
            let colour = |s: &[u8]| [over_white(s[0], s[3]), over_white(s[1], s[3]), over_white(s[2], s[3])];
            put_rgb(samples.chunks_exact(stride).map(colour), format, out);
        }
        (Model::Rgba { premultiplied: true }, format) => {
            let colour = |s: &[u8]| [s[0], s[1], s[2]].map(|v| v.saturating_add(255 - s[3]));
            put_rgb(samples.chunks_exact(stride).map(colour), format, out);
        }
        (Model::Cmyk { inverted }, format) => {
            let flip = if *inverted { 0 } else { 255 };
            let colour = |s: &[u8]| {
                let light = s[3] ^ flip;
                [s[0], s[1], s[2]].map(|ink| multiply(ink ^ flip, light))
            };
            put_rgb(samples.chunks_exact(stride).map(colour), format, out);
        }
    }
}

fn put_grey(values: impl Iterator<Item = u8>, format: PixelFormat, out: &mut [u8]) {
    match format {
        PixelFormat::Grey8 => out.iter_mut().zip(values).for_each(|(out, value)| *out = value),
        PixelFormat::Rgb8 => out.chunks_exact_mut(3).zip(values).for_each(|(out, value)| out.fill(value)),
    }
}

fn put_rgb(values: impl Iterator<Item = [u8; 3]>, format: PixelFormat, out: &mut [u8]) {
    match format {
        PixelFormat::Grey8 => out.iter_mut().zip(values).for_each(|(out, [r, g, b])| *out = luma(r, g, b)),
        PixelFormat::Rgb8 => {
            out.chunks_exact_mut(3).zip(values).for_each(|(out, value)| out.copy_from_slice(&value));
        }
    }
}

/// Spreads packed samples of 1, 2, 4, 8 or 16 bits to one byte each.
///
/// With `scaled`, the values are stretched to 0 to 255; without (for a palette), they stay what they are. 16-bit samples
/// are rounded to 8. Returns `false` for any other depth.
pub(super) fn unpack(packed: &[u8], bits: u8, scaled: bool, little_endian: bool, out: &mut Vec<u8>) -> bool {
    out.clear();
    match bits {
        8 => out.extend_from_slice(packed),
        16 => {
            let read = if little_endian { u16::from_le_bytes } else { u16::from_be_bytes };
            // 65535 / 257 = 255: the exact scale, rounded.
            out.extend(packed.chunks_exact(2).map(|s| ((u32::from(read([s[0], s[1]])) + 128) / 257) as u8));
        }
        1 | 2 | 4 => {
            let mask = (1u8 << bits) - 1;
            let scale = if scaled { 255 / mask } else { 1 };
            let per_byte = 8 / bits;
            out.reserve(packed.len() * usize::from(per_byte));
            for &byte in packed {
                for i in (0..per_byte).rev() {
                    out.push(((byte >> (i * bits)) & mask) * scale);
                }
            }
        }
        _ => return false,
    }
    true
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(samples: &[u8], model: &Model, format: PixelFormat) -> Vec<u8> {
        let mut out = vec![9; samples.len() / model.samples() * format.bytes_per_pixel()];
        put_row(samples, model.samples(), model, format, &mut out);
        out
    }

    #[test]
    fn transparent_is_paper() {
        assert_eq!(row(&[0, 0, 10, 255], &Model::GreyAlpha, PixelFormat::Grey8), [255, 10]);
        let rgba = Model::Rgba { premultiplied: false };
        assert_eq!(row(&[0, 0, 0, 0, 1, 2, 3, 255], &rgba, PixelFormat::Rgb8), [255, 255, 255, 1, 2, 3]);
    }

    #[test]
    fn cmyk_without_ink_is_white_and_black_ink_is_black() {
        let plain = Model::Cmyk { inverted: false };
        assert_eq!(row(&[0, 0, 0, 0, 0, 0, 0, 255], &plain, PixelFormat::Grey8), [255, 0]);
        let inverted = Model::Cmyk { inverted: true };
        assert_eq!(
            row(&[255, 255, 255, 255, 0, 255, 255, 255], &inverted, PixelFormat::Rgb8),
            [255, 255, 255, 0, 255, 255]
        );
    }

    #[test]
    fn depths_are_stretched_to_the_full_range() {
        let mut out = Vec::new();
        assert!(unpack(&[0b1010_0000], 1, true, false, &mut out));
        assert_eq!(out, [255, 0, 255, 0, 0, 0, 0, 0]);
        assert!(unpack(&[0x0f], 4, true, false, &mut out));
        assert_eq!(out, [0, 255]);
        assert!(unpack(&[0b11_10_01_00], 2, false, false, &mut out));
        assert_eq!(out, [3, 2, 1, 0]);
        assert!(unpack(&[0xff, 0xff, 0x00, 0x80, 0, 0], 16, true, true, &mut out));
        assert_eq!(out, [255, 128, 0]);
        assert!(!unpack(&[0], 12, true, true, &mut out));
    }

    #[test]
    fn grey_weights_add_up() {
        assert_eq!((luma(255, 255, 255), luma(0, 0, 0), luma(100, 100, 100)), (255, 0, 100));
    }
}
