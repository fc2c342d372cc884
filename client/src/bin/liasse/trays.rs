//! `liasse trays`: the rules of trays, checked and tried before a server gets them.
//!
//! Responsible for showing which rule fires for a document and which conditions do not hold. Not responsible for any rule:
//! those are the documents crate's.

use std::{fmt::Write as _, path::PathBuf};

use anyhow::Context;
use liasse_client::v1::PageReading;
use liasse_documents::{
    trays::TraySet,
    types::TypeSet,
    wire::{self, Rules},
};

use crate::{ServerArguments, describe, output, readings, types};

/// See the command's help.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// Check a file of trays; what is broken is told with its line and reason.
    Check {
        /// The file.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[command(flatten)]
        types: types::Folder,
    },
    /// Show to which tray pages go, by which rule, and which conditions of the rules before it do not hold.
    Try {
        /// The file of trays.
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Pages to read, or readings that `liasse read --format json` wrote (.json): type and fields are made anew from
        /// their words.
        #[arg(required = true, value_name = "PAGE")]
        pages: Vec<PathBuf>,
        #[command(flatten)]
        types: types::Folder,
        /// Scanning batch, in the place of the reading's.
        #[arg(long)]
        batch: Option<String>,
        /// Scanning station, in the place of the reading's.
        #[arg(long)]
        station: Option<String>,
        #[command(flatten)]
        server: ServerArguments,
    },
}

/// Runs the command. Whether all pages could be read.
///
/// # Errors
/// When rules are refused, there is no server, or nobody reads what is printed.
pub(crate) async fn trays(arguments: Arguments) -> anyhow::Result<bool> {
    match arguments.command {
        Command::Check { file, types } => {
            let (_, trays) = load(&file, &types)?;
            let sound = format!("{} trays, {} rules\n", trays.trays().len(), trays.rules().len());
            output::print(&sound).map(|()| true)
        }
        Command::Try { file, pages, types, batch, station, server } => {
            let (types, trays) = load(&file, &types)?;
            let (readings, all) = readings::of(&pages, server).await?;
            for mut read in readings {
                for page in &mut read.pages {
                    batch.iter().for_each(|batch| page.batch_reference.clone_from(batch));
                    station.iter().for_each(|station| page.station.clone_from(station));
                    let tried = tried(&types, &trays, page).with_context(|| read.path.display().to_string())?;
                    output::print(&format!("==> {}, page {} <==\n{tried}", read.path.display(), page.page_number))?;
                }
            }
            Ok(all)
        }
    }
}

fn load(file: &std::path::Path, types: &types::Folder) -> anyhow::Result<(TypeSet, TraySet)> {
    let types = types.load()?;
    let trays = TraySet::from_file(file).map_err(types::refused)?;
    trays.check(&types)?;
    Ok((types, trays))
}

/// Where a page goes, and why not elsewhere.
fn tried(types: &TypeSet, trays: &TraySet, reading: &PageReading) -> anyhow::Result<String> {
    let document = wire::document(reading, Rules::now(types, Some(trays)))?;
    let page = wire::page(reading)?;
    let (decision, considered) = trays.explain(&wire::facts(reading, &document, &page));
    let mut text = String::new();
    // Writing to a string cannot fail, here and below.
    let _ = writeln!(text, "{} ({})", document.type_label, describe::percent(document.type_confidence));
    let _ = writeln!(text, "{}", describe::tray(&wire::tray(decision)));
    for rule in considered {
        if rule.fires() {
            let first = decision.rule == Some(rule.rule);
            let _ = writeln!(text, "  {}: {}", rule.rule.name, if first { "fires" } else { "would fire too" });
        }
        for outcome in rule.outcomes.iter().filter(|outcome| !outcome.holds) {
            let _ = writeln!(text, "  {}: {} does not hold", rule.rule.name, outcome.condition);
        }
    }
    Ok(text)
}
