//! Ready-made noise: tiles of grain drawn once, and smooth random fields.
//!
//! Drawing one random number per pixel would cost more than everything else, so noise is read from tiles at a random
//! place. The tiles are the same in every run.

use crate::rng::Rng;
use std::sync::OnceLock;

/// Side of a tile; a power of two.
const SIDE: usize = 512;

/// How coarse a grain is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Grain {
    /// Every pixel for itself.
    White,
    /// About two pixels.
    Fine,
    /// About four pixels.
    Coarse,
}

/// Tiles of values with mean 0 and deviation about 32.
struct Tiles {
    tiles: [Vec<i8>; 3],
}

fn tiles() -> &'static Tiles {
    static TILES: OnceLock<Tiles> = OnceLock::new();
    TILES.get_or_init(|| {
        let mut rng = Rng::stream(0x6e6f_6973, 0);
        let white: Vec<f32> = (0..SIDE * SIDE).map(|_| rng.normal()).collect();
        let make = |radius: usize| {
            let mut v = white.clone();
            for _ in 0..2 {
                v = box_blur(&v, radius);
            }
            normalised(&v)
        };
        Tiles { tiles: [normalised(&white), make(1), make(2)] }
    })
}

fn normalised(v: &[f32]) -> Vec<i8> {
    let mean = v.iter().sum::<f32>() / v.len() as f32;
    let dev = (v.iter().map(|x| (x - mean) * (x - mean)).sum::<f32>() / v.len() as f32).sqrt();
    v.iter().map(|x| ((x - mean) / dev * 32.0).round().clamp(-127.0, 127.0) as i8).collect()
}

/// A box blur that wraps round the tile.
fn box_blur(v: &[f32], radius: usize) -> Vec<f32> {
    let m = SIDE - 1;
    let mut across = vec![0.0; v.len()];
    for y in 0..SIDE {
        for x in 0..SIDE {
            across[y * SIDE + x] = (0..=2 * radius).map(|i| v[y * SIDE + ((x + i + SIDE - radius) & m)]).sum();
        }
    }
    let mut out = vec![0.0; v.len()];
    for y in 0..SIDE {
        for x in 0..SIDE {
            out[y * SIDE + x] = (0..=2 * radius).map(|i| across[((y + i + SIDE - radius) & m) * SIDE + x]).sum();
        }
    }
    out
}

/// A place in a tile from which rows are read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct NoiseSource {
    grain: Grain,
    x: usize,
    y: usize,
}

impl NoiseSource {
    pub(crate) fn new(grain: Grain, rng: &mut Rng) -> NoiseSource {
        NoiseSource { grain, x: rng.below(SIDE), y: rng.below(SIDE) }
    }

    /// Fills `out` with row `y` of the noise. Rows far apart start elsewhere in the tile, so that it does not show.
    pub(crate) fn row(&self, y: usize, out: &mut [i8]) {
        let tile = &tiles().tiles[self.grain as usize];
        let turn = (self.y + y) / SIDE;
        let base = ((self.y + y) & (SIDE - 1)) * SIDE;
        let mut x = (self.x + turn * 197) & (SIDE - 1);
        let mut at = 0;
        while at < out.len() {
            let n = (SIDE - x).min(out.len() - at);
            out[at..at + n].copy_from_slice(&tile[base + x..base + x + n]);
            at += n;
            x = 0;
        }
    }
}

/// A smooth random field: random values on a coarse grid, bilinear between.
#[derive(Debug, Clone)]
pub(crate) struct Field {
    cell: usize,
    columns: usize,
    rows: usize,
    values: Vec<f32>,
}

impl Field {
    /// A field over `width` x `height` pixels with knots every `cell` pixels, values normal with deviation 1.
    pub(crate) fn random(width: usize, height: usize, cell: f32, rng: &mut Rng) -> Field {
        let cell = (cell.round() as usize).max(2);
        let (columns, rows) = (width / cell + 2, height / cell + 2);
        let values = (0..columns * rows).map(|_| rng.normal()).collect();
        Field { cell, columns, rows, values }
    }

    /// A field made from a function of the pixel, sampled at the knots.
    pub(crate) fn sampled(width: usize, height: usize, cell: usize, f: impl Fn(f32, f32) -> f32) -> Field {
        let cell = cell.max(2);
        let (columns, rows) = (width / cell + 2, height / cell + 2);
        let mut values = Vec::with_capacity(columns * rows);
        for r in 0..rows {
            for c in 0..columns {
                values.push(f((c * cell) as f32, (r * cell) as f32));
            }
        }
        Field { cell, columns, rows, values }
    }

    /// Row `y` of the field times `gain` plus `offset`, as 16-bit values.
    pub(crate) fn row(&self, y: usize, gain: f32, offset: f32, out: &mut [i16]) {
        let r = (y / self.cell).min(self.rows - 2);
        let ty = ((y - r * self.cell) as f32 / self.cell as f32).min(1.0);
        let (top, bottom) = (&self.values[r * self.columns..], &self.values[(r + 1) * self.columns..]);
        let value = |c: usize| (top[c] * (1.0 - ty) + bottom[c] * ty) * gain + offset;
        for (c, chunk) in out.chunks_mut(self.cell).enumerate() {
            let (a, b) = (value(c.min(self.columns - 1)), value((c + 1).min(self.columns - 1)));
            // 8 fractional bits are enough: a row is then whole-number work.
            let (mut v, step) = ((a * 256.0) as i32, ((b - a) * 256.0 / self.cell as f32) as i32);
            for o in chunk {
                *o = (v >> 8) as i16;
                v += step;
            }
        }
    }
}
