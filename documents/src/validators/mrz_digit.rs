//! The check digit of machine readable zones.

/// The check digit of a part of a machine readable zone (ICAO Doc 9303-3, 4.9): values times 7, 3, 1, 7, 3, 1… summed, mod 10;
/// digits count as they are, A to Z as 10 to 35, `<` as 0. `None` when another character is in it.
pub fn mrz_check_digit(part: &str) -> Option<char> {
    let mut sum = 0;
    for (i, b) in part.bytes().enumerate() {
        let value = match b {
            b'0'..=b'9' => u32::from(b - b'0'),
            b'A'..=b'Z' => u32::from(b - b'A') + 10,
            b'<' => 0,
            _ => return None,
        };
        sum = (sum + value * [7, 3, 1][i % 3]) % 10;
    }
    char::from_digit(sum, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_examples_of_icao_9303() {
        assert_eq!(mrz_check_digit("520727"), Some('3'));
        assert_eq!(mrz_check_digit("AB2134<<<"), Some('5'));
        assert_eq!(mrz_check_digit("L898902C3"), Some('6'));
        assert_eq!(mrz_check_digit("D231458907<<<<<<<<<<<<<<<34071279507122<<<<<<<<<<"), Some('2'));
        assert_eq!(mrz_check_digit("a"), None);
        assert_eq!(mrz_check_digit("é"), None);
    }
}
