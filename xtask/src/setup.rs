//! What the project needs beside Rust: ONNX Runtime's shared library, Python packages for one test, and a GPU in software for
//! some others.
//!
//! The first two come from PyPI through pip, at pinned versions, into `.liasse/`; the library also against a pinned hash. The
//! third is a Debian package, installed by apt where this runs as root on a machine that has it, and left alone anywhere else.
//! Nothing else outside the project's folder is changed.

use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, bail};
use sha2::{Digest, Sha256};

use crate::run::{say, shown, succeeds};

const ONNX_RUNTIME: &str = "1.32.0";

/// One wheel per platform: machine, pip platform tags, SHA-256 of the wheel. The wheel for CPython 3.12 is taken whatever
/// Python is here: only the library inside it is used.
const WHEELS: [(&str, [&str; 2], &str); 2] = [
    (
        "x86_64",
        ["manylinux_2_28_x86_64", "manylinux_2_27_x86_64"],
        "99e1074c4b2197accd5073052a465361be17b89c093b8ffb6e6bd8f986c52df8",
    ),
    (
        "aarch64",
        ["manylinux_2_28_aarch64", "manylinux_2_27_aarch64"],
        "e36c187006e7a7c8b8d6d57f1a209dd63f52430dca6c282b177718ad6b841054",
    ),
];

/// Packages of the Python gRPC client that a test builds from reflection alone.
const PYTHON_CLIENT: [&str; 3] = ["grpcio==1.76.0", "grpcio-reflection==1.76.0", "protobuf==6.33.0"];

/// What the set-up found or installed.
pub(crate) struct Installed {
    /// ONNX Runtime's shared library.
    pub(crate) onnx_runtime: PathBuf,
}

/// Installs what is missing.
///
/// # Errors
/// When ONNX Runtime cannot be had; the message says what to do. The Python client's packages are not required.
pub(crate) fn setup(project: &Path) -> anyhow::Result<Installed> {
    say("Set-up");
    let onnx_runtime = onnx_runtime(project)?;
    python_client(project);
    Ok(Installed { onnx_runtime })
}

fn onnx_runtime(project: &Path) -> anyhow::Result<PathBuf> {
    if let Some(path) = std::env::var_os("ORT_DYLIB_PATH").filter(|p| !p.is_empty()).map(PathBuf::from) {
        if !path.is_file() {
            bail!("ORT_DYLIB_PATH is set to {}, which is no file", path.display());
        }
        eprintln!("    ONNX Runtime: {} (from ORT_DYLIB_PATH)", path.display());
        return Ok(path);
    }
    let folder = project.join(".liasse/onnxruntime");
    let library = folder.join("libonnxruntime.so");
    let stamp = folder.join("version");
    let machine = std::env::consts::ARCH;
    let wanted = format!("{ONNX_RUNTIME} {machine}\n");
    if library.is_file() && std::fs::read_to_string(&stamp).is_ok_and(|have| have == wanted) {
        eprintln!("    ONNX Runtime {ONNX_RUNTIME}: installed");
        return Ok(library);
    }
    let Some((_, platforms, hash)) = WHEELS.iter().find(|(m, ..)| *m == machine) else {
        bail!("there is no pinned ONNX Runtime for {machine}: install one and set ORT_DYLIB_PATH to its library");
    };
    let python = python_with_pip().context(
        "no pip: ONNX Runtime comes from PyPI; install pip (on Debian: apt-get install python3-pip python3-venv), or set \
         ORT_DYLIB_PATH to an ONNX Runtime library of your own",
    )?;
    let download = tempfile::tempdir().context("cannot make a temporary folder")?;
    let mut pip = Command::new(&python);
    pip.args(["-m", "pip", "download", "--disable-pip-version-check", "--no-deps", "--only-binary=:all:"]);
    pip.args(["--implementation", "cp", "--python-version", "3.12", "--dest"]).arg(download.path());
    for platform in platforms {
        pip.args(["--platform", platform]);
    }
    pip.arg(format!("onnxruntime=={ONNX_RUNTIME}"));
    shown(&mut pip)?;
    let wheel = std::fs::read_dir(download.path())?
        .filter_map(|entry| entry.ok().map(|e| e.path()))
        .find(|path| path.extension().is_some_and(|e| e == "whl"))
        .context("pip downloaded no wheel")?;
    let found: String = Sha256::digest(std::fs::read(&wheel)?).iter().map(|byte| format!("{byte:02x}")).collect();
    if found != *hash {
        bail!("the downloaded {} has SHA-256 {found}, expected {hash}", wheel.display());
    }
    let unpacked = download.path().join("unpacked");
    shown(Command::new(&python).args(["-m", "zipfile", "-e"]).arg(&wheel).arg(&unpacked))?;
    let source = unpacked.join(format!("onnxruntime/capi/libonnxruntime.so.{ONNX_RUNTIME}"));
    std::fs::create_dir_all(&folder)?;
    // Beside its place first, then renamed: an interrupted copy never looks installed.
    let part = folder.join("libonnxruntime.so.part");
    std::fs::copy(&source, &part).with_context(|| format!("the wheel has no {}", source.display()))?;
    std::fs::rename(&part, &library)?;
    std::fs::copy(unpacked.join("onnxruntime/LICENSE"), folder.join("LICENSE"))?;
    std::fs::write(&stamp, wanted)?;
    eprintln!("    ONNX Runtime {ONNX_RUNTIME}: installed into .liasse/onnxruntime");
    Ok(library)
}

fn python_with_pip() -> Option<PathBuf> {
    ["python3", "python"]
        .into_iter()
        .map(PathBuf::from)
        .find(|python| succeeds(Command::new(python).args(["-m", "pip", "--version"])))
}

/// Mesa's software Vulkan driver, for the tests of what runs on a GPU. Without it those tests say that they were skipped.
pub(crate) fn software_gpu() {
    const PACKAGE: &str = "mesa-vulkan-drivers";
    let is_there = || {
        ["/usr/share/vulkan/icd.d", "/etc/vulkan/icd.d"]
            .into_iter()
            .flat_map(std::fs::read_dir)
            .flatten()
            .flatten()
            .any(|driver| driver.file_name().to_string_lossy().starts_with("lvp_icd"))
    };
    if is_there() {
        eprintln!("    Software GPU (llvmpipe) for some tests: installed");
        return;
    }
    let root = std::fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0);
    let installed = if !root {
        Err(anyhow::anyhow!("only root may install it"))
    } else if !succeeds(Command::new("apt-get").arg("--version")) {
        Err(anyhow::anyhow!("there is no apt-get"))
    } else {
        let apt = || {
            let mut apt = Command::new("apt-get");
            apt.env("DEBIAN_FRONTEND", "noninteractive");
            apt
        };
        // The lists may be old, or missing in a container; what they are good for shows with the next step.
        let _ = shown(apt().args(["update", "-qq"]));
        shown(apt().args(["install", "-y", "-qq", "--no-install-recommends", PACKAGE]))
    };
    match installed {
        Ok(()) if is_there() => eprintln!("    Software GPU (llvmpipe) for some tests: installed ({PACKAGE})"),
        Ok(()) => eprintln!("    The tests on a GPU will be skipped: {PACKAGE} brought no lvp_icd"),
        Err(error) => eprintln!(
            "    The tests on a GPU will be skipped unless there is one: no llvmpipe, and {error:#} (on Debian: apt-get install {PACKAGE})"
        ),
    }
}

/// The environment for the test with a foreign client. Without it that test says that it was skipped.
fn python_client(project: &Path) {
    let folder = project.join(".liasse/venv");
    let stamp = folder.join("packages");
    let wanted = PYTHON_CLIENT.join("\n");
    if std::fs::read_to_string(&stamp).is_ok_and(|have| have == wanted) {
        eprintln!("    Python gRPC client for one test: installed");
        return;
    }
    let made = shown(Command::new("python3").args(["-m", "venv", "--clear"]).arg(&folder)).and_then(|()| {
        let python = folder.join("bin/python");
        shown(
            Command::new(python)
                .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--only-binary=:all:"])
                .args(PYTHON_CLIENT),
        )?;
        Ok(std::fs::write(&stamp, &wanted)?)
    });
    if let Err(error) = made {
        eprintln!(
            "    The test with a Python client will be skipped: {error:#} (on Debian: apt-get install python3-venv)"
        );
    }
}
