//! Documents of several pages: letters and invoices whose later pages go on what the first began.
//!
//! What a document's pages have in common is made on its first page and kept: sender, reference, numbers, how pages are numbered.

use super::letter::{footer, recipient, sender};
use super::table::{Column, Look, table};
use crate::pages::compose::{Align, Manner};
use crate::pages::desk::Desk;
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::{codes, person, words};

/// How the pages of a document are numbered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Numbering {
    None,
    /// `Page 2/3`
    Worded,
    /// `page 2 sur 3`
    Of,
    /// `2/3`
    Plain,
    /// `- 2 -`
    Dashes,
}

/// What the pages of a document have in common.
#[derive(Debug, Clone)]
pub(crate) struct Matter {
    sender: Vec<String>,
    reference: String,
    date: String,
    numbering: Numbering,
    /// Later pages say sender and reference again.
    repeats: bool,
    /// Of the invoice so far, in cents.
    total: u64,
}

impl Matter {
    fn new(d: &mut Desk<'_, '_>) -> Matter {
        let sender = sender(d);
        let rng = &mut d.rng;
        let numbering = [Numbering::None, Numbering::Worded, Numbering::Of, Numbering::Plain, Numbering::Dashes]
            [rng.weighted(&[0.35, 0.25, 0.1, 0.15, 0.15])];
        Matter {
            sender,
            reference: codes::reference(rng),
            date: codes::date(rng),
            numbering,
            repeats: rng.chance(0.5),
            total: 0,
        }
    }

    /// The page's number at its foot.
    fn number(&self, d: &mut Desk<'_, '_>, number: usize, of: usize) {
        let text = match self.numbering {
            Numbering::None => return,
            Numbering::Worded => format!("Page {number}/{of}"),
            Numbering::Of => format!("page {number} sur {of}"),
            Numbering::Plain => format!("{number}/{of}"),
            Numbering::Dashes => format!("- {number} -"),
        };
        let t = d.fonts.body.sized((d.size() * 0.85).max(5.6));
        let (middle, y) = (d.c.width / 2.0, d.c.height - 50.0);
        d.centre(middle, y, &text, &t);
    }

    /// What a later page says of the document at its head, at times; where its text begins.
    fn head(&self, d: &mut Desk<'_, '_>, label: &str) -> f32 {
        let y = d.margins[1] + d.size();
        if !self.repeats {
            return y;
        }
        let t = d.fonts.body.sized(d.size() * 0.85);
        let (x0, x1) = (d.x0(), d.x1());
        d.left(x0, y, &self.sender[0], &t);
        let text = format!("{label} {}", self.reference);
        d.right(x1, y, &text, &t);
        y + d.leading * 2.0
    }
}

/// Paragraphs until the page is full, or as many as given.
fn paragraphs(d: &mut Desk<'_, '_>, mut y: f32, most: i64) -> f32 {
    let (body, lead) = (d.fonts.body.clone(), d.leading);
    let (left, right) = (d.x0(), d.x1());
    let end = d.bottom() - lead * 7.0;
    let manner = Manner { align: Align::Left, justify: d.rng.chance(0.5), hyphenate: false, indent: 0.0 };
    for _ in 0..most {
        if y > end {
            break;
        }
        let length = d.rng.between(160, 620) as usize;
        let text = d.prose(length);
        y = d.paragraph(left, y, right - left, &text, &body, lead, manner) + lead * 0.6;
    }
    y
}

/// A page of a letter, counted from 1 of two or more. `matter` is made on the first.
pub(crate) fn letter(d: &mut Desk<'_, '_>, matter: &mut Option<Matter>, number: usize, of: usize) {
    let (body, bold, lead) = (d.fonts.body.clone(), d.fonts.bold.clone(), d.leading);
    if number == 1 {
        let own = matter.insert(Matter::new(d)).clone();
        let (left, top) = (d.x0(), d.margins[1] + body.size);
        let name = bold.sized(body.size * 1.3);
        d.value("sender", left, top, &own.sender[0], &name);
        let small = body.sized(body.size * 0.9);
        let after = d.block(left, top + small.size * 1.5, &own.sender[1..], &small, small.size * 1.25);
        let window_x = d.c.width * d.rng.range(0.5, 0.58);
        let window_y = (d.c.height * d.rng.range(0.15, 0.2)).max(after);
        let to = recipient(d);
        let mut y = d.block(window_x, window_y, &to, &body, body.size * 1.22) + lead;
        let dated = format!("{}, le {}", d.rng.choose(words::TOWNS).1, own.date);
        d.value("date", window_x, y, &dated, &body);
        y += lead * 2.0;
        if d.rng.chance(0.7) {
            let at = left + body.size * 5.5;
            d.labelled("our_reference", left, at, y, "Nos réf. :", &own.reference, (&body, &body));
            y += lead;
        }
        if d.rng.chance(0.85) {
            let subject = format!("Objet : {}", d.phrase(40));
            d.value("subject", left, y + lead * 0.3, &subject, &bold);
            y += lead * 2.0;
        }
        d.left(left, y, "Madame, Monsieur,", &body);
        paragraphs(d, y + lead * 1.6, 12);
        own.number(d, 1, of);
        return;
    }
    let Some(own) = matter.clone() else { return };
    let y = own.head(d, "Réf.");
    if number < of {
        paragraphs(d, y, 12);
    } else {
        let most = d.rng.between(1, 4);
        let y = paragraphs(d, y, most);
        let (left, right) = (d.x0(), d.x1());
        let closing = d.rng.pick(&words::SENTENCES[1..4]).to_owned();
        let y = d.paragraph(left, y, right - left, &closing, &body, lead, Manner::RAGGED) + lead;
        if y < d.bottom() - lead * 2.0 {
            let x = d.c.width * 0.55;
            d.left(x, y, "La responsable du service", &body);
            marks::signature(d.c, x + 10.0, y + 30.0, 90.0, &mut d.rng);
            let signer = person(&mut d.rng);
            let foot = (y + 58.0).min(d.bottom());
            d.value("signatory", x, foot, &signer, &body);
        }
    }
    own.number(d, number, of);
}

/// A page of an invoice, counted from 1 of two or more; the totals stand on the last. `matter` is made on the first.
pub(crate) fn invoice(d: &mut Desk<'_, '_>, matter: &mut Option<Matter>, number: usize, of: usize) {
    let (body, bold) = (d.fonts.body.clone(), d.fonts.bold.clone());
    let (x0, x1, lead) = (d.x0(), d.x1(), body.size * 1.28);
    let mut y = if number == 1 {
        let own = matter.insert(Matter::new(d)).clone();
        let top = d.margins[1] + body.size;
        d.value("supplier", x0, top, &own.sender[0], &bold.sized(body.size * 1.3));
        let after = d.block(x0, top + lead * 1.2, &own.sender[1..], &body, lead);
        let right_x = d.c.width * 0.56;
        d.left(right_x, top, "FACTURE", &bold.sized(body.size * 1.8));
        let at = right_x + body.size * 7.0;
        d.labelled("invoice_number", right_x, at, top + lead * 2.0, "Facture n°", &own.reference, (&body, &body));
        d.labelled("invoice_date", right_x, at, top + lead * 3.0, "Date :", &own.date, (&body, &body));
        let to = recipient(d);
        d.block(right_x, top + lead * 5.0, &to, &body, lead).max(after) + lead * 1.5
    } else {
        match matter {
            Some(own) => own.head(d, "Facture n°"),
            None => return,
        }
    };
    let mut rows = Vec::new();
    let mut net = 0u64;
    let wanted = if number < of { 22 } else { d.rng.between(1, 10) };
    for _ in 0..wanted {
        let (quantity, price) = (d.rng.between(1, 40) as u64, d.rng.log_range(90.0, 20_000.0) as u64);
        net += quantity * price;
        let item = d.rng.pick(words::ITEMS).to_owned();
        rows.push(vec![item, quantity.to_string(), euros(price), euros(quantity * price)]);
    }
    let column = Column::plain;
    let columns = [
        column("Désignation", 4.0, Align::Left),
        column("Quantité", 1.0, Align::Right),
        column("Prix unitaire", 1.4, Align::Right),
        column("Montant HT", 1.5, Align::Right),
    ];
    let look = Look::random(d);
    let cell = body.sized(body.size * 0.9);
    let head = bold.sized(cell.size);
    let room = d.bottom() - lead * 6.0;
    y = table(d, x0, x1, y, &columns, &rows, (&cell, &head), cell.size * 1.6, look, room) + lead * 1.5;
    let Some(own) = matter.as_mut() else { return };
    own.total += net;
    let total = own.total;
    let own = own.clone();
    let tx = x1 - (x1 - x0) * 0.38;
    let sums: Vec<(&'static str, &str, u64)> = if number < of {
        vec![("carried", "À reporter", total)]
    } else {
        let vat = total / 5;
        vec![("total_ht", "Total HT", total), ("total_tva", "Total TVA", vat), ("total_ttc", "Total TTC", total + vat)]
    };
    for (name, label, cents) in sums {
        d.c.row(|c| {
            let rng = &mut d.rng;
            c.text(tx, y, label, &bold, Align::Left, rng);
            c.value(name, x1, y, &euros(cents), &body, Align::Right, rng);
        });
        y += lead * 1.15;
    }
    if number == of {
        footer(d);
    }
    own.number(d, number, of);
}

/// Euros as printed, from cents.
fn euros(cents: u64) -> String {
    format!("{},{:02}", codes::thousands(cents / 100, " "), cents % 100)
}

/// A separator sheet: its title, and the code in letters as such sheets have it.
pub(crate) fn separator(d: &mut Desk<'_, '_>, code: &str) {
    let big = d.fonts.bold.sized(d.size() * 2.4);
    let (middle, y) = (d.c.width / 2.0, d.c.height * 0.4);
    let title = d.rng.pick(&["SÉPARATEUR", "FEUILLE DE SÉPARATION", "SÉPARATEUR DE DOCUMENTS"]);
    d.centre(middle, y, title, &big);
    let body = d.fonts.body.clone();
    d.centre(middle, y + big.size * 2.0, code, &body);
}

/// How many pages a document of several has.
pub(crate) fn pages(rng: &mut Rng) -> usize {
    [2, 3, 4][rng.weighted(&[0.55, 0.3, 0.15])]
}
