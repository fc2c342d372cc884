//! `liasse.v1.Recognition`: one call for one file, or a stream of them.

use std::{pin::Pin, sync::Arc};

use futures::{Stream, StreamExt, stream};
use liasse_proto::v1::{self, recognition_server::Recognition};
use tokio::sync::mpsc;
use tokio_stream::wrappers::ReceiverStream;
use tonic::{Request, Response, Status, Streaming};

use super::{
    Core, answer, arrival, batch,
    incoming::Refused,
    labels::{self, Labels},
    stream::{Driver, Ending},
};
use crate::{
    context::{Context, Timings},
    fault::Fault,
    metrics,
    pipeline::{FileInput, bound_upright_images},
};

/// The service.
#[derive(Debug)]
pub(crate) struct RecognitionService {
    pub(crate) core: Arc<Core>,
}

#[tonic::async_trait]
impl Recognition for RecognitionService {
    async fn recognize(
        &self,
        request: Request<v1::RecognizeRequest>,
    ) -> Result<Response<v1::RecognizeResponse>, Status> {
        let (context, _gone) = self.core.called(&request);
        let page = request.into_inner().page;
        let page_id = page.as_ref().map(|page| page.page_id.clone()).unwrap_or_default();
        let admitted = labels::check(page, false).and_then(|page| {
            let context = Context { priority: page.priority, ..context };
            context.check()?;
            let admitted = self.core.admission.admit(page.bytes())?;
            Ok(page.into_input(context, admitted))
        });
        let read = match admitted {
            Ok((labels, input)) => whole_file(&self.core, &labels, input).await,
            Err(fault) => Err((0, fault)),
        };
        match read {
            Ok(readings) => Ok(Response::new(v1::RecognizeResponse { readings })),
            Err((page_number, fault)) => {
                metrics::page_failed(&page_id, page_number, &fault);
                Err(fault.to_status())
            }
        }
    }

    async fn recognize_document(
        &self,
        request: Request<v1::RecognizeDocumentRequest>,
    ) -> Result<Response<v1::RecognizeDocumentResponse>, Status> {
        let (context, _gone) = self.core.called(&request);
        answer(match batch::check(request.into_inner(), self.core.max_pages_per_call) {
            Ok(batch) => batch::read(&self.core, batch, &context).await,
            Err(fault) => Err(fault),
        })
    }

    type RecognizeStreamStream = Pin<Box<dyn Stream<Item = Result<v1::RecognizeStreamResponse, Status>> + Send>>;

    async fn recognize_stream(
        &self,
        request: Request<Streaming<v1::RecognizeStreamRequest>>,
    ) -> Result<Response<Self::RecognizeStreamStream>, Status> {
        if self.core.admission.is_closed() {
            return Err(Fault::shutting_down().to_status());
        }
        let arrival = arrival(&request);
        // Answers that are done and not yet taken; the pages behind them are still in the window.
        let (answers, taken) = mpsc::channel(1);
        let ending = Ending::default();
        let refused = request.extensions().get::<Refused>().cloned().unwrap_or_default();
        let driver = Driver::new(Arc::clone(&self.core), arrival, answers, ending.clone(), refused);
        tokio::spawn(driver.run(request.into_inner()));
        let stream = ReceiverStream::new(taken)
            .map(Ok)
            // Evaluated when the answers are over, which is when the driver has said how it ended.
            .chain(stream::once(async move { ending.take() }).filter_map(|status| async move { status.map(Err) }));
        Ok(Response::new(Box::pin(stream)))
    }
}

/// Reads every page of a file, for one answer. The error bears the number of the page that failed.
pub(super) async fn whole_file(
    core: &Core,
    labels: &Labels,
    input: FileInput,
) -> Result<Vec<v1::PageReading>, (u32, Fault)> {
    let context = input.context.clone();
    let mut file = core.pipeline.open(input).await.map_err(|fault| (0, fault))?;
    if file.page_count() > core.max_pages_per_call {
        let fault = Fault::too_many_pages_for_call(file.page_count(), core.max_pages_per_call);
        return Err((0, fault));
    }
    let mut readings = Vec::new();
    while let Some(done) = file.next_done().await {
        let (reading, timings) = done.outcome.map_err(|fault| (done.page_number, fault))?;
        readings.push(finish(labels, &context, reading, &timings));
    }
    readings.sort_by_key(|reading| reading.page_number);
    bound_upright_images(&mut readings, core.max_upright_bytes);
    Ok(readings)
}

/// Puts the labels on a reading and counts it.
pub(super) fn finish(
    labels: &Labels,
    context: &Context,
    mut reading: v1::PageReading,
    timings: &Timings,
) -> v1::PageReading {
    labels.mark(&mut reading);
    if let Some(document) = &reading.document {
        metrics::document_told(document);
    }
    metrics::page_read(context, &labels.page_id, reading.page_number, reading.lines.len(), timings);
    reading
}
