//! The sampler for processors.
//!
//! Takes the level of the pyramid whose pixels are about as large as the region's, so that shrinking averages, and
//! interpolates bilinearly within it. A row is taken in short spans of even steps in fixed point, and within a span the four
//! neighbours of every pixel are fetched first and mixed afterwards, so that the mixing is the compiler's to vectorise.

use liasse_geometry::Transform;

use super::{GreyImage, Region, Sampler, level_for};
use crate::GreyPyramid;
use crate::pyramid::Level;

/// Fractional bits of a coordinate. As many as a `u16` has: the weights are computed in that type.
const BITS: i64 = 16;
/// Fractional bits of an interpolation weight.
const WEIGHT_BITS: i64 = 8;
/// Pixels that are taken at even steps. Between its ends a span of a projective transform counts as straight and even: 32
/// pixels of a page seen at twice the size on one side as on the other are a tenth of a pixel off at most.
const SPAN: usize = 32;
/// Rows whose spans are taken one below the other before those beside them, so that a page which lies on its side is read
/// through the cache as well.
const BAND: usize = 4;

/// Samples on the caller's thread.
#[derive(Debug, Clone, Copy, Default)]
pub struct CpuSampler;

impl Sampler for CpuSampler {
    fn sample(&self, page: &GreyPyramid, regions: &[Region]) -> Vec<GreyImage> {
        regions.iter().map(|region| sample(page, region)).collect()
    }

    fn name(&self) -> &str {
        "cpu"
    }
}

pub(super) fn sample(page: &GreyPyramid, region: &Region) -> GreyImage {
    let index = level_for(page, region);
    let level = page.level(index);
    let shrink = 1.0 / f64::from(1u32 << index);
    let to_level = region.to_page.then(&Transform::scaling(shrink, shrink));
    let (width, height) = (region.width as usize, region.height as usize);
    let mut data = vec![region.background; width * height];
    for (band, rows) in data.chunks_mut(width.max(1) * BAND).enumerate() {
        for left in (0..width).step_by(SPAN) {
            for (row, out) in rows.chunks_exact_mut(width).enumerate() {
                let out = &mut out[left..(left + SPAN).min(width)];
                let steps = Steps::along(&to_level, left, band * BAND + row, out.len());
                span(&level, steps, region.background, out);
            }
        }
    }
    GreyImage { width: region.width, height: region.height, data }
}

/// A position in fixed point and the step from one pixel to the next. Half a pixel back of the geometry's coordinates: a
/// pixel's value stands at its centre.
#[derive(Clone, Copy)]
struct Steps {
    u: i64,
    v: i64,
    du: i64,
    dv: i64,
}

impl Steps {
    /// From the centre of pixel `(x, y)` to that of the pixel `count` to its right, at least 1.
    fn along(to_level: &Transform, x: usize, y: usize, count: usize) -> Self {
        let at = |x: usize| {
            let (u, v) = to_level.apply_f64(x as f64 + 0.5, y as f64 + 0.5);
            (fixed(u - 0.5), fixed(v - 0.5))
        };
        let ((u, v), (u_end, v_end)) = (at(x), at(x + count));
        Self { u, v, du: (u_end - u) / count as i64, dv: (v_end - v) / count as i64 }
    }
}

/// What is no number becomes 0: no worse a place than another.
fn fixed(coordinate: f64) -> i64 {
    (coordinate * (1i64 << BITS) as f64).clamp(-1e15, 1e15) as i64
}

/// Fills at most [`SPAN`] pixels.
fn span(level: &Level<'_>, mut at: Steps, background: u8, out: &mut [u8]) {
    // Steps are even, so what is between two places within the page is within it too.
    let within = |from: i64, step: i64, size: usize| {
        let to = from + step * (out.len() as i64 - 1);
        from.min(to) >= 0 && (from.max(to) >> BITS) + 1 < size as i64
    };
    if within(at.u, at.du, level.width) && within(at.v, at.dv, level.height) {
        span_within(level, at, out);
        return;
    }
    for out in out {
        *out = bilinear(level, at.u, at.v, background);
        at.u += at.du;
        at.v += at.dv;
    }
}

/// Fills at most [`SPAN`] pixels whose neighbours are all on the page.
fn span_within(level: &Level<'_>, at: Steps, out: &mut [u8]) {
    let count = out.len().min(SPAN);
    // Every pixel that has one below it, and the one below it: as long as each other, so that one check does for both.
    let rows = level.data.len() - level.width;
    let (upper, lower) = (&level.data[..rows], &level.data[level.width..]);
    // The pixel itself in the low byte, the one to its right in the high one.
    let (mut above, mut below) = ([0_u16; SPAN], [0_u16; SPAN]);
    let (mut u, mut v) = (at.u, at.v);
    for (above, below) in above.iter_mut().zip(&mut below).take(count) {
        let place = (v >> BITS) as usize * level.width + (u >> BITS) as usize;
        let next = place + 1;
        if place < rows && next < rows {
            *above = u16::from_le_bytes([upper[place], upper[next]]);
            *below = u16::from_le_bytes([lower[place], lower[next]]);
        }
        u += at.du;
        v += at.dv;
    }
    let mut mixed = [0_u8; SPAN];
    // The whole parts fall away: what is left of a coordinate in 16 bits is its fraction, steps included.
    let weight = |from: i64, step: i64, index: usize| {
        (from as u16).wrapping_add((step as u16).wrapping_mul(index as u16)) >> (BITS - WEIGHT_BITS)
    };
    let one = 1_u16 << WEIGHT_BITS;
    for (index, mixed) in mixed.iter_mut().enumerate() {
        let (fx, fy) = (weight(at.u, at.du, index), weight(at.v, at.dv, index));
        // At most 255 * 256.
        let across = |pair: u16| (pair & 0xff) * (one - fx) + (pair >> 8) * fx;
        // The upper half of a product of 16 bits, which processors have an instruction for. The weights make 65535 together: less than
        // 2/256 of a grey level is lost, so that halves round down, where `bilinear` rounds them up.
        let upper_half = |value: u16, weight: u16| ((u32::from(value) * u32::from(weight)) >> 16) as u16;
        let lower_weight = fy << WEIGHT_BITS;
        let down =
            upper_half(across(above[index]), u16::MAX - lower_weight) + upper_half(across(below[index]), lower_weight);
        *mixed = ((down + (1 << (WEIGHT_BITS - 1))) >> WEIGHT_BITS) as u8;
    }
    out.copy_from_slice(&mixed[..count]);
}

/// The value at a fixed-point position anywhere; pixels outside count as background.
fn bilinear(level: &Level<'_>, u: i64, v: i64, background: u8) -> u8 {
    let (x, y) = (u >> BITS, v >> BITS);
    let (width, height) = (level.width as i64, level.height as i64);
    if x < -1 || y < -1 || x >= width || y >= height {
        return background;
    }
    let fraction = |c: i64| ((c >> (BITS - WEIGHT_BITS)) & ((1 << WEIGHT_BITS) - 1)) as u32;
    let (fx, fy) = (fraction(u), fraction(v));
    let get = |x: i64, y: i64| {
        let inside = x >= 0 && y >= 0 && x < width && y < height;
        u32::from(if inside { level.data[(y * width + x) as usize] } else { background })
    };
    let one = 1 << WEIGHT_BITS;
    let above = get(x, y) * (one - fx) + get(x + 1, y) * fx;
    let below = get(x, y + 1) * (one - fx) + get(x + 1, y + 1) * fx;
    ((above * (one - fy) + below * fy + (1 << (2 * WEIGHT_BITS - 1))) >> (2 * WEIGHT_BITS)) as u8
}

#[cfg(test)]
mod tests {
    use liasse_geometry::{Point, Quad};

    use super::*;
    use crate::{ExactSampler, PixelFormat, Raster};

    fn pyramid(width: u32, height: u32, value: impl Fn(f32, f32) -> f32) -> GreyPyramid {
        let mut data = Vec::new();
        for y in 0..height {
            data.extend((0..width).map(|x| value(x as f32, y as f32) as u8));
        }
        GreyPyramid::new(Raster::new(width, height, PixelFormat::Grey8, data, None).unwrap()).unwrap()
    }

    fn waves(x: f32, y: f32) -> f32 {
        128.0 + 60.0 * (x / 23.0).sin() + 60.0 * (y / 31.0 + x / 77.0).cos()
    }

    #[test]
    fn the_identity_is_exact() {
        let page = pyramid(37, 23, |x, y| (x * 7.0 + y * 13.0) % 256.0);
        let region = Region { to_page: Transform::IDENTITY, width: 37, height: 23, background: 0 };
        assert_eq!(CpuSampler.sample(&page, &[region])[0].data, page.raster().data());
    }

    #[test]
    fn agrees_with_the_exact_sampler() {
        let page = pyramid(800, 600, waves);
        let tilted = Quad::new([
            Point::new(120.0, 90.0),
            Point::new(610.0, 130.0),
            Point::new(570.0, 430.0),
            Point::new(90.0, 380.0),
        ]);
        let regions = [
            Transform::scaling(1.99, 1.99),
            Transform::rotation(7.0, Point::new(400.0, 300.0)),
            Transform::scaling(3.1, 3.1).then(&Transform::rotation(-11.0, Point::new(400.0, 300.0))),
            Transform::from_rect_to_quad(250.0, 150.0, &tilted).unwrap(),
            Transform::scaling(0.4, 0.4),
        ]
        .map(|to_page| Region { to_page, width: 250, height: 150, background: 255 });
        let (fast, exact) = (CpuSampler.sample(&page, &regions), ExactSampler.sample(&page, &regions));
        for (index, (a, b)) in fast.iter().zip(&exact).enumerate() {
            let difference: f64 =
                a.data.iter().zip(&b.data).map(|(a, b)| f64::from(a.abs_diff(*b))).sum::<f64>() / a.data.len() as f64;
            assert!(difference < 2.0, "region {index}: {difference} grey levels in the mean");
        }
    }

    #[test]
    fn outside_is_background() {
        let page = pyramid(10, 10, |_, _| 7.0);
        let region = Region { to_page: Transform::translation(100.0, -50.0), width: 4, height: 4, background: 251 };
        assert_eq!(CpuSampler.sample(&page, &[region])[0].data, [251; 16]);
    }

    #[test]
    fn wild_transforms_do_no_harm() {
        let page = pyramid(10, 10, |_, _| 7.0);
        for to_page in [
            Transform::scaling(f64::NAN, 1.0),
            Transform::scaling(1e300, 1e300),
            Transform::translation(f64::INFINITY, 0.0),
            Transform::scaling(0.0, 0.0),
        ] {
            let region = Region { to_page, width: 8, height: 8, background: 1 };
            assert_eq!(CpuSampler.sample(&page, &[region])[0].data.len(), 64);
        }
    }
}
