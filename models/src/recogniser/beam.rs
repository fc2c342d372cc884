//! Prefix beam search over CTC output (Hannun et al., 2014): the text whose paths together are the most probable, which need
//! not be the text of the most probable path, weighed by what letters usually follow one another.
//!
//! The prior speaks about words of letters only. A word with a figure in it (a reference, an amount, a line of a machine
//! readable zone) counts as the least likely word does, whatever its letters are, and one that begins with a figure counts nothing.

use std::sync::Arc;

use rustc_hash::FxHashMap;

use super::{
    Label,
    prior::{Context, Prior},
    softmax::Steps,
};
use crate::PriorSettings;

/// Classes less probable than this at a step are not followed: they cannot change the best of a few prefixes.
const LEAST: f32 = -6.5;
/// No letter costs more than this, in nats: names and foreign words are unlikely, not impossible.
const MOST_COST: f32 = 6.0;
/// Nor does the prior count more than this against a whole word, its weight included.
const MOST_AGAINST_WORD: f32 = 2.5;

/// A prior, what it knows of the classes, and what it counts for.
#[derive(Debug, Clone)]
pub(super) struct Lean {
    prior: Arc<Prior>,
    /// What each class is to the prior; class 0 is the blank.
    classes: Vec<Sign>,
    /// What the prior counts for beside the network.
    weight: f32,
    /// What a letter of a word costs on the average, so that long words are not at a disadvantage.
    usual: f32,
    /// What it costs that a capital follows a small letter within a word.
    case: f32,
}

/// What a class is to the prior.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Sign {
    Letter {
        number: u8,
        capital: bool,
        small: bool,
    },
    Space(u8),
    /// A figure or what belongs to codes.
    Code,
    /// Any other sign.
    Other,
}

impl Lean {
    /// `symbols`: what class 1 and up stand for.
    pub(super) fn new(prior: Arc<Prior>, symbols: &[String], settings: &PriorSettings) -> Self {
        let sign = |symbol: &String| {
            let mut characters = symbol.chars();
            let (Some(c), None) = (characters.next(), characters.next()) else {
                return Sign::Other;
            };
            match prior.letter(c) {
                number if c == ' ' => Sign::Space(number),
                _ if is_code(c) => Sign::Code,
                0 => Sign::Other,
                number => Sign::Letter { number, capital: c.is_uppercase(), small: c.is_lowercase() },
            }
        };
        let classes = std::iter::once(Sign::Other).chain(symbols.iter().map(sign)).collect();
        Self { prior, classes, weight: settings.weight, usual: settings.usual, case: settings.case }
    }

    /// What the letters of a word cost on the average, in nats, beyond what letters usually cost; `None` for a word with fewer
    /// letters than `least` or with a sign of codes in it, about which the prior says nothing.
    pub(super) fn surprise(&self, word: &str, least: usize) -> Option<f32> {
        let (mut context, mut cost, mut letters) = (self.prior.follow(Context::default(), 1), 0.0, 0);
        for character in word.chars() {
            if is_code(character) {
                return None;
            }
            let number = self.prior.letter(character);
            if number != 0 {
                cost += self.prior.cost(context, number).min(MOST_COST);
                letters += 1;
            }
            context = self.prior.follow(context, number);
        }
        (letters >= least).then(|| (cost / letters as f32 - self.usual).max(0.0))
    }
}

/// Figures, and signs that stand in codes only.
fn is_code(character: char) -> bool {
    character.is_ascii_digit() || matches!(character, '<' | '_' | '@' | '/' | '\\' | '=')
}

/// What a prefix's end means to the prior.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    context: Context,
    /// What the prior has said of the word so far, were there no bound.
    word: f32,
    /// What it says of all before the word.
    before: f32,
    /// The word is a code.
    code: bool,
    /// The last character is a small letter.
    small: bool,
}

/// A prefix: its last label and the rest.
struct Node {
    parent: u32,
    class: usize,
    place: Place,
    /// What the prior says of the whole prefix.
    said: f32,
    /// The prefix with one more label that was met last, and of the same parent the one met before: [`NONE`] where there is none.
    last_longer: u32,
    sibling: u32,
    /// What it has collected in the time step of this number.
    step: u32,
    score: Score,
}

/// No prefix.
const NONE: u32 = u32::MAX;

/// The labels of one line, keeping `width` prefixes.
pub(super) fn labels(steps: &Steps<'_>, width: usize, lean: Option<&Lean>) -> Vec<Label> {
    align(steps, &search(steps, width, lean))
}

/// Logarithms of the probabilities of a prefix: of its paths that end in a blank, and in its last label.
#[derive(Clone, Copy)]
struct Score {
    blank: f32,
    label: f32,
}

impl Score {
    const NONE: Self = Self { blank: f32::NEG_INFINITY, label: f32::NEG_INFINITY };

    fn total(self) -> f32 {
        add(self.blank, self.label)
    }
}

/// ln(e^a + e^b)
fn add(a: f32, b: f32) -> f32 {
    let (high, low) = if a > b { (a, b) } else { (b, a) };
    if low == f32::NEG_INFINITY { high } else { high + (low - high).exp().ln_1p() }
}

/// All prefixes met, each once; the first is the empty one.
struct Prefixes<'a> {
    nodes: Vec<Node>,
    lean: Option<Remembering<'a>>,
    /// Those that have collected anything in this time step.
    touched: Vec<u32>,
}

impl<'a> Prefixes<'a> {
    fn new(lean: Option<&'a Lean>) -> Self {
        let lean = lean.map(|lean| Remembering { lean, costs: FxHashMap::default() });
        let mut all = Self { nodes: Vec::new(), lean, touched: Vec::new() };
        all.add(NONE, 0, Place::default(), 0.0);
        all
    }

    fn add(&mut self, parent: u32, class: usize, place: Place, said: f32) -> u32 {
        let number = self.nodes.len() as u32;
        let parent_node = self.nodes.get_mut(parent as usize);
        let sibling = parent_node.map_or(NONE, |parent| std::mem::replace(&mut parent.last_longer, number));
        self.nodes.push(Node {
            parent,
            class,
            place,
            said,
            last_longer: NONE,
            sibling,
            step: NONE,
            score: Score::NONE,
        });
        number
    }

    /// The prefix with one more label.
    fn longer(&mut self, prefix: u32, class: usize) -> u32 {
        let mut known = self.nodes[prefix as usize].last_longer;
        while known != NONE {
            let node = &self.nodes[known as usize];
            if node.class == class {
                return known;
            }
            known = node.sibling;
        }
        let (place, said) = match &mut self.lean {
            Some(lean) => lean.step(&self.nodes[prefix as usize], class),
            None => (Place::default(), 0.0),
        };
        self.add(prefix, class, place, said)
    }

    /// What a prefix has collected in a time step so far.
    fn collected(&mut self, prefix: u32, step: u32) -> &mut Score {
        let node = &mut self.nodes[prefix as usize];
        if node.step != step {
            (node.step, node.score) = (step, Score::NONE);
            self.touched.push(prefix);
        }
        &mut node.score
    }

    fn text(&self, mut prefix: u32) -> Vec<usize> {
        let mut text = Vec::new();
        while let Some(node) = self.nodes.get(prefix as usize).filter(|node| node.parent != NONE) {
            text.push(node.class);
            prefix = node.parent;
        }
        text.reverse();
        text
    }
}

/// A prior that remembers for the time of a line what it was asked: prefixes that are followed together differ in their beginnings
/// rather than in their ends.
struct Remembering<'a> {
    lean: &'a Lean,
    costs: FxHashMap<(Context, u8), f32>,
}

impl Remembering<'_> {
    /// What a letter after `context` speaks for (above 0) or against a prefix.
    fn usual(&mut self, context: Context, number: u8) -> f32 {
        let lean = self.lean;
        let find = || lean.weight * (lean.usual - lean.prior.cost(context, number).min(MOST_COST));
        *self.costs.entry((context, number)).or_insert_with(find)
    }

    /// What the prior says of a prefix with one more label.
    fn step(&mut self, node: &Node, class: usize) -> (Place, f32) {
        let (lean, from, said) = (self.lean, node.place, node.said);
        match lean.classes.get(class).copied().unwrap_or(Sign::Other) {
            Sign::Letter { number, capital, small } => {
                let context = lean.prior.follow(from.context, number);
                if from.code {
                    return (Place { context, small, ..from }, said);
                }
                let case = if capital && from.small { lean.case } else { 0.0 };
                let word = from.word + self.usual(from.context, number) - case;
                (Place { context, word, small, ..from }, from.before + word.max(-MOST_AGAINST_WORD))
            }
            Sign::Space(number) => {
                let silent = from.code || number == 0;
                let said = if silent { said } else { said + self.usual(from.context, number).max(-MOST_AGAINST_WORD) };
                let context = lean.prior.follow(from.context, number);
                (Place { context, before: said, ..Place::default() }, said)
            }
            Sign::Code if from.code => (from, said),
            Sign::Code => {
                let begun = if from.context.after_letter() { MOST_AGAINST_WORD } else { 0.0 };
                let before = from.before - begun;
                (Place { before, code: true, ..Place::default() }, before)
            }
            Sign::Other => {
                let context = lean.prior.follow(from.context, 0);
                (Place { context, before: said, word: 0.0, small: false, ..from }, said)
            }
        }
    }
}

fn search(steps: &Steps<'_>, width: usize, lean: Option<&Lean>) -> Vec<usize> {
    let mut prefixes = Prefixes::new(lean);
    let mut beam: Vec<(u32, Score)> = vec![(0, Score { blank: 0.0, label: f32::NEG_INFINITY })];
    let mut ranked: Vec<(f32, u32)> = Vec::new();
    let mut likely = Vec::new();
    for step in 0..steps.len() {
        steps.likely(step, LEAST, &mut likely);
        let number = step as u32;
        for (prefix, score) in &beam {
            let total = score.total();
            let last = prefixes.nodes[*prefix as usize].class;
            for (class, probability) in likely.iter().copied() {
                if class == 0 {
                    let entry = prefixes.collected(*prefix, number);
                    entry.blank = add(entry.blank, total + probability);
                    continue;
                }
                if last == class {
                    // Without a blank between, the repeat is the same character going on.
                    let entry = prefixes.collected(*prefix, number);
                    entry.label = add(entry.label, score.label + probability);
                }
                let from = if last == class { score.blank } else { total };
                if from == f32::NEG_INFINITY {
                    continue;
                }
                let longer = prefixes.longer(*prefix, class);
                let entry = prefixes.collected(longer, number);
                entry.label = add(entry.label, from + probability);
            }
        }
        ranked.clear();
        ranked.extend(prefixes.touched.drain(..).map(|prefix| {
            let node = &prefixes.nodes[prefix as usize];
            (node.score.total() + node.said, prefix)
        }));
        // Ties are broken by which prefix was met first.
        let better = |a: &(f32, u32), b: &(f32, u32)| b.0.total_cmp(&a.0).then_with(|| a.1.cmp(&b.1));
        if ranked.len() > width {
            ranked.select_nth_unstable_by(width, better);
            ranked.truncate(width);
        }
        ranked.sort_unstable_by(better);
        beam.clear();
        beam.extend(ranked.iter().map(|(_, prefix)| (*prefix, prefixes.nodes[*prefix as usize].score)));
    }
    beam.first().map(|(prefix, _)| prefixes.text(*prefix)).unwrap_or_default()
}

/// Where each label stands: the most probable path of the given text (Viterbi over the text with blanks between).
fn align(steps: &Steps<'_>, text: &[usize]) -> Vec<Label> {
    if text.is_empty() {
        return Vec::new();
    }
    let states = 2 * text.len() + 1;
    let class = |state: usize| if state.is_multiple_of(2) { 0 } else { text[state / 2] };
    let mut score = vec![f32::NEG_INFINITY; states];
    let mut next = score.clone();
    let mut from = vec![0u8; states * steps.len()];
    for step in 0..steps.len() {
        // A step leads two states on at most: beyond these none can be reached, and from before these the end cannot.
        let low = states.saturating_sub(2 * (steps.len() - step)).min(states - 1);
        let high = (2 * step + 1).min(states - 1);
        for state in low..=high {
            let (mut best, mut back) =
                if step == 0 { (if state < 2 { 0.0 } else { f32::NEG_INFINITY }, 0) } else { (score[state], 0) };
            if step > 0 && state >= 1 && score[state - 1] > best {
                (best, back) = (score[state - 1], 1);
            }
            let may_skip = state >= 2 && class(state) != 0 && class(state) != class(state - 2);
            if step > 0 && may_skip && score[state - 2] > best {
                (best, back) = (score[state - 2], 2);
            }
            next[state] = best + steps.log_probability(step, class(state));
            from[step * states + state] = back;
        }
        std::mem::swap(&mut score, &mut next);
    }
    let mut state = if states >= 2 && score[states - 2] > score[states - 1] { states - 2 } else { states - 1 };
    let mut labels: Vec<Label> =
        text.iter().map(|class| Label { class: *class, start: usize::MAX, end: 0, probability: 0.0 }).collect();
    for step in (0..steps.len()).rev() {
        if state % 2 == 1 {
            let label = &mut labels[state / 2];
            label.start = step;
            label.end = label.end.max(step);
            label.probability = label.probability.max(steps.log_probability(step, label.class).exp());
        }
        state = state.saturating_sub(usize::from(from[step * states + state]));
    }
    labels.retain(|label| label.start != usize::MAX);
    labels
}

#[cfg(test)]
mod tests {
    use super::*;

    fn logits(rows: &[[f32; 3]]) -> Vec<f32> {
        rows.iter().flatten().map(|p| p.ln()).collect()
    }

    fn found(logits: &[f32], classes: usize, width: usize, lean: Option<&Lean>) -> Vec<Label> {
        let norms = super::super::greedy::read(logits, classes, 1.0).norms;
        labels(&Steps { logits, classes, temperature: 1.0, norms: &norms }, width, lean)
    }

    #[test]
    fn the_sum_of_paths_wins_over_the_best_path() {
        // Graves' example: the best path is two blanks (0.36), but the paths of "a" sum to 0.64.
        let rows = logits(&[[0.6, 0.0001, 0.4], [0.6, 0.0001, 0.4]]);
        assert!(super::super::greedy::read(&rows, 3, 1.0).labels.is_empty());
        let labels = found(&rows, 3, 4, None);
        assert_eq!(labels.iter().map(|l| l.class).collect::<Vec<_>>(), [2]);
    }

    #[test]
    fn agrees_with_greedy_where_the_network_is_sure() {
        let rows = logits(&[[0.02, 0.0, 0.98], [0.97, 0.0, 0.03], [0.02, 0.0, 0.98], [0.02, 0.97, 0.01]]);
        let (beam, greedy) = (found(&rows, 3, 8, None), super::super::greedy::read(&rows, 3, 1.0).labels);
        assert_eq!(beam.len(), 3);
        for (b, g) in beam.iter().zip(&greedy) {
            assert_eq!((b.class, b.start, b.end), (g.class, g.start, g.end));
        }
    }

    #[test]
    fn the_prior_decides_where_the_network_hesitates_but_not_within_codes() {
        let symbols = [" ", "a", "b", "7"].map(str::to_owned);
        let prior = Arc::new(Prior::parse(&crate::recogniser::prior::tests::file()).unwrap());
        let settings = PriorSettings {
            file: "prior.bin".into(),
            sha256: String::new(),
            weight: 1.0,
            usual: 1.0,
            case: 1.0,
            content: None,
        };
        let lean = Lean::new(prior, &symbols, &settings);
        let sure = |class: usize| -> [f32; 5] { std::array::from_fn(|c| if c == class { 0.96 } else { 0.01 }) };
        let read = |rows: &[[f32; 5]], lean| -> String {
            let logits: Vec<f32> = rows.iter().flatten().map(|p| p.ln()).collect();
            found(&logits, 5, 8, lean).iter().map(|l| symbols[l.class - 1].as_str()).collect()
        };
        // After an a, the network leans to another a, the prior to a b.
        let hesitating = [0.02, 0.01, 0.5, 0.46, 0.01];
        let word = [sure(2), sure(0), hesitating, sure(0)];
        assert_eq!(read(&word, None), "aa");
        assert_eq!(read(&word, Some(&lean)), "ab");
        let code = [sure(2), sure(0), hesitating, sure(0), sure(4)];
        assert_eq!(read(&code, Some(&lean)), "aa7");
    }
}
