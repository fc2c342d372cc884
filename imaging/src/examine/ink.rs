//! Ink on paper of uneven brightness: what is clearly darker than the paper around it.

use std::ops::Range;

use liasse_geometry::Quad;

use super::outline;
use crate::pyramid::Level;

/// Side of the squares in which the paper's brightness is measured, in pixels.
const BLOCK: usize = 16;
/// Ink is darker than its paper by at least this many grey levels...
const LEAST: u8 = 18;
/// ...and at least by this share of the paper's level (in 1/256).
const SHARE: u16 = 26;
/// In grain ink is darker than its paper, which is as bright as the brightest sixth of it, by this many times the median step from
/// a pixel to the next: two and a half standard deviations of noise that is normally distributed and another in each pixel.
const GRAIN: f32 = 2.6;
/// Writing, as against bleed-through, is darker than its paper by this share of the paper's level (in 1/256).
const WRITING_SHARE: u16 = 34;
/// Strokes higher than this, in pixels of the level, are pictures, holes or borders.
const HIGHEST: u8 = 26;
/// Pixels of a row that are passed over at once where all are paper.
const AT_ONCE: usize = 16;
/// The depth that this share of the strokes exceed is that of real ink...
const DEEP_SHARE: f32 = 0.05;
/// ...and a stroke less deep than this share of it is a faint one.
const FAINT: f32 = 0.4;
/// Neighbouring strokes whose lower ends differ by no more than this, in pixels, have one foot...
const LEVEL: f32 = 1.0;
/// ...and those of one foot count for no more than this many strokes: as many as a wide letter has.
const WIDEST: f32 = 16.0;
/// What stands this close to the page's edges, as a share of its shorter side, does not make a page written on: shadows,
/// staples, and the holes of a punch, which reach 15 mm into A4 (ISO 838).
const MARGIN: f32 = 0.075;
/// So many pixels within the outline of a page its edge may be seen.
const EDGE: f32 = 3.0;

/// What was found.
pub(super) struct Ink {
    /// Vertical strokes, the faint ones left out.
    pub(super) strokes: Vec<Stroke>,
    /// How many of them are writing on the inner page.
    pub(super) writing: usize,
    /// Share of all pixels that are ink.
    pub(super) ratio: f32,
    /// The paper's brightness.
    pub(super) paper: Paper,
    /// What it is in the median, 0 to 255.
    pub(super) level: f32,
    /// Paper minus the mean of the ink, each pixel against its own paper; 0 without ink.
    pub(super) contrast: f32,
}

/// A run of ink down one column. Its ends are told to fractions of a pixel: where the grey values between the last pixel of
/// ink and the first of paper cross the threshold.
#[derive(Debug, Clone, Copy)]
pub(super) struct Stroke {
    pub(super) x: f32,
    pub(super) top: f32,
    pub(super) bottom: f32,
    /// How much it and its lower end count, 0 to 1: the strokes of a rule, a crease or an edge count together for no more than
    /// a few.
    pub(super) weight: f32,
    /// How much its upper end counts: that of a black band may be even where its foot is ragged, and the other way round.
    pub(super) top_weight: f32,
    /// How much darker than its paper the darkest pixel is.
    pub(super) depth: u8,
}

#[cfg(test)]
impl Stroke {
    pub(super) fn new(x: u16, top: f32, bottom: f32) -> Self {
        Self { x: f32::from(x), top, bottom, weight: 1.0, top_weight: 1.0, depth: 200 }
    }
}

/// Finds the ink of a level, or of the page on it where its outline is known.
pub(super) fn find(level: &Level<'_>, sheet: Option<&Quad>) -> Ink {
    find_on(Paper::measure(level), level, sheet)
}

/// The same on a page whose paper is full of grain, such as a dithered copy of a grey one: ink is what stands out from that too.
pub(super) fn find_in_grain(level: &Level<'_>, sheet: Option<&Quad>) -> Ink {
    find_on(Paper::measure_grainy(level), level, sheet)
}

fn find_on(paper: Paper, level: &Level<'_>, sheet: Option<&Quad>) -> Ink {
    let (width, height) = (level.width, level.height);
    let area = Area::of(width, height, sheet);
    // How high what is begun in each column is, 0 where nothing is, and the rest of it.
    let mut highs = vec![0u8; width];
    let mut runs = vec![Run::default(); width];
    let (mut papers, mut thresholds) = (vec![0u8; width], vec![0u8; width]);
    let mut strokes = Vec::new();
    let (mut writing, mut inked, mut depth) = (0, 0u64, 0u64);
    let margin = (width.min(height) as f32 * MARGIN) as usize;
    let inner =
        |position: usize, range: &Range<usize>| position > range.start + margin && position + margin < range.end;
    let mut looked_at = 0;
    for y in area.rows.clone() {
        if y % BLOCK == 0 || y == area.rows.start {
            for (x, (at, threshold)) in papers.iter_mut().zip(&mut thresholds).enumerate() {
                (*at, *threshold) = (paper.at(x, y), paper.ink_below(x, y));
            }
        }
        let columns = area.columns(y);
        looked_at += columns.len();
        let row = &level.data[y * width..(y + 1) * width];
        for first in columns.clone().step_by(AT_ONCE) {
            let piece = first..(first + AT_ONCE).min(columns.end);
            let (row, papers, thresholds) = (&row[piece.clone()], &papers[piece.clone()], &thresholds[piece.clone()]);
            let (highs, runs) = (&mut highs[piece.clone()], &mut runs[piece]);
            if is_idle(row, thresholds, highs) {
                continue;
            }
            let columns_of_piece = row.iter().zip(papers).zip(thresholds).zip(highs).zip(runs);
            for (x, ((((value, paper), threshold), high), run)) in (first..).zip(columns_of_piece) {
                if value < threshold {
                    if *high == 0 {
                        // What begins at the edge of the image, or at that of a block that is only judged otherwise than the
                        // one above, is a border or a shadow: it counts as too high for a stroke.
                        let above = y.checked_sub(1).map_or(0, |above| level.data[above * width + x]);
                        if above < *threshold {
                            *high = HIGHEST;
                        }
                        *run = Run { top: y as f32 - crossing(*value, above, *threshold), ..Run::default() };
                    }
                    *high = high.saturating_add(1);
                    let below = paper - value;
                    run.deepest = run.deepest.max(below);
                    inked += 1;
                    depth += u64::from(below);
                    if u16::from(below) > u16::from(*paper) * WRITING_SHARE / 256 {
                        run.dark += 1;
                    }
                } else if *high > 0 {
                    let last = level.data[(y - 1) * width + x];
                    // It must end as it began. Single pixels are specks.
                    if (2..=HIGHEST).contains(high) && last < *threshold {
                        let bottom = (y - 1) as f32 + crossing(last, *value, *threshold);
                        let (x, top, depth) = (x as f32, run.top, run.deepest);
                        strokes.push(Stroke { x, top, bottom, weight: 1.0, top_weight: 1.0, depth });
                        if run.dark * 2 >= u16::from(*high) && inner(x as usize, &columns) && inner(y, &area.rows) {
                            writing += 1;
                        }
                    }
                    *high = 0;
                }
            }
        }
    }
    weigh_rules(&mut strokes, width);
    leave_out_faint(&mut strokes);
    Ink {
        strokes,
        writing,
        ratio: inked as f32 / looked_at.max(1) as f32,
        contrast: if inked > 0 { depth as f32 / inked as f32 } else { 0.0 },
        level: paper.median(&area),
        paper,
    }
}

/// What is begun in a column: where, its greatest depth, and how many of its pixels are as dark as writing.
#[derive(Clone, Copy, Default)]
struct Run {
    top: f32,
    deepest: u8,
    dark: u16,
}

/// Whether nothing begins, goes on or ends in a piece of a row: paper all along, under paper.
fn is_idle(values: &[u8], thresholds: &[u8], highs: &[u8]) -> bool {
    // Without a way out half way, so that all are looked at at once.
    let ink = values.iter().zip(thresholds).fold(false, |any, (value, threshold)| any | (value < threshold));
    !ink && highs.iter().fold(0, |any, high| any | high) == 0
}

/// The part of a level that is page.
struct Area {
    rows: Range<usize>,
    width: usize,
    sheet: Option<Quad>,
}

impl Area {
    fn of(width: usize, height: usize, sheet: Option<&Quad>) -> Self {
        let sheet = sheet.map(|quad| quad.grown(-EDGE, -EDGE, -EDGE, -EDGE));
        let (top, bottom) = sheet.map_or((0, height), |quad| {
            let (_, top, _, bottom) = quad.bounds();
            (top.max(0.0).ceil() as usize, (bottom.max(0.0) as usize).min(height))
        });
        Self { rows: top..bottom, width, sheet }
    }

    /// The columns of a row that are page.
    fn columns(&self, y: usize) -> Range<usize> {
        let Some(sheet) = &self.sheet else { return 0..self.width };
        let (from, to) = outline::span(sheet, y as f32 + 0.5);
        let to = (to.max(0.0) as usize).min(self.width);
        (from.max(0.0).ceil() as usize).min(to)..to
    }
}

/// The height of letters in pixels: that which a quarter of the strokes exceed, most of which are stems of small letters;
/// `None` without strokes.
pub(super) fn letter_height(strokes: &[Stroke]) -> Option<f32> {
    let mut heights: Vec<f32> = strokes.iter().filter(|s| s.weight >= 1.0).map(|s| s.bottom - s.top).collect();
    let at = heights.len() * 3 / 4;
    (!heights.is_empty()).then(|| *heights.select_nth_unstable_by(at, f32::total_cmp).1)
}

/// How far from the centre of a pixel of ink, towards a pixel of paper, the threshold is crossed: 0 to 1.
pub(super) fn crossing(ink: u8, paper: u8, threshold: u8) -> f32 {
    let (ink, paper, threshold) = (f32::from(ink), f32::from(paper), f32::from(threshold));
    // A run may also end where a block with another threshold begins.
    if paper > ink { ((threshold - ink) / (paper - ink)).clamp(0.0, 1.0) } else { 0.5 }
}

/// Grain and bleed-through next to real ink are no strokes. On a page where all is faint, all stays.
fn leave_out_faint(strokes: &mut Vec<Stroke>) {
    // By weight, so that the edge of a black border does not set what is deep.
    let mut histogram = [0f32; 256];
    for stroke in strokes.iter() {
        histogram[usize::from(stroke.depth)] += stroke.weight;
    }
    let mut left = histogram.iter().sum::<f32>() * DEEP_SHARE;
    let deep = (0..256).rev().find(|depth| {
        left -= histogram[*depth];
        left < 0.0
    });
    let least = deep.unwrap_or(0) as f32 * FAINT;
    strokes.retain(|stroke| f32::from(stroke.depth) >= least);
}

/// Weighs the ends of strokes.
pub(super) fn weigh_rules(strokes: &mut [Stroke], width: usize) {
    for (stroke, weight) in weights(strokes, width, |stroke| stroke.bottom).into_iter().enumerate() {
        strokes[stroke].weight = weight;
    }
    for (stroke, weight) in weights(strokes, width, |stroke| stroke.top).into_iter().enumerate() {
        strokes[stroke].top_weight = weight;
    }
}

/// How much each stroke's `end` counts. Strokes side by side that end at the same height are the foot, or the head, of one thing:
/// a letter, or, if there are many, a rule.
fn weights(strokes: &[Stroke], width: usize, end: impl Fn(&Stroke) -> f32) -> Vec<f32> {
    let mut groups: Vec<u32> = (0..strokes.len() as u32).collect();
    // The last stroke of each column.
    let mut last = vec![u32::MAX; width];
    for index in by_row(strokes, &end) {
        let stroke = &strokes[index as usize];
        let x = stroke.x as usize;
        for beside in [x.wrapping_sub(1), x + 1] {
            let Some(&other) = last.get(beside) else { continue };
            if strokes.get(other as usize).is_some_and(|other| (end(other) - end(stroke)).abs() <= LEVEL) {
                let (a, b) = (root(&mut groups, index), root(&mut groups, other));
                groups[a.max(b) as usize] = a.min(b);
            }
        }
        last[x] = index;
    }
    let mut sizes = vec![0u32; strokes.len()];
    for index in 0..strokes.len() as u32 {
        sizes[root(&mut groups, index) as usize] += 1;
    }
    (0..strokes.len() as u32).map(|index| (WIDEST / sizes[root(&mut groups, index) as usize] as f32).min(1.0)).collect()
}

/// The strokes by the row in which `end` lies. Their order within a row is of no account: no column has two in one row, or in two
/// that follow each other.
fn by_row(strokes: &[Stroke], end: impl Fn(&Stroke) -> f32) -> Vec<u32> {
    let row = |stroke: &Stroke| end(stroke).max(0.0) as usize;
    let mut next = vec![0u32; strokes.iter().map(row).max().map_or(0, |last| last + 2)];
    for stroke in strokes {
        next[row(stroke) + 1] += 1;
    }
    for at in 1..next.len() {
        next[at] += next[at - 1];
    }
    let mut order = vec![0; strokes.len()];
    for (index, stroke) in strokes.iter().enumerate() {
        let place = &mut next[row(stroke)];
        order[*place as usize] = index as u32;
        *place += 1;
    }
    order
}

/// The first of a stroke's group, the way to it shortened.
fn root(groups: &mut [u32], mut index: u32) -> u32 {
    while groups[index as usize] != index {
        groups[index as usize] = groups[groups[index as usize] as usize];
        index = groups[index as usize];
    }
    index
}

/// The paper's brightness, block by block.
pub(super) struct Paper {
    columns: usize,
    values: Vec<u8>,
    /// By how much ink is darker, at least.
    least: Vec<u8>,
}

impl Paper {
    /// The 85th percentile of each block, then the median-like second brightest of its neighbourhood, so that a block
    /// covered by a thick letter takes its neighbours' paper while dark paper stays dark.
    fn measure(level: &Level<'_>) -> Self {
        let (columns, rows) = (level.width.div_ceil(BLOCK), level.height.div_ceil(BLOCK));
        let mut raw = Vec::with_capacity(columns * rows);
        for by in 0..rows {
            for bx in 0..columns {
                // Neighbours are counted apart: a count does not wait for that of the pixel before, which is mostly the same.
                let mut histograms = [[0u16; 64]; 4];
                let mut count = 0;
                for y in by * BLOCK..((by + 1) * BLOCK).min(level.height) {
                    let row = y * level.width;
                    let values = &level.data[row + bx * BLOCK..row + ((bx + 1) * BLOCK).min(level.width)];
                    for (at, value) in values.iter().enumerate() {
                        histograms[at % 4][usize::from(value >> 2)] += 1;
                    }
                    count += values.len() as u16;
                }
                let mut left = count * 15 / 100;
                let bin = (0..64).rev().find(|bin| {
                    let here: u16 = histograms.iter().map(|histogram| histogram[*bin]).sum();
                    let found = here > left;
                    left = left.saturating_sub(here);
                    found
                });
                raw.push((bin.unwrap_or(63) * 4 + 2) as u8);
            }
        }
        let mut values = Vec::with_capacity(raw.len());
        for by in 0..rows {
            for bx in 0..columns {
                let (mut first, mut second) = (0, 0);
                for y in by.saturating_sub(1)..(by + 2).min(rows) {
                    for x in bx.saturating_sub(1)..(bx + 2).min(columns) {
                        let value = raw[y * columns + x];
                        if value > first {
                            (first, second) = (value, first);
                        } else {
                            second = second.max(value);
                        }
                    }
                }
                // A page of a single block has no second.
                values.push(if second == 0 { first } else { second });
            }
        }
        let least = values.iter().map(|paper| LEAST.max((u16::from(*paper) * SHARE / 256) as u8)).collect();
        Self { columns, values, least }
    }

    /// The same where the paper's grain is darker than ink need be elsewhere.
    fn measure_grainy(level: &Level<'_>) -> Self {
        let mut paper = Self::measure(level);
        for (at, least) in paper.least.iter_mut().enumerate() {
            let (left, top) = (at % paper.columns * BLOCK, at / paper.columns * BLOCK);
            let mut steps = Vec::with_capacity(BLOCK * BLOCK);
            for y in top..(top + BLOCK).min(level.height) {
                let row = &level.data[y * level.width + left..y * level.width + (left + BLOCK).min(level.width)];
                steps.extend(row.array_windows().map(|[a, b]| a.abs_diff(*b)));
            }
            let middle = steps.len() / 2;
            if middle > 0 {
                let grain = f32::from(*steps.select_nth_unstable(middle).1) * GRAIN;
                *least = (*least).max(grain.min(255.0) as u8);
            }
        }
        paper
    }

    /// At a pixel.
    pub(super) fn at(&self, x: usize, y: usize) -> u8 {
        self.values[y / BLOCK * self.columns + x / BLOCK]
    }

    /// What is darker than this is ink.
    pub(super) fn ink_below(&self, x: usize, y: usize) -> u8 {
        let block = y / BLOCK * self.columns + x / BLOCK;
        self.values[block].saturating_sub(self.least[block])
    }

    /// In the median of the blocks whose middle is page.
    fn median(&self, area: &Area) -> f32 {
        let middle = |at: usize| at * BLOCK + BLOCK / 2;
        let within = |at: usize| {
            let (x, y) = (middle(at % self.columns), middle(at / self.columns));
            area.sheet.is_none() || (area.rows.contains(&y) && area.columns(y).contains(&x))
        };
        let mut sorted: Vec<u8> = (0..self.values.len()).filter(|at| within(*at)).map(|at| self.values[at]).collect();
        sorted.sort_unstable();
        sorted.get(sorted.len() / 2).map_or(255.0, |v| f32::from(*v))
    }
}
