//! What a type file says, and everything that can be wrong with one.

use super::load::TypeError;
use crate::mrz::Layout;
use crate::text::fold;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use toml::Spanned;

/// Bytes of a type file.
const MAX_BYTES: usize = 64 * 1024;
/// Phrases, evidences, fields or cross-checks of one type, and labels of one field.
const MAX_ENTRIES: usize = 200;
/// Characters of a name, label or phrase.
const MAX_CHARS: usize = 120;
/// Weights are within this, either way.
const MAX_WEIGHT: f32 = 20.0;

/// A document type.
#[derive(Debug, Clone, PartialEq)]
pub struct DocumentType {
    /// Such as `facture`: lower-case letters, digits and underscores.
    pub name: String,
    /// As people read it, in French.
    pub label: String,
    /// Types that are easily taken for one another share a family, such as `courrier`. The name where none is given.
    pub family: String,
    /// Confidence from which no person needs to look at the type, 0 to 1.
    pub accept: f32,
    /// Phrases that speak for the type, or against it.
    pub phrases: Vec<Phrase>,
    /// Other evidence.
    pub evidence: Vec<Evidence>,
    /// What is to be taken out of it.
    pub fields: Vec<Field>,
    /// What must hold between fields.
    pub checks: Vec<CrossCheck>,
    /// SHA-256 of the file, 64 lower-case hexadecimal digits.
    pub sha256: String,
}

/// A phrase with its weight.
#[derive(Debug, Clone, PartialEq)]
pub struct Phrase {
    /// As written in the file: one wording, or several of which any counts.
    pub texts: Vec<String>,
    /// Added to the type's score when a wording is there, once; negative when it speaks against the type.
    pub weight: f32,
    /// Where it must stand to count.
    pub at: Zone,
}

/// Part of a page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Zone {
    /// Wherever.
    Anywhere,
    /// In the upper third.
    Top,
    /// At the beginning of a line, with at most five words after it, as titles stand.
    Title,
    /// At the beginning of a line.
    LineStart,
}

/// Evidence other than a phrase.
#[derive(Debug, Clone, PartialEq)]
pub struct Evidence {
    /// What it is.
    pub kind: EvidenceKind,
    /// Added to the type's score.
    pub weight: f32,
}

/// Kinds of evidence.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum EvidenceKind {
    /// A machine readable zone of that layout, its document code beginning with the given letters.
    Mrz {
        /// Layout.
        layout: Layout,
        /// Such as `ID`, `P` or `IR`; empty for any.
        code: String,
    },
    /// A CERFA number on the page: this one, or any when empty.
    Cerfa(String),
    /// A barcode whose content begins so.
    Barcode(String),
    /// A 2D-Doc of that document type, such as `28`.
    TwoDDoc(String),
}

/// A field to be taken out.
#[derive(Debug, Clone, PartialEq)]
pub struct Field {
    /// Such as `invoice_number`.
    pub name: String,
    /// As people read it, in French.
    pub label: String,
    /// What its value looks like.
    pub format: Format,
    /// What is printed beside or above the value.
    pub labels: Vec<String>,
    /// Where the value stands relative to its label, the likeliest first.
    pub anchors: Vec<Anchor>,
    /// A value without a label counts too, with less confidence.
    pub anywhere: bool,
    /// A document without it is incomplete.
    pub required: bool,
    /// Confidence from which no person needs to look at the value, 0 to 1.
    pub accept: f32,
}

/// Where a value stands relative to its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// On the same row, after it.
    Right,
    /// Under it, in the same column.
    Below,
}

/// What a value looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Any words: the rest of the line, or of the cell.
    Text,
    /// A letter's reference: words of which at least one has a digit.
    Reference,
    /// Digits, spaces between them allowed.
    Number,
    /// A date.
    Date,
    /// An amount of money.
    Amount,
    /// A French telephone number.
    Phone,
    /// An e-mail address.
    Email,
    /// IBAN.
    Iban,
    /// RIB of 23 characters.
    Rib,
    /// BIC.
    Bic,
    /// SIREN.
    Siren,
    /// SIRET.
    Siret,
    /// French VAT number.
    Tva,
    /// Social security number.
    Nir,
    /// Tax number.
    Nif,
    /// CERFA number.
    Cerfa,
    /// Postcode.
    Postcode,
    /// The five digits of a bank or a branch.
    BankCode,
    /// The eleven characters of an account.
    AccountNumber,
    /// The two digits of a RIB's key.
    RibKey,
    /// The block of whom a letter is addressed to.
    Addressee,
    /// The block of who sends it.
    Sender,
    /// Document number out of the machine readable zone.
    MrzNumber,
    /// Surname out of the machine readable zone.
    MrzSurname,
    /// Given names out of the machine readable zone.
    MrzGivenNames,
    /// Birth date out of the machine readable zone.
    MrzBirthDate,
    /// Sex out of the machine readable zone.
    MrzSex,
    /// Expiry date out of the machine readable zone.
    MrzExpiryDate,
}

/// What must hold between fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrossCheck {
    /// The rule.
    pub rule: CrossRule,
    /// Names of the fields it speaks of, in the rule's order.
    pub fields: Vec<String>,
}

/// Rules between fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum CrossRule {
    /// First + second = third (net, tax, gross).
    TotalsAgree,
    /// The VAT number (first) is that of the SIRET or SIREN (second).
    SameCompany,
    /// Bank, branch, account and key (first to fourth) are the RIB inside the IBAN (fifth).
    RibInIban,
    /// The first date is not after the second.
    DatesInOrder,
}

impl CrossRule {
    /// How many fields it speaks of.
    pub fn arity(self) -> usize {
        match self {
            CrossRule::TotalsAgree => 3,
            CrossRule::SameCompany | CrossRule::DatesInOrder => 2,
            CrossRule::RibInIban => 5,
        }
    }

    /// The name that files and results use.
    pub fn name(self) -> &'static str {
        match self {
            CrossRule::TotalsAgree => "totals_agree",
            CrossRule::SameCompany => "same_company",
            CrossRule::RibInIban => "rib_in_iban",
            CrossRule::DatesInOrder => "dates_in_order",
        }
    }
}

impl Format {
    /// What the value looks like in print: a part of a machine readable zone is printed elsewhere too, and is read there by its
    /// labels where the zone is not on the page.
    pub(crate) fn as_printed(self) -> Format {
        match self {
            Format::MrzBirthDate | Format::MrzExpiryDate => Format::Date,
            Format::MrzSurname | Format::MrzGivenNames | Format::MrzSex => Format::Text,
            Format::MrzNumber => Format::Reference,
            other => other,
        }
    }

    /// Whether the value is found by itself and needs no label: blocks of a letter and parts of a machine readable zone.
    pub fn needs_no_label(self) -> bool {
        matches!(
            self,
            Format::Addressee
                | Format::Sender
                | Format::MrzNumber
                | Format::MrzSurname
                | Format::MrzGivenNames
                | Format::MrzBirthDate
                | Format::MrzSex
                | Format::MrzExpiryDate
        )
    }
}

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
    fields: Vec<Spanned<FileField>>,
    #[serde(default, rename = "check")]
    checks: Vec<Spanned<FileCheck>>,
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
    weight: f32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileField {
    name: String,
    label: String,
    format: Format,
    #[serde(default)]
    labels: Vec<String>,
    #[serde(default = "both", rename = "where")]
    anchors: Vec<Anchor>,
    #[serde(default)]
    anywhere: bool,
    #[serde(default)]
    required: bool,
    #[serde(default = "usual")]
    accept: f32,
}

fn both() -> Vec<Anchor> {
    vec![Anchor::Right, Anchor::Below]
}

fn usual() -> f32 {
    0.9
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileCheck {
    rule: CrossRule,
    fields: Vec<String>,
}

/// A file being checked: knows its name and turns places into lines.
struct Source<'a> {
    file: &'a str,
    text: &'a str,
}

impl Source<'_> {
    fn error(&self, at: usize, reason: impl Into<String>) -> TypeError {
        let before = self.text.as_bytes().get(..at.min(self.text.len())).unwrap_or_default();
        let line = 1 + before.iter().filter(|b| **b == b'\n').count();
        TypeError { file: self.file.to_owned(), line, reason: reason.into() }
    }

    fn weight(&self, at: usize, weight: f32) -> Result<f32, TypeError> {
        if weight.is_finite() && weight.abs() <= MAX_WEIGHT && weight != 0.0 {
            Ok(weight)
        } else {
            Err(self.error(at, format!("the weight {weight} is not between -{MAX_WEIGHT} and {MAX_WEIGHT}, or is 0")))
        }
    }

    fn share(&self, at: usize, share: f32) -> Result<f32, TypeError> {
        if (0.0..=1.0).contains(&share) {
            Ok(share)
        } else {
            Err(self.error(at, format!("accept = {share} is not between 0 and 1")))
        }
    }

    fn name(&self, at: usize, name: &str) -> Result<(), TypeError> {
        let fine = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if !name.is_empty() && name.len() <= 64 && name.chars().all(fine) {
            Ok(())
        } else {
            Err(self.error(at, format!("the name \"{name}\" is not of 1 to 64 lower-case letters, digits and _")))
        }
    }

    fn words(&self, at: usize, what: &str, text: &str) -> Result<(), TypeError> {
        if fold(text).is_empty() || text.chars().count() > MAX_CHARS {
            return Err(self.error(at, format!("the {what} \"{text}\" is empty or longer than {MAX_CHARS} characters")));
        }
        Ok(())
    }

    fn count<T>(&self, what: &str, entries: &[Spanned<T>]) -> Result<(), TypeError> {
        match entries.get(MAX_ENTRIES) {
            Some(beyond) => Err(self.error(beyond.span().start, format!("more than {MAX_ENTRIES} {what}"))),
            None => Ok(()),
        }
    }

    fn evidence(&self, at: usize, entry: FileEvidence) -> Result<Evidence, TypeError> {
        let FileEvidence { mrz, code, cerfa, barcode, two_d_doc, weight } = entry;
        let weight = self.weight(at, weight)?;
        if code.is_some() && mrz.is_none() {
            return Err(self.error(at, "code goes with mrz only"));
        }
        let kind = match (mrz, cerfa, barcode, two_d_doc) {
            (Some(layout), None, None, None) => {
                let known = Layout::by_name(&layout);
                let layout = known.ok_or_else(|| self.error(at, format!("there is no mrz layout \"{layout}\"")))?;
                EvidenceKind::Mrz { layout, code: code.unwrap_or_default() }
            }
            (None, Some(number), None, None) => EvidenceKind::Cerfa(number),
            (None, None, Some(start), None) => EvidenceKind::Barcode(start),
            (None, None, None, Some(kind)) => EvidenceKind::TwoDDoc(kind),
            _ => return Err(self.error(at, "an evidence has one of mrz, cerfa, barcode, two_d_doc")),
        };
        Ok(Evidence { kind, weight })
    }

    fn field(&self, at: usize, entry: FileField) -> Result<Field, TypeError> {
        let FileField { name, label, format, labels, anchors, anywhere, required, accept } = entry;
        self.name(at, &name)?;
        self.words(at, "label", &label)?;
        if labels.len() > MAX_ENTRIES {
            return Err(self.error(at, format!("field {name} has more than {MAX_ENTRIES} labels")));
        }
        for text in &labels {
            self.words(at, "label", text)?;
        }
        if labels.is_empty() && !anywhere && !format.needs_no_label() {
            return Err(self
                .error(at, format!("field {name} has neither labels nor anywhere = true, and could never be found")));
        }
        if anchors.is_empty() && !labels.is_empty() {
            return Err(self.error(at, format!("field {name} has labels, but where is empty")));
        }
        if anywhere && matches!(format, Format::Text | Format::Reference | Format::Number) {
            return Err(self.error(at, format!("field {name}: anywhere = true would take any words of the page")));
        }
        Ok(Field { name, label, format, labels, anchors, anywhere, required, accept: self.share(at, accept)? })
    }
}

impl DocumentType {
    /// Reads a type from the text of its file. `file` is how errors name it.
    ///
    /// # Errors
    /// [`TypeError`] with the file, the line and the reason.
    pub fn parse(file: &str, text: &str) -> Result<DocumentType, TypeError> {
        let source = Source { file, text };
        if text.len() > MAX_BYTES {
            return Err(source.error(0, format!("longer than {MAX_BYTES} bytes")));
        }
        let parsed: File = toml::from_str(text)
            .map_err(|e| source.error(e.span().map_or(0, |s| s.start), e.message().replace('\n', " ")))?;
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
            Some(accept) => source.share(accept.span().start, *accept.get_ref())?,
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
            phrases.push(Phrase { texts, weight: source.weight(at, weight)?, at: zone });
        }
        let mut evidence = Vec::with_capacity(parsed.evidence.len());
        for entry in parsed.evidence {
            evidence.push(source.evidence(entry.span().start, entry.into_inner())?);
        }
        let mut fields: Vec<Field> = Vec::with_capacity(parsed.fields.len());
        for entry in parsed.fields {
            let at = entry.span().start;
            let field = source.field(at, entry.into_inner())?;
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
            sha256: hex(&Sha256::digest(text.as_bytes())),
        })
    }
}

/// Lower-case hexadecimal.
pub(super) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|b| format!("{b:02x}")).collect()
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
