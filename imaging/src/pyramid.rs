//! A grey page at several scales.

use crate::raster::{PixelFormat, Raster};

/// A raster that is not grey was given where a grey one is needed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("a grey pyramid is built of a Grey8 raster, not of {found:?}")]
pub struct NotGrey {
    /// What it was.
    pub found: PixelFormat,
}

/// How many times a page is halved at most. Three: 300 dpi comes down to 37 dpi; whoever wants less averages it.
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
    let mut data = vec![0; width * height];
    for (y, out) in data.chunks_exact_mut(width.max(1)).enumerate() {
        let row = |y: usize| &level.data[y * level.width..(y + 1) * level.width];
        let (above, below) = (row(2 * y), row((2 * y + 1).min(level.height - 1)));
        halve_rows(above, below, out);
        if level.width % 2 == 1 {
            let last = level.width - 1;
            out[width - 1] = (u16::from(above[last]) + u16::from(below[last])).div_ceil(2) as u8;
        }
    }
    Plane { width, height, data }
}

/// Pixels made at a time: so many make whole registers of every width that a processor may have.
const BLOCK: usize = 32;

/// The means of 2 x 2 pixels of two rows, as many as there are whole ones. In blocks of a known size, which is what makes the
/// compiler work on whole registers of them.
fn halve_rows(above: &[u8], below: &[u8], out: &mut [u8]) {
    let mean = |above: &[u8; 2], below: &[u8; 2]| {
        let sum = |pair: &[u8; 2]| {
            // Taken as one number: its halves are the pixels.
            let pair = u16::from_le_bytes(*pair);
            (pair & 0xff) + (pair >> 8)
        };
        ((sum(above) + sum(below) + 2) >> 2) as u8
    };
    let (above, below) = (above.as_chunks::<2>().0, below.as_chunks::<2>().0);
    // An odd side has one pixel more, which is made of one column.
    let (blocks, rest) = out[..above.len()].as_chunks_mut::<BLOCK>();
    let (above_blocks, above_rest) = above.as_chunks::<BLOCK>();
    let (below_blocks, below_rest) = below.as_chunks::<BLOCK>();
    for ((out, above), below) in blocks.iter_mut().zip(above_blocks).zip(below_blocks) {
        for i in 0..BLOCK {
            out[i] = mean(&above[i], &below[i]);
        }
    }
    for ((out, above), below) in rest.iter_mut().zip(above_rest).zip(below_rest) {
        *out = mean(above, below);
    }
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
    fn a_level_of_any_width_is_the_mean_of_its_pixels() {
        for width in [1, 2, 31, 62, 63, 64, 65, 127, 130, 191] {
            let data: Vec<u8> = (0..width * 4).map(|i| (i * 97 % 251) as u8).collect();
            let at = |x: u32, y: u32| u16::from(data[(y * width + x.min(width - 1)) as usize]);
            let expected: Vec<u8> = (0..2)
                .flat_map(|y| (0..width.div_ceil(2)).map(move |x| (2 * x, 2 * y)))
                .map(|(x, y)| ((at(x, y) + at(x + 1, y) + at(x, y + 1) + at(x + 1, y + 1) + 2) >> 2) as u8)
                .collect();
            let raster = Raster::new(width, 4, PixelFormat::Grey8, data.clone(), None).unwrap();
            assert_eq!(GreyPyramid::new(raster).unwrap().level(1).data, expected, "{width} pixels wide");
        }
    }

    #[test]
    fn colour_is_refused() {
        let raster = Raster::new(1, 1, PixelFormat::Rgb8, vec![1, 2, 3], None).unwrap();
        assert_eq!(GreyPyramid::new(raster).unwrap_err(), NotGrey { found: PixelFormat::Rgb8 });
    }
}
