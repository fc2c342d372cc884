//! The straightened page on request: turned upright, level, once resampled, and bounded in bytes.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests")]

use image::{GrayImage, ImageFormat, Luma, Rgb, RgbImage, imageops};
use liasse_proto::v1;
use liasse_tests::files::{drawn_page_of, input, jpeg, pdf, with_orientation};
use liasse_tests::{Program, Served, TestServer, program, runtime_is_there, shared_server};

async fn read(server: &TestServer, file: Vec<u8>, format: v1::UprightImageFormat) -> Vec<v1::PageReading> {
    let wanted = v1::Wanted { upright_image: format.into(), ..Default::default() };
    let page = v1::PageInput { wanted: Some(wanted), declared_dpi: 150.0, ..input("page", file) };
    let answer = server.recognition().await.recognize(v1::RecognizeRequest { page: Some(page) }).await.unwrap();
    answer.into_inner().readings
}

/// Turns a page counter-clockwise about its centre, on a sheet that holds its corners.
fn turned(page: &GrayImage, degrees: f32) -> GrayImage {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (w, h) = (page.width() as f32, page.height() as f32);
    let (wide, high) = ((w * cos + h * sin.abs()).ceil(), (h * cos + w * sin.abs()).ceil());
    GrayImage::from_fn(wide as u32, high as u32, |x, y| {
        let (dx, dy) = (x as f32 + 0.5 - wide / 2.0, y as f32 + 0.5 - high / 2.0);
        let (from_x, from_y) = (w / 2.0 + dx * cos - dy * sin, h / 2.0 + dx * sin + dy * cos);
        imageops::interpolate_bilinear(page, from_x - 0.5, from_y - 0.5).unwrap_or(Luma([250]))
    })
}

/// The strongest swing between dark and light rows: high where lines of text lie level.
fn levelness(image: &GrayImage) -> f64 {
    let rows: Vec<f64> = image.rows().map(|row| row.map(|p| f64::from(255 - p.0[0])).sum::<f64>()).collect();
    rows.windows(2).map(|pair| (pair[1] - pair[0]).powi(2)).sum::<f64>() / rows.len() as f64 / f64::from(image.width())
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_askew_and_on_its_side_comes_back_upright_in_every_format() {
    let Some(server) = shared_server() else {
        return;
    };
    let letter = drawn_page_of("letter", 0).image;
    let askew = turned(&letter, 5.0);
    // It was not drawn quite straight.
    let own = read(server, jpeg(&letter), v1::UprightImageFormat::Unspecified).await[0].skew_degrees;
    let file = with_orientation(&jpeg(&imageops::rotate90(&askew)), 8);
    let formats = [
        (v1::UprightImageFormat::Jpeg, "image/jpeg", ImageFormat::Jpeg),
        (v1::UprightImageFormat::Png, "image/png", ImageFormat::Png),
        (v1::UprightImageFormat::TiffG4, "image/tiff", ImageFormat::Tiff),
    ];
    for (wanted, content_type, format) in formats {
        let reading = read(server, file.clone(), wanted).await.remove(0);
        assert!((reading.skew_degrees - own - 5.0).abs() < 0.2, "{}", reading.skew_degrees);
        assert!(reading.timings.unwrap().upright_image_microseconds > 0);
        let upright = reading.upright_image.expect("it was asked for");
        assert_eq!(upright.content_type, content_type);
        let image = image::load_from_memory_with_format(&upright.content, format).unwrap().to_luma8();
        assert_eq!(image.dimensions(), (upright.width, upright.height));
        assert!(image.height() > image.width(), "it stands");
        let (level, slanted) = (levelness(&image), levelness(&askew));
        assert!(level > 4.0 * slanted, "{level}; it was {slanted}");
        if format == ImageFormat::Tiff {
            assert!(image.pixels().all(|p| p.0[0] == 0 || p.0[0] == 255));
        }
    }
    let plain = read(server, file, v1::UprightImageFormat::Unspecified).await.remove(0);
    assert!(plain.upright_image.is_none() && plain.warnings.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_in_colour_comes_back_in_colour_cut_to_its_outline() {
    let Some(server) = shared_server() else {
        return;
    };
    let letter = drawn_page_of("letter", 0).image;
    let (w, h) = letter.dimensions();
    let ink = letter.pixels().filter(|p| p.0[0] < 128).count() as f32 / (w * h) as f32;
    let (left, top) = (90, 60);
    // Blue ink on cream, in the middle of something black.
    let page = RgbImage::from_fn(w + 2 * left, h + 2 * top, |x, y| {
        if x < left || y < top || x >= left + w || y >= top + h {
            return Rgb([12, 12, 12]);
        }
        let grey = letter.get_pixel(x - left, y - top).0[0];
        if grey < 128 { Rgb([20, 30, 140]) } else { Rgb([250, 240, 205]) }
    });
    let mut file = Vec::new();
    page.write_to(&mut std::io::Cursor::new(&mut file), ImageFormat::Png).unwrap();
    for (wanted, format) in
        [(v1::UprightImageFormat::Jpeg, ImageFormat::Jpeg), (v1::UprightImageFormat::Png, ImageFormat::Png)]
    {
        let reading = read(server, file.clone(), wanted).await.remove(0);
        let outline = reading.page_outline.expect("black is all around");
        let corners = [outline.top_left, outline.top_right, outline.bottom_right, outline.bottom_left];
        let (right, bottom) = ((left + w) as f32, (top + h) as f32);
        let (left, top) = (left as f32, top as f32);
        for (corner, (x, y)) in corners.into_iter().zip([(left, top), (right, top), (right, bottom), (left, bottom)]) {
            let corner = corner.unwrap();
            assert!((corner.x - x).abs() < 6.0 && (corner.y - y).abs() < 6.0, "{corner:?} for {x}, {y}");
        }
        let upright = reading.upright_image.expect("it was asked for");
        let image = image::load_from_memory_with_format(&upright.content, format).unwrap();
        assert!(image.color().has_color());
        let image = image.to_rgb8();
        // A little more where the letter was not drawn quite straight.
        assert!(image.width().abs_diff(w) < 60 && image.height().abs_diff(h) < 60, "{:?}", image.dimensions());
        let count = |like: &dyn Fn([u8; 3]) -> bool| {
            image.pixels().filter(|p| like(p.0)).count() as f32 / (image.width() * image.height()) as f32
        };
        let cream = count(&|[r, g, b]| r > 220 && g > 210 && (150..232).contains(&b));
        let blue = count(&|[r, _, b]| b > r.saturating_add(20));
        // Sampling pales what is a pixel wide: at least this much of the ink is still more blue than cream.
        assert!(cream > 0.8 && blue > 0.4 * ink, "{cream} {blue} {ink}");
    }
    let reading = read(server, file, v1::UprightImageFormat::TiffG4).await.remove(0);
    let image = image::load_from_memory(&reading.upright_image.unwrap().content).unwrap();
    assert!(!image.color().has_color());
}

#[tokio::test(flavor = "multi_thread")]
async fn what_makes_an_answer_too_large_is_left_out_with_a_warning() {
    let Some(server) = TestServer::start(|settings| settings.max_upright_bytes = bytesize::ByteSize::kib(100)).await
    else {
        return;
    };
    // Grain compresses badly as a PNG; paper does not take 100 kB.
    let grain = GrayImage::from_fn(800, 600, |x, y| Luma([(x.wrapping_mul(7919) ^ y.wrapping_mul(104_729)) as u8]));
    let blank = GrayImage::from_pixel(800, 600, Luma([250]));
    let readings = read(&server, pdf(&[&blank, &grain]), v1::UprightImageFormat::Png).await;
    assert!(readings[0].upright_image.is_some() && readings[0].warnings.is_empty());
    assert!(readings[1].upright_image.is_none());
    let warning = &readings[1].warnings[0];
    assert_eq!(warning.reason, "NO_UPRIGHT_IMAGE");
    assert!(warning.message.contains("102400"), "{}", warning.message);
}

#[test]
fn the_command_writes_them_and_keeps_them_out_of_the_json() {
    if !runtime_is_there() {
        return;
    }
    let server = Served::start(&[]);
    let folder = tempfile::tempdir().unwrap();
    let path = |name: &str| folder.path().join(name);
    let letter = drawn_page_of("letter", 0);
    std::fs::write(path("lettre.pdf"), pdf(&[&letter.image, &letter.image])).unwrap();
    let out = path("out");
    let mut command = program(Program::Client);
    command.args(["read", "--format", "json", "--upright-format", "tiff", "--server", &server.url(), "--upright"]);
    let done = command.arg(&out).arg(path("lettre.pdf")).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    for name in ["lettre.page-1.upright.tif", "lettre.page-2.upright.tif"] {
        let image = image::open(out.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(image.width() >= letter.image.width(), "{name}");
    }
    let json: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert!(json[0]["upright_image"].is_null() && json[0]["words"].as_array().unwrap().len() > 20);
}
