//! `liasse types`: document types as data, checked, tried and learned before a server gets them, or at a server.
//!
//! Responsible for showing what is in a folder of types or in force at a server, what a type makes of a page, and what came of learning.
//! Not responsible for any rule: those are the documents crate's.

use std::{
    fmt::Write as _,
    path::{Path, PathBuf},
};

use anyhow::{Context, bail};
use liasse_client::{
    Client, Options,
    v1::{DocumentType as InForce, DocumentTypeOrigin, PageReading, TypeFile},
};
use liasse_documents::{
    LoadError,
    extract::extract,
    learn::{self, MIN_EXAMPLES},
    page::Page,
    replace,
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
    /// List the types: those shipped, and those of a folder that add to them or take their place; or those in force at a server.
    List {
        #[command(flatten)]
        folder: Folder,
        /// Address of a server whose types are listed instead.
        #[arg(long, value_name = "URL", conflicts_with = "folder")]
        server: Option<String>,
    },
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
    /// Learn a type from sample pages: five to ten of a new type, or any number of one that there is. With --types the examples are
    /// kept in that folder; without it the server is asked to keep them in its own.
    Learn {
        /// Name of the type: lower-case letters, digits and _.
        #[arg(value_name = "TYPE")]
        name: String,
        /// Sample pages to read, or readings that `liasse read --format json` wrote (.json). Of files with several pages every page.
        #[arg(required = true, value_name = "PAGE")]
        pages: Vec<PathBuf>,
        /// French label of a new type; without it, one made of its name.
        #[arg(long)]
        label: Option<String>,
        #[command(flatten)]
        folder: Folder,
        #[command(flatten)]
        server: ServerArguments,
    },
    /// Print the file of a type that is in force at a server.
    Get {
        /// Name of the type.
        #[arg(value_name = "TYPE")]
        name: String,
        #[command(flatten)]
        server: ServerArguments,
    },
    /// Put files of types into force at a server that allows it.
    Put {
        /// Files such as cantine.toml or cantine.examples.toml.
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
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
        Command::List { folder, server: None } => output::print(&list(&folder.load()?)).map(|()| true),
        Command::List { server: Some(url), .. } => {
            let told = Client::connect(url, Options::default()).await?.document_types().await?;
            let writable = if told.writable { "modifiables" } else { "non modifiables" };
            let foot = format!("{} types, {writable}, {}\n", told.types.len(), told.types_sha256);
            output::print(&(listed(&told.types) + &foot)).map(|()| true)
        }
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
        Command::Learn { name, pages, label, folder, server } => learn(&name, label, &pages, folder, server).await,
        Command::Get { name, server } => {
            let told = server.connect().await?.document_type(name.as_str()).await?;
            if told.content.is_empty() {
                bail!("{name} is known by examples alone and has no file");
            }
            output::print(&told.content).map(|()| true)
        }
        Command::Put { files, server } => {
            let client = server.connect().await?;
            for path in files {
                let content =
                    std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
                let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
                let version = client.put_document_type(TypeFile { name, content }).await?;
                output::print(&format!("{} : en vigueur, {version}\n", path.display()))?;
            }
            Ok(true)
        }
    }
}

/// Learns a type from pages, into a folder or at the server. Whether all pages could be read; otherwise nothing is learned.
async fn learn(
    name: &str,
    label: Option<String>,
    pages: &[PathBuf],
    folder: Folder,
    server: ServerArguments,
) -> anyhow::Result<bool> {
    // Before the long part: a folder that is broken already.
    let set = folder.load()?;
    let url = server.url.clone();
    let (files, all) = readings::of(pages, server).await?;
    if !all {
        bail!("nothing was learned, since not all pages could be read");
    }
    let mut readings: Vec<PageReading> = Vec::new();
    for file in files {
        let called = file.path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        readings.extend(file.pages.into_iter().map(|page| PageReading { page_id: called.clone(), ..page }));
    }
    let Some(folder) = &folder.folder else {
        let client = Client::connect(url, Options { timeout: None, ..Options::default() }).await?;
        let told = client.learn_document_type(name, label.unwrap_or_default(), readings, Vec::new()).await?;
        let coherence = (told.examples as usize >= MIN_EXAMPLES).then_some(told.coherence);
        let counts = [told.added, told.known, told.dropped, told.examples].map(|n| n as usize);
        return output::print(&describe::learned(name, counts, coherence, told.coherent)).map(|()| true);
    };
    let mut samples = Vec::with_capacity(readings.len());
    for reading in &readings {
        samples.push((format!("{}, page {}", reading.page_id, reading.page_number), wire::page(reading)?));
    }
    let samples: Vec<(String, &Page)> = samples.iter().map(|(source, page)| (source.clone(), page)).collect();
    let learned = learn::learn(&set, name, label.as_deref(), &samples)?;
    let path = folder.join(learned.examples.file_name());
    replace(&path, &learned.examples.to_toml()).with_context(|| format!("cannot write {}", path.display()))?;
    with_folder(folder)?;
    let counts = [learned.added, learned.known, learned.dropped, learned.examples.examples.len()];
    let told = describe::learned(name, counts, learned.coherence, learned.is_coherent());
    output::print(&format!("{told}{}\n", path.display())).map(|()| true)
}

/// The types in force at a server.
fn listed(types: &[InForce]) -> String {
    let width = types.iter().map(|t| t.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for t in types {
        let origin = match t.origin() {
            DocumentTypeOrigin::Shipped | DocumentTypeOrigin::Unspecified => "",
            DocumentTypeOrigin::Own => ", du dossier",
            DocumentTypeOrigin::Learned => ", appris",
        };
        let examples = if t.examples > 0 { format!(", {} exemples", t.examples) } else { String::new() };
        let fields: Vec<&str> = t.fields.iter().map(|f| f.name.as_str()).collect();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{:width$}  {}{origin}{examples}: {}", t.name, t.label, fields.join(" "));
    }
    text
}

fn list(set: &TypeSet) -> String {
    let width = set.iter().map(|t| t.name.len()).max().unwrap_or(0);
    let mut text = String::new();
    for t in set.iter() {
        let fields: Vec<&str> = t.fields.iter().map(|f| f.name.as_str()).collect();
        let examples = set.examples(&t.name).map(|e| format!(", {} exemples", e.examples.len())).unwrap_or_default();
        // Writing to a string cannot fail, here and below.
        let _ = writeln!(text, "{:width$}  {}{examples}: {}", t.name, t.label, fields.join(" "));
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
