//! What the measures of a page mean: from where on each of them is a fault.

use super::Quality;

/// A fault of a scan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Fault {
    /// Nothing is written on it.
    Blank,
    /// The paper itself came out so dark that the writing suffers.
    TooDark,
    /// The writing came out so light that it suffers.
    TooLight,
    /// The writing is out of focus, or the sheet slipped.
    Blurred,
    /// Text runs off an edge.
    Clipped,
    /// A corner is folded over. Only what is darker than the paper is seen behind it: on a white background a fold has no
    /// trace that would tell it from a printed line.
    FoldedCorner,
    /// Black scanner borders take up much of the image.
    BlackBorders,
    /// Two sheets of different width, or not quite on one another, went through the scanner at once.
    DoubleFeed,
}

/// From where on a measure is a fault. The defaults were chosen on drawn pages and looked over on real ones
/// (docs/accuracy.md).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Thresholds {
    /// Paper darker than this is too dark: 0 to 255.
    pub min_paper_level: f32,
    /// Less contrast than this is too light: 0 to 255.
    pub min_contrast: f32,
    /// [`Quality::blur`] at most.
    pub max_blur: f32,
    /// [`Quality::cut_letters`] at most.
    pub max_cut_letters: u32,
    /// [`Quality::fold`] at most.
    pub max_fold: f32,
    /// [`Quality::border_ratio`] at most.
    pub max_border_ratio: f32,
    /// [`Quality::width_step`] at most.
    pub max_width_step: f32,
}

impl Default for Thresholds {
    fn default() -> Self {
        Self {
            min_paper_level: 90.0,
            min_contrast: 45.0,
            max_blur: 0.15,
            max_cut_letters: 7,
            max_fold: 0.045,
            max_border_ratio: 0.2,
            max_width_step: 0.01,
        }
    }
}

impl Thresholds {
    /// The faults of a page, in the order of [`Fault`].
    pub fn faults(&self, quality: &Quality) -> Vec<Fault> {
        let written = !quality.blank;
        let too_dark = quality.paper_level < self.min_paper_level;
        // In the dark there are no edges to measure.
        let blurred = written && !too_dark && quality.blur > self.max_blur;
        [
            (quality.blank, Fault::Blank),
            (too_dark, Fault::TooDark),
            // Blur and darkness take contrast away; it is not the ink's fault then.
            (written && !blurred && !too_dark && quality.contrast < self.min_contrast, Fault::TooLight),
            (blurred, Fault::Blurred),
            (written && quality.cut_letters > self.max_cut_letters, Fault::Clipped),
            (quality.fold > self.max_fold, Fault::FoldedCorner),
            (quality.border_ratio > self.max_border_ratio, Fault::BlackBorders),
            (quality.width_step > self.max_width_step, Fault::DoubleFeed),
        ]
        .into_iter()
        .filter_map(|(found, fault)| found.then_some(fault))
        .collect()
    }
}
