//! Networks in ONNX through ONNX Runtime.

use std::path::Path;

use ort::session::Session;
use ort::session::builder::{GraphOptimizationLevel, SessionBuilder};
use ort::value::TensorRef;

use super::{Device, Engine, Output, Tensor};
use crate::{EngineError, runtime};

/// How a network is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrtOptions {
    /// On what.
    pub device: Device,
    /// Threads that share the work of one batch on the CPU, at least 1.
    pub intra_threads: usize,
}

impl Default for OrtOptions {
    fn default() -> Self {
        Self {
            device: Device::Cpu,
            intra_threads: 1,
        }
    }
}

/// A network in ONNX Runtime.
pub struct OrtEngine {
    session: Session,
    device: String,
}

impl OrtEngine {
    /// Loads a network. [`init_runtime`](crate::init_runtime) must have been called.
    ///
    /// # Errors
    /// [`EngineError::RuntimeNotInitialised`], or [`EngineError::Load`] when the file is no usable network or the device
    /// cannot be had: there is no silent fall-back to another device.
    pub fn load(path: &Path, options: OrtOptions) -> Result<Self, EngineError> {
        let device = options.device.to_string();
        let environment = runtime::environment().ok_or(EngineError::RuntimeNotInitialised)?;
        let session = Session::builder(environment)
            .map_err(|e| e.to_string())
            .and_then(|builder| configure(builder, options))
            .and_then(|mut builder| builder.commit_from_file(path).map_err(|e| e.to_string()))
            .map_err(|message| EngineError::Load {
                path: path.to_owned(),
                device: device.clone(),
                message,
            })?;
        Ok(Self { session, device })
    }
}

fn configure(builder: SessionBuilder, options: OrtOptions) -> Result<SessionBuilder, String> {
    let builder = builder
        .with_optimization_level(GraphOptimizationLevel::Level3)
        .map_err(|e| e.to_string())?
        .with_intra_threads(options.intra_threads.max(1))
        .map_err(|e| e.to_string())?
        // Threads that spin while they wait take the core from the decoders and from other sessions.
        .with_intra_op_spinning(false)
        .map_err(|e| e.to_string())?
        // Batches come in many widths: a plan per shape would be kept for each and memory would only grow.
        .with_memory_pattern(false)
        .map_err(|e| e.to_string())?;
    match options.device {
        Device::Cpu => Ok(builder),
        Device::Cuda(index) => with_cuda(builder, index),
    }
}

#[cfg(feature = "cuda")]
fn with_cuda(builder: SessionBuilder, index: u32) -> Result<SessionBuilder, String> {
    let index = i32::try_from(index).map_err(|_| format!("{index} is no CUDA device number"))?;
    let provider = ort::ep::CUDA::default()
        .with_device_id(index)
        .build()
        .error_on_failure();
    builder.with_execution_providers([provider]).map_err(|e| e.to_string())
}

#[cfg(not(feature = "cuda"))]
fn with_cuda(_: SessionBuilder, index: u32) -> Result<SessionBuilder, String> {
    Err(format!(
        "cuda:{index} was asked for, but this program was built without the feature \"cuda\""
    ))
}

impl Engine for OrtEngine {
    fn run(&mut self, input: &Tensor) -> Result<Vec<Output>, EngineError> {
        let failed = |message: String| EngineError::Run { message };
        let tensor =
            TensorRef::from_array_view((input.shape, input.data.as_slice())).map_err(|e| failed(e.to_string()))?;
        let outputs = self
            .session
            .run(ort::inputs![tensor])
            .map_err(|e| failed(e.to_string()))?;
        outputs
            .values()
            .map(|value| {
                let (shape, data) = value.try_extract_tensor::<f32>().map_err(|e| failed(e.to_string()))?;
                let shape = shape.iter().map(|d| usize::try_from(*d).unwrap_or(0)).collect();
                Ok(Output {
                    shape,
                    data: data.to_vec(),
                })
            })
            .collect()
    }

    fn device(&self) -> &str {
        &self.device
    }
}
