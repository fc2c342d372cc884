//! What the examples of a type look like.
//!
//! Responsible for what a page's look says for and against a type. Not responsible for what is on the page (see `prototype`).
//!
//! The constants were chosen on drawn pages of development seeds, read from pixels (docs/accuracy.md).

use super::MIN_EXAMPLES;
use super::examples::Example;
use crate::embedding::{dot, unit};
use std::collections::BTreeMap;

/// Weight, in the units of phrase rules, of a look that is all alike (a cosine of 1) beside one that is not alike at all (0).
const WEIGHT: f32 = 3.0;
/// The cosine of a look that says nothing.
const EVEN: f32 = 0.55;

/// The look that examples share, by each model that enough of them are known of: after a new version of the model, the old one's
/// counts until enough pages were learned with the new.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Looks {
    /// A model stands twice where some of its vectors were of another length.
    models: Vec<Look>,
}

/// What they look like to one model.
#[derive(Debug, Clone, PartialEq)]
struct Look {
    model: String,
    /// The mean direction, and that of each example; of length 1.
    mean: Vec<f32>,
    examples: Vec<Vec<f32>>,
}

impl Looks {
    /// Of the examples of a type; nothing by models that fewer than [`MIN_EXAMPLES`] of them are known of.
    pub(super) fn of(examples: &[Example]) -> Looks {
        let mut models: BTreeMap<(&str, usize), Vec<Vec<f32>>> = BTreeMap::new();
        for embedding in examples.iter().filter_map(|e| e.embedding.as_ref()) {
            let direction = embedding.direction();
            models.entry((embedding.model(), direction.len())).or_default().push(direction);
        }
        let enough = models.into_iter().filter(|(_, directions)| directions.len() >= MIN_EXAMPLES);
        let models = enough.map(|((model, dimensions), examples)| {
            let sum = (0..dimensions).map(|at| examples.iter().map(|direction| direction[at]).sum()).collect();
            Look { model: model.to_owned(), mean: unit(sum), examples }
        });
        Looks { models: models.collect() }
    }

    /// How alike a model's direction of a page is, -1 to 1: half to what the examples have in common and half to the nearest of them,
    /// as some types are laid out in several ways. `None` where the examples' is not known by the model.
    pub(super) fn likeness(&self, model: &str, direction: &[f32]) -> Option<f32> {
        let look = self.models.iter().find(|look| look.model == model && look.mean.len() == direction.len())?;
        let nearest = look.examples.iter().map(|example| dot(example, direction)).fold(-1.0, f32::max);
        Some(f32::midpoint(dot(&look.mean, direction), nearest))
    }
}

/// What a look so much alike adds to the weight of the type, or takes from it.
pub(super) fn weight(likeness: f32) -> f32 {
    WEIGHT * (likeness - EVEN)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::embedding::Embedding;
    use crate::learn::features::Features;

    fn example(model: &str, vector: Vec<i8>) -> Example {
        Example::new("a", Features::default(), Some(Embedding::new(model, vector).unwrap()))
    }

    #[test]
    fn pages_that_look_alike_speak_for_a_type() {
        let mut examples: Vec<Example> = (0..5).map(|i| example("look 1", vec![100, i, 0])).collect();
        examples.extend((0..5).map(|_| example("look 2", vec![0, 0, 127])));
        // One of another length, as nobody but a liar gives.
        examples.push(example("look 1", vec![0, 0, 127, 1]));
        let looks = Looks::of(&examples);
        let likeness = |model: &str, vector| looks.likeness(model, &Embedding::new(model, vector).unwrap().direction());
        assert!(weight(likeness("look 1", vec![127, 0, 0]).unwrap()) > 0.0);
        assert!(weight(likeness("look 1", vec![0, 0, 127]).unwrap()) < 0.0);
        assert!(likeness("look 2", vec![0, 0, 127]).unwrap() > 0.99, "a second model's are known too");
        assert_eq!(likeness("look 3", vec![127, 0, 0]), None, "another model's vectors say nothing");
        assert_eq!(likeness("look 1", vec![127, 0, 0, 1]), None, "nor do those of another length");
        assert_eq!(Looks::of(&examples[..4]), Looks::default(), "four are too few");
    }
}
