//! What can go wrong, as values to program against.
//!
//! Responsible for turning gRPC statuses and a stream's page errors into one form, the [`Refusal`], and for saying
//! whether sending again makes sense. Not responsible for when to do so (see `retry`).

use std::{error, fmt, path::PathBuf, time::Duration};

use liasse_proto::v1;
use tonic::{Code, Status};
use tonic_types::StatusExt;

/// The reason code of a refusal whose cause is the connection, not the server's word.
pub(crate) const CONNECTION_LOST: &str = "CONNECTION_LOST";
/// The reason code of a page whose time was up before its answer came.
pub(crate) const DEADLINE_EXCEEDED: &str = "DEADLINE_EXCEEDED";

/// Why the server, or the connection to it, did not do what was asked.
#[derive(Debug, Clone, PartialEq)]
pub struct Refusal {
    /// The gRPC code.
    pub code: Code,
    /// A stable name to program against, such as `IMAGE_TRUNCATED`; `CONNECTION_LOST` when the connection failed; the
    /// code's own name when the server gave no reason.
    pub reason: String,
    /// One English sentence.
    pub message: String,
    /// How long the server asks to wait before sending the same again. `None` where it does not say.
    pub retry_after: Option<Duration>,
    /// The fields of the request that were at fault, where the server names them.
    pub violations: Vec<Violation>,
}

/// One field of a request that the server objects to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Violation {
    /// Such as `page.content`.
    pub field: String,
    /// One English sentence.
    pub description: String,
}

impl Refusal {
    pub(crate) fn from_status(status: &Status) -> Self {
        // A status that came over the wire has no source; one that tonic made of a transport error has. The code that
        // such an error is given differs with how the connection broke and means nothing to a caller.
        if error::Error::source(status).is_some() {
            return Self::connection_lost(&chain(status));
        }
        let details = status.get_error_details();
        Self {
            code: status.code(),
            reason: details
                .error_info()
                .map(|info| info.reason.clone())
                .filter(|reason| !reason.is_empty())
                .unwrap_or_else(|| code_name(status.code()).to_owned()),
            message: status.message().to_owned(),
            retry_after: details.retry_info().and_then(|info| info.retry_delay),
            violations: details
                .bad_request()
                .map(|request| {
                    request
                        .field_violations
                        .iter()
                        .map(|violation| Violation {
                            field: violation.field.clone(),
                            description: violation.description.clone(),
                        })
                        .collect()
                })
                .unwrap_or_default(),
        }
    }

    pub(crate) fn from_page_error(error: &v1::PageError) -> Self {
        let code = Code::from_i32(error.code);
        Self {
            code,
            reason: if error.reason.is_empty() { code_name(code).to_owned() } else { error.reason.clone() },
            message: error.message.clone(),
            retry_after: (error.retry_after_milliseconds > 0)
                .then(|| Duration::from_millis(error.retry_after_milliseconds.into())),
            violations: Vec::new(),
        }
    }

    pub(crate) fn connection_lost(what: &str) -> Self {
        Self {
            code: Code::Unavailable,
            reason: CONNECTION_LOST.to_owned(),
            message: format!("the connection to the server failed: {what}"),
            retry_after: None,
            violations: Vec::new(),
        }
    }

    pub(crate) fn deadline_exceeded() -> Self {
        Self {
            code: Code::DeadlineExceeded,
            reason: DEADLINE_EXCEEDED.to_owned(),
            message: "no answer came within the page's time".to_owned(),
            retry_after: None,
            violations: Vec::new(),
        }
    }

    /// Whether the same request may succeed a little later: the server was full and said when to come back, or it could
    /// not be reached. A file that is too large is also `RESOURCE_EXHAUSTED`, but comes without a delay.
    pub fn is_temporary(&self) -> bool {
        match self.code {
            Code::Unavailable => true,
            Code::ResourceExhausted => self.retry_after.is_some(),
            _ => false,
        }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.message, self.reason)?;
        for violation in &self.violations {
            // Servers commonly repeat the sentence in the violation; say it once.
            if violation.description != self.message {
                write!(f, "; {}: {}", violation.field, violation.description)?;
            }
        }
        Ok(())
    }
}

impl error::Error for Refusal {}

/// A file of a session, or one page of it, that could not be read.
#[derive(Debug, Clone, PartialEq)]
#[non_exhaustive]
pub struct PageFailure {
    /// As submitted.
    pub page_id: String,
    /// The page of the file that failed, from 1; 0 when the file as a whole failed.
    pub page_number: u32,
    /// How many pages the file has; 0 when that is not known.
    pub page_count: u32,
    /// How often the file was sent.
    pub attempts: u32,
    /// Why.
    pub refusal: Refusal,
}

impl fmt::Display for PageFailure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.page_id)?;
        if self.page_number > 0 {
            write!(f, ", page {}", self.page_number)?;
        }
        write!(f, ": {}", self.refusal)?;
        if self.attempts > 1 {
            write!(f, ", after {} attempts", self.attempts)?;
        }
        Ok(())
    }
}

impl error::Error for PageFailure {
    fn source(&self) -> Option<&(dyn error::Error + 'static)> {
        Some(&self.refusal)
    }
}

/// Why a call of this library failed.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum Error {
    /// The server's address is not an `http://host:port` URL.
    #[error("{url:?} is not the address of a server: {problem}")]
    InvalidUrl {
        /// As given.
        url: String,
        /// What is wrong with it.
        problem: String,
    },
    /// There is nobody at the server's address.
    #[error("cannot reach a server at {url}")]
    Connect {
        /// As given to [`Client::connect`](crate::Client::connect).
        url: String,
        /// The transport's error.
        source: tonic::transport::Error,
    },
    /// The server refused, or the connection failed and could not be set up again within the retry policy.
    #[error(transparent)]
    Refused(Refusal),
    /// A file could not be read from the disk.
    #[error("cannot read {}", path.display())]
    File {
        /// As given.
        path: PathBuf,
        /// The system's error.
        source: std::io::Error,
    },
    /// The file is larger than the server accepts, so it was not sent.
    #[error("{page_id}: {bytes} bytes are more than the {limit} that the server accepts (FILE_TOO_LARGE)")]
    PageTooLarge {
        /// Of the page.
        page_id: String,
        /// Its size.
        bytes: u64,
        /// The server's limit.
        limit: u64,
    },
    /// A page of a session needs an id of 1 to 256 bytes.
    #[error("a page's id must have 1 to 256 bytes, this one has {bytes}")]
    InvalidPageId {
        /// Its length.
        bytes: usize,
    },
    /// A page with this id has been submitted and is not answered yet.
    #[error("a page with the id {page_id:?} is in flight already")]
    DuplicatePageId {
        /// The id.
        page_id: String,
    },
    /// The session is over: its answers were dropped, or its connection could not be set up again.
    #[error("the session is closed{}", refusal.as_ref().map(|r| format!(": {r}")).unwrap_or_default())]
    SessionClosed {
        /// What ended it; `None` when the caller did, by dropping the answers.
        refusal: Option<Refusal>,
    },
    /// The server does not keep to the contract.
    #[error("the server does not speak liasse.v1 as this client knows it: {0}")]
    Contract(String),
}

impl Error {
    /// The stable reason code, as in [`Refusal::reason`].
    pub fn reason(&self) -> &str {
        match self {
            Self::InvalidUrl { .. } => "INVALID_URL",
            Self::Connect { .. } => CONNECTION_LOST,
            Self::Refused(refusal) => &refusal.reason,
            Self::File { .. } => "FILE_UNREADABLE",
            Self::PageTooLarge { .. } => "FILE_TOO_LARGE",
            Self::InvalidPageId { .. } => "INVALID_PAGE_ID",
            Self::DuplicatePageId { .. } => "DUPLICATE_PAGE_ID",
            Self::SessionClosed { .. } => "SESSION_CLOSED",
            Self::Contract(_) => "CONTRACT_BROKEN",
        }
    }
}

/// The names that google.rpc.Code gives them.
fn code_name(code: Code) -> &'static str {
    match code {
        Code::Ok => "OK",
        Code::Cancelled => "CANCELLED",
        Code::Unknown => "UNKNOWN",
        Code::InvalidArgument => "INVALID_ARGUMENT",
        Code::DeadlineExceeded => "DEADLINE_EXCEEDED",
        Code::NotFound => "NOT_FOUND",
        Code::AlreadyExists => "ALREADY_EXISTS",
        Code::PermissionDenied => "PERMISSION_DENIED",
        Code::ResourceExhausted => "RESOURCE_EXHAUSTED",
        Code::FailedPrecondition => "FAILED_PRECONDITION",
        Code::Aborted => "ABORTED",
        Code::OutOfRange => "OUT_OF_RANGE",
        Code::Unimplemented => "UNIMPLEMENTED",
        Code::Internal => "INTERNAL",
        Code::Unavailable => "UNAVAILABLE",
        Code::DataLoss => "DATA_LOSS",
        Code::Unauthenticated => "UNAUTHENTICATED",
    }
}

/// An error and what is behind it, in one line: tonic's own texts ("transport error") say little.
fn chain(error: &dyn error::Error) -> String {
    let mut parts = Vec::<String>::new();
    let mut next = error.source();
    while let Some(cause) = next {
        let text = cause.to_string();
        if !parts.last().is_some_and(|last| last.contains(&text)) {
            parts.push(text);
        }
        next = cause.source();
    }
    parts.join(": ")
}

#[cfg(test)]
mod tests {
    use tonic_types::ErrorDetails;

    use super::*;

    #[test]
    fn a_status_with_details_becomes_a_refusal() {
        let mut details = ErrorDetails::new();
        details.set_error_info("QUEUE_FULL", "liasse.v1", std::collections::HashMap::new());
        details.set_retry_info(Some(Duration::from_millis(250)));
        let status = Status::with_error_details(Code::ResourceExhausted, "64 pages are being read", details);
        let refusal = Refusal::from_status(&status);
        assert_eq!(refusal.reason, "QUEUE_FULL");
        assert_eq!(refusal.retry_after, Some(Duration::from_millis(250)));
        assert!(refusal.is_temporary());
        assert_eq!(refusal.to_string(), "64 pages are being read (QUEUE_FULL)");
    }

    #[test]
    fn a_file_that_is_too_large_is_not_sent_again() {
        let refusal = Refusal::from_status(&Status::resource_exhausted("too large"));
        assert_eq!(refusal.reason, "RESOURCE_EXHAUSTED");
        assert!(!refusal.is_temporary());
    }

    #[test]
    fn a_bad_field_is_named() {
        let mut details = ErrorDetails::new();
        details.add_bad_request_violation("page.declared_dpi", "3 is below 50");
        let status = Status::with_error_details(Code::InvalidArgument, "the request is not valid", details);
        let refusal = Refusal::from_status(&status);
        assert!(!refusal.is_temporary());
        assert_eq!(
            refusal.to_string(),
            "the request is not valid (INVALID_ARGUMENT); page.declared_dpi: 3 is below 50"
        );
    }

    #[test]
    fn a_page_error_of_a_stream_says_whether_to_come_back() {
        let mut error = v1::PageError {
            code: Code::ResourceExhausted as i32,
            reason: "QUEUE_FULL".to_owned(),
            retry_after_milliseconds: 100,
            ..Default::default()
        };
        assert!(Refusal::from_page_error(&error).is_temporary());
        error.retry_after_milliseconds = 0;
        assert!(!Refusal::from_page_error(&error).is_temporary());
    }
}
