//! Points, quadrilaterals and projective transforms, all in pixels.
//!
//! Responsible for the coordinates that pages, lines and words share. Not responsible for images: nothing here knows a
//! pixel's value.
//!
//! Pixel convention: x to the right, y down, the origin at the outer corner of the top-left pixel, so that the centre of
//! pixel `(i, j)` is at `(i + 0.5, j + 0.5)`.

mod quad;
mod ribbon;
mod transform;

pub use quad::{Point, Quad};
pub use ribbon::{Bend, Ribbon};
pub use transform::Transform;
