//! The pages of one file, decoded lazily and a few at a time.
//!
//! Responsible for how many pages of a file are at work and for handing their readings out as they are done. Not
//! responsible for what happens to a page.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use futures::{FutureExt, StreamExt, future::BoxFuture, stream::FuturesUnordered};
use liasse_imaging::Source;
use liasse_proto::v1;

use super::{Asked, Pipeline};
use crate::{
    admission::Admitted,
    context::{Context, Timings},
    fault::Fault,
};

/// A page that was read, or why it was not.
pub(crate) struct PageDone {
    /// From 1.
    pub(crate) page_number: u32,
    /// The reading without what its caller called it, and where the time went.
    pub(crate) outcome: Result<(v1::PageReading, Timings), Fault>,
}

/// Reads the pages of an opened file. Dropping it gives up those that are not done.
pub(crate) struct FileReader {
    pipeline: Arc<Pipeline>,
    source: Arc<Source>,
    asked: Asked,
    context: Context,
    /// How long the file waited to be opened.
    waited: Duration,
    /// The file's own place; further pages at work need one each.
    admitted: Admitted,
    next_index: u32,
    running: FuturesUnordered<BoxFuture<'static, PageDone>>,
}

impl FileReader {
    pub(super) fn new(
        pipeline: Arc<Pipeline>,
        source: Arc<Source>,
        asked: Asked,
        context: Context,
        admitted: Admitted,
        waited: Duration,
    ) -> Self {
        Self { pipeline, source, asked, context, waited, admitted, next_index: 0, running: FuturesUnordered::new() }
    }

    /// At least 1.
    pub(crate) fn page_count(&self) -> u32 {
        self.source.page_count()
    }

    /// The next page that is done, in any order; `None` after the last. Pages are begun only while this is awaited, so a
    /// caller that does not take readings has no more pages read.
    pub(crate) async fn next(&mut self) -> Option<PageDone> {
        self.begin();
        self.running.next().await
    }

    /// Begins as many pages as there is room for, at least one.
    fn begin(&mut self) {
        while self.next_index < self.page_count() && self.running.len() < self.pipeline.pages_per_file_at_once {
            let place = if self.running.is_empty() {
                None
            } else {
                match self.admitted.another() {
                    Some(place) => Some(place),
                    None => break,
                }
            };
            let page = page(
                Arc::clone(&self.pipeline),
                Arc::clone(&self.source),
                self.next_index,
                self.asked.clone(),
                self.context.clone(),
                self.waited,
                place,
            );
            self.running.push(page.boxed());
            self.next_index += 1;
        }
    }
}

async fn page(
    pipeline: Arc<Pipeline>,
    source: Arc<Source>,
    index: u32,
    asked: Asked,
    context: Context,
    waited: Duration,
    place: Option<Admitted>,
) -> PageDone {
    let page_count = source.page_count();
    // A fault of ours on one page is answered like any other; the stages contain their own.
    let outcome = AssertUnwindSafe(pipeline.read_page(source, index, asked, &context, waited))
        .catch_unwind()
        .await
        .unwrap_or_else(|_| Err(Fault::internal("it panicked")))
        .map(|(mut reading, timings)| {
            reading.page_number = index + 1;
            reading.page_count = page_count;
            (reading, timings)
        });
    drop(place);
    PageDone { page_number: index + 1, outcome }
}
