//! `liasse-bench real-documents`: types and fields of real pages, from pixels to values.
//!
//! Responsible for reading what the pages are and say, as a person read it off them (`documents/tests/real_pages.toml`), for having
//! the pages read by a server, and for counting what was told. Not responsible for the same on the pages' true text: that is a test
//! of the rules (`documents/tests/real_pages.rs`). The pages are third-party material and lie outside of the project.

use std::collections::BTreeMap;
use std::fmt;
use std::io::Write;
use std::path::{Path, PathBuf};

use anyhow::Context;
use bytes::Bytes;
use liasse_client::v1::{DocumentReading, Field, Wanted};
use serde::Deserialize;

use super::tally::{SURE, Tally};
use super::truth;
use crate::arguments::RealDocumentsArguments;
use crate::engine::Liasse;
use crate::machine::Machine;
use crate::progress::Progress;
use crate::table::Table;

/// The file of truths.
#[derive(Debug, Deserialize)]
struct Truths {
    /// Folder of the pages, seen from the file.
    pages: PathBuf,
    document: Vec<Document>,
}

/// What one or several pages are and say; the file says what its keys mean.
#[derive(Debug, Default, Deserialize)]
struct Document {
    kind: String,
    /// Files, each with `#2` behind it where not its first page is meant.
    images: Vec<String>,
    types: Vec<String>,
    #[serde(default)]
    fields: BTreeMap<String, OneOrMore>,
    #[serde(default)]
    by_hand: Vec<String>,
    #[serde(default)]
    unsure: Vec<String>,
}

/// Values any of which is right.
#[derive(Debug, Deserialize)]
#[serde(untagged)]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    fn all(&self) -> &[String] {
        match self {
            Self::One(value) => std::slice::from_ref(value),
            Self::More(values) => values,
        }
    }
}

impl Document {
    /// Whether a value of a type's field is what the page says.
    fn says(&self, doc_type: &str, name: &str, value: &str) -> bool {
        let Some((_, compare)) = truth::own_field(doc_type, name) else { return false };
        let told = truth::told(compare, value);
        self.fields.get(name).is_some_and(|e| e.all().iter().any(|e| truth::told(compare, e) == told))
    }
}

/// A page to be read.
struct Page<'a> {
    /// As the truth names it.
    name: &'a str,
    file: Bytes,
    /// From 0, within the file.
    number: usize,
    document: &'a Document,
}

impl Truths {
    fn load(file: &Path) -> anyhow::Result<Self> {
        let text = std::fs::read_to_string(file).with_context(|| format!("cannot read {}", file.display()))?;
        toml::from_str(&text).with_context(|| format!("{} is no list of real pages", file.display()))
    }

    /// The pages, from the folder that `file` names.
    fn pages(&self, file: &Path) -> anyhow::Result<Vec<Page<'_>>> {
        let folder = file.parent().unwrap_or(Path::new("")).join(&self.pages);
        let images =
            self.document.iter().flat_map(|document| document.images.iter().map(move |image| (document, image)));
        images
            .map(|(document, name)| {
                let (path, number) = name.split_once('#').unwrap_or((name, "1"));
                let number: usize = number.parse().with_context(|| format!("{name} names no page"))?;
                let path = folder.join(path);
                let file = std::fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
                Ok(Page { name, file: Bytes::from(file), number: number.saturating_sub(1), document })
            })
            .collect()
    }
}

/// Runs the command.
///
/// # Errors
/// What kept it from being done. A page that is refused is no error: it counts as told wrongly.
pub(crate) async fn run(arguments: &RealDocumentsArguments, machine: Machine) -> anyhow::Result<()> {
    let truths = Truths::load(&arguments.truth)?;
    let pages = truths.pages(&arguments.truth)?;
    let in_flight = arguments.server.in_flight;
    let liasse = Liasse::connect(&arguments.server.source(), in_flight).await?;
    let files: Vec<Bytes> = pages.iter().map(|page| page.file.clone()).collect();
    let progress = Progress::new("Liasse", files.len());
    let wanted = Wanted { document: true, ..Wanted::default() };
    let mut report = Report::default();
    liasse
        .read_many(&files, in_flight, wanted, |finished| {
            progress.step();
            let page = &pages[finished.index];
            let told = match finished.readings {
                Ok(readings) => readings.into_iter().nth(page.number).and_then(|reading| reading.document),
                Err(error) => {
                    eprintln!("{}: {error:#}", page.name);
                    None
                }
            };
            report.page(page.name, page.document, &told.unwrap_or_default());
        })
        .await?;
    report.misses.sort_unstable();
    let mut out = std::io::stdout().lock();
    writeln!(out, "Pages of {}, {}, {machine}\n", arguments.truth.display(), liasse.version())?;
    report.misses.iter().try_for_each(|miss| writeln!(out, "{miss}"))?;
    writeln!(out, "\n{report}")?;
    Ok(())
}

/// What was counted of the pages of a kind. A field of a page whose type was told wrongly counts as missed.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Counts {
    pages: usize,
    types_right: usize,
    /// Told with confidence to be what they are not.
    sure_and_wrong: usize,
    /// Of the fields that are not by hand.
    printed: Tally,
    by_hand: Tally,
    /// Values of fields that the page does not have.
    extra: usize,
    accepted: usize,
    accepted_wrong: usize,
}

impl Counts {
    fn and(self, other: Self) -> Self {
        Self {
            pages: self.pages + other.pages,
            types_right: self.types_right + other.types_right,
            sure_and_wrong: self.sure_and_wrong + other.sure_and_wrong,
            printed: self.printed.and(other.printed),
            by_hand: self.by_hand.and(other.by_hand),
            extra: self.extra + other.extra,
            accepted: self.accepted + other.accepted,
            accepted_wrong: self.accepted_wrong + other.accepted_wrong,
        }
    }
}

/// By kind of page, and a sentence for everything that was not right.
#[derive(Debug, Default)]
struct Report {
    kinds: BTreeMap<String, Counts>,
    misses: Vec<String>,
}

impl Report {
    fn page(&mut self, name: &str, document: &Document, told: &DocumentReading) {
        let counts = self.kinds.entry(document.kind.clone()).or_default();
        let right = document.types.contains(&told.r#type);
        counts.pages += 1;
        counts.types_right += usize::from(right);
        counts.sure_and_wrong += usize::from(!right && told.type_confidence >= SURE);
        if !right {
            let types = document.types.join(" or ");
            self.misses.push(format!("{name}: {types}, told {} {:.2}", told.r#type, told.type_confidence));
        }
        let shown = |f: &Field| format!("{:?} {}{}", f.raw, f.found, if f.accepted { ", accepted" } else { "" });
        for (field, expected) in &document.fields {
            let value = told.fields.iter().find(|f| right && f.name == *field);
            let outcome = value.map(|v| document.says(&told.r#type, field, &v.value));
            let tally = if document.by_hand.contains(field) { &mut counts.by_hand } else { &mut counts.printed };
            tally.count(outcome);
            if right && outcome != Some(true) {
                let told = value.map_or_else(|| "missed".to_owned(), |v| format!("told {}", shown(v)));
                self.misses.push(format!("{name}: {field} is {:?}, {told}", expected.all()));
            }
        }
        for value in told.fields.iter().filter(|f| !document.unsure.contains(&f.name)) {
            if right && !document.fields.contains_key(&value.name) {
                counts.extra += 1;
                self.misses.push(format!("{name}: {} is not there, told {}", value.name, shown(value)));
            }
            counts.accepted += usize::from(value.accepted);
            let wrong = value.accepted && !(right && document.says(&told.r#type, &value.name, &value.value));
            counts.accepted_wrong += usize::from(wrong);
        }
    }
}

/// The table, and what is asked of no kind alone.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut table = Table::new(&[
            "kind of page", "pages", "types right", "fields", "right", "wrong", "missed", "told, not there",
            "accepted", "of these wrong",
        ]);
        let all = self.kinds.values().fold(Counts::default(), |sum, counts| sum.and(*counts));
        for (kind, c) in self.kinds.iter().chain([(&"total".to_owned(), &all)]) {
            let p = c.printed;
            let figures =
                [c.pages, c.types_right, p.total(), p.right, p.wrong, p.missed, c.extra, c.accepted, c.accepted_wrong];
            table.row([kind.clone()].into_iter().chain(figures.map(|n| n.to_string())));
        }
        writeln!(f, "{table}")?;
        let hand = all.by_hand;
        writeln!(
            f,
            "By hand: {} fields, {} right, {} wrong, {} missed.",
            hand.total(),
            hand.right,
            hand.wrong,
            hand.missed
        )?;
        write!(f, "Told wrongly with confidence {SURE} or more: {} pages.", all.sure_and_wrong)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(name: &str, value: &str, accepted: bool) -> Field {
        Field { name: name.to_owned(), value: value.to_owned(), accepted, ..Default::default() }
    }

    #[test]
    fn fields_are_counted_beside_the_truth() {
        let truths: Truths = toml::from_str(
            r#"
            pages = "elsewhere"
            [[document]]
            kind = "letter"
            images = ["a.pdf#2"]
            types = ["courrier_particulier"]
            fields = { date = "1971-09-02", sender = "F. LE LIONNAIS", recipient = ["Mr X", "M. X"], subject = "Vote" }
            by_hand = ["recipient"]
            unsure = ["phone"]
            "#,
        )
        .unwrap();
        let letter = &truths.document[0];
        let mut told = DocumentReading {
            r#type: "courrier_particulier".to_owned(),
            type_confidence: 0.95,
            fields: vec![
                field("date", "1971-09-03", true),
                field("sender", "F. Le Lionnais\n92 Boulogne", true),
                field("recipient", "M. X\nParis", false),
                field("email", "a@b.fr", false),
                field("phone", "605-90-13", true),
            ],
            ..Default::default()
        };
        let mut report = Report::default();
        report.page("a.pdf#2", letter, &told);
        let counts = report.kinds["letter"];
        assert_eq!((counts.printed.right, counts.printed.wrong, counts.printed.missed), (1, 1, 1));
        assert_eq!((counts.by_hand.right, counts.extra, counts.accepted, counts.accepted_wrong), (1, 1, 2, 1));
        assert_eq!(report.misses.len(), 3);
        // Of another type nothing is right.
        told.r#type = "facture".to_owned();
        let mut report = Report::default();
        report.page("a.pdf#2", letter, &told);
        let counts = report.kinds["letter"];
        assert_eq!((counts.types_right, counts.sure_and_wrong, counts.printed.missed), (0, 1, 3));
        assert_eq!((counts.accepted, counts.accepted_wrong), (2, 2));
    }

    #[test]
    fn the_list_of_real_pages_names_types_and_fields_that_there_are() {
        let file = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../documents/tests/real_pages.toml"));
        for document in Truths::load(file).unwrap().document {
            for name in document.fields.keys().chain(&document.by_hand).chain(&document.unsure) {
                let known = document.types.iter().all(|t| truth::own_field(t, name).is_some());
                assert!(known, "{}: {name}", document.kind);
            }
        }
    }
}
