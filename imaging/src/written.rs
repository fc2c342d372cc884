//! What of an image is written on: where its blank margins end, and which bands across it are blank.
//!
//! A network that finds lines costs as much for paper as for writing, and a letter is half paper. Responsible for telling what can be
//! left out of an image and for moving what is left together. Not responsible for what the writing is: grain, rules and borders count
//! as written, so that nothing that could be a line is left out.

use std::ops::Range;

use crate::GreyImage;

/// Side in pixels of the squares that are blank or not.
const BLOCK: usize = 16;
/// What is darker than the paper of its square by this many grey levels is ink: a little less than what `examine` asks of ink, so that
/// nothing that it takes for writing is taken for paper here.
const INK: u8 = 16;
/// A square with fewer pixels of ink is blank: a full stop has as many.
const LEAST: usize = 4;
/// Blank squares that are kept around what is written: a network sees lines as it knows them, with paper around.
const KEPT: usize = 1;

/// A band of an image that is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Band {
    /// Its rows in the image.
    rows: Range<usize>,
    /// Its first row once the bands are moved together.
    at: usize,
}

/// What of an image is written on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    columns: Range<usize>,
    bands: Vec<Band>,
}

impl Written {
    /// Looks an image over. An image without writing has a single square that counts as written.
    pub fn of(image: &GreyImage) -> Self {
        let (width, height) = (image.width as usize, image.height as usize);
        let mut columns = vec![false; width.div_ceil(BLOCK)];
        let rows: Vec<bool> = image
            .data
            .chunks(BLOCK * width.max(1))
            .map(|band| {
                let inked = inked_squares(band, width);
                columns.iter_mut().zip(&inked).for_each(|(column, inked)| *column |= inked);
                inked.contains(&true)
            })
            .collect();
        let first = columns.iter().position(|inked| *inked).unwrap_or(0);
        let last = columns.iter().rposition(|inked| *inked).unwrap_or(0);
        let mut bands: Vec<Band> = Vec::new();
        for (row, _) in rows.iter().enumerate().filter(|(_, inked)| **inked) {
            let rows = row.saturating_sub(KEPT) * BLOCK..((row + KEPT + 1) * BLOCK).min(height);
            match bands.last_mut() {
                Some(band) if band.rows.end >= rows.start => band.rows.end = rows.end,
                before => {
                    let at = before.map_or(0, |band| band.at + band.rows.len());
                    bands.push(Band { rows, at });
                }
            }
        }
        if bands.is_empty() {
            bands.push(Band { rows: 0..BLOCK.min(height), at: 0 });
        }
        Self { columns: first.saturating_sub(KEPT) * BLOCK..((last + KEPT + 1) * BLOCK).min(width), bands }
    }

    /// Width in pixels of what is written, moved together.
    pub fn width(&self) -> u32 {
        self.columns.len() as u32
    }

    /// Height in pixels of what is written, moved together.
    pub fn height(&self) -> u32 {
        self.bands.last().map_or(0, |band| band.at + band.rows.len()) as u32
    }

    /// What is written of the image that was looked over, moved together in the top left corner of an image of `width` by `height`
    /// pixels, with `paper` around. What goes beyond that size is left out.
    pub fn cut(&self, image: &GreyImage, width: u32, height: u32, paper: u8) -> GreyImage {
        let (wide, high) = (width as usize, height as usize);
        let mut data = vec![paper; wide * high];
        let rows = self.bands.iter().flat_map(|band| band.rows.clone());
        let kept = self.columns.start..self.columns.end.min(self.columns.start + wide);
        for (row, into) in rows.zip(data.chunks_mut(wide.max(1))) {
            let from = row * image.width as usize;
            into[..kept.len()].copy_from_slice(&image.data[from + kept.start..from + kept.end]);
        }
        GreyImage { width, height, data }
    }

    /// How far right and down something that lies around `y`, in pixels of what is moved together, lies in the image that was looked
    /// over.
    pub fn shift(&self, y: f32) -> (f32, f32) {
        let after = self.bands.partition_point(|band| band.at as f32 <= y);
        let down = self.bands.get(after.saturating_sub(1)).map_or(0, |band| band.rows.start - band.at);
        (self.columns.start as f32, down as f32)
    }
}

/// Which squares of a band of rows, at most [`BLOCK`] of them, have ink.
fn inked_squares(band: &[u8], width: usize) -> Vec<bool> {
    // Column by column first, which takes whole registers: the brightest, and then how many are darker than their square's paper.
    let mut brightest = vec![0u8; width];
    for row in band.chunks_exact(width) {
        for (most, value) in brightest.iter_mut().zip(row) {
            *most = (*most).max(*value);
        }
    }
    let mut thresholds = vec![0u8; width];
    for (squares, columns) in thresholds.chunks_mut(BLOCK).zip(brightest.chunks(BLOCK)) {
        let paper = columns.iter().copied().max().unwrap_or(0);
        squares.fill(paper.saturating_sub(INK));
    }
    let mut dark = vec![0u8; width];
    for row in band.chunks_exact(width) {
        for ((count, value), threshold) in dark.iter_mut().zip(row).zip(&thresholds) {
            *count += u8::from(value < threshold);
        }
    }
    dark.chunks(BLOCK).map(|counts| counts.iter().map(|count| usize::from(*count)).sum::<usize>() >= LEAST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blank(width: u32, height: u32) -> GreyImage {
        GreyImage { width, height, data: vec![240; (width * height) as usize] }
    }

    fn write(image: &mut GreyImage, x: Range<u32>, y: Range<u32>, level: u8) {
        for y in y {
            for x in x.clone() {
                image.data[(y * image.width + x) as usize] = level;
            }
        }
    }

    #[test]
    fn margins_and_blank_bands_go_and_writing_finds_its_place_again() {
        let mut image = blank(200, 400);
        write(&mut image, 60..90, 70..74, 20);
        write(&mut image, 100..140, 296..302, 20);
        let written = Written::of(&image);
        assert_eq!((written.width(), written.height()), (160 - 32, 48 + 48));
        let cut = written.cut(&image, 160, 96, 255);
        let inked = cut.data.iter().enumerate().filter(|(_, level)| **level == 20).map(|(at, _)| (at % 160, at / 160));
        let inked: Vec<(usize, usize)> = inked.collect();
        assert_eq!(inked.len(), 30 * 4 + 40 * 6, "all of the writing is there");
        for (x, y) in inked {
            let (right, down) = written.shift(y as f32);
            let (x, y) = (x + right as usize, y + down as usize);
            assert_eq!(image.data[y * 200 + x], 20, "{x} {y}");
        }
        assert_eq!(cut.data[159], 255, "paper is added where the image is wider");
    }

    #[test]
    fn faint_and_small_writing_is_writing_and_dust_is_not() {
        let mut image = blank(320, 320);
        write(&mut image, 100..102, 200..202, 222);
        let written = Written::of(&image);
        assert_eq!((written.columns.clone(), written.bands[0].rows.clone()), (80..128, 176..224));
        // A single dark pixel far off changes nothing, and neither does light that falls off.
        image.data[5] = 0;
        for (at, value) in image.data.iter_mut().enumerate() {
            *value -= (at / 3200) as u8;
        }
        assert_eq!(Written::of(&image), written);
    }

    #[test]
    fn a_full_image_stays_whole_and_a_blank_one_is_small() {
        let mut image = blank(90, 50);
        write(&mut image, 0..90, 0..50, 30);
        write(&mut image, 0..90, 20..22, 240);
        write(&mut image, 3..88, 0..50, 240);
        let written = Written::of(&image);
        assert_eq!((written.width(), written.height(), written.bands.len()), (90, 50, 1));
        assert_eq!(written.cut(&image, 90, 50, 255), image);
        let written = Written::of(&blank(90, 50));
        assert_eq!((written.width(), written.height()), (32, 16));
        for (width, height) in [(1, 1), (1, 70), (70, 1)] {
            let image = blank(width, height);
            let written = Written::of(&image);
            assert_eq!(written.cut(&image, 32, 32, 0).data[0], 240);
            assert_eq!(written.shift(0.0), (0.0, 0.0));
        }
    }
}
