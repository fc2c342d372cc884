//! An engine that is a function: the whole pipeline can be tested with no weights and no runtime.

use super::{Engine, Output, Tensor};
use crate::EngineError;

type Function = dyn FnMut(&Tensor) -> Result<Vec<Output>, EngineError> + Send;

/// An engine that answers with what a function says.
pub struct FakeEngine {
    function: Box<Function>,
}

impl FakeEngine {
    /// An engine that runs `function` for every batch.
    pub fn new(function: impl FnMut(&Tensor) -> Result<Vec<Output>, EngineError> + Send + 'static) -> Self {
        Self {
            function: Box::new(function),
        }
    }
}

impl Engine for FakeEngine {
    fn run(&mut self, input: &Tensor) -> Result<Vec<Output>, EngineError> {
        (self.function)(input)
    }

    fn device(&self) -> &str {
        "fake"
    }
}
