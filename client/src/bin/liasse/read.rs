//! `liasse read`: files in, what they say out.
//!
//! Responsible for going through the files, for what is written where, for the progress shown and for the summary. One
//! task loads and submits as the server's window allows, the other takes the answers and writes; what fails is said and
//! the rest goes on. Not responsible for retries or windows, which are the library's.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    time::Instant,
};

use anyhow::Context;
use futures::StreamExt;
use indicatif::{ProgressBar, ProgressStyle};
use liasse_client::{
    Client, Error, PageFailure, Submitter,
    v1::{PageReading, Wanted},
};
use tokio::sync::mpsc;

use crate::{
    Format, ServerArguments, annotate,
    inputs::{self, Input},
    output,
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
}

/// Reads everything that was named. Whether all of it could be read; what could not has been said.
///
/// # Errors
/// When there is no server, an output folder cannot be made, or nobody reads what is printed.
pub(crate) async fn read(arguments: Arguments) -> anyhow::Result<bool> {
    let Arguments { paths, server, format, out, annotate, barcodes } = arguments;
    let wanted = Wanted { barcodes, ..Wanted::default() };
    let found = inputs::find(&paths);
    for folder in [&out, &annotate].into_iter().flatten() {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    let client = server.connect().await?;
    let mut run = Run::new(format, out, annotate, found.files.len());
    for fault in &found.faults {
        run.fail(fault);
    }
    let (submitter, mut answers) = client.session().await?;
    let inputs: HashMap<String, Input> = found.files.iter().map(|input| (input.id.clone(), input.clone())).collect();
    let (unsent_sender, mut unsent) = mpsc::channel(1);
    let submitting = tokio::spawn(submit(client, submitter, found.files, wanted, unsent_sender));
    let mut open: HashMap<String, File> = HashMap::new();
    let mut sending = true;
    loop {
        tokio::select! {
            message = unsent.recv(), if sending => match message {
                Some(why) => run.unsent(&why),
                None => sending = false,
            },
            answer = answers.next() => {
                let Some(answer) = answer else { break };
                let id = match &answer {
                    Ok(reading) => reading.page_id.clone(),
                    Err(failure) => failure.page_id.clone(),
                };
                let Some(input) = inputs.get(&id) else { continue };
                let file = open.entry(id.clone()).or_default();
                file.take(answer);
                if file.is_whole() && let Some(file) = open.remove(&id) {
                    run.write(input, file).await?;
                }
            }
        }
    }
    while let Some(why) = unsent.recv().await {
        run.unsent(&why);
    }
    submitting.await.context("the task that sends broke")?;
    Ok(run.end())
}

/// Loads and submits every file as there is room for it; says of each that was not sent why.
async fn submit(
    client: Client,
    submitter: Submitter,
    inputs: Vec<Input>,
    wanted: Wanted,
    unsent: mpsc::Sender<String>,
) {
    for Input { path, id, .. } in inputs {
        let submitted = match client.load(&path, id.clone()).await {
            Ok(mut page) => {
                page.input.wanted = Some(wanted);
                submitter.submit(page).await
            }
            Err(error) => Err(error),
        };
        if let Err(error) = submitted {
            let why = match &error {
                // These name the file themselves.
                Error::File { .. } | Error::PageTooLarge { .. } => format!("{:#}", anyhow::Error::from(error)),
                _ => format!("{}: {:#}", path.display(), anyhow::Error::from(error)),
            };
            if unsent.send(why).await.is_err() {
                return;
            }
        }
    }
}

/// What is known of a file so far.
#[derive(Debug, Default)]
struct File {
    pages: Vec<Option<PageReading>>,
    failures: Vec<PageFailure>,
    answered: u32,
    /// 0 until it is known.
    page_count: u32,
    /// No further answer follows.
    over: bool,
}

impl File {
    fn take(&mut self, answer: Result<PageReading, PageFailure>) {
        self.answered += 1;
        match answer {
            Ok(reading) => {
                self.page_count = reading.page_count;
                let index = reading.page_number.saturating_sub(1) as usize;
                if self.pages.len() <= index {
                    self.pages.resize_with(index + 1, || None);
                }
                if let Some(page) = self.pages.get_mut(index) {
                    *page = Some(reading);
                }
            }
            Err(failure) => {
                self.page_count = self.page_count.max(failure.page_count);
                self.over |= failure.page_number == 0;
                self.failures.push(failure);
            }
        }
    }

    fn is_whole(&self) -> bool {
        self.over || self.answered >= self.page_count.max(1)
    }
}

/// Where results go, and how it went so far.
struct Run {
    format: Format,
    out: Option<PathBuf>,
    annotate: Option<PathBuf>,
    /// Several files are printed: each under its name.
    headed: bool,
    started: Instant,
    bar: ProgressBar,
    files: usize,
    pages: usize,
    failed: usize,
}

impl Run {
    fn new(format: Format, out: Option<PathBuf>, annotate: Option<PathBuf>, files: usize) -> Self {
        // The bar draws itself on standard error, and only where that is a terminal.
        let bar = ProgressBar::new(files as u64);
        if let Ok(style) = ProgressStyle::with_template("{bar:40} {pos}/{len} files, {msg}{eta} left") {
            bar.set_style(style);
        }
        let headed = files > 1 && format == Format::Text;
        Self { format, out, annotate, headed, started: Instant::now(), bar, files: 0, pages: 0, failed: 0 }
    }

    /// Says that a file, or a path that was typed, could not be read.
    fn fail(&mut self, why: &str) {
        self.failed += 1;
        self.say(why);
    }

    /// Says that a file was not sent.
    fn unsent(&mut self, why: &str) {
        self.fail(why);
        self.bar.inc(1);
    }

    fn say(&self, what: &str) {
        self.bar.suspend(|| eprintln!("liasse: {what}"));
    }

    /// Writes a file's results; what of it fails is said and counted.
    ///
    /// # Errors
    /// When nobody reads what is printed.
    async fn write(&mut self, input: &Input, mut file: File) -> anyhow::Result<()> {
        let mut good = file.failures.is_empty();
        for failure in &file.failures {
            // A page id may stand for a path too long to be one.
            let place = if failure.page_number > 0 { format!(", page {}", failure.page_number) } else { String::new() };
            self.say(&format!("{}{place}: {}", input.path.display(), failure.refusal));
        }
        self.pages += file.pages.iter().flatten().count();
        if file.pages.iter().any(Option::is_some) {
            file.pages.resize_with(file.page_count as usize, || None);
            let text = output::of_file(&file.pages, self.format)?;
            match &self.out {
                Some(folder) => good &= self.saved(&folder.join(format!("{}.{}", input.stem, self.ending())), &text),
                None => self.print(input, &text)?,
            }
            if let Some(folder) = self.annotate.clone() {
                good &= self.draw(&folder, input, file).await?;
            }
        }
        if good {
            self.files += 1;
        } else {
            self.failed += 1;
        }
        self.bar.set_message(format!("{} pages, {} failed, ", self.pages, self.failed));
        self.bar.inc(1);
        Ok(())
    }

    const fn ending(&self) -> &'static str {
        match self.format {
            Format::Text => "txt",
            Format::Json => "json",
        }
    }

    fn saved(&self, path: &Path, text: &str) -> bool {
        match std::fs::write(path, text) {
            Ok(()) => true,
            Err(error) => {
                self.say(&format!("cannot write {}: {error}", path.display()));
                false
            }
        }
    }

    fn print(&self, input: &Input, text: &str) -> anyhow::Result<()> {
        let head = if self.headed { format!("==> {} <==\n", input.path.display()) } else { String::new() };
        self.bar.suspend(|| output::print(&format!("{head}{text}")))
    }

    /// Draws the pictures of a file.
    async fn draw(&self, folder: &Path, input: &Input, file: File) -> anyhow::Result<bool> {
        let (folder, path, stem) = (folder.to_owned(), input.path.clone(), input.stem.clone());
        let drawn = tokio::task::spawn_blocking(move || annotate::file(&path, &file.pages, &folder, &stem));
        match drawn.await.context("the task that draws broke")? {
            Ok(()) => Ok(true),
            Err(error) => {
                self.say(&format!("{}: cannot draw what was found: {error:#}", input.path.display()));
                Ok(false)
            }
        }
    }

    /// Says how it went; whether nothing failed.
    fn end(self) -> bool {
        self.bar.finish_and_clear();
        let seconds = self.started.elapsed().as_secs_f64();
        let Self { files, pages, failed, .. } = self;
        eprintln!(
            "{files} files read, {failed} failed, {pages} pages in {seconds:.1} s ({:.1} pages/s)",
            pages as f64 / seconds.max(f64::MIN_POSITIVE)
        );
        failed == 0
    }
}
