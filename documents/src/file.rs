//! Files that people write: document types and rules of trays.
//!
//! Responsible for telling file, line and reason of what is wrong in one, and for the limits that are common to them. Not
//! responsible for what a file says: see [`crate::types`] and [`crate::trays`].

use crate::text::fold;
use serde::de::DeserializeOwned;
use std::fs::File;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use toml::Spanned;

/// Entries of one list of a file.
pub(crate) const MAX_ENTRIES: usize = 200;
/// Characters of a label or phrase.
const MAX_CHARS: usize = 120;

/// Why a file is refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {reason}")]
pub struct FileError {
    /// The file as it was named.
    pub file: String,
    /// From 1.
    pub line: usize,
    /// What is wrong.
    pub reason: String,
}

/// Why a set of types or rules cannot be taken.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// A folder or a file cannot be read.
    #[error("cannot read {path}")]
    Read {
        /// The folder or file.
        path: PathBuf,
        /// What went wrong.
        source: io::Error,
    },
    /// Files that are refused; all of them, so that they can be mended in one go.
    #[error("{}", .0.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))]
    Refused(Vec<FileError>),
    /// More types than a set may have.
    #[error("more than {0} document types")]
    TooMany(usize),
}

/// The text of a file; a byte more than `max_bytes` at most, so that what is too long is seen to be.
///
/// # Errors
/// [`LoadError::Read`] also when it is no UTF-8.
pub(crate) fn read(path: &Path, max_bytes: usize) -> Result<String, LoadError> {
    let mut text = String::new();
    let read = File::open(path).and_then(|file| file.take(max_bytes as u64 + 1).read_to_string(&mut text));
    read.map(|_| text).map_err(|source| LoadError::Read { path: path.to_owned(), source })
}

/// The files of a folder that are wanted, in the order of their names; one more than `most` at most, so that what is too many is
/// seen to be.
///
/// # Errors
/// [`LoadError::Read`].
pub(crate) fn list(folder: &Path, most: usize, wanted: impl Fn(&Path) -> bool) -> Result<Vec<PathBuf>, LoadError> {
    let failed = |source| LoadError::Read { path: folder.to_owned(), source };
    let mut paths = Vec::new();
    for entry in std::fs::read_dir(folder).map_err(failed)? {
        let path = entry.map_err(failed)?.path();
        if wanted(&path) {
            paths.push(path);
        }
        if paths.len() > most {
            break;
        }
    }
    paths.sort();
    Ok(paths)
}

/// Whether a text is a name that programs use: 1 to 64 lower-case letters, digits and `_`.
pub fn is_name(text: &str) -> bool {
    (1..=64).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
}

/// Puts `text` in the place of a file at once: whoever reads it sees the old text or the new, whatever happens meanwhile.
///
/// # Errors
/// When the folder cannot be written to.
pub fn replace(path: &Path, text: &str) -> io::Result<()> {
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    // Hidden, so that nobody takes a half-written one for a type; for whom the umask lets.
    let mut builder = tempfile::Builder::new();
    builder.prefix(".liasse-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(text.as_bytes())?;
    file.as_file().sync_all()?;
    file.persist(path)?;
    Ok(())
}

/// A file being checked: knows its name and turns places into lines.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Source<'a> {
    pub(crate) file: &'a str,
    pub(crate) text: &'a str,
}

impl Source<'_> {
    /// Reads the TOML of a file of at most `max_bytes`.
    ///
    /// # Errors
    /// [`FileError`] at the place that the parser names.
    pub(crate) fn parse<T: DeserializeOwned>(&self, max_bytes: usize) -> Result<T, FileError> {
        if self.text.len() > max_bytes {
            return Err(self.error(0, format!("longer than {max_bytes} bytes")));
        }
        toml::from_str(self.text)
            .map_err(|e| self.error(e.span().map_or(0, |s| s.start), e.message().replace('\n', " ")))
    }

    /// What is wrong at a place, in bytes from the beginning.
    pub(crate) fn error(&self, at: usize, reason: impl Into<String>) -> FileError {
        let before = self.text.as_bytes().get(..at.min(self.text.len())).unwrap_or_default();
        let line = 1 + before.iter().filter(|b| **b == b'\n').count();
        FileError { file: self.file.to_owned(), line, reason: reason.into() }
    }

    /// A name as [`is_name`] has it.
    pub(crate) fn name(&self, at: usize, name: &str) -> Result<(), FileError> {
        if is_name(name) {
            Ok(())
        } else {
            Err(self.error(at, format!("the name \"{name}\" is not of 1 to 64 lower-case letters, digits and _")))
        }
    }

    /// Words that people read or that are looked for on pages: something to see, at most [`MAX_CHARS`] characters.
    pub(crate) fn words(&self, at: usize, what: &str, text: &str) -> Result<(), FileError> {
        if fold(text).is_empty() || text.chars().count() > MAX_CHARS {
            return Err(self.error(at, format!("the {what} \"{text}\" is empty or longer than {MAX_CHARS} characters")));
        }
        Ok(())
    }

    /// At most [`MAX_ENTRIES`] entries.
    pub(crate) fn count<T>(&self, what: &str, entries: &[Spanned<T>]) -> Result<(), FileError> {
        match entries.get(MAX_ENTRIES) {
            Some(beyond) => Err(self.error(beyond.span().start, format!("more than {MAX_ENTRIES} {what}"))),
            None => Ok(()),
        }
    }
}

/// Lower-case hexadecimal.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
}
