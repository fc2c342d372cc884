//! Which adapter is used.
//!
//! Responsible for finding the one that was asked for, and for saying what there is when it is not there. Not responsible for
//! anything that is done on it.

use wgpu::{Adapter, AdapterInfo, Backends, DeviceType, Instance, InstanceDescriptor, InstanceFlags};

/// The adapter that was asked for cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AdapterError {
    /// There is none at all.
    #[error("there is no Vulkan adapter here: neither a GPU's driver nor a software one is installed")]
    None,
    /// None has that name.
    #[error("no adapter's name contains {wanted:?}; there are: {}", there_are.join("; "))]
    NotFound {
        /// What was asked for.
        wanted: String,
        /// The adapters that there are.
        there_are: Vec<String>,
    },
    /// Several different ones have that name.
    #[error("{wanted:?} is in the name of several adapters; name one of: {}", there_are.join("; "))]
    Ambiguous {
        /// What was asked for.
        wanted: String,
        /// Those whose name contains it.
        there_are: Vec<String>,
    },
    /// No name was given, and none is a GPU.
    #[error("none of the adapters is a GPU; one of these has to be asked for by its name: {}", there_are.join("; "))]
    NoGpu {
        /// The adapters that there are.
        there_are: Vec<String>,
    },
    /// It cannot be opened.
    #[error("the adapter {adapter} cannot be opened: {message}")]
    Refused {
        /// Its name.
        adapter: String,
        /// What its driver says.
        message: String,
    },
    /// It was tried and did not give what it should have.
    #[error("the adapter {adapter} does not work: {message}")]
    Unfit {
        /// Its name.
        adapter: String,
        /// What went wrong.
        message: String,
    },
}

/// An adapter as people know it: its name, what it is reached by, and what it is.
pub(super) fn described(info: &AdapterInfo) -> String {
    let kind = match info.device_type {
        DeviceType::DiscreteGpu => "discrete GPU",
        DeviceType::IntegratedGpu => "integrated GPU",
        DeviceType::VirtualGpu => "virtual GPU",
        DeviceType::Cpu => "software",
        DeviceType::Other => "unknown kind",
    };
    format!("{} ({}, {kind})", info.name, info.backend)
}

/// Every adapter that can be used.
pub(super) fn all() -> Vec<Adapter> {
    let mut descriptor = InstanceDescriptor::new_without_display_handle();
    descriptor.backends = Backends::VULKAN;
    // Neither validation layers nor debug names: every error is caught where it is made.
    descriptor.flags = InstanceFlags::empty();
    pollster::block_on(Instance::new(descriptor).enumerate_adapters(Backends::VULKAN))
}

/// The adapter whose name contains `wanted`, whatever the case of its letters; without a name the first GPU, discrete ones before
/// others.
///
/// # Errors
/// [`AdapterError`] when there is none, or it is not clear which one is meant. Of several with the very same name the first is
/// taken.
pub(super) fn choose(mut adapters: Vec<Adapter>, wanted: Option<&str>) -> Result<Adapter, AdapterError> {
    let infos: Vec<AdapterInfo> = adapters.iter().map(Adapter::get_info).collect();
    let index = choose_among(&infos, wanted)?;
    Ok(adapters.swap_remove(index))
}

fn choose_among(infos: &[AdapterInfo], wanted: Option<&str>) -> Result<usize, AdapterError> {
    let there_are = || infos.iter().map(described).collect();
    if infos.is_empty() {
        return Err(AdapterError::None);
    }
    let Some(wanted) = wanted else {
        let rank = |kind| match kind {
            DeviceType::DiscreteGpu => Some(0),
            DeviceType::IntegratedGpu => Some(1),
            DeviceType::VirtualGpu => Some(2),
            DeviceType::Cpu | DeviceType::Other => None,
        };
        let gpus = infos.iter().enumerate().filter_map(|(index, info)| Some((rank(info.device_type)?, index)));
        return gpus.min().map(|(_, index)| index).ok_or_else(|| AdapterError::NoGpu { there_are: there_are() });
    };
    let lower = wanted.to_lowercase();
    let named: Vec<usize> =
        (0..infos.len()).filter(|index| infos[*index].name.to_lowercase().contains(&lower)).collect();
    match named.as_slice() {
        [] => Err(AdapterError::NotFound { wanted: wanted.to_owned(), there_are: there_are() }),
        [first, others @ ..] if others.iter().all(|other| infos[*other].name == infos[*first].name) => Ok(*first),
        several => Err(AdapterError::Ambiguous {
            wanted: wanted.to_owned(),
            there_are: several.iter().map(|index| described(&infos[*index])).collect(),
        }),
    }
}

#[cfg(test)]
mod tests {
    use wgpu::Backend;

    use super::*;

    fn infos(adapters: &[(&str, DeviceType)]) -> Vec<AdapterInfo> {
        let info = |(name, kind): &(&str, DeviceType)| {
            let mut info = AdapterInfo::new(*kind, Backend::Vulkan);
            info.name = (*name).to_owned();
            info
        };
        adapters.iter().map(info).collect()
    }

    #[test]
    fn the_adapter_named_is_the_adapter_chosen() {
        let here = infos(&[
            ("llvmpipe (LLVM 15.0.6, 256 bits)", DeviceType::Cpu),
            ("Some UHD", DeviceType::IntegratedGpu),
            ("Some RTX 1", DeviceType::DiscreteGpu),
            ("Some RTX 2", DeviceType::DiscreteGpu),
            ("Some RTX 2", DeviceType::DiscreteGpu),
        ]);
        assert_eq!(choose_among(&here, Some("LLVMpipe")), Ok(0));
        assert_eq!(choose_among(&here, Some("rtx 2")), Ok(3));
        assert_eq!(choose_among(&here, None), Ok(2), "a discrete GPU before others");
        let told = |wanted| choose_among(&here, Some(wanted)).unwrap_err().to_string();
        assert!(
            told("quadro").contains("llvmpipe (LLVM 15.0.6, 256 bits) (vulkan, software); Some UHD"),
            "{}",
            told("quadro")
        );
        assert!(told("rtx").contains("Some RTX 1 (vulkan, discrete GPU); Some RTX 2"), "{}", told("rtx"));
        assert!(!told("rtx").contains("UHD"));
    }

    #[test]
    fn software_is_used_only_when_it_is_named() {
        let here = infos(&[("llvmpipe", DeviceType::Cpu)]);
        assert!(matches!(choose_among(&here, None), Err(AdapterError::NoGpu { .. })));
        assert_eq!(choose_among(&here, Some("llvmpipe")), Ok(0));
        assert_eq!(choose_among(&[], Some("llvmpipe")), Err(AdapterError::None));
    }
}
