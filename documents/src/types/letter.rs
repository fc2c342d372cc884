//! The parts of a letter that its layout tells: how far its letterhead goes, where it says when, where it greets, and whether
//! whoever stands at its head has signed it.
//!
//! Responsible for places and forms of lines. Not responsible for what a letterhead says, which is for the phrases of types, nor for
//! blocks of addresses (see [`crate::extract`]).

use super::look::{Look, goes_on};
use crate::extract::{addressee, foot_block, head_blocks, is_stamp, may_begin_name};
use crate::page::{Line, Page};
use crate::text::{edits, fold};
use crate::validators::{is_period, parse_date};

/// Small print is in letters lower than this share of most of the page's.
const SMALL: f32 = 0.85;
/// Share of the page that a letterhead does not go beyond at the top.
const TOP: f32 = 1.0 / 3.0;
/// Where its foot begins.
const FOOT: f32 = 0.9;
/// Share of the page in which a letter's date stands at the top.
pub(super) const UPPER: f32 = 0.5;
/// Where a greeting may stand.
const GREETING: std::ops::Range<f32> = 0.0..0.75;
/// A greeting has no more words: `Monsieur le Président du Conseil départemental,` has 6.
const GREETING_WORDS: usize = 8;
/// Share of the page at whose top the sender's name stands where no address tells it.
const NAME: f32 = 0.15;
/// Share of the page left of which a letterhead's name begins where a service's stands at the right, and the line heights by which the
/// name may be lower.
const LEFT: f32 = 0.4;
const BESIDE: f32 = 2.5;
/// Where signatures begin.
const SIGNED: f32 = 0.4;
/// Words of a name at most, without titles.
const NAME_WORDS: usize = 5;

/// How greetings begin.
const GREETINGS: &[&str] = &[
    "monsieur", "madame", "mademoiselle", "messieurs", "mesdames", "cher", "chere", "chers", "cheres", "bonjour",
    "docteur", "maitre",
];
/// What stands before a person's name.
const TITLES: &[&str] = &["m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "et"];
/// Small words within a person's name.
const PARTICLES: &[&str] = &["de", "du", "des", "la", "le"];
/// How the line above an address begins where it names an office-holder or says for whom it is.
const HOLDERS: &[&str] = &["monsieur", "madame", "messieurs", "mesdames", "m", "mme", "a"];

/// What papers of the State say over its services.
const MOTTO: &[&str] = &["republique", "francaise", "liberte", "egalite", "fraternite"];
/// How titles begin of papers that have one where letters have a name, and what says for when they are.
const PAPERS: &[&str] = &[
    "annee", "attestation", "avis", "bulletin", "certificat", "charges", "client", "declaration", "devis", "exercice",
    "facture", "loyer", "loyers", "mois", "periode", "quittance", "recu", "releve", "terme",
];
/// What streets are called.
const STREETS: &[&str] = &[
    "rue", "avenue", "av", "boulevard", "bd", "place", "impasse", "allee", "chemin", "quai", "cours", "route",
    "square", "passage", "faubourg", "lotissement", "residence", "esplanade", "parvis", "lieu", "lieudit", "hameau",
    "montee", "venelle", "ruelle", "sentier", "voie", "promenade", "za", "zi", "zac", "bp", "cs", "tsa",
];
/// A line of an address has no more words; small print with an address in it has.
const STREET_WORDS: usize = 8;

/// Words of a line, folded, without marks.
fn words(line: &Line) -> Vec<String> {
    let folded = fold(&line.text());
    folded.split(|c: char| !c.is_alphanumeric()).filter(|w| !w.is_empty()).map(str::to_owned).collect()
}

/// `Lyon, le 3 mars 2024`, `À Lyon, le 03/03/2024`, `le 3 mars 2024`, `Lyon, 3 mars 2024`: at most four words before the date.
pub(crate) fn is_place_and_date(line: &Line) -> bool {
    let word = |w: &crate::page::PlacedWord| w.text.clone();
    let place = line.words.iter().take(5).position(|w| matches!(fold(&w.text).as_str(), "le" | "ce")).map(|at| at + 1);
    let place =
        place.or_else(|| line.words.iter().take(4).position(|w| w.text.ends_with([',', '-', '–'])).map(|at| at + 1));
    place.is_some_and(|at| {
        let date: Vec<String> = line.words[at..].iter().take(4).map(word).collect();
        let dash = |text: &str| matches!(text, "-" | "–");
        let named = line.words[..at].iter().all(|w| dash(&w.text) || w.text.starts_with(char::is_alphabetic));
        named && line.words.len() - at <= 4 && (1..=date.len()).any(|n| parse_date(&date[..n].join(" ")).is_ok())
    })
}

/// The line that greets whoever is written to: `Madame, Monsieur,`, `Monsieur le Maire,`, `Chers amis,`; none of those of whom the page
/// is addressed to.
pub(crate) fn greeting(page: &Page, addressee: &[usize]) -> Option<usize> {
    (0..page.lines().len()).find(|&index| {
        let line = &page.lines()[index];
        GREETING.contains(&page.share_down(line.rect.middle()))
            && greets(line)
            && !addressee.contains(&index)
            && !goes_on(page, index)
    })
}

fn greets(line: &Line) -> bool {
    if line.words.len() > GREETING_WORDS {
        return false;
    }
    let words = words(line);
    let Some(first) = words.first() else { return false };
    let own = matches!(first.as_str(), "mon" | "ma" | "mes" | "bien");
    let begins = GREETINGS.contains(&first.as_str()) || own && words.get(1).is_some_and(|w| w.starts_with("cher"));
    // Only these are whole without the comma, which may not have been read.
    let whole = matches!(words.iter().map(String::as_str).collect::<Vec<_>>()[..], ["madame", "monsieur"]);
    let end = line.words.last().is_some_and(|w| w.text.ends_with([',', '!']));
    begins && (end || whole)
}

/// For each line, whether it is of a letterhead: at the top or at the foot of the page, above where a letter begins and in no
/// running text, with nothing of whom the page is addressed to.
pub(crate) fn letterhead(page: &Page) -> Vec<bool> {
    let lines = page.lines();
    let blocks = head_blocks(page);
    let addressee = addressee(page, &blocks).map_or(&[][..], Vec::as_slice);
    let down = |l: usize| page.share_down(lines[l].rect.middle());
    let subject = |l: &usize| words(&lines[*l]).first().is_some_and(|w| w == "objet" || w == "concerne");
    let begins: Vec<usize> = (0..lines.len()).filter(subject).chain(greeting(page, addressee)).collect();
    let dated: Vec<usize> = (0..lines.len()).filter(|l| down(*l) < UPPER && is_place_and_date(&lines[*l])).collect();
    // A page of a book may begin or end with any words.
    if begins.is_empty() && dated.is_empty() && addressee.is_empty() && Look::Running.is_of(page) {
        return vec![false; lines.len()];
    }
    // Where the head has no address of the sender's, one under the letter is.
    let foot_block = if blocks.iter().any(|block| block != addressee) { None } else { foot_block(page) };
    let under_letter = foot_block.unwrap_or_default();
    let begins = begins.into_iter().map(|l| lines[l].rect.top).fold(f32::INFINITY, f32::min);
    // Whom a letter is addressed to stands under its date, or under the sender's own address, or begins with a title.
    let margin = 3.0 * page.line_height();
    let under_date = |line: &Line| {
        let under = |date: &Line| line.rect.top > date.rect.middle() && line.rect.left > date.rect.left - margin;
        dated.iter().any(|date| under(&lines[*date]))
    };
    let mut others = others(page);
    // The sender's own comes first.
    let own = blocks.iter().find(|block| *block != addressee);
    for line in own.map_or(Vec::new(), |own| under_own_address(page, own)) {
        others[line] = true;
    }
    // Where nothing says where the letter begins, running text is none of its head. The first line of a paragraph is told by the
    // next, which goes on from it in small letters; so does a service with a capital from the long name of its office.
    let small = |l: usize| lines[l].words.first().is_some_and(|w| w.text.starts_with(char::is_lowercase));
    let is_running =
        |index: usize| goes_on(page, index) || index + 1 < lines.len() && small(index + 1) && goes_on(page, index + 1);
    (0..lines.len())
        .map(|index| {
            let line = &lines[index];
            let head = down(index) <= TOP
                && line.rect.middle() < begins
                && !others[index]
                && !is_stamp(line)
                && !under_date(line)
                && !is_street(line)
                && (begins.is_finite() || !is_running(index));
            // A company's small print runs over two lines.
            let small = begins.is_finite() && line.rect.height() < SMALL * page.line_height();
            let foot = down(index) >= FOOT && (small || !is_running(index));
            (head || foot || under_letter.contains(&index)) && !addressee.contains(&index)
        })
        .collect()
}

/// For each line at the top of the page, whether it says for whom the letter is: `Monsieur le Président`, `À l'attention de…`, and
/// what stands under that.
fn others(page: &Page) -> Vec<bool> {
    let lines = page.lines();
    // The line on top is the sender's, whose own title it may be.
    let first = lines.iter().map(|l| l.rect.top).fold(f32::INFINITY, f32::min);
    let mut others = vec![false; lines.len()];
    let top = |l: &Line| page.share_down(l.rect.middle()) <= TOP && l.rect.top > first;
    for (index, line) in lines.iter().enumerate().filter(|(_, l)| top(l)) {
        let words = words(line);
        // `À Monsieur…`, `À l'attention de…`: `A` alone begins other lines too.
        let holder = match words.first().map(String::as_str) {
            Some("a") => words.get(1).is_some_and(|w| w == "l" || HOLDERS.contains(&w.as_str())),
            first => first.is_some_and(|w| HOLDERS.contains(&w)),
        };
        let under = || column_above(page, index).is_some_and(|above| others[above]);
        others[index] = holder || under();
    }
    others
}

/// Lines at the margin of the sender's own address, under it and apart from it.
fn under_own_address(page: &Page, own: &[usize]) -> Vec<usize> {
    let lines = page.lines();
    let end = lines[own[own.len() - 1]].rect;
    let height = end.height().max(page.line_height());
    let at_margin = |l: &Line| (l.rect.left - end.left).abs() < 1.2 * height && l.rect.top > end.middle();
    let mut under: Vec<usize> = (0..lines.len()).filter(|l| at_margin(&lines[*l])).collect();
    under.sort_by(|a, b| lines[*a].rect.top.total_cmp(&lines[*b].rect.top));
    // Telephone and mail follow at once.
    let mut reached = end.bottom;
    let apart = under.iter().position(|l| {
        let rect = lines[*l].rect;
        let is_apart = rect.top - reached > 0.9 * height;
        reached = rect.bottom;
        is_apart
    });
    apart.map_or(Vec::new(), |at| under.split_off(at))
}

/// The line that names whose letterhead it is: the first at the top with a word on it that is no motto of the State, no label, no
/// date and no street; of two that stand side by side the left one, since services are named at the right.
pub(crate) fn letterhead_name(page: &Page) -> Option<usize> {
    let named = |line: &Line| {
        let words = words(line);
        words.iter().any(|w| w.len() > 2 && !MOTTO.contains(&w.as_str()) && w.contains(char::is_alphabetic))
            && words.first().is_some_and(|w| w.starts_with(char::is_alphabetic))
            && !is_number(&line.text())
            && !words.iter().take(2).any(|w| w == "suivi" || w == "suivie")
            && !words.first().is_some_and(|w| PAPERS.contains(&w.as_str()))
            && !line.words.iter().any(|w| w.text.contains([':', '@']))
            && !is_place_and_date(line)
            && !is_period(&line.text())
            && !is_street(line)
    };
    let lines = page.lines();
    let of_head = letterhead(page);
    let head = |l: &usize| of_head[*l] && page.share_down(lines[*l].rect.middle()) <= TOP && named(&lines[*l]);
    let first = |a: &usize, b: &usize| lines[*a].rect.top.total_cmp(&lines[*b].rect.top);
    let top = (0..lines.len()).filter(head).min_by(first)?;
    let is_left = |l: &usize| page.share_across(lines[*l].rect.left) < LEFT;
    let beside = |l: &usize| {
        let rect = lines[*l].rect;
        let middle = (rect.left + rect.right) / 2.0;
        rect.top - lines[top].rect.top < BESIDE * page.line_height() && middle < lines[top].rect.left && is_left(l)
    };
    let left = (0..lines.len()).filter(head).filter(beside).min_by(first);
    left.filter(|_| !is_left(&top)).or(Some(top))
}

/// Whether a line is a number or the label of one and no name: "C44356909", "N° de contrat".
fn is_number(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let signed = text.split_whitespace().next().is_some_and(|w| w.ends_with(['°', 'º']));
    signed || 2 * digits > text.chars().filter(|c| !c.is_whitespace()).count()
}

/// Whether a folded word says what kind of street one is: `rue`, `avenue`.
pub(crate) fn is_kind_of_street(word: &str) -> bool {
    STREETS.contains(&word)
}

/// Whether a line is a street's in an address: `12 bis, place de la Mairie` speaks of no town hall.
pub(crate) fn is_street(line: &Line) -> bool {
    let words = words(line);
    let is_kind = |w: &String| is_kind_of_street(w);
    let numbered = words.first().is_some_and(|w| w.starts_with(|c: char| c.is_ascii_digit()));
    words.len() <= STREET_WORDS && (words.first().is_some_and(is_kind) || numbered && words.iter().take(4).any(is_kind))
}

/// The line right above one of the same column, before it in reading order.
fn column_above(page: &Page, index: usize) -> Option<usize> {
    let lines = page.lines();
    let own = lines[index].rect;
    let height = own.height().max(page.line_height());
    let above = |l: &usize| {
        let r = lines[*l].rect;
        (-0.3 * height..1.1 * height).contains(&(own.top - r.bottom)) && (r.left - own.left).abs() < 1.2 * height
    };
    (0..index).rev().take(12).find(above)
}

/// Whether whoever stands at the head of the letter, or at its foot with an address, has signed it: what persons do, while a
/// clerk's name is not that of the office.
pub(super) fn is_signed_by_sender(page: &Page) -> bool {
    let lines = page.lines();
    if foot_block(page).is_some_and(|block| block.len() > 2 && names_person(&lines[block[0]])) {
        return true;
    }
    let blocks = head_blocks(page);
    let addressee = addressee(page, &blocks);
    let mut heads: Vec<usize> =
        blocks.iter().find(|block| Some(*block) != addressee).map(|b| b[0]).into_iter().collect();
    if heads.is_empty() {
        let top =
            |l: &usize| page.share_down(lines[*l].rect.middle()) < NAME && page.share_across(lines[*l].rect.left) < 0.4;
        heads.extend((0..lines.len()).find(top));
    }
    heads.into_iter().any(|head| is_signed(page, head))
}

/// Whether the person whom a line at the head of the page names has signed: the name stands again under the letter.
pub(crate) fn is_signed(page: &Page, head: usize) -> bool {
    let lines = page.lines();
    let Some(head_name) = name(&lines[head]) else { return false };
    let signature = |l: &usize| {
        *l != head
            && page.share_down(lines[*l].rect.middle()) > SIGNED
            && lines[*l].words.len() <= NAME_WORDS + 2
            && name(&lines[*l]).is_some_and(|n| same_name(&head_name, &n))
    };
    (0..lines.len()).any(|l| signature(&l))
}

/// Whether a line names a person and not an office or a firm: `MSA Rodez`, `Préfecture de l'Orne`.
fn names_person(line: &Line) -> bool {
    let capital = |w: &crate::page::PlacedWord| {
        let folded = fold(&w.text);
        let word = folded.trim_end_matches('.');
        w.text.starts_with(char::is_uppercase) || TITLES.contains(&word) || PARTICLES.contains(&word)
    };
    let own = words(line).into_iter().find(|w| !TITLES.contains(&w.as_str()));
    name(line).is_some() && line.words.iter().all(capital) && own.is_some_and(|w| may_begin_name(&w))
}

/// A person's name, folded, without titles, if the line may be one. A single word counts after a title only.
fn name(line: &Line) -> Option<Vec<String>> {
    let all = words(line);
    let own: Vec<String> = all.iter().filter(|w| !TITLES.contains(&w.as_str())).cloned().collect();
    let titled = own.len() < all.len();
    let letters = own.iter().all(|w| w.chars().all(char::is_alphabetic)) && own.iter().any(|w| w.len() > 2);
    (letters && own.len() <= NAME_WORDS && (own.len() > 1 || titled)).then_some(own)
}

/// Whether two names are of one person: the same words in any order, of which some may be initials.
fn same_name(a: &[String], b: &[String]) -> bool {
    let like = |x: &String, y: &String| {
        let initial = |s: &String, l: &String| s.len() == 1 && l.starts_with(s.as_str());
        let slip = x.is_ascii() && y.is_ascii() && x.len() >= 6 && edits(x, y, 1).is_some();
        x == y || slip || initial(x, y) || initial(y, x)
    };
    let mut rest: Vec<&String> = b.iter().collect();
    let all = a.iter().all(|x| rest.iter().position(|y| like(x, y)).map(|at| rest.swap_remove(at)).is_some());
    all && rest.is_empty() && a.iter().any(|x| x.len() > 2 && b.contains(x))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::fixtures::page;

    #[test]
    fn greetings_are_told_from_names() {
        let greets = |text| greets(&page(&[(100.0, 500.0, text)]).lines()[0]);
        for text in [
            "Madame, Monsieur,", "Madame, Monsieur", "Monsieur le Directeur,", "Mon cher Confrère,",
            "Chers Brigadiers,",
        ] {
            assert!(greets(text), "{text}");
        }
        for text in
            ["Monsieur Jean DUPONT", "Madame la Présidente", "Mon frère,", "Cherbourg, le 3 mai 1971", "Messieurs"]
        {
            assert!(!greets(text), "{text}");
        }
    }

    #[test]
    fn days_of_letters_are_told() {
        let dated = |text| is_place_and_date(&page(&[(100.0, 100.0, text)]).lines()[0]);
        for text in ["Lyon - 3 mars 2024", "Lyon, ce lundi 3 mars 2024"] {
            assert!(dated(text), "{text}");
        }
        for text in ["Lyon, le 3 mars 2024", "À Lyon, le 03/03/2024", "le 2 Septembre 1971", "Pau, 7 janvier 2015"] {
            assert!(dated(text), "{text}");
        }
        for text in ["né le 3 mars 2024 à Lyon avec son frère", "Objet, 12", "Reçu, 3 rue Pasteur"] {
            assert!(!dated(text), "{text}");
        }
    }

    #[test]
    fn a_letterhead_ends_where_the_letter_begins() {
        // A person's, all at one margin: the addressee is no letterhead, nor is the subject.
        let lines = [
            (100.0, 60.0, "Jean DUPONT"),
            (100.0, 85.0, "3 rue de la Mairie"),
            (100.0, 110.0, "42000 SAINT-ÉTIENNE"),
            (100.0, 200.0, "À l'attention de Monsieur le Président"),
            (100.0, 225.0, "Conseil départemental de la Loire"),
            (100.0, 300.0, "Objet : réponse de la préfecture"),
            (100.0, 350.0, "Monsieur le Président,"),
            (100.0, 400.0, "La mairie me renvoie vers vous."),
        ];
        assert_eq!(letterhead(&page(&lines)), [true, false, true, false, false, false, false, false]);
        let under_date = [
            (100.0, 60.0, "Commune de Pau"),
            (600.0, 100.0, "Pau, le 3 mars 2024"),
            (100.0, 150.0, "Service urbanisme"),
            (600.0, 160.0, "Direction des routes"),
        ];
        assert_eq!(letterhead(&page(&under_date)), [true, true, true, false]);
        let book = [
            (100.0, 60.0, "Au commencement du siècle dernier, la mairie"),
            (100.0, 85.0, "de Pau ne comptait guère plus de six"),
            (100.0, 110.0, "employés et un sous-préfet"),
        ];
        assert_eq!(letterhead(&page(&book)), [false; 3], "running text");
    }

    #[test]
    fn a_letterhead_has_no_stamps_and_no_number_for_a_name() {
        let lines = [
            (100.0, 40.0, "n° 2005-6206"),
            (100.0, 70.0, "Menuiserie DUPONT"),
            (100.0, 120.0, "SERVICE DU COURRIER"),
            (600.0, 160.0, "Pau, le 3 mars 2024"),
            (100.0, 350.0, "Madame,"),
        ];
        let letter = page(&lines);
        assert_eq!((letterhead_name(&letter), letterhead(&letter)[2]), (Some(1), false));
    }

    #[test]
    fn persons_sign_with_the_name_at_the_head_and_clerks_do_not() {
        let letter = |head, signed| {
            let lines = [
                (100.0, 60.0, head),
                (100.0, 85.0, "3 rue Pasteur"),
                (100.0, 110.0, "42000 SAINT-ÉTIENNE"),
                (100.0, 350.0, "Monsieur le Président,"),
                (600.0, 1000.0, signed),
            ];
            is_signed_by_sender(&page(&lines))
        };
        assert!(letter("M. Jean DUPONT", "Jean Dupont") && letter("Jean Dupont", "DUPONT Jean"));
        assert!(letter("Jean Dupont", "J. Dupont") && letter("M. et Mme DUPONT", "Mme Dupont"));
        assert!(!letter("Mairie de Saint-Étienne", "Jean Dupont") && !letter("Menuiserie DUPONT", "Paul DUPONT"));
        assert!(!letter("DUPONT", "DUPONT"), "a firm's name is one word too");
    }
}
