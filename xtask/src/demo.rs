//! `cargo xtask demo`: from a fresh clone to a page that has been read.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use anyhow::{Context, bail};

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
    std::fs::create_dir_all(&out)?;
    let programs = target_folder(project)?.join("release");
    let images = if images.is_empty() { vec![drawn_page(&programs, &out)?] } else { images.to_vec() };

    say("Server");
    let (server, address) = start_server(project, &programs, &installed.onnx_runtime)?;
    eprintln!("    listening on {address}");

    say("Reading");
    let url = format!("http://{address}");
    let read = |arguments: &[&str]| {
        let mut command = Command::new(programs.join("liasse"));
        command.arg("read").args(&images).args(["--server", &url]).args(arguments);
        command
    };
    let out_name = out.to_string_lossy().into_owned();
    shown(&mut read(&["--format", "json", "--out", &out_name, "--annotate", &out_name]))?;
    shown(&mut read(&["--format", "text"]))?;
    drop(server);

    say("Where the time went (milliseconds)");
    for entry in std::fs::read_dir(&out)? {
        let path = entry?.path();
        if path.extension().is_some_and(|e| e == "json") {
            timings(&path)?;
        }
    }
    say("Done");
    eprintln!("    Pictures with what was found, and the readings as JSON: {}", out.display());
    eprintln!("    Your own scans: cargo xtask demo SCAN.jpg LETTER.pdf ...");
    Ok(())
}

fn target_folder(project: &Path) -> anyhow::Result<PathBuf> {
    let output = cargo(project).args(["metadata", "--format-version", "1", "--no-deps", "--offline"]).output()?;
    let metadata: serde_json::Value = serde_json::from_slice(&output.stdout).context("cargo metadata")?;
    let folder = metadata["target_directory"].as_str().context("cargo metadata names no target folder")?;
    Ok(PathBuf::from(folder))
}

fn drawn_page(programs: &Path, out: &Path) -> anyhow::Result<PathBuf> {
    say("Drawing a page of French mail to read");
    let pages = out.join("drawn");
    shown(
        Command::new(programs.join("liasse-corpus"))
            .args(["draw", "--pages", "1", "--seed", "7", "--format", "jpeg", "--out"])
            .arg(&pages),
    )?;
    let mut images: Vec<PathBuf> = std::fs::read_dir(&pages)?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .filter(|path| path.extension().is_some_and(|e| e == "jpg" || e == "jpeg"))
        .collect();
    images.sort();
    images.into_iter().next().context("liasse-corpus drew no page")
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

fn timings(path: &Path) -> anyhow::Result<()> {
    let readings: serde_json::Value = serde_json::from_slice(&std::fs::read(path)?)?;
    for reading in readings.as_array().into_iter().flatten() {
        let stage = |name: &str| {
            let value = &reading["timings"][format!("{name}_microseconds")];
            // proto3 JSON writes 64-bit numbers as strings.
            let microseconds = value.as_f64().or_else(|| value.as_str().and_then(|s| s.parse().ok())).unwrap_or(0.0);
            microseconds / 1000.0
        };
        let stages: Vec<String> = ["decode", "upright", "detect", "crop", "read", "queue", "total"]
            .iter()
            .map(|name| format!("{name} {:.1}", stage(name)))
            .collect();
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        eprintln!("    {name} page {}: {}", reading["page_number"], stages.join("  "));
    }
    Ok(())
}
