//! What a file may cost before it is refused.

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
    /// 64 MiB, 100 megapixels (A2 at 450 dpi), 20 000 pixels a side, 2 000 pages.
    fn default() -> Self {
        Self {
            max_file_bytes: 64 << 20,
            max_pixels: 100_000_000,
            max_side: 20_000,
            max_pages: 2_000,
        }
    }
}
