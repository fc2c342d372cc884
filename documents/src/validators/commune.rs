//! Whether a postcode and a town agree.

use super::{Invalid, department, postcode};
use crate::text::fold;
use flate2::read::GzDecoder;
use std::collections::HashMap;
use std::io::Read;
use std::sync::LazyLock;

const RULE: &str = "commune";
/// Bytes of the table: a bound on what is taken out of it.
const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// Names of the communes by postcode; see `data/README.md` for where it is from.
static TABLE: LazyLock<HashMap<String, Vec<String>>> = LazyLock::new(|| {
    let mut text = String::new();
    let packed: &[u8] = include_bytes!("../../data/communes.gz");
    // The table is a part of the program, and a test reads it whole; one that could not be read would have no postcode.
    let read = GzDecoder::new(packed).take(MAX_BYTES).read_to_string(&mut text);
    let lines = text.lines().filter(|_| read.is_ok());
    lines
        .filter_map(|line| {
            let mut parts = line.split('\t').map(str::to_owned);
            Some((parts.next()?, parts.collect()))
        })
        .collect()
});

/// The name of a town as the table has it: letters and digits in lower case, parted by single spaces, "saint" as "st"; what La Poste
/// adds (`CEDEX 03`, the number of an arrondissement) left out, and whether that was a CEDEX.
fn town_name(town: &str) -> (String, bool) {
    let folded: String = fold(town).chars().map(|c| if c.is_ascii_alphanumeric() { c } else { ' ' }).collect();
    let mut words: Vec<&str> = folded.split_whitespace().collect();
    let cedex = words.iter().position(|w| *w == "cedex");
    words.truncate(cedex.unwrap_or(words.len()));
    while words.len() > 1 && words.last().is_some_and(|w| w.starts_with(|c: char| c.is_ascii_digit())) {
        words.pop();
    }
    let short = |w: &&str| {
        match *w {
            "saint" => "st",
            "sainte" => "ste",
            other => other,
        }
        .to_owned()
    };
    (words.iter().map(short).collect::<Vec<_>>().join(" "), cedex.is_some())
}

/// Without the article, which is often left out.
fn without_article(name: &str) -> &str {
    ["l ", "le ", "la ", "les "].iter().find_map(|a| name.strip_prefix(a)).unwrap_or(name)
}

/// Checks that a town is one of those that a postcode is for; for a CEDEX, whose postcodes are of single senders, that the town is in
/// the department. Case, accents and articles do not matter, nor an abbreviated "Saint". Gives the town's name folded.
///
/// Names of hamlets and industrial estates are no communes, so that an address that fails may still be right.
///
/// # Errors
/// [`Invalid`] when the postcode is none, or the town is not one of its communes.
pub fn commune(code: &str, town: &str) -> Result<String, Invalid> {
    let code = postcode(code)?;
    let (name, cedex) = town_name(town);
    let is_it = |known: &String| *known == name || without_article(known) == without_article(&name);
    let found = if cedex {
        let area = department(&code);
        TABLE.iter().any(|(other, names)| department(other) == area && names.iter().any(is_it))
    } else {
        TABLE.get(&code).is_some_and(|names| names.iter().any(is_it))
    };
    if found && !name.is_empty() {
        return Ok(name);
    }
    let known = TABLE.get(&code).map(|names| names.iter().take(3).map(String::as_str).collect::<Vec<_>>().join(", "));
    let why = known
        .map_or_else(|| format!("no commune has the postcode {code}"), |n| format!("{code} is the postcode of {n}"));
    Err(Invalid::new(RULE, why))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_whole() {
        assert!(TABLE.len() > 6000 && TABLE.values().map(Vec::len).sum::<usize>() > 35_000);
        // Every name is what is compared with it.
        assert!(TABLE.values().flatten().all(|name| town_name(name).0 == *name || name.ends_with(char::is_numeric)));
        assert!(TABLE.keys().filter(|code| department(code).is_none()).count() < 5);
    }

    #[test]
    fn towns_and_their_postcodes() {
        for (code, town) in [
            ("69100", "Villeurbanne"),
            ("42000", "SAINT-ÉTIENNE"),
            ("42000", "ST ETIENNE"),
            ("75012", "PARIS"),
            ("75012", "Paris 12e"),
            ("69003", "LYON 03"),
            ("42021", "SAINT-ETIENNE CEDEX 1"),
            ("01400", "Abergement-Clémenciat"),
            ("20000", "AJACCIO"),
            ("97400", "Saint-Denis"),
            ("72000", "LE MANS"),
        ] {
            assert!(commune(code, town).is_ok(), "{code} {town}: {:?}", commune(code, town));
        }
        assert!(commune("69100", "Lyon").unwrap_err().reason.contains("villeurbanne"));
        assert!(
            commune("69100", "Vileurbanne").is_err()
                && commune("69100", "").is_err()
                && commune("99999", "Lyon").is_err()
        );
        assert!(commune("69999", "Lyon").unwrap_err().reason.contains("no commune"));
        assert!(commune("42021", "LYON CEDEX").is_err());
    }
}
