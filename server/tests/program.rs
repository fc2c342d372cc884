//! The program `liasse-server`: its configuration, and that it ends with a sentence when it cannot do what it should.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "helpers of tests")]

use std::path::Path;
use std::process::Command;

fn text(bytes: &[u8]) -> String {
    String::from_utf8_lossy(bytes).into_owned()
}

/// The program, in the project's folder.
fn server() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_liasse-server"));
    command.current_dir(Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap());
    command
}

#[test]
fn the_default_configuration_is_one() {
    let printed = server().arg("--print-default-config").output().unwrap();
    assert!(printed.status.success());
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("liasse.toml");
    // Every line that sets something, put into force, with one value that cannot work.
    let active: Vec<String> = text(&printed.stdout)
        .lines()
        .filter_map(|line| line.strip_prefix("# "))
        .filter(|line| {
            line.split_once(" = ").is_some_and(|(key, _)| key.chars().all(|c| c.is_ascii_lowercase() || c == '_'))
        })
        .map(str::to_owned)
        .collect();
    assert!(active.len() > 25, "{active:?}");
    std::fs::write(&path, active.join("\n")).unwrap();
    let refused = server().arg("--config").arg(&path).args(["--pages-at-work", "0"]).output().unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert_eq!(text(&refused.stderr).trim(), "liasse-server: pages_at_work: must be at least 1");
    std::fs::write(&path, "pages = 3").unwrap();
    let refused = server().arg("--config").arg(&path).output().unwrap();
    assert!(text(&refused.stderr).contains("there is no setting called pages"), "{}", text(&refused.stderr));
}

#[test]
fn a_server_that_cannot_do_what_it_should_does_not_start() {
    if let Err(error) = liasse_models::find_runtime() {
        eprintln!("SKIPPED: {error}");
        return;
    }
    for (flags, said) in [
        (&["--weights", "no/such/folder"][..], "no/such/folder"),
        (&["--device", "cuda:0"], "cuda"),
        (&["--onnx-runtime", "no/such/library.so"], "no/such/library.so"),
        (&["--listen", "192.0.2.1:1"], "192.0.2.1:1"),
    ] {
        let ended = server().args(flags).output().unwrap();
        assert_eq!(ended.status.code(), Some(1), "{flags:?}");
        assert!(text(&ended.stderr).contains(said), "{flags:?}: {}", text(&ended.stderr));
        assert_eq!(text(&ended.stdout), "", "{flags:?}");
    }
}
