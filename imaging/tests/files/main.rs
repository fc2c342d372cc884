//! Files of every kind, good and bad, through the crate's public face.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "helpers of tests")]

mod attachments;
mod bad;
mod good;
mod jpegs;
mod mutations;
mod pdfs;
mod pictures;
mod real;
mod tiffs;
