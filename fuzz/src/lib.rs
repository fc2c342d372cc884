//! What the fuzz targets share: opening bytes as a file of one type and decoding all of its pages within small limits, and making a
//! page's reading of text and a document of that.
//!
//! Whatever the bytes are, there must come a page within the limits or an error: no panic that is not contained, no endless
//! loop, no memory beyond the limits (libFuzzer watches the last two).

use std::sync::LazyLock;

use bytes::Bytes;
use liasse_documents::types::TypeSet;
use liasse_documents::wire::{self, Rules};
use liasse_imaging::{GreyPyramid, Limits, PixelFormat, Source, examine};
use liasse_proto::v1;

/// Small, so that a run sees many inputs; that they hold is a part of what is tested.
const LIMITS: Limits = Limits { max_file_bytes: 1 << 20, max_pixels: 1_000_000, max_side: 4_000, max_pages: 8 };

/// Opens and decodes bytes that are to be of the type `content_type`.
///
/// # Panics
/// When a page is larger than the limits: that is what is looked for.
pub fn decode(data: &[u8], content_type: &str) {
    let Ok(source) = Source::open(Bytes::copy_from_slice(data), Some(content_type), &LIMITS) else { return };
    assert!((1..=LIMITS.max_pages).contains(&source.page_count()));
    for index in 0..source.page_count() {
        for format in [PixelFormat::Grey8, PixelFormat::Rgb8] {
            let Ok(page) = source.decode(index, format) else { continue };
            let pixels = u64::from(page.width()) * u64::from(page.height());
            assert!(pixels <= LIMITS.max_pixels, "{} x {}", page.width(), page.height());
            assert_eq!(page.data().len() as u64, pixels * page.format().bytes_per_pixel() as u64);
            if let Ok(page) = GreyPyramid::new(page) {
                examine(&page);
            }
        }
    }
}

/// What a server might have read: two bytes of each line say where it stands, its words follow. The text as a whole is a bar code too.
pub fn reading(text: &str, lines: &[&str]) -> v1::PageReading {
    let mut reading = v1::PageReading { width: 1000, height: 1400, ..Default::default() };
    reading.barcodes.push(v1::Barcode { text: text.to_owned(), ..Default::default() });
    for (number, line) in lines.iter().enumerate() {
        let mut place = line.bytes();
        let mut x = 4.0 * f32::from(place.next().unwrap_or(0));
        // Lines may stand beside and over one another, and be upside down.
        let shift = f32::from(place.next().unwrap_or(128)) - 128.0;
        let y = 22.0 * number as f32 + shift;
        let first_word = reading.words.len() as u32;
        for word in line.chars().skip(2).collect::<String>().split_whitespace() {
            let width = 9.0 * word.chars().count() as f32;
            let corner = |x, y| Some(v1::Point { x, y });
            let quad = v1::Quad {
                top_left: corner(x, y),
                top_right: corner(x + width, y + shift / 16.0),
                bottom_right: corner(x + width, y + 20.0 + shift / 16.0),
                bottom_left: corner(x, y + 20.0),
            };
            reading.words.push(v1::Word { quad: Some(quad), text: word.to_owned(), confidence: 0.9 });
            x += width + 9.0;
        }
        let word_count = reading.words.len() as u32 - first_word;
        reading.lines.push(v1::Line { first_word, word_count, ..Default::default() });
    }
    reading
}

/// Tells what a page is and says. A page beyond the bounds is refused with a reason.
///
/// # Panics
/// When a confidence is no probability, or what was repaired is accepted: that is what is looked for.
pub fn document(reading: &v1::PageReading) {
    static TYPES: LazyLock<TypeSet> = LazyLock::new(|| TypeSet::shipped().expect("the shipped types are sound"));
    let rules = Rules { types: &TYPES, trays: None, certificates: None, read_in: 2026 };
    let Ok(document) = wire::document(reading, rules) else { return };
    assert!((0.0..=1.0).contains(&document.type_confidence));
    for field in &document.fields {
        assert!((0.0..=1.0).contains(&field.confidence), "{field:?}");
        assert!(!field.accepted || !field.repaired, "{field:?}");
    }
}
