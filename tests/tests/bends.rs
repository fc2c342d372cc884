//! Pages whose lines bend: paper that was folded.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests")]

use image::{GrayImage, Luma, imageops};
use liasse_proto::v1;
use liasse_tests::files::{drawn_page_of, jpeg, request};
use liasse_tests::{TestServer, bag, shared_server};

async fn read(server: &TestServer, name: &str, page: &GrayImage) -> v1::PageReading {
    let answer = server.recognition().await.recognize(request(name, jpeg(page))).await.unwrap();
    answer.into_inner().readings.remove(0)
}

/// How far down the fold brings what is at this share of the page's width, in pixels: up and down again twice.
fn fold(share: f32, depth: f32) -> f32 {
    depth * (2.0 * (2.0 * share).fract() - 1.0).abs()
}

#[tokio::test(flavor = "multi_thread")]
async fn folded_pages_are_read() {
    let Some(server) = shared_server() else {
        return;
    };
    let flat = drawn_page_of("letter", 0).image;
    let (width, height) = flat.dimensions();
    let straight = read(server, "flat", &flat).await;
    let mut heights: Vec<f32> = straight.lines.iter().map(|line| tall(line.quad.as_ref().unwrap())).collect();
    heights.sort_by(f32::total_cmp);
    let line = heights[heights.len() / 2];
    // By more than a line's height: cut out straight, each would show its neighbours.
    let depth = 1.5 * line;
    let folded = GrayImage::from_fn(width, height + depth as u32, |x, y| {
        let from = y as f32 - fold(x as f32 / width as f32, depth);
        imageops::interpolate_bilinear(&flat, x as f32, from).unwrap_or(Luma([250]))
    });
    let bent = read(server, "folded", &folded).await;
    let (expected, found) = (bag(&straight.text), bag(&bent.text));
    let all: usize = expected.values().sum();
    let kept: usize = expected.iter().map(|(word, n)| n.min(found.get(word).unwrap_or(&0))).sum();
    // Its small print is bent by several of its own lines.
    assert!(all > 80 && kept * 5 >= all * 4, "{kept} of {all} words:\n{}", bent.text);
    // A word's box lies where the word is: a line that is bent so much is followed.
    let places = |reading: &v1::PageReading| -> Vec<(String, f32, f32)> {
        let middle = |word: &v1::Word| {
            let corners = word.quad.as_ref().unwrap();
            let points = [&corners.top_left, &corners.top_right, &corners.bottom_right, &corners.bottom_left];
            let (x, y) = points.iter().fold((0.0, 0.0), |(x, y), p| {
                let p = p.as_ref().unwrap();
                (x + p.x / 4.0, y + p.y / 4.0)
            });
            (word.text.clone(), x, y)
        };
        reading.words.iter().filter(|word| word.text.chars().count() > 3).map(middle).collect()
    };
    let bent_words = places(&bent);
    let mut checked = 0;
    for (word, x, y) in places(&straight) {
        let expected = y + fold(x / width as f32, depth);
        let same = bent_words.iter().filter(|(text, at, _)| *text == word && (at - x).abs() < line);
        let Some(off) = same.map(|(.., at)| (at - expected).abs()).min_by(f32::total_cmp) else { continue };
        assert!(off < 0.6 * line, "{word} is {off} pixels off");
        checked += 1;
    }
    assert!(checked > 40, "{checked} words");
}

fn tall(quad: &v1::Quad) -> f32 {
    let (top, bottom) = (quad.top_left.as_ref().unwrap(), quad.bottom_left.as_ref().unwrap());
    (top.x - bottom.x).hypot(top.y - bottom.y)
}
