//! What can be set, where it is set, and which setting wins.
//!
//! Responsible for every setting's name, default, documentation and range. A setting is declared once, below; its flag,
//! its environment variable, its key in the configuration file and its line in the default file all follow from that.
//! Flags win over environment variables, those over the file, the file over the defaults. Not responsible for acting on
//! any of them.

mod file;
mod values;

use std::net::{Ipv4Addr, SocketAddr};

use bytesize::ByteSize;
use liasse_imaging::Thresholds;
use liasse_models::{Device, PrecisionChoice};

pub use file::default_file;
pub use values::{ImageDevice, LogFormat, Optional};

/// A setting was refused.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SettingsError {
    /// The configuration file cannot be read.
    #[error("the configuration file {path} cannot be read: {message}")]
    Unreadable {
        /// The file.
        path: String,
        /// What the system says.
        message: String,
    },
    /// The configuration file is not TOML of the expected shape.
    #[error("the configuration file {path}: {message}")]
    Malformed {
        /// The file.
        path: String,
        /// What is wrong, and where.
        message: String,
    },
    /// A value is out of its range.
    #[error("{key}: {message}")]
    Invalid {
        /// The setting.
        key: &'static str,
        /// What is wrong with it.
        message: String,
    },
}

/// One setting as a person sees it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// What the settings around it are about.
    pub section: &'static str,
    /// Its key in the configuration file. The flag is this with `--` and hyphens.
    pub key: &'static str,
    /// Its environment variable.
    pub env: &'static str,
    /// What it does.
    pub help: String,
    /// Its default, as written in the file.
    pub default: String,
}

macro_rules! settings {
    ($($section:literal { $($(#[doc = $help:literal])+ $key:ident: $type:ty = $default:expr, $env:literal;)+ })+) => {
        /// Everything that can be set.
        #[derive(Debug, Clone, PartialEq)]
        pub struct Settings {
            $($($(#[doc = $help])+ pub $key: $type,)+)+
        }

        impl Default for Settings {
            fn default() -> Self {
                Self { $($($key: $default,)+)+ }
            }
        }

        /// The settings given by flags or environment variables.
        #[derive(Debug, Clone, Default, clap::Args)]
        pub struct Overrides {
            $($($(#[doc = $help])+ #[arg(long, env = $env, help_heading = $section)] pub $key: Option<$type>,)+)+
        }

        impl Overrides {
            /// Puts what was given in the place of what `settings` has.
            pub fn apply(self, settings: &mut Settings) {
                $($(if let Some(value) = self.$key {
                    settings.$key = value;
                })+)+
            }
        }

        impl Settings {
            /// Sets one setting by its key from its text. `None` when there is no such key.
            fn set(&mut self, key: &str, text: &str) -> Option<Result<(), String>> {
                match key {
                    $($(stringify!($key) => Some(
                        text.parse().map(|value| self.$key = value).map_err(|e| format!("{e}"))
                    ),)+)+
                    _ => None,
                }
            }

            /// Every setting, in the order of the default file.
            pub fn entries() -> Vec<Entry> {
                let defaults = Self::default();
                vec![$($(Entry {
                    section: $section,
                    key: stringify!($key),
                    env: $env,
                    help: [$($help.trim()),+].join(" "),
                    default: file::as_toml(&defaults.$key.to_string()),
                },)+)+]
            }
        }
    };
}

settings! {
    "Serving" {
        /// Address to listen on. Port 0 takes a free one; the address really taken is printed.
        listen: SocketAddr = SocketAddr::from((Ipv4Addr::LOCALHOST, 7443)), "LIASSE_LISTEN";
        /// Address that Prometheus metrics are served on by HTTP at /metrics, or "none".
        metrics_listen: Optional<SocketAddr> = Optional(None), "LIASSE_METRICS_LISTEN";
        /// Seconds that admitted pages are given to finish after SIGTERM or SIGINT.
        drain_seconds: u64 = 30, "LIASSE_DRAIN_SECONDS";
        /// Connections at a time; more wait to be accepted.
        max_connections: usize = 512, "LIASSE_MAX_CONNECTIONS";
        /// Calls at a time on one connection.
        max_calls_per_connection: u32 = 256, "LIASSE_MAX_CALLS_PER_CONNECTION";
        /// Seconds after which a connection is asked to reconnect, so that several servers share the load; 0 = never.
        max_connection_age_seconds: u64 = 1800, "LIASSE_MAX_CONNECTION_AGE_SECONDS";
        /// Seconds between HTTP/2 pings to an idle caller; a caller that does not answer is dropped.
        keepalive_seconds: u64 = 30, "LIASSE_KEEPALIVE_SECONDS";
        /// Seconds that a caller may take to send one message, or to take an answer off its stream.
        transfer_seconds: u64 = 120, "LIASSE_TRANSFER_SECONDS";
    }
    "Models" {
        /// Folder that holds the models, each in a folder of its own with a manifest.toml.
        weights: String = "models/weights".to_owned(), "LIASSE_WEIGHTS";
        /// Name of the line detector's folder.
        detector: String = "lines-detector".to_owned(), "LIASSE_DETECTOR";
        /// Name of the recogniser's folder.
        recogniser: String = "latin-recogniser".to_owned(), "LIASSE_RECOGNISER";
        /// Name of the folder of the model that tells what pages look like, for types learned by example; "none" = they are told by their
        /// words alone.
        embedder: Optional<String> = Optional(Some("page-look".to_owned())), "LIASSE_EMBEDDER";
        /// ONNX Runtime's shared library; "none" = ORT_DYLIB_PATH, else .liasse/onnxruntime.
        onnx_runtime: Optional<String> = Optional(None), "LIASSE_ONNX_RUNTIME";
        /// What the models run on: cpu or cuda:N. The server does not start when it is not to be had.
        device: Device = Device::Cpu, "LIASSE_DEVICE";
        /// What the models compute in: fp32, fp16, int8, or auto for what each manifest says is best on the device.
        precision: PrecisionChoice = PrecisionChoice::Auto, "LIASSE_PRECISION";
        /// Memory of a CUDA device that one copy of a model may take.
        gpu_memory_bytes: ByteSize = ByteSize::gib(2), "LIASSE_GPU_MEMORY_BYTES";
        /// Copies of the detector, each with a thread of its own; 0 = 1 on a CPU, 2 on a GPU.
        detector_workers: usize = 0, "LIASSE_DETECTOR_WORKERS";
        /// CPU threads that share one run of the detector; 0 = one for each core.
        detector_threads: usize = 0, "LIASSE_DETECTOR_THREADS";
        /// Pages of one size that the detector takes at a time; 0 = 1 on a CPU, 4 on a GPU.
        detector_batch_pages: usize = 0, "LIASSE_DETECTOR_BATCH_PAGES";
        /// Copies of the recogniser, each with a thread of its own; 0 = one for each core on a CPU, 2 on a GPU.
        recogniser_workers: usize = 0, "LIASSE_RECOGNISER_WORKERS";
        /// CPU threads that share one run of the recogniser; 0 = one for each core.
        recogniser_threads: usize = 1, "LIASSE_RECOGNISER_THREADS";
        /// Pixels of line width, padding included, that the recogniser takes at a time; 0 = 8192 on a CPU, 61440 on a GPU.
        recogniser_batch_width: u64 = 0, "LIASSE_RECOGNISER_BATCH_WIDTH";
    }
    "Images" {
        /// What straightens and cuts pages: cpu, wgpu (the first GPU) or wgpu:NAME (the adapter whose name contains NAME).
        /// The server does not start when it is not to be had.
        image_device: ImageDevice = ImageDevice::Cpu, "LIASSE_IMAGE_DEVICE";
        /// Memory of that device that pages and what is cut of them may take; what does not fit is cut by the processor.
        image_device_bytes: ByteSize = ByteSize::mib(512), "LIASSE_IMAGE_DEVICE_BYTES";
        /// Threads that decode, straighten and cut pages; 0 = one for each core.
        image_workers: usize = 0, "LIASSE_IMAGE_WORKERS";
        /// Decoded pages at a time; the others wait encoded.
        pages_at_work: usize = 8, "LIASSE_PAGES_AT_WORK";
        /// Memory for decoded pages.
        bytes_at_work: ByteSize = ByteSize::mib(512), "LIASSE_BYTES_AT_WORK";
    }
    "Documents" {
        /// Folder of document types of your own beside the shipped ones, read again when it changes; or "none".
        document_types: Optional<String> = Optional(None), "LIASSE_DOCUMENT_TYPES";
        /// Whether callers may put document types into that folder and learn them by example: true or false.
        document_types_writable: bool = false, "LIASSE_DOCUMENT_TYPES_WRITABLE";
        /// File of trays and the rules that lead to them, read again when it changes; or "none".
        trays: Optional<String> = Optional(None), "LIASSE_TRAYS";
        /// Folder of the certificates that signatures of 2D-Docs are verified with, read at the start; or "none".
        two_d_doc_certificates: Optional<String> = Optional(None), "LIASSE_TWO_D_DOC_CERTIFICATES";
    }
    "Quality" {
        /// Below so many dots per inch a page is RESOLUTION_LOW.
        min_dpi: f32 = 150.0, "LIASSE_MIN_DPI";
        /// Paper darker than this grey level, 0 to 255, is TOO_DARK.
        min_paper_level: f32 = Thresholds::default().min_paper_level, "LIASSE_MIN_PAPER_LEVEL";
        /// Ink fewer grey levels from its paper than this, 0 to 255, is TOO_LIGHT.
        min_contrast: f32 = Thresholds::default().min_contrast, "LIASSE_MIN_CONTRAST";
        /// A page with edges wider than this share of the height of small letters is BLURRED.
        max_blur: f32 = Thresholds::default().max_blur, "LIASSE_MAX_BLUR";
        /// A page of which one edge cuts more letters than this is CLIPPED.
        max_cut_letters: u32 = Thresholds::default().max_cut_letters, "LIASSE_MAX_CUT_LETTERS";
        /// A fold longer than this share of the page's shorter side is a FOLDED_CORNER.
        max_fold: f32 = Thresholds::default().max_fold, "LIASSE_MAX_FOLD";
        /// A page of which more than this share is black scanner border has BLACK_BORDERS.
        max_border_ratio: f32 = Thresholds::default().max_border_ratio, "LIASSE_MAX_BORDER_RATIO";
        /// A page whose left or right border has a step larger than this share of the image's width is a DOUBLE_FEED; 1 tells none so.
        max_width_step: f32 = Thresholds::default().max_width_step, "LIASSE_MAX_WIDTH_STEP";
        /// A page turned further than this, in degrees, is SKEWED. Up to 15 are found and straightened.
        max_skew_degrees: f32 = 10.0, "LIASSE_MAX_SKEW_DEGREES";
        /// A page longer than this, in millimetres, is a DOUBLE_FEED. A3 has 420; a line that scans A4 alone sets 310.
        max_page_length_mm: f32 = 440.0, "LIASSE_MAX_PAGE_LENGTH_MM";
    }
    "Limits" {
        /// Size of one encoded file.
        max_page_bytes: ByteSize = ByteSize::mib(64), "LIASSE_MAX_PAGE_BYTES";
        /// Pixels of one decoded page.
        max_page_pixels: u64 = 200_000_000, "LIASSE_MAX_PAGE_PIXELS";
        /// Width or height of one decoded page.
        max_page_side: u32 = 20_000, "LIASSE_MAX_PAGE_SIDE";
        /// Pages of one file.
        max_pages_per_file: u32 = 2000, "LIASSE_MAX_PAGES_PER_FILE";
        /// Pages of one file in a call of Recognize, whose answer is one message; a stream has no such limit.
        max_pages_per_call: u32 = 100, "LIASSE_MAX_PAGES_PER_CALL";
        /// Pages in flight in the whole server before RESOURCE_EXHAUSTED.
        max_pages_in_flight: usize = 128, "LIASSE_MAX_PAGES_IN_FLIGHT";
        /// Encoded bytes in flight in the whole server, those still being received included, before RESOURCE_EXHAUSTED.
        max_bytes_in_flight: ByteSize = ByteSize::mib(512), "LIASSE_MAX_BYTES_IN_FLIGHT";
        /// Upright images in one answer; beyond it a reading comes without its image, with a warning.
        max_upright_bytes: ByteSize = ByteSize::mib(16), "LIASSE_MAX_UPRIGHT_BYTES";
        /// Pages in flight on one stream.
        stream_window_pages: u32 = 16, "LIASSE_STREAM_WINDOW_PAGES";
    }
    "Logs" {
        /// How much is logged: error, warn, info, debug or trace, also by module (liasse_server=debug,warn).
        log: String = "info,ort=warn".to_owned(), "LIASSE_LOG";
        /// text or json, on standard error.
        log_format: LogFormat = LogFormat::Text, "LIASSE_LOG_FORMAT";
    }
}

/// How the models are copied and fed (see [`Settings::batches`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Batches {
    pub(crate) detector_workers: usize,
    /// Pages of one size in a batch.
    pub(crate) detector_pages: usize,
    pub(crate) recogniser_workers: usize,
    /// Pixels of line width in a batch, padding included.
    pub(crate) recogniser_width: u64,
}

impl Settings {
    /// Checks what no type can: ranges and settings that contradict each other.
    ///
    /// # Errors
    /// [`SettingsError::Invalid`], naming the setting.
    pub fn check(&self) -> Result<(), SettingsError> {
        let at_least_one = [
            ("max_connections", self.max_connections as u64),
            ("max_calls_per_connection", u64::from(self.max_calls_per_connection)),
            ("keepalive_seconds", self.keepalive_seconds),
            ("transfer_seconds", self.transfer_seconds),
            ("pages_at_work", self.pages_at_work as u64),
            ("bytes_at_work", self.bytes_at_work.as_u64()),
            ("max_page_bytes", self.max_page_bytes.as_u64()),
            ("max_page_pixels", self.max_page_pixels),
            ("max_page_side", u64::from(self.max_page_side)),
            ("max_pages_per_file", u64::from(self.max_pages_per_file)),
            ("max_pages_per_call", u64::from(self.max_pages_per_call)),
            ("max_pages_in_flight", self.max_pages_in_flight as u64),
            ("stream_window_pages", u64::from(self.stream_window_pages)),
        ];
        for (key, value) in at_least_one {
            if value == 0 {
                return Err(SettingsError::Invalid { key, message: "must be at least 1".to_owned() });
            }
        }
        let not_negative = [
            ("min_dpi", self.min_dpi),
            ("min_paper_level", self.min_paper_level),
            ("min_contrast", self.min_contrast),
            ("max_blur", self.max_blur),
            ("max_fold", self.max_fold),
            ("max_border_ratio", self.max_border_ratio),
            ("max_width_step", self.max_width_step),
            ("max_skew_degrees", self.max_skew_degrees),
            ("max_page_length_mm", self.max_page_length_mm),
        ];
        for (key, value) in not_negative {
            if !(value.is_finite() && value >= 0.0) {
                return Err(SettingsError::Invalid { key, message: "must be 0 or more".to_owned() });
            }
        }
        if self.document_types_writable && self.document_types.0.is_none() {
            return Err(SettingsError::Invalid {
                key: "document_types_writable",
                message: "needs document_types, the folder that is written to".to_owned(),
            });
        }
        // A gRPC message has a length of 32 bits.
        if self.max_page_bytes > ByteSize::gib(2) {
            return Err(SettingsError::Invalid { key: "max_page_bytes", message: "must be at most 2 GiB".to_owned() });
        }
        if self.max_bytes_in_flight < self.max_page_bytes {
            return Err(SettingsError::Invalid {
                key: "max_bytes_in_flight",
                message: "must be at least max_page_bytes, or no page of that size could be received".to_owned(),
            });
        }
        if self.max_page_side > 65_000 {
            return Err(SettingsError::Invalid { key: "max_page_side", message: "must be at most 65000".to_owned() });
        }
        Ok(())
    }

    /// How the models are copied and fed: what is set, else what suits the device. A CPU's cores are the copies, and a batch is no
    /// quicker than its parts; a GPU is only busy with large ones, and two copies let it work while the other's batch is made up.
    pub(crate) fn batches(&self) -> Batches {
        let or = |setting: usize, default: usize| if setting == 0 { default } else { setting };
        let (detectors, pages, recognisers, width) = match self.device {
            Device::Cpu => (1, 1, Self::threads(0), 8192),
            Device::Cuda(_) => (2, 4, 2, 61_440),
        };
        Batches {
            detector_workers: or(self.detector_workers, detectors),
            detector_pages: or(self.detector_batch_pages, pages),
            recogniser_workers: or(self.recogniser_workers, recognisers),
            recogniser_width: if self.recogniser_batch_width == 0 { width } else { self.recogniser_batch_width },
        }
    }

    /// A number of threads, where 0 stands for one for each core.
    pub(crate) fn threads(setting: usize) -> usize {
        match setting {
            0 => std::thread::available_parallelism().map_or(1, usize::from),
            threads => threads,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_defaults_are_allowed() {
        assert_eq!(Settings::default().check(), Ok(()));
    }

    #[test]
    fn what_is_not_set_follows_from_the_device() {
        let gpu = Settings { device: Device::Cuda(0), recogniser_workers: 5, ..Settings::default() };
        let expected =
            Batches { detector_workers: 2, detector_pages: 4, recogniser_workers: 5, recogniser_width: 61_440 };
        assert_eq!(gpu.batches(), expected);
        let cpu = Settings::default().batches();
        assert_eq!((cpu.detector_workers, cpu.detector_pages, cpu.recogniser_width), (1, 1, 8192));
    }

    #[test]
    fn what_contradicts_itself_is_named() {
        let key_of = |change: fn(&mut Settings)| {
            let mut settings = Settings::default();
            change(&mut settings);
            match settings.check() {
                Err(SettingsError::Invalid { key, .. }) => key,
                other => panic!("{other:?}"),
            }
        };
        assert_eq!(key_of(|s| s.pages_at_work = 0), "pages_at_work");
        assert_eq!(key_of(|s| s.max_blur = f32::NAN), "max_blur");
        assert_eq!(key_of(|s| s.max_fold = -0.1), "max_fold");
        assert_eq!(key_of(|s| s.max_bytes_in_flight = ByteSize::mib(1)), "max_bytes_in_flight");
        assert_eq!(key_of(|s| s.document_types_writable = true), "document_types_writable");
        assert_eq!(key_of(|s| s.max_page_bytes = ByteSize::gib(3)), "max_page_bytes");
    }

    #[test]
    fn the_environment_variable_is_the_key_in_capitals() {
        for entry in Settings::entries() {
            assert_eq!(entry.env, format!("LIASSE_{}", entry.key.to_uppercase()));
        }
    }

    /// docs/operations.md has one row for each setting, and no row for anything else.
    #[test]
    fn the_documentation_has_every_setting() {
        let docs = include_str!("../../../docs/operations.md");
        let documented: Vec<&str> = docs.lines().filter(|line| line.starts_with("| `--")).collect();
        let expected: Vec<String> = Settings::entries()
            .iter()
            .map(|e| {
                let flag = e.key.replace('_', "-");
                format!("| `--{flag}` | `{}` | `{}` | `{}` | {} |", e.env, e.key, e.default, e.help)
            })
            .collect();
        assert_eq!(documented, expected, "write into docs/operations.md:\n{}", expected.join("\n"));
    }
}
