//! The queues and the choice of the next batch.
//!
//! Responsible for order and bounds, as a plain data structure told the time. Not responsible for threads, waking, or
//! answering anybody.

use std::collections::BTreeMap;

use tokio::time::Instant;

use crate::{Config, Dropped, Priority, Ticket};

/// When items have waited too long, one batch in so many is taken from the queue of the one that has waited longest.
/// The others still go by priority, so that an overloaded server keeps answering the urgent first.
pub const AGED_SHARE: u32 = 4;

/// Where a queued item is: its queue and its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Place {
    queue: (Priority, u32),
    number: u64,
}

/// One item and what is known of it.
#[derive(Debug)]
pub(crate) struct Entry<T> {
    pub(crate) item: T,
    pub(crate) ticket: Ticket,
    pub(crate) since: Instant,
}

impl<T> Entry<T> {
    fn cost(&self) -> u64 {
        self.ticket.cost.max(1)
    }

    /// Why this entry should not be run, if so.
    fn lapsed(&self, now: Instant) -> Option<Dropped> {
        if self.ticket.cancel.is_cancelled() {
            Some(Dropped::Cancelled)
        } else if self.ticket.deadline.is_some_and(|deadline| deadline <= now) {
            Some(Dropped::Expired)
        } else {
            None
        }
    }
}

/// What [`Queues::take`] found.
#[derive(Debug)]
pub(crate) struct Taken<T> {
    /// The next batch; empty when nothing waits.
    pub(crate) batch: Vec<Entry<T>>,
    /// Cost of the batch.
    pub(crate) cost: u64,
    /// Entries that were passed over because nobody wants them any more.
    pub(crate) dropped: Vec<(Entry<T>, Dropped)>,
}

/// First-in-first-out queues, one for each priority and bucket.
///
/// Entries are keyed by a rising number, so that a queue is in order of arrival and any entry can be withdrawn in
/// logarithmic time. Empty queues are not kept: buckets may come from untrusted sizes.
#[derive(Debug)]
pub(crate) struct Queues<T> {
    config: Config,
    queues: BTreeMap<(Priority, u32), BTreeMap<u64, Entry<T>>>,
    next_number: u64,
    len: usize,
    bytes: usize,
    cost: u64,
    batches_since_aged: u32,
}

impl<T> Queues<T> {
    pub(crate) fn new(config: Config) -> Self {
        Self { config, queues: BTreeMap::new(), next_number: 0, len: 0, bytes: 0, cost: 0, batches_since_aged: 0 }
    }

    pub(crate) const fn len(&self) -> usize {
        self.len
    }

    pub(crate) const fn bytes(&self) -> usize {
        self.bytes
    }

    pub(crate) const fn cost(&self) -> u64 {
        self.cost
    }

    /// Whether `items` more items of `bytes` bytes in all may wait.
    pub(crate) const fn has_room(&self, items: usize, bytes: usize) -> bool {
        if self.len.saturating_add(items) > self.config.max_queued {
            return false;
        }
        // Something larger than the whole bound must be able to pass, or it could never be served at all.
        self.bytes.saturating_add(bytes) <= self.config.max_queued_bytes || (self.len == 0 && items == 1)
    }

    pub(crate) fn push(&mut self, entry: Entry<T>) -> Place {
        let place = Place { queue: (entry.ticket.priority, entry.ticket.bucket), number: self.next_number };
        self.next_number += 1;
        self.len += 1;
        self.bytes = self.bytes.saturating_add(entry.ticket.bytes);
        self.cost = self.cost.saturating_add(entry.cost());
        self.queues.entry(place.queue).or_default().insert(place.number, entry);
        place
    }

    /// Takes one entry out, unless it has left its queue already.
    pub(crate) fn withdraw(&mut self, place: Place) -> Option<Entry<T>> {
        let queue = self.queues.get_mut(&place.queue)?;
        let entry = queue.remove(&place.number)?;
        if queue.is_empty() {
            self.queues.remove(&place.queue);
        }
        self.forget(&entry);
        Some(entry)
    }

    /// Takes everything out.
    pub(crate) fn clear(&mut self) -> Vec<Entry<T>> {
        (self.len, self.bytes, self.cost) = (0, 0, 0);
        std::mem::take(&mut self.queues).into_values().flat_map(BTreeMap::into_values).collect()
    }

    /// Takes the next batch out.
    pub(crate) fn take(&mut self, now: Instant) -> Taken<T> {
        let mut taken = Taken { batch: Vec::new(), cost: 0, dropped: Vec::new() };
        // A queue whose entries have all lapsed gives an empty batch: go on with the next one.
        while taken.batch.is_empty() {
            let Some(key) = self.choose(now) else { break };
            self.fill(key, now, &mut taken);
        }
        taken
    }

    /// The queue that the next batch comes from.
    fn choose(&mut self, now: Instant) -> Option<(Priority, u32)> {
        let oldest_of = |key: &(Priority, u32), queue: &BTreeMap<u64, Entry<T>>| {
            queue.first_key_value().map(|(number, entry)| (*number, entry.since, *key))
        };
        let (_, since, oldest) =
            self.queues.iter().filter_map(|(key, queue)| oldest_of(key, queue)).min_by_key(|(number, ..)| *number)?;
        let has_aged = now.saturating_duration_since(since) >= self.config.max_wait;
        self.batches_since_aged = self.batches_since_aged.saturating_add(1);
        if has_aged && self.batches_since_aged >= AGED_SHARE {
            self.batches_since_aged = 0;
            return Some(oldest);
        }
        let priority = self.queues.first_key_value()?.0.0;
        self.queues
            .range((priority, 0)..=(priority, u32::MAX))
            .filter_map(|(key, queue)| oldest_of(key, queue))
            .min_by_key(|(number, ..)| *number)
            .map(|(_, _, key)| key)
    }

    /// Moves entries of one queue into the batch for as long as they fit.
    fn fill(&mut self, key: (Priority, u32), now: Instant, taken: &mut Taken<T>) {
        let Some(mut queue) = self.queues.remove(&key) else {
            return;
        };
        while let Some((number, entry)) = queue.pop_first() {
            if let Some(why) = entry.lapsed(now) {
                self.forget(&entry);
                taken.dropped.push((entry, why));
                continue;
            }
            let cost = taken.cost.saturating_add(entry.cost());
            let fits = cost <= self.config.max_cost && taken.batch.len() < self.config.max_items;
            if !fits && !taken.batch.is_empty() {
                queue.insert(number, entry);
                break;
            }
            self.forget(&entry);
            taken.cost = cost;
            taken.batch.push(entry);
        }
        if !queue.is_empty() {
            self.queues.insert(key, queue);
        }
    }

    /// Takes what left the queues off the sums.
    fn forget(&mut self, entry: &Entry<T>) {
        self.len = self.len.saturating_sub(1);
        self.bytes = self.bytes.saturating_sub(entry.ticket.bytes);
        self.cost = self.cost.saturating_sub(entry.cost());
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio_util::sync::CancellationToken;

    use super::*;

    const CONFIG: Config = Config {
        max_cost: 100,
        max_items: 8,
        max_queued: 1000,
        max_queued_bytes: 1000,
        max_wait: Duration::from_secs(1),
    };

    fn ticket(priority: Priority, bucket: u32, cost: u64) -> Ticket {
        Ticket { priority, bucket, cost, bytes: 1, deadline: None, cancel: CancellationToken::new() }
    }

    fn entry(item: &'static str, ticket: Ticket, since: Instant) -> Entry<&'static str> {
        Entry { item, ticket, since }
    }

    fn items(taken: &Taken<&'static str>) -> Vec<&'static str> {
        taken.batch.iter().map(|e| e.item).collect()
    }

    #[test]
    fn buckets_are_not_mixed_and_go_in_order_of_arrival() {
        let now = Instant::now();
        let mut queues = Queues::new(CONFIG);
        for (item, bucket) in [("a", 64), ("b", 32), ("c", 64), ("d", 32)] {
            queues.push(entry(item, ticket(Priority::Line, bucket, 1), now));
        }
        assert_eq!(items(&queues.take(now)), ["a", "c"]);
        assert_eq!(items(&queues.take(now)), ["b", "d"]);
        assert!(queues.take(now).batch.is_empty());
    }

    #[test]
    fn cost_and_count_bound_a_batch_but_one_item_always_goes() {
        let now = Instant::now();
        let mut queues = Queues::new(CONFIG);
        for item in ["a", "b", "c"] {
            queues.push(entry(item, ticket(Priority::Line, 1, 50), now));
        }
        queues.push(entry("huge", ticket(Priority::Line, 1, 1_000), now));
        for item in ["1", "2", "3", "4", "5", "6", "7", "8", "9"] {
            queues.push(entry(item, ticket(Priority::Line, 1, 0), now));
        }
        let first = queues.take(now);
        assert_eq!((items(&first), first.cost), (vec!["a", "b"], 100));
        assert_eq!(items(&queues.take(now)), ["c"]);
        assert_eq!(items(&queues.take(now)), ["huge"]);
        let eight = queues.take(now);
        assert_eq!((eight.batch.len(), eight.cost), (8, 8), "a cost of 0 counts as 1");
        assert_eq!(items(&queues.take(now)), ["9"]);
        assert_eq!((queues.len(), queues.bytes(), queues.cost()), (0, 0, 0));
    }

    #[test]
    fn the_urgent_overtakes() {
        let now = Instant::now();
        let mut queues = Queues::new(CONFIG);
        queues.push(entry("background", ticket(Priority::Background, 1, 1), now));
        queues.push(entry("line", ticket(Priority::Line, 1, 1), now));
        queues.push(entry("interactive", ticket(Priority::Interactive, 9, 1), now));
        assert_eq!(items(&queues.take(now)), ["interactive"]);
        assert_eq!(items(&queues.take(now)), ["line"]);
        assert_eq!(items(&queues.take(now)), ["background"]);
    }

    #[test]
    fn what_has_aged_gets_its_share_and_no_more() {
        let start = Instant::now();
        let mut queues = Queues::new(CONFIG);
        for item in ["old 1", "old 2"] {
            queues.push(entry(item, ticket(Priority::Background, 1, 100), start));
        }
        let now = start + CONFIG.max_wait;
        let mut order = Vec::new();
        for _ in 0..2 * AGED_SHARE {
            // An endless supply of urgent items.
            queues.push(entry("urgent", ticket(Priority::Interactive, 1, 100), now));
            order.extend(items(&queues.take(now)));
        }
        let turn_of = |wanted| order.iter().position(|item| *item == wanted);
        assert_eq!(turn_of("old 1"), Some(AGED_SHARE as usize - 1), "{order:?}");
        assert_eq!(turn_of("old 2"), Some(2 * AGED_SHARE as usize - 1), "{order:?}");
    }

    #[test]
    fn a_bucket_of_the_same_priority_is_not_starved_by_a_busy_one() {
        let now = Instant::now();
        let mut queues = Queues::new(CONFIG);
        for _ in 0..3 {
            queues.push(entry("busy", ticket(Priority::Line, 1, 100), now));
        }
        queues.push(entry("rare", ticket(Priority::Line, 2, 100), now));
        let mut turns = 0;
        loop {
            queues.push(entry("busy", ticket(Priority::Line, 1, 100), now));
            turns += 1;
            if items(&queues.take(now)) == ["rare"] {
                break;
            }
            assert!(turns < 10, "the rare bucket never had its turn");
        }
        assert_eq!(turns, 4, "it goes when it is the oldest");
    }

    #[test]
    fn the_lapsed_are_passed_over() {
        let now = Instant::now();
        let mut queues = Queues::new(CONFIG);
        let cancelled = ticket(Priority::Interactive, 7, 1);
        cancelled.cancel.cancel();
        queues.push(entry("cancelled", cancelled, now));
        let mut late = ticket(Priority::Line, 1, 1);
        late.deadline = Some(now);
        queues.push(entry("late", late, now));
        queues.push(entry("good", ticket(Priority::Line, 1, 1), now));
        let taken = queues.take(now);
        assert_eq!(items(&taken), ["good"]);
        let dropped: Vec<_> = taken.dropped.iter().map(|(e, why)| (e.item, *why)).collect();
        assert_eq!(dropped, [("cancelled", Dropped::Cancelled), ("late", Dropped::Expired)]);
        assert_eq!((queues.len(), queues.bytes(), queues.cost()), (0, 0, 0));
    }

    #[test]
    fn bounds_in_count_and_bytes() {
        let now = Instant::now();
        let mut queues = Queues::new(Config { max_queued: 2, max_queued_bytes: 10, ..CONFIG });
        assert!(queues.has_room(1, 1_000_000), "one large item may pass when nothing waits");
        assert!(!queues.has_room(3, 0));
        let mut eight = ticket(Priority::Line, 1, 1);
        eight.bytes = 8;
        let place = queues.push(entry("a", eight, now));
        assert!(queues.has_room(1, 2));
        assert!(!queues.has_room(1, 3));
        assert!(!queues.has_room(2, 0));
        assert_eq!(queues.withdraw(place).map(|e| e.item), Some("a"));
        assert!(queues.withdraw(place).is_none());
        assert!(queues.has_room(2, 10));
    }
}
