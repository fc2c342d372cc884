//! Running a network: tensors in, tensors out, on a device.
//!
//! Not responsible for what the tensors mean.

mod fake;
mod ort;

pub use self::fake::FakeEngine;
pub use self::ort::{OrtEngine, OrtOptions};

use crate::EngineError;

/// A batch of images: `n x c x h x w`, row-major.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Tensor {
    /// Images, channels, rows, columns.
    pub shape: [usize; 4],
    /// `n * c * h * w` values.
    pub data: Vec<f32>,
}

/// One output of a network, row-major.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Output {
    /// The size of each dimension.
    pub shape: Vec<usize>,
    /// As many values as the dimensions multiply to.
    pub data: Vec<f32>,
}

/// A network that is loaded and can be run. It belongs to one thread at a time.
pub trait Engine: Send {
    /// Runs one batch and puts the network's outputs, in its own order, in the place of what is in `outputs`, whose memory is
    /// used again.
    ///
    /// # Errors
    /// [`EngineError::Run`] when the runtime refuses or fails.
    fn run(&mut self, input: &Tensor, outputs: &mut Vec<Output>) -> Result<(), EngineError>;

    /// What it runs on, such as `cpu` or `cuda:0`.
    fn device(&self) -> &str;

    /// What the network takes: images, channels, rows, columns; `None` where any number will do.
    fn input_shape(&self) -> [Option<usize>; 4];

    /// Whether it minds meeting a new shape of batch.
    fn shapes(&self) -> Shapes;
}

/// What a shape of batch costs an engine that meets it for the first time, and so how batches are made up for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shapes {
    /// Nothing: batches are as large as what is in them.
    Any,
    /// A lot (cuDNN plans every convolution anew, which takes a second or more): batches are padded to few shapes, of which
    /// all of the recogniser's and the usual ones of the detector are run before the first page.
    Few,
}

/// Whether the engine takes any number of images of `wanted` channels, rows and columns (`None`: of every size), and if not,
/// what it takes.
pub(crate) fn takes(engine: &dyn Engine, wanted: [Option<usize>; 3]) -> Result<(), [String; 2]> {
    let shape = engine.input_shape();
    let [n, c, h, w] = shape;
    let fits = |fixed: Option<usize>, wanted: Option<usize>| fixed.is_none() || fixed == wanted;
    if n.is_none() && fits(c, wanted[0]) && fits(h, wanted[1]) && fits(w, wanted[2]) {
        return Ok(());
    }
    let named = |sizes: [Option<usize>; 4]| {
        sizes.map(|size| size.map_or_else(|| "any".to_owned(), |size| size.to_string())).join(" x ")
    };
    Err([named(shape), named([None, wanted[0], wanted[1], wanted[2]])])
}

/// A device that networks run on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Device {
    /// The processor.
    #[default]
    Cpu,
    /// The CUDA device of this number.
    Cuda(u32),
}

impl std::fmt::Display for Device {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Cpu => f.write_str("cpu"),
            Self::Cuda(index) => write!(f, "cuda:{index}"),
        }
    }
}

impl std::str::FromStr for Device {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        match text.split_once(':') {
            None if text == "cpu" => Ok(Self::Cpu),
            None if text == "cuda" => Ok(Self::Cuda(0)),
            Some(("cuda", index)) => {
                index.parse().map(Self::Cuda).map_err(|_| format!("{index:?} is not the number of a CUDA device"))
            }
            _ => Err(format!("{text:?} is no device; expected cpu, cuda or cuda:N")),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn devices_are_named_as_they_are_written() {
        for device in [Device::Cpu, Device::Cuda(0), Device::Cuda(3)] {
            assert_eq!(device.to_string().parse(), Ok(device));
        }
        assert!("tpu".parse::<Device>().is_err());
        assert!("cuda:x".parse::<Device>().is_err());
    }
}
