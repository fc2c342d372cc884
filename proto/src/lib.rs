//! The wire contract, liasse/v1.
