//! What a document type is.
//!
//! Not responsible for reading one from its file: see `file`.

use super::field::Field;
use super::look::Look;
use crate::mrz::Layout;
use serde::Deserialize;

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
    /// Its table of line items, where it has one.
    pub items: Option<Items>,
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
    /// At the beginning of a line, with at most five words after it, as titles stand, and not in the middle of running text.
    Title,
    /// As [`Zone::Title`], in letters taller than most of the page's.
    Heading,
    /// At the beginning of a line.
    LineStart,
    /// Where a sender's letterhead stands: the upper third and the last tenth, but for streets, running text, whom the page is
    /// addressed to, and what comes from a letter's subject or greeting on.
    Letterhead,
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
    /// An invoice attached as a file, of that type code (BT-3) such as `380`, or of any when empty.
    ElectronicInvoice(String),
    /// How the page looks.
    Look(Look),
}

/// The table of line items.
#[derive(Debug, Clone, PartialEq)]
pub struct Items {
    /// For each of [`Column::ALL`], in its order, what its head may say, as labels of a field.
    pub columns: Vec<Field>,
    /// Field that the amounts add up to.
    pub net: Option<String>,
    /// Field that is the tax on them.
    pub tax: Option<String>,
}

/// Columns of a table of line items.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Column {
    /// What was delivered.
    Description,
    /// Number of the article.
    Code,
    /// How many.
    Quantity,
    /// Price of one, before tax.
    UnitPrice,
    /// Rate of the tax in percent.
    TaxRate,
    /// Amount of the line, before tax.
    Amount,
}

impl Column {
    /// All of them.
    pub const ALL: [Column; 6] =
        [Column::Description, Column::Code, Column::Quantity, Column::UnitPrice, Column::TaxRate, Column::Amount];

    /// The name that files and results use.
    pub fn name(self) -> &'static str {
        match self {
            Column::Description => "description",
            Column::Code => "code",
            Column::Quantity => "quantity",
            Column::UnitPrice => "unit_price",
            Column::TaxRate => "tax_rate",
            Column::Amount => "amount",
        }
    }
}

/// Where a value stands relative to its label.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Anchor {
    /// On the same row, after it.
    Right,
    /// Under it, in the same column.
    Below,
    /// Before it, in running text; of the phrases of [`Field::before`] only.
    #[serde(skip)]
    Before,
}

/// What a value looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Any words: the rest of the line, or of the cell.
    Text,
    /// A family name: any words; in running text words in capitals.
    FamilyName,
    /// Given names: any words; in running text words with a capital that stand before a family name.
    GivenNames,
    /// A person's names with the title before them, beside a label or in running text.
    Person,
    /// A letter's reference: words of which at least one has a digit.
    Reference,
    /// Digits, spaces between them allowed.
    Number,
    /// A date.
    Date,
    /// A stretch of time: a month, the days from one to another, a school year.
    Period,
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
    /// Code of a company's main activity (APE, in the NAF).
    Ape,
    /// Identification number of a vehicle (VIN).
    Vin,
    /// A person's height.
    Height,
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
    /// Nationality out of the machine readable zone, its three letters.
    MrzNationality,
    /// Sex out of the machine readable zone.
    MrzSex,
    /// Vehicle number out of the zone of a registration certificate.
    MrzVin,
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
    /// The postcode (first) is one of the town's (second).
    CommuneAgrees,
}

impl CrossRule {
    /// How many fields it speaks of.
    pub fn arity(self) -> usize {
        match self {
            CrossRule::TotalsAgree => 3,
            CrossRule::SameCompany | CrossRule::DatesInOrder | CrossRule::CommuneAgrees => 2,
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
            CrossRule::CommuneAgrees => "commune_agrees",
        }
    }
}

impl Format {
    /// What the value looks like in print: a part of a machine readable zone is printed elsewhere too, and is read there by its
    /// labels where the zone is not on the page.
    pub(crate) fn as_printed(self) -> Format {
        match self {
            Format::MrzBirthDate | Format::MrzExpiryDate => Format::Date,
            Format::MrzSurname | Format::MrzGivenNames | Format::MrzNationality => Format::Text,
            Format::FamilyName | Format::GivenNames => Format::Text,
            Format::MrzNumber => Format::Reference,
            Format::MrzVin => Format::Vin,
            other => other,
        }
    }

    /// Whether the value is words that no form tells from others.
    pub(crate) fn is_words(self) -> bool {
        matches!(self, Format::Text | Format::FamilyName | Format::GivenNames | Format::Person)
    }

    /// Whether the value tells one document, account or person from another.
    pub(crate) fn is_number(self) -> bool {
        matches!(
            self,
            Format::Reference
                | Format::Number
                | Format::Iban
                | Format::Rib
                | Format::Siret
                | Format::Nir
                | Format::Nif
                | Format::Vin
                | Format::MrzNumber
        )
    }

    /// Whether the value is found by itself and needs no label: blocks of a letter and parts of a machine readable zone.
    pub fn needs_no_label(self) -> bool {
        matches!(self, Format::Addressee | Format::Sender) || self.is_of_zone()
    }

    /// Whether the value is a part of a machine readable zone.
    pub fn is_of_zone(self) -> bool {
        matches!(
            self,
            Format::MrzNumber
                | Format::MrzSurname
                | Format::MrzGivenNames
                | Format::MrzBirthDate
                | Format::MrzNationality
                | Format::MrzSex
                | Format::MrzVin
                | Format::MrzExpiryDate
        )
    }
}
