//! The codewords of a PDF417 that rxing has read.
//!
//! rxing tells a PDF417's text only, and reads some of it wrongly (see [`compaction`](super::compaction)). Once it has found a
//! symbol and its error correction has agreed, the same rows are gone through again here for the codewords themselves.
//!
//! Source: ISO/IEC 15438: codewords of seventeen modules in four bars and four spaces, in three clusters of which each row has
//! one (5.3); what the row indicators on either side tell of the symbol (5.11.3).
//!
//! Responsible for that second reading, on rows that run level or a little aslant. Not responsible for finding symbols.

use std::collections::HashMap;

use rxing::Point;
use rxing::common::BitMatrix;
use rxing::pdf417::decoder::{ec, pdf_417_codeword_decoder};
use rxing::pdf417::pdf_417_common;

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

/// One codeword of a row of pixels: what it stands for, and which of the three clusters it is of.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Codeword {
    value: u32,
    cluster: usize,
}

/// The data codewords of the symbol whose area of codewords, row indicators included, has these corners: top left, bottom left, top
/// right and bottom right. The first codeword, which counts them, is left out. `None` where they do not agree.
pub(super) fn codewords(image: &BitMatrix, corners: [Point; 4], module: f32) -> Option<Vec<u32>> {
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
    (1..=codewords.len().checked_sub(check as usize)?).contains(&count).then(|| codewords[1..count].to_vec())
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
        let [thirds, level, data] = votes.map(|votes| most(votes));
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
