//! JPEG in its varieties.

use jpeg_encoder::{ColorType, Density, Encoder, SamplingFactor};
use liasse_imaging::PixelFormat::{Grey8, Rgb8};

use crate::pictures::{H, W, difference, grey, grey_of, open, read, rgb};

fn encoded(data: &[u8], colours: ColorType, set: impl FnOnce(&mut Encoder<&mut Vec<u8>>)) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = Encoder::new(&mut file, 95);
    set(&mut encoder);
    encoder.encode(data, W as u16, H as u16, colours).unwrap();
    file
}

#[test]
fn grey_pages_keep_their_levels() {
    for progressive in [false, true] {
        let file = encoded(&grey(), ColorType::Luma, |e| e.set_progressive(progressive));
        let page = read(file.clone(), Grey8).unwrap();
        assert_eq!((page.width() as usize, page.height() as usize), (W, H));
        let (mean, most) = difference(page.data(), &grey());
        assert!(mean < 2.0 && most < 30, "progressive {progressive}: {mean} {most}");
        let colour = read(file, Rgb8).unwrap();
        assert!(colour.data().chunks(3).zip(page.data()).all(|(c, g)| c == [*g; 3]));
    }
}

#[test]
fn grey_of_colour_is_its_luma_whatever_the_subsampling() {
    let samplings = [
        SamplingFactor::F_1_1,
        SamplingFactor::F_2_1,
        SamplingFactor::F_1_2,
        SamplingFactor::F_2_2,
        SamplingFactor::F_4_1,
    ];
    for sampling in samplings {
        for progressive in [false, true] {
            let file = encoded(&rgb(), ColorType::Rgb, |e| {
                e.set_sampling_factor(sampling);
                e.set_progressive(progressive);
            });
            let (mean, most) = difference(read(file.clone(), Grey8).unwrap().data(), &grey_of(&rgb()));
            assert!(mean < 1.5 && most < 24, "{sampling:?} {progressive}: grey {mean} {most}");
            let (mean, _) = difference(read(file, Rgb8).unwrap().data(), &rgb());
            assert!(mean < 4.0, "{sampling:?} {progressive}: colour {mean}");
        }
    }
}

/// Inked on paper: what CMYK makes of the picture.
fn cmyk() -> (Vec<u8>, Vec<u8>) {
    let mut inks = Vec::new();
    let mut seen = Vec::new();
    for i in 0..W * H {
        let (x, y) = (i % W, i / W);
        let [c, m, k] = [2 * x, 4 * y, x].map(|v| v as f64 / 255.0);
        inks.extend([c, m, 0.0, k].map(|v| (v * 255.0).round() as u8));
        seen.extend([c, m, 0.0].map(|v| ((1.0 - v) * (1.0 - k) * 255.0).round() as u8));
    }
    (inks, seen)
}

#[test]
fn cmyk_and_ycck_are_seen_as_printed() {
    let (inks, seen) = cmyk();
    for colours in [ColorType::Cmyk, ColorType::CmykAsYcck] {
        let file = encoded(&inks, colours, |e| e.set_sampling_factor(SamplingFactor::F_1_1));
        let (mean, most) = difference(read(file.clone(), Rgb8).unwrap().data(), &seen);
        assert!(mean < 4.0, "{colours:?}: {mean} {most}");
        let (mean, _) = difference(read(file, Grey8).unwrap().data(), &grey_of(&seen));
        assert!(mean < 4.0, "{colours:?} as grey: {mean}");
    }
}

/// Puts a segment right after the start-of-image marker.
fn with_segment(file: &[u8], marker: u8, body: &[u8]) -> Vec<u8> {
    let length = (body.len() as u16 + 2).to_be_bytes();
    [&file[..2], &[0xff, marker], &length, body, &file[2..]].concat()
}

#[test]
fn untransformed_rgb_is_not_taken_for_ycbcr() {
    // Encoded as if it were YCbCr already, then marked as untransformed.
    let file = encoded(&rgb(), ColorType::Ycbcr, |e| e.set_sampling_factor(SamplingFactor::F_1_1));
    let marked = with_segment(&file, 0xee, b"Adobe\0\x64\0\0\0\0\0");
    let (mean, _) = difference(read(marked.clone(), Rgb8).unwrap().data(), &rgb());
    assert!(mean < 3.0, "{mean}");
    let (mean, _) = difference(read(marked, Grey8).unwrap().data(), &grey_of(&rgb()));
    assert!(mean < 3.0, "{mean}");
}

#[test]
fn resolution_comes_from_jfif_or_exif() {
    let density = |density| {
        let file = encoded(&grey(), ColorType::Luma, |e| e.set_density(density));
        read(file, Grey8).unwrap().dpi()
    };
    assert_eq!(density(Density::Inch { x: 300, y: 300 }), Some(300.0));
    let metric = density(Density::Centimeter { x: 118, y: 118 }).unwrap();
    assert!((metric - 299.7).abs() < 0.1, "{metric}");
    assert_eq!(density(Density::None), None);

    let mut exif = b"Exif\0\0II\x2a\0\x08\0\0\0\x03\0".to_vec();
    exif.extend([0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]); // orientation 6
    exif.extend([0x1a, 0x01, 5, 0, 1, 0, 0, 0, 50, 0, 0, 0]); // x resolution
    exif.extend([0x28, 0x01, 3, 0, 1, 0, 0, 0, 2, 0, 0, 0]); // inches
    exif.extend([0; 4]);
    exif.extend([200, 0, 0, 0, 1, 0, 0, 0]);
    let plain = encoded(&grey(), ColorType::Luma, |e| e.set_density(Density::None));
    let page = read(with_segment(&plain, 0xe1, &exif), Grey8).unwrap();
    assert_eq!((page.dpi(), page.exif_orientation()), (Some(200.0), 6));
    // Told, not applied: the pixels are those of the file.
    assert_eq!((page.width() as usize, page.height() as usize), (W, H));
    assert_eq!(page.data(), read(plain, Grey8).unwrap().data());
}

#[test]
fn a_jpeg_says_what_it_is() {
    let source = open(encoded(&grey(), ColorType::Luma, |_| ())).unwrap();
    assert_eq!((source.content_type(), source.page_count()), ("image/jpeg", 1));
    assert_eq!(source.decode(1, Grey8).unwrap_err().reason(), "NO_SUCH_PAGE");
}
