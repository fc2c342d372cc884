//! The library and the command against a scripted server.

#[cfg(feature = "cli")]
mod command;
mod fake;
mod library;
