//! What is counted on a page, and the rates that follow.
//!
//! Responsible for comparing one reading with one truth. Not responsible for how texts are made comparable (`text`), for
//! alignment itself (`align`), or for showing anything (`report`).
//!
//! Definitions:
//! - CER, WER: edits of the Levenshtein alignment of the whole page's text, by characters and by words, over the truth's
//!   length. A page whose columns are read in another order than the transcriber's is charged for it: CER and WER judge
//!   the reading order too, the bag of words does not.
//! - Bag of words: words (with their punctuation) of the reading that the truth has too, each as often as in both.
//!   Precision over the reading's words, recall over the truth's, F1 their harmonic mean.
//! - Isolated edits: runs of at most three edits with two equal characters on either side. Spaces, accents and confusions
//!   are counted there only: in longer runs the alignment pairs characters that have nothing to do with each other.
//! - Lost and added spaces: a space on one side, nothing on the other. Doubled spaces: runs of white space within a raw
//!   line. Accent errors: the same letter with other marks, on either side.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::align::{Step, align, edits};
use crate::text::{Case, differ_by_accent, doubled_spaces, is_accented, normalise, words};

const ISOLATED_RUN: usize = 3;
const ISOLATED_CONTEXT: usize = 2;

/// What was counted on one page, or on several together.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Counts {
    pub(crate) pages: usize,
    pub(crate) truth_chars: usize,
    pub(crate) char_edits: usize,
    pub(crate) truth_words: usize,
    pub(crate) word_edits: usize,
    pub(crate) reading_words: usize,
    /// Words that both have.
    pub(crate) shared_words: usize,
    /// Spaces of the truth.
    pub(crate) spaces: usize,
    pub(crate) spaces_kept: usize,
    pub(crate) spaces_lost: usize,
    pub(crate) spaces_added: usize,
    pub(crate) spaces_doubled: usize,
    /// Accented letters of the truth.
    pub(crate) accents: usize,
    pub(crate) accents_kept: usize,
    pub(crate) accent_errors: usize,
}

fn share(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

impl Counts {
    /// Character error rate, 0 upwards; an empty truth counts as one character.
    pub(crate) fn cer(&self) -> f64 {
        share(self.char_edits, self.truth_chars.max(1))
    }

    /// Word error rate, 0 upwards; an empty truth counts as one word.
    pub(crate) fn wer(&self) -> f64 {
        share(self.word_edits, self.truth_words.max(1))
    }

    /// Share of the reading's words that the truth has, 0 to 1.
    pub(crate) fn precision(&self) -> f64 {
        share(self.shared_words, self.reading_words)
    }

    /// Share of the truth's words that the reading has, 0 to 1.
    pub(crate) fn recall(&self) -> f64 {
        share(self.shared_words, self.truth_words)
    }

    /// Harmonic mean of precision and recall, 0 to 1.
    pub(crate) fn f1(&self) -> f64 {
        share(2 * self.shared_words, self.reading_words + self.truth_words)
    }
}

impl std::ops::AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.pages += other.pages;
        self.truth_chars += other.truth_chars;
        self.char_edits += other.char_edits;
        self.truth_words += other.truth_words;
        self.word_edits += other.word_edits;
        self.reading_words += other.reading_words;
        self.shared_words += other.shared_words;
        self.spaces += other.spaces;
        self.spaces_kept += other.spaces_kept;
        self.spaces_lost += other.spaces_lost;
        self.spaces_added += other.spaces_added;
        self.spaces_doubled += other.spaces_doubled;
        self.accents += other.accents;
        self.accents_kept += other.accents_kept;
        self.accent_errors += other.accent_errors;
    }
}

/// What stands in the truth and what was read instead; `None` = nothing.
pub(crate) type Confusion = (Option<char>, Option<char>);

/// What became of a word that was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Fate {
    /// It is among the words that reading and truth share.
    Right,
    /// It is near a word of the truth that is not shared: within a third of its letters, and one at least.
    Misread,
    /// Nothing like it is left in the truth: the transcriber left it out, it was split otherwise, or there is no word at all.
    Foreign,
}

/// One reading compared with its truth.
#[derive(Debug, Clone)]
pub(crate) struct Score {
    pub(crate) counts: Counts,
    /// How often each isolated edit happened.
    pub(crate) confusions: BTreeMap<Confusion, usize>,
    /// What became of every word of the normalised reading. Where a word appears more often in the reading than in the
    /// truth, those that the alignment pairs are the right ones, then the first.
    pub(crate) fates: Vec<Fate>,
}

/// Compares a raw reading with a raw truth.
///
/// # Errors
/// When they are too long to be aligned.
pub(crate) fn score(truth: &str, reading: &str, case: Case) -> anyhow::Result<Score> {
    let doubled = doubled_spaces(reading);
    let (truth, reading) = (normalise(truth, case), normalise(reading, case));
    let (truth_chars, reading_chars): (Vec<char>, Vec<char>) = (truth.chars().collect(), reading.chars().collect());
    let (truth_words, reading_words) = (words(&truth), words(&reading));
    let steps = align(&truth_chars, &reading_chars)?;
    let word_steps = align(&truth_words, &reading_words)?;
    let fates = fates(&word_steps, &truth_words, &reading_words)?;
    let mut counts = Counts {
        pages: 1,
        truth_chars: truth_chars.len(),
        char_edits: edits(&steps),
        truth_words: truth_words.len(),
        word_edits: edits(&word_steps),
        reading_words: reading_words.len(),
        shared_words: fates.iter().filter(|fate| **fate == Fate::Right).count(),
        spaces: truth_chars.iter().filter(|c| **c == ' ').count(),
        spaces_doubled: doubled,
        accents: truth_chars.iter().filter(|c| is_accented(**c)).count(),
        ..Default::default()
    };
    for step in &steps {
        if let Step::Same(t, _) = *step {
            counts.spaces_kept += usize::from(truth_chars[t] == ' ');
            counts.accents_kept += usize::from(is_accented(truth_chars[t]));
        }
    }
    let mut confusions = BTreeMap::<Confusion, usize>::new();
    for step in isolated_edits(&steps) {
        let confusion = match step {
            Step::Changed(t, r) => (Some(truth_chars[t]), Some(reading_chars[r])),
            Step::Lost(t) => (Some(truth_chars[t]), None),
            Step::Added(r) => (None, Some(reading_chars[r])),
            Step::Same(..) => continue,
        };
        match confusion {
            (Some(' '), None) => counts.spaces_lost += 1,
            (None, Some(' ')) => counts.spaces_added += 1,
            (Some(t), Some(r)) if differ_by_accent(t, r) => counts.accent_errors += 1,
            _ => {}
        }
        *confusions.entry(confusion).or_default() += 1;
    }
    Ok(Score { counts, confusions, fates })
}

/// The edits of short runs in good surroundings; the text's ends are good surroundings.
fn isolated_edits(steps: &[Step]) -> Vec<Step> {
    let mut isolated = Vec::new();
    let mut at = 0;
    while at < steps.len() {
        if !steps[at].is_edit() {
            at += 1;
            continue;
        }
        let end = steps[at..].iter().position(|step| !step.is_edit()).map_or(steps.len(), |length| at + length);
        let before = &steps[at.saturating_sub(ISOLATED_CONTEXT)..at];
        let after = &steps[end..steps.len().min(end + ISOLATED_CONTEXT)];
        if end - at <= ISOLATED_RUN && before.iter().chain(after).all(|step| !step.is_edit()) {
            isolated.extend_from_slice(&steps[at..end]);
        }
        at = end;
    }
    isolated
}

fn fates(steps: &[Step], truth: &[&str], reading: &[&str]) -> anyhow::Result<Vec<Fate>> {
    let mut fates = vec![Fate::Foreign; reading.len()];
    let mut left = BTreeMap::<&str, usize>::new();
    for step in steps {
        match *step {
            Step::Same(_, r) => fates[r] = Fate::Right,
            Step::Changed(t, _) | Step::Lost(t) => *left.entry(truth[t]).or_default() += 1,
            Step::Added(_) => {}
        }
    }
    // What the alignment could not pair because it stands elsewhere in the reading order.
    for (fate, word) in fates.iter_mut().zip(reading) {
        if *fate != Fate::Right
            && let Some(count @ 1..) = left.get_mut(word)
        {
            *count -= 1;
            *fate = Fate::Right;
        }
    }
    for (fate, word) in fates.iter_mut().zip(reading) {
        if *fate == Fate::Foreign
            && let Some(meant) = nearest(word, left.iter().filter(|(_, count)| **count > 0).map(|(word, _)| *word))?
            && let Some(count) = left.get_mut(meant)
        {
            *count -= 1;
            *fate = Fate::Misread;
        }
    }
    Ok(fates)
}

/// The nearest of `candidates`, within a third of the word's letters and one at least.
fn nearest<'a>(word: &str, candidates: impl Iterator<Item = &'a str>) -> anyhow::Result<Option<&'a str>> {
    let letters: Vec<char> = word.chars().collect();
    let mut best = (letters.len() / 3).max(1) + 1;
    let mut found = None;
    for candidate in candidates {
        let others: Vec<char> = candidate.chars().collect();
        if others.len().abs_diff(letters.len()) >= best {
            continue;
        }
        let distance = edits(&align(&others, &letters)?);
        if distance < best {
            (best, found) = (distance, Some(candidate));
        }
    }
    Ok(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn counts(truth: &str, reading: &str) -> Counts {
        score(truth, reading, Case::Exact).unwrap().counts
    }

    #[test]
    fn rates_of_a_page_made_by_hand() {
        // 26 characters, 7 words: one accent, one lost space, one added letter.
        let counts = counts("Le prêt est de 1 200 euros", "Le pret estde 1 200 eurros");
        assert_eq!((counts.truth_chars, counts.char_edits), (26, 3));
        assert_eq!((counts.truth_words, counts.word_edits, counts.reading_words), (7, 4, 6));
        assert_eq!(counts.shared_words, 3, "Le, 1, 200");
        assert!((counts.cer() - 3.0 / 26.0).abs() < 1e-12);
        assert!((counts.wer() - 4.0 / 7.0).abs() < 1e-12);
        assert!((counts.precision() - 3.0 / 6.0).abs() < 1e-12);
        assert!((counts.recall() - 3.0 / 7.0).abs() < 1e-12);
        assert!((counts.f1() - 6.0 / 13.0).abs() < 1e-12);
        assert_eq!((counts.spaces, counts.spaces_kept, counts.spaces_lost, counts.spaces_added), (6, 5, 1, 0));
        assert_eq!((counts.accents, counts.accents_kept, counts.accent_errors), (1, 0, 1));
    }

    #[test]
    fn reading_order_costs_cer_but_no_words_of_the_bag() {
        let counts = counts("un deux trois quatre", "trois quatre un deux");
        assert!(counts.cer() > 0.3);
        assert!((counts.f1() - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_word_counts_as_often_as_both_have_it() {
        let score = score("la rue et la ville", "la la la rue", Case::Exact).unwrap();
        assert_eq!(score.counts.shared_words, 3, "la twice, rue once");
        let right = score.fates.iter().filter(|fate| **fate == Fate::Right).count();
        assert_eq!((right, score.fates[3]), (3, Fate::Right), "rue, and two of the three la");
    }

    #[test]
    fn a_misreading_is_told_from_what_the_truth_has_not() {
        let score = score("le chocolat est bon", "le chooelat est MAIRIE bon", Case::Exact).unwrap();
        assert_eq!(score.fates, [Fate::Right, Fate::Misread, Fate::Right, Fate::Foreign, Fate::Right]);
        assert_eq!(nearest("et", ["est", "le"].into_iter()).unwrap(), Some("est"));
        assert_eq!(nearest("et", ["chat"].into_iter()).unwrap(), None, "two letters of two are another word");
    }

    #[test]
    fn spaces_and_accents_are_counted_where_the_alignment_is_sure() {
        let counts = counts("une maison a été louée ici", "une mai son a eté louee ici");
        assert_eq!((counts.spaces_added, counts.spaces_lost), (1, 0));
        assert_eq!((counts.accents, counts.accents_kept, counts.accent_errors), (3, 1, 2));
        let garbage = super::score("préface à l'œuvre", "xqzt 9 wk#kkkkkkk", Case::Exact).unwrap();
        assert_eq!((garbage.counts.accent_errors, garbage.counts.spaces_lost), (0, 0));
        assert!(garbage.confusions.is_empty(), "{:?}", garbage.confusions);
    }

    #[test]
    fn confusions_say_what_became_what() {
        let score = score("clair, net. Fin", "c1air net. Fin.", Case::Exact).unwrap();
        let expected = [((None, Some('.')), 1), ((Some(','), None), 1), ((Some('l'), Some('1')), 1)];
        assert_eq!(score.confusions.into_iter().collect::<Vec<_>>(), expected);
    }

    #[test]
    fn capitals_of_the_truth_can_be_ignored() {
        assert_eq!(score("TOTAL DÛ", "Total dû", Case::Ignore).unwrap().counts.char_edits, 0);
        assert_eq!(score("TOTAL DÛ", "Total dû", Case::Exact).unwrap().counts.char_edits, 6, "OTAL, D, Û");
    }

    #[test]
    fn empty_pages_are_no_division_by_zero() {
        let blank = counts("", "");
        assert_eq!((blank.cer(), blank.wer(), blank.f1()), (0.0, 0.0, 0.0));
        assert!((counts("", "ab").cer() - 2.0).abs() < 1e-12);
        assert!((counts("ab", "").cer() - 1.0).abs() < 1e-12);
    }
}
