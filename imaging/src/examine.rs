//! How a page lies and whether it is worth reading.

use crate::GreyPyramid;

/// How a page lies and how good it is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Upright {
    /// By how many degrees the content is turned, counter-clockwise positive, -15 to 15. Straightening turns the page
    /// clockwise by it. 0 when nothing could be measured.
    pub skew_degrees: f32,
    /// How clearly the page has a direction, 0 (none: a photo, a blank page; the skew is then 0) to 1.
    pub skew_confidence: f32,
    /// The verdict on the picture.
    pub quality: Quality,
}

/// What the grey values say about a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Quality {
    /// Share of the page that is inked, 0 to 1.
    pub ink_ratio: f32,
    /// Grey level of the paper, 0 to 255.
    pub paper_level: f32,
    /// Grey levels between ink and paper, 0 to 255.
    pub contrast: f32,
    /// Nothing is written on the page (bleed-through, punch holes, dust and edge shadows do not count as writing).
    pub blank: bool,
    /// The paper itself came out so dark that the writing suffers.
    pub too_dark: bool,
    /// The writing came out so light that it suffers.
    pub too_light: bool,
}

/// Measures skew and quality on the reduced levels of a page.
pub fn examine(page: &GreyPyramid) -> Upright {
    let _ = page;
    Upright {
        skew_degrees: 0.0,
        skew_confidence: 0.0,
        quality: Quality {
            ink_ratio: 0.0,
            paper_level: 255.0,
            contrast: 0.0,
            blank: true,
            too_dark: false,
            too_light: false,
        },
    }
}
