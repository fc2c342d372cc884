//! The `liasse` command against a scripted server: what is written where, and what its exit status says.

use std::path::Path;
use std::process::{Command, Output};

use crate::fake::{Fake, MAX_PAGE_BYTES, Reaction, WINDOW};
use liasse_client::Code;

/// Runs `liasse` on another thread than those that serve the fake.
async fn liasse(fake: &Fake, folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liasse"));
    command.current_dir(folder).args(arguments).env("LIASSE_SERVER", fake.url());
    tokio::task::spawn_blocking(move || command.output()).await.unwrap().unwrap()
}

fn text(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

/// A folder of files that each hold their own name.
fn folder(files: &[&str]) -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    for file in files {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, file).unwrap();
    }
    folder
}

/// Files called "bad" are refused, those called "three" have three pages, "half" only its first of two.
fn by_name() -> impl Fn(&liasse_client::v1::PageInput, u32) -> Reaction + Send + Sync {
    |page, _| match page.page_id.rsplit('/').next().unwrap_or_default() {
        name if name.starts_with("bad") => Reaction::Refuse(Code::InvalidArgument, "IMAGE_TRUNCATED", 0),
        name if name.starts_with("three") => Reaction::Read(3),
        name if name.starts_with("half") => Reaction::ReadHalf,
        _ => Reaction::Read(1),
    }
}

#[tokio::test]
async fn each_input_gets_a_file_of_its_own() {
    let fake = Fake::start(by_name()).await;
    let scans = folder(&["scans/a.png", "scans/three.pdf", "scans/sub/a.tif", "scans/notes.txt", "b"]);
    let done = liasse(&fake, scans.path(), &["read", "scans", "b", "--out", "out/texts"]).await;
    assert!(done.status.success(), "{}", text(&done.stderr));
    let read = |name: &str| std::fs::read_to_string(scans.path().join("out/texts").join(name)).unwrap();
    assert_eq!(read("a.txt"), "scans/a.png");
    assert_eq!(read("three.txt"), "scans/three.pdf\u{c}scans/three.pdf\u{c}scans/three.pdf");
    assert_eq!(read("a.tif.txt"), "scans/sub/a.tif", "the stem is taken");
    assert_eq!(read("b.txt"), "b");
    assert_eq!(std::fs::read_dir(scans.path().join("out/texts")).unwrap().count(), 4);
    assert_eq!(text(&done.stdout), "");
    assert!(text(&done.stderr).contains("4 files read, 0 failed, 6 pages"), "{}", text(&done.stderr));
}

#[tokio::test]
async fn json_is_a_list_of_the_files_readings() {
    let fake = Fake::start(by_name()).await;
    let scans = folder(&["three.pdf"]);
    let done = liasse(&fake, scans.path(), &["read", "three.pdf", "--format", "json", "--out", "."]).await;
    assert!(done.status.success(), "{}", text(&done.stderr));
    let json = std::fs::read_to_string(scans.path().join("three.json")).unwrap();
    let json: serde_json::Value = serde_json::from_str(&json).unwrap();
    let pages: Vec<_> = json.as_array().unwrap().iter().map(|page| page["page_number"].as_u64().unwrap()).collect();
    assert_eq!(pages, [1, 2, 3]);
    for name in
        ["page_count", "width", "height", "skew_degrees", "orientation_degrees", "text", "lines", "words", "confidence"]
    {
        assert!(json[0].get(name).is_some(), "there is no {name}");
    }
}

#[tokio::test]
async fn after_a_bad_file_the_others_go_on_and_the_status_tells() {
    let fake = Fake::start(by_name()).await;
    let scans = folder(&["a.png", "bad.png", "c.png", "half.tif", "large.png"]);
    // More than the fake server takes.
    std::fs::write(scans.path().join("large.png"), vec![0; MAX_PAGE_BYTES as usize + 1]).unwrap();
    let done = liasse(&fake, scans.path(), &["read", ".", "missing.png", "--out", "out"]).await;
    assert_eq!(done.status.code(), Some(1));
    let said = text(&done.stderr);
    assert!(said.contains("bad.png: scripted (IMAGE_TRUNCATED)"), "{said}");
    assert!(said.contains("cannot read missing.png"), "{said}");
    assert!(said.contains("large.png") && said.contains("FILE_TOO_LARGE"), "{said}");
    assert!(said.contains("half.tif, page 2"), "{said}");
    assert!(said.contains("2 files read, 4 failed, 3 pages"), "{said}");
    let out = |name: &str| std::fs::read_to_string(scans.path().join("out").join(name));
    assert_eq!((out("a.txt").unwrap(), out("c.txt").unwrap()), ("a.png".to_owned(), "c.png".to_owned()));
    assert_eq!(out("half.txt").unwrap(), "half.tif\u{c}", "what could be read of it");
    assert!(out("bad.txt").is_err());
}

#[tokio::test]
async fn without_a_folder_everything_is_printed() {
    let fake = Fake::start(by_name()).await;
    let scans = folder(&["a.png", "three.pdf"]);
    let done = liasse(&fake, scans.path(), &["read", "a.png"]).await;
    assert_eq!(text(&done.stdout), "a.png");
    let done = liasse(&fake, scans.path(), &["read", "a.png", "three.pdf"]).await;
    let printed = text(&done.stdout);
    assert!(printed.contains("==> a.png <==\na.png"), "{printed}");
    assert!(printed.contains("==> three.pdf <==\nthree.pdf\u{c}three.pdf"), "{printed}");
}

#[tokio::test]
async fn info_says_what_the_server_is() {
    let fake = Fake::start(by_name()).await;
    let here = folder(&[]);
    let done = liasse(&fake, here.path(), &["info"]).await;
    assert!(done.status.success());
    let said = text(&done.stdout);
    assert!(said.contains("1.2.3") && said.contains("cpu") && said.contains("1000 bytes, 10 pages"), "{said}");
    let done = liasse(&fake, here.path(), &["info", "--format", "json"]).await;
    let json: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
    assert_eq!((&json["version"], &json["limits"]["stream_window_pages"]), (&"1.2.3".into(), &WINDOW.into()));
}

#[tokio::test]
async fn a_server_that_is_not_there_and_a_command_that_is_none() {
    let fake = Fake::start(by_name()).await;
    let here = folder(&["a.png"]);
    let done = liasse(&fake, here.path(), &["read", "a.png", "--server", "http://127.0.0.1:1"]).await;
    assert_eq!(done.status.code(), Some(1));
    assert!(text(&done.stderr).contains("cannot reach a server at http://127.0.0.1:1"), "{}", text(&done.stderr));
    let done = liasse(&fake, here.path(), &["read"]).await;
    assert_eq!(done.status.code(), Some(2));
}
