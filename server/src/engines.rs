//! The models that a server runs: loading them, checking that they are where they should be, warming them.
//!
//! Responsible for what happens before the first page. Not responsible for running them afterwards (see `workers`).

use std::{path::Path, path::PathBuf, time::Instant};

use liasse_models::{
    Detector, Embedder, EngineError, Manifest, ManifestError, ModelError, OrtEngine, OrtOptions, Recogniser,
    find_runtime, init_runtime,
};
use liasse_proto::v1;

use crate::{metrics, settings::Settings, workers::EMBED_PAGES};

/// The models could not be made ready.
#[derive(Debug, thiserror::Error)]
pub enum EnginesError {
    /// The runtime library or a network could not be loaded.
    #[error(transparent)]
    Engine(#[from] EngineError),
    /// A manifest was refused.
    #[error("a model's manifest was refused")]
    Manifest(#[from] ManifestError),
    /// A model does not fit its manifest, or fails.
    #[error("a model cannot be used")]
    Model(#[from] ModelError),
    /// A model runs on something else than what was asked for.
    #[error("{name} runs on {found}, but {wanted} was asked for")]
    Device {
        /// The model.
        name: String,
        /// What it runs on.
        found: String,
        /// What was asked for.
        wanted: String,
    },
    /// There is no detector, or no recogniser.
    #[error("there is no {0}")]
    Missing(&'static str),
}

/// Models that are ready to run, each with a thread of its own later.
pub struct Engines {
    /// Copies of one line detector, at least one.
    pub detectors: Vec<Detector>,
    /// Copies of one recogniser, at least one.
    pub recognisers: Vec<Recogniser>,
    /// What tells how pages look, where that is wanted: so little work that one copy does.
    pub embedder: Option<Embedder>,
}

impl Engines {
    /// Loads the models that `settings` name.
    ///
    /// # Errors
    /// [`EnginesError`] when anything is missing, damaged, or not on the device that was asked for.
    pub fn load(settings: &Settings) -> Result<Self, EnginesError> {
        let library = match &settings.onnx_runtime.0 {
            Some(path) => PathBuf::from(path),
            None => find_runtime()?,
        };
        init_runtime(&library)?;
        let weights = Path::new(&settings.weights);
        let manifest = |name: &str| Manifest::load_for(&weights.join(name), settings.precision, settings.device.into());
        let (detect, read) = (manifest(&settings.detector)?, manifest(&settings.recogniser)?);
        let engine = |manifest: &Manifest, threads| {
            let options = OrtOptions {
                device: settings.device,
                intra_threads: Settings::threads(threads),
                gpu_memory_bytes: usize::try_from(settings.gpu_memory_bytes.as_u64()).unwrap_or(usize::MAX),
            };
            OrtEngine::load(&manifest.file, options).map(Box::new)
        };
        let batches = settings.batches();
        let detectors = (0..batches.detector_workers)
            .map(|_| {
                let detector = Detector::new(detect.clone(), engine(&detect, settings.detector_threads)?)?;
                Ok(detector.with_batch_pages(batches.detector_pages))
            })
            .collect::<Result<Vec<_>, EnginesError>>()?;
        let recognisers = (0..batches.recogniser_workers)
            .map(|_| {
                let recogniser = Recogniser::new(read.clone(), engine(&read, settings.recogniser_threads)?)?;
                Ok(recogniser.with_batch_width(batches.recogniser_width))
            })
            .collect::<Result<Vec<_>, EnginesError>>()?;
        let embedder = settings.embedder.0.as_ref().map(|name| {
            // It has one precision, whatever the others are asked to compute in.
            let manifest = Manifest::load(&weights.join(name))?;
            let embedder = Embedder::new(manifest.clone(), engine(&manifest, 1)?)?;
            Ok::<_, EnginesError>(embedder.with_batch_pages(EMBED_PAGES))
        });
        let engines = Self { detectors, recognisers, embedder: embedder.transpose()? };
        engines.check_device(&settings.device.to_string())?;
        Ok(engines)
    }

    /// The requested device is the used device, or start-up fails.
    fn check_device(&self, wanted: &str) -> Result<(), EnginesError> {
        let detectors = self.detectors.iter().map(|d| (d.manifest(), d.device()));
        let recognisers = self.recognisers.iter().map(|r| (r.manifest(), r.device()));
        let embedder = self.embedder.iter().map(|e| (e.manifest(), e.device()));
        for (manifest, found) in detectors.chain(recognisers).chain(embedder) {
            if found != wanted {
                return Err(EnginesError::Device {
                    name: manifest.name.clone(),
                    found: found.to_owned(),
                    wanted: wanted.to_owned(),
                });
            }
        }
        Ok(())
    }

    /// A real forward pass of each copy, for each shape of batch where the engine minds new ones, so that the first page is as quick
    /// as the next and a model that fails does so before anybody depends on it.
    pub(crate) fn warm(&mut self) -> Result<(), EnginesError> {
        let started = Instant::now();
        let batches_run = std::thread::scope(|scope| {
            let detectors = self.detectors.iter_mut().map(|d| scope.spawn(|| d.warm_up()));
            let recognisers = self.recognisers.iter_mut().map(|r| scope.spawn(|| r.warm_up()));
            let embedder = self.embedder.iter_mut().map(|e| scope.spawn(|| e.warm_up()));
            // Collected first: all of them are to run at the same time.
            let running: Vec<_> = detectors.chain(recognisers).chain(embedder).collect();
            running
                .into_iter()
                .map(|thread| thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
                .sum::<Result<usize, ModelError>>()
        })?;
        metrics::models_warmed(batches_run, started.elapsed());
        Ok(())
    }

    /// What is told about the models: what they run on, what they are, and what they read. `image_device` is what their images
    /// are cut on.
    pub(crate) fn describe(&self, image_device: &str) -> Result<Description, EnginesError> {
        let detector = self.detectors.first().ok_or(EnginesError::Missing("detector"))?;
        let recogniser = self.recognisers.first().ok_or(EnginesError::Missing("recogniser"))?;
        let (detect, read) = (detector.manifest(), recogniser.manifest());
        metrics::models_loaded(&detect.name, &detect.version, detector.device(), self.detectors.len());
        metrics::models_loaded(&read.name, &read.version, recogniser.device(), self.recognisers.len());
        let mut models = vec![model_info(detect, "detect"), model_info(read, "read")];
        if let Some(embedder) = &self.embedder {
            let embed = embedder.manifest();
            metrics::models_loaded(&embed.name, &embed.version, embedder.device(), 1);
            models.push(model_info(embed, "embed"));
        }
        Ok(Description {
            device: recogniser.device().to_owned(),
            image_device: image_device.to_owned(),
            models,
            languages: read.languages.clone(),
        })
    }
}

impl std::fmt::Debug for Engines {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Engines")
            .field("detectors", &self.detectors.len())
            .field("recognisers", &self.recognisers.len())
            .field("embedder", &self.embedder.is_some())
            .finish()
    }
}

/// What is told about the models.
#[derive(Debug, Clone)]
pub(crate) struct Description {
    pub(crate) device: String,
    pub(crate) image_device: String,
    pub(crate) models: Vec<v1::ModelInfo>,
    pub(crate) languages: Vec<String>,
}

fn model_info(manifest: &Manifest, role: &str) -> v1::ModelInfo {
    v1::ModelInfo {
        name: manifest.name.clone(),
        role: role.to_owned(),
        version: manifest.version.clone(),
        sha256: manifest.sha256.clone(),
        precision: manifest.precision.to_string(),
        licence: manifest.licence.clone(),
    }
}
