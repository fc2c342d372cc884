//! Text that runs off an edge of the image: letters that the edge cuts.

use std::ops::RangeInclusive;

use super::ink::{Paper, Stroke};
use crate::pyramid::Level;

/// A piece of a letter is so many pixels long along the edge...
const ALONG: RangeInclusive<usize> = 2..=26;
/// ...and reaches so far in from it, at a side and at an end: shadows are thinner, rules are longer.
const INWARDS: RangeInclusive<usize> = 2..=30;
const INWARDS_AT_ENDS: RangeInclusive<usize> = 3..=30;
/// At the left and right, a line of text goes on: so many strokes within so many pixels.
const STROKES: usize = 4;
const NEAR: f32 = 90.0;
/// At the top and bottom, letters stand side by side, the next one within so many pixels, and at least so many of them: a
/// shadow along the edge may fall apart into a few.
const BESIDE: usize = 26;
const FEWEST_BESIDE: usize = 14;

/// The most letters that one edge cuts. `contrast` is between paper and ink in the mean: a letter has darker places, the
/// grain of a scanner's lid has not.
pub(super) fn cut_letters(level: &Level<'_>, paper: &Paper, strokes: &[Stroke], contrast: f32) -> usize {
    let (width, height) = (level.width, level.height);
    if width <= *INWARDS.end() || height <= *INWARDS.end() {
        return 0;
    }
    let depth = |x: usize, y: usize| {
        let value = level.data[y * width + x];
        if value < paper.ink_below(x, y) { paper.at(x, y) - value } else { 0 }
    };
    let sides = [false, true].map(|right| {
        let x = |inwards: usize| if right { width - 1 - inwards } else { inwards };
        let near: Vec<&Stroke> =
            strokes.iter().filter(|s| if right { width as f32 - s.x < NEAR } else { s.x < NEAR }).collect();
        pieces(height, contrast, INWARDS, |along, inwards| depth(x(inwards), along))
            .into_iter()
            .filter(|(from, to)| {
                let beside = |s: &&&Stroke| s.bottom >= *from as f32 - 1.0 && s.top <= *to as f32 + 1.0;
                near.iter().filter(beside).count() >= STROKES
            })
            .count()
    });
    let ends = [false, true].map(|bottom| {
        let y = |inwards: usize| if bottom { height - 1 - inwards } else { inwards };
        let found = pieces(width, contrast, INWARDS_AT_ENDS, |along, inwards| depth(along, y(inwards)));
        let beside = |pair: &[(usize, usize)]| pair[1].0 - pair[0].1 <= BESIDE;
        let count = found.windows(2).filter(|pair| beside(pair)).count();
        if count < FEWEST_BESIDE { 0 } else { count }
    });
    sides.into_iter().chain(ends).max().unwrap_or(0)
}

/// The stretches of an edge, from and up to, where a piece of ink of a letter's size touches it. `depth` is asked for a place
/// along the edge and the distance from it: how much darker than its paper the ink there is, 0 where there is none.
fn pieces(
    length: usize,
    contrast: f32,
    reaches: RangeInclusive<usize>,
    depth: impl Fn(usize, usize) -> u8,
) -> Vec<(usize, usize)> {
    let ink = |along: usize, inwards: usize| depth(along, inwards) > 0;
    let mut found = Vec::new();
    let mut from = None;
    for along in 0..=length {
        let touches = along < length && ink(along, 0);
        match (from, touches) {
            (None, true) => from = Some(along),
            (Some(start), false) => {
                let reach = |along: usize| (0..=*reaches.end()).take_while(|inwards| ink(along, *inwards)).count();
                let deepest = (start..along).map(reach).max().unwrap_or(0);
                let dark = (start..along)
                    .any(|along| (0..reach(along)).any(|inwards| f32::from(depth(along, inwards)) > contrast));
                // What ends at the end of the edge stands in a corner: a border or a shadow.
                if ALONG.contains(&(along - start)) && reaches.contains(&deepest) && dark && start > 0 && along < length
                {
                    found.push((start, along));
                }
                from = None;
            }
            _ => {}
        }
    }
    found
}
