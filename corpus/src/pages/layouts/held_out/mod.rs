//! Cards, tax notices, papers of civil status, attestations of funds, orders and formal demands in layouts that no rule was written with in
//! view: fourteen of the document types.
//!
//! Whoever drew them had the names of types and fields and real papers in mind, and had seen neither the rules that tell types nor
//! other layouts but for one file of cheques. They are for measuring alone: a rule that is changed because of what it makes of these pages
//! ends what they are for. Two hands drew them: `state_*` and `civil_*`.

mod civil_arretes;
mod civil_arretes_of_one;
mod civil_caf;
mod civil_demeure;
mod civil_demeure_offices;
mod civil_droits;
mod civil_kit;
mod civil_livret;
mod civil_naissance;
mod civil_naissance_abroad;
mod state_identity;
mod state_identity_blue;
mod state_kit;
mod state_licence;
mod state_passport;
mod state_residence;
mod state_tax;
mod state_tax_local;
mod state_vehicle;

use super::page::Page;

/// All pages, by the file that draws them.
pub(super) const PAGES: &[&[Page]] = &[
    civil_arretes::PAGES,
    civil_arretes_of_one::PAGES,
    civil_caf::PAGES,
    civil_demeure::PAGES,
    civil_demeure_offices::PAGES,
    civil_droits::PAGES,
    civil_livret::PAGES,
    civil_naissance::PAGES,
    civil_naissance_abroad::PAGES,
    state_identity::PAGES,
    state_identity_blue::PAGES,
    state_licence::PAGES,
    state_passport::PAGES,
    state_residence::PAGES,
    state_tax::PAGES,
    state_tax_local::PAGES,
    state_vehicle::PAGES,
];
