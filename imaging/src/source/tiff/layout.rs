//! How a page lies in a TIFF file: strips or tiles, samples, compression (TIFF 6.0).

use super::codec::Fax;
use crate::error::Place;
use crate::source::ifd::{Directory, Reader, tag};
use crate::source::pixels::Model;
use crate::{DecodeError, Limits};

/// Strips or tiles that a page may have. A strip a row is the most that is met, tiles are 16 x 16 at the least.
const MAX_CHUNKS: u64 = 1 << 20;

/// How the samples are compressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compression {
    None,
    Lzw,
    Deflate,
    PackBits,
    Jpeg,
    Fax(Fax),
}

/// Everything needed to find and to understand the samples of a page.
#[derive(Debug)]
pub(super) struct Layout {
    pub(super) compression: Compression,
    pub(super) model: Model,
    /// The colours are YCbCr, which only a JPEG inside may be.
    pub(super) ycbcr: bool,
    pub(super) bits: u8,
    /// Samples a pixel, those without meaning included.
    pub(super) samples: usize,
    /// 1, or as many as samples when each has strips or tiles of its own.
    pub(super) planes: u64,
    /// Each sample is stored as its difference to the one on its left.
    pub(super) differenced: bool,
    /// Bytes are filled from the low bit.
    pub(super) reversed_bits: bool,
    /// Strips or tiles of one plane.
    pub(super) chunks: u64,
    pub(super) chunk_width: u32,
    chunk_height: u32,
    across: u64,
    tiled: bool,
    width: u32,
    height: u32,
}

/// Where a strip or tile lies on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Chunk {
    pub(super) left: u32,
    pub(super) top: u32,
    /// Without what sticks out of the page.
    pub(super) visible_width: u32,
    pub(super) visible_height: u32,
}

impl Layout {
    /// Reads the layout of the page that `directory` describes.
    ///
    /// # Errors
    /// `Corrupt`, `Feature` or `TooMuchMemory`.
    pub(super) fn read(
        reader: &Reader<'_>,
        directory: &Directory,
        (width, height): (u32, u32),
        limits: &Limits,
        place: Place,
    ) -> Result<Self, DecodeError> {
        let corrupt = |detail: &str| DecodeError::Corrupt { place, detail: detail.into() };
        let feature = |detail: String| DecodeError::Feature { place, detail };
        let number = |tag, default| directory.unsigned(reader, tag).unwrap_or(default);

        let bits = match number(tag::BITS_PER_SAMPLE, 1) {
            bits @ (1 | 2 | 4 | 8 | 16) => bits as u8,
            bits => return Err(feature(format!("{bits} bits a sample"))),
        };
        for i in 1..directory.count(tag::BITS_PER_SAMPLE).min(8) {
            if directory.unsigned_at(reader, tag::BITS_PER_SAMPLE, i) != Some(u64::from(bits)) {
                return Err(feature("samples of different depths".into()));
            }
        }
        if number(tag::SAMPLE_FORMAT, 1) != 1 {
            return Err(feature("samples that are not unsigned integers".into()));
        }
        let samples = match number(tag::SAMPLES_PER_PIXEL, 1) {
            samples @ 1..=8 => samples as usize,
            samples => return Err(feature(format!("{samples} samples a pixel"))),
        };
        let compression = match number(tag::COMPRESSION, 1) {
            1 => Compression::None,
            2 => Compression::Fax(Fax::ModifiedHuffman),
            3 if number(tag::T4_OPTIONS, 0) & 1 == 0 => Compression::Fax(Fax::Group3OneDimension),
            3 => Compression::Fax(Fax::Group3TwoDimensions),
            4 => Compression::Fax(Fax::Group4),
            5 => Compression::Lzw,
            7 => Compression::Jpeg,
            8 | 32946 => Compression::Deflate,
            32773 => Compression::PackBits,
            other => return Err(feature(format!("compression {other}"))),
        };
        let fax = matches!(compression, Compression::Fax(_));
        if fax && (bits != 1 || samples != 1) {
            return Err(corrupt("fax data has one sample of one bit a pixel"));
        }
        if compression == Compression::Jpeg && bits != 8 {
            return Err(feature(format!("JPEG of {bits} bits a sample")));
        }
        let photometric = match directory.unsigned(reader, tag::PHOTOMETRIC) {
            Some(photometric) => photometric,
            // Left out by some scanners; fax data are inked where they are set, other samples by their number.
            None if fax => 0,
            None if samples >= 3 => 2,
            None => 1,
        };
        let model = model(reader, directory, photometric, bits, samples).ok_or_else(|| match photometric {
            3 if bits <= 8 => corrupt("its colour map is missing or too short"),
            _ => feature(format!("photometric interpretation {photometric} with {samples} samples")),
        })?;
        let ycbcr = photometric == 6;
        if ycbcr && compression != Compression::Jpeg {
            return Err(feature("YCbCr outside a JPEG".into()));
        }
        let planes = match number(tag::PLANAR_CONFIGURATION, 1) {
            1 => 1,
            2 => samples as u64,
            _ => return Err(corrupt("its planar configuration is neither 1 nor 2")),
        };
        if planes > 1 && compression == Compression::Jpeg {
            return Err(feature("JPEG in separate planes".into()));
        }
        let differenced = match number(tag::PREDICTOR, 1) {
            2 => matches!(compression, Compression::Lzw | Compression::Deflate),
            3 => return Err(feature("the floating-point predictor".into())),
            _ => false,
        };
        if differenced && !matches!(bits, 8 | 16) {
            return Err(feature(format!("the predictor with {bits} bits a sample")));
        }

        let tiled = directory.count(tag::TILE_OFFSETS) > 0;
        let (chunk_width, chunk_height) = if tiled {
            (number(tag::TILE_WIDTH, 0), number(tag::TILE_LENGTH, 0))
        } else {
            (u64::from(width), number(tag::ROWS_PER_STRIP, u64::from(height)).min(u64::from(height)))
        };
        let (Ok(chunk_width @ 1..), Ok(chunk_height @ 1..)) = (u32::try_from(chunk_width), u32::try_from(chunk_height))
        else {
            return Err(corrupt("its strips or tiles have no size"));
        };
        // A row of a tile is held in memory; tiles may stick out of the page, but not by far.
        if tiled && (chunk_width > limits.max_side || chunk_height > limits.max_side) {
            return Err(DecodeError::TooMuchMemory { place, max_bytes: limits.max_working_bytes() });
        }
        let across = u64::from(width.div_ceil(chunk_width));
        let chunks = across * u64::from(height.div_ceil(chunk_height));
        let offsets = directory.count(if tiled { tag::TILE_OFFSETS } else { tag::STRIP_OFFSETS });
        if chunks > MAX_CHUNKS {
            return Err(corrupt("it has too many strips or tiles"));
        }
        if offsets < chunks * planes {
            return Err(corrupt("it has fewer strips or tiles than its size needs"));
        }
        Ok(Self {
            compression,
            model,
            ycbcr,
            bits,
            samples,
            planes,
            differenced,
            reversed_bits: number(tag::FILL_ORDER, 1) == 2,
            chunks,
            chunk_width,
            chunk_height,
            across,
            tiled,
            width,
            height,
        })
    }

    /// Where strip or tile `index` (of the first plane) lies.
    pub(super) fn chunk(&self, index: u64) -> Chunk {
        let left = (index % self.across) as u32 * self.chunk_width;
        let top = (index / self.across) as u32 * self.chunk_height;
        Chunk {
            left,
            top,
            visible_width: self.chunk_width.min(self.width - left),
            visible_height: self.chunk_height.min(self.height - top),
        }
    }

    /// Offset and number of the compressed bytes of strip or tile `index` (counted over all planes).
    pub(super) fn chunk_bytes(&self, reader: &Reader<'_>, directory: &Directory, index: u64) -> (u64, u64) {
        let (offsets, counts) = if self.tiled {
            (tag::TILE_OFFSETS, tag::TILE_BYTE_COUNTS)
        } else {
            (tag::STRIP_OFFSETS, tag::STRIP_BYTE_COUNTS)
        };
        let offset = directory.unsigned_at(reader, offsets, index).unwrap_or(u64::MAX);
        let rest = reader.rest(offset);
        let length = match directory.unsigned_at(reader, counts, index) {
            // Left out or 0 in some files with one strip: then it goes as far as the file.
            None | Some(0) => rest,
            // The last bytes of an uncompressed strip are not missed before it is read.
            Some(length) if self.compression == Compression::None => length.min(rest),
            Some(length) => length,
        };
        (offset, length)
    }
}

/// What the samples mean, `None` when that is not known here.
fn model(reader: &Reader<'_>, directory: &Directory, photometric: u64, bits: u8, samples: usize) -> Option<Model> {
    // 1 = opacity that the colours are weighted by, 2 = opacity on its own; anything else has no meaning here.
    let extra = directory.unsigned(reader, tag::EXTRA_SAMPLES);
    let alpha = matches!(extra, Some(1 | 2));
    Some(match (photometric, samples) {
        (1, 2..) if alpha => Model::GreyAlpha,
        (0, _) => Model::Grey { inverted: true },
        (1, _) => Model::Grey { inverted: false },
        (2, 4..) if alpha => Model::Rgba { premultiplied: extra == Some(1) },
        (2 | 6, 3..) => Model::Rgb,
        (3, _) if bits <= 8 => {
            let size = 1usize << bits;
            let high = |i: usize| {
                let value = directory.unsigned_at(reader, tag::COLOR_MAP, i as u64)?;
                Some(value as u16)
            };
            let mut entries = Vec::with_capacity(size);
            for i in 0..size {
                entries.push([high(i)?, high(i + size)?, high(i + 2 * size)?]);
            }
            // The map has 16 bits a colour; some writers put 8-bit values into it.
            let wide = entries.iter().flatten().any(|&value| value > 255);
            Model::Palette(
                entries
                    .iter()
                    .map(|colour| colour.map(|value| if wide { (value >> 8) as u8 } else { value as u8 }))
                    .collect(),
            )
        }
        (5, 4..) => Model::Cmyk { inverted: false },
        _ => return None,
    })
}
