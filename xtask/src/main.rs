//! `cargo xtask setup | demo [IMAGE...] | test`: the commands of the README.
//!
//! Each does its own set-up, shows what it does, and can be run again at any time. Not responsible for anything that the
//! product does: this only installs, builds, starts and reports.

mod check;
mod demo;
mod run;
mod setup;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

/// Set-up, demo and tests of Liasse.
#[derive(Parser)]
#[command(name = "cargo xtask")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Install what the project needs beside Rust into the folder .liasse of the project, and, as root on Debian, the software
    /// GPU that some tests run on.
    Setup,
    /// Start a server, read pages, print their text and draw what was found.
    Demo {
        /// Images or PDFs to read; without any, a page is drawn.
        images: Vec<PathBuf>,
    },
    /// Format, lints, documentation and every test.
    Test,
}

fn main() -> anyhow::Result<()> {
    let arguments = Arguments::parse();
    let project = run::project()?;
    match arguments.command {
        Command::Setup => {
            setup::setup(&project)?;
            setup::software_gpu();
            Ok(())
        }
        Command::Demo { images } => demo::demo(&project, &images),
        Command::Test => check::test(&project),
    }
}
