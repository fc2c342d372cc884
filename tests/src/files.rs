//! Pages and files to send: drawn ones with what they say, and files that cannot be read.

use std::io::{Cursor, Write};
use std::sync::OnceLock;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, GrayImage, ImageEncoder, imageops};
use liasse_corpus::files::{Format, encode};
use liasse_corpus::pages::{DrawnPage, PageTruth};
use liasse_corpus::{Corpus, Options};
use liasse_proto::v1::{PageInput, RecognizeRequest, RecognizeStreamRequest};

/// Pixels of a drawn page: A4 at 150 dpi, which is what the detector sees of a page anyway.
const PIXELS: usize = 2_200_000;

/// A page as a station would send it, with what it says.
#[derive(Debug)]
pub struct TestPage {
    /// The file: a JPEG, or a CCITT G4 TIFF for a page in black and white.
    pub file: Vec<u8>,
    /// Its pixels.
    pub image: GrayImage,
    /// What is on it and where.
    pub truth: PageTruth,
}

/// Page number `index` of a fixed series of hardly worn drawn pages, in the bundled faces.
pub fn drawn_page(index: u64) -> TestPage {
    static CORPUS: OnceLock<Corpus> = OnceLock::new();
    let corpus = CORPUS.get_or_init(|| {
        let options = Options { seed: 20_260, clean: 1.0, max_pixels: Some(PIXELS), ..Options::default() };
        Corpus::new(options).expect("the bundled faces are there")
    });
    let page: DrawnPage = corpus.draw_page(index);
    let (file, _) = encode(&page, Format::Jpeg(90)).expect("a drawn page can be encoded");
    let (width, height) = (page.image.width as u32, page.image.height as u32);
    let image = GrayImage::from_raw(width, height, page.image.data).expect("a plane is as large as it says");
    TestPage { file, image, truth: page.truth }
}

/// The first page of the series, from `start` on, of a kind of document.
pub fn drawn_page_of(kind: &str, start: u64) -> TestPage {
    (start..start + 200)
        .map(drawn_page)
        .find(|page| page.truth.doc_type == kind)
        .expect("there are pages of every kind")
}

/// A page without anything on it, A4 at 100 dpi.
pub fn blank_page() -> Vec<u8> {
    jpeg(&GrayImage::from_pixel(827, 1169, image::Luma([250])))
}

/// Grey pixels as a JPEG file.
pub fn jpeg(image: &GrayImage) -> Vec<u8> {
    let mut file = Vec::new();
    JpegEncoder::new_with_quality(&mut file, 90)
        .write_image(image, image.width(), image.height(), ExtendedColorType::L8)
        .expect("a page can be encoded");
    file
}

/// Grey pixels as a PNG file.
pub fn png(image: &GrayImage) -> Vec<u8> {
    let mut file = Vec::new();
    PngEncoder::new(&mut file)
        .write_image(image, image.width(), image.height(), ExtendedColorType::L8)
        .expect("a page can be encoded");
    file
}

/// The JPEG with an EXIF segment that gives its orientation, 1 to 8.
pub fn with_orientation(jpeg: &[u8], orientation: u8) -> Vec<u8> {
    let mut exif = b"\xff\xe1\0\x22Exif\0\0II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0".to_vec();
    exif.extend([orientation, 0, 0, 0, 0, 0, 0, 0]);
    [&jpeg[..2], &exif, &jpeg[2..]].concat()
}

/// A TIFF of several pages, uncompressed.
pub fn tiff(pages: &[&GrayImage]) -> Vec<u8> {
    let mut file: Vec<u8> = b"II\x2a\0\0\0\0\0".to_vec();
    // Where the offset of the next directory goes.
    let mut link = 4;
    for page in pages {
        let pixels = file.len() as u32;
        file.extend(page.as_raw());
        if file.len() % 2 == 1 {
            file.push(0);
        }
        let directory = file.len() as u32;
        file[link..link + 4].copy_from_slice(&directory.to_le_bytes());
        let entries: [(u16, u32); 8] = [
            (256, page.width()),
            (257, page.height()),
            (258, 8),
            (259, 1),
            (262, 1),
            (273, pixels),
            (278, page.height()),
            (279, page.width() * page.height()),
        ];
        file.extend((entries.len() as u16).to_le_bytes());
        for (tag, value) in entries {
            file.extend(tag.to_le_bytes());
            file.extend([4, 0, 1, 0, 0, 0]);
            file.extend(value.to_le_bytes());
        }
        link = file.len();
        file.extend([0; 4]);
    }
    file
}

/// A PDF whose pages are each one JPEG from edge to edge, at 150 dpi.
pub fn pdf(pages: &[&GrayImage]) -> Vec<u8> {
    pdf_and_file(pages, None)
}

/// As [`pdf`], with a file attached under a name as programs attach invoices: in the name tree, and associated with the document.
pub fn pdf_with_file(pages: &[&GrayImage], name: &str, content: &[u8]) -> Vec<u8> {
    pdf_and_file(pages, Some((name, content)))
}

fn pdf_and_file(pages: &[&GrayImage], file: Option<(&str, &[u8])>) -> Vec<u8> {
    let kids: Vec<String> = (0..pages.len()).map(|i| format!("{} 0 R", 3 + 3 * i)).collect();
    let mut objects: Vec<Vec<u8>> = vec![
        b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
        format!("<</Type /Pages /Kids [{}] /Count {}>>", kids.join(" "), pages.len()).into_bytes(),
    ];
    for (i, page) in pages.iter().enumerate() {
        let (width, height) = (page.width(), page.height());
        let (w, h) = (f64::from(width) * 72.0 / 150.0, f64::from(height) * 72.0 / 150.0);
        let (content, image) = (4 + 3 * i, 5 + 3 * i);
        objects.push(
            format!(
                "<</Type /Page /Parent 2 0 R /MediaBox [0 0 {w} {h}] /Contents {content} 0 R \
                 /Resources <</XObject <</Im {image} 0 R>> >> >>"
            )
            .into_bytes(),
        );
        objects.push(stream("", format!("q {w} 0 0 {h} 0 0 cm /Im Do Q").as_bytes()));
        let dictionary = format!(
            "/Type /XObject /Subtype /Image /Width {width} /Height {height} /ColorSpace /DeviceGray \
             /BitsPerComponent 8 /Filter /DCTDecode"
        );
        objects.push(stream(&dictionary, &jpeg(page)));
    }
    if let Some((name, content)) = file {
        let (specification, embedded) = (objects.len() + 1, objects.len() + 2);
        objects.push(
            format!(
                "<</Type /Filespec /F ({name}) /UF ({name}) /AFRelationship /Data \
                 /EF <</F {embedded} 0 R /UF {embedded} 0 R>> >>"
            )
            .into_bytes(),
        );
        objects.push(stream("/Type /EmbeddedFile /Subtype /text#2Fxml", content));
        objects[0] = format!(
            "<</Type /Catalog /Pages 2 0 R /AF [{specification} 0 R] \
             /Names <</EmbeddedFiles <</Names [({name}) {specification} 0 R]>> >> >>"
        )
        .into_bytes();
    }
    pdf_of(&objects, "")
}

fn stream(dictionary: &str, data: &[u8]) -> Vec<u8> {
    [format!("<<{dictionary} /Length {}>>\nstream\n", data.len()).as_bytes(), data, b"\nendstream"].concat()
}

/// A PDF of these objects; number 1 is the catalogue.
fn pdf_of(objects: &[Vec<u8>], trailer: &str) -> Vec<u8> {
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

/// A page to send.
pub fn input(page_id: impl Into<String>, content: impl Into<Vec<u8>>) -> PageInput {
    PageInput { page_id: page_id.into(), content: content.into().into(), ..PageInput::default() }
}

/// A unary request for a page.
pub fn request(page_id: impl Into<String>, content: impl Into<Vec<u8>>) -> RecognizeRequest {
    RecognizeRequest { page: Some(input(page_id, content)) }
}

/// A page on a stream.
pub fn streamed(page: PageInput) -> RecognizeStreamRequest {
    RecognizeStreamRequest { page: Some(page), timeout_milliseconds: 0 }
}

/// A file that cannot be read, and how it is to be refused.
#[derive(Debug)]
pub struct BadFile {
    /// What is wrong with it.
    pub name: &'static str,
    /// The page to send.
    pub page: PageInput,
    /// The reason codes that are right.
    pub reasons: &'static [&'static str],
    /// A word that the sentence must have.
    pub names: &'static str,
}

/// Every way in which a file is bad that a mail room will meet, and some that only an attacker sends.
pub fn bad_files() -> Vec<BadFile> {
    let page = drawn_page(3).image;
    let (as_jpeg, as_png) = (jpeg(&page), png(&page));
    let half = |file: &[u8]| file[..file.len() / 2].to_vec();
    let bad = |name: &'static str, content: Vec<u8>, reasons: &'static [&'static str], names: &'static str| BadFile {
        name,
        page: input(name, content),
        reasons,
        names,
    };
    let lying = |name, content: Vec<u8>, content_type: &str, names| {
        let mut file = bad(name, content, &["CONTENT_TYPE_MISMATCH"], names);
        file.page.content_type = content_type.to_owned();
        file
    };
    let looped_tiff = {
        let mut file = tiff(&[&imageops::thumbnail(&page, 20, 30), &imageops::thumbnail(&page, 20, 30)]);
        // The last directory's successor: the first one.
        let (first, last) = (file[4..8].to_vec(), file.len() - 4);
        file[last..].copy_from_slice(&first);
        file
    };
    vec![
        bad("empty", Vec::new(), &["EMPTY_FILE"], "empty"),
        bad("text", b"Madame, Monsieur,\nVeuillez trouver ci-joint".to_vec(), &["UNSUPPORTED_FORMAT"], "JPEG"),
        bad("half a JPEG", half(&as_jpeg), &["IMAGE_TRUNCATED"], "JPEG"),
        bad("half a PNG", half(&as_png), &["IMAGE_TRUNCATED"], "PNG"),
        bad("half a TIFF", half(&tiff(&[&page])), &["IMAGE_TRUNCATED"], "TIFF"),
        bad("half a PDF", half(&pdf(&[&page])), &["IMAGE_TRUNCATED"], "PDF"),
        bad("a JPEG's first bytes", as_jpeg[..30].to_vec(), &["IMAGE_TRUNCATED"], "JPEG"),
        lying("a JPEG that says PDF", as_jpeg.clone(), "application/pdf", "image/jpeg"),
        lying("a PNG that says JPEG", as_png.clone(), "image/jpeg", "image/png"),
        bad("30000 x 30000 PNG", png_header(30_000, 30_000), &["IMAGE_TOO_LARGE"], "30000 x 30000"),
        bad("30000 x 30000 JPEG", jpeg_header(30_000, 30_000), &["IMAGE_TOO_LARGE"], "30000 x 30000"),
        bad("4000000000 rows", png_header(1, 4_000_000_000), &["IMAGE_TOO_LARGE"], "4000000000"),
        bad("a PDF bomb", pdf_bomb(), &["IMAGE_TOO_LARGE"], "memory"),
        bad("a PDF without pages", empty_pdf(), &["PDF_NO_PAGES"], "no page"),
        bad("an encrypted PDF", encrypted_pdf(), &["PDF_ENCRYPTED"], "encrypted"),
        bad("a PDF of nothing", b"%PDF-1.7\n%%EOF\n".to_vec(), &["PDF_CORRUPT", "PDF_NO_PAGES"], "PDF"),
        bad("a TIFF that loops", looped_tiff, &["IMAGE_CORRUPT"], "loops"),
        bad("100 MB", vec![0xff; 100 << 20], &["FILE_TOO_LARGE"], "bytes"),
    ]
}

/// Files that look like trouble and are read nevertheless.
pub fn odd_files() -> Vec<(&'static str, Vec<u8>)> {
    let dot = GrayImage::from_pixel(1, 1, image::Luma([255]));
    let wide = image::ImageBuffer::<image::Luma<u16>, _>::from_pixel(300, 200, image::Luma([65_535]));
    let mut sixteen = Cursor::new(Vec::new());
    image::DynamicImage::from(wide).write_to(&mut sixteen, image::ImageFormat::Png).expect("a page can be encoded");
    let mut cmyk = Vec::new();
    jpeg_encoder::Encoder::new(&mut cmyk, 90)
        .encode(&[0; 300 * 200 * 4], 300, 200, jpeg_encoder::ColorType::Cmyk)
        .expect("a page can be encoded");
    // Data that unpack to 256 MiB behind a header that asks for one pixel.
    let bomb = [png_header(1, 1), chunk(b"IDAT", &deflated(256 << 20)), chunk(b"IEND", b"")].concat();
    vec![
        ("1 x 1 PNG", png(&dot)),
        ("1 x 1 JPEG", jpeg(&dot)),
        ("16 bits", sixteen.into_inner()),
        ("CMYK", cmyk),
        ("a PNG bomb", bomb),
    ]
}

fn png_header(width: u32, height: u32) -> Vec<u8> {
    let body = [&width.to_be_bytes()[..], &height.to_be_bytes(), &[8, 0, 0, 0, 0]].concat();
    [&b"\x89PNG\r\n\x1a\n"[..], &chunk(b"IHDR", &body)].concat()
}

fn chunk(kind: &[u8; 4], body: &[u8]) -> Vec<u8> {
    let mut crc = flate2::Crc::new();
    crc.update(kind);
    crc.update(body);
    [&(body.len() as u32).to_be_bytes(), &kind[..], body, &crc.sum().to_be_bytes()].concat()
}

fn jpeg_header(width: u16, height: u16) -> Vec<u8> {
    let mut file = vec![0xff, 0xd8, 0xff, 0xc0, 0, 17, 8];
    file.extend(height.to_be_bytes());
    file.extend(width.to_be_bytes());
    file.extend([3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
    file.extend([0xff, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0]);
    file
}

fn deflated(size: usize) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    let zeros = vec![0; 1 << 20];
    for _ in 0..size >> 20 {
        encoder.write_all(&zeros).expect("a vector takes everything");
    }
    encoder.finish().expect("a vector takes everything")
}

/// A page whose image unpacks to 512 MiB out of some hundred kilobytes.
fn pdf_bomb() -> Vec<u8> {
    let image = "/Subtype /Image /Width 9 /Height 9 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode";
    pdf_of(
        &[
            b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
            b"<</Type /Pages /Kids [3 0 R] /Count 1>>".to_vec(),
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R \
              /Resources <</XObject <</I 5 0 R>> >> >>"
                .to_vec(),
            stream("", b"99 0 0 99 0 0 cm /I Do"),
            stream(image, &deflated(512 << 20)),
        ],
        "",
    )
}

fn empty_pdf() -> Vec<u8> {
    pdf_of(&[b"<</Type /Catalog /Pages 2 0 R>>".to_vec(), b"<</Type /Pages /Kids [] /Count 0>>".to_vec()], "")
}

fn encrypted_pdf() -> Vec<u8> {
    let (secret, id) = ("00".repeat(32), "00112233445566778899aabbccddeeff");
    pdf_of(
        &[
            b"<</Type /Catalog /Pages 2 0 R>>".to_vec(),
            b"<</Type /Pages /Kids [3 0 R] /Count 1>>".to_vec(),
            b"<</Type /Page /Parent 2 0 R /MediaBox [0 0 9 9]>>".to_vec(),
        ],
        &format!("/Encrypt <</Filter /Standard /V 1 /R 2 /P -4 /O <{secret}> /U <{secret}>>> /ID [<{id}> <{id}>]"),
    )
}
