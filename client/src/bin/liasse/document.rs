//! `liasse document`: pages that were scanned one after the other, and the documents that they make.
//!
//! Responsible for what is asked and for showing the documents, where they begin and why. Not responsible for separating or reading
//! them, which is the server's.

use std::{fmt::Write as _, io::Write as _, path::PathBuf};

use anyhow::bail;
use clap::ValueEnum;
use liasse_client::{
    to_json,
    v1::{BatchDocument, BlankPages, Boundary, CutDecision, PageReading, RecognizeDocumentResponse, Separators},
};

use crate::{
    Format, ServerArguments, describe, inputs,
    table::{self, Row, separator},
};

/// See the command's help.
#[derive(Debug, clap::Args)]
pub(crate) struct Arguments {
    /// Files and folders in the order in which the pages were scanned; of a folder every page file in and below it, by name.
    #[arg(required = true, value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// A page with a bar code like this (* any characters, ? one) parts documents; can be given several times.
    #[arg(long, value_name = "PATTERN")]
    separator_barcode: Vec<String>,
    /// A page with this patch code (1, 2, 3, 4, 6 or T) parts documents; can be given several times.
    #[arg(long, value_name = "PATCH")]
    separator_patch: Vec<String>,
    /// What becomes of blank pages.
    #[arg(long, value_enum, default_value_t = Blank::Keep)]
    blank_pages: Blank,
    /// A document begins before this page, counted from 1, whatever else there is to say; can be given several times.
    #[arg(long, value_name = "PAGE")]
    cut: Vec<u32>,
    /// No document begins before this page; can be given several times.
    #[arg(long, value_name = "PAGE")]
    join: Vec<u32>,
    /// How the result is written.
    #[arg(long, value_enum, default_value_t = Format::Text)]
    format: Format,
    /// Write a table (CSV, UTF-8, a header, commas) instead: a row for each document.
    #[arg(long, conflicts_with = "format")]
    csv: bool,
    /// What parts the columns of the table; French spreadsheets open files with ";" at once.
    #[arg(long, value_name = "CHARACTER", default_value = ",", requires = "csv", value_parser = separator)]
    separator: u8,
    /// File to write into; without it the result is printed.
    #[arg(long, value_name = "FILE")]
    out: Option<PathBuf>,
    #[command(flatten)]
    server: ServerArguments,
}

/// What becomes of blank pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Blank {
    /// They belong to the document that they stand in.
    Keep,
    /// They are left out.
    Drop,
    /// They are left out, and a document begins after them.
    Separate,
}

/// Reads the pages and writes the documents that they make.
///
/// # Errors
/// When a page cannot be read, which is named, there is no server, or nobody takes the result.
pub(crate) async fn document(arguments: Arguments) -> anyhow::Result<bool> {
    let found = inputs::find(&arguments.paths);
    if !found.faults.is_empty() {
        bail!("{}", found.faults.join("\n"));
    }
    // Before the long part.
    let mut target = table::target(arguments.out.as_deref())?;
    let client = arguments.server.connect().await?;
    let mut pages = Vec::with_capacity(found.files.len());
    for input in &found.files {
        pages.push(client.load(&input.path, input.id.as_str()).await?);
    }
    let blank_pages = match arguments.blank_pages {
        Blank::Keep => BlankPages::Keep,
        Blank::Drop => BlankPages::Drop,
        Blank::Separate => BlankPages::Separate,
    };
    let separators = Separators {
        barcodes: arguments.separator_barcode,
        patches: arguments.separator_patch,
        blank_pages: blank_pages.into(),
    };
    let decided =
        |pages: &[u32], cut: bool| pages.iter().map(|page| CutDecision { page: *page, cut }).collect::<Vec<_>>();
    let decisions = [decided(&arguments.cut, true), decided(&arguments.join, false)].concat();
    let told = client.read_documents(pages, separators, decisions).await?;
    if arguments.csv {
        table::table(&["document", "pages", "fichiers"], &rows(&told), arguments.separator, &mut target)?;
    } else {
        let text = match arguments.format {
            Format::Text => text(&told),
            Format::Json => serde_json::to_string_pretty(&to_json(&told)?)? + "\n",
        };
        target.write_all(text.as_bytes())?;
    }
    target.flush()?;
    Ok(true)
}

fn rows(told: &RecognizeDocumentResponse) -> Vec<Row> {
    let row = |(number, document): (usize, &BatchDocument)| Row {
        place: vec![(number + 1).to_string(), ranges(&document.pages), files(told, &document.pages).join(" ")],
        document: document.document.clone().unwrap_or_default(),
    };
    told.documents.iter().enumerate().map(row).collect()
}

/// The documents one after the other, then every place between pages.
fn text(told: &RecognizeDocumentResponse) -> String {
    let mut text = String::new();
    let count = told.documents.len();
    // Writing to a string cannot fail, here and below.
    for (number, document) in told.documents.iter().enumerate() {
        let (pages, files) = (ranges(&document.pages), files(told, &document.pages).join(", "));
        let word = if document.pages.len() == 1 { "page" } else { "pages" };
        let _ = writeln!(text, "==> Document {} sur {count}, {word} {pages} : {files} <==", number + 1);
        text.push_str(&document.document.as_ref().map(describe::document).unwrap_or_default());
        text.push('\n');
    }
    let _ = writeln!(text, "[Séparation]");
    for boundary in &told.boundaries {
        let page = usize::try_from(boundary.page).ok().and_then(|page| told.readings.get(page.checked_sub(1)?));
        let _ = writeln!(text, "  {}", decided(boundary, &page.map(called).unwrap_or_default()));
    }
    if !told.left_out.is_empty() {
        let files = files(told, &told.left_out).join(", ");
        let _ = writeln!(text, "  Écartées (séparateurs, pages blanches) : {} : {files}", ranges(&told.left_out));
    }
    text
}

/// A place before a page in a sentence.
fn decided(boundary: &Boundary, file: &str) -> String {
    let what = if boundary.cut { "un document commence" } else { "le document continue" };
    let why = match boundary.reason.as_str() {
        "start" => "début du lot",
        "override" => "décision d'une personne",
        "separator_barcode" => "feuille de séparation à code-barres",
        "separator_patch" => "feuille de séparation à patch code",
        "blank_page" => "page blanche",
        "page_number" => "numéro de page",
        "first_page" => "première page d'un courrier",
        "type" => "type du document",
        "number" => "numéro ou référence",
        "sender" => "expéditeur",
        "other_side" => "autre face d'une pièce d'identité",
        "continuation" => "rien n'annonce un autre document",
        "ending" => "fin d'un courrier",
        other => other,
    };
    format!("page {} ({file}) : {what}, {why} ({})", boundary.page, describe::percent(boundary.confidence))
}

/// What a page is called: its file, and its number where that has several pages.
fn called(reading: &PageReading) -> String {
    match reading.page_count {
        0 | 1 => reading.page_id.clone(),
        _ => format!("{} p. {}", reading.page_id, reading.page_number),
    }
}

fn files(told: &RecognizeDocumentResponse, pages: &[u32]) -> Vec<String> {
    let reading = |page: &u32| told.readings.get((*page as usize).checked_sub(1)?);
    pages.iter().filter_map(reading).map(called).collect()
}

/// `1-3, 5` for 1, 2, 3 and 5.
fn ranges(pages: &[u32]) -> String {
    let mut out: Vec<(u32, u32)> = Vec::new();
    for page in pages {
        match out.last_mut() {
            Some((_, last)) if last.checked_add(1) == Some(*page) => *last = *page,
            _ => out.push((*page, *page)),
        }
    }
    let told = out.iter().map(|(a, b)| if a == b { a.to_string() } else { format!("{a}-{b}") });
    told.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use liasse_client::v1::DocumentReading;

    fn told() -> RecognizeDocumentResponse {
        let reading = |file: &str, page_number: u32, page_count: u32| PageReading {
            page_id: file.to_owned(),
            page_number,
            page_count,
            ..Default::default()
        };
        let document = |pages: &[u32], name: &str, label: &str| BatchDocument {
            pages: pages.to_vec(),
            document: Some(DocumentReading {
                r#type: name.to_owned(),
                type_label: label.to_owned(),
                type_confidence: 0.98,
                accepted: true,
                ..Default::default()
            }),
        };
        let boundary =
            |page: u32, cut: bool, reason: &str| Boundary { page, cut, confidence: 0.95, reason: reason.to_owned() };
        RecognizeDocumentResponse {
            readings: vec![
                reading("a.pdf", 1, 2),
                reading("a.pdf", 2, 2),
                reading("sep.jpg", 1, 1),
                reading("b.jpg", 1, 1),
            ],
            documents: vec![document(&[1, 2], "facture", "Facture"), document(&[4], "rib", "RIB")],
            boundaries: vec![
                boundary(1, true, "start"),
                boundary(2, false, "page_number"),
                boundary(4, true, "separator_patch"),
            ],
            left_out: vec![3],
        }
    }

    #[test]
    fn documents_and_the_places_between_them_are_told_in_french() {
        let expected = "\
==> Document 1 sur 2, pages 1-2 : a.pdf p. 1, a.pdf p. 2 <==
[Document] Facture (facture), 98 %

==> Document 2 sur 2, page 4 : b.jpg <==
[Document] RIB (rib), 98 %

[Séparation]
  page 1 (a.pdf p. 1) : un document commence, début du lot (95 %)
  page 2 (a.pdf p. 2) : le document continue, numéro de page (95 %)
  page 4 (b.jpg) : un document commence, feuille de séparation à patch code (95 %)
  Écartées (séparateurs, pages blanches) : 3 : sep.jpg
";
        assert_eq!(text(&told()), expected);
    }

    #[test]
    fn a_table_has_a_row_for_each_document() {
        let mut out = Vec::new();
        table::table(&["document", "pages", "fichiers"], &rows(&told()), b';', &mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[1], "1;1-2;a.pdf p. 1 a.pdf p. 2;facture;Facture;0.980;non;;;");
        assert_eq!(lines.len(), 3);
    }

    #[test]
    fn page_numbers_are_gathered() {
        assert_eq!(ranges(&[1, 2, 3, 5, 7, 8]), "1-3, 5, 7-8");
        assert_eq!(ranges(&[]), "");
    }
}
