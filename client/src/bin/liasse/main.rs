//! The `liasse` command.
//!
//! Responsible for the command line and the exit status. Not responsible for talking to a server, which is the library's.
#![expect(clippy::print_stderr, reason = "a command tells the person who typed it what went wrong")]

mod annotate;
mod batch;
mod describe;
mod document;
mod endorser;
mod extract;
mod info;
mod inputs;
mod output;
mod progress;
mod read;
mod readings;
mod table;
mod trays;
mod types;

use std::process::ExitCode;

use clap::{Args, Parser, Subcommand, ValueEnum};
use liasse_client::{Client, Options};

/// Sends scanned pages to a Liasse server and shows what they say.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 120)]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Read files and folders of scans: JPEG, PNG, TIFF, WebP, BMP, GIF and PDF.
    Read(read::Arguments),
    /// Tell what documents are and take out what they say, as a table or a listing.
    Extract(extract::Arguments),
    /// Read pages that were scanned one after the other, and tell which documents they make.
    Document(document::Arguments),
    /// List, check, try and learn document types.
    Types(types::Arguments),
    /// Check and try the rules that send documents to trays.
    Trays(trays::Arguments),
    /// Say what the server is, what it accepts and which models it runs.
    Info(info::Arguments),
}

/// Which server to talk to.
#[derive(Debug, Args)]
struct ServerArguments {
    /// Address of the server.
    #[arg(long = "server", env = "LIASSE_SERVER", value_name = "URL", default_value = "http://127.0.0.1:7443")]
    url: String,
}

impl ServerArguments {
    /// Connects. A command waits for as long as a file takes: how large it is, is the caller's affair.
    async fn connect(self) -> Result<Client, liasse_client::Error> {
        Client::connect(self.url, Options { timeout: None, ..Options::default() }).await
    }
}

/// How results are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For people.
    Text,
    /// For programs: proto3 JSON under the field names of the contract.
    Json,
}

#[tokio::main]
async fn main() -> ExitCode {
    let done = match Arguments::parse().command {
        Command::Read(arguments) => read::read(arguments).await,
        Command::Extract(arguments) => extract::extract(arguments).await,
        Command::Document(arguments) => document::document(arguments).await,
        Command::Types(arguments) => types::types(arguments).await,
        Command::Trays(arguments) => trays::trays(arguments).await,
        Command::Info(arguments) => info::info(arguments).await.map(|()| true),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        // What failed has been said.
        Ok(false) => ExitCode::FAILURE,
        // Whoever reads our output has had enough of it.
        Err(error) if output::is_broken_pipe(&error) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("liasse: {error:#}");
            ExitCode::FAILURE
        }
    }
}
