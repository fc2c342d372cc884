//! Which rule fires for a document.

use super::definition::{Bound, Condition, FieldTest, Rule, Tray, TraySet, WordsMode};
use crate::page::Page;
use crate::text::fold;
use jiff::civil::Date;
use rust_decimal::Decimal;
use wildmatch::WildMatch;

/// What is known of a document when its tray is chosen.
#[derive(Debug, Clone)]
pub struct Facts<'a> {
    /// Name of its type, or [`crate::types::OTHER`].
    pub type_name: &'a str,
    /// Family of its type.
    pub family: &'a str,
    /// No person needs to look at it.
    pub accepted: bool,
    /// Its fields: name, normalised value, and whether no person needs to look at it.
    pub fields: Vec<(&'a str, &'a str, bool)>,
    /// Its page, for words.
    pub page: &'a Page,
    /// Scanning batch; empty when unknown.
    pub batch: &'a str,
    /// What the endorser printed; empty when unknown.
    pub endorser: &'a str,
    /// Scanning station; empty when unknown.
    pub station: &'a str,
    /// Contents of its bar codes.
    pub barcodes: Vec<&'a str>,
}

/// Where a document goes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Decision<'a> {
    /// The tray.
    pub tray: &'a Tray,
    /// The rule that fired; `None` for the default tray.
    pub rule: Option<&'a Rule>,
}

impl Decision<'_> {
    /// 1 (the most urgent) to 9: the rule's, else the tray's.
    pub fn priority(&self) -> u8 {
        self.rule.and_then(|r| r.priority).unwrap_or(self.tray.priority)
    }

    /// Days within which an answer is due: the rule's, else the tray's.
    pub fn answer_within_days(&self) -> Option<u16> {
        self.rule.and_then(|r| r.answer_within_days).or(self.tray.answer_within_days)
    }
}

/// A condition of a rule and whether it holds.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Outcome<'a> {
    /// The condition.
    pub condition: &'a Condition,
    /// Whether it holds.
    pub holds: bool,
}

/// A rule that was tried.
#[derive(Debug, Clone, PartialEq)]
pub struct Considered<'a> {
    /// The rule.
    pub rule: &'a Rule,
    /// All its conditions.
    pub outcomes: Vec<Outcome<'a>>,
}

impl Considered<'_> {
    /// Whether all conditions hold.
    pub fn fires(&self) -> bool {
        self.outcomes.iter().all(|o| o.holds)
    }
}

impl TraySet {
    /// Tells where a document goes: by the first rule that fires, else to the default tray.
    pub fn decide(&self, facts: &Facts<'_>) -> Decision<'_> {
        let found = self.found(facts.page);
        let rule = self.rules.iter().find(|r| r.conditions.iter().all(|c| holds(c, facts, &found)));
        self.decision(rule)
    }

    /// As [`TraySet::decide`], with every rule and every condition, those after the one that fires included: for finding out why
    /// a document went where it did.
    pub fn explain(&self, facts: &Facts<'_>) -> (Decision<'_>, Vec<Considered<'_>>) {
        let found = self.found(facts.page);
        let outcome = |condition| Outcome { condition, holds: holds(condition, facts, &found) };
        let tried: Vec<Considered<'_>> = self
            .rules
            .iter()
            .map(|rule| Considered { rule, outcomes: rule.conditions.iter().map(outcome).collect() })
            .collect();
        let rule = tried.iter().find(|c| c.fires()).map(|c| c.rule);
        (self.decision(rule), tried)
    }

    fn decision<'a>(&'a self, rule: Option<&'a Rule>) -> Decision<'a> {
        Decision { tray: &self.trays[rule.map_or(self.default, |r| r.tray)], rule }
    }

    /// Which phrases of the rules are on the page.
    fn found(&self, page: &Page) -> Vec<bool> {
        let mut found = vec![false; self.lexicon.len()];
        for hit in self.lexicon.search(page) {
            found[hit.phrase] = true;
        }
        found
    }
}

fn holds(condition: &Condition, facts: &Facts<'_>, found: &[bool]) -> bool {
    let matches = |patterns: &[WildMatch], text: &str| patterns.iter().any(|p| p.matches(text));
    match condition {
        Condition::Type(names) => names.iter().any(|n| n == facts.type_name),
        Condition::Family(names) => names.iter().any(|n| n == facts.family),
        Condition::Accepted(wanted) => facts.accepted == *wanted,
        Condition::Field { name, test } => field_holds(
            test,
            facts.fields.iter().find(|(n, _, _)| n == name).map(|(_, value, accepted)| (*value, *accepted)),
        ),
        Condition::Words { mode, texts, first, .. } => {
            let mut here = (*first..first + texts.len()).map(|i| found.get(i).copied().unwrap_or(false));
            match mode {
                WordsMode::Any => here.any(|f| f),
                WordsMode::All => here.all(|f| f),
                WordsMode::None => !here.any(|f| f),
            }
        }
        Condition::Batch(patterns) => matches(patterns, facts.batch),
        Condition::Endorser(patterns) => matches(patterns, facts.endorser),
        Condition::Station(patterns) => matches(patterns, facts.station),
        Condition::Barcode(patterns) => facts.barcodes.iter().any(|text| matches(patterns, text)),
    }
}

/// `field` is the value and whether it is accepted; `None` when it was not found: nothing but its absence holds then.
fn field_holds(test: &FieldTest, field: Option<(&str, bool)>) -> bool {
    let Some((value, accepted)) = field else { return *test == FieldTest::Present(false) };
    match test {
        FieldTest::Present(wanted) => *wanted,
        FieldTest::Accepted(wanted) => accepted == *wanted,
        FieldTest::Is(texts) => texts.iter().any(|t| fold(t) == fold(value)),
        FieldTest::Contains(texts) => texts.iter().any(|t| fold(value).contains(&fold(t))),
        FieldTest::AtLeast(bound) => compared(value, bound).is_some_and(std::cmp::Ordering::is_ge),
        FieldTest::AtMost(bound) => compared(value, bound).is_some_and(std::cmp::Ordering::is_le),
    }
}

/// How a value compares with a bound; `None` when it is nothing of the kind.
fn compared(value: &str, bound: &Bound) -> Option<std::cmp::Ordering> {
    match bound {
        Bound::Number(number) => value.parse::<Decimal>().ok().map(|v| v.cmp(number)),
        Bound::Day(day) => value.parse::<Date>().ok().map(|v| v.cmp(day)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::fixtures::page;

    const TRAYS: &str = r#"
default = "accueil"
tray = [
  { name = "accueil", label = "Accueil" },
  { name = "compta", label = "Comptabilité", priority = 4, answer_within_days = 30 },
  { name = "juridique", label = "Affaires juridiques", priority = 2 },
]
"#;

    /// The rule that fires of one with these conditions, for an invoice of Menuiserie Girard to a council.
    fn fires(conditions: &str) -> bool {
        let text = format!("{TRAYS}[[rule]]\nname = \"essai\"\ntray = \"compta\"\n{conditions}\n");
        let set = TraySet::parse("b.toml", &text).unwrap();
        let page = page(&[
            (100.0, 60.0, "Menuiserie Girard SARL"),
            (600.0, 200.0, "Conseil départemental"),
            (600.0, 225.0, "Hôtel du Département"),
            (600.0, 250.0, "69003 LYON"),
            (100.0, 600.0, "Dernier rappel avant poursuites"),
            (100.0, 1380.0, "Girard SARL au capital de 8 000 €"),
        ]);
        let facts = Facts {
            type_name: "facture",
            family: "comptabilite",
            accepted: false,
            fields: vec![
                ("total_ttc", "1234.50", true),
                ("due_date", "2026-03-31", false),
                ("client_number", "C-É12", true),
            ],
            page: &page,
            batch: "2026-03-SUD-17",
            endorser: "000123",
            station: "poste-4",
            barcodes: vec!["RH0001", "X"],
        };
        let (decision, tried) = set.explain(&facts);
        assert_eq!(decision, set.decide(&facts));
        assert_eq!(decision.rule.is_some(), tried[0].fires());
        assert_eq!(decision.tray.name, if tried[0].fires() { "compta" } else { "accueil" });
        tried[0].fires()
    }

    #[test]
    fn every_kind_of_condition_holds_or_not() {
        for (holds, fails) in [
            ("type = [\"devis\", \"facture\"]", "type = \"devis\""),
            ("family = \"comptabilite\"", "family = \"courrier\""),
            ("accepted = false", "accepted = true"),
            ("words = [\"mise en demeure\", \"DERNIER RAPPEL\"]", "words = \"mise en demeure\""),
            ("all_words = [\"dernier rappel\", \"poursuites\"]", "all_words = [\"dernier rappel\", \"huissier\"]"),
            ("without_words = \"huissier\"", "without_words = [\"huissier\", \"rappel\"]"),
            ("sender = [\"EDF\", \"menuiserie girard\"]", "sender = \"conseil départemental\""),
            ("sender = \"Girard SARL au capital\"", "sender = \"dernier rappel\""),
            ("batch = \"2026-??-SUD-*\"", "batch = \"2026-*-NORD-*\""),
            ("endorser = \"0001*\"", "endorser = \"1*\""),
            ("station = [\"poste-3\", \"poste-4\"]", "station = \"poste\""),
            ("barcode = \"RH*\"", "barcode = \"RH\""),
            ("field = [{ name = \"total_ttc\", present = true }]", "field = [{ name = \"total_ht\", present = true }]"),
            (
                "field = [{ name = \"total_ht\", present = false }]",
                "field = [{ name = \"total_ttc\", present = false }]",
            ),
            (
                "field = [{ name = \"total_ttc\", accepted = true }]",
                "field = [{ name = \"total_ht\", accepted = false }]",
            ),
            (
                "field = [{ name = \"total_ttc\", at_least = 1234.5 }]",
                "field = [{ name = \"total_ttc\", at_least = 1234.51 }]",
            ),
            ("field = [{ name = \"total_ttc\", at_most = 2000 }]", "field = [{ name = \"total_ht\", at_most = 2000 }]"),
            (
                "field = [{ name = \"due_date\", at_most = 2026-03-31 }]",
                "field = [{ name = \"due_date\", at_most = \"2026-03-30\" }]",
            ),
            (
                "field = [{ name = \"due_date\", at_least = 2026-01-01 }]",
                "field = [{ name = \"due_date\", at_least = 5 }]",
            ),
            (
                "field = [{ name = \"client_number\", is = \"c-e12\" }]",
                "field = [{ name = \"client_number\", is = \"e12\" }]",
            ),
            (
                "field = [{ name = \"client_number\", contains = \"E1\" }]",
                "field = [{ name = \"client_number\", contains = \"E3\" }]",
            ),
        ] {
            assert!(fires(holds), "{holds}");
            assert!(!fires(fails), "{fails}");
            if !holds.starts_with("batch") {
                assert!(!fires(&format!("{holds}\nbatch = \"another\"")), "{holds}: all must hold");
            }
        }
    }

    #[test]
    fn the_first_rule_that_fires_decides() {
        let text = format!(
            "{TRAYS}
[[rule]]
name = \"un\"
tray = \"juridique\"
words = \"tribunal\"

[[rule]]
name = \"deux\"
tray = \"compta\"
priority = 1
words = \"facture\"

[[rule]]
name = \"trois\"
tray = \"juridique\"
answer_within_days = 8
words = [\"facture\", \"arrêté\"]
"
        );
        let set = TraySet::parse("b.toml", &text).unwrap();
        let told = |line: &str| {
            let page = page(&[(0.0, 700.0, line)]);
            let facts = Facts {
                type_name: "autre",
                family: "autre",
                accepted: false,
                fields: Vec::new(),
                page: &page,
                batch: "",
                endorser: "",
                station: "",
                barcodes: Vec::new(),
            };
            let d = set.decide(&facts);
            (d.tray.name.clone(), d.rule.map(|r| r.name.clone()), d.priority(), d.answer_within_days())
        };
        assert_eq!(told("Facture"), ("compta".into(), Some("deux".into()), 1, Some(30)));
        assert_eq!(told("Tribunal, facture"), ("juridique".into(), Some("un".into()), 2, None));
        assert_eq!(told("Arrêté"), ("juridique".into(), Some("trois".into()), 2, Some(8)));
        assert_eq!(told("Bonjour"), ("accueil".into(), None, 5, None));
    }
}
