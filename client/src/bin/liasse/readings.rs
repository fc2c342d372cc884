//! Readings to try rules on: pages that a server reads now, or what was written of them earlier.
//!
//! Responsible for telling the two apart and for reading either. Not responsible for the rules.

use std::path::PathBuf;

use anyhow::{Context, anyhow};
use liasse_client::{
    from_json,
    v1::{PageReading, Wanted},
};

use crate::{
    ServerArguments,
    batch::{Batch, Event},
    inputs,
    progress::Progress,
};

/// The readings of a page file, or those of a file that `liasse read --format json` wrote.
#[derive(Debug)]
pub(crate) struct Readings {
    /// Where they come from.
    pub(crate) path: PathBuf,
    /// In page order.
    pub(crate) pages: Vec<PageReading>,
}

/// Reads what was named: files that end in `.json` are readings, all others are sent to the server, which is asked for nothing
/// when there are none. In the order named, readings first. Whether all could be read comes second; what could not has been said.
///
/// # Errors
/// When a file of readings is none, or there is no server.
pub(crate) async fn of(paths: &[PathBuf], server: ServerArguments) -> anyhow::Result<(Vec<Readings>, bool)> {
    let (written, pages): (Vec<PathBuf>, Vec<PathBuf>) = paths
        .iter()
        .cloned()
        .partition(|path| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json")));
    let mut out = Vec::new();
    for path in written {
        let pages = parse(&std::fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?)
            .with_context(|| format!("{} holds no readings", path.display()))?;
        out.push(Readings { path, pages });
    }
    if pages.is_empty() {
        return Ok((out, true));
    }
    let found = inputs::find(&pages);
    let order: Vec<PathBuf> = found.files.iter().map(|input| input.path.clone()).collect();
    let mut progress = Progress::new(found.files.len());
    found.faults.iter().for_each(|fault| progress.fail(fault));
    let wanted = Wanted { barcodes: true, document: true, ..Wanted::default() };
    let mut batch = Batch::read(server.connect().await?, found.files, wanted).await?;
    let mut read = Vec::new();
    while let Some(event) = batch.next().await? {
        match event {
            Event::Unsent(why) => progress.unsent(&why),
            Event::Answered(input, file) => {
                let good = progress.failures(&input, &file);
                let pages: Vec<PageReading> = file.pages.into_iter().flatten().collect();
                progress.file(good, pages.len());
                read.push(Readings { path: input.path, pages });
            }
        }
    }
    read.sort_by_key(|readings| order.iter().position(|path| *path == readings.path));
    out.extend(read);
    Ok((out, progress.end()))
}

/// A list of readings, or one alone.
fn parse(text: &str) -> anyhow::Result<Vec<PageReading>> {
    let json: serde_json::Value = serde_json::from_str(text)?;
    match &json {
        serde_json::Value::Array(list) => list.iter().map(|reading| from_json(reading).map_err(Into::into)).collect(),
        serde_json::Value::Object(_) => Ok(vec![from_json(&json)?]),
        _ => Err(anyhow!("it is neither a list nor a reading")),
    }
}
