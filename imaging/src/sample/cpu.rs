//! The sampler for processors.
//!
//! Takes the level of the pyramid whose pixels are about as large as the region's, so that shrinking averages, and
//! interpolates bilinearly within it. Coordinates run along a row in fixed point where the transform is affine.

use liasse_geometry::Transform;

use super::{GreyImage, Region, Sampler};
use crate::GreyPyramid;
use crate::pyramid::Level;

/// Fractional bits of a coordinate.
const BITS: i64 = 16;
/// Fractional bits of an interpolation weight.
const WEIGHT_BITS: i64 = 8;
/// A level may be up to this many halvings coarser than the region's own pixels (a fifth: hardly visible), rather than
/// nearly a whole one finer, which would leave pixels out.
const COARSER: f64 = 0.25;

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

fn sample(page: &GreyPyramid, region: &Region) -> GreyImage {
    let (index, level) = pick(page, region);
    let shrink = 1.0 / f64::from(1u32 << index);
    let to_level = region.to_page.then(&Transform::scaling(shrink, shrink));
    let (width, height) = (region.width as usize, region.height as usize);
    let mut data = vec![region.background; width * height];
    let fixed = |v: f64| (v * (1i64 << BITS) as f64).clamp(-1e15, 1e15) as i64;
    for (y, row) in data.chunks_exact_mut(width.max(1)).enumerate() {
        if to_level.is_affine() {
            let at = |x: f64| to_level.apply_f64(x + 0.5, y as f64 + 0.5);
            let ((x0, y0), (x1, y1)) = (at(0.0), at(1.0));
            // Half a pixel back: a pixel's value stands at its centre.
            let mut u = fixed(x0 - 0.5);
            let mut v = fixed(y0 - 0.5);
            let (du, dv) = (fixed(x1 - x0), fixed(y1 - y0));
            for out in row {
                *out = bilinear(&level, u, v, region.background);
                u += du;
                v += dv;
            }
        } else {
            for (x, out) in row.iter_mut().enumerate() {
                let (u, v) = to_level.apply_f64(x as f64 + 0.5, y as f64 + 0.5);
                *out = bilinear(&level, fixed(u - 0.5), fixed(v - 0.5), region.background);
            }
        }
    }
    GreyImage { width: region.width, height: region.height, data }
}

/// The level to sample from, by the area that one region pixel covers on the page at the region's centre.
fn pick<'a>(page: &'a GreyPyramid, region: &Region) -> (usize, Level<'a>) {
    let (cx, cy) = (f64::from(region.width) / 2.0, f64::from(region.height) / 2.0);
    let centre = region.to_page.apply_f64(cx, cy);
    let right = region.to_page.apply_f64(cx + 1.0, cy);
    let down = region.to_page.apply_f64(cx, cy + 1.0);
    let area = (right.0 - centre.0) * (down.1 - centre.1) - (right.1 - centre.1) * (down.0 - centre.0);
    let halvings = area.abs().sqrt().log2() + COARSER;
    let index = if halvings.is_finite() { halvings.floor().max(0.0) as usize } else { 0 };
    let index = index.min(page.last_level());
    (index, page.level(index))
}

/// The value at a fixed-point position; pixels outside count as background.
#[inline]
fn bilinear(level: &Level<'_>, u: i64, v: i64, background: u8) -> u8 {
    let (x, y) = (u >> BITS, v >> BITS);
    let fraction = |c: i64| ((c >> (BITS - WEIGHT_BITS)) & ((1 << WEIGHT_BITS) - 1)) as u32;
    let (fx, fy) = (fraction(u), fraction(v));
    let (width, height) = (level.width as i64, level.height as i64);
    let (a, b, c, d) = if x >= 0 && y >= 0 && x + 1 < width && y + 1 < height {
        let at = y as usize * level.width + x as usize;
        let (above, below) = (&level.data[at..at + 2], &level.data[at + level.width..at + level.width + 2]);
        (above[0], above[1], below[0], below[1])
    } else {
        if x < -1 || y < -1 || x >= width || y >= height {
            return background;
        }
        let get = |x: i64, y: i64| {
            if x >= 0 && y >= 0 && x < width && y < height { level.data[(y * width + x) as usize] } else { background }
        };
        (get(x, y), get(x + 1, y), get(x, y + 1), get(x + 1, y + 1))
    };
    let one = 1 << WEIGHT_BITS;
    let above = u32::from(a) * (one - fx) + u32::from(b) * fx;
    let below = u32::from(c) * (one - fx) + u32::from(d) * fx;
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
