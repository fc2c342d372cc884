//! PDF417: where one may be, and its codewords.
//!
//! rxing tells a PDF417's text only, and reads some of it wrongly (see [`compaction`]). Once it has found a
//! symbol and its error correction has agreed, the same rows are gone through again here for the codewords themselves; where a
//! start or stop pattern is torn, or the second reading does not agree with itself, rxing's text stands.
//!
//! Source: ISO/IEC 15438: codewords of seventeen modules in four bars and four spaces, in three clusters of which each row has
//! one (5.3); what the row indicators on either side tell of the symbol, and the patterns that start and stop each row (5.11).
//!
//! Responsible for symbols whose rows run level or a little aslant, either way up. Not responsible for making places level, nor
//! for finding and correcting codewords the first time, which is rxing's part.

use std::collections::HashMap;

use liasse_geometry::Quad;
use rxing::Point;
use rxing::common::BitMatrix;
use rxing::pdf417::decoder::{ec, pdf_417_codeword_decoder, pdf_417_scanning_decoder};
use rxing::pdf417::detector::pdf_417_detector;
use rxing::pdf417::pdf_417_common;

use super::compaction;
use super::profile::Profile;

/// Modules of a codeword, and its bars and spaces.
const MODULES: f32 = 17.0;
const RUNS: usize = 8;
/// Samples of a pixel along a row.
const FINE: f32 = 4.0;
/// A codeword may begin so many modules from where it should, and be so many too wide or too narrow.
const OFF: f32 = 3.0;
/// Columns of data, rows, and levels of error correction at most.
const MOST_COLUMNS: usize = 30;
const MOST_ROWS: usize = 90;
const MOST_LEVEL: usize = 8;

/// Bars and spaces of the patterns that start and stop a row, in modules.
const START: [f32; 8] = [8.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 3.0];
const STOP: [f32; 9] = [7.0, 1.0, 1.0, 3.0, 1.0, 1.0, 1.0, 2.0, 1.0];
const STOP_MODULES: f32 = 18.0;
/// Modules that a bar or space of them may be off, and how many on the average.
const ONE_OFF: f32 = 1.0;
const MEAN_OFF: f32 = 0.5;

/// A symbol that was read.
pub(super) struct Read {
    pub(super) text: String,
    /// In pixels of the image, clockwise from the symbol's own top left corner.
    pub(super) quad: Quad,
}

/// Whether a line across bars meets what starts or stops a row, either way up. Without one there is no symbol for rxing to find,
/// which takes long over not finding it.
pub(super) fn crosses(profile: &Profile) -> bool {
    let widths: Vec<f32> = profile.edges.windows(2).map(|pair| pair[1] - pair[0]).collect();
    let is = |widths: &mut dyn Iterator<Item = &f32>, pattern: &[f32], width: f32| {
        let module = width / pattern.iter().sum::<f32>();
        let off: Vec<f32> = widths.zip(pattern).map(|(width, wanted)| (width / module - wanted).abs()).collect();
        off.iter().all(|off| *off <= ONE_OFF) && off.iter().sum::<f32>() <= MEAN_OFF * off.len() as f32
    };
    let any = |pattern: &[f32]| {
        widths.windows(pattern.len()).enumerate().any(|(at, widths)| {
            let width = widths.iter().sum::<f32>();
            // Bars have an even index. A start pattern read backwards begins with its space, the stop pattern with a bar.
            let (forwards, backwards) = (at % 2 == 0, (at + pattern.len()) % 2 == 1);
            forwards && is(&mut widths.iter(), pattern, width)
                || backwards && is(&mut widths.iter().rev(), pattern, width)
        })
    };
    // The start's space is followed by a bar in every row: no need of the paper around.
    any(&START) || any(&STOP)
}

/// The first PDF417 of an image.
pub(super) fn find(image: &BitMatrix) -> Option<Read> {
    read(image).or_else(|| {
        let mut turned = image.clone();
        turned.rotate180();
        let (width, height) = (image.width() as f32, image.height() as f32);
        let mut found = read(&turned)?;
        for corner in &mut found.quad.corners {
            (corner.x, corner.y) = (width - corner.x, height - corner.y);
        }
        Some(found)
    })
}

/// The first PDF417 that is not upside down.
fn read(image: &BitMatrix) -> Option<Read> {
    let points = pdf_417_detector::detect(false, image)?.into_iter().next()?;
    // Outer ends of the start and the stop pattern at the top and the bottom, then their inner ends.
    let [a, d, b, c, left, below, right, end] = points;
    let width =
        |from: Option<Point>, to: Option<Point>, modules: f32| Some((from?.x - to?.x).abs() * MODULES / modules);
    let widths =
        [width(a, left, MODULES), width(d, below, MODULES), width(b, right, STOP_MODULES), width(c, end, STOP_MODULES)];
    let known = || widths.iter().flatten().copied();
    let (least, most) = (known().reduce(f32::min)?, known().reduce(f32::max)?);
    let result = pdf_417_scanning_decoder::decode(image, left, below, right, end, least as u32, most as u32).ok()?;
    let corner = |point: Point| liasse_geometry::Point::new(point.x, point.y);
    let (quad, again) = match points {
        [Some(a), Some(d), Some(b), Some(c), Some(left), Some(below), Some(right), Some(end)] => {
            let codewords = codewords(image, [left, below, right, end], left.distance(a) / MODULES);
            (Quad::new([a, b, c, d].map(corner)), codewords.and_then(|codewords| compaction::text(&codewords)))
        }
        _ => (around(points.iter().flatten().copied().map(corner))?, None),
    };
    let text = again.filter(|text| !text.is_empty()).unwrap_or_else(|| result.getText().to_owned());
    (!text.is_empty()).then_some(Read { text, quad })
}

/// The upright rectangle around points; `None` where there are none.
fn around(points: impl Iterator<Item = liasse_geometry::Point>) -> Option<Quad> {
    let (left, top, right, bottom) =
        points.map(|p| (p.x, p.y, p.x, p.y)).reduce(|a, b| (a.0.min(b.0), a.1.min(b.1), a.2.max(b.2), a.3.max(b.3)))?;
    Some(Quad::from_rect(left, top, right, bottom))
}

/// One codeword of a row of pixels: what it stands for, and which of the three clusters it is of.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Codeword {
    value: u32,
    cluster: usize,
}

/// The data codewords of the symbol whose area of codewords, row indicators included, has these corners: top left, bottom left, top
/// right and bottom right. The first codeword, which counts them, is left out. `None` where they do not agree.
fn codewords(image: &BitMatrix, corners: [Point; 4], module: f32) -> Option<Vec<u32>> {
    let [top_left, bottom_left, top_right, bottom_right] = corners;
    let width = (top_right.x - top_left.x).hypot(top_right.y - top_left.y);
    let columns = (width / (MODULES * module)).round() as usize;
    let height = (bottom_left.y - top_left.y).max(bottom_right.y - top_right.y);
    if !(3..=MOST_COLUMNS + 2).contains(&columns) || height.is_nan() || height < 3.0 {
        return None;
    }
    let lines = (height.ceil() as usize).min(image.height() as usize);
    let rows: Vec<Vec<Option<Codeword>>> = (0..lines)
        .map(|line| {
            let share = (line as f32 + 0.5) / lines as f32;
            let between = |a: Point, b: Point| Point { x: a.x + share * (b.x - a.x), y: a.y + share * (b.y - a.y) };
            row(image, between(top_left, bottom_left), between(top_right, bottom_right), columns)
        })
        .collect();
    let symbol = Symbol::of(&rows, columns)?;
    let mut codewords = symbol.codewords(&rows)?;
    let check = 2u32 << symbol.level;
    ec::error_correction::decode(&mut codewords, check, &mut []).ok()?;
    let count = *codewords.first()? as usize;
    // It counts itself and the padding (ISO/IEC 15438, 5.6): another number is a correction that went wrong.
    (count >= 1 && count == codewords.len().checked_sub(check as usize)?).then(|| codewords[1..count].to_vec())
}

/// The codewords along a line of pixels.
fn row(image: &BitMatrix, from: Point, to: Point, columns: usize) -> Vec<Option<Codeword>> {
    let length = (to.x - from.x).hypot(to.y - from.y);
    let dark = |at: f32| {
        let (x, y) = (from.x + at / length * (to.x - from.x), from.y + at / length * (to.y - from.y));
        x >= 0.0 && y >= 0.0 && image.try_get(x as u32, y as u32) == Some(true)
    };
    // Where bars begin and end, from a little before the first to a little after the last, in samples.
    let module = length / columns as f32 / MODULES;
    let mut changes = Vec::new();
    let mut was = false;
    for sample in (-2.0 * module * FINE) as i32..((length + 2.0 * module) * FINE) as i32 {
        if dark(sample as f32 / FINE) != was {
            was = !was;
            changes.push(sample);
        }
    }
    let codeword = |column: usize| {
        let start = column as f32 * MODULES * module * FINE;
        // Bars begin at the changes of even index.
        let starts = (0..changes.len().saturating_sub(RUNS - 1)).step_by(2);
        let first = starts.min_by_key(|at| (changes[*at] as f32 - start).abs() as u32)?;
        // The stop pattern's first bar is beyond the last codeword: its end is always there.
        let ends = changes.get(first..=first + RUNS)?;
        let off = |wanted: f32, is: i32| (is as f32 - wanted).abs() <= OFF * module * FINE;
        if !off(start, ends[0]) || !off(MODULES * module * FINE, ends[RUNS] - ends[0]) {
            return None;
        }
        let mut widths = [0; RUNS];
        widths.iter_mut().zip(ends.windows(2)).for_each(|(width, ends)| *width = (ends[1] - ends[0]) as u32);
        let symbol = pdf_417_codeword_decoder::getDecodedValue(&widths);
        let value = u32::try_from(pdf_417_common::getCodeword(symbol)).ok()?;
        Some(Codeword { value, cluster: cluster(symbol) })
    };
    (0..columns).map(codeword).collect()
}

/// 0, 1 or 2 for a pattern of seventeen bits: a third of what the standard calls 0, 3 and 6.
fn cluster(pattern: u32) -> usize {
    let mut widths = [0usize; RUNS];
    let mut run = 0;
    for bit in (0..17).rev() {
        let dark = pattern >> bit & 1 == 1;
        if dark != (run % 2 == 0) {
            run += 1;
        }
        if let Some(width) = widths.get_mut(run) {
            *width += 1;
        }
    }
    (widths[0] + widths[4] + 9 - widths[2].min(9) + 9 - widths[6].min(9)) % 9 / 3
}

/// What the row indicators say.
struct Symbol {
    /// Columns with both indicators.
    columns: usize,
    rows: usize,
    level: usize,
}

impl Symbol {
    fn of(lines: &[Vec<Option<Codeword>>], columns: usize) -> Option<Self> {
        let mut votes = [const { Vec::new() }; 3];
        for line in lines {
            // The left indicators tell rows, level and columns in turn, the right ones columns, rows and level.
            for (codeword, turn) in [(line.first(), 0), (line.last(), 2)] {
                if let Some(Some(codeword)) = codeword {
                    votes[(codeword.cluster + turn) % 3].push(codeword.value % 30);
                }
            }
        }
        let [thirds, level, data] = votes.map(most);
        let (thirds, level) = (thirds? as usize, level? as usize);
        let (rows, level) = (3 * thirds + level % 3 + 1, level / 3);
        (data? as usize + 3 == columns && rows <= MOST_ROWS && level <= MOST_LEVEL).then_some(Self {
            columns,
            rows,
            level,
        })
    }

    /// What most lines of a row say, for every place; 0 for one that none says.
    fn codewords(&self, lines: &[Vec<Option<Codeword>>]) -> Option<Vec<u32>> {
        let data = self.columns - 2;
        let mut votes = vec![Vec::new(); self.rows * data];
        for line in lines {
            let row = |codeword: Option<Codeword>| codeword.map(|c| (c.value / 30) as usize * 3 + c.cluster);
            let ends = [line.first(), line.last()].map(|codeword| codeword.copied().flatten());
            let (left, right) = match ends.map(row) {
                [Some(left), Some(right)] => (left, right),
                [Some(one), None] | [None, Some(one)] => (one, one),
                [None, None] => continue,
            };
            for (column, codeword) in line.iter().enumerate().skip(1).take(data) {
                let Some(codeword) = codeword else { continue };
                // The row of its cluster that is nearest to where the line is here.
                let share = column as f32 / (self.columns - 1) as f32;
                let here = left as f32 + share * (right as f32 - left as f32);
                let rows = (codeword.cluster..self.rows).step_by(3);
                let near = rows.min_by(|a, b| (*a as f32 - here).abs().total_cmp(&(*b as f32 - here).abs()));
                if let Some(near) = near.filter(|near| (*near as f32 - here).abs() <= 1.0) {
                    votes[near * data + column - 1].push(codeword.value);
                }
            }
        }
        (!votes.is_empty()).then(|| votes.into_iter().map(|votes| most(votes).unwrap_or(0)).collect())
    }
}

/// The value that is there most often.
fn most(values: Vec<u32>) -> Option<u32> {
    let mut counts = HashMap::new();
    values.into_iter().for_each(|value| *counts.entry(value).or_insert(0u32) += 1);
    counts.into_iter().max_by_key(|(value, count)| (*count, *value)).map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use rxing::pdf417::encoder::PDF417;

    use super::*;

    /// Bars and spaces by turns drawn with so many pixels to a module, paper before and after.
    fn line(modules: &[f32], module: f32) -> Profile {
        let mut data = vec![240u8; 30];
        for (index, width) in modules.iter().enumerate() {
            data.resize(data.len() + (width * module) as usize, if index % 2 == 0 { 30 } else { 240 });
        }
        data.resize(data.len() + 30, 240);
        Profile::mean(&data, data.len(), 0)
    }

    #[test]
    fn rows_of_a_symbol_are_told_from_other_bars() {
        let row = [3.0, 1.0, 1.0, 4.0, 2.0, 1.0, 3.0, 2.0];
        let start: Vec<f32> = START.into_iter().chain(row).collect();
        let stop: Vec<f32> = row.into_iter().chain(STOP).collect();
        for module in [2.0, 3.0, 7.0] {
            for mut modules in [start.clone(), stop.clone()] {
                // From a bar to a bar.
                modules.truncate(modules.len() - (modules.len() + 1) % 2);
                assert!(crosses(&line(&modules, module)), "{modules:?}");
                modules.reverse();
                assert!(crosses(&line(&modules, module)), "{modules:?} backwards");
            }
            assert!(!crosses(&line(&row.repeat(6), module)));
            assert!(!crosses(&line(&[1.0; 41], module)));
            // Strokes of letters.
            assert!(!crosses(&line(&[2.0, 5.0, 2.0, 3.0, 2.0, 9.0, 2.0, 4.0].repeat(5), module)));
        }
    }

    #[test]
    fn clusters_are_told_from_patterns() {
        // Value 0 in each: the first three of the standard's table.
        assert_eq!([0x1d5c0, 0x1f560, 0x1abe0].map(cluster), [0, 1, 2]);
    }

    #[test]
    fn the_codewords_of_a_drawn_symbol_are_read_again() {
        for slant in [0.0, 0.03] {
            let mut encoder = PDF417::new();
            encoder.generateBarcodeLogic("Carte grise AA-123-AA du 3 mai 2026", 2).unwrap();
            let rows: Vec<Vec<u8>> = encoder.getBarcodeMatrix().as_ref().unwrap().getScaledMatrix(1, 1);
            let (columns, height) = (rows[0].len(), rows.len());
            let (module, row, quiet) = (3.0, 8.0, 20.0);
            let size = |modules: usize, pixels: f32| (modules as f32 * pixels + 2.0 * quiet) as u32;
            let mut bits = BitMatrix::new(size(columns, module), size(height, row) + 20).unwrap();
            for y in 0..bits.height() {
                for x in 0..bits.width() {
                    let column = (x as f32 + 0.5 - quiet) / module;
                    let at = (y as f32 + 0.5 - quiet - slant * x as f32) / row;
                    if column >= 0.0
                        && at >= 0.0
                        && rows.get(at as usize).and_then(|row| row.get(column as usize)) == Some(&1)
                    {
                        bits.set(x, y);
                    }
                }
            }
            let left = quiet + 17.0 * module;
            let right = quiet + (columns as f32 - 18.0) * module;
            let at = |x: f32, y: f32| Point { x, y: y + slant * x };
            let bottom = quiet + height as f32 * row;
            let corners = [at(left, quiet), at(left, bottom), at(right, quiet), at(right, bottom)];
            let codewords = codewords(&bits, corners, module).unwrap();
            let text = super::super::compaction::text(&codewords).unwrap();
            assert_eq!(text, "Carte grise AA-123-AA du 3 mai 2026", "{slant}");
            assert_eq!(super::codewords(&bits, corners, 1.5 * module), None);
        }
    }
}
