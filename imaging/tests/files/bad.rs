//! Files that lie, end early or want too much. Each is refused with a reason, and before anything is allocated for it.

use std::io::Write;

use bytes::Bytes;
use flate2::Compression;
use flate2::write::ZlibEncoder;
use liasse_imaging::PixelFormat::Grey8;
use liasse_imaging::{Limits, Source};

use crate::pictures::{H, W, fixture, grey, open, pdf_page, read, refusal, rgb, stream, tiff};

#[test]
fn nothing_and_nonsense() {
    assert_eq!(refusal(Bytes::new()), "EMPTY_FILE");
    assert_eq!(refusal(&b"Madame, Monsieur,"[..]), "UNSUPPORTED_FORMAT");
    assert_eq!(refusal(vec![0; 100_000]), "UNSUPPORTED_FORMAT");
    assert_eq!(refusal(&b"BM"[..]), "UNSUPPORTED_FORMAT");
    for start in
        [&b"\xff\xd8\xff"[..], b"\x89PNG\r\n\x1a\n", b"II\x2a\0", b"GIF89a", b"RIFF\0\0\0\0WEBP", b"MM\0\x2b\0\x08"]
    {
        assert_eq!(refusal(start), "IMAGE_TRUNCATED", "{start:?}");
    }
}

#[test]
fn a_file_over_the_limit() {
    let limits = Limits { max_file_bytes: 1000, ..Limits::default() };
    let error = Source::open(vec![0xff; 1001].into(), None, &limits).unwrap_err();
    assert_eq!((error.reason(), error.is_too_large()), ("FILE_TOO_LARGE", true));
}

fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut body = b"IHDR".to_vec();
    body.extend(width.to_be_bytes());
    body.extend(height.to_be_bytes());
    body.extend([8, 0, 0, 0, 0]);
    let mut crc = flate2::Crc::new();
    crc.update(&body);
    [b"\x89PNG\r\n\x1a\n\0\0\0\x0d", &body[..], &crc.sum().to_be_bytes()].concat()
}

/// Found by the fuzz target `png`: four bytes a pixel of these sides are more than 64 bits count.
#[test]
fn an_interlaced_png_of_absurd_sides() {
    let mut file = png_header(0x71c2_6001, 0xb666_eefe);
    file[28] = 1;
    assert_eq!(refusal(file), "IMAGE_TOO_LARGE");
}

/// Found by the fuzz target `png`: the decoder trusts a palette to be whole, and would give up on it in a panic.
#[test]
fn a_png_whose_palette_ends_in_the_middle_of_a_colour() {
    let chunk = |name: &[u8], data: &[u8]| {
        let body = [name, data].concat();
        let mut crc = flate2::Crc::new();
        crc.update(&body);
        [&(data.len() as u32).to_be_bytes()[..], &body[..], &crc.sum().to_be_bytes()].concat()
    };
    let mut pixels = ZlibEncoder::new(Vec::new(), Compression::fast());
    pixels.write_all(&[0, 0, 1, 2, 3, 0, 0, 1, 2, 3]).unwrap();
    let header = [&4u32.to_be_bytes()[..], &2u32.to_be_bytes(), &[8, 3, 0, 0, 0]].concat();
    let file = [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(b"IHDR", &header),
        chunk(b"PLTE", &[7; 10]),
        chunk(b"IDAT", &pixels.finish().unwrap()),
        chunk(b"IEND", &[]),
    ]
    .concat();
    let error = open(file).unwrap_err();
    assert_eq!(error.reason(), "IMAGE_CORRUPT");
    assert!(error.to_string().contains("its palette of 10 bytes ends in the middle of a colour"), "{error}");
}

/// Found by the fuzz target `gif`: 6.4 GB for a picture on a canvas of 16 x 16.
#[test]
fn a_gif_whose_picture_is_larger_than_its_canvas() {
    let mut file = b"GIF89a\x10\0\x10\0\x80\0\0\0\0\0\xff\xff\xff,\0\0\0\0".to_vec();
    file.extend(40_000u16.to_le_bytes());
    file.extend(40_000u16.to_le_bytes());
    file.extend(b"\0\x02\x02\x4c\x01\0;");
    assert_eq!(refusal(file), "IMAGE_TOO_LARGE");
}

fn jpeg_header(width: u16, height: u16, progressive: bool) -> Vec<u8> {
    let mut file = vec![0xff, 0xd8, 0xff, if progressive { 0xc2 } else { 0xc0 }, 0, 17, 8];
    file.extend(height.to_be_bytes());
    file.extend(width.to_be_bytes());
    file.extend([3, 1, 0x11, 0, 2, 0x11, 0, 3, 0x11, 0]);
    file.extend([0xff, 0xda, 0, 12, 3, 1, 0, 2, 0, 3, 0, 0, 63, 0]);
    file
}

#[test]
fn huge_sizes_are_refused_from_the_header() {
    let side: u32 = 30_000;
    let bmp = {
        let mut file = b"BM\0\0\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0".to_vec();
        file.extend(side.to_le_bytes());
        file.extend(side.to_le_bytes());
        file.extend([1, 0, 24, 0]);
        file.extend([0; 24]);
        file
    };
    let gif = {
        let mut file = b"GIF89a".to_vec();
        file.extend([(side as u16).to_le_bytes(), (side as u16).to_le_bytes()].concat());
        file.extend([0, 0, 0, 0x2c]);
        file
    };
    let tags: [(u16, &[u32]); 4] = [(256, &[side]), (257, &[side]), (258, &[8]), (262, &[1])];
    let scan = stream(
        &format!(
            "/Subtype /Image /Width {side} /Height {side} /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /DCTDecode"
        ),
        &jpeg_header(side as u16, side as u16, false),
    );
    let pdf =
        pdf_page("/MediaBox [0 0 600 600] /Resources <</XObject <</I 5 0 R>> >>", "600 0 0 600 0 0 cm /I Do", &[scan]);
    for (name, file) in [
        ("PNG", png_header(side, side)),
        ("PNG", png_header(1, 4_000_000_000)),
        ("JPEG", jpeg_header(side as u16, side as u16, false)),
        ("JPEG", jpeg_header(10, 65_000, false)),
        ("TIFF", tiff(&tags, &[vec![0; 10]])),
        ("BMP", bmp),
        ("GIF", gif),
        ("PDF", pdf),
    ] {
        let error = read(file, Grey8).unwrap_err();
        assert_eq!((error.reason(), error.is_too_large()), ("IMAGE_TOO_LARGE", true), "{name}: {error}");
    }
    // A progressive JPEG is allowed fewer pixels, since all its coefficients are held.
    assert_eq!(refusal(jpeg_header(9_000, 9_000, true)), "IMAGE_TOO_LARGE");
    assert_eq!(refusal(jpeg_header(9_000, 9_000, false)), "IMAGE_TRUNCATED");
}

fn deflated(size: usize) -> Vec<u8> {
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::best());
    let zeros = vec![0; 1 << 20];
    for _ in 0..size >> 20 {
        encoder.write_all(&zeros).unwrap();
    }
    encoder.finish().unwrap()
}

#[test]
fn decompression_bombs() {
    // A PNG of 1 x 1 whose data go on for 256 MiB: what the size does not need is not unpacked.
    let chunk = |kind: &[u8; 4], body: &[u8]| {
        let mut crc = flate2::Crc::new();
        crc.update(kind);
        crc.update(body);
        [&(body.len() as u32).to_be_bytes(), &kind[..], body, &crc.sum().to_be_bytes()].concat()
    };
    let bomb = deflated(256 << 20);
    let file = [png_header(1, 1), chunk(b"IDAT", &bomb), chunk(b"IEND", b"")].concat();
    assert_eq!(read(file, Grey8).unwrap().data(), [0]);
    // The same hidden in a colour profile, which is not looked at.
    let profile = [b"icc\0\0", &bomb[..]].concat();
    let one = chunk(b"IDAT", &deflated(1 << 20)[..]);
    let file = [png_header(1, 1), chunk(b"iCCP", &profile), one, chunk(b"IEND", b"")].concat();
    assert_eq!(read(file, Grey8).unwrap().data(), [0]);

    // A TIFF whose only strip unpacks to more than its size needs.
    let tags: [(u16, &[u32]); 5] = [(256, &[8]), (257, &[8]), (258, &[8]), (259, &[8]), (262, &[1])];
    assert_eq!(read(tiff(&tags, std::slice::from_ref(&bomb)), Grey8).unwrap().data(), [0; 64]);

    // PDF: as the page's program, as an image, as an image in the program, twice packed.
    let page = |dictionary: &str, data: &[u8]| {
        let objects = [stream(dictionary, data)];
        pdf_page("/MediaBox [0 0 99 99] /Resources <</XObject <</I 5 0 R>> >>", "99 0 0 99 0 0 cm /I Do", &objects)
    };
    let form = page("/Subtype /Form /BBox [0 0 99 99] /Filter /FlateDecode", &bomb);
    assert_eq!(refusal(form), "IMAGE_TOO_LARGE");
    let image = "/Subtype /Image /Width 9 /Height 9 /ColorSpace /DeviceGray /BitsPerComponent 8";
    let large = deflated(512 << 20);
    assert_eq!(refusal(page(&format!("{image} /Filter /FlateDecode"), &large)), "IMAGE_TOO_LARGE");
    let mut twice = ZlibEncoder::new(Vec::new(), Compression::best());
    twice.write_all(&large).unwrap();
    let twice = twice.finish().unwrap();
    assert!(twice.len() < 10_000);
    assert_eq!(refusal(page(&format!("{image} /Filter [/FlateDecode /FlateDecode]"), &twice)), "IMAGE_TOO_LARGE");
}

#[test]
fn a_tiff_whose_directories_loop() {
    let mut file = fixture("multi.tif");
    // The last directory's successor: the first one.
    let number = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap()) as usize;
    let mut at = number(4);
    let mut links = vec![at];
    let last = loop {
        let entries = usize::from(u16::from_le_bytes(file[at..at + 2].try_into().unwrap()));
        let next = at + 2 + entries * 12;
        at = number(next);
        if at == 0 {
            break next;
        }
        links.push(at);
    };
    for target in links {
        file[last..last + 4].copy_from_slice(&(target as u32).to_le_bytes());
        let error = read(file.clone(), Grey8).unwrap_err();
        assert_eq!(error.reason(), "IMAGE_CORRUPT");
        assert!(error.to_string().contains("loops"), "{error}");
    }
    let beyond = file.len() as u32 + 10;
    file[last..last + 4].copy_from_slice(&beyond.to_le_bytes());
    assert_eq!(refusal(file), "IMAGE_TRUNCATED");
}

#[test]
fn too_many_pages() {
    let limits = Limits { max_pages: 2, ..Limits::default() };
    let error = Source::open(fixture("multi.tif").into(), None, &limits).unwrap_err();
    assert_eq!((error.reason(), error.is_too_large()), ("TOO_MANY_PAGES", true));
}

#[test]
fn a_bad_page_does_not_spoil_the_others() {
    // The second page claims a width of 30 000 and as many rows.
    let mut file = fixture("multi.tif");
    let number = |at: usize| u32::from_le_bytes(file[at..at + 4].try_into().unwrap()) as usize;
    let first = number(4);
    let entries = |at: usize| usize::from(u16::from_le_bytes(file[at..at + 2].try_into().unwrap()));
    let second = number(first + 2 + entries(first) * 12);
    for i in 0..entries(second) {
        let at = second + 2 + i * 12;
        if matches!(u16::from_le_bytes(file[at..at + 2].try_into().unwrap()), 256 | 257) {
            file[at + 8..at + 10].copy_from_slice(&30_000u16.to_le_bytes());
        }
    }
    let source = open(file).unwrap();
    assert_eq!(source.page_count(), 3);
    let error = source.decode(1, Grey8).unwrap_err();
    assert_eq!(error.reason(), "IMAGE_TOO_LARGE");
    assert!(error.to_string().starts_with("page 2 of the TIFF"), "{error}");
    assert!(source.decode(0, Grey8).is_ok() && source.decode(2, Grey8).is_ok());
}

/// Small files of every type that hold a picture.
pub(crate) fn whole_files() -> Vec<(&'static str, Vec<u8>)> {
    let encode = |format| {
        let image = image::RgbImage::from_raw(W as u32, H as u32, rgb()).unwrap();
        let mut file = std::io::Cursor::new(Vec::new());
        image::DynamicImage::from(image).write_to(&mut file, format).unwrap();
        file.into_inner()
    };
    let jpeg = |progressive| {
        let mut file = Vec::new();
        let mut encoder = jpeg_encoder::Encoder::new(&mut file, 90);
        encoder.set_progressive(progressive);
        encoder.encode(&grey(), W as u16, H as u16, jpeg_encoder::ColorType::Luma).unwrap();
        file
    };
    let mut files = vec![
        ("jpeg", jpeg(false)),
        ("progressive jpeg", jpeg(true)),
        ("png", encode(image::ImageFormat::Png)),
        ("webp", encode(image::ImageFormat::WebP)),
        ("bmp", encode(image::ImageFormat::Bmp)),
        ("gif", encode(image::ImageFormat::Gif)),
    ];
    for name in [
        "g3.tif", "g3_2d.tif", "g4.tif", "rle.tif", "packbits.tif", "lzw_rgb.tif", "jpeg_rgb.tif", "cmyk.tif",
        "palette.tif", "multi.tif", "interlaced.png", "scan.pdf", "scan_bilevel.pdf",
    ] {
        files.push((name, fixture(name)));
    }
    files
}

#[test]
fn files_cut_short_are_refused() {
    for (name, file) in whole_files() {
        // Not the last bytes: trailers that carry no picture may be missing.
        for share in [0.03, 0.1, 0.3, 0.5, 0.7] {
            let cut = file[..(file.len() as f64 * share) as usize].to_vec();
            let reason = refusal(cut);
            let expected = if name.ends_with(".pdf") {
                ["PDF_CORRUPT", "IMAGE_CORRUPT", "IMAGE_TRUNCATED", "UNSUPPORTED_FORMAT", "PDF_NO_PAGES"]
            } else {
                // Too short to be told, or its directory gone.
                ["IMAGE_TRUNCATED", "IMAGE_TRUNCATED", "IMAGE_CORRUPT", "UNSUPPORTED_FORMAT", "EMPTY_FILE"]
            };
            assert!(expected.contains(&reason), "{name} cut to {share}: {reason}");
        }
    }
    // The types that scanners send say that they were cut.
    for (name, file) in whole_files().into_iter().filter(|(name, _)| name.contains("jp") || name.contains("png")) {
        if !name.ends_with(".tif") {
            assert_eq!(refusal(file[..file.len() * 2 / 3].to_vec()), "IMAGE_TRUNCATED", "{name}");
        }
    }
}

#[test]
fn one_pixel_is_a_page() {
    let tags: [(u16, &[u32]); 4] = [(256, &[1]), (257, &[1]), (258, &[8]), (262, &[1])];
    let page = read(tiff(&tags, &[vec![42]]), Grey8).unwrap();
    assert_eq!((page.width(), page.height(), page.data()), (1, 1, &[42][..]));
}
