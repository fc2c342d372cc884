//! Pages of every shipped document type as yet others again would set them, told to set what is ordinary in the variety that there is.
//!
//! Whoever drew them had the names of types and fields and real papers in mind, and had seen neither the rules that tell types nor
//! other layouts. They were held out, scored with the rules before and after those of an evening, and rules were tried on them
//! afterwards, so that they are no longer a measure of how rules fare on what they have not met.
//! `civic_*` are papers of persons and of the state, `trade_*` those of business, housing and correspondence.

mod civic_acts;
mod civic_cards;
mod civic_doctors;
mod civic_family;
mod civic_forms;
mod civic_insurers;
mod civic_kit;
mod civic_names;
mod civic_orders;
mod civic_plastic;
mod civic_proofs;
mod civic_rights;
mod civic_schools;
mod civic_social;
mod civic_state_orders;
mod civic_tax;
mod civic_travel;
mod civic_vehicle;
mod civic_work;
mod trade_bank;
mod trade_energy;
mod trade_invoice;
mod trade_invoice_public;
mod trade_job;
mod trade_kit;
mod trade_law;
mod trade_letter;
mod trade_mail;
mod trade_office;
mod trade_order;
mod trade_other;
mod trade_payslip;
mod trade_people;
mod trade_quote;
mod trade_rent;
mod trade_sale;
mod trade_slip;
mod trade_water;

use super::page::Page;

/// All pages, by the file that draws them.
pub(super) const PAGES: &[&[Page]] = &[
    civic_acts::PAGES,
    civic_cards::PAGES,
    civic_doctors::PAGES,
    civic_family::PAGES,
    civic_forms::PAGES,
    civic_insurers::PAGES,
    civic_orders::PAGES,
    civic_proofs::PAGES,
    civic_rights::PAGES,
    civic_schools::PAGES,
    civic_social::PAGES,
    civic_state_orders::PAGES,
    civic_tax::PAGES,
    civic_travel::PAGES,
    civic_vehicle::PAGES,
    civic_work::PAGES,
    trade_bank::PAGES,
    trade_energy::PAGES,
    trade_invoice::PAGES,
    trade_invoice_public::PAGES,
    trade_job::PAGES,
    trade_law::PAGES,
    trade_mail::PAGES,
    trade_office::PAGES,
    trade_order::PAGES,
    trade_other::PAGES,
    trade_payslip::PAGES,
    trade_quote::PAGES,
    trade_rent::PAGES,
    trade_slip::PAGES,
    trade_water::PAGES,
];
