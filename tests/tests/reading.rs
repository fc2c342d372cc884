//! What comes back for a page: its text, its places, and the same whatever else is going on.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "helpers of tests")]

use image::{GrayImage, imageops};
use liasse_geometry::{Point, Quad};
use liasse_proto::v1;
use liasse_tests::files::{blank_page, drawn_page, drawn_page_of, input, jpeg, pdf, request, tiff, with_orientation};
use liasse_tests::{TestServer, bag, shared_server};

fn quad(quad: Option<&v1::Quad>) -> Quad {
    let quad = quad.expect("every word has a place");
    let corner = |p: &Option<v1::Point>| p.as_ref().map(|p| Point::new(p.x, p.y)).expect("every quad has corners");
    Quad::new([&quad.top_left, &quad.top_right, &quad.bottom_right, &quad.bottom_left].map(corner))
}

fn true_quad(q: [f32; 8]) -> Quad {
    Quad::new([Point::new(q[0], q[1]), Point::new(q[2], q[3]), Point::new(q[4], q[5]), Point::new(q[6], q[7])])
}

async fn read_all(server: &TestServer, name: &str, file: Vec<u8>) -> Vec<v1::PageReading> {
    let answer = server.recognition().await.recognize(request(name, file)).await;
    answer.unwrap_or_else(|status| panic!("{name} is not read: {status}")).into_inner().readings
}

async fn read(server: &TestServer, name: &str, file: Vec<u8>) -> v1::PageReading {
    let mut readings = read_all(server, name, file).await;
    assert_eq!(readings.len(), 1, "{name}");
    readings.remove(0)
}

/// The same text, boxes and confidences within 1e-3; the timings differ, of course.
fn assert_same(alone: &v1::PageReading, other: &v1::PageReading) {
    assert_eq!(alone.text, other.text, "{} reads differently", alone.page_id);
    assert_eq!((&alone.blocks, alone.skew_degrees), (&other.blocks, other.skew_degrees));
    assert_eq!((alone.lines.len(), alone.words.len()), (other.lines.len(), other.words.len()));
    for (a, b) in alone.words.iter().zip(&other.words) {
        assert!((a.confidence - b.confidence).abs() < 1e-3, "{}: {} and {}", a.text, a.confidence, b.confidence);
        for (p, q) in quad(a.quad.as_ref()).corners.iter().zip(quad(b.quad.as_ref()).corners) {
            assert!(p.distance(q) < 1e-3, "{}: {p:?} and {q:?}", a.text);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn drawn_pages_are_read_in_their_places() {
    let Some(server) = shared_server() else {
        return;
    };
    let (mut hits, mut read_words, mut true_words, mut placed, mut matched) = (0, 0, 0, 0, 0);
    for index in 0..10 {
        let page = drawn_page(index);
        let reading = read(server, &format!("page-{index}"), page.file).await;
        let text = page.truth.text();
        let (found, wanted) = (bag(&reading.text), bag(&text));
        hits += found.iter().map(|(word, n)| n.min(wanted.get(word).unwrap_or(&0))).sum::<usize>();
        read_words += found.values().sum::<usize>();
        true_words += wanted.values().sum::<usize>();
        // Long words that stand once on the page are taken to be the same word where they are spelt the same.
        for word in page.truth.lines.iter().flat_map(|line| &line.words) {
            if word.text.chars().count() < 5 || wanted.get(word.text.as_str()) != Some(&1) {
                continue;
            }
            if let Some(same) = reading.words.iter().find(|w| w.text == word.text) {
                matched += 1;
                placed += usize::from(quad(same.quad.as_ref()).iou(&true_quad(word.quad)) > 0.5);
            }
        }
        // Paper that was warped lies at no one angle: the skew is that of some of its lines.
        let angles: Vec<f32> = page.truth.lines.iter().map(|line| true_quad(line.quad).angle_degrees()).collect();
        let (least, most) = angles.iter().fold((f32::MAX, f32::MIN), |(a, b), angle| (a.min(*angle), b.max(*angle)));
        let found = reading.skew_degrees;
        assert!(
            reading.words.len() < 20 || (least - 0.3..most + 0.3).contains(&found),
            "page {index}: its lines lie at {least} to {most} degrees, found {found}"
        );
    }
    let f1 = 2.0 * hits as f64 / (read_words + true_words) as f64;
    println!("bag-of-words F1 {f1:.3} over {true_words} words; {placed} of {matched} words in their places");
    assert!(f1 > 0.80, "bag-of-words F1 is {f1:.3}");
    assert!(placed as f64 > 0.95 * matched as f64, "{placed} of {matched} words are in their places");
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_reads_the_same_alone_and_in_company() {
    let Some(server) = shared_server() else {
        return;
    };
    let pages: Vec<_> = (20..26).map(|i| (format!("page-{i}"), drawn_page(i).file)).collect();
    let mut alone = Vec::new();
    for (name, file) in &pages {
        alone.push(read(server, name, file.clone()).await);
    }
    let together = futures::future::join_all(pages.iter().map(|(name, file)| read(server, name, file.clone()))).await;
    assert!(alone.iter().map(|page| page.words.len()).sum::<usize>() > 100, "the pages have words to compare");
    for (one, other) in alone.iter().zip(&together) {
        assert_same(one, other);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_gets_another_ones_text_under_64_callers() {
    let Some(server) = shared_server() else {
        return;
    };
    // Small pieces of pages: what is tested is who gets what, not how much.
    let mut pages = Vec::new();
    for index in 40..100 {
        let page = drawn_page(index);
        let Some(line) = page.truth.lines.iter().find(|line| line.text.chars().count() > 25) else { continue };
        let (left, top, _, bottom) = true_quad(line.quad).bounds();
        let height = (bottom - top).max(1.0);
        let (x, y) = ((left - height).max(0.0) as u32, (top - 3.0 * height).max(0.0) as u32);
        let piece = imageops::crop_imm(&page.image, x, y, 700, (8.0 * height) as u32).to_image();
        pages.push((format!("piece-{index}"), jpeg(&piece)));
        if pages.len() == 8 {
            break;
        }
    }
    let mut alone = Vec::new();
    for (name, file) in &pages {
        alone.push(read(server, name, file.clone()).await);
    }
    let texts: std::collections::HashSet<&str> = alone.iter().map(|page| page.text.as_str()).collect();
    assert_eq!(texts.len(), pages.len(), "every piece has a text of its own: {texts:?}");
    let calls = (0..64).map(|caller| {
        let page = caller % pages.len();
        let (_, file) = &pages[page];
        async move { (page, read(server, &format!("caller-{caller}"), file.clone()).await, format!("caller-{caller}")) }
    });
    for (page, reading, name) in futures::future::join_all(calls).await {
        assert_eq!(reading.page_id, name);
        assert_same(&alone[page], &reading);
    }
}

/// The pixels turned, with no word of it in the file.
#[tokio::test(flavor = "multi_thread")]
async fn a_page_scanned_the_wrong_way_up_is_read_as_if_it_were_not() {
    let Some(server) = shared_server() else {
        return;
    };
    for index in [3, 21, 24] {
        let page = drawn_page(index);
        let upright = read(server, &format!("page-{index}"), page.file).await;
        assert!(upright.words.len() > 20 && upright.orientation_degrees == 0, "page {index}");
        let image = &page.image;
        for (degrees, turned) in
            [(90, imageops::rotate90(image)), (180, imageops::rotate180(image)), (270, imageops::rotate270(image))]
        {
            let name = format!("page-{index}-{degrees}");
            let reading = read(server, &name, jpeg(&turned)).await;
            assert_eq!(reading.orientation_degrees, degrees, "{name}");
            let share = share_of_words(&reading, &upright);
            assert!(share > 0.85, "{name}: {share:.3} of the words are those of the upright page");
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blank_page_is_a_normal_reading_and_what_was_given_comes_back() {
    let Some(server) = shared_server() else {
        return;
    };
    let page = v1::PageInput {
        endorser_number: "000123".to_owned(),
        batch_reference: "lot-7".to_owned(),
        archive_box_reference: "boîte-9".to_owned(),
        declared_dpi: 100.0,
        ..input("verso", blank_page())
    };
    let answer = server.recognition().await.recognize(v1::RecognizeRequest { page: Some(page) }).await.unwrap();
    let readings = answer.into_inner().readings;
    let reading = &readings[0];
    assert_eq!((reading.text.as_str(), reading.words.len(), reading.confidence), ("", 0, 1.0));
    let quality = reading.quality.as_ref().unwrap();
    assert!(quality.issues.contains(&i32::from(v1::QualityIssue::Blank)), "{quality:?}");
    assert_eq!((reading.width, reading.height, reading.dpi), (827, 1169, 100.0));
    assert_eq!((reading.page_number, reading.page_count), (1, 1));
    let given = [&reading.page_id, &reading.endorser_number, &reading.batch_reference, &reading.archive_box_reference];
    assert_eq!(given, ["verso", "000123", "lot-7", "boîte-9"]);
    let timings = reading.timings.as_ref().unwrap();
    assert!(timings.total_microseconds >= timings.decode_microseconds && timings.decode_microseconds > 0);
}

/// A letter of which all the rest of this file knows that it can be read, lying straight.
fn letter() -> GrayImage {
    drawn_page_of("letter", 0).image
}

#[tokio::test(flavor = "multi_thread")]
async fn a_file_of_several_pages_gives_a_reading_for_each() {
    let Some(server) = shared_server() else {
        return;
    };
    let (first, second) = (letter(), GrayImage::from_pixel(600, 800, image::Luma([255])));
    for (kind, file) in [("TIFF", tiff(&[&first, &second, &first])), ("PDF", pdf(&[&first, &second, &first]))] {
        let readings = read_all(server, kind, file).await;
        let numbers: Vec<_> = readings.iter().map(|r| (r.page_number, r.page_count)).collect();
        assert_eq!(numbers, [(1, 3), (2, 3), (3, 3)], "{kind}");
        let sizes: Vec<_> = readings.iter().map(|r| (r.width, r.height)).collect();
        assert_eq!(sizes, [first.dimensions(), (600, 800), first.dimensions()], "{kind}: each at its own resolution");
        assert!(readings[0].words.len() > 20 && readings[1].text.is_empty(), "{kind}");
        assert_same(&readings[0], &readings[2]);
        if kind == "PDF" {
            assert!((readings[0].dpi - 150.0).abs() < 1.0, "{}", readings[0].dpi);
        }
    }
}

/// Turns a page counter-clockwise about its centre, with paper around.
fn turned(page: &GrayImage, degrees: f32) -> GrayImage {
    let (sin, cos) = degrees.to_radians().sin_cos();
    let (cx, cy) = (page.width() as f32 / 2.0, page.height() as f32 / 2.0);
    GrayImage::from_fn(page.width(), page.height(), |x, y| {
        // Where this pixel comes from: turned back, clockwise.
        let (dx, dy) = (x as f32 + 0.5 - cx, y as f32 + 0.5 - cy);
        let (from_x, from_y) = (cx + dx * cos - dy * sin, cy + dx * sin + dy * cos);
        imageops::interpolate_bilinear(page, from_x - 0.5, from_y - 0.5).unwrap_or(image::Luma([250]))
    })
}

fn share_of_words(found: &v1::PageReading, wanted: &v1::PageReading) -> f64 {
    let (found, wanted) = (bag(&found.text), bag(&wanted.text));
    let hits: usize = wanted.iter().map(|(word, n)| n.min(found.get(word).unwrap_or(&0))).sum();
    hits as f64 / wanted.values().sum::<usize>() as f64
}

#[tokio::test(flavor = "multi_thread")]
async fn skew_is_counter_clockwise_positive_and_taken_out() {
    let Some(server) = shared_server() else {
        return;
    };
    let page = letter();
    let straight = read(server, "straight", jpeg(&page)).await;
    for degrees in [-6.0, 3.0] {
        let reading = read(server, "turned", jpeg(&turned(&page, degrees))).await;
        let found = reading.skew_degrees - straight.skew_degrees;
        assert!((found - degrees).abs() < 0.2, "turned by {degrees}, found {found}");
        assert_eq!((reading.orientation_degrees, reading.width), (0, straight.width));
        let share = share_of_words(&reading, &straight);
        assert!(share > 0.75, "turned by {degrees}, {share:.2} of the words are the same");
        // The boxes lie as the words lie on the page that came in.
        let long = reading.lines.iter().max_by_key(|line| line.text.len()).unwrap();
        let angle = quad(long.quad.as_ref()).angle_degrees();
        assert!((angle - reading.skew_degrees).abs() < 1.0, "a line at {angle} degrees");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn orientation_is_clockwise_and_boxes_are_on_the_page_as_it_came() {
    let Some(server) = shared_server() else {
        return;
    };
    let page = letter();
    let upright = read(server, "upright", jpeg(&page)).await;
    // How EXIF says that the content is turned clockwise by 90, 180 and 270 degrees.
    let lying = [
        (8, 90, imageops::rotate90(&page)),
        (3, 180, imageops::rotate180(&page)),
        (6, 270, imageops::rotate270(&page)),
    ];
    for (exif, degrees, image) in lying {
        let reading = read(server, "lying", with_orientation(&jpeg(&image), exif)).await;
        assert_eq!(reading.orientation_degrees, degrees);
        assert_eq!((reading.width, reading.height), image.dimensions(), "of the page as it came in");
        let share = share_of_words(&reading, &upright);
        assert!(
            share > 0.75,
            "turned by {degrees}, {share:.2} of the words are the same:\n{}\n{}",
            upright.text,
            reading.text
        );
        let first = quad(reading.words[0].quad.as_ref());
        let direction = first.angle_degrees().rem_euclid(360.0);
        let expected = (360.0 - degrees as f32 + reading.skew_degrees).rem_euclid(360.0);
        let off = (direction - expected + 180.0).rem_euclid(360.0) - 180.0;
        assert!(off.abs() < 3.0, "the first word reads towards {direction} degrees");
        let (left, top, right, bottom) = first.bounds();
        assert!(
            left > -5.0 && top > -5.0 && right < image.width() as f32 + 5.0 && bottom < image.height() as f32 + 5.0
        );
    }
}
