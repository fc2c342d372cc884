//! Files attached to a PDF, found by the name that the PDF gives them.
//!
//! Source: ISO 32000-2, 7.11.4 (embedded file streams), 7.9.6 (name trees) and 14.13 (associated files). Both places are looked at, since
//! programs that attach invoices use either. Every walk is bounded: a tree may be a ring.

use hayro::hayro_interpret::hayro_syntax::Pdf;
use hayro::hayro_interpret::hayro_syntax::object::{Array, Dict, Object, Stream, String as PdfString};

use super::WHOLE;
use super::bombs::{Step, unpacked_size};
use crate::{Attachment, DecodeError};

/// Levels of a name tree.
const MAX_DEPTH: usize = 16;
/// Nodes and file specifications that are looked at.
const MAX_LOOKS: usize = 2000;

/// What is looked for, and how much looking is left.
pub(super) struct Search {
    pub(super) wanted: fn(&str) -> bool,
    /// What the file may unpack to.
    pub(super) max_bytes: u64,
    left: usize,
}

impl Search {
    pub(super) fn new(wanted: fn(&str) -> bool, max_bytes: u64) -> Self {
        Self { wanted, max_bytes, left: MAX_LOOKS }
    }

    /// The first attached file whose name is wanted; `None` where there is none.
    ///
    /// # Errors
    /// `TooMuchMemory` when it unpacks to more than allowed, `PdfCorrupt` when it cannot be unpacked.
    pub(super) fn find(&mut self, pdf: &Pdf) -> Result<Option<Attachment>, DecodeError> {
        let root: Option<Dict<'_>> = pdf.xref().get(pdf.xref().root_id());
        let Some(root) = root else { return Ok(None) };
        if let Some(files) = root.get::<Array<'_>>(&b"AF"[..])
            && let Some(found) = self.among(&files)?
        {
            return Ok(Some(found));
        }
        let tree = root.get::<Dict<'_>>(&b"Names"[..]).and_then(|names| names.get::<Dict<'_>>(&b"EmbeddedFiles"[..]));
        tree.map_or(Ok(None), |tree| self.in_tree(&tree, MAX_DEPTH))
    }

    /// Looks through a name tree: its leaves are pairs of a key, which is a string, and a file specification.
    fn in_tree(&mut self, node: &Dict<'_>, depth: usize) -> Result<Option<Attachment>, DecodeError> {
        if depth == 0 || !self.look() {
            return Ok(None);
        }
        if let Some(names) = node.get::<Array<'_>>(&b"Names"[..])
            && let Some(found) = self.among(&names)?
        {
            return Ok(Some(found));
        }
        let Some(kids) = node.get::<Array<'_>>(&b"Kids"[..]) else { return Ok(None) };
        for kid in kids.iter::<Dict<'_>>() {
            if let Some(found) = self.in_tree(&kid, depth - 1)? {
                return Ok(Some(found));
            }
            if self.left == 0 {
                break;
            }
        }
        Ok(None)
    }

    /// Looks at the file specifications of an array.
    fn among(&mut self, files: &Array<'_>) -> Result<Option<Attachment>, DecodeError> {
        for object in files.iter::<Object<'_>>() {
            if !self.look() {
                break;
            }
            if let Some(file) = object.into_dict()
                && let Some(found) = self.taken(&file)?
            {
                return Ok(Some(found));
            }
        }
        Ok(None)
    }

    fn look(&mut self) -> bool {
        self.left = self.left.saturating_sub(1);
        self.left > 0
    }

    /// The file of a specification, where its name is wanted.
    fn taken(&self, file: &Dict<'_>) -> Result<Option<Attachment>, DecodeError> {
        let names = [&b"UF"[..], &b"F"[..]].into_iter();
        let name = names.clone().find_map(|key| {
            let name = text(&file.get::<PdfString<'_>>(key)?);
            (self.wanted)(&name).then_some(name)
        });
        let Some(name) = name else { return Ok(None) };
        let stream = file
            .get::<Dict<'_>>(&b"EF"[..])
            .and_then(|embedded| names.clone().find_map(|key| embedded.get::<Stream<'_>>(key)));
        let Some(stream) = stream else {
            return Err(DecodeError::PdfCorrupt { detail: format!("{name} is attached to it, but is not in it") });
        };
        let steps: Vec<Step> = stream.filters().iter().filter_map(|&filter| Step::of(filter)).collect();
        if unpacked_size(&stream.raw_data(), &steps, self.max_bytes) > self.max_bytes {
            return Err(DecodeError::TooMuchMemory { place: WHOLE, max_bytes: self.max_bytes });
        }
        match stream.decoded() {
            Ok(content) => Ok(Some(Attachment { name, content: content.into_owned() })),
            Err(_) => Err(DecodeError::PdfCorrupt { detail: format!("{name}, which is attached to it, is damaged") }),
        }
    }
}

/// A text string: UTF-16 or UTF-8 with its mark, else as in Latin 1, which PDFDocEncoding is for the characters of file names.
fn text(string: &[u8]) -> String {
    match string {
        [0xfe, 0xff, rest @ ..] => {
            let units: Vec<u16> = rest.as_chunks::<2>().0.iter().map(|pair| u16::from_be_bytes(*pair)).collect();
            String::from_utf16_lossy(&units)
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        other => other.iter().map(|&byte| char::from(byte)).collect(),
    }
}
