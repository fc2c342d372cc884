//! Draws synthetic French mail with its ground truth.

pub mod charset;
mod degrade;
mod faces;
mod text;
mod typeset;
pub mod lines;
pub mod pages;
mod raster;
pub mod rng;
pub use charset::charset;
pub use raster::Plane;
