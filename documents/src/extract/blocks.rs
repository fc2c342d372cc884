//! The sender's and the addressee's blocks of a letter, by NF Z10-011.
//!
//! An address is at most 6 lines of at most 38 characters and ends in a postcode and a locality. In France the addressee stands in
//! the right half of the upper part, where the window of the envelope is, the sender at the left or at the very top.

use super::stamps::{is_stamp, names_mail_room};
use super::{CheckResult, Found, Value};
use crate::page::{Line, Page, PlacedWord, quad_around};
use crate::text::fold;
use crate::types::{Field, Format, is_place_and_date, is_signed, is_street, letterhead_name};
use crate::validators::{commune, department};
use std::ops::Range;

/// Lines and characters that the standard allows.
const MAX_LINES: usize = 6;
const MAX_CHARS: usize = 38;
/// Countries that addresses end with in French mail.
const COUNTRIES: &[&str] =
    &["france", "belgique", "suisse", "luxembourg", "monaco", "allemagne", "espagne", "italie", "portugal"];
/// Shares of the page in which blocks are looked for: at the head, and under the letter, where persons set their own at times.
const HEAD: Range<f32> = 0.0..0.5;
const FOOT: Range<f32> = 0.5..0.97;
/// Where an office-holder without an address is named.
const ADDRESSED: Range<f32> = 0.06..0.4;
/// An addressee begins to the right of this share.
const RIGHT: f32 = 0.4;

/// A block that begins above this share is over any window: a sender's who is set at the right.
const ALOFT: f32 = 0.1;

/// What stands before the name of a person, who is an addressee where somebody else stands above.
pub(super) const TITLES: &[&str] =
    &["m", "mr", "mme", "mlle", "monsieur", "madame", "mademoiselle", "messieurs", "mesdames"];
/// A line that says only that an address follows, folded.
const OPENERS: &[&str] = &["a", "a l'attention de", "pour", "destinataire", "expediteur", "adresse", "adresse postale"];
/// Heads of the addresses of bills, folded: of who sends them, of who is billed, and of where the goods go, which is neither.
const SENDERS: &[&str] = &[
    "fournisseur", "vendeur", "emetteur", "prestataire", "vendu par", "expedie par", "de", "from", "societe",
    "facture par", "emis par", "emetteur de la facture", "coordonnees du fournisseur", "le prestataire",
    "le fournisseur", "le vendeur",
];
const ADDRESSEES: &[&str] = &[
    "client", "acheteur", "acheteur public", "facture a", "a facturer a", "adresse de facturation", "facturation",
    "destinataire", "destinataire de la facture", "client facture", "adresse du client", "le client",
    "coordonnees du client", "maitre d'ouvrage", "adresse de correspondance", "bill to", "doit",
];
const ELSEWHERE: &[&str] = &[
    "adresse de livraison", "livraison", "livre a", "livrer a", "a livrer a", "lieu de livraison",
    "adresse du chantier", "chantier", "lieu d'intervention", "adresse d'intervention", "adresse des travaux",
    "lieu des travaux", "ship to",
];
/// What papers of the State say over the office that sends them, folded.
const OVER_OFFICES: &[&str] =
    &["republique francaise", "direction generale des finances publiques", "direction generale des impots"];
/// How an addressee without an address begins that is several: `Aux parents d'élèves`, `À tous les agents`.
const SEVERAL: &[&str] = &["aux", "a tous", "a toutes", "a l'attention"];
/// Lines of an address under whose first the office's own name may stand.
const OFFICE_LINES: usize = 4;
/// How a line above an address begins that is of no letterhead: the way by which the letter goes.
const WAYS: &[&str] = &[
    "lettre", "recommande", "recommandee", "envoi", "courrier", "lrar", "par", "objet", "copie", "pj", "piece",
    "pieces", "personnel",
];

/// Heights of a letter under the sender's address within which telephone and mail stand, with references between at times.
const UNDER_SENDER: f32 = 9.0;

/// Heights of a letter within which a shop's sign stands over its address: `GARAGE DU LAC` over `Agent Renault`.
const SIGN: f32 = 1.6;

/// How sure a block is whose postcode and town agree, and one in which they do not.
pub(super) const AGREES: f32 = 0.95;
const DISAGREES: f32 = 0.6;
/// What is left of it where the name stands apart from the address, and how sure a name without an address is: for a person.
const APART: f32 = 0.85;
pub(super) const NAME_ALONE: f32 = 0.6;

/// Lines of the page that make an address, the first one on top.
type Block = Vec<usize>;

/// Whether a line ends an address: a postcode of a department and a locality.
fn ends_address(line: &Line) -> bool {
    let Some(first) = line.words.first() else { return false };
    let code = first.text.strip_prefix("F-").unwrap_or(&first.text);
    let town = &line.words[1..];
    let named = town.first().is_some_and(|w| w.text.chars().any(char::is_alphabetic) && w.text.chars().count() > 1);
    department(code).is_some() && named && town.len() <= 6
}

/// Whether a line is a country alone, as under the town of an address: no other address begins with it.
fn is_country(line: &Line) -> bool {
    COUNTRIES.contains(&fold(&line.text()).as_str())
}

/// The addresses in a part of the page, in reading order.
fn blocks(page: &Page, part: Range<f32>) -> Vec<Block> {
    let lines = page.lines();
    let mut out = Vec::new();
    for (end, line) in lines.iter().enumerate() {
        if !ends_address(line) || !part.contains(&page.share_down(line.rect.middle())) {
            continue;
        }
        let mut block = vec![end];
        while block.len() < MAX_LINES {
            let top = &lines[block[0]].rect;
            let height = top.height().max(page.line_height() * 0.7);
            // The nearest line above that begins at the same margin.
            let above = (0..lines.len())
                .filter(|l| {
                    let r = &lines[*l].rect;
                    let gap = top.top - r.bottom;
                    r.middle() < top.top && gap < 1.1 * height && (r.left - line.rect.left).abs() < 1.2 * height
                })
                .filter(|l| !block.contains(l) && (!is_stamp(&lines[*l]) || is_set_like(&lines[*l], line)))
                .max_by(|a, b| lines[*a].rect.bottom.total_cmp(&lines[*b].rect.bottom));
            match above {
                Some(l) if !ends_address(&lines[l]) && !opens_other(&lines[l]) && !is_country(&lines[l]) => {
                    block.insert(0, l);
                }
                _ => break,
            }
        }
        if block.len() >= 2 {
            out.push(block);
        }
    }
    out
}

/// Whether a line speaks of something else than an address, such as a reference over the window.
fn opens_other(line: &Line) -> bool {
    let folded = fold(&line.text());
    // "La directrice à" stands over whom she writes to.
    let hands_over = line.words.len() > 1 && line.words.last().is_some_and(|w| matches!(w.text.as_str(), "à" | "À"));
    if hands_over || head(line).is_some() {
        return true;
    }
    let ends = |w: Option<&PlacedWord>| w.is_some_and(|w| w.text.ends_with(':'));
    ends(line.words.first())
        || ends(line.words.last())
        || line.words.get(1).is_some_and(|w| w.text == ":")
        || OPENERS.contains(&folded.trim_matches(|c: char| !c.is_alphanumeric()))
        || is_place_and_date(line)
}

/// Whose address stands under a head.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Whose {
    Sender,
    Addressee,
    Neither,
}

/// Whose address a line says that it stands over, if it is such a head.
fn head(line: &Line) -> Option<Whose> {
    let folded = fold(&line.text());
    let text = folded.trim_matches(|c: char| !c.is_alphanumeric());
    let lists = [(SENDERS, Whose::Sender), (ADDRESSEES, Whose::Addressee), (ELSEWHERE, Whose::Neither)];
    lists.into_iter().find(|(heads, _)| heads.contains(&text)).map(|(_, whose)| whose)
}

/// Whose address a block is by the head over it: right above its first line, at its margin.
pub(super) fn headed(page: &Page, block: &[usize]) -> Option<Whose> {
    let first = page.lines()[block[0]].rect;
    let height = first.height().max(page.line_height() * 0.7);
    let over = |l: &&Line| {
        (-0.3 * height..1.5 * height).contains(&(first.top - l.rect.bottom))
            && (l.rect.left - first.left).abs() < 1.2 * height
    };
    page.lines().iter().filter(over).find_map(head)
}

/// Whether a line begins with a number, as the streets of an address do.
pub(super) fn is_numbered(line: &Line) -> bool {
    line.words.first().is_some_and(|w| w.text.starts_with(|c: char| c.is_ascii_digit()))
}

/// Whether a block begins with a person's title, after `à` or not.
fn is_titled(page: &Page, block: &[usize]) -> bool {
    let words: Vec<String> = page.lines()[block[0]].words.iter().take(2).map(|w| fold(&w.text)).collect();
    let own = words.iter().find(|w| *w != "a");
    own.is_some_and(|w| TITLES.contains(&w.trim_end_matches('.')))
}

/// Whether a line says how its owner is reached: by mail, telephone or post.
pub(super) fn is_contact(line: &Line) -> bool {
    let words = || line.words.iter().map(|w| w.text.as_str());
    let reached = |w: &str| w.contains('@') || w.starts_with("www.") || fold(w).starts_with("tel");
    let posted = words().zip(words().skip(1));
    words().any(reached)
        || posted.into_iter().any(|(code, town)| department(code).is_some() && town.starts_with(char::is_uppercase))
}

/// Whether a line says by which way the letter goes and what goes with it: `Lettre recommandée`, `P.J. : 2`.
pub(super) fn names_a_way(line: &Line) -> bool {
    line.words.first().is_some_and(|w| {
        let letters: String = fold(&w.text).chars().filter(|c| c.is_alphabetic()).collect();
        WAYS.contains(&letters.as_str())
    })
}

/// Whether the only address of a page, at its left, is the one of whom it is written to, as in an envelope with its window at the left:
/// the sender stands above it with a letterhead, or under the letter.
fn is_in_left_window(page: &Page, block: &[usize]) -> bool {
    let lines = page.lines();
    let (first, last) = (lines[block[0]].rect, lines[block[block.len() - 1]].rect);
    let height = first.height().max(page.line_height() * 0.7);
    if is_numbered(&lines[block[0]]) || is_street(&lines[block[0]]) {
        return false;
    }
    // The sender's telephone follows the sender's address at once.
    let follows = |l: &Line| {
        (-0.3 * height..1.5 * height).contains(&(l.rect.top - last.bottom))
            && (l.rect.left - last.left).abs() < 1.2 * height
    };
    if lines.iter().any(|l| follows(l) && is_contact(l)) {
        return false;
    }
    let above = |l: &&Line| {
        first.top - l.rect.bottom > 0.9 * height && !is_stamp(l) && !is_place_and_date(l) && !names_a_way(l)
    };
    let named = |l: &Line| l.words.iter().any(|w| w.text.chars().filter(|c| c.is_alphabetic()).count() > 2);
    let mut head = lines.iter().filter(above);
    let signed_below = || foot_block(page).is_some_and(|foot| foot.len() > 2);
    if is_titled(page, block) { head.any(named) || signed_below() } else { head.any(is_contact) || signed_below() }
}

/// Whether a line that says what mail rooms' stamps say is a line of the address that `end` ends: set in the same type at the same
/// margin, which no stamp meets.
fn is_set_like(line: &Line, end: &Line) -> bool {
    let height = end.rect.height();
    names_mail_room(line)
        && (line.rect.left - end.rect.left).abs() < 0.3 * height
        && (0.8..1.25).contains(&(line.rect.height() / height))
}

/// Whether the address at the right of a page's head is the sender's, as of letters whose addressee stands under it in a window at the
/// left: whom it names has signed, or telephone, mail or references follow it in its column while nobody's name stands at its left.
fn is_senders(page: &Page, block: &[usize]) -> bool {
    let lines = page.lines();
    let (first, last) = (lines[block[0]].rect, lines[block[block.len() - 1]].rect);
    if is_signed(page, block[0]) {
        return true;
    }
    let height = last.height().max(page.line_height() * 0.7);
    let in_column = |l: &&Line| {
        (-0.3 * height..UNDER_SENDER * height).contains(&(l.rect.top - last.bottom))
            && (l.rect.left - last.left).abs() < 1.2 * height
    };
    let beside = |l: &Line| {
        l.rect.right < first.left
            && l.rect.top < last.bottom
            && !names_a_way(l)
            && !is_place_and_date(l)
            && !is_stamp(l)
            && l.words.iter().any(|w| w.text.chars().filter(|c| c.is_alphabetic()).count() > 2)
    };
    lines.iter().filter(in_column).any(is_contact) && !lines.iter().any(beside)
}

/// The block of whom the page is addressed to, if it has one: the rightmost, unless a person's stands as low or lower at the left, or any
/// stands under one that is the sender's or at the very top of the page, where no envelope has its window; or where all stand at the
/// left margin the last of several, since the sender's comes first.
pub(crate) fn addressee<'a>(page: &Page, blocks: &'a [Block]) -> Option<&'a Block> {
    if let Some(billed) = blocks.iter().find(|block| headed(page, block) == Some(Whose::Addressee)) {
        return Some(billed);
    }
    let rect = |b: &Block, at: usize| page.lines()[b[at]].rect;
    let left = |b: &Block| page.share_across(rect(b, b.len() - 1).left);
    let may_be = |b: &&Block| left(b) > RIGHT && headed(page, b).is_none();
    let right = blocks.iter().filter(may_be).max_by(|a, b| left(a).total_cmp(&left(b)));
    if let Some(right) = right {
        let head = rect(right, 0);
        let as_low = |b: &Block| rect(b, 0).top > head.top - 0.5 * head.height();
        let under = |b: &Block| rect(b, 0).top > rect(right, right.len() - 1).bottom;
        let aloft = page.share_down(head.top) < ALOFT;
        let may_write = |b: &Block| as_low(b) && is_titled(page, b) || aloft && under(b);
        let titled = is_titled(page, right);
        let window = |b: &&Block| left(b) <= RIGHT && (!titled && may_write(b) || under(b) && is_senders(page, right));
        return blocks.iter().find(window).or(Some(right));
    }
    match blocks {
        [only] => Some(only).filter(|only| is_in_left_window(page, only)),
        _ => blocks.last(),
    }
}

/// The lines of whom the page is addressed to; none where it has no such block.
pub(crate) fn addressee_lines(page: &Page) -> Vec<usize> {
    addressee(page, &head_blocks(page)).cloned().unwrap_or_default()
}

/// The addresses at the head of the page, in reading order; of each its lines, the first one on top.
pub(crate) fn head_blocks(page: &Page) -> Vec<Vec<usize>> {
    blocks(page, HEAD)
}

/// The lines of an address under the letter, in letters nearly as large as its own: small print is a company's.
pub(crate) fn foot_block(page: &Page) -> Option<Vec<usize>> {
    let large = |block: &Block| block.iter().all(|l| page.lines()[*l].rect.height() > 0.72 * page.line_height());
    blocks(page, FOOT).into_iter().rfind(large)
}

/// The sender's name on a letterhead that has no address.
fn named(page: &Page, field: &Field) -> Option<Value> {
    Some(without_address(page, field, &[letterhead_name(page)?], Found::Letterhead))
}

/// Whom a page is addressed to without an address: `Madame la Présidente` and what stands right under it, at the right or under the
/// sender's own address.
fn holder(page: &Page, field: &Field, blocks: &[Block]) -> Option<Value> {
    let lines = page.lines();
    let own = blocks.first().map(|own| lines[own[own.len() - 1]].rect);
    let placed = |l: &Line| {
        ADDRESSED.contains(&page.share_down(l.rect.middle()))
            && (page.share_across(l.rect.left) > RIGHT || own.is_some_and(|own| l.rect.top > own.bottom))
    };
    let greets = |l: &Line| l.words.last().is_some_and(|w| w.text.ends_with([',', ':']));
    let named = |l: &usize| is_titled(page, &[*l]) || names_several(&lines[*l]);
    let first = (0..lines.len()).find(|l| placed(&lines[*l]) && named(l) && !greets(&lines[*l]))?;
    let mut block = vec![first];
    while block.len() < MAX_LINES {
        let above = lines[block[block.len() - 1]].rect;
        let height = above.height().max(page.line_height() * 0.7);
        let under = |l: &usize| {
            let r = lines[*l].rect;
            let gap = r.top - above.bottom;
            r.middle() > above.bottom && gap < 0.9 * height && (r.left - above.left).abs() < 1.2 * height
        };
        let next = (0..lines.len()).find(under).filter(|l| !is_stamp(&lines[*l]) && !opens_other(&lines[*l]));
        match next.filter(|l| !greets(&lines[*l])) {
            Some(line) => block.push(line),
            None => break,
        }
    }
    Some(without_address(page, field, &block, Found::Block))
}

/// Whether a line names several whom a letter is for: `Aux parents d'élèves`.
fn names_several(line: &Line) -> bool {
    let folded = fold(&line.text());
    SEVERAL.iter().any(|begin| folded.strip_prefix(begin).is_some_and(|rest| rest.starts_with(' ')))
}

/// A value of names alone, for a person to look at.
fn without_address(page: &Page, field: &Field, block: &[usize], found: Found) -> Value {
    let lines = || block.iter().map(|l| &page.lines()[*l]);
    let words: Vec<_> = lines().flat_map(|l| &l.words).collect();
    let read = words.iter().map(|w| w.confidence).sum::<f32>() / words.len().max(1) as f32;
    let text = lines().map(Line::text).collect::<Vec<_>>().join("\n");
    Value {
        name: field.name.clone(),
        label: field.label.clone(),
        raw: text.clone(),
        value: text,
        currency: None,
        confidence: (NAME_ALONE * read).clamp(0.0, 1.0),
        accepted: false,
        checks: Vec::new(),
        quad: quad_around(words.iter().map(|w| &w.quad)),
        found,
        repaired: false,
    }
}

/// Whether a line is what papers of the State say over the office that sends them.
fn is_over_office(line: &Line) -> bool {
    OVER_OFFICES.iter().any(|over| fold(&line.text()).starts_with(over))
}

/// A sender's block without what stands over the name of the office that sends: `Direction générale des Finances publiques`.
fn own_office<'a>(page: &Page, block: &'a [usize]) -> &'a [usize] {
    let lines = page.lines();
    match block {
        [first, office, ..]
            if block.len() >= OFFICE_LINES && is_over_office(&lines[*first]) && !is_street(&lines[*office]) =>
        {
            &block[1..]
        }
        _ => block,
    }
}

/// The value of a field of format [`Format::Addressee`] or [`Format::Sender`]; `None` when there is no such block. `office`: the page is an
/// office's, whose type has no field for who sends it, so that a person's block is whom it is addressed to wherever it stands.
pub(super) fn value(page: &Page, field: &Field, office: bool) -> Option<Value> {
    let blocks = head_blocks(page);
    let person = || blocks.iter().find(|block| office && is_titled(page, block));
    let addressed = addressee(page, &blocks);
    let addressee = addressed.or_else(person);
    let foot = foot_block(page);
    let mut block = match field.format {
        Format::Addressee => match addressee {
            Some(block) => block.clone(),
            None => return holder(page, field, &blocks),
        },
        // The first block that is not the addressee's; persons set theirs under the letter at times.
        _ => {
            let own = blocks.iter().find(|b| headed(page, b) == Some(Whose::Sender));
            let elsewhere = |b: &Block| headed(page, b) == Some(Whose::Neither);
            let other = || blocks.iter().find(|b| Some(*b) != addressee && !elsewhere(b));
            match own.or_else(other).or(foot.as_ref()) {
                Some(block) => own_office(page, block).to_vec(),
                None => return named(page, field),
            }
        }
    };
    // A sender's name may stand apart from the address, in larger letters.
    let first = &page.lines()[block[0]];
    let nameless = is_street(first) || is_numbered(first);
    let apart = (field.format == Format::Sender).then(|| letterhead_name(page)).flatten();
    let apart = apart.filter(|at| {
        let name = page.lines()[*at].rect;
        let height = name.height().max(first.rect.height());
        let close = first.rect.top - name.bottom < SIGN * height && (name.left - first.rect.left).abs() < height;
        let sign = || close && !opens_other(&page.lines()[*at]) && !is_over_office(&page.lines()[*at]);
        name.middle() < first.rect.top && (nameless || sign())
    });
    if let Some(name) = apart {
        block.insert(0, name);
    }
    // An addressee that only a letterhead above it tells from the sender is for a person to look at.
    let window = || blocks.len() == 1 && page.share_across(first.rect.left) <= RIGHT && !is_titled(page, &block);
    let only_inferred = field.format == Format::Addressee && (addressed.is_none() || window());
    let sure = if apart.is_some() || only_inferred { APART } else { 1.0 };
    let lines: Vec<&Line> = block.iter().map(|l| &page.lines()[*l]).collect();
    let texts: Vec<String> = lines.iter().map(|l| l.text()).collect();
    let words: Vec<_> = lines.iter().flat_map(|l| &l.words).collect();
    let read = words.iter().map(|w| w.confidence).sum::<f32>() / words.len().max(1) as f32;
    let standard = texts.iter().all(|t| t.chars().count() <= MAX_CHARS);
    // The last line ends it: see `ends_address`.
    let last: Vec<&str> = lines.last().map(|l| l.words.iter().map(|w| w.text.as_str()).collect()).unwrap_or_default();
    let (code, town) = last.split_first().map_or(("", String::new()), |(code, town)| (*code, town.join(" ")));
    let agrees = commune(code.strip_prefix("F-").unwrap_or(code), &town).is_ok();
    let check = |name: &str, passed| CheckResult { name: name.to_owned(), passed };
    Some(Value {
        name: field.name.clone(),
        label: field.label.clone(),
        raw: texts.join("\n"),
        value: texts.join("\n"),
        currency: None,
        confidence: (if agrees { AGREES } else { DISAGREES } * read * sure).clamp(0.0, 1.0),
        accepted: false,
        // The last line has passed: a block without a postcode is none.
        checks: vec![check("postcode", true), check("commune", agrees), check("nf_z10_011", standard)],
        quad: quad_around(words.iter().map(|w| &w.quad)),
        found: Found::Block,
        repaired: false,
    })
}
