//! From a text and a style to placed glyphs, and placed glyphs onto a plane.
//!
//! Measures here define the nominal box of a line, the box the detector learns and the recogniser is cut from: from the
//! baseline up to the tops of b, d, h, l of the face, down to the feet of p, q, g, and as wide as ink and advances reach.

mod fit;
mod machine;
mod paint;

use crate::charset::{GAP, THIN, position};
use crate::faces::Face;
use crate::rng::Rng;
pub(crate) use fit::fitted;
pub(crate) use machine::Machine;
pub(crate) use paint::{Baseline, Painter};
use std::sync::Arc;

/// How a text is set.
#[derive(Debug, Clone)]
pub(crate) struct Style {
    pub(crate) face: Arc<Face>,
    /// Pixels to the em.
    pub(crate) em: f32,
    /// Widening of the letters.
    pub(crate) stretch: f32,
    /// Synthetic slant, as x over y.
    pub(crate) slant: f32,
    /// Synthetic weight in pixels.
    pub(crate) bold: f32,
    /// Space added after each letter, in em.
    pub(crate) tracking: f32,
    pub(crate) kern: bool,
    /// Small letters as capitals of this size (0 = not so).
    pub(crate) small_caps: f32,
    /// Width of the word space in units of the face's own.
    pub(crate) word_space: f32,
    /// Coverage of the ink, of 256.
    pub(crate) strength: u16,
}

impl Style {
    pub(crate) fn plain(face: Arc<Face>, em: f32) -> Style {
        Style {
            face,
            em,
            stretch: 1.0,
            slant: 0.0,
            bold: 0.0,
            tracking: 0.0,
            kern: true,
            small_caps: 0.0,
            word_space: 1.0,
            strength: 256,
        }
    }

    /// Pixels from the baseline up to the top of the nominal box.
    pub(crate) fn ascent(&self) -> f32 {
        self.face.data().metrics.ascender * self.em
    }

    /// Pixels from the baseline down to the bottom of the nominal box.
    pub(crate) fn descent(&self) -> f32 {
        self.face.data().metrics.descender * self.em
    }

    /// Height of the nominal box in pixels.
    pub(crate) fn height(&self) -> f32 {
        self.ascent() + self.descent()
    }

    /// Pixels of the x-height.
    pub(crate) fn x_height(&self) -> f32 {
        self.face.data().metrics.x_height * self.em
    }

    /// Width of a word space in pixels.
    pub(crate) fn space(&self) -> f32 {
        (self.face.data().metrics.space * self.word_space * self.stretch + self.tracking) * self.em
    }
}

/// A glyph at its place, relative to the start of the line on the baseline.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Placed {
    /// Position in the charset.
    pub(crate) glyph: u16,
    pub(crate) x: f32,
    /// Downwards.
    pub(crate) y: f32,
    /// Size relative to the style's em.
    pub(crate) scale: f32,
    pub(crate) strength: u16,
}

/// A word of a set line: from where to where, and what it says.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Word {
    pub(crate) left: f32,
    pub(crate) right: f32,
    pub(crate) text: String,
}

/// A set line.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) placed: Vec<Placed>,
    /// Extent of ink and advances, relative to the start.
    pub(crate) left: f32,
    pub(crate) right: f32,
    pub(crate) words: Vec<Word>,
}

impl Run {
    /// What the line says: its words with single spaces.
    pub(crate) fn text(&self) -> String {
        let words: Vec<&str> = self.words.iter().map(|w| w.text.as_str()).collect();
        words.join(" ")
    }

    pub(crate) fn width(&self) -> f32 {
        self.right - self.left
    }
}

/// Sets a text in a style. Characters the face lacks are left out (see [`fitted`] for a text that loses none).
pub(crate) fn set(text: &str, style: &Style, rng: &mut Rng) -> Run {
    let data = style.face.data();
    let em = style.em;
    let mut run = Run { placed: Vec::new(), left: 0.0, right: 0.0, words: Vec::new() };
    let mut x = 0.0f32;
    let mut last: Option<u16> = None;
    let mut word: Option<Word> = None;
    let mut word_ink = (f32::INFINITY, f32::NEG_INFINITY);
    for c in text.chars() {
        if c.is_whitespace() {
            last = None;
            let em_width = em * style.stretch;
            x += match c {
                THIN => em_width * 0.16,
                GAP => em_width * rng.range(1.0, 2.6),
                _ => style.space(),
            };
            if c != THIN {
                close(&mut run, &mut word, &mut word_ink);
            }
            continue;
        }
        let small = style.small_caps > 0.0 && c.is_lowercase();
        let drawn = if small { c.to_uppercase().next().unwrap_or(c) } else { c };
        let Some(index) = position(drawn) else { continue };
        let Some(glyph) = &data.glyphs[index] else { continue };
        let index = index as u16;
        let scale = if small { style.small_caps } else { 1.0 };
        if style.kern
            && let Some(before) = last
            && let Some(kern) = data.kerning.get(&(before, index))
        {
            x += kern * em * style.stretch;
        }
        let advance = (glyph.advance * scale * style.stretch + style.tracking) * em;
        let size = em * scale;
        let [x0, y0, x1, y1] = glyph.outline.bounds;
        let ink_left = x + (x0 * style.stretch + style.slant * y0.min(y1)) * size;
        let ink_right = x + (x1 * style.stretch + style.slant * y1) * size;
        run.placed.push(Placed { glyph: index, x, y: 0.0, scale, strength: style.strength });
        let current = word.get_or_insert_with(|| Word { left: x, right: x, text: String::new() });
        current.text.push(drawn);
        word_ink = (word_ink.0.min(ink_left), word_ink.1.max(ink_right));
        x += advance;
        // The advance of the last letter without its tracking.
        current.right = x - style.tracking * em;
        last = Some(index);
    }
    close(&mut run, &mut word, &mut word_ink);
    run.left = run.words.first().map_or(0.0, |w| w.left);
    run.right = run.words.last().map_or(0.0, |w| w.right);
    run
}

fn close(run: &mut Run, word: &mut Option<Word>, ink: &mut (f32, f32)) {
    if let Some(mut done) = word.take() {
        done.left = done.left.min(ink.0);
        done.right = done.right.max(ink.1);
        run.words.push(done);
    }
    *ink = (f32::INFINITY, f32::NEG_INFINITY);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charset::{charset, truth_of};
    use crate::faces::FaceLibrary;
    use crate::raster::path::{Affine, Filler};

    #[test]
    fn nothing_of_a_fitted_text_is_lost_and_every_glyph_has_ink() {
        let faces = FaceLibrary::load(&[]);
        assert_eq!(faces.all().len(), 10, "a bundled face was found unfit");
        let all: String = charset().iter().flat_map(|c| [*c, ' ']).collect();
        let mut filler = Filler::new();
        let mut rng = Rng::stream(1, 1);
        for face in faces.all() {
            let data = face.data();
            let drawable: String = all.chars().filter(|c| *c == ' ' || data.glyph(*c).is_some()).collect();
            for text in [drawable.as_str(), "Où êtes-vous allé, n° 12 ? — « Çà et là… » œuvre, ÉTÉ (art. 3)"]
            {
                let Some(text) = fitted(text, data) else { continue };
                let run = set(&text, &Style::plain(Arc::clone(face), 30.0), &mut rng);
                assert_eq!(run.text(), truth_of(&text), "{:?}", face.describe());
            }
            for (c, glyph) in charset().iter().zip(&data.glyphs) {
                let Some(glyph) = glyph else { continue };
                let t = Affine { a: 30.0, b: 0.0, c: 0.0, d: -30.0, e: 0.0, f: 0.0 };
                let ink: u32 = filler.mask(&glyph.outline, &t, 0.0).data.iter().map(|v| u32::from(*v)).sum();
                assert!(ink > 255, "{c} of {} has no ink", face.describe());
            }
        }
    }

    #[test]
    fn the_box_of_a_line_does_not_depend_on_what_it_says() {
        let faces = FaceLibrary::load(&[]);
        let style = Style::plain(Arc::clone(&faces.all()[0]), 40.0);
        // Liberation Sans, units per em 2048: d is 1484 high, p reaches 431 below.
        assert!((style.ascent() / 40.0 - 1484.0 / 2048.0).abs() < 0.01, "{}", style.ascent());
        assert!((style.descent() / 40.0 - 431.0 / 2048.0).abs() < 0.01, "{}", style.descent());
    }

    #[test]
    fn gaps_are_one_space_and_words_lie_in_order() {
        let faces = FaceLibrary::load(&[]);
        let style = Style::plain(Arc::clone(&faces.all()[0]), 20.0);
        let run = set("un\tdeux  trois", &style, &mut Rng::stream(1, 2));
        assert_eq!(run.text(), "un deux trois");
        assert!(run.words.windows(2).all(|w| w[0].right < w[1].left));
        assert!(run.words[1].left - run.words[0].right >= 19.0, "the gap is an em or more");
    }
}
