//! Reading lines: the geometry of crops, batches of one width, and the network's logits to words.

mod beam;
mod confidence;
mod greedy;
mod prior;
mod words;

use liasse_geometry::Quad;
use liasse_imaging::GreyImage;

use crate::engine::takes;
use crate::input::InputValues;
use crate::{CtcOutput, CtcSettings, Engine, Legible, Manifest, Margins, ModelError, Output, Role, Tensor};
use beam::Lean;
pub(crate) use prior::Prior;

pub use confidence::Evidence;
pub use words::{LineText, WordText};

/// Bucket widths are multiples of this many pixels.
const BUCKET_STEP: u32 = 16;
/// The narrowest bucket.
const BUCKET_MIN: u32 = 32;

/// A line with a time step whose best class is less probable than this is read again by the beam decoder.
const DOUBTFUL: f32 = 0.95;

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

/// How lines are cut out of a page for a recogniser. Apart from the recogniser, since whoever cuts the crops is not the
/// thread that owns it.
#[derive(Debug, Clone)]
pub struct CropRules {
    height: u32,
    max_width: u32,
    margins: Margins,
    buckets: Vec<u32>,
}

impl CropRules {
    fn new(settings: &CtcSettings) -> Self {
        let mut buckets = vec![BUCKET_MIN];
        let mut width = BUCKET_MIN;
        let widest = settings.max_width.next_multiple_of(BUCKET_STEP);
        while width < widest {
            // A sixth more each time: on average a twelfth of a batch is padding.
            width = (width + (width / 6).max(BUCKET_STEP)).next_multiple_of(BUCKET_STEP).min(widest);
            buckets.push(width);
        }
        Self { height: settings.height, max_width: settings.max_width, margins: settings.margins, buckets }
    }

    /// Height of a crop in pixels.
    pub const fn crop_height(&self) -> u32 {
        self.height
    }

    /// What to cut out for a line: its nominal box grown by the model's margins.
    pub fn crop_quad(&self, line: &Quad) -> Quad {
        let (height, margins) = (line.height(), self.margins);
        line.grown(margins.side * height, margins.top * height, margins.side * height, margins.bottom * height)
    }

    /// Width in pixels of the crop for a quadrilateral from [`CropRules::crop_quad`]: as wide as its shape asks, between
    /// 16 pixels and the model's widest crop, into which a longer line is squeezed.
    pub fn crop_width(&self, crop: &Quad) -> u32 {
        let width = crop.width() / crop.height().max(1e-3) * self.height as f32;
        (width.round() as u32).clamp(16, self.max_width)
    }

    /// The width to which a crop is padded. It follows from the crop alone, so that a line reads the same in any batch.
    pub fn bucket_width(&self, crop_width: u32) -> u32 {
        let widest = self.buckets.last().copied().unwrap_or(BUCKET_MIN);
        self.buckets.iter().copied().find(|b| *b >= crop_width).unwrap_or(widest)
    }

    /// All widths that a batch can have, ascending.
    pub fn buckets(&self) -> &[u32] {
        &self.buckets
    }
}

/// Reads lines of text.
pub struct Recogniser {
    manifest: Manifest,
    settings: CtcSettings,
    values: InputValues,
    rules: CropRules,
    lean: Option<Lean>,
    engine: Box<dyn Engine>,
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
        let values = InputValues::new(&manifest.input);
        if let Err([found, expected]) = takes(&*engine, [Some(values.channels()), Some(settings.height as usize), None])
        {
            return Err(ModelError::Input { model: manifest.name, found, expected });
        }
        let prior = settings.prior.as_ref().and_then(|p| p.content.clone().map(|content| (p, content)));
        let lean = prior.map(|(prior, content)| Lean::new(content, &settings.symbols, prior));
        Ok(Self { manifest, rules: CropRules::new(&settings), settings, values, lean, engine })
    }

    /// What the model is.
    pub const fn manifest(&self) -> &Manifest {
        &self.manifest
    }

    /// What the model runs on.
    pub fn device(&self) -> &str {
        self.engine.device()
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

    /// Runs an empty crop through every bucket, so that a network that does not do what its manifest says is refused before
    /// the first page, and so that the first line of each width is as fast as the second.
    ///
    /// # Errors
    /// As [`Recogniser::read`].
    pub fn warm_up(&mut self) -> Result<(), ModelError> {
        let height = self.settings.height;
        for width in self.rules.buckets.clone() {
            let data = vec![u8::MAX; width as usize * height as usize];
            self.read(&[GreyImage { width, height, data }])?;
        }
        Ok(())
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
        let height = self.settings.height;
        if let Some(odd) =
            crops.iter().find(|c| c.height != height || self.bucket_width(c.width) != width || c.width > width)
        {
            return Err(ModelError::MixedBatch {
                model: self.manifest.name.clone(),
                expected: format!("bucket {width} x {height}"),
                found: format!("{} x {}", odd.width, odd.height),
            });
        }
        let (wide, high) = (width as usize, height as usize);
        let data = self.values.batch(crops, wide, high);
        let outputs = self
            .engine
            .run(&Tensor { shape: [crops.len(), self.values.channels(), high, wide], data })
            .map_err(|source| ModelError::Engine { model: self.manifest.name.clone(), source })?;
        let (steps, classes) = (wide / self.settings.step as usize, self.settings.symbols.len() + 1);
        let wrong = |found: Option<Output>, expected: &[usize]| ModelError::Shape {
            model: self.manifest.name.clone(),
            found: found.map(|o| o.shape).unwrap_or_default(),
            expected: format!("{expected:?}"),
        };
        let mut outputs = outputs.into_iter();
        let expected = [crops.len(), steps, classes];
        let mut scores = match outputs.next() {
            Some(scores) if scores.shape == expected => scores.data,
            other => return Err(wrong(other, &expected)),
        };
        let hand = if self.settings.handwriting {
            let expected = [crops.len(), steps / 2];
            match outputs.next() {
                Some(hand) if hand.shape == expected => hand.data,
                other => return Err(wrong(other, &expected)),
            }
        } else {
            Vec::new()
        };
        if self.settings.output == CtcOutput::Probabilities {
            // Their logarithms are logits whose softmax they are.
            scores.iter_mut().for_each(|p| *p = p.max(LEAST_PROBABILITY).ln());
        }
        let mut hand = hand.chunks_exact((steps / 2).max(1));
        let lines = scores.chunks_exact(steps * classes).zip(crops);
        Ok(lines
            .map(|(line, crop)| {
                let mut read = self.decode(line, classes, crop.width);
                read.handwriting = hand.next().map_or(0.0, |logits| self.handwriting(logits, crop.width));
                read.legible = self.legible(&read);
                if let Some(settings) = &self.settings.confidence {
                    confidence::weigh(&mut read, self.lean.as_ref(), settings);
                }
                read
            })
            .collect())
    }

    /// What the confidence of each word of a line is to be made of; `line` is one that a recogniser without
    /// [`CtcSettings::confidence`] has read.
    pub fn evidence(&self, line: &LineText) -> Vec<Evidence> {
        confidence::evidence(line, self.lean.as_ref())
    }

    fn decode(&self, logits: &[f32], classes: usize, crop_width: u32) -> LineText {
        let (width, temperature) = (self.settings.beam_width, self.settings.temperature);
        // Nothing stands in the padding, whatever the network sees there: it has met less of it in training.
        let steps = crop_width.div_ceil(self.settings.step) as usize;
        let logits = &logits[..logits.len().min(steps * classes)];
        let greedy = greedy::read(logits, classes, temperature);
        let labels = if width > 1 && greedy.least < DOUBTFUL {
            beam::labels(logits, classes, temperature, width, self.lean.as_ref())
        } else {
            greedy.labels
        };
        words::assemble(&labels, &self.settings.symbols, self.settings.step as f32 / crop_width as f32)
    }

    /// Whether a reading can stand: handwriting must be read the more surely, the more it looks like it.
    fn legible(&self, line: &LineText) -> bool {
        let Legible { print, hand } = self.settings.legible;
        !line.words.is_empty() && line.confidence >= print + (hand - print) * line.handwriting
    }

    /// The probability that a line is handwriting: the mean over the steps that are not padding.
    fn handwriting(&self, logits: &[f32], crop_width: u32) -> f32 {
        let steps = (crop_width.div_ceil(2 * self.settings.step) as usize).clamp(1, logits.len().max(1));
        logits.iter().take(steps).map(|logit| 1.0 / (1.0 + (-logit).exp())).sum::<f32>() / steps as f32
    }
}

/// Logarithms of the probabilities of one time step: `logits / temperature`, normalised.
fn log_softmax(logits: &[f32], temperature: f32) -> Vec<f32> {
    let top = logits.iter().copied().fold(f32::NEG_INFINITY, f32::max) / temperature;
    let total: f32 = logits.iter().map(|v| (v / temperature - top).exp()).sum();
    // Subtracted one after the other: their sum would lose the small one where logits are large.
    let rest = total.ln();
    logits.iter().map(|v| v / temperature - top - rest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::FakeEngine;
    use std::path::Path;

    /// Answers every step with one class, given by the level of the crop's first pixel column at that step.
    fn recogniser() -> Recogniser {
        let manifest = Manifest::parse(crate::manifest::tests::READ, Path::new("m.toml")).unwrap();
        let engine = FakeEngine::new(|input| {
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
        });
        Recogniser::new(manifest, Box::new(engine)).unwrap()
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
    fn buckets_grow_by_a_sixth_and_end_at_the_widest() {
        let recogniser = recogniser();
        assert_eq!(recogniser.bucket_width(1), 32);
        assert_eq!(recogniser.bucket_width(33), 48);
        assert_eq!(recogniser.bucket_width(3200), 3200);
        assert!(recogniser.buckets().windows(2).all(|w| w[0] < w[1] && w[1] % 16 == 0));
        assert!(recogniser.buckets().len() < 40);
    }

    #[test]
    fn crops_take_the_margins_and_keep_the_shape() {
        let recogniser = recogniser();
        let crop = recogniser.crop_quad(&Quad::from_rect(100.0, 100.0, 500.0, 140.0));
        assert_eq!(crop, Quad::from_rect(90.0, 92.8, 510.0, 144.8));
        assert_eq!(recogniser.crop_width(&crop), 323);
        assert_eq!(recogniser.crop_width(&Quad::from_rect(0.0, 0.0, 100_000.0, 10.0)), 3200);
    }

    #[test]
    fn crops_of_two_buckets_are_refused() {
        let error = recogniser().read(&[crop(&[2; 8]), crop(&[2; 40])]).unwrap_err();
        assert!(matches!(error, ModelError::MixedBatch { .. }), "{error}");
    }

    #[test]
    fn log_softmax_sums_to_one_even_for_large_logits() {
        let total: f32 = log_softmax(&[900.0, 899.0, -900.0], 1.0).iter().map(|v| v.exp()).sum();
        assert!((total - 1.0).abs() < 1e-5);
    }
}
