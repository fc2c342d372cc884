//! What JPEG does to grey pixels: the 8 x 8 cosine transform, quantised with the standard's luminance table (ITU-T T.81,
//! annex K) scaled by quality as libjpeg does, and back. No bytes are written, so it costs little.

use crate::raster::Plane;
use std::sync::OnceLock;

const TABLE: [u16; 64] = [
    16, 11, 10, 16, 24, 40, 51, 61, 12, 12, 14, 19, 26, 58, 60, 55, 14, 13, 16, 24, 40, 57, 69, 56, 14, 17, 22, 29, 51,
    87, 80, 62, 18, 22, 37, 56, 68, 109, 103, 77, 24, 35, 55, 64, 81, 104, 113, 92, 49, 64, 78, 87, 103, 121, 120, 101,
    72, 92, 95, 98, 112, 100, 103, 99,
];

type Block = [[f32; 8]; 8];

/// The cosine matrix, orthonormal.
fn cosines() -> &'static Block {
    static COSINES: OnceLock<Block> = OnceLock::new();
    COSINES.get_or_init(|| {
        let mut m = [[0.0; 8]; 8];
        for (k, row) in m.iter_mut().enumerate() {
            for (n, v) in row.iter_mut().enumerate() {
                let scale = if k == 0 { (1.0f32 / 8.0).sqrt() } else { 0.5 };
                *v = scale * ((2 * n + 1) as f32 * k as f32 * std::f32::consts::PI / 16.0).cos();
            }
        }
        m
    })
}

/// a * b
#[inline(always)]
fn product(a: &Block, b: &Block) -> Block {
    let mut out = [[0.0f32; 8]; 8];
    for (o, ar) in out.iter_mut().zip(a) {
        for (k, br) in b.iter().enumerate() {
            let s = ar[k];
            for (v, bv) in o.iter_mut().zip(br) {
                *v += s * bv;
            }
        }
    }
    out
}

fn transposed(m: &Block) -> Block {
    let mut out = [[0.0; 8]; 8];
    for (i, row) in m.iter().enumerate() {
        for (j, v) in row.iter().enumerate() {
            out[j][i] = *v;
        }
    }
    out
}

/// Replaces the plane by what a JPEG file of `quality` (1..100) would give back.
pub(super) fn through_jpeg(plane: &mut Plane, quality: u8) {
    let quality = u32::from(quality.clamp(1, 100));
    let scale = if quality < 50 { 5000 / quality } else { 200 - 2 * quality };
    let mut steps = [[0.0f32; 8]; 8];
    let mut inverse = [[0.0f32; 8]; 8];
    for i in 0..64 {
        let q = ((u32::from(TABLE[i]) * scale + 50) / 100).clamp(1, 255) as f32;
        steps[i / 8][i % 8] = q;
        inverse[i / 8][i % 8] = 1.0 / q;
    }
    let c = cosines();
    let ct = transposed(c);
    let (w, h) = (plane.width, plane.height);
    let mut block = [[0.0f32; 8]; 8];
    for by in (0..h).step_by(8) {
        for bx in (0..w).step_by(8) {
            let (mut least, mut most) = (255u8, 0u8);
            let inside = bx + 8 <= w;
            for (j, row) in block.iter_mut().enumerate() {
                let source = plane.row((by + j).min(h - 1));
                if inside {
                    for (v, p) in row.iter_mut().zip(&source[bx..bx + 8]) {
                        *v = f32::from(*p) - 128.0;
                        least = least.min(*p);
                        most = most.max(*p);
                    }
                } else {
                    for (i, v) in row.iter_mut().enumerate() {
                        let p = source[(bx + i).min(w - 1)];
                        *v = f32::from(p) - 128.0;
                        least = least.min(p);
                        most = most.max(p);
                    }
                }
            }
            if least == most {
                continue;
            }
            let mut f = product(&product(c, &block), &ct);
            let mut any = 0.0f32;
            for (row, (q, iq)) in f.iter_mut().zip(steps.iter().zip(&inverse)) {
                for (v, (q, iq)) in row.iter_mut().zip(q.iter().zip(iq)) {
                    // Adding and taking away this constant rounds to the nearest whole number.
                    let n = (*v * iq + 12_582_912.0) - 12_582_912.0;
                    *v = n * q;
                    any += v.abs();
                }
            }
            let back = if any == f[0][0].abs() { [[f[0][0] / 8.0; 8]; 8] } else { product(&product(&ct, &f), c) };
            for (j, row) in back.iter().enumerate() {
                if by + j >= h {
                    break;
                }
                let target = plane.row_mut(by + j);
                for (p, v) in target[bx..].iter_mut().zip(row) {
                    *p = (v + 128.5).clamp(0.0, 255.0) as u8;
                }
            }
        }
    }
}
