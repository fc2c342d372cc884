//! Business papers as others again would set them: bills, of energy, water and telephones too, quotes, orders, delivery notes, slips
//! from tills and rents.
//!
//! Whoever drew them had the names of types and fields and real papers in mind, and had seen neither the rules that tell types nor other
//! layouts but for one file of cheques. They were held out, scored from true words and from pixels, and then looked at and learned from,
//! on 1 December 2026.

mod trade_deliveries;
mod trade_deliveries_home;
mod trade_energy;
mod trade_invoices;
mod trade_kit;
mod trade_orders;
mod trade_orders_home;
mod trade_phone;
mod trade_quotes;
mod trade_quotes_home;
mod trade_rents;
mod trade_slips;
mod trade_slips_small;
mod trade_utilities;
mod trade_workshops;

use super::page::Page;

/// All pages, by the file that draws them.
pub(super) const PAGES: &[&[Page]] = &[
    trade_deliveries::PAGES,
    trade_deliveries_home::PAGES,
    trade_energy::PAGES,
    trade_invoices::PAGES,
    trade_orders::PAGES,
    trade_orders_home::PAGES,
    trade_phone::PAGES,
    trade_quotes::PAGES,
    trade_quotes_home::PAGES,
    trade_rents::PAGES,
    trade_slips::PAGES,
    trade_slips_small::PAGES,
    trade_utilities::PAGES,
    trade_workshops::PAGES,
];
