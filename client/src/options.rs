//! How a client behaves, with defaults for a scanning station on a local network.

use std::time::Duration;

use crate::RetryPolicy;

/// How a [`Client`](crate::Client) behaves. The defaults suit a station on a local network.
#[derive(Debug, Clone)]
pub struct Options {
    /// How long a file may take from being sent to its last answer, attempts and waits in all, unless the
    /// [`Page`](crate::Page) says otherwise. It travels as the gRPC deadline, so the server drops what nobody waits
    /// for. `None` = no limit. 5 minutes.
    pub timeout: Option<Duration>,
    /// How long setting up a connection or a stream may take. 10 seconds.
    pub connect_timeout: Duration,
    /// When and how often to send again what failed for want of room or of a connection.
    pub retry: RetryPolicy,
    /// The largest answer that is accepted, in bytes: a file of many pages comes back as one message from
    /// [`Client::read`](crate::Client::read). 256 MiB.
    pub max_answer_bytes: usize,
    /// How many bytes of pages a session holds until they are answered; beyond it, `submit` waits. 256 MiB.
    pub max_unanswered_bytes: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            timeout: Some(Duration::from_secs(300)),
            connect_timeout: Duration::from_secs(10),
            retry: RetryPolicy::default(),
            max_answer_bytes: 256 << 20,
            max_unanswered_bytes: 256 << 20,
        }
    }
}
