//! What a document says: the fields of its type, taken out of a page.
//!
//! Responsible for finding labels, for the values that stand beside, under or before them, for ranking several candidates by place, label,
//! validator and reading confidence, and for what must hold between fields. Every value says how it was found, which checks it
//! passed or failed, and whether a character was repaired.
//!
//! Not responsible for telling the type (see [`crate::types`]) nor for deciding what happens to a doubtful value: it gives a
//! confidence and says whether that reaches the field's threshold.

mod before;
mod block_name;
mod blocks;
mod candidates;
mod column;
mod comb;
mod cross;
mod dated;
mod email;
mod faint;
mod heads;
mod items;
mod label_end;
mod labels;
mod likely;
mod lookalikes;
mod over_greeting;
mod party;
mod persons;
mod places;
mod read;
mod references;
mod repair;
mod sentence;
mod signature;
mod stamps;
mod tokens;
mod town;
mod under_title;
mod values;
mod whose;
mod wrapped;
mod zone;

#[cfg(test)]
mod layout_tests;
#[cfg(test)]
mod tests;
#[cfg(test)]
mod tests_of_cards;
#[cfg(test)]
mod tests_of_forms;
#[cfg(test)]
mod tests_of_labels;
#[cfg(test)]
mod tests_of_values;
#[cfg(test)]
mod told;

use crate::facturx::{self, Invoice};
use crate::page::Page;
use crate::types::{Anchor, DocumentType, Field, Format};
use crate::validators::Validator;
pub(crate) use blocks::{addressee, addressee_lines, foot_block, head_blocks};
use candidates::{Candidate, Search};
pub(crate) use email::address as mail_address;
pub use items::LineItem;
pub(crate) use items::{LINES_AGREE, TAX_AGREES, totals};
use liasse_geometry::Quad;
pub(crate) use persons::may_begin_name;
pub(crate) use read::in_comb;
pub(crate) use repair::confusions;
pub(crate) use stamps::is_stamp;

/// A check and its outcome.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CheckResult {
    /// Name of the validator, such as `iban`, of a check digit, such as `mrz_number`, or of a cross-check.
    pub name: String,
    /// Whether it holds.
    pub passed: bool,
}

/// How a value was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Found {
    /// Beside or under a label, or before a phrase.
    Label {
        /// The label as the type's file has it.
        label: String,
        /// Where the value stands.
        anchor: Anchor,
    },
    /// By its form alone, or by its place in a letter.
    Anywhere,
    /// In the machine readable zone.
    MachineReadableZone,
    /// As an address.
    Block,
    /// As the name on a letterhead without an address.
    Letterhead,
    /// In a 2D-Doc of the page.
    TwoDDoc,
    /// In an invoice attached as a file.
    ElectronicInvoice {
        /// Business term of EN 16931, such as `BT-1`.
        term: String,
    },
}

/// A value taken out.
#[derive(Debug, Clone, PartialEq)]
pub struct Value {
    /// Name of the field.
    pub name: String,
    /// Its French label.
    pub label: String,
    /// The words as they were read.
    pub raw: String,
    /// Normalised: dates `yyyy-mm-dd`, amounts with a decimal point, identifiers compact, addresses a line each.
    pub value: String,
    /// ISO 4217, for amounts that say it.
    pub currency: Option<String>,
    /// 0 to 1.
    pub confidence: f32,
    /// The confidence reaches the field's threshold, no check failed and nothing was repaired: no person needs to look.
    pub accepted: bool,
    /// Checks that were made.
    pub checks: Vec<CheckResult>,
    /// Where it stands, in pixels of the page.
    pub quad: Quad,
    /// How it was found.
    pub found: Found,
    /// A character was replaced to make a checksum pass: [`Value::value`] is a proposal, [`Value::raw`] is what was read.
    pub repaired: bool,
}

/// The outcome of a cross-check.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CrossResult {
    /// Name of the rule.
    pub name: String,
    /// The fields it speaks of.
    pub fields: Vec<String>,
    /// Whether it holds.
    pub passed: bool,
    /// What does not hold, in English.
    pub reason: Option<String>,
}

/// What was taken out of a page.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Extraction {
    /// In the order of the type's file; a field that was not found is not there.
    pub values: Vec<Value>,
    /// Cross-checks all of whose fields were found.
    pub checks: Vec<CrossResult>,
    /// Names of required fields that were not found.
    pub missing: Vec<String>,
    /// Lines of an invoice's table, from top to bottom; none for types without one.
    pub items: Vec<LineItem>,
}

impl Extraction {
    /// The value of that name.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.values.iter().find(|v| v.name == name)
    }

    /// Says of every value whether it is accepted, and which required fields are not there: after anything has changed.
    pub(crate) fn settle(&mut self, document_type: &DocumentType) {
        for value in &mut self.values {
            let threshold = document_type.fields.iter().find(|f| f.name == value.name).map_or(1.0, |f| f.accept);
            let sound = value.checks.iter().all(|c| c.passed || c.name == "nf_z10_011");
            value.accepted = value.confidence >= threshold && sound && !value.repaired;
        }
        let there = |name: &str| self.values.iter().any(|v| v.name == name);
        self.missing =
            document_type.fields.iter().filter(|f| f.required && !there(&f.name)).map(|f| f.name.clone()).collect();
    }

    /// Whether no person needs to look: every value is accepted, no required one is missing and no check failed.
    pub fn is_accepted(&self) -> bool {
        self.missing.is_empty() && self.values.iter().all(|v| v.accepted) && self.checks.iter().all(|c| c.passed)
    }
}

/// What is left of the confidence of an identifier beside which another one has as good a label.
const RIVALLED: f32 = 0.85;
/// By how much a rival may rank lower: as much as a checksum that fails costs, and a little for its place.
const RIVAL_SCORE: f32 = 0.75;

/// By how much words beside another label of the field may rank lower to be a rival.
const RIVAL_WORDS: f32 = 0.08;

/// Doubts the best candidate where the field has other words as likely: two persons' names, say.
fn doubt_words(candidates: &mut [Candidate]) {
    let Some((best, rest)) = candidates.split_first_mut() else { return };
    if best.explicit && rest.iter().any(|c| c.explicit && best.score - c.score < RIVAL_WORDS) {
        best.value.confidence *= RIVALLED;
    }
}

/// Doubts the last of several values that stand beside the same label.
fn doubt_last(candidates: &mut [Candidate]) {
    let Some((best, rest)) = candidates.split_first_mut() else { return };
    if rest.iter().any(|c| c.value.found == best.value.found && best.score - c.score < 2.0 * RIVAL_WORDS) {
        best.value.confidence *= RIVALLED;
    }
}

/// Gives each reference to one field only: "Vos réf. : Réf. : 12" has no other reference beside its second label. The field
/// whose candidate ranks higher keeps it, the other has its next one.
fn share_out(fields: &[Field], candidates: &mut [Vec<Candidate>]) {
    let references: Vec<usize> = (0..fields.len()).filter(|f| fields[*f].format == Format::Reference).collect();
    // Every round takes a candidate away, so that there is an end to it.
    loop {
        let best = |f: &usize| candidates[*f].first();
        let clash = references.iter().find_map(|f| {
            let own = best(f)?;
            references
                .iter()
                .filter(|g| *g != f)
                .find(|g| best(g).is_some_and(|c| c.overlaps(&own.tokens) && c.score > own.score))?;
            Some(*f)
        });
        match clash {
            Some(field) => candidates[field].remove(0),
            None => return,
        };
    }
}

/// Takes what a phrase after it tells, such as the date before "est née", from the other fields, whose labels may be no more than a
/// little word before it.
fn leave_what_a_phrase_tells(candidates: &mut [Vec<Candidate>]) {
    let told = |c: &Candidate| matches!(c.value.found, Found::Label { anchor: Anchor::Before, .. });
    for field in 0..candidates.len() {
        let Some(taken) = candidates[field].first().filter(|c| told(c)).map(|c| c.tokens.clone()) else { continue };
        for (_, others) in candidates.iter_mut().enumerate().filter(|(other, _)| *other != field) {
            others.retain(|c| told(c) || !c.overlaps(&taken));
        }
    }
}

/// Takes a date beside a label of one field, "Née : 10 mai 1993", from the fields that would take it for standing on a line of its own.
fn leave_what_a_label_tells(fields: &[Field], candidates: &mut [Vec<Candidate>]) {
    let is_date = |field: usize| fields[field].format.as_printed() == Format::Date;
    for field in (0..candidates.len()).filter(|field| is_date(*field)) {
        let labelled = |c: &&Candidate| matches!(&c.value.found, Found::Label { label, .. } if !labels::is_weak(label));
        let Some(taken) = candidates[field].first().filter(labelled).map(|c| c.tokens.clone()) else { continue };
        for (_, others) in candidates.iter_mut().enumerate().filter(|(other, _)| *other != field && is_date(*other)) {
            others.retain(|c| c.value.found != Found::Anywhere || !c.overlaps(&taken));
        }
    }
}

/// Words between a person's names and the date of birth: "née le".
const TO_THE_BIRTH: usize = 4;

/// Of several dates of birth, takes the one right after the names of the person whom the page is about: "M. A, né le ..., certifie que
/// Mme B, née le ...".
fn prefer_the_birth_of_the_person(fields: &[Field], candidates: &mut [Vec<Candidate>]) {
    let person = fields.iter().position(|f| matches!(f.format, Format::Person | Format::Addressee));
    let Some(end) = person.and_then(|p| candidates[p].first()).map(|c| c.tokens.end) else { return };
    for (_, dates) in fields.iter().zip(candidates).filter(|(f, _)| f.format == Format::Date) {
        let born = |c: &Candidate| {
            let told = matches!(&c.value.found, Found::Label { label, .. } if persons::is_born(label));
            told && c.tokens.start.checked_sub(end).is_some_and(|words| words <= TO_THE_BIRTH)
        };
        if let Some(at) = dates.iter().position(born) {
            dates[..=at].rotate_right(1);
        }
    }
}

/// Doubts the best candidate where another identifier stands beside a label too, whether or not its checksum holds: a supplier's
/// and a customer's, or two bank accounts. Which of them is meant, a person must see.
fn doubt(candidates: &mut [Candidate]) {
    let Some((best, rest)) = candidates.split_first_mut() else { return };
    let checked =
        |c: &Candidate| c.value.checks.iter().any(|c| Validator::by_name(&c.name).is_some_and(Validator::has_checksum));
    let rival = |c: &&Candidate| {
        matches!(c.value.found, Found::Label { .. }) && checked(c) && best.score - c.score < RIVAL_SCORE
    };
    if checked(best) && rest.iter().any(|c| rival(&c)) {
        best.value.confidence *= RIVALLED;
    }
}

/// Takes the fields of a type out of a page. `read_in` is the year in which the page is read, which decides the century of dates
/// with two digits in a machine readable zone.
pub fn extract(page: &Page, document_type: &DocumentType, read_in: i16) -> Extraction {
    extract_beside(page, document_type, read_in, None)
}

/// As [`extract`], of a page beside which the file of its invoice says what it says.
pub fn extract_beside(
    page: &Page,
    document_type: &DocumentType,
    read_in: i16,
    invoice: Option<&Invoice>,
) -> Extraction {
    let with_labels = faint::with_labels(page, &document_type.fields);
    let page = with_labels.as_ref().unwrap_or(page);
    let tokens = tokens::tokens(page);
    let hits = labels::find(&document_type.fields, &tokens);
    let search = Search { page, tokens: &tokens, fields: &document_type.fields, hits: &hits };
    let mut candidates: Vec<Vec<Candidate>> =
        (0..document_type.fields.len()).map(|field| search.candidates(field)).collect();
    let wordings = likely::Wordings::of(document_type);
    for (field, candidates) in candidates.iter_mut().enumerate().filter(|(_, candidates)| candidates.is_empty()) {
        *candidates = search.likely(field, &wordings);
    }
    let names: Vec<String> = document_type.fields.iter().map(|f| f.name.clone()).collect();
    let agree: Vec<usize> =
        document_type.checks.iter().flat_map(|check| cross::arbitrate(check, &names, &mut candidates)).collect();
    share_out(&document_type.fields, &mut candidates);
    leave_what_a_phrase_tells(&mut candidates);
    leave_what_a_label_tells(&document_type.fields, &mut candidates);
    prefer_the_birth_of_the_person(&document_type.fields, &mut candidates);
    // What adds up is not doubted.
    let told = document_type.fields.iter().zip(&mut candidates).enumerate();
    for (_, (field, candidates)) in told.filter(|(field, _)| !agree.contains(field)) {
        match field.format {
            format if format.is_words() || format == Format::Number => doubt_words(candidates),
            _ if field.last => doubt_last(candidates),
            _ => doubt(candidates),
        }
    }
    let zone = zone::on(page);
    let is_sender = |f: &Field| [Some(f.format), f.block].contains(&Some(Format::Sender));
    let office = !document_type.fields.iter().any(is_sender);
    let mut values = Vec::new();
    for (field, candidates) in document_type.fields.iter().zip(candidates) {
        let printed = candidates.first().map(|c| c.value.clone());
        let part = field.zone.unwrap_or(field.format);
        let found = match field.format {
            Format::Addressee | Format::Sender => blocks::value(page, field, office).or(printed),
            _ if part.is_of_zone() => {
                let read = zone.as_ref().and_then(|(lines, zone)| {
                    let value = zone::value(page, lines, zone, field, read_in)?;
                    Some(zone::as_printed(value, part, zone, &candidates))
                });
                read.or(printed)
            }
            _ => block_name::whole_name(page, field, printed),
        };
        values.extend(found);
    }
    for check in &document_type.checks {
        cross::find_rib(check, &document_type.fields, &tokens, &mut values);
    }
    let mut items = document_type.items.as_ref().map(|items| items::on(&search, items)).unwrap_or_default();
    let mut checks = Vec::new();
    if let Some(invoice) = invoice {
        checks = facturx::merge(&mut values, page, document_type, invoice);
        if !invoice.lines.is_empty() {
            items = facturx::items(invoice, &items);
        }
    }
    checks.extend(document_type.checks.iter().filter_map(|check| cross::judge(check, &mut values)));
    let adds_up = invoice.is_none_or(Invoice::lines_make_net);
    if let Some(table) = document_type.items.as_ref().filter(|_| adds_up) {
        checks.extend(items::judge(table, &items, &mut values));
    }
    let mut out = Extraction { values, checks, missing: Vec::new(), items };
    out.settle(document_type);
    out
}
