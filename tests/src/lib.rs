//! What the end-to-end tests share: a real server with the real models on a free port, and pages to send it.
//!
//! Not responsible for any assertion. Without ONNX Runtime a test that needs the models says that it is skipped and how to
//! run it; `cargo xtask test` installs it, so that there nothing is skipped.
#![expect(clippy::print_stderr, reason = "a skipped test says so")]
#![expect(clippy::expect_used, reason = "a harness that cannot be set up is a failed test")]

use std::io::Cursor;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::sync::OnceLock;
use std::time::Duration;

use image::codecs::jpeg::JpegEncoder;
use image::{ExtendedColorType, ImageEncoder};
use liasse_corpus::pages::{PageSource, PageTruth};
use liasse_proto::v1::info_client::InfoClient;
use liasse_proto::v1::recognition_client::RecognitionClient;
use liasse_proto::v1::{PageInput, RecognizeRequest};
use liasse_server::{Engines, Settings, bind};
use tokio::task::JoinHandle;
use tokio_util::sync::CancellationToken;
use tonic::transport::Channel;

/// Largest answer that a test takes.
const MAX_ANSWER: usize = 64 << 20;

/// The folder of the project.
pub fn project() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("the tests stand in the project's folder")
}

/// The folder of real pages beside the project, or `None` with a message when it is not there.
pub fn real_pages() -> Option<PathBuf> {
    let folder = project().parent()?.join("shared/realpages");
    if folder.is_dir() {
        return Some(folder);
    }
    eprintln!("SKIPPED: there are no real pages at {}", folder.display());
    None
}

/// A server in this process.
pub struct TestServer {
    /// Where it listens.
    pub address: SocketAddr,
    shutdown: CancellationToken,
    serving: JoinHandle<Result<(), liasse_server::ServerError>>,
}

impl TestServer {
    /// Starts a server with the committed weights, after `change` had its way with the settings. `None`, with a message,
    /// when ONNX Runtime is not installed.
    pub async fn start(change: impl FnOnce(&mut Settings)) -> Option<Self> {
        if let Err(error) = liasse_models::find_runtime() {
            eprintln!("SKIPPED: {error}");
            return None;
        }
        let mut settings = Settings {
            weights: project().join("models/weights").to_string_lossy().into_owned(),
            ..Settings::default()
        };
        change(&mut settings);
        let engines = Engines::load(&settings).expect("the committed models load");
        let listener = bind(SocketAddr::from((Ipv4Addr::LOCALHOST, 0))).await.expect("a free port");
        let address = listener.local_addr().expect("a bound listener has an address");
        let shutdown = CancellationToken::new();
        let told = shutdown.clone();
        let server = liasse_server::Server::start(engines, settings).await.expect("the models warm up");
        let serving = tokio::spawn(server.serve(listener, async move { told.cancelled().await }));
        Some(Self { address, shutdown, serving })
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

    /// A client of the recognition service.
    pub async fn recognition(&self) -> RecognitionClient<Channel> {
        RecognitionClient::new(self.channel().await)
            .max_decoding_message_size(MAX_ANSWER)
            .max_encoding_message_size(MAX_ANSWER)
    }

    /// A client of the info service.
    pub async fn info(&self) -> InfoClient<Channel> {
        InfoClient::new(self.channel().await)
    }

    /// Tells the server to drain, without waiting for it.
    pub fn shut_down(&self) {
        self.shutdown.cancel();
    }

    /// Waits until the server has drained and stopped.
    pub async fn stopped(self) -> Result<(), liasse_server::ServerError> {
        self.shutdown.cancel();
        self.serving.await.expect("the server does not panic")
    }
}

/// A page as a station would send it, with what it says.
pub struct DrawnPage {
    /// The file.
    pub jpeg: Vec<u8>,
    /// What is on it and where.
    pub truth: PageTruth,
}

/// Page number `index` of a fixed series of hardly worn drawn pages, in the bundled faces.
pub fn drawn_page(index: u64) -> DrawnPage {
    static SOURCE: OnceLock<PageSource> = OnceLock::new();
    let source =
        SOURCE.get_or_init(|| PageSource::new(20_260, None, &[], None, 1.0).expect("the bundled faces are there"));
    let page = source.pen().draw(index);
    DrawnPage { jpeg: jpeg(page.image.width as u32, page.image.height as u32, &page.image.data), truth: page.truth }
}

/// Grey pixels as a JPEG file.
pub fn jpeg(width: u32, height: u32, grey: &[u8]) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    JpegEncoder::new_with_quality(&mut file, 85)
        .write_image(grey, width, height, ExtendedColorType::L8)
        .expect("a page can be encoded");
    file.into_inner()
}

/// A page without anything on it, A4 at 100 dpi.
pub fn blank_page() -> Vec<u8> {
    jpeg(827, 1169, &vec![250; 827 * 1169])
}

/// A page to send.
pub fn input(page_id: impl Into<String>, content: impl Into<Vec<u8>>) -> PageInput {
    PageInput { page_id: page_id.into(), content: content.into().into(), ..PageInput::default() }
}

/// A unary request for a page.
pub fn request(page_id: impl Into<String>, content: impl Into<Vec<u8>>) -> RecognizeRequest {
    RecognizeRequest { page: Some(input(page_id, content)) }
}
