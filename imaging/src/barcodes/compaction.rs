//! What the data codewords of a PDF417 say.
//!
//! Source: ISO/IEC 15438, 5.4 (text, byte and numeric compaction) and 5.5 (extended channel interpretations, which change the
//! character set). rxing's own reading of them takes a change of character set amid bytes for the end of these, and gives wrong
//! text; it keeps no codewords, so that they are read again in [`stacked`](super::stacked).
//!
//! Responsible for the text alone. Not responsible for error correction, nor for what ties several symbols together (macro
//! PDF417), whose control block is passed over.

use rxing::common::{CharacterSet, Eci};

const TEXT: u32 = 900;
const BYTES: u32 = 901;
const NUMBERS: u32 = 902;
const BYTE: u32 = 913;
const MACRO_END: u32 = 922;
const MACRO_FIELD: u32 = 923;
const BYTES_BY_SIX: u32 = 924;
/// Interpretations that say nothing of characters: a user's, with one codeword after it, and one of a general purpose, with two.
const USER: u32 = 925;
const GENERAL: u32 = 926;
const CHARACTERS: u32 = 927;
const MACRO: u32 = 928;

/// Codewords that a number is made of at most.
const NUMBER: usize = 15;

const MIXED: &[u8; 25] = b"0123456789&\r\t,:#-.$/+%*=^";
const PUNCTUATION: &[u8; 29] = b";<>@[\\]_`~!\r\t,:\n-.$/\"|*()?{}'";

/// How a value of text is read.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Set {
    Upper,
    Lower,
    Mixed,
    Punctuation,
}

/// The text of data codewords, without the first, which counts them. `None` where they break the rules.
pub(super) fn text(codewords: &[u32]) -> Option<String> {
    let mut reader = Reader { codewords, at: 0, out: vec![(Eci::ISO8859_1, Vec::new())] };
    let mut mode = TEXT;
    while reader.at < codewords.len() {
        match codewords[reader.at] {
            MACRO | MACRO_FIELD | MACRO_END => break,
            next @ (TEXT | BYTES | BYTES_BY_SIX | NUMBERS) => {
                mode = next;
                reader.at += 1;
            }
            _ => {}
        }
        match mode {
            BYTES | BYTES_BY_SIX => reader.bytes(mode == BYTES_BY_SIX)?,
            NUMBERS => reader.numbers()?,
            _ => reader.text()?,
        }
    }
    Some(reader.out.iter().map(|(set, bytes)| spelled(*set, bytes)).collect())
}

/// Bytes in a character set. Where they are none in it, or it is none that is known, as Latin-1, which loses nothing: a set that is
/// named wrongly is a common fault.
fn spelled(set: Eci, bytes: &[u8]) -> String {
    let named = match set {
        Eci::Unknown | Eci::Binary => None,
        set => CharacterSet::from(set).decode(bytes).ok(),
    };
    named.unwrap_or_else(|| bytes.iter().map(|byte| char::from(*byte)).collect())
}

struct Reader<'a> {
    codewords: &'a [u32],
    at: usize,
    /// Character sets, and the bytes that were written in each.
    out: Vec<(Eci, Vec<u8>)>,
}

impl Reader<'_> {
    fn push(&mut self, byte: u8) {
        if let Some((_, bytes)) = self.out.last_mut() {
            bytes.push(byte);
        }
    }

    /// The next codeword if it is data. Interpretations before it are taken note of.
    fn data(&mut self) -> Option<Option<u32>> {
        loop {
            let operands = match self.codewords.get(self.at) {
                Some(value @ ..TEXT) => {
                    self.at += 1;
                    return Some(Some(*value));
                }
                Some(&CHARACTERS) => {
                    self.out.push((Eci::from(*self.codewords.get(self.at + 1)?), Vec::new()));
                    1
                }
                Some(&USER) => 1,
                Some(&GENERAL) => 2,
                _ => return Some(None),
            };
            self.at += 1 + operands;
        }
    }

    fn text(&mut self) -> Option<()> {
        let mut set = Set::Upper;
        // Instead of `set`, for the next value.
        let mut shifted = None;
        loop {
            while let Some(codeword) = self.data()? {
                for value in [codeword / 30, codeword % 30] {
                    let current = shifted.take().unwrap_or(set);
                    let character = match (current, value as usize) {
                        (Set::Upper, value @ ..=25) => b'A' + value as u8,
                        (Set::Lower, value @ ..=25) => b'a' + value as u8,
                        (Set::Mixed, value @ ..=24) => MIXED[value],
                        (Set::Punctuation, value @ ..=28) => PUNCTUATION[value],
                        (Set::Upper | Set::Lower | Set::Mixed, 26) => b' ',
                        (latch, value) => {
                            match (latch, value) {
                                (Set::Upper | Set::Mixed, 27) => set = Set::Lower,
                                (Set::Lower, 27) => shifted = Some(Set::Upper),
                                (Set::Upper | Set::Lower, 28) => set = Set::Mixed,
                                (Set::Mixed, 25) => set = Set::Punctuation,
                                (Set::Mixed, 28) | (Set::Punctuation, 29) => set = Set::Upper,
                                // To punctuation, of the other three.
                                _ => shifted = Some(Set::Punctuation),
                            }
                            continue;
                        }
                    };
                    self.push(character);
                }
            }
            if self.codewords.get(self.at) != Some(&BYTE) {
                return self.ends();
            }
            self.at += 1;
            let byte = self.data()??;
            self.push(u8::try_from(byte).ok()?);
        }
    }

    /// Bytes, five codewords to six but for the last ones, of which each is one; there are some always unless `by_six`.
    fn bytes(&mut self, by_six: bool) -> Option<()> {
        // How many there are, whatever interpretations stand between them.
        let from = (self.at, self.out.clone());
        let mut left = 0;
        while self.data()?.is_some() {
            left += 1;
        }
        (self.at, self.out) = from;
        while left >= if by_six { 5 } else { 6 } {
            let mut value = 0u64;
            for _ in 0..5 {
                value = 900 * value + u64::from(self.data()??);
            }
            // The sixth byte may be the top one of a number that is too large.
            value.to_be_bytes().strip_prefix(&[0, 0])?.iter().for_each(|byte| self.push(*byte));
            left -= 5;
        }
        for _ in 0..left {
            let byte = self.data()??;
            self.push(u8::try_from(byte).ok()?);
        }
        // Interpretations that follow the last.
        self.data()?;
        self.ends()
    }

    fn numbers(&mut self) -> Option<()> {
        loop {
            let mut digits: Vec<u8> = Vec::new();
            let mut count = 0;
            while count < NUMBER
                && let Some(codeword) = self.data()?
            {
                // The last digit comes first.
                let mut carry = codeword;
                for digit in &mut digits {
                    carry += u32::from(*digit) * 900;
                    *digit = (carry % 10) as u8;
                    carry /= 10;
                }
                while carry > 0 {
                    digits.push((carry % 10) as u8);
                    carry /= 10;
                }
                count += 1;
            }
            if count == 0 {
                return self.ends();
            }
            // A one before the number keeps its zeros.
            let (1, number) = digits.split_last()? else { return None };
            number.iter().rev().for_each(|digit| self.push(b'0' + digit));
        }
    }

    /// Whether a mode begins here or the data ends, as it must after each.
    fn ends(&self) -> Option<()> {
        let next = self.codewords.get(self.at);
        next.is_none_or(|next| [TEXT, BYTES, BYTES_BY_SIX, NUMBERS, MACRO, MACRO_FIELD, MACRO_END].contains(next))
            .then_some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(codewords: &[u32]) -> Option<String> {
        text(codewords)
    }

    #[test]
    fn text_latches_and_shifts() {
        // "PDF417" (ISO/IEC 15438 would have P, D, F, latch to mixed, 4, 1, 7, pad).
        assert_eq!(said(&[15 * 30 + 3, 5 * 30 + 28, 4 * 30 + 1, 7 * 30 + 29]).unwrap(), "PDF417");
        // Lower, a shift to upper, a space, a shift to punctuation; then mixed, punctuation, and upper again.
        let values = [27, 0, 27, 1, 2, 26, 29, 10, 28, 5, 25, 25, 29, 3];
        let codewords: Vec<u32> = values.chunks(2).map(|pair| pair[0] * 30 + pair[1]).collect();
        assert_eq!(said(&codewords).unwrap(), "aBc !5?D");
        // A byte amid lower text, which stays lower.
        assert_eq!(said(&[27 * 30, 913, 233, 30 + 29]).unwrap(), "aéb");
        // 900 begins with upper case.
        assert_eq!(said(&[27 * 30, 900, 1]).unwrap(), "aAB");
    }

    #[test]
    fn bytes_by_fives_and_ones() {
        // Six bytes as five digits of base 900.
        let six = |bytes: [u8; 6]| {
            let value = bytes.iter().fold(0u64, |value, byte| value << 8 | u64::from(*byte));
            (0..5).rev().map(move |power| (value / 900u64.pow(power) % 900) as u32)
        };
        let by_six: Vec<u32> = std::iter::once(924).chain(six(*b"alcool")).collect();
        assert_eq!(said(&by_six).unwrap(), "alcool");
        let with_rest: Vec<u32> = std::iter::once(901).chain(six(*b"alcool")).chain([105, 115]).collect();
        assert_eq!(said(&with_rest).unwrap(), "alcoolis");
        // Five after 901 are five bytes.
        assert_eq!(said(&[901, 97, 98, 99, 100, 101]).unwrap(), "abcde");
        assert_eq!(said(&[901, 97, 98, 99, 100, 300]), None);
        // Too large for six bytes.
        assert_eq!(said(&[924, 899, 899, 899, 899, 899]), None);
    }

    #[test]
    fn character_sets_change_anywhere() {
        let six = b"\x93_\x83e\xe4\xaa".iter().fold(0u64, |value, byte| value << 8 | u64::from(*byte));
        let fives: Vec<u32> = (0..5).rev().map(|power| (six / 900u64.pow(power) % 900) as u32).collect();
        // Six bytes of Shift-JIS then a Greek letter, a general interpretation and a Cyrillic one: all one run of bytes.
        let mut codewords = vec![1, 901, 927, 20];
        codewords.extend(&fives);
        codewords.extend([927, 9, 225, 926, 899, 898, 927, 22, 144]);
        assert_eq!(&said(&codewords).unwrap()[..8], "AB点テ");
        assert!(said(&codewords).unwrap().ends_with("αђ"));
        assert_eq!(said(&[927, 4, 913, 172, 925, 1, 900, 1]).unwrap(), "ŹAB");
        assert_eq!(said(&[901, 97, 927]), None);
        assert_eq!(said(&[927, 26, 901, 0xc3, 0xa9]).unwrap(), "é");
        // Of two sets before any byte the second counts, and nothing comes twice.
        assert_eq!(said(&[927, 22, 927, 4, 913, 172]).unwrap(), "Ź");
        // Latin-1 that is called UTF-8 loses nothing.
        assert_eq!(said(&[1, 927, 26, 901, 0xe9, 65]).unwrap(), "ABéA");
    }

    #[test]
    fn numbers_keep_their_zeros() {
        // The example of ISO/IEC 15438, 5.4.4.
        assert_eq!(said(&[902, 1, 624, 434, 632, 282, 200]).unwrap(), "000213298174000");
        assert_eq!(said(&[902, 1, 624, 434, 632, 282, 200, 902, 12]).unwrap(), "0002132981740002");
        assert_eq!(said(&[902, 2]), None);
    }

    #[test]
    fn what_is_no_text_is_passed_over() {
        assert_eq!(said(&[1, 928, 111, 112, 113]).unwrap(), "AB");
        assert_eq!(said(&[1, 903]), None);
        assert_eq!(said(&[]).unwrap(), "");
    }
}
