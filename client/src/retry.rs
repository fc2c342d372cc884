//! When to send again.
//!
//! Responsible for the length of a pause and for when to give up. Not responsible for what may be sent again: that is
//! [`Refusal::is_temporary`].

use std::time::Duration;

use tokio::time::Instant;

use crate::Refusal;

/// When and how often to send again what failed for want of room or of a connection.
///
/// The pause before attempt n+1 is what the server asked for, plus a random share of
/// `min(longest_pause, first_pause * 2^(n-1))` ("full jitter"), so that the stations of a line do not come back
/// all at once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RetryPolicy {
    /// How often a page is sent in all; 1 = never again. 10.
    pub max_attempts: u32,
    /// The upper bound of the first random pause. 100 ms.
    pub first_pause: Duration,
    /// The upper bound of every random pause, and the longest pause that a server may ask for: when it asks for more,
    /// the page fails with the server's [`retry_after`](Refusal::retry_after) and the caller decides. 10 s.
    pub longest_pause: Duration,
}

impl Default for RetryPolicy {
    fn default() -> Self {
        Self { max_attempts: 10, first_pause: Duration::from_millis(100), longest_pause: Duration::from_secs(10) }
    }
}

impl RetryPolicy {
    /// The pause before the next attempt, after `attempts` of them, or `None` when there shall be none: the refusal is
    /// final, the attempts are used up, or the deadline would pass.
    pub(crate) fn pause(&self, attempts: u32, refusal: &Refusal, deadline: Option<Instant>) -> Option<Duration> {
        if !refusal.is_temporary() || attempts >= self.max_attempts {
            return None;
        }
        let asked = refusal.retry_after.unwrap_or_default();
        if asked > self.longest_pause {
            return None;
        }
        let doublings = attempts.saturating_sub(1).min(30);
        let bound = self.first_pause.saturating_mul(1 << doublings).min(self.longest_pause);
        let pause = asked + bound.mul_f64(rand::random::<f64>());
        match deadline {
            Some(deadline) if Instant::now() + pause >= deadline => None,
            _ => Some(pause),
        }
    }
}

#[cfg(test)]
mod tests {
    use tonic::Code;

    use super::*;

    fn refusal(code: Code, retry_after: Option<Duration>) -> Refusal {
        Refusal { code, reason: "TEST".to_owned(), message: String::new(), retry_after, violations: Vec::new() }
    }

    #[test]
    fn pauses_grow_and_stay_bounded() {
        let policy = RetryPolicy { max_attempts: 100, ..Default::default() };
        let gone = refusal(Code::Unavailable, None);
        let longest = |attempts| (0..200).filter_map(|_| policy.pause(attempts, &gone, None)).max().unwrap();
        assert!(longest(1) <= Duration::from_millis(100));
        assert!(longest(4) > Duration::from_millis(400), "the bound is 800 ms");
        assert!(longest(4) <= Duration::from_millis(800));
        assert!(longest(99) <= policy.longest_pause);
    }

    #[test]
    fn the_servers_delay_is_the_least() {
        let policy = RetryPolicy::default();
        let full = refusal(Code::ResourceExhausted, Some(Duration::from_secs(2)));
        for attempts in 1..10 {
            assert!(policy.pause(attempts, &full, None).unwrap() >= Duration::from_secs(2));
        }
    }

    #[test]
    fn gives_up_when_it_should() {
        let policy = RetryPolicy::default();
        let gone = refusal(Code::Unavailable, None);
        assert_eq!(policy.pause(10, &gone, None), None, "attempts used up");
        let asked = refusal(Code::ResourceExhausted, Some(Duration::from_secs(3600)));
        assert_eq!(policy.pause(1, &asked, None), None, "the server asks for too long a pause");
        let bad = refusal(Code::InvalidArgument, Some(Duration::from_millis(1)));
        assert_eq!(policy.pause(1, &bad, None), None, "a bad page stays bad");
        let full = refusal(Code::ResourceExhausted, Some(Duration::from_secs(2)));
        let soon = Instant::now() + Duration::from_secs(1);
        assert_eq!(policy.pause(1, &full, Some(soon)), None, "the deadline comes first");
    }
}
