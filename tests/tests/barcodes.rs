//! Bar codes on the wire: only when they are wanted, on pages with text and without, in pixels of the page as it came.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests")]

use image::{GrayImage, Luma, imageops};
use liasse_geometry::{Point, Quad};
use liasse_proto::v1;
use liasse_tests::files::{drawn_page_of, input, jpeg, with_orientation};
use liasse_tests::{TestServer, shared_server};
use rxing::{BarcodeFormat, MultiFormatWriter, Writer};

/// Draws a code with its corner at `at`, `module` pixels to a module, on white paper; `bars` pixels high when it is one in bars.
/// Returns the rectangle of its dark modules.
fn draw(
    page: &mut GrayImage,
    format: BarcodeFormat,
    text: &str,
    at: (u32, u32),
    module: u32,
    bars: Option<u32>,
) -> Quad {
    let code = MultiFormatWriter.encode(text, &format, 0, 0).unwrap();
    let rows = if bars.is_some() { 1 } else { code.height() };
    let (mut left, mut top, mut right, mut bottom) = (u32::MAX, u32::MAX, 0, 0);
    for y in 0..rows {
        for x in 0..code.width() {
            let dark = code.get(x, y);
            let (x, y, high) = (at.0 + x * module, at.1 + y * module, bars.unwrap_or(module));
            for (px, py) in (y..y + high).flat_map(|py| (x..x + module).map(move |px| (px, py))) {
                page.put_pixel(px, py, Luma([if dark { 20 } else { 250 }]));
            }
            if dark {
                (left, top) = (left.min(x), top.min(y));
                (right, bottom) = (right.max(x + module), bottom.max(y + high));
            }
        }
    }
    Quad::from_rect(left as f32, top as f32, right as f32, bottom as f32)
}

async fn read(server: &TestServer, file: Vec<u8>, wanted: Option<v1::Wanted>) -> v1::PageReading {
    let page = v1::PageInput { wanted, ..input("codes", file) };
    let answer = server.recognition().await.recognize(v1::RecognizeRequest { page: Some(page) }).await.unwrap();
    answer.into_inner().readings.remove(0)
}

const BARCODES: Option<v1::Wanted> =
    Some(v1::Wanted { barcodes: true, document: false, verdict: false, upright_image: 0, endorser: None });

fn quad(code: &v1::Barcode) -> Quad {
    let quad = code.quad.as_ref().unwrap();
    let corner = |p: &Option<v1::Point>| p.as_ref().map(|p| Point::new(p.x, p.y)).unwrap();
    Quad::new([&quad.top_left, &quad.top_right, &quad.bottom_right, &quad.bottom_left].map(corner))
}

#[tokio::test(flavor = "multi_thread")]
async fn codes_of_a_page_come_with_what_they_say_and_where_they_stand() {
    let Some(server) = shared_server() else {
        return;
    };
    // A sheet with a letter below and room for codes above.
    let letter = drawn_page_of("letter", 0).image;
    let mut page = GrayImage::from_pixel(letter.width(), letter.height() + 500, Luma([250]));
    imageops::replace(&mut page, &letter, 0, 500);
    let bars = draw(&mut page, BarcodeFormat::CODE_128, "LIASSE-00417", (60, 80), 2, Some(110));
    let matrix = draw(&mut page, BarcodeFormat::QR_CODE, "https://impots.example/é", (560, 60), 6, None);

    let plain = read(server, jpeg(&page), None).await;
    assert!(plain.barcodes.is_empty(), "they were not asked for");
    assert_eq!(plain.timings.as_ref().unwrap().barcodes_microseconds, 0, "what is not asked for costs nothing");
    assert!(plain.words.len() > 20);

    let reading = read(server, jpeg(&page), BARCODES).await;
    assert_eq!(reading.text, plain.text);
    assert!(reading.timings.as_ref().unwrap().barcodes_microseconds > 0);
    assert_eq!(reading.barcodes.len(), 2, "{:?}", reading.barcodes);
    for (format, text, place) in [
        (v1::BarcodeFormat::Code128, "LIASSE-00417", bars),
        (v1::BarcodeFormat::QrCode, "https://impots.example/é", matrix),
    ] {
        let code = reading.barcodes.iter().find(|code| code.text == text).unwrap_or_else(|| panic!("no {text}"));
        assert_eq!(code.format(), format);
        assert_eq!(code.raw.is_empty(), format == v1::BarcodeFormat::Code128, "{text}");
        assert!(quad(code).iou(&place) > 0.6, "{text} is at {:?}, not at {place:?}", quad(code));
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_that_lies_on_its_side_and_bears_nothing_but_a_code_is_read() {
    let Some(server) = shared_server() else {
        return;
    };
    let mut page = GrayImage::from_pixel(1240, 1754, Luma([252]));
    let place = draw(&mut page, BarcodeFormat::CODE_128, "SEPARATEUR 3", (300, 900), 3, Some(150));
    let lying = imageops::rotate90(&page);
    let reading = read(server, with_orientation(&jpeg(&lying), 8), BARCODES).await;
    assert_eq!((reading.orientation_degrees, reading.barcodes.len()), (90, 1), "{:?}", reading.barcodes);
    assert_eq!(reading.barcodes[0].text, "SEPARATEUR 3");
    // Where the corners of the standing page's code came to lie: turned clockwise, x runs down and y to the left.
    let turned = Quad::new(place.corners.map(|p| Point::new(1754.0 - p.y, p.x)));
    assert!(quad(&reading.barcodes[0]).iou(&turned) > 0.6, "{:?}, not {turned:?}", quad(&reading.barcodes[0]));
}
