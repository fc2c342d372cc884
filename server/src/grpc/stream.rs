//! One stream of pages and answers.
//!
//! Responsible for the window, for unique page ids, for answers in the order in which pages are done, and for ending the
//! stream: when the caller has half-closed it and every page is answered, when the caller is gone or does not take its
//! answers, when its deadline passes, and when the server shuts down. Not responsible for reading pages.

use std::{
    collections::HashSet,
    sync::{Arc, Mutex, PoisonError},
    time::Duration,
};

use liasse_proto::v1::{self, recognize_stream_response::Event};
use tokio::{
    sync::mpsc,
    task::JoinSet,
    time::{Instant, sleep_until, timeout},
};
use tokio_util::sync::CancellationToken;
use tonic::{Code, Status, Streaming};

use super::{
    Core,
    incoming::{Arrival, Refused},
    labels::{self, Labels},
    recognition::finish,
};
use crate::{
    context::Context,
    fault::Fault,
    metrics,
    pipeline::{FileInput, FileReader, PageEvent},
};

/// How a stream ended, for the part that outlives its driver. Nothing: it ended well.
#[derive(Debug, Clone, Default)]
pub(super) struct Ending(Arc<Mutex<Option<Status>>>);

impl Ending {
    fn set(&self, status: Status) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = Some(status);
    }

    pub(super) fn take(&self) -> Option<Status> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

/// The caller is gone, or does not take its answers.
enum Lost {
    Gone,
    TooSlow,
}

/// Where answers go.
#[derive(Debug, Clone)]
struct Answers {
    sender: mpsc::Sender<v1::RecognizeStreamResponse>,
    patience: Duration,
}

impl Answers {
    /// Sends one answer. `before` is done once it is certain to go and before the caller can see it.
    async fn send(&self, event: Event, before: impl FnOnce()) -> Result<(), Lost> {
        match timeout(self.patience, self.sender.reserve()).await {
            Ok(Ok(permit)) => {
                before();
                permit.send(v1::RecognizeStreamResponse { event: Some(event) });
                Ok(())
            }
            Ok(Err(_)) => Err(Lost::Gone),
            Err(_) => Err(Lost::TooSlow),
        }
    }
}

/// The pages of a stream that are sent and not fully answered.
#[derive(Debug, Clone, Default)]
struct Window(Arc<Mutex<HashSet<String>>>);

impl Window {
    /// Takes a page in.
    fn enter(&self, page_id: &str, size: u32) -> Result<Place, Fault> {
        let mut pages = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if pages.contains(page_id) {
            return Err(Fault::duplicate_page_id(page_id));
        }
        if pages.len() >= size as usize {
            return Err(Fault::window_exceeded(size));
        }
        pages.insert(page_id.to_owned());
        Ok(Place { window: self.clone(), page_id: page_id.to_owned() })
    }
}

/// A page's place in the window; dropping it makes room.
#[derive(Debug)]
struct Place {
    window: Window,
    page_id: String,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut pages = self.window.0.lock().unwrap_or_else(PoisonError::into_inner);
        pages.remove(&self.page_id);
    }
}

/// Drives one stream from its opening to its end.
pub(super) struct Driver {
    core: Arc<Core>,
    deadline: Option<Instant>,
    cancel: CancellationToken,
    window: Window,
    answers: Answers,
    ending: Ending,
    refused: Refused,
    pages: JoinSet<Result<(), Lost>>,
    _open: metrics::OpenStream,
}

impl Driver {
    pub(super) fn new(
        core: Arc<Core>,
        arrival: Arrival,
        sender: mpsc::Sender<v1::RecognizeStreamResponse>,
        ending: Ending,
        refused: Refused,
    ) -> Self {
        Self {
            deadline: arrival.deadline,
            cancel: core.abort.child_token(),
            window: Window::default(),
            answers: Answers { sender, patience: core.transfer },
            ending,
            refused,
            pages: JoinSet::new(),
            core,
            _open: metrics::OpenStream::new(),
        }
    }

    /// Runs the stream. Whatever is still at work when this returns is given up.
    pub(super) async fn run(mut self, inbound: Streaming<v1::RecognizeStreamRequest>) {
        let _gone = self.cancel.clone().drop_guard();
        if let Err(Lost::TooSlow) = self.serve(inbound).await {
            let fault = Fault::too_slow("answers were not taken off the stream");
            self.ending.set(fault.to_status());
        }
    }

    async fn serve(&mut self, mut inbound: Streaming<v1::RecognizeStreamRequest>) -> Result<(), Lost> {
        let opened = v1::StreamOpened { window_pages: self.core.window };
        self.answers.send(Event::Opened(opened), || ()).await?;
        let deadline = self.deadline;
        let late = async move {
            match deadline {
                Some(deadline) => sleep_until(deadline).await,
                None => std::future::pending().await,
            }
        };
        tokio::pin!(late);
        let draining = self.core.draining.clone();
        let gone = self.answers.sender.clone();
        // Whether more may come from the caller.
        let mut open = true;
        while open || !self.pages.is_empty() {
            if draining.is_cancelled() && self.pages.is_empty() {
                self.ending.set(Fault::shutting_down().to_status());
                return Ok(());
            }
            tokio::select! {
                biased;
                () = gone.closed() => return Err(Lost::Gone),
                Some(page) = self.pages.join_next() => match page {
                    Ok(sent) => sent?,
                    // Only a panic of ours; which page it was is lost with it.
                    Err(_) => {
                        self.ending.set(Fault::internal("a page's task broke").to_status());
                        return Ok(());
                    }
                },
                message = inbound.message(), if open => match message {
                    Ok(Some(request)) => self.take(request).await?,
                    Ok(None) => open = false,
                    Err(status) => {
                        self.ending.set(status);
                        open = false;
                    }
                },
                () = &mut late, if open => {
                    self.ending.set(Fault::deadline_exceeded().to_status());
                    open = false;
                }
                () = draining.cancelled(), if !draining.is_cancelled() => (),
            }
        }
        Ok(())
    }

    /// Takes a page in, or answers why not.
    async fn take(&mut self, request: v1::RecognizeStreamRequest) -> Result<(), Lost> {
        let arrived = Instant::now();
        let page_id = request.page.as_ref().map(|page| page.page_id.clone()).unwrap_or_default();
        match self.admit(request, arrived) {
            Ok((place, labels, input)) => {
                let task = PageTask { core: Arc::clone(&self.core), answers: self.answers.clone(), labels, place };
                self.pages.spawn(task.run(input));
                Ok(())
            }
            Err(fault) => {
                metrics::page_failed(&page_id, 0, &fault);
                let error = fault.to_page_error(&page_id, 0, 0);
                self.answers.send(Event::Error(error), || ()).await
            }
        }
    }

    fn admit(
        &self,
        request: v1::RecognizeStreamRequest,
        arrived: Instant,
    ) -> Result<(Place, Labels, FileInput), Fault> {
        if let Some(page) = &request.page
            && page.content.is_empty()
            && let Some(fault) = self.refused.take(&page.page_id)
        {
            return Err(fault);
        }
        let page = labels::check(request.page, true)?;
        let own = match request.timeout_milliseconds {
            0 => None,
            timeout => arrived.checked_add(Duration::from_millis(timeout.into())),
        };
        let context = Context {
            arrived,
            priority: page.priority,
            deadline: own.into_iter().chain(self.deadline).min(),
            cancel: self.cancel.child_token(),
            abort: self.core.abort.clone(),
        };
        context.check()?;
        let place = self.window.enter(&page.labels.page_id, self.core.window)?;
        let admitted = self.core.admission.admit(page.bytes())?;
        let (labels, input) = page.into_input(context, admitted);
        Ok((place, labels, input))
    }
}

/// Reads one file and answers for each of its pages.
struct PageTask {
    core: Arc<Core>,
    answers: Answers,
    labels: Labels,
    place: Place,
}

impl PageTask {
    async fn run(self, input: FileInput) -> Result<(), Lost> {
        let context = input.context.clone();
        match self.core.pipeline.open(input).await {
            Ok(file) => self.answer(file, &context).await,
            Err(fault) => self.end(&fault, 0).await,
        }
    }

    async fn answer(self, mut file: FileReader, context: &Context) -> Result<(), Lost> {
        let page_count = file.page_count();
        let mut answered = 0;
        while let Some(event) = file.next().await {
            let done = match event {
                PageEvent::Verdict(mut verdict) => {
                    self.labels.name(&mut verdict);
                    self.answers.send(Event::Verdict(verdict), || ()).await?;
                    continue;
                }
                PageEvent::Done(done) => done,
            };
            answered += 1;
            let is_last = answered == page_count;
            let event = match done.outcome {
                Ok((reading, timings)) => Event::Reading(finish(&self.labels, context, reading, &timings)),
                Err(fault) if ends_the_file(&fault) && page_count > 1 => {
                    drop(file);
                    return self.end(&fault, page_count).await;
                }
                Err(fault) => {
                    metrics::page_failed(&self.labels.page_id, done.page_number, &fault);
                    Event::Error(fault.to_page_error(&self.labels.page_id, done.page_number, page_count))
                }
            };
            if is_last {
                // Nothing of the page is held while its last answer waits to be taken.
                drop(file);
                let place = self.place;
                return self.answers.send(event, || drop(place)).await;
            }
            self.answers.send(event, || ()).await?;
        }
        Ok(())
    }

    /// Answers for the file as a whole, or for all of it that is not answered yet.
    async fn end(self, fault: &Fault, page_count: u32) -> Result<(), Lost> {
        metrics::page_failed(&self.labels.page_id, 0, fault);
        let error = fault.to_page_error(&self.labels.page_id, 0, page_count);
        let place = self.place;
        self.answers.send(Event::Error(error), || drop(place)).await
    }
}

/// Whether what happened to one page will happen to every further page of its file.
fn ends_the_file(fault: &Fault) -> bool {
    matches!(fault.code(), Code::DeadlineExceeded | Code::Cancelled | Code::Unavailable)
}
