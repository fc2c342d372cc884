//! The checksums that several identifiers share.

/// Remainder of a number of decimal digits of any length; other characters count as 0.
pub(crate) fn remainder(digits: &str, modulus: u64) -> u64 {
    digits.bytes().fold(0, |r, b| (r * 10 + u64::from(if b.is_ascii_digit() { b - b'0' } else { 0 })) % modulus)
}

/// Whether decimal digits pass Luhn's test (ISO/IEC 7812-1): from the right every second digit is doubled, nines are cast
/// out, and the sum is a multiple of ten. An empty text or one with anything but digits does not pass.
pub fn luhn(digits: &str) -> bool {
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return false;
    }
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(i, b)| {
            let d = u32::from(b - b'0') << (i % 2);
            if d > 9 { d - 9 } else { d }
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn remainder_of_a_long_number() {
        assert_eq!(
            u128::from(remainder("123456789012345678901234567890", 97)),
            123456789012345678901234567890_u128 % 97
        );
    }

    #[test]
    fn luhn_of_the_published_example() {
        assert!(luhn("79927398713") && luhn("73282932000074"));
        assert!(!luhn("79927398710") && !luhn("") && !luhn("7992739871é"));
    }
}
