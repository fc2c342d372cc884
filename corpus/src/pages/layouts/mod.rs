//! The kinds of documents drawn, how often each, and on what sheets.

mod bank;
mod book;
mod facts;
mod fifth_hands;
mod form;
mod fourth_hands;
mod held_out;
mod identity;
mod invoice;
mod kit;
mod leaflet;
mod letter;
mod other_hands;
mod page;
pub(crate) mod papers;
mod receipt;
mod second_hands;
pub(crate) mod several;
mod statement;
mod table;
mod third_hands;
mod typed;

pub(crate) use identity::side as identity_side;

use self::page::Page;
use self::papers::Paper;
use super::desk::Desk;
use crate::corpus::Kinds;
use crate::degrade::Era;
use crate::rng::Rng;

/// A kind of document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Layout {
    Letter,
    Invoice,
    Rib,
    Certificate,
    Form,
    Identity,
    Payslip,
    TaxNotice,
    Statement,
    Receipt,
    Typescript,
    Book,
    Columns,
    Leaflet,
    Handwritten,
    Blank,
    /// Drawn only where every shipped type is asked for.
    Paper(Paper),
    /// As others set it; drawn only where such pages are asked for.
    ByOthers(&'static Page),
}

const SHARES: &[(Layout, f32)] = &[
    (Layout::Letter, 0.18),
    (Layout::Invoice, 0.12),
    (Layout::Rib, 0.04),
    (Layout::Certificate, 0.05),
    (Layout::Form, 0.09),
    (Layout::Identity, 0.05),
    (Layout::Payslip, 0.05),
    (Layout::TaxNotice, 0.05),
    (Layout::Statement, 0.06),
    (Layout::Receipt, 0.05),
    (Layout::Typescript, 0.10),
    (Layout::Book, 0.10),
    (Layout::Columns, 0.03),
    (Layout::Leaflet, 0.05),
    (Layout::Handwritten, 0.03),
    (Layout::Blank, 0.02),
];

/// How often each kind comes where every shipped type is asked for, beside once for each paper: as often as there are types that
/// it stands for, and a few pages of no type. The mail's letters, of no one kind of sender, stand for none.
const BY_TYPE: &[(Layout, f32)] = &[
    (Layout::Letter, 1.0),
    (Layout::Invoice, 4.0),
    (Layout::Rib, 1.0),
    (Layout::Certificate, 4.0),
    (Layout::Form, 1.0),
    (Layout::Identity, 2.0),
    (Layout::Payslip, 1.0),
    (Layout::TaxNotice, 1.0),
    (Layout::Statement, 1.0),
    (Layout::Receipt, 1.0),
    (Layout::Typescript, 1.0),
    (Layout::Book, 0.7),
    (Layout::Columns, 0.4),
    (Layout::Leaflet, 0.5),
    (Layout::Handwritten, 0.4),
];

impl Layout {
    pub(crate) fn random(kinds: Kinds, rng: &mut Rng) -> Layout {
        match kinds {
            Kinds::Mail => {
                let weights: Vec<f32> = SHARES.iter().map(|(_, w)| *w).collect();
                SHARES[rng.weighted(&weights)].0
            }
            Kinds::EveryType => {
                let papers = Paper::ALL.map(|paper| (Layout::Paper(paper), 1.0));
                let all: Vec<(Layout, f32)> = BY_TYPE.iter().copied().chain(papers).collect();
                let weights: Vec<f32> = all.iter().map(|(_, w)| *w).collect();
                all[rng.weighted(&weights)].0
            }
            Kinds::OtherHands => Page::any(other_hands::PAGES, rng).map_or(Layout::Blank, Layout::ByOthers),
            Kinds::SecondHands => Page::any(second_hands::PAGES, rng).map_or(Layout::Blank, Layout::ByOthers),
            Kinds::ThirdHands => Page::any(third_hands::PAGES, rng).map_or(Layout::Blank, Layout::ByOthers),
            Kinds::FifthHands => Page::any(fifth_hands::PAGES, rng).map_or(Layout::Blank, Layout::ByOthers),
            Kinds::HeldOut => Page::any(held_out::PAGES, rng).map_or(Layout::Blank, Layout::ByOthers),
            Kinds::FourthHands => Page::any(fourth_hands::PAGES, rng).map_or(Layout::Blank, Layout::ByOthers),
        }
    }

    /// The name in the truth.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Layout::Letter => "letter",
            Layout::Invoice => "invoice",
            Layout::Rib => "rib",
            Layout::Certificate => "certificate",
            Layout::Form => "form",
            Layout::Identity => "identity_card",
            Layout::Payslip => "payslip",
            Layout::TaxNotice => "tax_notice",
            Layout::Statement => "bank_statement",
            Layout::Receipt => "receipt",
            Layout::Typescript => "typescript",
            Layout::Book => "book",
            Layout::Columns => "columns",
            Layout::Leaflet => "leaflet",
            Layout::Handwritten => "handwritten",
            Layout::Blank => "blank",
            Layout::Paper(paper) => paper.name(),
            Layout::ByOthers(page) => page.name,
        }
    }

    /// Width and height of the sheet in points.
    pub(crate) fn sheet(self, rng: &mut Rng) -> (f32, f32) {
        match self {
            Layout::Paper(paper) => paper.sheet(rng).unwrap_or((595.3, 841.9)),
            Layout::ByOthers(page) => (page.sheet)(rng).unwrap_or((595.3, 841.9)),
            Layout::Receipt => (rng.range(160.0, 230.0), rng.range(300.0, 900.0)),
            Layout::Book => {
                let width = rng.range(300.0, 450.0);
                (width, width * rng.range(1.38, 1.65))
            }
            Layout::Leaflet if rng.chance(0.4) => (420.0, 595.0),
            Layout::Rib if rng.chance(0.3) => (595.0, rng.range(280.0, 420.0)),
            Layout::Typescript if rng.chance(0.3) => (595.0, rng.range(770.0, 860.0)),
            Layout::Identity | Layout::Blank | Layout::Letter if rng.chance(0.04) => (842.0, 595.0),
            _ => (595.3, 841.9),
        }
    }

    /// How it was printed.
    pub(crate) fn era(self, rng: &mut Rng) -> Era {
        match self {
            Layout::Typescript => Era::Typewriter,
            Layout::Book => Era::Book,
            Layout::Receipt if rng.chance(0.7) => Era::Receipt,
            Layout::Letter | Layout::Form | Layout::Certificate if rng.chance(0.08) => Era::Typewriter,
            Layout::Paper(paper) if paper.may_be_typed() && rng.chance(0.06) => Era::Typewriter,
            Layout::ByOthers(page) if page.is_slip() && rng.chance(0.7) => Era::Receipt,
            _ => Era::Modern,
        }
    }

    /// Sets the document.
    pub(crate) fn set(self, desk: &mut Desk<'_, '_>) {
        match self {
            Layout::Letter => letter::letter(desk),
            Layout::Certificate => letter::certificate(desk),
            Layout::Invoice => invoice::invoice(desk),
            Layout::Rib => bank::rib(desk),
            Layout::Form => form::form(desk),
            Layout::Identity => identity::cards(desk),
            Layout::Payslip => statement::payslip(desk),
            Layout::TaxNotice => statement::tax_notice(desk),
            Layout::Statement => bank::statement(desk),
            Layout::Receipt => receipt::receipt(desk),
            Layout::Typescript => typed::typescript(desk),
            Layout::Book => book::book(desk),
            Layout::Columns => book::columns(desk),
            Layout::Leaflet => leaflet::leaflet(desk),
            Layout::Handwritten => letter::handwritten(desk),
            Layout::Blank => {}
            Layout::Paper(paper) => paper.set(desk),
            Layout::ByOthers(page) => (page.set)(desk),
        }
    }
}
