//! What the fuzz targets share: opening bytes as a file of one type and decoding all of its pages within small limits.
//!
//! Whatever the bytes are, there must come a page within the limits or an error: no panic that is not contained, no endless
//! loop, no memory beyond the limits (libFuzzer watches the last two).

use bytes::Bytes;
use liasse_imaging::{GreyPyramid, Limits, PixelFormat, Source, examine};

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
