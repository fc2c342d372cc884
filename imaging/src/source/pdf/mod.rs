//! PDF, by hayro: scans are taken out at their own resolution, other pages are drawn at 300 dpi.
//!
//! A page that is one image from edge to edge gives that image ([`probe`]); the invisible text that a recognition once
//! laid over it does not matter. Anything else is drawn, at less than 300 dpi where the page is very large. hayro knows
//! no limits, so what a file would cost is found out first ([`bombs`], [`probe`]), and all of it runs on a thread that
//! can be left behind.

mod attached;
mod bombs;
mod probe;

use std::panic::{AssertUnwindSafe, catch_unwind, resume_unwind};
use std::sync::Arc;
use std::time::{Duration, Instant};

use bytes::Bytes;
use hayro::hayro_interpret::hayro_syntax::object::{Name, Object};
use hayro::hayro_interpret::hayro_syntax::page::Page;
use hayro::hayro_interpret::hayro_syntax::{DecryptionError, LoadPdfError, Pdf};
use hayro::hayro_interpret::{Context, InterpreterSettings, interpret_page};
use hayro::kurbo::Rect;
use hayro::vello_cpu::color::palette::css::WHITE;
use hayro::{PixmapSettings, RenderCache, RenderSettings, render};

use super::contain;
use super::pixels::luma;
use crate::error::Place;
use crate::{Attachment, DecodeError, Limits, PixelFormat, Raster};
use probe::{Pixels, Probe, Scan, Stop};

/// What opening a file, or decoding a page, may take.
const SECONDS: u64 = 20;
/// Resolution at which pages that are no scans are drawn.
const DPI: f64 = 300.0;
/// Pixels of a drawn page: A2 at 300 dpi. Beyond, the resolution is lowered.
const MAX_DRAWN_PIXELS: f64 = 35e6;

const WHOLE: Place = Place { kind: "PDF", page: None };

/// An opened PDF.
#[derive(Clone)]
pub(super) struct Document {
    pdf: Arc<Pdf>,
    pages: u32,
}

impl std::fmt::Debug for Document {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Document").field("pages", &self.pages).finish_non_exhaustive()
    }
}

impl Document {
    /// Number of pages, at least 1.
    pub(super) const fn pages(&self) -> u32 {
        self.pages
    }
}

/// Opens a PDF. One that is encrypted with an empty password, as those are that only forbid printing, is opened too.
///
/// # Errors
/// `PdfEncrypted`, `PdfNoPages`, `PdfCorrupt`, `Truncated`, `TooManyPages`, `TooMuchMemory`, `TooSlow` or `Busy`.
pub(super) fn open(bytes: &Bytes, limits: &Limits) -> Result<Document, DecodeError> {
    let (bytes, limits) = (bytes.clone(), *limits);
    let opened = contain::run_limited(WHOLE, Duration::from_secs(SECONDS), move || {
        // The reader mends what it can and would show a page without its scan.
        if ends_within_a_stream(&bytes) {
            return Err(DecodeError::Truncated { place: WHOLE, detail: "the file ends within a stream".into() });
        }
        let too_much = DecodeError::TooMuchMemory { place: WHOLE, max_bytes: limits.max_working_bytes() };
        if !bombs::raw_bytes_are_harmless(&bytes) {
            return Err(too_much);
        }
        let pdf = Pdf::new(Arc::new(bytes)).map_err(|error| match error {
            LoadPdfError::Decryption(
                DecryptionError::PasswordProtected
                | DecryptionError::MissingIDEntry
                | DecryptionError::InvalidEncryption
                | DecryptionError::UnsupportedAlgorithm,
            ) => DecodeError::PdfEncrypted,
            LoadPdfError::Invalid => DecodeError::PdfCorrupt { detail: "no page can be found in it".into() },
        })?;
        let pages = match u32::try_from(pdf.pages().len()) {
            Ok(0) => return Err(DecodeError::PdfNoPages),
            Ok(pages) if pages <= limits.max_pages => pages,
            _ => return Err(DecodeError::TooManyPages { max: limits.max_pages }),
        };
        if !streams_are_harmless(&pdf) {
            return Err(too_much);
        }
        Ok(Document { pdf: Arc::new(pdf), pages })
    });
    // A file that breaks the reader is a broken file.
    opened.map_err(|error| match error {
        DecodeError::Corrupt { detail, .. } => DecodeError::PdfCorrupt { detail },
        error => error,
    })
}

/// Whether the last stream that begins does not end: what was sent of the file is only its first part.
fn ends_within_a_stream(bytes: &[u8]) -> bool {
    memchr::memmem::rfind(bytes, b"stream").is_some_and(|at| !bytes[..at].ends_with(b"end"))
}

/// Whether no stream other than an image unpacks to too much, as the reader sees them.
fn streams_are_harmless(pdf: &Pdf) -> bool {
    let mut total = bombs::Total::default();
    pdf.objects().into_iter().all(|object| {
        let Object::Stream(stream) = object else {
            return true;
        };
        let subtype = stream.dict().get::<Name<'_>>(&b"Subtype"[..]);
        if subtype.is_some_and(|name| name.as_ref() == b"Image") {
            return true;
        }
        let steps: Vec<_> = stream.filters().iter().filter_map(|&filter| bombs::Step::of(filter)).collect();
        total.add(&stream.raw_data(), &steps)
    })
}

/// The first attached file whose name is `wanted`.
///
/// # Errors
/// `TooMuchMemory` when it unpacks to more than `max_bytes`, `PdfCorrupt`, `TooSlow` or `Busy`.
pub(super) fn attachment(
    document: &Document,
    wanted: fn(&str) -> bool,
    max_bytes: u64,
) -> Result<Option<Attachment>, DecodeError> {
    let document = document.clone();
    contain::run_limited(WHOLE, Duration::from_secs(SECONDS), move || {
        attached::Search::new(wanted, max_bytes).find(&document.pdf)
    })
}

/// Decodes one page.
///
/// # Errors
/// `Corrupt`, `Truncated`, `ImageTooLarge`, `TooMuchMemory`, `TooSlow` or `Busy`.
pub(super) fn decode(
    document: &Document,
    page_index: u32,
    format: PixelFormat,
    limits: &Limits,
    place: Place,
) -> Result<Raster, DecodeError> {
    let (document, limits) = (document.clone(), *limits);
    contain::run_limited(place, Duration::from_secs(SECONDS), move || {
        let pages = document.pdf.pages();
        let page = pages
            .get(page_index as usize)
            .ok_or(DecodeError::NoSuchPage { index: page_index, count: document.pages })?;
        let deadline = Instant::now() + Duration::from_secs(SECONDS);
        let cache = RenderCache::new();
        let scan = walk(page, Probe::new(page_rect(page), &limits, place, deadline))?.scan();
        match scan {
            Some(scan) if scan.alone => {
                let probe = Probe::new(page_rect(page), &limits, place, deadline).taking(scan, format);
                let pixels = walk(page, probe)?.into_taken().ok_or_else(|| DecodeError::Corrupt {
                    place,
                    detail: "the scan in it cannot be found again".into(),
                })??;
                limits.check(u64::from(pixels.width), u64::from(pixels.height), place)?;
                finish(pixels, format, scan.mean_dpi(), place)
            }
            scan => draw(page, &cache, scan, format, &limits, place),
        }
    })
}

fn page_rect(page: &Page<'_>) -> Rect {
    let (width, height) = page.render_dimensions();
    Rect::new(0.0, 0.0, f64::from(width), f64::from(height))
}

/// Interprets a page with the device that looks on.
fn walk<'l>(page: &Page<'_>, probe: Probe<'l>) -> Result<Probe<'l>, DecodeError> {
    let cache = hayro::hayro_interpret::InterpreterCache::new();
    let transform = hayro::hayro_interpret::TransformExt::to_kurbo(&page.initial_transform(true));
    let mut context = Context::new(transform, page_rect(page), &cache, page.xref(), InterpreterSettings::default());
    let mut probe = probe;
    // The probe has no other way to stop the interpreter.
    let walked = catch_unwind(AssertUnwindSafe(|| {
        interpret_page(page, &mut context, &mut probe);
    }));
    match walked {
        Ok(()) => Ok(probe),
        Err(panic) => match panic.downcast::<Stop>() {
            Ok(stop) => Err(stop.0),
            Err(panic) => resume_unwind(panic),
        },
    }
}

fn draw<'a>(
    page: &'a Page<'a>,
    cache: &RenderCache<'a>,
    scan: Option<Scan>,
    format: PixelFormat,
    limits: &Limits,
    place: Place,
) -> Result<Raster, DecodeError> {
    let (width, height) = page.render_dimensions();
    let (width, height) = (f64::from(width), f64::from(height));
    // Under a stamp or a note the scan keeps its resolution, within reason.
    let dpi = scan.map_or(DPI, |scan| scan.mean_dpi().clamp(DPI, 2.0 * DPI));
    let max_pixels = MAX_DRAWN_PIXELS.min(limits.max_pixels as f64);
    let max_side = f64::from(limits.max_side.min(u32::from(u16::MAX)));
    let scale = (dpi / 72.0).min((max_pixels / (width * height)).sqrt()).min(max_side / width.max(height));
    let pixels = |points: f64| (points * scale).floor().clamp(1.0, max_side);
    let (out_width, out_height) = (pixels(width), pixels(height));
    limits.check(out_width as u64, out_height as u64, place)?;
    let settings = PixmapSettings {
        // The renderer cuts off the fraction: half a pixel more, and it arrives at the size wanted.
        x_scale: ((out_width + 0.5) / width) as f32,
        y_scale: ((out_height + 0.5) / height) as f32,
        bg_color: WHITE,
    };
    let pixmap = render(page, cache, &InterpreterSettings::default(), &RenderSettings::default(), &settings);
    let pixels = Pixels {
        width: u32::from(pixmap.width()),
        height: u32::from(pixmap.height()),
        data: match format {
            PixelFormat::Grey8 => pixmap.data().iter().map(|p| luma(p.r, p.g, p.b)).collect(),
            PixelFormat::Rgb8 => pixmap.data().iter().flat_map(|p| [p.r, p.g, p.b]).collect(),
        },
    };
    finish(pixels, format, scale * 72.0, place)
}

fn finish(pixels: Pixels, format: PixelFormat, dpi: f64, place: Place) -> Result<Raster, DecodeError> {
    Raster::new(pixels.width, pixels.height, format, pixels.data, Some(dpi as f32))
        .ok_or_else(|| DecodeError::Corrupt { place, detail: "it has no pixels".into() })
}
