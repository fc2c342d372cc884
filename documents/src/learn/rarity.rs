//! How often a feature is on a page of mail, whatever its type.
//!
//! The table was fitted on drawn pages of kinds that learning is not measured on (`liasse-bench rarity`): the share of pages that have a
//! feature, for those that at least three of them have. What is not in it has the share of its class that the constants say.
//!
//! Form, little endian: records of a feature (u32) and its share p as `round(-16 log2 p)` (u8), ascending by feature.

use super::features::{Class, Features};
use std::collections::BTreeMap;

/// Records.
const TABLE: &[u8] = include_bytes!("rarity.bin");
/// Bytes of one.
const RECORD: usize = 5;
/// Steps for each halving.
const STEPS: f32 = 16.0;
/// Pages that must have a feature for it to be in the table.
pub const RARITY_PAGES: usize = 3;

/// The share of pages that have a feature, 0 to 1, both excluded.
pub(super) fn share(feature: u32) -> f32 {
    let known = find(TABLE, feature).map(|step| (-f32::from(step) / STEPS).exp2()).unwrap_or(0.0);
    let least = match Class::of(feature) {
        Class::Word => 0.002,
        Class::Title => 0.001,
        Class::Triple => 0.005,
        Class::Layout => 0.2,
    };
    known.clamp(least, 0.9)
}

fn find(table: &[u8], feature: u32) -> Option<u8> {
    let at = |i: usize| {
        let record = &table[i * RECORD..(i + 1) * RECORD];
        (u32::from_le_bytes([record[0], record[1], record[2], record[3]]), record[4])
    };
    let (mut low, mut high) = (0, table.len() / RECORD);
    while low < high {
        let middle = usize::midpoint(low, high);
        match at(middle) {
            (found, step) if found == feature => return Some(step),
            (found, _) if found < feature => low = middle + 1,
            _ => high = middle,
        }
    }
    None
}

/// Makes the table's bytes from the features of pages.
pub fn rarity_table(pages: &[Features]) -> Vec<u8> {
    let mut counts: BTreeMap<u32, usize> = BTreeMap::new();
    for feature in pages.iter().flat_map(|p| &p.0) {
        *counts.entry(*feature).or_default() += 1;
    }
    let mut table = Vec::new();
    for (feature, count) in counts.into_iter().filter(|(_, count)| *count >= RARITY_PAGES) {
        let share = count as f32 / pages.len().max(1) as f32;
        table.extend(feature.to_le_bytes());
        // A negative number becomes 0, one beyond a byte the largest.
        table.push((-STEPS * share.log2()).round() as u8);
    }
    table
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_sound() {
        assert!(TABLE.len().is_multiple_of(RECORD) && TABLE.len() > 1000 * RECORD, "{} bytes", TABLE.len());
        let features: Vec<u32> =
            TABLE.chunks_exact(RECORD).map(|r| u32::from_le_bytes([r[0], r[1], r[2], r[3]])).collect();
        assert!(features.is_sorted_by(|a, b| a < b));
    }

    #[test]
    fn common_words_are_common() {
        use crate::page::fixtures::page;
        let words = Features::of(&page(&[(0.0, 0.0, "pour xylophoniste")]));
        let mut shares: Vec<f32> =
            words.0.iter().filter(|f| Class::of(**f) == Class::Word).map(|f| share(*f)).collect();
        shares.sort_by(f32::total_cmp);
        assert!(shares[0] <= 0.0021 && shares[1] > 0.1, "{shares:?}");
    }

    #[test]
    fn what_is_fitted_is_found() {
        let page = |features: &[u32]| Features(features.to_vec());
        let pages = [page(&[1, 5, 9]), page(&[1, 5]), page(&[1, 5, 7]), page(&[1])];
        let table = rarity_table(&pages);
        assert_eq!((find(&table, 1), find(&table, 5)), (Some(0), Some((16.0 * (4.0_f32 / 3.0).log2()).round() as u8)));
        assert_eq!((find(&table, 7), find(&table, 0), find(&[], 1)), (None, None, None));
    }
}
