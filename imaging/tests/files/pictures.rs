//! The pictures that test files are made of, and what writes them.

use std::path::{Path, PathBuf};

use bytes::Bytes;
use liasse_imaging::{DecodeError, Limits, PixelFormat, Raster, Source};

pub(crate) const W: usize = 97;
pub(crate) const H: usize = 61;

/// Ink or paper; what the bilevel fixtures show.
pub(crate) fn is_ink(x: usize, y: usize) -> bool {
    ((x * x + 3 * y * y + x * y) / 96).is_multiple_of(3)
}

pub(crate) fn bilevel() -> Vec<u8> {
    picture(|x, y| if is_ink(x, y) { 0 } else { 255 })
}

pub(crate) fn grey() -> Vec<u8> {
    picture(|x, y| ((2 * x + y) % 256) as u8)
}

pub(crate) fn rgb() -> Vec<u8> {
    picture(|x, y| [2 * x, 4 * y, 255 - x - y].map(|v| v as u8)).concat()
}

fn picture<T>(value: impl Fn(usize, usize) -> T) -> Vec<T> {
    (0..W * H).map(|i| value(i % W, i / W)).collect()
}

/// The grey of each colour, in floating point.
pub(crate) fn grey_of(rgb: &[u8]) -> Vec<u8> {
    rgb.chunks(3)
        .map(|p| (0.299 * f64::from(p[0]) + 0.587 * f64::from(p[1]) + 0.114 * f64::from(p[2])).round() as u8)
        .collect()
}

pub(crate) fn open(bytes: impl Into<Bytes>) -> Result<Source, DecodeError> {
    Source::open(bytes.into(), None, &Limits::default())
}

/// Opens and decodes the first page.
pub(crate) fn read(bytes: impl Into<Bytes>, format: PixelFormat) -> Result<Raster, DecodeError> {
    open(bytes)?.decode(0, format)
}

/// The reason code with which a file is refused, in opening or in decoding.
pub(crate) fn refusal(bytes: impl Into<Bytes>) -> &'static str {
    match read(bytes, PixelFormat::Grey8) {
        Ok(_) => "none",
        Err(error) => {
            let text = error.to_string();
            assert!(!text.is_empty() && !text.ends_with('.') && !text.contains('\n'), "{text:?}");
            error.reason()
        }
    }
}

/// Mean and largest difference of two pictures.
pub(crate) fn difference(a: &[u8], b: &[u8]) -> (f64, u8) {
    assert_eq!(a.len(), b.len());
    let differences = a.iter().zip(b).map(|(a, b)| a.abs_diff(*b));
    let sum: f64 = differences.clone().map(f64::from).sum();
    (sum / a.len() as f64, differences.max().unwrap_or(0))
}

pub(crate) fn fixture(name: &str) -> Vec<u8> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixtures").join(name);
    std::fs::read(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// Real pages beside the repository; `None`, said aloud, where there are none.
pub(crate) fn real_pages() -> Option<PathBuf> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/realpages");
    if path.is_dir() {
        return Some(path);
    }
    println!("SKIPPED: there are no real pages at {}", path.display());
    None
}

/// A TIFF of one page, little-endian: the tags, with the data as the only strip (or the given strips or tiles).
pub(crate) fn tiff(tags: &[(u16, &[u32])], chunks: &[Vec<u8>]) -> Vec<u8> {
    let tiled = tags.iter().any(|(tag, _)| *tag == 322);
    let mut file = b"II\x2a\0\0\0\0\0".to_vec();
    let mut offsets = Vec::new();
    for chunk in chunks {
        offsets.push(file.len() as u32);
        file.extend(chunk);
    }
    let counts: Vec<u32> = chunks.iter().map(|chunk| chunk.len() as u32).collect();
    let mut all: Vec<(u16, Vec<u32>)> = tags.iter().map(|(tag, values)| (*tag, values.to_vec())).collect();
    all.push((if tiled { 324 } else { 273 }, offsets));
    all.push((if tiled { 325 } else { 279 }, counts));
    all.sort();
    let mut placed = Vec::new();
    for (_, values) in &all {
        placed.push(file.len() as u32);
        if values.len() > 1 {
            values.iter().for_each(|value| file.extend(value.to_le_bytes()));
        }
    }
    let directory = file.len() as u32;
    file[4..8].copy_from_slice(&directory.to_le_bytes());
    file.extend((all.len() as u16).to_le_bytes());
    for ((tag, values), at) in all.iter().zip(placed) {
        file.extend(tag.to_le_bytes());
        file.extend(4u16.to_le_bytes());
        file.extend((values.len() as u32).to_le_bytes());
        file.extend(if values.len() > 1 { at } else { values[0] }.to_le_bytes());
    }
    file.extend([0; 4]);
    file
}

/// A PDF of the given objects (number 1 is the catalogue), with a cross-reference table.
pub(crate) fn pdf(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
    let mut file = b"%PDF-1.7\n".to_vec();
    let mut offsets = Vec::new();
    for (i, object) in objects.iter().enumerate() {
        offsets.push(file.len());
        file.extend(format!("{} 0 obj\n", i + 1).bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let table = file.len();
    file.extend(format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1).bytes());
    for offset in offsets {
        file.extend(format!("{offset:010} 00000 n \n").bytes());
    }
    let size = objects.len() + 1;
    file.extend(format!("trailer <</Size {size} /Root 1 0 R {trailer}>>\nstartxref\n{table}\n%%EOF\n").bytes());
    file
}

/// A stream object.
pub(crate) fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    let head = format!("<<{dictionary} /Length {}>>\nstream\n", data.len());
    [head.as_bytes(), data, b"\nendstream"].concat()
}

/// A PDF of one page that draws `content`, with `page` among the page's own entries.
pub(crate) fn pdf_page(page: &str, content: &str, objects: &[Vec<u8>]) -> Vec<u8> {
    let mut all = vec![
        b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
        b"<</Type /Pages /Kids [3 0 R] /Count 1>>".to_vec(),
        format!("<</Type /Page /Parent 2 0 R /Contents 4 0 R {page}>>").into_bytes(),
        stream("", content.as_bytes()),
    ];
    all.extend(objects.iter().cloned());
    pdf(&all, "")
}
