//! The sampler that the others are held against: slow and plain.

use super::{GreyImage, Region, Sampler};
use crate::GreyPyramid;

/// Points per side of a region pixel that are looked up.
const POINTS: u32 = 8;

/// Averages 8 x 8 points of each region pixel, each the page pixel that it falls on.
#[derive(Debug, Clone, Copy, Default)]
pub struct ExactSampler;

impl Sampler for ExactSampler {
    fn sample(&self, page: &GreyPyramid, regions: &[Region]) -> Vec<GreyImage> {
        regions.iter().map(|region| sample(page, region)).collect()
    }

    fn name(&self) -> &str {
        "exact"
    }
}

fn sample(page: &GreyPyramid, region: &Region) -> GreyImage {
    let (width, height) = (f64::from(page.width()), f64::from(page.height()));
    let pixels = page.raster().data();
    let mut data = Vec::with_capacity(region.width as usize * region.height as usize);
    for y in 0..region.height {
        for x in 0..region.width {
            let mut sum = 0;
            for point in 0..POINTS * POINTS {
                let offset = |i: u32| (f64::from(i) + 0.5) / f64::from(POINTS);
                let (u, v) = region
                    .to_page
                    .apply_f64(f64::from(x) + offset(point % POINTS), f64::from(y) + offset(point / POINTS));
                let inside = u >= 0.0 && v >= 0.0 && u < width && v < height;
                let value =
                    if inside { pixels[v as usize * page.width() as usize + u as usize] } else { region.background };
                sum += u32::from(value);
            }
            data.push(((sum + POINTS * POINTS / 2) / (POINTS * POINTS)) as u8);
        }
    }
    GreyImage { width: region.width, height: region.height, data }
}
