//! `liasse.v1.Info`: what this server is and accepts.

use liasse_proto::v1::{self, info_server::Info};
use tonic::{Request, Response, Status};

use crate::{engines::Description, settings::Settings};

/// MIME types that the image decoders know.
const CONTENT_TYPES: [&str; 7] =
    ["image/jpeg", "image/png", "image/tiff", "image/webp", "image/bmp", "image/gif", "application/pdf"];

/// The service. What it says does not change while the server runs.
#[derive(Debug)]
pub(crate) struct InfoService {
    response: v1::GetInfoResponse,
}

impl InfoService {
    pub(crate) fn new(description: Description, settings: &Settings) -> Self {
        Self {
            response: v1::GetInfoResponse {
                version: env!("CARGO_PKG_VERSION").to_owned(),
                limits: Some(v1::Limits {
                    max_page_bytes: settings.max_page_bytes.as_u64(),
                    max_page_pixels: settings.max_page_pixels,
                    max_page_side: settings.max_page_side,
                    max_pages_per_file: settings.max_pages_per_file,
                    max_pages_per_call: settings.max_pages_per_call,
                    max_pages_in_flight: u32::try_from(settings.max_pages_in_flight).unwrap_or(u32::MAX),
                    stream_window_pages: settings.stream_window_pages,
                }),
                device: description.device,
                image_device: description.image_device,
                models: description.models,
                languages: description.languages,
                content_types: CONTENT_TYPES.map(str::to_owned).to_vec(),
            },
        }
    }
}

#[tonic::async_trait]
impl Info for InfoService {
    async fn get_info(&self, _: Request<v1::GetInfoRequest>) -> Result<Response<v1::GetInfoResponse>, Status> {
        Ok(Response::new(self.response.clone()))
    }
}
