//! The programs as a person meets them: flags, what they print, how they end, and real files through both.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "helpers of tests")]

use std::io::{Read as _, Write as _};
use std::net::TcpStream;
use std::path::Path;
use std::process::Output;

use liasse_tests::files::{blank_page, drawn_page_of, pdf};
use liasse_tests::{Program, Served, program, project, real_pages, runtime_is_there};

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

fn liasse(server: &Served, arguments: &[&str], paths: &[&Path]) -> Output {
    program(Program::Client).args(arguments).args(paths).args(["--server", &server.url()]).output().unwrap()
}

/// What is served at `/metrics`.
fn metrics(address: &str) -> String {
    let mut connection = TcpStream::connect(address).unwrap();
    connection.write_all(b"GET /metrics HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n").unwrap();
    let mut answer = String::new();
    connection.read_to_string(&mut answer).unwrap();
    assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
    answer
}

#[test]
fn files_are_read_drawn_and_counted_and_sigterm_ends_it_well() {
    if !runtime_is_there() {
        return;
    }
    let server = Served::start(&["--metrics-listen", "127.0.0.1:0"]);
    let folder = tempfile::tempdir().unwrap();
    let letter = drawn_page_of("letter", 0);
    let blank = image::load_from_memory(&blank_page()).unwrap().to_luma8();
    let path = |name: &str| folder.path().join(name);
    std::fs::write(path("lettre.pdf"), pdf(&[&letter.image, &blank])).unwrap();
    std::fs::write(path("cassé.jpg"), &letter.file[..letter.file.len() / 2]).unwrap();
    std::fs::write(path("verso.jpg"), blank_page()).unwrap();
    let out = path("out").to_string_lossy().into_owned();

    let flags = ["read", "--format", "json", "--out", &out, "--annotate", &out];
    let done = liasse(&server, &flags, &[folder.path()]);
    let said = text(&done.stderr);
    assert_eq!(done.status.code(), Some(1), "{said}");
    assert!(said.contains("cassé.jpg") && said.contains("IMAGE_TRUNCATED"), "{said}");
    assert!(said.contains("2 files read, 1 failed, 3 pages"), "{said}");
    let json = std::fs::read_to_string(path("out/lettre.json")).unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&json[0]["page_count"], &json[1]["page_number"], &json[1]["text"]), (&2.into(), &2.into(), &"".into()));
    assert!(json[0]["words"].as_array().unwrap().len() > 20);
    for name in ["lettre.page-1.annotated.jpg", "lettre.page-2.annotated.jpg", "verso.annotated.jpg"] {
        let picture = image::open(path("out").join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(picture.width() > picture.height(), "{name}: the page and what was read beside it");
    }
    assert!(!path("out/cassé.json").exists());

    let done = liasse(&server, &["info"], &[]);
    assert!(done.status.success() && text(&done.stdout).contains("latin-recogniser"), "{}", text(&done.stdout));

    let (status, log) = {
        let address = metrics_address(&server);
        let found = metrics(&address);
        assert_documented(&found);
        assert!(found.contains("liasse_pages_read_total{priority=\"line\"} 3"), "{found}");
        assert!(found.contains("liasse_pages_failed_total{reason=\"IMAGE_TRUNCATED\"} 1"), "{found}");
        assert!(found.contains("liasse_pages_in_flight 0") && found.contains("liasse_bytes_in_flight 0"), "{found}");
        server.terminate()
    };
    assert!(status.success(), "{log}");
    for event in ["server_ready", "server_draining", "server_stopped"] {
        assert!(log.contains(event), "{event} is not in the log: {log}");
    }
    assert!(!log.contains("page_read"), "pages are logged at debug only: {log}");
}

/// Where the metrics are, as the system tells what the server listens on besides its own port.
fn metrics_address(server: &Served) -> String {
    server.logged("metrics are served at http://").split("/metrics").next().unwrap_or_default().to_owned()
}

/// Every metric that is served is one that docs/operations.md explains.
fn assert_documented(found: &str) {
    let docs = std::fs::read_to_string(project().join("docs/operations.md")).unwrap();
    let served: Vec<&str> = found.lines().filter_map(|line| line.strip_prefix("# TYPE ")?.split(' ').next()).collect();
    assert!(served.len() >= 8, "{served:?}");
    for name in served {
        assert!(docs.contains(&format!("| `{name}` |")), "{name} is not documented");
    }
}

#[test]
fn real_files_are_read() {
    let Some(real) = real_pages() else { return };
    if !runtime_is_there() {
        return;
    }
    let server = Served::start(&[]);
    let folder = tempfile::tempdir().unwrap();
    let out = folder.path().to_string_lossy().into_owned();
    let done = liasse(&server, &["read", "--out", &out], &[&real.join("files")]);
    let said = text(&done.stderr);
    // One is encrypted with a password, one is damaged beyond reading.
    let failed: Vec<&str> = said.lines().filter(|line| line.starts_with("liasse: ")).collect();
    assert!(failed.iter().all(|line| line.contains("PDF_ENCRYPTED") || line.contains("broken_")), "{said}");
    let invoice = std::fs::read_to_string(folder.path().join("invoice.txt")).unwrap();
    assert!(invoice.split_whitespace().count() > 20, "{invoice}");
    let pages = std::fs::read_to_string(folder.path().join("multipage.txt")).unwrap();
    assert!(pages.matches('\u{c}').count() > 0, "{pages}");
}
