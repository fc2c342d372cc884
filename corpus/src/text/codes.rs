//! Numbers with check digits and other codes, correct as the issuers write them.

use super::words::{DAYS, LAST_NAMES, MONTHS, TOWNS};
use crate::rng::Rng;

/// Remainder of a long decimal number.
fn modulo(digits: &str, m: u64) -> u64 {
    digits.bytes().filter(u8::is_ascii_digit).fold(0, |r, b| (r * 10 + u64::from(b - b'0')) % m)
}

/// The digit that makes a number pass Luhn's test when appended.
fn luhn_digit(digits: &str) -> char {
    let sum: u32 = digits
        .bytes()
        .rev()
        .enumerate()
        .map(|(i, b)| {
            let d = u32::from(b - b'0') * if i % 2 == 0 { 2 } else { 1 };
            if d > 9 { d - 9 } else { d }
        })
        .sum();
    char::from(b'0' + ((10 - sum % 10) % 10) as u8)
}

/// Splits a code in groups of the given sizes (the last size repeats).
pub(crate) fn grouped(code: &str, sizes: &[usize]) -> String {
    let mut out = String::new();
    let (mut i, mut left) = (0, sizes[0]);
    for c in code.chars() {
        if left == 0 {
            out.push(' ');
            i = (i + 1).min(sizes.len() - 1);
            left = sizes[i];
        }
        out.push(c);
        left -= 1;
    }
    out
}

/// A French bank account: bank, branch, account number, key; each part of the fixed length, the key correct.
#[derive(Debug, Clone)]
pub(crate) struct Account {
    pub(crate) bank: String,
    pub(crate) branch: String,
    pub(crate) number: String,
    pub(crate) key: String,
}

impl Account {
    pub(crate) fn random(rng: &mut Rng) -> Account {
        let bank = format!("{}{}", rng.choose(&["1", "2", "3", "4"]), rng.digits(4));
        let branch = rng.digits(5);
        let mut number = rng.digits(11);
        if rng.chance(0.3) {
            // Some banks have a letter in the number.
            let at = rng.below(11);
            number.replace_range(at..=at, &rng.capital().to_string());
        }
        let digits: String = number.chars().map(rib_digit).collect();
        let sum = 89 * modulo(&bank, 97) + 15 * modulo(&branch, 97) + 3 * modulo(&digits, 97);
        let key = format!("{:02}", 97 - sum % 97);
        Account { bank, branch, number, key }
    }

    /// The account as an IBAN without spaces.
    pub(crate) fn iban(&self) -> String {
        let bban = format!("{}{}{}{}", self.bank, self.branch, self.number, self.key);
        let spelled: String = format!("{bban}FR00").chars().map(iban_digits).collect();
        format!("FR{:02}{bban}", 98 - modulo(&spelled, 97))
    }
}

/// The digit that stands for a letter in the key of a RIB.
fn rib_digit(c: char) -> char {
    match c {
        'A'..='I' => char::from(b'1' + (c as u8 - b'A')),
        'J'..='R' => char::from(b'1' + (c as u8 - b'J')),
        'S'..='Z' => char::from(b'2' + (c as u8 - b'S')),
        other => other,
    }
}

fn iban_digits(c: char) -> String {
    match c {
        'A'..='Z' => (c as u8 - b'A' + 10).to_string(),
        other => other.to_string(),
    }
}

/// Whether an IBAN (spaces allowed) has correct check digits.
pub fn iban_is_valid(iban: &str) -> bool {
    let code: String = iban.chars().filter(|c| !c.is_whitespace()).collect();
    if code.len() < 15 || !code.is_ascii() || !code.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit()) {
        return false;
    }
    let turned = format!("{}{}", &code[4..], &code[..4]);
    modulo(&turned.chars().map(iban_digits).collect::<String>(), 97) == 1
}

/// Whether a SIREN or SIRET (spaces allowed) passes Luhn's test.
pub fn siret_is_valid(code: &str) -> bool {
    let digits: String = code.chars().filter(char::is_ascii_digit).collect();
    matches!(digits.len(), 9 | 14) && luhn_digit(&digits[..digits.len() - 1]) == digits.chars().last().unwrap_or('x')
}

/// Whether a NIR (13 characters and a key, spaces allowed) has its key.
pub fn nir_is_valid(code: &str) -> bool {
    let code: String = code.chars().filter(|c| !c.is_whitespace()).collect();
    if code.len() != 15 || !code.is_ascii() {
        return false;
    }
    let body = code[..13].replace("2A", "19").replace("2B", "18");
    code[13..].parse::<u64>().is_ok_and(|key| key == 97 - modulo(&body, 97))
}

/// A SIREN without spaces.
pub(crate) fn siren(rng: &mut Rng) -> String {
    let body = format!("{}{}", rng.choose(&["3", "4", "5", "7", "8", "9"]), rng.digits(7));
    let check = luhn_digit(&body);
    format!("{body}{check}")
}

/// A SIRET without spaces, of a SIREN.
pub(crate) fn siret(siren: &str, rng: &mut Rng) -> String {
    let body = format!("{siren}000{}", rng.digits(1));
    let check = luhn_digit(&body);
    format!("{body}{check}")
}

/// The VAT number of a SIREN, without spaces.
pub(crate) fn vat(siren: &str) -> String {
    format!("FR{:02}{siren}", (12 + 3 * modulo(siren, 97)) % 97)
}

/// A social security number (NIR) without spaces, key included.
pub(crate) fn nir(rng: &mut Rng) -> String {
    let department = match rng.below(30) {
        0 => "2A".to_owned(),
        1 => "2B".to_owned(),
        _ => format!("{:02}", rng.between(1, 95)).replace("20", "21"),
    };
    let body = format!(
        "{}{:02}{:02}{department}{:03}{:03}",
        rng.between(1, 2),
        rng.between(0, 99),
        rng.between(1, 12),
        rng.between(1, 600),
        rng.between(1, 700)
    );
    let key = 97 - modulo(&body.replace("2A", "19").replace("2B", "18"), 97);
    format!("{body}{key:02}")
}

/// An amount as French mail writes one, with a decimal comma; sometimes grouped by a space, sometimes by a point.
pub(crate) fn amount(rng: &mut Rng) -> String {
    let value = rng.log_range(1.0, 60_000.0);
    let whole = value as u64;
    let cents = rng.below(100);
    let separator = if rng.chance(0.85) { " " } else { rng.choose(&["", ".", ""]) };
    format!("{},{cents:02}", thousands(whole, separator))
}

/// An amount as anything that prints may write it: programs often leave the decimal point, and the comma between thousands.
pub(crate) fn printed_amount(rng: &mut Rng) -> String {
    if rng.chance(0.5) {
        return amount(rng);
    }
    let most = if rng.chance(0.7) { 200.0 } else { 60_000.0 };
    let whole = rng.log_range(1.0, most) as u64;
    let separator = rng.choose(&[",", ",", ",", "", " ", "'"]);
    format!("{}.{:02}", thousands(whole, separator), rng.below(100))
}

/// A whole number in groups of three.
pub(crate) fn thousands(value: u64, separator: &str) -> String {
    let digits = value.to_string();
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push_str(separator);
        }
        out.push(c);
    }
    out
}

/// A date in one of the usual spellings.
pub(crate) fn date(rng: &mut Rng) -> String {
    let (d, m, y) = (rng.between(1, 28), rng.between(1, 12), rng.between(1905, 2027));
    let month = MONTHS[(m - 1) as usize];
    match rng.below(12) {
        0..=3 => format!("{d:02}/{m:02}/{y}"),
        4 => format!("{d:02}.{m:02}.{y}"),
        5 => format!("{d:02}-{m:02}-{y}"),
        6 => format!("{d:02}/{m:02}/{:02}", y % 100),
        7 => format!("1er {month} {y}"),
        8 => format!("{d} {} {y}", capitalised(month)),
        9 => format!("{} {d} {month} {y}", rng.pick(DAYS)),
        _ => format!("{d} {month} {y}"),
    }
}

pub(crate) fn capitalised(word: &str) -> String {
    let mut chars = word.chars();
    chars.next().map_or_else(String::new, |c| c.to_uppercase().chain(chars).collect())
}

/// A telephone number.
pub(crate) fn phone(rng: &mut Rng) -> String {
    let digits = format!("0{}{}", rng.between(1, 9), rng.digits(8));
    match rng.below(6) {
        0 => grouped(&digits, &[2]).replace(' ', "."),
        1 => format!("+33 {}", grouped(&digits[1..], &[1, 2])),
        2 => digits,
        3 => grouped(&digits, &[2]).replace(' ', "-"),
        _ => grouped(&digits, &[2]),
    }
}

fn strip(text: &str) -> String {
    text.chars().map(super::plain).collect::<String>().to_lowercase().replace(|c: char| !c.is_ascii_alphanumeric(), "")
}

/// An e-mail or web address.
pub(crate) fn address(rng: &mut Rng) -> String {
    let first = strip(rng.pick(super::words::FIRST_NAMES));
    let last = strip(rng.pick(LAST_NAMES));
    let host = match rng.below(3) {
        0 => rng.pick(&["orange", "free", "laposte", "wanadoo", "gmail", "hotmail", "sfr", "yahoo"]).to_owned(),
        1 => format!("{}-{}", strip(rng.pick(TOWNS.iter().map(|t| t.1).collect::<Vec<_>>().as_slice())), last),
        _ => strip(rng.pick(super::words::COMPANIES)),
    };
    let end = rng.pick(&["fr", "fr", "fr", "com", "net", "org", "eu", "gouv.fr", "be", "ch"]);
    match rng.below(9) {
        0 => format!("www.{host}.{end}"),
        1 => format!(
            "https://www.{host}.{end}/{}",
            rng.pick(&["", "contact", "mon-compte", "index.php?id=12", "aide/faq"])
        ),
        2 => format!("http://{host}.{end}"),
        3 => format!("{}.{last}@{host}.{end}", &first[..1]),
        4 => format!("{first}_{last}{}@{host}.{end}", rng.between(1, 99)),
        5 => format!("{}@{host}.{end}", rng.pick(&["contact", "service-client", "info", "comptabilite", "accueil"])),
        6 => format!("{}.{host}.{end}", rng.pick(&["espace-client", "mon", "e-services"])),
        _ => format!("{first}.{last}@{host}.{end}"),
    }
}

/// The check digit of a machine-readable zone (weights 7, 3, 1; ICAO 9303).
pub(super) fn mrz_check(text: &str) -> char {
    let sum: u32 = text
        .bytes()
        .zip([7u32, 3, 1].into_iter().cycle())
        .map(|(b, w)| {
            let v = match b {
                b'0'..=b'9' => u32::from(b - b'0'),
                b'A'..=b'Z' => u32::from(b - b'A') + 10,
                _ => 0,
            };
            v * w
        })
        .sum();
    char::from(b'0' + (sum % 10) as u8)
}

fn padded(text: &str, n: usize) -> String {
    let mut out: String = text
        .to_uppercase()
        .chars()
        .map(super::plain)
        .map(|c| if c.is_ascii_alphanumeric() { c } else { '<' })
        .collect();
    out.truncate(n);
    while out.len() < n {
        out.push('<');
    }
    out
}

/// The lines of a machine-readable zone: the old French identity card (2 x 36), the new one (3 x 30), or a passport
/// (2 x 44).
pub(crate) fn mrz(rng: &mut Rng) -> Vec<String> {
    let last = rng.pick(LAST_NAMES).to_owned();
    let first = rng.pick(super::words::FIRST_NAMES).to_owned();
    let birth = format!("{:02}{:02}{:02}", rng.between(0, 99), rng.between(1, 12), rng.between(1, 28));
    let (kind, sex) = (rng.below(3), rng.choose(&['M', 'F']));
    mrz_of(kind, &last, &first, &birth, sex, rng)
}

/// As [`mrz`], of a given kind (0 old card, 1 new card, 2 passport) and holder; `birth` as YYMMDD.
pub(crate) fn mrz_of(kind: usize, last: &str, first: &str, birth: &str, sex: char, rng: &mut Rng) -> Vec<String> {
    let expiry = format!("{:02}{:02}{:02}", rng.between(24, 35), rng.between(1, 12), rng.between(1, 28));
    match kind {
        0 => {
            let one = format!("IDFRA{}{}{}", padded(last, 25), rng.digits(3), rng.digits(3));
            let number = rng.digits(12);
            let body = format!("{number}{}{}{birth}{}{sex}", mrz_check(&number), padded(first, 14), mrz_check(birth));
            let check = mrz_check(&format!("{one}{body}"));
            vec![one, format!("{body}{check}")]
        }
        1 => {
            let number: String = (0..9).map(|_| if rng.chance(0.4) { rng.capital() } else { rng.digit() }).collect();
            let one = padded(&format!("IDFRA{number}{}", mrz_check(&number)), 30);
            let two = format!("{birth}{}{sex}{expiry}{}FRA<<<<<<<<<<<", mrz_check(birth), mrz_check(&expiry));
            let check = mrz_check(&format!("{}{}", &one[5..], &two));
            vec![one, format!("{two}{check}"), padded(&format!("{}<<{}", padded_name(last), padded_name(first)), 30)]
        }
        _ => {
            let number = format!("{}{}{}{}", rng.digits(2), rng.capital(), rng.capital(), rng.digits(5));
            let one = padded(&format!("P<FRA{}<<{}", padded_name(last), padded_name(first)), 44);
            let body = format!(
                "{number}{}FRA{birth}{}{sex}{expiry}{}<<<<<<<<<<<<<<",
                mrz_check(&number),
                mrz_check(birth),
                mrz_check(&expiry)
            );
            vec![one, format!("{body}<{}", mrz_check(&body))]
        }
    }
}

fn padded_name(name: &str) -> String {
    name.to_uppercase().chars().map(super::plain).map(|c| if c.is_ascii_alphanumeric() { c } else { '<' }).collect()
}

/// A reference as offices make them up.
pub(crate) fn reference(rng: &mut Rng) -> String {
    let letters = |rng: &mut Rng, n: usize| (0..n).map(|_| rng.capital()).collect::<String>();
    match rng.below(9) {
        0 => format!("{}/{}/{}", letters(rng, 2), letters(rng, 3), rng.between(1, 9999)),
        1 => format!("{}-{}-{}", letters(rng, 2), rng.digits(3), letters(rng, 2)),
        2 => format!("n° {}-{}", rng.between(1980, 2026), rng.digits(4)),
        3 => format!("{}{}", letters(rng, 1), rng.digits(8)),
        4 => format!("{} {} {}", rng.digits(4), rng.digits(3), letters(rng, 1)),
        5 => format!("{}.{}.{}", rng.digits(2), rng.digits(3), rng.digits(3)),
        6 => format!("Réf. : {}{}/{}", letters(rng, 3), rng.digits(5), rng.digits(2)),
        7 => format!("F{}-{:05}", rng.between(2015, 2027), rng.between(1, 99_999)),
        _ => format!("{}{}{}", rng.digits(2), letters(rng, 2), rng.digits(6)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn made_up_numbers_pass_the_checks_of_those_who_issue_them() {
        for index in 0..2000 {
            let mut rng = Rng::stream(11, index);
            let account = Account::random(&mut rng);
            assert!(iban_is_valid(&account.iban()), "{account:?}");
            assert_eq!(account.iban().len(), 27);
            let siren = siren(&mut rng);
            let siret = siret(&siren, &mut rng);
            assert!(siret_is_valid(&siren) && siret_is_valid(&siret), "{siret}");
            let nir = nir(&mut rng);
            assert!(nir_is_valid(&nir), "{nir}");
        }
    }

    #[test]
    fn known_numbers_are_told_from_wrong_ones() {
        assert!(iban_is_valid("FR14 2004 1010 0505 0001 3M02 606"));
        assert!(!iban_is_valid("FR14 2004 1010 0505 0001 3M02 607"));
        assert!(siret_is_valid("732 829 320") && siret_is_valid("732 829 320 00074"));
        assert!(!siret_is_valid("732 829 321"));
        assert!(nir_is_valid("2 55 08 14 168 025 38"));
        assert!(!nir_is_valid("2 55 08 14 168 025 39"));
        assert!(!iban_is_valid("") && !siret_is_valid("é") && !nir_is_valid("25508141680253é"));
    }

    #[test]
    fn the_rib_key_is_that_of_the_published_example() {
        // 20041 01005 0500013M026 06
        let digits: String = "0500013M026".chars().map(rib_digit).collect();
        assert_eq!(digits, "05000134026");
        let sum = 89 * modulo("20041", 97) + 15 * modulo("01005", 97) + 3 * modulo(&digits, 97);
        assert_eq!(97 - sum % 97, 6);
    }

    #[test]
    fn machine_readable_zones_have_the_lengths_of_their_documents() {
        for index in 0..300 {
            let mut rng = Rng::stream(5, index);
            for (kind, (lines, width)) in [(2, 36), (3, 30), (2, 44)].into_iter().enumerate() {
                let zone = mrz_of(kind, "Lœuillet d'Où", "Jean-Noël", "800229", 'M', &mut rng);
                assert_eq!(zone.len(), lines);
                for line in &zone {
                    assert_eq!(line.chars().count(), width, "{line}");
                    assert!(line.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '<'), "{line}");
                }
            }
        }
    }

    #[test]
    fn the_check_digit_is_that_of_icao_9303() {
        assert_eq!(mrz_check("L898902C3"), '6');
        assert_eq!(mrz_check("740812"), '2');
        assert_eq!(mrz_check("120415"), '9');
    }
}
