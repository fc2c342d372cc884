//! The straightened page as a picture, for those who ask for it.
//!
//! Responsible for drawing it from the page as it came in, in one resampling, and for its bound in bytes. Not responsible for
//! how the page lies (see `geometry`).

use std::{sync::Arc, time::Instant};

use bytes::Bytes;
use liasse_imaging::{ImageFormat, Region};
use liasse_proto::v1;

use super::{Decoded, Pipeline, Sampling, background, geometry::UprightPage};
use crate::{
    context::{Context, Timings},
    fault::Fault,
};

/// Bytes that an upright image takes while it is made, for each pixel of its page: a page that lies 15 degrees askew has a
/// sheet half as large again, and the file of an image is hardly larger than its pixels.
const BYTES_PER_PIXEL: u64 = 3;

/// The format asked for; `None` when none is. An unknown one was refused with its request.
fn wanted(wanted: v1::Wanted) -> Option<ImageFormat> {
    match wanted.upright_image() {
        v1::UprightImageFormat::Unspecified => None,
        v1::UprightImageFormat::Jpeg => Some(ImageFormat::Jpeg),
        v1::UprightImageFormat::Png => Some(ImageFormat::Png),
        v1::UprightImageFormat::TiffG4 => Some(ImageFormat::TiffG4),
    }
}

/// Bytes to set aside for the upright image of a page of so many pixels; 0 where none is wanted.
pub(super) fn reserve(of: v1::Wanted, pixels: u64) -> u64 {
    wanted(of).map_or(0, |_| pixels.saturating_mul(BYTES_PER_PIXEL))
}

impl Pipeline {
    /// Draws the page upright where that is wanted, or says why it is left out.
    ///
    /// # Errors
    /// When the page is no longer wanted.
    pub(super) async fn upright_image(
        &self,
        page: &Arc<Decoded>,
        upright: UprightPage,
        of: v1::Wanted,
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
                let image = draw(&page, &upright, &sampler, format, most);
                page.slot.reserve(0);
                page.slot.shrink_to(page.pyramid.bytes() as u64);
                (image, started.elapsed())
            })
            .await?;
        timings.upright_image = took;
        Ok(Some(image))
    }
}

/// Draws the page upright, of at most `most` bytes, or says why not.
fn draw(
    page: &Decoded,
    upright: &UprightPage,
    sampler: &Sampling,
    format: ImageFormat,
    most: u64,
) -> Result<v1::UprightImage, v1::Warning> {
    let (width, height) = (upright.width, upright.height);
    let region = Region { to_page: upright.to_page, width, height, background: background(&page.facts.examined) };
    let Some(image) = sampler.0.sample(&page.pyramid, &[region]).pop() else {
        return Err(warning("the sampler gave no image".to_owned()));
    };
    let content = format.encode(&image, page.facts.dpi).map_err(|error| warning(error.to_string()))?;
    if content.len() as u64 > most {
        return Err(too_large(content.len() as u64, most));
    }
    let content_type = format.content_type().to_owned();
    Ok(v1::UprightImage { content_type, content: Bytes::from(content), width, height })
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
