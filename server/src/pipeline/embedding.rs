//! What a page looks like: all of it in a small picture, as the embedder takes it.
//!
//! Responsible for the picture and for what the wire says of it. Not responsible for what is made of it (see `liasse_documents::learn`).

use std::sync::Arc;

use liasse_batching::Batcher;
use liasse_geometry::Transform;
use liasse_imaging::Region;
use liasse_models::Embedder;
use liasse_proto::v1;

use super::{Decoded, Pipeline, background, geometry::UprightPage};
use crate::{
    context::{Context, Timings},
    fault::Fault,
    server::ServerError,
    settings::Settings,
    workers::{self, EmbedWorker},
};

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

    /// All of an upright page, whatever its shape.
    fn region(&self, upright: &UprightPage, background: u8) -> Region {
        let (width, height) = self.size;
        let stretch = |to: u32, from: u32| f64::from(to) / f64::from(from.max(1));
        let whole = Transform::scaling(stretch(upright.width, width), stretch(upright.height, height));
        Region { to_page: whole.then(&upright.to_page), width, height, background }
    }
}

impl Pipeline {
    /// What a page looks like that lies so, where its document is asked for; `None` for a blank page, and without a model for it. Its time
    /// counts as detection, the other network that looks at whole pages.
    pub(super) async fn embedding(
        &self,
        page: &Arc<Decoded>,
        upright: &UprightPage,
        wanted: &v1::Wanted,
        context: &Context,
        timings: &mut Timings,
    ) -> Result<Option<v1::PageEmbedding>, Fault> {
        let asked = wanted.document && !page.facts.examined.quality.blank;
        let Some(embedding) = self.embedding.as_ref().filter(|_| asked) else {
            return Ok(None);
        };
        let region = embedding.region(upright, background(&page.facts.examined));
        let images = self.cut_regions(Arc::clone(page), vec![vec![region]], context, timings).await?;
        let items = images.into_iter().map(|image| {
            let ticket = context.ticket(0, 1, image.data.len());
            (image, ticket)
        });
        let pending = embedding.queue.enqueue_all(items.collect());
        let vectors = workers::all(pending, context, &mut timings.queue, &mut timings.detect).await?;
        Ok(vectors.into_iter().next().map(|vector| v1::PageEmbedding {
            model: embedding.model.clone(),
            vector: vector.iter().map(|number| number.to_le_bytes()[0]).collect::<Vec<u8>>().into(),
        }))
    }
}
