//! How likely a letter is after the letters before it: a back-off n-gram model without case, in the file that
//! `liasse_training.prior` writes.
//!
//! Responsible for reading and checking the file and for looking letters up. Not responsible for what the decoder makes of
//! the answer, nor for which text it is asked about.

use rustc_hash::FxHashMap;

/// What a file begins with; the last byte is the format's version.
const MAGIC: [u8; 5] = *b"LSPR\x01";
/// Bits of one letter in a packed n-gram.
const BITS: u32 = 6;
/// The longest n-grams that fit into a packed number together with their length.
const MOST_ORDER: u8 = 8;
/// More n-grams than this are no prior of ours.
const MOST_GRAMS: usize = 4_000_000;
/// What a level is of a nat.
const LEVEL: f32 = 1.0 / 20.0;

/// The letters before a place, as far back as the prior looks. The default is the beginning of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub(super) struct Context(u64);

impl Context {
    /// Whether the last character is a letter, and no space or sign. The space is the first of a prior's letters.
    pub(super) const fn after_letter(self) -> bool {
        self.0 & mask(1) > 1
    }
}

/// A character prior.
#[derive(Debug, Clone)]
pub(crate) struct Prior {
    order: u32,
    letters: FxHashMap<char, u8>,
    /// Packed n-gram with its length to what it costs and what leaving it behind costs, both in nats.
    grams: FxHashMap<u64, (f32, f32)>,
}

impl Prior {
    /// Reads a file.
    ///
    /// # Errors
    /// A sentence saying what is wrong with it.
    pub(crate) fn parse(bytes: &[u8]) -> Result<Self, &'static str> {
        const SHORT: &str = "ends too early";
        let rest = bytes.strip_prefix(&MAGIC).ok_or("is no character prior of this version")?;
        let (head, rest) = rest.split_first_chunk::<3>().ok_or(SHORT)?;
        let order = head[0];
        if !(2..=MOST_ORDER).contains(&order) {
            return Err("has n-grams of an impossible length");
        }
        let (letters, mut rest) =
            rest.split_at_checked(usize::from(u16::from_le_bytes([head[1], head[2]]))).ok_or(SHORT)?;
        let letters: Vec<char> =
            std::str::from_utf8(letters).map_err(|_| "has letters that are not UTF-8")?.chars().collect();
        if letters.first() != Some(&' ') {
            return Err("does not begin its letters with the space");
        }
        if letters.len() >= 1 << BITS {
            return Err("has too many letters");
        }
        let letters: FxHashMap<char, u8> = (1..).zip(letters).map(|(number, letter)| (letter, number)).collect();
        let mut grams = FxHashMap::default();
        for length in 1..=order {
            let (count, after) = rest.split_first_chunk::<4>().ok_or(SHORT)?;
            let count = u32::from_le_bytes(*count) as usize;
            if count > MOST_GRAMS {
                return Err("has too many n-grams");
            }
            let (table, after) = after.split_at_checked(count * 8).ok_or(SHORT)?;
            grams.reserve(count);
            for record in table.as_chunks::<8>().0 {
                let packed = u64::from(u32::from_le_bytes([record[0], record[1], record[2], record[3]]))
                    | u64::from(u16::from_le_bytes([record[4], record[5]])) << 32;
                let cost = f32::from(record[6]) * LEVEL;
                let back = -f32::from(i8::from_le_bytes([record[7]])) * LEVEL;
                grams.insert(key(packed, u32::from(length)), (cost, back));
            }
            rest = after;
        }
        if !rest.is_empty() {
            return Err("goes on after its end");
        }
        Ok(Self { order: u32::from(order), letters, grams })
    }

    /// The number of a character, whatever its case; 0 for one that the prior does not know.
    pub(super) fn letter(&self, character: char) -> u8 {
        let plain = if character == '’' { '\'' } else { character };
        let mut lower = plain.to_lowercase();
        match (lower.next(), lower.next()) {
            (Some(one), None) => self.letters.get(&one).copied().unwrap_or(0),
            _ => 0,
        }
    }

    /// The context after one more letter (by its number).
    pub(super) fn follow(&self, context: Context, letter: u8) -> Context {
        Context((context.0 << BITS | u64::from(letter)) & mask(self.order - 1))
    }

    /// What a letter (by its number, not 0) costs after `context`: minus the logarithm of its probability.
    pub(super) fn cost(&self, context: Context, letter: u8) -> f32 {
        let mut left = 0.0;
        for length in (1..=self.order).rev() {
            let context = context.0 & mask(length - 1);
            if let Some((cost, _)) = self.grams.get(&key(context << BITS | u64::from(letter), length)) {
                return left + cost;
            }
            if length > 1
                && let Some((_, back)) = self.grams.get(&key(context, length - 1))
            {
                left += back;
            }
        }
        // A letter that was never counted.
        left + f32::from(u8::MAX) * LEVEL
    }
}

const fn mask(letters: u32) -> u64 {
    (1 << (BITS * letters)) - 1
}

const fn key(packed: u64, length: u32) -> u64 {
    (length as u64) << 56 | packed
}

#[cfg(test)]
pub(super) mod tests {
    use super::*;

    /// A prior over " ab" in which `b` follows `a` at a cost of 0.5, and any letter costs 2 else.
    pub(in crate::recogniser) fn file() -> Vec<u8> {
        let mut file = MAGIC.to_vec();
        file.push(2);
        file.extend(3u16.to_le_bytes());
        file.extend(b" ab");
        file.extend(3u32.to_le_bytes());
        for letter in 1..=3u8 {
            // Leaving the context "a" behind costs 1.
            file.extend([letter, 0, 0, 0, 0, 0, 40, if letter == 2 { 236 } else { 0 }]);
        }
        file.extend(1u32.to_le_bytes());
        file.extend([2 << BITS | 3, 0, 0, 0, 0, 0, 10, 0]);
        file
    }

    #[test]
    fn known_pairs_are_cheaper_and_others_fall_back() {
        let prior = Prior::parse(&file()).unwrap();
        let (a, b) = (prior.letter('A'), prior.letter('b'));
        assert_eq!((a, b, prior.letter('7')), (2, 3, 0));
        let after_a = prior.follow(Context::default(), a);
        assert!((prior.cost(after_a, b) - 0.5).abs() < 1e-6);
        assert!((prior.cost(after_a, a) - 3.0).abs() < 1e-6);
        assert!((prior.cost(Context::default(), b) - 2.0).abs() < 1e-6);
    }

    #[test]
    fn what_is_no_prior_is_refused_with_a_reason() {
        let file = file();
        for end in 0..file.len() {
            assert!(Prior::parse(&file[..end]).is_err(), "the first {end} bytes");
        }
        let mut longer = file.clone();
        longer.push(0);
        assert_eq!(Prior::parse(&longer).unwrap_err(), "goes on after its end");
        let mut endless = file;
        let at = MAGIC.len() + 3 + 3;
        endless[at..at + 4].fill(255);
        assert_eq!(Prior::parse(&endless).unwrap_err(), "has too many n-grams");
    }
}
