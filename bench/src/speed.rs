//! `liasse-bench speed`: a server at work.
//!
//! Responsible for pages a second, latency, where the time goes, and the server's memory, beside Tesseract's pages a second
//! on the same cores. Not responsible for what was read: `accuracy` is.

use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use bytes::Bytes;
use liasse_client::v1::{StageTimings, Wanted};
use serde::Serialize;

use crate::accuracy::{content, selected};
use crate::arguments::SpeedArguments;
use crate::engine::{Flight, Liasse, Peer, Tesseract};
use crate::index::Page;
use crate::machine::Machine;
use crate::progress::Progress;
use crate::report::write_json;
use crate::table::Table;

/// Points of a distribution, in milliseconds.
#[derive(Debug, Serialize)]
struct Distribution {
    mean: f64,
    p50: f64,
    p95: f64,
    p99: f64,
    max: f64,
}

impl Distribution {
    /// Of milliseconds, at least one. Percentiles by the nearest rank.
    fn new(mut values: Vec<f64>) -> Self {
        values.sort_by(f64::total_cmp);
        let rank = |p: f64| values.get((p * values.len() as f64).ceil() as usize - 1).copied().unwrap_or(0.0);
        Self {
            mean: values.iter().sum::<f64>() / values.len().max(1) as f64,
            p50: rank(0.50),
            p95: rank(0.95),
            p99: rank(0.99),
            max: rank(1.0),
        }
    }
}

/// What was measured.
#[derive(Debug, Serialize)]
struct Figures {
    machine: Machine,
    server: String,
    /// Files given, each of which may hold several pages.
    files: usize,
    failed: usize,
    pages: usize,
    in_flight: usize,
    /// Files submitted a second; none where they were as fast as they were read.
    pace: Option<f64>,
    seconds: f64,
    pages_per_second: f64,
    server_cpu_seconds_per_page: Option<f64>,
    server_peak_bytes: Option<u64>,
    /// From being submitted to the last answer.
    latency_milliseconds: Distribution,
    /// From the readings; a stage's time includes its wait for a place in a batch where the server counts it so.
    stages_milliseconds: Vec<(&'static str, Distribution)>,
    tesseract: Option<TesseractFigures>,
}

#[derive(Debug, Serialize)]
struct TesseractFigures {
    version: String,
    /// Processes at a time, each with OMP_THREAD_LIMIT=1.
    processes: usize,
    pages_per_second: f64,
}

type Stage = (&'static str, fn(&StageTimings) -> u64);

const STAGES: [Stage; 7] = [
    ("queue", |t| t.queue_microseconds),
    ("decode", |t| t.decode_microseconds),
    ("upright", |t| t.upright_microseconds),
    ("detect", |t| t.detect_microseconds),
    ("crop", |t| t.crop_microseconds),
    ("read", |t| t.read_microseconds),
    ("total", |t| t.total_microseconds),
];

/// Runs the command.
///
/// # Errors
/// What kept it from being done.
pub(crate) async fn run(arguments: &SpeedArguments, machine: Machine) -> anyhow::Result<()> {
    let pages = selected(&arguments.selection)?;
    let distinct: Vec<Bytes> = pages.iter().map(|page| content(&page.image)).collect::<anyhow::Result<_>>()?;
    let repeat = arguments.repeat.max(1);
    let files: Vec<Bytes> = std::iter::repeat_n(&distinct, repeat).flatten().cloned().collect();
    let in_flight = arguments.server.in_flight;
    let liasse = Liasse::connect(&arguments.server.source(), in_flight).await?;
    // What happens once only (memory is taken, batches find their sizes) is not what a day's work costs.
    liasse.read(distinct[0].clone()).await?;

    let cpu = liasse.cpu_seconds()?;
    let progress = Progress::new("Liasse", files.len());
    let mut latencies = Vec::with_capacity(files.len());
    let mut timings = Vec::<StageTimings>::new();
    let mut failed = 0;
    let took = liasse
        .read_many(&files, Flight { in_flight, pace: arguments.pace }, Wanted::default(), |finished| {
            progress.step();
            latencies.push(finished.latency.as_secs_f64() * 1000.0);
            match finished.readings {
                Ok(readings) => timings.extend(readings.into_iter().filter_map(|reading| reading.timings)),
                Err(error) => {
                    failed += 1;
                    eprintln!("{}: {error:#}", pages[finished.index % pages.len()].id);
                }
            }
        })
        .await?;
    drop(progress);
    let read = timings.len();
    let cpu_seconds = liasse.cpu_seconds()?.zip(cpu).map(|(after, before)| after - before);
    let server_peak_bytes = liasse.peak_bytes()?;
    let server = liasse.version();
    drop(liasse);
    let tesseract = if arguments.tesseract { tesseract(&pages, machine.cores) } else { None };
    let milliseconds = |stage: fn(&StageTimings) -> u64| timings.iter().map(|t| stage(t) as f64 / 1000.0).collect();
    let figures = Figures {
        machine,
        server,
        files: files.len(),
        failed,
        pages: read,
        in_flight,
        pace: arguments.pace,
        seconds: took.as_secs_f64(),
        pages_per_second: read as f64 / took.as_secs_f64(),
        server_cpu_seconds_per_page: cpu_seconds.map(|seconds| seconds / read.max(1) as f64),
        server_peak_bytes,
        latency_milliseconds: Distribution::new(latencies),
        stages_milliseconds: if read == 0 {
            Vec::new()
        } else {
            STAGES.iter().map(|(name, stage)| (*name, Distribution::new(milliseconds(*stage)))).collect()
        },
        tesseract,
    };
    print(&figures)?;
    if let Some(file) = &arguments.json {
        write_json(file, &figures)?;
    }
    Ok(())
}

fn print(figures: &Figures) -> anyhow::Result<()> {
    use std::io::Write;
    let Figures { files, pages, failed, in_flight, seconds, pages_per_second, .. } = figures;
    let known = |figure: Option<f64>| figure.map_or("unknown".to_owned(), |figure| format!("{figure:.3}"));
    let mut out = format!("{}\n{}\n\n", figures.machine, figures.server);
    let pace = figures.pace.map_or(String::new(), |pace| format!("; {pace} files/s submitted"));
    out += &format!("{files} files, {pages} pages, {failed} failed; {in_flight} in flight{pace}; {seconds:.1} s\n\n");
    out += &format!("- pages/s: {pages_per_second:.2}\n");
    out += &format!("- processor seconds of the server per page: {}\n", known(figures.server_cpu_seconds_per_page));
    let peak = figures.server_peak_bytes.map(|bytes| bytes as f64 / f64::from(1 << 20));
    out += &format!("- peak memory of the server (VmHWM), MiB: {}\n", known(peak));
    if let Some(tesseract) = &figures.tesseract {
        let TesseractFigures { version, processes, pages_per_second } = tesseract;
        out += &format!("- {version}, {processes} processes of one thread each, pages/s: {pages_per_second:.2}\n");
    }
    let mut table = Table::new(&["milliseconds", "mean", "p50", "p95", "p99", "max"]);
    let stages = figures.stages_milliseconds.iter().map(|(name, distribution)| (*name, distribution));
    for (name, d) in stages.chain([("latency at the client", &figures.latency_milliseconds)]) {
        let points = [d.mean, d.p50, d.p95, d.p99, d.max].map(|value| format!("{value:.1}"));
        table.row([name.to_owned()].into_iter().chain(points));
    }
    out += &format!("\n{table}");
    Ok(std::io::stdout().write_all(out.as_bytes())?)
}

/// Tesseract's throughput in the way that serves it best: as many processes as cores, each with one thread. `None` where it
/// is not installed, or fails; said on standard error.
fn tesseract(pages: &[Page], processes: usize) -> Option<TesseractFigures> {
    let progress = Progress::new("Tesseract", pages.len());
    let measured = || -> anyhow::Result<(String, Duration)> {
        let version = Tesseract::find(1)?.version().to_owned();
        let next = AtomicUsize::new(0);
        let started = Instant::now();
        std::thread::scope(|scope| -> anyhow::Result<()> {
            let work = || -> anyhow::Result<()> {
                let mut tesseract = Tesseract::find(1)?;
                while let Some(Page { image, language, .. }) = pages.get(next.fetch_add(1, Ordering::Relaxed)) {
                    tesseract.read(Path::new(image), language)?;
                    progress.step();
                }
                Ok(())
            };
            let workers: Vec<_> = (0..processes).map(|_| scope.spawn(work)).collect();
            for worker in workers {
                match worker.join() {
                    Ok(result) => result?,
                    Err(panic) => std::panic::resume_unwind(panic),
                }
            }
            Ok(())
        })?;
        Ok((version, started.elapsed()))
    };
    match measured() {
        Ok((version, took)) => {
            Some(TesseractFigures { version, processes, pages_per_second: pages.len() as f64 / took.as_secs_f64() })
        }
        Err(error) => {
            eprintln!("Tesseract is left out: {error:#}");
            None
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percentiles_are_those_of_the_nearest_rank() {
        let d = Distribution::new((1..=200).rev().map(f64::from).collect());
        assert_eq!((d.mean, d.p50, d.p95, d.p99, d.max), (100.5, 100.0, 190.0, 198.0, 200.0));
        let one = Distribution::new(vec![7.0]);
        assert_eq!((one.mean, one.p50, one.p99, one.max), (7.0, 7.0, 7.0, 7.0));
    }
}
