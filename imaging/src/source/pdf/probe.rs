//! Walking over a PDF page without drawing it: is it a scan, and can it be drawn at a bearable cost?
//!
//! Source of the idea: `pdfimages` and its like take the scan out of a PDF instead of drawing it anew. Here the page's
//! program is interpreted with a device that only looks on, so that forms, clips and transforms are all accounted for.

use std::time::Instant;

use hayro::hayro_interpret::font::{Glyph, GlyphRun};
use hayro::hayro_interpret::hayro_syntax::Filter;
use hayro::hayro_interpret::hayro_syntax::object::{Array, Name, Stream};
use hayro::hayro_interpret::pattern::Pattern;
use hayro::hayro_interpret::{
    BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageData, ImageDrawProps, Paint, SoftMask,
};
use hayro::kurbo::{Affine, BezPath, Rect, Shape};

use super::bombs::{Step, unpacked_size};
use crate::error::Place;
use crate::source::jpeg::{self, Colours};
use crate::source::pixels::luma;
use crate::{DecodeError, Limits, PixelFormat};

/// Share of the page's width or height by which an image may miss its edges and still be the page.
const EDGE_SHARE: f64 = 0.02;
/// What may be painted, in areas of the page, before it counts as hostile.
const MAX_AREAS: f64 = 1000.0;
/// Drawing operations of a page; a dense map has some hundred thousand.
const MAX_OPERATIONS: u64 = 4_000_000;
/// Copies of a pattern's cell that overlap a place.
const MAX_PATTERN_OVERLAP: f64 = 64.0;

/// What stops the interpreter, carried by an unwinding that is not a panic.
pub(super) struct Stop(pub(super) DecodeError);

/// An image that is the page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Scan {
    /// Counts the images drawn, 0-based.
    index: usize,
    /// From pixels of the image to points of the page, y down.
    transform: Affine,
    width: u32,
    height: u32,
    /// Nothing else is to be seen on the page.
    pub(super) alone: bool,
}

impl Scan {
    /// Resolution in dots per inch, along the image's width and height.
    fn dpi(&self) -> (f64, f64) {
        let [a, b, c, d, _, _] = self.transform.as_coeffs();
        (72.0 / a.hypot(b), 72.0 / c.hypot(d))
    }

    /// The geometric mean of both resolutions.
    pub(super) fn mean_dpi(&self) -> f64 {
        let (x, y) = self.dpi();
        (x * y).sqrt()
    }
}

/// A page of grey or RGB pixels.
pub(super) struct Pixels {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) data: Vec<u8>,
}

/// The device that looks on.
pub(super) struct Probe<'l> {
    page: Rect,
    limits: &'l Limits,
    place: Place,
    deadline: Instant,
    operations: u64,
    areas: f64,
    images: usize,
    /// For each clip in force, whether it leaves the whole page visible.
    clips: Vec<bool>,
    /// For each group in force, whether it paints plainly.
    groups: Vec<bool>,
    scan: Option<Scan>,
    /// The image to take out, and as what.
    wanted: Option<(Scan, PixelFormat)>,
    taken: Option<Result<Pixels, DecodeError>>,
}

impl<'l> Probe<'l> {
    /// Looks for a scan on a page of `page` points, and stops when drawing it would cost too much.
    pub(super) fn new(page: Rect, limits: &'l Limits, place: Place, deadline: Instant) -> Self {
        Self {
            page,
            limits,
            place,
            deadline,
            operations: 0,
            areas: 0.0,
            images: 0,
            clips: Vec::new(),
            groups: Vec::new(),
            scan: None,
            wanted: None,
            taken: None,
        }
    }

    /// The same, taking out `scan` when it comes by.
    pub(super) fn taking(mut self, scan: Scan, format: PixelFormat) -> Self {
        self.wanted = Some((scan, format));
        self
    }

    /// The scan found.
    pub(super) fn scan(&self) -> Option<Scan> {
        self.scan
    }

    /// The pixels taken out.
    pub(super) fn into_taken(self) -> Option<Result<Pixels, DecodeError>> {
        self.taken
    }

    fn stop(&self, error: DecodeError) -> ! {
        std::panic::resume_unwind(Box::new(Stop(error)))
    }

    fn too_complex(&self) -> ! {
        self.stop(DecodeError::TooSlow { place: self.place, seconds: super::SECONDS })
    }

    /// Counts an operation that paints within `bounds`.
    fn spend(&mut self, operations: u64, bounds: Option<Rect>) {
        self.operations += operations;
        if let Some(bounds) = bounds {
            let area = bounds.intersect(self.page).area().max(0.0);
            self.areas += area / self.page.area().max(1.0);
        }
        if self.operations > MAX_OPERATIONS || self.areas > MAX_AREAS || Instant::now() > self.deadline {
            self.too_complex();
        }
    }

    /// Something else is to be seen, so that the scan found so far is not all.
    fn seen(&mut self) {
        if let Some(scan) = &mut self.scan {
            scan.alone = false;
        }
    }

    fn paint<'a>(&mut self, paint: &Paint<'a>, stroke: bool) {
        if let Paint::Pattern(pattern) = paint
            && let Pattern::Tiling(tiling) = pattern.as_ref()
        {
            let overlap = |size: f64, step: f32| (size / f64::from(step.abs())).max(1.0);
            let copies = overlap(tiling.bbox.width(), tiling.x_step) * overlap(tiling.bbox.height(), tiling.y_step);
            if copies.is_nan() || copies > MAX_PATTERN_OVERLAP {
                self.too_complex();
            }
            // What the cell itself does counts too; it is no scan.
            let found = self.scan;
            self.clips.push(false);
            tiling.interpret(self, Affine::IDENTITY, stroke);
            self.clips.pop();
            self.scan = found;
        }
    }

    fn mask<'a>(&mut self, mask: Option<&SoftMask<'a>>) {
        if let Some(mask) = mask {
            let found = self.scan;
            self.clips.push(false);
            mask.interpret(self);
            self.clips.pop();
            self.scan = found;
        }
    }

    /// Checks what an image would unpack to, its masks included.
    fn check_image(&self, stream: &Stream<'_>, nested: bool) {
        let dict = stream.dict();
        let side = |long: &[u8], short: &[u8]| dict.get::<u32>(long).or_else(|| dict.get::<u32>(short)).unwrap_or(0);
        let (width, height) = (side(b"Width", b"W"), side(b"Height", b"H"));
        if let Err(error) = self.limits.check(u64::from(width), u64::from(height), self.place) {
            self.stop(error);
        }
        let filters = stream.filters();
        let steps: Vec<Step> = filters.iter().filter_map(|&filter| Step::of(filter)).collect();
        let raw = stream.raw_data();
        let max_bytes = self.limits.max_working_bytes();
        if unpacked_size(&raw, &steps, max_bytes) > max_bytes {
            self.stop(DecodeError::TooMuchMemory { place: self.place, max_bytes });
        }
        // What is inside a codec may be larger than the dictionary says.
        let inner = if steps.is_empty() { codec_size(filters.last().copied(), &raw) } else { None };
        if let Some((width, height)) = inner
            && let Err(error) = self.limits.check(u64::from(width), u64::from(height), self.place)
        {
            self.stop(error);
        }
        if !nested {
            for key in [&b"SMask"[..], b"Mask"] {
                if let Some(mask) = dict.get::<Stream<'_>>(key) {
                    self.check_image(&mask, true);
                }
            }
        }
    }

    /// Whether an image is laid out as a scan is: upright or turned by right angles, square pixels, the whole page.
    fn as_scan(&self, image: &Image<'_, '_>, transform: Affine) -> Option<Scan> {
        let stream = match image {
            Image::Raster(raster) => raster.stream(),
            Image::Stencil(stencil) => stencil.stream(),
        };
        let dict = stream.dict();
        let masked = dict.contains_key(&b"SMask"[..]) || dict.contains_key(&b"Mask"[..]);
        let visible = !masked && self.clips.iter().all(|&open| open) && self.groups.iter().all(|&plain| plain);
        let (width, height) = (image.width(), image.height());
        let scan = Scan { index: self.images, transform, width, height, alone: true };
        let [a, b, c, d, _, _] = transform.as_coeffs();
        let straight = (b.abs() < a.abs() * 2e-3 && c.abs() < d.abs() * 2e-3)
            || (a.abs() < b.abs() * 2e-3 && d.abs() < c.abs() * 2e-3);
        let (x_dpi, y_dpi) = scan.dpi();
        let square = (x_dpi / y_dpi - 1.0).abs() < 0.05;
        let bounds = transform.transform_rect_bbox(Rect::new(0.0, 0.0, f64::from(width), f64::from(height)));
        let (near_x, near_y) = (self.page.width() * EDGE_SHARE, self.page.height() * EDGE_SHARE);
        let whole = (bounds.x0 - self.page.x0).abs() <= near_x
            && (bounds.x1 - self.page.x1).abs() <= near_x
            && (bounds.y0 - self.page.y0).abs() <= near_y
            && (bounds.y1 - self.page.y1).abs() <= near_y;
        // Below this it is a background or a picture, and text on it would be lost anyway.
        let fine = (50.0..=2400.0).contains(&x_dpi);
        (visible && straight && square && whole && fine).then_some(scan)
    }
}

impl<'a> Device<'a> for Probe<'_> {
    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        let bounds = props.transform.transform_rect_bbox(path.control_box());
        // A stroke is wider than its path.
        let bounds = if matches!(mode, DrawMode::Fill(_)) { bounds } else { bounds.inflate(2.0, 2.0) };
        self.spend(1 + path.elements().len() as u64 / 8, Some(bounds));
        self.paint(&props.paint, matches!(mode, DrawMode::Stroke(_)));
        self.mask(props.soft_mask.as_ref());
        if bounds.intersect(self.page).area() > 0.0 {
            self.seen();
        }
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        self.spend(1, None);
        let bounds = clip.path.bounding_box();
        let (near_x, near_y) = (self.page.width() * EDGE_SHARE, self.page.height() * EDGE_SHARE);
        let open = bounds.x0 <= self.page.x0 + near_x
            && bounds.x1 >= self.page.x1 - near_x
            && bounds.y0 <= self.page.y0 + near_y
            && bounds.y1 >= self.page.y1 - near_y
            // A rectangle fills its bounds.
            && clip.path.area().abs() > 0.98 * bounds.area();
        self.clips.push(open);
    }

    fn push_transparency_group(&mut self, opacity: f32, mask: Option<SoftMask<'a>>, blend_mode: BlendMode) {
        let plain = opacity >= 1.0 && mask.is_none() && blend_mode == BlendMode::Normal;
        self.spend(1, (!plain).then_some(self.page));
        self.mask(mask.as_ref());
        self.groups.push(plain);
    }

    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        // The text that recognition put behind a scan is not to be seen.
        if matches!(mode, DrawMode::Invisible) {
            self.spend(1, None);
            return;
        }
        for glyph in run.glyphs() {
            let to_page = props.transform * glyph.transform();
            match &**glyph {
                Glyph::Outline(_) => {
                    let em = 1000.0 * to_page.determinant().abs().sqrt();
                    let corner = to_page.translation().to_point();
                    let bounds = Rect::from_points(corner, corner).inflate(em, em);
                    self.spend(1, Some(bounds.scale_from_origin(1.0)));
                }
                Glyph::Type3(glyph) => {
                    self.spend(1, None);
                    let found = self.scan;
                    glyph.interpret(self, props.transform, Affine::IDENTITY, &props.paint);
                    self.scan = found;
                }
            }
        }
        self.paint(&props.paint, matches!(mode, DrawMode::Stroke(_)));
        self.mask(props.soft_mask.as_ref());
        if !run.glyphs().is_empty() {
            self.seen();
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let bounds = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        self.spend(1, Some(props.transform.transform_rect_bbox(bounds)));
        self.mask(props.soft_mask.as_ref());
        match &image {
            Image::Raster(raster) => self.check_image(raster.stream(), false),
            Image::Stencil(stencil) => self.check_image(stencil.stream(), false),
        }
        if let Some((scan, format)) = self.wanted
            && scan.index == self.images
        {
            self.taken = Some(take(&image, &scan, format, self.limits, self.place));
        }
        self.seen();
        if props.soft_mask.is_none()
            && props.blend_mode == BlendMode::Normal
            && let Some(scan) = self.as_scan(&image, props.transform)
        {
            // An opaque image hides what was painted before it.
            let opaque = matches!(image, Image::Raster(_)) || self.operations <= 8;
            self.scan = Some(Scan { alone: opaque, ..scan });
        }
        self.images += 1;
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn pop_transparency_group(&mut self) {
        self.groups.pop();
    }
}

/// Size that a codec's own header states, for those whose decoder believes it.
fn codec_size(filter: Option<Filter>, data: &[u8]) -> Option<(u32, u32)> {
    let number = |at: usize| Some(u32::from_be_bytes(data.get(at..at + 4)?.try_into().ok()?));
    match filter? {
        Filter::DctDecode => {
            let place = Place { kind: "JPEG", page: None };
            let header = jpeg::header(data, place).ok()?;
            Some((header.width, header.height))
        }
        // The SIZ marker (ISO 15444-1, A.5.1): sizes less offsets of the reference grid.
        Filter::JpxDecode => {
            let at = data.windows(4).position(|window| window[..4] == [0xff, 0x4f, 0xff, 0x51])? + 8;
            let (width, height) = (number(at)?, number(at + 4)?);
            Some((width.saturating_sub(number(at + 8)?), height.saturating_sub(number(at + 12)?)))
        }
        // The page information segment (ISO 14492, 7.4.8), which in a PDF comes first or among the first.
        Filter::Jbig2Decode => {
            let mut at = 0;
            for _ in 0..64 {
                let flags = *data.get(at + 4)?;
                let referred = usize::from(*data.get(at + 5)? >> 5);
                if referred > 4 {
                    return None;
                }
                let page_bytes = if flags & 0x40 != 0 { 4 } else { 1 };
                let length_at = at + 6 + referred + page_bytes;
                if flags & 0x3f == 48 {
                    let (width, height) = (number(length_at + 4)?, number(length_at + 8)?);
                    return Some((width, if height == u32::MAX { 1 } else { height }));
                }
                at = length_at.checked_add(4)?.checked_add(usize::try_from(number(length_at)?).ok()?)?;
            }
            None
        }
        _ => None,
    }
}

/// Decodes the image of a scan and turns it as the page shows it.
fn take(
    image: &Image<'_, '_>,
    scan: &Scan,
    format: PixelFormat,
    limits: &Limits,
    place: Place,
) -> Result<Pixels, DecodeError> {
    let decoded = match image {
        Image::Raster(raster) => match take_jpeg(raster.stream(), scan, format, limits, place) {
            Some(decoded) => Some(decoded),
            None => {
                let mut pixels = None;
                raster.with_rgba(|data, _| pixels = Some(from_image_data(data, format)), None);
                pixels
            }
        },
        Image::Stencil(stencil) => {
            let mut pixels = None;
            stencil.with_stencil(
                |mask, paint| {
                    let [r, g, b, _] = match paint {
                        Paint::Color(color) => color.to_rgba().to_rgba8(),
                        Paint::Pattern(_) => [0, 0, 0, 255],
                    };
                    let ink = u32::from(luma(r, g, b));
                    let over_paper = |alpha: u8| {
                        let alpha = u32::from(alpha);
                        ((ink * alpha + 255 * (255 - alpha) + 127) / 255) as u8
                    };
                    let mut data = mask.data;
                    data.iter_mut().for_each(|value| *value = over_paper(*value));
                    pixels = Some(Pixels { width: mask.width, height: mask.height, data: spread(data, format) });
                },
                None,
            );
            pixels
        }
    };
    let decoded =
        decoded.ok_or_else(|| DecodeError::Corrupt { place, detail: "the scan in it cannot be decoded".into() })?;
    let expected = decoded.width as usize * decoded.height as usize * format.bytes_per_pixel();
    if decoded.data.len() != expected || expected == 0 {
        return Err(DecodeError::Truncated { place, detail: "the scan in it has fewer pixels than stated".into() });
    }
    Ok(turned(decoded, scan.transform, format))
}

/// The usual case, a plain JPEG, which is decoded here straight to what is wanted. `None` for anything unusual.
fn take_jpeg(stream: &Stream<'_>, scan: &Scan, format: PixelFormat, limits: &Limits, place: Place) -> Option<Pixels> {
    let dict = stream.dict();
    if stream.filters().as_slice() != [Filter::DctDecode]
        || dict.contains_key(&b"Decode"[..])
        || dict.contains_key(&b"DecodeParms"[..])
    {
        return None;
    }
    let key = &b"ColorSpace"[..];
    let name = match dict.get::<Name<'_>>(key) {
        Some(name) => name.as_ref().to_vec(),
        None => dict.get::<Array<'_>>(key)?.iter::<Name<'_>>().next()?.as_ref().to_vec(),
    };
    if !matches!(name.as_slice(), b"DeviceGray" | b"DeviceRGB" | b"CalGray" | b"CalRGB" | b"ICCBased") {
        return None;
    }
    let data = stream.raw_data();
    let header = jpeg::header(&data, place).ok()?;
    if (header.width, header.height) != (scan.width, scan.height) || header.check_memory(limits, place).is_err() {
        return None;
    }
    let data = jpeg::decode(&data, &header, Colours::Stated, format, place).ok()?;
    Some(Pixels { width: header.width, height: header.height, data })
}

fn from_image_data(data: ImageData, format: PixelFormat) -> Pixels {
    match data {
        ImageData::Luma(grey) => Pixels { width: grey.width, height: grey.height, data: spread(grey.data, format) },
        ImageData::Rgb(rgb) => Pixels {
            width: rgb.width,
            height: rgb.height,
            data: match format {
                PixelFormat::Rgb8 => rgb.data,
                PixelFormat::Grey8 => rgb.data.chunks_exact(3).map(|p| luma(p[0], p[1], p[2])).collect(),
            },
        },
    }
}

/// Grey pixels as `format`.
fn spread(grey: Vec<u8>, format: PixelFormat) -> Vec<u8> {
    match format {
        PixelFormat::Grey8 => grey,
        PixelFormat::Rgb8 => grey.iter().flat_map(|&value| [value; 3]).collect(),
    }
}

/// Turns or mirrors the pixels of an image as `to_page` lays it, which is upright but for right angles.
fn turned(image: Pixels, to_page: Affine, format: PixelFormat) -> Pixels {
    let [a, b, c, d, _, _] = to_page.as_coeffs();
    let across = b.abs() > a.abs();
    let (flip_x, flip_y) = if across { (b < 0.0, c < 0.0) } else { (a < 0.0, d < 0.0) };
    if !across && !flip_x && !flip_y {
        return image;
    }
    let pixel = format.bytes_per_pixel();
    let (width, height) = (image.width as usize, image.height as usize);
    let (out_width, out_height) = if across { (height, width) } else { (width, height) };
    let mut data = vec![0; image.data.len()];
    for (y, row) in data.chunks_exact_mut(out_width * pixel).enumerate() {
        for (x, out) in row.chunks_exact_mut(pixel).enumerate() {
            let (i, j) = if across { (y, x) } else { (x, y) };
            let i = if flip_x { width - 1 - i } else { i };
            let j = if flip_y { height - 1 - j } else { j };
            let at = (j * width + i) * pixel;
            out.copy_from_slice(&image.data[at..at + pixel]);
        }
    }
    Pixels { width: out_width as u32, height: out_height as u32, data }
}
