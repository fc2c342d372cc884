//! A grey page at several scales.

use crate::raster::{PixelFormat, Raster};

/// A raster that is not grey was given where a grey one is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a grey pyramid is built of a Grey8 raster, not of {found:?}")]
pub struct NotGrey {
    /// What it was.
    pub found: PixelFormat,
}

/// How many times a page is halved at most. Three: 300 dpi comes down to 37 dpi, below what anything here looks at.
const HALVINGS: usize = 3;

/// One level of a pyramid.
#[derive(Clone, Copy)]
pub(crate) struct Level<'a> {
    pub(crate) width: usize,
    pub(crate) height: usize,
    pub(crate) data: &'a [u8],
}

/// A grey page and its halved, quartered and eighth-sized versions, each pixel the mean of 2 x 2 of the level below.
#[derive(Debug, Clone)]
pub struct GreyPyramid {
    base: Raster,
    smaller: Vec<Plane>,
    /// What a sampler keeps of the page on its device.
    #[cfg(feature = "wgpu")]
    on_device: std::sync::OnceLock<std::sync::Arc<crate::sample::PageOnDevice>>,
}

#[derive(Debug, Clone)]
struct Plane {
    width: usize,
    height: usize,
    data: Vec<u8>,
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
        let mut pyramid = Self {
            base: raster,
            smaller: Vec::with_capacity(HALVINGS),
            #[cfg(feature = "wgpu")]
            on_device: std::sync::OnceLock::new(),
        };
        for level in 0..HALVINGS {
            let halved = halve(pyramid.level(level));
            pyramid.smaller.push(halved);
        }
        Ok(pyramid)
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

    /// Main memory held by all levels, in bytes.
    pub fn bytes(&self) -> usize {
        self.base.bytes() + self.smaller.iter().map(|plane| plane.data.capacity()).sum::<usize>()
    }

    /// Level `index`: 0 is the page, each further one half as wide and high. The last one stands for all beyond it.
    pub(crate) fn level(&self, index: usize) -> Level<'_> {
        match index.checked_sub(1).and_then(|i| self.smaller.get(i).or(self.smaller.last())) {
            Some(plane) => Level { width: plane.width, height: plane.height, data: &plane.data },
            None => {
                Level { width: self.base.width() as usize, height: self.base.height() as usize, data: self.base.data() }
            }
        }
    }

    /// What a sampler keeps of the page on its device; it goes when the page goes.
    #[cfg(feature = "wgpu")]
    pub(crate) const fn on_device(&self) -> &std::sync::OnceLock<std::sync::Arc<crate::sample::PageOnDevice>> {
        &self.on_device
    }

    /// The index of the last level.
    pub(crate) const fn last_level(&self) -> usize {
        HALVINGS
    }
}

/// Half as wide and high, rounded up; the last row and column of an odd side are averaged with themselves.
fn halve(level: Level<'_>) -> Plane {
    let (width, height) = (level.width.div_ceil(2), level.height.div_ceil(2));
    let mut data = Vec::with_capacity(width * height);
    for y in 0..height {
        let row = |y: usize| &level.data[y * level.width..(y + 1) * level.width];
        let (above, below) = (row(2 * y), row((2 * y + 1).min(level.height - 1)));
        let pairs = above.chunks_exact(2).zip(below.chunks_exact(2));
        data.extend(pairs.map(|(above, below)| ((sum_of_pair(above) + sum_of_pair(below) + 2) >> 2) as u8));
        if level.width % 2 == 1 {
            let last = level.width - 1;
            data.push((u16::from(above[last]) + u16::from(below[last])).div_ceil(2) as u8);
        }
    }
    Plane { width, height, data }
}

/// The sum of two pixels, taken as one number so that the compiler sums whole registers of them.
fn sum_of_pair(pair: &[u8]) -> u16 {
    let pair = u16::from_le_bytes([pair[0], pair[1]]);
    (pair & 0xff) + (pair >> 8)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_level_is_the_mean_of_the_one_below() {
        let data = vec![0, 100, 200, 100, 100, 200, 40, 60, 80];
        let raster = Raster::new(3, 3, PixelFormat::Grey8, data, None).unwrap();
        let pyramid = GreyPyramid::new(raster).unwrap();
        let level = pyramid.level(1);
        assert_eq!((level.width, level.height), (2, 2));
        assert_eq!(level.data, [75, 200, 50, 80]);
        assert_eq!(pyramid.level(3).data.len(), 1);
        assert_eq!(pyramid.level(9).data.len(), 1);
    }

    #[test]
    fn colour_is_refused() {
        let raster = Raster::new(1, 1, PixelFormat::Rgb8, vec![1, 2, 3], None).unwrap();
        assert_eq!(GreyPyramid::new(raster).unwrap_err(), NotGrey { found: PixelFormat::Rgb8 });
    }
}
