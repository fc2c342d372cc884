//! The sections of a manifest: what a network takes, what it gives, and what is made of that.
//!
//! Each section checks its own values. Not responsible for reading files.

use std::collections::HashSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use serde::Deserialize;

use crate::recogniser::Prior;

/// What is wrong with a section: the key and a sentence.
pub(super) type Fault = (&'static str, &'static str);

fn ensure(holds: bool, key: &'static str, message: &'static str) -> Result<(), Fault> {
    if holds { Ok(()) } else { Err((key, message)) }
}

/// The channels of a network's input. Pages are grey: every channel gets the same grey level, normalised by its own numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Colour {
    /// One channel.
    Grey,
    /// Red, green, blue.
    Rgb,
    /// Blue, green, red.
    Bgr,
}

/// How grey levels become a network's input values: `(level / 255 - mean) / deviation`.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InputSettings {
    /// The channels and their order.
    pub colour: Colour,
    /// One number for grey, three for a colour network: of red, green and blue, whatever the order of the channels.
    pub mean: Vec<f32>,
    /// As many as means, none of them 0. A negative one makes ink large and paper small.
    pub deviation: Vec<f32>,
}

impl Default for InputSettings {
    /// Grey, ink 1, paper 0: what our own networks take.
    fn default() -> Self {
        Self { colour: Colour::Grey, mean: vec![1.0], deviation: vec![-1.0] }
    }
}

impl InputSettings {
    pub(super) fn check(&self) -> Result<(), Fault> {
        let channels = if self.colour == Colour::Grey { 1 } else { 3 };
        ensure(self.mean.len() == channels, "input.mean", "must hold 1 number for grey, 3 for rgb and bgr")?;
        ensure(self.deviation.len() == channels, "input.deviation", "must hold as many numbers as input.mean")?;
        ensure(self.mean.iter().all(|m| m.is_finite()), "input.mean", "must hold finite numbers")?;
        let divisible = self.deviation.iter().all(|d| d.is_finite() && d.abs() > 1e-6);
        ensure(divisible, "input.deviation", "must hold finite numbers other than 0")
    }
}

/// A detector whose output is a line field: core logit, log distance up and down, at a quarter scale.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LineFieldSettings {
    /// Pages are scaled down (never up) to at most this many pixels before padding.
    pub max_pixels: u64,
    /// Probability above which a map pixel is on the core of a line, 0 to 1.
    pub threshold: f32,
    /// Components of fewer map pixels are dropped, and of fewer than twice as many those that are less probable than 0.8 in the mean.
    pub min_area: usize,
    /// How a processor looks at pages first, if not at all their pixels.
    pub glance: Option<GlanceSettings>,
}

impl LineFieldSettings {
    pub(super) fn check(&self) -> Result<(), Fault> {
        ensure((0.01..=0.99).contains(&self.threshold), "line_field.threshold", "must be between 0.01 and 0.99")?;
        check_pixels(self.max_pixels, "line_field.max_pixels")?;
        self.glance.as_ref().map_or(Ok(()), GlanceSettings::check)
    }
}

/// A first look at a page in fewer pixels, which is enough for most: where it finds small lines the page is looked at again.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GlanceSettings {
    /// Pages are scaled down to at most this many pixels for it.
    pub max_pixels: u64,
    /// Lines lower than this many pixels are small.
    pub small: f32,
    /// The page is looked at again when more than this share of the length of its lines is small, 0 to 1.
    pub share: f32,
}

impl GlanceSettings {
    fn check(&self) -> Result<(), Fault> {
        ensure(self.small.is_finite() && self.small >= 0.0, "line_field.glance.small", "must be 0 or more")?;
        ensure((0.0..=1.0).contains(&self.share), "line_field.glance.share", "must be between 0 and 1")?;
        check_pixels(self.max_pixels, "line_field.glance.max_pixels")
    }
}

/// A detector whose output is the probability, for each input pixel, of being on a shrunken line: PP-OCR's kind of detector
/// (differentiable binarisation, Liao et al., 2020).
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SegmentationSettings {
    /// Pages are scaled down (never up) to at most this many pixels before padding.
    pub max_pixels: u64,
    /// Probability above which a pixel is on a line, 0 to 1. PP-OCR: 0.3.
    pub threshold: f32,
    /// Lines whose pixels have a lower mean probability are dropped, 0 to 1. PP-OCR: 0.6.
    pub line_threshold: f32,
    /// A line's box is grown on all sides by its area, times this, over its perimeter. PP-OCR: 1.5 to 2.
    pub unclip_ratio: f32,
    /// Boxes with a side below this many pixels, before they are grown, are dropped. PP-OCR: 3.
    pub min_side: f32,
}

impl SegmentationSettings {
    pub(super) fn check(&self) -> Result<(), Fault> {
        ensure((0.01..=0.99).contains(&self.threshold), "segmentation.threshold", "must be between 0.01 and 0.99")?;
        let share = (0.0..=1.0).contains(&self.line_threshold);
        ensure(share, "segmentation.line_threshold", "must be between 0 and 1")?;
        ensure((0.0..=5.0).contains(&self.unclip_ratio), "segmentation.unclip_ratio", "must be between 0 and 5")?;
        ensure((0.0..=100.0).contains(&self.min_side), "segmentation.min_side", "must be between 0 and 100")?;
        check_pixels(self.max_pixels, "segmentation.max_pixels")
    }
}

fn check_pixels(max_pixels: u64, key: &'static str) -> Result<(), Fault> {
    ensure((10_000..=100_000_000).contains(&max_pixels), key, "must be between 10000 and 100000000")
}

/// An embedder: one vector for each picture of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EmbeddingSettings {
    /// Width in pixels of the picture of a whole page, whatever the page's shape.
    pub width: u32,
    /// Its height in pixels.
    pub height: u32,
    /// Numbers of a vector.
    pub dimensions: usize,
}

impl EmbeddingSettings {
    pub(super) fn check(&self) -> Result<(), Fault> {
        ensure((8..=1024).contains(&self.width), "embedding.width", "must be between 8 and 1024")?;
        ensure((8..=1024).contains(&self.height), "embedding.height", "must be between 8 and 1024")?;
        ensure((2..=1024).contains(&self.dimensions), "embedding.dimensions", "must be between 2 and 1024")
    }
}

/// Where the space stands among a recogniser's classes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum SpaceClass {
    /// Class 1, right after the blank.
    #[default]
    First,
    /// After all other characters, as in PP-OCR.
    Last,
}

/// What a recogniser's numbers are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum CtcOutput {
    /// What a softmax makes probabilities of.
    #[default]
    Logits,
    /// Probabilities: the network ends in its own softmax, as PP-OCR's exported ones do.
    Probabilities,
}

/// A recogniser whose output is CTC: class 0 the blank, then the space and the characters.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CtcSettings {
    /// Height of a crop in pixels.
    pub height: u32,
    /// Pixels of width per time step.
    pub step: u32,
    /// Widest crop in pixels; longer lines are squeezed into it.
    pub max_width: u32,
    /// Added to the detector's box above, below, and at each end, as shares of its height.
    pub margins: Margins,
    /// The characters in the order of their classes, without the space. Either this or `dictionary`.
    #[serde(default)]
    pub charset: String,
    /// A file beside the manifest with a character (or what the network takes for one) on each line.
    pub dictionary: Option<PathBuf>,
    /// Where the space stands.
    #[serde(default)]
    pub space: SpaceClass,
    /// What the network's numbers are.
    #[serde(default)]
    pub output: CtcOutput,
    /// Prefixes kept by the beam decoder, which reads the lines that the best path leaves doubtful; 1 = the best path always.
    pub beam_width: usize,
    /// What the beam decoder knows of the language.
    pub prior: Option<PriorSettings>,
    /// The network has a second output: for each two time steps, the logit of their being handwriting.
    #[serde(default)]
    pub handwriting: bool,
    /// The confidence below which the reading of a line is a mere guess.
    #[serde(default)]
    pub legible: Legible,
    /// Logits are divided by it before the softmax (confidence calibration), above 0.
    pub temperature: f32,
    /// What a word's confidence is made of; without it, it is the probability of the word's most doubtful character.
    pub confidence: Option<ConfidenceSettings>,
    /// What class 1 and up stand for, the space among them: made of the above.
    #[serde(skip)]
    pub symbols: Vec<String>,
}

/// What the logarithm of the odds that a word is right is made of (see [`Evidence`](crate::Evidence)): fitted by
/// `examples/fit_confidence.rs`.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConfidenceSettings {
    /// What the odds of the most doubtful character count for, 0 to 5.
    pub doubt: f32,
    /// What the odds of the line count for, 0 to 5.
    pub line: f32,
    /// What the prior's surprise counts for, 0 to 10.
    pub surprise: f32,
    /// Added, -10 to 10.
    pub shift: f32,
}

impl ConfidenceSettings {
    fn check(&self) -> Result<(), Fault> {
        let odds = [self.doubt, self.line].iter().all(|weight| (0.0..=5.0).contains(weight));
        ensure(odds, "ctc.confidence", "doubt and line must be between 0 and 5")?;
        ensure((0.0..=10.0).contains(&self.surprise), "ctc.confidence.surprise", "must be between 0 and 10")?;
        ensure((-10.0..=10.0).contains(&self.shift), "ctc.confidence.shift", "must be between -10 and 10")
    }
}

/// Confidences, 0 to 1, below which the reading of a line is a mere guess. 0: nothing is.
#[derive(Debug, Clone, Copy, PartialEq, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Legible {
    /// Of print.
    pub print: f32,
    /// Of what is certainly handwriting; between the two, as much as it looks like handwriting.
    pub hand: f32,
}

/// A character prior: which letters usually follow one another. It only speaks about words of letters.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PriorSettings {
    /// The file beside the manifest, as `liasse_training.prior` writes it.
    pub file: PathBuf,
    /// SHA-256 of the file, lower-case hexadecimal.
    pub sha256: String,
    /// What a nat of the prior counts for beside one of the network, 0 to 2.
    pub weight: f32,
    /// What a letter of a text costs on the average, in nats: so much does not count against a longer text. 0 to 10.
    pub usual: f32,
    /// What a capital after a small letter within a word costs, in nats, 0 to 20.
    pub case: f32,
    /// The file's content: set by [`Manifest::load`](crate::Manifest::load).
    #[serde(skip)]
    pub(crate) content: Option<Arc<Prior>>,
}

/// What a crop takes beyond the detector's box of a line, as shares of the box's height.
#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Margins {
    /// Above.
    pub top: f32,
    /// Below.
    pub bottom: f32,
    /// At each end.
    pub side: f32,
}

/// Characters that a dictionary may have: the largest of PP-OCR's has some 18 000.
const MOST_SYMBOLS: usize = 50_000;

impl CtcSettings {
    /// Checks all but a dictionary's content.
    pub(super) fn check(&self) -> Result<(), Fault> {
        let one_of_them = self.charset.is_empty() == self.dictionary.is_some();
        ensure(one_of_them, "ctc.charset", "either this or ctc.dictionary must be given")?;
        let spaces = self.charset.chars().any(|c| c.is_whitespace() || c.is_control());
        ensure(!spaces, "ctc.charset", "must hold no white space: the space has its own class")?;
        let beside = |file: &Path| file.components().count() == 1;
        let dictionary = self.dictionary.as_deref().is_none_or(beside);
        ensure(dictionary, "ctc.dictionary", "must be the name of a file beside the manifest")?;
        let legible = [self.legible.print, self.legible.hand];
        ensure(legible.iter().all(|c| (0.0..=1.0).contains(c)), "ctc.legible", "must be between 0 and 1")?;
        if let Some(confidence) = &self.confidence {
            confidence.check()?;
        }
        if let Some(prior) = &self.prior {
            ensure(beside(&prior.file), "ctc.prior.file", "must be the name of a file beside the manifest")?;
            ensure((0.0..=2.0).contains(&prior.weight), "ctc.prior.weight", "must be between 0 and 2")?;
            ensure((0.0..=10.0).contains(&prior.usual), "ctc.prior.usual", "must be between 0 and 10")?;
            ensure((0.0..=20.0).contains(&prior.case), "ctc.prior.case", "must be between 0 and 20")?;
            ensure(self.beam_width > 1, "ctc.beam_width", "must be above 1 for a prior to count")?;
        }
        let margins = [self.margins.top, self.margins.bottom, self.margins.side];
        ensure(margins.iter().all(|m| (0.0..=1.0).contains(m)), "ctc.margins", "must be between 0 and 1")?;
        ensure((8..=256).contains(&self.height), "ctc.height", "must be between 8 and 256")?;
        ensure((1..=16).contains(&self.step), "ctc.step", "must be between 1 and 16")?;
        ensure((64..=8192).contains(&self.max_width), "ctc.max_width", "must be between 64 and 8192")?;
        ensure((1..=64).contains(&self.beam_width), "ctc.beam_width", "must be between 1 and 64")?;
        ensure((0.05..=20.0).contains(&self.temperature), "ctc.temperature", "must be between 0.05 and 20")
    }

    /// Sets `symbols` from the charset, or from the text of the dictionary file.
    pub(super) fn resolve(&mut self, dictionary: Option<&str>) -> Result<(), Fault> {
        let (key, mut symbols): (_, Vec<String>) = match dictionary {
            // Only the line's end is taken off: a dictionary may have a character that counts as white space.
            Some(text) => ("ctc.dictionary", text.lines().map(str::to_owned).collect()),
            None => ("ctc.charset", self.charset.chars().map(String::from).collect()),
        };
        ensure((1..=MOST_SYMBOLS).contains(&symbols.len()), key, "must hold 1 to 50000 characters")?;
        ensure(symbols.iter().all(|s| !s.is_empty() && s.len() <= 64), key, "has an empty or overlong line")?;
        if key == "ctc.charset" {
            let different: HashSet<&String> = symbols.iter().collect();
            ensure(different.len() == symbols.len(), key, "must hold no character twice")?;
        }
        let at = if self.space == SpaceClass::First { 0 } else { symbols.len() };
        symbols.insert(at, " ".to_owned());
        self.symbols = symbols;
        Ok(())
    }
}
