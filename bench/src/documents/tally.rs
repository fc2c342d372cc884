//! Counting what was told of drawn pages.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;
use std::time::Duration;

use liasse_client::v1::DocumentReading;
use liasse_corpus::pages::PageTruth;
use serde::Serialize;

use super::items::ItemTally;
use super::truth::{self, Class};
use crate::table::Table;

/// Confidence from which a type counts as told for sure, where its file says nothing else.
pub(super) const SURE: f32 = 0.9;

/// How often something was right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(super) struct Tally {
    pub(super) right: usize,
    pub(super) wrong: usize,
    pub(super) missed: usize,
}

impl Tally {
    pub(super) fn count(&mut self, right: Option<bool>) {
        match right {
            Some(true) => self.right += 1,
            Some(false) => self.wrong += 1,
            None => self.missed += 1,
        }
    }

    pub(super) fn and(self, other: Self) -> Self {
        Self { right: self.right + other.right, wrong: self.wrong + other.wrong, missed: self.missed + other.missed }
    }

    pub(super) fn total(self) -> usize {
        self.right + self.wrong + self.missed
    }

    fn share(self) -> f32 {
        self.right as f32 / self.total().max(1) as f32
    }

    pub(super) fn cells(self) -> [String; 4] {
        let share = format!("{:.1}", 100.0 * self.share());
        [self.total().to_string(), share, self.wrong.to_string(), self.missed.to_string()]
    }
}

/// What was counted.
#[derive(Debug, Default, Serialize)]
pub(super) struct Tallies {
    /// By kind of drawn page.
    types: BTreeMap<String, Tally>,
    /// By kind of drawn letter, how often each type was told: senders are taken for one another more easily than anything else.
    senders: BTreeMap<String, BTreeMap<String, usize>>,
    /// Told with confidence, and rightly.
    sure: (usize, usize),
    /// By class, and by kind of page and field. A field of a page whose type was told wrongly counts as missed.
    classes: BTreeMap<Class, Tally>,
    fields: BTreeMap<String, Tally>,
    /// Checked identifiers that were accepted without a person, those of them that are wrong, and those of these that are
    /// another one of the page.
    accepted: (usize, usize, usize),
    /// Any values that were accepted without a person, and those of them that are wrong.
    accepted_any: (usize, usize),
    /// Documents that were accepted as a whole.
    accepted_documents: usize,
    /// Line items of pages that were told to be of the right type.
    items: ItemTally,
    microseconds: Vec<u128>,
    /// A sentence for everything that was not right.
    pub(super) misses: Vec<String>,
}

impl Tallies {
    /// Notes how long a page took.
    pub(super) fn took(&mut self, time: Duration) {
        self.microseconds.push(time.as_micros());
    }

    /// Counts a page.
    pub(super) fn page(&mut self, index: u64, truth: &PageTruth, told: &DocumentReading) {
        let right = truth::expected(truth).contains(&told.r#type.as_str());
        self.types.entry(truth.doc_type.clone()).or_default().count(Some(right));
        if truth::is_letter(truth) {
            let told_as = self.senders.entry(truth.doc_type.clone()).or_default();
            *told_as.entry(told.r#type.clone()).or_default() += 1;
        }
        if told.type_confidence >= SURE {
            self.sure.0 += 1;
            self.sure.1 += usize::from(right);
        }
        self.accepted_documents += usize::from(told.accepted);
        if !right {
            let reasons: Vec<String> = told.reasons.iter().map(|r| format!("{} {:+}", r.text, r.weight)).collect();
            let next: Vec<String> =
                told.alternatives.iter().map(|a| format!("{} {:.2}", a.r#type, a.confidence)).collect();
            self.misses.push(format!(
                "page {index}: {}, a {}, told {} {:.2} ({}): {}",
                truth.doc_type,
                truth::expected(truth).join(" or "),
                told.r#type,
                told.type_confidence,
                next.join(", "),
                reasons.join(", ")
            ));
        }
        // What the fields of the page would be called had it been told rightly.
        let type_name =
            if right { told.r#type.as_str() } else { truth::expected(truth).first().copied().unwrap_or("") };
        if right {
            let misses = self.items.page(truth, &told.line_items);
            self.misses.extend(misses.into_iter().map(|miss| format!("page {index}: {miss}")));
        }
        let mut counted = BTreeSet::new();
        for field in &truth.fields {
            let Some((name, compare)) = truth::counterpart(type_name, &truth.doc_type, &field.name) else { continue };
            // Several bank identities, say, on one sheet: any of their values is right, and it counts once.
            let same = truth.fields.iter().filter(|f| f.name == field.name);
            let drawn: Vec<String> = same.filter_map(|f| truth::normal(compare, f)).collect();
            if drawn.is_empty() || !counted.insert(name) {
                continue;
            }
            let value = told.fields.iter().find(|f| right && f.name == name);
            let outcome = value.map(|v| drawn.contains(&truth::told(compare, &v.value)));
            let class = Class::of(truth, field, compare);
            self.classes.entry(class).or_default().count(outcome);
            self.fields.entry(format!("{} {name}", truth.doc_type)).or_default().count(outcome);
            if let Some(value) = value.filter(|v| v.accepted) {
                let wrong = usize::from(outcome != Some(true));
                self.accepted_any = (self.accepted_any.0 + 1, self.accepted_any.1 + wrong);
                if class == Class::Checked {
                    let another = wrong * usize::from(truth::is_printed(truth, &value.value));
                    self.accepted = (self.accepted.0 + 1, self.accepted.1 + wrong, self.accepted.2 + another);
                }
                if wrong > 0 {
                    self.misses.push(format!("page {index}: {name} is {:?}, accepted {:?}", field.value, value.raw));
                }
            }
            if outcome != Some(true) && right {
                let read = value.map(|v| format!("{:?} {}", v.raw, v.found)).unwrap_or_default();
                self.misses.push(format!("page {index}: {} {name} is {:?}, told {read}", truth.doc_type, field.value));
            }
        }
    }

    fn types_told(&self) -> Tally {
        let add = |a: Tally, b: &Tally| Tally { right: a.right + b.right, wrong: a.wrong + b.wrong, missed: 0 };
        self.types.values().fold(Tally::default(), add)
    }

    /// A row for each kind of drawn letter, a column for each type that one of them was told to be.
    fn senders_told(&self) -> Table {
        let told: BTreeSet<&str> = self.senders.values().flat_map(|types| types.keys().map(String::as_str)).collect();
        let heads: Vec<String> = told.iter().map(|name| format!("told {name}")).collect();
        let heads: Vec<&str> = std::iter::once("letters").chain(heads.iter().map(String::as_str)).collect();
        let mut table = Table::new(&heads);
        for (kind, types) in &self.senders {
            let counts = told.iter().map(|name| types.get(*name).copied().unwrap_or(0).to_string());
            table.row(std::iter::once(kind.clone()).chain(counts));
        }
        table
    }

    /// Share of the pages whose type was told rightly.
    #[cfg(test)]
    pub(super) fn type_share(&self) -> f32 {
        self.types_told().share()
    }

    /// Share of the values of a class that are right.
    #[cfg(test)]
    pub(super) fn class_share(&self, class: Class) -> f32 {
        self.classes.get(&class).copied().unwrap_or_default().share()
    }

    /// Checked identifiers that were accepted and are wrong.
    #[cfg(test)]
    pub(super) fn accepted_wrong(&self) -> usize {
        self.accepted.1
    }
}

/// The tables.
impl fmt::Display for Tallies {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut types = Table::new(&["kind of page", "pages", "type right, %"]);
        for (name, tally) in self.types.iter().chain([(&"total".to_owned(), &self.types_told())]) {
            types.row([name.clone(), tally.total().to_string(), format!("{:.1}", 100.0 * tally.share())]);
        }
        writeln!(f, "{types}")?;
        if !self.senders.is_empty() {
            writeln!(f, "{}", self.senders_told())?;
        }
        let mut classes = Table::new(&["fields", "drawn", "right, %", "wrong", "missed"]);
        for (class, tally) in &self.classes {
            classes.row([class.name().to_owned()].into_iter().chain(tally.cells()));
        }
        writeln!(f, "{classes}")?;
        let mut fields = Table::new(&["field", "drawn", "right, %", "wrong", "missed"]);
        for (name, tally) in &self.fields {
            fields.row([name.clone()].into_iter().chain(tally.cells()));
        }
        writeln!(f, "{fields}")?;
        let ItemTally { rows, right, extra, columns } = &self.items;
        if *rows > 0 {
            let mut table = Table::new(&["column of line items", "drawn", "right, %", "wrong", "missed"]);
            for (name, tally) in columns {
                table.row([(*name).to_owned()].into_iter().chain(tally.cells()));
            }
            writeln!(f, "{table}")?;
            let share = 100.0 * *right as f32 / *rows as f32;
            writeln!(
                f,
                "Line items: {rows} drawn, {right} with all numbers right ({share:.1} %), {extra} told that are none."
            )?;
        }
        let ((sure, sure_right), (accepted, wrong, another)) = (self.sure, self.accepted);
        writeln!(f, "Told with confidence {SURE} or more: {sure} pages, {sure_right} of them right.")?;
        writeln!(
            f,
            "Checked identifiers accepted without a person: {accepted}, wrong {wrong} ({another} another of the page)."
        )?;
        let (any, any_wrong) = self.accepted_any;
        writeln!(f, "Values accepted without a person: {any}, wrong {any_wrong}.")?;
        writeln!(f, "Documents accepted as a whole: {}.", self.accepted_documents)?;
        let mut times = self.microseconds.clone();
        times.sort_unstable();
        let at = |share: usize| times.get((times.len() * share / 100).min(times.len().saturating_sub(1))).copied();
        let (median, high, worst) = (at(50).unwrap_or(0), at(95).unwrap_or(0), at(100).unwrap_or(0));
        writeln!(f, "Type and fields of a page, microseconds: median {median}, 95 % {high}, at most {worst}.")
    }
}
