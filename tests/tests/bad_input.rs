//! Files that are bad, on a stream and in a call of their own: each is refused with a reason and a sentence, and the rest
//! goes on.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "helpers of tests")]

use liasse_proto::v1;
use liasse_proto::v1::recognize_stream_response::Event;
use liasse_tests::files::{BadFile, bad_files, blank_page, input, odd_files, request, streamed};
use liasse_tests::shared_server;
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use tonic::Code;
use tonic_types::StatusExt;

/// The code that a reason comes with.
fn code(reason: &str) -> Code {
    if reason.ends_with("_TOO_LARGE") { Code::ResourceExhausted } else { Code::InvalidArgument }
}

fn assert_refused(file: &BadFile, found: Code, reason: &str, message: &str) {
    let BadFile { name, reasons, names, .. } = file;
    assert!(reasons.contains(&reason), "{name}: {reason}: {message}");
    assert_eq!(found, code(reason), "{name}: {reason}: {message}");
    assert!(message.contains(names), "{name}: the sentence does not name {names:?}: {message}");
    assert!(message.len() > 10 && !message.contains('\n'), "{name}: {message}");
}

#[tokio::test(flavor = "multi_thread")]
async fn on_a_stream_each_is_answered_and_the_others_go_on() {
    let Some(server) = shared_server() else {
        return;
    };
    let (pages, requests) = mpsc::channel(1);
    let mut client = server.recognition().await;
    let mut answers = client.recognize_stream(ReceiverStream::new(requests)).await.unwrap().into_inner();
    let first = answers.message().await.unwrap().and_then(|m| m.event);
    assert!(matches!(first, Some(Event::Opened(_))), "the first message is {first:?}");
    for file in bad_files() {
        let name = file.name;
        pages.send(streamed(file.page.clone())).await.unwrap();
        pages.send(streamed(input(format!("after {name}"), blank_page()))).await.unwrap();
        let (mut refused, mut read) = (None, None);
        for _ in 0..2 {
            let message = answers.message().await.unwrap_or_else(|status| panic!("{name} ends the stream: {status}"));
            match message.and_then(|m| m.event) {
                Some(Event::Reading(reading)) => read = Some(reading),
                Some(Event::Error(error)) => refused = Some(error),
                other => panic!("{name}: {other:?}"),
            }
        }
        let (Some(error), Some(reading)) = (refused, read) else { panic!("{name} is read") };
        assert_eq!((error.page_id.as_str(), error.retry_after_milliseconds), (name, 0));
        assert_refused(&file, Code::from(error.code), &error.reason, &error.message);
        assert_eq!((reading.page_id, reading.text.as_str()), (format!("after {name}"), ""));
    }
    drop(pages);
    assert_eq!(answers.message().await.unwrap(), None, "the stream ends well");
}

#[tokio::test(flavor = "multi_thread")]
async fn in_a_call_of_its_own_each_has_a_reason() {
    let Some(server) = shared_server() else {
        return;
    };
    for file in bad_files() {
        let mut client = server.recognition().await;
        let call = v1::RecognizeRequest { page: Some(file.page.clone()) };
        let status = client.recognize(call).await.expect_err(file.name);
        let info = status.get_details_error_info().unwrap_or_else(|| panic!("{} has no reason: {status:?}", file.name));
        assert_eq!(info.domain, "liasse.v1");
        assert_refused(&file, status.code(), &info.reason, status.message());
        assert!(status.get_details_retry_info().is_none(), "{}: sending it again cannot help", file.name);
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn what_only_looks_bad_is_read() {
    let Some(server) = shared_server() else {
        return;
    };
    for (name, file) in odd_files() {
        let answer = server.recognition().await.recognize(request(name, file)).await;
        let readings = answer.unwrap_or_else(|status| panic!("{name}: {status}")).into_inner().readings;
        assert_eq!((readings.len(), readings[0].text.as_str()), (1, ""), "{name}");
    }
}

#[tokio::test(flavor = "multi_thread")]
async fn fields_that_are_wrong_are_named() {
    let Some(server) = shared_server() else {
        return;
    };
    let mut client = server.recognition().await;
    let status = client.recognize(v1::RecognizeRequest { page: None }).await.unwrap_err();
    let fields = |status: &tonic::Status| -> Vec<String> {
        let details = status.get_details_bad_request();
        let violations = details.map(|details| details.field_violations).unwrap_or_default();
        violations.into_iter().map(|violation| violation.field).collect()
    };
    assert_eq!((status.code(), fields(&status)), (Code::InvalidArgument, vec!["page".to_owned()]));
    let page = v1::PageInput { declared_dpi: 7.0, priority: 99, ..input("x".repeat(257), blank_page()) };
    let status = client.recognize(v1::RecognizeRequest { page: Some(page) }).await.unwrap_err();
    assert_eq!(status.get_details_error_info().unwrap().reason, "INVALID_FIELD");
    assert_eq!(fields(&status), ["page.page_id", "page.declared_dpi", "page.priority"]);
}
