//! Why a page was not read, as its caller is told.
//!
//! Responsible for the one mapping from every cause to a gRPC code, a stable reason, a sentence and a retry delay, and
//! for its two forms on the wire: `google.rpc.Status` and `PageError`. The reasons are documented in docs/protocol.md.
//! Not responsible for deciding that something is wrong.

use std::{collections::HashMap, fmt, time::Duration};

use liasse_batching::SubmitError;
use liasse_imaging::DecodeError;
use liasse_proto::{ERROR_DOMAIN, v1};
use tonic::{Code, Status};
use tonic_types::{ErrorDetails, FieldViolation, StatusExt};

/// The reasons that do not come from a decoder. Every one of them is explained in docs/protocol.md.
pub(crate) mod reason {
    /// A field of the request is missing or out of range.
    pub(crate) const INVALID_FIELD: &str = "INVALID_FIELD";
    /// Another page in flight on the same stream has the same id.
    pub(crate) const DUPLICATE_PAGE_ID: &str = "DUPLICATE_PAGE_ID";
    /// More pages were sent on a stream than its window allows.
    pub(crate) const WINDOW_EXCEEDED: &str = "WINDOW_EXCEEDED";
    /// The file has more pages than one call may have.
    pub(crate) const TOO_MANY_PAGES_FOR_CALL: &str = "TOO_MANY_PAGES_FOR_CALL";
    /// The file, or the message that carries it, is larger than allowed.
    pub(crate) const FILE_TOO_LARGE: &str = "FILE_TOO_LARGE";
    /// The server has as many pages or bytes in flight as it takes.
    pub(crate) const SERVER_FULL: &str = "SERVER_FULL";
    /// The server is shutting down.
    pub(crate) const SHUTTING_DOWN: &str = "SHUTTING_DOWN";
    /// The deadline passed.
    pub(crate) const DEADLINE_EXCEEDED: &str = "DEADLINE_EXCEEDED";
    /// The caller cancelled or went away.
    pub(crate) const CANCELLED: &str = "CANCELLED";
    /// The caller sends a message, or takes answers, too slowly.
    pub(crate) const TRANSFER_TOO_SLOW: &str = "TRANSFER_TOO_SLOW";
    /// Document types are not to be changed by callers.
    pub(crate) const TYPES_READ_ONLY: &str = "TYPES_READ_ONLY";
    /// Files of document types are refused.
    pub(crate) const TYPES_REFUSED: &str = "TYPES_REFUSED";
    /// The folder of document types cannot be written to.
    pub(crate) const TYPES_NOT_WRITTEN: &str = "TYPES_NOT_WRITTEN";
    /// There is no such type.
    pub(crate) const UNKNOWN_TYPE: &str = "UNKNOWN_TYPE";
    /// Pages are too few or say too little to be learned from.
    pub(crate) const NOT_LEARNED: &str = "NOT_LEARNED";
    /// A model failed.
    pub(crate) const MODEL_FAILED: &str = "MODEL_FAILED";
    /// Something broke that should not.
    pub(crate) const INTERNAL: &str = "INTERNAL";

    /// All of them.
    #[cfg(test)]
    pub(crate) const ALL: [&str; 17] = [
        INVALID_FIELD, DUPLICATE_PAGE_ID, WINDOW_EXCEEDED, TOO_MANY_PAGES_FOR_CALL, FILE_TOO_LARGE, SERVER_FULL,
        SHUTTING_DOWN, DEADLINE_EXCEEDED, CANCELLED, TRANSFER_TOO_SLOW, TYPES_READ_ONLY, TYPES_REFUSED,
        TYPES_NOT_WRITTEN, UNKNOWN_TYPE, NOT_LEARNED, MODEL_FAILED, INTERNAL,
    ];
}

/// How long to stay away from a server that shuts down: another one, or its successor, is there by then.
const RETRY_AFTER_SHUTDOWN: Duration = Duration::from_secs(1);
/// How long to wait with a page beyond the window: about as long as a page takes.
const RETRY_AFTER_WINDOW: Duration = Duration::from_millis(500);
/// How long to wait when a stage is full, which admission should have prevented.
const RETRY_AFTER_STAGE: Duration = Duration::from_millis(500);
/// How long to wait while earlier PDFs keep the decoder: it takes its time limit for them to be given up.
const RETRY_AFTER_DECODER: Duration = Duration::from_secs(5);

/// Why a page, or a whole call, was refused or given up.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Fault {
    code: Code,
    reason: &'static str,
    message: String,
    retry_after: Option<Duration>,
    violations: Vec<(&'static str, String)>,
}

impl Fault {
    fn new(code: Code, reason: &'static str, message: impl Into<String>) -> Self {
        Self { code, reason, message: message.into(), retry_after: None, violations: Vec::new() }
    }

    /// Fields of the request that are missing or out of range.
    pub(crate) fn invalid(violations: Vec<(&'static str, String)>) -> Self {
        let message = violations.iter().map(|(field, what)| format!("{field}: {what}")).collect::<Vec<_>>().join("; ");
        Self { violations, ..Self::new(Code::InvalidArgument, reason::INVALID_FIELD, message) }
    }

    /// The same about one file of several in a call; `number` is from 1.
    pub(crate) fn of_file(self, number: usize) -> Self {
        Self { message: format!("file {number}: {}", self.message), ..self }
    }

    pub(crate) fn duplicate_page_id(id: &str) -> Self {
        Self {
            violations: vec![("page.page_id", "must be unique among the pages in flight".to_owned())],
            ..Self::new(
                Code::InvalidArgument,
                reason::DUPLICATE_PAGE_ID,
                format!("page {id:?} is in flight on this stream already"),
            )
        }
    }

    pub(crate) fn window_exceeded(window: u32) -> Self {
        Self {
            retry_after: Some(RETRY_AFTER_WINDOW),
            ..Self::new(
                Code::ResourceExhausted,
                reason::WINDOW_EXCEEDED,
                format!("{window} pages are in flight on this stream, which is its window"),
            )
        }
    }

    pub(crate) fn too_many_pages_for_call(pages: u32, most: u32) -> Self {
        Self::new(
            Code::ResourceExhausted,
            reason::TOO_MANY_PAGES_FOR_CALL,
            format!(
                "the file has {pages} pages, more than the {most} that one answer may hold; send it by RecognizeStream"
            ),
        )
    }

    pub(crate) fn message_too_large(bytes: u64, most: u64) -> Self {
        Self::new(
            Code::ResourceExhausted,
            reason::FILE_TOO_LARGE,
            format!("the message has {bytes} bytes, more than the {most} that a page may take"),
        )
    }

    pub(crate) fn full(retry_after: Duration) -> Self {
        Self {
            retry_after: Some(retry_after),
            ..Self::new(
                Code::ResourceExhausted,
                reason::SERVER_FULL,
                "the server has as many pages in flight as it takes",
            )
        }
    }

    pub(crate) fn shutting_down() -> Self {
        Self {
            retry_after: Some(RETRY_AFTER_SHUTDOWN),
            ..Self::new(Code::Unavailable, reason::SHUTTING_DOWN, "the server is shutting down")
        }
    }

    pub(crate) fn deadline_exceeded() -> Self {
        Self::new(Code::DeadlineExceeded, reason::DEADLINE_EXCEEDED, "the deadline passed before the page was read")
    }

    pub(crate) fn cancelled() -> Self {
        Self::new(Code::Cancelled, reason::CANCELLED, "the caller cancelled")
    }

    pub(crate) fn too_slow(message: &str) -> Self {
        Self::new(Code::Aborted, reason::TRANSFER_TOO_SLOW, message)
    }

    pub(crate) fn types_read_only() -> Self {
        let message = "this server's document types cannot be changed by callers: its operator sets document_types and \
                       document_types_writable";
        Self::new(Code::PermissionDenied, reason::TYPES_READ_ONLY, message)
    }

    /// Files of document types that are refused, a sentence each.
    pub(crate) fn types_refused(problems: Vec<String>) -> Self {
        let message = problems.join("; ");
        let violations = problems.into_iter().map(|problem| ("file.content", problem)).collect();
        Self { violations, ..Self::new(Code::InvalidArgument, reason::TYPES_REFUSED, message) }
    }

    pub(crate) fn types_not_written(cause: impl fmt::Display) -> Self {
        let message = format!("the folder of document types cannot be written to: {cause}");
        Self::new(Code::FailedPrecondition, reason::TYPES_NOT_WRITTEN, message)
    }

    pub(crate) fn unknown_type(name: &str) -> Self {
        Self::new(Code::NotFound, reason::UNKNOWN_TYPE, format!("there is no document type {name:?}"))
    }

    pub(crate) fn not_learned(why: impl fmt::Display) -> Self {
        Self::new(Code::InvalidArgument, reason::NOT_LEARNED, why.to_string())
    }

    /// Something broke. `detail` goes to the caller, so it must not tell of other pages.
    pub(crate) fn internal(detail: impl fmt::Display) -> Self {
        Self::new(Code::Internal, reason::INTERNAL, format!("the server failed on this page: {detail}"))
    }

    /// What a scheduler said, where `failed` says what a worker's own error means.
    pub(crate) fn of_submit<E: fmt::Display>(error: SubmitError<E>, failed: impl FnOnce(E) -> Self) -> Self {
        match error {
            SubmitError::Full { .. } => Self::full(RETRY_AFTER_STAGE),
            SubmitError::Expired => Self::deadline_exceeded(),
            SubmitError::Cancelled => Self::cancelled(),
            SubmitError::Closed => Self::shutting_down(),
            SubmitError::Failed(error) => failed(error),
            SubmitError::Broken(detail) => Self::internal(detail),
        }
    }

    /// A model failed.
    pub(crate) fn model(error: impl fmt::Display) -> Self {
        Self::new(Code::Internal, reason::MODEL_FAILED, format!("a model failed on this page: {error}"))
    }

    pub(crate) const fn reason(&self) -> &'static str {
        self.reason
    }

    pub(crate) const fn code(&self) -> Code {
        self.code
    }

    /// The answer to a whole call.
    pub(crate) fn to_status(&self) -> Status {
        let mut details = ErrorDetails::new();
        details.set_error_info(self.reason, ERROR_DOMAIN, HashMap::new());
        if self.retry_after.is_some() {
            details.set_retry_info(self.retry_after);
        }
        if !self.violations.is_empty() {
            let violations: Vec<_> =
                self.violations.iter().map(|(field, what)| FieldViolation::new(*field, what.as_str())).collect();
            details.set_bad_request(violations);
        }
        Status::with_error_details(self.code, &self.message, details)
    }

    /// The answer to one page of a stream. `page_number` is 1-based; 0 when the file as a whole could not be read.
    pub(crate) fn to_page_error(&self, page_id: &str, page_number: u32, page_count: u32) -> v1::PageError {
        // A delay that is not whole is rounded up, so that 0 keeps its meaning.
        let retry_after = self.retry_after.map_or(0, |delay| delay.as_micros().div_ceil(1000));
        v1::PageError {
            page_id: page_id.to_owned(),
            code: self.code.into(),
            reason: self.reason.to_owned(),
            message: self.message.clone(),
            retry_after_milliseconds: u32::try_from(retry_after).unwrap_or(u32::MAX),
            page_number,
            page_count,
        }
    }
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.message)
    }
}

impl From<DecodeError> for Fault {
    fn from(error: DecodeError) -> Self {
        let (code, retry_after) = match &error {
            // About the moment, not about the file.
            DecodeError::Busy => (Code::ResourceExhausted, Some(RETRY_AFTER_DECODER)),
            // Time is a size too: the file is no worse than one that needs too much memory.
            DecodeError::TooSlow { .. } => (Code::ResourceExhausted, None),
            error if error.is_too_large() => (Code::ResourceExhausted, None),
            _ => (Code::InvalidArgument, None),
        };
        Self { retry_after, ..Self::new(code, error.reason(), error.to_string()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_status_says_why_and_for_how_long() {
        let status = Fault::full(Duration::from_millis(1500)).to_status();
        assert_eq!(status.code(), Code::ResourceExhausted);
        let details = status.get_error_details();
        let info = details.error_info().unwrap();
        assert_eq!((info.reason.as_str(), info.domain.as_str()), ("SERVER_FULL", "liasse.v1"));
        assert_eq!(details.retry_info().and_then(|r| r.retry_delay), Some(Duration::from_millis(1500)));
        assert!(details.bad_request().is_none());
    }

    #[test]
    fn a_status_names_the_fields() {
        let fault = Fault::invalid(vec![("page.declared_dpi", "must be 0 or between 50 and 2400".to_owned())]);
        let details = fault.to_status().get_error_details();
        let violations = &details.bad_request().unwrap().field_violations;
        assert_eq!(violations[0].field, "page.declared_dpi");
        assert!(details.retry_info().is_none());
    }

    #[test]
    fn a_page_error_says_the_same() {
        let error = Fault::full(Duration::from_micros(10)).to_page_error("p", 2, 3);
        assert_eq!((error.code, error.reason.as_str()), (8, "SERVER_FULL"));
        assert_eq!(error.retry_after_milliseconds, 1, "0 would mean never");
        assert_eq!((error.page_number, error.page_count), (2, 3));
        assert_eq!(Fault::cancelled().to_page_error("p", 0, 0).retry_after_milliseconds, 0);
    }

    #[test]
    fn size_is_exhaustion_and_damage_is_an_invalid_argument() {
        let large = Fault::from(DecodeError::FileTooLarge { bytes: 2, max: 1 });
        assert_eq!((large.code(), large.reason()), (Code::ResourceExhausted, "FILE_TOO_LARGE"));
        let empty = Fault::from(DecodeError::Empty);
        assert_eq!((empty.code(), empty.reason()), (Code::InvalidArgument, "EMPTY_FILE"));
        let busy = Fault::from(DecodeError::Busy).to_page_error("p", 0, 0);
        assert_eq!((busy.code, busy.retry_after_milliseconds), (Code::ResourceExhausted.into(), 5000));
    }

    /// docs/protocol.md explains every reason, those of the decoders included.
    #[test]
    fn the_documentation_has_every_reason() {
        let docs = include_str!("../../docs/protocol.md");
        let from_decoders = [
            "EMPTY_FILE", "UNSUPPORTED_FORMAT", "CONTENT_TYPE_MISMATCH", "IMAGE_TOO_LARGE", "TOO_MANY_PAGES",
            "IMAGE_TRUNCATED", "IMAGE_CORRUPT", "UNSUPPORTED_FEATURE", "PDF_ENCRYPTED", "PDF_NO_PAGES", "PDF_CORRUPT",
            "PDF_DECODER_BUSY", "DECODE_TIMEOUT",
        ];
        let mut documented: Vec<&str> = docs
            .lines()
            .filter_map(|line| line.strip_prefix("| `")?.split('`').next())
            .filter(|word| word.chars().all(|c| c.is_ascii_uppercase() || c == '_'))
            .collect();
        documented.sort_unstable();
        let mut expected: Vec<&str> = reason::ALL.into_iter().chain(from_decoders).collect();
        expected.sort_unstable();
        assert_eq!(documented, expected);
    }
}
