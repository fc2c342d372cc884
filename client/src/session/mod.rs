//! Many pages in flight on one stream.
//!
//! Responsible for the two halves that a caller holds and for the room that bounds a session in pages and in bytes.
//! Not responsible for what is in flight (see `ledger`) or for the stream itself (see `driver`).

mod driver;
mod ledger;

use std::{
    collections::HashSet,
    pin::Pin,
    sync::{Arc, Mutex, OnceLock, PoisonError},
    task::{Context, Poll},
};

use futures::Stream;
use liasse_proto::v1::{PageReading, PageVerdict};
use tokio::sync::{OwnedSemaphorePermit, Semaphore, mpsc};
use tokio_stream::wrappers::ReceiverStream;

use self::{driver::Driver, ledger::Submission};
use crate::{Client, Error, Page, PageFailure, Refusal};

/// The contract's bound on a page id.
const MAX_PAGE_ID_BYTES: usize = 256;
/// Bytes of pages are counted in this unit, since a semaphore's permits are counted in 32 bits.
const BYTES_UNIT: usize = 4096;

/// What a session tells its caller about a page.
pub(crate) type Answer = Result<PageReading, PageFailure>;

/// What happens on a session, for a caller who wants to know of a page before it is read: see [`Answers::events`].
#[derive(Debug)]
#[non_exhaustive]
#[expect(clippy::large_enum_variant, reason = "most of them are answers, whose size it is")]
pub enum SessionEvent {
    /// A page that had `wanted.verdict` was decoded; its answer follows. Told once for each page.
    Verdict(PageVerdict),
    /// A page's answer.
    Answer(Result<PageReading, PageFailure>),
}

/// The half of a session that pages go into. Cheap to clone; the session ends when every clone is dropped and every
/// page is answered.
#[derive(Debug, Clone)]
pub struct Submitter {
    client: Client,
    intake: mpsc::Sender<Submission>,
    pages: Arc<Semaphore>,
    bytes: Arc<Semaphore>,
    bytes_units: u32,
    window: u32,
    ids: Ids,
    end: Arc<OnceLock<Refusal>>,
}

impl Submitter {
    /// Submits a page, waiting as long as the server's window or the session's memory is full. The page's time starts
    /// when it has its room. Cancelling the wait submits nothing.
    ///
    /// # Errors
    /// [`Error::InvalidPageId`], [`Error::DuplicatePageId`], [`Error::PageTooLarge`]: this page was not taken, the
    /// session goes on. [`Error::SessionClosed`]: no page is taken any more.
    pub async fn submit(&self, page: Page) -> Result<(), Error> {
        let id_bytes = page.input.page_id.len();
        if id_bytes == 0 || id_bytes > MAX_PAGE_ID_BYTES {
            return Err(Error::InvalidPageId { bytes: id_bytes });
        }
        let size = page.input.content.len();
        self.client.check_size(&page.input.page_id, size as u64)?;
        let id = self.ids.claim(&page.input.page_id)?;

        // A page larger than all the room there is gets all of it: it is sent when it is alone.
        let units = u32::try_from(size.div_ceil(BYTES_UNIT)).unwrap_or(u32::MAX).min(self.bytes_units);
        let closed = |_| self.closed();
        let pages = Arc::clone(&self.pages).acquire_owned().await.map_err(closed)?;
        let bytes = Arc::clone(&self.bytes).acquire_many_owned(units).await.map_err(closed)?;
        let submission = Submission {
            deadline: self.client.deadline(&page),
            input: page.input,
            room: Room { _pages: pages, _bytes: bytes, _id: id },
        };
        self.intake.send(submission).await.map_err(|_| self.closed())
    }

    /// How many files may be in flight at once, as the server said when the session was opened.
    pub fn window(&self) -> u32 {
        self.window
    }

    fn closed(&self) -> Error {
        Error::SessionClosed { refusal: self.end.get().cloned() }
    }
}

/// The half of a session that answers come out of: a stream of readings and failures, each with the caller's page id,
/// in the order in which the server is done with them. A file of n pages is answered n times, or once by a failure of
/// the file as a whole. Ends when every [`Submitter`] is dropped and every page answered, or when the connection
/// could not be set up again, after a failure for each page that was left. Dropping it gives up what is in flight.
#[derive(Debug)]
pub struct Answers {
    events: mpsc::Receiver<SessionEvent>,
}

impl Answers {
    /// The same, with the verdicts on pages whose `wanted.verdict` is set, each ahead of the page's answer.
    pub fn events(self) -> impl Stream<Item = SessionEvent> + Send + Unpin {
        ReceiverStream::new(self.events)
    }
}

impl Stream for Answers {
    type Item = Result<PageReading, PageFailure>;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>> {
        loop {
            match std::task::ready!(self.events.poll_recv(context)) {
                Some(SessionEvent::Answer(answer)) => return Poll::Ready(Some(answer)),
                Some(SessionEvent::Verdict(_)) => {}
                None => return Poll::Ready(None),
            }
        }
    }
}

/// A page's share of the session's room and its claim on its id, given back when the page is answered.
#[derive(Debug)]
pub(crate) struct Room {
    _pages: OwnedSemaphorePermit,
    _bytes: OwnedSemaphorePermit,
    _id: IdClaim,
}

/// The ids of the pages that are not answered yet.
#[derive(Debug, Clone, Default)]
struct Ids(Arc<Mutex<HashSet<String>>>);

#[derive(Debug)]
struct IdClaim {
    ids: Ids,
    id: String,
}

impl Ids {
    fn claim(&self, id: &str) -> Result<IdClaim, Error> {
        // No code that could panic runs under this lock, so a poisoned one still holds a whole set.
        let mut ids = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if !ids.insert(id.to_owned()) {
            return Err(Error::DuplicatePageId { page_id: id.to_owned() });
        }
        Ok(IdClaim { ids: self.clone(), id: id.to_owned() })
    }
}

impl Drop for IdClaim {
    fn drop(&mut self) {
        let mut ids = self.ids.0.lock().unwrap_or_else(PoisonError::into_inner);
        ids.remove(&self.id);
    }
}

/// Opens a session: the stream, and the task that drives it until the session ends.
pub(crate) async fn open(client: &Client) -> Result<(Submitter, Answers), Error> {
    let (connection, _) = driver::connect(client, 0).await.map_err(Error::Refused)?;
    tracing::debug!(window = connection.window(), "stream opened");
    let window = connection.window();
    let pages = Arc::new(Semaphore::new(window as usize));
    let bytes_units = u32::try_from(client.options.max_unanswered_bytes / BYTES_UNIT)
        .unwrap_or(u32::MAX)
        .clamp(1, u32::try_from(Semaphore::MAX_PERMITS).unwrap_or(u32::MAX));
    let bytes = Arc::new(Semaphore::new(bytes_units as usize));
    let end = Arc::new(OnceLock::new());
    // Both channels hold at most what the room allows, so neither ever makes anybody wait longer than the room does.
    let (intake_sender, intake) = mpsc::channel(window as usize);
    let (event_sender, events) = mpsc::channel(window as usize);
    let driver = Driver::new(client.clone(), intake, event_sender, Arc::clone(&end));
    let rooms = [Arc::clone(&pages), Arc::clone(&bytes)];
    tokio::spawn(async move {
        driver.run(connection).await;
        // Whoever waits for room learns that the session is over.
        for room in rooms {
            room.close();
        }
    });
    let submitter = Submitter {
        client: client.clone(),
        intake: intake_sender,
        pages,
        bytes,
        bytes_units,
        window,
        ids: Ids::default(),
        end,
    };
    Ok((submitter, Answers { events }))
}
