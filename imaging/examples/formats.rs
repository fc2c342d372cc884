//! Milliseconds to decode one page from every kind of file, beside the crate image where it decodes it another way.
//!
//! ```text
//! cargo run --release -p liasse-imaging --example formats -- [--runs N] PAGE.jpg...
//! ```
//!
//! The first page of each file given is decoded and written in memory as every format below; each is then opened and decoded to
//! grey N times (9 unless told), and the median is printed, with the size of the file. "image" is the crate of that name from
//! the same bytes to 8 bits grey. Colour is the page on yellowish paper.

#![expect(clippy::print_stdout, reason = "a command that prints a table")]

use std::error::Error;
use std::io::Cursor;
use std::time::Instant;

use bytes::Bytes;
use image::ExtendedColorType;
use image::codecs::webp::WebPEncoder;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use liasse_imaging::{GreyImage, ImageFormat, Limits, PixelFormat, Raster, Source};
use tiff::encoder::colortype::{Gray8, RGB8};
use tiff::encoder::{Compression, DeflateLevel, TiffEncoder};

const JPEG_QUALITY: u8 = 80;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let mut runs = 9;
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--runs" {
            runs = arguments.next().ok_or("--runs needs a number")?.parse()?;
            continue;
        }
        let source = Source::open(std::fs::read(&argument)?.into(), None, &Limits::default())?;
        let page = source.decode(0, PixelFormat::Grey8)?;
        let image = GreyImage { width: page.width(), height: page.height(), data: page.into_data() };
        println!("{argument}: {} x {}", image.width, image.height);
        println!("  {:<26} {:>8} {:>10} {:>10}", "format", "kB", "ours, ms", "image, ms");
        for (name, file) in files(&image)? {
            let ours = median(runs, || {
                let source = Source::open(file.clone(), None, &Limits::default())?;
                Ok(source.decode(0, PixelFormat::Grey8)?.data().len())
            })?;
            let theirs = median(runs, || Ok(image::load_from_memory(&file)?.to_luma8().len()));
            let theirs = theirs.map_or_else(|_| "-".to_owned(), |time| format!("{time:.1}"));
            println!("  {name:<26} {:>8} {ours:>10.1} {theirs:>10}", file.len() / 1000);
        }
    }
    Ok(())
}

/// The median time of `run` in milliseconds.
fn median(runs: usize, run: impl Fn() -> Outcome<usize>) -> Outcome<f64> {
    let mut times = Vec::new();
    for _ in 0..runs.max(1) {
        let start = Instant::now();
        std::hint::black_box(run()?);
        times.push(start.elapsed().as_secs_f64() * 1e3);
    }
    times.sort_by(f64::total_cmp);
    Ok(times[times.len() / 2])
}

/// The page as every kind of file.
fn files(image: &GreyImage) -> Outcome<Vec<(&'static str, Bytes)>> {
    let (width, height) = (image.width, image.height);
    let rgb: Vec<u8> = image
        .data
        .iter()
        .flat_map(|value| {
            let value = f32::from(*value);
            [value as u8, (value * 0.97) as u8, (value * 0.8) as u8]
        })
        .collect();
    let grey_jpeg = jpeg(&image.data, width, height, ColorType::Luma, false)?;
    let webp = {
        let mut out = Vec::new();
        WebPEncoder::new_lossless(&mut out).encode(&rgb, width, height, ExtendedColorType::Rgb8)?;
        out
    };
    let grey = Raster::new(width, height, PixelFormat::Grey8, image.data.clone(), Some(300.0)).ok_or("no pixels")?;
    let png = ImageFormat::Png.encode(&grey)?;
    let colour_png = {
        let mut out = Cursor::new(Vec::new());
        image::write_buffer_with_format(
            &mut out,
            &rgb,
            width,
            height,
            ExtendedColorType::Rgb8,
            image::ImageFormat::Png,
        )?;
        out.into_inner()
    };
    let deflate = Compression::Deflate(DeflateLevel::Balanced);
    Ok([
        ("JPEG, colour 4:2:0", jpeg(&rgb, width, height, ColorType::Rgb, false)?),
        ("JPEG, colour, progressive", jpeg(&rgb, width, height, ColorType::Rgb, true)?),
        ("TIFF, group 4", ImageFormat::TiffG4.encode(&grey)?),
        ("TIFF, LZW, grey", tiff(&image.data, width, height, Compression::Lzw, false)?),
        ("TIFF, LZW, colour", tiff(&rgb, width, height, Compression::Lzw, true)?),
        ("TIFF, Deflate, grey", tiff(&image.data, width, height, deflate, false)?),
        ("TIFF, Deflate, colour", tiff(&rgb, width, height, deflate, true)?),
        ("TIFF, PackBits, grey", tiff(&image.data, width, height, Compression::Packbits, false)?),
        ("TIFF, JPEG, grey", jpeg_in_tiff(&grey_jpeg, width, height)),
        ("PNG, grey", png),
        ("PNG, colour", colour_png),
        ("WebP, lossless, colour", webp),
        ("PDF, JPEG, grey", pdf(&grey_jpeg, width, height)),
        ("JPEG, grey", grey_jpeg),
    ]
    .map(|(name, file)| (name, Bytes::from(file)))
    .into())
}

fn jpeg(data: &[u8], width: u32, height: u32, colours: ColorType, progressive: bool) -> Outcome<Vec<u8>> {
    let mut out = Vec::new();
    let mut encoder = Encoder::new(&mut out, JPEG_QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_progressive(progressive);
    encoder.encode(data, u16::try_from(width)?, u16::try_from(height)?, colours)?;
    Ok(out)
}

fn tiff(data: &[u8], width: u32, height: u32, compression: Compression, colour: bool) -> Outcome<Vec<u8>> {
    let mut out = Cursor::new(Vec::new());
    let mut encoder = TiffEncoder::new(&mut out)?.with_compression(compression);
    if colour {
        encoder.write_image::<RGB8>(width, height, data)?;
    } else {
        encoder.write_image::<Gray8>(width, height, data)?;
    }
    Ok(out.into_inner())
}

/// A TIFF of one strip that is a whole JPEG (compression 7).
fn jpeg_in_tiff(jpeg: &[u8], width: u32, height: u32) -> Vec<u8> {
    let entries: [(u16, u32); 9] = [
        (256, width),
        (257, height),
        (258, 8),
        (259, 7),
        (262, 1),
        (273, 8 + 2 + 9 * 12 + 4),
        (277, 1),
        (278, height),
        (279, jpeg.len() as u32),
    ];
    let mut out = b"II*\0\x08\0\0\0\x09\0".to_vec();
    for (tag, value) in entries {
        out.extend(tag.to_le_bytes());
        out.extend([4, 0, 1, 0, 0, 0]);
        out.extend(value.to_le_bytes());
    }
    out.extend([0; 4]);
    out.extend(jpeg);
    out
}

/// A PDF of one page that is one JPEG from edge to edge, at 300 dpi.
fn pdf(jpeg: &[u8], width: u32, height: u32) -> Vec<u8> {
    let (w, h) = (f64::from(width) * 72.0 / 300.0, f64::from(height) * 72.0 / 300.0);
    let draw = format!("q {w} 0 0 {h} 0 0 cm /I Do Q");
    let stream = |dictionary: &str, data: &[u8]| {
        [format!("<<{dictionary} /Length {}>>\nstream\n", data.len()).as_bytes(), data, b"\nendstream"].concat()
    };
    let picture = format!(
        "/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray /BitsPerComponent 8 \
         /Filter /DCTDecode"
    );
    let page = format!(
        "<</Type /Page /Parent 2 0 R /MediaBox [0 0 {w} {h}] /Contents 4 0 R /Resources <</XObject <</I 5 0 R>> >> >>"
    );
    let objects = [
        b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>".to_vec(),
        page.into_bytes(),
        stream("", draw.as_bytes()),
        stream(&picture, jpeg),
    ];
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (index, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file.extend(format!("{} 0 obj\n", index + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let table = file.len();
    file.extend(b"xref\n0 6\n0000000000 65535 f \n");
    for offset in offsets {
        file.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    file.extend(format!("trailer <</Size 6 /Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n").bytes());
    file
}
