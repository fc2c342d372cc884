//! The recognition server: pages in over gRPC, their text out.
//!
//! Responsible for admission, the pipeline, the gRPC services, settings, logs and metrics. It is the only crate that
//! knows all others; what each stage does to a page is theirs. The program `liasse-server` is a thin shell around
//! [`run`], which a test can call with a free port and fake models.
//!
//! The invariants it keeps (docs/architecture.md): a page reads the same alone and in any batch; no page gets another's
//! text; full is RESOURCE_EXHAUSTED with a delay; nothing untrusted crashes, hangs or over-allocates; the requested
//! device is the used one.

mod admission;
mod context;
mod documents;
mod engines;
mod fault;
mod gate;
mod grpc;
mod listener;
mod metrics;
mod observe;
mod pipeline;
mod sampler;
mod server;
mod settings;
mod workers;

pub use engines::{Engines, EnginesError};
pub use observe::{log_to_stderr, record_metrics, serve_metrics};
pub use sampler::SamplerError;
pub use server::{Server, ServerError, bind, run};
pub use settings::{Entry, ImageDevice, LogFormat, Optional, Overrides, Settings, SettingsError, default_file};
