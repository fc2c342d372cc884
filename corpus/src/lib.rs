//! Draws synthetic French mail with its ground truth.
