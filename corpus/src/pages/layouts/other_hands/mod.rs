//! Pages of every shipped document type as others would set them.
//!
//! Whoever drew them had the names of types and fields and real papers in mind, and had seen neither the rules that tell types nor
//! our own layouts. Rules were tried on them afterwards, so that they are no longer a measure of how rules fare on what they have
//! not met.

mod accounts;
mod application;
mod applying;
mod attestations;
mod benefits;
mod cards;
mod certificates;
mod civil_kit;
mod decrees;
mod deliveries;
mod employers;
mod family_booklet;
mod forms;
mod forms_kit;
mod health;
mod homes;
mod invoices;
mod leaflets;
mod mail_law;
mod mail_people;
mod mail_public;
mod mail_trade;
mod networks;
mod notices;
mod orders;
mod quotes;
mod registered_forms;
mod registers;
mod schooling;
mod statements;
mod stationery;
mod taxes;
mod tills;
mod trade;
mod travel_and_road;
mod utilities;
mod vehicle_paper;
mod wages;

use super::page::Page;

/// All pages, by the file that draws them.
pub(super) const PAGES: &[&[Page]] = &[
    accounts::PAGES,
    application::PAGES,
    applying::PAGES,
    attestations::PAGES,
    benefits::PAGES,
    cards::PAGES,
    certificates::PAGES,
    decrees::PAGES,
    deliveries::PAGES,
    employers::PAGES,
    forms::PAGES,
    health::PAGES,
    homes::PAGES,
    invoices::PAGES,
    leaflets::PAGES,
    mail_law::PAGES,
    mail_people::PAGES,
    mail_public::PAGES,
    mail_trade::PAGES,
    notices::PAGES,
    orders::PAGES,
    registered_forms::PAGES,
    registers::PAGES,
    schooling::PAGES,
    statements::PAGES,
    taxes::PAGES,
    tills::PAGES,
    travel_and_road::PAGES,
    utilities::PAGES,
    wages::PAGES,
];
