//! Networks at work: engines that run them, manifests that describe them, and the arithmetic before and after them.
//!
//! Responsible for turning grey images into lines ([`Detector`]), line crops into text ([`Recogniser`]) and pages into what they
//! look like ([`Embedder`]), and for the order in which lines are read ([`layout`], which lives here because it only needs what the detector found). Not
//! responsible for cutting images out of pages, for batching across pages, or for threads: a detector or recogniser belongs
//! to one thread, which is why running takes `&mut self`.

mod detector;
mod embedder;
mod engine;
mod error;
mod input;
pub mod layout;
mod manifest;
mod network;
mod recogniser;
mod runtime;

pub use detector::{DetectedLine, Detector, InputRules, InputSize};
pub use embedder::Embedder;
pub use engine::{Device, Engine, FakeEngine, OrtEngine, OrtOptions, Output, Shapes, Tensor};
pub use error::{EngineError, ManifestError, ModelError};
pub use manifest::{
    Accuracy, Colour, ConfidenceSettings, CtcOutput, CtcSettings, DeviceKind, EmbeddingSettings, GlanceSettings,
    InputSettings, Legible, LineFieldSettings, Manifest, Margins, Precision, PrecisionChoice, PriorSettings, Role,
    SegmentationSettings, SpaceClass, Training, Variant,
};
pub use recogniser::{CropRules, Evidence, LineText, Recogniser, WordText};
pub use runtime::{find_runtime, init_runtime};
