//! Line items of invoices, quotes and orders, out of the layout of their tables.
//!
//! Responsible for finding the row of column heads, for the rows under it, and for which column a value belongs to: by where it
//! stands under the heads, left, right or centred. Not responsible for which heads there are: the type's file says (`[items]`).
//!
//! A sheet may lie crooked or curled: how rows run is taken from the row before, so that it may change down the table.

use super::candidates::Search;
use super::labels::{self, Hit};
use super::tokens::Token;
use super::{CheckResult, CrossResult, Value};
use crate::page::{Rect, quad_around};
use crate::types::{Column, Format, Items};
use crate::validators::{Invalid, line_agrees, lines_agree, parse_amount, tax_agrees};
use liasse_geometry::Quad;
use rust_decimal::Decimal;

/// Columns that a row of heads has at least; one of them the amount or the unit price.
const MIN_HEADS: usize = 3;
/// Line items of one page.
const MAX_ITEMS: usize = 500;
/// Line heights between words from which on they stand in two cells.
const CELL_GAP: f32 = 1.0;
/// Line heights by which the row under another may lie away.
const ROW_REACH: f32 = 7.0;
/// Line heights by which a cell may be away from the head of its column.
const COLUMN_REACH: f32 = 8.0;
/// How sure an item is whose quantity times price is its amount, one of which not all is printed, and one that does not agree.
const AGREES: f32 = 0.98;
const UNCHECKED: f32 = 0.85;
const DISAGREES: f32 = 0.4;

/// The checks between items and totals.
pub(crate) const LINES_AGREE: &str = "lines_agree";
pub(crate) const TAX_AGREES: &str = "tax_agrees";

/// A line of an invoice, a quote or an order.
#[derive(Debug, Clone, PartialEq)]
pub struct LineItem {
    /// What was delivered, as it was read; lines that it runs over are joined by spaces.
    pub description: String,
    /// Number of the article.
    pub code: Option<String>,
    /// How many.
    pub quantity: Option<Decimal>,
    /// Price of one, before tax.
    pub unit_price: Option<Decimal>,
    /// Rate of the tax in percent, 0 to 100.
    pub tax_rate: Option<Decimal>,
    /// Amount of the line, before tax.
    pub amount: Option<Decimal>,
    /// 0 to 1.
    pub confidence: f32,
    /// `line_agrees` where quantity, price and amount are all there.
    pub checks: Vec<CheckResult>,
    /// Around the whole row, in pixels of the page.
    pub quad: Quad,
}

/// A cell of the table: words close after one another.
#[derive(Debug, Clone)]
struct Cell {
    tokens: Vec<usize>,
    rect: Rect,
}

/// The head of a column.
#[derive(Debug, Clone, Copy)]
struct Head {
    column: Column,
    rect: Rect,
}

/// The items of a page; none where it has no table with such heads.
pub(super) fn on(search: &Search<'_>, items: &Items) -> Vec<LineItem> {
    let heads = labels::find(&items.columns, search.tokens);
    let Some(row) = head_row(search, &heads) else { return Vec::new() };
    Table { search, heads: &row }.items()
}

/// The row that has the most heads, at least [`MIN_HEADS`]; of equals the first.
fn head_row(search: &Search<'_>, hits: &[Hit]) -> Option<Vec<Head>> {
    let mut best: Option<Vec<Head>> = None;
    for seed in hits {
        let slope = search.slope(&seed.rect);
        let on_row = |h: &&Hit| {
            let down = slope * (h.rect.left - seed.rect.left);
            let row = Rect { top: seed.rect.top + down, bottom: seed.rect.bottom + down, ..seed.rect };
            h.rect.row_overlap(&row) > 0.3
        };
        let mut row: Vec<Head> = Vec::new();
        for hit in hits.iter().filter(on_row) {
            let Some(column) = Column::ALL.get(hit.field).copied() else { continue };
            // A second head of a kind ("Montant HT", "Montant TTC") is another column; the first is meant.
            if row.iter().all(|h| h.column != column) {
                row.push(Head { column, rect: hit.rect });
            }
        }
        let has = |c: Column| row.iter().any(|h| h.column == c);
        let enough = row.len() >= MIN_HEADS && (has(Column::Amount) || has(Column::UnitPrice));
        if enough && best.as_ref().is_none_or(|b| row.len() > b.len()) {
            best = Some(row);
        }
    }
    let mut row = best?;
    row.sort_by(|a, b| a.rect.left.total_cmp(&b.rect.left));
    Some(row)
}

/// How rows run: the middle of a row at `x` is `y + slope * (x - left)`.
#[derive(Debug, Clone, Copy)]
struct Run {
    left: f32,
    slope: f32,
}

impl Run {
    /// How far down a cell is, at the left end of its row.
    fn level(&self, rect: &Rect) -> f32 {
        rect.middle() - self.slope * ((rect.left + rect.right) / 2.0 - self.left)
    }

    /// As the cells of a row run, where they reach far enough to tell; as before where not.
    fn follow(self, row: &[&Cell], reach: f32) -> Run {
        let middle = |c: &Cell| ((c.rect.left + c.rect.right) / 2.0, c.rect.middle());
        let points: Vec<(f32, f32)> = row.iter().map(|c| middle(c)).collect();
        let (Some(first), Some(last)) =
            (points.iter().min_by(|a, b| a.0.total_cmp(&b.0)), points.iter().max_by(|a, b| a.0.total_cmp(&b.0)))
        else {
            return self;
        };
        if last.0 - first.0 < reach {
            return self;
        }
        Run { slope: ((last.1 - first.1) / (last.0 - first.0)).clamp(-0.15, 0.15), ..self }
    }
}

struct Table<'a> {
    search: &'a Search<'a>,
    /// From left to right.
    heads: &'a [Head],
}

impl Table<'_> {
    fn items(&self) -> Vec<LineItem> {
        let line_height = self.search.page.line_height();
        let (Some(first), Some(last)) = (self.heads.first(), self.heads.last()) else { return Vec::new() };
        let width = last.rect.right - first.rect.left;
        let head_cells: Vec<Cell> = self.heads.iter().map(|h| Cell { tokens: Vec::new(), rect: h.rect }).collect();
        let start = Run { left: first.rect.left, slope: self.search.slope(&first.rect) };
        let mut run = start.follow(&head_cells.iter().collect::<Vec<_>>(), 0.3 * width);
        let mut level = run.level(&first.rect);
        let mut left: Vec<Cell> = self.cells();
        let mut out: Vec<LineItem> = Vec::new();
        while out.len() < MAX_ITEMS {
            left.retain(|c| run.level(&c.rect) > level + 0.5 * c.rect.height());
            let Some(top) = left.iter().map(|c| run.level(&c.rect)).min_by(f32::total_cmp) else { break };
            if top - level > ROW_REACH * line_height {
                break;
            }
            let mut row: Vec<&Cell> =
                left.iter().filter(|c| run.level(&c.rect) - top < 0.6 * c.rect.height().min(line_height)).collect();
            row.sort_by(|a, b| a.rect.left.total_cmp(&b.rect.left));
            match self.item(&row) {
                Some(item) => out.push(item),
                None if self.is_total(&row) => break,
                // A description that runs over its line, close under it.
                None if top - level < 1.7 * line_height => {
                    if let (Some(item), Some(text)) = (out.last_mut(), self.description_alone(&row)) {
                        item.description = format!("{} {text}", item.description).trim_start().to_owned();
                    }
                }
                None => {}
            }
            run = run.follow(&row, 0.3 * width);
            level = top;
        }
        out
    }

    /// The cells of the page within the width of the table, in no order. Lines are split where words stand far apart.
    fn cells(&self) -> Vec<Cell> {
        let tokens = self.search.tokens;
        let height = self.search.page.line_height();
        let gap = CELL_GAP * height;
        let head = |column: Column| self.heads.iter().find(|h| h.column == column).map(|h| h.rect.left);
        // The code of an article and its description often stand closer than other cells: the head of the second parts them.
        let described = head(Column::Code).and(head(Column::Description)).filter(|d| head(Column::Code) < Some(*d));
        let begins = |token: &Token| described.is_some_and(|at| (token.rect.left - at).abs() < 0.4 * height);
        let mut cells: Vec<Cell> = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            let goes_on = |c: &&mut Cell| {
                let last = &tokens[c.tokens[c.tokens.len() - 1]];
                last.line == token.line
                    && token.rect.left - last.rect.right < gap
                    && !(c.tokens.len() == 1 && begins(token))
            };
            match cells.last_mut().filter(goes_on) {
                Some(cell) => {
                    cell.tokens.push(at);
                    cell.rect = cell.rect.around(token.rect);
                }
                None => cells.push(Cell { tokens: vec![at], rect: token.rect }),
            }
        }
        cells
    }

    /// The column whose head is nearest to a cell: by its left edge, its right edge or its middle, whichever is aligned best; `None`
    /// for what stands beside the table.
    fn column(&self, rect: &Rect) -> Option<Column> {
        let middle = |r: &Rect| (r.left + r.right) / 2.0;
        let distance = |head: &Head| {
            let h = &head.rect;
            let edges = [rect.left - h.left, rect.right - h.right, middle(rect) - middle(h)];
            let nearest = edges.iter().map(|e| e.abs()).fold(f32::INFINITY, f32::min);
            // What stands under a head and reaches over it is its own, however long it is.
            if rect.column_overlap(h) > 0.0 { 0.5 * nearest } else { nearest }
        };
        let reach = COLUMN_REACH * self.search.page.line_height();
        let near = self.heads.iter().map(|h| (distance(h), h)).filter(|(d, _)| *d < reach);
        near.min_by(|a, b| a.0.total_cmp(&b.0)).map(|(_, h)| h.column)
    }

    /// The item that a row is; `None` when it has neither an amount nor a price with its quantity.
    fn item(&self, row: &[&Cell]) -> Option<LineItem> {
        let mut item = LineItem {
            description: String::new(),
            code: None,
            quantity: None,
            unit_price: None,
            tax_rate: None,
            amount: None,
            confidence: 0.0,
            checks: Vec::new(),
            quad: Quad::default(),
        };
        let mut used: Vec<&Token> = Vec::new();
        for cell in row {
            let text = self.text(cell);
            // What is no number in a column of numbers is a description that reaches under its head.
            let Some(column) = self.column(&cell.rect) else { continue };
            let taken = match column {
                Column::Description => false,
                Column::Code => {
                    item.code.is_none() && item.description.is_empty() && {
                        item.code = Some(text.clone());
                        true
                    }
                }
                Column::Quantity => fill(&mut item.quantity, quantity(&text)),
                Column::UnitPrice => fill(&mut item.unit_price, amount(&text)),
                Column::TaxRate => fill(&mut item.tax_rate, rate(&text)),
                Column::Amount => fill(&mut item.amount, amount(&text)),
            };
            let numbers = item.quantity.is_some() || item.unit_price.is_some() || item.amount.is_some();
            if !taken && (column == Column::Description || !numbers) {
                item.description = format!("{} {text}", item.description).trim().to_owned();
            }
            used.extend(cell.tokens.iter().map(|t| &self.search.tokens[*t]));
        }
        self.mend(&mut item, row);
        let priced = item.quantity.is_some() && item.unit_price.is_some();
        if self.is_total(row) && item.quantity.is_none() || !(item.amount.is_some() || priced) {
            return None;
        }
        let agrees = match (item.quantity, item.unit_price, item.amount) {
            (Some(quantity), Some(price), Some(amount)) => Some(line_agrees(quantity, price, amount).is_ok()),
            _ => None,
        };
        let read = used.iter().map(|t| t.confidence).sum::<f32>() / used.len().max(1) as f32;
        let sure = agrees.map_or(UNCHECKED, |a| if a { AGREES } else { DISAGREES });
        item.confidence = (sure * read).clamp(0.0, 1.0);
        item.checks = agrees.map(|passed| CheckResult { name: "line_agrees".to_owned(), passed }).into_iter().collect();
        item.quad = quad_around(used.iter().map(|t| &t.quad));
        Some(item)
    }

    /// Lets the amount of a row say which of its numbers are quantity and price, where the columns do not: the head of one could not
    /// be read, and its numbers went to another. Only the two numbers, in this order, whose product is the amount are taken, and only
    /// where no other two are. A rate that no column claimed is told by its sign.
    fn mend(&self, item: &mut LineItem, row: &[&Cell]) {
        let texts: Vec<String> =
            row.iter().filter(|c| self.column(&c.rect) != Some(Column::Code)).map(|c| self.text(c)).collect();
        let (rates, numbers): (Vec<&String>, Vec<&String>) = texts.iter().partition(|t| t.trim_end().ends_with('%'));
        if item.tax_rate.is_none() {
            item.tax_rate = rates.iter().find_map(|t| rate(t));
        }
        let Some(amount) = item.amount else { return };
        let agree = |q: Decimal, p: Decimal| line_agrees(q, p, amount).is_ok();
        if let (Some(quantity), Some(price)) = (item.quantity, item.unit_price)
            && agree(quantity, price)
        {
            return;
        }
        let mut numbers: Vec<Decimal> = numbers.iter().filter_map(|t| quantity(t)).collect();
        // The amount itself is no price.
        if let Some(at) = numbers.iter().rposition(|n| *n == amount) {
            numbers.remove(at);
        }
        let pairs = (0..numbers.len()).flat_map(|i| (i + 1..numbers.len()).map(move |j| (i, j)));
        let mut agreeing = pairs.map(|(i, j)| (numbers[i], numbers[j])).filter(|(q, p)| agree(*q, *p));
        if let (Some((quantity, price)), None) = (agreeing.next(), agreeing.next()) {
            (item.quantity, item.unit_price) = (Some(quantity), Some(price));
        }
    }

    fn text(&self, cell: &Cell) -> String {
        let words: Vec<&str> = cell.tokens.iter().map(|t| self.search.tokens[*t].text.as_str()).collect();
        words.join(" ")
    }

    /// The words of a row that has a description only.
    fn description_alone(&self, row: &[&Cell]) -> Option<String> {
        let alone = row.iter().all(|c| self.column(&c.rect) == Some(Column::Description));
        let words: Vec<String> = row.iter().map(|c| self.text(c)).collect();
        alone.then(|| words.join(" ")).filter(|text| text.chars().any(char::is_alphanumeric))
    }

    /// Whether a row begins the totals: it has the label of one of the type's amounts.
    fn is_total(&self, row: &[&Cell]) -> bool {
        let search = self.search;
        let labelled =
            |t: usize| search.hits.iter().any(|h| h.from == t && search.fields[h.field].format == Format::Amount);
        row.iter().any(|c| c.tokens.first().is_some_and(|t| labelled(*t)))
    }
}

/// Puts a value where there is none yet; whether it did.
fn fill(place: &mut Option<Decimal>, value: Option<Decimal>) -> bool {
    let fills = place.is_none() && value.is_some();
    if fills {
        *place = value;
    }
    fills
}

fn amount(text: &str) -> Option<Decimal> {
    parse_amount(text).ok().map(|a| a.value)
}

/// A number, with or without a unit after it: `3`, `2,5 h`, `1 200 kg`.
fn quantity(text: &str) -> Option<Decimal> {
    if let Some(number) = amount(text) {
        return Some(number);
    }
    let (number, unit) = text.rsplit_once(' ')?;
    let named = unit.chars().count() <= 8 && unit.chars().any(char::is_alphabetic);
    amount(number).filter(|_| named)
}

/// A rate in percent: `20`, `20,0 %`, `5,5%`.
fn rate(text: &str) -> Option<Decimal> {
    let number = text.trim_end().trim_end_matches('%').trim_end();
    amount(number).filter(|n| (Decimal::ZERO..=Decimal::ONE_HUNDRED).contains(n))
}

/// What must hold between the items and the totals: the amounts add up to the net total, and the tax on them at their rates is the
/// tax. Only what can be told of: all items have an amount (and a rate), and the total was found. What it says of the totals goes into
/// their checks.
pub(super) fn judge(items: &Items, lines: &[LineItem], values: &mut [Value]) -> Vec<CrossResult> {
    let parts: Vec<(Option<Decimal>, Option<Decimal>)> = lines.iter().map(|l| (l.amount, l.tax_rate)).collect();
    let results = totals(items, &parts, |name| values.iter().find(|v| v.name == name)?.value.parse().ok());
    for result in &results {
        for value in values.iter_mut().filter(|v| result.fields.contains(&v.name)) {
            value.checks.push(CheckResult { name: result.name.clone(), passed: result.passed });
        }
    }
    results
}

/// The checks of items, given as amount and tax rate, against the totals that `value` gives by the name of their field.
pub(crate) fn totals(
    items: &Items,
    lines: &[(Option<Decimal>, Option<Decimal>)],
    value: impl Fn(&str) -> Option<Decimal>,
) -> Vec<CrossResult> {
    let mut out = Vec::new();
    let amounts: Option<Vec<Decimal>> = lines.iter().map(|l| l.0).collect();
    let Some(amounts) = amounts.filter(|a| !a.is_empty()) else { return out };
    let total = |name: &Option<String>| name.as_ref().and_then(|n| Some((n.clone(), value(n)?)));
    let mut told = |name: &str, field: String, outcome: Result<(), Invalid>| {
        let passed = outcome.is_ok();
        let reason = outcome.err().map(|e| e.to_string());
        out.push(CrossResult { name: name.to_owned(), fields: vec![field], passed, reason });
    };
    if let Some((field, net)) = total(&items.net) {
        told(LINES_AGREE, field, lines_agree(&amounts, net));
    }
    let mut rates: Vec<Decimal> = lines.iter().filter_map(|l| l.1).collect();
    let all_rated = rates.len() == lines.len();
    rates.sort();
    rates.dedup();
    let base = amounts.iter().try_fold(Decimal::ZERO, |sum, a| sum.checked_add(*a));
    // With several rates the tax is rounded for each: only one is told of.
    if let (Some((field, tax)), [rate], true, Some(base)) = (total(&items.tax), rates.as_slice(), all_rated, base) {
        told(TAX_AGREES, field, tax_agrees(base, *rate, tax, lines.len() as u32));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::{Extraction, extract};
    use super::*;
    use crate::page::fixtures::{page, turned_page};
    use crate::types::TypeSet;

    /// Heads and rows as `(x, text)`; the columns of numbers end at the same x.
    fn invoice(rows: &[[&'static str; 5]]) -> Vec<(f32, f32, &'static str)> {
        let right = |x: f32, text: &str| x - 10.0 * text.chars().count() as f32;
        let mut lines = vec![
            (600.0, 60.0, "FACTURE"),
            (600.0, 110.0, "N° : F2024-0012"),
            (100.0, 500.0, "Désignation"),
            (right(550.0, "Qté"), 500.0, "Qté"),
            (right(690.0, "P.U. HT"), 500.0, "P.U. HT"),
            (right(780.0, "TVA"), 500.0, "TVA"),
            (right(930.0, "Montant HT"), 500.0, "Montant HT"),
        ];
        let mut y = 530.0;
        for [description, quantity, price, rate, amount] in rows {
            for (x, text) in [
                (100.0, description),
                (right(550.0, quantity), quantity),
                (right(690.0, price), price),
                (right(780.0, rate), rate),
                (right(930.0, amount), amount),
            ] {
                if !text.is_empty() {
                    lines.push((x, y, text));
                }
            }
            y += 26.0;
        }
        y += 30.0;
        for (label, amount) in [("Total HT", "1 000,00 €"), ("TVA", "200,00 €"), ("Total TTC", "1 200,00 €")] {
            lines.push((600.0, y, label));
            lines.push((right(930.0, amount), y, amount));
            y += 30.0;
        }
        lines
    }

    const ROWS: &[[&str; 5]] = &[
        ["Fourniture et pose d'une porte", "2", "250,00", "20,0 %", "500,00"],
        ["vitrée, garantie dix ans", "", "", "", ""],
        ["Dépannage", "3 h", "100,00", "20,0 %", "300,00"],
        ["Vis inox 5x40", "1 000", "0,20", "20,0 %", "200,00"],
    ];

    fn read(lines: &[(f32, f32, &str)], degrees: f32) -> Extraction {
        let set = TypeSet::shipped().unwrap();
        extract(&turned_page(lines, degrees), set.get("facture").unwrap(), 2026)
    }

    fn d(text: &str) -> Option<Decimal> {
        Some(text.parse().unwrap())
    }

    /// Description, quantity, unit price, tax rate and amount.
    type Row<'a> = (&'a str, Option<Decimal>, Option<Decimal>, Option<Decimal>, Option<Decimal>);

    #[test]
    fn items_are_read_out_of_their_columns_and_add_up() {
        for degrees in [0.0, 2.0, -7.0] {
            let read = read(&invoice(ROWS), degrees);
            let told: Vec<Row<'_>> = read
                .items
                .iter()
                .map(|i| (i.description.as_str(), i.quantity, i.unit_price, i.tax_rate, i.amount))
                .collect();
            assert_eq!(
                told,
                [
                    (
                        "Fourniture et pose d'une porte vitrée, garantie dix ans",
                        d("2"),
                        d("250.00"),
                        d("20.0"),
                        d("500.00")
                    ),
                    ("Dépannage", d("3"), d("100.00"), d("20.0"), d("300.00")),
                    ("Vis inox 5x40", d("1000"), d("0.20"), d("20.0"), d("200.00")),
                ],
                "{degrees}"
            );
            assert!(read.items.iter().all(|i| i.confidence > 0.9 && i.checks[0].passed));
            let check = |name: &str| read.checks.iter().find(|c| c.name == name).map(|c| c.passed);
            assert_eq!((check("lines_agree"), check("tax_agrees")), (Some(true), Some(true)));
        }
    }

    #[test]
    fn what_does_not_add_up_is_told() {
        let mut rows = ROWS.to_vec();
        rows[2][4] = "310,00";
        let read = read(&invoice(&rows), 0.0);
        assert_eq!(read.items[1].checks, [CheckResult { name: "line_agrees".into(), passed: false }]);
        assert!(read.items[1].confidence < 0.5);
        let check = read.checks.iter().find(|c| c.name == "lines_agree").unwrap();
        assert_eq!((check.passed, check.fields.as_slice()), (false, &["total_ht".to_owned()][..]));
        assert!(check.reason.as_ref().unwrap().contains("1010.00"), "{check:?}");
        assert!(!read.get("total_ht").unwrap().accepted && !read.is_accepted());
    }

    #[test]
    fn a_code_close_to_its_description_is_parted_from_it() {
        let mut lines = invoice(&[]);
        lines.push((100.0 - 60.0, 500.0, "Réf."));
        for (x, text) in [(50.0, "P123 Porte vitrée"), (540.0, "2"), (630.0, "250,00"), (870.0, "500,00")] {
            lines.push((x, 530.0, text));
        }
        let read = read(&lines, 0.0);
        let told: Vec<_> = read.items.iter().map(|i| (i.code.as_deref(), i.description.as_str(), i.amount)).collect();
        assert_eq!(told, [(Some("P123"), "Porte vitrée", d("500.00"))]);
    }

    #[test]
    fn a_column_whose_head_cannot_be_read_is_known_by_the_arithmetic() {
        for missing in ["Qté", "TVA"] {
            let lines: Vec<_> = invoice(ROWS).into_iter().filter(|l| l.2 != missing).collect();
            let read = read(&lines, 0.0);
            let told: Vec<_> = read.items.iter().map(|i| (i.quantity, i.unit_price, i.tax_rate, i.amount)).collect();
            let expected = [
                (d("2"), d("250.00"), d("20.0"), d("500.00")),
                (d("3"), d("100.00"), d("20.0"), d("300.00")),
                (d("1000"), d("0.20"), d("20.0"), d("200.00")),
            ];
            assert_eq!(told, expected, "without {missing}");
        }
    }

    #[test]
    fn a_page_without_heads_has_no_items() {
        let totals: Vec<_> = invoice(ROWS).into_iter().filter(|(_, y, _)| *y > 600.0 || *y < 400.0).collect();
        assert!(read(&totals, 0.0).items.is_empty());
        let set = TypeSet::shipped().unwrap();
        assert!(extract(&page(&invoice(ROWS)), set.get("rib").unwrap(), 2026).items.is_empty());
    }

    #[test]
    fn a_line_without_a_quantity_is_an_item_too() {
        let rows = [["Forfait annuel", "", "", "20", "1 000,00"]];
        let read = read(&invoice(&rows), 0.0);
        assert_eq!((read.items.len(), read.items[0].quantity, read.items[0].tax_rate), (1, None, d("20")));
        assert!(read.items[0].checks.is_empty() && read.checks.iter().all(|c| c.passed), "{read:?}");
    }
}
