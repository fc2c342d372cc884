//! Keeping third-party decoders from taking the process with them.
//!
//! Decoders of untrusted bytes may have a bug; what they do then must stay an error of one file. A panic is caught and
//! becomes an error. PDFs, which are programs in all but name, run on a thread of their own that is left behind when it
//! takes too long; not many of those are allowed to pile up.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::time::Duration;

use crate::DecodeError;
use crate::error::Place;

/// Threads that may be left behind at work before PDFs are refused.
const MAX_ABANDONED: usize = 4;
/// Stack of such a thread: patterns and glyphs that are programs nest up to 50 deep in the PDF interpreter.
const STACK_BYTES: usize = 32 << 20;

static ABANDONED: AtomicUsize = AtomicUsize::new(0);

/// Runs a decoder; a panic in it becomes [`DecodeError::Corrupt`].
///
/// # Errors
/// Its own, or `Corrupt`.
pub(super) fn catch<T>(place: Place, decode: impl FnOnce() -> Result<T, DecodeError>) -> Result<T, DecodeError> {
    // What the closure borrows is not looked at again after a panic: the source is immutable, the rest is dropped.
    catch_unwind(AssertUnwindSafe(decode)).unwrap_or_else(|panic| {
        let message = panic
            .downcast_ref::<&str>()
            .map(ToString::to_string)
            .or_else(|| panic.downcast_ref::<String>().cloned())
            .unwrap_or_default();
        Err(DecodeError::Corrupt { place, detail: super::shorten(&format!("its decoder gave up on it ({message})")) })
    })
}

/// Runs a decoder on a thread of its own, for at most `limit`.
///
/// # Errors
/// Its own; `Corrupt` after a panic; `TooSlow` when it takes longer; `Busy` when too many earlier ones are still at work.
pub(super) fn run_limited<T: Send + 'static>(
    place: Place,
    limit: Duration,
    decode: impl FnOnce() -> Result<T, DecodeError> + Send + 'static,
) -> Result<T, DecodeError> {
    if ABANDONED.load(Ordering::Relaxed) >= MAX_ABANDONED {
        return Err(DecodeError::Busy);
    }
    // Without a buffer: a send succeeds only when somebody took the result.
    let (sender, receiver) = mpsc::sync_channel(0);
    let spawned = std::thread::Builder::new().name("liasse-pdf".into()).stack_size(STACK_BYTES).spawn(move || {
        let result = catch(place, decode);
        // Nobody listens any more: this thread was left behind and is done now.
        if sender.send(result).is_err() {
            ABANDONED.fetch_sub(1, Ordering::Relaxed);
        }
    });
    if spawned.is_err() {
        return Err(DecodeError::Busy);
    }
    match receiver.recv_timeout(limit) {
        Ok(result) => result,
        Err(_) => {
            ABANDONED.fetch_add(1, Ordering::Relaxed);
            drop(receiver);
            Err(DecodeError::TooSlow { place, seconds: limit.as_secs() })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: Place = Place { kind: "PDF", page: None };

    #[test]
    fn a_panic_becomes_an_error() {
        let result: Result<(), _> = catch(PLACE, || panic!("index out of bounds"));
        assert_eq!(result.unwrap_err().reason(), "IMAGE_CORRUPT");
    }

    #[test]
    fn a_stuck_decoder_is_left_behind_and_counted() {
        let (stop, wait) = mpsc::channel::<()>();
        let result = run_limited(PLACE, Duration::from_millis(20), move || {
            let _ = wait.recv();
            Ok(())
        });
        assert_eq!(result.unwrap_err().reason(), "DECODE_TIMEOUT");
        assert_eq!(ABANDONED.load(Ordering::Relaxed), 1);
        drop(stop);
        while ABANDONED.load(Ordering::Relaxed) > 0 {
            std::thread::yield_now();
        }
    }
}
