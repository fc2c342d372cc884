//! The list of pages with known text, and its two halves.
//!
//! Responsible for reading INDEX.jsonl and the truths it names, and for the one rule by which pages fall into the
//! development half or the test half. Not responsible for reading pages.
//!
//! # The split
//! Pages in different forms of one document (`mod001a`, `mod001b`: an id that ends in digits and one small letter) stay
//! together. Within each source, documents are taken in pairs in the order of the index; the lowest bit of SHA-256 of
//! the first one's name says which of the two is for development, the other is for testing. So both halves have a like
//! share of every source, nobody chose, and pages appended to the index never move those before them. Weights, settings
//! and thresholds are chosen on the development half; the test half is only ever scored.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::text::Case;

/// Which pages are scored.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum, serde::Serialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Half {
    /// The half that may be looked at and tuned on.
    Development,
    /// The half that is only ever scored.
    Test,
    /// Both.
    All,
}

#[derive(Debug, Deserialize)]
struct Row {
    id: String,
    image: PathBuf,
    truth_file: Option<PathBuf>,
    truth_text: Option<String>,
    source: String,
    #[serde(default)]
    lang: String,
    #[serde(default)]
    truth_case: Case,
}

/// A page with its known text.
#[derive(Debug, Clone)]
pub(crate) struct Page {
    /// Unique in the index.
    pub(crate) id: String,
    /// The image file.
    pub(crate) image: PathBuf,
    /// The text, in reading order, as the transcriber wrote it.
    pub(crate) truth: String,
    /// What the page is counted under.
    pub(crate) source: String,
    /// BCP 47 tag; French when the index does not say.
    pub(crate) language: String,
    /// How letter case is compared.
    pub(crate) case: Case,
    /// Development or test.
    pub(crate) half: Half,
}

/// The pages of an index that have a truth, and how many rows had none.
///
/// # Errors
/// Names the file and the line: a row that is not JSON of the expected shape, a missing truth file, an id that appears
/// twice.
pub(crate) fn load(index: &Path) -> anyhow::Result<(Vec<Page>, usize)> {
    let folder = index.parent().unwrap_or(Path::new(""));
    let text = std::fs::read_to_string(index).with_context(|| format!("cannot read {}", index.display()))?;
    let mut pages = Vec::<Page>::new();
    let mut without_truth = 0;
    for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
        let place = || format!("{} line {}", index.display(), number + 1);
        let row: Row = serde_json::from_str(line).with_context(place)?;
        if pages.iter().any(|page| page.id == row.id) {
            bail!("{}: the id {} is there already", place(), row.id);
        }
        let truth = match (row.truth_text, row.truth_file) {
            (Some(text), _) => text,
            (None, Some(file)) => std::fs::read_to_string(folder.join(&file))
                .with_context(|| format!("cannot read {}", folder.join(&file).display()))
                .with_context(place)?,
            (None, None) => {
                without_truth += 1;
                continue;
            }
        };
        pages.push(Page {
            id: row.id,
            image: folder.join(row.image),
            truth,
            source: row.source,
            language: if row.lang.is_empty() { "fr".to_owned() } else { row.lang },
            case: row.truth_case,
            half: Half::All,
        });
    }
    split(&mut pages);
    Ok((pages, without_truth))
}

/// Gives every page its half; see the module.
fn split(pages: &mut [Page]) {
    let mut documents = HashMap::<String, Half>::new();
    // Per source: the half of the next document, when it is the second of a pair.
    let mut pending = HashMap::<String, Half>::new();
    for page in pages {
        let document = format!("{}/{}", page.source, document(&page.id));
        page.half = *documents.entry(document.clone()).or_insert_with(|| {
            if let Some(half) = pending.remove(&page.source) {
                return half;
            }
            let digest = Sha256::digest(document.as_bytes());
            let (half, other) = if digest[digest.len() - 1] & 1 == 0 {
                (Half::Development, Half::Test)
            } else {
                (Half::Test, Half::Development)
            };
            pending.insert(page.source.clone(), other);
            half
        });
    }
}

/// The document that a page's id stands for: without the small letter of a form after its number.
fn document(id: &str) -> &str {
    match id.strip_suffix(|c: char| c.is_ascii_lowercase()) {
        Some(stem) if stem.ends_with(|c: char| c.is_ascii_digit()) => stem,
        _ => id,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pages(source: &str, ids: &[&str]) -> Vec<Page> {
        ids.iter()
            .map(|id| Page {
                id: (*id).to_owned(),
                image: PathBuf::new(),
                truth: String::new(),
                source: source.to_owned(),
                language: "fr".to_owned(),
                case: Case::Exact,
                half: Half::All,
            })
            .collect()
    }

    #[test]
    fn halves_are_even_in_every_source_and_forms_stay_together() {
        let mut all: Vec<Page> =
            (1..=10).flat_map(|n| pages("modern", &[&format!("m{n}a"), &format!("m{n}b")])).collect();
        all.extend((1..=8).flat_map(|n| pages("print", &[&format!("p{n}")])));
        split(&mut all);
        for (source, expected) in [("modern", 10), ("print", 4)] {
            let count = |half| all.iter().filter(|p| p.source == source && p.half == half).count();
            assert_eq!((count(Half::Development), count(Half::Test)), (expected, expected), "{source}");
        }
        for pair in all[..20].chunks(2) {
            assert_eq!(pair[0].half, pair[1].half, "{} {}", pair[0].id, pair[1].id);
        }
    }

    #[test]
    fn appended_pages_move_nobody() {
        let mut few = pages("s", &["a1", "a2", "a3"]);
        let mut many = pages("s", &["a1", "a2", "a3", "a4", "a5", "a6"]);
        split(&mut few);
        split(&mut many);
        for (before, after) in few.iter().zip(&many) {
            assert_eq!(before.half, after.half);
        }
    }

    #[test]
    fn the_rule_stays_what_it_is() {
        // Changing the rule would mix what was tuned on with what is only scored.
        let mut all = pages("typescript", &["typ001", "typ002", "typ003", "typ004"]);
        split(&mut all);
        let halves: Vec<Half> = all.iter().map(|p| p.half).collect();
        assert_eq!(halves, [Half::Development, Half::Test, Half::Test, Half::Development]);
    }

    #[test]
    fn rows_are_read_and_faults_are_named() {
        let folder = tempfile::tempdir().unwrap();
        let index = folder.path().join("index.jsonl");
        std::fs::write(folder.path().join("a.txt"), "Bonjour").unwrap();
        let good = r#"{"id":"a","image":"a.png","truth_file":"a.txt","source":"s"}
{"id":"b","image":"b.png","truth_text":"HELLO","source":"s","lang":"en","truth_case":"ignore"}
{"id":"c","image":"c.png","source":"barcodes"}
"#;
        std::fs::write(&index, good).unwrap();
        let (pages, without) = load(&index).unwrap();
        assert_eq!(without, 1);
        assert_eq!(
            (pages[0].truth.as_str(), pages[0].language.as_str(), pages[0].case),
            ("Bonjour", "fr", Case::Exact)
        );
        assert_eq!((pages[1].truth.as_str(), pages[1].language.as_str(), pages[1].case), ("HELLO", "en", Case::Ignore));
        assert_eq!(pages[0].image, folder.path().join("a.png"));

        std::fs::write(
            &index,
            format!("{good}{{\"id\":\"a\",\"image\":\"x\",\"truth_text\":\"\",\"source\":\"s\"}}\n"),
        )
        .unwrap();
        assert!(format!("{:#}", load(&index).unwrap_err()).contains("line 4: the id a is there already"));
        std::fs::write(&index, "{\"id\":\"z\"}\n").unwrap();
        assert!(format!("{:#}", load(&index).unwrap_err()).contains("line 1"));
        std::fs::write(&index, "{\"id\":\"z\",\"image\":\"x\",\"truth_file\":\"none.txt\",\"source\":\"s\"}\n")
            .unwrap();
        assert!(format!("{:#}", load(&index).unwrap_err()).contains("none.txt"));
    }
}
