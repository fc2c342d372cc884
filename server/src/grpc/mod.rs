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

use liasse_batching::Priority;
use tokio::time::Instant;
use tokio_util::sync::{CancellationToken, DropGuard};
use tonic::{Request, Response, Status};

use self::incoming::Arrival;
use crate::{admission::Admission, context::Context, fault::Fault, metrics, pipeline::Pipeline};

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

impl Core {
    /// The context of a call that is answered once, as urgent as the line. When the caller goes away the call's future is dropped, and
    /// with it the guard, and what it waits for is cancelled.
    fn called<T>(&self, request: &Request<T>) -> (Context, DropGuard) {
        let arrival = arrival(request);
        let cancel = self.abort.child_token();
        let guard = cancel.clone().drop_guard();
        let context = Context {
            arrived: arrival.at,
            priority: Priority::Line,
            deadline: arrival.deadline,
            cancel,
            abort: self.abort.clone(),
        };
        (context, guard)
    }
}

/// When the call came, as the layer before the services found it.
fn arrival<T>(request: &Request<T>) -> Arrival {
    // The layer is before every service; without it, the call came now.
    request.extensions().get().copied().unwrap_or_else(|| Arrival { at: Instant::now(), deadline: None })
}

/// The answer to a call that is about no one page; a fault is counted.
fn answer<T>(outcome: Result<T, Fault>) -> Result<Response<T>, Status> {
    outcome.map(Response::new).map_err(|fault| {
        metrics::page_failed("", 0, &fault);
        fault.to_status()
    })
}
