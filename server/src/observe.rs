//! Logs and the metrics endpoint.
//!
//! Responsible for where events and metrics go. Not responsible for their names: see `metrics`.

use std::{io, time::Duration};

use axum::{Router, routing::get};
use metrics_exporter_prometheus::{Matcher, PrometheusBuilder, PrometheusHandle};
use tokio::net::TcpListener;
use tracing_subscriber::{EnvFilter, fmt};

use crate::{metrics, settings::LogFormat};

/// How often old samples are folded together.
const UPKEEP: Duration = Duration::from_secs(5);

/// Sends events to standard error.
///
/// # Errors
/// When `filter` is none, or when the process logs somewhere already.
pub fn log_to_stderr(filter: &str, format: LogFormat) -> Result<(), String> {
    let filter = EnvFilter::try_new(filter).map_err(|e| format!("log: {e}"))?;
    let builder = fmt().with_env_filter(filter).with_writer(io::stderr);
    match format {
        LogFormat::Text => builder.try_init(),
        LogFormat::Json => builder.json().flatten_event(true).try_init(),
    }
    .map_err(|e| e.to_string())
}

/// Makes this process's metrics readable; what is counted before it is lost.
///
/// # Errors
/// When the process records its metrics somewhere else already.
pub fn record_metrics() -> Result<PrometheusHandle, String> {
    let mut builder = PrometheusBuilder::new();
    for (name, boundaries) in metrics::histograms() {
        builder =
            builder.set_buckets_for_metric(Matcher::Full(name.to_owned()), boundaries).map_err(|e| e.to_string())?;
    }
    let handle = builder.install_recorder().map_err(|e| e.to_string())?;
    metrics::describe();
    Ok(handle)
}

/// Serves the metrics as Prometheus text at `/metrics` until the future is dropped.
///
/// # Errors
/// When the listener fails.
pub async fn serve_metrics(listener: TcpListener, handle: PrometheusHandle) -> io::Result<()> {
    metrics::metrics_listening(listener.local_addr()?);
    let upkeep = handle.clone();
    let router = Router::new().route("/metrics", get(move || std::future::ready(handle.render())));
    let upkeep = async move {
        loop {
            tokio::time::sleep(UPKEEP).await;
            upkeep.run_upkeep();
        }
    };
    tokio::select! {
        served = axum::serve(listener, router) => served,
        () = upkeep => Ok(()),
    }
}
