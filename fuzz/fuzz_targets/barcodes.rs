#![no_main]
//! Pixels instead of a file: the first byte is the width in eights.

use liasse_imaging::{GreyPyramid, PixelFormat, Raster, read_barcodes};

libfuzzer_sys::fuzz_target!(|data: &[u8]| {
    let Some((first, pixels)) = data.split_first() else { return };
    let width = (usize::from(*first) + 1) * 8;
    let height = pixels.len() / width;
    let pixels = pixels[..width * height].to_vec();
    let Some(raster) = Raster::new(width as u32, height as u32, PixelFormat::Grey8, pixels, None) else { return };
    let Ok(page) = GreyPyramid::new(raster) else { return };
    for code in read_barcodes(&page) {
        assert!(!code.text.is_empty() || !code.raw.is_empty());
        assert!(code.quad.corners.iter().all(|corner| corner.x.is_finite() && corner.y.is_finite()));
    }
});
