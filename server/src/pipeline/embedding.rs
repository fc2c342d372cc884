//! What a page looks like: all of it in a small picture, as the embedder takes it.
//!
//! Responsible for the picture and for what the wire says of it. Not responsible for what is made of it (see `liasse_documents::learn`).

use std::sync::Arc;

use liasse_batching::Batcher;
use liasse_geometry::Transform;
use liasse_imaging::{GreyImage, Region};
use liasse_models::Embedder;
use liasse_proto::v1;

use super::{Asked, Decoded, Pipeline, background, geometry::UprightPage};
use crate::{
    context::{Context, Timings},
    fault::Fault,
    server::ServerError,
    settings::Settings,
    workers::{self, EmbedWorker},
};

/// The picture is cut out so many times as wide and high and then averaged: a sampler looks at no more than two pixels either way of a
/// place, of which a picture's pixel covers twenty and more.
const FINER: u32 = 4;

/// The embedder's queue, and what it takes and is called.
#[derive(Debug)]
pub(super) struct Embedding {
    pub(super) queue: Batcher<EmbedWorker>,
    size: (u32, u32),
    model: String,
}

impl Embedding {
    pub(super) fn start(embedder: Embedder, settings: &Settings) -> Result<Self, ServerError> {
        let model = format!("{} {}", embedder.manifest().name, embedder.manifest().version);
        Ok(Self { size: embedder.size(), model, queue: workers::start_embedder(embedder, settings)? })
    }

    /// All of an upright page, whatever its shape, [`FINER`] than the picture.
    fn region(&self, upright: &UprightPage, background: u8) -> Region {
        let (width, height) = (FINER * self.size.0, FINER * self.size.1);
        let stretch = |to: u32, from: u32| f64::from(to) / f64::from(from.max(1));
        let whole = Transform::scaling(stretch(upright.width, width), stretch(upright.height, height));
        Region { to_page: whole.then(&upright.to_page), width, height, background }
    }
}

impl Pipeline {
    /// What a page looks like that lies so, where that or its document is asked for; `None` for a blank page, and without a model for it. Its time
    /// counts as detection, the other network that looks at whole pages, and as cutting.
    pub(super) async fn embedding(
        &self,
        page: &Arc<Decoded>,
        upright: &UprightPage,
        asked: &Asked,
        context: &Context,
        timings: &mut Timings,
    ) -> Result<Option<v1::PageEmbedding>, Fault> {
        let asked = (asked.wanted.document || asked.look) && !page.facts.examined.quality.blank;
        let Some(embedding) = self.embedding.as_ref().filter(|_| asked) else {
            return Ok(None);
        };
        let region = embedding.region(upright, background(&page.facts.examined));
        let images = self.cut_regions(Arc::clone(page), vec![vec![region]], context, timings).await?;
        let items = images.iter().map(averaged).map(|image| {
            let ticket = context.ticket(0, 1, image.data.len());
            (image, ticket)
        });
        let pending = embedding.queue.enqueue_all(items.collect());
        let vectors = workers::all(pending, context, &mut timings.queue, &mut timings.detect).await?;
        // A picture in which nothing is to be seen has no direction.
        let told = vectors.into_iter().next().filter(|vector| vector.iter().any(|number| *number != 0));
        Ok(told.map(|vector| v1::PageEmbedding {
            model: embedding.model.clone(),
            vector: vector.iter().map(|number| number.to_le_bytes()[0]).collect::<Vec<u8>>().into(),
        }))
    }
}

/// The means of squares of [`FINER`] pixels; what is left at the right and the bottom is left out.
fn averaged(image: &GreyImage) -> GreyImage {
    let (width, height) = (image.width / FINER, image.height / FINER);
    let (wide, side) = (image.width as usize, FINER as usize);
    let mean = |row: usize, column: usize| {
        let rows = (0..side).map(|y| (row * side + y) * wide + column * side);
        let sum: u32 = rows.flat_map(|from| &image.data[from..from + side]).map(|level| u32::from(*level)).sum();
        ((sum + FINER * FINER / 2) / (FINER * FINER)) as u8
    };
    let data = (0..height as usize).flat_map(|row| (0..width as usize).map(move |column| (row, column)));
    GreyImage { width, height, data: data.map(|(row, column)| mean(row, column)).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn squares_become_their_means() {
        let data = (0..8 * 5).map(|at| if at % 8 < 4 { 10 } else { (at / 8) as u8 * 20 }).collect();
        let small = averaged(&GreyImage { width: 8, height: 5, data });
        assert_eq!((small.width, small.height, small.data), (2, 1, vec![10, 30]));
    }
}
