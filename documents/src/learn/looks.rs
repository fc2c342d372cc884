//! What the examples of a type look like.
//!
//! Responsible for what a page's look says for and against a type. Not responsible for what is on the page (see `prototype`).
//!
//! The constants were chosen on drawn pages of development seeds, read from pixels (docs/accuracy.md).

use super::MIN_EXAMPLES;
use super::examples::Example;
use crate::embedding::{Embedding, dot, unit};
use std::collections::BTreeMap;

/// Weight of a look that is all alike beside one that is not alike at all.
const WEIGHT: f32 = 3.0;
/// How alike a look is that says nothing.
const EVEN: f32 = 0.5;

/// The look that examples share.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Looks {
    model: String,
    /// Their mean direction, of length 1.
    mean: Vec<f32>,
}

impl Looks {
    /// Of the examples whose look is known by the same model as most others'; `None` for fewer than [`MIN_EXAMPLES`].
    pub(super) fn of(examples: &[Example]) -> Option<Looks> {
        let mut models: BTreeMap<&str, Vec<Vec<f32>>> = BTreeMap::new();
        for embedding in examples.iter().filter_map(|e| e.embedding.as_ref()) {
            models.entry(embedding.model()).or_default().push(embedding.direction());
        }
        let (model, directions) = models.into_iter().max_by_key(|(_, directions)| directions.len())?;
        if directions.len() < MIN_EXAMPLES {
            return None;
        }
        let numbers = directions.iter().map(Vec::len).max()?;
        let sum = (0..numbers).map(|at| directions.iter().filter_map(|d| d.get(at)).sum()).collect();
        Some(Looks { model: model.to_owned(), mean: unit(sum) })
    }

    /// How alike a look is, -1 to 1; `None` for one of another model.
    pub(super) fn likeness(&self, embedding: &Embedding) -> Option<f32> {
        (embedding.model() == self.model).then(|| dot(&self.mean, &embedding.direction()))
    }
}

/// What a look so much alike adds to the weight of the type, or takes from it.
pub(super) fn weight(likeness: f32) -> f32 {
    WEIGHT * (likeness - EVEN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::learn::features::Features;

    fn example(model: &str, vector: Vec<i8>) -> Example {
        Example::new("a", Features::default(), Some(Embedding::new(model, vector).unwrap()))
    }

    #[test]
    fn pages_that_look_alike_speak_for_a_type() {
        let mut examples: Vec<Example> = (0..5).map(|i| example("look 1", vec![100, i, 0])).collect();
        examples.push(example("look 2", vec![0, 0, 127]));
        let looks = Looks::of(&examples).unwrap();
        let likeness = |model: &str, vector| looks.likeness(&Embedding::new(model, vector).unwrap());
        assert!(weight(likeness("look 1", vec![127, 0, 0]).unwrap()) > 0.0);
        assert!(weight(likeness("look 1", vec![0, 0, 127]).unwrap()) < 0.0);
        assert_eq!(likeness("look 2", vec![127, 0, 0]), None, "another model's vectors say nothing");
        assert!(Looks::of(&examples[1..]).is_none(), "four of one model are too few");
    }
}
