//! The binary record of a page, as the training program reads it.

use super::truth::PageTruth;
use crate::raster::Plane;
use std::io::{self, Read, Write};

/// "LSPG", little endian.
pub const PAGE_MAGIC: u32 = 0x4750_534c;

/// More than this in one record is taken for damage.
const MAX_PIXELS: usize = 1 << 28;
/// Likewise of its JSON.
const MAX_JSON: usize = 1 << 26;

/// A drawn page and its truth.
///
/// Record, little endian: u32 [`PAGE_MAGIC`], u32 width, u32 height, u32 bytes of JSON, the JSON of a [`PageTruth`], then
/// `width * height` grey bytes.
#[derive(Debug, Clone, PartialEq)]
pub struct PageRecord {
    /// The page; 0 is black.
    pub image: Plane,
    /// What it says and where.
    pub truth: PageTruth,
}

impl PageRecord {
    /// Writes the record.
    ///
    /// # Errors
    /// When the writer fails.
    pub fn write(&self, out: &mut impl Write) -> io::Result<()> {
        let json = serde_json::to_vec(&self.truth)?;
        for v in [PAGE_MAGIC, self.image.width as u32, self.image.height as u32, json.len() as u32] {
            out.write_all(&v.to_le_bytes())?;
        }
        out.write_all(&json)?;
        out.write_all(&self.image.data)
    }

    /// Reads one record; `None` at the end of the stream.
    ///
    /// # Errors
    /// When the stream breaks off inside a record or is not one of records.
    pub fn read(input: &mut impl Read) -> io::Result<Option<PageRecord>> {
        let mut head = [0u8; 16];
        if input.read(&mut head[..1])? == 0 {
            return Ok(None);
        }
        input.read_exact(&mut head[1..])?;
        let field = |i: usize| u32::from_le_bytes([head[i], head[i + 1], head[i + 2], head[i + 3]]) as usize;
        let (width, height, bytes) = (field(4), field(8), field(12));
        if field(0) != PAGE_MAGIC as usize || width.saturating_mul(height) > MAX_PIXELS || bytes > MAX_JSON {
            return Err(io::Error::new(io::ErrorKind::InvalidData, "not a page record"));
        }
        let mut json = vec![0u8; bytes];
        input.read_exact(&mut json)?;
        let mut data = vec![0u8; width * height];
        input.read_exact(&mut data)?;
        Ok(Some(PageRecord { image: Plane { width, height, data }, truth: serde_json::from_slice(&json)? }))
    }
}
