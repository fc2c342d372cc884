//! Patch codes: the four thick bars of the separator sheets of production scanners.
//!
//! Source: Kodak, "Patch Code Information for Kodak Scanners" (A-61599): two wide bars of 0.20 inch and two narrow ones of
//! 0.08, parted by spaces of 0.08, 0.80 inch in all and at least 2 inches long, 0.25 inch from other printing, parallel to
//! the edge that goes first through the scanner. A patch is read from that edge inwards, which matters: 1 backwards is 6,
//! and 3 is T. Here that edge is the nearest one along the bars' normal, whichever way the sheet went in.
//!
//! Responsible for finding them upright and lying, up to some 15 degrees askew. They bear no data and no check digit, so
//! that what is believed is the geometry alone: all seven widths, clear paper before and behind, and the same over a length
//! of at least [`LEAST_LENGTH`] times the height.

use liasse_geometry::{Point, Quad};

use super::{Barcode, BarcodeFormat};
use crate::GreyPyramid;
use crate::pyramid::Level;

/// The level with at most this many pixels is looked at: about 75 to 100 dpi of an A4 page.
const MAX_PIXELS: usize = 1_200_000;
/// Every so many-th column (or row) is looked at.
const STEP: usize = 4;
/// Pixels of a line that are passed over at once where all are light, or all dark.
const AT_ONCE: usize = 16;
/// Bars are darker than this share of the paper's level.
const DARK: f32 = 0.6;
/// A patch is ten units of 0.08 inch high. A bar or a space may differ from its size by so many units: printing and copying
/// spread ink.
const HEIGHT: f32 = 10.0;
const WIDE: f32 = 2.5;
const TOLERANCE: f32 = 0.45;
/// Paper before and behind, in units, unless the page ends there.
const QUIET: f32 = 2.0;
/// Height of a patch as a share of the shorter side of the page: 0.07 of A3 and Letter's 0.09 to 0.14 of A5.
const HEIGHTS: std::ops::Range<f32> = 0.045..0.2;
/// Pixels of a unit at least, or widths cannot be told.
const LEAST_UNIT: f32 = 2.5;
/// Length along the bars in heights. The specification's is 2.5; sheets for some scanners have shorter ones.
const LEAST_LENGTH: f32 = 1.5;
/// Columns that may be missing in a row, such as where a hole was punched.
const MOST_MISSING: usize = 4;
/// Share of the columns that must show the patch.
const LEAST_SHARE: f32 = 0.85;
/// Steepest slope of the bars: the tangent of some 15 degrees.
const STEEPEST: f32 = 0.27;

/// What the bars say, from the edge inwards: 1 for a wide one.
const PATTERNS: [(&str, [u8; 4]); 6] = [
    ("1", [1, 1, 0, 0]),
    ("2", [1, 0, 0, 1]),
    ("3", [1, 0, 1, 0]),
    ("4", [0, 1, 1, 0]),
    ("6", [0, 0, 1, 1]),
    ("T", [0, 1, 0, 1]),
];

/// The patch codes of a page.
pub(super) fn find(page: &GreyPyramid) -> Vec<Barcode> {
    let index = (0..=page.last_level()).find(|i| page.level(*i).data.len() <= MAX_PIXELS).unwrap_or(page.last_level());
    let level = page.level(index);
    let scale = (1u32 << index) as f32;
    let Some(threshold) = threshold(&level) else { return Vec::new() };
    let mut found = Vec::new();
    for lying in [false, true] {
        let view = View::new(&level, lying);
        found.extend(tracks(&view, threshold).iter().filter_map(|track| track.code(&view, scale)));
    }
    found
}

/// Darker than this is a bar; `None` on an image too small to have any.
fn threshold(level: &Level<'_>) -> Option<u8> {
    let mut sample: Vec<u8> = level.data.iter().step_by(61).copied().collect();
    let at = sample.len() * 9 / 10;
    (sample.len() > 100).then(|| (f32::from(*sample.select_nth_unstable(at).1) * DARK) as u8)
}

/// A page whose bars run along its rows, or along its columns when it is `lying`.
struct View {
    lying: bool,
    /// Pixels along the bars, and across them.
    size: (usize, usize),
    /// Every [`STEP`]th line across the bars, one after the other.
    lines: Vec<u8>,
}

impl View {
    fn new(level: &Level<'_>, lying: bool) -> Self {
        let (width, height) = (level.width, level.height);
        if lying {
            let mut lines = Vec::with_capacity(height.div_ceil(STEP) * width);
            level.data.chunks_exact(width.max(1)).step_by(STEP).for_each(|row| lines.extend_from_slice(row));
            return Self { lying, size: (height, width), lines };
        }
        let mut lines = vec![0; width.div_ceil(STEP) * height];
        for (y, row) in level.data.chunks_exact(width.max(1)).enumerate() {
            for (line, value) in row.iter().step_by(STEP).enumerate() {
                lines[line * height + y] = *value;
            }
        }
        Self { lying, size: (width, height), lines }
    }
}

/// Where a line across the bars meets a patch.
#[derive(Debug, Clone, Copy)]
struct Cut {
    along: f32,
    first: f32,
    last: f32,
    pattern: [u8; 4],
}

/// Cuts side by side through one patch.
struct Track {
    cuts: Vec<Cut>,
}

fn tracks(view: &View, threshold: u8) -> Vec<Track> {
    let mut open: Vec<Track> = Vec::new();
    let mut done = Vec::new();
    for (number, line) in view.lines.chunks_exact(view.size.1.max(1)).enumerate() {
        let at = number * STEP;
        let (old, current): (Vec<_>, Vec<_>) = open.into_iter().partition(|track: &Track| {
            track.cuts.last().is_some_and(|cut| at as f32 - cut.along > ((MOST_MISSING + 1) * STEP) as f32)
        });
        done.extend(old);
        open = current;
        for cut in cuts(line, at, view.size.0, threshold) {
            match open.iter_mut().find(|track| track.takes(&cut)) {
                Some(track) => track.cuts.push(cut),
                None => open.push(Track { cuts: vec![cut] }),
            }
        }
    }
    done.extend(open);
    done
}

/// The patches that a line across the bars meets; there are `length` pixels along them.
fn cuts(line: &[u8], along: usize, length: usize, threshold: u8) -> Vec<Cut> {
    let across = line.len();
    let shorter = length.min(across) as f32;
    // Where light and dark take turns; the first run is a light one, perhaps of no pixel.
    let mut changes = vec![0];
    let mut dark = false;
    for (number, piece) in line.chunks(AT_ONCE).enumerate() {
        // Most pieces are paper all along.
        if piece.iter().fold(true, |alike, value| alike & ((*value < threshold) == dark)) {
            continue;
        }
        for (offset, value) in piece.iter().enumerate() {
            if (*value < threshold) != dark {
                dark = !dark;
                changes.push(number * AT_ONCE + offset);
            }
        }
    }
    changes.push(across);
    let mut found = Vec::new();
    // A patch is the dark run that begins at an odd index, the six runs after it, and a light one beyond.
    for start in (1..changes.len().saturating_sub(8)).step_by(2) {
        let height = (changes[start + 7] - changes[start]) as f32;
        let unit = height / HEIGHT;
        if unit < LEAST_UNIT || !HEIGHTS.contains(&(height / shorter)) {
            continue;
        }
        let run = |index: usize| (changes[index + 1] - changes[index]) as f32 / unit;
        let quiet = |index: usize, at_edge: bool| at_edge || run(index) >= QUIET;
        let spaces = [1, 3, 5].iter().all(|space| (run(start + space) - 1.0).abs() <= TOLERANCE);
        let bars = [0, 2, 4, 6].map(|bar| {
            let width = run(start + bar);
            if (width - 1.0).abs() <= TOLERANCE { Some(0) } else { ((width - WIDE).abs() <= TOLERANCE).then_some(1) }
        });
        if let [Some(a), Some(b), Some(c), Some(d)] = bars
            && spaces
            && a + b + c + d == 2
            && quiet(start - 1, changes[start - 1] == 0)
            && quiet(start + 7, start + 8 == changes.len() - 1)
        {
            let (first, last) = (changes[start] as f32, changes[start + 7] as f32);
            found.push(Cut { along: along as f32 + 0.5, first, last, pattern: [a, b, c, d] });
        }
    }
    found
}

impl Track {
    /// Whether a cut goes on where this track ends.
    fn takes(&self, cut: &Cut) -> bool {
        self.cuts.last().is_some_and(|last| {
            let reach = (cut.along - last.along) * STEEPEST + 1.5;
            cut.along > last.along
                && cut.pattern == last.pattern
                && (cut.first - last.first).abs() <= reach
                && (cut.last - last.last).abs() <= reach
        })
    }

    /// The patch that these cuts are of; `None` when they are too few. `scale` is pixels of the page in one of the level.
    fn code(&self, view: &View, scale: f32) -> Option<Barcode> {
        let ([start, ..], [.., end]) = (self.cuts.as_slice(), self.cuts.as_slice()) else { return None };
        let length = end.along - start.along + STEP as f32;
        let height = self.cuts.iter().map(|cut| cut.last - cut.first).sum::<f32>() / self.cuts.len() as f32;
        if length < LEAST_LENGTH * height || (self.cuts.len() * STEP) as f32 <= LEAST_SHARE * length {
            return None;
        }
        let (_, across) = view.size;
        let from_far = (start.first + end.last) / 2.0 > across as f32 / 2.0;
        let mut pattern = start.pattern;
        if from_far {
            pattern.reverse();
        }
        let (text, _) = PATTERNS.iter().find(|(_, bars)| *bars == pattern)?;
        let (first, last) = (line(&self.cuts, |cut| cut.first), line(&self.cuts, |cut| cut.last));
        let half = STEP as f32 / 2.0;
        let (near, far) = (start.along - half, end.along + half);
        let on = |along: f32, line: (f32, f32)| (along, line.0 + line.1 * along);
        // Only cuts through all four bars count: askew, the bars reach beyond them, by the height times the slope.
        let slope = (first.1 + last.1) / 2.0;
        let squared = 1.0 + slope * slope;
        let side = |(along, across): (f32, f32), sign: f32| {
            (along - sign * height * slope / squared, across + sign * height / squared)
        };
        let (a, b, c, d) = if slope > 0.0 {
            let (a, c) = (on(near, first), on(far, last));
            (a, side(c, -1.0), c, side(a, 1.0))
        } else {
            let (b, d) = (on(far, first), on(near, last));
            (side(d, -1.0), b, side(b, 1.0), d)
        };
        // Clockwise from the left end of the edge that it is read from, seen by who reads it.
        let mut corners = [a, b, c, d].map(|(along, across)| {
            let (x, y) = if view.lying { (across, along) } else { (along, across) };
            Point::new(x * scale, y * scale)
        });
        if view.lying {
            corners = [corners[1], corners[0], corners[3], corners[2]];
        }
        if from_far {
            corners.rotate_left(2);
        }
        Some(Barcode {
            format: BarcodeFormat::Patch,
            text: (*text).to_owned(),
            raw: Vec::new(),
            quad: Quad::new(corners),
        })
    }
}

/// The line through the ends of cuts by least squares: where it begins and how it rises.
fn line(cuts: &[Cut], end: impl Fn(&Cut) -> f32) -> (f32, f32) {
    let count = cuts.len() as f32;
    let middle = cuts.iter().map(|cut| cut.along).sum::<f32>() / count;
    let mean = cuts.iter().map(&end).sum::<f32>() / count;
    let (mut over, mut under) = (0.0, 0.0);
    for cut in cuts {
        over += (cut.along - middle) * (end(cut) - mean);
        under += (cut.along - middle).powi(2);
    }
    let slope = if under > 0.0 { over / under } else { 0.0 };
    (mean - slope * middle, slope)
}

#[cfg(test)]
mod tests {
    use liasse_geometry::Transform;

    use super::*;
    use crate::{CpuSampler, PixelFormat, Raster, Region, Sampler};

    /// A4 at 150 dpi.
    const SIZE: (u32, u32) = (1240, 1754);

    fn pyramid(data: Vec<u8>, (width, height): (u32, u32)) -> GreyPyramid {
        GreyPyramid::new(Raster::new(width, height, PixelFormat::Grey8, data, None).unwrap()).unwrap()
    }

    fn sheet() -> Vec<u8> {
        vec![240; (SIZE.0 * SIZE.1) as usize]
    }

    fn fill(data: &mut [u8], (left, top): (u32, u32), (width, height): (u32, u32)) {
        for y in top..top + height {
            data[(y * SIZE.0 + left) as usize..(y * SIZE.0 + left + width) as usize].fill(20);
        }
    }

    /// Draws a patch of 2.5 inches whose first bar is at `top`; `spread` is by how many pixels ink has run to either side.
    fn draw(data: &mut [u8], bars: [u8; 4], (left, top): (u32, u32), spread: u32) {
        let mut y = top;
        for wide in bars {
            let high = if wide == 1 { 30 } else { 12 };
            fill(data, (left, y - spread), (375, high + 2 * spread));
            y += high + 12;
        }
    }

    fn turned(page: &GreyPyramid, degrees: f64, size: (u32, u32)) -> GreyPyramid {
        let (from, to) = ((page.width(), page.height()), size);
        let centre = |size: (u32, u32)| (f64::from(size.0) / 2.0, f64::from(size.1) / 2.0);
        let ((fx, fy), (tx, ty)) = (centre(from), centre(to));
        let to_page = Transform::translation(fx - tx, fy - ty)
            .then(&Transform::rotation(-degrees, Point::new(fx as f32, fy as f32)));
        let region = Region { to_page, width: size.0, height: size.1, background: 240 };
        pyramid(CpuSampler.sample(page, &[region]).remove(0).data, size)
    }

    #[test]
    fn every_patch_is_read_whichever_way_the_sheet_went_in() {
        for (text, bars) in PATTERNS {
            let mut data = sheet();
            draw(&mut data, bars, (430, 60), 0);
            let page = pyramid(data, SIZE);
            for (degrees, size) in [
                (0.0, SIZE),
                (180.0, SIZE),
                (90.0, (SIZE.1, SIZE.0)),
                (-90.0, (SIZE.1, SIZE.0)),
                (4.0, SIZE),
                (-9.0, SIZE),
            ] {
                let found = find(&turned(&page, degrees, size));
                assert_eq!(found.len(), 1, "patch {text} turned by {degrees}: {found:?}");
                assert_eq!(
                    (found[0].text.as_str(), found[0].format),
                    (text, BarcodeFormat::Patch),
                    "turned by {degrees}"
                );
                // The first corner goes where the patch's own top left corner went.
                let centre = Point::new(size.0 as f32 / 2.0, size.1 as f32 / 2.0);
                let from = Point::new(430.0 - SIZE.0 as f32 / 2.0 + centre.x, 60.0 - SIZE.1 as f32 / 2.0 + centre.y);
                let corner = Transform::rotation(degrees, centre).apply(from);
                assert!(
                    found[0].quad.corners[0].distance(corner) < 12.0,
                    "{text} turned by {degrees}: {:?}, not {corner:?}",
                    found[0].quad
                );
                assert!(
                    (found[0].quad.width() - 375.0).abs() < 12.0 && (found[0].quad.height() - 120.0).abs() < 6.0,
                    "{:?}",
                    found[0].quad
                );
            }
        }
    }

    #[test]
    fn ink_may_spread_and_a_hole_may_be_punched() {
        let mut data = sheet();
        draw(&mut data, [0, 1, 0, 1], (430, 60), 2);
        for y in 50..200 {
            for x in 560..580 {
                data[y * SIZE.0 as usize + x] = 240;
            }
        }
        let found = find(&pyramid(data, SIZE));
        assert_eq!(found.len(), 1, "{found:?}");
        assert_eq!(found[0].text, "T");
    }

    #[test]
    fn other_bars_are_no_patches() {
        let widths: [&[u32]; 5] = [
            // Three and five bars, too many wide ones, a wide space, bars of one width.
            &[30, 12, 12, 12, 30],
            &[12, 12, 30, 12, 12, 12, 30, 12, 12],
            &[30, 12, 30, 12, 30, 12, 12],
            &[30, 12, 12, 30, 12, 12, 30],
            &[12, 12, 12, 12, 12, 12, 12],
        ];
        for widths in widths {
            let mut data = sheet();
            let mut y = 60;
            for (index, width) in widths.iter().enumerate() {
                if index % 2 == 0 {
                    fill(&mut data, (430, y), (375, *width));
                }
                y += width;
            }
            assert_eq!(find(&pyramid(data, SIZE)), [], "{widths:?}");
        }
        // Too short.
        let mut data = sheet();
        draw(&mut data, [0, 1, 0, 1], (430, 60), 0);
        for row in data.chunks_exact_mut(SIZE.0 as usize) {
            row[570..].fill(240);
        }
        assert_eq!(find(&pyramid(data, SIZE)), []);
        // Its last bar is the image's edge, wherever that is.
        let mut data = sheet();
        draw(&mut data, [0, 1, 0, 1], (430, SIZE.1 - 120), 0);
        let page = pyramid(data, SIZE);
        assert_eq!(find(&page), []);
        assert_eq!(find(&turned(&page, 90.0, (SIZE.1, SIZE.0))), []);
        // Writing right below.
        let mut data = sheet();
        draw(&mut data, [0, 1, 0, 1], (430, 60), 0);
        fill(&mut data, (400, 190), (500, 14));
        assert_eq!(find(&pyramid(data, SIZE)), []);
    }
}
