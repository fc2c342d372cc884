//! The way of a page: decode, straighten, detect (bar codes meanwhile), cut, read, arrange.
//!
//! Responsible for the order of the stages, for what a page holds while it is between them, and for asking before each
//! whether it is still wanted. Not responsible for admission (a page comes with its permit) nor for the wire.
//!
//! What bounds a page: its encoded bytes are counted by `admission`, its pixels by `gate`, its lines by `finding`,
//! its crops by `workers::CROPS_AT_A_TIME`. The raster is decoded once, never copied, and given up as soon as the last
//! crop is cut.

mod document;
mod embedding;
mod endorser;
mod file;
mod finding;
mod geometry;
mod reading;
mod turning;
mod upright_image;
mod verdict;

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use bytes::Bytes;
use liasse_batching::Batcher;
use liasse_documents::separate::Separators;
use liasse_geometry::Ribbon;
use liasse_imaging::{
    Barcode, GreyImage, GreyPyramid, Limits, PixelFormat, Region, Sampler, Source, Tone, Upright, examine_turned,
    read_barcodes,
};
use liasse_models::{CropRules, InputRules};
use liasse_proto::v1;

pub(crate) use self::{
    document::Sheet,
    endorser::EndorserBand,
    file::{FileReader, PageEvent},
    upright_image::bound as bound_upright_images,
};
use self::{
    embedding::Embedding,
    endorser::Imprint,
    file::PageJob,
    finding::View,
    geometry::{Crop, Lie},
    reading::{PageFacts, ReadLine},
    turning::Begun,
    verdict::QualityRules,
};
use crate::{
    admission::Admitted,
    context::{Context, Timings},
    documents::DocumentRules,
    engines::{Engines, EnginesError},
    fault::Fault,
    gate::{Gate, Slot},
    server::ServerError,
    settings::Settings,
    workers::{self, CROP_BYTES_AT_A_TIME, CROPS_AT_A_TIME, DetectWorker, ImagePool, ReadWorker},
};

/// Bytes that decoding may take for each pixel: the pixels themselves, their smaller levels,
/// and what the decoder holds meanwhile.
const DECODE_BYTES_PER_PIXEL: u64 = 2;
/// Pieces of image work that a page at work can have at a time: a closer look for the detector, bar codes, and the endorser's band.
const TASKS_OF_A_PAGE: usize = 3;

/// The stages and what they share.
#[derive(Debug)]
pub(crate) struct Pipeline {
    limits: Limits,
    pages_per_file_at_once: usize,
    gate: Arc<Gate>,
    images: ImagePool,
    sampler: Arc<Sampling>,
    detector: Batcher<DetectWorker>,
    detector_rules: InputRules,
    recogniser: Batcher<ReadWorker>,
    crop_rules: Arc<CropRules>,
    embedding: Option<Embedding>,
    rules: Arc<DocumentRules>,
    quality: QualityRules,
    max_upright_bytes: u64,
}

/// What cuts pixels out of pages.
struct Sampling(Box<dyn Sampler>);

impl std::fmt::Debug for Sampling {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.0.name())
    }
}

/// What the caller says of a file and wants of its pages.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Asked {
    pub(crate) declared_dpi: Option<f32>,
    pub(crate) wanted: v1::Wanted,
    /// `wanted.endorser`, checked.
    pub(crate) endorser: Option<EndorserBand>,
    /// Whether what the page looks like is to be told without its document.
    pub(crate) look: bool,
    /// How the sheet came in, for the rules of trays.
    pub(crate) sheet: Arc<Sheet>,
}

/// A file to be read, as it was admitted.
#[derive(Debug)]
pub(crate) struct FileInput {
    pub(crate) content: Bytes,
    pub(crate) content_type: Option<String>,
    pub(crate) asked: Asked,
    pub(crate) context: Context,
    pub(crate) admitted: Admitted,
}

/// A decoded page and the right to hold it.
#[derive(Debug)]
struct Decoded {
    pyramid: GreyPyramid,
    slot: Arc<Slot>,
    facts: PageFacts,
    /// What makes its paper white and its ink dark; `None` where they are.
    tone: Option<Tone>,
    /// What the detector is to see first; `None` for a blank page.
    glance: Option<View>,
    decode: Duration,
    straighten: Duration,
}

impl Pipeline {
    pub(crate) fn start(
        engines: Engines,
        sampler: Box<dyn Sampler>,
        rules: Arc<DocumentRules>,
        settings: &Settings,
    ) -> Result<Self, ServerError> {
        let detector_rules = engines.detectors.first().ok_or(EnginesError::Missing("detector"))?.rules();
        let crop_rules = engines.recognisers.first().ok_or(EnginesError::Missing("recogniser"))?.rules().clone();
        let image_workers = Settings::threads(settings.image_workers);
        Ok(Self {
            limits: Limits {
                max_file_bytes: usize::try_from(settings.max_page_bytes.as_u64()).unwrap_or(usize::MAX),
                max_pixels: settings.max_page_pixels,
                max_side: settings.max_page_side,
                max_pages: settings.max_pages_per_file,
            },
            // Enough to keep the stages busy; one file need not fill the server.
            pages_per_file_at_once: settings.pages_at_work.div_ceil(2),
            gate: Gate::new(settings.pages_at_work, settings.bytes_at_work.as_u64()),
            // Pages that are not at work have one at a time: files are opened, documents told.
            images: ImagePool::start(
                image_workers,
                settings.max_pages_in_flight.saturating_add(settings.pages_at_work.saturating_mul(TASKS_OF_A_PAGE)),
            )?,
            sampler: Arc::new(Sampling(sampler)),
            detector: workers::start_detectors(engines.detectors, settings)?,
            detector_rules,
            recogniser: workers::start_recognisers(engines.recognisers, settings)?,
            crop_rules: Arc::new(crop_rules),
            embedding: engines.embedder.map(|embedder| Embedding::start(embedder, settings)).transpose()?,
            rules,
            quality: QualityRules::of(settings),
            max_upright_bytes: settings.max_upright_bytes.as_u64(),
        })
    }

    /// Opens a file: what it is and how many pages it has, checked against the limits.
    ///
    /// # Errors
    /// When it cannot be read at all, or is no longer wanted.
    pub(crate) async fn open(self: &Arc<Self>, input: FileInput) -> Result<FileReader, Fault> {
        let FileInput { content, content_type, asked, context, admitted } = input;
        let (limits, mut waited) = (self.limits, Duration::ZERO);
        let source = self
            .images
            .run(&context, &mut waited, move || Source::open(content, content_type.as_deref(), &limits))
            .await??;
        Ok(FileReader::new(Arc::clone(self), Arc::new(source), asked, context, admitted, waited))
    }

    /// Reads one page of a file.
    async fn read_page(&self, job: PageJob) -> Result<(v1::PageReading, Timings), Fault> {
        let PageJob { source, index, asked, context, waited, verdicts } = job;
        let (context, page_count) = (&context, source.page_count());
        let mut timings = Timings { queue: waited, ..Timings::default() };
        let entered = Instant::now();
        let pixels = source.most_pixels(index);
        let spare = upright_image::reserve(&asked.wanted, &source, index);
        let most = pixels.saturating_mul(DECODE_BYTES_PER_PIXEL).saturating_add(spare);
        let slot = Arc::new(self.gate.enter(context, most).await?);
        slot.reserve(spare);
        timings.queue += entered.elapsed();

        let mut page = self.decode(Arc::clone(&source), index, asked.declared_dpi, context, slot, &mut timings).await?;
        let mut facts = page.facts;
        let verdict = self.quality.verdict(&facts);
        if asked.wanted.verdict {
            let early = verdict::early(&facts, verdict.clone(), index + 1, page_count);
            // Nobody to tell: the page is given up at its next stage.
            let _ = verdicts.send(early).await;
        }

        let glance = page.glance.take();
        let page = Arc::new(page);
        let (mut beside, mut along) = (Timings::default(), Timings::default());
        let (found, barcodes, imprint) = tokio::try_join!(
            self.find(&page, facts.lie, glance, context, &mut timings),
            self.barcodes(&page, &asked.wanted, context, &mut beside),
            self.endorser(&page, asked.endorser.as_ref(), context, &mut along)
        )?;
        timings.queue += beside.queue + along.queue;
        timings.barcodes = beside.barcodes;
        timings.detect += along.detect;
        timings.crop += along.crop;
        timings.read += along.read;
        let begun = self.turn(&page, found, context, &mut timings).await?;
        let upright = begun.lie.upright(facts.width, facts.height);
        facts.lie = begun.lie;
        let warning = begun.warning.clone();
        let filed = Arc::clone(&source);
        let image = self.upright_image(&page, (source, index), upright, &asked.wanted, context, &mut timings).await?;
        let embedding = self.embedding(&page, &upright, &asked, context, &mut timings).await?;
        let mut lines = self.finish(page, begun, context, &mut timings).await?;
        if let Some(imprint) = &imprint {
            lines = imprint.taken_out_of(lines);
        }
        let rules = asked.wanted.document.then(|| self.rules.current());
        let sheet = Arc::clone(&asked.sheet);
        let (mut reading, took) = self
            .images
            .run(context, &mut timings.queue, move || {
                let mut reading = reading::assemble(&facts, lines, &upright.to_page);
                reading.quality = Some(verdict);
                reading.barcodes = barcodes.iter().map(reading::barcode).collect();
                reading.embedding = embedding;
                let started = Instant::now();
                if let Some(rules) = rules {
                    document::attach_invoice(&mut reading, &filed, index);
                    document::add(&mut reading, &sheet, &rules)?;
                }
                Ok::<_, Fault>((reading, started.elapsed()))
            })
            .await??;
        if asked.wanted.document {
            timings.document = took;
        }
        reading.warnings.extend(warning);
        let missed = asked.endorser.as_ref().filter(|_| imprint.is_none());
        reading.warnings.extend(missed.map(endorser::not_found));
        reading.endorser_imprint = imprint.map(Imprint::on_the_wire);
        match image {
            Some(Ok(image)) => reading.upright_image = Some(image),
            Some(Err(left_out)) => reading.warnings.push(left_out),
            None => {}
        }
        if !asked.wanted.barcodes {
            reading.barcodes.clear();
        }
        reading.timings = Some(reading::timings(&timings, context.arrived.elapsed()));
        Ok((reading, timings))
    }

    /// Decodes a page, looks how it lies, and cuts out what the detector is to see, in one go on one thread: the pixels
    /// are in its cache.
    async fn decode(
        &self,
        source: Arc<Source>,
        index: u32,
        declared_dpi: Option<f32>,
        context: &Context,
        slot: Arc<Slot>,
        timings: &mut Timings,
    ) -> Result<Decoded, Fault> {
        let (rules, sampler, still_wanted) = (self.detector_rules, Arc::clone(&self.sampler), context.clone());
        let decoded = self
            .images
            .run(context, &mut timings.queue, move || {
                let started = Instant::now();
                let raster = source.decode(index, PixelFormat::Grey8)?;
                let (orientation, dpi) = (geometry::orientation(raster.exif_orientation()), raster.dpi());
                let pyramid = GreyPyramid::new(raster).map_err(Fault::internal)?;
                slot.shrink_to(pyramid.bytes() as u64);
                let decode = started.elapsed();
                still_wanted.check()?;

                let started = Instant::now();
                let examined = examine_turned(&pyramid, orientation);
                let (width, height) = (pyramid.width(), pyramid.height());
                let lie = Lie::of(&examined, orientation);
                let mut page = Decoded {
                    slot,
                    facts: PageFacts { width, height, dpi: declared_dpi.or(dpi), examined, lie },
                    pyramid,
                    tone: Tone::for_page(&examined.quality),
                    glance: None,
                    decode,
                    straighten: Duration::ZERO,
                };
                if !examined.quality.blank {
                    page.glance = Some(View::glance(&page, lie, rules, &sampler)?);
                }
                page.straighten = started.elapsed();
                Ok::<_, Fault>(page)
            })
            .await??;
        timings.decode = decoded.decode;
        timings.upright = decoded.straighten;
        Ok(decoded)
    }

    /// The bar codes of a page where they are wanted, for themselves or for what they say of the document.
    async fn barcodes(
        &self,
        page: &Arc<Decoded>,
        wanted: &v1::Wanted,
        context: &Context,
        timings: &mut Timings,
    ) -> Result<Vec<Barcode>, Fault> {
        if !(wanted.barcodes || wanted.document) {
            return Ok(Vec::new());
        }
        let page = Arc::clone(page);
        let (codes, took) = self
            .images
            .run(context, &mut timings.queue, move || {
                let started = Instant::now();
                (read_barcodes(&page.pyramid), started.elapsed())
            })
            .await?;
        timings.barcodes = took;
        Ok(codes)
    }

    /// Reads the rest of a page's lines; the page is given up as soon as its last line is cut out.
    async fn finish(
        &self,
        page: Arc<Decoded>,
        begun: Begun,
        context: &Context,
        timings: &mut Timings,
    ) -> Result<Vec<ReadLine>, Fault> {
        let Begun { mut read, rest: crops, .. } = begun;
        let slot = Arc::clone(&page.slot);
        let mut page = Some(page);
        let mut rest = crops.as_slice();
        while !rest.is_empty() {
            let (now, later) = rest.split_at(first_part(rest));
            rest = later;
            // The last part takes the page along and gives it up.
            let pixels = if rest.is_empty() { page.take() } else { page.clone() };
            let Some(pixels) = pixels else { break };
            let images = self.cut(pixels, now, context, timings).await?;
            if rest.is_empty() {
                slot.shrink_to(now.iter().map(|crop| crop.bytes() as u64).sum());
            }
            read.extend(self.read_images(images, now, context, timings).await?);
        }
        Ok(read)
    }

    /// Cuts out a few lines and reads them.
    async fn read_crops(
        &self,
        page: &Arc<Decoded>,
        crops: &[Crop],
        context: &Context,
        timings: &mut Timings,
    ) -> Result<Vec<ReadLine>, Fault> {
        if crops.is_empty() {
            return Ok(Vec::new());
        }
        let images = self.cut(Arc::clone(page), crops, context, timings).await?;
        self.read_images(images, crops, context, timings).await
    }

    /// Reads what was cut out for `crops`.
    async fn read_images(
        &self,
        images: Vec<GreyImage>,
        crops: &[Crop],
        context: &Context,
        timings: &mut Timings,
    ) -> Result<Vec<ReadLine>, Fault> {
        let items = images
            .into_iter()
            .zip(crops)
            .map(|(image, crop)| {
                let ticket = workers::line_ticket(context, crop.bucket_width, image.data.len());
                (image, ticket)
            })
            .collect();
        let pending = self.recogniser.enqueue_all(items);
        let texts = workers::all(pending, context, &mut timings.queue, &mut timings.read).await?;
        Ok(crops.iter().zip(texts).map(|(crop, text)| ReadLine { crop: *crop, text }).collect())
    }

    /// The crops of the lines that were found on a page that lies like that: of those that are on the page, where its outline is seen.
    fn crops(&self, page: &Decoded, lie: &Lie, lines: &[Ribbon]) -> Vec<Crop> {
        let background = background(&page.facts.examined);
        let upright = lie.upright(page.facts.width, page.facts.height);
        lines
            .iter()
            .filter_map(|line| geometry::crop(&upright, line, &self.crop_rules, background))
            .filter(|crop| lie.holds(&crop.line()))
            .collect()
    }

    /// Cuts crops out of a page.
    async fn cut(
        &self,
        page: Arc<Decoded>,
        crops: &[Crop],
        context: &Context,
        timings: &mut Timings,
    ) -> Result<Vec<GreyImage>, Fault> {
        self.cut_regions(page, crops.iter().map(Crop::regions).collect(), context, timings).await
    }

    /// Cuts images out of a page, each from its regions from the left, its paper made white and its ink dark.
    async fn cut_regions(
        &self,
        page: Arc<Decoded>,
        wanted: Vec<Vec<Region>>,
        context: &Context,
        timings: &mut Timings,
    ) -> Result<Vec<GreyImage>, Fault> {
        let sampler = Arc::clone(&self.sampler);
        let (images, took) = self
            .images
            .run(context, &mut timings.queue, move || {
                let started = Instant::now();
                let mut pieces = sampler.0.sample(&page.pyramid, &wanted.concat());
                if let Some(tone) = &page.tone {
                    pieces.iter_mut().for_each(|image| tone.apply(image));
                }
                let mut pieces = pieces.into_iter();
                let images = wanted.iter().map(|regions| pieces.by_ref().take(regions.len()).collect());
                let images = images.map(GreyImage::side_by_side);
                (images.collect(), started.elapsed())
            })
            .await?;
        timings.crop += took;
        Ok(images)
    }

    /// The documents of a batch of readings that have theirs.
    ///
    /// # Errors
    /// When the batch is no longer wanted.
    pub(crate) async fn separate(
        &self,
        readings: Vec<v1::PageReading>,
        separators: Separators,
        decisions: Vec<v1::CutDecision>,
        context: &Context,
    ) -> Result<v1::RecognizeDocumentResponse, Fault> {
        let (rules, mut waited) = (self.rules.current(), Duration::ZERO);
        self.images
            .run(context, &mut waited, move || document::separate(readings, &separators, &decisions, &rules))
            .await?
    }

    /// Ends the stages' threads once they have nothing left to do, and waits for that.
    pub(crate) async fn close(&self) {
        self.images.close();
        self.detector.close();
        self.recogniser.close();
        let embedding = self.embedding.as_ref().map(|embedding| &embedding.queue);
        embedding.into_iter().for_each(Batcher::close);
        tokio::join!(self.images.ended(), self.detector.ended(), self.recogniser.ended());
        if let Some(queue) = embedding {
            queue.ended().await;
        }
    }
}

/// The grey level around the page: its own paper.
fn background(examined: &Upright) -> u8 {
    examined.quality.paper_level.round().clamp(0.0, 255.0) as u8
}

/// How many of the crops may wait for the recogniser together, at least one.
fn first_part(crops: &[Crop]) -> usize {
    let mut bytes = 0_usize;
    let fits = crops.iter().take(CROPS_AT_A_TIME).take_while(|crop| {
        bytes += crop.bytes();
        bytes <= CROP_BYTES_AT_A_TIME
    });
    fits.count().max(1)
}
