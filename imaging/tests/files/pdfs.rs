//! PDF: scans taken out, other pages drawn.

use liasse_imaging::PixelFormat::{Grey8, Rgb8};

use crate::pictures::{H, W, bilevel, difference, fixture, grey, is_ink, open, pdf, pdf_page, read, refusal, stream};

/// Points of a page on which the picture has 150 dpi.
const POINTS: (f64, f64) = (W as f64 * 72.0 / 150.0, H as f64 * 72.0 / 150.0);

fn scan_page(rotate: u32, content: &str, dictionary: &str, data: &[u8]) -> Vec<u8> {
    let (width, height) = POINTS;
    let image = stream(&format!("/Type /XObject /Subtype /Image /Width {W} /Height {H} {dictionary}"), data);
    pdf_page(
        &format!("/MediaBox [0 0 {width} {height}] /Rotate {rotate} /Resources <</XObject <</Im 5 0 R>> >>"),
        content,
        &[image],
    )
}

fn whole_page() -> String {
    format!("q {} 0 0 {} 0 0 cm /Im Do Q", POINTS.0, POINTS.1)
}

const GREY: &str = "/ColorSpace /DeviceGray /BitsPerComponent 8";

#[test]
fn scans_come_out_at_their_own_resolution() {
    let page = read(fixture("scan.pdf"), Grey8).unwrap();
    assert_eq!((page.width() as usize, page.height() as usize), (W, H));
    assert!((page.dpi().unwrap() - 150.0).abs() < 0.5, "{:?}", page.dpi());
    assert!(difference(page.data(), &grey()).0 < 2.0);
    let page = read(fixture("scan_bilevel.pdf"), Grey8).unwrap();
    assert_eq!(page.data(), bilevel());
    assert!((page.dpi().unwrap() - 200.0).abs() < 0.5, "{:?}", page.dpi());
}

#[test]
fn the_page_is_turned_as_a_viewer_shows_it() {
    let at = |x: usize, y: usize| grey()[y * W + x];
    for (rotate, value) in [
        (0, (&|x, y| at(x, y)) as &dyn Fn(usize, usize) -> u8),
        // Clockwise: the left edge becomes the top.
        (90, &|x, y| at(y, H - 1 - x)),
        (180, &|x, y| at(W - 1 - x, H - 1 - y)),
        (270, &|x, y| at(W - 1 - y, x)),
    ] {
        let page = read(scan_page(rotate, &whole_page(), GREY, &grey()), Grey8).unwrap();
        let (width, height) = if rotate % 180 == 0 { (W, H) } else { (H, W) };
        assert_eq!((page.width() as usize, page.height() as usize), (width, height), "{rotate}");
        let expected: Vec<u8> = (0..W * H).map(|i| value(i % width, i / width)).collect();
        assert_eq!(page.data(), expected, "{rotate}");
    }
}

#[test]
fn a_stencil_is_a_scan_too() {
    let mut packed = vec![0u8; W.div_ceil(8) * H];
    for i in 0..W * H {
        let (x, y) = (i % W, i / W);
        packed[y * W.div_ceil(8) + x / 8] |= u8::from(!is_ink(x, y)) << (7 - x % 8);
    }
    let page = read(scan_page(0, &whole_page(), "/ImageMask true /BitsPerComponent 1", &packed), Grey8).unwrap();
    assert_eq!(page.data(), bilevel());
}

#[test]
fn invisible_text_and_what_lies_below_do_not_matter() {
    let (width, height) = POINTS;
    let content = format!("1 1 1 rg 0 0 {width} {height} re f {} BT 3 Tr (abc) Tj ET", whole_page());
    let page = read(scan_page(0, &content, GREY, &grey()), Grey8).unwrap();
    assert_eq!(page.data(), grey());
}

#[test]
fn what_is_drawn_over_a_scan_is_seen() {
    let (width, height) = POINTS;
    let content = format!("{} 0 g {} {} 10 10 re f", whole_page(), width - 10.0, height - 10.0);
    let page = read(scan_page(0, &content, GREY, &grey().iter().map(|_| 255).collect::<Vec<u8>>()), Grey8).unwrap();
    assert_eq!((page.width(), page.dpi().map(f32::round)), ((width * 300.0 / 72.0) as u32, Some(300.0)));
    let value = |x: u32, y: u32| page.data()[(y * page.width() + x) as usize];
    assert_eq!((value(page.width() - 5, 5), value(5, 5)), (0, 255));
}

#[test]
fn an_image_on_a_part_of_the_page_is_drawn_with_it() {
    let (width, height) = POINTS;
    let content = format!("q {} 0 0 {} 0 0 cm /Im Do Q", width / 2.0, height / 2.0);
    let page = read(scan_page(0, &content, GREY, &vec![0; W * H]), Rgb8).unwrap();
    assert_eq!(page.dpi().map(f32::round), Some(300.0));
    let value = |x: u32, y: u32| page.data()[(y * page.width() + x) as usize * 3];
    assert_eq!((value(5, page.height() - 5), value(page.width() - 5, 5)), (0, 255));
}

#[test]
fn drawn_pages_have_300_dpi_or_what_is_bearable() {
    let a4 = pdf_page("/MediaBox [0 0 595.28 841.89]", "0 g 100 100 200 300 re f", &[]);
    let page = read(a4, Grey8).unwrap();
    assert_eq!((page.width(), page.height(), page.dpi().map(f32::round)), (2480, 3507, Some(300.0)));
    let inked = page.data().iter().filter(|&&value| value == 0).count() as f64;
    let expected = 200.0 * 300.0 * (300.0f64 / 72.0).powi(2);
    assert!((inked / expected - 1.0).abs() < 0.01, "{inked} of {expected}");
    let poster = pdf_page("/MediaBox [0 0 14400 14400]", "", &[]);
    let page = read(poster, Grey8).unwrap();
    assert!(page.dpi().unwrap() < 40.0 && page.width() > 5000 && page.data().iter().all(|&value| value == 255));
}

#[test]
fn text_is_drawn_without_fonts_in_the_file() {
    let content = "BT /F 24 Tf 20 20 Td (Liasse) Tj ET";
    let font = b"<</Type /Font /Subtype /Type1 /BaseFont /Helvetica>>".to_vec();
    let file = pdf_page("/MediaBox [0 0 120 60] /Resources <</Font <</F 5 0 R>> >>", content, &[font]);
    let page = read(file, Grey8).unwrap();
    let inked = page.data().iter().filter(|&&value| value < 128).count() as f64 / page.data().len() as f64;
    assert!((0.02..0.3).contains(&inked), "{inked}");
}

#[test]
fn pdfs_that_cannot_be_opened() {
    let catalogue = b"<</Type /Catalog /Pages 2 0 R>>".to_vec();
    let no_pages = b"<</Type /Pages /Kids [] /Count 0>>".to_vec();
    assert_eq!(refusal(pdf(&[catalogue, no_pages], "")), "PDF_NO_PAGES");
    let secret = "00".repeat(32);
    let locked = pdf(
        &[
            b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
            b"<</Type /Pages /Kids [3 0 R] /Count 1>>".to_vec(),
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>".to_vec(),
        ],
        &format!(
            "/Encrypt <</Filter /Standard /V 1 /R 2 /P -4 /O <{secret}> /U <{secret}>>> /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]"
        ),
    );
    assert_eq!(refusal(locked), "PDF_ENCRYPTED");
    assert_eq!(refusal(&b"%PDF-1.7\nnothing more"[..]), "PDF_CORRUPT");
    let cut = fixture("scan.pdf");
    let error = refusal(cut[..cut.len() / 3].to_vec());
    assert!(["PDF_CORRUPT", "IMAGE_CORRUPT", "IMAGE_TRUNCATED", "PDF_NO_PAGES"].contains(&error), "{error}");
}

#[test]
fn pages_that_would_never_end_are_given_up() {
    // Each form calls the next one ten times: 10^9 squares.
    let mut forms = Vec::new();
    for i in 0..9 {
        let call = if i < 8 { "/Next Do ".repeat(10) } else { "0 0 9 9 re f".into() };
        let next = format!("/Resources <</XObject <</Next {} 0 R>> >>", i + 6);
        forms.push(stream(&format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] {next}"), call.as_bytes()));
    }
    let file =
        pdf_page("/MediaBox [0 0 100 100] /Resources <</XObject <</Next 5 0 R>> >>", &"/Next Do ".repeat(10), &forms);
    assert_eq!(refusal(file), "DECODE_TIMEOUT");
    // A pattern whose cells overlap a million times.
    let cell = stream(
        "/Type /Pattern /PatternType 1 /PaintType 1 /TilingType 1 /BBox [0 0 100 100] /XStep 0.1 /YStep 0.1 /Resources <<>>",
        b"0 0 100 100 re f",
    );
    let file = pdf_page(
        "/MediaBox [0 0 100 100] /Resources <</Pattern <</P 5 0 R>> >>",
        "/Pattern cs /P scn 0 0 100 100 re f",
        &[cell],
    );
    assert_eq!(refusal(file), "DECODE_TIMEOUT");
}

#[test]
fn a_pdf_tells_its_pages() {
    let kids: Vec<String> = (3..8).map(|i| format!("{i} 0 R")).collect();
    let mut objects = vec![
        b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
        format!("<</Type /Pages /Kids [{}] /Count 5 /MediaBox [0 0 50 70]>>", kids.join(" ")).into_bytes(),
    ];
    objects.extend((0..5).map(|_| b"<</Type /Page /Parent 2 0 R>>".to_vec()));
    let source = open(pdf(&objects, "")).unwrap();
    assert_eq!((source.content_type(), source.page_count()), ("application/pdf", 5));
    assert_eq!(source.decode(4, Grey8).unwrap().width(), 208);
}
