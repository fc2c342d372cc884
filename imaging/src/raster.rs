//! A decoded page.

/// What the bytes of a raster mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PixelFormat {
    /// One byte a pixel, 0 = black, 255 = white.
    Grey8,
    /// Three bytes a pixel: red, green, blue (sRGB as the file has it, no colour management).
    Rgb8,
}

impl PixelFormat {
    /// Bytes of one pixel.
    pub const fn bytes_per_pixel(self) -> usize {
        match self {
            Self::Grey8 => 1,
            Self::Rgb8 => 3,
        }
    }
}

/// A decoded page: pixels row by row from the top left, without padding.
#[derive(Clone, PartialEq)]
pub struct Raster {
    width: u32,
    height: u32,
    format: PixelFormat,
    data: Vec<u8>,
    dpi: Option<f32>,
    exif_orientation: u8,
}

impl Raster {
    /// A raster of the given pixels.
    ///
    /// `data` holds `width * height * format.bytes_per_pixel()` bytes; `None` is returned when it does not, or when a
    /// side is 0. `dpi` is the resolution in dots per inch where it is known (a value outside 10 to 10 000 counts as
    /// unknown).
    pub fn new(width: u32, height: u32, format: PixelFormat, data: Vec<u8>, dpi: Option<f32>) -> Option<Self> {
        let expected = (width as usize).checked_mul(height as usize)?.checked_mul(format.bytes_per_pixel())?;
        if expected == 0 || data.len() != expected {
            return None;
        }
        let dpi = dpi.filter(|dpi| (10.0..=10_000.0).contains(dpi));
        Some(Self { width, height, format, data, dpi, exif_orientation: 1 })
    }

    /// The same raster with the orientation that its file declares, 1 to 8 (anything else counts as 1).
    pub(crate) fn with_exif_orientation(mut self, orientation: u8) -> Self {
        self.exif_orientation = if (1..=8).contains(&orientation) { orientation } else { 1 };
        self
    }

    /// Width in pixels, at least 1.
    pub const fn width(&self) -> u32 {
        self.width
    }

    /// Height in pixels, at least 1.
    pub const fn height(&self) -> u32 {
        self.height
    }

    /// What the bytes mean.
    pub const fn format(&self) -> PixelFormat {
        self.format
    }

    /// The pixels, row by row from the top left.
    pub fn data(&self) -> &[u8] {
        &self.data
    }

    /// The pixels, taken out of the raster.
    pub fn into_data(self) -> Vec<u8> {
        self.data
    }

    /// Resolution in dots per inch as the file states it (the geometric mean where the two directions differ), or
    /// `None` when it does not.
    pub const fn dpi(&self) -> Option<f32> {
        self.dpi
    }

    /// Memory held by the pixels, in bytes.
    pub fn bytes(&self) -> usize {
        self.data.capacity()
    }

    /// How the file says its pixels want to be turned or mirrored to be seen upright, as EXIF and TIFF number it: 1 =
    /// as they are, 3 = by 180°, 6 = by 90° clockwise, 8 = by 90° counter-clockwise, the others mirrored. It has NOT been
    /// applied.
    pub const fn exif_orientation(&self) -> u8 {
        self.exif_orientation
    }
}

impl std::fmt::Debug for Raster {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Raster")
            .field("width", &self.width)
            .field("height", &self.height)
            .field("format", &self.format)
            .field("dpi", &self.dpi)
            .field("exif_orientation", &self.exif_orientation)
            .finish_non_exhaustive()
    }
}
