//! `liasse info`: what the server is.

use std::fmt::Write as _;

use liasse_client::{to_json, v1::GetInfoResponse};

use crate::{Format, ServerArguments, output};

/// See the command's help.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    #[command(flatten)]
    server: ServerArguments,
    /// How to write it.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
}

/// Asks the server and prints what it says.
///
/// # Errors
/// When there is no server, or nobody reads what is printed.
pub(crate) async fn info(arguments: Arguments) -> anyhow::Result<()> {
    let url = arguments.server.url.clone();
    let client = arguments.server.connect().await?;
    let text = match arguments.format {
        Format::Json => format!("{}\n", serde_json::to_string_pretty(&to_json(client.info())?)?),
        Format::Text => describe(&url, client.info()),
    };
    output::print(&text)
}

fn describe(url: &str, info: &GetInfoResponse) -> String {
    let mut text = String::new();
    let mut row = |name: &str, value: String| {
        // Writing to a string cannot fail.
        let _ = writeln!(text, "{name:<14}{value}");
    };
    row("server", url.to_owned());
    row("version", info.version.clone());
    row("device", info.device.clone());
    row("images on", info.image_device.clone());
    for model in &info.models {
        row("model", format!("{} {} ({}, {})", model.name, model.version, model.role, model.precision));
        row("", format!("sha256 {}", model.sha256));
        row("", model.licence.clone());
    }
    row("languages", info.languages.join(" "));
    row("reads", info.content_types.join(" "));
    if let Some(limits) = &info.limits {
        row("a file", format!("{} bytes, {} pages", limits.max_page_bytes, limits.max_pages_per_file));
        row("a call", format!("{} pages", limits.max_pages_per_call));
        row("a page", format!("{} pixels, {} a side", limits.max_page_pixels, limits.max_page_side));
        row("in flight", format!("{} pages, {} a stream", limits.max_pages_in_flight, limits.stream_window_pages));
    }
    text
}
