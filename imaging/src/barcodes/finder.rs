//! Where on a page codes may be.
//!
//! Responsible for a few rectangles that hold every code and, on a page of text, hardly anything else. Looks at the
//! gradients of a reduced level in tiles: bars change along one direction only, dense codes change a lot along both and are
//! about half dark. Text does neither: its strokes run in all directions, and most of it is paper.

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
    let mut found: Vec<Candidate> = components
        .iter()
        .filter(|c| c.is_likely(&textures, columns))
        .take(MOST)
        .map(|c| {
            let kind = match c.texture {
                Texture::Dense | Texture::None => Kind::Dense,
                Texture::Upright | Texture::Lying => Kind::Bars { degrees: direction(&level, c) },
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
            Candidate { kind, region }
        })
        .collect();
    if page.raster().data().len() <= SMALL {
        found.push(Candidate { kind: Kind::Whole, region: (0.0, 0.0, width, height) });
    }
    found
}

fn textures(level: &Level<'_>, columns: usize, rows: usize) -> Vec<Texture> {
    let mut sums = vec![[0u32; 3]; columns * rows];
    for y in 0..rows * TILE {
        let row = &level.data[y * level.width..(y + 1) * level.width];
        let below = &level.data[(y + 1).min(level.height - 1) * level.width..];
        let tiles = &mut sums[y / TILE * columns..(y / TILE + 1) * columns];
        for (tile, out) in tiles.iter_mut().enumerate() {
            let at = tile * TILE;
            let here = &row[at..at + TILE];
            let under = &below[at..at + TILE];
            // The pixel after the row's last stands for itself.
            let mut next = [0u8; TILE];
            next[..TILE - 1].copy_from_slice(&here[1..]);
            next[TILE - 1] = row.get(at + TILE).copied().unwrap_or(here[TILE - 1]);
            let mut sum = [0u16; 3];
            for i in 0..TILE {
                sum[0] += u16::from(here[i].abs_diff(next[i]));
                sum[1] += u16::from(here[i].abs_diff(under[i]));
                sum[2] += u16::from(here[i]);
            }
            for (out, sum) in out.iter_mut().zip(sum) {
                *out += u32::from(sum);
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
    fn is_likely(&self, textures: &[Texture], columns: usize) -> bool {
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

/// By how many degrees the bars' reading direction is turned, counter-clockwise: from the structure tensor of the
/// component (the direction along which grey values change), -45 to 45 for standing bars, 45 to 135 for lying ones.
fn direction(level: &Level<'_>, component: &Component) -> f64 {
    let (mut xx, mut yy, mut xy) = (0.0, 0.0, 0.0);
    for y in component.top * TILE..(component.bottom * TILE).min(level.height - 1) {
        let row = &level.data[y * level.width..(y + 1) * level.width];
        let below = &level.data[(y + 1) * level.width..(y + 2) * level.width];
        for x in component.left * TILE..(component.right * TILE).min(level.width - 1) {
            // Both differences about the same point, the corner that four pixels share.
            let [a, b, c, d] = [row[x], row[x + 1], below[x], below[x + 1]].map(i32::from);
            let (dx, dy) = (f64::from(b + d - a - c), f64::from(c + d - a - b));
            xx += dx * dx;
            yy += dy * dy;
            xy += dx * dy;
        }
    }
    // y is down: a direction that falls to the right is a clockwise one.
    let degrees = -(0.5 * (2.0 * xy).atan2(xx - yy)).to_degrees();
    if component.texture == Texture::Lying && degrees < 0.0 { degrees + 180.0 } else { degrees }
}
