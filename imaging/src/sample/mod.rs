//! Cutting upright regions out of a page: one resampling from the original pixels, whatever the transform.
//!
//! Responsible for the contract between those who want pixels (detector input, line crops, straightened pages) and the
//! implementations that fetch them. Not responsible for choosing regions.

mod cpu;
#[cfg(any(test, feature = "reference"))]
mod exact;

use liasse_geometry::Transform;

use crate::GreyPyramid;

pub use cpu::CpuSampler;
#[cfg(any(test, feature = "reference"))]
pub use exact::ExactSampler;

/// A rectangle of pixels to be filled from a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Region {
    /// From pixels of the region to pixels of the page.
    pub to_page: Transform,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// Grey level of what lies outside the page.
    pub background: u8,
}

/// Grey pixels, one byte each, row by row from the top left, without padding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GreyImage {
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
    /// `width * height` grey levels, 0 = black.
    pub data: Vec<u8>,
}

/// Something that cuts regions out of a page.
///
/// All implementations agree within 2 grey levels a pixel in the mean. The caller bounds the number and the size of the
/// regions.
pub trait Sampler: Send + Sync {
    /// One image for each region, in the order given.
    fn sample(&self, page: &GreyPyramid, regions: &[Region]) -> Vec<GreyImage>;

    /// What does the work, for logs and for the answer to "what is this server running on".
    fn name(&self) -> &str;
}
