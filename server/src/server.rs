//! The server's life: warm, serve, drain, stop.
//!
//! Responsible for putting the parts together and for the order of starting and stopping. Not responsible for settings'
//! sources, signals or logs, which belong to the program.

use std::{future::Future, io, net::SocketAddr, path::Path, sync::Arc, time::Duration};

use bytesize::ByteSize;
use liasse_documents::two_d_doc::{Certificates, CertificatesError};
use liasse_proto::{
    FILE_DESCRIPTOR_SET,
    v1::{document_types_server::DocumentTypesServer, info_server::InfoServer, recognition_server::RecognitionServer},
};
use tokio::{net::TcpListener, time::timeout};
use tokio_util::sync::CancellationToken;
use tonic::transport::Server as Transport;
use tonic_health::server::HealthReporter;

use crate::{
    admission::Admission,
    documents::DocumentRules,
    engines::{Description, Engines, EnginesError},
    grpc::{
        Core, document_types::DocumentTypesService, incoming::IncomingLayer, info::InfoService,
        recognition::RecognitionService,
    },
    listener, metrics,
    pipeline::Pipeline,
    sampler::{self, SamplerError},
    settings::{Settings, SettingsError},
};

/// What a message may have besides its page's content.
const MESSAGE_SLACK: ByteSize = ByteSize::kib(16);
/// A message to the service of document types: its longest has readings of as many pages as a type may have examples.
const MAX_TYPES_MESSAGE: usize = 32 << 20;
/// What may be on its way on one call and on one connection before the server has taken it: enough for a local network
/// at full speed, little enough to be had by every connection at once.
const STREAM_WINDOW: u32 = 1 << 20;
const CONNECTION_WINDOW: u32 = 4 << 20;
/// How long answers have to leave once the last page is done.
const LAST_ANSWERS: Duration = Duration::from_secs(2);
/// How long a model may take to finish the batch it is in.
const LAST_BATCHES: Duration = Duration::from_secs(5);

/// The server could not start, or failed.
#[derive(Debug, thiserror::Error)]
pub enum ServerError {
    /// A setting was refused.
    #[error("the settings are not usable")]
    Settings(#[from] SettingsError),
    /// The models could not be made ready.
    #[error("the models cannot be used")]
    Engines(#[from] EnginesError),
    /// What pages are to be cut on cannot be used.
    #[error("the device for images cannot be used")]
    Sampler(#[from] SamplerError),
    /// Document types or the rules of trays were refused.
    #[error("the rules of documents are not usable")]
    Documents(#[from] liasse_documents::LoadError),
    /// The certificates of 2D-Docs were refused.
    #[error("the certificates of 2D-Docs are not usable")]
    Certificates(#[from] CertificatesError),
    /// A thread or the listener failed.
    #[error("the system refused")]
    Io(#[from] io::Error),
    /// The transport failed.
    #[error("serving failed")]
    Transport(#[from] tonic::transport::Error),
    /// The contract's own descriptors were refused.
    #[error("the reflection service refused the contract's descriptors")]
    Reflection(#[from] tonic_reflection::server::Error),
}

/// A server whose models are warm.
#[derive(Debug)]
pub struct Server {
    settings: Settings,
    description: Description,
    rules: Arc<DocumentRules>,
    core: Arc<Core>,
}

impl Server {
    /// Runs every model once in every shape and starts their threads.
    ///
    /// # Errors
    /// [`ServerError`] when a setting is out of range, a model is missing or fails, or the device for images is not to be had.
    pub async fn start(mut engines: Engines, settings: Settings) -> Result<Self, ServerError> {
        settings.check()?;
        let folder = settings.two_d_doc_certificates.0.as_deref();
        let certificates = folder.map(|f| Certificates::with_folder(Path::new(f))).transpose()?.unwrap_or_default();
        let rules = Arc::new(DocumentRules::load(&settings, certificates)?);
        let for_images = settings.clone();
        // First, since it is told quickly.
        let sampler =
            tokio::task::spawn_blocking(move || sampler::open(&for_images)).await.map_err(io::Error::other)??;
        metrics::image_device_opened(sampler.name());
        let description = engines.describe(sampler.name())?;
        let engines =
            tokio::task::spawn_blocking(move || engines.warm().map(|()| engines)).await.map_err(io::Error::other)??;
        let core = Core {
            pipeline: Arc::new(Pipeline::start(engines, sampler, Arc::clone(&rules), &settings)?),
            admission: Admission::new(settings.max_pages_in_flight, settings.max_bytes_in_flight.as_u64()),
            draining: CancellationToken::new(),
            abort: CancellationToken::new(),
            window: settings.stream_window_pages,
            max_pages_per_call: settings.max_pages_per_call,
            max_upright_bytes: settings.max_upright_bytes.as_u64(),
            transfer: Duration::from_secs(settings.transfer_seconds),
        };
        Ok(Self { settings, description, rules, core: Arc::new(core) })
    }

    /// Serves until `shutdown` is done and what was admitted by then is finished, or its time is over.
    ///
    /// # Errors
    /// [`ServerError`] when the listener or the transport fails.
    pub async fn serve(self, listener: TcpListener, shutdown: impl Future<Output = ()>) -> Result<(), ServerError> {
        let address = listener.local_addr()?;
        let (health, health_service) = tonic_health::server::health_reporter();
        set_health(&health, true).await;
        let stop = CancellationToken::new();
        let transport = self
            .transport()
            .add_service(health_service)
            .add_service(reflection()?.build_v1()?)
            .add_service(reflection()?.build_v1alpha()?)
            .add_service(InfoServer::new(InfoService::new(self.description.clone(), &self.settings)))
            .add_service(
                DocumentTypesServer::new(DocumentTypesService {
                    core: Arc::clone(&self.core),
                    rules: Arc::clone(&self.rules),
                })
                .max_decoding_message_size(MAX_TYPES_MESSAGE),
            )
            .add_service(
                RecognitionServer::new(RecognitionService { core: Arc::clone(&self.core) })
                    .max_decoding_message_size(usize::try_from(self.max_message()).unwrap_or(usize::MAX)),
            )
            .serve_with_incoming_shutdown(
                listener::accept(listener, self.settings.max_connections),
                stop.clone().cancelled_owned(),
            );
        let mut transport = tokio::spawn(transport);
        tokio::spawn(Arc::clone(&self.rules).watch(stop.clone()));
        let _not_after = stop.clone().drop_guard();
        metrics::server_ready(address);
        tokio::select! {
            () = shutdown => (),
            ended = &mut transport => {
                ended.map_err(io::Error::other)??;
                return Ok(());
            }
        }

        self.drain(&health).await;
        stop.cancel();
        if let Ok(ended) = timeout(LAST_ANSWERS, &mut transport).await {
            ended.map_err(io::Error::other)??;
        } else {
            // Somebody watches our health or keeps a call open without a page in flight.
            transport.abort();
        }
        // A model that does not come back keeps its thread; the process may end without it.
        let _ = timeout(LAST_BATCHES, self.core.pipeline.close()).await;
        metrics::server_stopped();
        Ok(())
    }

    /// Takes no more pages and waits for those that are in. New callers are still answered, so that they learn when to
    /// come back and that this server is not the one.
    async fn drain(&self, health: &HealthReporter) {
        let limit = Duration::from_secs(self.settings.drain_seconds);
        metrics::server_draining(limit);
        self.core.admission.close();
        set_health(health, false).await;
        self.core.draining.cancel();
        if timeout(limit, self.core.admission.emptied()).await.is_err() {
            metrics::drain_limit_reached();
            self.core.abort.cancel();
            // Every page waits for its token too, so this does not take long.
            let _ = timeout(LAST_ANSWERS, self.core.admission.emptied()).await;
        }
    }

    fn max_message(&self) -> u64 {
        (self.settings.max_page_bytes + MESSAGE_SLACK).as_u64()
    }

    fn transport(&self) -> Transport<tower::layer::util::Stack<IncomingLayer, tower::layer::util::Identity>> {
        let settings = &self.settings;
        let keepalive = Duration::from_secs(settings.keepalive_seconds);
        let mut transport = Transport::builder()
            .initial_stream_window_size(STREAM_WINDOW)
            .initial_connection_window_size(CONNECTION_WINDOW)
            .max_concurrent_streams(settings.max_calls_per_connection)
            .http2_keepalive_interval(Some(keepalive))
            .http2_keepalive_timeout(Some(keepalive));
        if settings.max_connection_age_seconds > 0 {
            transport = transport.max_connection_age(Duration::from_secs(settings.max_connection_age_seconds));
        }
        transport.layer(IncomingLayer {
            admission: Arc::clone(&self.core.admission),
            max_message: self.max_message(),
            transfer: self.core.transfer,
        })
    }
}

/// Starts a server with ready-made models and serves until it was told to shut down and has drained: see [`Server`].
///
/// `listener` may have port 0. Whoever connects before the models are warm waits.
///
/// # Errors
/// [`ServerError`] when it cannot start or serving fails.
pub async fn run(
    listener: TcpListener,
    engines: Engines,
    settings: Settings,
    shutdown: impl Future<Output = ()>,
) -> Result<(), ServerError> {
    Server::start(engines, settings).await?.serve(listener, shutdown).await
}

/// Binds the address that `settings` name.
///
/// # Errors
/// When the address cannot be had.
pub async fn bind(address: SocketAddr) -> io::Result<TcpListener> {
    TcpListener::bind(address).await.map_err(|e| io::Error::new(e.kind(), format!("cannot listen on {address}: {e}")))
}

async fn set_health(health: &HealthReporter, serving: bool) {
    use tonic_health::ServingStatus::{NotServing, Serving};
    let status = if serving { Serving } else { NotServing };
    for service in ["", "liasse.v1.Recognition", "liasse.v1.DocumentTypes", "liasse.v1.Info"] {
        health.set_service_status(service, status).await;
    }
}

fn reflection() -> Result<tonic_reflection::server::Builder<'static>, ServerError> {
    Ok(tonic_reflection::server::Builder::configure()
        .register_encoded_file_descriptor_set(FILE_DESCRIPTOR_SET)
        .register_encoded_file_descriptor_set(tonic_health::pb::FILE_DESCRIPTOR_SET))
}
