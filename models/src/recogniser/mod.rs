//! Reading lines: batches of one width, and the network's logits to words.

mod beam;
mod confidence;
mod crop;
mod decode;
mod greedy;
mod prior;
mod softmax;
mod words;

use liasse_geometry::Quad;
use liasse_imaging::GreyImage;
use rayon::prelude::*;

use crate::network::Network;
use crate::{CtcOutput, Engine, Manifest, ModelError, Role, Shapes};
use decode::Decoder;
pub(crate) use prior::Prior;

pub use confidence::Evidence;
pub use crop::CropRules;
pub use words::{LineText, WordText};

/// Below it a probability counts as this much: a network that ends in a softmax may say 0, which has no logarithm.
const LEAST_PROBABILITY: f32 = 1e-12;

/// A label and the time steps that it was read from.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Label {
    /// 1 and up; what it stands for is one of the recogniser's symbols.
    class: usize,
    /// First time step.
    start: usize,
    /// Last time step.
    end: usize,
    /// Highest probability within them.
    probability: f32,
}

/// Reads lines of text.
pub struct Recogniser {
    network: Network,
    decoder: Decoder,
    rules: CropRules,
    /// Pixels of width that a batch has at most, where batches are padded.
    batch_width: u64,
}

impl Recogniser {
    /// A recogniser of `manifest` that runs on `engine`.
    ///
    /// # Errors
    /// [`ModelError::Role`] when the manifest is not a recogniser's, [`ModelError::Input`] when the network does not take
    /// images of the manifest's channels and height, any number of them and of any width.
    pub fn new(manifest: Manifest, engine: Box<dyn Engine>) -> Result<Self, ModelError> {
        let Some(settings) = manifest.ctc.clone() else {
            return Err(ModelError::Role { model: manifest.name, found: manifest.role, wanted: Role::Read });
        };
        let network = Network::new(manifest, engine, [Some(settings.height), None])?;
        let rules = CropRules::new(&settings, network.shapes());
        Ok(Self { network, decoder: Decoder::new(settings), rules, batch_width: 0 })
    }

    /// The same recogniser, told how many pixels of width, padding included, a batch will have at most. It matters for an engine that
    /// minds new shapes: a batch is padded to as many lines as that makes, or to a quarter or a sixteenth of them.
    #[must_use]
    pub const fn with_batch_width(mut self, pixels: u64) -> Self {
        self.batch_width = pixels;
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

    /// How lines are cut out of a page for this recogniser.
    pub const fn rules(&self) -> &CropRules {
        &self.rules
    }

    /// [`CropRules::crop_height`] of this recogniser.
    pub const fn crop_height(&self) -> u32 {
        self.rules.crop_height()
    }

    /// [`CropRules::crop_quad`] of this recogniser.
    pub fn crop_quad(&self, line: &Quad) -> Quad {
        self.rules.crop_quad(line)
    }

    /// [`CropRules::crop_width`] of this recogniser.
    pub fn crop_width(&self, crop: &Quad) -> u32 {
        self.rules.crop_width(crop)
    }

    /// [`CropRules::bucket_width`] of this recogniser.
    pub fn bucket_width(&self, crop_width: u32) -> u32 {
        self.rules.bucket_width(crop_width)
    }

    /// [`CropRules::buckets`] of this recogniser.
    pub fn buckets(&self) -> &[u32] {
        self.rules.buckets()
    }

    /// Runs empty crops, so that a network that does not do what its manifest says is refused before the first page, and so that the
    /// first line is as fast as the second: the narrowest and the widest, and where the engine minds new shapes every one that it
    /// will meet. Returns how many batches were run.
    ///
    /// # Errors
    /// As [`Recogniser::read`].
    pub fn warm_up(&mut self) -> Result<usize, ModelError> {
        let (height, buckets) = (self.decoder.settings.height, self.rules.buckets().to_vec());
        let widths = match self.network.shapes() {
            Shapes::Any => [buckets.first(), buckets.last()].into_iter().flatten().copied().collect(),
            Shapes::Few => buckets,
        };
        let mut batches = 0;
        for bucket in widths {
            let width = bucket.min(self.decoder.settings.max_width);
            let crop = GreyImage { width, height, data: vec![u8::MAX; width as usize * height as usize] };
            let mut counts = match self.network.shapes() {
                Shapes::Any => vec![1],
                Shapes::Few => self.counts(bucket).to_vec(),
            };
            counts.dedup();
            for count in counts {
                self.read(&vec![crop.clone(); count])?;
                batches += 1;
            }
        }
        Ok(batches)
    }

    /// How many lines of a bucket a padded batch has, ascending.
    fn counts(&self, bucket: u32) -> [usize; 3] {
        let full = usize::try_from(self.batch_width / u64::from(bucket.max(1))).unwrap_or(usize::MAX).max(1);
        [full.div_ceil(16), full.div_ceil(4), full]
    }

    /// How many lines a batch of `lines` is padded to.
    fn padded(&self, lines: usize, bucket: u32) -> usize {
        match self.network.shapes() {
            Shapes::Any => lines,
            Shapes::Few => self.counts(bucket).into_iter().find(|count| *count >= lines).unwrap_or(lines),
        }
    }

    /// Reads crops of one bucket, each [`Recogniser::crop_height`] pixels high.
    ///
    /// # Errors
    /// [`ModelError`] when the crops do not belong to one bucket or the network fails.
    pub fn read(&mut self, crops: &[GreyImage]) -> Result<Vec<LineText>, ModelError> {
        let Some(first) = crops.first() else {
            return Ok(Vec::new());
        };
        let width = self.bucket_width(first.width);
        let height = self.decoder.settings.height;
        if let Some(odd) =
            crops.iter().find(|c| c.height != height || self.bucket_width(c.width) != width || c.width > width)
        {
            return Err(self.network.mixed(format!("bucket {width} x {height}"), odd));
        }
        let (wide, high) = (width as usize, height as usize);
        let count = self.padded(crops.len(), width);
        self.network.run(crops, [count, high, wide])?;
        let (steps, classes) = (wide / self.decoder.settings.step as usize, self.decoder.classes());
        if self.decoder.settings.output == CtcOutput::Probabilities
            && let Some(scores) = self.network.outputs.first_mut()
        {
            // Their logarithms are logits whose softmax they are.
            scores.data.iter_mut().for_each(|p| *p = p.max(LEAST_PROBABILITY).ln());
        }
        let scores = self.network.output(0, &[count, steps, classes])?;
        let hand = if self.decoder.settings.handwriting { self.network.output(1, &[count, steps / 2])? } else { &[] };
        let read = |line: usize| {
            let (scores, hand) =
                (&scores[line * steps * classes..], hand.get(line * (steps / 2)..).unwrap_or_default());
            self.decoder.line(&scores[..steps * classes], &hand[..hand.len().min(steps / 2)], crops[line].width)
        };
        Ok(match self.network.shapes() {
            // Every core has a recogniser of its own to work for.
            Shapes::Any => (0..crops.len()).map(read).collect(),
            // One recogniser has a GPU's batch of lines to decode, for which one core is too slow.
            Shapes::Few => (0..crops.len()).into_par_iter().map(read).collect(),
        })
    }

    /// What the confidence of each word of a line is to be made of; `line` is one that a recogniser without
    /// [`crate::CtcSettings::confidence`] has read.
    pub fn evidence(&self, line: &LineText) -> Vec<Evidence> {
        confidence::evidence(line, self.decoder.lean())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{FakeEngine, Output, Tensor};
    use std::path::Path;

    /// Answers every step with one class, given by the level of the crop's first pixel column at that step, after `look` has seen
    /// the batch.
    fn answering(look: impl Fn(&Tensor) + Send + 'static) -> FakeEngine {
        FakeEngine::new(move |input| {
            look(input);
            let [n, _, h, w] = input.shape;
            let (steps, classes) = (w / 4, 5);
            let mut data = vec![0.0; n * steps * classes];
            for image in 0..n {
                for step in 0..steps {
                    let class = (input.data[image * h * w + step * 4] * 255.0).round() as usize;
                    data[(image * steps + step) * classes + class] = 12.0;
                }
            }
            Ok(vec![Output { shape: vec![n, steps, classes], data }])
        })
    }

    fn recogniser() -> Recogniser {
        let manifest = Manifest::parse(crate::manifest::tests::READ, Path::new("m.toml")).unwrap();
        Recogniser::new(manifest, Box::new(answering(|_| {}))).unwrap()
    }

    /// A crop that the fake engine reads as these classes, one per step.
    fn crop(classes: &[u8]) -> GreyImage {
        let row: Vec<u8> = classes.iter().flat_map(|c| [255 - c; 4]).collect();
        GreyImage { width: row.len() as u32, height: 40, data: row.repeat(40) }
    }

    #[test]
    fn lines_read_the_same_alone_and_together() {
        let mut recogniser = recogniser();
        let lines = [crop(&[0, 2, 0, 2, 3, 1, 4, 0]), crop(&[3, 3, 0, 0, 1, 1, 2]), crop(&[0, 0, 0, 0, 0, 0, 0, 4])];
        let together = recogniser.read(&lines).unwrap();
        assert_eq!(together.iter().map(|l| l.text.as_str()).collect::<Vec<_>>(), ["aab é", "b a", "é"]);
        for (line, expected) in lines.iter().zip(&together) {
            assert_eq!(&recogniser.read(std::slice::from_ref(line)).unwrap()[0], expected);
        }
    }

    #[test]
    fn padding_is_not_read() {
        // A network that reads ten steps well and goes on seeing letters where there is nothing.
        let manifest = Manifest::parse(crate::manifest::tests::READ, Path::new("m.toml")).unwrap();
        let engine = FakeEngine::new(|input| {
            let [n, _, _, w] = input.shape;
            let (steps, classes) = (w / 4, 5);
            let mut data = vec![0.0; n * steps * classes];
            for step in 0..steps {
                data[step * classes + if step < 10 { [2, 0][step % 2] } else { 4 }] = 12.0;
            }
            Ok(vec![Output { shape: vec![n, steps, classes], data }])
        });
        let mut recogniser = Recogniser::new(manifest, Box::new(engine)).unwrap();
        let crop = GreyImage { width: 40, height: 40, data: vec![255; 1600] };
        assert_eq!(recogniser.read(&[crop]).unwrap()[0].text, "aaaaa");
    }

    #[test]
    fn an_engine_that_minds_new_shapes_meets_few() {
        let met = std::sync::Arc::new(std::sync::Mutex::new(std::collections::HashSet::new()));
        let told = met.clone();
        let manifest = Manifest::parse(crate::manifest::tests::READ, Path::new("m.toml")).unwrap();
        let engine = answering(move |input| {
            told.lock().unwrap().insert(input.shape);
        });
        let mut few =
            Recogniser::new(manifest, Box::new(engine.with_shapes(Shapes::Few))).unwrap().with_batch_width(8192);
        let mut plain = recogniser();
        let batches = few.warm_up().unwrap();
        assert!(batches <= 25, "{batches}");
        let warmed = met.lock().unwrap().clone();
        assert_eq!(warmed.len(), batches);
        for (count, width) in [(1, 40), (7, 100), (3, 900), (128, 64), (2, 3200)] {
            let classes: Vec<u8> = (0..width / 4).map(|i| [2, 0, 3, 1, 0][i % 5]).collect();
            let lines = vec![crop(&classes); count];
            let read = few.read(&lines).unwrap();
            assert_eq!(read.len(), count);
            assert_eq!(read, plain.read(&lines).unwrap());
        }
        assert_eq!(*met.lock().unwrap(), warmed, "every shape was met before the first line");
    }

    #[test]
    fn crops_of_two_buckets_are_refused() {
        let error = recogniser().read(&[crop(&[2; 8]), crop(&[2; 40])]).unwrap_err();
        assert!(matches!(error, ModelError::MixedBatch { .. }), "{error}");
    }
}
