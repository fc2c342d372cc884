//! Page images: opening and decoding files, the quality verdict, skew, and sampling of upright regions.
//!
//! Responsible for everything between the bytes a station sends and the grey pixels a model reads:
//! [`Source`] opens a file and decodes its pages within [`Limits`], [`GreyPyramid`] holds a page at several scales,
//! [`examine`] tells how the page lies and whether it is worth reading, a [`Sampler`] cuts straightened regions out of it,
//! which an [`ImageFormat`] makes files of, and [`read_barcodes`] reads the codes on it. Not responsible for finding or reading text, nor for threads: every call
//! works on the caller's thread and keeps nothing behind.
//!
//! A decoded raster always has the pixels of the file in the file's own order. An orientation that the file declares
//! (EXIF, TIFF tag 274) is reported by [`Raster::exif_orientation`] and not applied, since the coordinates that leave the
//! server are those of the image as it came in. A PDF page is the one exception: what is "the image" there is the page
//! as a viewer shows it, its `/Rotate` included.

mod barcodes;
mod colour;
mod encode;
mod error;
mod examine;
mod limits;
mod pyramid;
mod raster;
mod sample;
mod source;
mod tone;
mod written;

pub use barcodes::{Barcode, BarcodeFormat, read_barcodes};
pub use colour::{is_coloured, sample_colour};
pub use encode::{EncodeError, ImageFormat};
pub use error::DecodeError;
pub use examine::{Fault, Outline, Quality, Thresholds, Upright, examine, examine_turned};
pub use limits::Limits;
pub use pyramid::{GreyPyramid, NotGrey};
pub use raster::{PixelFormat, Raster};
#[cfg(any(test, feature = "reference"))]
pub use sample::ExactSampler;
#[cfg(feature = "wgpu")]
pub use sample::{AdapterError, Fallback, WgpuSampler};
pub use sample::{CpuSampler, GreyImage, Region, Sampler};
pub use source::Source;
pub use tone::Tone;
pub use written::Written;

/// A file attached to a PDF.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Attachment {
    /// As the PDF calls it.
    pub name: String,
    /// Unpacked.
    pub content: Vec<u8>,
}
