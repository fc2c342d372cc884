//! How sharp a page is: the width of its edges.
//!
//! Along some rows and some columns every rise and fall of at least half the page's contrast is an edge; its width is the
//! distance from a quarter to three quarters of its depth, told to fractions of a pixel. An edge that a Gaussian of standard
//! deviation s has blurred is 1.35 s wide; that of a sharp scan about a pixel. Rows and columns are measured apart, since a
//! sheet that slips in the transport is blurred one way only.

use crate::pyramid::Level;

/// Rows, and columns, that are looked at.
const LINES: usize = 64;
/// Columns are taken so many side by side: they share the memory that is fetched.
const SIDE_BY_SIDE: usize = 16;
/// An edge is as deep as this share of the page's contrast...
const DEPTH: f32 = 0.5;
/// ...and at least so many grey levels.
const LEAST_DEPTH: f32 = 16.0;
/// A change that comes back by this share of an edge's least depth is the end of an edge.
const TURN: f32 = 0.4;
/// Fewer edges than this say nothing.
const FEWEST: usize = 120;

/// The median width of the edges in pixels: of those along rows or of those along columns, whichever is more; `None` on a
/// page with few edges. `contrast` is between paper and ink in grey levels.
pub(super) fn edge_width(level: &Level<'_>, contrast: f32) -> Option<f32> {
    let least = (contrast * DEPTH).max(LEAST_DEPTH);
    let mut along_rows = Vec::new();
    for row in level.data.chunks_exact(level.width.max(1)).step_by((level.height / LINES).max(1)) {
        edges(row, least, &mut along_rows);
    }
    let mut along_columns = Vec::new();
    let mut column = vec![0; level.height];
    let blocks = (level.width / SIDE_BY_SIDE).clamp(1, LINES / SIDE_BY_SIDE);
    for block in 0..blocks {
        let first = (2 * block + 1) * level.width / (2 * blocks);
        let last = (first + SIDE_BY_SIDE).min(level.width);
        let strips: Vec<&[u8]> =
            level.data.chunks_exact(level.width.max(1)).map(|row| &row[first.min(last)..last]).collect();
        for offset in 0..last.saturating_sub(first) {
            column.iter_mut().zip(&strips).for_each(|(to, strip)| *to = strip[offset]);
            edges(&column, least, &mut along_columns);
        }
    }
    [along_rows, along_columns].into_iter().filter_map(median).max_by(f32::total_cmp)
}

fn median(mut widths: Vec<f32>) -> Option<f32> {
    let middle = widths.len() / 2;
    (widths.len() >= FEWEST).then(|| *widths.select_nth_unstable_by(middle, f32::total_cmp).1)
}

/// Adds the widths of the edges along a line: between one turning point and the next.
fn edges(line: &[u8], least: f32, widths: &mut Vec<f32>) {
    let Some(first) = line.first() else { return };
    let turn = least * TURN;
    // The turning point before, and the farthest point since.
    let (mut from, mut to) = ((0, *first), (0, *first));
    for (position, &value) in line.iter().enumerate() {
        let rises = to.1 >= from.1;
        let farther = if rises { value >= to.1 } else { value <= to.1 };
        if farther {
            to = (position, value);
        } else if f32::from(value.abs_diff(to.1)) >= turn {
            widths.extend(width(&line[from.0..=to.0], least));
            (from, to) = (to, (position, value));
        }
    }
    widths.extend(width(&line[from.0..=to.0], least));
}

/// The width of the edge between the ends of a stretch; `None` when it is not deep enough. On a stretch that is level for long
/// before the edge, the last crossing of the first quarter counts.
fn width(stretch: &[u8], least: f32) -> Option<f32> {
    let (start, end) = (f32::from(*stretch.first()?), f32::from(*stretch.last()?));
    let depth = end - start;
    if depth.abs() < least {
        return None;
    }
    let share = |value: u8| (f32::from(value) - start) / depth;
    let quarter = stretch.iter().rposition(|value| share(*value) < 0.25)?;
    let three = quarter + stretch[quarter..].iter().position(|value| share(*value) > 0.75)?;
    let crossing = |after: usize, level: f32| {
        let (low, high) = (share(*stretch.get(after.checked_sub(1)?)?), share(*stretch.get(after)?));
        Some(after as f32 - (high - level) / (high - low).max(f32::EPSILON))
    };
    Some((crossing(three, 0.75)? - crossing(quarter + 1, 0.25)?).max(0.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// An edge that a Gaussian has blurred, between two levels, many times over.
    fn stripes(sigma: f64) -> Vec<u8> {
        (0..40_000)
            .map(|x| {
                // The distance to the nearest edge, which stand at 50, 150 and so on.
                let to_edge = f64::from(x % 100) - 50.3;
                let dark = (x / 100) % 2 == 0;
                // Bowling's approximation of the normal distribution.
                let share = 1.0 / (1.0 + (-1.702 * to_edge / sigma).exp());
                let share = if dark { share } else { 1.0 - share };
                (230.0 - 180.0 * share).round() as u8
            })
            .collect()
    }

    #[test]
    fn the_width_is_that_of_the_blur() {
        for sigma in [0.8, 1.5, 3.0, 5.0] {
            let mut widths = Vec::new();
            edges(&stripes(sigma), 90.0, &mut widths);
            assert!(widths.len() > 380, "{}", widths.len());
            let found = f64::from(median(widths).unwrap());
            assert!((found / sigma - 1.35).abs() < 0.25, "{found} for {sigma}");
        }
    }

    #[test]
    fn grain_is_no_edge_and_does_not_cut_one_short() {
        let mut line = stripes(3.0);
        let mut random = 7u32;
        for value in &mut line {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            *value = value.saturating_add((random >> 28) as u8).saturating_sub(8);
        }
        let mut widths = Vec::new();
        edges(&line, 90.0, &mut widths);
        assert!((380..420).contains(&widths.len()), "{}", widths.len());
        let found = median(widths).unwrap();
        assert!((3.2..5.0).contains(&found), "{found}");
    }
}
