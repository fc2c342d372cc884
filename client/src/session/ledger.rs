//! What of a session is not answered yet.
//!
//! Responsible for deciding which page to send next, what an answer means for its file, when a page is sent again and
//! when it is given up. Pure but for the clock: it is told what arrived and says what to tell the caller. Not
//! responsible for channels, streams or tasks (see `driver`).

use std::{
    collections::{BTreeSet, HashMap, VecDeque},
    time::Duration,
};

use liasse_proto::v1::{PageError, PageInput, PageReading, PageVerdict, RecognizeStreamRequest};
use tokio::time::Instant;

use super::{Answer, Room};
use crate::{PageFailure, Refusal, RetryPolicy};

/// How much longer than its own time a page in flight is waited for: the server keeps the deadline itself and its
/// answer, which frees the place in the window on both sides, deserves to come first.
const GRACE: Duration = Duration::from_secs(1);

/// A page on its way in.
#[derive(Debug)]
pub(crate) struct Submission<R = Room> {
    pub(crate) input: PageInput,
    pub(crate) deadline: Option<Instant>,
    pub(crate) room: R,
}

/// What the caller has to be told, and the rooms to give back once it was.
#[derive(Debug)]
pub(crate) struct Step<R = Room> {
    /// Before the answers.
    pub(crate) verdicts: Vec<PageVerdict>,
    pub(crate) answers: Vec<Answer>,
    pub(crate) rooms: Vec<R>,
}

impl<R> Default for Step<R> {
    fn default() -> Self {
        Self { verdicts: Vec::new(), answers: Vec::new(), rooms: Vec::new() }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum State {
    /// In `Ledger::ready` or `Ledger::later`.
    Waiting,
    InFlight,
}

#[derive(Debug)]
struct File<R> {
    input: PageInput,
    deadline: Option<Instant>,
    state: State,
    attempts: u32,
    page_count: u32,
    /// Pages of the file whose answer the caller has. An earlier attempt may have delivered some; they are not told
    /// twice.
    delivered: BTreeSet<u32>,
    /// Pages of the file whose verdict the caller has.
    judged: BTreeSet<u32>,
    /// Pages answered in this attempt.
    answered: BTreeSet<u32>,
    /// Pages that failed in this attempt for a temporary reason.
    postponed: Vec<PageFailure>,
    room: R,
}

/// See the module.
#[derive(Debug)]
pub(crate) struct Ledger<R = Room> {
    files: HashMap<String, File<R>>,
    ready: VecDeque<String>,
    later: BTreeSet<(Instant, String)>,
    in_flight: u32,
    retry: RetryPolicy,
}

impl<R> Ledger<R> {
    pub(crate) fn new(retry: RetryPolicy) -> Self {
        Self { files: HashMap::new(), ready: VecDeque::new(), later: BTreeSet::new(), in_flight: 0, retry }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.files.is_empty()
    }

    /// Files sent and not fully answered.
    pub(crate) fn in_flight(&self) -> u32 {
        self.in_flight
    }

    pub(crate) fn has_ready(&self) -> bool {
        !self.ready.is_empty()
    }

    pub(crate) fn admit(&mut self, submission: Submission<R>) {
        let id = submission.input.page_id.clone();
        self.ready.push_back(id.clone());
        self.files.insert(
            id,
            File {
                input: submission.input,
                deadline: submission.deadline,
                state: State::Waiting,
                attempts: 0,
                page_count: 0,
                delivered: BTreeSet::new(),
                judged: BTreeSet::new(),
                answered: BTreeSet::new(),
                postponed: Vec::new(),
                room: submission.room,
            },
        );
    }

    /// The next request to send, if one is ready; it counts as in flight from here on.
    pub(crate) fn next_request(&mut self, now: Instant) -> Option<RecognizeStreamRequest> {
        let id = self.ready.pop_front()?;
        let file = self.files.get_mut(&id)?;
        file.state = State::InFlight;
        file.attempts += 1;
        self.in_flight += 1;
        let timeout_milliseconds = file.deadline.map_or(0, |deadline| {
            let left = deadline.saturating_duration_since(now).as_millis();
            // 0 would mean "no limit".
            u32::try_from(left).unwrap_or(u32::MAX).max(1)
        });
        Some(RecognizeStreamRequest { page: Some(file.input.clone()), timeout_milliseconds })
    }

    /// A verdict is told once, however often the file is sent, and never after the page's answer.
    pub(crate) fn on_verdict(&mut self, verdict: PageVerdict) -> Step<R> {
        let mut step = Step::default();
        if let Some(file) = self.files.get_mut(&verdict.page_id)
            && file.state == State::InFlight
            && !file.delivered.contains(&verdict.page_number)
            && file.judged.insert(verdict.page_number)
        {
            step.verdicts.push(verdict);
        }
        step
    }

    pub(crate) fn on_reading(&mut self, reading: PageReading) -> Step<R> {
        let mut step = Step::default();
        let id = reading.page_id.clone();
        let Some(file) = self.files.get_mut(&id).filter(|file| file.state == State::InFlight) else {
            // The late answer to a page that was given up.
            return step;
        };
        file.page_count = reading.page_count;
        file.answered.insert(reading.page_number);
        if file.delivered.insert(reading.page_number) {
            step.answers.push(Ok(reading));
        }
        self.finish_attempt(&id, step)
    }

    pub(crate) fn on_error(&mut self, error: &PageError) -> Step<R> {
        let mut step = Step::default();
        let Some(file) = self.files.get_mut(&error.page_id).filter(|file| file.state == State::InFlight) else {
            return step;
        };
        let refusal = Refusal::from_page_error(error);
        // The contract lets a stream say UNAVAILABLE without a delay, which there means "do not send again".
        let temporary = refusal.is_temporary() && refusal.retry_after.is_some();
        let failure = PageFailure {
            page_id: error.page_id.clone(),
            page_number: error.page_number,
            page_count: error.page_count,
            attempts: file.attempts,
            refusal,
        };
        if error.page_number == 0 {
            return if temporary {
                self.send_again(&error.page_id, vec![failure], step)
            } else {
                step.answers.push(Err(failure));
                self.close(&error.page_id, step)
            };
        }
        file.page_count = error.page_count;
        file.answered.insert(error.page_number);
        if temporary {
            file.postponed.push(failure);
        } else if file.delivered.insert(error.page_number) {
            step.answers.push(Err(failure));
        }
        self.finish_attempt(&error.page_id, step)
    }

    /// What happens when every page of a file has been answered in this attempt; nothing before.
    fn finish_attempt(&mut self, id: &str, step: Step<R>) -> Step<R> {
        let Some(file) = self.files.get_mut(id) else {
            return step;
        };
        if (file.answered.len() as u64) < u64::from(file.page_count.max(1)) {
            return step;
        }
        let mut postponed = std::mem::take(&mut file.postponed);
        postponed.retain(|failure| !file.delivered.contains(&failure.page_number));
        if postponed.is_empty() { self.close(id, step) } else { self.send_again(id, postponed, step) }
    }

    /// Puts a file whose attempt failed for temporary reasons back in line, or gives it up with these failures.
    fn send_again(&mut self, id: &str, failures: Vec<PageFailure>, mut step: Step<R>) -> Step<R> {
        let Some(file) = self.files.get_mut(id) else {
            return step;
        };
        let pause = failures
            .iter()
            .map(|failure| self.retry.pause(file.attempts, &failure.refusal, file.deadline))
            .collect::<Option<Vec<_>>>()
            .and_then(|pauses| pauses.into_iter().max());
        match pause {
            Some(pause) => {
                tracing::debug!(page_id = id, attempts = file.attempts, ?pause, "sending the page again");
                self.back_in_line(id, Some(Instant::now() + pause));
                step
            }
            None => {
                step.answers.extend(failures.into_iter().map(Err));
                self.close(id, step)
            }
        }
    }

    fn back_in_line(&mut self, id: &str, at: Option<Instant>) {
        let Some(file) = self.files.get_mut(id) else {
            return;
        };
        if file.state == State::InFlight {
            self.in_flight -= 1;
        }
        file.state = State::Waiting;
        file.answered.clear();
        file.postponed.clear();
        match at {
            Some(at) => {
                self.later.insert((at, id.to_owned()));
            }
            None => self.ready.push_back(id.to_owned()),
        }
    }

    /// Forgets a file; the last answer about it is in the step.
    fn close(&mut self, id: &str, mut step: Step<R>) -> Step<R> {
        if let Some(file) = self.files.remove(id) {
            if file.state == State::InFlight {
                self.in_flight -= 1;
            } else {
                self.ready.retain(|ready| ready != id);
                self.later.retain(|(_, later)| later != id);
            }
            step.rooms.push(file.room);
        }
        step
    }

    /// The stream is gone, and with it all that was in flight: it is sent again on the next one, except pages that
    /// have used up their attempts (a page that brings the server down must not be sent for ever).
    pub(crate) fn on_connection_lost(&mut self, refusal: &Refusal) -> Step<R> {
        let mut step = Step::default();
        for id in self.ids(|file| file.state == State::InFlight) {
            let attempts = self.files.get(&id).map_or(0, |file| file.attempts);
            if attempts < self.retry.max_attempts {
                self.back_in_line(&id, None);
            } else {
                step = self.give_up(&id, refusal, step);
            }
        }
        step
    }

    /// Gives up everything.
    pub(crate) fn give_up_all(&mut self, refusal: &Refusal) -> Step<R> {
        let mut step = Step::default();
        for id in self.ids(|_| true) {
            step = self.give_up(&id, refusal, step);
        }
        step
    }

    fn give_up(&mut self, id: &str, refusal: &Refusal, mut step: Step<R>) -> Step<R> {
        if let Some(file) = self.files.get(id) {
            step.answers.push(Err(PageFailure {
                page_id: id.to_owned(),
                page_number: 0,
                page_count: file.page_count,
                attempts: file.attempts,
                refusal: refusal.clone(),
            }));
        }
        self.close(id, step)
    }

    /// When something will be due: a page to send again, or a page whose time is up.
    pub(crate) fn next_event(&self) -> Option<Instant> {
        let later = self.later.first().map(|(at, _)| *at);
        let deadline = self.files.values().filter_map(File::given_up_at).min();
        [later, deadline].into_iter().flatten().min()
    }

    /// Deals with what is due.
    pub(crate) fn on_time(&mut self, now: Instant) -> Step<R> {
        while self.later.first().is_some_and(|(at, _)| *at <= now) {
            if let Some((_, id)) = self.later.pop_first() {
                self.ready.push_back(id);
            }
        }
        let mut step = Step::default();
        for id in self.ids(|file| file.given_up_at().is_some_and(|at| at <= now)) {
            step = self.give_up(&id, &Refusal::deadline_exceeded(), step);
        }
        step
    }

    fn ids(&self, of: impl Fn(&File<R>) -> bool) -> Vec<String> {
        self.files.iter().filter(|(_, file)| of(file)).map(|(id, _)| id.clone()).collect()
    }
}

impl<R> File<R> {
    fn given_up_at(&self) -> Option<Instant> {
        match self.state {
            State::Waiting => self.deadline,
            State::InFlight => self.deadline.and_then(|deadline| deadline.checked_add(GRACE)),
        }
    }
}

#[cfg(test)]
mod tests {
    use tonic::Code;

    use super::*;

    /// A ledger whose rooms are plain labels.
    fn ledger() -> Ledger<&'static str> {
        Ledger::new(RetryPolicy {
            max_attempts: 3,
            first_pause: Duration::from_millis(10),
            longest_pause: Duration::from_secs(1),
        })
    }

    fn submission(id: &'static str) -> Submission<&'static str> {
        Submission { input: PageInput { page_id: id.to_owned(), ..Default::default() }, deadline: None, room: id }
    }

    fn reading(id: &str, page_number: u32, page_count: u32) -> PageReading {
        PageReading { page_id: id.to_owned(), page_number, page_count, ..Default::default() }
    }

    fn error(id: &str, page_number: u32, page_count: u32, retry_after_milliseconds: u32) -> PageError {
        PageError {
            page_id: id.to_owned(),
            code: if retry_after_milliseconds > 0 {
                Code::ResourceExhausted as i32
            } else {
                Code::InvalidArgument as i32
            },
            reason: "TEST".to_owned(),
            page_number,
            page_count,
            retry_after_milliseconds,
            ..Default::default()
        }
    }

    /// The pages that a step tells about, failures with a minus.
    fn told(step: &Step<&'static str>) -> Vec<i64> {
        step.answers
            .iter()
            .map(|answer| match answer {
                Ok(reading) => i64::from(reading.page_number),
                Err(failure) => -i64::from(failure.page_number),
            })
            .collect()
    }

    #[tokio::test(start_paused = true)]
    async fn a_verdict_is_told_once_and_before_its_answer() {
        let verdict = |page_number| PageVerdict { page_id: "a".to_owned(), page_number, ..Default::default() };
        let mut ledger = ledger();
        ledger.admit(submission("a"));
        assert!(ledger.on_verdict(verdict(1)).verdicts.is_empty(), "of a page that was not sent");
        let _ = ledger.next_request(Instant::now());
        assert_eq!(ledger.on_verdict(verdict(1)).verdicts, [verdict(1)]);
        assert!(ledger.on_verdict(verdict(1)).verdicts.is_empty());
        assert_eq!(told(&ledger.on_reading(reading("a", 2, 2))), [2]);
        assert!(ledger.on_verdict(verdict(2)).verdicts.is_empty(), "of a page that is answered");
        // Sent again after the stream broke.
        let _ = ledger.on_connection_lost(&Refusal::connection_lost("test"));
        let _ = ledger.next_request(Instant::now());
        assert!(ledger.on_verdict(verdict(1)).verdicts.is_empty());
        assert_eq!(told(&ledger.on_reading(reading("a", 1, 2))), [1]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_file_is_closed_by_its_last_page() {
        let mut ledger = ledger();
        ledger.admit(submission("a"));
        assert!(ledger.next_request(Instant::now()).is_some());
        assert_eq!(ledger.in_flight(), 1);
        let step = ledger.on_reading(reading("a", 2, 2));
        assert_eq!((told(&step), step.rooms.len()), (vec![2], 0));
        let step = ledger.on_error(&error("a", 1, 2, 0));
        assert_eq!((told(&step), step.rooms), (vec![-1], vec!["a"]));
        assert_eq!(ledger.in_flight(), 0);
        assert!(ledger.is_empty());
    }

    #[tokio::test(start_paused = true)]
    async fn a_page_that_found_no_room_is_read_again_and_nothing_is_told_twice() {
        let mut ledger = ledger();
        ledger.admit(submission("a"));
        ledger.next_request(Instant::now());
        assert_eq!(told(&ledger.on_error(&error("a", 1, 2, 50))), Vec::<i64>::new());
        let step = ledger.on_reading(reading("a", 2, 2));
        assert_eq!((told(&step), step.rooms.len()), (vec![2], 0), "page 1 is still owed");
        assert!(!ledger.has_ready());
        let due = ledger.next_event().unwrap();
        assert!(due >= Instant::now() + Duration::from_millis(50), "the server's delay");
        assert!(ledger.on_time(due).answers.is_empty());
        assert!(ledger.next_request(due).is_some());
        assert_eq!(told(&ledger.on_reading(reading("a", 1, 2))), vec![1]);
        let step = ledger.on_reading(reading("a", 2, 2));
        assert_eq!((told(&step), step.rooms), (vec![], vec!["a"]), "told before");
    }

    #[tokio::test(start_paused = true)]
    async fn attempts_are_bounded() {
        let mut ledger = ledger();
        ledger.admit(submission("a"));
        for attempt in 1..=3 {
            let due = ledger.next_event().unwrap_or_else(Instant::now);
            ledger.on_time(due);
            ledger.next_request(due).unwrap();
            let step = ledger.on_error(&error("a", 0, 0, 50));
            assert_eq!(step.answers.len(), usize::from(attempt == 3), "attempt {attempt}");
            if let Some(Err(failure)) = step.answers.first() {
                assert_eq!(failure.attempts, 3);
            }
        }
        assert!(ledger.is_empty());
    }

    #[tokio::test(start_paused = true)]
    async fn a_lost_connection_puts_pages_back_until_their_attempts_are_used_up() {
        let mut ledger = ledger();
        let lost = Refusal::connection_lost("test");
        ledger.admit(submission("a"));
        ledger.admit(submission("b"));
        ledger.next_request(Instant::now()).unwrap();
        for _ in 0..2 {
            assert!(ledger.on_connection_lost(&lost).answers.is_empty());
            assert_eq!(ledger.in_flight(), 0);
            ledger.next_request(Instant::now()).unwrap();
            ledger.next_request(Instant::now()).unwrap();
        }
        let step = ledger.on_connection_lost(&lost);
        assert_eq!(step.rooms, vec!["a"], "three attempts; b had only two");
        assert!(!ledger.is_empty());
        assert_eq!(ledger.give_up_all(&lost).rooms, vec!["b"]);
    }

    #[tokio::test(start_paused = true)]
    async fn a_page_does_not_outlive_its_time() {
        let mut ledger = ledger();
        let now = Instant::now();
        for (id, seconds) in [("sent", 5), ("unsent", 7)] {
            let mut submission = submission(id);
            submission.deadline = Some(now + Duration::from_secs(seconds));
            ledger.admit(submission);
        }
        let request = ledger.next_request(now + Duration::from_secs(1)).unwrap();
        assert_eq!(request.timeout_milliseconds, 4000, "what is left of it goes to the server");
        assert_eq!(ledger.next_event(), Some(now + Duration::from_secs(6)), "a second of grace");
        assert!(ledger.on_time(now + Duration::from_millis(5999)).answers.is_empty());
        let step = ledger.on_time(now + Duration::from_secs(6));
        assert_eq!(step.rooms, vec!["sent"]);
        assert_eq!(ledger.in_flight(), 0);
        let step = ledger.on_time(now + Duration::from_secs(7));
        assert_eq!(step.rooms, vec!["unsent"]);
        assert!(matches!(&step.answers[..], [Err(f)] if f.refusal.reason == "DEADLINE_EXCEEDED"));
        assert!(!ledger.has_ready());
        let late = ledger.on_reading(reading("sent", 1, 1));
        assert!(late.answers.is_empty() && late.rooms.is_empty());
    }
}
