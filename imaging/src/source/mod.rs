//! Opening files and decoding their pages.
//!
//! Responsible for telling the type of a file from its bytes, for the limits, and for handing each page to its decoder.
//! The decoders are in the modules below; none of them sees a file whose size was not judged from its header first.

mod contain;
mod ifd;
mod jpeg;
mod pdf;
mod pixels;
mod plain;
mod png;
mod tiff;

use bytes::Bytes;

use crate::error::Place;
use crate::{Attachment, DecodeError, Limits, PixelFormat, Raster};

/// An opened file: its type is known, its header was checked against the limits, and no page is decoded yet.
///
/// Pages may be decoded in any order and from several threads at once.
#[derive(Debug)]
pub struct Source {
    bytes: Bytes,
    limits: Limits,
    content: Content,
}

/// What the file is, with what its header told.
#[derive(Debug)]
enum Content {
    Jpeg(jpeg::Header),
    Png(png::Header),
    Plain(plain::Kind, u32, u32),
    Tiff(Vec<tiff::Page>),
    Pdf(pdf::Document),
}

/// The types that are told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Type {
    Jpeg,
    Png,
    Tiff,
    WebP,
    Bmp,
    Gif,
    Pdf,
}

impl Type {
    /// Tells a type from its first bytes.
    fn sniff(bytes: &[u8]) -> Option<Self> {
        Some(match bytes {
            [0xff, 0xd8, 0xff, ..] => Self::Jpeg,
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', ..] => Self::Png,
            [b'I', b'I', 42 | 43, 0, ..] | [b'M', b'M', 0, 42 | 43, ..] => Self::Tiff,
            [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => Self::WebP,
            [b'G', b'I', b'F', b'8', b'7' | b'9', b'a', ..] => Self::Gif,
            [b'B', b'M', ..] if bytes.len() >= 26 => Self::Bmp,
            // Mail gateways and printers put lines before the header; readers accept it within the first kilobyte.
            _ if bytes[..bytes.len().min(1024)].windows(5).any(|window| window == b"%PDF-") => Self::Pdf,
            // Some lose the header itself; readers find their way from the end.
            _ if bytes[bytes.len().saturating_sub(1024)..].windows(9).any(|window| window == b"startxref") => Self::Pdf,
            _ => return None,
        })
    }

    const fn content_type(self) -> &'static str {
        match self {
            Self::Jpeg => "image/jpeg",
            Self::Png => "image/png",
            Self::Tiff => "image/tiff",
            Self::WebP => "image/webp",
            Self::Bmp => "image/bmp",
            Self::Gif => "image/gif",
            Self::Pdf => "application/pdf",
        }
    }

    const fn name(self) -> &'static str {
        match self {
            Self::Jpeg => "JPEG",
            Self::Png => "PNG",
            Self::Tiff => "TIFF",
            Self::WebP => "WebP",
            Self::Bmp => "BMP",
            Self::Gif => "GIF",
            Self::Pdf => "PDF",
        }
    }

    /// Whether a declared media type names this type, under any of the names in use, or names none at all.
    fn agrees_with(self, declared: &str) -> bool {
        let essence = declared.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
        let aliases: &[&str] = match self {
            Self::Jpeg => &["image/jpg", "image/pjpeg", "image/jfif"],
            Self::Png => &["image/x-png"],
            Self::Tiff => &["image/tif", "image/x-tif", "image/x-tiff"],
            Self::Bmp => &["image/x-bmp", "image/x-ms-bmp", "image/x-windows-bmp"],
            Self::Pdf => &["application/x-pdf"],
            Self::WebP | Self::Gif => &[],
        };
        let says_nothing = matches!(essence.as_str(), "" | "application/octet-stream" | "binary/octet-stream");
        says_nothing || essence == self.content_type() || aliases.contains(&essence.as_str())
    }
}

impl Source {
    /// Opens a file, copying none of it.
    ///
    /// `declared_content_type` is a media type; one that says nothing (`application/octet-stream`, an empty one) counts
    /// as none. A TIFF opens when one of its pages is good; the bad ones fail when they are decoded.
    ///
    /// # Errors
    /// [`DecodeError`] when the file is empty, too large, of no known type or of another than declared, when its header
    /// is damaged or states more pixels or pages than allowed, or when it is a PDF that cannot be opened.
    pub fn open(bytes: Bytes, declared_content_type: Option<&str>, limits: &Limits) -> Result<Self, DecodeError> {
        if bytes.is_empty() {
            return Err(DecodeError::Empty);
        }
        if bytes.len() > limits.max_file_bytes {
            return Err(DecodeError::FileTooLarge { bytes: bytes.len(), max: limits.max_file_bytes });
        }
        let found = Type::sniff(&bytes).ok_or_else(|| DecodeError::Unsupported {
            start: bytes.iter().take(8).map(|byte| format!("{byte:02x}")).collect::<Vec<_>>().join(" "),
        })?;
        if let Some(declared) = declared_content_type.filter(|declared| !found.agrees_with(declared)) {
            return Err(DecodeError::ContentType { declared: shorten(declared), found: found.content_type() });
        }
        let place = Place { kind: found.name(), page: None };
        let content = contain::catch(place, || {
            Ok(match found {
                Type::Jpeg => {
                    let header = jpeg::header(&bytes, place)?;
                    limits.check(u64::from(header.width), u64::from(header.height), place)?;
                    header.check_memory(limits, place)?;
                    Content::Jpeg(header)
                }
                Type::Png => {
                    let header = png::header(&bytes, place)?;
                    limits.check(u64::from(header.width), u64::from(header.height), place)?;
                    header.check_memory(limits, place)?;
                    Content::Png(header)
                }
                Type::WebP => Self::open_plain(&bytes, plain::Kind::WebP, limits, place)?,
                Type::Bmp => Self::open_plain(&bytes, plain::Kind::Bmp, limits, place)?,
                Type::Gif => Self::open_plain(&bytes, plain::Kind::Gif, limits, place)?,
                Type::Tiff => Content::Tiff(tiff::pages(&bytes, limits)?),
                Type::Pdf => Content::Pdf(pdf::open(&bytes, limits)?),
            })
        })?;
        Ok(Self { bytes, limits: *limits, content })
    }

    fn open_plain(bytes: &[u8], kind: plain::Kind, limits: &Limits, place: Place) -> Result<Content, DecodeError> {
        let (width, height) = plain::size(bytes, kind, place)?;
        limits.check(u64::from(width), u64::from(height), place)?;
        Ok(Content::Plain(kind, width, height))
    }

    const fn kind(&self) -> Type {
        match &self.content {
            Content::Jpeg(_) => Type::Jpeg,
            Content::Png(_) => Type::Png,
            Content::Plain(plain::Kind::WebP, ..) => Type::WebP,
            Content::Plain(plain::Kind::Bmp, ..) => Type::Bmp,
            Content::Plain(plain::Kind::Gif, ..) => Type::Gif,
            Content::Tiff(_) => Type::Tiff,
            Content::Pdf(_) => Type::Pdf,
        }
    }

    /// The media type of the file as its bytes tell it.
    pub const fn content_type(&self) -> &'static str {
        self.kind().content_type()
    }

    /// Number of pages, at least 1. Of an animated GIF or WebP only the first picture counts.
    pub fn page_count(&self) -> u32 {
        match &self.content {
            Content::Tiff(pages) => pages.len() as u32,
            Content::Pdf(document) => document.pages(),
            Content::Jpeg(_) | Content::Png(_) | Content::Plain(..) => 1,
        }
    }

    /// The first file attached to a PDF whose name is `wanted`; `None` where there is none, and for files of other types.
    ///
    /// # Errors
    /// [`DecodeError`] when there is one and it cannot be taken out, or unpacks to more than `max_bytes`.
    pub fn attachment(&self, wanted: fn(&str) -> bool, max_bytes: u64) -> Result<Option<Attachment>, DecodeError> {
        match &self.content {
            Content::Pdf(document) => pdf::attachment(document, wanted, max_bytes),
            _ => Ok(None),
        }
    }

    /// No more pixels than this has a page (`page_index` is 0-based): its own where the header tells, else the limit.
    pub fn most_pixels(&self, page_index: u32) -> u64 {
        let pixels = |width: u32, height: u32| u64::from(width) * u64::from(height);
        let told = match &self.content {
            Content::Jpeg(header) => Some(pixels(header.width, header.height)),
            Content::Png(header) => Some(pixels(header.width, header.height)),
            Content::Plain(_, width, height) => Some(pixels(*width, *height)),
            Content::Tiff(pages) => pages.get(page_index as usize).and_then(tiff::Page::pixels),
            Content::Pdf(_) => None,
        };
        told.unwrap_or(self.limits.max_pixels)
    }

    /// Whether the header says that a page (`page_index` is 0-based) is grey or black and white. `false` where it does not tell.
    pub fn is_grey(&self, page_index: u32) -> bool {
        match &self.content {
            Content::Jpeg(header) => header.is_grey(),
            Content::Png(header) => header.grey,
            Content::Tiff(pages) => pages.get(page_index as usize).is_some_and(|page| page.grey),
            Content::Plain(..) | Content::Pdf(_) => false,
        }
    }

    /// Decodes one page (`page_index` is 0-based) to grey or RGB, whatever the file holds.
    ///
    /// Transparent parts become white, 16-bit samples are rounded to 8, one-bit samples become 0 and 255.
    ///
    /// # Errors
    /// [`DecodeError`] when the page does not exist, is damaged, is cut short, uses what is not read here, or is too
    /// large. A page is decoded wholly or not at all.
    pub fn decode(&self, page_index: u32, format: PixelFormat) -> Result<Raster, DecodeError> {
        let count = self.page_count();
        if page_index >= count {
            return Err(DecodeError::NoSuchPage { index: page_index, count });
        }
        let place = Place { kind: self.kind().name(), page: (count > 1).then_some(page_index + 1) };
        let (bytes, limits) = (&self.bytes, &self.limits);
        let missing = || DecodeError::Corrupt { place, detail: "it has fewer pixels than stated".into() };
        contain::catch(place, || match &self.content {
            Content::Jpeg(header) => {
                let data = jpeg::decode(bytes, header, jpeg::Colours::Stated, format, place)?;
                Raster::new(header.width, header.height, format, data, header.dpi)
                    .map(|raster| raster.with_exif_orientation(header.orientation))
                    .ok_or_else(missing)
            }
            Content::Png(header) => {
                let data = png::decode(bytes, header, format, limits, place)?;
                Raster::new(header.width, header.height, format, data, header.dpi).ok_or_else(missing)
            }
            Content::Plain(kind, width, height) => {
                let data = plain::decode(bytes, *kind, format, limits, place)?;
                Raster::new(*width, *height, format, data, None).ok_or_else(missing)
            }
            Content::Tiff(pages) => tiff::decode(bytes, &pages[page_index as usize], format, limits, place),
            Content::Pdf(document) => pdf::decode(document, page_index, format, limits, place),
        })
    }
}

/// What a decoder or a caller said, short enough for a message and in one line.
fn shorten(text: &str) -> String {
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).take(160).collect();
    line.trim().trim_matches('"').trim_end_matches('.').to_string()
}
