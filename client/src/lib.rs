//! The client of a Liasse server: pages in, readings out.
//!
//! Responsible for connecting, for what may be sent (the server's limits), for keeping within a stream's window, for
//! deadlines, and for sending again what failed for want of room or of a connection. Reading stores nothing on the
//! server, so a page can always be sent again without harm. Not responsible for decoding images or for what is done
//! with the answers.
//!
//! # One file at a time
//! [`Client::read`] and [`Client::read_file`] send one file and answer when all its pages are read.
//!
//! ```no_run
//! use liasse_client::{Client, Options};
//!
//! # async fn run() -> Result<(), liasse_client::Error> {
//! let client = Client::connect("http://127.0.0.1:7443", Options::default()).await?;
//! for reading in client.read_file("lettre.pdf").await? {
//!     println!("page {} of {}: {}", reading.page_number, reading.page_count, reading.text);
//! }
//! # Ok(())
//! # }
//! ```
//!
//! # A scanning line
//! [`Client::session`] opens a stream on which many pages are in flight. [`Submitter::submit`] waits while the server's
//! window is full, which is the back-pressure that a scanner has to feel; [`Answers`] gives readings and failures in
//! the order in which the server is done with them. A stream that breaks is opened again and what was not answered is
//! sent again: every submitted page is answered, by its reading or by a [`PageFailure`].
//!
//! ```no_run
//! use futures::StreamExt;
//! use liasse_client::{Client, Options, Page};
//!
//! # async fn run(scans: Vec<bytes::Bytes>) -> Result<(), liasse_client::Error> {
//! let client = Client::connect("http://127.0.0.1:7443", Options::default()).await?;
//! let (submitter, mut answers) = client.session().await?;
//! let submitting = tokio::spawn(async move {
//!     for (number, scan) in scans.into_iter().enumerate() {
//!         submitter.submit(Page::new(format!("sheet-{number}"), scan)).await?;
//!     }
//!     Ok::<_, liasse_client::Error>(()) // the last submitter is dropped here: the session ends once all is answered
//! });
//! while let Some(answer) = answers.next().await {
//!     match answer {
//!         Ok(reading) => println!("{}: {} words", reading.page_id, reading.words.len()),
//!         Err(failure) => eprintln!("{failure}"),
//!     }
//! }
//! submitting.await.expect("the submitting task does not panic")?;
//! # Ok(())
//! # }
//! ```
//! Submit and take the answers in different tasks, as above: answers that nobody takes fill the window, and then
//! `submit` waits for ever.

mod client;
mod document;
mod error;
mod options;
mod page;
mod retry;
mod session;
mod types;

pub use client::Client;
pub use error::{Error, PageFailure, Refusal, Violation};
pub use liasse_proto::{from_json, to_json, v1};
pub use options::Options;
pub use page::Page;
pub use retry::RetryPolicy;
pub use session::{Answers, SessionEvent, Submitter};
pub use tonic::Code;
