//! What travels with a page from end to end: its urgency, its deadline, whether anybody still waits, and its timings.
//!
//! Responsible for saying at every stage whether to go on. Not responsible for the page's pixels or text.

use std::{future::Future, time::Duration};

use liasse_batching::{Priority, SubmitError, Ticket};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::fault::Fault;

/// Who waits for a page, how urgently and until when.
#[derive(Debug, Clone)]
pub(crate) struct Context {
    /// When the page's first byte came.
    pub(crate) arrived: Instant,
    pub(crate) priority: Priority,
    pub(crate) deadline: Option<Instant>,
    /// Cancelled when the caller is gone, or when the server gives up finishing its pages.
    pub(crate) cancel: CancellationToken,
    /// Cancelled when the server gives up finishing its pages; `cancel` is below it.
    pub(crate) abort: CancellationToken,
}

impl Context {
    /// Whether the page is still wanted.
    ///
    /// # Errors
    /// The fault that its caller is to be told.
    pub(crate) fn check(&self) -> Result<(), Fault> {
        if self.cancel.is_cancelled() {
            Err(self.cancelled())
        } else if self.deadline.is_some_and(|deadline| deadline <= Instant::now()) {
            Err(Fault::deadline_exceeded())
        } else {
            Ok(())
        }
    }

    /// Waits for something, at the longest while the page is wanted.
    ///
    /// # Errors
    /// As [`Context::check`].
    pub(crate) async fn within<T>(&self, work: impl Future<Output = T>) -> Result<T, Fault> {
        let late = async {
            match self.deadline {
                Some(deadline) => tokio::time::sleep_until(deadline).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            biased;
            () = self.cancel.cancelled() => Err(self.cancelled()),
            () = late => Err(Fault::deadline_exceeded()),
            done = work => Ok(done),
        }
    }

    /// A scheduler's ticket for a part of the page's work.
    pub(crate) fn ticket(&self, bucket: u32, cost: u64, bytes: usize) -> Ticket {
        Ticket { priority: self.priority, bucket, cost, bytes, deadline: self.deadline, cancel: self.cancel.clone() }
    }

    /// What a scheduler's answer means for this page.
    pub(crate) fn fault<E: std::fmt::Display>(&self, error: SubmitError<E>, failed: impl FnOnce(E) -> Fault) -> Fault {
        match error {
            SubmitError::Cancelled => self.cancelled(),
            other => Fault::of_submit(other, failed),
        }
    }

    fn cancelled(&self) -> Fault {
        if self.abort.is_cancelled() { Fault::shutting_down() } else { Fault::cancelled() }
    }
}

/// Where a page's time went.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Timings {
    /// Waiting for the stages, in all.
    pub(crate) queue: Duration,
    pub(crate) decode: Duration,
    pub(crate) upright: Duration,
    pub(crate) detect: Duration,
    pub(crate) crop: Duration,
    pub(crate) read: Duration,
    /// Beside `detect`.
    pub(crate) barcodes: Duration,
    /// Drawing and encoding it.
    pub(crate) upright_image: Duration,
    /// Type, fields and tray.
    pub(crate) document: Duration,
}
