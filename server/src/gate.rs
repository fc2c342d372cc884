//! How many pages are decoded at a time, and how much memory they may take.
//!
//! Responsible for bounding decoded pages in number and bytes between a fast decoder and a slow model, and for the order
//! in which waiting pages get their turn: by priority, the longest waiting first, with a share for the longest waiting of
//! all so that nothing starves. Not responsible for encoded bytes (see `admission`).

use std::{
    collections::BTreeMap,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicU64, Ordering},
    },
};

use liasse_batching::{AGED_SHARE, Priority};
use tokio::sync::oneshot;

use crate::{context::Context, fault::Fault};

/// Hands out slots for decoded pages.
#[derive(Debug)]
pub(crate) struct Gate {
    capacity: u64,
    state: Mutex<State>,
}

#[derive(Debug)]
struct State {
    free_slots: usize,
    free_bytes: u64,
    waiting: BTreeMap<(Priority, u64), Waiter>,
    next_number: u64,
    grants_since_oldest: u32,
}

#[derive(Debug)]
struct Waiter {
    bytes: u64,
    grant: oneshot::Sender<Slot>,
}

impl State {
    /// Who is next, dead waiters taken out.
    fn choose(&mut self) -> Option<(Priority, u64)> {
        self.waiting.retain(|_, waiter| !waiter.grant.is_closed());
        let first = *self.waiting.keys().next()?;
        if self.grants_since_oldest + 1 < AGED_SHARE {
            return Some(first);
        }
        self.waiting.keys().min_by_key(|(_, number)| *number).copied()
    }

    const fn fits(&self, bytes: u64) -> bool {
        self.free_slots > 0 && bytes <= self.free_bytes
    }
}

impl Gate {
    pub(crate) fn new(slots: usize, bytes: u64) -> Arc<Self> {
        Arc::new(Self {
            capacity: bytes,
            state: Mutex::new(State {
                free_slots: slots,
                free_bytes: bytes,
                waiting: BTreeMap::new(),
                next_number: 0,
                grants_since_oldest: 0,
            }),
        })
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // Nothing under the lock can panic half-way.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for a slot with room for `bytes`. A page that alone is larger than all the memory there is gets all of it.
    ///
    /// # Errors
    /// When the page is no longer wanted.
    pub(crate) async fn enter(self: &Arc<Self>, context: &Context, bytes: u64) -> Result<Slot, Fault> {
        context.check()?;
        let (grant, granted) = oneshot::channel();
        {
            let mut state = self.lock();
            let number = state.next_number;
            state.next_number += 1;
            let bytes = bytes.min(self.capacity);
            state.waiting.insert((context.priority, number), Waiter { bytes, grant });
        }
        // Whoever stops waiting may have been in somebody's way.
        let _leaving = Leaving(self);
        self.grant();
        context.within(granted).await?.map_err(|_| Fault::internal("a page lost its place in the queue"))
    }

    /// Lets in as many as fit. Nobody overtakes a page that is too large for now, or it might wait for ever.
    fn grant(self: &Arc<Self>) {
        let mut unwanted = Vec::new();
        {
            let mut state = self.lock();
            while let Some(key) = state.choose() {
                let Some(waiter) = state.waiting.get(&key) else { break };
                if !state.fits(waiter.bytes) {
                    break;
                }
                let Some(Waiter { bytes, grant }) = state.waiting.remove(&key) else { break };
                let overtaken = state.waiting.keys().any(|(_, number)| *number < key.1);
                state.grants_since_oldest = if overtaken { state.grants_since_oldest + 1 } else { 0 };
                state.free_slots -= 1;
                state.free_bytes -= bytes;
                let slot = Slot { gate: Arc::clone(self), bytes: Mutex::new(bytes), reserve: AtomicU64::new(0) };
                // Given back outside of the lock, which its drop takes.
                unwanted.extend(grant.send(slot).err());
            }
        }
        drop(unwanted);
    }

    fn give_back(self: &Arc<Self>, slots: usize, bytes: u64) {
        {
            let mut state = self.lock();
            state.free_slots += slots;
            state.free_bytes += bytes;
        }
        self.grant();
    }
}

struct Leaving<'a>(&'a Arc<Gate>);

impl Drop for Leaving<'_> {
    fn drop(&mut self) {
        self.0.grant();
    }
}

/// The right to hold a decoded page; dropping it lets the next one in.
#[derive(Debug)]
pub(crate) struct Slot {
    gate: Arc<Gate>,
    bytes: Mutex<u64>,
    /// Of them, what is kept whatever the page itself turns out to need.
    reserve: AtomicU64,
}

impl Slot {
    /// Sets bytes aside for something beside the page itself: [`Slot::shrink_to`] keeps them. 0 ends it; what they were gives
    /// the next shrinking back.
    pub(crate) fn reserve(&self, bytes: u64) {
        self.reserve.store(bytes, Ordering::Relaxed);
    }

    /// Gives memory back that turned out not to be needed, or is not needed any more. Never takes more.
    pub(crate) fn shrink_to(&self, bytes: u64) {
        let freed = {
            let mut held = self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
            let freed = held.saturating_sub(bytes.saturating_add(self.reserve.load(Ordering::Relaxed)));
            *held -= freed;
            freed
        };
        if freed > 0 {
            self.gate.give_back(0, freed);
        }
    }
}

impl Drop for Slot {
    fn drop(&mut self) {
        let bytes = *self.bytes.lock().unwrap_or_else(PoisonError::into_inner);
        self.gate.give_back(1, bytes);
    }
}

#[cfg(test)]
mod tests {
    use futures::{FutureExt, future::BoxFuture};
    use tokio::time::{Duration, Instant};
    use tokio_util::sync::CancellationToken;

    use super::*;
    use crate::fault::reason;

    fn context(priority: Priority) -> Context {
        let abort = CancellationToken::new();
        Context { arrived: Instant::now(), priority, deadline: None, cancel: abort.child_token(), abort }
    }

    fn enter(gate: &Arc<Gate>, context: &Context, bytes: u64) -> BoxFuture<'static, Result<Slot, Fault>> {
        let (gate, context) = (Arc::clone(gate), context.clone());
        async move { gate.enter(&context, bytes).await }.boxed()
    }

    #[tokio::test]
    async fn slots_and_bytes_are_bounded() {
        let gate = Gate::new(2, 100);
        let line = context(Priority::Line);
        let first = enter(&gate, &line, 60).await.unwrap();
        let mut second = enter(&gate, &line, 60);
        assert!(second.as_mut().now_or_never().is_none(), "no memory for it");
        first.shrink_to(40);
        let second = second.await.unwrap();
        second.shrink_to(0);
        let mut third = enter(&gate, &line, 10);
        assert!(third.as_mut().now_or_never().is_none(), "no slot for it");
        drop(first);
        drop(third.await.unwrap());
        drop(second);
        drop(enter(&gate, &line, 1_000).await.unwrap());
        let state = gate.lock();
        assert_eq!((state.free_slots, state.free_bytes), (2, 100));
    }

    #[tokio::test]
    async fn the_urgent_goes_first_and_the_oldest_is_not_starved() {
        let gate = Gate::new(1, 100);
        let busy = enter(&gate, &context(Priority::Line), 1).await.unwrap();
        let mut waiting = Vec::new();
        let mut old = enter(&gate, &context(Priority::Background), 1);
        assert!(old.as_mut().now_or_never().is_none());
        waiting.push(("old", old));
        for _ in 0..10 {
            let mut urgent = enter(&gate, &context(Priority::Interactive), 1);
            assert!(urgent.as_mut().now_or_never().is_none());
            waiting.push(("urgent", urgent));
        }
        drop(busy);
        let mut order = Vec::new();
        while !waiting.is_empty() {
            let position =
                waiting.iter_mut().position(|(_, entering)| entering.as_mut().now_or_never().is_some()).unwrap();
            order.push(waiting.remove(position).0);
        }
        assert_eq!(order[0], "urgent");
        assert_eq!(order[AGED_SHARE as usize - 1], "old", "{order:?}");
    }

    #[tokio::test(start_paused = true)]
    async fn who_stops_waiting_is_in_nobodys_way() {
        let gate = Gate::new(2, 100);
        let line = context(Priority::Line);
        let first = enter(&gate, &line, 60).await.unwrap();
        let large = context(Priority::Line);
        let mut blocked = enter(&gate, &large, 100);
        assert!(blocked.as_mut().now_or_never().is_none());
        let mut small = enter(&gate, &line, 10);
        assert!(small.as_mut().now_or_never().is_none(), "nobody overtakes");
        large.cancel.cancel();
        assert_eq!(blocked.await.unwrap_err().reason(), reason::CANCELLED);
        drop(small.await.unwrap());

        let late = Context { deadline: Some(Instant::now() + Duration::from_secs(1)), ..line.clone() };
        assert_eq!(enter(&gate, &late, 100).await.unwrap_err().reason(), reason::DEADLINE_EXCEEDED);
        drop(first);
        let state = gate.lock();
        assert_eq!((state.free_slots, state.free_bytes, state.waiting.len()), (2, 100, 0));
    }
}
