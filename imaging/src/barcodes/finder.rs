//! Where on a page codes may be.
//!
//! Responsible for a few rectangles that hold every code and, on a page of text, hardly anything else. Looks at the
//! gradients of a reduced level in tiles: bars change along one direction only, dense codes change a lot along both and are
//! about half dark. Most text does neither: its strokes run in all directions, and much of it is paper. Heavy type is told by the bare
//! paper between its lines.

use crate::GreyPyramid;
use crate::pyramid::Level;

/// The level with at most this many pixels is looked at: about 150 dpi of an A4 page.
const MAX_PIXELS: usize = 2_500_000;
/// An image of no more pixels than this is looked at as a whole too: it may be the photo of a single code.
const SMALL: usize = 600_000;
/// Side of a tile in pixels of the level.
const TILE: usize = 16;
/// Mean change from pixel to pixel in grey levels, below which nothing is there.
const LEAST_CHANGE: u32 = 9;
/// Bars change this many times as much along one direction as along the other.
const ONE_WAY: u32 = 3;
/// A dense code's tile is darker than this share of the paper (in 1/16)...
const DARK: u32 = 12;
/// ...and lighter than this.
const BLACK: u32 = 3;
/// Bars are at least this many tiles long, across the bars.
const LEAST_BARS: usize = 4;
/// A dense code is at least this many tiles wide and high, and has this many of them.
const LEAST_DENSE: usize = 2;
const LEAST_DENSE_TILES: usize = 6;
/// Of the rectangle around a component, this share must be in it: of bars, and of a dense code...
const LEAST_FILL: f32 = 0.5;
const LEAST_DENSE_FILL: f32 = 0.75;
/// ...which is no more than this many times as long as it is wide: a line of heavy type is longer.
const LONGEST_DENSE: usize = 5;
/// Share of a likely code that is dark (darker than halfway between its ink and its paper), dense or in bars. Of 152 dense ones that
/// were read among photos and stamped pages it was 0.34 to 0.59, of 231 in bars 0.27 to 0.54, but for one on a dark ground and two beside
/// something else; a word of heavy type and a table have less, light type on a dark band more.
const LIKELY_DENSE: std::ops::RangeInclusive<f32> = 0.32..=0.62;
const LIKELY_BARS: std::ops::RangeInclusive<f32> = 0.25..=0.85;
/// A dense one's grey changes along rows and columns alike, the one at least so much of the other; a stacked code's, and that of bars,
/// changes along one much more, so much of that at most.
const LIKELY_EVEN: f32 = 0.76;
const LIKELY_ONE_WAY: f32 = 0.4;
/// Lines of text are looked for in strips of so many tiles, along which a few degrees of skew do not matter.
const STRIP: usize = 4;
/// Of the ink that there may be, a row between two lines of text has at most this share...
const BARE: f32 = 0.12;
/// ...and of the rows of text this share is so, at least.
const LEAST_BARE: f32 = 0.1;
/// ...in so many places.
const LEAST_GAPS: usize = 2;
/// Pixels that tell a likely place's direction, another's, and how likely a place is, about.
const DIRECTION_PIXELS: usize = 100_000;
const UNLIKELY_DIRECTION_PIXELS: usize = 40_000;
const LIKENESS_PIXELS: usize = 20_000;
/// Candidates of one page at most, the largest first.
const MOST: usize = 12;

/// What a candidate may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Kind {
    /// Bars; turned by `degrees` counter-clockwise they stand upright in what is read.
    Bars { degrees: f64 },
    /// A dense code of squares.
    Dense,
    /// Anything.
    Whole,
}

/// A place to look at.
#[derive(Debug, Clone, Copy)]
pub(super) struct Candidate {
    pub(super) kind: Kind,
    /// It is as dark and changes as much along rows and columns as codes of its kind do.
    pub(super) likely: bool,
    /// Left, top, right and bottom in pixels of the page, with room for the quiet zone.
    pub(super) region: (f32, f32, f32, f32),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Texture {
    None,
    /// Bars that stand.
    Upright,
    /// Bars that lie.
    Lying,
    Dense,
}

/// The candidates of a page.
pub(super) fn candidates(page: &GreyPyramid) -> Vec<Candidate> {
    let index = (0..=page.last_level()).find(|i| page.level(*i).data.len() <= MAX_PIXELS).unwrap_or(page.last_level());
    let level = page.level(index);
    let scale = (1u32 << index) as f32;
    let (columns, rows) = (level.width / TILE, level.height / TILE);
    let textures = textures(&level, columns, rows);
    let mut components = Vec::new();
    for texture in [Texture::Upright, Texture::Lying, Texture::Dense] {
        components.extend(connected(&textures, columns, texture));
    }
    components.sort_by_key(|c| std::cmp::Reverse(c.count));
    let (width, height) = (page.width() as f32, page.height() as f32);
    let mut places: Vec<(&Component, Option<f32>)> = components
        .iter()
        .filter(|c| c.may_be_code(&textures, columns) && !(c.texture == Texture::Dense && is_text(&level, c)))
        .map(|c| (c, likeness(&level, c)))
        .collect();
    // The likeliest come first; those that are not likely after them, the largest first.
    places.sort_by(|(_, a), (_, b)| b.unwrap_or(0.0).total_cmp(&a.unwrap_or(0.0)));
    let mut found: Vec<Candidate> = places
        .into_iter()
        .take(MOST)
        .map(|(c, likeness)| {
            let kind = match c.texture {
                Texture::Dense | Texture::None => Kind::Dense,
                Texture::Upright | Texture::Lying => {
                    let most = if likeness.is_some() { DIRECTION_PIXELS } else { UNLIKELY_DIRECTION_PIXELS };
                    Kind::Bars { degrees: direction(&level, c, most) }
                }
            };
            // A tile on every side (the code's edge may fall into one that was not counted), and the quiet zone.
            let long = (c.right - c.left).max(c.bottom - c.top) as f32;
            let quiet = 1.0 + long * 0.1;
            let (across, along) = match c.texture {
                Texture::Upright => (1.0 + quiet, 0.0),
                Texture::Lying => (0.0, 1.0 + quiet),
                _ => (quiet, quiet),
            };
            let unit = TILE as f32 * scale;
            let region = (
                ((c.left as f32 - across) * unit).max(0.0),
                ((c.top as f32 - along) * unit).max(0.0),
                ((c.right as f32 + across) * unit).min(width),
                ((c.bottom as f32 + along) * unit).min(height),
            );
            Candidate { kind, likely: likeness.is_some(), region }
        })
        .collect();
    if page.raster().data().len() <= SMALL {
        found.push(Candidate { kind: Kind::Whole, likely: true, region: (0.0, 0.0, width, height) });
    }
    found
}

fn textures(level: &Level<'_>, columns: usize, rows: usize) -> Vec<Texture> {
    let mut sums = vec![[0u32; 3]; columns * rows];
    // Of each column of a row of tiles: a tile's 16 values fit into 16 bits.
    let mut by_column = [(); 3].map(|()| vec![0u16; columns * TILE]);
    for (row_of_tiles, tiles) in sums.chunks_exact_mut(columns.max(1)).enumerate() {
        by_column.iter_mut().for_each(|sums| sums.fill(0));
        for y in row_of_tiles * TILE..(row_of_tiles + 1) * TILE {
            let row = &level.data[y * level.width..(y + 1) * level.width];
            let below = &level.data[(y + 1).min(level.height - 1) * level.width..];
            let [across, down, brightness] = &mut by_column;
            // The pixel after the row's last stands for itself: its column, if there is a tile at all, adds nothing.
            add(across, row.iter().zip(row.get(1..).unwrap_or_default()), |a, b| a.abs_diff(b));
            add(down, row.iter().zip(below), |a, b| a.abs_diff(b));
            add(brightness, row.iter().zip(row), |a, _| a);
        }
        for (which, all) in by_column.iter().enumerate() {
            for (tile, columns) in tiles.iter_mut().zip(all.chunks_exact(TILE)) {
                tile[which] = columns.iter().map(|sum| u32::from(*sum)).sum();
            }
        }
    }
    let area = (TILE * TILE) as u32;
    let mut means: Vec<u32> = sums.iter().map(|s| s[2] / area).collect();
    means.sort_unstable();
    let paper = means.get(means.len() * 9 / 10).copied().unwrap_or(255);
    let texture = |[across, down, brightness]: &[u32; 3]| {
        let (across, down, mean) = (across / area, down / area, brightness / area);
        let (most, least) = (across.max(down), across.min(down));
        if most < LEAST_CHANGE {
            Texture::None
        } else if most >= ONE_WAY * least.max(1) {
            if across > down { Texture::Upright } else { Texture::Lying }
        } else if least >= LEAST_CHANGE && mean * 16 < paper * DARK && mean * 16 > paper * BLACK {
            Texture::Dense
        } else {
            Texture::None
        }
    };
    sums.iter().map(texture).collect()
}

/// Adds to each sum what a pair of values makes.
#[inline]
fn add<'a>(sums: &mut [u16], pairs: impl Iterator<Item = (&'a u8, &'a u8)>, of: impl Fn(u8, u8) -> u8) {
    sums.iter_mut().zip(pairs).for_each(|(sum, (a, b))| *sum += u16::from(of(*a, *b)));
}

/// Tiles of one texture that touch, and the rectangle around them, in tiles; right and bottom are beyond the last.
struct Component {
    texture: Texture,
    left: usize,
    top: usize,
    right: usize,
    bottom: usize,
    count: usize,
}

impl Component {
    fn may_be_code(&self, textures: &[Texture], columns: usize) -> bool {
        let (width, height) = (self.right - self.left, self.bottom - self.top);
        let large = match self.texture {
            Texture::Upright => width >= LEAST_BARS,
            Texture::Lying => height >= LEAST_BARS,
            _ => {
                self.count >= LEAST_DENSE_TILES
                    && width.min(height) >= LEAST_DENSE
                    && width.max(height) <= LONGEST_DENSE * width.min(height)
            }
        };
        // A dense code has stretches that change in one direction only, such as a finder pattern's.
        let counts = |y: usize| {
            textures[y * columns + self.left..y * columns + self.right].iter().filter(|t| **t != Texture::None).count()
        };
        let (count, least) = if self.texture == Texture::Dense {
            ((self.top..self.bottom).map(counts).sum(), LEAST_DENSE_FILL)
        } else {
            (self.count, LEAST_FILL)
        };
        large && count as f32 >= least * (width * height) as f32
    }
}

fn connected(textures: &[Texture], columns: usize, texture: Texture) -> Vec<Component> {
    let mut seen = vec![false; textures.len()];
    let mut found = Vec::new();
    let mut open = Vec::new();
    for start in 0..textures.len() {
        if textures[start] != texture || seen[start] {
            continue;
        }
        let (x, y) = (start % columns, start / columns);
        let mut component = Component { texture, left: x, top: y, right: x + 1, bottom: y + 1, count: 0 };
        seen[start] = true;
        open.push(start);
        while let Some(tile) = open.pop() {
            let (x, y) = (tile % columns, tile / columns);
            component.count += 1;
            component.left = component.left.min(x);
            component.right = component.right.max(x + 1);
            component.top = component.top.min(y);
            component.bottom = component.bottom.max(y + 1);
            for ny in y.saturating_sub(1)..=y + 1 {
                for nx in x.saturating_sub(1)..(x + 2).min(columns) {
                    let near = ny * columns + nx;
                    if textures.get(near) == Some(&texture) && !seen[near] {
                        seen[near] = true;
                        open.push(near);
                    }
                }
            }
        }
        found.push(component);
    }
    found
}

/// Whether a dense place is text, standing or lying: bare paper between its lines, which runs through no code.
fn is_text(level: &Level<'_>, component: &Component) -> bool {
    let (left, right) = (component.left * TILE, component.right * TILE);
    let (top, bottom) = (component.top * TILE, component.bottom * TILE);
    // As even as can be: in one of a few pixels' width much is bare by chance.
    let strips = |from: usize, to: usize| {
        let count = ((to - from) / (STRIP * TILE)).max(1);
        (0..count).map(move |strip| from + (to - from) * strip / count..from + (to - from) * (strip + 1) / count)
    };
    let mean = |sum: u32, count: usize| sum as f32 / count as f32;
    let rows = strips(left, right).map(|strip| {
        let row = |y: usize| level.data[y * level.width..][strip.clone()].iter().map(|v| u32::from(*v)).sum();
        (top..bottom).map(|y| mean(row(y), strip.len())).collect()
    });
    let columns = strips(top, bottom).map(|strip| {
        let mut sums = vec![0u32; right - left];
        for y in strip.clone() {
            let row = &level.data[y * level.width..][left..right];
            sums.iter_mut().zip(row).for_each(|(sum, value)| *sum += u32::from(*value));
        }
        sums.into_iter().map(|sum| mean(sum, strip.len())).collect()
    });
    let pixels = (top..bottom).flat_map(|y| &level.data[y * level.width..][left..right]);
    let (ink, paper) = pixels.fold((u8::MAX, 0), |(ink, paper), value| (ink.min(*value), paper.max(*value)));
    let bare = f32::from(paper) - BARE * f32::from(paper - ink);
    is_parted(rows, bare) || is_parted(columns, bare)
}

/// Whether in half of the strips or more enough of what lies between the first ink and the last is bare, in several places: lines
/// come again and again, a gap between two codes or beside a code's caption does not.
fn is_parted(strips: impl Iterator<Item = Vec<f32>>, bare: f32) -> bool {
    let (mut parted, mut all) = (0, 0);
    for levels in strips {
        let inked = |level: &f32| *level < bare;
        let (Some(first), Some(last)) = (levels.iter().position(inked), levels.iter().rposition(inked)) else {
            continue;
        };
        let gaps = || levels[first..=last].chunk_by(|a, b| inked(a) == inked(b)).filter(|run| !inked(&run[0]));
        let bare: usize = gaps().map(<[f32]>::len).sum();
        all += 1;
        parted += usize::from(gaps().count() >= LEAST_GAPS && bare as f32 >= LEAST_BARE * (last + 1 - first) as f32);
    }
    2 * parted >= all.max(1)
}

/// How much a place looks like a code, 0 to 1: as dark as one, the more its grey changes along one way or along both as that of a code
/// of its kind does. `None` where it does not look like one.
fn likeness(level: &Level<'_>, component: &Component) -> Option<f32> {
    let (left, right) = (component.left * TILE, (component.right * TILE).min(level.width - 1));
    let (top, bottom) = (component.top * TILE, (component.bottom * TILE).min(level.height - 1));
    let mut counts = [0usize; 256];
    let (mut across, mut down) = (0u64, 0u64);
    for y in (top..bottom).step_by(((right - left) * (bottom - top) / LIKENESS_PIXELS).max(1)) {
        let row = &level.data[y * level.width..][left..=right];
        let below = &level.data[(y + 1) * level.width..][left..right];
        for (pair, below) in row.windows(2).zip(below) {
            counts[usize::from(pair[0])] += 1;
            across += u64::from(pair[0].abs_diff(pair[1]));
            down += u64::from(pair[0].abs_diff(*below));
        }
    }
    let all: usize = counts.iter().sum();
    // The grey below which such a share of the pixels lies: a twentieth at either end may be specks.
    let level_of = |share: usize| {
        let mut below = 0;
        counts.iter().position(|count| {
            below += count;
            below > all * share / 20
        })
    };
    let (ink, paper) = (level_of(1)?, level_of(19)?);
    let dark = counts[..usize::midpoint(ink, paper)].iter().sum::<usize>() as f32 / all as f32;
    let even = across.min(down) as f32 / across.max(down).max(1) as f32;
    let one_way = even <= LIKELY_ONE_WAY;
    if component.texture == Texture::Dense {
        (LIKELY_DENSE.contains(&dark) && (one_way || even >= LIKELY_EVEN)).then_some(even.max(1.0 - even))
    } else {
        (LIKELY_BARS.contains(&dark) && one_way).then_some(1.0 - even)
    }
}

/// The middle of a range, so much of it at most and a tile at least.
fn middle(from: usize, to: usize, most: usize) -> (usize, usize) {
    let left_out = (to - from).saturating_sub(most.max(TILE));
    (from + left_out / 2, to - left_out.div_ceil(2))
}

/// By how many degrees the bars' reading direction is turned, counter-clockwise: from the structure tensor of the
/// component (the direction along which grey values change), -45 to 45 for standing bars, 45 to 135 for lying ones. `most`: about so
/// many pixels tell it.
fn direction(level: &Level<'_>, component: &Component, most: usize) -> f64 {
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    let (left, right) = (component.left * TILE, (component.right * TILE).min(level.width - 1));
    let (top, bottom) = (component.top * TILE, (component.bottom * TILE).min(level.height - 1));
    // Of a large one the middle of the bars is enough: across them none is left out.
    let (left, right, top, bottom) = match component.texture {
        Texture::Lying => {
            let (from, to) = middle(left, right, most / (bottom - top).max(1));
            (from, to, top, bottom)
        }
        _ => {
            let (from, to) = middle(top, bottom, most / (right - left).max(1));
            (left, right, from, to)
        }
    };
    for y in top..bottom {
        let row = &level.data[y * level.width..][left..=right];
        let below = &level.data[(y + 1) * level.width..][left..=right];
        // A row's sums fit: 2 · 255 squared, for as many pixels as a row has.
        let mut sums = [0i64; 3];
        for (upper, lower) in row.windows(2).zip(below.windows(2)) {
            // Both differences about the same point, the corner that four pixels share.
            let (a, b) = (i32::from(upper[0]), i32::from(upper[1]));
            let (c, d) = (i32::from(lower[0]), i32::from(lower[1]));
            let (dx, dy) = (b + d - a - c, c + d - a - b);
            sums[0] += i64::from(dx * dx);
            sums[1] += i64::from(dy * dy);
            sums[2] += i64::from(dx * dy);
        }
        xx += sums[0] as f64;
        yy += sums[1] as f64;
        xy += sums[2] as f64;
    }
    // y is down: a direction that falls to the right is a clockwise one.
    let degrees = -(0.5 * (2.0 * xy).atan2(xx - yy)).to_degrees();
    if component.texture == Texture::Lying && degrees < 0.0 { degrees + 180.0 } else { degrees }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PixelFormat, Raster};

    const SIDE: usize = 400;

    fn dense_places(dark: impl Fn(usize, usize) -> bool) -> usize {
        dense(dark).len()
    }

    /// Whether each dense place of a page is likely.
    fn dense(dark: impl Fn(usize, usize) -> bool) -> Vec<bool> {
        let data = (0..SIDE * SIDE).map(|at| if dark(at % SIDE, at / SIDE) { 20 } else { 235 }).collect();
        let page = Raster::new(SIDE as u32, SIDE as u32, PixelFormat::Grey8, data, None).unwrap();
        let found = candidates(&GreyPyramid::new(page).unwrap());
        found.iter().filter(|c| c.kind == Kind::Dense).map(|c| c.likely).collect()
    }

    /// Dark or light by chance, the same each time.
    fn by_chance(x: usize, y: usize) -> bool {
        ((x * 73_856_093) ^ (y * 19_349_663)).wrapping_mul(2_654_435_761) >> 16 & 1 == 1
    }

    #[test]
    fn a_small_code_is_a_place_to_look_at_and_heavy_type_is_not() {
        // Sixteen modules of 5 pixels each way, and twenty of 4.
        for module in [5, 4] {
            let inside = |x: usize, y: usize| (160..240).contains(&x) && (160..240).contains(&y);
            let code = |x, y| inside(x, y) && by_chance(x / module, y / module);
            assert_eq!(dense_places(code), 1, "{module}");
        }
        let block = |x: usize, y: usize| (96..304).contains(&x) && (96..304).contains(&y);
        let lines = |x: usize, y: usize| block(x, y) && y % 20 < 15 && by_chance(x / 5, y / 5);
        assert_eq!(dense_places(lines), 0);
        assert_eq!(dense_places(|x, y| lines(y, x)), 0);
    }

    #[test]
    fn what_is_half_dark_and_changes_both_ways_is_likely() {
        let inside = |x: usize, y: usize| (160..240).contains(&x) && (160..240).contains(&y);
        assert_eq!(dense(|x, y| inside(x, y) && by_chance(x / 5, y / 5)), [true]);
        // Light specks on a dark ground.
        let specks = |x: usize, y: usize| !(by_chance(x / 5, y / 5) && by_chance(y / 5, x / 5));
        assert_eq!(dense(|x, y| inside(x, y) && specks(x, y)), [false]);
    }
}
