//! Where one document ends and the next begins, in a batch of pages.
//!
//! Responsible for weighing what speaks for and against a cut before each page: separator sheets and blank pages as a station
//! uses them, page numbers, the signs of a letter's first page, the types, numbers and senders that two pages have in common or
//! not, the two sides of an identity document. Every boundary has a decision, a confidence and a reason, and a person's decision
//! stands over all of it.
//!
//! Each sign adds to the log-odds of a cut; the confidence is that of the decision (logistic function), the reason is the sign that
//! weighs most for it. The weights are judgements, looked over on drawn batches of a development seed (docs/accuracy.md).
//!
//! Not responsible for telling types or taking out values.

mod number;

#[cfg(test)]
mod tests;

use crate::extract::confusions;
use crate::page::Page;
use crate::text::fold;
use crate::types::Look;
use number::PageNumber;
use std::collections::BTreeSet;
use wildmatch::WildMatch;

/// A page of the batch, with what was found on it.
#[derive(Debug, Clone)]
pub struct Sheet<'a> {
    /// Its words.
    pub page: &'a Page,
    /// Nothing is printed on it.
    pub blank: bool,
    /// Contents of its bar codes.
    pub barcodes: Vec<&'a str>,
    /// Contents of its patch codes: `1`, `2`, `3`, `4`, `6` or `T`.
    pub patches: Vec<&'a str>,
    /// Name of its type, or [`crate::types::OTHER`].
    pub type_name: &'a str,
    /// Family of its type.
    pub family: &'a str,
    /// How sure the type is, 0 to 1.
    pub type_confidence: f32,
    /// Fields that number a document or a person: name and normalised value.
    pub numbers: Vec<(&'a str, &'a str)>,
    /// Who sent it, where that was found.
    pub sender: Option<&'a str>,
    /// A machine readable zone is on it.
    pub has_zone: bool,
    /// What is printed on it, apart from a zone, says surely what it is, as the front of a card does.
    pub has_title: bool,
}

/// What a station does with blank pages.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BlankPages {
    /// They belong to the document that they stand in, as empty backs do.
    #[default]
    Keep,
    /// They are left out, and say nothing of cuts.
    Drop,
    /// They are left out, and a document begins after them.
    Separate,
}

/// How a station separates documents.
#[derive(Debug, Clone, Default)]
pub struct Separators {
    /// A page with a bar code that matches one of these patterns (`*` and `?`) is a separator sheet: it is left out.
    pub barcodes: Vec<WildMatch>,
    /// A page with one of these patch codes is one too.
    pub patches: Vec<String>,
    /// Blank pages.
    pub blank_pages: BlankPages,
}

/// Why a document begins before a page, or does not.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// It is the first page of the batch.
    Start,
    /// A person said so.
    Override,
    /// A separator sheet with a bar code stands before it.
    SeparatorBarcode,
    /// A separator sheet with a patch code stands before it.
    SeparatorPatch,
    /// A blank page that separates stands before it.
    BlankPage,
    /// Its page number: a new count begins, or the one before it goes on.
    PageNumber,
    /// It looks like a letter's first page: addressee, place and date, subject.
    FirstPage,
    /// Its type is another one, or the same.
    Type,
    /// A number on it (of an invoice, a file, an account) is another one, or the same.
    Number,
    /// Its sender is another one, or the same.
    Sender,
    /// It is the other side of an identity document.
    OtherSide,
    /// Nothing on it begins a document.
    Continuation,
    /// The page before it ends as a letter does.
    Ending,
}

impl Reason {
    /// The name that results use.
    pub fn name(self) -> &'static str {
        match self {
            Reason::Start => "start",
            Reason::Override => "override",
            Reason::SeparatorBarcode => "separator_barcode",
            Reason::SeparatorPatch => "separator_patch",
            Reason::BlankPage => "blank_page",
            Reason::PageNumber => "page_number",
            Reason::FirstPage => "first_page",
            Reason::Type => "type",
            Reason::Number => "number",
            Reason::Sender => "sender",
            Reason::OtherSide => "other_side",
            Reason::Continuation => "continuation",
            Reason::Ending => "ending",
        }
    }
}

/// The place before a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Boundary {
    /// Number of the page from 0.
    pub before: usize,
    /// A document begins here.
    pub cut: bool,
    /// That the decision is right, 0.5 to 1.
    pub confidence: f32,
    /// What weighs most for it.
    pub reason: Reason,
}

/// A batch in documents.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Separation {
    /// Numbers of the pages of each document, from 0, in order; none is empty.
    pub documents: Vec<Vec<usize>>,
    /// Separator sheets and blank pages that belong to none.
    pub left_out: Vec<usize>,
    /// One for each page that belongs to a document, in order.
    pub boundaries: Vec<Boundary>,
}

/// Log-odds of what leaves no doubt.
const CERTAIN: f32 = 6.0;
/// Log-odds of a cut where nothing speaks for or against one: most pages of a batch go on.
const PRIOR: f32 = -0.5;
/// A type counts from this confidence.
const TYPE_LEAST: f32 = 0.6;
/// A type that another page need not confirm.
const WELL_TOLD: f32 = 0.9;
/// Family of documents that have two sides.
const IDENTITY: &str = "identite";
/// Characters from which a number tells a document from another.
const NUMBER_LEAST: usize = 4;
/// Lines from the end in which a letter's closing words stand.
const LAST_LINES: usize = 12;
/// Words that end a letter, folded.
const CLOSINGS: [&str; 6] = [
    "veuillez agreer", "je vous prie d'agreer", "nous vous prions d'agreer", "je vous prie de croire",
    "salutations distinguees", "cordialement",
];

/// Separates a batch. `overrides` are a person's decisions: number of the page from 0, and whether a document begins there.
pub fn separate(sheets: &[Sheet<'_>], separators: &Separators, overrides: &[(usize, bool)]) -> Separation {
    let mut out = Separation::default();
    // What a sheet that was left out says of the next page.
    let mut pending: Option<Reason> = None;
    let mut previous: Option<usize> = None;
    for (at, sheet) in sheets.iter().enumerate() {
        if let Some(reason) = separator(sheet, separators) {
            pending = Some(reason);
            out.left_out.push(at);
            continue;
        }
        if sheet.blank && separators.blank_pages != BlankPages::Keep {
            if separators.blank_pages == BlankPages::Separate {
                pending = pending.or(Some(Reason::BlankPage));
            }
            out.left_out.push(at);
            continue;
        }
        let said = overrides.iter().rev().find(|(page, _)| *page == at).map(|(_, cut)| *cut);
        let signs = match (previous, said, pending.take()) {
            (None, ..) => vec![(CERTAIN, Reason::Start)],
            (_, Some(cut), _) => vec![(if cut { CERTAIN } else { -CERTAIN }, Reason::Override)],
            (_, _, Some(reason)) => vec![(CERTAIN, reason)],
            (Some(before), None, None) => signs(&sheets[before], sheet),
        };
        let boundary = decide(at, &signs);
        match out.documents.last_mut() {
            Some(document) if !boundary.cut => document.push(at),
            _ => out.documents.push(vec![at]),
        }
        out.boundaries.push(boundary);
        previous = Some(at);
    }
    out
}

fn separator(sheet: &Sheet<'_>, separators: &Separators) -> Option<Reason> {
    if sheet.patches.iter().any(|patch| separators.patches.iter().any(|p| p == patch)) {
        return Some(Reason::SeparatorPatch);
    }
    let matches = |code: &&str| separators.barcodes.iter().any(|pattern| pattern.matches(code));
    sheet.barcodes.iter().any(matches).then_some(Reason::SeparatorBarcode)
}

fn decide(before: usize, signs: &[(f32, Reason)]) -> Boundary {
    let odds = PRIOR + signs.iter().map(|(weight, _)| weight).sum::<f32>();
    let cut = odds > 0.0;
    let of_side = signs.iter().filter(|(weight, _)| (*weight > 0.0) == cut);
    let strongest = of_side.max_by(|a, b| a.0.abs().total_cmp(&b.0.abs()));
    Boundary {
        before,
        cut,
        confidence: 1.0 / (1.0 + (-odds.abs()).exp()),
        reason: strongest.map_or(Reason::Continuation, |(_, reason)| *reason),
    }
}

/// What speaks for a cut (positive) and against one between two pages.
fn signs(before: &Sheet<'_>, sheet: &Sheet<'_>) -> Vec<(f32, Reason)> {
    let mut out = Vec::new();
    if sheet.blank {
        // An empty back.
        return vec![(-3.0, Reason::Continuation)];
    }
    out.extend(by_page_number(before.page, sheet.page).map(|weight| (weight, Reason::PageNumber)));

    let identity = |s: &Sheet<'_>| s.family == IDENTITY && s.type_confidence >= 0.5;
    let other_side = identity(before) && (sheet.family == IDENTITY || sheet.type_name == crate::types::OTHER);
    if other_side {
        // Two zones are two documents, and so are two fronts.
        let two = (before.has_zone && sheet.has_zone) || sheet.has_title;
        out.push((if two { 2.5 } else { -3.5 }, Reason::OtherSide));
    }

    let addressed = Look::Addressed.is_of(sheet.page);
    let dated = Look::Dated.is_of(sheet.page);
    let subject = sheet.page.lines().iter().any(|l| fold(&l.words[0].text).starts_with("objet"));
    match [addressed, dated, subject].iter().filter(|s| **s).count() {
        // A card's back has its holder's address.
        _ if other_side => {}
        0 => {}
        1 => out.push((if addressed { 2.0 } else { 1.2 }, Reason::FirstPage)),
        _ => out.push((3.5, Reason::FirstPage)),
    }

    let told = |s: &Sheet<'_>| s.type_name != crate::types::OTHER && s.type_confidence >= TYPE_LEAST;
    if told(sheet) && sheet.type_name != before.type_name && (sheet.family != before.family || told(before)) {
        // Where neither page is told well, they may be two pages of one document that is.
        let well = told(before) || sheet.type_confidence >= WELL_TOLD;
        out.push((if well { 2.5 } else { 0.4 }, Reason::Type));
    }
    if sheet.type_name == crate::types::OTHER && !addressed {
        out.push((-1.5, Reason::Continuation));
    }

    let long = |value: &str| value.chars().filter(|c| c.is_alphanumeric()).count() >= NUMBER_LEAST;
    let values: BTreeSet<&str> = before.numbers.iter().map(|(_, value)| *value).filter(|v| long(v)).collect();
    let same = sheet.numbers.iter().any(|(_, value)| values.contains(value));
    let other = sheet.type_name == before.type_name
        && sheet.numbers.iter().any(|(name, value)| {
            let namesake = before.numbers.iter().find(|(n, _)| n == name);
            namesake.is_some_and(|(_, v)| v != value && long(v) && long(value) && !misread(v, value))
        });
    if other {
        out.push((3.0, Reason::Number));
    } else if same {
        out.push((-2.5, Reason::Number));
    }
    if let (Some(a), Some(b)) = (before.sender, sheet.sender) {
        let alike = fold(a) == fold(b);
        out.push((if alike { -1.0 } else { 1.0 }, Reason::Sender));
    }
    let lines = before.page.lines();
    let closes = |text: &str| CLOSINGS.iter().any(|closing| text.contains(closing));
    if lines.iter().rev().take(LAST_LINES).any(|l| closes(&fold(&l.text()))) {
        out.push((1.2, Reason::Ending));
    }
    out
}

/// Whether two numbers may be one that was read in two ways: a character differs that is easily taken for the other.
fn misread(one: &str, other: &str) -> bool {
    confusions(&one.to_uppercase(), &other.to_uppercase()).is_some_and(|n| n <= 1)
}

/// What the numbers of two pages say; `None` where they say nothing.
fn by_page_number(before: &Page, page: &Page) -> Option<f32> {
    match (number::of(before), number::of(page)) {
        (_, Some(PageNumber { number: 1, .. })) => Some(4.0),
        (Some(a), Some(b)) => {
            let counts = a.number + 1 == b.number && (a.of == b.of || a.of.is_none() || b.of.is_none());
            // A total that both have is more than a chance; a count that does not go on may be a page that was misread.
            Some(if counts { if a.of.is_some() && b.of.is_some() { -5.0 } else { -3.0 } } else { 0.5 })
        }
        (Some(PageNumber { number, of: Some(of) }), None) if number == of => Some(2.0),
        (Some(PageNumber { number, of: Some(of) }), None) if number < of => Some(-1.0),
        (None, Some(_)) => Some(-2.0),
        _ => None,
    }
}
