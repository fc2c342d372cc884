//! `cargo xtask demo`: from a fresh clone to a page that has been read.
#![expect(clippy::print_stdout, reason = "the text that was read is what this is for")]

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, bail};
use serde_json::Value;

use crate::run::{cargo, say, shown};
use crate::setup;

/// A server that is stopped when the demo ends, however it ends.
struct Server(Child);

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to stop.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

/// Starts a server, reads `images` (or a page drawn for the purpose) and shows what came of it.
///
/// # Errors
/// The step that failed.
pub(crate) fn demo(project: &Path, images: &[PathBuf]) -> anyhow::Result<()> {
    let installed = setup::setup(project)?;
    say("Build (the first time takes some minutes)");
    let packages = ["-p", "liasse-server", "-p", "liasse-client", "-p", "liasse-corpus"];
    shown(cargo(project).args(["build", "--release", "--locked"]).args(packages))?;
    let out = project.join("out/demo");
    clear(&out)?;
    let programs = target_folder(project)?.join("release");
    let images = if images.is_empty() { vec![drawn_letter(&programs, &out)?] } else { images.to_vec() };

    say("Server");
    let (server, address) = start_server(project, &programs, &installed.onnx_runtime)?;
    eprintln!("    listening on {address}");

    say("Reading");
    let read = shown(
        Command::new(programs.join("liasse"))
            .arg("read")
            .args(&images)
            .args(["--server", &format!("http://{address}"), "--format", "json", "--out"])
            .arg(&out)
            .arg("--annotate")
            .arg(&out),
    );
    drop(server);

    let readings = results(&out)?;
    say("Text");
    for (_, pages) in &readings {
        for page in pages {
            println!("{}", page["text"].as_str().unwrap_or_default());
        }
    }
    say("Where the time went (milliseconds)");
    for (name, pages) in &readings {
        for page in pages {
            eprintln!("    {name} page {}: {}", page["page_number"], timings(page));
        }
    }
    // What could not be read was said above; the rest is shown all the same.
    read?;
    say("Done");
    eprintln!("    Pictures with what was found drawn on them (*.annotated.jpg), and all that is known as JSON:");
    eprintln!("    {}", out.display());
    eprintln!("    Your own scans: cargo xtask demo SCAN.jpg LETTER.pdf ...");
    Ok(())
}

/// An output folder without the results of an earlier demo.
fn clear(out: &Path) -> anyhow::Result<()> {
    std::fs::create_dir_all(out)?;
    for entry in std::fs::read_dir(out)? {
        let path = entry?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.ends_with(".json") || name.ends_with(".annotated.jpg") {
            std::fs::remove_file(&path)?;
        }
    }
    Ok(())
}

/// The readings of every file, by the file's name.
fn results(out: &Path) -> anyhow::Result<Vec<(String, Vec<Value>)>> {
    let mut results = Vec::new();
    for entry in std::fs::read_dir(out)? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "json") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            let pages = serde_json::from_slice(&std::fs::read(&path)?).with_context(|| path.display().to_string())?;
            results.push((name, pages));
        }
    }
    results.sort_by(|(a, _), (b, _)| a.cmp(b));
    Ok(results)
}

fn target_folder(project: &Path) -> anyhow::Result<PathBuf> {
    let output = cargo(project).args(["metadata", "--format-version", "1", "--no-deps", "--offline"]).output()?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).context("cargo metadata")?;
    let folder = metadata["target_directory"].as_str().context("cargo metadata names no target folder")?;
    Ok(PathBuf::from(folder))
}

/// A letter out of a handful of drawn pages.
fn drawn_letter(programs: &Path, out: &Path) -> anyhow::Result<PathBuf> {
    say("Drawing a letter to read");
    let pages = out.join("drawn");
    shown(
        Command::new(programs.join("liasse-corpus"))
            .args(["draw", "--pages", "8", "--seed", "7", "--clean", "1", "--out"])
            .arg(&pages),
    )?;
    let index = std::fs::read_to_string(pages.join("index.jsonl")).context("liasse-corpus wrote no index")?;
    let rows = index.lines().map(serde_json::from_str).collect::<Result<Vec<Value>, _>>()?;
    let letter = rows.iter().find(|row| row["doc_type"] == "letter").or(rows.first());
    let image = letter.and_then(|row| row["image"].as_str()).context("liasse-corpus drew no page")?;
    Ok(pages.join(image))
}

fn start_server(project: &Path, programs: &Path, onnx_runtime: &Path) -> anyhow::Result<(Server, String)> {
    let child = Command::new(programs.join("liasse-server"))
        .args(["--listen", "127.0.0.1:0", "--weights"])
        .arg(project.join("models/weights"))
        .env("ORT_DYLIB_PATH", onnx_runtime)
        .stdout(Stdio::piped())
        .spawn()
        .context("cannot start liasse-server")?;
    let mut server = Server(child);
    let output = server.0.stdout.take().context("liasse-server has no output")?;
    for line in BufReader::new(output).lines() {
        if let Some(address) = line?.strip_prefix("listening on ") {
            return Ok((server, address.to_owned()));
        }
    }
    bail!("liasse-server ended before it listened; what it said is above")
}

fn timings(page: &Value) -> String {
    let stage = |name: &str| {
        let value = &page["timings"][format!("{name}_microseconds")];
        // proto3 JSON writes 64-bit numbers as strings.
        let microseconds = value.as_f64().or_else(|| value.as_str().and_then(|s| s.parse().ok())).unwrap_or(0.0);
        microseconds / 1000.0
    };
    let stages: Vec<String> = ["decode", "upright", "detect", "crop", "read", "queue", "total"]
        .iter()
        .map(|name| format!("{name} {:.1}", stage(name)))
        .collect();
    stages.join("  ")
}
