//! An engine that remembers the shapes that it met, and minds new ones as one on a GPU does if it is told to.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

use liasse_models::{Engine, EngineError, Output, Shapes, Tensor};

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
        Box::new(Watched { met: self.clone(), engine: Box::new(engine), shapes })
    }
}

struct Watched {
    met: Met,
    engine: Box<dyn Engine>,
    shapes: Shapes,
}

impl Engine for Watched {
    fn run(&mut self, input: &Tensor, outputs: &mut Vec<Output>) -> Result<(), EngineError> {
        self.met.0.lock().unwrap_or_else(PoisonError::into_inner).insert(input.shape);
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
