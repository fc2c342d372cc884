//! The threads around the queues.
//!
//! Responsible for owner threads, waking them, answering those who wait, and containing a worker that fails. Not
//! responsible for which batch is next: see `queues`.

use std::{
    any::Any,
    fmt, io,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError},
    thread,
    time::Duration,
};

use tokio::{
    runtime::Handle,
    sync::{oneshot, watch},
    time::Instant,
};
use tokio_util::sync::CancellationToken;

use crate::{
    Answer, Config, Dropped, Event, Load, SubmitError, Ticket, Worker,
    queues::{Entry, Place, Queues, Taken},
};

/// What [`SubmitError::Full`] says before any batch has been run, and the bounds of what it says later.
const RETRY_AFTER: (Duration, Duration, Duration) =
    (Duration::from_millis(500), Duration::from_millis(50), Duration::from_secs(10));

/// Share of the newest batch in the running mean of the pace.
const PACE_WEIGHT: f64 = 0.1;

type Verdict<W> = Result<Answer<<W as Worker>::Output>, SubmitError<<W as Worker>::Error>>;
type Observer = Arc<dyn Fn(Event) + Send + Sync>;

/// An item and who waits for it.
struct Job<W: Worker> {
    item: W::Item,
    respond: oneshot::Sender<Verdict<W>>,
}

struct State<W: Worker> {
    queues: Queues<Job<W>>,
    closed: bool,
    holds: usize,
    running: usize,
    /// Seconds per unit of cost, a running mean.
    pace: Option<f64>,
}

struct Shared<W: Worker> {
    state: Mutex<State<W>>,
    wake: Condvar,
    /// How many owner threads live.
    alive: watch::Sender<usize>,
    workers: usize,
    observe: Observer,
}

impl<W: Worker> Shared<W> {
    fn lock(&self) -> MutexGuard<'_, State<W>> {
        // Nothing that can panic runs under the lock; were it to happen, the queues would still be whole.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Answers entries that will never be run, and counts them.
    fn drop_all(&self, entries: impl IntoIterator<Item = (Entry<Job<W>>, Dropped)>) {
        for (entry, why) in entries {
            (self.observe)(Event::Dropped(why));
            let error = match why {
                Dropped::Expired => SubmitError::Expired,
                Dropped::Cancelled => SubmitError::Cancelled,
                Dropped::Aborted => SubmitError::Closed,
            };
            // Whoever waited may be gone.
            let _ = entry.item.respond.send(Err(error));
        }
    }

    /// Takes one entry out of its queue for the reason given, unless a worker has it already.
    fn withdraw(&self, place: Place, why: Dropped) {
        let entry = self.lock().queues.withdraw(place);
        self.drop_all(entry.map(|entry| (entry, why)));
    }

    fn abort(&self) {
        let entries = {
            let mut state = self.lock();
            state.closed = true;
            state.queues.clear()
        };
        self.wake.notify_all();
        self.drop_all(entries.into_iter().map(|entry| (entry, Dropped::Aborted)));
    }
}

/// Takes items, runs them in batches on the threads of its workers, and gives back answers.
///
/// Dropping it closes it: what is queued is still run and answered.
pub struct Batcher<W: Worker> {
    shared: Arc<Shared<W>>,
}

impl<W: Worker> Batcher<W> {
    /// Starts one thread for each worker, called `name` and a number.
    ///
    /// `observe` is told every [`Event`]; it runs on the worker's or the caller's thread and must be quick and not panic.
    ///
    /// # Errors
    /// When a thread cannot be started, when there is no worker, or when it is not called within a tokio runtime (whose
    /// clock decides on deadlines).
    pub fn start(
        name: &str,
        config: Config,
        workers: Vec<W>,
        observe: impl Fn(Event) + Send + Sync + 'static,
    ) -> io::Result<Self> {
        let runtime = Handle::try_current().map_err(io::Error::other)?;
        if workers.is_empty() {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "a batcher needs at least one worker"));
        }
        let batcher = Self {
            shared: Arc::new(Shared {
                state: Mutex::new(State {
                    queues: Queues::new(config),
                    closed: false,
                    holds: 0,
                    running: 0,
                    pace: None,
                }),
                wake: Condvar::new(),
                alive: watch::Sender::new(0),
                workers: workers.len(),
                observe: Arc::new(observe),
            }),
        };
        for (number, worker) in workers.into_iter().enumerate() {
            let (shared, runtime) = (Arc::clone(&batcher.shared), runtime.clone());
            shared.alive.send_modify(|alive| *alive += 1);
            let alive = Alive(Arc::clone(&shared));
            // When the thread cannot be started, `alive` is dropped with the closure and the count is right again.
            thread::Builder::new().name(format!("{name}-{number}")).spawn(move || {
                // Under the runtime's clock, so that a test that pauses it decides here too what is late.
                let _clock = runtime.enter();
                work(&alive.0, worker);
            })?;
        }
        Ok(batcher)
    }

    /// Queues one item and waits for its answer. Dropping the future withdraws the item.
    ///
    /// # Errors
    /// See [`SubmitError`].
    pub async fn submit(&self, item: W::Item, ticket: Ticket) -> Verdict<W> {
        self.enqueue(item, ticket)?.wait().await
    }

    /// Queues one item.
    ///
    /// # Errors
    /// [`SubmitError::Full`], [`SubmitError::Closed`], or what is wrong with it already: [`SubmitError::Expired`],
    /// [`SubmitError::Cancelled`].
    pub fn enqueue(&self, item: W::Item, ticket: Ticket) -> Result<Pending<W>, SubmitError<W::Error>> {
        let mut pending = self.enqueue_all(vec![(item, ticket)])?;
        // One item in, one pending out.
        pending.pop().ok_or(SubmitError::Closed)
    }

    /// Queues several items, all or none, in one step: no worker takes a batch of the first few before the rest are
    /// there.
    ///
    /// # Errors
    /// As [`Batcher::enqueue`], for the first item that has one; nothing was queued then.
    pub fn enqueue_all(&self, items: Vec<(W::Item, Ticket)>) -> Result<Vec<Pending<W>>, SubmitError<W::Error>> {
        let now = Instant::now();
        for (_, ticket) in &items {
            let lapsed = if ticket.cancel.is_cancelled() {
                Some((Dropped::Cancelled, SubmitError::Cancelled))
            } else if ticket.deadline.is_some_and(|deadline| deadline <= now) {
                Some((Dropped::Expired, SubmitError::Expired))
            } else {
                None
            };
            if let Some((why, error)) = lapsed {
                for _ in &items {
                    (self.shared.observe)(Event::Dropped(why));
                }
                return Err(error);
            }
        }
        let count = items.len();
        let bytes = items.iter().fold(0_usize, |sum, (_, ticket)| sum.saturating_add(ticket.bytes));
        let mut pending = Vec::with_capacity(count);
        {
            let mut state = self.shared.lock();
            if state.closed {
                return Err(SubmitError::Closed);
            }
            if !state.queues.has_room(count, bytes) {
                let retry_after = self.retry_after(&state);
                drop(state);
                (self.shared.observe)(Event::Refused { items: count });
                return Err(SubmitError::Full { retry_after });
            }
            for (item, ticket) in items {
                let (respond, verdict) = oneshot::channel();
                let (deadline, cancel) = (ticket.deadline, ticket.cancel.clone());
                let place = state.queues.push(Entry { item: Job { item, respond }, ticket, since: now });
                pending.push(Pending {
                    verdict,
                    deadline,
                    cancel,
                    seat: Seat { shared: Arc::clone(&self.shared), place, given_up: Dropped::Cancelled },
                });
            }
        }
        if count == 1 {
            self.shared.wake.notify_one();
        } else {
            self.shared.wake.notify_all();
        }
        Ok(pending)
    }

    /// How long the queue takes to be worked off at its recent pace.
    fn retry_after(&self, state: &State<W>) -> Duration {
        let (unknown, least, most) = RETRY_AFTER;
        let Some(pace) = state.pace else { return unknown };
        let seconds = pace * state.queues.cost() as f64 / self.shared.workers as f64;
        Duration::try_from_secs_f64(seconds).unwrap_or(most).clamp(least, most)
    }

    /// What waits and runs at this moment.
    pub fn load(&self) -> Load {
        let state = self.shared.lock();
        Load { queued: state.queues.len(), queued_bytes: state.queues.bytes(), running: state.running }
    }

    /// Keeps the workers from taking another batch until the guard is dropped. For tests: with it, what is in a queue
    /// when a batch is formed is no matter of chance.
    pub fn hold(&self) -> Hold<W> {
        self.shared.lock().holds += 1;
        Hold { shared: Arc::clone(&self.shared) }
    }

    /// Takes no more items. What is queued is still run; the threads end after it.
    pub fn close(&self) {
        self.shared.lock().closed = true;
        self.shared.wake.notify_all();
    }

    /// Takes no more items and answers what is queued with [`SubmitError::Closed`]. A batch that runs is finished.
    pub fn abort(&self) {
        self.shared.abort();
    }

    /// Waits until every thread has ended, which they do after [`Batcher::close`] or [`Batcher::abort`].
    pub async fn ended(&self) {
        // The sender lives as long as `self`, so this cannot fail.
        let _ = self.shared.alive.subscribe().wait_for(|alive| *alive == 0).await;
    }
}

impl<W: Worker> Drop for Batcher<W> {
    fn drop(&mut self) {
        self.close();
    }
}

impl<W: Worker> fmt::Debug for Batcher<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Batcher").field("load", &self.load()).finish_non_exhaustive()
    }
}

/// Keeps a batcher's workers idle for as long as it lives.
#[must_use = "the workers go on as soon as this is dropped"]
pub struct Hold<W: Worker> {
    shared: Arc<Shared<W>>,
}

impl<W: Worker> Drop for Hold<W> {
    fn drop(&mut self) {
        self.shared.lock().holds -= 1;
        self.shared.wake.notify_all();
    }
}

impl<W: Worker> fmt::Debug for Hold<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Hold").finish_non_exhaustive()
    }
}

/// A queued item's seat; leaving it takes the item out of the queue if it is still there.
struct Seat<W: Worker> {
    shared: Arc<Shared<W>>,
    place: Place,
    given_up: Dropped,
}

impl<W: Worker> Drop for Seat<W> {
    fn drop(&mut self) {
        self.shared.withdraw(self.place, self.given_up);
    }
}

/// An item that waits or is being run. Dropping it withdraws the item.
#[must_use = "dropping it withdraws the item"]
pub struct Pending<W: Worker> {
    verdict: oneshot::Receiver<Verdict<W>>,
    deadline: Option<Instant>,
    cancel: CancellationToken,
    seat: Seat<W>,
}

impl<W: Worker> Pending<W> {
    /// Waits for the answer, at the longest until the item's deadline passes or it is cancelled.
    ///
    /// # Errors
    /// See [`SubmitError`].
    pub async fn wait(mut self) -> Verdict<W> {
        let deadline = self.deadline;
        let late = async move {
            match deadline {
                Some(deadline) => tokio::time::sleep_until(deadline).await,
                None => std::future::pending().await,
            }
        };
        tokio::select! {
            biased;
            verdict = &mut self.verdict => verdict.unwrap_or(Err(SubmitError::Closed)),
            () = self.cancel.cancelled() => Err(SubmitError::Cancelled),
            () = late => {
                self.seat.given_up = Dropped::Expired;
                Err(SubmitError::Expired)
            }
        }
    }
}

impl<W: Worker> fmt::Debug for Pending<W> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Pending").field("place", &self.seat.place).finish_non_exhaustive()
    }
}

/// Counts an owner thread for as long as it lives. When the last one is gone nothing can be answered any more, so
/// nothing is left waiting.
struct Alive<W: Worker>(Arc<Shared<W>>);

impl<W: Worker> Drop for Alive<W> {
    fn drop(&mut self) {
        let mut left = 0;
        self.0.alive.send_modify(|alive| {
            *alive -= 1;
            left = *alive;
        });
        if left == 0 {
            self.0.abort();
        }
    }
}

/// An owner thread: runs batches until the batcher is closed and its queues are empty.
fn work<W: Worker>(shared: &Shared<W>, mut worker: W) {
    while let Some(taken) = next(shared) {
        shared.drop_all(taken.dropped);
        if !taken.batch.is_empty() {
            run(shared, &mut worker, taken.batch, taken.cost);
        }
    }
}

/// Waits for something to do; `None` when there will be nothing more.
fn next<W: Worker>(shared: &Shared<W>) -> Option<Taken<Job<W>>> {
    let mut state = shared.lock();
    loop {
        if state.holds == 0 {
            let taken = state.queues.take(Instant::now());
            if !taken.batch.is_empty() || !taken.dropped.is_empty() {
                state.running += taken.batch.len();
                return Some(taken);
            }
            if state.closed {
                return None;
            }
        }
        state = shared.wake.wait(state).unwrap_or_else(PoisonError::into_inner);
    }
}

/// Runs one batch and answers its items.
fn run<W: Worker>(shared: &Shared<W>, worker: &mut W, batch: Vec<Entry<Job<W>>>, cost: u64) {
    let count = batch.len();
    let started = Instant::now();
    let (mut items, mut waiting) = (Vec::with_capacity(count), Vec::with_capacity(count));
    for entry in batch {
        items.push(entry.item.item);
        waiting.push((entry.item.respond, started.saturating_duration_since(entry.since)));
    }
    let waited = waiting.iter().map(|(_, queued)| *queued).max().unwrap_or_default();

    // A worker is given whole items and keeps none of ours, so a panic in it cannot leave our state half changed.
    let outcome = catch_unwind(AssertUnwindSafe(|| worker.run(items)));
    let ran = started.elapsed();

    let outputs = match outcome {
        Ok(Ok(outputs)) if outputs.len() == count => Ok(outputs),
        Ok(Ok(outputs)) => Err(SubmitError::Broken(format!("it answered {} of {count} items", outputs.len()))),
        Ok(Err(error)) => Err(SubmitError::Failed(error)),
        Err(panic) => Err(SubmitError::Broken(format!("it panicked: {}", panic_text(&*panic)))),
    };
    {
        let mut state = shared.lock();
        state.running -= count;
        if outputs.is_ok() {
            let pace = ran.as_secs_f64() / cost.max(1) as f64;
            state.pace = Some(state.pace.map_or(pace, |mean| mean + (pace - mean) * PACE_WEIGHT));
        }
    }
    (shared.observe)(Event::Ran { items: count, cost, waited, ran, succeeded: outputs.is_ok() });
    // Whoever waited may be gone by now; that is theirs to decide.
    match outputs {
        Ok(outputs) => {
            for ((respond, queued), output) in waiting.into_iter().zip(outputs) {
                let _ = respond.send(Ok(Answer { output, queued, ran }));
            }
        }
        Err(error) => {
            for (respond, _) in waiting {
                let _ = respond.send(Err(error.clone()));
            }
        }
    }
}

fn panic_text(panic: &(dyn Any + Send)) -> &str {
    panic
        .downcast_ref::<&str>()
        .copied()
        .or_else(|| panic.downcast_ref::<String>().map(String::as_str))
        .unwrap_or("without a message")
}
