//! A field of a type: what its entry in the file may say, and what can be wrong with it.
//!
//! Not responsible for the rest of the file: see `file`.

use super::definition::{Anchor, Format};
use crate::file::{FileError, MAX_ENTRIES, Source};
use serde::Deserialize;

/// A field to be taken out.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Field {
    /// Such as `invoice_number`.
    pub name: String,
    /// As people read it, in French.
    pub label: String,
    /// What its value looks like.
    pub format: Format,
    /// What is printed beside or above the value.
    #[serde(default)]
    pub labels: Vec<String>,
    /// Where the value stands relative to its label, the likeliest first.
    #[serde(default = "both", rename = "where")]
    pub anchors: Vec<Anchor>,
    /// Phrases of running text right before which the value stands, such as `du sexe` after a name.
    #[serde(default)]
    pub before: Vec<String>,
    /// How lines begin from the first of which on the field's labels are another's, such as `Père` after a child's name.
    #[serde(default)]
    pub until: Vec<String>,
    /// How the headings begin under which the field's value is rather looked for, where the same labels stand twice: `La personne
    /// hébergée` under the lines of who lodges her.
    #[serde(default)]
    pub under: Vec<String>,
    /// What headings speak of under which the field's labels are another's, such as `employeur`, up to the next heading.
    #[serde(default)]
    pub not_under: Vec<String>,
    /// A title under which the value stands without a label.
    pub under_title: Option<UnderTitle>,
    /// Labels that count only on pages that have certain others.
    pub beside: Option<Beside>,
    /// Labels that do not count near certain others.
    pub without: Option<Beside>,
    /// Labels that count only where certain others stand on their row: `Commune` beside a date of birth.
    pub on_row: Option<Beside>,
    /// Labels that do not count where certain others stand on their row.
    pub off_row: Option<Beside>,
    /// The value goes on over the next lines, up to a postcode and a town.
    #[serde(default)]
    pub to_town: bool,
    /// A value without a label counts too, with less confidence.
    #[serde(default)]
    pub anywhere: bool,
    /// Of values that stand as well the last on the page counts, as of balances the closing one.
    #[serde(default)]
    pub last: bool,
    /// Of dates that stand without a label the earliest counts, such as a vehicle's first registration.
    #[serde(default)]
    pub earliest: bool,
    /// Of several dates that stand without a label the latest counts, such as a card's expiry.
    #[serde(default)]
    pub latest: bool,
    /// Of a company's identifier: it is that of whom the paper is addressed to, as an order's supplier; of who sends it where not given.
    #[serde(default)]
    pub of_addressee: bool,
    /// The part of the machine readable zone that says the same, where the paper has one: one of the `mrz_` formats.
    pub zone: Option<Format>,
    /// Block of a letter whose first line is the value where no label tells it: [`Format::Addressee`] or [`Format::Sender`].
    pub block: Option<Format>,
    /// Data identifiers of 2D-Docs that hold the value, such as `41`; the first that is there counts.
    #[serde(default)]
    pub two_d_doc: Vec<String>,
    /// Business terms of EN 16931 that hold the value in an attached invoice, such as `BT-1`; the first that fits counts.
    #[serde(default)]
    pub en16931: Vec<String>,
    /// A document without it is incomplete.
    #[serde(default)]
    pub required: bool,
    /// Confidence from which no person needs to look at the value, 0 to 1.
    #[serde(default = "usual")]
    pub accept: f32,
}

/// A title under which a text stands without a label, as the subject of an order does.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct UnderTitle {
    /// How its line begins.
    pub title: Vec<String>,
    /// How the lines begin that stand there and are none of the text.
    pub until: Vec<String>,
}

/// Labels whose meaning another label makes: `Nom` is the name of birth on forms that ask for a `Nom d'usage` too.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Beside {
    /// The labels whose meaning it is; each is one of [`Field::labels`] too.
    pub labels: Vec<String>,
    /// The labels of which one is on the page, near or on the row.
    pub of: Vec<String>,
}

impl Field {
    /// One of this format that has nothing else, not even labels.
    pub(super) fn plain(name: String, format: Format) -> Self {
        Self {
            label: name.clone(),
            name,
            format,
            labels: Vec::new(),
            anchors: both(),
            before: Vec::new(),
            until: Vec::new(),
            under: Vec::new(),
            not_under: Vec::new(),
            under_title: None,
            beside: None,
            without: None,
            on_row: None,
            off_row: None,
            to_town: false,
            anywhere: false,
            last: false,
            earliest: false,
            latest: false,
            of_addressee: false,
            zone: None,
            block: None,
            two_d_doc: Vec::new(),
            en16931: Vec::new(),
            required: false,
            accept: usual(),
        }
    }
}

fn both() -> Vec<Anchor> {
    vec![Anchor::Right, Anchor::Below]
}

/// Confidence from which no person needs to look, where the file does not say another.
pub(super) fn usual() -> f32 {
    0.9
}

pub(super) fn share_of(source: &Source<'_>, at: usize, share: f32) -> Result<f32, FileError> {
    if (0.0..=1.0).contains(&share) {
        Ok(share)
    } else {
        Err(source.error(at, format!("accept = {share} is not between 0 and 1")))
    }
}

/// A field whose entry in the file is sound.
///
/// # Errors
/// [`FileError`] with the line of the entry and what is wrong with it.
pub(super) fn checked(source: &Source<'_>, at: usize, field: Field) -> Result<Field, FileError> {
    let Field { name, format, labels, before, until, under, under_title, block, two_d_doc, en16931, .. } = &field;
    let format = *format;
    source.name(at, name)?;
    source.words(at, "label", &field.label)?;
    if labels.len() > MAX_ENTRIES {
        return Err(source.error(at, format!("field {name} has more than {MAX_ENTRIES} labels")));
    }
    if until.len() > MAX_ENTRIES {
        return Err(source.error(at, format!("field {name} has more than {MAX_ENTRIES} lines that end it")));
    }
    if under.len() > MAX_ENTRIES {
        return Err(source.error(at, format!("field {name} is under more than {MAX_ENTRIES} headings")));
    }
    if field.to_town && format != Format::Text {
        return Err(source.error(at, format!("field {name}: to_town goes with text")));
    }
    if before.len() > MAX_ENTRIES {
        return Err(source.error(at, format!("field {name} stands before more than {MAX_ENTRIES} phrases")));
    }
    let titled = under_title.iter().flat_map(|under| under.title.iter().chain(&under.until));
    let besides = || [&field.beside, &field.without, &field.on_row, &field.off_row].into_iter().flatten();
    let others = besides().flat_map(|beside| beside.labels.iter().chain(&beside.of));
    let lines = before.iter().chain(until).chain(under).chain(&field.not_under);
    for text in labels.iter().chain(lines).chain(titled).chain(others) {
        source.words(at, "label", text)?;
    }
    if besides().flat_map(|beside| &beside.labels).any(|label| !labels.contains(label)) {
        let keys = "beside, without, on_row and off_row";
        return Err(source.error(at, format!("field {name}: the labels of {keys} are among its labels")));
    }
    if under_title.is_some() && format != Format::Text {
        return Err(source.error(at, format!("field {name}: under_title goes with text")));
    }
    if two_d_doc.len() > MAX_ENTRIES || two_d_doc.iter().any(|id| id.len() != 2 || !id.is_ascii()) {
        return Err(source.error(at, format!("field {name}: a data identifier of a 2D-Doc has two characters")));
    }
    let is_term = |id: &String| id.strip_prefix("BT-").is_some_and(|n| n.len() <= 3 && n.parse::<u16>().is_ok());
    if en16931.len() > MAX_ENTRIES || !en16931.iter().all(is_term) {
        return Err(source.error(at, format!("field {name}: a business term of EN 16931 is written BT- and a number")));
    }
    let unsaid = labels.is_empty() && before.is_empty();
    if unsaid && !field.anywhere && two_d_doc.is_empty() && en16931.is_empty() && !format.needs_no_label() {
        return Err(
            source.error(at, format!("field {name} has neither labels nor anywhere = true, and could never be found"))
        );
    }
    if !before.is_empty() && format.needs_no_label() {
        return Err(source
            .error(at, format!("field {name}: before goes with words and with formats that are told by their form")));
    }
    if field.anchors.is_empty() && !labels.is_empty() {
        return Err(source.error(at, format!("field {name} has labels, but where is empty")));
    }
    // Of plain text it is a letter's subject, over its greeting.
    let words = format != Format::Text && matches!(format.as_printed(), Format::Text | Format::Person);
    if field.anywhere && (words || matches!(format, Format::Reference | Format::Number)) {
        return Err(source.error(at, format!("field {name}: anywhere = true would take any words of the page")));
    }
    let fits = |block: Format| matches!(block, Format::Addressee | Format::Sender) && format == Format::Text;
    if !block.is_none_or(fits) {
        return Err(source.error(at, format!("field {name}: block is addressee or sender, and goes with text")));
    }
    if (field.earliest || field.latest) && format.as_printed() != Format::Date {
        return Err(source.error(at, format!("field {name}: earliest and latest go with dates")));
    }
    if field.of_addressee && !matches!(format, Format::Tva | Format::Siret | Format::Siren) {
        return Err(source.error(at, format!("field {name}: of_addressee goes with a company's identifier")));
    }
    if !field.zone.is_none_or(|part| part.is_of_zone() && (part.as_printed() == format || format == Format::Text)) {
        return Err(source.error(at, format!("field {name}: zone is the mrz_ format that says what format does")));
    }
    share_of(source, at, field.accept)?;
    Ok(field)
}
