//! Aztec runes: a compact Aztec code's core alone, eleven modules wide, that says a number of 0 to 255.
//!
//! Source: ISO/IEC 24778, Annex A: the ring around the bull's eye holds, clockwise from its top left, the marks that tell
//! which way is up and the 28 bits of a Reed–Solomon word over GF(16), two digits of data and five of check, every other
//! bit inverted to tell it from the mode message of an Aztec code with data. A rune reads as three decimal digits.
//!
//! Responsible for finding and reading one in what was cut out and made black and white; rxing knows none. So small a code
//! is believed only when next to nothing is wrong with it: all the marks, the rings, one digit at most corrected, and paper
//! around it. Not responsible for runes seen aslant or mirrored.

use liasse_geometry::{Point, Quad};
use rxing::common::BitMatrix;

/// Half the width of the ring that is read, in modules from the centre's module.
const RING: i32 = 5;
/// Modules of the bull's eye that may be wrong, of 81...
const WRONG_RINGS: usize = 2;
/// ...bits of the twelve orientation marks...
const WRONG_MARKS: usize = 1;
/// ...digits of the word, which could correct two (by chance, one word in 200 is as close as that to some rune's)...
const WRONG_DIGITS: usize = 1;
/// ...and of the 48 modules around the rune that should be paper: an Aztec code with data has half of them dark.
const WRONG_PAPER: usize = 6;
/// Pixels of a module at least.
const LEAST_MODULE: f32 = 1.8;
/// Degrees from one angle that is tried to the next.
const STEP: f32 = 3.0;

/// A rune that was read.
#[derive(Debug, PartialEq)]
pub(super) struct Rune {
    pub(super) value: u8,
    /// In pixels of the image, clockwise from the rune's own top left corner.
    pub(super) quad: Quad,
}

/// The first rune of an image.
pub(super) fn find(bits: &BitMatrix) -> Option<Rune> {
    let mut edges = Vec::new();
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
            let x = (runs[3] + runs[4]) / 2;
            if let Some((y, other)) = across(bits, x, y)
                && (0.7..1.4).contains(&(other / module))
                && let Some(rune) = read(bits, Point::new((runs[0] + runs[7]) as f32 / 2.0, y), (module + other) / 2.0)
            {
                return Some(rune);
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

/// The middle of the bull's eye on a column, and its module: the same seven runs from above to below.
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

/// A grid of modules laid on the image.
struct Grid<'a> {
    bits: &'a BitMatrix,
    centre: Point,
    /// One module to the right, in pixels; one down is the same turned.
    right: (f32, f32),
}

impl Grid<'_> {
    fn point(&self, column: f32, row: f32) -> Point {
        let (x, y) = self.right;
        Point::new(self.centre.x + column * x - row * y, self.centre.y + column * y + row * x)
    }

    /// Whether a module is dark; what lies beyond the image is not.
    fn dark(&self, column: i32, row: i32) -> bool {
        let point = self.point(column as f32, row as f32);
        point.x >= 0.0 && point.y >= 0.0 && self.bits.try_get(point.x as u32, point.y as u32) == Some(true)
    }

    /// How many modules of the bull's eye are wrong; `None` as soon as there are more than may be, since a page of small squares
    /// has thousands of places that look like its middle.
    fn wrong_rings(&self) -> Option<usize> {
        let inside = 1 - RING..RING;
        let mut wrong = 0;
        for (column, row) in inside.clone().flat_map(|row| inside.clone().map(move |column| (column, row))) {
            wrong += usize::from(self.dark(column, row) != (column.abs().max(row.abs()) % 2 == 0));
            if wrong > WRONG_RINGS {
                return None;
            }
        }
        Some(wrong)
    }

    /// The same grid, turned by a right angle clockwise.
    const fn turned(mut self) -> Self {
        self.right = (-self.right.1, self.right.0);
        self
    }
}

/// The rune about a centre. `along`: pixels of a module along the rows and columns, which is more than its side where it
/// is turned.
fn read(bits: &BitMatrix, centre: Point, along: f32) -> Option<Rune> {
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
    let mut grid = grid(sum / count as f32);
    for _ in 0..4 {
        if let Some(value) = value(&grid) {
            let corner = RING as f32 + 0.5;
            let corners = [(-corner, -corner), (corner, -corner), (corner, corner), (-corner, corner)];
            return Some(Rune { value, quad: Quad::new(corners.map(|(column, row)| grid.point(column, row))) });
        }
        grid = grid.turned();
    }
    None
}

/// What the ring says if the grid is the right way up.
fn value(grid: &Grid<'_>) -> Option<u8> {
    let near = RING - 1;
    let marks = [
        ((-RING, -RING), true),
        ((-near, -RING), true),
        ((-RING, -near), true),
        ((RING, -RING), true),
        ((near, -RING), false),
        ((RING, -near), true),
        ((RING, RING), false),
        ((near, RING), false),
        ((RING, near), true),
        ((-RING, RING), false),
        ((-near, RING), false),
        ((-RING, near), false),
    ];
    let wrong = marks.iter().filter(|((column, row), dark)| grid.dark(*column, *row) != *dark).count();
    let outer = RING + 1;
    let printed = (-outer..outer)
        .flat_map(|at| [(at, -outer), (outer, at), (-at, outer), (-outer, -at)])
        .filter(|(column, row)| grid.dark(*column, *row))
        .count();
    if wrong > WRONG_MARKS || printed > WRONG_PAPER {
        return None;
    }
    // Clockwise from the top left.
    let sides: [fn(i32) -> (i32, i32); 4] = [|at| (at, -RING), |at| (RING, at), |at| (-at, RING), |at| (-RING, -at)];
    let mut read = [0; 7];
    for (index, (column, row)) in sides.iter().flat_map(|side| (-3..=3).map(side)).enumerate() {
        read[index / 4] = read[index / 4] << 1 | u8::from(grid.dark(column, row));
    }
    let distance =
        |value: &u8| word(*value).iter().zip(read).filter(|(right, read)| (**right ^ 0b1010) != *read).count();
    let nearest = (0..=u8::MAX).min_by_key(distance)?;
    (distance(&nearest) <= WRONG_DIGITS).then_some(nearest)
}

/// The seven digits of a value: itself, and the remainder of its division by the polynomial whose roots are the first five
/// powers of the generator of GF(16), which is made by x⁴ + x + 1.
fn word(value: u8) -> [u8; 7] {
    /// The product of x - aⁿ for n from 1 to 5, without its leading 1.
    const GENERATOR: [u8; 5] = [11, 4, 6, 2, 1];
    let mut digits = [value >> 4, value & 15, 0, 0, 0, 0, 0];
    for at in 0..2 {
        let factor = digits[at];
        for (digit, generator) in digits[at + 1..].iter_mut().zip(GENERATOR) {
            *digit ^= product(factor, generator);
        }
    }
    digits[0] = value >> 4;
    digits[1] = value & 15;
    digits
}

/// A product in GF(16).
fn product(a: u8, b: u8) -> u8 {
    (0..4).rev().fold(0, |sum, bit| {
        let doubled = sum << 1 ^ if sum & 8 == 0 { 0 } else { 0b1_0011 };
        doubled ^ if b >> bit & 1 == 1 { a } else { 0 }
    })
}

#[cfg(test)]
mod tests {
    use rxing::aztec::encoder::aztec_encoder;
    use rxing::{BarcodeFormat, MultiFormatWriter, Writer};

    use super::*;

    /// A rune as its modules, drawn from the standard's figure.
    fn modules(value: u8) -> Vec<Vec<bool>> {
        let mut modules = vec![vec![false; 11]; 11];
        for (y, row) in modules.iter_mut().enumerate().take(10).skip(1) {
            for (x, module) in row.iter_mut().enumerate().take(10).skip(1) {
                *module = x.abs_diff(5).max(y.abs_diff(5)) % 2 == 0;
            }
        }
        for (x, y) in [(0, 0), (1, 0), (0, 1), (10, 0), (10, 1), (10, 9)] {
            modules[y][x] = true;
        }
        let bits: Vec<bool> = word(value)
            .iter()
            .flat_map(|digit| (0..4).rev().map(move |bit| (digit ^ 0b1010) >> bit & 1 == 1))
            .collect();
        for at in 0..7 {
            modules[0][2 + at] = bits[at];
            modules[2 + at][10] = bits[7 + at];
            modules[10][8 - at] = bits[14 + at];
            modules[8 - at][0] = bits[21 + at];
        }
        modules
    }

    /// Modules drawn with so many pixels to each, turned about the middle of a square image.
    fn drawn(modules: &[Vec<bool>], side: u32, module: f32, degrees: f32) -> BitMatrix {
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

    #[test]
    fn every_rune_is_read_whichever_way_it_is_turned() {
        for value in 0..=255 {
            let degrees = f32::from(value) * 360.0 / 256.0;
            let module = [3.0, 4.3, 6.0, 9.5][usize::from(value % 4)];
            let rune =
                find(&drawn(&modules(value), 190, module, degrees)).unwrap_or_else(|| panic!("{value} was missed"));
            assert_eq!(rune.value, value);
            let (sin, cos) = degrees.to_radians().sin_cos();
            let half = 5.5 * module;
            let corner = Point::new(95.0 - half * cos + half * sin, 95.0 - half * cos - half * sin);
            assert!(rune.quad.corners[0].distance(corner) < module, "{value}: {corner:?} {:?}", rune.quad);
        }
    }

    #[test]
    fn the_check_digits_are_those_of_a_mode_message() {
        for value in 0..=255 {
            // A compact code's mode message: layers less one in two bits, codewords less one in six.
            let message =
                aztec_encoder::generateModeMessage(true, u32::from(value >> 6) + 1, u32::from(value & 63) + 1).unwrap();
            let digit = |at: usize| (0..4).fold(0, |digit, bit| digit << 1 | u8::from(message.get(4 * at + bit)));
            assert_eq!(word(value), std::array::from_fn(digit));
        }
    }

    #[test]
    fn no_mode_message_is_near_a_rune() {
        // The code is linear: what lies between a mode message and a rune is some word inverted.
        let nearest = (0..=255).map(|value| word(value).iter().filter(|digit| **digit != 0b1010).count()).min();
        assert!(nearest.unwrap() > 2 * WRONG_DIGITS, "{nearest:?}");
    }

    #[test]
    fn what_is_damaged_or_not_alone_is_no_rune() {
        let mut one_off = modules(77);
        one_off[0][3] ^= true;
        assert_eq!(find(&drawn(&one_off, 120, 7.0, 5.0)).unwrap().value, 77);
        let mut two_off = one_off.clone();
        two_off[5][10] ^= true;
        assert_eq!(find(&drawn(&two_off, 120, 7.0, 5.0)), None);
        let mut marks = modules(77);
        marks[0][0] = false;
        marks[0][1] = false;
        assert_eq!(find(&drawn(&marks, 120, 7.0, 5.0)), None);
        let mut crowded = vec![vec![true; 15]; 15];
        for (row, from) in crowded[2..].iter_mut().zip(modules(77)) {
            row[2..13].copy_from_slice(&from);
        }
        assert_eq!(find(&drawn(&crowded, 150, 7.0, 5.0)), None);
    }

    #[test]
    fn a_code_with_data_is_no_rune() {
        for text in ["A", "Voie A, place 61", "0123456789", "Liasse", "12 rue de la Paix 75002 Paris"] {
            let code = MultiFormatWriter.encode(text, &BarcodeFormat::AZTEC, 0, 0).unwrap();
            let modules: Vec<Vec<bool>> =
                (0..code.height()).map(|y| (0..code.width()).map(|x| code.get(x, y)).collect()).collect();
            assert_eq!(find(&drawn(&modules, 240, 5.0, 0.0)), None, "{text}");
        }
    }
}
