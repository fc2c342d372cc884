//! A page as this crate needs it: words with their places, gathered in lines.
//!
//! Responsible for the straightened view in which "to the left of" and "below" have a meaning: the words' places are turned by
//! the page's own angle, so that a crooked scan reads like a straight one. Not responsible for finding words or lines.

use liasse_geometry::{Point, Quad};

pub use crate::embedding::{Embedding, EmbeddingError};

/// Words of one page beyond which it is refused: more than any printed page holds.
pub const MAX_WORDS: usize = 20_000;
/// Bytes of one word beyond which the page is refused.
pub const MAX_WORD_BYTES: usize = 1024;

/// A word as it was read.
#[derive(Debug, Clone, PartialEq)]
pub struct Word {
    /// Without spaces.
    pub text: String,
    /// 0 (a guess) to 1 (certain).
    pub confidence: f32,
    /// In pixels of the page.
    pub quad: Quad,
}

/// An upright rectangle of the straightened page, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rect {
    /// Left edge.
    pub left: f32,
    /// Top edge.
    pub top: f32,
    /// Right edge.
    pub right: f32,
    /// Bottom edge.
    pub bottom: f32,
}

impl Rect {
    /// Height in pixels.
    pub fn height(&self) -> f32 {
        self.bottom - self.top
    }

    /// Middle, downwards.
    pub fn middle(&self) -> f32 {
        (self.top + self.bottom) / 2.0
    }

    /// The smallest rectangle around both.
    pub fn around(self, other: Rect) -> Rect {
        Rect {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Share of the lower of the two heights that both have in common, 0 to 1.
    pub fn row_overlap(&self, other: &Rect) -> f32 {
        let common = self.bottom.min(other.bottom) - self.top.max(other.top);
        (common / self.height().min(other.height()).max(f32::EPSILON)).clamp(0.0, 1.0)
    }

    /// Pixels of width that both have in common, 0 when none.
    pub fn column_overlap(&self, other: &Rect) -> f32 {
        (self.right.min(other.right) - self.left.max(other.left)).max(0.0)
    }
}

/// A word in its line.
#[derive(Debug, Clone, PartialEq)]
pub struct PlacedWord {
    /// As it was read.
    pub text: String,
    /// 0 to 1.
    pub confidence: f32,
    /// In pixels of the page as it came.
    pub quad: Quad,
    /// On the straightened page.
    pub rect: Rect,
}

/// A line: at least one word.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    /// Left to right.
    pub words: Vec<PlacedWord>,
    /// Around its words, on the straightened page.
    pub rect: Rect,
}

impl Line {
    /// Its words with single spaces.
    pub fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|w| w.text.as_str()).collect();
        words.join(" ")
    }
}

/// A page with its lines in reading order.
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    width: f32,
    height: f32,
    lines: Vec<Line>,
    bounds: Rect,
    line_height: f32,
    embedding: Option<Embedding>,
    faint: Vec<Word>,
}

/// Why a page cannot be taken.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub enum PageError {
    /// Width or height is not a positive number.
    #[error("taking a page: {width} x {height} is no size")]
    Size {
        /// Width as given.
        width: f32,
        /// Height as given.
        height: f32,
    },
    /// More than [`MAX_WORDS`] words.
    #[error("taking a page: more than {MAX_WORDS} words")]
    Words,
    /// A word of more than [`MAX_WORD_BYTES`] bytes.
    #[error("taking a page: word {word} of line {line} is longer than {MAX_WORD_BYTES} bytes")]
    WordLength {
        /// Line from 0.
        line: usize,
        /// Word of the line from 0.
        word: usize,
    },
    /// What it looks like is no embedding.
    #[error("taking a page: {0}")]
    Embedding(#[from] EmbeddingError),
    /// A coordinate that is not a number.
    #[error("taking a page: word {word} of line {line} has a coordinate that is not finite")]
    Coordinate {
        /// Line from 0.
        line: usize,
        /// Word of the line from 0.
        word: usize,
    },
}

impl Page {
    /// A page of `width` x `height` pixels with lines of words in reading order. Empty lines and words are left out;
    /// confidences are brought into 0 to 1.
    ///
    /// # Errors
    /// [`PageError`] names the first thing that is out of bounds.
    pub fn new(width: f32, height: f32, lines: Vec<Vec<Word>>) -> Result<Page, PageError> {
        let positive = |v: f32| v.is_finite() && v > 0.0;
        if !positive(width) || !positive(height) {
            return Err(PageError::Size { width, height });
        }
        if lines.iter().map(Vec::len).sum::<usize>() > MAX_WORDS {
            return Err(PageError::Words);
        }
        for (line, words) in lines.iter().enumerate() {
            for (word, w) in words.iter().enumerate() {
                if w.text.len() > MAX_WORD_BYTES {
                    return Err(PageError::WordLength { line, word });
                }
                if !w.quad.corners.iter().all(|p| p.x.is_finite() && p.y.is_finite()) {
                    return Err(PageError::Coordinate { line, word });
                }
            }
        }
        let (sin, cos) = angle(&lines).sin_cos();
        let upright = |quad: &Quad| {
            let turned = quad.corners.map(|p| Point::new(p.x * cos - p.y * sin, p.x * sin + p.y * cos));
            let (left, top, right, bottom) = Quad::new(turned).bounds();
            Rect { left, top, right, bottom }
        };
        let mut placed = Vec::with_capacity(lines.len());
        for words in lines {
            let words: Vec<PlacedWord> = words
                .into_iter()
                .filter(|w| !w.text.trim().is_empty())
                .map(|w| PlacedWord {
                    rect: upright(&w.quad),
                    confidence: if w.confidence.is_nan() { 0.0 } else { w.confidence.clamp(0.0, 1.0) },
                    text: w.text,
                    quad: w.quad,
                })
                .collect();
            if let Some(rect) = words.iter().map(|w| w.rect).reduce(Rect::around) {
                placed.push(Line { words, rect });
            }
        }
        let bounds = upright(&Quad::from_rect(0.0, 0.0, width, height));
        let mut heights: Vec<f32> = placed.iter().map(|l| l.rect.height()).collect();
        heights.sort_by(f32::total_cmp);
        let line_height = heights.get(heights.len() / 2).copied().unwrap_or(height / 50.0).max(1.0);
        Ok(Page { width, height, lines: placed, bounds, line_height, embedding: None, faint: Vec::new() })
    }

    /// The same page, with what it looks like.
    #[must_use]
    pub fn looking_like(mut self, embedding: Option<Embedding>) -> Page {
        self.embedding = embedding;
        self
    }

    /// The same page, with what stands on lines that were read too unsurely to count, a word of text each.
    #[must_use]
    pub fn with_faint(mut self, faint: Vec<Word>) -> Page {
        self.faint = faint;
        self
    }

    /// What stands on lines that were read too unsurely to count: of which a label may yet be told that a type has.
    pub fn faint(&self) -> &[Word] {
        &self.faint
    }

    /// What it looks like, where that is known.
    pub fn embedding(&self) -> Option<&Embedding> {
        self.embedding.as_ref()
    }

    /// Width in pixels.
    pub fn width(&self) -> f32 {
        self.width
    }

    /// Height in pixels.
    pub fn height(&self) -> f32 {
        self.height
    }

    /// The lines in reading order.
    pub fn lines(&self) -> &[Line] {
        &self.lines
    }

    /// Median height of a line in pixels, at least 1.
    pub fn line_height(&self) -> f32 {
        self.line_height
    }

    /// How far down a place of the straightened page is: 0 at the top, 1 at the bottom.
    pub fn share_down(&self, y: f32) -> f32 {
        ((y - self.bounds.top) / self.bounds.height().max(1.0)).clamp(0.0, 1.0)
    }

    /// Width in pixels of the straightened page, with the corners that turning it put beside it.
    pub fn straight_width(&self) -> f32 {
        self.bounds.right - self.bounds.left
    }

    /// How far to the right: 0 at the left edge, 1 at the right.
    pub fn share_across(&self, x: f32) -> f32 {
        ((x - self.bounds.left) / (self.bounds.right - self.bounds.left).max(1.0)).clamp(0.0, 1.0)
    }
}

/// Angle by which the page is turned, in radians, counter-clockwise positive: the median over its words of two characters or more,
/// whose direction is better known the longer they are.
fn angle(lines: &[Vec<Word>]) -> f32 {
    let mut angles: Vec<(f32, f32)> = lines
        .iter()
        .flatten()
        .filter(|w| w.text.chars().count() > 1 && w.quad.width() > 0.0)
        .map(|w| (w.quad.angle_degrees().to_radians(), w.quad.width()))
        .collect();
    angles.sort_by(|a, b| a.0.total_cmp(&b.0));
    let half = angles.iter().map(|a| a.1).sum::<f32>() / 2.0;
    let mut sum = 0.0;
    for (angle, weight) in angles {
        sum += weight;
        if sum >= half {
            return angle;
        }
    }
    0.0
}

/// The quadrilateral around several, in pixels of the page: along the direction of the first.
pub(crate) fn quad_around<'a>(quads: impl IntoIterator<Item = &'a Quad>) -> Quad {
    let quads: Vec<&Quad> = quads.into_iter().collect();
    let Some(first) = quads.first() else { return Quad::default() };
    if quads.len() == 1 {
        return **first;
    }
    let (sin, cos) = first.angle_degrees().to_radians().sin_cos();
    let turned = |p: Point| Point::new(p.x * cos - p.y * sin, p.x * sin + p.y * cos);
    let back = |p: Point| Point::new(p.x * cos + p.y * sin, p.y * cos - p.x * sin);
    let bounds = quads
        .iter()
        .map(|q| Quad::new(q.corners.map(turned)).bounds())
        .reduce(|a, b| (a.0.min(b.0), a.1.min(b.1), a.2.max(b.2), a.3.max(b.3)))
        .unwrap_or_default();
    let (left, top, right, bottom) = bounds;
    Quad::new(Quad::from_rect(left, top, right, bottom).corners.map(back))
}

/// Pages written down for tests.
#[cfg(test)]
pub(crate) mod fixtures {
    use super::*;

    /// A page of 1000 x 1400 pixels from lines given as `(x, y, text)`; characters are 10 pixels wide and 20 high, words read
    /// with confidence 0.95.
    pub(crate) fn page(lines: &[(f32, f32, &str)]) -> Page {
        turned_page(lines, 0.0)
    }

    /// As [`page`], turned counter-clockwise.
    pub(crate) fn turned_page(lines: &[(f32, f32, &str)], degrees: f32) -> Page {
        let (sin, cos) = degrees.to_radians().sin_cos();
        let turn = |p: Point| {
            let (x, y) = (p.x - 500.0, p.y - 700.0);
            Point::new(500.0 + x * cos + y * sin, 700.0 + y * cos - x * sin)
        };
        let lines = lines
            .iter()
            .map(|(x, y, text)| {
                let mut at = *x;
                text.split(' ')
                    .map(|word| {
                        let width = word.chars().count() as f32 * 10.0;
                        let quad = Quad::new(Quad::from_rect(at, *y, at + width, y + 20.0).corners.map(turn));
                        at += width + 10.0;
                        Word { text: word.to_owned(), confidence: 0.95, quad }
                    })
                    .collect()
            })
            .collect();
        Page::new(1000.0, 1400.0, lines).unwrap()
    }
}

#[cfg(test)]
mod tests {
    use super::fixtures::turned_page;
    use super::*;

    #[test]
    fn a_turned_page_is_seen_straight() {
        for degrees in [-90.0, -12.0, -1.5, 0.0, 2.0, 14.0] {
            let page =
                turned_page(&[(100.0, 100.0, "Total TTC"), (600.0, 100.0, "120,00"), (100.0, 130.0, "Net")], degrees);
            let lines = page.lines();
            assert!(lines[0].rect.row_overlap(&lines[1].rect) > 0.9, "{degrees}: {lines:?}");
            assert!(lines[0].rect.row_overlap(&lines[2].rect) < 0.1);
            assert!(lines[0].rect.column_overlap(&lines[2].rect) > 25.0);
            assert!((page.line_height() - 20.0).abs() < 0.1);
            assert_eq!(lines[0].text(), "Total TTC");
        }
    }

    #[test]
    fn what_is_out_of_bounds_is_refused_by_name() {
        let word = |text: &str, x: f32| Word {
            text: text.to_owned(),
            confidence: 1.0,
            quad: Quad::from_rect(x, 0.0, 9.0, 9.0),
        };
        assert!(matches!(Page::new(0.0, 5.0, vec![]), Err(PageError::Size { .. })));
        assert!(matches!(Page::new(f32::NAN, 5.0, vec![]), Err(PageError::Size { .. })));
        let nowhere = vec![vec![word("a", 0.0)], vec![word("b", f32::NAN)]];
        assert_eq!(Page::new(9.0, 9.0, nowhere), Err(PageError::Coordinate { line: 1, word: 0 }));
        let long = vec![vec![word(&"x".repeat(MAX_WORD_BYTES + 1), 0.0)]];
        assert_eq!(Page::new(9.0, 9.0, long), Err(PageError::WordLength { line: 0, word: 0 }));
        let many = vec![vec![word("a", 0.0); MAX_WORDS + 1]];
        assert_eq!(Page::new(9.0, 9.0, many), Err(PageError::Words));
        assert!(Page::new(9.0, 9.0, vec![vec![], vec![word(" ", 0.0)]]).unwrap().lines().is_empty());
    }

    #[test]
    fn the_quad_around_words_follows_their_direction() {
        let page = turned_page(&[(100.0, 100.0, "un deux trois")], 10.0);
        let words = &page.lines()[0].words;
        let quad = quad_around(words.iter().map(|w| &w.quad));
        assert!((quad.width() - 130.0).abs() < 0.5 && (quad.height() - 20.0).abs() < 0.5, "{quad:?}");
        assert!((quad.angle_degrees() - 10.0).abs() < 0.1);
    }
}
