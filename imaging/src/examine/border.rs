//! What is not paper along the edges of an image: black scanner borders, and corners that are folded over.

use crate::pyramid::Level;

/// Darker than this share of the bright paper's level is border...
const BLACK: f32 = 0.45;
/// ...and darker than this is what shows behind a folded corner.
const BEHIND: f32 = 0.6;
/// The paper's level is that which this share of the image is no brighter than.
const PAPER: f32 = 0.9;
/// The sides of a fold, in pixels at least, as a share of the image's side at most, and how unlike they may be: the wedges
/// of a page that lies askew are flatter.
const SHORTEST: usize = 6;
const LONGEST: f32 = 0.4;
const UNLIKE: f32 = 3.0;
/// Pixels of the triangle that must be dark, and of its counterpart that must be paper.
const CLEAR: f32 = 0.92;
/// The fold itself is blurred: pixels within this share of it do not count.
const BLURRED: f32 = 0.15;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Border {
    /// Share of the image, 0 to 1.
    pub(super) ratio: f32,
    /// The sides of the largest folded corner, in the geometric mean, as a share of the image's shorter side; 0 without one.
    pub(super) fold: f32,
}

/// Looks at a much reduced level.
pub(super) fn find(level: &Level<'_>) -> Border {
    let mut values = level.data.to_vec();
    if values.is_empty() {
        return Border { ratio: 0.0, fold: 0.0 };
    }
    let at = ((values.len() - 1) as f32 * PAPER) as usize;
    let paper = f32::from(*values.select_nth_unstable(at).1);
    let black = (paper * BLACK) as u8;
    let ratio = flooded(level, black) as f32 / values.len() as f32;
    let inset = inset(level, black);
    let behind = (paper * BEHIND) as u8;
    let corners = [(false, false), (true, false), (false, true), (true, true)];
    let fold = corners.into_iter().filter_map(|corner| fold(level, inset, corner, behind)).fold(0.0, f32::max);
    Border { ratio, fold }
}

/// Dark pixels that are connected to the edge of the image by dark pixels.
fn flooded(level: &Level<'_>, black: u8) -> usize {
    let (width, height) = (level.width, level.height);
    let mut seen = vec![false; width * height];
    let mut open = Vec::new();
    let mut count = 0;
    let mut look = |at: usize, open: &mut Vec<usize>| {
        if level.data[at] < black && !std::mem::replace(&mut seen[at], true) {
            count += 1;
            open.push(at);
        }
    };
    for x in 0..width {
        look(x, &mut open);
        look((height - 1) * width + x, &mut open);
    }
    for y in 0..height {
        look(y * width, &mut open);
        look(y * width + width - 1, &mut open);
    }
    while let Some(at) = open.pop() {
        let (x, y) = (at % width, at / width);
        if x > 0 {
            look(at - 1, &mut open);
        }
        if x + 1 < width {
            look(at + 1, &mut open);
        }
        if y > 0 {
            look(at - width, &mut open);
        }
        if y + 1 < height {
            look(at + width, &mut open);
        }
    }
    count
}

/// How deep the border is at the left, right, top and bottom: in the median of the middle half of each edge.
fn inset(level: &Level<'_>, black: u8) -> [usize; 4] {
    let (width, height) = (level.width, level.height);
    let median = |length: usize, depth: &dyn Fn(usize) -> usize| {
        let mut depths: Vec<usize> = (length / 4..length - length / 4).map(depth).collect();
        let middle = depths.len() / 2;
        if depths.is_empty() { 0 } else { *depths.select_nth_unstable(middle).1 }
    };
    let dark = |x: usize, y: usize| level.data[y * width + x] < black;
    [
        median(height, &|y| (0..width).take_while(|x| dark(*x, y)).count()),
        median(height, &|y| (0..width).take_while(|x| dark(width - 1 - x, y)).count()),
        median(width, &|x| (0..height).take_while(|y| dark(x, *y)).count()),
        median(width, &|x| (0..height).take_while(|y| dark(x, height - 1 - y)).count()),
    ]
}

/// The size of the fold at one corner (right or not, bottom or not), within the border; `None` without one.
fn fold(level: &Level<'_>, inset: [usize; 4], (right, bottom): (bool, bool), behind: u8) -> Option<f32> {
    let [at_left, at_right, at_top, at_bottom] = inset;
    let (width, height) = (level.width, level.height);
    let (inner_width, inner_height) = (width.checked_sub(at_left + at_right)?, height.checked_sub(at_top + at_bottom)?);
    // Counted from the corner inwards.
    let dark = |i: usize, j: usize| {
        let x = if right { width - 1 - at_right - i } else { at_left + i };
        let y = if bottom { height - 1 - at_bottom - j } else { at_top + j };
        level.data[y * width + x] < behind
    };
    let most = |side: usize| (side as f32 * LONGEST) as usize;
    let (most_along, most_down) = (most(inner_width), most(inner_height));
    // A pixel inwards: the very edge may be a shadow.
    let along = (0..most_along).take_while(|i| dark(*i, 1.min(most_down))).count();
    let down = (0..most_down).take_while(|j| dark(1.min(most_along), *j)).count();
    let (a, b) = (along as f32, down as f32);
    if along.min(down) < SHORTEST || along >= most_along || down >= most_down || a.max(b) > UNLIKE * a.min(b) {
        return None;
    }
    let (mut inside, mut inside_dark, mut outside, mut outside_light) = (0, 0, 0, 0);
    for j in 0..down {
        for i in 0..along {
            let share = (i as f32 + 0.5) / a + (j as f32 + 0.5) / b;
            if share < 1.0 - BLURRED {
                inside += 1;
                inside_dark += usize::from(dark(i, j));
            } else if share > 1.0 + BLURRED {
                outside += 1;
                outside_light += usize::from(!dark(i, j));
            }
        }
    }
    let clear = |found: usize, of: usize| found as f32 >= CLEAR * of as f32;
    (clear(inside_dark, inside) && clear(outside_light, outside))
        .then(|| (a * b).sqrt() / inner_width.min(inner_height) as f32)
}

#[cfg(test)]
mod tests {
    use super::*;

    const WIDTH: usize = 310;
    const HEIGHT: usize = 438;

    fn found(paint: impl Fn(usize, usize) -> u8) -> Border {
        let data: Vec<u8> = (0..WIDTH * HEIGHT).map(|at| paint(at % WIDTH, at / WIDTH)).collect();
        find(&Level { width: WIDTH, height: HEIGHT, data: &data })
    }

    #[test]
    fn borders_are_what_is_dark_along_the_edges() {
        let bordered =
            found(|x, y| if x < 31 || (100..120).contains(&x) && (100..120).contains(&y) { 12 } else { 240 });
        assert!((bordered.ratio - 0.1).abs() < 0.005 && bordered.fold == 0.0, "{bordered:?}");
        assert_eq!(found(|_, _| 240), Border { ratio: 0.0, fold: 0.0 });
    }

    #[test]
    fn a_corner_that_is_gone_is_folded_within_a_border_too() {
        for border in [0, 9] {
            let folded = found(|x, y| {
                let edge = x < border || y < border || x >= WIDTH - border || y >= HEIGHT - border;
                if edge || (WIDTH - border - x) + (y - border) < 40 { 25 } else { 235 }
            });
            assert!((folded.fold - 0.13).abs() < 0.02, "{folded:?}");
        }
    }

    #[test]
    fn a_page_askew_and_a_dark_logo_are_not_folded() {
        let askew = found(|x, y| if y < x / 8 || x < (HEIGHT - y) / 8 { 15 } else { 240 });
        let logo = found(|x, y| if x < 50 && y < 40 { 40 } else { 240 });
        assert_eq!((askew.fold, logo.fold), (0.0, 0.0));
    }
}
