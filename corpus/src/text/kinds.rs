//! The kinds of lines met in mail, and one made up of each.

use super::codes::{self, capitalised, date, grouped, phone, printed_amount, reference};
use super::running::{Running, mixture};
use super::words::{
    COMPANIES, COMPANY_FORMS, FIRST_NAMES, FOREIGN, HEADINGS, ITEMS, LABELS, LAST_NAMES, OFFICES, STREET_KINDS,
    STREET_NAMES, TOWNS,
};
use crate::charset::{GAP, truth_of};
use crate::rng::Rng;

/// What kind of thing a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Running,
    /// Names, addresses, companies, form labels.
    Mail,
    /// Amounts, references, dates, account numbers.
    Code,
    Heading,
    Address,
    Mrz,
    Cell,
    Leader,
    Enumeration,
    Foreign,
    /// Lines of till receipts.
    Till,
    Mixture,
}

/// Kinds with the share of the lines they get.
const SHARES: &[(Kind, f32)] = &[
    (Kind::Running, 0.36),
    (Kind::Mail, 0.10),
    (Kind::Code, 0.15),
    (Kind::Heading, 0.08),
    (Kind::Address, 0.035),
    (Kind::Mrz, 0.025),
    (Kind::Cell, 0.075),
    (Kind::Leader, 0.015),
    (Kind::Enumeration, 0.04),
    (Kind::Foreign, 0.04),
    (Kind::Till, 0.05),
    (Kind::Mixture, 0.035),
];

impl Kind {
    /// A kind by its share.
    pub(crate) fn random(rng: &mut Rng) -> Kind {
        let weights: Vec<f32> = SHARES.iter().map(|(_, w)| *w).collect();
        SHARES[rng.weighted(&weights)].0
    }

    /// Codes, amounts and machine-readable zones, where a language model would only harm.
    pub(crate) fn is_code(self) -> bool {
        matches!(self, Kind::Code | Kind::Mrz | Kind::Address | Kind::Till | Kind::Mixture)
    }

    /// A line of this kind of about `length` characters.
    pub(crate) fn line(self, length: usize, running: &Running, rng: &mut Rng) -> String {
        match self {
            Kind::Running => spiced(running.fragment(length, rng), length, running, rng),
            Kind::Mail => mail(rng),
            Kind::Code => code(rng),
            Kind::Heading => heading(length, running, rng),
            Kind::Address => {
                let address = codes::address(rng);
                if rng.chance(0.3) {
                    format!("{} {address}", rng.pick(&["Courriel :", "E-mail :", "Site :", "Web", "@ :", "Mél."]))
                } else {
                    address
                }
            }
            Kind::Mrz => {
                let lines = codes::mrz(rng);
                rng.choose(&lines)
            }
            Kind::Cell => cell(running, rng),
            Kind::Leader => leader(running, rng),
            Kind::Enumeration => format!("{} {}", bullet(rng), running.fragment(length.saturating_sub(3).max(3), rng)),
            Kind::Foreign => super::running::cut(rng.pick(FOREIGN), length.max(8)),
            Kind::Till => super::till::till(rng),
            Kind::Mixture => mixture(length.clamp(2, 32), rng),
        }
    }
}

/// A running fragment with what lines of text have at their ends and in their middle.
fn spiced(text: String, length: usize, running: &Running, rng: &mut Rng) -> String {
    match rng.below(100) {
        0..=6 => {
            // A word broken at the end of the line.
            let word = running.word(rng);
            let letters: Vec<char> = word.chars().collect();
            if letters.len() < 5 || !letters.iter().all(|c| c.is_alphabetic()) {
                return text;
            }
            let at = rng.between(2, letters.len() as i64 - 3) as usize;
            format!("{text} {}-", letters[..at].iter().collect::<String>())
        }
        7 | 8 => format!("— {text}"),
        9 => format!("- {text}"),
        10..=12 => format!("« {text} »"),
        13 => format!("“{text}”"),
        14 => format!("\"{text}\""),
        15 => format!("« {text}"),
        16 => format!("{text} »{}", rng.pick(&[".", ",", "", " ;"])),
        17 | 18 => format!("({text})"),
        19 => format!("{text} ({}", rng.pick(&["1)", "art. 12)", "voir p. 34)", "cf. infra)", "2)", "sic)", "suite)"])),
        20..=22 => format!("{} {text}", abbreviation(rng)),
        23 | 24 => format!("{text} {}", abbreviation(rng)),
        25 => format!("{text}..."),
        26 => format!("{text}…"),
        27..=29 => format!("{text} {}", rng.pick(&["?", "!", ":", ";", "? »", "!..", " !"])),
        30 => capitalised(&text),
        31 => format!("{text} {}", date(rng)),
        32 => format!("{text} {}", person(rng)),
        33 | 34 if length > 14 => format!("{text}{}", rng.pick(&["¹", "²", "³", " (1)", " (2)", "*", " [4]"])),
        35 => format!("{text} {} %", rng.between(1, 100)),
        36 => format!("{} {text}", rng.between(1, 400)),
        _ => text,
    }
}

fn abbreviation(rng: &mut Rng) -> String {
    match rng.below(16) {
        0 => format!("M. {}", rng.pick(LAST_NAMES)),
        1 => format!("Mme {}", rng.pick(LAST_NAMES)),
        2 => format!("Mlle {}", rng.pick(LAST_NAMES)),
        3 => format!("n° {}", rng.between(1, 999)),
        4 => format!("art. {}", rng.between(1, 1240)),
        5 => "le 1er".to_owned(),
        6 => format!("{}e", rng.between(2, 40)),
        7 => format!("au {}e siècle", rng.pick(&["XIX", "XVIII", "XX", "XVII", "XII", "IX"])),
        8 => format!("p. {}", rng.between(1, 900)),
        9 => format!("Dr {}", rng.pick(LAST_NAMES)),
        10 => format!("§ {}", rng.between(1, 30)),
        11 => "etc.".to_owned(),
        12 => format!("{}°", rng.between(1, 12)),
        13 => format!("t. {}, p. {}", rng.pick(&["I", "II", "III", "IV", "XII"]), rng.between(1, 500)),
        14 => format!("MM. {} et {}", rng.pick(LAST_NAMES), rng.pick(LAST_NAMES)),
        _ => format!("N° {}", rng.between(1, 9999)),
    }
}

fn bullet(rng: &mut Rng) -> String {
    let n = rng.between(1, 14);
    let letter = char::from(b'a' + rng.below(8) as u8);
    match rng.below(14) {
        0 => format!("{letter})"),
        1 => format!("{n}°"),
        2 => format!("{n}°)"),
        3 => format!("{}.", rng.pick(&["I", "II", "III", "IV", "V", "VI", "IX", "X"])),
        4 => "—".to_owned(),
        5 => "•".to_owned(),
        6 => "-".to_owned(),
        7 => "–".to_owned(),
        8 => format!("{n}."),
        9 => format!("{n})"),
        10 => format!("({n})"),
        11 => format!("{}.{}", n, rng.between(1, 9)),
        12 => format!("{} -", rng.pick(&["A", "B", "I", "II", "III", "IV"])),
        _ => "·".to_owned(),
    }
}

/// A person's name in one of the usual spellings.
pub(crate) fn person(rng: &mut Rng) -> String {
    let (first, last) = (rng.pick(FIRST_NAMES), rng.pick(LAST_NAMES));
    let upper = super::capitals(last, rng.chance(0.5));
    match rng.below(8) {
        0 => format!("{first} {last}"),
        1 => format!("M. {first} {last}"),
        2 => format!("Madame {first} {upper}"),
        3 => format!("{upper} {first}"),
        4 => format!("Mme {last} {first}"),
        5 => format!("M. {}. {last}", first.chars().next().unwrap_or('J')),
        6 => format!("Monsieur {upper}"),
        _ => format!("{first} {upper}"),
    }
}

/// A street with its number.
pub(crate) fn street(rng: &mut Rng) -> String {
    let comma = rng.pick(&[", ", " ", " ", ", "]);
    let number = match rng.below(8) {
        0 => format!("{} bis", rng.between(1, 180)),
        1 => format!("{} ter", rng.between(1, 99)),
        2 => format!("{}-{}", rng.between(1, 50), rng.between(51, 99)),
        _ => rng.between(1, 250).to_string(),
    };
    format!("{number}{comma}{} {}", rng.pick(STREET_KINDS), rng.pick(STREET_NAMES))
}

/// A postcode and town.
pub(crate) fn town(rng: &mut Rng) -> String {
    let (code, town) = rng.choose(TOWNS);
    match rng.below(6) {
        0..=2 => format!("{code} {}", super::capitals(town, rng.chance(0.4))),
        3 => format!("{code} {} CEDEX {:02}", super::capitals(town, false), rng.between(1, 20)),
        4 => format!("F-{code} {town}"),
        _ => format!("{code} {town}"),
    }
}

pub(crate) fn company(rng: &mut Rng) -> String {
    let name = rng.pick(COMPANIES);
    match rng.below(4) {
        0 => format!("{} {name}", rng.pick(COMPANY_FORMS)),
        1 => format!("{name} {}", rng.pick(COMPANY_FORMS)),
        2 => super::capitals(name, rng.chance(0.6)),
        _ => name.to_owned(),
    }
}

fn mail(rng: &mut Rng) -> String {
    match rng.below(14) {
        0 | 1 => person(rng),
        2 | 3 => street(rng),
        4 | 5 => town(rng),
        6 => company(rng),
        7 => rng.pick(OFFICES).to_owned(),
        8 => rng.pick(LABELS).to_owned(),
        9 => format!("{} :", rng.pick(LABELS)),
        10 => format!("{} : {}", rng.pick(LABELS), person(rng)),
        11 => format!("{}, le {}", rng.choose(TOWNS).1, date(rng)),
        12 => format!(
            "Objet : {}",
            rng.pick(&[
                "demande de remboursement", "résiliation du contrat", "votre réclamation du 3 mai",
                "mise à jour de votre dossier", "convocation à l'assemblée générale", "relance avant mise en demeure",
                "changement d'adresse", "congé du locataire",
            ])
        ),
        _ => rng
            .pick(&[
                "Madame, Monsieur,", "Monsieur le Maire,", "Cher Monsieur,", "Chère Madame,", "Monsieur,",
                "Mon cher ami,", "Monsieur le Directeur général,", "Mes chers collègues,", "P.-S. :", "T.S.V.P.",
                "Vu et approuvé,",
            ])
            .to_owned(),
    }
}

fn code(rng: &mut Rng) -> String {
    let spaced = |code: &str, sizes: &[usize], rng: &mut Rng| {
        if rng.chance(0.7) { grouped(code, sizes) } else { code.to_owned() }
    };
    match rng.below(26) {
        0..=4 => {
            let sign = rng.pick(&["", "", "", "-", "+", "- "]);
            format!(
                "{sign}{}{}",
                printed_amount(rng),
                rng.pick(&["", " €", " €", " EUR", " euros", " F", " Frs", " €uros", "€", " € TTC", " € HT"])
            )
        }
        5..=7 => date(rng),
        8 | 9 => phone(rng),
        10 | 11 => {
            let iban = codes::Account::random(rng).iban();
            let iban = spaced(&iban, &[4], rng);
            format!("{}{iban}", rng.pick(&["", "IBAN ", "IBAN : ", "IBAN: "]))
        }
        12 => {
            let siren = codes::siren(rng);
            let siret = codes::siret(&siren, rng);
            format!("{}{}", rng.pick(&["SIRET ", "Siret : ", "N° SIRET : ", ""]), spaced(&siret, &[3, 3, 3, 5], rng))
        }
        13 => {
            let siren = codes::siren(rng);
            format!("{}{}", rng.pick(&["SIREN ", "RCS Paris B ", "R.C.S. Nanterre ", ""]), spaced(&siren, &[3], rng))
        }
        14 => {
            let siren = codes::siren(rng);
            format!(
                "{}{}",
                rng.pick(&["TVA ", "N° TVA intracommunautaire : ", ""]),
                spaced(&codes::vat(&siren), &[4, 3], rng)
            )
        }
        15 => spaced(&codes::nir(rng), &[1, 2, 2, 2, 3, 3, 2], rng),
        16 => format!("{}{}", rng.pick(&["Tél. : ", "Tél : ", "Téléphone ", "Fax ", "Tel. "]), phone(rng)),
        17 => format!(
            "{}{}{}{}%",
            rng.between(0, 99),
            rng.pick(&[",", ",", "."]),
            rng.digits(rng.clone().below(3) + 1),
            rng.pick(&[" ", ""])
        ),
        18 => format!(
            "{} {}",
            codes::thousands(rng.between(1, 99_999) as u64, rng.pick(&[" ", "", "."])),
            rng.pick(&[
                "km", "m²", "m³", "kg", "kWh", "°C", "cm", "mm", "L", "h", "km/h", "g", "€/m²", "dB", "ha", "Mo", "V"
            ])
        ),
        19 => format!("{} h {:02}", rng.between(0, 23), rng.between(0, 59)),
        20 => format!("{:02}:{:02}:{:02}", rng.between(0, 23), rng.between(0, 59), rng.between(0, 59)),
        21 => format!("{}{}{}", printed_amount(rng), GAP, printed_amount(rng)),
        22 => format!(
            "{}{}{}{}",
            rng.pick(&["Page ", "page ", "Page: ", "p. ", "", "Page : "]),
            rng.between(1, 20),
            rng.pick(&["/", " / ", " sur ", "/ "]),
            rng.between(1, 20)
        ),
        23 => format!("BIC : {}", bic(rng)),
        _ => reference(rng),
    }
}

/// A bank identifier code.
pub(crate) fn bic(rng: &mut Rng) -> String {
    let bank = rng.pick(&[
        "BNPAFRPP", "SOGEFRPP", "CRLYFRPP", "AGRIFRPP", "CMCIFR2A", "CCBPFRPP", "CEPAFRPP", "PSSTFRPP", "BREDFRPP",
    ]);
    if rng.chance(0.5) { format!("{bank}{}{}", rng.digits(1), rng.digits(2)) } else { (*bank).to_owned() }
}

fn heading(length: usize, running: &Running, rng: &mut Rng) -> String {
    let accents = rng.chance(0.65);
    let text = match rng.below(10) {
        0..=2 => rng.pick(HEADINGS).to_owned(),
        3 => rng.pick(OFFICES).to_owned(),
        4 => person(rng),
        5 => rng.pick(LABELS).to_owned(),
        6 => rng.pick(super::words::VOCABULARY).to_owned(),
        _ => running.fragment(length.min(40), rng),
    };
    super::capitals(&text, accents)
}

fn cell(running: &Running, rng: &mut Rng) -> String {
    match rng.below(16) {
        0 => rng.between(0, 99).to_string(),
        1 => format!("{}{}{:02}", rng.between(0, 999), rng.pick(&[",", "."]), rng.below(100)),
        2 | 3 => running.word(rng),
        4 => capitalised(&running.word(rng)),
        5 | 6 => rng.pick(ITEMS).to_owned(),
        7 => rng.pick(LABELS).to_owned(),
        8 => rng.digits(3),
        9 => rng
            .pick(&[
                "%", "€", "-", "—", "X", "x", "0", "1", "oui", "non", "néant", "id.", "\"", "//", "N/A", "OK", "*",
                "à", "A", "I",
            ])
            .to_owned(),
        10 => printed_amount(rng),
        11 => {
            let n = rng.between(1, 4) as usize;
            rng.digits(n)
        }
        12 => format!("{}{GAP}{}", running.word(rng), rng.between(0, 999)),
        13 => rng.pick(LAST_NAMES).to_owned(),
        14 => rng.choose(crate::charset::charset()).to_string(),
        _ => format!("{} %", rng.between(0, 100)),
    }
}

fn leader(running: &Running, rng: &mut Rng) -> String {
    let n = rng.between(3, 28) as usize;
    let dots = if rng.chance(0.6) { ".".repeat(n) } else { " .".repeat(n.min(14)).trim_start().to_owned() };
    let what = if rng.chance(0.5) { rng.pick(LABELS).to_owned() } else { running.fragment(16, rng) };
    match rng.below(4) {
        0 => format!("{what} {dots}"),
        1 => format!("{what} : {dots}"),
        _ => format!("{what} {dots} {}", rng.between(1, 400)),
    }
}

/// Cleans what the makers above wrote: no doubled spaces (gaps and thin spaces stay), none at the ends.
pub(crate) fn tidy(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        let space = c == ' ' || c == GAP;
        if space && (out.is_empty() || out.ends_with(' ') || out.ends_with(GAP)) {
            continue;
        }
        out.push(c);
    }
    let end = out.trim_end().len();
    out.truncate(end);
    debug_assert_eq!(truth_of(&out).trim(), truth_of(&out));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::charset::position;
    use std::collections::HashSet;

    #[test]
    fn every_character_written_is_in_the_charset_and_all_are_written() {
        let running = Running::load(None).unwrap();
        let mut seen = HashSet::new();
        for index in 0..30_000 {
            let mut rng = Rng::stream(3, index);
            let kind = Kind::random(&mut rng);
            let length = rng.between(1, 90) as usize;
            let text = truth_of(&tidy(&kind.line(length, &running, &mut rng)));
            assert!(!text.contains("  ") && text.trim() == text, "{kind:?}: {text:?}");
            for c in text.chars().filter(|c| *c != ' ') {
                assert!(position(c).is_some(), "{kind:?} writes {c:?} in {text:?}");
                seen.insert(c);
            }
        }
        let unseen: String = crate::charset::charset().iter().filter(|c| !seen.contains(c)).collect();
        assert!(unseen.is_empty(), "never written: {unseen}");
    }

    #[test]
    fn spaces_are_tidied_but_gaps_stay() {
        assert_eq!(tidy("  a  b \t c \t"), "a b c");
        assert_eq!(tidy("a\tb"), "a\tb");
        assert_eq!(truth_of("a\tb\u{2009}, c"), "a b, c");
    }
}
