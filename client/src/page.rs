//! What a caller sends.

use std::time::Duration;

use bytes::Bytes;
use liasse_proto::v1;

/// One file to read, with what the caller knows of it.
///
/// ```
/// use liasse_client::{Page, v1::Priority};
///
/// let mut page = Page::new("sheet-17", &b"\xFF\xD8..."[..]);
/// page.input.archive_box_reference = "B-2026-0412".to_owned();
/// page.input.set_priority(Priority::Interactive);
/// ```
#[derive(Debug, Clone, PartialEq)]
pub struct Page {
    /// What goes over the wire; the fields are documented in `recognition.proto`.
    pub input: v1::PageInput,
    /// How long this file may take; `None` = as [`Options::timeout`](crate::Options::timeout) says.
    pub timeout: Option<Duration>,
}

impl Page {
    /// A page with an id (1 to 256 bytes; unique among the pages in flight on a session) and its encoded bytes.
    pub fn new(page_id: impl Into<String>, content: impl Into<Bytes>) -> Self {
        Self {
            input: v1::PageInput { page_id: page_id.into(), content: content.into(), ..Default::default() },
            timeout: None,
        }
    }
}
