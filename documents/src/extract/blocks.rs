//! The sender's and the addressee's blocks of a letter, by NF Z10-011.
//!
//! An address is at most 6 lines of at most 38 characters and ends in a postcode and a locality. In France the addressee stands in
//! the right half of the upper part, where the window of the envelope is, the sender at the left or at the very top.

use super::stamps::is_stamp;
use super::{CheckResult, Found, Value};
use crate::page::{Line, Page, quad_around};
use crate::types::{Field, Format};
use crate::validators::{commune, department};

/// Lines and characters that the standard allows.
const MAX_LINES: usize = 6;
const MAX_CHARS: usize = 38;
/// Share of the page in which blocks are looked for.
const UPPER: f32 = 0.5;
/// An addressee begins to the right of this share.
const RIGHT: f32 = 0.4;

/// How sure a block is whose postcode and town agree, and one in which they do not.
const AGREES: f32 = 0.95;
const DISAGREES: f32 = 0.6;

/// Lines of the page that make an address, the first one on top.
type Block = Vec<usize>;

/// Whether a line ends an address: a postcode of a department and a locality.
fn ends_address(line: &Line) -> bool {
    let Some(first) = line.words.first() else { return false };
    let code = first.text.strip_prefix("F-").unwrap_or(&first.text);
    let town = &line.words[1..];
    let named = town.first().is_some_and(|w| w.text.chars().any(char::is_alphabetic) && w.text.chars().count() > 1);
    department(code).is_some() && named && town.len() <= 6
}

/// The addresses in the upper part of the page, in reading order.
fn blocks(page: &Page) -> Vec<Block> {
    let lines = page.lines();
    let mut out = Vec::new();
    for (end, line) in lines.iter().enumerate() {
        if !ends_address(line) || page.share_down(line.rect.middle()) > UPPER {
            continue;
        }
        let mut block = vec![end];
        while block.len() < MAX_LINES {
            let top = &lines[block[0]].rect;
            let height = top.height().max(page.line_height() * 0.7);
            // The nearest line above that begins at the same margin.
            let above = (0..lines.len())
                .filter(|l| !block.contains(l) && !is_stamp(&lines[*l]))
                .filter(|l| {
                    let r = &lines[*l].rect;
                    let gap = top.top - r.bottom;
                    r.middle() < top.top && gap < 1.1 * height && (r.left - line.rect.left).abs() < 1.2 * height
                })
                .max_by(|a, b| lines[*a].rect.bottom.total_cmp(&lines[*b].rect.bottom));
            match above {
                Some(l) if !ends_address(&lines[l]) && !opens_other(&lines[l]) => block.insert(0, l),
                _ => break,
            }
        }
        if block.len() >= 2 {
            out.push(block);
        }
    }
    out
}

/// Whether a line speaks of something else than an address, such as a reference over the window.
fn opens_other(line: &Line) -> bool {
    line.words.first().is_some_and(|w| w.text.ends_with(':')) || line.words.get(1).is_some_and(|w| w.text == ":")
}

/// The block of whom the page is addressed to, if it has one.
fn addressee<'a>(page: &Page, blocks: &'a [Block]) -> Option<&'a Block> {
    let left = |b: &Block| page.share_across(page.lines()[b[b.len() - 1]].rect.left);
    blocks.iter().filter(|b| left(b) > RIGHT).max_by(|a, b| left(a).total_cmp(&left(b)))
}

/// The lines of whom the page is addressed to; none where it has no such block.
pub(crate) fn addressee_lines(page: &Page) -> Vec<usize> {
    addressee(page, &blocks(page)).cloned().unwrap_or_default()
}

/// The value of a field of format [`Format::Addressee`] or [`Format::Sender`]; `None` when there is no such block.
pub(super) fn value(page: &Page, field: &Field) -> Option<Value> {
    let blocks = blocks(page);
    let addressee = addressee(page, &blocks);
    let block = match field.format {
        Format::Addressee => addressee,
        // The first block that is not the addressee's.
        _ => blocks.iter().find(|b| Some(*b) != addressee),
    }?;
    let lines: Vec<&Line> = block.iter().map(|l| &page.lines()[*l]).collect();
    let texts: Vec<String> = lines.iter().map(|l| l.text()).collect();
    let words: Vec<_> = lines.iter().flat_map(|l| &l.words).collect();
    let read = words.iter().map(|w| w.confidence).sum::<f32>() / words.len().max(1) as f32;
    let standard = texts.iter().all(|t| t.chars().count() <= MAX_CHARS);
    // The last line ends it: see `ends_address`.
    let last: Vec<&str> = lines.last().map(|l| l.words.iter().map(|w| w.text.as_str()).collect()).unwrap_or_default();
    let (code, town) = last.split_first().map_or(("", String::new()), |(code, town)| (*code, town.join(" ")));
    let agrees = commune(code.strip_prefix("F-").unwrap_or(code), &town).is_ok();
    let check = |name: &str, passed| CheckResult { name: name.to_owned(), passed };
    Some(Value {
        name: field.name.clone(),
        label: field.label.clone(),
        raw: texts.join("\n"),
        value: texts.join("\n"),
        currency: None,
        confidence: (if agrees { AGREES } else { DISAGREES } * read).clamp(0.0, 1.0),
        accepted: false,
        // The last line has passed: a block without a postcode is none.
        checks: vec![check("postcode", true), check("commune", agrees), check("nf_z10_011", standard)],
        quad: quad_around(words.iter().map(|w| &w.quad)),
        found: Found::Block,
        repaired: false,
    })
}
