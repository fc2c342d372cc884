//! TIFF: pages of a file, and decoding one of them.
//!
//! The directories are read here rather than by the tiff crate, which knows neither palettes nor Group 3 nor reversed
//! bit order, and which wants a whole page of samples in memory; the compressions come from crates ([`codec`]). Pages
//! are decoded row by row, or strip by strip, straight into the result.

mod codec;
mod layout;

use super::ifd::{Reader, tag};
use super::jpeg::{self, Colours};
use super::pixels::{Model, put_row, unpack};
use crate::error::Place;
use crate::{DecodeError, Limits, PixelFormat, Raster};
use codec::{Fax, Rows};
use layout::{Chunk, Compression, Layout};

/// A page found in the chain of directories, not yet decoded.
#[derive(Debug, Clone)]
pub(super) struct Page {
    offset: u64,
    size: Result<(u32, u32), DecodeError>,
    /// Its pixels are black and white, or grey.
    pub(super) grey: bool,
}

impl Page {
    /// Its pixels, when its header is good.
    pub(super) fn pixels(&self) -> Option<u64> {
        self.size.as_ref().ok().map(|(width, height)| u64::from(*width) * u64::from(*height))
    }
}

/// Walks the chain of directories.
///
/// A page whose own header is bad or too large keeps its error; reduced copies of other pages are left out.
///
/// # Errors
/// `Corrupt` for a chain that loops or leads outside the file, `TooManyPages`, and the first page's own error when no
/// page is any good.
pub(super) fn pages(data: &[u8], limits: &Limits) -> Result<Vec<Page>, DecodeError> {
    const WHOLE: Place = Place { kind: "TIFF", page: None };
    let corrupt = |detail: &str| DecodeError::Corrupt { place: WHOLE, detail: detail.into() };
    let truncated = |detail: &str| DecodeError::Truncated { place: WHOLE, detail: detail.into() };
    let (reader, mut offset) = Reader::new(data).ok_or_else(|| truncated("the file ends inside the header"))?;
    let mut seen = std::collections::HashSet::new();
    let (mut pages, mut reduced) = (Vec::new(), Vec::new());
    while offset != 0 {
        if !seen.insert(offset) {
            return Err(corrupt("its chain of directories loops"));
        }
        if seen.len() > limits.max_pages as usize * 2 {
            return Err(DecodeError::TooManyPages { max: limits.max_pages });
        }
        if reader.rest(offset) < 2 {
            return Err(truncated("a directory lies beyond the end of the file"));
        }
        let directory = reader.directory(offset).ok_or_else(|| truncated("a directory does not fit in the file"))?;
        let place = Place { kind: "TIFF", page: Some(pages.len() as u32 + 1) };
        let size = match (directory.unsigned(&reader, tag::WIDTH), directory.unsigned(&reader, tag::HEIGHT)) {
            (Some(width @ 1..), Some(height @ 1..)) => limits.check(width, height, place),
            _ => Err(DecodeError::Corrupt { place, detail: "it states no width or height".into() }),
        };
        // 0 and 1: white and black as zero.
        let grey = matches!(directory.unsigned(&reader, tag::PHOTOMETRIC), Some(0 | 1));
        let page = Page { offset, size, grey };
        // Bit 0 marks a reduced copy, bit 2 a transparency mask.
        match directory.unsigned(&reader, tag::NEW_SUBFILE_TYPE).unwrap_or(0) & 0b101 {
            0 => pages.push(page),
            _ => reduced.push(page),
        }
        offset = directory.next;
    }
    if pages.is_empty() {
        pages = reduced;
    }
    if pages.len() > limits.max_pages as usize {
        return Err(DecodeError::TooManyPages { max: limits.max_pages });
    }
    match pages.first() {
        None => Err(corrupt("it has no directory")),
        Some(Page { size: Err(error), .. }) if pages.iter().all(|page| page.size.is_err()) => Err(error.clone()),
        Some(_) => Ok(pages),
    }
}

/// Decodes one page.
///
/// # Errors
/// `Truncated`, `Corrupt`, `Feature`, `ImageTooLarge` or `TooMuchMemory`.
pub(super) fn decode(
    data: &[u8],
    page: &Page,
    format: PixelFormat,
    limits: &Limits,
    place: Place,
) -> Result<Raster, DecodeError> {
    let (width, height) = page.size.clone()?;
    let unreadable = || DecodeError::Corrupt { place, detail: "its directory cannot be read".into() };
    let (reader, _) = Reader::new(data).ok_or_else(unreadable)?;
    let directory = reader.directory(page.offset).ok_or_else(unreadable)?;
    let layout = Layout::read(&reader, &directory, (width, height), limits, place)?;
    let mut canvas = Canvas { width: width as usize, format, data: Vec::new() };
    if layout.compression == Compression::Jpeg && layout.chunks == 1 {
        let (decoded, chunk) = decode_jpeg(&reader, &directory, &layout, 0, format, limits, place)?;
        // The usual single strip is the page.
        if (decoded.width, decoded.height) == (width, height) {
            canvas.data = decoded.data;
        } else {
            canvas.fill(height);
            canvas.blit(&decoded, chunk, place)?;
        }
    } else {
        canvas.fill(height);
        for index in 0..layout.chunks {
            match layout.compression {
                Compression::Jpeg => {
                    let (decoded, chunk) = decode_jpeg(&reader, &directory, &layout, index, format, limits, place)?;
                    canvas.blit(&decoded, chunk, place)?;
                }
                Compression::Fax(fax) => decode_fax(&reader, &directory, &layout, index, fax, &mut canvas, place)?,
                _ => decode_rows(&reader, &directory, &layout, index, &mut canvas, place)?,
            }
        }
    }
    Raster::new(width, height, format, canvas.data, directory.dpi(&reader))
        .map(|raster| raster.with_exif_orientation(directory.orientation(&reader)))
        .ok_or_else(unreadable)
}

/// The page as it is being put together.
struct Canvas {
    width: usize,
    format: PixelFormat,
    data: Vec<u8>,
}

impl Canvas {
    fn fill(&mut self, height: u32) {
        self.data = vec![255; self.width * height as usize * self.format.bytes_per_pixel()];
    }

    /// The part of row `y` (of the page) that a chunk covers.
    fn row(&mut self, chunk: Chunk, y: u32) -> &mut [u8] {
        let pixel = self.format.bytes_per_pixel();
        let start = (y as usize * self.width + chunk.left as usize) * pixel;
        &mut self.data[start..start + chunk.visible_width as usize * pixel]
    }

    /// Copies a decoded chunk to its place.
    fn blit(&mut self, decoded: &Decoded, chunk: Chunk, place: Place) -> Result<(), DecodeError> {
        if decoded.width < chunk.visible_width || decoded.height < chunk.visible_height {
            return Err(DecodeError::Corrupt {
                place,
                detail: "a JPEG inside it is smaller than its strip or tile".into(),
            });
        }
        let row_bytes = decoded.width as usize * self.format.bytes_per_pixel();
        for (y, row) in decoded.data.chunks_exact(row_bytes).take(chunk.visible_height as usize).enumerate() {
            let out = self.row(chunk, chunk.top + y as u32);
            let n = out.len();
            out.copy_from_slice(&row[..n]);
        }
        Ok(())
    }
}

/// Compressed bytes of a chunk, with the bit order put right.
fn compressed<'a>(
    reader: &Reader<'a>,
    directory: &super::ifd::Directory,
    layout: &Layout,
    index: u64,
    place: Place,
) -> Result<std::borrow::Cow<'a, [u8]>, DecodeError> {
    let (offset, length) = layout.chunk_bytes(reader, directory, index);
    let bytes = reader.bytes(offset, length).ok_or_else(|| DecodeError::Truncated {
        place,
        detail: format!("strip or tile {} lies beyond the end of the file", index + 1),
    })?;
    Ok(if layout.reversed_bits && layout.compression != Compression::Jpeg {
        bytes.iter().map(|byte| byte.reverse_bits()).collect::<Vec<u8>>().into()
    } else {
        bytes.into()
    })
}

/// Decodes a chunk of any compression that gives rows of samples.
fn decode_rows(
    reader: &Reader<'_>,
    directory: &super::ifd::Directory,
    layout: &Layout,
    index: u64,
    canvas: &mut Canvas,
    place: Place,
) -> Result<(), DecodeError> {
    let chunk = layout.chunk(index);
    // Samples in planes of their own are read side by side, a row of each at a time.
    let mut inputs = Vec::with_capacity(layout.planes as usize);
    for plane in 0..layout.planes {
        inputs.push(compressed(reader, directory, layout, plane * layout.chunks + index, place)?);
    }
    let mut planes: Vec<Rows<'_>> = inputs.iter().map(|input| Rows::new(layout.compression, input)).collect();
    let samples_in_row = layout.samples / planes.len();
    let mut packed = vec![0; (layout.chunk_width as usize * samples_in_row * usize::from(layout.bits)).div_ceil(8)];
    let (mut plane_samples, mut samples) = (Vec::new(), Vec::new());
    let scaled = !matches!(layout.model, Model::Palette(_));
    for y in 0..chunk.visible_height {
        for (plane, rows) in planes.iter_mut().enumerate() {
            rows.read(&mut packed).map_err(|detail| DecodeError::Truncated {
                place,
                detail: format!("{detail} in strip or tile {}, row {}", index + 1, y + 1),
            })?;
            if layout.differenced {
                codec::undo_differencing(&mut packed, samples_in_row, layout.bits, reader.little_endian());
            }
            if !unpack(&packed, layout.bits, scaled, reader.little_endian(), &mut plane_samples) {
                return Err(DecodeError::Feature { place, detail: format!("{} bits a sample", layout.bits) });
            }
            if layout.planes == 1 {
                std::mem::swap(&mut plane_samples, &mut samples);
            } else {
                samples.resize(plane_samples.len() * layout.samples, 0);
                let targets = samples.iter_mut().skip(plane).step_by(layout.samples);
                targets.zip(&plane_samples).for_each(|(to, from)| *to = *from);
            }
        }
        let format = canvas.format;
        put_row(&samples, layout.samples, &layout.model, format, canvas.row(chunk, chunk.top + y));
    }
    Ok(())
}

/// Decodes a chunk of Group 3 or Group 4 fax data.
fn decode_fax(
    reader: &Reader<'_>,
    directory: &super::ifd::Directory,
    layout: &Layout,
    index: u64,
    fax: Fax,
    canvas: &mut Canvas,
    place: Place,
) -> Result<(), DecodeError> {
    let chunk = layout.chunk(index);
    let input = compressed(reader, directory, layout, index, place)?;
    let (paper, ink) = match layout.model {
        // The codes speak of white and black; with black as zero they mean the bits, not the colours.
        Model::Grey { inverted: true } => (255, 0),
        _ => (0, 255),
    };
    let pixel = canvas.format.bytes_per_pixel();
    let rows = codec::fax(&input, fax, layout.chunk_width, chunk.visible_height, |y, changes| {
        let row = canvas.row(chunk, chunk.top + y);
        if paper != 255 {
            row.fill(paper);
        }
        for span in changes.chunks(2) {
            let start = (span[0] as usize * pixel).min(row.len());
            let end = span.get(1).map_or(row.len(), |&end| (end as usize * pixel).min(row.len()));
            row[start..end].fill(ink);
        }
    });
    if rows < chunk.visible_height {
        return Err(DecodeError::Truncated {
            place,
            detail: format!("strip or tile {} holds {rows} of {} rows of fax data", index + 1, chunk.visible_height),
        });
    }
    Ok(())
}

/// A chunk as a picture of its own.
struct Decoded {
    width: u32,
    height: u32,
    data: Vec<u8>,
}

/// Decodes a chunk that is a JPEG.
fn decode_jpeg(
    reader: &Reader<'_>,
    directory: &super::ifd::Directory,
    layout: &Layout,
    index: u64,
    format: PixelFormat,
    limits: &Limits,
    place: Place,
) -> Result<(Decoded, Chunk), DecodeError> {
    let input = compressed(reader, directory, layout, index, place)?;
    // The tables that strips share come as a JPEG without a picture: its inside goes before the strip's.
    let tables = directory.bytes(reader, tag::JPEG_TABLES).filter(|tables| tables.len() > 4);
    let input = match tables {
        Some(tables) => {
            let body = tables.strip_suffix(&[0xff, 0xd9]).unwrap_or(tables);
            [body, input.strip_prefix(&[0xff, 0xd8]).unwrap_or(&input)].concat().into()
        }
        None => input,
    };
    let header = jpeg::header(&input, place)?;
    limits.check(u64::from(header.width), u64::from(header.height), place)?;
    header.check_memory(limits, place)?;
    let colours = match layout.model {
        Model::Rgb | Model::Cmyk { .. } if !layout.ycbcr => Colours::Untransformed,
        _ => Colours::Stated,
    };
    let mut data = jpeg::decode(&input, &header, colours, format, place)?;
    if layout.model == (Model::Grey { inverted: true }) {
        data.iter_mut().for_each(|value| *value = !*value);
    }
    let decoded = Decoded { width: header.width, height: header.height, data };
    Ok((decoded, layout.chunk(index)))
}
