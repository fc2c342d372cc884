//! What the examples of a type have in common, and how alike a page is to them.
//!
//! The constants were chosen on drawn pages of development seeds, from their true words (docs/accuracy.md).

use super::examples::Examples;
use super::features::{Class, Features};
use super::looks::{self, Looks};
use super::rarity::share;
use super::{COHERENT, MIN_EXAMPLES};
use crate::embedding::Embedding;
use std::collections::HashMap;

/// Share of the examples that must have a feature for it to count.
const COMMON: f32 = 0.5;
/// No feature is certain.
const MOST: f32 = 0.97;
/// What is gained by a feature at least, before its class counts, for it to be kept.
const LEAST_GAIN: f32 = 0.3;
/// Share of the examples that must have a triple of a title's letters for it to belong to the title that they share, and the share of
/// any pages that may have it.
const TITLE: (f32, f32) = (0.8, 0.05);
/// Triples from which on there is such a title.
const TITLE_TRIPLES: usize = 3;
/// Share of the title's triples that a page must have to have the title, since the rest may be misread, and below which it has another.
const TITLE_SEEN: (f32, f32) = (0.8, 0.5);
/// What a page with another title loses, and one of which no large line was read: its title may just be worn. The latter loses nothing
/// for the words of the title beside that.
const NO_TITLE: f32 = 30.0;
const UNREAD_TITLE: f32 = 10.0;
/// How alike a page is to be something at all, and to be as likely of the type as not.
const LOW: f32 = 0.15;
const MIDDLE: f32 = 0.35;
/// Weight gained from there to being as alike as the examples are.
const SLOPE: f32 = 5.0;
/// How alike the examples must be to each other for that to count in full.
const COHERENCE: f32 = 0.5;
/// Share of a prototype that must be words for the layout to count in full: pages of all kinds have layouts in common.
const WORDS: f32 = 0.4;
/// What the weight of a type is brought to at most, beyond where it is as likely as none, by a look where its examples are less alike
/// than [`COHERENT`], and on a page whose title was not read: a confidence of 0.86.
const PROPOSED: f32 = 1.5;
/// Standard deviations below the mean of what examples get from each other that an unseen one is expected to get: one page in six gets
/// less.
const EXPECTED: f32 = 1.0;
/// The same for how alike they are called: of five examples three that are alike by chance would make the others no more so.
const CAUTION: f32 = 0.75;
/// Examples less alike than this to each other still make a prototype.
const LEAST_COHERENCE: f32 = 0.05;
/// Examples less alike than this have words in common by chance alone: their look tells a page...
const NOTHING_COMMON: f32 = 0.1;
/// ...from this much below the weight where the type is as likely as none...
const UNTOLD: f32 = 0.3;
/// ...and what is written on it adds or takes so much for each share of the full score, up to the share that comes second.
const CHANCE: (f32, f32) = (2.0, 0.3);
/// Log-likelihood by which one type must be better than another for a weight of 1 between them.
const NATS: f32 = 3.0;
/// Weight of the examples at most.
const MOST_WEIGHT: f32 = 9.0;

/// How much a class of features counts: they are not independent of each other.
fn scale(class: Class) -> f32 {
    match class {
        Class::Word => 1.0,
        Class::Title => 3.0,
        Class::Triple => 0.0,
        Class::Layout => 0.5,
    }
}

/// What examples have in common.
#[derive(Debug, Clone, PartialEq)]
struct Common {
    /// What each feature adds where a page has it.
    weights: Vec<(u32, f32)>,
    /// Score of a page without any, and the part of it that is words of large lines.
    base: f32,
    no_titles: f32,
    /// Score of a page with all of them, and the part of it that is words.
    full: f32,
    words: f32,
    /// The triples of the title that they share; empty without one.
    title: Vec<u32>,
}

impl Common {
    fn of(examples: &[&Features]) -> Common {
        let count = examples.len() as f32;
        let mut counts: HashMap<u32, u16> = HashMap::new();
        for feature in examples.iter().flat_map(|e| &e.0) {
            *counts.entry(*feature).or_default() += 1;
        }
        let mut found: Vec<(u32, f32)> = counts.into_iter().map(|(feature, n)| (feature, f32::from(n))).collect();
        found.sort_unstable_by_key(|(feature, _)| *feature);
        let mut out =
            Common { weights: Vec::new(), base: 0.0, no_titles: 0.0, full: 0.0, words: 0.0, title: Vec::new() };
        for (feature, n) in found {
            let (class, rare) = (Class::of(feature), share(feature));
            if class == Class::Triple {
                if n >= TITLE.0 * count && rare < TITLE.1 {
                    out.title.push(feature);
                }
                continue;
            }
            if n < COMMON * count {
                continue;
            }
            let here = ((n + rare) / (count + 1.0)).min(MOST);
            let gain = (here / rare).ln();
            if gain <= LEAST_GAIN {
                continue;
            }
            let loss = ((1.0 - here) / (1.0 - rare)).ln();
            let scale = scale(class);
            out.weights.push((feature, scale * (gain - loss)));
            out.base += scale * loss;
            if class == Class::Title {
                out.no_titles += scale * loss;
            }
            out.full += scale * gain;
            if class != Class::Layout {
                out.words += scale * gain;
            }
        }
        if out.title.len() < TITLE_TRIPLES {
            out.title.clear();
        }
        out
    }

    fn score(&self, page: &Features) -> f32 {
        self.base + self.weights.iter().filter(|(f, _)| page.has(*f)).map(|(_, w)| w).sum::<f32>()
    }
}

/// The prototype of a type.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Prototype {
    type_name: String,
    common: Common,
    /// Score that an unseen example is expected to get at least.
    expected: f32,
    /// How alike the examples are to each other, 0 to 1; less where that is their layout more than their words.
    pub(super) coherence: f32,
    /// What its examples look like, where that is known of enough of them.
    looks: Looks,
}

impl Prototype {
    /// What a type's examples have in common. How alike they are to each other is the share of its full score that an example gets
    /// from the others: the mean, less [`CAUTION`] standard deviations. `None` for fewer than [`MIN_EXAMPLES`].
    pub(super) fn of(examples: &Examples) -> Option<Prototype> {
        let all: Vec<&Features> = examples.examples.iter().map(|e| &e.features).collect();
        if all.len() < MIN_EXAMPLES {
            return None;
        }
        let shares: Vec<f32> = (0..all.len())
            .map(|left_out| {
                let others: Vec<&Features> =
                    all.iter().enumerate().filter(|(i, _)| *i != left_out).map(|(_, f)| *f).collect();
                let common = Common::of(&others);
                common.score(all[left_out]) / common.full.max(1.0)
            })
            .collect();
        let mean = shares.iter().sum::<f32>() / shares.len() as f32;
        let squares = shares.iter().map(|share| (share - mean).powi(2)).sum::<f32>();
        let deviation = (squares / (shares.len() - 1) as f32).sqrt();
        let common = Common::of(&all);
        let expected = ((mean - EXPECTED * deviation).clamp(LEAST_COHERENCE, 1.0) * common.full).max(1.0);
        let alike = (mean - CAUTION * deviation).clamp(0.0, 1.0);
        let coherence = alike * (common.words / (WORDS * common.full).max(1.0)).min(1.0);
        let looks = Looks::of(&examples.examples);
        Some(Prototype { type_name: examples.type_name.clone(), common, expected, coherence, looks })
    }
}

/// How alike a page is to the examples of a type.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Likeness {
    /// 1 where it is as alike to the examples as five in six of them are to the others; not bounded.
    pub(crate) similarity: f32,
    /// How alike it looks, -1 to 1; `None` where that is not known.
    pub(crate) look: Option<f32>,
    /// What both weigh beside phrases, at least 0.
    pub(crate) weight: f32,
}

/// The prototypes of a set of types.
#[derive(Debug, Clone, Default, PartialEq)]
pub(crate) struct Prototypes {
    all: Vec<Prototype>,
    /// For each feature the prototypes that it counts for, and how much.
    weights: HashMap<u32, Vec<(u16, f32)>>,
}

impl Prototypes {
    /// Those of the types that have enough examples. At most 65 535.
    pub(crate) fn of<'a>(types: impl Iterator<Item = &'a Examples>) -> Prototypes {
        let mut out = Prototypes::default();
        for examples in types.take(usize::from(u16::MAX)) {
            let Some(mut prototype) = Prototype::of(examples) else { continue };
            for (feature, weight) in std::mem::take(&mut prototype.common.weights) {
                out.weights.entry(feature).or_default().push((out.all.len() as u16, weight));
            }
            out.all.push(prototype);
        }
        out
    }

    /// Whether no type has enough examples.
    pub(crate) fn is_empty(&self) -> bool {
        self.all.is_empty()
    }

    /// How alike a page is to each type's examples, by what is on it and by what it looks like: the types' names and likenesses, those
    /// that it is alike to by what is on it and does not look too unlike.
    ///
    /// `even` is the weight at which a type is as likely as none.
    pub(crate) fn compare(&self, page: &Features, embedding: Option<&Embedding>, even: f32) -> Vec<(&str, Likeness)> {
        let mut scores: Vec<f32> = self.all.iter().map(|p| p.common.base).collect();
        for (prototype, weight) in page.0.iter().filter_map(|f| self.weights.get(f)).flatten() {
            scores[usize::from(*prototype)] += weight;
        }
        let untitled = !page.has_titles();
        let look = embedding.map(|embedding| (embedding.model(), embedding.direction()));
        let claims: Vec<Claim<'_>> = self
            .all
            .iter()
            .zip(scores)
            .flat_map(|(prototype, score)| {
                let look = look.as_ref().and_then(|(model, direction)| prototype.looks.likeness(model, direction));
                let missing = prototype.missing_title(page);
                let claim = |missing: f32, unread| Claim { prototype, score: score - missing, unread, look };
                [
                    Some(claim(missing, false)),
                    (untitled && missing > UNREAD_TITLE)
                        .then(|| claim(UNREAD_TITLE + prototype.common.no_titles, true)),
                ]
            })
            .flatten()
            .filter(|claim| claim.similarity() >= LOW || claim.by_look())
            .collect();
        // Who may have lost a title takes nothing from who has not.
        let best = |unread: bool| {
            let rivals =
                claims.iter().filter(|claim| unread || !claim.unread).filter(|claim| claim.similarity() >= LOW);
            rivals.map(|claim| claim.score).fold(0.0, f32::max)
        };
        let best = [best(false), best(true)];
        let mut told: Vec<(&str, Likeness)> = Vec::new();
        for claim in &claims {
            let weight = claim.weight(best[usize::from(claim.unread)], even);
            let likeness = Likeness { similarity: claim.similarity(), look: claim.look, weight };
            match told.last_mut() {
                Some((name, before)) if *name == claim.prototype.type_name => {
                    if weight > before.weight {
                        *before = likeness;
                    }
                }
                _ => told.push((&claim.prototype.type_name, likeness)),
            }
        }
        told.retain(|(_, likeness)| likeness.weight > 0.0);
        told
    }
}

/// What a page has of a type's examples.
struct Claim<'a> {
    prototype: &'a Prototype,
    /// By what is on it.
    score: f32,
    /// Whether it counts as having a title that was not read.
    unread: bool,
    /// How alike it looks.
    look: Option<f32>,
}

impl Claim<'_> {
    fn similarity(&self) -> f32 {
        self.score / self.prototype.expected
    }

    /// Whether what is written on the page says next to nothing of the type.
    fn by_look(&self) -> bool {
        self.look.is_some() && self.prototype.coherence < NOTHING_COMMON
    }

    /// What it weighs beside phrases; `best` is the highest score of any type.
    fn weight(&self, best: f32, even: f32) -> f32 {
        let coherence = self.prototype.coherence;
        let similarity = self.similarity();
        let alone = if self.by_look() {
            let (weight, most) = CHANCE;
            even - UNTOLD + weight * (self.score / self.prototype.common.full.max(1.0)).clamp(-most, most)
        } else {
            let sure = (coherence / COHERENCE).powi(2).min(1.0);
            let weight = if similarity < MIDDLE {
                even * (similarity - LOW) / (MIDDLE - LOW)
            } else {
                (even + SLOPE * sure * (similarity - MIDDLE)).min(MOST_WEIGHT)
            };
            weight - (best - self.score) / NATS
        };
        // Where examples have little in common their looks can propose the type and make no page sure.
        let most = match (coherence < COHERENT, self.unread) {
            (_, true) => even + PROPOSED,
            (true, false) => alone.max(even + PROPOSED),
            (false, false) => MOST_WEIGHT,
        };
        (alone + self.look.map_or(0.0, looks::weight)).clamp(0.0, most.max(0.0))
    }
}

impl Prototype {
    /// What a page loses for not having the title that the examples share.
    fn missing_title(&self, page: &Features) -> f32 {
        let title = &self.common.title;
        if title.is_empty() {
            return 0.0;
        }
        let seen = title.iter().filter(|f| page.has(**f)).count() as f32 / title.len() as f32;
        NO_TITLE * ((TITLE_SEEN.0 - seen) / (TITLE_SEEN.0 - TITLE_SEEN.1)).clamp(0.0, 1.0)
    }
}
