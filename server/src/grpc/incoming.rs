//! What is done to a request before its message is decoded.
//!
//! Responsible for the time of arrival and the deadline (which count from the first byte, not from when the message is
//! whole), and for bounding messages while they are received: in size, in bytes over all calls, and in time. Not
//! responsible for what a message says.
//!
//! A message is refused by the length that it begins with, before any of it is buffered. In a stream the others go on:
//! the refused message is read past, and a page that has nothing but its id takes its place, with the fault in
//! [`Refused`].

mod messages;

use std::{
    pin::Pin,
    sync::{Arc, Mutex, PoisonError},
    task::{Context, Poll},
    time::Duration,
};

use bytes::Bytes;
use http::{HeaderMap, Request};
use http_body::{Frame, SizeHint};
use tokio::time::{Instant, Sleep};
use tonic::{Status, body::Body};
use tower::{Layer, Service};

use self::messages::Messages;
use crate::{admission::Admission, fault::Fault};

/// The one method whose calls go on after a message was refused.
const STREAM_PATH: &str = "/liasse.v1.Recognition/RecognizeStream";

/// When a call came and until when its caller waits. In the extensions of every request.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Arrival {
    pub(crate) at: Instant,
    pub(crate) deadline: Option<Instant>,
}

impl Arrival {
    fn of(headers: &HeaderMap) -> Self {
        let at = Instant::now();
        let timeout = headers.get("grpc-timeout").and_then(|value| timeout(value.to_str().ok()?));
        Self {
            at,
            // A deadline beyond the clock's range is none.
            deadline: timeout.and_then(|timeout| at.checked_add(timeout)),
        }
    }
}

/// Reads a `grpc-timeout`: at most 8 digits and a unit. Anything else counts as none, as in other servers.
fn timeout(text: &str) -> Option<Duration> {
    let (digits, unit) = text.split_at_checked(text.len().checked_sub(1)?)?;
    if digits.is_empty() || digits.len() > 8 || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let value: u64 = digits.parse().ok()?;
    match unit {
        "H" => Some(Duration::from_secs(value * 3600)),
        "M" => Some(Duration::from_secs(value * 60)),
        "S" => Some(Duration::from_secs(value)),
        "m" => Some(Duration::from_millis(value)),
        "u" => Some(Duration::from_micros(value)),
        "n" => Some(Duration::from_nanos(value)),
        _ => None,
    }
}

/// The messages of a stream that were refused while they were received, each by its page's id. In the extensions of
/// every request.
#[derive(Debug, Clone, Default)]
pub(crate) struct Refused(Arc<Mutex<Vec<(String, Fault)>>>);

impl Refused {
    fn add(&self, page_id: String, fault: Fault) {
        let mut refused = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        refused.push((page_id, fault));
    }

    /// Why the page of this id, which came without content, was refused, if it was.
    pub(crate) fn take(&self, page_id: &str) -> Option<Fault> {
        let mut refused = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let position = refused.iter().position(|(id, _)| id == page_id)?;
        Some(refused.remove(position).1)
    }
}

/// The bounds of a message that is being received.
#[derive(Debug, Clone)]
pub(crate) struct IncomingLayer {
    pub(crate) admission: Arc<Admission>,
    /// Bytes of one message.
    pub(crate) max_message: u64,
    /// How long one message may take.
    pub(crate) transfer: Duration,
}

impl<S> Layer<S> for IncomingLayer {
    type Service = IncomingService<S>;

    fn layer(&self, inner: S) -> IncomingService<S> {
        IncomingService { inner, layer: self.clone() }
    }
}

/// See [`IncomingLayer`].
#[derive(Debug, Clone)]
pub(crate) struct IncomingService<S> {
    inner: S,
    layer: IncomingLayer,
}

impl<S> Service<Request<Body>> for IncomingService<S>
where
    S: Service<Request<Body>>,
{
    type Response = S::Response;
    type Error = S::Error;
    type Future = S::Future;

    fn poll_ready(&mut self, cx: &mut Context<'_>) -> Poll<Result<(), S::Error>> {
        self.inner.poll_ready(cx)
    }

    fn call(&mut self, mut request: Request<Body>) -> S::Future {
        let (arrival, refused) = (Arrival::of(request.headers()), Refused::default());
        let goes_on = (request.uri().path() == STREAM_PATH).then(|| refused.clone());
        request.extensions_mut().insert(arrival);
        request.extensions_mut().insert(refused);
        let messages = Messages::new(self.layer.admission.receive(), self.layer.max_message, goes_on);
        let transfer = self.layer.transfer;
        self.inner.call(request.map(|inner| Body::new(Incoming { inner, messages, transfer, limit: None })))
    }
}

/// A request's body, bounded.
struct Incoming {
    inner: Body,
    messages: Messages,
    transfer: Duration,
    /// Runs while a message is incomplete.
    limit: Option<Pin<Box<Sleep>>>,
}

impl http_body::Body for Incoming {
    type Data = Bytes;
    type Error = Status;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Status>>> {
        let this = &mut *self;
        loop {
            if let Some(limit) = &mut this.limit
                && limit.as_mut().poll(cx).is_ready()
            {
                let fault = Fault::too_slow("the message took too long to arrive");
                return Poll::Ready(Some(Err(fault.to_status())));
            }
            let frame = match Pin::new(&mut this.inner).poll_frame(cx) {
                Poll::Ready(Some(Ok(frame))) => frame,
                other => return other,
            };
            let data = match frame.into_data() {
                Ok(data) => data,
                Err(trailers) => return Poll::Ready(Some(Ok(trailers))),
            };
            let data = match this.messages.pass(data) {
                Ok(data) => data,
                Err(fault) => return Poll::Ready(Some(Err(fault.to_status()))),
            };
            if this.messages.is_within() {
                this.limit.get_or_insert_with(|| Box::pin(tokio::time::sleep(this.transfer)));
            } else {
                this.limit = None;
            }
            // Nothing of it goes further when it was read past. The next round asks for more, and the limit for a waker.
            if !data.is_empty() {
                return Poll::Ready(Some(Ok(Frame::data(data))));
            }
        }
    }

    fn is_end_stream(&self) -> bool {
        self.inner.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        // What is read past makes it less.
        SizeHint::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn timeouts_are_read_as_the_protocol_writes_them() {
        assert_eq!(timeout("250m"), Some(Duration::from_millis(250)));
        assert_eq!(timeout("2H"), Some(Duration::from_secs(7200)));
        assert_eq!(timeout("99999999S"), Some(Duration::from_secs(99_999_999)));
        for wrong in ["", "S", "10", "1.5S", "123456789S", "-1S", "5x", "5µ"] {
            assert_eq!(timeout(wrong), None, "{wrong}");
        }
    }
}
