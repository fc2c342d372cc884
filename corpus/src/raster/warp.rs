//! Moving a page on the scanner's table: turn, perspective, shift, and the slow waves of paper that does not lie flat.

use super::Plane;

/// From the pixels of the sheet to those of the image.
#[derive(Debug, Clone)]
pub(crate) struct Warp {
    /// Sheet to image, homogeneous, row-major.
    forward: [f32; 9],
    /// Image to sheet.
    backward: [f32; 9],
    /// Waves: amplitude, angular frequency along x, along y, phase. They move the sheet up and down.
    waves: Vec<[f32; 4]>,
}

fn apply(m: &[f32; 9], x: f32, y: f32) -> (f32, f32) {
    let w = m[6] * x + m[7] * y + m[8];
    ((m[0] * x + m[1] * y + m[2]) / w, (m[3] * x + m[4] * y + m[5]) / w)
}

fn inverse(m: &[f32; 9]) -> [f32; 9] {
    let m: Vec<f64> = m.iter().map(|v| f64::from(*v)).collect();
    let c = [
        m[4] * m[8] - m[5] * m[7],
        m[2] * m[7] - m[1] * m[8],
        m[1] * m[5] - m[2] * m[4],
        m[5] * m[6] - m[3] * m[8],
        m[0] * m[8] - m[2] * m[6],
        m[2] * m[3] - m[0] * m[5],
        m[3] * m[7] - m[4] * m[6],
        m[1] * m[6] - m[0] * m[7],
        m[0] * m[4] - m[1] * m[3],
    ];
    let det = m[0] * c[0] + m[1] * c[3] + m[2] * c[6];
    c.map(|v| (v / det) as f32)
}

impl Warp {
    /// A warp that turns a sheet of `width` x `height` by `degrees` counter-clockwise about its middle, leans it
    /// (`lean`: change of scale from edge to middle, across and down), and moves its middle to `centre`.
    pub(crate) fn new(
        width: f32,
        height: f32,
        degrees: f32,
        lean: (f32, f32),
        centre: (f32, f32),
        waves: Vec<[f32; 4]>,
    ) -> Warp {
        let (sin, cos) = (-degrees.to_radians()).sin_cos();
        let (cx, cy) = (width / 2.0, height / 2.0);
        // Perspective about the middle: w = 1 + px (x - cx) + py (y - cy).
        let (px, py) = (lean.0 / cx, lean.1 / cy);
        let (a, b, c, d) = (cos, -sin, sin, cos);
        let w0 = 1.0 - px * cx - py * cy;
        let forward = [
            a + centre.0 * px,
            b + centre.0 * py,
            -a * cx - b * cy + centre.0 * w0,
            c + centre.1 * px,
            d + centre.1 * py,
            -c * cx - d * cy + centre.1 * w0,
            px,
            py,
            w0,
        ];
        Warp { forward, backward: inverse(&forward), waves }
    }

    fn wave(&self, x: f32, y: f32) -> f32 {
        self.waves.iter().map(|w| w[0] * (w[1] * x + w[2] * y + w[3]).sin()).sum()
    }

    /// Where a point of the sheet comes to lie in the image.
    pub(crate) fn point(&self, x: f32, y: f32) -> (f32, f32) {
        // The image is read at p + wave(p): find p for which that is y.
        let mut py = y;
        for _ in 0..4 {
            py = y - self.wave(x, py);
        }
        apply(&self.forward, x, py)
    }

    fn source(&self, x: f32, y: f32) -> (f32, f32) {
        let (x, y) = apply(&self.backward, x, y);
        (x, y + self.wave(x, y))
    }

    /// The image: the sheet where it lies, `background` elsewhere (which comes in as the plane to be filled).
    pub(crate) fn render(&self, sheet: &Plane, mut image: Plane) -> Plane {
        const CELL: usize = 16;
        let (w, h) = (image.width, image.height);
        let columns = w.div_ceil(CELL) + 1;
        let knots = |y: usize| -> Vec<(f32, f32)> {
            // Pixel centres: the middle of a pixel is at half.
            (0..columns).map(|c| self.source((c * CELL) as f32 + 0.5, y as f32 + 0.5)).collect()
        };
        let (mut top, mut bottom) = (knots(0), knots(CELL));
        for y in 0..h {
            let within = y % CELL;
            if within == 0 && y > 0 {
                top = std::mem::replace(&mut bottom, knots(y + CELL));
            }
            let t = within as f32 / CELL as f32;
            let row = image.row_mut(y);
            for (c, chunk) in row.chunks_mut(CELL).enumerate() {
                let mix = |i: usize| {
                    let (a, b) = (top[i], bottom[i]);
                    (a.0 + (b.0 - a.0) * t - 0.5, a.1 + (b.1 - a.1) * t - 0.5)
                };
                let (a, b) = (mix(c), mix(c + 1));
                cell(sheet, chunk, a, ((b.0 - a.0) / CELL as f32, (b.1 - a.1) / CELL as f32));
            }
        }
        image
    }
}

/// Bilinear samples along a straight line, in 8 bits of fraction; what lies outside the sheet is left as it is.
#[inline]
fn cell(sheet: &Plane, out: &mut [u8], from: (f32, f32), step: (f32, f32)) {
    const ONE: f32 = 65536.0;
    let (mut x, mut y) = ((from.0 * ONE) as i64, (from.1 * ONE) as i64);
    let (dx, dy) = ((step.0 * ONE) as i64, (step.1 * ONE) as i64);
    let (w, h) = (sheet.width as i64, sheet.height as i64);
    let n = out.len() as i64;
    let end = (x + dx * (n - 1), y + dy * (n - 1));
    let inside = |x: i64, y: i64| x >= 0 && y >= 0 && (x >> 16) < w - 1 && (y >> 16) < h - 1;
    let whole = inside(x, y) && inside(end.0, end.1);
    for o in out {
        if whole || inside(x, y) {
            let (ix, iy) = ((x >> 16) as usize, (y >> 16) as usize);
            let (fx, fy) = (((x >> 8) & 255) as u32, ((y >> 8) & 255) as u32);
            let at = iy * sheet.width + ix;
            let (p, q) = (&sheet.data[at..at + 2], &sheet.data[at + sheet.width..at + sheet.width + 2]);
            let upper = u32::from(p[0]) * (256 - fx) + u32::from(p[1]) * fx;
            let lower = u32::from(q[0]) * (256 - fx) + u32::from(q[1]) * fx;
            *o = ((upper * (256 - fy) + lower * fy + 32768) >> 16) as u8;
        }
        x += dx;
        y += dy;
    }
}
