//! Pages in colour, for whoever wants a straightened page as it is.
//!
//! Responsible for telling whether a page is in colour, and for sampling one: channel by channel, each as a grey page is. Not
//! responsible for anything that is read: that is grey.

use crate::{GreyPyramid, PixelFormat, Raster, Region, Sampler};

/// A pixel whose channels are further apart than this is coloured: the fringes of a scanner's sensor rows are less.
const SPREAD: u8 = 40;
/// A page with at least this share of coloured pixels, one in so many, is in colour: a signature in blue is more.
const ONE_IN: usize = 1000;
/// One pixel of so many is looked at.
const STEP: usize = 7;
/// Paper is what is no further than this from its grey level.
const PAPER: u8 = 10;

/// Whether an RGB page is in colour; a grey one is not.
pub fn is_coloured(page: &Raster) -> bool {
    if page.format() != PixelFormat::Rgb8 {
        return false;
    }
    let spread = |pixel: &[u8]| pixel.iter().fold(0, |m, v| m.max(*v)) - pixel.iter().fold(255, |m, v| m.min(*v));
    let looked_at = || page.data().chunks_exact(3).step_by(STEP);
    let coloured = looked_at().filter(|pixel| spread(pixel) > SPREAD).count();
    coloured * ONE_IN >= looked_at().len().max(1)
}

/// A region of an RGB page, in colour. What lies outside is of the paper's colour, whose grey level is the region's background.
/// `None` for a grey page or an empty region.
pub fn sample_colour(sampler: &dyn Sampler, page: &Raster, region: &Region) -> Option<Raster> {
    if page.format() != PixelFormat::Rgb8 {
        return None;
    }
    let paper = paper(page, region.background);
    let mut data = vec![0; region.width as usize * region.height as usize * 3];
    for (channel, background) in paper.into_iter().enumerate() {
        let plane = page.data().chunks_exact(3).map(|pixel| pixel[channel]).collect();
        let plane = Raster::new(page.width(), page.height(), PixelFormat::Grey8, plane, None)?;
        let pyramid = GreyPyramid::new(plane).ok()?;
        let image = sampler.sample(&pyramid, &[Region { background, ..*region }]).pop()?;
        data.iter_mut().skip(channel).step_by(3).zip(image.data).for_each(|(to, value)| *to = value);
    }
    Raster::new(region.width, region.height, PixelFormat::Rgb8, data, page.dpi())
}

/// The mean colour of what is about as bright as the paper.
fn paper(page: &Raster, level: u8) -> [u8; 3] {
    let (mut sums, mut count) = ([0u64; 3], 0);
    for pixel in page.data().chunks_exact(3).step_by(STEP) {
        // ITU-R BT.601, as grey pages are made.
        let grey = (299 * u32::from(pixel[0]) + 587 * u32::from(pixel[1]) + 114 * u32::from(pixel[2])) / 1000;
        if grey.abs_diff(u32::from(level)) <= u32::from(PAPER) {
            sums.iter_mut().zip(pixel).for_each(|(sum, value)| *sum += u64::from(*value));
            count += 1;
        }
    }
    sums.map(|sum| sum.checked_div(count).map_or(level, |mean| mean as u8))
}

#[cfg(test)]
mod tests {
    use liasse_geometry::Transform;

    use super::*;
    use crate::CpuSampler;

    /// Cream paper with a stroke of the colour given, 1 pixel in 400.
    fn page(ink: [u8; 3], paper: [u8; 3]) -> Raster {
        let data = (0..200 * 200).flat_map(|at| if at % 200 == 100 && at / 200 < 100 { ink } else { paper }).collect();
        Raster::new(200, 200, PixelFormat::Rgb8, data, Some(150.0)).unwrap()
    }

    #[test]
    fn a_little_ink_makes_a_page_coloured_and_fringes_do_not() {
        assert!(is_coloured(&page([20, 30, 160], [245, 245, 240])));
        assert!(is_coloured(&page([20, 20, 20], [250, 235, 180])), "its paper is");
        assert!(!is_coloured(&page([40, 60, 30], [245, 245, 240])));
        assert!(!is_coloured(&Raster::new(1, 1, PixelFormat::Grey8, vec![7], None).unwrap()));
    }

    #[test]
    fn a_region_has_the_pages_colours_and_papers_around() {
        let page = page([20, 30, 160], [250, 235, 180]);
        let region = Region { to_page: Transform::translation(-10.0, 0.0), width: 150, height: 50, background: 230 };
        let image = sample_colour(&CpuSampler, &page, &region).unwrap();
        assert_eq!((image.width(), image.height(), image.dpi()), (150, 50, Some(150.0)));
        let pixel = |x: usize, y: usize| &image.data()[3 * (y * 150 + x)..][..3];
        assert_eq!(pixel(110, 20), [20, 30, 160]);
        assert_eq!(pixel(60, 20), [250, 235, 180]);
        let [r, g, b] = *pixel(2, 20) else { panic!("three channels") };
        assert!(r > 240 && (230..240).contains(&g) && (176..184).contains(&b), "{r} {g} {b}");
        let grey = Raster::new(1, 1, PixelFormat::Grey8, vec![7], None).unwrap();
        assert!(sample_colour(&CpuSampler, &grey, &region).is_none());
    }
}
