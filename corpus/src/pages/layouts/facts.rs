//! What papers say of people, days and sums, and the short forms the papers are set in.
//!
//! Responsible for facts that agree with one another wherever a page repeats them. Not responsible for where they stand.

use crate::pages::compose::{SetField, Type};
use crate::pages::desk::Desk;
use crate::rng::Rng;
use crate::text::{capitals, codes, words};
use crate::typeset::fitted;

/// Year, month, day.
pub(super) type Day = (i64, i64, i64);

/// A day of the years `from` to `to`, both included.
pub(super) fn day(rng: &mut Rng, from: i64, to: i64) -> Day {
    (rng.between(from, to), rng.between(1, 12), rng.between(1, 28))
}

/// The day so many years on, one day earlier: how validities are counted.
pub(super) fn years_on((y, m, d): Day, years: i64) -> Day {
    if d > 1 { (y + years, m, d - 1) } else { (y + years, m, d) }
}

/// `12/03/1984`, with another mark between its parts.
pub(super) fn figures((y, m, d): Day, mark: &str) -> String {
    format!("{d:02}{mark}{m:02}{mark}{y}")
}

/// `12 mars 1984`, `1er mars 1984`.
pub(super) fn written((y, m, d): Day) -> String {
    let month = words::MONTHS[(m - 1).clamp(0, 11) as usize];
    if d == 1 { format!("1er {month} {y}") } else { format!("{d} {month} {y}") }
}

/// In one of the spellings of letters.
pub(super) fn dated(day: Day, rng: &mut Rng) -> String {
    match rng.below(5) {
        0..=1 => figures(day, "/"),
        2 => figures(day, "."),
        _ => written(day),
    }
}

/// `YYMMDD`, as machine-readable zones have it.
pub(super) fn packed((y, m, d): Day) -> String {
    format!("{:02}{m:02}{d:02}", y.rem_euclid(100))
}

/// A number below a million in words, as acts and cheques have it.
pub(super) fn in_words(n: u64) -> String {
    const UNITS: [&str; 20] = [
        "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
        "treize", "quatorze", "quinze", "seize", "dix-sept", "dix-huit", "dix-neuf",
    ];
    const TENS: [&str; 10] =
        ["", "", "vingt", "trente", "quarante", "cinquante", "soixante", "soixante", "quatre-vingt", "quatre-vingt"];
    let below_hundred = |n: u64| -> String {
        if n < 20 {
            return UNITS[n as usize].to_owned();
        }
        let (ten, mut unit) = ((n / 10) as usize, n % 10);
        if ten == 7 || ten == 9 {
            unit += 10;
        }
        match (ten, unit) {
            (8, 0) => "quatre-vingts".to_owned(),
            (_, 0) => TENS[ten].to_owned(),
            (2..=6, 1) => format!("{} et un", TENS[ten]),
            (7, 11) => "soixante et onze".to_owned(),
            _ => format!("{}-{}", TENS[ten], UNITS[unit as usize]),
        }
    };
    let below_thousand = |n: u64| -> String {
        let (hundreds, rest) = (n / 100, n % 100);
        match (hundreds, rest) {
            (0, _) => below_hundred(rest),
            (1, 0) => "cent".to_owned(),
            (1, _) => format!("cent {}", below_hundred(rest)),
            (_, 0) => format!("{} cents", UNITS[hundreds as usize]),
            _ => format!("{} cent {}", UNITS[hundreds as usize], below_hundred(rest)),
        }
    };
    let n = n % 1_000_000;
    match (n / 1000, n % 1000) {
        (0, rest) => below_thousand(rest),
        (1, 0) => "mille".to_owned(),
        (1, rest) => format!("mille {}", below_thousand(rest)),
        (thousands, 0) => format!("{} mille", below_thousand(thousands)),
        (thousands, rest) => format!("{} mille {}", below_thousand(thousands), below_thousand(rest)),
    }
}

/// `quinze mars mil neuf cent quatre-vingt-quatre`: days in acts.
pub(super) fn spelled((y, m, d): Day) -> String {
    let month = words::MONTHS[(m - 1).clamp(0, 11) as usize];
    let day = if d == 1 { "premier".to_owned() } else { in_words(d as u64) };
    let year = in_words(y as u64);
    let year = year.strip_prefix("mille").map_or(year.clone(), |rest| format!("mil{rest}"));
    format!("{day} {month} {year}")
}

/// Cents as `1 234,56`.
pub(super) fn sum(cents: u64) -> String {
    format!("{},{:02}", codes::thousands(cents / 100, " "), cents % 100)
}

/// A person with whatever papers say of one.
#[derive(Debug, Clone)]
pub(super) struct Someone {
    pub(super) last: String,
    pub(super) firsts: Vec<String>,
    pub(super) birth: Day,
    pub(super) sex: char,
    /// Postcode and name of the town of birth.
    pub(super) born_at: (&'static str, &'static str),
}

/// Letters that machine-readable zones have without a choice of spelling.
fn plainly_spelled(name: &str) -> bool {
    capitals(name, false).chars().all(|c| c.is_ascii_uppercase() || matches!(c, ' ' | '-' | '\''))
        && !name.contains(['ö', 'ü', 'å', 'ñ', 'ã', 'Ö', 'Å', 'á', 'í'])
}

const MEN: &[&str] = &[
    "Jean", "Pierre", "Michel", "André", "Philippe", "René", "Louis", "Alain", "Jacques", "Bernard", "Marcel",
    "Daniel", "Roger", "Robert", "Paul", "Henri", "Christian", "Nicolas", "Georges", "Joël", "Maël", "François",
    "Gérard", "Thierry", "Stéphane", "Frédéric", "Jérôme", "Sébastien", "Cédric", "Éric", "Raphaël", "Loïc", "Hervé",
    "Gaël", "Yves", "Benoît", "Théo", "Étienne", "Guillaume", "Grégory", "Mohamed", "Karim", "Mehdi", "Quentin",
    "Xavier", "Jean-Pierre", "Jean-Baptiste", "Kévin",
];
const WOMEN: &[&str] = &[
    "Marie", "Jeanne", "Françoise", "Monique", "Catherine", "Nathalie", "Isabelle", "Jacqueline", "Anne", "Sylvie",
    "Martine", "Madeleine", "Nicole", "Suzanne", "Hélène", "Christine", "Marguerite", "Denise", "Valérie", "Stéphanie",
    "Zoé", "Noémie", "Chloé", "Léa", "Émilie", "Élodie", "Céline", "Aurélie", "Amélie", "Mélanie", "Inès", "Anaïs",
    "Maëlle", "Geneviève", "Solène", "Bérénice", "Clémence", "Océane", "Agnès", "Thérèse", "Fatima", "Yasmine",
    "Pauline", "Anne-Laure", "Marie-Hélène", "Marie-Thérèse",
];

impl Someone {
    /// Born in one of the years `from` to `to`.
    pub(super) fn born(rng: &mut Rng, from: i64, to: i64) -> Someone {
        let mut last = rng.pick(words::LAST_NAMES);
        while !plainly_spelled(last) {
            last = rng.pick(words::LAST_NAMES);
        }
        let sex = rng.choose(&['M', 'F']);
        let mut firsts: Vec<String> = Vec::new();
        for _ in 0..rng.between(1, 3) {
            let first = rng.pick(if sex == 'M' { MEN } else { WOMEN }).to_owned();
            if !firsts.contains(&first) {
                firsts.push(first);
            }
        }
        Someone { last: last.to_owned(), firsts, birth: day(rng, from, to), sex, born_at: rng.choose(words::TOWNS) }
    }

    pub(super) fn random(rng: &mut Rng) -> Someone {
        Someone::born(rng, 1938, 2004)
    }

    /// The surname in capitals with its accents.
    pub(super) fn surname(&self) -> String {
        capitals(&self.last, true)
    }

    /// `Jean MARTIN`.
    pub(super) fn full(&self) -> String {
        format!("{} {}", self.firsts[0], self.surname())
    }

    /// All first names.
    pub(super) fn given(&self, mark: &str) -> String {
        self.firsts.join(mark)
    }

    /// `M.` or `Mme`, short or long.
    pub(super) fn title(&self, long: bool) -> &'static str {
        match (self.sex, long) {
            ('M', false) => "M.",
            ('M', true) => "Monsieur",
            (_, false) => "Mme",
            (_, true) => "Madame",
        }
    }

    /// The form of a word that agrees with the person.
    pub(super) fn agree(&self, man: &'static str, woman: &'static str) -> &'static str {
        if self.sex == 'M' { man } else { woman }
    }

    /// Department of birth, two or three characters.
    pub(super) fn department(&self) -> &'static str {
        let code = self.born_at.0;
        if code.starts_with("97") { &code[..3] } else { &code[..2] }
    }
}

/// The name after "de", which it changes with: `d'Amiens`, `du Mans`, `de Lyon`.
pub(super) fn of(name: &str) -> String {
    let first = name.chars().next().unwrap_or_default();
    if let Some(rest) = name.strip_prefix("Le ") {
        format!("du {rest}")
    } else if "AEIOUYÀÂÉÈÊÎÔŒaeiouyàâéèêîôœ".contains(first) {
        format!("d'{name}")
    } else {
        format!("de {name}")
    }
}

/// A label and, on the same row, what stands beside it and is no field.
pub(super) fn pair(d: &mut Desk<'_, '_>, x: f32, at: f32, y: f32, (label, text): (&str, &str), types: (&Type, &Type)) {
    d.labelled("", x, at, y, label, text, types);
}

/// Marks words of what was set since line `since` as a field. Does nothing where they did not find room.
pub(super) fn mark(d: &mut Desk<'_, '_>, since: usize, name: &'static str, value: &str) {
    // As the face shows it, which may lack a character.
    let value = &fitted(value, d.fonts.body.face.data()).unwrap_or_else(|| value.to_owned());
    let first = value.split_whitespace().next().unwrap_or_default();
    let all: Vec<&str> = d.c.lines[since.min(d.c.lines.len())..].iter().map(|l| l.text.as_str()).collect();
    if !all.join(" ").contains(value.as_str()) {
        return;
    }
    let line = d.c.lines[since..].iter().find(|l| l.text.contains(value.as_str()));
    let line = line.or_else(|| d.c.lines[since..].iter().find(|l| l.text.contains(first)));
    if let Some(quad) = line.map(|l| l.quad) {
        d.c.fields.push(SetField { name, value: value.clone(), quad });
    }
}

/// Marks the first line that was set since line `since` as a field: the name in a block of address.
pub(super) fn mark_first(d: &mut Desk<'_, '_>, since: usize, name: &'static str) {
    if let Some(line) = d.c.lines.get(since) {
        let field = SetField { name, value: line.text.clone(), quad: line.quad };
        d.c.fields.push(field);
    }
}

/// A line of text of which a part is a field.
pub(super) fn line_with(
    d: &mut Desk<'_, '_>,
    (x, y): (f32, f32),
    text: &str,
    t: &Type,
    fields: &[(&'static str, &str)],
) -> f32 {
    let since = d.c.lines.len();
    let width = d.left(x, y, text, t);
    for (name, value) in fields {
        mark(d, since, name, value);
    }
    width
}

/// The largest size up to the type's own at which a text is no wider than `room` points.
pub(super) fn fitting(d: &mut Desk<'_, '_>, text: &str, t: &Type, room: f32) -> Type {
    let width = d.c.measure(text, t, &mut d.rng);
    if width > room { t.sized(t.size * room / width) } else { t.clone() }
}

/// An empty box to tick, ticked or not, its lower left corner on the baseline.
pub(super) fn tick(d: &mut Desk<'_, '_>, x: f32, y: f32, size: f32, ticked: bool) {
    d.c.frame(x, y - size, x + size, y, 0.6);
    if ticked {
        d.rule(x, y - size, x + size, y, 0.9);
        d.rule(x, y, x + size, y - size, 0.9);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_and_days_are_spelled_as_acts_spell_them() {
        for (n, text) in [
            (0, "zéro"),
            (21, "vingt et un"),
            (71, "soixante et onze"),
            (80, "quatre-vingts"),
            (81, "quatre-vingt-un"),
            (95, "quatre-vingt-quinze"),
            (200, "deux cents"),
            (1984, "mille neuf cent quatre-vingt-quatre"),
            (2001, "deux mille un"),
            (300_000, "trois cents mille"),
        ] {
            // « Cent » keeps its s before « mille » in the old spelling only; nobody reads it here.
            assert_eq!(in_words(n), text);
        }
        assert_eq!(spelled((1984, 3, 1)), "premier mars mil neuf cent quatre-vingt-quatre");
        assert_eq!(figures((1984, 3, 1), "/"), "01/03/1984");
        assert_eq!(packed((2004, 12, 9)), "041209");
        assert_eq!((of("Amiens"), of("Le Mans"), of("Lyon")), ("d'Amiens".into(), "du Mans".into(), "de Lyon".into()));
        assert_eq!(sum(123_456), "1 234,56");
    }

    #[test]
    fn names_are_ones_that_every_zone_spells_alike() {
        for index in 0..400 {
            let someone = Someone::random(&mut Rng::stream(9, index));
            assert!(plainly_spelled(&someone.last) && !someone.firsts.is_empty(), "{someone:?}");
            assert!((2..=3).contains(&someone.department().len()));
        }
        assert!(!plainly_spelled("Lœuillet") && plainly_spelled("N'Diaye"));
    }
}
