//! What the schedulers run: image work, the detector, the recogniser, the embedder.
//!
//! Responsible for fitting each to [`Worker`] and for the cost and bounds of its queue. Not responsible for the stages'
//! order (see `pipeline`).

use std::{
    convert::Infallible,
    fmt, io,
    sync::Arc,
    time::{Duration, Instant},
};

use liasse_batching::{Batcher, Config, Pending, SubmitError, Ticket, Worker};
use liasse_imaging::GreyImage;
use liasse_models::{DetectedLine, Detector, Embedder, LineText, ModelError, Recogniser};

use crate::{context::Context, fault::Fault, metrics, settings::Settings};

/// How long an item may wait before it gets a share of the batches whatever its priority.
const MAX_WAIT: Duration = Duration::from_secs(2);

/// A piece of image work; it answers by itself.
type Task = Box<dyn FnOnce() + Send>;

/// A thread for image work.
struct ImageWorker;

impl Worker for ImageWorker {
    type Item = Task;
    type Output = ();
    type Error = Infallible;

    fn run(&mut self, tasks: Vec<Task>) -> Result<Vec<()>, Infallible> {
        Ok(tasks.into_iter().map(|task| task()).collect())
    }
}

/// The threads that decode, straighten and cut pages: a bounded number of them, with an order of urgency that a general
/// pool does not have.
pub(crate) struct ImagePool {
    batcher: Batcher<ImageWorker>,
}

impl ImagePool {
    /// `max_waiting`: tasks that pages which were let in can have at a time, so that none of them is ever refused.
    pub(crate) fn start(threads: usize, max_waiting: usize) -> io::Result<Self> {
        let config = Config {
            // A thread takes one task at a time: the next may be more urgent by the time it is free.
            max_cost: 1,
            max_items: 1,
            max_queued: max_waiting,
            // What a task holds is counted where it is let in: see `admission` and `gate`.
            max_queued_bytes: usize::MAX,
            max_wait: MAX_WAIT,
        };
        let workers = std::iter::repeat_with(|| ImageWorker).take(threads).collect();
        let batcher = Batcher::start("image", config, workers, |event| metrics::scheduled("image", event))?;
        Ok(Self { batcher })
    }

    /// Runs `work` on one of the threads and adds the time it waited for one to `queue`. When the page is given up
    /// meanwhile, work that has begun goes on to its end, with what it holds.
    ///
    /// # Errors
    /// When the page is no longer wanted, or `work` panicked.
    pub(crate) async fn run<T: Send + 'static>(
        &self,
        context: &Context,
        queue: &mut Duration,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Fault> {
        let (respond, response) = tokio::sync::oneshot::channel();
        let task: Task = Box::new(move || {
            // The caller may have given up.
            let _ = respond.send(work());
        });
        let answer = self
            .batcher
            .submit(task, context.ticket(0, 1, 0))
            .await
            .map_err(|error| context.fault(error, |never| match never {}))?;
        *queue += answer.queued;
        response.await.map_err(|_| Fault::internal("image work gave no answer"))
    }

    pub(crate) fn close(&self) {
        self.batcher.close();
    }

    pub(crate) async fn ended(&self) {
        self.batcher.ended().await;
    }
}

impl fmt::Debug for ImagePool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.batcher.fmt(f)
    }
}

/// A model's error, which every item of a failed batch gets a copy of.
pub(crate) type SharedError = Arc<ModelError>;

/// A detector and its thread.
pub(crate) struct DetectWorker(pub(crate) Detector);

impl Worker for DetectWorker {
    type Item = GreyImage;
    type Output = Vec<DetectedLine>;
    type Error = SharedError;

    fn run(&mut self, images: Vec<GreyImage>) -> Result<Vec<Vec<DetectedLine>>, SharedError> {
        self.0.detect(&images).map_err(Arc::new)
    }
}

/// The detector's queue. Only pages whose padded size is the same share a batch.
pub(crate) fn start_detectors(detectors: Vec<Detector>, settings: &Settings) -> io::Result<Batcher<DetectWorker>> {
    let pages = settings.batches().detector_pages;
    let config = Config {
        max_cost: pages as u64,
        max_items: pages,
        // A page at work has one input here.
        max_queued: settings.pages_at_work,
        max_queued_bytes: usize::MAX,
        max_wait: MAX_WAIT,
    };
    let workers = detectors.into_iter().map(DetectWorker).collect();
    Batcher::start("detect", config, workers, |event| metrics::scheduled("detect", event))
}

/// The detector's bucket for an input of this size; the sides are multiples of 32 below 2^21.
pub(crate) const fn detector_bucket(width: u32, height: u32) -> u32 {
    ((width / 32) << 16) | (height / 32)
}

/// A recogniser and its thread.
pub(crate) struct ReadWorker(pub(crate) Recogniser);

impl Worker for ReadWorker {
    type Item = GreyImage;
    type Output = LineText;
    type Error = SharedError;

    fn run(&mut self, crops: Vec<GreyImage>) -> Result<Vec<LineText>, SharedError> {
        self.0.read(&crops).map_err(Arc::new)
    }
}

/// An embedder and its thread.
pub(crate) struct EmbedWorker(pub(crate) Embedder);

impl Worker for EmbedWorker {
    type Item = GreyImage;
    type Output = Vec<i8>;
    type Error = SharedError;

    fn run(&mut self, pages: Vec<GreyImage>) -> Result<Vec<Vec<i8>>, SharedError> {
        self.0.embed(&pages).map_err(Arc::new)
    }
}

/// Pages that the embedder takes at a time.
pub(crate) const EMBED_PAGES: usize = 8;

/// The embedder's queue.
pub(crate) fn start_embedder(embedder: Embedder, settings: &Settings) -> io::Result<Batcher<EmbedWorker>> {
    let config = Config {
        max_cost: EMBED_PAGES as u64,
        max_items: EMBED_PAGES,
        // A page at work has one picture here.
        max_queued: settings.pages_at_work,
        max_queued_bytes: usize::MAX,
        max_wait: MAX_WAIT,
    };
    Batcher::start("embed", config, vec![EmbedWorker(embedder)], |event| metrics::scheduled("embed", event))
}

/// Crops that a page may have in the recogniser's queue at a time, in number and in bytes. Lines of several pages fill
/// a batch together, so one page need not have all of its own there.
pub(crate) const CROPS_AT_A_TIME: usize = 512;
/// See [`CROPS_AT_A_TIME`].
pub(crate) const CROP_BYTES_AT_A_TIME: usize = 16 << 20;

/// The recogniser's queue. Its bounds hold what all pages at work may have there, so that an admitted page never finds
/// it full.
pub(crate) fn start_recognisers(recognisers: Vec<Recogniser>, settings: &Settings) -> io::Result<Batcher<ReadWorker>> {
    let config = Config {
        max_cost: settings.batches().recogniser_width,
        max_items: usize::MAX,
        max_queued: settings.pages_at_work.saturating_mul(CROPS_AT_A_TIME),
        max_queued_bytes: settings.pages_at_work.saturating_mul(CROP_BYTES_AT_A_TIME),
        max_wait: MAX_WAIT,
    };
    let workers = recognisers.into_iter().map(ReadWorker).collect();
    Batcher::start("read", config, workers, |event| metrics::scheduled("read", event))
}

/// Waits for the answers to all of `pending`, in order, and adds to `queue` how long the first of them waited for a
/// worker. The rest of the time is the stage's own.
///
/// # Errors
/// The first failure; the others are withdrawn.
pub(crate) async fn all<W: Worker<Error = SharedError>>(
    pending: Result<Vec<Pending<W>>, SubmitError<SharedError>>,
    context: &Context,
    queue: &mut Duration,
    stage: &mut Duration,
) -> Result<Vec<W::Output>, Fault> {
    let started = Instant::now();
    let fault = |error| context.fault(error, Fault::model);
    let pending = pending.map_err(fault)?;
    let answers = futures::future::try_join_all(pending.into_iter().map(Pending::wait)).await.map_err(fault)?;
    let waited = answers.iter().map(|answer| answer.queued).min().unwrap_or_default();
    *queue += waited;
    *stage += started.elapsed().saturating_sub(waited);
    Ok(answers.into_iter().map(|answer| answer.output).collect())
}

/// A ticket for one line: it shares batches with lines of the same padded width, and costs as much as it is wide.
pub(crate) fn line_ticket(context: &Context, bucket_width: u32, bytes: usize) -> Ticket {
    context.ticket(bucket_width, u64::from(bucket_width), bytes)
}
