//! Running other programs, visibly.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use anyhow::{Context, bail};

/// The project's folder.
pub(crate) fn project() -> anyhow::Result<PathBuf> {
    let here = Path::new(env!("CARGO_MANIFEST_DIR"));
    here.parent().map(Path::to_owned).context("the xtask crate has no parent folder")
}

/// Says what is being done.
pub(crate) fn say(step: &str) {
    eprintln!("\n==> {step}");
}

/// The cargo that runs this.
pub(crate) fn cargo(project: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(project);
    command
}

/// Runs a command with its output shown.
///
/// # Errors
/// When it cannot be started, or fails: the message names the command.
pub(crate) fn shown(command: &mut Command) -> anyhow::Result<()> {
    let name = named(command);
    eprintln!("    {name}");
    let status = command.status().with_context(|| format!("cannot start {name}"))?;
    if !status.success() {
        bail!("{name} failed ({status})");
    }
    Ok(())
}

/// Runs a command and says only whether it succeeded.
pub(crate) fn succeeds(command: &mut Command) -> bool {
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok_and(|s| s.success())
}

fn named(command: &Command) -> String {
    std::iter::once(command.get_program())
        .chain(command.get_args())
        .map(|part| part.to_string_lossy().into_owned())
        .collect::<Vec<_>>()
        .join(" ")
}
