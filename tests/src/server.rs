//! A server in the test's own process.

use std::net::{Ipv4Addr, SocketAddr};
use std::sync::OnceLock;
use std::time::Duration;

use liasse_models::{Detector, OrtEngine, OrtOptions};
use liasse_proto::v1::info_client::InfoClient;
use liasse_proto::v1::recognition_client::RecognitionClient;
use liasse_server::{Engines, Server, ServerError, Settings, bind};
use tokio::runtime::Runtime;
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tonic::transport::Channel;

use crate::{Hold, project, runtime_is_there};

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

impl TestServer {
    /// Starts a server with the committed weights, after `change` had its way with the settings. `None`, with a message,
    /// when ONNX Runtime is not installed.
    pub async fn start(change: impl FnOnce(&mut Settings)) -> Option<Self> {
        if !runtime_is_there() {
            return None;
        }
        let weights = project().join("models/weights").to_string_lossy().into_owned();
        let mut settings = Settings { weights, ..Settings::default() };
        change(&mut settings);
        let mut engines = Engines::load(&settings).expect("the committed models load");
        let hold = Hold::default();
        let manifest = engines.detectors.first().expect("a detector").manifest().clone();
        let engine = OrtEngine::load(&manifest.file, OrtOptions::default()).expect("the detector loads again");
        engines.detectors = vec![Detector::new(manifest, hold.before(engine)).expect("the manifest is a detector's")];
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
