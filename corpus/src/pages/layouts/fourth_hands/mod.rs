//! Pages of every shipped document type as others again would set them, told, like those before, to set what is ordinary.
//!
//! Whoever drew them had the names of types and fields and real papers in mind, and had seen neither the rules that tell types nor
//! other layouts. They were held out for two days and scored often, from true words and from pixels, before any was looked at; rules
//! were tried on them afterwards, so that they are no longer a measure of how rules fare on what they have not met.
//! Three hands drew them: `a_*` papers of civil status, of identity and of the State, `b_*` those of work, health, homes and banks,
//! `c_*` business papers and letters.

mod a_acts;
mod a_aid;
mod a_cards;
mod a_forms;
mod a_kit;
mod a_licences;
mod a_official;
mod a_vehicles;
mod b_attestations;
mod b_benefits;
mod b_candidates;
mod b_cheques;
mod b_curricula;
mod b_doctors;
mod b_employers;
mod b_payslips;
mod b_rents;
mod b_ribs;
mod b_rights;
mod b_schools;
mod b_statements;
mod b_tills;
mod c_deal;
mod c_hands;
mod c_home;
mod c_kit;
mod c_letters;
mod c_trade;

use super::page::Page;

/// All pages, by the file that draws them.
pub(super) const PAGES: &[&[Page]] = &[
    a_acts::PAGES,
    a_aid::PAGES,
    a_cards::PAGES,
    a_forms::PAGES,
    a_licences::PAGES,
    a_official::PAGES,
    a_vehicles::PAGES,
    b_attestations::PAGES,
    b_benefits::PAGES,
    b_candidates::PAGES,
    b_cheques::PAGES,
    b_curricula::PAGES,
    b_doctors::PAGES,
    b_employers::PAGES,
    b_payslips::PAGES,
    b_rents::PAGES,
    b_ribs::PAGES,
    b_rights::PAGES,
    b_schools::PAGES,
    b_statements::PAGES,
    b_tills::PAGES,
    c_home::PAGES,
    c_letters::PAGES,
    c_trade::PAGES,
];
