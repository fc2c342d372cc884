//! A server in the test's own process.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::OnceLock;
use std::time::Duration;

use liasse_models::{Detector, Manifest, OrtEngine, OrtOptions, PrecisionChoice, Recogniser, Shapes};
use liasse_proto::v1::info_client::InfoClient;
use liasse_proto::v1::recognition_client::RecognitionClient;
use liasse_server::{Engines, Server, ServerError, Settings, bind};
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tonic::transport::Channel;

use crate::{Hold, Met, project, runtime_is_there};

/// How batches are bounded where engines mind their shapes.
const MINDED_PAGES: usize = 3;
const MINDED_WIDTH: u64 = 4096;

/// Largest answer that a test takes.
const MAX_ANSWER: usize = 64 << 20;

/// A server in this process.
#[derive(Debug)]
pub struct TestServer {
    /// Where it listens.
    pub address: SocketAddr,
    /// Holds its detector; counts the pages that the detector was given since the server was warm.
    pub hold: Hold,
    warmed: usize,
    shutdown: CancellationToken,
    serving: JoinHandle<Result<(), ServerError>>,
}

/// One server with the default settings for all tests of a program that change nothing about it. `None`, with a message,
/// when ONNX Runtime is not installed.
pub fn shared_server() -> Option<&'static TestServer> {
    static SHARED: OnceLock<Option<(TestServer, Runtime)>> = OnceLock::new();
    let shared = SHARED.get_or_init(|| {
        // It outlives the runtime of the test that happens to be the first.
        let start = || {
            let runtime = Runtime::new().expect("a runtime");
            let server = runtime.block_on(TestServer::start(|_| {}))?;
            Some((server, runtime))
        };
        std::thread::spawn(start).join().expect("the server starts")
    });
    shared.as_ref().map(|(server, _)| server)
}

fn load_again(manifest: &Manifest) -> OrtEngine {
    OrtEngine::load(&manifest.file, OrtOptions::default()).expect("a model that was loaded loads again")
}

impl TestServer {
    /// Starts a server with the committed weights, after `change` had its way with the settings. `None`, with a message,
    /// when ONNX Runtime is not installed.
    pub async fn start(change: impl FnOnce(&mut Settings)) -> Option<Self> {
        let hold = Hold::default();
        let held = hold.clone();
        let hold_detector = move |engines: &mut Engines| {
            let manifest = engines.detectors.first().expect("a detector").manifest().clone();
            let engine = held.before(load_again(&manifest));
            engines.detectors = vec![Detector::new(manifest, engine).expect("the manifest is a detector's")];
        };
        Self::start_with(change, hold, hold_detector).await
    }

    /// One with the default settings and engines that mind new shapes or do not, `change` having had its way with the detector's manifest,
    /// and what they met. Nothing of it can be held.
    pub async fn start_watched(
        shapes: Shapes,
        precision: PrecisionChoice,
        change: impl FnOnce(&mut Manifest),
    ) -> Option<(Self, Met)> {
        let met = Met::default();
        let watched = met.clone();
        let watch = move |engines: &mut Engines| {
            let mut detect = engines.detectors.first().expect("a detector").manifest().clone();
            change(&mut detect);
            let detector = Detector::new(detect.clone(), watched.by(load_again(&detect), shapes));
            engines.detectors = vec![detector.expect("the manifest is a detector's").with_batch_pages(MINDED_PAGES)];
            let read = engines.recognisers.first().expect("a recogniser").manifest().clone();
            let recogniser = Recogniser::new(read.clone(), watched.by(load_again(&read), shapes));
            engines.recognisers =
                vec![recogniser.expect("the manifest is a recogniser's").with_batch_width(MINDED_WIDTH)];
        };
        let bound = |settings: &mut Settings| {
            (settings.detector_batch_pages, settings.recogniser_batch_width) = (MINDED_PAGES, MINDED_WIDTH);
            settings.precision = precision;
        };
        Some((Self::start_with(bound, Hold::default(), watch).await?, met))
    }

    /// Starts a server after `change` had its way with the settings and `replace` with the engines.
    async fn start_with(
        change: impl FnOnce(&mut Settings),
        hold: Hold,
        replace: impl FnOnce(&mut Engines),
    ) -> Option<Self> {
        if !runtime_is_there() {
            return None;
        }
        let weights = project().join("models/weights").to_string_lossy().into_owned();
        let mut settings = Settings { weights, ..Settings::default() };
        change(&mut settings);
        let mut engines = Engines::load(&settings).expect("the committed models load");
        replace(&mut engines);
        let listener = bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await.expect("a free port");
        let address = listener.local_addr().expect("a bound listener has an address");
        let shutdown = CancellationToken::new();
        let told = shutdown.clone();
        let server = Server::start(engines, settings).await.expect("the models warm up");
        let warmed = hold.images();
        let serving = tokio::spawn(server.serve(listener, async move { told.cancelled().await }));
        Some(Self { address, hold, warmed, shutdown, serving })
    }

    /// Pages that the detector was given, those that are held before it included.
    pub fn pages_detected(&self) -> usize {
        self.hold.images() - self.warmed
    }

    /// A connection of its own.
    pub async fn channel(&self) -> Channel {
        Channel::from_shared(format!("http://{}", self.address))
            .expect("an address makes a URL")
            .connect_timeout(Duration::from_secs(10))
            .connect()
            .await
            .expect("the server takes connections")
    }

    /// A client of the recognition service that sends messages of any size.
    pub async fn recognition(&self) -> RecognitionClient<Channel> {
        RecognitionClient::new(self.channel().await)
            .max_decoding_message_size(MAX_ANSWER)
            .max_encoding_message_size(usize::MAX)
    }

    /// A client of the info service.
    pub async fn info(&self) -> InfoClient<Channel> {
        InfoClient::new(self.channel().await)
    }

    /// Tells the server to drain, without waiting for it.
    pub fn shut_down(&self) {
        self.shutdown.cancel();
    }

    /// Tells the server to drain and waits until it has stopped.
    ///
    /// # Errors
    /// What the server ended with.
    pub async fn stopped(self) -> Result<(), ServerError> {
        self.shutdown.cancel();
        self.serving.await.expect("the server does not panic")
    }
}
