//! Points, quadrilaterals and projective transforms in pixels.
