//! Pictures of pages with what was found drawn on them.
//!
//! Left the page as it came in, with the boxes of its words coloured by confidence, those of its lines in blue, those of what
//! could not be read in grey, those of its codes in violet, those of its document's fields in teal with their labels; right the
//! words that were read, each set into its box, and what the codes say. The page is decoded by the same code as on the server,
//! since a PDF page has no pixels of its own that the boxes could refer to. Not responsible for finding anything.

use std::path::Path;

use anyhow::{Context, anyhow, ensure};
use image::{ExtendedColorType, RgbImage, codecs::jpeg::JpegEncoder, imageops};
use liasse_client::v1::{Barcode, DocumentReading, Field, PageReading, Point, Quad, Word};
use liasse_imaging::{Limits, PixelFormat, Source};
use tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, PremultipliedColorU8, Stroke, Transform};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

use crate::{describe, output};

/// A face with all the letters that are read.
const FACE: &[u8] = include_bytes!("../../../../corpus/fonts/LiberationSans-Regular.ttf");
/// Longer side of the drawn page in pixels; larger pages are reduced to it.
const LONGEST_SIDE: f32 = 2000.0;
/// Between the two halves, in pixels.
const GAP: u32 = 8;
/// Width of the boxes' strokes in pixels.
const STROKE: f32 = 1.5;
const JPEG_QUALITY: u8 = 88;
/// Colour of fields, their labels and what the document is.
const FIELD: (u8, u8, u8) = (0, 120, 150);
/// Colour of what could not be read.
const UNREAD: (u8, u8, u8) = (120, 120, 120);
/// Colour of codes.
const CODE: (u8, u8, u8) = (90, 0, 140);

/// Draws the pages of the file at `path` into `folder`: STEM.annotated.jpg, or STEM.page-N.annotated.jpg when the file has
/// several. `pages[i]` is page i + 1.
///
/// # Errors
/// When the file cannot be decoded any more, or a picture cannot be written.
pub(crate) fn file(path: &Path, pages: &[Option<PageReading>], folder: &Path, stem: &str) -> anyhow::Result<()> {
    let bytes = std::fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
    // It has passed the server's limits, which may be wider than ours by default.
    let limits = Limits { max_file_bytes: bytes.len(), ..Limits::default() };
    let source = Source::open(bytes.into(), None, &limits)?;
    let face = Face::parse(FACE, 0).context("the bundled face is damaged")?;
    for reading in pages.iter().flatten() {
        let jpeg = page(&source, reading, &face)?;
        let number = if pages.len() > 1 { format!(".page-{}", reading.page_number) } else { String::new() };
        let target = folder.join(format!("{stem}{number}.annotated.jpg"));
        std::fs::write(&target, jpeg).with_context(|| format!("cannot write {}", target.display()))?;
    }
    Ok(())
}

fn page(source: &Source, reading: &PageReading, face: &Face<'_>) -> anyhow::Result<Vec<u8>> {
    let raster = source.decode(reading.page_number.saturating_sub(1), PixelFormat::Rgb8)?;
    let (width, height) = (raster.width(), raster.height());
    ensure!((width, height) == (reading.width, reading.height), "the file has changed since it was read");
    let image = RgbImage::from_raw(width, height, raster.into_data()).context("the page has too few pixels")?;
    let scale = (LONGEST_SIDE / width.max(height) as f32).min(1.0);
    let reduced = |side: u32| ((side as f32 * scale).round() as u32).max(1);
    let (width, height) = (reduced(width), reduced(height));
    let image = if scale < 1.0 { imageops::thumbnail(&image, width, height) } else { image };

    let mut canvas = Pixmap::new(2 * width + GAP, height).context("the picture would be too large")?;
    canvas.fill(Color::from_rgba8(128, 128, 128, 255));
    let stride = canvas.width() as usize;
    for (row, pixels) in canvas.pixels_mut().chunks_mut(stride).zip(image.rows()) {
        for (to, from) in row.iter_mut().zip(pixels) {
            let [red, green, blue] = from.0;
            *to = PremultipliedColorU8::from_rgba(red, green, blue, 255).context("an opaque colour")?;
        }
        row[(width + GAP) as usize..].fill(PremultipliedColorU8::from_rgba(255, 255, 255, 255).context("white")?);
    }
    let on_page = Transform::from_scale(scale, scale);
    let beside = on_page.post_translate((width + GAP) as f32, 0.0);
    for line in &reading.lines {
        outline(&mut canvas, line.quad.as_ref(), (40, 90, 220), STROKE / 2.0 / scale, on_page);
    }
    for line in &reading.unread {
        for transform in [on_page, beside] {
            outline(&mut canvas, line.quad.as_ref(), UNREAD, STROKE / scale, transform);
        }
    }
    for word in &reading.words {
        let colour = colour(word.confidence);
        outline(&mut canvas, word.quad.as_ref(), colour, STROKE / scale, on_page);
        if let Some(path) = set(word, face) {
            canvas.fill_path(&path, &paint(colour), FillRule::Winding, beside, None);
        }
    }
    for code in &reading.barcodes {
        let outlined = [(on_page, 2.0 * STROKE), (beside, STROKE)];
        for (transform, stroke) in outlined {
            outline(&mut canvas, code.quad.as_ref(), CODE, stroke / scale, transform);
        }
        if let Some(path) = label(code).and_then(|word| set(&word, face)) {
            canvas.fill_path(&path, &paint(CODE), FillRule::Winding, beside, None);
        }
    }
    if let Some(document) = &reading.document {
        for field in &document.fields {
            for (transform, stroke) in [(on_page, 2.0 * STROKE), (beside, STROKE)] {
                outline(&mut canvas, field.quad.as_ref(), FIELD, stroke / scale, transform);
            }
        }
        let titles = document.fields.iter().filter_map(title).chain(heading(document, reading));
        for path in titles.filter_map(|title| set(&title, face)) {
            canvas.fill_path(&path, &paint(FIELD), FillRule::Winding, beside, None);
        }
    }
    encode(&canvas)
}

/// The label of a field as a word over the left end of its box, in smaller type.
fn title(field: &Field) -> Option<Word> {
    let [top_left, top_right, _, bottom_left] = corners(field.quad.as_ref()?)?;
    let (along, down) = (
        (top_right.0 - top_left.0, top_right.1 - top_left.1),
        (bottom_left.0 - top_left.0, bottom_left.1 - top_left.1),
    );
    let (width, height) = (along.0.hypot(along.1).max(1.0), down.0.hypot(down.1).max(1.0));
    // An address is some lines high; its label is not.
    let letters = 0.6 * height.min(width / 4.0).max(8.0);
    let text = format!("{} {}", field.label, describe::percent(field.confidence));
    let length = 0.45 * letters * text.chars().count() as f32;
    let at = |right: f32, up: f32| {
        let (x, y) = (along.0 / width * right - down.0 / height * up, along.1 / width * right - down.1 / height * up);
        Some(Point { x: top_left.0 + x, y: top_left.1 + y })
    };
    let quad = Quad {
        top_left: at(0.0, letters),
        top_right: at(length, letters),
        bottom_right: at(length, 0.0),
        bottom_left: at(0.0, 0.0),
    };
    Some(Word { quad: Some(quad), text, confidence: field.confidence })
}

/// What the document is and where it goes, as a word along the top of the page.
fn heading(document: &DocumentReading, reading: &PageReading) -> Option<Word> {
    let tray = document.tray.as_ref().map(|tray| format!(" > {}", tray.label)).unwrap_or_default();
    let text = format!("{} {}{tray}", document.type_label, describe::percent(document.type_confidence));
    let (page_width, letters) = (reading.width as f32, (0.016 * reading.height as f32).max(12.0));
    let length = (0.5 * letters * text.chars().count() as f32).min(0.96 * page_width);
    let at = |x: f32, y: f32| Some(Point { x: 0.02 * page_width + x, y: 0.3 * letters + y });
    let quad = Quad {
        top_left: at(0.0, 0.0),
        top_right: at(length, 0.0),
        bottom_right: at(length, letters),
        bottom_left: at(0.0, letters),
    };
    Some(Word { quad: Some(quad), text, confidence: 1.0 })
}

/// What a code says as a word across its box: no higher than letters of that width are.
fn label(code: &Barcode) -> Option<Word> {
    let [top_left, top_right, bottom_right, bottom_left] = corners(code.quad.as_ref()?)?;
    let text = format!("{} {}", output::code_name(code.format()), code.text.replace(char::is_control, " "));
    let length = |a: (f32, f32), b: (f32, f32)| (a.0 - b.0).hypot(a.1 - b.1);
    let letter = 2.0 * length(top_left, top_right) / text.chars().count() as f32;
    let share = (letter / length(top_left, bottom_left).max(1.0)).min(1.0);
    let point = |(x, y)| Some(Point { x, y });
    let down =
        |from: (f32, f32), to: (f32, f32)| point((from.0 + (to.0 - from.0) * share, from.1 + (to.1 - from.1) * share));
    let quad = Quad {
        top_left: point(top_left),
        top_right: point(top_right),
        bottom_right: down(top_right, bottom_right),
        bottom_left: down(top_left, bottom_left),
    };
    Some(Word { quad: Some(quad), text, confidence: 1.0 })
}

/// Dark green for what is certain, over orange to red for a guess.
const fn colour(confidence: f32) -> (u8, u8, u8) {
    if confidence >= 0.9 {
        (0, 110, 40)
    } else if confidence >= 0.7 {
        (200, 110, 0)
    } else {
        (210, 0, 30)
    }
}

fn paint((red, green, blue): (u8, u8, u8)) -> Paint<'static> {
    let mut paint = Paint::default();
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

/// The corners, clockwise from the top left; `None` when one is missing.
fn corners(quad: &Quad) -> Option<[(f32, f32); 4]> {
    let corner = |p: &Option<Point>| p.as_ref().map(|p| (p.x, p.y));
    Some([corner(&quad.top_left)?, corner(&quad.top_right)?, corner(&quad.bottom_right)?, corner(&quad.bottom_left)?])
}

/// Strokes a box; `width` is in pixels of the page.
fn outline(canvas: &mut Pixmap, quad: Option<&Quad>, colour: (u8, u8, u8), width: f32, transform: Transform) {
    let Some([first, rest @ ..]) = quad.and_then(corners) else { return };
    let mut path = PathBuilder::new();
    path.move_to(first.0, first.1);
    for (x, y) in rest {
        path.line_to(x, y);
    }
    path.close();
    if let Some(path) = path.finish() {
        let stroke = Stroke { width, ..Stroke::default() };
        canvas.stroke_path(&path, &paint(colour), &stroke, transform, None);
    }
}

/// A word as outlines on the page: as wide as its box, from the tops of b, d, h, l to the feet of p, q, g as high.
fn set(word: &Word, face: &Face<'_>) -> Option<tiny_skia::Path> {
    let [top_left, top_right, _, bottom_left] = corners(word.quad.as_ref()?)?;
    let glyphs: Vec<(GlyphId, f32)> = word
        .text
        .chars()
        .map(|c| {
            // A character that the face has not shows as the face's box for it.
            let glyph = face.glyph_index(c).unwrap_or_default();
            (glyph, f32::from(face.glyph_hor_advance(glyph).unwrap_or(0)))
        })
        .collect();
    let advance: f32 = glyphs.iter().map(|(_, advance)| advance).sum();
    let bounds = |c| face.glyph_index(c).and_then(|glyph| face.glyph_bounding_box(glyph));
    let (top, bottom) = (f32::from(bounds('l')?.y_max), f32::from(bounds('p')?.y_min));
    if advance <= 0.0 {
        return None;
    }
    let along = ((top_right.0 - top_left.0) / advance, (top_right.1 - top_left.1) / advance);
    let down = ((bottom_left.0 - top_left.0) / (top - bottom), (bottom_left.1 - top_left.1) / (top - bottom));
    let mut setter = Setter { path: PathBuilder::new(), origin: top_left, along, down, top, at: 0.0 };
    for (glyph, advance) in glyphs {
        face.outline_glyph(glyph, &mut setter);
        setter.at += advance;
    }
    setter.path.finish()
}

/// Takes outlines in the face's units and puts them into a word's box.
struct Setter {
    path: PathBuilder,
    /// The box's top-left corner.
    origin: (f32, f32),
    /// One of the face's units to the right, and one down, on the page.
    along: (f32, f32),
    down: (f32, f32),
    /// The face's height that lies on the box's upper edge.
    top: f32,
    /// Where the glyph begins.
    at: f32,
}

impl Setter {
    fn place(&self, x: f32, y: f32) -> (f32, f32) {
        let (right, below) = (self.at + x, self.top - y);
        (
            self.origin.0 + self.along.0 * right + self.down.0 * below,
            self.origin.1 + self.along.1 * right + self.down.1 * below,
        )
    }
}

impl OutlineBuilder for Setter {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.place(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.place(x1, y1), self.place(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.place(x1, y1), self.place(x2, y2), self.place(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

fn encode(canvas: &Pixmap) -> anyhow::Result<Vec<u8>> {
    // Everything on the canvas is opaque, so premultiplied is plain.
    let rgb: Vec<u8> = canvas.pixels().iter().flat_map(|p| [p.red(), p.green(), p.blue()]).collect();
    let mut jpeg = Vec::new();
    JpegEncoder::new_with_quality(&mut jpeg, JPEG_QUALITY)
        .encode(&rgb, canvas.width(), canvas.height(), ExtendedColorType::Rgb8)
        .map_err(|error| anyhow!("cannot encode the picture: {error}"))?;
    Ok(jpeg)
}

#[cfg(test)]
mod tests {
    use liasse_client::v1;

    use super::*;

    fn rectangle(left: f32, top: f32, right: f32, bottom: f32) -> Quad {
        let point = |x, y| Some(Point { x, y });
        Quad {
            top_left: point(left, top),
            top_right: point(right, top),
            bottom_right: point(right, bottom),
            bottom_left: point(left, bottom),
        }
    }

    fn word(text: &str, quad: Quad) -> Word {
        Word { text: text.to_owned(), quad: Some(quad), confidence: 1.0 }
    }

    #[test]
    fn a_word_fills_its_box() {
        let face = Face::parse(FACE, 0).unwrap();
        let path = set(&word("dép", rectangle(100.0, 50.0, 160.0, 80.0)), &face).unwrap();
        let bounds = path.bounds();
        assert!((100.0..103.0).contains(&bounds.left()) && (157.0..160.1).contains(&bounds.right()), "{bounds:?}");
        assert!((bounds.top() - 50.0).abs() < 1.0 && (bounds.bottom() - 80.0).abs() < 1.0, "{bounds:?}");
    }

    #[test]
    fn every_letter_of_french_has_an_outline_of_its_own() {
        let face = Face::parse(FACE, 0).unwrap();
        for letter in "éèêëàâçùûüîïôöœæÿÉÈÊËÀÂÇÙÛÜÎÏÔÖŒÆŸ€°«»’–—…№§²<".chars()
        {
            let glyph = face.glyph_index(letter).unwrap_or_else(|| panic!("no {letter}"));
            assert_ne!(glyph.0, 0, "{letter}");
        }
    }

    #[test]
    fn what_was_found_is_drawn_where_it_was_found() {
        let white = RgbImage::from_pixel(400, 300, image::Rgb([255; 3]));
        let mut png = std::io::Cursor::new(Vec::new());
        image::DynamicImage::from(white).write_to(&mut png, image::ImageFormat::Png).unwrap();
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("page.png");
        std::fs::write(&path, png.into_inner()).unwrap();
        let reading = PageReading {
            page_number: 1,
            page_count: 1,
            width: 400,
            height: 300,
            words: vec![word("Été", rectangle(100.0, 100.0, 200.0, 140.0))],
            barcodes: vec![Barcode {
                format: v1::BarcodeFormat::QrCode.into(),
                text: "ABC".to_owned(),
                quad: Some(rectangle(20.0, 200.0, 80.0, 280.0)),
                ..Default::default()
            }],
            ..Default::default()
        };
        file(&path, &[Some(reading.clone())], folder.path(), "page").unwrap();
        let picture = image::open(folder.path().join("page.annotated.jpg")).unwrap().to_rgb8();
        assert_eq!(picture.dimensions(), (808, 300));
        let dark = |x0: u32, y0: u32, x1: u32, y1: u32| {
            (y0..y1).flat_map(|y| (x0..x1).map(move |x| (x, y))).filter(|(x, y)| picture[(*x, *y)].0[0] < 100).count()
        };
        assert!(dark(98, 98, 103, 142) > 40, "the box's left side");
        assert!(dark(110, 110, 190, 130) == 0, "nothing is drawn over the word itself");
        assert!(dark(508, 90, 608, 140) > 300, "the word beside the page");
        assert!(dark(17, 198, 23, 282) > 150, "the left side of the code's box");
        assert!(dark(430, 203, 486, 230) > 60, "what the code says beside the page");
        assert_eq!(dark(0, 160, 400, 190) + dark(100, 160, 400, 300), 0, "nothing elsewhere");

        let quad = rectangle(100.0, 200.0, 200.0, 220.0);
        let total = Field { label: "Total TTC".to_owned(), quad: Some(quad), confidence: 0.9, ..Default::default() };
        let document = DocumentReading { type_label: "Facture".to_owned(), fields: vec![total], ..Default::default() };
        let told = PageReading { document: Some(document), ..reading.clone() };
        file(&path, &[Some(told)], folder.path(), "told").unwrap();
        let picture = image::open(folder.path().join("told.annotated.jpg")).unwrap().to_rgb8();
        let dark = |x0: u32, y0: u32, x1: u32, y1: u32| {
            (y0..y1).flat_map(|y| (x0..x1).map(move |x| (x, y))).filter(|(x, y)| picture[(*x, *y)].0[0] < 100).count()
        };
        assert!(dark(98, 198, 103, 222) > 20 && dark(506, 198, 511, 222) > 10, "the field's box on both sides");
        assert!(dark(508, 186, 600, 199) > 40, "its label over it");
        assert!(dark(408, 0, 800, 18) > 10, "what the document is");

        let other = PageReading { width: 300, ..reading };
        let error = file(&path, &[Some(other)], folder.path(), "page").unwrap_err();
        assert!(error.to_string().contains("has changed"), "{error}");
    }
}
