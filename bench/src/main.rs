//! The program `liasse-bench`: how well and how fast pages are read, beside other engines.
//!
//! Responsible for measuring and for showing what was measured. Not responsible for reading pages: that is the server's,
//! which is spoken to as any client would.

mod accuracy;
mod align;
mod arguments;
mod calibration;
mod documents;
mod engine;
mod gallery;
mod index;
mod machine;
mod orientation;
mod progress;
mod report;
mod score;
mod separation;
mod speed;
mod table;
mod text;

use std::process::ExitCode;

use clap::Parser;

use crate::arguments::{Arguments, Command};

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("liasse-bench: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> anyhow::Result<()> {
    // Before the runtime starts a thread.
    if let Some(cores) = arguments.threads {
        machine::confine(cores)?;
    }
    let machine = machine::Machine::look();
    // One thread: what the client takes shall not be taken from the server.
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(async {
        match &arguments.command {
            Command::Accuracy(arguments) => accuracy::run(arguments, machine).await,
            Command::Documents(arguments) => documents::run(arguments, machine).await,
            Command::Orientation(arguments) => orientation::run(arguments, machine).await,
            Command::Rarity(arguments) => documents::fit_rarity(arguments),
            Command::RealDocuments(arguments) => documents::run_real(arguments, machine).await,
            Command::Separation(arguments) => separation::run(arguments, machine).await,
            Command::Speed(arguments) => speed::run(arguments, machine).await,
        }
    })
}
