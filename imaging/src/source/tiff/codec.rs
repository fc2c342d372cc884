//! The compressions of TIFF, each as something that gives rows.
//!
//! LZW by weezl, Deflate by flate2, fax by hayro-ccitt (which reads Group 3 in one and two dimensions and gives runs
//! rather than bits); PackBits is a dozen lines.

use flate2::{Decompress, FlushDecompress, Status};
use hayro_ccitt::{DecodeSettings, Decoder, DecoderContext, EncodingMode};
use weezl::{BitOrder, LzwStatus};

use super::layout::Compression;

/// The dialects of fax data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fax {
    /// Compression 2: rows in one dimension, each beginning on a byte.
    ModifiedHuffman,
    Group3OneDimension,
    Group3TwoDimensions,
    Group4,
}

/// Rows of bytes out of compressed ones.
pub(super) struct Rows<'a> {
    input: &'a [u8],
    codec: Codec,
}

enum Codec {
    None,
    Lzw(Box<weezl::decode::Decoder>),
    Deflate(Box<Decompress>),
    /// What is left of the current run: a literal copies from the input, a repetition repeats a byte.
    PackBits {
        left: usize,
        repeated: Option<u8>,
    },
}

impl<'a> Rows<'a> {
    /// Rows of `input`. JPEG and fax data are not rows of bytes and count as uncompressed.
    pub(super) fn new(compression: Compression, input: &'a [u8]) -> Self {
        let codec = match compression {
            Compression::Lzw => Codec::Lzw(Box::new(weezl::decode::Decoder::with_tiff_size_switch(BitOrder::Msb, 8))),
            Compression::Deflate => Codec::Deflate(Box::new(Decompress::new(true))),
            Compression::PackBits => Codec::PackBits { left: 0, repeated: None },
            Compression::None | Compression::Jpeg | Compression::Fax(_) => Codec::None,
        };
        Self { input, codec }
    }

    /// Fills `row`.
    ///
    /// # Errors
    /// What is wrong when there is not enough.
    pub(super) fn read(&mut self, mut row: &mut [u8]) -> Result<(), &'static str> {
        const SHORT: &str = "the data end";
        match &mut self.codec {
            Codec::None => {
                let (now, rest) = self.input.split_at_checked(row.len()).ok_or(SHORT)?;
                row.copy_from_slice(now);
                self.input = rest;
            }
            Codec::Lzw(decoder) => {
                while !row.is_empty() {
                    let result = decoder.decode_bytes(self.input, row);
                    self.input = &self.input[result.consumed_in..];
                    row = &mut row[result.consumed_out..];
                    match result.status {
                        Ok(LzwStatus::Ok) if result.consumed_in + result.consumed_out > 0 => {}
                        Ok(_) if row.is_empty() => {}
                        Ok(_) => return Err(SHORT),
                        Err(_) => return Err("the LZW data are damaged"),
                    }
                }
            }
            Codec::Deflate(decoder) => {
                while !row.is_empty() {
                    let (before_in, before_out) = (decoder.total_in(), decoder.total_out());
                    let status = decoder
                        .decompress(self.input, row, FlushDecompress::None)
                        .map_err(|_| "the Deflate data are damaged")?;
                    let (taken, given) = (decoder.total_in() - before_in, decoder.total_out() - before_out);
                    self.input = &self.input[taken as usize..];
                    row = &mut row[given as usize..];
                    let stuck = taken == 0 && given == 0;
                    if !row.is_empty() && (stuck || status == Status::StreamEnd) {
                        return Err(SHORT);
                    }
                }
            }
            Codec::PackBits { left, repeated } => {
                while !row.is_empty() {
                    if *left == 0 {
                        let (&head, rest) = self.input.split_first().ok_or(SHORT)?;
                        self.input = rest;
                        match head {
                            0..=127 => (*left, *repeated) = (usize::from(head) + 1, None),
                            128 => {}
                            129..=255 => {
                                let (&byte, rest) = self.input.split_first().ok_or(SHORT)?;
                                self.input = rest;
                                (*left, *repeated) = (257 - usize::from(head), Some(byte));
                            }
                        }
                        continue;
                    }
                    let n = (*left).min(row.len());
                    let (now, later) = row.split_at_mut(n);
                    match repeated {
                        Some(byte) => now.fill(*byte),
                        None => {
                            let (bytes, rest) = self.input.split_at_checked(n).ok_or(SHORT)?;
                            now.copy_from_slice(bytes);
                            self.input = rest;
                        }
                    }
                    *left -= n;
                    row = later;
                }
            }
        }
        Ok(())
    }
}

/// Turns the differences of a row back into values (predictor 2).
pub(super) fn undo_differencing(row: &mut [u8], samples: usize, bits: u8, little_endian: bool) {
    if bits == 16 {
        let (from, to) = if little_endian {
            (u16::from_le_bytes as fn([u8; 2]) -> u16, u16::to_le_bytes as fn(u16) -> [u8; 2])
        } else {
            (u16::from_be_bytes as fn([u8; 2]) -> u16, u16::to_be_bytes as fn(u16) -> [u8; 2])
        };
        for i in (samples * 2..row.len().saturating_sub(1)).step_by(2) {
            let left = from([row[i - samples * 2], row[i - samples * 2 + 1]]);
            let sum = from([row[i], row[i + 1]]).wrapping_add(left);
            row[i..i + 2].copy_from_slice(&to(sum));
        }
    } else {
        for i in samples..row.len() {
            row[i] = row[i].wrapping_add(row[i - samples]);
        }
    }
}

/// Decodes fax data, handing each row's changes of colour (the first from white to black) to `put`; returns the number
/// of rows found, at most `rows`.
pub(super) fn fax(input: &[u8], dialect: Fax, columns: u32, rows: u32, put: impl FnMut(u32, &[u32])) -> u32 {
    struct Sink<F> {
        next: u32,
        rows: u32,
        put: F,
    }
    impl<F: FnMut(u32, &[u32])> Decoder for Sink<F> {
        fn push_row(&mut self, changes: &[u32]) {
            if self.next < self.rows {
                (self.put)(self.next, changes);
                self.next += 1;
            }
        }
    }
    let settings = DecodeSettings {
        columns,
        rows,
        end_of_block: true,
        end_of_line: false,
        rows_are_byte_aligned: dialect == Fax::ModifiedHuffman,
        encoding: match dialect {
            Fax::ModifiedHuffman | Fax::Group3OneDimension => EncodingMode::Group3_1D,
            Fax::Group3TwoDimensions => EncodingMode::Group3_2D,
            Fax::Group4 => EncodingMode::Group4,
        },
        strict: false,
    };
    let mut sink = Sink { next: 0, rows, put };
    // An error shows in the rows that are missing, which is what the caller asks about.
    let _ = hayro_ccitt::decode(input, &mut sink, &mut DecoderContext::new(settings));
    sink.next
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packbits_runs_cross_rows() {
        // Apple's own example, cut into rows of 8.
        let packed = [0xfe, 0xaa, 0x02, 0x80, 0x00, 0x2a, 0xfd, 0xaa, 0x03, 0x80, 0x00, 0x2a, 0x22, 0xf7, 0xaa];
        let mut rows = Rows::new(Compression::PackBits, &packed);
        let mut found = Vec::new();
        for _ in 0..3 {
            let mut row = [0; 8];
            rows.read(&mut row).unwrap();
            found.extend(row);
        }
        let expected = [
            0xaa, 0xaa, 0xaa, 0x80, 0x00, 0x2a, 0xaa, 0xaa, 0xaa, 0xaa, 0x80, 0x00, 0x2a, 0x22, 0xaa, 0xaa, 0xaa, 0xaa,
            0xaa, 0xaa, 0xaa, 0xaa, 0xaa, 0xaa,
        ];
        assert_eq!(found, expected);
        assert!(rows.read(&mut [0]).is_err());
    }

    #[test]
    fn differences_add_up() {
        let mut row = [10, 20, 5, 250];
        undo_differencing(&mut row, 2, 8, true);
        assert_eq!(row, [10, 20, 15, 14]);
        let mut row = [0x00, 0xff, 0x00, 0x01];
        undo_differencing(&mut row, 1, 16, false);
        assert_eq!(row, [0x00, 0xff, 0x01, 0x00]);
    }
}
