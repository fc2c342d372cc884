//! Why a file cannot be read.

/// Why a file, or a page of it, cannot be decoded.
///
/// The text of each is one English sentence without a full stop; [`DecodeError::reason`] is the stable code of it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum DecodeError {
    /// There are no bytes.
    #[error("the file is empty")]
    Empty,
    /// The bytes are of no type that is read here.
    #[error("the file is none of JPEG, PNG, TIFF, WebP, BMP, GIF or PDF (it begins with {start})")]
    Unsupported {
        /// The first bytes in hexadecimal.
        start: String,
    },
    /// The bytes are of another type than declared.
    #[error("the file was declared to be {declared} but is {found}")]
    ContentType {
        /// What was declared, cut to a sane length.
        declared: String,
        /// What the bytes are.
        found: &'static str,
    },
    /// The file is larger than allowed.
    #[error("the file has {bytes} bytes, more than the {max} allowed")]
    FileTooLarge {
        /// Size of the file.
        bytes: usize,
        /// The limit.
        max: usize,
    },
    /// A page has more pixels than allowed.
    #[error("{place} has {width} x {height} pixels, more than allowed ({max_pixels} pixels, {max_side} a side)")]
    ImageTooLarge {
        /// Which page.
        place: Place,
        /// Width in pixels.
        width: u64,
        /// Height in pixels.
        height: u64,
        /// The limit on pixels.
        max_pixels: u64,
        /// The limit on a side.
        max_side: u32,
    },
    /// Decoding a page needs more memory than allowed.
    #[error("{place} needs more memory to decode than the {max_bytes} bytes allowed")]
    TooMuchMemory {
        /// Which page.
        place: Place,
        /// The limit in bytes.
        max_bytes: u64,
    },
    /// The file has more pages than allowed.
    #[error("the file has more than the {max} pages allowed")]
    TooManyPages {
        /// The limit.
        max: u32,
    },
    /// There is no such page.
    #[error("page {} was asked for but the file has {count}", index + 1)]
    NoSuchPage {
        /// What was asked for, 0-based.
        index: u32,
        /// How many there are.
        count: u32,
    },
    /// The file ends before the page does.
    #[error("{place} is cut short: {detail}")]
    Truncated {
        /// Which page.
        place: Place,
        /// What the decoder said.
        detail: String,
    },
    /// The file breaks the rules of its format.
    #[error("{place} is damaged: {detail}")]
    Corrupt {
        /// Which page.
        place: Place,
        /// What the decoder said.
        detail: String,
    },
    /// The file is of a known type but uses something that is not read here.
    #[error("{place} uses what is not supported: {detail}")]
    Feature {
        /// Which page.
        place: Place,
        /// What it is.
        detail: String,
    },
    /// Decoding took too long and was given up.
    #[error("{place} could not be decoded within {seconds} s")]
    TooSlow {
        /// Which page.
        place: Place,
        /// The limit.
        seconds: u64,
    },
    /// Earlier files that took too long still keep the decoder.
    #[error("no PDF can be taken now: earlier ones keep the decoder busy")]
    Busy,
    /// The PDF is protected by a password.
    #[error("the PDF is encrypted and cannot be opened without its password")]
    PdfEncrypted,
    /// The PDF has no page.
    #[error("the PDF has no page")]
    PdfNoPages,
    /// The PDF cannot be read at all.
    #[error("the PDF is damaged beyond reading: {detail}")]
    PdfCorrupt {
        /// What is wrong.
        detail: String,
    },
}

/// What a decoding error is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Place {
    /// The file's type in words.
    pub(crate) kind: &'static str,
    /// Page, 1-based; `None` where the file has only one or it is about the whole file.
    pub(crate) page: Option<u32>,
}

impl std::fmt::Display for Place {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.page {
            Some(page) => write!(f, "page {page} of the {}", self.kind),
            None => write!(f, "the {}", self.kind),
        }
    }
}

impl DecodeError {
    /// The stable reason code, in capitals.
    pub const fn reason(&self) -> &'static str {
        match self {
            Self::Empty => "EMPTY_FILE",
            Self::Unsupported { .. } => "UNSUPPORTED_FORMAT",
            Self::ContentType { .. } => "CONTENT_TYPE_MISMATCH",
            Self::FileTooLarge { .. } => "FILE_TOO_LARGE",
            Self::ImageTooLarge { .. } | Self::TooMuchMemory { .. } => "IMAGE_TOO_LARGE",
            Self::TooManyPages { .. } => "TOO_MANY_PAGES",
            Self::NoSuchPage { .. } => "NO_SUCH_PAGE",
            Self::Truncated { .. } => "IMAGE_TRUNCATED",
            Self::Corrupt { .. } => "IMAGE_CORRUPT",
            Self::Feature { .. } => "UNSUPPORTED_FEATURE",
            Self::TooSlow { .. } => "DECODE_TIMEOUT",
            Self::Busy => "PDF_DECODER_BUSY",
            Self::PdfEncrypted => "PDF_ENCRYPTED",
            Self::PdfNoPages => "PDF_NO_PAGES",
            Self::PdfCorrupt { .. } => "PDF_CORRUPT",
        }
    }

    /// Whether the file was refused for its size rather than for what is wrong with it.
    pub const fn is_too_large(&self) -> bool {
        matches!(
            self,
            Self::FileTooLarge { .. }
                | Self::ImageTooLarge { .. }
                | Self::TooMuchMemory { .. }
                | Self::TooManyPages { .. }
        )
    }
}
