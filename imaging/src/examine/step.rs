//! Steps in the left and right borders of a sheet: two sheets that went through the scanner at once seldom lie edge on edge.
//!
//! Responsible for the largest step before the black background of a scanner. Two straight lines are put through where paper begins
//! in each row: that which most rows agree on, and that which most of the others do. Where one takes over from the other there is a
//! step; a folded corner, a bent or a torn sheet has none, since its lines meet, or there is no second one. Not responsible for what
//! a step means.

use super::outline::{BLACK, Ground, Side, consensus, near};
use crate::pyramid::Level;

/// Of the rows that show paper, this share at least is on either line, and so many.
const LEAST_SHARE: f32 = 0.035;
const FEWEST: usize = 10;
/// Of the rows between the first and the last on the second line, this share is on it: it is one sheet's border.
const UNBROKEN: f32 = 0.85;
/// The border of a second sheet leans no further from the first one's than this, as a slope: more is a fold.
const LEANING: f64 = 0.12;
/// Rows between the two lines in which paper may begin anywhere.
const SOFT: usize = 4;
/// What shows beside the sheet is this near the background's level, at this share of its pixels.
const LIKE_GROUND: f32 = 30.0;
const EVEN: f32 = 0.97;
/// Smaller steps, in pixels, are not told from the rounding of where paper begins.
const LEAST_PIXELS: f64 = 1.5;

/// The largest step in the left or right border, as a share of the image's width; 0 without one.
pub(super) fn largest(level: &Level<'_>) -> f32 {
    let (width, height) = (level.width, level.height);
    if width.min(height) < 4 * FEWEST {
        return 0.0;
    }
    let Some(ground) = Ground::of(level).filter(|ground| ground.level <= BLACK * ground.paper) else { return 0.0 };
    let left = |row: usize, inwards: usize| level.data[row * width + inwards];
    let right = |row: usize, inwards: usize| level.data[row * width + width - 1 - inwards];
    let step = |value: &dyn Fn(usize, usize) -> u8| {
        let side = Side::of(height, width, value, ground.threshold);
        step(&side.places, value, ground.level).unwrap_or(0.0)
    };
    (step(&left).max(step(&right)) / width as f64) as f32
}

/// The step of one side, in pixels; `places`: how far in paper begins in each row.
fn step(places: &[Option<f64>], value: &dyn Fn(usize, usize) -> u8, ground: f32) -> Option<f64> {
    let seen: Vec<(f64, f64)> =
        places.iter().enumerate().filter_map(|(row, place)| place.map(|v| (row as f64 + 0.5, v))).collect();
    let enough = |count: usize| count >= FEWEST && count as f32 >= LEAST_SHARE * seen.len() as f32;
    if !enough(seen.len()) {
        return None;
    }
    let length = seen[seen.len() - 1].0 - seen[0].0;
    let first = consensus(&seen)?;
    let on = |line: (f64, f64), (t, v): (f64, f64)| (v - line.0 - line.1 * t).abs() <= near(length);
    let rest: Vec<(f64, f64)> = seen.iter().copied().filter(|place| !on(first, *place)).collect();
    if !enough(rest.len()) {
        return None;
    }
    let second = consensus(&rest)?;
    if (second.1 - first.1).abs() > LEANING {
        return None;
    }
    let rows = |line: (f64, f64), of: &[(f64, f64)]| -> Vec<usize> {
        of.iter().filter(|place| on(line, **place)).map(|(t, _)| *t as usize).collect()
    };
    let (on_first, on_second) = (rows(first, &seen), rows(second, &rest));
    if !enough(on_first.len()) || !enough(on_second.len()) {
        return None;
    }
    let (from, to) = (on_second[0], on_second[on_second.len() - 1]);
    let unbroken = on_second.len() as f32 >= UNBROKEN * (to - from + 1) as f32;
    // The first sheet's border goes on above the second one's, below it, or both.
    let (above, below) = (on_first.iter().rposition(|row| *row < from), on_first.iter().position(|row| *row > to));
    let within = on_first.iter().filter(|row| (from..=to).contains(row)).count();
    let touches = |row: usize, other: usize| row.abs_diff(other) <= SOFT;
    let above = above.map(|i| on_first[i]).filter(|row| touches(*row, from));
    let below = below.map(|i| on_first[i]).filter(|row| touches(*row, to));
    if !unbroken || within > SOFT || (above.is_none() && below.is_none()) {
        return None;
    }
    let jump = |row: usize| {
        let t = row as f64 + 0.5;
        second.0 + second.1 * t - first.0 - first.1 * t
    };
    let jumps: Vec<f64> = above.map(|_| jump(from)).into_iter().chain(below.map(|_| jump(to))).collect();
    let deeper = jumps.iter().all(|jump| *jump > 0.0);
    // What lies further in, with the border going on above and below, is a hole, a clip or a print at the edge.
    if deeper && jumps.len() > 1 {
        return None;
    }
    let step = jumps.into_iter().map(f64::abs).fold(0.0, f64::max);
    let dark = |rows: &[usize], line: (f64, f64)| is_even(rows, line, value, ground);
    (step >= LEAST_PIXELS && dark(&on_first, first) && dark(&on_second, second)).then_some(step)
}

/// Whether what shows beside a border is the background, all of it.
fn is_even(rows: &[usize], line: (f64, f64), value: &dyn Fn(usize, usize) -> u8, ground: f32) -> bool {
    let (mut all, mut like) = (0u32, 0u32);
    for row in rows {
        // A pixel short of the border, which is soft.
        let depth = (line.0 + line.1 * (*row as f64 + 0.5) - 1.0).max(0.0) as usize;
        for inwards in 0..depth {
            all += 1;
            like += u32::from((f32::from(value(*row, inwards)) - ground).abs() <= LIKE_GROUND);
        }
    }
    like as f32 >= EVEN * all as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: usize = 310;
    const HEIGHT: usize = 438;

    /// Where paper begins at the left and at the right in each row, before a black ground.
    fn on(black: u8, border: impl Fn(f32) -> (f32, f32)) -> f32 {
        let data: Vec<u8> = (0..WIDTH * HEIGHT)
            .map(|at| {
                let (x, y) = ((at % WIDTH) as f32 + 0.5, (at / WIDTH) as f32 + 0.5);
                let (left, right) = border(y);
                let inside = (x - left).min(right - x).min(y - 8.0).min(HEIGHT as f32 - 8.0 - y);
                let text = inside > 20.0 && (y as u32) % 9 < 3 && (x as u32) % 7 < 5;
                let paper = if text { 60.0 } else { 232.0 };
                let grain = ((x as u32).wrapping_mul(31) ^ (y as u32).wrapping_mul(17)) % 9;
                (f32::from(black) + (inside + 0.5).clamp(0.0, 1.0) * (paper - f32::from(black))) as u8 + grain as u8
            })
            .collect();
        largest(&Level { width: WIDTH, height: HEIGHT, data: &data })
    }

    #[test]
    fn a_second_sheet_shows_as_a_step() {
        for lean in [0.0, 0.02, -0.03] {
            let front = |y: f32| 30.0 + lean * (y - 219.0);
            // Narrower by six pixels below; wider by nine in the middle; shifted, so that both sides step.
            let narrower = on(10, |y| (front(y) + if y > 330.0 { 6.0 } else { 0.0 }, 285.0));
            let wider = on(10, |y| (front(y) - if (120.0..300.0).contains(&y) { 9.0 } else { 0.0 }, 285.0));
            let shifted = on(10, |y| if y < 60.0 { (front(y) - 12.0, 272.0) } else { (front(y), 285.0) });
            let near = |found: f32, pixels: f32| (found * WIDTH as f32 - pixels).abs() < 1.2;
            assert!(near(narrower, 6.0), "{lean}: {}", narrower * WIDTH as f32);
            assert!(near(wider, 9.0), "{lean}: {}", wider * WIDTH as f32);
            assert!(near(shifted, 13.0), "{lean}: {}", shifted * WIDTH as f32);
        }
        // The scanner cut the image to the wider sheet; the other lies askew.
        let cut = on(10, |y| if y > 350.0 { (8.0 + 0.02 * (y - 350.0), 310.0) } else { (-5.0, 320.0) });
        assert!((cut * WIDTH as f32 - 8.0).abs() < 1.5, "{}", cut * WIDTH as f32);
    }

    #[test]
    fn one_sheet_has_no_step() {
        let straight = |y: f32| 30.0 + 0.02 * y;
        assert_eq!(on(10, |y| (straight(y), 285.0)), 0.0, "askew");
        assert_eq!(on(10, |y| (straight(y) + (y - 380.0).max(0.0), 285.0)), 0.0, "a folded corner");
        assert_eq!(on(10, |y| (straight(y) + 0.3 * (y - 300.0).max(0.0), 285.0)), 0.0, "a long fold");
        assert_eq!(on(10, |y| (straight(y) + 5.0 * (y / 140.0).sin(), 285.0)), 0.0, "a bent side");
        let torn = |y: f32| straight(y) + if y > 300.0 { f32::from((y * 7.3) as u8 % 11) } else { 0.0 };
        assert_eq!(on(10, |y| (torn(y), 285.0)), 0.0, "a torn side");
        let clipped = |y: f32| straight(y) + if (200.0..260.0).contains(&y) { 12.0 } else { 0.0 };
        assert_eq!(on(10, |y| (clipped(y), 285.0)), 0.0, "a clip at the edge");
        let table = |y: f32| (straight(y) + if y > 330.0 { 6.0 } else { 0.0 }, 285.0);
        assert_eq!(on(140, table), 0.0, "not the black of a scanner");
        assert_eq!(on(10, |_| (-9.0, 330.0)), 0.0, "paper to the edges");
    }
}
