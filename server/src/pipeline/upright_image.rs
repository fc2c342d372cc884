//! The straightened page as a picture, for those who ask for it.
//!
//! Responsible for drawing it from the page as it came in, in one resampling and in colour where the page is, and for its bound in
//! bytes. Not responsible for how the page lies (see `geometry`).

use std::{sync::Arc, time::Instant};

use bytes::Bytes;
use liasse_imaging::{ImageFormat, PixelFormat, Raster, Region, Source, is_coloured, sample_colour};
use liasse_proto::v1;

use super::{Decoded, Pipeline, Sampling, background, geometry::UprightPage};
use crate::{
    context::{Context, Timings},
    fault::Fault,
};

/// Bytes that an upright image takes while it is made, for each pixel of its page: a page that lies 15 degrees askew has a
/// sheet half as large again, and the file of an image is hardly larger than its pixels.
const BYTES_PER_PIXEL: u64 = 3;
/// Likewise in colour, of which there is a page, one channel with its smaller levels, and the sheet; or the sheet and its file.
const COLOUR_BYTES_PER_PIXEL: u64 = 9;

/// The format asked for; `None` when none is. An unknown one was refused with its request.
fn wanted(wanted: &v1::Wanted) -> Option<ImageFormat> {
    match wanted.upright_image() {
        v1::UprightImageFormat::Unspecified => None,
        v1::UprightImageFormat::Jpeg => Some(ImageFormat::Jpeg),
        v1::UprightImageFormat::Png => Some(ImageFormat::Png),
        v1::UprightImageFormat::TiffG4 => Some(ImageFormat::TiffG4),
    }
}

/// Bytes to set aside for the upright image of a page (0-based) of a file; 0 where none is wanted.
pub(super) fn reserve(of: &v1::Wanted, source: &Source, index: u32) -> u64 {
    let per_pixel = match wanted(of) {
        None => 0,
        Some(format) if may_be_coloured(format, source, index) => COLOUR_BYTES_PER_PIXEL,
        Some(_) => BYTES_PER_PIXEL,
    };
    source.most_pixels(index).saturating_mul(per_pixel)
}

/// Whether there may be colours to show.
fn may_be_coloured(format: ImageFormat, source: &Source, index: u32) -> bool {
    format != ImageFormat::TiffG4 && !source.is_grey(index)
}

impl Pipeline {
    /// Draws the page (of that place in its file, 0-based) upright where that is wanted, or says why it is left out.
    ///
    /// # Errors
    /// When the page is no longer wanted.
    pub(super) async fn upright_image(
        &self,
        page: &Arc<Decoded>,
        (source, index): (Arc<Source>, u32),
        upright: UprightPage,
        of: &v1::Wanted,
        context: &Context,
        timings: &mut Timings,
    ) -> Result<Option<Result<v1::UprightImage, v1::Warning>>, Fault> {
        let Some(format) = wanted(of) else {
            return Ok(None);
        };
        let (page, sampler, most) = (Arc::clone(page), Arc::clone(&self.sampler), self.max_upright_bytes);
        let (image, took) = self
            .images
            .run(context, &mut timings.queue, move || {
                let started = Instant::now();
                let region = upright_region(&page, &upright);
                let coloured = may_be_coloured(format, &source, index);
                let image = coloured.then(|| draw_in_colour(&page, &source, index, &region, &sampler)).flatten();
                let image = match image {
                    Some(image) => Ok(image),
                    None => draw(&page, &region, &sampler),
                };
                let image = image.and_then(|image| encode(&image, format, most));
                page.slot.reserve(0);
                page.slot.shrink_to(page.pyramid.bytes() as u64);
                (image, started.elapsed())
            })
            .await?;
        timings.upright_image = took;
        Ok(Some(image))
    }
}

/// What is to be seen of a page.
fn upright_region(page: &Decoded, upright: &UprightPage) -> Region {
    let background = background(&page.facts.examined);
    Region { to_page: upright.to_page, width: upright.width, height: upright.height, background }
}

/// Draws the page in grey.
fn draw(page: &Decoded, region: &Region, sampler: &Sampling) -> Result<Raster, v1::Warning> {
    let image = sampler.0.sample(&page.pyramid, &[*region]).pop();
    image
        .and_then(|image| Raster::new(image.width, image.height, PixelFormat::Grey8, image.data, page.facts.dpi))
        .ok_or_else(|| warning("the sampler gave no image".to_owned()))
}

/// Draws the page in colour; `None` where it has none, or where its colours cannot be decoded though its grey could: whoever wants
/// the page is better served with that.
fn draw_in_colour(page: &Decoded, source: &Source, index: u32, region: &Region, sampler: &Sampling) -> Option<Raster> {
    let colours = source.decode(index, PixelFormat::Rgb8).ok()?;
    let same = (colours.width(), colours.height()) == (page.facts.width, page.facts.height);
    if !same || !is_coloured(&colours) {
        return None;
    }
    let image = sample_colour(&*sampler.0, &colours, region)?;
    // The resolution that the caller declared stands above the file's.
    Raster::new(image.width(), image.height(), PixelFormat::Rgb8, image.into_data(), page.facts.dpi)
}

/// The file of an image, of at most `most` bytes, or why there is none.
fn encode(image: &Raster, format: ImageFormat, most: u64) -> Result<v1::UprightImage, v1::Warning> {
    let content = format.encode(image).map_err(|error| warning(error.to_string()))?;
    if content.len() as u64 > most {
        return Err(too_large(content.len() as u64, most));
    }
    Ok(v1::UprightImage {
        content_type: format.content_type().to_owned(),
        content: Bytes::from(content),
        width: image.width(),
        height: image.height(),
    })
}

/// Takes upright images out of the readings of one answer from where on they are together more than `most` bytes.
pub(crate) fn bound(readings: &mut [v1::PageReading], most: u64) {
    let mut together = 0;
    for reading in readings {
        let bytes = reading.upright_image.as_ref().map_or(0, |image| image.content.len() as u64);
        together += bytes;
        if bytes > 0 && together > most {
            reading.upright_image = None;
            reading.warnings.push(too_large(together, most));
        }
    }
}

fn too_large(bytes: u64, most: u64) -> v1::Warning {
    warning(format!("upright images of {bytes} bytes are more than the {most} that an answer may have"))
}

fn warning(why: String) -> v1::Warning {
    v1::Warning { reason: "NO_UPRIGHT_IMAGE".to_owned(), message: format!("the upright image is left out: {why}") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_keeps_the_images_that_fit() {
        let reading = |bytes: usize| v1::PageReading {
            upright_image: Some(v1::UprightImage { content: vec![0; bytes].into(), ..Default::default() }),
            ..Default::default()
        };
        let mut readings = [reading(40), v1::PageReading::default(), reading(60), reading(1)];
        bound(&mut readings, 100);
        let kept: Vec<bool> = readings.iter().map(|r| r.upright_image.is_some()).collect();
        assert_eq!(kept, [true, false, true, false]);
        let warned: Vec<usize> = readings.iter().map(|r| r.warnings.len()).collect();
        assert_eq!(warned, [0, 0, 0, 1], "a page that had no image is not warned of");
        assert_eq!(readings[3].warnings[0].reason, "NO_UPRIGHT_IMAGE");
    }
}
