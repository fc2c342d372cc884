//! `cargo xtask test`: everything that must hold before a change is taken.

use std::path::Path;
use std::process::Command;

use crate::run::{cargo, say, shown, succeeds};
use crate::setup;

/// Set-up, format, lints, documentation, licences, and every test.
///
/// # Errors
/// The first check that fails; what it printed is above.
pub(crate) fn test(project: &Path) -> anyhow::Result<()> {
    let installed = setup::setup(project)?;
    setup::software_gpu();
    say("Format");
    shown(cargo(project).args(["fmt", "--all", "--", "--check"]))?;
    say("Lints");
    shown(cargo(project).args(["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"]))?;
    say("Documentation");
    shown(cargo(project).args(["doc", "--workspace", "--no-deps", "--locked"]).env("RUSTDOCFLAGS", "-D warnings"))?;
    say("Licences and sources of dependencies");
    if succeeds(Command::new("cargo-deny").arg("--version")) {
        shown(cargo(project).args(["deny", "--offline", "check", "licenses", "bans", "sources"]))?;
    } else {
        eprintln!("    skipped: cargo-deny is not installed (cargo install cargo-deny)");
    }
    say("Tests");
    shown(cargo(project).args(["test", "--workspace", "--locked"]).env("ORT_DYLIB_PATH", installed.onnx_runtime))
}
