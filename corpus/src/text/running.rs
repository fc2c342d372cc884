//! Running French text: fragments of the files of a folder if one is given, else of built-in sentences.

use super::words::{SENTENCES, VOCABULARY};
use crate::charset::{charset, position};
use crate::rng::Rng;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

/// At most this much text is held.
const MAX_BYTES: usize = 96 << 20;
/// Of one file.
const MAX_FILE_BYTES: u64 = 24 << 20;

/// A store of running text.
#[derive(Debug)]
pub(crate) struct Running {
    /// Normalised text, every white space a single space, paragraphs ended by a newline.
    text: String,
    /// Single words.
    words: Vec<String>,
}

impl Running {
    /// The text files (`.txt`) of a folder, if any. A file of one word a line is taken as a word list.
    pub(crate) fn load(folder: Option<&Path>) -> std::io::Result<Running> {
        let mut running = Running { text: String::new(), words: Vec::new() };
        if let Some(folder) = folder {
            let mut paths: Vec<_> = std::fs::read_dir(folder)?.flatten().map(|e| e.path()).collect();
            paths.sort();
            for path in paths.iter().filter(|p| p.extension().is_some_and(|e| e == "txt")) {
                if std::fs::metadata(path)?.len() <= MAX_FILE_BYTES {
                    running.add(&String::from_utf8_lossy(&std::fs::read(path)?));
                }
            }
        }
        if running.words.is_empty() {
            running.words = VOCABULARY.iter().map(|w| (*w).to_owned()).collect();
        }
        Ok(running)
    }

    fn add(&mut self, text: &str) {
        let lines = text.lines().count().max(1);
        let spaces = text.bytes().filter(|b| *b == b' ').count();
        if lines > 200 && spaces * 10 < lines {
            let fit = |w: &&str| !w.is_empty() && w.len() < 40 && w.chars().all(|c| position(c).is_some());
            self.words.extend(text.lines().map(str::trim).filter(fit).take(400_000).map(str::to_owned));
            return;
        }
        for line in text.lines() {
            if self.text.len() > MAX_BYTES {
                return;
            }
            let start = self.text.len();
            for c in line.nfc() {
                let c = if c.is_whitespace() { ' ' } else { c };
                let ends = self.text[start..].ends_with(' ') || self.text.len() == start;
                if c == ' ' {
                    if !ends {
                        self.text.push(' ');
                    }
                } else if position(c).is_some() {
                    self.text.push(c);
                } else if c == '\u{2010}' || c == '\u{2011}' {
                    self.text.push('-');
                }
            }
            while self.text.ends_with(' ') {
                self.text.pop();
            }
            if self.text.len() > start {
                self.text.push('\n');
            }
        }
    }

    /// A fragment of about `length` characters that starts and ends at a word's ends.
    pub(crate) fn fragment(&self, length: usize, rng: &mut Rng) -> String {
        let roll = rng.unit();
        if self.text.len() > 20_000 && roll < 0.80 {
            return self.text_fragment(length, rng);
        }
        if roll < 0.90 { self.sentence_fragment(length, rng) } else { self.word_fragment(length, rng) }
    }

    fn text_fragment(&self, length: usize, rng: &mut Rng) -> String {
        let bytes = self.text.as_bytes();
        let mut at = rng.below(bytes.len() - 1);
        // On to the start of a word; half of the time of a sentence.
        let want_sentence = rng.chance(0.35);
        for _ in 0..400 {
            let here = bytes[at];
            let start =
                here == b'\n' || (here == b' ' && (!want_sentence || matches!(bytes[at - 1], b'.' | b'!' | b'?')));
            if start && at > 0 {
                break;
            }
            at = if at + 1 < bytes.len() { at + 1 } else { 1 };
        }
        while at + 1 < bytes.len() && (bytes[at] == b' ' || bytes[at] == b'\n' || !self.text.is_char_boundary(at)) {
            at += 1;
        }
        let rest = &self.text[at..];
        let line = rest.split('\n').next().unwrap_or("");
        cut(line, length)
    }

    fn sentence_fragment(&self, length: usize, rng: &mut Rng) -> String {
        let sentence = rng.pick(SENTENCES);
        let starts: Vec<usize> = sentence.match_indices(' ').map(|(i, _)| i + 1).collect();
        let start = if starts.is_empty() || rng.chance(0.3) { 0 } else { starts[rng.below(starts.len())] };
        let mut out = sentence[start..].to_owned();
        while out.chars().count() < length {
            out.push(' ');
            out.push_str(rng.pick(SENTENCES));
        }
        cut(&out, length)
    }

    fn word_fragment(&self, length: usize, rng: &mut Rng) -> String {
        let mut out = String::new();
        let mut count = 0;
        while count < length {
            if !out.is_empty() {
                out.push_str(rng.pick(&[" ", " ", " ", " ", " ", " ", ", ", " - ", "; ", " : ", ". ", "/"]));
            }
            let word = &self.words[rng.below(self.words.len())];
            let word = match rng.below(12) {
                0 => super::codes::capitalised(word),
                1 => super::capitals(word, true),
                _ => word.clone(),
            };
            count += word.chars().count() + 1;
            out.push_str(&word);
        }
        cut(&out, length)
    }

    /// One word.
    pub(crate) fn word(&self, rng: &mut Rng) -> String {
        if rng.chance(0.5) {
            return rng.pick(VOCABULARY).to_owned();
        }
        self.words[rng.below(self.words.len())].clone()
    }
}

/// The first words of a text, about `length` characters of them, at least one word.
pub(crate) fn cut(text: &str, length: usize) -> String {
    let mut end = 0;
    for (count, (i, c)) in text.char_indices().enumerate() {
        if c == ' ' {
            if count > length && end > 0 {
                return text[..end].to_owned();
            }
            end = i;
        }
    }
    if text.chars().count() > length + 4 && end > 0 { text[..end].to_owned() } else { text.to_owned() }
}

/// A random mix of characters of the charset, the rare ones as often as the others, in word-like groups.
pub(crate) fn mixture(length: usize, rng: &mut Rng) -> String {
    const RARE: &str = "ÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸŒÆœæÿ№§²³°«»’‘“”–—…·•€£$%&@#*_\\|~^{}[]<>=+/äöüßñåøíóáúãõ¿¡µ×±½©®™‰";
    const USUAL: &str = "abcdefghijklmnopqrstuvwxyzéèàçABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?'\"()-";
    let (rare, usual): (Vec<char>, Vec<char>) = (RARE.chars().collect(), USUAL.chars().collect());
    let mut out = String::new();
    for i in 0..length {
        if i > 0 && rng.chance(0.17) && !out.ends_with(' ') {
            out.push(' ');
        }
        out.push(match rng.below(10) {
            0..=2 => rng.choose(&rare),
            3 => rng.choose(charset()),
            _ => rng.choose(&usual),
        });
    }
    out
}
