//! The corpus: its options, its faces and texts, and the pens that draw from them.

use crate::faces::FaceLibrary;
use crate::lines::LinePen;
use crate::pages::{DrawnPage, PagePen};
use crate::text::Running;
use std::path::PathBuf;

/// What is drawn, and with what.
#[derive(Debug, Clone, PartialEq)]
pub struct Options {
    /// The same seed draws the same again, as long as faces and texts are the same.
    pub seed: u64,
    /// Folders of TrueType and OpenType files to draw with, beside the bundled faces. Those unfit for French are left out.
    pub fonts: Vec<PathBuf>,
    /// Folder of French text files (`.txt`) to take sentences from, beside the built-in ones. At most 96 MiB are read.
    pub texts: Option<PathBuf>,
    /// Share of what is drawn that is hardly degraded, 0 to 1.
    pub clean: f32,
    /// No page has more pixels than this (but for a margin where a turned page needs room): it is drawn as a larger
    /// scan looks when reduced to it. Without it pages come at 150 to 400 dots per inch.
    pub max_pixels: Option<usize>,
    /// Which kinds of documents are drawn, and how often each.
    pub kinds: Kinds,
}

/// A mix of kinds of documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, clap::ValueEnum)]
pub enum Kinds {
    /// The kinds that make up most of the mail, the frequent ones more often: letters, invoices, forms, books…
    #[default]
    Mail,
    /// Every document type that the server ships with, each about as often as any other, and a few pages of none: passports, rent
    /// receipts, cheques… as well. For measuring what is told of each type.
    EveryType,
    /// The same types, and pages of none, as others would set them who had not seen our layouts or the rules that tell types.
    OtherHands,
    /// The same by yet others, who preferred what is less usual but real.
    SecondHands,
    /// The same by yet others again, who set what is ordinary in the variety that there is.
    ThirdHands,
    /// The same by others again, told the same.
    FourthHands,
    /// Business papers alone by others again: bills, quotes, orders, delivery notes, slips from tills, rents.
    FifthHands,
    /// Fourteen of the types by others again, held out: for measuring what rules make of pages that they were not written for. What is told
    /// wrongly of these is never looked at.
    HeldOut,
}

impl Default for Options {
    /// Seed 1, the bundled faces and texts, a quarter clean, pages at their own resolution, the mix of the mail.
    fn default() -> Options {
        Options { seed: 1, fonts: Vec::new(), texts: None, clean: 0.25, max_pixels: None, kinds: Kinds::Mail }
    }
}

/// Why a corpus cannot be drawn.
#[derive(Debug, thiserror::Error)]
pub enum CorpusError {
    /// The folder of texts, or a file in it, cannot be read.
    #[error("preparing texts: cannot read {path}")]
    Texts {
        /// The folder.
        path: PathBuf,
        /// What went wrong.
        source: std::io::Error,
    },
    /// A folder of fonts does not exist.
    #[error("preparing faces: {path} is not a folder")]
    Fonts {
        /// The folder.
        path: PathBuf,
    },
}

/// Draws pages and lines, any one of them by its index.
///
/// ```
/// use liasse_corpus::{Corpus, Options};
///
/// let corpus = Corpus::new(Options { max_pixels: Some(200_000), ..Options::default() })?;
/// let page = corpus.draw_page(7);
/// assert_eq!(page, corpus.draw_page(7));
/// println!("{}: {}", page.truth.doc_type, page.truth.text());
/// # Ok::<(), liasse_corpus::CorpusError>(())
/// ```
#[derive(Debug)]
pub struct Corpus {
    pub(crate) options: Options,
    pub(crate) faces: FaceLibrary,
    pub(crate) running: Running,
}

impl Corpus {
    /// Looks for faces and reads texts. With many fonts this takes seconds.
    ///
    /// # Errors
    /// [`CorpusError`] when a folder that was named cannot be read. A font file that is broken or unfit is no error.
    pub fn new(options: Options) -> Result<Corpus, CorpusError> {
        if let Some(path) = options.fonts.iter().find(|path| !path.is_dir()) {
            return Err(CorpusError::Fonts { path: path.clone() });
        }
        let running = Running::load(options.texts.as_deref())
            .map_err(|source| CorpusError::Texts { path: options.texts.clone().unwrap_or_default(), source })?;
        let faces = FaceLibrary::load(&options.fonts);
        Ok(Corpus { options, faces, running })
    }

    /// How many faces there are to draw with.
    pub fn face_count(&self) -> usize {
        self.faces.all().len()
    }

    /// The faces, one line of text each: class, weight, marks (bold, italic, extreme, narrow, old book), family, file.
    pub fn describe_faces(&self) -> Vec<String> {
        self.faces.all().iter().map(|f| f.describe()).collect()
    }

    /// Draws page number `index`; the same index always gives the same page. For many pages a [`PagePen`] is faster.
    pub fn draw_page(&self, index: u64) -> DrawnPage {
        self.page_pen().draw(index)
    }

    /// A pen that draws pages; one for each thread.
    pub fn page_pen(&self) -> PagePen<'_> {
        PagePen::new(self)
    }

    /// A pen that draws lines `height` pixels high; one for each thread.
    pub fn line_pen(&self, height: usize) -> LinePen<'_> {
        LinePen::new(self, height)
    }
}
