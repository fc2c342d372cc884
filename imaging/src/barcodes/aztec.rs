//! Aztec codes with data that stand among other things, or a little askew: drawn again, upright and clean, for a reader that looks for
//! them in the middle of an image.
//!
//! Source: ISO/IEC 24778, 6: a compact code has one to four layers of two modules around its core of eleven, a full one one to 32
//! around one of fifteen, and a line of reference every sixteen modules from the middle. How many layers there are is told by the
//! mode message, which is the reader's matter: here every size is tried.
//!
//! Responsible for the symbols that may stand about a bull's eye. Not responsible for what they say, nor for runes (see `rune`).

use liasse_geometry::Quad;

use super::bullseye::{COMPACT_RING, FULL_RING, Grid};
use crate::GreyImage;

/// Pixels of a module in what is drawn, and modules of paper around it.
const PIXELS: u32 = 4;
const QUIET: u32 = 2;
/// A grid is laid by so many modules either way from the centre: what every compact code has, and every full one.
const COMPACT_HALF: i32 = 7;
const FULL_HALF: i32 = 9;
/// Layers that a compact and a full code may have.
const COMPACT_LAYERS: u32 = 4;
const FULL_LAYERS: u32 = 32;

/// A symbol that there may be.
pub(super) struct Symbol {
    /// Drawn again.
    pub(super) image: GreyImage,
    /// In pixels of the image that it was found in, clockwise from its own top left corner.
    pub(super) quad: Quad,
}

/// The symbols that may stand about a bull's eye, by their size; none where its marks are not there.
pub(super) fn symbols<'a>(grid: &Grid<'a>) -> impl Iterator<Item = Symbol> + use<'a> {
    let compact = grid.upright(COMPACT_RING).map(|grid| grid.refined(COMPACT_HALF));
    let full = if compact.is_none() { grid.upright(FULL_RING).map(|grid| grid.refined(FULL_HALF)) } else { None };
    let compact = compact.into_iter().flat_map(|grid| (1..=COMPACT_LAYERS).map(move |n| (grid, 11 + 4 * n)));
    let full = full.into_iter().flat_map(|grid| (1..=FULL_LAYERS).map(move |n| (grid, full_size(n))));
    compact.chain(full).map(|(grid, size)| Symbol { image: drawn(&grid, size), quad: grid.quad(size) })
}

/// Modules of a side of a full code with so many layers, lines of reference counted.
const fn full_size(layers: u32) -> u32 {
    let plain = 14 + 4 * layers;
    plain + 1 + 2 * ((plain / 2 - 1) / 15)
}

/// So many modules about the centre, each as dark as its middle.
fn drawn(grid: &Grid<'_>, size: u32) -> GreyImage {
    let half = (size / 2) as i32;
    let side = (size + 2 * QUIET) * PIXELS;
    let module = |pixel: u32| (pixel / PIXELS) as i32 - QUIET as i32 - half;
    let dark = |column: i32, row: i32| column.abs() <= half && row.abs() <= half && grid.dark(column, row);
    let pixels = (0..side).flat_map(|y| (0..side).map(move |x| (x, y)));
    let data = pixels.map(|(x, y)| if dark(module(x), module(y)) { 0 } else { 255 }).collect();
    GreyImage { width: side, height: side, data }
}

#[cfg(test)]
mod tests {
    use rxing::{BarcodeFormat, MultiFormatReader, MultiFormatWriter, Reader, Writer};

    use super::super::bullseye::{self, drawing::drawn};
    use super::*;

    /// What the first symbol that can be read says, and where it stands.
    fn read(bits: &rxing::common::BitMatrix) -> Option<(String, Quad)> {
        bullseye::find(bits, |grid| {
            symbols(&grid).find_map(|Symbol { image, quad }| {
                let source = rxing::Luma8LuminanceSource::new(image.data, image.width, image.height).ok()?;
                let mut bitmap = rxing::BinaryBitmap::new(rxing::common::HybridBinarizer::new(source));
                Some((MultiFormatReader::default().decode(&mut bitmap).ok()?.getText().to_owned(), quad))
            })
        })
    }

    #[test]
    fn a_code_is_read_and_placed_whichever_way_it_is_turned() {
        let long = "Conseil départemental, direction de l'autonomie, dossier 2026-00417, ".repeat(3);
        for text in ["A", "Voie A, place 61, voiture 12", long.as_str()] {
            let matrix = MultiFormatWriter.encode(text, &BarcodeFormat::AZTEC, 0, 0).unwrap();
            let [left, top, size, _] = matrix.getEnclosingRectangle().unwrap();
            let modules: Vec<Vec<bool>> =
                (top..top + size).map(|y| (left..left + size).map(|x| matrix.get(x, y)).collect()).collect();
            for degrees in [0.0f32, 4.0, 41.0, 93.0, 178.0, 271.5] {
                let side = 500;
                let module = (300.0 / modules.len() as f32).min(8.0);
                let (said, quad) = read(&drawn(&modules, side, module, degrees))
                    .unwrap_or_else(|| panic!("{text} at {degrees} was missed"));
                assert_eq!(said, text, "{degrees}");
                let (sin, cos) = degrees.to_radians().sin_cos();
                let half = size as f32 / 2.0 * module;
                let corner =
                    liasse_geometry::Point::new(250.0 - half * cos + half * sin, 250.0 - half * cos - half * sin);
                assert!(quad.corners[0].distance(corner) < module, "{text} {degrees}: {corner:?} {quad:?}");
            }
        }
    }

    #[test]
    fn sizes_are_those_of_the_standard() {
        // ISO/IEC 24778, table 1.
        for (layers, size) in [(1, 19), (4, 31), (5, 37), (11, 61), (12, 67), (19, 95), (20, 101), (32, 151)] {
            assert_eq!(full_size(layers), size, "{layers}");
        }
    }
}
