//! What the server does to a page's greys before it reads: paper nearly white, ink dark.
//!
//! The networks meet pages only after that. It is imitated here and not called, because the server measures a whole page,
//! of which a strip is a small part: the measure is off by as much as strips differ from their page.

use crate::raster::Plane;
use crate::rng::Rng;

/// Grey levels that paper and the darkest ink get, and the most that contrast is raised: those of the server's tone curve.
const PAPER: f32 = 245.0;
const INK: f32 = 40.0;
const MOST_GAIN: f32 = 4.0;
/// The darkest ink is this many times as far from the paper as the mean ink.
const DARKEST: f32 = 1.6;
/// What is darker than the paper by this many levels counts as ink.
const LEAST_INK: usize = 22;

/// Brings a strip of dark text on lighter paper to white paper and dark ink, about as well as the server does. `untouched` is the share
/// of images, 0 to 1, that stay as they were scanned: a page may be judged by a photograph on it.
pub(crate) fn raise(page: &mut Plane, untouched: f32, rng: &mut Rng) {
    let error = 1.0 + rng.near_zero(0.45);
    let drift = rng.near_zero(14.0);
    if rng.chance(untouched) {
        return;
    }
    let mut counts = [0u32; 256];
    for level in &page.data {
        counts[usize::from(*level)] += 1;
    }
    let half = page.data.len() as u32 / 2;
    let mut above = 0;
    // Most of a strip is paper: its level is the median of the lighter 70 %.
    let paper = (0..256)
        .rev()
        .find(|level| {
            above += counts[*level];
            above > half * 7 / 10
        })
        .unwrap_or(255);
    let inked: u32 = counts[..paper.saturating_sub(LEAST_INK)].iter().sum();
    if inked == 0 {
        return;
    }
    let depth: f32 =
        (0..paper.saturating_sub(LEAST_INK)).map(|level| ((paper - level) as f32) * counts[level] as f32).sum();
    let contrast = depth / inked as f32 * error;
    let paper = (paper as f32 + drift).clamp(1.0, 255.0);
    let gain = ((PAPER - INK) / (DARKEST * contrast)).clamp(1.0, MOST_GAIN);
    let white = paper.max(PAPER);
    for level in &mut page.data {
        *level = (white - (paper - f32::from(*level)) * gain).clamp(0.0, 255.0).round() as u8;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn faint_text_on_grey_paper_becomes_dark_on_white() {
        let mut raised = 0;
        for seed in 0..100 {
            let mut page = Plane::new(100, 20, 180);
            page.fill_rect(10, 5, 40, 15, 130);
            raise(&mut page, 0.12, &mut Rng::stream(seed, 0));
            if page.row(0)[0] > 220 {
                raised += 1;
                // They were 50 levels apart; the contrast is misjudged by up to 45 %.
                let (paper, ink) = (page.row(0)[0], page.row(10)[20]);
                assert!(paper > ink + 80, "seed {seed}: ink {ink} on paper {paper}");
            }
        }
        assert!(raised > 75, "{raised} of 100");
    }

    #[test]
    fn a_strip_without_ink_stays_as_it_is() {
        let mut page = Plane::new(50, 20, 180);
        raise(&mut page, 0.0, &mut Rng::stream(1, 0));
        assert_eq!(page, Plane::new(50, 20, 180));
    }
}
