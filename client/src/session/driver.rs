//! The task behind a session.
//!
//! Responsible for the stream: opening it, keeping within its window, opening it again when it breaks. Not responsible
//! for what an answer means (see `ledger`).

use std::{
    sync::{Arc, OnceLock},
    time::Duration,
};

use liasse_proto::v1::{RecognizeStreamRequest, RecognizeStreamResponse, recognize_stream_response::Event};
use tokio::{
    sync::mpsc,
    time::{Instant, sleep, sleep_until, timeout},
};
use tokio_stream::wrappers::ReceiverStream;
use tonic::Streaming;

use super::{
    SessionEvent,
    ledger::{Ledger, Step, Submission},
};
use crate::{Client, Refusal};

/// Requests that wait between this task and the connection. More would only hide how full the connection is.
const OUTBOUND: usize = 4;

/// How long the server may take to close a stream that has nothing left to say.
const FAREWELL: Duration = Duration::from_secs(2);

/// A stream that the server has opened.
#[derive(Debug)]
pub(super) struct Connection {
    outbound: mpsc::Sender<RecognizeStreamRequest>,
    inbound: Streaming<RecognizeStreamResponse>,
    window: u32,
}

impl Connection {
    pub(super) fn window(&self) -> u32 {
        self.window
    }
}

/// Opens a stream, within the retry policy, after so many `failures` in a row. Returns how many they are now.
pub(super) async fn connect(client: &Client, mut failures: u32) -> Result<(Connection, u32), Refusal> {
    loop {
        let refusal = match timeout(client.options.connect_timeout, open(client)).await {
            Ok(Ok(connection)) => return Ok((connection, failures)),
            Ok(Err(refusal)) => refusal,
            Err(_) => Refusal::connection_lost("the server did not open the stream in time"),
        };
        failures += 1;
        let Some(pause) = client.options.retry.pause(failures, &refusal, None) else {
            return Err(refusal);
        };
        tracing::debug!(failures, ?pause, %refusal, "opening the stream again");
        sleep(pause).await;
    }
}

async fn open(client: &Client) -> Result<Connection, Refusal> {
    let (outbound, requests) = mpsc::channel(OUTBOUND);
    let mut inbound = client
        .rpc
        .clone()
        .recognize_stream(ReceiverStream::new(requests))
        .await
        .map_err(|status| Refusal::from_status(&status))?
        .into_inner();
    let first =
        inbound.message().await.map_err(|status| Refusal::from_status(&status))?.and_then(|response| response.event);
    match first {
        Some(Event::Opened(opened)) if opened.window_pages > 0 => {
            Ok(Connection { outbound, inbound, window: opened.window_pages })
        }
        _ => Err(Refusal {
            code: tonic::Code::Internal,
            reason: "CONTRACT_BROKEN".to_owned(),
            message: "the server's first message does not open the stream".to_owned(),
            retry_after: None,
            violations: Vec::new(),
        }),
    }
}

/// Why a stream is not driven any further.
enum End {
    /// Everything is submitted and answered.
    Finished,
    /// The caller has dropped the answers.
    Abandoned,
    Broken(Refusal),
}

/// See the module.
pub(super) struct Driver {
    client: Client,
    ledger: Ledger,
    intake: mpsc::Receiver<Submission>,
    /// Every submitter was dropped.
    intake_ended: bool,
    answers: mpsc::Sender<SessionEvent>,
    end: Arc<OnceLock<Refusal>>,
    /// Streams that broke or could not be opened since the last answer.
    failures: u32,
}

impl Driver {
    pub(super) fn new(
        client: Client,
        intake: mpsc::Receiver<Submission>,
        answers: mpsc::Sender<SessionEvent>,
        end: Arc<OnceLock<Refusal>>,
    ) -> Self {
        Self {
            ledger: Ledger::new(client.options.retry.clone()),
            client,
            intake,
            intake_ended: false,
            answers,
            end,
            failures: 0,
        }
    }

    /// Drives the session to its end.
    pub(super) async fn run(mut self, mut connection: Connection) {
        loop {
            let broken = match self.converse(&mut connection).await {
                End::Finished => {
                    drop(self.answers);
                    farewell(connection).await;
                    return;
                }
                End::Abandoned => return,
                End::Broken(refusal) => refusal,
            };
            tracing::debug!(refusal = %broken, "the stream broke");
            drop(connection);
            let step = self.ledger.on_connection_lost(&broken);
            connection = match self.come_back(step, broken).await {
                Ok(Some(connection)) => connection,
                Ok(None) => return,
                Err(refusal) => return self.give_up(refusal).await,
            };
        }
    }

    /// Sends and receives on one stream for as long as it lasts.
    async fn converse(&mut self, connection: &mut Connection) -> End {
        loop {
            let step = self.ledger.on_time(Instant::now());
            if self.tell(step).await.is_err() {
                return End::Abandoned;
            }
            if self.intake_ended && self.ledger.is_empty() {
                return End::Finished;
            }
            let may_send = self.ledger.has_ready() && self.ledger.in_flight() < connection.window;
            let next_event = self.ledger.next_event();
            let step = tokio::select! {
                message = connection.inbound.message() => match message {
                    Ok(Some(response)) => self.on_response(response),
                    // A server that retires a connection may end its streams in good order.
                    Ok(None) => return End::Broken(Refusal::connection_lost("the server ended the stream")),
                    Err(status) => return End::Broken(Refusal::from_status(&status)),
                },
                permit = connection.outbound.reserve(), if may_send => {
                    match permit {
                        Ok(permit) => if let Some(request) = self.ledger.next_request(Instant::now()) {
                            permit.send(request);
                        },
                        Err(_) => return End::Broken(Refusal::connection_lost("the stream takes no more pages")),
                    }
                    continue;
                },
                submission = self.intake.recv(), if !self.intake_ended => {
                    self.on_submission(submission);
                    continue;
                },
                () = sleep_until(next_event.unwrap_or_else(Instant::now)), if next_event.is_some() => continue,
                () = self.answers.closed() => return End::Abandoned,
            };
            if self.tell(step).await.is_err() {
                return End::Abandoned;
            }
        }
    }

    fn on_response(&mut self, response: RecognizeStreamResponse) -> Step {
        self.failures = 0;
        match response.event {
            Some(Event::Reading(reading)) => self.ledger.on_reading(reading),
            Some(Event::Error(error)) => self.ledger.on_error(&error),
            Some(Event::Verdict(verdict)) => self.ledger.on_verdict(verdict),
            // `Opened` comes once, before this; an event of a later contract concerns no page that we know of.
            Some(Event::Opened(_)) | None => Step::default(),
        }
    }

    fn on_submission(&mut self, submission: Option<Submission>) {
        match submission {
            Some(submission) => self.ledger.admit(submission),
            None => self.intake_ended = true,
        }
    }

    /// Hands answers on, then gives back the rooms of the files that they close. `Err` when nobody takes them.
    async fn tell(&self, step: Step) -> Result<(), ()> {
        let verdicts = step.verdicts.into_iter().map(SessionEvent::Verdict);
        for event in verdicts.chain(step.answers.into_iter().map(SessionEvent::Answer)) {
            self.answers.send(event).await.map_err(drop)?;
        }
        drop(step.rooms);
        Ok(())
    }

    /// Opens the stream again once there is something to send, or `None` when there will not be. Pages whose time
    /// is up meanwhile are answered here, not when the connection is back.
    async fn come_back(&mut self, step: Step, broken: Refusal) -> Result<Option<Connection>, Refusal> {
        self.failures += 1;
        if !step.answers.is_empty() {
            // A page that was in flight at every break is given up: what broke the stream may well be gone with it.
            self.failures = 1;
        }
        if self.tell(step).await.is_err() {
            return Ok(None);
        }
        let mut refusal = broken;
        // What a stream ends with is not always UNAVAILABLE, yet reading stores nothing and can always be tried again.
        if !is_final(&refusal) {
            refusal.code = tonic::Code::Unavailable;
        }
        let client = self.client.clone();
        let failures = self.failures;
        let pause = client.options.retry.pause(failures, &refusal, None).ok_or(refusal)?;
        let connecting = async move {
            sleep(pause).await;
            connect(&client, failures).await
        };
        tokio::pin!(connecting);
        loop {
            let step = self.ledger.on_time(Instant::now());
            if self.tell(step).await.is_err() {
                return Ok(None);
            }
            let idle = self.ledger.is_empty();
            if idle && self.intake_ended {
                return Ok(None);
            }
            let next_event = self.ledger.next_event();
            tokio::select! {
                connected = &mut connecting, if !idle => {
                    let (connection, failures) = connected?;
                    self.failures = failures;
                    return Ok(Some(connection));
                },
                submission = self.intake.recv(), if !self.intake_ended => self.on_submission(submission),
                () = sleep_until(next_event.unwrap_or_else(Instant::now)), if next_event.is_some() => {},
                () = self.answers.closed() => return Ok(None),
            }
        }
    }

    /// Answers all that is left with a failure, and takes no more.
    async fn give_up(mut self, refusal: Refusal) {
        // Submitters see why before they see that the session is closed.
        let _ = self.end.set(refusal.clone());
        self.intake.close();
        while let Some(submission) = self.intake.recv().await {
            self.ledger.admit(submission);
        }
        let step = self.ledger.give_up_all(&refusal);
        // Nobody being left to tell is as good an end as any.
        let _ = self.tell(step).await;
    }
}

/// Whether a stream that ended so would end so again.
fn is_final(refusal: &Refusal) -> bool {
    use tonic::Code;
    matches!(
        refusal.code,
        Code::InvalidArgument
            | Code::NotFound
            | Code::PermissionDenied
            | Code::Unauthenticated
            | Code::FailedPrecondition
            | Code::Unimplemented
            | Code::OutOfRange
    )
}

/// Half-closes the stream and lets the server end it, so that it does not look cut off there.
async fn farewell(connection: Connection) {
    let Connection { outbound, mut inbound, .. } = connection;
    drop(outbound);
    let _ = timeout(FAREWELL, async { while let Ok(Some(_)) = inbound.message().await {} }).await;
}
