//! What drawn pages say in the terms of document types.
//!
//! Responsible for which types a drawn page may be told to be, which of our fields a drawn one is, and how the two are
//! compared. Not responsible for counting.

use std::sync::OnceLock;

use liasse_client::v1;
use liasse_corpus::pages::{FieldTruth, PageTruth, WordTruth};
use liasse_documents::types::{DocumentType, Field, Format, OTHER, TypeSet};
use liasse_documents::validators::{Validator, parse_amount, parse_date};
use serde::Serialize;

/// The types that a drawn page may be told to be; where several are right, the first is the likeliest.
pub(super) fn expected(truth: &PageTruth) -> Vec<&'static str> {
    let has = |text: &str| truth.lines.iter().any(|l| l.text.to_uppercase() == text);
    match truth.doc_type.as_str() {
        "letter" => vec!["courrier_administration", "courrier_entreprise", "courrier_particulier", "courrier_avocat"],
        "invoice" if has("DEVIS") => vec!["devis"],
        "invoice" if has("BON DE COMMANDE") => vec!["bon_commande"],
        "invoice" if has("BON DE LIVRAISON") => vec!["bon_livraison"],
        "invoice" => vec!["facture"],
        "rib" => vec!["rib"],
        "certificate" if has("CERTIFICAT MÉDICAL") => vec!["certificat_medical"],
        "certificate" if has("CERTIFICAT DE SCOLARITÉ") => vec!["certificat_scolarite"],
        "certificate" if has("CERTIFICAT DE TRAVAIL") => vec!["attestation_employeur"],
        "certificate" => vec!["attestation"],
        "form" => vec!["formulaire_cerfa"],
        "identity_card" => vec!["carte_identite_ancienne", "carte_identite"],
        "payslip" => vec!["bulletin_salaire"],
        "tax_notice" => vec!["avis_imposition"],
        "bank_statement" => vec!["releve_compte"],
        "receipt" => vec!["ticket_caisse"],
        // A handwritten letter is drawn as lines of chance words, without a letter's phrases.
        "handwritten" => vec![OTHER, "courrier_particulier"],
        "typescript" => vec![OTHER, "courrier_particulier", "courrier_administration", "courrier_entreprise"],
        // Papers are drawn under the names of the types that they are.
        name => vec![shipped(name).map_or(OTHER, |t| t.name.as_str())],
    }
}

/// Whether a page is drawn as a letter, of whatever sender.
pub(super) fn is_letter(truth: &PageTruth) -> bool {
    truth.doc_type == "letter" || truth.doc_type.starts_with("courrier_")
}

/// The field of that name of a shipped type.
fn shipped_field(doc_type: &str, name: &str) -> Option<&'static Field> {
    shipped(doc_type)?.fields.iter().find(|f| f.name == name)
}

/// The shipped type of that name.
fn shipped(name: &str) -> Option<&'static DocumentType> {
    static TYPES: OnceLock<Option<TypeSet>> = OnceLock::new();
    TYPES.get_or_init(|| TypeSet::shipped().ok()).as_ref()?.get(name)
}

/// The field of that name of a page that goes by the name of its type, and how to compare it: by its format.
pub(super) fn own_field(doc_type: &str, name: &str) -> Option<(&'static str, Compare)> {
    let field = shipped_field(doc_type, name)?;
    let compare = match field.format {
        Format::Date | Format::MrzBirthDate | Format::MrzExpiryDate => Compare::Date,
        Format::Amount => Compare::Amount,
        Format::Addressee | Format::Sender => Compare::FirstLine,
        Format::Text | Format::Person | Format::FamilyName | Format::GivenNames => Compare::Text,
        Format::Reference | Format::Email => Compare::Text,
        Format::MrzSurname | Format::MrzGivenNames | Format::MrzNationality => Compare::Text,
        _ => Compare::Identifier,
    };
    Some((field.name.as_str(), compare))
}

/// Whether a check digit of a machine readable zone stands behind a field of the page.
fn in_zone(truth: &PageTruth, name: &str) -> bool {
    let checked = shipped_field(&truth.doc_type, name)
        .is_some_and(|f| matches!(f.format, Format::MrzNumber | Format::MrzBirthDate | Format::MrzExpiryDate));
    checked && truth.fields.iter().any(|f| f.name == "mrz")
}

/// How a drawn field is compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Compare {
    Identifier,
    Date,
    Amount,
    /// The words, without the label that some layouts draw into the value.
    Text,
    /// The first line of a block.
    FirstLine,
}

/// The field of ours that a drawn field is, and how to compare.
pub(super) fn counterpart(told_as: &str, doc_type: &str, name: &str) -> Option<(&'static str, Compare)> {
    use Compare::{Amount, Date, FirstLine, Identifier, Text};
    if let Some(own) = own_field(doc_type, name) {
        return Some(own);
    }
    // Quotes and orders are drawn as invoices are, and name their fields otherwise.
    let by_type = |invoice, quote, order, note| match told_as {
        "devis" => quote,
        "bon_commande" => order,
        "bon_livraison" => note,
        _ => invoice,
    };
    Some(match (doc_type, name) {
        (_, "iban") => ("iban", Identifier),
        (_, "bic") => ("bic", Identifier),
        ("rib", "bank_code") => ("bank_code", Identifier),
        ("rib", "branch_code") => ("branch_code", Identifier),
        ("rib", "account_number") => ("account_number", Identifier),
        ("rib", "rib_key") => ("rib_key", Identifier),
        ("rib", "account_holder") => ("account_holder", Text),
        ("rib", "branch") => ("branch", Text),
        ("invoice", "siret") => ("siret", Identifier),
        ("payslip", "siret") => ("employer_siret", Identifier),
        ("payslip", "ape") => ("ape", Identifier),
        (_, "nir") => ("nir", Identifier),
        ("invoice", "invoice_number") => {
            (by_type("invoice_number", "quote_number", "order_number", "note_number"), Text)
        }
        ("invoice", "invoice_date") => (by_type("invoice_date", "quote_date", "order_date", "note_date"), Date),
        (_, "due_date") => ("due_date", Date),
        ("invoice", "client_number") => ("client_number", Text),
        (_, "total_ht") => ("total_ht", Amount),
        (_, "total_tva") => ("total_tva", Amount),
        (_, "total_ttc") => ("total_ttc", Amount),
        ("payslip", "gross") => ("gross", Amount),
        ("payslip", "net_pay") => ("net_pay", Amount),
        ("payslip", "period") => ("period", Text),
        ("tax_notice", "amount_due") => ("amount_due", Amount),
        ("tax_notice", "notice_reference") => ("notice_reference", Text),
        ("tax_notice", "roll") => ("roll", Identifier),
        ("bank_statement", "balance") => ("balance", Amount),
        ("letter", "sender") => ("sender", FirstLine),
        ("letter", "recipient") => ("recipient", FirstLine),
        ("letter", "subject") => ("subject", Text),
        ("letter", "our_reference") => ("our_reference", Text),
        ("letter", "your_reference") => ("your_reference", Text),
        ("letter" | "certificate" | "form", "date") => ("date", Date),
        ("certificate", "holder") => ("holder", Text),
        ("certificate", "reference") => ("reference", Text),
        ("form", "last_name") => ("last_name", Text),
        ("form", "first_name") => ("first_name", Text),
        ("form", "birth_name") => ("birth_name", Text),
        ("form", "birth_place") => ("birth_place", Text),
        ("form", "birth_date") => ("birth_date", Date),
        ("form", "street") => ("street", Text),
        ("form", "postcode") => ("postcode", Identifier),
        ("form", "town") => ("town", Text),
        ("form", "phone") => ("phone", Identifier),
        ("form", "email") => ("email", Text),
        ("form", "occupation") => ("occupation", Text),
        ("form", "employer") => ("employer", Text),
        ("form", "amount") => ("amount", Amount),
        ("form", "reference") => ("reference", Text),
        ("form", "nationality") => ("nationality", Text),
        ("identity_card", "last_name") => ("last_name", Identifier),
        ("identity_card", "birth_date") => ("birth_date", Date),
        ("receipt", "total") => ("total_ttc", Amount),
        _ => return None,
    })
}

/// Letters and digits in capitals, without accents.
pub(super) fn bare(text: &str) -> String {
    let plain = |c: char| match c {
        'À' | 'Â' | 'Ä' => 'A',
        'É' | 'È' | 'Ê' | 'Ë' => 'E',
        'Î' | 'Ï' => 'I',
        'Ô' | 'Ö' => 'O',
        'Ù' | 'Û' | 'Ü' => 'U',
        'Ç' => 'C',
        c => c,
    };
    text.to_uppercase().chars().filter(|c| c.is_alphanumeric()).map(plain).collect()
}

/// The normal form of what was drawn; `None` where the drawing is no such value (a form's comb that was left blank).
pub(super) fn normal(compare: Compare, truth: &FieldTruth) -> Option<String> {
    let words: Vec<&str> = truth.value.split_whitespace().collect();
    let tail = |f: &dyn Fn(&str) -> Option<String>| (0..words.len()).find_map(|i| f(&words[i..].join(" ")));
    match compare {
        Compare::Date => tail(&|t| parse_date(t).ok().map(|d| d.to_string())),
        Compare::Amount => tail(&|t| parse_amount(t).ok().map(|a| a.value.to_string())),
        // The corpus draws web addresses and chance digits into the places of some forms.
        Compare::Identifier if truth.name == "phone" => {
            Some(bare(&truth.value)).filter(|phone| phone.len() == 10 && phone.starts_with('0'))
        }
        Compare::Text if truth.name == "email" && !truth.value.contains('@') => None,
        Compare::Identifier => Some(bare(&truth.value)),
        Compare::FirstLine => Some(bare(&truth.value)),
        Compare::Text => {
            let value =
                ["Objet :", "Période :"].iter().find_map(|p| truth.value.strip_prefix(p)).unwrap_or(&truth.value);
            Some(bare(untitled(
                value.trim_start_matches("n° ").trim_start_matches("no ").trim_start_matches("Réf. : "),
            )))
        }
    }
}

/// What was told of a field, in the same form.
pub(super) fn told(compare: Compare, value: &str) -> String {
    match compare {
        Compare::Date | Compare::Amount => value.to_owned(),
        Compare::FirstLine => bare(value.lines().next().unwrap_or_default()),
        Compare::Text => bare(untitled(value)),
        Compare::Identifier => bare(value),
    }
}

/// A name without the title before it: whoever draws or reads a page may count it to the name or not.
fn untitled(name: &str) -> &str {
    const TITLES: [&str; 10] =
        ["M. ou Mme ", "M. et Mme ", "Monsieur ", "Madame ", "Mademoiselle ", "Mme ", "Mlle ", "Mr ", "M. ", "M "];
    TITLES.iter().find_map(|title| name.strip_prefix(title)).unwrap_or(name)
}

/// Fields of which the same accuracy is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Class {
    /// Identifiers with a checksum.
    Checked,
    /// Dates, amounts and numbers without one.
    Number,
    /// Names, addresses, subjects and references.
    Words,
    /// Whatever was filled in by hand.
    Hand,
}

impl Class {
    /// Of a drawn field.
    pub(super) fn of(truth: &PageTruth, field: &FieldTruth, compare: Compare) -> Self {
        match compare {
            _ if is_by_hand(truth, field) => Self::Hand,
            _ if in_zone(truth, &field.name) => Self::Checked,
            _ if Validator::by_name(&field.name).is_some_and(Validator::has_checksum) => Self::Checked,
            Compare::Date | Compare::Amount | Compare::Identifier => Self::Number,
            Compare::Text | Compare::FirstLine => Self::Words,
        }
    }

    /// As the report has it.
    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Checked => "checked identifiers",
            Self::Number => "dates, amounts, numbers",
            Self::Words => "names, subjects, references",
            Self::Hand => "filled in by hand",
        }
    }
}

/// Whether a field is drawn with a face like handwriting: the line that it stands on is.
fn is_by_hand(truth: &PageTruth, field: &FieldTruth) -> bool {
    let middle = |q: &[f32; 8]| ((q[0] + q[4]) / 2.0, (q[1] + q[5]) / 2.0);
    let (x, y) = middle(&field.quad);
    let distance = |q: &[f32; 8]| {
        let (a, b) = middle(q);
        (a - x).abs() + (b - y).abs()
    };
    let words = truth.lines.iter().flat_map(|l| l.words.iter().map(move |w| (l.hand, distance(&w.quad))));
    words.min_by(|a, b| a.1.total_cmp(&b.1)).is_some_and(|(hand, _)| hand)
}

/// Whether a value is printed on the page, wherever.
pub(super) fn is_printed(truth: &PageTruth, value: &str) -> bool {
    bare(&truth.text()).contains(&bare(value))
}

/// The reading of a drawn page by somebody who makes no mistake: its true words in their places.
pub(super) fn reading(truth: &PageTruth) -> v1::PageReading {
    let extent =
        |i: usize| truth.lines.iter().flat_map(|l| [l.quad[i], l.quad[i + 2], l.quad[i + 4]]).fold(1.0, f32::max);
    let mut reading = v1::PageReading {
        width: (extent(0) * 1.05).ceil() as u32,
        height: (extent(1) * 1.05).ceil() as u32,
        ..Default::default()
    };
    for line in &truth.lines {
        let first_word = reading.words.len() as u32;
        let word = |w: &WordTruth| v1::Word { quad: Some(quad(&w.quad)), text: w.text.clone(), confidence: 1.0 };
        reading.words.extend(line.words.iter().map(word));
        let word_count = reading.words.len() as u32 - first_word;
        reading.lines.push(v1::Line { first_word, word_count, ..Default::default() });
    }
    reading
}

fn quad(q: &[f32; 8]) -> v1::Quad {
    let corner = |i: usize| Some(v1::Point { x: q[2 * i], y: q[2 * i + 1] });
    v1::Quad { top_left: corner(0), top_right: corner(1), bottom_right: corner(2), bottom_left: corner(3) }
}
