//! Columns: where a stretch of the page is running text side by side, to be read one column after the other.
//!
//! Two rules. [`running_text`] looks for the longest stretch of a page with a gutter down it, whatever stands above and below, and
//! takes lines apart that were found across the gutter; it must not mistake a table for columns. [`side_by_side`] judges what no white
//! band parts any more, such as a sender beside a reference: there a gutter must be free from top to bottom. Neither takes labels with
//! their values for columns: rows that pair, farther apart than lines of a text or of figures below one another.
//!
//! The constants of the two rules were chosen on 210 drawn pages (seeds 9101 to 9103) by how much of the text was out of order: 5.1 % with the second rule
//! alone, 1.0 % with both.

use super::{Span, median, split};

/// A gutter is at least this many median line heights wide: between what is found of most lines in running text...
const GUTTER: f32 = 0.5;
/// ...and between all of them where neither side need be.
const FREE_GUTTER: f32 = 0.9;
/// A line's box may reach this many line heights too far.
const OVERSHOOT: f32 = 0.5;
/// A line is taken apart only where its words are this many line heights apart.
const WORD_GAP: f32 = 0.8;
/// Space across both columns that ends a stretch, in line heights.
const END_GAP: f32 = 2.0;
/// Columns of running text have at least this many lines each...
const LINES: usize = 5;
/// (a block beside another)
const BLOCK_LINES: usize = 2;
/// ...whose median width is at least this many line heights (cells of a table are narrower)...
const ASPECT: f32 = 5.5;
/// ...and at least this share of the room they have before the next thing on their row (cells leave more of it empty).
const FILL: f32 = 0.75;
/// The columns stand beside one another for this share of the shorter one.
const BESIDE: f32 = 0.5;
/// Share of lines, left out at either end, that may reach into a gutter.
const OUTLIERS: f32 = 0.1;
/// Labels beside their values: this share of the lines of either side stand beside exactly one line of the other...
const PAIRED: f32 = 0.85;
/// ...in rows this many line heights apart, as the rows of a table are and the lines of a text are not...
const ROW_PITCH: f32 = 1.8;
/// ...or with figures: values not wider than so many line heights that end below one another, half of them to this share of a
/// line height, and do not begin so.
const FIGURE: f32 = 9.0;
const FLUSH: f32 = 0.25;

/// The page cut around its longest stretch in columns: what is above, the left side, the right side, what is below; the sides may
/// be several columns themselves. `spans` are sorted by their tops; `height` is their median height.
pub(super) fn running_text<'a>(spans: &[Span<'a>], height: f32) -> Option<[Vec<Span<'a>>; 4]> {
    let overshoot = OVERSHOOT * height;
    let left = spans.iter().map(|s| s.left).fold(f32::INFINITY, f32::min);
    let right = spans.iter().map(|s| s.right).fold(f32::NEG_INFINITY, f32::max);
    let mut candidates: Vec<f32> =
        spans.iter().filter(|s| s.left - left > 3.0 * height).map(|s| s.left - overshoot).collect();
    candidates.sort_by(f32::total_cmp);
    candidates.dedup_by(|later, earlier| *later - *earlier < overshoot / 2.0);
    let mut longest: Option<[Vec<Span<'a>>; 2]> = None;
    for at in candidates {
        for stretch in stretches(spans, at, overshoot, height) {
            let count = |sides: &[Vec<Span>; 2]| sides.iter().map(Vec::len).sum::<usize>();
            if longest.as_ref().is_none_or(|sides| stretch.len() > count(sides)) {
                longest = columns(stretch, at + overshoot, right, height).or(longest);
            }
        }
    }
    let sides = longest?;
    let taken = |s: &Span| {
        sides.iter().flatten().any(|t| t.line == s.line && t.words.start >= s.words.start && t.words.end <= s.words.end)
    };
    let top = sides.iter().flatten().map(Span::middle).fold(f32::INFINITY, f32::min);
    let (above, below) = spans.iter().filter(|s| !taken(s)).cloned().partition(|s| s.middle() <= top);
    let [left, right] = sides;
    Some([above, left, right, below])
}

/// The two sides of a gutter when both are text, not the columns of a table.
pub(super) fn side_by_side<'a>(spans: &[Span<'a>], height: f32) -> Option<[Vec<Span<'a>>; 2]> {
    let sides = split(spans, |s| (s.left, s.right), FREE_GUTTER * height)?;
    // Three or more cells in most rows are a table, however wide the cells.
    let mates = |span: &Span| spans.iter().filter(|s| !std::ptr::eq(*s, span) && span.beside(s)).count();
    let cells = spans.iter().filter(|s| mates(s) >= 2).count();
    let text = |side: &[Span]| side.len() >= BLOCK_LINES && aspect(side) >= ASPECT;
    let columns = sides.iter().all(|side| text(side)) && cells * 2 < spans.len();
    let [left, right] = &sides;
    (columns && !labels_and_values(&left.iter().collect::<Vec<_>>(), &right.iter().collect::<Vec<_>>()))
        .then_some(sides)
}

/// Whether two sides are labels and what belongs to each, to be read row by row.
fn labels_and_values(labels: &[&Span], values: &[&Span]) -> bool {
    let paired = |side: &[&Span], other: &[&Span]| {
        let alone = |span: &&&Span| other.iter().filter(|s| span.beside(s)).count() == 1;
        side.iter().filter(alone).count() as f32 >= PAIRED * side.len() as f32
    };
    if !(paired(labels, values) && paired(values, labels)) {
        return false;
    }
    let height = median(values.iter().map(|s| s.height()).collect()).max(1.0);
    let middles = sorted(values.iter().map(|s| s.middle()));
    let pitch = median(middles.windows(2).map(|pair| pair[1] - pair[0]).collect());
    // Half of them, so that a total which is set in larger type does not count.
    let spread = |edges: Vec<f32>| {
        let middle = median(edges.clone());
        median(edges.iter().map(|edge| (edge - middle).abs()).collect())
    };
    let (starts, ends) = (values.iter().map(|s| s.left).collect(), values.iter().map(|s| s.right).collect());
    let wide = median(values.iter().map(|s| s.right - s.left).collect());
    let figures = wide <= FIGURE * height && spread(ends) < FLUSH * height && spread(starts) > FLUSH * height;
    pitch >= ROW_PITCH * height || figures
}

/// The stretches of the page in which nothing crosses the vertical line `at`; lines whose words part there are taken apart.
fn stretches<'a>(spans: &[Span<'a>], at: f32, overshoot: f32, height: f32) -> Vec<Vec<Span<'a>>> {
    let mut stretches = vec![Vec::new()];
    let mut reach = f32::INFINITY;
    for span in spans {
        let parts = if span.left < at - overshoot && span.right > at + overshoot {
            match apart(span, at, overshoot, height) {
                Some(parts) => parts.into(),
                None => {
                    stretches.push(Vec::new());
                    reach = f32::INFINITY;
                    continue;
                }
            }
        } else {
            vec![span.clone()]
        };
        if span.top - reach > END_GAP * height {
            stretches.push(Vec::new());
        }
        reach = if reach.is_finite() { reach.max(span.bottom) } else { span.bottom };
        if let Some(stretch) = stretches.last_mut() {
            stretch.extend(parts);
        }
    }
    stretches
}

/// Takes a line apart at the wide space that covers `at`, when it has one there.
fn apart<'a>(span: &Span<'a>, at: f32, overshoot: f32, height: f32) -> Option<[Span<'a>; 2]> {
    let after = span.words.clone().skip(1).find(|&index| {
        let (end, start) = (span.extents[index - 1].1, span.extents[index].0);
        start - end >= WORD_GAP * height && end <= at + overshoot && start >= at - overshoot
    })?;
    let (end, start) = (span.extents[after - 1].1, span.extents[after].0);
    Some([
        Span { right: end, words: span.words.start..after, ..span.clone() },
        Span { left: start, words: after..span.words.end, ..span.clone() },
    ])
}

/// The two sides of a stretch when both are running text. Left of the gutter is what ends before `reach`; `right` is where the
/// page's text ends.
fn columns<'a>(stretch: Vec<Span<'a>>, reach: f32, right: f32, height: f32) -> Option<[Vec<Span<'a>>; 2]> {
    let (before, after): (Vec<&Span>, Vec<&Span>) = stretch.iter().partition(|s| s.right <= reach);
    if before.len() < LINES || after.len() < LINES {
        return None;
    }
    let ends = sorted(before.iter().map(|s| s.right));
    let starts = sorted(after.iter().map(|s| s.left));
    let outliers = |count: usize| ((count - 1) as f32 * OUTLIERS) as usize;
    let gutter_end = starts[outliers(starts.len())];
    let gutter_start = ends[ends.len() - 1 - outliers(ends.len())];
    if gutter_end - gutter_start < GUTTER * height || ends[ends.len() - 1] > starts[0] + OVERSHOOT * height {
        return None;
    }
    let extent = |side: &[&Span]| {
        side.iter().fold((f32::INFINITY, f32::NEG_INFINITY), |(top, bottom), s| (top.min(s.top), bottom.max(s.bottom)))
    };
    let ((top, bottom), (other_top, other_bottom)) = (extent(&before), extent(&after));
    let beside = bottom.min(other_bottom) - top.max(other_top);
    if beside < BESIDE * (bottom - top).min(other_bottom - other_top) {
        return None;
    }
    let running =
        |side: &[&Span], bound: f32| aspect(side.iter().copied()) >= ASPECT && fill(side, &stretch, bound) >= FILL;
    if !(running(&before, gutter_end) && running(&after, right)) || labels_and_values(&before, &after) {
        return None;
    }
    let (before, after) = stretch.into_iter().partition(|s| s.right <= reach);
    Some([before, after])
}

fn sorted(values: impl Iterator<Item = f32>) -> Vec<f32> {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    values
}

/// Median of the widths in line heights.
fn aspect<'s, 'a: 's>(side: impl IntoIterator<Item = &'s Span<'a>>) -> f32 {
    median(side.into_iter().map(|s| (s.right - s.left) / s.height().max(1.0)).collect())
}

/// Median share that the lines of `side` fill of the room between their start and the next thing on their row, or `bound`.
fn fill(side: &[&Span], stretch: &[Span], bound: f32) -> f32 {
    let room = |span: &Span| {
        let next = stretch
            .iter()
            .filter(|s| span.beside(s) && s.left >= span.right - OVERSHOOT * span.height())
            .map(|s| s.left)
            .fold(bound.max(span.right), f32::min);
        (next - span.left).max(1.0)
    };
    median(side.iter().map(|s| (s.right - s.left) / room(s)).collect())
}
