//! What a file may cost before it is refused.

use crate::DecodeError;
use crate::error::Place;

/// Upper bounds on an untrusted file, all checked before anything of that size is allocated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Size of the file itself, in bytes.
    pub max_file_bytes: usize,
    /// Pixels of one page (width times height).
    pub max_pixels: u64,
    /// Width or height of one page, in pixels.
    pub max_side: u32,
    /// Pages in one file.
    pub max_pages: u32,
}

impl Default for Limits {
    /// 64 MiB, 200 megapixels (A1 at 450 dpi), 20 000 pixels a side, 2 000 pages.
    fn default() -> Self {
        Self { max_file_bytes: 64 << 20, max_pixels: 200_000_000, max_side: 20_000, max_pages: 2_000 }
    }
}

impl Limits {
    /// Memory that a decoder may hold beside the page it hands out: 2 bytes for each pixel allowed, so that some files at a
    /// time that need all of it can be borne.
    pub(crate) const fn max_working_bytes(&self) -> u64 {
        self.max_pixels.saturating_mul(2)
    }

    /// Checks the size of a page.
    ///
    /// # Errors
    /// `ImageTooLarge`.
    pub(crate) fn check(&self, width: u64, height: u64, place: Place) -> Result<(u32, u32), DecodeError> {
        match (u32::try_from(width), u32::try_from(height)) {
            (Ok(w), Ok(h)) if w <= self.max_side && h <= self.max_side && width * height <= self.max_pixels => {
                Ok((w, h))
            }
            _ => Err(DecodeError::ImageTooLarge {
                place,
                width,
                height,
                max_pixels: self.max_pixels,
                max_side: self.max_side,
            }),
        }
    }
}
