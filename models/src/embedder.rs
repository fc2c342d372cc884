//! What a page looks like: a small picture of all of it to a vector that is near those of pages that look alike.
//!
//! Responsible for the picture's values and for running the network. Not responsible for cutting the picture out of a page, nor for
//! what is made of vectors (see `liasse_documents::learn`).

use liasse_imaging::GreyImage;

use crate::network::{Network, padded};
use crate::{EmbeddingSettings, Engine, Manifest, ModelError, Role, Shapes};

/// Ranks of the grey levels, as shares of a picture's pixels, that count as ink and as paper; the same as in
/// `models/training/liasse_training/look.py`.
const INK_RANK: f64 = 0.02;
const PAPER_RANK: f64 = 0.7;
/// Grey levels between ink and paper at least: a picture with less has no ink.
const LEAST_CONTRAST: u8 = 40;

/// Tells what pages look like.
pub struct Embedder {
    network: Network,
    settings: EmbeddingSettings,
    /// How many pages a batch has at most, where batches are padded.
    batch_pages: usize,
}

impl Embedder {
    /// An embedder of `manifest` that runs on `engine`.
    ///
    /// # Errors
    /// [`ModelError::Role`] when the manifest is for something else, [`ModelError::Input`] when the network does not take any number
    /// of pictures of the manifest's size.
    pub fn new(manifest: Manifest, engine: Box<dyn Engine>) -> Result<Self, ModelError> {
        let Some(settings) = manifest.embedding else {
            return Err(ModelError::Role { model: manifest.name, found: manifest.role, wanted: Role::Embed });
        };
        let network = Network::new(manifest, engine, [Some(settings.height), Some(settings.width)])?;
        Ok(Self { network, settings, batch_pages: 1 })
    }

    /// The same embedder, told how many pages a batch will have at most: an engine that minds new shapes gets batches of one page or of
    /// so many.
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

    /// Width and height in pixels of the pictures that it takes: of whole pages, upright, whatever their shape.
    pub const fn size(&self) -> (u32, u32) {
        (self.settings.width, self.settings.height)
    }

    /// Runs an empty page, alone and, for an engine that minds new shapes, in a full batch. Returns how many batches were run.
    ///
    /// # Errors
    /// As [`Embedder::embed`].
    pub fn warm_up(&mut self) -> Result<usize, ModelError> {
        let (width, height) = self.size();
        let page = GreyImage { width, height, data: vec![u8::MAX; width as usize * height as usize] };
        let mut counts = match self.network.shapes() {
            Shapes::Any => vec![1],
            Shapes::Few => vec![1, self.batch_pages],
        };
        counts.dedup();
        for count in &counts {
            self.embed(&vec![page.clone(); *count])?;
        }
        Ok(counts.len())
    }

    /// The vector of each picture, of length 127, each number rounded to a whole one.
    ///
    /// # Errors
    /// [`ModelError`] when a picture has another size than [`Embedder::size`] or the network fails.
    pub fn embed(&mut self, pages: &[GreyImage]) -> Result<Vec<Vec<i8>>, ModelError> {
        let (width, height) = self.size();
        if let Some(odd) = pages.iter().find(|page| (page.width, page.height) != (width, height)) {
            return Err(self.network.mixed(format!("{width} x {height} pixels"), odd));
        }
        if pages.is_empty() {
            return Ok(Vec::new());
        }
        let count = padded(self.network.shapes(), pages.len(), self.batch_pages);
        let toned: Vec<GreyImage> = pages.iter().map(toned).collect();
        self.network.run(&toned, [count, height as usize, width as usize])?;
        let vectors = self.network.output(0, &[count, self.settings.dimensions])?;
        Ok(vectors.chunks_exact(self.settings.dimensions).take(pages.len()).map(rounded).collect())
    }
}

/// A vector of length 127 in whole numbers; zeros where it has no direction.
fn rounded(vector: &[f32]) -> Vec<i8> {
    let length = vector.iter().map(|v| v * v).sum::<f32>().sqrt();
    let scale = if length.is_finite() && length > 0.0 { 127.0 / length } else { 0.0 };
    vector.iter().map(|v| (v * scale).round() as i8).collect()
}

/// A picture with its paper white and its ink black.
fn toned(image: &GreyImage) -> GreyImage {
    let mut counts = [0_usize; 256];
    image.data.iter().for_each(|level| counts[usize::from(*level)] += 1);
    let ranked = |share: f64| {
        let rank = (share * (image.data.len().max(1) - 1) as f64) as usize;
        let mut below = 0;
        let level = counts.iter().position(|count| {
            below += count;
            below > rank
        });
        level.unwrap_or(255) as u8
    };
    let (ink, paper) = (ranked(INK_RANK), ranked(PAPER_RANK));
    let depth = f32::from(paper.saturating_sub(ink).max(LEAST_CONTRAST));
    let tone: [u8; 256] = std::array::from_fn(|level| {
        let share = (f32::from(paper) - level as f32) / depth;
        255 - (255.0 * share.clamp(0.0, 1.0)).round() as u8
    });
    GreyImage { data: image.data.iter().map(|level| tone[usize::from(*level)]).collect(), ..*image }
}

#[cfg(test)]
mod tests {
    use std::path::Path;

    use super::*;
    use crate::{FakeEngine, Output};

    const EMBED: &str = r#"
name = "test-look"
version = "0.1.0"
role = "embed"
file = "model.onnx"
sha256 = "00"
precision = "fp32"
licence = "Apache-2.0"

[embedding]
width = 8
height = 16
dimensions = 2
"#;

    fn manifest() -> Manifest {
        Manifest::parse(EMBED, Path::new("m.toml")).unwrap()
    }

    /// Sums the ink of the upper and of the lower half.
    fn halves() -> FakeEngine {
        FakeEngine::new(|input| {
            let page: usize = input.shape[1..].iter().product();
            let sums =
                input.data.chunks_exact(page).flat_map(|p| p.chunks_exact(page / 2).map(|h| h.iter().sum::<f32>()));
            Ok(vec![Output { shape: vec![input.shape[0], 2], data: sums.collect() }])
        })
    }

    /// A page with ink of this level in its first rows.
    fn page(rows: usize, ink: u8, paper: u8) -> GreyImage {
        let data = (0..128).map(|at| if at < 8 * rows { ink } else { paper }).collect();
        GreyImage { width: 8, height: 16, data }
    }

    #[test]
    fn pages_become_vectors_whatever_their_paper() {
        let mut embedder = Embedder::new(manifest(), Box::new(halves())).unwrap();
        assert_eq!(embedder.size(), (8, 16));
        let faint = embedder.embed(&[page(2, 100, 200), page(4, 0, 255)]).unwrap();
        assert_eq!(faint, [vec![127, 0], vec![127, 0]]);
        // Nothing is inked: no direction.
        assert_eq!(embedder.embed(&[page(0, 0, 180)]).unwrap(), [vec![0, 0]]);
        assert_eq!(embedder.embed(&[]).unwrap(), Vec::<Vec<i8>>::new());
        let odd = GreyImage { width: 4, height: 16, data: vec![0; 64] };
        assert!(matches!(embedder.embed(&[odd]), Err(ModelError::MixedBatch { .. })));
    }

    #[test]
    fn an_engine_that_minds_new_shapes_meets_two() {
        let met = std::sync::Arc::new(std::sync::Mutex::new(Vec::new()));
        let told = met.clone();
        let engine = FakeEngine::new(move |input| {
            told.lock().unwrap().push(input.shape[0]);
            Ok(vec![Output { shape: vec![input.shape[0], 2], data: vec![1.0; 2 * input.shape[0]] }])
        });
        let mut embedder =
            Embedder::new(manifest(), Box::new(engine.with_shapes(Shapes::Few))).unwrap().with_batch_pages(4);
        assert_eq!(embedder.warm_up().unwrap(), 2);
        assert_eq!(embedder.embed(&vec![page(1, 0, 255); 3]).unwrap(), vec![vec![90, 90]; 3]);
        assert_eq!(*met.lock().unwrap(), [1, 4, 4]);
    }

    #[test]
    fn a_network_of_another_kind_is_refused() {
        let other = halves().with_input_shape([None, Some(1), Some(99), Some(8)]);
        assert!(matches!(Embedder::new(manifest(), Box::new(other)), Err(ModelError::Input { .. })));
        let detect = Manifest::parse(crate::manifest::tests::DETECT, Path::new("m.toml")).unwrap();
        assert!(matches!(Embedder::new(detect, Box::new(halves())), Err(ModelError::Role { .. })));
        let three = FakeEngine::new(|input| {
            Ok(vec![Output { shape: vec![input.shape[0], 3], data: vec![0.0; 3 * input.shape[0]] }])
        });
        let mut embedder = Embedder::new(manifest(), Box::new(three)).unwrap();
        assert!(matches!(embedder.warm_up(), Err(ModelError::Shape { .. })));
    }
}
