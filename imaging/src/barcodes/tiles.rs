//! What a page is like, tile by tile, and which tiles of one kind hang together.
//!
//! Responsible for telling standing bars, lying bars and dense ground from anything else by how grey changes in a tile, and for the
//! places that such tiles make. Not responsible for what is looked at (see `finder`).

use crate::GreyPyramid;
use crate::pyramid::Level;

/// Side of a tile in pixels of the level.
pub(super) const TILE: usize = 16;
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
/// A dense code is at least this many tiles wide and high, and has this many of them...
const LEAST_DENSE: usize = 2;
const LEAST_DENSE_TILES: usize = 4;
/// ...and is no more than this many times as long as it is wide: a line of heavy type is longer.
const LONGEST_DENSE: usize = 5;
/// Of the rectangle around a component, this share must be in it: of bars, and of a dense code.
const LEAST_FILL: f32 = 0.5;
const LEAST_DENSE_FILL: f32 = 0.65;
/// A dense place of fewer tiles than this, or one that fills less of its rectangle, is a weak one.
const SURE_DENSE_TILES: usize = 6;
const SURE_DENSE_FILL: f32 = 0.75;

/// What a tile is like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Texture {
    /// Paper, or text.
    None,
    /// Bars that stand.
    Upright,
    /// Bars that lie.
    Lying,
    /// Changes both ways and is about half dark.
    Dense,
    /// Any of these.
    Mixed,
}

/// The textures of a level's tiles, row by row.
pub(super) fn textures(level: &Level<'_>, columns: usize, rows: usize) -> Vec<Texture> {
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

/// The tiles that stand in squares of two by two that are all so, with a texture of their own.
pub(super) fn in_blocks(
    textures: &[Texture],
    columns: usize,
    texture: Texture,
    is: impl Fn(Texture) -> bool,
) -> Vec<Texture> {
    let mut kept = vec![Texture::None; textures.len()];
    for y in 1..textures.len() / columns.max(1) {
        for x in 1..columns {
            let square = [(y - 1) * columns + x - 1, (y - 1) * columns + x, y * columns + x - 1, y * columns + x];
            if square.iter().all(|tile| is(textures[*tile])) {
                square.iter().for_each(|tile| kept[*tile] = texture);
            }
        }
    }
    kept
}

/// Adds to each sum what a pair of values makes.
#[inline]
fn add<'a>(sums: &mut [u16], pairs: impl Iterator<Item = (&'a u8, &'a u8)>, of: impl Fn(u8, u8) -> u8) {
    sums.iter_mut().zip(pairs).for_each(|(sum, (a, b))| *sum += u16::from(of(*a, *b)));
}

/// Tiles of one texture that touch, and the rectangle around them, in tiles; right and bottom are beyond the last.
pub(super) struct Component {
    pub(super) texture: Texture,
    pub(super) left: usize,
    pub(super) top: usize,
    pub(super) right: usize,
    pub(super) bottom: usize,
    pub(super) count: usize,
}

impl Component {
    /// Where it is on the page, whose tiles are `scale` times as large as here: with a tile on every side (the code's edge may fall into
    /// one that was not counted), and the quiet zone.
    pub(super) fn region(&self, page: &GreyPyramid, scale: f32) -> (f32, f32, f32, f32) {
        let long = (self.right - self.left).max(self.bottom - self.top) as f32;
        let quiet = 1.0 + long * 0.1;
        let (across, along) = match self.texture {
            Texture::Upright => (1.0 + quiet, 0.0),
            Texture::Lying => (0.0, 1.0 + quiet),
            _ => (quiet, quiet),
        };
        let unit = TILE as f32 * scale;
        (
            ((self.left as f32 - across) * unit).max(0.0),
            ((self.top as f32 - along) * unit).max(0.0),
            ((self.right as f32 + across) * unit).min(page.width() as f32),
            ((self.bottom as f32 + along) * unit).min(page.height() as f32),
        )
    }

    /// Whether it is of the same texture and has the same rectangle as another.
    pub(super) fn is_at(&self, other: &Component) -> bool {
        let at = |c: &Component| (c.texture, c.left, c.top, c.right, c.bottom);
        at(self) == at(other)
    }

    /// Whether it may be a code: and if so, whether it is large and full enough to be looked at before the others.
    pub(super) fn may_be_code(&self, textures: &[Texture], columns: usize) -> Option<bool> {
        let (width, height) = (self.right - self.left, self.bottom - self.top);
        let area = (width * height) as f32;
        if let Texture::Upright | Texture::Lying = self.texture {
            let long = if self.texture == Texture::Upright { width } else { height };
            return (long >= LEAST_BARS && self.count as f32 >= LEAST_FILL * area).then_some(true);
        }
        let (short, long) = (width.min(height), width.max(height));
        if self.count < LEAST_DENSE_TILES || short < LEAST_DENSE || long > LONGEST_DENSE * short {
            return None;
        }
        // A dense code has stretches that change in one direction only, such as a finder pattern's.
        let counts = |y: usize| {
            textures[y * columns + self.left..y * columns + self.right].iter().filter(|t| **t != Texture::None).count()
        };
        let fill = (self.top..self.bottom).map(counts).sum::<usize>() as f32 / area;
        (fill >= LEAST_DENSE_FILL).then_some(self.count >= SURE_DENSE_TILES && fill >= SURE_DENSE_FILL)
    }
}

/// The places that tiles of a texture make, their corners touching or their sides.
pub(super) fn connected(textures: &[Texture], columns: usize, texture: Texture) -> Vec<Component> {
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
