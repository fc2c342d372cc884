//! Identity cards, passports, residence permits, driving licences and registration certificates in layouts that no rule was written
//! with in view.
//!
//! Whoever drew them had the names of types and fields and real papers in mind, and had seen neither the rules that tell types nor
//! other layouts but for one file of cheques. They are for measuring alone: a rule that is changed because of what it makes of these pages
//! ends what they are for.

mod state_identity;
mod state_identity_blue;
mod state_kit;
mod state_licence;
mod state_passport;
mod state_residence;
mod state_vehicle;

use super::page::Page;

/// All pages, by the file that draws them.
pub(super) const PAGES: &[&[Page]] = &[
    state_identity::PAGES,
    state_identity_blue::PAGES,
    state_passport::PAGES,
    state_residence::PAGES,
    state_licence::PAGES,
    state_vehicle::PAGES,
];
