//! How well endorser numbers are read: drawn pages with a number printed along each edge, running either way.
//!
//! `cargo run --release -p liasse-tests --example endorser -- [--pages N] [--save DIR]`; ONNX Runtime must be there, as for the tests.
#![allow(clippy::print_stdout, clippy::expect_used, reason = "an example prints, and stops where it cannot go on")]

use std::path::PathBuf;

use image::imageops;
use liasse_proto::v1::{self, Edge, ImprintDirection as Direction};
use liasse_tests::files::{drawn_page, input, jpeg};
use liasse_tests::{TestServer, imprint};

const WAYS: [(Edge, Direction); 8] = [
    (Edge::Top, Direction::Right),
    (Edge::Top, Direction::Left),
    (Edge::Bottom, Direction::Right),
    (Edge::Bottom, Direction::Left),
    (Edge::Left, Direction::Up),
    (Edge::Left, Direction::Down),
    (Edge::Right, Direction::Up),
    (Edge::Right, Direction::Down),
];

#[tokio::main]
async fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let value = |name: &str| arguments.iter().skip_while(|a| *a != name).nth(1).cloned();
    let pages: u64 = value("--pages").map_or(40, |n| n.parse().expect("a number of pages"));
    let save = value("--save").map(PathBuf::from);
    let Some(server) = TestServer::start(|_| ()).await else { return };
    // What is declared besides the edge: nothing, the pattern, and the pattern with the direction.
    let mut right = [0; 3];
    let (mut wrong, mut confidences) = ([0; 3], Vec::new());
    let paper = (1000..).map(|index| drawn_page(index).image).filter(imprint::is_paper_to_its_edges);
    for (index, mut page) in (0..pages).zip(paper) {
        let (edge, direction) = WAYS[index as usize % WAYS.len()];
        // Figures of 2.5 to 3.3 mm on A4, 2 to 3.5 mm from the edge.
        let mm = page.height() as f32 / 297.0;
        let pitch = mm * (0.36 + 0.03 * (index % 5) as f32);
        let number = format!("{:08}", 10_007_919_u64.wrapping_mul(index + 3) % 100_000_000);
        let inset = (mm * (2.0 + 0.5 * (index % 4) as f32)) as u32;
        imprint::print(&mut page, &number, (edge, direction), pitch, 0.1 + 0.1 * (index % 6) as f32, inset);
        let page = imageops::blur(&page, 0.5);
        if let Some(folder) = &save {
            page.save(folder.join(format!("{index:02}.png"))).expect("the folder can be written to");
        }
        for (way, (pattern, told)) in [("", false), ("########", false), ("########", true)].into_iter().enumerate() {
            let direction = if told { direction } else { Direction::Unspecified };
            let endorser = Some(v1::EndorserPlace {
                edge: edge.into(),
                direction: direction.into(),
                pattern: pattern.to_owned(),
                ..Default::default()
            });
            let wanted = Some(v1::Wanted { endorser, ..Default::default() });
            let page = v1::PageInput { wanted, declared_dpi: 150.0, ..input("page", jpeg(&page)) };
            let answer = server.recognition().await.recognize(v1::RecognizeRequest { page: Some(page) }).await;
            let reading = answer.expect("a good page is read").into_inner().readings.remove(0);
            match reading.endorser_imprint {
                Some(found) if found.text == number => {
                    right[way] += 1;
                    confidences.push(found.confidence);
                }
                Some(found) => {
                    wrong[way] += 1;
                    println!(
                        "{index:02} {edge:?} {direction:?}: {} for {number} ({:.2})",
                        found.text, found.confidence
                    );
                }
                None => println!("{index:02} {edge:?} {direction:?}: nothing for {number}"),
            }
        }
    }
    confidences.sort_by(f32::total_cmp);
    println!(
        "of {pages} pages, right / wrong: edge alone {} / {}, with a pattern {} / {}, and a direction {} / {}",
        right[0], wrong[0], right[1], wrong[1], right[2], wrong[2]
    );
    println!(
        "least and median confidence of the right ones: {:.2} {:.2}",
        confidences[0],
        confidences[confidences.len() / 2]
    );
}
