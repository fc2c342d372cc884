//! DataMatrix codes whose modules are not all of one size.
//!
//! A sheet that is drawn through a scanner unevenly, bent, or printed by a head that stutters, has modules here wider and there
//! narrower, and a grid laid evenly between a large code's corners is soon a module off. But such a code tells where its
//! modules are: every data region has a row and a column in which dark and light take turns (ISO/IEC 16022, 5.1: the alignment
//! pattern). The grid laid here goes through what these say.
//!
//! Responsible for finding DataMatrix codes by rxing's detectors, evenly sampled first, and for the grid. Not responsible for
//! their error correction and for what the data means, which is rxing's part.

use liasse_geometry::{Point, Quad, Transform};
use rxing::Point as RxingPoint;
use rxing::common::{BitMatrix, DecoderRXingResult, DetectorRXingResult};
use rxing::datamatrix::decoder::{Decoder, Version};
use rxing::datamatrix::detector::{Detector, zxing_cpp_detector};

/// Samples of a module along the alignment patterns.
const FINE: usize = 12;
/// Samples that are no speck: a third of a module. The corners of the code are not known better either.
const LEAST: usize = 4;
/// Where across an alignment pattern it is looked at, in modules from its middle, until one is as it should be.
const OFFSETS: [f64; 5] = [0.0, -0.2, 0.2, -0.35, 0.35];
/// Rounds in which rows and columns are told from one another.
const ROUNDS: usize = 2;

/// A code that was read.
pub(super) struct Read {
    pub(super) text: String,
    /// The data codewords.
    pub(super) raw: Vec<u8>,
    /// In pixels of the image, clockwise from the corner between the code's dark left edge and its top.
    pub(super) quad: Quad,
}

/// The first DataMatrix of an image.
pub(super) fn find(image: &BitMatrix) -> Option<Read> {
    let decoder = Decoder::new();
    for symbol in zxing_cpp_detector::detect(image, true, true).unwrap_or_default() {
        let &[a, b, c, d] = symbol.getPoints() else { continue };
        let quad = quad([a, b, c, d]);
        let bent = || {
            sizes(image, symbol.getBits(), &quad)
                .into_iter()
                .find_map(|size| decoder.decode(&Grid::new(image, size, &quad)?.sampled()?).ok())
        };
        let result = decoder.decode(symbol.getBits()).ok().or_else(bent);
        if let Some(result) = result {
            return Some(read(&result, quad));
        }
    }
    let symbol = Detector::new(image).ok()?.detect().ok()?;
    let result = decoder.decode(symbol.getBits()).ok()?;
    // This one tells its corners the other way about.
    let &[a, d, c, b] = symbol.getPoints() else { return None };
    Some(read(&result, quad([a, b, c, d])))
}

fn quad(points: [RxingPoint; 4]) -> Quad {
    Quad::new(points.map(|p| Point::new(p.x, p.y)))
}

fn read(result: &DecoderRXingResult, quad: Quad) -> Read {
    Read { text: result.getText().to_owned(), raw: result.getRawBytes().clone(), quad }
}

/// Where between 0 and their number lines of modules begin and end along one that crosses them: one more than there are.
type Edges = Vec<f64>;

/// A grid laid on an image, in modules from the code's corner: even ones, which `bent` puts where they are.
struct Grid<'a> {
    image: &'a BitMatrix,
    to_image: Transform,
    /// Columns, and rows.
    size: [usize; 2],
    /// Modules of a region along a row and a column, with its alignment patterns.
    region: [usize; 2],
    /// Edges of columns, each with the row (a middle) where they are there; of rows, with the column.
    bent: [Vec<(f64, Edges)>; 2],
}

/// Columns and rows that a symbol may have: rxing counts them by the mean width of those that are about as wide as one another;
/// what takes turns along its edges tells them for sure where it can be followed.
fn sizes(image: &BitMatrix, even: &BitMatrix, quad: &Quad) -> Vec<[usize; 2]> {
    let size = [even.width() as usize, even.height() as usize];
    let mut sizes = vec![size];
    let Some(grid) = Grid::even(image, size, quad) else { return sizes };
    for offset in OFFSETS {
        let columns = grid.changes(0, 0.5 + offset, true).len() + 1;
        let rows = grid.changes(1, size[0] as f64 - 0.5 + offset, false).len() + 1;
        if !sizes.contains(&[columns, rows]) {
            sizes.push([columns, rows]);
        }
    }
    sizes
}

impl<'a> Grid<'a> {
    /// A grid that is not bent. `None` if no symbol has so many columns and rows.
    fn even(image: &'a BitMatrix, size: [usize; 2], quad: &Quad) -> Option<Self> {
        let version = Version::getVersionForDimensions(size[1] as u32, size[0] as u32).ok()?;
        let region = [version.getDataRegionSizeColumns() as usize + 2, version.getDataRegionSizeRows() as usize + 2];
        let to_image = Transform::from_rect_to_quad(size[0] as f64, size[1] as f64, quad)?;
        Some(Self { image, to_image, size, region, bent: [Vec::new(), Vec::new()] })
    }

    fn new(image: &'a BitMatrix, size: [usize; 2], quad: &Quad) -> Option<Self> {
        let mut grid = Self::even(image, size, quad)?;
        for _ in 0..ROUNDS {
            grid.bent = [grid.columns(), grid.rows()];
        }
        Some(grid)
    }

    /// Whether the image is dark at a place in modules, where they are bent.
    fn dark(&self, x: f64, y: f64) -> bool {
        self.is_dark(self.bend(0, x, y), self.bend(1, y, x))
    }

    /// Whether the image is dark at a place in even modules.
    fn is_dark(&self, x: f64, y: f64) -> bool {
        let point = self.to_image.apply(Point::new(x as f32, y as f32));
        point.x >= 0.0 && point.y >= 0.0 && self.image.try_get(point.x as u32, point.y as u32) == Some(true)
    }

    /// Where a place along `axis` is among even modules, for one at `across`.
    fn bend(&self, axis: usize, along: f64, across: f64) -> f64 {
        let bent = &self.bent[axis];
        let place = |edges: &Edges| {
            let module = (along.max(0.0) as usize).min(self.size[axis] - 1);
            edges[module] + (along - module as f64) * (edges[module + 1] - edges[module])
        };
        let after = bent.partition_point(|(at, _)| *at <= across);
        match (after.checked_sub(1).and_then(|before| bent.get(before)), bent.get(after)) {
            (Some(before), Some(after)) => {
                let share = (across - before.0) / (after.0 - before.0);
                (1.0 - share) * place(&before.1) + share * place(&after.1)
            }
            (Some(only), None) | (None, Some(only)) => place(&only.1),
            (None, None) => along,
        }
    }

    /// The edges of the columns along the rows in which each begins: the top ones of the regions, dark first.
    fn columns(&self) -> Vec<(f64, Edges)> {
        let along = |row: usize| self.turns(0, row as f64 + 0.5, true);
        (0..self.size[1]).step_by(self.region[1]).filter_map(along).collect()
    }

    /// The edges of the rows along the right columns of the regions, light at the top.
    fn rows(&self) -> Vec<(f64, Edges)> {
        let along = |column: usize| self.turns(1, column as f64 - 0.5, false);
        (1..=self.size[0]).filter(|column| column % self.region[0] == 0).filter_map(along).collect()
    }

    /// The edges of modules that take turns of dark and light along `axis`, at `across`. `None` when they do not.
    fn turns(&self, axis: usize, across: f64, dark_first: bool) -> Option<(f64, Edges)> {
        let modules = self.size[axis];
        let edges = |offset: &f64| {
            let mut edges = vec![0.0];
            edges.extend(self.changes(axis, across + offset, dark_first));
            edges.push(modules as f64);
            let wide_enough = edges.windows(2).all(|pair| (0.4..2.0).contains(&(pair[1] - pair[0])));
            (edges.len() == modules + 1 && wide_enough).then_some(edges)
        };
        OFFSETS.iter().find_map(edges).map(|edges| (across, edges))
    }

    /// Where dark and light change along even modules of `axis`, whatever is known of their edges: these are what is looked for.
    fn changes(&self, axis: usize, across: f64, mut dark: bool) -> Edges {
        let mut changes = Vec::new();
        // How many samples on end are not as dark as before.
        let mut other = 0;
        for sample in 0..self.size[axis] * FINE {
            let even = (sample as f64 + 0.5) / FINE as f64;
            let (x, y) =
                if axis == 0 { (even, self.bend(1, across, even)) } else { (self.bend(0, across, even), even) };
            other = if self.is_dark(x, y) == dark { 0 } else { other + 1 };
            if other == LEAST {
                dark = !dark;
                other = 0;
                changes.push((sample + 1 - LEAST) as f64 / FINE as f64);
            }
        }
        changes
    }

    /// The modules by the bent grid.
    fn sampled(&self) -> Option<BitMatrix> {
        let [columns, rows] = self.size;
        let mut bits = BitMatrix::new(columns as u32, rows as u32).ok()?;
        for (x, y) in (0..rows).flat_map(|y| (0..columns).map(move |x| (x, y))) {
            if self.dark(x as f64 + 0.5, y as f64 + 0.5) {
                bits.set(x as u32, y as u32);
            }
        }
        Some(bits)
    }
}

#[cfg(test)]
mod tests {
    use rxing::{BarcodeFormat, MultiFormatWriter, Writer};

    use super::*;

    /// A code drawn with `module` pixels to a module, each pixel of it at what `warp` makes of its place in 0 to 1.
    fn drawn(text: &str, module: f64, warp: impl Fn(f64, f64) -> (f64, f64)) -> (BitMatrix, usize) {
        let code = MultiFormatWriter.encode(text, &BarcodeFormat::DATA_MATRIX, 0, 0).unwrap();
        let side = f64::from(code.width()) * module;
        let quiet = 4.0 * module;
        let size = (side + 2.0 * quiet) as u32;
        let mut bits = BitMatrix::new(size, size).unwrap();
        for (x, y) in (0..size).flat_map(|y| (0..size).map(move |x| (x, y))) {
            let at = |pixel: u32| (f64::from(pixel) + 0.5 - quiet) / side;
            let (u, v) = warp(at(x), at(y));
            if (0.0..1.0).contains(&u) && (0.0..1.0).contains(&v) {
                let (column, row) = (u * f64::from(code.width()), v * f64::from(code.height()));
                if code.get(column as u32, row as u32) {
                    bits.set(x, y);
                }
            }
        }
        (bits, code.width() as usize)
    }

    #[test]
    fn uneven_codes_are_read() {
        let text = "DC04FR000001186E186EB0001 facture d'eau, 12 rue de la Paix, 75002 Paris, du 3 mai 2026, 47,50 EUR";
        let wave = |share: f64| (share * std::f64::consts::TAU).sin();
        let mut evenly = 0;
        // Up to a module off halfway to the middle of the 36; the corners stay.
        for (bend_x, bend_y) in [(0.0, 0.0), (0.03, 0.0), (0.0, 0.03), (-0.03, 0.0), (0.025, -0.025)] {
            for module in [3.0, 5.0, 8.0] {
                let (bits, width) = drawn(text, module, |u, v| (u + bend_x * wave(u), v + bend_y * wave(v)));
                let what = format!("{width} modules of {module} pixels bent by {bend_x} and {bend_y}");
                let code = find(&bits).unwrap_or_else(|| panic!("missed {what}"));
                assert_eq!(code.text, text, "{what}");
                let corner = Point::new(4.0 * module as f32, 4.0 * module as f32);
                assert!(code.quad.corners[0].distance(corner) < module as f32, "{what}: {:?}", code.quad);
                let symbols = zxing_cpp_detector::detect(&bits, true, true).unwrap();
                evenly += usize::from(symbols.iter().any(|symbol| Decoder::new().decode(symbol.getBits()).is_ok()));
            }
        }
        // Those not bent, and hardly any other: the grid is what reads them.
        assert!(evenly < 9, "{evenly} were read without the grid");
    }

    #[test]
    fn the_grid_goes_through_what_is_uneven() {
        let (bits, width) = drawn(&"0".repeat(200), 6.0, |u, v| (u + 0.02 * (u * std::f64::consts::TAU).sin(), v));
        let far = 6.0 * width as f32 + 24.0;
        let quad = Quad::from_rect(24.0, 24.0, far, far);
        let grid = Grid::new(&bits, [width, width], &quad).unwrap();
        assert!(!grid.bent[0].is_empty() && !grid.bent[1].is_empty());
        let sampled = grid.sampled().unwrap();
        let drawn = MultiFormatWriter.encode(&"0".repeat(200), &BarcodeFormat::DATA_MATRIX, 0, 0).unwrap();
        let places = || (0..width as u32).flat_map(|y| (0..width as u32).map(move |x| (x, y)));
        let wrong = places().filter(|(x, y)| sampled.get(*x, *y) != drawn.get(*x, *y)).count();
        assert_eq!(wrong, 0);
    }

    #[test]
    fn nothing_is_read_out_of_noise() {
        let mut random = 7u32;
        let mut bits = BitMatrix::new(200, 200).unwrap();
        for (x, y) in (0..200).flat_map(|y| (0..200).map(move |x| (x, y))) {
            random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            if random >> 31 == 1 {
                bits.set(x, y);
            }
        }
        assert!(find(&bits).is_none());
    }
}
