//! `liasse read`: files in, what they say out.
//!
//! Responsible for what is written where. What fails is said and the rest goes on. Not responsible for the going through the
//! files (see `batch`) nor for the progress shown (see `progress`).

use std::path::{Path, PathBuf};

use anyhow::Context;
use clap::ValueEnum;
use liasse_client::v1::{UprightImageFormat, Wanted};

use crate::{
    Format, ServerArguments, annotate,
    batch::{Batch, Event, File},
    endorser::EndorserArguments,
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
    /// Folder to write every page into, turned upright and straightened.
    #[arg(long, value_name = "DIR")]
    upright: Option<PathBuf>,
    /// What kind of file the straightened pages are: grey JPEG or PNG, or black and white TIFF (CCITT group 4).
    #[arg(long, value_enum, default_value_t = UprightFormat::Jpeg, requires = "upright")]
    upright_format: UprightFormat,
    /// Read bar codes and matrix codes too.
    #[arg(long)]
    barcodes: bool,
    /// Tell what each page is, take out its fields and choose its tray.
    #[arg(long)]
    document: bool,
    #[command(flatten)]
    endorser: EndorserArguments,
}

/// See the command's help.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum UprightFormat {
    Jpeg,
    Png,
    Tiff,
}

impl UprightFormat {
    const fn on_the_wire(self) -> UprightImageFormat {
        match self {
            Self::Jpeg => UprightImageFormat::Jpeg,
            Self::Png => UprightImageFormat::Png,
            Self::Tiff => UprightImageFormat::TiffG4,
        }
    }

    const fn ending(self) -> &'static str {
        match self {
            Self::Jpeg => "jpg",
            Self::Png => "png",
            Self::Tiff => "tif",
        }
    }
}

/// Reads everything that was named. Whether all of it could be read; what could not has been said.
///
/// # Errors
/// When there is no server, an output folder cannot be made, or nobody reads what is printed.
pub(crate) async fn read(arguments: Arguments) -> anyhow::Result<bool> {
    let Arguments { paths, server, format, out, annotate, upright, upright_format, barcodes, document, endorser } =
        arguments;
    let mut wanted = Wanted { barcodes, document, endorser: endorser.on_the_wire(), ..Wanted::default() };
    if upright.is_some() {
        wanted.set_upright_image(upright_format.on_the_wire());
    }
    let found = inputs::find(&paths);
    for folder in [&out, &annotate, &upright].into_iter().flatten() {
        std::fs::create_dir_all(folder).with_context(|| format!("cannot make the folder {}", folder.display()))?;
    }
    let client = server.connect().await?;
    let headed = found.files.len() > 1 && format == Format::Text;
    let mut progress = Progress::new(found.files.len());
    for fault in &found.faults {
        progress.fail(fault);
    }
    let run = Run { format, out, annotate, upright: upright.map(|folder| (folder, upright_format)), headed };
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
    upright: Option<(PathBuf, UprightFormat)>,
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
            if let Some((folder, format)) = &self.upright {
                good &= straightened(folder, *format, input, &mut file, progress);
            }
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

/// Writes the straightened pages, STEM.upright.jpg or STEM.page-N.upright.jpg, and takes them out of the readings: they are
/// no part of what is written of them.
fn straightened(folder: &Path, format: UprightFormat, input: &Input, file: &mut File, progress: &Progress) -> bool {
    let several = file.pages.len() > 1;
    let mut good = true;
    for page in file.pages.iter_mut().flatten() {
        let number = if several { format!(".page-{}", page.page_number) } else { String::new() };
        if let Some(image) = page.upright_image.take() {
            let name = format!("{}{number}.upright.{}", input.stem, format.ending());
            good &= saved(&folder.join(name), &image.content, progress);
        } else {
            good = false;
            let why = page.warnings.iter().find(|warning| warning.reason == NO_UPRIGHT_IMAGE);
            let why = why.map_or("the server sent no upright image", |warning| &warning.message);
            progress.say(&format!("{}, page {}: {why}", input.path.display(), page.page_number));
        }
    }
    good
}

/// The server's reason for leaving an upright image out.
const NO_UPRIGHT_IMAGE: &str = "NO_UPRIGHT_IMAGE";

fn saved(path: &Path, content: impl AsRef<[u8]>, progress: &Progress) -> bool {
    match std::fs::write(path, content) {
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
