//! Pages that were scanned one after the other, and the documents that they make.
//!
//! Responsible for the call and for sending it again where that makes sense. Not responsible for where documents begin.

use liasse_proto::v1::{CutDecision, RecognizeDocumentRequest, RecognizeDocumentResponse, Separators};
use tokio::time::Instant;
use tonic::Request;

use crate::{Client, Error, Page, Refusal};

impl Client {
    /// Reads pages in the order in which they were scanned and tells which documents they make. `decisions` are a person's word on
    /// where documents begin.
    ///
    /// Sent again, within the retry policy and the time of [`Options`](crate::Options), when the server is full or the connection
    /// breaks.
    ///
    /// # Errors
    /// [`Error::PageTooLarge`] without sending anything when the pages are larger together than one file may be;
    /// [`Error::Refused`] with the server's reason, which names the file that failed.
    pub async fn read_documents(
        &self,
        pages: Vec<Page>,
        separators: Separators,
        decisions: Vec<CutDecision>,
    ) -> Result<RecognizeDocumentResponse, Error> {
        let bytes = pages.iter().map(|page| page.input.content.len() as u64).sum();
        self.check_size("the pages together", bytes)?;
        let deadline = self.options.timeout.and_then(|timeout| Instant::now().checked_add(timeout));
        let pages = pages.into_iter().map(|page| page.input).collect();
        let request = RecognizeDocumentRequest { pages, separators: Some(separators), decisions };
        let mut attempts = 0;
        loop {
            attempts += 1;
            // Cheap: the contents are shared, not copied.
            let mut call = Request::new(request.clone());
            let mut rpc = self.rpc.clone();
            if let Some(deadline) = deadline {
                call.set_timeout(deadline.saturating_duration_since(Instant::now()));
            }
            let refusal = match rpc.recognize_document(call).await {
                Ok(response) => return Ok(response.into_inner()),
                Err(status) => Refusal::from_status(&status),
            };
            let Some(pause) = self.options.retry.pause(attempts, &refusal, deadline) else {
                return Err(Error::Refused(refusal));
            };
            tracing::debug!(attempts, ?pause, %refusal, "sending the pages again");
            tokio::time::sleep(pause).await;
        }
    }
}
