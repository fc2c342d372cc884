//! Model manifests: what a weights file is, what it takes and gives, how well it does, how it was made.
//!
//! A manifest is `manifest.toml` in the model's own folder. It is read and checked in full at start-up: a wrong hash, an
//! unknown key or a value out of range stops the server before it accepts a page.

mod precision;
mod sections;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;
use sha2::{Digest, Sha256};

pub use self::precision::{DeviceKind, Precision, PrecisionChoice, Variant};
pub use self::sections::{
    Colour, ConfidenceSettings, CtcOutput, CtcSettings, EmbeddingSettings, GlanceSettings, InputSettings, Legible,
    LineFieldSettings, Margins, PriorSettings, SegmentationSettings, SpaceClass,
};
use crate::{ManifestError, recogniser::Prior};

/// What a model is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Role {
    /// Finds text lines on a page.
    Detect,
    /// Reads one line.
    Read,
    /// Tells what a page looks like.
    Embed,
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
    /// What the file is in. After [`Manifest::load_for`]: what was chosen.
    pub precision: Precision,
    /// The same network in other precisions.
    #[serde(default)]
    pub variants: BTreeMap<Precision, Variant>,
    /// SPDX expression of the weights' licence.
    pub licence: String,
    /// BCP 47 tags of the languages it reads; empty for other models.
    #[serde(default)]
    pub languages: Vec<String>,
    /// What the network takes.
    #[serde(default)]
    pub input: InputSettings,
    /// Settings of a detector of our own kind.
    pub line_field: Option<LineFieldSettings>,
    /// Settings of a detector of PP-OCR's kind.
    pub segmentation: Option<SegmentationSettings>,
    /// Settings of a recogniser.
    pub ctc: Option<CtcSettings>,
    /// Settings of an embedder.
    pub embedding: Option<EmbeddingSettings>,
    /// Measured accuracy.
    #[serde(default)]
    pub accuracy: Vec<Accuracy>,
    /// How the weights were made.
    pub training: Option<Training>,
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
    /// Reads and checks `folder/manifest.toml`, the hash of the weights included; the manifest's own file is taken.
    ///
    /// # Errors
    /// [`ManifestError`], naming the file and the key.
    pub fn load(folder: &Path) -> Result<Self, ManifestError> {
        let own = Self::read(folder)?;
        let choice = PrecisionChoice::Only(own.precision);
        own.choose(folder, choice, DeviceKind::Cpu)
    }

    /// As [`Manifest::load`], with the file of the precision that was chosen or is best on the device.
    ///
    /// # Errors
    /// [`ManifestError`], also where there is none of the precision that was asked for.
    pub fn load_for(folder: &Path, choice: PrecisionChoice, device: DeviceKind) -> Result<Self, ManifestError> {
        Self::read(folder)?.choose(folder, choice, device)
    }

    /// The same with the file to run, whose hash is checked.
    fn choose(mut self, folder: &Path, choice: PrecisionChoice, device: DeviceKind) -> Result<Self, ManifestError> {
        let chosen = precision::choose(self.precision, &self.variants, choice, device).map_err(|wanted| {
            ManifestError::Invalid {
                path: folder.join("manifest.toml"),
                field: "variants",
                message: format!("there is no {wanted} of this model"),
            }
        })?;
        if let Some((precision, variant)) = chosen {
            (self.file, self.sha256) = (variant.file.clone(), variant.sha256.clone());
            self.precision = precision;
        }
        self.file = folder.join(&self.file);
        checked(&self.file, &self.sha256)?;
        Ok(self)
    }

    /// The manifest with the files it names, but for the networks'.
    fn read(folder: &Path) -> Result<Self, ManifestError> {
        let path = folder.join("manifest.toml");
        let text = std::fs::read_to_string(&path)
            .map_err(|source| ManifestError::Unreadable { path: path.clone(), source })?;
        let mut manifest = Self::parse(&text, &path)?;
        if let Some(ctc) = &mut manifest.ctc
            && let Some(dictionary) = ctc.dictionary.as_ref().map(|name| folder.join(name))
        {
            let text = std::fs::read_to_string(&dictionary)
                .map_err(|source| ManifestError::Unreadable { path: dictionary.clone(), source })?;
            ctc.resolve(Some(&text)).map_err(|(field, message)| ManifestError::Invalid {
                path: dictionary,
                field,
                message: message.into(),
            })?;
        }
        if let Some(prior) = manifest.ctc.as_mut().and_then(|ctc| ctc.prior.as_mut()) {
            let path = folder.join(&prior.file);
            let content = Prior::parse(&checked(&path, &prior.sha256)?).map_err(|message| ManifestError::Invalid {
                path,
                field: "ctc.prior.file",
                message: message.into(),
            })?;
            prior.content = Some(Arc::new(content));
        }
        Ok(manifest)
    }

    /// Checks the text of a manifest, without looking at the weights or a dictionary.
    ///
    /// # Errors
    /// [`ManifestError`], naming `path` and the key.
    pub fn parse(text: &str, path: &Path) -> Result<Self, ManifestError> {
        let mut manifest: Self = toml::from_str(text)
            .map_err(|e| ManifestError::Malformed { path: path.to_owned(), message: e.to_string() })?;
        let invalid = |field, message: &str| -> Result<(), ManifestError> {
            Err(ManifestError::Invalid { path: path.to_owned(), field, message: message.into() })
        };
        // They stand in answers, logs and files, where both have 120 characters with a space between them.
        let prints = |text: &str| !text.is_empty() && text.len() < 60 && text.chars().all(|c| c.is_ascii_graphic());
        if !prints(&manifest.name) || !prints(&manifest.version) {
            invalid("name", "name and version must be 1 to 59 printable ASCII characters without spaces")?;
        }
        if manifest.file.components().count() != 1 {
            invalid("file", "must be the name of a file beside the manifest")?;
        }
        if manifest.variants.values().any(|variant| variant.file.components().count() != 1) {
            invalid("variants.file", "must be the name of a file beside the manifest")?;
        }
        if manifest.variants.contains_key(&manifest.precision) {
            invalid("variants", "must hold other precisions than the file's own")?;
        }
        let Self { role, line_field, segmentation, ctc, embedding, .. } = &mut manifest;
        let sections = match (*role, line_field, segmentation, ctc, embedding) {
            (Role::Detect, Some(field), None, None, None) => field.check(),
            (Role::Detect, None, Some(segmentation), None, None) => segmentation.check(),
            (Role::Embed, None, None, None, Some(embedding)) => embedding.check(),
            (Role::Read, None, None, Some(ctc), None) => {
                ctc.check().and_then(|()| if ctc.dictionary.is_none() { ctc.resolve(None) } else { Ok(()) })
            }
            (Role::Detect, ..) => {
                Err(("line_field", "a detector has this section or [segmentation], and no other model's"))
            }
            (Role::Read, ..) => Err(("ctc", "a recogniser has this section, and no other model's")),
            (Role::Embed, ..) => Err(("embedding", "an embedder has this section, and no other model's")),
        };
        sections.and_then(|()| manifest.input.check()).or_else(|(field, message)| invalid(field, message))?;
        Ok(manifest)
    }
}

/// The content of a file that must have this hash.
fn checked(path: &Path, sha256: &str) -> Result<Vec<u8>, ManifestError> {
    let content = std::fs::read(path).map_err(|source| ManifestError::Unreadable { path: path.to_owned(), source })?;
    let found: String = Sha256::digest(&content).iter().map(|byte| format!("{byte:02x}")).collect();
    if found != sha256 {
        return Err(ManifestError::HashMismatch { path: path.to_owned(), expected: sha256.to_owned(), found });
    }
    Ok(content)
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
        assert!(refusal(&READ.replace("test-reader", "lecteur d'été")).contains("name and version"));
        assert!(refusal(&READ.replace("step = 4", "step = 4\nstrange = 1")).contains("strange"));
        assert!(refusal(&READ.replace("side = 0.25", "side = 2.5")).contains("ctc.margins"));
        assert!(refusal(&READ.replace("\"read\"", "\"detect\"")).contains("line_field"));
        assert!(refusal(&DETECT.replace("0.5", "1.5")).contains("line_field.threshold"));
        assert!(refusal(&DETECT.replace("model.onnx", "../model.onnx")).contains("file"));
        assert!(refusal(&READ.replace("charset = \"abé\"", "")).contains("ctc.charset"));
        assert!(
            refusal(&format!("{DETECT}\n[input]\ncolour = \"rgb\"\nmean = [0.5]\ndeviation = [0.5]"))
                .contains("input.mean")
        );
        let zero = "[input]\ncolour = \"grey\"\nmean = [0.5]\ndeviation = [0.0]";
        assert!(refusal(&format!("{DETECT}\n{zero}")).contains("input.deviation"));
    }

    #[test]
    fn a_variant_is_loaded_with_its_own_hash() {
        let folder = tempfile::tempdir().unwrap();
        let hash = |content: &[u8]| Sha256::digest(content).iter().map(|b| format!("{b:02x}")).collect::<String>();
        std::fs::write(folder.path().join("model.onnx"), b"floats").unwrap();
        std::fs::write(folder.path().join("model.int8.onnx"), b"bytes").unwrap();
        let text = format!(
            "{}\n[variants.int8]\nfile = \"model.int8.onnx\"\nsha256 = \"{}\"\nbest_on = [\"cpu\"]\n",
            DETECT.replace("\"00\"", &format!("{:?}", hash(b"floats"))),
            hash(b"bytes")
        );
        std::fs::write(folder.path().join("manifest.toml"), &text).unwrap();
        let load = |choice: &str, device| Manifest::load_for(folder.path(), choice.parse().unwrap(), device);
        let best = load("auto", DeviceKind::Cpu).unwrap();
        assert_eq!((best.precision, best.sha256), (Precision::Int8, hash(b"bytes")));
        assert!(best.file.ends_with("model.int8.onnx"));
        assert_eq!(load("auto", DeviceKind::Cuda).unwrap().precision, Precision::Fp32);
        assert_eq!(Manifest::load(folder.path()).unwrap().precision, Precision::Fp32);
        let error = load("fp16", DeviceKind::Cpu).map(|_| ()).unwrap_err().to_string();
        assert!(error.contains("no fp16"), "{error}");
        std::fs::write(folder.path().join("model.int8.onnx"), b"other").unwrap();
        assert!(matches!(load("int8", DeviceKind::Cpu), Err(ManifestError::HashMismatch { .. })));
        assert!(refusal(&text.replace("variants.int8", "variants.fp32")).contains("variants"));
        assert!(refusal(&text.replace("model.int8.onnx", "../model.onnx")).contains("variants.file"));
    }

    #[test]
    fn a_dictionary_beside_the_manifest_is_read() {
        let folder = tempfile::tempdir().unwrap();
        let text = READ.replace("charset = \"abé\"", "dictionary = \"letters.txt\"\nspace = \"last\"");
        std::fs::write(folder.path().join("model.onnx"), b"").unwrap();
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
        std::fs::write(folder.path().join("manifest.toml"), text.replace("\"00\"", &format!("{empty:?}"))).unwrap();
        assert!(matches!(Manifest::load(folder.path()), Err(ManifestError::Unreadable { .. })));
        std::fs::write(folder.path().join("letters.txt"), "a\né\nœ\n").unwrap();
        let manifest = Manifest::load(folder.path()).unwrap();
        assert_eq!(manifest.ctc.unwrap().symbols, ["a", "é", "œ", " "]);
        std::fs::write(folder.path().join("letters.txt"), "a\n\nœ\n").unwrap();
        let error = Manifest::load(folder.path()).map(|_| ()).unwrap_err().to_string();
        assert!(error.contains("ctc.dictionary"), "{error}");
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
