//! The ends of strokes, told more sharply: looked up on the next finer level of the page, at the places where the level on
//! which the strokes were found has them. That costs a few pixels for each end, where finding the strokes there would cost
//! four times what it does here.
//!
//! Responsible for where ends are. Not responsible for finding strokes (see `ink`) nor for what direction they show (see `skew`).

use super::ink::{Paper, Stroke, crossing};
use super::skew::thinned;
use crate::pyramid::Level;

/// An end is looked for this far either way, in pixels of the finer level.
const REACH: f32 = 2.5;

/// The next finer level, seen as the level that strokes were found on.
pub(super) struct Finer<'a> {
    pub(super) level: Level<'a>,
    /// The width, as it lies, of the level that strokes were found on, where that was turned counter-clockwise by a quarter.
    pub(super) turned: Option<usize>,
}

impl Finer<'_> {
    /// The mean of the two pixels that a column of the coarser level has in a row of this one.
    fn at(&self, column: usize, row: usize) -> u8 {
        let Level { width, height, data } = self.level;
        // The coarser level's last row and column may stand for a single one here.
        let pixel = |x: usize, y: usize| data[y.min(height - 1) * width + x.min(width - 1)];
        // No closure over an array of two: it is not inlined here, and costs more than the pixels.
        let (one, other) = match self.turned {
            None => (pixel(2 * column, row), pixel(2 * column + 1, row)),
            Some(wide) => {
                let across = (2 * wide - 1).saturating_sub(row);
                (pixel(across, 2 * column), pixel(across, 2 * column + 1))
            }
        };
        u8::midpoint(one, other)
    }

    /// Where paper (above a stroke) and ink, or ink and paper (below it), meet next to `end`, in pixels of the coarser level.
    fn edge(&self, column: usize, end: f32, threshold: u8, below: bool) -> Option<f32> {
        // Centres of pixels are whole numbers on either level, so that pixel 0 lies half way between 0 and 1.
        let expected = 2.0 * end + 0.5;
        let first = (expected - REACH).max(0.0) as usize;
        let values = [0, 1, 2, 3, 4, 5, 6].map(|row| self.at(column, first + row));
        values
            .array_windows()
            .enumerate()
            .filter_map(|(row, [upper, lower])| {
                let row = (first + row) as f32;
                match (*upper < threshold, *lower < threshold) {
                    (true, false) if below => Some(row + crossing(*upper, *lower, threshold)),
                    (false, true) if !below => Some(row + 1.0 - crossing(*lower, *upper, threshold)),
                    _ => None,
                }
            })
            .filter(|edge| (edge - expected).abs() <= REACH)
            .min_by(|a, b| (a - expected).abs().total_cmp(&(b - expected).abs()))
            .map(|edge| (edge - 0.5) / 2.0)
    }
}

/// About `most` of the strokes, evenly taken, with their ends as they are on the finer level. An end that is not seen there
/// counts for nothing.
pub(super) fn sharpened(strokes: &[Stroke], paper: &Paper, finer: &Finer<'_>, most: usize) -> Vec<Stroke> {
    let sharpen = |stroke: &Stroke| {
        let column = stroke.x as usize;
        let edge =
            |end: f32, below: bool| finer.edge(column, end, paper.ink_below(column, end.max(0.0) as usize), below);
        let (top, bottom) = (edge(stroke.top, false), edge(stroke.bottom, true));
        Stroke {
            top: top.unwrap_or(stroke.top),
            bottom: bottom.unwrap_or(stroke.bottom),
            top_weight: if top.is_some() { stroke.top_weight } else { 0.0 },
            weight: if bottom.is_some() { stroke.weight } else { 0.0 },
            ..*stroke
        }
    };
    thinned(strokes, most).iter().map(sharpen).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{GreyPyramid, PixelFormat, Raster};

    #[test]
    fn ends_are_those_of_the_finer_level() {
        // Stems from row 21 to row 44 of the finer level, every one of the coarser level's ends half a pixel off.
        let (width, height) = (64, 96);
        let value = |at: usize| if (21..=44).contains(&(at / width)) && at % width / 4 % 2 == 1 { 20 } else { 240 };
        let data: Vec<u8> = (0..width * height).map(value).collect();
        let raster = Raster::new(width as u32, height as u32, PixelFormat::Grey8, data, None).unwrap();
        let page = GreyPyramid::new(raster).unwrap();
        let ink = super::super::ink::find(&page.level(1), None);
        let upright = Finer { level: page.level(0), turned: None };
        // The same page on its side: turned clockwise by a quarter.
        let lying =
            (0..width * height).map(|at| page.raster().data()[(height - 1 - at % height) * width + at / height]);
        let lying = lying.collect::<Vec<u8>>();
        let level = Level { width: height, height: width, data: &lying };
        for finer in [upright, Finer { level, turned: Some(height / 2) }] {
            let sharp = sharpened(&ink.strokes, &ink.paper, &finer, 1_000);
            assert_eq!(sharp.len(), ink.strokes.len());
            for stroke in sharp {
                // Edges between pixels, the darker side's being nearer to the threshold.
                let (top, bottom) = (2.0 * stroke.top + 0.5, 2.0 * stroke.bottom + 0.5);
                assert!((20.0..=20.5).contains(&top) && (44.5..=45.0).contains(&bottom), "{top} to {bottom}");
                assert!(stroke.weight > 0.0 && stroke.top_weight > 0.0);
            }
        }
    }
}
