//! A grey page at several scales.

use crate::raster::{PixelFormat, Raster};

/// A raster that is not grey was given where a grey one is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a grey pyramid is built of a Grey8 raster, not of {found:?}")]
pub struct NotGrey {
    /// What it was.
    pub found: PixelFormat,
}

/// A grey page and its halved, quartered and eighth-sized versions, each pixel the mean of 2 x 2 of the level below.
#[derive(Debug, Clone)]
pub struct GreyPyramid {
    base: Raster,
}

impl GreyPyramid {
    /// Builds the smaller levels; the raster itself becomes level 0 without a copy.
    ///
    /// # Errors
    /// [`NotGrey`] when the raster is not [`PixelFormat::Grey8`].
    pub fn new(raster: Raster) -> Result<Self, NotGrey> {
        if raster.format() != PixelFormat::Grey8 {
            return Err(NotGrey { found: raster.format() });
        }
        Ok(Self { base: raster })
    }

    /// The page itself.
    pub const fn raster(&self) -> &Raster {
        &self.base
    }

    /// Width of the page in pixels.
    pub const fn width(&self) -> u32 {
        self.base.width()
    }

    /// Height of the page in pixels.
    pub const fn height(&self) -> u32 {
        self.base.height()
    }

    /// Memory held by all levels, in bytes.
    pub fn bytes(&self) -> usize {
        self.base.bytes()
    }
}
