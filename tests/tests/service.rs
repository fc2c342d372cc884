//! What the server says of itself, and that a foreign client needs no more than that.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "helpers of tests")]

use std::process::Command;

use liasse_proto::v1;
use liasse_tests::files::{drawn_page, pdf, request};
use liasse_tests::{TestServer, project, shared_server};
use tonic::Code;
use tonic_health::pb::HealthCheckRequest;
use tonic_health::pb::health_check_response::ServingStatus;
use tonic_health::pb::health_client::HealthClient;
use tonic_types::StatusExt;

#[tokio::test(flavor = "multi_thread")]
async fn the_server_says_what_it_is() {
    let Some(server) = TestServer::start(|settings| {
        settings.stream_window_pages = 7;
        settings.max_pages_per_call = 2;
    })
    .await
    else {
        return;
    };
    let info = server.info().await.get_info(v1::GetInfoRequest {}).await.unwrap().into_inner();
    assert_eq!((info.device.as_str(), info.image_device.as_str()), ("cpu", "cpu"));
    let limits = info.limits.as_ref().unwrap();
    assert_eq!((limits.stream_window_pages, limits.max_pages_per_call), (7, 2));
    let roles: Vec<_> = info.models.iter().map(|m| m.role.as_str()).collect();
    assert_eq!(roles, ["detect", "read", "embed"]);
    assert!(info.models.iter().all(|m| m.sha256.len() == 64 && !m.version.is_empty()), "{:?}", info.models);
    assert!(info.languages.iter().any(|l| l == "fr"));
    assert!(info.content_types.iter().any(|t| t == "application/pdf"));

    // And it means it.
    let page = image::GrayImage::from_pixel(60, 80, image::Luma([255]));
    let status = server.recognition().await.recognize(request("3 pages", pdf(&[&page; 3]))).await.unwrap_err();
    assert_eq!(status.code(), Code::ResourceExhausted);
    assert_eq!(status.get_details_error_info().unwrap().reason, "TOO_MANY_PAGES_FOR_CALL");
    let answer = server.recognition().await.recognize(request("2 pages", pdf(&[&page; 2]))).await.unwrap();
    assert_eq!(answer.into_inner().readings.len(), 2);
    server.stopped().await.unwrap();
}

#[tokio::test(flavor = "multi_thread")]
async fn health_is_told_for_every_service() {
    let Some(server) = shared_server() else {
        return;
    };
    let mut health = HealthClient::new(server.channel().await);
    for service in ["", "liasse.v1.Recognition", "liasse.v1.Info"] {
        let check = HealthCheckRequest { service: service.to_owned() };
        let status = health.check(check).await.unwrap().into_inner().status;
        assert_eq!(status, i32::from(ServingStatus::Serving), "{service}");
    }
    let unknown = HealthCheckRequest { service: "liasse.v9.Other".to_owned() };
    assert_eq!(health.check(unknown).await.unwrap_err().code(), Code::NotFound);
}

/// A client that has no .proto file, only what the server reflects.
#[tokio::test(flavor = "multi_thread")]
async fn a_python_client_built_from_reflection_reads_a_page() {
    let python = project().join(".liasse/venv/bin/python");
    if !python.is_file() {
        eprintln!("SKIPPED: no Python gRPC client; run `cargo xtask setup`");
        return;
    }
    let Some(server) = shared_server() else {
        return;
    };
    let page = drawn_page(1).file;
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("page");
    std::fs::write(&path, &page).unwrap();
    let script = project().join("tests/python/reflection_client.py");
    let mut command = Command::new(python);
    command.arg(script).arg(server.address.to_string()).arg(&path);
    let output = tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).unwrap();
    let expected = server.recognition().await.recognize(request("same", page)).await.unwrap().into_inner();
    assert_eq!(answer["page_id"], "from-python");
    assert_eq!(answer["text"], expected.readings[0].text);
    let services: Vec<&str> = answer["services"].as_array().unwrap().iter().filter_map(|s| s.as_str()).collect();
    for service in ["liasse.v1.Recognition", "liasse.v1.Info", "grpc.health.v1.Health"] {
        assert!(services.contains(&service), "{services:?}");
    }
}
