//! What is written about a file.
//!
//! Responsible for the form of text and JSON. Not responsible for where it goes.

use std::io::{self, Write as _};

use liasse_client::{to_json, v1::PageReading};

use crate::Format;

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
        }
    }
    text
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
    fn json_is_a_list_of_readings() {
        let json = of_file(&[page(1, "é\n"), None, page(3, "")], Format::Json).unwrap();
        let json: serde_json::Value = serde_json::from_str(&json).unwrap();
        let numbers: Vec<_> = json.as_array().unwrap().iter().map(|page| page["page_number"].clone()).collect();
        assert_eq!(numbers, [1, 3]);
        assert_eq!(json[0]["text"], "é\n");
        assert_eq!(json[0]["orientation_degrees"], 0, "what has its default value is there too");
    }
}
