//! The program `liasse-server`.
//!
//! Responsible for the command line, signals and what is printed. Everything else is the library's.
#![expect(clippy::print_stdout, reason = "the address and the default configuration are this program's output")]

use std::{io::Write, path::PathBuf, process::ExitCode};

use clap::Parser;
use liasse_server::{Engines, Overrides, Server, Settings, bind, default_file, log_to_stderr};
use tokio::signal::unix::{SignalKind, signal};

/// Reads scanned mail: pages in over gRPC, their text out.
///
/// Every setting can be given as a flag, as an environment variable or in a configuration file; flags win over
/// variables, variables over the file.
#[derive(Debug, Parser)]
#[command(version, max_term_width = 120)]
struct Arguments {
    /// Configuration file (TOML).
    #[arg(long, env = "LIASSE_CONFIG", value_name = "FILE")]
    config: Option<PathBuf>,
    /// Print a commented configuration file with every default, and end.
    #[arg(long)]
    print_default_config: bool,
    #[command(flatten)]
    overrides: Overrides,
}

#[tokio::main]
async fn main() -> ExitCode {
    let arguments = Arguments::parse();
    if arguments.print_default_config {
        print!("{}", default_file());
        return ExitCode::SUCCESS;
    }
    match serve(arguments).await {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            let mut text = format!("liasse-server: {error}");
            let mut cause = error.source();
            while let Some(error) = cause {
                text.push_str(&format!(": {error}"));
                cause = error.source();
            }
            eprintln!("{text}");
            ExitCode::FAILURE
        }
    }
}

async fn serve(arguments: Arguments) -> Result<(), Box<dyn std::error::Error>> {
    let mut settings = Settings::default();
    if let Some(path) = &arguments.config {
        settings.read_file(path)?;
    }
    arguments.overrides.apply(&mut settings);
    settings.check()?;
    log_to_stderr(&settings.log, settings.log_format)?;

    // Before anything that takes long: these say at once whether the ports are free.
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    let listener = bind(settings.listen).await?;
    if let Some(address) = settings.metrics_listen.0 {
        let (listener, handle) = (bind(address).await?, liasse_server::record_metrics()?);
        tokio::spawn(async move {
            if let Err(error) = liasse_server::serve_metrics(listener, handle).await {
                tracing::error!(%error, "metrics are not served any more");
            }
        });
    }

    let starting = async {
        let to_load = settings.clone();
        let engines = tokio::task::spawn_blocking(move || Engines::load(&to_load)).await??;
        Ok::<_, Box<dyn std::error::Error>>(Server::start(engines, settings).await?)
    };
    let server = tokio::select! {
        server = starting => server?,
        _ = interrupt.recv() => return Ok(()),
        _ = terminate.recv() => return Ok(()),
    };
    println!("listening on {}", listener.local_addr()?);
    // Whoever waits for this line reads it through a pipe.
    std::io::stdout().flush()?;
    let shutdown = async {
        tokio::select! {
            _ = interrupt.recv() => (),
            _ = terminate.recv() => (),
        }
    };
    server.serve(listener, shutdown).await?;
    Ok(())
}
