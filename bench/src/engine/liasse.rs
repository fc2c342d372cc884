//! Ours: a real server, spoken to by the client library as a scanning station would.
//!
//! Responsible for starting a server when none is given, and for one page at a time and many in flight. The server runs in
//! a process of its own, so that its memory and processor time are its own.

use std::cell::RefCell;
use std::collections::HashMap;
use std::io::{BufRead, BufReader};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, bail};
use bytes::Bytes;
use futures::StreamExt;
use liasse_client::{
    Client, Options, Page,
    v1::{PageReading, Wanted},
};
use tokio::sync::Semaphore;

use super::Cost;

/// Where the server is.
#[derive(Debug, Clone)]
pub(crate) enum Source {
    /// One that runs already.
    Url(String),
    /// Start one with the weights of this folder.
    Weights(PathBuf),
}

/// A server that is stopped when dropped.
struct Server {
    process: Child,
    url: String,
}

impl Server {
    fn start(weights: &PathBuf, window: usize) -> anyhow::Result<Self> {
        let own = std::env::current_exe().context("cannot find this program's folder")?;
        let program = own.with_file_name("liasse-server");
        if !program.is_file() {
            bail!(
                "there is no {}: build it (cargo build --release -p liasse-server), or give --server URL",
                program.display()
            );
        }
        let process = Command::new(&program)
            .args(["--listen", "127.0.0.1:0", "--log", "warn", "--stream-window-pages", &window.to_string()])
            .args(["--max-pages-in-flight", &(2 * window).max(128).to_string(), "--weights"])
            .arg(weights)
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .spawn()
            .with_context(|| format!("cannot start {}", program.display()))?;
        let mut this = Self { process, url: String::new() };
        let output = this.process.stdout.take().context("the server has no standard output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        let Some(address) = line.trim().strip_prefix("listening on ") else {
            bail!("the server ended before it listened; what it said is above");
        };
        this.url = format!("http://{address}");
        Ok(this)
    }

    fn cpu_seconds(&self) -> anyhow::Result<f64> {
        let stat = procfs::process::Process::new(i32::try_from(self.process.id())?)?.stat()?;
        Ok((stat.utime + stat.stime) as f64 / procfs::ticks_per_second() as f64)
    }

    /// VmHWM: the most memory that was resident at once, in bytes.
    fn peak_bytes(&self) -> anyhow::Result<u64> {
        let status = procfs::process::Process::new(i32::try_from(self.process.id())?)?.status()?;
        status.vmhwm.map(|kibibytes| kibibytes * 1024).context("the system does not say VmHWM")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // It may have ended by itself; then there is nothing to stop.
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Our engine: a client of a server.
pub(crate) struct Liasse {
    client: Client,
    server: Option<Server>,
}

/// How files are submitted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Flight {
    /// At most so many at a time.
    pub(crate) in_flight: usize,
    /// Files a second, each at its moment: one that has to wait for room is counted from that moment on, as the station that
    /// scanned it would. `None`: as fast as they are read.
    pub(crate) pace: Option<f64>,
}

impl From<usize> for Flight {
    fn from(in_flight: usize) -> Self {
        Self { in_flight, pace: None }
    }
}

/// A file that was read among others in flight.
pub(crate) struct Finished {
    /// Its place among the files given.
    pub(crate) index: usize,
    /// One per page, in page order; or why there is none.
    pub(crate) readings: anyhow::Result<Vec<PageReading>>,
    /// From being submitted to its last answer.
    pub(crate) latency: Duration,
}

impl Liasse {
    /// Connects, after starting a server where none is given. `window` is how many pages a started server takes at a time
    /// from one stream.
    ///
    /// # Errors
    /// When the server does not start or does not answer.
    pub(crate) async fn connect(source: &Source, window: usize) -> anyhow::Result<Self> {
        let (url, server) = match source {
            Source::Url(url) => (url.clone(), None),
            Source::Weights(folder) => {
                let server = Server::start(folder, window)?;
                (server.url.clone(), Some(server))
            }
        };
        Ok(Self { client: Client::connect(url, Options::default()).await?, server })
    }

    /// Version of the server and of its models.
    pub(crate) fn version(&self) -> String {
        let info = self.client.info();
        let models: Vec<String> = info
            .models
            .iter()
            .map(|m| format!("{} {} {} {}", m.name, m.version, m.precision, m.sha256.get(..8).unwrap_or(&m.sha256)))
            .collect();
        format!("liasse {} on {} ({})", info.version, info.device, models.join(", "))
    }

    /// Reads one file, alone in the server.
    ///
    /// # Errors
    /// The server's refusal.
    pub(crate) async fn read(&self, content: Bytes) -> anyhow::Result<(Vec<PageReading>, Cost)> {
        let cpu = self.cpu_seconds()?;
        let started = Instant::now();
        let readings = self.client.read(Page::new("", content)).await?;
        let seconds = started.elapsed().as_secs_f64();
        let cpu_seconds = self.cpu_seconds()?.zip(cpu).map(|(after, before)| after - before);
        Ok((readings, Cost { seconds, cpu_seconds, from_cache: false }))
    }

    /// Reads files on one stream, as `flight` says, and what is `wanted` besides their text, and calls `done` for each as it is
    /// finished. Returns how long it all took.
    ///
    /// # Errors
    /// When the session breaks, or the server takes fewer than `in_flight` pages at a time. A page that fails is no error.
    pub(crate) async fn read_many(
        &self,
        files: &[Bytes],
        flight: impl Into<Flight>,
        wanted: Wanted,
        mut done: impl FnMut(Finished),
    ) -> anyhow::Result<Duration> {
        let Flight { in_flight, pace } = flight.into();
        let (submitter, mut answers) = self.client.session().await?;
        if in_flight > submitter.window() as usize {
            bail!("{in_flight} pages in flight are asked for, the server takes {} on one stream", submitter.window());
        }
        let room = Semaphore::new(in_flight);
        let submitted = RefCell::new(HashMap::<usize, Instant>::new());
        let started = Instant::now();
        let submitting = async {
            for (index, content) in files.iter().enumerate() {
                let due = pace.map(|pace| started + Duration::from_secs_f64(index as f64 / pace));
                if let Some(due) = due {
                    tokio::time::sleep_until(due.into()).await;
                }
                room.acquire().await?.forget();
                submitted.borrow_mut().insert(index, due.unwrap_or_else(Instant::now));
                let mut page = Page::new(index.to_string(), content.clone());
                page.input.wanted = Some(wanted.clone());
                submitter.submit(page).await?;
            }
            drop(submitter);
            anyhow::Ok(())
        };
        let taking = async {
            let mut unfinished = HashMap::<usize, (u32, anyhow::Result<Vec<PageReading>>)>::new();
            while let Some(answer) = answers.next().await {
                let (id, pages) = match &answer {
                    Ok(reading) => (&reading.page_id, reading.page_count),
                    // A failure without a page number is the last answer about its file.
                    Err(failure) => (&failure.page_id, if failure.page_number == 0 { 0 } else { failure.page_count }),
                };
                let index: usize = id.parse().with_context(|| format!("the server answered about {id:?}"))?;
                let (answered, mut readings) = unfinished.remove(&index).unwrap_or_else(|| (0, Ok(Vec::new())));
                match answer {
                    Ok(reading) => {
                        readings = readings.map(|mut readings| {
                            readings.push(reading);
                            readings
                        })
                    }
                    Err(failure) => readings = Err(failure.into()),
                }
                if answered + 1 < pages {
                    unfinished.insert(index, (answered + 1, readings));
                    continue;
                }
                if let Ok(readings) = &mut readings {
                    readings.sort_by_key(|reading| reading.page_number);
                }
                let latency = submitted.borrow_mut().remove(&index).map_or(Duration::ZERO, |since| since.elapsed());
                done(Finished { index, readings, latency });
                room.add_permits(1);
            }
            anyhow::Ok(())
        };
        tokio::try_join!(submitting, taking)?;
        Ok(started.elapsed())
    }

    /// Processor time of the server so far; `None` when it is not ours.
    ///
    /// # Errors
    /// When the system does not say.
    pub(crate) fn cpu_seconds(&self) -> anyhow::Result<Option<f64>> {
        self.server.as_ref().map(Server::cpu_seconds).transpose()
    }

    /// The most memory that the server had at once, in bytes; `None` when it is not ours.
    ///
    /// # Errors
    /// When the system does not say.
    pub(crate) fn peak_bytes(&self) -> anyhow::Result<Option<u64>> {
        self.server.as_ref().map(Server::peak_bytes).transpose()
    }
}
