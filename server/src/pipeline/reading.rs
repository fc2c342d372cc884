//! Putting what the stages found together into a `PageReading`.
//!
//! Responsible for reading order, text, boxes and the verdict in the form of the wire contract. Not responsible for
//! finding any of it.

use std::time::Duration;

use liasse_geometry::{Quad, Transform};
use liasse_imaging::{Barcode, BarcodeFormat, Upright};
use liasse_models::layout::{self, LineBox, Piece};
use liasse_models::{LineText, WordText};
use liasse_proto::v1;

use super::geometry::{Crop, Lie};
use crate::context::Timings;

/// A line that is more probably written by hand than this is said to be.
const HANDWRITTEN: f32 = 0.5;

/// What is known of a page besides its lines.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct PageFacts {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) dpi: Option<f32>,
    pub(super) examined: Upright,
    /// How it lies, as far as is known by now.
    pub(super) lie: Lie,
}

/// A line and what was read in it.
#[derive(Debug)]
pub(super) struct ReadLine {
    pub(super) crop: Crop,
    pub(super) text: LineText,
}

/// The reading of a page, without what its caller called it and without the verdict. `upright_to_page` is where the upright
/// page lies.
pub(super) fn assemble(facts: &PageFacts, lines: Vec<ReadLine>, upright_to_page: &Transform) -> v1::PageReading {
    let (lines, unread): (Vec<ReadLine>, Vec<ReadLine>) = lines.into_iter().partition(|line| line.text.legible);
    let boxes: Vec<LineBox> = lines
        .iter()
        .map(|line| LineBox {
            quad: line.crop.upright.quad,
            words: line.text.words.iter().map(|word| line.crop.extent(word.from, word.to)).collect(),
        })
        .collect();
    let mut reading = v1::PageReading {
        width: facts.width,
        height: facts.height,
        dpi: facts.dpi.unwrap_or(0.0),
        skew_degrees: facts.lie.skew_on_image(facts.width, facts.height),
        orientation_degrees: facts.lie.orientation_degrees,
        page_outline: facts.lie.outline.map(|outline| quad(&outline.quad)),
        ..Default::default()
    };
    let mut page = Weighted::default();
    for block in layout::arrange(&boxes) {
        let first_line = reading.lines.len() as u32;
        if first_line > 0 {
            reading.text.push('\n');
        }
        for (line, words) in block.iter().filter_map(|piece| piece_of(&lines, piece)) {
            let first_word = reading.words.len() as u32;
            let mut mean = Weighted::default();
            for word in words {
                let confidence = word.confidence.clamp(0.0, 1.0);
                mean.add(confidence, &word.text);
                page.add(confidence, &word.text);
                reading.words.push(v1::Word {
                    quad: Some(quad(&line.crop.word(word.from, word.to))),
                    text: word.text.clone(),
                    confidence,
                });
            }
            let (text, place) = match words {
                [first, .., last] | [first @ last] if words.len() < line.text.words.len() => {
                    let text: Vec<&str> = words.iter().map(|word| word.text.as_str()).collect();
                    (text.join(" "), line.crop.words(first.from, last.to))
                }
                _ => (line.text.text.clone(), line.crop.whole()),
            };
            reading.text.push_str(&text);
            reading.text.push('\n');
            reading.lines.push(v1::Line {
                quad: Some(quad(&place)),
                text,
                confidence: mean.get(),
                first_word,
                word_count: words.len() as u32,
                handwritten: line.text.handwriting > HANDWRITTEN,
            });
        }
        let around = block.iter().filter_map(|piece| piece_of(&lines, piece)).fold(
            (f32::INFINITY, f32::INFINITY, f32::NEG_INFINITY, f32::NEG_INFINITY),
            |(left, top, right, bottom), (line, words)| {
                let (mut l, t, mut r, b) = line.crop.upright.quad.bounds();
                if let ([first, ..], [.., last]) = (words, words)
                    && words.len() < line.text.words.len()
                {
                    (l, r) = line.crop.extent(first.from, last.to);
                }
                (left.min(l), top.min(t), right.max(r), bottom.max(b))
            },
        );
        let around = Quad::from_rect(around.0, around.1, around.2, around.3);
        reading.blocks.push(v1::Block {
            quad: Some(quad(&around.mapped(upright_to_page))),
            first_line,
            line_count: reading.lines.len() as u32 - first_line,
        });
    }
    reading.confidence = page.get();
    reading.unread = unread_lines(unread);
    reading
}

/// The line and those of its words that a piece stands for.
fn piece_of<'a>(lines: &'a [ReadLine], piece: &Piece) -> Option<(&'a ReadLine, &'a [WordText])> {
    let line = lines.get(piece.line)?;
    Some((line, line.text.words.get(piece.words.clone())?))
}

/// What could not be read, from top to bottom. What the detector took for a line and the recogniser for nothing at all was none.
fn unread_lines(mut lines: Vec<ReadLine>) -> Vec<v1::UnreadLine> {
    lines.sort_by(|a, b| a.crop.upright.quad.bounds().1.total_cmp(&b.crop.upright.quad.bounds().1));
    let lines = lines.into_iter().map(|line| v1::UnreadLine {
        quad: Some(quad(&line.crop.whole())),
        handwritten: line.text.handwriting > HANDWRITTEN,
        confidence: if line.text.words.is_empty() { 0.0 } else { line.text.confidence },
        guess: line.text.text,
    });
    lines.filter(|line| line.handwritten || !line.guess.is_empty()).collect()
}

/// The timings on the wire. `total` is from the page's arrival.
pub(super) fn timings(timings: &Timings, total: Duration) -> v1::StageTimings {
    let micros = |time: Duration| u64::try_from(time.as_micros()).unwrap_or(u64::MAX);
    v1::StageTimings {
        queue_microseconds: micros(timings.queue),
        decode_microseconds: micros(timings.decode),
        upright_microseconds: micros(timings.upright),
        detect_microseconds: micros(timings.detect),
        crop_microseconds: micros(timings.crop),
        read_microseconds: micros(timings.read),
        total_microseconds: micros(total),
        barcodes_microseconds: micros(timings.barcodes),
        upright_image_microseconds: micros(timings.upright_image),
        document_microseconds: micros(timings.document),
    }
}

/// A bar code on the wire.
pub(super) fn barcode(code: &Barcode) -> v1::Barcode {
    use v1::BarcodeFormat as Format;
    let format = match code.format {
        BarcodeFormat::Code128 => Format::Code128,
        BarcodeFormat::Code39 => Format::Code39,
        BarcodeFormat::Ean13 => Format::Ean13,
        BarcodeFormat::Ean8 => Format::Ean8,
        BarcodeFormat::Itf => Format::Itf,
        BarcodeFormat::Codabar => Format::Codabar,
        BarcodeFormat::QrCode => Format::QrCode,
        BarcodeFormat::DataMatrix => Format::DataMatrix,
        BarcodeFormat::Pdf417 => Format::Pdf417,
        BarcodeFormat::Aztec => Format::Aztec,
        BarcodeFormat::Patch => Format::Patch,
    };
    v1::Barcode {
        format: format.into(),
        text: code.text.clone(),
        raw: code.raw.clone().into(),
        quad: Some(quad(&code.quad)),
    }
}

/// A warning that lines were left out.
pub(super) fn too_many_lines(found: usize, most: usize) -> v1::Warning {
    v1::Warning {
        reason: "TOO_MANY_LINES".to_owned(),
        message: format!("{found} lines were found; the {most} clearest of them were read"),
    }
}

/// A quadrilateral on the wire.
pub(super) fn quad(quad: &Quad) -> v1::Quad {
    let [top_left, top_right, bottom_right, bottom_left] = quad.corners.map(|p| Some(v1::Point { x: p.x, y: p.y }));
    v1::Quad { top_left, top_right, bottom_right, bottom_left }
}

/// A mean weighted by length of text; 1 when nothing was added.
#[derive(Default)]
pub(super) struct Weighted {
    sum: f32,
    weight: f32,
}

impl Weighted {
    pub(super) fn add(&mut self, confidence: f32, text: &str) {
        let weight = text.chars().count() as f32;
        self.sum += confidence * weight;
        self.weight += weight;
    }

    pub(super) fn get(&self) -> f32 {
        if self.weight > 0.0 { self.sum / self.weight } else { 1.0 }
    }
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;
    use liasse_geometry::Ribbon;
    use liasse_imaging::{Quality, Region};

    pub(in crate::pipeline) fn facts() -> PageFacts {
        PageFacts {
            width: 1000,
            height: 1400,
            dpi: None,
            examined: Upright {
                skew_degrees: 0.0,
                skew_confidence: 1.0,
                outline: None,
                quality: Quality {
                    ink_ratio: 0.1,
                    paper_level: 250.0,
                    contrast: 200.0,
                    blank: false,
                    blur: 0.1,
                    cut_letters: 0,
                    fold: 0.0,
                    border_ratio: 0.0,
                    width_step: 0.0,
                },
            },
            lie: Lie { orientation_degrees: 0, skew_degrees: 0.0, outline: None },
        }
    }

    pub(in crate::pipeline) fn line(top: f32, words: &[(&str, f32)]) -> ReadLine {
        let quad = Quad::from_rect(100.0, top, 500.0, top + 20.0);
        let words: Vec<WordText> = words
            .iter()
            .enumerate()
            .map(|(i, (text, confidence))| WordText {
                text: (*text).to_owned(),
                confidence: *confidence,
                from: i as f32 * 0.5,
                to: (i + 1) as f32 * 0.5,
            })
            .collect();
        let text = words.iter().map(|w| w.text.as_str()).collect::<Vec<_>>().join(" ");
        ReadLine {
            crop: Crop {
                upright: Ribbon::straight(quad),
                to_page: Transform::IDENTITY,
                region: Region { to_page: Transform::IDENTITY, width: 400, height: 20, background: 255 },
                bucket_width: 400,
                margin: 0.0,
                line_height: 20.0,
            },
            text: LineText { text, confidence: 0.5, legible: !words.is_empty(), words, handwriting: 0.0 },
        }
    }

    #[test]
    fn lines_blocks_and_words_refer_to_one_another() {
        let lines = vec![
            line(600.0, &[("Veuillez", 0.5)]),
            line(100.0, &[("Madame,", 1.0), ("Monsieur", 0.5)]),
            line(300.0, &[]),
            line(125.0, &[("Rue", 1.0)]),
        ];
        let reading = assemble(&facts(), lines, &Transform::IDENTITY);
        assert_eq!(reading.text, "Madame, Monsieur\nRue\n\nVeuillez\n");
        let blocks: Vec<_> = reading.blocks.iter().map(|b| (b.first_line, b.line_count)).collect();
        assert_eq!(blocks, [(0, 2), (2, 1)]);
        let words: Vec<_> = reading.lines.iter().map(|l| (l.first_word, l.word_count)).collect();
        assert_eq!(words, [(0, 2), (2, 1), (3, 1)]);
        let expected = (7.0 + 8.0 * 0.5) / 15.0;
        assert!((reading.lines[0].confidence - expected).abs() < 1e-6);
        let second = reading.words[1].quad.unwrap();
        assert_eq!(second.top_left, Some(v1::Point { x: 300.0, y: 100.0 }));
        assert_eq!(second.bottom_right, Some(v1::Point { x: 500.0, y: 120.0 }));
    }

    #[test]
    fn the_halves_of_a_line_across_two_columns_go_apart() {
        let placed = |left: f32, right: f32, top: f32, words: &[(&str, f32, f32)]| {
            let mut line = line(top, &[]);
            let quad = Quad::from_rect(left, top, right, top + 20.0);
            line.crop.upright = Ribbon::straight(quad);
            let share = |x: f32| (x - left) / (right - left);
            line.text.words = words
                .iter()
                .map(|(text, from, to)| WordText {
                    text: (*text).to_owned(),
                    confidence: 1.0,
                    from: share(*from),
                    to: share(*to),
                })
                .collect();
            line.text.text = words.iter().map(|(text, ..)| *text).collect::<Vec<_>>().join(" ");
            line.text.legible = true;
            line
        };
        let mut lines = vec![placed(0.0, 820.0, 156.0, &[("c", 0.0, 200.0), ("d", 210.0, 400.0), ("C", 424.0, 820.0)])];
        for (top, left, right) in [(100.0, "a", "A"), (128.0, "b", "B"), (184.0, "e", "E"), (212.0, "f", "F")] {
            lines.push(placed(0.0, 400.0, top, &[(left, 0.0, 400.0)]));
            lines.push(placed(424.0, 820.0, top, &[(right, 424.0, 820.0)]));
        }
        let reading = assemble(&facts(), lines, &Transform::IDENTITY);
        assert_eq!(reading.text, "a\nb\nc d\ne\nf\n\nA\nB\nC\nE\nF\n");
        let part = &reading.lines[2];
        assert_eq!((part.text.as_str(), part.first_word, part.word_count), ("c d", 2, 2));
        let right = part.quad.and_then(|quad| quad.top_right).map(|point| point.x);
        assert!(right.is_some_and(|x| (x - 400.0).abs() < 0.01), "{right:?}");
    }

    #[test]
    fn what_cannot_be_read_stands_apart() {
        let mut scrawl = line(200.0, &[("Jln", 0.1)]);
        (scrawl.text.legible, scrawl.text.handwriting) = (false, 0.9);
        let mut signature = line(100.0, &[]);
        signature.text.handwriting = 0.8;
        let lines = vec![scrawl, line(300.0, &[("Madame", 0.9)]), signature, line(400.0, &[])];
        let reading = assemble(&facts(), lines, &Transform::IDENTITY);
        assert_eq!((reading.text.as_str(), reading.lines.len(), reading.words.len()), ("Madame\n", 1, 1));
        let unread: Vec<_> = reading.unread.iter().map(|u| (u.guess.as_str(), u.handwritten, u.confidence)).collect();
        assert_eq!(unread, [("", true, 0.0), ("Jln", true, 0.5)]);
    }

    #[test]
    fn a_page_without_text_is_a_reading() {
        let mut facts = facts();
        facts.examined.quality.blank = true;
        facts.dpi = Some(100.0);
        let reading = assemble(&facts, Vec::new(), &Transform::IDENTITY);
        assert_eq!((reading.text.as_str(), reading.confidence), ("", 1.0));
        assert!(reading.blocks.is_empty() && reading.lines.is_empty() && reading.words.is_empty());
    }
}
