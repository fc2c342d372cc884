//! In how many pixels the detector of a processor sees a page: few at first, more where its print is small, and no blank ones.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests")]

use std::collections::HashSet;

use image::{GrayImage, Luma, imageops};
use liasse_models::{PrecisionChoice, Shapes};
use liasse_tests::files::{drawn_page_of, jpeg, request};
use liasse_tests::{Met, TestServer, bag};

/// Reads a page; its text, and the pixels of what the detector saw of it that it had not seen before, ascending.
async fn read(server: &TestServer, met: &Met, name: &str, page: &GrayImage) -> (String, Vec<usize>) {
    let before = met.shapes();
    let answer = server.recognition().await.recognize(request(name.to_owned(), jpeg(page))).await;
    let text = answer.unwrap().into_inner().readings.remove(0).text;
    let after = met.shapes();
    let new: HashSet<_> = after.difference(&before).filter(|[_, _, height, _]| *height != 40).collect();
    let mut pixels: Vec<usize> = new.into_iter().map(|[_, _, height, width]| height * width).collect();
    pixels.sort_unstable();
    (text, pixels)
}

#[tokio::test(flavor = "multi_thread")]
async fn small_print_is_looked_at_again_and_blank_paper_is_not_looked_at() {
    let Some((server, met)) = TestServer::start_watched(Shapes::Any, PrecisionChoice::Auto, |_| {}).await else {
        return;
    };
    // In enough pixels that there are more than the detector takes.
    let letter = |start| drawn_page_of("letter", start).image;
    let letter = (0..20).map(|n| letter(10 * n)).find(|l| l.width() * l.height() > 1_800_000).unwrap();
    let (width, height) = letter.dimensions();
    let (usual, seen) = read(&server, &met, "usual", &letter).await;
    assert!(matches!(seen[..], [once] if once < 1_250_000), "a letter is seen once, in few pixels: {seen:?}");
    let once = seen[0];

    // Its lower half wiped.
    let mut wiped = letter.clone();
    imageops::replace(&mut wiped, &GrayImage::from_pixel(width, height / 2, Luma([245])), 0, i64::from(height / 2));
    let (text, seen) = read(&server, &met, "wiped", &wiped).await;
    assert!(
        matches!(seen[..], [half] if half < once * 2 / 3),
        "blank paper was seen: {seen:?}, the whole letter {once}"
    );
    let (found, expected) = (bag(&text), bag(&usual));
    let kept = found.iter().map(|(word, n)| n.min(expected.get(word).unwrap_or(&0))).sum::<usize>();
    assert!(kept > 20 && kept * 20 >= found.values().sum::<usize>() * 19, "{kept} words in\n{text}");

    // Three of them side by side: small print.
    let mut small = GrayImage::from_pixel(width * 3, height, Luma([245]));
    for column in 0..3 {
        imageops::replace(&mut small, &letter, i64::from(column * width), 0);
    }
    let (text, seen) = read(&server, &met, "small", &small).await;
    assert!(matches!(seen[..], [glance, close] if glance < 1_250_000 && close > glance * 3 / 2), "{seen:?}");
    let found = bag(&text);
    let missing = |(word, n): (&&str, &usize)| (n * 3).saturating_sub(*found.get(*word).unwrap_or(&0));
    let (missing, all) = (expected.iter().map(missing).sum::<usize>(), expected.values().sum::<usize>() * 3);
    assert!(all > 150 && missing * 10 <= all, "{missing} of {all} words are missing");
}
