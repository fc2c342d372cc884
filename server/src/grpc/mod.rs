//! The gRPC services.
//!
//! Responsible for what goes over the wire: checking requests, windows of streams, answers and errors in the form of the
//! contract. Not responsible for reading pages (see `pipeline`) nor for the server's life (see `server`).

mod batch;
pub(crate) mod document_types;
pub(crate) mod incoming;
pub(crate) mod info;
mod labels;
pub(crate) mod recognition;
mod stream;

use std::{sync::Arc, time::Duration};

use tokio_util::sync::CancellationToken;

use crate::{admission::Admission, pipeline::Pipeline};

/// What the services share.
#[derive(Debug)]
pub(crate) struct Core {
    pub(crate) pipeline: Arc<Pipeline>,
    pub(crate) admission: Arc<Admission>,
    /// Cancelled when no more pages are taken.
    pub(crate) draining: CancellationToken,
    /// Cancelled when pages in flight are given up.
    pub(crate) abort: CancellationToken,
    /// Pages in flight on one stream.
    pub(crate) window: u32,
    /// Pages of one file in a call of Recognize.
    pub(crate) max_pages_per_call: u32,
    /// Upright images in one answer.
    pub(crate) max_upright_bytes: u64,
    /// How long a caller may take to take an answer off its stream.
    pub(crate) transfer: Duration,
}
