//! Checking a `PageInput`.
//!
//! Responsible for telling every field that is missing or out of range, by name, and for what a caller calls its page,
//! which goes back in every answer. Not responsible for the content.

use std::sync::Arc;

use liasse_batching::Priority;
use liasse_proto::v1;

use crate::{
    admission::Admitted,
    context::Context,
    fault::Fault,
    pipeline::{Asked, EndorserBand, FileInput, Sheet},
};

/// The most bytes that a text field may have, as recognition.proto says.
const MAX_BYTES: [(&str, usize); 6] = [
    ("page.page_id", 256),
    ("page.content_type", 255),
    ("page.endorser_number", 64),
    ("page.batch_reference", 128),
    ("page.archive_box_reference", 128),
    ("page.station", 64),
];

/// What a caller calls a page.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Labels {
    pub(super) page_id: String,
    endorser_number: String,
    batch_reference: String,
    archive_box_reference: String,
    station: String,
}

impl Labels {
    /// Puts the page's name on what is told of it early.
    pub(super) fn name(&self, verdict: &mut v1::PageVerdict) {
        verdict.page_id.clone_from(&self.page_id);
    }

    /// Puts the labels on a reading.
    pub(super) fn mark(&self, reading: &mut v1::PageReading) {
        reading.page_id.clone_from(&self.page_id);
        reading.endorser_number.clone_from(&self.endorser_number);
        reading.batch_reference.clone_from(&self.batch_reference);
        reading.archive_box_reference.clone_from(&self.archive_box_reference);
        reading.station.clone_from(&self.station);
    }
}

/// A page that was checked.
#[derive(Debug)]
pub(super) struct Checked {
    pub(super) labels: Labels,
    pub(super) priority: Priority,
    content: bytes::Bytes,
    content_type: Option<String>,
    asked: Asked,
}

impl Checked {
    /// Bytes of the encoded file.
    pub(super) fn bytes(&self) -> usize {
        self.content.len()
    }

    /// What the pipeline needs of it.
    pub(super) fn into_input(self, context: Context, admitted: Admitted) -> (Labels, FileInput) {
        let input =
            FileInput { content: self.content, content_type: self.content_type, asked: self.asked, context, admitted };
        (self.labels, input)
    }
}

/// Checks a page. In a stream, where answers are told apart by it, `page_id` must be given.
///
/// # Errors
/// INVALID_FIELD with every field that is wrong.
pub(super) fn check(page: Option<v1::PageInput>, needs_id: bool) -> Result<Checked, Fault> {
    let page = page.ok_or_else(|| Fault::invalid(vec![("page", "must be given".to_owned())]))?;
    let texts = [
        &page.page_id, &page.content_type, &page.endorser_number, &page.batch_reference, &page.archive_box_reference,
        &page.station,
    ];
    let mut violations: Vec<(&'static str, String)> = MAX_BYTES
        .iter()
        .zip(texts)
        .filter(|((_, most), text)| text.len() > *most)
        .map(|((field, most), text)| (*field, format!("has {} bytes, more than {most}", text.len())))
        .collect();
    if needs_id && page.page_id.is_empty() {
        violations.push(("page.page_id", "must be given in a stream".to_owned()));
    }
    let dpi = page.declared_dpi;
    if dpi != 0.0 && !(50.0..=2400.0).contains(&dpi) {
        violations.push(("page.declared_dpi", format!("is {dpi}, but must be 0 or between 50 and 2400")));
    }
    let priority = match v1::Priority::try_from(page.priority) {
        Ok(v1::Priority::Unspecified | v1::Priority::Line) => Priority::Line,
        Ok(v1::Priority::Interactive) => Priority::Interactive,
        Ok(v1::Priority::Background) => Priority::Background,
        Err(_) => {
            violations.push(("page.priority", format!("is {}, which is no priority", page.priority)));
            Priority::Line
        }
    };
    let wanted = page.wanted.unwrap_or_default();
    if v1::UprightImageFormat::try_from(wanted.upright_image).is_err() {
        let told = format!("is {}, which is no format", wanted.upright_image);
        violations.push(("page.wanted.upright_image", told));
    }
    let endorser = wanted
        .endorser
        .as_ref()
        .and_then(|place| EndorserBand::checked(place).map_err(|wrong| violations.extend(wrong)).ok());
    if !violations.is_empty() {
        return Err(Fault::invalid(violations));
    }
    Ok(Checked {
        priority,
        content: page.content,
        content_type: Some(page.content_type).filter(|text| !text.is_empty()),
        asked: Asked {
            declared_dpi: Some(dpi).filter(|dpi| *dpi != 0.0),
            wanted,
            endorser,
            look: false,
            sheet: Arc::new(Sheet {
                endorser_number: page.endorser_number.clone(),
                batch_reference: page.batch_reference.clone(),
                station: page.station.clone(),
            }),
        },
        labels: Labels {
            page_id: page.page_id,
            endorser_number: page.endorser_number,
            batch_reference: page.batch_reference,
            archive_box_reference: page.archive_box_reference,
            station: page.station,
        },
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(page: v1::PageInput, needs_id: bool) -> Vec<String> {
        let details = check(Some(page), needs_id).map(|_| ()).unwrap_err().to_status();
        tonic_types::StatusExt::get_error_details(&details)
            .bad_request()
            .unwrap()
            .field_violations
            .iter()
            .map(|v| v.field.clone())
            .collect()
    }

    #[test]
    fn a_plain_page_passes() {
        let checked = check(Some(v1::PageInput::default()), false).unwrap();
        assert_eq!(checked.priority, Priority::Line);
        assert_eq!((checked.asked, checked.content_type), (Asked::default(), None));
    }

    #[test]
    fn every_fault_is_named_at_once() {
        let page = v1::PageInput {
            page_id: "x".repeat(257),
            content_type: "x".repeat(256),
            endorser_number: "é".repeat(33),
            batch_reference: "x".repeat(129),
            archive_box_reference: "x".repeat(129),
            station: "x".repeat(65),
            declared_dpi: f32::NAN,
            priority: 17,
            wanted: Some(v1::Wanted { endorser: Some(v1::EndorserPlace::default()), ..Default::default() }),
            ..Default::default()
        };
        assert_eq!(
            fields(page, false),
            [
                "page.page_id", "page.content_type", "page.endorser_number", "page.batch_reference",
                "page.archive_box_reference", "page.station", "page.declared_dpi", "page.priority",
                "page.wanted.endorser.edge"
            ]
        );
    }

    #[test]
    fn the_limits_themselves_pass() {
        for dpi in [50.0, 2400.0] {
            let page = v1::PageInput { page_id: "x".repeat(256), declared_dpi: dpi, ..Default::default() };
            assert!(check(Some(page), true).is_ok());
        }
        for dpi in [49.9, 2400.1, -1.0, f32::INFINITY] {
            let page = v1::PageInput { declared_dpi: dpi, ..Default::default() };
            assert_eq!(fields(page, false), ["page.declared_dpi"]);
        }
    }

    #[test]
    fn a_stream_needs_ids_and_every_call_a_page() {
        assert_eq!(fields(v1::PageInput::default(), true), ["page.page_id"]);
        assert!(check(None, false).is_err());
    }
}
