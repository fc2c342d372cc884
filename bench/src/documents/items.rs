//! Line items of drawn invoices beside those that were told.
//!
//! Responsible for pairing the rows of both, in their order, and for counting what is right in each column.

use std::collections::BTreeMap;

use liasse_client::v1::LineItem;
use liasse_corpus::pages::PageTruth;
use liasse_documents::validators::parse_amount;
use serde::Serialize;

use super::tally::Tally;
use super::truth::bare;

/// Columns as the corpus names their cells, and as results do, in the order in which a row is drawn.
const COLUMNS: [(&str, &str); 6] = [
    ("item_code", "code"),
    ("item_description", "description"),
    ("item_quantity", "quantity"),
    ("item_unit_price", "unit_price"),
    ("item_tax_rate", "tax_rate"),
    ("item_amount", "amount"),
];

/// The cells of a row in the order of [`COLUMNS`], in a form that compares; `None` where it has none.
type Row = [Option<String>; 6];

/// What was counted of line items.
#[derive(Debug, Default, Serialize)]
pub(super) struct ItemTally {
    /// Rows drawn, those of them all of whose numbers are right, and rows told that are none.
    pub(super) rows: usize,
    pub(super) right: usize,
    pub(super) extra: usize,
    pub(super) columns: BTreeMap<&'static str, Tally>,
}

impl ItemTally {
    /// Counts the rows of a page; a sentence for each whose numbers are not all right.
    pub(super) fn page(&mut self, truth: &PageTruth, told: &[LineItem]) -> Vec<String> {
        let mut misses = Vec::new();
        let drawn = drawn(truth);
        let told: Vec<Row> = told.iter().map(row_told).collect();
        let pairs = paired(&drawn, &told);
        self.rows += drawn.len();
        self.extra += told.len() - pairs.iter().flatten().count();
        for (row, pair) in drawn.iter().zip(pairs) {
            let other = pair.map(|at| &told[at]);
            for (column, (_, name)) in COLUMNS.iter().enumerate().filter(|(c, _)| row[*c].is_some()) {
                let found = other.and_then(|o| o[column].as_ref());
                self.columns.entry(name).or_default().count(found.map(|f| Some(f) == row[column].as_ref()));
            }
            let right = other.is_some_and(|o| o[2..] == row[2..]);
            self.right += usize::from(right);
            if !right {
                let shown = |row: &Row| row.iter().map(|c| c.as_deref().unwrap_or("-")).collect::<Vec<_>>().join(" | ");
                misses.push(format!("line item {}, told {}", shown(row), other.map(shown).unwrap_or_default()));
            }
        }
        misses
    }
}

fn number(text: &str) -> Option<String> {
    parse_amount(text.trim_end_matches('%').trim()).ok().map(|a| a.value.normalize().to_string())
}

/// A cell in the form that compares: numbers by their value, words by their letters and digits.
fn cell(column: usize, text: &str) -> Option<String> {
    if column < 2 { Some(bare(text)).filter(|t| !t.is_empty()) } else { number(text) }
}

/// The rows of a page's truth: a cell of a column that is not after the last begins another row.
fn drawn(truth: &PageTruth) -> Vec<Row> {
    let mut rows: Vec<(usize, Row)> = Vec::new();
    for field in &truth.fields {
        let Some(column) = COLUMNS.iter().position(|(name, _)| *name == field.name) else { continue };
        match rows.last_mut() {
            Some((last, row)) if *last < column => {
                *last = column;
                row[column] = cell(column, &field.value);
            }
            _ => {
                let mut row = Row::default();
                row[column] = cell(column, &field.value);
                rows.push((column, row));
            }
        }
    }
    rows.into_iter().map(|(_, row)| row).collect()
}

fn row_told(item: &LineItem) -> Row {
    let texts = [&item.code, &item.description, &item.quantity, &item.unit_price, &item.tax_rate, &item.amount];
    let mut row = Row::default();
    for (column, text) in texts.into_iter().enumerate() {
        row[column] = cell(column, text);
    }
    row
}

/// For each drawn row the told row that it is: the pairing in order with the most equal cells.
fn paired(drawn: &[Row], told: &[Row]) -> Vec<Option<usize>> {
    let alike = |a: &Row, b: &Row| a.iter().zip(b).filter(|(x, y)| x.is_some() && x == y).count();
    let width = told.len() + 1;
    let mut best = vec![0; (drawn.len() + 1) * width];
    for i in (0..drawn.len()).rev() {
        for j in (0..told.len()).rev() {
            let pair = match alike(&drawn[i], &told[j]) {
                0 => 0,
                n => n + best[(i + 1) * width + j + 1],
            };
            best[i * width + j] = pair.max(best[(i + 1) * width + j]).max(best[i * width + j + 1]);
        }
    }
    let (mut i, mut j) = (0, 0);
    let mut out = vec![None; drawn.len()];
    while i < drawn.len() && j < told.len() {
        let here = best[i * width + j];
        if here == best[(i + 1) * width + j] {
            i += 1;
        } else if here == best[i * width + j + 1] {
            j += 1;
        } else {
            out[i] = Some(j);
            (i, j) = (i + 1, j + 1);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use liasse_corpus::pages::FieldTruth;

    fn truth(cells: &[(&str, &str)]) -> PageTruth {
        PageTruth {
            lines: Vec::new(),
            doc_type: "invoice".to_owned(),
            skew_deg: 0.0,
            fields: cells
                .iter()
                .map(|(name, value)| FieldTruth {
                    name: (*name).to_owned(),
                    value: (*value).to_owned(),
                    quad: [0.0; 8],
                })
                .collect(),
            dpi: 300.0,
            sheet: [0.0; 8],
        }
    }

    #[test]
    fn rows_are_paired_in_order_and_counted_by_column() {
        let truth = truth(&[
            ("item_description", "Porte vitrée"),
            ("item_quantity", "2"),
            ("item_amount", "1 500,00"),
            ("item_description", "Vis"),
            ("item_quantity", "10"),
            ("item_amount", "2,00"),
        ]);
        let item = |description: &str, quantity: &str, amount: &str| LineItem {
            description: description.to_owned(),
            quantity: quantity.to_owned(),
            amount: amount.to_owned(),
            ..Default::default()
        };
        let told = [item("Total", "", "7.00"), item("PORTE VITREE", "2", "1500.00"), item("Vis", "16", "2.00")];
        let mut tally = ItemTally::default();
        assert_eq!(tally.page(&truth, &told).len(), 1);
        assert_eq!((tally.rows, tally.right, tally.extra), (2, 1, 1));
        assert_eq!(tally.columns["quantity"].cells(), ["2", "50.0", "1", "0"]);
        assert_eq!(tally.columns["amount"].cells(), ["2", "100.0", "0", "0"]);
        let mut none = ItemTally::default();
        assert_eq!(none.page(&truth, &[]).len(), 2);
        assert_eq!((none.rows, none.right, none.columns["description"].cells()[3].as_str()), (2, 0, "2"));
    }
}
