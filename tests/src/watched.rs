//! Engines that are looked at while they work: what they are given, and the shapes that they met.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use liasse_models::{Engine, EngineError, Output, Shapes, Tensor};

/// The engine, minding new shapes as told or as it does by itself, and `look` called with each batch before it is run.
pub(crate) fn watched(
    engine: impl Engine + 'static,
    shapes: Option<Shapes>,
    look: impl FnMut(&Tensor) + Send + 'static,
) -> Box<dyn Engine> {
    let shapes = shapes.unwrap_or_else(|| engine.shapes());
    Box::new(Watched { look: Box::new(look), engine: Box::new(engine), shapes })
}

struct Watched {
    look: Box<dyn FnMut(&Tensor) + Send>,
    engine: Box<dyn Engine>,
    shapes: Shapes,
}

impl Engine for Watched {
    fn run(&mut self, input: &Tensor, outputs: &mut Vec<Output>) -> Result<(), EngineError> {
        (self.look)(input);
        self.engine.run(input, outputs)
    }

    fn device(&self) -> &str {
        self.engine.device()
    }

    fn input_shape(&self) -> [Option<usize>; 4] {
        self.engine.input_shape()
    }

    fn shapes(&self) -> Shapes {
        self.shapes
    }
}

/// The shapes that engines met: images, channels, rows, columns. Clones remember together.
#[derive(Debug, Clone, Default)]
pub struct Met(Arc<Mutex<HashSet<[usize; 4]>>>);

impl Met {
    /// All of them so far.
    pub fn shapes(&self) -> HashSet<[usize; 4]> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// The engine, minding new shapes or not, with what it meets remembered here.
    pub fn by(&self, engine: impl Engine + 'static, shapes: Shapes) -> Box<dyn Engine> {
        let met = self.clone();
        watched(engine, Some(shapes), move |input| {
            met.0.lock().unwrap_or_else(PoisonError::into_inner).insert(input.shape);
        })
    }
}
