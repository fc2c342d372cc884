//! Pages of every shipped document type as yet others would set them, told to prefer what is less usual but real.
//!
//! Whoever drew them had the names of types and fields and real papers in mind, and had seen neither the rules that tell types nor
//! other layouts. They were held out for a day; rules were tried on them afterwards, so that they are no longer a measure of how
//! rules fare on what they have not met.

mod accounts;
mod agents;
mod aid_forms;
mod applications;
mod attestations;
mod bank;
mod bills;
mod civil_acts;
mod civil_kit;
mod decree;
mod deliveries;
mod doctors;
mod employers;
mod energy;
mod family_books;
mod family_funds;
mod folk;
mod goods;
mod health_funds;
mod identity_cards;
mod job_seekers;
mod mail;
mod notices;
mod numbered_forms;
mod offices;
mod orders;
mod other;
mod pay;
mod people;
mod permits;
mod quotes;
mod rent;
mod resumes;
mod schools;
mod tax;
mod telecom;
mod till;
mod trade_kit;
mod vehicle_sheets;

use super::page::Page;

/// All pages, by the file that draws them.
pub(super) const PAGES: &[&[Page]] = &[
    accounts::PAGES,
    aid_forms::PAGES,
    applications::PAGES,
    attestations::PAGES,
    bank::PAGES,
    bills::PAGES,
    civil_acts::PAGES,
    decree::PAGES,
    deliveries::PAGES,
    doctors::PAGES,
    employers::PAGES,
    energy::PAGES,
    family_books::PAGES,
    family_funds::PAGES,
    health_funds::PAGES,
    identity_cards::PAGES,
    notices::PAGES,
    numbered_forms::PAGES,
    offices::PAGES,
    orders::PAGES,
    other::PAGES,
    pay::PAGES,
    people::PAGES,
    permits::PAGES,
    quotes::PAGES,
    rent::PAGES,
    resumes::PAGES,
    schools::PAGES,
    tax::PAGES,
    till::PAGES,
];
