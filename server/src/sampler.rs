//! What pages are straightened and cut on.
//!
//! Responsible for opening the device that the settings ask for, and for counting what the processor has to do in its place. Not
//! responsible for cutting (see `liasse_imaging::Sampler`).

use liasse_imaging::{CpuSampler, Sampler};

use crate::settings::{ImageDevice, Settings};

/// The device for images cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum SamplerError {
    /// It is not there, or does not work.
    #[cfg(feature = "wgpu")]
    #[error(transparent)]
    Adapter(#[from] liasse_imaging::AdapterError),
    /// This server was built without it.
    #[cfg(not(feature = "wgpu"))]
    #[error("image_device is {0}, but this server was built without the feature wgpu")]
    NotBuilt(ImageDevice),
}

/// The sampler that the settings ask for.
///
/// # Errors
/// [`SamplerError`] when it is not to be had: never another one instead.
pub(crate) fn open(settings: &Settings) -> Result<Box<dyn Sampler>, SamplerError> {
    match &settings.image_device {
        ImageDevice::Cpu => Ok(Box::new(CpuSampler)),
        ImageDevice::Wgpu(name) => on_a_gpu(name.as_deref(), settings),
    }
}

#[cfg(feature = "wgpu")]
fn on_a_gpu(name: Option<&str>, settings: &Settings) -> Result<Box<dyn Sampler>, SamplerError> {
    let most = settings.image_device_bytes.as_u64();
    Ok(Box::new(liasse_imaging::WgpuSampler::open(name, most, crate::metrics::cut_by_processor)?))
}

#[cfg(not(feature = "wgpu"))]
fn on_a_gpu(_: Option<&str>, settings: &Settings) -> Result<Box<dyn Sampler>, SamplerError> {
    Err(SamplerError::NotBuilt(settings.image_device.clone()))
}
