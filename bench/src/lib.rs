//! Accuracy and speed benchmarks.
