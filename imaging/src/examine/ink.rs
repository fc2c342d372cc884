//! Ink on paper of uneven brightness: what is clearly darker than the paper around it.

use crate::pyramid::Level;

/// Side of the squares in which the paper's brightness is measured, in pixels.
const BLOCK: usize = 16;
/// Ink is darker than its paper by at least this many grey levels...
const LEAST: u8 = 18;
/// ...and at least by this share of the paper's level (in 1/256).
const SHARE: u16 = 26;
/// Writing, as against bleed-through, is darker than its paper by this share of the paper's level (in 1/256).
const WRITING_SHARE: u16 = 34;
/// Strokes higher than this, in pixels of the level, are pictures, holes or borders.
const HIGHEST: usize = 26;
/// What stands within this share of the page's edges (holes, shadows, staples) does not make a page written on.
const MARGIN: f32 = 0.06;

/// What was found.
pub(super) struct Ink {
    /// Lower ends of vertical strokes: column and row.
    pub(super) strokes: Vec<(u16, u16)>,
    /// How many of them are writing on the inner page.
    pub(super) writing: usize,
    /// Share of all pixels that are ink.
    pub(super) ratio: f32,
    /// Median brightness of the paper.
    pub(super) paper: f32,
    /// Paper minus the mean of the ink, each pixel against its own paper; 0 without ink.
    pub(super) contrast: f32,
}

/// Finds the ink of a level.
pub(super) fn find(level: &Level<'_>) -> Ink {
    let paper = Paper::measure(level);
    let (width, height) = (level.width, level.height);
    let mut run = vec![0u16; width];
    let mut dark = vec![0u16; width];
    let mut thresholds = vec![0u8; width];
    let mut strokes = Vec::new();
    let (mut writing, mut inked, mut depth) = (0, 0u64, 0u64);
    let inner = |position: usize, length: usize| {
        let share = position as f32 / length as f32;
        share > MARGIN && share < 1.0 - MARGIN
    };
    for y in 0..height {
        if y % BLOCK == 0 {
            for (x, threshold) in thresholds.iter_mut().enumerate() {
                let paper = paper.at(x, y);
                *threshold = paper.saturating_sub(LEAST.max((u16::from(paper) * SHARE / 256) as u8));
            }
        }
        let row = &level.data[y * width..(y + 1) * width];
        for (x, (value, threshold)) in row.iter().zip(&thresholds).enumerate() {
            if value < threshold {
                run[x] = run[x].saturating_add(1);
                let paper = paper.at(x, y);
                let below = paper - value;
                inked += 1;
                depth += u64::from(below);
                if u16::from(below) > u16::from(paper) * WRITING_SHARE / 256 {
                    dark[x] += 1;
                }
            } else if run[x] > 0 {
                let high = usize::from(run[x]);
                // The column must end in paper, not in a change of block; single pixels are specks.
                if (2..=HIGHEST).contains(&high) {
                    strokes.push((x as u16, y as u16));
                    if usize::from(dark[x]) * 2 >= high && inner(x, width) && inner(y, height) {
                        writing += 1;
                    }
                }
                run[x] = 0;
                dark[x] = 0;
            }
        }
    }
    Ink {
        strokes,
        writing,
        ratio: inked as f32 / (width * height).max(1) as f32,
        paper: paper.median(),
        contrast: if inked > 0 { depth as f32 / inked as f32 } else { 0.0 },
    }
}

/// The paper's brightness, block by block.
struct Paper {
    columns: usize,
    values: Vec<u8>,
}

impl Paper {
    /// The 85th percentile of each block, then the median-like second brightest of its neighbourhood, so that a block
    /// covered by a thick letter takes its neighbours' paper while dark paper stays dark.
    fn measure(level: &Level<'_>) -> Self {
        let (columns, rows) = (level.width.div_ceil(BLOCK), level.height.div_ceil(BLOCK));
        let mut raw = Vec::with_capacity(columns * rows);
        for by in 0..rows {
            for bx in 0..columns {
                let mut histogram = [0u16; 64];
                let mut count = 0;
                for y in by * BLOCK..((by + 1) * BLOCK).min(level.height) {
                    let row = y * level.width;
                    for value in &level.data[row + bx * BLOCK..row + ((bx + 1) * BLOCK).min(level.width)] {
                        histogram[usize::from(value >> 2)] += 1;
                        count += 1;
                    }
                }
                let mut left = count * 15 / 100;
                let bin = (0..64).rev().find(|bin| {
                    let here = histogram[*bin];
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
        Self { columns, values }
    }

    fn at(&self, x: usize, y: usize) -> u8 {
        self.values[y / BLOCK * self.columns + x / BLOCK]
    }

    fn median(&self) -> f32 {
        let mut sorted = self.values.clone();
        sorted.sort_unstable();
        sorted.get(sorted.len() / 2).map_or(255.0, |v| f32::from(*v))
    }
}
