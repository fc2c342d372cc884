//! An engine that is a function: the whole pipeline can be tested with no weights and no runtime.

use super::{Engine, Output, Tensor};
use crate::EngineError;

type Function = dyn FnMut(&Tensor) -> Result<Vec<Output>, EngineError> + Send;

/// An engine that answers with what a function says.
pub struct FakeEngine {
    function: Box<Function>,
    input_shape: [Option<usize>; 4],
}

impl FakeEngine {
    /// An engine that runs `function` for every batch, whatever its shape.
    pub fn new(function: impl FnMut(&Tensor) -> Result<Vec<Output>, EngineError> + Send + 'static) -> Self {
        Self { function: Box::new(function), input_shape: [None; 4] }
    }

    /// The same engine, saying that it takes no other shape than this.
    #[must_use]
    pub const fn with_input_shape(mut self, shape: [Option<usize>; 4]) -> Self {
        self.input_shape = shape;
        self
    }
}

impl Engine for FakeEngine {
    fn run(&mut self, input: &Tensor) -> Result<Vec<Output>, EngineError> {
        (self.function)(input)
    }

    fn device(&self) -> &str {
        "fake"
    }

    fn input_shape(&self) -> [Option<usize>; 4] {
        self.input_shape
    }
}
