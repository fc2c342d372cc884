//! Grey along a line across bars, and where on it bars begin and end.
//!
//! Responsible for making of an image's rows what a decoder of bars can read in bad light, in little resolution and out of
//! focus. Not responsible for what the bars say. Positions and widths are in pixels of the image.

use std::ops::Range;

use super::FEWEST_BARS;

/// Bands across the bars that are read, each the mean of up to so many rows.
pub(super) const BANDS: usize = 23;
const BAND_ROWS: usize = 4;
/// Less between bars and paper than this, in grey levels, are no bars.
const LEAST_CONTRAST: u16 = 24;
/// What differs from its neighbours by less than this, of the 255 between bars and paper around, is no bar or space.
const LEAST_SWING: u8 = 40;
/// Share of a stretch of bars that is dark, at least and at most: two fifths to three fifths in all formats, more or less by how ink
/// and light spread.
const DARK: Range<f32> = 0.25..0.8;
/// Of the bars of a code, or of its spaces, the wide ones are at least so many times as wide as the narrow ones, after blur: of twelve
/// three or more are wide in all formats, and three narrow.
const UNEVEN: f32 = 1.4;
const UNEVEN_FROM: usize = 3;
/// Narrow bars that the widest space within a code takes up: four modules (Code 128, ISO/IEC 15417; EAN, ISO/IEC 15420), a little more by blur.
const WIDEST_SPACE: f32 = 4.4;
/// Samples of a pixel in [`Profile::sharp`].
pub(super) const FINE: usize = 4;

/// A row of grey levels, 0 dark and 255 light.
#[derive(Clone)]
pub(super) struct Profile {
    /// The row of the image that it stands for.
    pub(super) middle: usize,
    /// The mean of the rows.
    pub(super) plain: Vec<u8>,
    /// The same with the full range of grey wherever there are bars, whatever the light: each value between the least and the
    /// most of its surroundings. What has no contrast is paper.
    pub(super) spread: Vec<u8>,
    /// Where bars begin and end, by turns: each edge lies where the grey is halfway between the darkest of the bar and the lightest
    /// of the space beside it. One threshold for all makes the narrow ones too narrow or loses them where blur, or pixels as wide
    /// as they, left them half as dark as the wide. Dark ends are paper, as in [`without_frame`](Self::without_frame).
    pub(super) edges: Vec<f32>,
}

impl Profile {
    /// The first row of a band of an image, and how many it has.
    pub(super) fn rows(height: usize, band: usize) -> (usize, usize) {
        let middle = (2 * band + 1) * height / (2 * BANDS);
        let rows = (height / BANDS).clamp(1, BAND_ROWS);
        (middle.saturating_sub(rows / 2).min(height - rows), rows)
    }

    /// The profile of rows of so many pixels each, [`BAND_ROWS`] at most.
    pub(super) fn mean(data: &[u8], width: usize, middle: usize) -> Self {
        let rows = (data.len() / width) as u16;
        let mut sums = vec![0u16; width];
        for row in data.chunks_exact(width) {
            sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += u16::from(*value));
        }
        Self::new(middle, sums.iter().map(|sum| (sum / rows) as u8).collect(), stretched(&sums, rows))
    }

    fn new(middle: usize, plain: Vec<u8>, spread: Vec<u8>) -> Self {
        let edges = edges(&spread);
        Self { middle, plain, spread, edges }
    }

    /// Whether so many bars stand side by side, of which about half is dark ([`DARK`]) and some are wider than others ([`UNEVEN`]): the
    /// rules of a table are narrow and far apart, its lines of figures all alike.
    pub(super) fn has_bars(&self, fewest: usize) -> bool {
        self.edges.windows(2 * fewest).step_by(2).any(|edges| {
            let mut bars: Vec<f32> = edges.chunks_exact(2).map(|bar| bar[1] - bar[0]).collect();
            let mut spaces: Vec<f32> = edges[1..].chunks_exact(2).map(|space| space[1] - space[0]).collect();
            let dark: f32 = bars.iter().sum();
            DARK.contains(&(dark / (edges[edges.len() - 1] - edges[0]))) && (uneven(&mut bars) || uneven(&mut spaces))
        })
    }

    /// How alike two bands of a place are, 0 to 1: of what is dark in either, the share that is dark in both, one of them moved by up to
    /// `most_shift` pixels along the other. Of bars it is nearly all; of a third that is dark by chance a fifth.
    pub(super) fn likeness(&self, other: &Self, most_shift: usize) -> f32 {
        let at = |shift: usize, fixed: &[u8], moved: &[u8]| {
            let pairs = fixed.iter().zip(moved.get(shift..).unwrap_or_default());
            let (both, either) = pairs.fold((0u32, 0u32), |(both, either), (a, b)| {
                let (a, b) = (*a < 128, *b < 128);
                (both + u32::from(a && b), either + u32::from(a || b))
            });
            both as f32 / either.max(1) as f32
        };
        (0..=most_shift)
            .map(|shift| at(shift, &self.spread, &other.spread).max(at(shift, &other.spread, &self.spread)))
            .fold(0.0, f32::max)
    }

    /// The profile with paper instead of the dark at its ends, where a cut-out ends in a frame or in something else beside the
    /// code that leaves it no clear zone. `None` where its ends are paper, or nothing would be left.
    pub(super) fn without_frame(&self) -> Option<Vec<u8>> {
        let light = |value: &u8| *value >= 128;
        let (first, last) = (self.spread.iter().position(light)?, self.spread.iter().rposition(light)?);
        (first > 0 || last + 1 < self.spread.len()).then(|| self.nothing_but(first..last + 1))
    }

    /// The profile with nothing but the bars of the longest stretch that no space parts that is wider than one in a code
    /// ([`WIDEST_SPACE`]), and from where to where these are: writing beside a code may leave it less of a clear zone than decoders ask for.
    /// `None` where that is all there is, or too few ([`FEWEST_BARS`]).
    pub(super) fn alone(&self) -> Option<(Vec<u8>, (f32, f32))> {
        let mut widths: Vec<f32> = self.edges.array_windows().map(|[from, to]| to - from).collect();
        if widths.len() < 2 * FEWEST_BARS {
            return None;
        }
        let narrow = widths.len() / 4;
        let widest = WIDEST_SPACE * *widths.select_nth_unstable_by(narrow, f32::total_cmp).1;
        let bars = self.edges.as_chunks::<2>().0;
        let longest = bars.chunk_by(|a, b| b[0] - a[1] <= widest).max_by_key(|stretch| stretch.len())?;
        if longest.len() == bars.len() || longest.len() < FEWEST_BARS {
            return None;
        }
        let (first, last) = (longest[0][0], longest[longest.len() - 1][1]);
        let end = (last.ceil() as usize + 1).min(self.spread.len());
        Some((self.nothing_but((first.floor() as usize).saturating_sub(1)..end), (first, last)))
    }

    /// The spread profile with paper instead of what is not in a range.
    fn nothing_but(&self, range: Range<usize>) -> Vec<u8> {
        let mut values = self.spread.clone();
        values[..range.start].fill(255);
        values[range.end..].fill(255);
        values
    }

    /// The profile in black on white, [`FINE`] samples to a pixel, with its edges.
    pub(super) fn sharp(&self) -> Vec<u8> {
        let mut values = vec![255; self.spread.len() * FINE];
        let sample = |position: f32| ((position * FINE as f32).round() as usize).min(self.spread.len() * FINE);
        for bar in self.edges.chunks_exact(2) {
            values[sample(bar[0])..sample(bar[1])].fill(0);
        }
        values
    }
}

/// Whether a few widths are larger than a few others.
fn uneven(widths: &mut [f32]) -> bool {
    widths.sort_unstable_by(f32::total_cmp);
    match (widths.get(UNEVEN_FROM - 1), widths.iter().rev().nth(UNEVEN_FROM - 1)) {
        (Some(narrow), Some(wide)) => *wide >= UNEVEN * narrow,
        _ => false,
    }
}

/// See [`Profile::edges`].
fn edges(spread: &[u8]) -> Vec<f32> {
    let turns = turns(spread);
    // Light, dark, light and so on.
    let bars = turns.len().saturating_sub(1) / 2;
    turns[..=2 * bars].windows(2).map(|pair| halfway(spread, pair[0], pair[1])).collect()
}

/// Where between two positions the grey is halfway between theirs.
fn halfway(spread: &[u8], from: usize, to: usize) -> f32 {
    let (first, last) = (f32::from(spread[from]), f32::from(spread[to]));
    let half = f32::midpoint(first, last);
    let beyond = |value: f32| (value <= half) == (last < first);
    let at = (from + 1..=to).find(|x| beyond(f32::from(spread[*x]))).unwrap_or(to);
    let (before, after) = (f32::from(spread[at - 1]), f32::from(spread[at]));
    // A pixel's grey stands for its middle.
    at as f32 - 0.5 + (half - before) / (after - before)
}

/// The lightest and the darkest places by turns, from a light one, none less than [`LEAST_SWING`] from the next.
fn turns(spread: &[u8]) -> Vec<usize> {
    let mut found = Vec::new();
    let (mut dark, mut best) = (false, 0);
    for (x, value) in spread.iter().enumerate() {
        let (more, less) = if dark { (spread[best], *value) } else { (*value, spread[best]) };
        if more > less {
            best = x;
        } else if less - more >= LEAST_SWING {
            found.push(best);
            dark = !dark;
            best = x;
        }
    }
    found.push(best);
    found
}

fn stretched(sums: &[u16], rows: u16) -> Vec<u8> {
    let reach = (sums.len() / 12).max(16);
    let blocks: Vec<(u16, u16)> = sums
        .chunks(reach)
        .map(|block| block.iter().fold((u16::MAX, 0), |(low, high), v| (low.min(*v), high.max(*v))))
        .collect();
    let around = |block: usize| {
        let near = &blocks[block.saturating_sub(1)..(block + 2).min(blocks.len())];
        near.iter().fold((u16::MAX, 0), |(low, high), b| (low.min(b.0), high.max(b.1)))
    };
    let mut spread = Vec::with_capacity(sums.len());
    for (index, block) in sums.chunks(reach).enumerate() {
        let (low, high) = around(index);
        if high - low < LEAST_CONTRAST * rows {
            spread.resize(spread.len() + block.len(), 255);
        } else {
            let range = u32::from(high - low);
            spread.extend(block.iter().map(|sum| (u32::from(sum - low) * 255 / range) as u8));
        }
    }
    spread
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile(spread: Vec<u8>) -> Profile {
        Profile::new(0, Vec::new(), spread)
    }

    fn sharp(spread: Vec<u8>) -> Vec<u8> {
        profile(spread).sharp()
    }

    #[test]
    fn a_frame_around_a_code_is_no_part_of_it() {
        let framed = |ends: usize| profile([vec![10; ends], vec![200, 30, 220, 200], vec![20; ends]].concat());
        assert_eq!(framed(0).without_frame(), None);
        assert_eq!(framed(2).without_frame(), Some(vec![255, 255, 200, 30, 220, 200, 255, 255]));
        assert_eq!(profile(vec![5; 6]).without_frame(), None);
    }

    #[test]
    fn writing_beside_a_code_is_no_part_of_it() {
        // Modules of three pixels; bars and spaces by turns.
        let drawn = |widths: &[usize]| {
            let runs = widths.iter().enumerate().map(|(at, width)| vec![if at % 2 == 0 { 20 } else { 235 }; 3 * width]);
            profile([vec![235; 30], runs.collect::<Vec<_>>().concat(), vec![235; 30]].concat())
        };
        let code = [2, 1, 1, 4, 1, 2, 3, 1, 1, 1, 2, 2, 4, 1, 1, 2, 2, 1, 3, 1, 1, 1, 2, 3, 1];
        assert_eq!(drawn(&code).alone(), None, "all there is");
        let beside = drawn(&[&[2, 1, 3, 6][..], &code[..], &[6, 1, 2, 1, 1][..]].concat());
        let (values, (first, last)) = beside.alone().unwrap();
        let (from, to) = (30 + 3 * 12, 30 + 3 * (12 + code.iter().sum::<usize>()));
        assert!((first - from as f32).abs() <= 1.0 && (last - to as f32).abs() <= 1.0, "{first} to {last}");
        assert_eq!(values[from..to], beside.spread[from..to]);
        assert!(values[..from - 2].iter().chain(&values[to + 2..]).all(|value| *value == 255));
        assert_eq!(drawn(&[1, 9, 1, 9, 1, 9, 1]).alone(), None, "too few stand together");
    }

    #[test]
    fn bars_are_found_where_they_stand() {
        let mut rows = vec![230; 120 * 60];
        for y in 20..60 {
            for bar in 0..14 {
                rows[y * 120 + 10 + 7 * bar..][..if bar % 3 == 0 { 5 } else { 3 }].fill(30);
            }
        }
        let of = |band| {
            let (first, count) = Profile::rows(60, band);
            Profile::mean(&rows[first * 120..(first + count) * 120], 120, first)
        };
        assert_eq!(of(BANDS - 1).edges.len(), 2 * 14);
        assert!(of(BANDS - 1).has_bars(14) && !of(BANDS - 1).has_bars(15));
        assert_eq!(of(0).edges, []);
    }

    #[test]
    fn the_rules_of_a_table_are_no_bars() {
        let rules: Vec<u8> = (0..600).map(|x| if x % 30 < 3 { 20 } else { 230 }).collect();
        assert!(!profile(rules.clone()).has_bars(12));
        // Nor are lines that are all alike; bars of two widths among rules are.
        assert!(!profile((0..600).map(|x| if x % 30 < 16 { 20 } else { 230 }).collect()).has_bars(12));
        let bars = (0..128).map(|x| if x % 16 < 4 || (8..14).contains(&(x % 16)) { 20 } else { 230 });
        assert!(profile([rules.clone(), bars.collect(), rules].concat()).has_bars(12));
    }

    #[test]
    fn bands_across_bars_are_alike_and_those_across_text_are_not() {
        let bars: Vec<u8> = (0..200).map(|x| if x * x / 7 % 5 < 2 { 20 } else { 220 }).collect();
        let moved = [vec![220; 3], bars[..197].to_vec()].concat();
        assert_eq!(profile(bars.clone()).likeness(&profile(moved.clone()), 4), 1.0);
        assert_eq!(profile(moved).likeness(&profile(bars.clone()), 4), 1.0);
        let other: Vec<u8> = (0..200).map(|x| if x * x / 11 % 7 < 2 { 20 } else { 220 }).collect();
        assert!(profile(bars).likeness(&profile(other), 4) < 0.4);
        assert_eq!(profile(vec![255; 9]).likeness(&profile(vec![255; 9]), 4), 0.0);
    }

    #[test]
    fn narrow_and_wide_are_told_apart_after_blur() {
        // Bars and spaces of 3 and 8 pixels, by turns light and dark, from pixel 20 on.
        let widths = [3, 3, 8, 3, 3, 8, 8, 3, 3, 8, 3];
        let mut drawn = vec![255.0f32; 20];
        for (index, width) in widths.iter().enumerate() {
            drawn.resize(drawn.len() + width, if index % 2 == 0 { 0.0 } else { 255.0 });
        }
        drawn.resize(drawn.len() + 20, 255.0);
        // Wider than a narrow bar.
        let blurred: Vec<u8> = (0..drawn.len())
            .map(|x| {
                let near = &drawn[x.saturating_sub(2)..(x + 3).min(drawn.len())];
                (near.iter().sum::<f32>() / near.len() as f32) as u8
            })
            .collect();
        let edges = sharp(blurred);
        let runs: Vec<usize> = edges.chunk_by(|a, b| a == b).map(<[u8]>::len).collect();
        assert_eq!(runs.len(), widths.len() + 2, "{runs:?}");
        for (run, width) in runs[1..].iter().zip(widths) {
            let alike = if width == 3 { (9 * FINE / 4..=5 * FINE).contains(run) } else { *run >= 11 * FINE / 2 };
            assert!(alike, "{run} samples of {width} pixels: {runs:?}");
        }
    }

    #[test]
    fn noise_and_dark_ends_are_no_bars() {
        let noise: Vec<u8> = (0..90).map(|x| 200 + (x * 7 % 31) as u8).collect();
        assert_eq!(profile(noise).edges, []);
        let edges = sharp([vec![10; 9], vec![250; 9], vec![20; 9], vec![240; 9], vec![0; 9]].concat());
        let runs: Vec<(u8, usize)> = edges.chunk_by(|a, b| a == b).map(|run| (run[0], run.len() / FINE)).collect();
        assert_eq!(runs, [(255, 18), (0, 9), (255, 18)]);
    }
}
