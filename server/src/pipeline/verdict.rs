//! Whether a scan is fit to be read, by the operator's thresholds.
//!
//! Responsible for the verdict in the form of the wire contract, which is known as soon as a page is decoded. Not
//! responsible for measuring (see `liasse_imaging::examine`).

use liasse_imaging::{Fault, Thresholds};
use liasse_proto::v1;

use super::reading::{PageFacts, quad};
use crate::settings::Settings;

const MM_PER_INCH: f32 = 25.4;

/// From where on a measure is a fault.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct QualityRules {
    thresholds: Thresholds,
    min_dpi: f32,
    max_skew_degrees: f32,
    max_page_length_mm: f32,
}

impl QualityRules {
    pub(super) fn of(settings: &Settings) -> Self {
        Self {
            thresholds: Thresholds {
                min_paper_level: settings.min_paper_level,
                min_contrast: settings.min_contrast,
                max_blur: settings.max_blur,
                max_cut_letters: settings.max_cut_letters,
                max_fold: settings.max_fold,
                max_border_ratio: settings.max_border_ratio,
                max_width_step: settings.max_width_step,
            },
            min_dpi: settings.min_dpi,
            max_skew_degrees: settings.max_skew_degrees,
            max_page_length_mm: settings.max_page_length_mm,
        }
    }

    /// The verdict on a page.
    pub(super) fn verdict(&self, facts: &PageFacts) -> v1::QualityVerdict {
        use v1::QualityIssue as Issue;
        let quality = &facts.examined.quality;
        let length_mm = facts.dpi.map_or(0.0, |dpi| length(facts) / dpi * MM_PER_INCH);
        let of_others = [
            (facts.dpi.is_none(), Issue::ResolutionUnknown),
            (facts.dpi.is_some_and(|dpi| dpi < self.min_dpi), Issue::ResolutionLow),
            (facts.lie.skew_on_image(facts.width, facts.height).abs() > self.max_skew_degrees, Issue::Skewed),
            (length_mm > self.max_page_length_mm, Issue::DoubleFeed),
        ];
        let mut issues: Vec<Issue> = self.thresholds.faults(quality).into_iter().map(issue).collect();
        issues.extend(of_others.into_iter().filter_map(|(found, issue)| found.then_some(issue)));
        // Two sheets may be seen by their length and by their sides.
        issues.sort();
        issues.dedup();
        let issues: Vec<i32> = issues.into_iter().map(i32::from).collect();
        v1::QualityVerdict {
            acceptable: issues.is_empty(),
            issues,
            ink_ratio: quality.ink_ratio,
            paper_level: quality.paper_level,
            contrast: quality.contrast,
            blur: quality.blur,
            cut_letters: quality.cut_letters,
            fold: quality.fold,
            border_ratio: quality.border_ratio,
            width_step: quality.width_step,
            page_length_mm: length_mm,
        }
    }
}

/// The longer side of the page in pixels: of its outline, where all of it is seen.
fn length(facts: &PageFacts) -> f32 {
    match facts.lie.outline.filter(|outline| outline.whole) {
        Some(outline) => outline.quad.width().max(outline.quad.height()),
        None => facts.width.max(facts.height) as f32,
    }
}

/// What is known of a page now that it is decoded, without what its caller called it.
pub(super) fn early(
    facts: &PageFacts,
    quality: v1::QualityVerdict,
    page_number: u32,
    page_count: u32,
) -> v1::PageVerdict {
    v1::PageVerdict {
        page_id: String::new(),
        page_number,
        page_count,
        quality: Some(quality),
        skew_degrees: facts.lie.skew_on_image(facts.width, facts.height),
        orientation_degrees: facts.lie.orientation_degrees,
        width: facts.width,
        height: facts.height,
        dpi: facts.dpi.unwrap_or(0.0),
        page_outline: facts.lie.outline.map(|outline| quad(&outline.quad)),
    }
}

const fn issue(fault: Fault) -> v1::QualityIssue {
    use v1::QualityIssue as Issue;
    match fault {
        Fault::Blank => Issue::Blank,
        Fault::TooDark => Issue::TooDark,
        Fault::TooLight => Issue::TooLight,
        Fault::Blurred => Issue::Blurred,
        Fault::Clipped => Issue::Clipped,
        Fault::FoldedCorner => Issue::FoldedCorner,
        Fault::BlackBorders => Issue::BlackBorders,
        Fault::DoubleFeed => Issue::DoubleFeed,
    }
}

#[cfg(test)]
mod tests {
    use liasse_geometry::Quad;
    use liasse_imaging::Outline;

    use super::*;
    use crate::pipeline::reading::tests::facts;

    fn issues(change: impl FnOnce(&mut PageFacts), settings: &Settings) -> Vec<v1::QualityIssue> {
        let mut facts = facts();
        facts.dpi = Some(300.0);
        change(&mut facts);
        let verdict = QualityRules::of(settings).verdict(&facts);
        assert_eq!(verdict.acceptable, verdict.issues.is_empty());
        verdict.issues().collect()
    }

    #[test]
    fn every_issue_is_told_from_its_threshold_on() {
        use v1::QualityIssue as Issue;
        let defaults = Settings::default();
        assert_eq!(issues(|_| (), &defaults), []);
        assert_eq!(issues(|f| f.dpi = None, &defaults), [Issue::ResolutionUnknown]);
        assert_eq!(issues(|f| f.dpi = Some(100.0), &defaults), [Issue::ResolutionLow]);
        assert_eq!(issues(|f| f.lie.skew_degrees = -12.0, &defaults), [Issue::Skewed]);
        assert_eq!(issues(|f| f.height = 5400, &defaults), [Issue::DoubleFeed]);
        assert_eq!(issues(|f| f.examined.quality.blank = true, &defaults), [Issue::Blank]);
        assert_eq!(issues(|f| f.examined.quality.paper_level = 50.0, &defaults), [Issue::TooDark]);
        assert_eq!(issues(|f| f.examined.quality.contrast = 30.0, &defaults), [Issue::TooLight]);
        assert_eq!(issues(|f| f.examined.quality.blur = 0.4, &defaults), [Issue::Blurred]);
        assert_eq!(issues(|f| f.examined.quality.cut_letters = 9, &defaults), [Issue::Clipped]);
        assert_eq!(issues(|f| f.examined.quality.fold = 0.1, &defaults), [Issue::FoldedCorner]);
        assert_eq!(issues(|f| f.examined.quality.border_ratio = 0.3, &defaults), [Issue::BlackBorders]);
        assert_eq!(issues(|f| f.examined.quality.width_step = 0.02, &defaults), [Issue::DoubleFeed]);
        let both = |f: &mut PageFacts| (f.height, f.examined.quality.width_step) = (5400, 0.02);
        assert_eq!(issues(both, &defaults), [Issue::DoubleFeed], "said once");
        let strict = Settings { max_blur: 0.05, max_page_length_mm: 100.0, min_dpi: 301.0, ..defaults };
        let said = issues(|_| (), &strict);
        assert_eq!(said, [Issue::ResolutionLow, Issue::Blurred, Issue::DoubleFeed]);
    }

    #[test]
    fn the_length_is_that_of_the_longer_side() {
        let rules = QualityRules::of(&Settings::default());
        let a4 = PageFacts { width: 3508, height: 2480, dpi: Some(300.0), ..facts() };
        assert!((rules.verdict(&a4).page_length_mm - 297.0).abs() < 0.1);
        assert_eq!(rules.verdict(&facts()).page_length_mm, 0.0, "unknown without a resolution");
        let mut bordered = a4;
        let quad = Quad::from_rect(200.0, 100.0, 200.0 + 2480.0, 100.0 + 1748.0);
        bordered.lie.outline = Some(Outline { quad, whole: true, in_perspective: false });
        assert!((rules.verdict(&bordered).page_length_mm - 210.0).abs() < 0.1, "of the page, not of the image");
    }
}
