//! The one point that says whether the server takes a page, before anything of it is decoded.
//!
//! Responsible for the number of pages and of encoded bytes in flight, those still being received included, for the
//! delay that a refused caller is given, and for telling when the last page is done. Not responsible for decoded pixels
//! (see `gate`) nor for windows of streams.

use std::{
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::{Duration, Instant},
};

use tokio::sync::watch;

use crate::{fault::Fault, metrics};

/// Share of the newest page in the running mean of the pace.
const PACE_WEIGHT: f64 = 0.1;
/// What a refused caller is told before the pace is known, and the bounds of what it is told later.
const RETRY_AFTER: (f64, f64, f64) = (0.5, 0.1, 10.0);
/// A refused caller comes back when this share of the pages in flight is done: late enough to find room, early enough
/// not to leave any unused.
const ROOM_SHARE: f64 = 0.125;

/// Counts what is in flight and refuses what is beyond the limits.
#[derive(Debug)]
pub(crate) struct Admission {
    max_pages: usize,
    max_bytes: u64,
    state: Mutex<State>,
    /// Pages in flight, for those who wait for the last one.
    pages: watch::Sender<usize>,
}

#[derive(Debug, Default)]
struct State {
    pages: usize,
    bytes: u64,
    closed: bool,
    /// Mean seconds between two pages done, and when the last one was done.
    pace: Option<f64>,
    last_done: Option<Instant>,
}

impl Admission {
    pub(crate) fn new(max_pages: usize, max_bytes: u64) -> Arc<Self> {
        Arc::new(Self { max_pages, max_bytes, state: Mutex::default(), pages: watch::Sender::new(0) })
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Nothing under the lock can panic half-way.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes a file in, as one page until it is known how many it has.
    ///
    /// # Errors
    /// SERVER_FULL with a delay, or SHUTTING_DOWN.
    pub(crate) fn admit(self: &Arc<Self>, bytes: usize) -> Result<Admitted, Fault> {
        let bytes = bytes as u64;
        let mut state = self.lock();
        if state.closed {
            return Err(Fault::shutting_down());
        }
        if state.pages >= self.max_pages || state.bytes.saturating_add(bytes) > self.max_bytes {
            return Err(Fault::full(state.retry_after()));
        }
        state.pages += 1;
        state.bytes += bytes;
        self.tell(state);
        Ok(Admitted { admission: Arc::clone(self), bytes })
    }

    /// Takes another page of a file in that is in already, if there is room for it. The caller goes on with fewer at a
    /// time otherwise.
    fn admit_another(self: &Arc<Self>) -> Option<Admitted> {
        let mut state = self.lock();
        if state.pages >= self.max_pages {
            return None;
        }
        state.pages += 1;
        self.tell(state);
        Some(Admitted { admission: Arc::clone(self), bytes: 0 })
    }

    /// Counts the bytes of a message while it is being received.
    pub(crate) fn receive(self: &Arc<Self>) -> Receiving {
        Receiving { admission: Arc::clone(self), bytes: 0 }
    }

    /// Takes nothing more in; what is in flight goes on.
    pub(crate) fn close(&self) {
        self.lock().closed = true;
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.lock().closed
    }

    /// Waits until nothing is in flight.
    pub(crate) async fn emptied(&self) {
        // The sender lives as long as `self`, so this cannot fail.
        let _ = self.pages.subscribe().wait_for(|pages| *pages == 0).await;
    }

    /// Publishes the state and gives up the lock.
    fn tell(&self, state: MutexGuard<'_, State>) {
        let (pages, bytes) = (state.pages, state.bytes);
        // Under the lock, so that the last one to change it is the last one to tell.
        self.pages.send_replace(pages);
        metrics::in_flight(pages, bytes);
        drop(state);
    }
}

impl State {
    fn retry_after(&self) -> Duration {
        let (unknown, least, most) = RETRY_AFTER;
        let seconds = self.pace.map_or(unknown, |pace| pace * self.pages as f64 * ROOM_SHARE);
        Duration::from_secs_f64(seconds.clamp(least, most))
    }

    fn done(&mut self) {
        let now = Instant::now();
        if let Some(last) = self.last_done.replace(now)
            // Between two pages of a server that was idle lies more than its pace.
            && self.pages > 1
        {
            let seconds = now.duration_since(last).as_secs_f64();
            self.pace = Some(self.pace.map_or(seconds, |mean| mean + (seconds - mean) * PACE_WEIGHT));
        }
    }
}

/// A page in flight; dropping it makes room.
#[derive(Debug)]
pub(crate) struct Admitted {
    admission: Arc<Admission>,
    bytes: u64,
}

impl Admitted {
    /// A place for another page of the same file, if there is one.
    pub(crate) fn another(&self) -> Option<Self> {
        self.admission.admit_another()
    }
}

impl Drop for Admitted {
    fn drop(&mut self) {
        let mut state = self.admission.lock();
        state.done();
        state.pages -= 1;
        state.bytes -= self.bytes;
        self.admission.tell(state);
    }
}

/// A message that is being received; dropping it gives its bytes back.
#[derive(Debug)]
pub(crate) struct Receiving {
    admission: Arc<Admission>,
    bytes: u64,
}

impl Receiving {
    /// Counts bytes that are to come.
    ///
    /// # Errors
    /// SERVER_FULL when there is no room for them; they are not counted then.
    pub(crate) fn add(&mut self, bytes: u64) -> Result<(), Fault> {
        let mut state = self.admission.lock();
        if state.bytes.saturating_add(bytes) > self.admission.max_bytes {
            return Err(Fault::full(state.retry_after()));
        }
        state.bytes += bytes;
        self.bytes += bytes;
        Ok(())
    }

    /// The message is complete: whoever takes it counts it from here on.
    pub(crate) fn complete(&mut self) {
        self.admission.lock().bytes -= self.bytes;
        self.bytes = 0;
    }
}

impl Drop for Receiving {
    fn drop(&mut self) {
        self.complete();
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::fault::reason;

    #[test]
    fn full_in_pages_and_room_again() {
        let admission = Admission::new(2, 1000);
        let first = admission.admit(10).unwrap();
        let second = admission.admit_another().unwrap();
        assert_eq!(admission.admit(10).unwrap_err().reason(), reason::SERVER_FULL);
        assert!(admission.admit_another().is_none());
        drop(second);
        let third = admission.admit(10).unwrap();
        drop((first, third));
        assert_eq!(admission.lock().bytes, 0);
    }

    #[test]
    fn full_in_bytes_with_those_being_received() {
        let admission = Admission::new(100, 1000);
        let admitted = admission.admit(600).unwrap();
        let mut receiving = admission.receive();
        receiving.add(300).unwrap();
        assert_eq!(receiving.add(200).unwrap_err().reason(), reason::SERVER_FULL);
        assert_eq!(admission.admit(101).unwrap_err().reason(), reason::SERVER_FULL);
        receiving.complete();
        drop(admission.admit(400).unwrap());
        receiving.add(400).unwrap();
        drop((receiving, admitted));
        assert_eq!(admission.lock().bytes, 0);
    }

    #[test]
    fn a_refusal_says_when_to_come_back() {
        let admission = Admission::new(1, 1000);
        let _page = admission.admit(1).unwrap();
        let error = admission.admit(1).unwrap_err().to_page_error("p", 0, 0);
        assert!((100..=10_000).contains(&error.retry_after_milliseconds), "{error:?}");
    }

    #[tokio::test]
    async fn closing_lets_what_is_in_finish() {
        let admission = Admission::new(2, 1000);
        let page = admission.admit(1).unwrap();
        admission.close();
        assert_eq!(admission.admit(1).unwrap_err().reason(), reason::SHUTTING_DOWN);
        assert!(admission.admit_another().is_some(), "the other pages of a file that is in");
        drop(page);
        admission.emptied().await;
    }
}
