//! Reading order: lines to blocks, blocks in the order one reads them. Pure geometry.
//!
//! A recursive X-Y cut (Nagy and Seth, 1984) over the lines' boxes: columns of running text are read one after the other
//! (`columns`), else the page is cut at white bands across it, and what is left is read row by row, so that the cells of a
//! table row come in order. Works on straightened lines (see the server); not responsible for what the text says.

mod columns;

use std::ops::Range;

use liasse_geometry::Quad;

/// A white band this many median line heights high separates blocks.
const BAND_GAP: f32 = 0.9;
/// No page is cut more often than this into one another; deeper would be noise.
const MAX_DEPTH: usize = 12;

/// A line on the straightened page.
#[derive(Debug, Clone, PartialEq)]
pub struct LineBox {
    /// Nominal box.
    pub quad: Quad,
    /// Where its words begin and end from left to right, in pixels from the page's left edge; a line that reaches across a
    /// gutter between columns may be taken apart between two of them. Empty: it stays whole.
    pub words: Vec<(f32, f32)>,
}

/// A line, or a part of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Its index.
    pub line: usize,
    /// Which of its words; all of them, unless it was taken apart.
    pub words: Range<usize>,
}

/// An upright box of a line or of a part of one.
#[derive(Clone)]
struct Span<'a> {
    line: usize,
    /// All of the line's words...
    extents: &'a [(f32, f32)],
    /// ...and which of them are meant.
    words: Range<usize>,
    left: f32,
    top: f32,
    right: f32,
    bottom: f32,
}

impl Span<'_> {
    fn height(&self) -> f32 {
        self.bottom - self.top
    }

    fn middle(&self) -> f32 {
        (self.top + self.bottom) / 2.0
    }

    /// Both stand on one row: the other's box spans the middle of this one.
    fn beside(&self, other: &Self) -> bool {
        other.top < self.middle() && self.middle() < other.bottom
    }
}

/// The blocks of a page in reading order, each the pieces of its lines in reading order. Every word is in one block, and so is
/// every line without words.
pub fn arrange(lines: &[LineBox]) -> Vec<Vec<Piece>> {
    let mut spans: Vec<Span> = lines
        .iter()
        .enumerate()
        .map(|(line, LineBox { quad, words })| {
            // Middle heights, so that a slightly slanted long line does not seem higher than it is.
            let (left, _, right, _) = quad.bounds();
            let (middle, half) = (quad.centre().y, quad.height() / 2.0);
            let finite = |v: f32| if v.is_finite() { v } else { 0.0 };
            Span {
                line,
                extents: words,
                words: 0..words.len(),
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

fn cut<'a>(spans: Vec<Span<'a>>, depth: usize, blocks: &mut Vec<Vec<Piece>>) {
    if spans.len() <= 1 || depth >= MAX_DEPTH {
        rows(spans, blocks);
        return;
    }
    let height = median(spans.iter().map(Span::height).collect());
    let parts: Vec<Vec<Span<'a>>> = if let Some(parts) = columns::running_text(&spans, height) {
        parts.into()
    } else if let Some(parts) = split(&spans, |s| (s.top, s.bottom), BAND_GAP * height) {
        parts.into()
    } else if let Some(parts) = columns::side_by_side(&spans, height) {
        parts.into()
    } else {
        rows(spans, blocks);
        return;
    };
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        cut(part, depth + 1, blocks);
    }
}

/// Splits at the widest gap of the projection that is at least `least` wide.
fn split<'a>(spans: &[Span<'a>], interval: impl Fn(&Span<'a>) -> (f32, f32), least: f32) -> Option<[Vec<Span<'a>>; 2]> {
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
    let (before, after) = spans.iter().cloned().partition(|s| interval(s).1 < at);
    Some([before, after])
}

/// Reads row by row.
fn rows(spans: Vec<Span>, blocks: &mut Vec<Vec<Piece>>) {
    let mut rows: Vec<Vec<Span>> = Vec::new();
    for span in spans {
        // Sorted by their tops, a line can only belong to one of the last rows.
        let row = rows.iter_mut().rev().take(3).find(|row| {
            row.iter().any(|s| span.beside(s))
                && row.iter().all(|s| s.right <= span.left + span.height() || span.right <= s.left + span.height())
        });
        match row {
            Some(row) => row.push(span),
            None => rows.push(vec![span]),
        }
    }
    let mut order: Vec<Piece> = Vec::new();
    for mut row in rows {
        row.sort_by(|a, b| a.left.total_cmp(&b.left));
        for Span { line, words, .. } in row {
            match order.last_mut() {
                // Taken apart in vain.
                Some(before) if before.line == line && before.words.end == words.start => before.words.end = words.end,
                _ => order.push(Piece { line, words }),
            }
        }
    }
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

    /// Boxes whose words are not known.
    fn whole(lines: &[Quad]) -> Vec<LineBox> {
        lines.iter().map(|quad| LineBox { quad: *quad, words: Vec::new() }).collect()
    }

    fn order(lines: &[Quad]) -> Vec<usize> {
        arrange(&whole(lines)).concat().into_iter().map(|piece| piece.line).collect()
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

    /// The order of labels, each with a value beside it that begins and ends where `value` says; rows are `pitch` apart.
    fn labelled(rows: usize, pitch: f32, value: impl Fn(usize) -> (f32, f32)) -> Vec<usize> {
        let lines = (0..rows).flat_map(|i| {
            let ((left, right), top) = (value(i), 100.0 + pitch * i as f32);
            [line(0.0, top, [330.0, 360.0, 320.0, 350.0][i % 4]), line(left, top + 2.0, right)]
        });
        order(&lines.collect::<Vec<_>>())
    }

    #[test]
    fn labels_are_read_with_their_values() {
        let by_row = |rows: usize| (0..2 * rows).collect::<Vec<_>>();
        let by_column = |rows: usize| (0..2 * rows).step_by(2).chain((1..2 * rows).step_by(2)).collect::<Vec<_>>();
        // Rows that no white band parts, farther apart than lines.
        let ragged = |i: usize| (400.0, 560.0 + 10.0 * (i % 3) as f32);
        assert_eq!(labelled(4, 37.0, ragged), by_row(4));
        assert_eq!(labelled(8, 37.0, ragged), by_row(8), "as many as running text has");
        assert_eq!(labelled(4, 26.0, ragged), by_column(4), "a sender beside an addressee");
        let figures = |i: usize| (400.0 + 16.0 * (i % 4) as f32, 560.0);
        assert_eq!(labelled(4, 26.0, figures), by_row(4), "amounts below one another");
        let flush_right = |i: usize| (400.0 + 30.0 * (i % 4) as f32, 700.0);
        assert_eq!(labelled(4, 26.0, flush_right), by_column(4), "a block set flush right");
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
        assert!(arrange(&whole(&lines)).len() >= 3);
    }

    #[test]
    fn wild_boxes_do_no_harm() {
        let wild = Quad::from_rect(f32::NAN, f32::INFINITY, 3.0, -4.0);
        assert_eq!(order(&[wild, line(0.0, 0.0, 10.0)]).len(), 2);
    }

    #[test]
    fn three_columns_are_read_one_after_the_other() {
        let mut lines = Vec::new();
        for i in 0..6 {
            for left in [50.0, 370.0, 690.0] {
                lines.push(line(left, 100.0 + 28.0 * i as f32, left + 300.0));
            }
        }
        let expected: Vec<usize> = (0..3).flat_map(|column| (0..6).map(move |i| 3 * i + column)).collect();
        assert_eq!(order(&lines), expected);
    }

    #[test]
    fn a_heading_across_the_columns_parts_them() {
        let mut lines = Vec::new();
        for top in [100.0, 400.0] {
            for i in 0..5 {
                lines.push(line(50.0, top + 28.0 * i as f32, 480.0));
                lines.push(line(500.0, top + 28.0 * i as f32, 950.0));
            }
            lines.push(line(200.0, top + 150.0, 800.0));
        }
        let section = [0, 2, 4, 6, 8, 1, 3, 5, 7, 9, 10];
        let expected: Vec<usize> = section.iter().copied().chain(section.iter().map(|i| i + 11)).collect();
        assert_eq!(order(&lines), expected);
    }

    #[test]
    fn a_line_found_across_the_gutter_is_taken_apart() {
        let mut lines = Vec::new();
        for i in 0..6 {
            let top = 100.0 + 28.0 * i as f32;
            if i == 3 {
                let words = vec![(50.0, 200.0), (210.0, 480.0), (506.0, 700.0), (710.0, 950.0)];
                lines.push(LineBox { quad: line(50.0, top, 950.0), words });
            } else {
                lines.extend(whole(&[line(50.0, top, 480.0), line(505.0, top, 950.0)]));
            }
        }
        let pieces = arrange(&lines).concat();
        let read: Vec<usize> = pieces.iter().map(|piece| piece.line).collect();
        assert_eq!(read, [0, 2, 4, 6, 7, 9, 1, 3, 5, 6, 8, 10]);
        assert_eq!((&pieces[3].words, &pieces[9].words), (&(0..2), &(2..4)));
    }

    #[test]
    fn a_wide_space_alone_takes_no_line_apart() {
        let mut lines = whole(&(0..8).map(|i| line(50.0, 100.0 + 28.0 * i as f32, 950.0)).collect::<Vec<_>>());
        lines[4].words = vec![(50.0, 400.0), (520.0, 950.0)];
        assert_eq!(arrange(&lines).concat()[4], Piece { line: 4, words: 0..2 });
    }
}
