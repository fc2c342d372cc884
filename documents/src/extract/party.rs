//! Of which of the two parties of a bill or an order a company's identifier is: who supplies, or who buys.
//!
//! Responsible for what the words before an identifier say of it, and for the address that it stands under. A bill's sender supplies,
//! and an order's addressee does. Not responsible for where addresses are: see `blocks`.

use super::blocks::{Whose, addressee, head_blocks, headed};
use super::candidates::{Candidate, Search};
use super::places::TEXT_REACH;
use crate::page::Rect;
use crate::types::{Field, Format};

/// Words that say of an identifier that it is the customer's, or the addressee's, and words before it that are its label at most.
const CUSTOMERS: [&str; 5] = ["client", "cliente", "acheteur", "preneur", "acquereur"];
const ADDRESSEES: [&str; 3] = ["destinataire", "votre", "vos"];
const LABEL_WORDS: usize = 6;
/// Line heights over and under an address within which a line at its margin is about the same party.
const OVER: f32 = 1.5;
const UNDER: f32 = 5.0;
/// Heights of a letter by which such a line may begin apart from the address.
const MARGIN: f32 = 1.5;
/// What an identifier is worth less that is the other party's, what is left of its confidence, and what one is worth more that is known
/// to be the right party's where an order has both.
const OF_OTHER: f32 = 0.5;
const DOUBTED: f32 = 0.8;
const OF_ADDRESSEE: f32 = 0.3;

/// Of whom an identifier is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Party {
    /// Of whom the field asks for.
    Asked,
    /// Of who sends a paper whose addressee is asked for.
    Sender,
    /// Of the other one.
    Other,
}

/// An address and whose it is.
struct Address {
    place: Rect,
    height: f32,
    party: Party,
}

impl Search<'_> {
    /// Ranks the identifiers of a company by whose they are.
    pub(super) fn weigh_parties(&self, field: &Field, out: &mut [Candidate]) {
        if out.is_empty() || !matches!(field.format, Format::Tva | Format::Siret | Format::Siren) {
            return;
        }
        let addresses = self.addresses(field);
        for c in out {
            let token = c.tokens.start;
            match self.party_by_label(field, token).or_else(|| self.party_by_address(&addresses, token)) {
                Some(Party::Asked) => c.score += if field.of_addressee { OF_ADDRESSEE } else { 0.0 },
                // A shop's order form is its own: who sends it may supply after all.
                Some(Party::Sender) => c.value.confidence *= DOUBTED,
                Some(Party::Other) => {
                    c.score -= OF_OTHER;
                    c.value.confidence *= DOUBTED;
                }
                None => {}
            }
        }
    }

    /// Whether the words before a value on its row say that it is the party's whom the field asks for: "N° TVA client : FR…" is not,
    /// "Votre SIRET …" is on an order; `None` where they do not say.
    fn party_by_label(&self, field: &Field, token: usize) -> Option<Party> {
        let own = self.tokens[token].rect;
        let mut before: Vec<_> = self
            .tokens
            .iter()
            .filter(|t| {
                let near = (0.0..TEXT_REACH * self.page.width()).contains(&(own.left - t.rect.right));
                near && t.rect.row_overlap(&own) > 0.5 && !t.key.is_empty()
            })
            .collect();
        before.sort_by(|a, b| b.rect.right.total_cmp(&a.rect.right));
        // What stands before another number is that one's.
        let label = before.iter().take_while(|t| !t.text.contains(|c: char| c.is_ascii_digit())).take(LABEL_WORDS);
        label.into_iter().find_map(|t| match t.key.as_str() {
            word if CUSTOMERS.contains(&word) => Some(Party::Other),
            word if ADDRESSEES.contains(&word) => Some(if field.of_addressee { Party::Asked } else { Party::Other }),
            _ => None,
        })
    }

    /// The addresses at the head of the page.
    fn addresses(&self, field: &Field) -> Vec<Address> {
        let blocks = head_blocks(self.page);
        let addressee = addressee(self.page, &blocks);
        let address = |block: &Vec<usize>| {
            let rects = block.iter().map(|l| self.page.lines()[*l].rect);
            let place = rects.reduce(Rect::around)?;
            let party = match (headed(self.page, block), addressee == Some(block)) {
                (Some(Whose::Sender), _) => Party::Asked,
                (Some(_), _) => Party::Other,
                (None, addressed) if addressed == field.of_addressee => Party::Asked,
                (None, addressed) => {
                    if addressed {
                        Party::Other
                    } else {
                        Party::Sender
                    }
                }
            };
            let height = self.page.lines()[block[0]].rect.height();
            Some(Address { place, height, party })
        };
        blocks.iter().filter_map(address).collect()
    }

    /// Whether the address that an identifier stands in or under, at its margin, is the party's whom the field asks for.
    fn party_by_address(&self, addresses: &[Address], token: usize) -> Option<Party> {
        let line = self.page.lines()[self.tokens[token].line].rect;
        let near = |p: &&Address| {
            let down = line.middle() - p.place.bottom;
            let lines = self.page.line_height();
            line.middle() > p.place.top - OVER * lines
                && down < UNDER * lines
                && (line.left - p.place.left).abs() < MARGIN * p.height
        };
        let nearest = addresses.iter().filter(near).max_by(|a, b| a.place.bottom.total_cmp(&b.place.bottom));
        nearest.map(|p| p.party)
    }
}
