//! Where the labels of a type's fields stand.

use super::tokens::{NUMBER_SIGN, Token, key};
use crate::page::Rect;
use crate::text::edits;
use crate::types::{Beside, Field, Format, is_kind_of_street};
use crate::validators::Validator;
use std::ops::Range;

/// Characters from which a word of a label may be read with one error, and with two.
const FUZZY_FROM: usize = 6;
const TWICE_FROM: usize = 9;
/// Characters from which on a short word of a long label may be read with one letter wrong, and characters of such a label.
const SHORT_FROM: usize = 3;
const LONG_LABEL: usize = 10;
/// Words of a line from which on it may be running text that goes on on the next.
const SENTENCE: usize = 7;
/// Errors of a whole label.
const MAX_ERRORS: usize = 2;

/// Heights of a letter up to which a gap parts words and not cells.
const CLOSE: f32 = 0.8;
/// The same of running text that is spread to both margins.
const SPREAD: f32 = 1.2;

/// Words from which on a line may be running text, and share of the next line's width that it must be as wide as.
const RUNNING_WORDS: usize = 5;
const RUNNING_WIDTH: f32 = 0.75;
/// Line heights from one line of running text to the next, and by which a paragraph's first line begins further in.
const MAX_LEADING: f32 = 2.6;
const MAX_INDENT: f32 = 8.0;

/// Words after which a number or a date is that of a law: "loi n° 80-335 du 12 mai 1980", and how far before it they stand.
const LAWS: &[&str] = &["loi", "decret", "ordonnance", "directive", "article", "art"];
const LAW_REACH: usize = 5;
/// Little words with which a sentence goes on after what only looks like a label: "Propriétaire du logement désigné".
const GOES_ON_WITH: &[&str] =
    &["a", "au", "aux", "d", "de", "des", "du", "en", "est", "et", "ou", "par", "pour", "qui", "que", "sont", "sur"];
/// Words that a label goes on in at most.
const FEW_WORDS: usize = 4;
/// Words before a person's label that make it the label of something else: "Réf. locataire : 0404-46".
const OF_OTHER: &[&str] = &["ref", "reference", NUMBER_SIGN, "numero", "code", "compte", "signature", "cachet", "visa"];
/// Words of a label's translation, as in "Nom / Surname", or of what it goes on in, as in "Nom ou raison sociale".
const MAX_MORE_WORDS: usize = 6;
/// The same of translations into several languages, as on the extracts of the Vienna convention, each after a stroke.
const MAX_TRANSLATED_WORDS: usize = 24;
/// How the English of a label begins that stands after a dash, which parts a label from its value too.
const IN_ENGLISH: [&str; 14] = [
    "name", "surname", "forenames", "forename", "given", "first", "sex", "gender", "date", "place", "birth",
    "nationality", "address", "expiry",
];
/// Heights of a letter from which on a gap parts a word from what stands in the next cell.
pub(super) const CELL_GAP: f32 = 1.5;
/// A label's word, and another word that is a letter from it.
const NEAR: &[(&str, &str)] =
    &[("courriel", "courrier"), ("compte", "comte"), ("employeur", "employee"), ("employeur", "employe")];

/// Heights of a label within which another one asks for the same person's name.
const SAME_PERSON: f32 = 30.0;

/// Labels of one field on a page: more than any page has.
const MAX_HITS: usize = 200;

/// A label found.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Hit {
    /// Number of the field.
    pub(super) field: usize,
    /// Number of the label in the field's list; after the labels come the phrases that stand after a value.
    pub(super) label: usize,
    /// First token, and the one after the last.
    pub(super) from: usize,
    pub(super) to: usize,
    /// Words of the label.
    pub(super) words: usize,
    /// Letters that were read otherwise than the label has them.
    pub(super) errors: usize,
    /// A little word such as "le", which is a label before a date and any word elsewhere.
    pub(super) weak: bool,
    /// The token after the label's own words, before its translation.
    own: usize,
    pub(super) rect: Rect,
}

impl Hit {
    /// Words that are only like a label: see `likely`.
    pub(super) fn of_likely(field: usize, label: usize, tokens: Range<usize>, rect: Rect) -> Self {
        let Range { start: from, end: to } = tokens;
        Self { field, label, from, to, words: to - from, errors: 0, weak: false, own: to, rect }
    }

    /// Whether a label that its file has with a capital stands in the middle of running text: in lower case, close after another
    /// word, and without a colon.
    pub(super) fn is_prose(&self, label: &str, tokens: &[Token]) -> bool {
        let capital = label.trim_start().starts_with(char::is_uppercase);
        // A bracket may open before it: "sur payfip.gouv.fr (identifiant collectivité 012345)".
        let first = tokens[self.from].text.trim_start_matches(['(', '-', '«']);
        let small = first.starts_with(char::is_lowercase);
        capital && small && close_before(tokens, self.from).is_some() && !self.has_colon(tokens)
    }

    /// Whether the label says the same in another language too, "Sexe / Sex", as the file has it or as it was read.
    pub(super) fn is_translated(&self, fields: &[Field]) -> bool {
        let label = fields[self.field].labels.get(self.label);
        self.to > self.own || label.is_some_and(|label| label.contains(" / "))
    }

    /// Whether a colon stands after the label, which running text does not have there.
    pub(super) fn has_colon(&self, tokens: &[Token]) -> bool {
        let next = tokens.get(self.to).filter(|t| t.line == tokens[self.to - 1].line);
        tokens[self.to - 1].text.ends_with(':') || next.is_some_and(|t| t.text.starts_with(':'))
    }
}

/// Whether words are no more than a little one such as "le".
fn is_little(words: &[String]) -> bool {
    matches!(words, [w] if w.chars().count() <= 2 && w != NUMBER_SIGN)
}

/// Whether a label is a little word such as "le": see [`Hit::weak`].
pub(super) fn is_weak(label: &str) -> bool {
    is_little(&words_of(label))
}

fn words_of(label: &str) -> Vec<String> {
    label.split_whitespace().map(key).filter(|k| !k.is_empty()).collect()
}

/// Whether a label stands anywhere on the page.
fn is_on(label: &str, tokens: &[Token]) -> bool {
    let words = words_of(label);
    !words.is_empty() && (0..tokens.len()).any(|from| matched(&words, tokens, from).is_some())
}

/// All labels of all fields, those left out that are only a part of a longer one (`Date` in `Date d'échéance`).
pub(super) fn find(fields: &[Field], tokens: &[Token]) -> Vec<Hit> {
    let mut hits = Vec::new();
    for (field, f) in fields.iter().enumerate() {
        let before = hits.len();
        let alone = f.beside.as_ref().filter(|beside| !beside.of.iter().any(|other| is_on(other, tokens)));
        for (label, text) in f.labels.iter().chain(&f.before).enumerate() {
            if alone.is_some_and(|beside| beside.labels.contains(text)) {
                continue;
            }
            let words = words_of(text);
            // A label of marks only, such as "€".
            let bare = words.is_empty().then(|| text.trim());
            let weak = is_little(&words);
            let sign = matches!(words.as_slice(), [w] if w == NUMBER_SIGN);
            for from in 0..tokens.len() {
                let to = match bare {
                    Some(mark) => (tokens[from].text == mark).then_some((from + 1, 0)),
                    None => matched(&words, tokens, from),
                };
                let Some((own, errors)) = to else { continue };
                let to = label_end(tokens, own, f.format);
                let Some(rect) = rect_of(tokens, from, to) else { continue };
                let hit = Hit { field, label, from, to, words: words.len().max(1), errors, weak, own, rect };
                let capital = text.trim_start().starts_with(char::is_uppercase);
                let other = || is_prose(&hit, tokens) || leads_on(&hit, tokens) || is_of_other(&hit, tokens);
                // "N°" as a label is no "n° 12" amid a sentence, though it is under "Votre facture du 28 février 2021".
                let within = || close_before(tokens, from).is_some() || goes_on_a_sentence(tokens, from);
                let amid = f.format == Format::Reference && sign && is_prose(&hit, tokens) && within();
                // "Rue" as a label is no "3 RUE DU LAC".
                let numbered =
                    || is_kind_of_street(&tokens[from].key) && close_before(tokens, from).is_some_and(is_number);
                let prose = capital && (amid || f.format.is_words() && (other() || numbered()));
                let cited = (weak || sign) && cites_law(tokens, from);
                if !prose && !cited && hits.len() - before < MAX_HITS {
                    hits.push(hit);
                }
            }
        }
    }
    end_at_next(&mut hits, tokens);
    // How far the longest label reaches that begins at a token.
    let mut reach = vec![0; tokens.len()];
    for hit in &hits {
        reach[hit.from] = reach[hit.from].max(hit.to);
    }
    let longest = hits.iter().map(|h| h.to - h.from).max().unwrap_or(0);
    let is_date = |hit: &Hit| fields[hit.field].format == Format::Date && !hit.weak;
    let contained = |a: &Hit| {
        let from = (a.to.saturating_sub(longest)..=a.from).find(|from| reach[*from] >= a.to);
        from.is_some_and(|from| from < a.from || reach[from] > a.to)
    };
    // "Relevé le" is no "Prélevé le" that was read wrongly where the file names both, and in "Date du paiement : le 3 mai" the little
    // word says nothing of its own.
    let same = |a: &Hit, b: &Hit| (a.from, a.to) == (b.from, b.to);
    let better = |a: &Hit| a.errors > 0 && hits.iter().any(|b| same(a, b) && b.errors < a.errors);
    let doubled = |a: &Hit| a.weak && hits.iter().any(|b| b.field != a.field && is_date(b) && ends_at(b, a, tokens));
    let keep: Vec<bool> = hits.iter().map(|h| !contained(h) && !better(h) && !doubled(h)).collect();
    let mut keep = keep.into_iter();
    hits.retain(|_| keep.next().unwrap_or(true));
    let counts = |h: &Hit| !gives_way(&fields[h.field], h, &hits) && is_on_its_row(&fields[h.field], h, tokens);
    let keep: Vec<bool> = hits.iter().map(counts).collect();
    let mut keep = keep.into_iter();
    hits.retain(|_| keep.next().unwrap_or(true));
    hits
}

/// The place of a label; of one that runs over the end of a line, what stands on the line of its value.
fn rect_of(tokens: &[Token], from: usize, to: usize) -> Option<Rect> {
    let last = tokens[from..to].last()?.line;
    tokens[from..to].iter().filter(|t| t.line == last).map(|t| t.rect).reduce(Rect::around)
}

/// Ends a label's translation where the label of another field begins, which stands close after it on cards: "NATIONALITÉ / Nationality
/// DATE DE NAISS. / Birth". One of a single word must have a translation of its own.
fn end_at_next(hits: &mut [Hit], tokens: &[Token]) {
    let begins: Vec<(usize, usize)> =
        hits.iter().filter(|h| !h.weak && (h.words > 1 || h.to > h.own)).map(|h| (h.from, h.field)).collect();
    for hit in hits.iter_mut().filter(|h| h.to > h.own) {
        let after = begins.iter().filter(|(from, field)| *field != hit.field && (hit.own..hit.to).contains(from));
        if let Some(rect) = after.map(|(from, _)| *from).min().and_then(|next| {
            hit.to = next;
            rect_of(tokens, hit.from, next)
        }) {
            hit.rect = rect;
        }
    }
}

/// Whether a label is one of the field's `without` that stands near one which says more: "Nom de naissance" under "Nom".
fn gives_way(field: &Field, hit: &Hit, hits: &[Hit]) -> bool {
    let is = |label: usize, of: &[String]| field.labels.get(label).is_some_and(|label| of.contains(label));
    field.without.as_ref().filter(|without| is(hit.label, &without.labels)).is_some_and(|without| {
        let near = |h: &&Hit| (h.rect.middle() - hit.rect.middle()).abs() < SAME_PERSON * hit.rect.height();
        hits.iter().filter(|h| h.field == hit.field && is(h.label, &without.of)).any(|h| near(&h))
    })
}

/// Whether what a field says of the row of some of its labels holds of this one: see [`Field::on_row`] and [`Field::off_row`].
fn is_on_its_row(field: &Field, hit: &Hit, tokens: &[Token]) -> bool {
    let row = |t: &Token| t.rect.row_overlap(&hit.rect) > 0.5;
    let beside = |others: &Option<Beside>| {
        let of_it = |others: &&Beside| field.labels.get(hit.label).is_some_and(|label| others.labels.contains(label));
        let others = others.as_ref().filter(of_it)?;
        let begins = |words: &Vec<String>| {
            (0..tokens.len()).any(|from| row(&tokens[from]) && matched(words, tokens, from).is_some())
        };
        Some(others.of.iter().map(|label| words_of(label)).any(|words| begins(&words)))
    };
    beside(&field.on_row) != Some(false) && beside(&field.off_row) != Some(true)
}

/// Whether nothing but marks stands between a label and one after it on its line.
fn ends_at(label: &Hit, next: &Hit, tokens: &[Token]) -> bool {
    label.to <= next.from
        && tokens[label.to - 1].line == tokens[next.from].line
        && tokens[label.to..next.from].iter().all(|t| t.key.is_empty())
}

/// The word close before a token on its line.
pub(super) fn close_before(tokens: &[Token], at: usize) -> Option<&Token> {
    let first = &tokens[at];
    let before = at.checked_sub(1).map(|b| &tokens[b]).filter(|b| b.line == first.line)?;
    (first.rect.left - before.rect.right < CLOSE * first.rect.height()).then_some(before)
}

/// Whether the line before a token's is as long as those of running text.
fn goes_on_a_sentence(tokens: &[Token], from: usize) -> bool {
    let Some(line) = from.checked_sub(1).map(|before| tokens[before].line) else { return false };
    tokens[..from].iter().rev().take_while(|t| t.line == line).count() >= SENTENCE
}

/// Whether a token is a number such as a house has, with a comma after it or not.
fn is_number(token: &Token) -> bool {
    !token.key.is_empty() && token.key.bytes().all(|b| b.is_ascii_digit())
}

/// Whether a token stands after another on its line as words do, in running text that is spread to both margins too.
fn is_followed(tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at).filter(|t| t.line == tokens[at - 1].line);
    next.is_some_and(|t| t.rect.left - tokens[at - 1].rect.right < SPREAD * t.rect.height())
}

/// Whether a label that its file has with a capital stands in the middle of running text: in lower case, close after another
/// word or before a bracket, or where the text of the line before goes on, and without a colon.
fn is_prose(hit: &Hit, tokens: &[Token]) -> bool {
    let aside = is_followed(tokens, hit.to) && tokens[hit.to].text.starts_with('(');
    let amid = close_before(tokens, hit.from).is_some() || aside || goes_on(tokens, hit.from);
    amid && tokens[hit.from].text.starts_with(char::is_lowercase) && !hit.has_colon(tokens)
}

/// Whether a sentence or a longer title goes on after what only looks like a label: close after it a little word, and no colon. Where
/// the words after it are few and end with a colon or with the cell it is a longer label.
fn leads_on(hit: &Hit, tokens: &[Token]) -> bool {
    let next = tokens.get(hit.to).filter(|_| is_followed(tokens, hit.to));
    let small = |t: &Token| {
        let elided = t.text.split(['\'', '’']).next().unwrap_or_default();
        t.text.starts_with(char::is_lowercase)
            && (GOES_ON_WITH.contains(&t.key.as_str()) || elided.len() < t.text.len() && elided == "d")
    };
    let is_label = || {
        let end = (hit.to..).take(FEW_WORDS).find(|at| tokens[*at].text.ends_with(':') || !is_followed(tokens, at + 1));
        end.is_some_and(|end| {
            tokens[hit.to..=end].iter().all(|t| t.key.is_empty() || t.text.starts_with(char::is_lowercase))
        })
    };
    !hit.has_colon(tokens) && next.is_some_and(small) && !is_label()
}

/// Whether the words before a label make it another's: "Signature du bailleur", "N° de locataire".
fn is_of_other(hit: &Hit, tokens: &[Token]) -> bool {
    let is = |t: &Token| OF_OTHER.contains(&t.key.as_str());
    let Some(before) = close_before(tokens, hit.from) else { return false };
    let article = matches!(before.key.as_str(), "de" | "du" | "la" | "le");
    is(before) || article && hit.from.checked_sub(1).and_then(|b| close_before(tokens, b)).is_some_and(is)
}

/// Whether what begins at a token is the number or the date of a law that a sentence cites.
fn cites_law(tokens: &[Token], at: usize) -> bool {
    let mut before = at;
    while let Some(b) = before.checked_sub(1).filter(|b| at - b <= LAW_REACH) {
        let token = &tokens[b];
        if token.line != tokens[before].line && !goes_on(tokens, before) {
            return false;
        }
        if LAWS.contains(&token.key.as_str()) {
            return true;
        }
        if token.text.ends_with([';', ':']) {
            return false;
        }
        before = b;
    }
    false
}

/// The token after a label and after what belongs to it though its file does not name it: its translation, as in "Nom / Surname",
/// "Sexe/Sex (5)" and "Acte n° - Record No", and of `words` an alternative, as in "Nom, prénoms ou raison sociale". It ends with
/// a colon or the cell, or after a stroke where what follows is set otherwise and so is the value.
fn label_end(tokens: &[Token], to: usize, format: Format) -> usize {
    let last = &tokens[to - 1];
    if last.text.ends_with(':') {
        return to;
    }
    let word = |at: usize| tokens.get(at).filter(|t| t.line == last.line);
    let sign = word(to).map_or("", |t| t.text.as_str());
    let glued = last.text.trim_end_matches('/').contains('/');
    let stroke = glued || last.text.ends_with('/') || sign.starts_with('/');
    // What a stroke is read as, if not as one.
    let dash = matches!(sign, "-" | "–" | "I" | "l" | "1" | "|")
        && word(to + 1).is_some_and(|t| IN_ENGLISH.contains(&t.key.as_str()));
    let either = format.is_words() && matches!(sign, "ou" | "OU");
    if !stroke && !dash && !either {
        return to;
    }
    let small = |t: &Token| t.text.contains(char::is_lowercase);
    let (mut more, mut strokes) = (glued, 0);
    for at in to..=to + MAX_TRANSLATED_WORDS {
        if at > to + MAX_MORE_WORDS && strokes < 2 {
            return to;
        }
        let before = &tokens[at - 1];
        let near = |t: &&Token| t.rect.left - before.rect.right < CELL_GAP * before.rect.height();
        let Some(token) = word(at).filter(near) else { return if more { at } else { to } };
        let number = token.text.contains(|c: char| c.is_ascii_digit()) && !token.text.starts_with('(');
        let otherwise = more && small(before) && !small(token) && token.text.contains(char::is_alphabetic);
        // Capitals alone, as the label is: "BIC/SWIFT CEPAFRPP".
        let value = format == Format::Bic && Validator::Bic.check(&token.text).is_ok();
        if number || otherwise || value {
            return if stroke && more { at } else { to };
        }
        more |= !(token.key.is_empty() || either && at == to);
        strokes += usize::from(token.text.contains('/'));
        if token.text.ends_with(':') {
            return at + 1;
        }
    }
    to
}

/// Whether a token begins a line on which the running text of the line before goes on: close under it, about as far to the left, and
/// what is before it a line of several words that leaves no room on its right. Rows of forms and tables are none.
pub(super) fn goes_on(tokens: &[Token], at: usize) -> bool {
    let (Some(first), Some(last)) = (tokens.get(at), at.checked_sub(1).and_then(|b| tokens.get(b))) else {
        return false;
    };
    if first.line != last.line + 1 {
        return false;
    }
    let before = tokens[..at].iter().rev().take_while(|t| t.line == last.line);
    let (count, left) = before.fold((0, f32::INFINITY), |(n, left), t| (n + 1, left.min(t.rect.left)));
    let line = tokens[at..].iter().take_while(|t| t.line == first.line);
    let right = line.fold(first.rect.right, |right, t| right.max(t.rect.right));
    let height = last.rect.height().max(first.rect.height());
    let down = first.rect.middle() - last.rect.middle();
    count >= RUNNING_WORDS
        && (0.5 * height..MAX_LEADING * height).contains(&down)
        && (-MAX_INDENT * height..height).contains(&(first.rect.left - left))
        && last.rect.right > first.rect.left + RUNNING_WIDTH * (right - first.rect.left)
}

/// The token after a label that begins at `from`, and how many letters of it were read wrongly; marks between its words allowed, and
/// in running text the end of a line.
fn matched(words: &[String], tokens: &[Token], from: usize) -> Option<(usize, usize)> {
    let mut line = tokens[from].line;
    if !may_begin(words, &tokens[from].key) {
        return None;
    }
    let (mut at, mut errors, mut i) = (from, 0, 0);
    while i < words.len() {
        while i > 0 && tokens.get(at).is_some_and(|t| t.line == line && t.key.is_empty()) {
            at += 1;
        }
        let token = tokens.get(at)?;
        if token.line != line {
            if i == 0 || !goes_on(tokens, at) {
                return None;
            }
            line = token.line;
        }
        let next = || tokens.get(at + 1).filter(|next| next.line == line);
        let (taken, read, wrong) = word_at(&words[i..], words, token, next)?;
        errors += wrong;
        i += taken;
        at += read;
    }
    (errors <= MAX_ERRORS).then_some((at, errors))
}

/// Whether a label may begin with a word that was read so: the same letter begins both, or a letter may be wrong. It is asked of every
/// word of a page for every label.
fn may_begin(words: &[String], read: &str) -> bool {
    let Some(word) = words.first() else { return true };
    let same = word.as_bytes().first() == read.as_bytes().first();
    let fuzzy = word.len() >= FUZZY_FROM && word.len().abs_diff(read.len()) <= 1;
    same || fuzzy || words.len() > 1 && word.len() >= SHORT_FROM && word.len() == read.len()
}

/// How many words of a label, of which `rest` are left, how many tokens are, and how many letters of them were read wrongly.
fn word_at<'t>(
    rest: &[String],
    label: &[String],
    token: &Token,
    next: impl Fn() -> Option<&'t Token>,
) -> Option<(usize, usize, usize)> {
    let word = &rest[0];
    let read = token.key.as_str();
    if let Some(errors) = misread(word, read) {
        return Some((1, 1, errors));
    }
    // The last word may be glued to its translation: "Nom/Surname".
    if rest.len() == 1
        && let Some((own, _)) = token.text.split_once('/').filter(|(_, after)| after.starts_with(char::is_alphabetic))
        && let Some(errors) = misread(word, &key(own))
    {
        return Some((1, 1, errors));
    }
    // The space after it may have been lost ...
    if read.len() > word.len() && read.starts_with(word.as_str()) {
        let mut glued = word.clone();
        let whole = rest.iter().skip(1).position(|more| {
            glued += more;
            glued.len() + 1 >= read.len()
        });
        return whole.and_then(|more| Some((more + 2, 1, misread(&glued, read)?)));
    }
    // ... or one been read within it,
    if word.len() >= FUZZY_FROM && !read.is_empty() && word.starts_with(read) {
        let whole = next().filter(|next| next.key.len() + read.len() == word.len() && word.ends_with(&next.key));
        return whole.map(|_| (1, 2, 1));
    }
    // and in a long label one letter of a short word may be wrong.
    let long = || label.iter().map(String::len).sum::<usize>() >= LONG_LABEL;
    let short = (SHORT_FROM..FUZZY_FROM).contains(&word.len()) && word.len() == read.len();
    (short && label.len() > 1 && long()).then(|| one_letter(word, read)).flatten().map(|errors| (1, 1, errors))
}

/// One, where one letter of a word was read as another.
fn one_letter(word: &str, read: &str) -> Option<usize> {
    let letters = |w: &str| w.bytes().all(|b| b.is_ascii_lowercase());
    let wrong = word.bytes().zip(read.bytes()).filter(|(a, b)| a != b).count();
    (wrong == 1 && letters(word) && letters(read)).then_some(1)
}

/// How many letters of a label's word were read wrongly; `None` where it is another word.
fn misread(word: &str, read: &str) -> Option<usize> {
    if word == read {
        return Some(0);
    }
    let letters = |w: &str| w.bytes().all(|b| b.is_ascii_lowercase());
    let most = match word.len() {
        n if n >= TWICE_FROM => 2,
        n if n >= FUZZY_FROM => 1,
        _ => return None,
    };
    // Two letters that are not there are another ending: "employé" is not "employeur".
    let other = word.len().abs_diff(read.len()) > 1 || !letters(word) || !letters(read);
    if other || NEAR.contains(&(word, read)) {
        return None;
    }
    edits(word, read, most)
}
