//! `liasse types`: document types as data, checked and tried before a server gets them.
//!
//! Responsible for showing what is in a folder of types and what a type makes of a page. Not responsible for any rule: those
//! are the documents crate's.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use liasse_client::v1::PageReading;
use liasse_documents::{
    LoadError,
    extract::extract,
    types::{DocumentType, Phrase, Reason, TypeSet},
    wire::{self, Rules},
};

use crate::{ServerArguments, describe, output, readings};

/// See the command's help.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, clap::Subcommand)]
enum Command {
    /// List the types: those shipped, and those of a folder that add to them or take their place.
    List(Folder),
    /// Check a folder of types; a broken file is told with its name, line and reason.
    Check {
        /// The folder.
        #[arg(value_name = "DIR")]
        folder: PathBuf,
    },
    /// Show what a type makes of pages: what speaks for it and against it, what is not there, and the fields it takes out.
    Try {
        /// Name of the type.
        #[arg(value_name = "TYPE")]
        name: String,
        /// Pages to read, or readings that `liasse read --format json` wrote (.json).
        #[arg(required = true, value_name = "PAGE")]
        pages: Vec<PathBuf>,
        #[command(flatten)]
        folder: Folder,
        #[command(flatten)]
        server: ServerArguments,
    },
}

/// Types beside the shipped ones.
#[derive(Debug, clap::Args)]
pub(crate) struct Folder {
    /// Folder of types beside the shipped ones.
    #[arg(long = "types", value_name = "DIR")]
    folder: Option<PathBuf>,
}

impl Folder {
    /// The shipped types and those of the folder.
    ///
    /// # Errors
    /// Every file that is refused, a line each.
    pub(crate) fn load(&self) -> anyhow::Result<TypeSet> {
        match &self.folder {
            Some(folder) => with_folder(folder),
            None => Ok(TypeSet::shipped()?),
        }
    }
}

fn with_folder(folder: &Path) -> anyhow::Result<TypeSet> {
    TypeSet::with_folder(folder).map_err(refused)
}

/// Files that are refused, a line each.
pub(crate) fn refused(error: LoadError) -> anyhow::Error {
    match error {
        LoadError::Refused(files) => {
            anyhow::anyhow!("{}", files.iter().map(ToString::to_string).collect::<Vec<_>>().join("\n"))
        }
        other => other.into(),
    }
}

/// Runs the command. Whether all pages could be read.
///
/// # Errors
/// When types are refused, there is no such type, no server, or nobody reads what is printed.
pub(crate) async fn types(arguments: Arguments) -> anyhow::Result<bool> {
    match arguments.command {
        Command::List(folder) => output::print(&list(&folder.load()?)).map(|()| true),
        Command::Check { folder } => {
            let set = with_folder(&folder)?;
            let sound = format!("{} types, {}\n", set.iter().count(), set.sha256());
            output::print(&sound).map(|()| true)
        }
        Command::Try { name, pages, folder, server } => {
            let set = folder.load()?;
            let Some(document_type) = set.get(&name) else {
                bail!("there is no type {name}; liasse types list tells them")
            };
            let (readings, all) = readings::of(&pages, server).await?;
            for file in &readings {
                for page in &file.pages {
                    let tried = tried(&set, document_type, page).with_context(|| file.path.display().to_string())?;
                    output::print(&format!("==> {}, page {} <==\n{tried}", file.path.display(), page.page_number))?;
                }
            }
            Ok(all)
        }
    }
}

fn list(set: &TypeSet) -> String {
    let width = set.iter().map(|t| t.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for t in set.iter() {
        let fields: Vec<&str> = t.fields.iter().map(|f| f.name.as_str()).collect();
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(text, "{:width$}  {}: {}", t.name, t.label, fields.join(" "));
    }
    text
}

/// What a type makes of a page.
fn tried(set: &TypeSet, document_type: &DocumentType, reading: &PageReading) -> anyhow::Result<String> {
    let page = wire::page(reading)?;
    let hints = wire::hints(reading);
    let told = set.classify(&page, &hints);
    let all = set.reasons(&page, &hints);
    let reasons = all.iter().find(|(t, _)| t.name == document_type.name).map(|(_, r)| r.as_slice()).unwrap_or_default();
    let score: f32 = reasons.iter().map(|r| r.weight).sum();
    let mut text = String::new();
    let _ = writeln!(
        text,
        "{} scores {score:.1}; the page is told {} ({})",
        document_type.name,
        told.type_name,
        describe::percent(told.confidence)
    );
    for (name, confidence) in &told.alternatives {
        let _ = writeln!(text, "  else {name} ({})", describe::percent(*confidence));
    }
    for reason in reasons {
        let _ = writeln!(text, "  {:+5.1}  {}{}", reason.weight, reason.what, line(&page, reason));
    }
    for phrase in document_type.phrases.iter().filter(|p| !is_there(p, reasons)) {
        let _ = writeln!(text, "      -  {} ({:+.1}) is not there", phrase.texts.join(" | "), phrase.weight);
    }
    let taken = extract(&page, document_type, Rules::now(set, None).read_in);
    for field in &document_type.fields {
        match taken.get(&field.name).cloned().map(wire::field) {
            Some(found) => {
                let confidence = describe::percent(found.confidence);
                let accepted = if found.accepted { "" } else { ", for a person to look at" };
                let value = describe::value(&found).replace('\n', " / ");
                let _ = writeln!(text, "  {}: {value} ({confidence}{accepted}), {}", field.name, found.found);
            }
            None => {
                let required = if field.required { " (required)" } else { "" };
                let _ = writeln!(text, "  {}: not found{required}", field.name);
            }
        }
    }
    for check in &taken.checks {
        let outcome = check.reason.as_deref().unwrap_or("holds");
        let _ = writeln!(text, "  {} ({}): {outcome}", check.name, check.fields.join(", "));
    }
    Ok(text)
}

fn is_there(phrase: &Phrase, reasons: &[Reason]) -> bool {
    reasons.iter().any(|r| r.weight == phrase.weight && phrase.texts.contains(&r.what))
}

/// The line that a reason stands on.
fn line(page: &liasse_documents::page::Page, reason: &Reason) -> String {
    let line = reason.line.and_then(|line| page.lines().get(line));
    line.map(|line| format!(": {}", line.text())).unwrap_or_default()
}
