//! Reading a type from its file, and everything that can be wrong with one.

use super::definition::{
    Anchor, Column, CrossCheck, CrossRule, DocumentType, Evidence, EvidenceKind, Format, Items, Phrase, Zone,
};
use super::field::{self, Field, share_of, usual};
use super::look::Look;
use crate::file::{FileError, MAX_ENTRIES, Source, hex};
use crate::mrz::Layout;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use toml::Spanned;

/// Bytes of a type file.
pub(super) const MAX_BYTES: usize = 64 * 1024;
/// Weights are within this, either way.
const MAX_WEIGHT: f32 = 20.0;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    name: Spanned<String>,
    label: Spanned<String>,
    family: Option<String>,
    accept: Option<Spanned<f32>>,
    #[serde(default, rename = "phrase")]
    phrases: Vec<Spanned<FilePhrase>>,
    #[serde(default)]
    evidence: Vec<Spanned<FileEvidence>>,
    #[serde(default, rename = "field")]
    fields: Vec<Spanned<Field>>,
    #[serde(default, rename = "check")]
    checks: Vec<Spanned<FileCheck>>,
    items: Option<Spanned<FileItems>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FilePhrase {
    text: OneOrMore,
    weight: f32,
    #[serde(default = "anywhere")]
    at: Zone,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a text or a list of texts")]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

fn anywhere() -> Zone {
    Zone::Anywhere
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileEvidence {
    mrz: Option<String>,
    code: Option<String>,
    cerfa: Option<String>,
    barcode: Option<String>,
    two_d_doc: Option<String>,
    electronic_invoice: Option<String>,
    look: Option<Look>,
    weight: f32,
}

/// Confidence from which no person needs to look at a type that is known by examples alone: at 0.9, pages of other kinds that are laid
/// out like its own, such as credit notes beside invoices, passed one time in a hundred from pixels.
const LEARNED_ACCEPT: f32 = 0.95;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileCheck {
    rule: CrossRule,
    fields: Vec<String>,
}

/// What the heads of the columns say, and which totals the items add up to.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileItems {
    #[serde(default)]
    description: Vec<String>,
    #[serde(default)]
    code: Vec<String>,
    #[serde(default)]
    quantity: Vec<String>,
    #[serde(default)]
    unit_price: Vec<String>,
    #[serde(default)]
    tax_rate: Vec<String>,
    #[serde(default)]
    amount: Vec<String>,
    net_total: Option<String>,
    tax_total: Option<String>,
}

fn items_of(source: &Source<'_>, at: usize, entry: FileItems, fields: &[Field]) -> Result<Items, FileError> {
    let FileItems { description, code, quantity, unit_price, tax_rate, amount, net_total, tax_total } = entry;
    let heads = [description, code, quantity, unit_price, tax_rate, amount];
    if heads[5].is_empty() && heads[3].is_empty() {
        return Err(
            source.error(at, "items have neither heads of an amount nor of a unit_price, and could never be found")
        );
    }
    let mut columns = Vec::with_capacity(heads.len());
    for (column, labels) in Column::ALL.into_iter().zip(heads) {
        if labels.len() > MAX_ENTRIES {
            return Err(source.error(at, format!("items: more than {MAX_ENTRIES} heads of {}", column.name())));
        }
        for text in &labels {
            source.words(at, "head", text)?;
        }
        columns.push(Field {
            anchors: vec![Anchor::Below],
            labels,
            ..Field::plain(column.name().to_owned(), Format::Amount)
        });
    }
    let is_amount = |name: &&String| fields.iter().any(|f| f.name == **name && f.format == Format::Amount);
    if let Some(name) = net_total.iter().chain(&tax_total).find(|name| !is_amount(name)) {
        return Err(source.error(at, format!("items: there is no amount {name}")));
    }
    Ok(Items { columns, net: net_total, tax: tax_total })
}

fn weight_of(source: &Source<'_>, at: usize, weight: f32) -> Result<f32, FileError> {
    if weight.is_finite() && weight.abs() <= MAX_WEIGHT && weight != 0.0 {
        Ok(weight)
    } else {
        Err(source.error(at, format!("the weight {weight} is not between -{MAX_WEIGHT} and {MAX_WEIGHT}, or is 0")))
    }
}

fn evidence_of(source: &Source<'_>, at: usize, entry: FileEvidence) -> Result<Evidence, FileError> {
    let FileEvidence { mrz, code, cerfa, barcode, two_d_doc, electronic_invoice, look, weight } = entry;
    let weight = weight_of(source, at, weight)?;
    if code.is_some() && mrz.is_none() {
        return Err(source.error(at, "code goes with mrz only"));
    }
    let kind = match (mrz, cerfa, barcode, two_d_doc, electronic_invoice, look) {
        (Some(layout), None, None, None, None, None) => {
            let known = Layout::by_name(&layout);
            let layout = known.ok_or_else(|| source.error(at, format!("there is no mrz layout \"{layout}\"")))?;
            EvidenceKind::Mrz { layout, code: code.unwrap_or_default() }
        }
        (None, Some(number), None, None, None, None) => EvidenceKind::Cerfa(number),
        (None, None, Some(start), None, None, None) => EvidenceKind::Barcode(start),
        (None, None, None, Some(kind), None, None) => EvidenceKind::TwoDDoc(kind),
        (None, None, None, None, Some(code), None) => EvidenceKind::ElectronicInvoice(code),
        (None, None, None, None, None, Some(look)) => EvidenceKind::Look(look),
        _ => {
            return Err(
                source.error(at, "an evidence has one of mrz, cerfa, barcode, two_d_doc, electronic_invoice, look")
            );
        }
    };
    Ok(Evidence { kind, weight })
}

impl DocumentType {
    /// A type that is known by examples alone.
    pub(super) fn learned(name: &str, label: &str, sha256: String) -> DocumentType {
        DocumentType {
            name: name.to_owned(),
            label: label.to_owned(),
            family: name.to_owned(),
            accept: LEARNED_ACCEPT,
            phrases: Vec::new(),
            evidence: Vec::new(),
            fields: Vec::new(),
            checks: Vec::new(),
            items: None,
            sha256,
        }
    }

    /// Reads a type from the text of its file. `file` is how errors name it.
    ///
    /// # Errors
    /// [`FileError`] with the file, the line and the reason.
    pub fn parse(file: &str, text: &str) -> Result<DocumentType, FileError> {
        let source = Source { file, text };
        let parsed: File = source.parse(MAX_BYTES)?;
        let at = parsed.name.span().start;
        source.name(at, parsed.name.get_ref())?;
        if parsed.name.get_ref() == super::OTHER {
            return Err(source.error(at, "\"autre\" is what a page is when no type fits, and cannot be a type"));
        }
        source.words(parsed.label.span().start, "label", parsed.label.get_ref())?;
        source.count("phrases", &parsed.phrases)?;
        source.count("evidences", &parsed.evidence)?;
        source.count("fields", &parsed.fields)?;
        source.count("checks", &parsed.checks)?;
        if parsed.phrases.is_empty() && parsed.evidence.is_empty() {
            return Err(source.error(at, "has neither phrases nor evidence, and could never be recognised"));
        }
        let accept = match &parsed.accept {
            Some(accept) => share_of(&source, accept.span().start, *accept.get_ref())?,
            None => usual(),
        };
        let mut phrases = Vec::with_capacity(parsed.phrases.len());
        for entry in parsed.phrases {
            let (at, FilePhrase { text, weight, at: zone }) = (entry.span().start, entry.into_inner());
            let texts = match text {
                OneOrMore::One(text) => vec![text],
                OneOrMore::More(texts) => texts,
            };
            if texts.is_empty() || texts.len() > MAX_ENTRIES {
                return Err(source.error(at, format!("a phrase has 1 to {MAX_ENTRIES} wordings")));
            }
            for text in &texts {
                source.words(at, "phrase", text)?;
            }
            phrases.push(Phrase { texts, weight: weight_of(&source, at, weight)?, at: zone });
        }
        let mut evidence = Vec::with_capacity(parsed.evidence.len());
        for entry in parsed.evidence {
            evidence.push(evidence_of(&source, entry.span().start, entry.into_inner())?);
        }
        let mut fields: Vec<Field> = Vec::with_capacity(parsed.fields.len());
        for entry in parsed.fields {
            let at = entry.span().start;
            let field = field::checked(&source, at, entry.into_inner())?;
            if fields.iter().any(|f| f.name == field.name) {
                return Err(source.error(at, format!("there are two fields {}", field.name)));
            }
            fields.push(field);
        }
        let mut checks = Vec::with_capacity(parsed.checks.len());
        for entry in parsed.checks {
            let (at, FileCheck { rule, fields: names }) = (entry.span().start, entry.into_inner());
            if names.len() != rule.arity() {
                return Err(
                    source.error(at, format!("{} speaks of {} fields, not {}", rule.name(), rule.arity(), names.len()))
                );
            }
            if let Some(name) = names.iter().find(|n| fields.iter().all(|f| f.name != **n)) {
                return Err(source.error(at, format!("there is no field {name}")));
            }
            checks.push(CrossCheck { rule, fields: names });
        }
        let items = match parsed.items {
            Some(entry) => Some(items_of(&source, entry.span().start, entry.into_inner(), &fields)?),
            None => None,
        };
        let name = parsed.name.into_inner();
        Ok(DocumentType {
            family: parsed.family.unwrap_or_else(|| name.clone()),
            name,
            label: parsed.label.into_inner(),
            accept,
            phrases,
            evidence,
            fields,
            checks,
            items,
            sha256: hex(&Sha256::digest(text.as_bytes())),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
name = "attestation_cantine"
label = "Attestation de cantine"

[[phrase]]
text = "attestation de cantine"
weight = 4
at = "title"

[[field]]
name = "amount"
label = "Montant"
format = "amount"
labels = ["Montant", "Total"]

[[field]]
name = "date"
label = "Date"
format = "date"
labels = ["Fait le"]
where = ["right"]
"#;

    #[test]
    fn a_type_is_read_with_its_defaults() {
        let read = DocumentType::parse("cantine.toml", GOOD).unwrap();
        assert_eq!((read.family.as_str(), read.accept), ("attestation_cantine", 0.9));
        assert_eq!(
            read.phrases[0],
            Phrase { texts: vec!["attestation de cantine".into()], weight: 4.0, at: Zone::Title }
        );
        assert_eq!(read.fields[0].anchors, [Anchor::Right, Anchor::Below]);
        assert!(!read.fields[0].required && !read.fields[0].anywhere);
        assert_eq!(read.sha256.len(), 64);
        assert_ne!(read.sha256, DocumentType::parse("cantine.toml", &format!("{GOOD}\n")).unwrap().sha256);
    }

    #[test]
    fn a_broken_file_is_refused_with_line_and_reason() {
        let cases: &[(&str, &str, usize, &str)] = &[
            ("weight = 4", "weight = \"much\"", 7, "expected"),
            ("weight = 4", "weight = nan", 5, "weight"),
            ("weight = 4", "weigth = 4", 7, "weigth"),
            ("at = \"title\"", "at = \"nowhere\"", 8, "nowhere"),
            ("text = \"attestation de cantine\"", "text = []", 5, "wordings"),
            ("text = \"attestation de cantine\"", "text = 4", 6, "a text or a list"),
            ("label = \"Attestation de cantine\"", "label = ", 3, ""),
            ("name = \"attestation_cantine\"", "name = \"Attestation\"", 2, "lower-case"),
            ("name = \"attestation_cantine\"", "name = \"autre\"", 2, "autre"),
            ("format = \"date\"", "format = \"horoscope\"", 19, "horoscope"),
            ("labels = [\"Fait le\"]", "labels = []", 16, "never be found"),
            ("where = [\"right\"]", "where = []", 16, "where is empty"),
            ("where = [\"right\"]", "accept = 1.5", 16, "between 0 and 1"),
            ("name = \"date\"", "name = \"amount\"", 16, "two fields amount"),
            ("where = [\"right\"]", "[[check]]\nrule = \"totals_agree\"\nfields = [\"amount\"]", 21, "3 fields"),
            (
                "where = [\"right\"]",
                "[[check]]\nrule = \"dates_in_order\"\nfields = [\"date\", \"due\"]",
                21,
                "no field due",
            ),
            ("where = [\"right\"]", "[[evidence]]\nmrz = \"td9\"\nweight = 1", 21, "td9"),
            ("where = [\"right\"]", "[[evidence]]\nweight = 1", 21, "one of mrz"),
            ("where = [\"right\"]", "two_d_doc = [\"123\"]", 16, "two characters"),
            ("where = [\"right\"]", "en16931 = [\"1\"]", 16, "BT- and a number"),
            ("where = [\"right\"]", "[items]\nquantity = [\"Qté\"]", 21, "never be found"),
            ("where = [\"right\"]", "[items]\namount = [\"Montant\"]\nnet_total = \"date\"", 21, "no amount date"),
        ];
        for (from, to, line, reason) in cases {
            assert!(GOOD.contains(from), "{from}");
            let error = DocumentType::parse("cantine.toml", &GOOD.replacen(from, to, 1)).unwrap_err();
            assert_eq!(error.file, "cantine.toml");
            assert_eq!(error.line, *line, "{to}: {error}");
            assert!(error.reason.contains(reason), "{to}: {error}");
        }
    }

    #[test]
    fn a_file_without_anything_to_recognise_is_refused() {
        let error = DocumentType::parse("x.toml", "name = \"x\"\nlabel = \"X\"\n").unwrap_err();
        assert!(error.reason.contains("never be recognised"), "{error}");
        let long = format!("{GOOD}# {}\n", "x".repeat(MAX_BYTES));
        assert!(DocumentType::parse("x.toml", &long).unwrap_err().reason.contains("bytes"));
        let many = format!("{GOOD}{}", "[[phrase]]\ntext = \"a\"\nweight = 1\n".repeat(MAX_ENTRIES));
        assert!(DocumentType::parse("x.toml", &many).unwrap_err().reason.contains("more than 200 phrases"));
    }
}
