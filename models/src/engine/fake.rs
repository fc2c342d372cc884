//! An engine that is a function: the whole pipeline can be tested with no weights and no runtime.

use super::{Engine, Output, Shapes, Tensor};
use crate::EngineError;

type Function = dyn FnMut(&Tensor) -> Result<Vec<Output>, EngineError> + Send;

/// An engine that answers with what a function says.
pub struct FakeEngine {
    function: Box<Function>,
    input_shape: [Option<usize>; 4],
    shapes: Shapes,
}

impl FakeEngine {
    /// An engine that runs `function` for every batch, whatever its shape.
    pub fn new(function: impl FnMut(&Tensor) -> Result<Vec<Output>, EngineError> + Send + 'static) -> Self {
        Self { function: Box::new(function), input_shape: [None; 4], shapes: Shapes::Any }
    }

    /// The same engine, saying that it takes no other shape than this.
    #[must_use]
    pub const fn with_input_shape(mut self, shape: [Option<usize>; 4]) -> Self {
        self.input_shape = shape;
        self
    }

    /// The same engine, saying that new shapes of batches cost it so much.
    #[must_use]
    pub const fn with_shapes(mut self, shapes: Shapes) -> Self {
        self.shapes = shapes;
        self
    }
}

impl Engine for FakeEngine {
    fn run(&mut self, input: &Tensor, outputs: &mut Vec<Output>) -> Result<(), EngineError> {
        *outputs = (self.function)(input)?;
        Ok(())
    }

    fn device(&self) -> &str {
        "fake"
    }

    fn input_shape(&self) -> [Option<usize>; 4] {
        self.input_shape
    }

    fn shapes(&self) -> Shapes {
        self.shapes
    }
}
