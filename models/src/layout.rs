//! Reading order: lines to blocks, blocks in the order one reads them. Pure geometry.
//!
//! A recursive X-Y cut (Nagy and Seth, 1984) over the lines' boxes: the page is cut at white bands across it; a band is
//! cut into columns where both sides are running text; what is left is read row by row, so that the cells of a table row
//! come in order. Works on straightened lines (see the server); not responsible for what the text says.

use liasse_geometry::Quad;

/// A white band this many median line heights high separates blocks.
const BAND_GAP: f32 = 0.9;
/// A gutter between columns is at least this many median line heights wide.
const GUTTER: f32 = 0.9;
/// Columns of running text: at least this many lines each...
const COLUMN_LINES: usize = 2;
/// ...whose median width is at least this many line heights (cells of a table are narrower).
const COLUMN_ASPECT: f32 = 5.5;
/// No page is cut more often than this into one another; deeper would be noise.
const MAX_DEPTH: usize = 12;

/// An upright box of a line.
#[derive(Clone, Copy)]
struct Span {
    index: usize,
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Span {
    fn height(&self) -> f32 {
        self.bottom - self.top
    }
}

/// The blocks of a page in reading order, each the indices of its lines in reading order. Every line is in one block.
///
/// `lines`: nominal boxes on the straightened page.
pub fn arrange(lines: &[Quad]) -> Vec<Vec<usize>> {
    let mut spans: Vec<Span> = lines
        .iter()
        .enumerate()
        .map(|(index, quad)| {
            // Middle heights, so that a slightly slanted long line does not seem higher than it is.
            let (left, _, right, _) = quad.bounds();
            let (middle, half) = (quad.centre().y, quad.height() / 2.0);
            let finite = |v: f32| if v.is_finite() { v } else { 0.0 };
            Span {
                index,
                left: finite(left),
                top: finite(middle - half),
                right: finite(right),
                bottom: finite(middle + half),
            }
        })
        .collect();
    spans.sort_by(|a, b| a.top.total_cmp(&b.top).then(a.left.total_cmp(&b.left)));
    let mut blocks = Vec::new();
    cut(spans, 0, &mut blocks);
    blocks
}

fn median(mut values: Vec<f32>) -> f32 {
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied().unwrap_or(0.0)
}

fn cut(spans: Vec<Span>, depth: usize, blocks: &mut Vec<Vec<usize>>) {
    if spans.len() <= 1 || depth >= MAX_DEPTH {
        rows(spans, blocks);
        return;
    }
    let height = median(spans.iter().map(Span::height).collect());
    if let Some((left, right)) = columns(&spans, height) {
        cut(left, depth + 1, blocks);
        cut(right, depth + 1, blocks);
        return;
    }
    match split(&spans, |s| (s.top, s.bottom), BAND_GAP * height) {
        Some((above, below)) => {
            cut(above, depth + 1, blocks);
            cut(below, depth + 1, blocks);
        }
        None => rows(spans, blocks),
    }
}

/// Splits at the widest gap of the projection that is at least `least` wide.
fn split(spans: &[Span], interval: impl Fn(&Span) -> (f32, f32), least: f32) -> Option<(Vec<Span>, Vec<Span>)> {
    let mut sorted: Vec<(f32, f32)> = spans.iter().map(&interval).collect();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut reach = sorted.first()?.1;
    let (mut widest, mut at) = (least, None);
    for (from, to) in sorted {
        if from - reach >= widest {
            (widest, at) = (from - reach, Some((from + reach) / 2.0));
        }
        reach = reach.max(to);
    }
    let at = at?;
    Some(spans.iter().partition(|s| interval(s).1 < at))
}

/// The two sides of a gutter when both are running text, not the columns of a table.
fn columns(spans: &[Span], height: f32) -> Option<(Vec<Span>, Vec<Span>)> {
    let (left, right) = split(spans, |s| (s.left, s.right), GUTTER * height)?;
    let running = |side: &[Span]| {
        side.len() >= COLUMN_LINES
            && median(side.iter().map(|s| (s.right - s.left) / s.height().max(1.0)).collect()) >= COLUMN_ASPECT
    };
    // Three or more cells in most rows are a table, however wide the cells.
    let cells = spans.iter().filter(|s| row_mates(s, spans) >= 2).count();
    (running(&left) && running(&right) && cells * 2 < spans.len()).then_some((left, right))
}

/// How many others stand on the row of `span`.
fn row_mates(span: &Span, spans: &[Span]) -> usize {
    let middle = (span.top + span.bottom) / 2.0;
    spans.iter().filter(|s| s.index != span.index && s.top < middle && middle < s.bottom).count()
}

/// Reads row by row; a new block begins where the space between rows is clearly larger than before.
fn rows(spans: Vec<Span>, blocks: &mut Vec<Vec<usize>>) {
    let mut rows: Vec<Vec<Span>> = Vec::new();
    for span in spans {
        let middle = (span.top + span.bottom) / 2.0;
        // Sorted by their tops, a line can only belong to one of the last rows.
        let row = rows.iter_mut().rev().take(3).find(|row| {
            row.iter().any(|s| s.top < middle && middle < s.bottom)
                && row.iter().all(|s| s.right <= span.left + span.height() || span.right <= s.left + span.height())
        });
        match row {
            Some(row) => row.push(span),
            None => rows.push(vec![span]),
        }
    }
    let order: Vec<usize> = rows
        .into_iter()
        .flat_map(|mut row| {
            row.sort_by(|a, b| a.left.total_cmp(&b.left));
            row.into_iter().map(|s| s.index)
        })
        .collect();
    if !order.is_empty() {
        blocks.push(order);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line(left: f32, top: f32, right: f32) -> Quad {
        Quad::from_rect(left, top, right, top + 20.0)
    }

    fn order(lines: &[Quad]) -> Vec<usize> {
        arrange(lines).concat()
    }

    #[test]
    fn nothing_gives_nothing() {
        assert!(arrange(&[]).is_empty());
    }

    #[test]
    fn every_line_is_in_one_block() {
        let lines: Vec<Quad> =
            (0..200).map(|i| line((i * 37 % 500) as f32, (i * 91 % 900) as f32, (i * 37 % 500 + 90) as f32)).collect();
        let mut all = order(&lines);
        all.sort_unstable();
        assert_eq!(all, (0..200).collect::<Vec<_>>());
    }

    #[test]
    fn two_columns_are_read_one_after_the_other() {
        let mut lines = Vec::new();
        for i in 0..5 {
            lines.push(line(50.0, 100.0 + 28.0 * i as f32, 480.0));
            lines.push(line(520.0, 100.0 + 28.0 * i as f32, 950.0));
        }
        assert_eq!(order(&lines), [0, 2, 4, 6, 8, 1, 3, 5, 7, 9]);
    }

    #[test]
    fn a_heading_above_two_columns_comes_first() {
        let mut lines = vec![line(50.0, 20.0, 950.0)];
        for i in 0..4 {
            lines.push(line(50.0, 100.0 + 28.0 * i as f32, 480.0));
            lines.push(line(520.0, 100.0 + 28.0 * i as f32, 950.0));
        }
        assert_eq!(order(&lines), [0, 1, 3, 5, 7, 2, 4, 6, 8]);
    }

    #[test]
    fn table_rows_are_read_from_left_to_right() {
        let mut lines = Vec::new();
        for row in 0..4 {
            for column in [50.0, 300.0, 420.0, 600.0] {
                lines.push(line(column, 100.0 + 26.0 * row as f32, column + 70.0));
            }
        }
        assert_eq!(order(&lines), (0..16).collect::<Vec<_>>());
    }

    #[test]
    fn sender_then_addressee_then_body() {
        let lines = [
            line(50.0, 50.0, 300.0),
            line(50.0, 78.0, 290.0),
            line(50.0, 106.0, 310.0),
            line(600.0, 140.0, 900.0),
            line(600.0, 168.0, 880.0),
            line(600.0, 196.0, 890.0),
            line(50.0, 300.0, 950.0),
            line(50.0, 328.0, 940.0),
        ];
        assert_eq!(order(&lines), [0, 1, 2, 3, 4, 5, 6, 7]);
        assert!(arrange(&lines).len() >= 3);
    }

    #[test]
    fn wild_boxes_do_no_harm() {
        let wild = Quad::from_rect(f32::NAN, f32::INFINITY, 3.0, -4.0);
        assert_eq!(arrange(&[wild, line(0.0, 0.0, 10.0)]).concat().len(), 2);
    }
}
