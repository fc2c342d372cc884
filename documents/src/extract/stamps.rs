//! What an office's stamps say, so that a stamp which fell into an address is not taken for a line of it.
//!
//! Responsible for telling a stamp's line by its words alone: its slant and its ink are not seen here.

use super::candidates::Search;
use super::labels::Hit;
use crate::page::Line;
use crate::text::fold;
use crate::validators::parse_date;

/// What a line of a stamp says, folded; nothing else stands on it but marks and a date.
const WORDS: &[&str] = &[
    "recu", "recu le", "recue le", "arrive", "arrivee", "arrive le", "arrivee le", "courrier", "courrier arrive",
    "courrier arrive le", "courrier recu", "courrier recu le", "courrier entrant", "service du courrier",
    "service courrier", "bureau du courrier", "date d'arrivee", "enregistre le", "transmis le", "traite le",
    "repondu le", "vise le", "copie", "copie conforme", "pour copie conforme", "original", "duplicata", "urgent",
    "recu en mairie", "recu en mairie le", "arrive en mairie", "arrive en mairie le", "recu en prefecture",
    "recu en prefecture le", "pole courrier", "cellule courrier", "secretariat general - courrier", "a traiter",
    "pour attribution", "pour information", "paye", "paye le", "bon a payer", "refuse", "valide", "valide le",
    "annule", "classe", "classe le",
];

/// Words of such a line at most: a date may be written out.
const MOST_WORDS: usize = 12;

/// Whether a line names a mail room and nothing else, as stamps do, but lines of addresses too.
pub(super) fn names_mail_room(line: &Line) -> bool {
    matches!(fold(&line.text()).as_str(), "service du courrier" | "service courrier" | "bureau du courrier")
}

/// Whether a line is one of a stamp: its words, a date, or both, and nothing else.
pub(crate) fn is_stamp(line: &Line) -> bool {
    if line.words.len() > MOST_WORDS {
        return false;
    }
    let folded = fold(&line.text());
    let text = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let split = text.find(|c: char| c.is_ascii_digit()).unwrap_or(text.len());
    let (before, after) = text.split_at(split);
    let before = before.trim_matches(|c: char| !c.is_alphanumeric());
    if parse_date(text).is_ok() {
        return true;
    }
    (before.is_empty() || WORDS.contains(&before)) && (after.is_empty() || is_day(after)) && !text.is_empty()
}

/// Whether a line is one of a stamp that says what its date is: "REÇU LE 14/03/2024".
pub(super) fn says_stamp(line: &Line) -> bool {
    is_stamp(line) && says_a_day(line)
}

/// Whether a line is one of a stamp that has words.
fn is_worded_stamp(line: &Line) -> bool {
    is_stamp(line) && !line.text().contains(|c: char| c.is_ascii_digit())
}

/// Whether a date belongs to the words of a stamp, as to "REÇU LE" and not to "ORIGINAL".
fn says_a_day(line: &Line) -> bool {
    let folded = fold(&line.text());
    let text = folded.trim_matches(|c: char| !c.is_alphanumeric());
    text.ends_with(" le") || ["recu", "arriv", "courrier"].iter().any(|word| text.contains(word))
}

/// Heights of a stamp's line within which its next one stands.
const STAMP_LEADING: f32 = 1.5;

impl Search<'_> {
    /// Whether a line is the date of a stamp, of which another line says what it is, "COURRIER ARRIVÉ" over "24/08/2015", but for
    /// the value of that line as a label.
    pub(super) fn is_date_of_stamp(&self, line: usize, label: Option<&Hit>) -> bool {
        let lines = self.page.lines();
        let own = lines[line].rect;
        let near = |l: usize| {
            let r = lines[l].rect;
            let gap = (r.top - own.bottom).max(own.top - r.bottom);
            r.column_overlap(&own) > 0.5 * (own.right - own.left) && gap < STAMP_LEADING * own.height()
        };
        let other = |l: &usize| *l != line && label.is_none_or(|hit| self.tokens[hit.from].line != *l);
        is_stamp(&lines[line])
            && !is_worded_stamp(&lines[line])
            && (0..lines.len()).filter(other).any(|l| near(l) && is_worded_stamp(&lines[l]) && says_a_day(&lines[l]))
    }

    /// Whether a line is one of a stamp across what stands under a label, and none that stands at the label's margin.
    pub(super) fn is_stamp_across(&self, line: usize, hit: &Hit) -> bool {
        let own = &self.page.lines()[line];
        is_worded_stamp(own) && (own.rect.left - hit.rect.left).abs() > own.rect.height()
    }
}

/// A date, or a month and a year in digits as stamps have them: `08/1928`.
fn is_day(text: &str) -> bool {
    let text = text.trim_end_matches(|c: char| !c.is_alphanumeric());
    let month = text.split_once('/').is_some_and(|(month, year)| {
        let number = |t: &str, longest: usize| t.len() <= longest && t.bytes().all(|b| b.is_ascii_digit());
        !month.is_empty() && number(month, 2) && year.len() == 4 && number(year, 4)
    });
    month || parse_date(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::fixtures::page;

    #[test]
    fn stamps_are_told_from_addresses() {
        let stamp = |text| is_stamp(&page(&[(0.0, 0.0, text)]).lines()[0]);
        for text in
            ["REÇU LE", "Reçu le 12 MARS 2024", "COURRIER ARRIVÉ", "1er janvier 2001", "08/1928", "* COPIE *", "PAYÉ"]
        {
            assert!(stamp(text), "{text}");
        }
        for text in [
            "M. Paul COPIE", "12 rue du Courrier", "SERVICE DES ACHATS", "1 place de la Mairie", "69100 VILLEURBANNE",
            "–", "URGENT SARL",
        ] {
            assert!(!stamp(text), "{text}");
        }
    }

    #[test]
    fn a_date_belongs_to_the_words_of_receipt() {
        let says = |text| says_a_day(&page(&[(0.0, 0.0, text)]).lines()[0]);
        assert!(says("COURRIER ARRIVÉ") && says("REÇU LE") && says("PAYÉ LE"));
        assert!(!says("ORIGINAL") && !says("DUPLICATA"));
    }
}
