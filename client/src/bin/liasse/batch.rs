//! Many files over one session.
//!
//! Responsible for loading and submitting files as the server's window allows, and for gathering the answers about each until it
//! is whole. Not responsible for retries or windows, which are the library's, nor for what becomes of a file.

use std::collections::HashMap;

use anyhow::Context;
use futures::StreamExt;
use liasse_client::{
    Answers, Client, Error, PageFailure, Submitter,
    v1::{PageReading, Wanted},
};
use tokio::{sync::mpsc, task::JoinHandle};

use crate::inputs::Input;

/// What there is to tell of the files.
#[derive(Debug)]
pub(crate) enum Event {
    /// A file was not sent: why, in a sentence that names it.
    Unsent(String),
    /// A file was answered.
    Answered(Input, File),
}

/// What was answered about a file.
#[derive(Debug, Default)]
pub(crate) struct File {
    /// `pages[i]` is page i + 1; `None` where it was not read. As long as the last page that was read.
    pub(crate) pages: Vec<Option<PageReading>>,
    pub(crate) failures: Vec<PageFailure>,
    answered: u32,
    /// 0 where it is not known.
    pub(crate) page_count: u32,
    /// No further answer follows.
    over: bool,
}

impl File {
    fn take(&mut self, answer: Result<PageReading, PageFailure>) {
        self.answered += 1;
        match answer {
            Ok(reading) => {
                self.page_count = reading.page_count;
                let index = reading.page_number.saturating_sub(1) as usize;
                if self.pages.len() <= index {
                    self.pages.resize_with(index + 1, || None);
                }
                if let Some(page) = self.pages.get_mut(index) {
                    *page = Some(reading);
                }
            }
            Err(failure) => {
                self.page_count = self.page_count.max(failure.page_count);
                self.over |= failure.page_number == 0;
                self.failures.push(failure);
            }
        }
    }

    fn is_whole(&self) -> bool {
        self.over || self.answered >= self.page_count.max(1)
    }
}

/// Files that are being read.
#[derive(Debug)]
pub(crate) struct Batch {
    told: mpsc::Receiver<Event>,
    tasks: Vec<JoinHandle<()>>,
}

impl Batch {
    /// Begins to read `inputs` with what is `wanted` of each page. Whoever drops it gives up what is not answered.
    ///
    /// # Errors
    /// When no session can be had.
    pub(crate) async fn read(client: Client, inputs: Vec<Input>, wanted: Wanted) -> anyhow::Result<Self> {
        let (submitter, answers) = client.session().await?;
        let by_id = inputs.iter().map(|input| (input.id.clone(), input.clone())).collect();
        let (events, told) = mpsc::channel(1);
        let tasks = vec![
            tokio::spawn(submit(client, submitter, inputs, wanted, events.clone())),
            tokio::spawn(gather(answers, by_id, events)),
        ];
        Ok(Self { told, tasks })
    }

    /// What there is to tell next; `None` after the last file.
    ///
    /// # Errors
    /// When a task of the session broke, which is a fault of ours: not all was told.
    pub(crate) async fn next(&mut self) -> anyhow::Result<Option<Event>> {
        if let Some(event) = self.told.recv().await {
            return Ok(Some(event));
        }
        for task in self.tasks.drain(..) {
            task.await.context("a task of the session broke")?;
        }
        Ok(None)
    }
}

/// Loads and submits every file as there is room for it; says of each that was not sent why.
async fn submit(client: Client, submitter: Submitter, inputs: Vec<Input>, wanted: Wanted, events: mpsc::Sender<Event>) {
    for Input { path, id, .. } in inputs {
        let submitted = match client.load(&path, id.clone()).await {
            Ok(mut page) => {
                page.input.wanted = Some(wanted.clone());
                submitter.submit(page).await
            }
            Err(error) => Err(error),
        };
        if let Err(error) = submitted {
            let why = match &error {
                // These name the file themselves.
                Error::File { .. } | Error::PageTooLarge { .. } => format!("{:#}", anyhow::Error::from(error)),
                _ => format!("{}: {:#}", path.display(), anyhow::Error::from(error)),
            };
            if events.send(Event::Unsent(why)).await.is_err() {
                return;
            }
        }
    }
}

/// Puts the answers about each file together.
async fn gather(mut answers: Answers, inputs: HashMap<String, Input>, events: mpsc::Sender<Event>) {
    let mut open: HashMap<String, File> = HashMap::new();
    while let Some(answer) = answers.next().await {
        let id = match &answer {
            Ok(reading) => reading.page_id.clone(),
            Err(failure) => failure.page_id.clone(),
        };
        let Some(input) = inputs.get(&id) else { continue };
        let file = open.entry(id.clone()).or_default();
        file.take(answer);
        if file.is_whole()
            && let Some(file) = open.remove(&id)
            && events.send(Event::Answered(input.clone(), file)).await.is_err()
        {
            return;
        }
    }
}
