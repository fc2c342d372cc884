//! Alignments of two sequences by the fewest edits.
//!
//! Responsible for the Levenshtein alignment of a whole text, and for the stretch of a text that a line is nearest to.
//! Not responsible for what the edits mean. The libraries that are fast at edit distances give no alignment; here the
//! alignment is what is counted, so the plain dynamic programme (Wagner and Fischer 1974; for the stretch, Sellers 1980)
//! with its way back is kept instead.

use anyhow::bail;

/// Bytes that the way back of one alignment may take: about 20 000 characters against as many.
const MAX_CELLS: usize = 400 << 20;

/// One step of an alignment, in the order of both sequences. Indices into the truth and into the reading.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Step {
    /// Both have it, and it is the same.
    Same(usize, usize),
    /// Both have something there, and it differs.
    Changed(usize, usize),
    /// Only the truth has it.
    Lost(usize),
    /// Only the reading has it.
    Added(usize),
}

impl Step {
    /// Whether this costs an edit.
    pub(crate) fn is_edit(self) -> bool {
        !matches!(self, Self::Same(..))
    }
}

/// Aligns a reading with its truth by the fewest insertions, deletions and substitutions; among equals, pairs are
/// preferred to gaps.
///
/// # Errors
/// When the two are too long together (`MAX_CELLS`).
pub(crate) fn align<T: PartialEq>(truth: &[T], reading: &[T]) -> anyhow::Result<Vec<Step>> {
    let prefix = truth.iter().zip(reading).take_while(|(t, r)| t == r).count();
    let rest = (truth.len().min(reading.len())) - prefix;
    let suffix = truth.iter().rev().zip(reading.iter().rev()).take(rest).take_while(|(t, r)| t == r).count();
    let middle = middle(&truth[prefix..truth.len() - suffix], &reading[prefix..reading.len() - suffix])?;
    let moved = middle.into_iter().map(|step| match step {
        Step::Same(t, r) => Step::Same(t + prefix, r + prefix),
        Step::Changed(t, r) => Step::Changed(t + prefix, r + prefix),
        Step::Lost(t) => Step::Lost(t + prefix),
        Step::Added(r) => Step::Added(r + prefix),
    });
    let end = (truth.len() - suffix..truth.len()).zip(reading.len() - suffix..reading.len());
    Ok((0..prefix).map(|i| Step::Same(i, i)).chain(moved).chain(end.map(|(t, r)| Step::Same(t, r))).collect())
}

const PAIR: u8 = 0;
const LOST: u8 = 1;
const ADDED: u8 = 2;

fn middle<T: PartialEq>(truth: &[T], reading: &[T]) -> anyhow::Result<Vec<Step>> {
    let width = reading.len() + 1;
    let cells = width.saturating_mul(truth.len() + 1);
    if cells > MAX_CELLS {
        bail!("a truth of {} and a reading of {} items are too long to be aligned", truth.len(), reading.len());
    }
    let mut way = vec![ADDED; cells];
    let mut costs: Vec<u32> = (0u32..).take(width).collect();
    for (t, truth_item) in truth.iter().enumerate() {
        let mut diagonal = costs[0];
        costs[0] += 1;
        let row = &mut way[(t + 1) * width..(t + 2) * width];
        row[0] = LOST;
        for (r, reading_item) in reading.iter().enumerate() {
            let pair = diagonal + u32::from(truth_item != reading_item);
            let (lost, added) = (costs[r + 1] + 1, costs[r] + 1);
            diagonal = costs[r + 1];
            (costs[r + 1], row[r + 1]) = if pair <= lost && pair <= added {
                (pair, PAIR)
            } else if lost <= added {
                (lost, LOST)
            } else {
                (added, ADDED)
            };
        }
    }
    let (mut t, mut r) = (truth.len(), reading.len());
    let mut steps = Vec::with_capacity(t.max(r));
    while t > 0 || r > 0 {
        match way[t * width + r] {
            PAIR => {
                t -= 1;
                r -= 1;
                steps.push(if truth[t] == reading[r] { Step::Same(t, r) } else { Step::Changed(t, r) });
            }
            LOST => {
                t -= 1;
                steps.push(Step::Lost(t));
            }
            _ => {
                r -= 1;
                steps.push(Step::Added(r));
            }
        }
    }
    steps.reverse();
    Ok(steps)
}

/// How many edits an alignment has.
pub(crate) fn edits(steps: &[Step]) -> usize {
    steps.iter().filter(|step| step.is_edit()).count()
}

/// A stretch of a text and how many edits it is away from what was looked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Stretch {
    /// Indices into the text.
    pub(crate) range: std::ops::Range<usize>,
    /// Edits between the line and the stretch.
    pub(crate) edits: usize,
}

/// The stretch of `text` that `line` is nearest to, at most as many edits away as the line is long (then it is empty).
pub(crate) fn nearest_stretch<T: PartialEq>(line: &[T], text: &[T]) -> Stretch {
    // A column per item of the text: the fewest edits of each beginning of the line against a stretch that ends here, and
    // where that stretch starts.
    let mut column: Vec<(usize, usize)> = (0..=line.len()).map(|edits| (edits, 0)).collect();
    let mut best = Stretch { range: 0..0, edits: line.len() };
    for (end, item) in text.iter().enumerate() {
        let mut diagonal = column[0];
        column[0] = (0, end + 1);
        for (i, wanted) in line.iter().enumerate() {
            let pair = (diagonal.0 + usize::from(wanted != item), diagonal.1);
            let lost = (column[i + 1].0 + 1, column[i + 1].1);
            let added = (column[i].0 + 1, column[i].1);
            diagonal = column[i + 1];
            column[i + 1] = [pair, added, lost].into_iter().min_by_key(|way| way.0).unwrap_or(pair);
        }
        let (edits, start) = column[line.len()];
        if edits < best.edits {
            best = Stretch { range: start..end + 1, edits };
        }
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    fn aligned(truth: &str, reading: &str) -> Vec<Step> {
        let (truth, reading): (Vec<char>, Vec<char>) = (truth.chars().collect(), reading.chars().collect());
        align(&truth, &reading).unwrap()
    }

    #[test]
    fn the_fewest_edits_are_found() {
        for (truth, reading, expected) in [
            ("kitten", "sitting", 3),
            ("", "abc", 3),
            ("abc", "", 3),
            ("", "", 0),
            ("été", "été", 0),
            ("flaw", "lawn", 2),
        ] {
            assert_eq!(edits(&aligned(truth, reading)), expected, "{truth} {reading}");
        }
    }

    #[test]
    fn steps_name_what_happened_and_where() {
        assert_eq!(
            aligned("ab cd", "abcdé"),
            [Step::Same(0, 0), Step::Same(1, 1), Step::Lost(2), Step::Same(3, 2), Step::Same(4, 3), Step::Added(4)]
        );
        assert_eq!(aligned("aéb", "aeb"), [Step::Same(0, 0), Step::Changed(1, 1), Step::Same(2, 2)]);
    }

    #[test]
    fn every_item_of_both_appears_once_and_in_order() {
        let steps = aligned("la lettre du 3 mai", "Ia 1ettredu 13 mai.");
        let truth: Vec<usize> = steps
            .iter()
            .filter_map(|step| match *step {
                Step::Same(t, _) | Step::Changed(t, _) | Step::Lost(t) => Some(t),
                Step::Added(_) => None,
            })
            .collect();
        let reading: Vec<usize> = steps
            .iter()
            .filter_map(|step| match *step {
                Step::Same(_, r) | Step::Changed(_, r) | Step::Added(r) => Some(r),
                Step::Lost(_) => None,
            })
            .collect();
        assert_eq!(truth, (0..18).collect::<Vec<_>>());
        assert_eq!(reading, (0..19).collect::<Vec<_>>());
        assert_eq!(edits(&steps), 5);
    }

    #[test]
    fn what_is_too_long_is_refused() {
        let (ones, twos) = (vec![1u8; 30_000], vec![2u8; 30_000]);
        assert!(align(&ones, &twos).unwrap_err().to_string().contains("too long"));
    }

    #[test]
    fn the_nearest_stretch_is_found() {
        let text: Vec<char> = "Monsieur, votre facture du 3 mai est payée".chars().collect();
        let near = |line: &str| {
            let line: Vec<char> = line.chars().collect();
            let stretch = nearest_stretch(&line, &text);
            (text[stretch.range].iter().collect::<String>(), stretch.edits)
        };
        assert_eq!(near("votre facture"), ("votre facture".to_owned(), 0));
        assert_eq!(near("facturc du 8 mai"), ("facture du 3 mai".to_owned(), 2));
        assert_eq!(near("###"), (String::new(), 3));
    }
}
