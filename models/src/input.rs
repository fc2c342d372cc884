//! Grey images as a network takes them.
//!
//! Responsible for channels, normalisation and padding. Not responsible for an image's size.

use liasse_imaging::GreyImage;

use crate::{Colour, InputSettings, Tensor};

/// The value of every grey level in every channel.
pub(crate) struct InputValues {
    channels: Vec<[f32; 256]>,
}

impl InputValues {
    /// The values that checked settings ask for.
    pub(crate) fn new(settings: &InputSettings) -> Self {
        let channel = |(mean, deviation): (&f32, &f32)| {
            std::array::from_fn(|level| ((level as f64 / 255.0 - f64::from(*mean)) / f64::from(*deviation)) as f32)
        };
        let mut channels: Vec<_> = settings.mean.iter().zip(&settings.deviation).map(channel).collect();
        if settings.colour == Colour::Bgr {
            channels.reverse();
        }
        Self { channels }
    }

    /// How many channels an image gets.
    pub(crate) fn channels(&self) -> usize {
        self.channels.len()
    }

    /// Images one after the other in `tensor`, whose memory is used again: `count x c x height x width`, each in its top-left corner
    /// with zeros around, and zeros where `count` is more than there are images.
    pub(crate) fn batch(&self, images: &[GreyImage], [count, height, width]: [usize; 3], tensor: &mut Tensor) {
        let plane = width * height;
        tensor.shape = [count, self.channels.len(), height, width];
        tensor.data.clear();
        tensor.data.resize(tensor.shape.iter().product(), 0.0);
        for (slot, image) in tensor.data.chunks_exact_mut(self.channels.len() * plane).zip(images) {
            for (rows, values) in slot.chunks_exact_mut(plane).zip(&self.channels) {
                let lines = image.data.chunks_exact(image.width.max(1) as usize);
                for (row, pixels) in rows.chunks_exact_mut(width).zip(lines) {
                    for (value, level) in row.iter_mut().zip(pixels) {
                        *value = values[usize::from(*level)];
                    }
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn batch(values: &InputValues, images: &[GreyImage], shape: [usize; 3]) -> Vec<f32> {
        // What was there before is of no matter.
        let mut tensor = Tensor { shape: [1, 1, 1, 9], data: vec![7.0; 9] };
        values.batch(images, shape, &mut tensor);
        tensor.data
    }

    #[test]
    fn ours_is_ink_one_paper_zero() {
        let values = InputValues::new(&InputSettings::default());
        let image = GreyImage { width: 2, height: 1, data: vec![0, 255] };
        assert_eq!(batch(&values, std::slice::from_ref(&image), [1, 2, 3]), [1.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        assert_eq!(batch(&values, &[image], [2, 1, 2]), [1.0, 0.0, 0.0, 0.0], "an image that is not there is paper");
    }

    #[test]
    fn colour_networks_get_a_plane_for_each_channel_in_their_order() {
        let settings = |colour| InputSettings { colour, mean: vec![0.0, 0.5, 1.0], deviation: vec![1.0, 0.5, 2.0] };
        let image = GreyImage { width: 1, height: 1, data: vec![255] };
        let rgb = batch(&InputValues::new(&settings(Colour::Rgb)), std::slice::from_ref(&image), [1; 3]);
        let bgr = batch(&InputValues::new(&settings(Colour::Bgr)), &[image], [1; 3]);
        assert_eq!((rgb, bgr), (vec![1.0, 1.0, 0.0], vec![0.0, 1.0, 1.0]));
    }
}
