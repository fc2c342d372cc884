//! What a page is and says, put into its reading.
//!
//! Responsible for what the page's words and codes are looked at with: the rules in force when it is read, and what is known of
//! its sheet. Not responsible for any rule: those are the documents crate's.

use liasse_documents::{
    facturx,
    separate::Separators,
    wire::{self, Rules},
};
use liasse_imaging::Source;
use liasse_proto::v1;

use crate::{documents::RuleSet, fault::Fault};

/// How a sheet came in, as its caller says.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Sheet {
    pub(crate) endorser_number: String,
    pub(crate) batch_reference: String,
    pub(crate) station: String,
}

/// Puts what an invoice attached to the file says into the reading of the file's first page; where it cannot be read, a warning says
/// why, and nothing else is lost. `index` counts the pages of the file from 0.
pub(super) fn attach_invoice(reading: &mut v1::PageReading, source: &Source, index: u32) {
    if index > 0 {
        return;
    }
    let invoice = match source.attachment(facturx::is_invoice, facturx::MAX_BYTES as u64) {
        Ok(None) => return,
        Ok(Some(file)) => facturx::read(&file.name, &file.content).map_err(|error| said(&error)),
        Err(error) => Err(said(&error)),
    };
    match invoice {
        Ok(invoice) => reading.electronic_invoice = Some(wire::electronic_invoice(&invoice)),
        Err(why) => reading.warnings.push(v1::Warning {
            reason: "ATTACHED_INVOICE_UNREADABLE".to_owned(),
            message: format!("An invoice is attached to the file and cannot be read: {why}."),
        }),
    }
}

/// An error with its sources.
fn said(error: &dyn std::error::Error) -> String {
    let sources = std::iter::successors(error.source(), |e| e.source());
    sources.fold(error.to_string(), |text, source| format!("{text}: {source}"))
}

/// Adds the document to a reading that has its words and bar codes.
///
/// # Errors
/// None for a reading that the pipeline made: its size, words and places are within bounds.
pub(super) fn add(reading: &mut v1::PageReading, sheet: &Sheet, rules: &RuleSet) -> Result<(), Fault> {
    reading.endorser_number.clone_from(&sheet.endorser_number);
    reading.batch_reference.clone_from(&sheet.batch_reference);
    reading.station.clone_from(&sheet.station);
    let rules = Rules::now(&rules.types, rules.trays.as_ref()).trusting(&rules.certificates);
    reading.document = Some(wire::document(reading, rules).map_err(Fault::internal)?);
    Ok(())
}

/// The documents of a batch of readings that have theirs.
///
/// # Errors
/// As [`add`].
pub(super) fn separate(
    readings: Vec<v1::PageReading>,
    separators: &Separators,
    decisions: &[v1::CutDecision],
    rules: &RuleSet,
) -> Result<v1::RecognizeDocumentResponse, Fault> {
    let rules = Rules::now(&rules.types, rules.trays.as_ref()).trusting(&rules.certificates);
    let (documents, separation) = wire::batch(&readings, separators, decisions, rules).map_err(Fault::internal)?;
    let number = |page: usize| page as u32 + 1;
    Ok(v1::RecognizeDocumentResponse {
        documents,
        boundaries: separation
            .boundaries
            .iter()
            .map(|b| v1::Boundary {
                page: number(b.before),
                cut: b.cut,
                confidence: b.confidence,
                reason: b.reason.name().to_owned(),
            })
            .collect(),
        left_out: separation.left_out.iter().map(|page| number(*page)).collect(),
        readings,
    })
}
