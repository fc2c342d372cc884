//! What the streams of a PDF would unpack to, found before the PDF reader unpacks them.
//!
//! The reader has no limit of its own, and a Deflate stream can unpack to a thousand times its size, once for every
//! filter in its chain. Two passes: over the raw bytes, since the object streams are unpacked in opening the file; and
//! over the streams as the reader sees them, once it is open. Streams too small to matter are passed by arithmetic, the
//! others are unpacked here into nothing.

use flate2::{Decompress, FlushDecompress, Status};
use hayro::hayro_syntax::Filter;
use weezl::{BitOrder, LzwStatus};

/// What one stream other than an image may unpack to.
const MAX_STREAM_BYTES: u64 = 64 << 20;
/// What all of them may unpack to.
const MAX_TOTAL_BYTES: u64 = 256 << 20;

/// The filters that can make data larger.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Deflate,
    Lzw,
    RunLength,
    Ascii85,
    AsciiHex,
}

impl Step {
    /// The step of a filter; `None` for the image codecs and encryption.
    pub(super) const fn of(filter: Filter) -> Option<Self> {
        match filter {
            Filter::FlateDecode => Some(Self::Deflate),
            Filter::LzwDecode => Some(Self::Lzw),
            Filter::RunLengthDecode => Some(Self::RunLength),
            Filter::Ascii85Decode => Some(Self::Ascii85),
            Filter::AsciiHexDecode => Some(Self::AsciiHex),
            Filter::CcittFaxDecode | Filter::Jbig2Decode | Filter::DctDecode | Filter::JpxDecode | Filter::Crypt => {
                None
            }
        }
    }

    fn of_name(name: &[u8]) -> Option<Self> {
        match name {
            b"FlateDecode" | b"Fl" => Some(Self::Deflate),
            b"LZWDecode" | b"LZW" => Some(Self::Lzw),
            b"RunLengthDecode" | b"RL" => Some(Self::RunLength),
            b"ASCII85Decode" | b"A85" => Some(Self::Ascii85),
            b"ASCIIHexDecode" | b"AHx" => Some(Self::AsciiHex),
            _ => None,
        }
    }

    /// How many times larger the data can become at the most.
    const fn ratio(self) -> u64 {
        match self {
            Self::Deflate => 1032,
            // 4096 codes of up to 12 bits, each standing for up to 4094 bytes.
            Self::Lzw => 2730,
            Self::RunLength => 64,
            // "z" stands for four zeros.
            Self::Ascii85 => 4,
            Self::AsciiHex => 1,
        }
    }

    /// Unpacks, stopping after `limit` bytes; keeps the result only when `keep`. Returns the number of bytes, more than
    /// `limit` when there were more. Damaged data count as far as they go.
    fn unpack(self, data: &[u8], limit: u64, keep: bool) -> (u64, Vec<u8>) {
        let mut kept = Vec::new();
        let mut total = 0;
        let mut give = |bytes: &[u8]| {
            total += bytes.len() as u64;
            if keep {
                kept.extend_from_slice(bytes);
            }
            total <= limit
        };
        match self {
            Self::Deflate => {
                // As the reader does: with the zlib header where there is one, else without.
                let zlib =
                    data.len() >= 2 && data[0] & 0x0f == 8 && u16::from_be_bytes([data[0], data[1]]).is_multiple_of(31);
                inflate(data, zlib, &mut give);
            }
            Self::Lzw => {
                let mut decoder = weezl::decode::Decoder::with_tiff_size_switch(BitOrder::Msb, 8);
                let mut buffer = [0; 16384];
                let mut input = data;
                loop {
                    let result = decoder.decode_bytes(input, &mut buffer);
                    input = &input[result.consumed_in..];
                    let more = give(&buffer[..result.consumed_out]);
                    let moved = result.consumed_in + result.consumed_out > 0;
                    if !more || !moved || !matches!(result.status, Ok(LzwStatus::Ok)) {
                        break;
                    }
                }
            }
            Self::RunLength => {
                let mut input = data;
                while let Some((&head, rest)) = input.split_first() {
                    let (bytes, used): (Vec<u8>, usize) = match head {
                        0..=127 => {
                            let n = (usize::from(head) + 1).min(rest.len());
                            (rest[..n].to_vec(), n)
                        }
                        128 => break,
                        129..=255 => {
                            let n = 257 - usize::from(head);
                            (rest.first().map_or(Vec::new(), |&byte| vec![byte; n]), 1.min(rest.len()))
                        }
                    };
                    input = &rest[used..];
                    if !give(&bytes) {
                        break;
                    }
                }
            }
            Self::Ascii85 => {
                let (mut value, mut digits) = (0u32, 0);
                for &byte in data {
                    match byte {
                        b'z' if digits == 0 && !give(&[0; 4]) => break,
                        b'z' if digits == 0 => {}
                        b'!'..=b'u' => {
                            value = value.wrapping_mul(85).wrapping_add(u32::from(byte - b'!'));
                            digits += 1;
                            if digits == 5 {
                                if !give(&value.to_be_bytes()) {
                                    break;
                                }
                                (value, digits) = (0, 0);
                            }
                        }
                        b'~' => break,
                        _ => {}
                    }
                }
            }
            Self::AsciiHex => {
                let mut high = None;
                for &byte in data {
                    let Some(digit) = (byte as char).to_digit(16) else {
                        if byte == b'>' {
                            break;
                        }
                        continue;
                    };
                    high = match high {
                        None => Some(digit),
                        Some(high) => {
                            if !give(&[(high << 4 | digit) as u8]) {
                                break;
                            }
                            None
                        }
                    };
                }
            }
        }
        (total, kept)
    }
}

fn inflate(data: &[u8], zlib: bool, give: &mut impl FnMut(&[u8]) -> bool) {
    let mut decoder = Decompress::new(zlib);
    let mut buffer = vec![0; 32768];
    let mut input = data;
    loop {
        let (before_in, before_out) = (decoder.total_in(), decoder.total_out());
        let status = decoder.decompress(input, &mut buffer, FlushDecompress::None);
        let (taken, given) = (decoder.total_in() - before_in, decoder.total_out() - before_out);
        input = &input[(taken as usize).min(input.len())..];
        let more = give(&buffer[..given as usize]);
        if !more || (taken == 0 && given == 0) || !matches!(status, Ok(Status::Ok | Status::BufError)) {
            break;
        }
    }
}

/// What `data` unpack to by `steps`, up to a little more than `limit`.
pub(super) fn unpacked_size(data: &[u8], steps: &[Step], limit: u64) -> u64 {
    let most = steps.iter().fold(data.len() as u64, |size, step| size.saturating_mul(step.ratio()));
    if most <= limit {
        return most.min(data.len() as u64 * 4);
    }
    let mut current = std::borrow::Cow::Borrowed(data);
    let mut size = data.len() as u64;
    for (i, step) in steps.iter().enumerate() {
        let (unpacked, kept) = step.unpack(&current, limit, i + 1 < steps.len());
        size = unpacked;
        if size > limit {
            return size;
        }
        current = kept.into();
    }
    size
}

/// Sums up what was unpacked.
#[derive(Debug, Default)]
pub(super) struct Total(u64);

impl Total {
    /// Adds a stream other than an image; `false` when it, or all of them, are too large.
    pub(super) fn add(&mut self, data: &[u8], steps: &[Step]) -> bool {
        let size = unpacked_size(data, steps, MAX_STREAM_BYTES);
        self.0 += size;
        size <= MAX_STREAM_BYTES && self.0 <= MAX_TOTAL_BYTES
    }
}

/// Looks through the raw bytes of a PDF for streams that unpack to too much; `false` when there is one.
///
/// Images are passed over here, since they are not unpacked in opening the file.
pub(super) fn raw_bytes_are_harmless(data: &[u8]) -> bool {
    let mut total = Total::default();
    let mut at = 0;
    while let Some(found) = find(&data[at..], b"stream") {
        let keyword = at + found;
        at = keyword + 6;
        if data[..keyword].ends_with(b"end") {
            continue;
        }
        let start = at + data[at..].iter().take_while(|&&byte| matches!(byte, b'\r' | b'\n')).count().min(2);
        let length = find(&data[start..], b"endstream").unwrap_or(data.len() - start);
        let dictionary = dictionary_before(&data[..keyword]);
        if is_image(dictionary) {
            continue;
        }
        let mut steps = steps_named_in(dictionary);
        // The filters may be named in an object of their own.
        if steps.is_empty() {
            steps = vec![Step::Deflate, Step::Deflate];
        }
        if !total.add(&data[start..start + length], &steps) {
            return false;
        }
    }
    true
}

/// The bytes from the last "obj" on, at most 4 KiB.
fn dictionary_before(data: &[u8]) -> &[u8] {
    let near = &data[data.len().saturating_sub(4096)..];
    let start = near.windows(3).rposition(|window| window == b"obj").map_or(0, |at| at + 3);
    &near[start..]
}

/// Whether a dictionary is plainly an image's and can be nothing else: object streams have a `/First`, cross-reference
/// streams a `/W`, and with `#` a name can be written in another way.
fn is_image(dictionary: &[u8]) -> bool {
    let has = |needle: &[u8]| find(dictionary, needle).is_some();
    has(b"/Image") && !has(b"#") && !has(b"/First") && !has(b"/W ") && !has(b"/W[")
}

/// The filters whose names stand in a dictionary, in order.
fn steps_named_in(dictionary: &[u8]) -> Vec<Step> {
    let mut steps = Vec::new();
    for name in dictionary.split(|&byte| byte == b'/').skip(1) {
        let end = name
            .iter()
            .position(|byte| byte.is_ascii_whitespace() || b"[]<>()/%{}".contains(byte))
            .unwrap_or(name.len());
        let mut plain = Vec::with_capacity(end);
        let mut bytes = name[..end].iter();
        while let Some(&byte) = bytes.next() {
            let escaped = match (byte, bytes.as_slice()) {
                (b'#', [high, low, ..]) => {
                    std::str::from_utf8(&[*high, *low]).ok().and_then(|digits| u8::from_str_radix(digits, 16).ok())
                }
                _ => None,
            };
            if let Some(escaped) = escaped {
                plain.push(escaped);
                bytes.nth(1);
            } else {
                plain.push(byte);
            }
        }
        steps.extend(Step::of_name(&plain));
    }
    steps
}

fn find(data: &[u8], needle: &[u8]) -> Option<usize> {
    memchr::memmem::find(data, needle)
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    fn deflated(data: &[u8]) -> Vec<u8> {
        let mut encoder = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
        encoder.write_all(data).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn bombs_are_seen_in_chains_and_behind_escapes() {
        let once = deflated(&vec![0; 100 << 20]);
        let twice = deflated(&once);
        assert!(twice.len() < 4096);
        let file = |filter: &str, data: &[u8]| {
            [format!("%PDF-1.7\n1 0 obj <</Filter {filter}>> stream\n").as_bytes(), data, b"\nendstream endobj"]
                .concat()
        };
        assert!(!raw_bytes_are_harmless(&file("/FlateDecode", &once)));
        assert!(!raw_bytes_are_harmless(&file("[/FlateDecode /FlateDecode]", &twice)));
        assert!(!raw_bytes_are_harmless(&file("[/Fl#61teDecode/Fl]", &twice)));
        assert!(!raw_bytes_are_harmless(&file("5 0 R", &twice)));
        assert!(raw_bytes_are_harmless(&file("/FlateDecode", &deflated(&vec![0; 10 << 20]))));
    }

    #[test]
    fn every_step_unpacks() {
        let unpack = |step: Step, data: &[u8]| step.unpack(data, 1000, true).1;
        assert_eq!(unpack(Step::Deflate, &deflated(b"scan")), b"scan");
        assert_eq!(unpack(Step::RunLength, &[1, b'a', b'b', 254, b'c', 128, 0, b'd']), b"abccc");
        assert_eq!(unpack(Step::Ascii85, b"z87cUR~>"), b"\0\0\0\0Hell");
        assert_eq!(unpack(Step::AsciiHex, b"4 8 65>66"), b"He");
        let lzw = weezl::encode::Encoder::with_tiff_size_switch(BitOrder::Msb, 8).encode(b"aaaa").unwrap();
        assert_eq!(unpack(Step::Lzw, &lzw), b"aaaa");
        assert_eq!(Step::RunLength.unpack(&[129, 0].repeat(100), 1000, false).0, 1024);
    }
}
