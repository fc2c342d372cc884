//! What can go wrong with a model, by stage: finding the runtime, reading a manifest, running a network.

use std::path::PathBuf;

/// The runtime library or a network could not be loaded or run.
#[derive(Debug, Clone, thiserror::Error)]
pub enum EngineError {
    /// No ONNX Runtime library was found.
    #[error("no ONNX Runtime library: ORT_DYLIB_PATH is not set and there is no {wanted}; run `cargo xtask setup`")]
    RuntimeNotFound {
        /// Where it was looked for, relative to the project or the program.
        wanted: String,
    },
    /// The ONNX Runtime library could not be loaded.
    #[error("the ONNX Runtime library {path} cannot be used: {message}")]
    RuntimeUnusable {
        /// The library.
        path: PathBuf,
        /// The loader's message.
        message: String,
    },
    /// [`init_runtime`](crate::init_runtime) was not called before a network was loaded.
    #[error("the ONNX Runtime library was not initialised before a network was loaded")]
    RuntimeNotInitialised,
    /// The network file could not be loaded, or the device could not be had.
    #[error("the network {path} cannot be loaded on {device}: {message}")]
    Load {
        /// The network.
        path: PathBuf,
        /// The device that was asked for.
        device: String,
        /// The runtime's message.
        message: String,
    },
    /// Running the network failed.
    #[error("running the network failed: {message}")]
    Run {
        /// The runtime's message.
        message: String,
    },
}

/// A manifest was refused.
#[derive(Debug, thiserror::Error)]
pub enum ManifestError {
    /// A file could not be read.
    #[error("{path} cannot be read")]
    Unreadable {
        /// The file.
        path: PathBuf,
        /// Why.
        #[source]
        source: std::io::Error,
    },
    /// The manifest is not TOML of the expected shape. The message has the line and what was expected there.
    #[error("{path}: {message}")]
    Malformed {
        /// The manifest.
        path: PathBuf,
        /// What is wrong, and where.
        message: String,
    },
    /// A value is out of range, or two contradict each other.
    #[error("{path}: {field}: {message}")]
    Invalid {
        /// The manifest.
        path: PathBuf,
        /// The key.
        field: &'static str,
        /// What is wrong with it.
        message: String,
    },
    /// The weights are not those that the manifest speaks of.
    #[error("{path} has SHA-256 {found}, but its manifest says {expected}")]
    HashMismatch {
        /// The weights file.
        path: PathBuf,
        /// What the manifest says.
        expected: String,
        /// What the file has.
        found: String,
    },
}

/// Detecting or reading failed.
#[derive(Debug, Clone, thiserror::Error)]
pub enum ModelError {
    /// The engine failed.
    #[error("{model}: {source}")]
    Engine {
        /// The model's name.
        model: String,
        /// Why.
        #[source]
        source: EngineError,
    },
    /// The network's output does not have the shape that its manifest promises.
    #[error("{model}: the output has shape {found:?}, expected {expected}")]
    Shape {
        /// The model's name.
        model: String,
        /// The shape that came.
        found: Vec<usize>,
        /// The shape that should have come.
        expected: String,
    },
    /// The images of one batch must have one size; this is a fault of the caller.
    #[error("{model}: a batch of {expected} got an image of {found}")]
    MixedBatch {
        /// The model's name.
        model: String,
        /// Size of the first image, or the size the model takes.
        expected: String,
        /// Size of the other.
        found: String,
    },
    /// The network takes other images than its manifest says.
    #[error("{model}: the network takes {found} images (n c h w), its manifest says {expected}")]
    Input {
        /// The model's name.
        model: String,
        /// What the network takes.
        found: String,
        /// What the manifest says.
        expected: String,
    },
    /// The manifest is for something else.
    #[error("{model}: its manifest is for the role {found:?}, not {wanted:?}")]
    Role {
        /// The model's name.
        model: String,
        /// What it is for.
        found: crate::Role,
        /// What was wanted.
        wanted: crate::Role,
    },
}
