//! What is admitted, what is dropped, and what is finished: with a detector that can be held, so that every moment of a
//! page's way can be looked at.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "helpers of tests")]

use std::time::Duration;

use liasse_proto::v1;
use liasse_proto::v1::recognize_stream_response::Event;
use liasse_tests::TestServer;
use liasse_tests::files::{drawn_page, drawn_page_of, input, request, streamed};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use tonic::{Code, Request, Status, Streaming};
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;
use tonic_types::StatusExt;

/// Long enough for a page that was sent to be decoded and to wait for the detector.
const SETTLED: Duration = Duration::from_millis(700);

type Call = tokio::task::JoinHandle<Result<v1::RecognizeResponse, Status>>;

/// Sends a page without waiting for its answer.
async fn send(server: &TestServer, name: &str, file: &[u8], timeout: Option<Duration>) -> Call {
    let mut client = server.recognition().await;
    let mut call = Request::new(request(name, file));
    if let Some(timeout) = timeout {
        call.set_timeout(timeout);
    }
    tokio::spawn(async move { client.recognize(call).await.map(tonic::Response::into_inner) })
}

/// Opens a stream and takes its first message.
async fn stream(
    server: &TestServer,
) -> (mpsc::Sender<v1::RecognizeStreamRequest>, Streaming<v1::RecognizeStreamResponse>) {
    let (pages, requests) = mpsc::channel(32);
    let mut answers =
        server.recognition().await.recognize_stream(ReceiverStream::new(requests)).await.unwrap().into_inner();
    let first = answers.message().await.unwrap().and_then(|m| m.event);
    assert!(matches!(first, Some(Event::Opened(_))), "the first message is {first:?}");
    (pages, answers)
}

fn reason(status: &Status) -> String {
    status.get_details_error_info().map(|info| info.reason).unwrap_or_else(|| panic!("no reason in {status:?}"))
}

#[tokio::test(flavor = "multi_thread")]
async fn full_is_resource_exhausted_with_a_delay_and_nothing_admitted_is_lost() {
    let Some(server) = TestServer::start(|settings| settings.max_pages_in_flight = 2).await else {
        return;
    };
    // The detector is given a page of usual print once.
    let file = drawn_page_of("letter", 0).file;
    server.hold.hold();
    let admitted = [send(&server, "a", &file, None).await, send(&server, "b", &file, None).await];
    server.hold.reached().await;
    tokio::time::sleep(SETTLED).await;
    for _ in 0..20 {
        let status = send(&server, "c", &file, None).await.await.unwrap().unwrap_err();
        assert_eq!((status.code(), reason(&status).as_str()), (Code::ResourceExhausted, "SERVER_FULL"));
        let delay = status.get_details_retry_info().and_then(|r| r.retry_delay);
        assert!(delay.is_some_and(|d| d > Duration::ZERO), "{status:?}");
    }
    let (pages, mut answers) = stream(&server).await;
    pages.send(streamed(input("d", file.clone()))).await.unwrap();
    let Some(Event::Error(error)) = answers.message().await.unwrap().and_then(|m| m.event) else { panic!() };
    assert_eq!((error.code, error.reason.as_str()), (Code::ResourceExhausted.into(), "SERVER_FULL"));
    assert!(error.retry_after_milliseconds > 0);
    server.hold.release();
    for call in admitted {
        assert_eq!(call.await.unwrap().unwrap().readings.len(), 1);
    }
    // There is room again, also on the stream that was refused.
    pages.send(streamed(input("d", file))).await.unwrap();
    let event = answers.message().await.unwrap().and_then(|m| m.event);
    assert!(matches!(event, Some(Event::Reading(_))), "{event:?}");
    assert_eq!(server.pages_detected(), 3);
    drop((pages, answers));
    server.stopped().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn expired_and_cancelled_pages_never_reach_the_model() {
    let Some(server) = TestServer::start(|_| {}).await else {
        return;
    };
    let file = drawn_page(6).file;
    server.hold.hold();
    let first = send(&server, "first", &file, None).await;
    server.hold.reached().await;

    // Behind it: one that expires, one whose caller hangs up, one of a stream that expires, one of a stream that ends.
    let late = send(&server, "late", &file, Some(Duration::from_millis(300))).await;
    let gone = send(&server, "gone", &file, None).await;
    let (pages, mut answers) = stream(&server).await;
    let page = Some(input("late on a stream", file.clone()));
    pages.send(v1::RecognizeStreamRequest { page, timeout_milliseconds: 300 }).await.unwrap();
    let (other_pages, other_answers) = stream(&server).await;
    other_pages.send(streamed(input("gone with its stream", file.clone()))).await.unwrap();
    tokio::time::sleep(SETTLED).await;

    let status = late.await.unwrap().unwrap_err();
    // The client's own clock may be the first to ring, under another code.
    assert!(matches!(status.code(), Code::DeadlineExceeded | Code::Cancelled), "{status:?}");
    let Some(Event::Error(error)) = answers.message().await.unwrap().and_then(|m| m.event) else { panic!() };
    assert_eq!((error.code, error.reason.as_str()), (Code::DeadlineExceeded.into(), "DEADLINE_EXCEEDED"));
    gone.abort();
    drop((other_pages, other_answers));
    tokio::time::sleep(SETTLED).await;

    server.hold.release();
    assert!(first.await.unwrap().is_ok(), "the one that was at work goes on");
    let last = send(&server, "last", &file, None).await;
    assert!(last.await.unwrap().is_ok());
    assert_eq!(server.pages_detected(), 2, "the first and the last");
    server.stopped().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn draining_finishes_what_was_admitted_and_takes_no_more() {
    let Some(server) = TestServer::start(|_| {}).await else {
        return;
    };
    let file = drawn_page(7).file;
    server.hold.hold();
    let call = send(&server, "a call", &file, None).await;
    let (pages, mut answers) = stream(&server).await;
    pages.send(streamed(input("on a stream", file.clone()))).await.unwrap();
    server.hold.reached().await;
    tokio::time::sleep(SETTLED).await;
    let mut health = HealthClient::new(server.channel().await);
    let mut client = server.recognition().await;
    server.shut_down();
    tokio::time::sleep(SETTLED).await;

    let status = client.recognize(request("too late", file)).await.unwrap_err();
    assert_eq!((status.code(), reason(&status).as_str()), (Code::Unavailable, "SHUTTING_DOWN"));
    assert!(status.get_details_retry_info().is_some_and(|r| r.retry_delay.is_some()));
    let check = HealthCheckRequest { service: "liasse.v1.Recognition".to_owned() };
    let serving = health.check(check).await.unwrap().into_inner().status;
    assert_eq!(serving, i32::from(ServingStatus::NotServing));
    server.hold.release();
    assert!(call.await.unwrap().is_ok());
    let event = answers.message().await.unwrap().and_then(|m| m.event);
    assert!(matches!(event, Some(Event::Reading(_))), "{event:?}");
    let ended = answers.message().await.unwrap_err();
    assert_eq!((ended.code(), reason(&ended).as_str()), (Code::Unavailable, "SHUTTING_DOWN"));
    server.stopped().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_drain_has_a_limit() {
    let Some(server) = TestServer::start(|settings| settings.drain_seconds = 1).await else {
        return;
    };
    let file = drawn_page(8).file;
    server.hold.hold();
    let call = send(&server, "stuck", &file, None).await;
    server.hold.reached().await;
    server.shut_down();
    let status = call.await.unwrap().unwrap_err();
    assert_eq!((status.code(), reason(&status).as_str()), (Code::Unavailable, "SHUTTING_DOWN"));
    server.hold.release();
    server.stopped().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_stream_keeps_to_its_window_and_its_ids() {
    let Some(server) = TestServer::start(|settings| settings.stream_window_pages = 2).await else {
        return;
    };
    let file = drawn_page(9).file;
    server.hold.hold();
    let (pages, mut answers) = stream(&server).await;
    for id in ["a", "a", "b", "c", ""] {
        pages.send(streamed(input(id, file.clone()))).await.unwrap();
    }
    let mut refused = Vec::new();
    for _ in 0..3 {
        let Some(Event::Error(error)) = answers.message().await.unwrap().and_then(|m| m.event) else { panic!() };
        refused.push((error.page_id, error.reason, error.retry_after_milliseconds > 0));
    }
    let expected = [("a", "DUPLICATE_PAGE_ID", false), ("c", "WINDOW_EXCEEDED", true), ("", "INVALID_FIELD", false)];
    assert_eq!(refused, expected.map(|(id, reason, later)| (id.to_owned(), reason.to_owned(), later)));
    server.hold.release();
    drop(pages);
    let mut read = Vec::new();
    while let Some(message) = answers.message().await.unwrap() {
        let Some(Event::Reading(reading)) = message.event else { panic!("{message:?}") };
        read.push(reading.page_id);
    }
    read.sort();
    assert_eq!(read, ["a", "b"]);
    server.stopped().await.unwrap();
}
