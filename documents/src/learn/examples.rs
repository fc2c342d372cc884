//! The file of a type's examples: `TYPE.examples.toml`, beside the type's own file.
//!
//! It is TOML, so that a person can see what a type was learned from and take an example out. It holds hashes of words, no text but the
//! names that the pages were given with; and what each page looks like, where a server told.

use super::features::{Features, MAX, VERSION};
use crate::embedding::Embedding;
use crate::file::{FileError, Source};
use serde::{Deserialize, Serialize};
use std::fmt::Write as _;
use toml::Spanned;

/// How the names of such files end.
pub const FILE_ENDING: &str = ".examples.toml";
/// Examples from which on they count.
pub const MIN_EXAMPLES: usize = 5;
/// Examples of a type: when more are learned the oldest give way.
pub const MAX_EXAMPLES: usize = 30;
/// Bytes of a file of examples.
pub const MAX_BYTES: usize = 1024 * 1024;
/// Characters of the name of a page.
const MAX_SOURCE: usize = 120;

/// The examples of one type.
#[derive(Debug, Clone, PartialEq)]
pub struct Examples {
    /// The type.
    pub type_name: String,
    /// As people read it, in French, where the type has no file of its own.
    pub label: String,
    /// The oldest first; at most [`MAX_EXAMPLES`].
    pub examples: Vec<Example>,
}

/// One page.
#[derive(Debug, Clone, PartialEq)]
pub struct Example {
    /// What the page was called.
    pub source: String,
    /// What it is remembered by.
    pub features: Features,
    /// What it looks like, where that is known.
    pub embedding: Option<Embedding>,
}

impl Example {
    /// An example; what is too long of its name is cut off.
    pub(super) fn new(source: &str, features: Features, embedding: Option<Embedding>) -> Example {
        let source = source.chars().filter(|c| !c.is_control()).take(MAX_SOURCE).collect();
        Example { source, features, embedding }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    r#type: Spanned<String>,
    label: Spanned<String>,
    features: Spanned<u32>,
    #[serde(default, rename = "example")]
    examples: Vec<Spanned<FileExample>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileExample {
    source: String,
    features: String,
    embedding: Option<String>,
}

#[derive(Serialize)]
struct Written<'a> {
    r#type: &'a str,
    label: &'a str,
    features: u32,
    #[serde(rename = "example")]
    examples: Vec<WrittenExample<'a>>,
}

#[derive(Serialize)]
struct WrittenExample<'a> {
    source: &'a str,
    features: String,
    embedding: Option<String>,
}

/// Whether a text may name a type, as far as its letters go.
pub(super) fn is_name(name: &str) -> bool {
    Source { file: "", text: "" }.name(0, name).is_ok()
}

/// Whether a text may be a label.
pub(super) fn is_label(label: &str) -> bool {
    Source { file: "", text: "" }.words(0, "label", label).is_ok()
}

impl Examples {
    /// Reads the text of such a file. `file` is how errors name it; it begins with the name of the type, after any folders.
    ///
    /// # Errors
    /// [`FileError`] with the file, the line and the reason.
    pub fn parse(file: &str, text: &str) -> Result<Examples, FileError> {
        let source = Source { file, text };
        let parsed: File = source.parse(MAX_BYTES)?;
        let at = parsed.r#type.span().start;
        let type_name = parsed.r#type.into_inner();
        source.name(at, &type_name)?;
        if type_name == crate::types::OTHER {
            return Err(source.error(at, "\"autre\" is what a page is when no type fits, and has no examples"));
        }
        let named = file.rsplit(['/', '\\']).next().unwrap_or(file);
        if named.strip_suffix(FILE_ENDING) != Some(&type_name) {
            return Err(source.error(at, format!("examples of {type_name} belong in {type_name}{FILE_ENDING}")));
        }
        let version = *parsed.features.get_ref();
        if version != VERSION {
            let reason =
                format!("was learned with features of version {version}, not {VERSION}: learn the pages again");
            return Err(source.error(parsed.features.span().start, reason));
        }
        source.words(parsed.label.span().start, "label", parsed.label.get_ref())?;
        if let Some(beyond) = parsed.examples.get(MAX_EXAMPLES) {
            return Err(source.error(beyond.span().start, format!("more than {MAX_EXAMPLES} examples")));
        }
        let mut examples = Vec::with_capacity(parsed.examples.len());
        for entry in parsed.examples {
            let (at, FileExample { source: page, features, embedding }) = (entry.span().start, entry.into_inner());
            let features = decoded(&features).map_err(|reason| source.error(at, reason))?;
            let embedding = embedding.map(|text| Embedding::parse(&text)).transpose();
            examples.push(Example::new(&page, features, embedding.map_err(|reason| source.error(at, reason))?));
        }
        Ok(Examples { type_name, label: parsed.label.into_inner(), examples })
    }

    /// The text of the file.
    ///
    /// # Panics
    /// Never: strings and a number always have a TOML form.
    pub fn to_toml(&self) -> String {
        let written = Written {
            r#type: &self.type_name,
            label: &self.label,
            features: VERSION,
            examples: self
                .examples
                .iter()
                .map(|e| WrittenExample {
                    source: &e.source,
                    features: encoded(&e.features),
                    embedding: e.embedding.as_ref().map(Embedding::to_string),
                })
                .collect(),
        };
        #[expect(clippy::expect_used, reason = "strings and a number always have a TOML form")]
        let body = toml::to_string(&written).expect("a TOML form");
        format!(
            "# Learned from sample pages by `liasse types learn`. To take a page out, remove its [[example]].\n{body}"
        )
    }

    /// The name of the file.
    pub fn file_name(&self) -> String {
        format!("{}{FILE_ENDING}", self.type_name)
    }
}

fn encoded(features: &Features) -> String {
    let mut out = String::with_capacity(8 * features.0.len());
    for feature in &features.0 {
        // Writing to a string cannot fail.
        let _ = write!(out, "{feature:08x}");
    }
    out
}

fn decoded(text: &str) -> Result<Features, String> {
    if !text.len().is_multiple_of(8) || text.is_empty() || text.len() > 8 * MAX {
        return Err(format!("features are 1 to {MAX} numbers of 8 hexadecimal digits"));
    }
    let digit = |b: u8| {
        char::from(b).to_digit(16).ok_or_else(|| "features have a letter that is no hexadecimal digit".to_owned())
    };
    let mut features = Vec::with_capacity(text.len() / 8);
    for number in text.as_bytes().chunks_exact(8) {
        features.push(number.iter().try_fold(0_u32, |sum, b| Ok::<_, String>((sum << 4) | digit(*b)?))?);
    }
    if !features.is_sorted_by(|a, b| a < b) {
        return Err("features are not in ascending order".to_owned());
    }
    Ok(Features(features))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn two() -> Examples {
        let example = |source: &str, features: &[u32]| {
            let embedding = features.get(1).map(|_| Embedding::new("page-look 0.1.0", vec![127, -1]).unwrap());
            Example::new(source, Features(features.to_vec()), embedding)
        };
        Examples {
            type_name: "cantine".into(),
            label: "Cantine \"scolaire\"".into(),
            examples: vec![example("a.jpg, page 1", &[1, 0xdead_beef]), example("b\u{1}.jpg", &[7])],
        }
    }

    #[test]
    fn what_is_written_is_read_again() {
        let text = two().to_toml();
        assert_eq!(Examples::parse("dir/cantine.examples.toml", &text).unwrap(), two());
        assert!(text.contains("00000001deadbeef"), "{text}");
        assert_eq!(two().examples[1].source, "b.jpg");
    }

    #[test]
    fn a_broken_file_is_refused_with_line_and_reason() {
        let text = two().to_toml();
        let cases = [
            ("features = 1", "features = 9", 4, "version 9"),
            ("type = \"cantine\"", "type = \"piscine\"", 2, "piscine.examples.toml"),
            ("type = \"cantine\"", "type = \"autre\"", 2, "autre"),
            ("type = \"cantine\"", "type = \"Cantine\"", 2, "lower-case"),
            ("00000001deadbeef", "deadbeef00000001", 6, "ascending"),
            ("00000001deadbeef", "00000001deadbeeg", 6, "hexadecimal"),
            ("00000001deadbeef", "00000001dead", 6, "8 hexadecimal"),
            ("00000001deadbeef", "0000000éeadbeef", 6, "hexadecimal"),
            ("page-look 0.1.0 7fff", "page-look 0.1.0 7ff", 6, "hexadecimal"),
            ("source = \"b.jpg\"", "sauce = \"b.jpg\"", 12, "sauce"),
        ];
        for (from, to, line, reason) in cases {
            assert!(text.contains(from), "{from} in {text}");
            let error = Examples::parse("cantine.examples.toml", &text.replacen(from, to, 1)).unwrap_err();
            assert!(error.line == line && error.reason.contains(reason), "{to}: {error}");
        }
        let many = format!("{text}{}", "[[example]]\nsource = \"x\"\nfeatures = \"00000001\"\n".repeat(MAX_EXAMPLES));
        assert!(Examples::parse("cantine.examples.toml", &many).unwrap_err().reason.contains("more than 30"));
    }
}
