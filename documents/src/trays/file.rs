//! Reading the rules from their file, and everything that can be wrong with one.

use super::definition::{Bound, Condition, FieldTest, Rule, Tray, TraySet, WordsMode};
use crate::file::{FileError, LoadError, MAX_ENTRIES, Source, hex, read};
use crate::types::{Lexicon, Zone};
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::path::Path;
use toml::Spanned;
use wildmatch::WildMatch;

/// Bytes of a file of rules.
const MAX_BYTES: usize = 256 * 1024;
/// Bytes of a pattern.
const MAX_PATTERN: usize = 128;
/// Priority where nothing is said.
const USUAL_PRIORITY: u8 = 5;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    default: Spanned<String>,
    #[serde(default, rename = "tray")]
    trays: Vec<Spanned<FileTray>>,
    #[serde(default, rename = "rule")]
    rules: Vec<Spanned<FileRule>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileTray {
    name: String,
    label: String,
    priority: Option<i64>,
    answer_within_days: Option<i64>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileRule {
    name: String,
    tray: String,
    priority: Option<i64>,
    answer_within_days: Option<i64>,
    #[serde(rename = "type")]
    types: Option<OneOrMore>,
    family: Option<OneOrMore>,
    accepted: Option<bool>,
    #[serde(default, rename = "field")]
    fields: Vec<Spanned<FileField>>,
    sender: Option<OneOrMore>,
    words: Option<OneOrMore>,
    all_words: Option<OneOrMore>,
    without_words: Option<OneOrMore>,
    batch: Option<OneOrMore>,
    endorser: Option<OneOrMore>,
    station: Option<OneOrMore>,
    barcode: Option<OneOrMore>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct FileField {
    name: String,
    present: Option<bool>,
    accepted: Option<bool>,
    is: Option<OneOrMore>,
    contains: Option<OneOrMore>,
    at_least: Option<toml::Value>,
    at_most: Option<toml::Value>,
}

#[derive(Deserialize)]
#[serde(untagged, expecting = "expected a text or a list of texts")]
enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    fn into_texts(self) -> Vec<String> {
        match self {
            OneOrMore::One(text) => vec![text],
            OneOrMore::More(texts) => texts,
        }
    }
}

impl TraySet {
    /// Reads trays and rules from a file.
    ///
    /// # Errors
    /// [`LoadError`] when the file cannot be read or is refused.
    pub fn from_file(path: &Path) -> Result<TraySet, LoadError> {
        let text = read(path, MAX_BYTES)?;
        TraySet::parse(&path.display().to_string(), &text).map_err(|error| LoadError::Refused(vec![error]))
    }

    /// Reads trays and rules from the text of their file. `file` is how errors name it.
    ///
    /// # Errors
    /// [`FileError`] with the file, the line and the reason.
    pub fn parse(file: &str, text: &str) -> Result<TraySet, FileError> {
        let source = Source { file, text };
        let parsed: File = source.parse(MAX_BYTES)?;
        source.count("trays", &parsed.trays)?;
        source.count("rules", &parsed.rules)?;
        let mut trays: Vec<Tray> = Vec::with_capacity(parsed.trays.len());
        for entry in parsed.trays {
            let (at, tray) = (entry.span().start, entry.into_inner());
            source.name(at, &tray.name)?;
            source.words(at, "label", &tray.label)?;
            if trays.iter().any(|t| t.name == tray.name) {
                return Err(source.error(at, format!("there are two trays {}", tray.name)));
            }
            trays.push(Tray {
                priority: priority(&source, at, tray.priority)?.unwrap_or(USUAL_PRIORITY),
                answer_within_days: days(&source, at, tray.answer_within_days)?,
                name: tray.name,
                label: tray.label,
            });
        }
        let tray_of = |at: usize, name: &str| {
            let place = trays.iter().position(|t| t.name == name);
            place.ok_or_else(|| source.error(at, format!("there is no tray {name}")))
        };
        let default = tray_of(parsed.default.span().start, parsed.default.get_ref())?;
        let mut lexicon = Lexicon::default();
        let mut rules: Vec<Rule> = Vec::with_capacity(parsed.rules.len());
        for entry in parsed.rules {
            let (at, rule) = (entry.span().start, entry.into_inner());
            source.words(at, "name", &rule.name)?;
            if rules.iter().any(|r| r.name == rule.name) {
                return Err(source.error(at, format!("there are two rules \"{}\"", rule.name)));
            }
            let read = Rule {
                name: rule.name.clone(),
                tray: tray_of(at, &rule.tray)?,
                priority: priority(&source, at, rule.priority)?,
                answer_within_days: days(&source, at, rule.answer_within_days)?,
                conditions: conditions(&source, at, rule, &mut lexicon)?,
                line: source.error(at, "").line,
            };
            if read.conditions.is_empty() {
                let reason =
                    format!("rule \"{}\" has no condition: the default tray takes what no rule does", read.name);
                return Err(source.error(at, reason));
            }
            rules.push(read);
        }
        Ok(TraySet {
            trays,
            rules,
            default,
            lexicon,
            file: file.to_owned(),
            sha256: hex(&Sha256::digest(text.as_bytes())),
        })
    }
}

fn priority(source: &Source<'_>, at: usize, given: Option<i64>) -> Result<Option<u8>, FileError> {
    let fits = |n: i64| u8::try_from(n).ok().filter(|n| (1..=9).contains(n));
    given.map(|n| fits(n).ok_or_else(|| source.error(at, format!("priority = {n} is not between 1 and 9")))).transpose()
}

fn days(source: &Source<'_>, at: usize, given: Option<i64>) -> Result<Option<u16>, FileError> {
    let fits = |n: i64| u16::try_from(n).ok().filter(|n| (1..=3650).contains(n));
    given
        .map(|n| fits(n).ok_or_else(|| source.error(at, format!("answer_within_days = {n} is not between 1 and 3650"))))
        .transpose()
}

/// 1 to [`MAX_ENTRIES`] texts with something in each.
fn texts(source: &Source<'_>, at: usize, what: &str, given: OneOrMore) -> Result<Vec<String>, FileError> {
    let texts = given.into_texts();
    if texts.is_empty() || texts.len() > MAX_ENTRIES {
        return Err(source.error(at, format!("{what} has 1 to {MAX_ENTRIES} entries")));
    }
    for text in &texts {
        source.words(at, what, text)?;
    }
    Ok(texts)
}

fn patterns(source: &Source<'_>, at: usize, what: &str, given: OneOrMore) -> Result<Vec<WildMatch>, FileError> {
    let texts = texts(source, at, what, given)?;
    match texts.iter().find(|t| t.len() > MAX_PATTERN) {
        Some(long) => {
            Err(source.error(at, format!("{what}: the pattern \"{long}\" is longer than {MAX_PATTERN} bytes")))
        }
        None => Ok(texts.iter().map(|t| WildMatch::new(t)).collect()),
    }
}

fn conditions(
    source: &Source<'_>,
    at: usize,
    rule: FileRule,
    lexicon: &mut Lexicon,
) -> Result<Vec<Condition>, FileError> {
    let mut out = Vec::new();
    if let Some(given) = rule.types {
        out.push(Condition::Type(texts(source, at, "type", given)?));
    }
    if let Some(given) = rule.family {
        out.push(Condition::Family(texts(source, at, "family", given)?));
    }
    out.extend(rule.accepted.map(Condition::Accepted));
    source.count("fields", &rule.fields)?;
    for entry in rule.fields {
        let (at, field) = (entry.span().start, entry.into_inner());
        let name = field.name.clone();
        source.name(at, &name)?;
        let tests = field_tests(source, at, field)?;
        out.extend(tests.into_iter().map(|test| Condition::Field { name: name.clone(), test }));
    }
    for (what, given, mode, zone) in [
        ("sender", rule.sender, WordsMode::Any, Zone::Letterhead),
        ("words", rule.words, WordsMode::Any, Zone::Anywhere),
        ("all_words", rule.all_words, WordsMode::All, Zone::Anywhere),
        ("without_words", rule.without_words, WordsMode::None, Zone::Anywhere),
    ] {
        let Some(given) = given else { continue };
        let texts = texts(source, at, what, given)?;
        let first = lexicon.len();
        texts.iter().for_each(|text| lexicon.add(text, zone));
        out.push(Condition::Words { mode, zone, texts, first });
    }
    type Make = fn(Vec<WildMatch>) -> Condition;
    let matched: [(&str, Option<OneOrMore>, Make); 4] = [
        ("batch", rule.batch, Condition::Batch),
        ("endorser", rule.endorser, Condition::Endorser),
        ("station", rule.station, Condition::Station),
        ("barcode", rule.barcode, Condition::Barcode),
    ];
    for (what, given, make) in matched {
        if let Some(given) = given {
            out.push(make(patterns(source, at, what, given)?));
        }
    }
    Ok(out)
}

fn field_tests(source: &Source<'_>, at: usize, field: FileField) -> Result<Vec<FieldTest>, FileError> {
    let mut tests = Vec::new();
    tests.extend(field.present.map(FieldTest::Present));
    tests.extend(field.accepted.map(FieldTest::Accepted));
    if let Some(given) = field.is {
        tests.push(FieldTest::Is(texts(source, at, "is", given)?));
    }
    if let Some(given) = field.contains {
        tests.push(FieldTest::Contains(texts(source, at, "contains", given)?));
    }
    if let Some(given) = field.at_least {
        tests.push(FieldTest::AtLeast(bound(source, at, "at_least", &given)?));
    }
    if let Some(given) = field.at_most {
        tests.push(FieldTest::AtMost(bound(source, at, "at_most", &given)?));
    }
    if tests.is_empty() {
        let keys = "present, accepted, is, contains, at_least, at_most";
        return Err(source.error(at, format!("field {}: one of {keys} must be given", field.name)));
    }
    Ok(tests)
}

fn bound(source: &Source<'_>, at: usize, what: &str, given: &toml::Value) -> Result<Bound, FileError> {
    let text = match given {
        toml::Value::String(text) => text.clone(),
        toml::Value::Integer(number) => number.to_string(),
        toml::Value::Float(number) => number.to_string(),
        toml::Value::Datetime(day) => day.to_string(),
        other => format!("{other}"),
    };
    let day = text.parse::<Date>().ok().map(Bound::Day);
    let number = || text.parse::<Decimal>().ok().map(Bound::Number);
    day.or_else(number)
        .ok_or_else(|| source.error(at, format!("{what} = {text} is neither a number nor a day (2026-01-31)")))
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = r#"
default = "accueil"

[[tray]]
name = "accueil"
label = "Accueil"

[[tray]]
name = "comptabilite"
label = "Comptabilité"
priority = 3
answer_within_days = 30

[[rule]]
name = "Grosses factures"
tray = "comptabilite"
priority = 1
type = ["facture", "avis_imposition"]
sender = "EDF"
batch = "2026-*"

[[rule.field]]
name = "total_ttc"
at_least = 5000

[[rule.field]]
name = "due_date"
at_most = 2026-12-31
"#;

    #[test]
    fn rules_are_read_with_their_defaults() {
        let set = TraySet::parse("bannettes.toml", GOOD).unwrap();
        assert_eq!(
            set.trays()[0],
            Tray { name: "accueil".into(), label: "Accueil".into(), priority: 5, answer_within_days: None }
        );
        assert_eq!((set.default, set.rules()[0].tray, set.rules()[0].line), (0, 1, 14));
        let told: Vec<String> = set.rules()[0].conditions.iter().map(ToString::to_string).collect();
        let expected = [
            "type = [\"facture\", \"avis_imposition\"]",
            "field total_ttc: at_least = 5000",
            "field due_date: at_most = 2026-12-31",
            "sender = [\"EDF\"]",
            "batch = [\"2026-*\"]",
        ];
        assert_eq!(told, expected);
        assert_eq!(set.sha256().len(), 64);
    }

    #[test]
    fn a_broken_file_is_refused_with_line_and_reason() {
        let cases: &[(&str, &str, usize, &str)] = &[
            ("default = \"accueil\"", "", 1, "default"),
            ("default = \"accueil\"", "default = \"cave\"", 2, "no tray cave"),
            ("tray = \"comptabilite\"", "tray = \"compta\"", 14, "no tray compta"),
            ("name = \"comptabilite\"", "name = \"accueil\"", 8, "two trays accueil"),
            ("name = \"comptabilite\"", "name = \"Compta\"", 8, "lower-case"),
            ("priority = 3", "priority = 10", 8, "between 1 and 9"),
            ("answer_within_days = 30", "answer_within_days = 0", 8, "between 1 and 3650"),
            ("at_least = 5000", "at_least = \"beaucoup\"", 22, "neither a number nor a day"),
            ("at_least = 5000", "", 22, "one of present"),
            ("at_least = 5000", "at_lest = 5000", 24, "at_lest"),
            ("sender = \"EDF\"", "sender = []", 14, "sender has 1 to 200"),
            ("sender = \"EDF\"", "sender = \" \"", 14, "is empty"),
            ("sender = \"EDF\"", "sender = 4", 19, "a text or a list"),
            ("name = \"Grosses factures\"", "name = \"\"", 14, "is empty"),
            ("batch = \"2026-*\"", "priority = 2", 20, "duplicate"),
        ];
        for (from, to, line, reason) in cases {
            assert!(GOOD.contains(from), "{from}");
            let error = TraySet::parse("bannettes.toml", &GOOD.replacen(from, to, 1)).unwrap_err();
            assert_eq!((error.file.as_str(), error.line), ("bannettes.toml", *line), "{to}: {error}");
            assert!(error.reason.contains(reason), "{to}: {error}");
        }
        let rule = "[[rule]]\nname = \"x\"\ntray = \"accueil\"\n";
        let error = TraySet::parse("b.toml", &format!("{GOOD}{rule}")).unwrap_err();
        assert!(error.reason.contains("has no condition"), "{error}");
        let twice = format!("{GOOD}{rule}words = \"a\"\n{rule}words = \"b\"\n");
        assert!(TraySet::parse("b.toml", &twice).unwrap_err().reason.contains("two rules \"x\""));
        let long = format!("{GOOD}# {}\n", "x".repeat(MAX_BYTES));
        assert!(TraySet::parse("b.toml", &long).unwrap_err().reason.contains("bytes"));
    }

    #[test]
    fn what_the_types_do_not_have_is_named() {
        let types = crate::types::TypeSet::shipped().unwrap();
        let check = |from: &str, to: &str| TraySet::parse("b.toml", &GOOD.replacen(from, to, 1)).unwrap().check(&types);
        assert_eq!(check("", ""), Ok(()));
        let error = check("\"avis_imposition\"", "\"avis_impots\"").unwrap_err();
        assert_eq!(
            (error.line, error.reason.as_str()),
            (14, "rule \"Grosses factures\": there is no type avis_impots")
        );
        assert!(check("name = \"total_ttc\"", "name = \"total\"").unwrap_err().reason.contains("no field total "));
        assert!(check("type = [\"facture\", \"avis_imposition\"]", "family = \"courriers\"").is_err());
        assert_eq!(check("type = [\"facture\", \"avis_imposition\"]", "family = \"courrier\""), Ok(()));
    }
}
