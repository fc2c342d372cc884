//! Draws synthetic French mail with its ground truth, for training, tests and load.
//!
//! [`Corpus::draw_page`] gives whole pages (letters, invoices, forms, identity cards, books, typescripts…) as grey images
//! with every line, word and field in its place; [`Corpus::line_pen`] gives single lines cut as the recogniser gets them.
//! Both are set with real faces in real layouts and then treated as printers, time, copiers and scanners treat paper.
//! Everything follows from a seed and an index.
//!
//! The box of a line, everywhere in this project: from the baseline up to the tops of b, d, h, l of its face, down to
//! the feet of p, q, g (measured once a face, whatever the line holds), and as wide as its ink and advances.
//!
//! This crate knows no other crate of the workspace: it neither trains nor recognises.

pub mod charset;
mod corpus;
mod degrade;
mod faces;
pub mod files;
pub mod lines;
pub mod pages;
mod raster;
mod rng;
mod text;
mod typeset;

pub use charset::charset;
pub use corpus::{Corpus, CorpusError, Kinds, Options};
pub use raster::Plane;
pub use text::codes::{iban_is_valid, nir_is_valid, siret_is_valid};
