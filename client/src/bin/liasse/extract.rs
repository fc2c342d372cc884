//! `liasse extract`: a table of what documents say, a row for each page.
//!
//! Responsible for rows and columns. Not responsible for finding values, which is the server's.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, Write},
    path::PathBuf,
};

use anyhow::Context;
use liasse_client::v1::{PageReading, Wanted};

use crate::{
    ServerArguments,
    batch::{Batch, Event},
    describe, inputs,
    progress::Progress,
};

/// Columns before those of the fields.
const FIXED: [&str; 9] =
    ["fichier", "page", "type", "libelle", "confiance", "a_verifier", "bannette", "priorite", "reponse_sous_jours"];

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

fn separator(text: &str) -> Result<u8, String> {
    match text {
        "\\t" | "\t" => Ok(b'\t'),
        _ => match text.as_bytes() {
            [b @ (b',' | b';' | b'|')] => Ok(*b),
            _ => Err("expected , or ; or | or \\t".to_owned()),
        },
    }
}

/// Reads everything that was named and writes what it says. Whether all of it could be read; what could not has been said.
///
/// # Errors
/// When there is no server, the result cannot be written, or nobody reads what is printed.
pub(crate) async fn extract(arguments: Arguments) -> anyhow::Result<bool> {
    let Arguments { paths, server, csv, separator, out } = arguments;
    let found = inputs::find(&paths);
    // Before the long part.
    let target = out.map(|path| File::create(&path).with_context(|| format!("cannot write {}", path.display())));
    let mut target: Box<dyn Write> = match target.transpose()? {
        Some(file) => Box::new(io::BufWriter::new(file)),
        None => Box::new(io::stdout()),
    };
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
                rows.extend(pages.map(|page| (place, Row::new(input.path.display().to_string(), page))));
                progress.file(good, rows.len() - before);
            }
        }
    }
    rows.sort_by_key(|(place, row)| (*place, row.page));
    let rows: Vec<Row> = rows.into_iter().map(|(_, row)| row).collect();
    if csv {
        table(&rows, separator, &mut target)?
    } else {
        listing(&rows, &mut target)?
    }
    target.flush()?;
    Ok(progress.end())
}

/// A page's row.
struct Row {
    file: String,
    page: u32,
    document: liasse_client::v1::DocumentReading,
}

impl Row {
    fn new(file: String, page: PageReading) -> Self {
        Self { file, page: page.page_number, document: page.document.unwrap_or_default() }
    }
}

fn listing(rows: &[Row], target: &mut impl Write) -> anyhow::Result<()> {
    for row in rows {
        writeln!(target, "==> {}, page {} <==\n{}", row.file, row.page, describe::document(&row.document))?;
    }
    Ok(())
}

fn table(rows: &[Row], separator: u8, target: &mut impl Write) -> anyhow::Result<()> {
    // Fields in the order in which documents have them first.
    let mut columns: Vec<&str> = Vec::new();
    for field in rows.iter().flat_map(|row| &row.document.fields) {
        if !columns.contains(&field.name.as_str()) {
            columns.push(&field.name);
        }
    }
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(target);
    writer.write_record(FIXED.iter().chain(&columns))?;
    for row in rows {
        let document = &row.document;
        let tray = document.tray.clone().unwrap_or_default();
        let number = |n: u32| if n == 0 { String::new() } else { n.to_string() };
        let fixed = [
            row.file.clone(),
            row.page.to_string(),
            document.r#type.clone(),
            document.type_label.clone(),
            format!("{:.3}", document.type_confidence),
            if document.accepted { "non" } else { "oui" }.to_owned(),
            tray.name,
            number(tray.priority),
            number(tray.answer_within_days),
        ];
        let values: BTreeMap<&str, &str> =
            document.fields.iter().map(|f| (f.name.as_str(), f.value.as_str())).collect();
        let of_column = columns.iter().map(|column| values.get(column).copied().unwrap_or_default());
        writer.write_record(fixed.iter().map(String::as_str).chain(of_column).map(harmless))?;
    }
    writer.flush()?;
    Ok(())
}

/// A cell that no spreadsheet takes for a formula: what is printed on a page comes from anybody. Numbers stay as they are.
fn harmless(cell: &str) -> String {
    let formula = cell.starts_with(['=', '@', '+', '-', '\t', '\r']);
    let number = cell.bytes().skip(1).all(|b| b.is_ascii_digit() || b == b'.') && !cell.starts_with(['=', '@']);
    if formula && !number { format!("'{cell}") } else { cell.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use liasse_client::v1::{DocumentReading, Field, Tray};

    fn row(file: &str, page: u32, fields: &[(&str, &str)]) -> Row {
        let field = |(name, value): &(&str, &str)| Field {
            name: (*name).to_owned(),
            value: (*value).to_owned(),
            ..Default::default()
        };
        let document = DocumentReading {
            r#type: "facture".to_owned(),
            type_label: "Facture, avoir".to_owned(),
            type_confidence: 0.98765,
            accepted: page == 1,
            fields: fields.iter().map(field).collect(),
            tray: (page == 1).then(|| Tray { name: "compta".to_owned(), priority: 3, ..Default::default() }),
            ..Default::default()
        };
        Row { file: file.to_owned(), page, document }
    }

    #[test]
    fn a_table_has_a_row_for_each_page_and_quotes_what_must_be() {
        let rows = [
            row("a.pdf", 1, &[("total_ttc", "-12.50"), ("sender", "Dupont \"& fils\"\nLYON")]),
            row("b;c.pdf", 2, &[("date", "2026-01-31"), ("sender", "=HYPERLINK(1)")]),
        ];
        let mut out = Vec::new();
        table(&rows, b';', &mut out).unwrap();
        let expected = "\
fichier;page;type;libelle;confiance;a_verifier;bannette;priorite;reponse_sous_jours;total_ttc;sender;date
a.pdf;1;facture;Facture, avoir;0.988;non;compta;3;;-12.50;\"Dupont \"\"& fils\"\"\nLYON\";
\"b;c.pdf\";2;facture;Facture, avoir;0.988;oui;;;;;'=HYPERLINK(1);2026-01-31
";
        assert_eq!(String::from_utf8(out).unwrap(), expected);
    }

    #[test]
    fn a_separator_is_one_of_those_that_spreadsheets_know() {
        assert_eq!(separator("\\t"), Ok(b'\t'));
        assert_eq!(separator(";"), Ok(b';'));
        assert!(separator("a").is_err() && separator(";;").is_err());
    }
}
