//! Cutting upright regions out of a page: one resampling from the original pixels, whatever the transform.
//!
//! Responsible for the contract between those who want pixels (detector input, line crops, straightened pages) and the
//! implementations that fetch them. Not responsible for choosing regions.

mod cpu;
#[cfg(any(test, feature = "reference"))]
mod exact;
#[cfg(feature = "wgpu")]
mod wgpu;

use liasse_geometry::Transform;

use crate::GreyPyramid;

pub use cpu::CpuSampler;
#[cfg(any(test, feature = "reference"))]
pub use exact::ExactSampler;
#[cfg(feature = "wgpu")]
pub(crate) use wgpu::PageOnDevice;
#[cfg(feature = "wgpu")]
pub use wgpu::{AdapterError, Fallback, WgpuSampler};

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

impl GreyImage {
    /// Images of one height put side by side, from the left. Rows beyond the lowest image's are left out.
    pub fn side_by_side(images: Vec<Self>) -> Self {
        let images = match <[Self; 1]>::try_from(images) {
            // Most lines are straight and one piece: nothing is copied.
            Ok([only]) => return only,
            Err(images) => images,
        };
        let width = images.iter().map(|image| image.width).sum();
        let height = images.iter().map(|image| image.height).min().unwrap_or(0);
        let mut data = Vec::with_capacity(width as usize * height as usize);
        for row in 0..height as usize {
            for image in &images {
                let wide = image.width as usize;
                data.extend_from_slice(&image.data[row * wide..(row + 1) * wide]);
            }
        }
        Self { width, height, data }
    }
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

/// A level may be up to this many halvings coarser than the region's own pixels (a fifth: hardly visible), rather than
/// nearly a whole one finer, which would leave pixels out.
const COARSER: f64 = 0.25;

/// The level to sample from, by the area that one region pixel covers on the page at the region's centre.
fn level_for(page: &GreyPyramid, region: &Region) -> usize {
    let (cx, cy) = (f64::from(region.width) / 2.0, f64::from(region.height) / 2.0);
    let centre = region.to_page.apply_f64(cx, cy);
    let right = region.to_page.apply_f64(cx + 1.0, cy);
    let down = region.to_page.apply_f64(cx, cy + 1.0);
    let area = (right.0 - centre.0) * (down.1 - centre.1) - (right.1 - centre.1) * (down.0 - centre.0);
    let halvings = area.abs().sqrt().log2() + COARSER;
    let index = if halvings.is_finite() { halvings.floor().max(0.0) as usize } else { 0 };
    index.min(page.last_level())
}
