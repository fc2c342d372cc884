//! A network with its manifest: what every model does before and after its own arithmetic.
//!
//! Responsible for refusing a network that does not take what its manifest says, for running it on images, and for the shapes of its
//! outputs. Not responsible for what its numbers mean.

use liasse_imaging::GreyImage;

use crate::engine::takes;
use crate::input::InputValues;
use crate::{Engine, Manifest, ModelError, Output, Shapes, Tensor};

/// A network that is loaded and described.
pub(crate) struct Network {
    pub(crate) manifest: Manifest,
    values: InputValues,
    engine: Box<dyn Engine>,
    /// What the engine was given and gave last: memory that the next batch uses again.
    input: Tensor,
    pub(crate) outputs: Vec<Output>,
}

impl Network {
    /// The network of `manifest` that runs on `engine` and takes images of this height and width (`None`: any).
    ///
    /// # Errors
    /// [`ModelError::Input`] when it does not, in any number and of the manifest's channels.
    pub(crate) fn new(manifest: Manifest, engine: Box<dyn Engine>, size: [Option<u32>; 2]) -> Result<Self, ModelError> {
        let values = InputValues::new(&manifest.input);
        let [height, width] = size.map(|side| side.map(|side| side as usize));
        if let Err([found, expected]) = takes(&*engine, [Some(values.channels()), height, width]) {
            return Err(ModelError::Input { model: manifest.name, found, expected });
        }
        Ok(Self { manifest, values, engine, input: Tensor::default(), outputs: Vec::new() })
    }

    /// What it runs on.
    pub(crate) fn device(&self) -> &str {
        self.engine.device()
    }

    /// Whether its engine minds new shapes.
    pub(crate) fn shapes(&self) -> Shapes {
        self.engine.shapes()
    }

    /// Runs it on a batch of this count, height and width, which is padded where there are fewer or smaller images.
    ///
    /// # Errors
    /// [`ModelError::Engine`] when the engine fails.
    pub(crate) fn run(&mut self, images: &[GreyImage], batch: [usize; 3]) -> Result<(), ModelError> {
        self.values.batch(images, batch, &mut self.input);
        self.engine
            .run(&self.input, &mut self.outputs)
            .map_err(|source| ModelError::Engine { model: self.manifest.name.clone(), source })
    }

    /// The values of one of the outputs of the last run, which is to have this shape.
    ///
    /// # Errors
    /// [`ModelError::Shape`] when it has not.
    pub(crate) fn output(&self, index: usize, shape: &[usize]) -> Result<&[f32], ModelError> {
        let output = self.outputs.get(index);
        output.filter(|output| output.shape == shape).map(|output| output.data.as_slice()).ok_or_else(|| {
            ModelError::Shape {
                model: self.manifest.name.clone(),
                found: output.map(|output| output.shape.clone()).unwrap_or_default(),
                expected: format!("{shape:?}"),
            }
        })
    }

    /// That images were given which do not fit together; `odd` is one of them.
    pub(crate) fn mixed(&self, expected: String, odd: &GreyImage) -> ModelError {
        let found = format!("{} x {}", odd.width, odd.height);
        ModelError::MixedBatch { model: self.manifest.name.clone(), expected, found }
    }
}

/// How many pages a batch of `pages` is padded to that holds `full` at most: an engine that minds new shapes gets one page or as many as fit.
pub(crate) fn padded(shapes: Shapes, pages: usize, full: usize) -> usize {
    match shapes {
        Shapes::Few if pages > 1 => pages.max(full),
        _ => pages,
    }
}
