//! Persons' names, beside a label or in running text: "certifie que Madame Zoé MARTIN, née le ...".
//!
//! Responsible for which words are a person's names, with the title before them. Not responsible for where they are looked for: see
//! `candidates` and `before`.

use super::labels::CELL_GAP;
use super::tokens::{Token, key};

/// Words before the names that are passed over, such as "avoir examiné ce jour, à sa demande,".
const PASSED: usize = 10;
/// Most words of a person's names.
const WORDS: usize = 9;

const TITLES: [&str; 13] = [
    "m", "mr", "mme", "mlle", "melle", "monsieur", "madame", "mademoiselle", "dr", "docteur", "messieurs", "mesdames",
    "mm",
];

/// Small words within names.
const PARTICLES: [&str; 14] = ["de", "du", "des", "d", "la", "le", "les", "von", "van", "der", "da", "di", "el", "ben"];

/// Words that say what a person is, after which names stand without a title.
const ROLES: [&str; 58] = [
    "le", "la", "que", "et", "de", "du", "ce", "jour", "mon", "ma", "son", "sa", "notre", "nom", "noms", "prenom",
    "prenoms", "usuel", "eleve", "leleve", "etudiant", "etudiante", "letudiant", "letudiante", "enfant", "lenfant",
    "lenfants", "assure", "assuree", "lassure", "lassuree", "salarie", "salariee", "employe", "employee", "agent",
    "lagent", "patient", "patiente", "stagiaire", "apprenti", "apprentie", "lapprenti", "lapprentie", "linteresse",
    "linteressee", "interesse", "interessee", "nomme", "nommee", "denomme", "denommee", "fils", "fille",
    "beneficiaire", "titulaire", "soussigne", "soussignee",
];

/// Words with a capital that begin no person's name: what firms and offices are called, and heads of forms.
const OTHERS: [&str; 98] = [
    "la", "le", "les", "je", "nous", "il", "elle", "vous", "notre", "nos", "votre", "vos", "ce", "cette", "societe",
    "ste", "entreprise", "association", "sarl", "sas", "sasu", "eurl", "sci", "sa", "snc", "mairie", "caisse", "cpam",
    "caf", "msa", "centre", "universite", "ecole", "lycee", "college", "institut", "commune", "ville", "departement",
    "ministere", "republique", "agence", "banque", "groupe", "hopital", "clinique", "chambre", "service", "direction",
    "tribunal", "france", "article", "nom", "prenom", "prenoms", "date", "adresse", "classe", "sexe", "fait",
    "signature", "ne", "nee", "regie", "prefecture", "rectorat", "cabinet", "amicale", "syndicat", "tresorerie",
    "mutuelle", "communaute", "conseil", "office", "union", "club", "comite", "academie", "inspection", "delegation",
    "pole", "ets", "etablissements", "garage", "gaec", "earl", "scop", "selarl", "scp", "federation", "fondation",
    "assurances", "metropole", "secretariat", "division", "cour", "greffe", "maison",
];

/// Whether a folded word may begin a person's name: it is none that firms and offices are called by.
pub(crate) fn may_begin_name(word: &str) -> bool {
    !OTHERS.contains(&word)
}

/// The names among words, the title before them included; `None` where they do not begin there. `listed`: the words are a cell or
/// the rest of a line after a colon, where the family name may be parted from the given names by a comma.
pub(super) fn names(words: &[&Token], listed: bool) -> Option<std::ops::Range<usize>> {
    let start = beginning(words)?;
    let titles = titles(&words[start..]);
    let mut at = start + titles;
    let (mut count, mut capitals) = (0, true);
    while let Some(word) = words.get(at).filter(|_| at - start < WORDS) {
        let parted = at > start && {
            let before = words[at - 1];
            before.line == word.line && word.rect.left - before.rect.right > CELL_GAP * word.rect.height()
        };
        let next = words.get(at + 1);
        let particle =
            PARTICLES.contains(&word.key.as_str()) && word.text.chars().all(|c| c.is_alphabetic() || is_apostrophe(c));
        let within = particle && next.is_some_and(|w| is_name(w) || PARTICLES.contains(&w.key.as_str()));
        if parted || !(is_name(word) || within) {
            break;
        }
        if is_name(word) {
            count += 1;
            capitals &= !word.text.contains(char::is_lowercase);
        }
        at += 1;
        if ends(&word.text) {
            let goes_on =
                listed && titles == 0 && capitals && word.text.ends_with(',') && next.is_some_and(|w| is_name(w));
            if !goes_on {
                break;
            }
        }
    }
    (count >= if titles > 0 { 1 } else { 2 }).then_some(start..at)
}

/// The names that stand right before the end of these words and take the most of them.
pub(super) fn names_before(words: &[&Token]) -> Option<std::ops::Range<usize>> {
    let end = words.iter().rposition(|w| !w.key.is_empty())? + 1;
    (end.saturating_sub(WORDS)..end)
        .find(|from| {
            let opens = titles(&words[*from..end]) > 0 || is_name(words[*from]);
            opens && names(&words[*from..end], false) == Some(0..end - from)
        })
        .map(|from| from..end)
}

/// Where the title or, without one, the first name stands: after words that say what the person is, and after any words in small
/// letters where a title follows.
fn beginning(words: &[&Token]) -> Option<usize> {
    let mut plain = true;
    for (at, word) in words.iter().enumerate().take(PASSED) {
        if titles(&words[at..]) > 0 {
            return Some(at);
        }
        if word.key.is_empty() {
            continue;
        }
        let small = word.text.trim_start_matches(['(', '"', '«']).starts_with(char::is_lowercase);
        let article = is_article(word);
        let role = ROLES.contains(&word.key.as_str()) && !article;
        if is_name(word) && !role {
            let first = article || !OTHERS.contains(&word.key.as_str());
            return (plain && first).then_some(at);
        }
        if !(small || role) || word.text.ends_with('.') {
            return None;
        }
        plain &= role;
    }
    None
}

/// Whether a word is a small one in capitals, which belongs to the name: "LE GOFF", "DE LA TOUR".
fn is_article(word: &Token) -> bool {
    PARTICLES.contains(&word.key.as_str()) && word.text.chars().all(char::is_uppercase)
}

/// How many words are titles before a name: "M.", "M. et Mme".
fn titles(words: &[&Token]) -> usize {
    let title = |at: usize| words.get(at).is_some_and(|w| TITLES.contains(&w.key.as_str()) && !w.text.ends_with(','));
    let named = |at: usize| {
        let Some(word) = words.get(at) else { return false };
        let followed = words.get(at + 1).is_some_and(|w| is_name(w));
        // "Monsieur le Maire" is no name, "M. de Bretagne" and "M. LE GOFF" are.
        let particle = followed && (is_article(word) || matches!(word.key.as_str(), "de" | "du" | "d" | "von" | "van"));
        particle || is_name(word) && !OTHERS.contains(&word.key.as_str())
    };
    let joined = |at: usize| words.get(at).is_some_and(|w| matches!(w.key.as_str(), "et" | "ou"));
    match (title(0), joined(1), title(2)) {
        (true, true, true) if named(3) => 3,
        (true, false, _) if title(1) && named(2) => 2,
        (true, false, _) if named(1) => 1,
        _ => 0,
    }
}

/// Whether a word ends the names: by a comma, or by the full stop of a sentence, which an initial's is not.
fn ends(text: &str) -> bool {
    text.ends_with([',', ';', ':']) || text.ends_with('.') && text.chars().count() > 3
}

fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’')
}

/// A capital and letters, or an initial.
fn is_name(word: &Token) -> bool {
    let text = word.text.trim_end_matches([',', ';', ':']);
    let bare = text.trim_end_matches('.');
    let letters = bare.chars().filter(|c| c.is_alphabetic()).count();
    bare.starts_with(char::is_uppercase)
        && bare.chars().all(|c| c.is_alphabetic() || c == '-' || is_apostrophe(c))
        && (letters >= 2 || letters == 1 && text.ends_with('.'))
        && !TITLES.contains(&word.key.as_str())
        && !matches!(
            word.key.as_str(),
            "nom" | "prenom" | "prenoms" | "date" | "ne" | "nee" | "adresse" | "classe" | "sexe"
        )
}

/// Whether a label speaks of a birth: "né le", "née le".
pub(super) fn is_born(label: &str) -> bool {
    matches!(label.split_whitespace().next().map(key).as_deref(), Some("ne" | "nee"))
}

#[cfg(test)]
mod tests {
    use super::super::tokens::tokens;
    use super::*;
    use crate::page::fixtures::page;

    fn told(text: &str, listed: bool) -> Option<String> {
        let page = page(&[(10.0, 10.0, text)]);
        let tokens = tokens(&page);
        let words: Vec<&Token> = tokens.iter().collect();
        let names: Vec<&str> = words[names(&words, listed)?].iter().map(|w| w.text.as_str()).collect();
        Some(names.join(" "))
    }

    #[test]
    fn a_person_is_named_with_title_or_with_two_names() {
        assert_eq!(told("Madame Zoé MARTIN, née le 3 mai", false).as_deref(), Some("Madame Zoé MARTIN,"));
        assert_eq!(told("l'élève MARTIN Zoé Anne est inscrite", false).as_deref(), Some("MARTIN Zoé Anne"));
        assert_eq!(told("ce jour, à sa demande, M. Jean DE LA TOUR et", false).as_deref(), Some("M. Jean DE LA TOUR"));
        assert_eq!(told("M. de La Tour Quentin", true).as_deref(), Some("M. de La Tour Quentin"));
        assert_eq!(told("DUPONT, Jean-Pierre", true).as_deref(), Some("DUPONT, Jean-Pierre"));
        assert_eq!(told("ce jour LE GOFF Louis,", false).as_deref(), Some("LE GOFF Louis,"));
        assert_eq!(told("M. L. Kowalski", true).as_deref(), Some("M. L. Kowalski"));
        assert_eq!(told("M. et Mme DUPONT", true).as_deref(), Some("M. et Mme DUPONT"));
    }

    #[test]
    fn what_is_no_person_is_not_named() {
        for text in [
            "de l'assuré", "ARRIVÉE", "Madame, Monsieur, nous vous", "Monsieur le Maire", "la Société Nouvelle",
            "12 rue Zola", "le contrat Habitation Plus", "Caisse Nationale de Prévoyance",
        ] {
            assert_eq!(told(text, false), None, "{text}");
        }
    }

    #[test]
    fn names_before_a_phrase_take_what_belongs_to_them() {
        let page = page(&[(10.0, 10.0, "soussigné Paul DURAND certifie que Zoé Anne MARTIN,")]);
        let tokens = tokens(&page);
        let words: Vec<&Token> = tokens.iter().collect();
        assert_eq!(names_before(&words), Some(5..8));
    }
}
