//! A set of pages in one call, and the documents that they make.
//!
//! Responsible for checking such a call and for reading its files a few at a time. Not responsible for where documents begin:
//! that is the documents crate's.

use futures::{StreamExt, TryStreamExt, stream};
use liasse_documents::{
    WildMatch,
    separate::{BlankPages, Separators},
};
use liasse_proto::v1;

use super::{
    Core,
    labels::{self, Checked},
    recognition::whole_file,
};
use crate::{context::Context, fault::Fault};

/// Files of a call that are read at a time.
const AT_ONCE: usize = 4;
/// Patterns of a call, and bytes of each.
const MAX_PATTERNS: usize = 50;
const MAX_PATTERN: usize = 128;
/// What patch codes say.
const PATCHES: [&str; 6] = ["1", "2", "3", "4", "6", "T"];

/// A call that was checked.
pub(super) struct Batch {
    pages: Vec<Checked>,
    separators: Separators,
    decisions: Vec<v1::CutDecision>,
}

/// Checks a call.
///
/// # Errors
/// INVALID_FIELD with what is wrong, and with the number of the file where it is one's.
pub(super) fn check(request: v1::RecognizeDocumentRequest, max_pages: u32) -> Result<Batch, Fault> {
    let v1::RecognizeDocumentRequest { pages, separators, decisions } = request;
    let mut violations = Vec::new();
    if pages.is_empty() {
        violations.push(("pages", "must have at least one".to_owned()));
    }
    if decisions.len() > max_pages as usize || decisions.iter().any(|d| d.page == 0) {
        violations.push(("decisions", format!("must be at most {max_pages}, of pages counted from 1")));
    }
    let given = separators.unwrap_or_default();
    if given.barcodes.len() > MAX_PATTERNS || given.barcodes.iter().any(|p| p.is_empty() || p.len() > MAX_PATTERN) {
        let what = format!("must be at most {MAX_PATTERNS} patterns of 1 to {MAX_PATTERN} bytes");
        violations.push(("separators.barcodes", what));
    }
    if let Some(patch) = given.patches.iter().find(|p| !PATCHES.contains(&p.as_str())) {
        violations.push(("separators.patches", format!("has {patch:?}, which is none of {}", PATCHES.join(", "))));
    }
    let blank_pages = match v1::BlankPages::try_from(given.blank_pages) {
        Ok(v1::BlankPages::Unspecified | v1::BlankPages::Keep) => BlankPages::Keep,
        Ok(v1::BlankPages::Drop) => BlankPages::Drop,
        Ok(v1::BlankPages::Separate) => BlankPages::Separate,
        Err(_) => {
            violations.push(("separators.blank_pages", format!("is {}, which is no such choice", given.blank_pages)));
            BlankPages::Keep
        }
    };
    if !violations.is_empty() {
        return Err(Fault::invalid(violations));
    }
    if pages.len() > max_pages as usize {
        return Err(Fault::too_many_pages_for_call(u32::try_from(pages.len()).unwrap_or(u32::MAX), max_pages));
    }
    let checked = pages.into_iter().enumerate().map(|(number, mut page)| {
        let wanted = page.wanted.get_or_insert_default();
        (wanted.barcodes, wanted.document) = (true, true);
        labels::check(Some(page), false).map_err(|fault| fault.of_file(number + 1))
    });
    Ok(Batch {
        pages: checked.collect::<Result<_, _>>()?,
        separators: Separators {
            barcodes: given.barcodes.iter().map(|pattern| WildMatch::new(pattern)).collect(),
            patches: given.patches,
            blank_pages,
        },
        decisions,
    })
}

/// Reads the files of a call and tells their documents. `context` is that of the call.
///
/// # Errors
/// The first file that fails, by its number.
pub(super) async fn read(core: &Core, batch: Batch, context: &Context) -> Result<v1::RecognizeDocumentResponse, Fault> {
    let Batch { pages, separators, decisions } = batch;
    let most = core.max_pages_per_call;
    let readings: Vec<Vec<v1::PageReading>> = stream::iter(pages.into_iter().enumerate())
        .map(|(number, page)| {
            let context = Context { priority: page.priority, ..context.clone() };
            async move {
                let of_file = |fault: Fault| fault.of_file(number + 1);
                let admitted = core.admission.admit(page.bytes()).map_err(of_file)?;
                let (labels, input) = page.into_input(context, admitted);
                whole_file(core, &labels, input).await.map_err(|(_, fault)| of_file(fault))
            }
        })
        .buffered(AT_ONCE)
        .try_collect()
        .await?;
    let readings: Vec<v1::PageReading> = readings.into_iter().flatten().collect();
    let count = u32::try_from(readings.len()).unwrap_or(u32::MAX);
    if count > most {
        return Err(Fault::too_many_pages_for_call(count, most));
    }
    core.pipeline.separate(readings, separators, decisions, context).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refused(request: v1::RecognizeDocumentRequest) -> String {
        check(request, 3).map(|_| ()).unwrap_err().to_string()
    }

    #[test]
    fn what_is_wrong_is_named() {
        let pages = |n: usize| vec![v1::PageInput::default(); n];
        let good = || v1::RecognizeDocumentRequest { pages: pages(2), ..Default::default() };
        assert!(check(good(), 3).is_ok());
        assert!(refused(v1::RecognizeDocumentRequest::default()).contains("pages"));
        assert!(refused(v1::RecognizeDocumentRequest { pages: pages(4), ..good() }).contains("4 pages"));
        let decisions = vec![v1::CutDecision { page: 0, cut: true }];
        assert!(refused(v1::RecognizeDocumentRequest { decisions, ..good() }).contains("decisions"));
        let with = |separators| v1::RecognizeDocumentRequest { separators: Some(separators), ..good() };
        let patches = vec!["5".to_owned()];
        assert!(refused(with(v1::Separators { patches, ..Default::default() })).contains("separators.patches"));
        let barcodes = vec!["x".repeat(129)];
        assert!(refused(with(v1::Separators { barcodes, ..Default::default() })).contains("separators.barcodes"));
        assert!(refused(with(v1::Separators { blank_pages: 9, ..Default::default() })).contains("blank_pages"));
        let mut long = good();
        long.pages[1].page_id = "x".repeat(257);
        assert!(refused(long).contains("file 2"));
    }
}
