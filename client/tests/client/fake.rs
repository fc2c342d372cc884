//! A small server that speaks the contract and does what a test's script says, so that the client meets full queues,
//! broken streams and silence on demand.

use std::{
    collections::HashMap,
    net::SocketAddr,
    pin::Pin,
    sync::{Arc, Mutex},
    time::Duration,
};

use futures::Stream;
use liasse_proto::v1::{
    BatchDocument, GetInfoRequest, GetInfoResponse, Limits, PageError, PageInput, PageReading,
    RecognizeDocumentRequest, RecognizeDocumentResponse, RecognizeRequest, RecognizeResponse, RecognizeStreamRequest,
    RecognizeStreamResponse, StreamOpened,
    info_server::{Info, InfoServer},
    recognition_server::{Recognition, RecognitionServer},
    recognize_stream_response::Event,
};
use tokio::{net::TcpListener, runtime::Runtime, sync::mpsc};
use tokio_stream::wrappers::{ReceiverStream, TcpListenerStream};
use tonic::{Code, Request, Response, Status, Streaming, transport::Server};
use tonic_types::{ErrorDetails, StatusExt};

/// What the server does about a file.
#[derive(Clone, Debug)]
pub(crate) enum Reaction {
    /// Reads it as a file of so many pages, their text being the file's content.
    Read(u32),
    /// Answers with an error; with a delay to retry after, in milliseconds, unless 0.
    Refuse(Code, &'static str, u32),
    /// Answers page 1 of 2 and refuses page 2 for want of room.
    ReadHalf,
    /// Ends the stream with an error, whatever else is in flight.
    Break,
    /// Never answers.
    Ignore,
}

/// Decides by the file and by how often it came, from 1.
pub(crate) type Script = Arc<dyn Fn(&PageInput, u32) -> Reaction + Send + Sync>;

/// What the server saw.
#[derive(Default, Debug)]
pub(crate) struct Seen {
    /// How often each id came.
    pub(crate) times: HashMap<String, u32>,
    /// The timeouts that came with stream requests, in milliseconds.
    pub(crate) timeouts: Vec<u32>,
    /// The grpc-timeout headers of unary requests.
    pub(crate) deadlines: Vec<Option<String>>,
    pub(crate) streams: u32,
    pub(crate) most_in_flight: u32,
}

pub(crate) struct Fake {
    pub(crate) address: SocketAddr,
    pub(crate) seen: Arc<Mutex<Seen>>,
    /// A runtime of its own, so that dropping the fake also cuts its connections, as a dying server does.
    runtime: Option<Runtime>,
}

pub(crate) const WINDOW: u32 = 4;
pub(crate) const MAX_PAGE_BYTES: u64 = 1000;

impl Fake {
    pub(crate) async fn start(script: impl Fn(&PageInput, u32) -> Reaction + Send + Sync + 'static) -> Self {
        Self::start_at("127.0.0.1:0".parse().unwrap(), script).await
    }

    pub(crate) async fn start_at(
        address: SocketAddr,
        script: impl Fn(&PageInput, u32) -> Reaction + Send + Sync + 'static,
    ) -> Self {
        let runtime = tokio::runtime::Builder::new_multi_thread().worker_threads(1).enable_all().build().unwrap();
        let listener = loop {
            // The fake that had this address before may still be letting go of it.
            match runtime.spawn(TcpListener::bind(address)).await.unwrap() {
                Ok(listener) => break listener,
                Err(_) => tokio::time::sleep(Duration::from_millis(5)).await,
            }
        };
        let address = listener.local_addr().unwrap();
        let seen = Arc::new(Mutex::new(Seen::default()));
        let service = Service { script: Arc::new(script), seen: Arc::clone(&seen) };
        runtime.spawn(async move {
            Server::builder()
                .add_service(InfoServer::new(service.clone()))
                .add_service(RecognitionServer::new(service))
                .serve_with_incoming(TcpListenerStream::new(listener))
                .await
                .unwrap();
        });
        Self { address, seen, runtime: Some(runtime) }
    }

    pub(crate) fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    pub(crate) fn times(&self, id: &str) -> u32 {
        self.seen.lock().unwrap().times.get(id).copied().unwrap_or(0)
    }
}

impl Drop for Fake {
    fn drop(&mut self) {
        if let Some(runtime) = self.runtime.take() {
            runtime.shutdown_background();
        }
    }
}

#[derive(Clone)]
struct Service {
    script: Script,
    seen: Arc<Mutex<Seen>>,
}

impl Service {
    fn react(&self, page: &PageInput) -> Reaction {
        let mut seen = self.seen.lock().unwrap();
        let times = seen.times.entry(page.page_id.clone()).or_default();
        *times += 1;
        (self.script)(page, *times)
    }
}

pub(crate) fn reading(page: &PageInput, page_number: u32, page_count: u32) -> PageReading {
    PageReading {
        page_id: page.page_id.clone(),
        page_number,
        page_count,
        text: String::from_utf8_lossy(&page.content).into_owned(),
        ..Default::default()
    }
}

fn refusal(code: Code, reason: &str, retry_after_milliseconds: u32) -> Status {
    let mut details = ErrorDetails::new();
    details.set_error_info(reason, "liasse.v1", HashMap::new());
    if retry_after_milliseconds > 0 {
        details.set_retry_info(Some(Duration::from_millis(retry_after_milliseconds.into())));
    }
    Status::with_error_details(code, "scripted", details)
}

fn error(page: &PageInput, page_number: u32, code: Code, reason: &str, retry_after_milliseconds: u32) -> PageError {
    PageError {
        page_id: page.page_id.clone(),
        code: code as i32,
        reason: reason.to_owned(),
        message: "scripted".to_owned(),
        retry_after_milliseconds,
        page_number,
        page_count: if page_number > 0 { 2 } else { 0 },
    }
}

#[tonic::async_trait]
impl Info for Service {
    async fn get_info(&self, _: Request<GetInfoRequest>) -> Result<Response<GetInfoResponse>, Status> {
        Ok(Response::new(GetInfoResponse {
            version: "1.2.3".to_owned(),
            limits: Some(Limits {
                max_page_bytes: MAX_PAGE_BYTES,
                max_page_pixels: 1_000_000,
                max_pages_per_file: 10,
                max_pages_in_flight: 64,
                stream_window_pages: WINDOW,
                ..Default::default()
            }),
            device: "cpu".to_owned(),
            ..Default::default()
        }))
    }
}

#[tonic::async_trait]
impl Recognition for Service {
    async fn recognize(&self, request: Request<RecognizeRequest>) -> Result<Response<RecognizeResponse>, Status> {
        let deadline = request.metadata().get("grpc-timeout").and_then(|value| value.to_str().ok()).map(str::to_owned);
        self.seen.lock().unwrap().deadlines.push(deadline);
        let page = request.into_inner().page.unwrap_or_default();
        match self.react(&page) {
            Reaction::Read(pages) => Ok(Response::new(RecognizeResponse {
                readings: (1..=pages).map(|number| reading(&page, number, pages)).collect(),
            })),
            Reaction::Refuse(code, reason, retry) => Err(refusal(code, reason, retry)),
            Reaction::Ignore => std::future::pending().await,
            Reaction::ReadHalf | Reaction::Break => unimplemented!("only on streams"),
        }
    }

    async fn recognize_document(
        &self,
        request: Request<RecognizeDocumentRequest>,
    ) -> Result<Response<RecognizeDocumentResponse>, Status> {
        let mut readings = Vec::new();
        for page in request.into_inner().pages {
            match self.react(&page) {
                Reaction::Read(pages) => readings.extend((1..=pages).map(|number| reading(&page, number, pages))),
                Reaction::Refuse(code, reason, retry) => return Err(refusal(code, reason, retry)),
                _ => unimplemented!("only on streams"),
            }
        }
        // All pages are one document.
        let pages = (1..=readings.len() as u32).collect();
        let documents = vec![BatchDocument { pages, document: None }];
        Ok(Response::new(RecognizeDocumentResponse { readings, documents, ..Default::default() }))
    }

    type RecognizeStreamStream = Pin<Box<dyn Stream<Item = Result<RecognizeStreamResponse, Status>> + Send>>;

    async fn recognize_stream(
        &self,
        request: Request<Streaming<RecognizeStreamRequest>>,
    ) -> Result<Response<Self::RecognizeStreamStream>, Status> {
        let mut inbound = request.into_inner();
        let (outbound, responses) = mpsc::channel(64);
        let service = self.clone();
        tokio::spawn(async move {
            let send = |event| outbound.send(Ok(RecognizeStreamResponse { event: Some(event) }));
            let _ = send(Event::Opened(StreamOpened { window_pages: WINDOW })).await;
            service.seen.lock().unwrap().streams += 1;
            let in_flight = Arc::new(Mutex::new(0_u32));
            while let Ok(Some(request)) = inbound.message().await {
                let page = request.page.unwrap_or_default();
                {
                    let mut in_flight = in_flight.lock().unwrap();
                    *in_flight += 1;
                    let mut seen = service.seen.lock().unwrap();
                    seen.timeouts.push(request.timeout_milliseconds);
                    seen.most_in_flight = seen.most_in_flight.max(*in_flight);
                }
                let reaction = service.react(&page);
                if matches!(reaction, Reaction::Break) {
                    let _ = outbound.send(Err(Status::internal("scripted break"))).await;
                    return;
                }
                let outbound = outbound.clone();
                let in_flight = Arc::clone(&in_flight);
                tokio::spawn(async move {
                    // Long enough for other pages to come in and fill the window.
                    tokio::time::sleep(Duration::from_millis(5)).await;
                    let events = match reaction {
                        Reaction::Read(pages) => {
                            (1..=pages).rev().map(|number| Event::Reading(reading(&page, number, pages))).collect()
                        }
                        Reaction::Refuse(code, reason, retry) => {
                            vec![Event::Error(error(&page, 0, code, reason, retry))]
                        }
                        Reaction::ReadHalf => vec![
                            Event::Reading(reading(&page, 1, 2)),
                            Event::Error(error(&page, 2, Code::ResourceExhausted, "QUEUE_FULL", 5)),
                        ],
                        Reaction::Break => unreachable!(),
                        Reaction::Ignore => {
                            std::future::pending::<()>().await;
                            unreachable!()
                        }
                    };
                    *in_flight.lock().unwrap() -= 1;
                    for event in events {
                        let _ = outbound.send(Ok(RecognizeStreamResponse { event: Some(event) })).await;
                    }
                });
            }
        });
        Ok(Response::new(Box::pin(ReceiverStream::new(responses))))
    }
}
