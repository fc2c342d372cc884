//! The precisions that a network is kept in, and which of them is run where.
//!
//! Responsible for choosing one of a manifest's files. Not responsible for making them (see `models/training`).

use std::collections::BTreeMap;
use std::fmt;
use std::path::PathBuf;
use std::str::FromStr;

use serde::Deserialize;

use crate::Device;

/// What the weights and most of the arithmetic of a network are in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Precision {
    /// 32-bit floats.
    Fp32,
    /// 16-bit floats; input and output stay 32-bit ones.
    Fp16,
    /// 8-bit integers with scales fixed beforehand, where they cost no accuracy; the other layers are in 32-bit floats.
    Int8,
}

impl fmt::Display for Precision {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Fp32 => "fp32",
            Self::Fp16 => "fp16",
            Self::Int8 => "int8",
        })
    }
}

/// Which precision to run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PrecisionChoice {
    /// What each manifest says is best on the device.
    #[default]
    Auto,
    /// This one, or the model is refused.
    Only(Precision),
}

impl FromStr for PrecisionChoice {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text {
            "auto" => Ok(Self::Auto),
            "fp32" => Ok(Self::Only(Precision::Fp32)),
            "fp16" => Ok(Self::Only(Precision::Fp16)),
            "int8" => Ok(Self::Only(Precision::Int8)),
            _ => Err(format!("{text:?} is no precision; expected auto, fp32, fp16 or int8")),
        }
    }
}

impl fmt::Display for PrecisionChoice {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Auto => f.write_str("auto"),
            Self::Only(precision) => precision.fmt(f),
        }
    }
}

/// A kind of device, whatever its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DeviceKind {
    /// The processor.
    Cpu,
    /// A CUDA device.
    Cuda,
}

impl From<Device> for DeviceKind {
    fn from(device: Device) -> Self {
        match device {
            Device::Cpu => Self::Cpu,
            Device::Cuda(_) => Self::Cuda,
        }
    }
}

/// The same network in another precision.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Variant {
    /// Its file, beside the manifest.
    pub file: PathBuf,
    /// SHA-256 of the file, lower-case hexadecimal.
    pub sha256: String,
    /// The devices on which it is run unless told otherwise: where it was measured to be quicker and as accurate.
    #[serde(default)]
    pub best_on: Vec<DeviceKind>,
}

/// The variant to run: `Ok(None)` for the manifest's own file.
///
/// # Errors
/// The precision that was asked for and is not there.
pub(super) fn choose(
    own: Precision,
    variants: &BTreeMap<Precision, Variant>,
    choice: PrecisionChoice,
    device: DeviceKind,
) -> Result<Option<(Precision, &Variant)>, Precision> {
    match choice {
        PrecisionChoice::Auto => Ok(variants
            .iter()
            .find(|(_, variant)| variant.best_on.contains(&device))
            .map(|(precision, variant)| (*precision, variant))),
        PrecisionChoice::Only(wanted) if wanted == own => Ok(None),
        PrecisionChoice::Only(wanted) => variants.get(&wanted).map(|variant| Some((wanted, variant))).ok_or(wanted),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn choices_are_named_as_they_are_written() {
        for text in ["auto", "fp32", "fp16", "int8"] {
            assert_eq!(text.parse::<PrecisionChoice>().unwrap().to_string(), text);
        }
        assert!("int4".parse::<PrecisionChoice>().is_err());
    }

    #[test]
    fn the_best_for_a_device_is_chosen_unless_one_is_asked_for() {
        let variant = |best_on| Variant { file: "v.onnx".into(), sha256: String::new(), best_on };
        let variants =
            BTreeMap::from([(Precision::Int8, variant(vec![DeviceKind::Cpu])), (Precision::Fp16, variant(vec![]))]);
        let chosen = |choice, device| {
            choose(Precision::Fp32, &variants, choice, device).map(|v| v.map_or(Precision::Fp32, |(p, _)| p))
        };
        assert_eq!(chosen(PrecisionChoice::Auto, DeviceKind::Cpu), Ok(Precision::Int8));
        assert_eq!(chosen(PrecisionChoice::Auto, DeviceKind::Cuda), Ok(Precision::Fp32));
        assert_eq!(chosen(PrecisionChoice::Only(Precision::Fp16), DeviceKind::Cpu), Ok(Precision::Fp16));
        assert_eq!(chosen(PrecisionChoice::Only(Precision::Fp32), DeviceKind::Cpu), Ok(Precision::Fp32));
        let none = BTreeMap::new();
        let wanted = PrecisionChoice::Only(Precision::Int8);
        assert_eq!(choose(Precision::Fp32, &none, wanted, DeviceKind::Cpu), Err(Precision::Int8));
    }
}
