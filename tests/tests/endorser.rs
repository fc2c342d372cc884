//! The number that a scanner prints on its sheets: read where the station says it is, and kept out of the text.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests")]

use image::{GrayImage, Luma};
use liasse_geometry::{Point, Quad};
use liasse_proto::v1::{self, Edge, ImprintDirection as Direction};
use liasse_tests::files::{drawn_page_of, input, png};
use liasse_tests::{Program, Served, TestServer, imprint, program, runtime_is_there, shared_server};
use tonic::Code;

/// Dots of an ink jet at 150 dpi: figures 3 mm high.
const PITCH: f32 = 2.6;

fn place(edge: Edge, direction: Direction, pattern: &str) -> v1::EndorserPlace {
    let (edge, direction) = (edge.into(), direction.into());
    v1::EndorserPlace { edge, direction, pattern: pattern.to_owned(), ..Default::default() }
}

async fn ask(
    server: &TestServer,
    page: &GrayImage,
    endorser: Option<v1::EndorserPlace>,
) -> Result<v1::PageReading, tonic::Status> {
    let wanted = v1::Wanted { endorser, ..Default::default() };
    let page = v1::PageInput { wanted: Some(wanted), declared_dpi: 150.0, ..input("page", png(page)) };
    let answer = server.recognition().await.recognize(v1::RecognizeRequest { page: Some(page) }).await?;
    Ok(answer.into_inner().readings.remove(0))
}

fn quad(quad: &v1::Quad) -> Quad {
    let corners = [quad.top_left, quad.top_right, quad.bottom_right, quad.bottom_left];
    Quad::new(corners.map(|corner| corner.map(|p| Point::new(p.x, p.y)).unwrap()))
}

#[tokio::test(flavor = "multi_thread")]
async fn a_number_along_any_edge_is_read_whichever_way_it_runs() {
    let Some(server) = shared_server() else {
        return;
    };
    let letters = (0..40).map(|start| drawn_page_of("letter", start).image);
    // At 150 dpi, for the dots' sake.
    let mut fit = letters.into_iter().filter(|page| page.height() > 1600 && imprint::is_paper_to_its_edges(page));
    let letter = fit.next().unwrap();
    let bare = ask(server, &letter, None).await.unwrap();
    let ways = [
        (Edge::Top, Direction::Right, "00417253"),
        (Edge::Top, Direction::Left, "00417254"),
        (Edge::Bottom, Direction::Right, "00417255"),
        (Edge::Bottom, Direction::Left, "00417257"),
        (Edge::Left, Direction::Up, "00417325"),
        (Edge::Left, Direction::Down, "00417352"),
        (Edge::Right, Direction::Up, "00417354"),
        (Edge::Right, Direction::Down, "00417375"),
    ];
    for (edge, direction, number) in ways {
        let mut page = letter.clone();
        let (left, top, right, bottom) = imprint::print(&mut page, number, (edge, direction), PITCH, 0.35, 20);
        // The way it runs need not be said.
        let reading = ask(server, &page, Some(place(edge, Direction::Unspecified, ""))).await.unwrap();
        let found = reading.endorser_imprint.as_ref();
        let found = found.unwrap_or_else(|| panic!("{edge:?} {direction:?}: {:?}", reading.warnings));
        assert_eq!(found.text, number, "{edge:?} {direction:?}");
        assert!(found.confidence > 0.3, "{edge:?} {direction:?}: {}", found.confidence);
        let place = quad(found.quad.as_ref().unwrap());
        assert!(place.iou(&Quad::from_rect(left, top, right, bottom)) > 0.4, "{edge:?} {direction:?}: {place:?}");
        let runs = match direction {
            Direction::Up => 90.0,
            Direction::Left => 180.0,
            Direction::Down => -90.0,
            Direction::Right | Direction::Unspecified => 0.0,
        };
        let off = (place.angle_degrees() - runs + 540.0).rem_euclid(360.0) - 180.0;
        assert!(off.abs() < 3.0, "{edge:?} {direction:?}: {}", place.angle_degrees());
        assert!(reading.warnings.is_empty(), "{:?}", reading.warnings);
        assert!(!reading.text.contains("00417"), "{}", reading.text);
        let (words, all) = (reading.words.len(), bare.words.len());
        assert!(words.abs_diff(all) <= all / 20, "{edge:?} {direction:?}: {words} words of {all}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn a_pattern_tells_the_number_from_what_stands_beside_it() {
    let Some(server) = shared_server() else {
        return;
    };
    // An empty back: two numbers on one line, of which one is the scanner's.
    let mut page = GrayImage::from_pixel(1240, 1754, Luma([250]));
    let top = (Edge::Top, Direction::Right);
    imprint::print(&mut page, "LOT12-000345", top, PITCH, 0.1, 25);
    imprint::print(&mut page, "0472123456", top, PITCH, 0.6, 25);
    let reading = ask(server, &page, Some(place(Edge::Top, Direction::Right, "LOT## - ######"))).await.unwrap();
    assert_eq!(reading.endorser_imprint.unwrap().text, "LOT12-000345");
    assert!(reading.warnings.is_empty());
    let other = ask(server, &page, Some(place(Edge::Top, Direction::Right, "#######"))).await.unwrap();
    assert_eq!(other.endorser_imprint, None, "a part of a number is none");
    assert_eq!(other.warnings[0].reason, "NO_ENDORSER_NUMBER");
    let elsewhere = ask(server, &page, Some(place(Edge::Left, Direction::Unspecified, ""))).await.unwrap();
    assert_eq!(elsewhere.endorser_imprint, None);
    assert!(elsewhere.warnings[0].message.contains("left"), "{}", elsewhere.warnings[0].message);
    let unasked = ask(server, &page, None).await.unwrap();
    assert!(unasked.endorser_imprint.is_none() && unasked.warnings.is_empty());
}

#[tokio::test(flavor = "multi_thread")]
async fn a_declaration_that_means_nothing_is_refused() {
    let Some(server) = shared_server() else {
        return;
    };
    let page = GrayImage::from_pixel(400, 500, Luma([250]));
    let wrong = v1::EndorserPlace { depth: 0.9, ..place(Edge::Unspecified, Direction::Right, "##") };
    let status = ask(server, &page, Some(wrong)).await.unwrap_err();
    assert_eq!(status.code(), Code::InvalidArgument);
    for field in ["edge", "depth", "pattern"] {
        assert!(status.message().contains(&format!("page.wanted.endorser.{field}: ")), "{}", status.message());
    }
}

#[test]
fn the_command_prints_it_below_the_text() {
    if !runtime_is_there() {
        return;
    }
    let server = Served::start(&[]);
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("dos.png");
    let mut page = GrayImage::from_pixel(1240, 1754, Luma([250]));
    imprint::print(&mut page, "00417253", (Edge::Right, Direction::Up), PITCH, 0.4, 20);
    std::fs::write(&path, png(&page)).unwrap();
    let run = |arguments: &[&str]| {
        let mut command = program(Program::Client);
        command.args(["read", "--server", &server.url()]).args(arguments).arg(&path).output().unwrap()
    };
    let done = run(&["--endorser", "right", "--endorser-pattern", "########", "--endorser-direction", "up"]);
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!(String::from_utf8_lossy(&done.stdout), "[endorser] 00417253\n");
    let refused = run(&["--endorser", "right", "--endorser-depth", "0.5"]);
    let told = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(!refused.status.success() && told.contains("endorser.depth"), "{told}");
}
