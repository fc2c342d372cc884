//! The batcher as its callers see it: real owner threads, tokio's paused clock, and the hold hook, so that nothing here
//! depends on timing.
#![expect(clippy::unwrap_used, reason = "a test fails by panicking")]

use std::{
    sync::{Arc, Mutex, mpsc},
    time::Duration,
};

use liasse_batching::{Answer, Batcher, Config, Dropped, Event, Priority, SubmitError, Ticket, Worker};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

const CONFIG: Config = Config {
    max_cost: 100,
    max_items: 16,
    max_queued: 64,
    max_queued_bytes: 1 << 20,
    max_wait: Duration::from_secs(1),
};

/// What a worker was asked to do, batch by batch.
type Log = Arc<Mutex<Vec<Vec<u32>>>>;

/// Answers each number with its tenfold; 13 fails its batch, 666 panics, 404 goes unanswered.
struct Tenfold {
    log: Log,
    /// Waits for a message before each batch, when there is one.
    gate: Option<mpsc::Receiver<()>>,
}

impl Worker for Tenfold {
    type Item = u32;
    type Output = u32;
    type Error = String;

    fn run(&mut self, items: Vec<u32>) -> Result<Vec<u32>, String> {
        self.log.lock().unwrap().push(items.clone());
        if let Some(gate) = &self.gate {
            gate.recv().unwrap();
        }
        assert!(!items.contains(&666), "asked for the beast");
        if items.contains(&13) {
            return Err("unlucky".to_owned());
        }
        Ok(items.iter().filter(|item| **item != 404).map(|item| item * 10).collect())
    }
}

struct Bench {
    batcher: Batcher<Tenfold>,
    log: Log,
    events: Arc<Mutex<Vec<Event>>>,
}

fn bench(config: Config) -> Bench {
    let log = Log::default();
    let worker = Tenfold { log: Arc::clone(&log), gate: None };
    with_worker(config, worker, log)
}

fn with_worker(config: Config, worker: Tenfold, log: Log) -> Bench {
    let events = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&events);
    let batcher = Batcher::start("test", config, vec![worker], move |event| {
        seen.lock().unwrap().push(event);
    })
    .unwrap();
    Bench { batcher, log, events }
}

impl Bench {
    fn log(&self) -> Vec<Vec<u32>> {
        self.log.lock().unwrap().clone()
    }

    fn dropped(&self) -> Vec<Dropped> {
        let events = self.events.lock().unwrap();
        events
            .iter()
            .filter_map(|event| match event {
                Event::Dropped(why) => Some(*why),
                _ => None,
            })
            .collect()
    }
}

fn ticket() -> Ticket {
    Ticket {
        priority: Priority::Line,
        bucket: 64,
        cost: 10,
        bytes: 100,
        deadline: None,
        cancel: CancellationToken::new(),
    }
}

fn output(verdict: Result<Answer<u32>, SubmitError<String>>) -> u32 {
    verdict.unwrap().output
}

#[tokio::test(start_paused = true)]
async fn answers_go_to_those_who_asked() {
    let bench = bench(CONFIG);
    let hold = bench.batcher.hold();
    let pending: Vec<_> = (100..140).map(|n| bench.batcher.enqueue(n, ticket()).unwrap()).collect();
    assert_eq!(bench.batcher.load().queued, 40);
    assert_eq!(bench.batcher.load().queued_bytes, 4_000);
    drop(hold);
    for (n, pending) in (100..).zip(pending) {
        assert_eq!(output(pending.wait().await), 10 * n);
    }
    let sizes: Vec<_> = bench.log().iter().map(Vec::len).collect();
    assert_eq!(sizes, [10, 10, 10, 10], "the cost budget is 100 and each costs 10");
    assert_eq!(bench.batcher.load(), liasse_batching::Load::default());
}

#[tokio::test(start_paused = true)]
async fn full_is_a_value_with_a_delay_and_passes() {
    let bench = bench(Config { max_queued: 2, ..CONFIG });
    let hold = bench.batcher.hold();
    let first = bench.batcher.enqueue(1, ticket()).unwrap();
    let second = bench.batcher.enqueue(2, ticket()).unwrap();
    let Err(SubmitError::Full { retry_after }) = bench.batcher.submit(3, ticket()).await else {
        panic!("a third item was let in");
    };
    assert!(retry_after > Duration::ZERO);
    assert!(
        matches!(bench.batcher.enqueue_all(vec![(4, ticket())]), Err(SubmitError::Full { .. })),
        "several at once are bounded too"
    );
    drop(first);
    let third = bench.batcher.enqueue(3, ticket()).unwrap();
    drop(hold);
    assert_eq!(output(second.wait().await), 20);
    assert_eq!(output(third.wait().await), 30);
    assert_eq!(bench.log(), [[2, 3]]);
    assert_eq!(bench.dropped(), [Dropped::Cancelled]);
    let refused = Event::Refused { items: 1 };
    assert_eq!(bench.events.lock().unwrap().iter().filter(|e| **e == refused).count(), 2);
}

#[tokio::test(start_paused = true)]
async fn bytes_are_bounded() {
    let bench = bench(Config { max_queued_bytes: 250, ..CONFIG });
    let _hold = bench.batcher.hold();
    let _a = bench.batcher.enqueue(1, ticket()).unwrap();
    let _b = bench.batcher.enqueue(2, ticket()).unwrap();
    assert!(matches!(bench.batcher.enqueue(3, ticket()), Err(SubmitError::Full { .. })));
}

#[tokio::test(start_paused = true)]
async fn an_expired_item_never_reaches_the_worker() {
    let bench = bench(CONFIG);
    let hold = bench.batcher.hold();
    let late = Ticket { deadline: Some(Instant::now() + Duration::from_secs(1)), ..ticket() };
    // The paused clock goes on to the deadline by itself once everybody waits.
    let verdict = bench.batcher.submit(1, late.clone()).await;
    assert_eq!(verdict, Err(SubmitError::Expired));
    assert_eq!(bench.batcher.load().queued, 0, "it makes room at once");
    assert_eq!(bench.batcher.submit(2, late).await, Err(SubmitError::Expired));
    drop(hold);
    assert_eq!(output(bench.batcher.submit(3, ticket()).await), 30);
    assert_eq!(bench.log(), [[3]]);
    assert_eq!(bench.dropped(), [Dropped::Expired, Dropped::Expired]);
}

#[tokio::test(start_paused = true)]
async fn a_cancelled_item_never_reaches_the_worker() {
    let bench = bench(CONFIG);
    let hold = bench.batcher.hold();
    let cancelled = ticket();
    let pending = bench.batcher.enqueue(1, cancelled.clone()).unwrap();
    let unwatched = bench.batcher.enqueue(2, cancelled.clone()).unwrap();
    let abandoned = bench.batcher.enqueue(3, ticket()).unwrap();
    cancelled.cancel.cancel();
    assert_eq!(pending.wait().await, Err(SubmitError::Cancelled));
    drop(abandoned);
    assert_eq!(bench.batcher.load().queued, 1, "nobody has looked at item 2 yet");
    drop(hold);
    assert_eq!(output(bench.batcher.submit(4, ticket()).await), 40);
    assert_eq!(unwatched.wait().await, Err(SubmitError::Cancelled));
    assert_eq!(bench.log(), [[4]]);
    assert_eq!(bench.dropped().len(), 3);
}

#[tokio::test(start_paused = true)]
async fn the_urgent_overtakes_and_buckets_stay_apart() {
    let bench = bench(CONFIG);
    let hold = bench.batcher.hold();
    let of = |priority, bucket| Ticket { priority, bucket, ..ticket() };
    let pending = [
        bench.batcher.enqueue(1, of(Priority::Background, 64)).unwrap(),
        bench.batcher.enqueue(2, of(Priority::Line, 64)).unwrap(),
        bench.batcher.enqueue(3, of(Priority::Line, 128)).unwrap(),
        bench.batcher.enqueue(4, of(Priority::Line, 64)).unwrap(),
        bench.batcher.enqueue(5, of(Priority::Interactive, 64)).unwrap(),
    ];
    drop(hold);
    for pending in pending {
        pending.wait().await.unwrap();
    }
    assert_eq!(bench.log(), [vec![5], vec![2, 4], vec![3], vec![1]]);
}

#[tokio::test(start_paused = true)]
async fn batches_grow_while_the_worker_is_busy() {
    let log = Log::default();
    let (open, gate) = mpsc::channel();
    let worker = Tenfold { log: Arc::clone(&log), gate: Some(gate) };
    let bench = with_worker(CONFIG, worker, log);
    let first = bench.batcher.enqueue(1, ticket()).unwrap();
    while bench.log().is_empty() {
        tokio::task::yield_now().await;
    }
    let rest: Vec<_> = (2..=5).map(|n| bench.batcher.enqueue(n, ticket()).unwrap()).collect();
    assert_eq!(bench.batcher.load().running, 1);
    open.send(()).unwrap();
    open.send(()).unwrap();
    first.wait().await.unwrap();
    for pending in rest {
        pending.wait().await.unwrap();
    }
    assert_eq!(bench.log(), [vec![1], vec![2, 3, 4, 5]]);
}

#[tokio::test(start_paused = true)]
async fn a_failure_hits_its_batch_and_nothing_else() {
    let bench = bench(CONFIG);
    let hold = bench.batcher.hold();
    let other = Ticket { bucket: 1, ..ticket() };
    let mut pending = Vec::new();
    for (item, ticket) in [(13, ticket()), (1, ticket()), (2, other)] {
        pending.push(bench.batcher.enqueue(item, ticket).unwrap());
    }
    drop(hold);
    let mut verdicts = Vec::new();
    for pending in pending {
        verdicts.push(pending.wait().await.map(|a| a.output));
    }
    let unlucky = || Err(SubmitError::Failed("unlucky".to_owned()));
    assert_eq!(verdicts, [unlucky(), unlucky(), Ok(20)]);
}

#[tokio::test(start_paused = true)]
async fn a_broken_worker_is_contained() {
    let bench = bench(CONFIG);
    for broken in [666, 404] {
        let hold = bench.batcher.hold();
        let first = bench.batcher.enqueue(broken, ticket()).unwrap();
        let second = bench.batcher.enqueue(2, ticket()).unwrap();
        drop(hold);
        for pending in [first, second] {
            let verdict = pending.wait().await;
            assert!(matches!(&verdict, Err(SubmitError::Broken(_))), "{verdict:?}");
        }
    }
    assert_eq!(output(bench.batcher.submit(3, ticket()).await), 30, "it goes on");
}

#[tokio::test(start_paused = true)]
async fn closing_finishes_what_is_queued() {
    let bench = bench(CONFIG);
    let hold = bench.batcher.hold();
    let pending = bench.batcher.enqueue(1, ticket()).unwrap();
    bench.batcher.close();
    assert_eq!(bench.batcher.submit(2, ticket()).await, Err(SubmitError::Closed));
    drop(hold);
    assert_eq!(output(pending.wait().await), 10);
    bench.batcher.ended().await;
}

#[tokio::test(start_paused = true)]
async fn dropping_the_batcher_finishes_what_is_queued() {
    let bench = bench(CONFIG);
    let hold = bench.batcher.hold();
    let pending = bench.batcher.enqueue(1, ticket()).unwrap();
    drop(bench);
    drop(hold);
    assert_eq!(output(pending.wait().await), 10);
}

#[tokio::test(start_paused = true)]
async fn aborting_answers_what_is_queued() {
    let bench = bench(CONFIG);
    let hold = bench.batcher.hold();
    let pending = bench.batcher.enqueue(1, ticket()).unwrap();
    bench.batcher.abort();
    assert_eq!(pending.wait().await, Err(SubmitError::Closed));
    drop(hold);
    bench.batcher.ended().await;
    assert_eq!(bench.log(), Vec::<Vec<u32>>::new());
    assert_eq!(bench.dropped(), [Dropped::Aborted]);
}

#[tokio::test]
async fn it_needs_a_worker() {
    let none: Vec<Tenfold> = Vec::new();
    assert!(Batcher::start("test", CONFIG, none, |_| ()).is_err());
}
