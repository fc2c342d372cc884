//! Pages of every shipped document type in layouts that no rule was written with in view.
//!
//! Whoever drew them had the names of types and fields and real papers in mind, and had seen neither the rules that tell types nor
//! other layouts. They are for measuring alone: a rule that is changed because of what it makes of these pages ends what they are for.

use super::page::Page;

/// All pages, by the file that draws them.
pub(super) const PAGES: &[&[Page]] = &[];
