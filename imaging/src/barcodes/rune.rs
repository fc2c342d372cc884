//! Aztec runes: a compact Aztec code's core alone, eleven modules wide, that says a number of 0 to 255.
//!
//! Source: ISO/IEC 24778, Annex A: the ring around the bull's eye holds, clockwise from its top left, the marks that tell
//! which way is up and the 28 bits of a Reed–Solomon word over GF(16), two digits of data and five of check, every other
//! bit inverted to tell it from the mode message of an Aztec code with data. A rune reads as three decimal digits.
//!
//! Responsible for reading one about a bull's eye that was found; rxing knows none. So small a code is believed only when next to
//! nothing is wrong with it: all the marks, the rings, one digit at most corrected, and paper around it. Not responsible for runes
//! seen aslant or mirrored.

use liasse_geometry::Quad;

use super::bullseye::{COMPACT_RING as RING, Grid};

/// Digits of the word that may be wrong, which could correct two (by chance, one word in 200 is as close as that to some rune's)...
const WRONG_DIGITS: usize = 1;
/// ...and of the 48 modules around the rune that should be paper: an Aztec code with data has half of them dark.
const WRONG_PAPER: usize = 6;

/// A rune that was read.
#[derive(Debug, PartialEq)]
pub(super) struct Rune {
    pub(super) value: u8,
    /// In pixels of the image, clockwise from the rune's own top left corner.
    pub(super) quad: Quad,
}

/// The rune about a bull's eye that is the right way up.
pub(super) fn read(grid: &Grid<'_>) -> Option<Rune> {
    let outer = RING + 1;
    let printed = (-outer..outer)
        .flat_map(|at| [(at, -outer), (outer, at), (-at, outer), (-outer, -at)])
        .filter(|(column, row)| grid.dark(*column, *row))
        .count();
    if printed > WRONG_PAPER {
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
    let value = (0..=u8::MAX).min_by_key(distance)?;
    (distance(&value) <= WRONG_DIGITS).then(|| Rune { value, quad: grid.quad(2 * RING as u32 + 1) })
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
    use liasse_geometry::Point;
    use rxing::aztec::encoder::aztec_encoder;
    use rxing::common::BitMatrix;
    use rxing::{BarcodeFormat, MultiFormatWriter, Writer};

    use super::super::bullseye::{self, drawing::drawn};
    use super::*;

    /// The first rune of an image.
    fn find(bits: &BitMatrix) -> Option<Rune> {
        bullseye::find(bits, |grid| grid.upright(RING).as_ref().and_then(read))
    }

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
