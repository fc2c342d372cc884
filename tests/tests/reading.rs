//! What comes back for a page: its text, its places, and the same whatever else is going on.

use std::collections::HashMap;

use liasse_geometry::{Point, Quad};
use liasse_proto::v1;
use liasse_tests::{TestServer, blank_page, drawn_page, input, request};

fn bag(text: &str) -> HashMap<&str, usize> {
    text.split_whitespace().fold(HashMap::new(), |mut bag, word| {
        *bag.entry(word).or_default() += 1;
        bag
    })
}

fn quad(quad: Option<&v1::Quad>) -> Quad {
    let quad = quad.expect("every word has a place");
    let corner = |p: &Option<v1::Point>| p.as_ref().map(|p| Point::new(p.x, p.y)).expect("every quad has corners");
    Quad::new([&quad.top_left, &quad.top_right, &quad.bottom_right, &quad.bottom_left].map(corner))
}

fn true_quad(q: [f32; 8]) -> Quad {
    Quad::new([Point::new(q[0], q[1]), Point::new(q[2], q[3]), Point::new(q[4], q[5]), Point::new(q[6], q[7])])
}

async fn read(server: &TestServer, name: &str, file: Vec<u8>) -> v1::PageReading {
    let answer = server.recognition().await.recognize(request(name, file)).await.expect("the page is read");
    let mut readings = answer.into_inner().readings;
    assert_eq!(readings.len(), 1);
    readings.remove(0)
}

/// What must be the same however a page was batched: all but the timings.
fn essence(mut reading: v1::PageReading) -> v1::PageReading {
    reading.timings = None;
    reading
}

fn assert_same(alone: &v1::PageReading, other: &v1::PageReading) {
    assert_eq!(alone.text, other.text, "{} reads differently", alone.page_id);
    assert_eq!(alone.words.len(), other.words.len());
    for (a, b) in alone.words.iter().zip(&other.words) {
        assert!((a.confidence - b.confidence).abs() < 1e-3, "{}: {} and {}", a.text, a.confidence, b.confidence);
        for (p, q) in quad(a.quad.as_ref()).corners.iter().zip(quad(b.quad.as_ref()).corners) {
            assert!(p.distance(q) < 0.5, "{}: {p:?} and {q:?}", a.text);
        }
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn drawn_pages_are_read_in_their_places() {
    let Some(server) = TestServer::start(|_| {}).await else {
        return;
    };
    let (mut hits, mut read_words, mut true_words, mut placed, mut matched) = (0, 0, 0, 0, 0);
    for index in 0..12 {
        let page = drawn_page(index);
        let reading = read(&server, &format!("page-{index}"), page.jpeg).await;
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
        let skew = reading.skew_degrees - page.truth.skew_deg;
        assert!(reading.words.len() < 20 || skew.abs() < 0.3, "page {index}: skew is off by {skew} degrees");
    }
    let f1 = 2.0 * hits as f64 / (read_words + true_words) as f64;
    println!("bag-of-words F1 {f1:.3} over {true_words} words; {placed} of {matched} words in their places");
    assert!(f1 > 0.80, "bag-of-words F1 is {f1:.3}");
    assert!(placed as f64 > 0.95 * matched as f64, "{placed} of {matched} words are in their places");
    server.stopped().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_page_reads_the_same_alone_and_in_company() {
    let Some(server) = TestServer::start(|_| {}).await else {
        return;
    };
    let pages: Vec<_> = (20..28).map(|i| (format!("page-{i}"), drawn_page(i).jpeg)).collect();
    let mut alone = Vec::new();
    for (name, file) in &pages {
        alone.push(read(&server, name, file.clone()).await);
    }
    let together = futures::future::join_all(pages.iter().map(|(name, file)| read(&server, name, file.clone()))).await;
    for (one, other) in alone.into_iter().zip(together) {
        assert_same(&essence(one), &essence(other));
    }
    server.stopped().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn no_page_gets_another_ones_text_under_64_callers() {
    let Some(server) = TestServer::start(|_| {}).await else {
        return;
    };
    // Small pages: what is tested is who gets what, not how much.
    let mut pages = Vec::new();
    for index in 40.. {
        let page = drawn_page(index);
        if page.jpeg.len() < 150_000 && page.truth.lines.len() > 5 {
            pages.push((format!("page-{index}"), page.jpeg));
        }
        if pages.len() == 4 || index > 100 {
            break;
        }
    }
    let mut alone = Vec::new();
    for (name, file) in &pages {
        alone.push(read(&server, name, file.clone()).await.text);
    }
    let calls = (0..64).map(|caller| {
        let (server, page) = (&server, caller % pages.len());
        let (_, file) = &pages[page];
        async move { (page, read(server, &format!("caller-{caller}"), file.clone()).await, format!("caller-{caller}")) }
    });
    for (page, reading, name) in futures::future::join_all(calls).await {
        assert_eq!(reading.page_id, name);
        assert_eq!(reading.text, alone[page], "{name} got another text than page {page} has");
    }
    server.stopped().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_blank_page_is_a_normal_reading_and_what_was_given_comes_back() {
    let Some(server) = TestServer::start(|_| {}).await else {
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
    server.stopped().await.unwrap();
}
