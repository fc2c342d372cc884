//! An engine that minds new shapes as one on a GPU does, and remembers those that it met.

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

    /// The engine, minding new shapes, with what it meets remembered here.
    pub fn by(&self, engine: impl Engine + 'static) -> Box<dyn Engine> {
        Box::new(Minding { met: self.clone(), engine: Box::new(engine) })
    }
}

struct Minding {
    met: Met,
    engine: Box<dyn Engine>,
}

impl Engine for Minding {
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
        Shapes::Few
    }
}
