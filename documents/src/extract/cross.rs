//! What must hold between fields, as arbiter between candidates and as a check of the outcome.

use super::candidates::Candidate;
use super::repair::confusions;
use super::tokens::Token;
use super::{CheckResult, CrossResult, Found, Value};
use crate::types::{CrossCheck, CrossRule, Field};
use crate::validators::{commune, parse_date, rib, rib_of_iban, same_company, totals_agree};
use rust_decimal::Decimal;

/// How sure values are that a cross-check confirms, for values read without a doubt.
const CONFIRMED: f32 = 0.97;
/// How sure a value is, at least, that another one mended.
const REPAIRED: f32 = 0.6;
/// What is left of the confidence of values that contradict each other.
const CONTRADICTED: f32 = 0.6;

/// Puts first, for each total, the candidates that agree with each other, where some do; `candidates` by field, the best first. Returns
/// the fields of those that do.
pub(super) fn arbitrate(check: &CrossCheck, names: &[String], candidates: &mut [Vec<Candidate>]) -> Vec<usize> {
    if check.rule != CrossRule::TotalsAgree {
        return Vec::new();
    }
    let fields: Vec<usize> = check.fields.iter().filter_map(|n| names.iter().position(|m| m == n)).collect();
    let [net, tax, gross] = fields[..] else { return Vec::new() };
    let number = |c: &Candidate| c.value.value.parse::<Decimal>().ok();
    let mut best: Option<(f32, [usize; 3])> = None;
    for (i, a) in candidates[net].iter().enumerate() {
        for (j, b) in candidates[tax].iter().enumerate() {
            for (k, c) in candidates[gross].iter().enumerate() {
                let (Some(x), Some(y), Some(z)) = (number(a), number(b), number(c)) else { continue };
                let apart = a.tokens != b.tokens && b.tokens != c.tokens && a.tokens != c.tokens;
                let score = a.score + b.score + c.score;
                if apart && totals_agree(x, y, z).is_ok() && best.is_none_or(|(s, _)| score > s) {
                    best = Some((score, [i, j, k]));
                }
            }
        }
    }
    let Some((_, chosen)) = best else { return Vec::new() };
    for (field, index) in fields.iter().zip(chosen) {
        candidates[*field].swap(0, index);
    }
    fields
}

/// Whether the rule holds between values; `None` when one of them is missing. What it says of them goes into their checks and
/// confidences.
pub(super) fn judge(check: &CrossCheck, values: &mut [Value]) -> Option<CrossResult> {
    let places: Option<Vec<usize>> = check.fields.iter().map(|n| values.iter().position(|v| v.name == *n)).collect();
    let places = places?;
    if check.rule == CrossRule::RibInIban {
        settle_rib(values, &places);
    }
    let text = |i: usize| values[places[i]].value.as_str();
    let outcome = match check.rule {
        CrossRule::TotalsAgree => {
            let number = |i: usize| text(i).parse::<Decimal>().ok();
            totals_agree(number(0)?, number(1)?, number(2)?).map_err(|e| e.to_string())
        }
        CrossRule::SameCompany => same_company(text(0), text(1)).map_err(|e| e.to_string()),
        CrossRule::RibInIban => {
            let printed = [0, 1, 2, 3].map(text).concat();
            match (rib(&printed), rib_of_iban(text(4))) {
                (Ok(a), Some(b)) if a == b => Ok(()),
                (Err(e), _) => Err(e.to_string()),
                (Ok(_), None) => Err("rib_in_iban: the IBAN holds no valid RIB".to_owned()),
                (Ok(_), Some(b)) => Err(format!("rib_in_iban: the IBAN holds {}", b.compact())),
            }
        }
        CrossRule::CommuneAgrees => commune(text(0), text(1)).map(|_| ()).map_err(|e| e.to_string()),
        CrossRule::DatesInOrder => {
            let (first, second) = (parse_date(text(0)).ok()?, parse_date(text(1)).ok()?);
            if first <= second { Ok(()) } else { Err(format!("dates_in_order: {first} is after {second}")) }
        }
    };
    let passed = outcome.is_ok();
    for place in places {
        let value = &mut values[place];
        value.checks.push(CheckResult { name: check.rule.name().to_owned(), passed });
        // That dates are in order says little for them.
        if passed && check.rule != CrossRule::DatesInOrder && !value.repaired {
            value.confidence = value.confidence.max(CONFIRMED * value.confidence.sqrt());
        } else if !passed {
            value.confidence *= CONTRADICTED;
        }
    }
    let reason = outcome.err();
    Some(CrossResult { name: check.rule.name().to_owned(), fields: check.fields.clone(), passed, reason })
}

/// Easily confused characters that may differ between a RIB and the IBAN it stands beside.
const MAX_CONFUSIONS: usize = 2;

/// Where of a RIB in four parts and its IBAN one is right by its own key and the other is not, and only easily confused characters
/// differ, the right one says what the other means; the values are marked as repaired. `places` are those of the four parts and of
/// the IBAN.
fn settle_rib(values: &mut [Value], places: &[usize]) {
    let printed: Vec<String> = places[..4].iter().map(|p| values[*p].value.clone()).collect();
    let account = places[4];
    let whole = |v: &Value| !v.repaired && v.checks.iter().all(|c| c.passed);
    let iban = values[account].value.clone();
    match (rib(&printed.concat()), rib_of_iban(&iban)) {
        (Err(_), Some(inside)) if values[account].checks.iter().all(|c| c.passed) => {
            let meant = [inside.bank, inside.branch, inside.account, inside.key];
            let differ: Option<usize> = printed.iter().zip(&meant).map(|(a, b)| confusions(a, b)).sum();
            if differ.is_some_and(|n| n <= MAX_CONFUSIONS) {
                places[..4].iter().zip(&meant).for_each(|(place, meant)| repair(&mut values[*place], meant));
            }
        }
        (Ok(right), None) if places[..4].iter().all(|p| whole(&values[*p])) => {
            let meant = right.iban();
            if confusions(&iban, &meant).is_some_and(|n| n <= MAX_CONFUSIONS) {
                repair(&mut values[account], &meant);
            }
        }
        _ => {}
    }
}

/// The parts of a RIB that no label led to, where the IBAN beside it is right: what is printed on the row of the parts that were
/// found, or on a row of its own, exactly as the IBAN has it. Fields as the rule [`CrossRule::RibInIban`] has them.
pub(super) fn find_rib(check: &CrossCheck, fields: &[Field], tokens: &[Token], values: &mut Vec<Value>) {
    if check.rule != CrossRule::RibInIban {
        return;
    }
    let there = |values: &[Value], name: &str| values.iter().position(|v| v.name == name);
    let account = there(values, &check.fields[4]).map(|i| &values[i]);
    let Some(account) = account.filter(|v| !v.repaired && v.checks.iter().all(|c| c.passed)) else { return };
    let Some(inside) = rib_of_iban(&account.value) else { return };
    let parts = [inside.bank, inside.branch, inside.account, inside.key];
    // The number of the account is long enough to be known by itself; the others stand on its row.
    let anchors: Vec<&Token> = tokens.iter().filter(|t| t.text == parts[2]).collect();
    for (name, part) in check.fields.iter().zip(&parts) {
        let field = fields.iter().find(|f| f.name == *name);
        let Some(field) = field.filter(|_| there(values, name).is_none()) else { continue };
        let beside = |t: &&Token| t.text == *part && anchors.iter().any(|a| a.rect.row_overlap(&t.rect) > 0.3);
        let Some(token) = tokens.iter().find(beside) else { continue };
        values.push(Value {
            name: field.name.clone(),
            label: field.label.clone(),
            raw: token.text.clone(),
            value: part.clone(),
            currency: None,
            confidence: (CONFIRMED * token.confidence).clamp(0.0, 1.0),
            accepted: false,
            checks: Vec::new(),
            quad: token.quad,
            found: Found::Anywhere,
            repaired: false,
        });
    }
    values.sort_by_key(|v| fields.iter().position(|f| f.name == v.name));
}

fn repair(value: &mut Value, meant: &str) {
    if value.value != meant {
        meant.clone_into(&mut value.value);
        value.repaired = true;
        value.confidence = value.confidence.max(REPAIRED);
        value.checks.iter_mut().for_each(|c| c.passed = true);
    }
}
