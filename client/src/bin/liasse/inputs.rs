//! From what was typed to the files to read and the names of what is written about them.
//!
//! Responsible for walking folders and for names that do not collide. Not responsible for opening any file.

use std::{
    collections::HashSet,
    ffi::OsStr,
    path::{Path, PathBuf},
};

use walkdir::WalkDir;

/// Endings of the files that are taken out of folders, in lower case. A file that is named outright is always taken.
const ENDINGS: [&str; 12] = ["jpg", "jpeg", "jpe", "jfif", "png", "tif", "tiff", "webp", "bmp", "gif", "pdf", "dib"];

/// The contract's bound on a page id.
const MAX_ID_BYTES: usize = 256;

/// A file to read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Input {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Its page id: its path, unless that is too long for one.
    pub(crate) id: String,
    /// What the files written about it are called, without their ending.
    pub(crate) stem: String,
}

/// What was typed, and what was wrong with it.
#[derive(Debug, Default)]
pub(crate) struct Inputs {
    /// In the order typed; files of a folder by name.
    pub(crate) files: Vec<Input>,
    /// A sentence for each path that cannot be used.
    pub(crate) faults: Vec<String>,
}

/// Finds the files behind `paths`: a file is itself, a folder is every page file in and below it.
pub(crate) fn find(paths: &[PathBuf]) -> Inputs {
    let mut found = Inputs::default();
    let (mut seen, mut names) = (HashSet::new(), HashSet::new());
    for path in paths {
        let before = found.files.len();
        let is_folder = path.is_dir();
        for entry in WalkDir::new(path).sort_by_file_name().into_iter() {
            match entry {
                Ok(entry) if entry.file_type().is_dir() => {}
                Ok(entry) if is_folder && !is_page_file(entry.path()) => {}
                Ok(entry) => {
                    let path = entry.into_path();
                    // The same file typed twice, or alone and with its folder, is read once.
                    if seen.insert(path.clone()) {
                        let (number, stem) = (found.files.len(), name(&path, &mut names));
                        found.files.push(Input { id: id(&path, number), path, stem });
                    }
                }
                Err(error) => found.faults.push(fault(path, error)),
            }
        }
        if is_folder && found.files.len() == before {
            found.faults.push(format!("{}: no page file in this folder", path.display()));
        }
    }
    found
}

fn fault(typed: &Path, error: walkdir::Error) -> String {
    let path = error.path().unwrap_or(typed).display().to_string();
    let cause = error.into_io_error().map_or_else(|| "its links go round in circles".to_owned(), |e| e.to_string());
    format!("cannot read {path}: {cause}")
}

fn is_page_file(path: &Path) -> bool {
    let ending = path.extension().and_then(OsStr::to_str).map(str::to_ascii_lowercase);
    ending.is_some_and(|ending| ENDINGS.contains(&ending.as_str()))
}

fn id(path: &Path, number: usize) -> String {
    let path = path.to_string_lossy();
    if !path.is_empty() && path.len() <= MAX_ID_BYTES { path.into_owned() } else { format!("file {}", number + 1) }
}

/// The file's stem; its whole name when that stem is taken; that with a number when the name is taken too.
fn name(path: &Path, taken: &mut HashSet<String>) -> String {
    let part = |part: Option<&OsStr>| part.unwrap_or_default().to_string_lossy().into_owned();
    let (stem, whole) = (part(path.file_stem()), part(path.file_name()));
    let numbered = (2..).map(|number| format!("{whole}-{number}"));
    let free = [stem, whole.clone()].into_iter().chain(numbered).find(|name| {
        // File systems that do not tell capitals apart must not lose a file either.
        taken.insert(name.to_lowercase())
    });
    // The numbers do not end before a free name is found.
    free.unwrap_or(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "x").unwrap();
        }
        folder
    }

    fn stems(inputs: &Inputs) -> Vec<&str> {
        inputs.files.iter().map(|input| input.stem.as_str()).collect()
    }

    #[test]
    fn a_folder_is_its_page_files_in_order_and_named_apart() {
        let folder = folder(&["b.JPG", "a.pdf", "notes.txt", "sub/a.tif", "sub/sub/a.tif", "truth.gt.txt"]);
        let found = find(&[folder.path().to_owned()]);
        assert_eq!(stems(&found), ["a", "b", "a.tif", "a.tif-2"]);
        assert!(found.faults.is_empty());
    }

    #[test]
    fn a_file_that_is_named_is_taken_whatever_it_is_called_and_once() {
        let folder = folder(&["scan", "a.png"]);
        let (scan, page) = (folder.path().join("scan"), folder.path().join("a.png"));
        let found = find(&[scan.clone(), page, folder.path().to_owned(), scan]);
        assert_eq!(stems(&found), ["scan", "a"]);
    }

    #[test]
    fn what_is_not_there_is_named_and_the_rest_goes_on() {
        let folder = folder(&["a.png", "empty/notes.txt"]);
        let missing = folder.path().join("missing.png");
        let found = find(&[missing.clone(), folder.path().join("empty"), folder.path().join("a.png")]);
        assert_eq!(stems(&found), ["a"]);
        assert_eq!(found.faults.len(), 2, "{:?}", found.faults);
        assert!(found.faults[0].contains(&missing.display().to_string()), "{:?}", found.faults);
        assert!(found.faults[1].contains("empty: no page file"), "{:?}", found.faults);
    }

    #[test]
    fn a_path_too_long_for_an_id_gets_another_one() {
        let long = PathBuf::from("x".repeat(300));
        assert_eq!(id(&long, 4), "file 5");
        assert_eq!(id(Path::new("a/b.png"), 4), "a/b.png");
    }
}
