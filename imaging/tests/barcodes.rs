//! Codes drawn on a page of text, and those of real photos.

#![expect(clippy::unwrap_used, reason = "a test may panic, its helpers too")]

use std::path::Path;

use liasse_geometry::{Point, Transform};
use liasse_imaging::BarcodeFormat::{Aztec, Code39, Code128, DataMatrix, Ean13, Itf, Patch, Pdf417, QrCode};
use liasse_imaging::{
    Barcode, CpuSampler, GreyPyramid, Limits, PixelFormat, Raster, Region, Sampler, Source, read_barcodes,
};
use rxing::{BarcodeFormat as Rxing, MultiFormatWriter, Writer};
use serde_json::Value;

const WIDTH: u32 = 2480;
const HEIGHT: u32 = 3508;

/// An A4 page at 300 dpi with rows of strokes that look like text, and nothing where the codes go.
fn page() -> Vec<u8> {
    let mut data = vec![244; (WIDTH * HEIGHT) as usize];
    let mut random = 99u32;
    let mut next = |n: u32| {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 16) % n
    };
    for line in 0..20 {
        let base = 2400 + line * 50;
        let mut x = 200;
        while x < WIDTH - 240 {
            fill(&mut data, (x, base - 24 - 10 * next(2)), (5, 24 + 8 * next(2)), 30);
            fill(&mut data, (x, base - 24), (14, 4), 30);
            x += 22 + 14 * u32::from(next(6) == 0);
        }
    }
    data
}

fn fill(data: &mut [u8], (left, top): (u32, u32), (width, height): (u32, u32), value: u8) {
    for y in top..(top + height).min(HEIGHT) {
        data[(y * WIDTH + left) as usize..(y * WIDTH + left + width) as usize].fill(value);
    }
}

/// Draws a code with its corner at `(left, top)`, `module` pixels to a module; codes in bars are `bars` pixels high. Turned
/// by a right angle when `lying`.
fn draw(data: &mut [u8], format: Rxing, text: &str, at: (u32, u32), module: u32, bars: Option<u32>, lying: bool) {
    let matrix = MultiFormatWriter.encode(text, &format, 0, 0).unwrap();
    let (columns, rows) = (matrix.width(), if bars.is_some() { 1 } else { matrix.height() });
    for y in 0..rows {
        for x in 0..columns {
            if matrix.get(x, y) {
                let (along, across) = (x * module, y * module);
                let size = (module, bars.unwrap_or(module));
                let (place, size) = if lying {
                    ((at.0 + across, at.1 + along), (size.1, size.0))
                } else {
                    ((at.0 + along, at.1 + across), size)
                };
                fill(data, place, size, 25);
            }
        }
    }
}

fn pyramid(data: Vec<u8>, width: u32, height: u32) -> GreyPyramid {
    GreyPyramid::new(Raster::new(width, height, PixelFormat::Grey8, data, None).unwrap()).unwrap()
}

fn turned(page: &GreyPyramid, degrees: f64) -> GreyPyramid {
    let centre = Point::new(WIDTH as f32 / 2.0, HEIGHT as f32 / 2.0);
    let region =
        Region { to_page: Transform::rotation(-degrees, centre), width: WIDTH, height: HEIGHT, background: 244 };
    let image = CpuSampler.sample(page, &[region]).remove(0);
    pyramid(image.data, WIDTH, HEIGHT)
}

fn find<'a>(codes: &'a [Barcode], text: &str) -> &'a Barcode {
    codes.iter().find(|code| code.text == text).unwrap_or_else(|| panic!("{text} was not read: {codes:?}"))
}

#[test]
fn several_codes_lying_and_standing_on_a_page_a_little_askew() {
    let mut data = page();
    draw(&mut data, Rxing::CODE_128, "LIASSE-2026/00417", (300, 200), 4, Some(160), false);
    draw(&mut data, Rxing::EAN_13, "3560070169443", (300, 500), 4, Some(160), false);
    draw(&mut data, Rxing::CODE_39, "DOSSIER 75012", (300, 800), 3, Some(140), false);
    draw(&mut data, Rxing::ITF, "12345678901231", (2100, 300), 4, Some(160), true);
    draw(&mut data, Rxing::QR_CODE, "https://impots.example/avis", (300, 1100), 8, None, false);
    draw(&mut data, Rxing::DATA_MATRIX, "DC04FR000001 facture d'eau", (1000, 1100), 9, None, false);
    draw(&mut data, Rxing::AZTEC, "Voie A, place 61", (1600, 1100), 9, None, false);
    draw(&mut data, Rxing::PDF_417, "Carte grise AA-123-AA", (300, 1700), 4, None, false);
    let straight = pyramid(data, WIDTH, HEIGHT);
    for degrees in [0.0, 3.0, -4.0] {
        let codes = read_barcodes(&turned(&straight, degrees));
        for (text, format, x, y) in [
            ("LIASSE-2026/00417", Code128, 300.0, 200.0),
            ("3560070169443", Ean13, 300.0, 500.0),
            ("DOSSIER 75012", Code39, 300.0, 800.0),
            // Read from above to below: its own top is on the right.
            ("12345678901231", Itf, 2260.0, 300.0),
            ("https://impots.example/avis", QrCode, 300.0, 1100.0),
            ("DC04FR000001 facture d'eau", DataMatrix, 1000.0, 1100.0),
            ("Voie A, place 61", Aztec, 1600.0, 1100.0),
            ("Carte grise AA-123-AA", Pdf417, 420.0, 1820.0),
        ] {
            let code = find(&codes, text);
            assert_eq!(code.format, format, "{text} at {degrees} degrees");
            // The drawn corner, as it was turned, is near the first corner of what was found: a quiet zone away, which the
            // writers draw (PDF417's of 30 modules is taken off above).
            let centre = Point::new(WIDTH as f32 / 2.0, HEIGHT as f32 / 2.0);
            let corner = Transform::rotation(degrees, centre).apply(Point::new(x, y));
            let off = code.quad.corners[0].distance(corner);
            assert!(off < 60.0, "{text} at {degrees} degrees is {off} pixels off: {:?}", code.quad);
        }
        assert_eq!(codes.len(), 8, "{degrees} degrees: {codes:?}");
    }
}

/// A page with this written over it, turned by so many quarters clockwise.
fn quarters(page: Vec<u8>, quarters: u32) -> GreyPyramid {
    let mut page = (page, WIDTH, HEIGHT);
    for _ in 0..quarters {
        let (data, width, height) = page;
        let turned = (0..width).flat_map(|x| (0..height).rev().map(move |y| (x, y)));
        page = (turned.map(|(x, y)| data[(y * width + x) as usize]).collect(), height, width);
    }
    pyramid(page.0, page.1, page.2)
}

#[test]
fn codes_are_read_and_placed_whichever_way_up_the_page_is() {
    let mut data = page();
    draw(&mut data, Rxing::CODE_128, "LIASSE-2026/00417", (300, 200), 4, Some(160), false);
    draw(&mut data, Rxing::PDF_417, "Carte grise AA-123-AA", (300, 1300), 4, None, false);
    draw(&mut data, Rxing::DATA_MATRIX, "DC04FR000001 facture d'eau", (1500, 1100), 9, None, false);
    for turns in 0..4 {
        let codes = read_barcodes(&quarters(data.clone(), turns));
        assert_eq!(codes.len(), 3, "{turns}: {codes:?}");
        // The codes' own top left corners, quiet zones apart.
        for (text, x, y) in [
            ("LIASSE-2026/00417", 300.0, 200.0),
            ("Carte grise AA-123-AA", 420.0, 1420.0),
            ("DC04FR000001 facture d'eau", 1500.0, 1100.0),
        ] {
            let (mut x, mut y) = (x, y);
            let (mut width, mut height) = (WIDTH as f32, HEIGHT as f32);
            for _ in 0..turns {
                (x, y) = (height - y, x);
                (width, height) = (height, width);
            }
            let quad = find(&codes, text).quad;
            let off = quad.corners[0].distance(Point::new(x, y));
            assert!(off < 60.0, "{text} turned {turns} times: {off} pixels off {quad:?}");
        }
    }
}

#[test]
fn small_and_uneven_codes_are_read() {
    let mut data = page();
    // Narrow bars of two pixels: 0.17 mm.
    draw(&mut data, Rxing::ITF, "0829220874", (300, 200), 2, Some(110), false);
    draw(&mut data, Rxing::CODE_128, "3SABCD1234567", (1200, 200), 2, Some(110), false);
    // Of a sheet that slipped: 36 modules, each of whose columns is up to two pixels wider or narrower than six.
    let text = "DC04FR000001186E186EB0001 facture d'eau, 12 rue de la Paix, 75002 Paris, du 3 mai 2026, 47,50 EUR";
    let code = MultiFormatWriter.encode(text, &Rxing::DATA_MATRIX, 0, 0).unwrap();
    let mut left = 400;
    for x in 0..code.width() {
        let width = (6.0 + 2.0 * (x as f32 / code.width() as f32 * std::f32::consts::TAU).sin()).round() as u32;
        for y in (0..code.height()).filter(|y| code.get(x, *y)) {
            fill(&mut data, (left, 600 + 6 * y), (width, 6), 25);
        }
        left += width;
    }
    let codes = read_barcodes(&pyramid(data, WIDTH, HEIGHT));
    for (text, format) in [("0829220874", Itf), ("3SABCD1234567", Code128), (text, DataMatrix)] {
        assert_eq!(find(&codes, text).format, format);
    }
    assert_eq!(codes.len(), 3, "{codes:?}");
}

#[test]
fn text_and_rules_hold_no_code() {
    let mut data = page();
    for i in 0..30 {
        fill(&mut data, (200, 300 + i * 40), (2000, 4), 40);
        fill(&mut data, (200 + i * 66, 300), (4, 1160), 40);
    }
    let codes = read_barcodes(&pyramid(data, WIDTH, HEIGHT));
    assert!(codes.is_empty(), "{codes:?}");
}

#[test]
fn tiny_images_do_no_harm() {
    for (width, height) in [(1, 1), (1, 900), (900, 1), (17, 3), (64, 64)] {
        let codes = read_barcodes(&pyramid(vec![90; (width * height) as usize], width, height));
        assert!(codes.is_empty(), "{codes:?}");
    }
}

/// At least as many of the real photos as when this was written, and nothing on pages that bear no code.
#[test]
fn real_photos_and_real_pages() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/realpages");
    let Ok(index) = std::fs::read_to_string(folder.join("index.jsonl")) else {
        println!("skipped: no real pages in {}", folder.display());
        return;
    };
    let (mut read, mut photos) = (0, 0);
    for row in index.lines() {
        let row: Value = serde_json::from_str(row).unwrap();
        let bytes = std::fs::read(folder.join(row["image"].as_str().unwrap())).unwrap();
        let source = Source::open(bytes.into(), None, &Limits::default()).unwrap();
        let Ok(raster) = source.decode(0, PixelFormat::Grey8) else { continue };
        let codes = read_barcodes(&GreyPyramid::new(raster).unwrap());
        assert!(codes.iter().all(|code| code.format != Patch), "{}: {codes:?}", row["id"]);
        match row["barcodes"].as_array() {
            Some(truth) => {
                photos += 1;
                let said = |text: &Value| codes.iter().any(|code| text.as_str() == Some(&code.text));
                read += usize::from(truth.iter().any(|code| said(&code["text"])));
            }
            None => assert!(codes.is_empty(), "{}: {codes:?}", row["id"]),
        }
    }
    assert!(read >= 62, "{read} of {photos} were read");
}
