//! The pages of one file, decoded lazily and a few at a time.
//!
//! Responsible for how many pages of a file are at work and for handing their readings out as they are done. Not
//! responsible for what happens to a page.

use std::{panic::AssertUnwindSafe, sync::Arc, time::Duration};

use futures::{FutureExt, StreamExt, future::BoxFuture, stream::FuturesUnordered};
use liasse_imaging::Source;
use liasse_proto::v1;
use tokio::sync::mpsc;

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

/// What becomes of a page.
#[expect(clippy::large_enum_variant, reason = "most of them are readings, whose size it is")]
pub(crate) enum PageEvent {
    /// How it was found to be, without what its caller called it, where that is wanted: before it is done, if at all.
    Verdict(v1::PageVerdict),
    /// It is done.
    Done(PageDone),
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
    /// Each page at work has room for its one verdict.
    verdicts: (mpsc::Sender<v1::PageVerdict>, mpsc::Receiver<v1::PageVerdict>),
    /// Done, and to be told after the verdicts that came before.
    held: Option<PageDone>,
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
        let verdicts = mpsc::channel(pipeline.pages_per_file_at_once.max(1));
        let running = FuturesUnordered::new();
        Self { pipeline, source, asked, context, waited, admitted, next_index: 0, running, verdicts, held: None }
    }

    /// At least 1.
    pub(crate) fn page_count(&self) -> u32 {
        self.source.page_count()
    }

    /// The next that is told of a page, in any order but for a page's verdict, which is before its end; `None` after the last.
    /// Pages are begun only while this is awaited, so a caller that does not take readings has no more pages read.
    pub(crate) async fn next(&mut self) -> Option<PageEvent> {
        if let Ok(verdict) = self.verdicts.1.try_recv() {
            return Some(PageEvent::Verdict(verdict));
        }
        if let Some(done) = self.held.take() {
            return Some(PageEvent::Done(done));
        }
        self.begin();
        tokio::select! {
            biased;
            Some(verdict) = self.verdicts.1.recv() => Some(PageEvent::Verdict(verdict)),
            done = self.running.next() => match self.verdicts.1.try_recv() {
                // It came while the page was looked after just now: first things first.
                Ok(verdict) => {
                    self.held = done;
                    Some(PageEvent::Verdict(verdict))
                }
                Err(_) => done.map(PageEvent::Done),
            },
        }
    }

    /// The next page that is done, for a caller to whom verdicts are of no use.
    pub(crate) async fn next_done(&mut self) -> Option<PageDone> {
        loop {
            match self.next().await? {
                PageEvent::Verdict(_) => {}
                PageEvent::Done(done) => return Some(done),
            }
        }
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
            let job = PageJob {
                source: Arc::clone(&self.source),
                index: self.next_index,
                asked: self.asked.clone(),
                context: self.context.clone(),
                waited: self.waited,
                verdicts: self.verdicts.0.clone(),
            };
            self.running.push(page(Arc::clone(&self.pipeline), job, place).boxed());
            self.next_index += 1;
        }
    }
}

/// One page of a file to read.
pub(super) struct PageJob {
    pub(super) source: Arc<Source>,
    /// 0-based.
    pub(super) index: u32,
    pub(super) asked: Asked,
    pub(super) context: Context,
    /// How long the file has waited already.
    pub(super) waited: Duration,
    /// Where the verdict goes, when it is wanted.
    pub(super) verdicts: mpsc::Sender<v1::PageVerdict>,
}

async fn page(pipeline: Arc<Pipeline>, job: PageJob, place: Option<Admitted>) -> PageDone {
    let (page_number, page_count) = (job.index + 1, job.source.page_count());
    // A fault of ours on one page is answered like any other; the stages contain their own.
    let outcome = AssertUnwindSafe(pipeline.read_page(job))
        .catch_unwind()
        .await
        .unwrap_or_else(|_| Err(Fault::internal("it panicked")))
        .map(|(mut reading, timings)| {
            reading.page_number = page_number;
            reading.page_count = page_count;
            (reading, timings)
        });
    drop(place);
    PageDone { page_number, outcome }
}
