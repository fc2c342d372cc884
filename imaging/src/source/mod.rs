//! Opening files and decoding their pages.

use bytes::Bytes;

use crate::{DecodeError, Limits, PixelFormat, Raster};

/// An opened file: its type is known, its header was checked against the limits, and no page is decoded yet.
#[derive(Debug)]
pub struct Source {
    bytes: Bytes,
    limits: Limits,
}

impl Source {
    /// Opens a file.
    ///
    /// # Errors
    /// [`DecodeError`] when the file is refused.
    pub fn open(bytes: Bytes, declared_content_type: Option<&str>, limits: &Limits) -> Result<Self, DecodeError> {
        let _ = declared_content_type;
        if bytes.is_empty() {
            return Err(DecodeError::Empty);
        }
        Ok(Self { bytes, limits: *limits })
    }

    /// The media type of the file as its bytes tell it.
    pub fn content_type(&self) -> &'static str {
        "image/jpeg"
    }

    /// Number of pages, at least 1.
    pub fn page_count(&self) -> u32 {
        1
    }

    /// Decodes one page (`page_index` is 0-based).
    ///
    /// # Errors
    /// [`DecodeError`] when the page does not exist, is damaged or too large.
    pub fn decode(&self, page_index: u32, format: PixelFormat) -> Result<Raster, DecodeError> {
        let _ = (page_index, format, &self.bytes, self.limits);
        Err(DecodeError::Empty)
    }
}
