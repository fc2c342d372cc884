//! The verdict on a scan as a message of its own, ahead of the text.
#![allow(clippy::unwrap_used, clippy::expect_used, reason = "helpers of tests")]

use std::time::Duration;

use futures::{Stream, StreamExt};
use image::{GrayImage, Luma, imageops};
use liasse_client::v1::{PageVerdict, QualityIssue, Wanted};
use liasse_client::{Client, Options, Page, SessionEvent};
use liasse_tests::TestServer;
use liasse_tests::files::{blank_page, drawn_page_of, jpeg, pdf};

/// Longer than any page takes.
const PATIENCE: Duration = Duration::from_secs(60);

fn judged(id: &str, file: Vec<u8>) -> Page {
    let mut page = Page::new(id, file);
    page.input.wanted = Some(Wanted { verdict: true, ..Wanted::default() });
    page
}

async fn next(events: &mut (impl Stream<Item = SessionEvent> + Unpin)) -> SessionEvent {
    tokio::time::timeout(PATIENCE, events.next()).await.expect("something happens").expect("the session goes on")
}

#[tokio::test(flavor = "multi_thread")]
async fn a_verdict_comes_while_the_text_is_still_being_read() {
    let Some(server) = TestServer::start(|_| ()).await else {
        return;
    };
    let client = Client::connect(format!("http://{}", server.address), Options::default()).await.unwrap();
    let (submitter, answers) = client.session().await.unwrap();
    let mut events = answers.events();
    server.hold.hold();
    let letter = drawn_page_of("letter", 0);
    submitter.submit(judged("lettre", letter.file.clone())).await.unwrap();
    let SessionEvent::Verdict(verdict) = next(&mut events).await else { panic!("the detector is held") };
    assert_eq!((verdict.page_id.as_str(), verdict.page_number, verdict.page_count), ("lettre", 1, 1));
    server.hold.release();
    let SessionEvent::Answer(Ok(reading)) = next(&mut events).await else { panic!("one verdict, then the reading") };
    let early = (verdict.quality.clone(), verdict.skew_degrees, verdict.orientation_degrees);
    assert_eq!(early, (reading.quality.clone(), reading.skew_degrees, reading.orientation_degrees));
    assert_eq!((verdict.width, verdict.height, verdict.dpi), (reading.width, reading.height, reading.dpi));
    assert!(reading.words.len() > 20);

    // Nobody asked: the reading is all that comes.
    submitter.submit(Page::new("autre", letter.file)).await.unwrap();
    assert!(matches!(next(&mut events).await, SessionEvent::Answer(Ok(_))));
    drop(submitter);
    assert!(events.next().await.is_none());
}

#[tokio::test(flavor = "multi_thread")]
async fn every_page_of_a_file_is_judged_before_it_is_answered() {
    let Some(server) = TestServer::start(|settings| settings.max_page_length_mm = 250.0).await else {
        return;
    };
    let client = Client::connect(format!("http://{}", server.address), Options::default()).await.unwrap();
    let (submitter, answers) = client.session().await.unwrap();
    let mut events = answers.events();
    let letter = drawn_page_of("letter", 0).image;
    // Cut through its lines.
    let cut = imageops::crop_imm(&letter, letter.width() / 4, 0, letter.width() * 3 / 4, letter.height()).to_image();
    let blank = GrayImage::from_pixel(1240, 1754, Luma([250]));
    submitter.submit(judged("fichier", pdf(&[&letter, &cut, &blank]))).await.unwrap();
    let mut verdicts: Vec<PageVerdict> = Vec::new();
    let mut answered = 0;
    while answered < 3 {
        match next(&mut events).await {
            SessionEvent::Verdict(verdict) => verdicts.push(verdict),
            SessionEvent::Answer(answer) => {
                let reading = answer.unwrap();
                answered += 1;
                let early = verdicts.iter().find(|v| v.page_number == reading.page_number);
                assert_eq!(early.expect("a verdict before the answer").quality, reading.quality);
            }
            _ => {}
        }
    }
    assert_eq!(verdicts.len(), 3);
    let issues = |page: u32| -> Vec<QualityIssue> {
        let verdict = verdicts.iter().find(|v| v.page_number == page).unwrap();
        verdict.quality.as_ref().unwrap().issues().collect()
    };
    // All of them are of A4's length or nearly, which is too long here.
    assert!(issues(1).iter().all(|issue| *issue == QualityIssue::DoubleFeed), "{:?}", issues(1));
    assert!(issues(2).contains(&QualityIssue::Clipped), "{:?}", issues(2));
    assert_eq!(issues(3), [QualityIssue::Blank, QualityIssue::DoubleFeed]);
}

#[tokio::test(flavor = "multi_thread")]
async fn a_caller_who_takes_answers_alone_gets_answers_alone() {
    let Some(server) = TestServer::start(|_| ()).await else {
        return;
    };
    let client = Client::connect(format!("http://{}", server.address), Options::default()).await.unwrap();
    let (submitter, mut answers) = client.session().await.unwrap();
    submitter.submit(judged("verso", blank_page())).await.unwrap();
    submitter.submit(judged("verso 2", jpeg(&GrayImage::from_pixel(600, 800, Luma([240]))))).await.unwrap();
    drop(submitter);
    let mut ids = Vec::new();
    while let Some(answer) = answers.next().await {
        ids.push(answer.unwrap().page_id);
    }
    ids.sort();
    assert_eq!(ids, ["verso", "verso 2"]);
    // The call for one file has one answer, and no verdicts.
    let readings = client.read(judged("seul", blank_page())).await.unwrap();
    assert_eq!(readings.len(), 1);
}
