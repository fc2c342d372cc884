//! Engines, model manifests, pre- and post-processing.
