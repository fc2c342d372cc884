//! Drawn pages as image files, with their resolution in them, and the rows of an index of them.

use crate::pages::{DrawnPage, FieldTruth};
use crate::raster::Plane;
use fax::{BitWriter, Color, VecWriter};
use serde::{Deserialize, Serialize};
use std::io::Cursor;

/// A file format for pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Format {
    /// JPEG of a given quality (1 to 100); pages in black and white as TIFF with CCITT group 4, as scanners do.
    Jpeg(u8),
    /// PNG; pages in black and white with one bit to a pixel.
    Png,
    /// TIFF: CCITT group 4 for pages in black and white, deflate for the others.
    Tiff,
}

/// An image that could not be encoded.
#[derive(Debug, thiserror::Error)]
pub enum EncodeError {
    /// By the JPEG encoder.
    #[error("encoding JPEG")]
    Jpeg(#[from] image::ImageError),
    /// By the PNG encoder.
    #[error("encoding PNG")]
    Png(#[from] png::EncodingError),
    /// By the TIFF encoder.
    #[error("encoding TIFF")]
    Tiff(#[from] tiff::TiffError),
    /// Wider than CCITT group 4 can say.
    #[error("encoding TIFF: {0} pixels are too wide for CCITT group 4")]
    TooWide(usize),
}

/// A row of `index.jsonl`.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct IndexRow {
    /// Name of the page.
    pub id: String,
    /// Its image, relative to the index.
    pub image: String,
    /// Its text in reading order.
    pub truth_text: String,
    /// Where it comes from: `corpus`.
    pub source: String,
    /// Kind of document.
    pub doc_type: String,
    /// By how many degrees the content is turned, counter-clockwise positive.
    pub skew_deg: f32,
    /// Named values.
    pub fields: Vec<FieldTruth>,
}

impl IndexRow {
    /// The row of a page.
    pub fn new(id: &str, image: &str, page: &DrawnPage) -> IndexRow {
        IndexRow {
            id: id.to_owned(),
            image: image.to_owned(),
            truth_text: page.truth.text(),
            source: "corpus".to_owned(),
            doc_type: page.truth.doc_type.clone(),
            skew_deg: page.truth.skew_deg,
            fields: page.truth.fields.clone(),
        }
    }
}

/// The bytes of a page in a format, and the ending of its file's name.
///
/// # Errors
/// When an encoder refuses; a page drawn by this crate is refused by none.
pub fn encode(page: &DrawnPage, format: Format) -> Result<(Vec<u8>, &'static str), EncodeError> {
    let dpi = page.truth.dpi;
    match format {
        Format::Jpeg(_) | Format::Tiff if page.bilevel => Ok((group4(&page.image, dpi)?, "tif")),
        Format::Jpeg(quality) => Ok((jpeg(&page.image, quality, dpi)?, "jpg")),
        Format::Png => Ok((png(page, dpi)?, "png")),
        Format::Tiff => Ok((deflated(&page.image, dpi)?, "tif")),
    }
}

fn jpeg(image: &Plane, quality: u8, dpi: f32) -> Result<Vec<u8>, EncodeError> {
    use image::codecs::jpeg::{JpegEncoder, PixelDensity};
    let mut out = Vec::new();
    let mut encoder = JpegEncoder::new_with_quality(&mut out, quality.clamp(1, 100));
    encoder.set_pixel_density(PixelDensity::dpi(dpi.round() as u16));
    encoder.encode(&image.data, image.width as u32, image.height as u32, image::ExtendedColorType::L8)?;
    Ok(out)
}

/// One bit to a pixel, rows padded to bytes; set where the pixel is light.
fn packed(image: &Plane) -> Vec<u8> {
    let mut out = Vec::with_capacity(image.width.div_ceil(8) * image.height);
    for y in 0..image.height {
        for chunk in image.row(y).chunks(8) {
            out.push(chunk.iter().enumerate().fold(0u8, |byte, (i, v)| byte | (u8::from(*v >= 128) << (7 - i))));
        }
    }
    out
}

fn png(page: &DrawnPage, dpi: f32) -> Result<Vec<u8>, EncodeError> {
    let image = &page.image;
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, image.width as u32, image.height as u32);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(if page.bilevel { png::BitDepth::One } else { png::BitDepth::Eight });
    encoder.set_compression(png::Compression::Fast);
    let per_metre = (dpi / 0.0254).round() as u32;
    encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }));
    let mut writer = encoder.write_header()?;
    if page.bilevel {
        writer.write_image_data(&packed(image))?;
    } else {
        writer.write_image_data(&image.data)?;
    }
    writer.finish()?;
    Ok(out)
}

fn deflated(image: &Plane, dpi: f32) -> Result<Vec<u8>, EncodeError> {
    use tiff::encoder::{Compression, DeflateLevel, Rational, TiffEncoder, colortype::Gray8};
    let mut out = Cursor::new(Vec::new());
    let mut encoder = TiffEncoder::new(&mut out)?.with_compression(Compression::Deflate(DeflateLevel::Fast));
    let mut picture = encoder.new_image::<Gray8>(image.width as u32, image.height as u32)?;
    let resolution = Rational { n: dpi.round() as u32, d: 1 };
    picture.resolution(tiff::tags::ResolutionUnit::Inch, resolution);
    picture.write_data(&image.data)?;
    Ok(out.into_inner())
}

/// A TIFF of one strip in CCITT group 4 (ITU-T T.6); the tiff crate writes none.
fn group4(image: &Plane, dpi: f32) -> Result<Vec<u8>, EncodeError> {
    let width = u16::try_from(image.width).map_err(|_| EncodeError::TooWide(image.width))?;
    let mut encoder = fax::encoder::Encoder::new(VecWriter::new());
    for y in 0..image.height {
        let row = image.row(y).iter().map(|v| if *v >= 128 { Color::White } else { Color::Black });
        infallible(encoder.encode_line(row, width));
    }
    let data = infallible(encoder.finish()).finish();
    // Header, one directory, two rationals, the strip.
    let entries: [(u16, u16, u32); 12] = [
        (256, 4, image.width as u32),
        (257, 4, image.height as u32),
        (258, 3, 1),
        (259, 3, 4),
        (262, 3, 0),
        (273, 4, 0),
        (277, 3, 1),
        (278, 4, image.height as u32),
        (279, 4, data.len() as u32),
        (282, 5, 0),
        (283, 5, 0),
        (296, 3, 2),
    ];
    let rationals = 8 + 2 + 12 * entries.len() as u32 + 4;
    let strip = rationals + 16;
    let mut out = Vec::with_capacity(strip as usize + data.len());
    out.extend(b"II*\0\x08\0\0\0");
    out.extend((entries.len() as u16).to_le_bytes());
    for (tag, kind, value) in entries {
        let value = match tag {
            273 => strip,
            282 => rationals,
            283 => rationals + 8,
            _ => value,
        };
        out.extend(tag.to_le_bytes());
        out.extend(kind.to_le_bytes());
        out.extend(1u32.to_le_bytes());
        out.extend(value.to_le_bytes());
    }
    out.extend(0u32.to_le_bytes());
    for _ in 0..2 {
        out.extend((dpi.round() as u32).to_le_bytes());
        out.extend(1u32.to_le_bytes());
    }
    out.extend(data);
    Ok(out)
}

/// Writing into memory cannot fail, and the type says so.
fn infallible<T>(result: Result<T, <VecWriter as BitWriter>::Error>) -> T {
    match result {
        Ok(value) => value,
        Err(never) => match never {},
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pages::PageTruth;

    fn page(bilevel: bool) -> DrawnPage {
        let (width, height) = (203, 57);
        let value = |i: usize| {
            if bilevel { if (i * i / 7).is_multiple_of(5) { 0 } else { 255 } } else { (i * 13 % 251) as u8 }
        };
        let data = (0..width * height).map(value).collect();
        let truth = PageTruth {
            lines: Vec::new(),
            doc_type: "x".into(),
            skew_deg: 0.0,
            fields: Vec::new(),
            dpi: 200.0,
            sheet: [0.0; 8],
        };
        DrawnPage { image: Plane { width, height, data }, truth, bilevel }
    }

    #[test]
    fn lossless_formats_give_the_same_pixels_back() {
        for bilevel in [true, false] {
            for format in [Format::Png, Format::Tiff] {
                let page = page(bilevel);
                let (bytes, _) = encode(&page, format).unwrap();
                let back = image::load_from_memory(&bytes).unwrap().to_luma8();
                assert_eq!(back.into_raw(), page.image.data, "{format:?}, bilevel {bilevel}");
            }
        }
    }

    #[test]
    fn black_and_white_pages_are_group_4_even_when_jpeg_was_asked_for() {
        let (bytes, ending) = encode(&page(true), Format::Jpeg(80)).unwrap();
        assert_eq!(ending, "tif");
        let mut decoder = tiff::decoder::Decoder::new(Cursor::new(bytes)).unwrap();
        assert_eq!(decoder.get_tag_u32(tiff::tags::Tag::Compression).unwrap(), 4);
        assert_eq!(decoder.dimensions().unwrap(), (203, 57));
    }
}
