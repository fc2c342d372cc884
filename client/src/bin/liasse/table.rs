//! Documents as a table: CSV that French spreadsheets open.
//!
//! Responsible for columns, and for cells that no spreadsheet takes for a formula. Not responsible for which documents there are.

use std::{
    collections::BTreeMap,
    fs::File,
    io::{self, Write},
    path::Path,
};

use anyhow::Context;

use liasse_client::v1::DocumentReading;

/// Columns of every table after those that say where the document is, and before those of the fields.
const FIXED: [&str; 7] = ["type", "libelle", "confiance", "a_verifier", "bannette", "priorite", "reponse_sous_jours"];

/// A document's row.
pub(crate) struct Row {
    /// Where the document is, a cell for each head of the table.
    pub(crate) place: Vec<String>,
    /// The document.
    pub(crate) document: DocumentReading,
}

/// Where a result goes: into a file, which is made now, or to the standard output.
///
/// # Errors
/// When the file cannot be written.
pub(crate) fn target(file: Option<&Path>) -> anyhow::Result<Box<dyn Write>> {
    Ok(match file {
        Some(path) => {
            let file = File::create(path).with_context(|| format!("cannot write {}", path.display()))?;
            Box::new(io::BufWriter::new(file))
        }
        None => Box::new(io::stdout()),
    })
}

/// What parts columns, as typed.
///
/// # Errors
/// What is expected instead.
pub(crate) fn separator(text: &str) -> Result<u8, String> {
    match text {
        "\\t" | "\t" => Ok(b'\t'),
        _ => match text.as_bytes() {
            [b @ (b',' | b';' | b'|')] => Ok(*b),
            _ => Err("expected , or ; or | or \\t".to_owned()),
        },
    }
}

/// Writes a header and a row for each document; `heads` are the columns that say where it is.
///
/// # Errors
/// When nobody takes it.
pub(crate) fn table(heads: &[&str], rows: &[Row], separator: u8, target: &mut impl Write) -> anyhow::Result<()> {
    // Fields in the order in which documents have them first.
    let mut columns: Vec<&str> = Vec::new();
    for field in rows.iter().flat_map(|row| &row.document.fields) {
        if !columns.contains(&field.name.as_str()) {
            columns.push(&field.name);
        }
    }
    let mut writer = csv::WriterBuilder::new().delimiter(separator).from_writer(target);
    writer.write_record(heads.iter().chain(&FIXED).chain(&columns))?;
    for Row { place, document } in rows {
        let tray = document.tray.clone().unwrap_or_default();
        let number = |n: u32| if n == 0 { String::new() } else { n.to_string() };
        let fixed = [
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
        writer.write_record(place.iter().chain(&fixed).map(String::as_str).chain(of_column).map(harmless))?;
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
    use liasse_client::v1::{Field, Tray};

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
        Row { place: vec![file.to_owned(), page.to_string()], document }
    }

    #[test]
    fn a_table_has_a_row_for_each_page_and_quotes_what_must_be() {
        let rows = [
            row("a.pdf", 1, &[("total_ttc", "-12.50"), ("sender", "Dupont \"& fils\"\nLYON")]),
            row("b;c.pdf", 2, &[("date", "2026-01-31"), ("sender", "=HYPERLINK(1)")]),
        ];
        let mut out = Vec::new();
        table(&["fichier", "page"], &rows, b';', &mut out).unwrap();
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
