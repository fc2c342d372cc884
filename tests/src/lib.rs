//! End-to-end tests over a real server.
