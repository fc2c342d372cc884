//! The batch scheduler: bounded queues, cost budget, width buckets, priority, deadlines.
