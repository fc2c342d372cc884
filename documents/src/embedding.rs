//! What a page looks like, as a server's model tells it: a vector that points the same way as those of pages that look alike.
//!
//! Responsible for its bounds, for how alike two are, and for its text in a file of examples. Not responsible for how it is made (see
//! `liasse_models::Embedder`).

use std::fmt;

/// Numbers of a vector at most.
const MAX_NUMBERS: usize = 1024;
/// Bytes of a model's name and version at most.
const MAX_MODEL: usize = 120;

/// A page's vector and which model it is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Embedding {
    model: String,
    vector: Vec<i8>,
}

/// Why a vector is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum EmbeddingError {
    /// No name and version, or too long ones, or with something that does not print.
    #[error("an embedding names its model and version in 1 to {MAX_MODEL} printable characters")]
    Model,
    /// No direction, or too many numbers.
    #[error("an embedding has 1 to {MAX_NUMBERS} numbers, not all of them 0")]
    Vector,
}

impl Embedding {
    /// A vector of a model's; of any length, since its direction alone counts.
    ///
    /// # Errors
    /// [`EmbeddingError`] where it is none.
    pub fn new(model: &str, vector: Vec<i8>) -> Result<Embedding, EmbeddingError> {
        let prints = |c: char| c.is_ascii_graphic() || c == ' ';
        if model.trim().is_empty() || model.len() > MAX_MODEL || !model.chars().all(prints) {
            return Err(EmbeddingError::Model);
        }
        if vector.len() > MAX_NUMBERS || vector.iter().all(|number| *number == 0) {
            return Err(EmbeddingError::Vector);
        }
        Ok(Embedding { model: model.to_owned(), vector })
    }

    /// From the text that [`Embedding`] is displayed as.
    ///
    /// # Errors
    /// A sentence that says what is wrong.
    pub(crate) fn parse(text: &str) -> Result<Embedding, String> {
        let (model, digits) = text.rsplit_once(' ').ok_or("an embedding is a model, its version and a vector")?;
        let digit = |byte: &u8| char::from(*byte).to_digit(16);
        let numbers = digits.as_bytes().chunks(2).map(|pair| match pair {
            [high, low] => Some(i8::from_le_bytes([(digit(high)? << 4 | digit(low)?) as u8])),
            _ => None,
        });
        let vector: Option<Vec<i8>> = numbers.collect();
        let vector = vector.ok_or("an embedding's vector is written in pairs of hexadecimal digits")?;
        Embedding::new(model, vector).map_err(|error| error.to_string())
    }

    /// The model's name and version.
    pub(crate) fn model(&self) -> &str {
        &self.model
    }

    /// Its direction: a vector of length 1.
    pub(crate) fn direction(&self) -> Vec<f32> {
        unit(self.vector.iter().map(|number| f32::from(*number)).collect())
    }
}

/// Name and version of the model, then two hexadecimal digits for each number.
impl fmt::Display for Embedding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ", self.model)?;
        self.vector.iter().try_for_each(|number| write!(f, "{:02x}", number.to_le_bytes()[0]))
    }
}

/// The same direction in length 1; zeros stay zeros.
pub(crate) fn unit(mut vector: Vec<f32>) -> Vec<f32> {
    let length = dot(&vector, &vector).sqrt().max(f32::MIN_POSITIVE);
    vector.iter_mut().for_each(|number| *number /= length);
    vector
}

/// How alike two directions of as many numbers are, -1 to 1.
pub(crate) fn dot(a: &[f32], b: &[f32]) -> f32 {
    a.iter().zip(b).map(|(a, b)| a * b).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_again() {
        let embedding = Embedding::new("page-look 0.1.0", vec![127, -1, 0, -128]).unwrap();
        assert_eq!(embedding.to_string(), "page-look 0.1.0 7fff0080");
        assert_eq!(Embedding::parse(&embedding.to_string()).unwrap(), embedding);
        assert_eq!(embedding.model(), "page-look 0.1.0");
        assert!((dot(&embedding.direction(), &embedding.direction()) - 1.0).abs() < 1e-5);
    }

    #[test]
    fn what_is_none_is_refused() {
        for text in [
            "", "7f00", "page-look 0.1.0 7f0", "page-look 0.1.0 7é", "page-look 0.1.0 +f+1", "page-look 0.1.0 0000",
            " 7f", "a\u{1} 7f",
        ] {
            assert!(Embedding::parse(text).is_err(), "{text:?}");
        }
        assert_eq!(Embedding::new("m", vec![1; MAX_NUMBERS + 1]), Err(EmbeddingError::Vector));
        assert_eq!(Embedding::new(&"m".repeat(MAX_MODEL + 1), vec![1]), Err(EmbeddingError::Model));
    }
}
