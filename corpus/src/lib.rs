//! Draws synthetic French mail with its ground truth.

pub mod charset;
mod degrade;
mod faces;
mod text;
mod typeset;
pub mod lines;
mod raster;
pub mod rng;
pub use charset::charset;
