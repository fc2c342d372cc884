//! The library against a scripted server: limits, window, retries, reconnection, deadlines.

use std::{collections::BTreeMap, time::Duration};

use crate::fake::{Fake, MAX_PAGE_BYTES, Reaction, WINDOW};
use futures::StreamExt;
use liasse_client::{Answers, Client, Code, Error, Options, Page, PageFailure, RetryPolicy, v1::PageReading};

/// Options that retry without making a test wait.
fn options() -> Options {
    Options {
        timeout: Some(Duration::from_secs(20)),
        connect_timeout: Duration::from_secs(5),
        retry: RetryPolicy {
            max_attempts: 5,
            first_pause: Duration::from_millis(2),
            longest_pause: Duration::from_millis(200),
        },
        ..Default::default()
    }
}

async fn connect(fake: &Fake) -> Client {
    Client::connect(fake.url(), options()).await.unwrap()
}

fn page(id: &str) -> Page {
    Page::new(id, format!("text of {id}"))
}

/// Submits the pages from a task of its own, as a caller does, and collects the answers.
async fn converse(client: &Client, pages: Vec<Page>) -> Vec<Result<PageReading, PageFailure>> {
    let (submitter, answers) = client.session().await.unwrap();
    let submitting = tokio::spawn(async move {
        for page in pages {
            submitter.submit(page).await.unwrap();
        }
    });
    let answers = answers.collect().await;
    submitting.await.unwrap();
    answers
}

/// The pages that were read, by id; fails on a failure.
fn texts(answers: Vec<Result<PageReading, PageFailure>>) -> BTreeMap<(String, u32), String> {
    let count = answers.len();
    let texts: BTreeMap<_, _> = answers
        .into_iter()
        .map(|answer| {
            let reading = answer.unwrap();
            ((reading.page_id, reading.page_number), reading.text)
        })
        .collect();
    assert_eq!(texts.len(), count, "a page was answered twice");
    texts
}

async fn only_failure(mut answers: Answers) -> PageFailure {
    let failure = answers.next().await.unwrap().unwrap_err();
    assert!(answers.next().await.is_none());
    failure
}

#[tokio::test]
async fn learns_the_limits_and_keeps_them() {
    let fake = Fake::start(|_, _| Reaction::Read(1)).await;
    let client = connect(&fake).await;
    assert_eq!(client.info().version, "1.2.3");
    assert_eq!(client.limits().stream_window_pages, WINDOW);
    let large = Page::new("large", vec![0; MAX_PAGE_BYTES as usize + 1]);
    let error = client.read(large.clone()).await.unwrap_err();
    assert_eq!(error.reason(), "FILE_TOO_LARGE");
    let (submitter, answers) = client.session().await.unwrap();
    let error = submitter.submit(large).await.unwrap_err();
    assert!(matches!(error, Error::PageTooLarge { limit: MAX_PAGE_BYTES, .. }), "{error}");
    drop(submitter);
    assert_eq!(answers.count().await, 0);
    assert_eq!(fake.times("large"), 0, "nothing was sent");
}

#[tokio::test]
async fn says_plainly_that_nobody_is_there() {
    let fake = Fake::start(|_, _| Reaction::Read(1)).await;
    let url = fake.url();
    drop(fake);
    tokio::time::sleep(Duration::from_millis(50)).await;
    let error = Client::connect(url.clone(), options()).await.unwrap_err();
    assert!(matches!(error, Error::Connect { .. }));
    assert_eq!(error.to_string(), format!("cannot reach a server at {url}"));
    for url in ["localhost:1234", "https://localhost:1", "http://", ""] {
        let error = Client::connect(url, options()).await.unwrap_err();
        assert_eq!(error.reason(), "INVALID_URL", "{url:?}");
    }
}

#[tokio::test]
async fn one_file_is_sent_again_while_the_server_is_full() {
    let fake = Fake::start(|_, times| match times {
        1 | 2 => Reaction::Refuse(Code::ResourceExhausted, "QUEUE_FULL", 10),
        _ => Reaction::Read(3),
    })
    .await;
    let readings = connect(&fake).await.read(page("a")).await.unwrap();
    assert_eq!(readings.len(), 3);
    assert_eq!(fake.times("a"), 3);
}

#[tokio::test]
async fn a_bad_file_is_not_sent_again() {
    let fake = Fake::start(|_, _| Reaction::Refuse(Code::InvalidArgument, "IMAGE_TRUNCATED", 0)).await;
    let client = connect(&fake).await;
    let error = client.read(page("a")).await.unwrap_err();
    assert_eq!(error.reason(), "IMAGE_TRUNCATED");
    let Error::Refused(refusal) = error else { panic!("{error}") };
    assert_eq!(refusal.code, Code::InvalidArgument);
    assert_eq!(fake.times("a"), 1);

    let (submitter, answers) = client.session().await.unwrap();
    submitter.submit(page("b")).await.unwrap();
    drop(submitter);
    assert_eq!(only_failure(answers).await.refusal.reason, "IMAGE_TRUNCATED");
    assert_eq!(fake.times("b"), 1);
}

#[tokio::test]
async fn the_time_of_a_page_is_the_deadline_of_the_call() {
    let fake = Fake::start(|_, _| Reaction::Ignore).await;
    let client = connect(&fake).await;
    let mut slow = page("slow");
    slow.timeout = Some(Duration::from_millis(80));
    let error = client.read(slow.clone()).await.unwrap_err();
    assert_eq!(error.reason(), "DEADLINE_EXCEEDED");
    assert_eq!(fake.times("slow"), 1, "an expired page is not sent again");
    assert!(fake.seen.lock().unwrap().deadlines[0].is_some(), "the deadline travels with the call");

    let (submitter, answers) = client.session().await.unwrap();
    submitter.submit(slow).await.unwrap();
    drop(submitter);
    let failure = only_failure(answers).await;
    assert_eq!(failure.refusal.code, Code::DeadlineExceeded);
    let timeout = fake.seen.lock().unwrap().timeouts[0];
    assert!((1..=80).contains(&timeout), "{timeout}");
}

#[tokio::test]
async fn a_session_keeps_to_the_window() {
    let fake = Fake::start(|_, _| Reaction::Read(1)).await;
    let pages: Vec<_> = (0..50).map(|n| page(&n.to_string())).collect();
    let texts = texts(converse(&connect(&fake).await, pages).await);
    assert_eq!(texts.len(), 50);
    assert!(texts.iter().all(|((id, _), text)| *text == format!("text of {id}")));
    assert_eq!(fake.seen.lock().unwrap().most_in_flight, WINDOW, "all of it used, and no more");
}

#[tokio::test]
async fn submit_waits_for_room() {
    let fake = Fake::start(|_, _| Reaction::Ignore).await;
    let client = connect(&fake).await;
    let (submitter, answers) = client.session().await.unwrap();
    assert_eq!(submitter.window(), WINDOW);
    for n in 0..WINDOW {
        submitter.submit(page(&n.to_string())).await.unwrap();
    }
    let one_more = submitter.submit(page("more"));
    let waited = tokio::time::timeout(Duration::from_millis(100), one_more).await;
    assert!(waited.is_err(), "the window is full");
    let error = submitter.submit(page("0")).await.unwrap_err();
    assert_eq!(error.reason(), "DUPLICATE_PAGE_ID");
    let error = submitter.submit(page("")).await.unwrap_err();
    assert_eq!(error.reason(), "INVALID_PAGE_ID");
    let waiting = tokio::spawn(async move { submitter.submit(page("more")).await });
    drop(answers);
    let error = waiting.await.unwrap().unwrap_err();
    assert_eq!(error.reason(), "SESSION_CLOSED", "who waits for room learns that there will be none");
}

#[tokio::test]
async fn a_session_is_bounded_in_bytes() {
    let fake = Fake::start(|_, _| Reaction::Ignore).await;
    let options = Options { max_unanswered_bytes: 8192, ..options() };
    let client = Client::connect(fake.url(), options).await.unwrap();
    let (submitter, _answers) = client.session().await.unwrap();
    let thousand = |id: &str| Page::new(id, vec![0; 1000]);
    // Bytes are counted in units of 4096.
    submitter.submit(thousand("a")).await.unwrap();
    submitter.submit(thousand("b")).await.unwrap();
    let third = tokio::time::timeout(Duration::from_millis(100), submitter.submit(thousand("c"))).await;
    assert!(third.is_err());
}

#[tokio::test]
async fn a_file_of_many_pages_is_answered_page_by_page() {
    let fake = Fake::start(|_, _| Reaction::Read(7)).await;
    let answers = converse(&connect(&fake).await, vec![page("a"), page("b")]).await;
    assert_eq!(texts(answers).len(), 14);
}

#[tokio::test]
async fn what_found_no_room_is_sent_again_and_told_once() {
    let fake = Fake::start(|page, times| match (page.page_id.as_str(), times) {
        ("full", 1..3) => Reaction::Refuse(Code::ResourceExhausted, "QUEUE_FULL", 10),
        ("half", 1) => Reaction::ReadHalf,
        ("half", _) => Reaction::Read(2),
        _ => Reaction::Read(1),
    })
    .await;
    let answers = converse(&connect(&fake).await, vec![page("full"), page("half"), page("fine")]).await;
    let ids: Vec<_> = texts(answers).into_keys().map(|(id, number)| format!("{id} {number}")).collect();
    assert_eq!(ids, ["fine 1", "full 1", "half 1", "half 2"]);
    assert_eq!((fake.times("full"), fake.times("half"), fake.times("fine")), (3, 2, 1));
}

#[tokio::test]
async fn a_server_that_stays_full_is_given_up_on() {
    let fake = Fake::start(|_, _| Reaction::Refuse(Code::ResourceExhausted, "QUEUE_FULL", 1)).await;
    let (submitter, answers) = connect(&fake).await.session().await.unwrap();
    submitter.submit(page("a")).await.unwrap();
    drop(submitter);
    let failure = only_failure(answers).await;
    assert_eq!((failure.attempts, failure.refusal.reason.as_str()), (5, "QUEUE_FULL"));
    assert_eq!(fake.times("a"), 5);
}

#[tokio::test]
async fn a_broken_stream_is_opened_again_and_nothing_is_lost() {
    let fake =
        Fake::start(|page, times| if page.page_id == "7" && times < 3 { Reaction::Break } else { Reaction::Read(2) })
            .await;
    let pages: Vec<_> = (0..20).map(|n| page(&n.to_string())).collect();
    let texts = texts(converse(&connect(&fake).await, pages).await);
    assert_eq!(texts.len(), 40);
    assert_eq!(fake.seen.lock().unwrap().streams, 3);
}

#[tokio::test]
async fn a_page_that_always_breaks_the_stream_is_given_up_on() {
    let fake = Fake::start(|page, _| if page.page_id == "poison" { Reaction::Break } else { Reaction::Read(1) }).await;
    let client = connect(&fake).await;
    let (submitter, answers) = client.session().await.unwrap();
    submitter.submit(page("poison")).await.unwrap();
    drop(submitter);
    let failure = only_failure(answers).await;
    assert_eq!((failure.page_id.as_str(), failure.attempts), ("poison", 5));
    assert_eq!(fake.times("poison"), 5);
}

#[tokio::test]
async fn a_server_that_went_away_and_came_back_is_found_again() {
    let fake = Fake::start(|_, _| Reaction::Ignore).await;
    let address = fake.address;
    let client = connect(&fake).await;
    let (submitter, mut answers) = client.session().await.unwrap();
    submitter.submit(page("a")).await.unwrap();
    while fake.times("a") == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    drop(fake);
    let fake = Fake::start_at(address, |_, _| Reaction::Read(1)).await;
    submitter.submit(page("b")).await.unwrap();
    drop(submitter);
    let mut ids = Vec::new();
    while let Some(answer) = answers.next().await {
        ids.push(answer.unwrap().page_id);
    }
    ids.sort();
    assert_eq!(ids, ["a", "b"]);
    assert_eq!(fake.times("a"), 1);
}

#[tokio::test]
async fn when_the_server_stays_away_every_page_is_answered_by_a_failure() {
    let fake = Fake::start(|_, _| Reaction::Ignore).await;
    let client = connect(&fake).await;
    let (submitter, answers) = client.session().await.unwrap();
    for id in ["a", "b", "c"] {
        submitter.submit(page(id)).await.unwrap();
    }
    while fake.times("a") == 0 {
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    drop(fake);
    let failures: Vec<_> = answers.map(|answer| answer.unwrap_err()).collect().await;
    assert_eq!(failures.len(), 3);
    assert!(failures.iter().all(|f| f.refusal.reason == "CONNECTION_LOST"), "{failures:?}");
    let error = submitter.submit(page("late")).await.unwrap_err();
    let Error::SessionClosed { refusal: Some(refusal) } = &error else { panic!("{error:?}") };
    assert_eq!(refusal.reason, "CONNECTION_LOST");
}

#[tokio::test]
async fn pages_of_a_batch_go_in_one_call_and_again_when_the_server_is_full() {
    let fake = Fake::start(|page, times| match (page.page_id.as_str(), times) {
        ("b", 1) => Reaction::Refuse(Code::ResourceExhausted, "SERVER_FULL", 1),
        ("bad", _) => Reaction::Refuse(Code::InvalidArgument, "IMAGE_CORRUPT", 0),
        _ => Reaction::Read(1),
    })
    .await;
    let client = connect(&fake).await;
    let told = client.read_documents(vec![page("a"), page("b")], Default::default(), Vec::new()).await.unwrap();
    let ids: Vec<&str> = told.readings.iter().map(|r| r.page_id.as_str()).collect();
    assert_eq!((ids, told.documents[0].pages.as_slice(), fake.times("b")), (vec!["a", "b"], &[1, 2][..], 2));
    let refused = client.read_documents(vec![page("bad")], Default::default(), Vec::new()).await.unwrap_err();
    assert!(refused.to_string().contains("IMAGE_CORRUPT") && fake.times("bad") == 1, "{refused}");
    let half = || Page::new("half", vec![0; MAX_PAGE_BYTES as usize / 2 + 1]);
    let large = client.read_documents(vec![half(), half()], Default::default(), Vec::new()).await.unwrap_err();
    assert!(matches!(large, Error::PageTooLarge { .. }), "together they are too large: {large}");
    assert_eq!(fake.times("half"), 0);
}
