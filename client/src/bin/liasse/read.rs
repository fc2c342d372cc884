//! `liasse read`: files in, what they say out.
//!
//! Responsible for what is written where. What fails is said and the rest goes on. Not responsible for the going through the
//! files (see `batch`) nor for the progress shown (see `progress`).

use std::path::{Path, PathBuf};

use anyhow::Context;
use liasse_client::v1::Wanted;

use crate::{
    Format, ServerArguments, annotate,
    batch::{Batch, Event, File},
    inputs::{self, Input},
    output,
    progress::Progress,
};

/// See the command's help.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Files and folders to read; of a folder every page file in and below it.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    server: ServerArguments,
    /// How to write what was read.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Folder to write one file per input into, STEM.txt or STEM.json; without it everything is printed.
    #[arg(long, value_name = "DIR")]
    out: Option<PathBuf>,
    /// Folder to write a picture of every page into, with what was found drawn on it.
    #[arg(long, value_name = "DIR")]
    annotate: Option<PathBuf>,
    /// Read bar codes and matrix codes too.
    #[arg(long)]
    barcodes: bool,
    /// Tell what each page is, take out its fields and choose its tray.
    #[arg(long)]
    document: bool,
}

/// Reads everything that was named. Whether all of it could be read; what could not has been said.
///
/// # Errors
/// When there is no server, an output folder cannot be made, or nobody reads what is printed.
pub(crate) async fn read(arguments: Arguments) -> anyhow::Result<bool> {
    let Arguments { paths, server, format, out, annotate, barcodes, document } = arguments;
    let wanted = Wanted { barcodes, document, ..Wanted::default() };
    let found = inputs::find(&paths);
    for folder in [&out, &annotate].into_iter().flatten() {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    let client = server.connect().await?;
    let headed = found.files.len() > 1 && format == Format::Text;
    let mut progress = Progress::new(found.files.len());
    for fault in &found.faults {
        progress.fail(fault);
    }
    let run = Run { format, out, annotate, headed };
    let mut batch = Batch::read(client, found.files, wanted).await?;
    while let Some(event) = batch.next().await? {
        match event {
            Event::Unsent(why) => progress.unsent(&why),
            Event::Answered(input, file) => run.write(&input, file, &mut progress).await?,
        }
    }
    Ok(progress.end())
}

/// Where results go.
struct Run {
    format: Format,
    out: Option<PathBuf>,
    annotate: Option<PathBuf>,
    /// Several files are printed: each under its name.
    headed: bool,
}

impl Run {
    /// Writes a file's results; what of it fails is said and counted.
    ///
    /// # Errors
    /// When nobody reads what is printed.
    async fn write(&self, input: &Input, mut file: File, progress: &mut Progress) -> anyhow::Result<()> {
        let mut good = progress.failures(input, &file);
        let read = file.pages.iter().flatten().count();
        if read > 0 {
            file.pages.resize_with(file.page_count as usize, || None);
            let text = output::of_file(&file.pages, self.format)?;
            match &self.out {
                Some(folder) => {
                    good &= saved(&folder.join(format!("{}.{}", input.stem, self.ending())), &text, progress);
                }
                None => {
                    let head = if self.headed { format!("==> {} <==\n", input.path.display()) } else { String::new() };
                    progress.print(&format!("{head}{text}"))?;
                }
            }
            if let Some(folder) = self.annotate.clone() {
                good &= draw(folder, input, file, progress).await?;
            }
        }
        progress.file(good, read);
        Ok(())
    }

    const fn ending(&self) -> &'static str {
        match self.format {
            Format::Text => "txt",
            Format::Json => "json",
        }
    }
}

fn saved(path: &Path, text: &str, progress: &Progress) -> bool {
    match std::fs::write(path, text) {
        Ok(()) => true,
        Err(error) => {
            progress.say(&format!("cannot write {}: {error}", path.display()));
            false
        }
    }
}

/// Draws the pictures of a file.
async fn draw(folder: PathBuf, input: &Input, file: File, progress: &Progress) -> anyhow::Result<bool> {
    let (path, stem) = (input.path.clone(), input.stem.clone());
    let drawn = tokio::task::spawn_blocking(move || annotate::file(&path, &file.pages, &folder, &stem));
    match drawn.await.context("the task that draws broke")? {
        Ok(()) => Ok(true),
        Err(error) => {
            progress.say(&format!("{}: cannot draw what was found: {error:#}", input.path.display()));
            Ok(false)
        }
    }
}
