//! `liasse extract`: a table of what documents say, a row for each page.
//!
//! Responsible for having the pages read and for their order. Not responsible for columns, nor for finding values, which is the server's.

use std::{io::Write, path::PathBuf};

use liasse_client::v1::Wanted;

use crate::{
    ServerArguments,
    batch::{Batch, Event},
    describe, inputs,
    progress::Progress,
    table::{self, Row, separator},
};

/// See the command's help.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Files and folders to read; of a folder every page file in and below it.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    #[command(flatten)]
    server: ServerArguments,
    /// Write a table (CSV, UTF-8, a header, commas): a row for each page, a column for each field that was found anywhere.
    #[arg(long)]
    csv: bool,
    /// What parts the columns; French spreadsheets open files with ";" at once.
    #[arg(long, value_name = "CHARACTER", default_value = ",", requires = "csv", value_parser = separator)]
    separator: u8,
    /// File to write into; without it the result is printed.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
}

/// Reads everything that was named and writes what it says. Whether all of it could be read; what could not has been said.
///
/// # Errors
/// When there is no server, the result cannot be written, or nobody reads what is printed.
pub(crate) async fn extract(arguments: Arguments) -> anyhow::Result<bool> {
    let Arguments { paths, server, csv, separator, out } = arguments;
    let found = inputs::find(&paths);
    // Before the long part.
    let mut target = table::target(out.as_deref())?;
    let client = server.connect().await?;
    let order: Vec<PathBuf> = found.files.iter().map(|input| input.path.clone()).collect();
    let mut progress = Progress::new(found.files.len());
    found.faults.iter().for_each(|fault| progress.fail(fault));
    let wanted = Wanted { document: true, ..Wanted::default() };
    let mut batch = Batch::read(client, found.files, wanted).await?;
    let mut rows = Vec::new();
    while let Some(event) = batch.next().await? {
        match event {
            Event::Unsent(why) => progress.unsent(&why),
            Event::Answered(input, file) => {
                let good = progress.failures(&input, &file);
                let place = order.iter().position(|path| *path == input.path).unwrap_or(order.len());
                let pages = file.pages.into_iter().flatten();
                let before = rows.len();
                // The table holds documents, not the words that they were made of.
                rows.extend(pages.map(|page| {
                    let row = Row {
                        place: vec![input.path.display().to_string(), page.page_number.to_string()],
                        document: page.document.unwrap_or_default(),
                    };
                    ((place, page.page_number), row)
                }));
                progress.file(good, rows.len() - before);
            }
        }
    }
    rows.sort_by_key(|(place, _)| *place);
    let rows: Vec<Row> = rows.into_iter().map(|(_, row)| row).collect();
    if csv {
        table::table(&["fichier", "page"], &rows, separator, &mut target)?
    } else {
        listing(&rows, &mut target)?
    }
    target.flush()?;
    Ok(progress.end())
}

fn listing(rows: &[Row], target: &mut impl Write) -> anyhow::Result<()> {
    for row in rows {
        writeln!(target, "==> {} <==\n{}", row.place.join(", page "), describe::document(&row.document))?;
    }
    Ok(())
}
