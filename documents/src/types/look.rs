//! How a page looks, as far as its words and their places tell: evidence for and against types that no phrase gives.
//!
//! Lengths are in line heights, so that the resolution does not matter. The limits were chosen on drawn pages of development seeds.

use super::letter::{UPPER, greeting, is_place_and_date, is_signed_by_sender};
use crate::extract::addressee_lines;
use crate::page::{Line, Page};
use crate::text::fold;
use crate::validators::parse_amount;
use serde::Deserialize;

/// A page narrower than so many line heights is a slip: a till receipt has about 15 to 25, an A4 letter about 50.
const NARROW: f32 = 32.0;
/// Rows that end in an amount from which on a page has prices.
const PRICES: usize = 3;
/// Words from which on a line may be running text.
const RUNNING: usize = 5;
/// Words from which on a line after such a one counts as running text: the last line of a paragraph is short.
const COLUMN_WORDS: usize = 3;
/// Rows with running text side by side from which on a page has columns.
const COLUMN_ROWS: usize = 5;

/// A look.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Look {
    /// It has an addressee's block in its upper part: in the right half (NF Z10-011), or under the sender's at one margin.
    Addressed,
    /// It says in its upper half, on a line of its own, where and when it was written: `Lyon, le 3 mars 2024`.
    Dated,
    /// A line of its own greets whoever is written to: `Monsieur le Maire,`.
    Greeting,
    /// Whoever stands at its head has signed it, as persons do.
    Signed,
    /// It gives a mail address of a public body: `accueil@mairie-pau.fr`, `ddt@lot.gouv.fr`.
    PublicHost,
    /// At least three rows end in an amount with cents.
    Prices,
    /// It is a slip of paper, such as a till receipt.
    Narrow,
    /// More than half of its words stand in running text.
    Running,
    /// Running text stands in columns side by side, as in leaflets and papers.
    Columns,
}

/// How hosts of public bodies end; words that stand in them between dots and hyphens; and how they begin before a hyphen.
const PUBLIC_ENDS: &[&str] = &["gouv.fr", "assurance-maladie.fr", "pole-emploi.fr", "banque-france.fr"];
const PUBLIC_HOSTS: &[&str] = &[
    "mairie", "ville", "villede", "commune", "prefecture", "departement", "agglo", "agglomeration", "metropole",
    "ccas", "mdph", "sdis", "caf", "cnaf", "cpam", "carsat", "msa", "urssaf", "ars", "rectorat", "academie",
    "francetravail", "chu", "aphp", "hopital", "hopitaux", "crous", "dgfip",
];
const PUBLIC_PREFIXES: &[&str] = &["ac", "cc", "ch", "univ", "region", "syndicat", "lycee", "college", "ecole"];

impl Look {
    /// All of them.
    pub(crate) const ALL: [Look; 9] = [
        Look::Addressed,
        Look::Dated,
        Look::Greeting,
        Look::Signed,
        Look::PublicHost,
        Look::Prices,
        Look::Narrow,
        Look::Running,
        Look::Columns,
    ];

    /// The name that files and results use.
    pub fn name(self) -> &'static str {
        match self {
            Look::Addressed => "addressed",
            Look::Dated => "dated",
            Look::Greeting => "greeting",
            Look::Signed => "signed",
            Look::PublicHost => "public_host",
            Look::Prices => "prices",
            Look::Narrow => "narrow",
            Look::Running => "running",
            Look::Columns => "columns",
        }
    }

    /// Whether the page looks so.
    pub(crate) fn is_of(self, page: &Page) -> bool {
        let mut lines = page.lines().iter();
        match self {
            Look::Addressed => !addressee_lines(page).is_empty(),
            Look::Dated => lines.any(|l| page.share_down(l.rect.middle()) < UPPER && is_place_and_date(l)),
            Look::Greeting => greeting(page, &addressee_lines(page)).is_some(),
            Look::Signed => is_signed_by_sender(page),
            Look::PublicHost => (0..page.lines().len())
                .any(|l| page.lines()[l].words.iter().any(|w| is_public_host(&w.text)) && !goes_on(page, l)),
            Look::Prices => lines.filter(|l| ends_in_price(l)).count() >= PRICES,
            Look::Narrow => !page.lines().is_empty() && page.straight_width() < NARROW * page.line_height(),
            Look::Running => {
                let words = |lines: &[usize]| lines.iter().map(|l| page.lines()[*l].words.len()).sum::<usize>();
                let all: usize = lines.map(|l| l.words.len()).sum();
                2 * words(&running(page)) > all
            }
            Look::Columns => {
                let running = running(page);
                let rect = |line: &usize| page.lines()[*line].rect;
                let beside = |a: &&usize| {
                    let left = rect(a);
                    let is_beside = |r: crate::page::Rect| r.left > left.right && r.row_overlap(&left) > 0.5;
                    running.iter().any(|b| is_beside(rect(b)))
                };
                running.iter().filter(beside).take(COLUMN_ROWS).count() == COLUMN_ROWS
            }
        }
    }
}

/// The lines that go on running text.
fn running(page: &Page) -> Vec<usize> {
    let long = |line: &usize| page.lines()[*line].words.len() >= COLUMN_WORDS;
    (0..page.lines().len()).filter(long).filter(|line| goes_on(page, *line)).collect()
}

/// Whether a word is a mail address whose host is a public body's.
fn is_public_host(word: &str) -> bool {
    let folded = fold(word);
    let Some((_, host)) = folded.split_once('@') else { return false };
    let host = host.trim_end_matches(|c: char| !c.is_alphanumeric());
    let mut parts = host.split(['.', '-']);
    let named = parts.clone().any(|part| PUBLIC_HOSTS.contains(&part));
    let area = host.contains('-') && parts.next().is_some_and(|first| PUBLIC_PREFIXES.contains(&first));
    named || area || PUBLIC_ENDS.iter().any(|end| host.ends_with(end))
}

fn ends_in_price(line: &Line) -> bool {
    let words: Vec<&str> = line.words.iter().rev().take(2).map(|w| w.text.as_str()).collect();
    let price = |text: &str| parse_amount(text).is_ok_and(|a| a.value.scale() == 2);
    match words[..] {
        [last, before, ..] => price(last) || price(&format!("{before} {last}")),
        [last] => price(last),
        [] => false,
    }
}

/// Whether a line goes on the running text of the line above it: of like height, at the same margin, close under it, and that one
/// is long. What begins such a line is no title.
pub(super) fn goes_on(page: &Page, line: usize) -> bool {
    let lines = page.lines();
    let own = lines[line].rect;
    let height = own.height().max(1.0);
    lines.iter().enumerate().any(|(other, above)| {
        let r = above.rect;
        let gap = own.top - r.bottom;
        other != line
            && above.words.len() >= RUNNING
            && (-0.5 * height..0.7 * height).contains(&gap)
            && r.middle() < own.top + 0.2 * height
            && (r.left - own.left).abs() < height
            && (0.75..1.33).contains(&(r.height() / height))
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::fixtures::page;

    #[test]
    fn looks_are_told() {
        let letter = page(&[
            (600.0, 200.0, "M. René MÜLLER"),
            (600.0, 225.0, "12 avenue de la République"),
            (600.0, 250.0, "42000 SAINT-ÉTIENNE"),
            (600.0, 350.0, "Villeurbanne, le 1er mars 2024"),
        ]);
        assert!(Look::Addressed.is_of(&letter) && Look::Dated.is_of(&letter));
        assert!(!Look::Prices.is_of(&letter) && !Look::Narrow.is_of(&letter));
        let bill = page(&[
            (0.0, 10.0, "Pain 1,20"),
            (0.0, 40.0, "Lait 0,95 €"),
            (0.0, 70.0, "Total 2,15 EUR"),
            (0.0, 900.0, "né le 3 mars 2024 à Lyon avec lui"),
        ]);
        assert!(Look::Prices.is_of(&bill) && !Look::Dated.is_of(&bill) && !Look::Addressed.is_of(&bill));
        assert!(!Look::Prices.is_of(&page(&[
            (0.0, 10.0, "Article 12"),
            (0.0, 40.0, "Article 13"),
            (0.0, 70.0, "2024")
        ])));
    }

    #[test]
    fn public_bodies_are_told_by_their_hosts() {
        for text in ["accueil@mairie-pau.fr", "ddt@lot.gouv.fr", "dsden@ac-rennes.fr", "x@cc-lot.fr", "a@ars.sante.fr"]
        {
            assert!(is_public_host(text), "{text}");
        }
        for text in ["jean@gmail.com", "www.lot.gouv.fr", "contact@charleville.fr", "ac@dupont.fr", "x@ac.fr"] {
            assert!(!is_public_host(text), "{text}");
        }
    }

    #[test]
    fn running_text_and_columns_are_told() {
        let sentence = "Sans réponse de votre part sous trente jours";
        let rows = |columns: &[f32]| {
            let lines = (0..7).flat_map(|i| columns.iter().map(move |x| (*x, 100.0 + 25.0 * i as f32, sentence)));
            page(&lines.collect::<Vec<_>>())
        };
        let (one, two) = (rows(&[20.0]), rows(&[20.0, 520.0]));
        assert!(Look::Running.is_of(&one) && !Look::Columns.is_of(&one));
        assert!(Look::Running.is_of(&two) && Look::Columns.is_of(&two));
        let form = page(&[(20.0, 100.0, "Nom : MARTIN"), (20.0, 140.0, "Prénom : Zoé"), (20.0, 180.0, "Ville : Lyon")]);
        assert!(!Look::Running.is_of(&form) && !Look::Columns.is_of(&form) && !Look::Running.is_of(&page(&[])));
    }

    #[test]
    fn running_text_goes_on_and_titles_do_not() {
        let text = page(&[
            (100.0, 100.0, "FACTURE"),
            (100.0, 160.0, "Nous vous avons adressé le mois dernier une"),
            (100.0, 185.0, "facture que vous n'avez pas réglée"),
            (100.0, 260.0, "Devis"),
        ]);
        let told: Vec<bool> = (0..4).map(|line| goes_on(&text, line)).collect();
        assert_eq!(told, [false, false, true, false]);
    }
}
