//! Finding text lines on a page: input values, and the network's maps to quadrilaterals.

mod bend;
mod line_field;
mod rules;
mod segmentation;

use liasse_geometry::{Bend, Quad};
use liasse_imaging::GreyImage;

use crate::network::{Network, padded};
use crate::{Engine, GlanceSettings, LineFieldSettings, Manifest, ModelError, Role, SegmentationSettings, Shapes};
use rules::GRID;

pub use rules::{InputRules, InputSize};

/// Pages that a detector is warmed with, upright and lying, in pixels at 300 dpi: A4, and where new shapes are dear letter and A4
/// that was cut narrower, too. Other pages are met as they come.
const PAGES: [(u32, u32); 3] = [(2480, 3508), (2550, 3300), (2380, 3508)];

/// A text line that was found.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DetectedLine {
    /// Its nominal box, in pixels of the detector's input.
    pub quad: Quad,
    /// How it bends within that; `None` for a line that is as good as straight.
    pub bend: Option<Bend>,
    /// 0 to 1.
    pub confidence: f32,
}

/// What the network's output means.
#[derive(Clone, Copy)]
enum Kind {
    LineField(LineFieldSettings),
    Segmentation(SegmentationSettings),
}

impl Kind {
    const fn max_pixels(&self) -> u64 {
        match self {
            Self::LineField(settings) => settings.max_pixels,
            Self::Segmentation(settings) => settings.max_pixels,
        }
    }

    const fn glance(&self) -> Option<GlanceSettings> {
        match self {
            Self::LineField(settings) => settings.glance,
            Self::Segmentation(_) => None,
        }
    }

    /// The output's channels, rows and columns for an input of this size.
    const fn output(&self, width: usize, height: usize) -> [usize; 3] {
        match self {
            Self::LineField(_) => [3, height / line_field::SCALE, width / line_field::SCALE],
            Self::Segmentation(_) => [1, height, width],
        }
    }

    /// The lines of one page from its part of the output.
    fn lines(&self, page: &[f32], [_, rows, columns]: [usize; 3]) -> Vec<DetectedLine> {
        match self {
            Self::LineField(settings) => {
                let (core, distances) = page.split_at(rows * columns);
                let (up, down) = distances.split_at(rows * columns);
                line_field::lines(&line_field::Maps { core, up, down, width: columns }, settings)
            }
            Self::Segmentation(settings) => segmentation::lines(page, columns, settings),
        }
    }
}

/// Finds text lines.
pub struct Detector {
    network: Network,
    kind: Kind,
    /// How many pages a batch has at most, where batches are padded.
    batch_pages: usize,
}

impl Detector {
    /// A detector of `manifest` that runs on `engine`.
    ///
    /// # Errors
    /// [`ModelError::Role`] when the manifest is not a detector's, [`ModelError::Input`] when the network does not take
    /// images of the manifest's channels, any number of them and of any size.
    pub fn new(manifest: Manifest, engine: Box<dyn Engine>) -> Result<Self, ModelError> {
        let kind = match (manifest.line_field, manifest.segmentation) {
            (Some(settings), _) => Kind::LineField(settings),
            (None, Some(settings)) => Kind::Segmentation(settings),
            (None, None) => {
                return Err(ModelError::Role { model: manifest.name, found: manifest.role, wanted: Role::Detect });
            }
        };
        Ok(Self { network: Network::new(manifest, engine, [None, None])?, kind, batch_pages: 1 })
    }

    /// The same detector, told how many pages a batch will have at most. It matters for an engine that minds new shapes: batches of
    /// more than one page are padded to so many.
    #[must_use]
    pub const fn with_batch_pages(mut self, pages: usize) -> Self {
        self.batch_pages = pages;
        self
    }

    /// What the model is.
    pub const fn manifest(&self) -> &Manifest {
        &self.network.manifest
    }

    /// What the model runs on.
    pub fn device(&self) -> &str {
        self.network.device()
    }

    /// How pages are brought to this detector's input.
    pub fn rules(&self) -> InputRules {
        InputRules::new(self.kind.max_pixels(), self.kind.glance(), self.network.shapes())
    }

    /// [`InputRules::input_size`] of this detector.
    pub fn input_size(&self, width: u32, height: u32) -> InputSize {
        self.rules().input_size(width, height)
    }

    /// Runs an empty A4 page, upright and lying, so that a network that does not do what its manifest says is refused before the first
    /// page, and so that the first page is as fast as the second; for an engine that minds new shapes also letter and a narrower page, and
    /// all of them alone and in a full batch. Returns how many batches were run.
    ///
    /// # Errors
    /// As [`Detector::detect`].
    pub fn warm_up(&mut self) -> Result<usize, ModelError> {
        let (pages, mut counts) = match self.network.shapes() {
            Shapes::Any => (&PAGES[..1], vec![1]),
            Shapes::Few => (&PAGES[..], vec![1, self.batch_pages]),
        };
        counts.dedup();
        let mut batches = 0;
        for (width, height) in pages.iter().flat_map(|(width, height)| [(*width, *height), (*height, *width)]) {
            let size = self.input_size(width, height);
            let (width, height) = (size.width, size.height);
            let data = vec![u8::MAX; width as usize * height as usize];
            for count in &counts {
                self.detect(&vec![GreyImage { width, height, data: data.clone() }; *count])?;
                batches += 1;
            }
        }
        Ok(batches)
    }

    /// Finds the lines of each image. The images have one size, both sides multiples of 32 (see [`Detector::input_size`], which gives
    /// coarser ones to an engine that minds new shapes).
    ///
    /// # Errors
    /// [`ModelError`] when the images do not fit together or the network fails.
    pub fn detect(&mut self, batch: &[GreyImage]) -> Result<Vec<Vec<DetectedLine>>, ModelError> {
        let Some(first) = batch.first() else {
            return Ok(Vec::new());
        };
        let (width, height) = (first.width, first.height);
        if let Some(odd) =
            batch.iter().find(|i| (i.width, i.height) != (width, height) || i.width % GRID != 0 || i.height % GRID != 0)
        {
            return Err(self.network.mixed(format!("{width} x {height} pixels, multiples of {GRID}"), odd));
        }
        let (wide, high) = (width as usize, height as usize);
        let count = padded(self.network.shapes(), batch.len(), self.batch_pages);
        self.network.run(batch, [count, high, wide])?;
        let page = self.kind.output(wide, high);
        let maps = self.network.output(0, &[count, page[0], page[1], page[2]])?.chunks_exact(page.iter().product());
        Ok(maps.take(batch.len()).map(|part| self.kind.lines(part, page)).collect())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FakeEngine, Output};
    use std::path::Path;

    fn detector(engine: FakeEngine) -> Detector {
        let manifest = Manifest::parse(crate::manifest::tests::DETECT, Path::new("m.toml")).unwrap();
        Detector::new(manifest, Box::new(engine)).unwrap()
    }

    fn silent() -> FakeEngine {
        FakeEngine::new(|input| {
            let [n, _, h, w] = input.shape;
            let shape = vec![n, 3, h / 4, w / 4];
            Ok(vec![Output { data: vec![-9.0; shape.iter().product()], shape }])
        })
    }

    #[test]
    fn an_engine_that_minds_new_shapes_meets_few() {
        let met = std::sync::Arc::new(std::sync::Mutex::new(std::collections::HashSet::new()));
        let told = met.clone();
        let engine = FakeEngine::new(move |input| {
            told.lock().unwrap().insert(input.shape);
            let [n, _, h, w] = input.shape;
            let mut data = vec![-9.0; n * 3 * (h / 4) * (w / 4)];
            // A line of 20 map pixels in the upper left corner of every image, those that only pad included.
            for page in data.chunks_exact_mut(3 * (h / 4) * (w / 4)) {
                page[..20].fill(9.0);
            }
            Ok(vec![Output { shape: vec![n, 3, h / 4, w / 4], data }])
        });
        let mut detector = detector(engine.with_shapes(Shapes::Few)).with_batch_pages(4);
        assert_eq!(detector.warm_up().unwrap(), 12);
        let warmed = met.lock().unwrap().clone();
        for (pages, width, height) in
            [(1, 2480, 3508), (2, 2478, 3506), (4, 1654, 2339), (2, 3508, 2479), (3, 2550, 3300), (1, 2400, 3508)]
        {
            let size = detector.input_size(width, height);
            let data = vec![255; size.width as usize * size.height as usize];
            let found =
                detector.detect(&vec![GreyImage { width: size.width, height: size.height, data }; pages]).unwrap();
            assert_eq!(found.iter().map(Vec::len).collect::<Vec<_>>(), vec![1; pages]);
        }
        assert_eq!(*met.lock().unwrap(), warmed, "every shape was met before the first page");
    }

    #[test]
    fn nothing_found_on_paper() {
        let image = GreyImage { width: 64, height: 32, data: vec![255; 64 * 32] };
        assert_eq!(detector(silent()).detect(&[image.clone(), image]).unwrap(), vec![vec![], vec![]]);
    }

    #[test]
    fn ink_is_one_and_paper_is_zero() {
        let engine = FakeEngine::new(|input| {
            assert_eq!((input.data[0], input.data[1]), (1.0, 0.0));
            let [n, _, h, w] = input.shape;
            Ok(vec![Output { shape: vec![n, 3, h / 4, w / 4], data: vec![-9.0; n * 3 * h * w / 16] }])
        });
        let mut data = vec![255; 32 * 32];
        data[0] = 0;
        assert!(detector(engine).detect(&[GreyImage { width: 32, height: 32, data }]).is_ok());
    }

    #[test]
    fn mixed_sizes_and_wrong_outputs_are_errors() {
        let small = GreyImage { width: 32, height: 32, data: vec![255; 32 * 32] };
        let large = GreyImage { width: 64, height: 32, data: vec![255; 64 * 32] };
        let error = detector(silent()).detect(&[small.clone(), large]).unwrap_err();
        assert!(matches!(error, ModelError::MixedBatch { .. }), "{error}");
        let wrong = FakeEngine::new(|_| Ok(vec![Output { shape: vec![1], data: vec![0.0] }]));
        assert!(matches!(detector(wrong).detect(&[small]), Err(ModelError::Shape { .. })));
    }
}
