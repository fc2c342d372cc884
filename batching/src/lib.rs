//! The batch scheduler: items go in one by one, a [`Worker`] sees them in batches, answers come back one by one.
//!
//! Responsible for who waits and who goes next: queues bounded in count and bytes, one per priority and bucket; a cost
//! budget per batch; deadlines and cancellation; one owner thread per worker. Not responsible for what an item is, for
//! padding (a bucket is a number to it), nor for admission of whole pages: it has no machine learning and no I/O in it.
//!
//! How it decides:
//! - A worker takes its next batch at the moment it becomes free, never earlier and without a timer: while it is busy the
//!   queues fill, so that batches grow with the load and a lone item never waits for company. Binding late is also what
//!   lets an urgent item overtake up to the last moment. Preparing a batch is part of [`Worker::run`]; start a second
//!   worker on the same device to overlap it with the device's work.
//! - A batch is taken from one queue, so that buckets are never mixed and an urgent batch is not made slower by less
//!   urgent items.
//! - The most urgent priority goes first; within a priority, the bucket whose first item has waited longest.
//! - Nothing starves: whenever the item that has waited longest of all has waited [`Config::max_wait`], one batch in
//!   [`AGED_SHARE`] is taken from its queue.
//! - An item that is cancelled, past its deadline, or whose [`Pending`] was dropped leaves its queue at once and never
//!   reaches a worker.

mod batcher;
mod queues;

use std::{fmt, time::Duration};

use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

pub use batcher::{Batcher, Hold, Pending};
pub use queues::AGED_SHARE;

/// How urgent an item is; the first is the most urgent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Priority {
    /// A person is waiting.
    Interactive,
    /// A scanning line at its pace.
    Line,
    /// Whenever there is room.
    Background,
}

/// What the scheduler needs to know of an item.
#[derive(Debug, Clone)]
pub struct Ticket {
    /// How urgent it is.
    pub priority: Priority,
    /// Items of one bucket can share a batch: the padded width, or a hash of the padded size.
    pub bucket: u32,
    /// What it costs the device, in units of [`Config::max_cost`] (padded pixels, say). Counts as at least 1.
    pub cost: u64,
    /// Memory that it holds while it waits.
    pub bytes: usize,
    /// When an answer stops being of use.
    pub deadline: Option<Instant>,
    /// Cancelled when nobody wants the answer any more.
    pub cancel: CancellationToken,
}

/// Runs batches. It is owned by one thread, which is the only one that ever calls it.
pub trait Worker: Send + 'static {
    /// What goes in.
    type Item: Send + 'static;
    /// What comes out of one item.
    type Output: Send + 'static;
    /// Why a whole batch failed; every item of it is given a copy.
    type Error: Clone + Send + Sync + fmt::Debug + fmt::Display + 'static;

    /// Runs one batch, never empty, all items of one bucket. The outputs are in the order of the items.
    ///
    /// # Errors
    /// Any error fails every item of this batch and nothing else; so does a panic.
    fn run(&mut self, items: Vec<Self::Item>) -> Result<Vec<Self::Output>, Self::Error>;
}

/// The bounds of a batcher.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Config {
    /// Cost of one batch. An item that costs more by itself goes alone.
    pub max_cost: u64,
    /// Items in one batch.
    pub max_items: usize,
    /// Items that may wait, over all queues.
    pub max_queued: usize,
    /// Bytes that may wait, over all queues. One item alone is let in whatever its size.
    pub max_queued_bytes: usize,
    /// How long an item may wait before it gets a share of the batches whatever its priority (see [`AGED_SHARE`]).
    pub max_wait: Duration,
}

/// What came of one item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer<O> {
    /// What the worker made of it.
    pub output: O,
    /// How long it waited for a worker.
    pub queued: Duration,
    /// How long its batch ran.
    pub ran: Duration,
}

/// Why an item was not answered.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SubmitError<E: fmt::Display> {
    /// The queues are full; nothing was queued.
    #[error("the queue is full, try again in {} ms", retry_after.as_millis())]
    Full {
        /// About how long the queue takes to shrink, judged by its recent pace.
        retry_after: Duration,
    },
    /// Its deadline passed.
    #[error("the deadline passed")]
    Expired,
    /// It was cancelled.
    #[error("cancelled")]
    Cancelled,
    /// The batcher takes no more work.
    #[error("the scheduler is closed")]
    Closed,
    /// The worker failed its batch.
    #[error("{0}")]
    Failed(E),
    /// The worker broke its contract: it panicked, or answered another number of items than it was given.
    #[error("the worker broke: {0}")]
    Broken(String),
}

/// Why an item left its queue without reaching a worker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Dropped {
    /// Its deadline passed.
    Expired,
    /// Its token was cancelled, or its [`Pending`] was dropped.
    Cancelled,
    /// The batcher was aborted.
    Aborted,
}

/// Something to count. Given to the observer of [`Batcher::start`] outside of every lock.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Event {
    /// A batch was run.
    Ran {
        /// Items in it.
        items: usize,
        /// Their cost in all.
        cost: u64,
        /// How long its first item had waited.
        waited: Duration,
        /// How long it ran.
        ran: Duration,
        /// Whether the worker gave answers.
        succeeded: bool,
    },
    /// An item left its queue without having been run.
    Dropped(Dropped),
    /// Items were refused because the queues were full.
    Refused {
        /// How many.
        items: usize,
    },
}

/// What waits at this moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Load {
    /// Items in the queues.
    pub queued: usize,
    /// Bytes in the queues.
    pub queued_bytes: usize,
    /// Items in the batches that run now.
    pub running: usize,
}
