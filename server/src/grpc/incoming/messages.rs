//! Following the messages through the bytes of a request.
//!
//! Responsible for where one gRPC message ends and the next begins, for counting the one that is being received, and for
//! reading past one that is refused. Not responsible for time.

use bytes::{Buf, BufMut, Bytes, BytesMut};
use liasse_proto::v1;
use prost::Message;

use super::Refused;
use crate::{admission::Receiving, fault::Fault};

/// Bytes before a gRPC message: a flag and the length.
const PREFIX: usize = 5;
/// Bytes kept of a message that is read past: its page's id is within them, since encoders write fields in order.
const HEAD: usize = 512;

/// Follows the messages of one request.
pub(super) struct Messages {
    receiving: Receiving,
    max_message: u64,
    /// Where to tell of refused messages when the request goes on after them.
    goes_on: Option<Refused>,
    at: At,
}

enum At {
    /// In the prefix of a message, of which so much has come.
    Prefix { bytes: [u8; PREFIX], len: usize },
    /// In a message of which so much has not come.
    Message { remaining: u64 },
    /// In a refused message.
    Past { remaining: u64, head: Vec<u8>, fault: Fault },
}

const START: At = At::Prefix { bytes: [0; PREFIX], len: 0 };

impl Messages {
    pub(super) const fn new(receiving: Receiving, max_message: u64, goes_on: Option<Refused>) -> Self {
        Self { receiving, max_message, goes_on, at: START }
    }

    /// Whether a message has begun and not ended.
    pub(super) const fn is_within(&self) -> bool {
        !matches!(self.at, At::Prefix { len: 0, .. })
    }

    /// Takes bytes that have come and gives those that go further: all of them as they are, unless a prefix was cut in
    /// two or a message is read past.
    ///
    /// # Errors
    /// When a message is refused and the request does not go on after it.
    pub(super) fn pass(&mut self, data: Bytes) -> Result<Bytes, Fault> {
        let mut rest = data.clone();
        let mut out = Pieces::of(data);
        while !rest.is_empty() {
            match &mut self.at {
                At::Prefix { bytes, len } => {
                    let part = (PREFIX - *len).min(rest.len());
                    let end = *len + part;
                    rest.copy_to_slice(&mut bytes[*len..end]);
                    // What of it came with earlier bytes was held back.
                    let held = *len;
                    *len = end;
                    if end < PREFIX {
                        out.hold(part);
                        continue;
                    }
                    let prefix = *bytes;
                    let [_, length @ ..] = prefix;
                    let length = u64::from(u32::from_be_bytes(length));
                    match self.admit(length) {
                        Ok(()) => {
                            out.insert(&prefix[..held]);
                            out.pass(part);
                            self.at = At::Message { remaining: length };
                        }
                        Err(fault) if self.goes_on.is_some() => {
                            out.hold(part);
                            self.at = At::Past { remaining: length, head: Vec::new(), fault };
                        }
                        Err(fault) => return Err(fault),
                    }
                }
                At::Message { remaining } => {
                    let part = at_most(*remaining, rest.len());
                    *remaining -= part as u64;
                    rest.advance(part);
                    out.pass(part);
                }
                At::Past { remaining, head, .. } => {
                    let part = at_most(*remaining, rest.len());
                    *remaining -= part as u64;
                    let keep = part.min(HEAD - head.len());
                    head.extend_from_slice(&rest[..keep]);
                    rest.advance(part);
                    out.hold(part);
                }
            }
            self.end(&mut out);
        }
        Ok(out.finish())
    }

    /// Whether a message of this length may be received.
    fn admit(&mut self, length: u64) -> Result<(), Fault> {
        if length > self.max_message {
            return Err(Fault::message_too_large(length, self.max_message));
        }
        self.receiving.add(length)
    }

    /// Goes on to the next message when the current one is whole.
    fn end(&mut self, out: &mut Pieces) {
        match std::mem::replace(&mut self.at, START) {
            // Whoever takes the message counts it from here on.
            At::Message { remaining: 0 } => self.receiving.complete(),
            At::Past { remaining: 0, head, fault } => {
                let page_id = page_id(&head).unwrap_or_default();
                out.insert(&stand_in(&page_id));
                if let Some(refused) = &self.goes_on {
                    refused.add(page_id, fault);
                }
            }
            unfinished => self.at = unfinished,
        }
    }
}

fn at_most(remaining: u64, available: usize) -> usize {
    usize::try_from(remaining).map_or(available, |remaining| remaining.min(available))
}

/// A message, with its prefix, of a page that has nothing but its id.
fn stand_in(page_id: &str) -> BytesMut {
    let request = v1::RecognizeStreamRequest {
        page: Some(v1::PageInput { page_id: page_id.to_owned(), ..Default::default() }),
        timeout_milliseconds: 0,
    };
    let body = request.encode_to_vec();
    let mut message = BytesMut::with_capacity(PREFIX + body.len());
    message.put_u8(0);
    // An id found within HEAD bytes.
    message.put_u32(body.len() as u32);
    message.put_slice(&body);
    message
}

/// The page id at the beginning of an encoded `RecognizeStreamRequest`: field 1 of field 1.
fn page_id(mut head: &[u8]) -> Option<String> {
    const FIELD_1_OF_BYTES: u8 = 0x0a;
    for _ in 0..2 {
        let (tag, rest) = head.split_first()?;
        if *tag != FIELD_1_OF_BYTES {
            return None;
        }
        head = rest;
        let length = prost::decode_length_delimiter(&mut head).ok()?;
        // The page itself is longer than its head.
        head = &head[..length.min(head.len())];
    }
    String::from_utf8(head.to_vec()).ok()
}

/// What goes further of some bytes: the bytes themselves for as long as nothing is held back or inserted.
struct Pieces {
    data: Bytes,
    /// How much of `data` was passed in one piece.
    whole: usize,
    /// What goes further once it is not `data` any more, and how much of `data` is done with.
    built: Option<(BytesMut, usize)>,
}

impl Pieces {
    const fn of(data: Bytes) -> Self {
        Self { data, whole: 0, built: None }
    }

    /// The next `count` bytes go further.
    fn pass(&mut self, count: usize) {
        match &mut self.built {
            None => self.whole += count,
            Some((built, done)) => {
                built.extend_from_slice(&self.data[*done..*done + count]);
                *done += count;
            }
        }
    }

    fn build(&mut self) -> &mut (BytesMut, usize) {
        self.built.get_or_insert_with(|| (BytesMut::from(&self.data[..self.whole]), self.whole))
    }

    /// The next `count` bytes do not go further, or not now.
    fn hold(&mut self, count: usize) {
        self.build().1 += count;
    }

    /// Other bytes go before the next ones.
    fn insert(&mut self, other: &[u8]) {
        if !other.is_empty() {
            self.build().0.extend_from_slice(other);
        }
    }

    fn finish(self) -> Bytes {
        match self.built {
            None => self.data,
            Some((built, _)) => built.freeze(),
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::{admission::Admission, fault::reason};

    fn messages(admission: &Arc<Admission>, goes_on: Option<Refused>) -> Messages {
        Messages::new(admission.receive(), 100, goes_on)
    }

    fn framed(body: &[u8]) -> Vec<u8> {
        let mut bytes = vec![0];
        bytes.extend((body.len() as u32).to_be_bytes());
        bytes.extend(body);
        bytes
    }

    /// A page of so many bytes of content.
    fn page(id: &str, content: usize) -> Vec<u8> {
        let page = v1::PageInput { page_id: id.to_owned(), content: vec![7; content].into(), ..Default::default() };
        framed(&v1::RecognizeStreamRequest { page: Some(page), timeout_milliseconds: 9 }.encode_to_vec())
    }

    fn all(messages: &mut Messages, stream: &[u8], size: usize) -> Vec<u8> {
        stream.chunks(size).flat_map(|piece| messages.pass(Bytes::copy_from_slice(piece)).unwrap()).collect()
    }

    #[test]
    fn good_messages_go_through_unchanged_however_they_are_cut() {
        let stream = [framed(&[1; 10]), framed(&[]), framed(&[2; 100]), framed(&[3])].concat();
        for size in [1, 2, 3, 7, 64, 1000] {
            let admission = Admission::new(1, 100);
            let mut messages = messages(&admission, None);
            assert_eq!(all(&mut messages, &stream, size), stream, "in pieces of {size}");
            assert!(!messages.is_within());
            drop(admission.admit(100).unwrap());
        }
    }

    #[test]
    fn bytes_are_not_copied_when_nothing_is_wrong() {
        let admission = Admission::new(1, 100);
        let data = Bytes::from(framed(&[1; 50]));
        let passed = messages(&admission, None).pass(data.clone()).unwrap();
        assert_eq!(passed.as_ptr(), data.as_ptr());
    }

    #[test]
    fn a_message_too_large_is_refused_by_its_prefix() {
        let admission = Admission::new(1, 1000);
        let prefix = Bytes::copy_from_slice(&framed(&[0; 101])[..PREFIX]);
        let fault = messages(&admission, None).pass(prefix).unwrap_err();
        assert_eq!(fault.reason(), reason::FILE_TOO_LARGE);
    }

    #[test]
    fn in_a_stream_it_is_read_past_and_the_others_go_on() {
        let stream = [page("a", 10), page("b", 5000), page("c", 10)].concat();
        let expected = [page("a", 10), stand_in("b").to_vec(), page("c", 10)].concat();
        for size in [1, 2, 3, 7, 64, 1000, 10_000] {
            let admission = Admission::new(1, 1000);
            let refused = Refused::default();
            let mut messages = messages(&admission, Some(refused.clone()));
            assert_eq!(all(&mut messages, &stream, size), expected, "in pieces of {size}");
            assert_eq!(refused.take("b").unwrap().reason(), reason::FILE_TOO_LARGE);
            assert!(refused.take("b").is_none());
        }
    }

    #[test]
    fn garbage_that_is_too_large_is_read_past_too() {
        let admission = Admission::new(1, 1000);
        let refused = Refused::default();
        let mut messages = messages(&admission, Some(refused.clone()));
        // Line feeds are the tag and the length of ten bytes, the id of which are eight.
        for (body, id) in [(vec![0xff; 200], ""), (vec![0x0a; 200], "\n\n\n\n\n\n\n\n"), (vec![0; 101], "")] {
            let passed = all(&mut messages, &framed(&body), 13);
            assert_eq!(passed, stand_in(id));
            assert!(refused.take(id).is_some());
        }
    }

    #[test]
    fn a_message_has_its_room_from_its_first_byte_until_it_is_whole_or_given_up() {
        let admission = Admission::new(1, 100);
        let mut first = messages(&admission, None);
        first.pass(Bytes::copy_from_slice(&framed(&[0; 80])[..PREFIX + 1])).unwrap();
        assert!(first.is_within());
        let refused = Refused::default();
        let mut second = messages(&admission, Some(refused.clone()));
        second.pass(page("p", 20).into()).unwrap();
        assert_eq!(refused.take("p").unwrap().reason(), reason::SERVER_FULL);
        drop(first);
        second.pass(page("p", 20).into()).unwrap();
        assert!(refused.take("p").is_none());
    }
}
