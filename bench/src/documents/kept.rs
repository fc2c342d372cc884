//! Pages that were drawn and read before, so that rules can be changed and measured again in seconds.
//!
//! Responsible for a folder of what was read. Not responsible for whether it is what the networks of today read: whoever changes them,
//! or how pages are drawn, begins a new folder.

use std::path::{Path, PathBuf};

use anyhow::Context;
use liasse_client::v1::PageReading;
use liasse_client::{from_json, to_json};
use liasse_corpus::pages::PageTruth;
use serde::{Deserialize, Serialize};

#[derive(Serialize, Deserialize)]
struct Entry {
    truth: PageTruth,
    reading: serde_json::Value,
}

/// A folder of drawn pages and what was read of them; without one, nothing is kept.
#[derive(Debug, Clone)]
pub(crate) struct Kept(Option<PathBuf>);

impl Kept {
    /// In this folder, which is made when it is missing.
    ///
    /// # Errors
    /// When it cannot be made.
    pub(crate) fn open(folder: Option<&Path>) -> anyhow::Result<Self> {
        if let Some(folder) = folder {
            std::fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
        }
        Ok(Self(folder.map(Path::to_owned)))
    }

    /// Page `index` of a seed, drawn for `purpose`; `None` where it was not read yet.
    ///
    /// # Errors
    /// When what is there is no page.
    pub(crate) fn get(
        &self,
        purpose: &str,
        seed: u64,
        index: &str,
    ) -> anyhow::Result<Option<(PageTruth, PageReading)>> {
        let Some(file) = self.file(purpose, seed, index).filter(|f| f.is_file()) else { return Ok(None) };
        let text = std::fs::read(&file).with_context(|| format!("reading {}", file.display()))?;
        let entry: Entry = serde_json::from_slice(&text).with_context(|| format!("{} is no page", file.display()))?;
        let reading = from_json(&entry.reading).with_context(|| format!("{} has no reading", file.display()))?;
        Ok(Some((entry.truth, reading)))
    }

    /// Keeps a page.
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn put(
        &self,
        purpose: &str,
        seed: u64,
        index: &str,
        truth: &PageTruth,
        reading: &PageReading,
    ) -> anyhow::Result<()> {
        let Some(file) = self.file(purpose, seed, index) else { return Ok(()) };
        let entry = Entry { truth: truth.clone(), reading: to_json(reading)? };
        std::fs::write(&file, serde_json::to_vec(&entry)?).with_context(|| format!("writing {}", file.display()))
    }

    fn file(&self, purpose: &str, seed: u64, index: &str) -> Option<PathBuf> {
        Some(self.0.as_ref()?.join(format!("{purpose}-{seed}-{index}.json")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_comes_back() {
        let folder = tempfile::tempdir().unwrap();
        let kept = Kept::open(Some(&folder.path().join("new"))).unwrap();
        let truth = PageTruth {
            lines: Vec::new(),
            doc_type: "rib".to_owned(),
            skew_deg: 1.5,
            fields: Vec::new(),
            dpi: 300.0,
            sheet: [0.0; 8],
        };
        let reading = PageReading { width: 10, height: 20, ..Default::default() };
        assert_eq!(kept.get("documents", 1, "7").unwrap(), None);
        kept.put("documents", 1, "7", &truth, &reading).unwrap();
        assert_eq!(kept.get("documents", 1, "7").unwrap(), Some((truth.clone(), reading.clone())));
        assert_eq!(kept.get("documents", 2, "7").unwrap(), None);
        let nowhere = Kept::open(None).unwrap();
        nowhere.put("documents", 1, "7", &truth, &reading).unwrap();
        assert_eq!(nowhere.get("documents", 1, "7").unwrap(), None);
    }
}
