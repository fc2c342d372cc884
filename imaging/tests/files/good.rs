//! PNG, WebP, BMP and GIF, and what a declared content type may be.

use std::io::Cursor;

use bytes::Bytes;
use image::{DynamicImage, GrayImage, ImageBuffer, ImageFormat, Luma, LumaA, RgbImage, Rgba};
use liasse_imaging::PixelFormat::{Grey8, Rgb8};
use liasse_imaging::{Limits, Source};

use crate::pictures::{H, W, bilevel, difference, fixture, grey, grey_of, is_ink, open, read, rgb};

fn encoded(image: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    image.write_to(&mut file, format).unwrap();
    file.into_inner()
}

fn rgb_image() -> DynamicImage {
    RgbImage::from_raw(W as u32, H as u32, rgb()).unwrap().into()
}

fn grey_image() -> DynamicImage {
    GrayImage::from_raw(W as u32, H as u32, grey()).unwrap().into()
}

#[test]
fn lossless_types_give_the_pixels_back() {
    for format in [ImageFormat::Png, ImageFormat::WebP, ImageFormat::Bmp] {
        let page = read(encoded(&rgb_image(), format), Rgb8).unwrap();
        assert_eq!(page.data(), rgb(), "{format:?}");
        let page = read(encoded(&rgb_image(), format), Grey8).unwrap();
        assert!(difference(page.data(), &grey_of(&rgb())).1 <= 1, "{format:?} as grey");
    }
    assert_eq!(read(encoded(&grey_image(), ImageFormat::Png), Grey8).unwrap().data(), grey());
    assert_eq!(open(encoded(&rgb_image(), ImageFormat::WebP)).unwrap().content_type(), "image/webp");
    assert_eq!(open(encoded(&rgb_image(), ImageFormat::Bmp)).unwrap().content_type(), "image/bmp");
}

#[test]
fn gif_gives_its_first_picture() {
    let black_and_white: DynamicImage = GrayImage::from_raw(W as u32, H as u32, bilevel()).unwrap().into();
    let file = encoded(&DynamicImage::from(black_and_white.to_rgb8()), ImageFormat::Gif);
    let source = open(file).unwrap();
    assert_eq!((source.content_type(), source.page_count()), ("image/gif", 1));
    assert_eq!(source.decode(0, Grey8).unwrap().data(), bilevel());
}

#[test]
fn sixteen_bits_are_rounded_to_eight() {
    let values = [0u16, 128, 129, 257, 32_768, 65_407, 65_535];
    let image = ImageBuffer::<Luma<u16>, _>::from_raw(7, 1, values.to_vec()).unwrap();
    let page = read(encoded(&DynamicImage::from(image), ImageFormat::Png), Grey8).unwrap();
    // The decoder takes the high byte.
    let expected = values.map(|v| (v >> 8) as u8);
    assert!(difference(page.data(), &expected).1 <= 1);
    assert_eq!((page.data()[0], page.data()[6]), (0, 255));
}

#[test]
fn transparency_is_paper() {
    let image = ImageBuffer::<LumaA<u8>, _>::from_raw(3, 1, vec![0, 0, 0, 255, 0, 128]).unwrap();
    let page = read(encoded(&DynamicImage::from(image), ImageFormat::Png), Grey8).unwrap();
    assert_eq!(page.data(), [255, 0, 127]);
    let image = ImageBuffer::<Rgba<u8>, _>::from_raw(2, 1, vec![0, 0, 0, 0, 200, 100, 50, 255]).unwrap();
    for format in [ImageFormat::Png, ImageFormat::WebP] {
        let page = read(encoded(&DynamicImage::from(image.clone()), format), Rgb8).unwrap();
        assert_eq!(page.data(), [255, 255, 255, 200, 100, 50], "{format:?}");
    }
}

/// A PNG by hand: packed rows, as they are to be stored.
fn png(
    depth: png::BitDepth,
    colours: png::ColorType,
    set: impl FnOnce(&mut png::Encoder<'_, &mut Vec<u8>>),
    rows: &[u8],
) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, W as u32, H as u32);
    encoder.set_depth(depth);
    encoder.set_color(colours);
    set(&mut encoder);
    encoder.write_header().unwrap().write_image_data(rows).unwrap();
    file
}

#[test]
fn one_bit_and_palette_png() {
    let mut packed = vec![0u8; W.div_ceil(8) * H];
    for i in 0..W * H {
        let (x, y) = (i % W, i / W);
        packed[y * W.div_ceil(8) + x / 8] |= u8::from(!is_ink(x, y)) << (7 - x % 8);
    }
    let dense = |e: &mut png::Encoder<'_, &mut Vec<u8>>| {
        e.set_pixel_dims(Some(png::PixelDimensions { xppu: 11_811, yppu: 11_811, unit: png::Unit::Meter }));
    };
    let page = read(png(png::BitDepth::One, png::ColorType::Grayscale, dense, &packed), Grey8).unwrap();
    assert_eq!(page.data(), bilevel());
    assert!((page.dpi().unwrap() - 300.0).abs() < 0.01);
    let inverted = |e: &mut png::Encoder<'_, &mut Vec<u8>>| e.set_palette(vec![0, 0, 0, 255, 255, 255]);
    let page = read(png(png::BitDepth::One, png::ColorType::Indexed, inverted, &packed), Grey8).unwrap();
    assert_eq!((page.data(), page.dpi()), (&bilevel()[..], None));
}

#[test]
fn an_interlaced_png_is_put_together() {
    // Written by libpng; see make.py.
    let page = read(fixture("interlaced.png"), Rgb8).unwrap();
    assert_eq!(page.data(), rgb());
}

#[test]
fn declared_types_are_believed_only_when_true() {
    let file = Bytes::from(encoded(&grey_image(), ImageFormat::Png));
    let open = |declared| Source::open(file.clone(), declared, &Limits::default());
    for declared in [
        None,
        Some(""),
        Some("image/png"),
        Some("Image/PNG; charset=binary"),
        Some("image/x-png"),
        Some("application/octet-stream"),
    ] {
        assert_eq!(open(declared).unwrap().content_type(), "image/png", "{declared:?}");
    }
    for declared in ["image/jpeg", "application/pdf", "text/html", "png", "image/pngx"] {
        let error = open(Some(declared)).unwrap_err();
        assert_eq!(error.reason(), "CONTENT_TYPE_MISMATCH", "{declared}");
        assert!(error.to_string().contains(declared) && error.to_string().contains("image/png"));
    }
}
