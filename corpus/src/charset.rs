//! The characters the corpus draws and the recogniser must read; the single list is `charset.txt` beside the sources.
//!
//! The space is not in the list: it is implicit, and every kind of typographic space is written as U+0020 in a truth.

use std::collections::HashMap;
use std::sync::OnceLock;

static TEXT: &str = include_str!("../charset.txt");

struct Table {
    chars: Vec<char>,
    index: HashMap<char, u16>,
}

fn table() -> &'static Table {
    static TABLE: OnceLock<Table> = OnceLock::new();
    TABLE.get_or_init(|| {
        let chars: Vec<char> = TEXT.lines().filter_map(|line| line.chars().next()).collect();
        let index = chars.iter().enumerate().map(|(i, c)| (*c, i as u16)).collect();
        Table { chars, index }
    })
}

/// Every character that may be drawn, in the order of the models' classes, without the space.
pub fn charset() -> &'static [char] {
    &table().chars
}

/// Where `c` stands in [`charset`], if it is there.
pub(crate) fn position(c: char) -> Option<usize> {
    table().index.get(&c).map(|i| usize::from(*i))
}

/// A thin space that is drawn but is no space in the truth (old typography sets one before a comma).
pub(crate) const THIN: char = '\u{2009}';

/// A wide gap (a tabulator) that is drawn 1 to 3 em wide and is one space in the truth.
pub(crate) const GAP: char = '\t';

/// The truth of a drawn text: drawn-only marks removed, every space U+0020, none doubled, none at the ends.
pub(crate) fn truth_of(drawn: &str) -> String {
    let mut out = String::with_capacity(drawn.len());
    for c in drawn.chars() {
        if c == THIN {
            continue;
        }
        if c.is_whitespace() {
            if !out.is_empty() && !out.ends_with(' ') {
                out.push(' ');
            }
        } else {
            out.push(c);
        }
    }
    while out.ends_with(' ') {
        out.pop();
    }
    out
}
