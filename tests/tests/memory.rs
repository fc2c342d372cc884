//! What the server holds: bounded while it is busy, and given back when bad files are through.
//!
//! The figures are printed: `cargo build -p liasse-server && cargo test -p liasse-tests --test memory -- --nocapture`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "helpers of tests")]

use liasse_client::{Client, Options, Page};
use liasse_tests::files::{bad_files, drawn_page_of, jpeg, odd_files};
use liasse_tests::{Served, runtime_is_there};

const MIB: u64 = 1 << 20;

/// Sends pages all at a time, each on a call of its own; how many were read.
async fn send(url: &str, pages: Vec<Page>) -> usize {
    let calls = pages.into_iter().map(|page| async {
        // Not retried: that is not what is measured.
        let client = Client::connect(url, Options::default()).await.unwrap();
        client.read(page).await.is_ok()
    });
    futures::future::join_all(calls).await.into_iter().filter(|read| *read).count()
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_files_leave_nothing_behind() {
    if !runtime_is_there() {
        return;
    }
    let server = Served::start(&[]);
    let files = || -> Vec<Page> {
        // What is too large for the client to send is no matter of the server's.
        let bad = bad_files().into_iter().filter(|file| file.page.content.len() < 64 << 20);
        let bad = bad.map(|file| Page { input: file.page, timeout: None });
        bad.chain(odd_files().into_iter().map(|(name, file)| Page::new(name, file))).collect()
    };
    let read = send(&server.url(), files()).await;
    assert_eq!(read, odd_files().len());
    let before = server.memory("VmRSS");
    for _ in 0..4 {
        send(&server.url(), files()).await;
    }
    let (after, peak) = (server.memory("VmRSS"), server.memory("VmHWM"));
    println!("resident {} MiB, after 4 more rounds {} MiB, peak {} MiB", before / MIB, after / MIB, peak / MIB);
    assert!(after < before + 48 * MIB, "{} MiB more than before", (after - before) / MIB);
    assert!(peak < 1024 * MIB, "no file makes the server hold {} MiB", peak / MIB);
}

#[tokio::test(flavor = "multi_thread")]
async fn sixty_four_a4_pages_at_a_time_stay_under_a_gigabyte_and_a_half() {
    if !runtime_is_there() {
        return;
    }
    let server = Served::start(&[]);
    let idle = server.memory("VmRSS");
    // A4 at 300 dpi.
    let page = drawn_page_of("letter", 0).image;
    let page = image::imageops::resize(&page, 2480, 3508, image::imageops::FilterType::Triangle);
    let file = bytes::Bytes::from(jpeg(&page));
    let read = send(&server.url(), (0..64).map(|i| Page::new(format!("page {i}"), file.clone())).collect()).await;
    let peak = server.memory("VmHWM");
    println!("64 pages of {} bytes: idle {} MiB, peak {} MiB", file.len(), idle / MIB, peak / MIB);
    assert_eq!(read, 64);
    assert!(peak < 1536 * MIB, "the server held {} MiB", peak / MIB);
}
