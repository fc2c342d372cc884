//! Files of every kind, good and bad, through the crate's public face.

mod bad;
mod good;
mod jpegs;
mod mutations;
mod pdfs;
mod pictures;
mod real;
mod tiffs;
