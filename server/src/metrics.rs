//! Every metric and every log event of the server, by name.
//!
//! Responsible for what can be counted and logged, and under which names and labels: the rest of the server calls the
//! functions of this module and knows no name. docs/operations.md lists them all, which a test holds it to. No event and
//! no label ever bears a page's content; a page id is logged, since it is how a caller asks after a page. Not responsible
//! for serving them (see `observe`).

use std::{net::SocketAddr, time::Duration};

use liasse_batching::{Dropped, Event};
use liasse_documents::LoadError;
use liasse_proto::v1;
use metrics::{Unit, counter, describe_counter, describe_gauge, describe_histogram, gauge, histogram};
use tracing::{debug, error, info, warn};

use crate::{
    context::{Context, Timings},
    documents::RuleSet,
    fault::Fault,
};

/// What a metric is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Counter,
    Gauge,
    Histogram,
}

/// A metric as it is documented.
struct Metric {
    name: &'static str,
    kind: Kind,
    #[cfg_attr(not(test), expect(dead_code, reason = "a test holds the documentation to it"))]
    labels: &'static [&'static str],
    unit: Unit,
    help: &'static str,
}

const READY: &str = "liasse_ready";
const PAGES_IN_FLIGHT: &str = "liasse_pages_in_flight";
const BYTES_IN_FLIGHT: &str = "liasse_bytes_in_flight";
const STREAMS_OPEN: &str = "liasse_streams_open";
const PAGES_READ: &str = "liasse_pages_read_total";
const PAGES_FAILED: &str = "liasse_pages_failed_total";
const PAGE_SECONDS: &str = "liasse_page_seconds";
const STAGE_SECONDS: &str = "liasse_stage_seconds";
const BATCH_ITEMS: &str = "liasse_batch_items";
const BATCH_SECONDS: &str = "liasse_batch_seconds";
const BATCH_WAIT_SECONDS: &str = "liasse_batch_wait_seconds";
const BATCHES_FAILED: &str = "liasse_batches_failed_total";
const ITEMS_DROPPED: &str = "liasse_items_dropped_total";
const ITEMS_REFUSED: &str = "liasse_items_refused_total";
const RULES_LOADS: &str = "liasse_document_rules_loads_total";
const DOCUMENTS: &str = "liasse_documents_total";

const CUT_BY_PROCESSOR: &str = "liasse_cut_by_processor_total";

const METRICS: [Metric; 17] = [
    Metric {
        name: READY,
        kind: Kind::Gauge,
        labels: &[],
        unit: Unit::Count,
        help: "1 while the server takes pages, 0 while it shuts down.",
    },
    Metric {
        name: PAGES_IN_FLIGHT,
        kind: Kind::Gauge,
        labels: &[],
        unit: Unit::Count,
        help: "Pages admitted and not yet answered.",
    },
    Metric {
        name: BYTES_IN_FLIGHT,
        kind: Kind::Gauge,
        labels: &[],
        unit: Unit::Bytes,
        help: "Encoded bytes of the pages in flight and of those being received.",
    },
    Metric {
        name: STREAMS_OPEN,
        kind: Kind::Gauge,
        labels: &[],
        unit: Unit::Count,
        help: "Streams of RecognizeStream that are open.",
    },
    Metric {
        name: PAGES_READ,
        kind: Kind::Counter,
        labels: &["priority"],
        unit: Unit::Count,
        help: "Pages read, blank ones included.",
    },
    Metric {
        name: PAGES_FAILED,
        kind: Kind::Counter,
        labels: &["reason"],
        unit: Unit::Count,
        help: "Pages, or files as a whole, answered with an error, by its reason code.",
    },
    Metric {
        name: PAGE_SECONDS,
        kind: Kind::Histogram,
        labels: &["priority"],
        unit: Unit::Seconds,
        help: "From the arrival of a page to its reading.",
    },
    Metric {
        name: STAGE_SECONDS,
        kind: Kind::Histogram,
        labels: &["stage"],
        unit: Unit::Seconds,
        help: "Time of a page in one stage: queue, decode, upright, detect, crop, read, barcodes, upright_image or document.",
    },
    Metric {
        name: BATCH_ITEMS,
        kind: Kind::Histogram,
        labels: &["queue"],
        unit: Unit::Count,
        help: "Items in a batch: pages for detect and embed, lines for read, tasks for image.",
    },
    Metric {
        name: BATCH_SECONDS,
        kind: Kind::Histogram,
        labels: &["queue"],
        unit: Unit::Seconds,
        help: "Time that a batch ran.",
    },
    Metric {
        name: BATCH_WAIT_SECONDS,
        kind: Kind::Histogram,
        labels: &["queue"],
        unit: Unit::Seconds,
        help: "Time that the longest waiting item of a batch waited for it.",
    },
    Metric {
        name: BATCHES_FAILED,
        kind: Kind::Counter,
        labels: &["queue"],
        unit: Unit::Count,
        help: "Batches whose worker failed or panicked.",
    },
    Metric {
        name: ITEMS_DROPPED,
        kind: Kind::Counter,
        labels: &["queue", "reason"],
        unit: Unit::Count,
        help: "Items that left a queue before they cost anything: expired, cancelled or aborted.",
    },
    Metric {
        name: ITEMS_REFUSED,
        kind: Kind::Counter,
        labels: &["queue"],
        unit: Unit::Count,
        help: "Items refused because a queue was full. Admission should keep this at 0.",
    },
    Metric {
        name: RULES_LOADS,
        kind: Kind::Counter,
        labels: &["outcome"],
        unit: Unit::Count,
        help: "Times that document types and rules of trays were read: loaded, or refused because a file is broken.",
    },
    Metric {
        name: DOCUMENTS,
        kind: Kind::Counter,
        labels: &["type", "accepted"],
        unit: Unit::Count,
        help: "Documents told, by type and by whether no person needs to look at them.",
    },
    Metric {
        name: CUT_BY_PROCESSOR,
        kind: Kind::Counter,
        labels: &["reason"],
        unit: Unit::Count,
        help: "Calls for regions of a page that the processor did in the place of image_device: too_large, full, out_of_memory or lost.",
    },
];

/// Boundaries of the histograms of seconds.
const SECONDS: [f64; 14] = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0];
/// Boundaries of the histograms of counts.
const COUNTS: [f64; 9] = [1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 128.0, 256.0];

/// Histograms and their boundaries, for the recorder.
pub(crate) fn histograms() -> impl Iterator<Item = (&'static str, &'static [f64])> {
    METRICS.iter().filter(|m| m.kind == Kind::Histogram).map(|m| {
        let boundaries: &[f64] = if m.unit == Unit::Seconds { &SECONDS } else { &COUNTS };
        (m.name, boundaries)
    })
}

/// Tells the recorder what the metrics mean.
pub(crate) fn describe() {
    for metric in &METRICS {
        match metric.kind {
            Kind::Counter => describe_counter!(metric.name, metric.unit, metric.help),
            Kind::Gauge => describe_gauge!(metric.name, metric.unit, metric.help),
            Kind::Histogram => describe_histogram!(metric.name, metric.unit, metric.help),
        }
    }
}

/// Names of the log events, with what they tell.
#[cfg(test)]
const EVENTS: [(&str, &str); 15] = [
    ("image_device_opened", "info"),
    ("image_device_lost", "error"),
    ("cut_by_processor", "warn"),
    ("rules_loaded", "info"),
    ("rules_refused", "error"),
    ("models_loaded", "info"),
    ("models_warmed", "info"),
    ("metrics_listening", "info"),
    ("server_ready", "info"),
    ("server_draining", "info"),
    ("drain_limit_reached", "warn"),
    ("server_stopped", "info"),
    ("page_read", "debug"),
    ("page_failed", "debug, or error for INTERNAL and MODEL_FAILED"),
    ("batch_failed", "error"),
];

/// A model was loaded.
pub(crate) fn models_loaded(name: &str, version: &str, device: &str, copies: usize) {
    info!(event = "models_loaded", name, version, device, copies, "model loaded");
}

/// What pages are cut on is ready.
pub(crate) fn image_device_opened(device: &str) {
    info!(event = "image_device_opened", device, "pages are straightened and cut on {device}");
}

/// The processor cuts regions of a page in the place of the device for images.
#[cfg(feature = "wgpu")]
pub(crate) fn cut_by_processor(why: &liasse_imaging::Fallback) {
    use liasse_imaging::Fallback;
    let reason = match why {
        Fallback::TooLarge { .. } => "too_large",
        Fallback::Full { .. } => "full",
        Fallback::OutOfMemory => "out_of_memory",
        Fallback::Lost { .. } | Fallback::NoDevice => "lost",
    };
    counter!(CUT_BY_PROCESSOR, "reason" => reason).increment(1);
    match why {
        Fallback::Lost { why } => error!(
            event = "image_device_lost",
            reason = why,
            "the device for images failed: until the server is started again the processor cuts all pages"
        ),
        // Said once, when it was lost.
        Fallback::NoDevice => {}
        _ => warn!(event = "cut_by_processor", reason, "the processor cuts regions of a page: {why}"),
    }
}

/// Every copy of every model was run.
pub(crate) fn models_warmed(batches: usize, took: Duration) {
    info!(
        event = "models_warmed",
        batches,
        milliseconds = took.as_millis() as u64,
        "every copy of every model was run"
    );
}

/// Metrics are served.
pub(crate) fn metrics_listening(address: SocketAddr) {
    info!(event = "metrics_listening", %address, "metrics are served at http://{address}/metrics");
}

/// The server takes pages.
pub(crate) fn server_ready(address: SocketAddr) {
    gauge!(READY).set(1.0);
    info!(event = "server_ready", %address, "ready");
}

/// The server finishes what it has.
pub(crate) fn server_draining(limit: Duration) {
    gauge!(READY).set(0.0);
    info!(event = "server_draining", limit_seconds = limit.as_secs(), "shutting down: finishing what was admitted");
}

/// The server gives up finishing what it has.
pub(crate) fn drain_limit_reached() {
    warn!(event = "drain_limit_reached", "the time to finish is over: the remaining pages are given up");
}

/// The server is gone.
pub(crate) fn server_stopped() {
    info!(event = "server_stopped", "stopped");
}

/// What is in flight has changed.
pub(crate) fn in_flight(pages: usize, bytes: u64) {
    gauge!(PAGES_IN_FLIGHT).set(pages as f64);
    gauge!(BYTES_IN_FLIGHT).set(bytes as f64);
}

/// Counts a stream for as long as it lives.
#[derive(Debug)]
pub(crate) struct OpenStream(());

impl OpenStream {
    pub(crate) fn new() -> Self {
        gauge!(STREAMS_OPEN).increment(1.0);
        Self(())
    }
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        gauge!(STREAMS_OPEN).decrement(1.0);
    }
}

/// A page was read.
pub(crate) fn page_read(context: &Context, page_id: &str, page_number: u32, lines: usize, timings: &Timings) {
    let total = context.arrived.elapsed();
    let priority = match context.priority {
        liasse_batching::Priority::Interactive => "interactive",
        liasse_batching::Priority::Line => "line",
        liasse_batching::Priority::Background => "background",
    };
    counter!(PAGES_READ, "priority" => priority).increment(1);
    histogram!(PAGE_SECONDS, "priority" => priority).record(total);
    for (stage, time) in [
        ("queue", timings.queue),
        ("decode", timings.decode),
        ("upright", timings.upright),
        ("detect", timings.detect),
        ("crop", timings.crop),
        ("read", timings.read),
        ("barcodes", timings.barcodes),
        ("upright_image", timings.upright_image),
        ("document", timings.document),
    ] {
        histogram!(STAGE_SECONDS, "stage" => stage).record(time);
    }
    debug!(event = "page_read", page_id, page_number, lines, milliseconds = total.as_millis() as u64, "page read");
}

/// A page, or a file as a whole, is answered with an error.
pub(crate) fn page_failed(page_id: &str, page_number: u32, fault: &Fault) {
    counter!(PAGES_FAILED, "reason" => fault.reason()).increment(1);
    if fault.code() == tonic::Code::Internal {
        error!(event = "page_failed", page_id, page_number, reason = fault.reason(), "{fault}");
    } else {
        debug!(event = "page_failed", page_id, page_number, reason = fault.reason(), "{fault}");
    }
}

/// Document types and trays came into force.
pub(crate) fn rules_loaded(set: &RuleSet) {
    counter!(RULES_LOADS, "outcome" => "loaded").increment(1);
    let (types, types_sha256) = (set.types.iter().count(), set.types.sha256());
    let trays = set.trays.as_ref().map_or(0, |trays| trays.trays().len());
    let rules = set.trays.as_ref().map_or(0, |trays| trays.rules().len());
    info!(event = "rules_loaded", types, types_sha256, trays, rules, "document types and trays are in force");
}

/// Document types or trays were refused; what was in force stays.
pub(crate) fn rules_refused(error: &LoadError) {
    counter!(RULES_LOADS, "outcome" => "refused").increment(1);
    let cause = std::error::Error::source(error).map(|cause| format!(": {cause}")).unwrap_or_default();
    error!(event = "rules_refused", "the rules of documents stay as they were: {error}{cause}");
}

/// A document was told. Its type is one of the rules', so that there are few labels.
pub(crate) fn document_told(document: &v1::DocumentReading) {
    let accepted = if document.accepted { "yes" } else { "no" };
    counter!(DOCUMENTS, "type" => document.r#type.clone(), "accepted" => accepted).increment(1);
}

/// A scheduler has something to count.
pub(crate) fn scheduled(queue: &'static str, event: Event) {
    match event {
        Event::Ran { items, waited, ran, succeeded, .. } => {
            histogram!(BATCH_ITEMS, "queue" => queue).record(items as f64);
            histogram!(BATCH_SECONDS, "queue" => queue).record(ran);
            histogram!(BATCH_WAIT_SECONDS, "queue" => queue).record(waited);
            if !succeeded {
                counter!(BATCHES_FAILED, "queue" => queue).increment(1);
                error!(event = "batch_failed", queue, items, "a batch failed");
            }
        }
        Event::Dropped(why) => {
            let reason = match why {
                Dropped::Expired => "expired",
                Dropped::Cancelled => "cancelled",
                Dropped::Aborted => "aborted",
            };
            counter!(ITEMS_DROPPED, "queue" => queue, "reason" => reason).increment(1);
        }
        Event::Refused { items } => counter!(ITEMS_REFUSED, "queue" => queue).increment(items as u64),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const DOCS: &str = include_str!("../../docs/operations.md");

    /// docs/operations.md has one row for each metric, and no row for anything else.
    #[test]
    fn the_documentation_has_every_metric() {
        let documented: Vec<&str> = DOCS.lines().filter(|line| line.starts_with("| `liasse_")).collect();
        let expected: Vec<String> = METRICS
            .iter()
            .map(|m| {
                let kind = format!("{:?}", m.kind).to_lowercase();
                let labels: Vec<_> = m.labels.iter().map(|l| format!("`{l}`")).collect();
                format!("| `{}` | {kind} | {} | {} |", m.name, labels.join(", "), m.help)
            })
            .collect();
        assert_eq!(documented, expected, "write into docs/operations.md:\n{}", expected.join("\n"));
    }

    /// Likewise for the log events.
    #[test]
    fn the_documentation_has_every_event() {
        let source = include_str!("metrics.rs");
        for (name, level) in EVENTS {
            assert!(source.contains(&format!("event = \"{name}\"")), "{name} is never logged");
            let row = format!("| `{name}` | {level} |");
            assert!(DOCS.lines().any(|line| line.starts_with(&row)), "write into docs/operations.md: {row}");
        }
        let logged = source.matches("event = \"").count();
        // page_failed is logged at two levels.
        assert_eq!(logged, EVENTS.len() + 1, "an event is not in EVENTS");
    }
}
