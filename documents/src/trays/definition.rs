//! What rules of trays are.
//!
//! Not responsible for reading them from their file: see `file`.

use crate::file::FileError;
use crate::types::{Lexicon, OTHER, TypeSet, Zone};
use jiff::civil::Date;
use rust_decimal::Decimal;
use std::fmt;
use wildmatch::WildMatch;

/// The trays and the rules that lead to them. A set never changes once made.
#[derive(Debug, Clone, PartialEq)]
pub struct TraySet {
    pub(super) trays: Vec<Tray>,
    pub(super) rules: Vec<Rule>,
    /// Tray of documents for which no rule fires.
    pub(super) default: usize,
    /// The phrases of all rules, in their order.
    pub(super) lexicon: Lexicon,
    pub(super) file: String,
    pub(super) sha256: String,
}

impl TraySet {
    /// The trays, in the order of the file.
    pub fn trays(&self) -> &[Tray] {
        &self.trays
    }

    /// The rules, in the order in which they are tried.
    pub fn rules(&self) -> &[Rule] {
        &self.rules
    }

    /// SHA-256 of the file, 64 lower-case hexadecimal digits.
    pub fn sha256(&self) -> &str {
        &self.sha256
    }

    /// Checks that the types, families and fields that rules name are there: a rule that is misspelt would never fire.
    ///
    /// # Errors
    /// [`FileError`] with the line of the first rule that names something else.
    pub fn check(&self, types: &TypeSet) -> Result<(), FileError> {
        for rule in &self.rules {
            let refuse = |reason: String| FileError {
                file: self.file.clone(),
                line: rule.line,
                reason: format!("rule \"{}\": {reason}", rule.name),
            };
            // The types that a field of the rule may be of; all of them where it names none.
            let mut meant: Vec<&str> = Vec::new();
            for condition in &rule.conditions {
                match condition {
                    Condition::Type(names) => {
                        if let Some(name) = names.iter().find(|n| *n != OTHER && types.get(n).is_none()) {
                            return Err(refuse(format!("there is no type {name}")));
                        }
                        meant = names.iter().map(String::as_str).collect();
                    }
                    Condition::Family(names) => {
                        let known = |name: &String| name == OTHER || types.iter().any(|t| t.family == *name);
                        if let Some(name) = names.iter().find(|n| !known(n)) {
                            return Err(refuse(format!("there is no family {name}")));
                        }
                    }
                    _ => {}
                }
            }
            for condition in &rule.conditions {
                let Condition::Field { name, .. } = condition else { continue };
                let has = |t: &crate::types::DocumentType| t.fields.iter().any(|f| f.name == *name);
                let known = if meant.is_empty() {
                    types.iter().any(has)
                } else {
                    meant.iter().any(|t| types.get(t).is_some_and(has))
                };
                if !known {
                    return Err(refuse(format!("there is no field {name} in the types that it speaks of")));
                }
            }
        }
        Ok(())
    }
}

/// A tray.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tray {
    /// Such as `comptabilite`: lower-case letters, digits and underscores.
    pub name: String,
    /// As people read it, in French.
    pub label: String,
    /// 1 (the most urgent) to 9, for documents whose rule says nothing else.
    pub priority: u8,
    /// Days within which an answer is due, 1 to 3650, for documents whose rule says nothing else; `None` where none is.
    pub answer_within_days: Option<u16>,
}

/// A rule: all its conditions must hold.
#[derive(Debug, Clone, PartialEq)]
pub struct Rule {
    /// As people read it; every rule has another.
    pub name: String,
    /// Number of the tray.
    pub(super) tray: usize,
    /// In the place of the tray's.
    pub priority: Option<u8>,
    /// In the place of the tray's.
    pub answer_within_days: Option<u16>,
    /// At least one.
    pub conditions: Vec<Condition>,
    /// Line of the file on which it begins, from 1.
    pub line: usize,
}

/// What must hold for a rule to fire.
#[derive(Debug, Clone, PartialEq)]
pub enum Condition {
    /// The document is of one of these types.
    Type(Vec<String>),
    /// Its type is of one of these families.
    Family(Vec<String>),
    /// It could, or could not, go through without a person.
    Accepted(bool),
    /// Something about one of its fields.
    Field {
        /// Name of the field.
        name: String,
        /// What.
        test: FieldTest,
    },
    /// Phrases on the page.
    Words {
        /// How many of them.
        mode: WordsMode,
        /// Where.
        zone: Zone,
        /// As written in the file.
        texts: Vec<String>,
        /// Number of the first of them in the set's lexicon; the others follow.
        first: usize,
    },
    /// The scanning batch matches one of these patterns.
    Batch(Vec<WildMatch>),
    /// The endorser's number matches one of these patterns.
    Endorser(Vec<WildMatch>),
    /// The scanning station matches one of these patterns.
    Station(Vec<WildMatch>),
    /// A bar code's content matches one of these patterns.
    Barcode(Vec<WildMatch>),
}

/// How many of several phrases must be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum WordsMode {
    /// At least one.
    Any,
    /// All.
    All,
    /// None.
    None,
}

/// What must hold of a field.
#[derive(Debug, Clone, PartialEq)]
pub enum FieldTest {
    /// It was found, or was not.
    Present(bool),
    /// Its value could, or could not, go through without a person; neither holds where it was not found.
    Accepted(bool),
    /// Its value is one of these; case, accents and typography do not matter.
    Is(Vec<String>),
    /// Its value has one of these in it; likewise.
    Contains(Vec<String>),
    /// Its value is that or more, or that day or later.
    AtLeast(Bound),
    /// Its value is that or less, or that day or earlier.
    AtMost(Bound),
}

/// What a value is compared with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    /// A number or an amount, whatever its currency.
    Number(Decimal),
    /// A day.
    Day(Date),
}

impl fmt::Display for Bound {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Bound::Number(number) => number.fmt(f),
            Bound::Day(day) => day.fmt(f),
        }
    }
}

/// The condition as the file has it.
impl fmt::Display for Condition {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let list = |texts: &[String]| texts.iter().map(|t| format!("\"{t}\"")).collect::<Vec<_>>().join(", ");
        let patterns = |p: &[WildMatch]| p.iter().map(|p| format!("\"{p}\"")).collect::<Vec<_>>().join(", ");
        match self {
            Condition::Type(names) => write!(f, "type = [{}]", list(names)),
            Condition::Family(names) => write!(f, "family = [{}]", list(names)),
            Condition::Accepted(wanted) => write!(f, "accepted = {wanted}"),
            Condition::Field { name, test } => match test {
                FieldTest::Present(wanted) => write!(f, "field {name}: present = {wanted}"),
                FieldTest::Accepted(wanted) => write!(f, "field {name}: accepted = {wanted}"),
                FieldTest::Is(values) => write!(f, "field {name}: is = [{}]", list(values)),
                FieldTest::Contains(values) => write!(f, "field {name}: contains = [{}]", list(values)),
                FieldTest::AtLeast(bound) => write!(f, "field {name}: at_least = {bound}"),
                FieldTest::AtMost(bound) => write!(f, "field {name}: at_most = {bound}"),
            },
            Condition::Words { mode, zone, texts, .. } => {
                let key = match (zone, mode) {
                    (Zone::Letterhead, _) => "sender",
                    (_, WordsMode::Any) => "words",
                    (_, WordsMode::All) => "all_words",
                    (_, WordsMode::None) => "without_words",
                };
                write!(f, "{key} = [{}]", list(texts))
            }
            Condition::Batch(p) => write!(f, "batch = [{}]", patterns(p)),
            Condition::Endorser(p) => write!(f, "endorser = [{}]", patterns(p)),
            Condition::Station(p) => write!(f, "station = [{}]", patterns(p)),
            Condition::Barcode(p) => write!(f, "barcode = [{}]", patterns(p)),
        }
    }
}
