//! The sampler for GPUs, through Vulkan.
//!
//! A page is brought to the device once, with the first call for it, and stays there as long as it lives: every region of it is
//! cut there and only the regions' pixels come back. Its smaller levels are made on the device too, and neighbours are picked and
//! mixed as [`CpuSampler`] does, so that both give the same pixels but for rounding. Buffers are pooled; what the device holds is
//! bounded.
//!
//! Whatever the device cannot do, the processor does: a page or a call that is too large, a full pool, memory that is out, a
//! device that is lost (for good: every later call is the processor's too). The caller is told of each.
//!
//! wgpu was chosen because it is the one well-kept, safe way to Vulkan that needs nothing at build time and nothing but the
//! driver at run time. Pages are storage buffers, not textures: a texture has a greatest side, of 16384 pixels on most devices,
//! and fits pages of its own size only.

mod adapter;
mod device;
mod plan;
mod pool;
#[cfg(test)]
mod tests;

use std::panic::{AssertUnwindSafe, catch_unwind};

use liasse_geometry::{Point, Transform};

use self::device::Device;
use super::{CpuSampler, GreyImage, Region, Sampler};
use crate::{GreyPyramid, PixelFormat, Raster};

pub use self::adapter::AdapterError;
pub(crate) use self::device::PageOnDevice;

/// Grey levels that a device may differ from the processor in the mean.
const TOLERANCE: f64 = 2.0;

/// Why regions were cut by the processor.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum Fallback {
    /// The page or what was asked of it is larger than what the device takes.
    #[error("{bytes} bytes are more than the {most} that the device takes in one piece")]
    TooLarge {
        /// What was wanted.
        bytes: u64,
        /// What one buffer may have.
        most: u64,
    },
    /// What the device may hold is in use.
    #[error("the {most} bytes that may be used of the device are in use")]
    Full {
        /// The bound.
        most: u64,
    },
    /// The device has no memory left.
    #[error("the device's memory is out")]
    OutOfMemory,
    /// The device has just failed. It is not used any more; this is told once.
    #[error("the device failed: {why}")]
    Lost {
        /// What happened.
        why: String,
    },
    /// The device failed earlier.
    #[error("the device failed earlier")]
    NoDevice,
}

/// Samples on a GPU.
pub struct WgpuSampler {
    device: Device,
    name: String,
    on_fallback: Box<dyn Fn(&Fallback) + Send + Sync>,
}

impl WgpuSampler {
    /// Opens the adapter whose name contains `adapter` (whatever the case), or without a name the first GPU; tries it on a small
    /// page and holds it against [`CpuSampler`].
    ///
    /// Its buffers have at most `max_bytes` bytes together: a page takes a third more than its pixels while it lives, and as much
    /// as its pixels for a moment. `on_fallback` is told of each call that the processor had to do.
    ///
    /// # Errors
    /// [`AdapterError`] when there is no such adapter, or it does not do as it should.
    pub fn open(
        adapter: Option<&str>,
        max_bytes: u64,
        on_fallback: impl Fn(&Fallback) + Send + Sync + 'static,
    ) -> Result<Self, AdapterError> {
        let adapter = adapter::choose(adapter::all(), adapter)?;
        let name = adapter::described(&adapter.get_info());
        let device = Device::open(&adapter, max_bytes)?;
        let sampler = Self { device, name, on_fallback: Box::new(on_fallback) };
        sampler.try_out()?;
        Ok(sampler)
    }

    /// The names of all adapters, as [`AdapterError`] lists them.
    pub fn adapters() -> Vec<String> {
        adapter::all().iter().map(|adapter| adapter::described(&adapter.get_info())).collect()
    }

    /// Pages that were brought to the device so far, that of the trial included.
    pub fn uploads(&self) -> u64 {
        self.device.uploads()
    }

    /// Bytes of all buffers, those that wait to be used again included.
    pub fn held_bytes(&self) -> u64 {
        self.device.bytes()
    }

    /// Cuts regions out of a small page and compares.
    fn try_out(&self) -> Result<(), AdapterError> {
        let unfit = |message: String| AdapterError::Unfit { adapter: self.name.clone(), message };
        let (width, height) = (301_u32, 203_u32);
        let pixels = (0..width * height).map(|i| ((i % width / 7 * 40) ^ (i / width / 5 * 60)) as u8).collect();
        let page = Raster::new(width, height, PixelFormat::Grey8, pixels, None).map(GreyPyramid::new);
        // Its size and format are right, so there is one.
        let page = page.and_then(Result::ok).ok_or_else(|| unfit("there is no page to try it on".to_owned()))?;
        let turned = Transform::rotation(3.0, Point::new(150.0, 100.0));
        let regions = [Transform::IDENTITY, Transform::scaling(2.1, 2.1).then(&turned), Transform::scaling(0.3, 0.3)]
            .map(|to_page| Region { to_page, width: 130, height: 90, background: 200 });
        let made = self.device.sample(&page, &regions).map_err(|error| unfit(error.to_string()))?;
        for (made, right) in made.iter().zip(CpuSampler.sample(&page, &regions)) {
            let off: f64 = made.data.iter().zip(&right.data).map(|(a, b)| f64::from(a.abs_diff(*b))).sum();
            let mean = off / right.data.len() as f64;
            if mean > TOLERANCE {
                return Err(unfit(format!("its pixels are {mean:.1} grey levels off in the mean")));
            }
        }
        Ok(())
    }
}

impl Sampler for WgpuSampler {
    fn sample(&self, page: &GreyPyramid, regions: &[Region]) -> Vec<GreyImage> {
        // A driver that makes wgpu panic costs the device, not the page.
        let made = catch_unwind(AssertUnwindSafe(|| self.device.sample(page, regions)))
            .unwrap_or_else(|_| Err(self.device.lose("wgpu panicked".to_owned())));
        made.unwrap_or_else(|fallback| {
            (self.on_fallback)(&fallback);
            CpuSampler.sample(page, regions)
        })
    }

    fn name(&self) -> &str {
        &self.name
    }
}

impl std::fmt::Debug for WgpuSampler {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WgpuSampler").field("name", &self.name).finish_non_exhaustive()
    }
}
