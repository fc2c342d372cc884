//! A pen that goes down a column, texts that name their fields, people.
//!
//! A text holds fields as `[name|value]`: the value is printed, the name goes to the truth.

use crate::pages::compose::{Align, Manner, Type};
use crate::pages::desk::Desk;
use crate::pages::layouts::facts::{Day, figures, fitting, mark, written};
use crate::pages::marks;
use crate::rng::Rng;
use crate::text::codes;
use std::cell::RefCell;

pub(in crate::pages::layouts) use super::people::{House, Who};

pub(in crate::pages::layouts) use Align::{Centre, Left, Right};

/// Sizes and weights of one page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pages::layouts) enum Ty {
    Body,
    Bold,
    Italic,
    Small,
    Tiny,
    Head,
    Title,
}

const NAMES: &[&str] = &[
    "account_holder", "account_number", "act_date", "act_number", "address", "addressee", "amount", "amount_due",
    "ape", "balance", "bank_code", "beneficiary_number", "bic", "birth_date", "birth_name", "birth_place", "branch",
    "branch_code", "buyer", "buyer_reference", "card_number", "charges", "client_number", "contract_number", "date",
    "delivery_point", "due_date", "email", "employer", "employer_siret", "expiry_date", "expiry_date_printed",
    "family_quotient", "file_number", "first_name", "first_names", "first_registration", "form_number", "gross",
    "height", "holder", "iban", "invoice_date", "invoice_number", "issue_date", "landlord", "last_name",
    "licence_number", "mrz", "nationality", "net_before_tax", "net_pay", "nir", "note_date", "note_number",
    "notice_reference", "number", "occupation", "opening_balance", "order_date", "order_number", "our_reference",
    "payee", "payment_date", "period", "phone", "plate", "postcode", "previous_balance", "previous_plate",
    "publication_date", "quote_date", "quote_number", "reading_date", "recipient", "reference", "reference_income",
    "rent", "rib_key", "roll", "school_year", "seller", "sender", "sex", "siret", "street", "subject", "tax_number",
    "tenant", "total", "total_ht", "total_ttc", "total_tva", "town", "transmission_date", "tva_number", "valid_from",
    "valid_until", "vin", "wedding_date", "your_reference",
];

/// The text as printed, and its fields.
fn fields(text: &str) -> (String, Vec<(&'static str, String)>) {
    let (mut plain, mut found, mut rest) = (String::new(), Vec::new(), text);
    while let Some((before, after)) = rest.split_once('[') {
        plain.push_str(before);
        let (inside, next) = after.split_once(']').unwrap_or((after, ""));
        let (name, value) = inside.split_once('|').unwrap_or(("", inside));
        plain.push_str(value);
        if let Some(name) = NAMES.iter().find(|n| **n == name) {
            found.push((*name, value.to_owned()));
        }
        rest = next;
    }
    plain.push_str(rest);
    (plain, found)
}

/// A value with the name of its field.
pub(in crate::pages::layouts) fn f(name: &str, value: impl AsRef<str>) -> String {
    format!("[{name}|{}]", value.as_ref())
}

/// How the rows of a table are parted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pages::layouts) enum Rules {
    None,
    Rows,
    Columns,
    Grid,
}

/// A pen in a column of a page.
pub(in crate::pages::layouts) struct Pen<'p, 'c, 'a> {
    pub(in crate::pages::layouts) d: &'p mut Desk<'c, 'a>,
    pub(in crate::pages::layouts) x: f32,
    pub(in crate::pages::layouts) w: f32,
    pub(in crate::pages::layouts) y: f32,
    pub(in crate::pages::layouts) lead: f32,
    size: f32,
    dates: usize,
    sums: usize,
    /// A stream of its own, for choices within what is being set.
    rng: RefCell<Rng>,
}

impl<'p, 'c, 'a> Pen<'p, 'c, 'a> {
    /// At the top of a sheet with type of about this size and these margins at the sides and at the top.
    pub(in crate::pages::layouts) fn new(d: &'p mut Desk<'c, 'a>, size: f32, side: f32, top: f32) -> Pen<'p, 'c, 'a> {
        let size = size * d.rng.range(0.95, 1.06);
        d.margins = [side, top, side, (top * 0.6).min(28.0)];
        let (w, dates, sums) = (d.c.width - 2.0 * side, d.rng.below(4), d.rng.below(5));
        let lead = size * d.rng.range(1.2, 1.36);
        let rng = RefCell::new(d.rng.fork());
        Pen { d, x: side, w, y: top, lead, size, dates, sums, rng }
    }

    pub(in crate::pages::layouts) fn ty(&self, ty: Ty) -> Type {
        let (body, bold) = (&self.d.fonts.body, &self.d.fonts.bold);
        match ty {
            Ty::Body => body.sized(self.size),
            Ty::Bold => bold.sized(self.size),
            Ty::Italic => self.d.fonts.italic.sized(self.size),
            Ty::Small => body.sized(self.size * 0.84),
            Ty::Tiny => body.sized(self.size * 0.7),
            Ty::Head => bold.sized(self.size * 1.18),
            Ty::Title => bold.sized(self.size * 1.5),
        }
    }

    pub(in crate::pages::layouts) fn chance(&self, p: f32) -> bool {
        self.rng.borrow_mut().chance(p)
    }

    pub(in crate::pages::layouts) fn pick(&self, items: &[&'static str]) -> &'static str {
        self.rng.borrow_mut().choose(items)
    }

    pub(in crate::pages::layouts) fn any(&self, low: i64, high: i64) -> i64 {
        self.rng.borrow_mut().between(low, high)
    }

    pub(in crate::pages::layouts) fn digits(&self, n: usize) -> String {
        self.rng.borrow_mut().digits(n)
    }

    pub(in crate::pages::layouts) fn capital(&self) -> char {
        self.rng.borrow_mut().capital()
    }

    /// Someone else on the page, born in one of these years.
    pub(in crate::pages::layouts) fn who(&self, from: i64, to: i64) -> Who {
        Who::new(&mut self.rng.borrow_mut(), from, to)
    }

    /// In the page's spelling of dates.
    pub(in crate::pages::layouts) fn date(&self, day: Day) -> String {
        match self.dates {
            0 | 1 => figures(day, "/"),
            2 => written(day),
            _ => figures(day, if self.sums == 0 { "." } else { "/" }),
        }
    }

    /// In the page's spelling of sums.
    pub(in crate::pages::layouts) fn sum(&self, cents: i64) -> String {
        let (sign, n) = (if cents < 0 { "-" } else { "" }, cents.unsigned_abs());
        let (whole, cents) = (n / 100, n % 100);
        match self.sums {
            0 => format!("{sign}{},{cents:02} €", codes::thousands(whole, " ")),
            1 => format!("{sign}{whole},{cents:02}€"),
            2 => format!("{sign}{},{cents:02}", codes::thousands(whole, " ")),
            3 => format!("{sign}{whole}.{cents:02}"),
            _ => format!("{sign}{whole},{cents:02}"),
        }
    }

    /// One line anywhere, in smaller type where it is wider than `room`.
    pub(in crate::pages::layouts) fn put(
        &mut self,
        x: f32,
        y: f32,
        room: f32,
        ty: Ty,
        align: Align,
        text: impl AsRef<str>,
    ) {
        let (plain, found) = fields(text.as_ref());
        let t = self.ty(ty);
        let t = fitting(self.d, &plain, &t, room);
        let since = self.d.c.lines.len();
        self.d.c.text(x, y, &plain, &t, align, &mut self.d.rng);
        for (name, value) in found {
            mark(self.d, since, name, &value);
        }
    }

    /// A line of the column.
    pub(in crate::pages::layouts) fn say(&mut self, ty: Ty, align: Align, text: impl AsRef<str>) {
        let x = match align {
            Left => self.x,
            Centre => self.x + self.w / 2.0,
            Right => self.x + self.w,
        };
        self.put(x, self.y, self.w, ty, align, text);
        self.y += self.lead.max(self.ty(ty).size * 1.25);
    }

    /// A paragraph of the column.
    pub(in crate::pages::layouts) fn para(&mut self, ty: Ty, text: impl AsRef<str>) {
        let (plain, found) = fields(text.as_ref());
        let (t, since) = (self.ty(ty), self.d.c.lines.len());
        let lead = self.lead * t.size / self.size;
        self.y = self.d.paragraph(self.x, self.y, self.w, &plain, &t, lead, Manner::RAGGED) + lead * 0.35;
        for (name, value) in found {
            mark(self.d, since, name, &value);
        }
    }

    pub(in crate::pages::layouts) fn gap(&mut self, lines: f32) {
        self.y += lines * self.lead;
    }

    /// Down to this part of the sheet, where the pen is above it still.
    pub(in crate::pages::layouts) fn down_to(&mut self, part: f32) {
        self.y = self.y.max(self.d.c.height * part);
    }

    /// Lines under one another from `x` on; empty ones are left out. The column stays where it is.
    pub(in crate::pages::layouts) fn block(&mut self, x: f32, y: f32, room: f32, ty: Ty, lines: &[String]) -> f32 {
        let lead = self.lead * (self.ty(ty).size / self.size).min(1.1);
        let mut y = y;
        for line in lines.iter().filter(|l| !l.is_empty()) {
            self.put(x, y, room, ty, Left, line);
            y += lead;
        }
        y
    }

    /// Labels and, beside them from `at` points on, what they say.
    pub(in crate::pages::layouts) fn rows(&mut self, at: f32, rows: &[(&str, String)], strong: bool) {
        let (t, u) = (self.ty(Ty::Body), self.ty(if strong { Ty::Bold } else { Ty::Body }));
        for (label, value) in rows.iter().filter(|r| !r.1.is_empty()) {
            let (plain, found) = fields(value);
            let (x, y, at) = (self.x, self.y, at);
            let label_type = fitting(self.d, label, &t, at - 3.0);
            let value_type = fitting(self.d, &plain, &u, self.w - at);
            let (rng, mut since) = (&mut self.d.rng, 0);
            self.d.c.row(|c| {
                c.text(x, y, label, &label_type, Left, rng);
                since = c.lines.len();
                c.text(x + at, y, &plain, &value_type, Left, rng);
            });
            for (name, value) in found {
                mark(self.d, since, name, &value);
            }
            self.y += self.lead;
        }
    }

    /// A table: parts of the column's width, `l`, `c` or `r` for each, its head (empty for none) and rows.
    pub(in crate::pages::layouts) fn table(
        &mut self,
        ty: Ty,
        columns: (&[f32], &str),
        head: &[&str],
        rows: &[Vec<String>],
        rules: Rules,
    ) {
        let total: f32 = columns.0.iter().sum();
        let t = self.ty(ty);
        let (step, pad, top, x0, x1) = (t.size * 1.45, t.size * 0.35, self.y, self.x, self.x + self.w);
        let heads: Vec<String> = head.iter().map(|h| (*h).to_owned()).collect();
        if !heads.is_empty() && rules == Rules::Grid {
            self.d.c.fill(x0, top, x1, top + step, 218);
        }
        let bold = self.d.fonts.bold.sized(t.size);
        let all = heads.iter().take(1).map(|_| (&heads, &bold)).chain(rows.iter().map(|r| (r, &t)));
        for (i, (cells, t)) in all.enumerate() {
            let base = self.y + step * 0.72;
            let mut set = Vec::new();
            let mut x = x0;
            for ((cell, part), align) in cells.iter().zip(columns.0).zip(columns.1.chars()) {
                let width = part / total * self.w;
                let (plain, found) = fields(cell);
                let t = fitting(self.d, &plain, t, width - 2.0 * pad);
                let (at, align) = match align {
                    'r' => (x + width - pad, Right),
                    'c' => (x + width / 2.0, Centre),
                    _ => (x + pad, Left),
                };
                set.push((at, align, plain, t, found));
                x += width;
            }
            let (rng, mut since) = (&mut self.d.rng, Vec::new());
            self.d.c.row(|c| {
                for (x, align, text, t, found) in set {
                    since.push((c.lines.len(), found));
                    c.text(x, base, &text, &t, align, rng);
                }
            });
            for (since, found) in since {
                for (name, value) in found {
                    mark(self.d, since, name, &value);
                }
            }
            self.y += step;
            if rules == Rules::Rows || rules == Rules::Grid || rules == Rules::Columns && i == 0 && !head.is_empty() {
                self.d.rule(x0, self.y, x1, self.y, 0.5);
            }
        }
        if matches!(rules, Rules::Grid | Rules::Columns) {
            self.d.c.frame(x0, top, x1, self.y, 0.7);
            let mut x = x0;
            for part in &columns.0[..columns.0.len() - 1] {
                x += part / total * self.w;
                self.d.rule(x, top, x, self.y, 0.5);
            }
        }
        self.y += self.lead * 1.25;
    }

    /// A pair at both edges of the column.
    pub(in crate::pages::layouts) fn ends(&mut self, ty: Ty, left: impl AsRef<str>, right: impl AsRef<str>) {
        let (x, y, w) = (self.x, self.y, self.w);
        self.put(x, y, w * 0.66, ty, Left, left);
        self.put(x + w, y, w * 0.32, ty, Right, right);
        self.y += self.lead.max(self.ty(ty).size * 1.3);
    }

    pub(in crate::pages::layouts) fn rule(&mut self) {
        let y = self.y - self.size * 0.6;
        self.d.rule(self.x, y, self.x + self.w, y, 0.7);
        self.y += self.size * 0.6;
    }

    pub(in crate::pages::layouts) fn frame(&mut self, x: f32, y: f32, w: f32, h: f32) {
        self.d.c.frame(x, y, x + w, y + h, 0.8);
    }

    pub(in crate::pages::layouts) fn logo(&mut self, x: f32, y: f32, size: f32) {
        marks::logo(self.d.c, x, y, size * 0.62, &mut self.d.rng);
    }

    /// Small paragraphs at the foot of the sheet, under a rule.
    pub(in crate::pages::layouts) fn foot(&mut self, align: Align, lines: &[String]) {
        let t = self.ty(Ty::Tiny);
        let step = t.size * 1.25;
        let rows = lines.iter().map(|l| (self.d.c.measure(l, &t, &mut self.d.rng) / self.w * 1.04).ceil()).sum::<f32>();
        self.y = self.d.c.height - 18.0 - step * rows;
        self.d.rule(self.x, self.y - step, self.x + self.w, self.y - step, 0.4);
        let manner = Manner { align, ..Manner::RAGGED };
        let room = self.d.c.height - 8.0;
        for line in lines {
            let (c, rng) = (&mut self.d.c, &mut self.d.rng);
            let (text, found) = fields(line);
            let since = c.lines.len();
            self.y = c.paragraph(self.x, self.y, self.w, &text, &t, step, manner, room, rng);
            for (name, value) in found {
                mark(self.d, since, name, &value);
            }
        }
    }

    /// Who signs, and under it a signature, a stamp beside it at times.
    pub(in crate::pages::layouts) fn sign(&mut self, x: f32, lines: &[String]) {
        let room = self.x + self.w - x;
        self.y = self.block(x, self.y, room, Ty::Body, lines);
        let (y, wide) = (self.y + 14.0, room.min(110.0));
        marks::signature(self.d.c, x + 6.0, y, wide * 0.8, &mut self.d.rng);
        if self.d.rng.chance(0.5) && x > self.x + 130.0 && y + 60.0 < self.d.c.height - 60.0 {
            marks::stamp(self.d.c, x - 70.0, y + 8.0, &mut self.d.rng);
        }
        self.y += 50.0;
    }
}
