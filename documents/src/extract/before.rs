//! Values that stand before the words which tell what they are, as in the running text of deeds: "Le 3 mars 2019 est née Amélie
//! ZELLER, du sexe féminin".
//!
//! Responsible for where such a value begins. Not responsible for labels that stand before their value: see `candidates`.

use super::Found;
use super::candidates::{Candidate, Place, Search};
use super::labels::{Hit, close_before, goes_on};
use super::persons;
use super::read::{self, Reading};
use super::tokens::Token;
use crate::types::{Anchor, Field, Format};
use std::ops::Range;

/// Words before the phrase that are looked at: a date in words, or the names of a person, with what stands between.
const WORDS: usize = 24;
/// How good the place right before the phrase is, and what each word between costs: better than beside a label, since such a phrase
/// says more.
const NEXT: f32 = 1.1;
const FURTHER: f32 = 0.008;

/// How good that place is for a person: labels say more, since several persons of a page are born, and what it is worth less for who
/// signs: "Je soussigné Paul DURAND, né le ..., atteste connaître Zoé MARTIN, née le ...".
const NEXT_PERSON: f32 = 0.9;
const SIGNER: f32 = 0.2;
/// Line heights by which the line of a name may be above.
const LINE_ABOVE: f32 = 2.5;

/// Words after which a name stands without a comma between: what else is before one belongs to an address.
const BEFORE_NAMES: [&str; 6] = ["ne", "nee", "prenomme", "prenommee", "nomme", "nommee"];

impl Search<'_> {
    /// The value that stands before a hit of one of the phrases of [`Field::before`].
    pub(super) fn before(&self, field: &Field, hit: &Hit) -> Option<Candidate> {
        let mut from = hit.from;
        while from > 0 && hit.from - from < WORDS {
            let same_line = self.tokens[from].line == self.tokens[from - 1].line;
            if !same_line && !goes_on(self.tokens, from) {
                break;
            }
            from -= 1;
        }
        let phrase = field.before.get(hit.label.checked_sub(field.labels.len())?)?.clone();
        let (tokens, reading) = match field.format {
            Format::FamilyName | Format::GivenNames => {
                let names = Names::before(self.tokens, from, hit.from);
                let names = names.or_else(|| self.named_in_margin(from, hit.from))?;
                let range = if field.format == Format::FamilyName { names.family } else { names.given };
                let tokens: Vec<usize> = range.collect();
                let value = self.joined(&tokens).trim_end_matches([',', ' ']).to_owned();
                (tokens, Reading::plain(value))
            }
            Format::Person | Format::Text => self.person_before(from..hit.from)?,
            _ => self.nearest(field, from..hit.from).or_else(|| self.line_over(field, hit))?,
        };
        let last = *tokens.last()?;
        let between = if (from..hit.from).contains(&last) { hit.from - 1 - last } else { 0 };
        let person = matches!(field.format, Format::Person | Format::Text);
        let next = if person { NEXT_PERSON } else { NEXT };
        let signs = tokens.first().and_then(|first| close_before(self.tokens, *first));
        let signs = person && signs.is_some_and(|t| matches!(t.key.as_str(), "soussigne" | "soussignee"));
        let quality = next - FURTHER * between as f32 - if signs { SIGNER } else { 0.0 };
        let place = Place {
            tokens: Vec::new(),
            quality,
            found: Found::Label { label: phrase, anchor: Anchor::Before },
            explicit: false,
        };
        Some(self.candidate(field, &tokens, reading, &place))
    }

    /// The person who is named right before, or on the line above where the phrase begins its own: "Zoé MARTIN" over "née le ...".
    fn person_before(&self, within: Range<usize>) -> Option<(Vec<usize>, Reading)> {
        let above = || {
            let line = self.tokens[within.end.checked_sub(1)?].line;
            let from = self.of_line(line).start;
            let begins = self.tokens.get(within.end).is_some_and(|t| t.line != line);
            let words: Vec<&Token> = self.tokens[from..within.end].iter().collect();
            let whole = persons::names_before(&words).filter(|names| begins && names.start == 0);
            let gap = self.tokens.get(within.end)?.rect.top - words.last()?.rect.bottom;
            whole.filter(|_| gap < LINE_ABOVE * self.page.line_height()).map(|names| from..from + names.end)
        };
        let words: Vec<&Token> = self.tokens[within.clone()].iter().collect();
        let here = persons::names_before(&words).map(|names| {
            // "M. Jean MARTIN et Zoé DURAND": two tenants.
            let both = names.start.checked_sub(1).filter(|and| matches!(words[*and].key.as_str(), "et" | "ou"));
            let first = both.and_then(|and| persons::names_before(&words[..and]).filter(|first| first.end == and));
            within.start + first.map_or(names.start, |first| first.start)..within.start + names.end
        });
        let tokens: Vec<usize> = here.or_else(above)?.collect();
        let value = self.joined(&tokens).trim_end_matches([',', ';', ' ']).to_owned();
        Some((tokens, Reading::plain(value)))
    }

    /// The value that takes all of the line over a phrase that begins its own, but for a "le": "Le / 25 avril 1979 / ont comparu".
    fn line_over(&self, field: &Field, hit: &Hit) -> Option<(Vec<usize>, Reading)> {
        let last = hit.from.checked_sub(1)?;
        let line = self.of_line(self.tokens[last].line);
        let gap = self.tokens[hit.from].rect.top - self.tokens[last].rect.bottom;
        let near = line.end == hit.from && gap < LINE_ABOVE * self.page.line_height();
        let tokens: Vec<usize> = line.skip_while(|t| matches!(self.tokens[*t].key.as_str(), "le" | "du")).collect();
        let reading = self.window(field, &tokens).filter(|_| near)?;
        Some((tokens, reading))
    }

    /// A child whom an act calls by the given names alone, "est née à Lyon : Louise, Anne, du sexe féminin": the name in capitals that
    /// stands elsewhere before or over the first of them, as in the margin of registers.
    fn named_in_margin(&self, from: usize, to: usize) -> Option<Names> {
        let end = to - (from..to).rev().take_while(|t| self.tokens[*t].key.is_empty()).count();
        let given = Names::given(self.tokens, from, end)?;
        let first = &self.tokens[given.start];
        let lines = self.page.lines();
        let family = (0..lines.len()).filter(|line| *line != first.line).find_map(|line| {
            let words = self.of_line(line);
            let family = words.clone().take_while(|t| is_family_name(&self.tokens[*t].text)).count();
            let name = words.start..words.start + family;
            let above = lines[line].rect;
            let under = |l: &usize| {
                let r = lines[*l].rect;
                r.middle() > above.bottom
                    && r.top - above.bottom < above.height()
                    && (r.left - above.left).abs() < above.height()
            };
            let next = match name.end == words.end {
                true => (0..lines.len()).find(under).map(|l| self.of_line(l).start),
                false => Some(name.end),
            };
            let named = next.is_some_and(|next| self.tokens[next].key == first.key);
            (family > 0 && named).then_some(name)
        })?;
        Some(Names { given, family })
    }

    /// The value of a format of its own that ends last, and of those the longest.
    fn nearest(&self, field: &Field, within: Range<usize>) -> Option<(Vec<usize>, Reading)> {
        let longest = read::longest(field.format);
        within.clone().rev().map(|last| last + 1).find_map(|end| {
            (within.start.max(end.saturating_sub(longest))..end).find_map(|start| {
                let tokens: Vec<usize> = (start..end).collect();
                let reading = self.window(field, &tokens)?;
                Some((tokens, reading))
            })
        })
    }
}

/// A person's names in running text: given names, then the family name in capitals.
struct Names {
    given: Range<usize>,
    family: Range<usize>,
}

impl Names {
    /// Those that end right before `to`; `None` where there are not both.
    fn before(tokens: &[Token], from: usize, to: usize) -> Option<Names> {
        let end = to - (from..to).rev().take_while(|t| tokens[*t].key.is_empty()).count();
        let family = end - (from..end).rev().take_while(|t| is_family_name(&tokens[*t].text)).count();
        let given = Names::given(tokens, from, family).filter(|_| family < end)?;
        Some(Names { given, family: family..end })
    }

    /// The given names that end right before `to`.
    fn given(tokens: &[Token], from: usize, to: usize) -> Option<Range<usize>> {
        let mut start = to - (from..to).rev().take_while(|t| is_given_name(&tokens[*t].text)).count();
        if start == to {
            return None;
        }
        // "12, rue de Bretagne, Amélie, Marie ZELLER": what goes on an address is none of them.
        let preceded = start.checked_sub(1).filter(|before| *before >= from).map(|before| &tokens[before]);
        if preceded.is_some_and(|t| !t.text.ends_with([',', ':']) && !BEFORE_NAMES.contains(&t.key.as_str()))
            && let Some(comma) = (start..to - 1).find(|t| tokens[*t].text.ends_with(','))
        {
            start = comma + 1;
        }
        Some(start..to)
    }
}

/// Two capitals or more and no other letters, as family names are written in deeds.
fn is_family_name(word: &str) -> bool {
    let word = word.trim_end_matches(',');
    let letters = word.chars().filter(|c| c.is_alphabetic()).count();
    letters >= 2 && word.chars().all(|c| c.is_uppercase() || matches!(c, '-' | '\'' | '’'))
}

/// A capital and small letters.
fn is_given_name(word: &str) -> bool {
    let word = word.trim_end_matches(',');
    let mut letters = word.chars();
    letters.next().is_some_and(char::is_uppercase)
        && letters.next().is_some_and(char::is_lowercase)
        && word.chars().all(|c| c.is_alphabetic() || matches!(c, '-' | '\'' | '’'))
}
