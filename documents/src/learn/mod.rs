//! Learning types by example: a few sample pages instead of rules, or beside them.
//!
//! Responsible for what a page is remembered by ([`Examples`]), for how alike a page is to the examples of each type, and for
//! adding pages to a type's examples ([`learn`]). Nothing is trained: an example is a set of features, a type the features that its
//! examples have in common, and both are made in milliseconds.
//!
//! # How a page is told
//! A page is the set of its words, of the words of its large lines, of the letter triples of those, and of a coarse descriptor of its
//! layout (`features`), all hashed, so that an examples' file holds no text. A type's prototype weighs each feature that at least half
//! of its examples have by how much likelier it is there than on any page (log-odds of a Bernoulli model with add-one smoothing
//! towards the rarity of the feature; `rarity` was fitted on drawn mail). A page's score is the log-likelihood ratio, and its
//! *similarity* the share of the score that an unseen example gets at least, five times in six, which is found by leaving out each example
//! in turn. Where the examples share a title, a page with another one loses most of that; one of which no title was read loses less,
//! and is for a person. Similarities become
//! weights in the units of phrase rules (see [`crate::types`]), so that there is one confidence for both, and "autre" where nothing is
//! near enough. Examples that have little in common with each other, or little but
//! their layout, never make a page sure.
//!
//! Where a server told what page and examples look like (`looks`; a small network that sees all of the page), a look that is like theirs
//! adds to the weight and another takes from it: it tells pages of no type from those that share their words. Types whose examples have
//! nothing in common but their look are proposed by it, never told for sure.
//!
//! # What it does not do
//! No page is told by its look alone for sure. Character n-grams of all words were tried on drawn pages and made it worse; those of titles, which
//! forgive reading errors there, were kept.
//!
//! Not responsible for writing files, nor for fields: a learned type has those of its type file, if it has one.

mod examples;
mod features;
mod looks;
mod prototype;
mod rarity;

pub use examples::{Example, Examples, FILE_ENDING, MAX_BYTES, MAX_EXAMPLES, MIN_EXAMPLES};
pub use features::Features;
pub(crate) use prototype::Prototypes;
pub use rarity::{RARITY_PAGES, rarity_table};

use crate::page::Page;
use crate::types::{OTHER, TypeSet};

/// Words below which a page says too little to be an example.
const MIN_WORDS: usize = 8;
/// How alike examples must be to each other for a page to be accepted without a person.
const COHERENT: f32 = 0.37;

/// Why nothing is learned.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum LearnError {
    /// The name is none that a type may have.
    #[error("learning: \"{0}\" is no name of a type: 1 to 64 lower-case letters, digits and _, and not autre")]
    Name(String),
    /// The label is empty or too long.
    #[error("learning: the label \"{0}\" is empty or longer than 120 characters")]
    Label(String),
    /// A page with too few words.
    #[error("learning: {0} has fewer than {MIN_WORDS} different words, too few to be recognised by")]
    TooLittle(String),
    /// More pages than a type may have examples.
    #[error("learning: {0} pages are more than the {MAX_EXAMPLES} examples that a type may have")]
    TooManyPages(usize),
    /// A type without rules needs more examples.
    #[error(
        "learning: {name} would have {have} different examples; a type without phrases or evidence needs {MIN_EXAMPLES}"
    )]
    TooFew {
        /// The type.
        name: String,
        /// Different examples, those that were there included.
        have: usize,
    },
}

/// What came of learning.
#[derive(Debug, Clone, PartialEq)]
pub struct Learned {
    /// The type's examples, the new ones included.
    pub examples: Examples,
    /// Pages that were added.
    pub added: usize,
    /// Pages that were examples already.
    pub known: usize,
    /// Old examples that gave way, as a type has at most [`MAX_EXAMPLES`].
    pub dropped: usize,
    /// How alike the examples are to each other, 0 to 1; `None` while they are fewer than [`MIN_EXAMPLES`] and do not count.
    pub coherence: Option<f32>,
}

impl Learned {
    /// Whether pages told by the examples alone can be sure enough to go without a person.
    pub fn is_coherent(&self) -> bool {
        self.coherence.is_some_and(|c| c >= COHERENT)
    }
}

/// Adds pages to the examples of a type of `set`, or of a new one: for a type that is added by its sample pages as for a page whose
/// type a person has corrected. `label` is how a type without a file is shown to people; where it is not given it is what it was, or
/// made of the name. Each page comes with what it is called in the file of examples.
///
/// Nothing is written: the caller stores [`Examples::to_toml`] beside the type's file.
///
/// # Errors
/// [`LearnError`] names what cannot be learned.
pub fn learn(set: &TypeSet, name: &str, label: Option<&str>, pages: &[(String, &Page)]) -> Result<Learned, LearnError> {
    if !examples::is_name(name) || name == OTHER {
        return Err(LearnError::Name(name.to_owned()));
    }
    if pages.len() > MAX_EXAMPLES {
        return Err(LearnError::TooManyPages(pages.len()));
    }
    let before = set.examples(name);
    let label = match (label, before, set.get(name)) {
        (Some(label), ..) => label.to_owned(),
        (None, Some(before), _) => before.label.clone(),
        (None, None, Some(known)) => known.label.clone(),
        (None, None, None) => made_of(name),
    };
    if !examples::is_label(&label) {
        return Err(LearnError::Label(label));
    }
    let mut all: Vec<Example> = before.map(|b| b.examples.clone()).unwrap_or_default();
    let (mut added, mut known) = (0, 0);
    for (source, page) in pages {
        let features = Features::of(page);
        if features.words() < MIN_WORDS {
            return Err(LearnError::TooLittle(source.clone()));
        }
        if let Some(same) = all.iter_mut().find(|e| e.features == features) {
            // It may have been learned before there was a model for its look, or with another one.
            same.embedding = page.embedding().cloned().or_else(|| same.embedding.take());
            known += 1;
            continue;
        }
        added += 1;
        all.push(Example::new(source, features, page.embedding().cloned()));
    }
    let dropped = all.len().saturating_sub(MAX_EXAMPLES);
    all.drain(..dropped);
    let has_rules = set.get(name).is_some_and(|t| !(t.phrases.is_empty() && t.evidence.is_empty()));
    if all.len() < MIN_EXAMPLES && !has_rules {
        return Err(LearnError::TooFew { name: name.to_owned(), have: all.len() });
    }
    let examples = Examples { type_name: name.to_owned(), label, examples: all };
    let coherence = prototype::Prototype::of(&examples).map(|p| p.coherence);
    Ok(Learned { examples, added, known, dropped, coherence })
}

/// `demande_cantine` as people read it, until somebody says better: `Demande cantine`.
fn made_of(name: &str) -> String {
    let words = name.replace('_', " ");
    let mut letters = words.trim().chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

#[cfg(test)]
mod tests;
