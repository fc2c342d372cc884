//! What the papers of trade share: goods and what they come to, numbers of firms, tables and boxes as programs draw them.

use super::super::facts::Day;
use super::super::kit::pen::{House, Left, Pen, Right, Rules, Ty};
use super::super::kit::people::spaced_iban;
use crate::text::{codes, plain, words};

/// What a trade sells: label, unit, lowest and highest price in cents.
pub(super) type Goods = &'static [(&'static str, &'static str, i64, i64)];

/// A line of a paper of trade; the quantity in hundredths, the price in cents.
pub(super) struct Item {
    pub(super) code: String,
    pub(super) label: &'static str,
    pub(super) unit: &'static str,
    pub(super) qty: i64,
    pub(super) price: i64,
}

impl Item {
    pub(super) fn amount(&self) -> i64 {
        (self.qty * self.price + 50) / 100
    }
}

/// Some of the goods in the order of the list.
pub(super) fn basket(p: &Pen<'_, '_, '_>, goods: Goods, n: i64) -> Vec<Item> {
    let mut left = n;
    let mut items = Vec::new();
    for (i, (label, unit, low, high)) in goods.iter().enumerate() {
        let rest = (goods.len() - i) as i64;
        if left == 0 || p.any(1, rest) > left {
            continue;
        }
        left -= 1;
        let qty = match *unit {
            "h" => p.any(2, 26) * 50,
            "m²" | "ml" | "m³" | "kg" | "T" => p.any(150, 4_800),
            "forfait" | "ens" | "ENS" | "F" | "Ft" | "fft" => 100,
            "mille" => p.any(1, 8) * 50,
            "j" => p.any(1, 12) * 50,
            _ if *low >= 15_000 => 100 * p.any(1, 2),
            _ if *low >= 3_000 => 100 * p.any(1, 4),
            _ => 100 * if p.chance(0.3) { 1 } else { p.any(1, 12) },
        };
        let code = match p.any(0, 2) {
            0 => format!("{}{}{}", p.capital(), p.capital(), p.digits(4)),
            1 => p.digits(6),
            _ => format!("{}{}-{}", p.capital(), p.digits(3), p.digits(2)),
        };
        items.push(Item { code, label, unit, qty, price: p.any(*low, *high) });
    }
    items
}

/// The sum of the lines.
pub(super) fn total(items: &[Item]) -> i64 {
    items.iter().map(Item::amount).sum()
}

/// The tax on a sum at a rate in thousandths.
pub(super) fn tax(cents: i64, rate: i64) -> i64 {
    (cents * rate + 500) / 1000
}

/// `20,00`, `5,50` for a rate in thousandths.
pub(super) fn rate_text(rate: i64) -> String {
    format!("{},{}0", rate / 10, rate % 10)
}

/// A quantity with two decimals, or with none where it is whole.
pub(super) fn qty(hundredths: i64, always: bool) -> String {
    if hundredths % 100 == 0 && !always {
        (hundredths / 100).to_string()
    } else {
        format!("{},{:02}", hundredths / 100, hundredths % 100)
    }
}

/// A sum in the page's spelling, without its sign.
pub(super) fn bare(p: &Pen<'_, '_, '_>, cents: i64) -> String {
    p.sum(cents).trim_end_matches([' ', '€']).to_owned()
}

/// A sum in the page's spelling, with its sign.
pub(super) fn euros(p: &Pen<'_, '_, '_>, cents: i64) -> String {
    format!("{} €", bare(p, cents))
}

/// So many days later.
pub(super) fn later((mut y, mut m, d): Day, days: i64) -> Day {
    let mut d = d + days;
    loop {
        let length = match m {
            2 if y % 4 == 0 => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        };
        if d <= length {
            return (y, m, d);
        }
        d -= length;
        m += 1;
        if m > 12 {
            (y, m) = (y + 1, 1);
        }
    }
}

/// As tills print a day: in figures, the year short at times.
pub(super) fn dotted_day(p: &Pen<'_, '_, '_>, (y, m, d): Day) -> String {
    match p.any(0, 4) {
        0 => format!("{d:02}/{m:02}/{:02}", y % 100),
        1 => format!("{d:02}-{m:02}-{y}"),
        2 => format!("{d:02}.{m:02}.{:02}", y % 100),
        _ => format!("{d:02}/{m:02}/{y}"),
    }
}

/// The name of the month.
pub(super) fn month_of(day: Day) -> &'static str {
    words::MONTHS[(day.1 - 1) as usize]
}

/// The last day of the month.
pub(super) fn month_end((y, m, _): Day) -> Day {
    let next = later((y, m, 28), 4);
    later((y, m, 28), 4 - next.2)
}

/// The number of a firm for the tax on sales.
pub(super) fn tva(p: &Pen<'_, '_, '_>, h: &House) -> String {
    let code = codes::vat(&h.siren);
    match p.any(0, 3) {
        0 => format!("{} {}", &code[..4], &code[4..]),
        1 => format!("FR {} {}", &code[2..4], codes::grouped(&code[4..], &[3])),
        _ => code,
    }
}

/// A bank with an account at it.
pub(super) struct Bank {
    pub(super) name: &'static str,
    pub(super) bic: &'static str,
    pub(super) iban: String,
}

const BANKS: &[(&str, &str)] = &[
    ("Crédit Agricole Centre-Est", "AGRIFRPP878"),
    ("BNP PARIBAS", "BNPAFRPPXXX"),
    ("Société Générale", "SOGEFRPP"),
    ("LCL", "CRLYFRPP"),
    ("CIC Ouest", "CMCIFRPP"),
    ("Caisse d'Épargne Rhône Alpes", "CEPAFRPP382"),
    ("Banque Populaire Grand Ouest", "CCBPFRPPREN"),
    ("Crédit Mutuel", "CMCIFR2A"),
    ("La Banque Postale", "PSSTFRPPPAR"),
    ("Qonto", "QNTOFRP1XXX"),
];

pub(super) fn bank(p: &mut Pen<'_, '_, '_>) -> Bank {
    let account = codes::Account::random(&mut p.d.rng);
    let (name, bic) = p.d.rng.choose(BANKS);
    let iban = if p.chance(0.8) { spaced_iban(&account) } else { account.iban() };
    Bank { name, bic, iban }
}

/// The letters of a name as addresses in the network have them.
pub(super) fn slug(name: &str) -> String {
    let letters: String = name.chars().map(plain).filter(char::is_ascii_alphanumeric).collect();
    letters.to_lowercase()
}

/// What a pen draws of such papers.
pub(super) trait Trade {
    /// Sets in another column, which the pen leaves again where it stands then.
    fn within(&mut self, column: (f32, f32), set: impl FnOnce(&mut Self));

    /// One row of cells without rules; the next line follows at once.
    fn line(&mut self, ty: Ty, columns: (&[f32], &str), cells: &[String]);

    /// Labels at the left and sums at the right of a column, the last one strong if so wished.
    fn sums(&mut self, column: (f32, f32), rows: &[(&str, String)], strong: bool);

    /// A table whose columns are ruled down to `bottom`, as invoicing programs draw them, however few rows there are.
    fn shaft(&mut self, ty: Ty, columns: (&[f32], &str), head: &[&str], rows: &[Vec<String>], bottom: f32);

    /// A box with a small label at its top and what it holds below.
    fn cell(&mut self, at: (f32, f32), size: (f32, f32), label: &str, ty: Ty, value: &str);

    /// A line of dots or of dashes across the column.
    fn dashes(&mut self);

    /// A label and a sum at the right edge of the column, the label right before it.
    fn tail(&mut self, ty: Ty, room: f32, label: &str, value: &str);

    /// The bars of a code, so wide and so high.
    fn bars(&mut self, at: (f32, f32), size: (f32, f32));

    /// Two ends of one row.
    fn two(&mut self, ty: Ty, left: &str, right: &str);
}

impl Trade for Pen<'_, '_, '_> {
    fn within(&mut self, (x, w): (f32, f32), set: impl FnOnce(&mut Self)) {
        let kept = (self.x, self.w);
        (self.x, self.w) = (x, w);
        set(self);
        (self.x, self.w) = kept;
    }

    fn line(&mut self, ty: Ty, columns: (&[f32], &str), cells: &[String]) {
        let (size, kept) = (self.ty(ty).size, (self.x, self.w));
        let rise = size * 1.45 * 0.72;
        self.y -= rise;
        // The cells of a table keep off its edges; these begin and end with the column.
        (self.x, self.w) = (kept.0 - size * 0.35, kept.1 + size * 0.7);
        self.table(ty, columns, &[], &[cells.to_vec()], Rules::None);
        (self.x, self.w) = kept;
        self.y += rise - self.lead * 1.25;
    }

    fn sums(&mut self, column: (f32, f32), rows: &[(&str, String)], strong: bool) {
        self.within(column, |p| {
            for (i, (label, value)) in rows.iter().enumerate() {
                let ty = if strong && i + 1 == rows.len() { Ty::Bold } else { Ty::Body };
                p.line(ty, (&[3.0, 2.0], "lr"), &[(*label).to_owned(), value.clone()]);
            }
        });
    }

    fn shaft(&mut self, ty: Ty, columns: (&[f32], &str), head: &[&str], rows: &[Vec<String>], bottom: f32) {
        let (top, step, x, w) = (self.y, self.ty(ty).size * 1.45, self.x, self.w);
        if self.chance(0.6) {
            self.d.c.fill(x, top, x + w, top + step, 222);
        }
        self.table(ty, columns, head, rows, Rules::None);
        let bottom = bottom.max(self.y - self.lead);
        self.frame(x, top, w, bottom - top);
        self.d.rule(x, top + step, x + w, top + step, 0.6);
        let (all, mut at) = (columns.0.iter().sum::<f32>(), x);
        for part in &columns.0[..columns.0.len() - 1] {
            at += part / all * w;
            self.d.rule(at, top, at, bottom, 0.5);
        }
        self.y = bottom;
    }

    fn cell(&mut self, at: (f32, f32), size: (f32, f32), label: &str, ty: Ty, value: &str) {
        let ((x, y), (w, h)) = (at, size);
        self.frame(x, y, w, h);
        self.put(x + 3.0, y + 8.5, w - 6.0, Ty::Tiny, Left, label);
        self.put(x + 4.0, y + h - 5.0, w - 8.0, ty, Left, value);
    }

    fn dashes(&mut self) {
        let (x, y, w, size) = (self.x, self.y, self.w, self.ty(Ty::Body).size);
        self.d.c.dotted(x, x + w, y - size * 0.5);
        self.y += size * 0.7;
    }

    fn bars(&mut self, (x, y): (f32, f32), (w, h): (f32, f32)) {
        let (module, mut at) = (w / 110.0, x);
        while at < x + w {
            let (bar, space) = (self.any(1, 3) as f32 * module, self.any(1, 3) as f32 * module);
            self.d.rule(at + bar / 2.0, y, at + bar / 2.0, y + h, bar);
            at += bar + space;
        }
    }

    fn two(&mut self, ty: Ty, left: &str, right: &str) {
        self.line(ty, (&[3.0, 1.3], "lr"), &[left.to_owned(), right.to_owned()]);
    }

    fn tail(&mut self, ty: Ty, room: f32, label: &str, value: &str) {
        let (x, y, w) = (self.x, self.y, self.w);
        self.put(x + w - room, y, w * 0.5, ty, Right, label);
        self.put(x + w - 4.0, y, room - 10.0, ty, Right, value);
        self.y += self.lead * 1.12;
    }
}

/// As tills print sums: a comma or a point for the page, no groups.
pub(super) fn till(cents: i64, mark: &str) -> String {
    format!("{}{}{mark}{:02}", if cents < 0 { "-" } else { "" }, cents.abs() / 100, cents.abs() % 100)
}

/// The time of day.
pub(super) fn hour(p: &Pen<'_, '_, '_>) -> String {
    format!("{:02}:{:02}", p.any(8, 20), p.any(0, 59))
}
