//! The binary record of a line, as the training program reads it.

use crate::raster::Plane;
use std::io::{self, Read, Write};

/// "LSLN", little endian.
pub const LINE_MAGIC: u32 = 0x4e4c_534c;

/// A drawn line and its truth.
///
/// Record, little endian: u32 [`LINE_MAGIC`], u16 width, u16 height, u16 bytes of text, u16 flags (bit 0 handwriting-like,
/// bit 1 code, amount or machine-readable, bit 2 no text), the text in UTF-8, then `width * height` grey bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LineRecord {
    /// The crop; 0 is black.
    pub image: Plane,
    /// What it says; empty when there is no text.
    pub text: String,
    /// Handwriting: drawn with a handwriting-like face, or a scrawl without a text.
    pub hand: bool,
    /// A code, an amount, a machine-readable zone or a random mix: nothing a language model could help with.
    pub code: bool,
}

impl LineRecord {
    /// Writes the record.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let flags = u16::from(self.hand) | (u16::from(self.code) << 1) | (u16::from(self.text.is_empty()) << 2);
        let mut bytes = Vec::with_capacity(12 + self.text.len() + self.image.data.len());
        bytes.extend(LINE_MAGIC.to_le_bytes());
        for v in [self.image.width as u16, self.image.height as u16, self.text.len() as u16, flags] {
            bytes.extend(v.to_le_bytes());
        }
        bytes.extend(self.text.as_bytes());
        bytes.extend(&self.image.data);
        out.write_all(&bytes)
    }

    /// Reads one record; `None` at the end of the stream.
    ///
    /// # Errors
    /// When the stream breaks off inside a record or is not one of records.
    pub fn read(input: &mut impl Read) -> io::Result<Option<LineRecord>> {
        let mut head = [0u8; 12];
        if input.read(&mut head[..1])? == 0 {
            return Ok(None);
        }
        input.read_exact(&mut head[1..])?;
        let wrong = |what: &str| io::Error::new(io::ErrorKind::InvalidData, what.to_owned());
        if u32::from_le_bytes([head[0], head[1], head[2], head[3]]) != LINE_MAGIC {
            return Err(wrong("not a line record"));
        }
        let field = |i: usize| u16::from_le_bytes([head[i], head[i + 1]]);
        let (width, height, flags) = (usize::from(field(4)), usize::from(field(6)), field(10));
        let mut text = vec![0u8; usize::from(field(8))];
        input.read_exact(&mut text)?;
        let mut data = vec![0u8; width * height];
        input.read_exact(&mut data)?;
        let text = String::from_utf8(text).map_err(|_| wrong("the text is not UTF-8"))?;
        let (hand, code) = (flags & 1 != 0, flags & 2 != 0);
        Ok(Some(LineRecord { image: Plane { width, height, data }, text, hand, code }))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Corpus, Options};

    #[test]
    fn a_stream_of_records_reads_back_and_a_broken_one_is_an_error() {
        let corpus = Corpus::new(Options::default()).unwrap();
        let mut pen = corpus.line_pen(40);
        let records: Vec<LineRecord> = (0..40).map(|i| pen.draw(i)).collect();
        let mut bytes = Vec::new();
        for r in &records {
            r.write(&mut bytes).unwrap();
        }
        let mut input = bytes.as_slice();
        for r in &records {
            assert_eq!(LineRecord::read(&mut input).unwrap().as_ref(), Some(r));
        }
        assert_eq!(LineRecord::read(&mut input).unwrap(), None);
        assert!(LineRecord::read(&mut &bytes[..20]).is_err());
        assert!(LineRecord::read(&mut &b"something else"[..]).is_err());
    }
}
