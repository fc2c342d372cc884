//! Engines that mind new shapes, as those on a GPU do: padded batches read the same, and no page meets a shape that was not warmed.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests")]

use liasse_models::{Manifest, Precision, PrecisionChoice, Shapes};
use liasse_tests::files::{drawn_page, request};
use liasse_tests::{TestServer, bag};

/// Pages that are read at the same time, so that their lines share batches.
const PAGES: u64 = 6;
/// In int8 a crop that is moved by a hundredth of a pixel reads otherwise here and there.
const FP32: PrecisionChoice = PrecisionChoice::Only(Precision::Fp32);

async fn read_together(server: &TestServer) -> Vec<String> {
    let reads = (0..PAGES).map(|index| async move {
        let answer =
            server.recognition().await.recognize(request(format!("page-{index}"), drawn_page(index).file)).await;
        answer.unwrap().into_inner().readings.remove(0).text
    });
    futures::future::join_all(reads).await
}

#[tokio::test(flavor = "multi_thread")]
async fn padded_batches_read_the_same_in_shapes_that_were_warmed() {
    // An engine that minds new shapes sees pages once and closely, and so must the other.
    let closely = |detector: &mut Manifest| detector.line_field.as_mut().unwrap().glance = None;
    let (plain, minding) = (
        TestServer::start_watched(Shapes::Any, FP32, closely).await,
        TestServer::start_watched(Shapes::Few, FP32, |_| {}).await,
    );
    let (Some((plain, _)), Some((minding, met))) = (plain, minding) else {
        return;
    };
    let warmed = met.shapes();
    let (expected, found) = (read_together(&plain).await, read_together(&minding).await);
    let (mut same, mut all) = (0, 0);
    for (expected, found) in expected.iter().zip(&found) {
        let (expected, found) = (bag(expected), bag(found));
        same += found.iter().map(|(word, n)| n.min(expected.get(word).unwrap_or(&0))).sum::<usize>();
        all += expected.values().sum::<usize>().max(found.values().sum());
    }
    // The detector sees more paper around a page, which may move a line's box by a fraction of a pixel.
    assert!(all > 300 && same * 1000 >= all * 990, "{same} of {all} words are the same");
    // Crops have another height than any page here. Pages of odd sizes may still be new to the detector.
    let lines = |shapes: &std::collections::HashSet<[usize; 4]>| -> Vec<[usize; 4]> {
        let mut lines: Vec<_> = shapes.iter().copied().filter(|[_, _, height, _]| *height == 40).collect();
        lines.sort_unstable();
        lines
    };
    assert!(!lines(&warmed).is_empty());
    assert_eq!(lines(&met.shapes()), lines(&warmed), "the recogniser met a shape that was not warmed");
}
