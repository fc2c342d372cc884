//! Mail addresses as they are read: with the marks that an `@` is read as, and with spaces that were read into them.
//!
//! Responsible for making one address of what was read, in lower case; its form alone is checked (RFC 5321, 4.1.2, without quoted
//! names). Not responsible for where it stands.

/// Words in which an address may have been read.
pub(super) const MOST_WORDS: usize = 4;
/// Longest address (RFC 5321, 4.5.3.1).
const MOST: usize = 254;
/// Providers of addresses of persons, whose names tell an address of which the `@` was read as a letter.
const PROVIDERS: &[&str] = &[
    "gmail.com", "orange.fr", "wanadoo.fr", "free.fr", "sfr.fr", "laposte.net", "hotmail.fr", "hotmail.com",
    "outlook.fr", "outlook.com", "yahoo.fr", "yahoo.com", "live.fr", "icloud.com", "bbox.fr", "neuf.fr",
    "club-internet.fr", "numericable.fr", "proton.me",
];
/// What an `@` is read as between a name and a provider.
const LIKE_AT: &[char] = &['e', 'a', 'ê', 'ã', 'æ', 'ø', 'q', '0', '6', '9'];
/// Labels to which an address may be glued.
const LABELS: &[&str] = &["Courriel", "Email", "E-mail", "Mail", "Mél"];

/// The address that words with single spaces between are, in lower case, and whether anything was mended; `None` where they are none.
pub(crate) fn address(text: &str) -> Option<(String, bool)> {
    let text = text.trim_end_matches('.');
    if !may_hold(text) {
        return None;
    }
    let own = LABELS.iter().find_map(|label| {
        text.strip_prefix(label).filter(|rest| rest.starts_with(|c: char| c.is_lowercase()) && rest.contains('@'))
    });
    let joined = joined(own.unwrap_or(text))?.replace("(@", "@").replace(['©', '®'], "@").to_lowercase();
    let mended = joined != text.to_lowercase();
    if is_address(&joined) {
        return Some((joined, mended));
    }
    let with_at = PROVIDERS.iter().find_map(|provider| {
        let name = joined.strip_suffix(provider)?.strip_suffix(LIKE_AT)?;
        Some(format!("{name}@{provider}")).filter(|address| name.len() > 2 && is_address(address))
    })?;
    (!joined.contains('@')).then_some((with_at, true))
}

/// Whether a text may hold an address at all.
pub(super) fn may_hold(text: &str) -> bool {
    text.contains(['@', '©', '®']) || PROVIDERS.iter().any(|provider| text.ends_with(provider))
}

/// Words that are one address parted by spaces: each ends or begins with a mark that an address goes on after, or holds one.
fn joined(text: &str) -> Option<String> {
    // A dash by itself parts an address from something else.
    if text.split(' ').any(|word| !word.contains(|c: char| c.is_alphanumeric()) && word != "@") {
        return None;
    }
    let mut words = text.split(' ');
    let mut out = words.next()?.to_owned();
    for word in words {
        let mark = |c: char| matches!(c, '.' | '-' | '_' | '@');
        let parted = out.ends_with(mark) || word.starts_with(mark);
        match (out.contains('@'), word.contains('@')) {
            _ if parted => {}
            // `remi.bellanger 10@sfr.fr`
            (false, true) if out.contains(['.', '_']) && word.starts_with(|c: char| c.is_ascii_digit()) => {}
            // The mark between parts of a host was lost: a dot before the State's, else a hyphen.
            (true, false) if !ends_in_domain(&out) && ends_in_domain(word) => {
                out.push(if word.starts_with("finances.gouv") || word.starts_with("gouv.") { '.' } else { '-' });
            }
            _ => return None,
        }
        out += word;
    }
    Some(out)
}

/// Whether a host ends with a dot and a domain of two letters or more.
fn ends_in_domain(host: &str) -> bool {
    host.rsplit_once('.').is_some_and(|(_, end)| end.len() >= 2 && end.bytes().all(|b| b.is_ascii_lowercase()))
}

fn is_address(text: &str) -> bool {
    let fine =
        |t: &str| !t.is_empty() && t.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_' | '+'));
    text.split_once('@').is_some_and(|(name, host)| {
        let domain = host.rsplit_once('.').is_some_and(|(before, end)| !before.is_empty() && end.len() >= 2);
        text.len() <= MOST && fine(name) && fine(host) && domain
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_as_they_are() {
        assert_eq!(address("Jean.D_urand@exemple.fr."), Some(("jean.d_urand@exemple.fr".to_owned(), false)));
        for none in [
            "jean@", "jean", "@exemple.fr", "à l'adresse contact@exemple.fr", "mail contact@exemple.fr",
            "www.orange.fr",
        ] {
            assert_eq!(address(none), None, "{none}");
        }
    }

    #[test]
    fn addresses_as_they_are_read() {
        for (read, meant) in [
            ("secretariat(@xuereb-avocats.fr", "secretariat@xuereb-avocats.fr"),
            ("service.usagers©syndic-morin.fr", "service.usagers@syndic-morin.fr"),
            ("sip. aubagne@dgfip.finances.gouv.fr", "sip.aubagne@dgfip.finances.gouv.fr"),
            ("sip.thonon-les-bains@dgfip .finances.gouv.fr", "sip.thonon-les-bains@dgfip.finances.gouv.fr"),
            ("sip.hazebrouck@dgfip finances.gouv.fr", "sip.hazebrouck@dgfip.finances.gouv.fr"),
            ("accueil@ch- saintonge.fr", "accueil@ch-saintonge.fr"),
            ("accueil@cc chateauroux.fr", "accueil@cc-chateauroux.fr"),
            ("remi.bellanger 10@sfr.fr", "remi.bellanger10@sfr.fr"),
            ("Courrielaccueil@ac-limoges.fr", "accueil@ac-limoges.fr"),
            ("gaspardgaudinegmail.com", "gaspardgaudin@gmail.com"),
        ] {
            assert_eq!(address(read), Some((meant.to_owned(), true)), "{read}");
        }
    }
}
