//! What is written about a file.
//!
//! Responsible for the form of text and JSON. Not responsible for where it goes.

use std::{
    fmt::Write as _,
    io::{self, Write as _},
};

use liasse_client::{
    to_json,
    v1::{Barcode, BarcodeFormat, PageReading},
};

use crate::{Format, describe};

/// Between two pages of a file in its text.
const FORM_FEED: char = '\u{c}';

/// A file's pages in the form asked for. `pages[i]` is page i + 1; `None` when it could not be read: its place in the text
/// stays empty, in JSON it is left out (every reading bears its own number).
///
/// # Errors
/// When a reading has no JSON form.
pub(crate) fn of_file(pages: &[Option<PageReading>], format: Format) -> anyhow::Result<String> {
    match format {
        Format::Text => Ok(text(pages)),
        Format::Json => {
            let readings = pages.iter().flatten().map(to_json).collect::<Result<Vec<_>, _>>()?;
            let mut json = serde_json::to_string_pretty(&readings)?;
            json.push('\n');
            Ok(json)
        }
    }
}

fn text(pages: &[Option<PageReading>]) -> String {
    let mut text = String::new();
    for (index, page) in pages.iter().enumerate() {
        if index > 0 {
            text.push(FORM_FEED);
        }
        if let Some(page) = page {
            text.push_str(&page.text);
            if let Some(imprint) = &page.endorser_imprint {
                below(&mut text);
                // Writing to a string cannot fail.
                let _ = writeln!(text, "[endorser] {}", imprint.text);
            }
            codes(&page.barcodes, &mut text);
            if let Some(document) = &page.document {
                let part = if text.is_empty() || text.ends_with(FORM_FEED) { "" } else { "\n" };
                text.push_str(part);
                text.push_str(&describe::document(document));
            }
        }
    }
    text
}

/// Parts what follows from a page's text by an empty line.
fn below(text: &mut String) {
    if !text.is_empty() && !text.ends_with(FORM_FEED) {
        text.push('\n');
    }
}

/// The codes of a page, a line each below its text: what kind, and what it says. What is no text and control characters
/// (a 2D-Doc has some) are escaped, so that a line stays a line.
fn codes(barcodes: &[Barcode], text: &mut String) {
    if !barcodes.is_empty() {
        below(text);
    }
    for code in barcodes {
        let content = if code.text.is_empty() { code.raw.escape_ascii().to_string() } else { code.text.clone() };
        let content: String = content
            .chars()
            .flat_map(|c| {
                let escaped = c.is_control().then(|| c.escape_default());
                let plain = escaped.is_none().then_some(c);
                escaped.into_iter().flatten().chain(plain)
            })
            .collect();
        // Writing to a string cannot fail.
        let _ = writeln!(text, "[{}] {content}", code_name(code.format()));
    }
}

/// What people call a symbology.
pub(crate) const fn code_name(format: BarcodeFormat) -> &'static str {
    match format {
        BarcodeFormat::Unspecified => "code",
        BarcodeFormat::Code128 => "Code 128",
        BarcodeFormat::Code39 => "Code 39",
        BarcodeFormat::Ean13 => "EAN-13",
        BarcodeFormat::Ean8 => "EAN-8",
        BarcodeFormat::Itf => "ITF",
        BarcodeFormat::Codabar => "Codabar",
        BarcodeFormat::QrCode => "QR",
        BarcodeFormat::DataMatrix => "DataMatrix",
        BarcodeFormat::Pdf417 => "PDF417",
        BarcodeFormat::Aztec => "Aztec",
        BarcodeFormat::Patch => "patch code",
    }
}

/// Prints on standard output.
///
/// # Errors
/// When nobody takes it.
pub(crate) fn print(text: &str) -> anyhow::Result<()> {
    let mut out = io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()?;
    Ok(())
}

/// Whether an error is that nobody reads the standard output any more.
pub(crate) fn is_broken_pipe(error: &anyhow::Error) -> bool {
    error.downcast_ref::<io::Error>().is_some_and(|error| error.kind() == io::ErrorKind::BrokenPipe)
}

#[cfg(test)]
mod tests {
    use liasse_client::v1::EndorserImprint;

    use super::*;

    fn page(page_number: u32, text: &str) -> Option<PageReading> {
        Some(PageReading { page_number, page_count: 3, text: text.to_owned(), ..Default::default() })
    }

    #[test]
    fn pages_are_parted_by_form_feeds_and_keep_their_places() {
        let pages = [page(1, "un\n"), None, page(3, "trois\n")];
        assert_eq!(of_file(&pages, Format::Text).unwrap(), "un\n\u{c}\u{c}trois\n");
        assert_eq!(of_file(&pages[..1], Format::Text).unwrap(), "un\n");
    }

    #[test]
    fn codes_stand_below_the_text_a_line_each() {
        let code = |format: BarcodeFormat, text: &str| Barcode {
            format: format.into(),
            text: text.to_owned(),
            ..Default::default()
        };
        let mut with_codes = page(1, "un\n");
        let codes = vec![code(BarcodeFormat::Code128, "é 1"), code(BarcodeFormat::DataMatrix, "DC04\u{1d}X\n")];
        with_codes.as_mut().unwrap().barcodes = codes;
        let empty = Some(PageReading { barcodes: vec![code(BarcodeFormat::QrCode, "x")], ..page(2, "").unwrap() });
        let text = of_file(&[with_codes, empty], Format::Text).unwrap();
        assert_eq!(text, "un\n\n[Code 128] é 1\n[DataMatrix] DC04\\u{1d}X\\n\n\u{c}[QR] x\n");
    }

    #[test]
    fn an_endorser_number_stands_below_the_text() {
        let imprint = EndorserImprint { text: "000123".to_owned(), ..Default::default() };
        let printed = Some(PageReading { endorser_imprint: Some(imprint.clone()), ..page(1, "un\n").unwrap() });
        let bare = Some(PageReading { endorser_imprint: Some(imprint), ..page(2, "").unwrap() });
        assert_eq!(
            of_file(&[printed, bare], Format::Text).unwrap(),
            "un\n\n[endorser] 000123\n\u{c}[endorser] 000123\n"
        );
    }

    #[test]
    fn json_is_a_list_of_readings() {
        let json = of_file(&[page(1, "é\n"), None, page(3, "")], Format::Json).unwrap();
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let numbers: Vec<_> = json.as_array().unwrap().iter().map(|page| page["page_number"].clone()).collect();
        assert_eq!(numbers, [1, 3]);
        assert_eq!(json[0]["text"], "é\n");
        assert_eq!(json[0]["orientation_degrees"], 0, "what has its default value is there too");
    }
}
