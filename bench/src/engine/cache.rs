//! What peers read in earlier runs, so that a run after each change of ours need not wait for them.
//!
//! An entry counts for one version of an engine, one language, one number of threads and one image (by its SHA-256).

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::io::Write;
use std::path::Path;

use anyhow::Context;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Cost, Peer};

#[derive(Serialize, Deserialize, PartialEq, Eq, Hash, Clone)]
struct Key {
    engine: String,
    language: String,
    threads: usize,
    image_sha256: String,
}

#[derive(Serialize, Deserialize)]
struct Entry {
    #[serde(flatten)]
    key: Key,
    text: String,
    cost: Cost,
}

/// A peer whose answers are kept in a file and taken from there.
pub(crate) struct Cached {
    peer: Box<dyn Peer>,
    threads: usize,
    file: Option<File>,
    entries: HashMap<Key, (String, Cost)>,
}

impl Cached {
    /// A peer that remembers in `file` (JSON lines, appended to; made when missing); without one it only reads.
    ///
    /// # Errors
    /// When the file cannot be opened, or a line of it is no entry.
    pub(crate) fn new(peer: Box<dyn Peer>, threads: usize, file: Option<&Path>) -> anyhow::Result<Self> {
        let mut this = Self { peer, threads, file: None, entries: HashMap::new() };
        if let Some(path) = file {
            let opened = OpenOptions::new().create(true).append(true).read(true).open(path);
            this.file = Some(opened.with_context(|| format!("cannot open {}", path.display()))?);
            for (number, line) in std::fs::read_to_string(path)?.lines().enumerate() {
                let entry: Entry = serde_json::from_str(line)
                    .with_context(|| format!("{} line {} is no cached reading", path.display(), number + 1))?;
                this.entries.insert(entry.key, (entry.text, Cost { from_cache: true, ..entry.cost }));
            }
        }
        Ok(this)
    }
}

impl Peer for Cached {
    fn version(&self) -> &str {
        self.peer.version()
    }

    fn read(&mut self, image: &Path, language: &str) -> anyhow::Result<(String, Cost)> {
        let content = std::fs::read(image).with_context(|| format!("cannot read {}", image.display()))?;
        let key = Key {
            engine: self.peer.version().to_owned(),
            language: language.to_owned(),
            threads: self.threads,
            image_sha256: Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect(),
        };
        if let Some(known) = self.entries.get(&key) {
            return Ok(known.clone());
        }
        let (text, cost) = self.peer.read(image, language)?;
        if let Some(file) = &mut self.file {
            let mut line = serde_json::to_vec(&Entry { key, text: text.clone(), cost })?;
            line.push(b'\n');
            file.write_all(&line)?;
        }
        Ok((text, cost))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Answers how often it was asked.
    struct Counting(usize);

    impl Peer for Counting {
        fn version(&self) -> &str {
            "counting 1"
        }

        fn read(&mut self, _image: &Path, _language: &str) -> anyhow::Result<(String, Cost)> {
            self.0 += 1;
            Ok((self.0.to_string(), Cost { seconds: 1.5, cpu_seconds: Some(2.5), from_cache: false }))
        }
    }

    #[test]
    fn what_was_read_is_not_read_again() {
        let folder = tempfile::tempdir().unwrap();
        let (image, other, file) =
            (folder.path().join("a"), folder.path().join("b"), folder.path().join("cache.jsonl"));
        std::fs::write(&image, "one").unwrap();
        std::fs::write(&other, "two").unwrap();
        let open = |threads| Cached::new(Box::new(Counting(0)), threads, Some(&file)).unwrap();

        let mut first = open(2);
        assert_eq!(first.read(&image, "fr").unwrap().0, "1");
        assert_eq!(first.read(&other, "fr").unwrap().0, "2");
        let mut second = open(2);
        let (text, cost) = second.read(&other, "fr").unwrap();
        assert_eq!((text.as_str(), cost.from_cache, cost.seconds, cost.cpu_seconds), ("2", true, 1.5, Some(2.5)));
        assert_eq!(second.read(&other, "en").unwrap().0, "1", "another language is another reading");
        assert_eq!(open(1).read(&image, "fr").unwrap().0, "1", "other threads, other times: read anew");
        std::fs::write(&file, "{}\n").unwrap();
        assert!(Cached::new(Box::new(Counting(0)), 2, Some(&file)).is_err());
    }
}
