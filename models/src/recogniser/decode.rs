//! What the network says of one line, to words with confidences.
//!
//! Responsible for the choice between the best path and the beam, and for whether a reading can stand. Not responsible for running
//! the network.

use super::{
    beam::{self, Lean},
    confidence, greedy,
    softmax::Steps,
    words,
};
use crate::{CtcSettings, Legible, LineText};

/// A line with a time step whose best class is less probable than this is read again by the beam decoder.
const DOUBTFUL: f32 = 0.95;

/// Decodes lines; apart from the recogniser, since it can be shared by threads and an engine cannot.
pub(super) struct Decoder {
    pub(super) settings: CtcSettings,
    lean: Option<Lean>,
}

impl Decoder {
    pub(super) fn new(settings: CtcSettings) -> Self {
        let prior = settings.prior.as_ref().and_then(|p| p.content.clone().map(|content| (p, content)));
        let lean = prior.map(|(prior, content)| Lean::new(content, &settings.symbols, prior));
        Self { settings, lean }
    }

    /// The prior of what letters follow one another, if the model has one.
    pub(super) const fn lean(&self) -> Option<&Lean> {
        self.lean.as_ref()
    }

    /// Classes of the network's output: the symbols and the blank.
    pub(super) fn classes(&self) -> usize {
        self.settings.symbols.len() + 1
    }

    /// The line that stands in a crop so many pixels wide. `logits`: [`Decoder::classes`] for each time step; `hand`: the logit of
    /// being handwriting for each two time steps, nothing where the network does not say.
    pub(super) fn line(&self, logits: &[f32], hand: &[f32], crop_width: u32) -> LineText {
        let mut read = self.text(logits, crop_width);
        read.handwriting = self.handwriting(hand, crop_width);
        read.legible = self.legible(&read);
        if let Some(settings) = &self.settings.confidence {
            confidence::weigh(&mut read, self.lean(), settings);
        }
        read
    }

    fn text(&self, logits: &[f32], crop_width: u32) -> LineText {
        let (classes, width, temperature) = (self.classes(), self.settings.beam_width, self.settings.temperature);
        // Nothing stands in the padding, whatever the network sees there: it has met less of it in training.
        let steps = crop_width.div_ceil(self.settings.step) as usize;
        let logits = &logits[..logits.len().min(steps * classes)];
        let greedy = greedy::read(logits, classes, temperature);
        let labels = if width > 1 && greedy.least < DOUBTFUL {
            let steps = Steps { logits, classes, temperature, norms: &greedy.norms };
            beam::labels(&steps, width, self.lean())
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

    /// The probability that a line is handwriting: the mean over the steps that are not padding; 0 where nothing is said.
    fn handwriting(&self, logits: &[f32], crop_width: u32) -> f32 {
        let steps = (crop_width.div_ceil(2 * self.settings.step) as usize).clamp(1, logits.len().max(1));
        logits.iter().take(steps).map(|logit| 1.0 / (1.0 + (-logit).exp())).sum::<f32>() / steps as f32
    }
}
