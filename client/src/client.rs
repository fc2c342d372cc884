//! A connection to one server, and the calls that need no stream.

use std::{path::Path, sync::Arc, time::Duration};

use bytes::Bytes;
use liasse_proto::v1::{
    self, GetInfoRequest, GetInfoResponse, Limits, PageReading, RecognizeRequest,
    document_types_client::DocumentTypesClient, info_client::InfoClient, recognition_client::RecognitionClient,
};
use tokio::{io::AsyncReadExt, time::Instant};
use tonic::{
    Request,
    transport::{Channel, Endpoint},
};

use crate::{Answers, Error, Options, Page, Refusal, Submitter, session};

/// What the other fields of a page and the framing may take beside its content.
const MESSAGE_OVERHEAD: usize = 64 << 10;

/// HTTP/2 pings find a dead peer (a pulled cable, a host that vanished) that TCP alone would notice after minutes.
const PING_INTERVAL: Duration = Duration::from_secs(20);
const PING_TIMEOUT: Duration = Duration::from_secs(10);

/// A connection to one server. Cheap to clone; clones share the connection, which is set up again when it breaks.
#[derive(Debug, Clone)]
pub struct Client {
    pub(crate) rpc: RecognitionClient<Channel>,
    pub(crate) types: DocumentTypesClient<Channel>,
    pub(crate) options: Options,
    info: Arc<GetInfoResponse>,
    limits: Limits,
}

impl Client {
    /// Connects to the server at `url` (`http://host:port`) and asks what it is and what it accepts.
    ///
    /// # Errors
    /// [`Error::InvalidUrl`]; [`Error::Connect`] when nobody listens there; [`Error::Refused`] or [`Error::Contract`]
    /// when what listens there is not a Liasse server.
    pub async fn connect(url: impl Into<String>, options: Options) -> Result<Self, Error> {
        let url = url.into();
        let invalid = |problem: String| Error::InvalidUrl { url: url.clone(), problem };
        let endpoint = Endpoint::from_shared(url.clone()).map_err(|error| invalid(error.to_string()))?;
        match endpoint.uri().scheme_str() {
            Some("http") => {}
            Some("https") => {
                return Err(invalid("this client speaks HTTP/2 without TLS, so http://host:port".to_owned()));
            }
            _ => return Err(invalid("http://host:port is expected".to_owned())),
        }
        let channel = endpoint
            .connect_timeout(options.connect_timeout)
            .tcp_nodelay(true)
            .http2_keep_alive_interval(PING_INTERVAL)
            .keep_alive_timeout(PING_TIMEOUT)
            .http2_adaptive_window(true)
            .user_agent(concat!("liasse-client/", env!("CARGO_PKG_VERSION")))
            .map_err(|error| invalid(error.to_string()))?
            .connect()
            .await
            .map_err(|source| Error::Connect { url: url.clone(), source })?;

        let info = Self::get_info(channel.clone(), &options).await?;
        let limits = info.limits.ok_or_else(|| Error::Contract("GetInfo says nothing of limits".to_owned()))?;
        let largest_page = usize::try_from(limits.max_page_bytes).unwrap_or(usize::MAX);
        let types = DocumentTypesClient::new(channel.clone())
            .max_encoding_message_size(largest_page.saturating_add(MESSAGE_OVERHEAD))
            .max_decoding_message_size(options.max_answer_bytes);
        let rpc = RecognitionClient::new(channel)
            .max_encoding_message_size(largest_page.saturating_add(MESSAGE_OVERHEAD))
            .max_decoding_message_size(options.max_answer_bytes);
        Ok(Self { rpc, types, options, info: Arc::new(info), limits })
    }

    async fn get_info(channel: Channel, options: &Options) -> Result<GetInfoResponse, Error> {
        let mut rpc = InfoClient::new(channel);
        let mut attempts = 0;
        loop {
            attempts += 1;
            let mut request = Request::new(GetInfoRequest {});
            request.set_timeout(options.connect_timeout);
            let refusal = match tokio::time::timeout(options.connect_timeout, rpc.get_info(request)).await {
                Ok(Ok(response)) => return Ok(response.into_inner()),
                Ok(Err(status)) => Refusal::from_status(&status),
                Err(_) => Refusal::deadline_exceeded(),
            };
            let pause = options.retry.pause(attempts, &refusal, None).ok_or(Error::Refused(refusal))?;
            tokio::time::sleep(pause).await;
        }
    }

    /// What the server said of itself when this client connected.
    pub fn info(&self) -> &GetInfoResponse {
        &self.info
    }

    /// What the server accepts.
    pub fn limits(&self) -> &Limits {
        &self.limits
    }

    /// Reads one file: one reading per page, in page order. Its id may be empty.
    ///
    /// Sent again, within the retry policy and the page's time, when the server is full or the connection breaks.
    ///
    /// # Errors
    /// [`Error::PageTooLarge`] without sending anything; [`Error::Refused`] with the server's reason.
    pub async fn read(&self, page: Page) -> Result<Vec<PageReading>, Error> {
        self.check_size(&page.input.page_id, page.input.content.len() as u64)?;
        let deadline = self.deadline(&page);
        let mut attempts = 0;
        loop {
            attempts += 1;
            // Cheap: the content is shared, not copied.
            let refusal = match self.read_once(page.input.clone(), deadline).await {
                Ok(readings) => return Ok(readings),
                Err(refusal) => refusal,
            };
            let Some(pause) = self.options.retry.pause(attempts, &refusal, deadline) else {
                return Err(Error::Refused(refusal));
            };
            tracing::debug!(page_id = page.input.page_id, attempts, ?pause, %refusal, "sending the page again");
            tokio::time::sleep(pause).await;
        }
    }

    async fn read_once(&self, input: v1::PageInput, deadline: Option<Instant>) -> Result<Vec<PageReading>, Refusal> {
        let mut request = Request::new(RecognizeRequest { page: Some(input) });
        let mut rpc = self.rpc.clone();
        let Some(deadline) = deadline else {
            return match rpc.recognize(request).await {
                Ok(response) => Ok(response.into_inner().readings),
                Err(status) => Err(Refusal::from_status(&status)),
            };
        };
        let left = deadline.saturating_duration_since(Instant::now());
        request.set_timeout(left);
        match tokio::time::timeout_at(deadline, rpc.recognize(request)).await {
            Ok(Ok(response)) => Ok(response.into_inner().readings),
            // tonic watches the same deadline and may be the first to notice, under another code.
            Ok(Err(_)) if Instant::now() >= deadline => Err(Refusal::deadline_exceeded()),
            Ok(Err(status)) => Err(Refusal::from_status(&status)),
            Err(_) => Err(Refusal::deadline_exceeded()),
        }
    }

    /// Reads one file from the disk: [`load`](Self::load) and [`read`](Self::read).
    ///
    /// # Errors
    /// Those of both.
    pub async fn read_file(&self, path: impl AsRef<Path>) -> Result<Vec<PageReading>, Error> {
        let path = path.as_ref();
        let page = self.load(path, path.to_string_lossy()).await?;
        self.read(page).await
    }

    /// A file from the disk as a page, under the id given. No more is read than the server accepts.
    ///
    /// # Errors
    /// [`Error::File`] and [`Error::PageTooLarge`].
    pub async fn load(&self, path: impl AsRef<Path>, page_id: impl Into<String>) -> Result<Page, Error> {
        let path = path.as_ref();
        let page_id = page_id.into();
        let failed = |source| Error::File { path: path.to_owned(), source };
        let file = tokio::fs::File::open(path).await.map_err(failed)?;
        let size = file.metadata().await.map_err(failed)?.len();
        self.check_size(&page_id, size)?;
        let mut content = Vec::with_capacity(usize::try_from(size).unwrap_or(0));
        // A file that grows meanwhile, or a device without a size, is cut off one byte beyond what is accepted.
        file.take(self.limits.max_page_bytes.saturating_add(1)).read_to_end(&mut content).await.map_err(failed)?;
        self.check_size(&page_id, content.len() as u64)?;
        Ok(Page::new(page_id, Bytes::from(content)))
    }

    /// Opens a stream for many pages in flight: one half to submit with, one half that gives the answers.
    ///
    /// # Errors
    /// [`Error::Refused`] when the stream cannot be opened within the retry policy.
    pub async fn session(&self) -> Result<(Submitter, Answers), Error> {
        session::open(self).await
    }

    pub(crate) fn check_size(&self, page_id: &str, bytes: u64) -> Result<(), Error> {
        let limit = self.limits.max_page_bytes;
        if bytes > limit {
            return Err(Error::PageTooLarge { page_id: page_id.to_owned(), bytes, limit });
        }
        Ok(())
    }

    pub(crate) fn deadline(&self, page: &Page) -> Option<Instant> {
        // A timeout beyond what the clock can express is none.
        page.timeout.or(self.options.timeout).and_then(|timeout| Instant::now().checked_add(timeout))
    }
}
