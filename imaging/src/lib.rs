//! Decoding, quality, skew and sampling of page images.
