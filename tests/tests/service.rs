//! How the server behaves beyond reading: bad files, full queues, draining, what it says of itself, foreign clients.

use std::process::Command;
use std::time::Duration;

use liasse_proto::v1;
use liasse_proto::v1::recognize_stream_response::Event;
use liasse_tests::{TestServer, blank_page, drawn_page, input, project, request};
use tonic::Code;
use tonic_types::StatusExt;

/// A PNG header that promises this many pixels, and nothing behind it.
fn png_header(width: u32, height: u32) -> Vec<u8> {
    let mut file = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
    file.extend(width.to_be_bytes());
    file.extend(height.to_be_bytes());
    file.extend([8, 0, 0, 0, 0]);
    file.extend([0; 4]);
    file
}

/// Files that cannot be read, and the code each is answered with.
fn bad_files() -> Vec<(&'static str, Vec<u8>, Code)> {
    let page = drawn_page(3).jpeg;
    let looped_tiff = {
        // Little endian, first directory at 8, no entries, next directory at 8 again.
        let mut file = b"II*\0\x08\0\0\0".to_vec();
        file.extend([0, 0, 8, 0, 0, 0]);
        file
    };
    vec![
        ("empty", Vec::new(), Code::InvalidArgument),
        (
            "noise",
            (0..2000u32).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8 | 1).collect(),
            Code::InvalidArgument,
        ),
        ("half a header", page[..30].to_vec(), Code::InvalidArgument),
        ("huge", png_header(30_000, 30_000), Code::ResourceExhausted),
        ("looped", looped_tiff, Code::InvalidArgument),
        (
            "no pages",
            b"%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n".to_vec(),
            Code::InvalidArgument,
        ),
    ]
}

#[tokio::test(flavor = "multi_thread")]
async fn bad_files_are_answered_one_by_one_and_the_stream_goes_on() {
    let Some(server) = TestServer::start(|_| {}).await else {
        return;
    };
    let bad = bad_files();
    let mut pages = Vec::new();
    for (name, file, _) in &bad {
        pages.push(input(*name, file.clone()));
        pages.push(input(format!("after {name}"), blank_page()));
    }
    let lying = v1::PageInput { content_type: "application/pdf".to_owned(), ..input("lying", blank_page()) };
    pages.push(lying);
    let count = pages.len();
    let requests =
        pages.into_iter().map(|page| v1::RecognizeStreamRequest { page: Some(page), timeout_milliseconds: 0 });
    let mut answers =
        server.recognition().await.recognize_stream(tokio_stream::iter(requests)).await.unwrap().into_inner();
    let first = answers.message().await.unwrap().and_then(|m| m.event);
    let Some(Event::Opened(opened)) = first else { panic!("the first message is {first:?}") };
    assert!(opened.window_pages as usize >= count, "the test sends {count} pages at once");
    let (mut read, mut failed) = (Vec::new(), Vec::new());
    while let Some(message) = answers.message().await.unwrap() {
        match message.event {
            Some(Event::Reading(reading)) => read.push(reading.page_id),
            Some(Event::Error(error)) => failed.push(error),
            other => panic!("{other:?}"),
        }
    }
    assert_eq!(read.len(), bad.len(), "{read:?}");
    assert!(read.iter().all(|name| name.starts_with("after ")), "{read:?}");
    assert_eq!(failed.len(), bad.len() + 1);
    for (name, _, code) in
        bad.iter().map(|(n, f, c)| (*n, f, *c)).chain([("lying", &Vec::new(), Code::InvalidArgument)])
    {
        let error = failed.iter().find(|e| e.page_id == name).unwrap_or_else(|| panic!("{name} was not answered"));
        assert_eq!(error.code, i32::from(code), "{name}: {error:?}");
        assert!(!error.reason.is_empty() && error.message.len() > 10, "{error:?}");
    }
    server.stopped().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn a_bad_file_in_a_call_of_its_own_has_a_reason() {
    let Some(server) = TestServer::start(|_| {}).await else {
        return;
    };
    let mut client = server.recognition().await;
    for (name, file, code) in bad_files() {
        let status = client.recognize(request(name, file)).await.unwrap_err();
        assert_eq!(status.code(), code, "{name}: {status:?}");
        let info = status.get_details_error_info().unwrap_or_else(|| panic!("{name} has no reason: {status:?}"));
        assert_eq!(info.domain, "liasse.v1");
    }
    let status = client.recognize(v1::RecognizeRequest { page: None }).await.unwrap_err();
    assert_eq!(status.code(), Code::InvalidArgument);
    assert!(status.get_details_bad_request().is_some_and(|b| !b.field_violations.is_empty()), "{status:?}");
    server.stopped().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn full_is_resource_exhausted_with_a_delay_and_nothing_admitted_is_lost() {
    let Some(server) = TestServer::start(|settings| settings.max_pages_in_flight = 2).await else {
        return;
    };
    let file = drawn_page(5).jpeg;
    let calls = (0..24).map(|i| {
        let (server, file) = (&server, file.clone());
        async move { server.recognition().await.recognize(request(format!("{i}"), file)).await }
    });
    let (mut read, mut full) = (0, 0);
    for answer in futures::future::join_all(calls).await {
        match answer {
            Ok(_) => read += 1,
            Err(status) => {
                assert_eq!(status.code(), Code::ResourceExhausted, "{status:?}");
                let delay = status.get_details_retry_info().and_then(|r| r.retry_delay);
                assert!(delay.is_some_and(|d| d > Duration::ZERO), "{status:?}");
                full += 1;
            }
        }
    }
    assert!(read >= 2 && full >= 1, "{read} read, {full} refused");
    server.stopped().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn draining_finishes_what_was_admitted() {
    let Some(server) = TestServer::start(|_| {}).await else {
        return;
    };
    let mut client = server.recognition().await;
    let file = drawn_page(6).jpeg;
    let call = tokio::spawn(async move { client.recognize(request("admitted", file)).await });
    // Until the page is in: the server counts what it is given by its answers alone, so wait for what a station would.
    tokio::time::sleep(Duration::from_millis(150)).await;
    server.shut_down();
    let answer = call.await.unwrap();
    assert!(answer.is_ok(), "{answer:?}");
    server.stopped().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn an_expired_page_is_given_up() {
    let Some(server) = TestServer::start(|_| {}).await else {
        return;
    };
    let mut late = tonic::Request::new(request("late", drawn_page(7).jpeg));
    late.set_timeout(Duration::from_millis(1));
    let status = server.recognition().await.recognize(late).await.unwrap_err();
    assert!(matches!(status.code(), Code::DeadlineExceeded | Code::Cancelled), "{status:?}");
    server.stopped().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn the_server_says_what_it_is() {
    let Some(server) = TestServer::start(|settings| settings.stream_window_pages = 7).await else {
        return;
    };
    let info = server.info().await.get_info(v1::GetInfoRequest {}).await.unwrap().into_inner();
    assert_eq!(info.device, "cpu");
    assert_eq!(info.limits.as_ref().unwrap().stream_window_pages, 7);
    let roles: Vec<_> = info.models.iter().map(|m| m.role.as_str()).collect();
    assert_eq!(roles, ["detect", "read"]);
    assert!(info.models.iter().all(|m| m.sha256.len() == 64), "{:?}", info.models);
    assert!(info.languages.iter().any(|l| l == "fr"));
    assert!(info.content_types.iter().any(|t| t == "application/pdf"));
    server.stopped().await.unwrap();
}

/// A client that has no .proto file, only what the server reflects.
#[tokio::test(flavor = "multi_thread")]
async fn a_python_client_built_from_reflection_reads_a_page() {
    let python = project().join(".liasse/venv/bin/python");
    if !python.is_file() {
        eprintln!("SKIPPED: no Python gRPC client; run `cargo xtask setup`");
        return;
    }
    let Some(server) = TestServer::start(|_| {}).await else {
        return;
    };
    let page = drawn_page(1);
    let file = std::env::temp_dir().join(format!("liasse-reflection-{}.jpg", std::process::id()));
    std::fs::write(&file, &page.jpeg).unwrap();
    let address = server.address.to_string();
    let script = project().join("tests/python/reflection_client.py");
    let run = {
        let file = file.clone();
        tokio::task::spawn_blocking(move || Command::new(python).arg(script).arg(address).arg(file).output())
    };
    let output = run.await.unwrap().unwrap();
    std::fs::remove_file(&file).unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let mut client = server.recognition().await;
    let expected = client.recognize(request("same", page.jpeg)).await.unwrap().into_inner();
    assert_eq!(answer["page_id"], "from-python");
    assert_eq!(answer["text"], expected.readings[0].text);
    assert_eq!(answer["services"].as_array().unwrap().iter().filter(|s| *s == "liasse.v1.Recognition").count(), 1);
    server.stopped().await.unwrap();
}
