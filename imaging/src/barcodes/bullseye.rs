//! The bull's eye in the middle of Aztec codes and runes: where it is, how large its modules are and how it is turned.
//!
//! Source: ISO/IEC 24778: rings of one module, dark and light by turns, around a dark module; in the corners of the ring around
//! them six of twelve modules are dark, by which the code's top is known. A compact code has five rings with that of the corners, a full one seven.
//!
//! Responsible for finding it in what was cut out and made black and white. Not responsible for what stands around it, nor for
//! codes seen aslant or mirrored.

use liasse_geometry::{Point, Quad};
use rxing::common::BitMatrix;

/// The ring that the marks of orientation stand on, in modules from the centre's module: of compact codes, and of full ones.
pub(super) const COMPACT_RING: i32 = 5;
pub(super) const FULL_RING: i32 = 7;
/// Modules of the bull's eye that may be wrong, of 81...
const WRONG_RINGS: usize = 2;
/// ...and of the twelve orientation marks.
const WRONG_MARKS: usize = 1;
/// Pixels of a module at least.
const LEAST_MODULE: f32 = 1.8;
/// A centre that is no farther than this from one that was seen, in modules, is the same.
const SEEN: f32 = 0.25;
/// Degrees from one angle that is tried to the next.
const STEP: f32 = 3.0;

/// What `read` makes of the first bull's eye of an image of which it makes anything.
pub(super) fn find<T>(bits: &BitMatrix, mut read: impl FnMut(Grid<'_>) -> Option<T>) -> Option<T> {
    let mut edges = Vec::new();
    let mut seen: Vec<Point> = Vec::new();
    for y in (0..bits.height()).step_by(2) {
        edges.clear();
        edges.push(0);
        let mut dark = false;
        for x in 0..bits.width() {
            if bits.get(x, y) != dark {
                dark = !dark;
                edges.push(x);
            }
        }
        // Runs begin with a light one, perhaps of no pixel; the bull's eye's middle seven begin and end with light ones.
        for runs in edges.windows(8).step_by(2) {
            let mut widths = [0; 7];
            widths.iter_mut().zip(runs.windows(2)).for_each(|(width, ends)| *width = ends[1] - ends[0]);
            let Some(module) = evenly(&widths) else { continue };
            let Some((middle, other)) = across(bits, (runs[3] + runs[4]) / 2, y) else { continue };
            let centre = Point::new((runs[0] + runs[7]) as f32 / 2.0, middle);
            if !(0.7..1.4).contains(&(other / module)) || seen.iter().any(|seen| seen.distance(centre) < SEEN * module)
            {
                continue;
            }
            if let Some(grid) = Grid::about(bits, centre, (module + other) / 2.0) {
                seen.push(centre);
                if let Some(found) = read(grid) {
                    return Some(found);
                }
            }
        }
    }
    None
}

/// The mean of runs that are about as wide as one another.
fn evenly(widths: &[u32; 7]) -> Option<f32> {
    let mean = widths.iter().sum::<u32>() as f32 / 7.0;
    let alike = |width: &u32| (*width as f32 - mean).abs() <= 0.4 * mean + 0.5;
    (mean >= LEAST_MODULE && widths.iter().all(alike)).then_some(mean)
}

/// The middle of the bull's eye on the column of a point within its middle, and its module: the same seven runs from above to below.
fn across(bits: &BitMatrix, x: u32, y: u32) -> Option<(f32, f32)> {
    let at = |y: i64| u32::try_from(y).ok().and_then(|y| bits.try_get(x, y));
    let mut widths = [0; 7];
    let mut ends = [y; 2];
    for (down, end) in [(-1, 3), (1, 3)].into_iter().zip(&mut ends) {
        let ((down, middle), mut position) = (down, i64::from(y));
        for ring in 0..4 {
            while at(position)? == (ring % 2 == 0) {
                position += down;
                widths[if down < 0 { middle - ring } else { middle + ring }] += 1;
            }
        }
        *end = position as u32;
    }
    // The row that both ways began with counts once.
    widths[3] -= 1;
    Some(((ends[0] + 1 + ends[1]) as f32 / 2.0, evenly(&widths)?))
}

/// A grid of modules laid on the image, its origin in the middle of the bull's eye.
#[derive(Clone, Copy)]
pub(super) struct Grid<'a> {
    bits: &'a BitMatrix,
    centre: Point,
    /// One module to the right, in pixels; one down is the same turned.
    right: (f32, f32),
}

impl<'a> Grid<'a> {
    /// The grid about a centre that fits the bull's eye best; `None` where none does. `along`: pixels of a module along the rows and
    /// columns, which is more than its side where it is turned.
    fn about(bits: &'a BitMatrix, centre: Point, along: f32) -> Option<Self> {
        let grid = |degrees: f32| {
            let (sin, cos) = degrees.to_radians().sin_cos();
            let module = along * cos;
            Grid { bits, centre, right: (module * cos, module * sin) }
        };
        let angles = || (0..30).map(|step| STEP * step as f32 - 45.0);
        let least = angles().filter_map(|degrees| grid(degrees).wrong_rings()).min()?;
        // The middle of those that fit best. A right angle further all is the same: they may be at both ends of what was tried.
        let best = || angles().filter(|degrees| grid(*degrees).wrong_rings() == Some(least));
        let first = best().next()?;
        let (count, sum) = best()
            .filter(|degrees| degrees - first < 30.0)
            .fold((0, 0.0), |(count, sum), degrees| (count + 1, sum + degrees));
        Some(grid(sum / count as f32))
    }

    fn point(&self, column: f32, row: f32) -> Point {
        let (x, y) = self.right;
        Point::new(self.centre.x + column * x - row * y, self.centre.y + column * y + row * x)
    }

    /// What is at a place, in modules; what lies beyond the image is not dark.
    fn dark_at(&self, column: f32, row: f32) -> bool {
        let point = self.point(column, row);
        point.x >= 0.0 && point.y >= 0.0 && self.bits.try_get(point.x as u32, point.y as u32) == Some(true)
    }

    /// Whether a module is dark in its middle.
    pub(super) fn dark(&self, column: i32, row: i32) -> bool {
        self.dark_at(column as f32, row as f32)
    }

    /// Where a code of so many modules stands, clockwise from its top left corner if the grid is the right way up.
    pub(super) fn quad(&self, size: u32) -> Quad {
        let corner = size as f32 / 2.0;
        let corners = [(-corner, -corner), (corner, -corner), (corner, corner), (-corner, corner)];
        Quad::new(corners.map(|(column, row)| self.point(column, row)))
    }

    /// How many modules of the bull's eye are wrong; `None` as soon as there are more than may be, since a page of small squares
    /// has thousands of places that look like its middle.
    fn wrong_rings(&self) -> Option<usize> {
        let inside = 1 - COMPACT_RING..COMPACT_RING;
        let mut wrong = 0;
        for (column, row) in inside.clone().flat_map(|row| inside.clone().map(move |column| (column, row))) {
            wrong += usize::from(self.dark(column, row) != (column.abs().max(row.abs()) % 2 == 0));
            if wrong > WRONG_RINGS {
                return None;
            }
        }
        Some(wrong)
    }

    /// The same grid, the right way up by the marks on a ring; `None` where they are not there.
    pub(super) fn upright(&self, ring: i32) -> Option<Self> {
        let near = ring - 1;
        let marks = [
            ((-ring, -ring), true),
            ((-near, -ring), true),
            ((-ring, -near), true),
            ((ring, -ring), true),
            ((near, -ring), false),
            ((ring, -near), true),
            ((ring, ring), false),
            ((near, ring), false),
            ((ring, near), true),
            ((-ring, ring), false),
            ((-near, ring), false),
            ((-ring, near), false),
        ];
        let mut grid = *self;
        for _ in 0..4 {
            let wrong = marks.iter().filter(|((column, row), dark)| grid.dark(*column, *row) != *dark).count();
            if wrong <= WRONG_MARKS {
                return Some(grid);
            }
            // By a right angle clockwise.
            grid.right = (-grid.right.1, grid.right.0);
        }
        None
    }

    /// How many places near the middles of the modules up to `half` of them from the centre are as dark as the middle: the better the
    /// grid lies, the more.
    fn agreement(&self, half: i32) -> usize {
        const OFF: f32 = 0.32;
        let modules = (-half..=half).flat_map(|row| (-half..=half).map(move |column| (column as f32, row as f32)));
        modules
            .map(|(column, row)| {
                let middle = self.dark_at(column, row);
                let near = [(-OFF, -OFF), (OFF, -OFF), (OFF, OFF), (-OFF, OFF)];
                near.iter().filter(|(x, y)| self.dark_at(column + x, row + y) == middle).count()
            })
            .sum()
    }

    /// The same grid, laid more exactly by the modules up to `half` of them from the centre.
    pub(super) fn refined(self, half: i32) -> Self {
        // Steps of angle and size in shares of a module for each module from the centre, and of the centre in modules.
        let mut best = (self.agreement(half), self);
        for (turn, shift) in [(0.012, 0.2), (0.005, 0.1), (0.002, 0.05)] {
            let from = best.1;
            let steps = || (-2i16..=2).map(f32::from);
            for (larger, turned) in steps().flat_map(|larger| steps().map(move |turned| (larger, turned))) {
                let ((x, y), (larger, turned)) = (from.right, (1.0 + larger * turn, turned * turn));
                let grid = Grid { right: (x * larger - y * turned, y * larger + x * turned), ..from };
                let agreement = grid.agreement(half);
                if agreement > best.0 {
                    best = (agreement, grid);
                }
            }
            let from = best.1;
            for (across, down) in [(-1.0, 0.0), (1.0, 0.0), (0.0, -1.0), (0.0, 1.0)] {
                let grid = Grid { centre: from.point(across * shift, down * shift), ..from };
                let agreement = grid.agreement(half);
                if agreement > best.0 {
                    best = (agreement, grid);
                }
            }
        }
        best.1
    }
}

/// Codes drawn for tests of what is read about a bull's eye.
#[cfg(test)]
pub(super) mod drawing {
    use rxing::common::BitMatrix;

    /// Modules drawn with so many pixels to each, turned about the middle of a square image.
    pub(in super::super) fn drawn(modules: &[Vec<bool>], side: u32, module: f32, degrees: f32) -> BitMatrix {
        let mut bits = BitMatrix::new(side, side).unwrap();
        let (sin, cos) = degrees.to_radians().sin_cos();
        let middle = side as f32 / 2.0;
        for (x, y) in (0..side).flat_map(|y| (0..side).map(move |x| (x, y))) {
            let (dx, dy) = ((x as f32 + 0.5 - middle) / module, (y as f32 + 0.5 - middle) / module);
            let half = modules.len() as f32 / 2.0;
            let (column, row) = (dx * cos + dy * sin + half, dy * cos - dx * sin + half);
            if column >= 0.0
                && row >= 0.0
                && modules.get(row as usize).and_then(|r| r.get(column as usize)) == Some(&true)
            {
                bits.set(x, y);
            }
        }
        bits
    }
}
