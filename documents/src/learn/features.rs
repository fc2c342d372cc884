//! What a page is remembered by: its words, the words of its large lines, and a coarse descriptor of its layout, hashed.
//!
//! Hashes are FNV-1a of 64 bits folded to 30, below two bits for the class; the same on every machine and in every version, since they are
//! stored. Two words in a billion collide, which costs a little likeness and nothing else.

use crate::page::{Line, Page};
use crate::text::fold;
use fnv::FnvHasher;
use std::collections::BTreeSet;
use std::hash::Hasher;

/// Version of what features are; examples of another one are refused, since they would be like nothing.
pub(super) const VERSION: u32 = 1;
/// Features of one page; of one with more, those with the lowest hashes, which are chance ones, and the same wherever the words are.
pub(super) const MAX: usize = 2000;
/// A large line is so many times as tall as the median one.
const LARGE: f32 = 1.22;
/// Words beyond which a large line is no title.
const TITLE_WORDS: usize = 8;
/// Letters from which a word of a title counts.
const TITLE_LETTERS: usize = 3;
/// Rows and columns of the grid that the layout is seen in.
const GRID: (usize, usize) = (6, 4);
/// Shares of a cell that lines cover, below which it is empty and light.
const COVER: (f32, f32) = (0.05, 0.35);

/// What a feature is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// A word of the page.
    Word,
    /// A word of a large line.
    Title,
    /// Three letters of such a word, its ends included.
    Triple,
    /// Something of the layout.
    Layout,
}

impl Class {
    /// The class of a feature.
    pub(super) fn of(feature: u32) -> Class {
        match feature >> 30 {
            0 => Class::Word,
            1 => Class::Title,
            2 => Class::Triple,
            _ => Class::Layout,
        }
    }

    fn feature(self, text: &str) -> u32 {
        let mut hasher = FnvHasher::default();
        hasher.write(text.as_bytes());
        let hash = hasher.finish();
        ((hash ^ (hash >> 30)) as u32 & 0x3fff_ffff) | ((self as u32) << 30)
    }
}

/// The features of a page, in ascending order, at most 2000.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Features(pub(super) Vec<u32>);

impl Features {
    /// Those of a page.
    pub fn of(page: &Page) -> Features {
        let mut out = BTreeSet::new();
        let large = LARGE * page.line_height();
        for line in page.lines() {
            let text = fold(&line.text());
            let pieces: Vec<&str> = text.split(|c: char| !c.is_alphanumeric()).filter(|p| !p.is_empty()).collect();
            let is_title = line.rect.height() > large && pieces.len() <= TITLE_WORDS;
            for word in pieces.iter().filter(|p| p.chars().count() > 1 && p.chars().all(char::is_alphabetic)) {
                out.insert(Class::Word.feature(word));
                if is_title && word.chars().count() >= TITLE_LETTERS {
                    out.insert(Class::Title.feature(word));
                    let letters: Vec<char> = format!("^{word}$").chars().collect();
                    out.extend(letters.windows(3).map(|w| Class::Triple.feature(&w.iter().collect::<String>())));
                }
            }
        }
        layout(page, &mut out);
        let mut features: Vec<u32> = out.into_iter().collect();
        if features.len() > MAX {
            features.sort_by_key(|f| f & 0x3fff_ffff);
            features.truncate(MAX);
            features.sort_unstable();
        }
        Features(features)
    }

    /// How many different words there are.
    pub fn words(&self) -> usize {
        self.0.iter().filter(|f| Class::of(**f) == Class::Word).count()
    }

    /// Whether the page has a feature.
    pub(super) fn has(&self, feature: u32) -> bool {
        self.0.binary_search(&feature).is_ok()
    }

    /// Whether any large line was read.
    pub(super) fn has_titles(&self) -> bool {
        self.0.iter().any(|f| Class::of(*f) == Class::Title)
    }

    /// The features themselves, for fitting their rarity.
    pub fn hashes(&self) -> &[u32] {
        &self.0
    }
}

/// Shape, number of lines, size of the letters, share of digits, and how full each cell of a grid is, each in a few steps.
fn layout(page: &Page, out: &mut BTreeSet<u32>) {
    let lines = page.lines();
    let mut says = |what: String| out.insert(Class::Layout.feature(&what));
    let step = |value: f32, per: f32| (per * value.max(1e-6).log2()).round() as i32;
    says(format!("shape {}", step(page.width() / page.height(), 4.0)));
    says(format!("lines {}", step(1.0 + lines.len() as f32, 1.0)));
    says(format!("size {}", step(page.straight_width() / page.line_height(), 2.0)));
    let (digits, letters) = characters(lines);
    says(format!("digits {}", (8.0 * digits as f32 / (1 + digits + letters) as f32).round()));
    let (rows, columns) = GRID;
    let mut cover = vec![0.0_f32; rows * columns];
    for line in lines {
        let row = ((page.share_down(line.rect.middle()) * rows as f32) as usize).min(rows - 1);
        let (left, right) = (page.share_across(line.rect.left), page.share_across(line.rect.right));
        let tall = page.share_down(line.rect.bottom) - page.share_down(line.rect.top);
        for column in 0..columns {
            let (from, to) = (column as f32 / columns as f32, (column + 1) as f32 / columns as f32);
            let wide = (right.min(to) - left.max(from)).max(0.0);
            cover[row * columns + column] += wide * columns as f32 * tall * rows as f32;
        }
    }
    for (cell, share) in cover.iter().enumerate() {
        let level = usize::from(*share >= COVER.0) + usize::from(*share >= COVER.1);
        says(format!("cell {cell} {level}"));
    }
}

fn characters(lines: &[Line]) -> (usize, usize) {
    let all = lines.iter().flat_map(|l| &l.words).flat_map(|w| w.text.chars());
    all.fold((0, 0), |(digits, letters), c| {
        (digits + usize::from(c.is_ascii_digit()), letters + usize::from(c.is_alphabetic()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Word;
    use crate::page::fixtures::{page, turned_page};
    use liasse_geometry::Quad;

    #[test]
    fn words_are_folded_and_numbers_do_not_count() {
        let a = Features::of(&page(&[(100.0, 100.0, "Relevé d'identité n° 12345")]));
        let b = Features::of(&page(&[(100.0, 100.0, "RELEVE D’IDENTITÉ n° 67890")]));
        assert_eq!(a, b);
        assert_eq!(a.words(), 2);
        assert!(a.has(Class::Word.feature("releve")) && !a.has(Class::Title.feature("releve")));
    }

    #[test]
    fn large_lines_are_titles() {
        let line = |y: f32, height: f32, text: &str| {
            vec![Word { text: text.to_owned(), confidence: 0.9, quad: Quad::from_rect(100.0, y, 400.0, y + height) }]
        };
        let lines = vec![line(10.0, 40.0, "CANTINE"), line(100.0, 20.0, "Bonjour"), line(130.0, 20.0, "Merci")];
        let features = Features::of(&Page::new(1000.0, 1400.0, lines).unwrap());
        assert!(features.has(Class::Title.feature("cantine")) && features.has(Class::Triple.feature("^ca")));
        assert!(!features.has(Class::Title.feature("bonjour")));
    }

    #[test]
    fn the_layout_does_not_depend_on_resolution_or_skew() {
        let lines = [(100.0, 100.0, "Mairie de Lyon"), (600.0, 300.0, "M. Dupont"), (100.0, 900.0, "Objet : rien")];
        let (a, b) = (Features::of(&page(&lines)), Features::of(&turned_page(&lines, 0.4)));
        let differing = a.0.iter().filter(|f| !b.has(**f)).count();
        assert!(differing <= 2, "{differing} of {}", a.0.len());
    }

    #[test]
    fn the_hash_is_what_is_stored() {
        assert_eq!(Class::Word.feature("facture"), Class::Word.feature("facture"));
        assert_eq!(Class::of(Class::Layout.feature("x")), Class::Layout);
        // FNV-1a of 64 bits of "a" is af63dc4c8601ec8c.
        let hash: u64 = 0xaf63_dc4c_8601_ec8c;
        assert_eq!(Class::Word.feature("a"), (hash ^ (hash >> 30)) as u32 & 0x3fff_ffff);
    }

    #[test]
    fn a_page_of_many_words_is_bounded() {
        let text: Vec<String> =
            (0..3000).map(|i| format!("{}{}{}", letter(i / 676), letter(i / 26), letter(i))).collect();
        let lines: Vec<(f32, f32, &str)> = text.iter().map(|t| (0.0, 10.0, t.as_str())).collect();
        assert_eq!(Features::of(&page(&lines)).0.len(), MAX);
    }

    fn letter(i: usize) -> char {
        char::from(b'a' + (i % 26) as u8)
    }
}
