//! Images as files, for whoever wants a straightened page.
//!
//! Responsible for three formats: a JPEG to look at, a PNG that keeps every pixel, a black and white TIFF (CCITT group 4) to
//! archive. Not responsible for what is on the image. The encoders are jpeg-encoder, png and fax, pure Rust all three; the
//! directory around the group 4 data is written here, since the crate tiff writes no such data.

use fax::{BitWriter, Color, VecWriter};
use jpeg_encoder::{ColorType, Density, Encoder, SamplingFactor};

use crate::{PixelFormat, Raster};

/// Hardly a trace of the blocks is to be seen around letters.
const JPEG_QUALITY: u8 = 85;

/// What kind of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ImageFormat {
    /// JPEG, grey or in colour (4:2:0).
    Jpeg,
    /// PNG, 8 bits grey or 24 bits of colour.
    Png,
    /// TIFF of a grey image, of one strip in CCITT group 4 (ITU-T T.6). What is black is decided by one threshold for the image (Otsu, "A
    /// threshold selection method from gray-level histograms", 1979): light that is uneven within a page can hide writing.
    TiffG4,
}

/// An image that has no such file.
#[derive(Debug, thiserror::Error)]
pub enum EncodeError {
    /// A side is too long for the format.
    #[error("{width} x {height} pixels do not fit the format")]
    Size {
        /// Width in pixels.
        width: u32,
        /// Height in pixels.
        height: u32,
    },
    /// The format has no colours.
    #[error("the format is black and white and the image in colour")]
    Colour,
    /// The JPEG encoder refused.
    #[error("the JPEG cannot be written: {0}")]
    Jpeg(#[from] jpeg_encoder::EncodingError),
    /// The PNG encoder refused.
    #[error("the PNG cannot be written: {0}")]
    Png(#[from] png::EncodingError),
}

impl ImageFormat {
    /// The media type.
    pub const fn content_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::TiffG4 => "image/tiff",
        }
    }

    /// The file of an image, which states its resolution where it is known.
    ///
    /// # Errors
    /// [`EncodeError`]: for a JPEG or a TIFF with a side above 65 535 pixels, and for a TIFF in colour.
    pub fn encode(self, image: &Raster) -> Result<Vec<u8>, EncodeError> {
        let (width, height) = (image.width(), image.height());
        let size = EncodeError::Size { width, height };
        match self {
            Self::Jpeg => {
                let (Ok(width), Ok(height)) = (u16::try_from(width), u16::try_from(height)) else { return Err(size) };
                let mut out = Vec::new();
                let mut encoder = Encoder::new(&mut out, JPEG_QUALITY);
                if let Some(dpi) = image.dpi() {
                    encoder.set_density(Density::Inch { x: dpi.round() as u16, y: dpi.round() as u16 });
                }
                let colours = match image.format() {
                    PixelFormat::Grey8 => ColorType::Luma,
                    PixelFormat::Rgb8 => ColorType::Rgb,
                };
                encoder.set_sampling_factor(SamplingFactor::F_2_2);
                encoder.encode(image.data(), width, height, colours)?;
                Ok(out)
            }
            Self::Png => Ok(png(image)?),
            Self::TiffG4 => {
                let Ok(columns) = u16::try_from(width) else { return Err(size) };
                if image.format() != PixelFormat::Grey8 {
                    return Err(EncodeError::Colour);
                }
                Ok(tiff(width, height, image.dpi(), &group4(image.data(), columns)))
            }
        }
    }
}

fn png(image: &Raster) -> Result<Vec<u8>, png::EncodingError> {
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, image.width(), image.height());
    encoder.set_color(match image.format() {
        PixelFormat::Grey8 => png::ColorType::Grayscale,
        PixelFormat::Rgb8 => png::ColorType::Rgb,
    });
    encoder.set_depth(png::BitDepth::Eight);
    encoder.set_compression(png::Compression::Fast);
    if let Some(dpi) = image.dpi() {
        let per_metre = (dpi / 0.0254).round() as u32;
        encoder.set_pixel_dims(Some(png::PixelDimensions { xppu: per_metre, yppu: per_metre, unit: png::Unit::Meter }));
    }
    let mut writer = encoder.write_header()?;
    writer.write_image_data(image.data())?;
    writer.finish()?;
    Ok(out)
}

fn group4(data: &[u8], columns: u16) -> Vec<u8> {
    let threshold = otsu(data);
    let mut encoder = fax::encoder::Encoder::new(VecWriter::new());
    for row in data.chunks_exact(usize::from(columns)) {
        let pixels = row.iter().map(|value| if *value > threshold { Color::White } else { Color::Black });
        infallible(encoder.encode_line(pixels, columns));
    }
    infallible(encoder.finish()).finish()
}

/// Writing into memory cannot fail, and the type says so.
fn infallible<T>(result: Result<T, <VecWriter as BitWriter>::Error>) -> T {
    match result {
        Ok(value) => value,
        Err(never) => match never {},
    }
}

/// The darkest level that is white but one: where black and white are furthest apart against what they vary themselves. An
/// image of one level is white.
fn otsu(data: &[u8]) -> u8 {
    let mut histogram = [0u64; 256];
    data.iter().for_each(|value| histogram[usize::from(*value)] += 1);
    let total = data.len() as f64;
    let sum: f64 = histogram.iter().enumerate().map(|(level, count)| level as f64 * *count as f64).sum();
    let (mut below, mut sum_below, mut best) = (0.0, 0.0, (0.0, 0));
    for (level, count) in histogram.iter().enumerate().take(255) {
        below += *count as f64;
        sum_below += level as f64 * *count as f64;
        if below == 0.0 || below == total {
            continue;
        }
        let apart = sum_below / below - (sum - sum_below) / (total - below);
        let variance = below * (total - below) * apart * apart;
        if variance > best.0 {
            best = (variance, level as u8);
        }
    }
    // Grain on blank paper has two classes too, but they are hardly apart.
    let mean = sum / total.max(1.0);
    if best.0.sqrt() / total.max(1.0) < BLANK_SPREAD { (mean / 2.0) as u8 } else { best.1 }
}

/// Less than this standard deviation between black and white, in grey levels: there is nothing black.
const BLANK_SPREAD: f64 = 4.0;

/// A little-endian TIFF (6.0) around one strip of group 4 data, in which white is 0.
fn tiff(width: u32, height: u32, dpi: Option<f32>, strip: &[u8]) -> Vec<u8> {
    const SHORT: u16 = 3;
    const LONG: u16 = 4;
    const RATIONAL: u16 = 5;
    // Without a resolution the unit is none, and the numbers say that pixels are square.
    let (unit, resolution) = dpi.map_or((1, 1), |dpi| (2, dpi.round().max(1.0) as u32));
    const ENTRIES: u32 = 12;
    let rationals = 8 + 2 + 12 * ENTRIES + 4;
    let data = rationals + 16;
    let entries: [(u16, u16, u32); ENTRIES as usize] = [
        (256, LONG, width),
        (257, LONG, height),
        (258, SHORT, 1),
        (259, SHORT, 4),
        (262, SHORT, 0),
        (273, LONG, data),
        (277, SHORT, 1),
        (278, LONG, height),
        (279, LONG, strip.len() as u32),
        (282, RATIONAL, rationals),
        (283, RATIONAL, rationals + 8),
        (296, SHORT, unit),
    ];
    let mut out = Vec::with_capacity(data as usize + strip.len());
    out.extend(b"II*\0\x08\0\0\0");
    out.extend((ENTRIES as u16).to_le_bytes());
    for (tag, kind, value) in entries {
        out.extend(tag.to_le_bytes());
        out.extend(kind.to_le_bytes());
        out.extend(1u32.to_le_bytes());
        out.extend(value.to_le_bytes());
    }
    out.extend(0u32.to_le_bytes());
    for _ in 0..2 {
        out.extend(resolution.to_le_bytes());
        out.extend(1u32.to_le_bytes());
    }
    out.extend(strip);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Limits, Source};

    const WIDTH: u32 = 403;
    const HEIGHT: u32 = 217;

    /// Dark bars of several widths on paper that grows lighter.
    fn grey(dpi: Option<f32>) -> Raster {
        let width = WIDTH as usize;
        let value = |at: usize| {
            let (x, y) = (at % width, at / width);
            if (x / 7 + y / 11).is_multiple_of(3) { 30 + (x % 20) as u8 } else { 200 + (y / 5) as u8 }
        };
        let data = (0..width * HEIGHT as usize).map(value).collect();
        Raster::new(WIDTH, HEIGHT, PixelFormat::Grey8, data, dpi).unwrap()
    }

    /// The same, red on yellow.
    fn coloured(dpi: Option<f32>) -> Raster {
        let data = grey(None).into_data().into_iter();
        let data = data.flat_map(|v| if v < 100 { [200, v, v] } else { [v, v, 120] }).collect();
        Raster::new(WIDTH, HEIGHT, PixelFormat::Rgb8, data, dpi).unwrap()
    }

    fn decoded(format: ImageFormat, image: &Raster) -> Raster {
        let bytes = format.encode(image).unwrap();
        let source = Source::open(bytes.into(), Some(format.content_type()), &Limits::default()).unwrap();
        assert_eq!(source.is_grey(0), image.format() == PixelFormat::Grey8);
        source.decode(0, image.format()).unwrap()
    }

    fn off(a: &Raster, b: &Raster) -> f64 {
        let sum: f64 = a.data().iter().zip(b.data()).map(|(a, b)| f64::from(a.abs_diff(*b))).sum();
        sum / a.data().len() as f64
    }

    #[test]
    fn what_is_written_can_be_read_back() {
        for image in [grey(Some(300.0)), coloured(Some(300.0))] {
            let png = decoded(ImageFormat::Png, &image);
            assert_eq!(png.data(), image.data());
            assert!((png.dpi().unwrap() - 300.0).abs() < 0.1);
            let jpeg = decoded(ImageFormat::Jpeg, &image);
            let most = if image.format() == PixelFormat::Grey8 { 6.0 } else { 12.0 };
            assert!(off(&jpeg, &image) < most && jpeg.dpi() == Some(300.0), "{}", off(&jpeg, &image));
        }
        let image = grey(Some(200.0));
        let tiff = decoded(ImageFormat::TiffG4, &image);
        let black: Vec<u8> = image.data().iter().map(|value| if *value > 120 { 255 } else { 0 }).collect();
        assert_eq!((tiff.data(), tiff.dpi()), (black.as_slice(), Some(200.0)));
        for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::TiffG4] {
            let plain = decoded(format, &grey(None));
            assert_eq!((plain.width(), plain.height(), plain.dpi()), (WIDTH, HEIGHT, None), "{format:?}");
        }
    }

    #[test]
    fn blank_paper_stays_white() {
        let data = (0..90_000u32).map(|at| 240 + (at.wrapping_mul(2_654_435_761) >> 29) as u8).collect();
        let blank = Raster::new(300, 300, PixelFormat::Grey8, data, None).unwrap();
        assert!(decoded(ImageFormat::TiffG4, &blank).data().iter().all(|value| *value == 255));
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        let wide = Raster::new(70_000, 1, PixelFormat::Grey8, vec![0; 70_000], None).unwrap();
        for format in [ImageFormat::Jpeg, ImageFormat::TiffG4] {
            assert!(matches!(format.encode(&wide), Err(EncodeError::Size { width: 70_000, height: 1 })));
        }
        assert!(ImageFormat::Png.encode(&wide).is_ok());
        assert!(matches!(ImageFormat::TiffG4.encode(&coloured(None)), Err(EncodeError::Colour)));
    }
}
