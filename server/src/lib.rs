//! The recognition server.
