//! The name on the first line of an address, where no label tells a field's value or tells but a part of it.
//!
//! Not responsible for where the addresses of a page are: see `blocks`.

use super::blocks::{AGREES, NAME_ALONE, TITLES, is_numbered, value};
use super::candidates::has_digit;
use super::{Found, Value};
use crate::page::{Line, Page, PlacedWord, quad_around};
use crate::text::fold;
use crate::types::{Anchor, Field, Format, is_street};

/// How sure the name on a letterhead is that the page says once more, and letters of such a name at least.
const SAID: f32 = 0.92;
const SAID_LETTERS: usize = 5;
/// What follows a firm's name in small print and is no part of it, folded.
const AFTER_NAME: &[&str] = &[
    "sarl", "sas", "sasu", "sa", "s.a", "s.a.s", "s.a.r.l", "eurl", "sci", "snc", "scop", "scp", "selarl", "gie", "ei",
    "societe", "association", "entreprise", "siege", "rcs", "r.c.s", "siret", "siren", "tel", "tva", "capital", "ape",
    "naf", "service", "services", "artisan", "etablissement", "membre",
];
/// Characters of a line from which on it is a sentence and no name.
const NAME_CHARS: usize = 64;
/// Whether a line is nothing but a person's title, or two: "Monsieur et Madame".
fn is_title(line: &str) -> bool {
    let folded = fold(line);
    let mut words = folded.split_whitespace().map(|w| w.trim_end_matches('.')).filter(|w| *w != "et" && *w != "ou");
    words.clone().next().is_some() && words.all(|w| TITLES.contains(&w))
}

/// Whether the words of a line stand on the page once more, in a longer line: a seller's name in the small print at its foot; but not
/// where that says more of the name, "Akretion France" for "Akretion".
fn is_said_again(page: &Page, line: usize) -> bool {
    let letters = |words: &[PlacedWord]| -> String {
        words.iter().flat_map(|w| fold(&w.text).chars().collect::<Vec<_>>()).filter(|c| c.is_alphanumeric()).collect()
    };
    let name = letters(&page.lines()[line].words);
    let goes_on = |word: &PlacedWord| {
        let folded = fold(&word.text);
        let plain = folded.trim_end_matches(|c: char| !c.is_alphanumeric()).chars().all(char::is_alphabetic);
        plain && word.text.starts_with(char::is_uppercase) && !AFTER_NAME.contains(&folded.trim_end_matches([',', '.']))
    };
    let longer = |l: &Line| letters(&l.words).strip_prefix(&name).is_some_and(|rest| !rest.is_empty());
    let says_more = |l: &&Line| {
        let end = (1..l.words.len()).find(|end| letters(&l.words[..*end]) == name);
        end.is_some_and(|end| !l.words[end - 1].text.ends_with([',', ';', '.']) && goes_on(&l.words[end]))
    };
    let mut again = page.lines().iter().filter(|l| longer(l)).peekable();
    name.len() >= SAID_LETTERS && again.peek().is_some() && !again.any(|l| says_more(&l))
}

/// The line right of another on its row, as near as words of one line may be set.
fn beside(page: &Page, line: usize) -> Option<usize> {
    let own = page.lines()[line].rect;
    let near = |l: &usize| {
        let r = page.lines()[*l].rect;
        r.row_overlap(&own) > 0.5 && (0.0..3.0 * own.height()).contains(&(r.left - own.right))
    };
    (0..page.lines().len()).find(near)
}

/// The name on the first line of a field's block, for a person to look at.
fn name(page: &Page, field: &Field) -> Option<Value> {
    let whole = value(page, &Field { format: field.block?, ..field.clone() }, false)?;
    let mut block = whole.raw.lines();
    let first = block.next()?;
    let line_of = |text: &str| page.lines().iter().position(|l| l.text() == text);
    let mut at = line_of(first)?;
    let mut words: Vec<&PlacedWord> = page.lines()[at].words.iter().collect();
    let mut name = first.to_owned();
    // "Madame" over "MARTIN Zoé", or a little apart before it.
    if is_title(first) {
        at = beside(page, at).or_else(|| line_of(block.next()?))?;
        words.extend(&page.lines()[at].words);
        name = format!("{first} {}", page.lines()[at].text());
    }
    let line = &page.lines()[at];
    let street = is_street(line) || has_digit(&name) && name.contains(',') || is_numbered(line);
    if street || line.text().chars().count() > NAME_CHARS {
        return None;
    }
    // As sure as the address that it stands over, as far as a guess can be; a seller whom the small print names too is none.
    let sure = match (field.block, &whole.found) {
        (Some(Format::Sender), Found::Letterhead) if is_said_again(page, at) => SAID / NAME_ALONE,
        (Some(Format::Sender), _) if is_said_again(page, at) => 1.0,
        _ => NAME_ALONE / AGREES,
    };
    Some(Value {
        confidence: (whole.confidence * sure).clamp(0.0, 1.0),
        checks: Vec::new(),
        quad: quad_around(words.iter().map(|w| &w.quad)),
        raw: name.clone(),
        value: name,
        ..whole
    })
}

/// What a label tells of a field that a block may tell too: the name on its first line where that has the label's words and more of them,
/// as a slip to cut off has the family name alone.
pub(super) fn whole_name(page: &Page, field: &Field, told: Option<Value>) -> Option<Value> {
    let words = |text: &str| -> Vec<String> { fold(text).split_whitespace().map(str::to_owned).collect() };
    let is_part = |name: &Value| {
        let part = told.as_ref().map(|told| words(&told.value));
        let whole = words(&name.value);
        // "Reçu de Mme Zoé MARTIN" is a label and its value.
        let labelled = matches!(&told, Some(Value { found: Found::Label { label, .. }, .. }) if
            fold(&name.value).starts_with(&fold(label)));
        !labelled && part.is_none_or(|part| part.len() < whole.len() && part.iter().all(|word| whole.contains(word)))
    };
    // A sentence may have the name in another order than the address.
    let said = matches!(&told, Some(Value { found: Found::Label { anchor: Anchor::Before, .. }, .. }));
    name(page, field).filter(|name| is_part(name) || said && name.found == Found::Block).or(told)
}
