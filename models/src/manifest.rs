//! Model manifests: what a weights file is, what it takes and gives, how well it does, how it was made.
//!
//! A manifest is `manifest.toml` in the model's own folder. It is read and checked in full at start-up: a wrong hash, an
//! unknown key or a value out of range stops the server before it accepts a page.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use serde::Deserialize;
use sha2::{Digest, Sha256};

use crate::ManifestError;

/// What a model is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Finds text lines on a page.
    Detect,
    /// Reads one line.
    Read,
}

/// A checked manifest.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Manifest {
    /// The model's name, such as `lines-detector`.
    pub name: String,
    /// Semantic version of the weights.
    pub version: String,
    /// What it is for.
    pub role: Role,
    /// The weights file, relative to the manifest. After [`Manifest::load`]: its path.
    pub file: PathBuf,
    /// SHA-256 of the weights file, lower-case hexadecimal.
    pub sha256: String,
    /// `fp32`, `fp16` or `int8`.
    pub precision: String,
    /// SPDX expression of the weights' licence.
    pub licence: String,
    /// BCP 47 tags of the languages it reads; empty for a detector.
    #[serde(default)]
    pub languages: Vec<String>,
    /// Settings of a detector.
    pub line_field: Option<LineFieldSettings>,
    /// Settings of a recogniser.
    pub ctc: Option<CtcSettings>,
    /// Measured accuracy.
    #[serde(default)]
    pub accuracy: Vec<Accuracy>,
    /// How the weights were made.
    pub training: Option<Training>,
}

/// A detector whose output is a line field: core logit, log distance up and down, at a quarter scale.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineFieldSettings {
    /// Pages are scaled down (never up) to at most this many pixels before padding.
    pub max_pixels: u64,
    /// Probability above which a map pixel is on the core of a line, 0 to 1.
    pub threshold: f32,
    /// Components of fewer map pixels are dropped.
    pub min_area: usize,
}

/// A recogniser whose output is CTC logits: class 0 blank, class 1 space, class 2 and up the charset.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CtcSettings {
    /// Height of a crop in pixels.
    pub height: u32,
    /// Pixels of width per time step.
    pub step: u32,
    /// Widest crop in pixels; longer lines are squeezed into it.
    pub max_width: u32,
    /// Added to the nominal box above, below, and at each end, as shares of its height.
    pub margins: Margins,
    /// The characters of class 2 and up, in order, without the space.
    pub charset: String,
    /// Prefixes kept by the beam decoder; 1 = greedy.
    pub beam_width: usize,
    /// Logits are divided by it before the softmax (confidence calibration), above 0.
    pub temperature: f32,
}

/// What a crop takes beyond the nominal box of a line, as shares of the box's height.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Margins {
    /// Above.
    pub top: f32,
    /// Below.
    pub bottom: f32,
    /// At each end.
    pub side: f32,
}

/// One measured figure.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Accuracy {
    /// What was read.
    pub dataset: String,
    /// What was measured, such as `cer`.
    pub figure: String,
    /// The value.
    pub value: f64,
    /// When, ISO 8601.
    pub date: String,
}

/// How the weights were made.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Training {
    /// Samples (lines, page pieces) seen.
    pub samples_seen: u64,
    /// Wall-clock seconds of training.
    pub seconds: u64,
    /// In words: data, machine, program.
    pub how: String,
}

impl Manifest {
    /// Reads and checks `folder/manifest.toml`, the hash of the weights included.
    ///
    /// # Errors
    /// [`ManifestError`], naming the file and the key.
    pub fn load(folder: &Path) -> Result<Self, ManifestError> {
        let path = folder.join("manifest.toml");
        let text = std::fs::read_to_string(&path)
            .map_err(|source| ManifestError::Unreadable { path: path.clone(), source })?;
        let mut manifest = Self::parse(&text, &path)?;
        manifest.file = folder.join(&manifest.file);
        let weights = std::fs::read(&manifest.file)
            .map_err(|source| ManifestError::Unreadable { path: manifest.file.clone(), source })?;
        let found: String = Sha256::digest(&weights).iter().map(|byte| format!("{byte:02x}")).collect();
        if found != manifest.sha256 {
            return Err(ManifestError::HashMismatch { path: manifest.file, expected: manifest.sha256, found });
        }
        Ok(manifest)
    }

    /// Checks the text of a manifest, without looking at the weights.
    ///
    /// # Errors
    /// [`ManifestError`], naming `path` and the key.
    pub fn parse(text: &str, path: &Path) -> Result<Self, ManifestError> {
        let manifest: Self = toml::from_str(text)
            .map_err(|e| ManifestError::Malformed { path: path.to_owned(), message: e.to_string() })?;
        let invalid = |field, message: &str| {
            Err(ManifestError::Invalid { path: path.to_owned(), field, message: message.into() })
        };
        if manifest.file.components().count() != 1 {
            return invalid("file", "must be the name of a file beside the manifest");
        }
        match (manifest.role, &manifest.line_field, &manifest.ctc) {
            (Role::Detect, Some(field), None) => {
                if !(0.01..=0.99).contains(&field.threshold) {
                    return invalid("line_field.threshold", "must be between 0.01 and 0.99");
                }
                if !(10_000..=100_000_000).contains(&field.max_pixels) {
                    return invalid("line_field.max_pixels", "must be between 10000 and 100000000");
                }
            }
            (Role::Read, None, Some(ctc)) => {
                let characters: HashSet<char> = ctc.charset.chars().collect();
                if characters.is_empty() || characters.len() != ctc.charset.chars().count() {
                    return invalid("ctc.charset", "must hold at least one character and none twice");
                }
                if characters.iter().any(|c| c.is_whitespace() || c.is_control()) {
                    return invalid("ctc.charset", "must hold no white space: the space has its own class");
                }
                let margins = [ctc.margins.top, ctc.margins.bottom, ctc.margins.side];
                if margins.iter().any(|m| !(0.0..=1.0).contains(m)) {
                    return invalid("ctc.margins", "must be between 0 and 1");
                }
                if !(8..=256).contains(&ctc.height) || !(1..=16).contains(&ctc.step) {
                    return invalid("ctc.height", "must be between 8 and 256, and ctc.step between 1 and 16");
                }
                if !(64..=8192).contains(&ctc.max_width) {
                    return invalid("ctc.max_width", "must be between 64 and 8192");
                }
                if !(1..=64).contains(&ctc.beam_width) {
                    return invalid("ctc.beam_width", "must be between 1 and 64");
                }
                if !(0.05..=20.0).contains(&ctc.temperature) {
                    return invalid("ctc.temperature", "must be between 0.05 and 20");
                }
            }
            (Role::Detect, ..) => return invalid("line_field", "a detector has this section and no [ctc]"),
            (Role::Read, ..) => return invalid("ctc", "a recogniser has this section and no [line_field]"),
        }
        Ok(manifest)
    }
}

#[cfg(test)]
pub(crate) mod tests {
    use super::*;

    pub(crate) const READ: &str = r#"
name = "test-reader"
version = "0.1.0"
role = "read"
file = "model.onnx"
sha256 = "00"
precision = "fp32"
licence = "Apache-2.0"
languages = ["fr"]

[ctc]
height = 40
step = 4
max_width = 3200
margins = { top = 0.18, bottom = 0.12, side = 0.25 }
charset = "abé"
beam_width = 1
temperature = 1.0
"#;

    pub(crate) const DETECT: &str = r#"
name = "test-detector"
version = "0.1.0"
role = "detect"
file = "model.onnx"
sha256 = "00"
precision = "fp32"
licence = "Apache-2.0"

[line_field]
max_pixels = 2200000
threshold = 0.5
min_area = 3
"#;

    fn refusal(text: &str) -> String {
        Manifest::parse(text, Path::new("m.toml")).map(|_| ()).unwrap_err().to_string()
    }

    #[test]
    fn good_manifests_pass() {
        assert!(Manifest::parse(READ, Path::new("m.toml")).is_ok());
        assert!(Manifest::parse(DETECT, Path::new("m.toml")).is_ok());
    }

    #[test]
    fn faults_are_named() {
        assert!(refusal(&READ.replace("abé", "aba")).contains("ctc.charset"));
        assert!(refusal(&READ.replace("abé", "a b")).contains("ctc.charset"));
        assert!(refusal(&READ.replace("step = 4", "step = 4\nstrange = 1")).contains("strange"));
        assert!(refusal(&READ.replace("side = 0.25", "side = 2.5")).contains("ctc.margins"));
        assert!(refusal(&READ.replace("\"read\"", "\"detect\"")).contains("line_field"));
        assert!(refusal(&DETECT.replace("0.5", "1.5")).contains("line_field.threshold"));
        assert!(refusal(&DETECT.replace("model.onnx", "../model.onnx")).contains("file"));
    }

    #[test]
    fn the_weights_must_be_the_ones_spoken_of() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("model.onnx"), b"weights").unwrap();
        std::fs::write(folder.path().join("manifest.toml"), DETECT).unwrap();
        let error = Manifest::load(folder.path()).unwrap_err();
        let ManifestError::HashMismatch { found, .. } = error else { panic!("{error}") };
        std::fs::write(folder.path().join("manifest.toml"), DETECT.replace("\"00\"", &format!("{found:?}"))).unwrap();
        let manifest = Manifest::load(folder.path()).unwrap();
        assert_eq!(manifest.file, folder.path().join("model.onnx"));
    }
}
