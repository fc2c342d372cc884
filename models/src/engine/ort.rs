//! Networks in ONNX through ONNX Runtime.

use std::path::Path;

use ort::session::Session;
use ort::session::builder::{GraphOptimizationLevel, SessionBuilder};
use ort::value::{TensorElementType, TensorRef, ValueType};

use super::{Device, Engine, Output, Shapes, Tensor};
use crate::{EngineError, runtime};

/// How a network is run.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OrtOptions {
    /// On what.
    pub device: Device,
    /// Threads that share the work of one batch on the CPU, at least 1.
    pub intra_threads: usize,
    /// Bytes of a GPU's memory that this network's activations may take. Has no meaning on the CPU.
    pub gpu_memory_bytes: usize,
}

impl Default for OrtOptions {
    fn default() -> Self {
        Self { device: Device::Cpu, intra_threads: 1, gpu_memory_bytes: 2 << 30 }
    }
}

/// A network in ONNX Runtime: one input of four dimensions, 32-bit floats in and out.
pub struct OrtEngine {
    session: Session,
    input_shape: [Option<usize>; 4],
    device: String,
    shapes: Shapes,
}

impl OrtEngine {
    /// Loads a network. [`init_runtime`](crate::init_runtime) must have been called.
    ///
    /// # Errors
    /// [`EngineError::RuntimeNotInitialised`], or [`EngineError::Load`] when the file is no usable network or the device
    /// cannot be had: there is no silent fall-back to another device.
    pub fn load(path: &Path, options: OrtOptions) -> Result<Self, EngineError> {
        let device = options.device.to_string();
        let shapes = match options.device {
            Device::Cpu => Shapes::Any,
            Device::Cuda(_) => Shapes::Few,
        };
        let environment = runtime::environment().ok_or(EngineError::RuntimeNotInitialised)?;
        Session::builder(environment)
            .map_err(|e| e.to_string())
            .and_then(|builder| configure(builder, options))
            .and_then(|mut builder| builder.commit_from_file(path).map_err(|e| e.to_string()))
            .and_then(|session| Ok((image_input(&session)?, session)))
            .map(|(input_shape, session)| Self { session, input_shape, device: device.clone(), shapes })
            .map_err(|message| EngineError::Load { path: path.to_owned(), device, message })
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
        // Batches come in many shapes: a plan would be kept for each and memory would only grow.
        .with_memory_pattern(false)
        .map_err(|e| e.to_string())?;
    match options.device {
        // The CPU's arena stays on: giving its memory back after each batch made detection half as fast, and what it holds
        // ends at what the largest batch needs, whatever shapes follow (see examples/bench_models.rs).
        Device::Cpu => Ok(builder),
        Device::Cuda(index) => with_cuda(builder, index, options.gpu_memory_bytes),
    }
}

#[cfg(feature = "cuda")]
fn with_cuda(builder: SessionBuilder, index: u32, memory_bytes: usize) -> Result<SessionBuilder, String> {
    use ort::ep::{ArenaExtendStrategy, CUDA, cuda::ConvAlgorithmSearch};

    let index = i32::try_from(index).map_err(|_| format!("{index} is no CUDA device number"))?;
    let provider = CUDA::default()
        .with_device_id(index)
        .with_memory_limit(memory_bytes)
        // Doubling at every extension would hold up to twice what the largest batch needs.
        .with_arena_extend_strategy(ArenaExtendStrategy::SameAsRequested)
        // The exhaustive search costs seconds for each new shape.
        .with_conv_algorithm_search(ConvAlgorithmSearch::Heuristic)
        // 32-bit weights give the CPU's results; whoever wants speed loads 16-bit ones.
        .with_tf32(false)
        .build()
        .error_on_failure();
    builder.with_execution_providers([provider]).map_err(|e| e.to_string())
}

#[cfg(not(feature = "cuda"))]
fn with_cuda(_: SessionBuilder, index: u32, _: usize) -> Result<SessionBuilder, String> {
    Err(format!("cuda:{index} was asked for, but this program was built without the feature \"cuda\""))
}

/// The fixed sizes of the network's one input, or why it has no such input.
fn image_input(session: &Session) -> Result<[Option<usize>; 4], String> {
    let [input] = session.inputs() else {
        return Err(format!("it has {} inputs, expected one", session.inputs().len()));
    };
    if let ValueType::Tensor { ty: TensorElementType::Float32, shape, .. } = input.dtype()
        && let [n, c, h, w] = **shape
    {
        // A size that varies is given as -1.
        Ok([n, c, h, w].map(|size| usize::try_from(size).ok()))
    } else {
        Err(format!("its input {:?} is {}, expected 32-bit floats n x c x h x w", input.name(), input.dtype()))
    }
}

impl Engine for OrtEngine {
    fn run(&mut self, input: &Tensor, outputs: &mut Vec<Output>) -> Result<(), EngineError> {
        let failed = |e: ort::Error| EngineError::Run { message: e.to_string() };
        let tensor = TensorRef::from_array_view((input.shape, input.data.as_slice())).map_err(failed)?;
        let values = self.session.run(ort::inputs![tensor]).map_err(failed)?;
        outputs.resize_with(values.len(), Output::default);
        for (output, value) in outputs.iter_mut().zip(values.values()) {
            let (shape, data) = value.try_extract_tensor::<f32>().map_err(failed)?;
            output.shape.clear();
            // The runtime gives no negative size for a tensor that exists.
            output.shape.extend(shape.iter().map(|size| usize::try_from(*size).unwrap_or(0)));
            output.data.clear();
            output.data.extend_from_slice(data);
        }
        Ok(())
    }

    fn device(&self) -> &str {
        &self.device
    }

    fn input_shape(&self) -> [Option<usize>; 4] {
        self.input_shape
    }

    fn shapes(&self) -> Shapes {
        self.shapes
    }
}
