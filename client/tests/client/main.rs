//! The library and the command against a scripted server.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::print_stdout, reason = "helpers of tests")]

#[cfg(feature = "cli")]
mod command;
mod fake;
mod library;
