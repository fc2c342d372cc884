//! One face: its outlines and measures for the characters of the charset, read from a TrueType or OpenType file.
//!
//! Whether a face is any good for drawing French is judged in `survey`.

use crate::charset::{charset, position};
use crate::raster::path::{Outline, Segment};
use std::collections::HashMap;
use ttf_parser::gpos::{PairAdjustment, PositioningSubtable};
use ttf_parser::{GlyphId, OutlineBuilder};

/// A drawn character: outline in em units (y upwards) and advance in em.
#[derive(Debug, Clone, Default)]
pub(crate) struct Glyph {
    pub(crate) id: u16,
    pub(crate) advance: f32,
    pub(crate) outline: Outline,
}

/// Heights above and depths below the baseline in em.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Metrics {
    /// Top of the letters b, d, h, l.
    pub(crate) ascender: f32,
    /// How far p, q, g reach below the baseline (positive).
    pub(crate) descender: f32,
    /// Height of x.
    pub(crate) x_height: f32,
    /// Height of H.
    pub(crate) cap_height: f32,
    /// Width of the space.
    pub(crate) space: f32,
    /// Mean advance of the small letters.
    pub(crate) mean_advance: f32,
    /// Thickness of the stem of l or i, measured on its middle.
    pub(crate) stem: f32,
}

/// The drawable content of a face.
#[derive(Debug)]
pub(crate) struct FaceData {
    /// By position in the charset; `None` where the face lacks the character.
    pub(crate) glyphs: Vec<Option<Glyph>>,
    /// Kerning in em by pair of charset positions.
    pub(crate) kerning: HashMap<(u16, u16), f32>,
    pub(crate) metrics: Metrics,
    /// Every letter as wide as every other.
    pub(crate) fixed_pitch: bool,
}

struct Builder {
    scale: f32,
    outline: Outline,
}

impl Builder {
    fn see(&mut self, x: f32, y: f32) -> (f32, f32) {
        let (x, y) = (x * self.scale, y * self.scale);
        let b = &mut self.outline.bounds;
        *b = [b[0].min(x), b[1].min(y), b[2].max(x), b[3].max(y)];
        (x, y)
    }
}

impl OutlineBuilder for Builder {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.see(x, y);
        self.outline.segments.push(Segment::Move(x, y));
    }
    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.see(x, y);
        self.outline.segments.push(Segment::Line(x, y));
    }
    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let (x1, y1) = self.see(x1, y1);
        let (x, y) = self.see(x, y);
        self.outline.segments.push(Segment::Quad(x1, y1, x, y));
    }
    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let (x1, y1) = self.see(x1, y1);
        let (x2, y2) = self.see(x2, y2);
        let (x, y) = self.see(x, y);
        self.outline.segments.push(Segment::Cubic(x1, y1, x2, y2, x, y));
    }
    fn close(&mut self) {}
}

/// The outline of a glyph in em units, if it has one.
fn outline_of(face: &ttf_parser::Face<'_>, id: GlyphId) -> Option<Outline> {
    let infinity = f32::INFINITY;
    let mut builder = Builder {
        scale: 1.0 / f32::from(face.units_per_em()),
        outline: Outline { segments: Vec::new(), bounds: [infinity, infinity, -infinity, -infinity] },
    };
    face.outline_glyph(id, &mut builder)?;
    let b = builder.outline.bounds;
    // An outline without area, or one that reaches absurdly far, is not something to draw.
    let sane = b[2] > b[0] && b[3] > b[1] && b.iter().all(|v| v.abs() < 4.0);
    (sane && builder.outline.segments.len() < 20_000).then_some(builder.outline)
}

impl FaceData {
    /// Reads a face from the bytes of its file. `None` if it cannot be parsed or lacks the letters to be measured.
    pub(crate) fn read(bytes: &[u8]) -> Option<FaceData> {
        let face = ttf_parser::Face::parse(bytes, 0).ok()?;
        let em = f32::from(face.units_per_em());
        let missing = outline_of(&face, GlyphId(0));
        let mut glyphs: Vec<Option<Glyph>> = charset()
            .iter()
            .map(|c| {
                let id = face.glyph_index(*c).filter(|id| id.0 != 0)?;
                let outline = outline_of(&face, id)?;
                if missing.as_ref() == Some(&outline) {
                    return None;
                }
                let advance = f32::from(face.glyph_hor_advance(id)?) / em;
                (advance > 0.0 && advance < 3.0).then_some(Glyph { id: id.0, advance, outline })
            })
            .collect();
        forget_lookalikes(&mut glyphs);
        let space = face
            .glyph_index(' ')
            .and_then(|id| face.glyph_hor_advance(id))
            .map_or(0.27, |a| (f32::from(a) / em).clamp(0.15, 0.8));
        let metrics = measure(&glyphs, space)?;
        let kerning = kerning(&face, &glyphs);
        let letters: Vec<f32> = ['i', 'm', 'W', '.', '0'].iter().filter_map(|c| advance(&glyphs, *c)).collect();
        let fixed_pitch = letters.len() == 5 && letters.iter().all(|a| (a - letters[0]).abs() < 0.01);
        Some(FaceData { glyphs, kerning, metrics, fixed_pitch })
    }

    /// The glyph of a character.
    pub(crate) fn glyph(&self, c: char) -> Option<&Glyph> {
        position(c).and_then(|i| self.glyphs[i].as_ref())
    }

    /// Whether every character of the text can be drawn (white space always can).
    pub(crate) fn covers(&self, text: &str) -> bool {
        text.chars().all(|c| c.is_whitespace() || self.glyph(c).is_some())
    }
}

fn get(glyphs: &[Option<Glyph>], c: char) -> Option<&Glyph> {
    glyphs[position(c)?].as_ref()
}

fn advance(glyphs: &[Option<Glyph>], c: char) -> Option<f32> {
    get(glyphs, c).map(|g| g.advance)
}

/// Where a face draws two characters alike, only the first of the charset stays, or the truth would be a guess; where it
/// draws three or more ASCII signs alike, that is a stand-in for what it lacks, and none stays. Letters and digits stay
/// all (l for 1, O for 0 on typewriters: the context tells).
fn forget_lookalikes(glyphs: &mut [Option<Glyph>]) {
    let alike = |a: &Glyph, b: &Glyph| a.id == b.id || a.outline == b.outline;
    let signs: Vec<usize> = (0..glyphs.len()).filter(|i| !charset()[*i].is_ascii_alphanumeric()).collect();
    let mut drop = vec![false; glyphs.len()];
    for &i in &signs {
        let Some(g) = &glyphs[i] else { continue };
        drop[i] = glyphs[..i].iter().flatten().any(|other| alike(g, other));
        let twins = signs.iter().filter(|j| charset()[**j].is_ascii());
        drop[i] |= twins.filter(|j| glyphs[**j].as_ref().is_some_and(|other| alike(g, other))).count() >= 3;
    }
    for (glyph, drop) in glyphs.iter_mut().zip(drop) {
        if drop {
            *glyph = None;
        }
    }
}

fn measure(glyphs: &[Option<Glyph>], space: f32) -> Option<Metrics> {
    let top = |c| get(glyphs, c).map(|g| g.outline.bounds[3]);
    let ascender = ['b', 'd', 'h', 'l'].into_iter().filter_map(top).fold(0.0, f32::max);
    let descender =
        ['p', 'q', 'g'].into_iter().filter_map(|c| get(glyphs, c)).map(|g| -g.outline.bounds[1]).fold(0.0, f32::max);
    let small: Vec<f32> = ('a'..='z').filter_map(|c| advance(glyphs, c)).collect();
    let mean_advance = small.iter().sum::<f32>() / small.len().max(1) as f32;
    let x_height = top('x')?;
    let stem = get(glyphs, 'l').map_or(0.08, stem_of);
    let sane = ascender > 0.3 && ascender < 1.5 && descender < 1.0 && x_height > 0.15 && small.len() == 26;
    sane.then_some(Metrics {
        ascender,
        descender: descender.max(0.02),
        x_height,
        cap_height: top('H')?,
        space,
        mean_advance,
        stem,
    })
}

/// Thickness at half the height, from the mask of a large drawing.
fn stem_of(glyph: &Glyph) -> f32 {
    const SIZE: f32 = 200.0;
    let t = crate::raster::path::Affine { a: SIZE, b: 0.0, c: 0.0, d: -SIZE, e: 0.0, f: 0.0 };
    let mask = crate::raster::path::Filler::new().mask(&glyph.outline, &t, 0.0);
    if mask.height == 0 {
        return 0.08;
    }
    let y = mask.height / 2;
    let covered: u32 = mask.data[y * mask.width..(y + 1) * mask.width].iter().map(|v| u32::from(*v)).sum();
    covered as f32 / 255.0 / SIZE
}

/// Kerning between all pairs of the charset: the GPOS `kern` feature where there is one, else the `kern` table.
fn kerning(face: &ttf_parser::Face<'_>, glyphs: &[Option<Glyph>]) -> HashMap<(u16, u16), f32> {
    let em = f32::from(face.units_per_em());
    let mut out = HashMap::new();
    let mut tables: Vec<PairAdjustment<'_>> = Vec::new();
    if let Some(gpos) = face.tables().gpos {
        let kern = ttf_parser::Tag::from_bytes(b"kern");
        let mut wanted: Vec<u16> = Vec::new();
        for feature in gpos.features {
            if feature.tag == kern {
                wanted.extend(feature.lookup_indices);
            }
        }
        wanted.sort_unstable();
        wanted.dedup();
        for index in wanted {
            let Some(lookup) = gpos.lookups.get(index) else {
                continue;
            };
            for subtable in lookup.subtables.into_iter::<PositioningSubtable<'_>>() {
                if let PositioningSubtable::Pair(pair) = subtable {
                    tables.push(pair);
                }
            }
        }
    }
    let legacy = face.tables().kern;
    if tables.is_empty() && legacy.is_none() {
        return out;
    }
    for (i, a) in glyphs.iter().enumerate() {
        let Some(a) = a else { continue };
        for (j, b) in glyphs.iter().enumerate() {
            let Some(b) = b else { continue };
            let (left, right) = (GlyphId(a.id), GlyphId(b.id));
            let value = if tables.is_empty() {
                legacy.and_then(|k| {
                    k.subtables
                        .into_iter()
                        .filter(|s| s.horizontal && !s.variable)
                        .find_map(|s| s.glyphs_kerning(left, right))
                })
            } else {
                tables.iter().find_map(|t| pair_value(t, left, right))
            };
            if let Some(v) = value.filter(|v| *v != 0) {
                let v = f32::from(v) / em;
                if v.abs() < 0.5 {
                    out.insert((i as u16, j as u16), v);
                }
            }
        }
    }
    out
}

fn pair_value(table: &PairAdjustment<'_>, left: GlyphId, right: GlyphId) -> Option<i16> {
    match table {
        PairAdjustment::Format1 { coverage, sets } => {
            let index = coverage.get(left)?;
            sets.get(index)?.get(right).map(|(first, _)| first.x_advance)
        }
        PairAdjustment::Format2 { coverage, classes, matrix } => {
            coverage.get(left)?;
            let classes = (classes.0.get(left), classes.1.get(right));
            matrix.get(classes).map(|(first, _)| first.x_advance)
        }
    }
}
