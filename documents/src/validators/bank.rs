//! Bank accounts and banks: RIB, IBAN, BIC.

use super::modular::remainder;
use super::{Invalid, compact};
use iban::IbanLike;

/// A French bank account in its four parts, its key verified.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rib {
    /// Code banque, 5 digits.
    pub bank: String,
    /// Code guichet, 5 digits.
    pub branch: String,
    /// Numéro de compte, 11 capitals or digits.
    pub account: String,
    /// Clé RIB, 2 digits, 01 to 97.
    pub key: String,
}

impl Rib {
    /// The 23 characters together.
    pub fn compact(&self) -> String {
        format!("{}{}{}{}", self.bank, self.branch, self.account, self.key)
    }

    /// The French IBAN that holds it (ISO 13616: letters count from 10, the whole is 1 modulo 97).
    pub fn iban(&self) -> String {
        let code = self.compact();
        let digits = |text: &str| text.chars().map(|c| c.to_digit(36).unwrap_or(0).to_string()).collect::<String>();
        let check = 98 - remainder(&digits(&format!("{code}FR00")), 97);
        format!("FR{check:02}{code}")
    }
}

/// The digit that stands for a letter in the key of a RIB: the alphabet in rows of nine, S beginning at 2.
fn key_digit(c: char) -> char {
    match c {
        'A'..='I' => char::from(b'1' + (c as u8 - b'A')),
        'J'..='R' => char::from(b'1' + (c as u8 - b'J')),
        'S'..='Z' => char::from(b'2' + (c as u8 - b'S')),
        other => other,
    }
}

/// Checks a RIB of 23 characters: bank 5 digits, branch 5 digits, account 11 letters or digits, key 2 digits, with
/// key = 97 - ((89 bank + 15 branch + 3 account) mod 97) (fr.wikipedia, « Clé RIB »).
///
/// # Errors
/// [`Invalid`] when the form or the key is wrong.
pub fn rib(text: &str) -> Result<Rib, Invalid> {
    const RULE: &str = "rib";
    let code = compact(RULE, text)?;
    if code.len() != 23 {
        return Err(Invalid::new(RULE, format!("has {} characters instead of 23", code.len())));
    }
    let (bank, branch, account, key) = (&code[..5], &code[5..10], &code[10..21], &code[21..]);
    if ![bank, branch, key].iter().all(|part| part.bytes().all(|b| b.is_ascii_digit())) {
        return Err(Invalid::new(RULE, "has a letter outside the account number"));
    }
    let number: String = account.chars().map(key_digit).collect();
    let expected = 97 - (89 * remainder(bank, 97) + 15 * remainder(branch, 97) + 3 * remainder(&number, 97)) % 97;
    if remainder(key, 1000) != expected {
        return Err(Invalid::new(RULE, format!("the key is {key}, it should be {expected:02}")));
    }
    let own = str::to_owned;
    Ok(Rib { bank: own(bank), branch: own(branch), account: own(account), key: own(key) })
}

/// Checks an IBAN of any country of the registry, its length and pattern, and mod 97 = 1 (ISO 13616); for France and Monaco
/// the RIB key inside as well. Gives it compact.
///
/// # Errors
/// [`Invalid`] when the country is unknown, the form does not fit it, or a checksum fails.
pub fn iban(text: &str) -> Result<String, Invalid> {
    const RULE: &str = "iban";
    let code = compact(RULE, text)?;
    let parsed = code.parse::<iban::Iban>().map_err(|e| Invalid::new(RULE, e.to_string()))?;
    if matches!(parsed.country_code(), "FR" | "MC") {
        rib(parsed.bban()).map_err(|e| Invalid::new(RULE, format!("the RIB inside is wrong: {}", e.reason)))?;
    }
    Ok(code)
}

/// The RIB inside a valid French or Monegasque IBAN.
pub fn rib_of_iban(text: &str) -> Option<Rib> {
    let code = iban(text).ok()?;
    matches!(&code[..2], "FR" | "MC").then(|| rib(&code[4..]).ok()).flatten()
}

/// The countries of ISO 3166-1, and XK, which banks use for Kosovo.
const COUNTRIES: &str = "ADAEAFAGAIALAMAOAQARASATAUAWAXAZBABBBDBEBFBGBHBIBJBLBMBNBOBQBRBSBTBVBWBYBZCACCCDCFCGCHCICKCL\
CMCNCOCRCUCVCWCXCYCZDEDJDKDMDODZECEEEGEHERESETFIFJFKFMFOFRGAGBGDGEGFGGGHGIGLGMGNGPGQGRGSGTGUGWGYHKHMHNHRHTHUIDIEILIMINIO\
IQIRISITJEJMJOJPKEKGKHKIKMKNKPKRKWKYKZLALBLCLILKLRLSLTLULVLYMAMCMDMEMFMGMHMKMLMMMNMOMPMQMRMSMTMUMVMWMXMYMZNANCNENFNGNINL\
NONPNRNUNZOMPAPEPFPGPHPKPLPMPNPRPSPTPWPYQARERORSRURWSASBSCSDSESGSHSISJSKSLSMSNSOSRSSSTSVSXSYSZTCTDTFTGTHTJTKTLTMTNTOTRTT\
TVTWTZUAUGUMUSUYUZVAVCVEVGVIVNVUWFWSXKYEYTZAZMZW";

fn is_country(code: &str) -> bool {
    (0..COUNTRIES.len()).step_by(2).any(|i| &COUNTRIES[i..i + 2] == code)
}

/// Checks the form of a BIC (ISO 9362): 4 letters, an ISO 3166 country, 2 letters or digits, and optionally 3 more. There is
/// no check digit: a pass is weak evidence.
///
/// # Errors
/// [`Invalid`] when the length, a letter or the country is wrong.
pub fn bic(text: &str) -> Result<String, Invalid> {
    const RULE: &str = "bic";
    let code = compact(RULE, text)?;
    if !matches!(code.len(), 8 | 11) {
        return Err(Invalid::new(RULE, format!("has {} characters instead of 8 or 11", code.len())));
    }
    if !code.bytes().take(6).all(|b| b.is_ascii_uppercase()) {
        return Err(Invalid::new(RULE, "the first six characters are not all letters"));
    }
    if !is_country(&code[4..6]) {
        return Err(Invalid::new(RULE, format!("{} is no country", &code[4..6])));
    }
    Ok(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_rib_of_the_published_example() {
        let rib = rib("20041 01005 0500013M026 06").unwrap();
        assert_eq!((rib.bank.as_str(), rib.account.as_str(), rib.key.as_str()), ("20041", "0500013M026", "06"));
        assert_eq!(rib.compact(), "20041010050500013M02606");
        assert_eq!(rib.iban(), "FR1420041010050500013M02606");
        assert_eq!(super::rib("20041 01005 0500013M026 07").unwrap_err().reason, "the key is 07, it should be 06");
        assert!(super::rib("2004A 01005 0500013M026 06").is_err());
    }

    #[test]
    fn ibans_of_several_countries() {
        for good in [
            "FR14 2004 1010 0505 0001 3M02 606", "fr1420041010050500013m02606", "DE89 3704 0044 0532 0130 00",
            "GB29 NWBK 6016 1331 9268 19", "BE68 5390 0754 7034", "MC58 1122 2000 0101 2345 6789 030",
        ] {
            assert!(iban(good).is_ok(), "{good}: {:?}", iban(good));
        }
        for bad in [
            "FR14 2004 1010 0505 0001 3M02 607", "FR14 2004 1010 0505 0001 3M02 60",
            "ZZ14 2004 1010 0505 0001 3M02 606", "DE89 3704 0044 0532 0130 0", "",
        ] {
            assert!(iban(bad).is_err(), "{bad}");
        }
    }

    #[test]
    fn a_french_iban_whose_rib_key_is_wrong_fails_even_with_right_check_digits() {
        // Check digits made for a RIB whose key is one too high.
        let bban = "20041010050500013M02607";
        let spelled: String = format!("{bban}FR00").chars().map(|c| c.to_digit(36).unwrap().to_string()).collect();
        let made = format!("FR{:02}{bban}", 98 - remainder(&spelled, 97));
        assert!(made.parse::<iban::Iban>().is_ok());
        assert!(iban(&made).unwrap_err().reason.contains("RIB"));
    }

    #[test]
    fn the_rib_inside_an_iban() {
        assert_eq!(rib_of_iban("FR14 2004 1010 0505 0001 3M02 606").unwrap().key, "06");
        assert_eq!(rib_of_iban("DE89 3704 0044 0532 0130 00"), None);
    }

    #[test]
    fn bics_have_a_country() {
        assert_eq!(bic("PSSTFRPPLYO").as_deref(), Ok("PSSTFRPPLYO"));
        assert_eq!(bic("bnpa fr pp").as_deref(), Ok("BNPAFRPP"));
        for bad in ["BNPAFRP", "BNPAZZPP", "BN1AFRPP", "BNPAFRPPXX", "BNPAFRPP-é"] {
            assert!(bic(bad).is_err(), "{bad}");
        }
    }
}
