//! Where everything lies in the device's buffers.
//!
//! Responsible for the numbers: the levels of a page in its buffer, the tables that the shaders read, the images in what comes
//! back. Not responsible for any buffer.

use liasse_geometry::Transform;

use super::Fallback;
use crate::GreyPyramid;
use crate::sample::{GreyImage, Region, level_for};

/// Workgroups in a row of a dispatch. WebGPU's least limit is 65535.
pub(super) const GROUPS: u64 = 32768;
/// Pixels that one workgroup of the shader `fill` makes.
const TILE: u64 = 1024;
/// Words that one workgroup of the shader `halve` makes.
const HALVED_WORDS: u64 = 256;
/// Bytes from one table to the next: WebGPU's greatest alignment of a binding.
const ALIGNMENT: usize = 256;
/// Words of a region in its table.
const REGION_WORDS: usize = 20;
/// Bytes of a step in its table.
pub(super) const STEP_BYTES: u64 = 32;

/// A dispatch of so many workgroups in x and y.
pub(super) fn groups(count: u64) -> (u32, u32) {
    (count.min(GROUPS) as u32, count.div_ceil(GROUPS) as u32)
}

/// Rounded up to whole words.
const fn words(bytes: u64) -> u64 {
    bytes.div_ceil(4)
}

/// The levels of a page in its buffer, one behind the other, each from a whole word on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct PageLayout {
    /// Width, height and first byte.
    levels: Vec<(u64, u64, u64)>,
    /// Of all levels, in whole words.
    pub(super) bytes: u64,
}

impl PageLayout {
    pub(super) fn of(page: &GreyPyramid) -> Self {
        let (mut levels, mut bytes) = (Vec::new(), 0);
        for index in 0..=page.last_level() {
            let level = page.level(index);
            levels.push((level.width as u64, level.height as u64, bytes));
            bytes += words(level.data.len() as u64) * 4;
        }
        Self { levels, bytes }
    }

    /// Bytes of the page itself, in whole words.
    pub(super) fn uploaded(&self) -> u64 {
        self.levels.get(1).map_or(self.bytes, |(.., at)| *at)
    }

    /// What the shader `halve` reads to make each level, from the second on, and how many workgroups make it.
    fn steps(&self) -> impl Iterator<Item = ([u32; 6], u64)> {
        self.levels.windows(2).map(|pair| {
            let ((source_width, source_height, source_at), (width, height, at)) = (pair[0], pair[1]);
            let step = [source_at, source_width, source_height, at / 4, width, width * height].map(|n| n as u32);
            (step, words(width * height).div_ceil(HALVED_WORDS))
        })
    }
}

/// What the shaders are told, and what they make of it.
#[derive(Debug)]
pub(super) struct Plan {
    /// All tables, as they lie in their buffer.
    pub(super) tables: Vec<u8>,
    /// Where the step to each smaller level lies in the tables, and how many workgroups it takes.
    pub(super) steps: Vec<(u64, u64)>,
    /// Where the regions lie in the tables, and their bytes.
    pub(super) regions: (u64, u64),
    /// Where the tiles lie in the tables, and their bytes.
    pub(super) tiles: (u64, u64),
    /// Number of tiles, one workgroup each.
    pub(super) groups: u64,
    /// Bytes of all images.
    pub(super) bytes: u64,
    /// First byte of each region's image; `None` for a region whose transform the device has no numbers for.
    places: Vec<Option<u64>>,
}

impl Plan {
    /// `most`: bytes that all images may have.
    ///
    /// # Errors
    /// [`Fallback::TooLarge`].
    pub(super) fn new(page: &GreyPyramid, layout: &PageLayout, wanted: &[Region], most: u64) -> Result<Self, Fallback> {
        let tile_bytes = |region: &Region| (u64::from(region.width) * u64::from(region.height)).next_multiple_of(TILE);
        let bytes = wanted.iter().map(tile_bytes).fold(0, u64::saturating_add);
        if bytes > most {
            return Err(Fallback::TooLarge { bytes, most });
        }
        let mut tables = Vec::new();
        let steps = layout.steps().map(|(step, groups)| (table(&mut tables, &step), groups)).collect();
        let (mut regions, mut tiles) = (Vec::with_capacity(wanted.len() * REGION_WORDS), Vec::new());
        let mut places = Vec::with_capacity(wanted.len());
        for region in wanted {
            let index = level_for(page, region);
            let shrink = 1.0 / f64::from(1u32 << index);
            let Some(rows) = rows(&region.to_page.then(&Transform::scaling(shrink, shrink))) else {
                places.push(None);
                continue;
            };
            let pixels = u64::from(region.width) * u64::from(region.height);
            let (number, first_tile) = ((regions.len() / REGION_WORDS) as u32, tiles.len());
            let (level_width, level_height, level_at) = layout.levels[index];
            regions.extend(rows);
            regions.extend([region.width, pixels as u32, u32::from(region.background), first_tile as u32]);
            regions.extend([level_at, level_width, level_height, 0].map(|n| n as u32));
            places.push(Some(first_tile as u64 * TILE));
            tiles.resize(first_tile + pixels.div_ceil(TILE) as usize, number);
        }
        let groups = tiles.len() as u64;
        let (region_bytes, tile_bytes) = (regions.len() as u64 * 4, groups * 4);
        let regions = (table(&mut tables, &regions), region_bytes);
        let tiles = (table(&mut tables, &tiles), tile_bytes);
        Ok(Self { tables, steps, regions, tiles, groups, bytes: groups * TILE, places })
    }

    /// The images out of what came back; those that the device did not make are made by `otherwise`.
    pub(super) fn images(
        &self,
        wanted: &[Region],
        bytes: &[u8],
        otherwise: impl Fn(&Region) -> GreyImage,
    ) -> Vec<GreyImage> {
        let image = |(region, place): (&Region, &Option<u64>)| {
            let from = place.map(|place| place as usize)?;
            let data = bytes.get(from..from + region.width as usize * region.height as usize)?;
            Some(GreyImage { width: region.width, height: region.height, data: data.to_vec() })
        };
        let made = wanted.iter().zip(&self.places);
        made.map(|(region, place)| image((region, place)).unwrap_or_else(|| otherwise(region))).collect()
    }
}

/// Puts words behind the tables that are there and says where.
fn table(tables: &mut Vec<u8>, content: &[u32]) -> u64 {
    tables.resize(tables.len().next_multiple_of(ALIGNMENT), 0);
    let at = tables.len() as u64;
    tables.extend(content.iter().flat_map(|word| word.to_le_bytes()));
    // A step is bound with the size that its type has in the shader.
    tables.resize(tables.len().max(at as usize + STEP_BYTES as usize), 0);
    at
}

/// The rows of a matrix as the shader has them, four numbers each; `None` where it has no such numbers.
fn rows(transform: &Transform) -> Option<[u32; 12]> {
    let m = transform.matrix();
    let largest = m.iter().flatten().fold(0.0_f64, |largest, n| largest.max(n.abs()));
    // A matrix stands for the same transform whatever it is multiplied with.
    let unit = if m[2][2] == 0.0 { largest } else { m[2][2] };
    let mut rows = [0_u32; 12];
    for (row, numbers) in rows.chunks_exact_mut(4).zip(m) {
        for (out, number) in row.iter_mut().zip(numbers) {
            let number = (number / unit) as f32;
            *out = number.is_finite().then(|| number.to_bits())?;
        }
    }
    Some(rows)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{PixelFormat, Raster};

    fn page(width: u32, height: u32) -> GreyPyramid {
        let data = vec![9; width as usize * height as usize];
        GreyPyramid::new(Raster::new(width, height, PixelFormat::Grey8, data, None).unwrap()).unwrap()
    }

    fn region(to_page: Transform, width: u32, height: u32) -> Region {
        Region { to_page, width, height, background: 1 }
    }

    #[test]
    fn levels_begin_at_whole_words() {
        let layout = PageLayout::of(&page(5, 3));
        assert_eq!(layout.levels, [(5, 3, 0), (3, 2, 16), (2, 1, 24), (1, 1, 28)]);
        assert_eq!((layout.bytes, layout.uploaded()), (32, 16));
    }

    #[test]
    fn images_are_cut_out_of_their_tiles() {
        let page = page(64, 64);
        let wanted = [
            region(Transform::IDENTITY, 40, 30),
            region(Transform::scaling(f64::NAN, 1.0), 2, 1),
            region(Transform::IDENTITY, 3, 1),
            region(Transform::IDENTITY, 0, 7),
        ];
        let plan = Plan::new(&page, &PageLayout::of(&page), &wanted, 4096).unwrap();
        assert_eq!(plan.places, [Some(0), None, Some(2048), Some(3072)]);
        assert_eq!((plan.groups, plan.bytes), (3, 3072));
        assert!([plan.regions.0, plan.tiles.0].iter().all(|at| at % 256 == 0));
        let tiles = &plan.tables[plan.tiles.0 as usize..][..plan.tiles.1 as usize];
        assert_eq!(tiles, [0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0]);
        let mut bytes = vec![0; 3072];
        bytes[2048..2051].copy_from_slice(&[7, 8, 9]);
        let otherwise = |region: &Region| GreyImage { width: region.width, height: region.height, data: vec![5; 2] };
        let images = plan.images(&wanted, &bytes, otherwise);
        assert_eq!(images[0].data.len(), 1200);
        assert_eq!(images[1].data, [5, 5]);
        assert_eq!(images[2].data, [7, 8, 9]);
        assert!(images[3].data.is_empty());
        let too_large = Plan::new(&page, &PageLayout::of(&page), &wanted, 4095).unwrap_err();
        assert_eq!(too_large, Fallback::TooLarge { bytes: 4096, most: 4095 });
    }

    #[test]
    fn a_dispatch_never_has_more_groups_in_a_row_than_devices_take() {
        for count in [1, GROUPS, GROUPS + 1, 3 * GROUPS] {
            let (x, y) = groups(count);
            assert!(u64::from(x) <= GROUPS && u64::from(x) * u64::from(y) >= count);
        }
    }
}
